//! What is to be said, before it is words.

use std::borrow::Cow;

use jiff::civil;

use crate::domain::moment::Moment;

/// What is to be said: a key of the locale files, and what its variables stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The key, the same in every language.
    pub key: Cow<'static, str>,
    /// The variables by name, without the dollar sign.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

impl Phrase {
    /// The message `key`, without variables so far.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same with a variable more.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, arg: Arg) -> Self {
        self.args.push((name.into(), arg));
        self
    }
}

/// What a variable stands for. Each kind is put as the language puts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A number, which may select a plural form: `1 234`. A year or an id is none: it would be
    /// grouped.
    Number(i64),
    /// A number with decimals, as a whole number of its last place: 34 tenths are `3,4`.
    Decimal {
        /// The number without its decimal point.
        digits: i64,
        /// How many of the digits are decimals.
        places: u8,
    },
    /// A word of ours that a message selects a variant by. Never a person's: those are `Text`,
    /// which selects nothing.
    Word(Cow<'static, str>),
    /// A person's own words or name, shown as they wrote them and never read as markup. Line
    /// breaks are kept where nothing else stands in the paragraph.
    Text(String),
    /// Something to type.
    Code(String),
    /// `tisdag 3 mars 2026`.
    Day(civil::Date),
    /// `3 mars`.
    ShortDay(civil::Date),
    /// `tisdag 3 mars 2026 kl. 13.30`.
    Moment(Moment),
    /// The same, of which nobody is to be shown their own clock.
    Clock(civil::DateTime),
    /// `kl. 13.30`.
    Time(civil::Time),
    /// From one time to another, the same day: `kl. 13.00–14.30`.
    Hours(civil::Time, civil::Time),
    /// `2026-03-03 13.30`, where there is little room.
    Stamp(civil::DateTime),
    /// People's own words, one after the other: `Åsa, Bo och Carl`.
    List(Vec<String>),
    /// Words of another message.
    Phrase(Box<Phrase>),
    /// Words of several others. Alone on a line each is a point of a list; inside a sentence they
    /// follow one another.
    Phrases(Vec<Phrase>),
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(Box::new(phrase))
    }
}
