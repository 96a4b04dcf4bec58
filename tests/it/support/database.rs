//! A fresh database for every test.

use std::{
    env, process,
    sync::atomic::{AtomicU64, Ordering},
};

use sqlx::{AnyConnection, Connection};
use tempfile::TempDir;

/// SQLite unless `TEST_POSTGRES_URL` names a server; the suite runs once with each.
pub struct Database {
    pub url: String,
    _folder: Option<TempDir>,
}

impl Database {
    pub async fn fresh() -> Self {
        sqlx::any::install_default_drivers();
        let Ok(server) = env::var("TEST_POSTGRES_URL") else {
            let folder = folder();
            let url = format!("sqlite:{}", folder.path().join("bot.db").display());
            return Self { url, _folder: Some(folder) };
        };
        // The address names a database to begin with; ours stands beside it.
        let (server, _) = server.rsplit_once('/').unwrap();
        let name = unique_name();
        let mut admin = AnyConnection::connect(&format!("{server}/postgres")).await.unwrap();
        let create = sqlx::AssertSqlSafe(format!("create database {name}"));
        sqlx::query(create).execute(&mut admin).await.unwrap();
        admin.close().await.unwrap();
        Self { url: format!("{server}/{name}"), _folder: None }
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
