//! Opening rooms, once each.
//!
//! `createRoom` has no transaction id. The room's alias is what makes it safe to ask again: a
//! homeserver gives an alias to one room only, in the same step that makes the room.

use std::{collections::BTreeMap, time::Duration};

use matrix_sdk::{
    Client, HttpError, RoomState,
    ruma::{
        OwnedRoomId, OwnedUserId, RoomAliasId, RoomId, UserId,
        api::{
            client::{
                keys::get_keys,
                membership::{get_member_events, invite_user, joined_rooms},
                room::create_room,
            },
            error::ErrorKind,
        },
        events::{
            AnyInitialStateEvent, InitialStateEvent,
            room::{
                encryption::RoomEncryptionEventContent,
                history_visibility::{HistoryVisibility, RoomHistoryVisibilityEventContent},
                member::{MembershipState, RoomMemberEvent},
            },
        },
        serde::Raw,
    },
};
use tracing::{info, warn};

use super::refusal::{self, Meaning, once, post_error};
use crate::platform::{PlaceWanted, PostError, Undeliverable};

/// How many rooms of one key may have been left behind before the bot gives up.
const TRIES: usize = 20;

/// How long to wait before it is looked again whether somebody has signed in for the first time.
const UNTIL_SIGNED_IN: Duration = Duration::from_hours(1);

/// Who is to be in a room.
pub(super) fn members(wanted: &PlaceWanted) -> Result<Vec<OwnedUserId>, PostError> {
    let members = wanted.members.iter().map(UserId::parse).collect::<Result<Vec<_>, _>>();
    members.map_err(|_| PostError::Undeliverable(Undeliverable::Closed))
}

/// Makes sure that each of them has signed in somewhere. What is encrypted before somebody has a
/// device can never be read there, not even later, so the room waits for them; meanwhile the
/// letters wait in the outbox, each as long as it is worth sending.
pub(super) async fn check_devices(
    client: &Client,
    members: &[OwnedUserId],
) -> Result<(), PostError> {
    let mut request = get_keys::v3::Request::new();
    request.device_keys = members.iter().map(|id| (id.clone(), vec![])).collect();
    let answer = client.send(request).with_request_config(once()).await;
    let answer = answer.map_err(|error| post_error(error.into()))?;
    let has_none = |id: &OwnedUserId| {
        // A homeserver that could not be asked has said nothing about its people.
        let was_asked = !answer.failures.contains_key(id.server_name().as_str());
        was_asked && answer.device_keys.get(id).is_none_or(BTreeMap::is_empty)
    };
    let absent = members.iter().filter(|id| has_none(id)).count();
    if absent == 0 {
        return Ok(());
    }
    info!(matrix.people = absent, "a Matrix room waits for people who have never signed in");
    Err(PostError::Busy(UNTIL_SIGNED_IN))
}

/// The room of a key, made if there is none, with everybody who belongs there invited.
pub(super) async fn open(
    client: &Client,
    wanted: &PlaceWanted,
    members: &[OwnedUserId],
) -> Result<String, PostError> {
    for count in 1..=TRIES {
        let name = alias(wanted, count);
        let request = request(&name, wanted, members);
        let made = client.send(request).with_request_config(once()).await;
        let room = match made {
            Ok(made) => {
                info!(place.key = %wanted.key, "opened a Matrix room");
                made.room_id
            }
            Err(error) if kind(&error) == Some(&ErrorKind::RoomInUse) => {
                let Some(room) = opened_before(client, &name).await? else { continue };
                invite_missing(client, &room, members).await?;
                room
            }
            Err(error) => return Err(refused(error)),
        };
        if wanted.title.is_none() {
            mark_direct(client, &room, members).await;
        }
        return Ok(room.to_string());
    }
    Err(PostError::Undeliverable(Undeliverable::Refused))
}

fn alias(wanted: &PlaceWanted, count: usize) -> String {
    let key = wanted.key.as_str();
    if count == 1 { format!("mentorskap_{key}") } else { format!("mentorskap_{key}_{count}") }
}

fn request(alias: &str, wanted: &PlaceWanted, members: &[OwnedUserId]) -> create_room::v3::Request {
    let encryption = RoomEncryptionEventContent::with_recommended_defaults();
    // Whoever joins late reads what was said since the invitation; who is invited later doesn't
    // read what the others said before.
    let history = RoomHistoryVisibilityEventContent::new(HistoryVisibility::Invited);
    let mut initial = vec![
        InitialStateEvent::with_empty_state_key(encryption).to_raw_any(),
        InitialStateEvent::with_empty_state_key(history).to_raw_any(),
    ];
    // The alias is for the bot. As the canonical one it would be shown to people as the name of
    // a conversation that has none.
    let unnamed = r#"{"type":"m.room.canonical_alias","state_key":"","content":{}}"#;
    initial.extend(Raw::<AnyInitialStateEvent>::from_json_string(unnamed.to_owned()).ok());
    let mut request = create_room::v3::Request::new();
    request.initial_state = initial;
    request.invite = members.to_vec();
    request.is_direct = wanted.title.is_none();
    request.name.clone_from(&wanted.title);
    request.preset = Some(create_room::v3::RoomPreset::PrivateChat);
    request.room_alias_name = Some(alias.to_owned());
    request
}

/// The room that has the alias, if the bot is still in it and no other has taken its place.
async fn opened_before(client: &Client, name: &str) -> Result<Option<OwnedRoomId>, PostError> {
    let Some(own) = client.user_id() else { return Ok(None) };
    let alias = format!("#{name}:{}", own.server_name());
    let Ok(alias) = RoomAliasId::parse(alias) else { return Ok(None) };
    let room = match client.resolve_room_alias(&alias).await {
        Ok(found) => found.room_id,
        // Somebody took the alias away between the two questions; the next round makes a room.
        Err(error) if kind(&error) == Some(&ErrorKind::NotFound) => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    let known = client.get_room(&room);
    if known.as_ref().is_some_and(|room| room.is_tombstoned()) {
        return Ok(None);
    }
    if known.is_some_and(|room| room.state() == RoomState::Joined) {
        return Ok(Some(room));
    }
    let joined = client.send(joined_rooms::v3::Request::new()).with_request_config(once()).await;
    let joined = joined.map_err(refused)?.joined_rooms;
    Ok(joined.contains(&room).then_some(room))
}

/// Invites those who have left, or whose invitation failed when the room was made.
async fn invite_missing(
    client: &Client,
    room: &RoomId,
    members: &[OwnedUserId],
) -> Result<(), PostError> {
    let request = get_member_events::v3::Request::new(room.to_owned());
    let states = client.send(request).with_request_config(once()).await.map_err(refused)?.chunk;
    let states: Vec<_> = states.iter().filter_map(|state| state.deserialize().ok()).collect();
    let is_there = |id: &OwnedUserId| {
        states.iter().any(|state| {
            let RoomMemberEvent::Original(state) = state else { return false };
            let there = [MembershipState::Join, MembershipState::Invite];
            state.state_key == *id && there.contains(&state.content.membership)
        })
    };
    for member in members.iter().filter(|id| !is_there(id)) {
        let invited = invite_user::v3::InvitationRecipient::UserId(
            invite_user::v3::InviteUserId::new(member.clone()),
        );
        let request = invite_user::v3::Request::new(room.to_owned(), invited);
        client.send(request).with_request_config(once()).await.map_err(refused)?;
    }
    Ok(())
}

/// Lists the room among the bot's direct conversations. Nothing depends on it, so a failure is
/// only noted.
async fn mark_direct(client: &Client, room: &RoomId, members: &[OwnedUserId]) {
    let known = match client.get_room(room) {
        Some(room) => room.is_direct().await.unwrap_or(false),
        None => false,
    };
    if !known && let Err(error) = client.account().mark_as_dm(room, members).await {
        let error = refusal::brief(&error);
        warn!(error, "a Matrix room could not be marked as direct");
    }
}

fn kind(error: &HttpError) -> Option<&ErrorKind> {
    error.client_api_error_kind()
}

fn refused(error: HttpError) -> PostError {
    // The bot may always make a room of its own, so what is forbidden is inviting the person.
    if refusal::meaning(&error) == Meaning::Forbidden {
        return PostError::Undeliverable(Undeliverable::Closed);
    }
    post_error(error.into())
}
