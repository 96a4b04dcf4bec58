//! Reminders of a meeting that is booked: a day before it and an hour before it, as each wants it.
//!
//! They are about a time that people have chosen themselves, so they leave on any day, but only
//! between seven in the morning and nine in the evening of whoever gets them.

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// How long before a meeting somebody is reminded of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ahead {
    /// A day.
    Day,
    /// An hour.
    Hour,
}

/// Which reminders somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reminding {
    /// A day before and an hour before.
    #[default]
    Both,
    /// A day before.
    Day,
    /// An hour before.
    Hour,
    /// None.
    Never,
}

const EARLIEST: civil::Time = civil::time(7, 0, 0, 0);
const LATEST: civil::Time = civil::time(21, 0, 0, 0);

/// When somebody whose clock hangs in `zone` is reminded of a meeting. What lies behind is left out,
/// and so is an hour before that would come in the night: it would wake them.
pub fn reminders(begins: Timestamp, zone: &TimeZone, now: Timestamp) -> Vec<(Ahead, Timestamp)> {
    let day = zone.to_datetime(begins - SignedDuration::from_hours(24));
    let day = day.date().to_datetime(decent(day.time()));
    let day = zone.to_timestamp(day).ok().map(|at| (Ahead::Day, at));
    let hour = begins - SignedDuration::from_hours(1);
    let hour = is_decent(zone.to_datetime(hour).time()).then_some((Ahead::Hour, hour));
    day.into_iter().chain(hour).filter(|(_, at)| *at > now && *at < begins).collect()
}

/// That time of somebody's day, or the nearest one at which they may be reminded.
pub fn decent(time: civil::Time) -> civil::Time {
    time.clamp(EARLIEST, LATEST)
}

/// Whether somebody may be reminded at that time of their day.
pub fn is_decent(time: civil::Time) -> bool {
    (EARLIEST..=LATEST).contains(&time)
}

impl Ahead {
    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Day, Self::Hour].into_iter().find(|ahead| ahead.as_str() == name)
    }
}

impl Reminding {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Both, Self::Day, Self::Hour, Self::Never];

    /// Whether that one is wanted.
    pub const fn wants(self, ahead: Ahead) -> bool {
        match (self, ahead) {
            (Self::Both, _) | (Self::Day, Ahead::Day) | (Self::Hour, Ahead::Hour) => true,
            (Self::Never, _) | (Self::Day, Ahead::Hour) | (Self::Hour, Ahead::Day) => false,
        }
    }

    /// As tokens and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Never => "never",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reminding| reminding.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_told_of_a_day_and_an_hour_before_it() {
        check("2026-03-05T13:00", &["day 2026-03-04T13:00:00", "hour 2026-03-05T12:00:00"]);
    }

    #[test]
    fn nobody_is_woken_and_nobody_is_kept_up() {
        check("2026-03-05T06:30", &["day 2026-03-04T07:00:00"]);
        check("2026-03-05T07:30", &["day 2026-03-04T07:30:00"]);
        check("2026-03-05T21:30", &["day 2026-03-04T21:00:00", "hour 2026-03-05T20:30:00"]);
        check("2026-03-05T23:00", &["day 2026-03-04T21:00:00"]);
    }

    #[test]
    fn what_is_behind_is_not_told_of() {
        check("2026-03-02T18:00", &["hour 2026-03-02T17:00:00"]);
        check("2026-03-02T12:30", &[]);
    }

    /// The clocks go forward in the night before the meeting.
    #[test]
    fn a_day_before_is_24_hours_before() {
        check("2026-03-29T13:00", &["day 2026-03-28T12:00:00", "hour 2026-03-29T12:00:00"]);
    }

    /// Seen from noon on 2 March 2026, in Stockholm.
    #[track_caller]
    fn check(begins: &str, expected: &[&str]) {
        let zone = TimeZone::get("Europe/Stockholm").unwrap();
        let at = |text: &str| zone.to_timestamp(text.parse().unwrap()).unwrap();
        let told = reminders(at(begins), &zone, at("2026-03-02T12:00"));
        let shown = |(ahead, at): (Ahead, Timestamp)| {
            format!("{} {}", ahead.as_str(), zone.to_datetime(at))
        };
        assert_eq!(told.into_iter().map(shown).collect::<Vec<_>>(), expected);
    }
}
