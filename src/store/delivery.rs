//! Letters on their way: taken, handed over, and settled.

use jiff::Timestamp;

use super::{
    Envelope, Store, StoreError, Work,
    outbox::{envelope, message, receiver},
    row::Row,
};
use crate::domain::{
    ids::{OutboxId, PlaceId, ProgrammeId},
    inbound::MessageRef,
    letter::{Fate, Reason, Receiver},
    message::Message,
};

/// That a letter, `mine`, has to wait for another one to the same receiver: for one that is on its
/// way, and for whatever goes first and is due by then or was tried already.
macro_rules! waits_for_another {
    ($by:literal) => {
        concat!(
            "exists (
                 select 1 from outbox as other
                  where other.receiver = mine.receiver and other.id <> mine.id
                    and (other.state = 'sending'
                         or (other.state = 'waiting'
                             and (other.due_at <= ",
            $by,
            " or other.attempts > 0)
                             and (other.priority < mine.priority
                                  or (other.priority = mine.priority and other.id < mine.id)))))"
        )
    };
}
pub(super) use waits_for_another;

impl Store {
    /// Under which names letters were posted in a place.
    pub async fn posted_in(&self, place: PlaceId) -> Result<Vec<MessageRef>, StoreError> {
        let names = sqlx::query_scalar(
            "select posted_as from outbox where posted_to = $1 and posted_as is not null",
        )
        .bind(place.get())
        .fetch_all(&self.pool)
        .await?;
        Ok(names.into_iter().map(MessageRef).collect())
    }

    /// Takes letters that are due, one a receiver, and hides them from everyone else until
    /// `lease_until`. What is urgent goes first, and of the same urgency what was promised first:
    /// nothing overtakes what was tried already and waits for another try.
    pub async fn take_due(
        &self,
        now: Timestamp,
        lease_until: Timestamp,
        most: i64,
    ) -> Result<Vec<Envelope>, StoreError> {
        // The outer `due_at` and `state` look redundant and are not: on PostgreSQL, somebody who
        // waited for the row checks only the outer condition again, and would take it twice.
        let rows = sqlx::query(concat!(
            "update outbox set state = 'sending', lease_until = $2, attempts = attempts + 1
              where state = 'waiting' and due_at <= $1 and id in (
                    select id from outbox as mine
                     where state = 'waiting' and due_at <= $1 and not ",
            waits_for_another!("$1"),
            " order by priority, due_at, id limit $3)
             returning id, person_id, pair_id, place_id, programme_id, message, priority, stale_at,
                       attempts, failures, rooms_gone, first_try_at, posted_to, document, reply_to,
                       (select count(*) from outbox as other
                         where other.reply_to = outbox.reply_to and other.id < outbox.id
                           and other.state in ('sent', 'unsure')) as answers_further",
        ))
        .bind(now.as_millisecond())
        .bind(lease_until.as_millisecond())
        .bind(most)
        .fetch_all(&self.pool)
        .await?;
        let mut taken: Vec<_> = Vec::with_capacity(rows.len());
        for row in &rows {
            match envelope(row) {
                Ok(envelope) => taken.push(envelope),
                // One row that nobody can read must not stop the others.
                Err(StoreError::Inconsistent { table, id, .. }) => {
                    tracing::error!(outbox.id = id, table, "a letter can't be read");
                    let mut work = self.begin().await?;
                    let id = OutboxId::new(id);
                    work.settle(id, Fate::Refused, Reason::Unreadable, now).await?;
                    work.save().await?;
                }
                Err(error) => return Err(error),
            }
        }
        taken.sort_by_key(|envelope| (envelope.urgency, envelope.id));
        Ok(taken)
    }

    /// Remembers where a letter goes and how it is put, before it is handed to a platform.
    pub async fn begin_try(
        &self,
        id: OutboxId,
        place: PlaceId,
        document: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set posted_to = $2, document = coalesce(document, $3),
                    first_try_at = coalesce(first_try_at, $4)
              where id = $1",
        )
        .bind(id.get())
        .bind(place.get())
        .bind(document)
        .bind(now.as_millisecond())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Tries a letter again, not before `due`: what went wrong is counted. One that was never handed to a platform may be put
    /// differently then, and another may be merged into it.
    pub async fn put_back(
        &self,
        id: OutboxId,
        due: Timestamp,
        reason: Reason,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set state = 'waiting', lease_until = null, due_at = $2, reason = $3,
                    attempts = case when first_try_at is null then 0 else attempts end,
                    failures = failures + case when $3 = 'busy' then 0 else 1 end,
                    rooms_gone = rooms_gone + case when $3 = 'gone' then 1 else 0 end
              where id = $1 and state = 'sending'",
        )
        .bind(id.get())
        .bind(due.as_millisecond())
        .bind(reason.as_str())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Tries a letter again of which nothing has left, not before `due`: it is judged anew then, and
    /// nothing for the same receiver overtakes it.
    pub async fn put_back_unsent(
        &self,
        id: OutboxId,
        due: Timestamp,
        reason: Reason,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set state = 'waiting', lease_until = null, due_at = $2, reason = $3,
                    first_try_at = null, document = null, posted_to = null
              where id = $1 and state = 'sending'",
        )
        .bind(id.get())
        .bind(due.as_millisecond())
        .bind(reason.as_str())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Lets letters be tried again whose lease has ended: whoever took them is gone. With
    /// `everything`, also those whose lease lasts, because nobody else is at work. Says how many.
    pub async fn reclaim(&self, now: Timestamp, everything: bool) -> Result<u64, StoreError> {
        let until = if everything { i64::MAX } else { now.as_millisecond() };
        let reclaimed = sqlx::query(
            "update outbox set state = 'waiting', lease_until = null
              where state = 'sending' and lease_until <= $1",
        )
        .bind(until)
        .execute(&self.pool)
        .await?;
        Ok(reclaimed.rows_affected())
    }
}

impl Work {
    /// Remembers that a letter arrived, and whether it asks something. It then takes the place of
    /// what was asked earlier there about the same.
    pub async fn mark_sent(
        &mut self,
        id: OutboxId,
        posted_as: &MessageRef,
        asks: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        if asks {
            sqlx::query(
                "update outbox set question = 'answered'
                  where question = 'open' and id <> $1
                    and posted_to = (select posted_to from outbox where id = $1)
                    and subject = (select subject from outbox where id = $1)",
            )
            .bind(id.get())
            .execute(&mut *self.tx)
            .await?;
        }
        sqlx::query(
            "update outbox set state = 'sent', lease_until = null, settled_at = $2, posted_as = $3,
                    question = case when $4 = 1 then 'open' else 'none' end
              where id = $1",
        )
        .bind(id.get())
        .bind(now.as_millisecond())
        .bind(&posted_as.0)
        .bind(i64::from(asks))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Forgets the files that went along with a letter: there may be codes in them that were good
    /// for one person. `message` and `document` are what is left.
    pub async fn forget_files(
        &mut self,
        id: OutboxId,
        message: &Message,
        document: &str,
    ) -> Result<(), StoreError> {
        sqlx::query("update outbox set message = $2, document = $3 where id = $1")
            .bind(id.get())
            .bind(serde_json::json!(message).to_string())
            .bind(document)
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The welcomes of a programme that wait and were never tried.
    pub async fn waiting_welcomes(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<(OutboxId, Receiver, Message)>, StoreError> {
        let rows = sqlx::query(
            "select id, person_id, pair_id, place_id, message from outbox
              where programme_id = $1 and state = 'waiting' and attempts = 0
                and kind in ('pair.WelcomeMentor', 'pair.WelcomeAdept', 'pair.Introduction',
                             'pair.IntroductionTold', 'pair.Apart', 'pair.ApartTold')
              order by id",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let letter = |row| -> Result<_, StoreError> {
            let row = Row::of("outbox", row)?;
            Ok((OutboxId::new(row.id()), receiver(&row)?, message(&row)?))
        };
        rows.iter().map(letter).collect()
    }

    /// Puts a letter that waits on another time.
    pub async fn reschedule(
        &mut self,
        id: OutboxId,
        due_at: Timestamp,
        stale_at: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set due_at = $2, stale_at = $3 where id = $1 and state = 'waiting'",
        )
        .bind(id.get())
        .bind(due_at.as_millisecond())
        .bind(stale_at.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Remembers that a letter won't arrive, and why.
    pub async fn settle(
        &mut self,
        id: OutboxId,
        fate: Fate,
        reason: Reason,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set state = $2, reason = $3, lease_until = null, settled_at = $4
              where id = $1",
        )
        .bind(id.get())
        .bind(fate.as_str())
        .bind(reason.as_str())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}
