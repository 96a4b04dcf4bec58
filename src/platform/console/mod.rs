//! The terminal as a chat platform: everybody sits at the same one. Whoever drives it reads what
//! was posted and says who says what; the demo, a simulation and the tests do.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use tokio::sync::Notify;

use super::{Ear, Found, Letter, PlaceWanted, Platform, PlatformError, PostError, Tried};
use crate::{
    document::Document,
    domain::{account::PlatformName, inbound::MessageRef},
};

/// A message on the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Its id.
    pub message: MessageRef,
    /// Who sees it: one of the people, or several joined by a plus.
    pub room: String,
    /// What it says.
    pub document: Document,
}

/// The terminal.
#[derive(Debug, Default)]
pub struct Console {
    state: Mutex<State>,
    stopped: Notify,
}

#[derive(Debug, Default)]
struct State {
    by_key: HashMap<String, MessageRef>,
    unread: Vec<Posted>,
}

impl Console {
    /// What was posted since the last time, in order.
    pub fn read(&self) -> Vec<Posted> {
        std::mem::take(&mut self.state().unread)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Platform for Console {
    fn name(&self) -> PlatformName {
        PlatformName::Console
    }

    fn memory(&self) -> Duration {
        Duration::MAX
    }

    async fn post(&self, letter: &Letter) -> Result<MessageRef, PostError> {
        let mut state = self.state();
        if let Some(known) = state.by_key.get(letter.key.as_str()) {
            return Ok(known.clone());
        }
        let message = MessageRef(format!("message-{}", state.by_key.len() + 1));
        state.by_key.insert(letter.key.as_str().to_owned(), message.clone());
        state.unread.push(Posted {
            message: message.clone(),
            room: letter.room.clone(),
            document: letter.document.clone(),
        });
        Ok(message)
    }

    async fn find(&self, letter: &Letter, _: &Tried) -> Result<Found, PostError> {
        let found = self.state().by_key.get(letter.key.as_str()).cloned();
        Ok(found.map_or(Found::No, Found::Yes))
    }

    async fn open(&self, wanted: &PlaceWanted) -> Result<String, PostError> {
        let mut members = wanted.members.clone();
        members.sort();
        Ok(members.join("+"))
    }

    async fn listen(&self, _ear: &dyn Ear) -> Result<(), PlatformError> {
        // Nobody types at a terminal by themselves: whoever drives it tells the ear.
        self.stopped.notified().await;
        Ok(())
    }

    async fn shut_down(&self) {
        self.stopped.notify_one();
    }
}
