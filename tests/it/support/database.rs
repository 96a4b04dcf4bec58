//! A fresh database for every test.

use std::{
    env, fs,
    process::{self, Command},
    sync::atomic::{AtomicU64, Ordering},
};

use sqlx::{AnyConnection, Connection};
use tempfile::TempDir;

/// SQLite unless `TEST_POSTGRES_URL` names a server; the suite runs once with each.
pub struct Database {
    pub url: String,
    folder: Option<TempDir>,
}

impl Database {
    pub async fn fresh() -> Self {
        sqlx::any::install_default_drivers();
        let Ok(server) = env::var("TEST_POSTGRES_URL") else {
            let folder = folder();
            let url = format!("sqlite:{}", folder.path().join("bot.db").display());
            return Self { url, folder: Some(folder) };
        };
        // The address names a database to begin with; ours stands beside it.
        let (server, _) = server.rsplit_once('/').unwrap();
        let name = unique_name();
        let mut admin = AnyConnection::connect(&format!("{server}/postgres")).await.unwrap();
        let create = sqlx::AssertSqlSafe(format!("create database {name}"));
        sqlx::query(create).execute(&mut admin).await.unwrap();
        admin.close().await.unwrap();
        Self { url: format!("{server}/{name}"), folder: None }
    }
}

impl Database {
    /// Whether it is PostgreSQL.
    pub const fn is_postgres(&self) -> bool {
        self.folder.is_none()
    }

    /// Whether those words are anywhere in it: in any byte of SQLite's files, the log among them, or
    /// in a dump of PostgreSQL after everything that can be was thrown away there.
    pub async fn holds(&self, words: &str) -> bool {
        self.holds_bytes(words.as_bytes(), words).await
    }

    /// The same of bytes, which a dump of PostgreSQL shows as `shown`.
    pub async fn holds_bytes(&self, wanted: &[u8], shown: &str) -> bool {
        if let Some(folder) = &self.folder {
            let files = fs::read_dir(folder.path()).unwrap();
            let mut contents = files.map(|file| fs::read(file.unwrap().path()).unwrap());
            return contents
                .any(|bytes| bytes.windows(wanted.len()).any(|window| window == wanted));
        }
        let mut database = AnyConnection::connect(&self.url).await.unwrap();
        sqlx::query("vacuum full").execute(&mut database).await.unwrap();
        let dump = Command::new(env::var("TEST_PG_DUMP").unwrap()).arg(&self.url).output().unwrap();
        assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
        let dump = String::from_utf8(dump.stdout).unwrap();
        assert!(dump.contains("COPY public.people"), "it is no dump of ours");
        dump.contains(shown)
    }
}

/// In memory where there is such a place: the database waits for the disk after each decision, and
/// no test pulls the plug.
fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

fn unique_name() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("bot_{}_{}", process::id(), NEXT.fetch_add(1, Ordering::SeqCst))
}
