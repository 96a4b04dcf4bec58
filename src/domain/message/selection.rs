//! What is said about choosing among applications.

use jiff::civil;

use super::{Code, Count, FileText, Line, Lines, Name, Words};
use crate::domain::{application::Decision, ids::DraftId, press::Press};

says! {
    /// About choosing among applications.
    SelectionSays "selection"
    /// All applications to a programme.
    List { programme: Name, count: Count, lines: Lines };
    /// There is none.
    NoApplications { programme: Name };
    /// One of them.
    Item { number: Count, name: Name, role: Line, state: Line, points: Line };
    /// One that is the reader's own.
    ItemOwn { number: Count, name: Name, role: Line };
    /// The programme has no application with that number.
    NoSuchApplication { number: Count };
    /// A leader's own application is for the others to read.
    OwnApplication;
    /// Nothing is decided.
    StateOpen;
    /// Accepted, and not told yet.
    StateAccepted;
    /// Accepted, and told.
    StateAcceptedTold;
    /// On the waiting list, and not told yet.
    StateWaiting { place: Count };
    /// On the waiting list, and told.
    StateWaitingTold { place: Count };
    /// Declined, and not told yet.
    StateDeclined;
    /// Declined, and told.
    StateDeclinedTold;
    /// Nobody has given points.
    PointsNone;
    /// Others have, and whoever reads this hasn't.
    PointsHidden { count: Count };
    /// The sums that have been given, one for each leader.
    PointsGiven { lines: Lines };
    /// What one leader has given.
    PointsBy { name: Name, sum: Count, most: Count, points: Vec<Name> };

    /// A guardian has consented.
    Consented { guardian: Name, on: civil::Date };
    /// A leader has recorded that.
    ConsentRecorded { number: Count, guardian: Name };
    /// The adepts aren't minors.
    ConsentNotNeeded { programme: Name };
    /// For these a guardian's consent is waited for.
    ConsentAwaited { numbers: Vec<Name>, record: Code };

    /// How it stands with some applications, beside each other.
    Compared { lines: Lines };
    /// What each has answered.
    ComparedAnswers { lines: Lines };
    /// What they have answered to one question.
    ComparedItem { question: Words, answers: Lines };
    /// What one of them has.
    ComparedAnswer { name: Name, answer: Vec<Words> };
    /// One of them has passed it over.
    ComparedSkipped { name: Name };
    /// Two are compared at least, and not too many.
    CompareSeveral { most: Count, example: Code };

    /// One application, with everything that was answered.
    Show { number: Count, name: Name, role: Line, state: Line, lines: Lines, points: Line };
    /// What leaders have noted.
    Notes { lines: Lines };
    /// One of those notes.
    Note { name: Name, on: civil::Date, words: Words };
    /// A note is kept.
    Noted { number: Count, name: Name };
    /// The points are kept.
    Scored { number: Count, name: Name, points: Line };
    /// Whoever has seen the others' points doesn't change their own.
    PointsStand { number: Count, name: Name, points: Line };
    /// There are too few or too many numbers, or they don't fit.
    BadPoints { lines: Lines, example: Code };
    /// Something that is judged, and the most points.
    CriterionItem { words: Words, most: Count };
    /// The programme's file says nothing to judge by.
    NoCriteria { show: Code };

    /// It is decided.
    Decided { number: Count, name: Name, state: Line };
    /// It is decided otherwise than before.
    DecidedAnew { number: Count, name: Name, before: Line, state: Line };
    /// What is decided about several.
    DecidedSeveral { lines: Lines };
    /// The applicant was told already.
    AlreadyTold { number: Count, name: Name, state: Line, decide: Code };
    /// The applicant was told already, and is told something else if that is meant.
    RedecideSure { draft: DraftId, number: Count, name: Name, before: Line, then: Line, waiting: Count }
        [change => Press::Confirm(*draft), leave => Press::Discard(*draft)];
    /// The applicant was taken in, and somebody else relies on it.
    TakesPart { number: Count, name: Name };

    /// What the letters will say.
    Preview { programme: Name, accepted: Count, waiting: Count, declined: Count, open: Count, lines: Lines };
    /// A letter, and to how many it goes.
    PreviewItem { count: Count, letter: Line };
    /// Nobody waits for a letter.
    NoLetters { programme: Name };
    /// Asks once more before the letters are sent.
    SendSure { draft: DraftId, programme: Name, accepted: Count, waiting: Count, declined: Count }
        [send => Press::Confirm(*draft), leave => Press::Discard(*draft)];
    /// They are on their way.
    Sent { count: Count };
    /// Some can't be reached in the chat, and their letters are handed to the leader.
    ByHand { count: Count, file: FileText };
    /// The letter that somebody was given by hand, once more.
    HandedLetter { name: Name, letter: Line };
    /// Applications are taken in from a file.
    Imported { programme: Name, added: Count, known: Count, list: Code };
    /// Columns that belong to no question.
    ImportIgnored { columns: Vec<Words> };
    /// Tells an applicant that they take part.
    LetterAccepted { to: Name, programme: Name, role: Line, starts_on: civil::Date };
    /// Tells an applicant that they are on the waiting list.
    LetterWaiting { to: Name, programme: Name, place: Count };
    /// Tells an applicant that they don't take part, and when their data is erased.
    LetterDeclined { to: Name, programme: Name, erased_on: civil::Date };
    /// Tells an applicant that the place that they were told of is theirs no longer.
    LetterRetracted { to: Name, programme: Name, erased_on: civil::Date };
    /// The same, where they are on the waiting list instead.
    LetterRetractedWaiting { to: Name, programme: Name };
    /// Tells leaders that somebody has moved up from the waiting list.
    Promoted { programme: Name, left: Count, promoted: Name };
    /// The same, where they hear of it with the next letters.
    PromotedUntold { programme: Name, left: Count, promoted: Name, send: Code };
    /// Tells leaders that a place is free that nobody waits for.
    PlaceFree { programme: Name, left: Count };
}

impl SelectionSays {
    /// How it stands with an application: what is decided, whether it was told, and for the waiting
    /// list the place on it.
    pub const fn state(decision: Option<Decision>, is_told: bool, place: Count) -> Self {
        match (decision, is_told) {
            (None, _) => Self::StateOpen,
            (Some(Decision::Accepted), false) => Self::StateAccepted,
            (Some(Decision::Accepted), true) => Self::StateAcceptedTold,
            (Some(Decision::Waiting), false) => Self::StateWaiting { place },
            (Some(Decision::Waiting), true) => Self::StateWaitingTold { place },
            (Some(Decision::Declined), false) => Self::StateDeclined,
            (Some(Decision::Declined), true) => Self::StateDeclinedTold,
        }
    }
}
