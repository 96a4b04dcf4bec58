//! Two who may become a pair: seen by the leader first, then asked both.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{
    ids::{MemberId, PersonId, ProgrammeId, ProposalId},
    meeting::Half,
    pair::Seat,
};

/// How long people have to think before they are reminded.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(4 * 24);

/// How long after that their leaders hear.
pub const THEN_LEADERS: SignedDuration = SignedDuration::from_hours(3 * 24);

/// A mentor and an adept who may become a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which one.
    pub id: ProposalId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// The one with the experience.
    pub mentor: Seat,
    /// The one with the questions.
    pub adept: Seat,
    /// How it stands with it.
    pub state: ProposalState,
}

/// How it stands with a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalState {
    /// Only leaders see it.
    Draft,
    /// The two were asked.
    Asked {
        /// When.
        since: Timestamp,
        /// Which of the two has agreed, if one has.
        agreed: Option<Half>,
    },
    /// Both have agreed, and are a pair.
    Agreed,
    /// One of them has declined.
    Declined {
        /// Which one.
        by: Half,
    },
    /// A leader has taken it back, or one of them isn't there any longer.
    Withdrawn,
}

/// What one of the two may say to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Gladly.
    Yes,
    /// Rather not.
    No,
    /// They want to know more first.
    More,
}

/// What a leader decided about two people before they are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// The mentor.
    pub mentor: MemberId,
    /// The adept.
    pub adept: MemberId,
    /// What was decided.
    pub kind: TieKind,
}

/// What can be decided about two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieKind {
    /// They are put together, whatever the rest says.
    Locked,
    /// They aren't.
    Avoided,
    /// They may be, although they share an organisation or have no language in common.
    Allowed,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::More];

    /// As the tokens of buttons spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::More => "more",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == name)
    }
}

impl TieKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Locked, Self::Avoided, Self::Allowed];

    /// As the database spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Avoided => "avoided",
            Self::Allowed => "allowed",
        }
    }

    /// The one that is spelt so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl Proposal {
    /// Those of the two who were asked and haven't answered.
    pub fn silent(&self) -> impl Iterator<Item = Half> + use<> {
        let (is_asked, agreed) = match self.state {
            ProposalState::Asked { agreed, .. } => (true, agreed),
            ProposalState::Draft
            | ProposalState::Agreed
            | ProposalState::Declined { .. }
            | ProposalState::Withdrawn => (false, None),
        };
        let both = [Half::Mentor, Half::Adept].into_iter();
        both.filter(move |half| is_asked && Some(*half) != agreed)
    }

    /// One of the two.
    pub const fn seat(&self, half: Half) -> &Seat {
        match half {
            Half::Mentor => &self.mentor,
            Half::Adept => &self.adept,
        }
    }

    /// Which of the two this person is, if either.
    pub fn half_of(&self, person: PersonId) -> Option<Half> {
        let halves = [Half::Mentor, Half::Adept];
        halves.into_iter().find(|half| self.seat(*half).person == person)
    }

    /// Whether only leaders see it so far.
    pub const fn is_draft(&self) -> bool {
        matches!(self.state, ProposalState::Draft)
    }

    /// Whether the two were asked, and one of them at least is waited for.
    pub const fn is_asked(&self) -> bool {
        matches!(self.state, ProposalState::Asked { .. })
    }

    /// The proposal as one of the two leaves it by saying yes. None if nobody waits for that.
    #[must_use]
    pub fn agreed(&self, half: Half) -> Option<Self> {
        let ProposalState::Asked { since, agreed } = self.state else { return None };
        let state = match agreed {
            Some(other) if other != half => ProposalState::Agreed,
            Some(_) | None => ProposalState::Asked { since, agreed: Some(half) },
        };
        Some(Self { state, ..self.clone() })
    }

    /// The same by saying no. Whoever had agreed may still change their mind, as long as the other
    /// hasn't agreed as well.
    #[must_use]
    pub fn declined(&self, half: Half) -> Option<Self> {
        let ProposalState::Asked { .. } = self.state else { return None };
        Some(Self { state: ProposalState::Declined { by: half }, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_are_a_pair_when_both_have_agreed_in_either_order() {
        for first in [Half::Mentor, Half::Adept] {
            let once = asked().agreed(first).unwrap();
            let waits = ProposalState::Asked { since: Timestamp::UNIX_EPOCH, agreed: Some(first) };
            assert_eq!(once.state, waits);
            assert_eq!(once.agreed(first), Some(once.clone()), "a doubled press");
            assert_eq!(once.agreed(first.other()).map(|p| p.state), Some(ProposalState::Agreed));
        }
    }

    #[test]
    fn one_no_is_enough_and_a_yes_can_be_taken_back() {
        let by = Half::Adept;
        let declined = Some(ProposalState::Declined { by });
        assert_eq!(asked().declined(by).map(|p| p.state), declined);
        let agreed = asked().agreed(by).unwrap();
        assert_eq!(agreed.declined(by).map(|p| p.state), declined);
    }

    #[test]
    fn what_is_settled_or_was_never_shown_is_not_answered() {
        for state in [
            ProposalState::Draft,
            ProposalState::Agreed,
            ProposalState::Declined { by: Half::Mentor },
            ProposalState::Withdrawn,
        ] {
            let proposal = Proposal { state, ..asked() };
            assert_eq!(
                (proposal.agreed(Half::Mentor), proposal.declined(Half::Adept)),
                (None, None)
            );
        }
    }

    fn asked() -> Proposal {
        let seat = |number, name: &str| Seat {
            member: MemberId::new(number),
            person: PersonId::new(number),
            name: name.to_owned(),
        };
        Proposal {
            id: ProposalId::new(1),
            programme: ProgrammeId::new(1),
            mentor: seat(1, "Bo"),
            adept: seat(2, "Anna"),
            state: ProposalState::Asked { since: Timestamp::UNIX_EPOCH, agreed: None },
        }
    }
}
