//! `report`: what a programme has come to, as files.

use std::{
    fs,
    io::{self, Write as _},
    path::PathBuf,
};

use super::{Failure, faulty, offline};
use crate::{app::AppError, clock::Clock as _, config, domain::locale::Locale, store};

/// What is to be reported, and where to.
pub(super) struct Wishes {
    /// The programme's short name.
    pub programme: String,
    /// The folder that it is written to.
    pub out: PathBuf,
    /// The language, if not the programme's.
    pub locale: Option<Locale>,
    /// The configuration.
    pub config: Option<PathBuf>,
}

/// Writes the report, and says which files it is.
pub(super) async fn report(wishes: &Wishes) -> Result<(), Failure> {
    let config = config::load(wishes.config.as_deref(), std::env::vars())
        .map_err(|faults| faulty(&faults))?;
    // Opened, it would be made.
    if let Some(file) = store::missing_file(config.database.reveal()) {
        let what = format!("there is no database {}", file.display());
        let cure = "Run this in the folder in which the bot is started, or give the whole path in \
                    `database`.";
        return Err(Failure::call(what, cure));
    }
    let app = offline(&config).await?;
    if let Some(unknown) =
        wishes.locale.as_ref().filter(|one| !app.words.locales().any(|known| known == *one))
    {
        let known: Vec<_> = app.words.locales().map(Locale::as_str).collect();
        let cure = format!("There are: {}.", known.join(", "));
        return Err(Failure::call(format!("there is no language {unknown}"), &cure));
    }
    let now = crate::clock::SystemClock.now();
    let files = app.report_on(&wishes.programme, wishes.locale.as_ref(), now).await;
    app.store.close().await;
    let files = files.map_err(|error| match error {
        AppError::Store(error) => Failure::store(&error),
        error @ AppError::Programme(_) => Failure::work(error, "If this stays so, please tell us."),
    })?;
    let Some(files) = files else {
        let what = format!("there is no programme {:?} with people in it", wishes.programme);
        return Err(Failure::call(what, "`programme list` in chat shows their short names."));
    };
    let unwritten = |error: io::Error| {
        Failure::work(
            format!("{}: {error}", wishes.out.display()),
            "Give a folder that may be written to, with --out.",
        )
    };
    fs::create_dir_all(&wishes.out).map_err(unwritten)?;
    let mut out = io::stdout();
    for file in files {
        let path = wishes.out.join(&file.name);
        fs::write(&path, &file.text).map_err(unwritten)?;
        let _ = writeln!(out, "{}", path.display());
    }
    Ok(())
}
