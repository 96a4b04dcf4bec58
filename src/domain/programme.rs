//! A mentorship programme: what its file says, and whether it runs.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::{
    application::{Given, Recruitment},
    calendar::SendingCalendar,
    checkin::{CheckIns, Evaluation},
    gathering::{Before, Planned},
    ids::ProgrammeId,
    locale::{Locale, Translations},
    matching::{Criteria, Reason},
    rounds::Rounds,
    training::Training,
};

/// The name of a programme as people type it after `#`, such as `trainees-2026`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// The text cannot be typed after `#`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a programme's short name has up to 40 of a–z, 0–9 and -")]
pub struct BadSlug;

impl Slug {
    /// As it is typed, without the `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = BadSlug;

    fn from_str(text: &str) -> Result<Self, BadSlug> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let good = (1..=40).contains(&text.len()) && text.bytes().all(fits);
        if good { Ok(Self(text.to_owned())) } else { Err(BadSlug) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many days before the first one leaders hear that their programme hasn't been started.
const START_NEAR: i64 = 3;

/// What a programme's file says.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// What people type to name the programme.
    pub slug: Slug,
    /// What the programme is called.
    pub names: Translations,
    /// Why there is a programme, for those who think of applying.
    pub purpose: Option<Translations>,
    /// For whom it is.
    pub target_group: Option<String>,
    /// Its first day.
    pub starts_on: Date,
    /// How many months it lasts, 1 to 24.
    pub months: u8,
    /// How many meetings a pair should have, 1 to 60.
    pub meetings: u8,
    /// Where its rounds are at home; always one with an IANA name.
    pub time_zone: TimeZone,
    /// The language of people who haven't chosen one.
    pub locale: Locale,
    /// When people are left in peace.
    pub calendar: SendingCalendar,
    /// When pairs without a next meeting are thought of.
    pub nudges: Rounds,
    /// Within how many days the leader promises to answer those who ask for help.
    pub reply_within_days: u8,
    /// Whom people can turn to who are worried about somebody, as every help answer says.
    pub worries_contact: Option<String>,
    /// How many months after the last day everything about its participants is erased.
    pub keep_months: u8,
    /// What people read before they begin.
    pub training: Training,
    /// What counts when mentors and adepts are put together.
    pub matching: Criteria,
    /// How people apply, if they can.
    pub recruitment: Option<Recruitment>,
    /// The group sessions that its file plans.
    pub gatherings: Vec<Planned>,
    /// When people are reminded of group sessions.
    pub gathering_reminders: Vec<Before>,
    /// What is asked of everybody, and when.
    pub checkins: CheckIns,
    /// What is asked for its evaluation, if anything is.
    pub evaluation: Option<Evaluation>,
}

impl Outline {
    /// What speaks for a pair as somebody reads it who speaks that language: with the questions and
    /// the options of the application in it.
    pub fn in_words(&self, reasons: &[Reason], locale: &Locale) -> Vec<Reason> {
        let put = |reason: &Reason| {
            let Reason::Answers { question, answers } = reason else { return reason.clone() };
            let recruitment = self.recruitment.as_ref();
            let Some(asked) = recruitment.and_then(|one| one.question(question)) else {
                return reason.clone();
            };
            let given = Given::Chosen(answers.clone());
            Reason::Answers {
                question: asked.words.get(locale).to_owned(),
                answers: asked.shown(&given, &self.locale, locale),
            }
        };
        reasons.iter().map(put).collect()
    }

    /// Its last day.
    pub fn ends_on(&self) -> Date {
        self.starts_on.saturating_add(i32::from(self.months).months()).saturating_sub(1.day())
    }

    /// Since when leaders should have started it, on that day. None if that is to come.
    pub fn start_due(&self, today: Date) -> Option<Date> {
        let since = self.starts_on.saturating_sub(START_NEAR.days());
        (since <= today).then_some(since)
    }

    /// The first day of its second half.
    pub fn halftime_on(&self) -> Date {
        let days = days_between(self.starts_on, self.ends_on().saturating_add(1.day()));
        self.starts_on.saturating_add((days / 2).days())
    }

    /// The first day of one of its weeks, counted from one.
    pub fn first_day_of_week(&self, week: u16) -> Date {
        self.starts_on.saturating_add((i64::from(week) - 1).max(0).weeks())
    }

    /// Whether its last day is behind us.
    pub fn is_over(&self, on: Date) -> bool {
        on > self.ends_on()
    }

    /// Which week of the programme it is, from 1: not those of the calendar but seven days each,
    /// from the first day. None before the start and after the end.
    pub fn week_of(&self, on: Date) -> Option<u16> {
        if on < self.starts_on || self.is_over(on) {
            return None;
        }
        u16::try_from(days_between(self.starts_on, on) / 7 + 1).ok()
    }

    /// How many days it lasts, but for the weeks in which the whole country rests.
    pub fn counted_days(&self) -> u32 {
        self.counted_until(self.ends_on().saturating_add(1.day()))
    }

    /// Whether a day lies in one of those weeks.
    fn is_in_closed_week(&self, day: Date) -> bool {
        self.calendar.closed_weeks.contains(&day.iso_week_date().week())
    }

    /// Whether nobody is missed on a day: it lies in one of those weeks, or around Christmas.
    pub fn is_in_recess(&self, day: Date) -> bool {
        let spans = &self.calendar.closed_spans;
        self.is_in_closed_week(day) || spans.iter().any(|span| span.contains(day))
    }

    /// How many days may pass between two meetings of a pair, at least 1. With L days and n
    /// meetings it is 4L/(3n), and half of that in the first third: a pair that meets often at the
    /// start comes to n in the end. The weeks in which the whole country rests don't count.
    pub fn interval(&self, on: Date) -> u16 {
        let all = self.counted_days().max(1);
        let is_first_third = self.counted_until(on) * 3 < all;
        let shares = u32::from(self.meetings.max(1)) * if is_first_third { 6 } else { 3 };
        u16::try_from(all * 4 / shares).unwrap_or(u16::MAX).max(1)
    }

    /// The days of the programme before `day` that are in no closed week.
    fn counted_until(&self, day: Date) -> u32 {
        let is_counted = |day: &Date| !self.is_in_closed_week(*day);
        let days = self.starts_on.series(1.day()).take_while(|earlier| *earlier < day);
        u32::try_from(days.filter(is_counted).count()).unwrap_or(u32::MAX)
    }
}

fn days_between(first: Date, second: Date) -> i32 {
    first.until(second).map_or(0, |span| span.get_days())
}

/// A programme that the store knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// The store's number for it.
    pub id: ProgrammeId,
    /// What its file says.
    pub outline: Outline,
    /// Whether it runs.
    pub state: ProgrammeState,
}

/// Whether a programme runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgrammeState {
    /// It is being prepared; nobody hears anything yet.
    Draft,
    /// It runs.
    Running,
    /// All its clocks stand still.
    Paused {
        /// From when on.
        since: Timestamp,
    },
    /// It is over.
    Closed,
}

impl ProgrammeState {
    /// Whether it was started and hasn't ended.
    pub const fn has_begun(self) -> bool {
        matches!(self, Self::Running | Self::Paused { .. })
    }

    /// As the database spells it; the time of a pause stands beside it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Running => "running",
            Self::Paused { .. } => "paused",
            Self::Closed => "closed",
        }
    }

    /// The one that is spelt so. None if there is no such state, or if a time of pause is missing
    /// or stands where there is no pause.
    pub fn parse(name: &str, paused_since: Option<Timestamp>) -> Option<Self> {
        match (name, paused_since) {
            ("draft", None) => Some(Self::Draft),
            ("running", None) => Some(Self::Running),
            ("paused", Some(since)) => Some(Self::Paused { since }),
            ("closed", None) => Some(Self::Closed),
            _ => None,
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
