//! Chat platforms, as the rest of the bot sees them. A real one has its own folder in here and
//! its own feature; it translates, and decides nothing.

pub mod console;
#[cfg(feature = "discord")]
pub mod discord;
#[cfg(feature = "matrix")]
pub mod matrix;
#[cfg(any(feature = "discord", feature = "matrix"))]
mod pages;
#[cfg(any(feature = "discord", feature = "matrix"))]
mod turns;

use std::{error::Error, fmt, time::Duration};

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{
    document::Document,
    domain::{
        account::{Account, PlatformName},
        command::{CommandName, ParameterKind},
        inbound::{Inbound, InboundKey, MessageRef, Room, RoomKind},
        leading::ServerRole,
    },
};

/// Somewhere that people are spoken to.
#[async_trait]
pub trait Platform: Send + Sync {
    /// Which platform it is.
    fn name(&self) -> PlatformName;

    /// How long it recognises a key. A letter whose first attempt is older than that is looked
    /// for with [`Platform::find`] before it is posted again.
    fn memory(&self) -> Duration;

    /// Posts one letter. Posting the same key again within [`Platform::memory`] shows it once and
    /// returns the same message.
    async fn post(&self, letter: &Letter) -> Result<MessageRef, PostError>;

    /// Looks for a letter that may have been posted before.
    async fn find(&self, letter: &Letter, tried: &Tried) -> Result<Found, PostError>;

    /// Opens a place to talk, and invites who belongs there. Opening the same key again returns
    /// the same room.
    async fn open(&self, wanted: &PlaceWanted) -> Result<String, PostError>;

    /// Hears what people say until it is told to stop. What the ear refuses is said to it again.
    async fn listen(&self, ear: &dyn Ear) -> Result<(), PlatformError>;

    /// Whether somebody has a role, where a platform has roles. None if that can't be told now.
    async fn has_role(&self, _person: &str, _role: &ServerRole) -> Option<bool> {
        None
    }

    /// Whether somebody is still there, where a platform tells that when it is asked.
    async fn presence(&self, _person: &str) -> Presence {
        Presence::NeverTold
    }

    /// Has the calendar that a platform keeps for a server show an event, or not any longer. Says
    /// what the platform calls it. None if it isn't shown, or if there is no such calendar.
    async fn show_event(&self, _wanted: &EventWanted) -> Result<Option<String>, PostError> {
        Ok(None)
    }

    /// Ends [`Platform::listen`] and leaves the platform in order.
    async fn shut_down(&self);
}

/// Whether somebody is still where they can be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// They are.
    Here,
    /// They have left.
    Gone,
    /// It can't be told now.
    Unknown,
    /// The platform never tells.
    NeverTold,
}

/// Who listens to a platform. Everything is offered at least once.
#[async_trait]
pub trait Ear: Send + Sync {
    /// Takes in one thing that was said. When this returns without an error it is stored, and
    /// needn't be said again.
    async fn hear(&self, inbound: Inbound) -> Result<Heard, Deaf>;

    /// The rooms of a platform in which somebody may have spoken while it was away. Where somebody
    /// was heard last comes first.
    async fn rooms(&self, platform: PlatformName) -> Result<Vec<KnownRoom>, Deaf>;

    /// Up to when everything that was said on a platform was offered, if that was noted.
    async fn heard_up_to(&self, _platform: PlatformName) -> Result<Option<Timestamp>, Deaf> {
        Ok(None)
    }

    /// Notes that everything that was said on a platform until so long ago was offered.
    async fn note_heard(&self, _platform: PlatformName, _ago: Duration) -> Result<(), Deaf> {
        Ok(())
    }

    /// Whether this was heard before: how far back a platform must read after a time away.
    async fn has_heard(&self, key: &InboundKey) -> Result<bool, Deaf>;

    /// Whether somebody who calls the bot is one of those whom it is there for. `since` is when it
    /// came to them, if it did.
    async fn knows(
        &self,
        account: &Account,
        since: Option<Timestamp>,
    ) -> Result<Acquaintance, Deaf>;

    /// What could be chosen for a part of a command that somebody is putting together: the
    /// likeliest first, and [`MOST_SUGGESTIONS`] at most. Nothing that they may not see.
    async fn suggest(&self, _sought: &Sought) -> Result<Vec<Suggestion>, Deaf> {
        Ok(vec![])
    }
}

/// How many suggestions there are at most: what fits on a screen.
pub const MOST_SUGGESTIONS: usize = 25;

/// A part of a command that somebody has begun to put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// Who puts it together.
    pub account: Account,
    /// Where.
    pub room: Room,
    /// Which command.
    pub command: CommandName,
    /// Which part of it.
    pub kind: ParameterKind,
    /// What is typed of it so far.
    pub typed: String,
    /// The programme that was chosen for the command, if one was.
    pub programme: Option<String>,
    /// With whom it is, if that was chosen.
    pub with: Option<String>,
}

/// What could be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// As it is shown.
    pub label: String,
    /// As it is put into the command.
    pub value: String,
}

/// A room in which the bot and people talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRoom {
    /// The platform's own id of it.
    pub address: String,
    /// Who listens there.
    pub kind: RoomKind,
    /// When somebody was heard there.
    pub heard_at: Option<Timestamp>,
}

/// What became of something that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It was acted on: what was pressed may be shown as chosen.
    Taken,
    /// It was refused, and nothing has changed.
    Refused,
    /// It was heard before.
    Before,
}

/// How far somebody is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acquaintance {
    /// They are in a programme, or may make one.
    Known,
    /// They may be somebody who was given a code, and is to be heard between the two alone.
    Expected,
    /// Nobody of whom the bot knows, and nobody for whom it waits.
    Stranger,
}

/// What was said could not be taken in; say it again later.
#[derive(Debug, thiserror::Error)]
#[error("what was said could not be stored")]
pub struct Deaf(#[source] pub Box<dyn Error + Send + Sync>);

/// A message ready to leave.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Stays the same however often the letter is posted again.
    pub key: DeliveryKey,
    /// The room to post it in, in the platform's own words.
    pub room: String,
    /// Whom it is for, by the platform's own ids: where anybody else can read it, it is not posted.
    /// None for an answer in a room that is nobody's own.
    pub readers: Option<Vec<String>>,
    /// Who is addressed by name and must be notified. Nobody else is, whatever the text says.
    pub mentions: Vec<Mention>,
    /// The message that it answers.
    pub reply_to: Option<MessageRef>,
    /// Whether another letter that answers the same may be there already.
    pub answers_further: bool,
    /// What it says.
    pub document: Document,
}

/// Somebody addressed by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The platform's own id of the person.
    pub address: String,
    /// What they are called.
    pub name: String,
}

/// A place to talk that ought to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceWanted {
    /// Stays the same however often the place is asked for.
    pub key: DeliveryKey,
    /// Who belongs there, by the platform's own ids: one for a direct conversation.
    pub members: Vec<String>,
    /// What it is called; none for a direct conversation.
    pub title: Option<String>,
}

/// An event as a platform's own calendar ought to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventWanted {
    /// The room in which it is announced.
    pub room: String,
    /// What the platform calls it, if it is shown already.
    pub known: Option<String>,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub about: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// When it begins.
    pub begins: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// Whether it isn't to be shown.
    pub is_off: bool,
}

/// What is known of earlier attempts to post a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// When the first one began.
    pub since: Timestamp,
    /// Messages in the same room that are other letters, which may say the same.
    pub others: Vec<MessageRef>,
}

/// Whether a letter was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is, as this message.
    Yes(MessageRef),
    /// It isn't.
    No,
    /// It can't be told.
    Unknown,
}

/// Lets a platform recognise a letter that it has seen before.
///
/// Two installations may share a room and count their rows from one, so the key names both.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DeliveryKey(String);

/// The name of one running copy of the bot and its database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installation(String);

/// The name would not fit into every platform's keys.
#[derive(Debug, thiserror::Error)]
#[error("an installation's name has one to five of a–z and 0–9, and {0:?} does not")]
pub struct BadInstallation(String);

impl DeliveryKey {
    /// The key of an outbox row.
    pub fn of_row(installation: &Installation, id: i64) -> Self {
        Self(format!("{}-{id}", installation.0))
    }

    /// The key of a place, which can't be taken for that of a row.
    pub fn of_place(installation: &Installation, id: i64) -> Self {
        Self(format!("{}-p{id}", installation.0))
    }

    /// The key as platforms are given it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Installation {
    /// Accepts names so short that a key fits into a Discord nonce: 25 characters, of which the
    /// dash and the largest row id take twenty.
    pub fn new(name: &str) -> Result<Self, BadInstallation> {
        let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        if plain && (1..=5).contains(&name.len()) {
            Ok(Self(name.to_owned()))
        } else {
            Err(BadInstallation(name.to_owned()))
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeliveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a letter did not arrive, in terms of what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// The platform asked for patience. Nothing has left.
    #[error("the platform asks to wait {}s", .0.as_secs())]
    Busy(Duration),
    /// The platform asked for patience when a part of it had left. Post it again with the same
    /// key: what has arrived is recognised.
    #[error("a part of it has left, and the platform asks to wait {}s", .0.as_secs())]
    Halfway(Duration),
    /// It may or may not have arrived; post it again with the same key.
    #[error("the connection broke")]
    Interrupted(#[source] Box<dyn Error + Send + Sync>),
    /// Nobody will ever receive it there.
    #[error("nobody can receive this: {0}")]
    Undeliverable(Undeliverable),
}

/// Why nobody will receive a letter. Leaders read it in their own language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Undeliverable {
    /// The person doesn't let the bot write to them, or has left.
    #[error("the person can't be written to")]
    Closed,
    /// The room is gone, the bot was put out of it, or others have come into it.
    #[error("the room is gone")]
    Gone,
    /// The platform refuses what the letter says.
    #[error("the platform refused the message")]
    Refused,
}

/// A platform can't go on.
#[derive(Debug, thiserror::Error)]
pub enum PlatformError {
    /// Somebody has to change something first: a wrong password, a missing permission.
    #[error("{what}")]
    Setup {
        /// What is wrong, and what to do.
        what: String,
    },
    /// It broke; starting again may help.
    #[error("the connection to the platform ended")]
    Broken(#[source] Box<dyn Error + Send + Sync>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_key_fits_into_a_discord_nonce() {
        let installation = Installation::new("malmo").unwrap();
        assert_eq!(DeliveryKey::of_row(&installation, i64::MAX).to_string().len(), 25);
    }

    #[test]
    fn a_longer_name_is_refused() {
        assert!(Installation::new("lulea1").is_err());
    }
}
