//! What belongs to no one thing.

use jiff::civil;

use super::{Code, Count, Label, Lines, Name, Offer, Value, Words};
use crate::domain::{ids::DraftId, moment::Moment, press::Press};

says! {
    /// Everything that belongs to no one thing.
    General "general"
    /// What can be done here.
    Help { lines: Lines };
    /// The same, for leaders.
    HelpLeader { lines: Lines };
    /// Whom to turn to when worried about somebody.
    Worries { contact: Words };
    /// A line of it: what to type. Its explanation belongs to the command.
    HelpLine { command: Code, what: Words };
    /// What the bot is, for somebody in no programme.
    HelpStranger { join: Code };
    /// What was typed is not understood.
    NotUnderstood { help: Code };
    /// The same, with what may have been meant.
    DidYouMean { command: Code, help: Code };
    /// Somebody said thanks.
    Welcome;
    /// Who leads what they take part in, for whoever wants a human.
    Leaders { names: Vec<Name>, help: Code };
    /// What was to be sent isn't.
    NotSent;
    /// Something is missing after the command.
    Incomplete { usage: Code };
    /// There is more after the command than belongs there.
    TooMuch { usage: Code };
    /// The person is in no programme.
    Stranger { join: Code };
    /// Only leaders of a programme do this.
    LeadersOnly;
    /// Only mentors and adepts do this.
    PairsOnly;
    /// The command belongs into the direct conversation.
    InPrivate;
    /// It goes on in the direct conversation, where the bot has written.
    WrittenDirectly;
    /// Somebody else's question.
    NotYours;
    /// A button that is no longer of use.
    Outdated;
    /// No question is open.
    NothingAsked { help: Code };
    /// The question has no such answer.
    NoSuchAnswer { lines: Lines };
    /// One of the answers, as a line.
    Answer { number: Count, label: Words };
    /// More than one could be meant.
    WhichOne { draft: DraftId, names: Vec<Name> } + one_each(*draft, names);
    /// More than one question could be meant.
    WhichQuestion { draft: DraftId, questions: Lines } + numbered(*draft, questions);
    /// What a question is about: a meeting that should have been.
    AboutMeeting { with: Name, on: civil::Date };
    /// What a question is about: the next meeting.
    AboutNextMeeting { with: Name };
    /// What a question is about: a pair that a leader looks at.
    AboutPair { mentor: Name, adept: Name };
    /// What a question is about: whether somebody wants to be in a pair.
    AboutProposal { with: Name };
    /// A leader names a programme that they don't lead, or that there isn't.
    NotLed { slug: Code };
    /// They take no part in the programme that they named, if there is one.
    NotIn { slug: Code };
    /// Several people are called so, and their ids tell which is meant.
    SeveralPeople { name: Words, ids: Vec<Name> };
    /// Nobody of that name is there.
    NoSuchPerson { name: Words };
    /// The same, with who may have been meant.
    NoSuchPersonBut { name: Words, nearest: Name };
    /// No programme of that name is there.
    NoSuchProgramme { name: Words };
    /// The bot was brought to where many talk, and lacks nothing.
    Arrived { create: Code, join: Code };
    /// There it may not see any channel.
    LacksChannels;
    /// There it may not open private threads.
    LacksThreads;
    /// There it may not write in threads.
    LacksWriting;
    /// There it may not read what was said before.
    LacksHistory;
    /// The message could not be decrypted.
    Unreadable;
    /// What was said can't be acted on, and that isn't the fault of whoever said it.
    Broken;
    /// It was neither words nor a file.
    WordsOnly { help: Code };
    /// It was a correction of something that was said before.
    Correction;
    /// The file is too large.
    FileTooLarge { megabytes: Count };
    /// The bot has no use for this file.
    UnknownFile { name: Words };
    /// Words that need no translation: the name of a language.
    Plain { words: Words };
    /// The words are too long.
    TooLong { most: Count };

    /// How it stands, for one of a pair.
    Status { lines: Lines };
    /// The pair, in that list.
    StatusPair { with: Name, programme: Name };
    /// The next meeting, in that list.
    StatusMeeting { at: Moment };
    /// A booked meeting without a time.
    StatusMeetingSometime;
    /// That there is none.
    StatusNoMeeting { command: Code };
    /// How many there were.
    StatusHeld { held: Count, wanted: Count };
    /// What the bot waits for.
    StatusWaiting;
    /// That all is quiet.
    StatusPaused { command: Code };
    /// That the leader has paused the programme.
    StatusProgrammePaused { programme: Name };
    /// That the pair stands still, and not by a break of whoever asks.
    StatusStopped;
    /// The programme hasn't begun.
    StatusNotStarted { programme: Name, on: civil::Date };
    /// The programme is over.
    StatusOver { programme: Name, on: civil::Date };
    /// Nobody has been found for the person yet.
    StatusUnpaired { programme: Name };
}

fn one_each(draft: DraftId, names: &[Name]) -> Vec<Offer> {
    let offer = |(nth, name): (u8, &Name)| Offer::saying(name.clone(), Press::Choose(draft, nth));
    (0..).zip(names).map(offer).collect()
}

fn numbered(draft: DraftId, questions: &Lines) -> Vec<Offer> {
    let offer = |(nth, question): (u8, &super::Message)| Offer {
        label: Label::Words(Value::Message(Box::new(question.clone()))),
        press: Press::Choose(draft, nth),
    };
    (0..).zip(questions).map(offer).collect()
}
