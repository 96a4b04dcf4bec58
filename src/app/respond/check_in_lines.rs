//! The lines in which the results of a check-in are put.

use jiff::civil;

use crate::{
    app::check_ins::{Split, question_line},
    domain::{
        checkin::{Asks, Occasion, Question, Scale, Topic},
        disclosure::Cell,
        gathering::Gathering,
        message::{Message, Tenths, checkin::CheckInSays as Says},
        role::Role,
    },
};

pub(super) fn cell_line(scale: Scale, cell: Cell, threshold: u8) -> Message {
    match (cell, cell.tenths()) {
        (Cell::Shown { count, .. }, _) if scale.is_share() => {
            Says::Share { percent: cell.percent().unwrap_or_default(), count }
        }
        (Cell::Shown { count, .. }, Some(mean)) => Says::Mean { mean: Tenths(mean), count },
        // Which of the two it is would tell what each one answered.
        (Cell::TooFew | Cell::Alike | Cell::Shown { .. }, _) => {
            Says::NotShown { threshold: i64::from(threshold) }
        }
    }
    .into()
}

/// A question as those read it who see the results: what mentors and adepts were asked in different
/// words is put in words for both.
pub(super) fn result_question(question: &Question, since: civil::Date) -> Message {
    match question.asks {
        Asks::Library(Topic::Use) => Says::UseResults.into(),
        Asks::Gain { ref words } => Says::Own { words: words.clone() }.into(),
        Asks::Library(_) | Asks::Own { .. } => question_line(question, Role::Adept, since),
    }
}

/// What a round was held for, if it was for more than to see how it goes.
pub(super) fn occasion_line(occasion: Occasion) -> Option<Message> {
    let says = match occasion {
        Occasion::CheckIn => return None,
        Occasion::Start => Says::OfStart,
        Occasion::Halftime => Says::OfHalftime,
        Occasion::Close => Says::OfClose,
        Occasion::FollowUp => Says::OfFollowUp,
    };
    Some(says.into())
}

pub(super) fn part_line(split: Split, group: &str, gatherings: &[Gathering]) -> Message {
    match (split, group) {
        (Split::Role, group) if group == Role::Mentor.as_str() => Says::Mentors,
        (Split::Role, _) => Says::Adepts,
        (Split::Gathering, group) => {
            let number = group.trim_start_matches('-');
            let one = gatherings.iter().find(|one| one.number.to_string() == number);
            match one.map(|one| one.plan.titles.clone()) {
                Some(title) if group.starts_with('-') => Says::WasElsewhere { title },
                Some(title) => Says::WasThere { title },
                None => Says::NoOrganisation,
            }
        }
        (Split::Organisation, "") => Says::NoOrganisation,
        (Split::Organisation, name) => Says::Organisation { name: name.to_owned() },
    }
    .into()
}
