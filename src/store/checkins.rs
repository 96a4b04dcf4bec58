//! Rounds of check-ins: who is asked, what is held until they close, and what shows afterwards.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    checkin::{Names, Occasion, Question, Respondent, Round, RoundStep},
    ids::{PersonId, ProgrammeId, RoundId},
    role::Role,
};

macro_rules! select_rounds {
    ($which:literal) => {
        concat!(
            "select id, programme_id, number, occasion, opened_at, closes_at, closed_at, names,
                    threshold, questions
               from rounds where ",
            $which
        )
    };
}

impl Work {
    /// Opens a round for those people. Says which it is.
    pub async fn open_round(
        &mut self,
        round: &Round,
        people: &[Respondent],
        next: Option<(RoundStep, Timestamp)>,
    ) -> Result<RoundId, StoreError> {
        let id: i64 = sqlx::query_scalar(
            "insert into rounds (programme_id, number, opened_at, closes_at, names, threshold,
                                 questions, step, step_at, occasion)
             select $1, 1 + coalesce(max(number), 0), $2, $3, $4, $5, $6, $7, $8, $9
               from rounds where programme_id = $1
             returning id",
        )
        .bind(round.programme.get())
        .bind(round.opened_at.as_millisecond())
        .bind(round.closes_at.as_millisecond())
        .bind(round.names.as_str())
        .bind(i64::from(round.threshold))
        .bind(serde_json::json!(round.questions).to_string())
        .bind(next.map(|(step, _)| step.as_str()))
        .bind(next.map(|(_, at)| at.as_millisecond()))
        .bind(round.occasion.as_str())
        .fetch_one(&mut *self.tx)
        .await?;
        for asked in people {
            sqlx::query(
                "insert into round_people (round_id, person_id, role, groups, is_done)
                 values ($1, $2, $3, $4, 0)",
            )
            .bind(id)
            .bind(asked.person.get())
            .bind(asked.role.as_str())
            .bind(serde_json::json!(asked.groups).to_string())
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(RoundId::new(id))
    }

    /// The round with this id.
    pub async fn round(&mut self, id: RoundId) -> Result<Option<Round>, StoreError> {
        let row = sqlx::query(select_rounds!("id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(round).transpose()
    }

    /// All rounds of a programme, the latest first.
    pub async fn rounds_of(&mut self, programme: ProgrammeId) -> Result<Vec<Round>, StoreError> {
        let rows = sqlx::query(select_rounds!("programme_id = $1 order by number desc"))
            .bind(programme.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(round).collect()
    }

    /// The rounds in which somebody was asked, the latest first.
    pub async fn rounds_for(&mut self, person: PersonId) -> Result<Vec<Round>, StoreError> {
        let rows = sqlx::query(select_rounds!(
            "id in (select round_id from round_people where person_id = $1)
             order by opened_at desc, id desc"
        ))
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(round).collect()
    }

    /// The rounds of all programmes that were opened since then, the latest first.
    pub async fn rounds_since(&mut self, since: Timestamp) -> Result<Vec<Round>, StoreError> {
        let rows = sqlx::query(select_rounds!("opened_at >= $1 order by opened_at desc, id desc"))
            .bind(since.as_millisecond())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(round).collect()
    }

    /// The rounds about which something is due by now, the oldest first.
    pub async fn rounds_due(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<(RoundId, RoundStep)>, StoreError> {
        let rows =
            sqlx::query("select id, step from rounds where step_at <= $1 order by step_at, id")
                .bind(now.as_millisecond())
                .fetch_all(&mut *self.tx)
                .await?;
        let read = |row| {
            let row = Row::of("rounds", row)?;
            Ok((RoundId::new(row.id()), row.known("step", RoundStep::named)?))
        };
        rows.iter().map(read).collect()
    }

    /// Stores what is done about a round next, and when.
    pub async fn plan_round(
        &mut self,
        id: RoundId,
        next: Option<(RoundStep, Timestamp)>,
    ) -> Result<(), StoreError> {
        sqlx::query("update rounds set step = $2, step_at = $3 where id = $1")
            .bind(id.get())
            .bind(next.map(|(step, _)| step.as_str()))
            .bind(next.map(|(_, at)| at.as_millisecond()))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// A round is open for longer, and what is due about it waits.
    pub async fn prolong_round(
        &mut self,
        id: RoundId,
        closes_at: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("update rounds set closes_at = $2 where id = $1")
            .bind(id.get())
            .bind(closes_at.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        self.put_off_round(id, until).await
    }

    /// What is due about a round waits until then.
    pub async fn put_off_round(&mut self, id: RoundId, until: Timestamp) -> Result<(), StoreError> {
        sqlx::query("update rounds set step_at = $2 where id = $1 and step is not null")
            .bind(id.get())
            .bind(until.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Everybody who is asked in a round.
    pub async fn asked_in(&mut self, id: RoundId) -> Result<Vec<Respondent>, StoreError> {
        let rows = sqlx::query(
            "select id, person_id, role, groups, is_done from round_people where round_id = $1
              order by id",
        )
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(respondent).collect()
    }

    /// One of them.
    pub async fn respondent(
        &mut self,
        id: RoundId,
        person: PersonId,
    ) -> Result<Option<Respondent>, StoreError> {
        let row = sqlx::query(
            "select id, person_id, role, groups, is_done from round_people
              where round_id = $1 and person_id = $2",
        )
        .bind(id.get())
        .bind(person.get())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(respondent).transpose()
    }

    /// Stores that somebody has answered everything. What they answered doesn't stand here.
    pub async fn finish_round(&mut self, id: RoundId, person: PersonId) -> Result<(), StoreError> {
        sqlx::query("update round_people set is_done = 1 where round_id = $1 and person_id = $2")
            .bind(id.get())
            .bind(person.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The programmes in which it is time to open a round.
    pub async fn programmes_to_check_in(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<ProgrammeId>, StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("select id from programmes where checkin_at <= $1 order by id")
                .bind(now.as_millisecond())
                .fetch_all(&mut *self.tx)
                .await?;
        Ok(ids.into_iter().map(ProgrammeId::new).collect())
    }

    /// Stores when the next round of a programme opens by itself, if one does.
    pub async fn put_check_in(
        &mut self,
        programme: ProgrammeId,
        at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query("update programmes set checkin_at = $2 where id = $1")
            .bind(programme.get())
            .bind(at.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn round(row: &AnyRow) -> Result<Round, StoreError> {
    let row = Row::of("rounds", row)?;
    let threshold = row.number("threshold")?;
    let questions: Vec<Question> =
        row.known("questions", |text| serde_json::from_str(text).ok())?;
    Ok(Round {
        id: RoundId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        number: row.number("number")?,
        occasion: row.known("occasion", Occasion::named)?,
        opened_at: row.at("opened_at")?,
        closes_at: row.at("closes_at")?,
        is_closed: row.maybe_at("closed_at")?.is_some(),
        names: row.known("names", Names::named)?,
        threshold: u8::try_from(threshold)
            .map_err(|_| row.wrong(format!("threshold is {threshold}")))?,
        questions,
    })
}

fn respondent(row: &AnyRow) -> Result<Respondent, StoreError> {
    let row = Row::of("round_people", row)?;
    Ok(Respondent {
        person: PersonId::new(row.number("person_id")?),
        role: row.known("role", Role::named)?,
        groups: row.known("groups", |text| serde_json::from_str(text).ok())?,
        is_done: row.number("is_done")? == 1,
    })
}
