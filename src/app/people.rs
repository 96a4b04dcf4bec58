//! Programmes, and the people who are taken into them.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{
    App, AppError,
    importing::{Imported, Unimportable},
    preparation::LEFT_ALONE,
    promise::Under,
};
use crate::{
    domain::{
        account::Account,
        ids::{PersonId, ProgrammeId},
        person::first_name,
        programme::{Outline, ProgrammeState},
        role::Role,
        when::normalise,
    },
    files::{people::PersonRow, programme},
    store::{MemberRow, NewMember, StoreError, Work},
};

impl App {
    /// Makes a programme of a file, unless there is one already that the file describes. Says
    /// which it is. To change one is for its leaders, who are shown first what would change.
    pub async fn add_programme(
        &self,
        file: &str,
        text: &str,
    ) -> Result<(ProgrammeId, Outline), Unimportable> {
        let outline = programme::read(file, text).map_err(Unimportable::Faulty)?;
        let mut work = self.store.begin().await?;
        let id = if let Some(known) = work.programme_named(outline.slug.as_str()).await? {
            let stored = self.outline(&known)?;
            if let Some((known, new)) = programme::difference(&stored, &outline) {
                let slug = outline.slug.as_str().to_owned();
                return Err(Unimportable::Differs { slug, known, new });
            }
            known.id
        } else {
            let now = self.clock.now();
            let id = work.add_programme(outline.slug.as_str(), text, now + LEFT_ALONE).await?;
            self.take_in_gatherings(&mut work, id, &[], now).await?;
            id
        };
        work.save().await?;
        Ok((id, outline))
    }

    /// Sets up a programme with its people and pairs and starts it, as its leader would by typing.
    pub async fn rehearse(
        &self,
        outline: &Outline,
        file: &str,
        rows: &[PersonRow],
        pairs: &[(String, String)],
    ) -> Result<(), Unimportable> {
        let now = self.clock.now();
        let mut work = self.store.begin().await?;
        let id = work.add_programme(outline.slug.as_str(), file, now + LEFT_ALONE).await?;
        self.take_in(&mut work, id, outline, rows, now).await?;
        let members = work.members(id).await?;
        let member = |handle: &str, role: Role| {
            let found =
                members.iter().find(|member| member.handle == handle && member.role == role);
            found.map(|member| member.id)
        };
        for (mentor, adept) in pairs {
            let both = member(mentor, Role::Mentor).zip(member(adept, Role::Adept));
            if let Some((mentor, adept)) = both {
                work.add_pair(id, mentor, adept, now).await?;
            }
        }
        work.put_state(id, ProgrammeState::Running, now).await?;
        self.take_in_gatherings(&mut work, id, &[], now).await?;
        self.plan_ahead(&mut work, id, now).await?;
        for pair in work.pairs_of_programme(id).await? {
            self.begin_pair(&mut work, Under { programme: id, outline }, &pair, now).await?;
        }
        Ok(work.save().await?)
    }

    /// Takes people in, or describes them anew.
    pub(super) async fn take_in(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        outline: &Outline,
        rows: &[PersonRow],
        now: Timestamp,
    ) -> Result<Imported, AppError> {
        let mut imported = Imported::default();
        let members = work.members(programme).await?;
        let mut handles = known_handles(work, programme).await?;
        for row in rows {
            let same = handles.get(&row.id).copied();
            let owner = match &row.account {
                Some(account) => work.person_of(account).await?.map(|owner| owner.id),
                None => None,
            };
            let person = match (same, owner) {
                (Some(same), _) => same,
                (None, Some(owner)) => owner,
                (None, None) => self.new_person(work, row, outline).await?,
            };
            handles.insert(row.id.clone(), person);
            let mut is_changed = false;
            if let Some(account) = row.account.as_ref().filter(|_| owner.is_none()) {
                // Whatever stood there before was wrong: nobody has ever spoken from it.
                work.remove_accounts(person, account.platform).await?;
                work.add_account(person, account, now).await?;
                is_changed = true;
            }
            // Whoever takes part elsewhere too isn't renamed from here.
            let parts = work.parts_of(person).await?;
            let is_new = same.is_none() && owner.is_none();
            let is_ours = is_new || !parts.is_empty();
            if is_ours
                && parts.iter().all(|part| part.programme == programme)
                && let Some(mut known) = work.person(person).await?
            {
                is_changed |= known.name != row.name;
                known.name.clone_from(&row.name);
                work.put_person(&known).await?;
                // What a person chose for themselves stays.
                if let Some(locale) = &row.locale {
                    is_changed |= known.locale != *locale;
                    work.suggest_locale(person, locale).await?;
                }
            }
            let described = described(row);
            let part =
                members.iter().find(|member| member.person == person && member.role == row.role);
            if let Some(part) = part {
                if work.member_row(part.id).await?.as_ref() != Some(&described) {
                    work.put_member(part.id, &described).await?;
                    is_changed = true;
                }
                imported.changed += i64::from(is_changed);
            } else {
                let new = NewMember {
                    programme,
                    person,
                    role: row.role,
                    handle: row.id.clone(),
                    row: described,
                };
                work.add_member(&new).await?;
                imported.added += 1;
            }
        }
        let members = work.members(programme).await?;
        let waiting = members.iter().filter(|member| !member.has_joined);
        imported.waiting = i64::try_from(waiting.count()).unwrap_or(i64::MAX);
        Ok(imported)
    }

    async fn new_person(
        &self,
        work: &mut Work,
        row: &PersonRow,
        outline: &Outline,
    ) -> Result<PersonId, AppError> {
        let id = work.add_person(&row.name, &outline.locale, row.time_zone.as_ref()).await?;
        if let Some(locale) = &row.locale {
            work.suggest_locale(id, locale).await?;
        }
        Ok(id)
    }

    /// Takes in one person. None if they are there already.
    pub(super) async fn add_one(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        outline: &Outline,
        who: (&str, Role, Option<&Account>),
        now: Timestamp,
    ) -> Result<Option<PersonId>, AppError> {
        let (name, role, account) = who;
        let members = work.members(programme).await?;
        let known = match account {
            Some(account) => work.person_of(account).await?.map(|person| person.id),
            None => None,
        };
        if members.iter().any(|member| Some(member.person) == known && member.role == role) {
            return Ok(None);
        }
        let person = match known {
            Some(known) => known,
            None => work.add_person(name, &outline.locale, None).await?,
        };
        if let Some(account) = account {
            work.add_account(person, account, now).await?;
        }
        let same = members.iter().find(|member| member.person == person);
        let handle = same.map_or_else(
            || {
                let taken: Vec<_> = members.iter().map(|member| member.handle.as_str()).collect();
                free_handle(name, &taken)
            },
            |member| member.handle.clone(),
        );
        let row = MemberRow { capacity: 1, ..MemberRow::default() };
        work.add_member(&NewMember { programme, person, role, handle, row }).await?;
        Ok(Some(person))
    }
}

/// Who is meant by each id in a programme's list of people.
pub(super) async fn known_handles(
    work: &mut Work,
    programme: ProgrammeId,
) -> Result<HashMap<String, PersonId>, StoreError> {
    let members = work.members(programme).await?.into_iter();
    Ok(members.map(|member| (member.handle, member.person)).collect())
}

/// An id for somebody, made of their name: `anna`, `anna2`.
pub(super) fn free_handle(name: &str, taken: &[&str]) -> String {
    let first = normalise(&first_name(name));
    let plain: String = first.chars().filter(char::is_ascii_alphanumeric).take(30).collect();
    let plain = if plain.is_empty() { "person".to_owned() } else { plain };
    let numbered = (2..).map(|number: u32| format!("{plain}{number}"));
    std::iter::once(plain.clone())
        .chain(numbered)
        .find(|handle| !taken.contains(&handle.as_str()))
        .unwrap_or(plain)
}

fn described(row: &PersonRow) -> MemberRow {
    let list = |items: &[String]| (!items.is_empty()).then(|| items.join("|"));
    MemberRow {
        capacity: i64::from(row.capacity),
        contact: row.contact.clone(),
        manager: row.manager.clone(),
        organisation: row.organisation.clone(),
        city: row.city.clone(),
        languages: list(&row.languages),
        wants: list(&row.wants),
        offers: list(&row.offers),
        never_with: list(&row.never_with),
        fixed_with: list(&row.fixed_with),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_first_name() {
        check("Anna Ek", &[], "anna");
        check("Åsa Öst", &["asa"], "asa2");
        check("李", &[], "person");
    }

    #[track_caller]
    fn check(name: &str, taken: &[&str], expected: &str) {
        assert_eq!(free_handle(name, taken), expected);
    }
}
