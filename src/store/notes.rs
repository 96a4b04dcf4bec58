//! People's own notes. Their words are sealed before they come here.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{MemberId, NoteId, PairId, PersonId},
    note::{Note, Sealed},
};

macro_rules! select_notes {
    ($which:literal) => {
        concat!(
            "select id, member_id, pair_id, number, made_at, key, sealed from notes
              where sealed is not null and ",
            $which
        )
    };
}

impl Work {
    /// The number of somebody's next note about a pair.
    pub async fn next_note(&mut self, owner: MemberId, pair: PairId) -> Result<i64, StoreError> {
        let last: i64 = sqlx::query_scalar(
            "select coalesce(max(number), 0) from notes where member_id = $1 and pair_id = $2",
        )
        .bind(owner.get())
        .bind(pair.get())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(last + 1)
    }

    /// Keeps a note.
    pub async fn add_note(
        &mut self,
        (owner, pair, number): (MemberId, PairId, i64),
        words: &Sealed,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into notes (member_id, pair_id, number, made_at, key, sealed)
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(owner.get())
        .bind(pair.get())
        .bind(number)
        .bind(now.as_millisecond())
        .bind(words.key.as_str())
        .bind(words.bytes.as_slice())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Somebody's notes about a pair, the newest first.
    pub async fn notes_about(
        &mut self,
        owner: MemberId,
        pair: PairId,
    ) -> Result<Vec<Note>, StoreError> {
        let rows = sqlx::query(select_notes!("member_id = $1 and pair_id = $2 order by id desc"))
            .bind(owner.get())
            .bind(pair.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(note).collect()
    }

    /// All of somebody's notes, the oldest first.
    pub async fn notes_of(&mut self, person: PersonId) -> Result<Vec<Note>, StoreError> {
        let rows = sqlx::query(select_notes!(
            "member_id in (select id from members where person_id = $1) order by id"
        ))
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(note).collect()
    }

    /// The note with this id.
    pub async fn note(&mut self, id: NoteId) -> Result<Option<Note>, StoreError> {
        let row = sqlx::query(select_notes!("id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(note).transpose()
    }

    /// Erases what a note says. Its number stays taken.
    pub async fn remove_note(&mut self, id: NoteId) -> Result<(), StoreError> {
        self.mark_erasing();
        sqlx::query("update notes set key = null, sealed = null where id = $1")
            .bind(id.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn note(row: &AnyRow) -> Result<Note, StoreError> {
    let row = Row::of("notes", row)?;
    Ok(Note {
        id: NoteId::new(row.id()),
        owner: MemberId::new(row.number("member_id")?),
        pair: PairId::new(row.number("pair_id")?),
        number: row.number("number")?,
        made_at: row.at("made_at")?,
        words: Sealed { key: row.text("key")?, bytes: row.bytes("sealed")? },
    })
}
