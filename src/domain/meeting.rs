//! A meeting of a pair, from the booking to the question whether it was held.

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{
    asked::Asked,
    ids::{MeetingId, PairId},
    moment::Moment,
};

/// How many meetings to come a pair may have: more than any programme wants, and few enough to
/// list.
pub const MOST_TO_COME: usize = 20;

/// The longest place, in characters.
pub const LONGEST_PLACE: usize = 200;

/// A meeting of a mentor and an adept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Which meeting this is. None until it is stored.
    pub id: Option<MeetingId>,
    /// Whose it is.
    pub pair: PairId,
    /// What people call it: counted from one within the pair, never used again.
    pub number: i64,
    /// When it is.
    pub when: Appointment,
    /// Where, in the words of whoever booked it.
    pub place: Option<String>,
    /// What has become of it.
    pub state: MeetingState,
    /// How often the two were asked whether it was held. It is the meeting's own, so that whatever
    /// else they book or cancel meanwhile does not start the count anew.
    pub asked: Asked,
    /// What the mentor says about it.
    pub mentor_says: Option<Verdict>,
    /// What the adept says about it.
    pub adept_says: Option<Verdict>,
}

/// When a meeting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Appointment {
    /// At a time on the clock of a place. The offset is left to the zone's rules.
    At {
        /// On the wall clock there.
        local: civil::DateTime,
        /// Where that clock hangs.
        zone: TimeZone,
    },
    /// They have booked it, but not told when.
    Sometime {
        /// When they said so.
        since: Timestamp,
    },
}

/// What has become of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingState {
    /// It is to come, or nobody has said yet whether it was held.
    Booked,
    /// It was held.
    Held,
    /// It wasn't.
    NotHeld,
    /// It was cancelled beforehand.
    Cancelled,
    /// They were asked in vain whether it was held, so the programme leader knows.
    Unanswered,
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// The one with the experience.
    Mentor,
    /// The one with the questions.
    Adept,
}

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

impl MeetingState {
    const ALL: [Self; 5] =
        [Self::Booked, Self::Held, Self::NotHeld, Self::Cancelled, Self::Unanswered];

    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Held => "held",
            Self::NotHeld => "not_held",
            Self::Cancelled => "cancelled",
            Self::Unanswered => "unanswered",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

impl Appointment {
    /// The moment it begins, if that is known. A time that the clock skips is taken as the one an
    /// hour later, and one that comes twice as the first.
    pub fn instant(&self) -> Option<Timestamp> {
        match self {
            Self::At { local, zone } => zone
                .to_ambiguous_zoned_datetime(*local)
                .compatible()
                .ok()
                .map(|zoned| zoned.timestamp()),
            Self::Sometime { .. } => None,
        }
    }

    /// The day it is on, or was announced on.
    pub fn day(&self, zone: &TimeZone) -> civil::Date {
        match self {
            Self::At { local, .. } => local.date(),
            Self::Sometime { since } => zone.to_datetime(*since).date(),
        }
    }

    /// When it begins, as it is told where the clocks are those of `zone`, if that is known.
    pub fn moment_in(&self, zone: &TimeZone) -> Option<Moment> {
        self.instant().map(|instant| Moment::of(instant, zone))
    }
}

impl Meeting {
    /// A meeting that is booked now.
    pub fn booked(pair: PairId, others: &[Self], when: Appointment, place: Option<String>) -> Self {
        Self {
            id: None,
            pair,
            number: others.iter().map(|meeting| meeting.number).max().unwrap_or(0) + 1,
            when,
            place,
            state: MeetingState::Booked,
            asked: Asked::Never,
            mentor_says: None,
            adept_says: None,
        }
    }

    /// Whether it is still to come, or wants to be asked about.
    pub fn is_booked(&self) -> bool {
        self.state == MeetingState::Booked
    }

    /// Whether it hasn't begun.
    pub fn is_to_come(&self, now: Timestamp) -> bool {
        self.is_booked() && self.when.instant().is_none_or(|begins| begins > now)
    }

    /// What `half` says about it.
    pub const fn verdict_of(&self, half: Half) -> Option<Verdict> {
        match half {
            Half::Mentor => self.mentor_says,
            Half::Adept => self.adept_says,
        }
    }

    /// With what `half` says about it. Whoever says it was held is believed: that a meeting was
    /// held is never undone by the other's silence or doubt.
    #[must_use]
    pub fn with_verdict(mut self, half: Half, verdict: Verdict) -> Self {
        match half {
            Half::Mentor => self.mentor_says = Some(verdict),
            Half::Adept => self.adept_says = Some(verdict),
        }
        let said = [self.mentor_says, self.adept_says];
        self.state = if said.contains(&Some(Verdict::Held)) {
            MeetingState::Held
        } else if said.iter().flatten().any(|verdict| *verdict != Verdict::Paused) {
            MeetingState::NotHeld
        } else {
            self.state
        };
        self
    }

    /// When they are asked whether they met: two hours after it began.
    pub fn asked_at(&self) -> Option<Timestamp> {
        self.when.instant().map(|begins| begins + SignedDuration::from_hours(2))
    }
}

impl Half {
    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Adept => "adept",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Mentor, Self::Adept].into_iter().find(|half| half.as_str() == name)
    }

    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Mentor => Self::Adept,
            Self::Adept => Self::Mentor,
        }
    }
}
