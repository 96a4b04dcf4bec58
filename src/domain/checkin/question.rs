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
    /// Something that people may have gained. Those that stand beside one another are asked as one
    /// question, in which they are ticked.
    Gain {
        /// What it is.
        words: Translations,
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
    /// How close adepts are to what they want to achieve.
    Baseline,
    /// How satisfied people are so far.
    SoFar,
    /// How satisfied they are with the whole.
    Satisfied,
    /// How likely they are to recommend the programme.
    Recommend,
    /// What they have gained: the programme says what that may be.
    Gains,
    /// What should be changed for next time.
    Better,
    /// Something that may be quoted.
    Quote,
    /// Whether the two are still in touch.
    InTouch,
    /// How far adepts came with their goals. Nobody is asked: it is counted when the round closes.
    Goals,
    /// How meetings felt since the last round. Nobody is asked: they were, after each meeting.
    Felt,
    /// How the two get on. Nobody is asked: they were, after the first meetings.
    Fit,
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
    /// From 1, far away, to 5, nearly there.
    Nearness,
    /// From 1, not at all satisfied, to 5, very satisfied.
    Satisfaction,
    /// From 0, not at all likely, to 10, very likely.
    Ten,
    /// 1 for yes, 0 for no.
    YesNo,
    /// 1 for ticked, 0 for not.
    Tick,
    /// Not answered at all but counted, from 1 to 4, when the round closes.
    Feeling,
    /// Counted too: 1 for those who get on, 0 for the others.
    GetOn,
    /// Counted too: a T-score, 50 when everything went as expected.
    Attainment,
}

impl Topic {
    /// What check-ins ask, in that order.
    pub const CHECK_IN: [Self; 6] =
        [Self::Trust, Self::Use, Self::Met, Self::Direction, Self::Support, Self::Open];

    /// What is asked at the close, in that order, after the baseline.
    pub const CLOSING: [Self; 5] =
        [Self::Satisfied, Self::Recommend, Self::Gains, Self::Better, Self::Quote];

    /// Every topic.
    pub const ALL: [Self; 17] = [
        Self::Trust,
        Self::Use,
        Self::Met,
        Self::Direction,
        Self::Support,
        Self::Open,
        Self::Baseline,
        Self::SoFar,
        Self::Satisfied,
        Self::Recommend,
        Self::Gains,
        Self::Better,
        Self::Quote,
        Self::InTouch,
        Self::Goals,
        Self::Felt,
        Self::Fit,
    ];

    /// The one that files call so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == name)
    }

    /// As files call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trust => "trust",
            Self::Use => "use",
            Self::Met => "met",
            Self::Direction => "direction",
            Self::Support => "support",
            Self::Open => "open",
            Self::Baseline => "baseline",
            Self::SoFar => "so-far",
            Self::Satisfied => "satisfied",
            Self::Recommend => "recommend",
            Self::Gains => "gains",
            Self::Better => "better",
            Self::Quote => "quote",
            Self::InTouch => "in-touch",
            Self::Goals => "goals",
            Self::Felt => "felt",
            Self::Fit => "fit",
        }
    }

    const fn scale(self) -> Scale {
        match self {
            Self::Trust | Self::Use | Self::Direction | Self::Support => Scale::Agree,
            Self::Met => Scale::Times,
            Self::Open | Self::Better | Self::Quote => Scale::Words,
            Self::Baseline => Scale::Nearness,
            Self::SoFar | Self::Satisfied => Scale::Satisfaction,
            Self::Recommend => Scale::Ten,
            Self::Gains => Scale::Tick,
            Self::InTouch => Scale::YesNo,
            Self::Goals => Scale::Attainment,
            Self::Felt => Scale::Feeling,
            Self::Fit => Scale::GetOn,
        }
    }
}

impl Scale {
    /// The numbers that can be answered: none where nobody is asked for one.
    pub const fn values(self) -> std::ops::RangeInclusive<i64> {
        match self {
            Self::Agree | Self::Nearness | Self::Satisfaction => 1..=5,
            Self::Times => 0..=3,
            Self::Ten => 0..=10,
            Self::YesNo | Self::Tick => 0..=1,
            #[expect(clippy::reversed_empty_ranges, reason = "there is none")]
            Self::Words | Self::Feeling | Self::GetOn | Self::Attainment => 1..=0,
        }
    }

    /// Whether people are asked, and not counted.
    pub const fn is_asked(self) -> bool {
        !matches!(self, Self::Feeling | Self::GetOn | Self::Attainment)
    }

    /// Whether a mean is the part of those who said yes.
    pub const fn is_share(self) -> bool {
        matches!(self, Self::YesNo | Self::Tick | Self::GetOn)
    }
}

impl Question {
    /// One that comes with the bot, for all or for one role.
    pub fn library(topic: Topic, role: Option<Role>) -> Self {
        Self { key: topic.as_str().to_owned(), role, asks: Asks::Library(topic) }
    }

    /// How it is answered.
    pub const fn scale(&self) -> Scale {
        match &self.asks {
            Asks::Library(topic) => topic.scale(),
            Asks::Own { scale, .. } => *scale,
            Asks::Gain { .. } => Scale::Tick,
        }
    }

    /// Whether it is something to tick.
    pub const fn is_gain(&self) -> bool {
        matches!(self.asks, Asks::Gain { .. })
    }

    /// Whether another asks the same.
    pub fn is_same(&self, other: &Self) -> bool {
        self.asks == other.asks
    }

    /// Whether somebody with that role is asked.
    pub fn is_for(&self, role: Role) -> bool {
        self.role.is_none_or(|one| one == role)
    }
}
