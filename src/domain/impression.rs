//! What somebody says of a meeting that was held, and of how the two get on: to leaders alone.

use serde::{Deserialize, Serialize};

/// How a meeting felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feeling {
    /// Very good.
    VeryGood,
    /// Good.
    Good,
    /// Okay.
    Okay,
    /// Not so good.
    NotSoGood,
    /// They would rather not say.
    Unsaid,
}

/// How it is working out with the other of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// It is working well.
    Well,
    /// They are getting to know each other.
    Acquainting,
    /// It isn't working well.
    NotWell,
    /// They would like to talk to a leader.
    Talk,
}

/// What one of the two has said of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Impression {
    /// How it felt.
    pub feeling: Option<Feeling>,
    /// How it is working out.
    pub fit: Option<Fit>,
}

/// After how many meetings it is asked how it is working out.
pub const FIT_AFTER: usize = 2;

impl Feeling {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::VeryGood, Self::Good, Self::Okay, Self::NotSoGood, Self::Unsaid];

    /// As tokens and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::VeryGood => "very-good",
            Self::Good => "good",
            Self::Okay => "okay",
            Self::NotSoGood => "not-so-good",
            Self::Unsaid => "unsaid",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feeling| feeling.as_str() == name)
    }
}

impl Fit {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Well, Self::Acquainting, Self::NotWell, Self::Talk];

    /// As tokens and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Acquainting => "acquainting",
            Self::NotWell => "not-well",
            Self::Talk => "talk",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fit| fit.as_str() == name)
    }
}
