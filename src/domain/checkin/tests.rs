//! Who is asked what, what can be answered, and what needs a leader.

use std::collections::BTreeMap;

use jiff::{SignedDuration, civil::date};

use super::*;

#[test]
fn a_round_reminds_twice_and_closes() {
    let round = round();
    let hours = |hours: i64| round.opened_at + SignedDuration::from_hours(hours);
    let next = |after: i64| {
        round
            .next_step(hours(after))
            .map(|(step, at)| (step, round.opened_at.duration_until(at).as_hours()))
    };
    assert_eq!(next(0), Some((RoundStep::Remind, 48)));
    assert_eq!(next(48), Some((RoundStep::LastCall, 7 * 24 - 26)));
    assert_eq!(next(7 * 24 - 26), Some((RoundStep::Close, 7 * 24)));
    assert_eq!(next(8 * 24), Some((RoundStep::Close, 8 * 24)));
    let closed = Round { is_closed: true, ..round.clone() };
    assert_eq!(closed.next_step(hours(0)), None);
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
fn rounds_come_in_the_weeks_that_are_named() {
    let checkins = CheckIns { weeks: vec![2, 4], ..CheckIns::default() };
    let starts = date(2026, 3, 2);
    assert_eq!(checkins.next_on(starts, date(2026, 3, 2)), Some(date(2026, 3, 9)));
    assert_eq!(checkins.next_on(starts, date(2026, 3, 9)), Some(date(2026, 3, 23)));
    assert_eq!(checkins.next_on(starts, date(2026, 3, 23)), None);
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
        opened_at,
        closes_at: opened_at + SignedDuration::from_hours(7 * 24),
        is_closed: false,
        names: Names::Shown,
        threshold: 5,
        questions: CheckIns::default().questions,
    }
}
