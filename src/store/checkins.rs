//! Rounds of check-ins: who is asked, what is held until they close, and what shows afterwards.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    checkin::{Names, Question, Respondent, Round, RoundStep},
    disclosure::Disclosed,
    ids::{PersonId, ProgrammeId, RoundId},
    note::Sealed,
    role::Role,
};

/// An answer as it is held until its round closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// For leaders to see: a number, or words, or neither if they would rather not say.
    Open {
        /// A number of its scale.
        value: Option<i64>,
        /// Own words.
        words: Option<String>,
    },
    /// For nobody.
    Sealed(Sealed),
}

/// Somebody's answer to one question of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldAnswer {
    /// Whose it is.
    pub person: PersonId,
    /// To which question, by its place.
    pub question: usize,
    /// What is held.
    pub held: Held,
}

macro_rules! select_rounds {
    ($which:literal) => {
        concat!(
            "select id, programme_id, number, opened_at, closes_at, closed_at, names, threshold,
                    questions
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
                                 questions, step, step_at)
             select $1, 1 + coalesce(max(number), 0), $2, $3, $4, $5, $6, $7, $8
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
        .fetch_one(&mut *self.tx)
        .await?;
        for asked in people {
            sqlx::query(
                "insert into round_people (round_id, person_id, role, is_done)
                 values ($1, $2, $3, 0)",
            )
            .bind(id)
            .bind(asked.person.get())
            .bind(asked.role.as_str())
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
            "select id, person_id, role, is_done from round_people where round_id = $1
              order by id",
        )
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("round_people", row)?;
            Ok(Respondent {
                person: PersonId::new(row.number("person_id")?),
                role: row.known("role", Role::named)?,
                is_done: row.number("is_done")? == 1,
            })
        };
        rows.iter().map(read).collect()
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

    /// Holds an answer, in the place of an earlier one.
    pub async fn hold_answer(&mut self, id: RoundId, it: &HeldAnswer) -> Result<(), StoreError> {
        let (value, words, sealed) = match &it.held {
            Held::Open { value, words } => (*value, words.as_deref(), None),
            Held::Sealed(sealed) => (None, None, Some(sealed)),
        };
        sqlx::query(
            "insert into round_answers (round_id, person_id, question, value, words, key, sealed)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (round_id, person_id, question) do update
                set value = $4, words = $5, key = $6, sealed = $7",
        )
        .bind(id.get())
        .bind(it.person.get())
        .bind(i64::try_from(it.question).unwrap_or(i64::MAX))
        .bind(value)
        .bind(words)
        .bind(sealed.map(|sealed| sealed.key.as_str()))
        .bind(sealed.map(|sealed| sealed.bytes.as_slice()))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Which questions somebody has answered, by their places.
    pub async fn answered_by(
        &mut self,
        id: RoundId,
        person: PersonId,
    ) -> Result<Vec<usize>, StoreError> {
        let places: Vec<i64> = sqlx::query_scalar(
            "select question from round_answers where round_id = $1 and person_id = $2
              order by question",
        )
        .bind(id.get())
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        Ok(places.into_iter().filter_map(|place| usize::try_from(place).ok()).collect())
    }

    /// Everything that is held of a round.
    pub async fn answers_to(&mut self, id: RoundId) -> Result<Vec<HeldAnswer>, StoreError> {
        let rows = sqlx::query(
            "select id, person_id, question, value, words, key, sealed from round_answers
              where round_id = $1 order by person_id, question",
        )
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(held_answer).collect()
    }

    /// The number that somebody has answered to a question of a round in which leaders see that.
    pub async fn answer_of(
        &mut self,
        id: RoundId,
        person: PersonId,
        question: usize,
    ) -> Result<Option<i64>, StoreError> {
        let value: Option<Option<i64>> = sqlx::query_scalar(
            "select value from round_answers
              where round_id = $1 and person_id = $2 and question = $3",
        )
        .bind(id.get())
        .bind(person.get())
        .bind(i64::try_from(question).unwrap_or(i64::MAX))
        .fetch_optional(&mut *self.tx)
        .await?;
        Ok(value.flatten())
    }

    /// Closes a round: what shows of each question is kept, and the words of those whom nobody is to
    /// know, in an order drawn by lot. What was held of an anonymous round is erased.
    pub async fn close_round(
        &mut self,
        it: &Round,
        results: &[(usize, Disclosed)],
        voices: &[(i64, usize, String)],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update rounds set closed_at = $2, step = null, step_at = null,
                    closes_at = case when $2 < closes_at and $2 > opened_at then $2 else closes_at
                                end,
                    asked = (select count(*) from round_people where round_id = $1),
                    answered = (select count(distinct person_id) from round_answers
                                 where round_id = $1)
              where id = $1",
        )
        .bind(it.id.get())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        for (question, shown) in results {
            sqlx::query(
                "insert into round_results (round_id, question, shown) values ($1, $2, $3)",
            )
            .bind(it.id.get())
            .bind(i64::try_from(*question).unwrap_or(i64::MAX))
            .bind(serde_json::json!(shown).to_string())
            .execute(&mut *self.tx)
            .await?;
        }
        let mut voices: Vec<_> = voices.iter().collect();
        voices.sort_unstable();
        for (id, question, words) in voices {
            sqlx::query(
                "insert into voices (id, round_id, question, words) values ($1, $2, $3, $4)",
            )
            .bind(id)
            .bind(it.id.get())
            .bind(i64::try_from(*question).unwrap_or(i64::MAX))
            .bind(words)
            .execute(&mut *self.tx)
            .await?;
        }
        if it.names == Names::Anonymous {
            self.mark_erasing();
            sqlx::query("delete from round_answers where round_id = $1")
                .bind(it.id.get())
                .execute(&mut *self.tx)
                .await?;
        }
        Ok(())
    }

    /// How many were asked in a round that has closed, and how many have answered something.
    pub async fn response_to(&mut self, id: RoundId) -> Result<(i64, i64), StoreError> {
        let counts: Option<(Option<i64>, Option<i64>)> =
            sqlx::query_as("select asked, answered from rounds where id = $1")
                .bind(id.get())
                .fetch_optional(&mut *self.tx)
                .await?;
        let (asked, answered) = counts.unwrap_or_default();
        Ok((asked.unwrap_or_default(), answered.unwrap_or_default()))
    }

    /// What shows of each question of a round that has closed.
    pub async fn results_of(&mut self, id: RoundId) -> Result<Vec<(usize, Disclosed)>, StoreError> {
        let rows = sqlx::query(
            "select id, question, shown from round_results where round_id = $1 order by question",
        )
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("round_results", row)?;
            let shown = row.known("shown", |text| serde_json::from_str(text).ok())?;
            Ok((place(&row)?, shown))
        };
        rows.iter().map(read).collect()
    }

    /// What people have said in their own words in an anonymous round, in an order that says nothing.
    pub async fn voices_of(&mut self, id: RoundId) -> Result<Vec<(usize, String)>, StoreError> {
        let rows = sqlx::query(
            "select id, question, words from voices where round_id = $1 order by question, id",
        )
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("voices", row)?;
            Ok((place(&row)?, row.text("words")?))
        };
        rows.iter().map(read).collect()
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

fn place(row: &Row<'_>) -> Result<usize, StoreError> {
    let place = row.number("question")?;
    usize::try_from(place).map_err(|_| row.wrong(format!("question is {place}")))
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
        opened_at: row.at("opened_at")?,
        closes_at: row.at("closes_at")?,
        is_closed: row.maybe_at("closed_at")?.is_some(),
        names: row.known("names", Names::named)?,
        threshold: u8::try_from(threshold)
            .map_err(|_| row.wrong(format!("threshold is {threshold}")))?,
        questions,
    })
}

fn held_answer(row: &AnyRow) -> Result<HeldAnswer, StoreError> {
    let row = Row::of("round_answers", row)?;
    let held = match row.maybe_text("key")? {
        Some(key) => Held::Sealed(Sealed { key, bytes: row.bytes("sealed")? }),
        None => Held::Open { value: row.maybe_number("value")?, words: row.maybe_text("words")? },
    };
    Ok(HeldAnswer { person: PersonId::new(row.number("person_id")?), question: place(&row)?, held })
}
