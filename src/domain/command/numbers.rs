//! Numbers, as commands name things by them.

use std::str::FromStr;

use jiff::civil::{Date, DateTime};

use super::{Command, LeadCommand, Lexicon, Misread, clock::day, read::one_word};
use crate::domain::{application::Decision, goal::Score, when::normalise};

/// How many applications one command can be about.
const MOST_NUMBERS: usize = 100;

/// A number as lists show it, with or without the marks around it.
pub(super) fn number(rest: &str) -> Result<i64, Misread> {
    let word = one_word(rest)?.trim_matches(['#', '.', ',', ')', '(']);
    let is_sane = !word.is_empty() && word.len() <= 9 && word.bytes().all(|b| b.is_ascii_digit());
    if is_sane { word.parse().map_err(|_| Misread::Incomplete) } else { Err(Misread::Incomplete) }
}

/// A number, and what follows it.
pub(super) fn number_first(rest: &str) -> Result<(i64, &str), Misread> {
    let (first, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    Ok((number(first)?, rest.trim_start()))
}

/// A number, and a day after it.
pub(super) fn number_and_day(
    rest: &str,
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<(i64, Date), Misread> {
    let (number, rest) = number_first(rest)?;
    Ok((number, day(rest, lexicon, now)?))
}

/// What is decided about one application or several.
pub(super) fn decision(
    rest: &str,
    lexicon: &Lexicon,
    decision: Decision,
) -> Result<Command, Misread> {
    let numbers = several_numbers(rest, lexicon)?;
    Ok(LeadCommand::ApplicationsDecide { numbers, decision }.into())
}

/// Numbers as lists show them, each once, with blanks, commas or "and" between them.
pub(super) fn several_numbers(rest: &str, lexicon: &Lexicon) -> Result<Vec<i64>, Misread> {
    let words = rest.split([' ', ',', ';', '\t']).filter(|word| !word.is_empty());
    let mut numbers = vec![];
    for word in words.filter(|word| !lexicon.joiners.contains(&normalise(word))) {
        let number = number(word)?;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
        if numbers.len() > MOST_NUMBERS {
            return Err(Misread::TooMuch);
        }
    }
    if numbers.is_empty() { Err(Misread::Incomplete) } else { Ok(numbers) }
}

/// One number or several, with blanks or commas between them.
pub(super) fn numbers<N: FromStr>(rest: &str) -> Result<Vec<N>, Misread> {
    let parts = rest.split([' ', ',', ';', '\t']).filter(|part| !part.is_empty());
    let numbers: Option<Vec<_>> = parts.map(|part| part.parse().ok()).collect();
    numbers.filter(|numbers| !numbers.is_empty()).ok_or(Misread::Incomplete)
}

/// How far somebody came with a goal. A minus may be a hyphen or a dash.
pub(super) fn score(rest: &str) -> Result<Option<Score>, Misread> {
    if rest.trim().is_empty() {
        return Ok(None);
    }
    let plain = rest.trim().replace(['−', '–'], "-");
    let score = plain.parse().ok().and_then(Score::new);
    score.map(Some).ok_or(Misread::Incomplete)
}

pub(super) fn maybe_number(rest: &str) -> Result<Option<i64>, Misread> {
    if rest.is_empty() { Ok(None) } else { number(rest).map(Some) }
}
