//! Who comes to a gathering, and who waits for a place.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{Gathering, GatheringState};
use crate::domain::ids::PersonId;

/// What somebody says who is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// They come.
    Yes,
    /// They don't.
    No,
    /// They don't know yet.
    Maybe,
}

/// How it became known that somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CameBy {
    /// They said the code that was shown there.
    Code,
    /// A leader has noted it.
    Leader,
}

/// What is known of somebody and a gathering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// Of whom.
    pub person: PersonId,
    /// What they said last. None if nothing.
    pub answer: Option<Answer>,
    /// Whether they want to come and wait for a place.
    pub waits: bool,
    /// When they said so first.
    pub said_at: Timestamp,
    /// Whether they were there.
    pub came: Option<CameBy>,
}

/// Why an answer isn't taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// It is called off.
    Cancelled,
    /// Nobody is invited yet.
    NotYet,
    /// It has begun.
    Begun,
    /// The last day to say that one comes was that.
    TooLate(Date),
}

impl Answer {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Maybe];

    /// As tokens and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Maybe => "maybe",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == name)
    }
}

impl CameBy {
    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Leader => "leader",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Code, Self::Leader].into_iter().find(|by| by.as_str() == name)
    }
}

impl Reply {
    /// Of somebody who hasn't said anything.
    pub const fn silent(person: PersonId, now: Timestamp) -> Self {
        Self { person, answer: None, waits: false, said_at: now, came: None }
    }

    /// Whether they have a place.
    pub fn has_place(&self) -> bool {
        self.answer == Some(Answer::Yes) && !self.waits
    }

    /// Whether they may still be asked: whoever says maybe hasn't settled it.
    pub const fn is_unsettled(&self) -> bool {
        matches!(self.answer, None | Some(Answer::Maybe))
    }
}

/// How many places are left. None if there is room for all.
pub fn places_left(replies: &[Reply], capacity: Option<u16>) -> Option<usize> {
    let taken = replies.iter().filter(|reply| reply.has_place()).count();
    capacity.map(|capacity| usize::from(capacity).saturating_sub(taken))
}

/// Those who wait and for whom there is a place now, in the order in which they have waited. The
/// replies come in the order in which they were given.
pub fn moves_up(replies: &[Reply], capacity: Option<u16>) -> Vec<PersonId> {
    let waiting = replies.iter().filter(|reply| reply.waits);
    let room = places_left(replies, capacity).unwrap_or(usize::MAX);
    waiting.take(room).map(|reply| reply.person).collect()
}

/// What is known of somebody after they have answered. Whoever says again what they have said keeps
/// their place in the line.
pub fn answered(
    gathering: &Gathering,
    replies: &[Reply],
    person: PersonId,
    answer: Answer,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Reply, Closed> {
    match gathering.state {
        GatheringState::Cancelled => return Err(Closed::Cancelled),
        GatheringState::Planned { .. } => return Err(Closed::NotYet),
        GatheringState::Invited { .. } => {}
    }
    if gathering.plan.begins(zone).is_some_and(|begins| begins <= now) {
        return Err(Closed::Begun);
    }
    let known = replies.iter().find(|reply| reply.person == person);
    let known = known.copied().unwrap_or_else(|| Reply::silent(person, now));
    if known.answer == Some(answer) {
        return Ok(known);
    }
    // Whoever can't come may say so at any time.
    if let Some(by) = gathering.plan.answer_by
        && answer != Answer::No
        && zone.to_datetime(now).date() > by
    {
        return Err(Closed::TooLate(by));
    }
    let is_full = places_left(replies, gathering.plan.capacity) == Some(0);
    let is_queued = replies.iter().any(|reply| reply.waits);
    let waits = answer == Answer::Yes && (is_full || is_queued);
    Ok(Reply { answer: Some(answer), waits, said_at: now, ..known })
}

/// How many gatherings in a row somebody stays away from before leaders are shown it.
const MISSED_IN_A_ROW: usize = 2;

/// Whether somebody never comes, by the gatherings that they were invited to and at which it was noted
/// who came, the latest first.
pub fn never_comes(came: &[bool]) -> bool {
    came.len() >= MISSED_IN_A_ROW && !came.iter().take(MISSED_IN_A_ROW).any(|came| *came)
}
