//! What a locale file has to say, read for checking.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use fluent_syntax::{
    ast,
    parser::{self, ErrorKind, ParserError},
};

use super::{Flaw, contents::Contents, files::LocaleFile, flaw::SEE_OURS, inert, style};

/// One message in a locale file, or one term, whose key has a dash before it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its key.
    pub key: String,
    /// The file that it stands in.
    pub path: String,
    /// The line that it starts on, counted from one.
    pub line: usize,
    /// What it says besides its attributes, if anything.
    pub text: Option<Part>,
    /// Its attributes, which label buttons.
    pub attributes: BTreeMap<String, Part>,
}

/// The text of a message, or one attribute.
#[derive(Debug, Clone)]
pub struct Part {
    /// The line that it starts on, counted from one.
    pub line: usize,
    /// The words, where they are always the same ones.
    pub words: Option<String>,
    /// What it refers to.
    pub contents: Contents,
    /// What reads badly in it.
    pub complaints: Vec<String>,
}

impl Entry {
    /// The variables in the text and in the attributes.
    pub fn variables(&self) -> BTreeSet<&str> {
        let parts = self.text.iter().chain(self.attributes.values());
        parts.flat_map(|part| &part.contents.variables).map(String::as_str).collect()
    }
}

impl LocaleFile {
    /// Its messages and terms, in order, and what of it cannot be read.
    pub fn entries(&self) -> (Vec<Entry>, Vec<Flaw>) {
        let (resource, errors) = match parser::parse(self.source.as_str()) {
            Ok(resource) => (resource, vec![]),
            Err((resource, errors)) => (resource, errors),
        };
        let entries = resource.body.iter().filter_map(|entry| match entry {
            ast::Entry::Message(message) => {
                let key = message.id.name;
                Some(self.entry(key, key, message.value.as_ref(), &message.attributes))
            }
            ast::Entry::Term(term) => {
                let (name, key) = (term.id.name, format!("-{}", term.id.name));
                Some(self.entry(name, &key, Some(&term.value), &term.attributes))
            }
            ast::Entry::Comment(_)
            | ast::Entry::GroupComment(_)
            | ast::Entry::ResourceComment(_)
            | ast::Entry::Junk { .. } => None,
        });
        let mut flaws: Vec<_> = errors.iter().map(|error| self.unreadable(error)).collect();
        if let Some(at) = self.source.find(inert::is_mark) {
            let what = "a character that is reserved for marks of ours".to_owned();
            flaws.push(self.fault(self.line(at), what, "Take it out"));
        }
        (entries.collect(), flaws)
    }

    /// What is wrong where `error` says.
    pub fn unreadable(&self, error: &ParserError) -> Flaw {
        let (mut at, mut what, mut cure) = (error.pos.start, error.to_string(), SEE_OURS);
        if error.kind == ErrorKind::ExpectedToken('}') {
            // Fluent looks for it as far as the next message.
            at = self.source.get(..at).map_or(at, |before| before.trim_end().len());
        }
        // The most likely slip: Fluent reads these as the start of something else.
        if let Some(slice) = error.slice.clone()
            && let Some((before, first)) = self.misplaced(slice)
        {
            at = before;
            what = format!("a line cannot start with `{first}`: put {{ \"\" }} before it");
            cure = "";
        }
        self.fault(self.line(at), what, cure)
    }

    /// Where a line within `slice` starts with a character that no line of a text can start with.
    fn misplaced(&self, slice: Range<usize>) -> Option<(usize, char)> {
        let mut at = slice.start;
        for line in self.source.get(slice)?.split_inclusive('\n') {
            let text = line.trim_start();
            if let Some(first @ ('*' | '[')) = text.chars().next()
                && !text.contains(']')
            {
                return Some((at, first));
            }
            at += line.len();
        }
        None
    }

    fn entry(
        &self,
        name: &str,
        key: &str,
        text: Option<&ast::Pattern<&str>>,
        attributes: &[ast::Attribute<&str>],
    ) -> Entry {
        let line = self.line_of(name);
        let attributes = attributes.iter().map(|attribute| {
            let line = self.line_of(attribute.id.name);
            (attribute.id.name.to_owned(), self.part(line, &attribute.value))
        });
        Entry {
            key: key.to_owned(),
            path: self.path.clone(),
            line,
            text: text.map(|pattern| self.part(line, pattern)),
            attributes: attributes.collect(),
        }
    }

    fn part(&self, line: usize, pattern: &ast::Pattern<&str>) -> Part {
        let words = pattern.elements.iter().map(|element| match element {
            ast::PatternElement::TextElement { value } => Some(*value),
            ast::PatternElement::Placeable { .. } => None,
        });
        Part {
            line,
            words: words.collect(),
            contents: Contents::of(pattern),
            complaints: style::complaints(&self.language, pattern),
        }
    }

    /// The line that `name` stands on, which must be a slice of the source.
    fn line_of(&self, name: &str) -> usize {
        self.line(name.as_ptr().addr().saturating_sub(self.source.as_ptr().addr()))
    }
}
