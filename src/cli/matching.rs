//! `match`: who suits whom, from a list of people and without anything being stored.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{Failure, Format, faulty};
use crate::{
    domain::{
        locale::Locale,
        matching::{Cohort, Criteria, Match, Unmatched},
        message::{Message, matching::MatchingSays},
        role::Role,
    },
    files::{self, people::PersonRow},
    l10n::{DEFAULT, Words},
};

/// What is to be matched, and how it is shown.
pub struct Wishes {
    /// The list of people.
    pub people: PathBuf,
    /// The programme file, with what counts.
    pub programme: Option<PathBuf>,
    /// What decides between solutions that are equally good.
    pub seed: u64,
    /// Whether every score is written down.
    pub scores: bool,
    /// How it is written down.
    pub format: Format,
    /// The language of the reasons, if not the programme's.
    pub locale: Option<Locale>,
}

/// What is found, as `--format json` shows it.
#[derive(Debug, Serialize)]
struct Shown<'c> {
    pairs: Vec<ShownPair<'c>>,
    unmatched: Vec<ShownLeft<'c>>,
    total: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<Vec<(&'c str, &'c str, u32)>>,
}

#[derive(Debug, Serialize)]
struct ShownPair<'c> {
    mentor: &'c str,
    adept: &'c str,
    score: u32,
    reasons: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ShownLeft<'c> {
    id: &'c str,
    role: &'static str,
    reason: String,
}

/// Matches the people of a list, and writes down what comes of it.
pub fn matched(wishes: &Wishes, out: &mut dyn Write) -> Result<(), Failure> {
    let (criteria, locale) = match &wishes.programme {
        None => (Criteria::default(), Locale::new(DEFAULT)),
        Some(path) => {
            let (file, bytes) = (path.display().to_string(), read(path)?);
            let text = files::text_of(&file, &bytes).map_err(|faults| faulty(&faults))?;
            let outline = files::programme::read(&file, text).map_err(|faults| faulty(&faults))?;
            (outline.matching, outline.locale)
        }
    };
    let list = files::people::read(&wishes.people.display().to_string(), &read(&wishes.people)?);
    if !list.faults.is_empty() {
        return Err(faulty(&list.faults));
    }
    let words = Words::load(None).map_err(|error| Failure::words(&error, "Please tell us."))?;
    let locale = words.choose(wishes.locale.as_ref().unwrap_or(&locale)).clone();
    let cohort = cohort(&list.rows);
    let outcome = cohort
        .matched(&criteria, wishes.seed)
        .map_err(|error| Failure::work(error, "Divide the list, or lower the column capacity."))?;
    let shown = Shown {
        pairs: outcome.pairs.iter().map(|pair| shown_pair(pair, &words, &locale)).collect(),
        unmatched: outcome.unmatched.iter().map(|left| shown_left(left, &words, &locale)).collect(),
        total: outcome.total(),
        scores: wishes.scores.then(|| cohort.scores(&criteria)),
    };
    let written = match wishes.format {
        Format::Json => serde_json::to_writer(&mut *out, &shown)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
        Format::Text => shown.write_text(&list.rows, out),
    };
    super::written(written.and_then(|()| out.flush()))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path)
        .map_err(|error| Failure::call(format!("{}: {error}", path.display()), "Check the path."))
}

/// Everybody on the list who is to be matched.
pub(super) fn cohort(rows: &[PersonRow]) -> Cohort {
    let of = |role: Role| rows.iter().filter(move |row| row.role == role);
    Cohort {
        mentors: of(Role::Mentor).map(PersonRow::candidate).collect(),
        adepts: of(Role::Adept).map(PersonRow::candidate).collect(),
        ..Cohort::default()
    }
}

fn shown_pair<'c>(pair: &'c Match, words: &Words, locale: &Locale) -> ShownPair<'c> {
    let reasons = MatchingSays::reasons(&pair.reasons);
    let reasons = reasons.iter().map(|reason| words.line(locale, reason)).collect();
    ShownPair { mentor: &pair.mentor, adept: &pair.adept, score: pair.score, reasons }
}

fn shown_left<'c>(left: &'c Unmatched, words: &Words, locale: &Locale) -> ShownLeft<'c> {
    let reason = Message::from(MatchingSays::why(left.role, &left.why));
    ShownLeft { id: &left.id, role: left.role.as_str(), reason: words.line(locale, &reason) }
}

impl Shown<'_> {
    fn write_text(&self, rows: &[PersonRow], out: &mut dyn Write) -> io::Result<()> {
        let name = |id: &str| {
            let row = rows.iter().find(|row| row.id == id);
            row.map_or_else(|| id.to_owned(), |row| format!("{} ({id})", row.name))
        };
        for pair in &self.pairs {
            let (mentor, adept) = (name(pair.mentor), name(pair.adept));
            writeln!(out, "{mentor} – {adept}: {}", pair.score)?;
            for reason in &pair.reasons {
                writeln!(out, "  {reason}")?;
            }
        }
        writeln!(out, "{} pairs, {} points.", self.pairs.len(), self.total)?;
        for left in &self.unmatched {
            writeln!(out, "Unmatched {}: {}. {}", left.role, name(left.id), left.reason)?;
        }
        for (mentor, adept, score) in self.scores.iter().flatten() {
            writeln!(out, "{mentor} {adept} {score}")?;
        }
        Ok(())
    }
}
