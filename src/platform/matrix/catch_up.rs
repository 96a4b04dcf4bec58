//! Reading what a sync did not bring.
//!
//! The SDK stores its place in the sync stream before the bot has taken in what came with it, and
//! a busy room's messages are left out of the stream. So the bot keeps a mark of its own, up to
//! which everything was taken in, and reads the rooms backwards to it.

use std::collections::BTreeSet;

use matrix_sdk::{
    Client, Result, Room,
    deserialized_responses::TimelineEvent,
    room::MessagesOptions,
    ruma::{OwnedRoomId, UserId, api::client::sync::sync_events, uint},
    store::StateStoreDataKey,
};
use serde::Deserialize;
use tracing::warn;

use crate::domain::inbound::RoomKind;

/// How many pages of a hundred events are held of one room at a time. Rooms are read backwards and
/// heard forwards, so what is newer than these is fetched a second time.
pub(super) const PAGES: usize = 10;

/// Where the mark is kept, beside the SDK's own place.
const MARK: &[u8] = b"mentorskap.read_up_to";

/// Up to where everything was taken in.
pub(super) async fn mark(client: &Client) -> Option<String> {
    let bytes = client.state_store().get_custom_value(MARK).await.ok().flatten()?;
    String::from_utf8(bytes).ok()
}

/// Notes that everything up to there was taken in. A failure only makes the next start read more.
pub(super) async fn set_mark(client: &Client, token: &str) {
    let bytes = token.as_bytes().to_vec();
    if let Err(error) = client.state_store().set_custom_value_no_read(MARK, bytes).await {
        warn!(%error, "the place in the Matrix stream could not be noted");
    }
}

/// Up to where the SDK has stored what came.
pub(super) async fn synced_to(client: &Client) -> Option<String> {
    let data = client.state_store().get_kv_data(StateStoreDataKey::SyncToken).await;
    data.ok().flatten()?.into_sync_token()
}

/// The rooms in which something happened since a mark. The answer goes past the SDK, which would
/// take an old place for its own; only the names of the rooms are used.
pub(super) async fn rooms_since(client: &Client, mark: &str) -> Result<BTreeSet<OwnedRoomId>> {
    let mut request = sync_events::v3::Request::new();
    request.since = Some(mark.to_owned());
    let answer = client.send(request).await?;
    Ok(answer.rooms.join.into_keys().collect())
}

/// A page of what was said in a room.
pub(super) struct Page {
    /// Its newer end, by which it is found again.
    pub(super) from: String,
    /// Its events, oldest first.
    pub(super) events: Vec<TimelineEvent>,
    /// Where the next older page begins, if there is more.
    pub(super) older: Option<String>,
}

/// The page that begins at `from`, and ends at `to` or where the bot came into the room.
pub(super) async fn page(
    room: &Room,
    kind: RoomKind,
    from: Option<&str>,
    to: Option<&str>,
) -> Result<Page> {
    let mut options = MessagesOptions::backward().from(from);
    options.to = to.map(ToOwned::to_owned);
    options.limit = uint!(100);
    let messages = room.messages(options).await?;
    let (mut events, mut older) = (Vec::new(), messages.end);
    for event in messages.chunk {
        if is_entry(&event, room.own_user_id(), kind) {
            older = None;
            break;
        }
        events.push(event);
    }
    events.reverse();
    Ok(Page { from: messages.start, events, older })
}

/// The events since the bot came into the room, if it came within these, and else all of them.
pub(super) fn since_entry(
    mut events: Vec<TimelineEvent>,
    own: &UserId,
    kind: RoomKind,
) -> Vec<TimelineEvent> {
    match events.iter().rposition(|event| is_entry(event, own, kind)) {
        Some(entry) => events.split_off(entry + 1),
        None => events,
    }
}

/// Whether the bot's time in the room starts here: when it joined, or in a direct conversation
/// when it was invited, because people write there before the bot has accepted.
fn is_entry(event: &TimelineEvent, own: &UserId, kind: RoomKind) -> bool {
    #[derive(Deserialize)]
    struct Change {
        #[serde(rename = "type")]
        kind: String,
        state_key: String,
        content: Membership,
        #[serde(default)]
        unsigned: Before,
    }
    #[derive(Deserialize)]
    struct Membership {
        membership: String,
    }
    #[derive(Deserialize, Default)]
    struct Before {
        prev_content: Option<Membership>,
    }
    let Ok(change) = event.raw().deserialize_as_unchecked::<Change>() else { return false };
    if change.kind != "m.room.member" || change.state_key != own.as_str() {
        return false;
    }
    let before = change.unsigned.prev_content.map(|before| before.membership);
    match (change.content.membership.as_str(), kind) {
        ("invite", RoomKind::Direct) => true,
        ("join", RoomKind::Direct) => !matches!(before.as_deref(), Some("join" | "invite")),
        // A new name or picture is a second "join".
        ("join", RoomKind::Shared) => before.as_deref() != Some("join"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{serde::Raw, user_id};
    use serde_json::{Value, json};

    use super::*;

    fn event(content: &Value) -> TimelineEvent {
        TimelineEvent::from_plaintext(Raw::from_json_string(content.to_string()).unwrap())
    }

    fn message(id: &str) -> TimelineEvent {
        event(&json!({"type": "m.room.message", "event_id": id, "content": {}}))
    }

    fn member(who: &str, now: &str, before: Option<&str>) -> TimelineEvent {
        let before = before.map(|before| json!({"membership": before}));
        event(&json!({
            "type": "m.room.member", "event_id": "$m", "state_key": who,
            "content": {"membership": now}, "unsigned": {"prev_content": before},
        }))
    }

    #[track_caller]
    fn check(kind: RoomKind, events: Vec<TimelineEvent>, left: &[&str]) {
        let left_over = since_entry(events, user_id!("@bot:x.org"), kind);
        let ids = left_over.iter().filter_map(TimelineEvent::event_id);
        let ids: Vec<_> = ids.map(|id| id.to_string()).filter(|id| id != "$m").collect();
        assert_eq!(ids, left);
    }

    fn invited_and_joined() -> Vec<TimelineEvent> {
        vec![
            message("$before"),
            member("@bot:x.org", "invite", None),
            message("$between"),
            member("@bot:x.org", "join", Some("invite")),
            message("$after"),
        ]
    }

    #[test]
    fn a_room_is_heard_from_when_the_bot_joined() {
        check(RoomKind::Shared, invited_and_joined(), &["$after"]);
    }

    #[test]
    fn a_direct_conversation_is_heard_from_when_the_bot_was_invited() {
        check(RoomKind::Direct, invited_and_joined(), &["$between", "$after"]);
    }

    #[test]
    fn a_room_of_the_bots_own_is_heard_from_the_start() {
        let events = vec![member("@bot:x.org", "join", None), message("$1")];
        check(RoomKind::Direct, events, &["$1"]);
    }

    #[test]
    fn a_new_name_is_no_entry() {
        let events = vec![message("$1"), member("@bot:x.org", "join", Some("join"))];
        check(RoomKind::Shared, events, &["$1"]);
    }

    #[test]
    fn nor_is_somebody_elses() {
        let events = vec![message("$1"), member("@bo:x.org", "join", Some("invite"))];
        check(RoomKind::Shared, events, &["$1"]);
    }
}
