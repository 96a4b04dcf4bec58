//! What is said about group sessions.

use jiff::civil;

use super::{Code, Count, Line, Lines, Name, Words};
use crate::domain::{
    gathering::Answer,
    ids::{DraftId, GatheringId},
    locale::Translations,
    moment::Moment,
    press::Press,
};

says! {
    /// About group sessions.
    GatheringSays "gathering"
    /// Invites somebody.
    Invite { gathering: GatheringId, title: Translations, at: Moment, lines: Lines } [
        yes => Press::Attend(*gathering, Answer::Yes), no => Press::Attend(*gathering, Answer::No),
        maybe => Press::Attend(*gathering, Answer::Maybe),
    ];
    /// Asks somebody again who hasn't answered or doesn't know yet.
    AskAgain { gathering: GatheringId, title: Translations, at: Moment, lines: Lines } [
        yes => Press::Attend(*gathering, Answer::Yes), no => Press::Attend(*gathering, Answer::No),
        maybe => Press::Attend(*gathering, Answer::Maybe),
    ];
    /// Reminds somebody who comes, a week before.
    InAWeek { gathering: GatheringId, title: Translations, at: Moment, lines: Lines }
        [cannot => Press::Attend(*gathering, Answer::No)];
    /// Reminds somebody who comes, a day before.
    Tomorrow { gathering: GatheringId, title: Translations, at: Moment, lines: Lines }
        [cannot => Press::Attend(*gathering, Answer::No)];
    /// Reminds somebody who comes, an hour before.
    InAnHour { gathering: GatheringId, title: Translations, at: Moment, lines: Lines }
        [cannot => Press::Attend(*gathering, Answer::No)];
    /// It is at another time.
    Moved { gathering: GatheringId, title: Translations, from: Moment, at: Moment, lines: Lines } [
        yes => Press::Attend(*gathering, Answer::Yes), no => Press::Attend(*gathering, Answer::No),
        maybe => Press::Attend(*gathering, Answer::Maybe),
    ];
    /// It isn't for them any longer.
    NoLongerForYou { gathering: GatheringId, title: Translations, at: Moment };
    /// It is at another place, or for longer or shorter.
    Elsewhere { gathering: GatheringId, title: Translations, at: Moment, lines: Lines };
    /// It is called off.
    CalledOff { gathering: GatheringId, title: Translations, at: Moment };
    /// Somebody who waited has got a place.
    MovedUp { gathering: GatheringId, title: Translations, at: Moment, lines: Lines }
        [cannot => Press::Attend(*gathering, Answer::No)];
    /// There is something to read afterwards.
    Material { title: Translations, words: Words };

    /// Where it is.
    Place { place: Words };
    /// What it is about.
    About { words: Translations };
    /// How long it is, until then.
    Until { at: civil::DateTime };
    /// How many can come.
    Room { capacity: Count };
    /// The last day to answer.
    AnswerBy { on: civil::Date };

    /// Tells everybody in the programme's channel.
    Announced { gathering: GatheringId, title: Translations, at: Moment, lines: Lines };
    /// The same, of one that is moved.
    AnnouncedMoved { gathering: GatheringId, title: Translations, from: Moment, at: Moment, lines: Lines };
    /// The same, of one that is called off.
    AnnouncedOff { gathering: GatheringId, title: Translations, at: Moment };
    /// That it is only for some.
    OnlyFor { audience: Line };

    /// They come.
    Coming { gathering: GatheringId, title: Translations, at: Moment };
    /// They have wanted to come, and wait for a place.
    Waiting { title: Translations, place: Count };
    /// They don't come.
    NotComing { title: Translations };
    /// They don't know yet.
    Perhaps { title: Translations };
    /// It was the last day to answer.
    TooLate { title: Translations, on: civil::Date, contact: Code };
    /// It has begun.
    Begun { title: Translations };
    /// It is called off, as the answer to an answer.
    IsOff { title: Translations };
    /// It isn't for somebody with this role.
    NotForYou;
    /// There is no group session with that number.
    NoSuchGathering { number: Count, list: Code };
    /// Which one is meant, among questions about several things.
    AboutIt { title: Translations };
    /// There is none that could be meant.
    NothingToAnswer;

    /// The group sessions of somebody who takes part.
    List { lines: Lines };
    /// There are none.
    ListEmpty;
    /// One of them.
    Item { number: Count, title: Translations, at: Moment, own: Line };
    /// Where there are several programmes.
    ItemIn { programme: Name, number: Count, title: Translations, at: Moment, own: Line };
    /// What they have said: they come.
    OwnYes;
    /// They don't.
    OwnNo;
    /// Perhaps.
    OwnMaybe;
    /// They wait for a place.
    OwnWaiting;
    /// Nothing yet.
    OwnNone;

    /// It is noted that they are there.
    Here { title: Translations };
    /// There is no such code now.
    NoSuchCode;

    /// Shows a leader what is about to be planned.
    Preview { draft: DraftId, title: Translations, at: Moment, count: Count, lines: Lines } [
        now => Press::Choose(*draft, 0), no => Press::Discard(*draft),
    ];
    /// The same, where people could also be invited later.
    PreviewLater { draft: DraftId, title: Translations, at: Moment, count: Count, on: civil::Date, lines: Lines } [
        later => Press::Choose(*draft, 1), now => Press::Choose(*draft, 0),
        no => Press::Discard(*draft),
    ];
    /// The same of several in a row.
    PreviewRow { draft: DraftId, title: Translations, count: Count, times: Lines, lines: Lines } [
        yes => Press::Choose(*draft, 1), no => Press::Discard(*draft),
    ];
    /// The same, before the programme has begun: people hear of it then.
    PreviewUnstarted { draft: DraftId, title: Translations, at: Moment, count: Count, lines: Lines } [
        yes => Press::Choose(*draft, 1), no => Press::Discard(*draft),
    ];
    /// It is a day on which the programme rests.
    RestDay { on: civil::Date };
    /// It is after the last day of the programme.
    AfterTheEnd { on: civil::Date };
    /// It is said in the same words to everybody, and was said in another language too.
    OneLanguage { edit: Code };
    /// It is planned, and people are invited.
    Planned { title: Translations, at: Moment, count: Count, edit: Code };
    /// It is planned, and people are invited later.
    PlannedLater { title: Translations, at: Moment, on: civil::Date, edit: Code };
    /// Several are planned.
    PlannedRow { title: Translations, lines: Lines, edit: Code };
    /// It can't begin then.
    Past { at: civil::DateTime };
    /// There are as many as there can be.
    TooMany { most: Count };
    /// The title is too long or empty.
    BadTitle { most: Count, example: Code };
    /// Nobody is invited before the programme has been started.
    WhenStarted { title: Translations, at: Moment, start: Code };

    /// Shows a leader what is about to change, and how many are told.
    EchoMove { draft: DraftId, title: Translations, from: Moment, at: Moment, count: Count }
        [yes => Press::Confirm(*draft), no => Press::Discard(*draft)];
    /// The same where it had no time.
    EchoTime { draft: DraftId, title: Translations, at: Moment }
        [yes => Press::Confirm(*draft), no => Press::Discard(*draft)];
    /// The same of its place.
    EchoPlace { draft: DraftId, title: Translations, at: Moment, place: Words, count: Count }
        [yes => Press::Confirm(*draft), no => Press::Discard(*draft)];
    /// The same of whom it is for.
    EchoAudience { draft: DraftId, title: Translations, only: Line, count: Count }
        [yes => Press::Confirm(*draft), no => Press::Discard(*draft)];
    /// The same of calling it off.
    EchoCancel { draft: DraftId, title: Translations, count: Count }
        [yes => Press::Confirm(*draft), no => Press::Discard(*draft)];
    /// With a changed file it would be called off.
    WouldEnd { number: Count, title: Translations };
    /// It can't be that long.
    BadLength { least: Count, most: Count };
    /// It is changed.
    Changed { title: Translations, number: Count, lines: Lines };
    /// It is called off, says the bot to the leader who did it.
    Cancelled { title: Translations, number: Count };
    /// It isn't understood what shall change.
    WhatToEdit { number: Count, lines: Lines };
    /// Something that can be changed.
    CanEdit { edit: Code };
    /// It can't be changed any longer.
    IsOver { number: Count };
    /// The last day to answer would come after it.
    AnswerByTooLate { on: civil::Date };
    /// It isn't understood for how many it is, or how long.
    BadNumber { least: Count, most: Count };

    /// One of a programme's group sessions, for a leader.
    Show { number: Count, title: Translations, when: Line, lines: Lines, edit: Code };
    /// A leader's list of them.
    LeaderList { programme: Name, lines: Lines, create: Code };
    /// There are none.
    LeaderListEmpty { programme: Name, create: Code };
    /// One of them, for a leader.
    LeaderItem { number: Count, title: Translations, when: Line, counts: Line };
    /// When it is.
    At { at: Moment };
    /// It has no time yet.
    NoTime;
    /// It has no time yet, and is wanted in that week, which begins that day.
    NoTimeWeek { week: Count, on: civil::Date };
    /// People aren't invited yet.
    NotInvited;
    /// People will be invited that day.
    InvitedOn { on: civil::Date };
    /// How many come, don't, perhaps do, and have not answered.
    Counts { yes: Count, no: Count, maybe: Count, silent: Count };
    /// The same, where some wait.
    CountsWaiting { yes: Count, waiting: Count, no: Count, maybe: Count, silent: Count };
    /// How many were there.
    Came { count: Count };
    /// It is called off, in a list.
    Off;
    /// Who comes.
    Yes { names: Vec<String> };
    /// Who waits, in their order.
    Queue { names: Vec<String> };
    /// Who perhaps comes.
    Maybes { names: Vec<String> };
    /// Who doesn't come.
    Noes { names: Vec<String> };
    /// Who hasn't answered.
    Silent { names: Vec<String> };

    /// How a leader notes who came.
    Attendance { title: Translations, code: Code, here: Code, note: Code, lines: Lines };
    /// Who has come so far.
    CameNames { names: Vec<String> };
    /// Nobody is noted yet.
    CameNobody;
    /// It is noted who came.
    AttendanceNoted { title: Translations, names: Vec<String> };
    /// It hasn't begun, so that nobody can have come.
    NotYet { title: Translations };

    /// The text goes out.
    MaterialSent { title: Translations, count: Count };

    /// Leaders are asked for a time.
    AskTime { title: Translations, week: Count, on: civil::Date, edit: Code };

    /// This is where the programme's group sessions are announced.
    ChannelSet { programme: Name };
    /// They are announced there no longer.
    ChannelOff { programme: Name };
    /// It has to be said in a channel or room.
    ChannelWhere { command: Code };

    /// What calendars call it.
    CalendarTitle { title: Translations, programme: Name };
}

/// What has to be so for a message to be of use when it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// Whoever gets it hasn't settled whether they come.
    Answer,
    /// They have a place.
    Place,
    /// It is as the message says, whoever gets it.
    Nothing,
}

impl GatheringSays {
    /// Which group session it is about, when that was to begin, and what has to be so for it to be of
    /// use when it leaves. None if it is of use whatever happens.
    #[expect(clippy::wildcard_enum_match_arm, reason = "most are answers")]
    pub const fn awaits(&self) -> Option<(GatheringId, Moment, Awaited)> {
        match self {
            Self::Invite { gathering, at, .. } | Self::AskAgain { gathering, at, .. } => {
                Some((*gathering, *at, Awaited::Answer))
            }
            Self::InAWeek { gathering, at, .. }
            | Self::Tomorrow { gathering, at, .. }
            | Self::InAnHour { gathering, at, .. }
            | Self::MovedUp { gathering, at, .. } => Some((*gathering, *at, Awaited::Place)),
            Self::Moved { gathering, at, .. }
            | Self::Elsewhere { gathering, at, .. }
            | Self::Announced { gathering, at, .. }
            | Self::AnnouncedMoved { gathering, at, .. } => {
                Some((*gathering, *at, Awaited::Nothing))
            }
            _ => None,
        }
    }

    /// The group session that it asks about.
    #[expect(clippy::wildcard_enum_match_arm, reason = "one button says it")]
    pub fn asks_about(&self) -> Option<GatheringId> {
        self.offers().iter().find_map(|offer| match offer.press {
            Press::Attend(gathering, _) => Some(gathering),
            _ => None,
        })
    }

    /// The group session for whose time there is a file for calendars, and whether it is taken out of
    /// them.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few go into calendars")]
    pub const fn for_calendar(&self) -> Option<GatheringId> {
        match self {
            Self::Coming { gathering, .. }
            | Self::MovedUp { gathering, .. }
            | Self::Moved { gathering, .. }
            | Self::Elsewhere { gathering, .. }
            | Self::CalledOff { gathering, .. } => Some(*gathering),
            _ => None,
        }
    }
}
