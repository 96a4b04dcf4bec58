//! Turns what the bot has to say into words.
//!
//! A message can't show a key or a variable's name: what is missing in a language is said in the
//! default one, and what is missing there too in a neutral sentence. Both are faults of ours, and
//! logged as such; [`check()`] keeps them from happening.

mod arg;
mod catalogue;
mod check;
mod contents;
mod conventions;
mod entries;
mod files;
mod flaw;
mod inert;
mod language;
mod markup;
mod phrase;
mod slash;
mod style;

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    iter,
    path::Path,
};

use tracing::error;

pub use arg::{Arg, Phrase};
pub use check::{check, check_overrides};
pub use entries::{Entry, Part};
pub use files::{LocaleFile, WordsError, embedded, inside};
pub use flaw::{Flaw, Kind};
pub use phrase::{kebab, key, without_programme};

use crate::{
    document::Block,
    domain::{command::CommandName, locale::Locale},
};
use language::Language;

/// What is spoken to people whose language we don't know.
pub const DEFAULT: &str = "en";

/// The message that names the region whose dates and numbers a language follows.
const CONVENTIONS: &str = "conventions";

/// The message that stands for one that can't be shown.
const UNSAYABLE: &str = "unsayable";

/// The messages that the engine itself asks for, besides those that phrases name.
pub const OWN_KEYS: [&str; 8] =
    ["clock", CONVENTIONS, "day", "hours", "moment", "stamp", "time", UNSAYABLE];

/// Variables by name, without the dollar sign.
type Args = [(Cow<'static, str>, Arg)];

/// Everything the bot can say, in every language.
pub struct Words {
    languages: BTreeMap<Locale, Language>,
    default: Locale,
    /// How commands are explained, in every language.
    explained: HashMap<String, (CommandName, &'static str)>,
}

impl Words {
    /// The words that come with the bot, and in front of them those that the folders of
    /// `overrides` put differently.
    pub fn load(overrides: Option<&Path>) -> Result<Self, WordsError> {
        let overrides = overrides.map_or_else(|| Ok(vec![]), inside)?;
        Self::of(&embedded(), &overrides)
    }

    /// The words of `originals`, and in front of them those of `overrides`.
    pub fn of(originals: &[LocaleFile], overrides: &[LocaleFile]) -> Result<Self, WordsError> {
        if !overrides.is_empty() {
            let mut flaws = check_overrides(overrides, originals).into_iter();
            if let Some(fault) = flaws.find(|flaw| flaw.kind == Kind::Fault) {
                return Err(WordsError::Flawed(fault));
            }
        }
        let mut files = BTreeMap::<Locale, Vec<&LocaleFile>>::new();
        for file in originals.iter().chain(overrides) {
            files.entry(Locale::new(&file.language)).or_default().push(file);
        }
        let languages = files.into_iter().map(|(locale, files)| {
            let language = Language::of(&files).map_err(WordsError::Flawed)?;
            Ok((locale, language))
        });
        let languages = languages.collect::<Result<_, _>>()?;
        let default = Locale::new(DEFAULT);
        let mut words = Self { languages, default, explained: HashMap::new() };
        words.explained = words.explanations();
        Ok(words)
    }

    /// The languages that there are.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.languages.keys()
    }

    /// The language to speak to somebody who wants `wanted`: without its region if need be, or
    /// else the default one.
    pub fn choose(&self, wanted: &Locale) -> &Locale {
        self.known(wanted).unwrap_or(&self.default)
    }

    /// The language that there is of `wanted`: `sv` for `sv-fi`. None if there is none.
    pub fn known(&self, wanted: &Locale) -> Option<&Locale> {
        let tag = wanted.as_str();
        let shorter = tag.rmatch_indices(['-', '_']).map(|(end, _)| tag.get(..end));
        let mut tags = iter::once(Some(tag)).chain(shorter).flatten();
        let known = tags.find_map(|tag| self.languages.get_key_value(&Locale::new(tag)));
        known.map(|(locale, _)| locale)
    }

    /// `phrase` on one line, without any style.
    pub fn text(&self, locale: &Locale, phrase: &Phrase) -> String {
        markup::plain(&self.source(locale, &phrase.key, None, &phrase.args))
    }

    /// The attribute of a message, such as what a button says, on one line.
    pub fn label(&self, locale: &Locale, key: &str, attribute: &str, args: &Args) -> String {
        markup::plain(&self.source(locale, key, Some(attribute), args))
    }

    /// `phrase` as paragraphs and lists.
    pub fn blocks(&self, locale: &Locale, phrase: &Phrase) -> Vec<Block> {
        markup::blocks(&self.source(locale, &phrase.key, None, &phrase.args))
    }

    /// The words for the same thing, which stand side by side: `boka | book`. None if the list is
    /// missing.
    pub fn list(&self, locale: &Locale, key: &str) -> Vec<String> {
        let words = self.find(locale, key, None, &[]).unwrap_or_default();
        let words = words.split('|').map(markup::plain).filter(|word| !word.is_empty());
        words.collect()
    }

    /// The message, or an attribute of it, with the marks of [`inert`] and of [`markup`] in it.
    fn source(&self, locale: &Locale, key: &str, attribute: Option<&str>, args: &Args) -> String {
        if let Some(source) = self.find(locale, key, attribute, args) {
            return source;
        }
        if attribute.is_some() {
            return "…".to_owned();
        }
        let language = self.languages.get(self.choose(locale));
        let neutral = language
            .and_then(|language| language.source(UNSAYABLE, None, &[], &|_| String::new()).ok());
        neutral.unwrap_or_else(|| "This message can't be shown right now.".to_owned())
    }

    /// The same, if it can be said in the language chosen or in the default one.
    fn find(
        &self,
        locale: &Locale,
        key: &str,
        attribute: Option<&str>,
        args: &Args,
    ) -> Option<String> {
        let chosen = self.choose(locale);
        let default = (chosen != &self.default).then_some(&self.default);
        iter::once(chosen).chain(default).find_map(|locale| {
            let say = |phrase: &Phrase| self.source(locale, &phrase.key, None, &phrase.args);
            let language = self.languages.get(locale)?;
            match language.source(key, attribute, args, &say) {
                Ok(source) => Some(source),
                Err(why) => {
                    let attribute = attribute.unwrap_or_default();
                    error!(%locale, text.key = key, text.attribute = attribute, %why, "can't be said");
                    None
                }
            }
        })
    }
}

#[cfg(test)]
mod tests;
