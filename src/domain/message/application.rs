//! What is said about applying to a programme.

use jiff::civil;

use super::{Code, Count, Label, Line, Lines, Name, Offer, Value, Words};
use crate::domain::{
    application::{Application, ApplicationState},
    ids::{ApplicationId, DraftId},
    press::{Move, Press},
};

says! {
    /// About applying to a programme.
    ApplicationSays "application"
    /// Several programmes take applications.
    WhichProgramme { lines: Lines };
    /// Some programmes take applications, for strangers who say hello.
    CanApply { lines: Lines };
    /// One of those, and what to type.
    OpenItem { programme: Name, apply: Code };
    /// No programme takes applications.
    NoneOpen;
    /// This one doesn't, or not any longer.
    NotOpen { programme: Name };
    /// Whoever takes part already needn't apply.
    TakesPart { programme: Name };
    /// The conversation goes on where nobody else listens.
    InDirect;

    /// Asks as what they want to take part.
    AskRole { draft: DraftId, programme: Name }
        [adept => Press::Choose(*draft, 0), mentor => Press::Choose(*draft, 1)];
    /// The same, with what the programme is for.
    AskRoleFor { draft: DraftId, programme: Name, purpose: Words }
        [adept => Press::Choose(*draft, 0), mentor => Press::Choose(*draft, 1)];
    /// A guardian has to consent before anything is asked.
    AskConsent { draft: DraftId, programme: Name, leaders: Vec<Name>, number: Count }
        [back => Press::Step(*draft, Move::Back)];
    /// A guardian has, and they can go on.
    ConsentGiven { programme: Name, apply: Code };
    /// Tells leaders that a guardian's consent is waited for.
    ConsentWanted { application: ApplicationId, name: Name, programme: Name, number: Count, record: Code };
    /// Asks whether they accept what the organiser does with what they write.
    AskNotice { draft: DraftId, programme: Name, words: Words, version: Name }
        [
            accept => Press::Step(*draft, Move::On),
            refuse => Press::Discard(*draft),
            back => Press::Step(*draft, Move::Back),
        ];
    /// Asks what they are called.
    AskName { draft: DraftId, known: Name }
        [keep => Press::Step(*draft, Move::On), back => Press::Step(*draft, Move::Back)];
    /// Asks for one of several options.
    AskChoice { draft: DraftId, number: Count, of: Count, words: Words, options: Vec<Name>, optional: bool }
        + self::options(*draft, options, *optional, "skip");
    /// Asks for some of several options.
    AskChoices { draft: DraftId, number: Count, of: Count, words: Words, options: Vec<Name>, optional: bool }
        + self::options(*draft, options, *optional, "skip");
    /// The same, once some are chosen.
    AskMore { draft: DraftId, number: Count, of: Count, words: Words, options: Vec<Name>, chosen: Vec<Name> }
        + self::options(*draft, options, true, "done");
    /// Asks for own words.
    AskText { draft: DraftId, number: Count, of: Count, words: Words, optional: bool }
        + self::options(*draft, &[], *optional, "skip");
    /// Asks for a number.
    AskNumber { draft: DraftId, number: Count, of: Count, words: Words, least: Count, most: Count, optional: bool }
        + self::options(*draft, &[], *optional, "skip");
    /// Asks for things in own words.
    AskTopics { draft: DraftId, number: Count, of: Count, words: Words, optional: bool }
        + self::options(*draft, &[], *optional, "skip");

    /// It is none of the options.
    NotAmongThem;
    /// It is no number that fits.
    NoNumber { least: Count, most: Count };
    /// It is more than is kept.
    TooMany { most: Count };
    /// There is nothing in it.
    Nothing;

    /// Everything that was answered, before it is sent.
    Summary { draft: DraftId, programme: Name, role: Line, name: Name, lines: Lines }
        [send => Press::Step(*draft, Move::On), back => Press::Step(*draft, Move::Back)];
    /// The same, once it is sent.
    SummarySent { programme: Name, role: Line, name: Name, lines: Lines, withdraw: Code };
    /// A question and its answer.
    SummaryItem { number: Count, question: Words, answer: Vec<Words> };
    /// A question that was passed over.
    SummarySkipped { number: Count, question: Words };
    /// The application has arrived.
    Receipt { programme: Name, number: Count, lines: Lines };
    /// The last day to change it.
    UntilThen { on: civil::Date, apply: Code };
    /// When they hear.
    HearsBy { on: civil::Date };
    /// How to take it back.
    CanWithdraw { withdraw: Code };
    /// It has arrived, and is with the leaders.
    WithLeaders { programme: Name, lines: Lines };
    /// It is begun, and can be gone on with.
    OnlyBegun { programme: Name, apply: Code };
    /// An answer is changed that was sent before.
    Changed { question: Words };
    /// The notice wasn't accepted, so nothing is kept.
    NothingKept;

    /// Reminds somebody who has begun.
    LastDayNear { application: ApplicationId, programme: Name, on: civil::Date, apply: Code, erased_on: civil::Date };
    /// Tells leaders that nobody can apply any longer.
    LastDayPassed { programme: Name, count: Count, list: Code };
    /// The same, with the day until which everybody hears.
    LastDayPassedUntil { programme: Name, count: Count, result_on: civil::Date, list: Code };

    /// Asks once more before an application is erased.
    WithdrawSure { draft: DraftId, programme: Name }
        [withdraw => Press::Confirm(*draft), keep => Press::Discard(*draft)];
    /// It is erased.
    Withdrawn { programme: Name };
    /// Whoever is in a pair can't just take it back.
    InPair { programme: Name };
    /// There is nothing to take back.
    NothingToWithdraw;

    /// Tells a leader that people can apply now.
    Opened { programme: Name, close: Code };
    /// What a leader can put where people see it.
    Invitation { programme: Name, apply: Code };
    /// The same with the last day.
    InvitationBefore { programme: Name, apply: Code, closes_on: civil::Date };
    /// The same with what the programme is for.
    InvitationFor { programme: Name, purpose: Words, apply: Code };
    /// The same, also with the last day.
    InvitationUntil { programme: Name, purpose: Words, apply: Code, closes_on: civil::Date };
    /// The programme's file says nothing about applying.
    NoQuestions { show: Code };
    /// The last day has passed.
    PastLastDay { closes_on: civil::Date, show: Code };
    /// Nobody can apply any longer.
    Closed { programme: Name, count: Count };
    /// Nobody could anyway.
    NotOpenAnyway { programme: Name };
}

impl ApplicationSays {
    /// The application of which something is still to be done, if that is what it says.
    pub const fn waits_for(&self) -> Option<ApplicationId> {
        if let Self::ConsentWanted { application, .. } | Self::LastDayNear { application, .. } =
            self
        {
            return Some(*application);
        }
        None
    }

    /// Whether it hasn't been done meanwhile.
    pub fn is_awaited(&self, application: &Application) -> bool {
        let is_consent = matches!(self, Self::ConsentWanted { .. });
        application.state == ApplicationState::Begun
            && !(is_consent && application.consent.is_some())
    }
}

/// The buttons of a question: its options, going on without one of them, and going back.
fn options(draft: DraftId, options: &[Name], may_go_on: bool, on: &'static str) -> Vec<Offer> {
    let choose = |(nth, option): (u8, &Name)| {
        let label = Label::Words(Value::Text(option.clone()));
        Offer { label, press: Press::Choose(draft, nth) }
    };
    let mut offers: Vec<_> = (0..).zip(options).map(choose).collect();
    let step = |label, press| Offer { label: Label::Attribute(label, vec![]), press };
    if may_go_on {
        offers.push(step(on, Press::Step(draft, Move::On)));
    }
    offers.push(step("back", Press::Step(draft, Move::Back)));
    offers
}
