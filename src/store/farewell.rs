//! How programmes end: who has been thanked, and which two want to stay in touch.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};

use super::{StoreError, Work, row::Row};
use crate::domain::{
    farewell::Touch,
    ids::{MemberId, PairId, ProgrammeId},
    meeting::Half,
};

impl Work {
    /// The programmes of which it is time to see whether they are over for anybody.
    pub async fn programmes_to_end(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<ProgrammeId>, StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("select id from programmes where end_at <= $1 order by id")
                .bind(now.as_millisecond())
                .fetch_all(&mut *self.tx)
                .await?;
        Ok(ids.into_iter().map(ProgrammeId::new).collect())
    }

    /// Stores when that is looked at next, if it is.
    pub async fn put_end(
        &mut self,
        programme: ProgrammeId,
        at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query("update programmes set end_at = $2 where id = $1")
            .bind(programme.get())
            .bind(at.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Who in a programme has been thanked, and on what day they were told that their data is erased.
    pub async fn thanked(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<BTreeMap<MemberId, Date>, StoreError> {
        let rows = sqlx::query(
            "select id, told_erased_on from members
              where programme_id = $1 and thanked_at is not null order by id",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("members", row)?;
            let told = row.maybe_day("told_erased_on")?;
            let told = told.ok_or_else(|| row.wrong("nobody told them when they are erased"))?;
            Ok((MemberId::new(row.id()), told))
        };
        rows.iter().map(read).collect()
    }

    /// Stores that somebody has been thanked, or told another day on which their data is erased.
    pub async fn put_thanked(
        &mut self,
        member: MemberId,
        erased_on: Date,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update members
                set thanked_at = coalesce(thanked_at, $3), told_erased_on = $2
              where id = $1",
        )
        .bind(member.get())
        .bind(erased_on.to_string())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Whether one of two wants to stay in touch. None if they haven't said.
    pub async fn touch(&mut self, pair: PairId, half: Half) -> Result<Option<Touch>, StoreError> {
        let row = sqlx::query("select id, mentor_touch, adept_touch from pairs where id = $1")
            .bind(pair.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let row = Row::of("pairs", &row)?;
        let column = match half {
            Half::Mentor => "mentor_touch",
            Half::Adept => "adept_touch",
        };
        match row.maybe_text(column)? {
            None => Ok(None),
            Some(_) => row.known(column, Touch::named).map(Some),
        }
    }

    /// Stores whether one of two wants to stay in touch.
    pub async fn put_touch(
        &mut self,
        pair: PairId,
        half: Half,
        touch: Touch,
    ) -> Result<(), StoreError> {
        let statement = match half {
            Half::Mentor => "update pairs set mentor_touch = $2 where id = $1",
            Half::Adept => "update pairs set adept_touch = $2 where id = $1",
        };
        sqlx::query(statement).bind(pair.get()).bind(touch.as_str()).execute(&mut *self.tx).await?;
        Ok(())
    }
}
