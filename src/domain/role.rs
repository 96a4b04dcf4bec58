//! What somebody is in a programme.

use serde::{Deserialize, Serialize};

/// What somebody is in a programme. One person may be several of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Has the experience that an adept wants more of.
    Mentor,
    /// Has the goals that the two work on.
    Adept,
    /// Runs the programme.
    Leader,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Mentor, Self::Adept, Self::Leader];

    /// As files and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Adept => "adept",
            Self::Leader => "leader",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }
}
