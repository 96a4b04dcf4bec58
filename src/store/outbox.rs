//! What is still to be said. A letter is stored with the state that caused it, then delivered.
//! Reading and settling what was promised is here; what leaders see of it is in `letters`.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{Store, StoreError, Work, row::Row};
use crate::domain::{
    ids::{OutboxId, PairId, PersonId, PlaceId, ProgrammeId},
    inbound::MessageRef,
    letter::{Fate, Reason, Receiver},
    message::Message,
    notice::Urgency,
};

/// A letter to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// Who receives it.
    pub receiver: Receiver,
    /// In which programme, so that its leaders can see what became of it.
    pub programme: Option<ProgrammeId>,
    /// What it says.
    pub message: Message,
    /// What goes before what.
    pub urgency: Urgency,
    /// Not before then.
    pub due_at: Timestamp,
    /// Not after then.
    pub stale_at: Timestamp,
    /// The message that it answers.
    pub reply_to: Option<MessageRef>,
}

/// A letter on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Which row it is.
    pub id: OutboxId,
    /// Who receives it.
    pub receiver: Receiver,
    /// In which programme.
    pub programme: Option<ProgrammeId>,
    /// What it says.
    pub message: Message,
    /// What goes before what.
    pub urgency: Urgency,
    /// Not after then.
    pub stale_at: Timestamp,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// When it was handed to a platform first. None if it never was.
    pub first_try_at: Option<Timestamp>,
    /// Where it was posted to then.
    pub posted_to: Option<PlaceId>,
    /// How it was put then.
    pub document: Option<String>,
    /// The message that it answers.
    pub reply_to: Option<MessageRef>,
}

impl Work {
    /// Promises to say something. Says which row it is.
    pub async fn promise(
        &mut self,
        letter: &NewLetter,
        now: Timestamp,
    ) -> Result<OutboxId, StoreError> {
        let (person, pair, place) = columns(letter.receiver);
        let (feature, kind) = letter.message.kind();
        let id = sqlx::query_scalar(
            "insert into outbox (receiver, person_id, pair_id, place_id, programme_id, message, kind,
                                 priority, state, made_at, due_at, stale_at, attempts, reply_to,
                                 question, subject)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10, $11, 0, $12, 'none', $13)
             returning id",
        )
        .bind(letter.receiver.to_string())
        .bind(person.map(PersonId::get))
        .bind(pair.map(PairId::get))
        .bind(place.map(PlaceId::get))
        .bind(letter.programme.map(ProgrammeId::get))
        .bind(serde_json::json!(letter.message).to_string())
        .bind(format!("{feature}.{kind}"))
        .bind(letter.urgency.priority())
        .bind(now.as_millisecond())
        .bind(letter.due_at.as_millisecond())
        .bind(letter.stale_at.as_millisecond())
        .bind(letter.reply_to.as_ref().map(|message| message.0.clone()))
        .bind(subject(&letter.message))
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(OutboxId::new(id))
    }

    /// Letters to a person that wait and were never tried, so that another can be merged in.
    pub async fn waiting_for(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<(OutboxId, Message)>, StoreError> {
        let rows = sqlx::query(
            "select id, message from outbox
              where person_id = $1 and state = 'waiting' and attempts = 0 and document is null
              order by id",
        )
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter()
            .map(|row| {
                let row = Row::of("outbox", row)?;
                Ok((OutboxId::new(row.id()), message(&row)?))
            })
            .collect()
    }

    /// Changes what a letter says that was never tried. It is then as fresh as the latest of what
    /// it says, and stays worth sending until `stale_at` at least.
    pub async fn rewrite(
        &mut self,
        id: OutboxId,
        message: &Message,
        stale_at: Timestamp,
    ) -> Result<(), StoreError> {
        let (feature, kind) = message.kind();
        sqlx::query(
            "update outbox set message = $2, kind = $3, subject = $5,
                    stale_at = case when stale_at < $4 then $4 else stale_at end
              where id = $1",
        )
        .bind(id.get())
        .bind(serde_json::json!(message).to_string())
        .bind(format!("{feature}.{kind}"))
        .bind(stale_at.as_millisecond())
        .bind(subject(message))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// When a person got messages that nobody's act had caused, from `since` on. Those to their
    /// pairs count as well.
    pub async fn unprompted_to(
        &mut self,
        person: PersonId,
        since: Timestamp,
    ) -> Result<Vec<Timestamp>, StoreError> {
        let rows = sqlx::query(
            "select id, settled_at from outbox
              where state = 'sent' and priority >= $3 and settled_at >= $2
                and (person_id = $1 or pair_id in (
                     select pairs.id from pairs
                       join members on members.id in (mentor_id, adept_id)
                      where members.person_id = $1))",
        )
        .bind(person.get())
        .bind(since.as_millisecond())
        .bind(Urgency::FIRST_SPARING)
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(|row| Row::of("outbox", row)?.at("settled_at")).collect()
    }
}

impl Store {
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
        let rows = sqlx::query(
            "update outbox set state = 'sending', lease_until = $2, attempts = attempts + 1
              where state = 'waiting' and due_at <= $1 and id in (
                    select id from outbox as mine
                     where state = 'waiting' and due_at <= $1
                       and not exists (
                           select 1 from outbox as other
                            where other.receiver = mine.receiver and other.id <> mine.id
                              and (other.state = 'sending'
                                   or (other.state = 'waiting'
                                       and (other.due_at <= $1
                                            or other.first_try_at is not null)
                                       and (other.priority < mine.priority
                                            or (other.priority = mine.priority
                                                and other.id < mine.id)))))
                     order by priority, due_at, id limit $3)
             returning id, person_id, pair_id, place_id, programme_id, message, priority, stale_at,
                       attempts, first_try_at, posted_to, document, reply_to",
        )
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
                Err(StoreError::Inconsistent { table, id, why }) => {
                    tracing::error!(outbox.id = id, table, why, "a letter can't be read");
                    self.settle(OutboxId::new(id), Fate::Refused, Reason::Unreadable, now).await?;
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

    /// Remembers that a letter arrived, and whether it asks something. It then takes the place of
    /// what was asked earlier there about the same.
    pub async fn mark_sent(
        &self,
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
            .execute(&self.pool)
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
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Remembers that a letter won't arrive, and why.
    pub async fn settle(
        &self,
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
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Tries a letter again, not before `due`. One that was never handed to a platform may be put
    /// differently then, and another may be merged into it.
    pub async fn put_back(
        &self,
        id: OutboxId,
        due: Timestamp,
        reason: Reason,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set state = 'waiting', lease_until = null, due_at = $2, reason = $3,
                    attempts = case when first_try_at is null then 0 else attempts end
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

fn subject(message: &Message) -> Option<String> {
    message.subject().map(|pair| format!("pair:{}", pair.get()))
}

const fn columns(receiver: Receiver) -> (Option<PersonId>, Option<PairId>, Option<PlaceId>) {
    match receiver {
        Receiver::Person(person) => (Some(person), None, None),
        Receiver::Pair(pair) => (None, Some(pair), None),
        Receiver::Place(place) => (None, None, Some(place)),
    }
}

pub(super) fn receiver(row: &Row<'_>) -> Result<Receiver, StoreError> {
    let person = row.maybe_number("person_id")?.map(PersonId::new).map(Receiver::Person);
    let pair = row.maybe_number("pair_id")?.map(PairId::new).map(Receiver::Pair);
    let place = row.maybe_number("place_id")?.map(PlaceId::new).map(Receiver::Place);
    person.or(pair).or(place).ok_or_else(|| row.wrong("it has no receiver"))
}

pub(super) fn message(row: &Row<'_>) -> Result<Message, StoreError> {
    serde_json::from_str(&row.text("message")?).map_err(|why| row.wrong(why))
}

fn envelope(row: &AnyRow) -> Result<Envelope, StoreError> {
    let row = Row::of("outbox", row)?;
    let priority = row.number("priority")?;
    Ok(Envelope {
        id: OutboxId::new(row.id()),
        receiver: receiver(&row)?,
        programme: row.maybe_number("programme_id")?.map(ProgrammeId::new),
        message: message(&row)?,
        urgency: Urgency::of_priority(priority)
            .ok_or_else(|| row.wrong(format!("the priority is {priority}")))?,
        stale_at: row.at("stale_at")?,
        attempts: row.number("attempts")?,
        first_try_at: row.maybe_at("first_try_at")?,
        posted_to: row.maybe_number("posted_to")?.map(PlaceId::new),
        document: row.maybe_text("document")?,
        reply_to: row.maybe_text("reply_to")?.map(MessageRef),
    })
}
