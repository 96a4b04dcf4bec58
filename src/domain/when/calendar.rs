//! Works out which day is meant.

use jiff::{
    Span, ToSpan,
    civil::{Date, DateTime, ISOWeekDate, Time, Weekday},
};

use super::{
    WhenError,
    phrase::{Day, Phrase, Turn, Week},
};

/// How far ahead a time may lie. Programmes take a year; what is later is a slip of the finger.
const YEARS_AHEAD: i64 = 2;

/// The longest wait for a day that comes once a year, in years: between 1896 and 1904 there was
/// no 29 February, nor will there be between 2096 and 2104.
const LEAP: i16 = 8;

/// The longest wait for a feast, in days: from an early Easter that has been to a late one.
const FEAST_AHEAD: usize = 420;

/// The days that a phrase may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// This one.
    One(Date),
    /// People differ.
    Either([Date; 2]),
}

/// From when on a day counts as one that is still to come.
#[derive(Debug, Clone, Copy)]
pub(super) enum Horizon {
    /// The time of day is known: what has begun is over.
    From(DateTime, Time),
    /// It isn't. The present day counts as a date, but "until Thursday" said on a Thursday means
    /// the next.
    Day(DateTime),
}

impl Horizon {
    const fn now(self) -> DateTime {
        match self {
            Self::From(now, _) | Self::Day(now) => now,
        }
    }

    fn today(self) -> Date {
        self.now().date()
    }

    /// Whether `date` is still to come.
    fn holds(self, date: Date) -> bool {
        match self {
            Self::From(now, time) => date.to_datetime(time) > now,
            Self::Day(now) => date >= now.date(),
        }
    }

    /// Refuses a day that is over, or further away than programmes last.
    fn accept(self, date: Date) -> Result<(), WhenError> {
        let time = match self {
            Self::From(_, time) => time,
            Self::Day(_) => Time::midnight(),
        };
        let at = date.to_datetime(time);
        if !self.holds(date) {
            return Err(WhenError::Past { at });
        }
        let last = self.now().saturating_add(YEARS_AHEAD.years());
        if at > last { Err(WhenError::TooFar { at }) } else { Ok(()) }
    }
}

/// The day that `phrase` names, if it is still to come. None if it names none, only a week
/// perhaps.
pub(super) fn meant(
    phrase: &Phrase,
    text: &str,
    horizon: Horizon,
) -> Result<Option<Meant>, WhenError> {
    let weekday = phrase.weekday.as_ref().map(|said| said.what);
    let week = phrase.week.as_ref().map(|said| said.what);

    let meant = if let Some(day) = &phrase.day {
        date(day.what, horizon).filter(|date| agrees(*date, weekday, week)).map(Meant::One)
    } else if let Some(week) = week {
        match (week, weekday) {
            (Week::Number { .. } | Week::After(_), None) => return Ok(None),
            (Week::In(weeks), None) => {
                let weeks = Span::new().weeks(weeks);
                horizon.today().checked_add(weeks).ok().map(Meant::One)
            }
            (week, Some((weekday, _))) => in_week(week, weekday, horizon),
        }
    } else if let Some((weekday, turn)) = weekday {
        coming(weekday, turn, horizon)
    } else {
        return Ok(None);
    };

    let meant =
        meant.ok_or_else(|| WhenError::NoSuchDate { said: said(phrase, text).to_owned() })?;
    let (Meant::One(soonest) | Meant::Either([soonest, _])) = meant;
    horizon.accept(soonest)?;
    Ok(Some(meant))
}

/// What was said about the day, from its first word to its last.
fn said<'t>(phrase: &Phrase, text: &'t str) -> &'t str {
    let places = [
        phrase.day.as_ref().map(|said| &said.place),
        phrase.weekday.as_ref().map(|said| &said.place),
        phrase.week.as_ref().map(|said| &said.place),
    ];
    let places = || places.iter().flatten();
    let start = places().map(|place| place.start).min().unwrap_or_default();
    let end = places().map(|place| place.end).max().unwrap_or_default();
    text.get(start..end).unwrap_or_default()
}

/// The date of a day that needs no week, if there is one.
fn date(day: Day, horizon: Horizon) -> Option<Date> {
    let today = horizon.today();
    match day {
        Day::In(days) => today.checked_add(Span::new().days(days)).ok(),
        Day::Yesterday => today.yesterday().ok(),
        Day::Full { year, month, day } => {
            Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
        }
        Day::Yearly { month, day } => {
            let (month, day) = (month.try_into().ok()?, day.try_into().ok()?);
            let years = (0..=LEAP).filter_map(|years| today.year().checked_add(years));
            let mut days = years.filter_map(|year| Date::new(year, month, day).ok());
            days.find(|date| horizon.holds(*date))
        }
        Day::Feast(feast, None) => {
            let mut days = today.series(1.day()).take(FEAST_AHEAD);
            days.find(|day| feast.is_on(*day) && horizon.holds(*day))
        }
        Day::Feast(feast, Some(year)) => {
            let first = Date::new(year.try_into().ok()?, 1, 1).ok()?;
            let mut days = first.series(1.day()).take_while(|day| day.year() == first.year());
            days.find(|day| feast.is_on(*day))
        }
        Day::Monthly { day } => {
            let day = day.try_into().ok()?;
            // Of two months that follow each other, one has 31 days; the present may be too late.
            let months = (0..=2)
                .filter_map(|months: i64| today.first_of_month().checked_add(months.months()).ok());
            let mut days =
                months.filter_map(|month| Date::new(month.year(), month.month(), day).ok());
            days.find(|date| horizon.holds(*date))
        }
    }
}

/// Whether a date lies on the weekday and in the week that were said beside it.
fn agrees(date: Date, weekday: Option<(Weekday, Turn)>, week: Option<Week>) -> bool {
    let is_weekday = weekday.is_none_or(|(weekday, _)| weekday == date.weekday());
    let is_week = match week {
        Some(Week::Number { week, .. }) => i8::try_from(week) == Ok(date.iso_week_date().week()),
        Some(Week::In(_) | Week::After(_)) | None => true,
    };
    is_weekday && is_week
}

/// A weekday of a week.
fn in_week(week: Week, weekday: Weekday, horizon: Horizon) -> Option<Meant> {
    let today = horizon.today();
    let this_week = today.iso_week_date();
    let after = |weeks: u32| {
        let same_day = today.checked_add(Span::new().weeks(weeks)).ok()?.iso_week_date();
        Some(ISOWeekDate::new(same_day.year(), same_day.week(), weekday).ok()?.date())
    };
    match week {
        Week::After(weeks) => after(weeks).map(Meant::One),
        Week::In(weeks) => {
            let (date, later) = (after(weeks)?, after(weeks + 1)?);
            // Said on a Friday, "Thursday in a week" is six days away or thirteen.
            let has_been =
                weekday.to_monday_zero_offset() < today.weekday().to_monday_zero_offset();
            Some(if has_been { Meant::Either([date, later]) } else { Meant::One(date) })
        }
        Week::Number { week, year } => {
            let week = i8::try_from(week).ok()?;
            let year = match year {
                Some(year) => i16::try_from(year).ok()?,
                None if week < this_week.week() => this_week.year().checked_add(1)?,
                None => this_week.year(),
            };
            Some(Meant::One(ISOWeekDate::new(year, week, weekday).ok()?.date()))
        }
    }
}

/// The weekday that comes, or the one after it.
fn coming(weekday: Weekday, turn: Turn, horizon: Horizon) -> Option<Meant> {
    let today = horizon.today();
    let is_today = today.weekday() == weekday;
    let later = today.nth_weekday(1, weekday).ok()?;
    let is_ahead = matches!(horizon, Horizon::From(..)) && horizon.holds(today);
    if turn == Turn::Coming && is_today && is_ahead {
        return Some(Meant::One(today));
    }
    let is_this_week = later.iso_week_date().week() == today.iso_week_date().week();
    if turn == Turn::Next && is_this_week {
        return Some(Meant::Either([later, later.checked_add(1.week()).ok()?]));
    }
    Some(Meant::One(later))
}
