//! What a programme asks for its evaluation as its file has it, in its table `[evaluation]`.

use crate::domain::{
    checkin::{Evaluation, LONGEST_GAIN, MOST_GAINS, Topic},
    locale::Locale,
};

use super::{
    Problem, Table,
    checkins::{OF_ONES_OWN, questions, write_questions},
    programme::{in_every_language, translations},
    words,
};

/// What is asked; what isn't mentioned stays as it is by default.
pub(super) fn read(table: &mut Table<'_>, locale: &Locale) -> Option<Evaluation> {
    let standard = Evaluation::default();
    let baseline = table.item("baseline");
    let has_baseline = baseline.map_or(Some(standard.has_baseline), |item| {
        item.parse(|said| words::word(said, &words::YES_OR_NO))
    });
    let months = table.item("follow_up_months");
    let follow_up_months =
        months.map_or(Some(standard.follow_up_months), |item| item.number(0..=12));
    let gains = table.item("gains").map_or(Some(vec![]), |item| {
        let gains = item.list(|item| translations(item, locale, LONGEST_GAIN))?;
        if gains.len() > MOST_GAINS {
            item.fault(Problem::TooMany { most: MOST_GAINS });
            return None;
        }
        Some(gains)
    });
    let questions = table
        .item("questions")
        .map_or(Some(standard.questions), |item| questions(&item, &Topic::CLOSING, locale));
    let (has_baseline, follow_up_months) = (has_baseline?, follow_up_months?);
    Some(Evaluation { has_baseline, follow_up_months, gains: gains?, questions: questions? })
}

/// The table, with a comment for each key.
pub(super) fn write(evaluation: Option<&Evaluation>) -> String {
    let Some(evaluation) = evaluation else {
        return "\
# Questions for the evaluation, which nobody answers by name: at halftime, at the close and some
# months later. Without this line there are none.
# [evaluation]
"
        .to_owned();
    };
    let gains = evaluation.gains.iter().map(|gain| format!("    {},\n", in_every_language(gain)));
    let mut written = format!(
        "\
# Questions for the evaluation, which nobody answers by name: at halftime, at the close and some
# months later.
[evaluation]
# Whether adepts are asked at the start, at halftime and at the close how close they are to what they
# want to achieve: \"yes\" or \"no\".
baseline = {baseline:?}
# How many months after the last day people are asked whether they are still in touch (0-12). 0: never.
follow_up_months = {months}
# What people may tick when they are asked what they have gained.
gains = [
{gains}]
# What is asked at the close, in order. library names one that comes with the bot:
#   {library}
{OF_ONES_OWN}",
        baseline = if evaluation.has_baseline { "yes" } else { "no" },
        months = evaluation.follow_up_months,
        gains = gains.collect::<String>(),
        library = Topic::CLOSING.map(Topic::as_str).join(", "),
    );
    write_questions(&mut written, "evaluation", &evaluation.questions);
    written
}

#[cfg(test)]
mod tests {
    use crate::files::programme;

    const SMALL: &str = "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\n\
                         meetings = 5\n";

    #[test]
    fn without_the_table_nothing_is_asked() {
        assert_eq!(programme::read("t.toml", SMALL).unwrap().evaluation, None);
        check("", "");
    }

    #[test]
    fn the_table_says_what_is_asked_at_the_close() {
        check("baseline = \"no\"\nfollow_up_months = 0\ngains = [\"Ett nätverk\"]", "");
        check("follow_up_months = 13", "evaluation.follow_up_months: 13 doesn't fit");
        check("gains = [\"\"]", "evaluation.gains");
        check("gains = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\"]", "8");
        check("[[evaluation.questions]]\nlibrary = \"recommend\"", "");
        // What check-ins ask isn't asked here.
        check("[[evaluation.questions]]\nlibrary = \"trust\"", "\"trust\" is not known here");
    }

    #[track_caller]
    fn check(more: &str, expected: &str) {
        let read = programme::read("t.toml", &format!("{SMALL}[evaluation]\n{more}\n"));
        let faults = read.err().unwrap_or_default();
        let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(told.contains(expected) && told.is_empty() == expected.is_empty(), "{told}");
    }
}
