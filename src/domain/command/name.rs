//! What can be asked for, by name: by whom, and with what.

use super::parameter::{Parameter, ParameterKind};
use crate::domain::permission::Circle;

macro_rules! parameter {
    (($kind:ident)) => {
        Parameter { kind: ParameterKind::$kind, is_required: false }
    };
    ($kind:ident) => {
        Parameter { kind: ParameterKind::$kind, is_required: true }
    };
}

/// A row for each command: what it does, its name, the last part of its key in the locale files,
/// who may ask for it, and what it takes in the order in which people type it, in parentheses what
/// may be left out.
macro_rules! names {
    ($(
        $(#[$doc:meta])*
        $name:ident $key:literal $circle:ident [$($parameter:tt),*]
    ),+ $(,)?) => {
        /// What can be asked for. The words for it stand in the locale files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandName {
            $($(#[$doc])* $name,)+
        }

        impl CommandName {
            /// Every command, in the order in which help shows them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The last part of its key in the locale files.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                }
            }

            /// The one with this key.
            pub fn named(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|name| name.key() == key)
            }

            /// Who may ask for it.
            pub const fn circle(self) -> Circle {
                match self {
                    $(Self::$name => Circle::$circle,)+
                }
            }

            /// What it takes, in the order in which people type it.
            pub const fn parameters(self) -> &'static [Parameter] {
                match self {
                    $(Self::$name => const {
                        &[$(parameter!($parameter)),*]
                    },)+
                }
            }
        }
    };
}

names! {
    /// What can be done here.
    Help "help" Anybody [],
    /// How it stands with the person's own pairs.
    Status "status" Known [],
    /// Binds this account to the person that a leader has named.
    Join "join" Anybody [Code],
    /// Applies to a programme.
    Apply "apply" Anybody [(Programme)],
    /// Takes an application back.
    Withdraw "withdraw" Anybody [(Programme)],
    /// A word to the leaders, in confidence.
    ContactLeader "contact-leader" Pairs [(Words), (Programme)],
    /// What a pair has agreed on.
    Agreement "agreement" Pairs [(With)],
    /// Books a meeting.
    MeetingBook "meeting-book" Pairs [When, (Where), (With)],
    /// Proposes a time to the other of the two.
    MeetingPropose "meeting-propose" Pairs [(When), (Where), (With)],
    /// Lists the pair's meetings.
    MeetingList "meeting-list" Pairs [(With)],
    /// Moves a meeting.
    MeetingMove "meeting-move" Pairs [(MeetingNumber), When, (With)],
    /// Cancels a meeting.
    MeetingCancel "meeting-cancel" Pairs [(MeetingNumber), (With)],
    /// Says that a meeting was held.
    MeetingMet "meeting-met" Pairs [(MeetingNumber), (With)],
    /// What the two might talk about next.
    Topic "topic" Pairs [(With)],
    /// Sets a goal.
    GoalAdd "goal-add" Pairs [Words, (With)],
    /// Shows goals.
    GoalList "goal-list" Pairs [(With)],
    /// Says otherwise what a goal is.
    GoalEdit "goal-edit" Pairs [GoalNumber, Words, (With)],
    /// Says how much it counts.
    GoalWeigh "goal-weigh" Pairs [GoalNumber, Weight, (With)],
    /// Adds a step on the way to it.
    GoalStep "goal-step" Pairs [GoalNumber, Words, (With)],
    /// Says that a step is reached.
    GoalStepDone "goal-step-done" Pairs [GoalNumber, StepNumber, (With)],
    /// Lets the mentor see it, or not any longer.
    GoalShare "goal-share" Pairs [GoalNumber, (With)],
    /// Says how far one came with it.
    GoalRate "goal-rate" Pairs [GoalNumber, (Score), (With)],
    /// Erases it.
    GoalRemove "goal-remove" Pairs [GoalNumber, (With)],
    /// Notes something for oneself.
    Note "note" Pairs [Words, (With)],
    /// Shows one's own notes.
    NoteList "note-list" Pairs [(With)],
    /// Erases one of them.
    NoteRemove "note-remove" Pairs [NoteNumber, (With)],
    /// Lists the programme's group sessions.
    GatheringList "gathering-list" Known [(Programme)],
    /// Says that one comes to a group session.
    GatheringYes "gathering-yes" Known [(GatheringNumber), (Programme)],
    /// Says that one doesn't.
    GatheringNo "gathering-no" Known [(GatheringNumber), (Programme)],
    /// Says that one doesn't know yet.
    GatheringMaybe "gathering-maybe" Known [(GatheringNumber), (Programme)],
    /// Says that one is there, with the code that is shown there.
    GatheringHere "gathering-here" Known [Code],
    /// Answers the check-in that is open.
    CheckIn "checkin" Known [(Programme)],
    /// Gets one's certificate.
    Certificate "certificate" Known [(Programme)],
    /// Puts a question off.
    Later "later" Pairs [(With)],
    /// Takes a break.
    Pause "pause" Pairs [(From), (Until)],
    /// Ends a break.
    Resume "resume" Pairs [],
    /// Shows the settings.
    Settings "settings" Known [],
    /// Changes the language.
    SettingsLanguage "settings-language" Known [Language],
    /// Changes the time zone.
    SettingsZone "settings-zone" Known [Zone],
    /// Changes the hours.
    SettingsHours "settings-hours" Known [HoursFrom, HoursUntil],
    /// Changes the reminders of meetings.
    SettingsReminders "settings-reminders" Known [],
    /// Lets the bot know when the person is busy.
    SettingsCalendar "settings-calendar" Known [(Address)],
    /// Shows everything that is kept about the person.
    MyData "my-data" Anybody [],
    /// Erases it.
    DeleteMyData "delete-my-data" Anybody [],
    /// What a leader should look at.
    Attention "attention" Leaders [(Programme)],
    /// Lists the leader's programmes.
    ProgrammeList "programme-list" Organisers [],
    /// Makes a programme in a few questions.
    ProgrammeCreate "programme-create" Organisers [(ProgrammeFile)],
    /// Hands back a programme's file.
    ProgrammeShow "programme-show" Leaders [(Programme)],
    /// How it stands with a programme.
    ProgrammeStatus "programme-status" Leaders [(Programme)],
    /// Starts a programme.
    ProgrammeStart "programme-start" Leaders [(Programme)],
    /// Stops all clocks of a programme.
    ProgrammePause "programme-pause" Leaders [(Programme)],
    /// Sets them going again.
    ProgrammeResume "programme-resume" Leaders [(Programme)],
    /// Ends it before its time.
    ProgrammeClose "programme-close" Leaders [(Programme)],
    /// What people read before they begin, and how far they have come.
    ProgrammeTraining "programme-training" Leaders [(Programme)],
    /// Chooses where the programme's group sessions are announced.
    ProgrammeChannel "programme-channel" Leaders [(Programme)],
    /// Plans a group session, or several in a row.
    GatheringCreate "gathering-create" Leaders [Title, When, (Where), (Programme)],
    /// Shows a group session, and who comes.
    GatheringShow "gathering-show" Leaders [GatheringNumber, (Programme)],
    /// Moves one to another time.
    GatheringMove "gathering-move" Leaders [GatheringNumber, When, (Programme)],
    /// Changes something else about it.
    GatheringEdit "gathering-edit" Leaders [GatheringNumber, (Change), (Programme)],
    /// Calls it off.
    GatheringCancel "gathering-cancel" Leaders [GatheringNumber, (Programme)],
    /// Notes who came.
    GatheringAttendance "gathering-attendance" Leaders [GatheringNumber, (Names), (Programme)],
    /// Sends everybody something to read afterwards.
    GatheringMaterial "gathering-material" Leaders [GatheringNumber, Words, (Programme)],
    /// Opens a check-in.
    CheckInOpen "checkin-open" Leaders [(Programme)],
    /// Closes it.
    CheckInClose "checkin-close" Leaders [(Programme)],
    /// Shows what has come of one.
    CheckInResults "checkin-results" Leaders [(RoundNumber), (Programme)],
    /// Lets people apply.
    RecruitOpen "programme-recruit-open" Leaders [(Programme)],
    /// Lets nobody apply any longer.
    RecruitClose "programme-recruit-close" Leaders [(Programme)],
    /// Lists the applications.
    ApplicationsList "applications-list" Leaders [(Programme)],
    /// Shows one of them.
    ApplicationsShow "applications-show" Leaders [ApplicationNumber, (Programme)],
    /// Shows some of them beside each other.
    ApplicationsCompare "applications-compare" Leaders [Numbers, (Programme)],
    /// Records that a guardian consents to one.
    ApplicationsConsent "applications-consent" Leaders [ApplicationNumber, PersonName, (Programme)],
    /// Gives an applicant points.
    ApplicationsScore "applications-score" Leaders [ApplicationNumber, Points, (Programme)],
    /// Notes something about an applicant.
    ApplicationsNote "applications-note" Leaders [ApplicationNumber, Words, (Programme)],
    /// Decides that an applicant takes part.
    ApplicationsAccept "applications-accept" Leaders [ApplicationNumber, (Programme)],
    /// Decides that an applicant does if somebody else doesn't.
    ApplicationsWaitlist "applications-waitlist" Leaders [ApplicationNumber, (Programme)],
    /// Decides that an applicant doesn't.
    ApplicationsDecline "applications-decline" Leaders [ApplicationNumber, (Programme)],
    /// Shows the letters with the decisions.
    LettersPreview "letters-preview" Leaders [(Programme)],
    /// Sends them.
    LettersSend "letters-send" Leaders [(Programme)],
    /// Takes in a list of people.
    PeopleImport "people-import" Leaders [(ListFile), (Programme)],
    /// Makes codes and letters for those who have not joined.
    PeopleInvite "people-invite" Leaders [(Programme)],
    /// Takes in one person.
    PeopleAdd "people-add" Leaders [PersonName, Role, (Account), (Programme)],
    /// Lists everybody.
    PeopleList "people-list" Leaders [(Programme)],
    /// Pairs a mentor and an adept.
    PairAdd "pair-add" Leaders [Mentor, Adept, (Programme)],
    /// Lists the pairs.
    PairList "pair-list" Leaders [(Programme)],
    /// Shows one pair.
    PairShow "pair-show" Leaders [PairNumber, (Programme)],
    /// Asks one pair at once to book.
    PairRemind "pair-remind" Leaders [PairNumber, (Programme)],
    /// Lets one pair rest.
    PairPause "pair-pause" Leaders [PairNumber, Until, (Programme)],
    /// Gives one pair more time.
    PairExtend "pair-extend" Leaders [PairNumber, Until, (Programme)],
    /// Ends one pair.
    PairEnd "pair-end" Leaders [PairNumber, (Programme)],
    /// Ends one pair, and finds both somebody else.
    PairRematch "pair-rematch" Leaders [PairNumber, (Programme)],
    /// Puts mentors and adepts together, for leaders to see.
    MatchPropose "match-propose" Leaders [(Programme)],
    /// Shows who is put together, and what those who were asked have answered.
    MatchShow "match-show" Leaders [(Programme)],
    /// Puts two together whatever the rest says.
    MatchLock "match-lock" Leaders [Mentor, Adept, (Programme)],
    /// Keeps two apart.
    MatchAvoid "match-avoid" Leaders [Mentor, Adept, (Programme)],
    /// Has nothing against two together.
    MatchAllow "match-allow" Leaders [Mentor, Adept, (Programme)],
    /// Exchanges two mentors or two adepts.
    MatchSwap "match-swap" Leaders [One, Other, (Programme)],
    /// Asks everybody who is put together.
    MatchPublish "match-publish" Leaders [(Programme)],
    /// Lets somebody lead the programme.
    LeaderAdd "leader-add" Leaders [Leader, (Programme)],
    /// Lets somebody lead it no longer.
    LeaderRemove "leader-remove" Leaders [Leader, (Programme)],
    /// Tells everybody something.
    Announce "announce" Leaders [Words, (Programme)],
    /// What the programme has come to.
    Report "report" Leaders [(Programme)],
    /// What leaders did and looked at.
    Audit "audit" Leaders [(Programme)],
    /// Lists what waits and what did not arrive.
    Outbox "outbox" Leaders [(Programme)],
    /// Tries a letter again.
    OutboxRetry "outbox-retry" Leaders [LetterNumber, (Programme)],
    /// Takes a letter back.
    OutboxCancel "outbox-cancel" Leaders [LetterNumber, (Programme)],
}
