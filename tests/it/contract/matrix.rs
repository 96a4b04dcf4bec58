use std::sync::Arc;

use matrix_sdk::ruma::events::room::message::MessageType;
use mentorskap::platform::{Platform, matrix::Matrix};
use serde_json::json;

use super::{Peer, Seen, Trouble, keeps_the_contract};
use crate::{
    matrix_adapter::{Bot, Inbox},
    support::{
        crossing::Crossing,
        matrix::{
            Homeserver, Person, account, eventually, fresh, homeserver, register, say, settings,
        },
    },
};

struct OnMatrix {
    server: Homeserver,
    crossing: Crossing,
    matrix: Arc<Matrix>,
    inbox: Arc<Inbox>,
    bot_id: String,
    anna: Person,
    bo: Person,
}

impl Peer for OnMatrix {
    fn platform(&self) -> &dyn Platform {
        self.matrix.as_ref()
    }

    fn people(&self) -> [String; 2] {
        [self.anna.id.clone(), self.bo.id.clone()]
    }

    async fn enter(&self, room: &str) {
        self.anna.accept(room).await;
    }

    async fn seen(&self, room: &str) -> Vec<Seen> {
        let (rooms, seen) =
            (self.anna.rooms.lock().unwrap().clone(), self.anna.seen.lock().unwrap().clone());
        let here = rooms.iter().zip(&seen).filter(|(one, _)| *one == room);
        let bots = here.filter(|(_, event)| event.sender == self.bot_id);
        bots.map(|(_, event)| {
            let content = &event.content;
            let (lines, choices) = without_choices(content.body());
            let MessageType::Text(text) = &content.msgtype else { panic!("{content:?}") };
            let html = text.formatted.as_ref().unwrap().body.as_str();
            let mentions = content.mentions.clone().unwrap_or_default();
            Seen {
                id: event.event_id.to_string(),
                words: without_names(&lines),
                is_formatted: is_formatted(html),
                calls: mentions.user_ids.iter().map(ToString::to_string).collect(),
                choices,
            }
        })
        .collect()
    }

    async fn press(&self, room: &str, seen: &Seen, label: &str) -> String {
        let number = seen.choices.iter().position(|known| known == label).unwrap() + 1;
        let before = self.inbox.texts().len();
        let room = self.anna.client.joined_rooms().into_iter().find(|one| one.room_id() == room);
        say(&room.unwrap(), &number.to_string()).await;
        eventually("the answer", || self.inbox.texts().len() > before).await;
        self.inbox.texts()[before].clone()
    }

    async fn meets(&self, trouble: Trouble<'_>) -> bool {
        let patience = r#"{"errcode": "M_LIMIT_EXCEEDED", "error": "", "retry_after_ms": 1500}"#;
        let forbidden = r#"{"errcode": "M_FORBIDDEN", "error": ""}"#;
        let sending = "/send/m.room.encrypted/";
        match trouble {
            Trouble::AsksForPatience => {
                self.crossing.answers(sending, "429 Too Many Requests", patience);
            }
            Trouble::LosesItsAnswers => self.crossing.loses(sending),
            Trouble::KeepsFromWriting => {
                self.crossing.answers("/createRoom", "403 Forbidden", forbidden);
            }
            Trouble::TakesAway(room) => {
                let admin = account(&self.server, &fresh("admin"), "admin").await;
                let address = format!("{}/_synapse/admin/v1/rooms/{room}", self.server.0);
                let asked = matrix_sdk::reqwest::Client::new()
                    .delete(address)
                    .bearer_auth(admin["access_token"].as_str().unwrap())
                    .body(json!({"purge": false}).to_string());
                let answer = asked.send().await.unwrap();
                assert!(answer.status().is_success(), "{answer:?}");
                eventually("the room", || {
                    let rooms = self.anna.client.joined_rooms();
                    !rooms.iter().any(|one| one.room_id() == room)
                })
                .await;
            }
        }
        true
    }

    async fn recovers(&self) {
        self.crossing.clear();
    }
}

/// The text, and the numbered list below it.
fn without_choices(body: &str) -> (String, Vec<String>) {
    let (text, last) = body.rsplit_once("\n\n").unwrap_or(("", body));
    let choice = |(number, line): (usize, &str)| {
        let text = line.strip_prefix(&format!("{number}. "))?;
        Some(text.to_owned())
    };
    let choices: Option<Vec<_>> = (1..).zip(last.lines()).map(choice).collect();
    choices.map_or_else(|| (body.to_owned(), vec![]), |choices| (text.to_owned(), choices))
}

fn without_names(text: &str) -> String {
    text.strip_prefix("Anna Ek: ").unwrap_or(text).to_owned()
}

/// Whether the HTML has more than paragraphs, line breaks, a list of answers and a name in front.
fn is_formatted(html: &str) -> bool {
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split(['>', ' ']).next());
    let plain = ["p", "/p", "br", "ol", "/ol", "li", "/li", "a", "/a"];
    tags.into_iter().any(|tag| !plain.contains(&tag))
        || html.matches("<a ").count() > usize::from(html.starts_with("<a "))
}

#[tokio::test(flavor = "multi_thread")]
async fn matrix_keeps_the_contract() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let (anna, bo) = tokio::join!(Person::join(&server, "anna"), Person::join(&server, "bo"));
    let crossing = Crossing::on(&server.0);
    let store = tempfile::tempdir().unwrap();
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings(&crossing.url, &bot_id, store.path()), &inbox).await;
    let matrix = bot.matrix.clone();
    let peer = OnMatrix { server, crossing, matrix, inbox, bot_id, anna, bo };
    keeps_the_contract(&peer, i64::from(std::process::id()) * 1_000_000 + 900).await;
    bot.stop().await;
}
