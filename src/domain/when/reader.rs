//! Looks at the tokens of a text, one question at a time.

use std::ops::{Range, RangeInclusive};

use super::{
    phrase::Scope,
    tokens::{Kind, Token},
    words::{TimeList, TimeWords},
};

/// The tokens of a text. Every question is about the tokens from `at` on, and answers with the
/// token where the text goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub tokens: &'a [Token],
    pub words: &'a TimeWords,
    pub scope: Scope,
}

/// A part of a phrase, and where it stands in the text, in bytes.
#[derive(Debug)]
pub(super) struct Said<T> {
    pub what: T,
    pub place: Range<usize>,
}

impl Reader<'_> {
    /// Skips what people put between a day and a time.
    pub fn separator(self, at: usize) -> usize {
        [',', ';', '.', ':', '-'].iter().find_map(|mark| self.mark(*mark, at)).unwrap_or(at)
    }

    /// The longest phrase of a list, with the full stop of an abbreviation.
    pub fn word(self, list: TimeList, at: usize) -> Option<usize> {
        let rest = self.tokens.get(at..)?;
        let is_next = |phrase: &&Vec<Kind>| {
            phrase.len() <= rest.len()
                && phrase.iter().zip(rest).all(|(kind, token)| *kind == token.kind)
        };
        let next = at + self.words.phrases(list).iter().find(is_next)?.len();
        let is_stop = |token: &Token| !token.is_apart && token.kind == Kind::Mark('.');
        Some(if self.tokens.get(next).is_some_and(is_stop) { next + 1 } else { next })
    }

    /// A mark.
    pub fn mark(self, mark: char, at: usize) -> Option<usize> {
        (self.tokens.get(at)?.kind == Kind::Mark(mark)).then_some(at + 1)
    }

    /// A number with so many digits.
    pub fn digits(self, at: usize, many: RangeInclusive<usize>) -> Option<(u32, usize)> {
        match self.tokens.get(at)?.kind {
            Kind::Number { value, digits } if many.contains(&digits) => Some((value, at + 1)),
            Kind::Number { .. } | Kind::Word(_) | Kind::Mark(_) | Kind::Strange => None,
        }
    }

    /// A number with so many digits, and no blank on either side of the mark before it.
    pub fn attached_digits(self, at: usize, many: RangeInclusive<usize>) -> Option<(u32, usize)> {
        let pair = self.tokens.get(at.checked_sub(1)?..=at)?;
        pair.iter().all(|token| !token.is_apart).then(|| self.digits(at, many)).flatten()
    }

    /// Whether a number may end here, or is only the beginning of something else, such as 3/3/3
    /// or 13th.
    pub fn ends(self, at: usize) -> bool {
        let attached = |at: usize| self.tokens.get(at).filter(|token| !token.is_apart);
        match attached(at).map(|token| &token.kind) {
            Some(Kind::Word(_) | Kind::Number { .. } | Kind::Strange) => false,
            Some(Kind::Mark('/' | ':' | '.' | '-')) => {
                let after = attached(at + 1).map(|token| &token.kind);
                !matches!(after, Some(Kind::Number { .. } | Kind::Strange))
            }
            Some(Kind::Mark(_)) | None => true,
        }
    }

    /// Where the token before `at` ends, in bytes.
    pub fn byte(self, at: usize) -> usize {
        at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |token| token.end)
    }

    /// A part of a phrase, from one token to before another.
    pub fn said<T>(self, what: T, from: usize, next: usize) -> Said<T> {
        let start = self.tokens.get(from).map_or(0, |token| token.start);
        Said { what, place: start..self.byte(next) }
    }
}
