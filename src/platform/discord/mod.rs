//! Discord.
//!
//! What the bot posts appears once: the letter's key becomes the message's nonce, by which Discord
//! recognises repetitions for a few minutes; later they are looked for by what they say (`post`).
//! What people say arrives at least once: what the connection lost is sent again by Discord, and
//! what was said while the bot was away is read when it comes back (`listen`, `catch_up`). Only
//! presses can't be caught up with, so buttons stay pressable.
//!
//! No message is read that isn't addressed to the bot: Discord sends none, because the bot doesn't
//! ask for the privilege.
//!
//! There are no embeds: whoever has switched off previews doesn't see them, screen readers stumble
//! over them, and nothing that the bot says needs more than words, points and buttons.

mod catch_up;
pub mod commands;
mod components;
mod events;
mod hear;
mod ids;
mod insist;
mod interactions;
mod length;
mod limits;
mod listen;
mod markdown;
mod pace;
mod parts;
mod places;
mod post;
mod pulse;
mod refusal;
mod rest;
mod roles;
mod servers;

use std::{
    collections::HashMap,
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use serenity::model::id::{ApplicationId, ChannelId, UserId};
use tokio::sync::{Semaphore, SemaphorePermit, watch};

use self::{pace::Pace, post::Progress, rest::Rest, roles::Roles, servers::Servers};
use super::{
    Ear, EventWanted, Found, Letter, PlaceWanted, Platform, PlatformError, PostError, Presence,
    Tried, turns::Turns,
};
use crate::domain::{
    account::PlatformName,
    command::{Catalogue, Lexicon},
    inbound::MessageRef,
    leading::ServerRole,
};

/// How to reach Discord, and as whom.
#[derive(Clone)]
pub struct Settings {
    /// The bot's token.
    pub token: String,
    /// The address of an HTTP proxy that speaks to Discord for several processes, and keeps its
    /// limits.
    pub proxy: Option<String>,
    /// The commands that people are offered.
    pub catalogue: Catalogue,
    /// The words in which commands are put together.
    pub lexicon: Lexicon,
    /// How long the connection may be silent before it is made anew.
    pub longest_silence: Duration,
}

impl Settings {
    /// How long it may usually be silent.
    pub const LONGEST_SILENCE: Duration = pulse::LONGEST_SILENCE;
}

/// The bot on Discord.
pub struct Discord {
    rest: Rest,
    settings: Settings,
    me: OnceLock<Me>,
    /// The conversations with one person each. Discord names the same one every time, so what is
    /// forgotten is only asked for again.
    direct: Mutex<HashMap<UserId, ChannelId>>,
    /// New conversations, of which many at once get a bot shut out.
    openings: Pace,
    /// How many letters are under way at once: fewer than are handed over at all, so that a Discord
    /// that doesn't answer keeps none waiting for another platform.
    lanes: Semaphore,
    /// Interactions that are being acknowledged. Only then may they be answered.
    acknowledging: Turns,
    progress: Mutex<Progress>,
    /// Places are opened one at a time, so that none is taken for another that was just opened.
    opening: tokio::sync::Mutex<places::Opened>,
    servers: Servers,
    roles: Roles,
    unknown: AtomicU64,
    stop: watch::Sender<bool>,
}

/// How many letters are under way at once, and how long the others wait for their turn.
const LANES: usize = 6;
const UNTIL_A_LANE: Duration = Duration::from_millis(200);

/// Who the bot is.
#[derive(Debug, Clone, Copy)]
struct Me {
    user: UserId,
    application: ApplicationId,
}

impl Discord {
    /// The bot on Discord, which is reached when it listens.
    pub fn new(settings: Settings) -> Result<Self, PlatformError> {
        Ok(Self {
            rest: Rest::new(&settings.token, settings.proxy.clone())?,
            settings,
            me: OnceLock::new(),
            direct: Mutex::default(),
            openings: Pace::default(),
            lanes: Semaphore::new(LANES),
            acknowledging: Turns::default(),
            progress: Mutex::default(),
            opening: tokio::sync::Mutex::default(),
            servers: Servers::default(),
            roles: Roles::default(),
            unknown: AtomicU64::new(0),
            stop: watch::Sender::new(false),
        })
    }

    /// How many events came that this version can't read.
    pub fn unknown_events(&self) -> u64 {
        self.unknown.load(Ordering::Relaxed)
    }

    fn me(&self) -> Result<Me, PostError> {
        self.me.get().copied().ok_or(PostError::Busy(Duration::from_secs(1)))
    }

    fn lane(&self) -> Result<SemaphorePermit<'_>, PostError> {
        self.lanes.try_acquire().map_err(|_| PostError::Busy(UNTIL_A_LANE))
    }

    fn direct(&self) -> MutexGuard<'_, HashMap<UserId, ChannelId>> {
        locked(&self.direct)
    }
}

/// What is behind a lock. Whoever panicked while they held it left nothing half done.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[async_trait]
impl Platform for Discord {
    fn name(&self) -> PlatformName {
        PlatformName::Discord
    }

    fn memory(&self) -> Duration {
        // "A few minutes", it says; more than an attempt may take.
        Duration::from_secs(150)
    }

    async fn post(&self, letter: &Letter) -> Result<MessageRef, PostError> {
        let _lane = self.lane()?;
        self.post_letter(self.me()?, letter).await
    }

    async fn find(&self, letter: &Letter, tried: &Tried) -> Result<Found, PostError> {
        let _lane = self.lane()?;
        self.find_letter(self.me()?, letter, tried).await
    }

    async fn open(&self, wanted: &PlaceWanted) -> Result<String, PostError> {
        let _lane = self.lane()?;
        self.open_place(self.me()?, wanted).await
    }

    async fn listen(&self, ear: &dyn Ear) -> Result<(), PlatformError> {
        listen::listen(self, ear, self.stop.subscribe()).await
    }

    async fn has_role(&self, person: &str, role: &ServerRole) -> Option<bool> {
        self.holds(person, role).await
    }

    async fn presence(&self, person: &str) -> Presence {
        self.is_on_a_server(person).await
    }

    async fn show_event(&self, wanted: &EventWanted) -> Result<Option<String>, PostError> {
        let _lane = self.lane()?;
        self.show_event(self.me()?, wanted).await
    }

    async fn shut_down(&self) {
        self.stop.send_replace(true);
    }
}
