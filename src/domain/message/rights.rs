//! What is said about what the bot keeps of people, and what leaders did.

use super::{Code, Count, FileText, Line, Lines, Name, Words};
use crate::domain::{ids::DraftId, moment::Moment, press::Press};

says! {
    /// About what is kept of people, and what leaders did.
    RightsSays "rights"
    /// Everything that is kept about somebody, for them to read.
    MyData { file: FileText };
    /// The same for programs.
    MyDataForPrograms { file: FileText };
    /// Nothing is kept about whoever asks.
    NothingKept;
    /// Asks before everything about somebody is erased.
    EraseSure { draft: DraftId } [erase => Press::Confirm(*draft), keep => Press::Discard(*draft)];
    /// The same, with what follows from it.
    EraseSureWith { draft: DraftId, lines: Lines }
        [erase => Press::Confirm(*draft), keep => Press::Discard(*draft)];
    /// What follows: a pair ends.
    EndsPair { with: Name, programme: Name };
    /// What follows: they lead no longer.
    EndsLeading { programme: Name };
    /// What follows: an application is taken back.
    EndsApplication { programme: Name };
    /// Somebody leads a programme alone, which can't be left to nobody.
    LeadsAlone { programme: Name, add: Code };
    /// Somebody who leads by a role would lead again.
    LeadsByRole { programme: Name };
    /// Everything is erased.
    Erased;
    /// Tells the other of a pair.
    PartnerGone { programme: Name };
    /// Tells somebody who was asked about whoever is gone.
    ProposalGone { programme: Name };
    /// Tells leaders that a pair has ended.
    PairEnded { number: Count, programme: Name };
    /// Tells leaders that somebody in no pair is gone.
    SomebodyGone { programme: Name };
    /// What somebody is called who was erased.
    SomebodyErased;

    /// What leaders did last.
    Acts { programme: Name, lines: Lines };
    /// The last of what leaders did, and all of it in a file.
    ActsFile { programme: Name, lines: Lines, count: Count, file: FileText };
    /// Nothing yet.
    NoActs { programme: Name };
    /// Something that a leader did.
    Act { at: Moment, by: Name, what: Words };
    /// The same, about somebody.
    ActAbout { at: Moment, by: Name, what: Words, about: Name };

    /// The beginning of what somebody gets to read.
    Title { name: Name, at: Moment };
    /// A part of it.
    HeadSettings;
    /// A part of it.
    HeadAccounts;
    /// A part of it.
    HeadPart { programme: Name, role: Line };
    /// A part of it.
    HeadApplication { programme: Name };
    /// A part of it.
    HeadPair { with: Name, programme: Name };
    /// A part of it.
    HeadAgreement { version: Count };
    /// A part of it.
    HeadLetters;
    /// A part of it.
    HeadActs;
    /// The end of it.
    Rest;
    /// An account.
    Account { account: Code };
    /// Which version of the privacy notice they have accepted.
    AcceptedNotice { version: Name };
    /// What was decided, once they have been told.
    Decision { state: Line };
    /// From the list of people.
    Handle { words: Words };
    /// From the list of people.
    Contact { words: Words };
    /// From the list of people.
    Manager { words: Words };
    /// From the list of people.
    Organisation { words: Words };
    /// From the list of people.
    City { words: Words };
    /// From the list of people.
    Languages { words: Words };
    /// From the list of people.
    Wants { words: Words };
    /// From the list of people.
    Offers { words: Words };
    /// From the list of people.
    Capacity { count: Count };
    /// Something that the bot has said.
    Letter { at: Moment, words: Words };
}
