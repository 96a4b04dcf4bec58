//! Reading what was said while the bot was away.

use std::num::NonZeroU64;

use serde_json::Value;
use serenity::{
    http::{LightMethod, Request, Route},
    model::{channel::Message, id::ChannelId},
};

use super::{Discord, ids, rest::Failure};

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
