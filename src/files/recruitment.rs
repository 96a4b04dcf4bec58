//! Applying to a programme as its file has it, in the table `[recruitment]`.

use std::fmt::Write as _;

use crate::domain::{
    application::{Criterion, Question, QuestionKind, Recruitment},
    locale::{Locale, Translations},
    programme::Slug,
    role::Role,
};

use super::{
    Item, Problem, Table,
    programme::{in_every_language, quoted, translations},
    words,
};

const NOTICE_LENGTH: usize = 2_000;
const QUESTION_LENGTH: usize = 300;
const OPTION_LENGTH: usize = 60;
/// The most questions for one role: more than that nobody answers in a chat.
const MOST_QUESTIONS: usize = 20;
/// As many as fit on buttons on every platform, beside those that go on and back.
const MOST_OPTIONS: usize = 20;
const FIRST_VERSION: &str = "1";
const MOST_POINTS: u8 = 5;
const KEEP_DAYS: u16 = 90;
/// The largest number that can be asked for.
const LARGEST: i64 = 1_000_000;

/// What can be answered, as files call it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Choice,
    Choices,
    Text,
    Number,
    Topics,
}

const KINDS: [(&str, Kind); 5] = [
    ("choice", Kind::Choice),
    ("choices", Kind::Choices),
    ("text", Kind::Text),
    ("number", Kind::Number),
    ("topics", Kind::Topics),
];

/// What each column of the list of people takes, where an answer may fill it in.
const COLUMNS: [(&str, &[Kind]); 8] = [
    ("capacity", &[Kind::Number]),
    ("contact", &[Kind::Text]),
    ("manager", &[Kind::Text]),
    ("organisation", &[Kind::Text, Kind::Choice]),
    ("city", &[Kind::Text, Kind::Choice]),
    ("languages", &[Kind::Topics, Kind::Choices]),
    ("wants", &[Kind::Topics, Kind::Choices]),
    ("offers", &[Kind::Topics, Kind::Choices]),
];

/// What is asked and when, with words in the programme's language where a file has them in none.
pub(super) fn read(table: &mut Table<'_>, locale: &Locale) -> Option<Recruitment> {
    let closes = table.item("closes");
    let closes_on = closes.as_ref().and_then(|item| item.parse(words::date));
    let result = table.item("result");
    let result_on = result.as_ref().and_then(|item| item.parse(words::date));
    if let (Some(closes_on), Some(result_on), Some(item)) = (closes_on, result_on, &result)
        && result_on < closes_on
    {
        item.fault(Problem::ResultBeforeClose);
    }
    let notice = table.require("privacy_notice", "privacy_notice = { sv = \"…\", en = \"…\" }");
    let notice = notice.and_then(|item| translations(&item, locale, NOTICE_LENGTH));
    let version = table.item("privacy_version");
    let notice_version = version.map_or_else(
        || Some(FIRST_VERSION.to_owned()),
        |item| item.parse(|said| words::sentence(said, OPTION_LENGTH)),
    );
    let mut keys = vec![];
    let questions = match table.item("questions") {
        None => Some(vec![]),
        Some(item) => {
            let questions = item.list(|item| {
                let question = item.table(|table| question(table, locale))??;
                if keys.contains(&question.key) {
                    item.fault(Problem::SaidTwice { said: question.key });
                    return None;
                }
                keys.push(question.key.clone());
                Some(question)
            });
            questions.filter(|all| {
                let fits = |role| {
                    let asked = all.iter().filter(|one| one.role.is_none_or(|own| own == role));
                    asked.count() <= MOST_QUESTIONS
                };
                let fit = fits(Role::Mentor) && fits(Role::Adept);
                if !fit {
                    item.fault(Problem::TooMany { most: MOST_QUESTIONS });
                }
                fit
            })
        }
    };
    let criteria = match table.item("criteria") {
        None => Some(vec![]),
        Some(item) => item.list(|item| item.table(|table| criterion(table, locale))?),
    };
    let keep = table.item("keep_declined_days");
    let keep_declined_days = keep.map_or(Some(KEEP_DAYS), |item| item.number(30..=730));
    let minors = table.item("adepts_are_minors");
    let needs_consent =
        minors.map_or(Some(false), |item| item.parse(|said| words::word(said, &words::YES_OR_NO)));
    Some(Recruitment {
        closes_on,
        result_on,
        notice: notice?,
        notice_version: notice_version?,
        questions: questions?,
        criteria: criteria?,
        keep_declined_days: keep_declined_days?,
        needs_consent: needs_consent?,
    })
}

fn criterion(table: &mut Table<'_>, locale: &Locale) -> Option<Criterion> {
    let words = table.require("text", "text = { sv = \"…\", en = \"…\" }");
    let words = words.and_then(|item| translations(&item, locale, OPTION_LENGTH));
    let most = table.item("most").map_or(Some(MOST_POINTS), |item| item.number(2..=10));
    Some(Criterion { words: words?, most: most? })
}

fn question(table: &mut Table<'_>, locale: &Locale) -> Option<Question> {
    let key_item = table.require("key", "key = \"field\"");
    let key = key_item.as_ref().and_then(|item| {
        item.parse(|said| {
            let slug = said.parse::<Slug>();
            slug.map_err(|_| Problem::BadSlug { said: said.to_owned() })
        })
    });
    let role = table.item("for");
    let role = role.map_or(Some(None), |item| item.parse(|said| words::word(said, &words::ROLES)));
    let words = table.require("text", "text = { sv = \"…\", en = \"…\" }");
    let words = words.and_then(|item| translations(&item, locale, QUESTION_LENGTH));
    let optional = table.item("optional");
    let optional = optional
        .map_or(Some(false), |item| item.parse(|said| words::word(said, &words::YES_OR_NO)));
    let kind = table.require("kind", "kind = \"text\"");
    let kind = kind.and_then(|item| item.parse(|said| words::word(said, &KINDS)));
    let options = table.item("options");
    let (least, most) = (table.item("least"), table.item("most"));
    let kind = kind?;
    let takes = match kind {
        Kind::Choice | Kind::Choices => {
            let Some(options) = options else {
                table.require("options", "options = [{ sv = \"Ja\", en = \"Yes\" }]");
                return None;
            };
            let options = choices(&options, locale)?;
            if kind == Kind::Choice {
                QuestionKind::Choice(options)
            } else {
                QuestionKind::Choices(options)
            }
        }
        Kind::Text => QuestionKind::Text,
        Kind::Number => {
            let limit = |item: Option<Item<'_>>, otherwise| {
                item.map_or(Some(otherwise), |item| item.number(-LARGEST..=LARGEST))
            };
            let (least, most) = (limit(least, 0)?, limit(most, LARGEST)?);
            if most < least {
                key_item?.fault(Problem::OutOfRange {
                    said: most.to_string(),
                    least,
                    most: LARGEST,
                });
                return None;
            }
            QuestionKind::Number { least, most }
        }
        Kind::Topics => QuestionKind::Topics,
    };
    let key = key?;
    let column = COLUMNS.iter().find(|(column, _)| *column == key.as_str());
    if let (Some((_, kinds)), Some(item)) = (column, key_item)
        && !kinds.contains(&kind)
    {
        let names = KINDS.iter().filter(|(_, kind)| kinds.contains(kind)).map(|(name, _)| *name);
        item.fault(Problem::WrongKind { kinds: names.collect::<Vec<_>>().join(", ") });
        return None;
    }
    Some(Question {
        key: key.as_str().to_owned(),
        role: role?,
        words: words?,
        kind: takes,
        is_optional: optional?,
    })
}

fn choices(item: &Item<'_>, locale: &Locale) -> Option<Vec<Translations>> {
    let options = item.list(|option| translations(option, locale, OPTION_LENGTH))?;
    if options.is_empty() {
        item.fault(Problem::Empty);
        return None;
    }
    if options.len() > MOST_OPTIONS {
        item.fault(Problem::TooMany { most: MOST_OPTIONS });
        return None;
    }
    Some(options)
}

/// The table, with a comment for each key; as an example if people can't apply.
pub(super) fn write(recruitment: Option<&Recruitment>) -> String {
    let Some(recruitment) = recruitment else { return EXAMPLE.to_owned() };
    let date = |key: &str, date: Option<jiff::civil::Date>| match date {
        Some(date) => format!("{key} = \"{date}\""),
        None => format!("# {key} = \"2026-08-20\""),
    };
    let mut written = format!(
        "\
# How people apply, in a chat with the bot.
[recruitment]
# The last day to apply and to change an application.
{closes}
# The day until which everybody hears.
{result}
# What you do with what people write: who sees it, for how long you keep it, and whom to ask. They
# accept it before they answer anything. Give it another version when you change it.
privacy_notice = {notice}
privacy_version = {version}
# For how many days you keep what the declined have written (30-730). Their letter says until when.
keep_declined_days = {keep}
# Whether the adepts are minors: \"yes\" or \"no\". Then they are asked nothing before you have
# recorded that a guardian consents.
adepts_are_minors = {minors:?}
",
        closes = date("closes", recruitment.closes_on),
        result = date("result", recruitment.result_on),
        notice = in_every_language(&recruitment.notice),
        version = quoted(&recruitment.notice_version),
        keep = recruitment.keep_declined_days,
        minors = if recruitment.needs_consent { "yes" } else { "no" },
    );
    written.push_str(QUESTIONS);
    for question in &recruitment.questions {
        written.push_str(&write_question(question));
    }
    written.push_str(CRITERIA);
    for criterion in &recruitment.criteria {
        let words = in_every_language(&criterion.words);
        let most = criterion.most;
        let _ = write!(written, "\n[[recruitment.criteria]]\ntext = {words}\nmost = {most}\n");
    }
    written
}

fn write_question(question: &Question) -> String {
    let role =
        words::ROLES.iter().find(|(_, role)| *role == question.role).map_or("", |(name, _)| name);
    let (kind, rest) = match &question.kind {
        QuestionKind::Choice(options) => ("choice", write_options(options)),
        QuestionKind::Choices(options) => ("choices", write_options(options)),
        QuestionKind::Text => ("text", String::new()),
        QuestionKind::Number { least, most } => {
            ("number", format!("least = {least}\nmost = {most}\n"))
        }
        QuestionKind::Topics => ("topics", String::new()),
    };
    let optional = if question.is_optional { "optional = \"yes\"\n" } else { "" };
    format!(
        "\n[[recruitment.questions]]\nkey = {key}\nfor = {role:?}\nkind = {kind:?}\n\
         text = {words}\n{rest}{optional}",
        key = quoted(&question.key),
        words = in_every_language(&question.words),
    )
}

fn write_options(options: &[Translations]) -> String {
    let options: Vec<_> = options.iter().map(in_every_language).collect();
    format!("options = [{}]\n", options.join(", "))
}

const QUESTIONS: &str = "\
# What is asked, in order. key: a short name; city, organisation, manager, languages, wants, offers,
# contact and capacity fill in what the list of people has in that column. for: \"all\", \"adept\" or
# \"mentor\". kind: \"choice\" or \"choices\" (with options, which are the same whatever language
# somebody reads them in: ask for languages so), \"text\", \"number\" or \"topics\" (things with commas
# between them). Questions with optional = \"yes\" may be passed over.
";

const CRITERIA: &str = "
# What you judge applications by, each with points from 1 to most (2-10): [[recruitment.criteria]],
# with text and most. Leaders give points on their own and see the others' afterwards.
";

const EXAMPLE: &str = "\
# How people apply, in a chat with the bot. Take the marks away if they may.
# [recruitment]
# The last day to apply and to change an application, and the day until which everybody hears.
# closes = \"2026-08-20\"
# result = \"2026-08-28\"
# What you do with what people write: who sees it, for how long you keep it, and whom to ask. They
# accept it before they answer anything. Give it another version when you change it.
# privacy_notice = { sv = \"…\", en = \"…\" }
# privacy_version = \"1\"
# For how many days you keep what the declined have written (30-730). Their letter says until when.
# keep_declined_days = 90
# Whether the adepts are minors: \"yes\" or \"no\". Then they are asked nothing before you have
# recorded that a guardian consents.
# adepts_are_minors = \"no\"
# What is asked, in order. key: a short name; city, organisation, manager, languages, wants, offers,
# contact and capacity fill in what the list of people has in that column. for: \"all\", \"adept\" or
# \"mentor\". kind: \"choice\" or \"choices\" (with options, which are the same whatever language
# somebody reads them in: ask for languages so), \"text\", \"number\" or \"topics\" (things with commas
# between them). Questions with optional = \"yes\" may be passed over.
# [[recruitment.questions]]
# key = \"wants\"
# for = \"adept\"
# kind = \"topics\"
# text = { sv = \"Vad vill du ha mer av?\", en = \"What would you like more of?\" }
# [[recruitment.questions]]
# key = \"languages\"
# for = \"all\"
# kind = \"choices\"
# text = { sv = \"Vilka språk talar du?\", en = \"Which languages do you speak?\" }
# options = [{ sv = \"svenska\", en = \"Swedish\" }, { sv = \"engelska\", en = \"English\" }]
# What you judge applications by, each with points from 1 to most (2-10). Leaders give points on
# their own and see the others' afterwards.
# [[recruitment.criteria]]
# text = { sv = \"Egna mål\", en = \"Goals of their own\" }
# most = 5
";

#[cfg(test)]
mod tests {
    use crate::files::programme;

    const SMALL: &str = "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\n\
                         meetings = 5\n[recruitment]\nprivacy_notice = \"Så gör vi\"\n";

    #[test]
    fn a_notice_is_enough() {
        check("", &[]);
    }

    #[test]
    fn without_a_notice_nobody_applies() {
        let text = SMALL.replace("privacy_notice", "# privacy_notice");
        let told = "6: recruitment.privacy_notice: this is missing. Add it, as in privacy_notice = \
                    { sv = \"…\", en = \"…\" }";
        check_text(&text, &[told]);
    }

    #[test]
    fn nobody_hears_before_the_last_day() {
        check(
            "closes = \"2026-08-20\"\nresult = \"2026-08-19\"",
            &["9: recruitment.result: the result comes before the last day to apply. Correct one \
               of the two"],
        );
    }

    #[test]
    fn a_question_has_a_name_of_its_own() {
        check(
            "[[recruitment.questions]]\nkey = \"why\"\nkind = \"text\"\ntext = \"Varför?\"\n\
             [[recruitment.questions]]\nkey = \"why\"\nkind = \"text\"\ntext = \"Varför nu?\"",
            &[
                "12: recruitment.questions: \"why\" is there already. Give this one another name, or \
               take it out",
            ],
        );
    }

    #[test]
    fn a_choice_has_options() {
        check(
            "[[recruitment.questions]]\nkey = \"field\"\nkind = \"choice\"\ntext = \"Var?\"",
            &[
                "8: recruitment.questions.options: this is missing. Add it, as in options = [{ sv = \
               \"Ja\", en = \"Yes\" }]",
            ],
        );
        check(
            "[[recruitment.questions]]\nkey = \"field\"\nkind = \"choice\"\ntext = \"Var?\"\n\
             options = []",
            &[
                "12: recruitment.questions.options: there is nothing here. Write something, or take \
               the line out",
            ],
        );
    }

    #[test]
    fn what_fills_in_a_column_suits_it() {
        check(
            "[[recruitment.questions]]\nkey = \"capacity\"\nkind = \"text\"\ntext = \"Hur många?\"",
            &["9: recruitment.questions.key: what is asked for under this name has to be one of \
               number. Change kind, or the name"],
        );
    }

    #[test]
    fn where_adepts_are_minors_there_is_somebody_to_turn_to() {
        let told = "worries_contact: this is missing. Add it, as in worries_contact = \"Lotta Lind, \
                    070-174 06 35\"";
        check("adepts_are_minors = \"yes\"", &[&format!("1: {told}")]);
    }

    #[test]
    fn twenty_questions_are_enough() {
        let question = |number| {
            format!(
                "[[recruitment.questions]]\nkey = \"q{number}\"\nkind = \"text\"\ntext = \"?\"\n"
            )
        };
        let many = |most| (0..most).map(question).collect::<String>();
        check(&many(20), &[]);
        check(&many(21), &["8: recruitment.questions: there are more than 20. Take some out"]);
    }

    #[track_caller]
    fn check(rest: &str, expected: &[&str]) {
        check_text(&format!("{SMALL}{rest}\n"), expected);
    }

    #[track_caller]
    fn check_text(text: &str, expected: &[&str]) {
        let faults = programme::read("p", text).err().unwrap_or_default();
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        let expected: Vec<_> = expected.iter().map(|line| format!("p:{line}")).collect();
        assert_eq!(told, expected);
    }
}
