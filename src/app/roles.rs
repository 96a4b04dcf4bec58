//! Leaders by a role: whoever has it leads from when they first speak, and until they have it no
//! longer.

use super::{App, AppError};
use crate::{
    domain::{
        inbound::{Inbound, Said},
        leading::{Follows, LeaderRole},
        role::Role,
    },
    store::Work,
};

/// A role, and whether whoever speaks has it.
#[derive(Debug, Clone)]
pub(super) struct Holding {
    role: LeaderRole,
    has: bool,
}

impl App {
    /// Which of the roles that count whoever speaks has, as far as the platform can tell now. It
    /// may take a while, so nothing is being stored meanwhile.
    pub(super) async fn holdings(&self, inbound: &Inbound) -> Result<Vec<Holding>, AppError> {
        let account = &inbound.from;
        if matches!(inbound.said, Said::Arrived { .. }) {
            return Ok(vec![]);
        }
        let Some(platform) = self.platforms.get(&account.platform) else { return Ok(vec![]) };
        let mut holdings = vec![];
        for role in self.store.leader_roles_on(account.platform).await? {
            // What can't be told changes nothing.
            if let Some(has) = platform.has_role(&account.address, &role.role).await {
                holdings.push(Holding { role, has });
            }
        }
        Ok(holdings)
    }

    /// Lets whoever speaks lead, or not any longer, as their roles have it.
    pub(super) async fn settle_roles(
        &self,
        work: &mut Work,
        holdings: &[Holding],
        inbound: &Inbound,
    ) -> Result<(), AppError> {
        for holding in holdings {
            let person = work.person_of(&inbound.from).await?;
            let parts = match &person {
                Some(person) => work.parts_of(person.id).await?,
                None => vec![],
            };
            match holding.role.follows(holding.has, &parts) {
                Follows::Nothing => {}
                Follows::Ends(part) => work.remove_member(part).await?,
                Follows::Leads => {
                    let programme = holding.role.programme;
                    let Some(row) = work.programme(programme).await? else { continue };
                    let outline = self.outline(&row)?;
                    let name = person.map_or_else(|| inbound.name(), |person| person.name);
                    let who = (name.as_str(), Role::Leader, Some(&inbound.from));
                    self.add_one(work, programme, &outline, who, self.clock.now()).await?;
                    let members = work.members(programme).await?;
                    let owner = work.person_of(&inbound.from).await?.map(|person| person.id);
                    let part = members
                        .iter()
                        .find(|part| Some(part.person) == owner && part.role == Role::Leader);
                    if let Some(part) = part {
                        work.lead_by_role(part.id, Some(holding.role.id)).await?;
                    }
                }
            }
        }
        Ok(())
    }
}
