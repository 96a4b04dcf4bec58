//! One type per kind of id, so that they cannot be mixed up.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// Wraps an id that the store gave out.
            pub const fn new(raw: i64) -> Self {
                Self(raw)
            }

            /// The number the store knows it by.
            pub const fn get(self) -> i64 {
                self.0
            }
        }
    )+};
}

id! {
    /// A mentorship programme.
    ProgrammeId,
    /// A human being, whatever their accounts and roles.
    PersonId,
    /// A person's part in one programme: mentor, adept or leader.
    MemberId,
    /// A mentor and an adept in one programme.
    PairId,
    /// One meeting of a pair.
    MeetingId,
    /// Somewhere that the bot and people talk: a direct conversation or a pair's room.
    PlaceId,
    /// A promise in the outbox.
    OutboxId,
    /// Something that a leader should look at.
    CaseId,
    /// Something begun and not yet confirmed.
    DraftId,
    /// One version of what a pair agrees on.
    AgreementId,
    /// Something that somebody was given to read.
    LessonId,
    /// Somebody's application to a programme.
    ApplicationId,
    /// A mentor and an adept who may become a pair.
    ProposalId,
    /// What an adept wants to reach.
    GoalId,
    /// Something that somebody notes for themselves.
    NoteId,
    /// A round of a programme's check-in.
    RoundId,
    /// A group session of a programme.
    GatheringId,
    /// A role whose holders lead a programme.
    LeaderRoleId,
}
