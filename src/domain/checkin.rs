//! Check-ins: a few questions for everybody in a programme, now and then.
//!
//! A round is opened, by its week or by a leader, and closes after some days. Until then answers are
//! held with whoever gave them and can be changed. What is asked, who sees the answers and from how
//! many on results show is fixed when it opens.

mod evaluation;
mod occasion;
mod question;
mod step;
#[cfg(test)]
mod tests;

pub use evaluation::{Evaluation, LONGEST_GAIN, MOST_GAINS};
use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
pub use occasion::{Occasion, next_round};
pub use question::{Asks, LONGEST_QUESTION, Question, Scale, Topic};
pub use step::RoundStep;

use super::{
    disclosure::USUAL_THRESHOLD,
    ids::{PersonId, ProgrammeId, RoundId},
    role::Role,
};

/// How many questions a check-in has at most: more than that nobody answers on the way.
pub const MOST_QUESTIONS: usize = 10;

/// The longest answer in somebody's own words, in characters.
pub const LONGEST_ANSWER: usize = 1_000;

/// How long a round is open unless a programme says otherwise, in days: more than a week, so that whoever
/// has had enough messages in one is asked in the next.
pub const USUAL_DAYS: u8 = 10;

/// How long there is rest between two anonymous check-ins, in days. Of two right after one another it could
/// be worked out what somebody said who was asked in one of them only.
pub const REST_DAYS: u8 = 14;

/// What a programme asks, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIns {
    /// In which weeks of the programme, counted from one.
    pub weeks: Vec<u16>,
    /// For how many days a round is open, 2 to 30, the first and the last among them.
    pub open_days: u8,
    /// Whether leaders see who answered what.
    pub names: Names,
    /// From how many answers on results show.
    pub threshold: u8,
    /// What is asked, in order.
    pub questions: Vec<Question>,
}

/// Whether leaders see who answered what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Names {
    /// They do, so that they can help.
    Shown,
    /// Nobody does.
    Anonymous,
}

/// A round of a programme's check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The store's number for it.
    pub id: RoundId,
    /// Of which programme.
    pub programme: ProgrammeId,
    /// What leaders call it: counted from one within the programme.
    pub number: i64,
    /// What it is held for.
    pub occasion: Occasion,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it closes.
    pub closes_at: Timestamp,
    /// Whether it has closed.
    pub is_closed: bool,
    /// Whether leaders see who answered what.
    pub names: Names,
    /// From how many answers on results show.
    pub threshold: u8,
    /// What is asked.
    pub questions: Vec<Question>,
}

/// Somebody who is asked in a round, and whether they have answered. What they answered isn't here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respondent {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// The groups in which their answers count, one of each split, as they were when the round opened.
    pub groups: Vec<String>,
    /// Whether they have answered all questions, or passed them over.
    pub is_done: bool,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A number of its scale.
    Value(i64),
    /// Own words.
    Words(String),
    /// They would rather not say.
    Unsaid,
}

impl Default for CheckIns {
    /// No rounds by themselves; leaders may open one, with the questions that come with the bot.
    fn default() -> Self {
        let question = |topic: Topic| Question::library(topic, None);
        Self {
            weeks: vec![],
            open_days: USUAL_DAYS,
            names: Names::Shown,
            threshold: USUAL_THRESHOLD,
            questions: Topic::CHECK_IN.map(question).to_vec(),
        }
    }
}

impl CheckIns {
    /// How many weeks have to lie between two that open by themselves, for the second to be held.
    pub fn weeks_apart(&self) -> u16 {
        let rest = match self.names {
            Names::Shown => 0,
            Names::Anonymous => REST_DAYS,
        };
        (u16::from(self.open_days) + u16::from(rest)).div_ceil(7)
    }
}

impl Round {
    /// What somebody with that role is asked: the places of the questions, in order. Of those that are
    /// asked together it is the first.
    pub fn asks(&self, role: Role) -> Vec<usize> {
        let ticks = |nth: usize| self.questions.get(nth).is_some_and(Question::is_gain);
        let goes_with_the_last = |nth: usize| ticks(nth) && nth.checked_sub(1).is_some_and(&ticks);
        let questions = self.questions.iter().enumerate();
        let asked = questions.filter(|(nth, question)| {
            question.is_for(role) && question.scale().is_asked() && !goes_with_the_last(*nth)
        });
        asked.map(|(nth, _)| nth).collect()
    }

    /// The places of the questions that are asked together with the one at that place.
    pub fn together(&self, nth: usize) -> std::ops::Range<usize> {
        let ticked = self.questions.iter().skip(nth).take_while(|question| question.is_gain());
        nth..nth + ticked.count().max(1)
    }

    /// The first question that somebody hasn't answered.
    pub fn next_for(&self, role: Role, answered: &[usize]) -> Option<usize> {
        self.asks(role).into_iter().find(|nth| !answered.contains(nth))
    }

    /// Whether an answer is taken now.
    pub fn is_open(&self, now: Timestamp) -> bool {
        !self.is_closed && now < self.closes_at
    }

    /// The last whole day on which answers are taken, where the clock hangs in `zone`.
    pub fn open_through(&self, zone: &TimeZone) -> Date {
        zone.to_datetime(self.closes_at).date().saturating_sub(1.day())
    }

    /// The day on which it was open last.
    pub fn closed_on(&self, zone: &TimeZone) -> Date {
        zone.to_datetime(self.closes_at - SignedDuration::from_secs(1)).date()
    }

    /// Whether its results could be compared with those of another round that closed at that time, so that
    /// it could be worked out what somebody said who was asked in one of them only.
    pub fn is_near(&self, names: Names, now: Timestamp) -> bool {
        let rest = SignedDuration::from_hours(24 * i64::from(REST_DAYS));
        (self.names, names) != (Names::Shown, Names::Shown) && now < self.closes_at + rest
    }

    /// The first day on which another may be opened after it.
    pub fn next_from(&self, zone: &TimeZone) -> Date {
        self.closed_on(zone).saturating_add((i64::from(REST_DAYS) + 1).days())
    }

    /// Whether an answer is one that a question can have.
    pub fn takes(&self, nth: usize, reply: &Reply) -> bool {
        let Some(question) = self.questions.get(nth) else { return false };
        match reply {
            Reply::Value(value) => question.scale().values().contains(value),
            Reply::Words(words) => {
                question.scale() == Scale::Words
                    && !words.trim().is_empty()
                    && words.chars().count() <= LONGEST_ANSWER
            }
            Reply::Unsaid => true,
        }
    }
}

impl Names {
    /// As files and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Anonymous => "anonymous",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Shown, Self::Anonymous].into_iter().find(|names| names.as_str() == name)
    }
}

/// A mark that is low.
const LOW: i64 = 2;
/// A fall that is large.
const FALL: i64 = 2;

/// Whether somebody's marks need a leader: low twice in a row, or fallen by two, in any question of
/// agreement. The latest round comes first, with the mark of each question by its key.
pub fn is_worrying(rounds: &[std::collections::BTreeMap<String, i64>]) -> bool {
    let [latest, before, ..] = rounds else { return false };
    latest.iter().any(|(key, mark)| {
        let known = before.get(key);
        known.is_some_and(|known| (*mark <= LOW && *known <= LOW) || known - mark >= FALL)
    })
}
