//! What people read before they begin as a programme's file has it, in its table `[training]`.

use std::fmt::Write as _;

use crate::domain::{
    locale::Locale,
    programme::Slug,
    role::Role,
    training::{Lesson, Material, Topic, Training},
};

use super::{
    Problem, Table,
    programme::{in_every_language, quoted, translations},
    words,
};

const TEXT_LENGTH: usize = 1_500;
const QUESTION_LENGTH: usize = 300;
const LINK_LENGTH: usize = 300;
/// More than that nobody reads before they begin.
const MOST_LESSONS: usize = 20;

const ROLES: [(&str, Option<Role>); 4] = [
    ("all", None),
    ("adept", Some(Role::Adept)),
    ("mentor", Some(Role::Mentor)),
    ("leader", Some(Role::Leader)),
];

/// What is sent; what isn't mentioned stays as it is by default.
pub(super) fn read(table: &mut Table<'_>, locale: &Locale) -> Option<Training> {
    let standard = Training::default();
    let every = table.item("every_days");
    let every_days = every.map_or(Some(standard.every_days), |item| item.number(1..=30));
    let lessons = match table.item("lessons") {
        None => Some(standard.lessons),
        Some(item) => item.list_of_keyed(
            MOST_LESSONS,
            |lesson: &Lesson| &lesson.key,
            |item| item.table(|table| lesson(table, locale))?,
        ),
    };
    Some(Training { every_days: every_days?, lessons: lessons? })
}

fn lesson(table: &mut Table<'_>, locale: &Locale) -> Option<Lesson> {
    let role = table.item("for");
    let role = role.map_or(Some(None), |item| item.parse(|said| words::word(said, &ROLES)));
    if let Some(item) = table.item("library") {
        let topics = Topic::ALL.map(|topic| (topic.as_str(), topic));
        let topic = item.parse(|said| words::word(said, &topics))?;
        let material = Material::Library(topic);
        return Some(Lesson { key: topic.as_str().to_owned(), role: role?, material });
    }
    let key = table.require("key", "library = \"listening\"");
    let key = key.and_then(|item| {
        item.parse(|said| {
            let slug = said.parse::<Slug>();
            slug.map_err(|_| Problem::BadSlug { said: said.to_owned() })
        })
    });
    let words = table.require("text", "text = { sv = \"…\", en = \"…\" }");
    let words = words.and_then(|item| translations(&item, locale, TEXT_LENGTH));
    let link = match table.item("link") {
        None => Some(None),
        Some(item) => item.parse(|said| words::sentence(said, LINK_LENGTH)).and_then(|link| {
            let rest = link.strip_prefix("https://");
            let is_link =
                rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace));
            if !is_link {
                item.fault(Problem::BadLink { said: link.clone() });
            }
            is_link.then_some(Some(link))
        }),
    };
    let question = match table.item("question") {
        None => Some(None),
        Some(item) => translations(&item, locale, QUESTION_LENGTH).map(Some),
    };
    let material = Material::Own { words: words?, link: link?, question: question? };
    Some(Lesson { key: key?.as_str().to_owned(), role: role?, material })
}

/// The table, with a comment for each key.
pub(super) fn write(training: &Training) -> String {
    let mut written = format!(
        "\
# What people read before they begin, one text at a time, once you let it begin. library names one
# that comes with the bot:
#   {library}
# One of your own has key and text instead, and link and question (something to think about) if you
# like. for: \"all\", \"adept\", \"mentor\" or \"leader\".
[training]
# How many days lie between two texts (1-30).
every_days = {every}
",
        library = Topic::ALL.map(Topic::as_str).join(", "),
        every = training.every_days,
    );
    if training.lessons.is_empty() {
        written.push_str("lessons = []\n");
    }
    for lesson in &training.lessons {
        let role =
            ROLES.iter().find(|(_, role)| *role == lesson.role).map_or("all", |(name, _)| name);
        let _ = write!(written, "\n[[training.lessons]]\nfor = {role:?}\n");
        let _ = match &lesson.material {
            Material::Library(topic) => writeln!(written, "library = {:?}", topic.as_str()),
            Material::Own { words, link, question } => {
                let line = |key: &str, value: Option<String>| {
                    value.map_or_else(String::new, |value| format!("{key} = {value}\n"))
                };
                write!(
                    written,
                    "key = {}\ntext = {}\n{}{}",
                    quoted(&lesson.key),
                    in_every_language(words),
                    line("link", link.as_deref().map(quoted)),
                    line("question", question.as_ref().map(in_every_language)),
                )
            }
        };
    }
    written
}

#[cfg(test)]
mod tests {
    use crate::files::programme;

    const SMALL: &str = "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\n\
                         meetings = 5\n[training]\n";

    #[test]
    fn a_lesson_comes_with_the_bot_or_has_a_text() {
        check("[[training.lessons]]\nlibrary = \"listening\"\nfor = \"mentor\"", "");
        check("[[training.lessons]]\nkey = \"own\"\ntext = \"Läs\"\nlink = \"https://a.se/b\"", "");
        check(
            "[[training.lessons]]\nlibrary = \"listning\"",
            "training.lessons.library: \"listning\" is not known here",
        );
        check("[[training.lessons]]\nkey = \"own\"", "training.lessons.text: this is missing");
        check(
            "[[training.lessons]]\nkey = \"own\"\ntext = \"Läs\"\nlink = \"http://a.se\"",
            "training.lessons.link: http://a.se is no link",
        );
        check(
            "[[training.lessons]]\nlibrary = \"goals\"\n[[training.lessons]]\nlibrary = \"goals\"",
            "goals",
        );
        check("every_days = 0", "training.every_days: 0 doesn't fit");
    }

    #[track_caller]
    fn check(more: &str, expected: &str) {
        let read = programme::read("t.toml", &format!("{SMALL}{more}\n"));
        let faults = read.err().unwrap_or_default();
        let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(told.contains(expected) && told.is_empty() == expected.is_empty(), "{told}");
    }
}
