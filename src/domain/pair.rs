//! A mentor and an adept, and how it stands with their next meeting.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    agreement::Agreement,
    asked::Asked,
    ids::{MeetingId, MemberId, PairId, PersonId, ProgrammeId},
    meeting::{Half, Meeting, MeetingState},
    notice::Notice,
    programme::Outline,
};

/// A mentor and an adept who meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Which pair this is.
    pub id: PairId,
    /// Where it belongs.
    pub programme: ProgrammeId,
    /// What leaders call it: counted from one within the programme, never used again.
    pub number: i64,
    /// The one with the experience.
    pub mentor: Seat,
    /// The one with the questions.
    pub adept: Seat,
    /// How it stands with their next meeting.
    pub next: NextMeeting,
    /// Since when its clocks stand still, if they do: the pair, one of the two or the programme
    /// is taking a break, or hasn't begun.
    pub stopped_since: Option<Timestamp>,
    /// Since when the two are taking a break together, by the word of one of them.
    pub paused_since: Option<Timestamp>,
    /// When they go on by themselves, if a leader said when.
    pub resume_at: Option<Timestamp>,
    /// Its last day, if it is another than its programme's: a leader gave it more time, or ended the
    /// programme before its time.
    pub ends_on: Option<Date>,
    /// When it was begun, perhaps before the first day of its programme.
    pub began_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// One of the two, as the other one knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Their part in the programme.
    pub member: MemberId,
    /// Who it is.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
}

/// How it stands with a pair's next meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextMeeting {
    /// Nothing is booked.
    Open {
        /// From when on they are asked for it.
        due_at: Timestamp,
        /// How often they were.
        asked: Asked,
    },
    /// It is booked.
    Booked {
        /// The earliest that is.
        meeting: MeetingId,
        /// When they'll be asked whether they met.
        ask_at: Timestamp,
    },
    /// It should have been held, and they are asked whether it was.
    InQuestion {
        /// Which meeting.
        meeting: MeetingId,
        /// When they'll be asked again, unless they answer.
        ask_at: Timestamp,
    },
    /// Asking did not help, so the programme leader knows.
    WithLeader {
        /// Since then.
        since: Timestamp,
    },
}

/// What a rule decided about a pair: the state to store, and what to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The pair as it must be stored.
    pub pair: Pair,
    /// Its meetings that are new or have changed.
    pub meetings: Vec<Meeting>,
    /// What to say once it is stored.
    pub notices: Vec<Notice>,
    /// What a leader must look at from now on.
    pub concern: Option<Concern>,
}

/// Why a leader should look at a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// They were asked for their next meeting, and reminded twice.
    NotBooked {
        /// When it became due.
        due_at: Timestamp,
    },
    /// They were asked whether they met, and reminded twice.
    NoAnswer {
        /// About which meeting.
        meeting: MeetingId,
    },
}

/// How many meetings a pair should have booked at the start.
pub const DATES_AT_START: usize = 3;

/// What a pair lacks for a good start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// An agreement that both have confirmed, confidentiality with it.
    Agreement,
    /// Meetings.
    Dates {
        /// How many are booked or were held.
        dates: usize,
    },
    /// An agreement and meetings.
    Both {
        /// How many are booked or were held.
        dates: usize,
    },
}

/// How long a pair is left in peace between two questions about booking, at least.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(5 * 24);

/// How long it is left in peace between two questions whether it met.
pub const PATIENCE_AFTER_MEETING: SignedDuration = SignedDuration::from_hours(3 * 24);

impl Pair {
    /// One of the two.
    pub const fn seat(&self, half: Half) -> &Seat {
        match half {
            Half::Mentor => &self.mentor,
            Half::Adept => &self.adept,
        }
    }

    /// Its last day.
    pub fn last_day(&self, outline: &Outline) -> Date {
        self.ends_on.unwrap_or_else(|| outline.ends_on())
    }

    /// Whether it ended before its last day was over.
    pub fn ended_early(&self, outline: &Outline) -> bool {
        let day = |at: Timestamp| outline.time_zone.to_datetime(at).date();
        self.ended_at.is_some_and(|at| day(at) <= self.last_day(outline))
    }

    /// Which of the two this person is, if either.
    pub fn half_of(&self, person: PersonId) -> Option<Half> {
        if self.mentor.person == person {
            Some(Half::Mentor)
        } else if self.adept.person == person {
            Some(Half::Adept)
        } else {
            None
        }
    }

    /// What it lacks for a good start: nothing, if it is on track, rests or has ended.
    pub fn lacks(&self, agreement: Option<&Agreement>, meetings: &[Meeting]) -> Option<Lack> {
        if self.ended_at.is_some() || self.stopped_since.is_some() {
            return None;
        }
        let has_agreed = agreement.is_some_and(|agreement| agreement.agreed_at.is_some());
        let counts =
            |meeting: &&Meeting| matches!(meeting.state, MeetingState::Booked | MeetingState::Held);
        let dates = meetings.iter().filter(counts).count();
        match (has_agreed, dates < DATES_AT_START) {
            (true, false) => None,
            (true, true) => Some(Lack::Dates { dates }),
            (false, false) => Some(Lack::Agreement),
            (false, true) => Some(Lack::Both { dates }),
        }
    }

    /// Whether nothing that it was asked for is missed any longer.
    pub fn has_done_its_part(&self) -> bool {
        match self.next {
            NextMeeting::Open { asked, .. } => asked == Asked::Never,
            NextMeeting::Booked { .. } | NextMeeting::InQuestion { .. } => true,
            NextMeeting::WithLeader { .. } => false,
        }
    }

    /// The pair with another state of its next meeting.
    #[must_use]
    pub fn with_next(&self, next: NextMeeting) -> Self {
        Self { next, ..self.clone() }
    }

    /// It has ended.
    #[must_use]
    pub fn ended(&self, now: Timestamp) -> Self {
        Self { ended_at: self.ended_at.or(Some(now)), ..self.clone() }
    }

    /// Stops its clocks. Those that stand still go on standing.
    #[must_use]
    pub fn stopped(&self, now: Timestamp) -> Self {
        Self { stopped_since: self.stopped_since.or(Some(now)), ..self.clone() }
    }

    /// The two take a break together, until one of them says that it is over.
    #[must_use]
    pub fn paused(&self, now: Timestamp) -> Self {
        Self { paused_since: self.paused_since.or(Some(now)), ..self.stopped(now) }
    }

    /// The break of the two is over. Whether its clocks may go again is another question.
    #[must_use]
    pub fn unpaused(&self) -> Self {
        Self { paused_since: None, resume_at: None, ..self.clone() }
    }

    /// Sets its clocks going again, as if the time between had not been: nothing fires late.
    #[must_use]
    pub fn going(&self, now: Timestamp) -> Self {
        let Some(since) = self.stopped_since else { return self.clone() };
        let pause = since.duration_until(now);
        let next = match self.next {
            NextMeeting::Open { due_at, asked } => {
                NextMeeting::Open { due_at: due_at + pause, asked: asked.later_by(pause) }
            }
            NextMeeting::InQuestion { meeting, ask_at } => {
                NextMeeting::InQuestion { meeting, ask_at: ask_at + pause }
            }
            // An appointment is kept on the calendar and not on the pair's clock. If it passed in
            // the pause, they are asked now.
            NextMeeting::Booked { meeting, ask_at } => {
                NextMeeting::Booked { meeting, ask_at: ask_at.max(now) }
            }
            NextMeeting::WithLeader { .. } => self.next,
        };
        Self { next, stopped_since: None, paused_since: None, resume_at: None, ..self.clone() }
    }

    /// When something has to be decided about it next. None if nothing has, until somebody acts.
    pub fn acts_at(&self, outline: &Outline) -> Option<Timestamp> {
        if self.stopped_since.is_some() || self.ended_at.is_some() {
            return None;
        }
        match self.next {
            NextMeeting::Open { due_at, asked } => {
                // The first day may have been moved since it became due.
                let first = outline.starts_on.at(0, 0, 0, 0);
                let first = outline.time_zone.to_timestamp(first).unwrap_or(due_at);
                let due_at = due_at.max(first);
                let rested = asked.last_at().map_or(due_at, |last| due_at.max(last + PATIENCE));
                let round = outline.nudges.next_after(rested - SignedDuration::from_millis(1))?;
                (round.local.date() <= self.last_day(outline)).then_some(round.at)
            }
            NextMeeting::Booked { ask_at, .. } | NextMeeting::InQuestion { ask_at, .. } => {
                Some(ask_at)
            }
            NextMeeting::WithLeader { .. } => None,
        }
    }
}

impl Decision {
    /// Nothing but a new state of the next meeting.
    pub fn becomes(pair: &Pair, next: NextMeeting) -> Self {
        Self { pair: pair.with_next(next), meetings: vec![], notices: vec![], concern: None }
    }

    /// With something to say.
    #[must_use]
    pub fn saying(mut self, notices: impl IntoIterator<Item = Notice>) -> Self {
        self.notices.extend(notices);
        self
    }

    /// With a meeting that is new or has changed.
    #[must_use]
    pub fn storing(mut self, meeting: Meeting) -> Self {
        self.meetings.push(meeting);
        self
    }
}
