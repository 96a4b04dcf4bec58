//! What a leader should look at.

use jiff::civil;

use super::{Code, Count, Lines, Name, Words};
use crate::domain::{
    ids::{CaseId, DraftId},
    press::Press,
};

says! {
    /// What a leader should look at.
    AttentionSays "attention"
    /// A pair that has been asked in vain to book its next meeting.
    NotBooked { case: CaseId, number: Count, mentor: Name, adept: Name, since: civil::Date, asked: Count, ready: Words } [
        write => Press::CaseWrite(*case), done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// A pair that has been asked in vain whether it met.
    NoAnswer { case: CaseId, number: Count, mentor: Name, adept: Name, on: civil::Date, asked: Count, ready: Words } [
        write => Press::CaseWrite(*case), done => Press::CaseDone(*case), later => Press::CaseLater(*case),
    ];
    /// Somebody who can't be reached.
    Unreachable { case: CaseId, name: Name, programme: Name } [
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
    /// The message that is ready to be sent to a pair that has not booked.
    ReadyNotBooked { mentor: Name, adept: Name };
    /// The message that is ready to be sent to a pair that has not answered.
    ReadyNoAnswer { mentor: Name, adept: Name };

    /// What there is, worst first.
    List { programme: Name, count: Count, lines: Lines };
    /// Nothing.
    AllWell { programme: Name };
    /// A line of it.
    ItemNotBooked { number: Count, mentor: Name, adept: Name, since: civil::Date };
    /// A line of it.
    ItemNoAnswer { number: Count, mentor: Name, adept: Name, on: civil::Date };
    /// A line of it.
    ItemUnreachable { name: Name };
    /// A line of it.
    ItemLettersDue { on: civil::Date };
    /// A line of it.
    ItemNotStarted { on: civil::Date };

    /// Shows the message before it goes.
    Ready { draft: DraftId, mentor: Name, adept: Name, words: Words } [
        send => Press::Confirm(*draft), leave => Press::Discard(*draft),
    ];
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
