//! What people read before they begin is sent at its pace.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        ids::{LessonId, PersonId, ProgrammeId},
        locale::Locale,
        message::{Code, Message, training::TrainingSays as Says},
        notice::{Notice, Urgency},
        programme::{Outline, ProgrammeState},
        role::Role,
        sparing::Rank,
        training::{Lesson, Material, Topic},
    },
    store::Work,
};

impl App {
    /// Sends those something to read whose turn it is.
    pub(super) async fn train(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.programmes_to_train(now).await?;
        drop(work);
        each_due!(
            self,
            "the texts of a programme",
            due,
            |work, id| self.train_now(&mut work, id, now),
            work.put_training(id, Some(now + UNTIL_MENDED), now),
        );
        Ok(())
    }

    async fn train_now(
        &self,
        work: &mut Work,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let next_at = self.train_in(work, id, now).await?;
        Ok(work.put_training(id, next_at, now).await?)
    }

    /// The same in one programme. Says when to look again, if ever.
    async fn train_in(
        &self,
        work: &mut Work,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, AppError> {
        let Some((row, outline)) = self.programme(work, id).await? else { return Ok(None) };
        let zone = &outline.time_zone;
        let today = zone.to_datetime(now).date();
        if row.state == ProgrammeState::Closed || outline.is_over(today) {
            return Ok(None);
        }
        let tomorrow =
            today.tomorrow().ok().and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        if matches!(row.state, ProgrammeState::Paused { .. }) {
            return Ok(tomorrow);
        }
        let mut roles = BTreeMap::<PersonId, Vec<Role>>::new();
        for member in work.members(id).await? {
            if member.has_joined && member.paused_since.is_none() {
                roles.entry(member.person).or_default().push(member.role);
            }
        }
        for (person, roles) in roles {
            let Some(last_at) = work.last_lesson(id, person).await? else { continue };
            let sent = work.lessons_of(id, person).await?;
            let Some(lesson) = outline.training.due(&roles, &sent, last_at, now) else { continue };
            let lesson_id = work.add_lesson(id, person, &lesson.key, now).await?;
            let locale = work.person(person).await?.map(|person| person.locale);
            let locale = locale.unwrap_or_else(|| outline.locale.clone());
            let says = put(lesson, lesson_id, &roles, &outline, self.words.choose(&locale));
            let notice = Notice::to_person(person, says, Urgency::Sparing(Rank::Material));
            self.promise(work, &notice, Under::of(&row, &outline), now, now).await?;
        }
        Ok(tomorrow)
    }
}

/// How a lesson is put to somebody with these roles.
fn put(
    lesson: &Lesson,
    id: LessonId,
    roles: &[Role],
    outline: &Outline,
    locale: &Locale,
) -> Message {
    let (number, of) = outline.training.place(&lesson.key, roles).unwrap_or((1, 1));
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (number, of) = (count(number), count(of));
    let programme = outline.names.get(locale).to_owned();
    match &lesson.material {
        Material::Library(topic) => match topic {
            Topic::FirstMeeting => Says::FirstMeeting { lesson: id, programme, number, of },
            Topic::Listening => Says::Listening { lesson: id, programme, number, of },
            Topic::Questions => Says::Questions { lesson: id, programme, number, of },
            Topic::Goals => Says::Goals { lesson: id, programme, number, of },
            Topic::Confidentiality => Says::Confidentiality { lesson: id, programme, number, of },
            Topic::Difficulties => Says::Difficulties { lesson: id, programme, number, of },
            Topic::Leading => Says::Leading { lesson: id, programme, number, of },
        },
        Material::Own { words, link, question } => {
            let words = words.get(locale).to_owned();
            let link = link.clone().map(|link| Says::Link { link }.into());
            let question = question
                .as_ref()
                .map(|words| Says::Question { words: words.get(locale).to_owned() }.into());
            let lines: Vec<Message> = link.into_iter().chain(question).collect();
            if lines.is_empty() {
                Says::Own { lesson: id, programme, number, of, words }
            } else {
                Says::OwnMore { lesson: id, programme, number, of, words, lines }
            }
        }
    }
    .into()
}

/// What a lesson is about.
pub(super) fn title(lesson: &Lesson) -> Message {
    let says = match lesson.material {
        Material::Library(topic) => match topic {
            Topic::FirstMeeting => Says::TitleFirstMeeting,
            Topic::Listening => Says::TitleListening,
            Topic::Questions => Says::TitleQuestions,
            Topic::Goals => Says::TitleGoals,
            Topic::Confidentiality => Says::TitleConfidentiality,
            Topic::Difficulties => Says::TitleDifficulties,
            Topic::Leading => Says::TitleLeading,
        },
        Material::Own { .. } => Says::TitleOwn { key: Code(lesson.key.clone()) },
    };
    says.into()
}
