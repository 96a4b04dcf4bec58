//! Group sessions, and who comes to them.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    gathering::{Answer, CameBy, Gathering, GatheringState, Plan, Reply, Step},
    ids::{GatheringId, PersonId, PlaceId, ProgrammeId},
};

macro_rules! select_gatherings {
    ($which:literal) => {
        concat!(
            "select id, programme_id, number, key, plan, state, invite_at, invited_at,
                    is_time_asked, code, material
               from gatherings where ",
            $which
        )
    };
}

impl Work {
    /// Keeps a new group session. Says which it is.
    pub async fn add_gathering(
        &mut self,
        programme: ProgrammeId,
        key: Option<&str>,
        plan: &Plan,
        invite_at: Option<Timestamp>,
    ) -> Result<GatheringId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into gatherings (programme_id, number, key, plan, state, invite_at,
                                     is_time_asked)
             select $1, 1 + coalesce(max(number), 0), $2, $3, 'planned', $4, 0
               from gatherings where programme_id = $1
             returning id",
        )
        .bind(programme.get())
        .bind(key)
        .bind(serde_json::json!(plan).to_string())
        .bind(invite_at.map(Timestamp::as_millisecond))
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(GatheringId::new(id))
    }

    /// The group session with this id.
    pub async fn gathering(&mut self, id: GatheringId) -> Result<Option<Gathering>, StoreError> {
        let row = sqlx::query(select_gatherings!("id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(gathering).transpose()
    }

    /// All of a programme, in the order in which they were planned.
    pub async fn gatherings_of(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<Gathering>, StoreError> {
        let rows = sqlx::query(select_gatherings!("programme_id = $1 order by number"))
            .bind(programme.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(gathering).collect()
    }

    /// Stores a group session as it is now, and what is done about it next.
    pub async fn put_gathering(
        &mut self,
        it: &Gathering,
        next: Option<(Step, Timestamp)>,
    ) -> Result<(), StoreError> {
        let (state, ahead, since) = match it.state {
            GatheringState::Planned { invite_at } => ("planned", invite_at, None),
            GatheringState::Invited { at } => ("invited", None, Some(at)),
            GatheringState::Cancelled => ("cancelled", None, None),
        };
        sqlx::query(
            "update gatherings set plan = $2, state = $3, invite_at = $4, invited_at = $5,
                    is_time_asked = $6, code = $7, material = $8, step = $9, step_at = $10
              where id = $1",
        )
        .bind(it.id.get())
        .bind(serde_json::json!(it.plan).to_string())
        .bind(state)
        .bind(ahead.map(Timestamp::as_millisecond))
        .bind(since.map(Timestamp::as_millisecond))
        .bind(i64::from(it.is_time_asked))
        .bind(it.code.as_deref())
        .bind(it.material.as_deref())
        .bind(next.map(|(step, _)| step.as_str()))
        .bind(next.map(|(_, at)| at.as_millisecond()))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// The group sessions about which something is due by now, the oldest first.
    pub async fn gatherings_due(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<(GatheringId, Step)>, StoreError> {
        let rows =
            sqlx::query("select id, step from gatherings where step_at <= $1 order by step_at, id")
                .bind(now.as_millisecond())
                .fetch_all(&mut *self.tx)
                .await?;
        let read = |row| {
            let row = Row::of("gatherings", row)?;
            Ok((GatheringId::new(row.id()), row.known("step", Step::named)?))
        };
        rows.iter().map(read).collect()
    }

    /// What is due about one waits until then.
    pub async fn put_off_gathering(
        &mut self,
        id: GatheringId,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("update gatherings set step_at = $2 where id = $1 and step is not null")
            .bind(id.get())
            .bind(until.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// What is known of everybody who has answered or was there, in the order in which they said what
    /// they say now.
    pub async fn replies_to(&mut self, id: GatheringId) -> Result<Vec<Reply>, StoreError> {
        let rows = sqlx::query(
            "select id, person_id, answer, waits, said_at, came from replies
              where gathering_id = $1 order by id",
        )
        .bind(id.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(reply).collect()
    }

    /// What is known of one of them.
    pub async fn reply_of(
        &mut self,
        id: GatheringId,
        person: PersonId,
    ) -> Result<Option<Reply>, StoreError> {
        let row = sqlx::query(
            "select id, person_id, answer, waits, said_at, came from replies
              where gathering_id = $1 and person_id = $2",
        )
        .bind(id.get())
        .bind(person.get())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(reply).transpose()
    }

    /// Forgets who wanted to come, but not who was there.
    pub async fn forget_replies(&mut self, id: GatheringId) -> Result<(), StoreError> {
        for statement in [
            "delete from replies where gathering_id = $1 and came is null",
            "update replies set answer = null, waits = 0 where gathering_id = $1",
        ] {
            sqlx::query(statement).bind(id.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }

    /// Forgets what somebody has said of a group session, unless they were there.
    pub async fn forget_reply(
        &mut self,
        id: GatheringId,
        person: PersonId,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "delete from replies where gathering_id = $1 and person_id = $2 and came is null",
        )
        .bind(id.get())
        .bind(person.get())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores what is known of somebody and a group session.
    pub async fn put_reply(&mut self, to: GatheringId, it: &Reply) -> Result<(), StoreError> {
        // Whoever changes their mind goes to the end of the line.
        sqlx::query(
            "delete from replies
              where gathering_id = $1 and person_id = $2
                and coalesce(answer, '') <> coalesce($3, '')",
        )
        .bind(to.get())
        .bind(it.person.get())
        .bind(it.answer.map(Answer::as_str))
        .execute(&mut *self.tx)
        .await?;
        sqlx::query(
            "insert into replies (gathering_id, person_id, answer, waits, said_at, came)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (gathering_id, person_id) do update
                set answer = $3, waits = $4, said_at = $5, came = $6",
        )
        .bind(to.get())
        .bind(it.person.get())
        .bind(it.answer.map(Answer::as_str))
        .bind(i64::from(it.waits))
        .bind(it.said_at.as_millisecond())
        .bind(it.came.map(CameBy::as_str))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// What is to be shown in a platform's own calendar by now, and what it is called there already.
    pub async fn gatherings_to_mirror(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<(GatheringId, Option<String>, Timestamp)>, StoreError> {
        let rows = sqlx::query(
            "select id, event, event_at from gatherings where event_at <= $1
              order by event_at, id",
        )
        .bind(now.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("gatherings", row)?;
            Ok((GatheringId::new(row.id()), row.maybe_text("event")?, row.at("event_at")?))
        };
        rows.iter().map(read).collect()
    }

    /// Stores what a platform's own calendar calls one, and when it is to be shown anew, if it is:
    /// what has changed since it was looked at `due_at` is shown in any case.
    pub async fn put_event(
        &mut self,
        id: GatheringId,
        event: Option<&str>,
        due_at: Timestamp,
        again: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update gatherings
                set event = $2, event_at = case when event_at = $3 then $4 else event_at end
              where id = $1",
        )
        .bind(id.get())
        .bind(event)
        .bind(due_at.as_millisecond())
        .bind(again.map(Timestamp::as_millisecond))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Has a platform's own calendar show one anew, where there is such a calendar.
    pub async fn mirror_gathering(
        &mut self,
        id: GatheringId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update gatherings set event_at = $2
              where id = $1 and exists (select 1 from programmes
                                         where programmes.id = programme_id
                                           and channel_id is not null)",
        )
        .bind(id.get())
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Where a programme's group sessions are announced, if they are.
    pub async fn channel_of(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Option<PlaceId>, StoreError> {
        let id: Option<Option<i64>> =
            sqlx::query_scalar("select channel_id from programmes where id = $1")
                .bind(programme.get())
                .fetch_optional(&mut *self.tx)
                .await?;
        Ok(id.flatten().map(PlaceId::new))
    }

    /// The programmes whose group sessions are announced in a place.
    pub async fn programmes_announced_in(
        &mut self,
        place: PlaceId,
    ) -> Result<Vec<ProgrammeId>, StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("select id from programmes where channel_id = $1 order by id")
                .bind(place.get())
                .fetch_all(&mut *self.tx)
                .await?;
        Ok(ids.into_iter().map(ProgrammeId::new).collect())
    }

    /// Stores where they are announced from now on.
    pub async fn put_channel(
        &mut self,
        programme: ProgrammeId,
        place: Option<PlaceId>,
    ) -> Result<(), StoreError> {
        sqlx::query("update programmes set channel_id = $2 where id = $1")
            .bind(programme.get())
            .bind(place.map(PlaceId::get))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

fn gathering(row: &AnyRow) -> Result<Gathering, StoreError> {
    let row = Row::of("gatherings", row)?;
    let (invite_at, since) = (row.maybe_at("invite_at")?, row.maybe_at("invited_at")?);
    let state = row.known("state", |name| match (name, since) {
        ("planned", None) => Some(GatheringState::Planned { invite_at }),
        ("invited", Some(at)) => Some(GatheringState::Invited { at }),
        ("cancelled", None) => Some(GatheringState::Cancelled),
        _ => None,
    })?;
    Ok(Gathering {
        id: GatheringId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        number: row.number("number")?,
        key: row.maybe_text("key")?,
        plan: row.known("plan", |text| serde_json::from_str(text).ok())?,
        state,
        is_time_asked: row.number("is_time_asked")? == 1,
        code: row.maybe_text("code")?,
        material: row.maybe_text("material")?,
    })
}

fn reply(row: &AnyRow) -> Result<Reply, StoreError> {
    let row = Row::of("replies", row)?;
    let named = |name: Option<String>| name.map(|name| Answer::named(&name));
    let answer = match named(row.maybe_text("answer")?) {
        None => None,
        Some(Some(answer)) => Some(answer),
        Some(None) => return Err(row.wrong("answer is unknown")),
    };
    let came = match row.maybe_text("came")?.map(|name| CameBy::named(&name)) {
        None => None,
        Some(Some(came)) => Some(came),
        Some(None) => return Err(row.wrong("came is unknown")),
    };
    Ok(Reply {
        person: PersonId::new(row.number("person_id")?),
        answer,
        waits: row.number("waits")? == 1,
        said_at: row.at("said_at")?,
        came,
    })
}
