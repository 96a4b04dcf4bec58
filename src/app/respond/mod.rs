//! Work that people cause: what they said is understood, allowed or refused, acted on and
//! answered, in one transaction.

mod acts;
mod admission;
mod agreements;
mod announcements;
mod answers;
mod applications;
mod attention;
mod channel;
mod check_in_lines;
mod check_in_results;
mod check_ins;
mod choices;
mod commands;
mod comparing;
mod consent;
mod contact;
mod courses;
mod deciding;
mod drafts;
mod farewell;
mod files;
mod gathering_edits;
mod gathering_lists;
mod gathering_plans;
mod gatherings;
mod general;
mod goals;
mod impressions;
mod leaders;
mod leading;
mod letters;
mod matching;
mod meeting_list;
mod meetings;
mod met;
mod notes;
mod outbox;
mod own_calendar;
mod pairs;
mod people;
mod presses;
mod profile;
mod programmes;
mod proposals;
mod questions;
mod recruitment;
mod reflections;
mod reporting;
mod rights;
mod rows;
mod selection;
mod settings;
mod several;
mod standing;
mod suggestions;
mod taken;
mod target;
mod ties;
mod times;
mod training;

pub(super) use outbox::about;
pub(super) use people::role_line;
pub(super) use target::is_called;

use std::sync::Arc;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::{App, AppError, promise::Under};
use crate::{
    domain::{
        command::CommandName,
        draft::Draft,
        ids::{DraftId, PersonId, PlaceId},
        inbound::{Inbound, Lack, MessageRef, RoomKind, Said},
        letter::Receiver,
        locale::Locale,
        message::{Code, Message, general::General},
        notice::{Notice, Urgency},
        permission::Standing,
        person::{Member, Person},
        programme::Outline,
        role::Role,
    },
    platform::Heard,
    store::{NewLetter, ProgrammeRow, Work},
};

/// A programme in which somebody does something, and what its file means.
#[derive(Debug, Clone)]
pub struct Held {
    pub row: ProgrammeRow,
    pub outline: Arc<Outline>,
}

impl Held {
    fn under(&self) -> Under<'_> {
        Under::of(&self.row, &self.outline)
    }

    /// What it is called, in that language.
    fn name(&self, locale: &Locale) -> String {
        self.outline.names.get(locale).to_owned()
    }
}

/// One thing that was said, with everything that is known about who said it and where.
pub struct Hearing<'a> {
    pub app: &'a App,
    pub work: Work,
    pub inbound: &'a Inbound,
    pub now: Timestamp,
    /// Where it was said.
    pub place: PlaceId,
    /// When somebody spoke there before.
    pub spoke_at: Option<Timestamp>,
    pub locale: Locale,
}

/// Somebody known.
#[derive(Debug, Clone)]
pub struct Speaker {
    pub person: Person,
    pub parts: Vec<Member>,
}

impl Speaker {
    /// What they are with regard to a programme.
    pub fn standing(&self, programme: Option<crate::domain::ids::ProgrammeId>) -> Standing {
        let has = |role: Role, here: bool| {
            self.parts.iter().any(|part| {
                (part.role == Role::Leader) == (role == Role::Leader)
                    && (Some(part.programme) == programme) == here
            })
        };
        if has(Role::Leader, true) {
            Standing::Leader
        } else if has(Role::Adept, true) {
            Standing::Participant
        } else if has(Role::Leader, false) {
            Standing::LeaderElsewhere
        } else if has(Role::Adept, false) {
            Standing::ParticipantElsewhere
        } else {
            Standing::Stranger
        }
    }
}

impl App {
    /// Acts on what a person said, and promises the answer.
    ///
    /// What was acted on before is met with silence, because its answer is promised as well. The
    /// key is stored with the change that it stands for, so neither can be lost without the other.
    pub async fn respond(&self, inbound: &Inbound) -> Result<Heard, AppError> {
        let inbound = &inbound.clone().without_nul();
        let holdings = self.holdings(inbound).await?;
        let now = self.clock.now();
        let mut work = self.store.begin().await?;
        if !work.hear(&inbound.key, now).await? {
            return Ok(Heard::Before);
        }
        self.settle_roles(&mut work, &holdings, inbound).await?;
        let person = match work.person_of(&inbound.from).await? {
            Some(person) => Some(self.acquaint(&mut work, person, inbound).await?),
            None => None,
        };
        let id = person.as_ref().map(|person| person.id);
        let place = work.learn_place(&inbound.room, &inbound.from, id).await?;
        let is_spoken = !matches!(inbound.said, Said::Arrived { .. });
        let strangers = match person {
            None if is_spoken => self.language_of_stranger(inbound),
            Some(_) | None => None,
        };
        let locale = match &person {
            Some(person) => self.words.choose(&person.locale).clone(),
            None => strangers.clone().unwrap_or_else(|| Locale::new(crate::l10n::DEFAULT)),
        };
        let spoke_at = work.note_speech(place, now).await?;
        if is_spoken {
            if let Some(person) = id {
                work.heard_from(person).await?;
            }
            work.note_account(&inbound.from, now).await?;
        }
        let mut hearing = Hearing { app: self, work, inbound, now, place, spoke_at, locale };
        if let Some(locale) = strangers {
            hearing.note_language(&locale).await?;
        }
        let answers = match person {
            _ if !is_spoken => hearing.arrived(),
            Some(person) => {
                let parts = hearing.work.parts_of(person.id).await?;
                hearing.hear(&Speaker { person, parts }).await?
            }
            None => hearing.hear_stranger().await?,
        };
        let is_refused = answers.iter().any(Message::is_refusal);
        for answer in answers {
            hearing.answer(answer, inbound.answers_to.clone()).await?;
        }
        hearing.work.save().await?;
        tracing::debug!(stage = "decided", "what was said is acted on");
        Ok(if is_refused { Heard::Refused } else { Heard::Taken })
    }
}

impl App {
    /// Answers what can't be acted on, now or later, so that it isn't met with silence.
    pub(super) async fn apologise(&self, inbound: &Inbound) -> Result<(), AppError> {
        let inbound = &inbound.clone().without_nul();
        let now = self.clock.now();
        let mut work = self.store.begin().await?;
        if !work.hear(&inbound.key, now).await? {
            return Ok(());
        }
        let place = work.learn_place(&inbound.room, &inbound.from, None).await?;
        let locale = Locale::new(crate::l10n::DEFAULT);
        let spoke_at = None;
        let mut hearing = Hearing { app: self, work, inbound, now, place, spoke_at, locale };
        hearing.answer(General::Broken.into(), inbound.answers_to.clone()).await?;
        Ok(hearing.work.save().await?)
    }
}

/// Whether a command may be said wherever others listen: a leader says there where group sessions
/// are announced.
fn is_for_all(name: CommandName, speaker: &Speaker) -> bool {
    let leads = speaker.parts.iter().any(|part| part.role == Role::Leader);
    matches!(name, CommandName::Help | CommandName::Apply)
        || (name == CommandName::ProgrammeChannel && leads)
}

/// What is said back: mostly one message.
pub type Answers = Vec<Message>;

impl Hearing<'_> {
    async fn hear(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        if self.is_overheard(speaker).await? && !self.is_for_anybody(speaker) {
            return Ok(self.in_private());
        }
        match &self.inbound.said {
            Said::Text { text, reply_to } => self.hear_text(speaker, text, reply_to.as_ref()).await,
            Said::Command(spoken) => self.command(speaker, spoken).await,
            Said::File { .. } if self.inbound.room.kind == RoomKind::Shared => {
                Ok(self.in_private())
            }
            Said::File { name, bytes, text } => self.hear_file(speaker, name, bytes, text).await,
            Said::FileTooLarge => Ok(vec![General::FileTooLarge { megabytes: 5 }.into()]),
            Said::Wordless => {
                let help = self.verb(crate::domain::command::CommandName::Help);
                Ok(vec![General::WordsOnly { help: Code(help) }.into()])
            }
            Said::Correction => Ok(vec![General::Correction.into()]),
            Said::Press { token } => match token.parse() {
                Ok(press) => self.press(speaker, press).await,
                Err(_) => Ok(vec![General::Outdated.into()]),
            },
            Said::Reaction { to, symbol } => self.hear_reaction(speaker, to, symbol).await,
            Said::Unreadable => Ok(vec![General::Unreadable.into()]),
            Said::Arrived { .. } => Ok(self.arrived()),
        }
    }

    /// What is said where the bot was brought to.
    fn arrived(&self) -> Answers {
        let Said::Arrived { lacks } = self.inbound.said else { return vec![] };
        vec![match lacks {
            None => {
                let create = self.usage(CommandName::ProgrammeCreate);
                General::Arrived { create, join: self.usage(CommandName::Join) }.into()
            }
            Some(Lack::SeeingChannels) => General::LacksChannels.into(),
            Some(Lack::OpeningThreads) => General::LacksThreads.into(),
            Some(Lack::WritingInThreads) => General::LacksWriting.into(),
            Some(Lack::ReadingHistory) => General::LacksHistory.into(),
        }]
    }

    /// Whether others listen than the one with whom the speaker is a pair.
    async fn is_overheard(&mut self, speaker: &Speaker) -> Result<bool, AppError> {
        if self.inbound.room.kind != RoomKind::Shared {
            return Ok(false);
        }
        let place = self.work.place(self.place).await?;
        let Some(pair) = place.and_then(|place| place.pair) else { return Ok(true) };
        let pair = self.work.pair(pair).await?;
        Ok(pair.is_none_or(|pair| pair.half_of(speaker.person.id).is_none()))
    }

    /// Whether it may be answered wherever it is said.
    fn is_for_anybody(&self, speaker: &Speaker) -> bool {
        match &self.inbound.said {
            Said::Command(spoken) => is_for_all(spoken.name, speaker),
            Said::Text { text, .. } => {
                let spoken = self.app.lexicon.vocabulary.recognise(text);
                spoken.is_ok_and(|spoken| is_for_all(spoken.name, speaker))
            }
            Said::File { .. }
            | Said::FileTooLarge
            | Said::Wordless
            | Said::Correction
            | Said::Press { .. }
            | Said::Reaction { .. }
            | Said::Unreadable
            | Said::Arrived { .. } => false,
        }
    }

    /// Others listen. What people do for each other, with an emoji, needs no answer there.
    fn in_private(&self) -> Answers {
        match self.inbound.said {
            Said::Reaction { .. } | Said::Wordless | Said::Correction | Said::Arrived { .. } => {
                vec![]
            }
            Said::Text { .. }
            | Said::Command(_)
            | Said::File { .. }
            | Said::FileTooLarge
            | Said::Press { .. }
            | Said::Unreadable => vec![General::InPrivate.into()],
        }
    }

    /// Promises an answer to where the question came from.
    async fn answer(
        &mut self,
        message: Message,
        reply_to: Option<MessageRef>,
    ) -> Result<(), AppError> {
        let urgency = Urgency::Answer;
        let letter = NewLetter {
            receiver: Receiver::Place(self.place),
            programme: None,
            message,
            urgency,
            due_at: self.now,
            stale_at: self.now + urgency.stale_after(),
            reply_to,
        };
        self.work.promise(&letter, self.now).await?;
        Ok(())
    }

    /// Promises something to somebody else, because of what was said.
    async fn tell(&mut self, notice: &Notice, held: &Held) -> Result<(), AppError> {
        self.app.promise(&mut self.work, notice, held.under(), self.now, self.now).await
    }

    /// Keeps something until it is confirmed.
    async fn begin(&mut self, speaker: &Speaker, draft: &Draft) -> Result<DraftId, AppError> {
        Ok(self.work.add_draft(speaker.person.id, self.place, draft, self.now).await?)
    }

    /// The same, for somebody else to confirm.
    async fn begin_for(&mut self, person: PersonId, draft: &Draft) -> Result<DraftId, AppError> {
        Ok(self.work.add_draft(person, self.place, draft, self.now).await?)
    }

    /// What somebody's own clock showed when they spoke: "tomorrow" that was written yesterday,
    /// while the bot was down, is today.
    fn local_now(&self, zone: &TimeZone) -> DateTime {
        zone.to_datetime(self.inbound.said_at.min(self.now))
    }

    /// What to type for a command, in the language of whoever asked. Which programme is meant has
    /// to be said by few, and is asked for.
    fn usage(&self, command: CommandName) -> Code {
        let usage = self.app.words.of_command(&self.locale, command, "usage");
        Code(crate::l10n::without_programme(&usage).to_owned())
    }

    /// A complete example of a command.
    fn example(&self, command: CommandName) -> Code {
        Code(self.app.words.of_command(&self.locale, command, "example"))
    }

    /// The words that stand for a command, as people say them.
    fn verb(&self, command: CommandName) -> String {
        let key = format!("command-{}", command.key());
        self.app.words.list(&self.locale, &key).into_iter().next().unwrap_or_default()
    }
}
