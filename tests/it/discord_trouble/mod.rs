//! What people and Discord do to the bot that no story tells: too late, twice, in the wrong place, in
//! the wrong hands, broken.

mod asked;
mod gateway;
mod http;
mod places;
mod said;
mod servers;

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{
    PROGRAMME, clockwork,
    discord::DiscordPlay,
    story::{PAIR, Told as _},
};

/// One pair that has had its welcome, and its leader.
pub async fn begun() -> Option<DiscordPlay> {
    let mut play = DiscordPlay::open(PROGRAMME, PAIR).await?;
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 08:40").await;
    Some(play)
}

/// A mentor and six adepts.
pub fn six() -> String {
    let names = ["Eva", "Siv", "Åsa", "Ida", "Pia", "Kim"].into_iter().zip(1..);
    let adepts = names.map(|(name, n)| format!("a{n},{name} Ek,adept,console:a{n},sv,\n"));
    let head = "id,name,role,account,locale,capacity\nleader,Lotta Lind,leader,console:leader,sv,\n\
                bo,Bo Berg,mentor,console:bo,sv,6\n";
    format!("{head}{}", adepts.collect::<String>())
}

/// Somebody uses a command. Says which interaction it is.
pub async fn uses(
    play: &DiscordPlay,
    who: &str,
    channel: &str,
    name: &str,
    path: &[&str],
    options: Value,
) -> String {
    let body = json!({
        "user": play.people[who], "channel": channel, "name": name, "path": path,
        "options": options,
    });
    play.server.text("slash", body, "interaction").await
}

/// What came of it.
pub async fn answered(play: &DiscordPlay, interaction: &str) -> Value {
    play.heard(interaction).await;
    play.settle().await;
    play.acknowledged(interaction).await
}

pub async fn suggested(
    play: &DiscordPlay,
    who: &str,
    name: &str,
    path: &[&str],
    focused: &str,
) -> Vec<Value> {
    let body = json!({
        "user": play.people[who], "channel": play.channel, "name": name, "path": path,
        "options": {focused: ""}, "focused": focused,
    });
    let answer = play.server.call("autocomplete", body).await;
    assert_eq!(answer["failed"], false, "{answer}");
    answer["choices"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

/// The words of an answer.
pub fn said(answer: &Value) -> String {
    let messages = answer["messages"].as_array().unwrap_or_else(|| panic!("{answer}"));
    messages.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// A time in Stockholm as everybody sees it on their own clock.
pub fn shown(local: &str) -> String {
    format!("<t:{}:F>", clockwork::moment(&local.replace(' ', "T")).as_second())
}

pub fn text(message: &Value) -> &str {
    message["content"].as_str().unwrap_or_else(|| panic!("{message}"))
}

/// What somebody saw last that the bot said.
pub async fn last(play: &DiscordPlay, who: &str) -> Value {
    let seen = play.server.seen(&play.people[who]).await;
    let said =
        |message: &&Value| message["author"] == *play.server.bot_id && !text(message).is_empty();
    seen.iter().rfind(said).unwrap_or_else(|| panic!("{who} saw nothing")).clone()
}

/// The conversation of the bot with somebody.
pub async fn direct(play: &DiscordPlay, who: &str) -> String {
    let query = "select address from places where kind = 'direct' and account = $1";
    let found = sqlx::query_scalar(query).bind(play.people[who].clone());
    found.fetch_one(&play.raw).await.unwrap()
}

/// The two book a meeting on Thursday, and are told.
pub async fn book(play: &mut DiscordPlay) {
    play.writes("anna", "boka träff torsdag kl 13").await;
    play.presses("anna", "Ja, boka").await;
}

pub async fn permit(play: &DiscordPlay, permissions: &[&str]) {
    let body = json!({"guild": play.guild, "permissions": permissions});
    play.server.call("bot_permissions", body).await;
    // What everybody may do would give it back. The people have it from elsewhere.
    let body = json!({"guild": play.guild, "permissions": ["view_channel", "send_messages"]});
    play.server.call("everyone_permissions", body).await;
    let body = json!({
        "guild": play.guild, "name": "Deltagare", "permissions": ["send_messages_in_threads"],
    });
    let role = play.server.text("role", body, "id").await;
    for person in play.people.values() {
        let body = json!({"guild": play.guild, "user": person, "role": role});
        play.server.call("give_role", body).await;
    }
}

/// All threads, in the order in which they were opened.
pub async fn threads(play: &DiscordPlay) -> Vec<Value> {
    play.server.call("threads", json!({})).await.as_array().unwrap().clone()
}

/// The thread of a pair, by a name of one of them.
pub async fn thread_of(play: &DiscordPlay, name: &str) -> String {
    let threads = threads(play).await;
    let is_theirs = |thread: &&Value| thread["name"].as_str().unwrap().contains(name);
    threads.iter().find(is_theirs).unwrap()["id"].as_str().unwrap().to_owned()
}

/// Somebody else who may read and write in a pair's thread.
pub async fn moderator(play: &mut DiscordPlay) {
    let id = play.server.text("user", json!({"name": "mod"}), "id").await;
    play.server.call("join", json!({"guild": play.guild, "user": id})).await;
    let body = json!({"guild": play.guild, "name": "Moderator", "permissions": [
        "view_channel", "manage_threads", "send_messages_in_threads", "read_message_history",
    ]});
    let role = play.server.text("role", body, "id").await;
    let body = json!({"guild": play.guild, "user": id, "role": role});
    play.server.call("give_role", body).await;
    play.people.insert("mod".to_owned(), id);
}

pub async fn says_in(play: &DiscordPlay, who: &str, channel: &str, text: &str) -> String {
    let body = json!({"user": play.people[who], "channel": channel, "text": text});
    play.server.text("say", body, "message").await
}

/// What the bot said last in a channel.
pub async fn last_in(play: &DiscordPlay, channel: &str) -> Value {
    let all = play.server.call("messages", json!({"channel": channel})).await;
    let said =
        |message: &&Value| message["author"] == *play.server.bot_id && !text(message).is_empty();
    all.as_array().unwrap().iter().rfind(said).unwrap_or_else(|| panic!("{all}")).clone()
}

/// Somebody is told that, sooner or later.
pub async fn eventually(play: &mut DiscordPlay, who: &str, what: &str) {
    for _ in 0..100 {
        play.settle().await;
        if play.words(who).await.iter().any(|words| words.contains(what)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{who} is not told {what:?}: {:?}", play.words(who).await);
}

pub async fn count(play: &DiscordPlay, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(&play.raw).await.unwrap()
}

pub fn nobody_is_called_but(play: &DiscordPlay, messages: &[&Value], who: &str) {
    for message in messages {
        for called in message["pings"].as_array().unwrap() {
            assert_eq!(*called, play.people[who], "{message}");
        }
    }
}
