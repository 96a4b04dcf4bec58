//! What is known of a pair when it is looked at whether it needs its leader.

use jiff::Timestamp;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{PairId, PersonId, ProgrammeId},
    risk::Pause,
};

/// The first messages in a row that wanted somebody's answer and got none: two at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unanswered {
    /// How many.
    pub count: i64,
    /// When the first came.
    pub since: Timestamp,
    /// When the last of these came.
    pub asked_at: Timestamp,
}

impl Work {
    /// Pairs that are to be looked at by now.
    pub async fn pairs_to_look_at(
        &mut self,
        now: Timestamp,
        most: i64,
    ) -> Result<Vec<PairId>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "select id from pairs where look_at <= $1 order by look_at, id limit $2",
        )
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(&mut *self.tx)
        .await?;
        Ok(ids.into_iter().map(PairId::new).collect())
    }

    /// Has a pair looked at then, or no more until something changes.
    pub async fn look_at(&mut self, pair: PairId, at: Option<Timestamp>) -> Result<(), StoreError> {
        sqlx::query(
            "update pairs set look_at = $2
              where id = $1 and stopped_since is null and ended_at is null",
        )
        .bind(pair.get())
        .bind(at.map(Timestamp::as_millisecond))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Has the pairs of somebody looked at soon: something about them has changed.
    pub async fn look_at_pairs_of(&mut self, person: PersonId) -> Result<(), StoreError> {
        sqlx::query(
            "update pairs set look_at = 0
              where stopped_since is null and ended_at is null
                and (mentor_id in (select id from members where person_id = $1)
                     or adept_id in (select id from members where person_id = $1))",
        )
        .bind(person.get())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// The same when somebody speaks, if something of theirs has waited for an answer, or if leaders
    /// think that they are silent. It comes before it is noted that they have spoken.
    pub async fn heard_from(&mut self, person: PersonId) -> Result<(), StoreError> {
        sqlx::query(
            "update pairs set look_at = 0
              where stopped_since is null and ended_at is null
                and (mentor_id in (select id from members where person_id = $1)
                     or adept_id in (select id from members where person_id = $1))
                and (exists (select 1 from cases
                              where person_id = $1 and kind = 'silent' and state <> 'settled')
                     or exists (select 1 from outbox
                                 where person_id = $1 and state = 'sent' and kind like 'nudge.%'
                                   and settled_at > coalesce(
                                       (select max(spoke_at) from accounts
                                         where accounts.person_id = $1), 0)))",
        )
        .bind(person.get())
        .execute(&mut *self.tx)
        .await?;
        self.settle_absence(person).await
    }

    /// When the clocks of a pair stood still.
    pub async fn pauses_of(&mut self, pair: PairId) -> Result<Vec<Pause>, StoreError> {
        let rows = sqlx::query(
            "select id, from_at, until_at from pauses where pair_id = $1 order by from_at",
        )
        .bind(pair.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("pauses", row)?;
            Ok(Pause { from: row.at("from_at")?, until: row.at("until_at")? })
        };
        rows.iter().map(read).collect()
    }

    /// Remembers that the clocks of a pair stood still.
    pub async fn add_pause(&mut self, pair: PairId, pause: Pause) -> Result<(), StoreError> {
        if pause.until <= pause.from {
            return Ok(());
        }
        sqlx::query("insert into pauses (pair_id, from_at, until_at) values ($1, $2, $3)")
            .bind(pair.get())
            .bind(pause.from.as_millisecond())
            .bind(pause.until.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The first two messages about their pairs in a programme that somebody hasn't answered:
    /// whatever they say is an answer.
    pub async fn unanswered_by(
        &mut self,
        person: PersonId,
        programme: ProgrammeId,
    ) -> Result<Option<Unanswered>, StoreError> {
        let rows = sqlx::query(
            "select id, settled_at from outbox
              where person_id = $1 and programme_id = $2 and state = 'sent'
                and kind like 'nudge.%'
                and settled_at > coalesce((select max(spoke_at) from accounts
                                            where accounts.person_id = $1), 0)
              order by settled_at, id limit 2",
        )
        .bind(person.get())
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let came = rows.iter().map(|row| Row::of("outbox", row)?.at("settled_at"));
        let came: Vec<_> = came.collect::<Result<_, _>>()?;
        let (Some(since), Some(asked_at)) = (came.first(), came.last()) else { return Ok(None) };
        let count = i64::try_from(came.len()).unwrap_or(2);
        Ok(Some(Unanswered { count, since: *since, asked_at: *asked_at }))
    }

    /// The running programmes whose leaders read by now what needs them. One that has just begun to
    /// run is among them.
    pub async fn digests_due(&mut self, now: Timestamp) -> Result<Vec<ProgrammeId>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "select id from programmes
              where state = 'running' and coalesce(digest_at, 0) <= $1 order by id",
        )
        .bind(now.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        Ok(ids.into_iter().map(ProgrammeId::new).collect())
    }

    /// When the leaders of a programme read it next. None if it is their first time that is to be
    /// found.
    pub async fn digest_at(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Option<Timestamp>, StoreError> {
        let row = sqlx::query("select id, digest_at from programmes where id = $1")
            .bind(programme.get())
            .fetch_one(&mut *self.tx)
            .await?;
        Row::of("programmes", &row)?.maybe_at("digest_at")
    }

    /// Has them read it then.
    pub async fn put_digest_at(
        &mut self,
        programme: ProgrammeId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("update programmes set digest_at = $2 where id = $1")
            .bind(programme.get())
            .bind(at.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}
