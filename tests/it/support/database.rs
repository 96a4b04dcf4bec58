//! A fresh database for every test.

use std::{
    env, fs, process,
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
    /// Whether those words are anywhere in it: in any byte of SQLite's files, the log among them, or
    /// in any row of PostgreSQL's tables.
    pub async fn holds(&self, words: &str) -> bool {
        if let Some(folder) = &self.folder {
            let files = fs::read_dir(folder.path()).unwrap();
            let mut contents = files.map(|file| fs::read(file.unwrap().path()).unwrap());
            return contents
                .any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()));
        }
        let mut database = AnyConnection::connect(&self.url).await.unwrap();
        let tables = "select table_name::text from information_schema.tables
                       where table_schema = 'public'";
        let tables: Vec<String> =
            sqlx::query_scalar(tables).fetch_all(&mut database).await.unwrap();
        let mut found = 0_i64;
        for table in tables {
            let count = format!("select count(*) from \"{table}\" as one where one::text like $1");
            let count = sqlx::query_scalar(sqlx::AssertSqlSafe(count)).bind(format!("%{words}%"));
            let count: i64 = count.fetch_one(&mut database).await.unwrap();
            found += count;
        }
        found > 0
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
