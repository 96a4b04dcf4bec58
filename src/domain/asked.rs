//! How often a pair was asked for one thing: its next meeting, or whether a meeting was held.

use jiff::{SignedDuration, Timestamp};

/// How often a pair was asked for one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Not yet.
    Never,
    /// Once, and not reminded.
    Once {
        /// When.
        at: Timestamp,
    },
    /// Asked, and reminded once.
    Reminded {
        /// When last.
        at: Timestamp,
    },
    /// Asked, and reminded twice. There is no third reminder.
    RemindedTwice {
        /// When last.
        at: Timestamp,
    },
}

impl Asked {
    /// How often that is.
    pub const fn times(self) -> i64 {
        match self {
            Self::Never => 0,
            Self::Once { .. } => 1,
            Self::Reminded { .. } => 2,
            Self::RemindedTwice { .. } => 3,
        }
    }

    /// When they were asked last.
    pub const fn last_at(self) -> Option<Timestamp> {
        match self {
            Self::Never => None,
            Self::Once { at } | Self::Reminded { at } | Self::RemindedTwice { at } => Some(at),
        }
    }

    /// The state after so many times, the last of them then.
    pub const fn after(times: i64, last_at: Option<Timestamp>) -> Option<Self> {
        match (times, last_at) {
            (0, None) => Some(Self::Never),
            (1, Some(at)) => Some(Self::Once { at }),
            (2, Some(at)) => Some(Self::Reminded { at }),
            (3, Some(at)) => Some(Self::RemindedTwice { at }),
            _ => None,
        }
    }

    /// Asked once more. None if the leader's turn has come.
    pub const fn again(self, now: Timestamp) -> Option<Self> {
        match self {
            Self::Never => Some(Self::Once { at: now }),
            Self::Once { .. } => Some(Self::Reminded { at: now }),
            Self::Reminded { .. } => Some(Self::RemindedTwice { at: now }),
            Self::RemindedTwice { .. } => None,
        }
    }

    /// As if all of it had been so much later.
    #[must_use]
    pub fn later_by(self, pause: SignedDuration) -> Self {
        match self {
            Self::Never => self,
            Self::Once { at } => Self::Once { at: at + pause },
            Self::Reminded { at } => Self::Reminded { at: at + pause },
            Self::RemindedTwice { at } => Self::RemindedTwice { at: at + pause },
        }
    }
}
