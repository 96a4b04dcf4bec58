//! When two people can meet: in the hours of both, on days on which the programme works, and at
//! no time that one of them has taken already.

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};

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
    /// Whether they have taken nothing that would overlap with a meeting then.
    pub fn is_free_at(&self, begins: Timestamp) -> bool {
        let meeting = Busy::meeting(begins);
        !self.busy.iter().any(|busy| busy.overlaps(meeting))
    }

    /// Whether they can be met for so long from then on.
    fn holds(&self, meeting: Busy, calendar: &SendingCalendar) -> bool {
        let last = meeting.until - SignedDuration::from_secs(1);
        calendar.is_open(meeting.from, &self.hours)
            && calendar.is_open(last, &self.hours)
            && self.hours.zone.to_datetime(meeting.from).date()
                == self.hours.zone.to_datetime(last).date()
            && self.is_free_at(meeting.from)
    }
}

/// Times at which both can meet, soonest first: [`OFFERED`] at most, one a day, at different times
/// of day as far as there are any. None is sooner than a day and a half, after `last`, or among
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
        // The next day begins with another hour, so that not all are after lunch.
        let mut good = GOOD_HOURS;
        good.rotate_left(found.len());
        let rest = (0..24).filter(|hour| !GOOD_HOURS.contains(hour));
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
        found.extend(good.into_iter().chain(rest).filter_map(begins).find(suits));
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::{civil::time, tz::TimeZone};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::Hours;

    #[test]
    fn times_lie_in_the_hours_of_both_and_in_different_parts_of_the_day() {
        let both = anybody(None, vec![]);
        check(&both, &both, &["03-05T13:00", "03-06T10:00", "03-09T15:00", "03-10T09:00"]);
        let early = anybody(Some((8, 12)), vec![]);
        check(&both, &early, &["03-05T10:00", "03-06T10:00", "03-09T09:00", "03-10T09:00"]);
    }

    #[test]
    fn what_one_has_taken_is_left_out_and_so_are_days_on_which_the_programme_rests() {
        let both = anybody(None, vec![]);
        let week = Busy { from: at("2026-03-05T08:00"), until: at("2026-03-06T13:30") };
        let away = anybody(None, vec![week]);
        check(&both, &away, &["03-06T15:00", "03-09T10:00", "03-10T15:00", "03-11T09:00"]);
        let easter = Busy { from: at("2026-03-05T00:00"), until: at("2026-03-29T00:00") };
        let away = anybody(None, vec![easter]);
        check(&away, &both, &["03-30T13:00", "03-31T10:00"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_offered_suits_both_and_is_never_offered_again(
            one in somebody(), other in somebody(), now in 1_767_225_600..1_799_000_000_i64,
        ) {
            let now = Timestamp::from_second(now).unwrap();
            let calendar = SendingCalendar::default();
            let last = TimeZone::UTC.to_datetime(now).date().saturating_add(20.days());
            let mut shown = vec![];
            loop {
                let times = suits_both(&one, &other, &calendar, (now, last), &shown);
                prop_assert!(times.len() <= OFFERED && times.is_sorted());
                for at in &times {
                    let meeting = Busy::meeting(*at);
                    prop_assert!(*at >= now + NOTICE && !shown.contains(at));
                    for person in [&one, &other] {
                        prop_assert!(!person.busy.iter().any(|busy| busy.overlaps(meeting)));
                        for minute in 0..60 {
                            let within = *at + SignedDuration::from_mins(minute);
                            prop_assert!(calendar.is_open(within, &person.hours), "{within}");
                        }
                    }
                }
                let Some(latest) = times.last() else { break };
                prop_assert!(one.hours.zone.to_datetime(*latest).date() <= last);
                shown.extend(times);
            }
        }
    }

    fn somebody() -> impl Strategy<Value = Availability> {
        let zone = prop_oneof![
            Just("Europe/Stockholm"),
            Just("Europe/London"),
            Just("America/New_York"),
            Just("Asia/Kolkata"),
        ];
        let busy = (1_767_225_600..1_799_000_000_i64, 0..900_000_i64).prop_map(|(from, long)| {
            let at = |second| Timestamp::from_second(second).unwrap();
            Busy { from: at(from), until: at(from + long) }
        });
        let hours = proptest::option::of((0..12_i8, 12..23_i8));
        (zone, hours, proptest::collection::vec(busy, 0..60)).prop_map(|(zone, hours, busy)| {
            let zone = TimeZone::get(zone).unwrap();
            Availability { hours: PersonalHours { zone, ..anybody(hours, vec![]).hours }, busy }
        })
    }

    fn anybody(hours: Option<(i8, i8)>, busy: Vec<Busy>) -> Availability {
        let zone = TimeZone::get("Europe/Stockholm").unwrap();
        let hour = |hour| time(hour, 0, 0, 0);
        let hours = hours.and_then(|(from, until)| Hours::new(hour(from), hour(until)));
        Availability { hours: PersonalHours { hours, ..PersonalHours::anytime(zone) }, busy }
    }

    fn at(local: &str) -> Timestamp {
        let local: jiff::civil::DateTime = local.parse().unwrap();
        TimeZone::get("Europe/Stockholm").unwrap().to_timestamp(local).unwrap()
    }

    #[track_caller]
    fn check(one: &Availability, other: &Availability, expected: &[&str]) {
        let last = jiff::civil::date(2026, 10, 1);
        let span = (at("2026-03-03T14:00"), last);
        let found = suits_both(one, other, &SendingCalendar::default(), span, &[]);
        let expected: Vec<_> = expected.iter().map(|day| at(&format!("2026-{day}"))).collect();
        assert_eq!(found, expected);
    }
}
