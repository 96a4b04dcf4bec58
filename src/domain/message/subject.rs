//! What a question is about, so that a later one about the same takes its place.

use crate::domain::ids::{GatheringId, PairId, RoundId};

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
