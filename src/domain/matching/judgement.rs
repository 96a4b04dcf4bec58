//! What speaks for two people as a pair, and what against.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Candidate, Cohort, Criteria, SameOrganisation, places::Places};
use crate::domain::when::normalise;

/// Something that speaks for a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The list of people or a leader ties the two together.
    Fixed,
    /// The mentor offers what the adept wants more of, in the adept's words.
    Offers(Vec<String>),
    /// The two live in the same place.
    City(String),
    /// The two speak these languages.
    Languages(Vec<String>),
}

/// What stands between two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bar {
    /// They are one.
    Oneself,
    /// One of the two, a leader, or the adept's place in the organisation rules it out. Which it
    /// is stays with those who know.
    RuledOut,
    /// They work at the same organisation.
    Organisation,
    /// They have no language in common.
    Language,
}

/// The cohort, prepared so that millions of pairs can be judged: words are numbers here.
pub(super) struct Judge<'c> {
    cohort: &'c Cohort,
    criteria: &'c Criteria,
    mentors: Vec<Traits>,
    adepts: Vec<Traits>,
    ruled_out: HashSet<(usize, usize)>,
    allowed: HashSet<(usize, usize)>,
}

/// The most points that a pair has: with more, sums of them would no longer be exact.
pub(super) const MOST_POINTS: u32 = 1 << 24;

/// What counts about somebody. The lists are sorted, and hold nothing twice.
struct Traits {
    id: usize,
    organisation: Option<usize>,
    city: Option<usize>,
    languages: Vec<usize>,
    /// What an adept wants, or a mentor offers.
    topics: Vec<usize>,
}

/// Numbers for words that mean the same however they are typed.
#[derive(Default)]
struct Numbers(HashMap<String, usize>);

impl Numbers {
    fn of(&mut self, word: &str) -> usize {
        let next = self.0.len();
        *self.0.entry(normalise(word)).or_insert(next)
    }

    fn of_all(&mut self, words: &[String]) -> Vec<usize> {
        let numbers: BTreeSet<_> = words.iter().map(|word| self.of(word)).collect();
        numbers.into_iter().collect()
    }

    fn traits(&mut self, candidate: &Candidate, id: usize, topics: &[String]) -> Traits {
        Traits {
            id,
            organisation: candidate.organisation.as_deref().map(|word| self.of(word)),
            city: candidate.city.as_deref().map(|word| self.of(word)),
            languages: self.of_all(&candidate.languages),
            topics: self.of_all(topics),
        }
    }
}

impl<'c> Judge<'c> {
    pub(super) fn new(cohort: &'c Cohort, criteria: &'c Criteria) -> Self {
        let mut numbers = Numbers::default();
        // Ids are told apart to the letter, other than words that people typed.
        let mut ids = HashMap::<&str, usize>::new();
        let mut id_of = |candidate: &'c Candidate| {
            let next = ids.len();
            *ids.entry(&candidate.id).or_insert(next)
        };
        let traits = |mentor: &'c Candidate| numbers.traits(mentor, id_of(mentor), &mentor.offers);
        let mentors = cohort.mentors.iter().map(traits).collect();
        let traits = |adept: &'c Candidate| numbers.traits(adept, id_of(adept), &adept.wants);
        let adepts = cohort.adepts.iter().map(traits).collect();
        let places = Places::of(cohort);
        let ruled_out = places.ruled_out();
        let allowed = places.of_pairs(&cohort.ties.allowed).collect();
        Self { cohort, criteria, mentors, adepts, ruled_out, allowed }
    }

    /// The points of a pair, or what stands between the two.
    pub(super) fn score(&self, mentor: usize, adept: usize) -> Result<u32, Bar> {
        match self.bar(mentor, adept) {
            Some(bar) => Err(bar),
            None => Ok(self.points(mentor, adept)),
        }
    }

    /// The points of a pair, whatever stands between the two.
    pub(super) fn points(&self, mentor: usize, adept: usize) -> u32 {
        let Some((mentor, adept)) = self.traits(mentor, adept) else { return 0 };
        let topics = u32::try_from(common(&mentor.topics, &adept.topics).count());
        let topics = topics.unwrap_or(u32::MAX);
        let is_same_city = mentor.city.is_some() && mentor.city == adept.city;
        let topics = topics.saturating_mul(self.criteria.wants_offers.into());
        let city = if is_same_city { self.criteria.same_city.into() } else { 0 };
        topics.saturating_add(city).min(MOST_POINTS)
    }

    /// What stands between the two, if anything does.
    pub(super) fn bar(&self, mentor: usize, adept: usize) -> Option<Bar> {
        let (teacher, learner) = self.traits(mentor, adept)?;
        if teacher.id == learner.id {
            return Some(Bar::Oneself);
        }
        if self.ruled_out.contains(&(mentor, adept)) {
            return Some(Bar::RuledOut);
        }
        if self.allowed.contains(&(mentor, adept)) {
            return None;
        }
        let bars_organisation = self.criteria.same_organisation == SameOrganisation::Barred;
        let is_same =
            teacher.organisation.is_some() && teacher.organisation == learner.organisation;
        if bars_organisation && is_same {
            return Some(Bar::Organisation);
        }
        let (theirs, ours) = (&teacher.languages, &learner.languages);
        let has_condition = !theirs.is_empty() && !ours.is_empty();
        (has_condition && common(theirs, ours).next().is_none()).then_some(Bar::Language)
    }

    /// What speaks for a pair, the most important first.
    pub(super) fn reasons(&self, mentor: usize, adept: usize) -> Vec<Reason> {
        let (Some(teacher), Some(learner)) =
            (self.cohort.mentors.get(mentor), self.cohort.adepts.get(adept))
        else {
            return vec![];
        };
        let mut reasons = vec![];
        let topics = shared(&learner.wants, &teacher.offers);
        if !topics.is_empty() && self.criteria.wants_offers > 0 {
            reasons.push(Reason::Offers(topics));
        }
        let city = shared(learner.city.as_slice(), teacher.city.as_slice());
        if self.criteria.same_city > 0 {
            reasons.extend(city.into_iter().map(Reason::City));
        }
        let languages = shared(&learner.languages, &teacher.languages);
        if !languages.is_empty() {
            reasons.push(Reason::Languages(languages));
        }
        reasons
    }

    fn traits(&self, mentor: usize, adept: usize) -> Option<(&Traits, &Traits)> {
        Some((self.mentors.get(mentor)?, self.adepts.get(adept)?))
    }
}

/// What stands in both lists, of which each is sorted.
fn common<'l>(first: &'l [usize], second: &'l [usize]) -> impl Iterator<Item = usize> + 'l {
    let mut rest = second;
    first.iter().copied().filter(move |wanted| {
        let smaller = rest.iter().take_while(|other| *other < wanted).count();
        rest = rest.get(smaller..).unwrap_or_default();
        rest.first() == Some(wanted)
    })
}

/// Those of `words` that `others` has as well, however they are typed.
fn shared(words: &[String], others: &[String]) -> Vec<String> {
    let others: HashSet<_> = others.iter().map(|word| normalise(word)).collect();
    let mut known = HashSet::new();
    let is_shared = |word: &&String| {
        let word = normalise(word);
        others.contains(&word) && known.insert(word)
    };
    words.iter().filter(is_shared).cloned().collect()
}
