//! Who is asked what, what can be answered, and what needs a leader.

use std::collections::BTreeMap;

use jiff::{SignedDuration, civil::date};

use super::*;
use crate::domain::{
    locale::{Locale, Translations},
    programme::{Outline, ProgrammeState, tests::outline},
};

const RUNNING: ProgrammeState = ProgrammeState::Running;

#[test]
fn a_round_reminds_twice_and_closes() {
    // Its last day is a Wednesday, so that the last call is on Tuesday.
    steps("2026-03-12", &[("remind", "2026-03-04 09:00"), ("last_call", "2026-03-10 00:00")]);
    // Its last day is a Sunday: on Saturday nobody would hear, and on Monday it would be over.
    steps("2026-03-09", &[("remind", "2026-03-04 09:00"), ("last_call", "2026-03-06 00:00")]);
    // Of two days there is one reminder.
    steps("2026-03-05", &[("last_call", "2026-03-03 00:00")]);
    let outline = programme(3, &[], None);
    let closed = Round { is_closed: true, ..round() };
    assert_eq!(closed.next_step(&outline, closed.opened_at), None);
}

/// Opened on a Monday morning, it closes when that day begins.
#[track_caller]
fn steps(closes: &str, expected: &[(&str, &str)]) {
    let outline = programme(3, &[], None);
    let zone = &outline.time_zone;
    let closes: Date = closes.parse().unwrap();
    let opened_at = zone.to_timestamp(date(2026, 3, 2).at(9, 0, 0, 0)).unwrap();
    let closes_at = zone.to_timestamp(closes.at(0, 0, 0, 0)).unwrap();
    let round = Round { opened_at, closes_at, ..round() };
    let (mut seen, mut after) = (vec![], opened_at);
    loop {
        let (step, at) = round.next_step(&outline, after).unwrap();
        if step == RoundStep::Close {
            assert_eq!(at, closes_at);
            break;
        }
        let at_local = zone.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string();
        seen.push((step.as_str(), at_local));
        after = at;
    }
    let seen: Vec<_> = seen.iter().map(|(step, at)| (*step, at.as_str())).collect();
    assert_eq!(seen, expected);
    // What should have closed while nothing ran closes now.
    let late = closes_at + SignedDuration::from_hours(24);
    assert_eq!(round.next_step(&outline, late), Some((RoundStep::Close, late)));
}

/// Wherever somebody's clock hangs, the day that they are told is a whole one.
#[test]
fn the_last_day_is_whole() {
    let outline = programme(3, &[], None);
    let closes_at = outline.time_zone.to_timestamp(date(2026, 3, 12).at(0, 0, 0, 0)).unwrap();
    let round = Round { closes_at, ..round() };
    let through = |zone: &str| round.open_through(&TimeZone::get(zone).unwrap());
    assert_eq!(through("Europe/Stockholm"), date(2026, 3, 11));
    assert_eq!(through("Europe/Helsinki"), date(2026, 3, 11));
    assert_eq!(through("America/New_York"), date(2026, 3, 10));
    assert_eq!(round.closed_on(&outline.time_zone), date(2026, 3, 11));
    assert_eq!(round.next_from(&outline.time_zone), date(2026, 3, 26));
}

/// An anonymous round and any other are kept apart, whichever came first; two with names aren't.
#[test]
fn what_could_be_compared_is_kept_apart() {
    let days = |days: i64| round().closes_at + SignedDuration::from_hours(24 * days);
    let near = |was: Names, is: Names, after: i64| {
        Round { names: was, ..round() }.is_near(is, days(after))
    };
    assert!(
        near(Names::Anonymous, Names::Anonymous, 13) && near(Names::Anonymous, Names::Shown, 0)
    );
    assert!(near(Names::Shown, Names::Anonymous, 13));
    assert!(!near(Names::Shown, Names::Shown, 0) && !near(Names::Anonymous, Names::Anonymous, 14));
}

#[test]
fn each_is_asked_what_is_for_them_and_goes_on_where_they_left_off() {
    let mut round = round();
    round.questions[1].role = Some(Role::Adept);
    assert_eq!(round.asks(Role::Mentor), [0, 2, 3, 4, 5]);
    assert_eq!(round.next_for(Role::Adept, &[0]), Some(1));
    assert_eq!(round.next_for(Role::Mentor, &[0]), Some(2));
    assert_eq!(round.next_for(Role::Mentor, &[0, 2, 3, 4, 5]), None);
}

#[test]
fn an_answer_is_one_of_its_question() {
    let round = round();
    let takes = |nth, reply: Reply| round.takes(nth, &reply);
    assert!(takes(0, Reply::Value(1)) && takes(0, Reply::Value(5)));
    assert!(!takes(0, Reply::Value(0)) && !takes(0, Reply::Value(6)));
    assert!(takes(2, Reply::Value(0)) && !takes(2, Reply::Value(4)));
    assert!(!takes(5, Reply::Value(1)) && takes(5, Reply::Words("Ja".to_owned())));
    assert!(!takes(5, Reply::Words(" ".to_owned())) && !takes(0, Reply::Words("5".to_owned())));
    assert!(!takes(5, Reply::Words("a".repeat(1_001))));
    assert!(takes(5, Reply::Unsaid) && !takes(6, Reply::Unsaid));
}

#[test]
fn after_it_has_closed_nothing_is_taken() {
    let round = round();
    assert!(round.is_open(round.opened_at));
    assert!(!round.is_open(round.closes_at));
    assert!(!Round { is_closed: true, ..round.clone() }.is_open(round.opened_at));
}

#[test]
fn marks_worry_that_are_low_twice_or_fall_by_two() {
    check(&[&[("trust", 2)], &[("trust", 2)]], true);
    check(&[&[("trust", 2)], &[("trust", 3)]], false);
    check(&[&[("trust", 3)], &[("trust", 5)]], true);
    check(&[&[("trust", 5)], &[("trust", 1)]], false);
    check(&[&[("trust", 1)]], false);
    // What they would rather not say says nothing.
    check(&[&[("use", 2)], &[("trust", 2)]], false);
}

#[test]
fn what_is_ticked_is_asked_together() {
    let mut round = round();
    let gain = |nth: usize| Question {
        key: format!("gain-{nth}"),
        role: None,
        asks: Asks::Gain { words: said("Ett nätverk") },
    };
    round.questions.splice(1..1, (1..=3).map(gain));
    round.questions.push(Question::library(Topic::Goals, None));
    assert_eq!(round.asks(Role::Mentor), [0, 1, 4, 5, 6, 7, 8]);
    assert_eq!(round.together(1), 1..4);
    assert_eq!(round.together(4), 4..5);
}

#[test]
fn rounds_come_in_the_weeks_that_are_named() {
    let outline = programme(7, &[2, 4], None);
    let after = |day| next_round(&outline, RUNNING, &[], day, outline.ends_on());
    let check_in = |day| Some((Occasion::CheckIn, day));
    assert_eq!(after(outline.starts_on), check_in(outline.first_day_of_week(2)));
    assert_eq!(after(outline.first_day_of_week(2)), check_in(outline.first_day_of_week(4)));
    assert_eq!(after(outline.first_day_of_week(4)), None);
}

#[test]
fn a_programme_is_evaluated_four_times() {
    let outline = programme(3, &[2, 4, 6, 7, 9, 12], Some(Evaluation::default()));
    let (mut had, mut day) = (vec![], outline.starts_on.yesterday().unwrap());
    let mut seen = vec![];
    while let Some((occasion, on)) = next_round(&outline, RUNNING, &had, day, outline.ends_on()) {
        if occasion != Occasion::CheckIn {
            had.push(occasion);
        }
        day = on;
        seen.push((occasion.as_str(), (on - outline.starts_on).get_days()));
    }
    // The third month ends on day 90; halftime is day 45, and week 7 begins on day 42.
    assert_eq!(
        seen,
        [
            ("start", 0),
            ("check_in", 7),
            ("check_in", 21),
            ("check_in", 35),
            ("halftime", 45),
            ("check_in", 56),
            ("close", 77),
            ("follow_up", 180),
        ]
    );
}

#[test]
fn what_was_missed_is_held_late_or_not_at_all() {
    let outline = programme(3, &[], Some(Evaluation::default()));
    let from_day = |day: i64, had: &[Occasion]| {
        let after = outline.starts_on.saturating_add(jiff::Span::new().days(day));
        let next = next_round(&outline, RUNNING, had, after, outline.ends_on());
        next.map(|(occasion, on)| (occasion, (on - outline.starts_on).get_days()))
    };
    assert_eq!(from_day(10, &[]), Some((Occasion::Start, 11)));
    assert_eq!(from_day(30, &[]), Some((Occasion::Halftime, 45)));
    assert_eq!(from_day(50, &[]), Some((Occasion::Halftime, 51)));
    assert_eq!(from_day(50, &[Occasion::Halftime]), Some((Occasion::Close, 77)));
    assert_eq!(from_day(400, &[]), None);
}

#[test]
fn the_close_comes_before_a_rest_that_lasts_beyond_the_end() {
    // It ends on 19 July, in the middle of the weeks in which everybody rests.
    let mut outline = programme(3, &[], Some(Evaluation::default()));
    outline.starts_on = date(2026, 4, 20);
    let had = [Occasion::Start, Occasion::Halftime];
    let next = next_round(&outline, RUNNING, &had, date(2026, 6, 1), outline.ends_on());
    assert_eq!(next, Some((Occasion::Close, date(2026, 7, 5))));
}

/// Also if the close was never held.
#[test]
fn after_the_end_only_the_follow_up_is_held() {
    let outline = programme(3, &[12, 13], Some(Evaluation::default()));
    let last = outline.ends_on();
    let next = next_round(&outline, ProgrammeState::Closed, &[], last, last);
    assert_eq!(next.map(|(occasion, _)| occasion), Some(Occasion::FollowUp));
    for state in [ProgrammeState::Draft, ProgrammeState::Paused { since: Timestamp::UNIX_EPOCH }] {
        assert_eq!(next_round(&outline, state, &[], outline.starts_on, last), None);
    }
}

#[test]
fn nobody_is_asked_whose_data_is_gone() {
    let mut outline = programme(3, &[], Some(Evaluation::default()));
    outline.keep_months = 3;
    let had = [Occasion::Start, Occasion::Halftime, Occasion::Close];
    assert_eq!(next_round(&outline, RUNNING, &had, outline.ends_on(), outline.ends_on()), None);
}

#[test]
fn what_is_asked_at_the_close_is_what_the_file_says() {
    let gains = vec![said("Ett nätverk"), said("Mod")];
    let outline = programme(3, &[], Some(Evaluation { gains, ..Evaluation::default() }));
    let keys = |occasion: Occasion| {
        let questions = occasion.questions(&outline);
        questions.into_iter().map(|question| question.key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(keys(Occasion::Start), "baseline");
    assert_eq!(keys(Occasion::Halftime), "baseline so-far support felt fit goals");
    assert_eq!(
        keys(Occasion::Close),
        "baseline satisfied recommend gain-1 gain-2 better quote felt fit goals"
    );
    assert_eq!(keys(Occasion::FollowUp), "in-touch");
    assert_eq!(keys(Occasion::CheckIn), "trust use met direction support open felt fit");
}

fn said(words: &str) -> Translations {
    Translations::new([(Locale::new("sv"), words.to_owned())].into()).unwrap()
}

fn programme(months: u8, weeks: &[u16], evaluation: Option<Evaluation>) -> Outline {
    let mut outline = outline(months, 5);
    outline.starts_on = date(2026, 9, 7);
    outline.checkins.weeks = weeks.to_vec();
    Outline { evaluation, ..outline }
}

#[track_caller]
fn check(rounds: &[&[(&str, i64)]], expected: bool) {
    let rounds: Vec<BTreeMap<String, i64>> = rounds
        .iter()
        .map(|marks| marks.iter().map(|(key, mark)| ((*key).to_owned(), *mark)).collect())
        .collect();
    assert_eq!(is_worrying(&rounds), expected);
}

fn round() -> Round {
    let opened_at = Timestamp::UNIX_EPOCH;
    Round {
        id: RoundId::new(1),
        programme: ProgrammeId::new(1),
        number: 1,
        occasion: Occasion::CheckIn,
        opened_at,
        closes_at: opened_at + SignedDuration::from_hours(7 * 24),
        is_closed: false,
        names: Names::Shown,
        threshold: 5,
        questions: CheckIns::default().questions,
    }
}
