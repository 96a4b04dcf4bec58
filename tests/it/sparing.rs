//! Nobody is written to when they want to be left in peace, and nobody too often: whole programmes
//! that are made up, played, and looked through letter by letter.
//!
//! What is a day off is asked of `data/holidays-2026-2030.json`, and what are decent hours is
//! reckoned here anew: the rules under test have no say in it.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    sync::atomic::{AtomicUsize, Ordering},
};

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, DateTime, Time, Weekday, date, time},
    tz::TimeZone,
};
use mentorskap::domain::{
    ids::{MeetingId, PairId, PersonId},
    letter::{Fate, Receiver},
    message::Message,
    notice::Urgency,
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use crate::support::{
    holidays::{YEARS, days_off},
    season::{Plan, Season, Soul, Temper},
};

#[test]
fn a_programme_of_three_months_spares_its_people() {
    check(3, 14, 175);
}

#[test]
fn a_programme_of_seven_months_spares_its_people() {
    check(7, 8, 100);
}

#[test]
fn a_programme_of_nine_months_spares_its_people() {
    check(9, 6, 75);
}

#[test]
fn a_programme_of_twelve_months_spares_its_people() {
    check(12, 4, 50);
}

/// How often a breach is looked for in a simpler programme. Each takes as long as a whole one.
const SHRINKING: u32 = 20;

/// Plays programmes of that length: together 32, or 400 with `TEST_LONG`. The short ones take
/// the least time and so have the most turns.
fn check(months: u8, few: u32, many: u32) {
    // On a server each letter is a round trip, and the rules are the same.
    let is_quick = env::var_os("TEST_POSTGRES_URL").is_none();
    let cases = if is_quick && env::var_os("TEST_LONG").is_some() { many } else { few };
    let config = Config {
        cases,
        max_shrink_iters: SHRINKING,
        failure_persistence: None,
        ..Config::default()
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let seen = AtomicUsize::new(0);
    let outcome = TestRunner::new(config).run(&plans(months), |plan| {
        let season = runtime.block_on(plan.play());
        let looked_at = Look::at(&season);
        seen.fetch_add(looked_at.unprompted(), Ordering::Relaxed);
        let wrong = looked_at.breaches();
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    // A law about letters says nothing where there are none.
    let seen = seen.into_inner();
    assert!(seen > 10 * usize::try_from(cases).unwrap(), "only {seen} letters were looked at");
}

/// A question from before a meeting had a time came on top of those about the time.
#[test]
fn what_was_asked_before_a_meeting_had_a_time_is_asked_no_more() {
    let soul = |zone, hours, locale, temper| Soul { zone, hours, locale, temper };
    let plan = Plan {
        start: date(2027, 4, 13),
        months: 9,
        meetings: 6,
        nudges: "30 2 * * *",
        zone: "Europe/Stockholm",
        mentors: vec![(
            soul(None, None, "sv", Temper::Fickle),
            vec![
                soul(Some("Asia/Kathmandu"), None, "en", Temper::Silent),
                soul(None, None, "en", Temper::Prompt),
                soul(None, Some((6, 10)), "sv", Temper::Fickle),
            ],
        )],
        chance: 5_011_071_891_060_054_203,
    };
    spares(plan);
}

#[test]
fn a_question_that_waited_over_christmas_is_not_asked_when_they_have_met() {
    let soul = |zone, hours, locale, temper| Soul { zone, hours, locale, temper };
    let plan = Plan {
        start: date(2029, 9, 10),
        months: 9,
        meetings: 13,
        nudges: "0 9 * * *",
        zone: "Europe/Stockholm",
        mentors: vec![(
            soul(None, None, "sv", Temper::Silent),
            vec![
                soul(Some("UTC"), None, "sv", Temper::Prompt),
                soul(None, None, "en", Temper::Fickle),
                soul(None, Some((6, 10)), "sv", Temper::Prompt),
            ],
        )],
        chance: 8_682_405_641_268_957_141,
    };
    spares(plan);
}

#[test]
fn what_is_asked_in_the_weeks_of_rest_comes_after_them() {
    let soul = |zone, hours, locale, temper| Soul { zone, hours, locale, temper };
    let plan = Plan {
        start: date(2030, 5, 22),
        months: 12,
        meetings: 11,
        nudges: "0 0 1,15 * *",
        zone: "Europe/Stockholm",
        mentors: vec![
            (soul(None, None, "sv", Temper::Silent), vec![soul(None, None, "sv", Temper::Fickle)]),
            (
                soul(Some("Pacific/Auckland"), None, "en", Temper::Fickle),
                vec![soul(None, Some((19, 23)), "en", Temper::Prompt)],
            ),
        ],
        chance: 11_078_733_735_399_450_513,
    };
    spares(plan);
}

#[track_caller]
fn spares(plan: Plan) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let season = runtime.block_on(plan.play());
    assert_eq!(Look::at(&season).breaches(), Vec::<String>::new());
}

// --- What is made up -------------------------------------------------------------------------------

const ZONES: [&str; 7] = [
    "Europe/Stockholm",
    "Europe/London",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "Africa/Casablanca",
    "UTC",
];

/// Weekly, daily, several times a week, several times a day, monthly, in the night when the clock
/// changes, at the last minute of a day's hours, on days when nobody works.
const ROUNDS: [&str; 11] = [
    "0 9 * * MON",
    "0 9 * * *",
    "30 2 * * *",
    "0 9 * * MON,WED,FRI",
    "0 8 * * 1-5",
    "*/15 * * * *",
    "0 0 1,15 * *",
    "59 16 * * FRI",
    "0 23 * * SUN",
    "0 12 24 12 *",
    "30 8 * * TUE,THU",
];

const HOURS: [(i8, i8); 7] = [(9, 12), (6, 10), (16, 22), (19, 23), (0, 24), (5, 8), (12, 13)];

fn plans(months: u8) -> impl Strategy<Value = Plan> {
    let start =
        (0..5 * 365_i64).prop_map(|days| date(2026, 1, 1).checked_add(days.days()).unwrap());
    let mentor = (souls(), prop::collection::vec(souls(), 1..=3));
    let mentors = prop::collection::vec(mentor, 1..=2);
    let zone = prop_oneof![3 => Just(ZONES[0]), 1 => prop::sample::select(&ZONES[..])];
    let nudges = prop::sample::select(&ROUNDS[..]);
    (start, 1_u8..=40, nudges, zone, mentors, any::<u64>()).prop_map(
        move |(start, meetings, nudges, zone, mentors, chance)| Plan {
            start,
            months,
            meetings,
            nudges,
            zone,
            mentors,
            chance,
        },
    )
}

fn souls() -> impl Strategy<Value = Soul> {
    let zone = prop::option::weighted(0.3, prop::sample::select(&ZONES[..]));
    let hours = prop::option::weighted(0.4, prop::sample::select(&HOURS[..]));
    let temper = prop_oneof![1 => Just(Temper::Silent), 1 => Just(Temper::Prompt), 2 => Just(Temper::Fickle)];
    (zone, hours, prop::sample::select(vec!["sv", "en"]), temper)
        .prop_map(|(zone, hours, locale, temper)| Soul { zone, hours, locale, temper })
}

// --- What must hold --------------------------------------------------------------------------------

/// A season, and what is needed to judge it.
struct Look<'a> {
    season: &'a Season,
    days_off: BTreeSet<Date>,
}

impl<'a> Look<'a> {
    fn at(season: &'a Season) -> Self {
        let kinds = ["red_day", "free_eve"];
        let days_off = days_off().into_iter().filter(|day| kinds.contains(&day.kind.as_str()));
        Self { season, days_off: days_off.map(|day| day.on).collect() }
    }

    /// How many letters nobody's act has caused.
    fn unprompted(&self) -> usize {
        self.season.sent.iter().filter(|letter| is_unprompted(letter.urgency)).count()
    }

    fn breaches(&self) -> Vec<String> {
        let mut wrong = vec![];
        self.leave_people_in_peace(&mut wrong);
        self.keep_the_ceiling(&mut wrong);
        self.remind_twice_at_most(&mut wrong);
        self.leave_the_paused_alone(&mut wrong);
        self.end_with_a_reason(&mut wrong);
        self.count_every_question_of_the_bots_own(&mut wrong);
        wrong
    }

    /// Whatever can wait for decent hours leaves in those of its receiver.
    fn leave_people_in_peace(&self, wrong: &mut Vec<String>) {
        for letter in &self.season.sent {
            if letter.urgency < Urgency::InHours {
                continue;
            }
            let person = match letter.receiver {
                Receiver::Person(person) | Receiver::Among(_, person) => person,
                // Of a pair, the adept's.
                Receiver::Pair(pair) => self.season.pairs[&pair][1],
                Receiver::Place(_) => continue,
            };
            let local = self.local(person, letter.sent_at);
            let why = self.closed(person, local);
            if let Some(why) = why {
                wrong.push(format!("{why}: {local} {:?} to {person:?}", letter.message.kind()));
            }
        }
    }

    fn closed(&self, person: PersonId, local: DateTime) -> Option<&'static str> {
        let (day, at) = (local.date(), local.time());
        let (month, of_month) = (day.month(), day.day());
        let (from, until) = self.hours(person);
        if self.days_off.contains(&day) {
            Some("a day off")
        } else if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            Some("a weekend")
        } else if (28..=31).contains(&day.iso_week_date().week()) {
            Some("the industrial holiday")
        } else if (month == 12 && of_month >= 23) || (month == 1 && of_month <= 6) {
            Some("Christmas")
        } else if at < from || until.is_some_and(|until| at >= until) {
            Some("outside hours")
        } else {
            assert!(day.year() >= *YEARS.start());
            None
        }
    }

    /// Half past eight to five, as far as the person wants it so; if that is never, then when the
    /// person wants. None for midnight.
    fn hours(&self, person: PersonId) -> (Time, Option<Time>) {
        let office = (time(8, 30, 0, 0), time(17, 0, 0, 0));
        let Some((from, until)) = self.season.souls.get(&person).and_then(|soul| soul.hours) else {
            return (office.0, Some(office.1));
        };
        let own = (time(from, 0, 0, 0), (until < 24).then(|| time(until, 0, 0, 0)));
        let common = (office.0.max(own.0), own.1.map_or(office.1, |until| until.min(office.1)));
        if common.0 < common.1 { (common.0, Some(common.1)) } else { own }
    }

    /// One a day, two a week, eight in the first month and six in every other.
    fn keep_the_ceiling(&self, wrong: &mut Vec<String>) {
        let mut days = BTreeMap::<PersonId, Vec<Date>>::new();
        for letter in self.season.sent.iter().filter(|letter| is_unprompted(letter.urgency)) {
            for person in &letter.people {
                let day = self.local(*person, letter.sent_at).date();
                days.entry(*person).or_default().push(day);
            }
        }
        for (person, days) in &days {
            let mut tell = |what: String, count: usize, most: usize| {
                if count > most {
                    wrong.push(format!("{count} in {what} to {person:?}: {days:?}"));
                }
            };
            for day in days {
                let week = day.iso_week_date();
                let same = |other: &&Date| {
                    let other = other.iso_week_date();
                    (other.year(), other.week()) == (week.year(), week.week())
                };
                tell(format!("{day}"), days.iter().filter(|other| *other == day).count(), 1);
                tell(format!("the week of {day}"), days.iter().filter(same).count(), 2);
            }
            for month in 0..=i32::from(self.season.plan.months) {
                let begins =
                    |month: i32| self.season.plan.start.checked_add(month.months()).unwrap();
                let (first, beyond) = (begins(month), begins(month + 1));
                let count = days.iter().filter(|day| **day >= first && **day < beyond).count();
                tell(format!("month {month}"), count, if month == 0 { 8 } else { 6 });
            }
        }
    }

    /// For one meeting that is due, and about one meeting that was booked: a question and two
    /// reminders to each of the two.
    fn remind_twice_at_most(&self, wrong: &mut Vec<String>) {
        let mut for_next = BTreeMap::<(PersonId, PairId), Vec<Timestamp>>::new();
        let mut about = BTreeMap::<(PersonId, MeetingId), Vec<Timestamp>>::new();
        for letter in self.season.sent.iter().filter(|letter| is_unprompted(letter.urgency)) {
            let Message::Nudge(nudge) = &letter.message else { continue };
            for person in &letter.people {
                for pair in nudge.about_pairs() {
                    for_next.entry((*person, pair)).or_default().push(letter.sent_at);
                }
                if let Some(meeting) = nudge.about_meeting() {
                    about.entry((*person, meeting)).or_default().push(letter.sent_at);
                }
            }
        }
        for ((person, pair), asked) in for_next {
            if most_between(&asked, &times(&self.season.turns, &pair)) > 3 {
                wrong.push(format!("{person:?} is reminded of {pair:?} again: {asked:?}"));
            }
        }
        for ((person, meeting), asked) in about {
            if most_between(&asked, &times(&self.season.changes, &meeting)) > 3 {
                wrong.push(format!("{person:?} is reminded of {meeting:?} again: {asked:?}"));
            }
        }
    }

    /// Nothing is asked of a pair that stands still, of anybody while all do, nor of whoever is
    /// away.
    fn leave_the_paused_alone(&self, wrong: &mut Vec<String>) {
        for letter in &self.season.sent {
            let Message::Nudge(nudge) = &letter.message else { continue };
            let at = letter.sent_at;
            let about: BTreeSet<_> = nudge.about_pairs().into_iter().chain(nudge.pair()).collect();
            let stopped = &self.season.stopped[&at];
            if about.iter().any(|pair| stopped.contains(pair)) {
                wrong.push(format!("{about:?} stand still and are asked at {at}"));
            }
            if self.season.paused.iter().any(|(since, until)| *since < at && at < *until) {
                wrong.push(format!("all is paused, and {about:?} are asked at {at}"));
            }
            assert!(!about.is_empty());
        }
    }

    /// Everything else was given up knowingly, and nothing waits for ever.
    fn end_with_a_reason(&self, wrong: &mut Vec<String>) {
        for letter in &self.season.unsent {
            let waits = matches!(letter.fate, Fate::Waiting | Fate::Sending);
            if waits || letter.reason.is_none() {
                wrong.push(format!("at {} there is {letter:?}", self.season.ended_at));
            }
        }
    }

    /// A question that isn't sparing was asked for by the leader.
    fn count_every_question_of_the_bots_own(&self, wrong: &mut Vec<String>) {
        let asked = self.season.sent.iter().filter(|letter| {
            matches!(letter.message, Message::Nudge(_)) && !is_unprompted(letter.urgency)
        });
        let asked = asked.count();
        if asked > 2 * self.season.reminds {
            wrong.push(format!("{asked} questions for {} wishes", self.season.reminds));
        }
    }

    /// What the clock of that person shows.
    fn local(&self, person: PersonId, at: Timestamp) -> DateTime {
        let soul = self.season.souls.get(&person);
        let zone = soul.and_then(|soul| soul.zone).unwrap_or(self.season.plan.zone);
        TimeZone::get(zone).unwrap().to_datetime(at)
    }
}

const fn is_unprompted(urgency: Urgency) -> bool {
    matches!(urgency, Urgency::Sparing(_))
}

/// When that happened to `one`.
fn times<T: PartialEq>(happened: &[(T, Timestamp)], one: &T) -> Vec<Timestamp> {
    happened.iter().filter(|(other, _)| other == one).map(|(_, at)| *at).collect()
}

/// How many of `asked` fell at most between two of `turns`.
fn most_between(asked: &[Timestamp], turns: &[Timestamp]) -> usize {
    let turn_before = |at: &Timestamp| turns.iter().filter(|turn| *turn <= at).max();
    let same = |at| asked.iter().filter(|other| turn_before(other) == turn_before(at)).count();
    asked.iter().map(same).max().unwrap_or_default()
}
