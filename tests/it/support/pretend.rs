//! A chat platform that fails as it is told to.

use std::{
    collections::{HashMap, VecDeque},
    future::pending,
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use jiff::Timestamp;
use mentorskap::{
    cli::stage::text,
    clock::{Clock as _, HandTurned},
    domain::{account::PlatformName, inbound::MessageRef},
    platform::{
        Ear, Found, Letter, PlaceWanted, Platform, PlatformError, PostError, Presence, Tried,
        Undeliverable,
    },
};
use tokio::sync::Notify;

/// What becomes of one attempt.
#[derive(Debug, Clone, Copy)]
pub enum Fate {
    /// The platform asks for patience.
    Busy(u64),
    /// The message is shown, and the answer to us gets lost.
    LosesTheAnswer,
    /// The message gets lost.
    LosesTheLetter,
    /// Nobody will receive it.
    Fails(Undeliverable),
    /// The message is shown, and the call never comes back.
    HangsAfterShowing,
    /// The call never comes back, and nothing is shown.
    Hangs,
}

/// What it says when it is asked for a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// It looks, and tells.
    Looks,
    /// It can't tell.
    CannotTell,
    /// It can't be reached.
    Away,
}

/// The pretend platform. It stands in for the terminal.
pub struct Pretend {
    clock: Arc<HandTurned>,
    state: Mutex<State>,
    /// Something hangs.
    pub hangs: Notify,
}

#[derive(Default)]
struct State {
    fates: HashMap<String, VecDeque<Fate>>,
    /// Every attempt: when, with which key, in which room.
    tries: Vec<(Timestamp, String, String)>,
    shown: Vec<(String, String, String)>,
    memory: Option<Duration>,
    looks: Option<Memory>,
    rooms: usize,
    presence: HashMap<String, Presence>,
}

impl Pretend {
    pub fn new(clock: Arc<HandTurned>) -> Arc<Self> {
        Arc::new(Self { clock, state: Mutex::default(), hangs: Notify::new() })
    }

    /// The next attempts in that room fare like this; later ones succeed.
    pub fn then(&self, room: &str, fates: &[Fate]) {
        self.state.lock().unwrap().fates.entry(room.to_owned()).or_default().extend(fates);
    }

    /// From now on it tells this of somebody.
    pub fn tells(&self, who: &str, presence: Presence) {
        self.state.lock().unwrap().presence.insert(who.to_owned(), presence);
    }

    /// It remembers keys for so long only, and then says this when it is asked for a letter.
    pub fn forgets_after(&self, memory: Duration, looks: Memory) {
        let mut state = self.state.lock().unwrap();
        (state.memory, state.looks) = (Some(memory), Some(looks));
    }

    /// What people saw since the last time: the room and the first line.
    pub fn seen(&self) -> String {
        let shown = std::mem::take(&mut self.state.lock().unwrap().shown);
        let line = |(room, text, _): (String, String, String)| {
            format!("→ {room}  {}", text.lines().next().unwrap_or_default())
        };
        shown.into_iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The same with all lines.
    pub fn read(&self) -> String {
        let shown = std::mem::take(&mut self.state.lock().unwrap().shown);
        let line = |(room, text, _): (String, String, String)| format!("→ {room}  {text}");
        shown.into_iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// When something was tried in a room, in seconds since then.
    pub fn tries(&self, room: &str, since: Timestamp) -> Vec<i64> {
        let state = self.state.lock().unwrap();
        let tries = state.tries.iter().filter(|(_, _, tried)| tried == room);
        tries.map(|(at, ..)| since.duration_until(*at).as_secs()).collect()
    }

    /// The keys that were handed over, each as often as it was.
    pub fn keys(&self) -> Vec<String> {
        self.state.lock().unwrap().tries.iter().map(|(_, key, _)| key.clone()).collect()
    }

    fn show(&self, letter: &Letter) -> MessageRef {
        let mut state = self.state.lock().unwrap();
        let key = letter.key.as_str();
        let (now, memory) = (self.clock.now(), state.memory);
        let first = state.tries.iter().find(|(_, known, _)| known == key).map(|(at, ..)| *at);
        let is_remembered = first
            .zip(memory)
            .is_none_or(|(first, memory)| first.duration_until(now).unsigned_abs() < memory);
        let is_shown = state.shown.iter().any(|(_, _, known)| known == key);
        if !(is_shown && is_remembered) {
            let text = text(&letter.document);
            state.shown.push((letter.room.clone(), text, key.to_owned()));
        }
        MessageRef(format!("message-{key}"))
    }
}

#[async_trait]
impl Platform for Pretend {
    fn name(&self) -> PlatformName {
        PlatformName::Console
    }

    fn memory(&self) -> Duration {
        self.state.lock().unwrap().memory.unwrap_or(Duration::MAX)
    }

    async fn post(&self, letter: &Letter) -> Result<MessageRef, PostError> {
        let fate = {
            let mut state = self.state.lock().unwrap();
            let (now, key) = (self.clock.now(), letter.key.as_str().to_owned());
            state.tries.push((now, key, letter.room.clone()));
            state.fates.get_mut(&letter.room).and_then(VecDeque::pop_front)
        };
        match fate {
            None => Ok(self.show(letter)),
            Some(Fate::Busy(seconds)) => Err(PostError::Busy(Duration::from_secs(seconds))),
            Some(Fate::LosesTheAnswer) => {
                self.show(letter);
                Err(broken())
            }
            Some(Fate::LosesTheLetter) => Err(broken()),
            Some(Fate::Fails(why)) => Err(PostError::Undeliverable(why)),
            Some(fate @ (Fate::Hangs | Fate::HangsAfterShowing)) => {
                if matches!(fate, Fate::HangsAfterShowing) {
                    self.show(letter);
                }
                self.hangs.notify_one();
                pending().await
            }
        }
    }

    async fn find(&self, letter: &Letter, _: &Tried) -> Result<Found, PostError> {
        let state = self.state.lock().unwrap();
        let key = letter.key.as_str();
        match state.looks {
            Some(Memory::CannotTell) => Ok(Found::Unknown),
            Some(Memory::Away) => Err(broken()),
            Some(Memory::Looks) | None => {
                let is_there = state.shown.iter().any(|(_, _, known)| known == key);
                let found = || Found::Yes(MessageRef(format!("message-{key}")));
                Ok(if is_there { found() } else { Found::No })
            }
        }
    }

    async fn open(&self, wanted: &PlaceWanted) -> Result<String, PostError> {
        let mut state = self.state.lock().unwrap();
        state.rooms += 1;
        Ok(format!("{}, room {}", wanted.members.join("+"), state.rooms))
    }

    async fn listen(&self, _ear: &dyn Ear) -> Result<(), PlatformError> {
        pending().await
    }

    async fn presence(&self, person: &str) -> Presence {
        let state = self.state.lock().unwrap();
        state.presence.get(person).copied().unwrap_or(Presence::Here)
    }

    async fn shut_down(&self) {}
}

fn broken() -> PostError {
    PostError::Interrupted(Box::new(io::Error::other("pulled the plug")))
}
