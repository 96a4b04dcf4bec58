//! Which of the group sessions to come: of a programme that they lead, or those that are for them.

use super::{Seeking, label};
use crate::{
    app::AppError,
    domain::{gathering::GatheringState, permission::Audience, role::Role},
    platform::Suggestion,
};

impl Seeking<'_> {
    /// The group sessions that the command can be about.
    pub(super) async fn gatherings(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let leads = Audience::of(self.sought.command).leads();
        let mut found = vec![];
        for (row, outline) in
            self.programmes_where(|part| (part.role == Role::Leader) == leads).await?
        {
            let parts = self.parts.iter().filter(|part| part.programme == row.id);
            let roles: Vec<_> = parts.map(|part| part.role).collect();
            let zone = &outline.time_zone;
            for one in self.work.gatherings_of(row.id).await? {
                // A leader may want to note who came, or to send something, afterwards.
                let is_theirs = if leads {
                    one.state != GatheringState::Cancelled
                } else {
                    one.is_open(zone, self.now) && one.plan.is_for(&roles)
                };
                if !is_theirs {
                    continue;
                }
                let number = one.number.to_string();
                let when = one.plan.starts.map(|at| self.moment(at)).unwrap_or_default();
                let title = one.plan.titles.get(&self.locale);
                found.push(Suggestion { label: label(&[&number, title, &when]), value: number });
            }
        }
        Ok(found)
    }
}
