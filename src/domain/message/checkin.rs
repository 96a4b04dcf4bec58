//! What is said about check-ins.

use jiff::civil;

use super::{Code, Count, Label, Line, Lines, Message, Name, Offer, Tenths, Value, Words};
use crate::domain::{
    ids::{DraftId, PersonId, RoundId},
    locale::Translations,
    press::Press,
};

says! {
    /// About check-ins.
    CheckInSays "checkin"
    /// Asks how far something is true.
    AskAgree { round: RoundId, nth: Count, intro: Line, question: Line, sees: Line } [
        one => Press::Rate(*round, *nth, Some(1)), two => Press::Rate(*round, *nth, Some(2)),
        three => Press::Rate(*round, *nth, Some(3)), four => Press::Rate(*round, *nth, Some(4)),
        five => Press::Rate(*round, *nth, Some(5)), unsaid => Press::Rate(*round, *nth, None),
    ];
    /// Asks how many times something was.
    AskTimes { round: RoundId, nth: Count, intro: Line, question: Line, sees: Line } [
        none => Press::Rate(*round, *nth, Some(0)), once => Press::Rate(*round, *nth, Some(1)),
        twice => Press::Rate(*round, *nth, Some(2)), more => Press::Rate(*round, *nth, Some(3)),
        unsaid => Press::Rate(*round, *nth, None),
    ];
    /// Asks for own words.
    AskWords { round: RoundId, nth: Count, draft: DraftId, intro: Line, question: Line, sees: Line }
        [skip => Press::Rate(*round, *nth, None)];
    /// Asks how near somebody is.
    AskNearness { round: RoundId, nth: Count, intro: Line, question: Line, sees: Line } [
        one => Press::Rate(*round, *nth, Some(1)), two => Press::Rate(*round, *nth, Some(2)),
        three => Press::Rate(*round, *nth, Some(3)), four => Press::Rate(*round, *nth, Some(4)),
        five => Press::Rate(*round, *nth, Some(5)), unsaid => Press::Rate(*round, *nth, None),
    ];
    /// Asks how satisfied somebody is.
    AskSatisfaction { round: RoundId, nth: Count, intro: Line, question: Line, sees: Line } [
        one => Press::Rate(*round, *nth, Some(1)), two => Press::Rate(*round, *nth, Some(2)),
        three => Press::Rate(*round, *nth, Some(3)), four => Press::Rate(*round, *nth, Some(4)),
        five => Press::Rate(*round, *nth, Some(5)), unsaid => Press::Rate(*round, *nth, None),
    ];
    /// Asks for a number from 0 to 10.
    AskTen { round: RoundId, nth: Count, intro: Line, question: Line, sees: Line }
        + numbers(*round, *nth, 10);
    /// Asks for yes or no.
    AskYesNo { round: RoundId, nth: Count, intro: Line, question: Line, sees: Line } [
        yes => Press::Rate(*round, *nth, Some(1)), no => Press::Rate(*round, *nth, Some(0)),
        unsaid => Press::Rate(*round, *nth, None),
    ];
    /// Asks what somebody has gained.
    AskGains { round: RoundId, nth: Count, intro: Line, question: Line, sees: Line, options: Lines }
        + gains(*round, *nth, options);
    /// Asks what else they have gained. What they have chosen is put in when it leaves, and stored
    /// nowhere but among their answers.
    AskMoreGains { round: RoundId, nth: Count, person: PersonId, chosen: Lines, options: Lines }
        + gains(*round, *nth, options);
    /// Something that can be ticked.
    Gain { words: Translations };
    /// Nothing is ticked.
    NothingTicked;
    /// Begins a round.
    Intro { programme: Name, count: Count, until: civil::Date };
    /// Reminds somebody of one.
    IntroAgain { programme: Name, until: civil::Date };
    /// Begins the round of the start.
    IntroStart { programme: Name, count: Count, until: civil::Date };
    /// Begins the round of halftime.
    IntroHalftime { programme: Name, count: Count, until: civil::Date };
    /// Begins the round of the close.
    IntroClose { programme: Name, count: Count, until: civil::Date };
    /// Begins the round some months later.
    IntroFollowUp { programme: Name, count: Count, until: civil::Date };
    /// Only the words are left to be answered.
    WordsLeft { programme: Name, until: civil::Date, checkin: Code };
    /// Which question of how many it is.
    Place { number: Count, of: Count };
    /// Whether they can talk about what matters.
    Trust;
    /// Whether the meetings help, to an adept.
    UseAdept;
    /// Whether the meetings help, to a mentor.
    UseMentor;
    /// How often the two have met.
    Met { since: civil::Date };
    /// Whether they know what they will talk about next.
    Direction;
    /// Whether they get the support that they need.
    Support;
    /// Whether there is something that leaders should know.
    Open;
    /// How close they are to what they want to achieve.
    Baseline;
    /// How satisfied they are so far.
    SoFar;
    /// How satisfied they are with the whole.
    Satisfied;
    /// How likely they are to recommend the programme.
    Recommend;
    /// What they have gained.
    Gains;
    /// What should be changed.
    Better;
    /// Something to quote.
    Quote;
    /// Whether they are still in touch.
    InTouch;
    /// In results: how far adepts came with their goals.
    Goals;
    /// In results: how meetings felt.
    Felt;
    /// In results: how many get on.
    Fit;
    /// Something of the programme's own.
    Own { words: Translations };
    /// Leaders see the answer and the name.
    SeenByLeaders;
    /// Nobody sees whose it is.
    SeenByNobody { threshold: Count };
    /// The same, where it is answered in one's own words.
    WordsSeenByNobody { threshold: Count };
    /// It may be quoted.
    SeenAsQuote { threshold: Count };

    /// They have answered everything.
    Done { until: civil::Date, change: Code };
    /// They have answered everything; asks which answer they want to change.
    WhichToChange { round: RoundId, until: civil::Date, count: Count, lines: Lines }
        + (0..*count).map(|nth| super::Offer::saying(
            (nth + 1).to_string(), Press::AskAgain(*round, nth),
        )).collect::<Vec<_>>();
    /// A question among several.
    Item { number: Count, question: Line };
    /// It has closed.
    Closed { on: civil::Date };
    /// There is none.
    NoneNow;
    /// Where everybody can see it, or it isn't encrypted, nothing is taken.
    NotByReaction;

    /// Leaders have opened one.
    Opened { number: Count, count: Count, until: civil::Date, names: Line };
    /// One is open already.
    AlreadyOpen { number: Count, until: civil::Date };
    /// It would be anonymous, and another has just closed.
    TooSoon { number: Count, on: civil::Date };
    /// One that should have opened by itself didn't, because of another.
    LeftOut { programme: Name, number: Count, open: Code };
    /// Nobody could answer.
    NobodyToAsk { programme: Name };
    /// What is anonymous needs a key.
    NeedsKey;
    /// It isn't asked for with names.
    NamesShown;
    /// It is asked for without names.
    NamesHidden { threshold: Count };
    /// None is open.
    NoneOpen { open: Code };
    /// Asks whether one is to be closed now.
    CloseSure { draft: DraftId, number: Count, until: civil::Date, done: Count, count: Count } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// It is closed.
    ClosedNow { number: Count, results: Code };
    /// Results come when it closes.
    ResultsLater { number: Count, until: civil::Date, done: Count, count: Count };
    /// There are none yet.
    NoResults { programme: Name, open: Code };
    /// There is no such round.
    NoSuchRound { number: Count };
    /// What shows.
    Results { programme: Name, number: Count, on: civil::Date, answered: Count, asked: Count, lines: Lines };
    /// It was held at the start.
    OfStart;
    /// It was held at halftime.
    OfHalftime;
    /// It was held at the close.
    OfClose;
    /// It was held some months later.
    OfFollowUp;
    /// A question, and what it comes to.
    Result { question: Line, cell: Line };
    /// The mean of a group.
    Part { part: Line, cell: Line };
    /// The mean.
    Mean { mean: Tenths, count: Count };
    /// The part of those who said yes.
    Share { percent: Count, count: Count };
    /// Too few have answered.
    TooFew { threshold: Count };
    /// Too few have answered, or all alike: it isn't said which.
    NotShown { threshold: Count };
    /// Nobody has written anything, or nothing that this leader may read.
    NothingSaid;
    /// Whether the meetings help, to those who read the results.
    UseResults;
    /// How often the two have met, to those who read the results.
    MetResults;
    /// Those who were at a group session.
    WasThere { title: Translations };
    /// Those who weren't.
    WasElsewhere { title: Translations };
    /// The mentors.
    Mentors;
    /// The adepts.
    Adepts;
    /// Those of an organisation.
    Organisation { name: Words };
    /// Those of whom no organisation is known.
    NoOrganisation;
    /// A question that was answered in people's own words.
    Heard { question: Line };
    /// What somebody has said.
    Voice { words: Words };
    /// What somebody has said, with their name.
    VoiceOf { name: Name, words: Words };
    /// Tells leaders that one has closed.
    ResultsReady { programme: Name, number: Count, answered: Count, asked: Count, results: Code };
}

impl CheckInSays {
    /// The round of which it asks a question.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few ask")]
    pub const fn asks_about(&self) -> Option<RoundId> {
        match self {
            Self::AskAgree { round, .. }
            | Self::AskTimes { round, .. }
            | Self::AskWords { round, .. }
            | Self::AskNearness { round, .. }
            | Self::AskSatisfaction { round, .. }
            | Self::AskTen { round, .. }
            | Self::AskYesNo { round, .. }
            | Self::AskGains { round, .. }
            | Self::AskMoreGains { round, .. }
            | Self::WhichToChange { round, .. } => Some(*round),
            _ => None,
        }
    }

    /// What it asks, where it asks a question.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few ask")]
    pub const fn question(&self) -> Option<&Message> {
        match self {
            Self::AskAgree { question, .. }
            | Self::AskTimes { question, .. }
            | Self::AskWords { question, .. }
            | Self::AskNearness { question, .. }
            | Self::AskSatisfaction { question, .. }
            | Self::AskTen { question, .. }
            | Self::AskYesNo { question, .. }
            | Self::AskGains { question, .. } => Some(question),
            _ => None,
        }
    }
}

/// A button for each number from 0 on.
fn numbers(round: RoundId, nth: Count, most: i64) -> Vec<Offer> {
    let number =
        |value: i64| Offer::saying(value.to_string(), Press::Rate(round, nth, Some(value)));
    (0..=most).map(number).chain([unsaid(round, nth)]).collect()
}

/// A button for each thing that can be ticked.
fn gains(round: RoundId, nth: Count, options: &Lines) -> Vec<Offer> {
    let tick = |(at, option): (i64, &Message)| Offer {
        label: Label::Words(Value::Message(Box::new(option.clone()))),
        press: Press::Tick(round, nth, at),
    };
    let done = Offer { label: Label::Attribute("done", vec![]), press: Press::Ticked(round, nth) };
    (0..).zip(options).map(tick).chain([done, unsaid(round, nth)]).collect()
}

const fn unsaid(round: RoundId, nth: Count) -> Offer {
    Offer { label: Label::Attribute("unsaid", vec![]), press: Press::Rate(round, nth, None) }
}
