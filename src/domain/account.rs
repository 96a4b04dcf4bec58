//! Where a person can be reached.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::ids::PersonId;

/// A chat platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlatformName {
    /// The terminal.
    Console,
    /// Discord.
    Discord,
    /// Matrix.
    Matrix,
}

impl PlatformName {
    /// Every platform there is a name for.
    pub const ALL: [Self; 3] = [Self::Console, Self::Discord, Self::Matrix];

    /// As people write it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Discord => "Discord",
            Self::Matrix => "Matrix",
        }
    }

    /// As accounts and the database spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Discord => "discord",
            Self::Matrix => "matrix",
        }
    }
}

impl fmt::Display for PlatformName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for PlatformName {
    type Err = BadAccount;

    fn from_str(text: &str) -> Result<Self, BadAccount> {
        let known = Self::ALL.into_iter().find(|platform| platform.as_str() == text);
        known.ok_or_else(|| BadAccount::Platform(text.to_owned()))
    }
}

/// A person's name on one platform, such as `matrix:@anna:example.org`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account {
    /// Which platform.
    pub platform: PlatformName,
    /// The platform's own id of the person.
    pub address: String,
}

impl Account {
    /// What somebody is called of whom only this is known.
    pub fn name(&self) -> String {
        let local = self.address.trim_start_matches('@');
        let local = local.split(':').next().unwrap_or(local);
        let mut letters = local.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string());
        format!("{}{}", first.unwrap_or_default(), letters.as_str())
    }
}

/// The text is no account.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAccount {
    /// It doesn't start with a platform and a colon.
    #[error("an account starts with its platform, as in matrix:@anna:example.org")]
    Shape,
    /// There is no such platform.
    #[error("there is no platform {0:?}; there are console, discord and matrix")]
    Platform(String),
    /// The platform has no such ids.
    #[error("{address:?} is no {platform} id; one looks like {example}")]
    Address {
        /// The platform.
        platform: PlatformName,
        /// What was written.
        address: String,
        /// What it could have been.
        example: &'static str,
    },
}

impl FromStr for Account {
    type Err = BadAccount;

    fn from_str(text: &str) -> Result<Self, BadAccount> {
        let (platform, address) = text.trim().split_once(':').ok_or(BadAccount::Shape)?;
        let platform: PlatformName = platform.trim().to_lowercase().parse()?;
        let address = address.trim();
        let bad = |example| BadAccount::Address { platform, address: address.to_owned(), example };
        let plain = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
        match platform {
            PlatformName::Console if !plain(address) || address.len() > 64 => {
                Err(bad("console:anna"))
            }
            PlatformName::Discord
                if !(15..=20).contains(&address.len())
                    || !address.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                Err(bad("discord:123456789012345678"))
            }
            PlatformName::Matrix if !is_matrix_id(address) => Err(bad("matrix:@anna:example.org")),
            PlatformName::Console | PlatformName::Discord | PlatformName::Matrix => {
                Ok(Self { platform, address: address.to_owned() })
            }
        }
    }
}

/// A sigil, a local part and a server, within the 255 bytes that the specification allows.
fn is_matrix_id(address: &str) -> bool {
    let parts = address.strip_prefix('@').and_then(|rest| rest.split_once(':'));
    let plain = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace());
    address.len() <= 255 && parts.is_some_and(|(local, server)| plain(local) && plain(server))
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.platform, self.address)
    }
}

/// What a list of people asks for when it gives an account to somebody who is known already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// They have it already.
    Known,
    /// They have none, or none that anybody has ever spoken from: a list that was wrong is
    /// corrected.
    Granted,
    /// It is somebody else's.
    OfAnother,
    /// They speak from another one, or take part elsewhere too. Whoever gave them a second account
    /// could act as them, so they bind it themselves, with a code.
    OwnersToDecide,
}

impl Claim {
    /// Whether a leader's list may give an account to `person`. `owner` is whose it is now;
    /// `is_settled` says that the person speaks from another one or takes part elsewhere with it.
    pub fn of(owner: Option<PersonId>, person: PersonId, is_settled: bool) -> Self {
        match owner {
            Some(owner) if owner == person => Self::Known,
            Some(_) => Self::OfAnother,
            None if is_settled => Self::OwnersToDecide,
            None => Self::Granted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_read_and_written_alike() {
        for text in ["console:anna", "discord:123456789012345678", "matrix:@anna:example.org:8448"]
        {
            assert_eq!(text.parse::<Account>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_account_is_refused_with_an_example() {
        check("anna", "an account starts with its platform, as in matrix:@anna:example.org");
        check("irc:anna", "there is no platform \"irc\"; there are console, discord and matrix");
        check("matrix:anna", "\"anna\" is no matrix id; one looks like matrix:@anna:example.org");
        check(
            "discord:anna",
            "\"anna\" is no discord id; one looks like discord:123456789012345678",
        );
        check("console:", "\"\" is no console id; one looks like console:anna");
    }

    #[test]
    fn nobody_is_given_an_account_that_could_speak_for_them() {
        let (anna, bo) = (PersonId::new(1), PersonId::new(2));
        assert_eq!(Claim::of(None, anna, false), Claim::Granted);
        assert_eq!(Claim::of(None, anna, true), Claim::OwnersToDecide);
        assert_eq!(Claim::of(Some(anna), anna, true), Claim::Known);
        assert_eq!(Claim::of(Some(bo), anna, false), Claim::OfAnother);
    }

    #[track_caller]
    fn check(text: &str, refusal: &str) {
        assert_eq!(text.parse::<Account>().unwrap_err().to_string(), refusal);
    }
}
