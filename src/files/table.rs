//! Reads a TOML file by the names of its keys. It notes what is wrong and reads on, so that a file
//! is corrected once and not fault by fault; and what nobody asked for by name is a fault as well,
//! since it is a slip of the hand more often than not.

use std::{borrow::Cow, cell::RefCell, collections::BTreeSet, fmt, ops::RangeInclusive};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Fault, Problem, nearest};

/// What sort of value a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A number without a fraction.
    WholeNumber,
    /// A number with one.
    Fraction,
    /// `true` or `false`.
    YesOrNo,
    /// A date, a time or both.
    DateOrTime,
    /// Several values.
    List,
    /// Keys of its own.
    Table,
}

impl Kind {
    /// How it is written.
    pub(super) const fn cure(self) -> &'static str {
        match self {
            Self::Text => "Put it in quotation marks",
            Self::WholeNumber => "Write digits without quotation marks",
            Self::Fraction => "Write it as in 0.5",
            Self::YesOrNo => "Write true or false",
            Self::DateOrTime => "Write it as in 2026-09-07",
            Self::List => "Put it in square brackets, as in [28, 29]",
            Self::Table => "Put it in braces, as in { sv = \"Traineer\", en = \"Trainees\" }",
        }
    }

    const fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(_) => Self::Text,
            DeValue::Integer(_) => Self::WholeNumber,
            DeValue::Float(_) => Self::Fraction,
            DeValue::Boolean(_) => Self::YesOrNo,
            DeValue::Datetime(_) => Self::DateOrTime,
            DeValue::Array(_) => Self::List,
            DeValue::Table(_) => Self::Table,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text",
            Self::WholeNumber => "a whole number",
            Self::Fraction => "a number with a fraction",
            Self::YesOrNo => "true or false",
            Self::DateOrTime => "a date or a time",
            Self::List => "a list",
            Self::Table => "a table",
        })
    }
}

/// Reads `text` by means of `take`. All faults come in the order of the file. The value is what
/// `take` made of it; it counts for nothing if there are faults.
pub(crate) fn read_table<T>(
    file: &str,
    text: &str,
    take: impl FnOnce(&mut Table<'_>) -> T,
) -> (T, Vec<Fault>) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (root, errors) = DeTable::parse_recoverable(text);
    let source = Source::new(file, text);
    for error in &errors {
        source.broken(error);
    }
    let mut table = Table::new(&source, String::new(), 1, root.get_ref());
    let value = take(&mut table);
    table.refuse_the_rest();
    let faults = source.faults.into_inner();
    (value, if errors.is_empty() { faults } else { certain(faults) })
}

/// What is sure to be wrong in a file that could be understood only in part. Below the first line
/// that couldn't, keys may have been lost or put where they don't belong.
fn certain(mut faults: Vec<Fault>) -> Vec<Fault> {
    let is_syntax = |fault: &Fault| matches!(fault.what, Problem::NotToml { .. });
    let first = faults.iter().find(|fault| is_syntax(fault)).and_then(|fault| fault.line);
    let mut broken = BTreeSet::new();
    faults.retain(|fault| {
        if is_syntax(fault) {
            // One slip often breaks the rules in several ways.
            broken.insert(fault.line)
        } else {
            fault.line < first && !matches!(fault.what, Problem::Missing { .. })
        }
    });
    faults
}

/// The file, and what was found wrong with it so far.
struct Source<'s> {
    file: &'s str,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    /// Shared by all tables of the file, which are read one inside the other.
    faults: RefCell<Vec<Fault>>,
}

impl<'s> Source<'s> {
    fn new(file: &'s str, text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { file, lines, faults: RefCell::default() }
    }

    fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|begins| *begins <= byte)
    }

    fn fault(&self, line: usize, name: Option<&str>, what: Problem) {
        let fault = Fault {
            file: self.file.to_owned(),
            line: Some(line),
            name: name.map(str::to_owned),
            what,
        };
        let mut faults = self.faults.borrow_mut();
        let place = faults.partition_point(|earlier| earlier.line <= Some(line));
        faults.insert(place, fault);
    }

    fn broken(&self, error: &toml::de::Error) {
        let line = error.span().map_or(1, |span| self.line(span.start));
        self.fault(line, None, Problem::NotToml { why: error.message().to_owned() });
    }
}

/// Some keys and their values.
pub(crate) struct Table<'s> {
    source: &'s Source<'s>,
    /// Its own name with a dot, as in `calendar.`; nothing for the whole file.
    path: String,
    line: usize,
    entries: &'s DeTable<'s>,
    asked: Vec<&'static str>,
    /// Whether its keys are whatever people choose.
    is_free: bool,
}

impl<'s> Table<'s> {
    const fn new(
        source: &'s Source<'s>,
        path: String,
        line: usize,
        entries: &'s DeTable<'s>,
    ) -> Self {
        Self { source, path, line, entries, asked: Vec::new(), is_free: false }
    }

    /// What stands at `key`, if anything does.
    pub fn item(&mut self, key: &'static str) -> Option<Item<'s>> {
        self.asked.push(key);
        let (key, value) = self.entries.get_key_value(key)?;
        Some(self.item_of(key, value))
    }

    /// What stands at `key`. It is a fault if nothing does; `example` shows what could.
    pub fn require(&mut self, key: &'static str, example: &'static str) -> Option<Item<'s>> {
        let item = self.item(key);
        if item.is_none() {
            let name = format!("{}{key}", self.path);
            self.source.fault(self.line, Some(&name), Problem::Missing { example });
        }
        item
    }

    /// Reads the table at `key` by means of `take`.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        take: impl FnOnce(&mut Table<'s>) -> T,
    ) -> Option<T> {
        self.item(key)?.table(take)
    }

    /// Every key and its value, for tables whose keys are not ours to choose.
    pub fn all(&mut self) -> Vec<(&'s str, Item<'s>)> {
        let entries = self.entries;
        let mut all: Vec<_> = entries
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), self.item_of(key, value)))
            .collect();
        all.sort_by_key(|(_, item)| item.line);
        self.is_free = true;
        all
    }

    fn item_of(&self, key: &Spanned<Cow<'s, str>>, value: &'s Spanned<DeValue<'s>>) -> Item<'s> {
        Item {
            source: self.source,
            line: self.source.line(key.span().start),
            name: format!("{}{}", self.path, key.get_ref()),
            value,
        }
    }

    /// Notes every key that was never asked for.
    fn refuse_the_rest(&self) {
        if self.is_free {
            return;
        }
        for key in self.entries.keys().filter(|key| !self.asked.contains(&key.get_ref().as_ref())) {
            let line = self.source.line(key.span().start);
            let name = format!("{}{}", self.path, key.get_ref());
            let nearest = nearest(key.get_ref(), self.asked.iter().copied());
            self.source.fault(line, Some(&name), Problem::UnknownKey { nearest });
        }
    }
}

/// One value, with its place.
pub(crate) struct Item<'s> {
    source: &'s Source<'s>,
    /// The line of its key, or its own in a list.
    pub line: usize,
    /// Its whole name, as in `calendar.from`.
    pub name: String,
    value: &'s Spanned<DeValue<'s>>,
}

impl<'s> Item<'s> {
    /// Notes that something is wrong with it.
    pub fn fault(&self, what: Problem) {
        self.source.fault(self.line, Some(&self.name), what);
    }

    fn wrong_type<T>(&self, wanted: Kind) -> Option<T> {
        self.fault(Problem::WrongType { wanted, got: Kind::of(self.value.get_ref()) });
        None
    }

    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        self.value.get_ref().is_table()
    }

    /// The words. A date without quotation marks passes as words, since people write it so.
    pub fn text(&self) -> Option<Cow<'s, str>> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(Cow::Borrowed(text.as_ref())),
            DeValue::Datetime(said) => Some(Cow::Owned(said.to_string())),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => self.wrong_type(Kind::Text),
        }
    }

    /// What `parse` makes of the words.
    pub fn parse<T>(&self, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        parse(self.text()?.trim()).map_err(|problem| self.fault(problem)).ok()
    }

    /// A whole number within `range`.
    pub fn number<T: TryFrom<i64>>(&self, range: RangeInclusive<i64>) -> Option<T> {
        let DeValue::Integer(digits) = self.value.get_ref() else {
            return self.wrong_type(Kind::WholeNumber);
        };
        let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        let fitting = number.and_then(|number| T::try_from(number).ok());
        if fitting.is_none() {
            let (least, most) = range.into_inner();
            self.fault(Problem::OutOfRange { said: digits.to_string(), least, most });
        }
        fitting
    }

    /// What `take` makes of the table.
    pub fn table<T>(&self, take: impl FnOnce(&mut Table<'s>) -> T) -> Option<T> {
        let Some(entries) = self.value.get_ref().as_table() else {
            return self.wrong_type(Kind::Table);
        };
        let mut table = Table::new(self.source, format!("{}.", self.name), self.line, entries);
        let value = take(&mut table);
        table.refuse_the_rest();
        Some(value)
    }

    /// What `take` makes of each value in the list. None if one of them is wrong.
    pub fn list<T>(&self, mut take: impl FnMut(&Item<'s>) -> Option<T>) -> Option<Vec<T>> {
        let Some(values) = self.value.get_ref().as_array() else {
            return self.wrong_type(Kind::List);
        };
        let items = values.iter().map(|value| {
            let line = self.source.line(value.span().start);
            take(&Item { source: self.source, line, name: self.name.clone(), value })
        });
        // All are taken before one of them is missed, so that every fault among them is found.
        items.collect::<Vec<_>>().into_iter().collect()
    }

    /// The same of things that each have a key, which no two of them share: `most` at most.
    pub fn list_of_keyed<T>(
        &self,
        most: usize,
        key: impl Fn(&T) -> &str,
        mut take: impl FnMut(&Item<'s>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut keys: Vec<String> = vec![];
        let things = self.list(|item| {
            let thing = take(item)?;
            let said = key(&thing).to_owned();
            if keys.contains(&said) {
                item.fault(Problem::SaidTwice { said });
                return None;
            }
            keys.push(said);
            Some(thing)
        })?;
        if things.len() > most {
            self.fault(Problem::TooMany { most });
            return None;
        }
        Some(things)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_read() {
        check("size = 3\n[inner]\nname = \"n\"", &[]);
    }

    #[test]
    fn a_slip_in_a_key_is_told_with_what_was_meant() {
        check("size = 3\nsise = 4", &["t:2: sise: there is no such key. Did you mean size?"]);
    }

    #[test]
    fn a_slip_in_a_table_is_told_with_its_whole_name() {
        check(
            "size = 3\n\n[inner]\nnome = \"n\"",
            &["t:4: inner.nome: there is no such key. Did you mean name?"],
        );
    }

    #[test]
    fn what_nobody_could_have_meant_is_to_be_taken_out() {
        check("size = 3\nprice = 4", &["t:2: price: there is no such key. Take it out"]);
    }

    #[test]
    fn what_is_missing_is_told_with_an_example() {
        check("", &["t:1: size: this is missing. Add it, as in size = 3"]);
    }

    #[test]
    fn another_kind_of_value_is_told() {
        check(
            "size = \"3\"",
            &["t:1: size: a whole number is wanted here, and this is a text. Write digits \
                 without quotation marks"],
        );
    }

    #[test]
    fn a_number_has_its_limits() {
        let told =
            |said| format!("t:1: size: {said} doesn't fit. Write a whole number from 1 to 5");
        check("size = 6", &[&told("6")]);
        check("size = -1", &[&told("-1")]);
        check("size = 99999999999999999999", &[&told("99999999999999999999")]);
        check("size = 0x5", &[]);
    }

    #[test]
    fn every_fault_is_told_in_the_order_of_the_file() {
        check(
            "price = 1\nsize = 0\n[inner]\nname = 1",
            &[
                "t:1: price: there is no such key. Take it out",
                "t:2: size: 0 doesn't fit. Write a whole number from 1 to 5",
                "t:4: inner.name: a text is wanted here, and this is a whole number. Put it in \
                 quotation marks",
            ],
        );
    }

    #[test]
    fn each_value_of_a_list_has_its_own_line() {
        check(
            "size = 1\nlist = [\n  1,\n  9,\n  2,\n  8,\n]",
            &[
                "t:4: list: 9 doesn't fit. Write a whole number from 1 to 5",
                "t:6: list: 8 doesn't fit. Write a whole number from 1 to 5",
            ],
        );
    }

    #[test]
    fn what_is_no_toml_is_told_by_line_with_what_else_is_certain() {
        let ((), faults) =
            read_table("t", "size = 9\nname = Anna , [ Berg ] = }\n[inner\nlist = 1", take);
        let lines: Vec<_> = faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [Some(1), Some(2), Some(3)], "{faults:#?}");
    }

    #[test]
    fn a_mark_at_the_beginning_and_windows_line_ends_do_no_harm() {
        check(
            "\u{FEFF}size = 3\r\nsise = 4\r\n",
            &["t:2: sise: there is no such key. Did you mean size?"],
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let ((), faults) = read_table("t", text, take);
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(told, expected);
    }

    fn take(table: &mut Table<'_>) {
        let _ = table.require("size", "size = 3").and_then(|item| item.number::<u8>(1..=5));
        let _ = table.item("list").and_then(|list| list.list(|item| item.number::<u8>(1..=5)));
        table.table("inner", |inner| {
            inner.item("name").and_then(|item| item.parse(|said| Ok(said.to_owned())))
        });
    }
}
