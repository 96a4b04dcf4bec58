//! What each command takes: for platforms on which commands are put together instead of typed.

/// Something that a command takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// What it is.
    pub kind: ParameterKind,
    /// Whether the command means nothing without it.
    pub is_required: bool,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $key:literal),+ $(,)?) => {
        /// What can be given to a command. The words for it stand in the locale files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ParameterKind {
            $($(#[$doc])* $kind,)+
        }

        impl ParameterKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The last part of its key in the locale files.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$kind => $key,)+
                }
            }
        }
    };
}

kinds! {
    /// The code from an invitation.
    Code "code",
    /// A day with a time of day.
    When "when",
    /// A place, in anybody's own words.
    Where "where",
    /// Which of a pair's meetings.
    MeetingNumber "meeting",
    /// Which of an adept's goals.
    GoalNumber "goal",
    /// Which of the steps to a goal.
    StepNumber "step",
    /// How much a goal counts.
    Weight "weight",
    /// How far somebody came with a goal.
    Score "score",
    /// Which of one's own notes.
    NoteNumber "note",
    /// The day on which something begins.
    From "from",
    /// The day on which it ends.
    Until "until",
    /// A language.
    Language "language",
    /// A time zone.
    Zone "zone",
    /// Where something is on the internet.
    Address "address",
    /// The time of day from which on somebody may be written to.
    HoursFrom "hours-from",
    /// The time of day until which they may.
    HoursUntil "hours-until",
    /// With whom: tells which of somebody's own pairs is meant.
    With "with",
    /// What somebody who is new is called.
    PersonName "name",
    /// What they are in the programme.
    Role "role",
    /// Where they can be reached.
    Account "account",
    /// Somebody, or a role that people have.
    Leader "leader",
    /// Somebody who is a mentor in the programme.
    Mentor "mentor",
    /// Somebody who is an adept in it.
    Adept "adept",
    /// Somebody who takes part in it.
    One "one",
    /// Somebody else who does.
    Other "other",
    /// Which of a programme's pairs.
    PairNumber "pair",
    /// Which of a programme's applications.
    ApplicationNumber "application",
    /// Which of a programme's applications, several of them.
    Numbers "numbers",
    /// Points, one number for each thing that is judged.
    Points "points",
    /// Which of a programme's group sessions.
    GatheringNumber "gathering",
    /// Which of a programme's check-ins.
    RoundNumber "round",
    /// What something is called.
    Title "title",
    /// What changes, and to what.
    Change "change",
    /// Several people.
    Names "names",
    /// Which letter of the outbox.
    LetterNumber "letter",
    /// A file with a list of people.
    ListFile "list-file",
    /// A file that describes a programme.
    ProgrammeFile "programme-file",
    /// Words of somebody's own, as many as they need.
    Words "words",
    /// Which of the programmes that somebody leads.
    Programme "programme",
}

impl ParameterKind {
    /// The one with this key.
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}
