//! Conversations with people whom nobody knows yet.
//!
//! Whoever was given a code says it from an account that isn't known, so the bot has to come when
//! strangers call. It stays for a conversation between two only, and not for ever.

use std::{collections::BTreeMap, time::Duration};

use jiff::Timestamp;
use matrix_sdk::{
    Client, Room, RoomMemberships, RoomState,
    ruma::{OwnedRoomId, OwnedUserId},
};
use tokio::time::Instant;
use tracing::{info, warn};

use super::refusal;
use crate::{
    domain::account::{Account, PlatformName},
    platform::{Acquaintance, Ear},
};

/// Where the rooms are kept, beside the SDK's own things: a restart must not make the bot stay.
const KEPT: &[u8] = b"mentorskap.guests";

/// How often it is looked whether the guests have become known, or have brought others.
const LOOK_EVERY: Duration = Duration::from_mins(10);

/// The rooms, and who invited the bot to each.
pub(super) struct Guests {
    rooms: BTreeMap<OwnedRoomId, OwnedUserId>,
    next_at: Instant,
}

impl Guests {
    /// Those of last time.
    pub(super) async fn load(client: &Client) -> Self {
        let bytes = client.state_store().get_custom_value(KEPT).await.ok().flatten();
        let rooms = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { rooms: rooms.unwrap_or_default(), next_at: Instant::now() }
    }

    /// Remembers a room that the bot is about to come into.
    pub(super) async fn note(&mut self, client: &Client, room: OwnedRoomId, inviter: OwnedUserId) {
        self.rooms.insert(room, inviter);
        self.next_at = Instant::now();
        self.save(client).await;
    }

    /// Leaves those who have brought others or have stayed strangers for too long.
    pub(super) async fn look_after(&mut self, client: &Client, ear: &dyn Ear) {
        if self.rooms.is_empty() || self.next_at > Instant::now() {
            return;
        }
        self.next_at = Instant::now() + LOOK_EVERY;
        let before = self.rooms.len();
        for (id, inviter) in std::mem::take(&mut self.rooms) {
            if is_guest_still(client, ear, &id, &inviter).await {
                self.rooms.insert(id, inviter);
            }
        }
        if self.rooms.len() != before {
            self.save(client).await;
        }
    }

    async fn save(&self, client: &Client) {
        let bytes = serde_json::to_vec(&self.rooms).unwrap_or_default();
        if let Err(error) = client.state_store().set_custom_value_no_read(KEPT, bytes).await {
            warn!(%error, "the rooms of people who aren't known yet could not be noted");
        }
    }
}

/// Whether the room has to be looked after further.
async fn is_guest_still(
    client: &Client,
    ear: &dyn Ear,
    id: &OwnedRoomId,
    inviter: &OwnedUserId,
) -> bool {
    let Some(room) = client.get_room(id) else { return false };
    if room.state() != RoomState::Joined {
        // An invitation that was noted and not accepted yet is still to come.
        return room.state() == RoomState::Invited;
    }
    let account = Account { platform: PlatformName::Matrix, address: inviter.to_string() };
    let Ok(acquaintance) = ear.knows(&account, came_at(&room).await).await else { return true };
    // Whoever it is that asks must be alone with the bot: a room full of strangers is theirs.
    let is_welcome = match acquaintance {
        Acquaintance::Known => return false,
        Acquaintance::Expected => {
            let members = room.members(RoomMemberships::ACTIVE).await;
            members.map_or(true, |members| members.len() <= 2)
        }
        Acquaintance::Stranger => false,
    };
    if is_welcome {
        return true;
    }
    match room.leave().await {
        Ok(()) => {
            info!("left the Matrix room of somebody who isn't known");
            false
        }
        Err(error) => {
            let error = refusal::brief(&error);
            warn!(error, "a Matrix room could not be left yet");
            true
        }
    }
}

/// When the bot came into the room, by the homeserver's clock. A new name counts as coming anew,
/// which only makes it stay longer.
async fn came_at(room: &Room) -> Option<Timestamp> {
    let own = room.get_member_no_sync(room.own_user_id()).await.ok().flatten()?;
    let at = own.event().origin_server_ts()?;
    Timestamp::from_millisecond(at.get().into()).ok()
}
