//! What is said about meetings.

use jiff::civil;

use super::{Code, Count, Lines, Name, Offer, Value, Which, Words};
use crate::domain::{
    ids::{DraftId, MeetingId, PairId},
    impression::{Feeling, Fit},
    moment::Moment,
    press::{Move, Press},
};

says! {
    /// About a pair's meetings.
    MeetingSays "meeting"
    /// Several times were named at once.
    OneAtATime { example: Code };
    /// Asks for the time of what has been booked.
    AskWhen { pair: PairId, with: Name } [later => Press::TellLater(*pair)];
    /// Asks for a new time after a meeting that wasn't held.
    AskNewTime { pair: PairId, with: Name } [
        booked => Press::Booked(*pair), not_yet => Press::NotYet(*pair),
    ];
    /// They will say later when it is.
    TellLater { command: Code };
    /// They'll be asked again, not before that day.
    NoHurry { on: civil::Date };
    /// They have answered that already.
    Known;

    /// Their next meeting is booked already, by either of them.
    AlreadyBooked { at: Moment };
    /// The same, where nobody has told when.
    AlreadyBookedSometime;
    /// They say that they met, and only meetings to come are known: asks whether it was today.
    EchoMet { draft: DraftId, with: Name, at: Moment } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];

    /// Shows what is about to be booked.
    Echo { draft: DraftId, with: Name, at: Moment } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// The same, with the place.
    EchoPlace { draft: DraftId, with: Name, at: Moment, place: Words } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// Shows several meetings that are about to be booked.
    EchoSeveral { draft: DraftId, with: Name, count: Count, lines: Lines } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// The same, with the place.
    EchoSeveralPlace { draft: DraftId, with: Name, count: Count, lines: Lines, place: Words } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// A time among several.
    Time { at: Moment };
    /// Shows what is about to be moved.
    EchoMove { draft: DraftId, with: Name, from: Moment, at: Moment } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// Shows what is about to be moved, where others follow it at the same time.
    EchoMoveRow { draft: DraftId, with: Name, from: Moment, at: Moment, followers: Count } [
        one => Press::Choose(*draft, 1), all => Press::Choose(*draft, 0),
        no => Press::Discard(*draft),
    ];
    /// Days that were left out of a row of meetings, since the programme rests then.
    LeftOut { lines: Lines };
    /// It isn't understood until when meetings come again.
    NoEnd;
    /// Days on which the programme rests, and on which a meeting would be all the same.
    RestDays { lines: Lines };
    /// A day among several.
    Day { on: civil::Date };
    /// They already meet somebody else then.
    OwnClash { with: Name, at: Moment };
    /// The other of the two has another meeting then.
    TheirClash { with: Name, at: Moment };
    /// Shows what is about to be cancelled.
    EchoCancel { draft: DraftId, with: Name, at: Moment } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// It is booked.
    Booked { with: Name, at: Moment, number: Count };
    /// They are booked.
    BookedSeveral { with: Name, lines: Lines };
    /// It is moved.
    Moved { with: Name, at: Moment, number: Count };
    /// They are moved.
    MovedSeveral { with: Name, lines: Lines };
    /// It is cancelled.
    Cancelled { with: Name, at: Moment };
    /// What had no time is cancelled.
    CancelledSometime { with: Name };
    /// It has not begun, or was cancelled, so that it can't have been held.
    NotYetHeld { number: Count };
    /// Nothing was done.
    LeftAsItWas;

    /// Tells both that one of them has booked.
    PairBooked { by: Name, at: Moment, which: Which };
    /// The same, with the place.
    PairBookedPlace { by: Name, at: Moment, place: Words, which: Which };
    /// Tells both that one of them has booked several meetings.
    PairBookedSeveral { by: Name, lines: Lines, which: Vec<Which> };
    /// The same, with the place.
    PairBookedSeveralPlace { by: Name, lines: Lines, place: Words, which: Vec<Which> };
    /// Tells both that one of them has moved a meeting.
    PairMoved { by: Name, from: Moment, at: Moment, which: Which };
    /// Tells both that one of them has moved several meetings.
    PairMovedSeveral { by: Name, lines: Lines, which: Vec<Which> };
    /// Tells both that one of them has cancelled a meeting.
    PairCancelled { by: Name, at: Moment, which: Which };
    /// What calendars call a meeting.
    CalendarTitle { mentor: Name, adept: Name };
    /// Tells both that one of them has cancelled a meeting whose time nobody had told.
    PairCancelledSometime { by: Name };
    /// Tells both that one of them says that it is booked, without the time.
    PairBookedSometime { by: Name };

    /// Reminds one of the two a day before, with what may help them prepare.
    Tomorrow { with: Name, at: Moment, lines: Lines };
    /// The same, with the place.
    TomorrowPlace { with: Name, at: Moment, place: Words, lines: Lines };
    /// Reminds one of the two an hour before.
    InAnHour { with: Name, at: Moment };
    /// The same, with the place.
    InAnHourPlace { with: Name, at: Moment, place: Words };

    /// Passes on a proposed time.
    Proposal { draft: DraftId, by: Name, at: Moment } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// The same, with the place.
    ProposalPlace { draft: DraftId, by: Name, at: Moment, place: Words } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// The proposal is on its way.
    Proposed { with: Name, at: Moment };
    /// The other one can't.
    ProposalDeclined { by: Name, at: Moment };
    /// The decline is passed on.
    DeclinePassedOn { with: Name };

    /// Times at which both can, for one of them to offer to the other.
    SuitBoth { draft: DraftId, with: Name, lines: Lines } [
        yes => Press::Confirm(*draft), others => Press::Step(*draft, Move::On),
        no => Press::Discard(*draft),
    ];
    /// There is no such time, or no more of them.
    NothingSuits { with: Name, command: Code };
    /// They have seen so many times that they'd better talk about it.
    EnoughTimes { with: Name, command: Code };
    /// The time that they choose has been taken meanwhile.
    NoLongerFree { at: civil::DateTime };
    /// Passes on times that suit both.
    Offer { draft: DraftId, by: Name, times: Vec<civil::DateTime> } + offered(*draft, times);
    /// The offer is on its way.
    Offered { with: Name };
    /// That none of the times suits is passed on.
    NoneSuitsPassedOn { with: Name };
    /// None of the times suits the other one.
    OfferDeclined { by: Name };

    /// A meeting that should have been while somebody was away.
    MissedMeeting { with: Name, at: Moment };
    /// The next one, for somebody who was away.
    ComingMeeting { with: Name, at: Moment };

    /// The meetings to come and the latest one held.
    List { lines: Lines };
    /// There are none.
    NoMeetings { command: Code };
    /// A meeting to come, in a list.
    Item { number: Count, with: Name, at: Moment };
    /// The same, with the place.
    ItemPlace { number: Count, with: Name, at: Moment, place: Words };
    /// A meeting to come whose time nobody has told.
    ItemSometime { number: Count, with: Name };
    /// A meeting that was held.
    ItemHeld { number: Count, with: Name, on: civil::Date };
    /// A meeting that was not held.
    ItemNotHeld { number: Count, with: Name, on: civil::Date };
    /// A line of it: nobody has said whether it was held.
    ItemUnanswered { number: Count, with: Name, on: civil::Date };
    /// A meeting that was cancelled.
    ItemCancelled { number: Count, with: Name, on: civil::Date };

    /// There is no meeting with that number.
    NoSuchMeeting { number: Count };
    /// That meeting is not to come.
    NotToCome { number: Count };
    /// There is already a meeting at that time.
    SameTime { at: civil::DateTime };
    /// There can't be more.
    TooMany { most: Count };
    /// The programme has ended by then.
    AfterTheEnd { at: civil::DateTime, ends_on: civil::Date };

    /// Thanks for a meeting that was held.
    HeldThanks { with: Name };
    /// The same, where there is no next one.
    HeldLast { with: Name };
    /// The same, where the next one is booked.
    HeldAndBooked { with: Name, at: Moment };
    /// Asks how a meeting felt.
    AskFeeling { meeting: MeetingId, with: Name } [
        very_good => Press::Felt(*meeting, Feeling::VeryGood),
        good => Press::Felt(*meeting, Feeling::Good),
        okay => Press::Felt(*meeting, Feeling::Okay),
        not_so_good => Press::Felt(*meeting, Feeling::NotSoGood),
        unsaid => Press::Felt(*meeting, Feeling::Unsaid),
    ];
    /// Asks a mentor how it is working out.
    AskFitMentor { meeting: MeetingId, with: Name } [
        well => Press::Fits(*meeting, Fit::Well),
        acquainting => Press::Fits(*meeting, Fit::Acquainting),
        not_well => Press::Fits(*meeting, Fit::NotWell),
        talk => Press::Fits(*meeting, Fit::Talk),
    ];
    /// Asks an adept how it is working out.
    AskFitAdept { meeting: MeetingId, with: Name } [
        well => Press::Fits(*meeting, Fit::Well),
        acquainting => Press::Fits(*meeting, Fit::Acquainting),
        not_well => Press::Fits(*meeting, Fit::NotWell),
        talk => Press::Fits(*meeting, Fit::Talk),
    ];
    /// Thanks for an answer.
    Noted;
    /// Thanks for saying that a meeting wasn't good.
    FeltBad { contact: Code };
    /// Leaders hear that it isn't working well, and nobody else.
    FitToldLeaders { with: Name, contact: Code };
    /// Takes note that they have a new time, and asks for it.
    RebookedWhen { pair: PairId, with: Name } [later => Press::TellLater(*pair)];
    /// They are taking a break.
    TakingABreak { resume: Code, until: Code };

    /// That was no time.
    NotATime { example: Code };
    /// A day without a time.
    WhichTimeOfDay { on: civil::Date };
    /// A time without a day.
    WhichDay { example: Code };
    /// There is no such day.
    NoSuchDay { said: Words };
    /// There is no such time of day.
    NoSuchTime { said: Words };
    /// It has passed.
    Past { at: civil::DateTime };
    /// It is too far away.
    TooFar { at: civil::DateTime };
    /// It can mean two days, and the time of day is missing as well.
    WhichOfTwoDays { first: civil::Date, second: civil::Date };
    /// It can mean two days.
    WhichOfTwo { draft: DraftId, times: Vec<civil::DateTime> } + one_each(*draft, times);
    /// What comes after the time is too long for a place.
    PlaceTooLong { most: Count };
}

/// The times, and that none of them suits.
fn offered(draft: DraftId, times: &[civil::DateTime]) -> Vec<Offer> {
    let mut offers = one_each(draft, times);
    let none = super::Label::Attribute("none", vec![]);
    offers.push(Offer { label: none, press: Press::Discard(draft) });
    offers
}

fn one_each(draft: DraftId, times: &[civil::DateTime]) -> Vec<Offer> {
    let offer = |(nth, at): (u8, &civil::DateTime)| Offer {
        label: super::Label::Words(Value::Clock(*at)),
        press: Press::Choose(draft, nth),
    };
    (0..).zip(times).map(offer).collect()
}

impl super::value::Shown for Vec<civil::DateTime> {
    fn shown(&self) -> Value {
        Value::Hidden
    }
}

impl MeetingSays {
    /// The pair whose time it asks for.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few of the many ask for a time")]
    pub const fn pair(&self) -> Option<PairId> {
        match self {
            Self::AskWhen { pair, .. }
            | Self::AskNewTime { pair, .. }
            | Self::RebookedWhen { pair, .. } => Some(*pair),
            _ => None,
        }
    }

    /// The meetings that calendars are to know of.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few of the many change a calendar")]
    pub fn for_calendars(&self) -> Vec<Which> {
        match self {
            Self::PairBooked { which, .. }
            | Self::PairBookedPlace { which, .. }
            | Self::PairMoved { which, .. }
            | Self::PairCancelled { which, .. } => vec![*which],
            Self::PairBookedSeveral { which, .. }
            | Self::PairBookedSeveralPlace { which, .. }
            | Self::PairMovedSeveral { which, .. } => which.clone(),
            _ => vec![],
        }
    }
}
