//! What adepts want to reach.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    goal::{Change, Goal, Score, Weight},
    ids::{GoalId, MemberId, PersonId, ProgrammeId},
};

macro_rules! select_goals {
    ($which:literal) => {
        concat!(
            "select id, member_id, number, words, weight, is_shared, steps, halftime, close
               from goals where removed_at is null and ",
            $which
        )
    };
}

impl Work {
    /// Keeps a new goal. Says which it is.
    pub async fn add_goal(
        &mut self,
        owner: MemberId,
        words: &str,
        now: Timestamp,
    ) -> Result<GoalId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into goals (member_id, number, words, weight, is_shared, steps, made_at)
             select $1, 1 + coalesce(max(number), 0), $2, 1, 0, '[]', $3
               from goals where member_id = $1
             returning id",
        )
        .bind(owner.get())
        .bind(words)
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(GoalId::new(id))
    }

    /// The goal with this id.
    pub async fn goal(&mut self, id: GoalId) -> Result<Option<Goal>, StoreError> {
        let row = sqlx::query(select_goals!("id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(goal).transpose()
    }

    /// An adept's goals, in the order in which they were set.
    pub async fn goals_of(&mut self, owner: MemberId) -> Result<Vec<Goal>, StoreError> {
        let rows = sqlx::query(select_goals!("member_id = $1 order by number"))
            .bind(owner.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(goal).collect()
    }

    /// The goals of everybody in a programme.
    pub async fn goals_in(&mut self, programme: ProgrammeId) -> Result<Vec<Goal>, StoreError> {
        let rows = sqlx::query(select_goals!(
            "member_id in (select id from members where programme_id = $1)
             order by member_id, number"
        ))
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(goal).collect()
    }

    /// Stores a goal as it is now, and what has happened to it with the words that matter.
    pub async fn put_goal(
        &mut self,
        it: &Goal,
        change: Change,
        words: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let score = |score: Option<Score>| score.map(|score| i64::from(score.get()));
        sqlx::query(
            "update goals set words = $2, weight = $3, is_shared = $4, steps = $5, halftime = $6,
                    close = $7
              where id = $1",
        )
        .bind(it.id.get())
        .bind(it.words.as_str())
        .bind(i64::from(it.weight.get()))
        .bind(i64::from(it.is_shared))
        .bind(serde_json::json!(it.steps).to_string())
        .bind(score(it.halftime))
        .bind(score(it.close))
        .execute(&mut *self.tx)
        .await?;
        self.note_change(it.id, change, words, now).await
    }

    /// Stores what has happened to a goal.
    pub async fn note_change(
        &mut self,
        goal: GoalId,
        change: Change,
        words: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into goal_changes (goal_id, change, words, changed_at)
             values ($1, $2, $3, $4)",
        )
        .bind(goal.get())
        .bind(change.as_str())
        .bind(words)
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// When something happened to a goal last.
    pub async fn goal_changed_at(&mut self, goal: GoalId) -> Result<Option<Timestamp>, StoreError> {
        let at: Option<i64> =
            sqlx::query_scalar("select max(changed_at) from goal_changes where goal_id = $1")
                .bind(goal.get())
                .fetch_one(&mut *self.tx)
                .await?;
        at.map(|at| super::row::moment("goal_changes", goal.get(), at)).transpose()
    }

    /// Shows an adept's goals to no mentor any longer.
    pub async fn unshare_goals(&mut self, owner: MemberId) -> Result<(), StoreError> {
        sqlx::query("update goals set is_shared = 0 where member_id = $1")
            .bind(owner.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Erases a goal with all that has happened to it. Its number stays taken.
    pub async fn remove_goal(&mut self, id: GoalId, now: Timestamp) -> Result<(), StoreError> {
        self.mark_erasing();
        sqlx::query("delete from goal_changes where goal_id = $1")
            .bind(id.get())
            .execute(&mut *self.tx)
            .await?;
        sqlx::query("update goals set words = '', steps = '[]', removed_at = $2 where id = $1")
            .bind(id.get())
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// All goals of a person, whichever programmes they are from.
    pub async fn all_goals_of(&mut self, person: PersonId) -> Result<Vec<Goal>, StoreError> {
        let rows = sqlx::query(select_goals!(
            "member_id in (select id from members where person_id = $1) order by id"
        ))
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(goal).collect()
    }
}

fn goal(row: &AnyRow) -> Result<Goal, StoreError> {
    let row = Row::of("goals", row)?;
    let score = |column: &str| match row.maybe_number(column)? {
        None => Ok(None),
        Some(number) => Score::new(number).map(Some).ok_or_else(|| row.wrong(number)),
    };
    let weight = row.number("weight")?;
    Ok(Goal {
        id: GoalId::new(row.id()),
        owner: MemberId::new(row.number("member_id")?),
        number: row.number("number")?,
        words: row.text("words")?,
        weight: Weight::new(weight).ok_or_else(|| row.wrong(weight))?,
        is_shared: row.number("is_shared")? == 1,
        steps: serde_json::from_str(&row.text("steps")?).map_err(|why| row.wrong(why))?,
        halftime: score("halftime")?,
        close: score("close")?,
    })
}
