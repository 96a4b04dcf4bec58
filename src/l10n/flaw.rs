//! Something wrong in a locale file, and where.

use std::fmt;

use super::{Entry, LocaleFile, Part};

/// Something wrong in a locale file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The file.
    pub path: String,
    /// The line, counted from one.
    pub line: usize,
    /// How bad it is.
    pub kind: Kind,
    /// What is wrong there.
    pub what: String,
}

/// How bad a flaw is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The words can't be used.
    Fault,
    /// The words can be used but read badly.
    Style,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

impl LocaleFile {
    /// A fault in `line`.
    pub fn fault(&self, line: usize, what: String) -> Flaw {
        Flaw { path: self.path.clone(), line, kind: Kind::Fault, what }
    }
}

impl Entry {
    /// A fault of the whole.
    pub fn fault(&self, what: String) -> Flaw {
        Flaw { path: self.path.clone(), line: self.line, kind: Kind::Fault, what }
    }

    /// A fault in one part.
    pub fn fault_at(&self, part: &Part, what: String) -> Flaw {
        Flaw { path: self.path.clone(), line: part.line, kind: Kind::Fault, what }
    }

    /// What reads badly in one part.
    pub fn complaint(&self, part: &Part, what: String) -> Flaw {
        Flaw { path: self.path.clone(), line: part.line, kind: Kind::Style, what }
    }
}
