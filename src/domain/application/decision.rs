//! What leaders decide about an application.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Application;

/// What leaders have decided about an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub decision: Decision,
    /// When. The waiting list is in this order.
    pub at: Timestamp,
    /// What the applicant was told, if they were told anything. It may be something else by now.
    pub told: Option<Told>,
}

/// What an applicant was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub decision: Decision,
    /// When.
    pub at: Timestamp,
    /// What they had been told before that, and when.
    pub before: Option<(Decision, Timestamp)>,
}

/// What leaders can decide about an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// They take part.
    Accepted,
    /// They do if somebody else doesn't.
    Waiting,
    /// They don't.
    Declined,
}

/// A decision that can't be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecidable {
    /// The applicant was told something else, and relies on it.
    Told(Decision),
}

impl Decision {
    /// Every decision.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Waiting, Self::Declined];

    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Waiting => "waiting",
            Self::Declined => "declined",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.as_str() == name)
    }
}

impl Application {
    /// What the applicant was told, if anything. They rely on it, whatever is decided since.
    pub fn told(&self) -> Option<Told> {
        self.decided.and_then(|decided| decided.told)
    }

    /// The application once leaders have decided about it. Until the applicant is told, they may
    /// change their minds, and go back to what was told; afterwards only somebody on the waiting
    /// list is decided about again without more ado.
    pub fn decide(&self, decision: Decision, now: Timestamp) -> Result<Self, Undecidable> {
        match (self.decided, self.told()) {
            (Some(decided), _) if decided.decision == decision => Ok(self.clone()),
            (Some(_), Some(told)) if ![Decision::Waiting, decision].contains(&told.decision) => {
                Err(Undecidable::Told(told.decision))
            }
            _ => Ok(self.decide_anew(decision, now)),
        }
    }

    /// The application once leaders have decided otherwise than its letter said. The next letter
    /// tells the applicant. Whoever goes back to the waiting list has the place on it that they had.
    #[must_use]
    pub fn decide_anew(&self, decision: Decision, now: Timestamp) -> Self {
        let told = self.told();
        let at = told.filter(|told| told.decision == decision).map_or(now, |told| told.at);
        Self { decided: Some(Decided { decision, at, told }), ..self.clone() }
    }

    /// The application once its letter tells what is decided.
    #[must_use]
    pub fn tell(&self, now: Timestamp) -> Self {
        let decided = self.decided.map(|decided| {
            let before = decided.told.map(|told| (told.decision, told.at));
            let told = Some(Told { decision: decided.decision, at: now, before });
            Decided { told, ..decided }
        });
        Self { decided, ..self.clone() }
    }

    /// The application as if its last letter had never been written.
    #[must_use]
    pub fn untell(&self) -> Self {
        let decided = self.decided.map(|decided| {
            let before = decided.told.and_then(|told| told.before);
            let told = before.map(|(decision, at)| Told { decision, at, before: None });
            Decided { told, ..decided }
        });
        Self { decided, ..self.clone() }
    }

    /// The decision that the applicant has yet to hear.
    pub fn untold(&self) -> Option<Decision> {
        let decided = self.decided?;
        let has_heard = decided.told.is_some_and(|told| told.decision == decided.decision);
        (!has_heard).then_some(decided.decision)
    }
}
