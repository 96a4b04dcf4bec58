//! Languages, by their tag. Which ones there are is for the locale files to say.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

/// A language that people are spoken to in, such as `sv`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Locale(String);

impl Locale {
    /// The language with this tag.
    pub fn new(tag: &str) -> Self {
        Self(tag.trim().to_lowercase())
    }

    /// Its tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The same words in several languages, at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Translations(BTreeMap<Locale, String>);

impl Translations {
    /// The words that a leader wrote, by language. None if there are no words at all.
    pub fn new(words: BTreeMap<Locale, String>) -> Option<Self> {
        (!words.is_empty()).then_some(Self(words))
    }

    /// The words in `locale`, or in the first language that there are words in.
    pub fn get(&self, locale: &Locale) -> &str {
        let words = self.0.get(locale).or_else(|| self.0.values().next());
        words.map_or("", String::as_str)
    }

    /// The languages that there are words in.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.0.keys()
    }
}
