//! Meetings that come again: "every other Thursday at 13 until 1 June".

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime},
};

use super::{
    Lexicon, Misread, PairCommand,
    read::after_word,
    times::{Span, span_and_place},
};
use crate::domain::{
    calendar::SendingCalendar,
    when::{self, WhenError, normalise},
};

/// How often something comes again, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// Every so many weeks.
    pub weeks: i64,
    /// The last day on which it may be, if that was said.
    pub until: Option<Date>,
    /// How often at most, if that was said.
    pub times: Option<usize>,
}

/// The days of a row, and those that were left out of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days {
    /// The days.
    pub on: Vec<Date>,
    /// Those on which the programme rests.
    pub left_out: Vec<Date>,
}

impl Repeat {
    /// The days on which something comes again that is first on `first`: until `last` at the latest,
    /// and not more often than there is `room` for. It isn't on days on which the programme rests.
    pub fn days(&self, first: Date, last: Date, room: usize, calendar: &SendingCalendar) -> Days {
        let last = self.until.map_or(last, |until| until.min(last));
        let most = self.times.unwrap_or(room).min(room);
        let days = (0..).map_while(|nth| first.checked_add((nth * self.weeks).weeks()).ok());
        let mut found = Days::default();
        for day in days.take_while(|day| *day <= last) {
            if found.on.len() == most {
                break;
            }
            if calendar.rests_on(day) {
                found.left_out.push(day);
            } else {
                found.on.push(day);
            }
        }
        found
    }
}

/// The words that say how often, if a text begins with them, and what follows.
pub fn interval<'a>(rest: &'a str, lexicon: &Lexicon) -> Option<(i64, &'a str)> {
    let said = lexicon.repeats.iter().filter_map(|(weeks, word)| {
        Some((word.split_whitespace().count(), *weeks, after_word(rest, word)?))
    });
    // "Every other" also begins with "every".
    said.max_by_key(|(length, ..)| *length).map(|(_, weeks, rest)| (weeks, rest))
}

/// Reads a row of meetings that follows [`interval`].
pub(super) fn row(
    said: (i64, &str),
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<PairCommand, Misread> {
    let (first, repeat, place) = series(said, lexicon, now)?;
    Ok(PairCommand::MeetingBookRow { first: first.at, repeat, place })
}

/// Reads what follows [`interval`]: the first time, how often, and perhaps the place.
pub(super) fn series(
    (weeks, rest): (i64, &str),
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<(Span, Repeat, Option<String>), Misread> {
    let (said, until, until_said) = until(rest, lexicon, now)?;
    let (said, times, times_said) = how_often(&said, lexicon);
    let heard = span_and_place(&said, lexicon, now);
    if let Err(Misread::When(error, after)) = heard {
        // What was said about the end needn't be typed again.
        let after = format!("{after} {times_said} {until_said}").trim().to_owned();
        return Err(Misread::When(error, after));
    }
    let (first, place) = heard?;
    if place.as_deref().is_some_and(|place| is_end(place, lexicon)) {
        return Err(Misread::NoEnd);
    }
    Ok((first, Repeat { weeks, until, times }, place))
}

/// A text without "until 1 June", that day, and the words.
fn until(
    text: &str,
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<(String, Option<Date>, String), Misread> {
    let starts = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    for at in starts {
        let (head, tail) = text.split_at(at);
        let tail = tail.trim_start();
        let ended = lexicon.enders.iter().filter_map(|word| after_word(tail, word));
        // "Till och med" begins with "till".
        let Some(day) = ended.min_by_key(|rest| rest.len()) else { continue };
        match when::read_date(day, &lexicon.times, now) {
            Ok((day, rest)) => {
                let said = tail.strip_suffix(&rest).unwrap_or(tail);
                let said = said.trim_end_matches([' ', ',']).to_owned();
                return Ok((joined(head, &rest), Some(day), said));
            }
            // The end of a meeting perhaps: "from 13 to 14".
            Err(WhenError::NotATime) => {}
            Err(_) => return Err(Misread::NoEnd),
        }
    }
    Ok((text.to_owned(), None, String::new()))
}

/// A text without "6 times", that number, and the words.
fn how_often(text: &str, lexicon: &Lexicon) -> (String, Option<usize>, String) {
    let words: Vec<_> = text.split_whitespace().collect();
    let number = |word: &str| {
        let times = when::count(word, &lexicon.times);
        times.and_then(|times| usize::try_from(times).ok()).filter(|times| *times > 0)
    };
    let counted = words.windows(2).enumerate().find_map(|(at, pair)| {
        let [times, counter] = pair else { return None };
        let is_counter = lexicon.counters.contains(&normalise(counter.trim_end_matches(',')));
        Some((at, number(times).filter(|_| is_counter)?))
    });
    let Some((at, times)) = counted else { return (text.to_owned(), None, String::new()) };
    let (head, tail) = words.split_at(at);
    let (said, tail) = tail.split_at(2);
    let said = said.join(" ").trim_end_matches(',').to_owned();
    (joined(&head.join(" "), &tail.join(" ")), Some(times), said)
}

/// Whether what should be a place says how long something goes on: "till jul", "ten times".
fn is_end(place: &str, lexicon: &Lexicon) -> bool {
    let padded = format!("{place} ");
    lexicon.enders.iter().any(|word| after_word(&padded, word).is_some())
        || place
            .split_whitespace()
            .any(|word| lexicon.counters.contains(&normalise(word.trim_matches([',', '.']))))
}

/// What stands before a part that was read, and after it.
fn joined(head: &str, tail: &str) -> String {
    let head = head.trim_end_matches([' ', ',']);
    if tail.is_empty() { head.to_owned() } else { format!("{head}, {tail}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_say_how_often() {
        let said = |text| interval(text, &lexicon());
        assert_eq!(said("every Thursday at 13"), Some((1, "Thursday at 13")));
        assert_eq!(said("every other Thursday"), Some((2, "Thursday")));
        assert_eq!(said("Varannan torsdag"), Some((2, "torsdag")));
        assert_eq!(said("Thursday at 13"), None);
    }

    #[test]
    fn a_row_ends_after_so_many_times() {
        let said = |text| how_often(text, &lexicon());
        let said = |text| {
            let (rest, times, _) = said(text);
            (rest, times)
        };
        let is = |said: &str, times| (said.to_owned(), times);
        assert_eq!(said("torsdag kl 13 6 gånger"), is("torsdag kl 13", Some(6)));
        assert_eq!(said("Thursday 13.00, 6 times"), is("Thursday 13.00", Some(6)));
        assert_eq!(said("torsdag 13.00 6 gånger, Åsa"), is("torsdag 13.00, Åsa", Some(6)));
        assert_eq!(said("torsdag kl 13 0 gånger"), is("torsdag kl 13 0 gånger", None));
        assert_eq!(said("torsdag kl 13"), is("torsdag kl 13", None));
    }

    fn lexicon() -> Lexicon {
        let repeats = [(1, "every"), (2, "every other"), (2, "varannan")];
        Lexicon {
            repeats: repeats.map(|(weeks, word)| (weeks, word.to_owned())).to_vec(),
            counters: vec!["times".to_owned(), normalise("gånger")],
            ..Lexicon::default()
        }
    }
}
