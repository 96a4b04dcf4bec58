//! What follows the words of a command.

use jiff::civil::DateTime;

use super::{
    Command, CommandName, GoalCommand, LONGEST_NAME, LONGEST_WORDS, LeadCommand, Lexicon,
    OwnCommand, PairCommand, Spoken,
    clock::{hours, span, zone},
    gathering,
    named::{leading, person, programme, two_names},
    numbers::{
        decision, maybe_number, number, number_and_day, number_first, numbers, score,
        several_numbers,
    },
    repeat,
    times::{time_and_place, times_and_place},
};
use crate::domain::{
    account::BadAccount,
    application::Decision,
    gathering::Answer,
    goal::{LONGEST_GOAL, LONGEST_STEP},
    note::LONGEST_NOTE,
    when::{WhenError, normalise},
};

/// What followed a command can't be used.
#[derive(Debug, Clone, PartialEq)]
pub enum Misread {
    /// Something is missing.
    Incomplete,
    /// There is more than belongs there.
    TooMuch,
    /// It is no time, or none that will do. What was said after it comes along.
    When(WhenError, String),
    /// There are several times, of which each has to be booked by itself.
    SeveralTimes,
    /// The day until which something comes again can't be used.
    NoEnd,
    /// The words are too long, in characters.
    TooLong {
        /// How many there may be.
        most: usize,
    },
    /// It is no account.
    BadAccount(BadAccount),
    /// It is no role.
    BadRole(String),
    /// It is no time zone.
    NoSuchZone {
        /// What was said.
        said: String,
        /// What it may have been.
        nearest: String,
    },
    /// Those are no hours.
    BadHours,
}

/// Reads what follows a command. `now` is on the clock of whoever said it.
#[expect(clippy::too_many_lines, reason = "it is a table, with a row or two for each command")]
pub fn read(spoken: &Spoken, lexicon: &Lexicon, now: DateTime) -> Result<Command, Misread> {
    let rest = spoken.rest.as_str();
    match spoken.name {
        // Whoever asks for help gets it, whatever else they say.
        CommandName::Help => Ok(OwnCommand::Help.into()),
        CommandName::Status => alone(rest, OwnCommand::Status),
        CommandName::Join => Ok(OwnCommand::Join { code: one_word(rest)?.to_owned() }.into()),
        CommandName::Apply => Ok(OwnCommand::Apply { programme: programme(spoken)? }.into()),
        CommandName::Withdraw => Ok(OwnCommand::Withdraw { programme: programme(spoken)? }.into()),
        CommandName::ContactLeader => {
            let words = match rest {
                "" => None,
                words => Some(own_words(words, LONGEST_REMARK)?),
            };
            Ok(OwnCommand::ContactLeader { words, programme: spoken.programme.clone() }.into())
        }
        CommandName::ApplicationsList => alone(rest, LeadCommand::ApplicationsList),
        CommandName::ApplicationsShow => {
            Ok(LeadCommand::ApplicationsShow { number: number(rest)? }.into())
        }
        CommandName::ApplicationsCompare => {
            Ok(LeadCommand::ApplicationsCompare { numbers: several_numbers(rest, lexicon)? }.into())
        }
        CommandName::ApplicationsConsent => {
            let (number, rest) = number_first(rest)?;
            let guardian = own_words(rest, LONGEST_NAME)?;
            Ok(LeadCommand::ApplicationsConsent { number, guardian }.into())
        }
        CommandName::ApplicationsScore => {
            let (number, rest) = number_first(rest)?;
            Ok(LeadCommand::ApplicationsScore { number, points: numbers(rest)? }.into())
        }
        CommandName::ApplicationsNote => {
            let (number, rest) = number_first(rest)?;
            let words = own_words(rest, LONGEST_REMARK)?;
            Ok(LeadCommand::ApplicationsNote { number, words }.into())
        }
        CommandName::ApplicationsAccept => decision(rest, lexicon, Decision::Accepted),
        CommandName::ApplicationsWaitlist => decision(rest, lexicon, Decision::Waiting),
        CommandName::ApplicationsDecline => decision(rest, lexicon, Decision::Declined),
        CommandName::LettersPreview => alone(rest, LeadCommand::LettersPreview),
        CommandName::LettersSend => alone(rest, LeadCommand::LettersSend),
        CommandName::ProgrammeTraining => alone(rest, LeadCommand::ProgrammeTraining),
        CommandName::RecruitOpen => alone(rest, LeadCommand::RecruitOpen),
        CommandName::RecruitClose => alone(rest, LeadCommand::RecruitClose),
        CommandName::Agreement => alone(rest, PairCommand::Agreement),
        CommandName::MeetingBook => {
            if let Some(said) = repeat::interval(rest, lexicon) {
                return Ok(repeat::row(said, lexicon, now)?.into());
            }
            let (times, place) = times_and_place(rest, lexicon, now)?;
            Ok(match times.as_slice() {
                [at] => PairCommand::MeetingBook { at: *at, place }.into(),
                _ => PairCommand::MeetingBookSeveral { times, place }.into(),
            })
        }
        CommandName::MeetingPropose => {
            if rest.is_empty() {
                return Ok(PairCommand::MeetingProposeCommon.into());
            }
            let (at, place) = time_and_place(rest, lexicon, now)?;
            Ok(PairCommand::MeetingPropose { at, place }.into())
        }
        CommandName::MeetingList => alone(rest, PairCommand::MeetingList),
        CommandName::Topic => alone(rest, PairCommand::Topic),
        CommandName::MeetingMove => {
            let (first, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            // "move 2 to Friday at 3", or "move Friday at 3" where there is only one; but the 5 of
            // "move 5 March 15.00" belongs to the day.
            let (number, rest) = match number(first) {
                Ok(number) if first.chars().all(|c| c.is_ascii_digit() || c == '#') => {
                    (Some(number), after)
                }
                Ok(_) | Err(_) => (None, rest),
            };
            let (number, (at, place)) = match time_and_place(rest, lexicon, now) {
                Ok(heard) => (number, heard),
                Err(misread) => match time_and_place(spoken.rest.as_str(), lexicon, now) {
                    Ok(heard) if number.is_some() => (None, heard),
                    Ok(_) | Err(_) => return Err(misread),
                },
            };
            if place.is_some() {
                // Only the time is moved: a new place would be dropped in silence.
                return Err(Misread::TooMuch);
            }
            Ok(PairCommand::MeetingMove { number, at }.into())
        }
        CommandName::MeetingCancel => {
            Ok(PairCommand::MeetingCancel { number: maybe_number(rest)? }.into())
        }
        CommandName::MeetingMet => {
            Ok(PairCommand::MeetingMet { number: maybe_number(rest)? }.into())
        }
        CommandName::Note => Ok(PairCommand::Note { words: own_words(rest, LONGEST_NOTE)? }.into()),
        CommandName::GoalAdd => {
            Ok(GoalCommand::Add { words: own_words(rest, LONGEST_GOAL)? }.into())
        }
        CommandName::GoalList => alone(rest, GoalCommand::List),
        CommandName::GoalEdit => {
            let (number, rest) = number_first(rest)?;
            Ok(GoalCommand::Edit { number, words: own_words(rest, LONGEST_GOAL)? }.into())
        }
        CommandName::GoalWeigh => {
            let (number, rest) = number_first(rest)?;
            Ok(GoalCommand::Weigh { number, weight: self::number(rest)? }.into())
        }
        CommandName::GoalStep => {
            let (number, rest) = number_first(rest)?;
            Ok(GoalCommand::Step { number, words: own_words(rest, LONGEST_STEP)? }.into())
        }
        CommandName::GoalStepDone => {
            let (number, rest) = number_first(rest)?;
            Ok(GoalCommand::StepDone { number, step: self::number(rest)? }.into())
        }
        CommandName::GoalShare => Ok(GoalCommand::Share { number: number(rest)? }.into()),
        CommandName::GoalRate => {
            let (first, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            Ok(GoalCommand::Rate { number: number(first)?, score: score(after)? }.into())
        }
        CommandName::GoalRemove => Ok(GoalCommand::Remove { number: number(rest)? }.into()),
        CommandName::NoteList => alone(rest, PairCommand::NoteList),
        CommandName::NoteRemove => Ok(PairCommand::NoteRemove { number: number(rest)? }.into()),
        CommandName::CheckIn => {
            alone(rest, OwnCommand::CheckIn { programme: spoken.programme.clone() })
        }
        CommandName::CheckInOpen => alone(rest, LeadCommand::CheckInOpen),
        CommandName::CheckInClose => alone(rest, LeadCommand::CheckInClose),
        CommandName::CheckInResults => {
            Ok(LeadCommand::CheckInResults { number: maybe_number(rest)? }.into())
        }
        CommandName::GatheringList => {
            alone(rest, OwnCommand::GatheringList { programme: spoken.programme.clone() })
        }
        CommandName::GatheringYes => gathering::answer(spoken, Answer::Yes),
        CommandName::GatheringNo => gathering::answer(spoken, Answer::No),
        CommandName::GatheringMaybe => gathering::answer(spoken, Answer::Maybe),
        CommandName::GatheringHere => {
            Ok(OwnCommand::GatheringHere { code: one_word(rest)?.to_owned() }.into())
        }
        CommandName::ProgrammeChannel => {
            let is_off = !rest.is_empty();
            if is_off && !lexicon.ends.contains(&normalise(rest)) {
                return Err(Misread::TooMuch);
            }
            Ok(LeadCommand::ProgrammeChannel { is_off }.into())
        }
        CommandName::GatheringCreate
        | CommandName::GatheringShow
        | CommandName::GatheringMove
        | CommandName::GatheringEdit
        | CommandName::GatheringCancel
        | CommandName::GatheringAttendance
        | CommandName::GatheringMaterial => gathering::led(spoken.name, rest, lexicon, now),
        CommandName::Later => alone(rest, PairCommand::Later),
        CommandName::Pause => {
            let (from, until) = span(rest, lexicon, now)?;
            Ok(OwnCommand::Pause { from, until }.into())
        }
        CommandName::Resume => alone(rest, OwnCommand::Resume),
        CommandName::MyData => alone(rest, OwnCommand::MyData),
        CommandName::DeleteMyData => alone(rest, OwnCommand::DeleteMyData),
        CommandName::Audit => alone(rest, LeadCommand::Audit),
        CommandName::Report => alone(rest, LeadCommand::Report),
        CommandName::Certificate => {
            alone(rest, OwnCommand::Certificate { programme: spoken.programme.clone() })
        }
        CommandName::Settings => alone(rest, OwnCommand::Settings),
        CommandName::SettingsLanguage => {
            Ok(OwnCommand::SettingsLanguage { tag: one_word(rest)?.to_owned() }.into())
        }
        CommandName::SettingsZone => Ok(OwnCommand::SettingsZone { zone: zone(rest)? }.into()),
        CommandName::SettingsHours => Ok(OwnCommand::SettingsHours { hours: hours(rest)? }.into()),
        CommandName::SettingsReminders => alone(rest, OwnCommand::SettingsReminders),
        CommandName::SettingsCalendar => {
            let said = Some(rest.to_owned()).filter(|said| !said.is_empty());
            Ok(OwnCommand::SettingsCalendar { said }.into())
        }
        CommandName::Attention => alone(rest, LeadCommand::Attention),
        CommandName::ProgrammeList => alone(rest, OwnCommand::ProgrammeList),
        CommandName::ProgrammeCreate => alone(rest, OwnCommand::ProgrammeCreate),
        CommandName::ProgrammeShow => alone(rest, LeadCommand::ProgrammeShow),
        CommandName::ProgrammeStatus => alone(rest, LeadCommand::ProgrammeStatus),
        CommandName::ProgrammeStart => alone(rest, LeadCommand::ProgrammeStart),
        CommandName::ProgrammePause => alone(rest, LeadCommand::ProgrammePause),
        CommandName::ProgrammeResume => alone(rest, LeadCommand::ProgrammeResume),
        CommandName::ProgrammeClose => alone(rest, LeadCommand::ProgrammeClose),
        CommandName::PeopleImport => alone(rest, LeadCommand::PeopleImport),
        CommandName::PeopleInvite => alone(rest, LeadCommand::PeopleInvite),
        CommandName::PeopleAdd => person(rest, lexicon),
        CommandName::PeopleList => alone(rest, LeadCommand::PeopleList),
        CommandName::PairAdd => {
            let (mentor, adept) = two_names(rest, lexicon)?;
            Ok(LeadCommand::PairAdd { mentor, adept }.into())
        }
        CommandName::PairList => alone(rest, LeadCommand::PairList),
        CommandName::PairShow => Ok(LeadCommand::PairShow { number: number(rest)? }.into()),
        CommandName::PairRemind => Ok(LeadCommand::PairRemind { number: number(rest)? }.into()),
        CommandName::PairPause => {
            let (number, until) = number_and_day(rest, lexicon, now)?;
            Ok(LeadCommand::PairPause { number, until }.into())
        }
        CommandName::PairExtend => {
            let (number, until) = number_and_day(rest, lexicon, now)?;
            Ok(LeadCommand::PairExtend { number, until }.into())
        }
        CommandName::PairEnd => Ok(LeadCommand::PairEnd { number: number(rest)? }.into()),
        CommandName::PairRematch => Ok(LeadCommand::PairRematch { number: number(rest)? }.into()),
        CommandName::MatchPropose => alone(rest, LeadCommand::MatchPropose),
        CommandName::MatchShow => alone(rest, LeadCommand::MatchShow),
        CommandName::MatchLock => {
            let (mentor, adept) = two_names(rest, lexicon)?;
            Ok(LeadCommand::MatchLock { mentor, adept }.into())
        }
        CommandName::MatchAvoid => {
            let (mentor, adept) = two_names(rest, lexicon)?;
            Ok(LeadCommand::MatchAvoid { mentor, adept }.into())
        }
        CommandName::MatchAllow => {
            let (mentor, adept) = two_names(rest, lexicon)?;
            Ok(LeadCommand::MatchAllow { mentor, adept }.into())
        }
        CommandName::MatchSwap => {
            let (one, other) = two_names(rest, lexicon)?;
            Ok(LeadCommand::MatchSwap { one, other }.into())
        }
        CommandName::MatchPublish => alone(rest, LeadCommand::MatchPublish),
        CommandName::LeaderAdd => {
            let (who, name) = leading(rest)?;
            Ok(LeadCommand::LeaderAdd { who, name }.into())
        }
        CommandName::LeaderRemove => Ok(LeadCommand::LeaderRemove { who: leading(rest)?.0 }.into()),
        CommandName::Announce => {
            Ok(LeadCommand::Announce { words: own_words(rest, LONGEST_WORDS)? }.into())
        }
        CommandName::Outbox => alone(rest, LeadCommand::Outbox),
        CommandName::OutboxRetry => Ok(LeadCommand::OutboxRetry { number: number(rest)? }.into()),
        CommandName::OutboxCancel => Ok(LeadCommand::OutboxCancel { number: number(rest)? }.into()),
    }
}

/// The longest note about an applicant, or word to the leaders, in characters.
pub(super) const LONGEST_REMARK: usize = 1_000;

/// A command that nothing may follow.
pub(super) fn alone(rest: &str, command: impl Into<Command>) -> Result<Command, Misread> {
    if rest.is_empty() { Ok(command.into()) } else { Err(Misread::TooMuch) }
}

pub(super) fn one_word(rest: &str) -> Result<&str, Misread> {
    let mut words = rest.split_whitespace();
    match (words.next(), words.next()) {
        (None, _) => Err(Misread::Incomplete),
        (Some(word), None) => Ok(word),
        (Some(_), Some(_)) => Err(Misread::TooMuch),
    }
}
/// What follows after `word` at the beginning of a text, if it is there.
pub(super) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let length = word.split_whitespace().count();
    let mut rest = text;
    let mut begin = Vec::with_capacity(length);
    for _ in 0..length {
        let (next, after) = rest.split_once(char::is_whitespace)?;
        begin.push(next);
        rest = after.trim_start();
    }
    (normalise(&begin.join(" ")) == *word).then_some(rest)
}

pub(super) fn own_words(rest: &str, most: usize) -> Result<String, Misread> {
    if rest.is_empty() {
        Err(Misread::Incomplete)
    } else if rest.chars().count() > most {
        Err(Misread::TooLong { most })
    } else {
        Ok(rest.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use jiff::{
        civil::{date, time},
        tz::TimeZone,
    };

    use super::*;
    use crate::domain::{
        calendar::Hours,
        role::Role,
        when::{TimeList, TimeWords},
    };

    const NOW: DateTime = date(2026, 3, 2).at(9, 0, 0, 0);

    #[test]
    fn what_needs_nothing_takes_nothing() {
        check(CommandName::Status, "", Ok(OwnCommand::Status.into()));
        check(CommandName::Status, "nu", Err(Misread::TooMuch));
        check(CommandName::Help, "mig då", Ok(OwnCommand::Help.into()));
    }

    #[test]
    fn a_meeting_has_a_time_and_perhaps_a_place() {
        let at = date(2026, 3, 12).at(13, 30, 0, 0);
        let book = |place: Option<&str>| {
            Ok(PairCommand::MeetingBook { at, place: place.map(str::to_owned) }.into())
        };
        check(CommandName::MeetingBook, "2026-03-12 13:30", book(None));
        check(CommandName::MeetingBook, "2026-03-12 13.30, Café Åsa", book(Some("Café Åsa")));
        check(CommandName::MeetingBook, "", Err(Misread::Incomplete));
        check(
            CommandName::MeetingMove,
            "2 2026-03-12 13:30",
            Ok(PairCommand::MeetingMove { number: Some(2), at }.into()),
        );
    }

    #[test]
    fn the_day_of_a_month_is_no_number_of_a_meeting() {
        let at = date(2026, 3, 5).at(13, 30, 0, 0);
        let moved = |number| Ok(PairCommand::MeetingMove { number, at }.into());
        check(CommandName::MeetingMove, "5 mars 13.30", moved(None));
        check(CommandName::MeetingMove, "2 5 mars 13.30", moved(Some(2)));
    }

    #[test]
    fn numbers_are_read_as_lists_show_them() {
        check(CommandName::PairShow, "2", Ok(LeadCommand::PairShow { number: 2 }.into()));
        check(CommandName::PairShow, "#2.", Ok(LeadCommand::PairShow { number: 2 }.into()));
        check(CommandName::PairShow, "två", Err(Misread::Incomplete));
        check(CommandName::PairShow, "99999999999999999999", Err(Misread::Incomplete));
        check(
            CommandName::MeetingCancel,
            "",
            Ok(PairCommand::MeetingCancel { number: None }.into()),
        );
    }

    #[test]
    fn a_person_has_a_name_and_a_role() {
        let anna = |account: Option<&str>| {
            Ok(LeadCommand::PeopleAdd {
                name: "Anna Ek".to_owned(),
                role: Role::Adept,
                account: account.map(|account| account.parse().unwrap()),
            }
            .into())
        };
        check(CommandName::PeopleAdd, "Anna Ek adept", anna(None));
        check(CommandName::PeopleAdd, "Anna Ek, adept console:anna", anna(Some("console:anna")));
        check(CommandName::PeopleAdd, "Anna", Err(Misread::Incomplete));
        check(CommandName::PeopleAdd, "Anna Ek chef", Err(Misread::BadRole("chef".to_owned())));
    }

    #[test]
    fn a_break_may_begin_later() {
        let pause = |from, until| Ok(OwnCommand::Pause { from, until }.into());
        let (first, last) = (date(2026, 7, 1), date(2026, 7, 20));
        check(CommandName::Pause, "", pause(None, None));
        check(CommandName::Pause, "2026-07-20", pause(None, Some(last)));
        check(CommandName::Pause, "från 2026-07-01", pause(Some(first), None));
        check(CommandName::Pause, "Från och med 1/7 20/7", pause(Some(first), Some(last)));
        check(CommandName::Pause, "1/7 – 20/7", pause(Some(first), Some(last)));
        check(CommandName::Pause, "1/7 20/7 21/7", Err(Misread::TooMuch));
    }

    #[test]
    fn a_city_is_enough_for_a_time_zone() {
        let zone =
            |name| Ok(OwnCommand::SettingsZone { zone: TimeZone::get(name).unwrap() }.into());
        check(CommandName::SettingsZone, "europe/london", zone("Europe/London"));
        check(CommandName::SettingsZone, "Stockholm", zone("Europe/Stockholm"));
        let nearest = Misread::NoSuchZone {
            said: "Europe/Stokholm".to_owned(),
            nearest: "Europe/Stockholm".to_owned(),
        };
        check(CommandName::SettingsZone, "Europe/Stokholm", Err(nearest));
        for (said, nearest) in [("Londn", "Europe/London"), ("Mars/Olympus", "Europe/Stockholm")] {
            let misread =
                Misread::NoSuchZone { said: said.to_owned(), nearest: nearest.to_owned() };
            check(CommandName::SettingsZone, said, Err(misread));
        }
    }

    #[test]
    fn hours_are_two_times_in_order() {
        let hours = Hours::new(time(9, 0, 0, 0), time(17, 30, 0, 0)).unwrap();
        for text in ["9-17.30", "09:00–17:30", "9 till 17.30", "kl 9 – 17.30"] {
            check(CommandName::SettingsHours, text, Ok(OwnCommand::SettingsHours { hours }.into()));
        }
        for text in ["", "9", "17-9", "9-25", "9.75-10"] {
            check(CommandName::SettingsHours, text, Err(Misread::BadHours));
        }
    }

    #[test]
    fn two_names_may_be_joined() {
        let pair = LeadCommand::PairAdd { mentor: "bo".to_owned(), adept: "anna".to_owned() };
        check(CommandName::PairAdd, "bo anna", Ok(pair.clone().into()));
        check(CommandName::PairAdd, "bo och anna", Ok(pair.into()));
        check(CommandName::PairAdd, "bo", Err(Misread::Incomplete));
        check(CommandName::PairAdd, "bo och", Err(Misread::Incomplete));
        check(CommandName::PairAdd, "bo anna eva", Err(Misread::TooMuch));
        let whole = LeadCommand::PairAdd { mentor: "Bo Berg".to_owned(), adept: "Eva".to_owned() };
        check(CommandName::PairAdd, "Bo Berg och Eva", Ok(whole.into()));
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "a test reads better so")]
    fn check(name: CommandName, rest: &str, expected: Result<Command, Misread>) {
        let spoken = Spoken { name, rest: rest.to_owned(), about: None, programme: None };
        let mut times = TimeWords::default();
        times.add(TimeList::March, "mars");
        let lexicon = Lexicon {
            times,
            roles: vec![
                (Role::Mentor, vec!["mentor".to_owned()]),
                (Role::Adept, vec!["adept".to_owned(), "mentee".to_owned()]),
            ],
            joiners: vec!["och".to_owned()],
            starters: vec!["fran".to_owned(), "fran och med".to_owned()],
            ..Lexicon::default()
        };
        assert_eq!(read(&spoken, &lexicon, NOW), expected);
    }
}
