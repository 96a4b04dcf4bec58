//! What is said about pairs.

use jiff::civil;

use super::{Code, Count, Line, Lines, Name, Words};
use crate::domain::{ids::DraftId, moment::Moment, press::Press};

says! {
    /// About a pair as such.
    PairSays "pair"
    /// Opens the pair's own place.
    Introduction { mentor: Name, adept: Name, programme: Name };
    /// The same, with what the two have told of themselves.
    IntroductionTold { mentor: Name, adept: Name, programme: Name, lines: Lines };
    /// The same, to each of two who have no platform in common.
    Apart { mentor: Name, adept: Name, programme: Name };
    /// The same, with what the two have told of themselves.
    ApartTold { mentor: Name, adept: Name, programme: Name, lines: Lines };
    /// What the mentor offers.
    MentorOffers { name: Name, topics: Vec<String> };
    /// What the adept wants more of.
    AdeptWants { name: Name, topics: Vec<String> };
    /// Tells a mentor about the adept, and what the bot is for.
    WelcomeMentor { to: Name, adept: Name, programme: Name };
    /// Tells an adept about the mentor, and what the bot is for.
    WelcomeAdept { to: Name, mentor: Name, programme: Name };
    /// A leader's words to the two.
    FromLeader { leader: Name, words: Words };

    /// The pair exists now.
    Added { number: Count, mentor: Name, adept: Name };
    /// It did before.
    AlreadyThere { number: Count, mentor: Name, adept: Name };
    /// One of the two is no mentor.
    NoMentor { name: Name };
    /// One of the two is no adept.
    NoAdept { name: Name };
    /// The mentor has as many adepts as they can take.
    MentorFull { name: Name, capacity: Count };
    /// The adept has a mentor.
    AdeptTaken { adept: Name, number: Count };
    /// One of them can't be reached yet. The other one is written to all the same.
    NotJoined { name: Name };
    /// The leader has named no pair of this programme.
    NoSuchPair { number: Count };

    /// All pairs of a programme.
    List { programme: Name, count: Count, lines: Lines };
    /// There is none.
    NoPairs { programme: Name };
    /// A pair and how it stands.
    Item { number: Count, mentor: Name, adept: Name, state: Line };
    /// A pair with its meetings.
    Show { number: Count, mentor: Name, adept: Name, state: Line, held: Count, wanted: Count, lines: Lines };
    /// A pair that lacks something for a good start.
    NotOnTrack { number: Count, lacks: Line };
    /// What one of the two has said of their latest meeting, to leaders.
    Felt { name: Name, feeling: Line };
    /// The same, with how it is working out.
    FeltAndFits { name: Name, feeling: Line, fit: Line };
    /// How it felt.
    FeltVeryGood;
    /// How it felt.
    FeltGood;
    /// How it felt.
    FeltOkay;
    /// How it felt.
    FeltNotSoGood;
    /// They would rather not say.
    FeltUnsaid;
    /// How it is working out.
    FitsWell;
    /// How it is working out.
    FitsAcquainting;
    /// How it is working out.
    FitsNotWell;
    /// They would like to talk.
    FitsTalk;
    /// It rests until that day.
    Paused { number: Count, on: civil::Date };
    /// Tells the two.
    RestsUntil { on: civil::Date };
    /// Tells the two that it goes on.
    GoesOnTogether;
    /// Tells one of the two that it rests, and not why.
    Rests { with: Name };
    /// Tells one of the two that it goes on.
    GoesOn { with: Name };
    /// It would rest for longer than it lasts.
    RestsTooLong { on: civil::Date, ends_on: civil::Date };
    /// It must be a day to come.
    NotToCome { on: civil::Date };
    /// It has more time.
    Extended { number: Count, on: civil::Date };
    /// Tells the two.
    ExtendedTo { on: civil::Date };
    /// That is no more time than it has.
    NoExtension { on: civil::Date, ends_on: civil::Date };
    /// Asks before it ends.
    EndSure { draft: DraftId, number: Count, mentor: Name, adept: Name } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// It has ended.
    Ended { number: Count, mentor: Name, adept: Name };
    /// It has ended before the two heard of it.
    TakenApart { mentor: Name, adept: Name };
    /// The two don't know of it yet.
    NotBegun { number: Count, end: Code };
    /// It had before.
    EndedBefore { number: Count };
    /// Takes leave of the two, with something to talk about.
    Farewell { mentor: Name, adept: Name, programme: Name, lines: Lines };
    /// Asks before a new match.
    RematchSure { draft: DraftId, number: Count, mentor: Name, adept: Name } [
        yes => Press::Confirm(*draft), no => Press::Discard(*draft),
    ];
    /// It has ended, and both get somebody else.
    Rematched { number: Count, mentor: Name, adept: Name };
    /// Tells an adept, and blames nobody.
    NewMatchAdept { to: Name, with: Name, programme: Name };
    /// Tells a mentor, and blames nobody.
    NewMatchMentor { to: Name, with: Name, programme: Name };
    /// Mentors who have room.
    Candidates { adept: Name, lines: Lines };
    /// One of them, with what speaks for it and what to type.
    Candidate { name: Name, reasons: Lines, pair: Code };
    /// Nobody has room.
    NoCandidate { adept: Name };
    /// The same as a line in a list.
    ItemNotOnTrack { number: Count, mentor: Name, adept: Name, state: Line, lacks: Line };
    /// It has no agreement yet.
    LacksAgreement;
    /// It has booked too few meetings.
    LacksDates { dates: Count, wanted: Count };
    /// Both.
    LacksBoth { dates: Count, wanted: Count };
    /// A pair without any meeting yet.
    ShowEmpty { number: Count, mentor: Name, adept: Name, state: Line, wanted: Count };

    /// Nothing is booked, and nobody has been asked.
    StateOpen;
    /// They have been asked.
    StateAsked { times: Count, on: civil::Date };
    /// They have booked.
    StateBooked { at: Moment };
    /// They have booked, nobody said when.
    StateBookedSometime;
    /// They are being asked whether they met.
    StateInQuestion { on: civil::Date };
    /// The leader has been told.
    StateWithLeader { since: civil::Date };
    /// It is paused.
    StatePaused { since: civil::Date };
    /// Its programme hasn't begun.
    StateNotStarted;
    /// It has ended.
    StateEnded;

    /// They are reminded at once.
    Reminded { number: Count };
    /// There is nothing to remind of.
    NothingToRemind { number: Count, state: Line };
}
