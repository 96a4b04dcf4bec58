//! Understands the days and times that people type, in every language at once.
//!
//! [`read`] takes a moment from the beginning of a text and leaves the rest, which is the place of
//! a meeting as a rule; [`read_date`] takes a day. What can be meant in two ways is not guessed
//! at, and what was understood is echoed in full before anything is booked, so that a wrong guess
//! about a year or a week is seen. The words come from the locale files, see [`TimeWords`].
//!
//! - `tokens` cuts the text up, and `reader` looks at the pieces;
//! - `phrase` and `hours` read what is said about the day and about the time of day;
//! - `calendar` works out which day that is.
//!
//! Everything is civil time, that of the person's own clock. Zones are the caller's concern.

mod calendar;
mod hours;
mod phrase;
mod reader;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

use jiff::civil::{Date, DateTime, Time};

use calendar::{Horizon, Meant, meant};
use hours::Half;
use phrase::{Phrase, Scope, phrase};
pub use words::{TimeList, TimeWords, normalise};

/// A moment, and what was said after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// When it starts.
    pub at: DateTime,
    /// When it ends on the same day, if that was said: `13.00–14.30`.
    pub until: Option<Time>,
    /// The rest of the text as it was typed.
    pub rest: String,
}

/// Why a text gives no moment. Each carries what the answer needs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// It doesn't begin with a day or a time.
    #[error("this is no time")]
    NotATime,
    /// It names a day and no time of day.
    #[error("{on} has no time of day")]
    NoTimeOfDay {
        /// The day.
        on: Date,
    },
    /// It names a time of day and no day.
    #[error("{at} has no day")]
    NoDay {
        /// The time of day.
        at: Time,
    },
    /// 30 February, week 54, or a Monday that is a Tuesday.
    #[error("there is no {said}")]
    NoSuchDate {
        /// As it was typed.
        said: String,
    },
    /// 25.00, or an end before the start.
    #[error("there is no {said}")]
    NoSuchTime {
        /// As it was typed.
        said: String,
    },
    /// It has been.
    #[error("{at} has passed")]
    Past {
        /// When it was; at midnight where no time of day was said.
        at: DateTime,
    },
    /// It is more than two years ahead.
    #[error("{at} is too far ahead")]
    TooFar {
        /// When it is; at midnight where no time of day was said.
        at: DateTime,
    },
    /// *Next Thursday* may be this week or next, and *at 3* before noon or after.
    #[error("this may be any of {options:?}")]
    Ambiguous {
        /// The moments that may be meant, soonest first.
        options: Vec<DateTime>,
    },
    /// The same, where no time of day was said.
    #[error("this may be any of {options:?}")]
    WhichDay {
        /// The days that may be meant, soonest first.
        options: Vec<Date>,
    },
}

/// Reads the moment that `text` begins with. `now` is what the clock of the person shows.
///
/// A date without a year is the next one from now on, and so is a weekday. A week without a year
/// is the present one or the next with its number.
pub fn read(text: &str, words: &TimeWords, now: DateTime) -> Result<Heard, WhenError> {
    let phrase = phrase(text, words, Scope::DayAndTime { this_year: now.year() });
    let hours = match &phrase.hours {
        None => None,
        Some(said) => Some(said.what.times(phrase.half).ok_or_else(|| WhenError::NoSuchTime {
            said: text.get(said.place.clone()).unwrap_or_default().to_owned(),
        })?),
    };
    let horizon = hours.map_or(Horizon::Day(now), |(time, _)| Horizon::From(now, time));

    let is_open =
        phrase.hours.as_ref().is_some_and(|said| said.what.may_be_after_noon(phrase.half));
    if is_open && let Some(times) = both_halves(&phrase, text, now)? {
        return match times.as_slice() {
            [at] => Ok(Heard { at: *at, until: None, rest: rest(&phrase, text) }),
            _ => Err(WhenError::Ambiguous { options: times }),
        };
    }

    match (meant(&phrase, text, horizon)?, hours) {
        (None, None) => Err(WhenError::NotATime),
        (None, Some((at, _))) => Err(WhenError::NoDay { at }),
        (Some(Meant::One(date)), Some((time, until))) => {
            let at = date.to_datetime(time);
            Ok(Heard { at, until, rest: rest(&phrase, text) })
        }
        (Some(Meant::One(date)), None) => Err(WhenError::NoTimeOfDay { on: date }),
        (Some(Meant::Either(dates)), Some((time, _))) => {
            Err(WhenError::Ambiguous { options: dates.map(|date| date.to_datetime(time)).to_vec() })
        }
        (Some(Meant::Either(dates)), None) => Err(WhenError::WhichDay { options: dates.to_vec() }),
    }
}

/// The times that a phrase may mean whose hour is before noon or after it, soonest first. What has
/// been is not among them unless all have. None if no day is named.
fn both_halves(
    phrase: &Phrase,
    text: &str,
    now: DateTime,
) -> Result<Option<Vec<DateTime>>, WhenError> {
    let said = phrase.hours.as_ref().map(|said| said.what);
    let mut found = vec![];
    let mut refused = None;
    for half in [Half::Am, Half::Pm] {
        let Some((time, _)) = said.and_then(|said| said.times(Some(half))) else { continue };
        match meant(phrase, text, Horizon::From(now, time)) {
            Ok(None) => return Ok(None),
            Ok(Some(Meant::One(date))) => found.push(date.to_datetime(time)),
            Ok(Some(Meant::Either(dates))) => {
                found.extend(dates.map(|date| date.to_datetime(time)));
            }
            Err(error) => refused = Some(error),
        }
    }
    found.sort_unstable();
    match refused {
        Some(error) if found.is_empty() => Err(error),
        Some(_) | None => Ok(Some(found)),
    }
}

/// A small number, in digits or in a word.
pub fn count(word: &str, words: &TimeWords) -> Option<u32> {
    let spelt: Vec<_> = tokens::lex(word).into_iter().map(|token| token.kind).collect();
    let mut numbers = (1..).zip(TimeList::HOURS);
    let named = numbers.find(|(_, list)| words.phrases(*list).contains(&spelt));
    word.parse().ok().or(named.map(|(number, _)| number))
}

/// Reads the day that `text` begins with, be it after a word such as *until*, and gives it with
/// the rest of the text. The present day counts as a date, but a weekday is always a later one.
pub fn read_date(
    text: &str,
    words: &TimeWords,
    now: DateTime,
) -> Result<(Date, String), WhenError> {
    let phrase = phrase(text, words, Scope::DayOnly);
    match meant(&phrase, text, Horizon::Day(now))? {
        None => Err(WhenError::NotATime),
        Some(Meant::One(date)) => Ok((date, rest(&phrase, text))),
        Some(Meant::Either(dates)) => Err(WhenError::WhichDay { options: dates.to_vec() }),
    }
}

/// The rest of a text after the time that it begins with, for when that time has to be asked
/// about: the place of the meeting is known all the same.
pub fn after(text: &str, words: &TimeWords, now: DateTime) -> String {
    rest(&phrase(text, words, Scope::DayAndTime { this_year: now.year() }), text)
}

/// What follows on the phrase, without the mark that ends it.
fn rest(phrase: &Phrase, text: &str) -> String {
    let rest = text.get(phrase.end..).unwrap_or_default().trim();
    rest.trim_start_matches(['.', ',', ';']).trim_start().to_owned()
}
