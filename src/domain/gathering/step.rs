//! What comes next for a gathering, and when.

use jiff::{SignedDuration, Timestamp, ToSpan, civil, tz::TimeZone};

use super::{Gathering, GatheringState};
use crate::domain::{programme::Outline, reminder::decent};

/// Something that is done about a gathering when its time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Leaders are asked for the time that it doesn't have yet.
    AskTime,
    /// Everybody whom it is for hears of it.
    Invite,
    /// Whoever comes is reminded, and whoever hasn't answered is asked again.
    Remind(Before),
    /// Whoever hasn't answered is asked on the day before the last one to do so.
    LastCall,
    /// It is over: whoever never comes is shown to leaders.
    Settle,
}

/// How long before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Before {
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
}

/// How many days before it people are invited, unless a leader says otherwise: time enough to plan,
/// and little enough to remember.
pub const INVITED_AHEAD: i64 = 21;
/// How many weeks before it leaders are asked for a time.
const ASKED_AHEAD: i64 = 5;
/// How long after it leaders may take to note who came.
const TO_NOTE: SignedDuration = SignedDuration::from_hours(3 * 24);
/// Whoever has heard of it so lately isn't asked again.
const REST: SignedDuration = SignedDuration::from_hours(36);
const MORNING: civil::Time = civil::time(9, 0, 0, 0);

impl Before {
    /// Every one, the longest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Day, Self::Hour];

    /// As files and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }

    /// When that is, on the programme's clock.
    fn at(self, begins: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Week => days_before(begins, 7, MORNING, zone),
            Self::Day => days_before(begins, 1, decent(zone.to_datetime(begins).time()), zone),
            Self::Hour => Some(begins - SignedDuration::from_hours(1)),
        }
    }
}

/// That time of day, so many days before.
fn days_before(
    begins: Timestamp,
    days: i64,
    time: civil::Time,
    zone: &TimeZone,
) -> Option<Timestamp> {
    let day = zone.to_datetime(begins).date().checked_sub(days.days()).ok()?;
    zone.to_timestamp(day.to_datetime(time)).ok()
}

impl Step {
    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AskTime => "ask_time",
            Self::Invite => "invite",
            Self::Remind(before) => before.as_str(),
            Self::LastCall => "last_call",
            Self::Settle => "settle",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        let reminders = Before::ALL.map(Self::Remind);
        let all = [Self::AskTime, Self::Invite, Self::LastCall, Self::Settle];
        all.into_iter().chain(reminders).find(|step| step.as_str() == name)
    }
}

impl Gathering {
    /// What comes next, where everything until `after` has been done or is of no use any longer.
    pub fn next_step(&self, outline: &Outline, after: Timestamp) -> Option<(Step, Timestamp)> {
        let zone = &outline.time_zone;
        let begins = self.plan.begins(zone);
        match (self.state, begins) {
            (GatheringState::Cancelled, _) | (GatheringState::Invited { .. }, None) => None,
            (GatheringState::Planned { .. }, None) => {
                let weeks = i64::from(self.plan.week?) - 1 - ASKED_AHEAD;
                let on = outline.starts_on.checked_add(weeks.weeks()).ok()?;
                let at = zone.to_timestamp(on.to_datetime(MORNING)).ok()?;
                (!self.is_time_asked).then_some((Step::AskTime, at.max(after)))
            }
            (GatheringState::Planned { invite_at }, Some(begins)) => {
                let ahead = days_before(begins, INVITED_AHEAD, MORNING, zone)?;
                let at = invite_at.unwrap_or(ahead).max(after);
                (at < begins).then_some((Step::Invite, at))
            }
            (GatheringState::Invited { .. }, Some(begins)) => {
                let reminders = outline.gathering_reminders.iter();
                let reminders = reminders
                    .filter_map(|before| Some((Step::Remind(*before), before.at(begins, zone)?)));
                let last_call = self.plan.answer_by.and_then(|by| {
                    let on = by.yesterday().ok()?;
                    Some((Step::LastCall, zone.to_timestamp(on.to_datetime(MORNING)).ok()?))
                });
                let settle = self.plan.ends(zone).map(|ends| (Step::Settle, ends + TO_NOTE));
                let steps = reminders.chain(last_call).chain(settle);
                steps.filter(|(_, at)| *at > after).min_by_key(|(_, at)| *at)
            }
        }
    }

    /// Whether somebody may still say that they come.
    pub fn takes_answers(&self, zone: &TimeZone, now: Timestamp) -> bool {
        let today = zone.to_datetime(now).date();
        self.is_open(zone, now) && self.plan.answer_by.is_none_or(|by| today <= by)
    }

    /// Whether those who haven't answered are asked again now: not when they have just been asked,
    /// not when it is too late to answer, and never an hour before.
    pub fn asks_again(&self, step: Step, zone: &TimeZone, now: Timestamp) -> bool {
        let GatheringState::Invited { at } = self.state else { return false };
        let today = zone.to_datetime(now).date();
        let may_answer = self.plan.answer_by.is_none_or(|by| today <= by);
        let is_time = match step {
            Step::Remind(Before::Week) | Step::LastCall => true,
            // Where there is a last day to answer, the call before it is the second time.
            Step::Remind(Before::Day) => self.plan.answer_by.is_none(),
            Step::Remind(Before::Hour) | Step::AskTime | Step::Invite | Step::Settle => false,
        };
        is_time && may_answer && at + REST < now
    }
}
