//! Erases people: what is left of them are numbers that others' statistics need.

use std::sync::atomic::Ordering;

use jiff::Timestamp;
use sqlx::{Any, any::AnyArguments, query::Query};

use super::{StoreError, Work};
use crate::domain::ids::{PersonId, ProgrammeId};

/// The parts that somebody, `$1`, has in a programme, `$2`, or in all of them.
macro_rules! theirs {
    () => {
        "(select id from members
           where person_id = $1 and programme_id = coalesce($2, programme_id))"
    };
}

/// The pairs that they were in there.
macro_rules! their_pairs {
    () => {
        concat!(
            "(select id from pairs where mentor_id in ",
            theirs!(),
            " or adept_id in ",
            theirs!(),
            ")"
        )
    };
}

/// The rooms of these pairs. What somebody says aside in one of them is their own.
macro_rules! their_rooms {
    () => {
        concat!("(select id from places where kind = 'shared' and pair_id in ", their_pairs!(), ")")
    };
}

/// The applications that they have made there.
macro_rules! their_applications {
    () => {
        "(select id from applications
           where person_id = $1 and programme_id = coalesce($2, programme_id))"
    };
}

/// What is erased of somebody's parts in programmes.
const PARTS: &[&str] = &[
    concat!("delete from outbox where pair_id in ", their_pairs!()),
    concat!(
        "delete from outbox where place_id in ",
        their_rooms!(),
        " or posted_to in ",
        their_rooms!()
    ),
    // What they were to be told there is nothing to them any longer.
    "delete from outbox
      where person_id = $1 and programme_id = coalesce($2, programme_id) and state <> 'sending'",
    concat!("delete from drafts where place_id in ", their_rooms!()),
    concat!("delete from places where id in ", their_rooms!()),
    concat!("update places set pair_id = null where pair_id in ", their_pairs!()),
    concat!(
        "update cases set note = null, state = 'closed', wake_at = null
          where state in ('open', 'later') and pair_id in ",
        their_pairs!()
    ),
    concat!("update cases set note = null where pair_id in ", their_pairs!()),
    "delete from cases where person_id = $1 and programme_id = coalesce($2, programme_id)",
    concat!("update agreements set clauses = '[]' where pair_id in ", their_pairs!()),
    concat!("update meetings set place = null where pair_id in ", their_pairs!()),
    concat!("update pairs set mentor_touch = null where mentor_id in ", theirs!()),
    concat!("update pairs set adept_touch = null where adept_id in ", theirs!()),
    concat!("delete from ties where mentor_id in ", theirs!(), " or adept_id in ", theirs!()),
    concat!("delete from proposals where mentor_id in ", theirs!(), " or adept_id in ", theirs!()),
    concat!("delete from assessments where application_id in ", their_applications!()),
    concat!("delete from application_notes where application_id in ", their_applications!()),
    concat!("delete from applications where id in ", their_applications!()),
    concat!("delete from reminders where member_id in ", theirs!()),
    concat!("delete from impressions where member_id in ", theirs!()),
    concat!("delete from reflections where member_id in ", theirs!()),
    concat!("delete from notes where member_id in ", theirs!()),
    concat!(
        "delete from goal_changes
          where goal_id in (select id from goals where member_id in ",
        theirs!(),
        ")"
    ),
    concat!("delete from goals where member_id in ", theirs!()),
    "delete from lessons where person_id = $1 and programme_id = coalesce($2, programme_id)",
    "delete from replies
      where person_id = $1 and gathering_id in (
            select id from gatherings where programme_id = coalesce($2, programme_id))",
    "delete from round_answers
      where person_id = $1 and round_id in (
            select id from rounds where programme_id = coalesce($2, programme_id))",
    "delete from round_people
      where person_id = $1 and round_id in (
            select id from rounds where programme_id = coalesce($2, programme_id))",
    "delete from acts where about_id = $1 and programme_id = coalesce($2, programme_id)",
    concat!(
        "delete from members
          where id in ",
        theirs!(),
        " and not exists (select 1 from pairs where members.id in (mentor_id, adept_id))"
    ),
    concat!(
        "update members
            set handle = 'erased-' || id, capacity = 0, contact = null, manager = null,
                organisation = null, city = null, languages = null, wants = null, offers = null,
                never_with = null, fixed_with = null, by_role = null, paused_since = null,
                pause_at = null, resume_at = null
          where id in ",
        theirs!()
    ),
];

/// What is erased of a person who has no parts any longer.
const PERSON: &[&str] = &[
    "delete from outbox
      where person_id = $1
         or place_id in (select id from places where person_id = $1)
         or posted_to in (select id from places where person_id = $1)",
    "delete from drafts
      where person_id = $1 or place_id in (select id from places where person_id = $1)",
    "delete from application_notes where person_id = $1",
    // Of parts that ended long ago.
    "delete from lessons where person_id = $1",
    "delete from replies where person_id = $1",
    "delete from round_answers where person_id = $1",
    "delete from round_people where person_id = $1",
    "delete from cases where person_id = $1",
    "delete from acts where about_id = $1",
    "delete from invitations where person_id = $1",
    "delete from failed_codes
      where account in (select platform || ':' || address from accounts where person_id = $1)",
    // The conversation itself is needed until the last word has been said in it.
    "update places
        set person_id = null,
            locale = coalesce(locale, (select locale from people where people.id = person_id))
      where person_id = $1",
    "delete from own_calendars where person_id = $1",
    "delete from accounts where person_id = $1",
];

impl Work {
    /// Erases the part that a person has in a programme, or everything about them. Whoever was in a
    /// pair is called `instead` from now on, so that the pair can still be counted.
    pub async fn erase(
        &mut self,
        person: PersonId,
        programme: Option<ProgrammeId>,
        instead: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.mark_erasing();
        let programme = programme.map(ProgrammeId::get);
        for statement in PARTS {
            of(person, statement).bind(programme).execute(&mut *self.tx).await?;
        }
        of(person, concat!("update members set erased_at = $3 where id in ", theirs!()))
            .bind(programme)
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        if self.takes_part(person).await? {
            return Ok(());
        }
        for statement in PERSON {
            of(person, statement).execute(&mut *self.tx).await?;
        }
        of(
            person,
            "delete from people
              where id = $1 and not exists (select 1 from members where person_id = $1)
                and not exists (select 1 from assessments where person_id = $1)
                and not exists (select 1 from acts where person_id = $1)",
        )
        .execute(&mut *self.tx)
        .await?;
        of(
            person,
            "update people set name = $2, zone = null, locale_by = 'nobody', hours_from = null,
                    hours_until = null
              where id = $1",
        )
        .bind(instead)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Whether somebody takes part in anything, or has applied to.
    pub async fn takes_part(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let found: i64 = sqlx::query_scalar(
            "select (select count(*) from members where person_id = $1 and erased_at is null)
                  + (select count(*) from applications where person_id = $1)",
        )
        .bind(person.get())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(found > 0)
    }

    /// Erases what people noted for themselves in a programme, the goals in it, and what they have
    /// answered.
    pub async fn erase_own_words(&mut self, programme: ProgrammeId) -> Result<(), StoreError> {
        self.mark_erasing();
        for statement in [
            "delete from notes
              where member_id in (select id from members where programme_id = $1)",
            "delete from goal_changes
              where goal_id in (select goals.id from goals
                                  join members on members.id = goals.member_id
                                 where programme_id = $1)",
            "delete from goals
              where member_id in (select id from members where programme_id = $1)",
            "delete from voices where round_id in (select id from rounds where programme_id = $1)",
            "delete from round_answers
              where round_id in (select id from rounds where programme_id = $1)",
            "delete from round_people
              where round_id in (select id from rounds where programme_id = $1)",
            "delete from replies
              where gathering_id in (select id from gatherings where programme_id = $1)",
        ] {
            sqlx::query(statement).bind(programme.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }

    /// What is erased now must not be left in the database's files either.
    pub(super) fn mark_erasing(&self) {
        self.has_erased.store(true, Ordering::Relaxed);
    }

    /// Forgets conversations with those who are nobody that the bot knows, once nothing more is to
    /// be said and they have been silent since `before`.
    pub async fn forget_strangers(&mut self, before: Timestamp) -> Result<(), StoreError> {
        macro_rules! forgotten {
            () => {
                "(select id from places
                   where person_id is null and pair_id is null and kind <> 'shared'
                     and (spoke_at is null or spoke_at < $1)
                     and not exists (select 1 from accounts
                                      where accounts.platform = places.platform
                                        and accounts.address = places.account)
                     and not exists (select 1 from outbox
                                      where outbox.state in ('waiting', 'sending')
                                        and places.id in (outbox.place_id, outbox.posted_to)))"
            };
        }
        for statement in [
            concat!(
                "delete from outbox
                  where place_id in ",
                forgotten!(),
                " or posted_to in ",
                forgotten!()
            ),
            concat!("delete from drafts where place_id in ", forgotten!()),
            concat!("delete from places where id in ", forgotten!()),
        ] {
            let done =
                sqlx::query(statement).bind(before.as_millisecond()).execute(&mut *self.tx).await?;
            if done.rows_affected() > 0 {
                self.mark_erasing();
            }
        }
        Ok(())
    }
}

fn of(person: PersonId, statement: &'static str) -> Query<'static, Any, AnyArguments> {
    sqlx::query(statement).bind(person.get())
}
