//! Changes to group sessions: what people have to be told of is shown to the leader first.

use jiff::civil;

use super::{
    Answers, Hearing, Held, Speaker,
    gathering_plans::{bad_length, in_languages, length},
    target::found,
};
use crate::{
    app::{
        App, AppError,
        gatherings::{details, only_for},
    },
    domain::{
        command::{CommandName, Edit, Span},
        draft::Draft,
        gathering::{Answer, Gathering, LONGEST_ABOUT, LONGEST_TITLE, Plan},
        ids::GatheringId,
        locale::Translations,
        message::{Code, Message, count, gathering::GatheringSays as Says, general::General},
    },
};

impl Hearing<'_> {
    /// Changes something about one, or shows first what that would mean if people have to be told.
    pub(super) async fn edit_gathering(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        edit: Option<Edit>,
    ) -> Result<Answers, AppError> {
        let gathering = found!(self.gathering_to_come(held, number).await?);
        let Some(edit) = edit else { return Ok(vec![self.what_to_edit(number)]) };
        let plan = match self.edited(held, &gathering, edit) {
            Ok(plan) => plan,
            Err(answer) => return Ok(vec![*answer]),
        };
        let zone = &held.outline.time_zone;
        let before = &gathering.plan;
        let told = self.concerned_by(&gathering).await?;
        let title = plan.titles.clone();
        let from = gathering.plan.clone();
        let draft = Draft::Regather { gathering: gathering.id, from, plan: plan.clone() };
        let mut answers: Answers = vec![];
        if let Some(starts) = plan.starts.filter(|_| plan.starts != before.starts) {
            let Some(at) = plan.moment(zone) else { return Ok(vec![General::Outdated.into()]) };
            if held.outline.calendar.rests_on(starts.date()) {
                answers.push(Says::RestDay { on: starts.date() }.into());
            }
            let last = App::last_day(&mut self.work, held.row.id, &held.outline).await?;
            if starts.date() > last {
                answers.push(Says::AfterTheEnd { on: last }.into());
            }
            let draft = self.begin(speaker, &draft).await?;
            answers.push(match before.moment(zone) {
                Some(from) => Says::EchoMove { draft, title, from, at, count: told }.into(),
                None => Says::EchoTime { draft, title, at }.into(),
            });
            return Ok(answers);
        }
        if plan.place != before.place
            && told > 0
            && let (Some(place), Some(at)) = (plan.place.clone(), plan.moment(zone))
        {
            let draft = self.begin(speaker, &draft).await?;
            return Ok(vec![Says::EchoPlace { draft, title, at, place, count: told }.into()]);
        }
        let excluded = self.excluded(&gathering, &plan).await?;
        let then = Gathering { plan: plan.clone(), ..gathering.clone() };
        if let Some(only) = only_for(&then).filter(|_| plan.role != before.role && excluded > 0) {
            let (draft, only) = (self.begin(speaker, &draft).await?, Box::new(only));
            return Ok(vec![Says::EchoAudience { draft, title, only, count: excluded }.into()]);
        }
        self.regather(held, gathering, plan).await
    }

    /// How many have been invited whom it isn't for any longer.
    async fn excluded(&mut self, gathering: &Gathering, plan: &Plan) -> Result<i64, AppError> {
        let then = Gathering { plan: plan.clone(), ..gathering.clone() };
        let mut excluded = 0;
        for reply in self.work.replies_to(gathering.id).await? {
            let is_meant = App::is_meant(&mut self.work, &then, reply.person).await?;
            excluded += i64::from(!is_meant && reply.answer != Some(Answer::No));
        }
        Ok(excluded)
    }

    /// Has one be as it was shown.
    pub(super) async fn confirm_regathering(
        &mut self,
        speaker: &Speaker,
        id: GatheringId,
        (from, to): (&Plan, &Plan),
    ) -> Result<Answers, AppError> {
        let Some(gathering) = self.work.gathering(id).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let held = found!(self.held_by_leader(speaker, gathering.programme).await?);
        // What another leader has changed meanwhile stays.
        let plan = gathering.plan.changed(from, to);
        let zone = &held.outline.time_zone;
        if !gathering.is_to_come(zone, self.now)
            || plan.begins(zone).is_some_and(|begins| begins <= self.now)
        {
            return Ok(vec![Says::IsOver { number: gathering.number }.into()]);
        }
        self.regather(&held, gathering, plan).await
    }

    async fn regather(
        &mut self,
        held: &Held,
        mut gathering: Gathering,
        plan: Plan,
    ) -> Result<Answers, AppError> {
        let (under, state) = (held.under(), held.row.state);
        let before = gathering.plan.clone();
        self.app
            .change_gathering(&mut self.work, &mut gathering, plan, under, state, self.now)
            .await?;
        let (title, number) = (gathering.plan.titles.clone(), gathering.number);
        let at = gathering.plan.moment(&held.outline.time_zone);
        let mut lines: Vec<Message> = vec![at.map_or(Says::NoTime, |at| Says::At { at }).into()];
        lines.extend(details(&gathering, &held.outline));
        lines.extend(only_for(&gathering));
        let (was, is) = (languages(&before), languages(&gathering.plan));
        if is.0 < was.0 || is.1.is_some_and(|is| was.1.is_some_and(|was| is < was)) {
            let edit = self.for_gathering(CommandName::GatheringEdit, number);
            lines.push(Says::OneLanguage { edit }.into());
        }
        Ok(vec![Says::Changed { title, number, lines }.into()])
    }

    /// The plan after a change, or why it can't be.
    fn edited(&self, held: &Held, gathering: &Gathering, edit: Edit) -> Result<Plan, Box<Message>> {
        let mut plan = gathering.plan.clone();
        let today = held.outline.time_zone.to_datetime(self.now);
        let number = |said: i64, most: u16, least: i64| {
            let fits = u16::try_from(said).ok().filter(|n| *n <= most && said >= least);
            fits.ok_or_else(|| Box::new(Says::BadNumber { least, most: i64::from(most) }.into()))
        };
        match edit {
            Edit::Title(words) => {
                let most = LONGEST_TITLE;
                let example = self.example(CommandName::GatheringCreate);
                let says = || Says::BadTitle { most: count(most), example }.into();
                plan.titles = in_languages(&words, held, most).ok_or_else(|| Box::new(says()))?;
            }
            Edit::Time(span) if span.at <= today => {
                return Err(Box::new(Says::Past { at: span.at }.into()));
            }
            Edit::Time(Span { at, minutes }) => {
                if let Some(said) = minutes {
                    plan.minutes = length(said).ok_or_else(|| Box::new(bad_length()))?;
                }
                // The last day to answer moves along.
                let ahead = plan.starts.zip(plan.answer_by);
                let ahead = ahead.and_then(|(starts, by)| by.until(starts.date()).ok());
                plan.answer_by = match ahead {
                    Some(ahead) => at.date().checked_sub(ahead).ok().map(|by| by.max(today.date())),
                    None => plan.answer_by.filter(|by| *by <= at.date()),
                };
                plan.starts = Some(at);
            }
            Edit::Place(place) => plan.place = place,
            Edit::About(None) => plan.about = None,
            Edit::About(Some(words)) => {
                let most = count(LONGEST_ABOUT);
                let about = in_languages(&words, held, LONGEST_ABOUT);
                let says = || General::TooLong { most }.into();
                plan.about = Some(about.ok_or_else(|| Box::new(says()))?);
            }
            Edit::For(role) => plan.role = role,
            Edit::Capacity(None) => plan.capacity = None,
            Edit::Capacity(Some(said)) => plan.capacity = Some(number(said, 10_000, 1)?),
            Edit::AnswerBy(by) => {
                let is_late =
                    |by: &civil::Date| plan.starts.is_some_and(|starts| *by > starts.date());
                if let Some(on) = by.filter(is_late) {
                    return Err(Box::new(Says::AnswerByTooLate { on }.into()));
                }
                plan.answer_by = by;
            }
            Edit::Minutes(said) => {
                plan.minutes = length(said).ok_or_else(|| Box::new(bad_length()))?;
            }
        }
        Ok(plan)
    }

    /// What can be changed, as a leader types it.
    fn what_to_edit(&self, number: i64) -> Message {
        let fields = self.app.words.list(&self.locale, "gathering-edits");
        let edit = self.for_gathering(CommandName::GatheringEdit, number).0;
        let line = |field: &String| {
            let edit = Code(format!("{edit} {field}"));
            Says::CanEdit { edit }.into()
        };
        Says::WhatToEdit { number, lines: fields.iter().map(line).collect() }.into()
    }
}

/// In how many languages it has a title, and a description if it has one.
fn languages(plan: &Plan) -> (usize, Option<usize>) {
    let count = |words: &Translations| words.locales().count();
    (count(&plan.titles), plan.about.as_ref().map(count))
}
