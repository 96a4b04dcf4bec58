//! A list of people, as leaders keep it in a spreadsheet and save it as CSV.
//!
//! Columns are found by their names, so that a sheet keeps its own order and leaves out what it
//! doesn't need. Rows are judged one by one and then against each other; one with a fault is left
//! out, and the faults say why.

mod problem;
mod relations;
mod row;
mod sheet;

pub use problem::RowProblem;
pub use row::PersonRow;
pub(super) use sheet::{Row, rows_of};

use super::{Fault, Problem};

/// The largest file that is looked at, in bytes.
pub const MOST_BYTES: usize = 5_000_000;
/// The most rows that are looked at.
pub const MOST_ROWS: usize = 20_000;
/// The longest cell, in characters.
pub const MOST_CHARACTERS: usize = 2_000;
/// The most faults that are told. Nobody corrects more at a time.
pub const MOST_FAULTS: usize = 1_000;

/// How many of the columns have to be filled in, from the first on.
pub const NEEDED: usize = 3;

/// The columns that there are.
pub const COLUMNS: [&str; 16] = [
    "id",
    "name",
    "role",
    "account",
    "contact",
    "manager",
    "locale",
    "timezone",
    "capacity",
    "organisation",
    "city",
    "languages",
    "wants",
    "offers",
    "never_with",
    "fixed_with",
];

/// What a list of people says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// The rows that are right, in the order of the file.
    pub rows: Vec<PersonRow>,
    /// Whatever is wrong, in the order of the file.
    pub faults: Vec<Fault>,
}

/// Reads a list of people. `file` is what it is called in faults.
pub fn read(file: &str, bytes: &[u8]) -> People {
    let mut faults = Faults::new(file);
    let sheet = sheet::read(bytes, &mut faults);
    let mut drafts: Vec<_> =
        sheet.rows.iter().map(|row| row::draft(row, &sheet.columns, &mut faults)).collect();
    relations::check(&mut drafts, &mut faults);
    let rows = drafts.into_iter().filter_map(row::Draft::finish).collect();
    People { rows, faults: faults.told() }
}

/// The faults found so far.
pub(super) struct Faults {
    file: String,
    found: Vec<Fault>,
    left_out: usize,
}

impl Faults {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), found: Vec::new(), left_out: 0 }
    }

    pub(super) fn add(&mut self, line: usize, column: Option<&str>, what: impl Into<Problem>) {
        if self.found.len() == MOST_FAULTS {
            self.left_out += 1;
            return;
        }
        let (file, name) = (self.file.clone(), column.map(str::to_owned));
        self.found.push(Fault { file, line: Some(line), name, what: what.into() });
    }

    /// All that is told, in the order of the file.
    pub(super) fn told(mut self) -> Vec<Fault> {
        self.found.sort_by_key(|fault| fault.line);
        if self.left_out > 0 {
            let what = RowProblem::MoreFaults { left_out: self.left_out }.into();
            let line = self.found.last().and_then(|last| last.line);
            self.found.push(Fault { file: self.file, line, name: None, what });
        }
        self.found
    }
}

#[cfg(test)]
mod tests;
