//! Where people stand in a cohort's lists, and what was decided about single pairs.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Candidate, Cohort, called};
use crate::domain::when::normalise;

/// Where everybody stands in the lists.
pub(super) struct Places<'c> {
    cohort: &'c Cohort,
    mentors: HashMap<&'c str, usize>,
    adepts: HashMap<&'c str, usize>,
}

impl<'c> Places<'c> {
    pub(super) fn of(cohort: &'c Cohort) -> Self {
        let places = |list: &'c [Candidate]| {
            list.iter().enumerate().map(|(place, one)| (&*one.id, place)).collect()
        };
        Self { cohort, mentors: places(&cohort.mentors), adepts: places(&cohort.adepts) }
    }

    /// Where two stand who are named by their ids.
    pub(super) fn of_pairs<'p>(
        &'p self,
        ids: &'p BTreeSet<(String, String)>,
    ) -> impl Iterator<Item = (usize, usize)> + 'p {
        ids.iter().filter_map(|(mentor, adept)| {
            Some((*self.mentors.get(&**mentor)?, *self.adepts.get(&**adept)?))
        })
    }

    /// Those that are a pair in any case: by a leader's word first, then by either's own. What is
    /// ruled out isn't, nor is a second mentor for an adept, or more adepts than a mentor takes.
    pub(super) fn fixed(&self) -> BTreeSet<(usize, usize)> {
        let by_leaders = self.of_pairs(&self.cohort.ties.fixed);
        let mentors = self.cohort.mentors.iter().enumerate();
        let by_mentors = mentors.flat_map(|(mentor, of_mentor)| {
            let adepts = of_mentor.fixed_with.iter().filter_map(|id| self.adepts.get(&**id));
            adepts.map(move |adept| (mentor, *adept))
        });
        let adepts = self.cohort.adepts.iter().enumerate();
        let by_adepts = adepts.flat_map(|(adept, of_adept)| {
            let mentors = of_adept.fixed_with.iter().filter_map(|id| self.mentors.get(&**id));
            mentors.map(move |mentor| (*mentor, adept))
        });
        let ruled_out = self.ruled_out();
        let mut fixed = BTreeSet::new();
        for pair in by_leaders.chain(by_mentors).chain(by_adepts) {
            let (mentor, adept) = pair;
            let has_mentor = fixed.iter().any(|(_, other)| *other == adept);
            let adepts = fixed.iter().filter(|(other, _)| *other == mentor).count();
            let capacity = self.cohort.mentors.get(mentor).map_or(0, |one| one.capacity);
            if !ruled_out.contains(&pair) && !has_mentor && adepts < capacity {
                fixed.insert(pair);
            }
        }
        fixed
    }

    /// The pairs that never are: by the word of one of the two or of a leader, and because the
    /// mentor is the adept's line manager.
    pub(super) fn ruled_out(&self) -> HashSet<(usize, usize)> {
        let mut out: HashSet<_> = self.of_pairs(&self.cohort.ties.avoided).collect();
        let mut known_as = HashMap::<String, Vec<usize>>::new();
        for (mentor, of_mentor) in self.cohort.mentors.iter().enumerate() {
            let never = of_mentor.never_with.iter().filter_map(|id| self.adepts.get(&**id));
            out.extend(never.map(|adept| (mentor, *adept)));
            for name in called(&of_mentor.id, &of_mentor.name, of_mentor.contact.as_deref()) {
                known_as.entry(name).or_default().push(mentor);
            }
        }
        for (adept, of_adept) in self.cohort.adepts.iter().enumerate() {
            let never = of_adept.never_with.iter().filter_map(|id| self.mentors.get(&**id));
            out.extend(never.map(|mentor| (*mentor, adept)));
            let manager =
                of_adept.manager.as_deref().and_then(|name| known_as.get(&normalise(name)));
            out.extend(manager.into_iter().flatten().map(|mentor| (*mentor, adept)));
        }
        out
    }
}
