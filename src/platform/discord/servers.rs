//! The servers that the bot is on: what it lacks there, and whom it tells.

use std::{
    collections::HashSet,
    sync::{Mutex, MutexGuard},
};

use serenity::{
    http::Route,
    model::{
        channel::{ChannelType, GuildChannel},
        guild::{Guild, PartialGuild},
        id::{ChannelId, GuildId, UserId},
        permissions::Permissions,
    },
};

use super::{
    Discord, Me,
    hear::{account, room, said_at},
    locked,
    places::NEEDED,
    rest::Failure,
};
use crate::domain::inbound::{Inbound, InboundKey, Lack, Profile, RoomKind, Said};

/// What is needed, and what lacking it is called: in the order in which it is asked for.
const LACKS: [(Permissions, Lack); 4] = [
    (Permissions::VIEW_CHANNEL, Lack::SeeingChannels),
    (Permissions::CREATE_PRIVATE_THREADS, Lack::OpeningThreads),
    (Permissions::SEND_MESSAGES_IN_THREADS, Lack::WritingInThreads),
    (Permissions::READ_MESSAGE_HISTORY, Lack::ReadingHistory),
];

/// The servers on which the bot still waits for something: a permission, or a channel in which it may
/// say that it lacks one.
#[derive(Debug, Default)]
pub(super) struct Servers(Mutex<HashSet<GuildId>>);

impl Servers {
    /// The bot is no longer on a server.
    pub(super) fn left(&self, server: GuildId) {
        self.waiting().remove(&server);
    }

    /// Whether the bot waits for something there.
    pub(super) fn is_waiting(&self, server: GuildId) -> bool {
        self.waiting().contains(&server)
    }

    fn note(&self, server: GuildId, is_waiting: bool) {
        if is_waiting {
            self.waiting().insert(server);
        } else {
            self.waiting().remove(&server);
        }
    }

    fn waiting(&self) -> MutexGuard<'_, HashSet<GuildId>> {
        locked(&self.0)
    }
}

/// A server as the bot sees it.
pub(super) struct Server {
    id: GuildId,
    owner: UserId,
    /// When the bot came.
    since: String,
    /// Where Discord itself tells people things.
    usual: Option<ChannelId>,
    /// The channels for text, and what the bot may do in each.
    channels: Vec<(GuildChannel, Permissions)>,
}

impl Server {
    fn of(guild: &Guild, me: Me) -> Option<Self> {
        let member = guild.members.get(&me.user)?;
        let may = |channel: &GuildChannel| guild.user_permissions_in(channel, member);
        Some(Self {
            id: guild.id,
            owner: guild.owner_id,
            since: guild.joined_at.to_string(),
            usual: guild.system_channel_id,
            channels: for_text(guild.channels.values().cloned(), may),
        })
    }

    /// The first thing that is missing where the least is: one channel will do.
    fn lack(&self) -> Option<Lack> {
        let held = self.channels.iter().map(|(_, held)| *held & NEEDED);
        let most = held.max_by_key(|held| held.bits().count_ones()).unwrap_or(Permissions::empty());
        LACKS.into_iter().find(|(needed, _)| !most.contains(*needed)).map(|(_, lack)| lack)
    }

    /// Where the bot can tell people something: where Discord itself does, or else in the first
    /// channel in which it may write.
    fn noticeboard(&self) -> Option<ChannelId> {
        let needed = Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES;
        let writable = self.channels.iter().filter(|(_, held)| held.contains(needed));
        let first = writable.min_by_key(|(channel, _)| {
            (Some(channel.id) != self.usual, channel.position, channel.id)
        });
        first.map(|(channel, _)| channel.id)
    }
}

fn for_text(
    channels: impl Iterator<Item = GuildChannel>,
    may: impl Fn(&GuildChannel) -> Permissions,
) -> Vec<(GuildChannel, Permissions)> {
    let channels = channels.filter(|channel| channel.kind == ChannelType::Text);
    channels.map(|channel| (channel.clone(), may(&channel))).collect()
}

impl Discord {
    /// What is to be said on a server: how to begin, or what the bot lacks first. None where it may say
    /// nothing.
    ///
    /// Discord names every server whenever a session begins, also one to which the bot was brought
    /// before it was ever started. So this is handed over each time, under a name by which whoever
    /// listens knows what was said there before.
    pub(super) fn arrived(&self, me: Me, guild: &Guild) -> Option<Inbound> {
        self.news(&Server::of(guild, me)?)
    }

    /// The same, when something has changed on a server.
    pub(super) async fn changed(&self, me: Me, server: GuildId) -> Option<Inbound> {
        self.news(&self.look_at(me, server).await.ok().flatten()?)
    }

    async fn look_at(&self, me: Me, guild_id: GuildId) -> Result<Option<Server>, Failure> {
        let Some(own) = self.member(guild_id, me.user).await? else { return Ok(None) };
        let guild: PartialGuild = self.rest.get(Route::Guild { guild_id }).await?;
        let channels: Vec<GuildChannel> = self.rest.get(Route::GuildChannels { guild_id }).await?;
        let may = |channel: &GuildChannel| guild.user_permissions_in(channel, &own);
        Ok(Some(Server {
            id: guild_id,
            owner: guild.owner_id,
            since: own.joined_at.map(|at| at.to_string()).unwrap_or_default(),
            usual: guild.system_channel_id,
            channels: for_text(channels.into_iter(), may),
        }))
    }

    fn news(&self, server: &Server) -> Option<Inbound> {
        let (lack, noticeboard) = (server.lack(), server.noticeboard());
        self.servers.note(server.id, lack.is_some() || noticeboard.is_none());
        let (id, since) = (server.id, &server.since);
        let lacking = lack.map_or("nothing", Lack::as_str);
        Some(Inbound {
            key: InboundKey(format!("discord:{id}:{since}:{lacking}")),
            from: account(server.owner),
            profile: Profile::default(),
            room: room(server.noticeboard()?, RoomKind::Shared),
            said: Said::Arrived { lacks: lack },
            said_at: said_at(id.get()),
            answers_to: None,
        })
    }
}
