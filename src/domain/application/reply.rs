//! What becomes of an application when the applicant says something.

use super::{Application, ApplicationState, Given, NoAnswer, QuestionKind, Recruitment, Step};
use crate::domain::{command::LONGEST_NAME, locale::Locale, role::Role};

/// What an applicant has done with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply<'r> {
    /// They have written something.
    Words(&'r str),
    /// They have chosen an option, counted from zero.
    Option(usize),
    /// They go on without an answer, or with those that are there.
    On,
    /// They want to go back.
    Back,
}

/// What follows from a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The application has an answer more, and goes on with what is missing.
    Answered(Box<Application>),
    /// Something else is asked, or the same again, with these options chosen so far.
    Asked(Step, Vec<usize>),
    /// Everything is there, and the applicant wants to send it.
    Sent,
    /// The question has no such button.
    Outdated,
}

/// The question that is replied to, and what has to be known beside it.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'s> {
    /// The application as it stands.
    pub application: &'s Application,
    /// What was asked.
    pub step: &'s Step,
    /// Which options were chosen so far, counted from zero.
    pub chosen: &'s [usize],
    /// The language in which options are kept.
    pub kept: &'s Locale,
    /// What the applicant is called as long as they say nothing else.
    pub name: &'s str,
    /// The role that the words of the reply name, if they name one.
    pub role: Option<Role>,
}

impl Recruitment {
    /// What follows from a reply, or why it is no answer.
    pub fn reply(&self, to: &Situation<'_>, reply: &Reply<'_>) -> Result<Outcome, NoAnswer> {
        let application = to.application;
        let is_sent = application.state != ApplicationState::Begun;
        if is_sent && *to.step == Step::Role {
            // What was sent as an adept isn't what a mentor would have been asked.
            return Ok(Outcome::Outdated);
        }
        if *reply == Reply::Back && is_sent {
            return Ok(Outcome::Asked(Step::Summary, vec![]));
        }
        if *reply == Reply::Back {
            let before = self.before(to.step, application).unwrap_or(Step::Role);
            return Ok(self.asked_again(before, to));
        }
        match to.step {
            Step::Role => Self::role(to, reply),
            // It isn't theirs to give.
            Step::Consent => Ok(Outcome::Asked(self.next(application), vec![])),
            Step::Notice => match reply {
                Reply::On => {
                    let notice = Some(self.notice_version.clone());
                    Ok(answered(Application { notice, ..application.clone() }))
                }
                Reply::Words(_) => Err(NoAnswer::NotAmongThem),
                Reply::Option(_) | Reply::Back => Ok(Outcome::Outdated),
            },
            Step::Name => Self::name(to, reply),
            Step::Question(key) => self.answer(to, key, reply),
            Step::Summary => match reply {
                Reply::On => Ok(Outcome::Sent),
                Reply::Words(said) => self.change(to, said),
                Reply::Option(_) | Reply::Back => Ok(Outcome::Outdated),
            },
        }
    }

    fn role(to: &Situation<'_>, reply: &Reply<'_>) -> Result<Outcome, NoAnswer> {
        let role = match reply {
            Reply::Option(0) => Role::Adept,
            Reply::Option(1) => Role::Mentor,
            Reply::Words(_) => to.role.ok_or(NoAnswer::NotAmongThem)?,
            Reply::Option(_) | Reply::On | Reply::Back => return Ok(Outcome::Outdated),
        };
        Ok(answered(Application { role: Some(role), ..to.application.clone() }))
    }

    fn name(to: &Situation<'_>, reply: &Reply<'_>) -> Result<Outcome, NoAnswer> {
        let known = to.application.name.as_deref().unwrap_or(to.name);
        let name = match reply {
            Reply::On => known.to_owned(),
            Reply::Words(said) => said.split_whitespace().collect::<Vec<_>>().join(" "),
            Reply::Option(_) | Reply::Back => return Ok(Outcome::Outdated),
        };
        if name.chars().count() > LONGEST_NAME {
            return Err(NoAnswer::TooLong { most: LONGEST_NAME });
        }
        Ok(answered(Application { name: Some(name), ..to.application.clone() }))
    }

    fn answer(
        &self,
        to: &Situation<'_>,
        key: &str,
        reply: &Reply<'_>,
    ) -> Result<Outcome, NoAnswer> {
        let Some(question) = self.question(key) else {
            // The file asks for it no longer.
            return Ok(Outcome::Asked(self.next(to.application), vec![]));
        };
        let given = match reply {
            Reply::Words(said) if matches!(question.kind, QuestionKind::Choices(_)) => {
                let named = question.named(said)?;
                // What was answered before gives way to new words, and what was pressed now doesn't.
                let before = to.application.answers.get(key);
                let before = before.map(|given| question.options_in(given, to.kept));
                let pressed = if before.as_deref() == Some(to.chosen) { &[] } else { to.chosen };
                question.chosen(&[pressed, &named].concat(), to.kept)?
            }
            Reply::Words(said) => question.answer(said, to.kept)?,
            Reply::Option(nth) if matches!(question.kind, QuestionKind::Choices(_)) => {
                let mut chosen = to.chosen.to_vec();
                if chosen.contains(nth) {
                    chosen.retain(|one| one != nth);
                } else {
                    chosen.push(*nth);
                    chosen.sort_unstable();
                }
                return Ok(Outcome::Asked(to.step.clone(), chosen));
            }
            Reply::Option(nth) => question.chosen(&[*nth], to.kept)?,
            Reply::On if !to.chosen.is_empty() => question.chosen(to.chosen, to.kept)?,
            Reply::On if question.is_optional => Given::Skipped,
            Reply::On | Reply::Back => return Err(NoAnswer::Nothing),
        };
        let mut application = to.application.clone();
        application.answers.insert(key.to_owned(), given);
        Ok(answered(application))
    }

    /// At the summary: the number of an answer that is to be changed.
    fn change(&self, to: &Situation<'_>, said: &str) -> Result<Outcome, NoAnswer> {
        // "change 2", or the number alone.
        let last = said.split_whitespace().next_back().unwrap_or_default();
        let number = last.trim_end_matches(['.', ')']).parse::<usize>().ok();
        let nth = number.and_then(|number| number.checked_sub(1)).ok_or(NoAnswer::NotAmongThem)?;
        let role = to.application.role.unwrap_or(Role::Adept);
        let question = self.questions_for(role).nth(nth).ok_or(NoAnswer::NotAmongThem)?;
        Ok(self.asked_again(Step::Question(question.key.clone()), to))
    }

    /// A question that may have been answered before: of several options, those are chosen already
    /// that were chosen then.
    fn asked_again(&self, step: Step, to: &Situation<'_>) -> Outcome {
        let chosen = match &step {
            Step::Question(key) => {
                let question =
                    self.question(key).filter(|one| matches!(one.kind, QuestionKind::Choices(_)));
                let given = to.application.answers.get(key);
                question.zip(given).map(|(question, given)| question.options_in(given, to.kept))
            }
            Step::Role | Step::Consent | Step::Notice | Step::Name | Step::Summary => None,
        };
        Outcome::Asked(step, chosen.unwrap_or_default())
    }
}

fn answered(application: Application) -> Outcome {
    Outcome::Answered(Box::new(application))
}
