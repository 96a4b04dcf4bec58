//! Something that a person has begun and not yet confirmed.

use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};

use super::{
    agreement::Topic,
    application::{Decision, Step},
    gathering::Plan,
    ids::{
        AgreementId, ApplicationId, CaseId, GatheringId, MeetingId, NoteId, OutboxId, PairId,
        ProgrammeId, ProposalId, RoundId,
    },
    locale::Locale,
    meeting::Half,
};

/// Something begun. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Draft {
    /// A meeting that was echoed back, or proposed by the other of the two.
    Book {
        /// Whose meeting.
        pair: PairId,
        /// When, on the clock of `zone`.
        at: civil::DateTime,
        /// The IANA name of the zone.
        zone: String,
        /// Where.
        place: Option<String>,
        /// Which of the two proposed it to the other, if one did.
        proposed_by: Option<Half>,
    },
    /// Several meetings that were echoed back.
    BookSeveral {
        /// Whose meetings.
        pair: PairId,
        /// When, on the clock of `zone`.
        times: Vec<civil::DateTime>,
        /// The IANA name of the zone.
        zone: String,
        /// Where, all of them.
        place: Option<String>,
    },
    /// A meeting that is about to be moved.
    Move {
        /// Which one.
        meeting: MeetingId,
        /// To when, on the clock of `zone`.
        at: civil::DateTime,
        /// The IANA name of the zone.
        zone: String,
    },
    /// A question to one of a pair that looks back, which waits for their words.
    LookBack {
        /// On which pair.
        pair: PairId,
        /// After which meeting.
        meeting: Option<MeetingId>,
    },
    /// An answer to it, which the other of the two may be shown.
    ShareNote {
        /// Of which pair.
        pair: PairId,
        /// The note that it is kept as.
        note: NoteId,
        /// After which meeting it was asked.
        meeting: Option<MeetingId>,
    },
    /// Times that suit both.
    Suggest {
        /// Whose meeting it would be.
        pair: PairId,
        /// The times, on the clock of `zone`.
        times: Vec<civil::DateTime>,
        /// The IANA name of the zone.
        zone: String,
        /// Which of the two offers them to the other. None if they are still to decide that.
        offered_by: Option<Half>,
        /// Times that didn't suit.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        shown: Vec<Timestamp>,
    },
    /// A meeting that is about to be cancelled.
    Cancel {
        /// Which one.
        meeting: MeetingId,
    },
    /// A meeting of today that nobody had booked, and that one of the two says was held.
    Met {
        /// Whose meeting.
        pair: PairId,
    },
    /// A message to a pair, ready to be sent by a leader.
    Write {
        /// To which pair.
        pair: PairId,
        /// The words.
        words: String,
    },
    /// A message to the person whom a case is about, ready to be sent by a leader.
    WriteTo {
        /// Which case.
        case: CaseId,
        /// The words.
        words: String,
    },
    /// A pair that is about to be ended.
    EndPair {
        /// Which one.
        pair: PairId,
        /// Whether both get somebody else.
        rematch: bool,
    },
    /// A check-in that is about to be closed before its time.
    CloseRound {
        /// Which one.
        round: RoundId,
    },
    /// A programme that is about to be ended before its time.
    EndProgramme {
        /// Which one.
        programme: ProgrammeId,
    },
    /// An announcement to everybody in a programme.
    Announce {
        /// Which programme.
        programme: ProgrammeId,
        /// The words.
        words: String,
    },
    /// Pairs of which everybody is about to be asked.
    Publish {
        /// In which programme.
        programme: ProgrammeId,
        /// Which ones the leader has seen.
        proposals: Vec<ProposalId>,
    },
    /// A question of an application.
    Apply {
        /// Which application.
        application: ApplicationId,
        /// What is asked.
        step: Step,
        /// Which options are chosen so far, counted from zero.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        chosen: Vec<usize>,
    },
    /// Something that one of two wants to add to their agreement.
    Amend {
        /// To which version.
        agreement: AgreementId,
        /// To which step.
        topic: Topic,
    },
    /// Letters with decisions that are about to be sent.
    Letters {
        /// To whom in which programme.
        programme: ProgrammeId,
        /// Which applications and with what decision, as the leader has seen it.
        letters: Vec<(ApplicationId, Decision)>,
    },
    /// An application about which something else is about to be decided than its letter said.
    Redecide {
        /// Which application.
        application: ApplicationId,
        /// What was decided when it was asked about.
        before: Decision,
        /// What is decided.
        decision: Decision,
    },
    /// Two who were asked whether they want to be a pair, and who are about to be kept apart.
    KeepApart {
        /// Which pair it would be.
        proposal: ProposalId,
    },
    /// An application that is about to be erased.
    Withdraw {
        /// Which application.
        application: ApplicationId,
    },
    /// People are about to be sent what they read before they begin.
    Train {
        /// In which programme.
        programme: ProgrammeId,
    },
    /// Everything about the person is about to be erased.
    Erase,
    /// Why somebody didn't want to be in a pair, which they may tell the leaders.
    Reason {
        /// Which pair it would have been.
        proposal: ProposalId,
    },
    /// A group session that is about to be planned, or several in a row.
    Gather {
        /// In which programme.
        programme: ProgrammeId,
        /// What all of them have in common.
        plan: Plan,
        /// When each is, on the programme's clock.
        times: Vec<civil::DateTime>,
    },
    /// A group session that is about to change.
    Regather {
        /// Which one.
        gathering: GatheringId,
        /// What it was when that was shown.
        from: Plan,
        /// What it will be.
        plan: Plan,
    },
    /// A group session that is about to be called off.
    CallOff {
        /// Which one.
        gathering: GatheringId,
    },
    /// A question of a check-in that waits for words.
    Voice {
        /// Of which round.
        round: RoundId,
        /// Which question, by its place.
        nth: i64,
    },
    /// A changed programme file.
    File {
        /// Of which programme.
        programme: ProgrammeId,
        /// The file.
        text: String,
        /// The hash of the file that the difference was shown against.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead_of: Option<String>,
    },
    /// A programme that is being made in a few questions.
    Create(Creation),
    /// A command that lacks a time that will do: what comes before it and after it.
    Time {
        /// The words before the time.
        before: String,
        /// The words after it.
        after: String,
    },
    /// Words that could mean several things: one of these commands is meant.
    Which {
        /// The commands, typed out in full.
        commands: Vec<String>,
        /// The file that came with them, if one did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<HeldFile>,
    },
    /// An answer that could belong to several questions.
    Answer {
        /// What was answered.
        said: String,
        /// The questions, by their rows in the outbox.
        questions: Vec<OutboxId>,
    },
}

/// A file that waits until it is known where it belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// How far the questions for a new programme have come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Creation {
    /// How many months it lasts.
    pub months: Option<u8>,
    /// What it is called.
    pub name: Option<String>,
    /// When it starts.
    pub starts_on: Option<civil::Date>,
    /// What is spoken in it.
    pub locale: Option<Locale>,
}

impl Creation {
    /// Whether its name is asked for.
    pub const fn wants_name(&self) -> bool {
        self.months.is_some() && self.name.is_none()
    }
}

impl Draft {
    /// Whether it waits for words, not for a press.
    pub const fn wants_words(&self) -> bool {
        match self {
            Self::Create(creation) => {
                creation.wants_name() || (creation.months.is_some() && creation.starts_on.is_none())
            }
            Self::Time { .. }
            | Self::Reason { .. }
            | Self::LookBack { .. }
            | Self::Voice { .. }
            | Self::Apply { .. }
            | Self::Amend { .. } => true,
            Self::Book { .. }
            | Self::BookSeveral { .. }
            | Self::Suggest { .. }
            | Self::ShareNote { .. }
            | Self::Move { .. }
            | Self::Cancel { .. }
            | Self::Met { .. }
            | Self::Write { .. }
            | Self::WriteTo { .. }
            | Self::EndPair { .. }
            | Self::CloseRound { .. }
            | Self::EndProgramme { .. }
            | Self::Announce { .. }
            | Self::Gather { .. }
            | Self::Regather { .. }
            | Self::CallOff { .. }
            | Self::Publish { .. }
            | Self::Redecide { .. }
            | Self::KeepApart { .. }
            | Self::Withdraw { .. }
            | Self::Erase
            | Self::Train { .. }
            | Self::Letters { .. }
            | Self::File { .. }
            | Self::Which { .. }
            | Self::Answer { .. } => false,
        }
    }
}
