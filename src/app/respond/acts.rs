//! What leaders did and looked at, as it is remembered and shown.

use super::{Answers, Hearing, Held, Speaker, leaders::changes_its_course};
use crate::{
    app::AppError,
    domain::{
        act::{Act, is_about_somebody, is_remembered_by_itself},
        attention::Matter,
        command::{CommandName, LeadCommand},
        draft::Draft,
        gathering::GatheringState,
        ids::{PersonId, ProgrammeId},
        message::{
            FileText, Message, Offer, checkin::CheckInSays, farewell::FarewellSays,
            gathering::GatheringSays, people::PeopleSays, programme::ProgrammeSays,
            rights::RightsSays as Says, selection::SelectionSays,
        },
        moment::Moment,
        permission::Standing,
        press::Press,
        programme::ProgrammeState,
    },
};

/// How many are shown at once. A file has the others.
const SHOWN: usize = 20;

/// How many are looked up.
const MOST: i64 = 10_000;

impl Hearing<'_> {
    /// Does what a leader asks for, and remembers it, unless it came to nothing or remembers itself.
    pub(super) async fn lead(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        name: CommandName,
        command: LeadCommand,
    ) -> Result<Answers, AppError> {
        if held.row.state == ProgrammeState::Closed && changes_its_course(&command) {
            let programme = held.name(&self.locale);
            return Ok(vec![FarewellSays::ClosedBefore { programme }.into()]);
        }
        // Afterwards it may be about nobody any longer.
        let subjects = self.subjects(held, &command).await?;
        let answers = self.do_for_programme(speaker, held, command).await?;
        let is_about_nobody = subjects.is_empty() && is_about_somebody(name);
        if !is_remembered_by_itself(name) && !is_about_nobody && !answers.iter().any(is_nothing) {
            self.remember_about(speaker, held.row.id, name, &subjects).await?;
        }
        Ok(answers)
    }

    /// Remembers what a leader has confirmed, if it is something of their programme that came to
    /// something.
    pub(super) async fn remember_confirmed(
        &mut self,
        speaker: &Speaker,
        draft: &Draft,
        answers: &[Message],
    ) -> Result<(), AppError> {
        if answers.iter().any(is_nothing) {
            return Ok(());
        }
        let (programme, name) = match draft {
            Draft::Letters { programme, .. } => (*programme, CommandName::LettersSend),
            Draft::Publish { programme, .. } => (*programme, CommandName::MatchPublish),
            Draft::Announce { programme, .. } => (*programme, CommandName::Announce),
            Draft::File { programme, .. } => (*programme, CommandName::ProgrammeCreate),
            Draft::Gather { programme, .. } => (*programme, CommandName::GatheringCreate),
            Draft::Regather { gathering, .. } | Draft::CallOff { gathering } => {
                let Some(gathering) = self.work.gathering(*gathering).await? else { return Ok(()) };
                let name = match gathering.state {
                    GatheringState::Cancelled => CommandName::GatheringCancel,
                    GatheringState::Planned { .. } | GatheringState::Invited { .. } => {
                        CommandName::GatheringEdit
                    }
                };
                (gathering.programme, name)
            }
            Draft::Train { programme } => (*programme, CommandName::ProgrammeTraining),
            Draft::EndProgramme { programme } => (*programme, CommandName::ProgrammeClose),
            Draft::CloseRound { round } => {
                let Some(round) = self.work.round(*round).await? else { return Ok(()) };
                (round.programme, CommandName::CheckInClose)
            }
            Draft::Book { .. }
            | Draft::BookSeveral { .. }
            | Draft::Suggest { .. }
            | Draft::LookBack { .. }
            | Draft::Voice { .. }
            | Draft::ShareNote { .. }
            | Draft::Move { .. }
            | Draft::Cancel { .. }
            | Draft::Met { .. }
            | Draft::Write { .. }
            | Draft::WriteTo { .. }
            | Draft::EndPair { .. }
            | Draft::KeepApart { .. }
            | Draft::Redecide { .. }
            | Draft::Apply { .. }
            | Draft::Amend { .. }
            | Draft::Withdraw { .. }
            | Draft::Erase
            | Draft::Reason { .. }
            | Draft::Create(_)
            | Draft::Time { .. }
            | Draft::Which { .. }
            | Draft::Answer { .. } => return Ok(()),
        };
        if speaker.standing(Some(programme)) != Standing::Leader {
            return Ok(());
        }
        self.remember_about(speaker, programme, name, &[]).await
    }

    /// Remembers what a leader did about a case: about the one who is in it, or else about both of
    /// the pair.
    pub(super) async fn remember_about_case(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        matter: Matter,
    ) -> Result<(), AppError> {
        let pair = match matter.pair() {
            Some(pair) => self.work.pair(pair).await?,
            None => None,
        };
        let both = match matter.person() {
            Some(person) => vec![person],
            None => pair.map_or_else(Vec::new, |pair| vec![pair.mentor.person, pair.adept.person]),
        };
        self.remember_about(speaker, held.row.id, CommandName::Attention, &both).await
    }

    /// Remembers what a leader did, about each of these.
    pub(super) async fn remember_about(
        &mut self,
        speaker: &Speaker,
        programme: ProgrammeId,
        name: CommandName,
        subjects: &[PersonId],
    ) -> Result<(), AppError> {
        let by = speaker.person.id;
        if subjects.is_empty() {
            return Ok(self.work.add_act(programme, by, name, None, self.now).await?);
        }
        for subject in subjects {
            self.work.add_act(programme, by, name, Some(*subject), self.now).await?;
        }
        Ok(())
    }

    /// Whom a leader's command is about.
    async fn subjects(
        &mut self,
        held: &Held,
        command: &LeadCommand,
    ) -> Result<Vec<PersonId>, AppError> {
        match command {
            LeadCommand::ApplicationsCompare { numbers } => {
                let all = self.work.applications_to(held.row.id).await?;
                let with = all.iter().filter(|one| numbers.contains(&one.number));
                Ok(with.map(|application| application.person).collect())
            }
            LeadCommand::ApplicationsConsent { number, .. } => {
                let mut all = self.work.applications_begun(held.row.id).await?;
                all.extend(self.work.applications_to(held.row.id).await?);
                let with = all.iter().filter(|application| application.number == *number);
                Ok(with.map(|application| application.person).collect())
            }
            LeadCommand::ApplicationsShow { number }
            | LeadCommand::ApplicationsScore { number, .. }
            | LeadCommand::ApplicationsNote { number, .. } => {
                let all = self.work.applications_to(held.row.id).await?;
                let with = all.iter().filter(|application| application.number == *number);
                Ok(with.map(|application| application.person).collect())
            }
            LeadCommand::PairShow { number } | LeadCommand::PairRemind { number } => {
                let pairs = self.work.pairs_of_programme(held.row.id).await?;
                let with = pairs.iter().filter(|pair| pair.number == *number);
                Ok(with.flat_map(|pair| [pair.mentor.person, pair.adept.person]).collect())
            }
            LeadCommand::PairPause { .. }
            | LeadCommand::PairExtend { .. }
            | LeadCommand::PairEnd { .. }
            | LeadCommand::PairRematch { .. }
            | LeadCommand::Attention
            | LeadCommand::Audit
            | LeadCommand::Report
            | LeadCommand::ProgrammeShow
            | LeadCommand::ProgrammeStatus
            | LeadCommand::ProgrammeStart
            | LeadCommand::ProgrammePause
            | LeadCommand::ProgrammeResume
            | LeadCommand::ProgrammeClose
            | LeadCommand::ProgrammeTraining
            | LeadCommand::ProgrammeChannel { .. }
            | LeadCommand::Gathering(_)
            | LeadCommand::CheckInOpen
            | LeadCommand::CheckInClose
            | LeadCommand::CheckInResults { .. }
            | LeadCommand::RecruitOpen
            | LeadCommand::RecruitClose
            | LeadCommand::ApplicationsList
            | LeadCommand::ApplicationsDecide { .. }
            | LeadCommand::PairAdd { .. }
            | LeadCommand::MatchSwap { .. }
            | LeadCommand::MatchLock { .. }
            | LeadCommand::MatchAvoid { .. }
            | LeadCommand::MatchAllow { .. }
            | LeadCommand::LettersPreview
            | LeadCommand::LettersSend
            | LeadCommand::PeopleImport
            | LeadCommand::PeopleInvite
            | LeadCommand::PeopleAdd { .. }
            | LeadCommand::PeopleList
            | LeadCommand::PairList
            | LeadCommand::MatchPropose
            | LeadCommand::MatchShow
            | LeadCommand::MatchPublish
            | LeadCommand::LeaderAdd { .. }
            | LeadCommand::LeaderRemove { .. }
            | LeadCommand::Announce { .. }
            | LeadCommand::Outbox
            | LeadCommand::OutboxRetry { .. }
            | LeadCommand::OutboxCancel { .. } => Ok(vec![]),
        }
    }

    /// What leaders of the programme did last.
    pub(super) async fn show_acts(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let acts = self.work.acts_in(held.row.id, speaker.person.id, MOST).await?;
        if acts.is_empty() {
            return Ok(vec![Says::NoActs { programme }.into()]);
        }
        let mut lines: Vec<_> = acts.iter().map(|act| self.act_line(act, held)).collect();
        if lines.len() <= SHOWN {
            return Ok(vec![Says::Acts { programme, lines }.into()]);
        }
        let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let all = lines.iter().map(|line| self.app.words.line(&self.locale, line));
        let text = all.collect::<Vec<_>>().join("\n") + "\n";
        let name = format!("{}-{}.txt", held.row.slug, self.verb(CommandName::Audit));
        let file = FileText { name: name.replace(' ', "-"), text };
        lines.truncate(SHOWN);
        Ok(vec![Says::ActsFile { programme, lines, count, file }.into()])
    }

    /// What a leader did, as a line.
    pub(super) fn act_line(&self, act: &Act, held: &Held) -> Message {
        let at = Moment::of(act.at, &held.outline.time_zone);
        let what = self.app.words.of_command(&self.locale, act.command, "did");
        let by = act.by.clone();
        match act.about.clone() {
            Some(about) => Says::ActAbout { at, by, what, about }.into(),
            None => Says::Act { at, by, what }.into(),
        }
    }
}

/// Whether an answer says that nothing was done, or asks first whether it is to be.
fn is_nothing(answer: &Message) -> bool {
    let asks = |offer: &Offer| matches!(offer.press, Press::Confirm(_));
    answer.is_refusal()
        || answer.offers().iter().any(asks)
        || matches!(
            answer,
            Message::Selection(
                SelectionSays::PointsStand { .. }
                    | SelectionSays::BadPoints { .. }
                    | SelectionSays::NoCriteria { .. }
                    | SelectionSays::OwnApplication
                    | SelectionSays::NoSuchApplication { .. }
                    | SelectionSays::CompareSeveral { .. }
                    | SelectionSays::ConsentNotNeeded { .. }
            ) | Message::People(PeopleSays::AttachCsv { .. })
                | Message::CheckIn(
                    CheckInSays::AlreadyOpen { .. }
                        | CheckInSays::TooSoon { .. }
                        | CheckInSays::NobodyToAsk { .. }
                        | CheckInSays::NeedsKey
                        | CheckInSays::NoneOpen { .. }
                )
                | Message::Gathering(
                    GatheringSays::WhatToEdit { .. }
                        | GatheringSays::NoSuchGathering { .. }
                        | GatheringSays::IsOver { .. }
                        | GatheringSays::Past { .. }
                        | GatheringSays::BadTitle { .. }
                        | GatheringSays::BadNumber { .. }
                        | GatheringSays::BadLength { .. }
                        | GatheringSays::AnswerByTooLate { .. }
                )
                | Message::Farewell(FarewellSays::ClosedBefore { .. })
                | Message::Programme(
                    ProgrammeSays::AlreadyRunning { .. }
                        | ProgrammeSays::NotRunning { .. }
                        | ProgrammeSays::NotPaused { .. }
                        | ProgrammeSays::NoPairsYet { .. }
                )
        )
}
