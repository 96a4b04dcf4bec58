//! Group sessions in a server's own calendar: scheduled events.
//!
//! To make one isn't idempotent, so that one which the bot made and could not keep is looked for
//! first: one of its own, of that name and at that time.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use serenity::{
    http::{LightMethod, Request, Route},
    model::id::{ChannelId, GuildId, ScheduledEventId, UserId},
};

use super::{Discord, Me, ids, refusal::post_error, rest::with_body};
use crate::platform::{EventWanted, PostError, Undeliverable};

/// Discord's number for an event that is somewhere else than in one of its own channels.
const EXTERNAL: u8 = 3;

/// Discord's number for an event that those on the server see.
const ON_THE_SERVER: u8 = 2;

/// Discord's numbers for an event that isn't there.
const NO_SUCH_EVENT: u32 = 10_070;

/// How long a place and a description may be, in characters.
const LONGEST_PLACE: usize = 100;
const LONGEST_ABOUT: usize = 1_000;

/// What stands for a place where there is none: Discord demands one.
const SOMEWHERE: &str = "–";

#[derive(Deserialize)]
struct Channel {
    guild_id: Option<GuildId>,
}

#[derive(Deserialize)]
struct Event {
    id: ScheduledEventId,
    name: String,
    creator_id: Option<UserId>,
    scheduled_start_time: String,
}

impl Event {
    fn is(&self, me: Me, wanted: &EventWanted) -> bool {
        let begins = self.scheduled_start_time.parse::<Timestamp>().ok();
        self.creator_id == Some(me.user)
            && self.name == wanted.name
            && begins == Some(wanted.begins)
    }
}

impl Discord {
    /// Has the calendar of the server show an event, or not any longer.
    pub(super) async fn show_event(
        &self,
        me: Me,
        wanted: &EventWanted,
    ) -> Result<Option<String>, PostError> {
        let gone = || PostError::Undeliverable(Undeliverable::Gone);
        let channel_id: ChannelId = ids::read(&wanted.room).ok_or_else(gone)?.into();
        let channel: Channel =
            self.rest.get(Route::Channel { channel_id }).await.map_err(post_error)?;
        let guild_id = channel.guild_id.ok_or_else(gone)?;
        let known = wanted.known.as_deref().and_then(ids::read).map(ScheduledEventId::from);
        if wanted.is_off {
            let Some(event_id) = known else { return Ok(None) };
            let route = Route::GuildScheduledEvent { guild_id, event_id };
            return match self.rest.tell(Request::new(route, LightMethod::Delete)).await {
                Err(failure) if failure.code() != Some(NO_SUCH_EVENT) => Err(post_error(failure)),
                Ok(()) | Err(_) => Ok(None),
            };
        }
        let short = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        let place = wanted.place.as_deref().unwrap_or(SOMEWHERE);
        // A link that is cut leads nowhere: the whole of it stands in the description.
        let is_cut = place.chars().count() > LONGEST_PLACE;
        let about = [is_cut.then_some(place), wanted.about.as_deref()].into_iter().flatten();
        let about = about.collect::<Vec<_>>().join("\n\n");
        let about = Some(about).filter(|about| !about.is_empty());
        let body = json!({
            "name": wanted.name,
            "description": about.map(|about| short(&about, LONGEST_ABOUT)),
            "privacy_level": ON_THE_SERVER,
            "entity_type": EXTERNAL,
            "entity_metadata": { "location": short(place, LONGEST_PLACE) },
            "scheduled_start_time": wanted.begins.to_string(),
            "scheduled_end_time": wanted.ends.to_string(),
        });
        if let Some(event_id) = known {
            let route = Route::GuildScheduledEvent { guild_id, event_id };
            let request = with_body(route, LightMethod::Patch, &body).map_err(post_error)?;
            match self.rest.tell(request).await {
                Ok(()) => return Ok(Some(event_id.to_string())),
                // Somebody has taken it away: then there is to be a new one.
                Err(failure) if failure.code() == Some(NO_SUCH_EVENT) => {}
                Err(failure) => return Err(post_error(failure)),
            }
        }
        let route = Route::GuildScheduledEvents { guild_id };
        let there: Vec<Event> = self.rest.get(route).await.map_err(post_error)?;
        if let Some(event) = there.iter().find(|event| event.is(me, wanted)) {
            return Ok(Some(event.id.to_string()));
        }
        let request = with_body(route, LightMethod::Post, &body).map_err(post_error)?;
        let made: Event = self.rest.ask(request).await.map_err(post_error)?;
        Ok(Some(made.id.to_string()))
    }
}
