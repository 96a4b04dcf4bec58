//! The five fields of a cron expression, checked one by one.
//!
//! `cron` has six or seven fields, counts Sunday as 1, and understands several things otherwise
//! than crontabs do. So each field is read here into the numbers that it stands for, and `cron`
//! gets nothing but lists of numbers. What crontabs disagree about is refused.

use std::{collections::BTreeSet, fmt};

/// One of the five fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CronField {
    /// 0–59.
    Minute,
    /// 0–23.
    Hour,
    /// 1–31.
    Day,
    /// 1–12 or JAN–DEC.
    Month,
    /// 0–7 or MON–SUN, where 0 and 7 are both Sunday.
    Weekday,
}

/// The expression can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCron {
    /// It has another number of fields.
    #[error(
        "{found} fields instead of five: minute, hour, day of the month, month, weekday; there are \
         no seconds and no year"
    )]
    FieldCount {
        /// How many it has.
        found: usize,
    },
    /// One of its fields is wrong.
    #[error("the {field}: {why}")]
    Field {
        /// Which one.
        field: CronField,
        /// What is wrong with it.
        why: BadField,
    },
    /// It restricts both the day of the month and the weekday. Crontabs differ on whether such a
    /// day has to be both or one of them is enough.
    #[error("a day of the month and a weekday can't be combined; write * for one of them")]
    TwoKindsOfDay,
    /// There is no such day, as with 31 February.
    #[error("there is no such day in any year")]
    Never,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadField {
    /// It isn't a number, a name, a range, a step or a list of them.
    #[error("{0:?} can't be read; write a number, a range such as 1-5, a list such as 1,3 or */2")]
    Unreadable(String),
    /// The number is too small or too large.
    #[error("{number} is not within {first}–{last}")]
    OutOfRange {
        /// The number.
        number: u32,
        /// The smallest possible.
        first: u8,
        /// The largest possible.
        last: u8,
    },
    /// The range ends before it begins.
    #[error("the range {0} runs backwards")]
    Backwards(String),
    /// A step begins at a single number; crontabs differ on where it would end.
    #[error("{0} doesn't say where the steps end; write a range such as 10-50/5")]
    EndlessStep(String),
    /// A step of nothing, or one that is longer than the range, so that it would never be taken.
    #[error("{0} takes no step")]
    IdleStep(String),
}

impl CronField {
    const ALL: [Self; 5] = [Self::Minute, Self::Hour, Self::Day, Self::Month, Self::Weekday];

    /// The numbers that may be written.
    const fn limits(self) -> (u8, u8) {
        match self {
            Self::Minute => (0, 59),
            Self::Hour => (0, 23),
            Self::Day => (1, 31),
            Self::Month => (1, 12),
            Self::Weekday => (0, SUNDAY),
        }
    }

    /// What is meant by `*`.
    const fn whole(self) -> (u8, u8) {
        match self {
            Self::Weekday => (0, 6),
            Self::Minute | Self::Hour | Self::Day | Self::Month => self.limits(),
        }
    }

    /// The names that may be written, the first of them for `first`.
    const fn names(self) -> (u8, &'static [&'static str]) {
        match self {
            Self::Month => (1, &MONTHS),
            Self::Weekday => (1, &WEEKDAYS),
            Self::Minute | Self::Hour | Self::Day => (0, &[]),
        }
    }
}

impl fmt::Display for CronField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day of the month",
            Self::Month => "month",
            Self::Weekday => "weekday",
        })
    }
}

const SUNDAY: u8 = 7;
const WEEKDAYS: [&str; 7] = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// What `cron` makes of the five fields in `expression`.
pub(super) fn schedule(expression: &str) -> Result<cron::Schedule, BadCron> {
    let fields: Vec<&str> = expression.split_whitespace().collect();
    let &[minute, hour, day, month, weekday] = fields.as_slice() else {
        return Err(BadCron::FieldCount { found: fields.len() });
    };
    let texts = [minute, hour, day, month, weekday];
    let mut lists = Vec::with_capacity(texts.len());
    for (field, text) in CronField::ALL.into_iter().zip(texts) {
        lists.push(list(field, text).map_err(|why| BadCron::Field { field, why })?);
    }
    if day != "*" && weekday != "*" {
        return Err(BadCron::TwoKindsOfDay);
    }
    let seconds = "0";
    let translated = format!("{seconds} {}", lists.join(" "));
    // `cron` understands every list of possible numbers. One that it didn't, it wouldn't fire for.
    translated.parse().map_err(|_| BadCron::Never)
}

/// The numbers of a field as `cron` reads them.
fn list(field: CronField, text: &str) -> Result<String, BadField> {
    let mut numbers = BTreeSet::new();
    for part in text.split(',') {
        numbers.extend(part_numbers(field, part)?);
    }
    let as_cron_counts = |number: u8| match field {
        CronField::Weekday => number % SUNDAY + 1,
        CronField::Minute | CronField::Hour | CronField::Day | CronField::Month => number,
    };
    let numbers: BTreeSet<u8> = numbers.into_iter().map(as_cron_counts).collect();
    Ok(numbers.iter().map(u8::to_string).collect::<Vec<_>>().join(","))
}

/// The numbers of one part of a list: `*`, `5`, `1-5` or one of the ranges with a step.
fn part_numbers(field: CronField, part: &str) -> Result<Vec<u8>, BadField> {
    let (range, step) = match part.split_once('/') {
        Some((range, step)) => (range, Some(step)),
        None => (part, None),
    };
    let (first, last) = if range == "*" {
        field.whole()
    } else if let Some((first, last)) = range.split_once('-') {
        let first = number(field, first, part)?;
        let last = match number(field, last, part)? {
            // Saturday to Sunday, whichever of its two numbers Sunday was given.
            0 if field == CronField::Weekday && first > 0 => SUNDAY,
            last => last,
        };
        // And Sunday to Thursday.
        let is_sunday_first = field == CronField::Weekday && first == SUNDAY && last < SUNDAY;
        (if is_sunday_first { 0 } else { first }, last)
    } else {
        let only = number(field, range, part)?;
        if step.is_some() {
            return Err(BadField::EndlessStep(part.to_owned()));
        }
        (only, only)
    };
    if first > last {
        return Err(BadField::Backwards(part.to_owned()));
    }
    let step: usize = match step {
        None => 1,
        Some(step) => digits(step).ok_or_else(|| BadField::Unreadable(part.to_owned()))?,
    };
    if step == 0 || (step > 1 && step > usize::from(last - first)) {
        return Err(BadField::IdleStep(part.to_owned()));
    }
    Ok((first..=last).step_by(step).collect())
}

/// One number or name. `part` is what to show if it is neither.
fn number(field: CronField, text: &str, part: &str) -> Result<u8, BadField> {
    let (base, spellings) = field.names();
    let named = (base..).zip(spellings).find(|(_, name)| name.eq_ignore_ascii_case(text));
    if let Some((number, _)) = named {
        return Ok(number);
    }
    let number: u32 = digits(text).ok_or_else(|| BadField::Unreadable(part.to_owned()))?;
    let (first, last) = field.limits();
    let small = u8::try_from(number).ok().filter(|small| (first..=last).contains(small));
    small.ok_or(BadField::OutOfRange { number, first, last })
}

/// A number in digits alone: no sign, as `parse` would accept.
fn digits<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lists_ranges_and_steps_are_read() {
        check(CronField::Minute, "0", "0");
        check(CronField::Minute, "*/20", "0,20,40");
        check(CronField::Minute, "10-50/15", "10,25,40");
        check(CronField::Hour, "9,12-14,13", "9,12,13,14");
        check(CronField::Day, "*/10", "1,11,21,31");
        check(CronField::Hour, "08", "8");
    }

    #[test]
    fn weekdays_count_from_monday_and_sunday_has_two_numbers() {
        check(CronField::Weekday, "1", "2");
        check(CronField::Weekday, "0", "1");
        check(CronField::Weekday, "7", "1");
        check(CronField::Weekday, "0,7", "1");
        check(CronField::Weekday, "6", "7");
        check(CronField::Weekday, "1-5", "2,3,4,5,6");
        check(CronField::Weekday, "*", "1,2,3,4,5,6,7");
        check(CronField::Weekday, "0-7", "1,2,3,4,5,6,7");
    }

    #[test]
    fn weekdays_and_months_have_names() {
        check(CronField::Weekday, "MON", "2");
        check(CronField::Weekday, "mon-Fri", "2,3,4,5,6");
        check(CronField::Weekday, "SUN", "1");
        check(CronField::Weekday, "TUE,THU", "3,5");
        check(CronField::Weekday, "MON-FRI/2", "2,4,6");
        check(CronField::Month, "JAN,jun-AUG", "1,6,7,8");
        check(CronField::Month, "1-12/3", "1,4,7,10");
    }

    #[test]
    fn sunday_ends_a_range_as_well_as_it_begins_one() {
        check(CronField::Weekday, "FRI-SUN", "1,6,7");
        check(CronField::Weekday, "5-7", "1,6,7");
        check(CronField::Weekday, "5-0", "1,6,7");
        check(CronField::Weekday, "SUN-TUE", "1,2,3");
        check(CronField::Weekday, "0-2", "1,2,3");
        check(CronField::Weekday, "7-2", "1,2,3");
        check(CronField::Weekday, "SUN-SUN", "1");
    }

    #[test]
    fn steps_over_weekdays_begin_where_the_range_does() {
        check(CronField::Weekday, "*/2", "1,3,5,7");
        check(CronField::Weekday, "1-7/2", "1,2,4,6");
    }

    #[test]
    fn what_cannot_be_read_is_shown() {
        for part in [
            "", "x", "+5", "1-", "-1", "1-2-3", "5L", "15W", "1#2", "?", "MONDAY", "1-5/x", "*/",
            "**",
        ] {
            refuse(CronField::Weekday, part, BadField::Unreadable(part.to_owned()));
        }
        refuse(CronField::Hour, "9,MON", BadField::Unreadable("MON".to_owned()));
        refuse(CronField::Hour, "9,,10", BadField::Unreadable(String::new()));
        refuse(CronField::Hour, "99999999999", BadField::Unreadable("99999999999".to_owned()));
    }

    #[test]
    fn each_field_has_its_limits() {
        refuse_number(CronField::Minute, 60, 0, 59);
        refuse_number(CronField::Hour, 24, 0, 23);
        refuse_number(CronField::Day, 0, 1, 31);
        refuse_number(CronField::Day, 32, 1, 31);
        refuse_number(CronField::Month, 13, 1, 12);
        refuse_number(CronField::Weekday, 8, 0, 7);
        refuse_number(CronField::Weekday, 256, 0, 7);
    }

    #[test]
    fn what_crontabs_disagree_about_is_refused() {
        refuse(CronField::Hour, "17-9", BadField::Backwards("17-9".to_owned()));
        refuse(CronField::Weekday, "FRI-MON", BadField::Backwards("FRI-MON".to_owned()));
        refuse(CronField::Minute, "5/10", BadField::EndlessStep("5/10".to_owned()));
    }

    #[test]
    fn a_step_that_is_never_taken_is_refused() {
        refuse(CronField::Minute, "*/90", BadField::IdleStep("*/90".to_owned()));
        refuse(CronField::Minute, "*/0", BadField::IdleStep("*/0".to_owned()));
        refuse(CronField::Weekday, "*/7", BadField::IdleStep("*/7".to_owned()));
        check(CronField::Hour, "9-9/1", "9");
    }

    #[test]
    fn an_expression_has_five_fields() {
        for (expression, found) in
            [("", 0), ("@daily", 1), ("0 0 9 * * MON", 6), ("0 0 9 * * MON *", 7)]
        {
            assert_eq!(schedule(expression), Err(BadCron::FieldCount { found }));
        }
        assert!(schedule("  0   9 * * MON ").is_ok());
    }

    #[test]
    fn the_wrong_field_is_named() {
        let why = BadField::OutOfRange { number: 25, first: 0, last: 23 };
        let refused = BadCron::Field { field: CronField::Hour, why };
        assert_eq!(refused.to_string(), "the hour: 25 is not within 0–23");
        assert_eq!(schedule("0 25 * * *"), Err(refused));
    }

    #[test]
    fn two_kinds_of_day_are_refused() {
        assert_eq!(schedule("0 9 1 * MON"), Err(BadCron::TwoKindsOfDay));
        assert_eq!(schedule("0 9 */2 * 1-5"), Err(BadCron::TwoKindsOfDay));
        assert!(schedule("0 9 1 * *").is_ok());
    }

    #[track_caller]
    fn check(field: CronField, text: &str, expected: &str) {
        assert_eq!(list(field, text).as_deref(), Ok(expected), "{text}");
    }

    #[track_caller]
    fn refuse(field: CronField, text: &str, expected: BadField) {
        assert_eq!(list(field, text), Err(expected), "{text}");
    }

    #[track_caller]
    fn refuse_number(field: CronField, number: u32, first: u8, last: u8) {
        refuse(field, &number.to_string(), BadField::OutOfRange { number, first, last });
    }
}
