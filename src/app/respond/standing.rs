//! How it stands with a programme, for its leaders.

use super::{Answers, Hearing, Held, Speaker, general::count_held, programmes::state_line};
use crate::{
    app::AppError,
    domain::{command::CommandName, message::programme::ProgrammeSays, role::Role},
};

impl Hearing<'_> {
    pub(super) async fn programme_status(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let members = self.work.members(held.row.id).await?;
        let of_role = |role: Role| {
            let count = members.iter().filter(|member| member.role == role).count();
            i64::try_from(count).unwrap_or(i64::MAX)
        };
        let waiting = members.iter().filter(|member| !member.has_joined).count();
        let mut pairs = self.work.pairs_of_programme(held.row.id).await?;
        pairs.retain(|pair| pair.ended_at.is_none());
        let (mut booked, mut met) = (0, 0);
        for pair in &pairs {
            let meetings = self.work.meetings_of(pair.id).await?;
            booked += i64::from(meetings.iter().any(|meeting| meeting.is_to_come(self.now)));
            met += count_held(&meetings);
        }
        let cases = self.cases_for(speaker, held).await?.len();
        let count = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
        Ok(vec![
            ProgrammeSays::Status {
                name: held.name(&self.locale),
                state: Box::new(state_line(held.row.state, &held.outline)),
                starts_on: held.outline.starts_on,
                ends_on: held.outline.ends_on(),
                mentors: of_role(Role::Mentor),
                adepts: of_role(Role::Adept),
                waiting: i64::try_from(waiting).unwrap_or(i64::MAX),
                pairs: count,
                booked,
                held: met,
                planned: count.saturating_mul(i64::from(held.outline.meetings)),
                cases: i64::try_from(cases).unwrap_or(i64::MAX),
                attention: self.usage(CommandName::Attention),
            }
            .into(),
        ])
    }
}
