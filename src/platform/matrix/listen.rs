//! Hearing everything at least once.
//!
//! The SDK's event handlers run after its place in the stream is stored, so a crash between the
//! two would lose what was said. This loop takes each answer to the ear first, and notes the
//! place afterwards.

use std::{collections::HashSet, future::Future, pin::pin, time::Duration};

use jiff::Timestamp;
use matrix_sdk::{
    Client, Error, Room, RoomMemberships, RoomState,
    config::SyncSettings,
    deserialized_responses::TimelineEvent,
    media::{MediaFormat, MediaRequestParameters},
    ruma::{EventId, OwnedRoomId, events::room::message::FileMessageEventContent},
    sync::SyncResponse,
};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};
use tracing::{info, warn};

use super::{
    catch_up::{self, Stretch},
    invitations::Invitations,
    late::{Late, Outcome},
    refusal::{self, Meaning},
    session,
    spoken::{self, Spoken, Words},
};
use crate::{
    domain::{
        account::{Account, PlatformName},
        inbound::{self, Inbound, InboundKey, MessageRef, RoomKind, Said},
    },
    platform::{Ear, PlatformError},
};

/// How long the homeserver holds a request in which nothing happens.
const LONG_POLL: Duration = Duration::from_secs(30);
/// How long an answer may take to be stored when the bot stops.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How often late keys and unanswered invitations are looked after.
const CHORES_EVERY: Duration = Duration::from_secs(2);
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// The largest file that is fetched, in bytes.
const LARGEST_FILE: usize = 5_000_000;

/// Why listening ended.
enum Halt {
    /// It was asked to.
    Stopped,
    /// It can't go on.
    Failed(PlatformError),
}

/// What becomes of a message that can't be decrypted.
#[derive(Clone, Copy)]
enum WithoutKey {
    /// Its key may come.
    Wait,
    /// It was sent before this device existed, and never had a key for it.
    PassOver,
}

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
    };
    match listener.run().await {
        Halt::Stopped => Ok(()),
        Halt::Failed(error) => Err(error),
    }
}

struct Listener<'a> {
    client: &'a Client,
    ear: &'a dyn Ear,
    stop: watch::Receiver<bool>,
    /// The place in the stream up to which everything was offered to the ear.
    read_up_to: Option<String>,
    /// The place that is noted on disk.
    marked: Option<String>,
    /// The rooms that were read up to that place.
    rooms: HashSet<OwnedRoomId>,
    late: Late,
    invitations: Invitations,
}

impl Listener<'_> {
    async fn run(mut self) -> Halt {
        match self.try_run().await {
            Ok(never) => match never {},
            Err(halt) => halt,
        }
    }

    async fn try_run(&mut self) -> Result<std::convert::Infallible, Halt> {
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
                let changed = self.insist(|| catch_up::rooms_since(client, mark)).await?;
                let changed = changed.unwrap_or_default();
                changed.iter().filter_map(|id| client.get_room(id)).collect()
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
        let read = self.insist(|| catch_up::read(room, kind, Stretch { from, to })).await?;
        for event in read.unwrap_or_default() {
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
            for event in events {
                self.hear(&room, kind, event, WithoutKey::Wait).await?;
            }
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
        self.invitations.answer(self.client, self.ear).await;
        if self.late.is_empty() && self.marked != self.read_up_to {
            if let Some(place) = &self.read_up_to {
                catch_up::set_mark(self.client, place).await;
            }
            self.marked.clone_from(&self.read_up_to);
        }
        Ok(())
    }

    /// Offers an event, if a person said something to the bot with it.
    async fn hear(
        &mut self,
        room: &Room,
        kind: RoomKind,
        event: TimelineEvent,
        without_key: WithoutKey,
    ) -> Result<(), Halt> {
        let Some(heading) = heading(room, kind, &event) else { return Ok(()) };
        if event.kind.is_utd() {
            if matches!(without_key, WithoutKey::Wait) && !self.has_heard(&heading.key).await? {
                self.late.keep(room.clone(), event);
            }
            return Ok(());
        }
        let Ok(parsed) = event.raw().deserialize() else { return Ok(()) };
        let Some(spoken) = spoken::spoken(&parsed, room.own_user_id()) else { return Ok(()) };
        if self.has_heard(&heading.key).await? {
            return Ok(());
        }
        let said = match spoken {
            Spoken::Reaction { to, symbol } => {
                if !self.is_ours(room, &to).await? {
                    return Ok(());
                }
                Said::Reaction { to: MessageRef(to), symbol }
            }
            Spoken::Text(words) => {
                let Some(text) = self.addressed(room, kind, &words).await? else { return Ok(()) };
                Said::Text { text, reply_to: words.reply_to.map(MessageRef) }
            }
            Spoken::File(words, file) => {
                let Some(text) = self.addressed(room, kind, &words).await? else { return Ok(()) };
                self.fetch(&file, text).await?
            }
        };
        self.tell(Inbound { said, ..heading }).await
    }

    /// The words without what addressed the bot, if anything did. In a conversation of two
    /// everything does; elsewhere people talk to each other, and that is none of the bot's
    /// business.
    async fn addressed(
        &mut self,
        room: &Room,
        kind: RoomKind,
        words: &Words,
    ) -> Result<Option<String>, Halt> {
        if let Some(rest) = spoken::after_prefix(&words.text) {
            return Ok(Some(rest.to_owned()));
        }
        let reply = match &words.reply_to {
            Some(to) if kind == RoomKind::Shared => self.is_ours(room, to).await?,
            _ => false,
        };
        if kind == RoomKind::Shared && !words.mentioned && !reply {
            return Ok(None);
        }
        if !words.mentioned {
            return Ok(Some(words.text.clone()));
        }
        let own = room.own_user_id();
        let member = room.get_member_no_sync(own).await.ok().flatten();
        let name = member.as_ref().and_then(|member| member.display_name()).unwrap_or_default();
        let names = [own.as_str(), name, own.localpart()];
        Ok(Some(spoken::after_name(&words.text, &names).to_owned()))
    }

    async fn is_ours(&mut self, room: &Room, id: &str) -> Result<bool, Halt> {
        let Ok(id) = EventId::parse(id) else { return Ok(false) };
        let event = self.insist(|| room.event(&id, None)).await?;
        let sender = event.and_then(|event| event.sender());
        Ok(sender.is_some_and(|sender| sender == room.own_user_id()))
    }

    async fn fetch(&mut self, file: &FileMessageEventContent, text: String) -> Result<Said, Halt> {
        let size = file.info.as_ref().and_then(|info| info.size);
        let size = size.and_then(|size| usize::try_from(u64::from(size)).ok());
        if size.is_none_or(|size| size > LARGEST_FILE) {
            return Ok(Said::FileTooLarge);
        }
        let source = file.source.clone();
        let request = MediaRequestParameters { source, format: MediaFormat::File };
        let client = self.client;
        let fetch = || async { client.media().get_media_content(&request, false).await };
        let Some(bytes) = self.insist(fetch).await? else { return Ok(Said::Unreadable) };
        // The size was the sender's claim.
        if bytes.len() > LARGEST_FILE {
            return Ok(Said::FileTooLarge);
        }
        Ok(Said::File { name: file.filename().to_owned(), bytes, text })
    }

    async fn tell_unreadable(&mut self, room: &Room, event: &TimelineEvent) -> Result<(), Halt> {
        let Some(kind) = self.insist(|| kind(room)).await? else { return Ok(()) };
        // In a room it was most likely not meant for the bot.
        let heading = heading(room, kind, event).filter(|_| kind == RoomKind::Direct);
        let Some(heading) = heading else { return Ok(()) };
        if self.has_heard(&heading.key).await? {
            return Ok(());
        }
        self.tell(heading).await
    }

    /// Offers it until it is taken.
    async fn tell(&mut self, inbound: Inbound) -> Result<(), Halt> {
        let mut pause = SHORTEST_PAUSE;
        while let Err(error) = self.ear.hear(inbound.clone()).await {
            warn!(inbound.key = %inbound.key.0, %error, "what was said will be said again");
            self.rest(&mut pause).await?;
        }
        Ok(())
    }

    async fn has_heard(&mut self, key: &InboundKey) -> Result<bool, Halt> {
        let mut pause = SHORTEST_PAUSE;
        loop {
            match self.ear.has_heard(key).await {
                Ok(heard) => return Ok(heard),
                Err(error) => {
                    warn!(inbound.key = %key.0, %error, "the inbox can't be read yet");
                    self.rest(&mut pause).await?;
                }
            }
        }
    }

    /// Asks the homeserver until it answers. None if it refuses for good.
    async fn insist<T, F: Future<Output = Result<T, Error>>>(
        &mut self,
        ask: impl Fn() -> F,
    ) -> Result<Option<T>, Halt> {
        let mut pause = SHORTEST_PAUSE;
        loop {
            match ask().await {
                Ok(answer) => return Ok(Some(answer)),
                Err(error) if is_final(&error) => return Ok(None),
                Err(error) => self.after(&error, &mut pause, "reading").await?,
            }
        }
    }

    /// Waits after a failure, unless it is one that waiting doesn't help.
    async fn after(
        &mut self,
        error: &Error,
        pause: &mut Duration,
        what: &'static str,
    ) -> Result<(), Halt> {
        match refusal::meaning_of(error) {
            Meaning::LoggedOut => return Err(Halt::Failed(session::logged_out())),
            Meaning::Wait(wait) => *pause = wait.clamp(*pause, LONGEST_PAUSE),
            Meaning::Forbidden | Meaning::Refused | Meaning::Unclear => {}
        }
        let seconds = pause.as_secs();
        warn!(%error, matrix.what = what, seconds, "Matrix failed; trying again");
        self.rest(pause).await
    }

    async fn rest(&mut self, pause: &mut Duration) -> Result<(), Halt> {
        tokio::select! {
            () = stopped(self.stop.clone()) => return Err(Halt::Stopped),
            () = sleep(*pause) => {}
        }
        *pause = (*pause * 2).min(LONGEST_PAUSE);
        Ok(())
    }
}

/// Comes back when the bot is to stop.
async fn stopped(mut stop: watch::Receiver<bool>) {
    // A sender that is gone can't take its word back.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Whether asking again is of no use: the room or the event is gone.
fn is_final(error: &Error) -> bool {
    match refusal::meaning_of(error) {
        Meaning::Forbidden | Meaning::Refused => true,
        Meaning::Unclear => refusal::is_not_found(error),
        Meaning::Wait(_) | Meaning::LoggedOut => false,
    }
}

/// Who can read what is said in the room. Three make it a room, whatever it was opened as: a
/// private answer must not reach somebody who was invited later.
async fn kind(room: &Room) -> Result<RoomKind, Error> {
    let members = room.members(RoomMemberships::ACTIVE).await?;
    Ok(if members.len() <= 2 { RoomKind::Direct } else { RoomKind::Shared })
}

/// What is known of an event before it is read; none if the bot sent it.
fn heading(room: &Room, kind: RoomKind, event: &TimelineEvent) -> Option<Inbound> {
    let sender = event.sender().filter(|sender| sender != room.own_user_id())?;
    let said_at = event.timestamp_raw()?;
    Some(Inbound {
        key: InboundKey(format!("matrix:{}", event.event_id()?)),
        from: Account { platform: PlatformName::Matrix, address: sender.to_string() },
        room: inbound::Room {
            platform: PlatformName::Matrix,
            address: room.room_id().to_string(),
            kind,
        },
        said: Said::Unreadable,
        said_at: Timestamp::from_millisecond(said_at.get().into()).ok()?,
    })
}
