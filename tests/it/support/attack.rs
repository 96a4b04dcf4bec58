//! A bot that is killed again and again, and its database.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use jiff::tz::TimeZone;
use mentorskap::clock::{Clock as _, SystemClock};
use sqlx::AnyPool;

use super::{
    Database,
    clockwork::app_on,
    process::{Aim, Process, Stage},
};

/// Four mentors, four adepts and a leader.
pub const PEOPLE: [(&str, &str); 9] = [
    ("leader", "Lotta Lind,leader,,sv"),
    ("anna", "Anna Ek,adept,,sv"),
    ("bo", "Bo Berg,mentor,3,en"),
    ("grace", "Grace Hill,adept,,en"),
    ("ada", "Ada Moore,mentor,3,en"),
    ("eva", "Eva Lund,adept,,sv"),
    ("per", "Per Holm,mentor,3,sv"),
    ("siv", "Siv Dahl,adept,,sv"),
    ("olle", "Olle Vik,mentor,1,sv"),
];

/// The pairs of the first day.
pub const PAIRS: [(&str, &str); 4] =
    [("bo", "anna"), ("ada", "grace"), ("per", "eva"), ("olle", "siv")];

/// A bot, and what has happened to it.
pub struct Attack {
    binary: String,
    config: PathBuf,
    pub raw: AnyPool,
    /// Who said what: the name under which the bot hears it.
    pub said: Vec<(&'static str, String)>,
    pub kills: BTreeMap<Stage, usize>,
    /// How many kills left a letter that was handed over and isn't known to have arrived.
    pub in_between: usize,
    #[cfg_attr(not(feature = "matrix"), expect(dead_code, reason = "only held there"))]
    pub database: Database,
    _folder: tempfile::TempDir,
}

impl Attack {
    /// A programme with its people, and a bot that never ran. `settings` are those of its platform,
    /// and `secret` is in the file `secret` beside them.
    pub async fn prepare(
        binary: &str,
        settings: &str,
        secret: &str,
        account: impl Fn(&'static str) -> String,
    ) -> Self {
        let database = Database::fresh().await;
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("bot.toml");
        fs::write(&config, format!("database = \"{}\"\n{settings}", database.url)).unwrap();
        fs::write(folder.path().join("secret"), secret).unwrap();
        let rows = PEOPLE.map(|(who, row)| format!("{who},{row},{}", account(who)));
        let list = format!("id,name,role,capacity,locale,account\n{}\n", rows.join("\n"));
        let app = app_on(&database.url, Arc::new(SystemClock)).await;
        let (_, outline) = app.add_programme("p.toml", &programme()).await.unwrap();
        app.import(outline.slug.as_str(), "people.csv", list.as_bytes(), false).await.unwrap();
        app.store.close().await;
        Self {
            binary: binary.to_owned(),
            config,
            raw: AnyPool::connect(&database.url).await.unwrap(),
            said: vec![],
            kills: BTreeMap::new(),
            in_between: 0,
            database,
            _folder: folder,
        }
    }

    pub fn start(&self, aim: Option<Aim>) -> Process {
        Process::start(&self.binary, &self.config, aim)
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
        self.said.iter().filter(|(_, id)| !heard.contains(id)).collect()
    }

    pub async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&self.raw).await.unwrap()
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
