//! A bot that is killed again and again, and the people who go on talking to it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use jiff::tz::TimeZone;
use matrix_sdk::ruma::{EventId, RoomId};
use mentorskap::{
    clock::{Clock as _, SystemClock},
    domain::{
        account::{Account, PlatformName},
        inbound::{Inbound, InboundKey, Room, RoomKind, Said},
    },
};
use sqlx::AnyPool;

use super::{
    Database,
    clockwork::app_on,
    matrix::{Homeserver, PASSWORD, eventually, fresh, register},
    play::Actor,
    process::{Aim, Process, Stage},
    witness::Witness,
};

/// Four mentors, four adepts and a leader, and whether their client is built on the SDK or on
/// another library.
const PEOPLE: [(&str, &str, bool); 9] = [
    ("leader", "Lotta Lind,leader,,sv", true),
    ("anna", "Anna Ek,adept,,sv", false),
    ("bo", "Bo Berg,mentor,3,en", true),
    ("grace", "Grace Hill,adept,,en", true),
    ("ada", "Ada Moore,mentor,3,en", false),
    ("eva", "Eva Lund,adept,,sv", false),
    ("per", "Per Holm,mentor,3,sv", true),
    ("siv", "Siv Dahl,adept,,sv", true),
    ("olle", "Olle Vik,mentor,1,sv", false),
];

/// The pairs of the first day.
const PAIRS: [(&str, &str); 4] =
    [("bo", "anna"), ("ada", "grace"), ("per", "eva"), ("olle", "siv")];

/// In their conversations every message has a key of its own, so that keys are always on the way.
const WITH_NEW_KEYS: [&str; 4] = ["anna", "grace", "eva", "per"];

/// The people, who outlive every bot.
pub struct Cast {
    pub people: BTreeMap<&'static str, Actor>,
    /// Their accounts as the homeserver sees them.
    witnesses: BTreeMap<&'static str, Witness>,
}

impl Cast {
    pub async fn gather(server: &Homeserver, python: &str) -> Self {
        let (mut people, mut witnesses) = (BTreeMap::new(), BTreeMap::new());
        for (who, _, has_sdk) in PEOPLE {
            let actor = if has_sdk {
                Actor::sdk(server, who).await
            } else {
                Actor::nio(python, server, who).await
            };
            witnesses.insert(who, Witness::sign_in(server, actor.id()).await);
            people.insert(who, actor);
        }
        Self { people, witnesses }
    }
}

/// A bot, and what has happened to it.
pub struct Siege<'a> {
    binary: &'a str,
    pub cast: &'a Cast,
    config: PathBuf,
    bot_id: String,
    /// People's conversations with the bot that they have opened themselves.
    pub rooms: BTreeMap<&'static str, String>,
    pub raw: AnyPool,
    /// Who said what in those: the message's id.
    pub said: Vec<(&'static str, String)>,
    pub kills: BTreeMap<Stage, usize>,
    /// How many kills left a letter that was handed over and isn't known to have arrived.
    pub in_between: usize,
    database: Database,
    _folder: tempfile::TempDir,
}

/// What there was in the end.
#[derive(Debug)]
pub struct Tally {
    /// Letters, by the state in which they ended.
    pub letters: BTreeMap<String, usize>,
    /// How many messages of the bot the homeserver has.
    pub posted: usize,
    /// How many times somebody could read one.
    pub read: usize,
    /// Who can't read what.
    pub unreadable: Vec<(&'static str, String)>,
    /// How many people were told that the bot could not read what they wrote.
    pub told_unreadable: i64,
}

impl<'a> Siege<'a> {
    /// A programme with its people, and a bot that never ran.
    pub async fn begin(binary: &'a str, server: &Homeserver, cast: &'a Cast) -> Self {
        let bot_id = register(server, &fresh("bot")).await;
        let database = Database::fresh().await;
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("bot.toml");
        let settings = format!(
            "database = \"{}\"\n[matrix]\nhomeserver = \"{}\"\nuser_id = \"{bot_id}\"\n\
             password_file = \"password\"\n",
            database.url, server.0
        );
        fs::write(&config, settings).unwrap();
        fs::write(folder.path().join("password"), PASSWORD).unwrap();
        let rows =
            PEOPLE.map(|(who, row, _)| format!("{who},{row},matrix:{}", cast.people[who].id()));
        let list = format!("id,name,role,capacity,locale,account\n{}\n", rows.join("\n"));
        let app = app_on(&database.url, Arc::new(SystemClock)).await;
        let (_, outline) = app.add_programme("p.toml", &programme()).await.unwrap();
        app.import(outline.slug.as_str(), "people.csv", list.as_bytes(), false).await.unwrap();
        app.store.close().await;
        Self {
            binary,
            cast,
            config,
            bot_id,
            rooms: BTreeMap::new(),
            raw: AnyPool::connect(&database.url).await.unwrap(),
            said: vec![],
            kills: BTreeMap::new(),
            in_between: 0,
            database,
            _folder: folder,
        }
    }

    /// Everybody opens a conversation with the bot.
    pub async fn everybody_says_hello(&mut self) {
        let bot = self.start(None);
        for (who, ..) in PEOPLE {
            self.says_hello(who).await;
        }
        self.quiet(&bot).await;
    }

    pub async fn says_hello(&mut self, who: &'static str) {
        let messages_per_key = if WITH_NEW_KEYS.contains(&who) { 1 } else { 100 };
        let room = self.cast.witnesses[who].open(&self.bot_id, messages_per_key).await;
        self.cast.people[who].knows(&room).await;
        self.rooms.insert(who, room);
        self.say(who, "status").await;
    }

    /// The leader makes the pairs and starts the programme.
    pub async fn leader_starts(&mut self) {
        for (mentor, adept) in PAIRS {
            self.say("leader", &format!("nytt mentorpar {mentor} {adept}")).await;
        }
        self.say("leader", "starta program").await;
    }

    /// The same before the bot has ever run, so that everything is to be said in its first moments.
    pub async fn everything_is_promised(&self) {
        let app = app_on(&self.database.url, Arc::new(SystemClock)).await;
        let commands = PAIRS.map(|(mentor, adept)| format!("nytt mentorpar {mentor} {adept}"));
        let commands = commands.into_iter().chain(["starta program".to_owned()]);
        for (number, text) in commands.enumerate() {
            let address = self.cast.people["leader"].id().to_owned();
            let inbound = Inbound {
                key: InboundKey(format!("before:{number}")),
                from: Account { platform: PlatformName::Matrix, address },
                room: Room {
                    platform: PlatformName::Matrix,
                    address: "!before:localhost".to_owned(),
                    kind: RoomKind::Direct,
                },
                said: Said::Text { text, reply_to: None },
                said_at: SystemClock.now(),
                answers_to: None,
            };
            app.respond(&inbound).await.unwrap();
        }
        app.store.close().await;
        // That room was none, and what was answered there was for nobody.
        for of_nobody in ["delete from outbox where priority = 0", "delete from places"] {
            sqlx::query(of_nobody).execute(&self.raw).await.unwrap();
        }
    }

    pub fn start(&self, aim: Option<Aim>) -> Process {
        Process::start(self.binary, &self.config, aim)
    }

    pub async fn say(&mut self, who: &'static str, text: &str) {
        let id = self.cast.people[who].say(&self.rooms[who], text).await;
        self.said.push((who, id));
    }

    /// Waits until the bot was killed where it was to be.
    pub async fn fell(&mut self, bot: Process, aim: Aim) {
        bot.killed(aim).await;
        *self.kills.entry(aim.stage).or_default() += 1;
        let sending = self.count("select count(*) from outbox where state = 'sending'").await;
        self.in_between += usize::from(sending > 0);
    }

    /// The bot does all that there is to do.
    pub async fn recover(&mut self) {
        // Of what nobody asked for, everybody gets one letter a day.
        for _ in 0..20 {
            self.pass_time().await;
            let bot = self.start(None);
            self.quiet(&bot).await;
            if self.count("select count(*) from outbox where state = 'waiting'").await == 0 {
                return;
            }
        }
        panic!("there is always something that waits");
    }

    /// Weeks go by: nobody has had too much of late, and what was put off is due.
    pub async fn pass_time(&self) {
        let now = SystemClock.now().as_millisecond();
        let weeks = "update outbox set settled_at = settled_at - 5000000000
                      where state = 'sent' and priority >= 3";
        sqlx::query(weeks).execute(&self.raw).await.unwrap();
        let put_off = "update outbox set due_at = $1 where state = 'waiting' and due_at > $1";
        sqlx::query(put_off).bind(now).execute(&self.raw).await.unwrap();
    }

    /// The first pairs but the last are to be asked again when they meet.
    pub async fn make_due(&self) {
        let now = SystemClock.now().as_millisecond();
        let pairs = "update pairs set next = 'open', due_at = $1, act_at = $1, asked = 0,
                            asked_at = null, since_at = null
                      where number < 4";
        sqlx::query(pairs).bind(now - 7_200_000).execute(&self.raw).await.unwrap();
    }

    /// Waits until everything is heard, and everything that is due is said.
    pub async fn quiet(&self, bot: &Process) {
        for _ in 0..1200 {
            assert!(!bot.has_ended(), "it ended by itself:\n{}", bot.tail());
            // What is heard is answered in the same step: what is due is counted afterwards.
            if self.unheard().await.is_empty() && self.due().await == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("it isn't done; unheard is {:?}:\n{}", self.unheard().await, bot.tail());
    }

    async fn due(&self) -> i64 {
        let now = SystemClock.now().as_millisecond();
        let due = "select count(*) from outbox
                    where state = 'sending' or (state = 'waiting' and due_at <= $1)";
        sqlx::query_scalar(due).bind(now).fetch_one(&self.raw).await.unwrap()
    }

    async fn unheard(&self) -> Vec<&(&'static str, String)> {
        let heard: Vec<String> =
            sqlx::query_scalar("select key from inbox").fetch_all(&self.raw).await.unwrap();
        let heard: BTreeSet<_> = heard.into_iter().collect();
        self.said.iter().filter(|(_, id)| !heard.contains(&format!("matrix:{id}"))).collect()
    }

    pub async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&self.raw).await.unwrap()
    }

    /// Compares what was promised with what the homeserver has and what clients can read: every
    /// letter that was sent is one message, every message was promised, nothing is stuck, and
    /// whatever was said was answered once.
    pub async fn audit(&self) -> Tally {
        let letters = "select state, coalesce(posted_as, '') from outbox";
        let letters: Vec<(String, String)> =
            sqlx::query_as(letters).fetch_all(&self.raw).await.unwrap();
        let told_unreadable = "select count(*) from outbox where kind = 'general.unreadable'";
        let mut tally = Tally {
            letters: BTreeMap::new(),
            posted: 0,
            read: 0,
            unreadable: vec![],
            told_unreadable: self.count(told_unreadable).await,
        };
        let mut posted = BTreeSet::new();
        for (who, witness) in &self.cast.witnesses {
            for room in witness.rooms().await {
                let messages = witness.messages(&room, &self.bot_id).await;
                let missing = self.cast.people[who].unreadable(&room, &messages).await;
                tally.read += messages.len() - missing.len();
                tally.unreadable.extend(missing.into_iter().map(|id| (*who, id)));
                posted.extend(messages);
            }
        }
        tally.posted = posted.len();
        let mut promised = BTreeSet::new();
        for (state, id) in letters {
            if state == "sent" {
                assert!(promised.insert(id.clone()), "two letters are one message: {id}");
            }
            *tally.letters.entry(state).or_default() += 1;
        }
        let twice: Vec<_> = posted.difference(&promised).collect();
        let lost: Vec<_> = promised.difference(&posted).collect();
        assert!(twice.is_empty() && lost.is_empty(), "beyond: {twice:?}; missing: {lost:?}");
        // What is unsure is for the leader to look at. What has expired was overtaken.
        let ends = ["sent", "unsure", "expired"];
        assert!(tally.letters.keys().all(|state| ends.contains(&state.as_str())), "{tally:?}");
        for (who, room) in &self.rooms {
            let said = self.said.iter().filter(|(speaker, _)| speaker == who).count();
            let answers = "select count(*) from outbox join places on places.id = place_id
                            where priority = 0 and address = $1";
            let answers = sqlx::query_scalar(answers).bind(room.clone());
            let answers: i64 = answers.fetch_one(&self.raw).await.unwrap();
            assert_eq!(answers, i64::try_from(said).unwrap(), "{who}'s answers");
        }
        tally
    }
}

impl Actor {
    /// Waits until their client knows a room that they opened elsewhere, and that it is encrypted.
    async fn knows(&self, room: &str) {
        // The other client waits by itself.
        let Self::Sdk(person) = self else { return };
        let id = RoomId::parse(room).unwrap();
        let room = || person.client.get_room(&id);
        let is_known = || room().is_some_and(|room| room.encryption_state().is_encrypted());
        eventually("the room", is_known).await;
    }

    /// Which of these messages they can't read, after some time for late keys.
    async fn unreadable(&self, room: &str, ids: &[String]) -> Vec<String> {
        let mut left = ids.to_vec();
        for _ in 0..50 {
            match self {
                Self::Sdk(person) => {
                    let room = person.client.get_room(&RoomId::parse(room).unwrap()).unwrap();
                    let mut unread = vec![];
                    for id in left {
                        let event = room.event(&EventId::parse(&id).unwrap(), None).await.unwrap();
                        if event.kind.is_utd() {
                            unread.push(id);
                        }
                    }
                    left = unread;
                }
                Self::Nio(nio) => {
                    let messages = nio.messages();
                    left.retain(|id| !messages.iter().any(|message| message.id == *id));
                }
            }
            if left.is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        left
    }
}

/// A programme that began today and never rests.
fn programme() -> String {
    let zone = TimeZone::get("Europe/Stockholm").unwrap();
    let today = zone.to_datetime(SystemClock.now()).date();
    format!(
        r#"
short_name = "ledare"
name = {{ sv = "Nya ledare", en = "New leaders" }}
start = "{today}"
months = 12
meetings = 8
time_zone = "Europe/Stockholm"
language = "sv"
nudges = "* * * * *"
[calendar]
weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
from = "00.00"
until = "24.00"
red_days = "open"
free_eves = "open"
half_day_eves = "open"
closed_weeks = []
closed_every_year = []
spread_minutes = 0
"#
    )
}
