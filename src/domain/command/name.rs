//! What can be asked for, by name.

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident $key:literal),+ $(,)?) => {
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
        }
    };
}

names! {
    /// What can be done here.
    Help "help",
    /// How it stands with the person's own pairs.
    Status "status",
    /// Binds this account to the person that a leader has named.
    Join "join",
    /// Books a meeting.
    MeetingBook "meeting-book",
    /// Proposes a time to the other of the two.
    MeetingPropose "meeting-propose",
    /// Lists the pair's meetings.
    MeetingList "meeting-list",
    /// Moves a meeting.
    MeetingMove "meeting-move",
    /// Cancels a meeting.
    MeetingCancel "meeting-cancel",
    /// Says that a meeting was held.
    MeetingMet "meeting-met",
    /// Puts a question off.
    Later "later",
    /// Takes a break.
    Pause "pause",
    /// Ends a break.
    Resume "resume",
    /// Shows the settings.
    Settings "settings",
    /// Changes the language.
    SettingsLanguage "settings-language",
    /// Changes the time zone.
    SettingsZone "settings-zone",
    /// Changes the hours.
    SettingsHours "settings-hours",
    /// What a leader should look at.
    Attention "attention",
    /// Lists the leader's programmes.
    ProgrammeList "programme-list",
    /// Makes a programme in a few questions.
    ProgrammeCreate "programme-create",
    /// Hands back a programme's file.
    ProgrammeShow "programme-show",
    /// How it stands with a programme.
    ProgrammeStatus "programme-status",
    /// Starts a programme.
    ProgrammeStart "programme-start",
    /// Stops all clocks of a programme.
    ProgrammePause "programme-pause",
    /// Sets them going again.
    ProgrammeResume "programme-resume",
    /// Takes in a list of people.
    PeopleImport "people-import",
    /// Makes codes and letters for those who have not joined.
    PeopleInvite "people-invite",
    /// Takes in one person.
    PeopleAdd "people-add",
    /// Lists everybody.
    PeopleList "people-list",
    /// Pairs a mentor and an adept.
    PairAdd "pair-add",
    /// Lists the pairs.
    PairList "pair-list",
    /// Shows one pair.
    PairShow "pair-show",
    /// Asks one pair at once to book.
    PairRemind "pair-remind",
    /// Lets somebody lead the programme.
    LeaderAdd "leader-add",
    /// Lets somebody lead it no longer.
    LeaderRemove "leader-remove",
    /// Tells everybody something.
    Announce "announce",
    /// Lists what waits and what did not arrive.
    Outbox "outbox",
    /// Tries a letter again.
    OutboxRetry "outbox-retry",
    /// Takes a letter back.
    OutboxCancel "outbox-cancel",
}
