//! What `simulate` prints for programs, from the program itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    process::Command,
};

use jiff::{
    Timestamp,
    civil::{Weekday, time},
    tz::TimeZone,
};
use mentorskap::domain::message::Message;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{holidays::days_off, samples::snake};

/// Several zones and languages, two adepts to one mentor.
const PEOPLE: &str = "id,name,role,account,locale,timezone,capacity
leader,Lotta Lind,leader,,sv,,
anna,Anna Ek,adept,,sv,,
bo,Bo Berg,mentor,matrix:@bo:example.org,sv,,2
cia,Cia Dahl,adept,,en,America/New_York,
grace,Grace Hill,adept,,en,Asia/Kathmandu,
ada,Ada Moore,mentor,,en,Europe/London,1
";

#[test]
fn three_months_are_shown_line_by_line() {
    check("3-months");
}

#[test]
fn seven_months_are_shown_line_by_line() {
    check("7-months");
}

#[test]
fn nine_months_are_shown_line_by_line() {
    check("9-months");
}

#[test]
fn twelve_months_are_shown_line_by_line() {
    check("12-months");
}

#[test]
fn the_same_is_shown_twice() {
    assert_eq!(simulated("3-months"), simulated("3-months"));
}

/// The page that explains `kind` to those who read it with a program of theirs.
#[test]
fn every_kind_is_documented() {
    let mut printed = BTreeSet::new();
    for template in ["3-months", "7-months", "9-months", "12-months"] {
        for line in simulated(template).lines() {
            let shown: Value = serde_json::from_str(line).unwrap();
            printed.insert(shown["kind"].as_str().unwrap().to_owned());
        }
    }
    let mut lines = [String::new(), String::new()];
    for (feature, shape) in Message::shapes() {
        let kind = format!("{feature}.{}", snake(shape.kind));
        let about = shape.about.trim();
        let nth = usize::from(!printed.contains(&kind));
        writeln!(lines[nth], "| `{kind}` | {about} |").unwrap();
    }
    let [unanswered, others] = lines;
    let page = format!(
        "\
# The kinds of messages

`mentorskap simulate --format json` names the kind of each message in `kind`. The list is closed:
a kind keeps its name and its meaning, and new ones may be added.

## What people get if nobody ever answers

| kind | what it says |
|---|---|
{unanswered}
## What the bot says otherwise

These answer somebody, follow from what somebody did, or stand inside other messages. A simulation
doesn't print them today; a later version may.

| kind | what it says |
|---|---|
{others}"
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/kinds.md");
    let documented = std::fs::read_to_string(path).unwrap_or_default();
    assert!(documented == page, "docs/kinds.md should say:\n{page}");
}

#[track_caller]
fn check(template: &str) {
    let printed = simulated(template);
    let zones = BTreeMap::from([
        ("cia", "America/New_York"),
        ("grace", "Asia/Kathmandu"),
        ("ada", "Europe/London"),
    ]);
    // Of a pair, the adept's.
    let adepts = BTreeMap::from([("pair:1", "anna"), ("pair:2", "cia"), ("pair:3", "grace")]);
    let kinds: BTreeSet<_> = Message::shapes()
        .map(|(feature, shape)| format!("{feature}.{}", snake(shape.kind)))
        .collect();
    let kept = ["red_day", "free_eve"];
    let days_off: BTreeSet<_> = days_off()
        .into_iter()
        .filter(|day| kept.contains(&day.kind.as_str()))
        .map(|day| day.on)
        .collect();
    let mut last = Timestamp::MIN;
    let mut receivers = BTreeSet::new();
    for line in printed.lines() {
        let shown: BTreeMap<String, String> =
            serde_json::from_str(line).unwrap_or_else(|why| panic!("{line}: {why}"));
        let keys: Vec<_> = shown.keys().map(String::as_str).collect();
        assert_eq!(keys, ["at", "kind", "locale", "text", "to"], "{line}");
        assert!(kinds.contains(&shown["kind"]), "{line}");
        assert!(["sv", "en"].contains(&shown["locale"].as_str()), "{line}");
        assert!(!shown["text"].trim().is_empty(), "{line}");
        let at: Timestamp = shown["at"].parse().unwrap();
        assert!(at >= last, "{line} comes too late");
        last = at;
        let to = shown["to"].as_str();
        let person = adepts.get(to).copied().unwrap_or(to);
        let zone = zones.get(person).copied().unwrap_or("Europe/Stockholm");
        let local = TimeZone::get(zone).unwrap().to_datetime(at);
        let in_hours = local.time() >= time(8, 30, 0, 0) && local.time() < time(17, 0, 0, 0);
        let weekend = matches!(local.date().weekday(), Weekday::Saturday | Weekday::Sunday);
        let is_off = weekend || days_off.contains(&local.date());
        assert!(in_hours && !is_off, "{local} in {zone}: {line}");
        receivers.insert(to.to_owned());
    }
    let everybody = ["ada", "anna", "bo", "cia", "grace", "leader", "pair:1", "pair:2", "pair:3"];
    assert_eq!(receivers, everybody.map(str::to_owned).into());
}

/// What the program prints.
#[track_caller]
fn simulated(template: &str) -> String {
    let folder = TempDir::new().unwrap();
    let people = folder.path().join("people.csv");
    std::fs::write(&people, PEOPLE).unwrap();
    let programme = format!("{}/config/programmes/{template}.toml", env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_mentorskap"))
        .args(["simulate", &programme, "--format", "json", "--people"])
        .arg(&people)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.lines().count() > 20, "{printed}");
    assert!(printed.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
    printed
}
