//! What comes next for a round, and when.

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil};

use super::Round;
use crate::domain::{calendar::PersonalHours, programme::Outline};

/// Something that is done about a round when its time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundStep {
    /// Whoever hasn't answered is reminded.
    Remind,
    /// The same, on the day before the last.
    LastCall,
    /// It closes.
    Close,
}

/// How many days in a row may be free at most.
const LONGEST_REST: usize = 30;
/// How long people have before they are reminded.
const PATIENCE: SignedDuration = SignedDuration::from_hours(2 * 24);

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
    pub fn next_step(&self, outline: &Outline, after: Timestamp) -> Option<(RoundStep, Timestamp)> {
        if self.is_closed {
            return None;
        }
        let remind = self.opened_at + PATIENCE;
        let last = self.last_call(outline).filter(|last| *last > self.opened_at);
        let steps = [
            last.is_none_or(|last| remind < last).then_some((RoundStep::Remind, remind)),
            last.map(|last| (RoundStep::LastCall, last)),
            Some((RoundStep::Close, self.closes_at)),
        ];
        let steps = steps.into_iter().flatten();
        let next = steps.filter(|(_, at)| *at > after).min_by_key(|(_, at)| *at);
        // What should have closed while nothing ran closes now.
        Some(next.unwrap_or((RoundStep::Close, after)))
    }

    /// When the last day but one begins, or a day before it that nobody has off.
    fn last_call(&self, outline: &Outline) -> Option<Timestamp> {
        let zone = &outline.time_zone;
        let day = self.open_through(zone).yesterday().ok()?;
        let mut days = day.series((-1).day()).take(LONGEST_REST);
        let anybody = PersonalHours::anytime(zone.clone());
        let day = days.find(|day| outline.calendar.day_closed_because(*day, &anybody).is_none())?;
        zone.to_timestamp(day.to_datetime(civil::Time::midnight())).ok()
    }
}
