//! A promise to say something to somebody.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{
    ids::{PairId, PersonId, PlaceId, ProgrammeId},
    message::Message,
    sparing::Rank,
};

/// One thing to say to one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Who hears it.
    pub to: Audience,
    /// What they hear.
    pub message: Message,
    /// When they may hear it.
    pub urgency: Urgency,
}

/// Who hears a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// One person, in their direct conversation.
    Person(PersonId),
    /// A mentor and an adept, in their own place.
    Pair(PairId),
    /// Everybody who leads a programme.
    Leaders(ProgrammeId),
    /// Whoever is in that place: an answer goes back to where the question came from.
    Place(PlaceId),
}

/// When a notice may be heard, and what goes before what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// An answer: at once, and before everything else.
    Answer,
    /// What somebody just did concerns the other soon: at once.
    AtOnce,
    /// Somebody caused it, and it can wait for decent hours.
    InHours,
    /// Nobody's act caused it: in decent hours, and only so many a week.
    Sparing(Rank),
}

impl Urgency {
    /// The priority from which on the ceiling counts.
    pub const FIRST_SPARING: i64 = 3;

    /// What goes first: small numbers.
    pub const fn priority(self) -> i64 {
        match self {
            Self::Answer => 0,
            Self::AtOnce => 1,
            Self::InHours => 2,
            Self::Sparing(rank) => Self::FIRST_SPARING + rank.as_i64(),
        }
    }

    /// The one with that priority.
    pub fn of_priority(priority: i64) -> Option<Self> {
        match priority {
            0 => Some(Self::Answer),
            1 => Some(Self::AtOnce),
            2 => Some(Self::InHours),
            rank => Rank::from_i64(rank - Self::FIRST_SPARING).map(Self::Sparing),
        }
    }

    /// How long it stays worth saying. A question about booking that is late by most of a week
    /// would meet the next round; an answer that is late by a day answers nobody.
    pub const fn stale_after(self) -> SignedDuration {
        const DAY: i64 = 24;
        let days = match self {
            Self::Answer => 1,
            Self::AtOnce => 2,
            Self::InHours | Self::Sparing(Rank::Safety) => 45,
            Self::Sparing(Rank::DidYouMeet | Rank::Booking) => 6,
            Self::Sparing(_) => 10,
        };
        SignedDuration::from_hours(days * DAY)
    }
}

impl Notice {
    /// Something for one person.
    pub const fn to_person(person: PersonId, message: Message, urgency: Urgency) -> Self {
        Self { to: Audience::Person(person), message, urgency }
    }

    /// Something for both of a pair, because one of them did something.
    pub const fn to_pair(pair: PairId, message: Message) -> Self {
        Self { to: Audience::Pair(pair), message, urgency: Urgency::AtOnce }
    }

    /// Something for everybody who leads a programme. Leaders have no ceiling, but hours.
    pub const fn to_leaders(programme: ProgrammeId, message: Message) -> Self {
        Self { to: Audience::Leaders(programme), message, urgency: Urgency::InHours }
    }

    /// An answer.
    pub const fn answer(place: PlaceId, message: Message) -> Self {
        Self { to: Audience::Place(place), message, urgency: Urgency::Answer }
    }
}
