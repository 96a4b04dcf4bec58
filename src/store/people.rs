//! Human beings and their accounts.

use jiff::{SignedDuration, Timestamp, civil::Time, tz::TimeZone};
use sqlx::any::AnyRow;

use super::{Store, StoreError, Work, row::Row};
use crate::domain::{
    account::{Account, PlatformName},
    calendar::Hours,
    ids::{PersonId, ProgrammeId},
    locale::Locale,
    person::Person,
    reminder::Reminding,
};

/// How long after an account is known it is asked for the first time whether its owner is there.
const FIRST_LOOK: SignedDuration = SignedDuration::from_hours(24);

macro_rules! select_people {
    ($which:literal) => {
        concat!(
            "select people.id, name, locale, people.zone, hours_from, hours_until, reminders
               from people ",
            $which
        )
    };
}

impl Work {
    /// The person with this id.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let row = sqlx::query(select_people!("where people.id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(person).transpose()
    }

    /// Whose account this is.
    pub async fn person_of(&mut self, account: &Account) -> Result<Option<Person>, StoreError> {
        let row = sqlx::query(select_people!(
            "join accounts on accounts.person_id = people.id
              where platform = $1 and address = $2"
        ))
        .bind(account.platform.as_str())
        .bind(&account.address)
        .fetch_optional(&mut *self.tx)
        .await?;
        row.as_ref().map(person).transpose()
    }

    /// Stores a new person.
    pub async fn add_person(
        &mut self,
        name: &str,
        locale: &Locale,
        zone: Option<&TimeZone>,
    ) -> Result<PersonId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into people (name, locale, zone) values ($1, $2, $3) returning id",
        )
        .bind(name)
        .bind(locale.as_str())
        .bind(zone.and_then(TimeZone::iana_name))
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(PersonId::new(id))
    }

    /// Stores what a person is called and how they want to be spoken to.
    pub async fn put_person(&mut self, person: &Person) -> Result<(), StoreError> {
        let from = person.hours.map(|hours| minutes(hours.from()));
        let until = person.hours.map(|hours| match minutes(hours.until()) {
            0 => 24 * 60,
            minutes => minutes,
        });
        sqlx::query(
            "update people set name = $2, locale = $3, zone = $4, hours_from = $5, hours_until = $6,
                    reminders = $7
              where id = $1",
        )
        .bind(person.id.get())
        .bind(&person.name)
        .bind(person.locale.as_str())
        .bind(person.zone.as_ref().and_then(TimeZone::iana_name))
        .bind(from)
        .bind(until)
        .bind(person.reminders.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores the language that a list gives a person, unless they have chosen one themselves.
    pub async fn suggest_locale(
        &mut self,
        person: PersonId,
        locale: &Locale,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update people set locale = $2, locale_by = 'list'
              where id = $1 and locale_by <> 'self'",
        )
        .bind(person.get())
        .bind(locale.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Stores the language in which a person uses a platform, unless anybody has said which one is
    /// theirs. Says whether it is stored.
    pub async fn learn_locale(
        &mut self,
        person: PersonId,
        locale: &Locale,
    ) -> Result<bool, StoreError> {
        let learnt = sqlx::query(
            "update people set locale = $2, locale_by = 'platform'
              where id = $1 and locale_by in ('nobody', 'platform')",
        )
        .bind(person.get())
        .bind(locale.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(learnt.rows_affected() > 0)
    }

    /// Stores the language that a person has chosen.
    pub async fn choose_locale(
        &mut self,
        person: PersonId,
        locale: &Locale,
    ) -> Result<(), StoreError> {
        sqlx::query("update people set locale = $2, locale_by = 'self' where id = $1")
            .bind(person.get())
            .bind(locale.as_str())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Gives an account to a person.
    pub async fn add_account(
        &mut self,
        person: PersonId,
        account: &Account,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "insert into accounts (person_id, platform, address, since_at, look_at)
             values ($1, $2, $3, $4, $5) on conflict (platform, address) do nothing",
        )
        .bind(person.get())
        .bind(account.platform.as_str())
        .bind(&account.address)
        .bind(now.as_millisecond())
        .bind((now + FIRST_LOOK).as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        // Whoever has come needs no code any more, and nobody else shall use it.
        sqlx::query("delete from invitations where person_id = $1 and used_at is null")
            .bind(person.get())
            .execute(&mut *self.tx)
            .await?;
        // A conversation that began before the person was known is theirs now.
        sqlx::query(
            "update places set person_id = $1
              where person_id is null and platform = $2 and account = $3",
        )
        .bind(person.get())
        .bind(account.platform.as_str())
        .bind(&account.address)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Notes when an account has spoken last: it is its person's for certain.
    pub async fn note_account(
        &mut self,
        account: &Account,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update accounts set spoke_at = $3
              where platform = $1 and address = $2",
        )
        .bind(account.platform.as_str())
        .bind(&account.address)
        .bind(now.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Whether a person's accounts are theirs to change: one of them has spoken, or is good for
    /// another programme than this one.
    pub async fn has_settled(
        &mut self,
        person: PersonId,
        programme: ProgrammeId,
    ) -> Result<bool, StoreError> {
        let count: i64 = sqlx::query_scalar(
            "select count(*) from accounts
              where person_id = $1
                and (spoke_at is not null or exists (
                        select 1 from members
                         where members.person_id = $1 and programme_id <> $2))",
        )
        .bind(person.get())
        .bind(programme.get())
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(count > 0)
    }

    /// Takes away the accounts of a person on a platform. Nothing is said there any more.
    pub async fn remove_accounts(
        &mut self,
        person: PersonId,
        platform: PlatformName,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update places set state = 'gone', person_id = null
              where person_id = $1 and platform = $2",
        )
        .bind(person.get())
        .bind(platform.as_str())
        .execute(&mut *self.tx)
        .await?;
        sqlx::query("delete from accounts where person_id = $1 and platform = $2")
            .bind(person.get())
            .bind(platform.as_str())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// A person's accounts, the first one first.
    pub async fn accounts_of(&mut self, person: PersonId) -> Result<Vec<Account>, StoreError> {
        let rows = sqlx::query(
            "select id, platform, address from accounts where person_id = $1 order by id",
        )
        .bind(person.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(account).collect()
    }

    /// Moves everything of one person to another, who turned out to be the same.
    pub async fn merge_people(&mut self, from: PersonId, into: PersonId) -> Result<(), StoreError> {
        for statement in [
            "update members set person_id = $2 where person_id = $1",
            // Its address is sealed for whoever gave it.
            "delete from own_calendars where person_id = $1 and $2 <> $1",
            "update accounts set person_id = $2 where person_id = $1",
            "update places set person_id = $2 where person_id = $1",
            "update drafts set person_id = $2 where person_id = $1",
            "update cases set person_id = $2 where person_id = $1",
            "update acts set person_id = $2 where person_id = $1",
            "update acts set about_id = $2 where about_id = $1",
            // Nor does anybody read the same twice.
            "delete from lessons
              where person_id = $1 and $2 <> $1 and exists (
                    select 1 from lessons as known
                     where known.person_id = $2 and known.programme_id = lessons.programme_id
                       and known.lesson = lessons.lesson)",
            "update lessons set person_id = $2 where person_id = $1",
            // What they said last as the one that they are stays.
            "delete from replies
              where person_id = $1 and $2 <> $1 and gathering_id in (
                    select gathering_id from replies where person_id = $2)",
            "update replies set person_id = $2 where person_id = $1",
            // So does what they have answered, and they are asked once.
            "delete from round_answers
              where person_id = $1 and $2 <> $1 and round_id in (
                    select round_id from round_people where person_id = $2)",
            "delete from round_people
              where person_id = $1 and $2 <> $1 and round_id in (
                    select round_id from round_people where person_id = $2)",
            // What is sealed opens for nobody else.
            "delete from round_answers where person_id = $1 and $2 <> $1 and key is not null",
            "update round_people set person_id = $2 where person_id = $1",
            "update round_answers set person_id = $2 where person_id = $1",
            // Whoever has applied twice is asked once: what was sent stays.
            "delete from applications
              where state = 'begun' and person_id in ($1, $2) and $2 <> $1
                and exists (select 1 from applications as other
                             where other.person_id in ($1, $2)
                               and other.person_id <> applications.person_id
                               and other.programme_id = applications.programme_id
                               and (other.state <> 'begun' or other.person_id = $2))",
            "delete from assessments
              where $2 <> $1 and application_id in (
                    select id from applications where person_id = $1 and programme_id in (
                    select programme_id from applications where person_id = $2))",
            "delete from application_notes
              where $2 <> $1 and application_id in (
                    select id from applications where person_id = $1 and programme_id in (
                    select programme_id from applications where person_id = $2))",
            "delete from applications
              where person_id = $1 and $2 <> $1 and programme_id in (
                    select programme_id from applications where person_id = $2)",
            "update applications set person_id = $2 where person_id = $1",
            "delete from assessments
              where person_id = $1 and $2 <> $1 and application_id in (
                    select application_id from assessments where person_id = $2)",
            "update assessments set person_id = $2 where person_id = $1",
            "update application_notes set person_id = $2 where person_id = $1",
            "update outbox set person_id = $2, receiver = 'person:' || cast(cast($2 as bigint) as text)
              where person_id = $1",
            "delete from invitations where person_id = $1 and $2 <> $1",
            "delete from people where id = $1 and $2 <> $1",
        ] {
            sqlx::query(statement).bind(from.get()).bind(into.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }
}

impl Store {
    /// Whether this is the account of somebody in a programme.
    pub async fn knows(&self, account: &Account) -> Result<bool, StoreError> {
        let found: i64 = sqlx::query_scalar(
            "select count(*) from accounts where platform = $1 and address = $2",
        )
        .bind(account.platform.as_str())
        .bind(&account.address)
        .fetch_one(&self.pool)
        .await?;
        Ok(found > 0)
    }
}

fn minutes(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

fn time(minutes: i64) -> Option<Time> {
    let minutes = minutes % (24 * 60);
    Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
}

pub(super) fn account(row: &AnyRow) -> Result<Account, StoreError> {
    let row = Row::of("accounts", row)?;
    Ok(Account {
        platform: row.known("platform", |name| name.parse::<PlatformName>().ok())?,
        address: row.text("address")?,
    })
}

fn person(row: &AnyRow) -> Result<Person, StoreError> {
    let row = Row::of("people", row)?;
    let hours = match (row.maybe_number("hours_from")?, row.maybe_number("hours_until")?) {
        (None, None) => None,
        (from, until) => {
            let hours = from.and_then(time).zip(until.and_then(time));
            let hours = hours.and_then(|(from, until)| Hours::new(from, until));
            Some(hours.ok_or_else(|| row.wrong(format!("the hours are {from:?} to {until:?}")))?)
        }
    };
    Ok(Person {
        id: PersonId::new(row.id()),
        name: row.text("name")?,
        locale: Locale::new(&row.text("locale")?),
        zone: row.maybe_zone("zone")?,
        hours,
        reminders: row.known("reminders", Reminding::named)?,
    })
}
