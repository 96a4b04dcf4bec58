//! Group sessions as leaders plan, change and look at them.

use jiff::ToSpan as _;

use super::{
    Answers, Hearing, Held, Speaker,
    target::{Target, found},
};
use crate::{
    app::{App, AppError, gatherings::details},
    domain::{
        command::{CommandName, Edit, GatheringCommand, Repeat, Span},
        draft::Draft,
        gathering::{
            Gathering, GatheringState, INVITED_AHEAD, LEAST_MINUTES, LONGEST_TITLE,
            MOST_GATHERINGS, MOST_MINUTES, Plan, USUAL_MINUTES,
        },
        ids::{GatheringId, ProgrammeId},
        locale::{Locale, Translations},
        message::{
            Message, count, gathering::GatheringSays as Says, general::General,
            meeting::MeetingSays,
        },
        moment::Moment,
        programme::ProgrammeState,
    },
};

/// How many of a row there are at most.
const MOST_IN_A_ROW: usize = 30;

impl Hearing<'_> {
    pub(super) async fn do_for_gathering(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        command: GatheringCommand,
    ) -> Result<Answers, AppError> {
        match command {
            GatheringCommand::Create { title, first, repeat, place } => {
                self.plan_gathering(speaker, held, &title, (first, repeat), place).await
            }
            GatheringCommand::Show { number } => self.show_gathering(held, number).await,
            GatheringCommand::Move { number, at } => {
                self.edit_gathering(speaker, held, number, Some(Edit::Time(at))).await
            }
            GatheringCommand::Edit { number, edit } => {
                self.edit_gathering(speaker, held, number, edit).await
            }
            GatheringCommand::Cancel { number } => {
                self.echo_gathering_cancel(speaker, held, number).await
            }
            GatheringCommand::Attendance { number, names } => {
                self.gathering_attendance(held, number, names.as_deref()).await
            }
            GatheringCommand::Material { number, words } => {
                self.send_material(held, number, words).await
            }
        }
    }

    /// Shows what is about to be planned, and whom it concerns.
    pub(super) async fn plan_gathering(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        title: &str,
        (first, repeat): (Span, Option<Repeat>),
        place: Option<String>,
    ) -> Result<Answers, AppError> {
        let Some(titles) = in_languages(title, held, LONGEST_TITLE) else {
            let example = self.example(CommandName::GatheringCreate);
            return Ok(vec![Says::BadTitle { most: count(LONGEST_TITLE), example }.into()]);
        };
        let zone = &held.outline.time_zone;
        let today = zone.to_datetime(self.now);
        let minutes = match first.minutes {
            None => USUAL_MINUTES,
            Some(said) => match length(said) {
                Some(minutes) => minutes,
                None => return Ok(vec![bad_length()]),
            },
        };
        let first = first.at;
        if first <= today {
            return Ok(vec![Says::Past { at: first }.into()]);
        }
        let known = self.work.gatherings_of(held.row.id).await?.len();
        let room = MOST_GATHERINGS.saturating_sub(known);
        if room == 0 {
            return Ok(vec![Says::TooMany { most: count(MOST_GATHERINGS) }.into()]);
        }
        let calendar = &held.outline.calendar;
        let mut answers = vec![];
        let days = match repeat {
            None => vec![first.date()],
            Some(repeat) => {
                let last = held.outline.ends_on().max(first.date());
                let days = repeat.days(first.date(), last, room.min(MOST_IN_A_ROW), calendar);
                if !days.left_out.is_empty() {
                    let lines = days.left_out.iter().map(|on| Says::RestDay { on: *on }.into());
                    answers.push(MeetingSays::LeftOut { lines: lines.collect() }.into());
                }
                days.on
            }
        };
        let Some(first_day) = days.first() else { return Ok(answers) };
        let rests = repeat.is_none() && calendar.rests_on(*first_day);
        let starts = first_day.to_datetime(first.time());
        let plan = Plan {
            titles: titles.clone(),
            starts: Some(starts),
            week: None,
            minutes,
            place,
            about: None,
            role: None,
            capacity: None,
            answer_by: None,
        };
        let Some(at) = plan.moment(zone) else { return Ok(vec![General::Outdated.into()]) };
        let seen = planned(held.row.id, plan.clone());
        let invited = self.app.audience_of(&mut self.work, &seen).await?.len();
        let times: Vec<_> = days.iter().map(|day| day.to_datetime(first.time())).collect();
        let draft = Draft::Gather { programme: held.row.id, plan, times: times.clone() };
        let draft = self.begin(speaker, &draft).await?;
        let mut lines = details(&seen, &held.outline);
        if rests {
            lines.push(Says::RestDay { on: *first_day }.into());
        }
        let last = App::last_day(&mut self.work, held.row.id, &held.outline).await?;
        if days.last().is_some_and(|day| *day > last) {
            lines.push(Says::AfterTheEnd { on: last }.into());
        }
        let invited = count(invited);
        let on = first_day.saturating_sub(INVITED_AHEAD.days());
        let (title, is_late) = (titles, on <= today.date());
        answers.push(if times.len() > 1 {
            let shown = times.iter().filter_map(|at| {
                let at = zone.to_timestamp(*at).ok()?;
                Some(Says::At { at: Moment::of(at, zone) }.into())
            });
            Says::PreviewRow { draft, title, count: invited, times: shown.collect(), lines }.into()
        } else if !runs(held) {
            Says::PreviewUnstarted { draft, title, at, count: invited, lines }.into()
        } else if is_late {
            Says::Preview { draft, title, at, count: invited, lines }.into()
        } else {
            Says::PreviewLater { draft, title, at, count: invited, on, lines }.into()
        });
        Ok(answers)
    }

    /// Plans what was shown. People are invited now, or three weeks before it.
    pub(super) async fn confirm_gathering(
        &mut self,
        speaker: &Speaker,
        draft: &Draft,
        at_once: bool,
    ) -> Result<Answers, AppError> {
        let Draft::Gather { programme, plan, times } = draft else {
            return Ok(vec![General::Outdated.into()]);
        };
        let programme = *programme;
        let held = found!(self.held_to_change(speaker, programme).await?);
        let zone = held.outline.time_zone.clone();
        let invite_at = (at_once && runs(&held)).then_some(self.now);
        let mut added = vec![];
        for at in times {
            let plan = Plan { starts: Some(*at), ..plan.clone() };
            if plan.begins(&zone).is_none_or(|begins| begins <= self.now) {
                continue;
            }
            let id = self.work.add_gathering(programme, None, &plan, invite_at).await?;
            let Some(gathering) = self.work.gathering(id).await? else { continue };
            let state = held.row.state;
            let work = &mut self.work;
            self.app.plan_gathering(work, &gathering, &held.outline, state, self.now).await?;
            added.push(gathering);
        }
        let Some(first) = added.first() else { return Ok(vec![General::Outdated.into()]) };
        self.remember_confirmed(speaker, draft, &[]).await?;
        let (title, number) = (first.plan.titles.clone(), first.number);
        let edit = self.for_gathering(CommandName::GatheringEdit, number);
        let Some(at) = first.plan.moment(&zone) else {
            return Ok(vec![General::Outdated.into()]);
        };
        if added.len() > 1 {
            let lines = added.iter().filter_map(|one| {
                let at = one.plan.moment(&zone)?;
                let (number, title) = (one.number, one.plan.titles.clone());
                let own = Box::new(Says::NotInvited.into());
                Some(Says::Item { number, title, at, own }.into())
            });
            return Ok(vec![Says::PlannedRow { title, lines: lines.collect(), edit }.into()]);
        }
        if !runs(&held) {
            let start = self.usage(CommandName::ProgrammeStart);
            return Ok(vec![Says::WhenStarted { title, at, start }.into()]);
        }
        if !at_once {
            let on = at.local.date().saturating_sub(INVITED_AHEAD.days());
            return Ok(vec![Says::PlannedLater { title, at, on, edit }.into()]);
        }
        let invited = self.app.audience_of(&mut self.work, first).await?.len();
        Ok(vec![Says::Planned { title, at, count: count(invited), edit }.into()])
    }

    /// Shows whom it concerns that one is called off.
    pub(super) async fn echo_gathering_cancel(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
    ) -> Result<Answers, AppError> {
        let gathering = found!(self.gathering_to_come(held, number).await?);
        let told = self.concerned_by(&gathering).await?;
        let draft = Draft::CallOff { gathering: gathering.id };
        let draft = self.begin(speaker, &draft).await?;
        let title = gathering.plan.titles;
        Ok(vec![Says::EchoCancel { draft, title, count: told }.into()])
    }

    /// Calls it off.
    pub(super) async fn call_gathering_off(
        &mut self,
        speaker: &Speaker,
        id: GatheringId,
    ) -> Result<Answers, AppError> {
        let Some(mut gathering) = self.work.gathering(id).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let held = found!(self.held_by_leader(speaker, gathering.programme).await?);
        let (title, number) = (gathering.plan.titles.clone(), gathering.number);
        if !gathering.is_to_come(&held.outline.time_zone, self.now) {
            return Ok(vec![Says::IsOver { number }.into()]);
        }
        let under = held.under();
        self.app.call_off(&mut self.work, &mut gathering, under, self.now).await?;
        Ok(vec![Says::Cancelled { title, number }.into()])
    }

    /// How many are told if it changes.
    pub(super) async fn concerned_by(&mut self, gathering: &Gathering) -> Result<i64, AppError> {
        if !matches!(gathering.state, GatheringState::Invited { .. }) {
            return Ok(0);
        }
        Ok(count(self.app.audience_of(&mut self.work, gathering).await?.len()))
    }

    /// The one with that number.
    pub(super) async fn gathering_numbered(
        &mut self,
        held: &Held,
        number: i64,
    ) -> Result<Target<Gathering>, AppError> {
        let all = self.work.gatherings_of(held.row.id).await?;
        let found = all.into_iter().find(|one| one.number == number);
        let list = self.usage(CommandName::GatheringList);
        Ok(found.map_or_else(
            || {
                let says = Says::NoSuchGathering { number, list };
                Target::Answer(vec![says.into()])
            },
            Target::Found,
        ))
    }

    pub(super) async fn gathering_to_come(
        &mut self,
        held: &Held,
        number: i64,
    ) -> Result<Target<Gathering>, AppError> {
        Ok(match self.gathering_numbered(held, number).await? {
            Target::Found(one) if !one.is_to_come(&held.outline.time_zone, self.now) => {
                Target::Answer(vec![Says::IsOver { number }.into()])
            }
            found @ (Target::Found(_) | Target::Answer(_)) => found,
        })
    }
}

/// Words in the programme's languages: "Uppstartsträff / Kickoff" is the first in its own and the
/// second in the other. None if they are too long, or there are none.
pub(super) fn in_languages(words: &str, held: &Held, most: usize) -> Option<Translations> {
    let outline = &held.outline;
    let others = outline.names.locales().filter(|locale| **locale != outline.locale);
    let locales: Vec<&Locale> = std::iter::once(&outline.locale).chain(others).collect();
    let parts: Vec<_> = words.split(" / ").map(str::trim).collect();
    let parts = if parts.len() > locales.len() { vec![words.trim()] } else { parts };
    let fit = parts.iter().all(|part| !part.is_empty() && part.chars().count() <= most);
    let all = locales.into_iter().cloned().zip(parts.into_iter().map(str::to_owned)).collect();
    Translations::new(all).filter(|_| fit)
}

/// A length in minutes, if something can be that long.
pub(super) fn length(minutes: i64) -> Option<u16> {
    let minutes = u16::try_from(minutes).ok();
    minutes.filter(|minutes| (LEAST_MINUTES..=MOST_MINUTES).contains(minutes))
}

/// That something can't be that long.
pub(super) fn bad_length() -> Message {
    let (least, most) = (i64::from(LEAST_MINUTES), i64::from(MOST_MINUTES));
    Says::BadLength { least, most }.into()
}

/// Whether people hear of what is planned.
pub(super) const fn runs(held: &Held) -> bool {
    matches!(held.row.state, ProgrammeState::Running)
}

/// Something as it would be planned.
const fn planned(programme: ProgrammeId, plan: Plan) -> Gathering {
    Gathering {
        id: GatheringId::new(0),
        programme,
        number: 0,
        key: None,
        plan,
        state: GatheringState::Planned { invite_at: None },
        is_time_asked: false,
        code: None,
        material: None,
    }
}
