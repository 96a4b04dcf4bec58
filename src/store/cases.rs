//! What leaders should look at.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    attention::{Case, CaseState, Matter},
    ids::{CaseId, MeetingId, PairId, PersonId, ProgrammeId},
};

macro_rules! select_cases {
    ($which:literal) => {
        concat!(
            "select id, programme_id, pair_id, person_id, kind, meeting_id, since_at, state, wake_at
               from cases ",
            $which
        )
    };
}

impl Work {
    /// Opens a case, unless the same matter is open already. Says which case it is, and whether
    /// it is new.
    pub async fn open_case(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
        since: Timestamp,
    ) -> Result<(CaseId, bool), StoreError> {
        let (kind, pair, person, meeting) = columns(matter);
        let known: Option<i64> = sqlx::query_scalar(
            "select id from cases
              where programme_id = $1 and kind = $2
                and coalesce(pair_id, 0) = $3 and coalesce(person_id, 0) = $4
                and state <> 'closed'",
        )
        .bind(programme.get())
        .bind(kind)
        .bind(pair.unwrap_or(0))
        .bind(person.unwrap_or(0))
        .fetch_optional(&mut *self.tx)
        .await?;
        if let Some(known) = known {
            return Ok((CaseId::new(known), false));
        }
        let id = sqlx::query_scalar(
            "insert into cases (programme_id, pair_id, person_id, kind, meeting_id, since_at, state)
             values ($1, $2, $3, $4, $5, $6, 'open') returning id",
        )
        .bind(programme.get())
        .bind(pair)
        .bind(person)
        .bind(kind)
        .bind(meeting)
        .bind(since.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok((CaseId::new(id), true))
    }

    /// The case with this id.
    pub async fn case(&mut self, id: CaseId) -> Result<Option<Case>, StoreError> {
        let row = sqlx::query(select_cases!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(case).transpose()
    }

    /// The open cases of a programme, the oldest first.
    pub async fn open_cases(&mut self, programme: ProgrammeId) -> Result<Vec<Case>, StoreError> {
        let rows = sqlx::query(select_cases!(
            "where programme_id = $1 and state = 'open' order by since_at, id"
        ))
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(case).collect()
    }

    /// Cases that a leader wanted to see again by now.
    pub async fn cases_to_wake(&mut self, now: Timestamp) -> Result<Vec<Case>, StoreError> {
        let rows = sqlx::query(select_cases!("where wake_at <= $1 order by id"))
            .bind(now.as_millisecond())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(case).collect()
    }

    /// Stores what has become of a case.
    pub async fn put_case(&mut self, id: CaseId, state: CaseState) -> Result<(), StoreError> {
        let (name, wake_at) = match state {
            CaseState::Open => ("open", None),
            CaseState::Later { wake_at } => ("later", Some(wake_at.as_millisecond())),
            CaseState::Closed => ("closed", None),
        };
        sqlx::query("update cases set state = $2, wake_at = $3 where id = $1")
            .bind(id.get())
            .bind(name)
            .bind(wake_at)
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Whether a matter of a whole programme has been brought up, about that day.
    pub async fn is_known(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
        since: Timestamp,
    ) -> Result<bool, StoreError> {
        let (kind, ..) = columns(matter);
        let known: i64 = sqlx::query_scalar(
            "select count(*) from cases
              where programme_id = $1 and kind = $2 and pair_id is null and person_id is null
                and since_at = $3",
        )
        .bind(programme.get())
        .bind(kind)
        .bind(since.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(known > 0)
    }

    /// Forgets a matter of a whole programme that has settled itself, so that it may come up again.
    pub async fn settle_in(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
    ) -> Result<(), StoreError> {
        let (kind, ..) = columns(matter);
        sqlx::query(
            "delete from cases
              where programme_id = $1 and kind = $2 and pair_id is null and person_id is null",
        )
        .bind(programme.get())
        .bind(kind)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Closes what has settled itself: the pair has booked, or said whether it met.
    pub async fn close_cases_of(&mut self, pair: PairId) -> Result<(), StoreError> {
        sqlx::query(
            "update cases set state = 'closed', wake_at = null
              where pair_id = $1 and state <> 'closed'",
        )
        .bind(pair.get())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}

const fn columns(matter: Matter) -> (&'static str, Option<i64>, Option<i64>, Option<i64>) {
    match matter {
        Matter::NotBooked { pair } => ("not_booked", Some(pair.get()), None, None),
        Matter::NoAnswer { pair, meeting } => {
            ("no_answer", Some(pair.get()), None, Some(meeting.get()))
        }
        Matter::Unreachable { person } => ("unreachable", None, Some(person.get()), None),
        Matter::LettersDue => ("letters_due", None, None, None),
        Matter::NotStarted => ("not_started", None, None, None),
    }
}

fn case(row: &AnyRow) -> Result<Case, StoreError> {
    let row = Row::of("cases", row)?;
    let kind = row.text("kind")?;
    let pair = row.maybe_number("pair_id")?.map(PairId::new);
    let person = row.maybe_number("person_id")?.map(PersonId::new);
    let meeting = row.maybe_number("meeting_id")?.map(MeetingId::new);
    let matter = match (kind.as_str(), pair, person, meeting) {
        ("not_booked", Some(pair), None, None) => Matter::NotBooked { pair },
        ("no_answer", Some(pair), None, Some(meeting)) => Matter::NoAnswer { pair, meeting },
        ("unreachable", None, Some(person), None) => Matter::Unreachable { person },
        ("letters_due", None, None, None) => Matter::LettersDue,
        ("not_started", None, None, None) => Matter::NotStarted,
        other => return Err(row.wrong(format!("{other:?} is no matter"))),
    };
    let state = row.text("state")?;
    let state = match (state.as_str(), row.maybe_at("wake_at")?) {
        ("open", None) => CaseState::Open,
        ("later", Some(wake_at)) => CaseState::Later { wake_at },
        ("closed", None) => CaseState::Closed,
        other => return Err(row.wrong(format!("{other:?} is no state of a case"))),
    };
    Ok(Case {
        id: CaseId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        matter,
        since: row.at("since_at")?,
        state,
    })
}
