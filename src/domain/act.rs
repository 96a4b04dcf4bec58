//! What leaders did and looked at, for other leaders and for those whom it was about.

use jiff::{SignedDuration, Timestamp};

use super::{command::CommandName, ids::ProgrammeId};

/// How long it can be seen.
pub const KEPT: SignedDuration = SignedDuration::from_hours(2 * 365 * 24);

/// Something that a leader did or looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// In which programme.
    pub programme: ProgrammeId,
    /// When.
    pub at: Timestamp,
    /// What the leader is called.
    pub by: String,
    /// What they did.
    pub command: CommandName,
    /// What somebody is called whom it was about. None if it was about everybody, or nobody.
    pub about: Option<String>,
}

/// Whether a command is remembered where it is done: once it is confirmed, or about some of those
/// who were named and not about others.
pub const fn is_remembered_by_itself(command: CommandName) -> bool {
    matches!(
        command,
        CommandName::LettersSend
            | CommandName::MatchPublish
            | CommandName::Announce
            | CommandName::GatheringCreate
            | CommandName::GatheringMove
            | CommandName::GatheringCancel
            | CommandName::ApplicationsAccept
            | CommandName::ApplicationsWaitlist
            | CommandName::ApplicationsDecline
            | CommandName::PeopleAdd
            | CommandName::PairAdd
            | CommandName::PairPause
            | CommandName::PairExtend
            | CommandName::PairEnd
            | CommandName::PairRematch
            | CommandName::MatchLock
            | CommandName::MatchAvoid
            | CommandName::MatchAllow
            | CommandName::MatchSwap
    )
}

/// Whether a command is about somebody in particular, so that nothing was done where nobody was
/// found.
pub const fn is_about_somebody(command: CommandName) -> bool {
    matches!(
        command,
        CommandName::ApplicationsShow
            | CommandName::ApplicationsCompare
            | CommandName::ApplicationsConsent
            | CommandName::ApplicationsScore
            | CommandName::ApplicationsNote
            | CommandName::PairShow
            | CommandName::PairRemind
    )
}
