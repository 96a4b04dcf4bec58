//! How a language writes days, numbers and lists, as the Unicode consortium has recorded it.
//! What it leaves open or sees differently than we do stands in `dates.ftl` of each language.

use icu::{
    calendar::Gregorian,
    datetime::{
        FixedCalendarDateTimeFormatter as Formatter,
        fieldsets::{E, MD, YMD},
        input::Date,
    },
    decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions},
    list::{ListFormatter, options::ListFormatterOptions},
    locale::Locale,
};
use jiff::civil;
use unic_langid::LanguageIdentifier;

/// Whose conventions are followed. Formatters are made anew each time: they borrow data that is
/// compiled in, so that costs microseconds, and they cannot be shared between threads.
#[derive(Debug, Clone)]
pub struct Conventions(Locale);

impl Conventions {
    /// Those of `language`, in its region if it names one; nobody's in particular if nothing has
    /// been recorded.
    pub fn of(language: &LanguageIdentifier) -> Self {
        Self(language.to_string().parse().unwrap_or(Locale::UNKNOWN))
    }

    /// `tisdag`.
    pub fn weekday(&self, date: civil::Date) -> String {
        let formatter = Formatter::<Gregorian, _>::try_new((&self.0).into(), E::long());
        let said =
            formatter.ok().and_then(|formatter| Some(formatter.format(&day(date)?).to_string()));
        said.unwrap_or_default()
    }

    /// `3 mars 2026`.
    pub fn date(&self, date: civil::Date) -> String {
        let formatter = Formatter::<Gregorian, _>::try_new((&self.0).into(), YMD::long());
        let said =
            formatter.ok().and_then(|formatter| Some(formatter.format(&day(date)?).to_string()));
        said.unwrap_or_else(|| date.to_string())
    }

    /// `3 mars`.
    pub fn short_date(&self, date: civil::Date) -> String {
        let formatter = Formatter::<Gregorian, _>::try_new((&self.0).into(), MD::long());
        let said =
            formatter.ok().and_then(|formatter| Some(formatter.format(&day(date)?).to_string()));
        said.unwrap_or_else(|| date.to_string())
    }

    /// A number in plain digits, such as `1234.50`, as `1 234,50`, with spaces that no line breaks
    /// at.
    pub fn number(&self, plain: &str) -> String {
        let formatter =
            DecimalFormatter::try_new((&self.0).into(), DecimalFormatterOptions::default());
        match (formatter, plain.parse::<Decimal>()) {
            (Ok(formatter), Ok(number)) => formatter.format(&number).to_string(),
            _ => plain.to_owned(),
        }
    }

    /// `Åsa, Bo och Carl`.
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let items = items.iter().map(AsRef::as_ref);
        match ListFormatter::try_new_and((&self.0).into(), ListFormatterOptions::default()) {
            Ok(formatter) => formatter.format(items).to_string(),
            Err(_) => items.collect::<Vec<_>>().join(", "),
        }
    }
}

fn day(date: civil::Date) -> Option<Date<Gregorian>> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    Date::try_new_gregorian(date.year().into(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn conventions(tag: &str) -> Conventions {
        Conventions::of(&tag.parse().unwrap())
    }

    #[track_caller]
    fn check_day(tag: &str, weekday: &str, day: &str, short: &str) {
        let (conventions, on) = (conventions(tag), date(2026, 3, 3));
        assert_eq!(conventions.weekday(on), weekday);
        assert_eq!(conventions.date(on), day);
        assert_eq!(conventions.short_date(on), short);
    }

    #[track_caller]
    fn check_number(tag: &str, plain: &str, said: &str) {
        assert_eq!(conventions(tag).number(plain), said);
    }

    #[track_caller]
    fn check_list(items: &[&str], said: &str) {
        assert_eq!(conventions("sv").list(items), said);
    }

    #[test]
    fn swedish_days_are_lower_case() {
        check_day("sv", "tisdag", "3 mars 2026", "3 mars");
    }

    #[test]
    fn british_days_come_before_months() {
        check_day("en-GB", "Tuesday", "3 March 2026", "3 March");
    }

    #[test]
    fn a_third_language_needs_no_code() {
        check_day("fi", "tiistai", "3. maaliskuuta 2026", "3. maaliskuuta");
    }

    #[test]
    fn large_numbers_are_grouped() {
        check_number("sv", "1234567", "1\u{a0}234\u{a0}567");
        check_number("en-GB", "1234567", "1,234,567");
    }

    #[test]
    fn decimals_are_kept_even_if_they_are_zero() {
        check_number("sv", "3.4", "3,4");
        check_number("sv", "4.00", "4,00");
        check_number("en-GB", "-0.5", "-0.5");
    }

    #[test]
    fn lists_end_with_and() {
        check_list(&[], "");
        check_list(&["Åsa"], "Åsa");
        check_list(&["Åsa", "Bo"], "Åsa och Bo");
        check_list(&["Åsa", "Bo", "Carl"], "Åsa, Bo och Carl");
    }
}
