//! What is asked in a round, and how it is answered.

use serde::{Deserialize, Serialize};

use crate::domain::{locale::Translations, role::Role};

/// The longest question, in characters.
pub const LONGEST_QUESTION: usize = 300;

/// A question. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What the file calls it.
    pub key: String,
    /// Who is asked. None for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// What is asked, and how it is answered.
    pub asks: Asks,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// Something that comes with the bot.
    Library(Topic),
    /// Something of the programme's own.
    Own {
        /// The question.
        words: Translations,
        /// How it is answered.
        scale: Scale,
    },
}

/// What comes with the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Whether they can talk about what matters.
    Trust,
    /// Whether the meetings help.
    Use,
    /// How often the two have met since the last round.
    Met,
    /// Whether they know what they will talk about next.
    Direction,
    /// Whether they get the support that they need.
    Support,
    /// Whether there is something that leaders should know.
    Open,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// From 1, not true at all, to 5, quite true.
    Agree,
    /// 0, 1, 2, or 3 and more.
    Times,
    /// In one's own words.
    Words,
}

impl Topic {
    /// Every topic, in the order in which they are asked.
    pub const ALL: [Self; 6] =
        [Self::Trust, Self::Use, Self::Met, Self::Direction, Self::Support, Self::Open];

    /// As files call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trust => "trust",
            Self::Use => "use",
            Self::Met => "met",
            Self::Direction => "direction",
            Self::Support => "support",
            Self::Open => "open",
        }
    }

    const fn scale(self) -> Scale {
        match self {
            Self::Trust | Self::Use | Self::Direction | Self::Support => Scale::Agree,
            Self::Met => Scale::Times,
            Self::Open => Scale::Words,
        }
    }
}

impl Scale {
    /// The numbers that can be answered.
    pub const fn values(self) -> std::ops::RangeInclusive<i64> {
        match self {
            Self::Agree => 1..=5,
            Self::Times => 0..=3,
            #[expect(clippy::reversed_empty_ranges, reason = "words are no numbers")]
            Self::Words => 1..=0,
        }
    }
}

impl Question {
    /// How it is answered.
    pub const fn scale(&self) -> Scale {
        match &self.asks {
            Asks::Library(topic) => topic.scale(),
            Asks::Own { scale, .. } => *scale,
        }
    }

    /// Whether somebody with that role is asked.
    pub fn is_for(&self, role: Role) -> bool {
        self.role.is_none_or(|one| one == role)
    }
}
