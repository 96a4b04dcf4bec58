//! One process at a time works with a database.

use std::fs::{File, TryLockError};

use sqlx::{Any, pool::PoolConnection};

use super::{Location, Store, StoreError, location, without_password};

/// The right to work with a database. It ends with the process at the latest.
#[derive(Debug)]
pub struct Claim {
    _file: Option<File>,
    connection: Option<PoolConnection<Any>>,
}

impl Claim {
    /// Fails if the claim has been lost: the server gave it away when its connection broke.
    pub async fn check(&mut self) -> Result<(), StoreError> {
        if let Some(connection) = &mut self.connection {
            sqlx::query("select 1").execute(&mut **connection).await?;
        }
        Ok(())
    }
}

impl Store {
    /// Claims the database for this process, or says that another one has it.
    pub async fn claim(&self, address: &str) -> Result<Claim, StoreError> {
        let place = || without_password(address);
        match location(address) {
            Some(Location::File(path)) => {
                let mut name = path.into_os_string();
                name.push(".lock");
                let unopened = |error: std::io::Error| StoreError::Unopened {
                    place: place(),
                    why: error.to_string(),
                    cure: "Check that its folder may be written to.",
                };
                let file = File::create(&name).map_err(unopened)?;
                match file.try_lock() {
                    Ok(()) => Ok(Claim { _file: Some(file), connection: None }),
                    Err(TryLockError::WouldBlock) => Err(StoreError::Taken(place())),
                    Err(TryLockError::Error(error)) => Err(unopened(error)),
                }
            }
            Some(Location::Server) => {
                // The lock belongs to the connection and goes with it.
                let mut connection = self.pool.acquire().await?;
                let taken: i64 = sqlx::query_scalar(
                    "select case when pg_try_advisory_lock(7310580) then 1 else 0 end::bigint",
                )
                .fetch_one(&mut *connection)
                .await?;
                if taken == 1 {
                    Ok(Claim { _file: None, connection: Some(connection) })
                } else {
                    Err(StoreError::Taken(place()))
                }
            }
            Some(Location::Memory) | None => Ok(Claim { _file: None, connection: None }),
        }
    }
}
