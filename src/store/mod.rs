//! The only module with SQL. One set of queries serves SQLite and PostgreSQL.

mod acts;
mod agreements;
mod applications;
mod cases;
mod checkins;
mod claim;
mod delivery;
mod drafts;
mod due;
mod erase;
mod examine;
mod farewell;
mod gatherings;
mod goals;
mod impressions;
mod inbox;
mod invitations;
mod leader_roles;
mod lessons;
mod letters;
mod meetings;
mod members;
mod mentions;
mod notes;
mod outbox;
mod own_calendars;
mod pairs;
mod people;
mod personal;
mod places;
mod pleas;
mod presence;
mod programmes;
mod proposals;
mod questions;
mod reflections;
mod reminders;
mod report;
mod risks;
mod round_answers;
mod row;
mod wipe;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use jiff::Timestamp;
use sqlx::{
    Any, AnyConnection, AnyPool, AssertSqlSafe, Connection as _, Executor, Transaction,
    any::AnyPoolOptions,
    migrate::{MigrateError, Migrator},
};

pub use applications::Assessment;
pub use cases::News;
pub use claim::Claim;
pub use drafts::StoredDraft;
pub use examine::{examine, missing_file};
pub use invitations::CODE_TRIES;
pub use letters::{Counts, SentLetter, Unsent};
pub use members::{MemberRow, NewMember};
pub use mentions::Mentioned;
pub use outbox::{Envelope, NewLetter};
pub use personal::columns;
pub use places::{Place, PlaceState};
pub use pleas::Plea;
pub use programmes::ProgrammeRow;
pub use questions::OpenQuestion;
pub use reminders::Reminder;
pub use report::Tally;
pub use risks::Unanswered;
pub use round_answers::{Held, HeldAnswer};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// The database did not answer, or holds something that this version cannot have written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address names no database that the bot can use.
    #[error("{0:?} is no database address")]
    Address(String),
    /// The database can't be reached or opened.
    #[error("the database {place} can't be opened: {why}")]
    Unopened {
        /// Its address, without a password.
        place: String,
        /// Why not.
        why: String,
        /// What to do about it.
        cure: &'static str,
    },
    /// Another process works with it.
    #[error("another process of the bot is using the database {0}")]
    Taken(String),
    /// A newer version of the bot has changed its schema.
    #[error("the database {0} was made by a newer version of Mentorskap")]
    Newer(String),
    /// Its schema is not as this version left it.
    #[error("the schema of the database {place} can't be brought up to date: {why}")]
    Schema {
        /// Its address, without a password.
        place: String,
        /// Why not.
        why: String,
    },
    /// A statement failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// A row breaks a rule that the domain relies on.
    #[error("{table} {id} is inconsistent: {why}")]
    Inconsistent {
        /// The table that holds the row.
        table: &'static str,
        /// The row.
        id: i64,
        /// Which rule it breaks.
        why: String,
    },
}

impl StoreError {
    /// Whether it will be so again next time: a row can't be read, or what was to be stored breaks
    /// a rule of the schema.
    pub fn is_lasting(&self) -> bool {
        match self {
            Self::Inconsistent { .. }
            | Self::Database(sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)) => true,
            Self::Database(sqlx::Error::Database(error)) => {
                error.kind() != sqlx::error::ErrorKind::Other
            }
            Self::Address(_)
            | Self::Unopened { .. }
            | Self::Taken(_)
            | Self::Newer(_)
            | Self::Schema { .. }
            | Self::Database(_) => false,
        }
    }

    /// What to do about it, in a sentence of its own.
    pub const fn cure(&self) -> &'static str {
        match self {
            Self::Address(_) => {
                "Write it as sqlite:FILE or postgres://user:password@host/database."
            }
            Self::Unopened { cure, .. } => cure,
            Self::Taken(_) => "Stop that one first.",
            Self::Newer(_) => {
                "Use that version, or a backup from before the upgrade. Nothing was changed."
            }
            Self::Schema { .. } | Self::Database(_) | Self::Inconsistent { .. } => {
                "Nothing was changed. Restore a backup if this stays so."
            }
        }
    }
}

/// A handle to the database.
#[derive(Debug, Clone)]
pub struct Store {
    pool: AnyPool,
    kind: Kind,
    /// Whether something was erased that a log beside the database may still hold.
    has_erased: Arc<AtomicBool>,
}

/// Work that is stored completely or not at all.
#[derive(Debug)]
pub struct Work {
    tx: Transaction<'static, Any>,
    has_erased: Arc<AtomicBool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sqlite,
    Postgres,
}

/// Where a database is, as its address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A file of SQLite.
    File(PathBuf),
    /// SQLite in memory, for a moment.
    Memory,
    /// A server of PostgreSQL.
    Server,
}

/// Where the database with this address is. None if that is no address.
pub fn location(address: &str) -> Option<Location> {
    if let Some(rest) = address.strip_prefix("sqlite:") {
        let path = rest.trim_start_matches("//").split('?').next().unwrap_or_default();
        return match path {
            "" => None,
            ":memory:" => Some(Location::Memory),
            path => Some(Location::File(PathBuf::from(path))),
        };
    }
    let is_server = address.starts_with("postgres://") || address.starts_with("postgresql://");
    is_server.then_some(Location::Server)
}

impl Store {
    /// Connects and brings the schema up to date. A database that can't be used is left as it is.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let Some(location) = location(address) else {
            return Err(StoreError::Address(without_password(address)));
        };
        let place = without_password(address);
        let unopened = |error: sqlx::Error| unopened(&place, &error);
        let (kind, options, address) = match &location {
            Location::Server => {
                (Kind::Postgres, AnyPoolOptions::new().max_connections(8), address.to_owned())
            }
            // A memory belongs to its connection.
            Location::Memory => {
                let one = AnyPoolOptions::new().max_connections(1).min_connections(1);
                (
                    Kind::Sqlite,
                    one.idle_timeout(None).max_lifetime(None),
                    "sqlite::memory:".to_owned(),
                )
            }
            Location::File(path) => {
                let address = format!("sqlite:{}?mode=rwc", path.display());
                (Kind::Sqlite, AnyPoolOptions::new().max_connections(4), address)
            }
        };
        if let Location::File(path) = &location {
            keep_private(path);
            let fault = fault_in(&address, Duration::from_secs(10)).await.map_err(unopened)?;
            if let Some(why) = fault {
                return Err(damaged(&place, why));
            }
        }
        let options =
            options.acquire_timeout(Duration::from_secs(15)).after_connect(move |connection, _| {
                Box::pin(async move {
                    if kind == Kind::Sqlite {
                        // FULL: what was promised to a person outlives a power failure as well.
                        connection
                            .execute(
                                "pragma busy_timeout = 10000; pragma journal_mode = wal;
                                 pragma synchronous = full; pragma foreign_keys = on;
                                 pragma secure_delete = on",
                            )
                            .await?;
                    }
                    Ok(())
                })
            });
        let pool = options.connect(&address).await.map_err(unopened)?;
        let store = Self { pool, kind, has_erased: Arc::new(AtomicBool::new(true)) };
        let migrator = if kind == Kind::Sqlite { &SQLITE } else { &POSTGRES };
        migrator.run(&store.pool).await.map_err(|error| unmigrated(&place, error))?;
        Ok(store)
    }

    fn working(&self, tx: Transaction<'static, Any>) -> Work {
        Work { tx, has_erased: self.has_erased.clone() }
    }

    /// Starts work that ends with [`Work::save`], or never happened.
    ///
    /// Decisions are made one at a time. Without that, a tick that has read a pair could overwrite
    /// what the pair says before the tick is saved. SQLite takes its lock before the first read,
    /// so that nothing has to be read again; PostgreSQL is told to wait.
    pub async fn begin(&self) -> Result<Work, StoreError> {
        let tx = match self.kind {
            Kind::Sqlite => self.pool.begin_with("begin immediate").await?,
            Kind::Postgres => {
                let mut tx = self.pool.begin().await?;
                tx.execute("select pg_advisory_xact_lock(7310579)").await?;
                tx
            }
        };
        Ok(self.working(tx))
    }

    /// Starts looking, without keeping anybody else from deciding. What is read is of one moment.
    pub async fn look(&self) -> Result<Work, StoreError> {
        let mut tx = self.pool.begin().await?;
        if self.kind == Kind::Postgres {
            tx.execute("set transaction isolation level repeatable read, read only").await?;
        }
        Ok(self.working(tx))
    }

    /// The name of this copy of the bot: the one that the database has kept, or else `proposed`,
    /// which it keeps from now on.
    pub async fn installation(&self, proposed: &str, now: Timestamp) -> Result<String, StoreError> {
        let mut work = self.begin().await?;
        let kept: Option<String> = sqlx::query_scalar("select name from installation")
            .fetch_optional(&mut *work.tx)
            .await?;
        if let Some(kept) = kept {
            return Ok(kept);
        }
        sqlx::query("insert into installation (name, made_at) values ($1, $2)")
            .bind(proposed)
            .bind(now.as_millisecond())
            .execute(&mut *work.tx)
            .await?;
        work.save().await?;
        Ok(proposed.to_owned())
    }

    /// Closes every connection, so that nothing is left to be written.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

impl Work {
    /// Stores everything that was done.
    pub async fn save(self) -> Result<(), StoreError> {
        Ok(self.tx.commit().await?)
    }
}

/// Makes the file of a new database so that other users of the machine can't read it. Where that
/// fails, opening the database says why.
fn keep_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

/// What is wrong inside a file of SQLite, if anything is. Asked on a connection of its own: a pool
/// tries a file that no second try mends until its time is up, and then says only that.
async fn fault_in(address: &str, patience: Duration) -> Result<Option<String>, sqlx::Error> {
    let mut connection = AnyConnection::connect(address).await?;
    let patience = format!("pragma busy_timeout = {}", patience.as_millis());
    connection.execute(AssertSqlSafe(patience)).await?;
    let answer: String =
        sqlx::query_scalar("pragma quick_check(1)").fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok((answer != "ok").then_some(answer))
}

/// A database address as it may be shown.
pub fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    match rest.rsplit_once('@') {
        Some((user, place)) => {
            let name = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{name}@{place}")
        }
        None => address.to_owned(),
    }
}

fn damaged(place: &str, why: String) -> StoreError {
    let cure = "Restore a backup. Nothing was changed.";
    StoreError::Unopened { place: place.to_owned(), why, cure }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the rest are faults of ours")]
fn unmigrated(place: &str, error: MigrateError) -> StoreError {
    let place = place.to_owned();
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
            StoreError::Newer(place)
        }
        MigrateError::Execute(error) => unopened(&place, &error),
        error => StoreError::Schema { place, why: error.to_string() },
    }
}

fn unopened(place: &str, error: &sqlx::Error) -> StoreError {
    let why = if let sqlx::Error::Database(error) = error {
        error.message().to_owned()
    } else if matches!(error, sqlx::Error::PoolTimedOut) {
        "it did not answer in time".to_owned()
    } else {
        error.to_string()
    };
    let cure = if why.contains("locked") || why.contains("busy") {
        "Another program has locked it; close that and try again. Nothing was changed."
    } else if why.contains("malformed") || why.contains("not a database") {
        "The file is damaged or no database; restore a backup. Nothing was changed."
    } else if why.contains("unable to open") {
        "Check that its folder exists and may be written to."
    } else {
        "Check that the address is right and the server runs."
    };
    StoreError::Unopened { place: place.to_owned(), why, cure }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        check("postgres://bot:secret@db.example:5432/m", "postgres://bot@db.example:5432/m");
        check("postgres://bot:s@cr@t@db.example/m", "postgres://bot@db.example/m");
        check("sqlite:mentorskap.db", "sqlite:mentorskap.db");
    }

    #[track_caller]
    fn check(address: &str, shown: &str) {
        assert_eq!(without_password(address), shown);
    }
}
