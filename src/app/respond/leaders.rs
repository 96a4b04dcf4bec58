//! Which of a leader's commands is done where.

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        command::{Command, CommandName},
        message::general::General,
    },
};

impl Hearing<'_> {
    pub(super) async fn do_for_programme(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        command: Command,
    ) -> Result<Answers, AppError> {
        match command {
            Command::Attention => self.attention(held).await,
            Command::ProgrammeShow => Ok(self.show_programme(held)),
            Command::ProgrammeStatus => self.programme_status(held).await,
            Command::ProgrammeStart => self.start_programme(held).await,
            Command::ProgrammePause => self.pause_programme(held).await,
            Command::ProgrammeResume => self.resume_programme(held).await,
            Command::PeopleImport => Ok(Self::attach_list()),
            Command::PeopleInvite => self.invite(held).await,
            Command::PeopleAdd { name, role, account } => {
                self.add_to_people(held, &name, role, account.as_ref()).await
            }
            Command::PeopleList => self.list_people(held).await,
            Command::PairAdd { mentor, adept } => {
                self.add_pair(speaker, held, &mentor, &adept).await
            }
            Command::PairList => self.list_pairs(held).await,
            Command::PairShow { number } => self.show_pair(held, number).await,
            Command::PairRemind { number } => self.remind_pair(held, number).await,
            Command::LeaderAdd { account } => self.add_leader(held, &account).await,
            Command::LeaderRemove { account } => self.remove_leader(held, &account).await,
            Command::Announce { words } => self.preview_announcement(speaker, held, words).await,
            Command::Outbox => self.show_outbox(held).await,
            Command::OutboxRetry { number } => self.retry_letter(held, number).await,
            Command::OutboxCancel { number } => self.cancel_letter(held, number).await,
            other => {
                tracing::error!(?other, "a command went the wrong way");
                Ok(vec![General::NotUnderstood { help: self.usage(CommandName::Help) }.into()])
            }
        }
    }
}
