//! Single words and numbers that more than one kind of file has.

use std::str::FromStr;

use jiff::{civil, tz::TimeZone};

use crate::domain::{account::Account, calendar::MonthDay, locale::Locale, role::Role};

use super::{Problem, nearest};

/// For whom something is that concerns those who take part, as files call them.
pub(super) const ROLES: [(&str, Option<Role>); 3] =
    [("all", None), ("adept", Some(Role::Adept)), ("mentor", Some(Role::Mentor))];

/// Whether something is so.
pub(super) const YES_OR_NO: [(&str, bool); 2] = [("yes", true), ("no", false)];

/// A name or sentence of `most` characters at most.
pub(crate) fn sentence(said: &str, most: usize) -> Result<String, Problem> {
    let said = said.trim();
    let length = said.chars().count();
    // What the templates leave open is nothing that anybody means.
    if matches!(said, "" | "…" | "...") {
        Err(Problem::Empty)
    } else if length > most {
        Err(Problem::TooLong { length, most })
    } else if said.chars().any(char::is_control) {
        Err(Problem::NotOneLine)
    } else {
        Ok(said.to_owned())
    }
}

/// A date as people who make files write it.
pub(super) fn date(said: &str) -> Result<civil::Date, Problem> {
    // The parser would also read a date and time and forget the time.
    let is_date = said.len() == 10;
    let date = is_date.then(|| said.parse().ok()).flatten();
    date.ok_or_else(|| Problem::BadDate { said: said.to_owned() })
}

/// A day of every year, as in 12-23.
pub(super) fn month_day(said: &str) -> Result<MonthDay, Problem> {
    let parts = said.split_once('-').and_then(|(month, day)| Some((number(month)?, number(day)?)));
    let day = parts.and_then(|(month, day)| MonthDay::new(month, day));
    day.ok_or_else(|| Problem::BadMonthDay { said: said.to_owned() })
}

/// A time of day in whole minutes, with a point as in Swedish or a colon as elsewhere. Midnight
/// may be written 24.00, for it ends a day as often as it begins one.
pub(super) fn time(said: &str) -> Result<civil::Time, Problem> {
    // TOML has times of its own, and a version of it insists on their seconds.
    let minutes = said.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(said);
    let parts = minutes.split_once(['.', ':']).filter(|(_, minute)| minute.len() == 2);
    let time = match parts.and_then(|(hour, minute)| Some((number(hour)?, number(minute)?))) {
        Some((24, 0)) => Some(civil::Time::midnight()),
        Some((hour, minute)) => civil::Time::new(hour, minute, 0, 0).ok(),
        None => None,
    };
    time.ok_or_else(|| Problem::BadTime { said: said.to_owned() })
}

/// One or two digits: a sign, which numbers may have, has no place in dates and times.
fn number(digits: &str) -> Option<i8> {
    let plain = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// A time zone by its IANA name. Offsets are refused: they know nothing of summer time.
pub(super) fn zone(said: &str) -> Result<TimeZone, Problem> {
    let zone = TimeZone::get(said).ok().filter(|zone| zone.iana_name().is_some());
    zone.ok_or_else(|| {
        let names: Vec<_> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        let cities = names.iter().filter(|name| {
            let city = name.rsplit('/').next().unwrap_or(name);
            city.eq_ignore_ascii_case(&said.replace(' ', "_"))
        });
        let nearest = cities.min().cloned();
        let nearest = nearest.or_else(|| self::nearest(said, names.iter().map(String::as_str)));
        Problem::BadZone { said: said.to_owned(), nearest }
    })
}

/// A language by its tag. Whether there are texts in it is not for a file to say.
pub(super) fn locale(said: &str) -> Result<Locale, Problem> {
    let mut parts = said.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language =
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let are_subtags = parts.all(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if is_language && are_subtags {
        Ok(Locale::new(said))
    } else {
        Err(Problem::BadLocale { said: said.to_owned() })
    }
}

/// A person's account on a chat platform.
pub(crate) fn account(said: &str) -> Result<Account, Problem> {
    Account::from_str(said).map_err(Problem::BadAccount)
}

/// One of the words in `known`, whatever its capitals.
pub(super) fn word<T: Copy>(said: &str, known: &[(&str, T)]) -> Result<T, Problem> {
    let lower = said.to_lowercase();
    let found = known.iter().find(|(name, _)| *name == lower).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let names = || known.iter().map(|(name, _)| *name);
        Problem::UnknownWord {
            said: said.to_owned(),
            nearest: nearest(said, names()),
            choices: names().collect::<Vec<_>>().join(", "),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_years_months_and_days() {
        check(date("2026-09-07"), Some(civil::date(2026, 9, 7)));
        check(date("2026-02-29"), None);
        check(date("7/9 2026"), None);
        check(date("2026-09-07T12:00"), None);
    }

    #[test]
    fn times_have_a_point_or_a_colon() {
        check(time("08.30"), Some(civil::time(8, 30, 0, 0)));
        check(time("8:30"), Some(civil::time(8, 30, 0, 0)));
        check(time("08:30:00"), Some(civil::time(8, 30, 0, 0)));
        check(time("24.00"), Some(civil::Time::midnight()));
        check(time("24.01"), None);
        check(time("8.3"), None);
        check(time("+8.30"), None);
        check(time("08:30:10"), None);
    }

    #[test]
    fn days_of_the_year_are_month_and_day() {
        check(month_day("12-23"), MonthDay::new(12, 23));
        check(month_day("23-12"), None);
        check(month_day("02-30"), None);
    }

    #[test]
    fn languages_are_tags() {
        check(locale("sv"), Some(Locale::new("sv")));
        check(locale("EN-gb"), Some(Locale::new("en-gb")));
        check(locale("svenska"), None);
        check(locale(""), None);
    }

    #[test]
    fn a_city_is_told_its_zone() {
        check_zone("Stockholm", Some("Europe/Stockholm"));
        check_zone("new york", Some("America/New_York"));
    }

    #[test]
    fn a_slip_in_a_zone_is_recognised() {
        check_zone("Europe/Stokholm", Some("Europe/Stockholm"));
    }

    #[test]
    fn an_offset_is_no_zone() {
        check_zone("+02:00", None);
    }

    #[track_caller]
    fn check<T: PartialEq + std::fmt::Debug>(
        read: Result<T, Problem>,
        expected: impl Into<Option<T>>,
    ) {
        assert_eq!(read.ok(), expected.into());
    }

    #[track_caller]
    fn check_zone(said: &str, meant: Option<&str>) {
        let expected =
            Problem::BadZone { said: said.to_owned(), nearest: meant.map(str::to_owned) };
        assert_eq!(zone(said), Err(expected));
    }
}
