//! Messages whose keys have not come yet.

use std::time::Duration;

use matrix_sdk::{
    Room,
    deserialized_responses::{TimelineEvent, TimelineEventKind},
};
use tokio::time::Instant;

/// How long a key may take. After that the person is told, who would otherwise wait for nothing.
const PATIENCE: Duration = Duration::from_secs(30);

/// Messages that wait for their keys. Others don't wait behind them.
#[derive(Default)]
pub(super) struct Late(Vec<Waiting>);

struct Waiting {
    room: Room,
    event: TimelineEvent,
    until: Instant,
}

/// What has become of a message.
pub(super) enum Outcome {
    /// Its key has come, and this is what it says.
    Readable(Room, TimelineEvent),
    /// No key came in time.
    Unreadable(Room, TimelineEvent),
}

impl Late {
    /// Keeps a message until its key comes.
    pub(super) fn keep(&mut self, room: Room, event: TimelineEvent) {
        self.0.push(Waiting { room, event, until: Instant::now() + PATIENCE });
    }

    /// Whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tries again, and hands out what is settled. What is handed out is still kept, until
    /// [`Late::settle`] says that it was taken in.
    pub(super) async fn settled(&self) -> Vec<(usize, Outcome)> {
        let mut settled = Vec::new();
        for (at, Waiting { room, event, until }) in self.0.iter().enumerate() {
            let outcome = match decrypt(room, event).await {
                Some(readable) => Outcome::Readable(room.clone(), readable),
                None if *until <= Instant::now() => {
                    Outcome::Unreadable(room.clone(), event.clone())
                }
                None => continue,
            };
            settled.push((at, outcome));
        }
        settled
    }

    /// Forgets those that were taken in.
    pub(super) fn settle(&mut self, places: &[usize]) {
        let mut at = 0;
        self.0.retain(|_| {
            at += 1;
            !places.contains(&(at - 1))
        });
    }
}

async fn decrypt(room: &Room, event: &TimelineEvent) -> Option<TimelineEvent> {
    let TimelineEventKind::UnableToDecrypt { event, .. } = &event.kind else { return None };
    let decrypted = room.decrypt_event(event.cast_ref_unchecked(), None).await.ok()?;
    (!decrypted.kind.is_utd()).then_some(decrypted)
}
