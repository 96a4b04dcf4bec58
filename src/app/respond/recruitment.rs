//! A leader's commands about applications: when people can send them.

use super::{Answers, Hearing, Held};
use crate::{
    app::AppError,
    domain::{
        application::Recruitment,
        command::CommandName,
        message::{Code, application::ApplicationSays},
    },
};

impl Hearing<'_> {
    /// Lets people apply, and hands the leader an invitation for all to see.
    pub(super) async fn open_recruitment(&mut self, held: &Held) -> Result<Answers, AppError> {
        let Some(recruitment) = &held.outline.recruitment else {
            let show = self.usage(CommandName::ProgrammeShow);
            return Ok(vec![ApplicationSays::NoQuestions { show }.into()]);
        };
        if let Some(closes_on) = recruitment.closes_on.filter(|_| !self.takes(held, recruitment)) {
            let show = self.usage(CommandName::ProgrammeShow);
            return Ok(vec![ApplicationSays::PastLastDay { closes_on, show }.into()]);
        }
        if held.row.recruits_since.is_none() {
            self.work.put_recruiting(held.row.id, Some(self.now)).await?;
        }
        self.work.look_at_preparation(held.row.id, Some(self.now)).await?;
        let programme = held.name(&self.locale);
        let close = self.usage(CommandName::RecruitClose);
        let opened = ApplicationSays::Opened { programme: programme.clone(), close };
        let apply = self.apply_to(held);
        let purpose = held.outline.purpose.as_ref().map(|words| words.get(&self.locale).to_owned());
        let invitation = match (purpose, recruitment.closes_on) {
            (None, None) => ApplicationSays::Invitation { programme, apply },
            (None, Some(closes_on)) => {
                ApplicationSays::InvitationBefore { programme, apply, closes_on }
            }
            (Some(purpose), None) => ApplicationSays::InvitationFor { programme, purpose, apply },
            (Some(purpose), Some(closes_on)) => {
                ApplicationSays::InvitationUntil { programme, purpose, apply, closes_on }
            }
        };
        Ok(vec![opened.into(), invitation.into()])
    }

    /// Lets nobody apply any longer.
    pub(super) async fn close_recruitment(&mut self, held: &Held) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        if held.row.recruits_since.is_none() {
            return Ok(vec![ApplicationSays::NotOpenAnyway { programme }.into()]);
        }
        self.work.put_recruiting(held.row.id, None).await?;
        let sent = self.work.applications_to(held.row.id).await?;
        let count = i64::try_from(sent.len()).unwrap_or(i64::MAX);
        Ok(vec![ApplicationSays::Closed { programme, count }.into()])
    }

    /// Whether the last day to apply hasn't passed, where the programme is at home.
    pub(super) fn takes(&self, held: &Held, recruitment: &Recruitment) -> bool {
        recruitment.takes(held.outline.time_zone.to_datetime(self.now).date())
    }

    /// What to type to apply to a programme.
    pub(super) fn apply_to(&self, held: &Held) -> Code {
        self.app.apply_to(&self.locale, &held.row.slug)
    }
}
