//! Matrix, with end-to-end encryption.
//!
//! Two promises shape this folder. What the bot posts appears once: the letter's key becomes the
//! transaction id, which a homeserver recognises for the same device (`post`). What people say
//! arrives at least once: the ear must have taken it in before the place in the sync stream is
//! marked as read (`listen`, `catch_up`).

mod catch_up;
mod gate;
mod guests;
mod hear;
mod html;
mod insist;
mod invitations;
mod late;
mod listen;
mod parts;
mod places;
mod post;
mod ready;
mod refusal;
mod session;
mod spoken;

use std::{fs::File, path::PathBuf, time::Duration};

use async_trait::async_trait;
use matrix_sdk::Client;
use tokio::sync::watch;

use self::{gate::Gate, ready::Ready};
use super::{
    Ear, Found, Letter, PlaceWanted, Platform, PlatformError, PostError, Tried, Undeliverable,
    turns::Turns,
};
use crate::domain::{account::PlatformName, inbound::MessageRef};

/// How to reach a homeserver, and as whom.
#[derive(Clone)]
pub struct Settings {
    /// Its address, `https://matrix.example.org`, or the name that people's ids end in.
    pub homeserver: String,
    /// The bot's own id, `@mentor:example.org`.
    pub user_id: String,
    /// What proves that it is the bot.
    pub login: Login,
    /// Where the session, the rooms and the encryption keys are kept: a folder for this bot alone.
    pub store_dir: PathBuf,
    /// Opens the account's secret storage, so that a new device is trusted at once: a recovery
    /// key that another client made, or a passphrase that becomes one at the first start.
    pub recovery_key: Option<String>,
    /// What the bot's device is called in people's lists of devices.
    pub device_name: String,
}

/// What proves that it is the bot.
#[derive(Clone)]
pub enum Login {
    /// The account's password. It is used once; the session is kept.
    Password(String),
    /// An access token that was made elsewhere, for a device that nothing else uses.
    Token(String),
}

/// The bot's device on a homeserver.
pub struct Matrix {
    client: Client,
    /// The recovery key, if it could not be tried when the bot started.
    untried: Option<String>,
    /// Messages and new rooms have limits of their own: waiting for a room must not hold up the
    /// answers to people.
    messages: Gate,
    rooms: Gate,
    ready: Ready,
    turns: Turns,
    stop: watch::Sender<bool>,
    /// Held as long as the device is in use, because two processes would ruin its keys.
    _claim: File,
}

impl Matrix {
    /// Logs in, or takes up the session of last time, and learns which rooms there are.
    pub async fn connect(settings: Settings) -> Result<Self, PlatformError> {
        let session::Opened { client, claim, untried } = session::open(&settings).await?;
        Ok(Self {
            client,
            untried,
            messages: Gate::default(),
            rooms: Gate::default(),
            ready: Ready::default(),
            turns: Turns::default(),
            stop: watch::Sender::new(false),
            _claim: claim,
        })
    }
}

#[async_trait]
impl Platform for Matrix {
    fn name(&self) -> PlatformName {
        PlatformName::Matrix
    }

    fn memory(&self) -> Duration {
        // Synapse keeps transaction ids for a day; an hour is left for a slow last attempt.
        Duration::from_hours(23)
    }

    async fn post(&self, letter: &Letter) -> Result<MessageRef, PostError> {
        self.messages.check()?;
        // The SDK first makes sure that everybody in a room has its key, and then encrypts with the
        // key that it has by then. Of two letters side by side, one can come in between: it makes a
        // new key, and the other is encrypted with it before anybody was given it, which nobody can
        // ever read. Or the one uses up the key that the other was about to use, and the SDK panics.
        let _turn = self.turns.take(&letter.room).await;
        // What one room lacks doesn't hold up the letters to others, so it is outside the gate.
        let place = self.ready.room(&self.client, &letter.room).await?;
        if let Some(readers) = &letter.readers
            && place.others.iter().any(|other| !readers.iter().any(|reader| other == reader))
        {
            // What is private isn't said where somebody else has come in: another room is opened.
            return Err(PostError::Undeliverable(Undeliverable::Gone));
        }
        self.messages.pass(post::post(&self.client, &place, letter)).await
    }

    async fn find(&self, letter: &Letter, _: &Tried) -> Result<Found, PostError> {
        let Ok(place) = self.ready.room(&self.client, &letter.room).await else {
            return Ok(Found::Unknown);
        };
        Ok(post::find(&place, letter).await)
    }

    async fn open(&self, wanted: &PlaceWanted) -> Result<String, PostError> {
        self.rooms.check()?;
        let members = places::members(wanted)?;
        places::check_devices(&self.client, &members).await?;
        let room = self.rooms.pass(places::open(&self.client, wanted, &members)).await?;
        self.ready.forget(&room);
        Ok(room)
    }

    async fn listen(&self, ear: &dyn Ear) -> Result<(), PlatformError> {
        tokio::select! {
            ended = listen::listen(&self.client, ear, self.stop.subscribe()) => ended,
            never = session::trust_later(&self.client, self.untried.clone()) => match never {},
        }
    }

    async fn shut_down(&self) {
        self.stop.send_replace(true);
    }
}
