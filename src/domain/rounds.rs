//! The rounds of a programme: a cron expression, read by the clock on the wall.
//!
//! `cron` reads the expression on the civil calendar, `jiff` decides when that is. The one alone
//! would skip a round when the clock jumps over it in spring, and hold it twice when the clock
//! shows its time twice in autumn. Here a time that is jumped over is moved forward by as much as
//! the clock is, and a time that comes twice counts once, the first time.
//!
//! `chrono` is the language that `cron` speaks. Elsewhere only
//! calendars of one's own speak it, where rules for what comes again are counted out.

mod expression;

use std::iter;

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};

pub use self::expression::{BadCron, BadField, CronField};

/// When rounds are held, in one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounds {
    expression: String,
    zone: TimeZone,
    schedule: cron::Schedule,
}

/// One round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// The time that the expression names. It identifies the round; on a day when the clock jumps
    /// over it, no clock ever shows it.
    pub local: civil::DateTime,
    /// When that is.
    pub at: Timestamp,
}

/// No clock is ever put forward by more than a day (Samoa did so in 2011), and none twice in it.
const LONGEST_GAP: SignedDuration = SignedDuration::from_hours(25);

impl Rounds {
    /// Reads the five fields that people know (minute, hour, day, month, weekday; Sunday is 0 or 7)
    /// as times in `zone`.
    pub fn parse(expression: &str, zone: TimeZone) -> Result<Self, BadCron> {
        let schedule = expression::schedule(expression)?;
        let rounds = Self { expression: expression.trim().to_owned(), zone, schedule };
        // Every day of the calendar comes within eight years, 29 February across a year like 2100.
        // What doesn't come from one fixed day on until then never comes, and `cron` says so.
        let some_day = civil::DateTime::constant(2024, 1, 1, 0, 0, 0, 0);
        rounds.local_times(some_day).next().ok_or(BadCron::Never)?;
        Ok(rounds)
    }

    /// As it was written.
    pub fn expression(&self) -> &str {
        &self.expression
    }

    /// Where its clock hangs.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The first round after `after`, and not at it. None after the year 2100, where `cron` ends.
    ///
    /// If the clock jumps from 02.00 to 03.00, what was meant for 02.30 falls together with what is
    /// meant for 03.30: they are one round, that of 03.30.
    pub fn next_after(&self, after: Timestamp) -> Option<Occurrence> {
        let mut rounds = self.local_times(self.earliest_local(after)).filter_map(|local| {
            let at = self.zone.to_ambiguous_timestamp(local).compatible().ok()?;
            (at > after).then_some(Occurrence { local, at })
        });
        let mut next = rounds.next()?;
        // A round that was moved out of a gap may have been overtaken by one that stands where the
        // gap ends. Past the time that the clock shows then, no other comes before it.
        let shown = self.zone.to_datetime(next.at);
        for other in rounds.take_while(|other| other.local <= shown) {
            if other.at <= next.at {
                next = other;
            }
        }
        Some(next)
    }

    /// The next `count` rounds after `after`.
    pub fn upcoming(
        &self,
        after: Timestamp,
        count: usize,
    ) -> impl Iterator<Item = Occurrence> + use<'_> {
        iter::successors(self.next_after(after), |round| self.next_after(round.at)).take(count)
    }

    /// A local time before all that can still come after `after`: what the clock shows, or what it
    /// would show if it hadn't just been put forward, because times in that gap are yet to come.
    fn earliest_local(&self, after: Timestamp) -> civil::DateTime {
        let before = after.checked_sub(LONGEST_GAP).unwrap_or(Timestamp::MIN);
        let offset = self.zone.to_offset(after).min(self.zone.to_offset(before));
        offset.to_datetime(after)
    }

    /// The times that the expression names after `from`. `cron` knows no year before 1970.
    fn local_times(&self, from: civil::DateTime) -> impl Iterator<Item = civil::DateTime> {
        let start = to_chrono(from.max(civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0)));
        let times = start.map(|start| self.schedule.after(&start));
        times.into_iter().flatten().map_while(|time| from_chrono(&time))
    }
}

/// A time of the civil calendar, told to `cron` as if it were UTC, where clocks never change. What
/// is less than a second is left out.
fn to_chrono(local: civil::DateTime) -> Option<DateTime<Utc>> {
    let number = |part: i8| u32::try_from(part).ok();
    let (month, day) = (number(local.month())?, number(local.day())?);
    let date = NaiveDate::from_ymd_opt(i32::from(local.year()), month, day)?;
    let (hour, minute) = (number(local.hour())?, number(local.minute())?);
    Some(date.and_hms_opt(hour, minute, number(local.second())?)?.and_utc())
}

/// The way back.
fn from_chrono(time: &DateTime<Utc>) -> Option<civil::DateTime> {
    let number = |part: u32| i8::try_from(part).ok();
    let year = i16::try_from(time.year()).ok()?;
    let (month, day) = (number(time.month())?, number(time.day())?);
    let (hour, minute) = (number(time.hour())?, number(time.minute())?);
    civil::DateTime::new(year, month, day, hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_time_that_the_clock_jumps_over_moves_forward() {
        check("30 2 * * *", "2026-03-28T12:00Z", "2026-03-29T02:30", "2026-03-29T03:30+02");
        check("30 2 * * *", "2026-03-29T01:30Z", "2026-03-30T02:30", "2026-03-30T02:30+02");
        check("30 2 * * *", "2027-03-27T12:00Z", "2027-03-28T02:30", "2027-03-28T03:30+02");
        check("30 2 * * *", "2027-03-28T01:30Z", "2027-03-29T02:30", "2027-03-29T02:30+02");
    }

    #[test]
    fn a_time_that_comes_twice_counts_the_first_time() {
        check("30 2 * * *", "2026-10-24T12:00Z", "2026-10-25T02:30", "2026-10-25T02:30+02");
        check("30 2 * * *", "2026-10-25T00:30Z", "2026-10-26T02:30", "2026-10-26T02:30+01");
        check("30 2 * * *", "2027-10-30T12:00Z", "2027-10-31T02:30", "2027-10-31T02:30+02");
        check("30 2 * * *", "2027-10-31T00:30Z", "2027-11-01T02:30", "2027-11-01T02:30+01");
    }

    #[test]
    fn a_daily_round_comes_once_on_each_day_of_a_year() {
        let rounds = rounds("30 2 * * *");
        let year: Vec<_> = rounds.upcoming(at("2025-12-31T23:00Z"), 365).collect();
        let days: Vec<_> = year.iter().map(|round| round.local.date()).collect();
        let expected: Vec<_> = civil::date(2026, 1, 1).series(1.day()).take(365).collect();
        assert_eq!(days, expected);
        let shown = year.iter().map(|round| rounds.zone().to_datetime(round.at).date());
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn rounds_keep_to_the_clock_on_the_wall() {
        check("0 9 * * MON", "2026-03-23T12:00Z", "2026-03-30T09:00", "2026-03-30T09:00+02");
        check("0 9 * * 1", "2026-03-16T12:00Z", "2026-03-23T09:00", "2026-03-23T09:00+01");
        check("0 9 * * 0", "2026-03-23T12:00Z", "2026-03-29T09:00", "2026-03-29T09:00+02");
        check("0 9 1 * *", "2026-03-23T12:00Z", "2026-04-01T09:00", "2026-04-01T09:00+02");
        check("0 9 29 2 *", "2026-03-23T12:00Z", "2028-02-29T09:00", "2028-02-29T09:00+01");
        check("0 9 31 * *", "2026-01-31T12:00Z", "2026-03-31T09:00", "2026-03-31T09:00+02");
    }

    #[test]
    fn the_next_round_is_not_the_one_at_hand() {
        check("0 9 * * *", "2026-03-03T07:59:59.999Z", "2026-03-03T09:00", "2026-03-03T09:00+01");
        check("0 9 * * *", "2026-03-03T08:00Z", "2026-03-04T09:00", "2026-03-04T09:00+01");
        check("0 9 * * *", "2026-03-03T08:00:00.001Z", "2026-03-04T09:00", "2026-03-04T09:00+01");
    }

    #[test]
    fn rounds_that_a_gap_pushes_together_are_one() {
        let around = upcoming("0,30 2-3 * * *", "2026-03-28T22:00Z", 3);
        assert_eq!(
            around,
            [
                ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
                ("2026-03-29T03:30:00", "2026-03-29T01:30:00Z"),
                ("2026-03-30T02:00:00", "2026-03-30T00:00:00Z"),
            ]
            .map(owned)
        );
    }

    #[test]
    fn rounds_that_a_gap_puts_out_of_order_come_in_that_of_time() {
        let around = upcoming("45 2,3 * * *", "2026-03-28T22:00Z", 2);
        let expected = [
            ("2026-03-29T03:45:00", "2026-03-29T01:45:00Z"),
            ("2026-03-30T02:45:00", "2026-03-30T00:45:00Z"),
        ];
        assert_eq!(around, expected.map(owned));
        let around = upcoming("*/40 2,3 * * *", "2026-03-28T22:00Z", 3);
        let expected = [
            ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
            ("2026-03-29T03:40:00", "2026-03-29T01:40:00Z"),
            ("2026-03-30T02:00:00", "2026-03-30T00:00:00Z"),
        ];
        assert_eq!(around, expected.map(owned));
    }

    #[test]
    fn days_that_no_year_has_are_refused() {
        for expression in ["0 9 31 2 *", "0 9 30 2 *", "0 9 31 4,6,9,11 *"] {
            assert_eq!(Rounds::parse(expression, TimeZone::UTC), Err(BadCron::Never));
        }
        assert!(Rounds::parse("0 9 29 2 *", TimeZone::UTC).is_ok());
    }

    #[test]
    fn rounds_end_with_the_year_2100() {
        assert_eq!(rounds("0 9 * * *").next_after(at("2100-12-31T12:00Z")), None);
        assert_eq!(rounds("0 9 * * *").next_after(Timestamp::MAX), None);
        assert!(rounds("0 9 * * *").next_after(Timestamp::MIN).is_some());
    }

    #[test]
    fn an_expression_is_kept_as_it_was_written() {
        assert_eq!(rounds(" 0 9 * * MON ").expression(), "0 9 * * MON");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

        /// Against the definition: all local times of some days that the fields name, each put on
        /// the line of time, sorted, with doubles taken out.
        #[test]
        fn no_round_is_skipped_or_doubled(
            start in moment(),
            minutes in prop::collection::btree_set(0..60_i8, 1..4),
            hours in prop::collection::btree_set(0..24_i8, 1..25),
            weekdays in prop::collection::btree_set(0..7_i8, 1..8),
            zone in prop::sample::select(vec![
                "Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo",
                "America/Havana", "America/Nuuk", "Pacific/Apia", "UTC",
            ]),
        ) {
            let zone = TimeZone::get(zone).unwrap();
            let list = |set: &std::collections::BTreeSet<i8>| {
                set.iter().map(i8::to_string).collect::<Vec<_>>().join(",")
            };
            let expression = format!("{} {} * * {}", list(&minutes), list(&hours), list(&weekdays));
            let rounds = Rounds::parse(&expression, zone.clone()).unwrap();

            let first = zone.to_datetime(start).date() - 2.days();
            let mut expected = std::collections::BTreeSet::new();
            for day in first.series(1.day()).take(9) {
                if weekdays.contains(&day.weekday().to_sunday_zero_offset()) {
                    for (&hour, &minute) in hours.iter().flat_map(|h| minutes.iter().map(move |m| (h, m))) {
                        let local = day.at(hour, minute, 0, 0);
                        expected.insert(zone.to_ambiguous_timestamp(local).compatible().unwrap());
                    }
                }
            }
            let end = start + SignedDuration::from_hours(5 * 24);
            expected.retain(|&at| at > start && at < end);
            let actual: Vec<_> = rounds.upcoming(start, 100_000).take_while(|round| round.at < end).collect();
            let instants: Vec<_> = actual.iter().map(|round| round.at).collect();
            prop_assert_eq!(instants, expected.into_iter().collect::<Vec<_>>());
            for round in actual {
                let compatible = zone.to_ambiguous_timestamp(round.local).compatible().unwrap();
                prop_assert_eq!(compatible, round.at);
            }
        }
    }

    /// Around the days when clocks change, also the one that Samoa left out.
    fn moment() -> impl Strategy<Value = Timestamp> {
        let change = prop::sample::select(vec![
            "2026-03-29T01:00Z",
            "2026-10-25T01:00Z",
            "2027-03-28T01:00Z",
            "2027-10-31T01:00Z",
            "2026-03-08T07:00Z",
            "2026-11-01T06:00Z",
            "2026-04-04T15:00Z",
            "2026-10-03T15:30Z",
            "2026-04-23T22:00Z",
            "2026-10-29T21:00Z",
            "2011-12-30T10:00Z",
        ]);
        (change, -259_200..86_400_i64, 0..3_i32).prop_map(|(change, near, nano)| {
            Timestamp::new(at(change).as_second() + near, nano).unwrap()
        })
    }

    #[track_caller]
    fn check(expression: &str, after: &str, local: &str, at_: &str) {
        let expected = Occurrence { local: local.parse().unwrap(), at: at(at_) };
        assert_eq!(rounds(expression).next_after(at(after)), Some(expected));
    }

    fn upcoming(expression: &str, after: &str, count: usize) -> Vec<(String, String)> {
        let rounds = rounds(expression);
        let upcoming = rounds.upcoming(at(after), count);
        upcoming.map(|round| (round.local.to_string(), round.at.to_string())).collect()
    }

    fn owned((local, at): (&str, &str)) -> (String, String) {
        (local.to_owned(), at.to_owned())
    }

    fn rounds(expression: &str) -> Rounds {
        Rounds::parse(expression, TimeZone::get("Europe/Stockholm").unwrap()).unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }
}
