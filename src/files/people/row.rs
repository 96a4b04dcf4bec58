//! One row, by itself.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use crate::{
    domain::{account::Account, locale::Locale, matching::Candidate, role::Role},
    files::{Problem, words},
};

use super::{
    Faults, MOST_CHARACTERS, RowProblem,
    sheet::{Columns, Row},
};

/// The longest id, in characters.
pub(super) const ID_LENGTH: usize = 40;
const MOST_ADEPTS: u8 = 50;

/// The roles by their names in files, the Swedish ones and those that English speakers use among
/// them.
const ROLES: [(&str, Role); 5] = [
    ("mentor", Role::Mentor),
    ("adept", Role::Adept),
    ("leader", Role::Leader),
    ("mentee", Role::Adept),
    ("programledare", Role::Leader),
];

/// What one row says about one person in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Where the row begins.
    pub line: usize,
    /// What the file calls the person; the same in all of the person's rows.
    pub id: String,
    /// What people call the person.
    pub name: String,
    /// What the person is in the programme.
    pub role: Role,
    /// Where the person can be reached. Leaders seldom know; then there is an invitation.
    pub account: Option<Account>,
    /// How else the person can be reached. For the leaders' eyes.
    pub contact: Option<String>,
    /// The person's line manager, who is never matched as their mentor.
    pub manager: Option<String>,
    /// The language that the person wants. None for the programme's.
    pub locale: Option<Locale>,
    /// Where the person's clock hangs. None for the programme's.
    pub time_zone: Option<TimeZone>,
    /// How many adepts a mentor takes, 0 to 50.
    pub capacity: u8,
    /// Where the person works.
    pub organisation: Option<String>,
    /// Where the person lives.
    pub city: Option<String>,
    /// What the person speaks. Empty sets no condition.
    pub languages: Vec<String>,
    /// What an adept wants more of.
    pub wants: Vec<String>,
    /// What a mentor can give.
    pub offers: Vec<String>,
    /// The ids of those whom the person is never matched with.
    pub never_with: Vec<String>,
    /// The ids of those whom the person is with whatever the matching says.
    pub fixed_with: Vec<String>,
}

impl PersonRow {
    /// What the matching has to know of them.
    pub fn candidate(&self) -> Candidate {
        Candidate {
            id: self.id.clone(),
            name: self.name.clone(),
            contact: self.contact.clone(),
            manager: self.manager.clone(),
            capacity: self.capacity.into(),
            organisation: self.organisation.clone(),
            city: self.city.clone(),
            languages: self.languages.clone(),
            wants: self.wants.clone(),
            offers: self.offers.clone(),
            // The list of people has no column for what a programme asks.
            answers: BTreeMap::new(),
            never_with: self.never_with.clone(),
            fixed_with: self.fixed_with.clone(),
        }
    }
}

/// A row that may yet turn out to be wrong: what can be read of it counts in the other rows' eyes,
/// or one fault would bring forth many.
pub(super) struct Draft {
    pub line: usize,
    pub id: Option<String>,
    pub name: Option<String>,
    pub role: Option<Role>,
    pub account: Option<Account>,
    pub contact: Option<String>,
    pub manager: Option<String>,
    pub capacity: Option<u8>,
    pub never_with: Vec<String>,
    pub fixed_with: Vec<String>,
    pub is_faulty: bool,
    locale: Option<Locale>,
    time_zone: Option<TimeZone>,
    organisation: Option<String>,
    city: Option<String>,
    languages: Vec<String>,
    wants: Vec<String>,
    offers: Vec<String>,
}

/// Reads a row, with all that is wrong with it.
pub(super) fn draft(row: &Row, columns: &Columns, faults: &mut Faults) -> Draft {
    let mut cells = Cells { row, columns, faults, is_faulty: row.is_faulty };
    let id = cells.needed("id", id);
    let name = cells.needed("name", one_line);
    let role = cells.needed("role", |said| words::word(said, &ROLES));
    let account = cells.optional("account", words::account);
    let contact = cells.optional("contact", text);
    let manager = cells.optional("manager", one_line);
    let locale = cells.optional("locale", words::locale);
    let time_zone = cells.optional("timezone", words::zone);
    let capacity = cells.optional("capacity", capacity);
    let organisation = cells.optional("organisation", one_line);
    let city = cells.optional("city", one_line);
    let mut list = |column| cells.optional(column, list).unwrap_or_default();
    let (languages, wants, offers) = (list("languages"), list("wants"), list("offers"));
    let (never_with, fixed_with) = (list("never_with"), list("fixed_with"));
    let is_faulty = cells.is_faulty;
    let capacity = if is_faulty { capacity } else { capacity.or(Some(1)) };
    Draft {
        line: row.line,
        id,
        name,
        role,
        account,
        capacity,
        never_with,
        fixed_with,
        is_faulty,
        contact,
        manager,
        locale,
        time_zone,
        organisation,
        city,
        languages,
        wants,
        offers,
    }
}

impl Draft {
    /// The row, unless something is wrong with it.
    pub fn finish(self) -> Option<PersonRow> {
        if self.is_faulty {
            return None;
        }
        Some(PersonRow {
            line: self.line,
            id: self.id?,
            name: self.name?,
            role: self.role?,
            account: self.account,
            contact: self.contact,
            manager: self.manager,
            locale: self.locale,
            time_zone: self.time_zone,
            capacity: self.capacity?,
            organisation: self.organisation,
            city: self.city,
            languages: self.languages,
            wants: self.wants,
            offers: self.offers,
            never_with: self.never_with,
            fixed_with: self.fixed_with,
        })
    }
}

/// The cells of a row by the names of their columns.
struct Cells<'r> {
    row: &'r Row,
    columns: &'r Columns,
    faults: &'r mut Faults,
    is_faulty: bool,
}

impl<'r> Cells<'r> {
    fn needed<T>(
        &mut self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        if self.cell(column).is_none() {
            self.fault(column, Problem::Empty);
        }
        self.optional(column, parse)
    }

    fn optional<T>(
        &mut self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let cell = self.cell(column)?;
        let length = cell.chars().count();
        let parsed = if length > MOST_CHARACTERS {
            Err(Problem::TooLong { length, most: MOST_CHARACTERS })
        } else {
            parse(cell)
        };
        parsed.map_err(|problem| self.fault(column, problem)).ok()
    }

    /// What stands in a column, if anything does.
    fn cell(&self, column: &'static str) -> Option<&'r str> {
        let cell = self.row.cells.get(*self.columns.get(column)?)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    fn fault(&mut self, column: &'static str, problem: Problem) {
        self.is_faulty = true;
        self.faults.add(self.row.line, Some(column), problem);
    }
}

fn id(said: &str) -> Result<String, Problem> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    if said.chars().all(fits) && said.chars().count() <= ID_LENGTH {
        Ok(said.to_owned())
    } else {
        Err(RowProblem::BadId { said: said.to_owned() }.into())
    }
}

/// Names that a spreadsheet has broken into lines are one line again.
fn one_line(said: &str) -> Result<String, Problem> {
    let words: Vec<_> = said.split_whitespace().collect();
    words::sentence(&words.join(" "), MOST_CHARACTERS)
}

#[expect(clippy::unnecessary_wraps, reason = "it stands beside others that can fail")]
fn text(said: &str) -> Result<String, Problem> {
    Ok(said.to_owned())
}

fn capacity(said: &str) -> Result<u8, Problem> {
    let number = said.parse().ok().filter(|number| *number <= MOST_ADEPTS);
    number.ok_or_else(|| Problem::OutOfRange {
        said: said.to_owned(),
        least: 0,
        most: MOST_ADEPTS.into(),
    })
}

/// What stands between the bars, each once.
#[expect(clippy::unnecessary_wraps, reason = "it stands beside others that can fail")]
fn list(said: &str) -> Result<Vec<String>, Problem> {
    let mut parts = Vec::new();
    for part in said.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    }
    Ok(parts)
}
