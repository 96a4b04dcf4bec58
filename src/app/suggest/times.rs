//! Days and times: what was typed as it is understood, in full, so that it is seen before it is
//! sent.

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, Time, Weekday},
    tz::TimeZone,
};

use super::{Seeking, label};
use crate::{
    domain::{
        command::ParameterKind,
        when::{self, WhenError},
    },
    l10n::{Arg, Phrase},
    platform::Suggestion,
};

/// The hours of a day on which people meet, from the first to the last.
const HOURS: std::ops::RangeInclusive<i8> = 8..=17;

/// When people meet who have said nothing about it.
const USUAL: i8 = 13;

/// How many days are looked ahead.
const AHEAD: i32 = 7;

impl Seeking<'_> {
    /// The moments that what was typed may mean.
    pub(super) fn moments(&self, now: DateTime) -> Vec<Suggestion> {
        let (typed, words) = (self.sought.typed.as_str(), &self.app.lexicon.times);
        let rest = || when::after(typed, words, now);
        let shown = |at: Vec<DateTime>, rest: &str| -> Vec<_> {
            at.into_iter().filter(|at| *at > now).map(|at| self.at(at, rest)).collect()
        };
        match when::read(typed, words, now) {
            Ok(heard) => shown(vec![heard.at], &heard.rest),
            Err(WhenError::Ambiguous { options }) => shown(options, &rest()),
            Err(WhenError::NoTimeOfDay { on }) => shown(hours_of(on), &rest()),
            Err(WhenError::WhichDay { options }) => {
                shown(options.into_iter().flat_map(hours_of).collect(), &rest())
            }
            Err(WhenError::NoDay { at }) => {
                shown(days_ahead(now).map(|on| on.to_datetime(at)).collect(), &rest())
            }
            // The beginning of a word, or nothing yet: what can be said is seen by an example.
            Err(WhenError::NotATime) => {
                let is_workday =
                    |on: &Date| !matches!(on.weekday(), Weekday::Saturday | Weekday::Sunday);
                let days = days_ahead(now).filter(is_workday);
                self.matching(shown(days.map(|on| on.at(USUAL, 0, 0, 0)).collect(), ""))
            }
            Err(
                WhenError::NoSuchDate { .. }
                | WhenError::NoSuchTime { .. }
                | WhenError::Past { .. }
                | WhenError::TooFar { .. },
            ) => vec![],
        }
    }

    /// A moment, with what was typed after it.
    fn at(&self, at: DateTime, rest: &str) -> Suggestion {
        let time = format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute());
        let value = if rest.is_empty() { time } else { format!("{time}, {rest}") };
        Suggestion { label: label(&[&self.moment(at), rest]), value }
    }

    /// The days that what was typed may mean.
    pub(super) fn days(&self, now: DateTime) -> Vec<Suggestion> {
        let days = match when::read_date(&self.sought.typed, &self.app.lexicon.times, now) {
            Ok((on, rest)) if rest.is_empty() => vec![on],
            Err(WhenError::WhichDay { options }) => options,
            Ok(_) | Err(_) => vec![],
        };
        let day = |on: Date| {
            let phrase = Phrase::new("day-alone").with("on", Arg::Day(on));
            let label = self.app.words.text(&self.locale, &phrase);
            Suggestion { label, value: on.to_string() }
        };
        days.into_iter().map(day).collect()
    }

    /// Every full hour at which a day can begin, or end: at midnight at the latest.
    pub(super) fn hours(&self) -> Vec<Suggestion> {
        let hours = if self.sought.kind == ParameterKind::HoursUntil { 1..=24 } else { 0..=23 };
        let clock = |hour: i8| {
            let time = Time::new(hour % 24, 0, 0, 0).ok()?;
            let phrase = Phrase::new("time-alone").with("at", Arg::Time(time));
            let label = self.app.words.text(&self.locale, &phrase);
            Some(Suggestion { label, value: format!("{hour:02}:00") })
        };
        hours.filter_map(clock).collect()
    }
}

fn hours_of(on: Date) -> Vec<DateTime> {
    HOURS.map(|hour| on.at(hour, 0, 0, 0)).collect()
}

fn days_ahead(now: DateTime) -> impl Iterator<Item = Date> {
    (0..=AHEAD).filter_map(move |days| now.date().checked_add(days.days()).ok())
}

/// Every time zone, that of whoever asks first.
pub(super) fn zones(own: &TimeZone) -> Vec<Suggestion> {
    let mut names: Vec<_> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| is_place(name))
        .collect();
    names.sort_by_key(|name| (Some(name.as_str()) != own.iana_name(), name.clone()));
    let shown = |name: String| Suggestion { label: name.replace('_', " "), value: name };
    names.into_iter().map(shown).collect()
}

/// Whether a time zone is called after a place, and not after a rule such as `Etc/GMT+5`.
fn is_place(name: &str) -> bool {
    let is_rule =
        ["Etc/", "posix/", "right/", "SystemV/", "US/"].iter().any(|of| name.starts_with(of));
    name.contains('/') && !is_rule || name == "UTC"
}
