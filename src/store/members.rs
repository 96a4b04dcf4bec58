//! Who takes part in what.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{LeaderRoleId, MemberId, PersonId, ProgrammeId},
    person::Member,
    role::Role,
};

/// What a list of people says about one of them, besides name and account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemberRow {
    /// How many adepts a mentor can take.
    pub capacity: i64,
    /// Telephone or e-mail, for leaders' eyes.
    pub contact: Option<String>,
    /// The id of their line manager.
    pub manager: Option<String>,
    /// Where they work.
    pub organisation: Option<String>,
    /// Where they live.
    pub city: Option<String>,
    /// The languages they speak, separated by `|`, like all lists here.
    pub languages: Option<String>,
    /// What an adept wants more of.
    pub wants: Option<String>,
    /// What a mentor offers.
    pub offers: Option<String>,
    /// Whom they must not be paired with.
    pub never_with: Option<String>,
    /// Whom they must be paired with.
    pub fixed_with: Option<String>,
}

/// Somebody to take into a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMember {
    /// Which programme.
    pub programme: ProgrammeId,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// Their id in the programme's list of people.
    pub handle: String,
    /// What else the list says.
    pub row: MemberRow,
}

macro_rules! select_members {
    ($which:literal) => {
        concat!(
            "select members.id, programme_id, person_id, people.name, handle, role, capacity, by_role,
                    paused_since, pause_at, resume_at,
                    (select count(*) from accounts
                      where accounts.person_id = members.person_id) as accounts
               from members join people on people.id = members.person_id ",
            $which
        )
    };
}

impl Work {
    /// Where those who take part in a programme work, as far as that is known.
    pub async fn organisations(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<BTreeMap<PersonId, String>, StoreError> {
        let rows = sqlx::query(
            "select id, person_id, organisation from members
              where programme_id = $1 and role <> 'leader' and organisation is not null
              order by id",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("members", row)?;
            Ok((PersonId::new(row.number("person_id")?), row.text("organisation")?))
        };
        rows.iter().map(read).collect()
    }

    /// Everybody in a programme, but for those who were erased.
    pub async fn members(&mut self, programme: ProgrammeId) -> Result<Vec<Member>, StoreError> {
        let rows = sqlx::query(select_members!(
            "where programme_id = $1 and erased_at is null order by members.id"
        ))
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(member).collect()
    }

    /// All parts of one person.
    pub async fn parts_of(&mut self, person: PersonId) -> Result<Vec<Member>, StoreError> {
        let rows = sqlx::query(select_members!(
            "where person_id = $1 and erased_at is null order by members.id"
        ))
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(member).collect()
    }

    /// Those whose planned break has begun by now.
    pub async fn members_to_pause(&mut self, now: Timestamp) -> Result<Vec<Member>, StoreError> {
        let rows = sqlx::query(select_members!("where pause_at <= $1 order by members.id"))
            .bind(now.as_millisecond())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(member).collect()
    }

    /// Those who come back by now.
    pub async fn members_to_resume(&mut self, now: Timestamp) -> Result<Vec<Member>, StoreError> {
        let rows = sqlx::query(select_members!(
            "where resume_at <= $1 and paused_since is not null order by members.id"
        ))
        .bind(now.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(member).collect()
    }

    /// Until when somebody is on a break from what they take part in there: None inside if nobody
    /// knows. None if they aren't, or lead the programme themselves.
    pub async fn break_of(
        &mut self,
        person: PersonId,
        programme: ProgrammeId,
    ) -> Result<Option<Option<Timestamp>>, StoreError> {
        let row = sqlx::query(
            "select id, resume_at from members
              where person_id = $1 and programme_id = $2 and paused_since is not null
                and not exists (
                    select 1 from members as leads
                     where leads.person_id = $1 and leads.programme_id = $2
                       and leads.role = 'leader')
              order by id limit 1",
        )
        .bind(person.get())
        .bind(programme.get())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.map(|row| Row::of("members", &row)?.maybe_at("resume_at")).transpose()
    }

    /// Takes somebody in.
    pub async fn add_member(&mut self, new: &NewMember) -> Result<MemberId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into members (programme_id, person_id, role, handle, capacity, contact, manager,
                                  organisation, city, languages, wants, offers, never_with, fixed_with)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
             -- Whoever was erased and comes back is there again.
             on conflict (programme_id, person_id, role) do update
                set handle = excluded.handle, capacity = excluded.capacity,
                    contact = excluded.contact, manager = excluded.manager,
                    organisation = excluded.organisation, city = excluded.city,
                    languages = excluded.languages, wants = excluded.wants,
                    offers = excluded.offers, never_with = excluded.never_with,
                    fixed_with = excluded.fixed_with, erased_at = null
              where members.erased_at is not null
             returning id",
        )
        .bind(new.programme.get())
        .bind(new.person.get())
        .bind(new.role.as_str())
        .bind(&new.handle)
        .bind(new.row.capacity)
        .bind(&new.row.contact)
        .bind(&new.row.manager)
        .bind(&new.row.organisation)
        .bind(&new.row.city)
        .bind(&new.row.languages)
        .bind(&new.row.wants)
        .bind(&new.row.offers)
        .bind(&new.row.never_with)
        .bind(&new.row.fixed_with)
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(MemberId::new(id))
    }

    /// Stores what the list says now about somebody who is in it already.
    pub async fn put_member(&mut self, id: MemberId, row: &MemberRow) -> Result<(), StoreError> {
        sqlx::query(
            "update members set capacity = $2, contact = $3, manager = $4, organisation = $5,
                    city = $6, languages = $7, wants = $8, offers = $9, never_with = $10,
                    fixed_with = $11
              where id = $1",
        )
        .bind(id.get())
        .bind(row.capacity)
        .bind(&row.contact)
        .bind(&row.manager)
        .bind(&row.organisation)
        .bind(&row.city)
        .bind(&row.languages)
        .bind(&row.wants)
        .bind(&row.offers)
        .bind(&row.never_with)
        .bind(&row.fixed_with)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// What the list says about somebody.
    pub async fn member_row(&mut self, id: MemberId) -> Result<Option<MemberRow>, StoreError> {
        let row = sqlx::query(
            "select id, capacity, contact, manager, organisation, city, languages, wants, offers,
                    never_with, fixed_with
               from members where id = $1",
        )
        .bind(id.get())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(description).transpose()
    }

    /// What the list says about everybody in a programme.
    pub async fn member_rows(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<HashMap<MemberId, MemberRow>, StoreError> {
        let rows = sqlx::query(
            "select id, capacity, contact, manager, organisation, city, languages, wants, offers,
                    never_with, fixed_with
               from members where programme_id = $1",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        let rows = rows.iter().map(|row| {
            let id = MemberId::new(Row::of("members", row)?.id());
            Ok((id, description(row)?))
        });
        rows.collect()
    }

    /// Takes somebody out who has been in no pair.
    pub async fn remove_member(&mut self, id: MemberId) -> Result<(), StoreError> {
        self.forget_proposals(id).await?;
        sqlx::query("delete from members where id = $1")
            .bind(id.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Stores that somebody takes a break, or doesn't any longer.
    pub async fn put_pause(
        &mut self,
        id: MemberId,
        since: Option<Timestamp>,
        resume_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update members set paused_since = $2, resume_at = $3, pause_at = null where id = $1",
        )
        .bind(id.get())
        .bind(since.map(Timestamp::as_millisecond))
        .bind(resume_at.map(Timestamp::as_millisecond))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores that somebody will take a break.
    pub async fn plan_pause(
        &mut self,
        id: MemberId,
        pause_at: Timestamp,
        resume_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update members set paused_since = null, resume_at = $3, pause_at = $2 where id = $1",
        )
        .bind(id.get())
        .bind(pause_at.as_millisecond())
        .bind(resume_at.map(Timestamp::as_millisecond))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}

fn description(row: &AnyRow) -> Result<MemberRow, StoreError> {
    let row = Row::of("members", row)?;
    Ok(MemberRow {
        capacity: row.number("capacity")?,
        contact: row.maybe_text("contact")?,
        manager: row.maybe_text("manager")?,
        organisation: row.maybe_text("organisation")?,
        city: row.maybe_text("city")?,
        languages: row.maybe_text("languages")?,
        wants: row.maybe_text("wants")?,
        offers: row.maybe_text("offers")?,
        never_with: row.maybe_text("never_with")?,
        fixed_with: row.maybe_text("fixed_with")?,
    })
}

fn member(row: &AnyRow) -> Result<Member, StoreError> {
    let row = Row::of("members", row)?;
    Ok(Member {
        id: MemberId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        person: PersonId::new(row.number("person_id")?),
        name: row.text("name")?,
        handle: row.text("handle")?,
        role: row.known("role", Role::named)?,
        capacity: row.number("capacity")?,
        paused_since: row.maybe_at("paused_since")?,
        pause_at: row.maybe_at("pause_at")?,
        resume_at: row.maybe_at("resume_at")?,
        by_role: row.maybe_number("by_role")?.map(LeaderRoleId::new),
        has_joined: row.number("accounts")? > 0,
    })
}
