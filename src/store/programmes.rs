//! Programmes, as their files say. What the files mean is not the store's business.

use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{ids::ProgrammeId, programme::ProgrammeState};

/// A programme, with its file as text.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgrammeRow {
    /// Which programme it is.
    pub id: ProgrammeId,
    /// The name that is typed after #.
    pub slug: String,
    /// Its file.
    pub file: String,
    /// Whether it runs.
    pub state: ProgrammeState,
    /// Since when people can apply, if they can.
    pub recruits_since: Option<Timestamp>,
    /// Its last day, once it is over.
    pub last_on: Option<Date>,
}

macro_rules! select_programmes {
    ($which:literal) => {
        concat!(
            "select id, slug, file, state, paused_since, recruits_since, last_on from programmes ",
            $which
        )
    };
}

impl Work {
    /// The programme with this id.
    pub async fn programme(&mut self, id: ProgrammeId) -> Result<Option<ProgrammeRow>, StoreError> {
        let row = sqlx::query(select_programmes!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(programme).transpose()
    }

    /// The programme with this short name.
    pub async fn programme_named(
        &mut self,
        slug: &str,
    ) -> Result<Option<ProgrammeRow>, StoreError> {
        let row = sqlx::query(select_programmes!("where slug = $1"))
            .bind(slug)
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(programme).transpose()
    }

    /// Every programme.
    pub async fn programmes(&mut self) -> Result<Vec<ProgrammeRow>, StoreError> {
        let rows = sqlx::query(select_programmes!("order by id")).fetch_all(&mut *self.tx).await?;
        rows.iter().map(programme).collect()
    }

    /// Stores a new programme, which is a draft. What comes before its first day is looked at
    /// from `prepare_at` on.
    pub async fn add_programme(
        &mut self,
        slug: &str,
        file: &str,
        prepare_at: Timestamp,
    ) -> Result<ProgrammeId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into programmes (slug, file, state, prepare_at)
             values ($1, $2, 'draft', $3) returning id",
        )
        .bind(slug)
        .bind(file)
        .bind(prepare_at.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(ProgrammeId::new(id))
    }

    /// Stores another file of a programme.
    pub async fn put_file(&mut self, id: ProgrammeId, file: &str) -> Result<(), StoreError> {
        sqlx::query("update programmes set file = $2 where id = $1")
            .bind(id.get())
            .bind(file)
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Stores whether a programme runs.
    pub async fn put_state(
        &mut self,
        id: ProgrammeId,
        state: ProgrammeState,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let paused_since = match state {
            ProgrammeState::Paused { since } => Some(since.as_millisecond()),
            ProgrammeState::Draft | ProgrammeState::Running | ProgrammeState::Closed => None,
        };
        sqlx::query(
            "update programmes set state = $2, paused_since = $3,
                    started_at = case when $2 = 'running' then coalesce(started_at, $4)
                                      else started_at end
              where id = $1",
        )
        .bind(id.get())
        .bind(state.as_str())
        .bind(paused_since)
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores that a programme is over, and what its last day was.
    pub async fn close_programme(
        &mut self,
        id: ProgrammeId,
        last_on: Date,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update programmes set state = 'closed', paused_since = null, last_on = $2
              where id = $1",
        )
        .bind(id.get())
        .bind(last_on.to_string())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// The programmes in which it is time to look after what comes before their first day.
    pub async fn programmes_to_prepare(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<ProgrammeId>, StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("select id from programmes where prepare_at <= $1 order by id")
                .bind(now.as_millisecond())
                .fetch_all(&mut *self.tx)
                .await?;
        Ok(ids.into_iter().map(ProgrammeId::new).collect())
    }

    /// Stores when to do so again, if there is anything left to look after.
    pub async fn look_at_preparation(
        &mut self,
        id: ProgrammeId,
        next_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query("update programmes set prepare_at = $2 where id = $1")
            .bind(id.get())
            .bind(next_at.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The same, if it isn't to be looked at anyway.
    pub async fn wake_preparation(
        &mut self,
        id: ProgrammeId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("update programmes set prepare_at = coalesce(prepare_at, $2) where id = $1")
            .bind(id.get())
            .bind(at.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Stores since when people can apply to a programme, if they can.
    pub async fn put_recruiting(
        &mut self,
        id: ProgrammeId,
        since: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query("update programmes set recruits_since = $2 where id = $1")
            .bind(id.get())
            .bind(since.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The programmes whose participants haven't been erased since they ended.
    pub async fn programmes_not_erased(&mut self) -> Result<Vec<ProgrammeId>, StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("select id from programmes where erased_at is null order by id")
                .fetch_all(&mut *self.tx)
                .await?;
        Ok(ids.into_iter().map(ProgrammeId::new).collect())
    }

    /// Stores that a programme goes on until later: its people are erased after that, and those who
    /// have yet to read something get it.
    pub async fn put_prolonged(
        &mut self,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update programmes
                set erased_at = null,
                    train_at = case when trains_since is not null then coalesce(train_at, $2) end
              where id = $1",
        )
        .bind(id.get())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores that they have been.
    pub async fn put_erased(&mut self, id: ProgrammeId, now: Timestamp) -> Result<(), StoreError> {
        sqlx::query("update programmes set erased_at = $2 where id = $1")
            .bind(id.get())
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn programme(row: &AnyRow) -> Result<ProgrammeRow, StoreError> {
    let row = Row::of("programmes", row)?;
    let state = row.text("state")?;
    Ok(ProgrammeRow {
        id: ProgrammeId::new(row.id()),
        slug: row.text("slug")?,
        file: row.text("file")?,
        state: ProgrammeState::parse(&state, row.maybe_at("paused_since")?)
            .ok_or_else(|| row.wrong(format!("the state is {state:?}")))?,
        recruits_since: row.maybe_at("recruits_since")?,
        last_on: row.maybe_day("last_on")?,
    })
}
