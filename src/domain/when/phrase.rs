//! Reads what is said about a day, word by word, without working out when that is.

use jiff::civil::Weekday;

use super::{
    hours::{Half, Hours},
    reader::{Reader, Said},
    tokens::{Kind, Token, lex},
    words::{TimeList, TimeWords},
};
use crate::domain::calendar::Feast;

/// Everything that the beginning of a text says about a time.
#[derive(Debug, Default)]
pub(super) struct Phrase {
    /// A day of its own accord.
    pub day: Option<Said<Day>>,
    /// A day of some week.
    pub weekday: Option<Said<(Weekday, Turn)>>,
    /// A week.
    pub week: Option<Said<Week>>,
    /// A time of day.
    pub hours: Option<Said<Hours>>,
    /// The half of the day that the time lies in, said apart from it: *tomorrow evening at 7*.
    pub half: Option<Half>,
    /// Where the text goes on, in bytes.
    pub end: usize,
}

/// A day as it is said. Numbers are as they were typed; there may be no such day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// So many days from today.
    In(u32),
    /// The day before today.
    Yesterday,
    /// 3 March 2026.
    Full { year: u32, month: u32, day: u32 },
    /// 3 March.
    Yearly { month: u32, day: u32 },
    /// The 3rd.
    Monthly { day: u32 },
    /// Midsummer's Eve.
    Feast(Feast, Option<u32>),
}

/// Which of its kind a weekday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// The one that comes.
    Coming,
    /// *Next*, which people mean differently.
    Next,
}

/// A week as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Week {
    /// So many weeks from this one. The same weekday is meant where none is named.
    In(u32),
    /// This one is 0, the next one 1.
    After(u32),
    /// By its ISO 8601 number.
    Number { week: u32, year: Option<u32> },
}

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// A day and a time of day, by somebody in this year.
    DayAndTime { this_year: i16 },
    /// A day; numbers after it that look like a time of day are a year.
    DayOnly,
}

/// Reads as much of the beginning of `text` as says something about a time.
pub(super) fn phrase(text: &str, words: &TimeWords, scope: Scope) -> Phrase {
    let tokens = lex(text);
    let reader = Reader { tokens: &tokens, words, scope };
    let mut phrase = Phrase::default();
    // "until Friday", and "move it to Friday".
    let mut at = reader.word(TimeList::Until, 0).unwrap_or(0);
    while let Some(next) = reader.part(&mut phrase, at) {
        phrase.end = reader.byte(next);
        at = reader.separator(next);
    }
    phrase
}

impl Reader<'_> {
    /// The next part of a phrase, if it isn't there already.
    fn part(self, phrase: &mut Phrase, at: usize) -> Option<usize> {
        let follows_day = phrase.day.is_some() || phrase.weekday.is_some() || phrase.week.is_some();
        let from = self.prepositions(at);

        if phrase.day.is_none()
            && let Some((day, next)) = self.day(at).or_else(|| self.day(from))
        {
            phrase.day = Some(self.said(day, from, next));
            // "Tonight" is a day and half of it.
            let is_evening = |at| self.word(TimeList::ThisEvening, at) == Some(next);
            if phrase.half.is_none() && (is_evening(at) || is_evening(from)) {
                phrase.half = Some(Half::Pm);
            }
            return Some(next);
        }
        if phrase.weekday.is_none()
            && let Some((weekday, next)) = self.weekday(at).or_else(|| self.weekday(from))
        {
            phrase.weekday = Some(self.said(weekday, from, next));
            return Some(next);
        }
        if phrase.week.is_none()
            && let Some((week, next)) = self.week(at).or_else(|| self.week(from))
        {
            phrase.week = Some(self.said(week, from, next));
            return Some(next);
        }
        if self.scope == Scope::DayOnly {
            return None;
        }
        if phrase.hours.is_none()
            && let Some((hours, next)) = self.hours(at, follows_day)
        {
            phrase.hours = Some(self.said(hours, at, next));
            return Some(next);
        }
        if phrase.half.is_none()
            && (follows_day || phrase.hours.is_some())
            && let Some((half, next)) = self.half(at)
        {
            phrase.half = Some(half);
            return Some(next);
        }
        None
    }

    /// A day that needs no week: a date, or one counted from today.
    fn day(self, at: usize) -> Option<(Day, usize)> {
        // "May Day" is no month, nor is "Easter Monday" a Monday.
        let feast = TimeList::FEASTS.into_iter().find_map(|(list, feast)| {
            let next = self.word(list, at)?;
            let year = self.year(next);
            let next = year.map_or(next, |(_, next)| next);
            Some((Day::Feast(feast, year.map(|(year, _)| year)), next))
        });
        if feast.is_some() {
            return feast;
        }
        let counted = [
            (TimeList::DayAfterTomorrow, 2),
            (TimeList::Tomorrow, 1),
            (TimeList::ThisEvening, 0),
            (TimeList::Today, 0),
        ];
        for (list, days) in counted {
            if let Some(next) = self.word(list, at) {
                return Some((Day::In(days), next));
            }
        }
        if let Some(next) = self.word(TimeList::Yesterday, at) {
            return Some((Day::Yesterday, next));
        }
        self.count(TimeList::Days, at)
            .map(|(days, next)| (Day::In(days), next))
            .or_else(|| self.iso_date(at))
            .or_else(|| self.slashed_date(at))
            .or_else(|| self.dotted_date(at))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month_and_day(at))
    }

    /// *In 3 days*, *in a week*.
    fn count(self, unit: TimeList, at: usize) -> Option<(u32, usize)> {
        let at = self.word(TimeList::In, at)?;
        let one = self.word(TimeList::One, at).map(|next| (1, next));
        let (count, next) = one.or_else(|| self.digits(at, 1..=3))?;
        Some((count, self.word(unit, next)?))
    }

    /// 2026-03-03 or 20260303. What follows after a T is a time.
    fn iso_date(self, at: usize) -> Option<(Day, usize)> {
        let (day, next) = if let Some((whole, next)) = self.digits(at, 8..=8) {
            let (year, month, day) = (whole / 10_000, whole / 100 % 100, whole % 100);
            // Any other eight digits are somebody's telephone number.
            let day = (1900..2200).contains(&year).then_some(Day::Full { year, month, day });
            (day?, next)
        } else {
            let (year, next) = self.digits(at, 4..=4)?;
            let next = self.mark('-', next)?;
            let (month, next) = self.attached_digits(next, 1..=2)?;
            let next = self.mark('-', next)?;
            let (day, next) = self.attached_digits(next, 1..=2)?;
            (Day::Full { year, month, day }, next)
        };
        let is_t = |token: &Token| !token.is_apart && token.kind == Kind::Word("t".to_owned());
        if self.tokens.get(next).is_some_and(is_t)
            && self.attached_digits(next + 1, 2..=4).is_some()
        {
            return Some((day, next + 1));
        }
        self.ends(next).then_some((day, next))
    }

    /// 3/3, 3/3-27, 3/3/2027 or 3/3 2027: the day always stands first.
    fn slashed_date(self, at: usize) -> Option<(Day, usize)> {
        let (day, next) = self.digits(at, 1..=2)?;
        let next = self.mark('/', next)?;
        let (month, next) = self.attached_digits(next, 1..=2)?;
        for mark in ['/', '-'] {
            if let Some(next) = self.mark(mark, next)
                && let Some((year, next)) = self
                    .attached_digits(next, 2..=2)
                    .map(|(year, next)| (2000 + year, next))
                    .or_else(|| self.attached_digits(next, 4..=4))
                && self.ends(next)
            {
                return Some((Day::Full { year, month, day }, next));
            }
        }
        self.with_year(month, day, next)
    }

    /// 3.3.2027. Without the year it would be a time.
    fn dotted_date(self, at: usize) -> Option<(Day, usize)> {
        let (day, next) = self.digits(at, 1..=2)?;
        let (month, next) = self.attached_digits(self.mark('.', next)?, 1..=2)?;
        let (year, next) = self.attached_digits(self.mark('.', next)?, 4..=4)?;
        self.ends(next).then_some((Day::Full { year, month, day }, next))
    }

    /// 3 March, the 3rd of March, or the 3rd alone.
    fn day_and_month(self, at: usize) -> Option<(Day, usize)> {
        let the = self.word(TimeList::The, at);
        let (day, number_end) = self.digits(the.unwrap_or(at), 1..=2)?;
        let ordinal = self.ordinal(number_end);
        let next = ordinal.unwrap_or(number_end);
        let next = self.mark('.', next).unwrap_or(next);
        if let Some((month, next)) = self.month(self.prepositions(next)) {
            return self.with_year(month, day, next);
        }
        let end = ordinal.unwrap_or(number_end);
        let is_day = (the.is_some() || ordinal.is_some()) && self.ends(end);
        is_day.then_some((Day::Monthly { day }, end))
    }

    /// March 3.
    fn month_and_day(self, at: usize) -> Option<(Day, usize)> {
        let (month, next) = self.month(at)?;
        let next = self.word(TimeList::The, next).unwrap_or(next);
        let (day, next) = self.digits(next, 1..=2)?;
        self.with_year(month, day, self.ordinal(next).unwrap_or(next))
    }

    /// The *rd* of *3rd* or the *:e* of *3:e*.
    fn ordinal(self, at: usize) -> Option<usize> {
        let at = self.mark(':', at).unwrap_or(at);
        let is_attached = self.tokens.get(at).is_some_and(|token| !token.is_apart);
        is_attached.then(|| self.word(TimeList::Ordinal, at)).flatten()
    }

    fn month(self, at: usize) -> Option<(u32, usize)> {
        (1..).zip(TimeList::MONTHS).find_map(|(month, list)| Some((month, self.word(list, at)?)))
    }

    /// A day of the year, with the year that may follow.
    fn with_year(self, month: u32, day: u32, at: usize) -> Option<(Day, usize)> {
        if let Some((year, next)) = self.year(at) {
            return Some((Day::Full { year, month, day }, next));
        }
        self.ends(at).then_some((Day::Yearly { month, day }, at))
    }

    /// A year after a date or a week. Four digits may be a time of day just as well.
    fn year(self, at: usize) -> Option<(u32, usize)> {
        let at = self.mark(',', at).unwrap_or(at);
        let (year, next) = self.digits(at, 4..=4).filter(|(_, next)| self.ends(*next))?;
        let is_year = match self.scope {
            Scope::DayOnly => true,
            Scope::DayAndTime { this_year } => {
                let this_year = u32::try_from(this_year).unwrap_or_default();
                let is_near = (this_year.saturating_sub(1)..=this_year + 2).contains(&year);
                let is_time = year / 100 < 24 && year % 100 < 60;
                // Hardly anybody meets at 20:29, but at 20:30 they do.
                let is_odd = (2000..2100).contains(&year) && year % 5 != 0;
                let time_follows = || self.hours(self.separator(next), true).is_some();
                is_near || is_odd || !is_time || time_follows()
            }
        };
        is_year.then_some((year, next))
    }

    /// Thursday, next Thursday, this Thursday.
    fn weekday(self, at: usize) -> Option<((Weekday, Turn), usize)> {
        let (turn, at) = match (self.word(TimeList::Next, at), self.word(TimeList::This, at)) {
            (Some(after), _) => (Turn::Next, after),
            (None, Some(after)) => (Turn::Coming, after),
            (None, None) => (Turn::Coming, at),
        };
        (1..).zip(TimeList::WEEKDAYS).find_map(|(number, list)| {
            let next = self.word(list, at)?;
            Some(((Weekday::from_monday_one_offset(number).ok()?, turn), next))
        })
    }

    /// Week 11, next week, this week, in 2 weeks.
    fn week(self, at: usize) -> Option<(Week, usize)> {
        for (list, weeks) in [(TimeList::Next, 1), (TimeList::This, 0)] {
            if let Some(next) = self.word(list, at)
                && let Some(next) = self.word(TimeList::Week, next)
            {
                return Some((Week::After(weeks), next));
            }
        }
        if let Some((weeks, next)) = self.count(TimeList::Weeks, at) {
            return Some((Week::In(weeks), next));
        }
        let (week, next) = self.digits(self.word(TimeList::Week, at)?, 1..=2)?;
        if let Some((year, next)) = self.year(next) {
            return Some((Week::Number { week, year: Some(year) }, next));
        }
        self.ends(next).then_some((Week::Number { week, year: None }, next))
    }

    /// The half of a day.
    pub fn half(self, at: usize) -> Option<(Half, usize)> {
        let am = self.word(TimeList::Am, at).map(|next| (Half::Am, next));
        am.or_else(|| self.word(TimeList::Pm, at).map(|next| (Half::Pm, next)))
    }

    /// Skips the words that stand before a day and say nothing more.
    fn prepositions(self, at: usize) -> usize {
        let at = self.word(TimeList::On, at).unwrap_or(at);
        // "The week after" is nobody's word, but "on the Thursday" is; dates see to their own.
        let after = self.word(TimeList::The, at);
        after.filter(|after| self.digits(*after, 1..=2).is_none()).unwrap_or(at)
    }
}
