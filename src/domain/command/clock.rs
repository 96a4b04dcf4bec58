//! Time zones, hours and times away, as people type them.

use jiff::{
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};

use super::{
    Lexicon, Misread,
    read::{after_word, one_word},
};
use crate::domain::{calendar::Hours, nearest::nearest, when};

/// The longest name of a time zone that is looked for, in characters.
const LONGEST_ZONE: usize = 60;

/// A time zone by its name, or by the city in it.
pub(super) fn zone(rest: &str) -> Result<TimeZone, Misread> {
    let said = one_word(rest)?;
    let told: String = said.chars().take(LONGEST_ZONE).collect();
    if told.len() < said.len() {
        // It resembles none, and to look for the nearest would take seconds.
        let nearest = "Europe/Stockholm".to_owned();
        return Err(Misread::NoSuchZone { said: told, nearest });
    }
    let names = || jiff::tz::db().available();
    let exact = names().find(|name| name.as_str().eq_ignore_ascii_case(said));
    // "Stockholm" alone is what people type.
    let city = || {
        names().find(|name| {
            name.as_str().rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(said))
        })
    };
    if let Some(zone) = exact.or_else(city).and_then(|name| TimeZone::get(name.as_str()).ok()) {
        return Ok(zone);
    }
    // A slip in the whole name, or in the city alone. What is near nothing gets an example.
    let names: Vec<_> = names().map(|name| name.to_string()).collect();
    let city = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let cities: Vec<_> = names.iter().map(|name| city(name)).collect();
    let whole = nearest(said, names.iter().map(String::as_str));
    let by_city = || {
        let near = nearest(said, cities.iter().map(String::as_str))?;
        names.iter().find(|name| city(name) == near).cloned()
    };
    let nearest = whole.or_else(by_city).unwrap_or_else(|| "Europe/Stockholm".to_owned());
    Err(Misread::NoSuchZone { said: told, nearest })
}

/// "9–17", "08.30-17.00" or "9 till 17".
pub(super) fn hours(rest: &str) -> Result<Hours, Misread> {
    let times: Vec<_> = rest
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ':'))
        .filter(|part| !part.is_empty())
        .collect();
    let [from, until] = times.as_slice() else { return Err(Misread::BadHours) };
    let hours = time(from).zip(time(until)).and_then(|(from, until)| Hours::new(from, until));
    hours.ok_or(Misread::BadHours)
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "0"));
    let (hour, minute) = (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?);
    Time::new(if hour == 24 && minute == 0 { 0 } else { hour }, minute, 0, 0).ok()
}

/// A day, and nothing else.
pub(super) fn day(rest: &str, lexicon: &Lexicon, now: DateTime) -> Result<Date, Misread> {
    if rest.is_empty() {
        return Err(Misread::Incomplete);
    }
    // A dash stands before it where a command is put together.
    let rest = rest.trim_start_matches(['–', '-', ' ']);
    let (day, after) = when::read_date(rest, &lexicon.times, now)
        .map_err(|error| Misread::When(error, String::new()))?;
    if after.is_empty() { Ok(day) } else { Err(Misread::TooMuch) }
}

/// "until 3 March", "from 3 March", "from 3 March until 10 March" or nothing.
pub(super) fn span(
    rest: &str,
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<(Option<Date>, Option<Date>), Misread> {
    if rest.is_empty() {
        return Ok((None, None));
    }
    let date = |text: &str| {
        when::read_date(text, &lexicon.times, now)
            .map_err(|error| Misread::When(error, String::new()))
    };
    let begun = lexicon.starters.iter().filter_map(|word| after_word(rest, word));
    let begun = begun.min_by_key(|after| after.len());
    let (first, after) = date(begun.unwrap_or(rest))?;
    let after = after.trim_start_matches(['–', '-', ' ']);
    if after.is_empty() {
        return Ok(if begun.is_some() { (Some(first), None) } else { (None, Some(first)) });
    }
    // The end is counted from the beginning: "from Monday until Friday".
    let begins = first.at(0, 0, 0, 0).max(now);
    let (second, after) = when::read_date(after, &lexicon.times, begins)
        .map_err(|error| Misread::When(error, String::new()))?;
    if after.is_empty() { Ok((Some(first), Some(second))) } else { Err(Misread::TooMuch) }
}
