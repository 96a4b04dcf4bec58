//! The lines in which the results of a check-in are put.

use jiff::civil;

use crate::{
    app::check_ins::{Split, question_line},
    domain::{
        checkin::{Asks, Question, Topic},
        disclosure::Cell,
        gathering::Gathering,
        message::{Message, Tenths, checkin::CheckInSays as Says},
        role::Role,
    },
};

pub(super) fn cell_line(cell: Cell, threshold: u8) -> Message {
    match (cell, cell.tenths()) {
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
        Asks::Library(_) | Asks::Own { .. } => question_line(question, Role::Adept, since),
    }
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
