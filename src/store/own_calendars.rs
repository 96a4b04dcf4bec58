//! People's own calendars: when they are busy, and where that is read, sealed.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{availability::Busy, ids::PersonId, note::Sealed, own_calendar::OwnCalendar};

macro_rules! select_calendars {
    ($which:literal) => {
        concat!(
            "select id, person_id, key, address, busy, read_at, read_next_at, failing_since, success_is_news
               from own_calendars ",
            $which
        )
    };
}

impl Work {
    /// Somebody's own calendar.
    pub async fn own_calendar(
        &mut self,
        person: PersonId,
    ) -> Result<Option<OwnCalendar>, StoreError> {
        let row = sqlx::query(select_calendars!("where person_id = $1"))
            .bind(person.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(calendar).transpose()
    }

    /// One that it is time to read, if there is any.
    pub async fn own_calendar_due(
        &mut self,
        now: Timestamp,
    ) -> Result<Option<OwnCalendar>, StoreError> {
        let row = sqlx::query(select_calendars!(
            "where read_next_at <= $1 order by read_next_at, id limit 1"
        ))
        .bind(now.as_millisecond())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(calendar).transpose()
    }

    /// Keeps a calendar in place of what was kept of that person's before.
    pub async fn put_own_calendar(&mut self, calendar: &OwnCalendar) -> Result<(), StoreError> {
        let times = calendar.busy.iter();
        let times: Vec<_> =
            times.map(|busy| (busy.from.as_millisecond(), busy.until.as_millisecond())).collect();
        let milliseconds = |at: Option<Timestamp>| at.map(Timestamp::as_millisecond);
        sqlx::query(
            "insert into own_calendars (person_id, key, address, busy, read_at, read_next_at,
                                        failing_since, success_is_news)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (person_id) do update
                set key = excluded.key, address = excluded.address, busy = excluded.busy,
                    read_at = excluded.read_at, read_next_at = excluded.read_next_at,
                    failing_since = excluded.failing_since, success_is_news = excluded.success_is_news",
        )
        .bind(calendar.person.get())
        .bind(calendar.address.as_ref().map(|sealed| sealed.key.as_str()))
        .bind(calendar.address.as_ref().map(|sealed| sealed.bytes.as_slice()))
        .bind(serde_json::json!(times).to_string())
        .bind(milliseconds(calendar.read_at))
        .bind(milliseconds(calendar.read_next_at))
        .bind(milliseconds(calendar.failing_since))
        .bind(i64::from(calendar.success_is_news))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Forgets somebody's calendar. Says whether there was one.
    pub async fn remove_own_calendar(&mut self, person: PersonId) -> Result<bool, StoreError> {
        self.mark_erasing();
        let removed = sqlx::query("delete from own_calendars where person_id = $1")
            .bind(person.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(removed.rows_affected() > 0)
    }
}

fn calendar(row: &AnyRow) -> Result<OwnCalendar, StoreError> {
    let row = Row::of("own_calendars", row)?;
    let address = match row.maybe_text("key")? {
        Some(key) => Some(Sealed { key, bytes: row.bytes("address")? }),
        None => None,
    };
    let busy: Vec<(i64, i64)> =
        serde_json::from_str(&row.text("busy")?).map_err(|why| row.wrong(why))?;
    let busy = busy.into_iter().map(|(from, until)| {
        let moment = |at| Timestamp::from_millisecond(at).map_err(|why| row.wrong(why));
        Ok(Busy { from: moment(from)?, until: moment(until)? })
    });
    Ok(OwnCalendar {
        person: PersonId::new(row.number("person_id")?),
        address,
        busy: busy.collect::<Result<_, StoreError>>()?,
        read_at: row.maybe_at("read_at")?,
        read_next_at: row.maybe_at("read_next_at")?,
        failing_since: row.maybe_at("failing_since")?,
        success_is_news: row.number("success_is_news")? != 0,
    })
}
