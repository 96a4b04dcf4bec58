//! The answers that a question offers, and what people type who choose one of them.

use crate::{
    document::Document,
    domain::{
        gathering,
        meeting::Verdict,
        message::{Message, application::ApplicationSays, general::General, meeting::MeetingSays},
        press::{Move, Press},
        proposal,
        when::normalise,
    },
    l10n::Words,
    store::OpenQuestion,
};

/// What somebody chooses who types that, if it is what a button says, in whatever language.
pub(super) fn labelled(question: &OpenQuestion, said: &str, words: &Words) -> Option<Press> {
    let exact = labels(question, words).find(|(label, _)| label == said);
    if let Some((_, press)) = exact {
        return Some(press);
    }
    let says = |label: &str| without_number(label) == Some(said);
    let mut presses = labels(question, words).filter(|(label, _)| says(label));
    let (_, first) = presses.next()?;
    presses.all(|(_, press)| press == first).then_some(first)
}

/// What somebody chooses who types only the first words of what a button says. None if several
/// begin so.
pub(super) fn beginning(question: &OpenQuestion, said: &str, words: &Words) -> Option<Press> {
    let begins = |label: &str| label.strip_prefix(said).is_some_and(|rest| rest.starts_with(' '));
    let mut presses = labels(question, words).filter(|(label, _)| begins(label));
    let (_, first) = presses.next()?;
    presses.all(|(_, press)| press == first).then_some(first)
}

/// What the buttons of a question say, first as they were shown, then in every language.
fn labels(question: &OpenQuestion, words: &Words) -> impl Iterator<Item = (String, Press)> {
    let shown = read(question);
    let said = words.locales().map(|locale| words.say(locale, &question.message));
    let documents = shown.into_iter().chain(said);
    let buttons = documents.flat_map(|document| document.buttons);
    buttons.map(|button| (plain(&button.label), button.press))
}

/// The answer to a question that agrees, or that doesn't. None if none does, or several might.
pub(super) fn agreeing(question: &OpenQuestion, agrees: bool) -> Option<Press> {
    // To other questions of an application yes and no may be answers in one's own words.
    let is_notice = matches!(
        question.message,
        Message::Application(ApplicationSays::AskNotice { .. } | ApplicationSays::Summary { .. })
    );
    let means = |press: &Press| match press {
        Press::Step(_, Move::On) => agrees && is_notice,
        Press::Confirm(_)
        | Press::Booked(_)
        | Press::Met(_, Verdict::Held)
        | Press::Agree(..)
        | Press::Attend(_, gathering::Answer::Yes)
        | Press::Proposal(_, proposal::Answer::Yes) => agrees,
        Press::Discard(_)
        | Press::NotYet(_)
        | Press::Met(_, Verdict::NotHeld)
        | Press::Attend(_, gathering::Answer::No)
        | Press::Proposal(_, proposal::Answer::No) => !agrees,
        Press::TellLater(_)
        | Press::Met(_, Verdict::Rebooked | Verdict::Paused)
        | Press::Felt(..)
        | Press::Fits(..)
        | Press::Wish(..)
        | Press::Remind(..)
        | Press::Choose(..)
        | Press::Amend(..)
        | Press::Reopen(_)
        | Press::Learnt(_)
        | Press::GoalHelp(_)
        | Press::Score(..)
        | Press::Step(_, Move::Back)
        | Press::Proposal(_, proposal::Answer::More)
        | Press::Attend(_, gathering::Answer::Maybe)
        | Press::Rate(..)
        | Press::Tick(..)
        | Press::Ticked(..)
        | Press::Certify(..)
        | Press::StayInTouch(..)
        | Press::AskAgain(..)
        | Press::CaseWrite(_)
        | Press::CaseDone(_)
        | Press::CaseLater(_) => false,
    };
    let mut presses = read(question)?.buttons.into_iter().map(|button| button.press).filter(means);
    let only = presses.next()?;
    presses.next().is_none().then_some(only)
}

/// How a question was put, and what could be answered.
pub(super) fn read(question: &OpenQuestion) -> Option<Document> {
    serde_json::from_str(&question.document).ok()
}

/// The answers to a question, as lines with their numbers.
pub(super) fn answers_of(question: &OpenQuestion) -> Vec<Message> {
    let buttons = read(question).map(|document| document.buttons).unwrap_or_default();
    // Labels that are numbers are typed as they stand, and so are those beside them.
    let has_numbers = buttons.iter().any(|button| number_in(&button.label).is_some());
    let line = |(number, button): (i64, crate::document::Button)| {
        if has_numbers {
            General::Plain { words: button.label }.into()
        } else {
            General::Answer { number, label: button.label }.into()
        }
    };
    (1..).zip(buttons).map(line).collect()
}

/// A number that is all that was said, as long as it can be an answer.
pub(super) fn number_alone(text: &str) -> Option<usize> {
    let digits = text.trim_end_matches(['.', ')']);
    digits.parse::<usize>().ok().filter(|number| *number < 100)
}

/// Whether somebody names an answer that they want to change, as in "change 2".
pub(super) fn is_change(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    matches!(words.as_slice(), [_, number] if number_alone(number).is_some())
}

/// What somebody chooses by the place of a button, counted from one.
pub(super) fn numbered(question: &OpenQuestion, number: usize) -> Option<Press> {
    let buttons = read(question)?.buttons;
    if let Message::Meeting(MeetingSays::WhichOfTwo { times, .. }) = &question.message
        && number > buttons.len()
    {
        // Asked whether 3 or 15 is meant, people say 15.
        let mut meant =
            buttons.iter().zip(times).filter(|(_, at)| usize::try_from(at.hour()) == Ok(number));
        let found = meant.next().map(|(button, _)| button.press);
        return found.filter(|_| meant.next().is_none());
    }
    // Labels that are numbers themselves are typed as they stand: "3" is 3 months.
    let button = if buttons.iter().all(|button| number_in(&button.label).is_none()) {
        buttons.get(number.checked_sub(1)?)
    } else {
        buttons.iter().find(|button| number_in(&button.label) == Some(number))
    };
    button.map(|button| button.press)
}

/// The number that a label begins with, if it does.
fn number_in(label: &str) -> Option<usize> {
    label.split_whitespace().next()?.parse().ok()
}

/// What a label says after the number that it begins with.
fn without_number(label: &str) -> Option<&str> {
    number_in(label)?;
    label.split_once(' ').map(|(_, words)| words)
}

/// A label as somebody may type it.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim().trim_start_matches('[').trim_end_matches(']');
    // Few who type "ja gärna" type the comma, and few have a minus that isn't a hyphen.
    normalise(&text.trim_end_matches(['.', '!']).replace(',', " ").replace('−', "-"))
}
