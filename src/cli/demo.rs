//! The demo: a small programme, played in the terminal with a clock that the player turns.

mod line;

use std::{
    io::{self, IsTerminal as _, Read as _, Write},
    path::Path,
};

use jiff::{
    Timestamp,
    civil::{Date, Weekday},
    tz::TimeZone,
};

use self::line::{Line, parse};
use super::stage::{Stage, StageError};
use crate::{
    app::Unimportable,
    domain::{
        account::{Account, PlatformName},
        locale::Locale,
    },
    files::text_of,
    l10n::{Phrase, Words, WordsError},
};

const PROGRAMME: &str = include_str!("../../config/demo/programme.toml");
const PEOPLE: &str = include_str!("../../config/demo/people.csv");
const TOUR: &str = include_str!("../../config/demo/tour.txt");

/// Where the demo's clock hangs.
const ZONE: &str = "Europe/Stockholm";

/// What the player wishes.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// The day on which it begins.
    pub start: Date,
    /// The language that the player is spoken to in.
    pub locale: Locale,
}

/// The demo came to an end too soon.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A line of the script means nothing.
    #[error("line {number}: {what}")]
    Line {
        /// Which line, counted from one.
        number: usize,
        /// What is wrong with it.
        what: String,
    },
    /// The script can't be read.
    #[error("{what}")]
    Script {
        /// Which it is, and why not.
        what: String,
        /// What to do.
        cure: &'static str,
    },
    /// The play can't go on.
    #[error(transparent)]
    Stage(#[from] StageError),
    /// The programme or its people can't be read.
    #[error("the demo's programme can't be read: {0}")]
    Programme(#[from] Unimportable),
    /// The words can't be read.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// Nothing can be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The clock can't hang there.
    #[error(transparent)]
    Time(#[from] jiff::Error),
    /// The prompt failed.
    #[cfg(feature = "console")]
    #[error(transparent)]
    Prompt(#[from] rustyline::error::ReadlineError),
}

/// The demo as it is played.
pub struct Demo {
    stage: Stage,
    words: Words,
    locale: Locale,
    /// Where its database lies; it goes with the demo.
    folder: std::path::PathBuf,
}

impl Drop for Demo {
    fn drop(&mut self) {
        // What can't be removed now is the system's to remove: it lies among temporary files.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Demo {
    /// A fresh programme whose people know the bot already.
    pub async fn begin(wishes: &Wishes) -> Result<Self, DemoError> {
        let zone = TimeZone::get(ZONE)?;
        let start = zone.to_timestamp(wishes.start.at(8, 0, 0, 0))?;
        let folder = super::temporary_folder()?;
        let database = format!("sqlite:{}", folder.join("demo.db").display());
        let stage = Stage::open(&database, start, zone, Words::load(None)?).await?;
        let programme = PROGRAMME.replace("2026-03-02", &wishes.start.to_string());
        let (_, outline) = stage.app.add_programme("programme.toml", &programme).await?;
        let slug = outline.slug.as_str();
        stage.app.import(slug, "people.csv", PEOPLE.as_bytes(), false).await?;
        let words = Words::load(None)?;
        let locale = words.choose(&wishes.locale).clone();
        Ok(Self { stage, words, locale, folder })
    }

    /// Plays a script to its end, and writes the transcript.
    pub async fn play(&mut self, script: &str, out: &mut dyn Write) -> Result<(), DemoError> {
        for (number, text) in (1..).zip(script.lines()) {
            let text = self.with_week(text.trim_end());
            let text = text.as_str();
            if !text.trim().is_empty() {
                writeln!(out, "{text}")?;
            }
            let seen = self.act(text, out).await.map_err(|error| match error {
                Refused::Line(what) => DemoError::Line { number, what },
                Refused::Fatal(error) => error,
            })?;
            for line in seen {
                writeln!(out, "{line}")?;
            }
        }
        Ok(out.flush()?)
    }

    /// Does what one line says.
    async fn act(&mut self, text: &str, out: &mut dyn Write) -> Result<Vec<String>, Refused> {
        let now = crate::clock::Clock::now(self.stage.clock.as_ref());
        let local = self.stage.zone.to_datetime(now);
        let line = parse(text, local).map_err(|bad| Refused::Line(self.say(&bad.phrase())))?;
        match line {
            Line::Nothing => Ok(vec![]),
            Line::Pass { until } => {
                let until = self.stage.zone.to_timestamp(until).map_err(DemoError::from)?;
                Ok(self.stage.pass_until(until.max(now)).await?)
            }
            Line::Await { who, label } => {
                self.check_cast(&who).await?;
                Ok(self.stage.pass_until_asked(&who, &label).await?)
            }
            Line::Says { who, text } => {
                self.check_cast(&who).await?;
                Ok(self.stage.says(&who, &text).await?)
            }
            Line::SaysIn { room, who, text } => {
                self.check_cast(&who).await?;
                Ok(self.stage.says_in(&room, &who, &text).await?)
            }
            Line::Presses { who, label } => {
                self.check_cast(&who).await?;
                Ok(self.stage.presses(&who, &label).await?)
            }
            Line::Who => Ok(PEOPLE
                .lines()
                .skip(1)
                .map(|row| row.split(',').take(3).collect::<Vec<_>>().join(" – "))
                .collect()),
            Line::Help => Ok(vec![self.say(&Phrase::new("demo-help"))]),
            Line::Tour => {
                // The tour begins where the player stands, and they may have gone another way.
                match Box::pin(self.play(TOUR, out)).await {
                    Err(DemoError::Line { what, .. }) => Err(Refused::Line(what)),
                    played => Ok(played.map(|()| vec![])?),
                }
            }
        }
    }

    /// The line with the number of the week that the next Thursday is in, where it asks for that:
    /// whenever the tour is played, people name days that are still to come.
    fn with_week(&self, text: &str) -> String {
        let now = crate::clock::Clock::now(self.stage.clock.as_ref());
        let today = self.stage.zone.to_datetime(now).date();
        let thursday = today.nth_weekday(1, Weekday::Thursday).unwrap_or(today);
        text.replace("{week}", &thursday.iso_week_date().week().to_string())
    }

    async fn check_cast(&self, who: &str) -> Result<(), Refused> {
        let is_known = PEOPLE.lines().skip(1).any(|row| row.split(',').next() == Some(who));
        // Strangers may speak as well, if the player says so, and those who came in the play.
        let account = Account { platform: PlatformName::Console, address: who.to_owned() };
        let knows = self.stage.app.store.knows(&account).await;
        if is_known
            || who.starts_with("stranger")
            || knows.map_err(StageError::from).map_err(DemoError::from)?
        {
            return Ok(());
        }
        let phrase = Phrase::new("demo-nobody")
            .with("who", crate::l10n::Arg::Text(who.chars().take(40).collect()));
        Err(Refused::Line(self.say(&phrase)))
    }

    fn say(&self, phrase: &Phrase) -> String {
        let document = crate::document::Document {
            blocks: self.words.blocks(&self.locale, phrase),
            ..crate::document::Document::default()
        };
        super::stage::text(&document)
    }

    /// What the prompt shows: the simulated time.
    fn prompt(&self) -> String {
        let now: Timestamp = crate::clock::Clock::now(self.stage.clock.as_ref());
        self.stage.zone.to_datetime(now).strftime("%a %Y-%m-%d %H.%M> ").to_string()
    }
}

/// A line that wasn't done.
enum Refused {
    /// It means nothing; another may.
    Line(String),
    /// The play is over.
    Fatal(DemoError),
}

impl From<DemoError> for Refused {
    fn from(error: DemoError) -> Self {
        Self::Fatal(error)
    }
}

impl From<StageError> for Refused {
    #[expect(clippy::wildcard_enum_match_arm, reason = "everything else is a fault of ours")]
    fn from(error: StageError) -> Self {
        match error {
            StageError::NoButton { .. } | StageError::NotAsked { .. } => {
                Self::Line(error.to_string())
            }
            error => Self::Fatal(error.into()),
        }
    }
}

/// Plays the demo: a script, what stands on standard input, or with the player at the prompt.
pub async fn demo(script: Option<&Path>, wishes: &Wishes) -> Result<(), DemoError> {
    let script = match script {
        Some(path) => Some(read(&path.display().to_string(), std::fs::read(path))?),
        None if io::stdin().is_terminal() => None,
        None => {
            let mut bytes = vec![];
            let read_all = io::stdin().lock().read_to_end(&mut bytes);
            Some(read("standard input", read_all.map(|_| bytes))?)
        }
    };
    let mut demo = Demo::begin(wishes).await?;
    let mut out = io::stdout();
    if let Some(script) = script {
        return demo.play(&script, &mut out).await;
    }
    converse(&mut demo, &mut out).await
}

/// The lines of a script.
fn read(file: &str, bytes: io::Result<Vec<u8>>) -> Result<String, DemoError> {
    let bytes = bytes.map_err(|error| {
        let (what, cure) = (format!("{file}: {error}"), "Check the path of the script.");
        DemoError::Script { what, cure }
    })?;
    text_of(file, &bytes).map(str::to_owned).map_err(|faults| {
        let what: Vec<_> = faults.iter().map(ToString::to_string).collect();
        DemoError::Script { what: what.join("\n"), cure: "1 to mend." }
    })
}

/// The prompt, until the player has had enough.
async fn converse(demo: &mut Demo, out: &mut dyn Write) -> Result<(), DemoError> {
    writeln!(out, "{}", demo.say(&Phrase::new("demo-welcome")))?;
    let mut prompt = Prompt::new()?;
    while let Some(text) = prompt.ask(&demo.prompt())? {
        match demo.act(text.trim(), out).await {
            Ok(seen) => {
                for line in seen {
                    writeln!(out, "{line}")?;
                }
            }
            Err(Refused::Line(what)) => writeln!(out, "{what}")?,
            Err(Refused::Fatal(error)) => return Err(error),
        }
    }
    Ok(())
}

/// Asks for a line, with editing and history.
#[cfg(feature = "console")]
struct Prompt(rustyline::DefaultEditor);

#[cfg(feature = "console")]
impl Prompt {
    fn new() -> Result<Self, DemoError> {
        Ok(Self(rustyline::DefaultEditor::new()?))
    }

    /// None when the player ends the demo.
    fn ask(&mut self, prompt: &str) -> Result<Option<String>, DemoError> {
        use rustyline::error::ReadlineError;
        match self.0.readline(prompt) {
            Ok(text) => {
                self.0.add_history_entry(&text)?;
                Ok(Some(text))
            }
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Asks for a line, as plainly as a terminal does by itself.
#[cfg(not(feature = "console"))]
struct Prompt;

#[cfg(not(feature = "console"))]
impl Prompt {
    #[expect(clippy::unnecessary_wraps, reason = "the one with editing may fail")]
    const fn new() -> Result<Self, DemoError> {
        Ok(Self)
    }

    /// None when the player ends the demo.
    #[expect(clippy::unused_self, reason = "the one with editing keeps its history")]
    fn ask(&mut self, prompt: &str) -> Result<Option<String>, DemoError> {
        let mut out = io::stdout();
        write!(out, "{prompt}")?;
        out.flush()?;
        let mut text = String::new();
        Ok((io::stdin().read_line(&mut text)? > 0).then_some(text))
    }
}
