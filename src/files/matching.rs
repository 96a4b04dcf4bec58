//! What counts in the matching as a programme's file has it, in its table `[matching]`.

use std::fmt::Write as _;

use crate::domain::{
    application::Question,
    matching::{Criteria, SameAnswer, SameOrganisation},
};

use super::{Problem, Table, nearest, programme::quoted, words};

const ORGANISATIONS: [(&str, SameOrganisation); 2] =
    [("allowed", SameOrganisation::Allowed), ("barred", SameOrganisation::Barred)];

/// The most points for one thing.
const MOST_POINTS: i64 = 1000;

/// The criteria; what isn't mentioned stays as it is by default. `asked` is what people are asked who
/// apply; none if it can't be read.
pub(super) fn read(table: &mut Table<'_>, asked: Option<&[Question]>) -> Criteria {
    let mut criteria = Criteria::default();
    for (key, points) in
        [("wants_offers", &mut criteria.wants_offers), ("same_city", &mut criteria.same_city)]
    {
        let said = table.item(key).and_then(|item| item.number(0..=MOST_POINTS));
        *points = said.unwrap_or(*points);
    }
    let said = table.item("same_organisation");
    let said = said.and_then(|item| item.parse(|said| words::word(said, &ORGANISATIONS)));
    criteria.same_organisation = said.unwrap_or(criteria.same_organisation);
    if let Some(item) = table.item("answers") {
        let answers = item.list(|item| item.table(|table| answer(table, asked))?);
        criteria.answers = answers.unwrap_or_default();
    }
    criteria
}

fn answer(table: &mut Table<'_>, asked: Option<&[Question]>) -> Option<SameAnswer> {
    let points =
        table.require("points", "points = 5").and_then(|item| item.number(0..=MOST_POINTS));
    let item = table.require("question", "question = \"field\"")?;
    let question = item.parse(|said| Ok(said.to_owned()))?;
    if let Some(asked) = asked {
        let Some(asked) = asked.iter().find(|one| one.key == question) else {
            let keys = asked.iter().map(|one| one.key.as_str());
            let nearest = nearest(&question, keys);
            item.fault(Problem::NoSuchQuestion { said: question, nearest });
            return None;
        };
        if asked.role.is_some() {
            item.fault(Problem::AskedOfOneRole);
            return None;
        }
        if !asked.is_comparable() {
            item.fault(Problem::WrongKind { kinds: "choice, choices, topics".to_owned() });
            return None;
        }
    }
    Some(SameAnswer { question, points: points? })
}

/// The table, with a comment for each key.
pub(super) fn write(criteria: &Criteria) -> String {
    let mut organisations = ORGANISATIONS.iter();
    let organisation = organisations.find(|(_, same)| *same == criteria.same_organisation);
    let mut written = format!(
        "\
# What counts when mentors and adepts are put together: the more points, the better. As many as
# can be get somebody before points count. Who has no language in common is never put together, if
# both name what they speak; and no adept with their line manager.
[matching]
# Points for each thing that the adept wants more of and the mentor offers (0-1000).
wants_offers = {wants_offers}
# Points for living in the same place (0-1000).
same_city = {same_city}
# Whether the two may work at the same organisation: \"allowed\" or \"barred\".
same_organisation = {organisation:?}
# Points for each answer in common to a question under [recruitment] that both are asked, and that
# is one of choice, choices and topics: [[matching.answers]], with question (its key) and points.
",
        wants_offers = criteria.wants_offers,
        same_city = criteria.same_city,
        organisation = organisation.map_or("", |(name, _)| name),
    );
    for SameAnswer { question, points } in &criteria.answers {
        let question = quoted(question);
        let _ = write!(written, "[[matching.answers]]\nquestion = {question}\npoints = {points}\n");
    }
    written
}

#[cfg(test)]
mod tests {
    use crate::files::programme;

    const SMALL: &str = "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\n\
                         meetings = 5\n[recruitment]\nprivacy_notice = \"Så gör vi\"\n\
                         [[recruitment.questions]]\nkey = \"field\"\nkind = \"topics\"\n\
                         text = \"Vad?\"\n[[recruitment.questions]]\nkey = \"years\"\n\
                         kind = \"number\"\ntext = \"Hur länge?\"\n\
                         [[recruitment.questions]]\nkey = \"aim\"\nkind = \"topics\"\n\
                         for = \"adept\"\ntext = \"Vart?\"\n";

    #[test]
    fn what_both_are_asked_counts() {
        check("question = \"field\"\npoints = 5", &[]);
    }

    #[test]
    fn what_nobody_is_asked_is_a_fault() {
        check(
            "question = \"feild\"\npoints = 5",
            &["22: matching.answers.question: there is no question \"feild\". Did you mean field?"],
        );
        check(
            "question = \"xyzzy\"\npoints = 5",
            &[
                "22: matching.answers.question: there is no question \"xyzzy\". Write the key of one \
               under [recruitment]",
            ],
        );
    }

    #[test]
    fn nor_does_what_one_role_is_asked_or_what_cannot_be_compared() {
        check(
            "question = \"aim\"\npoints = 5",
            &[
                "22: matching.answers.question: only one role is asked this, and so no answer can be \
               in common. Take for out of the question, or take this out",
            ],
        );
        check(
            "question = \"years\"\npoints = 5",
            &["22: matching.answers.question: what is asked for under this name has to be one of \
               choice, choices, topics. Change kind, or the name"],
        );
    }

    #[track_caller]
    fn check(rest: &str, expected: &[&str]) {
        let text = format!("{SMALL}[[matching.answers]]\n{rest}\n");
        let faults = programme::read("p", &text).err().unwrap_or_default();
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        let expected: Vec<_> = expected.iter().map(|line| format!("p:{line}")).collect();
        assert_eq!(told, expected);
    }
}
