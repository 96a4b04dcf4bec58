//! One-time codes by which somebody becomes the person that a leader named.

use jiff::{SignedDuration, Timestamp};

use super::{Store, StoreError, Work};
use crate::domain::{account::Account, ids::PersonId};

/// How many wrong codes an account may say in an hour.
pub const CODE_TRIES: i64 = 5;

impl Work {
    /// Stores the hash of a code. Earlier ones stay good as long as they last, until the person has
    /// an account: a leader who asks for codes again must not make those useless that are on their
    /// way.
    pub async fn add_invitation(
        &mut self,
        person: PersonId,
        code_hash: &str,
        expires_at: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into invitations (person_id, code_hash, expires_at) values ($1, $2, $3)",
        )
        .bind(person.get())
        .bind(code_hash)
        .bind(expires_at.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Whose code that is. None if it is unknown, used or too old.
    pub async fn invited_by(
        &mut self,
        code_hash: &str,
        now: Timestamp,
    ) -> Result<Option<PersonId>, StoreError> {
        let person: Option<i64> = sqlx::query_scalar(
            "select person_id from invitations
              where code_hash = $1 and used_at is null and expires_at > $2",
        )
        .bind(code_hash)
        .bind(now.as_millisecond())
        .fetch_optional(&mut *self.tx)
        .await?;
        Ok(person.map(PersonId::new))
    }

    /// For whom a code was made, be it used or too old.
    pub async fn code_made_for(&mut self, code_hash: &str) -> Result<Option<PersonId>, StoreError> {
        let person: Option<i64> =
            sqlx::query_scalar("select person_id from invitations where code_hash = $1")
                .bind(code_hash)
                .fetch_optional(&mut *self.tx)
                .await?;
        Ok(person.map(PersonId::new))
    }

    /// Uses up a code.
    pub async fn use_invitation(
        &mut self,
        code_hash: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("update invitations set used_at = $2 where code_hash = $1 and used_at is null")
            .bind(code_hash)
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// How many wrong codes this account has said in the last hour.
    pub async fn failed_codes(
        &mut self,
        account: &Account,
        now: Timestamp,
    ) -> Result<i64, StoreError> {
        let since = now - SignedDuration::from_hours(1);
        let failed =
            sqlx::query_scalar("select count(*) from failed_codes where account = $1 and at > $2")
                .bind(account.to_string())
                .bind(since.as_millisecond())
                .fetch_one(&mut *self.tx)
                .await?;
        Ok(failed)
    }

    /// Remembers that this account said a wrong code.
    pub async fn note_failed_code(
        &mut self,
        account: &Account,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let day_ago = now - SignedDuration::from_hours(24);
        sqlx::query("delete from failed_codes where at < $1")
            .bind(day_ago.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        sqlx::query("insert into failed_codes (account, at) values ($1, $2)")
            .bind(account.to_string())
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

impl Store {
    /// Whether somebody may write whom nobody knows yet: they have a code that they can still say,
    /// or there is something that they can apply to.
    pub async fn expects_strangers(&self, now: Timestamp) -> Result<bool, StoreError> {
        let open: i64 = sqlx::query_scalar(
            "select (select count(*) from invitations where used_at is null and expires_at > $1)
                  + (select count(*) from programmes where recruits_since is not null)",
        )
        .bind(now.as_millisecond())
        .fetch_one(&self.pool)
        .await?;
        Ok(open > 0)
    }
}
