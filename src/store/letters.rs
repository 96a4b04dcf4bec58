//! The outbox as leaders see it.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{
    StoreError, Work,
    outbox::{message, receiver},
    personal::{is_for_its_reader, pairs, parts, places},
    row::Row,
};
use crate::domain::{
    ids::{OutboxId, PairId, PersonId, ProgrammeId},
    letter::{Fate, Reason, Receiver},
    locale::Locale,
    message::Message,
    notice::Urgency,
};

/// A letter, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    /// Which row it is.
    pub id: OutboxId,
    /// Who was to receive it.
    pub receiver: Receiver,
    /// In which programme.
    pub programme: Option<ProgrammeId>,
    /// What it says.
    pub message: Message,
    /// What became of it.
    pub fate: Fate,
    /// When it is due.
    pub due_at: Timestamp,
    /// Why it did not leave when it was due, or at all.
    pub reason: Option<Reason>,
}

/// How many letters of a programme were sent, and how many wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Sent.
    pub sent: i64,
    /// Waiting or on their way.
    pub waiting: i64,
    /// All that did not arrive or not yet.
    pub unsent: i64,
}

/// A letter that arrived, with how it was put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentLetter {
    /// When it arrived.
    pub sent_at: Timestamp,
    /// Who received it.
    pub receiver: Receiver,
    /// The people behind the receiver.
    pub people: Vec<PersonId>,
    /// The language of a single receiver.
    pub locale: Option<Locale>,
    /// What it says.
    pub message: Message,
    /// What went before what.
    pub urgency: Urgency,
    /// How it was put.
    pub document: String,
}

macro_rules! select_letters {
    ($which:literal) => {
        concat!(
            "select id, person_id, pair_id, place_id, programme_id, message, state, due_at, reason
               from outbox ",
            $which
        )
    };
}

impl Work {
    /// Letters of a programme that wait or did not arrive, what needs a leader most first.
    pub async fn unsent(
        &mut self,
        programme: ProgrammeId,
        most: i64,
    ) -> Result<Vec<Unsent>, StoreError> {
        let rows = sqlx::query(select_letters!(
            "where programme_id = $1 and state not in ('sent', 'cancelled')
              order by case state when 'unsure' then 0 when 'given_up' then 1 when 'refused' then 2
                                  when 'sending' then 3 when 'waiting' then 4 else 5 end,
                       due_at, id
              limit $2"
        ))
        .bind(programme.get())
        .bind(most)
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(unsent).collect()
    }

    /// Letters of a programme to a person that did not arrive.
    pub async fn unsent_to(
        &mut self,
        person: PersonId,
        programme: ProgrammeId,
    ) -> Result<Vec<Unsent>, StoreError> {
        let rows = sqlx::query(select_letters!(
            "where programme_id = $1 and person_id = $2
               and state in ('expired', 'refused', 'given_up', 'unsure') order by id"
        ))
        .bind(programme.get())
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(unsent).collect()
    }

    /// How many letters of a programme there are.
    pub async fn letter_counts(&mut self, programme: ProgrammeId) -> Result<Counts, StoreError> {
        let row = sqlx::query(
            "select 0 as id, coalesce(sum(case when state = 'sent' then 1 else 0 end), 0) as sent,
                    coalesce(sum(case when state in ('waiting', 'sending') then 1 else 0 end), 0)
                        as waiting,
                    coalesce(sum(case when state in ('sent', 'cancelled') then 0 else 1 end), 0)
                        as unsent
               from (select state from outbox where programme_id = $1) as letters",
        )
        .bind(programme.get())
        .fetch_one(&mut *self.tx)
        .await?;
        let row = Row::of("outbox", &row)?;
        Ok(Counts {
            sent: row.number("sent")?,
            waiting: row.number("waiting")?,
            unsent: row.number("unsent")?,
        })
    }

    /// Every letter that arrived, in order.
    pub async fn sent_letters(&mut self) -> Result<Vec<SentLetter>, StoreError> {
        let rows = sqlx::query(
            "select outbox.id, outbox.person_id, outbox.pair_id, outbox.place_id, message, priority,
                    document, settled_at, people.locale, mentor.person_id as mentor_person,
                    adept.person_id as adept_person
               from outbox
               left join people on people.id = outbox.person_id
               left join pairs on pairs.id = outbox.pair_id
               left join members as mentor on mentor.id = mentor_id
               left join members as adept on adept.id = adept_id
              where outbox.state = 'sent' order by settled_at, outbox.id",
        )
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(sent).collect()
    }

    /// What has been said to a person, and how it was put, in order.
    pub async fn letters_to(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<(Timestamp, String)>, StoreError> {
        let rows = sqlx::query(concat!(
            "select id, settled_at, document from outbox
              where state = 'sent' and document is not null and ",
            is_for_its_reader!(),
            "
                and (person_id = $1 or pair_id in ",
            pairs!(),
            " or place_id in ",
            places!(),
            ")
              order by settled_at, id"
        ))
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let letter = |row: &AnyRow| {
            let row = Row::of("outbox", row)?;
            Ok((row.at("settled_at")?, row.text("document")?))
        };
        rows.iter().map(letter).collect()
    }

    /// The letter of that row.
    pub async fn letter(&mut self, id: OutboxId) -> Result<Option<Unsent>, StoreError> {
        let row = sqlx::query(select_letters!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(unsent).transpose()
    }

    /// Tries a letter again that did not arrive, as if it had never been tried. False if it
    /// arrived or is on its way.
    pub async fn retry_letter(
        &mut self,
        id: OutboxId,
        now: Timestamp,
        stale_at: Timestamp,
    ) -> Result<bool, StoreError> {
        let retried = sqlx::query(
            "update outbox set state = 'waiting', due_at = $2, stale_at = $3, settled_at = null,
                    attempts = 0, failures = 0, rooms_gone = 0, first_try_at = null, posted_to = null, document = null,
                    reason = null
              where id = $1 and state in ('waiting', 'expired', 'refused', 'given_up', 'unsure')",
        )
        .bind(id.get())
        .bind(now.as_millisecond())
        .bind(stale_at.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(retried.rows_affected() == 1)
    }

    /// Lets go at once what has waited for somebody to join.
    pub async fn release_letters_to(
        &mut self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set due_at = $2, reason = null
              where state = 'waiting' and reason = $3
                and (person_id = $1 or pair_id in (
                     select pairs.id from pairs
                       join members on members.id in (mentor_id, adept_id)
                      where members.person_id = $1))",
        )
        .bind(person.get())
        .bind(now.as_millisecond())
        .bind(Reason::NoAccount.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Takes back everything that waits for the two of a pair together.
    pub async fn cancel_letters_to(
        &mut self,
        pair: PairId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set state = 'cancelled', reason = $3, settled_at = $2
              where pair_id = $1 and state = 'waiting' and attempts = 0",
        )
        .bind(pair.get())
        .bind(now.as_millisecond())
        .bind(Reason::Cancelled.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Takes a letter back. False if it has left.
    pub async fn cancel_letter(
        &mut self,
        id: OutboxId,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let cancelled = sqlx::query(
            "update outbox set state = 'cancelled', reason = $3, settled_at = $2
              where id = $1 and state in ('waiting', 'expired', 'refused', 'given_up', 'unsure')",
        )
        .bind(id.get())
        .bind(now.as_millisecond())
        .bind(Reason::Cancelled.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(cancelled.rows_affected() == 1)
    }
}

fn unsent(row: &AnyRow) -> Result<Unsent, StoreError> {
    let row = Row::of("outbox", row)?;
    let reason = row.maybe_text("reason")?;
    Ok(Unsent {
        id: OutboxId::new(row.id()),
        receiver: receiver(&row)?,
        programme: row.maybe_number("programme_id")?.map(ProgrammeId::new),
        message: message(&row)?,
        fate: row.known("state", Fate::named)?,
        due_at: row.at("due_at")?,
        reason: reason
            .map(|name| {
                Reason::named(&name).ok_or_else(|| row.wrong(format!("the reason is {name:?}")))
            })
            .transpose()?,
    })
}

fn sent(row: &AnyRow) -> Result<SentLetter, StoreError> {
    let row = Row::of("outbox", row)?;
    let receiver = receiver(&row)?;
    let people = match receiver {
        Receiver::Person(person) | Receiver::Among(_, person) => vec![person],
        Receiver::Pair(_) => {
            let both = [row.maybe_number("mentor_person")?, row.maybe_number("adept_person")?];
            both.into_iter().flatten().map(PersonId::new).collect()
        }
        Receiver::Place(_) => vec![],
    };
    let priority = row.number("priority")?;
    Ok(SentLetter {
        sent_at: row.at("settled_at")?,
        receiver,
        people,
        locale: row.maybe_text("locale")?.map(|tag| Locale::new(&tag)),
        message: message(&row)?,
        urgency: Urgency::of_priority(priority)
            .ok_or_else(|| row.wrong(format!("the priority is {priority}")))?,
        document: row.maybe_text("document")?.unwrap_or_default(),
    })
}
