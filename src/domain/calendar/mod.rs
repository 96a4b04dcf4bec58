//! When the bot speaks unasked, and when it leaves people in peace.
//!
//! A programme has a [`SendingCalendar`]: its days, its hours and what it keeps holy. Each person
//! has [`PersonalHours`], which narrow it, and every question is answered in that person's zone:
//! a weekday is theirs, not the server's.
//!
//! Answers to people do not ask the calendar; only what nobody caused does.

mod red_days;
mod sending;
mod spans;

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

pub use self::{
    red_days::{Eve, EveKind, Feast, RedDay, eve, is_bridge_day, red_day},
    spans::{ClosedSpan, DateSpan, Hours, MonthDay, Weekdays},
};

/// Whether a programme keeps a kind of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Observance {
    /// Nothing is sent on such days.
    Observed,
    /// They are days like any other.
    Ignored,
}

/// When a programme sends. A day has to pass every field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingCalendar {
    /// The days of the week.
    pub weekdays: Weekdays,
    /// The hours of each such day, by the receiver's clock.
    pub hours: Hours,
    /// The public holidays of Sweden.
    pub red_days: Observance,
    /// Eves that are off by custom: påskafton, midsommarafton, julafton, nyårsafton.
    pub free_eves: Observance,
    /// Eves on which many go home early. If they are kept, then all day: who leaves at noon has
    /// other things to do before it.
    pub half_day_eves: Observance,
    /// Single working days between days off.
    pub bridge_days: Observance,
    /// Weeks by their ISO number, from 1.
    pub closed_weeks: Vec<i8>,
    /// Other days in a row.
    pub closed_spans: Vec<ClosedSpan>,
    /// How long a round takes at most, so that no two thousand people are pinged at once.
    pub spread: SignedDuration,
}

impl Default for SendingCalendar {
    /// A Swedish working year: weekdays 08.30–17.00, neither on red days and free eves nor in the
    /// industrial holiday (weeks 28 to 31), nor around Christmas.
    fn default() -> Self {
        Self {
            weekdays: Weekdays::MONDAY_TO_FRIDAY,
            hours: Hours::OFFICE,
            red_days: Observance::Observed,
            free_eves: Observance::Observed,
            half_day_eves: Observance::Ignored,
            bridge_days: Observance::Ignored,
            closed_weeks: (28..=31).collect(),
            closed_spans: vec![ClosedSpan::CHRISTMAS],
            spread: SignedDuration::from_hours(2),
        }
    }
}

/// Where and when one person wants to be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalHours {
    /// The hours that the person asked for, if any.
    pub hours: Option<Hours>,
    /// Where the person's clock hangs.
    pub zone: TimeZone,
    /// The days on which the person is away.
    pub away: Vec<DateSpan>,
}

impl PersonalHours {
    /// Somebody who has no wishes of their own.
    pub const fn anytime(zone: TimeZone) -> Self {
        Self { hours: None, zone, away: Vec::new() }
    }
}

/// Why nothing is sent. Leaders read it, and it may wait in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "which", rename_all = "snake_case")]
pub enum Closed {
    /// A public holiday.
    RedDay(RedDay),
    /// The day before one.
    Eve(Eve),
    /// A Saturday or Sunday.
    Weekend,
    /// Another day of the week on which this programme never sends.
    Weekday,
    /// A single working day between days off.
    BridgeDay,
    /// A week in which the programme rests, by its ISO number.
    ClosedWeek(i8),
    /// Other days on which the programme rests.
    ClosedSpan,
    /// The person is away.
    Away,
    /// The right day, and the wrong time of it.
    OutsideHours,
}

impl SendingCalendar {
    /// Whether something may be sent to `person` at `at`.
    pub fn is_open(&self, at: Timestamp, person: &PersonalHours) -> bool {
        self.closed_because(at, person).is_none()
    }

    /// Why nothing may be sent to `person` at `at`. Of several reasons it is the one that tells
    /// most: a feast before the weekend that it falls on, and what holds for everybody before what
    /// holds for this person.
    pub fn closed_because(&self, at: Timestamp, person: &PersonalHours) -> Option<Closed> {
        let local = person.zone.to_datetime(at);
        self.day_closed_because(local.date(), person).or_else(|| {
            (!self.hours_for(person).contains(local.time())).then_some(Closed::OutsideHours)
        })
    }

    /// Why nothing may be sent to `person` on the whole of `on`.
    pub fn day_closed_because(&self, on: civil::Date, person: &PersonalHours) -> Option<Closed> {
        let observed = |observance| observance == Observance::Observed;
        if let Some(day) = red_day(on).filter(|_| observed(self.red_days)) {
            return Some(Closed::RedDay(day));
        }
        let is_kept = |eve: &Eve| match eve.kind() {
            EveKind::Free => observed(self.free_eves),
            EveKind::HalfDay => observed(self.half_day_eves),
        };
        if let Some(eve) = eve(on).filter(is_kept) {
            return Some(Closed::Eve(eve));
        }
        if !self.weekdays.contains(on.weekday()) {
            let is_weekend =
                matches!(on.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday);
            return Some(if is_weekend { Closed::Weekend } else { Closed::Weekday });
        }
        if observed(self.bridge_days) && is_bridge_day(on) {
            return Some(Closed::BridgeDay);
        }
        let week = on.iso_week_date().week();
        if self.closed_weeks.contains(&week) {
            return Some(Closed::ClosedWeek(week));
        }
        if self.closed_spans.iter().any(|span| span.contains(on)) {
            return Some(Closed::ClosedSpan);
        }
        person.away.iter().any(|span| span.contains(on)).then_some(Closed::Away)
    }

    /// Whether the programme rests on a day, other than for being the wrong day of the week: who
    /// meets on a Saturday means Saturdays.
    pub fn rests_on(&self, on: civil::Date) -> bool {
        let all_days = Self { weekdays: Weekdays::ALL, ..self.clone() };
        all_days.day_closed_because(on, &PersonalHours::anytime(TimeZone::UTC)).is_some()
    }

    /// The hours in which `person` is sent anything: those that the programme and the person have
    /// in common. If they have none, the person's own: whoever works nights asked to be reached
    /// then, and not never. The days stay the programme's in either case.
    pub fn hours_for(&self, person: &PersonalHours) -> Hours {
        person.hours.map_or(self.hours, |wish| wish.common(self.hours).unwrap_or(wish))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_working_day_is_open_from_half_past_eight_to_five() {
        check("2026-03-03T08:29:59+01", Some(Closed::OutsideHours));
        check("2026-03-03T08:30+01", None);
        check("2026-03-03T16:59:59+01", None);
        check("2026-03-03T17:00+01", Some(Closed::OutsideHours));
    }

    #[test]
    fn summer_time_moves_the_hours_along() {
        check("2026-03-27T08:30+01", None);
        check("2026-03-30T08:30+02", None);
        check("2026-03-30T08:29+02", Some(Closed::OutsideHours));
    }

    #[test]
    fn a_feast_is_named_before_the_weekend_that_it_falls_on() {
        check("2026-03-07T10:00+01", Some(Closed::Weekend));
        check("2026-06-20T10:00+02", Some(Closed::RedDay(RedDay::MidsummersDay)));
        check("2026-04-04T10:00+02", Some(Closed::Eve(Eve::EasterEve)));
        check("2026-05-14T10:00+02", Some(Closed::RedDay(RedDay::AscensionDay)));
    }

    #[test]
    fn the_industrial_holiday_is_weeks_28_to_31() {
        for (last_before, first, last, first_after) in [
            ("2026-07-03", "2026-07-06", "2026-07-31", "2026-08-03"),
            ("2027-07-09", "2027-07-12", "2027-08-06", "2027-08-09"),
            ("2028-07-07", "2028-07-10", "2028-08-04", "2028-08-07"),
        ] {
            check(&format!("{last_before}T10:00+02"), None);
            check(&format!("{first}T10:00+02"), Some(Closed::ClosedWeek(28)));
            check(&format!("{last}T10:00+02"), Some(Closed::ClosedWeek(31)));
            check(&format!("{first_after}T10:00+02"), None);
        }
    }

    #[test]
    fn nothing_is_sent_around_christmas() {
        check("2026-12-22T10:00+01", None);
        check("2026-12-23T10:00+01", Some(Closed::ClosedSpan));
        check("2026-12-30T10:00+01", Some(Closed::ClosedSpan));
        check("2027-01-05T10:00+01", Some(Closed::ClosedSpan));
        check("2027-01-06T10:00+01", Some(Closed::RedDay(RedDay::Epiphany)));
        check("2027-01-07T10:00+01", None);
    }

    #[test]
    fn half_days_and_bridge_days_are_kept_where_a_programme_says_so() {
        let strict = SendingCalendar {
            half_day_eves: Observance::Observed,
            bridge_days: Observance::Observed,
            ..SendingCalendar::default()
        };
        for (day, strictly) in [
            ("2026-04-02", Closed::Eve(Eve::MaundyThursday)),
            ("2026-04-30", Closed::Eve(Eve::WalpurgisNight)),
            ("2026-05-15", Closed::BridgeDay),
        ] {
            let at = at(&format!("{day}T10:00+02"));
            assert_eq!(SendingCalendar::default().closed_because(at, &swede()), None, "{day}");
            assert_eq!(strict.closed_because(at, &swede()), Some(strictly), "{day}");
        }
    }

    #[test]
    fn a_programme_may_ignore_red_days_and_eves() {
        let lenient = SendingCalendar {
            red_days: Observance::Ignored,
            free_eves: Observance::Ignored,
            closed_spans: vec![],
            ..SendingCalendar::default()
        };
        for day in ["2026-12-24", "2026-12-25", "2026-05-14"] {
            let at = at(&format!("{day}T12:00+01"));
            assert_eq!(lenient.closed_because(at, &swede()), None, "{day}");
        }
        let sunday = at("2026-04-05T12:00+02");
        assert_eq!(lenient.closed_because(sunday, &swede()), Some(Closed::Weekend));
    }

    #[test]
    fn a_programme_may_rest_on_a_weekday_and_send_on_a_sunday() {
        let calendar = SendingCalendar {
            weekdays: [civil::Weekday::Sunday, civil::Weekday::Monday].into_iter().collect(),
            ..SendingCalendar::default()
        };
        let because = |day: &str| calendar.closed_because(at(day), &swede());
        assert_eq!(because("2026-03-01T10:00+01"), None);
        assert_eq!(because("2026-03-03T10:00+01"), Some(Closed::Weekday));
        assert_eq!(because("2026-03-07T10:00+01"), Some(Closed::Weekend));
    }

    #[test]
    fn the_receivers_clock_decides() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let new_yorker = PersonalHours::anytime(zone);
        let because = |at_| SendingCalendar::default().closed_because(at(at_), &new_yorker);
        assert_eq!(because("2026-03-03T09:00+01"), Some(Closed::OutsideHours));
        assert_eq!(because("2026-03-03T22:00+01"), None);
        // Already Saturday in Sweden, still Friday over there.
        let late = PersonalHours { hours: hours("19:00", "22:00"), ..new_yorker.clone() };
        let at = at("2026-03-07T01:30+01");
        assert_eq!(SendingCalendar::default().closed_because(at, &late), None);
    }

    #[test]
    fn a_person_narrows_the_hours() {
        let person = PersonalHours { hours: hours("12:00", "20:00"), ..swede() };
        let hours_for = SendingCalendar::default().hours_for(&person);
        assert_eq!(Some(hours_for), hours("12:00", "17:00"));
    }

    #[test]
    fn whoever_works_nights_is_reached_at_night_but_on_the_programmes_days() {
        let person = PersonalHours { hours: hours("20:00", "23:00"), ..swede() };
        let because = |at_| SendingCalendar::default().closed_because(at(at_), &person);
        assert_eq!(because("2026-03-03T21:00+01"), None);
        assert_eq!(because("2026-03-03T10:00+01"), Some(Closed::OutsideHours));
        assert_eq!(because("2026-03-07T21:00+01"), Some(Closed::Weekend));
    }

    #[test]
    fn whoever_is_away_is_left_in_peace() {
        let away = DateSpan::new(civil::date(2026, 3, 3), civil::date(2026, 3, 4)).unwrap();
        let person = PersonalHours { away: vec![away], ..swede() };
        let because = |at_| SendingCalendar::default().closed_because(at(at_), &person);
        assert_eq!(because("2026-03-02T10:00+01"), None);
        assert_eq!(because("2026-03-03T10:00+01"), Some(Closed::Away));
        assert_eq!(because("2026-03-04T10:00+01"), Some(Closed::Away));
        assert_eq!(because("2026-03-05T10:00+01"), None);
    }

    #[test]
    fn reasons_are_stored_as_they_always_were() {
        let json = |closed| serde_json::to_string(&closed).unwrap();
        assert_eq!(
            json(Closed::RedDay(RedDay::GoodFriday)),
            r#"{"kind":"red_day","which":"good_friday"}"#
        );
        assert_eq!(json(Closed::ClosedWeek(28)), r#"{"kind":"closed_week","which":28}"#);
        assert_eq!(json(Closed::OutsideHours), r#"{"kind":"outside_hours"}"#);
    }

    #[track_caller]
    fn check(at_: &str, expected: Option<Closed>) {
        let because = SendingCalendar::default().closed_because(at(at_), &swede());
        assert_eq!(because, expected, "{at_}");
    }

    fn swede() -> PersonalHours {
        PersonalHours::anytime(TimeZone::get("Europe/Stockholm").unwrap())
    }

    fn hours(from: &str, until: &str) -> Option<Hours> {
        Hours::new(from.parse().unwrap(), until.parse().unwrap())
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }
}
