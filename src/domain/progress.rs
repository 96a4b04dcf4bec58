//! How far a programme has come: meetings held against the plan, and where its pairs stand.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    meeting::{Meeting, MeetingState},
    pair::{NextMeeting, Pair},
    programme::Outline,
};

/// How far a programme has come. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Up to when meetings that were held are counted.
    pub as_of: Date,
    /// How many meetings were planned up to then.
    pub planned: i64,
    /// Month by month, the whole programme.
    pub months: Vec<Month>,
    /// How many pairs stand where, for each of [`Stand::ALL`].
    pub stands: Vec<(Stand, i64)>,
}

/// How far it had come, or is to have come, when a month was over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// The last day that is counted.
    pub until: Date,
    /// How many meetings are planned from the first day on, of all pairs that there were.
    pub planned: i64,
    /// How many were held. None for months that are to come.
    pub held: Option<i64>,
}

/// Where a pair stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    /// Its next meeting is booked.
    Booked,
    /// It isn't, or it isn't known whether the latest was held.
    Unbooked,
    /// The leader was asked to look at it.
    WithLeader,
    /// It takes a break.
    Resting,
    /// It has ended.
    Ended,
}

impl Stand {
    /// In the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Booked, Self::Unbooked, Self::WithLeader, Self::Resting, Self::Ended];

    /// Where that pair stands.
    pub fn of(pair: &Pair, meetings: &[Meeting], now: Timestamp) -> Self {
        if pair.ended_at.is_some() {
            Self::Ended
        } else if pair.stopped_since.is_some() {
            Self::Resting
        } else if matches!(pair.next, NextMeeting::WithLeader { .. }) {
            Self::WithLeader
        } else if meetings.iter().any(|meeting| meeting.is_to_come(now)) {
            Self::Booked
        } else {
            Self::Unbooked
        }
    }
}

impl Progress {
    /// How far the programme has come by `now`. The plan of a pair begins and ends with it, and is
    /// denser in the first third, as [`Outline::interval`] has it.
    pub fn of(outline: &Outline, pairs: &[(Pair, Vec<Meeting>)], now: Timestamp) -> Self {
        let zone = &outline.time_zone;
        let today = zone.to_datetime(now).date();
        let last = outline.ends_on();
        let days: Vec<Date> =
            outline.starts_on.series(1.day()).take_while(|day| *day <= last).collect();
        // How much of its meetings a pair should have had by the end of each day.
        let shares = days.iter().scan(0.0, |sum, day| {
            if !outline.is_in_recess(*day) {
                *sum += 1.0 / f64::from(outline.interval(*day));
            }
            Some(*sum)
        });
        let shares: Vec<f64> = shares.collect();
        let all = shares.last().copied().unwrap_or_default().max(f64::MIN_POSITIVE);
        let meant = f64::from(outline.meetings);
        let share = |until: Date| {
            let so_far = days.partition_point(|day| *day <= until);
            so_far.checked_sub(1).and_then(|last| shares.get(last)).copied().unwrap_or_default()
        };
        let day = |at: Timestamp| zone.to_datetime(at).date();
        let planned = |pair: &Pair, until: Date| {
            let before = pair.began_at.map(|at| share(day(at).saturating_sub(1.day())));
            let until = pair.ended_at.map_or(until, |at| until.min(day(at)));
            let until = until.min(pair.last_day(outline));
            (share(until) - before.unwrap_or_default()).max(0.0) / all * meant
        };
        let held = |until: Date| {
            let meetings = pairs.iter().flat_map(|(_, meetings)| meetings);
            let held = meetings.filter(|meeting| {
                meeting.state == MeetingState::Held && meeting.when.day(zone) <= until
            });
            count(held.count())
        };
        let planned = |until: Date| -> i64 {
            rounded(pairs.iter().map(|(pair, _)| planned(pair, until)).sum())
        };
        let months = (1..=i32::from(outline.months)).map(|nth| {
            let until = outline.starts_on.saturating_add(nth.months()).saturating_sub(1.day());
            let begins = outline.starts_on.saturating_add((nth - 1).months());
            let held = (begins <= today).then(|| held(until.min(today)));
            Month { until, planned: planned(until), held }
        });
        let stood = |stand: Stand| {
            let there =
                |(pair, meetings): &&(Pair, Vec<Meeting>)| Stand::of(pair, meetings, now) == stand;
            (stand, count(pairs.iter().filter(there).count()))
        };
        Self {
            as_of: today,
            planned: planned(today),
            months: months.collect(),
            stands: Stand::ALL.map(stood).to_vec(),
        }
    }
}

impl Progress {
    /// How many meetings were held so far.
    pub fn held(&self) -> i64 {
        self.months.iter().filter_map(|month| month.held).max().unwrap_or(0)
    }

    /// How many months have passed, in parts of one, when what was held in the month with that
    /// number was counted: its number, but for the present month.
    pub fn passed(&self, nth: u32) -> f64 {
        let until = |nth: u32| {
            let nth = usize::try_from(nth).unwrap_or(usize::MAX);
            nth.checked_sub(1).and_then(|nth| self.months.get(nth)).map(|month| month.until)
        };
        let Some(ends) = until(nth).filter(|ends| *ends > self.as_of) else {
            return f64::from(nth);
        };
        let begins = until(nth.saturating_sub(1));
        let begins = begins.unwrap_or_else(|| ends.saturating_sub(1.month()));
        let days = |from: Date, to: Date| f64::from(from.until(to).unwrap_or_default().get_days());
        let part = days(begins, self.as_of) / days(begins, ends).max(1.0);
        f64::from(nth.saturating_sub(1)) + part.clamp(0.0, 1.0)
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "a million pairs have a few million meetings")]
fn rounded(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::domain::{
        asked::Asked,
        ids::{MemberId, PairId, PersonId, ProgrammeId},
        meeting::Appointment,
        pair::Seat,
        programme::tests::outline,
    };

    #[test]
    fn the_plan_is_denser_at_first_and_comes_to_what_was_meant() {
        let outline = outline(7, 8);
        let progress = Progress::of(&outline, &[(pair(), vec![])], start());
        let planned: Vec<_> = progress.months.iter().map(|month| month.planned).collect();
        assert_eq!(planned, [2, 4, 5, 5, 6, 7, 8]);
        let both = [(pair(), vec![]), (pair(), vec![])];
        let progress = Progress::of(&outline, &both, start());
        assert_eq!(progress.months.last().map(|month| month.planned), Some(16));
    }

    #[test]
    fn a_pair_is_planned_for_while_there_is_one() {
        let outline = outline(7, 8);
        let late = Pair { began_at: Some(start() + days(107)), ..pair() };
        let gone = Pair { ended_at: Some(start() + days(106)), ..pair() };
        let of = |pair: Pair| Progress::of(&outline, &[(pair, vec![])], start()).months[6].planned;
        assert_eq!((of(late.clone()), of(gone.clone())), (3, 5));
        let progress = Progress::of(&outline, &[(late, vec![]), (gone, vec![])], start());
        assert_eq!(progress.months[6].planned, 8);
    }

    #[test]
    fn what_was_held_is_counted_up_to_today_and_not_after_it() {
        let held = |at| Meeting {
            state: MeetingState::Held,
            ..Meeting::booked(pair().id, &[], Appointment::Sometime { since: at }, None)
        };
        let cancelled =
            Meeting { state: MeetingState::Cancelled, asked: Asked::Never, ..held(start()) };
        let meetings = vec![held(start() + days(3)), held(start() + days(40)), cancelled];
        let now = start() + days(45);
        let progress = Progress::of(&outline(7, 8), &[(pair(), meetings)], now);
        let counted: Vec<_> = progress.months.iter().map(|month| month.held).collect();
        assert_eq!(counted, [Some(1), Some(2), None, None, None, None, None]);
        assert_eq!(progress.held(), 2);
        assert!((1.4..1.6).contains(&progress.passed(2)), "{}", progress.passed(2));
        assert!((progress.passed(1) - 1.0).abs() < 0.001);
    }

    fn start() -> Timestamp {
        "2026-09-07T10:00:00+02".parse().unwrap()
    }

    fn days(count: i64) -> SignedDuration {
        SignedDuration::from_hours(24 * count)
    }

    fn pair() -> Pair {
        let seat = |id: i64, name: &str| Seat {
            member: MemberId::new(id),
            person: PersonId::new(id),
            name: name.to_owned(),
        };
        Pair {
            id: PairId::new(7),
            number: 1,
            programme: ProgrammeId::new(1),
            mentor: seat(1, "Bo"),
            adept: seat(2, "Anna"),
            next: NextMeeting::Open { due_at: start(), asked: Asked::Never },
            stopped_since: None,
            paused_since: None,
            resume_at: None,
            ends_on: None,
            began_at: Some(start()),
            ended_at: None,
        }
    }
}
