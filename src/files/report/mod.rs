//! The evaluation report as files: a page to read, print and send on, a table, and Markdown.

mod html;
mod means;
mod table;

use crate::domain::progress::Progress;

use super::chart::ChartWords;

pub use html::html;
pub use table::{csv, markdown};

/// What stands in a report, from top to bottom: in messages, or in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The tag of the language that it is in. None for messages.
    pub language: Option<String>,
    /// What stands above it all.
    pub title: T,
    /// What it says of itself.
    pub about: T,
    /// The sections.
    pub sections: Vec<Section<T>>,
    /// The end of the page.
    pub end: T,
    /// What the columns of the table for spreadsheets are called: heading, table, row, column, value.
    pub columns: [T; 5],
    /// What parts them.
    pub delimiter: T,
}

/// What stands under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<T> {
    /// The heading.
    pub heading: T,
    /// What stands under it.
    pub parts: Vec<Part<T>>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<T> {
    /// A paragraph.
    Says(T),
    /// A table.
    Table(Table<T>),
    /// A picture, of what stands in a table as well.
    Chart(Chart<T>),
    /// What people have said.
    Quotes {
        /// What stands above.
        caption: T,
        /// What they said.
        words: Vec<T>,
    },
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T> {
    /// What stands above it.
    pub caption: T,
    /// What its columns are called, from the one with what the rows are called.
    pub columns: Vec<T>,
    /// What each row is called, and its cells.
    pub rows: Vec<(T, Vec<T>)>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chart<T> {
    /// Meetings against the plan, and where pairs stand.
    Progress {
        /// What it shows, for those who don't see it.
        about: T,
        /// The figures.
        progress: Progress,
        /// The words in it.
        words: ChartWords<T>,
    },
    /// Means from 1 to 5, from round to round.
    Means {
        /// What it shows, for those who don't see it.
        about: T,
        /// What the rounds are called.
        rounds: Vec<String>,
        /// Each question, with its mean in each round in tenths where that shows.
        lines: Vec<(T, Vec<Option<i64>>)>,
    },
}

impl<T> Page<T> {
    /// The same in words of that language.
    pub fn in_words<U>(self, language: &str, say: &impl Fn(T) -> U) -> Page<U> {
        Page {
            language: Some(language.to_owned()),
            title: say(self.title),
            about: say(self.about),
            sections: self.sections.into_iter().map(|section| section.in_words(say)).collect(),
            end: say(self.end),
            columns: self.columns.map(say),
            delimiter: say(self.delimiter),
        }
    }
}

impl<T> Section<T> {
    fn in_words<U>(self, say: &impl Fn(T) -> U) -> Section<U> {
        Section {
            heading: say(self.heading),
            parts: self.parts.into_iter().map(|part| part.in_words(say)).collect(),
        }
    }
}

impl<T> Part<T> {
    fn in_words<U>(self, say: &impl Fn(T) -> U) -> Part<U> {
        match self {
            Self::Says(says) => Part::Says(say(says)),
            Self::Table(table) => Part::Table(table.in_words(say)),
            Self::Chart(chart) => Part::Chart(chart.in_words(say)),
            Self::Quotes { caption, words } => {
                Part::Quotes { caption: say(caption), words: words.into_iter().map(say).collect() }
            }
        }
    }
}

impl<T> Table<T> {
    fn in_words<U>(self, say: &impl Fn(T) -> U) -> Table<U> {
        let row = |(name, cells): (T, Vec<T>)| (say(name), cells.into_iter().map(say).collect());
        Table {
            caption: say(self.caption),
            columns: self.columns.into_iter().map(say).collect(),
            rows: self.rows.into_iter().map(row).collect(),
        }
    }
}

impl<T> Chart<T> {
    fn in_words<U>(self, say: &impl Fn(T) -> U) -> Chart<U> {
        match self {
            Self::Progress { about, progress, words } => {
                Chart::Progress { about: say(about), progress, words: words.in_words(say) }
            }
            Self::Means { about, rounds, lines } => Chart::Means {
                about: say(about),
                rounds,
                lines: lines.into_iter().map(|(name, means)| (say(name), means)).collect(),
            },
        }
    }
}
