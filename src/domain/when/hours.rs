//! Reads what is said about a time of day, and works it out.

use jiff::civil::Time;

use super::{reader::Reader, words::TimeList};

/// A time of day as it is said, and the end of it where a range is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hours {
    pub from: Reading,
    pub until: Option<Reading>,
}

/// What a clock shows. Numbers are as they were typed; there may be no such time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub hour: u32,
    pub minute: u32,
    pub half: Option<Half>,
    /// Whether the hour was written with two digits, as those do who count to 24.
    is_padded: bool,
    /// Whether it can't be anything but a time: a bare number can be many things.
    is_certain: bool,
}

/// The half of a day that a clock of twelve hours shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

impl Reader<'_> {
    /// A time of day or a range of them. Right after a day a bare number will do, as it does
    /// after *at* and before the end of a range.
    pub fn hours(self, at: usize, follows_day: bool) -> Option<(Hours, usize)> {
        let clock = self.clock(at);
        let (from, next) = self.reading(clock.unwrap_or(at), clock.is_some())?;
        let is_time = from.is_certain || clock.is_some();
        let is_hour = follows_day && from.hour < 24;

        if let Some((until, end)) = self.until(next)
            && (is_time || is_hour || until.is_certain)
        {
            return Some((Hours { from, until: Some(until) }, end));
        }
        let fits = (is_time || is_hour) && self.ends(next);
        fits.then_some((Hours { from, until: None }, next))
    }

    /// The end of a range, with the dash or the word before it.
    fn until(self, at: usize) -> Option<(Reading, usize)> {
        let at = self.mark('-', at).or_else(|| self.word(TimeList::Until, at))?;
        let clock = self.clock(at);
        let (until, next) = self.reading(clock.unwrap_or(at), clock.is_some())?;
        self.ends(next).then_some((until, next))
    }

    /// The words before a time, of which there may be two: *from kl.*
    fn clock(self, at: usize) -> Option<usize> {
        let first = self.word(TimeList::Clock, at)?;
        Some(self.word(TimeList::Clock, first).unwrap_or(first))
    }

    /// One time of day.
    fn reading(self, at: usize, follows_clock: bool) -> Option<(Reading, usize)> {
        if let Some(next) = self.word(TimeList::Noon, at) {
            let half = Some(Half::Pm);
            let noon = Reading { hour: 12, minute: 0, half, is_padded: true, is_certain: true };
            return Some((noon, next));
        }

        let told = self.told(at).or_else(|| self.short(at));
        let (mut reading, mut next) = told.or_else(|| self.compact(at, follows_clock))?;
        if let Some(after) = self.word(TimeList::HourMark, next) {
            (reading.is_certain, next) = (true, after);
        }
        if let Some((half, after)) = self.half(next) {
            (reading.half, reading.is_certain, next) = (Some(half), true, after);
        }
        Some((reading, next))
    }

    /// Half or a quarter of an hour before or after an hour, as people tell it.
    fn told(self, at: usize) -> Option<(Reading, usize)> {
        let before = [(TimeList::HalfBefore, 30), (TimeList::QuarterTo, 45)];
        let after = [(TimeList::HalfPast, 30), (TimeList::QuarterPast, 15)];
        let words = |lists: [(TimeList, u32); 2]| {
            lists.into_iter().find_map(|(list, minute)| Some((minute, self.word(list, at)?)))
        };
        let is_before = words(before).is_some();
        let (minute, next) = words(before).or_else(|| words(after))?;
        let (hour, next) = self.full_hour(next)?;
        let hour = match hour {
            1 if is_before => 12,
            0 if is_before => 23,
            hour if is_before => hour - 1,
            hour => hour,
        };
        Some((Reading { hour, minute, half: None, is_padded: false, is_certain: true }, next))
    }

    /// An hour in digits or in a word.
    fn full_hour(self, at: usize) -> Option<(u32, usize)> {
        let digits = self.digits(at, 1..=2).filter(|(_, next)| self.ends(*next));
        let word = || {
            let hours = (1..).zip(TimeList::HOURS);
            hours.into_iter().find_map(|(hour, list)| Some((hour, self.word(list, at)?)))
        };
        digits.or_else(word)
    }

    /// 13.30, 13:30, or an hour alone.
    fn short(self, at: usize) -> Option<(Reading, usize)> {
        let (hour, next) = self.digits(at, 1..=2)?;
        let is_padded = self.digits(at, 2..=2).is_some();
        let reading = Reading { hour, minute: 0, half: None, is_padded, is_certain: false };
        Some(self.minutes(next).map_or((reading, next), |(minute, next)| {
            (Reading { minute, is_certain: true, ..reading }, next)
        }))
    }

    /// 1330. Three digits, or four that are no time, may be anything unless a time was announced.
    fn compact(self, at: usize, follows_clock: bool) -> Option<(Reading, usize)> {
        let (whole, next) = self.digits(at, 3..=4)?;
        let (hour, minute) = (whole / 100, whole % 100);
        let is_padded = self.digits(at, 4..=4).is_some();
        let is_time = is_padded && hour < 24 && minute < 60;
        let reading = Reading { hour, minute, half: None, is_padded, is_certain: true };
        (is_time || follows_clock).then_some((reading, next))
    }

    /// Minutes after an hour, and seconds, which nobody means.
    fn minutes(self, at: usize) -> Option<(u32, usize)> {
        let attached = |at| {
            let next = self.mark('.', at).or_else(|| self.mark(':', at))?;
            self.attached_digits(next, 2..=2)
        };
        let (minute, next) = attached(at)?;
        Some((minute, attached(next).map_or(next, |(_, next)| next)))
    }
}

impl Hours {
    /// Whether it may be meant after noon although it isn't said: "at 3", which is 03.00 on a clock
    /// of 24 hours, and 15.00 to nearly everybody who says so. Whoever writes 03.00 means that.
    pub const fn may_be_after_noon(self, named: Option<Half>) -> bool {
        let is_small = matches!(self.from.hour, 1..=7) && !self.from.is_padded;
        let is_said = self.from.half.is_some() || named.is_some();
        // "3 to 4 pm" says it for both.
        let is_said_at_the_end = match self.until {
            Some(until) => until.half.is_some() || until.hour > 12,
            None => false,
        };
        is_small && !is_said && !is_said_at_the_end
    }

    /// When it starts and ends, in the half of the day that was named apart from it. None if
    /// there is no such time, or if it ends before it starts.
    pub fn times(self, named: Option<Half>) -> Option<(Time, Option<Time>)> {
        let start_half = self.from.half.or(named);
        let Some(until) = self.until else {
            return Some((self.from.time(start_half)?, None));
        };
        // One half is often said for both: "1–2.30 pm" starts after noon, but "11–1 pm" before.
        let starts = match start_half {
            Some(half) => [Some(half); 2],
            None => [until.half, None],
        };
        // "9 to 11 in the morning" ends before noon, but "11 am to 1" after.
        let ends = match until.half {
            Some(half) => [Some(half); 2],
            None => [start_half, start_half.and(Some(Half::Pm))],
        };
        let pairs = starts.into_iter().flat_map(|start| ends.map(|end| (start, end)));
        let mut times = pairs.filter_map(|(start, end)| {
            let (start, end) = (self.from.time(start)?, until.time(end)?);
            (start < end).then_some((start, Some(end)))
        });
        times.next()
    }
}

impl Reading {
    /// The time on a clock of 24 hours.
    fn time(self, half: Option<Half>) -> Option<Time> {
        let hour = match half {
            Some(Half::Am) if self.hour > 12 => return None,
            Some(Half::Am) => self.hour % 12,
            Some(Half::Pm) if self.hour < 12 => self.hour + 12,
            Some(Half::Pm) | None => self.hour,
        };
        Time::new(i8::try_from(hour).ok()?, i8::try_from(self.minute).ok()?, 0, 0).ok()
    }
}
