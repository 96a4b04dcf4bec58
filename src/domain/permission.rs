//! Who may ask for what. Everything that acts asks here first; which circle a command is open to
//! stands with its name.

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
    /// For mentors and adepts, about what all of a programme do together. It stands apart because no
    /// chat shows all that can be done in one menu.
    Together,
    /// For leaders alone.
    Leaders,
    /// For leaders alone, about who takes part and with whom. They stand apart for the same reason.
    Choosing,
    /// For leaders alone, about what all of a programme do together.
    Arranging,
}

/// Who may ask for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Circle {
    /// Whoever speaks to the bot.
    Anybody,
    /// Whoever takes part in something, or leads, or is named in the configuration.
    Known,
    /// Mentors and adepts, about what they take part in.
    Pairs,
    /// Whoever may make programmes.
    Organisers,
    /// Those who lead the programme that it is about.
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

/// What the commands are about that stand apart.
const CHOOSING: [&str; 3] = ["applications", "letters", "match"];
const TOGETHER: [&str; 2] = ["gathering", "checkin"];

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 5] =
        [Self::Everybody, Self::Together, Self::Leaders, Self::Choosing, Self::Arranging];

    /// Whether it is leaders.
    pub const fn leads(self) -> bool {
        matches!(self, Self::Leaders | Self::Choosing | Self::Arranging)
    }

    /// The last part of its key in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Together => "together",
            Self::Leaders => "leaders",
            Self::Choosing => "choosing",
            Self::Arranging => "arranging",
        }
    }

    /// Whom a command is for: what a mentor or an adept may not do is for leaders.
    pub fn of(command: CommandName) -> Self {
        let about = command.key().split('-').next();
        let is_of = |them: &[&str]| them.iter().any(|one| about == Some(one));
        let is_led = permission(command, Standing::Participant) == Permission::LeadersOnly;
        match (is_led, is_of(&TOGETHER)) {
            (true, true) => Self::Arranging,
            (true, false) if is_of(&CHOOSING) => Self::Choosing,
            (true, false) => Self::Leaders,
            (false, true) => Self::Together,
            (false, false) => Self::Everybody,
        }
    }
}

/// Whether somebody of that standing may ask for `command`.
pub const fn permission(command: CommandName, standing: Standing) -> Permission {
    type Is = Standing;
    match (command.circle(), standing) {
        (Circle::Anybody, _)
        | (
            Circle::Known,
            Is::Organiser
            | Is::Participant
            | Is::ParticipantElsewhere
            | Is::Leader
            | Is::LeaderElsewhere,
        )
        | (Circle::Pairs, Is::Participant)
        | (Circle::Organisers, Is::Organiser | Is::Leader | Is::LeaderElsewhere)
        | (Circle::Leaders, Is::Leader) => Permission::Granted,
        (Circle::Known | Circle::Pairs | Circle::Organisers | Circle::Leaders, Is::Stranger) => {
            Permission::JoinFirst
        }
        (Circle::Pairs, _) => Permission::PairsOnly,
        (Circle::Organisers | Circle::Leaders, _) => Permission::LeadersOnly,
    }
}
