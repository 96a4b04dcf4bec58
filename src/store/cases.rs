//! What leaders should look at.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    attention::{Case, CaseState, Level, Matter, Wish},
    ids::{CaseId, MeetingId, PairId, PersonId, ProgrammeId},
};

macro_rules! select_cases {
    ($which:literal) => {
        concat!(
            "select id, programme_id, pair_id, person_id, kind, meeting_id, wish, level, since_at,
                    state, wake_at
               from cases ",
            $which
        )
    };
}

/// What became of bringing up a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It is new.
    New,
    /// It was known, and matters more than before.
    Raised,
    /// It is as it was.
    Known,
}

impl Work {
    /// Opens a case, unless the same matter is open already, even if a leader has closed it before.
    /// Says which case it is.
    pub async fn open_case(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
        level: Level,
        since: Timestamp,
    ) -> Result<(CaseId, News), StoreError> {
        match self.latest(programme, matter).await? {
            Some(known) if known.is_alive() => self.raise(known, level).await,
            Some(_) | None => {
                Ok((self.add_case(programme, matter, level, since).await?, News::New))
            }
        }
    }

    /// The same for what comes up by itself: what a leader has closed stays closed, unless it
    /// matters more than then, or has been settled in between.
    pub async fn watch_case(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
        level: Level,
        since: Timestamp,
    ) -> Result<(CaseId, News), StoreError> {
        match self.latest(programme, matter).await? {
            Some(known) if known.is_alive() => self.raise(known, level).await,
            Some(known) if known.state == CaseState::Closed && known.level >= level => {
                Ok((known.id, News::Known))
            }
            Some(_) | None => {
                Ok((self.add_case(programme, matter, level, since).await?, News::New))
            }
        }
    }

    async fn latest(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
    ) -> Result<Option<Case>, StoreError> {
        let columns = Columns::of(matter);
        let row = sqlx::query(select_cases!(
            "where programme_id = $1 and kind = $2
               and coalesce(pair_id, 0) = $3 and coalesce(person_id, 0) = $4
             order by id desc limit 1"
        ))
        .bind(programme.get())
        .bind(columns.kind)
        .bind(columns.pair.unwrap_or(0))
        .bind(columns.person.unwrap_or(0))
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(case).transpose()
    }

    async fn raise(&mut self, known: Case, level: Level) -> Result<(CaseId, News), StoreError> {
        if known.level >= level {
            return Ok((known.id, News::Known));
        }
        sqlx::query("update cases set level = $2, state = 'open', wake_at = null where id = $1")
            .bind(known.id.get())
            .bind(level.as_str())
            .execute(&mut *self.tx)
            .await?;
        Ok((known.id, News::Raised))
    }

    async fn add_case(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
        level: Level,
        since: Timestamp,
    ) -> Result<CaseId, StoreError> {
        let columns = Columns::of(matter);
        let id = sqlx::query_scalar(
            "insert into cases
                 (programme_id, pair_id, person_id, kind, meeting_id, level, since_at, state)
             values ($1, $2, $3, $4, $5, $6, $7, 'open') returning id",
        )
        .bind(programme.get())
        .bind(columns.pair)
        .bind(columns.person)
        .bind(columns.kind)
        .bind(columns.meeting)
        .bind(level.as_str())
        .bind(since.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(CaseId::new(id))
    }

    /// The case with this id.
    pub async fn case(&mut self, id: CaseId) -> Result<Option<Case>, StoreError> {
        let row = sqlx::query(select_cases!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(case).transpose()
    }

    /// The open cases of a programme, the worst first, and of these the oldest.
    pub async fn open_cases(&mut self, programme: ProgrammeId) -> Result<Vec<Case>, StoreError> {
        let rows = sqlx::query(select_cases!(
            "where programme_id = $1 and state = 'open'
             order by case level when 'red' then 0 else 1 end, since_at, id"
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
            CaseState::Settled => ("settled", None),
        };
        sqlx::query(
            "update cases
                set state = $2, wake_at = $3,
                    remind_at = case when $2 = 'closed' then null else remind_at end
              where id = $1",
        )
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
        let Columns { kind, .. } = Columns::of(matter);
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
        let Columns { kind, .. } = Columns::of(matter);
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

    /// Settles what somebody has settled themselves.
    pub async fn settle_person(
        &mut self,
        programme: ProgrammeId,
        matter: Matter,
    ) -> Result<(), StoreError> {
        let Columns { kind, person, .. } = Columns::of(matter);
        sqlx::query(
            "update cases set state = 'settled', wake_at = null
              where programme_id = $1 and kind = $2 and person_id = $3 and state <> 'settled'",
        )
        .bind(programme.get())
        .bind(kind)
        .bind(person)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Settles what a pair has settled itself: it has booked, or said whether it met.
    pub async fn settle_asked(&mut self, pair: PairId) -> Result<(), StoreError> {
        sqlx::query(
            "update cases set state = 'settled', wake_at = null
              where pair_id = $1 and kind in ('not_booked', 'no_answer') and state <> 'settled'",
        )
        .bind(pair.get())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// The same, but what a leader has closed stays closed: nothing has happened yet.
    pub async fn settle_open(&mut self, pair: PairId) -> Result<(), StoreError> {
        sqlx::query(
            "update cases set state = 'settled', wake_at = null
              where pair_id = $1 and kind in ('not_booked', 'no_answer')
                and state in ('open', 'later')",
        )
        .bind(pair.get())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Settles what came up by itself about a pair and is no longer so: all but `still`.
    pub async fn settle_watched(
        &mut self,
        pair: PairId,
        still: &[Matter],
    ) -> Result<(), StoreError> {
        let rows = sqlx::query(select_cases!("where pair_id = $1 and state <> 'settled'"))
            .bind(pair.get())
            .fetch_all(&mut *self.tx)
            .await?;
        for row in &rows {
            let case = case(row)?;
            if case.matter.is_watched() && !still.contains(&case.matter) {
                self.put_case(case.id, CaseState::Settled).await?;
            }
        }
        Ok(())
    }

    /// Settles everything about a pair that has ended, but for what was said in confidence.
    pub async fn settle_pair(&mut self, pair: PairId) -> Result<(), StoreError> {
        sqlx::query(
            "update cases set state = 'settled', wake_at = null
              where pair_id = $1 and kind <> 'bad_fit' and state in ('open', 'later')",
        )
        .bind(pair.get())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}

impl Case {
    /// Whether leaders are still to deal with it.
    const fn is_alive(&self) -> bool {
        matches!(self.state, CaseState::Open | CaseState::Later { .. })
    }
}

/// How a matter is written down.
struct Columns {
    kind: &'static str,
    pair: Option<i64>,
    person: Option<i64>,
    meeting: Option<i64>,
}

impl Columns {
    fn of(matter: Matter) -> Self {
        let kind = match matter {
            Matter::NotBooked { .. } => "not_booked",
            Matter::FewDates { .. } => "few_dates",
            Matter::NoMeeting { .. } => "no_meeting",
            Matter::NoAnswer { .. } => "no_answer",
            Matter::FactsDiffer { .. } => "facts_differ",
            Matter::NoGoal { .. } => "no_goal",
            Matter::Silent { .. } => "silent",
            Matter::BadFit { .. } => "bad_fit",
            Matter::Help { .. } => "help",
            Matter::Unreachable { .. } => "unreachable",
            Matter::Left { .. } => "left",
            Matter::NeverComes { .. } => "never_comes",
            Matter::LowMarks { .. } => "low_marks",
            Matter::LettersDue => "letters_due",
            Matter::NotStarted => "not_started",
        };
        let meeting =
            if let Matter::NoAnswer { meeting, .. } = matter { Some(meeting.get()) } else { None };
        Self {
            kind,
            pair: matter.pair().map(PairId::get),
            person: matter.person().map(PersonId::get),
            meeting,
        }
    }
}

pub(super) use select_cases;

pub(super) fn case(row: &AnyRow) -> Result<Case, StoreError> {
    let row = Row::of("cases", row)?;
    let kind = row.text("kind")?;
    let pair = row.maybe_number("pair_id")?.map(PairId::new);
    let person = row.maybe_number("person_id")?.map(PersonId::new);
    let meeting = row.maybe_number("meeting_id")?.map(MeetingId::new);
    let wish = row.maybe_text("wish")?;
    let matter = match (kind.as_str(), pair, person, meeting) {
        ("not_booked", Some(pair), None, None) => Matter::NotBooked { pair },
        ("few_dates", Some(pair), None, None) => Matter::FewDates { pair },
        ("no_meeting", Some(pair), None, None) => Matter::NoMeeting { pair },
        ("no_answer", Some(pair), None, Some(meeting)) => Matter::NoAnswer { pair, meeting },
        ("facts_differ", Some(pair), None, None) => Matter::FactsDiffer { pair },
        ("no_goal", Some(pair), None, None) => Matter::NoGoal { pair },
        ("silent", Some(pair), Some(person), None) => Matter::Silent { pair, person },
        ("bad_fit", Some(pair), Some(person), None) => Matter::BadFit { pair, person },
        ("help", None, Some(person), None) => {
            let wish = wish.as_deref().and_then(Wish::named);
            let wish = wish.ok_or_else(|| row.wrong("nobody knows what is wished for"))?;
            Matter::Help { person, wish }
        }
        ("unreachable", None, Some(person), None) => Matter::Unreachable { person },
        ("left", None, Some(person), None) => Matter::Left { person },
        ("never_comes", None, Some(person), None) => Matter::NeverComes { person },
        ("low_marks", None, Some(person), None) => Matter::LowMarks { person },
        ("letters_due", None, None, None) => Matter::LettersDue,
        ("not_started", None, None, None) => Matter::NotStarted,
        other => return Err(row.wrong(format!("{other:?} is no matter"))),
    };
    let state = row.text("state")?;
    let state = match (state.as_str(), row.maybe_at("wake_at")?) {
        ("open", None) => CaseState::Open,
        ("later", Some(wake_at)) => CaseState::Later { wake_at },
        ("closed", None) => CaseState::Closed,
        ("settled", None) => CaseState::Settled,
        other => return Err(row.wrong(format!("{other:?} is no state of a case"))),
    };
    Ok(Case {
        id: CaseId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        matter,
        level: row.known("level", Level::named)?,
        since: row.at("since_at")?,
        state,
    })
}
