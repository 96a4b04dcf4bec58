//! The released program on a real homeserver, killed from outside again and again: what people
//! have then is what the homeserver has, and what their clients can read of it.

#![expect(clippy::print_stderr, reason = "whoever runs it wants to know how often it was killed")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::PathBuf,
    time::Duration,
};

use jiff::{ToSpan as _, tz::TimeZone};
use mentorskap::clock::{Clock as _, SystemClock};
use sqlx::AnyPool;

use crate::support::{
    Database,
    matrix::{Homeserver, PASSWORD, fresh, homeserver, peer, register},
    play::{Actor, app_on},
    process::{Aim, Process, Stage},
    witness::Witness,
};

/// Four pairs and a leader. Of the last pair one books meetings; the others are asked to.
const PEOPLE: [(&str, &str, Client); 9] = [
    ("leader", "Lotta Lind,leader,,sv", Client::Sdk),
    ("anna", "Anna Ek,adept,,sv", Client::Nio),
    ("bo", "Bo Berg,mentor,3,en", Client::Sdk),
    ("grace", "Grace Hill,adept,,en", Client::Sdk),
    ("ada", "Ada Moore,mentor,3,en", Client::Nio),
    ("eva", "Eva Lund,adept,,sv", Client::Nio),
    ("per", "Per Holm,mentor,3,sv", Client::Sdk),
    ("siv", "Siv Dahl,adept,,sv", Client::Sdk),
    ("olle", "Olle Vik,mentor,1,sv", Client::Nio),
];

const PAIRS: [(&str, &str); 4] =
    [("bo", "anna"), ("ada", "grace"), ("per", "eva"), ("olle", "siv")];

/// Who becomes a pair between the kills, so that rooms are opened meanwhile.
const LATER_PAIRS: [(&str, &str); 6] = [
    ("bo", "grace"),
    ("ada", "eva"),
    ("per", "anna"),
    ("ada", "anna"),
    ("per", "grace"),
    ("bo", "eva"),
];

/// In their conversations every message has a key of its own, so that keys are always on the way.
const WITH_NEW_KEYS: [&str; 4] = ["anna", "grace", "eva", "per"];

/// Who writes while the bot is down or up. The last pair is busy with its meetings.
const TALKERS: [&str; 7] = ["anna", "bo", "grace", "leader", "ada", "eva", "per"];

#[derive(Clone, Copy, PartialEq)]
enum Client {
    Sdk,
    Nio,
}

/// How often each stage is aimed at, and how often somebody presses a button around a kill.
struct Plan {
    stages: [(Stage, usize); 4],
    presses: usize,
}

fn plan() -> Plan {
    let kills = |due, decided, sending, sent, presses| Plan {
        stages: [
            (Stage::Due, due),
            (Stage::Decided, decided),
            (Stage::Sending, sending),
            (Stage::Sent, sent),
        ],
        presses,
    };
    if let Ok(sending) = env::var("TEST_KILLS") {
        return kills(1, 1, sending.parse().unwrap(), 1, 1);
    }
    if env::var("TEST_LONG").is_ok_and(|long| long == "1") {
        return kills(10, 10, 18, 12, 6);
    }
    kills(2, 2, 2, 2, 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn whenever_it_is_killed_everybody_has_everything_once() {
    let Some(server) = homeserver() else { return };
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let Some(binary) = peer("TEST_MENTORSKAP_BIN") else { return };
    let plan = plan();
    let mut siege = Siege::begin(binary, &server, &python).await;
    let most = plan.stages.iter().map(|(_, times)| *times).max().unwrap_or_default();
    for round in 0..most {
        for (stage, times) in plan.stages {
            if round < times {
                siege.kill(stage, round).await;
            }
        }
        if round % 6 == 5 {
            siege.recover().await;
        }
    }
    siege.recover().await;
    for number in 0..plan.presses {
        siege.press_twice(number).await;
    }
    siege.recover().await;
    siege.audit(&plan).await;
}

/// The bot, its people, and what has happened to it.
struct Siege {
    binary: String,
    config: PathBuf,
    bot_id: String,
    people: BTreeMap<&'static str, Actor>,
    witnesses: BTreeMap<&'static str, Witness>,
    /// Everybody's conversation with the bot.
    rooms: BTreeMap<&'static str, String>,
    raw: AnyPool,
    /// Who said what since the kills began: the message's id.
    said: Vec<(&'static str, String)>,
    /// How many answers each had before.
    answered: BTreeMap<&'static str, i64>,
    kills: BTreeMap<Stage, usize>,
    /// How many kills left a letter between being handed over and having arrived.
    in_between: usize,
    while_down: usize,
    _database: Database,
    _folder: tempfile::TempDir,
}

impl Siege {
    /// A programme that has begun, in which everybody has met everybody.
    async fn begin(binary: String, server: &Homeserver, python: &str) -> Self {
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
        let (mut people, mut witnesses, mut list) =
            (BTreeMap::new(), BTreeMap::new(), "id,name,role,capacity,locale,account\n".to_owned());
        for (who, row, client) in PEOPLE {
            let actor = match client {
                Client::Sdk => Actor::sdk(server, who).await,
                Client::Nio => Actor::nio(python, server, who).await,
            };
            list.push_str(&format!("{who},{row},matrix:{}\n", actor.id()));
            witnesses.insert(who, Witness::sign_in(server, actor.id()).await);
            people.insert(who, actor);
        }
        let app = app_on(&database.url, std::sync::Arc::new(SystemClock)).await;
        let (_, outline) = app.add_programme("p.toml", &programme()).await.unwrap();
        app.import(outline.slug.as_str(), "people.csv", list.as_bytes(), false).await.unwrap();
        app.store.close().await;
        let raw = AnyPool::connect(&database.url).await.unwrap();
        let mut siege = Self {
            binary,
            config,
            bot_id,
            people,
            witnesses,
            rooms: BTreeMap::new(),
            raw,
            said: vec![],
            answered: BTreeMap::new(),
            kills: BTreeMap::new(),
            in_between: 0,
            while_down: 0,
            _database: database,
            _folder: folder,
        };
        siege.meet().await;
        siege
    }

    async fn meet(&mut self) {
        let bot = self.start(None);
        for (who, ..) in PEOPLE {
            let messages_per_key = if WITH_NEW_KEYS.contains(&who) { env::var("ROT").map_or(1, |r| r.parse().unwrap()) } else { 100 };
            let room = self.witnesses[who].open(&self.bot_id, messages_per_key).await;
            self.people[who].knows(&room).await;
            self.rooms.insert(who, room);
            self.say(who, "status").await;
        }
        self.quiet(&bot).await;
        for (mentor, adept) in PAIRS {
            self.say("leader", &format!("nytt mentorpar {mentor} {adept}")).await;
        }
        self.say("leader", "starta program").await;
        self.quiet(&bot).await;
        self.said.clear();
        for (who, ..) in PEOPLE {
            let answers = self.answers(who).await;
            self.answered.insert(who, answers);
        }
    }

    fn start(&self, aim: Option<Aim>) -> Process {
        Process::start(&self.binary, &self.config, aim)
    }

    async fn say(&mut self, who: &'static str, text: &str) {
        let id = self.people[who].say(&self.rooms[who], text).await;
        self.said.push((who, id));
    }

    /// Something to say for whoever's turn it is.
    async fn talk(&mut self, turn: usize) {
        let who = TALKERS[turn % TALKERS.len()];
        let text = match who {
            "leader" => format!("påminn mentorpar {}", turn / TALKERS.len() % 3 + 1),
            _ => "status".to_owned(),
        };
        self.say(who, &text).await;
    }

    /// While the bot is down somebody writes and pairs become due; then it is started, hears some
    /// more, and is killed on the way.
    async fn kill(&mut self, stage: Stage, round: usize) {
        let turn = round * 4 + stage as usize;
        self.pass_time().await;
        self.make_due().await;
        self.talk(turn).await;
        self.while_down += 1;
        if stage == Stage::Sending
            && round % 2 == 1
            && let Some((mentor, adept)) = LATER_PAIRS.get(round / 2)
        {
            self.say("leader", &format!("nytt mentorpar {mentor} {adept}")).await;
            self.while_down += 1;
        }
        // What follows "sending" goes over the network several times.
        let within = if stage == Stage::Sending { 60 } else { 8 };
        let after = Duration::from_millis(u64::try_from(round * 7 % within).unwrap());
        let aim = Aim { stage, passing: round % 3, after };
        let bot = self.start(Some(aim));
        self.talk(turn + 3).await;
        self.fell(bot, aim).await;
    }

    async fn fell(&mut self, bot: Process, aim: Aim) {
        bot.killed(aim).await;
        *self.kills.entry(aim.stage).or_default() += 1;
        let sending = self.count("select count(*) from outbox where state = 'sending'").await;
        self.in_between += usize::from(sending > 0);
    }

    /// The bot does all that there is to do.
    async fn recover(&mut self) {
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
    async fn pass_time(&self) {
        let now = SystemClock.now().as_millisecond();
        let weeks = "update outbox set settled_at = settled_at - 5000000000
                      where state = 'sent' and priority >= 3";
        sqlx::query(weeks).execute(&self.raw).await.unwrap();
        let put_off = "update outbox set due_at = $1 where state = 'waiting' and due_at > $1";
        sqlx::query(put_off).bind(now).execute(&self.raw).await.unwrap();
    }

    /// The pairs that don't meet are to be asked again.
    async fn make_due(&self) {
        let now = SystemClock.now().as_millisecond();
        let pairs = "update pairs set next = 'open', due_at = $1, act_at = $1, asked = 0,
                            asked_at = null, since_at = null
                      where number < 4";
        sqlx::query(pairs).bind(now - 7_200_000).execute(&self.raw).await.unwrap();
    }

    /// Waits until everything is heard, and everything that is due is said.
    async fn quiet(&self, bot: &Process) {
        for _ in 0..1200 {
            if env::var("LENIENT").is_ok() && bot.has_ended() { eprintln!("PANICKED {}", bot.tail().contains("Session expired")); return; } // SCRATCH
            assert!(!bot.has_ended(), "it ended by itself:\n{}", bot.tail());
            let now = SystemClock.now().as_millisecond();
            let due = "select count(*) from outbox
                        where state = 'sending' or (state = 'waiting' and due_at <= $1)";
            let due: i64 = sqlx::query_scalar(due).bind(now).fetch_one(&self.raw).await.unwrap();
            if due == 0 && self.unheard().await.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let unheard = self.unheard().await;
        panic!("it isn't done; unheard is {unheard:?}:\n{}", bot.tail());
    }

    async fn unheard(&self) -> Vec<&(&'static str, String)> {
        let heard: Vec<String> =
            sqlx::query_scalar("select key from inbox").fetch_all(&self.raw).await.unwrap();
        let heard: BTreeSet<_> = heard.into_iter().collect();
        self.said.iter().filter(|(_, id)| !heard.contains(&format!("matrix:{id}"))).collect()
    }

    /// Somebody books a meeting, and says yes to it in two ways at once while the bot is killed.
    async fn press_twice(&mut self, number: usize) {
        let (who, meetings) = ("siv", "select count(*) from meetings where state = 'booked'");
        let before = self.count(meetings).await;
        let bot = self.start(None);
        let day = TimeZone::UTC.to_datetime(SystemClock.now()).date();
        let day = day.checked_add((20 + i64::try_from(number).unwrap()).days()).unwrap();
        self.say(who, &format!("boka träff {day} 13.00")).await;
        self.quiet(&bot).await;
        let asked = "select posted_as from outbox where state = 'sent' and question = 'open'
                        and priority = 0 order by id desc limit 1";
        let question: String = sqlx::query_scalar(asked).fetch_one(&self.raw).await.unwrap();
        let aim = Aim { stage: Stage::Decided, passing: 0, after: Duration::ZERO };
        bot.aim(aim);
        let (person, room) = (&self.people[who], &self.rooms[who]);
        let pressed = person.react(room, &question, "1\u{fe0f}\u{20e3}").await;
        let typed = person.say(room, "1").await;
        self.said.extend([(who, pressed), (who, typed)]);
        self.fell(bot, aim).await;
        let bot = self.start(None);
        self.quiet(&bot).await;
        assert_eq!(self.count(meetings).await, before + 1, "one press, one meeting");
    }

    async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&self.raw).await.unwrap()
    }

    /// How many answers somebody has been promised.
    async fn answers(&self, who: &str) -> i64 {
        let query = "select count(*) from outbox join places on places.id = place_id
                      where priority = 0 and address = $1";
        sqlx::query_scalar(query).bind(self.rooms[who].clone()).fetch_one(&self.raw).await.unwrap()
    }

    /// Compares what was promised with what the homeserver has and what clients can read.
    async fn audit(&self, plan: &Plan) {
        let letters: Vec<(String, String)> =
            sqlx::query_as("select state, coalesce(posted_as, '') from outbox")
                .fetch_all(&self.raw)
                .await
                .unwrap();
        let mut states: BTreeMap<&str, usize> = BTreeMap::new();
        for (state, _) in &letters {
            *states.entry(state).or_default() += 1;
        }
        let sent = letters.iter().filter(|(state, _)| state == "sent");
        let promised: Vec<_> = sent.map(|(_, id)| id.clone()).collect();
        let mut posted = BTreeSet::new();
        let mut unreadable = vec![];
        let mut read = 0;
        for (who, witness) in &self.witnesses {
            for room in witness.rooms().await {
                let messages = witness.messages(&room, &self.bot_id).await;
                let missing = self.people[who].unreadable(&room, &messages).await;
                read += messages.len() - missing.len();
                unreadable.extend(missing.into_iter().map(|id| (*who, room.clone(), id)));
                posted.extend(messages);
            }
        }
        let illegible = "select count(*) from outbox where kind = 'general.unreadable'";
        let illegible = self.count(illegible).await;
        eprintln!(
            "kills: {:?}; with a letter in between: {}\nletters: {states:?}; at the homeserver: {}; \
             read by clients: {read}, not readable: {}\nsaid: {}, of it while the bot was down: {}; \
             answered as not readable: {illegible}; pressed twice: {}",
            self.kills, self.in_between, posted.len(), unreadable.len(), self.said.len(),
            self.while_down, plan.presses,
        );
        let unique: BTreeSet<_> = promised.iter().cloned().collect();
        assert_eq!(unique.len(), promised.len(), "two letters are one message");
        let twice: Vec<_> = posted.difference(&unique).collect();
        let lost: Vec<_> = unique.difference(&posted).collect();
        assert!(twice.is_empty() && lost.is_empty(), "too many: {twice:?}; missing: {lost:?}");
        assert!(unreadable.is_empty(), "{unreadable:?}");
        let ends = ["sent", "unsure", "expired"];
        assert!(states.keys().all(|state| ends.contains(state)), "{states:?}");
        for (who, ..) in PEOPLE {
            // Whoever books is asked, told that it is done, and told that it is done already.
            let said = self.said.iter().filter(|(speaker, _)| *speaker == who).count();
            let answers = self.answers(who).await - self.answered[who];
            assert_eq!(answers, i64::try_from(said).unwrap(), "{who}'s answers");
        }
        for (stage, times) in plan.stages {
            let also = if stage == Stage::Decided { plan.presses } else { 0 };
            assert_eq!(self.kills.get(&stage), Some(&(times + also)), "{stage}");
        }
        assert!(self.in_between >= plan.stages[2].1 / 2, "{}", self.in_between);
        assert!(promised.len() > 3 * self.while_down, "{}", promised.len());
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
