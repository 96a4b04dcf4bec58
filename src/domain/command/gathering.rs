//! What people say about group sessions: that they come, and, if they lead, what is planned.

use jiff::civil::{Date, DateTime};

use super::{
    Command, CommandName, Lexicon, Misread, OwnCommand, Repeat, Spoken,
    clock::day,
    numbers::{maybe_number, number_first},
    read::{LONGEST_REMARK, after_word, own_words},
    repeat,
    times::{Span, span_and_place},
};
use crate::domain::{
    gathering::{Answer, LONGEST_ABOUT},
    meeting::LONGEST_PLACE,
    role::Role,
    when::normalise,
};

/// What a leader asks for about group sessions.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is what `CommandName` says, with what it needs")]
pub enum GatheringCommand {
    Create { title: String, first: Span, repeat: Option<Repeat>, place: Option<String> },
    Show { number: i64 },
    Move { number: i64, at: Span },
    Edit { number: i64, edit: Option<Edit> },
    Cancel { number: i64 },
    Attendance { number: i64, names: Option<String> },
    Material { number: i64, words: String },
}

/// What of a group session can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What it is called.
    Title,
    /// When it begins.
    Time,
    /// Where it is.
    Place,
    /// What it is about.
    About,
    /// For whom it is.
    For,
    /// For how many there is room.
    Capacity,
    /// The last day to answer.
    AnswerBy,
    /// How long it is.
    Minutes,
}

/// A change to a group session. None takes something away.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what `Field` says, with what it becomes")]
pub enum Edit {
    Title(String),
    Time(Span),
    Place(Option<String>),
    About(Option<String>),
    For(Option<Role>),
    Capacity(Option<i64>),
    AnswerBy(Option<Date>),
    Minutes(i64),
}

impl Field {
    /// Every field, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Time,
        Self::Place,
        Self::About,
        Self::For,
        Self::Capacity,
        Self::AnswerBy,
        Self::Minutes,
    ];

    /// The last part of its key in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Time => "time",
            Self::Place => "place",
            Self::About => "about",
            Self::For => "for",
            Self::Capacity => "capacity",
            Self::AnswerBy => "answer-by",
            Self::Minutes => "minutes",
        }
    }
}

/// Whether one comes, and to which.
pub(super) fn answer(spoken: &Spoken, answer: Answer) -> Result<Command, Misread> {
    let number = maybe_number(&spoken.rest)?;
    let programme = spoken.programme.clone();
    Ok(OwnCommand::GatheringAnswer { number, answer, programme }.into())
}

/// What a leader asks for about a group session.
pub(super) fn led(
    name: CommandName,
    rest: &str,
    lexicon: &Lexicon,
    now: DateTime,
) -> Result<Command, Misread> {
    if name == CommandName::GatheringCreate {
        return create(rest, lexicon, now);
    }
    let (number, after) = number_first(rest)?;
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others are no group session's")]
    Ok(match name {
        CommandName::GatheringMove => match span_and_place(after, lexicon, now)? {
            (at, None) => GatheringCommand::Move { number, at },
            // Only the time is moved: a new place would be dropped in silence.
            (_, Some(_)) => return Err(Misread::TooMuch),
        },
        CommandName::GatheringEdit => {
            GatheringCommand::Edit { number, edit: edit(after, lexicon, now)? }
        }
        CommandName::GatheringAttendance => {
            let names = Some(after.to_owned()).filter(|names| !names.is_empty());
            GatheringCommand::Attendance { number, names }
        }
        CommandName::GatheringMaterial => {
            GatheringCommand::Material { number, words: own_words(after, LONGEST_REMARK)? }
        }
        _ if !after.is_empty() => return Err(Misread::TooMuch),
        CommandName::GatheringCancel => GatheringCommand::Cancel { number },
        _ => GatheringCommand::Show { number },
    }
    .into())
}

/// A title, a comma, when it is or how often, and perhaps the place.
fn create(rest: &str, lexicon: &Lexicon, now: DateTime) -> Result<Command, Misread> {
    // A title may hold commas: it ends where a time follows.
    let mut misread = Misread::Incomplete;
    for (at, _) in rest.char_indices().filter(|(_, c)| *c == ',') {
        let title = rest.get(..at).unwrap_or_default().trim().to_owned();
        let after = rest.get(at + 1..).unwrap_or_default().trim();
        let planned = match repeat::interval(after, lexicon) {
            Some(said) => repeat::series(said, lexicon, now)
                .map(|(first, repeat, place)| (first, Some(repeat), place)),
            None => span_and_place(after, lexicon, now).map(|(first, place)| (first, None, place)),
        };
        match planned {
            Ok((first, repeat, place)) => {
                return Ok(GatheringCommand::Create { title, first, repeat, place }.into());
            }
            Err(error) => misread = error,
        }
    }
    Err(misread)
}

/// What shall change. None if nothing was said.
fn edit(rest: &str, lexicon: &Lexicon, now: DateTime) -> Result<Option<Edit>, Misread> {
    if rest.is_empty() {
        return Ok(None);
    }
    // The end of "place" is a word like any other: a blank behind it makes it one.
    let padded = format!("{rest} ");
    let fields = lexicon.fields.iter().flat_map(|(field, words)| {
        words.iter().filter_map(|word| {
            Some((word.split_whitespace().count(), *field, after_word(&padded, word)?))
        })
    });
    let Some((_, field, value)) = fields.max_by_key(|(length, ..)| *length) else {
        return Ok(None);
    };
    let value = value.trim();
    let is_off = lexicon.ends.contains(&normalise(value));
    let words = |most| own_words(value, most).map(|words| Some(words).filter(|_| !is_off));
    Ok(Some(match field {
        Field::Title => Edit::Title(own_words(value, LONGEST_ABOUT)?),
        Field::Time => match span_and_place(value, lexicon, now)? {
            (at, None) => Edit::Time(at),
            (_, Some(_)) => return Err(Misread::TooMuch),
        },
        Field::Place => Edit::Place(words(LONGEST_PLACE)?),
        Field::About => Edit::About(words(2 * LONGEST_ABOUT)?),
        Field::For => Edit::For(audience(value, lexicon)?),
        Field::Capacity if is_off => Edit::Capacity(None),
        Field::Capacity => Edit::Capacity(Some(first_number(value)?)),
        Field::AnswerBy if is_off => Edit::AnswerBy(None),
        Field::AnswerBy => Edit::AnswerBy(Some(day(value, lexicon, now)?)),
        Field::Minutes => Edit::Minutes(first_number(value)?),
    }))
}

/// "90", or "90 minutes".
fn first_number(value: &str) -> Result<i64, Misread> {
    let first = value.split_whitespace().next().unwrap_or_default();
    first.parse().map_err(|_| Misread::Incomplete)
}

/// For whom a group session is.
fn audience(value: &str, lexicon: &Lexicon) -> Result<Option<Role>, Misread> {
    let said = normalise(value);
    if lexicon.everybody.contains(&said) {
        return Ok(None);
    }
    let named = lexicon.roles.iter().find(|(role, words)| {
        *role != Role::Leader && words.iter().any(|word| normalise(word) == said)
    });
    named.map(|(role, _)| Some(*role)).ok_or_else(|| Misread::BadRole(value.to_owned()))
}
