//! What somebody has begun: confirmed, left, or gone on with.

use super::{
    Answers, Hearing, Speaker, choices,
    presses::appointment,
    suggestions::Suggested,
    taken::{Takes, is_heard_by_applicants},
};
use crate::{
    app::AppError,
    domain::{
        application::{ApplicationState, Reply},
        command::{CommandName, Spoken},
        draft::Draft,
        message::{
            application::ApplicationSays, general::General, matching::MatchingSays,
            meeting::MeetingSays, reflection::ReflectionSays,
        },
        notice::{Notice, Urgency},
        person::first_name,
        press::Move,
    },
    store::{OpenQuestion, StoredDraft},
};

impl Hearing<'_> {
    /// What was written, where something that somebody has begun waits for their words. None if it
    /// is a command, or an answer to something else.
    pub(super) async fn hear_for_draft(
        &mut self,
        speaker: &Speaker,
        draft: &StoredDraft,
        text: &str,
        spoken: Option<&Spoken>,
        questions: &[OpenQuestion],
    ) -> Result<Option<Answers>, AppError> {
        // What is for nobody else's eyes isn't taken for an answer that others read.
        if spoken.is_some_and(|spoken| is_private(spoken.name) && !spoken.rest.is_empty()) {
            return Ok(None);
        }
        // Own words may well begin as a command does, so only a command alone is one here.
        let is_alone = spoken.is_some_and(|spoken| spoken.rest.is_empty());
        let id = draft.id;
        #[expect(clippy::wildcard_enum_match_arm, reason = "few of the many wait for words")]
        match &draft.draft {
            Draft::Create(creation) => {
                let is_number = !questions.is_empty() && text.parse::<u32>().is_ok();
                if is_alone || is_number || (!creation.wants_name() && spoken.is_some()) {
                    return Ok(None);
                }
                if self.app.lexicon.no.contains(&choices::plain(text)) {
                    self.work.end_draft(id, self.now).await?;
                    return Ok(Some(vec![MeetingSays::LeftAsItWas.into()]));
                }
                self.go_on_creating(speaker, id, creation.clone(), text).await.map(Some)
            }
            Draft::Apply { application, step, chosen } => {
                let number = choices::number_alone(text);
                let is_number = number.is_some();
                let newest = questions.first();
                let buttons = newest.and_then(choices::read).map_or(0, |asked| asked.buttons.len());
                let is_button = number.is_some_and(|number| (1..=buttons).contains(&number));
                // Whoever was asked something else since doesn't answer this.
                let is_last = newest.is_none_or(|newest| newest.asked_at <= draft.made_at);
                let is_answer = match self.what_is_taken(*application, step).await? {
                    Takes::Name => !is_number && !is_alone,
                    Takes::OwnWords => !is_button && !spoken.is_some_and(is_heard_by_applicants),
                    Takes::Number => !spoken.is_some_and(is_heard_by_applicants),
                    // The buttons have numbers, and everything else may be a command.
                    Takes::Choice => !is_number && spoken.is_none(),
                    Takes::Change => !is_number && (choices::is_change(text) || spoken.is_none()),
                    Takes::ChangeAlone => (is_number && is_last) || choices::is_change(text),
                };
                if !is_answer {
                    return Ok(None);
                }
                let about = (*application, step, &**chosen);
                self.reply(speaker, id, about, &Reply::Words(text)).await.map(Some)
            }
            Draft::Amend { agreement, topic }
                if !is_alone && is_asked(questions, "AskAddition") =>
            {
                let about = (*agreement, *topic);
                self.amend_agreement(speaker, id, about, text).await.map(Some)
            }
            Draft::Reason { proposal }
                if !is_alone
                    && is_asked(questions, "DeclinedWhy")
                    && choices::number_alone(text).is_none()
                    && spoken.is_none_or(|spoken| spoken.about.is_none()) =>
            {
                self.take_reason(speaker, id, *proposal, text).await.map(Some)
            }
            Draft::LookBack { pair, meeting, .. }
                if !is_alone
                    && (is_asked(questions, "AskCooperation")
                        || is_asked(questions, "AskLearning"))
                    && choices::number_alone(text).is_none()
                    && !self.is_whole_command(speaker, spoken).await? =>
            {
                self.take_reflection(speaker, id, (*pair, *meeting), text).await.map(Some)
            }
            Draft::Voice { round, nth }
                if !is_alone
                    && is_asked(questions, "AskWords")
                    && choices::number_alone(text).is_none() =>
            {
                self.take_voice(speaker, id, (*round, *nth), text).await.map(Some)
            }
            // The others wait for a press, or take words elsewhere.
            _ => Ok(None),
        }
    }

    pub(super) async fn confirm(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
    ) -> Result<Answers, AppError> {
        self.work.end_draft(draft.id, self.now).await?;
        let confirmed = draft.draft.clone();
        let answers = self.do_confirmed(speaker, draft.draft).await?;
        self.remember_confirmed(speaker, &confirmed, &answers).await?;
        Ok(answers)
    }

    async fn do_confirmed(&mut self, speaker: &Speaker, draft: Draft) -> Result<Answers, AppError> {
        match draft {
            Draft::Erase => self.erase_speaker(speaker).await,
            Draft::Train { programme } => self.begin_training(speaker, programme).await,
            Draft::Book { pair, at, zone, place, proposed_by: _ } => {
                self.confirm_booking(speaker, pair, at, &zone, place).await
            }
            Draft::BookSeveral { pair, times, zone, place } => {
                self.confirm_several(speaker, pair, &times, &zone, place).await
            }
            Draft::Suggest { pair, times, zone, offered_by: None, shown } => {
                self.offer_times(speaker, Suggested { pair, times, zone, shown }).await
            }
            Draft::Move { meeting, at, zone } => {
                self.confirm_move(speaker, meeting, at, &zone).await
            }
            Draft::Cancel { meeting } => self.confirm_cancel(speaker, meeting).await,
            Draft::Met { pair } => self.confirm_met(speaker, pair).await,
            Draft::Write { pair, words } => self.confirm_writing(speaker, pair, words).await,
            Draft::EndPair { pair, rematch } => self.end_pair(speaker, pair, rematch).await,
            Draft::CloseRound { round } => self.close_check_in(speaker, round).await,
            Draft::EndProgramme { programme } => self.end_programme(speaker, programme).await,
            Draft::WriteTo { case, words } => self.confirm_writing_to(speaker, case, words).await,
            Draft::Announce { programme, words } => {
                self.confirm_announcement(speaker, programme, words).await
            }
            Draft::Regather { gathering, from, plan } => {
                self.confirm_regathering(speaker, gathering, (&from, &plan)).await
            }
            Draft::CallOff { gathering } => self.call_gathering_off(speaker, gathering).await,
            Draft::Withdraw { application } => {
                let says = |programme| ApplicationSays::Withdrawn { programme };
                self.erase_application(speaker, application, says).await
            }
            Draft::Redecide { application, before, decision } => {
                self.redecide(speaker, application, (before, decision)).await
            }
            Draft::KeepApart { proposal } => self.keep_apart(speaker, proposal).await,
            Draft::Letters { programme, letters } => {
                self.send_letters(speaker, programme, &letters).await
            }
            Draft::Publish { programme, proposals } => {
                self.publish_matches(speaker, programme, &proposals).await
            }
            Draft::File { programme, text, instead_of } => {
                self.confirm_file(speaker, programme, &text, instead_of).await
            }
            Draft::ShareNote { pair, note, meeting } => {
                let mut answers = self.share_note(speaker, pair, note).await?;
                answers.extend(self.look_back_further(speaker, pair, meeting).await?);
                Ok(answers)
            }
            Draft::Create(_)
            | Draft::Gather { .. }
            | Draft::LookBack { .. }
            | Draft::Voice { .. }
            | Draft::Suggest { .. }
            | Draft::Time { .. }
            | Draft::Which { .. }
            | Draft::Answer { .. }
            | Draft::Apply { .. }
            | Draft::Amend { .. }
            | Draft::Reason { .. } => Ok(vec![General::Outdated.into()]),
        }
    }

    pub(super) async fn discard(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
    ) -> Result<Answers, AppError> {
        self.work.end_draft(draft.id, self.now).await?;
        let Draft::Book { pair, at, zone, proposed_by: Some(by), .. } = draft.draft else {
            #[expect(clippy::wildcard_enum_match_arm, reason = "most are simply left")]
            return Ok(vec![match draft.draft {
                Draft::Announce { .. }
                | Draft::Write { .. }
                | Draft::WriteTo { .. }
                | Draft::Publish { .. }
                | Draft::Letters { .. } => General::NotSent.into(),
                Draft::Reason { .. } => MatchingSays::NoReason.into(),
                Draft::Apply { application, .. } => {
                    let known = self.work.application(application).await?;
                    if known.is_some_and(|one| one.state != ApplicationState::Begun) {
                        return self.withdraw_application(Some(speaker), None).await;
                    }
                    let says = |_| ApplicationSays::NothingKept;
                    return self.erase_application(speaker, application, says).await;
                }
                Draft::LookBack { pair, meeting, .. } => {
                    let mut answers: Answers = vec![ReflectionSays::Skipped.into()];
                    answers.extend(self.look_back_further(speaker, pair, meeting).await?);
                    return Ok(answers);
                }
                Draft::ShareNote { pair, meeting, .. } => {
                    let mut answers: Answers = vec![ReflectionSays::KeptToOneself.into()];
                    answers.extend(self.look_back_further(speaker, pair, meeting).await?);
                    return Ok(answers);
                }
                Draft::Suggest { pair, times, zone, offered_by: Some(by), shown } => {
                    let suggested = Suggested { pair, times, zone, shown };
                    return self.decline_times(speaker, suggested, by).await;
                }
                _ => MeetingSays::LeftAsItWas.into(),
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
        let says = MeetingSays::ProposalDeclined { by: first_name(&me), at };
        let notice = Notice::to_person(to.person, says.into(), Urgency::AtOnce);
        self.tell(&notice, &own.held).await?;
        let to = first_name(&to.name);
        Ok(vec![MeetingSays::DeclinePassedOn { with: to }.into()])
    }

    pub(super) async fn choose(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
        nth: u8,
    ) -> Result<Answers, AppError> {
        #[expect(clippy::wildcard_enum_match_arm, reason = "few of the many offer a choice")]
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
                let press = self.meant(&question, &said);
                match press {
                    Some(press) => Box::pin(self.press(speaker, press)).await,
                    None => Ok(vec![General::Outdated.into()]),
                }
            }
            Draft::Gather { .. } if nth < 2 => {
                self.work.end_draft(draft.id, self.now).await?;
                self.confirm_gathering(speaker, &draft.draft, nth == 0).await
            }
            Draft::Create(creation) => {
                Box::pin(self.choose_while_creating(speaker, draft.id, creation, nth)).await
            }
            Draft::Apply { application, step, chosen } => {
                let about = (application, &step, &*chosen);
                self.reply(speaker, draft.id, about, &Reply::Option(usize::from(nth))).await
            }
            Draft::Suggest { pair, times, zone, offered_by: Some(_), shown } => {
                self.work.end_draft(draft.id, self.now).await?;
                let suggested = Suggested { pair, times, zone, shown };
                self.choose_time(speaker, suggested, usize::from(nth)).await
            }
            Draft::Move { meeting, at, zone } if nth < 2 => {
                self.work.end_draft(draft.id, self.now).await?;
                if nth == 0 {
                    self.move_with_followers(speaker, meeting, at, &zone).await
                } else {
                    self.confirm_move(speaker, meeting, at, &zone).await
                }
            }
            _ => Ok(vec![General::Outdated.into()]),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "two have steps")]
    pub(super) async fn step(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
        to: Move,
    ) -> Result<Answers, AppError> {
        let (application, step, chosen) = match draft.draft {
            Draft::Apply { application, step, chosen } => (application, step, chosen),
            Draft::Suggest { pair, times, zone, offered_by: None, shown } => {
                self.work.end_draft(draft.id, self.now).await?;
                return self.other_times(speaker, Suggested { pair, times, zone, shown }).await;
            }
            _ => return Ok(vec![General::Outdated.into()]),
        };
        let about = (application, &step, &*chosen);
        let reply = match to {
            Move::On => Reply::On,
            Move::Back => Reply::Back,
        };
        self.reply(speaker, draft.id, about, &reply).await
    }
}

/// Whether the newest question is of that kind: whoever was asked something else since doesn't
/// answer an older one.
fn is_asked(questions: &[OpenQuestion], kind: &str) -> bool {
    questions.first().is_some_and(|question| question.message.kind().1 == kind)
}

/// Whether a command's words are for whoever says them alone.
const fn is_private(name: CommandName) -> bool {
    matches!(
        name,
        CommandName::Note | CommandName::GoalAdd | CommandName::GoalEdit | CommandName::GoalStep
    )
}
