//! Servers that the bot is brought to: before it is started, while it runs, and while it is away.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{
    PROGRAMME,
    discord::{DiscordPlay, Server},
    story::PAIR,
};

/// A server of somebody else's, and whoever owns it.
struct Elsewhere {
    guild: String,
    channel: String,
    owner: String,
}

impl Elsewhere {
    /// One on which the bot may do that, and nobody anything by being there.
    async fn make(server: &Server, has_bot: bool, permissions: &[&str]) -> Self {
        let owner = server.text("user", json!({"name": "värd"}), "id").await;
        let body = json!({
            "name": "Ny", "owner": owner, "members": [owner], "bot": false,
            "bot_permissions": permissions,
        });
        let made = server.call("guild", body).await;
        let text = |name: &str| made[name].as_str().unwrap_or_else(|| panic!("{made}")).to_owned();
        let (guild, channel) = (text("id"), text("channel"));
        let nothing = json!({"guild": guild, "permissions": []});
        server.call("everyone_permissions", nothing).await;
        if has_bot {
            server.call("bot_join", json!({"guild": guild})).await;
        }
        Self { guild, channel, owner }
    }

    async fn permit(&self, server: &Server, permissions: &[&str]) {
        let body = json!({"guild": self.guild, "permissions": permissions});
        server.call("bot_permissions", body).await;
    }

    /// Sooner or later the bot has said these there, and nothing else.
    async fn hears(&self, play: &DiscordPlay, expected: &[&str]) {
        let mut said = vec![];
        for _ in 0..100 {
            play.settle().await;
            let seen = play.server.seen(&self.owner).await.into_iter();
            let here = seen.filter(|message: &Value| {
                message["channel"] == *self.channel && message["author"] == *play.server.bot_id
            });
            said = here.map(|message| message["content"].as_str().unwrap().to_owned()).collect();
            if said.len() >= expected.len() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let is_so = said.iter().zip(expected).all(|(said, expected)| said.contains(expected));
        assert!(said.len() == expected.len() && is_so, "{said:?} and not {expected:?}");
    }
}

const ALMOST: [&str; 4] =
    ["view_channel", "send_messages", "create_private_threads", "send_messages_in_threads"];
const ENOUGH: [&str; 5] = [
    "view_channel",
    "send_messages",
    "create_private_threads",
    "send_messages_in_threads",
    "read_message_history",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_was_invited_before_it_is_started_introduces_itself_once() {
    let Some(play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    let mut made = None;
    let play = play
        .restart(async |server| made = Some(Elsewhere::make(server, true, &ENOUGH).await))
        .await;
    let elsewhere = made.unwrap();
    elsewhere.hears(&play, &["programme create"]).await;
    let mut play = play.restart(async |_| ()).await;
    // What it says to somebody comes after all that it would have said there.
    play.writes("bo", "status").await;
    elsewhere.hears(&play, &["programme create"]).await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn or_it_says_what_it_lacks_and_after_a_break_the_next_thing() {
    let Some(play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    let mut made = None;
    let play = play
        .restart(async |server| {
            made = Some(Elsewhere::make(server, true, &["view_channel", "send_messages"]).await);
        })
        .await;
    let elsewhere = made.unwrap();
    elsewhere.hears(&play, &["Create Private Threads"]).await;
    let play = play.restart(async |server| elsewhere.permit(server, &ALMOST).await).await;
    elsewhere.hears(&play, &["Create Private Threads", "Read Message History"]).await;
    elsewhere.permit(&play.server, &ENOUGH).await;
    let all = ["Create Private Threads", "Read Message History", "programme create"];
    elsewhere.hears(&play, &all).await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_session_does_not_make_it_forget_what_it_lacks() {
    let Some(play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    let server = &play.server;
    let elsewhere = Elsewhere::make(server, true, &["view_channel", "send_messages"]).await;
    elsewhere.hears(&play, &["Create Private Threads"]).await;
    server.call("gateway", json!({"do": "invalid_session", "resumable": false})).await;
    for _ in 0..200 {
        let state = server.call("gateway_state", json!({})).await;
        if state["connected"] == true && state["identifies"] == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    elsewhere.permit(server, &ENOUGH).await;
    elsewhere.hears(&play, &["Create Private Threads", "programme create"]).await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_may_write_nowhere_it_speaks_as_soon_as_it_may() {
    let Some(play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    let elsewhere = Elsewhere::make(&play.server, true, &["view_channel"]).await;
    // By then the bot has taken in that it is there.
    let heard = count_waiting(&play).await;
    assert_eq!(heard, 0);
    elsewhere.permit(&play.server, &["view_channel", "send_messages"]).await;
    elsewhere.hears(&play, &["Create Private Threads"]).await;
    play.end().await;
}

/// How many letters wait, after somebody on the first server has been answered.
async fn count_waiting(play: &DiscordPlay) -> i64 {
    let body = json!({"user": play.people["bo"], "text": "status"});
    let said = play.server.text("dm", body, "message").await;
    play.heard(&said).await;
    play.settle().await;
    super::count(play, "select count(*) from outbox where state = 'waiting'").await
}
