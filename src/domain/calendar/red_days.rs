//! The Swedish days off: those that the law names, and those that custom has made so.
//!
//! The red days are those of the act on public holidays (lagen 1989:253 om allmänna helgdagar), as
//! it stands since 2005, whatever the year that is asked about.
//! Sundays are left to the weekdays that a programme sends on.

use jiff::{ToSpan, civil};
use serde::{Deserialize, Serialize};

/// A public holiday in Sweden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RedDay {
    /// Nyårsdagen, 1 January.
    NewYearsDay,
    /// Trettondedag jul, 6 January.
    Epiphany,
    /// Långfredagen, two days before Easter.
    GoodFriday,
    /// Påskdagen.
    EasterDay,
    /// Annandag påsk, the day after Easter.
    EasterMonday,
    /// Första maj, 1 May.
    FirstOfMay,
    /// Kristi himmelsfärdsdag, 39 days after Easter.
    AscensionDay,
    /// Pingstdagen, 49 days after Easter.
    WhitSunday,
    /// Nationaldagen, 6 June.
    NationalDay,
    /// Midsommardagen, the Saturday of 20 to 26 June.
    MidsummersDay,
    /// Alla helgons dag, the Saturday of 31 October to 6 November.
    AllSaintsDay,
    /// Juldagen, 25 December.
    ChristmasDay,
    /// Annandag jul, 26 December.
    SecondDayOfChristmas,
}

/// The day before a feast, when Sweden works less or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Eve {
    /// Trettondagsafton, 5 January.
    EpiphanyEve,
    /// Skärtorsdagen, three days before Easter.
    MaundyThursday,
    /// Påskafton, the day before Easter.
    EasterEve,
    /// Valborgsmässoafton, 30 April.
    WalpurgisNight,
    /// Midsommarafton, the day before midsummer's day.
    MidsummersEve,
    /// The day before All Saints' Day.
    AllSaintsEve,
    /// Julafton, 24 December.
    ChristmasEve,
    /// Nyårsafton, 31 December.
    NewYearsEve,
}

/// A day that has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feast {
    /// A public holiday.
    RedDay(RedDay),
    /// The day before one.
    Eve(Eve),
}

impl Feast {
    /// Whether it is on that day.
    pub fn is_on(self, day: civil::Date) -> bool {
        match self {
            Self::RedDay(feast) => red_day(day) == Some(feast),
            Self::Eve(feast) => eve(day) == Some(feast),
        }
    }
}

/// How much of an eve is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EveKind {
    /// Nobody expects work, though no law says so.
    Free,
    /// Many go home at noon.
    HalfDay,
}

impl Eve {
    /// How much of it is off.
    pub const fn kind(self) -> EveKind {
        match self {
            Self::EasterEve | Self::MidsummersEve | Self::ChristmasEve | Self::NewYearsEve => {
                EveKind::Free
            }
            Self::EpiphanyEve
            | Self::MaundyThursday
            | Self::WalpurgisNight
            | Self::AllSaintsEve => EveKind::HalfDay,
        }
    }
}

/// The red day that `on` is. Where two meet, as 1 May and Ascension Day do in 2008, the one with
/// the fixed date is named.
pub fn red_day(on: civil::Date) -> Option<RedDay> {
    let is_saturday = on.weekday() == civil::Weekday::Saturday;
    match (on.month(), on.day()) {
        (1, 1) => return Some(RedDay::NewYearsDay),
        (1, 6) => return Some(RedDay::Epiphany),
        (5, 1) => return Some(RedDay::FirstOfMay),
        (6, 6) => return Some(RedDay::NationalDay),
        (6, 20..=26) if is_saturday => return Some(RedDay::MidsummersDay),
        (10, 31) | (11, 1..=6) if is_saturday => return Some(RedDay::AllSaintsDay),
        (12, 25) => return Some(RedDay::ChristmasDay),
        (12, 26) => return Some(RedDay::SecondDayOfChristmas),
        _ => {}
    }
    match days_after_easter(on) {
        -2 => Some(RedDay::GoodFriday),
        0 => Some(RedDay::EasterDay),
        1 => Some(RedDay::EasterMonday),
        39 => Some(RedDay::AscensionDay),
        49 => Some(RedDay::WhitSunday),
        _ => None,
    }
}

/// The eve that `on` is, whatever the weekday.
pub fn eve(on: civil::Date) -> Option<Eve> {
    match (on.month(), on.day()) {
        (1, 5) => return Some(Eve::EpiphanyEve),
        (4, 30) => return Some(Eve::WalpurgisNight),
        (12, 24) => return Some(Eve::ChristmasEve),
        (12, 31) => return Some(Eve::NewYearsEve),
        _ => {}
    }
    match on.tomorrow().ok().and_then(red_day) {
        Some(RedDay::MidsummersDay) => return Some(Eve::MidsummersEve),
        Some(RedDay::AllSaintsDay) => return Some(Eve::AllSaintsEve),
        _ => {}
    }
    match days_after_easter(on) {
        -3 => Some(Eve::MaundyThursday),
        -1 => Some(Eve::EasterEve),
        _ => None,
    }
}

/// Whether `on` is a klämdag: one working day alone between days off, at least one of which is
/// more than a weekend.
pub fn is_bridge_day(on: civil::Date) -> bool {
    let is_off = |day: Result<civil::Date, jiff::Error>| day.is_ok_and(is_off);
    // Saturdays and Sundays are off themselves, so that no day has a weekend on both sides.
    !self::is_off(on) && is_off(on.yesterday()) && is_off(on.tomorrow())
}

/// Whether nobody expects work: a weekend, a red day, or an eve that is as good as one.
fn is_off(on: civil::Date) -> bool {
    let is_weekend = matches!(on.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday);
    is_weekend || red_day(on).is_some() || eve(on).is_some_and(|eve| eve.kind() == EveKind::Free)
}

/// How many days lie between the Easter of its year and `on`; none close to the ends of time.
fn days_after_easter(on: civil::Date) -> i32 {
    let easter = easter_day(on.year());
    easter.until(on).map_or(i32::MAX, |span| span.get_days())
}

/// Easter Day by the Gregorian rule, with the arithmetic that an anonymous reader sent to
/// "Nature" in 1876. The letters are those under which it is known.
#[expect(clippy::many_single_char_names, reason = "the algorithm is published with these letters")]
fn easter_day(year: i16) -> civil::Date {
    let y = i32::from(year);
    let a = y.rem_euclid(19);
    let (b, c) = (y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let days_from_march = h + l - 7 * m + 21;
    civil::date(year, 3, 1).saturating_add(days_from_march.days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_feasts_of_2026_fall_as_the_almanac_says() {
        check("2026-04-03", RedDay::GoodFriday);
        check("2026-04-05", RedDay::EasterDay);
        check("2026-04-06", RedDay::EasterMonday);
        check("2026-05-14", RedDay::AscensionDay);
        check("2026-05-24", RedDay::WhitSunday);
        check("2026-06-20", RedDay::MidsummersDay);
        check("2026-10-31", RedDay::AllSaintsDay);
    }

    #[test]
    fn the_feasts_of_2027_fall_as_the_almanac_says() {
        check("2027-03-26", RedDay::GoodFriday);
        check("2027-03-28", RedDay::EasterDay);
        check("2027-05-06", RedDay::AscensionDay);
        check("2027-05-16", RedDay::WhitSunday);
        check("2027-06-26", RedDay::MidsummersDay);
        check("2027-11-06", RedDay::AllSaintsDay);
    }

    #[test]
    fn the_feasts_of_2028_fall_as_the_almanac_says() {
        check("2028-04-14", RedDay::GoodFriday);
        check("2028-04-16", RedDay::EasterDay);
        check("2028-05-25", RedDay::AscensionDay);
        check("2028-06-04", RedDay::WhitSunday);
        check("2028-06-24", RedDay::MidsummersDay);
        check("2028-11-04", RedDay::AllSaintsDay);
    }

    #[test]
    fn some_feasts_keep_their_date() {
        check("2026-01-01", RedDay::NewYearsDay);
        check("2026-01-06", RedDay::Epiphany);
        check("2026-05-01", RedDay::FirstOfMay);
        check("2026-06-06", RedDay::NationalDay);
        check("2026-12-25", RedDay::ChristmasDay);
        check("2026-12-26", RedDay::SecondDayOfChristmas);
    }

    #[test]
    fn each_red_day_comes_once_a_year() {
        for year in 2026..=2050 {
            let days = civil::date(year, 1, 1).series(1.day()).take_while(|day| day.year() == year);
            let red = days.filter(|&day| red_day(day).is_some()).count();
            // In 2049 Whit Sunday is the national day as well.
            assert_eq!(red, if year == 2049 { 12 } else { 13 }, "{year}");
        }
    }

    #[test]
    fn easter_reaches_from_22_march_to_25_april() {
        assert_eq!(easter_day(1818), civil::date(1818, 3, 22));
        assert_eq!(easter_day(2038), civil::date(2038, 4, 25));
        assert_eq!(easter_day(2049), civil::date(2049, 4, 18));
        assert_eq!(easter_day(1981), civil::date(1981, 4, 19));
    }

    #[test]
    fn maundy_thursday_and_whit_monday_are_not_red() {
        for day in ["2026-04-02", "2026-05-25", "2026-06-19", "2026-12-24"] {
            assert_eq!(red_day(day.parse().unwrap()), None, "{day}");
        }
    }

    #[test]
    fn the_ends_of_time_have_no_feasts_to_fall_over() {
        assert_eq!(eve(civil::Date::MAX), Some(Eve::NewYearsEve));
        assert_eq!(red_day(civil::Date::MIN), Some(RedDay::NewYearsDay));
        assert!(!is_bridge_day(civil::Date::MAX));
    }

    #[test]
    fn eves_are_free_or_half_days() {
        check_eve("2026-01-05", Eve::EpiphanyEve, EveKind::HalfDay);
        check_eve("2026-04-02", Eve::MaundyThursday, EveKind::HalfDay);
        check_eve("2026-04-04", Eve::EasterEve, EveKind::Free);
        check_eve("2026-04-30", Eve::WalpurgisNight, EveKind::HalfDay);
        check_eve("2026-06-19", Eve::MidsummersEve, EveKind::Free);
        check_eve("2026-10-30", Eve::AllSaintsEve, EveKind::HalfDay);
        check_eve("2027-11-05", Eve::AllSaintsEve, EveKind::HalfDay);
        check_eve("2026-12-24", Eve::ChristmasEve, EveKind::Free);
        check_eve("2026-12-31", Eve::NewYearsEve, EveKind::Free);
        assert_eq!(eve(civil::date(2026, 12, 23)), None);
    }

    #[test]
    fn a_working_day_alone_between_days_off_is_a_bridge_day() {
        for day in ["2026-01-02", "2026-01-05", "2026-05-15", "2027-05-07", "2030-12-23"] {
            assert!(is_bridge_day(day.parse().unwrap()), "{day}");
        }
        // Between days off in the middle of the week, Christmas Day and New Year's Eve being off.
        assert!(is_bridge_day(civil::date(2030, 12, 30)));
    }

    #[test]
    fn two_working_days_together_are_no_bridge_days() {
        // 7 and 8 January 2027 follow a Wednesday; the others have a day off at one side at most.
        for day in ["2027-01-07", "2027-01-08", "2026-05-13", "2026-05-18", "2026-12-23"] {
            assert!(!is_bridge_day(day.parse().unwrap()), "{day}");
        }
        // Days off are no working days, even between others.
        for day in ["2026-04-04", "2026-12-25", "2026-03-07"] {
            assert!(!is_bridge_day(day.parse().unwrap()), "{day}");
        }
    }

    #[track_caller]
    fn check(day: &str, expected: RedDay) {
        assert_eq!(red_day(day.parse().unwrap()), Some(expected), "{day}");
    }

    #[track_caller]
    fn check_eve(day: &str, expected: Eve, kind: EveKind) {
        assert_eq!(eve(day.parse().unwrap()), Some(expected), "{day}");
        assert_eq!(expected.kind(), kind);
    }
}
