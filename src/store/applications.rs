//! Who wants to take part in what.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    application::{Application, ApplicationState, Consent, Decided, Decision, Told},
    ids::{ApplicationId, PersonId, ProgrammeId},
    role::Role,
};

macro_rules! select_applications {
    ($which:literal) => {
        concat!(
            "select id, programme_id, person_id, number, role, name, contact, guardian, consent_at, notice_version,
                    answers, state, begun_at, reminded_at, sent_at, decision, decided_at, told, told_at,
                    told_before, told_before_at
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
        let number: i64 = sqlx::query_scalar(
            "update programmes set applications = applications + 1 where id = $1
             returning applications",
        )
        .bind(programme.get())
        .fetch_one(&mut *self.tx)
        .await?;
        let id = sqlx::query_scalar(
            "insert into applications (programme_id, person_id, number, answers, state, begun_at)
             values ($1, $2, $3, '{}', 'begun', $4) returning id",
        )
        .bind(programme.get())
        .bind(person.get())
        .bind(number)
        .bind(now.as_millisecond())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(ApplicationId::new(id))
    }

    /// Begins an application, and gives it back.
    pub async fn begin_application(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Application, StoreError> {
        let id = self.add_application(programme, person, now).await?;
        let row = sqlx::query(select_applications!("where id = $1"))
            .bind(id.get())
            .fetch_one(&mut *self.tx)
            .await?;
        application(&row)
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

    /// The applications to a programme that wait for a guardian's consent, or have only been begun.
    pub async fn applications_begun(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<Application>, StoreError> {
        let rows = sqlx::query(select_applications!(
            "where programme_id = $1 and state = 'begun' order by number"
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
                set role = $2, name = $3, notice_version = $4, answers = $5, state = $6, sent_at = $7,
                    decision = $8, decided_at = $9, told_at = $10, guardian = $11, consent_at = $12,
                    reminded_at = $13, contact = $14, told = $15, told_before = $16, told_before_at = $17,
                    erase_at = case when $8 = 'declined' and $15 = 'declined' then erase_at end
              where id = $1",
        )
        .bind(it.id.get())
        .bind(it.role.map(Role::as_str))
        .bind(&it.name)
        .bind(&it.notice)
        .bind(serde_json::json!(it.answers).to_string())
        .bind(state)
        .bind(sent_at)
        .bind(it.decided.map(|decided| decided.decision.as_str()))
        .bind(it.decided.map(|decided| decided.at.as_millisecond()))
        .bind(it.told().map(|told| told.at.as_millisecond()))
        .bind(it.consent.as_ref().map(|consent| consent.guardian.clone()))
        .bind(it.consent.as_ref().map(|consent| consent.at.as_millisecond()))
        .bind(it.reminded_at.map(Timestamp::as_millisecond))
        .bind(&it.contact)
        .bind(it.told().map(|told| told.decision.as_str()))
        .bind(it.told().and_then(|told| told.before).map(|(before, _)| before.as_str()))
        .bind(it.told().and_then(|told| told.before).map(|(_, at)| at.as_millisecond()))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores when the data of somebody who was declined is erased.
    pub async fn erase_later(
        &mut self,
        id: ApplicationId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("update applications set erase_at = $2 where id = $1")
            .bind(id.get())
            .bind(at.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// The applications whose time is up, but for those whose letter has yet to arrive.
    pub async fn applications_to_erase(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<Application>, StoreError> {
        let rows = sqlx::query(select_applications!(
            "where erase_at <= $1
               and not exists (select 1 from outbox
                                where outbox.person_id = applications.person_id
                                  and outbox.state in ('waiting', 'sending'))
             order by id"
        ))
        .bind(now.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(application).collect()
    }

    /// Stores what a leader thinks of an application, in the place of what they thought before.
    pub async fn put_assessment(
        &mut self,
        application: ApplicationId,
        by: PersonId,
        points: &[u8],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into assessments (application_id, person_id, points, given_at)
             values ($1, $2, $3, $4)
             on conflict (application_id, person_id)
                do update set points = excluded.points, given_at = excluded.given_at",
        )
        .bind(application.get())
        .bind(by.get())
        .bind(serde_json::json!(points).to_string())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// What leaders think of the applications to a programme.
    pub async fn assessments(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<Assessment>, StoreError> {
        let rows = sqlx::query(
            "select assessments.id, application_id, assessments.person_id, people.name, points
               from assessments
               join applications on applications.id = application_id
               join people on people.id = assessments.person_id
              where applications.programme_id = $1 order by assessments.id",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let assessment = |row: &AnyRow| {
            let row = Row::of("assessments", row)?;
            Ok(Assessment {
                application: ApplicationId::new(row.number("application_id")?),
                by: PersonId::new(row.number("person_id")?),
                name: row.text("name")?,
                points: serde_json::from_str(&row.text("points")?).map_err(|why| row.wrong(why))?,
            })
        };
        rows.iter().map(assessment).collect()
    }

    /// Stores what a leader has noted about an applicant.
    pub async fn add_application_note(
        &mut self,
        application: ApplicationId,
        by: PersonId,
        words: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into application_notes (application_id, person_id, words, made_at)
             values ($1, $2, $3, $4)",
        )
        .bind(application.get())
        .bind(by.get())
        .bind(words)
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// What leaders have noted about an applicant: who, what and when.
    pub async fn application_notes(
        &mut self,
        application: ApplicationId,
    ) -> Result<Vec<(String, String, Timestamp)>, StoreError> {
        let rows = sqlx::query(
            "select application_notes.id, people.name, words, made_at
               from application_notes join people on people.id = person_id
              where application_id = $1 order by application_notes.id",
        )
        .bind(application.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let note = |row: &AnyRow| {
            let row = Row::of("application_notes", row)?;
            Ok((row.text("name")?, row.text("words")?, row.at("made_at")?))
        };
        rows.iter().map(note).collect()
    }

    /// Erases an application with everything that was said about it.
    pub async fn erase_application(&mut self, it: &Application) -> Result<(), StoreError> {
        self.mark_erasing();
        self.erase_shown(it.programme, it.person).await?;
        for statement in [
            "delete from assessments where application_id = $1",
            "delete from application_notes where application_id = $1",
            "delete from applications where id = $1",
        ] {
            sqlx::query(statement).bind(it.id.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }

    /// Erases what was said to somebody when they applied to a programme, and what its leaders were
    /// shown of all applications, which nobody needs who has seen it.
    pub async fn erase_shown(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
    ) -> Result<(), StoreError> {
        for statement in [
            // What is being sent this very moment is needed until it has arrived.
            "delete from outbox
              where kind like 'application.%' and state <> 'sending'
                and (programme_id is null or programme_id = $1)
                and (person_id = $2 or place_id in (select id from places where person_id = $2))",
            "delete from outbox
              where kind like 'selection.%' and priority = 0
                and state not in ('waiting', 'sending')
                and coalesce(posted_to, place_id) in (
                    select places.id from places
                      join members on members.person_id = places.person_id
                     where members.programme_id = $1 and members.person_id <> $2)",
        ] {
            sqlx::query(statement)
                .bind(programme.get())
                .bind(person.get())
                .execute(&mut *self.tx)
                .await?;
        }
        Ok(())
    }

    /// Those who have applied to a programme, or have begun to.
    pub async fn applicants(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<PersonId>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "select distinct person_id from applications where programme_id = $1 order by person_id",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        Ok(ids.into_iter().map(PersonId::new).collect())
    }
}

/// What a leader thinks of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Of which application.
    pub application: ApplicationId,
    /// Who thinks so.
    pub by: PersonId,
    /// What they are called.
    pub name: String,
    /// The points, in the order of the criteria.
    pub points: Vec<u8>,
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
    let decision = |column: &str| {
        let spelt = row.maybe_text(column)?;
        spelt.map(|spelt| Decision::named(&spelt).ok_or_else(|| row.wrong(&spelt))).transpose()
    };
    let before = decision("told_before")?.zip(row.maybe_at("told_before_at")?);
    let told = decision("told")?.zip(row.maybe_at("told_at")?);
    let told = told.map(|(decision, at)| Told { decision, at, before });
    let decision = decision("decision")?;
    let decided = decision.zip(row.maybe_at("decided_at")?);
    let decided = decided.map(|(decision, at)| Decided { decision, at, told });
    let consent = match (row.maybe_text("guardian")?, row.maybe_at("consent_at")?) {
        (Some(guardian), Some(at)) => Some(Consent { guardian, at }),
        _ => None,
    };
    Ok(Application {
        id: ApplicationId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        person: PersonId::new(row.number("person_id")?),
        number: row.number("number")?,
        role,
        name: row.maybe_text("name")?,
        contact: row.maybe_text("contact")?,
        consent,
        notice: row.maybe_text("notice_version")?,
        answers: serde_json::from_str(&row.text("answers")?).map_err(|why| row.wrong(why))?,
        begun_at: row.at("begun_at")?,
        reminded_at: row.maybe_at("reminded_at")?,
        state,
        decided,
    })
}
