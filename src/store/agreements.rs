//! What pairs agree on.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    agreement::{Agreement, Clause},
    ids::{AgreementId, PairId},
};

macro_rules! select_agreements {
    ($which:literal) => {
        concat!("select id, pair_id, version, clauses, agreed_at from agreements ", $which)
    };
}

impl Work {
    /// Opens the next version of a pair's agreement. Says which it is.
    pub async fn add_agreement(
        &mut self,
        pair: PairId,
        clauses: &[Clause],
        now: Timestamp,
    ) -> Result<AgreementId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into agreements (pair_id, version, clauses, opened_at)
             select $1, 1 + coalesce(max(version), 0), $2, $3 from agreements where pair_id = $1
             returning id",
        )
        .bind(pair.get())
        .bind(serde_json::json!(clauses).to_string())
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(AgreementId::new(id))
    }

    /// The agreement with this id.
    pub async fn agreement(&mut self, id: AgreementId) -> Result<Option<Agreement>, StoreError> {
        let row = sqlx::query(select_agreements!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(agreement).transpose()
    }

    /// The newest version of a pair's agreement.
    pub async fn agreement_of(&mut self, pair: PairId) -> Result<Option<Agreement>, StoreError> {
        let row =
            sqlx::query(select_agreements!("where pair_id = $1 order by version desc limit 1"))
                .bind(pair.get())
                .fetch_optional(&mut *self.tx)
                .await?;
        row.as_ref().map(agreement).transpose()
    }

    /// Stores what the two have said to an agreement.
    pub async fn put_agreement(&mut self, it: &Agreement) -> Result<(), StoreError> {
        sqlx::query("update agreements set clauses = $2, agreed_at = $3 where id = $1")
            .bind(it.id.get())
            .bind(serde_json::json!(it.clauses).to_string())
            .bind(it.agreed_at.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn agreement(row: &AnyRow) -> Result<Agreement, StoreError> {
    let row = Row::of("agreements", row)?;
    Ok(Agreement {
        id: AgreementId::new(row.id()),
        pair: PairId::new(row.number("pair_id")?),
        version: row.number("version")?,
        clauses: serde_json::from_str(&row.text("clauses")?).map_err(|why| row.wrong(why))?,
        agreed_at: row.maybe_at("agreed_at")?,
    })
}
