//! The rows against each other: who is who, and who shall or shall never be with whom.

use std::{
    cell::Cell,
    collections::{HashMap, HashSet},
};

use crate::{
    domain::{account::Account, matching::called, role::Role, when::normalise},
    files::nearest,
};

use super::{Faults, RowProblem, row::Draft};

/// How many unknown ids are looked up for a slip: each is compared with every id there is.
const MOST_GUESSES: usize = 20;

/// Notes what is wrong between rows, at the row that says so.
pub(super) fn check(drafts: &mut [Draft], faults: &mut Faults) {
    let known = Known::new(drafts);
    let mut found = Vec::new();
    for (place, draft) in drafts.iter().enumerate() {
        let mut note = |column, problem| found.push((place, column, problem));
        known.check_identity(place, draft, &mut note);
        known.check_never(draft, &mut note);
        known.check_fixed(draft, &mut note);
        known.check_load(draft, &mut note);
    }
    for (place, column, problem) in found {
        if let Some(draft) = drafts.get_mut(place) {
            draft.is_faulty = true;
            faults.add(draft.line, Some(column), problem);
        }
    }
}

/// What all rows say together.
struct Known<'d> {
    drafts: &'d [Draft],
    /// The rows of each person, in the order of the file.
    rows: HashMap<&'d str, Vec<usize>>,
    /// The first row that has an account.
    accounts: HashMap<&'d Account, usize>,
    /// Whom people are never with, by either's word, both ways round.
    barred: HashSet<(&'d str, &'d str)>,
    /// Who is fixed for each mentor, by either's word.
    adepts: HashMap<&'d str, HashSet<&'d str>>,
    /// The same for each adept.
    mentors: HashMap<&'d str, HashSet<&'d str>>,
    guesses: Cell<usize>,
}

impl<'d> Known<'d> {
    fn new(drafts: &'d [Draft]) -> Self {
        let mut known = Self {
            drafts,
            rows: HashMap::new(),
            accounts: HashMap::new(),
            barred: HashSet::new(),
            adepts: HashMap::new(),
            mentors: HashMap::new(),
            guesses: Cell::new(0),
        };
        for (place, draft) in drafts.iter().enumerate() {
            let Some(id) = draft.id.as_deref() else { continue };
            known.rows.entry(id).or_default().push(place);
            if let Some(account) = &draft.account {
                known.accounts.entry(account).or_insert(place);
            }
            for other in &draft.never_with {
                known.barred.extend([(id, other.as_str()), (other.as_str(), id)]);
            }
            for other in &draft.fixed_with {
                let (mentor, adept) = match draft.role {
                    Some(Role::Mentor) => (id, other.as_str()),
                    Some(Role::Adept) => (other.as_str(), id),
                    Some(Role::Leader) | None => continue,
                };
                known.adepts.entry(mentor).or_default().insert(adept);
                known.mentors.entry(adept).or_default().insert(mentor);
            }
        }
        known
    }

    fn rows_of(&self, id: &str) -> impl Iterator<Item = &'d Draft> {
        let places = self.rows.get(id).into_iter().flatten();
        places.filter_map(|place| self.drafts.get(*place))
    }

    /// One person has one name, one account and each role once; one account is one person's.
    fn check_identity(
        &self,
        place: usize,
        draft: &Draft,
        note: &mut impl FnMut(&'static str, RowProblem),
    ) {
        let Some(id) = draft.id.as_deref() else { return };
        let earlier = || self.rows_of(id).take_while(|other| other.line < draft.line);
        let alike = draft.role.and_then(|role| earlier().find(|other| other.role == Some(role)));
        if let Some(other) = alike {
            note("id", RowProblem::DoubledRow { line: other.line });
        }
        let name = |row: &Draft| row.name.clone();
        let account = |row: &Draft| row.account.clone();
        for (column, differs) in [
            ("name", differs(draft, earlier(), name)),
            ("account", differs(draft, earlier(), account)),
        ] {
            if let Some(line) = differs.filter(|_| alike.is_none()) {
                note(column, RowProblem::DiffersFromRow { line });
            }
        }
        let first = draft.account.as_ref().and_then(|account| self.accounts.get(account));
        let first = first.filter(|first| **first < place).and_then(|first| self.drafts.get(*first));
        if let Some((other, line)) = first.and_then(|first| Some((first.id.clone()?, first.line)))
            && other != id
        {
            note("account", RowProblem::AccountTaken { id: other, line });
        }
    }

    fn check_never(&self, draft: &Draft, note: &mut impl FnMut(&'static str, RowProblem)) {
        for other in &draft.never_with {
            if let Err(problem) = self.check_other(draft, other) {
                note("never_with", problem);
            }
        }
    }

    fn check_fixed(&self, draft: &Draft, note: &mut impl FnMut(&'static str, RowProblem)) {
        for other in &draft.fixed_with {
            if let Err(problem) = self.check_other(draft, other) {
                note("fixed_with", problem);
                continue;
            }
            let Some(id) = draft.id.as_deref() else { continue };
            if self.barred.contains(&(id, other.as_str())) {
                note("fixed_with", RowProblem::FixedAndNever { id: other.clone() });
            }
            let wanted = match draft.role {
                Some(Role::Mentor) => Some(Role::Adept),
                Some(Role::Adept) => Some(Role::Mentor),
                Some(Role::Leader) => None,
                // That the role can't be read is fault enough.
                None => continue,
            };
            // A row whose role can't be read may be the one that is wanted.
            let partner = self.rows_of(other).find(|row| row.role == wanted || row.role.is_none());
            let Some(partner) = partner.filter(|_| wanted.is_some()) else {
                note("fixed_with", RowProblem::FixedAlike { id: other.clone() });
                continue;
            };
            let (mentor, adept) =
                if wanted == Some(Role::Adept) { (draft, partner) } else { (partner, draft) };
            if is_manager(mentor, adept) {
                note("fixed_with", RowProblem::FixedManager { id: other.clone() });
            }
            for (whose, row) in [(id, draft), (other.as_str(), partner)] {
                if row.capacity == Some(0) {
                    note("fixed_with", RowProblem::FixedWithoutRoom { id: whose.to_owned() });
                }
            }
        }
    }

    /// An adept has one mentor. A capacity of 0 is told at each row that asks for more; here it is
    /// about mentors who take some and not so many.
    fn check_load(&self, draft: &Draft, note: &mut impl FnMut(&'static str, RowProblem)) {
        let (Some(id), Some(role)) = (draft.id.as_deref(), draft.role) else { return };
        let mentors = self.mentors.get(id).map_or(0, HashSet::len);
        if role == Role::Adept && mentors > 1 {
            note("fixed_with", RowProblem::FixedTwice { mentors });
        }
        let (Role::Mentor, Some(capacity)) = (role, draft.capacity) else { return };
        let fixed = self.adepts.get(id).map_or(0, HashSet::len);
        if capacity > 0 && fixed > usize::from(capacity) {
            note("capacity", RowProblem::FixedBeyondCapacity { fixed, capacity });
        }
    }

    /// Whether `other` is somebody, and somebody else.
    fn check_other(&self, draft: &Draft, other: &str) -> Result<(), RowProblem> {
        if draft.id.as_deref() == Some(other) {
            return Err(RowProblem::Oneself);
        }
        if self.rows.contains_key(other) {
            return Ok(());
        }
        let guesses = self.guesses.replace(self.guesses.get() + 1);
        let ids = self.rows.keys().copied();
        let nearest = if guesses < MOST_GUESSES { nearest(other, ids) } else { None };
        Err(RowProblem::UnknownPerson { id: other.to_owned(), nearest })
    }
}

/// Whether one is the other's line manager.
fn is_manager(mentor: &Draft, adept: &Draft) -> bool {
    let manager = adept.manager.as_deref().map(normalise);
    let names = called(
        mentor.id.as_deref().unwrap_or_default(),
        mentor.name.as_deref().unwrap_or_default(),
        mentor.contact.as_deref(),
    );
    manager.is_some_and(|manager| names.into_iter().any(|name| name == manager))
}

/// The first of the `earlier` rows that says something, if it says something else than `draft`.
fn differs<'d, T: PartialEq>(
    draft: &Draft,
    mut earlier: impl Iterator<Item = &'d Draft>,
    said: impl Fn(&Draft) -> Option<T>,
) -> Option<usize> {
    let ours = said(draft)?;
    let (line, theirs) = earlier.find_map(|row| said(row).map(|theirs| (row.line, theirs)))?;
    (ours != theirs).then_some(line)
}
