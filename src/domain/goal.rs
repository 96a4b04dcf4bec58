//! What an adept wants to reach. Goals are the adept's own: nobody else changes them, and the mentor
//! sees those that the adept shares.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    ids::{GoalId, MemberId},
    programme::Outline,
};

/// The longest goal, in characters.
pub const LONGEST_GOAL: usize = 500;
/// The longest step on the way to one.
pub const LONGEST_STEP: usize = 200;
/// How many goals somebody has at a time: more than anybody works on.
pub const MOST_GOALS: usize = 10;
/// How many steps lead to one.
pub const MOST_STEPS: usize = 20;

/// How much the scores of goals are taken to go together, ρ, in tenths (Kiresuk and Sherman 1968).
const CORRELATION_TENTHS: f64 = 3.0;

/// A goal of an adept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Which one.
    pub id: GoalId,
    /// Whose it is.
    pub owner: MemberId,
    /// What its owner calls it: counted from one, never used again.
    pub number: i64,
    /// What it says.
    pub words: String,
    /// How much it counts.
    pub weight: Weight,
    /// Whether the mentor sees it.
    pub is_shared: bool,
    /// What leads to it, in order.
    pub steps: Vec<Milestone>,
    /// How far it came at halftime.
    pub halftime: Option<Score>,
    /// How far it came in the end.
    pub close: Option<Score>,
}

/// Something on the way to a goal. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What it says.
    pub words: String,
    /// When it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Timestamp>,
}

/// How much a goal counts beside the others: 1 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

/// How far somebody came with a goal: −2, much less than expected, to +2, much more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(i8);

/// When goals are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// In the middle of the programme.
    Halftime,
    /// At its end.
    Close,
}

/// What happened to a goal. History keeps the words that it had before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was set.
    Set,
    /// It says something else.
    Reworded,
    /// It counts more or less.
    Weighed,
    /// The mentor sees it.
    Shared,
    /// The mentor sees it no longer.
    Unshared,
    /// A step was added.
    StepAdded,
    /// A step was reached.
    StepDone,
    /// It was scored.
    Scored,
}

impl Weight {
    /// What a goal counts that nobody has weighed.
    pub const ONE: Self = Self(1);

    /// That weight, if there is one.
    pub fn new(weight: i64) -> Option<Self> {
        u8::try_from(weight).ok().filter(|weight| (1..=3).contains(weight)).map(Self)
    }

    /// From 1 to 3.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Score {
    /// Every score, the lowest first.
    pub const ALL: [Self; 5] = [Self(-2), Self(-1), Self(0), Self(1), Self(2)];

    /// That score, if there is one.
    pub fn new(score: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|known| i64::from(known.0) == score)
    }

    /// From −2 to 2.
    pub const fn get(self) -> i8 {
        self.0
    }
}

impl Change {
    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Reworded => "reworded",
            Self::Weighed => "weighed",
            Self::Shared => "shared",
            Self::Unshared => "unshared",
            Self::StepAdded => "step_added",
            Self::StepDone => "step_done",
            Self::Scored => "scored",
        }
    }
}

impl Stage {
    /// For which stage a goal is scored on that day: for the end in the last quarter of the time that
    /// a pair has until `last`.
    pub fn on(outline: &Outline, last: Date, day: Date) -> Self {
        let length = outline.starts_on.until(last).map_or(0, |span| span.get_days());
        let turns_on = last.saturating_sub(i64::from(length / 4).days());
        if day > turns_on { Self::Close } else { Self::Halftime }
    }
}

impl Goal {
    /// How far it came at that stage.
    pub const fn score(&self, stage: Stage) -> Option<Score> {
        match stage {
            Stage::Halftime => self.halftime,
            Stage::Close => self.close,
        }
    }

    /// The goal with another score at that stage.
    #[must_use]
    pub fn scored(mut self, stage: Stage, score: Score) -> Self {
        match stage {
            Stage::Halftime => self.halftime = Some(score),
            Stage::Close => self.close = Some(score),
        }
        self
    }
}

/// How far somebody came with all goals that are scored at that stage, in tenths of a T-score: 500
/// when everything went as expected. None if none is scored.
///
/// T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²), as Kiresuk and Sherman have it (1968).
pub fn attainment(goals: &[Goal], stage: Stage) -> Option<i64> {
    let scored: Vec<_> = goals
        .iter()
        .filter_map(|goal| {
            Some((f64::from(goal.weight.get()), f64::from(goal.score(stage)?.get())))
        })
        .collect();
    if scored.is_empty() {
        return None;
    }
    let weights: f64 = scored.iter().map(|(weight, _)| weight).sum();
    let squares: f64 = scored.iter().map(|(weight, _)| weight * weight).sum();
    let weighed: f64 = scored.iter().map(|(weight, score)| weight * score).sum();
    let spread =
        ((10.0 - CORRELATION_TENTHS) * squares + CORRELATION_TENTHS * weights * weights) / 10.0;
    let tenths = 500.0 + 100.0 * weighed / spread.sqrt();
    #[expect(clippy::cast_possible_truncation, reason = "it lies between 0 and 1000")]
    Some(tenths.round() as i64)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::programme::tests::outline;

    /// Worked by hand from the formula, to one decimal.
    #[test]
    fn t_scores_are_those_that_are_worked_by_hand() {
        check(&[(1, 0)], Some(500));
        check(&[(1, 1)], Some(600));
        check(&[(1, -2)], Some(300));
        // 20 / √2.6 = 12.403
        check(&[(1, 1), (1, 1)], Some(624));
        // 40 / √11.8 = 11.645
        check(&[(3, 2), (1, -2)], Some(616));
        check(&[(1, 2), (2, -1), (3, 0)], Some(500));
        // −60 / √4.8 = −27.386
        check(&[(1, -2), (1, -2), (1, -2)], Some(226));
        check(&[], None);
    }

    #[test]
    fn nothing_but_what_is_there_is_a_weight_or_a_score() {
        assert_eq!(Weight::new(3).map(Weight::get), Some(3));
        assert_eq!(Score::new(-2).map(Score::get), Some(-2));
        for wrong in [0, 4, -1, 300] {
            assert_eq!(Weight::new(wrong), None);
        }
        for wrong in [3, -3, 256] {
            assert_eq!(Score::new(wrong), None);
        }
    }

    #[test]
    fn the_last_quarter_is_the_end() {
        let outline = outline(3, 5);
        let last = outline.ends_on();
        assert_eq!(Stage::on(&outline, last, outline.starts_on), Stage::Halftime);
        assert_eq!(Stage::on(&outline, last, last.saturating_sub(30.days())), Stage::Halftime);
        assert_eq!(Stage::on(&outline, last, last.saturating_sub(10.days())), Stage::Close);
        assert_eq!(Stage::on(&outline, last, date(2090, 1, 1)), Stage::Close);
    }

    #[track_caller]
    fn check(scored: &[(i64, i64)], expected: Option<i64>) {
        let goal = |(weight, score): &(i64, i64)| Goal {
            id: GoalId::new(1),
            owner: MemberId::new(1),
            number: 1,
            words: String::new(),
            weight: Weight::new(*weight).unwrap(),
            is_shared: false,
            steps: vec![],
            halftime: Score::new(*score),
            close: None,
        };
        let goals: Vec<_> = scored.iter().map(goal).collect();
        assert_eq!(attainment(&goals, Stage::Halftime), expected);
        assert_eq!(attainment(&goals, Stage::Close), None);
    }
}
