//! What the two are asked about their co-operation and about themselves, at halftime and at the end.
//! The answers are notes of whoever gives them: theirs alone, unless they share them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{goal::Stage, meeting::Half, programme::Outline};

/// What somebody is asked once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// What the two want to do more of, less of or start doing: both, at halftime.
    Cooperation,
    /// What a mentor has learnt, at halftime.
    LearningHalftime,
    /// What a mentor has learnt, at the end.
    LearningClose,
}

impl Subject {
    /// Every subject, in the order in which they are asked about.
    pub const ALL: [Self; 3] = [Self::Cooperation, Self::LearningHalftime, Self::LearningClose];

    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cooperation => "cooperation",
            Self::LearningHalftime => "learning_halftime",
            Self::LearningClose => "learning_close",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.as_str() == name)
    }

    /// What one of the two is asked next, after a meeting on that day: nothing before halftime, and
    /// nothing that they were `asked` before. `last` is the last day of the pair.
    pub fn after_meeting(
        half: Half,
        outline: &Outline,
        last: Date,
        met_on: Date,
        asked: &[Self],
    ) -> Option<Self> {
        if met_on < outline.halftime_on() {
            return None;
        }
        let wanted: &[Self] = match (Stage::on(outline, last, met_on), half) {
            (Stage::Halftime, Half::Adept) => &[Self::Cooperation],
            (Stage::Halftime, Half::Mentor) => &[Self::Cooperation, Self::LearningHalftime],
            (Stage::Close, Half::Adept) => &[],
            (Stage::Close, Half::Mentor) => &[Self::LearningClose],
        };
        wanted.iter().copied().find(|subject| !asked.contains(subject))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::tests::outline;

    #[test]
    fn both_are_asked_about_the_co_operation_once_halftime_has_come() {
        check(Half::Adept, "2026-12-01", &[], None);
        check(Half::Adept, "2026-12-28", &[], Some(Subject::Cooperation));
        check(Half::Mentor, "2026-12-28", &[], Some(Subject::Cooperation));
        check(Half::Adept, "2027-01-20", &[Subject::Cooperation], None);
    }

    #[test]
    fn a_mentor_is_asked_for_themselves_too_at_halftime_and_at_the_end() {
        let once = [Subject::Cooperation];
        check(Half::Mentor, "2027-01-20", &once, Some(Subject::LearningHalftime));
        let twice = [Subject::Cooperation, Subject::LearningHalftime];
        check(Half::Mentor, "2027-01-25", &twice, None);
        check(Half::Mentor, "2027-03-25", &twice, Some(Subject::LearningClose));
        // Whoever wasn't asked at halftime isn't asked in arrears.
        check(Half::Mentor, "2027-03-25", &[], Some(Subject::LearningClose));
        check(Half::Mentor, "2027-03-25", &Subject::ALL, None);
        check(Half::Adept, "2027-03-25", &[], None);
    }

    #[track_caller]
    fn check(half: Half, met_on: &str, asked: &[Subject], expected: Option<Subject>) {
        let outline = outline(7, 8);
        let met_on = met_on.parse().unwrap();
        let found = Subject::after_meeting(half, &outline, outline.ends_on(), met_on, asked);
        assert_eq!(found, expected);
    }
}
