//! From what was chosen piece by piece to what somebody would have typed: the way back from
//! [`read`](super::read()), so that there is one grammar and one reader of it.

use super::{CommandName, Lexicon, ParameterKind, Spoken, read::after_word};
use crate::domain::role::Role;

/// A command, and what was given to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Which command.
    pub name: CommandName,
    /// What was given, in whichever order.
    pub values: Vec<(ParameterKind, String)>,
}

impl Given {
    /// The command by itself.
    pub const fn nothing(name: CommandName) -> Self {
        Self { name, values: vec![] }
    }

    /// The same with something given. What consists of nothing but blanks isn't.
    #[must_use]
    pub fn with(mut self, kind: ParameterKind, value: &str) -> Self {
        let value = match kind {
            // People's own words keep their lines.
            ParameterKind::Words => value.trim().to_owned(),
            ParameterKind::Code
            | ParameterKind::When
            | ParameterKind::Where
            | ParameterKind::MeetingNumber
            | ParameterKind::From
            | ParameterKind::Until
            | ParameterKind::Language
            | ParameterKind::Zone
            | ParameterKind::Address
            | ParameterKind::HoursFrom
            | ParameterKind::HoursUntil
            | ParameterKind::With
            | ParameterKind::PersonName
            | ParameterKind::Role
            | ParameterKind::Account
            | ParameterKind::Leader
            | ParameterKind::Mentor
            | ParameterKind::One
            | ParameterKind::Other
            | ParameterKind::Adept
            | ParameterKind::PairNumber
            | ParameterKind::ApplicationNumber
            | ParameterKind::Numbers
            | ParameterKind::Points
            | ParameterKind::GatheringNumber
            | ParameterKind::RoundNumber
            | ParameterKind::Title
            | ParameterKind::Change
            | ParameterKind::Names
            | ParameterKind::LetterNumber
            | ParameterKind::NoteNumber
            | ParameterKind::GoalNumber
            | ParameterKind::StepNumber
            | ParameterKind::Weight
            | ParameterKind::Score
            | ParameterKind::ListFile
            | ParameterKind::ProgrammeFile
            | ParameterKind::Programme => on_one_line(value),
        };
        if !value.is_empty() {
            self.values.push((kind, value));
        }
        self
    }

    /// What was given of a kind.
    pub fn value(&self, kind: ParameterKind) -> Option<&str> {
        let given = self.values.iter().find(|(given, _)| *given == kind);
        given.map(|(_, value)| value.as_str())
    }
}

/// The command as if it had been typed. What is missing is left out, and what a value says is not
/// judged: whoever reads it says what is wrong, as if it had been typed.
pub fn compose(given: &Given, lexicon: &Lexicon) -> Spoken {
    let mut spoken = Spoken { name: given.name, rest: String::new(), about: None, programme: None };
    for parameter in given.name.parameters() {
        let Some(value) = given.value(parameter.kind) else { continue };
        let (between, said) = match parameter.kind {
            // These stand beside the words of the command.
            ParameterKind::With => {
                spoken.about = Some(value.trim_start_matches('@').to_owned());
                continue;
            }
            ParameterKind::Programme => {
                spoken.programme = Some(value.trim_start_matches('#').to_owned());
                continue;
            }
            // A file comes along by itself.
            ParameterKind::ListFile | ParameterKind::ProgrammeFile => continue,
            ParameterKind::Where => (", ", value.to_owned()),
            // A title ends with a comma, as where it is typed.
            ParameterKind::Title => (" ", format!("{value},")),
            ParameterKind::Role => (", ", role(value, lexicon)),
            // Whole names need a word between them.
            ParameterKind::Adept | ParameterKind::Other => {
                (" ", after(lexicon.joiners.first(), value))
            }
            ParameterKind::From if is_begun(value, lexicon) => (" ", value.to_owned()),
            ParameterKind::From => (" ", after(lexicon.starters.first(), value)),
            ParameterKind::Until | ParameterKind::HoursUntil => (" – ", value.to_owned()),
            ParameterKind::Code
            | ParameterKind::When
            | ParameterKind::MeetingNumber
            | ParameterKind::NoteNumber
            | ParameterKind::GoalNumber
            | ParameterKind::StepNumber
            | ParameterKind::Weight
            | ParameterKind::Score
            | ParameterKind::Language
            | ParameterKind::Zone
            | ParameterKind::Address
            | ParameterKind::HoursFrom
            | ParameterKind::PersonName
            | ParameterKind::Account
            | ParameterKind::Leader
            | ParameterKind::Mentor
            | ParameterKind::One
            | ParameterKind::PairNumber
            | ParameterKind::ApplicationNumber
            | ParameterKind::Numbers
            | ParameterKind::Points
            | ParameterKind::GatheringNumber
            | ParameterKind::RoundNumber
            | ParameterKind::Change
            | ParameterKind::Names
            | ParameterKind::LetterNumber
            | ParameterKind::Words => (" ", value.to_owned()),
        };
        if !spoken.rest.is_empty() {
            spoken.rest.push_str(between);
        }
        spoken.rest.push_str(&said);
    }
    spoken
}

fn on_one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `value` after a word, such as *from*.
fn after(word: Option<&String>, value: &str) -> String {
    word.map_or_else(|| value.to_owned(), |word| format!("{word} {value}"))
}

/// Whether somebody has written *from* themselves.
fn is_begun(value: &str, lexicon: &Lexicon) -> bool {
    lexicon.starters.iter().any(|word| after_word(value, word).is_some())
}

/// A role as people type it, which the locale files are free to change.
fn role(value: &str, lexicon: &Lexicon) -> String {
    let words = Role::named(value)
        .and_then(|chosen| lexicon.roles.iter().find(|(role, _)| *role == chosen))
        .and_then(|(_, words)| words.first());
    words.map_or_else(|| value.to_owned(), Clone::clone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_stands_in_the_order_of_the_grammar() {
        check(
            Given::nothing(CommandName::MeetingMove)
                .with(ParameterKind::When, "torsdag\nkl 13")
                .with(ParameterKind::MeetingNumber, "2"),
            "2 torsdag kl 13",
        );
        check(
            Given::nothing(CommandName::PeopleAdd)
                .with(ParameterKind::PersonName, "Anna Ek")
                .with(ParameterKind::Role, "leader")
                .with(ParameterKind::Account, "console:anna"),
            "Anna Ek, programledare console:anna",
        );
        check(
            Given::nothing(CommandName::PairAdd)
                .with(ParameterKind::Adept, "Anna Ek")
                .with(ParameterKind::Mentor, "Bo Berg"),
            "Bo Berg och Anna Ek",
        );
    }

    #[test]
    fn a_break_is_marked_where_it_begins() {
        let pause = || Given::nothing(CommandName::Pause);
        check(pause(), "");
        check(pause().with(ParameterKind::Until, "20/7"), "20/7");
        check(pause().with(ParameterKind::From, "1/7"), "från 1/7");
        check(pause().with(ParameterKind::From, "Från och med 1/7"), "Från och med 1/7");
        check(
            pause().with(ParameterKind::From, "1/7").with(ParameterKind::Until, "20/7"),
            "från 1/7 – 20/7",
        );
    }

    #[test]
    fn an_addressee_and_a_programme_stand_beside_the_words() {
        let given = Given::nothing(CommandName::MeetingList).with(ParameterKind::With, "@anna");
        let spoken = compose(&given, &lexicon());
        assert_eq!((spoken.rest.as_str(), spoken.about.as_deref()), ("", Some("anna")));
        let given = Given::nothing(CommandName::PairList).with(ParameterKind::Programme, "#ledare");
        let spoken = compose(&given, &lexicon());
        assert_eq!((spoken.rest.as_str(), spoken.programme.as_deref()), ("", Some("ledare")));
    }

    #[test]
    fn what_a_command_does_not_take_is_left_out() {
        check(Given::nothing(CommandName::Status).with(ParameterKind::When, "3/3"), "");
        check(Given::nothing(CommandName::Join).with(ParameterKind::Code, " \n "), "");
    }

    fn lexicon() -> Lexicon {
        Lexicon {
            roles: vec![(Role::Leader, vec!["programledare".to_owned(), "ledare".to_owned()])],
            joiners: vec!["och".to_owned()],
            starters: vec!["från".to_owned(), "fran".to_owned(), "fran och med".to_owned()],
            ..Lexicon::default()
        }
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "a test reads better so")]
    fn check(given: Given, expected: &str) {
        assert_eq!(compose(&given, &lexicon()).rest, expected);
    }
}
