//! Who leads: somebody, or whoever has a role where people talk.

use std::{fmt, str::FromStr};

use super::{
    account::{Account, BadAccount, PlatformName},
    ids::{LeaderRoleId, ProgrammeId},
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

#[cfg(test)]
mod tests {
    use super::*;

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
