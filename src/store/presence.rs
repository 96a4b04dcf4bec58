//! About whom it is asked whether they are still there.

use jiff::Timestamp;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    account::{Account, PlatformName},
    ids::PersonId,
};

impl Work {
    /// The accounts about which it is time to ask, some of them.
    pub async fn accounts_to_look_for(
        &mut self,
        now: Timestamp,
        most: i64,
    ) -> Result<Vec<(PersonId, Account)>, StoreError> {
        let rows = sqlx::query(
            "select id, person_id, platform, address from accounts
              where look_at <= $1 order by look_at, id limit $2",
        )
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(&mut *self.tx)
        .await?;
        let account = |row| {
            let row = Row::of("accounts", row)?;
            let platform = row.known("platform", |name| name.parse::<PlatformName>().ok())?;
            let account = Account { platform, address: row.text("address")? };
            Ok((PersonId::new(row.number("person_id")?), account))
        };
        rows.iter().map(account).collect()
    }

    /// Stores when it is asked about an account again, if ever.
    pub async fn look_for_again(
        &mut self,
        account: &Account,
        look_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query("update accounts set look_at = $3 where platform = $1 and address = $2")
            .bind(account.platform.as_str())
            .bind(&account.address)
            .bind(look_at.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Has it asked soon whether somebody is still there: a letter to them didn't arrive.
    pub async fn look_for_soon(
        &mut self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("update accounts set look_at = $2 where person_id = $1 and look_at > $2")
            .bind(person.get())
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Settles that somebody had left. Says since when, if they had.
    pub async fn settle_left(&mut self, person: PersonId) -> Result<Option<Timestamp>, StoreError> {
        let since: Option<i64> = sqlx::query_scalar(
            "select min(since_at) from cases
              where person_id = $1 and kind = 'left' and state <> 'settled'",
        )
        .bind(person.get())
        .fetch_one(&mut *self.tx)
        .await?;
        let Some(since) = since else { return Ok(None) };
        sqlx::query(
            "update cases set state = 'settled', wake_at = null
              where person_id = $1 and kind = 'left' and state <> 'settled'",
        )
        .bind(person.get())
        .execute(&mut *self.tx)
        .await?;
        super::row::moment("cases", 0, since).map(Some)
    }

    /// Somebody has spoken: they can be written to, and whether they are back is asked at once.
    pub(super) async fn settle_absence(&mut self, person: PersonId) -> Result<(), StoreError> {
        for statement in [
            "update cases set state = 'settled', wake_at = null
              where person_id = $1 and kind = 'unreachable' and state <> 'settled'",
            "update accounts set look_at = 0
              where person_id = $1 and look_at is not null
                and exists (select 1 from cases
                             where person_id = $1 and kind = 'left' and state <> 'settled')",
        ] {
            sqlx::query(statement).bind(person.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }
}
