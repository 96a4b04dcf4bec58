//! Text files into types. Whatever is wrong with a file is found at once, and each fault says in
//! which line it is, what it is and what to do about it: the people who write these files see
//! neither the program nor its source. Beside them what the bot makes itself: appointments and pictures.

use std::fmt;

pub mod appointment;
pub mod busy;
pub mod certificate;
pub mod chart;
pub mod people;
pub mod programme;
pub mod report;

pub mod applications;
mod calendar;
mod checkins;
mod encoding;
mod evaluation;
mod gatherings;
mod matching;
mod problem;
mod recruitment;
mod setup;
mod table;
mod training;
mod words;

pub(crate) use crate::domain::nearest::nearest;
pub use encoding::Encoding;
pub(crate) use encoding::decode;
pub use problem::Problem;
pub use setup::SetupProblem;
pub use table::Kind;
pub(crate) use table::{Item, Table, read_table};
pub(crate) use words::account;

/// Something that is wrong with a file, or with what stands in for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as whoever handed it over calls it.
    pub file: String,
    /// The line, counted from 1. Only where there is none, as in the environment, it is None.
    pub line: Option<usize>,
    /// The key or column, such as `calendar.from`. None if it has no name.
    pub name: Option<String>,
    /// What is wrong, and the cure.
    pub what: Problem,
}

/// The text of a file, or the fault that it can't be read as one.
pub(crate) fn text_of<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Vec<Fault>> {
    decode(bytes).map_err(|(line, what)| {
        vec![Fault { file: file.to_owned(), line: Some(line), name: None, what }]
    })
}

/// One line as compilers write it, so that editors can jump there.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(name) = &self.name {
            write!(f, ": {name}")?;
        }
        write!(f, ": {}", self.what)
    }
}
