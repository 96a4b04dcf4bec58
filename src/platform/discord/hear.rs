//! From what Discord delivers to what somebody said.

use jiff::Timestamp;
use serenity::model::{
    channel::{Attachment, Message, MessageType, Reaction, ReactionType},
    event::MessageUpdateEvent,
    id::{ChannelId, UserId},
    user::User,
};

use super::{Discord, Me, ids, insist::try_for};
use crate::domain::{
    account::{Account, PlatformName},
    inbound::{Inbound, InboundKey, MessageRef, Profile, Room, RoomKind, Said},
    locale::Locale,
};

/// The largest file that is fetched: lists of people and programme files are far smaller.
const LARGEST_FILE: u32 = 5 * 1024 * 1024;

/// Somebody's account.
pub(super) fn account(person: UserId) -> Account {
    Account { platform: PlatformName::Discord, address: person.to_string() }
}

/// What Discord tells of somebody: the name by which others see them where they speak.
pub(super) fn profile(person: &User, nick: Option<&String>, locale: Option<&str>) -> Profile {
    let name = nick.map_or_else(|| person.display_name(), String::as_str);
    Profile { name: Some(name.to_owned()), locale: locale.map(Locale::new) }
}

pub(super) fn room(channel: ChannelId, kind: RoomKind) -> Room {
    Room { platform: PlatformName::Discord, address: channel.to_string(), kind }
}

/// When something was said, as its id tells.
pub(super) fn said_at(id: u64) -> Timestamp {
    ids::made_at(id).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// An emoji that somebody set on a message of ours.
pub(super) fn reaction(me: Me, reaction: &Reaction) -> Option<Inbound> {
    let person = reaction.user_id.filter(|person| *person != me.user)?;
    reaction.message_author_id.filter(|author| *author == me.user)?;
    let ReactionType::Unicode(symbol) = &reaction.emoji else { return None };
    let message = reaction.message_id;
    let kind = if reaction.guild_id.is_some() { RoomKind::Shared } else { RoomKind::Direct };
    Some(Inbound {
        // Discord gives it no id: the same emoji set anew is the same.
        key: InboundKey(format!("discord:{message}:{person}:{symbol}")),
        from: account(person),
        profile: Profile::default(),
        room: room(reaction.channel_id, kind),
        said: Said::Reaction { to: MessageRef(message.to_string()), symbol: symbol.clone() },
        said_at: said_at(message.get()),
        answers_to: (kind == RoomKind::Shared).then(|| MessageRef(message.to_string())),
    })
}

/// New words for something that was said between the two.
pub(super) fn correction(me: Me, update: &MessageUpdateEvent) -> Option<Inbound> {
    let author = update.author.as_ref().filter(|author| !author.bot && author.id != me.user)?;
    // Discord also changes a message when it has looked at a page that is named in it.
    let edited = update.edited_timestamp?;
    if update.guild_id.is_some() {
        return None;
    }
    Some(Inbound {
        key: InboundKey(format!("discord:{}:{edited}", update.id)),
        from: account(author.id),
        profile: profile(author, None, None),
        room: room(update.channel_id, RoomKind::Direct),
        said: Said::Correction,
        said_at: said_at(update.id.get()),
        answers_to: None,
    })
}

impl Discord {
    /// What a message says to the bot: nothing if it isn't for it. Each file that goes along says
    /// something of its own. Who listens has to be known, because what is read afterwards doesn't
    /// tell.
    pub(super) async fn said_in(&self, me: Me, message: &Message, kind: RoomKind) -> Vec<Inbound> {
        let is_direct = kind == RoomKind::Direct;
        let is_mentioned = message.mentions.iter().any(|user| user.id == me.user);
        let is_persons = matches!(message.kind, MessageType::Regular | MessageType::InlineReply)
            && !message.author.bot
            && message.webhook_id.is_none();
        if !is_persons || !(is_direct || is_mentioned) {
            return vec![];
        }
        let text = without_mention(&message.content, me);
        let files: Vec<_> = message.attachments.iter().filter(|file| !is_picture(file)).collect();
        if files.is_empty() {
            let said = if text.is_empty() {
                Said::Wordless
            } else {
                Said::Text { text, reply_to: replied_to(me, message) }
            };
            return vec![inbound(message, kind, 0, said)];
        }
        let mut all = vec![];
        for (nth, file) in files.into_iter().enumerate() {
            all.push(inbound(message, kind, nth, self.file(file, &text).await));
        }
        all
    }

    /// What is in a file. Whoever sent one that doesn't come, or that was taken away again, waits for
    /// a word about it.
    pub(super) async fn file(&self, file: &Attachment, text: &str) -> Said {
        if file.size > LARGEST_FILE {
            return Said::FileTooLarge;
        }
        match try_for(|| self.rest.fetch(&file.url)).await {
            Some(bytes) => Said::File { name: file.filename.clone(), bytes, text: text.to_owned() },
            None => Said::Unreadable,
        }
    }
}

/// What a message says, as the part of it with that number.
fn inbound(message: &Message, kind: RoomKind, nth: usize, said: Said) -> Inbound {
    let id = message.id;
    let key = if nth == 0 { format!("discord:{id}") } else { format!("discord:{id}:{nth}") };
    Inbound {
        key: InboundKey(key),
        from: account(message.author.id),
        profile: {
            let nick = message.member.as_ref().and_then(|member| member.nick.as_ref());
            profile(&message.author, nick, None)
        },
        room: room(message.channel_id, kind),
        said,
        said_at: said_at(id.get()),
        answers_to: (kind == RoomKind::Shared).then(|| MessageRef(id.to_string())),
    }
}

/// Our message that this one replies to.
fn replied_to(me: Me, message: &Message) -> Option<MessageRef> {
    let to = message.referenced_message.as_ref().filter(|to| to.author.id == me.user)?;
    Some(MessageRef(to.id.to_string()))
}

fn is_picture(file: &Attachment) -> bool {
    let media = file.content_type.as_deref().unwrap_or_default();
    ["image/", "video/", "audio/"].iter().any(|kind| media.starts_with(kind))
}

/// The words without the name that they are addressed to.
fn without_mention(text: &str, me: Me) -> String {
    let names = [format!("<@{}>", me.user), format!("<@!{}>", me.user)];
    let bare = names.iter().fold(text.to_owned(), |text, name| text.replacen(name, "", 1));
    bare.trim().trim_start_matches([',', ':']).trim().to_owned()
}
