//! The released program on Discord, killed from outside again and again: what people have then is
//! what Discord has.

#![expect(clippy::print_stderr, reason = "whoever runs it wants to know how often it was killed")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    time::Duration,
};

use jiff::{ToSpan as _, tz::TimeZone};
use mentorskap::clock::{Clock as _, SystemClock};
use serde_json::{Value, json};

use crate::support::{
    attack::{Attack, PAIRS, PEOPLE},
    discord::{Server, buttons},
    peers::peer,
    process::{Aim, Process, Stage},
};

const STAGES: [Stage; 4] = [Stage::Due, Stage::Decided, Stage::Sending, Stage::Sent];

/// Who writes while the bot is down or up. The last pair is busy with its meetings.
const TALKERS: [&str; 7] = ["anna", "bo", "grace", "leader", "ada", "eva", "per"];

/// How often it is killed on the first day, when everything begins.
const FIRST_DAY: usize = 6;

/// How often each stage is aimed at, and how often somebody presses a button around a kill.
fn plan() -> (usize, usize) {
    if let Ok(times) = env::var("TEST_KILLS") {
        return (times.parse().unwrap(), 2);
    }
    if env::var("TEST_LONG").is_ok_and(|long| long == "1") { (10, 6) } else { (5, 2) }
}

struct Siege {
    attack: Attack,
    server: Server,
    people: BTreeMap<&'static str, String>,
}

impl Siege {
    async fn begin(binary: &str, server: Server) -> Self {
        let mut people = BTreeMap::new();
        for (who, _) in PEOPLE {
            people.insert(who, server.text("user", json!({"name": who}), "id").await);
        }
        let owner = server.text("user", json!({"name": "owner"}), "id").await;
        let members: Vec<_> = people.values().chain([&owner]).collect();
        let body = json!({"name": "Mentorer", "owner": owner, "members": members, "bot": true});
        server.call("guild", body).await;
        let settings =
            format!("[discord]\ntoken_file = \"secret\"\nproxy = \"{}\"\n", server.address());
        let account = |who| format!("discord:{}", people[who]);
        let attack = Attack::prepare(binary, &settings, &server.token, account).await;
        Self { attack, server, people }
    }

    async fn say(&mut self, who: &'static str, text: &str) {
        let body = json!({"user": self.people[who], "text": text});
        let id = self.server.text("dm", body, "message").await;
        self.attack.said.push((who, format!("discord:{id}")));
    }

    /// Somebody presses the first button of the newest message that has one.
    async fn press(&self, who: &str) -> String {
        let seen = self.server.seen(&self.people[who]).await;
        let asked = seen.iter().rev().find(|message| buttons(message).next().is_some()).unwrap();
        let (_, custom_id) = buttons(asked).next().unwrap();
        let body = json!({
            "user": self.people[who], "channel": asked["channel"], "message": asked["id"],
            "custom_id": custom_id,
        });
        self.server.text("press", body, "interaction").await
    }

    /// While the bot is down somebody writes and pairs become due; then it is started, hears some
    /// more, and is killed on the way.
    async fn kill_between(&mut self, stage: Stage, round: usize) {
        let turn = round * 4 + stage as usize;
        self.attack.pass_time().await;
        self.attack.make_due().await;
        self.talk(turn).await;
        let after = Duration::from_millis(u64::try_from(round * 7 % 40).unwrap());
        let aim = Aim { stage, passing: round % 3, after };
        let bot = self.attack.start(Some(aim));
        self.talk(turn + 3).await;
        self.attack.fell(bot, aim).await;
        if round % 4 == 3 {
            // The machine was off for longer than Discord remembers.
            self.server.call("forget_nonces", json!({})).await;
            self.time_goes_by().await;
        }
    }

    /// What was begun before was begun an hour earlier.
    async fn time_goes_by(&self) {
        let hour = "update outbox set first_try_at = first_try_at - 3600000
                     where first_try_at is not null and state in ('waiting', 'sending')";
        sqlx::query(hour).execute(&self.attack.raw).await.unwrap();
    }

    async fn talk(&mut self, turn: usize) {
        let who = TALKERS[turn % TALKERS.len()];
        let text = match who {
            "leader" => format!("påminn mentorpar {}", turn / TALKERS.len() % 3 + 1),
            _ => "status".to_owned(),
        };
        self.say(who, &text).await;
    }

    /// Somebody books a meeting, and says yes to it again and again while the bot is killed.
    async fn press_around_a_kill(&mut self, number: usize) {
        let (who, meetings) = ("siv", "select count(*) from meetings where state = 'booked'");
        let before = self.attack.count(meetings).await;
        let bot = self.attack.start(None);
        let day = TimeZone::UTC.to_datetime(SystemClock.now()).date();
        let day = day.checked_add((20 + i64::try_from(number).unwrap()).days()).unwrap();
        self.say(who, &format!("boka träff {day} 13.00")).await;
        self.attack.quiet(&bot).await;
        let aim = Aim { stage: Stage::Decided, passing: 0, after: Duration::ZERO };
        bot.aim(aim);
        self.press(who).await;
        self.attack.fell(bot, aim).await;
        let bot = self.attack.start(None);
        self.attack.quiet(&bot).await;
        // Discord may have shown that the press failed: it is pressed again.
        self.connected(&bot).await;
        let again = self.press(who).await;
        let body = json!({"interaction": again, "wait_ms": 4_000});
        assert!(!self.server.call("interaction", body).await["ack"].is_null());
        self.attack.quiet(&bot).await;
        assert_eq!(self.attack.count(meetings).await, before + 1, "one yes, one meeting");
    }

    async fn connected(&self, bot: &Process) {
        for _ in 0..300 {
            if self.server.call("gateway_state", json!({})).await["connected"] == true {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("it doesn't connect:\n{}", bot.tail());
    }

    /// Compares what was promised with what Discord has: every letter that was sent is one message,
    /// every message was promised, nothing is stuck, and whatever was said was answered once.
    async fn audit(&self) -> (BTreeMap<String, usize>, usize) {
        let letters = "select state, coalesce(posted_as, '') from outbox";
        let letters: Vec<(String, String)> =
            sqlx::query_as(letters).fetch_all(&self.attack.raw).await.unwrap();
        let posted = self.server.call("posted", json!({})).await;
        let posted: Vec<&Value> = posted.as_array().unwrap().iter().collect();
        let ids: Vec<_> = posted.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
        let ids: BTreeSet<_> = ids.into_iter().collect();
        assert_eq!(ids.len(), posted.len());
        let (mut states, mut promised) = (BTreeMap::new(), BTreeSet::new());
        for (state, id) in letters {
            if state == "sent" {
                assert!(promised.insert(id.clone()), "two letters are one message: {id}");
            }
            *states.entry(state).or_default() += 1;
        }
        let twice: Vec<_> = ids.difference(&promised).collect();
        let lost: Vec<_> = promised.difference(&ids).collect();
        assert!(twice.is_empty() && lost.is_empty(), "beyond: {twice:?}; missing: {lost:?}");
        // Every pair has one thread, and there is no other.
        let threads = self.server.call("threads", json!({})).await;
        let places = "select count(*) from places where pair_id is not null and state = 'open'";
        let places = usize::try_from(self.attack.count(places).await).unwrap();
        assert_eq!(threads.as_array().unwrap().len(), places, "{threads}");
        // What has expired was overtaken.
        let ends = ["sent", "expired"];
        assert!(states.keys().all(|state| ends.contains(&state.as_str())), "{states:?}");
        for (who, id) in &self.people {
            let said = self.attack.said.iter().filter(|(speaker, _)| speaker == who).count();
            // How far a programme has come is the second half of one answer.
            let answers = "select count(*) from outbox join places on places.id = place_id
                            where priority = 0 and account = $1
                              and outbox.kind <> 'programme.Progress'";
            let answers = sqlx::query_scalar(answers).bind(id.clone());
            let answers: i64 = answers.fetch_one(&self.attack.raw).await.unwrap();
            let said = i64::try_from(said).unwrap();
            // Whoever presses is answered as well, as often as the bot hears of it.
            assert!(if *who == "siv" { answers > said } else { answers == said }, "{who}");
        }
        (states, posted.len())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whenever_it_is_killed_everybody_has_everything_once_on_discord() {
    let Some(binary) = peer("TEST_MENTORSKAP_BIN") else { return };
    let Some(server) = Server::open(json!({})).await else { return };
    let (times, presses) = plan();
    let mut siege = Siege::begin(&binary, server).await;
    // Discord doesn't tell a bot who has written to it: it reads where it has been spoken to.
    let bot = siege.attack.start(None);
    siege.connected(&bot).await;
    for (who, _) in PEOPLE {
        siege.say(who, "status").await;
    }
    siege.attack.quiet(&bot).await;
    drop(bot);
    for (mentor, adept) in PAIRS {
        siege.say("leader", &format!("nytt mentorpar {mentor} {adept}")).await;
    }
    siege.say("leader", "starta program").await;
    // While the pairs' threads are opened, and people are added to them.
    for kill in 0..FIRST_DAY {
        // At the first letter, because what goes on after the blow may leave no other.
        let after = Duration::from_millis(u64::try_from(kill * 5).unwrap());
        let aim = Aim { stage: Stage::Sending, passing: 0, after };
        let bot = siege.attack.start(Some(aim));
        siege.say("leader", "programstatus").await;
        siege.attack.fell(bot, aim).await;
    }
    siege.attack.recover().await;
    for round in 0..times {
        for stage in STAGES {
            siege.kill_between(stage, round).await;
        }
        if round % 6 == 5 {
            siege.attack.recover().await;
        }
    }
    siege.attack.recover().await;
    for number in 0..presses {
        siege.press_around_a_kill(number).await;
    }
    siege.attack.recover().await;
    let (letters, posted) = siege.audit().await;
    eprintln!(
        "killed: {:?}, with a letter on its way: {}; said: {}, of it while the bot was down: \
         {}; pressed around a kill: {presses}; letters: {letters:?}; messages at Discord: \
         {posted}",
        siege.attack.kills,
        siege.attack.in_between,
        siege.attack.said.len(),
        times * STAGES.len(),
    );
    let mut expected: BTreeMap<_, _> = STAGES.map(|stage| (stage, times)).into_iter().collect();
    *expected.entry(Stage::Decided).or_default() += presses;
    *expected.entry(Stage::Sending).or_default() += FIRST_DAY;
    assert_eq!(siege.attack.kills, expected);
    assert!(siege.attack.in_between >= times / 2, "{}", siege.attack.in_between);
    assert!(posted > 2 * times * STAGES.len(), "{posted}");
    siege.server.end().await;
}
