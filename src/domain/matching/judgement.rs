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
    /// The two gave the same answers to a question of the application.
    Answers {
        /// The key of the question.
        question: String,
        /// What both answered, in the programme's language.
        answers: Vec<String>,
    },
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
    /// By adept, with which mentors: there are few for each.
    ruled_out: Vec<Vec<usize>>,
    allowed: Vec<Vec<usize>>,
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
    /// What they have answered, by the questions that count.
    answers: Vec<Vec<usize>>,
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

    fn traits(
        &mut self,
        candidate: &Candidate,
        id: usize,
        topics: &[String],
        criteria: &Criteria,
    ) -> Traits {
        let answers = criteria.answers.iter();
        let answers = answers.map(|one| self.of_all(answers_of(candidate, &one.question)));
        Traits {
            answers: answers.collect(),
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
        let traits =
            |mentor: &'c Candidate| numbers.traits(mentor, id_of(mentor), &mentor.offers, criteria);
        let mentors = cohort.mentors.iter().map(traits).collect();
        let traits =
            |adept: &'c Candidate| numbers.traits(adept, id_of(adept), &adept.wants, criteria);
        let adepts = cohort.adepts.iter().map(traits).collect();
        let places = Places::of(cohort);
        let ruled_out = by_adept(cohort, places.ruled_out());
        let allowed = by_adept(cohort, places.of_pairs(&cohort.ties.allowed));
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
        let topics = u32::try_from(common(&mentor.topics, &adept.topics));
        let topics = topics.unwrap_or(u32::MAX);
        let is_same_city = mentor.city.is_some() && mentor.city == adept.city;
        let topics = topics.saturating_mul(self.criteria.wants_offers.into());
        let city = if is_same_city { self.criteria.same_city.into() } else { 0 };
        let both = mentor.answers.iter().zip(&adept.answers);
        let answers = both.zip(&self.criteria.answers).map(|((first, second), counts)| {
            let shared = u32::try_from(common(first, second)).unwrap_or(u32::MAX);
            shared.saturating_mul(counts.points.into())
        });
        answers.fold(topics.saturating_add(city), u32::saturating_add).min(MOST_POINTS)
    }

    /// What stands between the two, if anything does.
    pub(super) fn bar(&self, mentor: usize, adept: usize) -> Option<Bar> {
        let (of_mentor, of_adept) = self.traits(mentor, adept)?;
        if of_mentor.id == of_adept.id {
            return Some(Bar::Oneself);
        }
        let has = |list: &[Vec<usize>]| list.get(adept).is_some_and(|some| some.contains(&mentor));
        if has(&self.ruled_out) {
            return Some(Bar::RuledOut);
        }
        if has(&self.allowed) {
            return None;
        }
        let bars_organisation = self.criteria.same_organisation == SameOrganisation::Barred;
        let is_same =
            of_mentor.organisation.is_some() && of_mentor.organisation == of_adept.organisation;
        if bars_organisation && is_same {
            return Some(Bar::Organisation);
        }
        let (theirs, ours) = (&of_mentor.languages, &of_adept.languages);
        let has_condition = !theirs.is_empty() && !ours.is_empty();
        (has_condition && common(theirs, ours) == 0).then_some(Bar::Language)
    }

    /// What speaks for a pair, the most important first.
    pub(super) fn reasons(&self, mentor: usize, adept: usize) -> Vec<Reason> {
        let (Some(of_mentor), Some(of_adept)) =
            (self.cohort.mentors.get(mentor), self.cohort.adepts.get(adept))
        else {
            return vec![];
        };
        let mut reasons = vec![];
        let topics = shared(&of_adept.wants, &of_mentor.offers);
        if !topics.is_empty() && self.criteria.wants_offers > 0 {
            reasons.push(Reason::Offers(topics));
        }
        let city = shared(of_adept.city.as_slice(), of_mentor.city.as_slice());
        if self.criteria.same_city > 0 {
            reasons.extend(city.into_iter().map(Reason::City));
        }
        for counts in self.criteria.answers.iter().filter(|one| one.points > 0) {
            let [adepts, mentors] =
                [of_adept, of_mentor].map(|of| answers_of(of, &counts.question));
            let (question, answers) = (counts.question.clone(), shared(adepts, mentors));
            if !answers.is_empty() {
                reasons.push(Reason::Answers { question, answers });
            }
        }
        let languages = shared(&of_adept.languages, &of_mentor.languages);
        if !languages.is_empty() {
            reasons.push(Reason::Languages(languages));
        }
        reasons
    }

    fn traits(&self, mentor: usize, adept: usize) -> Option<(&Traits, &Traits)> {
        Some((self.mentors.get(mentor)?, self.adepts.get(adept)?))
    }
}

fn answers_of<'c>(candidate: &'c Candidate, question: &str) -> &'c [String] {
    candidate.answers.get(question).map(Vec::as_slice).unwrap_or_default()
}

/// The mentors of each adept, from pairs of both.
fn by_adept(cohort: &Cohort, pairs: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut by_adept: Vec<Vec<usize>> = vec![vec![]; cohort.adepts.len()];
    for (mentor, adept) in pairs {
        if let Some(mentors) = by_adept.get_mut(adept) {
            mentors.push(mentor);
        }
    }
    by_adept
}

/// How many numbers stand in both lists, of which each is sorted.
fn common(first: &[usize], second: &[usize]) -> usize {
    let (mut first, mut second, mut count) = (first, second, 0);
    while let (Some((one, ones)), Some((other, others))) =
        (first.split_first(), second.split_first())
    {
        count += usize::from(one == other);
        if one <= other {
            first = ones;
        }
        if other <= one {
            second = others;
        }
    }
    count
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
