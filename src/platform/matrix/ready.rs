//! Making sure that everybody in a room can read what is about to be posted there.
//!
//! A homeserver makes a room step by step, and a sync that falls between two of them shows half
//! of it: encrypted or not, with some of those who were invited or with none. The SDK encrypts for
//! the people it knows of, so whoever it doesn't know of yet could never read that message.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use matrix_sdk::{
    Client, Room, RoomMemberships, RoomState,
    ruma::{
        OwnedRoomId, OwnedUserId, RoomId, UserId,
        api::client::state::get_state_events,
        events::{
            AnyStateEvent, StateEvent,
            room::member::{MembershipState, RoomMemberEvent},
        },
    },
};
use tokio::time::sleep;

use super::refusal::{once, post_error};
use crate::platform::{PostError, Undeliverable};

/// How long a letter waits for the sync that brings its room, and how often that is looked at.
const PATIENCE: u32 = 50;
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// How long a letter is put off if the room hasn't come by then.
const UNTIL_SYNCED: Duration = Duration::from_secs(2);

/// The rooms of which the SDK knows what the homeserver knows.
#[derive(Default)]
pub(super) struct Ready(Mutex<HashSet<OwnedRoomId>>);

/// A room in which everybody can read what is posted, as far as that is in the bot's power.
pub(super) struct ReadyRoom {
    pub(super) room: Room,
    /// Who is there or invited besides the bot: one at least.
    pub(super) others: BTreeSet<OwnedUserId>,
}

/// What the homeserver says of a room.
#[derive(Default)]
struct Truth {
    is_in: bool,
    /// Whether another room has taken its place. Nobody looks into the old one again.
    is_replaced: bool,
    is_encrypted: bool,
    others: BTreeSet<OwnedUserId>,
}

impl Ready {
    /// The room of that address, once everybody in it can be written to.
    pub(super) async fn room(
        &self,
        client: &Client,
        address: &str,
    ) -> Result<ReadyRoom, PostError> {
        let id = RoomId::parse(address);
        let id = id.map_err(|_| PostError::Undeliverable(Undeliverable::Gone))?;
        let (room, others) = match self.known(client, &id).await? {
            Some(known) => known,
            // Only the homeserver knows whether somebody has left or is yet to be heard of.
            None => self.learn(client, &id).await?,
        };
        // Those who were invited share no room with the bot yet, so the homeserver doesn't tell
        // when they sign in somewhere.
        let invited = room.members_no_sync(RoomMemberships::INVITE).await.map_err(post_error)?;
        for member in invited {
            let asked = client.encryption().request_user_identity(member.user_id()).await;
            asked.map_err(post_error)?;
        }
        Ok(ReadyRoom { room, others })
    }

    /// Makes the room be looked at anew, because people have been invited to it.
    pub(super) fn forget(&self, address: &str) {
        let mut rooms = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.retain(|room| room != address);
    }

    async fn known(
        &self,
        client: &Client,
        id: &RoomId,
    ) -> Result<Option<(Room, BTreeSet<OwnedUserId>)>, PostError> {
        let is_ready = self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(id);
        let room = client.get_room(id).filter(|room| room.state() == RoomState::Joined);
        let is_as_it_was =
            |room: &Room| is_ready && room.are_members_synced() && !room.is_tombstoned();
        let Some(room) = room.filter(is_as_it_was) else {
            return Ok(None);
        };
        let others = others(&room).await?;
        Ok((!others.is_empty()).then_some((room, others)))
    }

    async fn learn(
        &self,
        client: &Client,
        id: &RoomId,
    ) -> Result<(Room, BTreeSet<OwnedUserId>), PostError> {
        let Some(own) = client.user_id() else { return Err(PostError::Busy(UNTIL_SYNCED)) };
        let request = get_state_events::v3::Request::new(id.to_owned());
        let state = client.send(request).with_request_config(once()).await;
        let state = state.map_err(|error| post_error(error.into()))?.room_state;
        let truth = Truth::of(state.iter().filter_map(|event| event.deserialize().ok()), own);
        if !truth.is_in || truth.is_replaced {
            return Err(PostError::Undeliverable(Undeliverable::Gone));
        }
        if truth.others.is_empty() {
            return Err(PostError::Undeliverable(Undeliverable::Closed));
        }
        for _ in 0..PATIENCE {
            if let Some(room) = client.get_room(id)
                && is_as(&room, &truth).await?
            {
                self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned());
                return Ok((room, truth.others));
            }
            sleep(LOOK_EVERY).await;
        }
        Err(PostError::Busy(UNTIL_SYNCED))
    }
}

impl Truth {
    fn of(state: impl Iterator<Item = AnyStateEvent>, own: &UserId) -> Self {
        let mut truth = Self::default();
        for event in state {
            if let AnyStateEvent::RoomEncryption(StateEvent::Original(_)) = &event {
                truth.is_encrypted = true;
            }
            if let AnyStateEvent::RoomTombstone(StateEvent::Original(_)) = &event {
                truth.is_replaced = true;
            }
            let AnyStateEvent::RoomMember(RoomMemberEvent::Original(member)) = event else {
                continue;
            };
            let membership = &member.content.membership;
            if member.state_key == own {
                truth.is_in = *membership == MembershipState::Join;
            } else if [MembershipState::Join, MembershipState::Invite].contains(membership) {
                truth.others.insert(member.state_key);
            }
        }
        truth
    }
}

/// Whether the SDK knows at least what the homeserver said.
async fn is_as(room: &Room, truth: &Truth) -> Result<bool, PostError> {
    if room.state() != RoomState::Joined {
        return Ok(false);
    }
    room.sync_members().await.map_err(post_error)?;
    if !others(room).await?.is_superset(&truth.others) {
        // What the SDK was told was true when it asked. It shall ask again.
        room.mark_members_missing();
        return Ok(false);
    }
    // What is posted before the SDK knows that it must encrypt goes out in clear.
    Ok(room.encryption_state().is_encrypted() || !truth.is_encrypted)
}

async fn others(room: &Room) -> Result<BTreeSet<OwnedUserId>, PostError> {
    let members = room.members_no_sync(RoomMemberships::ACTIVE).await.map_err(post_error)?;
    let others = members.iter().filter(|member| !member.is_account_user());
    Ok(others.map(|member| member.user_id().to_owned()).collect())
}
