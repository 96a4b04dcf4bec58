//! What people said before.

use jiff::Timestamp;

use super::{Store, StoreError, Work, row::moment};
use crate::domain::{account::PlatformName, ids::PlaceId, inbound::InboundKey};

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
    /// Up to when everything that was said on a platform has been taken in, if that was noted.
    pub async fn heard_up_to(
        &self,
        platform: PlatformName,
    ) -> Result<Option<Timestamp>, StoreError> {
        let at: Option<i64> = sqlx::query_scalar("select at from heard_up_to where platform = $1")
            .bind(platform.as_str())
            .fetch_optional(&self.pool)
            .await?;
        at.map(|at| moment("heard_up_to", 0, at)).transpose()
    }

    /// Notes that everything that was said on a platform up to then has been taken in.
    pub async fn note_heard_up_to(
        &self,
        platform: PlatformName,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into heard_up_to (platform, at) values ($1, $2)
             on conflict (platform) do update set at = $2",
        )
        .bind(platform.as_str())
        .bind(at.as_millisecond())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Whether `key` was heard before.
    pub async fn has_heard(&self, key: &InboundKey) -> Result<bool, StoreError> {
        let found: i64 = sqlx::query_scalar("select count(*) from inbox where key = $1")
            .bind(&key.0)
            .fetch_one(&self.pool)
            .await?;
        Ok(found > 0)
    }
}
