//! Taking in applications that came in a file.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{App, AppError, importing::Unimportable};
use crate::{
    domain::{
        application::{Application, ApplicationState, Consent},
        ids::ProgrammeId,
        person::Member,
        programme::Outline,
        when::normalise,
    },
    files::{
        Fault,
        applications::{self, Applications, AppliedRow},
        people::{self, RowProblem},
    },
    store::Work,
};

/// What came of a file of applications.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// How many are new.
    pub added: i64,
    /// How many were there and say the same.
    pub known: i64,
    /// The columns that belong to no question.
    pub ignored: Vec<String>,
    /// Rows that were left out.
    pub skipped: i64,
}

/// A file of applications, held against what is known.
pub(super) struct Settled {
    /// The rows that are right, each with what its person has applied with already.
    rows: Vec<(AppliedRow, Option<Application>)>,
    ignored: Vec<String>,
    /// Whatever is wrong, in the order of the file.
    pub faults: Vec<Fault>,
    /// How many rows aren't taken in.
    left_out: usize,
}

impl App {
    /// Takes applications to the programme with that short name out of a file. With `skip_bad`, rows
    /// with faults are left out; else nothing is taken in until every row is right.
    pub async fn import_applications(
        &self,
        slug: &str,
        file: &str,
        bytes: &[u8],
        skip_bad: bool,
    ) -> Result<(Applied, Vec<Fault>), Unimportable> {
        let mut work = self.store.begin().await?;
        let row = work.programme_named(slug).await?;
        let row = row.ok_or_else(|| Unimportable::NoProgramme(slug.to_owned()))?;
        let outline = self.outline(&row)?;
        let Some(recruitment) = &outline.recruitment else {
            // Nobody can apply, so it is meant as a list of people.
            return Err(Unimportable::Faulty(people::read(file, bytes).faults));
        };
        let list = applications::read(file, bytes, recruitment, &outline.locale);
        let list = Self::settled(&mut work, row.id, file, list, None).await?;
        if !list.faults.is_empty() && !skip_bad {
            return Err(Unimportable::Faulty(list.faults));
        }
        let faults = list.faults.clone();
        let applied = self.take_applications(&mut work, row.id, &outline, list).await?;
        work.save().await?;
        Ok((applied, faults))
    }

    /// Holds the rows of a file against what is known. `by` are the parts of whoever sent it; none
    /// for whoever holds the database anyway.
    pub(super) async fn settled(
        work: &mut Work,
        programme: ProgrammeId,
        file: &str,
        list: Applications,
        by: Option<&[Member]>,
    ) -> Result<Settled, AppError> {
        let Applications { rows, ignored, mut faults, mut left_out } = list;
        let members = work.members(programme).await?;
        let mut settled = vec![];
        let mut owners = BTreeMap::new();
        for row in rows {
            let owner = match &row.account {
                Some(account) => work.person_of(account).await?.map(|owner| owner.id),
                None => None,
            };
            let first = owner.and_then(|owner| owners.insert(owner, row.line));
            let own = match first {
                // One person may have several accounts.
                Some(line) => Err(("account".to_owned(), RowProblem::AppliedTwice { line })),
                None => Self::own_application(work, programme, &row, &members, by).await?,
            };
            match own {
                Ok(known) => settled.push((row, known)),
                Err((column, what)) => {
                    left_out += 1;
                    faults.push(Fault {
                        file: file.to_owned(),
                        line: Some(row.line),
                        name: Some(column),
                        what: what.into(),
                    });
                }
            }
        }
        faults.sort_by_key(|fault| fault.line);
        Ok(Settled { rows: settled, ignored, faults, left_out })
    }

    /// Takes in the rows that are right.
    pub(super) async fn take_applications(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        outline: &Outline,
        list: Settled,
    ) -> Result<Applied, AppError> {
        let now = self.clock.now();
        let mut applied = Applied { ignored: list.ignored, ..Applied::default() };
        for (row, known) in list.rows {
            let is_there = known.is_some();
            Self::take_application(work, programme, outline, row, known, now).await?;
            applied.added += i64::from(!is_there);
            applied.known += i64::from(is_there);
        }
        applied.skipped = i64::try_from(list.left_out).unwrap_or(i64::MAX);
        work.wake_preparation(programme, now).await?;
        Ok(applied)
    }

    /// What the person of a row has applied with already; or why the row can't be taken in.
    async fn own_application(
        work: &mut Work,
        programme: ProgrammeId,
        row: &AppliedRow,
        members: &[Member],
        by: Option<&[Member]>,
    ) -> Result<Result<Option<Application>, (String, RowProblem)>, AppError> {
        let account = || "account".to_owned();
        let known = match &row.account {
            Some(said) => match work.person_of(said).await? {
                None => None,
                Some(owner) => {
                    let applied = work.applications_of(owner.id).await?;
                    let applied = applied.into_iter().find(|one| one.programme == programme);
                    if members.iter().any(|one| one.person == owner.id) && applied.is_none() {
                        return Ok(Err((account(), RowProblem::TakesPart)));
                    }
                    if applied.is_none() && Self::is_out_of_reach(work, said, by).await? {
                        return Ok(Err((account(), RowProblem::AccountElsewhere)));
                    }
                    applied
                }
            },
            None => Self::application_called(work, programme, row).await?,
        };
        let Some(known) = known else { return Ok(Ok(None)) };
        if known.state == ApplicationState::Begun {
            // What they have answered so far is theirs, and so is when they send it.
            return Ok(Err((account(), RowProblem::HasBegun)));
        }
        Ok(match contradiction(&known, row) {
            Some(column) => Err((column, RowProblem::Contradicts)),
            None => Ok(Some(known)),
        })
    }

    /// The application that came in a file before for the same person, who has no account.
    async fn application_called(
        work: &mut Work,
        programme: ProgrammeId,
        row: &AppliedRow,
    ) -> Result<Option<Application>, AppError> {
        for one in work.applications_to(programme).await? {
            let name = one.name.as_deref().unwrap_or_default();
            let is_called = normalise(name) == normalise(&row.name) && one.contact == row.contact;
            if is_called && work.accounts_of(one.person).await?.is_empty() {
                return Ok(Some(one));
            }
        }
        Ok(None)
    }

    async fn take_application(
        work: &mut Work,
        programme: ProgrammeId,
        outline: &Outline,
        row: AppliedRow,
        known: Option<Application>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let application = match known {
            Some(known) => known,
            None => Self::begin_application(work, programme, outline, &row, now).await?,
        };
        let mut answers: BTreeMap<_, _> = row.answers;
        answers.extend(application.answers.clone());
        let consent = row.guardian.map(|guardian| Consent { guardian, at: now });
        let state = match application.state {
            ApplicationState::Begun => ApplicationState::Sent { at: now },
            sent @ ApplicationState::Sent { .. } => sent,
        };
        let notice = outline.recruitment.as_ref().map(|one| one.notice_version.clone());
        let taken = Application {
            role: Some(row.role),
            name: application.name.clone().or(Some(row.name)),
            contact: application.contact.clone().or(row.contact),
            consent: application.consent.clone().or(consent),
            notice: application.notice.clone().or(notice),
            answers,
            state,
            ..application
        };
        Ok(work.put_application(&taken).await?)
    }

    /// The application of somebody who has made none yet, and who may be new altogether.
    async fn begin_application(
        work: &mut Work,
        programme: ProgrammeId,
        outline: &Outline,
        row: &AppliedRow,
        now: Timestamp,
    ) -> Result<Application, AppError> {
        let owner = match &row.account {
            Some(account) => work.person_of(account).await?,
            None => None,
        };
        let person = if let Some(owner) = owner {
            owner.id
        } else {
            let person = work.add_person(&row.name, &outline.locale, None).await?;
            if let Some(account) = &row.account {
                work.add_account(person, account, now).await?;
            }
            person
        };
        Ok(work.begin_application(programme, person, now).await?)
    }
}

/// The column in which a row says something else than the applicant has said.
fn contradiction(known: &Application, row: &AppliedRow) -> Option<String> {
    if known.role.is_some_and(|role| role != row.role) {
        return Some("role".to_owned());
    }
    if known.name.as_ref().is_some_and(|name| normalise(name) != normalise(&row.name)) {
        return Some("name".to_owned());
    }
    let differs =
        |(key, given): (&String, _)| known.answers.get(key).is_some_and(|own| own != given);
    let mut answers = row.answers.iter();
    answers.find(|answer| differs(*answer)).map(|(key, _)| key.clone())
}
