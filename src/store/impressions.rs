//! What people say of meetings that were held.

use jiff::Timestamp;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{MeetingId, MemberId, PairId, PersonId, ProgrammeId},
    impression::{Feeling, Fit, Impression},
};

impl Work {
    /// What somebody has said of a meeting: nothing, if they haven't.
    pub async fn impression(
        &mut self,
        meeting: MeetingId,
        member: MemberId,
    ) -> Result<Impression, StoreError> {
        let row = sqlx::query(
            "select id, feeling, fit from impressions where meeting_id = $1 and member_id = $2",
        )
        .bind(meeting.get())
        .bind(member.get())
        .fetch_optional(&mut *self.tx)
        .await?;
        let read = row.as_ref().map(|row| impression(&Row::of("impressions", row)?)).transpose();
        Ok(read?.unwrap_or_default())
    }

    /// What was said last of the meetings of a pair, by each of the two who said anything.
    pub async fn last_impressions(
        &mut self,
        pair: PairId,
    ) -> Result<Vec<(MemberId, Impression)>, StoreError> {
        let rows = sqlx::query(
            "select impressions.id, member_id, feeling, fit
               from impressions join meetings on meetings.id = meeting_id
              where pair_id = $1 and said_at = (
                    select max(latest.said_at)
                      from impressions as latest join meetings as theirs on theirs.id = latest.meeting_id
                     where theirs.pair_id = $1 and latest.member_id = impressions.member_id)
              order by member_id, impressions.id",
        )
        .bind(pair.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("impressions", row)?;
            Ok((MemberId::new(row.number("member_id")?), impression(&row)?))
        };
        rows.iter().map(read).collect()
    }

    /// What was said of meetings in a programme after `since` and not after `until`, the latest last.
    pub async fn impressions_in(
        &mut self,
        programme: ProgrammeId,
        since: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<(PersonId, Impression)>, StoreError> {
        let rows = sqlx::query(
            "select impressions.id, person_id, feeling, fit
               from impressions join members on members.id = member_id
              where programme_id = $1 and said_at > $2 and said_at <= $3
              order by said_at, impressions.id",
        )
        .bind(programme.get())
        .bind(since.as_millisecond())
        .bind(until.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("impressions", row)?;
            Ok((PersonId::new(row.number("person_id")?), impression(&row)?))
        };
        rows.iter().map(read).collect()
    }

    /// Keeps what somebody says of a meeting, in place of what they said before.
    pub async fn put_impression(
        &mut self,
        meeting: MeetingId,
        member: MemberId,
        impression: Impression,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into impressions (meeting_id, member_id, feeling, fit, said_at)
             values ($1, $2, $3, $4, $5)
             on conflict (meeting_id, member_id)
             do update set feeling = excluded.feeling, fit = excluded.fit,
                           said_at = excluded.said_at",
        )
        .bind(meeting.get())
        .bind(member.get())
        .bind(impression.feeling.map(Feeling::as_str))
        .bind(impression.fit.map(Fit::as_str))
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}

fn impression(row: &Row<'_>) -> Result<Impression, StoreError> {
    let named = |column, known: bool, name: &Option<String>| match name {
        Some(name) if !known => Err(row.wrong(format!("{column} is {name:?}"))),
        Some(_) | None => Ok(()),
    };
    let (feels, fits) = (row.maybe_text("feeling")?, row.maybe_text("fit")?);
    let feeling = feels.as_deref().and_then(Feeling::named);
    let fit = fits.as_deref().and_then(Fit::named);
    named("feeling", feeling.is_some(), &feels)?;
    named("fit", fit.is_some(), &fits)?;
    Ok(Impression { feeling, fit })
}
