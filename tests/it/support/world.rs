//! One programme, from before its first day, played at the terminal.

use std::{fmt::Write as _, sync::Arc, thread};

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use mentorskap::{
    app::App,
    chance::Counting,
    cli::stage::{Stage, StageError},
    clock::Clock as _,
    domain::{
        account::{Account, PlatformName},
        inbound::{Inbound, InboundKey, Profile, Room, RoomKind, Said},
    },
    l10n::Words,
    platform::Installation,
    store::Store,
};
use sqlx::AnyPool;

use super::{database::Database, pretend::Pretend};

/// The programme that most stories play in: seven months from Monday 2 March 2026, rounds on
/// Mondays at nine.
pub const PROGRAMME: &str = r#"
short_name = "ledare"
name = { sv = "Nya ledare", en = "New leaders" }
start = "2026-03-02"
months = 7
meetings = 8
time_zone = "Europe/Stockholm"
language = "sv"
nudges = "0 9 * * MON"
"#;

/// Two pairs' worth of people, one pair speaking Swedish and one English, and their leader.
pub const PEOPLE: &str = "id,name,role,account,locale,capacity
leader,Lotta Lind,leader,console:leader,sv,
anna,Anna Ek,adept,console:anna,sv,
bo,Bo Berg,mentor,console:bo,sv,2
grace,Grace Hill,adept,console:grace,en,
ada,Ada Moore,mentor,console:ada,en,1
";

pub struct World {
    pub stage: Stage,
    pub raw: AnyPool,
    lines: Vec<String>,
    pub database: Database,
}

impl World {
    /// The programme with its people, nobody paired yet, on Monday 2 March 2026 at eight.
    pub async fn new() -> Self {
        Self::with(PROGRAMME, PEOPLE).await
    }

    pub async fn with(programme: &str, people: &str) -> Self {
        let world = Self::empty().await;
        let (_, outline) = world.stage.app.add_programme("p.toml", programme).await.unwrap();
        let slug = outline.slug.as_str();
        world.stage.app.import(slug, "people.csv", people.as_bytes(), false).await.unwrap();
        world
    }

    /// No programme at all.
    pub async fn empty() -> Self {
        let database = Database::fresh().await;
        let zone = TimeZone::get("Europe/Stockholm").unwrap();
        let start = zone.to_timestamp("2026-03-02T08:00".parse::<DateTime>().unwrap()).unwrap();
        let words = Words::load(None).unwrap();
        let stage = Stage::open(&database.url, start, zone, words).await.unwrap();
        let raw = AnyPool::connect(&database.url).await.unwrap();
        Self { stage, raw, lines: vec![], database }
    }

    /// The same with both pairs formed and the programme started, and what was said about that
    /// left out of the transcript.
    pub async fn started() -> Self {
        let mut world = Self::new().await;
        world.says("leader", "pair add bo anna").await;
        world.says("leader", "pair add ada grace").await;
        world.says("leader", "programme start").await;
        world.until("2026-03-02 08:59").await;
        world.lines.clear();
        world
    }

    /// Somebody writes to the bot.
    pub async fn says(&mut self, who: &str, text: &str) {
        self.lines.push(format!("{who}: {text}"));
        let seen = self.stage.says(who, text).await.unwrap();
        self.lines.extend(seen);
    }

    /// Somebody writes to the bot in a room with others.
    pub async fn says_in(&mut self, room: &str, who: &str, text: &str) {
        self.lines.push(format!("{who}@{room}: {text}"));
        let seen = self.stage.says_in(room, who, text).await.unwrap();
        self.lines.extend(seen);
    }

    /// Somebody presses the newest button with that label.
    pub async fn presses(&mut self, who: &str, label: &str) {
        self.lines.push(format!("{who}: [{label}]"));
        let seen = self.stage.presses(who, label).await.unwrap();
        self.lines.extend(seen);
    }

    /// Somebody's client sends a token that they never saw on a button of theirs. Says what
    /// everybody saw.
    pub async fn forges(&mut self, who: &str, token: &str) -> Vec<String> {
        let said = Said::Press { token: token.to_owned() };
        self.lines.push(format!("{who}: <{token}>"));
        let seen = self.stage.hear(who, who, RoomKind::Direct, said).await.unwrap();
        self.lines.extend(seen.clone());
        seen
    }

    /// Nobody sees such a button.
    pub async fn cannot_press(&mut self, who: &str, label: &str) {
        let error = self.stage.presses(who, label).await.unwrap_err();
        assert!(matches!(error, StageError::NoButton { .. }), "{error}");
    }

    /// Time passes until then, in Stockholm.
    pub async fn until(&mut self, local: &str) {
        let then = self.at(local);
        let seen = self.stage.pass_until(then).await.unwrap();
        self.lines.extend(seen);
    }

    /// Somebody says something that isn't typed, in their direct conversation.
    pub async fn hears(&mut self, who: &str, said: Said) {
        let seen = self.stage.hear(who, who, RoomKind::Direct, said).await.unwrap();
        self.lines.extend(seen);
    }

    /// Somebody sends a file.
    pub async fn sends(&mut self, who: &str, name: &str, bytes: &[u8]) {
        let (name, text) = (name.to_owned(), String::new());
        self.hears(who, Said::File { name, bytes: bytes.to_vec(), text }).await;
    }

    /// How much there is of everything that somebody can bring about.
    pub async fn counts(&self) -> Vec<i64> {
        let mut counts = vec![];
        for query in [
            "select count(*) from programmes where state = 'running'",
            "select count(*) from people",
            "select count(*) from members where paused_since is null",
            "select count(*) from invitations",
            "select count(*) from pairs where next = 'open' and stopped_since is null",
            "select count(*) from pairs where asked = 1",
            "select count(*) from meetings",
            // That somebody speaks ends a silence, whatever they say.
            "select count(*) from cases where state = 'open' and kind <> 'silent'",
            "select count(*) from drafts where done_at is null",
            "select count(*) from outbox where programme_id is not null",
        ] {
            counts.push(self.number(query).await);
        }
        counts
    }

    /// What is due now is done.
    pub async fn until_now(&mut self) {
        let seen = self.stage.turn().await.unwrap();
        self.lines.extend(seen);
    }

    /// That time in Stockholm.
    pub fn at(&self, local: &str) -> Timestamp {
        let local: DateTime = local.parse().unwrap();
        self.stage.zone.to_timestamp(local).unwrap()
    }

    /// What was typed and seen since the last time.
    pub fn transcript(&mut self) -> String {
        std::mem::take(&mut self.lines).join("\n")
    }

    /// Who got something since the last time, and when, without the words.
    pub fn receivers(&mut self) -> String {
        let mut seen = String::new();
        for line in std::mem::take(&mut self.lines) {
            if let Some((at, rest)) = line.split_once(" → ") {
                let who = rest.split_whitespace().next().unwrap_or_default();
                writeln!(seen, "{at} → {who}").unwrap();
            }
        }
        seen.trim_end().to_owned()
    }

    /// The programme runs and everybody has been asked for the first meeting.
    pub async fn asked() -> Self {
        let mut world = Self::started().await;
        world.until("2026-03-02 12:00").await;
        world.lines.clear();
        world
    }

    /// The programme runs, everybody has been asked to book, and from now on the platform fails as it
    /// is told to.
    pub async fn troubled() -> (Self, Arc<Pretend>) {
        let mut world = Self::asked().await;
        let pretend = Pretend::new(world.stage.clock.clone());
        world.stage.app.platforms.insert(PlatformName::Console, pretend.clone());
        (world, pretend)
    }

    /// So many seconds pass.
    pub async fn pass(&mut self, seconds: i64) {
        let then = self.stage.clock.now() + SignedDuration::from_secs(seconds);
        self.stage.pass_until(then).await.unwrap();
    }

    /// The bot after its process has ended: another one on the same database.
    pub async fn another(&self, pretend: &Arc<Pretend>) -> App {
        let store = Store::open(&self.database.url).await.unwrap();
        let words = Words::load(None).unwrap();
        let name = Installation::new("demo").unwrap();
        let clock = self.stage.clock.clone();
        let mut app = App::new(name, store, clock, Arc::new(Counting::default()), words);
        app.platforms.insert(PlatformName::Console, pretend.clone());
        app
    }

    /// What a platform delivers when somebody says something in their direct conversation.
    pub fn inbound(&self, key: &str, who: &str, said: Said) -> Inbound {
        Inbound {
            key: InboundKey(key.to_owned()),
            from: Account { platform: PlatformName::Console, address: who.to_owned() },
            profile: Profile::default(),
            room: Room {
                platform: PlatformName::Console,
                address: who.to_owned(),
                kind: RoomKind::Direct,
            },
            said,
            said_at: self.stage.clock.now(),
            answers_to: None,
        }
    }

    /// One number from the database.
    pub async fn number(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&self.raw).await.unwrap()
    }
}

/// Words, as a platform delivers them.
pub fn typed(text: &str) -> Said {
    Said::Text { text: text.to_owned(), reply_to: None }
}

/// The transcript without what stands in attached files.
pub fn without_files(transcript: &str) -> String {
    let lines = transcript.lines().filter(|line| !line.trim_start().starts_with('|'));
    lines.collect::<Vec<_>>().join("\n")
}

/// What was promised must have been said, or given up knowingly.
impl Drop for World {
    fn drop(&mut self) {
        if thread::panicking() {
            return;
        }
        let now = self.stage.clock.now().as_millisecond();
        let raw = self.raw.clone();
        let overdue = move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                // A pool belongs to the runtime that made it: this thread opens its own.
                let options = raw.connect_options();
                let pool = AnyPool::connect_with((*options).clone()).await.unwrap();
                let overdue: i64 = sqlx::query_scalar(
                    "select count(*) from outbox where state in ('waiting', 'sending')
                        and due_at <= $1",
                )
                .bind(now)
                .fetch_one(&pool)
                .await
                .unwrap();
                overdue
            })
        };
        let overdue = thread::scope(|scope| scope.spawn(overdue).join().unwrap());
        assert_eq!(overdue, 0, "promises are overdue at the end of the test");
    }
}
