//! What is said about programmes.

use jiff::civil;

use super::{Code, Count, FileText, Label, Line, Lines, Name, Offer, Value, Words};
use crate::domain::{
    ids::DraftId,
    moment::Moment,
    press::Press,
    progress::{Progress, Stand},
};

says! {
    /// About a programme.
    ProgrammeSays "programme"
    /// The privacy notice says something else under the same version.
    NoticeNeedsVersion;
    /// It is over, and its days stand.
    TimesStand { name: Name };
    /// How long is it to be? Four templates to choose from.
    AskLength { draft: DraftId } [
        three => Press::Choose(*draft, 0), seven => Press::Choose(*draft, 1),
        nine => Press::Choose(*draft, 2), twelve => Press::Choose(*draft, 3),
    ];
    /// What is it called?
    AskName { months: Count };
    /// When does it start?
    AskStart { example: Code };
    /// Which language do most people in it speak?
    AskLanguage { draft: DraftId, languages: Lines } + languages_of(*draft, languages);
    /// It exists now; here is its file.
    Created { name: Name, slug: Code, import: Code, pair: Code, start: Code, file: FileText };
    /// The name gives a short name that exists.
    SlugTaken { slug: Code };
    /// The name can't be used.
    BadName;
    /// Its file.
    Show { name: Name, file: FileText };
    /// The file has faults, and nothing was changed.
    Faulty { file: Words, count: Count, lines: Lines };
    /// Its letters are not UTF-8.
    NotUtf8;
    /// Where a fault is and what it is.
    FaultAt { line: Count, what: Line };
    /// The same, with the column.
    FaultIn { line: Count, column: Code, what: Line };
    /// What would change.
    Difference { draft: DraftId, name: Name, count: Count, lines: Lines } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// A line that goes.
    LineGone { line: Code };
    /// A line that comes.
    LineNew { line: Code };
    /// How many more lines change.
    LinesMore { count: Count };
    /// Nothing would change.
    SameFile { name: Name };
    /// It has changed.
    Changed { name: Name };
    /// The file is of another programme.
    OtherProgramme { slug: Code };
    /// All programmes of a leader.
    List { lines: Lines };
    /// One of them.
    Item { name: Name, slug: Code, state: Line };
    /// There is none.
    NoProgrammes { create: Code };

    /// How it stands.
    Status { name: Name, state: Line, starts_on: civil::Date, ends_on: civil::Date, mentors: Count, adepts: Count, waiting: Count, pairs: Count, booked: Count, held: Count, planned: Count, cases: Count, attention: Code };
    /// How far it has come: a picture goes along.
    Progress { name: Name, progress: Progress, lines: Lines, stands: Lines };
    /// A line of it: what was held until then, and what was planned.
    HeldUntil { on: civil::Date, held: Count, planned: Count };
    /// Where pairs stand, with how many do.
    StandCount { stand: Line, count: Count };
    /// Their next meeting is booked.
    StandBooked;
    /// It isn't.
    StandUnbooked;
    /// The leader was asked to look at them.
    StandWithLeader;
    /// They take a break.
    StandResting;
    /// They have ended.
    StandEnded;
    /// In the picture: above the meetings.
    ChartMeetings;
    /// In the picture: what is planned.
    ChartPlanned;
    /// In the picture: what was held.
    ChartHeld;
    /// In the picture: above the pairs.
    ChartPairs;
    /// Not started.
    StateDraft;
    /// Running.
    StateRunning;
    /// Paused.
    StatePaused { since: civil::Date };
    /// Closed.
    StateClosed;

    /// It runs from now on.
    Started { name: Name, next_round: Moment };
    /// It runs, but not everybody can be reached.
    StartedWithout { name: Name, next_round: Moment, missing: Vec<Name>, invite: Code };
    /// It ran before.
    AlreadyRunning { name: Name };
    /// It has no pairs yet.
    NoPairsYet { name: Name, pair: Code };
    /// It is paused.
    Paused { name: Name, resume: Code };
    /// It goes on.
    Resumed { name: Name, next_round: Moment };
    /// It wasn't paused.
    NotPaused { name: Name };
    /// It does not run.
    NotRunning { name: Name };

    /// Shows an announcement before it goes.
    AnnouncePreview { draft: DraftId, count: Count, words: Words } [
        send => Press::Confirm(*draft), leave => Press::Discard(*draft),
    ];
    /// The announcement.
    Announcement { programme: Name, leader: Name, words: Words };
    /// The same, for somebody who was away, as a line.
    ToldToAll { leader: Name, words: Words };
    /// It is on its way.
    Announced { count: Count };
    /// There is nobody to tell.
    NobodyToTell { name: Name };
}

impl super::value::Shown for Progress {
    fn shown(&self) -> Value {
        Value::Hidden
    }
}

impl ProgrammeSays {
    /// What it is called where a pair stands.
    pub const fn stand(stand: Stand) -> Self {
        match stand {
            Stand::Booked => Self::StandBooked,
            Stand::Unbooked => Self::StandUnbooked,
            Stand::WithLeader => Self::StandWithLeader,
            Stand::Resting => Self::StandResting,
            Stand::Ended => Self::StandEnded,
        }
    }
}

fn languages_of(draft: DraftId, languages: &Lines) -> Vec<Offer> {
    let offer = |(nth, language): (u8, &super::Message)| Offer {
        label: Label::Words(Value::Message(Box::new(language.clone()))),
        press: Press::Choose(draft, nth),
    };
    (0..).zip(languages).map(offer).collect()
}
