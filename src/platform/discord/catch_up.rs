//! Reading what was said while the bot was away.

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
        let mut messages: Vec<Message> =
            self.rest.ask(request.params(Some(params.collect()))).await?;
        messages.sort_by_key(|message| message.id);
        let is_full = after.is_some() && messages.len() == PAGE;
        let next = messages.last().filter(|_| is_full).map(|last| last.id.get());
        Ok(Page { messages, next })
    }
}
