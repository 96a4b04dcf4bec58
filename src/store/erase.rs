//! Erases people: what is left of them are numbers that others' statistics need.

use std::sync::atomic::Ordering;

use jiff::Timestamp;
use sqlx::{Any, any::AnyArguments, query::Query};

use super::{
    StoreError, Work,
    personal::{pairs, parts, places},
};
use crate::domain::ids::PersonId;

/// What is erased of somebody's parts in programmes. `$1` is the person.
const PARTS: &[&str] = &[
    concat!("delete from outbox where pair_id in ", pairs!()),
    concat!(
        "delete from outbox
          where coalesce(posted_to, place_id) in
                (select id from places where pair_id in ",
        pairs!(),
        ")"
    ),
    concat!(
        "delete from drafts
          where place_id in (select id from places where pair_id in ",
        pairs!(),
        ")"
    ),
    concat!("delete from places where pair_id in ", pairs!()),
    concat!(
        "update cases set note = null, state = 'closed', wake_at = null where pair_id in ",
        pairs!()
    ),
    concat!("update agreements set clauses = '[]' where pair_id in ", pairs!()),
    concat!("update meetings set place = null where pair_id in ", pairs!()),
    concat!("delete from ties where mentor_id in ", parts!(), " or adept_id in ", parts!()),
    concat!("delete from proposals where mentor_id in ", parts!(), " or adept_id in ", parts!()),
    "delete from members
      where person_id = $1
        and not exists (select 1 from pairs where members.id in (mentor_id, adept_id))",
    "update members
        set handle = 'erased-' || id, capacity = 0, contact = null, manager = null,
            organisation = null, city = null, languages = null, wants = null, offers = null,
            never_with = null, fixed_with = null, by_role = null, paused_since = null,
            pause_at = null, resume_at = null
      where person_id = $1",
];

/// What is erased of the person.
const PERSON: &[&str] = &[
    concat!(
        "delete from outbox
          where person_id = $1 or place_id in ",
        places!(),
        " or posted_to in ",
        places!()
    ),
    concat!("delete from drafts where person_id = $1 or place_id in ", places!()),
    "delete from assessments
      where application_id in (select id from applications where person_id = $1)",
    "delete from application_notes
      where person_id = $1
         or application_id in (select id from applications where person_id = $1)",
    "delete from applications where person_id = $1",
    "delete from cases where person_id = $1",
    "delete from invitations where person_id = $1",
    "delete from lessons where person_id = $1",
    "delete from failed_codes
      where account in (select platform || ':' || address from accounts where person_id = $1)",
    // The conversation itself is needed until the last word has been said in it.
    "update places
        set person_id = null,
            locale = coalesce(locale, (select locale from people where people.id = person_id))
      where person_id = $1",
    "delete from accounts where person_id = $1",
    "delete from acts where about_id = $1",
];

/// What is about a programme that a person takes part in or has applied to. Answers belong to no
/// programme, but are given in somebody's conversation.
macro_rules! around {
    () => {
        concat!(
            "(programme_id in ", around!(@programmes), "
              or (programme_id is null and coalesce(posted_to, place_id) in (
                    select places.id from places
                      join members as others on others.person_id = places.person_id
                     where others.programme_id in ", around!(@programmes), ")))"
        )
    };
    (@programmes) => {
        "(select programme_id from members where person_id = $1
          union select programme_id from applications where person_id = $1)"
    };
}

impl Work {
    /// Erases a person. Whoever was in a pair is called `instead` from now on, so that the pair can
    /// still be counted.
    pub async fn erase(
        &mut self,
        person: PersonId,
        instead: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.erase_all_of(person).await?;
        of(person, "update members set erased_at = $2 where person_id = $1")
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        sqlx::query(
            "update people set name = $2, zone = null, locale_by = 'nobody', hours_from = null,
                    hours_until = null
              where id = $1",
        )
        .bind(person.get())
        .bind(instead)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Erases everything about a person, and the person unless others' numbers need them.
    pub(super) async fn erase_all_of(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.has_erased.store(true, Ordering::Relaxed);
        for statement in PARTS.iter().chain(PERSON) {
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
        Ok(())
    }

    /// Takes everything that names somebody out of what others have been or are to be told, in the
    /// programmes that they had to do with. `name` is what they were called, `first` their first
    /// name. What waits is taken out where it has the whole name or goes to one of `partners`.
    pub async fn erase_mentions(
        &mut self,
        person: PersonId,
        (name, first): (&str, &str),
        partners: &[PersonId],
    ) -> Result<(), StoreError> {
        self.has_erased.store(true, Ordering::Relaxed);
        let (name, first) = (in_json(name), in_json(first));
        for statement in [
            concat!(
                "delete from outbox
                  where ",
                around!(),
                " and $3 = $3
                    and (replace(message, $2, '') <> message
                         or replace(document, $2, '') <> document)"
            ),
            concat!(
                "delete from outbox
                  where state not in ('waiting', 'sending') and ",
                around!(),
                " and $2 = $2
                    and replace(message, $3, '') <> message"
            ),
            "delete from drafts
              where $1 = $1
                and (replace(draft, $2, '') <> draft or replace(draft, $3, '') <> draft)",
        ] {
            let statement = of(person, statement).bind(&name).bind(&first);
            statement.execute(&mut *self.tx).await?;
        }
        for partner in partners {
            let statement = "delete from outbox
                              where person_id = $1 and replace(message, $2, '') <> message";
            of(*partner, statement).bind(&first).execute(&mut *self.tx).await?;
        }
        Ok(())
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
                self.has_erased.store(true, Ordering::Relaxed);
            }
        }
        Ok(())
    }
}

fn of(person: PersonId, statement: &'static str) -> Query<'static, Any, AnyArguments> {
    sqlx::query(statement).bind(person.get())
}

/// A name as JSON has it: the whole of a value, unless it is of several words, which stand for
/// nothing else wherever they are.
fn in_json(name: &str) -> String {
    let quoted = serde_json::Value::from(name).to_string();
    if name.contains(char::is_whitespace) { quoted.trim_matches('"').to_owned() } else { quoted }
}
