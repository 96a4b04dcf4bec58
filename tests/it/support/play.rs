//! The bot on a real homeserver: real clients, real encryption, and a clock that is turned by hand.

#![expect(
    clippy::disallowed_methods,
    reason = "the bot listens beside the test, as its program does"
)]

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use matrix_sdk::ruma::{
    EventId, RoomId, UserId,
    events::{
        reaction::ReactionEventContent, relation::Annotation,
        room::message::RoomMessageEventContent,
    },
};
use mentorskap::{
    app::App,
    clock::HandTurned,
    domain::account::PlatformName,
    platform::{
        Platform as _, PlatformError,
        matrix::{Matrix, Settings},
    },
};
use sqlx::AnyPool;
use tokio::task::JoinHandle;

use super::{
    clockwork,
    database::Database,
    matrix::{Homeserver, Person, eventually, fresh, register, settings},
    nio::{Message, Nio},
    story::{NAMES, Told, one_line},
};

/// Somebody with a client of one kind or the other.
pub enum Actor {
    Sdk(Person),
    Nio(Nio),
}

impl Actor {
    pub async fn sdk(server: &Homeserver, name: &str) -> Self {
        let person = Person::join(server, name).await;
        person.accept_all();
        Self::Sdk(person)
    }

    pub async fn nio(python: &str, server: &Homeserver, name: &str) -> Self {
        Self::Nio(Nio::join(python, server, name, true).await)
    }

    pub fn id(&self) -> &str {
        match self {
            Self::Sdk(person) => &person.id,
            Self::Nio(nio) => &nio.id,
        }
    }

    /// What others have said to them, in order.
    pub fn messages(&self) -> Vec<Message> {
        let person = match self {
            Self::Nio(nio) => return nio.messages(),
            Self::Sdk(person) => person,
        };
        let (rooms, seen) = (person.rooms.lock().unwrap(), person.seen.lock().unwrap());
        let others = rooms.iter().zip(seen.iter()).filter(|(_, seen)| seen.sender != person.id);
        others
            .map(|(room, seen)| Message {
                room: room.clone(),
                id: seen.event_id.to_string(),
                sender: seen.sender.to_string(),
                body: seen.content.body().to_owned(),
            })
            .collect()
    }

    /// Waits until their client knows a device of somebody who may have logged in just now: what is
    /// written before that can't be read there.
    pub async fn knows_device_of(&self, id: &str) {
        let Self::Sdk(person) = self else { return };
        let id = UserId::parse(id).unwrap();
        let encryption = person.client.encryption();
        for _ in 0..300 {
            encryption.request_user_identity(&id).await.unwrap();
            if encryption.get_user_devices(&id).await.unwrap().devices().next().is_some() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{id} has no device");
    }

    /// Writes something, and returns the message's id.
    pub async fn say(&self, room: &str, text: &str) -> String {
        match self {
            Self::Sdk(person) => {
                let room = person.client.get_room(&RoomId::parse(room).unwrap()).unwrap();
                let sent = room.send(RoomMessageEventContent::text_plain(text)).await.unwrap();
                sent.response.event_id.to_string()
            }
            Self::Nio(nio) => {
                let command = serde_json::json!({"do": "send", "room": room, "text": text});
                id_in(&nio.call(command).await)
            }
        }
    }

    /// Puts an emoji on a message, and returns the reaction's id.
    pub async fn react(&self, room: &str, to: &str, symbol: &str) -> String {
        match self {
            Self::Sdk(person) => {
                let room = person.client.get_room(&RoomId::parse(room).unwrap()).unwrap();
                let on = Annotation::new(EventId::parse(to).unwrap(), symbol.to_owned());
                let sent = room.send(ReactionEventContent::new(on)).await.unwrap();
                sent.response.event_id.to_string()
            }
            Self::Nio(nio) => {
                let command =
                    serde_json::json!({"do": "react", "room": room, "event": to, "key": symbol});
                id_in(&nio.call(command).await)
            }
        }
    }

    /// Opens a conversation with the bot.
    pub async fn open(&self, bot: &str) -> String {
        match self {
            Self::Sdk(person) => {
                let room = person.client.create_dm(&UserId::parse(bot).unwrap()).await.unwrap();
                eventually("encryption", || room.encryption_state().is_encrypted()).await;
                room.room_id().to_string()
            }
            Self::Nio(nio) => {
                let answer = nio.call(serde_json::json!({"do": "create_dm", "with": bot})).await;
                answer["room"].as_str().unwrap().to_owned()
            }
        }
    }
}

fn id_in(answer: &serde_json::Value) -> String {
    answer["event_id"].as_str().unwrap().to_owned()
}

/// The bot, its people and its clock.
pub struct Play {
    pub people: BTreeMap<String, Actor>,
    pub clock: Arc<HandTurned>,
    pub app: Arc<App>,
    pub bot_id: String,
    pub raw: AnyPool,
    matrix: Arc<Matrix>,
    listening: JoinHandle<Result<(), PlatformError>>,
    settings: Settings,
    database: Database,
    /// Presses so far: people take turns between the ways that there are.
    presses: usize,
    _store: tempfile::TempDir,
}

impl Play {
    /// A programme with its people, on Monday 2 March 2026 at eight. Accounts are written in the
    /// list as at the terminal.
    pub async fn open(
        server: &Homeserver,
        programme: &str,
        list: &str,
        people: BTreeMap<String, Actor>,
    ) -> Self {
        let bot_id = register(server, &fresh("bot")).await;
        let store = tempfile::tempdir().unwrap();
        let settings = settings(&server.0, &bot_id, store.path());
        let database = Database::fresh().await;
        let clock = clockwork::beginning();
        let (app, matrix, listening) = start_bot(&settings, &database.url, clock.clone()).await;
        let raw = AnyPool::connect(&database.url).await.unwrap();
        let mut list = list.to_owned();
        for (name, person) in &people {
            list = list.replace(&format!("console:{name}"), &format!("matrix:{}", person.id()));
        }
        let (_, outline) = app.add_programme("p.toml", programme).await.unwrap();
        app.import(outline.slug.as_str(), "people.csv", list.as_bytes(), false).await.unwrap();
        Self {
            people,
            clock,
            app,
            bot_id,
            raw,
            matrix,
            listening,
            settings,
            database,
            presses: 0,
            _store: store,
        }
    }

    /// The bot's process ends and starts again. Between the two, something may happen.
    pub async fn restart(self, meanwhile: impl AsyncFnOnce(&BTreeMap<String, Actor>)) -> Self {
        self.matrix.shut_down().await;
        self.listening.await.unwrap().unwrap();
        self.app.store.close().await;
        drop((self.app, self.matrix));
        meanwhile(&self.people).await;
        let (app, matrix, listening) =
            start_bot(&self.settings, &self.database.url, self.clock.clone()).await;
        Self { app, matrix, listening, ..self }
    }

    /// Where the bot's session is.
    pub fn store_dir(&self) -> &Path {
        &self.settings.store_dir
    }

    pub async fn end(self) {
        self.matrix.shut_down().await;
        self.listening.await.unwrap().unwrap();
    }

    /// Does what is due, and waits as long as the homeserver asks for.
    pub async fn settle(&self) {
        clockwork::settle(&self.app, &self.clock).await;
    }

    /// The bot has taken in what was said.
    pub async fn heard(&self, said: &str) {
        clockwork::heard(&self.app, &format!("matrix:{said}")).await;
    }

    /// The room of the bot and one person.
    pub async fn direct(&self, who: &str) -> Option<String> {
        let query = "select address from places
                      where account = $1 and kind = 'direct' and state = 'open'";
        let found = sqlx::query_scalar(query).bind(self.people[who].id().to_owned());
        found.fetch_optional(&self.raw).await.unwrap()
    }

    /// The room of a pair.
    pub async fn room_of_pair(&self, pair: i64) -> String {
        let query = "select address from places where pair_id = $1 and state = 'open'";
        sqlx::query_scalar(query).bind(pair).fetch_one(&self.raw).await.unwrap()
    }

    /// What the bot has said to somebody, without what only Matrix needs: numbers below and names
    /// in front.
    pub fn said_to(&self, who: &str) -> Vec<String> {
        let messages = self.people[who].messages().into_iter();
        let bots = messages.filter(|message| message.sender == self.bot_id);
        bots.map(|message| words(&message.body, &NAMES)).collect()
    }
}

impl Told for Play {
    async fn until(&mut self, local: &str) {
        let then = clockwork::moment(&local.replace(' ', "T"));
        clockwork::pass_until(&self.app, &self.clock, then).await;
    }

    /// Somebody writes to the bot in their own conversation, which they open if there is none.
    async fn says(&mut self, who: &str, text: &str) {
        let room = match self.direct(who).await {
            Some(room) => room,
            None => self.people[who].open(&self.bot_id).await,
        };
        let said = self.people[who].say(&room, text).await;
        self.heard(&said).await;
        self.settle().await;
    }

    async fn writes(&mut self, who: &str, text: &str) {
        self.says(who, text).await;
    }

    /// Somebody answers the newest question that has such an answer: with an emoji or with a
    /// number, in turn.
    async fn presses(&mut self, who: &str, label: &str) {
        let person = &self.people[who];
        let asked = person.messages().into_iter().rev().find_map(|message| {
            let number = number_of(label, &message.body)?;
            Some((message, number))
        });
        let Some((question, number)) = asked else { panic!("{who} was not offered {label}") };
        self.presses += 1;
        let said = if self.presses % 2 == 1 {
            person.react(&question.room, &question.id, &format!("{number}\u{fe0f}\u{20e3}")).await
        } else {
            person.say(&question.room, &number.to_string()).await
        };
        self.heard(&said).await;
        self.settle().await;
    }

    async fn words(&mut self, who: &str) -> Vec<String> {
        // A file is an event of its own there, and isn't among the words.
        let is_file = |words: &str| words.starts_with("mentorskap-") || words == "mentorskap.png";
        let is_said = |words: &String| !is_file(words);
        self.said_to(who).into_iter().filter(is_said).collect()
    }
}

async fn start_bot(
    settings: &Settings,
    database: &str,
    clock: Arc<HandTurned>,
) -> (Arc<App>, Arc<Matrix>, JoinHandle<Result<(), PlatformError>>) {
    let app = clockwork::app_on(database, clock).await;
    start_with(settings, app).await
}

/// The bot on Matrix, listening.
pub async fn start_with(
    settings: &Settings,
    mut app: App,
) -> (Arc<App>, Arc<Matrix>, JoinHandle<Result<(), PlatformError>>) {
    let matrix = Arc::new(Matrix::connect(settings.clone()).await.unwrap());
    app.platforms.insert(PlatformName::Matrix, matrix.clone());
    let app = Arc::new(app);
    let (listener, ear) = (matrix.clone(), app.clone());
    let listening = tokio::spawn(async move { listener.listen(ear.as_ref()).await });
    (app, matrix, listening)
}

fn number_of(label: &str, body: &str) -> Option<u32> {
    body.lines().find_map(|line| {
        let (number, text) = line.split_once(". ")?;
        (text.to_lowercase() == label.to_lowercase()).then(|| number.parse().ok())?
    })
}

fn words(body: &str, names: &[&str]) -> String {
    let is_choice =
        |line: &str| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
    let mut lines: Vec<_> = body.lines().collect();
    while lines.last().is_some_and(|line| is_choice(line)) {
        lines.pop();
    }
    let text = lines.join("\n");
    let addressed = text.split_once(": ").filter(|(front, _)| {
        let mut front = front.split(", ");
        front.all(|name| names.contains(&name))
    });
    one_line(addressed.map_or(text.as_str(), |(_, rest)| rest))
}
