//! What people ask of their leaders, in confidence.

use jiff::Timestamp;

use super::{
    StoreError, Work,
    cases::{case, select_cases},
    row::Row,
};
use crate::domain::{
    attention::{Case, Wish},
    ids::{CaseId, PersonId, ProgrammeId},
};

/// What somebody who asks for help says, and when they were promised an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plea {
    /// Their words, if they wrote any.
    pub words: Option<String>,
    /// When a leader should have answered.
    pub answer_by: Timestamp,
}

impl Work {
    /// Opens a case for somebody who asks for help: each time anew, so that no words are lost.
    pub async fn open_plea(
        &mut self,
        programme: ProgrammeId,
        (person, wish): (PersonId, Wish),
        plea: &Plea,
        now: Timestamp,
    ) -> Result<CaseId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into cases (programme_id, person_id, kind, wish, words, answer_by, remind_at,
                                level, since_at, state)
             values ($1, $2, 'help', $3, $4, $5, $5, 'red', $6, 'open') returning id",
        )
        .bind(programme.get())
        .bind(person.get())
        .bind(wish.as_str())
        .bind(&plea.words)
        .bind(plea.answer_by.as_millisecond())
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(CaseId::new(id))
    }

    /// What somebody has asked for already, and leaders are still to deal with.
    pub async fn living_plea(
        &mut self,
        programme: ProgrammeId,
        (person, wish): (PersonId, Wish),
    ) -> Result<Option<Plea>, StoreError> {
        let id: Option<i64> = sqlx::query_scalar(
            "select max(id) from cases
              where programme_id = $1 and person_id = $2 and kind = 'help' and wish = $3
                and state in ('open', 'later')",
        )
        .bind(programme.get())
        .bind(person.get())
        .bind(wish.as_str())
        .fetch_one(&mut *self.tx)
        .await?;
        match id {
            Some(id) => self.plea(CaseId::new(id)).await,
            None => Ok(None),
        }
    }

    /// What the one says who asks for help in a case.
    pub async fn plea(&mut self, id: CaseId) -> Result<Option<Plea>, StoreError> {
        let row = sqlx::query("select id, words, answer_by from cases where id = $1")
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let row = Row::of("cases", &row)?;
        let words = row.maybe_text("words")?;
        Ok(row.maybe_at("answer_by")?.map(|answer_by| Plea { words, answer_by }))
    }

    /// Those who were promised an answer by now, and whose case isn't closed.
    pub async fn pleas_to_answer(&mut self, now: Timestamp) -> Result<Vec<Case>, StoreError> {
        let rows = sqlx::query(select_cases!("where remind_at <= $1 order by id"))
            .bind(now.as_millisecond())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(case).collect()
    }

    /// Reminds leaders of the answer no more, or not before then.
    pub async fn remind_of_plea(
        &mut self,
        id: CaseId,
        at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query("update cases set remind_at = $2 where id = $1 and kind = 'help'")
            .bind(id.get())
            .bind(at.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Whether somebody has told leaders since then that the other of the two doesn't answer.
    pub async fn misses_answers(
        &mut self,
        person: PersonId,
        programme: ProgrammeId,
        since: Timestamp,
    ) -> Result<bool, StoreError> {
        let pleas: i64 = sqlx::query_scalar(
            "select count(*) from cases
              where person_id = $1 and programme_id = $2 and kind = 'help' and wish = 'silent'
                and since_at >= $3",
        )
        .bind(person.get())
        .bind(programme.get())
        .bind(since.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(pleas > 0)
    }
}
