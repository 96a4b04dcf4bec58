//! What follows when, who gets a place, and who is told.

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use proptest::prelude::*;

use super::*;
use crate::domain::{
    ids::PersonId,
    locale::Locale,
    programme::{Outline, tests::outline},
};

#[test]
fn people_are_invited_three_weeks_before() {
    check_next(
        &planned("2026-10-29T13:00"),
        "2026-09-07T12:00",
        Some("invite 2026-10-08T09:00:00"),
    );
    // What is planned later than that, at once.
    check_next(
        &planned("2026-10-29T13:00"),
        "2026-10-20T12:00",
        Some("invite 2026-10-20T12:00:00"),
    );
    check_next(&planned("2026-10-29T13:00"), "2026-10-29T14:00", None);
}

#[test]
fn leaders_are_asked_once_for_a_time() {
    let undated = || {
        let plan = Plan { starts: None, week: Some(7), ..plan("2026-10-29T13:00") };
        Gathering { plan, ..planned("2026-10-29T13:00") }
    };
    // Week 7 begins on 19 October, five weeks after 14 September.
    check_next(&undated(), "2026-09-07T12:00", Some("ask_time 2026-09-14T09:00:00"));
    check_next(&undated(), "2026-10-01T12:00", Some("ask_time 2026-10-01T12:00:00"));
    let asked = Gathering { is_time_asked: true, ..undated() };
    check_next(&asked, "2026-10-01T12:00", None);
}

#[test]
fn reminders_come_a_week_a_day_and_an_hour_before() {
    let it = || invited("2026-10-29T13:00", "2026-10-08T13:00");
    check_next(&it(), "2026-10-08T13:00", Some("week 2026-10-22T09:00:00"));
    check_next(&it(), "2026-10-22T09:00", Some("day 2026-10-28T13:00:00"));
    check_next(&it(), "2026-10-28T13:00", Some("hour 2026-10-29T12:00:00"));
    check_next(&it(), "2026-10-29T12:00", Some("settle 2026-11-01T14:00:00"));
    check_next(&it(), "2026-11-01T14:00", None);
    // Nobody is reminded at night of what begins early.
    check_next(
        &invited("2026-10-29T06:00", "2026-10-08T13:00"),
        "2026-10-23T09:00",
        Some("day 2026-10-28T07:00:00"),
    );
}

#[test]
fn the_day_before_the_last_one_to_answer_is_a_call() {
    let mut it = invited("2026-10-29T13:00", "2026-10-08T13:00");
    it.plan.answer_by = Some("2026-10-26".parse().unwrap());
    check_next(&it, "2026-10-22T09:00", Some("last_call 2026-10-25T09:00:00"));
    let asks = |step, now: &str| it.asks_again(step, &zone(), at(now));
    assert!(asks(Step::Remind(Before::Week), "2026-10-22T09:00"));
    assert!(asks(Step::LastCall, "2026-10-25T09:00"));
    assert!(!asks(Step::Remind(Before::Day), "2026-10-28T13:00"));
}

#[test]
fn nobody_is_asked_again_who_has_just_been_asked() {
    let it = invited("2026-10-29T13:00", "2026-10-21T13:00");
    assert!(!it.asks_again(Step::Remind(Before::Week), &zone(), at("2026-10-22T09:00")));
    assert!(it.asks_again(Step::Remind(Before::Day), &zone(), at("2026-10-28T13:00")));
    assert!(!it.asks_again(Step::Remind(Before::Hour), &zone(), at("2026-10-29T12:00")));
}

#[test]
fn what_is_called_off_has_no_next_step() {
    let off = Gathering { state: GatheringState::Cancelled, ..planned("2026-10-29T13:00") };
    check_next(&off, "2026-10-01T12:00", None);
}

#[test]
fn the_last_day_to_answer_is_for_those_who_want_to_come() {
    let mut it = invited("2026-10-29T13:00", "2026-10-08T13:00");
    it.plan.answer_by = Some("2026-10-26".parse().unwrap());
    let said = |answer, now: &str| {
        answered(&it, &[], PersonId::new(1), answer, &zone(), at(now)).map(|reply| reply.answer)
    };
    assert_eq!(said(Answer::Yes, "2026-10-26T23:59"), Ok(Some(Answer::Yes)));
    let late = Err(Closed::TooLate("2026-10-26".parse().unwrap()));
    assert_eq!(said(Answer::Yes, "2026-10-27T00:00"), late);
    assert_eq!(said(Answer::No, "2026-10-28T00:00"), Ok(Some(Answer::No)));
    assert_eq!(said(Answer::No, "2026-10-29T13:00"), Err(Closed::Begun));
}

#[test]
fn somebody_never_comes_who_missed_the_last_two() {
    assert!(!never_comes(&[]));
    assert!(!never_comes(&[false]));
    assert!(never_comes(&[false, false]));
    assert!(never_comes(&[false, false, true]));
    assert!(!never_comes(&[true, false, false]));
}

#[test]
fn a_file_changes_only_what_it_says_otherwise() {
    let from = plan("2026-10-29T13:00");
    // A leader has moved it in chat; the file only names a place.
    let moved = plan("2026-10-30T15:00");
    let to = Plan { place: Some("Stora salen".to_owned()), ..from.clone() };
    let changed = moved.changed(&from, &to);
    assert_eq!((changed.starts, changed.place), (moved.starts, to.place));
}

#[test]
fn what_is_new_gone_or_changed_in_a_file_is_told_apart() {
    let one = |key: &str, starts: &str| Planned { key: key.to_owned(), plan: plan(starts) };
    let from =
        [one("a", "2026-10-29T13:00"), one("b", "2026-10-29T13:00"), one("c", "2026-10-29T13:00")];
    let to =
        [one("b", "2026-10-29T13:00"), one("c", "2026-10-30T13:00"), one("d", "2026-10-29T13:00")];
    let found = changes(&from, &to);
    assert_eq!(
        found,
        [
            Change::Gone { key: "a" },
            Change::Changed { from: &from[2].plan, to: &to[1] },
            Change::New(&to[2]),
        ]
    );
}

proptest! {
    /// However people come and go: never more than there is room for, nobody waits while there is a
    /// place, and of those who wait the one who has waited longest comes first.
    #[test]
    fn places_go_to_those_who_have_waited_longest(
        acts in proptest::collection::vec((1_i64..8, 0_usize..3), 1..40),
        capacity in 1_u16..4,
    ) {
        let mut it = invited("2026-10-29T13:00", "2026-10-08T13:00");
        it.plan.capacity = Some(capacity);
        let mut replies: Vec<Reply> = vec![];
        let mut now = at("2026-10-09T09:00");
        for (person, answer) in acts {
            now += SignedDuration::from_mins(1);
            let person = PersonId::new(person);
            let before = replies.clone();
            let reply = answered(&it, &replies, person, Answer::ALL[answer], &zone(), now).unwrap();
            // Whoever says the same again keeps their place.
            if !replies.contains(&reply) {
                replies.retain(|known| known.person != person);
                replies.push(reply);
            }
            let up = moves_up(&replies, it.plan.capacity);
            for known in &mut replies {
                if up.contains(&known.person) {
                    // Nobody who has waited longer is left behind.
                    known.waits = false;
                }
            }
            let seated = replies.iter().filter(|reply| reply.has_place()).count();
            prop_assert!(seated <= usize::from(capacity));
            let waiting: Vec<_> = replies.iter().filter(|reply| reply.waits).collect();
            prop_assert!(waiting.is_empty() || seated == usize::from(capacity));
            for one in &waiting {
                let overtaken = replies.iter().any(|other| {
                    other.has_place()
                        && other.said_at > one.said_at
                        && before.iter().all(|known| known.person != other.person || !known.has_place())
                });
                prop_assert!(!overtaken, "somebody was overtaken");
            }
        }
    }
}

#[track_caller]
fn check_next(it: &Gathering, after: &str, expected: Option<&str>) {
    let next = it.next_step(&programme(), at(after));
    let shown = next.map(|(step, at)| format!("{} {}", step.as_str(), zone().to_datetime(at)));
    assert_eq!(shown.as_deref(), expected);
}

fn programme() -> Outline {
    outline(3, 5)
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Stockholm").unwrap()
}

fn at(local: &str) -> Timestamp {
    zone().to_timestamp(local.parse::<civil::DateTime>().unwrap()).unwrap()
}

fn plan(starts: &str) -> Plan {
    Plan {
        titles: Translations::new([(Locale::new("sv"), "Träff".to_owned())].into()).unwrap(),
        starts: Some(starts.parse().unwrap()),
        week: None,
        minutes: 60,
        place: None,
        about: None,
        role: None,
        capacity: None,
        answer_by: None,
    }
}

fn planned(starts: &str) -> Gathering {
    Gathering {
        id: GatheringId::new(1),
        programme: ProgrammeId::new(1),
        number: 1,
        key: None,
        plan: plan(starts),
        state: GatheringState::Planned { invite_at: None },
        is_time_asked: false,
        code: None,
        material: None,
    }
}

fn invited(starts: &str, since: &str) -> Gathering {
    Gathering { state: GatheringState::Invited { at: at(since) }, ..planned(starts) }
}
