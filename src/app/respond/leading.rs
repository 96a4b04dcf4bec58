//! Who leads a programme besides: people, and roles that people have.

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::{App, AppError},
    domain::{
        account::Account,
        leading::{LeaderRole, ServerRole},
        message::{Code, people::PeopleSays},
        person::Member,
        role::Role,
    },
};

impl Hearing<'_> {
    pub(super) async fn add_leader(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        account: &Account,
        name: Option<String>,
    ) -> Result<Answers, AppError> {
        // What somebody is called elsewhere is none of the leader's business.
        let by = Some(speaker.parts.as_slice());
        let is_elsewhere = App::is_out_of_reach(&mut self.work, account, by).await?;
        let known = self.work.person_of(account).await?.map(|person| person.name);
        let name = known.filter(|_| !is_elsewhere).or(name).unwrap_or_else(|| account.name());
        let programme = held.name(&self.locale);
        let person = self.work.person_of(account).await?.map(|person| person.id);
        let leaders = self.leaders(held).await?;
        let by_role =
            leaders.iter().find(|leader| Some(leader.person) == person && leader.by_role.is_some());
        // Whoever is named stays a leader without the role.
        if let Some(leader) = by_role {
            self.work.lead_by_role(leader.id, None).await?;
            return Ok(vec![PeopleSays::LeaderAdded { name, programme }.into()]);
        }
        let who = (name.as_str(), Role::Leader, Some(account));
        let app = self.app;
        let added = app.add_one(&mut self.work, held.row.id, &held.outline, who, self.now).await?;
        Ok(vec![match added {
            Some(_) => PeopleSays::LeaderAdded { name, programme }.into(),
            None => PeopleSays::AlreadyThere { name }.into(),
        }])
    }

    pub(super) async fn remove_leader(
        &mut self,
        held: &Held,
        account: &Account,
    ) -> Result<Answers, AppError> {
        let leaders = self.leaders(held).await?;
        let person = self.work.person_of(account).await?.map(|person| person.id);
        let programme = held.name(&self.locale);
        let Some(leader) = leaders.iter().find(|leader| Some(leader.person) == person) else {
            return Ok(vec![
                PeopleSays::NoSuchLeader { account: Code(account.to_string()) }.into(),
            ]);
        };
        let name = leader.name.clone();
        // Otherwise they would lead again as soon as they speak.
        if let Some(role) = self.role_of(leader).await? {
            return Ok(vec![PeopleSays::LeadsByRole { name, role: role.name }.into()]);
        }
        if leaders.len() == 1 {
            return Ok(vec![PeopleSays::LastLeader { programme }.into()]);
        }
        self.work.remove_member(leader.id).await?;
        Ok(vec![PeopleSays::LeaderRemoved { name, programme }.into()])
    }

    pub(super) async fn add_leader_role(
        &mut self,
        held: &Held,
        role: &ServerRole,
        name: Option<String>,
    ) -> Result<Answers, AppError> {
        if role.is_everybodys() {
            return Ok(vec![PeopleSays::RoleOfEverybody.into()]);
        }
        let name = name.unwrap_or_else(|| role.role.clone());
        let is_new = self.work.add_leader_role(held.row.id, role, &name).await?;
        let programme = held.name(&self.locale);
        Ok(vec![if is_new {
            PeopleSays::RoleAdded { role: name, programme }.into()
        } else {
            PeopleSays::RoleAlreadyThere { role: name, programme }.into()
        }])
    }

    pub(super) async fn remove_leader_role(
        &mut self,
        held: &Held,
        role: &ServerRole,
    ) -> Result<Answers, AppError> {
        let roles = self.work.leader_roles(held.row.id).await?;
        let programme = held.name(&self.locale);
        let Some(known) = roles.iter().find(|known| known.role == *role) else {
            return Ok(vec![PeopleSays::NoSuchLeader { account: Code(role.to_string()) }.into()]);
        };
        let leaders = self.leaders(held).await?;
        if leaders.iter().all(|leader| leader.by_role == Some(known.id)) {
            return Ok(vec![PeopleSays::LastLeader { programme }.into()]);
        }
        self.work.remove_leader_role(known.id).await?;
        Ok(vec![PeopleSays::RoleRemoved { role: known.name.clone(), programme }.into()])
    }

    async fn leaders(&mut self, held: &Held) -> Result<Vec<Member>, AppError> {
        let members = self.work.members(held.row.id).await?;
        Ok(members.into_iter().filter(|member| member.role == Role::Leader).collect())
    }

    /// By which role somebody leads, if by one.
    async fn role_of(&mut self, leader: &Member) -> Result<Option<LeaderRole>, AppError> {
        let roles = self.work.leader_roles(leader.programme).await?;
        Ok(roles.into_iter().find(|role| leader.by_role == Some(role.id)))
    }
}
