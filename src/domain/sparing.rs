//! How much the bot says unasked: never two messages on one day, and few in a month.
//!
//! Unprompted is what nobody's act caused. Answers, changes to a meeting within 48 hours and
//! matters of safety are not counted, nor is anything that leaders get.

use jiff::{ToSpan, civil::Date};

/// What goes first when several messages compete for one day. What loses is merged or expires; it
/// doesn't queue up and arrive stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Somebody may be in trouble.
    Safety,
    /// Whether a meeting was held, how it felt and how the two get on.
    DidYouMeet,
    /// The next meeting wants a date.
    Booking,
    /// Questions of the programme.
    CheckIn,
    /// Everybody meets.
    Gathering,
    /// Something about a goal.
    Goal,
    /// Something to read.
    Material,
    /// Whatever a leader tells all.
    Announcement,
}

impl Rank {
    /// From the first to the last.
    pub const ALL: [Self; 8] = [
        Self::Safety,
        Self::DidYouMeet,
        Self::Booking,
        Self::CheckIn,
        Self::Gathering,
        Self::Goal,
        Self::Material,
        Self::Announcement,
    ];

    /// As the database orders them. There is room between the numbers, so that a rank which is
    /// invented later finds its place without a migration.
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::Safety => 10,
            Self::DidYouMeet => 20,
            Self::Booking => 30,
            Self::CheckIn => 40,
            Self::Gathering => 50,
            Self::Goal => 60,
            Self::Material => 70,
            Self::Announcement => 80,
        }
    }

    /// The one that the database stores so.
    pub fn from_i64(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|rank| rank.as_i64() == number)
    }
}

/// How many unprompted messages one person gets at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ceiling {
    /// On one day.
    pub per_day: u8,
    /// In one ISO week, from Monday to Sunday.
    pub per_week: u8,
    /// In the first month of the programme, when there is most to tell.
    pub first_month: u8,
    /// In any other month, counted from the day of the month on which the programme began.
    pub later_months: u8,
}

impl Default for Ceiling {
    fn default() -> Self {
        Self { per_day: 1, per_week: 2, first_month: 8, later_months: 6 }
    }
}

/// Why there is no room for another message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Full {
    /// The day has its message.
    Day,
    /// The week has its messages.
    Week,
    /// The month of the programme has its messages.
    Month,
}

/// How far ahead room is looked for. Nobody is promised messages for a longer time than this, and
/// what can't be said within it is stale.
const PATIENCE_DAYS: usize = 100;

impl Ceiling {
    /// Whether somebody who got, or is promised, unprompted messages on the days `sent` may get
    /// one more on the day `on`. All days are the receiver's.
    pub fn room(&self, sent: &[Date], on: Date, programme_start: Date) -> Result<(), Full> {
        let is_full = |limit: u8, same: &dyn Fn(Date) -> bool| {
            sent.iter().filter(|&&day| same(day)).count() >= usize::from(limit)
        };
        if is_full(self.per_day, &|day| day == on) {
            return Err(Full::Day);
        }
        let week = |day: Date| (day.iso_week_date().year(), day.iso_week_date().week());
        if is_full(self.per_week, &|day| week(day) == week(on)) {
            return Err(Full::Week);
        }
        let month = programme_month(on, programme_start);
        let limit = if month == 0 { self.first_month } else { self.later_months };
        if is_full(limit, &|day| programme_month(day, programme_start) == month) {
            return Err(Full::Month);
        }
        Ok(())
    }

    /// The first day from `on` on that has room. None if there is none in a hundred days.
    pub fn next_day_with_room(
        &self,
        sent: &[Date],
        on: Date,
        programme_start: Date,
    ) -> Option<Date> {
        let mut days = on.series(1.day()).take(PATIENCE_DAYS);
        days.find(|&day| self.room(sent, day, programme_start).is_ok())
    }
}

/// The month of the programme that `on` lies in, from 0. Month k begins k months after the start,
/// on the last day of a calendar month that is too short. Before the start it is negative: those
/// months are later ones, as far as the ceiling goes, because the first is about being under way.
fn programme_month(on: Date, start: Date) -> i32 {
    let calendar_months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let month = calendar_months(on) - calendar_months(start);
    if start.saturating_add(month.months()) > on { month - 1 } else { month }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gets_two_messages_on_one_day() {
        check("2026-03-02", &["2026-03-03"], "2026-03-03", Err(Full::Day));
        check("2026-03-02", &["2026-03-03"], "2026-03-04", Ok(()));
        check("2026-03-02", &[], "2026-03-03", Ok(()));
    }

    #[test]
    fn nobody_gets_three_messages_in_one_week() {
        let sent = &["2026-03-02", "2026-03-03"];
        check("2026-03-02", sent, "2026-03-08", Err(Full::Week));
        check("2026-03-02", sent, "2026-03-09", Ok(()));
    }

    #[test]
    fn a_week_may_lie_in_two_years() {
        let sent = &["2026-12-28", "2026-12-29"];
        check("2026-12-01", sent, "2027-01-02", Err(Full::Week));
        check("2026-12-01", sent, "2027-01-04", Ok(()));
        // Week 10 of one year and week 10 of another have nothing to do with each other.
        check("2025-03-01", &["2025-03-03", "2025-03-04"], "2026-03-03", Ok(()));
    }

    #[test]
    fn promised_messages_take_room_too() {
        check("2026-03-02", &["2026-03-05", "2026-03-06"], "2026-03-02", Err(Full::Week));
    }

    #[test]
    fn the_first_month_has_room_for_eight() {
        let seven = [
            "2026-03-02",
            "2026-03-03",
            "2026-03-09",
            "2026-03-10",
            "2026-03-16",
            "2026-03-17",
            "2026-03-23",
        ];
        check("2026-03-02", &seven, "2026-03-24", Ok(()));
        let eight: Vec<_> = seven.into_iter().chain(["2026-03-24"]).collect();
        check("2026-03-02", &eight, "2026-03-30", Err(Full::Month));
        check("2026-03-02", &eight, "2026-04-01", Err(Full::Month));
        check("2026-03-02", &eight, "2026-04-02", Ok(()));
    }

    #[test]
    fn later_months_have_room_for_six() {
        let five = ["2026-04-02", "2026-04-07", "2026-04-08", "2026-04-14", "2026-04-15"];
        check("2026-03-02", &five, "2026-04-21", Ok(()));
        let six: Vec<_> = five.into_iter().chain(["2026-04-21"]).collect();
        check("2026-03-02", &six, "2026-04-28", Err(Full::Month));
        check("2026-03-02", &six, "2026-05-02", Ok(()));
    }

    #[test]
    fn before_the_start_the_lower_ceiling_holds() {
        let six =
            ["2026-02-03", "2026-02-04", "2026-02-10", "2026-02-11", "2026-02-17", "2026-02-18"];
        check("2026-03-02", &six, "2026-02-24", Err(Full::Month));
        check("2026-03-02", &six, "2026-03-02", Ok(()));
    }

    #[test]
    fn months_are_counted_from_the_start() {
        check_month("2026-03-02", "2026-03-02", 0);
        check_month("2026-03-02", "2026-04-01", 0);
        check_month("2026-03-02", "2026-04-02", 1);
        check_month("2026-03-02", "2027-03-02", 12);
        check_month("2026-03-02", "2026-03-01", -1);
        check_month("2026-03-02", "2026-02-01", -2);
    }

    #[test]
    fn a_start_on_the_31st_does_not_drift() {
        check_month("2026-01-31", "2026-02-27", 0);
        check_month("2026-01-31", "2026-02-28", 1);
        check_month("2026-01-31", "2026-03-30", 1);
        check_month("2026-01-31", "2026-03-31", 2);
        check_month("2026-01-31", "2026-04-29", 2);
        check_month("2026-01-31", "2026-04-30", 3);
    }

    #[test]
    fn the_next_day_with_room_is_the_first() {
        check_next(&[], "2026-03-02", Some("2026-03-02"));
        check_next(&["2026-03-02"], "2026-03-02", Some("2026-03-03"));
        check_next(&["2026-03-02", "2026-03-04"], "2026-03-02", Some("2026-03-09"));
    }

    #[test]
    fn where_nothing_may_be_said_no_day_has_room() {
        let silent = Ceiling { per_day: 0, ..Ceiling::default() };
        assert_eq!(silent.next_day_with_room(&[], date("2026-03-02"), date("2026-03-02")), None);
    }

    #[test]
    fn ranks_are_stored_in_their_order() {
        assert!(Rank::ALL.is_sorted());
        assert!(Rank::ALL.map(Rank::as_i64).is_sorted());
        assert!(Rank::Safety < Rank::DidYouMeet && Rank::Material < Rank::Announcement);
        for rank in Rank::ALL {
            assert_eq!(Rank::from_i64(rank.as_i64()), Some(rank));
        }
        assert_eq!(Rank::from_i64(11), None);
    }

    #[track_caller]
    fn check(start: &str, sent: &[&str], on: &str, expected: Result<(), Full>) {
        let sent: Vec<Date> = sent.iter().map(|day| date(day)).collect();
        assert_eq!(Ceiling::default().room(&sent, date(on), date(start)), expected);
    }

    #[track_caller]
    fn check_month(start: &str, on: &str, expected: i32) {
        assert_eq!(programme_month(date(on), date(start)), expected);
    }

    #[track_caller]
    fn check_next(sent: &[&str], on: &str, expected: Option<&str>) {
        let sent: Vec<Date> = sent.iter().map(|day| date(day)).collect();
        let next = Ceiling::default().next_day_with_room(&sent, date(on), date("2026-03-02"));
        assert_eq!(next, expected.map(date));
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }
}
