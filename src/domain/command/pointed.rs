//! What can be asked for by pointing at somebody, where a platform lets people do that.

use super::{CommandName, Given, ParameterKind};
use crate::domain::{account::Account, role::Role};

/// What a leader can ask for by pointing at somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pointed {
    /// Takes them in as a mentor.
    AddMentor,
    /// Takes them in as an adept.
    AddAdept,
    /// Lets them lead the programme.
    AddLeader,
}

impl Pointed {
    /// Everything that can be asked for so.
    pub const ALL: [Self; 3] = [Self::AddMentor, Self::AddAdept, Self::AddLeader];

    /// The last part of its key in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AddMentor => "add-mentor",
            Self::AddAdept => "add-adept",
            Self::AddLeader => "add-leader",
        }
    }

    /// The command, for somebody who is called `name` and speaks from `account`.
    pub fn at(self, name: &str, account: &Account) -> Given {
        let taken_in = |role: Role| {
            Given::nothing(CommandName::PeopleAdd)
                .with(ParameterKind::PersonName, name)
                .with(ParameterKind::Role, role.as_str())
        };
        let account = account.to_string();
        match self {
            Self::AddMentor => taken_in(Role::Mentor).with(ParameterKind::Account, &account),
            Self::AddAdept => taken_in(Role::Adept).with(ParameterKind::Account, &account),
            Self::AddLeader => Given::nothing(CommandName::LeaderAdd)
                .with(ParameterKind::Leader, &format!("{account} {name}")),
        }
    }
}
