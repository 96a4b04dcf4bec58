//! Somebody's own calendar, of which the bot keeps when they are busy and nothing else.

use jiff::{SignedDuration, Timestamp};

use super::{availability::Busy, ids::PersonId, note::Sealed};

/// How often it is read anew.
pub const EVERY: SignedDuration = SignedDuration::from_hours(6);

/// How long it may be unreadable before its owner hears.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(3 * 24);

/// Somebody's own calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCalendar {
    /// Whose it is.
    pub person: PersonId,
    /// Where it is read from, sealed. None if it came as a file.
    pub address: Option<Sealed>,
    /// When they are busy.
    pub busy: Vec<Busy>,
    /// When it was read last, if it ever could be.
    pub read_at: Option<Timestamp>,
    /// When it is read next. None for a file.
    pub read_next_at: Option<Timestamp>,
    /// Since when it can't be read.
    pub failing_since: Option<Timestamp>,
    /// Whether its owner is to hear when it can be read: the first time, and after they have heard that
    /// it can't.
    pub success_is_news: bool,
}

/// Why a calendar can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is no address that can be read safely.
    NoAddress,
    /// Nobody knows such a host.
    NoHost,
    /// It is inside somebody's own network, where the bot has no business.
    Private,
    /// It doesn't answer in time.
    Silent,
    /// It answers that it won't.
    Refused {
        /// The number of its answer.
        status: u16,
    },
    /// It is too long.
    TooLong,
    /// It is something else than a calendar.
    NoCalendar,
}

impl OwnCalendar {
    /// One that is to be read at once.
    pub const fn at(person: PersonId, address: Sealed, now: Timestamp) -> Self {
        Self {
            person,
            address: Some(address),
            busy: vec![],
            read_at: None,
            read_next_at: Some(now),
            failing_since: None,
            success_is_news: true,
        }
    }

    /// One that came as a file.
    pub const fn of_file(person: PersonId, busy: Vec<Busy>, now: Timestamp) -> Self {
        Self {
            person,
            address: None,
            busy,
            read_at: Some(now),
            read_next_at: None,
            failing_since: None,
            success_is_news: false,
        }
    }

    /// Names the place where its address belongs, so that it opens nowhere else.
    pub fn whose(person: PersonId) -> String {
        format!("calendar {}", person.get())
    }

    /// After it was read, and whether its owner hears of that.
    #[must_use]
    pub fn read(&self, busy: Vec<Busy>, now: Timestamp) -> (Self, bool) {
        let next = Self {
            busy,
            read_at: Some(now),
            read_next_at: Some(now + EVERY),
            failing_since: None,
            success_is_news: false,
            ..self.clone()
        };
        (next, self.success_is_news)
    }

    /// After it could not be read, and whether its owner hears of that: at once if it never could be,
    /// and else once it has lasted. What is known of it stays.
    #[must_use]
    pub fn failed(&self, now: Timestamp) -> (Self, bool) {
        let since = self.failing_since.unwrap_or(now);
        let tells = match self.read_at {
            None => self.failing_since.is_none(),
            Some(_) => !self.success_is_news && now >= since + PATIENCE,
        };
        let next = Self {
            read_next_at: Some(now + EVERY),
            failing_since: Some(since),
            success_is_news: self.success_is_news || tells,
            ..self.clone()
        };
        (next, tells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_owner_hears_of_the_first_time_alone() {
        let (read, tells) = new().read(vec![], at(0));
        assert!(tells && !read.success_is_news);
        let (again, tells) = read.read(vec![], at(6));
        assert!(!tells);
        assert_eq!(again.read_next_at, Some(at(12)));
        let (failed, tells) = new().failed(at(0));
        assert!(tells);
        assert!(!failed.failed(at(6)).1);
        assert!(!failed.failed(at(600)).1, "said once");
    }

    #[test]
    fn what_fails_for_a_while_is_left_unsaid_and_what_lasts_is_said_once_each_way() {
        let mut calendar = new().read(vec![], at(0)).0;
        let mut told = vec![];
        for hours in (6..200).step_by(6) {
            let (next, tells) = calendar.failed(at(hours));
            calendar = next;
            told.extend(tells.then_some(hours));
        }
        assert_eq!(told, [78], "three days after it failed first");
        let (works, tells) = calendar.read(vec![], at(200));
        assert!(tells);
        assert!(!works.failed(at(206)).1);
    }

    fn new() -> OwnCalendar {
        let sealed = Sealed { key: "a".to_owned(), bytes: vec![1] };
        OwnCalendar::at(PersonId::new(1), sealed, at(0))
    }

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }
}
