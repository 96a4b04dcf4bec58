//! What of all that happens in a room was said to the bot.

use matrix_sdk::ruma::{
    UserId,
    events::{
        AnySyncMessageLikeEvent, AnySyncTimelineEvent, Mentions, SyncMessageLikeEvent,
        room::message::{
            FileMessageEventContent, MessageType, Relation, RoomMessageEventContent,
            sanitize::remove_plain_reply_fallback,
        },
    },
};

/// The words that address the bot in a room, longer ones first.
const PREFIXES: [&str; 2] = ["!mentorskap", "!mentor"];

/// Something that a person did, before it is known whether it was meant for the bot.
pub(super) enum Spoken {
    /// Words.
    Text(Words),
    /// Something that is neither words nor a file, with the words beside it.
    Wordless(Words),
    /// New words for a message that was sent before.
    Correction(Words),
    /// A file, with the words beside it.
    File(Words, Box<FileMessageEventContent>),
    /// An emoji, and the message that it is on.
    Reaction { to: String, symbol: String },
}

/// What somebody wrote.
#[derive(Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) reply_to: Option<String>,
    /// Whether the bot is mentioned, not only named.
    pub(super) mentioned: bool,
}

/// What was said, if anything was: not notices, which other bots send.
pub(super) fn spoken(event: &AnySyncTimelineEvent, own: &UserId) -> Option<Spoken> {
    let AnySyncTimelineEvent::MessageLike(event) = event else { return None };
    if let AnySyncMessageLikeEvent::Reaction(SyncMessageLikeEvent::Original(reaction)) = event {
        let relation = &reaction.content.relates_to;
        let (to, symbol) = (relation.event_id.to_string(), relation.key.clone());
        return Some(Spoken::Reaction { to, symbol });
    }
    if let AnySyncMessageLikeEvent::Sticker(SyncMessageLikeEvent::Original(_)) = event {
        return Some(Spoken::Wordless(Words::default()));
    }
    let AnySyncMessageLikeEvent::RoomMessage(SyncMessageLikeEvent::Original(message)) = event
    else {
        return None;
    };
    let content = &message.content;
    if let Some(Relation::Replacement(new)) = &content.relates_to {
        let new = &new.new_content;
        let mentioned = is_mentioned(new.mentions.as_ref(), own);
        let words = Words { text: new.msgtype.body().trim().to_owned(), mentioned, reply_to: None };
        return is_from_a_person(&new.msgtype).then_some(Spoken::Correction(words));
    }
    let reply_to = reply_to(content);
    let mentioned = is_mentioned(content.mentions.as_ref(), own);
    let words = |text: &str| {
        // Older clients repeat what they reply to above the reply.
        let text = if reply_to.is_some() { remove_plain_reply_fallback(text) } else { text };
        Words { text: text.trim().to_owned(), reply_to: reply_to.clone(), mentioned }
    };
    if let MessageType::Text(text) = &content.msgtype {
        return Some(Spoken::Text(words(&text.body)));
    }
    // "/me har bokat" is said about oneself, and said all the same.
    if let MessageType::Emote(emote) = &content.msgtype {
        return Some(Spoken::Text(words(&emote.body)));
    }
    if let MessageType::File(file) = &content.msgtype {
        let caption = file.caption().unwrap_or_default();
        return Some(Spoken::File(words(caption), Box::new(file.clone())));
    }
    let other = &content.msgtype;
    is_from_a_person(other).then(|| Spoken::Wordless(words(other.body())))
}

/// Whether somebody said it. Notices come from other bots and from the homeserver, and requests
/// for verification from people's clients.
fn is_from_a_person(message: &MessageType) -> bool {
    !matches!(
        message,
        MessageType::Notice(_) | MessageType::ServerNotice(_) | MessageType::VerificationRequest(_)
    )
}

fn is_mentioned(mentions: Option<&Mentions>, own: &UserId) -> bool {
    mentions.is_some_and(|who| who.user_ids.contains(own))
}

fn reply_to(content: &RoomMessageEventContent) -> Option<String> {
    let relation = content.relates_to.as_ref()?;
    if let Relation::Reply(reply) = relation {
        return Some(reply.in_reply_to.event_id.to_string());
    }
    // In a thread every message names the one before it; only some of them reply to it.
    let Relation::Thread(thread) = relation else { return None };
    let reply = thread.in_reply_to.as_ref().filter(|_| !thread.is_falling_back)?;
    Some(reply.event_id.to_string())
}

/// What follows the word that addresses the bot, if the text starts with one.
pub(super) fn after_prefix(text: &str) -> Option<&str> {
    PREFIXES.iter().find_map(|prefix| {
        let start = text.get(..prefix.len())?;
        let rest = &text[prefix.len()..];
        let ends = rest.is_empty() || rest.starts_with([' ', '\n', '\t', ':', ',']);
        let matches = start.eq_ignore_ascii_case(prefix) && ends;
        matches.then(|| rest.trim_start_matches([':', ',']).trim())
    })
}

/// The text without the bot's name in front, as clients put it there with a mention.
pub(super) fn after_name<'a>(text: &'a str, names: &[&str]) -> &'a str {
    let rest = names.iter().filter(|name| !name.is_empty()).find_map(|name| {
        let rest =
            text.strip_prefix('@').unwrap_or(text).strip_prefix(name.trim_start_matches('@'))?;
        let ends = rest.is_empty() || rest.starts_with([' ', '\n', ':', ',']);
        ends.then(|| rest.trim_start_matches([':', ',']).trim())
    });
    rest.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{serde::Raw, user_id};
    use serde_json::{Value, json};

    use super::*;

    fn hear(kind: &str, content: &Value) -> Option<Spoken> {
        let event = json!({
            "type": kind, "event_id": "$1", "sender": "@anna:x.org", "origin_server_ts": 1,
            "content": content,
        });
        let event: Raw<AnySyncTimelineEvent> = Raw::from_json_string(event.to_string()).unwrap();
        spoken(&event.deserialize().unwrap(), user_id!("@bot:x.org"))
    }

    #[track_caller]
    fn words(content: &Value) -> Words {
        let Some(Spoken::Text(words)) = hear("m.room.message", content) else {
            panic!("no words in {content}")
        };
        words
    }

    #[track_caller]
    fn check_nothing(kind: &str, content: &Value) {
        assert!(hear(kind, content).is_none());
    }

    #[test]
    fn text_is_heard_without_the_space_around_it() {
        assert_eq!(words(&json!({"msgtype": "m.text", "body": " mina mål\n"})).text, "mina mål");
    }

    #[test]
    fn notices_are_not_heard() {
        check_nothing("m.room.message", &json!({"msgtype": "m.notice", "body": "status"}));
    }

    #[test]
    fn corrections_are_told_from_new_words() {
        let edit = |kind: &str| {
            let new = json!({"msgtype": kind, "body": "b"});
            let edit = json!({"rel_type": "m.replace", "event_id": "$0"});
            json!({"msgtype": kind, "body": "* b", "m.new_content": new, "m.relates_to": edit})
        };
        let correction = hear("m.room.message", &edit("m.text"));
        assert!(matches!(correction, Some(Spoken::Correction(words)) if words.text == "b"));
        check_nothing("m.room.message", &edit("m.notice"));
    }

    #[test]
    fn what_one_says_of_oneself_is_words() {
        assert_eq!(words(&json!({"msgtype": "m.emote", "body": "har bokat"})).text, "har bokat");
    }

    #[track_caller]
    fn check_wordless(kind: &str, content: &Value) {
        assert!(matches!(hear(kind, content), Some(Spoken::Wordless(_))), "{content}");
    }

    #[test]
    fn pictures_sounds_places_and_stickers_are_noticed() {
        let url = "mxc://x.org/a";
        check_wordless(
            "m.room.message",
            &json!({"msgtype": "m.image", "body": "a.png", "url": url}),
        );
        check_wordless(
            "m.room.message",
            &json!({"msgtype": "m.audio", "body": "a.ogg", "url": url}),
        );
        check_wordless(
            "m.room.message",
            &json!({"msgtype": "m.video", "body": "a.mp4", "url": url}),
        );
        check_wordless(
            "m.room.message",
            &json!({"msgtype": "m.location", "body": "Åsa", "geo_uri": "geo:57.1,12.2"}),
        );
        check_wordless("m.room.message", &json!({"msgtype": "org.example.new", "body": "new"}));
        check_wordless("m.sticker", &json!({"body": "hej", "url": url, "info": {}}));
    }

    #[test]
    fn a_client_that_wants_to_verify_says_nothing() {
        check_nothing(
            "m.room.message",
            &json!({
                "msgtype": "m.key.verification.request", "body": "verify", "from_device": "A",
                "methods": ["m.sas.v1"], "to": "@bot:x.org",
            }),
        );
    }

    #[test]
    fn changes_of_the_room_are_not_heard() {
        check_nothing("m.room.redaction", &json!({"redacts": "$0"}));
    }

    #[test]
    fn a_reply_is_freed_of_what_it_repeats() {
        let relates = json!({"m.in_reply_to": {"event_id": "$0"}});
        let body = "> <@bot:x.org> Har ni träffats?\n> Svara.\n\nja";
        let words = words(&json!({"msgtype": "m.text", "body": body, "m.relates_to": relates}));
        assert_eq!((words.text.as_str(), words.reply_to.as_deref()), ("ja", Some("$0")));
    }

    #[test]
    fn a_quotation_of_ones_own_stays() {
        assert_eq!(words(&json!({"msgtype": "m.text", "body": "> a\n\nb"})).text, "> a\n\nb");
    }

    #[test]
    fn following_in_a_thread_is_no_reply() {
        let relates = json!({
            "rel_type": "m.thread", "event_id": "$0", "is_falling_back": true,
            "m.in_reply_to": {"event_id": "$1"},
        });
        let words = words(&json!({"msgtype": "m.text", "body": "ja", "m.relates_to": relates}));
        assert_eq!(words.reply_to, None);
    }

    #[test]
    fn mentions_are_those_that_are_written_down() {
        let mention =
            json!({"msgtype": "m.text", "body": "a", "m.mentions": {"user_ids": ["@bot:x.org"]}});
        assert!(words(&mention).mentioned);
        assert!(!words(&json!({"msgtype": "m.text", "body": "@bot:x.org"})).mentioned);
    }

    #[test]
    fn reactions_keep_their_emoji_as_it_is() {
        let relates = json!({"rel_type": "m.annotation", "event_id": "$0", "key": "👍️"});
        let reaction = hear("m.reaction", &json!({"m.relates_to": relates}));
        assert!(matches!(reaction, Some(Spoken::Reaction { to, symbol })
            if to == "$0" && symbol == "👍️"));
    }

    #[track_caller]
    fn check_prefix(text: &str, rest: Option<&str>) {
        assert_eq!(after_prefix(text), rest);
    }

    #[test]
    fn prefixes_are_whole_words() {
        check_prefix("!mentor status", Some("status"));
        check_prefix("!Mentorskap: mina mål", Some("mina mål"));
        check_prefix("!mentor", Some(""));
        check_prefix("!mentorer", None);
        check_prefix("vad är !mentor", None);
        check_prefix("å", None);
    }

    #[track_caller]
    fn check_name(text: &str, rest: &str) {
        assert_eq!(after_name(text, &["@bot:x.org", "Mentorn", "bot"]), rest);
    }

    #[test]
    fn the_name_in_front_is_taken_off() {
        check_name("@bot:x.org status", "status");
        check_name("Mentorn: mina mål", "mina mål");
        check_name("@bot, hjälp", "hjälp");
        check_name("botten är nådd", "botten är nådd");
    }
}
