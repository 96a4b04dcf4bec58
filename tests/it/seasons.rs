//! Whole programmes as the demo plays them: with a programme that rests, a leave, more time, a new match
//! and one who is silent. What they read is kept in both languages, and nothing comes at an hour or on a
//! day on which people are to be left in peace.

use insta::assert_snapshot;
use jiff::{civil::Date, tz::TimeZone};
use mentorskap::domain::calendar::{PersonalHours, SendingCalendar};

use crate::command_line::Desk;

/// The demo's programme as the leader makes it longer.
const TWELVE: &str = r#"
short_name = "ledare"
name = { sv = "Nya ledare", en = "New leaders" }
start = "2026-03-02"
months = 12
meetings = 13
time_zone = "Europe/Stockholm"
language = "sv"
nudges = "0 9 * * MON"
"#;

#[test]
fn seven_months_in_swedish() {
    let seen = played(include_str!("data/seven_months.txt"), "sv");
    assert_snapshot!(seen);
}

#[test]
fn seven_months_in_english() {
    let seen = played(include_str!("data/seven_months.txt"), "en");
    assert_snapshot!(seen);
}

#[test]
fn twelve_months_in_swedish() {
    let seen = played(include_str!("data/twelve_months.txt"), "sv");
    assert_snapshot!(seen);
}

#[test]
fn twelve_months_in_english() {
    let seen = played(include_str!("data/twelve_months.txt"), "en");
    assert_snapshot!(seen);
}

/// Plays a script with everybody speaking one language, and looks at every hour.
fn played(script: &str, language: &str) -> String {
    let desk = Desk::new();
    desk.put("ledare.toml", TWELVE);
    let (booked, yes) =
        if language == "sv" { ("Vi har bokat", "Ja") } else { ("We've booked", "Yes") };
    let script = script.replace("{booked}", booked).replace("{yes}", yes).replace("{yes_en}", yes);
    let everybody = ["leader", "anna", "bo", "grace", "ada"];
    let speaking = everybody.map(|who| format!("{who}: settings language {language}\n")).concat();
    desk.put("script.txt", format!("{speaking}{script}"));
    let seen = desk.run(&["demo", "--script", "script.txt", "--locale", language]).done();
    let seen = seen.split_once("\n# ").unwrap().1.to_owned();
    check_hours(&seen);
    seen
}

/// Whatever isn't an answer comes when the calendar lets it; reminders of a time that people chose
/// come between seven and nine.
#[track_caller]
fn check_hours(seen: &str) {
    let calendar = SendingCalendar::default();
    let zone = TimeZone::get("Europe/Stockholm").unwrap();
    let anybody = PersonalHours::anytime(zone.clone());
    let (mut is_answer, mut looked_at) = (false, 0);
    for line in seen.lines() {
        let Some((at, rest)) = line.split_once(" → ") else {
            // What is typed begins at the margin, and so do times that pass.
            if !line.starts_with(' ') {
                is_answer = !line.starts_with("until ") && !line.starts_with('#');
            }
            continue;
        };
        if is_answer {
            continue;
        }
        let (day, time) = at.split_once(' ').unwrap();
        let (hour, minute) = time.split_once('.').unwrap();
        let (hour, minute): (i8, i8) = (hour.parse().unwrap(), minute.parse().unwrap());
        let local = day.parse::<Date>().unwrap().at(hour, minute, 0, 0);
        let at = zone.to_timestamp(local).unwrap();
        let is_reminder = ["I morgon ses", "Om en timme ses", "meet tomorrow", "meet in an hour"]
            .iter()
            .any(|words| rest.contains(words));
        let is_decent =
            if is_reminder { (7..=21).contains(&hour) } else { calendar.is_open(at, &anybody) };
        assert!(is_decent, "{line}");
        looked_at += 1;
    }
    assert!(looked_at > 40, "only {looked_at} messages were looked at");
}
