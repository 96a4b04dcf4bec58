//! Presses on buttons. A token says all that is needed, and nothing in it is believed: whoever
//! presses must be allowed to, and what it is about must still be so.

use super::{Answers, Hearing, Speaker, choices, target::Own};
use crate::{
    app::AppError,
    domain::{
        booking::Unbookable,
        checkin::Reply,
        command::CommandName,
        ids::{DraftId, MeetingId, PairId},
        meeting::{Appointment, MeetingState, Verdict},
        message::{Message, general::General, meeting::MeetingSays, settings::SettingsSays},
        pair::NextMeeting,
        press::Press,
    },
    store::StoredDraft,
};

impl Hearing<'_> {
    /// Does what a button stands for.
    pub(super) async fn press(
        &mut self,
        speaker: &Speaker,
        press: Press,
    ) -> Result<Answers, AppError> {
        self.close_questions_with(press).await?;
        match press {
            Press::Booked(pair) => self.booked(speaker, pair).await,
            Press::NotYet(pair) => self.not_yet(speaker, pair).await,
            Press::TellLater(_) => {
                let command = self.usage(CommandName::MeetingBook);
                Ok(vec![MeetingSays::TellLater { command }.into()])
            }
            Press::Met(meeting, verdict) => self.met(speaker, meeting, verdict).await,
            Press::Felt(meeting, feeling) => self.felt(speaker, meeting, feeling).await,
            Press::Fits(meeting, fit) => self.fits(speaker, meeting, fit).await,
            Press::Remind(person, which) => self.set_reminders(speaker, person, which).await,
            Press::Wish(member, wish) => self.wish(speaker, member, wish).await,
            Press::Confirm(draft) => match self.draft(speaker, draft).await? {
                Ok(draft) => self.confirm(speaker, draft).await,
                Err(answers) => Ok(answers),
            },
            Press::Discard(draft) => match self.draft(speaker, draft).await? {
                Ok(draft) => self.discard(speaker, draft).await,
                Err(answers) => Ok(answers),
            },
            Press::Choose(draft, nth) => match self.draft(speaker, draft).await? {
                Ok(draft) => self.choose(speaker, draft, nth).await,
                Err(answers) => Ok(answers),
            },
            Press::Agree(agreement, topic) => self.agree_to(speaker, agreement, topic).await,
            Press::Amend(agreement, topic) => self.ask_addition(speaker, agreement, topic).await,
            Press::Reopen(agreement) => self.reopen_agreement(speaker, agreement).await,
            Press::Learnt(lesson) => self.learnt(speaker, lesson).await,
            Press::GoalHelp(goal) => self.help_with_goal(speaker, goal).await,
            Press::Score(goal, score) => self.score_goal(speaker, goal, score).await,
            Press::Step(draft, to) => match self.draft(speaker, draft).await? {
                Ok(draft) => self.step(speaker, draft, to).await,
                Err(answers) => Ok(answers),
            },
            Press::Proposal(proposal, answer) => {
                self.answer_proposal(speaker, proposal, answer).await
            }
            Press::Attend(gathering, answer) => self.attend(speaker, gathering, answer).await,
            Press::Rate(round, nth, value) => {
                let reply = value.map_or(Reply::Unsaid, Reply::Value);
                self.take_check_in(speaker, round, nth, reply).await
            }
            Press::Tick(round, nth, at) => self.tick_gain(speaker, round, nth, at).await,
            Press::Ticked(round, nth) => self.take_gains(speaker, round, nth).await,
            Press::AskAgain(round, nth) => self.ask_check_in_again(speaker, round, nth).await,
            Press::Certify(member, wish) => self.certify(speaker, member, wish).await,
            Press::StayInTouch(pair, touch) => self.stay_in_touch(speaker, pair, touch).await,
            Press::CaseWrite(case) => self.case_write(speaker, case).await,
            Press::CaseDone(case) => self.case_done(speaker, case).await,
            Press::CaseLater(case) => self.case_later(speaker, case).await,
        }
    }

    /// The questions here that offer this answer have it now.
    pub(super) async fn close_questions_with(&mut self, press: Press) -> Result<(), AppError> {
        for question in self.work.open_questions(self.place, 20).await? {
            let document = choices::read(&question).unwrap_or_default();
            // A question about several pairs stays open until each has its answer.
            let is_several =
                document.buttons.iter().all(|button| matches!(button.press, Press::Booked(_)));
            if !(is_several && document.buttons.len() > 1)
                && document.buttons.iter().any(|button| button.press == press)
            {
                self.work.close_question(question.letter).await?;
            }
        }
        Ok(())
    }

    /// The questions here that are about something begun have their answer, however it was given.
    pub(super) async fn close_questions_of(&mut self, draft: DraftId) -> Result<(), AppError> {
        for question in self.work.open_questions(self.place, 20).await? {
            let document = choices::read(&question).unwrap_or_default();
            if document.buttons.iter().any(|button| button.press.draft() == Some(draft)) {
                self.work.close_question(question.letter).await?;
            }
        }
        Ok(())
    }

    async fn draft(
        &mut self,
        speaker: &Speaker,
        id: DraftId,
    ) -> Result<Result<StoredDraft, Answers>, AppError> {
        Ok(match self.work.draft(id, self.now).await? {
            None => Err(vec![General::Outdated.into()]),
            Some(draft) if draft.person != speaker.person.id => Err(vec![General::NotYours.into()]),
            Some(draft) => Ok(draft),
        })
    }

    /// They say that the next meeting is booked.
    async fn booked(&mut self, speaker: &Speaker, pair: PairId) -> Result<Answers, AppError> {
        let pair = self.work.pair(pair).await?.filter(|pair| pair.ended_at.is_none());
        let Some(pair) = pair else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(own) = self.own(speaker, pair).await? else {
            return Ok(vec![General::NotYours.into()]);
        };
        let with = own.with();
        let ask = MeetingSays::AskWhen { pair: own.pair.id, with };
        let is_known = own.meetings.iter().any(|meeting| meeting.is_to_come(self.now));
        if !is_known {
            let when = Appointment::Sometime { since: self.now };
            self.book_now(&own, when, None).await?;
        } else if own
            .meetings
            .iter()
            .all(|meeting| !meeting.is_to_come(self.now) || meeting.when.instant().is_some())
        {
            return Ok(vec![self.already_booked(speaker, &own).await?]);
        }
        Ok(vec![ask.into()])
    }

    /// "Not yet" to the question whether their next meeting is booked.
    async fn not_yet(&mut self, speaker: &Speaker, pair: PairId) -> Result<Answers, AppError> {
        let pair = self.work.pair(pair).await?.filter(|pair| pair.ended_at.is_none());
        let Some(pair) = pair else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(own) = self.own(speaker, pair).await? else {
            return Ok(vec![General::NotYours.into()]);
        };
        match own.pair.next {
            NextMeeting::Open { .. } => self.put_off(speaker, &own).await,
            NextMeeting::Booked { .. } => Ok(vec![self.already_booked(speaker, &own).await?]),
            NextMeeting::InQuestion { .. } | NextMeeting::WithLeader { .. } => {
                Ok(vec![General::Outdated.into()])
            }
        }
    }

    /// They want to be asked later.
    pub(super) async fn put_off(
        &mut self,
        speaker: &Speaker,
        own: &Own,
    ) -> Result<Answers, AppError> {
        let Some(decision) = own.situation(self.now).put_off() else {
            return Ok(vec![General::Outdated.into()]);
        };
        let next = decision.pair.acts_at(&own.held.outline);
        let under = own.held.under();
        self.app.keep(&mut self.work, &decision, under, self.now).await?;
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let on = zone.to_datetime(next.unwrap_or(self.now)).date();
        Ok(vec![MeetingSays::NoHurry { on }.into()])
    }

    /// They say whether a meeting was held.
    pub(super) async fn met(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
        verdict: Verdict,
    ) -> Result<Answers, AppError> {
        let Some(meeting) = self.work.meeting(meeting).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(pair) = self.work.pair(meeting.pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(own) = self.own(speaker, pair).await? else {
            return Ok(vec![General::NotYours.into()]);
        };
        if meeting.state == MeetingState::Cancelled || own.pair.ended_at.is_some() {
            return Ok(vec![General::Outdated.into()]);
        }
        if meeting.when.instant().is_some_and(|begins| begins > self.now) {
            // An old button: the meeting has been moved since.
            return Ok(vec![MeetingSays::NotYetHeld { number: meeting.number }.into()]);
        }
        let decision = own.situation(self.now).verdict(own.half, &meeting, verdict);
        let under = own.held.under();
        self.app.keep(&mut self.work, &decision, under, self.now).await?;
        if verdict == Verdict::Held {
            self.work.close_questions_about(own.pair.id).await?;
            // Once: whoever says it again changes nothing.
            if meeting.verdict_of(own.half).is_none() {
                self.ask_the_other(&own, meeting.id).await?;
            }
        }
        let with = own.with();
        let pair = own.pair.id;
        Ok(vec![match verdict {
            Verdict::Held => {
                let mut answers = vec![self.held_thanks(speaker, &own).await?];
                if let Some(id) = meeting.id {
                    answers.extend(self.ask_feeling(speaker, &own, id).await?);
                }
                return Ok(answers);
            }
            Verdict::NotHeld => MeetingSays::AskNewTime { pair, with }.into(),
            Verdict::Rebooked => {
                let when = Appointment::Sometime { since: self.now };
                let pair = self.work.pair(pair).await?;
                if let Some(pair) = pair
                    && let Some(own) = self.own(speaker, pair).await?
                    && !own.meetings.iter().any(|meeting| meeting.is_to_come(self.now))
                {
                    self.book_now(&own, when, None).await?;
                }
                MeetingSays::RebookedWhen { pair: own.pair.id, with }.into()
            }
            // The rule has stopped this pair; what else they take part in goes on.
            Verdict::Paused => {
                SettingsSays::PairPaused { resume: self.usage(CommandName::Resume) }.into()
            }
        }])
    }
}

/// A time on the clock of a named zone.
pub(super) fn appointment(at: jiff::civil::DateTime, zone: &str) -> Option<Appointment> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    Some(Appointment::At { local: at, zone })
}

/// What is said about a time at which a meeting can't be.
pub(super) fn unbookable(
    why: &Unbookable,
    at: jiff::civil::DateTime,
    ends_on: jiff::civil::Date,
) -> Message {
    match why {
        Unbookable::Past => MeetingSays::Past { at }.into(),
        Unbookable::AfterTheEnd => MeetingSays::AfterTheEnd { at, ends_on }.into(),
        Unbookable::SameTime => MeetingSays::SameTime { at }.into(),
        Unbookable::TooMany => {
            let most = i64::try_from(crate::domain::meeting::MOST_TO_COME).unwrap_or(0);
            MeetingSays::TooMany { most }.into()
        }
    }
}
