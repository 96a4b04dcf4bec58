//! Discord as tests have it (`tests/peers/DISCORD.md` says what it lacks), people on it, and the
//! bot there with a clock that is turned by hand.

#![expect(clippy::disallowed_methods, reason = "the bot listens beside the test")]

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use mentorskap::{
    app::App,
    clock::HandTurned,
    domain::{
        account::PlatformName,
        command::{Branch, Catalogue, CommandName, Entry, Parameter, Spoken},
        inbound::InboundKey,
    },
    l10n::Words,
    platform::{
        Platform, PlatformError,
        discord::{Discord, Settings},
    },
    store::Store,
};
use serde_json::{Value, json};
use serenity::model::guild::Member;
use sqlx::AnyPool;
use tokio::task::JoinHandle;

use super::{
    Database, clockwork,
    peers::peer,
    story::{Told, as_on_the_terminal, one_line},
};

/// One Discord of a test's own, with one bot on it.
pub struct Server {
    http: reqwest::Client,
    url: String,
    world: String,
    pub token: String,
    pub bot_id: String,
}

impl Server {
    /// None without the peers, and a word about it.
    pub async fn open(options: Value) -> Option<Self> {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let _ = tracing_subscriber::fmt()
            .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
            .with_test_writer()
            .try_init();
        let url = peer("TEST_DISCORD_URL")?;
        let http = reqwest::Client::new();
        let made = http.post(format!("{url}/control/worlds")).json(&options).send().await.unwrap();
        let made: Value = made.json().await.unwrap();
        let text = |name: &str| made[name].as_str().unwrap_or_else(|| panic!("{made}")).to_owned();
        Some(Self { world: text("world"), token: text("token"), bot_id: text("bot_id"), http, url })
    }

    /// What somebody does on Discord, or what happens to it.
    #[track_caller]
    pub fn call(&self, verb: &str, body: Value) -> impl Future<Output = Value> + use<> {
        let caller = std::panic::Location::caller();
        let address = format!("{}/control/{}/{verb}", self.url, self.world);
        let (request, verb) = (self.http.post(address).json(&body), verb.to_owned());
        async move {
            let answer = request.send().await.unwrap();
            let status = answer.status();
            let text = answer.text().await.unwrap();
            assert!(status.is_success(), "{verb} {body}: {text} ({caller})");
            serde_json::from_str(&text).unwrap()
        }
    }

    pub async fn text(&self, verb: &str, body: Value, name: &str) -> String {
        let answer = self.call(verb, body).await;
        answer[name].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    }

    pub fn settings(&self) -> Settings {
        let words = Words::load(None).unwrap();
        Settings {
            token: self.token.clone(),
            proxy: Some(self.url.clone()),
            catalogue: words.catalogue(),
            lexicon: words.lexicon(),
            longest_silence: Settings::LONGEST_SILENCE,
        }
    }

    /// What the bot is told about itself as a member of a server.
    async fn bot_on(&self, guild: &str) -> Member {
        let address = format!("{}/api/v10/guilds/{guild}/members/{}", self.url, self.bot_id);
        let request = self.http.get(address).header("authorization", format!("Bot {}", self.token));
        let mut member: Value = request.send().await.unwrap().json().await.unwrap();
        member["guild_id"] = json!(guild);
        serde_json::from_value(member).unwrap()
    }

    /// Where it is, for a bot that runs elsewhere.
    pub fn address(&self) -> &str {
        &self.url
    }

    /// What somebody sees in all channels, in order.
    pub async fn seen(&self, user: &str) -> Vec<Value> {
        let seen = self.call("seen", json!({"user": user})).await;
        let messages = seen.get("messages").unwrap_or(&seen);
        messages.as_array().unwrap_or_else(|| panic!("{seen}")).clone()
    }

    /// Every request and every answer was as Discord's own document has it.
    pub async fn end(self) {
        let violations = self.call("violations", json!({})).await;
        let violations = violations.get("violations").unwrap_or(&violations);
        assert_eq!(*violations, json!([]));
        self.call("end", json!({})).await;
    }
}

/// The bot, its people on Discord and its clock.
pub struct DiscordPlay {
    pub server: Server,
    pub people: BTreeMap<String, String>,
    pub guild: String,
    /// A channel that everybody sees.
    pub channel: String,
    pub app: Arc<App>,
    pub clock: Arc<HandTurned>,
    pub discord: Arc<Discord>,
    pub raw: AnyPool,
    listening: JoinHandle<Result<(), PlatformError>>,
    database: Database,
    /// What each has seen: a message that was changed was seen twice.
    seen: BTreeMap<String, Vec<(String, String)>>,
}

impl DiscordPlay {
    /// A programme with its people, guild, all of them on one server with the bot, which has introduced
    /// itself there long ago. Accounts are written in the list as at the terminal.
    pub async fn open(programme: &str, list: &str) -> Option<Self> {
        Self::open_with(programme, list, &[]).await
    }

    /// The same with others on the server whom the bot doesn't know.
    pub async fn open_with(programme: &str, list: &str, others: &[&str]) -> Option<Self> {
        Self::open_beside(programme, list, others, None).await
    }

    /// The same beside another platform, on which nobody listens yet.
    pub async fn open_beside(
        programme: &str,
        list: &str,
        others: &[&str],
        beside: Option<(PlatformName, Arc<dyn Platform>)>,
    ) -> Option<Self> {
        let server = Server::open(json!({})).await?;
        let mut people = BTreeMap::new();
        let mut list = list.to_owned();
        let known = list.clone();
        let known = known.lines().skip(1).map(|line| line.split(',').next().unwrap());
        for name in known.chain(others.iter().copied()) {
            let mut user = json!({"name": name});
            if others.contains(&name) {
                // As the terminal has it.
                user["global_name"] = json!(as_on_the_terminal(name));
            }
            let id = server.text("user", user, "id").await;
            list = list.replace(&format!("console:{name}"), &format!("discord:{id}"));
            people.insert(name.to_owned(), id);
        }
        // Whoever owns a server sees everything on it.
        let owner = server.text("user", json!({"name": "owner"}), "id").await;
        let ids: Vec<_> = people.values().chain([&owner]).collect();
        let body = json!({"name": "Mentorer", "owner": owner, "members": ids, "bot": true});
        let made = server.call("guild", body).await;
        let text = |name: &str| made[name].as_str().unwrap_or_else(|| panic!("{made}")).to_owned();
        let (guild, channel) = (text("id"), text("channel"));
        let (database, clock) = (Database::fresh().await, clockwork::beginning());
        introduce(&database.url, &guild, &server.bot_on(&guild).await).await;
        let (app, discord, listening) = start(&server, &database.url, clock.clone(), beside).await;
        let raw = AnyPool::connect(&database.url).await.unwrap();
        let (_, outline) = app.add_programme("p.toml", programme).await.unwrap();
        app.import(outline.slug.as_str(), "people.csv", list.as_bytes(), false).await.unwrap();
        let seen = BTreeMap::new();
        Some(Self {
            server,
            people,
            guild,
            channel,
            app,
            clock,
            discord,
            raw,
            listening,
            database,
            seen,
        })
    }

    /// The bot's process ends and starts again. Between the two, something may happen.
    pub async fn restart(self, meanwhile: impl AsyncFnOnce(&Server)) -> Self {
        self.discord.shut_down().await;
        self.listening.await.unwrap().unwrap();
        self.app.store.close().await;
        drop((self.app, self.discord));
        meanwhile(&self.server).await;
        let (app, discord, listening) =
            start(&self.server, &self.database.url, self.clock.clone(), None).await;
        Self { app, discord, listening, ..self }
    }

    pub async fn end(self) {
        self.discord.shut_down().await;
        self.listening.await.unwrap().unwrap();
        assert_eq!(self.discord.unknown_events(), 0);
        self.server.end().await;
    }

    pub async fn settle(&self) {
        clockwork::settle(&self.app, &self.clock).await;
    }

    /// The bot has taken in a message or an interaction.
    pub async fn heard(&self, id: &str) {
        clockwork::heard(&self.app, &format!("discord:{id}")).await;
    }

    /// Somebody writes to the bot in their own conversation.
    pub async fn writes(&mut self, who: &str, text: &str) {
        let body = json!({"user": self.people[who], "text": text});
        let said = self.server.text("dm", body, "message").await;
        self.heard(&said).await;
        self.settle().await;
    }

    /// Somebody uses a command, there. What follows it is one word for each thing that it takes.
    pub async fn commands(&mut self, who: &str, channel: &str, spoken: &Spoken) {
        let catalogue = self.app.words.catalogue();
        let path = path(&catalogue, spoken.name);
        let leaf = catalogue.leaf(spoken.name).unwrap();
        let option = |(word, (_, entry)): (&str, &(Parameter, Entry))| {
            let value = word.parse::<i64>().map_or_else(|_| json!(word), |number| json!(number));
            (entry.name.base.clone(), value)
        };
        let options = spoken.rest.split_whitespace().zip(&leaf.parameters).map(option);
        let body = json!({
            "user": self.people[who], "channel": channel, "name": path[0], "path": path[1..],
            "options": options.collect::<serde_json::Map<_, _>>(),
        });
        let interaction = self.server.text("slash", body, "interaction").await;
        self.heard(&interaction).await;
        self.settle().await;
        self.acknowledged(&interaction).await;
    }

    /// Discord has had its word about an interaction in time.
    pub async fn acknowledged(&self, interaction: &str) -> Value {
        let body = json!({"interaction": interaction, "wait_ms": 4_000});
        let answer = self.server.call("interaction", body).await;
        assert!(!answer["ack"].is_null(), "{answer}");
        answer
    }

    /// The newest message with a button that says that, and what the button means.
    pub async fn button(&self, who: &str, label: &str) -> (Value, String) {
        let seen = self.server.seen(&self.people[who]).await;
        let found = seen.iter().rev().find_map(|message| {
            let pressed =
                buttons(message).find(|(known, _)| known.to_lowercase() == label.to_lowercase());
            pressed.map(|(_, id)| (message.clone(), id))
        });
        found.unwrap_or_else(|| panic!("{who} was not offered {label}: {seen:#?}"))
    }

    /// Somebody presses a button of a message. Says which interaction it is.
    pub async fn press(&self, who: &str, message: &Value, custom_id: &str) -> String {
        let body = json!({
            "user": self.people[who], "channel": message["channel"], "message": message["id"],
            "custom_id": custom_id,
        });
        self.server.text("press", body, "interaction").await
    }
}

impl Told for DiscordPlay {
    async fn until(&mut self, local: &str) {
        let then = clockwork::moment(&local.replace(' ', "T"));
        clockwork::pass_until(&self.app, &self.clock, then).await;
    }

    /// What is a command is one on Discord too; everything else is written.
    async fn says(&mut self, who: &str, text: &str) {
        match self.app.lexicon.vocabulary.recognise(text) {
            Ok(spoken) => self.commands(who, &self.channel.clone(), &spoken).await,
            Err(_) => self.writes(who, text).await,
        }
    }

    async fn writes(&mut self, who: &str, text: &str) {
        self.writes(who, text).await;
    }

    async fn presses(&mut self, who: &str, label: &str) {
        let (message, custom_id) = self.button(who, label).await;
        let interaction = self.press(who, &message, &custom_id).await;
        self.heard(&interaction).await;
        self.settle().await;
        self.acknowledged(&interaction).await;
    }

    async fn words(&mut self, who: &str) -> Vec<String> {
        let seen = self.server.seen(&self.people[who]).await;
        let known = self.seen.entry(who.to_owned()).or_default();
        // What Discord itself says in the bot's name, such as that there is a thread, isn't said.
        let is_said = |message: &&Value| {
            let kind = message["type"].as_i64().unwrap_or_default();
            message["author"] == *self.server.bot_id && [0, 19, 20, 23].contains(&kind)
        };
        for message in seen.iter().filter(is_said) {
            let content = message["content"].as_str().unwrap_or_default();
            let shown = (message["id"].as_str().unwrap().to_owned(), words(content));
            if !shown.1.is_empty() && !known.contains(&shown) {
                known.push(shown);
            }
        }
        known.iter().map(|(_, words)| words.clone()).collect()
    }
}

/// The bot has introduced itself on a server before.
async fn introduce(database: &str, guild: &str, member: &Member) {
    let store = Store::open(database).await.unwrap();
    let mut work = store.begin().await.unwrap();
    let key = format!("discord:{guild}:{}:nothing", member.joined_at.unwrap());
    assert!(work.hear(&InboundKey(key), clockwork::moment("2026-02-01T08:00")).await.unwrap());
    work.save().await.unwrap();
    store.close().await;
}

async fn start(
    server: &Server,
    database: &str,
    clock: Arc<HandTurned>,
    beside: Option<(PlatformName, Arc<dyn Platform>)>,
) -> (Arc<App>, Arc<Discord>, JoinHandle<Result<(), PlatformError>>) {
    let mut app = clockwork::app_on(database, clock).await;
    let discord = Arc::new(Discord::new(server.settings()).unwrap());
    app.platforms.insert(PlatformName::Discord, discord.clone());
    app.platforms.extend(beside);
    let app = Arc::new(app);
    let (listener, ear) = (discord.clone(), app.clone());
    let listening = tokio::spawn(async move { listener.listen(ear.as_ref()).await });
    for _ in 0..300 {
        let state = server.call("gateway_state", json!({})).await;
        if state["connected"] == true {
            break;
        }
        assert!(!listening.is_finished(), "it doesn't listen: {:?}", listening.await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    (app, discord, listening)
}

/// The words by which a command is reached.
fn path(catalogue: &Catalogue, name: CommandName) -> Vec<String> {
    for root in &catalogue.roots {
        for branch in &root.branches {
            let (group, leaves) = match branch {
                Branch::Leaf(leaf) => (None, std::slice::from_ref(leaf)),
                Branch::Group { entry, leaves, .. } => (Some(entry), leaves.as_slice()),
            };
            if let Some(leaf) = leaves.iter().find(|leaf| leaf.command == name) {
                let entries = [Some(&root.entry), group, Some(&leaf.entry)];
                return entries
                    .into_iter()
                    .flatten()
                    .map(|entry| entry.name.base.clone())
                    .collect();
            }
        }
    }
    panic!("{name:?} is nowhere");
}

/// What may be pressed below a message: the labels, and what they mean.
pub fn buttons(message: &Value) -> impl Iterator<Item = (String, String)> {
    let rows = message["components"].as_array().into_iter().flatten();
    let components = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    components.filter_map(|component| {
        let text = |name: &str| component[name].as_str().map(str::to_owned);
        text("label").zip(text("custom_id"))
    })
}

/// The words on one line, without Discord's markup and without the names in front.
fn words(content: &str) -> String {
    let names = content.lines().next().filter(|line| line.starts_with("<@"));
    one_line(&plain(content.trim_start_matches(names.unwrap_or_default())))
}

/// The words as Discord shows them.
pub fn plain(content: &str) -> String {
    let line = |line: &str| match line.strip_prefix("- ") {
        Some(point) => format!("– {point}"),
        None => line.to_owned(),
    };
    let text = content.lines().map(line).collect::<Vec<_>>().join("\n");
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => {
                out.extend(chars.next());
            }
            '`' => {}
            '*' if chars.peek() == Some(&'*') => {
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}
