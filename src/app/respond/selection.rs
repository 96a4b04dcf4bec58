//! A leader's commands about applications: reading them, judging them, deciding about them.

use super::{
    Answers, Hearing, Held, Speaker,
    people::role_line,
    target::{Target, found},
};
use crate::{
    app::AppError,
    domain::{
        application::{Application, Decision},
        command::CommandName,
        ids::PersonId,
        message::{Code, Message, count, selection::SelectionSays as Says},
        role::Role,
    },
    store::Assessment,
};

impl Hearing<'_> {
    pub(super) async fn list_applications(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let all = self.work.applications_to(held.row.id).await?;
        let awaited = self.awaited_consents(held).await?;
        if all.is_empty() {
            let mut answers: Answers = vec![Says::NoApplications { programme }.into()];
            answers.extend(awaited);
            return Ok(answers);
        }
        let assessments = self.work.assessments(held.row.id).await?;
        let line = |application: &Application| {
            let state = Box::new(state(application, &all).into());
            let points = Box::new(points(application, &assessments, speaker.person.id, held));
            let (number, name, role) = named(application);
            if application.person == speaker.person.id {
                return Says::ItemOwn { number, name, role }.into();
            }
            Says::Item { number, name, role, state, points }.into()
        };
        let lines = all.iter().map(line).collect();
        let mut answers: Answers =
            vec![Says::List { programme, count: count(all.len()), lines }.into()];
        answers.extend(awaited);
        Ok(answers)
    }

    pub(super) async fn show_application(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
    ) -> Result<Answers, AppError> {
        let all = self.work.applications_to(held.row.id).await?;
        let application = found!(numbered(&all, number, speaker));
        let handed = self.handed_letter(application, &all, held).await?;
        let assessments = self.work.assessments(held.row.id).await?;
        let lines = held
            .outline
            .recruitment
            .as_ref()
            .map(|recruitment| self.answers_in(application, held, recruitment));
        let state = Box::new(state(application, &all).into());
        let points = Box::new(points(application, &assessments, speaker.person.id, held));
        let (number, name, role) = named(application);
        let lines = lines.unwrap_or_default();
        let mut answers: Answers =
            vec![Says::Show { number, name, role, state, lines, points }.into()];
        let zone = held.outline.time_zone.clone();
        if let Some(consent) = application.consent.clone() {
            let on = zone.to_datetime(consent.at).date();
            answers.push(Says::Consented { guardian: consent.guardian, on }.into());
        }
        let notes = self.work.application_notes(application.id).await?.into_iter();
        let note =
            |(name, words, at)| Says::Note { name, on: zone.to_datetime(at).date(), words }.into();
        let lines: Vec<Message> = notes.map(note).collect();
        if !lines.is_empty() {
            answers.push(Says::Notes { lines }.into());
        }
        answers.extend(handed);
        Ok(answers)
    }

    /// Keeps what a leader thinks of an application, and shows what the others do.
    pub(super) async fn score_application(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        given: &[u8],
    ) -> Result<Answers, AppError> {
        let all = self.work.applications_to(held.row.id).await?;
        let application = found!(numbered(&all, number, speaker));
        let criteria = held.outline.recruitment.as_ref().map(|one| one.criteria.as_slice());
        let criteria = criteria.unwrap_or_default();
        if criteria.is_empty() {
            let show = self.usage(CommandName::ProgrammeShow);
            return Ok(vec![Says::NoCriteria { show }.into()]);
        }
        let fits = given.len() == criteria.len()
            && given.iter().zip(criteria).all(|(points, one)| (1..=one.most).contains(points));
        if !fits {
            let lines = criteria.iter().map(|one| {
                let words = one.words.get(&self.locale).to_owned();
                Says::CriterionItem { words, most: i64::from(one.most) }.into()
            });
            let most: Vec<_> = criteria.iter().map(|one| one.most.to_string()).collect();
            let verb = self.verb(CommandName::ApplicationsScore);
            let example = Code(format!("{verb} {number} {}", most.join(" ")));
            return Ok(vec![Says::BadPoints { lines: lines.collect(), example }.into()]);
        }
        let by = speaker.person.id;
        let (number, name, _) = named(application);
        let known = self.work.assessments(held.row.id).await?;
        let known: Vec<_> =
            known.into_iter().filter(|one| one.application == application.id).collect();
        let (own, others): (Vec<_>, Vec<_>) = known.iter().partition(|one| one.by == by);
        if !own.is_empty() && !others.is_empty() {
            // They have seen what others think, and it would no longer be their own judgement.
            let points = Box::new(points(application, &known, by, held));
            return Ok(vec![Says::PointsStand { number, name, points }.into()]);
        }
        self.work.put_assessment(application.id, by, given, self.now).await?;
        let assessments = self.work.assessments(held.row.id).await?;
        let points = Box::new(points(application, &assessments, by, held));
        Ok(vec![Says::Scored { number, name, points }.into()])
    }

    pub(super) async fn note_application(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        words: &str,
    ) -> Result<Answers, AppError> {
        let all = self.work.applications_to(held.row.id).await?;
        let application = found!(numbered(&all, number, speaker));
        let by = speaker.person.id;
        self.work.add_application_note(application.id, by, words, self.now).await?;
        let (number, name, _) = named(application);
        Ok(vec![Says::Noted { number, name }.into()])
    }
}

/// The application that leaders call so.
pub(super) fn numbered<'a>(
    all: &'a [Application],
    number: i64,
    speaker: &Speaker,
) -> Target<&'a Application> {
    match all.iter().find(|application| application.number == number) {
        // Who leads may apply as well, and others choose then.
        Some(application) if application.person == speaker.person.id => {
            Target::Answer(vec![Says::OwnApplication.into()])
        }
        Some(application) => Target::Found(application),
        None => Target::Answer(vec![Says::NoSuchApplication { number }.into()]),
    }
}

pub(super) fn named(application: &Application) -> (i64, String, Box<Message>) {
    let role = role_line(application.role.unwrap_or(Role::Adept));
    (application.number, application.name.clone().unwrap_or_default(), Box::new(role))
}

/// How it stands with an application among all others.
pub(super) fn state(application: &Application, all: &[Application]) -> Says {
    let decided = application.decided;
    let is_told = application.untold().is_none();
    let place = count(
        waiting(all, application.role)
            .position(|one| one.id == application.id)
            .map_or(0, |nth| nth + 1),
    );
    Says::state(decided.map(|decided| decided.decision), is_told, place)
}

/// Those who wait for a place in a role, the first of them first.
pub(super) fn waiting(
    all: &[Application],
    role: Option<Role>,
) -> impl Iterator<Item = &Application> {
    let mut waiting: Vec<_> = all
        .iter()
        .filter(|one| one.role == role)
        .filter_map(|one| one.decided.map(|decided| (decided, one)))
        .filter(|(decided, _)| decided.decision == Decision::Waiting)
        .collect();
    waiting.sort_by_key(|(decided, one)| (decided.at, one.number));
    waiting.into_iter().map(|(_, one)| one)
}

/// What leaders think of an application, as one of them may see it: what others think only once
/// they have said what they think themselves.
pub(super) fn points(
    application: &Application,
    assessments: &[Assessment],
    reader: PersonId,
    held: &Held,
) -> Message {
    let theirs: Vec<_> =
        assessments.iter().filter(|one| one.application == application.id).collect();
    if theirs.is_empty() {
        return Says::PointsNone.into();
    }
    if !theirs.iter().any(|one| one.by == reader) {
        return Says::PointsHidden { count: count(theirs.len()) }.into();
    }
    let criteria = held.outline.recruitment.as_ref().map(|one| one.criteria.as_slice());
    let most = criteria.unwrap_or_default().iter().map(|one| i64::from(one.most)).sum();
    let line = |one: &&Assessment| {
        let sum = one.points.iter().map(|points| i64::from(*points)).sum();
        let points = one.points.iter().map(ToString::to_string).collect();
        Says::PointsBy { name: one.name.clone(), sum, most, points }.into()
    };
    Says::PointsGiven { lines: theirs.iter().map(line).collect() }.into()
}
