//! Which words belong to which message: the one way from [`Message`] to the locale files.
//!
//! It is a rule and not a list. The key is the message's feature and kind, its variables are its
//! fields, and its buttons are its attributes: `Nudge::BookFirst { starts_on }` is put as
//! `nudge-book-first`, with `$starts-on`. `tests/it/languages.rs` holds the files against every
//! kind there is.

use std::collections::HashMap;

use super::{Arg, Phrase, Words};
use crate::{
    document::{Answering, Attachment, Button, Content, Document},
    domain::{
        command::{CommandName, Field, Lexicon},
        locale::Locale,
        message::{Label, Message, Offer, Value},
        moment::Moment,
        role::Role,
        when::{TimeList, TimeWords, normalise},
    },
};

impl Words {
    /// What `message` says in that language, with its buttons.
    pub fn say(&self, locale: &Locale, message: &Message) -> Document {
        let offers = message.offers();
        let buttons =
            offers.iter().map(|offer| self.button(locale, message, offer)).collect::<Vec<_>>();
        let attachments = message.file().map(|file| Attachment {
            media_type: media_type(&file.name).to_owned(),
            name: file.name,
            content: Content::Text(file.text),
        });
        Document {
            blocks: self.blocks(locale, &self.phrase(locale, message)),
            buttons,
            answering: Answering::Openly,
            attachments: attachments.into_iter().collect(),
        }
    }

    /// What `message` says on one line, without its buttons.
    pub fn line(&self, locale: &Locale, message: &Message) -> String {
        self.text(locale, &self.phrase(locale, message))
    }

    /// An attribute of what belongs to a command: `usage`, `what` or `example`.
    pub fn of_command(&self, locale: &Locale, command: CommandName, attribute: &str) -> String {
        self.label(locale, &format!("command-{}", command.key()), attribute, &[])
    }

    /// The words that the bot understands, of every language at once.
    pub fn lexicon(&self) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for locale in self.locales() {
            for name in CommandName::ALL {
                let phrases = self.list(locale, &format!("command-{}", name.key()));
                lexicon.vocabulary.add(*name, &phrases);
            }
            add_times(&mut lexicon.times, |key| self.list(locale, key));
            let words = |key| self.list(locale, key).into_iter().map(|word| normalise(&word));
            lexicon.joiners.extend(words("words-and"));
            lexicon.role_markers.extend(words("words-as"));
            lexicon.starters.extend(words("words-from"));
            lexicon.enders.extend(words("times-until"));
            lexicon.counters.extend(words("words-times"));
            lexicon.ends.extend(words("words-off"));
            for (weeks, key) in (1..).zip(["every", "every-second", "every-third", "every-fourth"])
            {
                let said = self.list(locale, &format!("words-{key}"));
                lexicon.repeats.extend(said.iter().map(|word| (weeks, normalise(word))));
            }
            lexicon.placers.extend(words("words-at"));
            lexicon.everybody.extend(words("words-everybody"));
            lexicon.thanks.extend(words("words-thanks"));
            lexicon.human.extend(words("words-human"));
            lexicon.yes.extend(words("yes"));
            lexicon.no.extend(words("no"));
        }
        let field_words = |field: Field| {
            let key = format!("words-field-{}", field.key());
            let words = self.locales().flat_map(|locale| self.list(locale, &key));
            (field, words.map(|word| normalise(&word)).collect())
        };
        lexicon.fields = Field::ALL.into_iter().map(field_words).collect();
        let role_words = |role: Role| {
            let key = format!("role-{}", role.as_str());
            let words = self.locales().flat_map(|locale| self.list(locale, &key));
            (role, words.collect())
        };
        lexicon.roles = Role::ALL.into_iter().map(role_words).collect();
        lexicon
    }

    /// The one language in which `text` begins with a command. None if there is none, or several.
    pub fn language_of(&self, text: &str) -> Option<&Locale> {
        let heard = format!("{} ", normalise(text.trim_end_matches(['.', '!', '?'])));
        let begins = |locale: &&Locale| {
            let mut phrases = CommandName::ALL
                .iter()
                .flat_map(|name| self.list(locale, &format!("command-{}", name.key())));
            phrases.any(|phrase| heard.starts_with(&format!("{} ", normalise(&phrase))))
        };
        let mut languages = self.locales().filter(begins);
        languages.next().filter(|_| languages.next().is_none())
    }

    fn phrase(&self, locale: &Locale, message: &Message) -> Phrase {
        let args = message
            .values()
            .iter()
            .filter_map(|(name, value)| {
                // What people type back is shown as they'll type it: 1234, not 1 234.
                let arg = match (*name, value) {
                    ("number", Value::Number(number)) => Arg::Word(number.to_string().into()),
                    (_, value) => self.arg(locale, value)?,
                };
                Some((kebab(name).into(), arg))
            })
            .collect();
        Phrase { key: key(message).into(), args }
    }

    fn arg(&self, locale: &Locale, value: &Value) -> Option<Arg> {
        Some(match value {
            Value::Hidden | Value::File(_) => return None,
            Value::Number(number) => Arg::Number(*number),
            Value::Tenths(digits) => Arg::Decimal { digits: *digits, places: 1 },
            Value::Text(text) => Arg::Text(text.clone()),
            Value::Code(code) => Arg::Code(self.command_in(locale, code)),
            Value::Day(day) => Arg::Day(*day),
            Value::Clock(at) => Arg::Clock(*at),
            Value::Moment(at) => Arg::Moment(*at),
            Value::Translated(words) => Arg::Text(words.get(locale).to_owned()),
            Value::Names(names) => Arg::List(names.clone()),
            Value::Message(message) => Arg::Phrase(Box::new(self.phrase(locale, message))),
            Value::Points(messages) => {
                Arg::Phrases(messages.iter().map(|message| self.phrase(locale, message)).collect())
            }
        })
    }

    /// What to type for the same in that language, if `code` is how a command is explained in
    /// another one: a message may be put in two languages, or in one that was chosen since.
    fn command_in(&self, locale: &Locale, code: &str) -> String {
        let known = self.explained.get(code).map(|(name, attribute)| {
            let explained = self.of_command(locale, *name, attribute);
            if code.contains(" [#") { explained } else { without_programme(&explained).to_owned() }
        });
        known.unwrap_or_else(|| code.to_owned())
    }

    /// Every explanation of a command, and of which one.
    pub(super) fn explanations(&self) -> HashMap<String, (CommandName, &'static str)> {
        let mut explained = HashMap::new();
        for locale in self.locales() {
            for name in CommandName::ALL {
                for attribute in ["usage", "example"] {
                    let words = self.of_command(locale, *name, attribute);
                    let short = without_programme(&words).to_owned();
                    explained.entry(short).or_insert((*name, attribute));
                    explained.entry(words).or_insert((*name, attribute));
                }
            }
        }
        explained
    }

    fn button(&self, locale: &Locale, message: &Message, offer: &Offer) -> Button {
        let label = match &offer.label {
            Label::Attribute(attribute, values) => {
                let args: Vec<_> = values
                    .iter()
                    .filter_map(|(name, value)| {
                        Some((kebab(name).into(), self.arg(locale, value)?))
                    })
                    .collect();
                self.label(locale, &key(message), &kebab(attribute), &args)
            }
            Label::Words(value) => match value {
                Value::Text(words) | Value::Code(words) => words.clone(),
                Value::Clock(at) | Value::Moment(Moment { local: at, .. }) => {
                    self.text(locale, &Phrase::new("moment-alone").with("at", Arg::Clock(*at)))
                }
                Value::Message(message) => self.line(locale, message),
                Value::Number(number) => number.to_string(),
                Value::Day(day) => {
                    self.text(locale, &Phrase::new("day-alone").with("on", Arg::Day(*day)))
                }
                Value::Translated(words) => words.get(locale).to_owned(),
                Value::Names(names) => names.join(", "),
                Value::Hidden | Value::Tenths(_) | Value::Points(_) | Value::File(_) => {
                    String::new()
                }
            },
        };
        Button { label, press: offer.press }
    }
}

fn add_times(times: &mut TimeWords, list: impl Fn(&str) -> Vec<String>) {
    for name in TimeList::ALL {
        times.add(*name, &list(&format!("times-{}", name.key())).join("|"));
    }
}

/// The key of a message in the locale files.
pub fn key(message: &Message) -> String {
    let (feature, kind) = message.kind();
    format!("{feature}-{}", kebab(kind))
}

/// `BookFirst` and `starts_on` as the locale files spell them: `book-first`, `starts-on`.
pub fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    for (at, letter) in name.char_indices() {
        if letter == '_' {
            kebab.push('-');
        } else if letter.is_ascii_uppercase() {
            if at > 0 {
                kebab.push('-');
            }
            kebab.push(letter.to_ascii_lowercase());
        } else {
            kebab.push(letter);
        }
    }
    kebab
}

/// A usage as it is told: which programme is meant has to be said by few, and is asked for.
pub fn without_programme(usage: &str) -> &str {
    usage.split(" [#").next().unwrap_or(usage)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("toml") => "application/toml",
        Some("json") => "application/json",
        Some("html") => "text/html",
        Some("md") => "text/markdown",
        _ => "text/plain",
    }
}
