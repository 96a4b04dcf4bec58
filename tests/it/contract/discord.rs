#![expect(clippy::disallowed_methods, reason = "the bot listens beside the test")]

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::Timestamp;
use mentorskap::{
    domain::{
        account::{Account, PlatformName},
        inbound::{Inbound, InboundKey, Said},
    },
    platform::{Acquaintance, Deaf, Ear, Heard, KnownRoom, Platform, discord::Discord},
};
use serde_json::{Value, json};

use super::{Peer, Seen, Trouble, keeps_the_contract};
use crate::support::discord::{Server, buttons, plain};

/// Hears presses.
#[derive(Default)]
struct Inbox(Mutex<Vec<String>>);

#[async_trait]
impl Ear for Inbox {
    async fn hear(&self, inbound: Inbound) -> Result<Heard, Deaf> {
        if let Said::Press { token } = inbound.said {
            self.0.lock().unwrap().push(token);
        }
        Ok(Heard::Taken)
    }

    async fn rooms(&self, _: PlatformName) -> Result<Vec<KnownRoom>, Deaf> {
        Ok(vec![])
    }

    async fn has_heard(&self, _: &InboundKey) -> Result<bool, Deaf> {
        Ok(false)
    }

    async fn knows(&self, _: &Account, _: Option<Timestamp>) -> Result<Acquaintance, Deaf> {
        Ok(Acquaintance::Known)
    }
}

struct OnDiscord {
    server: Server,
    discord: Arc<Discord>,
    inbox: Arc<Inbox>,
    anna: String,
    bo: String,
}

impl Peer for OnDiscord {
    fn platform(&self) -> &dyn Platform {
        self.discord.as_ref()
    }

    fn people(&self) -> [String; 2] {
        [self.anna.clone(), self.bo.clone()]
    }

    async fn enter(&self, _: &str) {}

    async fn seen(&self, room: &str) -> Vec<Seen> {
        let seen = self.server.seen(&self.anna).await;
        let here = seen.iter().filter(|message| {
            message["channel"] == *room && message["author"] == *self.server.bot_id
        });
        here.filter(|message| message["type"].as_i64().unwrap_or_default() == 0)
            .map(shown)
            .collect()
    }

    async fn press(&self, room: &str, seen: &Seen, label: &str) -> String {
        let all = self.server.seen(&self.anna).await;
        let message = all.iter().find(|message| message["id"] == *seen.id).unwrap();
        let press = buttons(message).find(|(known, _)| known == label);
        let mut body = json!({"user": self.anna, "channel": room, "message": seen.id});
        let before = self.inbox.0.lock().unwrap().len();
        if let Some((_, custom_id)) = press {
            body["custom_id"] = json!(custom_id);
            self.server.call("press", body).await;
        } else {
            let menu = &message["components"][0]["components"][0];
            let options = menu["options"].as_array().unwrap();
            let option = options.iter().find(|option| option["label"] == *label).unwrap();
            body["custom_id"] = menu["custom_id"].clone();
            body["values"] = json!([option["value"]]);
            self.server.call("select", body).await;
        }
        for _ in 0..100 {
            if self.inbox.0.lock().unwrap().len() > before {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        self.inbox.0.lock().unwrap()[before].clone()
    }

    async fn meets(&self, trouble: Trouble<'_>) -> bool {
        let posting = |kind: Value| {
            let mut fault = json!({"method": "POST", "path": "/messages$"});
            fault.as_object_mut().unwrap().extend(kind.as_object().unwrap().clone());
            self.server.call("fault", fault)
        };
        match trouble {
            Trouble::AsksForPatience => {
                posting(json!({"kind": "429", "retry_after": 1.5, "times": 1})).await;
            }
            Trouble::LosesItsAnswers => {
                posting(json!({"kind": "drop_after", "times": 1})).await;
            }
            Trouble::KeepsFromWriting => {
                self.server.call("close_dms", json!({"user": self.anna})).await;
            }
            Trouble::TakesAway(room) => {
                self.server.call("delete_channel", json!({"channel": room})).await;
            }
        }
        true
    }

    async fn recovers(&self) {
        self.server.call("clear_faults", json!({})).await;
        self.server.call("open_dms", json!({"user": self.anna})).await;
    }
}

/// Discord's markup that is left when what is escaped is taken out.
fn has_markup(content: &str) -> bool {
    let mut left = String::new();
    let mut chars = content.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else {
            left.push(c);
        }
    }
    let words = left.split_whitespace().filter(|word| !word.starts_with("https://"));
    let starts = ["# ", "## ", "> ", "- ", "1. "];
    words.clone().any(|word| word.contains(['*', '_', '~', '`', '|', '<', '>', '[', ']']))
        || left.lines().any(|line| starts.iter().any(|start| line.starts_with(start)))
}

fn shown(message: &Value) -> Seen {
    let content = message["content"].as_str().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let menus = message["components"].as_array().into_iter().flatten().flat_map(|row| {
        let menu = &row["components"][0];
        menu["options"].as_array().into_iter().flatten().map(|option| text(&option["label"]))
    });
    let choices = buttons(message).map(|(label, _)| label).chain(menus).collect();
    let (content, names) = match content.split_once('\n') {
        Some((names, rest)) if names.starts_with("<@") => (rest, names),
        Some(_) | None => (content, ""),
    };
    let pings = message["pings"].as_array().into_iter().flatten().map(text);
    let calls: Vec<_> = pings.collect();
    assert!(calls.iter().all(|who| names.contains(who)), "{message}");
    Seen {
        id: text(&message["id"]),
        words: plain(content),
        is_formatted: has_markup(content),
        calls,
        choices,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn discord_keeps_the_contract() {
    let Some(server) = Server::open(json!({})).await else { return };
    let user = |name: &str| server.text("user", json!({"name": name}), "id");
    let (anna, bo, owner) = tokio::join!(user("anna"), user("bo"), user("owner"));
    let body = json!({"name": "x", "owner": owner, "members": [anna, bo, owner], "bot": true});
    server.call("guild", body).await;
    let discord = Arc::new(Discord::new(server.settings()).unwrap());
    let inbox = Arc::new(Inbox::default());
    let (listener, ear) = (discord.clone(), inbox.clone());
    let listening = tokio::spawn(async move { listener.listen(ear.as_ref()).await });
    let peer = OnDiscord { server, discord, inbox, anna, bo };
    keeps_the_contract(&peer, 1_000).await;
    peer.discord.shut_down().await;
    listening.await.unwrap().unwrap();
    peer.server.end().await;
}
