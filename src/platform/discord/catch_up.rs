//! Reading what was said while the bot was away.

use std::{num::NonZeroU64, time::Duration};

use jiff::Timestamp;
use serde_json::Value;
use serenity::{
    http::{LightMethod, Request, Route},
    model::{channel::Message, id::ChannelId},
};
use tracing::warn;

use super::{
    Discord, ids,
    insist::{SHORTEST_PAUSE, insist, rest},
    listen::Listener,
    rest::Failure,
};
use crate::{
    domain::account::PlatformName,
    platform::{Deaf, KnownRoom},
};

/// How many messages come at once.
const PAGE: usize = 100;

/// Some of what was said in a room.
pub(super) struct Page {
    /// The messages, oldest first.
    pub messages: Vec<Message>,
    /// From where to go on, if there may be more.
    pub next: Option<u64>,
}

impl Discord {
    /// What was said after `after`, or else what was said last.
    pub(super) async fn read(
        &self,
        channel_id: ChannelId,
        after: Option<u64>,
    ) -> Result<Page, Failure> {
        let after_id = after.map(|after| ("after", after.to_string()));
        let params = after_id.into_iter().chain([("limit", PAGE.to_string())]);
        let request = Request::new(Route::ChannelMessages { channel_id }, LightMethod::Get);
        let page: Vec<Value> = self.rest.ask(request.params(Some(params.collect()))).await?;
        let is_full = after.is_some() && page.len() == PAGE;
        let ids = page.iter().filter_map(|message| ids::read(message.get("id")?.as_str()?));
        let next = ids.max().filter(|_| is_full).map(NonZeroU64::get);
        // One that this version can't read keeps none of the others from being heard.
        let known = page.into_iter().filter_map(|message| serde_json::from_value(message).ok());
        let mut messages: Vec<Message> = known.collect();
        messages.sort_by_key(|message| message.id);
        Ok(Page { messages, next })
    }
}

impl Listener<'_> {
    /// Reads what was said while nobody listened: where somebody was heard last comes first.
    pub(super) async fn catch_up(&self) {
        let mut pause = SHORTEST_PAUSE;
        let asked = async || {
            let up_to = self.ear.heard_up_to(PlatformName::Discord).await?;
            Ok::<_, Deaf>((up_to, self.ear.rooms(PlatformName::Discord).await?))
        };
        let (up_to, rooms) = loop {
            match asked().await {
                Ok(known) => break known,
                Err(error) => {
                    warn!(%error, "it can't be told where to read");
                    rest(&mut pause).await;
                }
            }
        };
        for room in rooms {
            self.read_room(&room, up_to.or(room.heard_at)).await;
        }
    }

    /// Notes that everything was heard until so long ago.
    pub(super) async fn note_heard(&self, ago: Duration) {
        if let Err(error) = self.ear.note_heard(PlatformName::Discord, ago).await {
            warn!(%error, "how far everything was heard will be noted later");
        }
    }

    async fn read_room(&self, room: &KnownRoom, since: Option<Timestamp>) {
        let Some(channel) = ids::channel(&room.address) else { return };
        let mut after = since.map(ids::surely_before);
        loop {
            let page = insist(|| self.discord.read(channel, after)).await;
            // Where the bot may no longer read, nobody waits for it.
            let Some(page) = page else { return };
            for message in &page.messages {
                self.hear_message(message, room.kind).await;
            }
            let Some(next) = page.next else { return };
            after = Some(next);
        }
    }
}
