//! How a programme ends for those who took part: with thanks, a certificate, and the question whether
//! two people want to stay in touch.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ids::MemberId, locale::Translations, pair::Pair, programme::Outline, role::Role};

/// What a certificate says. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Whose it is.
    pub name: String,
    /// What they were.
    pub role: Role,
    /// In what programme.
    pub programme: Translations,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day, for them.
    pub ends_on: Date,
    /// How often they have met and to how many group sessions they came. None if they don't want that
    /// to be on it.
    pub figures: Option<Figures>,
    /// Who leads the programme.
    pub leaders: Vec<String>,
    /// The day on which it was made.
    pub made_on: Date,
}

/// What somebody has done in a programme, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// How many meetings they had.
    pub met: i64,
    /// To how many group sessions they came.
    pub gatherings: i64,
}

/// Whether numbers are to be on a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithFigures {
    /// They are.
    Yes,
    /// Only names and days are.
    No,
}

/// Whether one of two wants to stay in touch with the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Touch {
    /// They want to.
    Yes,
    /// They don't.
    No,
    /// They would rather not say.
    Unsaid,
}

macro_rules! spelt {
    ($name:ident { $($kind:ident $spelling:literal),+ }) => {
        impl $name {
            /// As tokens and the database spell it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $spelling,)+
                }
            }

            /// The one that is spelt so.
            pub fn named(name: &str) -> Option<Self> {
                [$(Self::$kind),+].into_iter().find(|known| known.as_str() == name)
            }
        }
    };
}

spelt! { WithFigures { Yes "yes", No "no" } }
spelt! { Touch { Yes "yes", No "no", Unsaid "unsaid" } }

/// The last day that each has in a programme, by the pairs that didn't end before their time: whose pair
/// did isn't thanked for the whole.
pub fn last_days(pairs: &[Pair], outline: &Outline) -> BTreeMap<MemberId, Date> {
    let mut last = BTreeMap::<MemberId, Date>::new();
    for pair in pairs.iter().filter(|pair| !pair.ended_early(outline)) {
        let day = pair.last_day(outline);
        for member in [pair.mentor.member, pair.adept.member] {
            let theirs = last.entry(member).or_insert(day);
            *theirs = day.max(*theirs);
        }
    }
    last
}
