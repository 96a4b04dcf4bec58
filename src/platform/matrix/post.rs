//! Posting letters once, and looking for them.

use std::io::Cursor;

use matrix_sdk::{
    Client, Room,
    room::MessagesOptions,
    ruma::{
        EventId, OwnedTransactionId, OwnedUserId, UserId,
        events::{
            Mentions,
            relation::Reply,
            room::{
                ImageInfo, MediaSource,
                message::{
                    FileInfo, FileMessageEventContent, ImageMessageEventContent, MessageType,
                    Relation, RoomMessageEventContent,
                },
            },
        },
        serde::Raw,
        uint,
    },
};
use serde::Deserialize;

use super::{
    parts::parts,
    ready::ReadyRoom,
    refusal::{once, post_error},
};
use crate::{
    document::Attachment,
    domain::inbound::MessageRef,
    platform::{Found, Letter, Mention, PostError, Undeliverable},
};

/// How many pages of a hundred events a letter is looked for in.
const PAGES: usize = 5;

/// Posts every part of a letter. The parts that arrived in an earlier attempt are recognised by
/// their transaction ids, so a second attempt goes on where the first one broke off.
pub(super) async fn post(
    client: &Client,
    place: &ReadyRoom,
    letter: &Letter,
) -> Result<MessageRef, PostError> {
    let room = &place.room;
    let addressed = addressed(place, letter);
    let mut last = None;
    for (at, text) in parts(&letter.document, addressed).into_iter().enumerate() {
        let mut content = RoomMessageEventContent::text_html(text.plain, text.html);
        content.mentions = Some(if at == 0 { mentions(letter) } else { Mentions::new() });
        if at == 0
            && let Some(MessageRef(id)) = &letter.reply_to
            && let Ok(id) = EventId::parse(id)
        {
            content.relates_to = Some(Relation::Reply(Reply::with_event_id(id)));
        }
        let sent = send(room, content, text_transaction(letter, at)).await;
        last = Some(sent.map_err(|error| after(at, error))?);
    }
    for (at, attachment) in letter.document.attachments.iter().enumerate() {
        let file = upload(client, room, attachment).await.map_err(|error| after(1, error))?;
        let mut content = RoomMessageEventContent::new(file);
        content.mentions = Some(Mentions::new());
        let sent = send(room, content, file_transaction(letter, at)).await;
        sent.map_err(|error| after(1, error))?;
    }
    last.ok_or(PostError::Undeliverable(Undeliverable::Refused))
}

/// What an error means when so many parts have left already.
fn after(parts: usize, error: PostError) -> PostError {
    if let PostError::Busy(wait) = error
        && parts > 0
    {
        PostError::Halfway(wait)
    } else {
        error
    }
}

/// Looks for the last part of a letter among our own events. The homeserver shows transaction ids
/// to the device that made them, so a new device finds nothing.
pub(super) async fn find(place: &ReadyRoom, letter: &Letter) -> Found {
    let (room, addressed) = (&place.room, addressed(place, letter));
    let text = text_transaction(letter, parts(&letter.document, addressed).len() - 1);
    let files = letter.document.attachments.len();
    let last = if files == 0 { text.clone() } else { file_transaction(letter, files - 1) };
    // Reading backwards meets the last event first. If it is missing the letter is incomplete,
    // and a part too many is better than a part too few.
    let mut complete = false;
    let mut from = None;
    for _ in 0..PAGES {
        let mut options = MessagesOptions::backward().from(from.as_deref());
        options.limit = uint!(100);
        let Ok(page) = room.messages(options).await else { return Found::Unknown };
        for event in &page.chunk {
            let Some((id, transaction)) = own_event(event.raw(), room.own_user_id()) else {
                continue;
            };
            complete |= transaction == last.as_str();
            if transaction == text.as_str() {
                return if complete { Found::Yes(MessageRef(id)) } else { Found::No };
            }
        }
        let Some(end) = page.end else { break };
        from = Some(end);
    }
    Found::No
}

/// Whose names stand in front: nobody's between two, where that would be odd. The mention makes
/// the notification in any case.
fn addressed<'a>(place: &ReadyRoom, letter: &'a Letter) -> &'a [Mention] {
    if place.others.len() > 1 { letter.mentions.as_slice() } else { &[] }
}

/// Who is notified. It is always written down, even if nobody is: without it, clients look for
/// names and for `@room` in the text.
fn mentions(letter: &Letter) -> Mentions {
    let ids = letter.mentions.iter().filter_map(|mention| UserId::parse(&mention.address).ok());
    Mentions::with_user_ids(ids.collect::<Vec<OwnedUserId>>())
}

async fn send(
    room: &Room,
    content: RoomMessageEventContent,
    transaction: OwnedTransactionId,
) -> Result<MessageRef, PostError> {
    let sending = room.send(content).with_transaction_id(transaction).with_request_config(once());
    let sent = sending.await.map_err(post_error)?;
    Ok(MessageRef(sent.response.event_id.to_string()))
}

async fn upload(
    client: &Client,
    room: &Room,
    attachment: &Attachment,
) -> Result<MessageType, PostError> {
    let bytes = attachment.bytes();
    let encrypted = room.latest_encryption_state().await.map_err(post_error)?.is_encrypted();
    let source = if encrypted {
        let mut reader = Cursor::new(bytes);
        let uploading = client.upload_encrypted_file(&mut reader).with_request_config(once());
        MediaSource::Encrypted(Box::new(uploading.await.map_err(post_error)?))
    } else {
        let media_type = attachment.media_type.parse();
        let media_type =
            media_type.map_err(|_| PostError::Undeliverable(Undeliverable::Refused))?;
        let uploading = client.media().upload(&media_type, bytes.to_vec(), Some(once()));
        MediaSource::Plain(uploading.await.map_err(post_error)?.content_uri)
    };
    let size = bytes.len().try_into().ok();
    if attachment.media_type.starts_with("image/") {
        let mut info = ImageInfo::new();
        info.mimetype = Some(attachment.media_type.clone());
        info.size = size;
        let content = ImageMessageEventContent::new(attachment.name.clone(), source);
        return Ok(MessageType::Image(content.info(Box::new(info))));
    }
    let mut info = FileInfo::new();
    info.mimetype = Some(attachment.media_type.clone());
    info.size = size;
    let mut content = FileMessageEventContent::new(attachment.name.clone(), source);
    content.filename = Some(attachment.name.clone());
    Ok(MessageType::File(content.info(Box::new(info))))
}

fn text_transaction(letter: &Letter, at: usize) -> OwnedTransactionId {
    if at == 0 {
        letter.key.as_str().into()
    } else {
        format!("{}-{at}", letter.key.as_str()).into()
    }
}

fn file_transaction(letter: &Letter, at: usize) -> OwnedTransactionId {
    format!("{}-a{at}", letter.key.as_str()).into()
}

/// The id and the transaction id of an event that this device sent.
fn own_event<T>(event: &Raw<T>, own: &UserId) -> Option<(String, String)> {
    #[derive(Deserialize)]
    struct Sent {
        event_id: String,
        sender: OwnedUserId,
        unsigned: Unsigned,
    }
    #[derive(Deserialize)]
    struct Unsigned {
        transaction_id: String,
    }
    let sent: Sent = event.deserialize_as_unchecked().ok()?;
    (sent.sender == own).then_some((sent.event_id, sent.unsigned.transaction_id))
}
