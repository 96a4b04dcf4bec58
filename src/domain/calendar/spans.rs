//! The parts that a calendar is made of: hours of a day, days of a week, spans of days.

use jiff::civil::{Date, Time, Weekday};

/// A stretch of a day in whole minutes, such as 08.30–17.00. Its last minute is the one before
/// its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hours {
    /// Minutes after midnight.
    from: i16,
    /// Minutes after midnight, 1440 for the end of the day.
    until: i16,
}

const DAY: i16 = 24 * 60;

impl Hours {
    /// 08.30–17.00.
    pub const OFFICE: Self = Self { from: 8 * 60 + 30, until: 17 * 60 };

    /// From one time to another; midnight as the second is the end of the day. None if the second
    /// isn't after the first, or if one of them has seconds.
    pub fn new(from: Time, until: Time) -> Option<Self> {
        let minutes = |time: Time| {
            let is_whole = time.second() == 0 && time.subsec_nanosecond() == 0;
            is_whole.then(|| i16::from(time.hour()) * 60 + i16::from(time.minute()))
        };
        let from = minutes(from)?;
        let until = match minutes(until)? {
            0 => DAY,
            until => until,
        };
        (from < until).then_some(Self { from, until })
    }

    /// When they begin.
    pub fn from(self) -> Time {
        time(self.from)
    }

    /// When they end; midnight is the end of the day.
    pub fn until(self) -> Time {
        time(self.until % DAY)
    }

    /// Whether they last until midnight.
    pub(super) const fn is_until_midnight(self) -> bool {
        self.until == DAY
    }

    /// Whether `at` is within them.
    pub fn contains(self, at: Time) -> bool {
        let minute = i16::from(at.hour()) * 60 + i16::from(at.minute());
        (self.from..self.until).contains(&minute)
    }

    /// What they have in common with `other`.
    pub fn common(self, other: Self) -> Option<Self> {
        let both = Self { from: self.from.max(other.from), until: self.until.min(other.until) };
        (both.from < both.until).then_some(both)
    }
}

/// The time `minutes` after midnight, which is less than a day's.
fn time(minutes: i16) -> Time {
    let part = |number: i16| i8::try_from(number).unwrap_or_default();
    Time::constant(part(minutes / 60), part(minutes % 60), 0, 0)
}

/// A set of weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Friday.
    pub const MONDAY_TO_FRIDAY: Self = Self(0b001_1111);

    /// Every day of the week.
    pub const ALL: Self = Self(0b111_1111);

    /// Whether `day` is one of them.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    const fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<T: IntoIterator<Item = Weekday>>(days: T) -> Self {
        Self(days.into_iter().fold(0, |bits, day| bits | Self::bit(day)))
    }
}

/// A day of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: i8,
    day: i8,
}

impl MonthDay {
    /// The day `day` of the month `month`. None if no year has it; 29 February is one.
    pub fn new(month: i8, day: i8) -> Option<Self> {
        const LEAP_YEAR: i16 = 2028;
        Date::new(LEAP_YEAR, month, day).ok().map(|_| Self { month, day })
    }

    /// The month, from 1.
    pub const fn month(self) -> i8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> i8 {
        self.day
    }
}

/// Some days in a row, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateSpan {
    first: Date,
    last: Date,
}

impl DateSpan {
    /// From `first` to `last`. None if they stand the wrong way round.
    pub fn new(first: Date, last: Date) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The first day.
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> Date {
        self.last
    }

    /// Whether `on` is one of them.
    pub fn contains(self, on: Date) -> bool {
        (self.first..=self.last).contains(&on)
    }
}

/// Days in a row on which a programme is closed, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClosedSpan {
    /// Every year. If `last` comes before `first` in the year, it lasts over the new year.
    EveryYear {
        /// The first day.
        first: MonthDay,
        /// The last day.
        last: MonthDay,
    },
    /// One time, such as a vacation.
    Once(DateSpan),
}

impl ClosedSpan {
    /// 23 December to 6 January.
    pub const CHRISTMAS: Self = Self::EveryYear {
        first: MonthDay { month: 12, day: 23 },
        last: MonthDay { month: 1, day: 6 },
    };

    /// Whether `on` is one of the days.
    pub fn contains(self, on: Date) -> bool {
        match self {
            Self::EveryYear { first, last } => {
                let on = MonthDay { month: on.month(), day: on.day() };
                if first <= last { (first..=last).contains(&on) } else { on >= first || on <= last }
            }
            Self::Once(span) => span.contains(on),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_begin_at_their_first_minute_and_end_before_their_last() {
        check_hours("08:30", "17:00", &[("08:29:59", false), ("08:30", true), ("16:59:59", true)]);
        check_hours("08:30", "17:00", &[("17:00", false), ("00:00", false)]);
    }

    #[test]
    fn midnight_ends_a_day() {
        check_hours("20:00", "00:00", &[("19:59", false), ("23:59:59", true), ("00:00", false)]);
        check_hours("00:00", "00:00", &[("00:00", true), ("23:59:59", true)]);
    }

    #[test]
    fn hours_that_end_before_they_begin_are_none() {
        for (from, until) in [("17:00", "08:30"), ("08:30", "08:30"), ("08:30:10", "17:00")] {
            assert_eq!(Hours::new(time(from), time(until)), None);
        }
    }

    #[test]
    fn hours_in_common_begin_with_the_later_and_end_with_the_earlier() {
        let common = hours("08:30", "17:00").common(hours("12:00", "20:00"));
        assert_eq!(common, Some(hours("12:00", "17:00")));
        assert_eq!(hours("08:30", "17:00").common(hours("17:00", "20:00")), None);
    }

    #[test]
    fn the_office_opens_at_half_past_eight() {
        assert_eq!(Hours::OFFICE, hours("08:30", "17:00"));
        assert_eq!((Hours::OFFICE.from(), Hours::OFFICE.until()), (time("08:30"), time("17:00")));
    }

    #[test]
    fn a_set_of_weekdays_holds_what_was_put_in() {
        let days = Weekdays::from_iter([Weekday::Monday, Weekday::Sunday]);
        assert!(days.contains(Weekday::Monday) && days.contains(Weekday::Sunday));
        assert!(!days.contains(Weekday::Tuesday));
        let working = Weekday::Monday.cycle_forward().take(5);
        assert_eq!(Weekdays::MONDAY_TO_FRIDAY, working.collect());
    }

    #[test]
    fn christmas_lasts_over_the_new_year() {
        check_span(ClosedSpan::CHRISTMAS, "2026-12-22", false);
        check_span(ClosedSpan::CHRISTMAS, "2026-12-23", true);
        check_span(ClosedSpan::CHRISTMAS, "2026-12-31", true);
        check_span(ClosedSpan::CHRISTMAS, "2027-01-06", true);
        check_span(ClosedSpan::CHRISTMAS, "2027-01-07", false);
    }

    #[test]
    fn a_span_within_a_year_is_inclusive() {
        let day = |month, day| MonthDay::new(month, day).unwrap();
        let span = ClosedSpan::EveryYear { first: day(2, 23), last: day(2, 29) };
        check_span(span, "2026-02-22", false);
        check_span(span, "2026-02-23", true);
        check_span(span, "2026-02-28", true);
        check_span(span, "2028-02-29", true);
        check_span(span, "2026-03-01", false);
    }

    #[test]
    fn a_vacation_happens_once() {
        let vacation = DateSpan::new("2026-02-23".parse().unwrap(), "2026-02-27".parse().unwrap());
        let vacation = ClosedSpan::Once(vacation.unwrap());
        check_span(vacation, "2026-02-23", true);
        check_span(vacation, "2026-02-27", true);
        check_span(vacation, "2026-02-28", false);
        check_span(vacation, "2027-02-23", false);
    }

    #[test]
    fn days_that_no_year_has_are_none() {
        assert!(MonthDay::new(2, 29).is_some());
        assert_eq!(MonthDay::new(2, 30), None);
        assert_eq!(MonthDay::new(13, 1), None);
        assert_eq!(DateSpan::new(Date::MAX, Date::MIN), None);
    }

    #[track_caller]
    fn check_hours(from: &str, until: &str, expected: &[(&str, bool)]) {
        for &(at, expected) in expected {
            assert_eq!(hours(from, until).contains(time(at)), expected, "{from}–{until} {at}");
        }
    }

    #[track_caller]
    fn check_span(span: ClosedSpan, on: &str, expected: bool) {
        assert_eq!(span.contains(on.parse().unwrap()), expected, "{on}");
    }

    fn hours(from: &str, until: &str) -> Hours {
        Hours::new(time(from), time(until)).unwrap()
    }

    fn time(text: &str) -> Time {
        text.parse().unwrap()
    }
}
