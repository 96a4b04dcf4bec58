//! How a person wants to be spoken to, and when.

use jiff::{civil::Date, tz::TimeZone};

use super::{Answers, Hearing, Speaker};
use crate::{
    app::{AppError, breaks::welcome_back},
    domain::{
        calendar::Hours,
        command::CommandName,
        ids::PersonId,
        locale::Locale,
        message::{Code, Message, general::General, settings::SettingsSays},
        person::Person,
        programme::ProgrammeState,
        reminder::Reminding,
        role::Role,
    },
};

impl Hearing<'_> {
    pub(super) async fn show_settings(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let zone = self.zone_of(speaker, None).await?;
        let programme = speaker.parts.first().map(|part| part.programme);
        let held = match programme {
            Some(id) => self.held(id).await?,
            None => None,
        };
        let of_programme = held.map_or(Hours::OFFICE, |held| held.outline.calendar.hours);
        let hours = speaker.person.hours.unwrap_or(of_programme);
        Ok(vec![
            SettingsSays::Show {
                language: Box::new(SettingsSays::Language.into()),
                zone: zone.iana_name().unwrap_or("UTC").to_owned(),
                from: clock(hours.from()),
                until: clock_at_end(hours.until()),
                change_language: self.usage(CommandName::SettingsLanguage),
                change_zone: self.usage(CommandName::SettingsZone),
                change_hours: self.usage(CommandName::SettingsHours),
                reminders: reminders_line(speaker.person.reminders),
                change_reminders: self.usage(CommandName::SettingsReminders),
                calendar: self.usage(CommandName::SettingsCalendar),
            }
            .into(),
        ])
    }

    /// Asks which reminders of meetings somebody wants.
    pub(super) fn ask_reminders(speaker: &Speaker) -> Answers {
        let reminders = reminders_line(speaker.person.reminders);
        vec![SettingsSays::AskReminders { person: speaker.person.id, reminders }.into()]
    }

    pub(super) async fn set_reminders(
        &mut self,
        speaker: &Speaker,
        person: PersonId,
        reminders: Reminding,
    ) -> Result<Answers, AppError> {
        if person != speaker.person.id {
            return Ok(vec![General::NotYours.into()]);
        }
        let person = Person { reminders, ..speaker.person.clone() };
        self.work.put_person(&person).await?;
        let reminders = reminders_line(reminders);
        Ok(vec![SettingsSays::RemindersChanged { reminders }.into()])
    }

    pub(super) async fn set_language(
        &mut self,
        speaker: &Speaker,
        said: &str,
    ) -> Result<Answers, AppError> {
        let words = &self.app.words;
        let named = |locale: &&Locale| {
            let own = words.line(locale, &SettingsSays::Language.into());
            let known = words.list(locale, "language-names");
            locale.as_str() == said.to_lowercase()
                || own.eq_ignore_ascii_case(said)
                || known.iter().any(|name| name.eq_ignore_ascii_case(said))
        };
        let Some(locale) = words.locales().find(named).cloned() else {
            let name = |locale| words.line(locale, &SettingsSays::Language.into());
            let known = words.locales().map(name).collect();
            let said = said.chars().take(40).collect();
            return Ok(vec![SettingsSays::NoSuchLanguage { said, known }.into()]);
        };
        self.work.choose_locale(speaker.person.id, &locale).await?;
        self.locale = locale;
        Ok(vec![SettingsSays::LanguageChanged.into()])
    }

    pub(super) async fn set_zone(
        &mut self,
        speaker: &Speaker,
        zone: &TimeZone,
    ) -> Result<Answers, AppError> {
        let person = Person { zone: Some(zone.clone()), ..speaker.person.clone() };
        self.work.put_person(&person).await?;
        self.app.plan_reminders_of(&mut self.work, speaker.person.id, self.now).await?;
        let now = self.local_now(zone);
        let zone = zone.iana_name().unwrap_or("UTC").to_owned();
        Ok(vec![SettingsSays::ZoneChanged { zone, now }.into()])
    }

    pub(super) async fn set_hours(
        &mut self,
        speaker: &Speaker,
        hours: Hours,
    ) -> Result<Answers, AppError> {
        let person = Person { hours: Some(hours), ..speaker.person.clone() };
        self.work.put_person(&person).await?;
        let (from, until) = (clock(hours.from()), clock_at_end(hours.until()));
        Ok(vec![SettingsSays::HoursChanged { from, until }.into()])
    }

    pub(super) async fn pause(
        &mut self,
        speaker: &Speaker,
        from: Option<Date>,
        until: Option<Date>,
    ) -> Result<Answers, AppError> {
        let zone = self.zone_of(speaker, None).await?;
        let today = self.local_now(&zone).date();
        match from.filter(|from| *from > today) {
            Some(from) => Ok(vec![self.plan_a_break(speaker, &zone, from, until).await?]),
            None => Ok(vec![self.take_a_break(speaker, until).await?]),
        }
    }

    /// Notes that the speaker will be away, from the first minute of `from` on.
    async fn plan_a_break(
        &mut self,
        speaker: &Speaker,
        zone: &TimeZone,
        from: Date,
        until: Option<Date>,
    ) -> Result<Message, AppError> {
        if let Some(until) = until.filter(|until| *until <= from) {
            return Ok(SettingsSays::PauseBackwards { from, until }.into());
        }
        let midnight = |day: Date| zone.to_timestamp(day.at(0, 0, 0, 0)).ok();
        let back = until.and_then(midnight);
        let parts = speaker.parts.iter().filter(|part| part.role != Role::Leader);
        let parts: Vec<_> = parts.collect();
        let Some(pause_at) = midnight(from).filter(|_| !parts.is_empty()) else {
            return Ok(SettingsSays::NothingToPause.into());
        };
        let is_away = parts.iter().any(|part| part.paused_since.is_some());
        for part in parts {
            self.work.plan_pause(part.id, pause_at, back).await?;
        }
        if is_away {
            // A break that goes on now is over: they have planned another one instead.
            self.app.set_going(&mut self.work, speaker.person.id, self.now).await?;
        }
        let resume = self.usage(CommandName::Resume);
        Ok(match until {
            Some(until) => SettingsSays::PausedBetween { from, until, resume }.into(),
            None => SettingsSays::PausedFrom { from, resume }.into(),
        })
    }

    /// Stops the clocks of everything that the speaker takes part in.
    pub(super) async fn take_a_break(
        &mut self,
        speaker: &Speaker,
        until: Option<Date>,
    ) -> Result<Message, AppError> {
        let zone = self.zone_of(speaker, None).await?;
        if let Some(on) = until.filter(|day| *day <= self.local_now(&zone).date()) {
            return Ok(SettingsSays::PauseInPast { on }.into());
        }
        let back = until.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        let parts = speaker.parts.iter().filter(|part| part.role != Role::Leader);
        let parts: Vec<_> = parts.collect();
        if parts.is_empty() {
            return Ok(SettingsSays::NothingToPause.into());
        }
        for part in parts {
            let since = part.paused_since.unwrap_or(self.now);
            self.work.put_pause(part.id, Some(since), back).await?;
        }
        for pair in self.work.pairs_of_person(speaker.person.id).await? {
            self.app.let_rest(&mut self.work, &pair, speaker.person.id, self.now).await?;
        }
        let resume = self.usage(CommandName::Resume);
        Ok(match until {
            Some(on) => SettingsSays::PausedUntil { on, resume }.into(),
            None => SettingsSays::Paused { resume }.into(),
        })
    }

    pub(super) async fn resume(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let is_away = speaker.parts.iter().any(|part| part.paused_since.is_some());
        let has_plans = speaker.parts.iter().any(|part| part.pause_at.is_some());
        let pairs = self.work.pairs_of_person(speaker.person.id).await?;
        let paused: Vec<_> = pairs.iter().filter(|pair| pair.paused_since.is_some()).collect();
        for part in &speaker.parts {
            self.work.put_pause(part.id, None, None).await?;
        }
        for pair in &paused {
            self.work.put_pair(&pair.unpaused(), None).await?;
        }
        self.app.set_going(&mut self.work, speaker.person.id, self.now).await?;
        // Theirs to end was only their own break.
        for part in speaker.parts.iter().filter(|part| part.role != Role::Leader) {
            let Some(held) = self.held(part.programme).await? else { continue };
            if matches!(held.row.state, ProgrammeState::Paused { .. }) {
                let programme = held.name(&self.locale);
                return Ok(vec![SettingsSays::ProgrammePaused { programme }.into()]);
            }
        }
        let since = speaker.parts.iter().filter_map(|part| part.paused_since);
        let since = since.chain(paused.iter().filter_map(|pair| pair.paused_since)).min();
        let since = since.unwrap_or(self.now);
        let lines = self.app.missed(&mut self.work, speaker.person.id, since, self.now).await?;
        Ok(vec![if is_away || !paused.is_empty() {
            welcome_back(lines)
        } else if has_plans {
            SettingsSays::PlanDropped.into()
        } else {
            SettingsSays::NotPaused.into()
        }])
    }
}

fn reminders_line(reminders: Reminding) -> Box<Message> {
    Box::new(
        match reminders {
            Reminding::Both => SettingsSays::RemindersBoth,
            Reminding::Day => SettingsSays::RemindersDay,
            Reminding::Hour => SettingsSays::RemindersHour,
            Reminding::Never => SettingsSays::RemindersNever,
        }
        .into(),
    )
}

/// A time as people type it back.
fn clock(time: jiff::civil::Time) -> Code {
    Code(format!("{:02}.{:02}", time.hour(), time.minute()))
}

/// The same for the end of a day, which comes after its last minute.
fn clock_at_end(time: jiff::civil::Time) -> Code {
    if time == jiff::civil::Time::midnight() { Code("24.00".to_owned()) } else { clock(time) }
}
