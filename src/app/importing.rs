//! Holds a list of people against what is known, and takes it in if nothing is wrong with it.

use super::{App, AppError, people::known_handles, promise::Under};
use crate::{
    domain::{
        account::{Account, Claim},
        ids::{PersonId, ProgrammeId},
        person::Member,
        role::Role,
    },
    files::{
        Fault,
        people::{self, People, RowProblem},
    },
    store::{StoreError, Work},
};

/// What came of a list of people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// Who is new.
    pub added: i64,
    /// Who was there and is described anew.
    pub changed: i64,
    /// Who has no account yet.
    pub waiting: i64,
    /// Rows that were left out.
    pub skipped: i64,
}

/// A list of people can't be taken in.
#[derive(Debug, thiserror::Error)]
pub enum Unimportable {
    /// It has faults, and nothing was taken in.
    #[error("the list has faults")]
    Faulty(Vec<Fault>),
    /// There is no such programme.
    #[error("there is no programme {0:?}")]
    NoProgramme(String),
    /// There is a programme of that short name, and its file says something else.
    #[error("the programme {slug:?} is there already, and its file says something else")]
    Differs {
        /// Its short name.
        slug: String,
        /// The lines that only the file in the database has.
        known: Vec<String>,
        /// The lines that only the new file has.
        new: Vec<String>,
    },
    /// The bot can't act.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<StoreError> for Unimportable {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}

impl App {
    /// Takes a list of people into the programme with that short name. With `skip_bad`, rows with
    /// faults are left out; else nothing is taken in until every row is right.
    pub async fn import(
        &self,
        slug: &str,
        file: &str,
        bytes: &[u8],
        skip_bad: bool,
    ) -> Result<(Imported, Vec<Fault>), Unimportable> {
        let mut work = self.store.begin().await?;
        let row = work.programme_named(slug).await?;
        let row = row.ok_or_else(|| Unimportable::NoProgramme(slug.to_owned()))?;
        let outline = self.outline(&row)?;
        let under = Under { programme: row.id, outline: &outline };
        let list = Self::read_list(&mut work, under, (file, bytes), None).await?;
        if !list.faults.is_empty() && !skip_bad {
            return Err(Unimportable::Faulty(list.faults));
        }
        let now = self.clock.now();
        let mut imported = self.take_in(&mut work, row.id, &outline, &list.rows, now).await?;
        work.save().await?;
        let mut lines: Vec<_> = list.faults.iter().filter_map(|fault| fault.line).collect();
        lines.dedup();
        imported.skipped = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        Ok((imported, list.faults))
    }

    /// Reads a list of people, and holds the accounts in it against those that are known. `by` are
    /// the parts of whoever sent it; none for whoever holds the database anyway.
    pub(super) async fn read_list(
        work: &mut Work,
        under: Under<'_>,
        (file, bytes): (&str, &[u8]),
        by: Option<&[Member]>,
    ) -> Result<People, AppError> {
        let programme = under.programme;
        let mut list = people::read(file, bytes);
        let known = known_handles(work, programme).await?;
        let mut rows = vec![];
        for row in list.rows {
            let owner = match &row.account {
                Some(account) => work.person_of(account).await?.map(|owner| owner.id),
                None => None,
            };
            let same = known.get(&row.id).copied();
            let fault = match (&row.account, &same) {
                (Some(_), Some(person)) => {
                    let is_settled = work.has_settled(*person, programme).await?;
                    match Claim::of(owner, *person, is_settled) {
                        Claim::Known | Claim::Granted => None,
                        Claim::OfAnother => Some(RowProblem::AccountOfAnother),
                        Claim::OwnersToDecide => Some(RowProblem::OtherAccount),
                    }
                }
                (Some(account), None) if Self::is_out_of_reach(work, account, by).await? => {
                    Some(RowProblem::AccountElsewhere)
                }
                (None, _) | (_, None) => None,
            };
            let fault = fault.map(|what| ("account", what));
            let fault = match fault {
                None if Self::lacks_guardian(work, under, row.role, same.or(owner)).await? => {
                    Some(("role", RowProblem::MinorOnAList))
                }
                known => known,
            };
            match fault {
                None => rows.push(row),
                Some((column, what)) => list.faults.push(Fault {
                    file: file.to_owned(),
                    line: Some(row.line),
                    name: Some(column.to_owned()),
                    what: what.into(),
                }),
            }
        }
        list.faults.sort_by_key(|fault| fault.line);
        Ok(People { rows, ..list })
    }

    /// Whether an account is that of somebody with whom a leader has nothing to do: their name is
    /// none of the leader's business, and whether they take part is theirs. They join with a code.
    pub(super) async fn is_out_of_reach(
        work: &mut Work,
        account: &Account,
        by: Option<&[Member]>,
    ) -> Result<bool, StoreError> {
        let (Some(by), Some(owner)) = (by, work.person_of(account).await?) else {
            return Ok(false);
        };
        let leads = |programme: ProgrammeId| {
            by.iter().any(|own| own.role == Role::Leader && own.programme == programme)
        };
        let is_self = by.iter().any(|own| own.person == owner.id);
        let (parts, applied) =
            (work.parts_of(owner.id).await?, work.applications_of(owner.id).await?);
        // A leader who was named by their account is no proof that they are known here.
        let takes_part =
            parts.iter().any(|part| part.role != Role::Leader && leads(part.programme));
        let is_elsewhere = parts.iter().any(|part| !leads(part.programme))
            || applied.iter().any(|application| !leads(application.programme));
        let has_applied = applied.iter().any(|application| leads(application.programme));
        let is_known = !parts.is_empty() && !is_elsewhere;
        Ok(!is_self && !takes_part && !has_applied && !is_known)
    }

    /// Whether somebody would become an adept without a guardian's consent, which is recorded
    /// before anything else where adepts are minors.
    pub(super) async fn lacks_guardian(
        work: &mut Work,
        under: Under<'_>,
        role: Role,
        person: Option<PersonId>,
    ) -> Result<bool, StoreError> {
        let recruitment = under.outline.recruitment.as_ref();
        if !recruitment.is_some_and(|one| one.needs_guardian(Some(role))) {
            return Ok(false);
        }
        let Some(person) = person else { return Ok(true) };
        let parts = work.parts_of(person).await?;
        let is_adept =
            parts.iter().any(|part| part.programme == under.programme && part.role == role);
        let applied = work.applications_of(person).await?;
        let mut applied = applied.iter().filter(|one| one.programme == under.programme);
        Ok(!is_adept && !applied.any(|one| one.consent.is_some()))
    }
}
