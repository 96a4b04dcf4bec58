//! From words to a command that is allowed.

use super::{
    Answers, Hearing, Held, Speaker, is_for_all,
    target::{Own, Target, found},
};
use crate::{
    app::AppError,
    domain::{
        command::{Command, CommandName, Misread, Spoken, read},
        ids::ProgrammeId,
        inbound::RoomKind,
        message::{
            Code, Message, general::General, meeting::MeetingSays, people::PeopleSays,
            settings::SettingsSays,
        },
        permission::{Circle, Permission, Standing, permission},
        role::Role,
    },
};

/// What a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// Whoever says it.
    Self_,
    /// A pair of theirs.
    Pair,
    /// A programme that they lead.
    Programme,
}

/// What a command is done to.
enum Aim {
    Nothing,
    Pair(Box<Own>),
    Programme(Box<Held>),
}

impl Hearing<'_> {
    /// Does what a command asks for, if whoever says it may.
    pub(super) async fn command(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
    ) -> Result<Answers, AppError> {
        // The other one of the pair listens.
        if self.inbound.room.kind == RoomKind::Shared
            && !may_be_overheard(spoken.name)
            && !is_for_all(spoken.name, speaker)
        {
            return Ok(vec![General::InPrivate.into()]);
        }
        match subject(spoken.name) {
            Subject::Self_ => {
                let standing = best(self.standing(speaker, None), speaker);
                // Whoever the configuration names keeps that right whatever else they are.
                let is_organiser = self.app.organisers.contains(&self.inbound.from);
                let may = is_organiser
                    && permission(spoken.name, Standing::Organiser) == Permission::Granted;
                if let Some(refusal) = self.refusal(spoken.name, standing).filter(|_| !may) {
                    // Whoever has only applied takes part in nothing yet, and may ask how it stands.
                    if spoken.name == CommandName::Status {
                        let applied = self.standings(speaker).await?;
                        return Ok(if applied.is_empty() { vec![refusal] } else { applied });
                    }
                    return Ok(vec![refusal]);
                }
                if let Some(slug) = self.takes_no_part(speaker, spoken).await? {
                    return Ok(vec![General::NotIn { slug: Code(slug) }.into()]);
                }
                let command = found!(self.read(speaker, spoken, None).await?);
                self.act(speaker, command, Aim::Nothing).await
            }
            Subject::Pair => {
                let programme = self.named_programme(spoken).await?;
                let standing = match programme {
                    Some(named) => self.standing(speaker, named),
                    None => best(self.standing(speaker, None), speaker),
                };
                // Whoever both leads and takes part does the latter here. A programme that isn't
                // there is like one that they take no part in.
                let takes_part = speaker.parts.iter().any(|part| {
                    part.role != Role::Leader
                        && programme.is_none_or(|named| named == Some(part.programme))
                });
                let standing = if takes_part { Standing::Participant } else { standing };
                if let Some(refusal) = self.refusal(spoken.name, standing) {
                    return Ok(vec![refusal]);
                }
                // A break is one from everything that somebody takes part in.
                if matches!(
                    spoken.name,
                    CommandName::Pause | CommandName::Resume | CommandName::ContactLeader
                ) {
                    let command = found!(self.read(speaker, spoken, None).await?);
                    return self.act(speaker, command, Aim::Nothing).await;
                }
                let own = found!(self.own_pair(speaker, spoken).await?);
                let command = found!(self.read(speaker, spoken, Some(&own.held)).await?);
                self.act(speaker, command, Aim::Pair(Box::new(own))).await
            }
            Subject::Programme => {
                let held = found!(self.led_programme(speaker, spoken).await?);
                let command = found!(self.read(speaker, spoken, Some(&held)).await?);
                match command {
                    Command::Lead(command) => self.lead(speaker, &held, spoken.name, command).await,
                    Command::Own(_) | Command::Pair(_) => {
                        self.act(speaker, command, Aim::Programme(Box::new(held))).await
                    }
                }
            }
        }
    }

    async fn act(
        &mut self,
        speaker: &Speaker,
        command: Command,
        aim: Aim,
    ) -> Result<Answers, AppError> {
        match (command, aim) {
            (Command::Own(command), _) => self.do_for_self(speaker, command).await,
            (Command::Pair(command), Aim::Pair(own)) => {
                self.do_for_pair(speaker, &own, command).await
            }
            (Command::Lead(command), Aim::Programme(held)) => {
                self.do_for_programme(speaker, &held, command).await
            }
            (Command::Pair(_), Aim::Nothing | Aim::Programme(_)) => {
                Ok(vec![General::PairsOnly.into()])
            }
            (Command::Lead(_), Aim::Nothing | Aim::Pair(_)) => {
                Ok(vec![General::LeadersOnly.into()])
            }
        }
    }

    /// The programme that was named after # for what only its own people can ask for, if they take no part
    /// in it.
    async fn takes_no_part(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
    ) -> Result<Option<String>, AppError> {
        let is_of_its_own = matches!(
            spoken.name,
            CommandName::CheckIn
                | CommandName::Certificate
                | CommandName::GatheringList
                | CommandName::GatheringYes
                | CommandName::GatheringNo
                | CommandName::GatheringMaybe
        );
        let Some(named) = self.named_programme(spoken).await?.filter(|_| is_of_its_own) else {
            return Ok(None);
        };
        let is_theirs = speaker.parts.iter().any(|part| Some(part.programme) == named);
        Ok(spoken.programme.clone().filter(|_| !is_theirs))
    }

    /// The programme that was named after #, if one was: none inside if there is no such.
    async fn named_programme(
        &mut self,
        spoken: &Spoken,
    ) -> Result<Option<Option<ProgrammeId>>, AppError> {
        let Some(slug) = &spoken.programme else { return Ok(None) };
        let row = self.work.programme_named(&slug.to_lowercase()).await?;
        Ok(Some(row.map(|row| row.id)))
    }

    /// The programme that a leader means.
    pub(super) async fn led_programme(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
    ) -> Result<Target<Held>, AppError> {
        let named = self.named_programme(spoken).await?;
        let mut led: Vec<_> =
            speaker.parts.iter().filter(|part| part.role == Role::Leader).collect();
        let programme = match named {
            Some(named) => named,
            None if led.len() == 1 => Some(led.swap_remove(0).programme),
            None if led.len() > 1 => {
                let (mut titles, mut suffixes) = (vec![], vec![]);
                for part in led {
                    if let Some(held) = self.held(part.programme).await? {
                        titles.push(held.name(&self.locale));
                        suffixes.push(format!("#{}", held.row.slug));
                    }
                }
                return self.which(speaker, spoken, suffixes, titles).await.map(Target::Answer);
            }
            None => None,
        };
        // A programme that doesn't exist is refused like one that somebody else leads, so that
        // nobody learns which ones there are.
        let standing = match programme {
            Some(id) => self.standing(speaker, Some(id)),
            None if named.is_some() => elsewhere(best(self.standing(speaker, None), speaker)),
            None => best(self.standing(speaker, None), speaker),
        };
        if let Some(refusal) = self.refusal(spoken.name, standing) {
            let leads = speaker.parts.iter().any(|part| part.role == Role::Leader);
            let slug = spoken.programme.clone().filter(|_| leads && named.is_some());
            let says = slug.map(|slug| General::NotLed { slug: Code(slug) }.into());
            return Ok(Target::Answer(vec![says.unwrap_or(refusal)]));
        }
        let held = match programme {
            Some(id) => self.held(id).await?,
            None => None,
        };
        Ok(held.map_or_else(|| Target::Answer(vec![General::LeadersOnly.into()]), Target::Found))
    }

    fn standing(&self, speaker: &Speaker, programme: Option<ProgrammeId>) -> Standing {
        let standing = speaker.standing(programme);
        let is_organiser = self.app.organisers.contains(&self.inbound.from);
        if standing == Standing::Stranger && is_organiser { Standing::Organiser } else { standing }
    }

    /// Whether whoever speaks may make a programme.
    pub(super) fn may_create(&self, speaker: &Speaker) -> bool {
        let leads = speaker.parts.iter().any(|part| part.role == Role::Leader);
        let is_organiser = self.app.organisers.contains(&self.inbound.from);
        let standing = match (leads, is_organiser) {
            (true, _) => Standing::Leader,
            (false, true) => Standing::Organiser,
            (false, false) => Standing::Participant,
        };
        permission(CommandName::ProgrammeCreate, standing) == Permission::Granted
    }

    /// What is said to somebody who may not.
    fn refusal(&self, command: CommandName, standing: Standing) -> Option<Message> {
        match permission(command, standing) {
            Permission::Granted => None,
            Permission::JoinFirst => {
                Some(General::Stranger { join: self.usage(CommandName::Join) }.into())
            }
            Permission::PairsOnly => Some(General::PairsOnly.into()),
            Permission::LeadersOnly => Some(General::LeadersOnly.into()),
        }
    }

    /// Reads what follows the command, on the clock of whoever says it.
    async fn read(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
        held: Option<&Held>,
    ) -> Result<Target<Command>, AppError> {
        let zone = self.zone_of(speaker, held).await?;
        let now = self.local_now(&zone);
        match read(spoken, &self.app.lexicon, now) {
            Ok(command) => Ok(Target::Found(command)),
            Err(misread) => self.misread(speaker, spoken, misread).await.map(Target::Answer),
        }
    }

    /// Where the speaker's clock hangs: their own, or that of the programme in question.
    pub(super) async fn zone_of(
        &mut self,
        speaker: &Speaker,
        held: Option<&Held>,
    ) -> Result<jiff::tz::TimeZone, AppError> {
        if let Some(zone) = &speaker.person.zone {
            return Ok(zone.clone());
        }
        if let Some(held) = held {
            return Ok(held.outline.time_zone.clone());
        }
        let mut programme = speaker.parts.first().map(|part| part.programme);
        if programme.is_none() {
            let applied = self.work.applications_of(speaker.person.id).await?;
            programme = applied.first().map(|application| application.programme);
        }
        let held = match programme {
            Some(id) => self.held(id).await?,
            None => None,
        };
        Ok(held.map_or(jiff::tz::TimeZone::UTC, |held| held.outline.time_zone.clone()))
    }

    async fn misread(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
        misread: Misread,
    ) -> Result<Answers, AppError> {
        let usage = self.usage(spoken.name);
        Ok(vec![match misread {
            Misread::Incomplete => General::Incomplete { usage }.into(),
            Misread::TooMuch => General::TooMuch { usage }.into(),
            Misread::SeveralTimes => {
                MeetingSays::OneAtATime { example: self.example(CommandName::MeetingBook) }.into()
            }
            Misread::NoEnd => MeetingSays::NoEnd.into(),
            Misread::TooLong { most } => {
                General::TooLong { most: i64::try_from(most).unwrap_or(i64::MAX) }.into()
            }
            Misread::BadAccount(_) => PeopleSays::BadAccount {
                said: spoken.rest.chars().take(60).collect(),
                example: Code("matrix:@anna:example.org".to_owned()),
            }
            .into(),
            Misread::BadRole(said) => {
                PeopleSays::BadRole { said: said.chars().take(60).collect() }.into()
            }
            Misread::NoSuchZone { said, nearest } => {
                SettingsSays::NoSuchZone { said, nearest: Code(nearest) }.into()
            }
            Misread::BadHours => {
                SettingsSays::BadHours { example: self.example(CommandName::SettingsHours) }.into()
            }
            Misread::When(error, after) => {
                return self.bad_time(speaker, spoken, error, &after).await;
            }
        }])
    }
}

/// What somebody is at best, where no programme was named.
fn best(standing: Standing, speaker: &Speaker) -> Standing {
    let leads = speaker.parts.iter().any(|part| part.role == Role::Leader);
    let takes_part = speaker.parts.iter().any(|part| part.role != Role::Leader);
    match standing {
        Standing::Leader | Standing::Organiser if !leads && !takes_part => standing,
        Standing::Participant => standing,
        Standing::Leader
        | Standing::Organiser
        | Standing::LeaderElsewhere
        | Standing::ParticipantElsewhere
        | Standing::Stranger => {
            if leads {
                Standing::Leader
            } else if takes_part {
                Standing::Participant
            } else {
                standing
            }
        }
    }
}

const fn elsewhere(standing: Standing) -> Standing {
    match standing {
        Standing::Leader => Standing::LeaderElsewhere,
        Standing::Participant => Standing::ParticipantElsewhere,
        Standing::Stranger
        | Standing::Organiser
        | Standing::ParticipantElsewhere
        | Standing::LeaderElsewhere => standing,
    }
}

/// What may be said where the other of the pair listens.
const fn may_be_overheard(name: CommandName) -> bool {
    matches!(
        name,
        CommandName::Help
            | CommandName::Apply
            | CommandName::MeetingBook
            | CommandName::MeetingPropose
            | CommandName::MeetingList
            | CommandName::MeetingMove
            | CommandName::MeetingCancel
            | CommandName::MeetingMet
            | CommandName::Later
    )
}

/// What a command is about follows from who may ask for it.
const fn subject(name: CommandName) -> Subject {
    match name.circle() {
        Circle::Anybody | Circle::Known | Circle::Organisers => Subject::Self_,
        Circle::Pairs => Subject::Pair,
        Circle::Leaders => Subject::Programme,
    }
}
