//! Meetings that come again: "every other Thursday at 13 until 1 June".

use jiff::civil::{Date, DateTime};

use super::{Lexicon, Misread, PairCommand, read::after_word, times::time_and_place};
use crate::domain::when::{self, WhenError, normalise};

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

/// The words that say how often, if a text begins with them, and what follows.
pub fn interval<'a>(rest: &'a str, lexicon: &Lexicon) -> Option<(i64, &'a str)> {
    let said = lexicon.repeats.iter().filter_map(|(weeks, word)| {
        Some((word.split_whitespace().count(), *weeks, after_word(rest, word)?))
    });
    // "Every other" also begins with "every".
    said.max_by_key(|(length, ..)| *length).map(|(_, weeks, rest)| (weeks, rest))
}

/// Reads what follows [`interval`].
pub(super) fn row(
    (weeks, rest): (i64, &str),
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<PairCommand, Misread> {
    let (said, until) = until(rest, lexicon, now)?;
    let (said, times) = how_often(&said, lexicon);
    let (first, place) = time_and_place(&said, lexicon, now)?;
    Ok(PairCommand::MeetingBookRow { first, repeat: Repeat { weeks, until, times }, place })
}

/// A text without "until 1 June", and that day.
fn until(text: &str, lexicon: &Lexicon, now: DateTime) -> Result<(String, Option<Date>), Misread> {
    let starts = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    for at in starts {
        let (head, tail) = text.split_at(at);
        let ended = lexicon.enders.iter().find_map(|word| after_word(tail.trim_start(), word));
        let Some(day) = ended else { continue };
        match when::read_date(day, &lexicon.times, now) {
            Ok((day, rest)) => return Ok((joined(head, &rest), Some(day))),
            // The end of a meeting perhaps: "from 13 to 14".
            Err(WhenError::NotATime) => {}
            Err(_) => return Err(Misread::NoEnd),
        }
    }
    Ok((text.to_owned(), None))
}

/// A text without "6 times", and that number.
fn how_often(text: &str, lexicon: &Lexicon) -> (String, Option<usize>) {
    let words: Vec<_> = text.split_whitespace().collect();
    let counted = words.windows(2).position(|pair| {
        let [number, counter] = pair else { return false };
        let is_counter = lexicon.counters.contains(&normalise(counter.trim_end_matches(',')));
        is_counter && number.parse::<usize>().is_ok_and(|times| times > 0)
    });
    let Some(at) = counted else { return (text.to_owned(), None) };
    let (head, tail) = words.split_at(at);
    let times = tail.first().and_then(|number| number.parse().ok());
    (joined(&head.join(" "), &tail.get(2..).unwrap_or_default().join(" ")), times)
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
