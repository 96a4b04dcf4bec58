//! Everything the bot says, before anyone chose a language or a platform.
//!
//! A message is a kind and the values that belong to it. Its words stand in the locale files,
//! under the name of the kind; a variable there is a field here, and a button's label is an
//! attribute. Messages wait in the outbox across restarts and upgrades, so their JSON is a stored
//! format: add kinds freely, never change what an old one looks like.

#[macro_use]
mod says;

pub mod agenda;
pub mod agreement;
pub mod application;
pub mod attention;
pub mod checkin;
pub mod contact;
pub mod farewell;
pub mod fault;
pub mod gathering;
pub mod general;
pub mod goal;
pub mod matching;
pub mod meeting;
pub mod note;
pub mod nudge;
pub mod outbox;
pub mod pair;
pub mod people;
pub mod programme;
pub mod reflection;
pub mod report;
pub mod rights;
pub mod selection;
pub mod settings;
mod subject;
pub mod training;
mod value;

use serde::{Deserialize, Serialize};

pub use says::{Label, Offer, Shape};
pub use subject::Subject;
pub use value::{Code, Count, FileText, Line, Lines, Name, Tenths, Value, Which, Words, count};

use crate::domain::ids::NoteId;

/// What is said. A refusal is an ordinary message too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// Asks people to do something for their pair.
    Nudge(nudge::Nudge),
    /// About a pair's meetings.
    Meeting(meeting::MeetingSays),
    /// About what an adept wants to reach.
    Goal(goal::GoalSays),
    /// About somebody's own notes.
    Note(note::NoteSays),
    /// What the two might talk about.
    Agenda(agenda::AgendaSays),
    /// About looking back.
    Reflection(reflection::ReflectionSays),
    /// About check-ins.
    #[serde(rename = "checkin")]
    CheckIn(checkin::CheckInSays),
    /// About group sessions.
    Gathering(gathering::GatheringSays),
    /// About a pair as such.
    Pair(pair::PairSays),
    /// About what a pair agrees on.
    Agreement(agreement::AgreementSays),
    /// About applying to a programme.
    Application(application::ApplicationSays),
    /// About choosing among applications.
    Selection(selection::SelectionSays),
    /// About who suits whom.
    Matching(matching::MatchingSays),
    /// About a programme.
    Programme(programme::ProgrammeSays),
    /// About the people of a programme.
    People(people::PeopleSays),
    /// About how a person wants to be spoken to, and when.
    Settings(settings::SettingsSays),
    /// What people read before they begin.
    Training(training::TrainingSays),
    /// About what is kept of people, and what leaders did.
    Rights(rights::RightsSays),
    /// A word to the leaders.
    Contact(contact::ContactSays),
    /// About the end of a programme.
    Farewell(farewell::FarewellSays),
    /// The evaluation report.
    Report(report::ReportSays),
    /// What a leader should look at.
    Attention(attention::AttentionSays),
    /// About what was sent and what wasn't.
    Outbox(outbox::OutboxSays),
    /// About the faults of a file.
    Fault(fault::FaultSays),
    /// Everything that belongs to no one thing.
    General(general::General),
}

/// Applies one expression to whichever message it is.
macro_rules! each {
    ($message:expr, $says:ident => $do:expr) => {
        match $message {
            Message::Nudge($says) => $do,
            Message::Meeting($says) => $do,
            Message::Goal($says) => $do,
            Message::Note($says) => $do,
            Message::Agenda($says) => $do,
            Message::Reflection($says) => $do,
            Message::CheckIn($says) => $do,
            Message::Gathering($says) => $do,
            Message::Pair($says) => $do,
            Message::Agreement($says) => $do,
            Message::Application($says) => $do,
            Message::Selection($says) => $do,
            Message::Matching($says) => $do,
            Message::Programme($says) => $do,
            Message::People($says) => $do,
            Message::Settings($says) => $do,
            Message::Training($says) => $do,
            Message::Rights($says) => $do,
            Message::Contact($says) => $do,
            Message::Farewell($says) => $do,
            Message::Report($says) => $do,
            Message::Attention($says) => $do,
            Message::Outbox($says) => $do,
            Message::Fault($says) => $do,
            Message::General($says) => $do,
        }
    };
}

impl Message {
    /// Its feature and kind, such as `nudge` and `BookMeeting`.
    pub fn kind(&self) -> (&'static str, &'static str) {
        each!(self, says => (says.feature(), says.kind()))
    }

    /// What its variables stand for.
    pub fn values(&self) -> Vec<(&'static str, Value)> {
        each!(self, says => says.values())
    }

    /// The answers that are offered as buttons.
    pub fn offers(&self) -> Vec<Offer> {
        each!(self, says => says.offers())
    }

    /// Whether it says that what was said or pressed has changed nothing.
    pub const fn is_refusal(&self) -> bool {
        use general::General;
        matches!(
            self,
            Self::General(
                General::Outdated
                    | General::NotYours
                    | General::LeadersOnly
                    | General::NotLed { .. }
                    | General::PairsOnly
                    | General::InPrivate
                    | General::Stranger { .. }
                    | General::Broken
            )
        )
    }

    /// Whether it may be read by whoever happens to be where it is said: it tells nothing of anybody.
    pub const fn is_for_anybody(&self) -> bool {
        use general::General;
        matches!(
            self,
            Self::General(
                General::InPrivate | General::Stranger { .. } | General::HelpStranger { .. }
            ) | Self::Application(
                application::ApplicationSays::InDirect
                    | application::ApplicationSays::NoneOpen
                    | application::ApplicationSays::CanApply { .. }
                    | application::ApplicationSays::OpenItem { .. }
                    | application::ApplicationSays::WhichProgramme { .. }
            )
        )
    }

    /// A file that goes along.
    pub fn file(&self) -> Option<FileText> {
        self.values().into_iter().find_map(|(_, value)| match value {
            Value::File(file) => Some(file),
            Value::Hidden
            | Value::Number(_)
            | Value::Tenths(_)
            | Value::Text(_)
            | Value::Code(_)
            | Value::Day(_)
            | Value::Clock(_)
            | Value::Moment(_)
            | Value::Translated(_)
            | Value::Names(_)
            | Value::Message(_)
            | Value::Points(_) => None,
        })
    }

    /// The same with an empty file, if one goes along.
    #[must_use]
    pub fn without_file(&self) -> Self {
        let mut message = self.clone();
        if let Self::People(people::PeopleSays::Invitations { file, .. })
        | Self::Matching(matching::MatchingSays::ProposedFile { file, .. })
        | Self::Selection(selection::SelectionSays::ByHand { file, .. })
        | Self::Programme(
            programme::ProgrammeSays::Created { file, .. }
            | programme::ProgrammeSays::Show { file, .. },
        )
        | Self::Rights(
            rights::RightsSays::MyData { file }
            | rights::RightsSays::MyDataForPrograms { file }
            | rights::RightsSays::ActsFile { file, .. },
        )
        | Self::Report(
            report::ReportSays::Chat { file, .. }
            | report::ReportSays::Table { file }
            | report::ReportSays::Data { file },
        )
        | Self::Farewell(farewell::FarewellSays::Over { file, .. })
        | Self::Note(
            note::NoteSays::ListFile { file, .. } | note::NoteSays::All { file, .. },
        ) = &mut message
        {
            file.text.clear();
        }
        message
    }

    /// The notes that it names.
    pub fn notes(&self) -> Vec<NoteId> {
        match (self, self.briefing()) {
            (Self::Note(says), _) => says.notes(),
            (Self::Reflection(says), _) => says.notes(),
            (_, Some(lines)) => lines.iter().flat_map(Self::notes).collect(),
            (_, None) => vec![],
        }
    }

    /// Puts in what the notes say that it names.
    pub fn put_notes(&mut self, opened: &note::Opened) {
        if let Self::Note(says) = self {
            says.with_notes(opened);
        }
        if let Self::Reflection(says) = self {
            says.with_notes(opened);
        }
        if let Self::Meeting(
            meeting::MeetingSays::Tomorrow { lines, .. }
            | meeting::MeetingSays::TomorrowPlace { lines, .. },
        )
        | Self::Agenda(agenda::AgendaSays::Card { lines, .. }) = self
        {
            for line in lines {
                line.put_notes(opened);
            }
        }
    }

    /// The lines of a message that prepares a meeting: there may be a note among them.
    const fn briefing(&self) -> Option<&Lines> {
        if let Self::Meeting(
            meeting::MeetingSays::Tomorrow { lines, .. }
            | meeting::MeetingSays::TomorrowPlace { lines, .. },
        )
        | Self::Agenda(agenda::AgendaSays::Card { lines, .. }) = self
        {
            Some(lines)
        } else {
            None
        }
    }

    /// What a question is about, so that a later one about the same takes its place.
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Self::Nudge(nudge) => nudge.pair().map(Subject::Pair),
            Self::Meeting(says) => says.pair().map(Subject::Pair),
            Self::Gathering(says) => says.asks_about().map(Subject::Gathering),
            Self::CheckIn(says) => says.asks_about().map(Subject::Round),
            Self::Goal(_)
            | Self::Note(_)
            | Self::Agenda(_)
            | Self::Reflection(_)
            | Self::Pair(_)
            | Self::Agreement(_)
            | Self::Application(_)
            | Self::Selection(_)
            | Self::Matching(_)
            | Self::Programme(_)
            | Self::People(_)
            | Self::Settings(_)
            | Self::Training(_)
            | Self::Rights(_)
            | Self::Contact(_)
            | Self::Farewell(_)
            | Self::Report(_)
            | Self::Attention(_)
            | Self::Outbox(_)
            | Self::Fault(_)
            | Self::General(_) => None,
        }
    }

    /// The kinds of every feature, for the tests that hold the locale files and the stored format
    /// against them.
    pub fn shapes() -> impl Iterator<Item = (&'static str, &'static Shape)> {
        let of = |feature: &'static str, shapes: &'static [Shape]| {
            shapes.iter().map(move |shape| (feature, shape))
        };
        of(nudge::Nudge::FEATURE, nudge::Nudge::SHAPES)
            .chain(of(meeting::MeetingSays::FEATURE, meeting::MeetingSays::SHAPES))
            .chain(of(goal::GoalSays::FEATURE, goal::GoalSays::SHAPES))
            .chain(of(note::NoteSays::FEATURE, note::NoteSays::SHAPES))
            .chain(of(agenda::AgendaSays::FEATURE, agenda::AgendaSays::SHAPES))
            .chain(of(reflection::ReflectionSays::FEATURE, reflection::ReflectionSays::SHAPES))
            .chain(of(checkin::CheckInSays::FEATURE, checkin::CheckInSays::SHAPES))
            .chain(of(gathering::GatheringSays::FEATURE, gathering::GatheringSays::SHAPES))
            .chain(of(pair::PairSays::FEATURE, pair::PairSays::SHAPES))
            .chain(of(agreement::AgreementSays::FEATURE, agreement::AgreementSays::SHAPES))
            .chain(of(application::ApplicationSays::FEATURE, application::ApplicationSays::SHAPES))
            .chain(of(selection::SelectionSays::FEATURE, selection::SelectionSays::SHAPES))
            .chain(of(matching::MatchingSays::FEATURE, matching::MatchingSays::SHAPES))
            .chain(of(programme::ProgrammeSays::FEATURE, programme::ProgrammeSays::SHAPES))
            .chain(of(people::PeopleSays::FEATURE, people::PeopleSays::SHAPES))
            .chain(of(settings::SettingsSays::FEATURE, settings::SettingsSays::SHAPES))
            .chain(of(training::TrainingSays::FEATURE, training::TrainingSays::SHAPES))
            .chain(of(rights::RightsSays::FEATURE, rights::RightsSays::SHAPES))
            .chain(of(contact::ContactSays::FEATURE, contact::ContactSays::SHAPES))
            .chain(of(farewell::FarewellSays::FEATURE, farewell::FarewellSays::SHAPES))
            .chain(of(report::ReportSays::FEATURE, report::ReportSays::SHAPES))
            .chain(of(attention::AttentionSays::FEATURE, attention::AttentionSays::SHAPES))
            .chain(of(outbox::OutboxSays::FEATURE, outbox::OutboxSays::SHAPES))
            .chain(of(fault::FaultSays::FEATURE, fault::FaultSays::SHAPES))
            .chain(of(general::General::FEATURE, general::General::SHAPES))
    }
}

macro_rules! from_says {
    ($($feature:ident: $says:ty),+ $(,)?) => {$(
        impl From<$says> for Message {
            fn from(says: $says) -> Self {
                Self::$feature(says)
            }
        }
    )+};
}

from_says! {
    Nudge: nudge::Nudge,
    Meeting: meeting::MeetingSays,
    Goal: goal::GoalSays,
    Note: note::NoteSays,
    Agenda: agenda::AgendaSays,
    Reflection: reflection::ReflectionSays,
    CheckIn: checkin::CheckInSays,
    Gathering: gathering::GatheringSays,
    Pair: pair::PairSays,
    Agreement: agreement::AgreementSays,
    Application: application::ApplicationSays,
    Selection: selection::SelectionSays,
    Matching: matching::MatchingSays,
    Programme: programme::ProgrammeSays,
    People: people::PeopleSays,
    Settings: settings::SettingsSays,
    Training: training::TrainingSays,
    Rights: rights::RightsSays,
    Contact: contact::ContactSays,
    Farewell: farewell::FarewellSays,
    Report: report::ReportSays,
    Attention: attention::AttentionSays,
    Outbox: outbox::OutboxSays,
    Fault: fault::FaultSays,
    General: general::General,
}
