//! The Swedish days off as somebody else has worked them out: the independent opinion.

use std::{env, process::Command};

use jiff::civil::Date;
use serde_json::Value;

/// What `tests/peers/swedish_holidays.py` printed once, so that every test has it without Python.
const KEPT: &str = include_str!("../data/holidays-2026-2030.json");

/// The years that it covers.
pub const YEARS: std::ops::RangeInclusive<i16> = 2026..=2030;

/// One day off.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOff {
    pub on: Date,
    /// `red_day`, `free_eve`, `half_day_eve` or `bridge_day`.
    pub kind: String,
    /// As our own types are stored; None for a bridge day.
    pub name: Option<String>,
}

/// All that are known, in order of date.
pub fn days_off() -> Vec<DayOff> {
    KEPT.lines().map(day_off).collect()
}

fn day_off(line: &str) -> DayOff {
    let line: Value = serde_json::from_str(line).unwrap();
    let text = |key: &str| line[key].as_str().map(str::to_owned);
    DayOff {
        on: text("on").unwrap().parse().unwrap(),
        kind: text("kind").unwrap(),
        name: text("name"),
    }
}

/// What is checked in.
pub const fn kept() -> &'static str {
    KEPT
}

/// What the package says today. None, aloud, where it is not installed; that is a failure where
/// everything has to be tested.
pub fn asked_anew() -> Option<String> {
    let Some(python) = env::var_os("TEST_PEERS_PYTHON") else {
        let must = ["CI", "TEST_PEERS"].iter().any(|name| env::var_os(name).is_some());
        assert!(!must, "TEST_PEERS_PYTHON is not set, and here nothing may be left out");
        #[expect(clippy::print_stderr, reason = "what is left out is said aloud")]
        {
            eprintln!(
                "SKIPPED: PyPI's holidays are not asked. `tests/run` does, and sets TEST_PEERS_PYTHON."
            );
        }
        return None;
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peers/swedish_holidays.py");
    let years = [YEARS.start().to_string(), YEARS.end().to_string()];
    let printed = Command::new(python).arg(script).args(years).output().unwrap();
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    Some(String::from_utf8(printed.stdout).unwrap())
}
