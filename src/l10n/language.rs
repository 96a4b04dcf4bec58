//! One language: its messages, and how it puts what stands in them.

use std::str::FromStr;

use fluent::{
    FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle,
    types::FluentNumber,
};
use fluent_syntax::ast;
use jiff::civil;
use unic_langid::LanguageIdentifier;

use super::{
    Arg, Args, CONVENTIONS, Flaw, LocaleFile, Phrase,
    conventions::Conventions,
    flaw::{NO_LANGUAGE, SEE_OURS},
    inert::{self, END, NUMBER},
};

/// One language.
pub struct Language {
    bundle: FluentBundle<FluentResource>,
    conventions: Conventions,
}

/// Why something can't be said in a language.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    /// It has no such message, or the message no such attribute.
    #[error("there is no such text")]
    Text,
    /// Something in the message is missing.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
    Parts(Vec<FluentError>),
}

impl Language {
    /// The language of `files`, of which later ones replace what earlier ones say.
    pub fn of(files: &[&LocaleFile]) -> Result<Self, Flaw> {
        let mut resources = Vec::new();
        let mut region = None;
        for file in files {
            let resource =
                FluentResource::try_new(file.source.clone()).map_err(|(_, errors)| {
                    let first = errors.first().map(|error| file.unreadable(error));
                    first.unwrap_or_else(|| {
                        file.fault(1, "this is no locale file".to_owned(), SEE_OURS)
                    })
                })?;
            let no_language =
                || file.fault(1, format!("`{}` is no language", file.language), NO_LANGUAGE);
            let language = file.language.parse::<LanguageIdentifier>();
            region = words(&resource, CONVENTIONS)
                .and_then(|tag| tag.parse().ok())
                .or(region)
                .or(Some(language.map_err(|_| no_language())?));
            resources.push(resource);
        }
        let region = region.unwrap_or_default();
        let conventions = Conventions::of(&region);
        let mut bundle = FluentBundle::new_concurrent(vec![region]);
        // The marks would show up in the plain text of some chats.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| mark(value)));
        for resource in resources {
            bundle.add_resource_overriding(resource);
        }
        Ok(Self { bundle, conventions })
    }

    /// The message `key`, or an attribute of it, with `args` in it; `say` gives the words of
    /// another message in this language.
    pub fn source(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &Args,
        say: &dyn Fn(&Phrase) -> String,
    ) -> Result<String, Missing> {
        let message = self.bundle.get_message(key).ok_or(Missing::Text)?;
        let pattern = match attribute {
            None => message.value().ok_or(Missing::Text)?,
            Some(name) => message.get_attribute(name).ok_or(Missing::Text)?.value(),
        };
        let values = args.iter().map(|(name, arg)| (name.clone(), self.value(arg, say)));
        let values = values.collect::<FluentArgs>();
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        if errors.is_empty() { Ok(self.with_numbers(&said)) } else { Err(Missing::Parts(errors)) }
    }

    fn value(&self, arg: &Arg, say: &dyn Fn(&Phrase) -> String) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) => (*number).into(),
            Arg::Decimal { digits, places } => decimal(*digits, *places),
            Arg::Word(word) => word.clone().into(),
            Arg::Text(text) => inert::text(text).into(),
            Arg::Code(code) => inert::code(code).into(),
            Arg::Day(date) => say(&self.day(*date)).into(),
            Arg::ShortDay(date) => self.conventions.short_date(*date).into(),
            Arg::Moment(at) => inert::time(&say(&self.moment(at.local)), at.instant).into(),
            Arg::Clock(at) => say(&self.moment(*at)).into(),
            Arg::Time(time) => say(&Phrase::new("time").with("clock", clock(*time))).into(),
            Arg::Hours(from, to) => {
                say(&Phrase::new("hours").with("from", clock(*from)).with("to", clock(*to))).into()
            }
            Arg::Stamp(at) => {
                let date = Arg::Word(at.date().to_string().into());
                say(&Phrase::new("stamp").with("date", date).with("clock", clock(at.time()))).into()
            }
            Arg::List(items) => {
                let items: Vec<_> =
                    items.iter().map(|item| inert::clean(item).replace('\n', " ")).collect();
                inert::text(&self.conventions.list(&items)).into()
            }
            Arg::Phrase(phrase) => say(phrase).into(),
            Arg::Phrases(phrases) => {
                let phrases: Vec<_> = phrases.iter().map(say).collect();
                let are_sentences = phrases.iter().all(|phrase| phrase.ends_with(['.', '?', '!']));
                let inline =
                    if are_sentences { phrases.join(" ") } else { self.conventions.list(&phrases) };
                inert::many(&phrases, &inline).into()
            }
        }
    }

    fn moment(&self, at: civil::DateTime) -> Phrase {
        let day = self.day(at.date()).into();
        Phrase::new("moment").with("day", day).with("time", Arg::Time(at.time()))
    }

    fn day(&self, date: civil::Date) -> Phrase {
        let weekday = Arg::Word(self.conventions.weekday(date).into());
        let date = Arg::Word(self.conventions.date(date).into());
        Phrase::new("day").with("weekday", weekday).with("date", date)
    }

    /// Writes the numbers in `said` as the language does.
    fn with_numbers(&self, said: &str) -> String {
        let mut parts = said.split(NUMBER);
        let mut written = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (number, rest) = part.split_once(END).unwrap_or((part, ""));
            written.push_str(&self.conventions.number(number));
            written.push_str(rest);
        }
        written
    }
}

/// Marks a number for [`Language::with_numbers`], which knows more than Fluent lets us know here.
fn mark(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("{NUMBER}{}{END}", number.as_string())),
        FluentValue::String(_)
        | FluentValue::Custom(_)
        | FluentValue::None
        | FluentValue::Error => None,
    }
}

/// The hours and minutes of `time`, which `clock` of each language puts together.
fn clock(time: civil::Time) -> Arg {
    let two = |number: i8| Arg::Word(format!("{number:02}").into());
    Phrase::new("clock").with("hour", two(time.hour())).with("minute", two(time.minute())).into()
}

fn decimal(digits: i64, places: u8) -> FluentValue<'static> {
    let sign = if digits < 0 { "-" } else { "" };
    let places = usize::from(places);
    let all = format!("{:0width$}", digits.unsigned_abs(), width = places + 1);
    let (whole, decimals) = all.split_at(all.len() - places);
    let plain =
        if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") };
    FluentNumber::from_str(&plain).map_or(FluentValue::Error, FluentValue::Number)
}

/// What `resource` says for `key`, if that is plain text.
fn words<'r>(resource: &'r FluentResource, key: &str) -> Option<&'r str> {
    let found = resource.entries().find_map(|entry| match entry {
        ast::Entry::Message(message) if message.id.name == key => message.value.as_ref(),
        ast::Entry::Message(_)
        | ast::Entry::Term(_)
        | ast::Entry::Comment(_)
        | ast::Entry::GroupComment(_)
        | ast::Entry::ResourceComment(_)
        | ast::Entry::Junk { .. } => None,
    });
    match &found?.elements[..] {
        [ast::PatternElement::TextElement { value }] => Some(value),
        _ => None,
    }
}
