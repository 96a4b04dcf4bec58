//! Which pairs need their leader: what follows from the days that have passed and from what the two
//! have and haven't said. The limits are those of `domain.md` §3 of the project's founders, after
//! MENTOR's Elements of Effective Practice.
//!
//! Days in which a pair's clocks stood still don't count, nor do those in which the whole country rests
//! and nobody is asked anything.

use jiff::{Timestamp, ToSpan, civil::Date};

use super::{
    attention::{Level, Matter},
    ids::PersonId,
    meeting::{Half, Meeting, MeetingState, Verdict},
    pair::{DATES_AT_START, Pair},
    programme::Outline,
};

/// A time in which a pair's clocks stood still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// How long one of the two has been silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// How many messages that wanted an answer have come in a row and got none: two, or one.
    pub unanswered: i64,
    /// When the first of them came.
    pub since: Timestamp,
    /// When the last of these came.
    pub asked_at: Timestamp,
    /// Whether the other of the two has said since that they hear nothing.
    pub is_missed: bool,
}

/// What is known of a pair when it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Watched<'a> {
    /// The pair.
    pub pair: &'a Pair,
    /// All of its meetings.
    pub meetings: &'a [Meeting],
    /// What its programme plans.
    pub outline: &'a Outline,
    /// Its first day.
    pub began_on: Date,
    /// When its clocks stood still, whenever that was.
    pub pauses: &'a [Pause],
    /// Whether the adept has set a goal.
    pub has_goal: bool,
    /// The days of check-ins in which they told different numbers of meetings.
    pub told_differently: &'a [Date],
    /// The silence of the mentor and of the adept, if there is one.
    pub silences: [Option<Silence>; 2],
}

/// Something that may need a leader, now or later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// What it is.
    pub matter: Matter,
    /// Since when it has been so.
    pub since: Date,
    /// From which day on it is yellow.
    pub yellow_on: Option<Date>,
    /// From which day on it is red.
    pub red_on: Option<Date>,
}

/// After how many days a pair without a meeting is yellow, and red.
const FIRST_MEETING: (u32, u32) = (10, 21);
/// After how many days a pair with fewer than three dates is yellow.
const THREE_DATES: u32 = 21;
/// How many messages in a row without an answer are a silence.
const SILENCE: i64 = 2;
/// How many days there are for an answer to the last of them.
const TIME_TO_ANSWER: u32 = 5;
/// For how many days ahead a limit is looked for: longer than any programme.
const FAR: usize = 3 * 366;

impl Signal {
    /// How much it matters on that day. None if it doesn't yet.
    pub fn level(&self, today: Date) -> Option<Level> {
        let reached = |on: Option<Date>| on.is_some_and(|on| on <= today);
        if reached(self.red_on) {
            Some(Level::Red)
        } else {
            reached(self.yellow_on).then_some(Level::Yellow)
        }
    }

    /// The next day after this one on which it matters more.
    pub fn changes_after(&self, today: Date) -> Option<Date> {
        [self.yellow_on, self.red_on].into_iter().flatten().filter(|on| *on > today).min()
    }
}

impl Watched<'_> {
    /// Everything that may need a leader, whether it does yet or not. Nothing, if the pair rests, has
    /// ended or its programme is over: then nobody is missed.
    pub fn signals(&self, today: Date) -> Vec<Signal> {
        let rests = self.pair.stopped_since.is_some() || self.pair.ended_at.is_some();
        if rests || today > self.pair.last_day(self.outline) {
            return vec![];
        }
        let mut signals = vec![];
        signals.extend(self.first_meeting());
        signals.extend(self.few_dates());
        signals.extend(self.no_meeting());
        signals.extend(self.facts());
        signals.extend(self.goal());
        signals
            .extend([Half::Mentor, Half::Adept].into_iter().filter_map(|half| self.silent(half)));
        signals
    }

    /// The first meeting isn't booked.
    fn first_meeting(&self) -> Option<Signal> {
        (!self.has_booked()).then(|| Signal {
            matter: Matter::NotBooked { pair: self.pair.id },
            since: self.began_on,
            yellow_on: self.after(self.began_on, FIRST_MEETING.0),
            red_on: self.after(self.began_on, FIRST_MEETING.1),
        })
    }

    /// Fewer dates are booked than a pair should have at the start. Whoever has none is missed for
    /// that.
    fn few_dates(&self) -> Option<Signal> {
        (self.has_booked() && self.dates() < DATES_AT_START).then(|| Signal {
            matter: Matter::FewDates { pair: self.pair.id },
            since: self.began_on,
            yellow_on: self.after(self.began_on, THREE_DATES),
            red_on: None,
        })
    }

    /// Nobody has said for one and a half times the interval that they met.
    fn no_meeting(&self) -> Option<Signal> {
        if !self.has_booked() {
            return None;
        }
        let zone = &self.outline.time_zone;
        let held = self.meetings.iter().filter(|meeting| meeting.state == MeetingState::Held);
        let since = held.map(|meeting| meeting.when.day(zone)).max().unwrap_or(self.began_on);
        let interval = u32::from(self.outline.interval(since));
        Some(Signal {
            matter: Matter::NoMeeting { pair: self.pair.id },
            since,
            yellow_on: self.after(since, (interval * 3).div_ceil(2)),
            red_on: self.after(since, interval * 2),
        })
    }

    /// One says that they met and the other that they didn't: once is yellow, twice is red.
    fn facts(&self) -> Option<Signal> {
        let zone = &self.outline.time_zone;
        let differ = |meeting: &&Meeting| {
            let was_held = |said: Option<Verdict>| match said? {
                Verdict::Held => Some(true),
                Verdict::NotHeld | Verdict::Rebooked => Some(false),
                Verdict::Paused => None,
            };
            let said = (was_held(meeting.mentor_says), was_held(meeting.adept_says));
            matches!(said, (Some(one), Some(other)) if one != other)
        };
        let mut days: Vec<_> =
            self.meetings.iter().filter(differ).map(|meeting| meeting.when.day(zone)).collect();
        days.extend(self.told_differently);
        days.sort_unstable();
        days.last().map(|last| Signal {
            matter: Matter::FactsDiffer { pair: self.pair.id },
            since: *last,
            yellow_on: days.first().copied(),
            red_on: days.get(1).copied(),
        })
    }

    /// The adept has no goal after a quarter of the programme.
    fn goal(&self) -> Option<Signal> {
        let quarter = self.outline.counted_days() / 4;
        (!self.has_goal).then(|| Signal {
            matter: Matter::NoGoal { pair: self.pair.id },
            since: self.began_on,
            yellow_on: self.after(self.began_on, quarter),
            red_on: None,
        })
    }

    /// Whether one of the two hasn't answered for some time, whatever the other does.
    pub fn is_silent(&self, half: Half) -> bool {
        let [mentor, adept] = self.silences;
        let own = match half {
            Half::Mentor => mentor,
            Half::Adept => adept,
        };
        own.is_some_and(|silence| silence.unanswered >= SILENCE)
    }

    /// One of the two doesn't answer, though the other does.
    fn silent(&self, half: Half) -> Option<Signal> {
        let [mentor, adept] = self.silences;
        let (own, other) = match half {
            Half::Mentor => (mentor, adept),
            Half::Adept => (adept, mentor),
        };
        let is_one = |silence: &Silence| silence.unanswered >= SILENCE;
        let silence = own.filter(is_one)?;
        if other.is_some_and(|other| is_one(&other)) {
            // Neither of them answers: that is a matter of the pair.
            return None;
        }
        let day = |at| self.outline.time_zone.to_datetime(at).date();
        let person: PersonId = self.pair.seat(half).person;
        let from = self.after(day(silence.asked_at), TIME_TO_ANSWER);
        Some(Signal {
            matter: Matter::Silent { pair: self.pair.id, person },
            since: day(silence.since),
            yellow_on: from,
            red_on: from.filter(|_| silence.is_missed),
        })
    }

    /// Whether they have ever booked a meeting, whatever came of it, and didn't take it back.
    fn has_booked(&self) -> bool {
        self.meetings.iter().any(|meeting| meeting.state != MeetingState::Cancelled)
    }

    /// How many meetings are booked or were held.
    fn dates(&self) -> usize {
        let counts =
            |meeting: &&Meeting| matches!(meeting.state, MeetingState::Booked | MeetingState::Held);
        self.meetings.iter().filter(counts).count()
    }

    /// The first day by which so many days have passed since another. None if that is too far away to
    /// matter.
    fn after(&self, since: Date, days: u32) -> Option<Date> {
        let zone = &self.outline.time_zone;
        let day = |at: Timestamp| zone.to_datetime(at).date();
        let pauses: Vec<_> =
            self.pauses.iter().map(|pause| day(pause.from)..day(pause.until)).collect();
        let counts = |on: &Date| {
            !self.outline.is_in_recess(*on) && !pauses.iter().any(|pause| pause.contains(on))
        };
        let days = usize::try_from(days).ok()?.checked_sub(1)?;
        let last = since.series(1.day()).take(FAR).filter(counts).nth(days)?;
        last.tomorrow().ok()
    }
}

#[cfg(test)]
mod tests;
