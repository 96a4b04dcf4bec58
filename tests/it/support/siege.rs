//! A bot on Matrix that is killed again and again, and the people who go on talking to it.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::{Deref, DerefMut},
    sync::Arc,
    time::Duration,
};

use matrix_sdk::ruma::{EventId, RoomId};
use mentorskap::{
    clock::{Clock as _, SystemClock},
    domain::{
        account::{Account, PlatformName},
        inbound::{Inbound, InboundKey, Profile, Room, RoomKind, Said},
    },
};

use super::{
    attack::{Attack, PAIRS, PEOPLE},
    clockwork::app_on,
    matrix::{Homeserver, PASSWORD, eventually, fresh, register},
    play::Actor,
    witness::Witness,
};

/// Whose client is built on another library than the SDK.
const WITH_NIO: [&str; 3] = ["anna", "ada", "olle"];

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
        for (who, _) in PEOPLE {
            let actor = if WITH_NIO.contains(&who) {
                Actor::nio(python, server, who).await
            } else {
                Actor::sdk(server, who).await
            };
            witnesses.insert(who, Witness::sign_in(server, actor.id()).await);
            people.insert(who, actor);
        }
        Self { people, witnesses }
    }
}

/// A bot on Matrix, and what has happened to it.
pub struct Siege<'a> {
    attack: Attack,
    pub cast: &'a Cast,
    bot_id: String,
    /// People's conversations with the bot that they have opened themselves.
    pub rooms: BTreeMap<&'static str, String>,
}

impl Deref for Siege<'_> {
    type Target = Attack;

    fn deref(&self) -> &Attack {
        &self.attack
    }
}

impl DerefMut for Siege<'_> {
    fn deref_mut(&mut self) -> &mut Attack {
        &mut self.attack
    }
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
    pub async fn begin(binary: &str, server: &Homeserver, cast: &'a Cast) -> Self {
        let bot_id = register(server, &fresh("bot")).await;
        let settings = format!(
            "[matrix]\nhomeserver = \"{}\"\nuser_id = \"{bot_id}\"\npassword_file = \"secret\"\n",
            server.0
        );
        let account = |who| format!("matrix:{}", cast.people[who].id());
        let attack = Attack::prepare(binary, &settings, PASSWORD, account).await;
        Self { attack, cast, bot_id, rooms: BTreeMap::new() }
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
                profile: Profile::default(),
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

    pub async fn say(&mut self, who: &'static str, text: &str) {
        let id = self.cast.people[who].say(&self.rooms[who], text).await;
        self.said.push((who, format!("matrix:{id}")));
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
        // A file for calendars is a message of its own, and no letter: one for each that has one.
        let files = "select count(*) from outbox
                      where state = 'sent' and kind in ('meeting.PairBooked',
                            'meeting.PairBookedPlace', 'meeting.PairMoved', 'meeting.PairCancelled',
                            'programme.Progress')";
        let files = usize::try_from(self.count(files).await).unwrap();
        let beyond: Vec<_> = posted.difference(&promised).collect();
        let lost: Vec<_> = promised.difference(&posted).collect();
        assert!(
            beyond.len() == files && lost.is_empty(),
            "beyond: {beyond:?}, and {files} files; missing: {lost:?}"
        );
        // What is unsure is for the leader to look at. What has expired was overtaken.
        let ends = ["sent", "unsure", "expired"];
        assert!(tally.letters.keys().all(|state| ends.contains(&state.as_str())), "{tally:?}");
        for (who, room) in &self.rooms {
            let said = self.said.iter().filter(|(speaker, _)| speaker == who).count();
            // How far a programme has come is the second half of one answer.
            let answers = "select count(*) from outbox join places on places.id = place_id
                            where priority = 0 and address = $1 and outbox.kind <> 'programme.Progress'";
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
                    left.retain(|id| !nio.has_read(id));
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
