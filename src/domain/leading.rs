//! Who leads: somebody, or whoever has a role where people talk.

use std::{fmt, str::FromStr};

use super::{
    account::{Account, BadAccount, PlatformName},
    ids::{LeaderRoleId, MemberId, ProgrammeId},
    person::Member,
    role::Role,
};

/// A role that people are given on a server of a platform. It is written `discord:SERVER/ROLE`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ServerRole {
    /// Which platform.
    pub platform: PlatformName,
    /// The platform's own id of the server.
    pub server: String,
    /// The platform's own id of the role.
    pub role: String,
}

impl ServerRole {
    /// Whether everybody on the server has it: Discord gives that one the server's own id.
    pub fn is_everybodys(&self) -> bool {
        self.server == self.role
    }
}

impl fmt::Display for ServerRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}/{}", self.platform, self.server, self.role)
    }
}

/// Who is to lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leading {
    /// Somebody.
    Account(Account),
    /// Whoever has a role.
    Role(ServerRole),
}

impl FromStr for Leading {
    type Err = BadAccount;

    fn from_str(text: &str) -> Result<Self, BadAccount> {
        let is_id = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let role = text
            .strip_prefix("discord:")
            .and_then(|rest| rest.split_once('/'))
            .filter(|(server, role)| is_id(server) && is_id(role));
        match role {
            Some((server, role)) => Ok(Self::Role(ServerRole {
                platform: PlatformName::Discord,
                server: server.to_owned(),
                role: role.to_owned(),
            })),
            None => text.parse().map(Self::Account),
        }
    }
}

/// A role whose holders lead a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaderRole {
    /// Which one.
    pub id: LeaderRoleId,
    /// What they lead.
    pub programme: ProgrammeId,
    /// The role.
    pub role: ServerRole,
    /// What it was called when it was chosen.
    pub name: String,
}

/// What follows from a role for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// Nothing.
    Nothing,
    /// They lead from now on.
    Leads,
    /// They don't any longer: this part of theirs ends.
    Ends(MemberId),
}

impl LeaderRole {
    /// What follows for somebody who takes part so, and has the role or not. Whoever was named as a
    /// leader stays one.
    pub fn follows(&self, has: bool, parts: &[Member]) -> Follows {
        let mut leads = parts
            .iter()
            .filter(|part| part.programme == self.programme && part.role == Role::Leader);
        match leads.next() {
            None if has => Follows::Leads,
            Some(part) if !has && part.by_role == Some(self.id) => Follows::Ends(part.id),
            None | Some(_) => Follows::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads(programme: i64, by_role: Option<i64>) -> Member {
        Member {
            id: MemberId::new(7),
            programme: ProgrammeId::new(programme),
            person: crate::domain::ids::PersonId::new(1),
            name: "Bo Berg".to_owned(),
            handle: "bo".to_owned(),
            role: Role::Leader,
            capacity: 1,
            paused_since: None,
            pause_at: None,
            resume_at: None,
            by_role: by_role.map(LeaderRoleId::new),
            has_joined: true,
        }
    }

    #[test]
    fn whoever_has_the_role_leads_and_whoever_was_named_stays() {
        let role = LeaderRole {
            id: LeaderRoleId::new(3),
            programme: ProgrammeId::new(1),
            role: ServerRole {
                platform: PlatformName::Discord,
                server: "1".to_owned(),
                role: "2".to_owned(),
            },
            name: "Ledning".to_owned(),
        };
        let adept = Member { role: Role::Adept, ..leads(1, None) };
        assert_eq!(role.follows(true, &[]), Follows::Leads);
        assert_eq!(role.follows(true, &[adept.clone(), leads(2, None)]), Follows::Leads);
        assert_eq!(role.follows(true, &[leads(1, Some(3))]), Follows::Nothing);
        assert_eq!(
            role.follows(false, &[adept, leads(1, Some(3))]),
            Follows::Ends(MemberId::new(7))
        );
        assert_eq!(role.follows(false, &[leads(1, None)]), Follows::Nothing);
        assert_eq!(role.follows(false, &[leads(1, Some(4))]), Follows::Nothing);
        assert_eq!(role.follows(false, &[]), Follows::Nothing);
    }

    #[test]
    fn a_role_is_read_as_it_is_written() {
        let text = "discord:123456789012345678/223456789012345678";
        let Ok(Leading::Role(role)) = text.parse() else { panic!("it is a role") };
        assert_eq!(role.to_string(), text);
        assert!(!role.is_everybodys());
        assert!(ServerRole { role: role.server.clone(), ..role }.is_everybodys());
    }

    #[test]
    fn everything_else_is_an_account_or_nothing() {
        let account = "discord:123456789012345678";
        assert_eq!(account.parse(), Ok(Leading::Account(account.parse().unwrap())));
        for text in ["discord:1/", "discord:/1", "discord:a/1", "matrix:1/2", "1/2"] {
            assert!(text.parse::<Leading>().is_err(), "{text}");
        }
    }
}
