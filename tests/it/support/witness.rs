//! What the homeserver itself has, whatever anybody's client makes of it.

use serde_json::{Value, json};

use super::matrix::{Homeserver, PASSWORD, ask};

/// Somebody's account, as the homeserver sees it. It has no keys, so nothing is readable here.
pub struct Witness {
    url: String,
    token: String,
    http: matrix_sdk::reqwest::Client,
}

impl Witness {
    pub async fn sign_in((url, _): &Homeserver, id: &str) -> Self {
        let http = matrix_sdk::reqwest::Client::new();
        let body = json!({
            "type": "m.login.password", "password": PASSWORD,
            "identifier": {"type": "m.id.user", "user": id},
        });
        let login = http.post(format!("{url}/_matrix/client/v3/login")).body(body.to_string());
        let token = text(&ask(login).await["access_token"]);
        Self { url: url.clone(), token, http }
    }

    /// Opens an encrypted conversation with somebody, in which a key serves for so many messages.
    pub async fn open(&self, with: &str, messages_per_key: u32) -> String {
        let encryption = json!({
            "type": "m.room.encryption", "state_key": "",
            "content": {
                "algorithm": "m.megolm.v1.aes-sha2", "rotation_period_msgs": messages_per_key,
            },
        });
        let body = json!({
            "is_direct": true, "invite": [with], "preset": "trusted_private_chat",
            "initial_state": [encryption],
        });
        let made = self.http.post(format!("{}/_matrix/client/v3/createRoom", self.url));
        text(&ask(made.bearer_auth(&self.token).body(body.to_string())).await["room_id"])
    }

    pub async fn rooms(&self) -> Vec<String> {
        let answer = self.get("joined_rooms").await;
        answer["joined_rooms"].as_array().unwrap().iter().map(text).collect()
    }

    /// The ids of all messages that somebody posted in a room.
    pub async fn messages(&self, room: &str, sender: &str) -> Vec<String> {
        let mut ids = vec![];
        let mut from = String::new();
        loop {
            let page = self.get(&format!("rooms/{room}/messages?dir=b&limit=100{from}")).await;
            let chunk = page["chunk"].as_array().unwrap_or_else(|| panic!("{page}"));
            let messages = chunk.iter().filter(|event| {
                let kind = event["type"].as_str().unwrap_or_default();
                event["sender"] == sender && ["m.room.message", "m.room.encrypted"].contains(&kind)
            });
            ids.extend(messages.map(|event| text(&event["event_id"])));
            let Some(end) = page["end"].as_str() else { return ids };
            from = format!("&from={end}");
        }
    }

    async fn get(&self, path: &str) -> Value {
        let address = format!("{}/_matrix/client/v3/{path}", self.url);
        ask(self.http.get(address).bearer_auth(&self.token)).await
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
