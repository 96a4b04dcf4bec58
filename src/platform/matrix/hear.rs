//! Hearing one event: what it says, whether it was meant for the bot, and from whom.

use std::time::Duration;

use jiff::Timestamp;
use matrix_sdk::{
    Client, Error, Room, RoomMemberships,
    deserialized_responses::TimelineEvent,
    media::{MediaFormat, MediaRequestParameters},
    ruma::{
        EventId, UserId,
        events::room::{MediaSource, message::FileMessageEventContent},
    },
};

use tokio::time::timeout;

use super::{
    insist::Halt,
    listen::Listener,
    spoken::{self, Spoken, Words},
};
use crate::domain::{
    account::{Account, PlatformName},
    inbound::{self, Inbound, InboundKey, MessageRef, Profile, RoomKind, Said},
};

/// The largest file that is fetched, in bytes.
const LARGEST_FILE: u64 = 5_000_000;

/// How long it may take to learn how large a file is.
const LONGEST_LOOK: Duration = Duration::from_secs(20);

/// What becomes of a message that can't be decrypted.
#[derive(Clone, Copy)]
pub(super) enum WithoutKey {
    /// Its key may come.
    Wait,
    /// It was sent before this device existed, and never had a key for it.
    PassOver,
}

impl Listener<'_> {
    /// Offers an event, if a person said something to the bot with it.
    pub(super) async fn hear(
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
            Spoken::Wordless(words) => {
                if self.addressed(room, kind, &words).await?.is_none() {
                    return Ok(());
                }
                Said::Wordless
            }
            Spoken::Correction(words) => {
                if self.addressed(room, kind, &words).await?.is_none() {
                    return Ok(());
                }
                Said::Correction
            }
            Spoken::File(words, file) => {
                let Some(text) = self.addressed(room, kind, &words).await? else { return Ok(()) };
                self.fetch(&file, text).await?
            }
        };
        let profile = profile(room, &heading.from.address).await;
        self.tell(Inbound { profile, said, ..heading }).await
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
        let claimed = file.info.as_ref().and_then(|info| info.size).map(u64::from);
        if claimed.is_some_and(|size| size > LARGEST_FILE) {
            return Ok(Said::FileTooLarge);
        }
        // What the sender claims may be missing or wrong, and the SDK takes whatever comes.
        let size = timeout(LONGEST_LOOK, size_on_server(self.client, &file.source)).await;
        let size = size.ok().flatten().or(claimed);
        if size.is_none_or(|size| size > LARGEST_FILE) {
            return Ok(Said::FileTooLarge);
        }
        let source = file.source.clone();
        let request = MediaRequestParameters { source, format: MediaFormat::File };
        let client = self.client;
        let fetch = || async { client.media().get_media_content(&request, false).await };
        let Some(bytes) = self.try_for(fetch).await? else { return Ok(Said::Unreadable) };
        Ok(Said::File { name: file.filename().to_owned(), bytes, text })
    }

    pub(super) async fn tell_unreadable(
        &mut self,
        room: &Room,
        event: &TimelineEvent,
    ) -> Result<(), Halt> {
        let Some(kind) = self.insist(|| kind(room)).await? else { return Ok(()) };
        // In a room it was most likely not meant for the bot.
        let heading = heading(room, kind, event).filter(|_| kind == RoomKind::Direct);
        let Some(heading) = heading else { return Ok(()) };
        if self.has_heard(&heading.key).await? {
            return Ok(());
        }
        self.tell(heading).await
    }
}

/// How large a file is by the homeserver's own account, without fetching it. An encrypted file is as
/// large as what is in it.
async fn size_on_server(client: &Client, source: &MediaSource) -> Option<u64> {
    let uri = match source {
        MediaSource::Plain(uri) => uri,
        MediaSource::Encrypted(file) => &file.url,
    };
    let (server, id) = uri.parts().ok()?;
    let path = format!("_matrix/client/v1/media/download/{server}/{id}");
    let address = client.homeserver().join(&path).ok()?;
    let asked = client.http_client().get(address).bearer_auth(client.access_token()?).send().await;
    let answer = asked.ok().filter(|answer| answer.status().is_success())?;
    answer.content_length()
}

/// Who can read what is said in the room. Three make it a room, whatever it was opened as: a
/// private answer must not reach somebody who was invited later.
pub(super) async fn kind(room: &Room) -> Result<RoomKind, Error> {
    let members = room.members(RoomMemberships::ACTIVE).await?;
    Ok(if members.len() <= 2 { RoomKind::Direct } else { RoomKind::Shared })
}

/// What somebody is called in the room, if they have chosen a name: their homeserver begins with
/// the one of their account.
async fn profile(room: &Room, sender: &str) -> Profile {
    let Ok(sender) = UserId::parse(sender) else { return Profile::default() };
    let member = room.get_member_no_sync(&sender).await.ok().flatten();
    let name = member.as_ref().and_then(|member| member.display_name());
    let name = name.filter(|name| *name != sender.localpart() && !name.trim().is_empty());
    Profile { name: name.map(str::to_owned), locale: None }
}

/// What is known of an event before it is read; none if the bot sent it.
fn heading(room: &Room, kind: RoomKind, event: &TimelineEvent) -> Option<Inbound> {
    let sender = event.sender().filter(|sender| sender != room.own_user_id())?;
    let said_at = event.timestamp_raw()?;
    let id = event.event_id()?.to_string();
    Some(Inbound {
        key: InboundKey(format!("matrix:{id}")),
        from: Account { platform: PlatformName::Matrix, address: sender.to_string() },
        profile: Profile::default(),
        room: inbound::Room {
            platform: PlatformName::Matrix,
            address: room.room_id().to_string(),
            kind,
        },
        said: Said::Unreadable,
        said_at: Timestamp::from_millisecond(said_at.get().into()).ok()?,
        // In a room with others the answer names what it answers.
        answers_to: (kind == RoomKind::Shared).then_some(MessageRef(id)),
    })
}
