//! `import`: a list of people into a programme.

use std::{
    fs,
    io::{self, Write as _},
    iter,
    path::Path,
};

use super::{Failure, offline};
use crate::{
    app::{App, AppError, Applied, Imported, Unimportable},
    config,
    files::{self, Fault, applications, people},
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
    let bytes = read(people, "Check the path of the list.")?;
    let file = people.display().to_string();
    // Before the programme is made: a list with faults leaves everything as it was.
    let is_people = applications::is_list_of_people(&bytes);
    let faults = faults_in(programme, is_people, &file, &bytes)?;
    if !faults.is_empty() && !skip_bad {
        return Err(faulty(&faults));
    }
    let app = offline(&config).await?;
    let list = List { file: &file, bytes: &bytes, skip_bad };
    let taken = take_in(&app, &list, programme, is_people).await;
    // What it wrote shouldn't wait in a log beside the database for the next one to open it.
    app.store.close().await;
    let (taken, faults) = taken?;
    let mut out = io::stdout();
    for fault in &faults {
        let _ = writeln!(out, "left out: {fault}");
    }
    let _ = match taken {
        Taken::People(people) => writeln!(
            out,
            "{} added, {} changed, {} left out; {} in the programme have not joined yet.",
            people.added, people.changed, people.skipped, people.waiting
        ),
        Taken::Applications(applied) => {
            for column in &applied.ignored {
                let _ = writeln!(out, "not kept, for it belongs to no question: {column}");
            }
            writeln!(
                out,
                "Applications: {} added, {} known before, {} left out.",
                applied.added, applied.known, applied.skipped
            )
        }
    };
    Ok(())
}

/// What came of it.
enum Taken {
    People(Imported),
    Applications(Applied),
}

/// What is wrong with the list, as far as it can be told before the programme is there.
fn faults_in(
    programme: &str,
    is_people: bool,
    file: &str,
    bytes: &[u8],
) -> Result<Vec<Fault>, Failure> {
    if is_people {
        return Ok(people::read(file, bytes).faults);
    }
    if !Path::new(programme).is_file() {
        return Ok(vec![]);
    }
    let text = read(Path::new(programme), "Check the path of the programme file.")?;
    let text = files::text_of(programme, &text).map_err(|faults| faulty(&faults))?;
    let outline = files::programme::read(programme, text).map_err(|faults| faulty(&faults))?;
    Ok(match &outline.recruitment {
        Some(recruitment) => applications::read(file, bytes, recruitment, &outline.locale).faults,
        None => people::read(file, bytes).faults,
    })
}

/// A list of people as it came.
struct List<'l> {
    file: &'l str,
    bytes: &'l [u8],
    skip_bad: bool,
}

/// Takes the list in, after the programme if that is a file.
async fn take_in(
    app: &App,
    list: &List<'_>,
    programme: &str,
    is_people: bool,
) -> Result<(Taken, Vec<Fault>), Failure> {
    let slug = if Path::new(programme).is_file() {
        let bytes = read(Path::new(programme), "Check the path of the programme file.")?;
        let text = files::text_of(programme, &bytes).map_err(|faults| faulty(&faults))?;
        let made = app.add_programme(programme, text).await;
        let (_, outline) = made.map_err(|error| refused(error, programme))?;
        outline.slug.as_str().to_owned()
    } else {
        programme.to_owned()
    };
    let List { file, bytes, skip_bad } = *list;
    let taken = if is_people {
        let taken = app.import(&slug, file, bytes, skip_bad).await;
        taken.map(|(people, faults)| (Taken::People(people), faults))
    } else {
        let taken = app.import_applications(&slug, file, bytes, skip_bad).await;
        taken.map(|(applied, faults)| (Taken::Applications(applied), faults))
    };
    taken.map_err(|error| refused(error, &slug))
}

fn read(path: &Path, cure: &str) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::call(format!("{}: {error}", path.display()), cure))
}

/// What is wrong with `programme`, which is a short name or a file.
fn refused(error: Unimportable, programme: &str) -> Failure {
    match error {
        Unimportable::Differs { slug, known, new } => {
            let first = format!(
                "{programme}: the programme {slug:?} is there already, and its file says something else:"
            );
            let known = known.iter().map(|line| format!("  in the database: {line}"));
            let new = new.iter().map(|line| format!("  in this file:    {line}"));
            let what = iter::once(first).chain(known).chain(new).collect();
            let cure = format!(
                "Nothing was changed. To import into the programme as it is, write --programme \
                 {slug}; to change it, its leader sends the file to the bot and sees first what \
                 would change. If it is another programme, give it another short_name."
            );
            Failure::Call { what, cure }
        }
        Unimportable::Faulty(faults) => faulty(&faults),
        Unimportable::NoProgramme(_) => Failure::call(
            format!("there is no programme {programme:?}"),
            "Give the path of its file instead, or make it in chat with `programme create`.",
        ),
        Unimportable::App(AppError::Store(error)) => Failure::store(&error),
        Unimportable::App(error) => Failure::work(error, "If this stays so, please tell us."),
    }
}

fn faulty(faults: &[Fault]) -> Failure {
    Failure::Call {
        what: faults.iter().map(ToString::to_string).collect(),
        cure: format!("{} to mend; nothing was changed.", faults.len()),
    }
}
