//! What people were given to read before they begin.

use jiff::Timestamp;

use super::{StoreError, Work, row::Row};
use crate::domain::ids::{LessonId, PersonId, ProgrammeId};

impl Work {
    /// The programmes in which it is time to look who gets something to read.
    pub async fn programmes_to_train(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<ProgrammeId>, StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("select id from programmes where train_at <= $1 order by id")
                .bind(now.as_millisecond())
                .fetch_all(&mut *self.tx)
                .await?;
        Ok(ids.into_iter().map(ProgrammeId::new).collect())
    }

    /// Since when people get something to read, if they do.
    pub async fn trains_since(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Option<Timestamp>, StoreError> {
        let row = sqlx::query("select id, trains_since from programmes where id = $1")
            .bind(programme.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.map_or(Ok(None), |row| Row::of("programmes", &row)?.maybe_at("trains_since"))
    }

    /// Stores when it is looked at next who gets something to read, if it is. The first time is
    /// since when people do.
    pub async fn put_training(
        &mut self,
        programme: ProgrammeId,
        next_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update programmes set train_at = $2, trains_since = coalesce(trains_since, $3)
              where id = $1",
        )
        .bind(programme.get())
        .bind(next_at.map(Timestamp::as_millisecond))
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores that somebody is given something to read. Says which it is.
    pub async fn add_lesson(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
        lesson: &str,
        now: Timestamp,
    ) -> Result<LessonId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into lessons (programme_id, person_id, lesson, sent_at)
             values ($1, $2, $3, $4) returning id",
        )
        .bind(programme.get())
        .bind(person.get())
        .bind(lesson)
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(LessonId::new(id))
    }

    /// When the last text reached somebody in a programme; the beginning of time, if none has. None
    /// if one is on its way.
    pub async fn last_lesson(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
    ) -> Result<Option<Timestamp>, StoreError> {
        let (on_its_way, last_at): (i64, Option<i64>) = sqlx::query_as(
            "select count(case when state in ('waiting', 'sending') then 1 end), max(settled_at)
               from outbox
              where programme_id = $1 and person_id = $2 and kind like 'training.%'",
        )
        .bind(programme.get())
        .bind(person.get())
        .fetch_one(&mut *self.tx)
        .await?;
        let last_at = last_at.and_then(|at| Timestamp::from_millisecond(at).ok());
        Ok((on_its_way == 0).then_some(last_at.unwrap_or(Timestamp::MIN)))
    }

    /// Forgets that somebody was given something to read, which never reached them.
    pub async fn forget_lesson(&mut self, lesson: LessonId) -> Result<(), StoreError> {
        sqlx::query("delete from lessons where id = $1 and done_at is null")
            .bind(lesson.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// What somebody was given to read in a programme.
    pub async fn lessons_of(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
    ) -> Result<Vec<String>, StoreError> {
        let lessons = sqlx::query_scalar(
            "select lesson from lessons where programme_id = $1 and person_id = $2 order by id",
        );
        let lessons = lessons.bind(programme.get()).bind(person.get());
        Ok(lessons.fetch_all(&mut *self.tx).await?)
    }

    /// What somebody has read in a programme.
    pub async fn lessons_read(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
    ) -> Result<Vec<String>, StoreError> {
        let lessons = sqlx::query_scalar(
            "select lesson from lessons
              where programme_id = $1 and person_id = $2 and done_at is not null order by id",
        );
        let lessons = lessons.bind(programme.get()).bind(person.get());
        Ok(lessons.fetch_all(&mut *self.tx).await?)
    }

    /// Stores that somebody has read what they were given. None if it wasn't theirs to read.
    pub async fn finish_lesson(
        &mut self,
        lesson: LessonId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Option<ProgrammeId>, StoreError> {
        let programme: Option<i64> = sqlx::query_scalar(
            "update lessons set done_at = coalesce(done_at, $3)
              where id = $1 and person_id = $2 returning programme_id",
        )
        .bind(lesson.get())
        .bind(person.get())
        .bind(now.as_millisecond())
        .fetch_optional(&mut *self.tx)
        .await?;
        Ok(programme.map(ProgrammeId::new))
    }

    /// How many were given each thing to read, and how many have read it.
    pub async fn lesson_counts(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<(String, i64, i64)>, StoreError> {
        let rows = sqlx::query(
            "select min(id) as id, lesson, count(*) as sent, count(done_at) as done from lessons
              where programme_id = $1 group by lesson order by min(id)",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let count = |row| {
            let row = Row::of("lessons", row)?;
            Ok((row.text("lesson")?, row.number("sent")?, row.number("done")?))
        };
        rows.iter().map(count).collect()
    }
}
