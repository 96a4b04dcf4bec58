//! What a programme asks in its check-ins as its file has it, in its table `[checkins]`.

use std::fmt::Write as _;

use crate::domain::{
    checkin::{Asks, CheckIns, LONGEST_QUESTION, MOST_QUESTIONS, Names, Question, Scale, Topic},
    disclosure::LEAST_THRESHOLD,
    locale::Locale,
    programme::Slug,
};

use super::{
    Item, Problem, Table,
    programme::{in_every_language, quoted, translations},
    words,
};

const SCALES: [(&str, Scale); 3] =
    [("agree", Scale::Agree), ("times", Scale::Times), ("words", Scale::Words)];
const NAMES: [(&str, Names); 2] = [("shown", Names::Shown), ("anonymous", Names::Anonymous)];

/// What is asked; what isn't mentioned stays as it is by default.
pub(super) fn read(table: &mut Table<'_>, locale: &Locale) -> Option<CheckIns> {
    let standard = CheckIns::default();
    let weeks_item = table.item("weeks");
    let weeks = weeks_item.as_ref().map_or(Some(vec![]), |item| {
        let mut weeks = item.list(|item| item.number(1..=104))?;
        weeks.sort_unstable();
        weeks.dedup();
        Some(weeks)
    });
    let days = table.item("open_days");
    let open_days = days.map_or(Some(standard.open_days), |item| item.number(2..=30));
    let names = table.item("names");
    let names =
        names.map_or(Some(standard.names), |item| item.parse(|said| words::word(said, &NAMES)));
    let threshold = table.item("threshold");
    let threshold = threshold
        .map_or(Some(standard.threshold), |item| item.number(i64::from(LEAST_THRESHOLD)..=50));
    let questions = match table.item("questions") {
        None => Some(standard.questions),
        Some(item) => questions(&item, &Topic::CHECK_IN, locale),
    };
    let (weeks, open_days, names) = (weeks?, open_days?, names?);
    let checkins =
        CheckIns { weeks, open_days, names, threshold: threshold?, questions: questions? };
    let least = checkins.weeks_apart();
    let is_close = checkins.weeks.windows(2).any(|two| matches!(two, [a, b] if b - a < least));
    if let Some(item) = weeks_item.filter(|_| is_close) {
        item.fault(Problem::WeeksTooClose { least: i64::from(least) });
        return None;
    }
    Some(checkins)
}

/// What is asked, of which those topics come with the bot.
pub(super) fn questions(
    item: &Item<'_>,
    topics: &[Topic],
    locale: &Locale,
) -> Option<Vec<Question>> {
    let mut questions = item.list_of_keyed(
        MOST_QUESTIONS,
        |question: &Question| &question.key,
        |item| item.table(|table| question(table, topics, locale))?,
    )?;
    // What is answered in words comes last: whoever has no time for that has answered the rest.
    questions.sort_by_key(|question| question.scale() == Scale::Words);
    Some(questions)
}

fn question(table: &mut Table<'_>, topics: &[Topic], locale: &Locale) -> Option<Question> {
    let role = table.item("for");
    let role = role.map_or(Some(None), |item| item.parse(|said| words::word(said, &words::ROLES)));
    if let Some(item) = table.item("library") {
        let topics: Vec<_> = topics.iter().map(|topic| (topic.as_str(), *topic)).collect();
        let topic = item.parse(|said| words::word(said, &topics))?;
        return Some(Question::library(topic, role?));
    }
    let key = table.require("key", "library = \"trust\"");
    let key = key.and_then(|item| {
        item.parse(|said| {
            let slug = said.parse::<Slug>();
            slug.map_err(|_| Problem::BadSlug { said: said.to_owned() })
        })
    });
    let text = table.require("text", "text = { sv = \"…\", en = \"…\" }");
    let text = text.and_then(|item| translations(&item, locale, LONGEST_QUESTION));
    let scale = table.item("kind");
    let scale =
        scale.map_or(Some(Scale::Agree), |item| item.parse(|said| words::word(said, &SCALES)));
    let asks = Asks::Own { words: text?, scale: scale? };
    Some(Question { key: key?.as_str().to_owned(), role: role?, asks })
}

/// The table, with a comment for each key.
pub(super) fn write(checkins: &CheckIns) -> String {
    let name = |known: &[(&'static str, Names)]| {
        known.iter().find(|(_, names)| *names == checkins.names).map_or("shown", |(name, _)| name)
    };
    let weeks: Vec<_> = checkins.weeks.iter().map(u16::to_string).collect();
    let mut written = format!(
        "\
# Check-ins: short questions to all mentors and adepts.
[checkins]
# In which weeks of the programme, from 1. A leader can also open one in chat.
weeks = [{weeks}]
# For how many days one is open (2-30). Whoever hasn't answered is reminded twice.
open_days = {days}
# Whether leaders see who answered what: \"shown\" (so that you can help those whose answers are low)
# or \"anonymous\" (nobody does, and each question says so).
names = {names:?}
# From how many answers on results show (3-50).
threshold = {threshold}
# What is asked, in order. library names one that comes with the bot:
#   {library}
{OF_ONES_OWN}",
        weeks = weeks.join(", "),
        days = checkins.open_days,
        names = name(&NAMES),
        threshold = checkins.threshold,
        library = Topic::CHECK_IN.map(Topic::as_str).join(", "),
    );
    write_questions(&mut written, "checkins", &checkins.questions);
    written
}

/// What is said in both tables about questions.
pub(super) const OF_ONES_OWN: &str = "\
# One of your own has key and text instead, and kind: \"agree\" (1-5), \"times\" (0-3) or \"words\".
# for: \"all\", \"adept\" or \"mentor\".
";

/// The questions of that table.
pub(super) fn write_questions(written: &mut String, table: &str, questions: &[Question]) {
    if questions.is_empty() {
        written.push_str("questions = []\n");
    }
    for question in questions {
        let role = words::ROLES.iter().find(|(_, role)| *role == question.role && role.is_some());
        let role = role.map_or_else(String::new, |(name, _)| format!("for = {name:?}\n"));
        let _ = match &question.asks {
            Asks::Library(topic) => {
                write!(written, "\n[[{table}.questions]]\nlibrary = {:?}\n{role}", topic.as_str())
            }
            Asks::Own { words, scale } => {
                let kind =
                    SCALES.iter().find(|(_, one)| one == scale).map_or("agree", |(name, _)| name);
                write!(
                    written,
                    "\n[[{table}.questions]]\nkey = {}\ntext = {}\nkind = {kind:?}\n{role}",
                    quoted(&question.key),
                    in_every_language(words),
                )
            }
            // They stand in a list of their own.
            Asks::Gain { .. } => Ok(()),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::files::programme;

    const SMALL: &str = "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\n\
                         meetings = 5\n[checkins]\n";

    #[test]
    fn rounds_have_weeks_days_and_a_threshold() {
        check("weeks = [2, 5]\nopen_days = 5\nnames = \"anonymous\"\nthreshold = 3", "");
        check("weeks = [0]", "checkins.weeks: 0 doesn't fit");
        check("open_days = 1", "checkins.open_days: 1 doesn't fit");
        check("names = \"hidden\"", "\"hidden\" is not known here");
        // Fewer than three would tell what each answered.
        check("threshold = 2", "checkins.threshold: 2 doesn't fit");
    }

    #[test]
    fn a_question_comes_with_the_bot_or_has_a_text() {
        check("[[checkins.questions]]\nlibrary = \"trust\"", "");
        check("[[checkins.questions]]\nkey = \"own\"\ntext = \"Hur?\"\nkind = \"times\"", "");
        check("[[checkins.questions]]\nlibrary = \"trusts\"", "\"trusts\" is not known here");
        check("[[checkins.questions]]\nkey = \"own\"", "checkins.questions.text: this is missing");
        check(
            "[[checkins.questions]]\nlibrary = \"use\"\n[[checkins.questions]]\nlibrary = \"use\"",
            "use",
        );
    }

    #[test]
    fn anonymous_check_ins_keep_their_distance() {
        check("weeks = [2, 5]\nnames = \"anonymous\"", "some weeks are fewer than 4 apart");
        check("weeks = [2, 5]\nnames = \"anonymous\"\nopen_days = 7", "");
        let longer = "weeks = [9, 2, 6]\nnames = \"anonymous\"\nopen_days = 15";
        check(longer, "some weeks are fewer than 5 apart");
        check("weeks = [2, 3]", "some weeks are fewer than 2 apart");
        check("weeks = [2, 3]\nopen_days = 7", "");
    }

    #[test]
    fn what_is_answered_in_words_comes_last() {
        let text = "[[checkins.questions]]\nlibrary = \"open\"\n\
                    [[checkins.questions]]\nlibrary = \"trust\"\n";
        let outline = programme::read("t.toml", &format!("{SMALL}{text}")).unwrap();
        let keys: Vec<_> = outline.checkins.questions.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["trust", "open"]);
    }

    #[track_caller]
    fn check(more: &str, expected: &str) {
        let read = programme::read("t.toml", &format!("{SMALL}{more}\n"));
        let faults = read.err().unwrap_or_default();
        let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(told.contains(expected) && told.is_empty() == expected.is_empty(), "{told}");
    }
}
