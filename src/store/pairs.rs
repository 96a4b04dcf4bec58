//! Pairs, and the one place that turns their rows into states.

use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    asked::Asked,
    ids::{MeetingId, MemberId, PairId, PersonId, ProgrammeId},
    pair::{NextMeeting, Pair, Seat},
};

/// Every query for pairs starts with these columns; what follows says which pairs.
macro_rules! select_pairs {
    ($which:literal) => {
        concat!(
            "select pairs.id, pairs.programme_id, number, mentor_id, adept_id, next, due_at, asked,
                    asked_at, meeting_id, ask_at, since_at, stopped_since,
                    pairs.paused_since, pairs.resume_at, ends_on, began_at, ended_at,
                    mentor.person_id as mentor_person, mentor_is.name as mentor_name,
                    adept.person_id as adept_person, adept_is.name as adept_name
               from pairs
               join members as mentor on mentor.id = mentor_id
               join people as mentor_is on mentor_is.id = mentor.person_id
               join members as adept on adept.id = adept_id
               join people as adept_is on adept_is.id = adept.person_id ",
            $which
        )
    };
}

impl Work {
    /// The pairs about which something has to be decided by now, the longest due first.
    pub async fn due_pairs(
        &mut self,
        now: Timestamp,
        most: i64,
    ) -> Result<Vec<PairId>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "select id from pairs where act_at <= $1 order by act_at, id limit $2",
        )
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(&mut *self.tx)
        .await?;
        Ok(ids.into_iter().map(PairId::new).collect())
    }

    /// Leaves a pair that can't be read alone until then.
    pub async fn set_aside(&mut self, pair: PairId, until: Timestamp) -> Result<(), StoreError> {
        sqlx::query("update pairs set act_at = $2 where id = $1")
            .bind(pair.get())
            .bind(until.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Lets a pair rest until then: it can't be read.
    pub async fn put_off_rest(&mut self, pair: PairId, until: Timestamp) -> Result<(), StoreError> {
        sqlx::query("update pairs set resume_at = $2 where id = $1 and resume_at is not null")
            .bind(pair.get())
            .bind(until.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The pair with this id.
    pub async fn pair(&mut self, id: PairId) -> Result<Option<Pair>, StoreError> {
        let row = sqlx::query(select_pairs!("where pairs.id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(pair).transpose()
    }

    /// The pairs that rest together and go on by now.
    pub async fn pairs_to_resume(&mut self, now: Timestamp) -> Result<Vec<PairId>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "select id from pairs where resume_at <= $1 and ended_at is null order by resume_at, id",
        )
        .bind(now.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        Ok(ids.into_iter().map(PairId::new).collect())
    }

    /// All pairs of a programme.
    pub async fn pairs_of_programme(&mut self, id: ProgrammeId) -> Result<Vec<Pair>, StoreError> {
        let rows = sqlx::query(select_pairs!("where pairs.programme_id = $1 order by number"))
            .bind(id.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(pair).collect()
    }

    /// The pairs that somebody is in and that have not ended.
    pub async fn pairs_of_person(&mut self, id: PersonId) -> Result<Vec<Pair>, StoreError> {
        let rows = sqlx::query(select_pairs!(
            "where $1 in (mentor.person_id, adept.person_id) and ended_at is null order by pairs.id"
        ))
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(pair).collect()
    }

    /// The latest day that a leader has given a pair of a programme, if any has more time than it.
    pub async fn last_day_given(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Option<Date>, StoreError> {
        let row = sqlx::query(
            "select 0 as id, max(ends_on) as ends_on from pairs
              where programme_id = $1 and ended_at is null",
        )
        .bind(programme.get())
        .fetch_one(&mut *self.tx)
        .await?;
        let row = Row::of("pairs", &row)?;
        row.maybe_day("ends_on")
    }

    /// The pairs that somebody is or was in.
    pub async fn all_pairs_of_person(&mut self, id: PersonId) -> Result<Vec<Pair>, StoreError> {
        let rows = sqlx::query(select_pairs!(
            "where $1 in (mentor.person_id, adept.person_id) order by pairs.id"
        ))
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(pair).collect()
    }

    /// Stores a new pair, whose clocks stand still until it is begun. Says which it is.
    pub async fn add_pair(
        &mut self,
        programme: ProgrammeId,
        mentor: MemberId,
        adept: MemberId,
        now: Timestamp,
    ) -> Result<PairId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into pairs (programme_id, number, mentor_id, adept_id, next, due_at, asked,
                                stopped_since)
             select $1, 1 + coalesce(max(number), 0), $2, $3, 'open', $4, 0, $4
               from pairs where programme_id = $1
             returning id",
        )
        .bind(programme.get())
        .bind(mentor.get())
        .bind(adept.get())
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(PairId::new(id))
    }

    /// Stores how it stands with a pair, and when something has to be decided about it next. Whether
    /// it needs its leader is looked at soon.
    pub async fn put_pair(
        &mut self,
        pair: &Pair,
        act_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let milliseconds = |at: Option<Timestamp>| at.map(Timestamp::as_millisecond);
        let (next, due_at, asked, meeting, ask_at, since_at) = match pair.next {
            NextMeeting::Open { due_at, asked } => {
                ("open", Some(due_at), Some(asked), None, None, None)
            }
            NextMeeting::Booked { meeting, ask_at } => {
                ("booked", None, None, Some(meeting), Some(ask_at), None)
            }
            NextMeeting::InQuestion { meeting, ask_at } => {
                ("in_question", None, None, Some(meeting), Some(ask_at), None)
            }
            NextMeeting::WithLeader { since } => {
                ("with_leader", None, None, None, None, Some(since))
            }
        };
        sqlx::query(
            "update pairs set next = $2, due_at = $3, asked = $4, asked_at = $5, meeting_id = $6,
                    ask_at = $7, since_at = $8, stopped_since = $9, ended_at = $10, act_at = $11,
                    paused_since = $12, began_at = $13, resume_at = $14, ends_on = $15,
                    look_at = case when $9 is null and $10 is null then 0 end
              where id = $1",
        )
        .bind(pair.id.get())
        .bind(next)
        .bind(milliseconds(due_at))
        .bind(asked.map(Asked::times))
        .bind(milliseconds(asked.and_then(Asked::last_at)))
        .bind(meeting.map(MeetingId::get))
        .bind(milliseconds(ask_at))
        .bind(milliseconds(since_at))
        .bind(milliseconds(pair.stopped_since))
        .bind(milliseconds(pair.ended_at))
        .bind(milliseconds(act_at))
        .bind(milliseconds(pair.paused_since))
        .bind(milliseconds(pair.began_at))
        .bind(milliseconds(pair.resume_at))
        .bind(pair.ends_on.map(|day| day.to_string()))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Whether there is a reason for a pair's clocks to stand still: the programme doesn't run, or
    /// one of the two or both together are taking a break.
    pub async fn is_held_back(&mut self, pair: PairId) -> Result<bool, StoreError> {
        let reasons: i64 = sqlx::query_scalar(
            "select count(*) from pairs
               join programmes on programmes.id = pairs.programme_id
               join members as mentor on mentor.id = mentor_id
               join members as adept on adept.id = adept_id
              where pairs.id = $1
                and (programmes.state <> 'running' or pairs.paused_since is not null
                     or mentor.paused_since is not null or adept.paused_since is not null)",
        )
        .bind(pair.get())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(reasons > 0)
    }
}

fn pair(row: &AnyRow) -> Result<Pair, StoreError> {
    let row = Row::of("pairs", row)?;
    let next = row.text("next")?;
    let asked = row.maybe_asked("asked", "asked_at")?;
    let meeting = row.maybe_number("meeting_id")?.map(MeetingId::new);
    let times = (row.maybe_at("due_at")?, row.maybe_at("ask_at")?, row.maybe_at("since_at")?);
    let next = match (next.as_str(), asked, meeting, times) {
        ("open", Some(asked), None, (Some(due_at), None, None)) => {
            NextMeeting::Open { due_at, asked }
        }
        ("booked", None, Some(meeting), (None, Some(ask_at), None)) => {
            NextMeeting::Booked { meeting, ask_at }
        }
        ("in_question", None, Some(meeting), (None, Some(ask_at), None)) => {
            NextMeeting::InQuestion { meeting, ask_at }
        }
        ("with_leader", None, None, (None, None, Some(since))) => NextMeeting::WithLeader { since },
        other => return Err(row.wrong(format!("{other:?} is no state of a next meeting"))),
    };
    let seat = |member: &str, person: &str, name: &str| -> Result<Seat, StoreError> {
        Ok(Seat {
            member: MemberId::new(row.number(member)?),
            person: PersonId::new(row.number(person)?),
            name: row.text(name)?,
        })
    };
    Ok(Pair {
        id: PairId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        number: row.number("number")?,
        mentor: seat("mentor_id", "mentor_person", "mentor_name")?,
        adept: seat("adept_id", "adept_person", "adept_name")?,
        next,
        stopped_since: row.maybe_at("stopped_since")?,
        paused_since: row.maybe_at("paused_since")?,
        resume_at: row.maybe_at("resume_at")?,
        ends_on: row.maybe_day("ends_on")?,
        began_at: row.maybe_at("began_at")?,
        ended_at: row.maybe_at("ended_at")?,
    })
}
