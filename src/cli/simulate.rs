//! `simulate`: every message that anyone would get if nobody ever answered, before anything
//! starts. It is the bot itself that is played, on a clock that runs ahead.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::Serialize;

use super::{
    Failure, Format, faulty, matching,
    stage::{Stage, StageError},
};
use crate::{
    config,
    document::Document,
    domain::{
        account::{Account, PlatformName},
        letter::Receiver,
        notice::Urgency,
        person::Member,
        programme::Outline,
    },
    files::{self, people::PersonRow},
    l10n::{Words, kebab},
    store::SentLetter,
};

/// One message, as `--format json` shows it.
#[derive(Debug, Serialize)]
struct Shown {
    at: String,
    to: String,
    kind: String,
    locale: String,
    text: String,
}

/// Who is paired with whom makes no difference to what is said, so any seed will do.
const SEED: u64 = 1;

/// What a simulation brings to light.
pub struct Simulation {
    /// The messages, in order.
    pub letters: Vec<SentLetter>,
    /// Everybody in the programme.
    pub members: Vec<Member>,
    /// What the programme plans.
    pub outline: Outline,
}

/// What is to be simulated, and how it is shown.
pub struct Wishes {
    /// The programme file.
    pub programme: PathBuf,
    /// The list of people.
    pub people: PathBuf,
    /// Another first day than the programme's own.
    pub start: Option<Date>,
    /// How it is written down.
    pub format: Format,
    /// The configuration whose words are used.
    pub config: Option<PathBuf>,
}

/// Shows what a programme would say.
pub async fn simulate(wishes: &Wishes, out: &mut dyn Write) -> Result<(), Failure> {
    let Wishes { programme, people, start, .. } = wishes;
    let read = |path: &Path| {
        fs::read(path).map_err(|error| {
            Failure::call(format!("{}: {error}", path.display()), "Check the path.")
        })
    };
    let bytes = read(programme)?;
    let file = programme.display().to_string();
    let text = files::text_of(&file, &bytes).map_err(|faults| faulty(&faults))?;
    let outline = files::programme::read(&file, text).map_err(|faults| faulty(&faults))?;
    let words = words(wishes.config.as_deref())?;
    let outline = Outline { starts_on: start.unwrap_or(outline.starts_on), ..outline };
    let list = files::people::read(&people.display().to_string(), &read(people)?);
    if !list.faults.is_empty() {
        return Err(faulty(&list.faults));
    }
    let simulation = run(outline, &list.rows, words)
        .await
        .map_err(|error| Failure::work(error, "If this stays so, please tell us."))?;
    let written = match wishes.format {
        Format::Json => simulation.write_json(out),
        Format::Text => simulation.write_text(out),
    };
    super::written(written)
}

/// The words that the bot would use with that configuration, or those that it comes with.
fn words(config: Option<&Path>) -> Result<Words, Failure> {
    let folder = match config {
        None => None,
        Some(path) => {
            let config = config::load(Some(path), std::env::vars());
            config.map_err(|faults| faulty(&faults))?.locales_dir
        }
    };
    let cure = "Mend the file, or take it out of locales_dir.";
    Words::load(folder.as_deref()).map_err(|error| Failure::words(&error, cure))
}

/// Plays a programme to its end, with everybody silent.
pub async fn run(
    outline: Outline,
    rows: &[PersonRow],
    words: Words,
) -> Result<Simulation, StageError> {
    let zone = outline.time_zone.clone();
    let begin = |day: Date| zone.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::MIN);
    let start = begin(outline.starts_on);
    let mut stage = Stage::open("sqlite::memory:", start, zone.clone(), words).await?;
    // Nobody is written to for real: whatever their account, they sit at the terminal.
    let rows: Vec<_> = rows
        .iter()
        .map(|row| PersonRow {
            account: Some(Account { platform: PlatformName::Console, address: row.id.clone() }),
            ..row.clone()
        })
        .collect();
    let text = files::programme::write(&outline);
    let outcome = matching::cohort(&rows).matched(&outline.matching, SEED)?;
    let pairs: Vec<_> = outcome.pairs.into_iter().map(|pair| (pair.mentor, pair.adept)).collect();
    stage.rehearse(&outline, &text, &rows, &pairs).await?;
    let ends = begin(outline.ends_on().tomorrow().unwrap_or(outline.ends_on()));
    stage.pass_until(ends).await?;
    let mut work = stage.app.store.begin().await?;
    let row = work.programme_named(outline.slug.as_str()).await?;
    let members = match row {
        Some(row) => work.members(row.id).await?,
        None => vec![],
    };
    let letters = work.sent_letters().await?;
    Ok(Simulation { letters, members, outline })
}

impl Simulation {
    fn shown(&self, letter: &SentLetter) -> Shown {
        let zone = &self.outline.time_zone;
        let member =
            |person| self.members.iter().find(|member| Some(member.person) == Some(person));
        let to = match letter.receiver {
            Receiver::Person(person) | Receiver::Among(_, person) => {
                member(person).map_or_else(|| "?".to_owned(), |member| member.handle.clone())
            }
            Receiver::Pair(pair) => format!("pair:{}", pair.get()),
            Receiver::Place(_) => "leader".to_owned(),
        };
        let (feature, kind) = letter.message.kind();
        let document: Document = serde_json::from_str(&letter.document).unwrap_or_default();
        let locale = letter.locale.clone().unwrap_or_else(|| self.outline.locale.clone());
        Shown {
            at: zoned(letter.sent_at, zone),
            to,
            kind: format!("{feature}.{}", kebab(kind).replace('-', "_")),
            locale: locale.as_str().to_owned(),
            text: document.plain(),
        }
    }

    fn write_json(&self, out: &mut dyn Write) -> std::io::Result<()> {
        for letter in &self.letters {
            serde_json::to_writer(&mut *out, &self.shown(letter))?;
            writeln!(out)?;
        }
        out.flush()
    }

    fn write_text(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let zone = &self.outline.time_zone;
        for letter in &self.letters {
            let shown = self.shown(letter);
            let at = zone.to_datetime(letter.sent_at).strftime("%Y-%m-%d %H.%M");
            let document: Document = serde_json::from_str(&letter.document).unwrap_or_default();
            writeln!(out, "{at} → {}  {}", shown.to, super::stage::text(&document))?;
        }
        writeln!(out)?;
        writeln!(out, "Messages per person and month of the programme (unprompted in brackets):")?;
        for (name, months) in self.per_month() {
            let months: Vec<_> = months
                .iter()
                .map(|(month, (all, unprompted))| format!("{month}: {all} ({unprompted})"))
                .collect();
            writeln!(out, "  {name}  {}", months.join("  "))?;
        }
        out.flush()
    }

    /// How many messages everybody gets in each month of the programme, and how many of them
    /// nobody's act has caused. What goes to a pair counts for each of the two.
    fn per_month(&self) -> BTreeMap<String, BTreeMap<i32, (u32, u32)>> {
        let zone = &self.outline.time_zone;
        let mut counts = BTreeMap::<String, BTreeMap<i32, (u32, u32)>>::new();
        for letter in &self.letters {
            let day = zone.to_datetime(letter.sent_at).date();
            let months = self
                .outline
                .starts_on
                .until((jiff::Unit::Month, day))
                .map_or(0, |span| span.get_months() + i32::from(span.get_years()) * 12);
            for person in &letter.people {
                let Some(member) = self.members.iter().find(|member| member.person == *person)
                else {
                    continue;
                };
                let count =
                    counts.entry(member.handle.clone()).or_default().entry(months + 1).or_default();
                count.0 += 1;
                count.1 += u32::from(matches!(letter.urgency, Urgency::Sparing(_)));
            }
        }
        counts
    }
}

fn zoned(at: Timestamp, zone: &TimeZone) -> String {
    let offset = zone.to_offset(at);
    at.display_with_offset(offset).to_string()
}
