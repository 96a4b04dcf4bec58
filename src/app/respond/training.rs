//! What people read before they begin: a leader lets it begin, and whoever has read something says
//! so.

use super::{Answers, Hearing, Held, Speaker, target::found};
use crate::{
    app::{AppError, training::title},
    domain::{
        command::CommandName,
        draft::Draft,
        ids::{LessonId, ProgrammeId},
        message::{Message, general::General, training::TrainingSays as Says},
        role::Role,
        training::Lesson,
    },
};

impl Hearing<'_> {
    /// What there is to read, and how many have read it. Who has is nobody else's business.
    pub(super) async fn show_training(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let training = &held.outline.training;
        if training.lessons.is_empty() {
            let show = self.usage(CommandName::ProgrammeShow);
            return Ok(vec![Says::Nothing { programme, show }.into()]);
        }
        if self.work.trains_since(held.row.id).await?.is_none() {
            let draft = Draft::Train { programme: held.row.id };
            let draft = self.begin(speaker, &draft).await?;
            let every = i64::from(training.every_days);
            let line = |lesson: &Lesson| Says::Item {
                what: Box::new(title(lesson)),
                audience: audience(lesson),
            };
            let lines = training.lessons.iter().map(line).map(Message::from).collect();
            return Ok(vec![Says::ShowBefore { draft, programme, every, lines }.into()]);
        }
        let counts = self.work.lesson_counts(held.row.id).await?;
        let line = |lesson: &Lesson| {
            let counted = counts.iter().find(|(key, _, _)| *key == lesson.key);
            let (sent, done) = counted.map_or((0, 0), |(_, sent, done)| (*sent, *done));
            Says::ItemCounted {
                what: Box::new(title(lesson)),
                audience: audience(lesson),
                sent,
                done,
            }
            .into()
        };
        let lines = training.lessons.iter().map(line).collect();
        Ok(vec![Says::Show { programme, lines }.into()])
    }

    /// Lets it begin.
    pub(super) async fn begin_training(
        &mut self,
        speaker: &Speaker,
        programme: ProgrammeId,
    ) -> Result<Answers, AppError> {
        let held = found!(self.held_to_change(speaker, programme).await?);
        if self.work.trains_since(programme).await?.is_none() {
            self.work.put_training(programme, Some(self.now), self.now).await?;
        }
        Ok(vec![Says::Begun { programme: held.name(&self.locale) }.into()])
    }

    /// Somebody has read what they were given.
    pub(super) async fn learnt(
        &mut self,
        speaker: &Speaker,
        lesson: LessonId,
    ) -> Result<Answers, AppError> {
        let finished = self.work.finish_lesson(lesson, speaker.person.id, self.now).await?;
        let Some(programme) = finished else { return Ok(vec![General::NotYours.into()]) };
        let Some(held) = self.held(programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let parts = speaker.parts.iter().filter(|part| part.programme == programme);
        let roles: Vec<_> = parts.map(|part| part.role).collect();
        let read = self.work.lessons_read(programme, speaker.person.id).await?;
        let has_read = |lesson: &Lesson| read.contains(&lesson.key);
        Ok(vec![if held.outline.training.lessons_for(&roles).all(has_read) {
            Says::AllDone.into()
        } else {
            Says::Done.into()
        }])
    }
}

/// For whom it is.
fn audience(lesson: &Lesson) -> Box<Message> {
    let says = match lesson.role {
        None => Says::ForAll,
        Some(Role::Mentor) => Says::ForMentors,
        Some(Role::Adept) => Says::ForAdepts,
        Some(Role::Leader) => Says::ForLeaders,
    };
    Box::new(says.into())
}
