//! The Matrix adapter against a real homeserver, with a real encrypting client on the other side.
//! It needs a Synapse: `TEST_SYNAPSE_URL`, and in `TEST_SYNAPSE_SECRET` its registration secret.

#![expect(
    clippy::disallowed_methods,
    reason = "real people run beside the bot, on a real clock, with names that no run had before"
)]
#![expect(clippy::too_many_lines, reason = "a conversation is one story")]

use std::{
    collections::{HashMap, HashSet},
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use jiff::Timestamp;
use matrix_sdk::{
    room::MessagesOptions,
    ruma::{
        EventId, UserId,
        api::client::room::create_room,
        events::{
            reaction::ReactionEventContent,
            relation::Annotation,
            room::{member::MembershipState, message::RoomMessageEventContent},
        },
        uint,
    },
};
use mentorskap::{
    document::{Attachment, Block, Button, Content, Document, Span},
    domain::{
        account::{Account, PlatformName},
        ids::PairId,
        inbound::{Inbound, InboundKey, MessageRef, RoomKind, Said},
        press::Press,
    },
    platform::{
        Acquaintance, Deaf, DeliveryKey, Ear, Found, Heard, Installation, KnownRoom, Letter,
        Mention, PlaceWanted, Platform, PlatformError, PostError, Tried, Undeliverable,
        matrix::{Login, Matrix, Settings},
    },
};
use tokio::task::JoinHandle;

use crate::support::{
    matrix::{
        Homeserver, OwnSynapse, PASSWORD, Person, account, ask, eventually, fresh, homeserver,
        peer, register, say, settings,
    },
    nio::Nio,
};

/// Whenever it was tried.
fn ever() -> Tried {
    Tried { since: Timestamp::UNIX_EPOCH, others: vec![] }
}

/// An inbox like the real one: it takes each key once.
#[derive(Default)]
pub struct Inbox {
    pub heard: Mutex<Vec<Inbound>>,
    pub strangers: Mutex<HashSet<String>>,
    pub deaf: AtomicBool,
}

#[async_trait]
impl Ear for Inbox {
    async fn hear(&self, inbound: Inbound) -> Result<Heard, Deaf> {
        if self.deaf.load(Ordering::SeqCst) {
            return Err(Deaf("the disk is full".into()));
        }
        let mut heard = self.heard.lock().unwrap();
        if heard.iter().any(|other| other.key == inbound.key) {
            return Ok(Heard::Before);
        }
        heard.push(inbound);
        Ok(Heard::Taken)
    }

    async fn rooms(&self, _: PlatformName) -> Result<Vec<KnownRoom>, Deaf> {
        Ok(vec![])
    }

    async fn has_heard(&self, key: &InboundKey) -> Result<bool, Deaf> {
        Ok(self.heard.lock().unwrap().iter().any(|other| other.key == *key))
    }

    async fn knows(&self, who: &Account, _: Option<Timestamp>) -> Result<Acquaintance, Deaf> {
        let is_stranger = self.strangers.lock().unwrap().contains(&who.address);
        Ok(if is_stranger { Acquaintance::Stranger } else { Acquaintance::Known })
    }
}

impl Inbox {
    pub fn texts(&self) -> Vec<String> {
        let heard = self.heard.lock().unwrap();
        let text = |inbound: &Inbound| {
            let Said::Text { text, .. } = &inbound.said else { return None };
            Some(text.clone())
        };
        heard.iter().filter_map(text).collect()
    }

    pub fn last(&self) -> Option<Inbound> {
        self.heard.lock().unwrap().last().cloned()
    }
}

/// A running bot.
pub struct Bot {
    pub matrix: Arc<Matrix>,
    listening: JoinHandle<Result<(), PlatformError>>,
}

impl Bot {
    pub async fn start(settings: &Settings, inbox: &Arc<Inbox>) -> Self {
        let matrix = Arc::new(Matrix::connect(settings.clone()).await.unwrap());
        let (listener, ear) = (matrix.clone(), inbox.clone());
        let listening = tokio::spawn(async move { listener.listen(ear.as_ref()).await });
        Self { matrix, listening }
    }

    pub async fn stop(self) {
        self.matrix.shut_down().await;
        self.listening.await.unwrap().unwrap();
    }

    /// As a crash would: nothing is finished.
    async fn kill(self) {
        self.listening.abort();
        let _ = self.listening.await;
    }
}

/// A way to the homeserver on which room keys take some seconds longer than messages.
fn slow_keys(url: &str) -> String {
    let upstream = url.trim_start_matches("http://").to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for person in listener.incoming() {
            let upstream = upstream.clone();
            std::thread::spawn(move || relay(&mut person.unwrap(), &upstream));
        }
    });
    format!("http://{address}")
}

/// Takes one request to the homeserver and the answer back.
fn relay(person: &mut TcpStream, upstream: &str) -> Option<()> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        person.read_exact(&mut byte).ok()?;
        request.push(byte[0]);
    }
    let head = String::from_utf8(request.clone()).ok()?;
    let length = head.to_lowercase().lines().find_map(|line| {
        line.strip_prefix("content-length:").and_then(|length| length.trim().parse().ok())
    });
    let mut body = vec![0; length.unwrap_or(0)];
    person.read_exact(&mut body).ok()?;
    let head = head.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    let is_key = head.contains("/sendToDevice/m.room.encrypted/");
    if is_key {
        let done = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        person.write_all(done.as_bytes()).ok()?;
        std::thread::sleep(Duration::from_secs(6));
    }
    let mut server = TcpStream::connect(upstream).ok()?;
    server.write_all(head.as_bytes()).ok()?;
    server.write_all(&body).ok()?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).ok()?;
    if !is_key {
        person.write_all(&answer).ok()?;
    }
    Some(())
}

fn key(id: i64) -> DeliveryKey {
    DeliveryKey::of_row(&Installation::new("test").unwrap(), id)
}

pub fn letter(id: i64, room: &str, text: &str, labels: &[&str]) -> Letter {
    let press = Press::Booked(PairId::new(1));
    let document = Document {
        blocks: vec![Block::Paragraph(vec![Span::Text(text.to_owned())])],
        buttons: labels.iter().map(|label| Button { label: (*label).to_owned(), press }).collect(),
        ..Document::default()
    };
    let (key, room) = (key(id), room.to_owned());
    Letter {
        key,
        room,
        readers: None,
        mentions: Vec::new(),
        reply_to: None,
        answers_further: false,
        document,
    }
}

pub fn place(id: i64, members: &[&str], title: Option<&str>) -> PlaceWanted {
    PlaceWanted {
        key: DeliveryKey::of_place(&Installation::new("test").unwrap(), id),
        members: members.iter().map(|id| (*id).to_owned()).collect(),
        title: title.map(ToOwned::to_owned),
    }
}

/// As the outbox does: busy rows come again at the time that was asked for.
pub async fn post(matrix: &Matrix, letter: &Letter) -> MessageRef {
    loop {
        match matrix.post(letter).await {
            Ok(message) => return message,
            Err(PostError::Busy(wait)) => tokio::time::sleep(wait).await,
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_over_a_restart() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;

    // A direct conversation, asked for twice, is one room.
    let number = i64::from(std::process::id()) * 1_000_000;
    let wanted = place(number, &[&anna.id], None);
    let room = bot.matrix.open(&wanted).await.unwrap();
    assert_eq!(bot.matrix.open(&wanted).await.unwrap(), room);
    let hers = anna.accept(&room).await;
    eventually("a direct conversation", || hers.direct_targets_length() == 1).await;
    assert!(!hers.display_name().await.unwrap().to_string().contains("mentorskap"));

    // A letter posted twice arrives once, encrypted, by a verified device.
    let first = letter(1, &room, "Hej <Anna>! @room", &["Vi har bokat", "Inte än"]);
    let message = post(&bot.matrix, &first).await;
    assert_eq!(post(&bot.matrix, &first).await, message);
    let body = "Hej <Anna>! @room\n\n1. Vi har bokat\n2. Inte än";
    eventually("the letter", || anna.bodies().iter().any(|seen| seen == body)).await;
    let event = hers.event(&EventId::parse(&message.0).unwrap(), None).await.unwrap();
    assert!(event.encryption_info().is_some());
    let device = anna.client.encryption().get_user_devices(&UserId::parse(&bot_id).unwrap()).await;
    assert!(device.unwrap().devices().any(|device| device.is_cross_signed_by_owner()));
    {
        let seen = anna.seen.lock().unwrap();
        assert_eq!(seen.len(), 1);
        let mentions = seen[0].content.mentions.as_ref().unwrap();
        assert!(mentions.user_ids.is_empty() && !mentions.room);
    }
    assert_eq!(bot.matrix.find(&first, &ever()).await.unwrap(), Found::Yes(message.clone()));
    assert_eq!(bot.matrix.find(&letter(99, &room, "", &[]), &ever()).await.unwrap(), Found::No);

    // An answer, and an emoji.
    say(&hers, "1").await;
    eventually("the answer", || inbox.texts() == ["1"]).await;
    let heard = inbox.last().unwrap();
    assert_eq!(heard.from.to_string(), format!("matrix:{}", anna.id));
    assert_eq!((heard.room.address, heard.room.kind), (room.clone(), RoomKind::Direct));
    let on = Annotation::new(EventId::parse(&message.0).unwrap(), "👍️".to_owned());
    hers.send(ReactionEventContent::new(on)).await.unwrap();
    eventually("the emoji", || {
        let expected = Said::Reaction { to: message.clone(), symbol: "👍️".to_owned() };
        inbox.last().unwrap().said == expected
    })
    .await;

    // What is said while the bot is down is heard afterwards, and old words are not heard twice.
    bot.stop().await;
    say(&hers, "mina mål").await;
    say(&hers, "träff").await;
    let bot = Bot::start(&settings, &inbox).await;
    eventually("what was said meanwhile", || inbox.texts() == ["1", "mina mål", "träff"]).await;

    // The same key is still the same letter.
    assert_eq!(post(&bot.matrix, &first).await, message);
    assert_eq!(bot.matrix.find(&first, &ever()).await.unwrap(), Found::Yes(message));

    // A burst, more than a sync holds.
    let burst: Vec<_> = (0..25).map(|n| format!("burst {n}")).collect();
    for text in &burst {
        say(&hers, text).await;
    }
    eventually("the burst", || inbox.texts().len() == 28).await;
    assert_eq!(inbox.texts()[3..], burst);

    // The same while it is down, so that it comes as one gap.
    bot.stop().await;
    for text in &burst {
        say(&hers, text).await;
    }
    let bot = Bot::start(&settings, &inbox).await;
    eventually("the burst of the night", || inbox.texts().len() == 53).await;
    assert_eq!(inbox.texts()[28..], burst);

    // A crash while the ear is deaf loses nothing: the homeserver's answer was stored, the
    // message was not.
    inbox.deaf.store(true, Ordering::SeqCst);
    say(&hers, "during the crash").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    bot.kill().await;
    inbox.deaf.store(false, Ordering::SeqCst);
    let bot = Bot::start(&settings, &inbox).await;
    eventually("what the crash swallowed", || {
        inbox.texts().last().is_some_and(|text| text == "during the crash")
    })
    .await;
    assert_eq!(inbox.texts().len(), 54);

    // A long letter, and a file.
    let mut long = letter(2, &room, "", &["Ja"]);
    let paragraph = |n: usize| Block::Paragraph(vec![Span::Text(format!("{n} ").repeat(4_000))]);
    long.document.blocks = (10..20).map(paragraph).collect();
    long.document.attachments = vec![Attachment {
        name: "personer.csv".to_owned(),
        media_type: "text/csv".to_owned(),
        content: Content::Text("id,name\nå,Åsa\n".to_owned()),
    }];
    let before = anna.bodies().len();
    let last = post(&bot.matrix, &long).await;
    assert_eq!(post(&bot.matrix, &long).await, last);
    eventually("the file", || anna.bodies().last().is_some_and(|body| body == "personer.csv"))
        .await;
    assert!(anna.bodies().len() > before + 2);
    assert!(anna.bodies()[anna.bodies().len() - 2].ends_with("1. Ja"));
    assert_eq!(bot.matrix.find(&long, &ever()).await.unwrap(), Found::Yes(last));

    // Sent back, it is heard as it was.
    let sent = anna.seen.lock().unwrap().last().unwrap().content.msgtype.clone();
    hers.send(RoomMessageEventContent::new(sent)).await.unwrap();
    eventually("the file back", || {
        matches!(inbox.last().unwrap().said, Said::File { name, bytes, .. }
            if name == "personer.csv" && bytes == "id,name\nå,Åsa\n".as_bytes())
    })
    .await;

    // Who leaves gets no letters, and is invited again when the place is asked for.
    hers.leave().await.unwrap();
    let third = letter(3, &room, "Är du kvar?", &[]);
    let mut refused = false;
    for _ in 0..50 {
        let answer = bot.matrix.post(&third).await;
        refused = matches!(answer, Err(PostError::Undeliverable(Undeliverable::Closed)));
        if refused {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(refused);
    assert_eq!(bot.matrix.open(&wanted).await.unwrap(), room);
    anna.accept(&room).await;
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_room_only_what_is_meant_for_the_bot_is_heard() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let (anna, bo) = tokio::join!(Person::join(&server, "anna"), Person::join(&server, "bo"));
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 1;
    let room = bot.matrix.open(&place(number, &[&anna.id, &bo.id], Some("Anna och Bo"))).await;
    let room = room.unwrap();
    let (hers, his) = (anna.accept(&room).await, bo.accept(&room).await);
    assert_eq!(hers.display_name().await.unwrap().to_string(), "Anna och Bo");

    let mut greeting = letter(11, &room, "Hej!", &[]);
    greeting.mentions = vec![
        Mention { address: anna.id.clone(), name: "Anna".to_owned() },
        Mention { address: bo.id.clone(), name: "Bo".to_owned() },
    ];
    let message = post(&bot.matrix, &greeting).await;
    eventually("the greeting", || bo.bodies() == ["Anna, Bo: Hej!"]).await;
    let mentions = bo.seen.lock().unwrap()[0].content.mentions.clone().unwrap();
    assert_eq!(mentions.user_ids.len(), 2);

    say(&hers, "hej Bo, vi ses på torsdag").await;
    say(&his, "!mentor status").await;
    eventually("the command", || inbox.texts() == ["status"]).await;
    assert_eq!(inbox.last().unwrap().room.kind, RoomKind::Shared);
    let on = |id: &str| Annotation::new(EventId::parse(id).unwrap(), "🎉".to_owned());
    let private = inbox.last().unwrap().key.0.replace("matrix:", "");
    hers.send(ReactionEventContent::new(on(&private))).await.unwrap();
    hers.send(ReactionEventContent::new(on(&message.0))).await.unwrap();
    let reply = serde_json::json!({
        "msgtype": "m.text", "body": "ja tack", "m.relates_to": {"m.in_reply_to": {"event_id": message.0}},
    });
    hers.send_raw("m.room.message", reply).await.unwrap();
    eventually("the reply", || inbox.texts() == ["status", "ja tack"]).await;
    let is_reaction = |inbound: &&Inbound| matches!(inbound.said, Said::Reaction { .. });
    assert_eq!(inbox.heard.lock().unwrap().iter().filter(is_reaction).count(), 1);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_open_conversations_and_strangers_do_not() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let (anna, eve) = tokio::join!(Person::join(&server, "anna"), Person::join(&server, "eve"));
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    inbox.strangers.lock().unwrap().insert(eve.id.clone());
    let bot = UserId::parse(&bot_id).unwrap();
    // Both have written before the bot has ever run.
    Bot::start(&settings, &inbox).await.stop().await;
    let mut rooms = HashMap::new();
    for person in [&anna, &eve] {
        let room = person.client.create_dm(&bot).await.unwrap();
        eventually("a room", || room.encryption_state().is_encrypted()).await;
        say(&room, "hej, jag är ny").await;
        rooms.insert(person.id.clone(), room);
    }
    let unencrypted = anna.client.create_room({
        let mut request = create_room::v3::Request::new();
        request.invite = vec![bot.clone()];
        request
    });
    let unencrypted = unencrypted.await.unwrap();
    let running = Bot::start(&settings, &inbox).await;
    eventually("the first words", || inbox.texts() == ["hej, jag är ny"]).await;
    assert_eq!(inbox.last().unwrap().from.address, anna.id);
    say(&rooms[&anna.id], "hjälp").await;
    eventually("the next words", || inbox.texts() == ["hej, jag är ny", "hjälp"]).await;
    say(&unencrypted, "status").await;
    eventually("words in the clear", || inbox.texts().last().unwrap() == "status").await;
    // The answer goes to the room that the person opened.
    post(&running.matrix, &letter(21, rooms[&anna.id].room_id().as_str(), "Hej Anna", &[])).await;
    eventually("an answer", || anna.bodies().contains(&"Hej Anna".to_owned())).await;
    // What Eve's client knows of the room is as old as its last sync.
    let left = || async {
        let member = rooms[&eve.id].get_member(&bot).await.unwrap();
        member.is_some_and(|member| *member.membership() == MembershipState::Leave)
    };
    let waiting = async {
        while !left().await {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(45), waiting).await.expect("the bot has left Eve");
    running.stop().await;
}

/// A token as an administrator gets one: from the homeserver's login.
async fn token_of(server: &Homeserver, id: &str) -> String {
    let body = serde_json::json!({
        "type": "m.login.password", "identifier": {"type": "m.id.user", "user": id},
        "password": PASSWORD,
    });
    let http = matrix_sdk::reqwest::Client::new();
    let address = format!("{}/_matrix/client/v3/login", server.0);
    let answer = ask(http.post(address).body(body.to_string())).await;
    answer["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_does_for_a_password() {
    let Some(server) = homeserver() else { return };
    let (bot_id, other) =
        (register(&server, &fresh("bot")).await, register(&server, &fresh("other")).await);
    let anna = Person::join(&server, "anna").await;
    let store = tempfile::tempdir().unwrap();
    let with = |token: &str| Settings {
        login: Login::Token(token.to_owned()),
        recovery_key: None,
        ..settings(&server.0, &bot_id, store.path())
    };
    let refusal = async |token: &str| {
        let failure = Matrix::connect(with(token)).await.err();
        let Some(PlatformError::Setup { what }) = failure else { panic!("{failure:?}") };
        assert!(!what.contains(token), "{what}");
        what
    };
    let what = refusal("syt_not_a_token").await;
    assert!(what.contains("refuses the access token"), "{what}");
    let what = refusal(&token_of(&server, &other).await).await;
    assert!(what.contains("belongs to") && what.contains("matrix.user_id says"), "{what}");

    // What was tried in vain leaves nothing behind that would be in the way.
    let token = token_of(&server, &bot_id).await;
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&with(&token), &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 400;
    let room = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    let hers = anna.accept(&room).await;
    post(&bot.matrix, &letter(71, &room, "Hej", &[])).await;
    eventually("the letter", || anna.bodies() == ["Hej"]).await;
    bot.stop().await;

    // The session is kept: the token isn't needed again, and the device is the same.
    let bot = Bot::start(&with("syt_not_a_token"), &inbox).await;
    say(&hers, "status").await;
    eventually("her words", || inbox.texts() == ["status"]).await;
    post(&bot.matrix, &letter(71, &room, "Hej", &[])).await;
    post(&bot.matrix, &letter(72, &room, "Hej igen", &[])).await;
    eventually("the next letter", || anna.bodies() == ["Hej", "status", "Hej igen"]).await;
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_the_setup_is_said() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let store = tempfile::tempdir().unwrap();
    let right = settings(&server.0, &bot_id, store.path());
    let fails = async |settings: Settings, words: &str| {
        let failure = Matrix::connect(settings).await.err();
        let Some(PlatformError::Setup { what }) = failure else { panic!("{failure:?}") };
        assert!(what.contains(words), "{what}");
    };
    let password = Login::Password("wrong".to_owned());
    fails(Settings { login: password, ..right.clone() }, "refuses the login").await;
    let nowhere = "http://127.0.0.1:9".to_owned();
    fails(Settings { homeserver: nowhere, ..right.clone() }, "No Matrix homeserver").await;
    fails(Settings { user_id: "bot".to_owned(), ..right.clone() }, "is no Matrix id").await;
    // The right password still works in the same folder.
    let running = Matrix::connect(right.clone()).await.unwrap();
    fails(right.clone(), "Another process").await;
    drop(running);
    let other = Settings { user_id: "@other:localhost".to_owned(), ..right.clone() };
    fails(other, "belongs to").await;
    // A session that somebody ended.
    let kept = std::fs::read_to_string(store.path().join("session.json")).unwrap();
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let logout = matrix_sdk::reqwest::Client::new()
        .post(format!("{}/_matrix/client/v3/logout", server.0))
        .bearer_auth(kept["access_token"].as_str().unwrap());
    ask(logout).await;
    fails(right, "has ended the bot's session").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_disordered_however_often_the_bot_is_killed() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let mut bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 2;
    let room = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    let hers = anna.accept(&room).await;
    // The SDK stores a person's first session and the key that came in it one after the other:
    // between the two, a crash costs the key. What can't be read is then said to be so.
    say(&hers, "first").await;
    eventually("a word", || inbox.texts() == ["first"]).await;
    let words: Vec<_> = (0..150).map(|n| format!("word {n}")).collect();
    let said = words.clone();
    let talking = tokio::spawn(async move {
        for text in &said {
            say(&hers, text).await;
        }
    });
    let mut kills = 0;
    while !talking.is_finished() && kills < 40 {
        // Every time a little later, so that the bot is met in everything that it does.
        tokio::time::sleep(Duration::from_millis(20 + kills * 37 % 400)).await;
        bot.kill().await;
        kills += 1;
        bot = Bot::start(&settings, &inbox).await;
    }
    talking.await.unwrap();
    assert!(kills > 3, "the bot was hardly disturbed");
    eventually("all words", || inbox.heard.lock().unwrap().len() > words.len()).await;
    assert_eq!(inbox.texts()[1..], words);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_said_once_even_after_a_crash() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 3;
    let room = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    let hers = anna.accept(&room).await;
    say(&hers, "before").await;
    eventually("words", || inbox.texts() == ["before"]).await;
    // Somebody else's session: nobody will ever have this key.
    let address = format!("{}/_matrix/client/v3/rooms/{room}/send/m.room.encrypted/t1", server.0);
    let content = serde_json::json!({
        "algorithm": "m.megolm.v1.aes-sha2", "session_id": "9ZFTcPIMHWQxhuVgHmUZJ5xJ7uJrVNjbcmd4",
        "device_id": "AAAAAAAAAA", "sender_key": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "ciphertext": "AwgAEpABRHxyTlHjdHyLPtRLBIAZZW3YqHUgHJZNBjBVdsOEKLhEv7hyIXHAGXPAPMyqqU",
    });
    let token = anna.client.access_token().unwrap();
    let http = matrix_sdk::reqwest::Client::new();
    ask(http.put(address).bearer_auth(token).body(content.to_string())).await;
    say(&hers, "after").await;
    eventually("later words", || inbox.texts() == ["before", "after"]).await;
    bot.kill().await;
    let bot = Bot::start(&settings, &inbox).await;
    eventually("the word about it", || inbox.last().unwrap().said == Said::Unreadable).await;
    bot.stop().await;
    let bot = Bot::start(&settings, &inbox).await;
    say(&hers, "done").await;
    eventually("the end", || inbox.texts() == ["before", "after", "done"]).await;
    assert_eq!(inbox.heard.lock().unwrap().len(), 4);
    bot.stop().await;
}

/// The same under a homeserver's ordinary limits.
#[tokio::test(flavor = "multi_thread")]
async fn under_ordinary_limits_every_command_is_answered_once() {
    let Some((_, secret)) = homeserver() else { return };
    let Some(limited) = OwnSynapse::limited(&secret) else { return };
    let server = (limited.url.clone(), secret);
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    // Her own limit is not what is tried here.
    let admin = account(&server, &fresh("admin"), "admin").await;
    let lift = matrix_sdk::reqwest::Client::new()
        .post(format!("{}/_synapse/admin/v1/users/{}/override_ratelimit", server.0, anna.id))
        .bearer_auth(admin["access_token"].as_str().unwrap())
        .body(r#"{"messages_per_second": 0, "burst_count": 0}"#);
    ask(lift).await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 4;
    let room = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    let hers = anna.accept(&room).await;
    for n in 0..25 {
        say(&hers, &format!("command {n}")).await;
    }
    eventually("the commands", || inbox.texts().len() == 25).await;
    let mut refused = 0;
    for n in 0..25 {
        let answer = letter(100 + n, &room, &format!("answer {n}"), &[]);
        while let Err(error) = bot.matrix.post(&answer).await {
            let PostError::Busy(wait) = error else { panic!("{error}") };
            assert!(wait <= Duration::from_mins(1), "{wait:?}");
            // Asking too early is turned back here, without a word to the homeserver.
            let again = bot.matrix.post(&answer).await;
            assert!(matches!(again, Err(PostError::Busy(_))), "{again:?}");
            refused += 1;
            tokio::time::sleep(wait).await;
        }
    }
    assert!((5..40).contains(&refused), "{refused}");
    let expected: Vec<_> = (0..25).map(|n| format!("answer {n}")).collect();
    // Her client, too, is not told of everything when much is said at once: the room knows.
    let mut options = MessagesOptions::backward();
    options.limit = uint!(100);
    let said = hers.messages(options).await.unwrap().chunk;
    let bodies = said.iter().rev().filter_map(|event| {
        let content: serde_json::Value = event.raw().get_field("content").ok().flatten()?;
        Some(content["body"].as_str()?.to_owned())
    });
    let answers: Vec<_> = bodies.filter(|body| body.starts_with("answer")).collect();
    assert_eq!(answers, expected);
    // The homeserver may hand an old answer of the stream out again; nothing is heard twice.
    bot.stop().await;
    let bot = Bot::start(&settings, &inbox).await;
    say(&hers, "done").await;
    eventually("the end", || inbox.texts().last().is_some_and(|text| text == "done")).await;
    assert_eq!(inbox.heard.lock().unwrap().len(), 26);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_key_is_waited_for_while_others_are_heard() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join_by(&server, &slow_keys(&server.0), "anna").await;
    let bo = Person::join(&server, "bo").await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 5;
    let hers = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    let his = bot.matrix.open(&place(number + 1, &[&bo.id], None)).await.unwrap();
    let (hers, his) = (anna.accept(&hers).await, bo.accept(&his).await);
    say(&hers, "from anna").await;
    say(&his, "from bo").await;
    eventually("the later words", || inbox.texts() == ["from bo"]).await;
    eventually("the earlier words", || inbox.texts() == ["from bo", "from anna"]).await;
    assert_eq!(inbox.heard.lock().unwrap().len(), 2);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_letter_of_a_room_reaches_everybody_who_was_invited() {
    let Some(server) = homeserver() else { return };
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let bo = Nio::join(&python, &server, "bo", true).await;
    anna.accept_all();
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 100;
    // Side by side, as the outbox does it; some syncs fall into the making of a room.
    let rooms = (0..12).map(|n| {
        let (matrix, members) = (bot.matrix.clone(), [anna.id.clone(), bo.id.clone()]);
        async move {
            let title = (n % 2 == 0).then(|| format!("Rum {n}"));
            let who: Vec<_> = members.iter().map(String::as_str).collect();
            let who = if n % 2 == 0 { &who[..] } else { &who[1..] };
            let wanted = place(number + n, who, title.as_deref());
            let room = matrix.open(&wanted).await.unwrap();
            post(&matrix, &letter(1000 + n, &room, &format!("Hej {n}"), &[])).await;
        }
    });
    futures_util::future::join_all(rooms).await;
    eventually("all letters", || bo.messages().len() == 12).await;
    eventually("hers", || anna.bodies().len() == 6).await;
    assert_eq!(bo.undecryptable(), 0);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_joins_late_reads_what_was_said_since_the_invitation() {
    let Some(server) = homeserver() else { return };
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let bo = Nio::join(&python, &server, "bo", false).await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 200;
    let wanted = place(number, &[&anna.id, &bo.id], Some("Anna och Bo"));
    let room = bot.matrix.open(&wanted).await.unwrap();
    post(&bot.matrix, &letter(51, &room, "Välkomna", &[])).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    post(&bot.matrix, &letter(52, &room, "Är ni där?", &[])).await;
    anna.accept(&room).await;
    bo.call(serde_json::json!({"do": "join", "room": room})).await;
    let both = ["Välkomna", "Är ni där?"];
    eventually("her letters", || anna.bodies() == both).await;
    eventually("his letters", || bo.messages().iter().map(|m| m.body.clone()).eq(both)).await;
    assert_eq!(bo.undecryptable(), 0);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_waits_for_somebody_who_has_never_signed_in() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let name = fresh("anna");
    let id = register(&server, &name).await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 300;
    let wanted = place(number, &[&id], None);
    let answer = bot.matrix.open(&wanted).await;
    assert!(matches!(answer, Err(PostError::Busy(_))), "{answer:?}");
    // Others are not kept waiting.
    let anna = Person::sign_in(&server.0, id).await;
    let room = bot.matrix.open(&wanted).await.unwrap();
    post(&bot.matrix, &letter(61, &room, "Välkommen", &[])).await;
    anna.accept(&room).await;
    eventually("the letter", || anna.bodies() == ["Välkommen"]).await;
    bot.stop().await;
}
