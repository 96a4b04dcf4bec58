//! Posting letters once, and looking for them.

use std::{collections::HashMap, time::Duration};

use serde::{Deserialize, Serialize, de::IgnoredAny};
use serenity::{
    builder::{CreateActionRow, CreateAllowedMentions, CreateAttachment},
    http::{LightMethod, Multipart, MultipartUpload, Request, Route},
    model::{
        channel::MessageFlags,
        id::{ChannelId, InteractionId, MessageId, UserId},
    },
};

use super::{
    Discord, Me,
    ids::{self, Awaited},
    locked,
    parts::{Part, before_buttons, parts},
    refusal::{has_lapsed, post_error},
    rest::Failure,
};
use crate::{
    document::Attachment,
    domain::inbound::{Aside, MessageRef},
    platform::{Found, Letter, Mention, PostError, Tried, Undeliverable},
};

/// How many pages of a hundred messages a letter is looked for in.
const PAGES: usize = 5;

/// Without a preview of the pages that are named, which would be longer than what is said.
const PLAIN: MessageFlags = MessageFlags::SUPPRESS_EMBEDS;

/// How long the rest of a letter is waited for at once, so that it doesn't come in pieces.
const SHORT_WAIT: Duration = Duration::from_secs(3);

/// How long Discord waits for an answer, in milliseconds.
const QUARTER: u64 = 15 * 60 * 1_000;

/// How many parts of a letter have left that answers an interaction: Discord itself recognises no
/// repetition of those.
pub(super) type Progress = HashMap<String, (InteractionId, usize)>;

/// What is posted, or takes the place of what was.
#[derive(Serialize)]
struct Post<'a> {
    content: &'a str,
    components: &'a [CreateActionRow],
    allowed_mentions: CreateAllowedMentions,
    flags: MessageFlags,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enforce_nonce: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_reference: Option<Reply>,
}

/// The message that is answered. It may have been taken away.
#[derive(Serialize)]
struct Reply {
    message_id: MessageId,
    fail_if_not_exists: bool,
}

/// What is read of a message of ours.
#[derive(Deserialize)]
struct Posted {
    id: MessageId,
    #[serde(default)]
    content: String,
    author: Author,
    #[serde(default)]
    attachments: Vec<IgnoredAny>,
}

#[derive(Deserialize)]
struct Author {
    id: UserId,
}

/// What is read of a channel.
#[derive(Deserialize)]
struct Thread {
    #[serde(default)]
    member_count: Option<u8>,
}

impl Discord {
    pub(super) async fn post_letter(
        &self,
        me: Me,
        letter: &Letter,
    ) -> Result<MessageRef, PostError> {
        if let Some(awaited) = letter.reply_to.as_ref().and_then(Awaited::read) {
            // It may be answered only when it has been acknowledged.
            drop(self.acknowledging.take(&awaited.id.to_string()).await);
            match self.answer(me, &awaited, letter).await {
                // Nobody waits any more: it is said where the two talk.
                Err(failure) if has_lapsed(&failure) => {}
                Err(Failure::Early(wait)) if self.parts_of(letter) > 0 => {
                    return Err(PostError::Halfway(wait));
                }
                Err(failure) => return Err(post_error(failure)),
                Ok(posted) => return Ok(posted),
            }
        }
        let channel = self.channel(letter).await?;
        self.check_readers(channel, letter).await?;
        let parts = parts(&letter.document, addressed(letter));
        let mut posted = vec![];
        for (at, part) in parts.iter().enumerate() {
            let message = message(letter, part, at)?;
            let sent = loop {
                let request = request(
                    Route::ChannelMessages { channel_id: channel },
                    LightMethod::Post,
                    &message,
                    part.file,
                );
                match self.rest.ask::<Posted>(request.map_err(post_error)?).await {
                    Err(Failure::Early(wait)) if at > 0 && wait <= SHORT_WAIT => {
                        tokio::time::sleep(wait).await;
                    }
                    sent => break sent,
                }
            };
            posted.push(sent.map_err(|failure| after(at, failure))?.id);
        }
        let shown = posted.get(before_buttons(&parts)).or(posted.last());
        let shown = shown.ok_or(PostError::Undeliverable(Undeliverable::Refused))?;
        Ok(MessageRef(shown.to_string()))
    }

    /// Answers what Discord waits for: the first letter takes the place of the waiting mark or of
    /// the message that was pressed, the others follow below.
    async fn answer(
        &self,
        me: Me,
        awaited: &Awaited,
        letter: &Letter,
    ) -> Result<MessageRef, Failure> {
        let mut flags = PLAIN;
        // What only one person sees stays so also where it is named again.
        flags.set(MessageFlags::EPHEMERAL, Aside::read(&letter.room).is_some());
        let parts = parts(&letter.document, &[]);
        let (application_id, token) = (me.application, awaited.token.as_str());
        let mut shown = None;
        for (at, part) in parts.iter().enumerate() {
            let original = !letter.answers_further && at == 0;
            // Repeating the first is harmless: it says the same in the same place.
            if !original && at < self.parts_of(letter) {
                continue;
            }
            let message = Post {
                content: &part.content,
                components: &part.rows,
                allowed_mentions: CreateAllowedMentions::new(),
                flags,
                nonce: None,
                enforce_nonce: None,
                message_reference: None,
            };
            let (route, method) = if original {
                let route = Route::WebhookOriginalInteractionResponse { application_id, token };
                (route, LightMethod::Patch)
            } else {
                (Route::WebhookFollowupMessages { application_id, token }, LightMethod::Post)
            };
            let request = request(route, method, &message, part.file)?;
            let posted: Posted = self.rest.ask(request).await?;
            self.progress().insert(letter.key.as_str().to_owned(), (awaited.id, at + 1));
            if at <= before_buttons(&parts) {
                shown = Some(posted.id);
            }
        }
        let mut progress = self.progress();
        progress.remove(letter.key.as_str());
        // Ids tell when: what is older than this one by a quarter of an hour has lapsed.
        let oldest = awaited.id.get().saturating_sub(QUARTER << 22);
        progress.retain(|_, (id, _)| id.get() >= oldest);
        drop(progress);
        // Where all parts but the last ones had left before, the token still names the answer.
        Ok(shown.map_or_else(|| awaited.reference(), |id| MessageRef(id.to_string())))
    }

    fn parts_of(&self, letter: &Letter) -> usize {
        self.progress().get(letter.key.as_str()).map_or(0, |(_, parts)| *parts)
    }

    fn progress(&self) -> std::sync::MutexGuard<'_, Progress> {
        locked(&self.progress)
    }

    /// Where a letter is posted. What was said aside from others is answered between the two.
    async fn channel(&self, letter: &Letter) -> Result<ChannelId, PostError> {
        if let Some(aside) = Aside::read(&letter.room) {
            let person = ids::person(&aside.person);
            let person = person.ok_or(PostError::Undeliverable(Undeliverable::Closed))?;
            return self.direct_channel(person).await;
        }
        let channel = ids::channel(&letter.room);
        channel.ok_or(PostError::Undeliverable(Undeliverable::Gone))
    }

    /// What is private isn't said where somebody else has come in: another place is opened.
    async fn check_readers(&self, channel: ChannelId, letter: &Letter) -> Result<(), PostError> {
        let Some(readers) = &letter.readers else { return Ok(()) };
        // A conversation with one person has no room for anybody else.
        let readers: Vec<_> = readers.iter().filter_map(|reader| ids::person(reader)).collect();
        if readers.len() < 2 {
            return Ok(());
        }
        let thread: Thread =
            self.rest.get(Route::Channel { channel_id: channel }).await.map_err(post_error)?;
        let Some(count) = thread.member_count else { return Ok(()) };
        let is_theirs = self.holds_nobody_else(channel, count, &readers).await;
        let is_theirs = is_theirs.map_err(post_error)?;
        is_theirs.then_some(()).ok_or(PostError::Undeliverable(Undeliverable::Gone))
    }

    /// Looks for every part of a letter by what it says: Discord shows no nonces afterwards. If a
    /// part is missing the letter is incomplete, and a part too many is better than one too few.
    pub(super) async fn find_letter(
        &self,
        me: Me,
        letter: &Letter,
        tried: &Tried,
    ) -> Result<Found, PostError> {
        if let Some(awaited) = letter.reply_to.as_ref().and_then(Awaited::read) {
            let (application_id, token) = (me.application, awaited.token.as_str());
            let route = Route::WebhookOriginalInteractionResponse { application_id, token };
            let parts = parts(&letter.document, &[]);
            match self.rest.get::<Posted>(route).await {
                Ok(posted) if says(&posted, &parts[0]) && parts.len() == 1 => {
                    return Ok(Found::Yes(MessageRef(posted.id.to_string())));
                }
                Ok(_) => return Ok(Found::No),
                // What only one person saw can't be looked for afterwards.
                Err(failure) if has_lapsed(&failure) => return Ok(Found::Unknown),
                Err(failure) => return unseen(failure),
            }
        }
        let channel = self.channel(letter).await?;
        let parts = parts(&letter.document, addressed(letter));
        let mut found = vec![None; parts.len()];
        let mut after = ids::surely_before(tried.since);
        for _ in 0..PAGES {
            let page = match self.messages_after(channel, after).await {
                Ok(page) => page,
                Err(failure) => return unseen(failure),
            };
            let Some(last) = page.iter().map(|posted| posted.id).max() else { break };
            let is_other = |posted: &&Posted| {
                let id = posted.id.to_string();
                tried.others.iter().any(|other| other.0 == id)
            };
            let own = page.iter().filter(|posted| posted.author.id == me.user);
            for posted in own.filter(|posted| !is_other(posted)) {
                let missing = |at: &usize| found[*at].is_none() && says(posted, &parts[*at]);
                if let Some(at) = (0..parts.len()).find(missing) {
                    found[at] = Some(posted.id);
                }
            }
            after = last.get();
        }
        if found.iter().any(Option::is_none) {
            return Ok(Found::No);
        }
        let shown = found.get(before_buttons(&parts)).copied().flatten();
        Ok(shown.map_or(Found::No, |id| Found::Yes(MessageRef(id.to_string()))))
    }

    async fn messages_after(&self, channel: ChannelId, after: u64) -> Result<Vec<Posted>, Failure> {
        let params = vec![("after", after.to_string()), ("limit", "100".to_owned())];
        let route = Route::ChannelMessages { channel_id: channel };
        self.rest.ask(Request::new(route, LightMethod::Get).params(Some(params))).await
    }
}

/// A part of a letter as it is posted in a room.
fn message<'a>(letter: &Letter, part: &'a Part<'_>, at: usize) -> Result<Post<'a>, PostError> {
    let nonce = if at == 0 { letter.key.to_string() } else { format!("{}.{at}", letter.key) };
    // Discord takes no longer ones. Only a database of unheard-of size has such.
    if nonce.len() > 25 {
        return Err(PostError::Undeliverable(Undeliverable::Refused));
    }
    let called = addressed(letter).iter().filter(|_| part.calls);
    let called = called.filter_map(|mention| ids::person(&mention.address));
    let reply = letter.reply_to.as_ref().filter(|_| at == 0);
    let reply = reply.and_then(|message| ids::read(&message.0));
    Ok(Post {
        content: &part.content,
        components: &part.rows,
        allowed_mentions: CreateAllowedMentions::new().users(called).replied_user(false),
        flags: PLAIN,
        nonce: Some(nonce),
        enforce_nonce: Some(true),
        message_reference: reply
            .map(|id| Reply { message_id: MessageId::from(id), fail_if_not_exists: false }),
    })
}

/// What an error means when so many parts have left already.
fn after(parts: usize, failure: Failure) -> PostError {
    let error = post_error(failure);
    if let PostError::Busy(wait) = error
        && parts > 0
    {
        PostError::Halfway(wait)
    } else {
        error
    }
}

/// What it means that the bot could not look: where it may not, nobody will ever tell.
fn unseen(failure: Failure) -> Result<Found, PostError> {
    match post_error(failure) {
        PostError::Undeliverable(_) => Ok(Found::Unknown),
        error @ (PostError::Busy(_) | PostError::Halfway(_) | PostError::Interrupted(_)) => {
            Err(error)
        }
    }
}

/// Whose names stand in front: nobody's between two, where Discord notifies in any case.
fn addressed(letter: &Letter) -> &[Mention] {
    let is_shared = letter.readers.as_ref().is_none_or(|readers| readers.len() > 1);
    if is_shared { letter.mentions.as_slice() } else { &[] }
}

/// Whether a message says what a part does. Discord cuts the space around a text, and writes the
/// names of files in its own way.
fn says(posted: &Posted, part: &Part<'_>) -> bool {
    posted.content.trim() == part.content.trim()
        && posted.attachments.len() == part.file.iter().count()
}

fn request<'a>(
    route: Route<'a>,
    method: LightMethod,
    message: &Post<'_>,
    file: Option<&Attachment>,
) -> Result<Request<'a>, Failure> {
    let Some(file) = file else { return super::rest::with_body(route, method, message) };
    let message =
        serde_json::to_string(message).map_err(|error| Failure::Unclear(Box::new(error)))?;
    let upload = CreateAttachment::bytes(file.bytes(), file.name.clone());
    let multipart = Multipart {
        upload: MultipartUpload::Attachments(vec![upload]),
        fields: vec![],
        payload_json: Some(message),
    };
    Ok(Request::new(route, method).multipart(Some(multipart)))
}
