//! Who is put together with whom.
//!
//! Everybody in a cohort is matched at once, so that nobody gets the last mentor because others
//! came first: as many pairs as there can be, and of all the ways to make so many the one with the
//! highest score. Where several are equally good the seed decides, and the same seed decides alike.

mod assignment;
mod candidate;
mod judgement;
mod places;
mod verdict;

use std::collections::BTreeSet;

pub use assignment::{MOST_PLACES, TooMany, best};
pub use candidate::{Candidate, called};
pub use judgement::{Bar, Reason};
pub use verdict::{Match, Outcome, Unmatched, Why};

use judgement::Judge;
use places::Places;

/// What counts when two are put together, as the programme's file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criteria {
    /// Points for each thing that the adept wants more of and the mentor offers.
    pub wants_offers: u16,
    /// Points for living in the same place.
    pub same_city: u16,
    /// Whether the two may work at the same organisation.
    pub same_organisation: SameOrganisation,
    /// Questions of the application to which the same answer counts.
    pub answers: Vec<SameAnswer>,
}

/// A question of the application to which the same answer counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameAnswer {
    /// The key of the question.
    pub question: String,
    /// Points for each answer in common.
    pub points: u16,
}

/// Whether two who work at the same organisation may be a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameOrganisation {
    /// It makes no difference.
    Allowed,
    /// They may not.
    Barred,
}

impl Default for Criteria {
    /// What the mentor offers comes first: three places in common would not outweigh it.
    fn default() -> Self {
        Self {
            wants_offers: 10,
            same_city: 3,
            same_organisation: SameOrganisation::Allowed,
            answers: vec![],
        }
    }
}

/// What leaders decided about single pairs, by the ids of mentor and adept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    /// They are a pair, whatever the rest says.
    pub fixed: BTreeSet<(String, String)>,
    /// They are none.
    pub avoided: BTreeSet<(String, String)>,
    /// They may be one although they share an organisation or have no language in common.
    pub allowed: BTreeSet<(String, String)>,
}

/// Everybody who is to be matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cohort {
    /// Those with the experience.
    pub mentors: Vec<Candidate>,
    /// Those with the questions.
    pub adepts: Vec<Candidate>,
    /// What leaders decided about single pairs.
    pub ties: Ties,
}

impl Cohort {
    /// Matches everybody. What comes of it depends on nothing but the cohort, the criteria and the
    /// seed: not even on the order in which the candidates stand.
    pub fn matched(&self, criteria: &Criteria, seed: u64) -> Result<Outcome, TooMany> {
        let judge = Judge::new(self, criteria);
        let fixed = Places::of(self).fixed();
        let room = self.room_beside(&fixed);
        let has_mentor: BTreeSet<_> = fixed.iter().map(|(_, adept)| *adept).collect();
        let places = in_order(&self.mentors, seed).into_iter().filter_map(|mentor| {
            let room = room.get(mentor).filter(|room| **room > 0)?;
            Some((mentor, *room))
        });
        let adepts = in_order(&self.adepts, seed);
        let adepts = adepts.into_iter().filter(|adept| !has_mentor.contains(adept));
        let (places, adepts): (Vec<_>, Vec<_>) = (places.collect(), adepts.collect());
        let found = best(&places, &adepts, |mentor, adept| judge.score(mentor, adept).ok())?;
        Ok(verdict::outcome(self, &judge, &fixed, &found))
    }

    /// What is to be said of pairs that were chosen before, by the ids of mentor and adept, and of
    /// everybody else. Who isn't in the cohort is passed over.
    pub fn judged(&self, criteria: &Criteria, pairs: &BTreeSet<(String, String)>) -> Outcome {
        let places = Places::of(self);
        let chosen: Vec<_> = places.of_pairs(pairs).collect();
        let fixed = places.fixed();
        let fixed = chosen.iter().copied().filter(|pair| fixed.contains(pair)).collect();
        verdict::outcome(self, &Judge::new(self, criteria), &fixed, &chosen)
    }

    /// Whether two are ruled out by others than leaders, who can't change that: by one of the two,
    /// or because they are one, or one is the other's line manager.
    pub fn rules_out(&self, mentor: &str, adept: &str) -> bool {
        let bar = self.between(&Criteria::default(), mentor, adept);
        matches!(bar, Some(Bar::RuledOut | Bar::Oneself))
    }

    /// What stands between two, whatever leaders decided about them.
    pub fn between(&self, criteria: &Criteria, mentor: &str, adept: &str) -> Option<Bar> {
        let of = |list: &[Candidate], id: &str| {
            list.iter().filter(|one| one.id == id).cloned().collect::<Vec<_>>()
        };
        let two = Self {
            mentors: of(&self.mentors, mentor),
            adepts: of(&self.adepts, adept),
            ties: Ties::default(),
        };
        Judge::new(&two, criteria).bar(0, 0)
    }

    /// The score of every pair that is allowed: of those that are fixed, and of everybody else who
    /// still has room. In the order of the cohort, mentors first.
    pub fn scores(&self, criteria: &Criteria) -> Vec<(&str, &str, u32)> {
        let judge = Judge::new(self, criteria);
        let fixed = Places::of(self).fixed();
        let room = self.room_beside(&fixed);
        let has_mentor: BTreeSet<_> = fixed.iter().map(|(_, adept)| *adept).collect();
        let mut scores = vec![];
        for (mentor, (of_mentor, room)) in self.mentors.iter().zip(room).enumerate() {
            for (adept, of_adept) in self.adepts.iter().enumerate() {
                let score = if fixed.contains(&(mentor, adept)) {
                    Some(judge.points(mentor, adept))
                } else if room == 0 || has_mentor.contains(&adept) {
                    None
                } else {
                    judge.score(mentor, adept).ok()
                };
                scores.extend(score.map(|score| (&*of_mentor.id, &*of_adept.id, score)));
            }
        }
        scores
    }

    /// How many adepts each mentor takes besides those that are fixed.
    fn room_beside(&self, fixed: &BTreeSet<(usize, usize)>) -> Vec<usize> {
        let mut room: Vec<usize> = self.mentors.iter().map(|mentor| mentor.capacity).collect();
        for (mentor, _) in fixed {
            if let Some(room) = room.get_mut(*mentor) {
                *room = room.saturating_sub(1);
            }
        }
        room
    }
}

/// The places of the candidates in an order that the seed decides.
fn in_order(candidates: &[Candidate], seed: u64) -> Vec<usize> {
    use sha2::{Digest as _, Sha256};
    let lot = |candidate: &Candidate| {
        let mut hash = Sha256::new_with_prefix(seed.to_be_bytes());
        hash.update(candidate.id.as_bytes());
        hash.finalize().to_vec()
    };
    let mut order: Vec<_> = candidates.iter().map(lot).enumerate().collect();
    order.sort_by(|(_, first), (_, second)| first.cmp(second));
    order.into_iter().map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests;
