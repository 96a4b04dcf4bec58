//! Presses on buttons. A token says all that is needed, and nothing in it is believed: whoever
//! presses must be allowed to, and what it is about must still be so.

use super::{Answers, Hearing, Speaker, answers, target::Own};
use crate::{
    app::AppError,
    domain::{
        application::Reply,
        booking::Unbookable,
        command::CommandName,
        draft::Draft,
        ids::{DraftId, MeetingId, PairId},
        meeting::{Appointment, MeetingState, Verdict},
        message::{
            Message, application::ApplicationSays, general::General, matching::MatchingSays,
            meeting::MeetingSays, settings::SettingsSays,
        },
        notice::{Notice, Urgency},
        pair::NextMeeting,
        press::{Move, Press},
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
            Press::Step(draft, to) => match self.draft(speaker, draft).await? {
                Ok(draft) => self.step(speaker, draft, to).await,
                Err(answers) => Ok(answers),
            },
            Press::Proposal(proposal, answer) => {
                self.answer_proposal(speaker, proposal, answer).await
            }
            Press::CaseWrite(case) => self.case_write(speaker, case).await,
            Press::CaseDone(case) => self.case_done(speaker, case).await,
            Press::CaseLater(case) => self.case_later(speaker, case).await,
        }
    }

    /// The questions here that offer this answer have it now.
    async fn close_questions_with(&mut self, press: Press) -> Result<(), AppError> {
        for question in self.work.open_questions(self.place, 20).await? {
            let document = answers::read(&question).unwrap_or_default();
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
        let Some(pair) = self.work.pair(pair).await? else {
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
        let Some(pair) = self.work.pair(pair).await? else {
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
        }
        let with = own.with();
        let pair = own.pair.id;
        Ok(vec![match verdict {
            Verdict::Held => self.held_thanks(speaker, &own).await?,
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

    async fn confirm(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
    ) -> Result<Answers, AppError> {
        self.work.end_draft(draft.id, self.now).await?;
        match draft.draft {
            Draft::Book { pair, at, zone, place, proposed_by: _ } => {
                self.confirm_booking(speaker, pair, at, &zone, place).await
            }
            Draft::Move { meeting, at, zone } => {
                self.confirm_move(speaker, meeting, at, &zone).await
            }
            Draft::Cancel { meeting } => self.confirm_cancel(speaker, meeting).await,
            Draft::Met { pair } => self.confirm_met(speaker, pair).await,
            Draft::Write { pair, words } => self.confirm_writing(speaker, pair, words).await,
            Draft::Announce { programme, words } => {
                self.confirm_announcement(speaker, programme, words).await
            }
            Draft::Withdraw { application } => {
                let says = |programme| ApplicationSays::Withdrawn { programme };
                self.erase_application(speaker, application, says).await
            }
            Draft::Letters { programme, letters } => {
                self.send_letters(speaker, programme, &letters).await
            }
            Draft::Publish { programme, proposals } => {
                self.publish_matches(speaker, programme, &proposals).await
            }
            Draft::File { programme, text, instead_of } => {
                self.confirm_file(speaker, programme, &text, instead_of).await
            }
            Draft::Create(_)
            | Draft::Time { .. }
            | Draft::Which { .. }
            | Draft::Answer { .. }
            | Draft::Apply { .. }
            | Draft::Reason { .. } => Ok(vec![General::Outdated.into()]),
        }
    }

    async fn discard(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
    ) -> Result<Answers, AppError> {
        self.work.end_draft(draft.id, self.now).await?;
        let Draft::Book { pair, at, zone, proposed_by: Some(by), .. } = draft.draft else {
            return Ok(vec![match draft.draft {
                Draft::Announce { .. }
                | Draft::Write { .. }
                | Draft::Publish { .. }
                | Draft::Letters { .. } => General::NotSent.into(),
                Draft::Reason { .. } => MatchingSays::NoReason.into(),
                Draft::Apply { application, .. } => {
                    let says = |_| ApplicationSays::NothingKept;
                    return self.erase_application(speaker, application, says).await;
                }
                Draft::Book { .. }
                | Draft::Move { .. }
                | Draft::Cancel { .. }
                | Draft::Met { .. }
                | Draft::File { .. }
                | Draft::Create(_)
                | Draft::Time { .. }
                | Draft::Which { .. }
                | Draft::Withdraw { .. }
                | Draft::Answer { .. } => MeetingSays::LeftAsItWas.into(),
            }]);
        };
        // A proposal that doesn't suit: whoever made it hears of it.
        let Some(pair) = self.work.pair(pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(own) = self.own(speaker, pair).await? else {
            return Ok(vec![General::NotYours.into()]);
        };
        let to = own.pair.seat(by).clone();
        let me = own.pair.seat(own.half).name.clone();
        let when = appointment(at, &zone);
        let Some(at) = when.and_then(|when| when.moment_in(&own.held.outline.time_zone)) else {
            return Ok(vec![General::Outdated.into()]);
        };
        let says = MeetingSays::ProposalDeclined { by: crate::domain::nudge::first_name(&me), at };
        let notice = Notice::to_person(to.person, says.into(), Urgency::AtOnce);
        self.tell(&notice, &own.held).await?;
        let to = crate::domain::nudge::first_name(&to.name);
        Ok(vec![MeetingSays::DeclinePassedOn { to }.into()])
    }

    async fn choose(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
        nth: u8,
    ) -> Result<Answers, AppError> {
        match draft.draft {
            Draft::Which { commands, file } => {
                let Some(command) = commands.get(usize::from(nth)) else {
                    return Ok(vec![General::Outdated.into()]);
                };
                self.work.end_draft(draft.id, self.now).await?;
                if let Some(file) = file {
                    let bytes = file.text.as_bytes();
                    return Box::pin(self.hear_file(speaker, &file.name, bytes, command)).await;
                }
                match self.app.lexicon.vocabulary.recognise(command) {
                    Ok(spoken) => Box::pin(self.command(speaker, &spoken)).await,
                    Err(_) => Ok(vec![General::Outdated.into()]),
                }
            }
            Draft::Answer { said, questions } => {
                let Some(letter) = questions.get(usize::from(nth)) else {
                    return Ok(vec![General::Outdated.into()]);
                };
                self.work.end_draft(draft.id, self.now).await?;
                let Some(question) = self.work.question(*letter).await? else {
                    return Ok(vec![General::Outdated.into()]);
                };
                let press = Self::pressed_in(&said, &question);
                match press {
                    Some(press) => Box::pin(self.press(speaker, press)).await,
                    None => Ok(vec![General::Outdated.into()]),
                }
            }
            Draft::Create(creation) => {
                Box::pin(self.choose_while_creating(speaker, draft.id, creation, nth)).await
            }
            Draft::Apply { application, step, chosen } => {
                let about = (application, &step, &*chosen);
                self.reply(speaker, draft.id, about, &Reply::Option(usize::from(nth))).await
            }
            Draft::Book { .. }
            | Draft::Move { .. }
            | Draft::Cancel { .. }
            | Draft::Met { .. }
            | Draft::Write { .. }
            | Draft::Announce { .. }
            | Draft::Publish { .. }
            | Draft::Withdraw { .. }
            | Draft::Letters { .. }
            | Draft::Reason { .. }
            | Draft::Time { .. }
            | Draft::File { .. } => Ok(vec![General::Outdated.into()]),
        }
    }

    async fn step(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
        to: Move,
    ) -> Result<Answers, AppError> {
        let Draft::Apply { application, step, chosen } = draft.draft else {
            return Ok(vec![General::Outdated.into()]);
        };
        let about = (application, &step, &*chosen);
        let reply = match to {
            Move::On => Reply::On,
            Move::Back => Reply::Back,
        };
        self.reply(speaker, draft.id, about, &reply).await
    }

    /// The button of a question that an answer means.
    fn pressed_in(said: &str, question: &crate::store::OpenQuestion) -> Option<Press> {
        let buttons = answers::read(question)?.buttons;
        let by_label = buttons.iter().find(|button| {
            crate::domain::when::normalise(&button.label) == crate::domain::when::normalise(said)
        });
        let by_number = || {
            let number: usize = said.trim_end_matches(['.', ')']).parse().ok()?;
            buttons.get(number.checked_sub(1)?)
        };
        by_label.or_else(by_number).map(|button| button.press)
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
