//! Applications as a web form exports them, or as somebody has kept them in a spreadsheet: a row for
//! each, and a column for each question, under its key or its words.

use std::collections::BTreeMap;

use crate::domain::{
    account::Account,
    application::{Given, NoAnswer, Question, Recruitment},
    locale::Locale,
    role::Role,
    when::normalise,
};

use super::{
    Fault, Problem, nearest,
    people::{Faults, MOST_CHARACTERS, Row, RowProblem, rows_of},
    words,
};

/// An application in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliedRow {
    /// Where it stands.
    pub line: usize,
    /// What the applicant is called.
    pub name: String,
    /// As what they want to take part.
    pub role: Role,
    /// Their account, if it is known.
    pub account: Option<Account>,
    /// How leaders reach them otherwise.
    pub contact: Option<String>,
    /// Which guardian consents, where the adepts are minors.
    pub guardian: Option<String>,
    /// What they have answered, by the questions' keys.
    pub answers: BTreeMap<String, Given>,
}

/// What a file of applications says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Applications {
    /// The rows that are right, in the order of the file.
    pub rows: Vec<AppliedRow>,
    /// The columns that belong to no question, such as the time at which a form was sent.
    pub ignored: Vec<String>,
    /// Whatever is wrong, in the order of the file.
    pub faults: Vec<Fault>,
    /// How many rows aren't right.
    pub left_out: usize,
}

/// The columns beside those of questions, by the names that they may have.
const NAME: &[&str] = &["name", "namn"];
const ROLE: &[&str] = &["role", "roll"];
const NOTICE: &[&str] = &["notice", "privacy", "integritet"];
const ACCOUNT: &[&str] = &["account", "konto"];
const CONTACT: &[&str] =
    &["contact", "kontakt", "email", "e-mail", "email address", "e-post", "epost", "e-postadress"];
const GUARDIAN: &[&str] = &["guardian", "vardnadshavare"];

/// What says that the notice is accepted, at the beginning of a cell; and what takes it back.
const YES: [&str; 9] =
    ["ja", "yes", "true", "sant", "x", "1", "jag godkanner", "i accept", "i agree"];
const NOT: [&str; 6] = ["inte", "ej", "nej", "not", "no", "don't"];

/// What an applicant may be called besides mentor and adept.
const ROLES: [(&str, Role); 4] = [
    ("mentor", Role::Mentor),
    ("adept", Role::Adept),
    ("mentee", Role::Adept),
    ("protege", Role::Adept),
];

/// Whether a file is a list of people, and no applications: people have an id, and nothing to accept.
pub fn is_list_of_people(bytes: &[u8]) -> bool {
    let mut has_id = false;
    rows_of(bytes, &mut Faults::new(""), |header, _| {
        let has =
            |names: &[&str]| header.cells.iter().any(|name| names.contains(&&*normalise(name)));
        has_id = has(&["id"]) && !has(NOTICE);
        false
    });
    has_id
}

/// Reads applications. `file` is what it is called in faults, `kept` the language in which options
/// are kept.
pub fn read(file: &str, bytes: &[u8], recruitment: &Recruitment, kept: &Locale) -> Applications {
    let mut faults = Faults::new(file);
    let mut sheet = Sheet { recruitment, kept, columns: Columns::default() };
    let rows = rows_of(bytes, &mut faults, |header, faults| {
        sheet.columns = sheet.columns_of(header, faults);
        sheet.columns.name.is_some()
            && sheet.columns.role.is_some()
            && sheet.columns.notice.is_some()
    });
    let all = rows.len();
    let rows = rows.iter().filter_map(|row| sheet.application(row, &mut faults)).collect();
    let rows = without_doubles(rows, &mut faults);
    let left_out = all - rows.len();
    Applications { rows, ignored: sheet.columns.ignored, faults: faults.told(), left_out }
}

/// Which cell of a row holds what.
#[derive(Default)]
struct Columns {
    name: Option<usize>,
    role: Option<usize>,
    notice: Option<usize>,
    account: Option<usize>,
    contact: Option<usize>,
    guardian: Option<usize>,
    questions: BTreeMap<String, usize>,
    ignored: Vec<String>,
}

struct Sheet<'r> {
    recruitment: &'r Recruitment,
    kept: &'r Locale,
    columns: Columns,
}

impl Sheet<'_> {
    fn columns_of(&self, header: &Row, faults: &mut Faults) -> Columns {
        let mut columns = Columns::default();
        for (place, said) in header.cells.iter().enumerate() {
            let name = normalise(said);
            if name.is_empty() {
                continue;
            }
            let is_called = |question: &&Question| {
                question.key == name
                    || question
                        .words
                        .locales()
                        .any(|locale| normalise(question.words.get(locale)) == name)
            };
            let question = self.recruitment.questions.iter().find(is_called);
            let before = if NAME.contains(&&*name) {
                columns.name.replace(place)
            } else if ROLE.contains(&&*name) {
                columns.role.replace(place)
            } else if NOTICE.contains(&&*name) {
                columns.notice.replace(place)
            } else if ACCOUNT.contains(&&*name) {
                columns.account.replace(place)
            } else if let Some(question) = question {
                columns.questions.insert(question.key.clone(), place)
            } else if CONTACT.contains(&&*name) {
                columns.contact.replace(place)
            } else if GUARDIAN.contains(&&*name) {
                columns.guardian.replace(place)
            } else {
                columns.ignored.push(said.trim().chars().take(60).collect());
                None
            };
            if before.is_some() {
                let shown: String = said.trim().chars().take(60).collect();
                faults.add(header.line, Some(&shown), RowProblem::DoubledColumn);
            }
        }
        let mut needed = vec![
            ("name", columns.name.is_some()),
            ("role", columns.role.is_some()),
            ("notice", columns.notice.is_some()),
        ];
        let asked = self.recruitment.questions.iter().filter(|question| !question.is_optional);
        needed.extend(asked.map(|one| (&*one.key, columns.questions.contains_key(&one.key))));
        for (column, _) in needed.into_iter().filter(|(_, is_there)| !is_there) {
            faults.add(header.line, Some(column), RowProblem::MissingHeading);
        }
        columns
    }

    /// The application in a row, with all that is wrong with it.
    fn application(&self, row: &Row, faults: &mut Faults) -> Option<AppliedRow> {
        let columns = &self.columns;
        let mut cells = Cells { row, faults, is_faulty: row.is_faulty };
        let name = cells.needed("name", columns.name, |said| {
            words::sentence(&said.split_whitespace().collect::<Vec<_>>().join(" "), 100)
        });
        let role = cells.needed("role", columns.role, role);
        cells.needed("notice", columns.notice, |said| {
            if is_accepted(said) { Ok(()) } else { Err(RowProblem::NotAccepted.into()) }
        });
        let account = cells.optional("account", columns.account, words::account);
        let contact = cells.optional("contact", columns.contact, |said| Ok(said.to_owned()));
        let is_minor = self.recruitment.needs_guardian(role);
        let guardian = |said: &str| {
            let is_name = said.chars().filter(|c| c.is_alphabetic()).count() > 2;
            let is_refused = NOT.contains(&&*normalise(said)) || !is_name;
            if is_refused { Err(RowProblem::NoGuardian.into()) } else { words::sentence(said, 100) }
        };
        let guardian =
            if is_minor { cells.needed("guardian", columns.guardian, guardian) } else { None };
        let mut answers = BTreeMap::new();
        for question in self.recruitment.questions_for(role?) {
            let place = columns.questions.get(&question.key).copied();
            let answer = |said: &str| {
                let given = question.answer(said, self.kept);
                given.map_err(|why| problem(why, said, question, self.kept))
            };
            let given = if question.is_optional {
                let given = cells.optional(&question.key, place, answer);
                given.or_else(|| cells.cell(place).is_none().then_some(Given::Skipped))
            } else {
                cells.needed(&question.key, place, answer)
            };
            answers.extend(given.map(|given| (question.key.clone(), given)));
        }
        if cells.is_faulty {
            return None;
        }
        let (name, role) = (name?, role?);
        let contact = contact.or_else(|| match answers.get("contact") {
            Some(Given::Words(words)) => Some(words.clone()),
            _ => None,
        });
        Some(AppliedRow { line: row.line, name, role, account, contact, guardian, answers })
    }
}

/// The rows without those that are about somebody who stands further up already.
fn without_doubles(rows: Vec<AppliedRow>, faults: &mut Faults) -> Vec<AppliedRow> {
    let mut kept: Vec<AppliedRow> = vec![];
    for row in rows {
        let first = kept.iter().find(|known| known.is_of_the_same(&row)).map(|known| known.line);
        match first {
            Some(line) => faults.add(row.line, None, RowProblem::AppliedTwice { line }),
            None => kept.push(row),
        }
    }
    kept
}

impl AppliedRow {
    fn is_of_the_same(&self, other: &Self) -> bool {
        match (&self.account, &other.account) {
            (Some(one), Some(other)) => one == other,
            (None, None) => {
                normalise(&self.name) == normalise(&other.name) && self.contact == other.contact
            }
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

/// Whether a cell says that the notice is accepted. A form may offer "I don't accept" as well.
fn is_accepted(said: &str) -> bool {
    let said = normalise(said);
    let mut words = said.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let begins = |yes: &&str| {
        said.strip_prefix(yes).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    YES.iter().any(begins) && !words.any(|word| NOT.contains(&word))
}

/// A role, alone or in a sentence such as "I apply as a mentor".
fn role(said: &str) -> Result<Role, Problem> {
    let words = normalise(said);
    let named = words
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| ROLES.iter().find(|(name, _)| *name == word).map(|(_, role)| *role));
    let named: Vec<_> = named.collect();
    match named.as_slice() {
        [role, rest @ ..] if rest.iter().all(|other| other == role) => Ok(*role),
        _ => Err(Problem::UnknownWord {
            said: said.to_owned(),
            nearest: nearest(&words, ["mentor", "adept"]),
            choices: "mentor, adept".to_owned(),
        }),
    }
}

fn problem(why: NoAnswer, said: &str, question: &Question, kept: &Locale) -> Problem {
    match why {
        NoAnswer::NotAmongThem => {
            let options: Vec<_> = question.options().iter().map(|one| one.get(kept)).collect();
            let nearest = nearest(said, options.iter().copied());
            Problem::UnknownWord { said: said.to_owned(), nearest, choices: options.join(", ") }
        }
        NoAnswer::NoNumber { least, most } => {
            Problem::OutOfRange { said: said.to_owned(), least, most }
        }
        NoAnswer::TooLong { most } => Problem::TooLong { length: said.chars().count(), most },
        NoAnswer::TooMany { most } => Problem::TooMany { most },
        NoAnswer::Nothing => Problem::Empty,
    }
}

/// The cells of a row.
struct Cells<'r> {
    row: &'r Row,
    faults: &'r mut Faults,
    is_faulty: bool,
}

impl<'r> Cells<'r> {
    fn needed<T>(
        &mut self,
        column: &str,
        place: Option<usize>,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        // That there is no such column is said once, and not of each row.
        if place.is_some() && self.cell(place).is_none() {
            self.fault(column, Problem::Empty);
        }
        self.is_faulty |= place.is_none();
        self.optional(column, place, parse)
    }

    fn optional<T>(
        &mut self,
        column: &str,
        place: Option<usize>,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let cell = self.cell(place)?;
        let length = cell.chars().count();
        let parsed = if length > MOST_CHARACTERS {
            Err(Problem::TooLong { length, most: MOST_CHARACTERS })
        } else {
            parse(cell)
        };
        parsed.map_err(|problem| self.fault(column, problem)).ok()
    }

    fn cell(&self, place: Option<usize>) -> Option<&'r str> {
        let cell = self.row.cells.get(place?)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    fn fault(&mut self, column: &str, problem: Problem) {
        self.is_faulty = true;
        self.faults.add(self.row.line, Some(column), problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::programme;

    const ASKED: &str = "short_name = \"t\"\nname = \"T\"\nlanguage = \"sv\"\nstart = 2026-09-07\n\
        months = 3\nmeetings = 5\n[recruitment]\nprivacy_notice = \"Så gör vi\"\n\
        [[recruitment.questions]]\nkey = \"wants\"\nfor = \"adept\"\nkind = \"topics\"\n\
        text = { sv = \"Vad vill du ha mer av?\", en = \"What would you like more of?\" }\n\
        [[recruitment.questions]]\nkey = \"field\"\nkind = \"choice\"\noptional = \"yes\"\n\
        text = \"Var?\"\noptions = [{ sv = \"Skola\", en = \"School\" }, { sv = \"Vård\", en = \"Care\" }]\n";

    #[test]
    fn a_web_forms_export_is_read_by_its_questions() {
        let read = read_text(
            "Timestamp,Namn,Roll,E-post,notice,What would you like more of?,Var?\n\
             2026-05-01 12:00,Anna  Ek,Som adept,anna@example.org,Ja,\"att leda, mod\",care\n\
             2026-05-02 12:00,Bo Berg,mentor,,Jag godkänner,,\n",
        );
        assert_eq!(told(&read), Vec::<String>::new());
        assert_eq!(read.ignored, ["Timestamp"]);
        let [anna, bo] = read.rows.as_slice() else { panic!("{read:?}") };
        let topics = Given::Topics(vec!["att leda".to_owned(), "mod".to_owned()]);
        let field = Given::Chosen(vec!["Vård".to_owned()]);
        assert_eq!((&*anna.name, anna.role, anna.line), ("Anna Ek", Role::Adept, 2));
        assert_eq!(anna.contact.as_deref(), Some("anna@example.org"));
        assert_eq!(anna.answers, [("wants", topics), ("field", field)].map(owned).into());
        assert_eq!(
            (bo.role, &bo.answers),
            (Role::Mentor, &[("field", Given::Skipped)].map(owned).into())
        );
    }

    #[test]
    fn what_is_wrong_is_told_by_line_and_column() {
        let read = read_text(
            "name,role,notice,wants,field\n\
             Anna Ek,adept,nej,mod,Vård\n\
             Bo Berg,chef,ja,,Vord\n\
             Cia C,adept,ja,,\n\
             Eva E,mentor,ja,,\n\
             Eva E,mentor,ja,,\n",
        );
        assert_eq!(read.rows.len(), 1);
        let expected = [
            "2: notice: nobody is taken in who hasn't accepted the privacy notice. Take the row \
             out, or let them apply in the chat",
            "3: role: \"chef\" is not known here. Write one of mentor, adept",
            "4: wants: there is nothing here. Write something, or take the line out",
            "6: line 5 is an application of the same person. Take one of the two out",
        ];
        assert_eq!(told(&read), expected.map(|line| format!("a.csv:{line}")));
    }

    #[test]
    fn whoever_does_not_accept_is_not_taken_in() {
        for yes in
            ["ja", "Yes", "x", "1", "TRUE", "Jag godkänner", "Ja, jag har läst det", "I accept"]
        {
            assert!(is_accepted(yes), "{yes}");
        }
        for no in [
            "nej",
            "Nej tack",
            "0",
            "-",
            "Jag godkänner inte",
            "I do not accept",
            "No",
            "yesterday",
        ] {
            assert!(!is_accepted(no), "{no}");
        }
    }

    #[test]
    fn what_is_needed_is_said_once() {
        let read = read_text("name,role\nAnna Ek,adept\nCia C,adept\n");
        let needed = "there is no such column. Add it to the first line; an application needs \
                      name, role, notice, and each question that can't be passed over";
        let expected = ["notice", "wants"].map(|column| format!("a.csv:1: {column}: {needed}"));
        assert_eq!(told(&read), expected);
    }

    #[test]
    fn a_list_of_people_is_known_by_its_ids() {
        assert!(is_list_of_people(b"id;name;role\n"));
        assert!(!is_list_of_people(b"name,role,notice\n"));
        assert!(!is_list_of_people(b"ID;Namn;Roll;Notice\n"), "forms number what they are sent");
        assert!(!is_list_of_people(b""));
    }

    fn owned((key, given): (&str, Given)) -> (String, Given) {
        (key.to_owned(), given)
    }

    fn read_text(text: &str) -> Applications {
        let outline = programme::read("t.toml", ASKED).unwrap();
        read("a.csv", text.as_bytes(), &outline.recruitment.unwrap(), &outline.locale)
    }

    fn told(read: &Applications) -> Vec<String> {
        read.faults.iter().map(ToString::to_string).collect()
    }
}
