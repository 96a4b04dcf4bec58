//! When something can be sent next, and which minute of it each person gets.

use jiff::{SignedDuration, Timestamp, ToSpan, civil, tz::AmbiguousOffset, tz::TimeZone};

use super::{PersonalHours, SendingCalendar};

/// How many days ahead an opening is looked for. Longer than any vacation; what does not open
/// within it is a fault of the programme's calendar.
const PATIENCE_DAYS: usize = 400;

impl SendingCalendar {
    /// The first instant from `at` on at which something may be sent to `person`. None if there is
    /// none in more than a year.
    pub fn next_open(&self, at: Timestamp, person: &PersonalHours) -> Option<Timestamp> {
        if self.is_open(at, person) {
            return Some(at);
        }
        let hours = self.hours_for(person);
        let today = person.zone.to_datetime(at).date();
        let days = today.series(1.day()).take(PATIENCE_DAYS);
        let open_days = days.filter(|&day| self.day_closed_because(day, person).is_none());
        open_days.into_iter().find_map(|day| {
            let begins = instants(&person.zone, day.to_datetime(hours.from()));
            // A change on the day after must not hide how that day itself begins.
            let is_today = |&at: &Timestamp| person.zone.to_datetime(at).date() == day;
            let changes = clock_changes(&person.zone, day).filter(is_today);
            let openings = begins.into_iter().chain(changes);
            openings.filter(|&opening| opening > at && self.is_open(opening, person)).min()
        })
    }

    /// The minute at which a round that is due at `at` reaches `person`: within [`Self::spread`]
    /// of the next opening, and never after the day's hours. The same `seed` gives the same minute,
    /// different ones are spread evenly. Nobody is pinged at 08.30 only because all are.
    pub fn slot(&self, at: Timestamp, person: &PersonalHours, seed: u64) -> Option<Timestamp> {
        let mut from = at;
        // The second try is for what comes due within the last minute of a day.
        for _ in 0..2 {
            let opening = self.next_open(from, person)?;
            let closing = self.closing(opening, person);
            let first = next_whole_minute(opening)?;
            let latest = opening.checked_add(self.spread).ok()?.min(closing);
            let minutes = u64::try_from(first.duration_until(latest).as_mins()).unwrap_or_default();
            if first < closing {
                let minute = scramble(seed) % minutes.max(1);
                let minute = SignedDuration::from_mins(i64::try_from(minute).ok()?);
                return first.checked_add(minute).ok();
            }
            from = closing;
        }
        None
    }

    /// When what is open at `opening` closes again; for hours that go on over midnight, midnight.
    fn closing(&self, opening: Timestamp, person: &PersonalHours) -> Timestamp {
        let hours = self.hours_for(person);
        let day = person.zone.to_datetime(opening).date();
        let last = if hours.is_until_midnight() { day.saturating_add(1.day()) } else { day };
        let ends = instants(&person.zone, last.to_datetime(hours.until()));
        let changes = clock_changes(&person.zone, day).filter(|&at| !self.is_open(at, person));
        let closings = ends.into_iter().chain(changes).filter(|&closing| closing > opening);
        // A day without an end has its end in a gap of the clock, and the next day is open at once.
        closings.min().unwrap_or_else(|| opening.saturating_add(self.spread).unwrap_or(opening))
    }
}

/// All instants at which a clock in `zone` shows `local`: one, none where the clock jumps over it,
/// two where the clock goes back.
fn instants(zone: &TimeZone, local: civil::DateTime) -> Vec<Timestamp> {
    let offsets = match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => vec![offset],
        AmbiguousOffset::Gap { .. } => vec![],
        AmbiguousOffset::Fold { before, after } => vec![before, after],
    };
    offsets.into_iter().filter_map(|offset| offset.to_timestamp(local).ok()).collect()
}

/// The instants on and around `day` at which the clock in `zone` is put forward or back: there a
/// day can open or close without the clock ever showing the time for it.
fn clock_changes(zone: &TimeZone, day: civil::Date) -> impl Iterator<Item = Timestamp> {
    let around = |days: i32| {
        let midnight = day.saturating_add(days.days()).to_datetime(civil::Time::midnight());
        zone.to_ambiguous_timestamp(midnight).compatible().unwrap_or(Timestamp::MAX)
    };
    let until = around(2);
    let changes = zone.following(around(-1)).map(|change| change.timestamp());
    changes.take_while(move |&change| change < until)
}

/// The first full minute from `at` on.
fn next_whole_minute(at: Timestamp) -> Option<Timestamp> {
    let beyond = at.as_nanosecond().rem_euclid(60_000_000_000);
    let missing = if beyond == 0 { 0 } else { 60_000_000_000 - beyond };
    Timestamp::from_nanosecond(at.as_nanosecond() + missing).ok()
}

/// Spreads neighbouring seeds far apart: the finalizer of `SplitMix64`. Written out here because
/// the same seed has to give the same minute after every upgrade.
const fn scramble(seed: u64) -> u64 {
    let mut bits = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::{DateSpan, Hours, Observance, Weekdays};

    #[test]
    fn what_is_open_is_open_at_once() {
        check("2026-03-03T10:00:01+01", Some("2026-03-03T10:00:01+01"));
    }

    #[test]
    fn what_is_due_early_waits_for_half_past_eight() {
        check("2026-03-03T06:00+01", Some("2026-03-03T08:30+01"));
    }

    #[test]
    fn what_is_due_on_a_friday_evening_waits_for_monday() {
        check("2026-03-06T17:00+01", Some("2026-03-09T08:30+01"));
        // Summer time begins on the Sunday in between.
        check("2026-03-27T17:00+01", Some("2026-03-30T08:30+02"));
    }

    #[test]
    fn what_is_due_before_easter_waits_until_after_it() {
        check("2026-04-02T17:00+02", Some("2026-04-07T08:30+02"));
    }

    #[test]
    fn what_is_due_in_the_holidays_waits_until_after_them() {
        check("2026-07-03T17:00+02", Some("2026-08-03T08:30+02"));
        check("2026-12-22T17:00+01", Some("2027-01-07T08:30+01"));
    }

    #[test]
    fn a_calendar_without_days_never_opens() {
        let closed = SendingCalendar { weekdays: Weekdays::default(), ..programme() };
        assert_eq!(closed.next_open(at("2026-03-03T10:00Z"), &swede()), None);
        assert_eq!(closed.slot(at("2026-03-03T10:00Z"), &swede(), 1), None);
    }

    #[test]
    fn hours_that_the_clock_jumps_into_begin_where_it_lands() {
        // At 02.00 the clock goes to 03.00.
        check_night("02:30", "04:00", "2026-03-29T01:59+01", Some("2026-03-29T03:00+02"));
    }

    #[test]
    fn a_day_on_which_clocks_change_begins_at_its_beginning() {
        check_night("00:00", "04:00", "2026-03-28T23:59:58+01", Some("2026-03-29T00:00+01"));
    }

    #[test]
    fn hours_that_the_clock_jumps_over_are_left_out() {
        check_night("02:10", "02:50", "2026-03-29T01:00+01", Some("2026-03-30T02:10+02"));
    }

    #[test]
    fn hours_that_the_clock_shows_twice_are_open_twice() {
        // At 03.00 the clock goes back to 02.00.
        check_night("02:30", "04:00", "2026-10-25T02:10+02", Some("2026-10-25T02:30+02"));
        check_night("02:30", "04:00", "2026-10-25T02:10+01", Some("2026-10-25T02:30+01"));
        check_night("01:00", "02:30", "2026-10-25T02:40+02", Some("2026-10-25T02:00+01"));
    }

    #[test]
    fn a_slot_lies_in_the_first_two_hours() {
        let slots = (0..500).map(|seed| slot("2026-03-03T06:00+01", seed));
        let (first, last) = (at("2026-03-03T08:30+01"), at("2026-03-03T10:29+01"));
        let slots: std::collections::BTreeSet<_> = slots.collect();
        assert_eq!((slots.first(), slots.last()), (Some(&first), Some(&last)));
        assert!(slots.len() > 110, "{} of 120 minutes are used", slots.len());
    }

    #[test]
    fn a_slot_lies_in_what_is_left_of_the_day() {
        for seed in 0..200 {
            let slot = slot("2026-03-03T16:50:30+01", seed);
            assert!(slot >= at("2026-03-03T16:51+01") && slot < at("2026-03-03T17:00+01"));
        }
    }

    #[test]
    fn hours_that_the_clock_jumps_out_of_end_where_it_jumps() {
        let every_day = civil::Weekday::Monday.cycle_forward().take(7).collect();
        let calendar = SendingCalendar { weekdays: every_day, ..programme() };
        let hours = Hours::new("01:00".parse().unwrap(), "02:30".parse().unwrap());
        let person = PersonalHours { hours, ..swede() };
        for seed in 0..200 {
            let slot = calendar.slot(at("2026-03-29T01:50+01"), &person, seed).unwrap();
            assert!(slot < at("2026-03-29T03:00+02"), "{slot}");
        }
    }

    #[test]
    fn what_is_due_in_the_last_minute_of_a_day_gets_a_slot_on_the_next() {
        assert!(slot("2026-03-03T16:59:01+01", 7) >= at("2026-03-04T08:30+01"));
    }

    #[test]
    fn a_seed_keeps_its_minute_over_upgrades() {
        assert_eq!(scramble(0), 0xe220_a839_7b1d_cdaf, "as other SplitMix64s have it");
        assert_eq!(slot("2026-03-03T06:00+01", 1), at("2026-03-03T09:35+01"));
        assert_eq!(slot("2026-03-03T06:00+01", 2), at("2026-03-03T09:40+01"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

        #[test]
        fn the_next_opening_is_open_and_none_comes_before_it(
            at in moment(), calendar in calendar(), person in person(), minute in 0..1440_i64,
        ) {
            let Some(open) = calendar.next_open(at, &person) else {
                return Err(TestCaseError::fail("never opens"));
            };
            prop_assert!(open >= at && calendar.is_open(open, &person));
            if open > at {
                let nanosecond = SignedDuration::from_nanos(1);
                prop_assert!(!calendar.is_open(open - nanosecond, &person), "open before {open}");
                // Each minute of the last hours before it, and one of each day until then.
                for back in (0..360).chain((0..400).map(|day| day * 1440 + minute)) {
                    let sample = open - SignedDuration::from_mins(back) - nanosecond;
                    prop_assert!(sample < at || !calendar.is_open(sample, &person), "{sample}");
                }
            }
        }

        #[test]
        fn a_slot_is_a_whole_open_minute_that_no_other_opening_separates_from_the_first(
            at in moment(), calendar in calendar(), person in person(), seed: u64,
        ) {
            let slot = calendar.slot(at, &person, seed).unwrap();
            prop_assert!(slot >= at && calendar.is_open(slot, &person));
            prop_assert_eq!(slot.as_second() % 60, 0);
            prop_assert_eq!(slot.subsec_nanosecond(), 0);
            prop_assert_eq!(calendar.slot(at, &person, seed), Some(slot));
            let opening = calendar.next_open(at, &person).unwrap();
            let opening = if calendar.is_open(opening + SignedDuration::from_secs(59), &person) {
                opening
            } else {
                calendar.next_open(opening + SignedDuration::from_secs(60), &person).unwrap()
            };
            prop_assert!(slot.duration_since(opening) <= calendar.spread, "{opening} {slot}");
        }
    }

    /// From 2026 to 2030, more often than not near a change of clocks or an edge of the hours.
    fn moment() -> impl Strategy<Value = Timestamp> {
        let edge = prop_oneof![Just(-1_i64), Just(0), Just(1), -7200..7200_i64];
        let any = 1_767_225_600..1_924_992_000_i64;
        let change = prop_oneof![
            Just(at("2026-03-29T01:00Z")),
            Just(at("2026-10-25T01:00Z")),
            Just(at("2027-03-28T01:00Z")),
            Just(at("2027-10-31T01:00Z")),
            Just(at("2028-11-05T06:00Z")),
            Just(at("2029-03-11T07:00Z")),
        ];
        let around = (change, -100_000..100_000_i64).prop_map(|(at, near)| at.as_second() + near);
        let minute = any.clone().prop_map(|second| second / 1800 * 1800);
        (prop_oneof![any, around, minute], edge, 0..2_i32)
            .prop_map(|(second, edge, nano)| Timestamp::new(second + edge, nano).unwrap())
    }

    fn hours() -> impl Strategy<Value = Hours> {
        let time = |minute: i8| civil::time(minute / 4, minute % 4 * 15, 0, 0);
        let pairs = (0..96_i8, 0..96_i8);
        pairs.prop_filter_map("no hours", move |(from, until)| Hours::new(time(from), time(until)))
    }

    fn calendar() -> impl Strategy<Value = SendingCalendar> {
        let observance = || prop_oneof![Just(Observance::Observed), Just(Observance::Ignored)];
        let kept = (observance(), observance(), observance(), observance());
        let spread = prop_oneof![Just(120), Just(1), 1..300_i64];
        (hours(), prop::option::of(1..128_u8), kept, spread).prop_map(
            |(hours, days, (red_days, free_eves, half_day_eves, bridge_days), spread)| {
                let week = civil::Weekday::Monday.cycle_forward().take(7);
                let chosen =
                    week.enumerate().filter(|(day, _)| days.is_some_and(|d| d >> day & 1 == 1));
                SendingCalendar {
                    hours,
                    weekdays: if days.is_some() {
                        chosen.map(|(_, day)| day).collect()
                    } else {
                        Weekdays::MONDAY_TO_FRIDAY
                    },
                    red_days,
                    free_eves,
                    half_day_eves,
                    bridge_days,
                    spread: SignedDuration::from_mins(spread),
                    ..SendingCalendar::default()
                }
            },
        )
    }

    fn person() -> impl Strategy<Value = PersonalHours> {
        let zone = prop::sample::select(vec![
            "Europe/Stockholm",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "America/Nuuk",
            "America/Havana",
            "Pacific/Apia",
            "UTC",
        ]);
        let away = prop::collection::vec((0..1826_i64, 0..60_i64), 0..3);
        (prop::option::of(hours()), zone, away).prop_map(|(hours, zone, away)| PersonalHours {
            hours,
            zone: TimeZone::get(zone).unwrap(),
            away: away
                .into_iter()
                .map(|(from, days)| {
                    let first = civil::date(2026, 1, 1) + from.days();
                    DateSpan::new(first, first + days.days()).unwrap()
                })
                .collect(),
        })
    }

    #[track_caller]
    fn check(at_: &str, expected: Option<&str>) {
        assert_eq!(programme().next_open(at(at_), &swede()), expected.map(at), "{at_}");
    }

    #[track_caller]
    fn check_night(from: &str, until: &str, at_: &str, expected: Option<&str>) {
        let every_day = civil::Weekday::Monday.cycle_forward().take(7).collect();
        let calendar = SendingCalendar { weekdays: every_day, ..programme() };
        let hours = Hours::new(from.parse().unwrap(), until.parse().unwrap());
        let person = PersonalHours { hours, ..swede() };
        assert_eq!(calendar.next_open(at(at_), &person), expected.map(at), "{at_}");
    }

    fn slot(at_: &str, seed: u64) -> Timestamp {
        programme().slot(at(at_), &swede(), seed).unwrap()
    }

    fn programme() -> SendingCalendar {
        SendingCalendar::default()
    }

    fn swede() -> PersonalHours {
        PersonalHours::anytime(TimeZone::get("Europe/Stockholm").unwrap())
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }
}
