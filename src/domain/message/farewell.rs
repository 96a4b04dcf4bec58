//! What is said when a programme is over.

use jiff::civil;

use super::{Code, Count, FileText, Name, Value, Words, value::Shown};
use crate::domain::{
    farewell::{Certificate, Touch, WithFigures},
    ids::{DraftId, MemberId, PairId},
    press::Press,
};

says! {
    /// About the end of a programme.
    FarewellSays "farewell"
    /// Thanks somebody, and asks what may be on their certificate.
    ThankYou { member: MemberId, name: Name, programme: Name, met: Count, gatherings: Count, erased_on: civil::Date, mine: Code } [
        with => Press::Certify(*member, WithFigures::Yes),
        without => Press::Certify(*member, WithFigures::No),
    ];
    /// Asks again what may be on it.
    AskFigures { member: MemberId, programme: Name, met: Count, gatherings: Count } [
        with => Press::Certify(*member, WithFigures::Yes),
        without => Press::Certify(*member, WithFigures::No),
    ];
    /// The certificate.
    Certificate { certificate: Certificate, again: Code };
    /// It comes when the programme is over.
    NotYet { programme: Name, on: civil::Date };
    /// There is none for whoever hasn't been in a pair to the end.
    NoneForYou { programme: Name };
    /// There is none for whoever only leads.
    NoneForLeaders { report: Code };
    /// A letter of the name can't be drawn.
    NoLetter { letter: Words };
    /// Asks whether somebody wants to stay in touch.
    AskTouch { pair: PairId, with: Name } [
        yes => Press::StayInTouch(*pair, Touch::Yes), no => Press::StayInTouch(*pair, Touch::No),
        unsaid => Press::StayInTouch(*pair, Touch::Unsaid),
    ];
    /// They want to, and the other hasn't said so.
    TouchYes { with: Name };
    /// They don't want to, or would rather not say.
    TouchKept { with: Name };
    /// Both want to.
    TouchBoth { with: Name };
    /// Tells somebody who was thanked that their data is erased on another day than they were told.
    ErasedOtherwise { programme: Name, erased_on: civil::Date, mine: Code };
    /// Tells somebody that it ended before it had begun.
    NotHeld { programme: Name, erased_on: civil::Date, mine: Code };
    /// Asks whether it is to be over now.
    CloseSure { draft: DraftId, programme: Name, count: Count, on: civil::Date } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// It is over now.
    Closed { programme: Name };
    /// It is over already.
    ClosedBefore { programme: Name };
    /// Tells leaders that it is over.
    Over { programme: Name, count: Count, erased_on: civil::Date, report: Code, file: FileText };

    /// On the certificate: what it is.
    PaperHeading;
    /// On the certificate: they were a mentor.
    PaperMentor { programme: Name };
    /// On the certificate: they were an adept.
    PaperAdept { programme: Name };
    /// On the certificate: from when to when.
    PaperPeriod { starts_on: civil::Date, ends_on: civil::Date };
    /// On the certificate: how often they met.
    PaperMet { count: Count };
    /// On the certificate: to how many group sessions they came.
    PaperGatherings { count: Count };
    /// On the certificate: who leads the programme.
    PaperLeader { name: Name };
    /// On the certificate: when it was made.
    PaperDay { on: civil::Date };
    /// What the file of the certificate is called, without an ending.
    PaperFile;
}

impl Shown for Certificate {
    fn shown(&self) -> Value {
        Value::Hidden
    }
}
