//! `locales check`: whether the words that people see are whole.

use std::{
    io::{self, Write as _},
    path::Path,
};

use super::Failure;
use crate::l10n;

/// Checks the files that come with the bot, or those in `dir` that replace single messages.
pub fn check(dir: Option<&Path>) -> Result<(), Failure> {
    let flaws = match dir {
        None => l10n::check(&l10n::embedded()),
        Some(dir) => {
            let files = l10n::inside(dir)
                .map_err(|error| Failure::words(&error, "Check the path of the directory."))?;
            if files.is_empty() {
                return Err(Failure::call(
                    format!("{} has no locale files", dir.display()),
                    "They lie in folders named after their language, such as sv/ours.ftl.",
                ));
            }
            l10n::check_overrides(&files, &l10n::embedded())
        }
    };
    if flaws.is_empty() {
        let _ = writeln!(io::stdout(), "The locale files are right.");
        return Ok(());
    }
    let cure = format!("{} to mend.", flaws.len());
    Err(Failure::Call { what: flaws.iter().map(ToString::to_string).collect(), cure })
}
