//! Discord's ids, and what the bot makes of them.

use std::num::NonZeroU64;

use jiff::{SignedDuration, Timestamp};
use serenity::model::id::{ChannelId, InteractionId, UserId};

use crate::domain::inbound::MessageRef;

/// The moment from which Discord counts, in milliseconds.
const EPOCH: i64 = 1_420_070_400_000;

/// How far Discord's clock and ours may be apart.
const CLOCKS: SignedDuration = SignedDuration::from_mins(1);

/// Reads an id. None if it is none of Discord's.
pub(super) fn read(text: &str) -> Option<NonZeroU64> {
    text.parse().ok()
}

/// Reads the id of somebody.
pub(super) fn person(text: &str) -> Option<UserId> {
    read(text).map(UserId::from)
}

/// Reads the id of a channel, a thread or a conversation.
pub(super) fn channel(text: &str) -> Option<ChannelId> {
    read(text).map(ChannelId::from)
}

/// An id smaller than those of what was made at or after that moment, as our clock tells it.
pub(super) fn surely_before(at: Timestamp) -> u64 {
    since(at - CLOCKS)
}

/// The smallest id of what was made at or after that moment.
fn since(at: Timestamp) -> u64 {
    let after = at.as_millisecond().saturating_sub(EPOCH).max(1);
    u64::try_from(after).unwrap_or(1) << 22
}

/// When something with this id was made.
pub(super) fn made_at(id: u64) -> Option<Timestamp> {
    let after = i64::try_from(id >> 22).ok()?;
    Timestamp::from_millisecond(EPOCH.checked_add(after)?).ok()
}

/// What Discord waits for an answer to. It is all that is needed to give the answer, also after a
/// restart: Discord takes it for a quarter of an hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Awaited {
    pub(super) id: InteractionId,
    pub(super) token: String,
}

impl Awaited {
    /// As letters name it.
    pub(super) fn reference(&self) -> MessageRef {
        MessageRef(format!("interaction:{}:{}", self.id, self.token))
    }

    /// Reads what a letter names. None if that is a message.
    pub(super) fn read(reference: &MessageRef) -> Option<Self> {
        let (id, token) = reference.0.strip_prefix("interaction:")?.split_once(':')?;
        // It becomes a part of an address.
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '=');
        let token = token.to_owned();
        token.chars().all(is_plain).then_some(())?;
        Some(Self { id: InteractionId::from(read(id)?), token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_tell_when() {
        // Discord's own example.
        let at = made_at(175_928_847_299_117_063).unwrap();
        assert_eq!(at.to_string(), "2016-04-30T11:18:25.796Z");
        assert_eq!(since(at), 175_928_847_299_117_063 >> 22 << 22);
        assert_eq!(made_at(since(Timestamp::UNIX_EPOCH)).unwrap().as_millisecond(), EPOCH + 1);
    }

    #[test]
    fn what_is_awaited_is_told_from_a_message() {
        let awaited = Awaited { id: InteractionId::new(7), token: "aW50.x-_=".into() };
        assert_eq!(Awaited::read(&awaited.reference()), Some(awaited));
        for text in ["7", "interaction:0:a", "interaction:7:a/../b", "interaction:7"] {
            assert_eq!(Awaited::read(&MessageRef(text.into())), None, "{text}");
        }
    }
}
