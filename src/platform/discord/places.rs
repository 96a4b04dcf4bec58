//! Opening places to talk: a conversation with one person, or a private thread for a pair.
//!
//! Discord names the same conversation with a person every time. Threads are made anew each time,
//! so the bot first looks for one that it made and could not keep: one of that name in which
//! nothing has been said yet but who came in.

use std::collections::HashSet;

use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Map, Value, json};
use serenity::{
    http::{LightMethod, Request, Route},
    model::{
        channel::{ChannelType, GuildChannel, MessageType},
        guild::{Member, PartialGuild},
        id::{ChannelId, GuildId, UserId},
        permissions::Permissions,
    },
};
use tracing::{info, warn};

use super::{
    Discord, Me, ids,
    refusal::post_error,
    rest::{Failure, with_body},
};
use crate::platform::{PlaceWanted, PostError, Undeliverable};

/// What the bot needs in the channel in which it opens a pair's thread.
pub(super) const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::CREATE_PRIVATE_THREADS)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// What the two need there. A private thread takes in whoever sees the channel, also who may only
/// read.
const OF_BOTH: Permissions = Permissions::VIEW_CHANNEL.union(Permissions::SEND_MESSAGES_IN_THREADS);

/// How long a thread may be called, in characters.
const TITLE: usize = 100;

/// After how many minutes without a word Discord puts a thread out of sight, at most.
const WEEK: u32 = 7 * 24 * 60;

/// The threads that were opened by this process: each has its place already.
pub(super) type Opened = HashSet<ChannelId>;

#[derive(Deserialize)]
struct Channel {
    id: ChannelId,
}

#[derive(Deserialize)]
struct Server {
    id: GuildId,
}

#[derive(Deserialize)]
struct Said {
    #[serde(rename = "type")]
    kind: MessageType,
}

#[derive(Deserialize)]
struct Threads {
    threads: Vec<GuildChannel>,
}

impl Discord {
    pub(super) async fn open_place(
        &self,
        me: Me,
        wanted: &PlaceWanted,
    ) -> Result<String, PostError> {
        let members = wanted.members.iter().map(|member| ids::person(member));
        let members: Option<Vec<_>> = members.collect();
        let members = members.ok_or(PostError::Undeliverable(Undeliverable::Closed))?;
        match (&wanted.title, members.as_slice()) {
            (None, [person]) => Ok(self.direct_channel(*person).await?.to_string()),
            (title, members) => {
                let title = title.as_deref().unwrap_or("Mentorskap");
                let title: String = title.chars().take(TITLE).collect();
                let mut opened = self.opening.lock().await;
                let thread = self.thread(me, &title, members, &opened).await?;
                opened.insert(thread);
                info!(place.key = %wanted.key, "opened a Discord thread");
                Ok(thread.to_string())
            }
        }
    }

    /// The conversation with somebody.
    pub(super) async fn direct_channel(&self, person: UserId) -> Result<ChannelId, PostError> {
        if let Some(known) = self.direct().get(&person) {
            return Ok(*known);
        }
        self.openings.take().map_err(PostError::Busy)?;
        let body = json!({"recipient_id": person.to_string()});
        let request = with_body(Route::UserMeDmChannels, LightMethod::Post, &body);
        let channel: Channel =
            self.rest.ask(request.map_err(post_error)?).await.map_err(post_error)?;
        self.direct().insert(person, channel.id);
        Ok(channel.id)
    }

    async fn thread(
        &self,
        me: Me,
        title: &str,
        members: &[UserId],
        opened: &Opened,
    ) -> Result<ChannelId, PostError> {
        let home = self.home(me, members).await.map_err(post_error)?;
        let Some(parent) = home else {
            warn!("no server where a pair could have its thread: see the README on permissions");
            return Err(PostError::Undeliverable(Undeliverable::Closed));
        };
        let left = self.left_behind(me, &parent, title, members, opened).await;
        let thread = match left.map_err(post_error)? {
            Some(thread) => thread,
            None => self.make_thread(parent.id, title).await.map_err(post_error)?,
        };
        for user_id in members {
            let route = Route::ChannelThreadMember { channel_id: thread, user_id: *user_id };
            self.rest.tell(Request::new(route, LightMethod::Put)).await.map_err(post_error)?;
        }
        Ok(thread)
    }

    async fn make_thread(&self, parent: ChannelId, title: &str) -> Result<ChannelId, Failure> {
        let body = json!({
            "name": title,
            "type": u8::from(ChannelType::PrivateThread),
            "invitable": false,
            "auto_archive_duration": WEEK,
        });
        let route = Route::ChannelThreads { channel_id: parent };
        let made: Channel = self.rest.ask(with_body(route, LightMethod::Post, &body)?).await?;
        Ok(made.id)
    }

    /// A thread that was made for these people, and which the bot did not live to remember.
    async fn left_behind(
        &self,
        me: Me,
        parent: &GuildChannel,
        title: &str,
        members: &[UserId],
        opened: &Opened,
    ) -> Result<Option<ChannelId>, Failure> {
        let route = Route::GuildThreadsActive { guild_id: parent.guild_id };
        let threads: Threads = self.rest.get(route).await?;
        // Of each that came in, Discord may have said so.
        let most = u32::try_from(members.len()).unwrap_or_default();
        for thread in threads.threads {
            let is_left = thread.kind == ChannelType::PrivateThread
                && thread.owner_id == Some(me.user)
                && thread.parent_id == Some(parent.id)
                && thread.name == title
                && thread.message_count.is_some_and(|count| count <= most)
                && !opened.contains(&thread.id);
            if is_left
                && self
                    .holds_nobody_else(thread.id, thread.member_count.unwrap_or(u8::MAX), members)
                    .await?
                && self.is_unspoken(thread.id).await?
            {
                return Ok(Some(thread.id));
            }
        }
        Ok(None)
    }

    /// Whether nobody is in a thread but the bot and some of these.
    pub(super) async fn holds_nobody_else(
        &self,
        thread: ChannelId,
        count: u8,
        members: &[UserId],
    ) -> Result<bool, Failure> {
        let mut known = 1;
        for user_id in members {
            let route = Route::ChannelThreadMember { channel_id: thread, user_id: *user_id };
            if self.is_there::<IgnoredAny>(route).await?.is_some() {
                known += 1;
            }
        }
        Ok(count <= known)
    }

    /// Whether nothing is in a thread but that Discord says who came in.
    async fn is_unspoken(&self, channel_id: ChannelId) -> Result<bool, Failure> {
        let request = Request::new(Route::ChannelMessages { channel_id }, LightMethod::Get);
        let said: Vec<Said> = self.rest.ask(request).await?;
        Ok(said.iter().all(|said| said.kind == MessageType::GroupRecipientAddition))
    }

    /// The channel in which a pair's thread is opened: of a server in which both are, one in whose
    /// threads both may write and in which the bot may do what it needs. One that is about mentors
    /// comes first.
    async fn home(&self, me: Me, members: &[UserId]) -> Result<Option<GuildChannel>, Failure> {
        let servers: Vec<Server> = self.rest.get(Route::UserMeGuilds).await?;
        for server in servers {
            let Some(own) = self.member(server.id, me.user).await? else { continue };
            let mut both = vec![];
            for member in members {
                both.extend(self.member(server.id, *member).await?);
            }
            if both.len() < members.len() {
                continue;
            }
            let route = Route::Guild { guild_id: server.id };
            let Some(guild) = self.is_there::<PartialGuild>(route).await? else { continue };
            let route = Route::GuildChannels { guild_id: server.id };
            let channels: Vec<GuildChannel> = self.rest.get(route).await?;
            let will_do = |channel: &GuildChannel| {
                let may = |member: &Member, what: Permissions| {
                    guild.user_permissions_in(channel, member).contains(what)
                };
                channel.kind == ChannelType::Text
                    && may(&own, NEEDED)
                    && both.iter().all(|member| may(member, OF_BOTH))
            };
            let mut channels: Vec<_> = channels.into_iter().filter(will_do).collect();
            channels.sort_by_key(|channel| {
                (!channel.name.to_lowercase().contains("mentor"), channel.position, channel.id)
            });
            if !channels.is_empty() {
                return Ok(Some(channels.swap_remove(0)));
            }
        }
        Ok(None)
    }

    /// Somebody on a server. None if they aren't on it.
    pub(super) async fn member(
        &self,
        guild_id: GuildId,
        user_id: UserId,
    ) -> Result<Option<Member>, Failure> {
        let route = Route::GuildMember { guild_id, user_id };
        let member = self.is_there::<Map<String, Value>>(route).await?;
        let Some(mut member) = member else { return Ok(None) };
        // Discord leaves out what was asked for.
        member.insert("guild_id".to_owned(), json!(guild_id.to_string()));
        let member = serde_json::from_value(Value::Object(member));
        member.map(Some).map_err(|error| Failure::Unclear(Box::new(error)))
    }

    /// What there is. None if there is no such thing, or if it isn't for the bot.
    async fn is_there<T: serde::de::DeserializeOwned>(
        &self,
        route: Route<'_>,
    ) -> Result<Option<T>, Failure> {
        match self.rest.get(route).await {
            Ok(found) => Ok(Some(found)),
            Err(Failure::Refused { status, .. }) if matches!(status.as_u16(), 403 | 404) => {
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }
}
