//! What leaders did and looked at.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, personal::is_open_act, row::Row};
use crate::domain::{
    act::Act,
    command::CommandName,
    ids::{PersonId, ProgrammeId},
};

macro_rules! select_acts {
    ($which:literal) => {
        concat!(
            "select acts.id, programme_id, command, done_at, leaders.name as by_name,
                    subjects.name as about_name
               from acts join people as leaders on leaders.id = person_id
               left join people as subjects on subjects.id = about_id ",
            $which
        )
    };
}

impl Work {
    /// Remembers what a leader did, and about whom, if about somebody in particular.
    pub async fn add_act(
        &mut self,
        programme: ProgrammeId,
        by: PersonId,
        command: CommandName,
        about: Option<PersonId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into acts (programme_id, person_id, command, about_id, done_at)
             values ($1, $2, $3, $4, $5)",
        )
        .bind(programme.get())
        .bind(by.get())
        .bind(command.key())
        .bind(about.map(PersonId::get))
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// What was done last in a programme, the newest first, as one of its leaders may see it: not what
    /// was decided about themselves and hasn't been told.
    pub async fn acts_in(
        &mut self,
        programme: ProgrammeId,
        reader: PersonId,
        most: i64,
    ) -> Result<Vec<Act>, StoreError> {
        let rows = sqlx::query(concat!(
            select_acts!("where programme_id = $2 and (about_id is null or about_id <> $1 or "),
            is_open_act!(),
            ") order by acts.id desc limit $3"
        ))
        .bind(reader.get())
        .bind(programme.get())
        .bind(most)
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(act).collect()
    }

    /// What was done about a person, or with everybody in a programme of theirs, the newest first.
    pub async fn acts_about(&mut self, person: PersonId) -> Result<Vec<Act>, StoreError> {
        let rows = sqlx::query(concat!(
            select_acts!("where (about_id = $1 and "),
            is_open_act!(),
            ")
                or (about_id is null and (
                    programme_id in (select programme_id from members where person_id = $1)
                    or programme_id in (select programme_id from applications
                                         where person_id = $1 and state = 'sent')))
             order by acts.id desc"
        ))
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(act).collect()
    }

    /// Forgets what was done long ago.
    pub async fn forget_acts(&mut self, before: Timestamp) -> Result<(), StoreError> {
        sqlx::query("delete from acts where done_at < $1")
            .bind(before.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn act(row: &AnyRow) -> Result<Act, StoreError> {
    let row = Row::of("acts", row)?;
    Ok(Act {
        programme: ProgrammeId::new(row.number("programme_id")?),
        at: row.at("done_at")?,
        by: row.text("by_name")?,
        command: row.known("command", CommandName::named)?,
        about: row.maybe_text("about_name")?,
    })
}
