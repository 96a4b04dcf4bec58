//! What the two say about whether they met, and what is known of their next meeting.

use super::{
    Answers, Hearing, Speaker,
    target::{Own, found},
};
use crate::{
    app::AppError,
    domain::{
        draft::Draft,
        ids::{MeetingId, PairId},
        meeting::{Appointment, Meeting, MeetingState, Verdict},
        message::{Message, general::General, meeting::MeetingSays},
        moment::Moment,
        nudge::ask_the_other,
    },
};

impl Hearing<'_> {
    /// They met, with or without having booked it here.
    pub(super) async fn say_met(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        number: Option<i64>,
    ) -> Result<Answers, AppError> {
        let meeting = if let Some(number) = number {
            Some(found!(Self::meeting_numbered(own, number)))
        } else {
            let begun = own.meetings.iter().filter(|meeting| {
                matches!(meeting.state, MeetingState::Booked | MeetingState::Unanswered)
                    && meeting.when.instant().is_none_or(|at| at <= self.now)
            });
            begun.max_by_key(|meeting| meeting.number).cloned()
        };
        if let Some(meeting) = meeting {
            if meeting.state == MeetingState::Cancelled
                || meeting.when.instant().is_some_and(|begins| begins > self.now)
            {
                return Ok(vec![MeetingSays::NotYetHeld { number: meeting.number }.into()]);
            }
            let Some(id) = meeting.id else { return Ok(vec![General::Outdated.into()]) };
            return self.met(speaker, id, Verdict::Held).await;
        }
        // What is to come can't have been held, so it is asked whether they met aside from it.
        if let Some(at) = self.next_to_come(speaker, own).await? {
            let draft = self.begin(speaker, &Draft::Met { pair: own.pair.id }).await?;
            return Ok(vec![MeetingSays::EchoMet { draft, with: own.with(), at }.into()]);
        }
        self.met_today(speaker, own).await
    }

    pub(super) async fn confirm_met(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
    ) -> Result<Answers, AppError> {
        let pair = self.work.pair(pair).await?.filter(|pair| pair.ended_at.is_none());
        let Some(pair) = pair else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(own) = self.own(speaker, pair).await? else {
            return Ok(vec![General::NotYours.into()]);
        };
        self.met_today(speaker, &own).await
    }

    /// They met without telling beforehand: the meeting is noted as held today.
    async fn met_today(&mut self, speaker: &Speaker, own: &Own) -> Result<Answers, AppError> {
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let is_noted = own.meetings.iter().any(|meeting| {
            meeting.state == MeetingState::Held
                && meeting.when.day(&zone) == zone.to_datetime(self.now).date()
        });
        if !is_noted {
            let local = zone.to_datetime(self.now);
            let when = Appointment::At { local, zone };
            let meeting = Meeting::booked(own.pair.id, &own.meetings, when, None);
            let meeting = meeting.with_verdict(own.half, Verdict::Held);
            self.settle(own, meeting, &[]).await?;
        }
        let mut answers = vec![self.held_thanks(speaker, own).await?];
        let meetings = self.work.meetings_of(own.pair.id).await?;
        let today = meetings.iter().filter(|meeting| meeting.state == MeetingState::Held);
        if let Some(id) = today.max_by_key(|meeting| meeting.when.instant()).and_then(|one| one.id)
        {
            if !is_noted {
                self.ask_the_other(own, Some(id)).await?;
            }
            answers.extend(self.ask_feeling(speaker, own, id).await?);
        }
        Ok(answers)
    }

    /// Asks the other of the two whether they met, if nobody has asked them yet: the word of one is
    /// believed, and the other has one too.
    pub(super) async fn ask_the_other(
        &mut self,
        own: &Own,
        meeting: Option<MeetingId>,
    ) -> Result<(), AppError> {
        let meeting = match meeting {
            Some(id) => self.work.meeting(id).await?,
            None => None,
        };
        let Some(notice) = meeting.and_then(|meeting| {
            ask_the_other(&own.pair, &meeting, own.half, &own.held.outline.time_zone)
        }) else {
            return Ok(());
        };
        self.tell(&notice, &own.held).await
    }

    /// Thanks for a meeting that was held. Whoever has booked the next one isn't asked to.
    pub(super) async fn held_thanks(
        &mut self,
        speaker: &Speaker,
        own: &Own,
    ) -> Result<Message, AppError> {
        let with = own.with();
        let today = own.held.outline.time_zone.to_datetime(self.now).date();
        Ok(match self.next_to_come(speaker, own).await? {
            Some(at) => MeetingSays::HeldAndBooked { with, at },
            None if own.pair.last_day(&own.held.outline) <= today => MeetingSays::HeldLast { with },
            None => MeetingSays::HeldThanks { with },
        }
        .into())
    }

    /// That their next meeting is booked, and when it is.
    pub(super) async fn already_booked(
        &mut self,
        speaker: &Speaker,
        own: &Own,
    ) -> Result<Message, AppError> {
        Ok(match self.next_to_come(speaker, own).await? {
            Some(at) => MeetingSays::AlreadyBooked { at },
            None => MeetingSays::AlreadyBookedSometime,
        }
        .into())
    }

    /// When the next meeting is whose time is known, on the clock of whoever speaks.
    async fn next_to_come(
        &mut self,
        speaker: &Speaker,
        own: &Own,
    ) -> Result<Option<Moment>, AppError> {
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let to_come = own.meetings.iter().filter(|meeting| meeting.is_to_come(self.now));
        let moments = to_come.filter_map(|meeting| meeting.when.moment_in(&zone));
        Ok(moments.min_by_key(|moment| moment.instant))
    }
}
