//! `import`: a list of people into a programme.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    sync::Arc,
};

use super::Failure;
use crate::{
    app::{App, Unimportable},
    chance::SystemChance,
    clock::SystemClock,
    config,
    files::Fault,
    l10n::Words,
    platform::Installation,
    store::Store,
};

/// Takes a list of people into a programme. `programme` is its short name, or its file if the
/// database doesn't know it yet.
pub async fn import(
    people: &Path,
    programme: &str,
    skip_bad: bool,
    config: Option<&Path>,
) -> Result<(), Failure> {
    let config = config::load(config, std::env::vars()).map_err(|faults| faulty(&faults))?;
    let bytes = fs::read(people).map_err(|error| {
        Failure::call(format!("{}: {error}", people.display()), "Check the path of the list.")
    })?;
    let store =
        Store::open(config.database.reveal()).await.map_err(|error| Failure::work(error, ""))?;
    let words = Words::load(config.locales_dir.as_deref())
        .map_err(|error| Failure::call(error, "Mend the file or take it out of locales_dir."))?;
    // The name is no part of anything that an import does.
    let installation = Installation::new("cli").map_err(|error| Failure::work(error, ""))?;
    let app = App::new(installation, store, Arc::new(SystemClock), Arc::new(SystemChance), words);
    let slug = if Path::new(programme).is_file() {
        let text = fs::read_to_string(programme)
            .map_err(|error| Failure::call(format!("{programme}: {error}"), ""))?;
        let (_, outline) =
            app.add_programme(programme, &text).await.map_err(|error| refused(error, programme))?;
        outline.slug.as_str().to_owned()
    } else {
        programme.to_owned()
    };
    let file = people.display().to_string();
    let (imported, faults) =
        app.import(&slug, &file, &bytes, skip_bad).await.map_err(|error| refused(error, &slug))?;
    let mut out = io::stdout();
    for fault in &faults {
        let _ = writeln!(out, "left out: {fault}");
    }
    let _ = writeln!(
        out,
        "{} added, {} changed, {} left out; {} in the programme have not joined yet.",
        imported.added, imported.changed, imported.skipped, imported.waiting
    );
    Ok(())
}

fn refused(error: Unimportable, slug: &str) -> Failure {
    match error {
        Unimportable::Faulty(faults) => faulty(&faults),
        Unimportable::NoProgramme(_) => Failure::call(
            format!("there is no programme {slug:?}"),
            "Give the path of its file instead, or make it in chat with `programme create`.",
        ),
        Unimportable::App(error) => Failure::work(error, ""),
    }
}

fn faulty(faults: &[Fault]) -> Failure {
    Failure::Call {
        what: faults.iter().map(ToString::to_string).collect(),
        cure: format!("{} to mend; nothing was changed.", faults.len()),
    }
}
