//! What people said before.

use jiff::Timestamp;

use super::{Store, StoreError, Work, row::moment};
use crate::domain::{ids::PlaceId, inbound::InboundKey};

impl Work {
    /// Remembers `key`. False if it was heard before, and there is nothing left to do.
    pub async fn hear(&mut self, key: &InboundKey, now: Timestamp) -> Result<bool, StoreError> {
        let heard = sqlx::query(
            "insert into inbox (key, heard_at) values ($1, $2) on conflict (key) do nothing",
        )
        .bind(&key.0)
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(heard.rows_affected() == 1)
    }
}

impl Work {
    /// Notes that somebody speaks in a place now. Says when that was the case before.
    pub async fn note_speech(
        &mut self,
        place: PlaceId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let at: Option<i64> = sqlx::query_scalar("select spoke_at from places where id = $1")
            .bind(place.get())
            .fetch_optional(&mut *self.tx)
            .await?
            .flatten();
        sqlx::query("update places set spoke_at = $2 where id = $1")
            .bind(place.get())
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        at.map(|at| moment("places", place.get(), at)).transpose()
    }
}

impl Store {
    /// Whether `key` was heard before.
    pub async fn has_heard(&self, key: &InboundKey) -> Result<bool, StoreError> {
        let found: i64 = sqlx::query_scalar("select count(*) from inbox where key = $1")
            .bind(&key.0)
            .fetch_one(&self.pool)
            .await?;
        Ok(found > 0)
    }
}
