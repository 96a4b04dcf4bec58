//! Help, status, and whoever isn't known yet.

use std::fmt::Write as _;

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        command::{CommandName, OwnCommand},
        ids::PersonId,
        inbound::{RoomKind, Said},
        meeting::{Meeting, MeetingState},
        message::{Message, general::General, people::PeopleSays},
        pair::{NextMeeting, Pair},
        permission::{Permission, permission},
        person::{Member, first_name},
        programme::ProgrammeState,
        role::Role,
    },
    store::CODE_TRIES,
};

impl Hearing<'_> {
    /// Somebody whose account nobody has named.
    pub(super) async fn hear_stranger(&mut self) -> Result<Answers, AppError> {
        let join = self.usage(CommandName::Join);
        let stranger = || -> Answers { vec![General::Stranger { join: join.clone() }.into()] };
        let is_organiser = self.app.organisers.contains(&self.inbound.from);
        let spoken = match &self.inbound.said {
            Said::Text { text, .. } => self.app.lexicon.vocabulary.recognise(text).ok(),
            Said::Command(spoken) => Some(spoken.clone()),
            // It may have been anything.
            Said::Unreadable => return Ok(vec![General::Unreadable.into()]),
            _ if is_organiser => None,
            Said::File { .. }
            | Said::FileTooLarge
            | Said::Wordless
            | Said::Correction
            | Said::Press { .. }
            | Said::Reaction { .. }
            | Said::Arrived { .. } => return Ok(stranger()),
        };
        match spoken {
            // Whoever listens could be quicker.
            Some(spoken)
                if spoken.name == CommandName::Join
                    && self.inbound.room.kind == RoomKind::Shared =>
            {
                Ok(vec![General::InPrivate.into()])
            }
            Some(spoken) if spoken.name == CommandName::Join => {
                let code = spoken.rest.clone();
                if code.is_empty() {
                    let usage = self.usage(CommandName::Join);
                    return Ok(vec![General::Incomplete { usage }.into()]);
                }
                self.join(None, &code).await
            }
            Some(spoken) if spoken.name == CommandName::Apply && !is_organiser => {
                let slug = spoken.programme.as_deref().unwrap_or(&spoken.rest);
                // "I want to apply as a mentor" names no programme.
                let slug = slug.trim_start_matches('#');
                let slug = if slug.contains(char::is_whitespace) { "" } else { slug };
                Box::pin(self.apply(None, Some(slug).filter(|slug| !slug.is_empty()))).await
            }
            Some(spoken) if spoken.name == CommandName::Withdraw && !is_organiser => {
                self.withdraw_application(None, None).await
            }
            Some(spoken)
                if matches!(spoken.name, CommandName::MyData | CommandName::DeleteMyData)
                    && !is_organiser =>
            {
                Ok(Self::nothing_kept())
            }
            // Whoever the configuration names becomes a person by speaking to the bot.
            _ if is_organiser => {
                let Some(person) = self.become_person().await? else { return Ok(stranger()) };
                Box::pin(self.hear(&Speaker { person, parts: vec![] })).await
            }
            Some(spoken) if spoken.name == CommandName::Help => {
                let mut answers = vec![General::HelpStranger { join }.into()];
                answers.extend(self.invitations().await?);
                Ok(answers)
            }
            Some(_) | None => Ok(stranger()),
        }
    }

    pub(super) async fn do_for_self(
        &mut self,
        speaker: &Speaker,
        command: OwnCommand,
    ) -> Result<Answers, AppError> {
        match command {
            OwnCommand::Help => self.help(speaker).await,
            OwnCommand::Status => self.status(speaker).await,
            OwnCommand::Join { code } => self.join(Some(speaker), &code).await,
            OwnCommand::Apply { programme } => {
                self.apply(Some(speaker), programme.as_deref()).await
            }
            OwnCommand::Withdraw { programme } => {
                self.withdraw_application(Some(speaker), programme.as_deref()).await
            }
            OwnCommand::ContactLeader { words, programme } => {
                self.contact_leader(speaker, words.as_deref(), programme.as_deref()).await
            }
            OwnCommand::Pause { from, until } => self.pause(speaker, from, until).await,
            OwnCommand::Resume => self.resume(speaker).await,
            OwnCommand::Settings => self.show_settings(speaker).await,
            OwnCommand::SettingsLanguage { tag } => self.set_language(speaker, &tag).await,
            OwnCommand::SettingsZone { zone } => self.set_zone(speaker, &zone).await,
            OwnCommand::SettingsHours { hours } => self.set_hours(speaker, hours).await,
            OwnCommand::SettingsReminders => Ok(Self::ask_reminders(speaker)),
            OwnCommand::SettingsCalendar { said } => {
                self.set_calendar(speaker, said.as_deref()).await
            }
            OwnCommand::Certificate { programme } => {
                self.ask_certificate(speaker, programme.as_deref()).await
            }
            OwnCommand::CheckIn { programme } => self.check_in(speaker, programme.as_deref()).await,
            OwnCommand::GatheringList { programme } => {
                self.list_gatherings(speaker, programme.as_deref()).await
            }
            OwnCommand::GatheringAnswer { number, answer, programme } => {
                self.answer_gathering(speaker, number, answer, programme.as_deref()).await
            }
            OwnCommand::GatheringHere { code } => self.is_here(speaker, &code).await,
            OwnCommand::MyData => self.my_data(speaker).await,
            OwnCommand::DeleteMyData => self.offer_erasure(speaker).await,
            OwnCommand::ProgrammeList => self.list_programmes(speaker).await,
            OwnCommand::ProgrammeCreate => self.create_programme(speaker).await,
        }
    }

    /// What this person can do here: nothing that they would be refused.
    async fn help(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let leads = speaker.parts.iter().any(|part| part.role == Role::Leader);
        let takes_part = speaker.parts.iter().any(|part| part.role != Role::Leader);
        let is_organiser = self.app.organisers.contains(&self.inbound.from);
        let mut standings = vec![];
        if takes_part {
            standings.push(crate::domain::permission::Standing::Participant);
        }
        if leads {
            standings.push(crate::domain::permission::Standing::Leader);
        }
        if is_organiser {
            standings.push(crate::domain::permission::Standing::Organiser);
        }
        if standings.is_empty() {
            return Ok(vec![General::Help { lines: self.help_for_applicants() }.into()]);
        }
        let may = |name: &&CommandName| {
            standings.iter().any(|standing| permission(**name, *standing) == Permission::Granted)
        };
        let lines = CommandName::ALL.iter().filter(may).map(|name| {
            General::HelpLine {
                command: self.usage(*name),
                what: self.app.words.of_command(&self.locale, *name, "what"),
            }
            .into()
        });
        let lines = lines.collect();
        let mut answers: Answers = vec![if leads || is_organiser {
            General::HelpLeader { lines }.into()
        } else {
            General::Help { lines }.into()
        }];
        for part in &speaker.parts {
            let held = self.held(part.programme).await?;
            let contact = held.and_then(|held| held.outline.worries_contact.clone());
            let says = contact.map(|contact| General::Worries { contact }.into());
            answers.extend(says.filter(|says| !answers.contains(says)));
        }
        Ok(answers)
    }

    /// What somebody can do who has only applied.
    fn help_for_applicants(&self) -> Vec<Message> {
        let names = [
            CommandName::Status,
            CommandName::Apply,
            CommandName::Withdraw,
            CommandName::Join,
            CommandName::MyData,
            CommandName::DeleteMyData,
        ];
        let line = |name| {
            let command = self.usage(name);
            let what = self.app.words.of_command(&self.locale, name, "what");
            General::HelpLine { command, what }.into()
        };
        names.into_iter().map(line).collect()
    }

    /// How it stands with everything that the speaker takes part in.
    async fn status(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let mut lines: Vec<Message> = vec![];
        lines.extend(self.standings(speaker).await?);
        let pairs = self.work.pairs_of_person(speaker.person.id).await?;
        for part in speaker.parts.iter().filter(|part| part.role != Role::Leader) {
            let Some(held) = self.held(part.programme).await? else { continue };
            let programme = held.name(&self.locale);
            let mine = |pair: &&Pair| pair.programme == part.programme;
            if let Some(on) = held.row.last_on {
                lines.push(General::StatusOver { programme: programme.clone(), on }.into());
            } else if !pairs.iter().any(|pair| mine(&pair)) {
                lines.push(General::StatusUnpaired { programme: programme.clone() }.into());
            }
            for pair in pairs.iter().filter(mine) {
                let Some(half) = pair.half_of(speaker.person.id) else { continue };
                let with = pair.seat(half.other()).name.clone();
                lines.push(General::StatusPair { with, programme: programme.clone() }.into());
                if held.row.state == ProgrammeState::Draft {
                    let on = held.outline.starts_on;
                    let programme = programme.clone();
                    lines.push(General::StatusNotStarted { programme, on }.into());
                    continue;
                }
                let zone = self.zone_of(speaker, Some(&held)).await?;
                let meetings = self.work.meetings_of(pair.id).await?;
                if held.row.state != ProgrammeState::Closed {
                    lines.extend(self.status_lines(pair, &meetings, &zone));
                    if pair.stopped_since.is_some() {
                        lines.push(self.why_stopped(part, pair, &held));
                    }
                }
                let held_count = count_held(&meetings);
                let wanted = i64::from(held.outline.meetings);
                lines.push(General::StatusHeld { held: held_count, wanted }.into());
            }
        }
        if lines.is_empty() {
            return self.list_programmes(speaker).await;
        }
        Ok(vec![General::Status { lines }.into()])
    }

    fn status_lines(
        &self,
        pair: &Pair,
        meetings: &[Meeting],
        zone: &jiff::tz::TimeZone,
    ) -> Vec<Message> {
        let next = meetings.iter().filter(|meeting| meeting.is_to_come(self.now));
        let next = next.min_by_key(|meeting| meeting.when.instant());
        let mut lines: Vec<Message> =
            vec![match next.map(|meeting| meeting.when.moment_in(zone)) {
                Some(Some(at)) => General::StatusMeeting { at }.into(),
                Some(None) => General::StatusMeetingSometime.into(),
                None => {
                    let command = self.usage(CommandName::MeetingBook);
                    General::StatusNoMeeting { command }.into()
                }
            }];
        if pair.stopped_since.is_some() {
            if !meetings.iter().any(|meeting| meeting.is_to_come(self.now)) {
                lines.clear();
            }
        } else if matches!(pair.next, NextMeeting::InQuestion { .. }) {
            lines.push(General::StatusWaiting.into());
        }
        lines
    }

    /// Why nothing is asked of a pair: a break of one's own comes first, since only that is
    /// one's own to end.
    fn why_stopped(&self, part: &Member, pair: &Pair, held: &Held) -> Message {
        if part.paused_since.is_some() || pair.paused_since.is_some() {
            let command = self.usage(CommandName::Resume);
            General::StatusPaused { command }.into()
        } else if matches!(held.row.state, ProgrammeState::Paused { .. }) {
            General::StatusProgrammePaused { programme: held.name(&self.locale) }.into()
        } else {
            // That the other one takes a break is theirs to tell.
            General::StatusStopped.into()
        }
    }

    /// Binds the account that speaks to the person that a code was made for.
    async fn join(&mut self, speaker: Option<&Speaker>, code: &str) -> Result<Answers, AppError> {
        let account = self.inbound.from.clone();
        if self.work.failed_codes(&account, self.now).await? >= CODE_TRIES {
            return Ok(vec![PeopleSays::TooManyCodes.into()]);
        }
        // Whoever says their own code again is in, and has done nothing wrong.
        if let Some(speaker) = speaker
            && self.work.code_made_for(&hash(code)).await? == Some(speaker.person.id)
            && let Some(part) = speaker.parts.first()
        {
            let held = self.held(part.programme).await?;
            let programme = held.map(|held| held.name(&self.locale)).unwrap_or_default();
            return Ok(vec![PeopleSays::AlreadyJoined { programme }.into()]);
        }
        let found = self.work.invited_by(&hash(code), self.now).await?;
        let has_come = match found {
            Some(invited) => !self.work.accounts_of(invited).await?.is_empty(),
            None => false,
        };
        // A code makes somebody of whoever says it, so it is good only while they are nobody.
        let Some(invited) = found.filter(|_| !has_come) else {
            self.work.note_failed_code(&account, self.now).await?;
            return Ok(vec![PeopleSays::BadCode.into()]);
        };
        let invited = match speaker {
            None => {
                // First, because what isn't used by then is forgotten when somebody comes.
                self.work.use_invitation(&hash(code), self.now).await?;
                self.work.add_account(invited, &account, self.now).await?;
                invited
            }
            Some(speaker) => {
                let theirs = self.work.parts_of(invited).await?;
                // Nobody is two people of one programme: they might be each other's mentor.
                let is_there = |part: &&Member| {
                    speaker.parts.iter().any(|mine| mine.programme == part.programme)
                };
                if let Some(part) = theirs.iter().find(is_there) {
                    let held = self.held(part.programme).await?;
                    let programme = held.map(|held| held.name(&self.locale)).unwrap_or_default();
                    return Ok(vec![PeopleSays::AlreadyJoined { programme }.into()]);
                }
                self.work.use_invitation(&hash(code), self.now).await?;
                self.work.merge_people(invited, speaker.person.id).await?;
                speaker.person.id
            }
        };
        self.welcome(invited).await
    }

    async fn welcome(&mut self, person: PersonId) -> Result<Answers, AppError> {
        let Some(joined) = self.work.person(person).await? else {
            return Ok(vec![PeopleSays::BadCode.into()]);
        };
        self.work.learn_place(&self.inbound.room, &self.inbound.from, Some(person)).await?;
        self.work.release_letters_to(person, self.now).await?;
        let joined = self.app.acquaint(&mut self.work, joined, self.inbound).await?;
        self.locale = self.app.words.choose(&joined.locale).clone();
        let parts = self.work.parts_of(person).await?;
        let held = match parts.last() {
            Some(part) => self.held(part.programme).await?,
            None => None,
        };
        let programme = held.map(|held| held.name(&self.locale)).unwrap_or_default();
        Ok(vec![PeopleSays::Joined { name: first_name(&joined.name), programme }.into()])
    }
}

/// How many meetings were held.
pub(super) fn count_held(meetings: &[Meeting]) -> i64 {
    let held = meetings.iter().filter(|meeting| meeting.state == MeetingState::Held);
    i64::try_from(held.count()).unwrap_or(i64::MAX)
}

/// What is stored of a code. Codes are long enough that nobody can try them all.
pub(in crate::app) fn hash(code: &str) -> String {
    use sha2::{Digest as _, Sha256};
    let plain: String =
        code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(plain.as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
