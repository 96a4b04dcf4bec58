//! How columns become types, and what is said about a row that can't be one.

use std::fmt::Display;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sqlx::{Row as _, any::AnyRow};

use super::StoreError;
use crate::domain::asked::Asked;

/// A row on its way to becoming a type.
pub struct Row<'a> {
    table: &'static str,
    id: i64,
    columns: &'a AnyRow,
}

/// Times are kept in milliseconds since 1970.
pub fn moment(table: &'static str, id: i64, milliseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(milliseconds).map_err(|error| StoreError::Inconsistent {
        table,
        id,
        why: error.to_string(),
    })
}

impl<'a> Row<'a> {
    /// A row of `table`, which has its id in the column `id`.
    pub fn of(table: &'static str, row: &'a AnyRow) -> Result<Self, StoreError> {
        Ok(Self { table, id: row.try_get("id")?, columns: row })
    }

    /// Its id.
    pub const fn id(&self) -> i64 {
        self.id
    }

    /// The number in a column.
    pub fn number(&self, column: &str) -> Result<i64, StoreError> {
        Ok(self.columns.try_get(column)?)
    }

    /// The number in a column that may be empty.
    pub fn maybe_number(&self, column: &str) -> Result<Option<i64>, StoreError> {
        Ok(self.columns.try_get(column)?)
    }

    /// The text in a column.
    pub fn text(&self, column: &str) -> Result<String, StoreError> {
        Ok(self.columns.try_get(column)?)
    }

    /// The text in a column that may be empty.
    pub fn maybe_text(&self, column: &str) -> Result<Option<String>, StoreError> {
        Ok(self.columns.try_get(column)?)
    }

    /// The bytes in a column.
    pub fn bytes(&self, column: &str) -> Result<Vec<u8>, StoreError> {
        Ok(self.columns.try_get(column)?)
    }

    /// The time in a column.
    pub fn at(&self, column: &str) -> Result<Timestamp, StoreError> {
        moment(self.table, self.id, self.number(column)?)
    }

    /// The time in a column that may be empty.
    pub fn maybe_at(&self, column: &str) -> Result<Option<Timestamp>, StoreError> {
        self.maybe_number(column)?.map(|at| moment(self.table, self.id, at)).transpose()
    }

    /// The day in a column that may be empty.
    pub fn maybe_day(&self, column: &str) -> Result<Option<Date>, StoreError> {
        let day = self.maybe_text(column)?;
        day.map(|day| day.parse().map_err(|why| self.wrong(why))).transpose()
    }

    /// How often something was asked, from the column that counts and the one with the time of the
    /// last time. None if the first is empty.
    pub fn maybe_asked(&self, times: &str, last_at: &str) -> Result<Option<Asked>, StoreError> {
        let Some(count) = self.maybe_number(times)? else { return Ok(None) };
        let asked = Asked::after(count, self.maybe_at(last_at)?);
        asked.map(Some).ok_or_else(|| self.wrong(format!("{times} is {count}")))
    }

    /// The time zone in a column that may be empty.
    pub fn maybe_zone(&self, column: &str) -> Result<Option<TimeZone>, StoreError> {
        let name = self.maybe_text(column)?;
        name.map(|name| TimeZone::get(&name).map_err(|error| self.wrong(error))).transpose()
    }

    /// What a column means, by a rule of the domain that may not know it.
    pub fn known<T>(
        &self,
        column: &str,
        of: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        let text = self.text(column)?;
        of(&text).ok_or_else(|| self.wrong(format!("{column} is {text:?}")))
    }

    /// The error that names this row.
    pub fn wrong(&self, why: impl Display) -> StoreError {
        StoreError::Inconsistent { table: self.table, id: self.id, why: why.to_string() }
    }
}
