//! What comes of a matching: the pairs, and why somebody is in none.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bar, Candidate, Cohort, Reason, judgement::Judge};
use crate::domain::role::Role;

/// What comes of a matching.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The pairs, in the order of the mentors and then the adepts in the cohort.
    pub pairs: Vec<Match>,
    /// Those without anybody, mentors first.
    pub unmatched: Vec<Unmatched>,
}

/// Two who suit each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The mentor's id.
    pub mentor: String,
    /// The adept's id.
    pub adept: String,
    /// How well they do.
    pub score: u32,
    /// Why, the most important first.
    pub reasons: Vec<Reason>,
}

/// Somebody without anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// Who it is.
    pub id: String,
    /// As what they wanted somebody.
    pub role: Role,
    /// Why there is nobody.
    pub why: Why,
}

/// Why somebody is in no pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The mentor takes no adept.
    NoRoom,
    /// There is nobody to be matched with: no adept, or no mentor who takes any.
    NobodyThere,
    /// All that there are stand behind something.
    AllBarred {
        /// How many there are.
        of: usize,
        /// What they stand behind, and how many do.
        bars: BTreeMap<Bar, usize>,
    },
    /// Some would do, and are with others.
    OthersCameFirst {
        /// How many would do.
        possible: usize,
    },
}

impl Outcome {
    /// The sum of all scores.
    pub fn total(&self) -> u64 {
        self.pairs.iter().map(|pair| u64::from(pair.score)).sum()
    }
}

/// Puts a verdict together: `fixed` and `found` hold places in the cohort's lists.
pub(super) fn outcome(
    cohort: &Cohort,
    judge: &Judge<'_>,
    fixed: &BTreeSet<(usize, usize)>,
    found: &[(usize, usize)],
) -> Outcome {
    let all: BTreeSet<_> = fixed.iter().chain(found).copied().collect();
    let pairs = all.iter().filter_map(|(mentor, adept)| {
        let is_fixed = fixed.contains(&(*mentor, *adept));
        let reasons = is_fixed.then_some(Reason::Fixed).into_iter();
        Some(Match {
            mentor: cohort.mentors.get(*mentor)?.id.clone(),
            adept: cohort.adepts.get(*adept)?.id.clone(),
            score: judge.points(*mentor, *adept),
            reasons: reasons.chain(judge.reasons(*mentor, *adept)).collect(),
        })
    });
    let (with_adept, with_mentor): (BTreeSet<_>, BTreeSet<_>) = all.iter().copied().unzip();
    let adepts = 0..cohort.adepts.len();
    let open = |mentor: &usize| cohort.mentors.get(*mentor).is_some_and(|one| one.capacity > 0);
    let mentors: Vec<_> = (0..cohort.mentors.len()).filter(open).collect();
    let lone = |candidate: &Candidate, role, why| Unmatched { id: candidate.id.clone(), role, why };
    let lone_mentors = left(&cohort.mentors, &with_adept).map(|(mentor, candidate)| {
        let bars = adepts.clone().map(|adept| judge.bar(mentor, adept));
        let why = if candidate.capacity == 0 { Why::NoRoom } else { why(bars) };
        lone(candidate, Role::Mentor, why)
    });
    let lone_adepts = left(&cohort.adepts, &with_mentor).map(|(adept, candidate)| {
        let bars = mentors.iter().map(|mentor| judge.bar(*mentor, adept));
        lone(candidate, Role::Adept, why(bars))
    });
    Outcome { pairs: pairs.collect(), unmatched: lone_mentors.chain(lone_adepts).collect() }
}

fn left<'c>(
    candidates: &'c [Candidate],
    matched: &'c BTreeSet<usize>,
) -> impl Iterator<Item = (usize, &'c Candidate)> {
    candidates.iter().enumerate().filter(|(place, _)| !matched.contains(place))
}

/// What it was for somebody who is with nobody: `bars` is what stands between them and each of the
/// others.
fn why(bars: impl Iterator<Item = Option<Bar>>) -> Why {
    let mut counted = BTreeMap::<Bar, usize>::new();
    let (mut of, mut possible) = (0, 0);
    for bar in bars.filter(|bar| *bar != Some(Bar::Oneself)) {
        of += 1;
        match bar {
            Some(bar) => *counted.entry(bar).or_default() += 1,
            None => possible += 1,
        }
    }
    if of == 0 {
        Why::NobodyThere
    } else if possible > 0 {
        Why::OthersCameFirst { possible }
    } else {
        Why::AllBarred { of, bars: counted }
    }
}
