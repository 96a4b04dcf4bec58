//! What of people's answers may be shown, so that nobody learns what somebody answered.
//!
//! Everything that will ever be shown of a question is decided at once, when its round closes: the
//! mean of all, and the means of the groups of each split. A group shows from so many answers on and
//! if not all of them are alike, which would tell each one's answer. A split shows only together with
//! all that shows already: cut by every split that is shown, each piece has to be such a group. Then
//! whatever is added to or taken from one another is made of such pieces, so that no difference leaves
//! fewer people, and none leaves people who all said the same.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// From how many answers on a result shows, unless a programme says otherwise.
pub const USUAL_THRESHOLD: u8 = 5;

/// The fewest answers that a programme can choose.
pub const LEAST_THRESHOLD: u8 = 3;

/// One answer to one question, with the groups that whoever gave it belongs to: one of each split, in
/// the order of the splits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What was answered.
    pub value: i64,
    /// The groups.
    pub groups: Vec<String>,
}

/// What shows of the answers of some people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Cell {
    /// How many they are, and what their answers come to.
    Shown {
        /// How many.
        count: i64,
        /// The sum.
        sum: i64,
    },
    /// There are too few of them.
    TooFew,
    /// All of them answered alike.
    Alike,
}

/// What shows of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// Of all.
    pub all: Cell,
    /// Of each split, in order: its groups by name, or none if it doesn't show.
    pub splits: Vec<Option<BTreeMap<String, Cell>>>,
}

/// What shows of these answers, from `threshold` on. The splits come in the order in which they matter:
/// one that shows may keep a later one from showing.
pub fn disclose(answers: &[Given], splits: usize, threshold: u8) -> Disclosed {
    let least = usize::from(threshold.max(LEAST_THRESHOLD));
    let all = cell(answers.iter().map(|given| given.value), least);
    let mut shown: Vec<usize> = vec![];
    let mut disclosed = vec![];
    for split in 0..splits {
        let tried: Vec<_> = shown.iter().copied().chain([split]).collect();
        let pieces = pieces(answers, &tried);
        let is_safe = |values: &Vec<i64>| is_shown(cell(values.iter().copied(), least));
        if !is_shown(all) || !pieces.values().all(is_safe) {
            disclosed.push(None);
            continue;
        }
        shown.push(split);
        let groups = self::pieces(answers, &[split]).into_iter();
        let groups = groups.filter_map(|(names, values)| {
            Some((names.into_iter().next()?.to_owned(), cell(values.into_iter(), least)))
        });
        disclosed.push(Some(groups.collect()));
    }
    Disclosed { all, splits: disclosed }
}

/// Makes questions show together or not at all that were answered together, each by the same people. If
/// one showed and another didn't, it would be plain that to the other all have answered alike.
pub fn together(mut shown: Vec<&mut Disclosed>) {
    let all = shown.iter().all(|one| is_shown(one.all));
    let splits = shown.iter().map(|one| one.splits.len()).min().unwrap_or_default();
    for split in 0..splits {
        if !all || shown.iter().any(|one| one.splits.get(split).is_none_or(Option::is_none)) {
            for one in &mut shown {
                if let Some(groups) = one.splits.get_mut(split) {
                    *groups = None;
                }
            }
        }
    }
    if !all {
        for one in shown {
            one.all = Cell::TooFew;
        }
    }
}

/// The answers of those who are in the same groups of all these splits.
fn pieces<'a>(answers: &'a [Given], splits: &[usize]) -> BTreeMap<Vec<&'a str>, Vec<i64>> {
    let mut pieces = BTreeMap::<Vec<&str>, Vec<i64>>::new();
    for given in answers {
        let groups = splits.iter().map(|split| given.groups.get(*split).map_or("", String::as_str));
        pieces.entry(groups.collect()).or_default().push(given.value);
    }
    pieces
}

const fn is_shown(cell: Cell) -> bool {
    matches!(cell, Cell::Shown { .. })
}

fn cell(values: impl Iterator<Item = i64>, least: usize) -> Cell {
    let values: Vec<_> = values.collect();
    if values.len() < least {
        return Cell::TooFew;
    }
    if values.windows(2).all(|two| matches!(two, [one, other] if one == other)) {
        return Cell::Alike;
    }
    Cell::Shown {
        count: i64::try_from(values.len()).unwrap_or(i64::MAX),
        sum: values.into_iter().fold(0, i64::saturating_add),
    }
}

impl Cell {
    /// The mean in percent, of answers that are 1 or 0. None if it doesn't show.
    pub const fn percent(self) -> Option<i64> {
        match self {
            Self::Shown { count, sum } if count > 0 => Some((sum * 200 + count) / (2 * count)),
            Self::Shown { .. } | Self::TooFew | Self::Alike => None,
        }
    }

    /// The mean in tenths. None if it doesn't show.
    pub const fn tenths(self) -> Option<i64> {
        match self {
            Self::Shown { count, sum } if count > 0 => Some((sum * 20 + count) / (2 * count)),
            Self::Shown { .. } | Self::TooFew | Self::Alike => None,
        }
    }
}
