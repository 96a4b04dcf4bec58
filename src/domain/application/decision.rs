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
    /// When the applicant was told, if they were.
    pub told_at: Option<Timestamp>,
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
    /// Whether the applicant hasn't been told anything yet.
    pub fn is_untold(&self) -> bool {
        self.decided.is_none_or(|decided| decided.told_at.is_none())
    }

    /// The application once leaders have decided about it. Until the applicant is told, they may
    /// change their minds; afterwards only somebody on the waiting list is decided about again.
    pub fn decide(&self, decision: Decision, now: Timestamp) -> Result<Self, Undecidable> {
        match self.decided {
            Some(Decided { decision: known, .. }) if known == decision => Ok(self.clone()),
            Some(Decided { decision: known, told_at: Some(_), .. })
                if known != Decision::Waiting =>
            {
                Err(Undecidable::Told(known))
            }
            Some(_) | None => Ok(self.decide_anew(decision, now)),
        }
    }

    /// The application once leaders have decided otherwise than its letter said. The next letter
    /// tells the applicant.
    #[must_use]
    pub fn decide_anew(&self, decision: Decision, now: Timestamp) -> Self {
        Self { decided: Some(Decided { decision, at: now, told_at: None }), ..self.clone() }
    }

    /// The decision that the applicant has yet to hear.
    pub fn untold(&self) -> Option<Decision> {
        self.decided.filter(|decided| decided.told_at.is_none()).map(|decided| decided.decision)
    }
}
