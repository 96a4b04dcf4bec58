//! What a programme leader should look at, and the words that are ready to be sent.

use jiff::{SignedDuration, Timestamp};

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
    /// Since when it has been so.
    pub since: Timestamp,
    /// What has become of it.
    pub state: CaseState,
}

/// What a case is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// A pair was asked for its next meeting, and reminded twice.
    NotBooked {
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
    /// Somebody can't be written to.
    Unreachable {
        /// Who.
        person: PersonId,
    },
    /// The day has come on which applicants expect to hear, and not everybody has.
    LettersDue,
    /// The first day is near, and the programme hasn't been started.
    NotStarted,
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
    /// It is dealt with.
    Closed,
}

impl Matter {
    /// The pair that it is about.
    pub const fn pair(self) -> Option<PairId> {
        match self {
            Self::NotBooked { pair } | Self::NoAnswer { pair, .. } => Some(pair),
            Self::Unreachable { .. } | Self::LettersDue | Self::NotStarted => None,
        }
    }
}
