//! What is still to be said. A letter is stored with the state that caused it, then delivered.
//! How it is taken and settled is in `delivery`; what leaders see of it is in `letters`.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{OutboxId, PairId, PersonId, PlaceId, ProgrammeId},
    inbound::MessageRef,
    letter::Receiver,
    message::{Message, Subject},
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
    /// How many of the tries failed otherwise than by a platform that asks for patience.
    pub failures: i64,
    /// How many of the tries found the room gone.
    pub rooms_gone: i64,
    /// When it was handed to a platform first. None if it never was.
    pub first_try_at: Option<Timestamp>,
    /// Where it was posted to then.
    pub posted_to: Option<PlaceId>,
    /// How it was put then.
    pub document: Option<String>,
    /// The message that it answers.
    pub reply_to: Option<MessageRef>,
    /// Whether another letter that answers the same may be there already.
    pub answers_further: bool,
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
        rows.iter().map(waiting).collect()
    }

    /// The same, of those that belong to one programme.
    pub async fn waiting_in(
        &mut self,
        person: PersonId,
        programme: ProgrammeId,
    ) -> Result<Vec<(OutboxId, Message)>, StoreError> {
        let rows = sqlx::query(
            "select id, message from outbox
              where person_id = $1 and programme_id = $2 and state = 'waiting' and attempts = 0
                and document is null
              order by id",
        )
        .bind(person.get())
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(waiting).collect()
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

fn waiting(row: &AnyRow) -> Result<(OutboxId, Message), StoreError> {
    let row = Row::of("outbox", row)?;
    Ok((OutboxId::new(row.id()), message(&row)?))
}

fn subject(message: &Message) -> Option<String> {
    message.subject().map(Subject::key)
}

const fn columns(receiver: Receiver) -> (Option<PersonId>, Option<PairId>, Option<PlaceId>) {
    match receiver {
        Receiver::Person(person) => (Some(person), None, None),
        Receiver::Pair(pair) => (None, Some(pair), None),
        Receiver::Among(pair, person) => (Some(person), Some(pair), None),
        Receiver::Place(place) => (None, None, Some(place)),
    }
}

pub(super) fn receiver(row: &Row<'_>) -> Result<Receiver, StoreError> {
    let person = row.maybe_number("person_id")?.map(PersonId::new);
    let pair = row.maybe_number("pair_id")?.map(PairId::new);
    let place = row.maybe_number("place_id")?.map(PlaceId::new);
    match (person, pair, place) {
        (Some(person), Some(pair), _) => Ok(Receiver::Among(pair, person)),
        (Some(person), None, _) => Ok(Receiver::Person(person)),
        (None, Some(pair), _) => Ok(Receiver::Pair(pair)),
        (None, None, Some(place)) => Ok(Receiver::Place(place)),
        (None, None, None) => Err(row.wrong("it has no receiver")),
    }
}

pub(super) fn message(row: &Row<'_>) -> Result<Message, StoreError> {
    serde_json::from_str(&row.text("message")?).map_err(|why| row.wrong(why))
}

pub(super) fn envelope(row: &AnyRow) -> Result<Envelope, StoreError> {
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
        failures: row.number("failures")?,
        rooms_gone: row.number("rooms_gone")?,
        first_try_at: row.maybe_at("first_try_at")?,
        posted_to: row.maybe_number("posted_to")?.map(PlaceId::new),
        document: row.maybe_text("document")?,
        reply_to: row.maybe_text("reply_to")?.map(MessageRef),
        answers_further: row.number("answers_further")? > 0,
    })
}
