//! Something wrong in a locale file, and where.

use std::fmt;

use super::{Entry, LocaleFile, Part};
use crate::domain::nearest::nearest;

/// What to do about a folder whose name is no tag.
pub const NO_LANGUAGE: &str = "Name its folder by a tag, as in sv or en-GB";

/// What to do about a file that breaks the rules of the format.
pub const SEE_OURS: &str = "Write it as in the locale files that come with the bot";

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
    /// What to do about it. Empty where what is wrong says that as well.
    pub cure: String,
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
        write!(f, "{}:{}: {}", self.path, self.line, self.what)?;
        if self.cure.is_empty() { Ok(()) } else { write!(f, ". {}", self.cure) }
    }
}

/// The question whether one of `candidates` was meant, or else what to do otherwise.
pub fn did_you_mean<'c>(
    said: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    otherwise: &str,
) -> String {
    let nearest = nearest(said, candidates);
    nearest.map_or_else(|| otherwise.to_owned(), |nearest| format!("Did you mean `{nearest}`?"))
}

impl LocaleFile {
    /// A fault in `line`.
    pub fn fault(&self, line: usize, what: String, cure: &str) -> Flaw {
        let (path, cure) = (self.path.clone(), cure.to_owned());
        Flaw { path, line, kind: Kind::Fault, what, cure }
    }
}

impl Entry {
    /// A fault of the whole.
    pub fn fault(&self, what: String, cure: &str) -> Flaw {
        let (path, cure) = (self.path.clone(), cure.to_owned());
        Flaw { path, line: self.line, kind: Kind::Fault, what, cure }
    }

    /// A fault in one part.
    pub fn fault_at(&self, part: &Part, what: String, cure: &str) -> Flaw {
        let (path, cure) = (self.path.clone(), cure.to_owned());
        Flaw { path, line: part.line, kind: Kind::Fault, what, cure }
    }

    /// What reads badly in one part.
    pub fn complaint(&self, part: &Part, what: String) -> Flaw {
        Flaw {
            path: self.path.clone(),
            line: part.line,
            kind: Kind::Style,
            what,
            cure: String::new(),
        }
    }
}
