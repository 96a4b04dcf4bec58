//! One at a time in each room, or of each person.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError},
};

use tokio::sync::{Mutex, OwnedMutexGuard};

/// How many are kept before those are dropped that nobody needs.
const MANY: usize = 1_000;

/// Whose turn it is where.
#[derive(Default)]
pub(super) struct Turns(std::sync::Mutex<HashMap<String, Arc<Mutex<()>>>>);

impl Turns {
    /// Waits until nobody else has the turn there. It ends when what this returns is dropped.
    pub(super) async fn take(&self, room: &str) -> OwnedMutexGuard<()> {
        let turn = {
            let mut rooms = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if rooms.len() >= MANY {
                // Those that nobody has or waits for are made anew when they are needed.
                rooms.retain(|_, turn| Arc::strong_count(turn) > 1);
            }
            rooms.entry(room.to_owned()).or_default().clone()
        };
        turn.lock_owned().await
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn a_room_is_posted_in_by_one_at_a_time() {
        let turns = Turns::default();
        let first = turns.take("!a:x.org").await;
        let mut second = pin!(turns.take("!a:x.org"));
        assert!(second.as_mut().now_or_never().is_none());
        drop(first);
        assert!(second.now_or_never().is_some());
    }

    #[tokio::test]
    async fn turns_that_are_over_are_forgotten() {
        let turns = Turns::default();
        let kept = turns.take("kept").await;
        for room in 0..MANY * 3 {
            turns.take(&room.to_string()).await;
        }
        assert!(turns.0.lock().unwrap().len() <= MANY);
        assert!(turns.take("kept").now_or_never().is_none());
        drop(kept);
    }

    #[tokio::test]
    async fn rooms_do_not_wait_for_each_other() {
        let turns = Turns::default();
        let _first = turns.take("!a:x.org").await;
        assert!(turns.take("!b:x.org").now_or_never().is_some());
    }
}
