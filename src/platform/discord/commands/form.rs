//! How Discord lets people give each kind of thing, and how long words may be there.

use serenity::model::application::CommandOptionType;

use crate::domain::{
    command::{LONGEST_ADDRESS, LONGEST_NAME, ParameterKind},
    meeting::LONGEST_PLACE,
};

/// The longest name of a command or of a part of it, in characters.
pub const LONGEST_LABEL: usize = 32;

/// The longest description, suggestion, or id of a dialogue, in characters.
pub const LONGEST_LINE: usize = 100;

/// The longest title of a dialogue or of a field in it, in characters.
pub const LONGEST_TITLE: usize = 45;

/// How many choices there are at most.
pub const MOST_CHOICES: usize = 25;

/// A way of giving something to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Typed, so many characters at most.
    Typed(usize),
    /// Typed, with suggestions meanwhile.
    Suggested,
    /// A number from a list, with suggestions.
    Number,
    /// One of the roles.
    Role,
    /// One of the languages.
    Language,
    /// Somebody on Discord.
    Person,
    /// Somebody on Discord, or a role there.
    PersonOrRole,
    /// A file.
    File,
    /// In a dialogue with room for lines. It opens once the command is sent.
    Dialogue,
}

impl Form {
    /// How that kind is given.
    pub const fn of(kind: ParameterKind) -> Self {
        match kind {
            ParameterKind::Address | ParameterKind::Change | ParameterKind::Names => {
                Self::Typed(LONGEST_ADDRESS)
            }
            ParameterKind::Code
            | ParameterKind::Numbers
            | ParameterKind::Points
            | ParameterKind::Score => Self::Typed(LONGEST_LINE),
            ParameterKind::PersonName | ParameterKind::Title => Self::Typed(LONGEST_NAME),
            ParameterKind::Where => Self::Typed(LONGEST_PLACE),
            ParameterKind::When
            | ParameterKind::From
            | ParameterKind::Until
            | ParameterKind::Zone
            | ParameterKind::HoursFrom
            | ParameterKind::HoursUntil
            | ParameterKind::With
            | ParameterKind::Mentor
            | ParameterKind::Adept
            | ParameterKind::One
            | ParameterKind::Other
            | ParameterKind::Programme => Self::Suggested,
            ParameterKind::MeetingNumber
            | ParameterKind::PairNumber
            | ParameterKind::ApplicationNumber
            | ParameterKind::LetterNumber
            | ParameterKind::GatheringNumber
            | ParameterKind::RoundNumber
            | ParameterKind::NoteNumber
            | ParameterKind::GoalNumber
            | ParameterKind::StepNumber
            | ParameterKind::Weight => Self::Number,
            ParameterKind::Role => Self::Role,
            ParameterKind::Language => Self::Language,
            ParameterKind::Account => Self::Person,
            ParameterKind::Leader => Self::PersonOrRole,
            ParameterKind::ListFile | ParameterKind::ProgrammeFile => Self::File,
            ParameterKind::Words => Self::Dialogue,
        }
    }

    /// What Discord calls it. None for what is no part of the command itself.
    pub const fn option(self) -> Option<CommandOptionType> {
        match self {
            Self::Typed(_) | Self::Suggested | Self::Role | Self::Language => {
                Some(CommandOptionType::String)
            }
            Self::Number => Some(CommandOptionType::Integer),
            Self::Person => Some(CommandOptionType::User),
            Self::PersonOrRole => Some(CommandOptionType::Mentionable),
            Self::File => Some(CommandOptionType::Attachment),
            Self::Dialogue => None,
        }
    }
}

/// Whether Discord accepts a word as the name of a command or of a part of it.
pub fn is_name(word: &str) -> bool {
    let is_plain =
        |c: char| (c.is_alphanumeric() || matches!(c, '-' | '_' | '\'')) && !c.is_uppercase();
    (1..=LONGEST_LABEL).contains(&word.chars().count()) && word.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_in_small_letters() {
        for name in ["book", "träff", "gå-med", "don't", &"å".repeat(32)] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "Book", "two words", "a.b", &"å".repeat(33)] {
            assert!(!is_name(name), "{name}");
        }
    }
}
