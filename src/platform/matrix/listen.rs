//! Hearing everything at least once.
//!
//! The SDK's event handlers run after its place in the stream is stored, so a crash between the
//! two would lose what was said. This loop takes each answer to the ear first, and notes the
//! place afterwards.

use std::{
    collections::{HashSet, VecDeque},
    convert::Infallible,
    pin::pin,
    time::Duration,
};

use matrix_sdk::{
    Client, Error, Room, RoomState, config::SyncSettings, deserialized_responses::TimelineEvent,
    ruma::OwnedRoomId, sync::SyncResponse,
};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};
use tracing::info;

use super::{
    catch_up,
    guests::Guests,
    hear::{WithoutKey, kind},
    insist::{Halt, SHORTEST_PAUSE, stopped},
    invitations::Invitations,
    late::{Late, Outcome},
};
use crate::{
    domain::inbound::RoomKind,
    platform::{Ear, PlatformError},
};

/// How long the homeserver holds a request in which nothing happens.
const LONG_POLL: Duration = Duration::from_secs(30);
/// How long an answer may take to be stored when the bot stops.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How often late keys and unanswered invitations are looked after.
const CHORES_EVERY: Duration = Duration::from_secs(2);

/// Hears until told to stop.
pub(super) async fn listen(
    client: &Client,
    ear: &dyn Ear,
    stop: watch::Receiver<bool>,
) -> Result<(), PlatformError> {
    let listener = Listener {
        client,
        ear,
        stop,
        read_up_to: None,
        marked: None,
        rooms: HashSet::new(),
        late: Late::default(),
        invitations: Invitations::default(),
        guests: Guests::load(client).await,
    };
    match listener.run().await {
        Halt::Stopped => Ok(()),
        Halt::Failed(error) => Err(error),
    }
}

/// What the loop remembers.
pub(super) struct Listener<'a> {
    pub(super) client: &'a Client,
    pub(super) ear: &'a dyn Ear,
    pub(super) stop: watch::Receiver<bool>,
    /// The place in the stream up to which everything was offered to the ear.
    read_up_to: Option<String>,
    /// The place that is noted on disk.
    marked: Option<String>,
    /// The rooms that were read up to that place.
    rooms: HashSet<OwnedRoomId>,
    pub(super) late: Late,
    invitations: Invitations,
    guests: Guests,
}

impl Listener<'_> {
    async fn run(mut self) -> Halt {
        match self.try_run().await {
            Ok(never) => match never {},
            Err(halt) => halt,
        }
    }

    async fn try_run(&mut self) -> Result<Infallible, Halt> {
        self.catch_up().await?;
        let mut pause = SHORTEST_PAUSE;
        loop {
            match self.sync().await? {
                Ok(response) => {
                    pause = SHORTEST_PAUSE;
                    self.take_in(response).await?;
                }
                Err(error) => self.after(&error, &mut pause, "sync").await?,
            }
        }
    }

    /// One request of the stream. Meanwhile the chores are done.
    async fn sync(&mut self) -> Result<Result<SyncResponse, Error>, Halt> {
        let settings = SyncSettings::new().timeout(LONG_POLL);
        let mut response = pin!(self.client.sync_once(settings));
        loop {
            let waiting = !self.late.is_empty() || !self.invitations.is_empty();
            tokio::select! {
                () = stopped(self.stop.clone()) => {
                    // Whoever interrupts the SDK while it stores a person's new session loses
                    // the keys that came with it. An answer that is being taken in is done by
                    // then; what it brought is read at the next start.
                    let _ = timeout(LAST_WORDS, response).await;
                    return Err(Halt::Stopped);
                }
                response = &mut response => return Ok(response),
                () = sleep(CHORES_EVERY), if waiting => self.chores().await?,
            }
        }
    }

    /// Offers what came between the mark of last time and the SDK's place.
    async fn catch_up(&mut self) -> Result<(), Halt> {
        let (client, mark) = (self.client, catch_up::mark(self.client).await);
        let synced_to = catch_up::synced_to(client).await;
        let rooms = match &mark {
            Some(_) if mark == synced_to => Vec::new(),
            Some(mark) => {
                match self.insist(|| catch_up::rooms_since(client, mark)).await? {
                    Some(changed) => changed.iter().filter_map(|id| client.get_room(id)).collect(),
                    // The homeserver no longer knows that place: something may wait in any room.
                    None => client.joined_rooms(),
                }
            }
            None => client.joined_rooms(),
        };
        if !rooms.is_empty() {
            info!(matrix.rooms = rooms.len(), "reading what was said in the meantime");
        }
        // Without a mark this device is new, and was given no keys for what is older.
        let without_key = if mark.is_some() { WithoutKey::Wait } else { WithoutKey::PassOver };
        for room in rooms.into_iter().filter(|room| room.state() == RoomState::Joined) {
            let stretch = (synced_to.as_deref(), mark.as_deref());
            self.read_back(&room, stretch, without_key).await?;
        }
        self.rooms = client.joined_rooms().iter().map(|room| room.room_id().to_owned()).collect();
        for room in client.invited_rooms() {
            self.invitations.note(room.room_id().to_owned());
        }
        self.read_up_to = synced_to;
        self.chores().await
    }

    /// Reads a room backwards and offers what it finds, oldest first.
    async fn read_back(
        &mut self,
        room: &Room,
        (from, to): (Option<&str>, Option<&str>),
        without_key: WithoutKey,
    ) -> Result<(), Halt> {
        let Some(kind) = self.insist(|| kind(room)).await? else { return Ok(()) };
        let mut newer = Vec::new();
        let mut held = VecDeque::new();
        let mut next = from.map(ToOwned::to_owned);
        loop {
            let page = self.insist(|| catch_up::page(room, kind, next.as_deref(), to)).await?;
            let Some(page) = page else { break };
            let older = page.older.clone();
            held.push_back(page);
            if held.len() > catch_up::PAGES {
                // Of what is older than this device it can read next to nothing.
                if matches!(without_key, WithoutKey::PassOver) {
                    break;
                }
                newer.extend(held.pop_front().map(|page| page.from));
            }
            if older.is_none() || older == next {
                break;
            }
            next = older;
        }
        for page in held.into_iter().rev() {
            self.hear_all(room, kind, page.events, without_key).await?;
        }
        for from in newer.into_iter().rev() {
            let page = self.insist(|| catch_up::page(room, kind, Some(&from), to)).await?;
            let events = page.map(|page| page.events).unwrap_or_default();
            self.hear_all(room, kind, events, without_key).await?;
        }
        Ok(())
    }

    async fn hear_all(
        &mut self,
        room: &Room,
        kind: RoomKind,
        events: Vec<TimelineEvent>,
        without_key: WithoutKey,
    ) -> Result<(), Halt> {
        for event in events {
            self.hear(room, kind, event, without_key).await?;
        }
        Ok(())
    }

    async fn take_in(&mut self, response: SyncResponse) -> Result<(), Halt> {
        let before = self.read_up_to.take();
        for (id, update) in response.rooms.joined {
            let Some(room) = self.client.get_room(&id) else { continue };
            // A room that the bot has just come into is read from there on, whenever that was.
            let to = if self.rooms.insert(id) { None } else { before.as_deref() };
            let Some(kind) = self.insist(|| kind(&room)).await? else { continue };
            let timeline = update.timeline;
            let recent = timeline.events.len();
            let events = catch_up::since_entry(timeline.events, room.own_user_id(), kind);
            if timeline.limited && events.len() == recent {
                let from = timeline.prev_batch.as_deref();
                self.read_back(&room, (from, to), WithoutKey::Wait).await?;
            }
            self.hear_all(&room, kind, events, WithoutKey::Wait).await?;
        }
        for id in response.rooms.left.into_keys() {
            self.rooms.remove(&id);
        }
        for id in response.rooms.invited.into_keys() {
            self.invitations.note(id);
        }
        self.read_up_to = Some(response.next_batch);
        self.chores().await
    }

    /// Looks after what waits, and notes the place if nothing does: a message that waits for its
    /// key must be found again after a crash.
    async fn chores(&mut self) -> Result<(), Halt> {
        let mut done = Vec::new();
        for (at, outcome) in self.late.settled().await {
            match outcome {
                Outcome::Readable(room, event) => {
                    if let Some(kind) = self.insist(|| kind(&room)).await? {
                        self.hear(&room, kind, event, WithoutKey::PassOver).await?;
                    }
                }
                Outcome::Unreadable(room, event) => self.tell_unreadable(&room, &event).await?,
            }
            done.push(at);
        }
        self.late.settle(&done);
        self.invitations.answer(self.client, self.ear, &mut self.guests).await;
        self.guests.look_after(self.client, self.ear).await;
        if self.late.is_empty() && self.marked != self.read_up_to {
            if let Some(place) = &self.read_up_to {
                catch_up::set_mark(self.client, place).await;
            }
            self.marked.clone_from(&self.read_up_to);
        }
        Ok(())
    }
}
