//! Something begun and not yet confirmed.

use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    draft::Draft,
    ids::{DraftId, PairId, PersonId, PlaceId},
};

/// How long a draft can be confirmed. Longer than a weekend, and shorter than the time in which
/// its author forgets what it was.
const LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A draft, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// Which draft.
    pub id: DraftId,
    /// Whose it is.
    pub person: PersonId,
    /// What was begun.
    pub draft: Draft,
    /// When.
    pub made_at: Timestamp,
}

impl Work {
    /// Keeps a draft until it is confirmed or left.
    pub async fn add_draft(
        &mut self,
        person: PersonId,
        place: PlaceId,
        draft: &Draft,
        now: Timestamp,
    ) -> Result<DraftId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into drafts (person_id, place_id, draft, made_at) values ($1, $2, $3, $4)
             returning id",
        )
        .bind(person.get())
        .bind(place.get())
        .bind(serde_json::json!(draft).to_string())
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(DraftId::new(id))
    }

    /// Forgets what can't be confirmed any longer.
    pub async fn forget_drafts(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let done = sqlx::query("delete from drafts where made_at <= $1")
            .bind((now - LIFE).as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        if done.rows_affected() > 0 {
            self.mark_erasing();
        }
        Ok(())
    }

    /// The draft with this id, if it can still be confirmed.
    pub async fn draft(
        &mut self,
        id: DraftId,
        now: Timestamp,
    ) -> Result<Option<StoredDraft>, StoreError> {
        let row = sqlx::query(
            "select id, person_id, draft, made_at from drafts
              where id = $1 and done_at is null and made_at > $2",
        )
        .bind(id.get())
        .bind((now - LIFE).as_millisecond())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(draft).transpose()
    }

    /// The newest draft in a place that waits for words of that person.
    pub async fn draft_in(
        &mut self,
        person: PersonId,
        place: PlaceId,
        now: Timestamp,
    ) -> Result<Option<StoredDraft>, StoreError> {
        let row = sqlx::query(
            "select id, person_id, draft, made_at from drafts
              where person_id = $1 and place_id = $2 and done_at is null and made_at > $3
              order by id desc limit 1",
        )
        .bind(person.get())
        .bind(place.get())
        .bind((now - LIFE).as_millisecond())
        .fetch_optional(&mut *self.tx)
        .await?;
        match row.as_ref().map(draft).transpose() {
            // One of another version waits for nothing that this one could be told.
            Err(StoreError::Inconsistent { .. }) => Ok(None),
            read => read,
        }
    }

    /// Stores how far a draft has come.
    pub async fn put_draft(&mut self, id: DraftId, draft: &Draft) -> Result<(), StoreError> {
        sqlx::query("update drafts set draft = $2 where id = $1")
            .bind(id.get())
            .bind(serde_json::json!(draft).to_string())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The times that one of a pair was offered wait for nothing any longer: they have others, or a
    /// meeting.
    pub async fn end_offers(&mut self, pair: PairId, now: Timestamp) -> Result<(), StoreError> {
        sqlx::query(
            "update drafts set done_at = $2, draft = ''
              where done_at is null and draft like '%\"kind\":\"suggest\"%'
                and draft like $1 and draft not like '%\"offered_by\":null%'",
        )
        .bind(format!("%\"pair\":{},%", pair.get()))
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Whatever a person has begun of an application waits for nothing any longer: what comes next
    /// is asked anew.
    pub async fn end_applying(
        &mut self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update drafts set done_at = $2, draft = ''
              where person_id = $1 and done_at is null and draft like '%\"kind\":\"apply\"%'",
        )
        .bind(person.get())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Nothing that somebody writes is an answer to a check-in any longer, before they are asked again.
    pub async fn end_voices(&mut self, person: PersonId, now: Timestamp) -> Result<(), StoreError> {
        sqlx::query(
            "update drafts set done_at = $2
              where person_id = $1 and done_at is null and draft like '{\"kind\":\"voice\"%'",
        )
        .bind(person.get())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// A draft is confirmed or left. What was in it is forgotten.
    pub async fn end_draft(&mut self, id: DraftId, now: Timestamp) -> Result<(), StoreError> {
        sqlx::query("update drafts set done_at = $2, draft = '' where id = $1")
            .bind(id.get())
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn draft(row: &AnyRow) -> Result<StoredDraft, StoreError> {
    let row = Row::of("drafts", row)?;
    Ok(StoredDraft {
        id: DraftId::new(row.id()),
        person: PersonId::new(row.number("person_id")?),
        draft: serde_json::from_str(&row.text("draft")?).map_err(|why| row.wrong(why))?,
        made_at: row.at("made_at")?,
    })
}
