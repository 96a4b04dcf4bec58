//! Applying to a programme: what is asked, what was answered, and what comes next.

mod decision;
mod question;
mod reply;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

pub use decision::{Decided, Decision, Told, Undecidable};
pub use question::{Given, LONGEST_ANSWER, MOST_TOPICS, NoAnswer, Question, QuestionKind};
pub use reply::{Outcome, Reply, Situation};

use super::{
    ids::{ApplicationId, PersonId, ProgrammeId},
    locale::Translations,
    role::Role,
};

/// What a programme's file says about applying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recruitment {
    /// The last day to apply and to change an application.
    pub closes_on: Option<Date>,
    /// The day until which everybody hears.
    pub result_on: Option<Date>,
    /// What the organiser does with what people write, which they have to accept.
    pub notice: Translations,
    /// Which version of that it is.
    pub notice_version: String,
    /// What is asked, in order.
    pub questions: Vec<Question>,
    /// What leaders judge applications by, each with points from 1.
    pub criteria: Vec<Criterion>,
    /// For how many days the data of those who are declined is kept.
    pub keep_declined_days: u16,
    /// Whether the adepts are minors, so that a guardian has to consent before they are asked.
    pub needs_consent: bool,
}

/// Something that leaders judge applications by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What it is.
    pub words: Translations,
    /// The most points, 2 to 10.
    pub most: u8,
}

/// Somebody's application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Which one.
    pub id: ApplicationId,
    /// To which programme.
    pub programme: ProgrammeId,
    /// Whose.
    pub person: PersonId,
    /// What leaders call it: counted from one within the programme.
    pub number: i64,
    /// As what they want to take part, once they have said so.
    pub role: Option<Role>,
    /// What they are called, once they have said so.
    pub name: Option<String>,
    /// How leaders reach them otherwise than in the chat, if that came in a file.
    pub contact: Option<String>,
    /// A guardian's consent, once a leader has recorded it.
    pub consent: Option<Consent>,
    /// Which version of the notice they have accepted.
    pub notice: Option<String>,
    /// What they have answered, by the questions' keys.
    pub answers: BTreeMap<String, Given>,
    /// When they began it.
    pub begun_at: Timestamp,
    /// When they were reminded of the last day, if they were.
    pub reminded_at: Option<Timestamp>,
    /// How it stands with it.
    pub state: ApplicationState,
    /// What leaders have decided about it, if they have.
    pub decided: Option<Decided>,
}

/// A guardian's consent to the application of somebody who is a minor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// What the guardian is called.
    pub guardian: String,
    /// When a leader recorded it.
    pub at: Timestamp,
}

/// How it stands with an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApplicationState {
    /// The applicant hasn't sent it yet.
    Begun,
    /// It is with the leaders.
    Sent {
        /// Since then.
        at: Timestamp,
    },
}

/// What is due about an application that somebody has only begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The last day is near.
    Remind,
    /// It has been kept long enough.
    Erase,
}

/// How many days before the last day those are reminded who have begun.
const REMINDED_BEFORE: i64 = 3;

/// Something that an applicant is asked, or shown. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// As what they want to take part.
    Role,
    /// Whether a guardian consents, which is for a leader to record.
    Consent,
    /// Whether they accept the notice.
    Notice,
    /// What they are called.
    Name,
    /// The question with this key.
    Question(String),
    /// Everything that they have answered, before it is sent.
    Summary,
}

impl Recruitment {
    /// What somebody in that role is asked.
    pub fn questions_for(&self, role: Role) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |one| one.is_for(role))
    }

    /// The question with that key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// Everything that an applicant goes through, in order.
    pub fn steps(&self, role: Option<Role>) -> Vec<Step> {
        let mut steps = vec![Step::Role];
        if self.needs_guardian(role) {
            steps.push(Step::Consent);
        }
        steps.extend([Step::Notice, Step::Name]);
        let questions = role.into_iter().flat_map(|role| self.questions_for(role));
        steps.extend(questions.map(|question| Step::Question(question.key.clone())));
        steps.push(Step::Summary);
        steps
    }

    /// Whether the notice says something else under the same version, so that those who have accepted
    /// it would never see what it says by then.
    pub fn changes_notice_silently(&self, new: &Self) -> bool {
        self.notice_version == new.notice_version && self.notice != new.notice
    }

    /// Whether whoever has that role is a minor, for whom a guardian consents first.
    pub fn needs_guardian(&self, role: Option<Role>) -> bool {
        self.needs_consent && role == Some(Role::Adept)
    }

    /// Whether a guardian's consent is missing.
    pub fn lacks_consent(&self, application: &Application) -> bool {
        self.needs_guardian(application.role) && application.consent.is_none()
    }

    /// What an applicant is asked next: the first thing that they haven't answered.
    pub fn next(&self, application: &Application) -> Step {
        let is_open = |step: &Step| match step {
            Step::Role => application.role.is_none(),
            Step::Consent => self.lacks_consent(application),
            // Whoever has accepted another version is shown the new one.
            Step::Notice => application.notice.as_ref() != Some(&self.notice_version),
            Step::Name => application.name.is_none(),
            Step::Question(key) => !application.answers.contains_key(key),
            Step::Summary => true,
        };
        self.steps(application.role).into_iter().find(is_open).unwrap_or(Step::Summary)
    }

    /// What came before a step. None before the first.
    pub fn before(&self, step: &Step, application: &Application) -> Option<Step> {
        let mut steps = self.steps(application.role);
        // There is nothing to be said there.
        steps.retain(|step| *step != Step::Consent);
        let at = steps.iter().position(|one| one == step)?;
        steps.into_iter().nth(at.checked_sub(1)?)
    }

    /// Which of the questions it is, counted from one, and of how many.
    pub fn place(&self, key: &str, role: Role) -> Option<(usize, usize)> {
        let at = self.questions_for(role).position(|question| question.key == key)?;
        Some((at + 1, self.questions_for(role).count()))
    }

    /// When an application is erased that is never sent.
    pub fn erased_at(&self, begun: &Application) -> Timestamp {
        begun.begun_at + SignedDuration::from_hours(24 * i64::from(self.keep_declined_days))
    }

    /// What is due about an application that somebody has only begun. Nobody is reminded twice, nor
    /// when they can't go on.
    pub fn due(
        &self,
        begun: &Application,
        is_open: bool,
        today: Date,
        now: Timestamp,
    ) -> Option<Due> {
        if self.erased_at(begun) <= now {
            return Some(Due::Erase);
        }
        let is_near = |last: Date| today >= last.saturating_sub(REMINDED_BEFORE.days());
        let is_awaited = is_open && begun.reminded_at.is_none() && !self.lacks_consent(begun);
        (is_awaited && self.closes_on.is_some_and(is_near)).then_some(Due::Remind)
    }

    /// Since when those who have applied expect to hear, if they do on that day.
    pub fn result_due(&self, today: Date) -> Option<Date> {
        self.result_on.filter(|on| *on <= today)
    }

    /// Whether somebody can still apply on that day.
    pub fn takes(&self, on: Date) -> bool {
        self.closes_on.is_none_or(|last| on <= last)
    }
}

#[cfg(test)]
mod tests;
