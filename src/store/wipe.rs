//! What was erased is gone from the file, and from the log that SQLite keeps beside it.

use std::sync::atomic::Ordering;

use sqlx::Row as _;

use super::{Kind, Store, StoreError};

impl Store {
    /// Wipes what was erased from the log beside the database, too. A database just opened may have
    /// been closed before that was done.
    pub async fn wipe(&self) -> Result<(), StoreError> {
        if !self.has_erased.swap(false, Ordering::Relaxed) || self.kind != Kind::Sqlite {
            return Ok(());
        }
        let row = sqlx::query("pragma wal_checkpoint(truncate)").fetch_one(&self.pool).await?;
        // Somebody was reading from the log: it is tried again.
        let is_busy: i64 = row.try_get(0)?;
        self.has_erased.fetch_or(is_busy != 0, Ordering::Relaxed);
        Ok(())
    }
}
