//! What becomes of a promise: who receives it, and why it did not arrive if it didn't.

use std::fmt;

use super::ids::{PairId, PersonId, PlaceId};

/// Who receives a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Receiver {
    /// One person, in their direct conversation.
    Person(PersonId),
    /// A mentor and an adept, in their own place.
    Pair(PairId),
    /// One of a mentor and an adept, in the place of the two: they can't be reached elsewhere.
    Among(PairId, PersonId),
    /// Whoever is in a place.
    Place(PlaceId),
}

impl fmt::Display for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(person) => write!(f, "person:{}", person.get()),
            Self::Pair(pair) | Self::Among(pair, _) => write!(f, "pair:{}", pair.get()),
            Self::Place(place) => write!(f, "place:{}", place.get()),
        }
    }
}

macro_rules! spelt {
    ($(#[$doc:meta])* $name:ident { $($(#[$kind_doc:meta])* $kind:ident $spelling:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$kind_doc])* $kind,)+
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// As the database spells it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $spelling,)+
                }
            }

            /// The one that is spelt so.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == name)
            }
        }
    };
}

spelt! {
    /// What has become of a letter.
    Fate {
        /// It is not yet due, or was put back.
        Waiting "waiting",
        /// It is being handed to a platform.
        Sending "sending",
        /// It arrived.
        Sent "sent",
        /// It would have been too late.
        Expired "expired",
        /// It must not be sent, or nobody can receive it.
        Refused "refused",
        /// It was tried too often.
        GivenUp "given_up",
        /// It may have arrived, and nobody can tell.
        Unsure "unsure",
        /// A leader took it back.
        Cancelled "cancelled",
    }
}

spelt! {
    /// Why a letter did not leave when it was due, or at all.
    Reason {
        /// It would have been too late.
        Stale "stale",
        /// The person has had as many messages as they should that day.
        DayFull "day_full",
        /// The same for the week.
        WeekFull "week_full",
        /// The same for the month.
        MonthFull "month_full",
        /// Outside the hours or days of sending.
        Closed "closed",
        /// The person or the programme is taking a break.
        Paused "paused",
        /// The person hasn't joined.
        NoAccount "no_account",
        /// The person doesn't take messages from the bot.
        Unwilling "unwilling",
        /// The room is gone.
        Gone "gone",
        /// The platform refuses what it says.
        Refused "refused",
        /// It may have arrived, and the platform can't tell.
        Unsure "unsure",
        /// The platform could not be reached.
        Broken "broken",
        /// The platform asked to wait.
        Busy "busy",
        /// A leader took it back.
        Cancelled "cancelled",
        /// It no longer applied.
        Overtaken "overtaken",
        /// The platform isn't connected.
        NoPlatform "no_platform",
        /// The row can't be read.
        Unreadable "unreadable",
    }
}
