//! The terminal in real time, where no platform is configured.

use std::{
    io::Write as _,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use async_trait::async_trait;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    sync::Notify,
};

use crate::{
    clock::{Clock as _, SystemClock},
    domain::{
        account::{Account, PlatformName},
        inbound::{Inbound, InboundKey, MessageRef, Profile, Room, RoomKind, Said},
    },
    platform::{
        Ear, Found, Letter, PlaceWanted, Platform, PlatformError, PostError, Tried,
        console::Console,
    },
};

/// Everybody at one terminal: `anna: text` says something.
#[derive(Default)]
pub struct Terminal {
    console: Console,
    said: AtomicU64,
    stopped: Notify,
}

#[async_trait]
impl Platform for Terminal {
    fn name(&self) -> PlatformName {
        PlatformName::Console
    }

    fn memory(&self) -> Duration {
        self.console.memory()
    }

    async fn post(&self, letter: &Letter) -> Result<MessageRef, PostError> {
        let message = self.console.post(letter).await?;
        let mut out = std::io::stdout();
        for post in self.console.read() {
            let text = crate::cli::stage::text(&post.document);
            let _ = writeln!(out, "→ {}  {text}", post.room);
        }
        Ok(message)
    }

    async fn find(&self, letter: &Letter, tried: &Tried) -> Result<Found, PostError> {
        self.console.find(letter, tried).await
    }

    async fn open(&self, wanted: &PlaceWanted) -> Result<String, PostError> {
        self.console.open(wanted).await
    }

    async fn listen(&self, ear: &dyn Ear) -> Result<(), PlatformError> {
        let mut lines = BufReader::new(tokio::io::stdin()).lines();
        loop {
            let line = tokio::select! {
                line = lines.next_line() => line,
                () = self.stopped.notified() => return Ok(()),
            };
            let Ok(Some(line)) = line else { return Ok(()) };
            let Some((who, text)) = line.split_once(':') else { continue };
            let now = SystemClock.now();
            let number = self.said.fetch_add(1, Ordering::SeqCst);
            let key = format!("console:{}-{number}", now.as_nanosecond());
            let address = who.trim().to_owned();
            let text = text.trim().to_owned();
            let inbound = Inbound {
                key: InboundKey(key),
                from: Account { platform: PlatformName::Console, address: address.clone() },
                profile: Profile::default(),
                room: Room { platform: PlatformName::Console, address, kind: RoomKind::Direct },
                said: crate::cli::stage::file_in(&text)
                    .unwrap_or(Said::Text { text, reply_to: None }),
                said_at: now,
                answers_to: None,
            };
            if let Err(error) = ear.hear(inbound).await {
                return Err(PlatformError::Broken(Box::new(error)));
            }
        }
    }

    async fn shut_down(&self) {
        self.stopped.notify_one();
    }
}
