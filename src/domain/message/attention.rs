//! What a leader should look at.

use jiff::civil;

use super::{Code, Count, Line, Lines, Name, Words};
use crate::domain::{
    ids::{CaseId, DraftId},
    moment::Moment,
    press::Press,
};

says! {
    /// What a leader should look at.
    AttentionSays "attention"
    /// A pair that a leader should look at.
    Pair { case: CaseId, number: Count, mentor: Name, adept: Name, level: Line, why: Line, ready: Words } [
        write => Press::CaseWrite(*case), done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// Somebody whom a leader should write to.
    Person { case: CaseId, programme: Name, level: Line, why: Line, ready: Words } [
        write => Press::CaseWrite(*case), done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// Somebody who asks for a leader, and has been promised an answer.
    Help { case: CaseId, programme: Name, why: Line, by: civil::Date, ready: Words } [
        write => Press::CaseWrite(*case), done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// The day has passed on which they were promised one.
    HelpOverdue { case: CaseId, programme: Name, why: Line, by: civil::Date, ready: Words } [
        write => Press::CaseWrite(*case), done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// Somebody who can't be reached.
    Unreachable { case: CaseId, name: Name, programme: Name } [
        done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// Somebody has left where the programme takes place.
    Left { case: CaseId, name: Name, programme: Name } [
        done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// Applicants who expect to hear.
    LettersDue { case: CaseId, programme: Name, on: civil::Date, open: Count, untold: Count, list: Code, send: Code } [
        done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// A programme that hasn't been started.
    NotStarted { case: CaseId, programme: Name, on: civil::Date, pairs: Count, start: Code } [
        done => Press::CaseDone(*case),
    ];
    /// What there is in a week, for those who haven't asked.
    Digest { programme: Name, red: Count, yellow: Count, lines: Lines, attention: Code };

    /// It can't wait.
    Red;
    /// It wants an eye on it.
    Yellow;

    /// Why: no meeting is booked.
    WhyNotBooked { since: civil::Date, asked: Count };
    /// Why: there are few dates.
    WhyFewDates { since: civil::Date, dates: Count, wanted: Count };
    /// Why: nobody has said that they met.
    WhyNoMeeting { since: civil::Date };
    /// The same, where the next meeting is booked.
    WhyNoMeetingBooked { since: civil::Date, next: Moment };
    /// Why: they haven't answered whether they met.
    WhyNoAnswer { on: civil::Date };
    /// Why: they remember differently.
    WhyFactsDiffer { on: civil::Date };
    /// Why: there is no goal.
    WhyNoGoal { since: civil::Date };
    /// Why: one of them is silent.
    WhySilent { name: Name, with: Name, since: civil::Date };
    /// Why: one of them is silent, and is missed.
    WhyMissed { name: Name, with: Name, since: civil::Date };
    /// Why: it isn't working well.
    WhyBadFit { name: Name, with: Name, on: civil::Date };
    /// Why: somebody has written.
    WhyWords { name: Name, words: Words };
    /// Why: somebody wants to talk.
    WhyTalk { name: Name };
    /// Why: somebody wants another mentor or adept.
    WhyRematch { name: Name };
    /// Why: somebody wants to stop.
    WhyStop { name: Name };
    /// Why: somebody says that they hear nothing from the other.
    WhyUnheard { name: Name, on: civil::Date };
    /// Why: somebody has written, where the words aren't shown.
    WhyWritten { name: Name };
    /// Why: somebody can't be reached.
    WhyUnreachable { name: Name };
    /// Why: they have left.
    WhyLeft { name: Name, on: civil::Date };
    /// They have told different numbers of meetings in a check-in.
    WhyCountsDiffer { on: civil::Date };
    /// They stayed away from the last two group sessions.
    WhyNeverComes { name: Name };
    /// Their answers to check-ins are low, or have fallen.
    WhyLowMarks { name: Name };

    /// The message that is ready to be sent to a pair that has not booked.
    ReadyNotBooked { mentor: Name, adept: Name };
    /// The message that is ready to be sent to a pair with few dates.
    ReadyFewDates { mentor: Name, adept: Name };
    /// The message that is ready to be sent to a pair of whose meetings nothing is known.
    ReadyNoMeeting { mentor: Name, adept: Name };
    /// The message that is ready to be sent to a pair that has not answered.
    ReadyNoAnswer { mentor: Name, adept: Name };
    /// The message that is ready to be sent to two who remember differently.
    ReadyFactsDiffer { mentor: Name, adept: Name };
    /// The message that is ready to be sent to a pair without a goal.
    ReadyNoGoal { mentor: Name, adept: Name };
    /// The message that is ready to be sent to somebody who stays away from group sessions.
    ReadyNeverComes { name: Name };
    /// The message that is ready to be sent to somebody whose answers are low.
    ReadyLowMarks { name: Name };
    /// The message that is ready to be sent to somebody who is silent.
    ReadySilent { name: Name };
    /// The message that is ready to be sent to somebody for whom it isn't working well.
    ReadyBadFit { name: Name };
    /// The message that is ready to be sent to somebody who asks for a leader.
    ReadyHelp { name: Name };

    /// What there is, worst first.
    List { programme: Name, count: Count, lines: Lines };
    /// There is more than is shown with its message.
    ListMore { programme: Name, count: Count, lines: Lines, shown: Count };
    /// Nothing.
    AllWell { programme: Name };
    /// A line of it: a pair.
    Item { number: Count, mentor: Name, adept: Name, level: Line, why: Line };
    /// A line of it: a person.
    ItemPerson { level: Line, why: Line };
    /// A line of it.
    ItemLettersDue { on: civil::Date };
    /// A line of it.
    ItemNotStarted { on: civil::Date };

    /// Shows the message before it goes.
    Ready { draft: DraftId, mentor: Name, adept: Name, words: Words } [
        send => Press::Confirm(*draft), leave => Press::Discard(*draft),
    ];
    /// Shows the message to one person before it goes.
    ReadyPerson { draft: DraftId, name: Name, words: Words } [
        send => Press::Confirm(*draft), leave => Press::Discard(*draft),
    ];
    /// It goes to one person.
    SentPerson { name: Name };
    /// It goes.
    Sent { mentor: Name, adept: Name };
    /// The case is closed.
    Closed { mentor: Name, adept: Name };
    /// The case is closed, and the pair will be asked again from that day on.
    ClosedUntil { mentor: Name, adept: Name, on: civil::Date };
    /// It comes back.
    Later { on: civil::Date };
    /// It was closed before.
    ClosedBefore;
    /// A case about the whole programme is closed.
    ClosedProgramme { programme: Name };
    /// A case about a person is closed.
    ClosedPerson { name: Name };
}
