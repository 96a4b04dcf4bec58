//! Whether a letter is still worth sending, and when it may leave.

use jiff::{SignedDuration, Timestamp};

use super::{App, AppError, promise::seed};
use crate::{
    domain::{
        attention::CaseState,
        gathering::Reply,
        ids::{GatheringId, PersonId},
        letter::{Reason, Receiver},
        message::{
            Message, attention::AttentionSays, gathering::Awaited, nudge::Nudge,
            programme::ProgrammeSays,
        },
        moment::Moment,
        notice::Urgency,
        nudge::still_asked,
        person::Member,
        press::Press,
        programme::Outline,
        proposal::Proposal,
        role::Role,
        sparing::{Ceiling, Full},
    },
    store::{Envelope, Work},
};

/// What is to be done with a letter before it is handed to a platform.
pub(super) enum Verdict {
    Go { message: Message },
    Wait { until: Timestamp, reason: Reason },
    Drop { reason: Reason },
}

impl App {
    /// Whether a letter is still worth sending, and whether it may leave now. What was handed to
    /// a platform once may have arrived, so it is only kept for decent hours.
    pub(super) async fn judge(
        &self,
        envelope: &Envelope,
        now: Timestamp,
    ) -> Result<Verdict, AppError> {
        let go = |message: &Message| Verdict::Go { message: message.clone() };
        let may_have_left = envelope.first_try_at.is_some();
        if now > envelope.stale_at && !may_have_left {
            return Ok(Verdict::Drop { reason: Reason::Stale });
        }
        let mut work = self.store.look().await?;
        let mut message = envelope.message.clone();
        if let Message::Nudge(nudge) = &envelope.message
            && !may_have_left
        {
            match self.still_asked(&mut work, nudge, envelope.receiver).await? {
                Some(nudge) => message = Message::Nudge(nudge),
                None => return Ok(Verdict::Drop { reason: Reason::Overtaken }),
            }
        }
        if !may_have_left && !self.is_still_open(&mut work, envelope).await? {
            return Ok(Verdict::Drop { reason: Reason::Overtaken });
        }
        if let (Message::Attention(_), Receiver::Person(person), Some(programme)) =
            (&envelope.message, envelope.receiver, envelope.programme)
        {
            // Whoever leads no longer hears no more of the pairs.
            let parts = work.parts_of(person).await?;
            let leads = |part: &Member| part.programme == programme && part.role == Role::Leader;
            if !parts.iter().any(leads) || !self.is_case_open(&mut work, &envelope.message).await? {
                return Ok(Verdict::Drop { reason: Reason::Overtaken });
            }
        }
        let Some(programme) = envelope.programme else { return Ok(go(&message)) };
        let Some((_, outline)) = self.programme(&mut work, programme).await? else {
            return Ok(Verdict::Drop { reason: Reason::Overtaken });
        };
        let person = match envelope.receiver {
            Receiver::Person(person) | Receiver::Among(_, person) => person,
            Receiver::Pair(pair) => match work.pair(pair).await? {
                Some(pair) => pair.adept.person,
                None => return Ok(Verdict::Drop { reason: Reason::Overtaken }),
            },
            Receiver::Place(_) => return Ok(go(&message)),
        };
        match self.opening(&mut work, envelope, person, &outline, now).await? {
            None => Ok(go(&message)),
            Some((_, reason)) if may_have_left && reason != Reason::Closed => Ok(go(&message)),
            Some((until, reason)) if until > envelope.stale_at && !may_have_left => {
                Ok(Verdict::Drop { reason })
            }
            Some((until, reason)) => Ok(Verdict::Wait { until, reason }),
        }
    }

    /// Whether the case that a letter shows a leader is still one.
    async fn is_case_open(&self, work: &mut Work, message: &Message) -> Result<bool, AppError> {
        for offer in message.offers() {
            if let Press::CaseDone(case) = offer.press {
                let case = work.case(case).await?;
                // Somebody waits for the answer, whenever a leader wants to see the case again.
                let is_promised =
                    matches!(message, Message::Attention(AttentionSays::HelpOverdue { .. }));
                return Ok(case.is_some_and(|case| match case.state {
                    CaseState::Open => true,
                    CaseState::Later { .. } => is_promised,
                    CaseState::Closed | CaseState::Settled => false,
                }));
            }
        }
        Ok(true)
    }

    /// Whether nobody has done meanwhile what a letter asks for.
    async fn is_still_open(&self, work: &mut Work, envelope: &Envelope) -> Result<bool, AppError> {
        if let Message::Gathering(says) = &envelope.message
            && let Some((gathering, at, awaited)) = says.awaits()
        {
            return self.is_gathering_so(work, envelope, (gathering, at, awaited)).await;
        }
        let Receiver::Person(person) = envelope.receiver else { return Ok(true) };
        if let Message::Application(says) = &envelope.message
            && let Some(application) = says.waits_for()
        {
            let application = work.application(application).await?;
            return Ok(application.is_some_and(|application| says.is_awaited(&application)));
        }
        if let Some(Press::Rate(round, nth, _) | Press::Tick(round, nth, _)) =
            envelope.message.offers().first().map(|offer| offer.press)
        {
            return self.is_check_in_asked(work, person, round, nth).await;
        }
        for offer in envelope.message.offers() {
            let Press::Proposal(proposal, _) = offer.press else { continue };
            let proposal = work.proposal(proposal).await?;
            let half = proposal.as_ref().and_then(|proposal| proposal.half_of(person));
            let silent = proposal.iter().flat_map(Proposal::silent);
            if !silent.into_iter().any(|one| Some(one) == half) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a group session is still as a letter says, and whoever gets it is still asked or still
    /// has a place.
    async fn is_gathering_so(
        &self,
        work: &mut Work,
        envelope: &Envelope,
        (id, at, awaited): (GatheringId, Moment, Awaited),
    ) -> Result<bool, AppError> {
        let now = self.clock.now();
        let Some(gathering) = work.gathering(id).await? else { return Ok(false) };
        let Some((_, outline)) = self.programme(work, gathering.programme).await? else {
            return Ok(false);
        };
        let zone = &outline.time_zone;
        let is_so = gathering.is_open(zone, now) && gathering.plan.begins(zone) == Some(at.instant);
        let Receiver::Person(person) = envelope.receiver else { return Ok(is_so) };
        let parts = work.parts_of(person).await?;
        let there = parts.iter().filter(|part| part.programme == gathering.programme);
        let roles: Vec<_> = there.map(|part| part.role).collect();
        let is_so = is_so && gathering.plan.is_for(&roles);
        let reply = work.reply_of(id, person).await?;
        let reply = reply.as_ref();
        Ok(is_so
            && match awaited {
                Awaited::Answer => {
                    gathering.takes_answers(zone, now) && reply.is_none_or(Reply::is_unsettled)
                }
                Awaited::Place => reply.is_some_and(Reply::has_place),
                Awaited::Nothing => true,
            })
    }

    async fn still_asked(
        &self,
        work: &mut Work,
        nudge: &Nudge,
        receiver: Receiver,
    ) -> Result<Option<Nudge>, AppError> {
        let mut pairs = vec![];
        for id in nudge.about_pairs() {
            pairs.extend(work.pair(id).await?);
        }
        let meeting = match nudge.about_meeting() {
            Some(id) => work.meeting(id).await?,
            None => None,
        };
        if let Some(meeting) = &meeting {
            pairs.extend(work.pair(meeting.pair).await?);
        }
        let half = match receiver {
            Receiver::Person(person) | Receiver::Among(_, person) => {
                pairs.iter().find_map(|pair| pair.half_of(person))
            }
            Receiver::Pair(_) | Receiver::Place(_) => None,
        };
        Ok(still_asked(nudge, &pairs, meeting.as_ref(), half))
    }

    /// When the letter may leave, if that isn't now, and what keeps it until then.
    async fn opening(
        &self,
        work: &mut Work,
        envelope: &Envelope,
        person: PersonId,
        outline: &Outline,
        now: Timestamp,
    ) -> Result<Option<(Timestamp, Reason)>, AppError> {
        if envelope.urgency <= Urgency::AtOnce {
            return Ok(None);
        }
        // Whoever takes a break is left in peace by what is said to everybody.
        if let Message::Programme(ProgrammeSays::Announcement { .. }) = envelope.message
            && let Some(programme) = envelope.programme
            && let Some(back) = work.break_of(person, programme).await?
        {
            return Ok(Some((back.unwrap_or(Timestamp::MAX), Reason::Paused)));
        }
        let Some(person) = work.person(person).await? else { return Ok(None) };
        let hours = person.hours_in(&outline.time_zone);
        let is_sparing = matches!(envelope.urgency, Urgency::Sparing(_));
        if !outline.calendar.is_open(now, &hours) {
            let until = if is_sparing {
                outline.calendar.slot(now, &hours, seed(person.id, now))
            } else {
                outline.calendar.next_open(now, &hours)
            };
            return Ok(Some((until.unwrap_or(Timestamp::MAX), Reason::Closed)));
        }
        if !is_sparing {
            return Ok(None);
        }
        let zone = person.zone_in(&outline.time_zone);
        let since = now - SignedDuration::from_hours(24 * 40);
        let sent = work.unprompted_to(person.id, since).await?;
        let sent: Vec<_> = sent.into_iter().map(|at| zone.to_datetime(at).date()).collect();
        let today = zone.to_datetime(now).date();
        let ceiling = Ceiling::default();
        let Err(full) = ceiling.room(&sent, today, outline.starts_on) else { return Ok(None) };
        let reason = match full {
            Full::Day => Reason::DayFull,
            Full::Week => Reason::WeekFull,
            Full::Month => Reason::MonthFull,
        };
        let next = ceiling.next_day_with_room(&sent, today, outline.starts_on);
        let next = next.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        // All who were put off are not written to in the same minute either.
        let until = next.and_then(|day| outline.calendar.slot(day, &hours, seed(person.id, day)));
        Ok(Some((until.unwrap_or(Timestamp::MAX), reason)))
    }
}
