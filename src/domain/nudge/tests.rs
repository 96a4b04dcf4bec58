//! What holds whatever a pair does and however time passes: nobody gets a third reminder, a pair that
//! rests is asked nothing, and nothing closes by itself.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::nudge;
use crate::domain::{
    asked::Asked,
    booking::Situation,
    ids::{MeetingId, MemberId, PairId, PersonId, ProgrammeId},
    meeting::{Appointment, Half, Meeting, MeetingState, Verdict},
    message::{Message, nudge::Nudge},
    notice::Audience,
    pair::{Decision, NextMeeting, Pair, Seat},
    programme::{Outline, tests::outline},
};

/// What happens to a pair.
#[derive(Debug, Clone, Copy)]
enum Event {
    /// So many hours pass.
    Passes(i64),
    /// A meeting is booked, in so many hours.
    Books(Half, i64),
    /// They say that one is booked, without the time.
    BooksSometime(Half),
    /// One is cancelled.
    Cancels(Half),
    /// One of them says what became of one.
    Says(Half, Verdict),
    /// One of them puts off what was asked.
    PutsOff,
    /// Their clocks stop.
    Stops,
    /// They go again.
    Goes,
}

/// What somebody is asked about: their next meeting, for the so many-th time that one was due, or a
/// meeting at the time for which it was booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum About {
    Next(u32),
    Meeting(i64, Option<Timestamp>),
}

struct Life {
    outline: Outline,
    pair: Pair,
    meetings: Vec<Meeting>,
    now: Timestamp,
    due: u32,
    asked: HashMap<(PersonId, About), u32>,
}

impl Life {
    fn new() -> Self {
        let outline = outline(7, 8);
        let now = "2026-09-07T08:00:00+02".parse().unwrap();
        let seat = |id: i64, name: &str| Seat {
            member: MemberId::new(id),
            person: PersonId::new(id),
            name: name.to_owned(),
        };
        let pair = Pair {
            id: PairId::new(7),
            number: 1,
            programme: ProgrammeId::new(1),
            mentor: seat(1, "Bo"),
            adept: seat(2, "Anna"),
            next: NextMeeting::Open { due_at: now, asked: Asked::Never },
            stopped_since: None,
            paused_since: None,
            resume_at: None,
            ends_on: None,
            began_at: Some(now),
            ended_at: None,
        };
        Self { outline, pair, meetings: vec![], now, due: 0, asked: HashMap::new() }
    }

    /// A pair to which all of that has happened.
    fn lived(events: &[Event]) -> Result<Self, TestCaseError> {
        let mut life = Self::new();
        for event in events {
            if let Event::Passes(hours) = event {
                life.pass_until(life.now + SignedDuration::from_hours(*hours))?;
            } else {
                life.act(*event);
            }
        }
        Ok(life)
    }

    /// Time passes, and whatever is due is decided.
    fn pass_until(&mut self, then: Timestamp) -> Result<(), TestCaseError> {
        for _ in 0..1_000 {
            let due = self.pair.acts_at(&self.outline).map(|at| at.max(self.now));
            let Some(at) = due.filter(|at| *at <= then) else {
                self.now = then;
                let nothing = nudge(&self.pair, &self.meetings, &self.outline, then);
                prop_assert_eq!(nothing, None, "something is due that wasn't foreseen");
                return Ok(());
            };
            self.now = at;
            let decided = nudge(&self.pair, &self.meetings, &self.outline, at);
            let Some(decision) = decided else {
                return Err(TestCaseError::fail("what was due is not decided"));
            };
            self.check(&decision)?;
            self.keep(decision);
        }
        Err(TestCaseError::fail("it never comes to rest"))
    }

    /// What the passing of time may decide.
    fn check(&mut self, decision: &Decision) -> Result<(), TestCaseError> {
        prop_assert!(self.pair.stopped_since.is_none(), "a pair that rests is asked something");
        prop_assert!(decision.pair.ended_at.is_none(), "a pair ends by itself");
        for after in &decision.meetings {
            let before = self.meetings.iter().find(|known| known.id == after.id);
            let Some(before) = before else {
                return Err(TestCaseError::fail("a meeting comes of nothing"));
            };
            if before.state != after.state {
                prop_assert_eq!(after.state, MeetingState::Unanswered);
                prop_assert!(decision.concern.is_some(), "it is given up in silence");
            }
        }
        let is_with_leader = matches!(decision.pair.next, NextMeeting::WithLeader { .. });
        prop_assert_eq!(is_with_leader, decision.concern.is_some());
        for notice in &decision.notices {
            let (Message::Nudge(says), Audience::Person(person)) = (&notice.message, notice.to)
            else {
                return Err(TestCaseError::fail("time says something else than it asks"));
            };
            let about = match says.about_meeting() {
                Some(id) => {
                    let meeting = self.meetings.iter().find(|known| known.id == Some(id));
                    About::Meeting(id.get(), meeting.and_then(|known| known.when.instant()))
                }
                None => About::Next(self.due),
            };
            let times = self.asked.entry((person, about)).or_default();
            *times += 1;
            prop_assert!(*times <= 3, "a third reminder: {}", named(says));
        }
        Ok(())
    }

    fn keep(&mut self, decision: Decision) {
        for changed in decision.meetings {
            match self.meetings.iter_mut().find(|known| known.id == changed.id) {
                Some(known) => *known = changed,
                None => self.meetings.push(changed),
            }
        }
        self.pair = decision.pair;
    }

    /// What somebody's own act makes of it. Another meeting may be due from then on.
    fn act(&mut self, event: Event) {
        let situation = Situation {
            pair: &self.pair,
            meetings: &self.meetings,
            outline: &self.outline,
            now: self.now,
        };
        let zone = self.outline.time_zone.clone();
        let changed = match event {
            Event::Books(half, hours) => {
                let at = self.now + SignedDuration::from_hours(hours);
                let when = Appointment::At { local: zone.to_datetime(at), zone };
                situation.can_be_at(&when, None).is_ok().then(|| situation.book(half, when, None).0)
            }
            Event::BooksSometime(half) => {
                let when = Appointment::Sometime { since: self.now };
                Some(situation.book(half, when, None).0)
            }
            Event::Cancels(half) => {
                let to_come = self.meetings.iter().find(|meeting| meeting.is_to_come(self.now));
                to_come.map(|meeting| situation.cancelled(half, meeting).0)
            }
            Event::Says(half, verdict) => {
                let about = self.meetings.iter().rev().find(|meeting| {
                    !meeting.is_to_come(self.now) && meeting.state != MeetingState::Cancelled
                });
                let decision = about.map(|meeting| situation.verdict(half, meeting, verdict));
                if let Some(decision) = decision {
                    self.keep(decision);
                    self.next_is_due();
                }
                return;
            }
            Event::PutsOff => {
                if let Some(decision) = situation.put_off() {
                    self.keep(decision);
                }
                return;
            }
            Event::Stops => {
                self.pair = self.pair.stopped(self.now);
                return;
            }
            Event::Goes => {
                self.pair = self.pair.going(self.now);
                return;
            }
            Event::Passes(_) => return,
        };
        let Some(mut changed) = changed else { return };
        if changed.id.is_none() {
            let id = i64::try_from(self.meetings.len()).unwrap() + 1;
            changed.id = Some(MeetingId::new(id));
        }
        let pair = self.pair.clone();
        self.keep(Decision::becomes(&pair, pair.next).storing(changed));
        let situation = Situation {
            pair: &pair,
            meetings: &self.meetings,
            outline: &self.outline,
            now: self.now,
        };
        self.pair = situation.settled(&self.meetings);
        self.next_is_due();
    }

    /// The count of reminders starts anew with each meeting that is due.
    fn next_is_due(&mut self) {
        if matches!(self.pair.next, NextMeeting::Open { asked: Asked::Never, .. }) {
            self.due += 1;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn nobody_gets_a_third_reminder_and_nothing_closes_by_itself(
        events in proptest::collection::vec(event(), 1..60),
    ) {
        Life::lived(&events)?;
    }

    #[test]
    fn a_pair_that_rests_is_asked_nothing_however_long_it_rests(
        events in proptest::collection::vec(event(), 1..30), days in 1..300_i64,
    ) {
        let mut life = Life::lived(&events)?;
        life.act(Event::Stops);
        let asked: u32 = life.asked.values().sum();
        let (pair, meetings) = (life.pair.clone(), life.meetings.clone());
        life.pass_until(life.now + SignedDuration::from_hours(24 * days))?;
        prop_assert_eq!((&life.pair, &life.meetings), (&pair, &meetings));
        prop_assert_eq!(life.asked.values().sum::<u32>(), asked);
    }

    #[test]
    fn both_sides_answers_in_any_order_come_to_the_same(
        events in proptest::collection::vec(event(), 0..30),
        mentor in verdict(), adept in verdict(), hours in 1..200_i64,
    ) {
        let mut life = Life::lived(&events)?;
        life.act(Event::Goes);
        life.act(Event::Books(Half::Adept, hours));
        life.pass_until(life.now + SignedDuration::from_hours(hours + 3))?;
        let before = (life.pair.clone(), life.meetings.clone());
        let answers = [Event::Says(Half::Mentor, mentor), Event::Says(Half::Adept, adept)];
        let [first, second] = answers;
        life.act(first);
        life.act(second);
        let one_way = (life.pair.clone(), life.meetings.clone());
        (life.pair, life.meetings) = before;
        life.act(second);
        life.act(first);
        prop_assert_eq!((life.pair, life.meetings), one_way);
    }
}

#[test]
fn a_life_without_answers_comes_to_the_leader_after_three_questions_and_stays_there() {
    let mut life = Life::new();
    life.pass_until("2026-12-01T12:00:00+01".parse().unwrap()).unwrap();
    assert!(life.asked.values().all(|times| *times == 3), "{:?}", life.asked);
    assert_eq!(life.asked.len(), 2);
    assert!(matches!(life.pair.next, NextMeeting::WithLeader { .. }));
}

fn event() -> impl Strategy<Value = Event> {
    let half = || prop_oneof![Just(Half::Mentor), Just(Half::Adept)];
    prop_oneof![
        6 => (1..500_i64).prop_map(Event::Passes),
        2 => (half(), 1..500_i64).prop_map(|(half, hours)| Event::Books(half, hours)),
        1 => half().prop_map(Event::BooksSometime),
        1 => half().prop_map(Event::Cancels),
        2 => (half(), verdict()).prop_map(|(half, verdict)| Event::Says(half, verdict)),
        1 => Just(Event::PutsOff),
        1 => Just(Event::Stops),
        2 => Just(Event::Goes),
    ]
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![
        Just(Verdict::Held),
        Just(Verdict::Rebooked),
        Just(Verdict::NotHeld),
        Just(Verdict::Paused),
    ]
}

fn named(nudge: &Nudge) -> String {
    format!("{nudge:?}").split([' ', '{']).next().unwrap_or_default().to_owned()
}
