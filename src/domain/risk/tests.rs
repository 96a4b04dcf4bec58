use jiff::{SignedDuration, civil::date};
use proptest::prelude::*;

use super::*;
use crate::domain::{
    asked::Asked,
    attention::Level::{self, Red, Yellow},
    ids::{MeetingId, MemberId, PairId, PersonId, ProgrammeId},
    meeting::Appointment,
    pair::{NextMeeting, Seat},
    programme::tests::outline,
};

/// Seven months and eight meetings from Monday 7 September: an interval of 17 days in the first
/// third, and of 35 after it.
fn programme() -> Outline {
    outline(7, 8)
}

fn pair() -> Pair {
    let seat = |id, name: &str| Seat {
        member: MemberId::new(id),
        person: PersonId::new(id),
        name: name.to_owned(),
    };
    Pair {
        id: PairId::new(1),
        programme: ProgrammeId::new(1),
        number: 1,
        mentor: seat(1, "Bo"),
        adept: seat(2, "Anna"),
        next: NextMeeting::Open { due_at: noon(0), asked: Asked::Never },
        stopped_since: None,
        paused_since: None,
        resume_at: None,
        ends_on: None,
        began_at: Some(noon(0)),
        ended_at: None,
    }
}

fn first_day() -> Date {
    date(2026, 9, 7)
}

fn day(nth: i64) -> Date {
    first_day().saturating_add(nth.days())
}

fn noon(nth: i64) -> Timestamp {
    let zone = programme().time_zone;
    zone.to_timestamp(day(nth).at(12, 0, 0, 0)).unwrap()
}

fn meeting(nth: i64, state: MeetingState) -> Meeting {
    let when = Appointment::At { local: day(nth).at(13, 0, 0, 0), zone: programme().time_zone };
    let meeting = Meeting::booked(PairId::new(1), &[], when, None);
    Meeting { id: Some(MeetingId::new(nth + 1)), number: nth + 1, state, ..meeting }
}

/// What is known of a pair that began on the first day, and does well.
#[derive(Debug, Clone)]
struct Known {
    pair: Pair,
    meetings: Vec<Meeting>,
    pauses: Vec<Pause>,
    has_goal: bool,
    silences: [Option<Silence>; 2],
}

impl Default for Known {
    fn default() -> Self {
        let (pair, has_goal) = (pair(), true);
        Self { pair, meetings: vec![], pauses: vec![], has_goal, silences: [None, None] }
    }
}

impl Known {
    fn level(&self, of: Matter, nth: i64) -> Option<Level> {
        let outline = programme();
        let watched = Watched {
            told_differently: &[],
            pair: &self.pair,
            meetings: &self.meetings,
            outline: &outline,
            began_on: first_day(),
            pauses: &self.pauses,
            has_goal: self.has_goal,
            silences: self.silences,
        };
        let signals = watched.signals(day(nth));
        signals.iter().find(|signal| signal.matter == of)?.level(day(nth))
    }

    /// The days on which a matter becomes yellow and red.
    #[track_caller]
    fn check(&self, of: Matter, yellow: Option<i64>, red: Option<i64>) {
        let first = |level| (0..200).find(|nth| self.level(of, *nth) == Some(level));
        assert_eq!((first(Yellow), first(Red)), (yellow, red), "{of:?}");
    }
}

const PAIR: PairId = PairId::new(1);

#[test]
fn a_first_meeting_that_is_not_booked_is_yellow_after_10_days_and_red_after_21() {
    Known::default().check(Matter::NotBooked { pair: PAIR }, Some(10), Some(21));
}

#[test]
fn a_meeting_that_was_cancelled_is_none() {
    let meetings = vec![meeting(5, MeetingState::Cancelled)];
    let known = Known { meetings, ..Known::default() };
    known.check(Matter::NotBooked { pair: PAIR }, Some(10), Some(21));
}

#[test]
fn two_dates_after_21_days_are_yellow_and_three_are_not() {
    let dates = |count: i64| Known {
        meetings: (0..count).map(|nth| meeting(30 + nth, MeetingState::Booked)).collect(),
        ..Known::default()
    };
    dates(2).check(Matter::FewDates { pair: PAIR }, Some(21), None);
    dates(3).check(Matter::FewDates { pair: PAIR }, None, None);
}

/// The interval is 17 days in the first third: 25.5 and 34.
#[test]
fn no_meeting_for_one_and_a_half_intervals_is_yellow_and_for_two_red() {
    let booked = vec![meeting(60, MeetingState::Booked)];
    let known = Known { meetings: booked, ..Known::default() };
    known.check(Matter::NoMeeting { pair: PAIR }, Some(26), Some(34));
    let held = vec![meeting(10, MeetingState::Held), meeting(190, MeetingState::Booked)];
    let known = Known { meetings: held, ..Known::default() };
    known.check(Matter::NoMeeting { pair: PAIR }, Some(36), Some(44));
}

#[test]
fn facts_that_differ_once_are_yellow_and_twice_red() {
    let differ = |nth| {
        meeting(nth, MeetingState::Booked)
            .with_verdict(Half::Mentor, Verdict::Held)
            .with_verdict(Half::Adept, Verdict::NotHeld)
    };
    let once = Known { meetings: vec![differ(5)], ..Known::default() };
    once.check(Matter::FactsDiffer { pair: PAIR }, Some(5), None);
    assert_eq!(once.level(Matter::FactsDiffer { pair: PAIR }, 5), Some(Yellow));
    let twice = Known { meetings: vec![differ(5), differ(9)], ..Known::default() };
    assert_eq!(twice.level(Matter::FactsDiffer { pair: PAIR }, 9), Some(Red));
}

/// 212 days, without weeks 28 to 31 in them: a quarter is 53.
#[test]
fn no_goal_after_a_quarter_of_the_programme_is_yellow() {
    let known = Known { has_goal: false, ..Known::default() };
    known.check(Matter::NoGoal { pair: PAIR }, Some(53), None);
    Known::default().check(Matter::NoGoal { pair: PAIR }, None, None);
}

fn silence(unanswered: i64, is_missed: bool) -> Silence {
    Silence { unanswered, since: noon(3), asked_at: noon(10), is_missed }
}

#[test]
fn two_messages_in_a_row_without_an_answer_are_yellow_and_red_if_somebody_misses_them() {
    let anna = Matter::Silent { pair: PAIR, person: PersonId::new(2) };
    let known = |silences| Known { silences, ..Known::default() };
    known([None, Some(silence(2, false))]).check(anna, Some(15), None);
    known([None, Some(silence(2, true))]).check(anna, None, Some(15));
    known([None, Some(silence(1, true))]).check(anna, None, None);
    // If neither of them answers, it is a matter of the pair.
    known([Some(silence(2, false)), Some(silence(2, true))]).check(anna, None, None);
    // Whoever was asked just now isn't silent.
    known([Some(silence(1, false)), Some(silence(2, false))]).check(anna, Some(15), None);
}

#[test]
fn a_break_stops_every_clock() {
    let pauses = vec![Pause { from: noon(2), until: noon(16) }];
    let known = Known { pauses, ..Known::default() };
    known.check(Matter::NotBooked { pair: PAIR }, Some(24), Some(35));
}

fn any_state() -> impl Strategy<Value = MeetingState> {
    prop_oneof![
        Just(MeetingState::Booked),
        Just(MeetingState::Held),
        Just(MeetingState::NotHeld),
        Just(MeetingState::Cancelled),
        Just(MeetingState::Unanswered),
    ]
}

fn any_known() -> impl Strategy<Value = Known> {
    let meetings = prop::collection::btree_map(0_i64..200, any_state(), 0..8);
    let pauses = prop::collection::vec((0_i64..200, 1_i64..40), 0..4);
    let quiet = || prop::option::of((1_i64..4, any::<bool>()));
    (meetings, pauses, any::<bool>(), quiet(), quiet()).prop_map(
        |(meetings, pauses, has_goal, mentor, adept)| Known {
            pair: pair(),
            meetings: meetings.into_iter().map(|(nth, state)| meeting(nth, state)).collect(),
            pauses: pauses
                .into_iter()
                .map(|(from, days)| Pause { from: noon(from), until: noon(from + days) })
                .collect(),
            has_goal,
            silences: [mentor, adept].map(|one| one.map(|(count, missed)| silence(count, missed))),
        },
    )
}

fn signals(known: &Known, on: Date) -> Vec<Signal> {
    let outline = programme();
    Watched {
        told_differently: &[],
        pair: &known.pair,
        meetings: &known.meetings,
        outline: &outline,
        began_on: first_day(),
        pauses: &known.pauses,
        has_goal: known.has_goal,
        silences: known.silences,
    }
    .signals(on)
}

proptest! {
    /// Whoever rests isn't missed, whatever is known of them.
    #[test]
    fn a_pair_that_rests_needs_nobody(known in any_known(), nth in 0_i64..300) {
        let resting = Known { pair: known.pair.paused(noon(nth)), ..known.clone() };
        prop_assert_eq!(signals(&resting, day(nth)), vec![]);
        let ended = Known { pair: known.pair.ended(noon(nth)), ..known };
        prop_assert_eq!(signals(&ended, day(nth)), vec![]);
    }

    /// Days of rest make nothing worse: with one more pause everything comes later or not at all.
    #[test]
    fn a_pause_brings_nothing_forward(
        known in any_known(),
        from in 0_i64..200,
        days in 1_i64..40,
        nth in 0_i64..200,
    ) {
        let mut paused = known.clone();
        paused.pauses.push(Pause { from: noon(from), until: noon(from + days) });
        for (with, without) in signals(&paused, day(nth)).iter().zip(signals(&known, day(nth))) {
            prop_assert_eq!(with.matter, without.matter);
            prop_assert!(with.level(day(nth)) <= without.level(day(nth)));
        }
    }

    /// What is red has been yellow, or has become red on the same day; and nothing gets better by
    /// the passing of days alone.
    #[test]
    fn days_alone_make_nothing_better(known in any_known(), nth in 0_i64..199) {
        for (now, later) in signals(&known, day(nth)).iter().zip(signals(&known, day(nth + 1))) {
            prop_assert_eq!(now.matter, later.matter);
            prop_assert!(now.level(day(nth)) <= later.level(day(nth + 1)));
        }
    }

    /// Between one change and the next nothing changes, so that nothing has to be looked at.
    #[test]
    fn it_is_known_when_to_look_again(known in any_known(), nth in 0_i64..199) {
        let before = signals(&known, day(nth));
        let next = before.iter().filter_map(|signal| signal.changes_after(day(nth))).min();
        let until = next.map_or(200, |on| i64::from(first_day().until(on).unwrap().get_days()));
        for between in nth..until.min(200) {
            for (was, is) in before.iter().zip(signals(&known, day(between))) {
                prop_assert_eq!(was.level(day(nth)), is.level(day(between)));
            }
        }
    }

    /// What the two say of a meeting comes to the same in whatever order they say it.
    #[test]
    fn answers_in_any_order_come_to_the_same(
        mentor in 0..Verdict::ALL.len(),
        adept in 0..Verdict::ALL.len(),
    ) {
        let (mentor, adept) = (Verdict::ALL[mentor], Verdict::ALL[adept]);
        let meeting = meeting(5, MeetingState::Booked);
        let one = meeting
            .clone()
            .with_verdict(Half::Mentor, mentor)
            .with_verdict(Half::Adept, adept);
        let other = meeting.with_verdict(Half::Adept, adept).with_verdict(Half::Mentor, mentor);
        prop_assert_eq!(&one, &other);
        let level = |meeting: Meeting| {
            let known = Known { meetings: vec![meeting], ..Known::default() };
            known.level(Matter::FactsDiffer { pair: PAIR }, 9)
        };
        prop_assert_eq!(level(one), level(other));
    }
}

#[test]
fn a_pause_within_one_day_is_none() {
    let later = noon(2) + SignedDuration::from_hours(3);
    let known = Known { pauses: vec![Pause { from: noon(2), until: later }], ..Known::default() };
    known.check(Matter::NotBooked { pair: PAIR }, Some(10), Some(21));
}
