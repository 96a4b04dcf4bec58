//! Counts of what has happened in a programme, for its report.

use sqlx::any::AnyRow;

use super::{StoreError, Work, meetings::meeting, row::Row};
use crate::domain::{ids::ProgrammeId, meeting::Meeting};

/// How much there is of some things in a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Pairs that have agreed on how they work together.
    pub agreements: i64,
    /// Adepts who have set a goal.
    pub adepts_with_goals: i64,
    /// Members whose data was erased.
    pub erased: i64,
    /// Messages that have arrived.
    pub sent: i64,
    /// Messages that could not be delivered.
    pub undelivered: i64,
}

impl Work {
    /// All meetings of a programme's pairs, by pair and number.
    pub async fn meetings_in(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<Meeting>, StoreError> {
        let rows = sqlx::query(
            "select id, pair_id, number, local, zone, since_at, place, state, asked, asked_at,
                    mentor_says, adept_says
               from meetings
              where pair_id in (select id from pairs where programme_id = $1)
              order by pair_id, number",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(meeting).collect()
    }

    /// How many cases there have been of each kind, and how many of them are dealt with.
    pub async fn case_counts(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<(String, i64, i64)>, StoreError> {
        let rows = sqlx::query(
            "select min(id) as id, kind, count(*) as raised,
                    count(case when state in ('closed', 'settled') then 1 end) as handled
               from cases where programme_id = $1 group by kind order by kind",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row: &AnyRow| {
            let row = Row::of("cases", row)?;
            Ok((row.text("kind")?, row.number("raised")?, row.number("handled")?))
        };
        rows.iter().map(read).collect()
    }

    /// How much there is of some things in a programme.
    pub async fn tally(&mut self, programme: ProgrammeId) -> Result<Tally, StoreError> {
        let row = sqlx::query(
            "select cast($1 as bigint) as id,
                    (select count(distinct pair_id) from agreements
                       join pairs on pairs.id = pair_id
                      where programme_id = $1 and agreed_at is not null) as agreements,
                    (select count(distinct member_id) from goals
                       join members on members.id = member_id
                      where programme_id = $1 and removed_at is null) as adepts_with_goals,
                    (select count(*) from members
                      where programme_id = $1 and erased_at is not null) as erased,
                    (select count(*) from outbox
                      where programme_id = $1 and state = 'sent') as sent,
                    (select count(*) from outbox
                      where programme_id = $1 and state in ('refused', 'given_up')) as undelivered",
        )
        .bind(programme.get())
        .fetch_one(&mut *self.tx)
        .await?;
        let row = Row::of("programmes", &row)?;
        Ok(Tally {
            agreements: row.number("agreements")?,
            adepts_with_goals: row.number("adepts_with_goals")?,
            erased: row.number("erased")?,
            sent: row.number("sent")?,
            undelivered: row.number("undelivered")?,
        })
    }
}
