//! `check`: what is wrong before anything starts.

use std::{
    io::{self, Write as _},
    path::Path,
};

use super::Failure;
use crate::{
    config::{self, Checked},
    files::SetupProblem,
    l10n::{self, Kind, WordsError},
    store,
};

/// What isn't wrong, and to be known.
const NO_KEY: &str = "\nWithout notes_key_file nobody can keep notes, and no anonymous check-in and no \
                      evaluation can be held. `openssl rand -base64 32` makes a key.";

/// What was found, a line each.
struct Found {
    /// What keeps the bot from starting.
    faults: Vec<String>,
    /// What doesn't, and should be changed all the same.
    cautions: Vec<String>,
}

/// Looks for faults in the configuration and in what it names, and changes nothing.
pub async fn check(path: Option<&Path>) -> Result<(), Failure> {
    let checked = config::check(path, std::env::vars());
    let lines = |faults: &[_]| faults.iter().map(ToString::to_string).collect();
    let mut found = Found { faults: lines(&checked.faults), cautions: lines(&checked.cautions) };
    found.faults.extend(checked.not_built().iter().map(ToString::to_string));
    if let Some(config) = &checked.config {
        if let Some(folder) = &config.locales_dir {
            found.look_at_words(folder, &checked);
        }
        if let Err(error) = store::examine(config.database.reveal()).await {
            let told = format!("{error}. {}", error.cure());
            let what = SetupProblem::UnusableDatabase { told };
            found.faults.push(checked.fault("database", what).to_string());
        }
    }
    let warnings: Vec<_> = found.cautions.iter().map(|line| format!("warning: {line}")).collect();
    if found.faults.is_empty() {
        super::say(&warnings, "");
        let _ = match path {
            Some(path) => {
                let has_key = checked.config.as_ref().is_some_and(|it| it.notes_key.is_some());
                let more = if has_key { "" } else { NO_KEY };
                writeln!(io::stdout(), "The configuration {} is right.{more}", path.display())
            }
            None => writeln!(
                io::stdout(),
                "No file was named, and the configuration without one is right. To check a file, \
                 write --config FILE."
            ),
        };
        return Ok(());
    }
    let cure = format!("{} to mend before the bot can start.", found.faults.len());
    Err(Failure::Call { what: [warnings, found.faults].concat(), cure })
}

impl Found {
    /// Looks at the files that replace single messages.
    fn look_at_words(&mut self, folder: &Path, checked: &Checked) {
        match l10n::inside(folder) {
            Ok(files) => {
                for flaw in l10n::check_overrides(&files, &l10n::embedded()) {
                    match flaw.kind {
                        Kind::Fault => self.faults.push(flaw.to_string()),
                        Kind::Style => self.cautions.push(flaw.to_string()),
                    }
                }
            }
            Err(WordsError::Flawed(flaw)) => self.faults.push(flaw.to_string()),
            Err(WordsError::Unreadable { path, source }) => {
                let what = SetupProblem::Unreadable { path: path.into(), why: source.kind() };
                self.faults.push(checked.fault("locales_dir", what).to_string());
            }
        }
    }
}
