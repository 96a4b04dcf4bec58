//! What the rows and columns of the report are called.

use jiff::civil::Date;

use crate::{
    app::check_ins::question_line,
    domain::{
        checkin::{Occasion, Question, Topic},
        message::{
            Code, Message, checkin::CheckInSays, report::ReportSays as Says, training::TrainingSays,
        },
        report::{Answered, Concern, RoundResult},
        role::Role,
    },
};

pub(super) fn round_name(round: &RoundResult) -> Message {
    occasion_name(round.occasion, round.number, round.on)
}

pub(super) fn occasion_name(occasion: Occasion, number: i64, on: Date) -> Message {
    match occasion {
        Occasion::CheckIn => Says::RowCheckIn { number, on },
        Occasion::Start => Says::RowStart { on },
        Occasion::Halftime => Says::RowHalftime { on },
        Occasion::Close => Says::RowClose { on },
        Occasion::FollowUp => Says::RowFollowUp { on },
    }
    .into()
}

/// A question as those read it who weren't asked.
pub(super) fn question_name(question: &Answered) -> Message {
    if let Some(words) = &question.words {
        return CheckInSays::Own { words: words.clone() }.into();
    }
    let says = match Topic::named(&question.question) {
        None => return Says::None.into(),
        Some(Topic::Use) => CheckInSays::UseResults,
        Some(Topic::Met) => CheckInSays::MetResults,
        Some(topic) => {
            let question = Question::library(topic, None);
            return question_line(&question, Role::Adept, Date::ZERO);
        }
    };
    says.into()
}

pub(super) fn concern(concern: Concern) -> Message {
    match concern {
        Concern::Meetings => Says::ConcernMeetings,
        Concern::Goals => Says::ConcernGoals,
        Concern::Wellbeing => Says::ConcernWellbeing,
        Concern::Contact => Says::ConcernContact,
        Concern::Programme => Says::ConcernProgramme,
    }
    .into()
}

/// What is said of a text that the file no longer has.
pub(super) fn own_title(key: &str) -> Message {
    TrainingSays::TitleOwn { key: Code(key.to_owned()) }.into()
}
