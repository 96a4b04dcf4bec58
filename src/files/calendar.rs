//! The sending calendar as a programme's file has it, in its table `[calendar]`.

use std::fmt::Write as _;

use jiff::{SignedDuration, civil::Weekday};

use crate::domain::calendar::{ClosedSpan, DateSpan, Hours, Observance, SendingCalendar};

use super::{Item, Problem, Table, words};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

const OBSERVANCES: [(&str, Observance); 2] =
    [("closed", Observance::Observed), ("open", Observance::Ignored)];

/// The calendar; what isn't mentioned stays as it is by default.
pub(super) fn read(table: &mut Table<'_>) -> SendingCalendar {
    let mut calendar = SendingCalendar::default();
    if let Some(weekdays) = table.item("weekdays") {
        let days = weekdays.list(|day| day.parse(|said| words::word(said, &WEEKDAYS)));
        match days {
            Some(days) if days.is_empty() => weekdays.fault(Problem::Empty),
            Some(days) => calendar.weekdays = days.into_iter().collect(),
            None => {}
        }
    }
    read_hours(table, &mut calendar);
    for (key, observance) in [
        ("red_days", &mut calendar.red_days),
        ("free_eves", &mut calendar.free_eves),
        ("half_day_eves", &mut calendar.half_day_eves),
        ("bridge_days", &mut calendar.bridge_days),
    ] {
        let said =
            table.item(key).and_then(|item| item.parse(|said| words::word(said, &OBSERVANCES)));
        *observance = said.unwrap_or(*observance);
    }
    let weeks = table.item("closed_weeks").and_then(|weeks| weeks.list(|week| week.number(1..=53)));
    calendar.closed_weeks = weeks.unwrap_or(calendar.closed_weeks);
    let every_year = table.item("closed_every_year").and_then(|spans| spans.list(every_year));
    calendar.closed_spans = every_year.unwrap_or(calendar.closed_spans);
    let vacations = table.item("vacations").and_then(|spans| spans.list(vacation));
    calendar.closed_spans.extend(vacations.unwrap_or_default());
    let spread = table.item("spread_minutes").and_then(|minutes| minutes.number(0..=600));
    calendar.spread = spread.map_or(calendar.spread, SignedDuration::from_mins);
    calendar
}

fn read_hours(table: &mut Table<'_>, calendar: &mut SendingCalendar) {
    let from = table.item("from");
    let until = table.item("until");
    let time = |item: &Option<Item<'_>>, otherwise| match item {
        Some(item) => item.parse(words::time),
        None => Some(otherwise),
    };
    let times = (time(&from, calendar.hours.from()), time(&until, calendar.hours.until()));
    let (Some(begins), Some(ends)) = times else { return };
    match (Hours::new(begins, ends), until.or(from)) {
        (Some(hours), _) => calendar.hours = hours,
        (None, Some(item)) => item.fault(Problem::EndsBeforeItBegins),
        (None, None) => {}
    }
}

fn every_year(item: &Item<'_>) -> Option<ClosedSpan> {
    let (first, last) = item.table(|span| {
        let first = span.require("from", "from = \"12-23\"");
        let last = span.require("until", "until = \"01-06\"");
        (
            first.and_then(|item| item.parse(words::month_day)),
            last.and_then(|item| item.parse(words::month_day)),
        )
    })?;
    Some(ClosedSpan::EveryYear { first: first?, last: last? })
}

fn vacation(item: &Item<'_>) -> Option<ClosedSpan> {
    let (first, last) = item.table(|span| {
        let first = span.require("from", "from = \"2026-10-26\"");
        let last = span.require("until", "until = \"2026-10-30\"");
        (
            first.and_then(|item| item.parse(words::date)),
            last.and_then(|item| item.parse(words::date)),
        )
    })?;
    let span = DateSpan::new(first?, last?);
    if span.is_none() {
        item.fault(Problem::EndsBeforeItBegins);
    }
    span.map(ClosedSpan::Once)
}

/// The table, with a comment for each key.
pub(super) fn write(calendar: &SendingCalendar) -> String {
    let named = |wanted: Observance| {
        OBSERVANCES
            .iter()
            .find(|(_, observance)| *observance == wanted)
            .map_or("", |(name, _)| name)
    };
    let days = WEEKDAYS.iter().filter(|(_, day)| calendar.weekdays.contains(*day));
    let days: Vec<_> = days.map(|(name, _)| format!("{name:?}")).collect();
    let weeks: Vec<_> = calendar.closed_weeks.iter().map(ToString::to_string).collect();
    let mut every_year = Vec::new();
    let mut vacations = Vec::new();
    for span in &calendar.closed_spans {
        match span {
            ClosedSpan::EveryYear { first, last } => every_year.push(format!(
                "{{ from = \"{:02}-{:02}\", until = \"{:02}-{:02}\" }}",
                first.month(),
                first.day(),
                last.month(),
                last.day()
            )),
            ClosedSpan::Once(span) => vacations.push(format!(
                "{{ from = \"{}\", until = \"{}\" }}",
                span.first(),
                span.last()
            )),
        }
    }
    let until = calendar.hours.until().strftime("%H.%M").to_string();
    let until = if until == "00.00" { "24.00".to_owned() } else { until };
    let mut text = String::from(
        "# When the bot leaves people in peace. Answers and reminders of times that people booked\n\
         # themselves don't ask it.\n[calendar]\n",
    );
    for (comment, key, value) in [
        ("The days on which it writes at all.", "weekdays", format!("[{}]", days.join(", "))),
        (
            "From when to when, by each receiver's own clock.",
            "from",
            format!("\"{}\"", calendar.hours.from().strftime("%H.%M")),
        ),
        ("", "until", format!("\"{until}\"")),
        (
            "Sweden's public holidays: \"closed\" or \"open\".",
            "red_days",
            format!("{:?}", named(calendar.red_days)),
        ),
        (
            "Påskafton, midsommarafton, julafton and nyårsafton.",
            "free_eves",
            format!("{:?}", named(calendar.free_eves)),
        ),
        (
            "Eves on which many go home early, such as skärtorsdagen.",
            "half_day_eves",
            format!("{:?}", named(calendar.half_day_eves)),
        ),
        (
            "Klämdagar: single working days between days off.",
            "bridge_days",
            format!("{:?}", named(calendar.bridge_days)),
        ),
        (
            "Weeks of rest, by their number. They don't count when intervals are reckoned, either.",
            "closed_weeks",
            format!("[{}]", weeks.join(", ")),
        ),
        (
            "Days of rest in every year, as month-day, the first and the last included.",
            "closed_every_year",
            format!("[{}]", every_year.join(", ")),
        ),
        (
            "Days of rest once, as in [{ from = \"2026-10-26\", until = \"2026-10-30\" }].",
            "vacations",
            format!("[{}]", vacations.join(", ")),
        ),
        (
            "Over how many minutes a round is spread, so that not all are written to at once.",
            "spread_minutes",
            calendar.spread.as_mins().to_string(),
        ),
    ] {
        if !comment.is_empty() {
            let _ = writeln!(text, "# {comment}");
        }
        let _ = writeln!(text, "{key} = {value}");
    }
    text
}
