//! `check`: what is wrong before anything starts.

use std::{
    io::{self, Write as _},
    path::Path,
};

use super::Failure;
use crate::{config, l10n};

/// Looks for faults in the configuration and in what it names.
pub fn check(path: Option<&Path>) -> Result<(), Failure> {
    let faults = config::check(path, std::env::vars());
    let mut what: Vec<_> = faults.iter().map(ToString::to_string).collect();
    if let Ok(config) = config::load(path, std::env::vars()) {
        if let Some(folder) = &config.locales_dir {
            match l10n::inside(folder) {
                Ok(files) => {
                    let flaws = l10n::check_overrides(&files, &l10n::embedded());
                    what.extend(flaws.iter().map(ToString::to_string));
                }
                Err(error) => what.push(error.to_string()),
            }
        }
        if config.discord.is_some() {
            what.push(
                "discord: this version of Mentorskap doesn't speak Discord yet. Remove [discord]"
                    .to_owned(),
            );
        }
    }
    if what.is_empty() {
        let _ = writeln!(io::stdout(), "The configuration is right.");
        return Ok(());
    }
    let count = what.len();
    let cure = format!("{count} to mend before the bot can start.");
    Err(Failure::Call { what, cure })
}
