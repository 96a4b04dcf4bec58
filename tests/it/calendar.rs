//! The calendar against opinions that are not ours: the clock changes of Sweden as instants, and
//! its days off as `PyPI`'s `holidays` reckons them.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use mentorskap::{
    domain::calendar::{EveKind, eve, is_bridge_day, red_day},
    files::programme,
};

use crate::support::holidays::{DayOff, YEARS, asked_anew, days_off, kept};

// --- Rounds on the days when the clock changes -----------------------------------------------------

#[test]
fn a_daily_round_at_half_past_two_is_held_once_when_the_clock_jumps_over_it() {
    check_rounds_on("2026-03-29", "2026-03-29T03:30:00+02:00");
    check_rounds_on("2027-03-28", "2027-03-28T03:30:00+02:00");
}

#[test]
fn a_daily_round_at_half_past_two_is_held_the_first_of_the_two_times() {
    check_rounds_on("2026-10-25", "2026-10-25T02:30:00+02:00");
    check_rounds_on("2027-10-31", "2027-10-31T02:30:00+02:00");
}

#[test]
fn between_the_changes_no_round_is_lost_or_doubled() {
    let outline = programme::read("p.toml", DAILY).unwrap();
    let from: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    let until: Timestamp = "2028-01-01T00:00:00Z".parse().unwrap();
    let rounds = outline.nudges.upcoming(from, 1000).take_while(|round| round.at < until);
    let days: Vec<_> = rounds.map(|round| round.local.date()).collect();
    let first: Date = "2026-01-01".parse().unwrap();
    let all: Vec<_> = first.series(1.day()).take(730).collect();
    assert_eq!(days, all);
}

const DAILY: &str = r#"
short_name = "daily"
name = { sv = "Varje dag" }
start = "2026-03-02"
months = 12
meetings = 12
time_zone = "Europe/Stockholm"
nudges = "30 2 * * *"
"#;

/// Every round from a day before until a day after that falls on that day in Stockholm.
#[track_caller]
fn check_rounds_on(day: &str, expected: &str) {
    let outline = programme::read("p.toml", DAILY).unwrap();
    let zone = &outline.time_zone;
    let day: Date = day.parse().unwrap();
    let midnight = zone.to_timestamp(day.at(0, 0, 0, 0)).unwrap();
    let from = midnight - SignedDuration::from_hours(24);
    let rounds = outline.nudges.upcoming(from, 4).map(|round| round.at);
    let on_that_day: Vec<_> = rounds.filter(|at| zone.to_datetime(*at).date() == day).collect();
    assert_eq!(on_that_day, [expected.parse::<Timestamp>().unwrap()]);
}

// --- Days off --------------------------------------------------------------------------------------

#[test]
fn our_red_days_are_those_of_pypi() {
    let name = |on: Date| red_day(on).map(|day| serde_json::json!(day));
    assert_eq!(ours(name), theirs("red_day"));
}

#[test]
fn our_free_eves_are_those_of_pypi() {
    let name = |on: Date| {
        eve(on).filter(|eve| eve.kind() == EveKind::Free).map(|eve| serde_json::json!(eve))
    };
    assert_eq!(ours(name), theirs("free_eve"));
}

#[test]
fn our_half_day_eves_are_those_of_pypi() {
    let name = |on: Date| {
        eve(on).filter(|eve| eve.kind() == EveKind::HalfDay).map(|eve| serde_json::json!(eve))
    };
    assert_eq!(ours(name), theirs("half_day_eve"));
}

/// The package knows only the Friday after Ascension Day; the other bridge days are ours alone.
#[test]
fn the_bridge_days_of_pypi_are_among_ours() {
    let theirs = theirs("bridge_day");
    assert_eq!(theirs.len(), 5);
    for (on, _) in theirs {
        assert!(is_bridge_day(on), "{on}");
    }
}

#[test]
fn the_kept_list_is_what_pypi_says_today() {
    if let Some(anew) = asked_anew() {
        assert_eq!(anew, kept());
    }
}

fn ours(name: impl Fn(Date) -> Option<serde_json::Value>) -> BTreeSet<(Date, String)> {
    let first = Date::constant(*YEARS.start(), 1, 1);
    let days = first.series(1.day()).take_while(|day| YEARS.contains(&day.year()));
    days.filter_map(|on| Some((on, name(on)?.as_str().unwrap().to_owned()))).collect()
}

fn theirs(kind: &str) -> BTreeSet<(Date, String)> {
    let of_kind = days_off().into_iter().filter(|day| day.kind == kind);
    of_kind.map(|DayOff { on, name, .. }| (on, name.unwrap_or_default())).collect()
}
