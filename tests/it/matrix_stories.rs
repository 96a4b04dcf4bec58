//! The bot's main job with real encrypting clients on a real homeserver, and the same at the
//! terminal, from one text.

#![expect(
    clippy::disallowed_methods,
    reason = "real people run beside the bot, on a real clock, with names that no run had before"
)]

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use jiff::SignedDuration;
use matrix_sdk::{
    Room,
    media::{MediaFormat, MediaRequestParameters},
    room::MessagesOptions,
    ruma::{UserId, api::client::room::create_room, events::room::message::MessageType, uint},
};
use mentorskap::{
    clock::{Clock as _, SystemClock},
    platform::Platform as _,
};

use crate::support::{
    Database,
    clockwork::app_on,
    matrix::{
        Homeserver, OwnSynapse, Person, account, ask, eventually, fresh, homeserver, peer,
        register, say, settings,
    },
    play::{Actor, Play, start_with},
    story::{PAIR, PEOPLE, Story, Told as _, tell_as_at_the_terminal},
    world::PROGRAMME,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_is_the_same_in_matrix_clients_and_at_the_terminal() {
    let Some(server) = homeserver() else { return };
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let story = Story::of_two_pairs();
    let play = Play::open(&server, PROGRAMME, PEOPLE, cast(&python, &server).await).await;
    let play = tell_as_at_the_terminal(&story, play, async |play| play).await;
    let Actor::Nio(anna) = &play.people["anna"] else { panic!("she has the other client") };
    assert_eq!(anna.undecryptable(), 0);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_an_application_to_three_dates_with_a_restart_after_every_step() {
    let Some(server) = homeserver() else { return };
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let story = Story::of_recruitment();
    let mut people = BTreeMap::new();
    people.insert("anna".to_owned(), Actor::nio(&python, &server, "anna").await);
    for name in ["leader", "bo"] {
        people.insert(name.to_owned(), Actor::sdk(&server, name).await);
    }
    let play = Play::open(&server, &story.programme, story.people, people).await;
    let again = async |play: Play| play.restart(async |_| ()).await;
    tell_as_at_the_terminal(&story, play, again).await.end().await;
}

async fn cast(python: &str, server: &(String, String)) -> BTreeMap<String, Actor> {
    let mut people = BTreeMap::new();
    people.insert("anna".to_owned(), Actor::nio(python, server, "anna").await);
    for name in ["leader", "bo", "grace", "ada"] {
        people.insert(name.to_owned(), Actor::sdk(server, name).await);
    }
    people
}

/// One pair that has just been asked to book, and its leader.
pub async fn asked(list: &str) -> Option<Play> {
    asked_on(homeserver()?, list).await
}

async fn asked_on(server: Homeserver, list: &str) -> Option<Play> {
    let python = peer("TEST_PEERS_PYTHON")?;
    let mut people = BTreeMap::new();
    people.insert("anna".to_owned(), Actor::nio(&python, &server, "anna").await);
    for name in ["leader", "bo"] {
        people.insert(name.to_owned(), Actor::sdk(&server, name).await);
    }
    let mut play = Play::open(&server, PROGRAMME, list, people).await;
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 12:00").await;
    let has_all = |who| play.people[who].messages().len() >= 3;
    eventually("the question", || has_all("anna") && has_all("bo")).await;
    Some(play)
}

async fn count(play: &Play, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(&play.raw).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_the_bot_is_down_is_answered_once() {
    let Some(play) = asked(PAIR).await else { return };
    written_while_the_bot_is_down(play).await.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_is_it_answered_again_when_the_homeserver_repeats_an_old_answer() {
    let Some((_, secret)) = homeserver() else { return };
    let Some(own) = OwnSynapse::with_sync_cache(&secret) else { return };
    let Some(mut play) = asked_on((own.url.clone(), secret), PAIR).await else { return };
    let hers = play.direct("anna").await.unwrap();
    // The bot comes back twice without knowing how far it had come, as after a crash in its very
    // first sync. The second time Synapse hands out what it answered the first time.
    let mut seen = vec![];
    for round in 0..2 {
        let before = play.said_to("anna").len();
        let store = play.store_dir().to_owned();
        play = play
            .restart(async |people| {
                forget_place(&store).await;
                let said = people["anna"].say(&hers, ["status", "hjälp"][round]).await;
                seen.push(said);
            })
            .await;
        play.heard(&seen[round]).await;
        play.settle().await;
        eventually("the answer", || play.said_to("anna").len() > before).await;
        let last = play.people["anna"].say(&hers, "mina träffar").await;
        play.heard(&last).await;
        play.settle().await;
        eventually("the last answer", || play.said_to("anna").len() > before + 1).await;
        assert_eq!(play.said_to("anna").len(), before + 2);
    }
    written_while_the_bot_is_down(play).await.end().await;
}

/// Takes the SDK's place in the stream out of its store.
async fn forget_place(store: &Path) {
    let address = format!("sqlite:{}", store.join("matrix-sdk-state.sqlite3").display());
    let raw = sqlx::AnyPool::connect(&address).await.unwrap();
    let query = "delete from kv_blob where cast(key as text) = 'sync_token'";
    assert_eq!(sqlx::query(query).execute(&raw).await.unwrap().rows_affected(), 1);
    raw.close().await;
}

async fn written_while_the_bot_is_down(play: Play) -> Play {
    let (hers, his) = (play.direct("anna").await.unwrap(), play.direct("bo").await.unwrap());
    let mut said = vec![];
    let seen = |play: &Play, who: &str| play.said_to(who).len();
    let before = (seen(&play, "anna"), seen(&play, "bo"));
    let play = play
        .restart(async |people| {
            for text in ["status", "hjälp", "mina träffar"] {
                said.push(people["anna"].say(&hers, text).await);
            }
            said.push(people["bo"].say(&his, "help").await);
        })
        .await;
    for said in &said {
        play.heard(said).await;
    }
    play.settle().await;
    let after = (before.0 + 3, before.1 + 1);
    eventually("the answers", || (seen(&play, "anna"), seen(&play, "bo")) == after).await;
    // Nothing of it is answered again.
    let play = play.restart(async |_| ()).await;
    let last = play.people["anna"].say(&hers, "status").await;
    play.heard(&last).await;
    play.settle().await;
    eventually("the last answer", || seen(&play, "anna") > after.0).await;
    assert_eq!((seen(&play, "anna"), seen(&play, "bo")), (after.0 + 1, after.1));
    play
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_acts_once_however_often_it_comes() {
    let Some(mut play) = asked(PAIR).await else { return };
    play.says("anna", "boka torsdag kl 13").await;
    let question = || {
        let messages = play.people["anna"].messages();
        messages.into_iter().rev().find(|message| message.body.contains("1. Ja, boka"))
    };
    eventually("the question", || question().is_some()).await;
    let question = question().unwrap();
    let anna = &play.people["anna"];
    // By emoji and by number at once, and once more when it was done.
    let pressed = anna.react(&question.room, &question.id, "1️⃣").await;
    let typed = anna.say(&question.room, "1").await;
    play.heard(&pressed).await;
    play.heard(&typed).await;
    play.settle().await;
    let again = anna.react(&question.room, &question.id, "👍").await;
    play.heard(&again).await;
    play.settle().await;
    // The homeserver hands the same press out again to whoever has lost their place.
    let play = play.restart(async |_| ()).await;
    play.settle().await;
    assert_eq!(count(&play, "select count(*) from meetings").await, 1);
    let told = |who: &str, words: &str| {
        play.said_to(who).iter().filter(|seen| seen.contains(words)).count()
    };
    eventually("the news", || told("bo", "har bokat en träff") == 1).await;
    eventually("the receipt", || told("anna", "Träff 1 med Bo är bokad") == 1).await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_pair_say_to_each_other_is_none_of_the_bots_business() {
    let Some(play) = asked(PAIR).await else { return };
    let room = play.room_of_pair(1).await;
    let bots = |who: &str| play.said_to(who).len();
    let before = (bots("anna"), bots("bo"));
    let private = play.people["anna"].say(&room, "boka torsdag kl 13? 1").await;
    let called = play.people["anna"].say(&room, "!mentor hjälp").await;
    play.heard(&called).await;
    play.settle().await;
    eventually("help", || bots("bo") == before.1 + 1).await;
    eventually("help", || bots("anna") == before.0 + 1).await;
    assert!(play.people["bo"].messages().iter().any(|message| message.id == private));
    let key = mentorskap::domain::inbound::InboundKey(format!("matrix:{private}"));
    assert!(!play.app.store.has_heard(&key).await.unwrap());
    assert_eq!(count(&play, "select count(*) from drafts").await, 0);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_names_and_places_does_nothing() {
    let list = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
anna,Anna <img src=x onerror=y> @room,adept,console:anna,sv
bo,Bo <b>Berg</b> **x** [y](https://z),mentor,console:bo,sv
";
    let Some(mut play) = asked(list).await else { return };
    play.says("anna", "boka torsdag kl 13, <h1>Café</h1> @room **Åsa**").await;
    play.says("anna", "ja").await;
    let Actor::Sdk(bo) = &play.people["bo"] else { panic!("he has the SDK's client") };
    eventually("the news", || bo.bodies().iter().any(|body| body.contains("<h1>Café</h1>"))).await;
    let mut escaped = 0;
    for seen in bo.seen.lock().unwrap().iter() {
        let content = serde_json::to_value(&seen.content).unwrap();
        if content["msgtype"] == "m.file" {
            // What goes into his calendar may be there by now or not.
            continue;
        }
        let html = content["formatted_body"].as_str().unwrap();
        for tag in ["<h1", "<img", "<b>", "href=\"https://z"] {
            assert!(!html.contains(tag), "{html}");
        }
        escaped += html.matches("&lt;").count();
        // Written down, so that no client looks for @room in the text.
        assert_eq!(content["m.mentions"].get("room").and_then(serde_json::Value::as_bool), None);
        assert!(content["m.mentions"].is_object());
    }
    assert!(escaped > 3, "{escaped}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_five_commands_at_once_get_twenty_five_answers_under_ordinary_limits() {
    let Some((_, secret)) = homeserver() else { return };
    let Some(limited) = OwnSynapse::limited(&secret) else { return };
    let server = (limited.url.clone(), secret);
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    // Her own limit is not what is tried here.
    let admin = account(&server, &fresh("admin"), "admin").await;
    let unlimited = matrix_sdk::reqwest::Client::new()
        .post(format!("{}/_synapse/admin/v1/users/{}/override_ratelimit", server.0, anna.id))
        .bearer_auth(admin["access_token"].as_str().unwrap())
        .body(r#"{"messages_per_second": 0, "burst_count": 0}"#);
    ask(unlimited).await;
    let store = tempfile::tempdir().unwrap();
    let database = Database::fresh().await;
    let app = app_on(&database.url, Arc::new(SystemClock)).await;
    let (_, outline) = app.add_programme("p.toml", PROGRAMME).await.unwrap();
    let list = PAIR.replace("console:anna", &format!("matrix:{}", anna.id));
    app.import(outline.slug.as_str(), "people.csv", list.as_bytes(), false).await.unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let (app, matrix, listening) = start_with(&settings, app).await;
    let turning = app.clone();
    let turning = tokio::spawn(async move {
        loop {
            let next = turning.turn().await.unwrap();
            let wait = next.map(|next| SystemClock.now().duration_until(next));
            let wait = wait.and_then(|wait| Duration::try_from(wait).ok()).unwrap_or_default();
            let wait = wait.clamp(Duration::from_millis(50), Duration::from_secs(1));
            let _ = tokio::time::timeout(wait, turning.wake.notified()).await;
        }
    });
    let bot = matrix_sdk::ruma::UserId::parse(&bot_id).unwrap();
    let room = anna.client.create_dm(&bot).await.unwrap();
    eventually("encryption", || room.encryption_state().is_encrypted()).await;
    for n in 0..25 {
        say(&room, ["hjälp", "status", "mina träffar"][n % 3]).await;
    }
    // Her client is not told of everything when much is said at once: the room knows.
    let answers = async || {
        let mut options = MessagesOptions::backward();
        options.limit = uint!(100);
        let chunk = room.messages(options).await.unwrap().chunk;
        let answers = chunk.iter().filter(|event| {
            let kind = event.raw().get_field::<String>("type").ok().flatten();
            event.sender().is_some_and(|sender| sender == bot)
                && kind.is_some_and(|kind| kind == "m.room.message")
        });
        answers.count()
    };
    for _ in 0..90 {
        if answers().await >= 25 {
            break;
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(answers().await, 25);
    turning.abort();
    matrix.shut_down().await;
    listening.await.unwrap().unwrap();
}

/// What has become of the bot in somebody's room.
async fn bot_in(room: &Room, bot: &UserId) -> String {
    let member = room.get_member(bot).await.unwrap();
    member.map_or_else(String::new, |member| member.membership().to_string())
}

/// Waits for that.
async fn becomes(room: &Room, bot: &UserId, expected: &str) {
    for _ in 0..300 {
        if bot_in(room, bot).await == expected {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the bot is {:?} and not {expected:?}", bot_in(room, bot).await);
}

/// The code in the file that the leader was sent.
async fn code_in_the_leaders_file(play: &Play) -> String {
    let Actor::Sdk(leader) = &play.people["leader"] else { panic!("the SDK's client") };
    let file = || {
        let seen = leader.seen.lock().unwrap();
        seen.iter().find_map(|seen| {
            let MessageType::File(file) = &seen.content.msgtype else { return None };
            Some(file.source.clone())
        })
    };
    eventually("the file", || file().is_some()).await;
    let request = MediaRequestParameters { source: file().unwrap(), format: MediaFormat::File };
    let bytes = leader.client.media().get_media_content(&request, false).await.unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (_, rest) = text.split_once("gå med ").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_code_is_open_strangers_are_heard_alone_and_for_a_day() {
    let Some(server) = homeserver() else { return };
    let mut people = BTreeMap::new();
    people.insert("leader".to_owned(), Actor::sdk(&server, "leader").await);
    let mut play = Play::open(&server, PROGRAMME, PAIR, people).await;
    play.clock.turn_to(SystemClock.now());
    let bot = UserId::parse(&play.bot_id).unwrap();
    let (eva, eve) = (Person::join(&server, "eva").await, Person::join(&server, "eve").await);
    let mallory = Person::join(&server, "mallory").await;
    mallory.accept_all();
    let room = async |who: &Person, invited: &[&UserId], is_direct| {
        let mut request = create_room::v3::Request::new();
        request.invite = invited.iter().map(|&id| id.to_owned()).collect();
        request.is_direct = is_direct;
        who.client.create_room(request).await.unwrap()
    };
    // While nobody is expected, nobody comes in.
    becomes(&room(&eve, &[&bot], true).await, &bot, "leave").await;

    play.says("leader", "people add Eva Ek adept").await;
    play.says("leader", "people invite").await;
    let code = code_in_the_leaders_file(&play).await;
    let company = room(&eve, &[&bot], false).await;
    becomes(&company, &bot, "leave").await;
    let other = UserId::parse(&mallory.id).unwrap();
    let pretence = room(&eve, &[&other, &bot], true).await;
    // It comes, sees that they are three, and goes.
    becomes(&pretence, &bot, "leave").await;
    let (hers, eves) = (room(&eva, &[&bot], true).await, room(&eve, &[&bot], true).await);
    becomes(&hers, &bot, "join").await;
    becomes(&eves, &bot, "join").await;
    say(&hers, &format!("gå med {code}")).await;
    say(&eves, "gå med AAAA-AAAA-AA").await;
    let answered = |who: &Person| who.seen.lock().unwrap().iter().any(|seen| seen.sender == bot);
    for _ in 0..100 {
        play.settle().await;
        if answered(&eva) && answered(&eve) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(eva.bodies().iter().any(|body| body.contains("Välkommen, Eva")), "{:?}", eva.bodies());
    // What the day is counted from outlives the bot.
    let play = play.restart(async |_| ()).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(
        (bot_in(&hers, &bot).await, bot_in(&eves, &bot).await),
        ("join".to_owned(), "join".to_owned())
    );
    play.clock.turn_to(SystemClock.now() + SignedDuration::from_hours(25));
    let play = play.restart(async |_| ()).await;
    becomes(&eves, &bot, "leave").await;
    assert_eq!(bot_in(&hers, &bot).await, "join");
    play.end().await;
}
