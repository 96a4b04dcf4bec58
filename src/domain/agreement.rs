//! What the two of a pair agree on at the start, in seven steps that each of them confirms.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    ids::{AgreementId, PairId},
    meeting::Half,
};

/// The longest addition of their own to one step, in characters.
pub const LONGEST_ADDITION: usize = 500;

/// What the steps are about, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// What they meet for.
    Purpose,
    /// When, how long, and what there is between the meetings.
    Extent,
    /// Who does what.
    Roles,
    /// Preparing, and keeping booked times.
    Times,
    /// What stays between them.
    Confidentiality,
    /// What the organiser may hear.
    Telling,
    /// Looking back together, and the end.
    End,
}

/// What a pair agrees on. Another version takes its place when one of them reopens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Which version of whose.
    pub id: AgreementId,
    /// Whose it is.
    pub pair: PairId,
    /// Counted from one.
    pub version: i64,
    /// What they have said to each step, in order.
    pub clauses: Vec<Clause>,
    /// When both had confirmed all of it.
    pub agreed_at: Option<Timestamp>,
}

/// What a pair has said to one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Which one.
    pub topic: Topic,
    /// What they have added in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Who has confirmed it as it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<Half>,
}

impl Topic {
    /// Every topic, in order.
    pub const ALL: [Self; 7] = [
        Self::Purpose,
        Self::Extent,
        Self::Roles,
        Self::Times,
        Self::Confidentiality,
        Self::Telling,
        Self::End,
    ];

    /// As the tokens of buttons spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Extent => "extent",
            Self::Roles => "roles",
            Self::Times => "times",
            Self::Confidentiality => "confidentiality",
            Self::Telling => "telling",
            Self::End => "end",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == name)
    }
}

impl Clause {
    /// The steps of a new agreement, to which nobody has said anything.
    pub fn all() -> Vec<Self> {
        let clause = |topic| Self { topic, words: None, confirmed: vec![] };
        Topic::ALL.into_iter().map(clause).collect()
    }

    fn is_confirmed_by(&self, half: Half) -> bool {
        self.confirmed.contains(&half)
    }
}

impl Agreement {
    /// What one of the two has yet to confirm first. None if nothing.
    pub fn next(&self, half: Half) -> Option<&Clause> {
        self.clauses.iter().find(|clause| !clause.is_confirmed_by(half))
    }

    /// What they have said to a step.
    pub fn clause(&self, topic: Topic) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.topic == topic)
    }

    /// The agreement once one of the two has confirmed a step. It is agreed with the last one.
    #[must_use]
    pub fn confirmed(&self, half: Half, topic: Topic, now: Timestamp) -> Self {
        let mut agreement = self.clone();
        for clause in agreement.clauses.iter_mut().filter(|clause| clause.topic == topic) {
            if !clause.is_confirmed_by(half) {
                clause.confirmed.push(half);
            }
        }
        let both = [Half::Mentor, Half::Adept];
        if both.into_iter().all(|half| agreement.next(half).is_none()) {
            agreement.agreed_at = agreement.agreed_at.or(Some(now));
        }
        agreement
    }

    /// The agreement once one of the two has added something to a step: it is theirs, and the other
    /// has yet to confirm it. None once it is agreed, because then it must be reopened first.
    #[must_use]
    pub fn amended(&self, half: Half, topic: Topic, words: &str) -> Option<Self> {
        if self.agreed_at.is_some() {
            return None;
        }
        let mut agreement = self.clone();
        for clause in agreement.clauses.iter_mut().filter(|clause| clause.topic == topic) {
            clause.words = Some(words.to_owned());
            clause.confirmed = vec![half];
        }
        Some(agreement)
    }

    /// What the next version begins with: their own words stay, and nobody has confirmed anything.
    pub fn reopened(&self) -> Vec<Clause> {
        let anew = |clause: &Clause| Clause { confirmed: vec![], ..clause.clone() };
        self.clauses.iter().map(anew).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_addition_is_confirmed_by_whoever_makes_it_and_not_by_the_other() {
        let both = opened().confirmed(Half::Mentor, Topic::Extent, NOW).confirmed(
            Half::Adept,
            Topic::Extent,
            NOW,
        );
        let amended = both.amended(Half::Adept, Topic::Extent, "En timme i månaden").unwrap();
        let clause = amended.clause(Topic::Extent).unwrap();
        assert_eq!(clause.confirmed, [Half::Adept]);
        assert_eq!(clause.words.as_deref(), Some("En timme i månaden"));
    }

    #[test]
    fn what_is_agreed_is_reopened_before_it_is_changed() {
        let agreed = Topic::ALL.into_iter().fold(opened(), |agreement, topic| {
            let once = agreement.confirmed(Half::Mentor, topic, NOW);
            once.confirmed(Half::Adept, topic, NOW)
        });
        assert_eq!(agreed.agreed_at, Some(NOW));
        assert_eq!(agreed.amended(Half::Mentor, Topic::End, "x"), None);
        let anew = agreed.reopened();
        assert_eq!(anew, Clause::all());
    }

    proptest! {
        /// Whoever says what in which order: it is agreed when both have confirmed each step as it
        /// stands, and not before.
        #[test]
        fn it_is_agreed_when_both_have_confirmed_all_of_it(
            said in prop::collection::vec((0..7usize, prop::bool::ANY, prop::bool::ANY), 0..60),
        ) {
            let mut agreement = opened();
            for (topic, is_mentor, amends) in said {
                let half = if is_mentor { Half::Mentor } else { Half::Adept };
                let topic = Topic::ALL[topic];
                let amended = amends.then(|| agreement.amended(half, topic, "x")).flatten();
                agreement = amended.unwrap_or_else(|| agreement.confirmed(half, topic, NOW));
                let all = agreement.clauses.iter().all(|clause| clause.confirmed.len() == 2);
                // The last addition can't complete it: the other has yet to confirm it.
                prop_assert_eq!(agreement.agreed_at.is_some(), all);
            }
        }
    }

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn opened() -> Agreement {
        Agreement {
            id: AgreementId::new(1),
            pair: PairId::new(1),
            version: 1,
            clauses: Clause::all(),
            agreed_at: None,
        }
    }
}
