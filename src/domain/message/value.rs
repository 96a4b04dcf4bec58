//! What the variables of a message can stand for.

use jiff::civil;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::domain::{
    ids::{
        AgreementId, ApplicationId, CaseId, DraftId, GatheringId, GoalId, LessonId, MeetingId,
        MemberId, NoteId, PairId, PersonId, ProposalId, RoundId,
    },
    locale::Translations,
    meeting::Verdict,
    moment::Moment,
};

/// What a variable of a message stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing that is shown.
    Hidden,
    /// A number, which may select a plural form.
    Number(i64),
    /// A number with one decimal, in tenths.
    Tenths(i64),
    /// A name, or people's own words.
    Text(String),
    /// Something to type as it stands.
    Code(String),
    /// A day.
    Day(civil::Date),
    /// A day and a time, as they were typed or stand on the clock that the text names.
    Clock(civil::DateTime),
    /// A day and a time that everybody may be shown on their own clock.
    Moment(Moment),
    /// A leader's own words, in whichever language they are read.
    Translated(Translations),
    /// Names in a row, with "and" before the last.
    Names(Vec<String>),
    /// Words of another message.
    Message(Box<Message>),
    /// Other messages, one below the other.
    Points(Vec<Message>),
    /// A file that goes along and is not part of the text.
    File(FileText),
}

/// The name of a person or a programme.
pub type Name = String;
/// People's own words.
pub type Words = String;
/// How many.
pub type Count = i64;

/// How many there are.
pub fn count(number: usize) -> Count {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A message inside a message.
pub type Line = Box<Message>;
/// Messages below one another inside a message.
pub type Lines = Vec<Message>;

/// Something to type as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(pub String);

/// A number with one decimal, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tenths(pub i64);

/// Which of a pair's meetings a message is about, for the file that goes into calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Which {
    /// Whose it is.
    pub pair: PairId,
    /// What people call it.
    pub number: i64,
}

/// A text file made by the bot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileText {
    /// Its name, with an ending.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// How a field becomes a value.
pub(super) trait Shown {
    fn shown(&self) -> Value;
}

macro_rules! shown {
    ($($type:ty: $this:ident => $value:expr),+ $(,)?) => {$(
        impl Shown for $type {
            fn shown(&self) -> Value {
                let $this = self;
                $value
            }
        }
    )+};
}

shown! {
    i64: number => Value::Number(*number),
    Tenths: number => Value::Tenths(number.0),
    GoalId: _id => Value::Hidden,
    MemberId: _id => Value::Hidden,
    PersonId: _id => Value::Hidden,
    bool: _is => Value::Hidden,
    String: text => Value::Text(text.clone()),
    Code: code => Value::Code(code.0.clone()),
    civil::Date: day => Value::Day(*day),
    civil::DateTime: at => Value::Clock(*at),
    Moment: moment => Value::Moment(*moment),
    Vec<String>: names => Value::Names(names.clone()),
    Box<Message>: message => Value::Message(message.clone()),
    Vec<Message>: messages => Value::Points(messages.clone()),
    FileText: file => Value::File(file.clone()),
    PairId: _id => Value::Hidden,
    MeetingId: _id => Value::Hidden,
    CaseId: _id => Value::Hidden,
    DraftId: _id => Value::Hidden,
    ProposalId: _id => Value::Hidden,
    AgreementId: _id => Value::Hidden,
    ApplicationId: _id => Value::Hidden,
    LessonId: _id => Value::Hidden,
    GatheringId: _id => Value::Hidden,
    RoundId: _id => Value::Hidden,
    Translations: words => Value::Translated(words.clone()),
    NoteId: _id => Value::Hidden,
    Vec<NoteId>: _ids => Value::Hidden,
    Verdict: _verdict => Value::Hidden,
    Which: _which => Value::Hidden,
    Vec<Which>: _which => Value::Hidden,
}
