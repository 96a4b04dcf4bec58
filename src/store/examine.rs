//! Looks at a database before anything starts, and leaves it as it is.

use std::{
    fs::{self, OpenOptions},
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    AnyConnection, Connection as _, Executor as _,
    migrate::{Migrate as _, MigrateError, Migrator},
};

use super::{
    Location, POSTGRES, SQLITE, StoreError, damaged, fault_in, location, unmigrated, unopened,
    without_password,
};

/// How long a lock is waited for: longer than the bot itself ever holds one.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long a server may take to answer.
const LONGEST: Duration = Duration::from_secs(10);

/// What keeps the bot from working with the database at `address`, found without changing it: no
/// schema is brought up to date and no file is made. That a file isn't there yet is no fault; the
/// first start makes it.
pub async fn examine(address: &str) -> Result<(), StoreError> {
    sqlx::any::install_default_drivers();
    let place = without_password(address);
    match location(address) {
        None => Err(StoreError::Address(place)),
        Some(Location::Memory) => Ok(()),
        Some(Location::Server) => {
            let looked = tokio::time::timeout(LONGEST, examine_schema(address, &place, &POSTGRES));
            looked.await.unwrap_or_else(|_| Err(unopened(&place, &sqlx::Error::PoolTimedOut)))
        }
        Some(Location::File(path)) if !path.exists() => Ok(()),
        Some(Location::File(path)) => {
            let address = address_for_looking(&path).map_err(|error| StoreError::Unopened {
                place: place.clone(),
                why: error.to_string(),
                cure: "Let the bot's user read and write it.",
            })?;
            let fault = fault_in(&address, PATIENCE).await;
            if let Some(why) = fault.map_err(|error| unopened(&place, &error))? {
                return Err(damaged(&place, why));
            }
            examine_schema(&address, &place, &SQLITE).await
        }
    }
}

/// The file of the database at `address`, if it is one that isn't there yet.
pub fn missing_file(address: &str) -> Option<PathBuf> {
    match location(address)? {
        Location::File(path) if !path.exists() => Some(path),
        Location::File(_) | Location::Memory | Location::Server => None,
    }
}

/// The address by which a file of SQLite is only read.
///
/// A file with a write-ahead log beside it is in use, or was when its process ended: it is read
/// with the log, and under its locks. Where there is no log SQLite would make one, and leave it
/// there; so it is told that nobody else writes, which is then true.
fn address_for_looking(path: &Path) -> io::Result<String> {
    // Opened as the bot will have to, and not written to.
    let mut file = OpenOptions::new().read(true).append(true).open(path)?;
    let mut header = vec![];
    file.by_ref().take(20).read_to_end(&mut header)?;
    let is_logged = header.get(18) == Some(&2);
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let is_alone = is_logged && fs::symlink_metadata(log).is_err();
    let immutable = if is_alone { "&immutable=true" } else { "" };
    Ok(format!("sqlite:{}?mode=ro{immutable}", path.display()))
}

/// Whether the schema is one that this version made, or an older one.
async fn examine_schema(address: &str, place: &str, migrator: &Migrator) -> Result<(), StoreError> {
    let unopened = |error: sqlx::Error| unopened(place, &error);
    let unmigrated = |error: MigrateError| unmigrated(place, error);
    let mut connection = AnyConnection::connect(address).await.map_err(unopened)?;
    let is_server = matches!(location(address), Some(Location::Server));
    let tables = if is_server {
        "select count(*) from information_schema.tables
          where table_schema = current_schema() and table_name = '_sqlx_migrations'"
    } else {
        connection.execute("pragma busy_timeout = 2000").await.map_err(unopened)?;
        "select count(*) from sqlite_master where name = '_sqlx_migrations'"
    };
    let tables: i64 =
        sqlx::query_scalar(tables).fetch_one(&mut connection).await.map_err(unopened)?;
    if tables > 0 {
        let table = &migrator.table_name;
        if let Some(version) = connection.dirty_version(table).await.map_err(unmigrated)? {
            return Err(unmigrated(MigrateError::Dirty(version)));
        }
        for applied in connection.list_applied_migrations(table).await.map_err(unmigrated)? {
            let version = applied.version;
            let known = migrator.iter().find(|migration| migration.version == version);
            let known = known.ok_or_else(|| unmigrated(MigrateError::VersionMissing(version)))?;
            if known.checksum != applied.checksum {
                return Err(unmigrated(MigrateError::VersionMismatch(version)));
            }
        }
    }
    connection.close().await.map_err(unopened)
}
