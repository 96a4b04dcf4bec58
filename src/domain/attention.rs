//! What a programme leader should look at, and the words that are ready to be sent.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::ids::{CaseId, MeetingId, PairId, PersonId, ProgrammeId};

/// How long a case stays away when a leader wants to see it later.
pub const LATER: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Something that a leader should look at. Nothing closes it but the leader, or the pair itself by
/// doing what it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// Which case.
    pub id: CaseId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// What it is about.
    pub matter: Matter,
    /// How much it matters.
    pub level: Level,
    /// Since when it has been so.
    pub since: Timestamp,
    /// What has become of it.
    pub state: CaseState,
}

/// How much something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// To keep an eye on: leaders read of it once a week, and whenever they ask.
    Yellow,
    /// Leaders hear of it at once.
    Red,
}

/// What a case is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// A pair has no meeting booked: it was asked and reminded twice, or has had time enough.
    NotBooked {
        /// Which pair.
        pair: PairId,
    },
    /// A pair has booked fewer dates than are good at the start.
    FewDates {
        /// Which pair.
        pair: PairId,
    },
    /// Nobody has said for long that a pair has met.
    NoMeeting {
        /// Which pair.
        pair: PairId,
    },
    /// A pair was asked whether it met, and reminded twice.
    NoAnswer {
        /// Which pair.
        pair: PairId,
        /// About which meeting.
        meeting: MeetingId,
    },
    /// The two remember differently whether they met.
    FactsDiffer {
        /// Which pair.
        pair: PairId,
    },
    /// An adept has no goal after a quarter of the programme.
    NoGoal {
        /// Which pair.
        pair: PairId,
    },
    /// One of the two doesn't answer, and the other does.
    Silent {
        /// Which pair.
        pair: PairId,
        /// Who is silent.
        person: PersonId,
    },
    /// One of the two says that it isn't working well. The other must not hear of it.
    BadFit {
        /// Which pair.
        pair: PairId,
        /// Who says so.
        person: PersonId,
    },
    /// Somebody asks for a word with the leader, in confidence.
    Help {
        /// Who.
        person: PersonId,
        /// What about.
        wish: Wish,
    },
    /// Somebody can't be written to.
    Unreachable {
        /// Who.
        person: PersonId,
    },
    /// Somebody has left where the programme takes place.
    Left {
        /// Who.
        person: PersonId,
    },
    /// Somebody stays away from the group sessions.
    NeverComes {
        /// Who.
        person: PersonId,
    },
    /// Somebody's answers to check-ins are low, or have fallen.
    LowMarks {
        /// Whose.
        person: PersonId,
    },
    /// The day has come on which applicants expect to hear, and not everybody has.
    LettersDue,
    /// The first day is near, and the programme hasn't been started.
    NotStarted,
}

/// What somebody wants of the leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// What they have written.
    Words,
    /// To talk.
    Talk,
    /// Another mentor or adept.
    Rematch,
    /// To stop taking part.
    Stop,
    /// That somebody asks after the other of the two, who doesn't answer.
    Silent,
}

/// What has become of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseState {
    /// It waits for the leader.
    Open,
    /// The leader wants to see it again then.
    Later {
        /// When.
        wake_at: Timestamp,
    },
    /// The leader has dealt with it.
    Closed,
    /// It has settled itself: they have done what was missed.
    Settled,
}

impl Level {
    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Yellow, Self::Red].into_iter().find(|level| level.as_str() == name)
    }
}

impl Wish {
    /// In the order in which they are offered.
    pub const OFFERED: [Self; 4] = [Self::Talk, Self::Rematch, Self::Stop, Self::Silent];

    /// As tokens and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Talk => "talk",
            Self::Rematch => "rematch",
            Self::Stop => "stop",
            Self::Silent => "silent",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Words, Self::Talk, Self::Rematch, Self::Stop, Self::Silent];
        all.into_iter().find(|wish| wish.as_str() == name)
    }
}

impl Matter {
    /// The pair that it is about.
    pub const fn pair(self) -> Option<PairId> {
        match self {
            Self::NotBooked { pair }
            | Self::FewDates { pair }
            | Self::NoMeeting { pair }
            | Self::NoAnswer { pair, .. }
            | Self::FactsDiffer { pair }
            | Self::NoGoal { pair }
            | Self::Silent { pair, .. }
            | Self::BadFit { pair, .. } => Some(pair),
            Self::Help { .. }
            | Self::Unreachable { .. }
            | Self::Left { .. }
            | Self::NeverComes { .. }
            | Self::LowMarks { .. }
            | Self::LettersDue
            | Self::NotStarted => None,
        }
    }

    /// The person that it is about, and to whom a leader writes about it.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Silent { person, .. }
            | Self::BadFit { person, .. }
            | Self::Help { person, .. }
            | Self::Unreachable { person }
            | Self::Left { person }
            | Self::NeverComes { person }
            | Self::LowMarks { person } => Some(person),
            Self::NotBooked { .. }
            | Self::FewDates { .. }
            | Self::NoMeeting { .. }
            | Self::NoAnswer { .. }
            | Self::FactsDiffer { .. }
            | Self::NoGoal { .. }
            | Self::LettersDue
            | Self::NotStarted => None,
        }
    }

    /// Whether it was said in confidence, so that the other of the two must not hear of it, even
    /// one who leads the programme.
    pub const fn is_confidential(self) -> bool {
        matches!(self, Self::BadFit { .. } | Self::Help { .. } | Self::LowMarks { .. })
    }

    /// Whether it is the passing of time that brings it up and facts that settle it.
    pub const fn is_watched(self) -> bool {
        matches!(
            self,
            Self::FewDates { .. }
                | Self::NoMeeting { .. }
                | Self::FactsDiffer { .. }
                | Self::NoGoal { .. }
                | Self::Silent { .. }
        )
    }
}
