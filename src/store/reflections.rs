//! What people were asked about their co-operation. What they answered is among their notes.

use jiff::Timestamp;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{MemberId, PairId},
    reflection::Subject,
};

impl Work {
    /// What somebody was asked as one of a pair.
    pub async fn reflections(
        &mut self,
        member: MemberId,
        pair: PairId,
    ) -> Result<Vec<Subject>, StoreError> {
        let rows = sqlx::query(
            "select id, subject from reflections where member_id = $1 and pair_id = $2 order by id",
        )
        .bind(member.get())
        .bind(pair.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let subject = |row| Row::of("reflections", row)?.known("subject", Subject::named);
        rows.iter().map(subject).collect()
    }

    /// Keeps that somebody was asked.
    pub async fn add_reflection(
        &mut self,
        member: MemberId,
        pair: PairId,
        subject: Subject,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into reflections (member_id, pair_id, subject, asked_at)
             values ($1, $2, $3, $4) on conflict (member_id, pair_id, subject) do nothing",
        )
        .bind(member.get())
        .bind(pair.get())
        .bind(subject.as_str())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}
