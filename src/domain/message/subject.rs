//! What a question is about, so that a later one about the same takes its place.

use super::Message;
use crate::domain::{
    ids::{GatheringId, PairId, RoundId},
    press::Press,
};

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A pair's next meeting, or its last.
    Pair(PairId),
    /// Whether somebody comes to a group session.
    Gathering(GatheringId),
    /// A check-in, of which one question is asked at a time.
    Round(RoundId),
}

impl Subject {
    /// As the database spells it.
    pub fn key(self) -> String {
        match self {
            Self::Pair(pair) => format!("pair:{}", pair.get()),
            Self::Gathering(gathering) => format!("gathering:{}", gathering.get()),
            Self::Round(round) => format!("round:{}", round.get()),
        }
    }
}

impl Message {
    /// Of which pairs this asks for a time in words. None if it doesn't.
    pub fn asks_for_time(&self) -> Option<Vec<PairId>> {
        let asked = self.offers().into_iter().filter_map(|offer| match offer.press {
            Press::Booked(pair) | Press::TellLater(pair) => Some(pair),
            Press::NotYet(_)
            | Press::Met(..)
            | Press::Felt(..)
            | Press::Fits(..)
            | Press::Wish(..)
            | Press::Remind(..)
            | Press::Confirm(_)
            | Press::Discard(_)
            | Press::Choose(..)
            | Press::Agree(..)
            | Press::Amend(..)
            | Press::Reopen(_)
            | Press::Learnt(_)
            | Press::GoalHelp(_)
            | Press::Score(..)
            | Press::Step(..)
            | Press::Proposal(..)
            | Press::Attend(..)
            | Press::Rate(..)
            | Press::Tick(..)
            | Press::Ticked(..)
            | Press::AskAgain(..)
            | Press::Certify(..)
            | Press::StayInTouch(..)
            | Press::CaseWrite(_)
            | Press::CaseDone(_)
            | Press::CaseLater(_) => None,
        });
        let asked: Vec<_> = asked.collect();
        (!asked.is_empty()).then_some(asked)
    }
}
