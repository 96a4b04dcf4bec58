//! What people answer in check-ins: held until a round closes, and what shows of it afterwards.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    checkin::{Names, Round},
    disclosure::Disclosed,
    ids::{PersonId, RoundId},
    note::Sealed,
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

impl Work {
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

    /// What is held of one person.
    pub async fn answers_by(
        &mut self,
        id: RoundId,
        person: PersonId,
    ) -> Result<Vec<HeldAnswer>, StoreError> {
        let rows = sqlx::query(
            "select id, person_id, question, value, words, key, sealed from round_answers
              where round_id = $1 and person_id = $2 order by question",
        )
        .bind(id.get())
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(held_answer).collect()
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
}

fn place(row: &Row<'_>) -> Result<usize, StoreError> {
    let place = row.number("question")?;
    usize::try_from(place).map_err(|_| row.wrong(format!("question is {place}")))
}

fn held_answer(row: &AnyRow) -> Result<HeldAnswer, StoreError> {
    let row = Row::of("round_answers", row)?;
    let held = match row.maybe_text("key")? {
        Some(key) => Held::Sealed(Sealed { key, bytes: row.bytes("sealed")? }),
        None => Held::Open { value: row.maybe_number("value")?, words: row.maybe_text("words")? },
    };
    Ok(HeldAnswer { person: PersonId::new(row.number("person_id")?), question: place(&row)?, held })
}
