//! When two people can meet: in the hours of both, on days on which the programme works, and at
//! no time that one of them has taken already.

use jiff::{SignedDuration, SignedDuration as Duration, Timestamp, ToSpan as _, civil::Date};

use super::calendar::{PersonalHours, SendingCalendar};

/// How long a meeting is taken to be. People book a beginning, and an hour is what most need.
pub const MEETING: SignedDuration = SignedDuration::from_hours(1);

/// How many times are offered at once: few enough to choose from at a glance.
pub const OFFERED: usize = 4;

/// How far ahead the first time is, so that the other has time to answer.
const NOTICE: SignedDuration = SignedDuration::from_hours(36);

/// How many days are looked through from there on.
const DAYS_AHEAD: i32 = 28;

/// The times of day at which people would rather meet, best first; others come after them. Two
/// that follow each other lie in different halves of the day.
const GOOD_HOURS: [i8; 6] = [13, 10, 15, 9, 14, 11];

/// When one of the two can be met.
#[derive(Debug, Clone)]
pub struct Availability {
    /// On which clock, and within which hours.
    pub hours: PersonalHours,
    /// What they have taken already.
    pub busy: Vec<Busy>,
}

/// A time that somebody has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Busy {
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

impl Busy {
    /// The time of a meeting that begins then.
    pub fn meeting(begins: Timestamp) -> Self {
        Self { from: begins, until: begins + MEETING }
    }

    /// Whether both can't be kept.
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.until && other.from < self.until
    }
}

impl Availability {
    /// Whether they can be met for so long from then on.
    fn holds(&self, meeting: Busy, calendar: &SendingCalendar) -> bool {
        let last = meeting.until - Duration::from_secs(1);
        calendar.is_open(meeting.from, &self.hours)
            && calendar.is_open(last, &self.hours)
            && self.hours.zone.to_datetime(meeting.from).date()
                == self.hours.zone.to_datetime(last).date()
            && !self.busy.iter().any(|busy| busy.overlaps(meeting))
    }
}

/// Times at which both can meet, soonest first: [`OFFERED`] at most, one a day, at different times
/// of day as far as there are any. None is before the day after tomorrow, after `last`, or among
/// those that were `shown` before.
///
/// Hours are full hours on the clock of `one`, who asks.
pub fn suits_both(
    one: &Availability,
    other: &Availability,
    calendar: &SendingCalendar,
    (now, last): (Timestamp, Date),
    shown: &[Timestamp],
) -> Vec<Timestamp> {
    let zone = &one.hours.zone;
    let earliest = now + NOTICE;
    let today = zone.to_datetime(now).date();
    let mut found: Vec<Timestamp> = vec![];
    for days in 1..=DAYS_AHEAD {
        let Ok(day) = today.checked_add(days.days()) else { break };
        if day > last || found.len() == OFFERED {
            break;
        }
        let good = GOOD_HOURS.into_iter();
        let rest = (0..24).filter(|hour| !GOOD_HOURS.contains(hour));
        let mut hours: Vec<i8> = good.chain(rest).collect();
        // The next day begins with another hour, so that not all are after lunch.
        hours.rotate_left(found.len() % GOOD_HOURS.len());
        let begins = |hour: i8| {
            // An hour that the clock skips, or shows twice, is nobody's best.
            zone.to_ambiguous_timestamp(day.at(hour, 0, 0, 0)).unambiguous().ok()
        };
        let suits = |at: &Timestamp| {
            let meeting = Busy::meeting(*at);
            *at >= earliest
                && !shown.contains(at)
                && one.holds(meeting, calendar)
                && other.holds(meeting, calendar)
        };
        found.extend(hours.into_iter().filter_map(begins).find(suits));
    }
    found
}
