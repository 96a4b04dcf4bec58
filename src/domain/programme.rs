//! A mentorship programme: what its file says, and whether it runs.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::{
    application::{Given, Recruitment},
    calendar::SendingCalendar,
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
pub(super) mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn short_names_are_small_letters_digits_and_dashes() {
        check_slug("trainees-2026", true);
        check_slug("3", true);
        check_slug("", false);
        check_slug("Trainees", false);
        check_slug("två", false);
        check_slug("a b", false);
        check_slug(&"a".repeat(40), true);
        check_slug(&"a".repeat(41), false);
    }

    #[test]
    fn a_programme_ends_the_day_before_its_day_of_the_month_comes_again() {
        check_end(date(2026, 9, 7), 3, date(2026, 12, 6));
        check_end(date(2026, 3, 1), 12, date(2027, 2, 28));
    }

    #[test]
    fn a_programme_that_begins_late_in_a_month_ends_within_a_shorter_one() {
        check_end(date(2026, 11, 30), 3, date(2027, 2, 27));
    }

    #[test]
    fn the_last_day_belongs_to_the_programme() {
        let outline = outline(3, 5);
        assert!(!outline.is_over(date(2026, 12, 6)));
        assert!(outline.is_over(date(2026, 12, 7)));
    }

    #[test]
    fn weeks_are_counted_from_the_first_day() {
        check_week(date(2026, 9, 6), None);
        check_week(date(2026, 9, 7), Some(1));
        check_week(date(2026, 9, 13), Some(1));
        check_week(date(2026, 9, 14), Some(2));
        check_week(date(2026, 12, 6), Some(13));
        check_week(date(2026, 12, 7), None);
    }

    #[test]
    fn three_months_and_five_meetings_are_one_in_24_days() {
        check_interval(3, 5, 12, 24);
    }

    #[test]
    fn seven_months_and_eight_meetings_are_one_in_35_days() {
        check_interval(7, 8, 17, 35);
    }

    #[test]
    fn nine_months_and_ten_meetings_are_one_in_36_days() {
        check_interval(9, 10, 18, 36);
    }

    /// 365 days, of which weeks 28 to 31 are 28.
    #[test]
    fn the_weeks_of_rest_do_not_count() {
        check_interval(12, 13, 17, 34);
    }

    #[test]
    fn more_meetings_than_days_are_one_a_day() {
        check_interval(1, 60, 1, 1);
    }

    #[test]
    fn the_first_third_ends_after_a_third_of_the_days() {
        // 91 days: day 31 is the last of which less than a third has gone before.
        assert_eq!(outline(3, 5).interval(date(2026, 10, 7)), 12);
        assert_eq!(outline(3, 5).interval(date(2026, 10, 8)), 24);
    }

    #[test]
    fn before_the_start_it_is_as_at_the_start() {
        assert_eq!(outline(3, 5).interval(date(2026, 8, 1)), 12);
    }

    #[test]
    fn a_pair_that_keeps_the_interval_comes_to_the_meetings_that_were_wanted() {
        for (months, meetings) in [(3, 5), (7, 8), (9, 10), (12, 13)] {
            let outline = outline(months, meetings);
            let next = |day: &Date| {
                let day = day.saturating_add(i32::from(outline.interval(*day)).days());
                (!outline.is_over(day)).then_some(day)
            };
            let held = std::iter::successors(next(&outline.starts_on), next).count();
            // The days of rest don't count in the interval, and a pair may meet on them: one more.
            let wanted = usize::from(meetings);
            assert!((wanted..=wanted + 1).contains(&held), "{held} of {meetings}");
        }
    }

    #[test]
    fn states_are_stored_and_read_alike() {
        let since = Timestamp::UNIX_EPOCH;
        for (state, since) in [
            (ProgrammeState::Draft, None),
            (ProgrammeState::Running, None),
            (ProgrammeState::Paused { since }, Some(since)),
            (ProgrammeState::Closed, None),
        ] {
            assert_eq!(ProgrammeState::parse(state.as_str(), since), Some(state));
        }
    }

    #[test]
    fn a_pause_has_a_beginning_and_nothing_else_has() {
        assert_eq!(ProgrammeState::parse("paused", None), None);
        assert_eq!(ProgrammeState::parse("running", Some(Timestamp::UNIX_EPOCH)), None);
        assert_eq!(ProgrammeState::parse("asleep", None), None);
    }

    #[track_caller]
    fn check_slug(text: &str, good: bool) {
        assert_eq!(text.parse::<Slug>().is_ok(), good, "{text:?}");
    }

    #[track_caller]
    fn check_end(starts_on: Date, months: u8, ends_on: Date) {
        assert_eq!(Outline { starts_on, ..outline(months, 1) }.ends_on(), ends_on);
    }

    #[track_caller]
    fn check_week(on: Date, week: Option<u16>) {
        assert_eq!(outline(3, 5).week_of(on), week);
    }

    #[track_caller]
    fn check_interval(months: u8, meetings: u8, first_third: u16, later: u16) {
        let outline = outline(months, meetings);
        let intervals = (outline.interval(outline.starts_on), outline.interval(outline.ends_on()));
        assert_eq!(intervals, (first_third, later));
    }

    /// A programme that lasts so long, with so many meetings.
    pub fn outline(months: u8, meetings: u8) -> Outline {
        let zone = TimeZone::get("Europe/Stockholm").unwrap();
        let names = [(Locale::new("en"), "Trainees".to_owned())].into();
        Outline {
            slug: "trainees".parse().unwrap(),
            names: Translations::new(names).unwrap(),
            purpose: None,
            target_group: None,
            starts_on: date(2026, 9, 7),
            months,
            meetings,
            time_zone: zone.clone(),
            locale: Locale::new("en"),
            calendar: SendingCalendar::default(),
            nudges: Rounds::parse("0 9 * * MON", zone).unwrap(),
            reply_within_days: 2,
            worries_contact: None,
            keep_months: 12,
            training: Training::default(),
            matching: Criteria::default(),
            recruitment: None,
        }
    }
}
