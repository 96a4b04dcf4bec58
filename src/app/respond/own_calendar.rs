//! Somebody lets the bot know when they are busy.

use super::{Answers, Hearing, Speaker};
use crate::{
    app::{AppError, own_calendars::why_line},
    domain::{
        command::{CommandName, LONGEST_ADDRESS},
        message::{general::General, settings::SettingsSays as Says},
        own_calendar::{OwnCalendar, Unread},
        role::Role,
        when::normalise,
    },
    files::busy,
};

impl Hearing<'_> {
    /// Tells how it stands with their calendar, takes an address, or forgets what there is.
    pub(super) async fn set_calendar(
        &mut self,
        speaker: &Speaker,
        said: Option<&str>,
    ) -> Result<Answers, AppError> {
        let person = speaker.person.id;
        let command = self.usage(CommandName::SettingsCalendar);
        let Some(said) = said else {
            let Some(known) = self.work.own_calendar(person).await? else {
                return Ok(vec![Says::CalendarHow { command }.into()]);
            };
            let Some(read_at) = known.read_at else {
                return Ok(vec![match known.failing_since {
                    Some(_) => Says::CalendarNotYet { command }.into(),
                    None => Says::CalendarComing.into(),
                }]);
            };
            let zone = self.zone_of(speaker, None).await?;
            let count = known.busy.iter().filter(|busy| busy.until > self.now).count();
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let on = zone.to_datetime(read_at).date();
            return Ok(vec![Says::CalendarIs { count, on, command }.into()]);
        };
        if self.app.lexicon.ends.contains(&normalise(said)) {
            let was_there = self.work.remove_own_calendar(person).await?;
            return Ok(vec![if was_there {
                Says::CalendarForgotten.into()
            } else {
                Says::CalendarNone { command }.into()
            }]);
        }
        let address = said.trim();
        let is_address = address.starts_with("https://") || address.starts_with("webcal://");
        if !is_address || address.chars().count() > LONGEST_ADDRESS {
            return Ok(vec![Says::CalendarNoAddress { command }.into()]);
        }
        let (Some(seal), true) = (&self.app.seal, self.app.reader.is_some()) else {
            return Ok(vec![Says::CalendarFilesOnly.into()]);
        };
        let whose = OwnCalendar::whose(person);
        let Ok(sealed) = seal.seal(address, &whose, self.app.chance.nonce()) else {
            return Ok(vec![Says::CalendarFilesOnly.into()]);
        };
        self.work.put_own_calendar(&OwnCalendar::at(person, sealed, self.now)).await?;
        Ok(vec![Says::CalendarComing.into()])
    }

    /// A calendar that came as a file.
    pub(super) async fn hear_calendar(
        &mut self,
        speaker: &Speaker,
        bytes: &[u8],
    ) -> Result<Answers, AppError> {
        let takes_part = speaker.parts.iter().any(|part| part.role != Role::Leader);
        if !takes_part {
            return Ok(vec![General::UnknownFile { name: "ics".to_owned() }.into()]);
        }
        let zone = self.zone_of(speaker, None).await?;
        let text = String::from_utf8_lossy(bytes);
        let Ok(busy) = busy::read(&text, &zone, busy::window(self.now)) else {
            let why = why_line(Unread::NoCalendar);
            let command = self.usage(CommandName::SettingsCalendar);
            return Ok(vec![Says::CalendarUnread { why, command }.into()]);
        };
        let count = i64::try_from(busy.len()).unwrap_or(i64::MAX);
        let calendar = OwnCalendar::of_file(speaker.person.id, busy, self.now);
        self.work.put_own_calendar(&calendar).await?;
        Ok(vec![Says::CalendarFile { count }.into()])
    }
}
