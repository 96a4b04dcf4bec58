//! Questions that wait for an answer: letters that offer something to press.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, outbox::message, row::Row};
use crate::domain::{
    ids::{OutboxId, PairId, PlaceId, RoundId},
    inbound::MessageRef,
    message::{Message, Subject},
};

/// A question that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The letter that asked it.
    pub letter: OutboxId,
    /// What was asked.
    pub message: Message,
    /// How it was put, and what could be answered.
    pub document: String,
    /// When it was asked.
    pub asked_at: Timestamp,
}

impl Work {
    /// The questions in a place that wait for an answer, the newest first.
    pub async fn open_questions(
        &mut self,
        place: PlaceId,
        most: i64,
    ) -> Result<Vec<OpenQuestion>, StoreError> {
        let rows = sqlx::query(
            "select id, message, document, settled_at from outbox
              where posted_to = $1 and question = 'open' and state = 'sent'
              order by settled_at desc, id desc limit $2",
        )
        .bind(place.get())
        .bind(most)
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(question).collect()
    }

    /// The question that a message of ours asked, whether or not it was answered.
    pub async fn question_as(
        &mut self,
        place: PlaceId,
        posted_as: &MessageRef,
    ) -> Result<Option<OpenQuestion>, StoreError> {
        let row = sqlx::query(
            "select id, message, document, settled_at from outbox
              where posted_to = $1 and posted_as = $2 and question <> 'none'",
        )
        .bind(place.get())
        .bind(&posted_as.0)
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(question).transpose()
    }

    /// The question of that row.
    pub async fn question(&mut self, id: OutboxId) -> Result<Option<OpenQuestion>, StoreError> {
        let row = sqlx::query(
            "select id, message, document, settled_at from outbox
              where id = $1 and question <> 'none' and state = 'sent'",
        )
        .bind(id.get())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(question).transpose()
    }

    /// Whatever was asked about a pair has its answer.
    pub async fn close_questions_about(&mut self, pair: PairId) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set question = 'answered'
              where subject = $1 and question = 'open'
                and kind not in ('nudge.DidMeet', 'nudge.DidMeetAgain', 'nudge.HaveMet',
                                 'nudge.HaveMetAgain', 'nudge.MetToo')",
        )
        .bind(Subject::Pair(pair).key())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Nobody waits any longer for answers in a round.
    pub async fn close_questions_in(&mut self, round: RoundId) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set question = 'answered' where subject = $1 and question = 'open'",
        )
        .bind(Subject::Round(round).key())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// A question has its answer.
    pub async fn close_question(&mut self, id: OutboxId) -> Result<(), StoreError> {
        sqlx::query("update outbox set question = 'answered' where id = $1 and question = 'open'")
            .bind(id.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn question(row: &AnyRow) -> Result<OpenQuestion, StoreError> {
    let row = Row::of("outbox", row)?;
    Ok(OpenQuestion {
        letter: OutboxId::new(row.id()),
        message: message(&row)?,
        document: row.text("document")?,
        asked_at: row.at("settled_at")?,
    })
}
