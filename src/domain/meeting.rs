//! A meeting of a pair, from the booking to the question whether it was held.

use serde::{Deserialize, Serialize};

/// What one of a pair says about a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It was held.
    Held,
    /// It wasn't, and there is a new time.
    Rebooked,
    /// It wasn't.
    NotHeld,
    /// The pair is taking a break.
    Paused,
}

impl Verdict {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Held, Self::Rebooked, Self::NotHeld, Self::Paused];

    /// As tokens and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Rebooked => "rebooked",
            Self::NotHeld => "not-held",
            Self::Paused => "paused",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.as_str() == name)
    }
}
