//! What a round is held for, and when.

use jiff::{ToSpan as _, civil::Date};
use serde::Serialize;

use super::{CheckIns, Names, Question, Topic};
use crate::domain::{
    programme::{Outline, ProgrammeState},
    role::Role,
};

/// What a round is held for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// To see how it goes, in some weeks or when a leader wants to know.
    CheckIn,
    /// To know where adepts begin.
    Start,
    /// To look back in the middle.
    Halftime,
    /// To look back on the whole.
    Close,
    /// To know what has stayed, some months later.
    FollowUp,
}

/// For how many days the evaluation's rounds are open. That of the start ends with the first week, that of
/// the close with the last day.
const START_DAYS: u8 = 7;
const CLOSING_DAYS: u8 = 14;
/// How long before or after halftime no check-in is held beside it at least, in days.
const APART: i32 = 7;
/// How many days late a round may still be held.
const LATE: i64 = 21;
/// For how many days it is looked for one on which nobody rests.
const LONGEST_REST: usize = 60;

impl Occasion {
    /// Every occasion.
    pub const ALL: [Self; 5] =
        [Self::CheckIn, Self::Start, Self::Halftime, Self::Close, Self::FollowUp];

    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CheckIn => "check_in",
            Self::Start => "start",
            Self::Halftime => "halftime",
            Self::Close => "close",
            Self::FollowUp => "follow_up",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|occasion| occasion.as_str() == name)
    }

    /// Whether leaders see who answered what. For the evaluation nobody does.
    pub const fn names(self, checkins: &CheckIns) -> Names {
        match self {
            Self::CheckIn => checkins.names,
            Self::Start | Self::Halftime | Self::Close | Self::FollowUp => Names::Anonymous,
        }
    }

    /// For how many days a round is open.
    pub const fn open_days(self, checkins: &CheckIns) -> u8 {
        match self {
            Self::CheckIn | Self::Halftime => checkins.open_days,
            Self::Start => START_DAYS,
            Self::Close | Self::FollowUp => CLOSING_DAYS,
        }
    }

    /// What is asked in a programme, and after that what is counted.
    pub fn questions(self, outline: &Outline) -> Vec<Question> {
        let mut questions = match (self, &outline.evaluation) {
            (Self::CheckIn, _) => outline.checkins.questions.clone(),
            (_, Some(evaluation)) => evaluation.questions_at(self),
            (_, None) => vec![],
        };
        if questions.is_empty() {
            return questions;
        }
        let counted: &[(Topic, Option<Role>)] = match self {
            Self::Start | Self::FollowUp => &[],
            Self::CheckIn => &[(Topic::Felt, None), (Topic::Fit, None)],
            Self::Halftime | Self::Close => {
                &[(Topic::Felt, None), (Topic::Fit, None), (Topic::Goals, Some(Role::Adept))]
            }
        };
        questions.extend(counted.iter().map(|(topic, role)| Question::library(*topic, *role)));
        questions
    }

    /// Its day in a programme whose last pair ends on `last`, if it has one there. Check-ins have
    /// many.
    fn day(self, outline: &Outline, last: Date) -> Option<Date> {
        let evaluation = outline.evaluation.as_ref()?;
        match self {
            Self::CheckIn => None,
            Self::Start => evaluation.has_baseline.then_some(outline.starts_on),
            Self::Halftime => Some(outline.halftime_on()),
            Self::Close => {
                let before = i64::from(CLOSING_DAYS) - 1;
                Some(outline.ends_on().saturating_sub(before.days()))
            }
            Self::FollowUp => {
                let months = evaluation.follow_up_months;
                // Whose data is gone can't be asked.
                (months > 0 && months < outline.keep_months)
                    .then(|| last.saturating_add(i32::from(months).months()))
            }
        }
    }
}

/// The next round after that day of a programme in that state, of whose occasions those in `had` have
/// had theirs, and the day. Nobody is asked while everybody rests.
pub fn next_round(
    outline: &Outline,
    state: ProgrammeState,
    had: &[Occasion],
    after: Date,
    last: Date,
) -> Option<(Occasion, Date)> {
    let is_held = |occasion: Occasion| match state {
        ProgrammeState::Running => true,
        ProgrammeState::Closed => occasion == Occasion::FollowUp,
        ProgrammeState::Draft | ProgrammeState::Paused { .. } => false,
    };
    let once = Occasion::ALL.into_iter().filter(|occasion| !had.contains(occasion));
    let once = once.filter_map(|occasion| {
        let day = awake(outline, occasion, occasion.day(outline, last)?);
        let is_missed = day.saturating_add(LATE.days()) <= after;
        let next = day.max(after.tomorrow().ok()?);
        (!is_missed).then_some((occasion, next))
    });
    let check_ins = outline.checkins.weeks.iter().filter_map(|week| {
        let day = outline.first_day_of_week(*week);
        let day = awake(outline, Occasion::CheckIn, day);
        (day > after && !is_beside_another(outline, day)).then_some((Occasion::CheckIn, day))
    });
    // On the same day the check-in waits for its next week.
    let rounds = once.chain(check_ins).filter(|(occasion, _)| is_held(*occasion));
    rounds.min_by_key(|(occasion, day)| (*day, std::cmp::Reverse(*occasion)))
}

/// Whether a check-in on that day would come beside the round of halftime or of the close.
fn is_beside_another(outline: &Outline, day: Date) -> bool {
    if outline.evaluation.is_none() {
        return false;
    }
    let days_from = |occasion: Occasion| {
        let from = awake(outline, occasion, occasion.day(outline, outline.ends_on())?);
        Some(from.until(day).map_or(0, |span| span.get_days()))
    };
    // One has to be over before the other opens.
    let apart = APART.max(i32::from(outline.checkins.open_days));
    days_from(Occasion::Halftime).is_some_and(|days| days.abs() < apart)
        || days_from(Occasion::Close).is_some_and(|days| days > -apart)
}

/// The first day from that one on which not everybody rests. The close comes before a rest, so that
/// it is over with the last day.
fn awake(outline: &Outline, occasion: Occasion, day: Date) -> Date {
    let rests = |day: &Date| outline.calendar.rests_on(*day);
    let later = day.series(1.day()).take(LONGEST_REST).find(|day| !rests(day)).unwrap_or(day);
    if occasion == Occasion::Close && later > outline.ends_on() {
        return day.series((-1).day()).take(LONGEST_REST).find(|day| !rests(day)).unwrap_or(later);
    }
    later
}
