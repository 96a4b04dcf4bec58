//! Group sessions: what is done about them when its time has come, and what follows from a change.

mod asking;
mod changing;
mod mirroring;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        attention::{Level, Matter},
        command::CommandName,
        gathering::{Gathering, Step, USUAL_MINUTES, never_comes},
        ids::{GatheringId, PersonId, ProgrammeId},
        locale::Locale,
        message::{Code, Message, gathering::GatheringSays as Says, training::TrainingSays},
        notice::{Notice, Urgency},
        programme::{Outline, ProgrammeState},
        role::Role,
    },
    store::Work,
};

/// What changes so shortly before it begins is told at once.
const SHORTLY: SignedDuration = SignedDuration::from_hours(48);

impl App {
    /// Does what is due about group sessions.
    pub(super) async fn gather(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.gatherings_due(now).await?;
        drop(work);
        each_due!(
            self,
            "a group session",
            due,
            |work, (id, step)| self.take_step(&mut work, id, step, now),
            work.put_off_gathering(id, now + UNTIL_MENDED),
        );
        Ok(())
    }

    async fn take_step(
        &self,
        work: &mut Work,
        id: GatheringId,
        step: Step,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(mut gathering) = work.gathering(id).await? else { return Ok(()) };
        if !work.gatherings_due(now).await?.contains(&(id, step)) {
            // A leader was quicker.
            return Ok(());
        }
        let Some((row, outline)) = self.programme(work, gathering.programme).await? else {
            return Ok(work.put_gathering(&gathering, None).await?);
        };
        let under = Under::of(&row, &outline);
        // Leaders prepare while nobody else hears anything yet.
        let is_preparing = step == Step::AskTime && row.state == ProgrammeState::Draft;
        let is_over = row.state == ProgrammeState::Closed;
        if !Self::is_running(row.state) && !is_preparing && !is_over {
            return Ok(work.put_gathering(&gathering, None).await?);
        }
        match step {
            Step::AskTime => {
                gathering.is_time_asked = true;
                self.ask_time(work, &gathering, under, now).await?;
            }
            Step::Invite => self.invite(work, &mut gathering, under, now).await?,
            Step::Remind(_) | Step::LastCall => {
                self.remind_of_gathering(work, &gathering, step, under, now).await?;
            }
            Step::Settle => self.look_for_absent(work, &gathering, under, now).await?,
        }
        let next = gathering.next_step(&outline, now);
        Ok(work.put_gathering(&gathering, next).await?)
    }

    /// Stores a group session, and when something is done about it next. Nothing is while its
    /// programme doesn't run, but that leaders are asked for a time before it has begun.
    pub(super) async fn plan_gathering(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        outline: &Outline,
        state: ProgrammeState,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let next = gathering.next_step(outline, now).filter(|(step, _)| match state {
            ProgrammeState::Running => true,
            ProgrammeState::Draft => *step == Step::AskTime,
            ProgrammeState::Paused { .. } => false,
            // What people have been invited to is held although the programme is over.
            ProgrammeState::Closed => !matches!(step, Step::AskTime | Step::Invite),
        });
        Ok(work.put_gathering(gathering, next).await?)
    }

    /// The same for all of a programme, which has been started, paused or set going again.
    pub(super) async fn plan_gatherings(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else { return Ok(()) };
        for gathering in work.gatherings_of(programme).await? {
            self.plan_gathering(work, &gathering, &outline, row.state, now).await?;
        }
        Ok(())
    }

    /// The roles of everybody in a programme who can be written to and takes no break.
    async fn roles_in(
        work: &mut Work,
        programme: ProgrammeId,
    ) -> Result<BTreeMap<PersonId, Vec<Role>>, AppError> {
        let mut roles = BTreeMap::<PersonId, Vec<Role>>::new();
        for member in work.members(programme).await? {
            if member.has_joined && member.paused_since.is_none() {
                roles.entry(member.person).or_default().push(member.role);
            }
        }
        Ok(roles)
    }

    /// Whether a group session is for somebody, also while they take a break.
    pub(super) async fn is_meant(
        work: &mut Work,
        gathering: &Gathering,
        person: PersonId,
    ) -> Result<bool, AppError> {
        let parts = work.parts_of(person).await?;
        let there = parts.iter().filter(|part| part.programme == gathering.programme);
        Ok(gathering.plan.is_for(&there.map(|part| part.role).collect::<Vec<_>>()))
    }

    /// Everybody whom a group session is for and who can be written to, each once.
    pub(super) async fn audience_of(
        &self,
        work: &mut Work,
        gathering: &Gathering,
    ) -> Result<Vec<PersonId>, AppError> {
        let roles = Self::roles_in(work, gathering.programme).await?;
        let invited = roles.into_iter().filter(|(_, roles)| gathering.plan.is_for(roles));
        Ok(invited.map(|(person, _)| person).collect())
    }

    /// Asks leaders when it shall be.
    async fn ask_time(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(week) = gathering.plan.week else { return Ok(()) };
        let on = under.outline.first_day_of_week(week);
        let title = gathering.plan.titles.clone();
        let leaders = work.members(under.programme).await?;
        for leader in leaders.iter().filter(|member| member.role == Role::Leader) {
            let locale = self.locale_of_leader(work, leader, under).await?;
            let edit = self.time_of_gathering(&locale, gathering.number);
            let (title, week) = (title.clone(), i64::from(week));
            let says = Says::AskTime { title, week, on, edit };
            let notice = Notice::to_person(leader.person, says.into(), Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
        }
        Ok(())
    }

    /// What a leader types to give a group session a time.
    pub(super) fn time_of_gathering(&self, locale: &Locale, number: i64) -> Code {
        let verb = self.words.of_command(locale, CommandName::GatheringMove, "verb");
        let when = self.words.list(locale, "example-time").into_iter().next().unwrap_or_default();
        Code(format!("{verb} {number} {when}"))
    }

    /// Shows leaders who never comes, once it is known who came.
    async fn look_for_absent(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let zone = &under.outline.time_zone;
        let mut noted = vec![];
        for one in work.gatherings_of(gathering.programme).await? {
            let Some(begins) = one.plan.begins(zone).filter(|begins| *begins <= now) else {
                continue;
            };
            let replies = work.replies_to(one.id).await?;
            if replies.iter().any(|reply| reply.came.is_some()) {
                noted.push((begins, one, replies));
            }
        }
        noted.sort_by_key(|(begins, ..)| std::cmp::Reverse(*begins));
        if noted.first().is_none_or(|(_, latest, _)| latest.id != gathering.id) {
            // Nobody has noted who came, so that nothing new is known.
            return Ok(());
        }
        let roles = Self::roles_in(work, gathering.programme).await?;
        for (person, roles) in roles {
            // Whoever wasn't invited, or waited in vain for a place, couldn't come.
            let could = noted.iter().filter(|(_, one, _)| one.plan.is_for(&roles));
            let theirs = could.filter_map(|(.., replies)| {
                replies.iter().find(|reply| reply.person == person && !reply.waits)
            });
            let came: Vec<_> = theirs.map(|reply| reply.came.is_some()).collect();
            let matter = Matter::NeverComes { person };
            if never_comes(&came) {
                work.watch_case(under.programme, matter, Level::Yellow, now).await?;
            } else if came.first() == Some(&true) {
                work.settle_person(under.programme, matter).await?;
            }
        }
        Ok(())
    }
}

/// What else there is to know of a group session for whoever has yet to say whether they come.
pub(super) fn details(gathering: &Gathering, outline: &Outline) -> Vec<Message> {
    let plan = &gathering.plan;
    let room = plan.capacity.map(|capacity| Says::Room { capacity: i64::from(capacity) });
    let by = plan.answer_by.map(|on| Says::AnswerBy { on });
    let more = [room, by].into_iter().flatten().map(Message::from);
    facts(gathering, outline).into_iter().chain(more).collect()
}

/// What there is to know of it for whoever comes.
pub(super) fn facts(gathering: &Gathering, outline: &Outline) -> Vec<Message> {
    let plan = &gathering.plan;
    let zone = &outline.time_zone;
    let ends = plan.ends(zone).map(|ends| zone.to_datetime(ends));
    let until = ends.filter(|_| plan.minutes != USUAL_MINUTES);
    let place = plan.place.clone().map(|place| Says::Place { place });
    let about = plan.about.clone().map(|words| Says::About { words });
    let until = until.map(|at| Says::Until { at });
    let lines = [place, until, about];
    lines.into_iter().flatten().map(Message::from).collect()
}

/// That it is only for some, if it is.
pub(super) fn only_for(gathering: &Gathering) -> Option<Message> {
    let audience = match gathering.plan.role? {
        Role::Mentor => TrainingSays::ForMentors,
        Role::Adept => TrainingSays::ForAdepts,
        Role::Leader => TrainingSays::ForLeaders,
    };
    Some(Says::OnlyFor { audience: Box::new(audience.into()) }.into())
}
