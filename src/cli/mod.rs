//! The command line: what it takes, and which exit status comes of it.

mod check;
pub mod demo;
mod import;
mod locales;
mod matching;
mod report;
mod simulate;
pub mod stage;

use std::{fmt::Display, io, path::PathBuf, process::ExitCode, sync::Arc};

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::{
    app::App,
    chance::SystemChance,
    clock::SystemClock,
    config::Config,
    l10n::{Words, WordsError},
    platform::Installation,
    store::{Store, StoreError},
};

/// Runs mentorship programmes where people already talk.
#[derive(Debug, Parser)]
#[command(name = "mentorskap", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Task,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
enum Task {
    /// The bot, on the platforms that the configuration names
    Run {
        /// The configuration
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// The bot's main job in the terminal, with a clock that you turn
    Demo {
        /// Lines to play instead of those that you type
        #[arg(long, value_name = "FILE")]
        script: Option<PathBuf>,
        /// The day on which it begins
        #[arg(long, value_name = "DATE", default_value = "2026-03-02")]
        start: Date,
        /// The language that you are spoken to in
        #[arg(long, value_name = "LANGUAGE", default_value = "en")]
        locale: String,
    },
    /// Says what is wrong before anything starts, each fault with its file, line and cure
    Check {
        /// The configuration
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// Shows every message that anyone would get if nobody ever answered
    Simulate {
        /// The programme file
        programme: PathBuf,
        /// The list of people
        #[arg(long, value_name = "PEOPLE.csv")]
        people: PathBuf,
        /// Another first day than the programme file says
        #[arg(long, value_name = "DATE")]
        start: Option<Date>,
        /// Words for people, or a JSON object a line for programs
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// The configuration, for the words in its `locales_dir`
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// Who suits whom, from a list of people; nothing is stored
    Match {
        /// The list of people
        #[arg(long, value_name = "PEOPLE.csv")]
        people: PathBuf,
        /// The programme file, for what counts in it
        #[arg(long, value_name = "FILE")]
        programme: Option<PathBuf>,
        /// What decides between solutions that are equally good
        #[arg(long, value_name = "N", default_value_t = 1)]
        seed: u64,
        /// Writes the score of every pair that is allowed as well
        #[arg(long)]
        scores: bool,
        /// Words for people, or a JSON object for programs
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// The language of the reasons, if not the programme's
        #[arg(long, value_name = "LANGUAGE")]
        locale: Option<String>,
    },
    /// Takes a list of people into a programme
    Import {
        /// The list
        people: PathBuf,
        /// The programme's short name, or its file if it is new
        #[arg(long, value_name = "NAME")]
        programme: String,
        /// Leave out the rows that have faults
        #[arg(long)]
        skip_bad: bool,
        /// The configuration
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// Writes the evaluation report of a programme: a page, a table, Markdown and JSON
    Report {
        /// The programme's short name
        #[arg(long, value_name = "NAME")]
        programme: String,
        /// The folder to write it to
        #[arg(long, value_name = "DIR", default_value = ".")]
        out: PathBuf,
        /// The language of the report, if not the programme's
        #[arg(long, value_name = "LANGUAGE")]
        locale: Option<String>,
        /// The configuration
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// The words that people see
    #[command(subcommand)]
    Locales(Locales),
    /// Completions for a shell, on standard output
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// What can be done with the words that people see.
#[derive(Debug, Subcommand)]
enum Locales {
    /// Checks the locale files that come with the bot, or those in a directory
    Check {
        /// Files that replace single messages
        dir: Option<PathBuf>,
    },
}

/// How something is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Why the work failed, as the exit status tells it.
#[derive(Debug)]
pub enum Failure {
    /// The work failed: status 1.
    Work {
        /// What happened.
        what: String,
        /// What to do.
        cure: String,
    },
    /// The call or the configuration is wrong: status 2.
    Call {
        /// What is wrong, one line each.
        what: Vec<String>,
        /// What to do.
        cure: String,
    },
}

impl Failure {
    pub(crate) fn work(what: impl Display, cure: &str) -> Self {
        Self::Work { what: what.to_string(), cure: cure.to_owned() }
    }

    pub(crate) fn store(error: &StoreError) -> Self {
        Self::work(error, error.cure())
    }

    pub(crate) fn words(error: &WordsError, cure: &str) -> Self {
        match error {
            WordsError::Flawed(flaw) => Self::call(flaw, cure),
            WordsError::Unreadable { path, source } => {
                Self::call(format!("{path} can't be read: {source}"), cure)
            }
        }
    }

    pub(crate) fn call(what: impl Display, cure: &str) -> Self {
        Self::Call { what: vec![what.to_string()], cure: cure.to_owned() }
    }
}

/// Does what the command line says.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Work { what, cure }) => {
            say(&[what], &cure);
            ExitCode::from(1)
        }
        Err(Failure::Call { what, cure }) => {
            say(&what, &cure);
            ExitCode::from(2)
        }
    }
}

#[expect(clippy::print_stderr, reason = "this is where the command line says what went wrong")]
fn say(what: &[String], cure: &str) {
    for line in what {
        eprintln!("{line}");
    }
    if !cure.is_empty() {
        eprintln!("{cure}");
    }
}

impl Task {
    fn run(self) -> Result<(), Failure> {
        match self {
            Self::Run { config } => crate::run::run(config.as_deref()),
            Self::Demo { script, start, locale } => {
                let locale = crate::domain::locale::Locale::new(&locale);
                let wishes = demo::Wishes { start, locale };
                wait_for(demo::demo(script.as_deref(), &wishes)).map_err(ended_too_soon)
            }
            Self::Check { config } => wait_for(check::check(config.as_deref())),
            Self::Simulate { programme, people, start, format, config } => {
                let wishes = simulate::Wishes { programme, people, start, format, config };
                wait_for(simulate::simulate(&wishes, &mut io::stdout()))
            }
            Self::Match { people, programme, seed, scores, format, locale } => {
                let locale = locale.map(|locale| crate::domain::locale::Locale::new(&locale));
                let wishes = matching::Wishes { people, programme, seed, scores, format, locale };
                matching::matched(&wishes, &mut io::BufWriter::new(io::stdout()))
            }
            Self::Import { people, programme, skip_bad, config } => {
                wait_for(import::import(&people, &programme, skip_bad, config.as_deref()))
            }
            Self::Report { programme, out, locale, config } => {
                let locale = locale.map(|locale| crate::domain::locale::Locale::new(&locale));
                let wishes = report::Wishes { programme, out, locale, config };
                wait_for(report::report(&wishes))
            }
            Self::Locales(Locales::Check { dir }) => locales::check(dir.as_deref()),
            Self::Completions { shell } => {
                clap_complete::generate(
                    shell,
                    &mut Cli::command(),
                    "mentorskap",
                    &mut io::stdout(),
                );
                Ok(())
            }
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the rest are faults of ours")]
fn ended_too_soon(error: demo::DemoError) -> Failure {
    match error {
        demo::DemoError::Line { .. } => {
            Failure::work(error, "Type /help in the demo to see which lines there are.")
        }
        demo::DemoError::Script { what, cure } => Failure::call(what, cure),
        error => Failure::work(error, "If this stays so, please tell us."),
    }
}

fn faulty(faults: &[crate::files::Fault]) -> Failure {
    Failure::Call {
        cure: format!("{} to mend.", faults.len()),
        what: faults.iter().map(ToString::to_string).collect(),
    }
}

/// What came of writing something down. Whoever reads may have seen enough.
fn written(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| {
            Failure::work(
                format!("the result can't be written: {error}"),
                "Make room where it goes, or send it somewhere else.",
            )
        }),
    }
}

/// The bot on the database that the configuration names, without any platform.
async fn offline(config: &Config) -> Result<App, Failure> {
    let store =
        Store::open(config.database.reveal()).await.map_err(|error| Failure::store(&error))?;
    let words = Words::load(config.locales_dir.as_deref())
        .map_err(|error| Failure::words(&error, "Mend the file, or take it out of locales_dir."))?;
    // The name is no part of anything that is done here.
    let installation =
        Installation::new("cli").map_err(|error| Failure::work(error, "Please tell us."))?;
    Ok(App::new(installation, store, Arc::new(SystemClock), Arc::new(SystemChance), words))
}

/// Runs work to its end on a runtime of its own.
pub(crate) fn wait_for<T>(work: impl Future<Output = T>) -> T {
    // Only a system without threads or files refuses a runtime, and then there is nothing to do.
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(work),
        Err(error) => {
            say(&[format!("the system gives no threads: {error}")], "");
            std::process::exit(1)
        }
    }
}

/// A new folder among the system's temporary files.
fn temporary_folder() -> io::Result<PathBuf> {
    use crate::chance::{Chance as _, SystemChance};
    let folder = std::env::temp_dir().join(format!("mentorskap-{}", SystemChance.code(12)));
    std::fs::create_dir(&folder)?;
    Ok(folder)
}
