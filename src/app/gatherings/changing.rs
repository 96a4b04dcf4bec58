//! What follows where a group session is planned otherwise: who is told, and who gets a place.

use jiff::Timestamp;

use super::{SHORTLY, asking::Ask, details, facts};
use crate::{
    app::{App, AppError, promise::Under},
    domain::{
        gathering::{
            Answer, Change, Gathering, GatheringState, News, Plan, Planned, Reply, changes,
            moves_up,
        },
        ids::{PersonId, ProgrammeId},
        message::{Message, Subject, gathering::GatheringSays as Says},
        moment::Moment,
        notice::{Audience, Notice, Urgency},
        programme::ProgrammeState,
    },
    store::Work,
};

impl App {
    /// Takes over what a new file plans, where the one before planned `before`. What only leaders have
    /// changed in chat stays.
    pub(in crate::app) async fn take_in_gatherings(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        before: &[Planned],
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else { return Ok(()) };
        let under = Under::of(&row, &outline);
        for change in changes(before, &outline.gatherings) {
            let all = work.gatherings_of(programme).await?;
            let known = |key: &str| all.iter().find(|one| one.key.as_deref() == Some(key)).cloned();
            let (mut gathering, plan) = match change {
                Change::New(planned) => {
                    // What was taken out of the file before may stand there again.
                    let gathering = if let Some(known) = known(&planned.key) {
                        known
                    } else {
                        let (key, plan) = (planned.key.as_str(), &planned.plan);
                        let id = work.add_gathering(programme, Some(key), plan, None).await?;
                        let Some(added) = work.gathering(id).await? else { continue };
                        added
                    };
                    let state = GatheringState::Planned { invite_at: None };
                    let mut gathering = Gathering { state, ..gathering };
                    Self::begin_anew(work, &mut gathering).await?;
                    (gathering, planned.plan.clone())
                }
                Change::Changed { from, to } => {
                    let Some(gathering) = known(&to.key) else { continue };
                    let plan = gathering.plan.changed(from, &to.plan);
                    (gathering, plan)
                }
                Change::Gone { key } => {
                    let Some(mut gathering) = known(key) else { continue };
                    if !gathering.is_to_come(&outline.time_zone, now) {
                        // What has been stays as it was.
                        continue;
                    }
                    self.call_off(work, &mut gathering, under, now).await?;
                    continue;
                }
            };
            self.change_gathering(work, &mut gathering, plan, under, row.state, now).await?;
        }
        self.plan_gatherings(work, programme, now).await
    }

    /// Has a group session be as planned from now on, and tells those whom that concerns.
    pub(in crate::app) async fn change_gathering(
        &self,
        work: &mut Work,
        gathering: &mut Gathering,
        plan: Plan,
        under: Under<'_>,
        state: ProgrammeState,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let before = std::mem::replace(&mut gathering.plan, plan);
        let zone = &under.outline.time_zone;
        let news = gathering.plan.news(&before);
        let was_open = matches!(gathering.state, GatheringState::Invited { .. })
            && before.begins(zone).is_some_and(|begins| begins > now);
        if was_open && gathering.plan.starts.is_none() {
            // It has no time any longer: whoever was invited hears of it again when it has one.
            let invite_at = None;
            self.tell_off(work, gathering, &before, under, now).await?;
            Self::begin_anew(work, gathering).await?;
            gathering.state = GatheringState::Planned { invite_at };
        }
        if was_open && news == News::Moved && gathering.plan.starts.is_some() {
            // They are asked anew, and left in peace for a while.
            gathering.state = GatheringState::Invited { at: now };
        }
        self.plan_gathering(work, gathering, under.outline, state, now).await?;
        if was_open {
            work.mirror_gathering(gathering.id, now).await?;
        }
        if !was_open || !gathering.is_open(zone, now) {
            return Ok(());
        }
        if gathering.plan.role != before.role {
            self.change_audience(work, gathering, under, now).await?;
        }
        match news {
            News::Moved => self.tell_moved(work, gathering, &before, under, now).await?,
            News::Elsewhere => self.tell_elsewhere(work, gathering, under, now).await?,
            News::Nothing => {}
        }
        self.fill_places(work, gathering, under, now).await
    }

    /// What people have said of it before is said of something else, and leaders are asked anew for a
    /// time.
    async fn begin_anew(work: &mut Work, gathering: &mut Gathering) -> Result<(), AppError> {
        gathering.is_time_asked = false;
        Ok(work.forget_replies(gathering.id).await?)
    }

    /// It is for others now: those for whom it isn't any longer give their places back and hear of it,
    /// and the others are invited.
    async fn change_audience(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let audience = self.audience_of(work, gathering).await?;
        let replies = work.replies_to(gathering.id).await?;
        for reply in &replies {
            if Self::is_meant(work, gathering, reply.person).await? {
                continue;
            }
            // If it is for them again one day, they are asked like everybody else.
            work.forget_reply(gathering.id, reply.person).await?;
            let is_unheard = Self::unask(work, gathering, reply.person, now).await?;
            if !is_unheard && reply.answer != Some(Answer::No) {
                let says = |at| {
                    let (gathering, title) = (gathering.id, gathering.plan.titles.clone());
                    Says::NoLongerForYou { gathering, title, at }
                };
                self.tell_of_gathering(work, gathering, reply.person, (says, None), under, now)
                    .await?;
            }
        }
        let Some(begins) = gathering.plan.begins(&under.outline.time_zone) else { return Ok(()) };
        let is_new = |person: &&PersonId| {
            let known = replies.iter().find(|reply| reply.person == **person);
            known.is_none()
        };
        for person in audience.iter().filter(is_new) {
            // That it isn't for them needn't be said any longer.
            Self::unask(work, gathering, *person, now).await?;
            self.ask(work, gathering, *person, begins, Ask::Wanted, under, now).await?;
        }
        Ok(())
    }

    /// Calls a group session off, and tells those who have been invited.
    pub(in crate::app) async fn call_off(
        &self,
        work: &mut Work,
        gathering: &mut Gathering,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        if gathering.is_open(&under.outline.time_zone, now) {
            let plan = gathering.plan.clone();
            self.tell_off(work, gathering, &plan, under, now).await?;
            work.mirror_gathering(gathering.id, now).await?;
        }
        gathering.state = GatheringState::Cancelled;
        Ok(work.put_gathering(gathering, None).await?)
    }

    /// Gives places that are free to those who wait for one, and tells them.
    pub(in crate::app) async fn fill_places(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        if !gathering.is_open(&under.outline.time_zone, now) {
            return Ok(());
        }
        let replies = work.replies_to(gathering.id).await?;
        let up = moves_up(&replies, gathering.plan.capacity);
        for reply in replies.iter().filter(|reply| up.contains(&reply.person)) {
            work.put_reply(gathering.id, &Reply { waits: false, ..*reply }).await?;
            let says = |at| {
                let (gathering, title, lines) =
                    (gathering.id, gathering.plan.titles.clone(), facts(gathering, under.outline));
                Says::MovedUp { gathering, title, at, lines }
            };
            self.tell_of_gathering(work, gathering, reply.person, (says, None), under, now).await?;
        }
        Ok(())
    }

    /// Those who may still come hear that it is at another time.
    async fn tell_moved(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        before: &Plan,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let zone = &under.outline.time_zone;
        let Some(was) = before.begins(zone) else { return Ok(()) };
        let lines = details(gathering, under.outline);
        let title = gathering.plan.titles.clone();
        let replies = work.replies_to(gathering.id).await?;
        for person in everybody(&self.audience_of(work, gathering).await?, &replies) {
            let reply = replies.iter().find(|one| one.person == person);
            let is_unheard = Self::unask(work, gathering, person, now).await?;
            if (reply.is_none() || (is_unheard && reply.is_some_and(|one| one.answer.is_none())))
                && let Some(begins) = gathering.plan.begins(zone)
            {
                // They have never heard of the other time.
                self.ask(work, gathering, person, begins, Ask::Wanted, under, now).await?;
                continue;
            }
            let says = |at: Moment, from: Moment| {
                let (gathering, title, lines) = (gathering.id, title.clone(), lines.clone());
                Says::Moved { gathering, title, from, at, lines }
            };
            let theirs = work.person(person).await?;
            let theirs = theirs.map(|person| person.zone_in(zone).clone());
            let from = Moment::of(was, theirs.as_ref().unwrap_or(zone));
            self.tell_of_gathering(
                work,
                gathering,
                person,
                (|at| says(at, from), Some(was)),
                under,
                now,
            )
            .await?;
        }
        let Some(at) = gathering.plan.moment(zone) else { return Ok(()) };
        let from = Moment::of(was, zone);
        let says = Says::AnnouncedMoved { gathering: gathering.id, title, from, at, lines };
        self.tell_channel(work, says, under, now).await
    }

    /// Those who come or haven't settled it hear that it is at another place.
    async fn tell_elsewhere(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let replies = work.replies_to(gathering.id).await?;
        for person in concerned(&self.audience_of(work, gathering).await?, &replies) {
            let says = |at| {
                let (gathering, title, lines) =
                    (gathering.id, gathering.plan.titles.clone(), facts(gathering, under.outline));
                Says::Elsewhere { gathering, title, at, lines }
            };
            self.tell_of_gathering(work, gathering, person, (says, None), under, now).await?;
        }
        Ok(())
    }

    /// Those who come or haven't settled it hear that it is called off.
    async fn tell_off(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        was: &Plan,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let gone = Gathering { plan: was.clone(), ..gathering.clone() };
        let replies = work.replies_to(gone.id).await?;
        for person in concerned(&self.audience_of(work, &gone).await?, &replies) {
            if Self::unask(work, &gone, person, now).await? {
                continue;
            }
            let says = |at| {
                let (gathering, title) = (gone.id, gone.plan.titles.clone());
                Says::CalledOff { gathering, title, at }
            };
            self.tell_of_gathering(work, &gone, person, (says, None), under, now).await?;
        }
        let Some(at) = was.moment(&under.outline.time_zone) else { return Ok(()) };
        let says = Says::AnnouncedOff { gathering: gone.id, title: was.titles.clone(), at };
        self.tell_channel(work, says, under, now).await
    }

    /// Takes back what somebody hasn't got yet about a group session. True if that was the invitation:
    /// then they have never heard of it, and needn't hear that it isn't any longer.
    async fn unask(
        work: &mut Work,
        gathering: &Gathering,
        person: PersonId,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        let mut was_invitation = false;
        for (letter, message) in work.waiting_in(person, gathering.programme).await? {
            if message.subject() == Some(Subject::Gathering(gathering.id))
                && work.cancel_letter(letter, now).await?
            {
                was_invitation |= matches!(message, Message::Gathering(Says::Invite { .. }));
            }
        }
        Ok(was_invitation)
    }

    /// Tells somebody of a change, with its time on their clock: at once if it begins soon.
    async fn tell_of_gathering(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        person: PersonId,
        (says, was): (impl Fn(Moment) -> Says, Option<Timestamp>),
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let zone = &under.outline.time_zone;
        let (Some(person), Some(begins)) =
            (work.person(person).await?, gathering.plan.begins(zone))
        else {
            return Ok(());
        };
        let at = Moment::of(begins, person.zone_in(zone));
        // Nobody shall come to what was moved, or is called off: what begins soon, or would have before
        // anything may be sent again, is told at once.
        let earliest = was.map_or(begins, |was| was.min(begins));
        let opens = under.outline.calendar.next_open(now, &person.hours_in(zone));
        let is_soon = now + SHORTLY > earliest || opens.is_none_or(|opens| opens >= earliest);
        let urgency = if is_soon { Urgency::AtOnce } else { Urgency::InHours };
        let notice = Notice::to_person(person.id, says(at).into(), urgency);
        self.promise(work, &notice, under, now, now).await
    }

    /// Says something where a programme's group sessions are announced, if they are. It calls nobody
    /// by name, so that it takes none of anybody's few messages.
    pub(super) async fn tell_channel(
        &self,
        work: &mut Work,
        says: Says,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(place) = work.channel_of(under.programme).await? else { return Ok(()) };
        let notice =
            Notice { to: Audience::Place(place), message: says.into(), urgency: Urgency::InHours };
        self.promise(work, &notice, under, now, now).await
    }
}

/// Those whom a change concerns: whoever is invited, but for those who have said that they don't come,
/// and whoever has a place or waits for one, also while they take a break.
fn concerned(audience: &[PersonId], replies: &[Reply]) -> Vec<PersonId> {
    let reply_of = |person: &PersonId| replies.iter().find(|reply| reply.person == *person);
    let comes =
        |person: &PersonId| reply_of(person).is_none_or(|reply| reply.answer != Some(Answer::No));
    let mut concerned: Vec<_> = audience.iter().copied().filter(comes).collect();
    let others = replies.iter().filter(|reply| reply.has_place() || reply.waits);
    concerned.extend(others.map(|reply| reply.person).filter(|person| !audience.contains(person)));
    concerned
}

/// Everybody who is invited, and whoever has a place or waits for one.
fn everybody(audience: &[PersonId], replies: &[Reply]) -> Vec<PersonId> {
    let others = replies.iter().filter(|reply| reply.has_place() || reply.waits);
    let others = others.map(|reply| reply.person).filter(|person| !audience.contains(person));
    audience.iter().copied().chain(others).collect()
}
