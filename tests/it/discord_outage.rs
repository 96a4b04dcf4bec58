//! A Discord that is in trouble, beside a homeserver that isn't: the released program on both.

use std::{collections::BTreeMap, time::Duration};

use serde_json::json;

use crate::support::{
    attack::{Attack, PEOPLE},
    discord::Server,
    matrix::{PASSWORD, fresh, homeserver, register},
    peers::peer,
    play::Actor,
    process::Process,
};

/// Who is on Matrix: the leader and one pair. Everybody else is on Discord.
const ON_MATRIX: [&str; 3] = ["leader", "ada", "grace"];

struct Two {
    attack: Attack,
    server: Server,
    on_matrix: BTreeMap<&'static str, Actor>,
    on_discord: BTreeMap<&'static str, String>,
    room: String,
    bot: Process,
}

impl Two {
    /// A programme whose people are on two platforms, and which has begun.
    async fn begin() -> Option<Self> {
        let homeserver = homeserver()?;
        let binary = peer("TEST_MENTORSKAP_BIN")?;
        let server = Server::open(json!({})).await?;
        let bot_id = register(&homeserver, &fresh("bot")).await;
        let (mut on_matrix, mut on_discord) = (BTreeMap::new(), BTreeMap::new());
        for (who, _) in PEOPLE {
            if ON_MATRIX.contains(&who) {
                on_matrix.insert(who, Actor::sdk(&homeserver, who).await);
            } else {
                on_discord.insert(who, server.text("user", json!({"name": who}), "id").await);
            }
        }
        let owner = server.text("user", json!({"name": "owner"}), "id").await;
        let members: Vec<_> = on_discord.values().chain([&owner]).collect();
        let body = json!({"name": "Mentorer", "owner": owner, "members": members, "bot": true});
        server.call("guild", body).await;
        let settings = format!(
            "[discord]\ntoken = \"{}\"\nproxy = \"{}\"\n[matrix]\nhomeserver = \"{}\"\n\
             user_id = \"{bot_id}\"\npassword_file = \"secret\"\n",
            server.token,
            server.address(),
            homeserver.0
        );
        let account = |who: &'static str| match on_matrix.get(who) {
            Some(actor) => format!("matrix:{}", actor.id()),
            None => format!("discord:{}", on_discord[who]),
        };
        let attack = Attack::prepare(&binary, &settings, PASSWORD, account).await;
        let bot = attack.start(None);
        on_matrix["leader"].knows_device_of(&bot_id).await;
        let room = on_matrix["leader"].open(&bot_id).await;
        let mut two = Self { attack, server, on_matrix, on_discord, room, bot };
        for (mentor, adept) in [("bo", "anna"), ("ada", "grace"), ("per", "eva"), ("olle", "siv")] {
            two.leader_says(&format!("nytt mentorpar {mentor} {adept}")).await;
        }
        two.leader_says("starta program").await;
        two.attack.quiet(&two.bot).await;
        Some(two)
    }

    async fn leader_says(&mut self, text: &str) {
        let id = self.on_matrix["leader"].say(&self.room, text).await;
        self.attack.said.push(("leader", format!("matrix:{id}")));
    }

    /// Pairs on both platforms are asked again, and the leader asks something. What is for Matrix
    /// arrives, and on Discord nothing has yet.
    async fn matrix_goes_on(&mut self) {
        let read = |two: &Self| {
            let of = |who| two.on_matrix[who].messages().len();
            [of("leader"), of("ada"), of("grace")]
        };
        let (before, posted) = (read(self), self.posted().await);
        self.attack.pass_time().await;
        self.attack.make_due().await;
        self.leader_says("programstatus").await;
        let all = || read(self).iter().zip(before).all(|(now, before)| *now > before);
        for _ in 0..45 {
            // Of what nobody asked for, everybody gets one letter a day.
            self.attack.pass_time().await;
            if all() {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        assert!(all(), "what is for Matrix did not come: {before:?}\n{}", self.bot.tail());
        assert_eq!(self.posted().await, posted, "Discord isn't there");
        let waiting = "select count(*) from outbox where state in ('waiting', 'sending')";
        assert!(self.attack.count(waiting).await >= 4);
    }

    async fn posted(&self) -> usize {
        self.server.call("posted", json!({})).await.as_array().unwrap().len()
    }

    /// Discord is there again, and has everything once.
    async fn discord_recovers(&mut self) {
        let before = self.posted().await;
        for _ in 0..120 {
            self.attack.pass_time().await;
            if self.posted().await >= before + 4 {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        self.attack.quiet(&self.bot).await;
        let sent = "select count(*) from outbox join places on places.id = posted_to
                     where outbox.state = 'sent' and platform = 'discord'";
        let sent = usize::try_from(self.attack.count(sent).await).unwrap();
        assert_eq!(self.posted().await, sent);
        assert!(sent >= before + 4);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_discord_that_asks_for_patience_keeps_nobody_on_matrix_waiting() {
    let Some(mut two) = Two::begin().await else { return };
    let fault = json!({
        "method": "POST", "path": "/messages$", "kind": "429", "retry_after": 3.0, "global": true,
    });
    two.server.call("fault", fault).await;
    two.matrix_goes_on().await;
    two.server.call("clear_faults", json!({})).await;
    two.discord_recovers().await;
    two.server.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_does_one_that_is_away_or_hangs() {
    let Some(mut two) = Two::begin().await else { return };
    let fault = json!({"path": ".", "kind": "hang", "seconds": 30});
    two.server.call("fault", fault).await;
    two.matrix_goes_on().await;
    two.server.call("clear_faults", json!({})).await;
    two.discord_recovers().await;
    two.server.call("gateway", json!({"do": "down"})).await;
    two.server.call("fault", json!({"path": ".", "kind": "drop_before"})).await;
    two.matrix_goes_on().await;
    two.server.call("clear_faults", json!({})).await;
    two.server.call("gateway", json!({"do": "up"})).await;
    two.discord_recovers().await;
    assert!(!two.bot.has_ended());
    assert_eq!(two.on_discord.len(), 6);
    two.server.end().await;
}
