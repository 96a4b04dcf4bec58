//! What comes next for a round, and when.

use jiff::{SignedDuration, Timestamp};

use super::Round;

/// Something that is done about a round when its time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundStep {
    /// Whoever hasn't answered is reminded.
    Remind,
    /// The same, on the day before it closes.
    LastCall,
    /// It closes.
    Close,
}

/// How long people have before they are reminded.
const PATIENCE: SignedDuration = SignedDuration::from_hours(2 * 24);
/// How long before the end they are reminded again.
const BEFORE_THE_END: SignedDuration = SignedDuration::from_hours(26);

impl RoundStep {
    const ALL: [Self; 3] = [Self::Remind, Self::LastCall, Self::Close];

    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::LastCall => "last_call",
            Self::Close => "close",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == name)
    }
}

impl Round {
    /// What comes next, where everything until `after` has been done: two reminders at most.
    pub fn next_step(&self, after: Timestamp) -> Option<(RoundStep, Timestamp)> {
        if self.is_closed {
            return None;
        }
        let (remind, last) = (self.opened_at + PATIENCE, self.closes_at - BEFORE_THE_END);
        let steps = [
            (remind < last).then_some((RoundStep::Remind, remind)),
            (last > self.opened_at).then_some((RoundStep::LastCall, last)),
            Some((RoundStep::Close, self.closes_at)),
        ];
        let steps = steps.into_iter().flatten();
        let next = steps.filter(|(_, at)| *at > after).min_by_key(|(_, at)| *at);
        // What should have closed while nothing ran closes now.
        Some(next.unwrap_or((RoundStep::Close, after)))
    }
}
