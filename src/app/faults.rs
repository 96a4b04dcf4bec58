//! The faults of a file, as something to say: whoever sent the file through chat reads them in a
//! language of their own. What the parsers of other people say in English stays out.

use crate::{
    domain::{
        account::{BadAccount, PlatformName},
        message::{Code, Line, Message, fault::FaultSays as Says, programme::ProgrammeSays},
        rounds::{BadCron, BadField, CronField},
    },
    files::{
        Fault, Kind, Problem,
        people::{COLUMNS, MOST_ROWS, RowProblem},
    },
};

/// How much is shown of what stands in a file: a cell without its quotation mark can go on for
/// pages.
const MOST_SHOWN: usize = 60;

const ACCOUNT: &str = "matrix:@anna:example.org";
const CRON: &str = "0 9 * * MON";
const TABLE: &str = r#"{ sv = "Traineer", en = "Trainees" }"#;

/// Where a fault is, and what it is.
pub(super) fn fault_line(fault: &Fault) -> Message {
    let what = says(&fault.what);
    // Each of these is told at some line, since every fault is, and there is nothing to see there.
    let is_of_all = matches!(what, Says::TooLarge { .. } | Says::MoreFaults { .. } | Says::OfSetup);
    let Some(line) = fault.line.filter(|_| !is_of_all) else { return what.into() };
    let (line, what) = (count(line), Box::new(what.into()));
    let said = match &fault.name {
        Some(name) => ProgrammeSays::FaultIn { line, column: Code(shown(name)), what },
        None => ProgrammeSays::FaultAt { line, what },
    };
    said.into()
}

fn says(problem: &Problem) -> Says {
    match problem {
        Problem::NotToml { .. } => Says::NotToml,
        Problem::NotUtf8 { .. } => Says::NotUtf8,
        Problem::TooLarge { most_bytes } => Says::TooLarge { kilobytes: count(most_bytes / 1000) },
        Problem::UnknownKey { nearest } => name_meant(nearest.as_deref(), Says::UnknownKey),
        Problem::Missing { example } => Says::Missing { example: code(example) },
        Problem::Empty => Says::Empty,
        Problem::WrongType { wanted, .. } => wanted_kind(*wanted),
        Problem::OutOfRange { said, least, most } => {
            Says::OutOfRange { said: shown(said), least: *least, most: *most }
        }
        Problem::TooLong { length, most } => {
            Says::TooLong { length: count(*length), most: count(*most) }
        }
        Problem::NotOneLine => Says::NotOneLine,
        Problem::UnknownWord { said, nearest, choices } => {
            let unknown = Says::UnknownWord { said: shown(said), choices: code(choices) };
            word_meant(said, nearest.as_deref(), unknown)
        }
        Problem::BadSlug { said } => Says::BadSlug { said: shown(said) },
        Problem::BadLink { said } => Says::BadLink { said: shown(said) },
        Problem::BadDate { said } => Says::BadDate { said: shown(said) },
        Problem::TooLateToAnswer { said } => Says::TooLateToAnswer { said: shown(said) },
        Problem::BadMonthDay { said } => Says::BadMonthDay { said: shown(said) },
        Problem::BadTime { said } => Says::BadTime { said: shown(said) },
        Problem::EndsBeforeItBegins => Says::EndsBeforeItBegins,
        Problem::NeverOpen => Says::NeverOpen,
        Problem::WeeksTooClose { least } => Says::WeeksTooClose { least: *least },
        Problem::ResultBeforeClose => Says::ResultBeforeClose,
        Problem::SaidTwice { said } => Says::SaidTwice { said: shown(said) },
        Problem::TooMany { most } => Says::TooMany { most: count(*most) },
        Problem::WrongKind { kinds } => Says::WrongKind { kinds: code(kinds) },
        Problem::NoSuchQuestion { said, nearest } => {
            word_meant(said, nearest.as_deref(), Says::NoSuchQuestion { said: shown(said) })
        }
        Problem::AskedOfOneRole => Says::AskedOfOneRole,
        Problem::BeyondCalendar => Says::BeyondCalendar,
        Problem::BadZone { said, nearest } => {
            word_meant(said, nearest.as_deref(), Says::BadZone { said: shown(said) })
        }
        Problem::BadLocale { said } => Says::BadLocale { said: shown(said) },
        Problem::BadAccount(bad) => of_account(bad),
        Problem::BadCron(bad) => of_cron(bad),
        Problem::Row(problem) => of_row(problem),
        Problem::Setup(_) => Says::OfSetup,
    }
}

fn wanted_kind(wanted: Kind) -> Says {
    match wanted {
        Kind::Text => Says::WantedText,
        Kind::WholeNumber => Says::WantedWholeNumber,
        Kind::Fraction => Says::WantedFraction,
        Kind::YesOrNo => Says::WantedYesOrNo,
        Kind::DateOrTime => Says::WantedDateOrTime,
        Kind::List => Says::WantedList,
        Kind::Table => Says::WantedTable { example: code(TABLE) },
    }
}

fn of_account(bad: &BadAccount) -> Says {
    match bad {
        BadAccount::Shape => Says::AccountShape { example: code(ACCOUNT) },
        BadAccount::Platform(said) => Says::AccountPlatform {
            said: shown(said),
            platforms: PlatformName::ALL.iter().map(ToString::to_string).collect(),
        },
        BadAccount::Address { platform, address, example } => Says::AccountAddress {
            said: shown(address),
            platform: platform.title().to_owned(),
            example: code(example),
        },
    }
}

fn of_cron(bad: &BadCron) -> Says {
    match bad {
        BadCron::FieldCount { found } => {
            Says::CronParts { found: count(*found), example: code(CRON) }
        }
        BadCron::TwoKindsOfDay => Says::CronTwoKindsOfDay { example: code(CRON) },
        BadCron::Never => Says::CronNever,
        BadCron::Field { field, why } => {
            let part = part(*field);
            match why {
                BadField::Unreadable(said) => Says::CronUnreadable { part, said: shown(said) },
                BadField::OutOfRange { number, first, last } => Says::CronOutOfRange {
                    part,
                    number: i64::from(*number),
                    least: i64::from(*first),
                    most: i64::from(*last),
                },
                BadField::Backwards(said) => Says::CronBackwards { part, said: shown(said) },
                BadField::EndlessStep(said) => Says::CronEndlessStep { part, said: shown(said) },
                BadField::IdleStep(said) => Says::CronIdleStep { part, said: shown(said) },
            }
        }
    }
}

fn part(field: CronField) -> Line {
    let part = match field {
        CronField::Minute => Says::CronMinute,
        CronField::Hour => Says::CronHour,
        CronField::Day => Says::CronDay,
        CronField::Month => Says::CronMonth,
        CronField::Weekday => Says::CronWeekday,
    };
    Box::new(part.into())
}

fn of_row(problem: &RowProblem) -> Says {
    match problem {
        RowProblem::NoHeader => Says::NoHeader { example: needed_columns() },
        RowProblem::MissingColumn => Says::MissingColumn { example: needed_columns() },
        RowProblem::UnknownColumn { nearest } => {
            name_meant(nearest.as_deref(), Says::UnknownColumn)
        }
        RowProblem::DoubledColumn => Says::DoubledColumn,
        RowProblem::BeyondColumns => Says::BeyondColumns,
        RowProblem::UnclosedQuote => Says::UnclosedQuote,
        RowProblem::TooManyRows => Says::TooManyRows { most: count(MOST_ROWS) },
        RowProblem::BadId { said } => Says::BadId { said: shown(said) },
        RowProblem::DoubledRow { line } => Says::DoubledRow { line: count(*line) },
        RowProblem::DiffersFromRow { line } => Says::DiffersFromRow { line: count(*line) },
        RowProblem::AccountTaken { id, line } => {
            Says::AccountTaken { id: code(id), line: count(*line) }
        }
        RowProblem::AccountOfAnother => Says::AccountOfAnother,
        RowProblem::AccountElsewhere => Says::AccountElsewhere,
        RowProblem::MissingHeading => Says::MissingHeading,
        RowProblem::NotAccepted => Says::NotAccepted,
        RowProblem::NoGuardian => Says::NoGuardian,
        RowProblem::HasBegun => Says::HasBegun,
        RowProblem::AppliedTwice { line } => Says::AppliedTwice { line: count(*line) },
        RowProblem::Contradicts => Says::Contradicts,
        RowProblem::TakesPart => Says::TakesPart,
        RowProblem::MinorOnAList => Says::MinorOnAList,
        RowProblem::OtherAccount => Says::OtherAccount,
        RowProblem::UnknownPerson { id, nearest } => {
            word_meant(id, nearest.as_deref(), Says::UnknownPerson { said: shown(id) })
        }
        RowProblem::Oneself => Says::Oneself,
        RowProblem::FixedAndNever { id } => Says::FixedAndNever { id: code(id) },
        RowProblem::FixedAlike { id } => Says::FixedAlike { id: code(id) },
        RowProblem::FixedTwice { mentors } => Says::FixedTwice { mentors: count(*mentors) },
        RowProblem::FixedManager { id } => Says::FixedManager { id: code(id) },
        RowProblem::FixedWithoutRoom { id } => Says::FixedWithoutRoom { id: code(id) },
        RowProblem::FixedBeyondCapacity { fixed, capacity } => {
            Says::FixedBeyondCapacity { fixed: count(*fixed), capacity: i64::from(*capacity) }
        }
        RowProblem::MoreFaults { left_out } => Says::MoreFaults { count: count(*left_out) },
    }
}

fn needed_columns() -> Code {
    code(&COLUMNS[..3].join(","))
}

fn name_meant(nearest: Option<&str>, otherwise: Says) -> Says {
    nearest.map_or(otherwise, |nearest| Says::NameMeant { nearest: code(nearest) })
}

fn word_meant(said: &str, nearest: Option<&str>, otherwise: Says) -> Says {
    nearest
        .map_or(otherwise, |nearest| Says::WordMeant { said: shown(said), nearest: code(nearest) })
}

fn code(text: &str) -> Code {
    Code(text.to_owned())
}

/// The beginning of what stands in a file.
fn shown(said: &str) -> String {
    let mut shown: String = said.chars().take(MOST_SHOWN).collect();
    if shown.len() < said.len() {
        shown.push('…');
    }
    shown
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::PathBuf};

    use super::*;
    use crate::{
        domain::{locale::Locale, message::Value, programme::Slug},
        files::{Encoding, SetupProblem, people, programme},
        l10n::{Arg, Phrase, Words, embedded, kebab, key},
    };

    /// One value for each pattern. The patterns are a `match`, so that what is added to the type
    /// doesn't build until it is here too.
    macro_rules! samples {
        ($type:ty { $($pattern:pat => $sample:expr),+ $(,)? }) => {{
            let _all = |it: &$type| match it {
                $($pattern => (),)+
            };
            let samples: Vec<$type> = vec![$($sample),+];
            $(assert!(samples.iter().any(|sample| matches!(sample, $pattern)));)+
            samples
        }};
    }

    fn problems() -> Vec<Problem> {
        let x = || "x".to_owned();
        let mut problems = samples! { Problem {
            Problem::NotToml { .. } => Problem::NotToml { why: x() },
            Problem::NotUtf8 { .. } => Problem::NotUtf8 { probably: Encoding::Utf16 },
            Problem::TooLarge { .. } => Problem::TooLarge { most_bytes: 5_000_000 },
            Problem::UnknownKey { .. } => Problem::UnknownKey { nearest: None },
            Problem::Missing { .. } => Problem::Missing { example: "months = 7" },
            Problem::Empty => Problem::Empty,
            Problem::WrongType { .. } => Problem::WrongType { wanted: Kind::Text, got: Kind::List },
            Problem::OutOfRange { .. } => Problem::OutOfRange { said: x(), least: 1, most: 7 },
            Problem::TooLong { .. } => Problem::TooLong { length: 101, most: 100 },
            Problem::NotOneLine => Problem::NotOneLine,
            Problem::UnknownWord { .. } => {
                Problem::UnknownWord { said: x(), nearest: None, choices: "closed, open".into() }
            },
            Problem::BadSlug { .. } => Problem::BadSlug { said: x() },
            Problem::BadLink { .. } => Problem::BadLink { said: x() },
            Problem::BadDate { .. } => Problem::BadDate { said: x() },
            Problem::TooLateToAnswer { .. } => Problem::TooLateToAnswer { said: x() },
            Problem::BadMonthDay { .. } => Problem::BadMonthDay { said: x() },
            Problem::BadTime { .. } => Problem::BadTime { said: x() },
            Problem::EndsBeforeItBegins => Problem::EndsBeforeItBegins,
            Problem::WeeksTooClose { .. } => Problem::WeeksTooClose { least: 3 },
            Problem::ResultBeforeClose => Problem::ResultBeforeClose,
            Problem::SaidTwice { .. } => Problem::SaidTwice { said: x() },
            Problem::TooMany { .. } => Problem::TooMany { most: 20 },
            Problem::WrongKind { .. } => Problem::WrongKind { kinds: x() },
            Problem::NoSuchQuestion { .. } => Problem::NoSuchQuestion { said: x(), nearest: None },
            Problem::AskedOfOneRole => Problem::AskedOfOneRole,
            Problem::NeverOpen => Problem::NeverOpen,
            Problem::BeyondCalendar => Problem::BeyondCalendar,
            Problem::BadZone { .. } => Problem::BadZone { said: x(), nearest: None },
            Problem::BadLocale { .. } => Problem::BadLocale { said: x() },
            Problem::BadAccount(_) => Problem::BadAccount(BadAccount::Shape),
            Problem::BadCron(_) => Problem::BadCron(BadCron::Never),
            Problem::Row(_) => RowProblem::Oneself.into(),
            Problem::Setup(_) => SetupProblem::NoFolder { path: PathBuf::new() }.into(),
        } };
        problems.extend(rows().into_iter().map(Problem::Row));
        problems.extend(accounts().into_iter().map(Problem::BadAccount));
        problems.extend(crons().into_iter().map(Problem::BadCron));
        let wanted = samples! { Kind {
            Kind::Text => Kind::Text, Kind::WholeNumber => Kind::WholeNumber,
            Kind::Fraction => Kind::Fraction, Kind::YesOrNo => Kind::YesOrNo,
            Kind::DateOrTime => Kind::DateOrTime, Kind::List => Kind::List,
            Kind::Table => Kind::Table,
        } };
        problems
            .extend(wanted.into_iter().map(|wanted| Problem::WrongType { wanted, got: wanted }));
        // These say something else if there is something similar.
        let nearest = || Some("y".to_owned());
        problems.push(Problem::UnknownKey { nearest: nearest() });
        problems.push(Problem::UnknownWord { said: x(), nearest: nearest(), choices: x() });
        problems.push(Problem::BadZone { said: x(), nearest: nearest() });
        problems.push(Problem::NoSuchQuestion { said: x(), nearest: nearest() });
        problems.push(RowProblem::UnknownColumn { nearest: nearest() }.into());
        problems.push(RowProblem::UnknownPerson { id: x(), nearest: nearest() }.into());
        problems
    }

    fn rows() -> Vec<RowProblem> {
        use RowProblem as Row;
        let id = || "a1".to_owned();
        samples! { RowProblem {
            Row::NoHeader => Row::NoHeader,
            Row::MissingColumn => Row::MissingColumn,
            Row::UnknownColumn { .. } => Row::UnknownColumn { nearest: None },
            Row::DoubledColumn => Row::DoubledColumn,
            Row::BeyondColumns => Row::BeyondColumns,
            Row::UnclosedQuote => Row::UnclosedQuote,
            Row::TooManyRows => Row::TooManyRows,
            Row::BadId { .. } => Row::BadId { said: id() },
            Row::DoubledRow { .. } => Row::DoubledRow { line: 2 },
            Row::DiffersFromRow { .. } => Row::DiffersFromRow { line: 2 },
            Row::AccountTaken { .. } => Row::AccountTaken { id: id(), line: 2 },
            Row::AccountOfAnother => Row::AccountOfAnother,
            Row::AccountElsewhere => Row::AccountElsewhere,
            Row::MissingHeading => Row::MissingHeading,
            Row::NotAccepted => Row::NotAccepted,
            Row::NoGuardian => Row::NoGuardian,
            Row::HasBegun => Row::HasBegun,
            Row::AppliedTwice { .. } => Row::AppliedTwice { line: 2 },
            Row::Contradicts => Row::Contradicts,
            Row::TakesPart => Row::TakesPart,
            Row::MinorOnAList => Row::MinorOnAList,
            Row::OtherAccount => Row::OtherAccount,
            Row::UnknownPerson { .. } => Row::UnknownPerson { id: id(), nearest: None },
            Row::Oneself => Row::Oneself,
            Row::FixedAndNever { .. } => Row::FixedAndNever { id: id() },
            Row::FixedAlike { .. } => Row::FixedAlike { id: id() },
            Row::FixedTwice { .. } => Row::FixedTwice { mentors: 2 },
            Row::FixedManager { .. } => Row::FixedManager { id: id() },
            Row::FixedWithoutRoom { .. } => Row::FixedWithoutRoom { id: id() },
            Row::FixedBeyondCapacity { .. } => Row::FixedBeyondCapacity { fixed: 3, capacity: 2 },
            Row::MoreFaults { .. } => Row::MoreFaults { left_out: 1 },
        } }
    }

    fn accounts() -> Vec<BadAccount> {
        samples! { BadAccount {
            BadAccount::Shape => BadAccount::Shape,
            BadAccount::Platform(_) => BadAccount::Platform("irc".to_owned()),
            BadAccount::Address { .. } => BadAccount::Address {
                platform: PlatformName::Discord,
                address: "anna".to_owned(),
                example: "discord:123456789012345678",
            },
        } }
    }

    fn crons() -> Vec<BadCron> {
        let said = || "5-1".to_owned();
        let mut crons = samples! { BadCron {
            BadCron::FieldCount { .. } => BadCron::FieldCount { found: 6 },
            BadCron::Field { .. } => {
                BadCron::Field { field: CronField::Hour, why: BadField::Backwards(said()) }
            },
            BadCron::TwoKindsOfDay => BadCron::TwoKindsOfDay,
            BadCron::Never => BadCron::Never,
        } };
        let fields = samples! { CronField {
            CronField::Minute => CronField::Minute, CronField::Hour => CronField::Hour,
            CronField::Day => CronField::Day, CronField::Month => CronField::Month,
            CronField::Weekday => CronField::Weekday,
        } };
        let whys = samples! { BadField {
            BadField::Unreadable(_) => BadField::Unreadable(said()),
            BadField::OutOfRange { .. } => BadField::OutOfRange { number: 60, first: 0, last: 59 },
            BadField::Backwards(_) => BadField::Backwards(said()),
            BadField::EndlessStep(_) => BadField::EndlessStep(said()),
            BadField::IdleStep(_) => BadField::IdleStep(said()),
        } };
        for field in fields {
            crons.extend(whys.iter().map(|why| BadCron::Field { field, why: why.clone() }));
        }
        crons
    }

    #[test]
    fn every_problem_can_be_said_in_every_language() {
        let files = embedded();
        let languages: BTreeSet<_> = files.iter().map(|file| &file.language).collect();
        let is_said = |language: &String, key: &str| {
            let mut ours = files.iter().filter(|file| file.language == *language);
            let begins = format!("{key} =");
            ours.any(|file| file.source.lines().any(|line| line.starts_with(&begins)))
        };
        for problem in problems() {
            for key in with_inner(&told(problem, Some("start"))).iter().map(key) {
                for language in &languages {
                    assert!(is_said(language, &key), "{language} lacks {key}");
                }
            }
        }
    }

    #[test]
    fn there_are_no_words_for_problems_that_there_are_not() {
        let told = problems().into_iter().map(|problem| told(problem, None));
        let said: BTreeSet<_> =
            told.flat_map(|told| with_inner(&told)).map(|told| key(&told)).collect();
        for shape in Says::SHAPES {
            let key = format!("{}-{}", Says::FEATURE, kebab(shape.kind));
            assert!(said.contains(&key), "nothing is told as {key}");
        }
    }

    #[test]
    fn a_programme_file_is_told_line_by_line() {
        let file = "short_name = \"t\"\nname = \"T\"\nstart = \"7/9\"\nmonth = 7\nmeetings = \"8\"\n\
                    nudges = \"0 25 * * MON\"\n";
        let faults = programme::read("t.toml", file).unwrap_err();
        check_swedish(
            &faults,
            &[
                "Rad 1, months: Det här saknas. Lägg till det, till exempel så här: \
             months = 7",
                "Rad 3, start: ”7/9” är inget datum. Skriv år, månad och dag, till \
             exempel 2026-09-07.",
                "Rad 4, month: Det namnet finns inte. Menade du months?",
                "Rad 5, meetings: Här ska det stå ett heltal. Skriv bara siffror, \
             utan citattecken.",
                "Rad 6, nudges: 25 går inte att använda som timme. Skriv ett tal från 0 till 23.",
            ],
        );
    }

    #[test]
    fn a_list_of_people_is_told_line_by_line() {
        let file = "id,name,role,acount\na1,Anna,adept,\na1,Ann,adept,\nb1,Bo,boss,\n";
        let faults = people::read("p.csv", file.as_bytes()).faults;
        check_swedish(
            &faults,
            &[
                "Rad 1, acount: Det namnet finns inte. Menade du account?",
                "Rad 3, id: Personen har redan den rollen på rad 2. Ta bort en av \
             raderna. Om det är två personer ger du den ena ett annat id.",
                "Rad 4, role: Jag känner inte till ”boss”. Välj ett av de här orden: \
             mentor, adept, leader, mentee, programledare",
            ],
        );
    }

    #[test]
    fn what_concerns_the_whole_file_is_at_no_line() {
        let told = told(RowProblem::MoreFaults { left_out: 3 }.into(), None);
        assert_eq!(told, Says::MoreFaults { count: 3 }.into());
    }

    #[test]
    fn nothing_a_parser_says_in_english_is_shown() {
        let why = || "expected newline".to_owned();
        let told = told(Problem::NotToml { why: why() }, None);
        assert!(!serde_json::to_string(&told).unwrap().contains(&why()));
    }

    #[test]
    fn of_long_texts_the_beginning_is_shown() {
        let told = says(&Problem::BadDate { said: "å".repeat(500) });
        assert_eq!(told, Says::BadDate { said: "å".repeat(MOST_SHOWN) + "…" });
        let told = says(&Problem::BadDate { said: "å".repeat(MOST_SHOWN) });
        assert_eq!(told, Says::BadDate { said: "å".repeat(MOST_SHOWN) });
    }

    /// The number stands in the words, and the one that it has to be can't be reached from here.
    #[test]
    fn ids_have_as_many_characters_as_the_words_say() {
        check_length("fault-bad-id", |length| {
            let file = format!("id,name,role\n{},Anna,adept\n", "a".repeat(length));
            people::read("p.csv", file.as_bytes()).faults.is_empty()
        });
    }

    #[test]
    fn short_names_have_as_many_characters_as_the_words_say() {
        check_length("fault-bad-slug", |length| "a".repeat(length).parse::<Slug>().is_ok());
    }

    /// Holds a number that stands in the words of every language against what is taken.
    #[track_caller]
    fn check_length(key: &str, is_taken: impl Fn(usize) -> bool) {
        let words = Words::load(None).unwrap();
        for locale in words.locales() {
            let said = words
                .text(locale, &Phrase::new(key.to_owned()).with("said", Arg::Text(String::new())));
            let mut numbers = said.split_whitespace().filter_map(|word| word.parse::<usize>().ok());
            let most = numbers.next().unwrap();
            assert!(is_taken(most) && !is_taken(most + 1), "{locale} says {most}");
        }
    }

    fn told(what: Problem, name: Option<&str>) -> Message {
        fault_line(&Fault {
            file: "t".to_owned(),
            line: Some(3),
            name: name.map(str::to_owned),
            what,
        })
    }

    /// A message and those inside it.
    fn with_inner(message: &Message) -> Vec<Message> {
        let mut all = vec![message.clone()];
        for (_, value) in message.values() {
            if let Value::Message(inner) = value {
                all.extend(with_inner(&inner));
            }
        }
        all
    }

    #[track_caller]
    fn check_swedish(faults: &[Fault], expected: &[&str]) {
        let words = Words::load(None).unwrap();
        let swedish = Locale::new("sv");
        let lines = faults.iter().map(|fault| words.line(&swedish, &fault_line(fault)));
        assert_eq!(lines.collect::<Vec<_>>(), expected);
    }
}
