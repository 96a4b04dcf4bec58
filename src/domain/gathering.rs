//! Gatherings: group sessions for everybody in a programme, or for all mentors or all adepts.
//!
//! What becomes of one follows from its plan, from who has answered and from the time: people are
//! invited once, whoever hasn't answered is asked twice more at most, whoever comes is reminded, and a
//! place that becomes free goes to whoever has waited longest.

mod seats;
mod step;
#[cfg(test)]
mod tests;

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

pub use seats::{Answer, CameBy, Closed, Reply, answered, moves_up, never_comes, places_left};
pub use step::{Before, INVITED_AHEAD, Step};

use super::{
    ids::{GatheringId, ProgrammeId},
    locale::Translations,
    moment::Moment,
    role::Role,
};

/// The longest title, in characters: what Discord takes for an event.
pub const LONGEST_TITLE: usize = 100;

/// The longest description, in characters.
pub const LONGEST_ABOUT: usize = 1_000;

/// How long it is unless something else is said, in minutes.
pub const USUAL_MINUTES: u16 = 60;

/// The shortest, in minutes.
pub const LEAST_MINUTES: u16 = 5;

/// The longest, in minutes: two days.
pub const MOST_MINUTES: u16 = 2_880;

/// How many a programme can have. More than that nobody comes to.
pub const MOST_GATHERINGS: usize = 100;

/// What is planned, by the programme's file or a leader. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What it is called.
    pub titles: Translations,
    /// When it begins, on the programme's own clock. None if that isn't settled yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<civil::DateTime>,
    /// In which week of the programme it is wanted, for as long as it has no time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<u16>,
    /// How long it is, in minutes.
    pub minutes: u16,
    /// Where it is: a place or a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Translations>,
    /// For whom it is. None for mentors and adepts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// For how many there is room. None if for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u16>,
    /// The last day to say that one comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<civil::Date>,
}

/// A gathering of the programme's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// What the file calls it.
    pub key: String,
    /// What it plans.
    pub plan: Plan,
}

/// A gathering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// The store's number for it.
    pub id: GatheringId,
    /// Of which programme.
    pub programme: ProgrammeId,
    /// What people call it: counted from one within the programme, never used again.
    pub number: i64,
    /// What the programme's file calls it, if it is from there.
    pub key: Option<String>,
    /// What is planned.
    pub plan: Plan,
    /// How far it has come.
    pub state: GatheringState,
    /// Whether leaders were asked when it shall be.
    pub is_time_asked: bool,
    /// What those say who are there, to be noted.
    pub code: Option<String>,
    /// What there is to read afterwards.
    pub material: Option<String>,
}

/// How far a gathering has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatheringState {
    /// Nobody has heard of it yet.
    Planned {
        /// When they do, if a leader has said so.
        invite_at: Option<Timestamp>,
    },
    /// People are invited.
    Invited {
        /// Since when.
        at: Timestamp,
    },
    /// It is called off.
    Cancelled,
}

/// What people have to be told about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It is at another time.
    Moved,
    /// It is at another place, or for longer or shorter.
    Elsewhere,
    /// Nothing that concerns them now.
    Nothing,
}

/// What a changed file means for a programme's gatherings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a> {
    /// There is one more.
    New(&'a Planned),
    /// One is planned otherwise.
    Changed {
        /// What the file said.
        from: &'a Plan,
        /// What it says.
        to: &'a Planned,
    },
    /// One isn't there any longer.
    Gone {
        /// What the file called it.
        key: &'a str,
    },
}

impl Plan {
    /// When it begins, where the programme's clock hangs in `zone`.
    pub fn begins(&self, zone: &TimeZone) -> Option<Timestamp> {
        zone.to_timestamp(self.starts?).ok()
    }

    /// When it ends.
    pub fn ends(&self, zone: &TimeZone) -> Option<Timestamp> {
        let length = SignedDuration::from_mins(i64::from(self.minutes));
        self.begins(zone)?.checked_add(length).ok()
    }

    /// When it begins, for a message.
    pub fn moment(&self, zone: &TimeZone) -> Option<Moment> {
        self.begins(zone).map(|begins| Moment::of(begins, zone))
    }

    /// Whether somebody with these roles is invited.
    pub fn is_for(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| *role != Role::Leader && self.role.is_none_or(|one| one == *role))
    }

    /// What people have to be told if this plan takes the place of `before`.
    pub fn news(&self, before: &Self) -> News {
        if self.starts != before.starts {
            News::Moved
        } else if self.place != before.place || self.minutes != before.minutes {
            News::Elsewhere
        } else {
            News::Nothing
        }
    }

    /// This plan with what a file has changed: what only leaders have changed stays.
    #[must_use]
    pub fn changed(&self, from: &Self, to: &Self) -> Self {
        fn pick<T: PartialEq + Clone>(own: &T, from: &T, to: &T) -> T {
            if from == to { own.clone() } else { to.clone() }
        }
        Self {
            titles: pick(&self.titles, &from.titles, &to.titles),
            starts: pick(&self.starts, &from.starts, &to.starts),
            week: pick(&self.week, &from.week, &to.week),
            minutes: pick(&self.minutes, &from.minutes, &to.minutes),
            place: pick(&self.place, &from.place, &to.place),
            about: pick(&self.about, &from.about, &to.about),
            role: pick(&self.role, &from.role, &to.role),
            capacity: pick(&self.capacity, &from.capacity, &to.capacity),
            answer_by: pick(&self.answer_by, &from.answer_by, &to.answer_by),
        }
    }
}

impl Gathering {
    /// Whether it is to come, as far as is known.
    pub fn is_to_come(&self, zone: &TimeZone, now: Timestamp) -> bool {
        self.state != GatheringState::Cancelled
            && self.plan.begins(zone).is_none_or(|begins| begins > now)
    }

    /// Whether people have heard of it and it is to come.
    pub fn is_open(&self, zone: &TimeZone, now: Timestamp) -> bool {
        matches!(self.state, GatheringState::Invited { .. })
            && self.plan.begins(zone).is_some_and(|begins| begins > now)
    }
}

/// What has changed between two files.
pub fn changes<'a>(from: &'a [Planned], to: &'a [Planned]) -> Vec<Change<'a>> {
    let known = |key: &str, list: &'a [Planned]| list.iter().find(|one| one.key == key);
    let gone = from
        .iter()
        .filter(|one| known(&one.key, to).is_none())
        .map(|one| Change::Gone { key: &one.key });
    let others = to.iter().filter_map(|one| match known(&one.key, from) {
        None => Some(Change::New(one)),
        Some(before) if before.plan == one.plan => None,
        Some(before) => Some(Change::Changed { from: &before.plan, to: one }),
    });
    gone.chain(others).collect()
}
