//! Accepting invitations: of people in a programme all, and of people who may have been given a
//! code those to a conversation between two. Nobody else's.

use std::time::Duration;

use matrix_sdk::{Client, RoomState, ruma::OwnedRoomId};
use tokio::time::Instant;
use tracing::{info, warn};

use super::{
    guests::Guests,
    refusal::{self, Meaning},
};
use crate::{
    domain::account::{Account, PlatformName},
    platform::{Acquaintance, Ear},
};

const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(5);

/// Invitations that were not answered yet.
#[derive(Default)]
pub(super) struct Invitations(Vec<Waiting>);

struct Waiting {
    room: OwnedRoomId,
    next_at: Instant,
    pause: Duration,
}

/// What to do with an invitation after an attempt to answer it.
enum Next {
    Done,
    Later(Option<Duration>),
}

impl Invitations {
    /// Notes one. The same may be noted again.
    pub(super) fn note(&mut self, room: OwnedRoomId) {
        if !self.0.iter().any(|waiting| waiting.room == room) {
            self.0.push(Waiting { room, next_at: Instant::now(), pause: FIRST_PAUSE });
        }
    }

    /// Whether one waits, perhaps not for now.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Answers those whose time has come.
    pub(super) async fn answer(&mut self, client: &Client, ear: &dyn Ear, guests: &mut Guests) {
        let now = Instant::now();
        let mut left = Vec::new();
        for mut waiting in std::mem::take(&mut self.0) {
            if waiting.next_at > now {
                left.push(waiting);
                continue;
            }
            if let Next::Later(wait) = answer(client, ear, guests, &waiting.room).await {
                waiting.next_at = Instant::now() + wait.unwrap_or(waiting.pause);
                waiting.pause = (waiting.pause * 2).min(LONGEST_PAUSE);
                left.push(waiting);
            }
        }
        self.0 = left;
    }
}

async fn answer(client: &Client, ear: &dyn Ear, guests: &mut Guests, id: &OwnedRoomId) -> Next {
    let Some(room) = client.get_room(id) else { return Next::Done };
    if room.state() != RoomState::Invited {
        return Next::Done;
    }
    let Ok(invitation) = room.invite_details().await else { return Next::Later(None) };
    let address = invitation.inviter_id.to_string();
    let inviter = Account { platform: PlatformName::Matrix, address };
    let Ok(acquaintance) = ear.knows(&inviter, None).await else { return Next::Later(None) };
    let accepts = match acquaintance {
        Acquaintance::Known => true,
        // An invitation says whether it is meant for two, and not how many are there. That is
        // seen afterwards.
        Acquaintance::Expected => room.is_direct().await.unwrap_or(false),
        Acquaintance::Stranger => false,
    };
    if accepts && acquaintance == Acquaintance::Expected {
        guests.note(client, id.clone(), invitation.inviter_id).await;
    }
    let answered = if accepts { room.join().await } else { room.leave().await };
    let Err(error) = answered else {
        info!(matrix.accepted = accepts, "answered an invitation");
        return Next::Done;
    };
    match refusal::meaning_of(&error) {
        Meaning::Wait(wait) => Next::Later(Some(wait)),
        Meaning::Forbidden | Meaning::Refused => {
            // It was withdrawn, or the room has closed.
            info!(matrix.accepted = accepts, "an invitation is no longer valid");
            Next::Done
        }
        Meaning::LoggedOut | Meaning::Unclear => {
            let error = refusal::brief(&error);
            warn!(error, "an invitation could not be answered yet");
            Next::Later(None)
        }
    }
}
