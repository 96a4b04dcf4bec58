//! What people say, as a platform hears it: before anybody asked what it means.

use jiff::Timestamp;

use super::{
    account::{Account, PlatformName},
    command::Spoken,
    locale::Locale,
};

/// One thing that one person said to the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbound {
    /// Tells a repeated delivery from a repeated opinion.
    pub key: InboundKey,
    /// Who said it.
    pub from: Account,
    /// What the platform tells of them.
    pub profile: Profile,
    /// Where they said it.
    pub room: Room,
    /// What they said.
    pub said: Said,
    /// When, by the platform's clock.
    pub said_at: Timestamp,
    /// What the answer has to name, where it names what it answers.
    pub answers_to: Option<MessageRef>,
}

impl Inbound {
    /// What whoever speaks is called, as far as the platform tells.
    pub fn name(&self) -> String {
        self.profile.name.clone().unwrap_or_else(|| self.from.name())
    }

    /// The same without the one character, NUL, that PostgreSQL keeps in no text and nobody means
    /// anything by. Bytes of files are left as they are.
    #[must_use]
    pub fn without_nul(mut self) -> Self {
        let texts = match &mut self.said {
            Said::Text { text, reply_to } => [Some(text), reply_to.as_mut().map(|to| &mut to.0)],
            Said::File { name, text, .. } => [Some(name), Some(text)],
            Said::Command(spoken) => {
                if let Some(programme) = &mut spoken.programme {
                    programme.retain(|c| c != '\0');
                }
                [Some(&mut spoken.rest), spoken.about.as_mut()]
            }
            Said::Press { token } => [Some(token), None],
            Said::Reaction { to, symbol } => [Some(&mut to.0), Some(symbol)],
            Said::FileTooLarge
            | Said::Wordless
            | Said::Correction
            | Said::Unreadable
            | Said::Arrived { .. } => [None, None],
        };
        for text in texts.into_iter().flatten().chain(self.profile.name.as_mut()) {
            text.retain(|c| c != '\0');
        }
        self
    }
}

/// What a platform tells of somebody who speaks, as far as it does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// What they are called there.
    pub name: Option<String>,
    /// The language that they read it in.
    pub locale: Option<Locale>,
}

/// The platform's own name for an event, such as `matrix:$abc`. Platforms deliver events again
/// when they are in doubt, under the same name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct InboundKey(pub String);

/// A conversation on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Room {
    /// Which platform.
    pub platform: PlatformName,
    /// The platform's own id of the room.
    pub address: String,
    /// Who listens there.
    pub kind: RoomKind,
}

/// How the place is called where somebody speaks to the bot in the midst of others. Whoever posts
/// there can tell from it who alone may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The surrounding room.
    pub room: String,
    /// The one person, by the platform's own id.
    pub person: String,
}

impl Aside {
    /// Reads an address. None if it is that of a room.
    pub fn read(address: &str) -> Option<Self> {
        let (room, person) = address.split_once(ASIDE)?;
        Some(Self { room: room.to_owned(), person: person.to_owned() })
    }

    /// The address, which can't be taken for a room's.
    pub fn address(&self) -> String {
        format!("{}{ASIDE}{}", self.room, self.person)
    }
}

/// Stands in no platform's ids.
const ASIDE: char = '\u{1f}';

/// Who listens in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoomKind {
    /// One person and the bot.
    Direct,
    /// Others as well: only what was addressed to the bot comes from here.
    Shared,
    /// One person and the bot, in the midst of others who see neither what is said nor what is
    /// answered. The room's address is that of the surrounding one.
    Aside,
}

/// The ways of saying something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Words addressed to the bot, without the prefix that did so.
    Text {
        /// The words.
        text: String,
        /// Our message that they are a reply to, if any.
        reply_to: Option<MessageRef>,
    },
    /// A command that was put together by the platform's own means instead of being typed.
    Command(Spoken),
    /// A file, with what was written beside it.
    File {
        /// Its name.
        name: String,
        /// What is in it.
        bytes: Vec<u8>,
        /// The words beside it.
        text: String,
    },
    /// A file too large to be fetched, or of unknown size.
    FileTooLarge,
    /// Neither words nor a file: a picture, a voice message, a place on a map.
    Wordless,
    /// New words for something that was said before. They aren't passed on: what was said may have
    /// been acted on, and must not be acted on in a second version.
    Correction,
    /// A press on a button of ours. The token comes from outside and may be forged.
    Press {
        /// As `Press::token` wrote it.
        token: String,
    },
    /// An emoji set on a message of ours.
    Reaction {
        /// The message.
        to: MessageRef,
        /// The emoji.
        symbol: String,
    },
    /// Something that could not be decrypted, after waiting for its key.
    Unreadable,
    /// Nothing: the bot was brought to where many talk.
    Arrived {
        /// What keeps it from opening places for pairs there.
        lacks: Option<Lack>,
    },
}

/// What the bot isn't allowed to do where many talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lack {
    /// To see any channel.
    SeeingChannels,
    /// To open private threads.
    OpeningThreads,
    /// To write in threads.
    WritingInThreads,
    /// To read what was said before.
    ReadingHistory,
}

impl Lack {
    /// A name of it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SeeingChannels => "seeing-channels",
            Self::OpeningThreads => "opening-threads",
            Self::WritingInThreads => "writing-in-threads",
            Self::ReadingHistory => "reading-history",
        }
    }
}

/// The platform's own id of a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MessageRef(pub String);
