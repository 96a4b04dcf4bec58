//! How it stands with a programme, for its leaders.

use super::{Answers, Hearing, Held, Speaker, general::count_held, programmes::state_line};
use crate::{
    app::{App, AppError},
    domain::{
        command::CommandName,
        message::{Message, programme::ProgrammeSays},
        progress::Progress,
        role::Role,
    },
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
        let (mut booked, mut met, mut all) = (0, 0, vec![]);
        for pair in self.work.pairs_of_programme(held.row.id).await? {
            let meetings = self.work.meetings_of(pair.id).await?;
            all.push((pair, meetings));
        }
        let progress = Progress::of(&held.outline, &all, self.now);
        let goes_on = all.iter().filter(|(pair, _)| pair.ended_at.is_none());
        let pairs: Vec<_> = goes_on.collect();
        for (_, meetings) in &pairs {
            booked += i64::from(meetings.iter().any(|meeting| meeting.is_to_come(self.now)));
            met += count_held(meetings);
        }
        let ends_on = App::last_day(&mut self.work, held.row.id, &held.outline).await?;
        let cases = self.cases_for(speaker, held).await?.len();
        let count = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
        let mut answers: Answers = vec![
            ProgrammeSays::Status {
                name: held.name(&self.locale),
                state: Box::new(state_line(held.row.state, &held.outline)),
                starts_on: held.outline.starts_on,
                ends_on,
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
        ];
        if held.row.state.has_begun() && !all.is_empty() {
            answers.push(self.progress(held, progress));
        }
        Ok(answers)
    }

    /// How far it has come, month by month, and where its pairs stand.
    fn progress(&self, held: &Held, progress: Progress) -> Message {
        let so_far = progress.months.iter().filter_map(|month| {
            let on = month.until.min(progress.as_of);
            let (held, planned) = (month.held?, month.planned.min(progress.planned));
            Some(ProgrammeSays::HeldUntil { on, held, planned }.into())
        });
        let stands =
            progress.stands.iter().filter(|(_, count)| *count > 0).map(|(stand, count)| {
                let stand = Box::new(ProgrammeSays::stand(*stand).into());
                ProgrammeSays::StandCount { stand, count: *count }.into()
            });
        let (lines, stands) = (so_far.collect(), stands.collect());
        let name = held.name(&self.locale);
        ProgrammeSays::Progress { name, progress, lines, stands }.into()
    }
}
