//! Cuts what somebody typed into words, numbers and marks.

use std::{iter::Peekable, str::CharIndices};

use super::words::{is_accent, normalise};

/// How far into a text a time can reach. "Torsdag den 3:e mars 2026, v. 10, kl. 13.30–14.30" has
/// 20 tokens; what lies behind is not looked at, however long it is.
const MOST: usize = 32;

/// The longest word worth comparing, in bytes.
const LONGEST_WORD: usize = 64;

/// The longest number that can stand in a time, in digits: 20260303.
const LONGEST_NUMBER: usize = 8;

/// A piece of a text.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// Whether a blank stands before it.
    pub is_apart: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, normalised.
    Word(String),
    /// Digits 0–9, and how many of them.
    Number {
        /// What they amount to.
        value: u32,
        /// Leading noughts count.
        digits: usize,
    },
    /// A punctuation mark or symbol. Every dash is `-`.
    Mark(char),
    /// A word or a number that is too long to be part of a time.
    Strange,
}

/// The first tokens of a text.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut is_apart = true;
    while tokens.len() < MOST
        && let Some((start, first)) = letters.next()
    {
        if is_blank(first) {
            is_apart = true;
            continue;
        }
        let (kind, end) = if first.is_ascii_digit() {
            let end = run(&mut letters, start + 1, |next| next.is_ascii_digit());
            (number(text.get(start..end).unwrap_or_default()), end)
        } else if first.is_alphabetic() {
            let end = word_end(text, &mut letters, start + first.len_utf8());
            (word(text.get(start..end).unwrap_or_default()), end)
        } else {
            let is_dash = matches!(first, '-' | '‐'..='―' | '−');
            (Kind::Mark(if is_dash { '-' } else { first }), start + first.len_utf8())
        };
        tokens.push(Token { kind, start, end, is_apart });
        is_apart = false;
    }
    tokens
}

/// Blanks, and what is pasted along unseen: direction marks, joiners, byte order marks.
fn is_blank(letter: char) -> bool {
    let unseen = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}');
    letter.is_whitespace() || unseen
}

/// Takes characters as long as they belong, and says where they end.
fn run(
    letters: &mut Peekable<CharIndices<'_>>,
    mut end: usize,
    belongs: impl Fn(char) -> bool,
) -> usize {
    while let Some((at, next)) = letters.next_if(|(_, next)| belongs(*next)) {
        end = at + next.len_utf8();
    }
    end
}

/// Where a word ends. Single letters with full stops between are one word: p.m., e.m.
fn word_end(text: &str, letters: &mut Peekable<CharIndices<'_>>, first: usize) -> usize {
    let belongs = |next: char| next.is_alphabetic() || is_accent(next);
    let mut end = run(letters, first, belongs);
    while end == first || is_dotted(text, end) {
        let mut rest = text.get(end..).unwrap_or_default().chars();
        let (Some('.'), Some(next)) = (rest.next(), rest.next()) else { break };
        if !next.is_alphabetic() || rest.next().is_some_and(belongs) {
            break;
        }
        letters.next();
        end = run(letters, end + 1, belongs);
    }
    end
}

/// Whether the letter before `end` follows a full stop.
fn is_dotted(text: &str, end: usize) -> bool {
    text.get(..end).is_some_and(|before| before.chars().rev().nth(1) == Some('.'))
}

fn number(digits: &str) -> Kind {
    let value = (digits.len() <= LONGEST_NUMBER).then(|| digits.parse().ok()).flatten();
    value.map_or(Kind::Strange, |value| Kind::Number { value, digits: digits.len() })
}

fn word(letters: &str) -> Kind {
    if letters.len() > LONGEST_WORD {
        return Kind::Strange;
    }
    Kind::Word(normalise(letters).replace('.', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        check("v.11 kl13", "v . 11 _ kl 13");
        check("13.30–14", "13 . 30 - 14");
        check("3:e mars", "3 : e _ mars");
        check("CAFÉ\u{a0}Åsa", "cafe _ asa");
    }

    #[test]
    fn abbreviations_of_single_letters_are_one_word() {
        check("9 a.m. på", "9 _ am . _ pa");
        check("t.o.m. maj", "tom . _ maj");
        check("v.maj", "v . maj");
        check("kl.e", "kl . e");
    }

    #[test]
    fn what_is_pasted_along_unseen_is_a_blank() {
        check("\u{feff}\u{200f}fre\u{200b}1", "fre _ 1");
    }

    #[test]
    fn digits_of_other_scripts_are_no_numbers() {
        check("٣/٣", "٣ / ٣");
    }

    #[test]
    fn what_is_too_long_is_strange() {
        check("123456789", "?");
        check(&"a".repeat(65), "?");
        assert_eq!(lex(&"a ".repeat(1000)).len(), MOST);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut seen = String::new();
        for (at, token) in lex(text).iter().enumerate() {
            let gap = if at == 0 { "" } else { " " };
            seen += gap;
            if token.is_apart && at > 0 {
                seen += "_ ";
            }
            match &token.kind {
                Kind::Word(word) => seen.push_str(word),
                Kind::Number { value, .. } => seen.push_str(&value.to_string()),
                Kind::Mark(mark) => seen.push(*mark),
                Kind::Strange => seen.push('?'),
            }
        }
        assert_eq!(seen, expected);
    }
}
