//! Reading people's own calendars from where they are. It may take a while, so it is done beside
//! everything else.

use jiff::{Timestamp, tz::TimeZone};

use super::{App, AppError, promise::Under};
use crate::{
    domain::{
        availability::Busy,
        command::CommandName,
        ids::PersonId,
        message::{Code, Line, settings::SettingsSays as Says},
        notice::{Notice, Urgency},
        own_calendar::{EVERY, OwnCalendar, Unread},
    },
    files::busy,
    store::Work,
};

impl App {
    /// Reads one calendar that is due. Says whether there may be more.
    pub async fn read_own_calendar(&self) -> Result<bool, AppError> {
        let (Some(reader), Some(seal)) = (&self.reader, &self.seal) else { return Ok(false) };
        let now = self.clock.now();
        if self.store.look().await?.own_calendar_due(now).await?.is_none() {
            return Ok(false);
        }
        let mut work = self.store.begin().await?;
        let Some(due) = work.own_calendar_due(now).await? else { return Ok(false) };
        // Whatever comes of it, it isn't read again at once, nor by another process.
        let later = Some(now + EVERY);
        work.put_own_calendar(&OwnCalendar { read_next_at: later, ..due.clone() }).await?;
        let zone = work.person(due.person).await?.and_then(|person| person.zone);
        let part = work.parts_of(due.person).await?.into_iter().next();
        let programme = match part {
            Some(part) => self.programme(&mut work, part.programme).await?,
            None => None,
        };
        work.save().await?;
        let zone =
            zone.or_else(|| programme.as_ref().map(|(_, outline)| outline.time_zone.clone()));
        let whose = OwnCalendar::whose(due.person);
        let address = due.address.as_ref().and_then(|sealed| seal.open(sealed, &whose).ok());
        let fetched = match address {
            Some(address) => reader.fetch(&address).await,
            None => Err(Unread::NoAddress),
        };
        let read = fetched.and_then(|text| {
            let zone = zone.unwrap_or(TimeZone::UTC);
            busy::read(&text, &zone, busy::window(now)).map_err(|_| Unread::NoCalendar)
        });
        let mut work = self.store.begin().await?;
        // It may have been changed or taken away meanwhile.
        let still = work.own_calendar(due.person).await?;
        let Some(still) = still.filter(|still| still.address == due.address) else {
            return Ok(true);
        };
        let says = Self::after_reading(&mut work, &still, read, now).await?;
        if let (Some(says), Some((row, outline))) = (says, programme) {
            let says = self.in_words_of(&mut work, due.person, says).await?;
            // Whoever has just given an address waits for this.
            let urgency = if due.read_at.is_none() { Urgency::AtOnce } else { Urgency::InHours };
            let notice = Notice::to_person(due.person, says.into(), urgency);
            self.promise(&mut work, &notice, Under::of(&row, &outline), now, now).await?;
        }
        work.save().await?;
        self.wake.notify_one();
        Ok(true)
    }

    /// Stores what has come of it, and says what its owner is to hear.
    async fn after_reading(
        work: &mut Work,
        calendar: &OwnCalendar,
        read: Result<Vec<Busy>, Unread>,
        now: Timestamp,
    ) -> Result<Option<Outcome>, AppError> {
        let (next, tells, outcome) = match read {
            Ok(busy) => {
                let count = i64::try_from(busy.len()).unwrap_or(i64::MAX);
                let (next, tells) = calendar.read(busy, now);
                (next, tells, Outcome::Read { count })
            }
            Err(why) => {
                let (next, tells) = calendar.failed(now);
                let outcome = match calendar.read_at {
                    Some(_) => Outcome::Lost { why },
                    None => Outcome::Unread { why },
                };
                (next, tells, outcome)
            }
        };
        work.put_own_calendar(&next).await?;
        Ok(tells.then_some(outcome))
    }

    async fn in_words_of(
        &self,
        work: &mut Work,
        person: PersonId,
        outcome: Outcome,
    ) -> Result<Says, AppError> {
        let locale = work.person(person).await?.map(|person| person.locale);
        let locale = locale.map(|locale| self.words.choose(&locale).clone());
        let usage = locale
            .map(|locale| self.words.of_command(&locale, CommandName::SettingsCalendar, "usage"));
        let command = Code(usage.unwrap_or_default());
        Ok(match outcome {
            Outcome::Read { count } => Says::CalendarRead { count },
            Outcome::Unread { why } => Says::CalendarUnread { why: why_line(why), command },
            Outcome::Lost { why } => Says::CalendarLost { why: why_line(why), command },
        })
    }
}

enum Outcome {
    Read { count: i64 },
    Unread { why: Unread },
    Lost { why: Unread },
}

/// Why a calendar can't be read, in words.
pub(super) fn why_line(why: Unread) -> Line {
    Box::new(
        match why {
            Unread::NoAddress => Says::UnreadNoAddress,
            Unread::NoHost => Says::UnreadNoHost,
            Unread::Private => Says::UnreadPrivate,
            Unread::Silent => Says::UnreadSilent,
            Unread::Refused { status } => Says::UnreadRefused { number: i64::from(status) },
            Unread::TooLong => Says::UnreadTooLong,
            Unread::NoCalendar => Says::UnreadNoCalendar,
        }
        .into(),
    )
}
