//! What people can say in a Matrix client that is no plain text, and a great deal of it.

use std::sync::Arc;

use futures_util::future::join_all;
use matrix_sdk::{
    attachment::AttachmentConfig,
    ruma::{UserId, api::client::room::create_room},
};
use mentorskap::{domain::inbound::Said, platform::Platform as _};

use crate::{
    matrix_adapter::{Bot, Inbox, place},
    matrix_stories::asked,
    support::{
        matrix::{Person, eventually, fresh, homeserver, register, say, settings},
        play::Actor,
        story::PAIR,
    },
};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_said_to_the_bot_is_met_with_silence() {
    let Some(play) = asked(PAIR).await else { return };
    let Actor::Sdk(bo) = &play.people["bo"] else { panic!("he has the SDK's client") };
    let id = play.direct("bo").await.unwrap();
    let room = bo.client.joined_rooms().into_iter().find(|room| *room.room_id() == *id).unwrap();
    let before = play.said_to("bo").len();
    let said = room
        .send_raw("m.room.message", serde_json::json!({"msgtype": "m.emote", "body": "status"}));
    let status = said.await.unwrap().response.event_id.to_string();
    play.heard(&status).await;
    play.settle().await;
    eventually("the status", || play.said_to("bo").len() == before + 1).await;
    assert!(play.said_to("bo")[before].contains("Anna"), "{:?}", play.said_to("bo"));

    let url = "mxc://localhost/aaaaaaaaaaaaaaaaaaaaaaaa";
    let wordless = [
        ("m.room.message", serde_json::json!({"msgtype": "m.image", "body": "a.png", "url": url})),
        (
            "m.room.message",
            serde_json::json!({
                "msgtype": "m.audio", "body": "Voice message", "url": url,
                "org.matrix.msc3245.voice": {},
            }),
        ),
        (
            "m.room.message",
            serde_json::json!({
                "msgtype": "m.location", "body": "Åsa", "geo_uri": "geo:57.35,12.12",
            }),
        ),
        ("m.sticker", serde_json::json!({"body": "hej", "url": url, "info": {}})),
    ];
    let mut expected = before + 1;
    for (kind, content) in wordless {
        let said = room.send_raw(kind, content).await.unwrap().response.event_id.to_string();
        play.heard(&said).await;
        play.settle().await;
        expected += 1;
        eventually("a word about it", || play.said_to("bo").len() == expected).await;
        let answer = play.said_to("bo").pop().unwrap();
        assert!(answer.starts_with("I only understand text"), "{answer}");
    }

    // An edit of what was acted on doesn't act again, and its writer is told.
    let edit = room.send_raw("m.room.message", serde_json::json!({
        "msgtype": "m.text", "body": "* help", "m.new_content": {"msgtype": "m.text", "body": "help"},
        "m.relates_to": {"rel_type": "m.replace", "event_id": status},
    }));
    let edit = edit.await.unwrap().response.event_id.to_string();
    play.heard(&edit).await;
    play.settle().await;
    eventually("a word about it", || play.said_to("bo").len() == expected + 1).await;
    let answer = play.said_to("bo").pop().unwrap();
    assert!(answer.starts_with("I can't follow edits"), "{answer}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_as_large_as_the_homeserver_says() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let store = tempfile::tempdir().unwrap();
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings(&server.0, &bot_id, store.path()), &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 600;
    let room = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    let hers = anna.accept(&room).await;
    let csv = "text/csv".parse().unwrap();
    // An encrypted file says how large it is; its copies below don't, or lie.
    let sent = hers.send_attachment("a.csv", &csv, b"id,name\n".to_vec(), AttachmentConfig::new());
    sent.await.unwrap();
    let bytes = |inbox: &Inbox| match inbox.last().map(|inbound| inbound.said) {
        Some(Said::File { bytes, .. }) => bytes.len(),
        _ => 0,
    };
    eventually("the file", || bytes(&inbox) == 8).await;
    let small = anna.client.media().upload(&csv, b"id,name\nanna,Anna\n".to_vec(), None).await;
    let large = anna.client.media().upload(&csv, vec![b'a'; 6_000_000], None).await;
    let file = |url: &str, info: serde_json::Value| serde_json::json!({"msgtype": "m.file", "body": "b.csv", "url": url, "info": info});
    let small = file(small.unwrap().content_uri.as_str(), serde_json::json!({}));
    hers.send_raw("m.room.message", small).await.unwrap();
    eventually("the file without a size", || bytes(&inbox) == 18).await;
    let large = file(large.unwrap().content_uri.as_str(), serde_json::json!({"size": 8}));
    hers.send_raw("m.room.message", large).await.unwrap();
    eventually("a word about the large one", || {
        inbox.last().is_some_and(|inbound| inbound.said == Said::FileTooLarge)
    })
    .await;
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn however_much_is_said_while_the_bot_is_down_all_of_it_is_heard() {
    const LANES: usize = 8;
    const EACH: usize = 140;
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&server.0, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let mut request = create_room::v3::Request::new();
    request.invite = vec![UserId::parse(&bot_id).unwrap()];
    let room = anna.client.create_room(request).await.unwrap();
    say(&room, "first").await;
    eventually("the first words", || inbox.texts() == ["first"]).await;
    bot.stop().await;

    let (http, token) = (matrix_sdk::reqwest::Client::new(), anna.client.access_token().unwrap());
    let lanes = (0..LANES).map(|lane| {
        let (http, token, room) = (&http, &token, room.room_id());
        let url = &server.0;
        async move {
            for n in 0..EACH {
                let address =
                    format!("{url}/_matrix/client/v3/rooms/{room}/send/m.room.message/{lane}-{n}");
                let body = serde_json::json!({"msgtype": "m.text", "body": format!("{lane} {n}")});
                let put = http.put(address).bearer_auth(token).body(body.to_string());
                assert!(put.send().await.unwrap().status().is_success());
            }
        }
    });
    join_all(lanes).await;
    let bot = Bot::start(&settings, &inbox).await;
    eventually("all of it", || inbox.texts().len() > LANES * EACH).await;
    let texts = inbox.texts();
    for lane in 0..LANES {
        let heard = texts.iter().filter_map(|text| text.strip_prefix(&format!("{lane} ")));
        let expected: Vec<_> = (0..EACH).map(|n| n.to_string()).collect();
        assert!(heard.eq(&expected), "lane {lane}");
    }
    bot.stop().await;
}
