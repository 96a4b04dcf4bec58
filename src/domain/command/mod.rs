//! What people can ask for: recognised by its words, then read with what follows them.

mod catalogue;
mod clock;
mod compose;
mod gathering;
mod name;
mod named;
mod numbers;
mod parameter;
mod pointed;
mod read;
mod repeat;
mod times;
mod vocabulary;

use jiff::{
    civil::{Date, DateTime},
    tz::TimeZone,
};

pub use catalogue::{Branch, Catalogue, Entry, Leaf, Root, Wording};
pub use compose::{Given, compose};
pub use gathering::{Edit, Field, GatheringCommand};
pub use name::CommandName;
pub use parameter::{Parameter, ParameterKind};
pub use pointed::Pointed;
pub use read::{Misread, read};
pub use repeat::{Days, Repeat, interval};
pub use times::Span;
pub use vocabulary::{Spoken, Unknown, Vocabulary};

use super::{
    account::Account, application::Decision, calendar::Hours, gathering::Answer, goal::Score,
    leading::Leading, role::Role, when::TimeWords,
};

/// The words that the bot understands, of every language at once. They stand in the locale files.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// For commands.
    pub vocabulary: Vocabulary,
    /// For times.
    pub times: TimeWords,
    /// For roles.
    pub roles: Vec<(Role, Vec<String>)>,
    /// What may stand between two names.
    pub joiners: Vec<String>,
    /// What may stand before a role.
    pub role_markers: Vec<String>,
    /// What may stand before the day on which something begins.
    pub starters: Vec<String>,
    /// What may stand before the day with which something ends.
    pub enders: Vec<String>,
    /// What says that something comes again every so many weeks.
    pub repeats: Vec<(i64, String)>,
    /// What may stand after how often something is.
    pub counters: Vec<String>,
    /// What takes something away.
    pub ends: Vec<String>,
    /// What of a group session can be changed.
    pub fields: Vec<(Field, Vec<String>)>,
    /// Words for everybody for whom a group session can be.
    pub everybody: Vec<String>,
    /// What may stand before a place.
    pub placers: Vec<String>,
    /// Words of thanks.
    pub thanks: Vec<String>,
    /// Words of somebody who wants a human.
    pub human: Vec<String>,
    /// Words that agree.
    pub yes: Vec<String>,
    /// Words that don't.
    pub no: Vec<String>,
}

/// The longest words of one's own that a command takes, in characters: an announcement.
pub const LONGEST_WORDS: usize = 4_000;

/// The longest address that a command takes, in characters.
pub const LONGEST_ADDRESS: usize = 1_000;

/// The longest name of a person that a command takes, in characters.
pub const LONGEST_NAME: usize = 100;

/// Something that a person asks for. No text gets past this point but people's own words.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Something of their own.
    Own(OwnCommand),
    /// Something of a pair of theirs.
    Pair(PairCommand),
    /// Something of a programme that they lead.
    Lead(LeadCommand),
}

/// What somebody asks for themselves.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is what `CommandName` says, with what it needs")]
pub enum OwnCommand {
    Help,
    Status,
    Join { code: String },
    Apply { programme: Option<String> },
    Withdraw { programme: Option<String> },
    ContactLeader { words: Option<String>, programme: Option<String> },
    Pause { from: Option<Date>, until: Option<Date> },
    Resume,
    Settings,
    SettingsLanguage { tag: String },
    SettingsZone { zone: TimeZone },
    SettingsHours { hours: Hours },
    SettingsReminders,
    SettingsCalendar { said: Option<String> },
    CheckIn { programme: Option<String> },
    Certificate { programme: Option<String> },
    GatheringList { programme: Option<String> },
    GatheringAnswer { number: Option<i64>, answer: Answer, programme: Option<String> },
    GatheringHere { code: String },
    MyData,
    DeleteMyData,
    ProgrammeList,
    ProgrammeCreate,
}

/// What somebody asks for as one of a pair.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is what `CommandName` says, with what it needs")]
pub enum PairCommand {
    Agreement,
    MeetingBook { at: DateTime, place: Option<String> },
    MeetingBookSeveral { times: Vec<DateTime>, place: Option<String> },
    MeetingBookRow { first: DateTime, repeat: Repeat, place: Option<String> },
    MeetingProposeCommon,
    MeetingPropose { at: DateTime, place: Option<String> },
    MeetingList,
    Topic,
    MeetingMove { number: Option<i64>, at: DateTime },
    MeetingCancel { number: Option<i64> },
    MeetingMet { number: Option<i64> },
    Goal(GoalCommand),
    Note { words: String },
    NoteList,
    NoteRemove { number: i64 },
    Later,
}

/// What an adept asks for about goals.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what `CommandName` says, with what it needs")]
pub enum GoalCommand {
    Add { words: String },
    List,
    Edit { number: i64, words: String },
    Weigh { number: i64, weight: i64 },
    Step { number: i64, words: String },
    StepDone { number: i64, step: i64 },
    Share { number: i64 },
    Rate { number: i64, score: Option<Score> },
    Remove { number: i64 },
}

/// What somebody asks for as the leader of a programme.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is what `CommandName` says, with what it needs")]
pub enum LeadCommand {
    Attention,
    Report,
    Audit,
    ProgrammeShow,
    ProgrammeStatus,
    ProgrammeStart,
    ProgrammePause,
    ProgrammeResume,
    ProgrammeClose,
    ProgrammeTraining,
    ProgrammeChannel { is_off: bool },
    CheckInOpen,
    CheckInClose,
    CheckInResults { number: Option<i64> },
    Gathering(GatheringCommand),
    RecruitOpen,
    RecruitClose,
    ApplicationsList,
    ApplicationsShow { number: i64 },
    ApplicationsCompare { numbers: Vec<i64> },
    ApplicationsConsent { number: i64, guardian: String },
    ApplicationsScore { number: i64, points: Vec<u8> },
    ApplicationsNote { number: i64, words: String },
    ApplicationsDecide { numbers: Vec<i64>, decision: Decision },
    LettersPreview,
    LettersSend,
    PeopleImport,
    PeopleInvite,
    PeopleAdd { name: String, role: Role, account: Option<Account> },
    PeopleList,
    PairAdd { mentor: String, adept: String },
    PairList,
    PairShow { number: i64 },
    PairRemind { number: i64 },
    PairPause { number: i64, until: Date },
    PairExtend { number: i64, until: Date },
    PairEnd { number: i64 },
    PairRematch { number: i64 },
    MatchPropose,
    MatchShow,
    MatchLock { mentor: String, adept: String },
    MatchAvoid { mentor: String, adept: String },
    MatchAllow { mentor: String, adept: String },
    MatchSwap { one: String, other: String },
    MatchPublish,
    LeaderAdd { who: Leading, name: Option<String> },
    LeaderRemove { who: Leading },
    Announce { words: String },
    Outbox,
    OutboxRetry { number: i64 },
    OutboxCancel { number: i64 },
}

macro_rules! from_kinds {
    ($($kind:ident: $command:ty),+ $(,)?) => {$(
        impl From<$command> for Command {
            fn from(command: $command) -> Self {
                Self::$kind(command)
            }
        }
    )+};
}

from_kinds! {
    Own: OwnCommand,
    Pair: PairCommand,
    Lead: LeadCommand,
}

impl From<GatheringCommand> for Command {
    fn from(command: GatheringCommand) -> Self {
        Self::Lead(LeadCommand::Gathering(command))
    }
}

impl From<GoalCommand> for Command {
    fn from(command: GoalCommand) -> Self {
        Self::Pair(PairCommand::Goal(command))
    }
}
