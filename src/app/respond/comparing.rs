//! Applications beside each other.

use std::collections::BTreeSet;

use super::{
    Answers, Hearing, Held, Speaker,
    selection::{named, numbered, points, state},
    target::found,
};
use crate::{
    app::AppError,
    domain::{
        application::{Application, Question},
        command::CommandName,
        message::{Message, selection::SelectionSays as Says},
        role::Role,
    },
};

/// How many can be taken in at once.
const MOST: usize = 6;

impl Hearing<'_> {
    /// Shows what each of some applicants has answered, question by question.
    pub(super) async fn compare_applications(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        numbers: &[i64],
    ) -> Result<Answers, AppError> {
        let mut known = BTreeSet::new();
        let numbers: Vec<_> = numbers.iter().filter(|number| known.insert(**number)).collect();
        if !(2..=MOST).contains(&numbers.len()) {
            let most = i64::try_from(MOST).unwrap_or(i64::MAX);
            let example = self.example(CommandName::ApplicationsCompare);
            return Ok(vec![Says::CompareSeveral { most, example }.into()]);
        }
        let all = self.work.applications_to(held.row.id).await?;
        let mut chosen = vec![];
        for number in numbers {
            chosen.push(found!(numbered(&all, *number, speaker)));
        }
        let assessments = self.work.assessments(held.row.id).await?;
        let line = |application: &&Application| {
            let state = Box::new(state(application, &all).into());
            let points = Box::new(points(application, &assessments, speaker.person.id, held));
            let (number, name, role) = named(application);
            Says::Item { number, name, role, state, points }.into()
        };
        let lines = chosen.iter().map(line).collect();
        let mut answers: Answers = vec![Says::Compared { lines }.into()];
        let questions = held.outline.recruitment.iter().flat_map(|one| &one.questions);
        let lines: Vec<Message> =
            questions.filter_map(|question| self.compared(held, question, &chosen)).collect();
        if !lines.is_empty() {
            answers.push(Says::ComparedAnswers { lines }.into());
        }
        Ok(answers)
    }

    /// What those have answered to a question who were asked it.
    fn compared(
        &self,
        held: &Held,
        question: &Question,
        chosen: &[&Application],
    ) -> Option<Message> {
        let is_asked = |one: &&&Application| question.is_for(one.role.unwrap_or(Role::Adept));
        let answer = |one: &&Application| -> Message {
            let given = one.answers.get(&question.key);
            let shown =
                given.map(|given| question.shown(given, &held.outline.locale, &self.locale));
            let answer = shown.unwrap_or_default();
            let (_, name, _) = named(one);
            if answer.is_empty() {
                Says::ComparedSkipped { name }.into()
            } else {
                Says::ComparedAnswer { name, answer }.into()
            }
        };
        let answers: Vec<_> = chosen.iter().filter(is_asked).map(answer).collect();
        let question = question.words.get(&self.locale).to_owned();
        (!answers.is_empty()).then(|| Says::ComparedItem { question, answers }.into())
    }
}
