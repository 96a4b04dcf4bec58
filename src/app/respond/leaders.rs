//! Which of a leader's commands is done where.

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        command::{GatheringCommand, LeadCommand},
        leading::Leading,
        proposal::TieKind,
    },
};

impl Hearing<'_> {
    pub(super) async fn do_for_programme(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        command: LeadCommand,
    ) -> Result<Answers, AppError> {
        match command {
            LeadCommand::Attention => self.attention(speaker, held).await,
            LeadCommand::Audit => self.show_acts(speaker, held).await,
            LeadCommand::Report => self.show_report(held).await,
            LeadCommand::ProgrammeShow => Ok(self.show_programme(held)),
            LeadCommand::ProgrammeStatus => self.programme_status(speaker, held).await,
            LeadCommand::ProgrammeStart => self.start_programme(held).await,
            LeadCommand::ProgrammePause => self.pause_programme(held).await,
            LeadCommand::ProgrammeResume => self.resume_programme(held).await,
            LeadCommand::ProgrammeClose => self.ask_to_close(speaker, held).await,
            LeadCommand::ProgrammeTraining => self.show_training(speaker, held).await,
            LeadCommand::ApplicationsList => self.list_applications(speaker, held).await,
            LeadCommand::ApplicationsShow { number } => {
                self.show_application(speaker, held, number).await
            }
            LeadCommand::ApplicationsCompare { numbers } => {
                self.compare_applications(speaker, held, &numbers).await
            }
            LeadCommand::ApplicationsConsent { number, guardian } => {
                self.record_consent(speaker, held, number, guardian).await
            }
            LeadCommand::ApplicationsScore { number, points } => {
                self.score_application(speaker, held, number, &points).await
            }
            LeadCommand::ApplicationsNote { number, words } => {
                self.note_application(speaker, held, number, &words).await
            }
            LeadCommand::ApplicationsDecide { numbers, decision } => {
                self.decide_applications(speaker, held, &numbers, decision).await
            }
            LeadCommand::LettersPreview => self.preview_letters(speaker, held).await,
            LeadCommand::LettersSend => self.offer_letters(speaker, held).await,
            LeadCommand::CheckInOpen => self.open_check_in(held).await,
            LeadCommand::CheckInClose => self.ask_to_close_check_in(speaker, held).await,
            LeadCommand::CheckInResults { number } => {
                self.check_in_results(speaker, held, number).await
            }
            LeadCommand::ProgrammeChannel { is_off } => self.set_channel(held, is_off).await,
            LeadCommand::Gathering(command) => self.do_for_gathering(speaker, held, command).await,
            LeadCommand::RecruitOpen => self.open_recruitment(held).await,
            LeadCommand::RecruitClose => self.close_recruitment(held).await,
            LeadCommand::PeopleImport => Ok(Self::attach_list()),
            LeadCommand::PeopleInvite => self.invite(held).await,
            LeadCommand::PeopleAdd { name, role, account } => {
                self.add_to_people(speaker, held, &name, role, account.as_ref()).await
            }
            LeadCommand::PeopleList => self.list_people(held).await,
            LeadCommand::PairAdd { mentor, adept } => {
                self.add_pair(speaker, held, &mentor, &adept).await
            }
            LeadCommand::PairList => self.list_pairs(held).await,
            LeadCommand::PairShow { number } => self.show_pair(speaker, held, number).await,
            LeadCommand::PairRemind { number } => self.remind_pair(held, number).await,
            LeadCommand::PairPause { number, until } => {
                self.rest_pair(speaker, held, number, until).await
            }
            LeadCommand::PairExtend { number, until } => {
                self.extend_pair(speaker, held, number, until).await
            }
            LeadCommand::PairEnd { number } => self.ask_to_end(speaker, held, number, false).await,
            LeadCommand::PairRematch { number } => {
                self.ask_to_end(speaker, held, number, true).await
            }
            LeadCommand::MatchPropose => self.begin_matching(speaker, held).await,
            LeadCommand::MatchShow => self.show_matches(held).await,
            LeadCommand::MatchLock { mentor, adept } => {
                self.tie(speaker, held, (&mentor, &adept), TieKind::Locked).await
            }
            LeadCommand::MatchAvoid { mentor, adept } => {
                self.tie(speaker, held, (&mentor, &adept), TieKind::Avoided).await
            }
            LeadCommand::MatchAllow { mentor, adept } => {
                self.tie(speaker, held, (&mentor, &adept), TieKind::Allowed).await
            }
            LeadCommand::MatchSwap { one, other } => self.swap(speaker, held, &one, &other).await,
            LeadCommand::MatchPublish => self.preview_matches(speaker, held).await,
            LeadCommand::LeaderAdd { who: Leading::Account(account), name } => {
                self.add_leader(speaker, held, &account, name).await
            }
            LeadCommand::LeaderAdd { who: Leading::Role(role), name } => {
                self.add_leader_role(held, &role, name).await
            }
            LeadCommand::LeaderRemove { who: Leading::Account(account) } => {
                self.remove_leader(held, &account).await
            }
            LeadCommand::LeaderRemove { who: Leading::Role(role) } => {
                self.remove_leader_role(held, &role).await
            }
            LeadCommand::Announce { words } => {
                self.preview_announcement(speaker, held, words).await
            }
            LeadCommand::Outbox => self.show_outbox(held).await,
            LeadCommand::OutboxRetry { number } => self.retry_letter(held, number).await,
            LeadCommand::OutboxCancel { number } => self.cancel_letter(held, number).await,
        }
    }
}

/// Whether a command is of no use once a programme is over.
pub(super) const fn changes_its_course(command: &LeadCommand) -> bool {
    matches!(
        command,
        LeadCommand::ProgrammeTraining
            | LeadCommand::Gathering(
                GatheringCommand::Create { .. }
                    | GatheringCommand::Move { .. }
                    | GatheringCommand::Edit { .. }
            )
            | LeadCommand::CheckInOpen
            | LeadCommand::RecruitOpen
            | LeadCommand::PairAdd { .. }
            | LeadCommand::PairRemind { .. }
            | LeadCommand::PairPause { .. }
            | LeadCommand::PairExtend { .. }
            | LeadCommand::MatchPropose
            | LeadCommand::MatchPublish
    )
}
