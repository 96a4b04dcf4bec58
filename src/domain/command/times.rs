//! Times and places, as people name them after a command.

use jiff::civil::DateTime;

use super::{Lexicon, Misread};
use crate::domain::{
    meeting::{LONGEST_PLACE, MOST_TO_COME},
    when::{self, normalise},
};

/// When something begins, and how long it is if that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// When it begins.
    pub at: DateTime,
    /// How long it is, in minutes.
    pub minutes: Option<i64>,
}

/// One time, and perhaps a place.
pub(super) fn time_and_place(
    rest: &str,
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<(DateTime, Option<String>), Misread> {
    span_and_place(rest, lexicon, now).map(|(span, place)| (span.at, place))
}

/// One time and perhaps its end, and perhaps a place.
pub(super) fn span_and_place(
    rest: &str,
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<(Span, Option<String>), Misread> {
    if rest.is_empty() {
        return Err(Misread::Incomplete);
    }
    let words = &lexicon.times;
    let heard = when::read(rest, words, now)
        .map_err(|error| Misread::When(error, when::after(rest, words, now)))?;
    if heard.rest.chars().count() > LONGEST_PLACE {
        return Err(Misread::TooLong { most: LONGEST_PLACE });
    }
    if names_a_day(&heard.rest, lexicon, now) {
        return Err(Misread::SeveralTimes);
    }
    let place = place(&heard.rest, &lexicon.placers);
    let minutes = heard.until.map(|until| heard.at.time().duration_until(until).as_mins());
    let span = Span { at: heard.at, minutes };
    Ok((span, Some(place.to_owned()).filter(|place| !place.is_empty())))
}

/// One time or several, each after a comma or "and", and perhaps a place for all of them.
pub(super) fn times_and_place(
    rest: &str,
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<(Vec<DateTime>, Option<String>), Misread> {
    let (mut times, mut left) = (vec![], rest);
    let words = &lexicon.times;
    while times.len() < MOST_TO_COME {
        let Ok(heard) = when::read(left, words, now) else { break };
        // The rest is a part of what was said, but for blanks.
        let Some(at) = left.rfind(heard.rest.as_str()).filter(|at| *at > 0) else { break };
        let after = left.get(at..).unwrap_or_default();
        let next = after_joiner(after, lexicon);
        if next.is_empty() || when::read(next, words, now).is_err() {
            break;
        }
        times.push(heard.at);
        left = next;
    }
    let (last, place) = time_and_place(left, lexicon, now)?;
    times.push(last);
    times.dedup();
    Ok((times, place))
}

/// What follows a comma, a semicolon or "and".
fn after_joiner<'a>(text: &'a str, lexicon: &Lexicon) -> &'a str {
    let text = text.trim_start_matches([',', ';', ' ', '\n']);
    match text.split_once(char::is_whitespace) {
        Some((first, rest)) if lexicon.joiners.contains(&normalise(first)) => rest.trim_start(),
        Some(_) | None => text,
    }
}

/// Whether another day stands in what should be a place.
fn names_a_day(rest: &str, lexicon: &Lexicon, now: DateTime) -> bool {
    let mut starts = rest.split_whitespace().scan(0, |from, word| {
        let at = *from + rest.get(*from..)?.find(word)?;
        *from = at + word.len();
        Some(at)
    });
    starts.any(|at| {
        let said = rest.get(at..).unwrap_or_default();
        when::read_date(said, &lexicon.times, now).is_ok()
    })
}

/// A place without the word before it: "at the library". A capital belongs to the name of the
/// place, as in "På Hörnet".
fn place<'a>(said: &'a str, placers: &[String]) -> &'a str {
    match said.split_once(char::is_whitespace) {
        Some((first, rest))
            if first.chars().all(char::is_lowercase) && placers.contains(&normalise(first)) =>
        {
            rest.trim_start()
        }
        _ => said,
    }
}
