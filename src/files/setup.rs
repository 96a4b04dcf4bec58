//! What can be wrong with a configuration. The sentences quote what was written only where it
//! cannot hold a secret.

use std::{io::ErrorKind, path::PathBuf};

use super::problem::did_you_mean;

/// What is wrong with how the bot is set up, and with it what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupProblem {
    /// A file can't be read.
    #[error(
        "{} can't be read ({}). Correct the path, or let the bot's user read it",
        .path.display(),
        in_words(*.why)
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: ErrorKind,
    },
    /// The file itself can't be read, whose name stands before what is wrong with it.
    #[error(
        "this file can't be read ({}). Correct the path, or let the bot's user read it",
        in_words(*.why)
    )]
    UnreadableItself {
        /// What the system says.
        why: ErrorKind,
    },
    /// A file with a secret holds none.
    #[error("{} is empty. Write the secret into it, on one line", .path.display())]
    EmptyFile {
        /// The file.
        path: PathBuf,
    },
    /// A file with a secret can be read by every user of the system.
    #[error("every user of this machine can read {}. Forbid it: chmod 600", .path.display())]
    OpenToAll {
        /// The file.
        path: PathBuf,
    },
    /// A folder isn't there.
    #[error("there is no folder {}. Make it, or correct the path", .path.display())]
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// Nothing can be written into a folder.
    #[error("the bot can't write into {} ({why}). Let the bot's user write there", .path.display())]
    NotWritable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        why: ErrorKind,
    },
    /// The database can't be used. The words are the store's, and end with the cure.
    #[error("{told}")]
    UnusableDatabase {
        /// What is wrong, and what to do.
        told: String,
    },
    /// The table is for a platform that this build doesn't have.
    #[error(
        "this build of Mentorskap has no {platform}. Build it with `--features {platform}`, or take \
         the table out"
    )]
    NotBuilt {
        /// The platform, as its feature and its table are called.
        platform: &'static str,
    },
    /// A secret is given twice.
    #[error("{other} is given as well. Take one of the two out")]
    GivenTwice {
        /// The other key.
        other: &'static str,
    },
    /// There is no such variable.
    #[error(
        "there is no such setting. {}",
        did_you_mean(.nearest.as_ref(), "Take the variable out")
    )]
    UnknownVariable {
        /// The variable that was probably meant.
        nearest: Option<String>,
    },
    /// The text is no URL of the web.
    #[error("this is no URL. Write it as in {example}")]
    BadUrl {
        /// How it could look.
        example: &'static str,
    },
    /// The text is no URL of a database that we know.
    #[error(
        "this names no database that is known here. Write sqlite:FILE or \
         postgres://user:password@host/database"
    )]
    BadDatabase,
    /// The text is no Matrix user.
    #[error("{said:?} is no Matrix user. Write it as in @mentorskap:example.org")]
    BadUserId {
        /// What was written.
        said: String,
    },
    /// The secret is no key.
    #[error("this is no key. Make one with: openssl rand -base64 32")]
    BadKey,
    /// The text is no name of an installation.
    #[error("{said:?} doesn't fit. Write one to five of a–z and 0–9, as in ment1")]
    BadInstallation {
        /// What was written.
        said: String,
    },
    /// The text is no address to listen at.
    #[error("{said:?} is no address. Write an IP address and a port, as in 127.0.0.1:9464")]
    BadAddress {
        /// What was written.
        said: String,
    },
}

/// What the system says, in words of ours where its own are odd.
fn in_words(why: ErrorKind) -> String {
    if why == ErrorKind::NotFound { "it isn't there".to_owned() } else { why.to_string() }
}
