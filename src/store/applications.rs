//! Who wants to take part in what.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    application::{Application, ApplicationState},
    ids::{ApplicationId, PersonId, ProgrammeId},
    role::Role,
};

macro_rules! select_applications {
    ($which:literal) => {
        concat!(
            "select id, programme_id, person_id, number, role, name, notice_version, answers, state,
                    sent_at
               from applications ",
            $which
        )
    };
}

impl Work {
    /// Begins an application. Says which it is.
    pub async fn add_application(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<ApplicationId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into applications (programme_id, person_id, number, answers, state, begun_at)
             select $1, $2, 1 + coalesce(max(number), 0), '{}', 'begun', $3
               from applications where programme_id = $1
             returning id",
        )
        .bind(programme.get())
        .bind(person.get())
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(ApplicationId::new(id))
    }

    /// The application with this id.
    pub async fn application(
        &mut self,
        id: ApplicationId,
    ) -> Result<Option<Application>, StoreError> {
        let row = sqlx::query(select_applications!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(application).transpose()
    }

    /// Everything that somebody has applied for, or begun to.
    pub async fn applications_of(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<Application>, StoreError> {
        let rows = sqlx::query(select_applications!("where person_id = $1 order by id"))
            .bind(person.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(application).collect()
    }

    /// Every application to a programme that was sent.
    pub async fn applications_to(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<Application>, StoreError> {
        let rows = sqlx::query(select_applications!(
            "where programme_id = $1 and state <> 'begun' order by number"
        ))
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(application).collect()
    }

    /// Stores how far an application has come.
    pub async fn put_application(&mut self, it: &Application) -> Result<(), StoreError> {
        let (state, sent_at) = match it.state {
            ApplicationState::Begun => ("begun", None),
            ApplicationState::Sent { at } => ("sent", Some(at.as_millisecond())),
        };
        sqlx::query(
            "update applications
                set role = $2, name = $3, notice_version = $4, answers = $5, state = $6, sent_at = $7
              where id = $1",
        )
        .bind(it.id.get())
        .bind(it.role.map(Role::as_str))
        .bind(&it.name)
        .bind(&it.notice)
        .bind(serde_json::json!(it.answers).to_string())
        .bind(state)
        .bind(sent_at)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Erases an application with everything that was said about it, and the applicant as well if
    /// nothing else is known of them.
    pub async fn erase_application(&mut self, it: &Application) -> Result<(), StoreError> {
        for statement in [
            "delete from applications where id = $1 and person_id = $2",
            // What is being sent this very moment is needed until it has arrived.
            "delete from outbox
              where kind like 'application.%' and state <> 'sending' and $1 = $1
                and (person_id = $2 or place_id in (select id from places where person_id = $2))",
        ] {
            let statement = sqlx::query(statement).bind(it.id.get()).bind(it.person.get());
            statement.execute(&mut *self.tx).await?;
        }
        let remains: i64 = sqlx::query_scalar(
            "select (select count(*) from members where person_id = $1)
                  + (select count(*) from applications where person_id = $1)",
        )
        .bind(it.person.get())
        .fetch_one(&mut *self.tx)
        .await?;
        if remains == 0 {
            self.erase_person(it.person).await?;
        }
        Ok(())
    }

    /// Erases somebody who takes part in nothing and has applied for nothing.
    async fn erase_person(&mut self, person: PersonId) -> Result<(), StoreError> {
        for statement in [
            "delete from outbox where person_id = $1",
            "delete from drafts where person_id = $1",
            "delete from invitations where person_id = $1",
            "delete from cases where person_id = $1",
            "update places set person_id = null where person_id = $1",
            "delete from accounts where person_id = $1",
            "delete from people where id = $1",
        ] {
            sqlx::query(statement).bind(person.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }
}

fn application(row: &AnyRow) -> Result<Application, StoreError> {
    let row = Row::of("applications", row)?;
    let role = row.maybe_text("role")?;
    let role = role.map(|role| Role::named(&role).ok_or_else(|| row.wrong(&role))).transpose()?;
    let state = match (row.text("state")?.as_str(), row.maybe_at("sent_at")?) {
        ("begun", None) => ApplicationState::Begun,
        ("sent", Some(at)) => ApplicationState::Sent { at },
        (state, _) => return Err(row.wrong(state)),
    };
    Ok(Application {
        id: ApplicationId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        person: PersonId::new(row.number("person_id")?),
        number: row.number("number")?,
        role,
        name: row.maybe_text("name")?,
        notice: row.maybe_text("notice_version")?,
        answers: serde_json::from_str(&row.text("answers")?).map_err(|why| row.wrong(why))?,
        state,
    })
}
