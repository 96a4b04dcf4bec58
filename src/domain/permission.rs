//! Who may ask for what. This is the one table; everything that acts asks it first.

use super::command::CommandName;

/// What somebody is with regard to the programme that a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// In no programme, and named nowhere.
    Stranger,
    /// Named as a leader in the configuration: may make programmes.
    Organiser,
    /// Mentor or adept in this programme.
    Participant,
    /// Mentor or adept, in another programme only.
    ParticipantElsewhere,
    /// Leads this programme.
    Leader,
    /// Leads another programme, not this one.
    LeaderElsewhere,
}

/// For whom a command is there at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// For mentors and adepts, and what everybody can do.
    Everybody,
    /// For leaders alone.
    Leaders,
}

/// Whether somebody may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// They may.
    Granted,
    /// They must be in a programme first.
    JoinFirst,
    /// Only mentors and adepts of the programme may.
    PairsOnly,
    /// Only leaders of the programme may.
    LeadersOnly,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 6] = [
        Self::Stranger,
        Self::Organiser,
        Self::Participant,
        Self::ParticipantElsewhere,
        Self::Leader,
        Self::LeaderElsewhere,
    ];
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 2] = [Self::Everybody, Self::Leaders];

    /// The last part of its key in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Leaders => "leaders",
        }
    }

    /// Whom a command is for: what a mentor or an adept may not do is for leaders.
    pub const fn of(command: CommandName) -> Self {
        match permission(command, Standing::Participant) {
            Permission::LeadersOnly => Self::Leaders,
            Permission::Granted | Permission::JoinFirst | Permission::PairsOnly => Self::Everybody,
        }
    }
}

/// Whether somebody of that standing may ask for `command`.
pub const fn permission(command: CommandName, standing: Standing) -> Permission {
    match command {
        CommandName::Help | CommandName::Join => Permission::Granted,
        CommandName::Status
        | CommandName::Settings
        | CommandName::SettingsLanguage
        | CommandName::SettingsZone
        | CommandName::SettingsHours => match standing {
            Standing::Stranger => Permission::JoinFirst,
            Standing::Organiser
            | Standing::Participant
            | Standing::ParticipantElsewhere
            | Standing::Leader
            | Standing::LeaderElsewhere => Permission::Granted,
        },
        CommandName::MeetingBook
        | CommandName::MeetingPropose
        | CommandName::MeetingList
        | CommandName::MeetingMove
        | CommandName::MeetingCancel
        | CommandName::MeetingMet
        | CommandName::Later
        | CommandName::Pause
        | CommandName::Resume => match standing {
            Standing::Participant => Permission::Granted,
            Standing::Stranger => Permission::JoinFirst,
            Standing::Organiser
            | Standing::ParticipantElsewhere
            | Standing::Leader
            | Standing::LeaderElsewhere => Permission::PairsOnly,
        },
        CommandName::ProgrammeCreate => match standing {
            Standing::Organiser | Standing::Leader | Standing::LeaderElsewhere => {
                Permission::Granted
            }
            Standing::Stranger => Permission::JoinFirst,
            Standing::Participant | Standing::ParticipantElsewhere => Permission::LeadersOnly,
        },
        CommandName::ProgrammeList => match standing {
            Standing::Organiser | Standing::Leader | Standing::LeaderElsewhere => {
                Permission::Granted
            }
            Standing::Stranger => Permission::JoinFirst,
            Standing::Participant | Standing::ParticipantElsewhere => Permission::LeadersOnly,
        },
        CommandName::Attention
        | CommandName::ProgrammeShow
        | CommandName::ProgrammeStatus
        | CommandName::ProgrammeStart
        | CommandName::ProgrammePause
        | CommandName::ProgrammeResume
        | CommandName::PeopleImport
        | CommandName::PeopleInvite
        | CommandName::PeopleAdd
        | CommandName::PeopleList
        | CommandName::PairAdd
        | CommandName::PairList
        | CommandName::PairShow
        | CommandName::PairRemind
        | CommandName::LeaderAdd
        | CommandName::LeaderRemove
        | CommandName::Announce
        | CommandName::Outbox
        | CommandName::OutboxRetry
        | CommandName::OutboxCancel => match standing {
            Standing::Leader => Permission::Granted,
            Standing::Stranger => Permission::JoinFirst,
            Standing::Organiser
            | Standing::Participant
            | Standing::ParticipantElsewhere
            | Standing::LeaderElsewhere => Permission::LeadersOnly,
        },
    }
}
