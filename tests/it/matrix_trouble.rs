//! A homeserver that fails in part, or asks for patience, in front of the bot.

#![expect(clippy::disallowed_methods, reason = "real people run beside the bot, on a real clock")]

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use matrix_sdk::ruma::{
    EventId,
    events::{reaction::ReactionEventContent, relation::Annotation},
};
use mentorskap::platform::{
    Platform as _, PlatformError,
    matrix::{Matrix, Settings},
};

use crate::{
    matrix_adapter::{Bot, Inbox, letter, place, post},
    support::{
        crossing::Crossing,
        matrix::{Person, eventually, fresh, homeserver, register, say, settings},
    },
};

#[tokio::test(flavor = "multi_thread")]
async fn only_a_wrong_recovery_key_keeps_the_bot_from_starting() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let store = tempfile::tempdir().unwrap();
    // The first device makes the secret storage.
    drop(Matrix::connect(settings(&server.0, &bot_id, store.path())).await.unwrap());

    let wrong = tempfile::tempdir().unwrap();
    let wrong = Settings {
        recovery_key: Some("another passphrase".to_owned()),
        ..settings(&server.0, &bot_id, wrong.path())
    };
    let failure = Matrix::connect(wrong).await.err();
    let Some(PlatformError::Setup { what }) = failure else { panic!("{failure:?}") };
    assert!(what.contains("recovery_key_file"), "{what}");

    // A homeserver in trouble says nothing about the key.
    let crossing = Crossing::on(&server.0);
    let trouble = r#"{"errcode": "M_UNKNOWN", "error": "trouble"}"#;
    crossing.answers("account_data/m.secret_storage.key.", "502 Bad Gateway", trouble);
    crossing.answers("account_data/m.cross_signing", "502 Bad Gateway", trouble);
    let store = tempfile::tempdir().unwrap();
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings(&crossing.url, &bot_id, store.path()), &inbox).await;
    assert!(crossing.crossed() > 0);
    let number = i64::from(std::process::id()) * 1_000_000 + 500;
    let room = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    anna.accept(&room).await;
    post(&bot.matrix, &letter(81, &room, "Hej", &[])).await;
    eventually("the letter", || anna.bodies() == ["Hej"]).await;
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_was_asked_to_wait_for_an_hour_stops_at_once() {
    let Some(server) = homeserver() else { return };
    let bot_id = register(&server, &fresh("bot")).await;
    let anna = Person::join(&server, "anna").await;
    let crossing = Crossing::on(&server.0);
    let store = tempfile::tempdir().unwrap();
    let settings = settings(&crossing.url, &bot_id, store.path());
    let inbox = Arc::new(Inbox::default());
    let bot = Bot::start(&settings, &inbox).await;
    let number = i64::from(std::process::id()) * 1_000_000 + 501;
    let room = bot.matrix.open(&place(number, &[&anna.id], None)).await.unwrap();
    let hers = anna.accept(&room).await;
    let message = post(&bot.matrix, &letter(82, &room, "Hej", &[])).await;
    let patience = r#"{"errcode": "M_LIMIT_EXCEEDED", "error": "", "retry_after_ms": 3600000}"#;
    let stops = async |bot: Bot| {
        eventually("the request", || crossing.crossed() > 0).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(crossing.crossed(), 1, "it asked again");
        let asked_at = Instant::now();
        tokio::time::timeout(Duration::from_secs(5), bot.stop()).await.unwrap();
        assert!(asked_at.elapsed() < Duration::from_secs(3));
        crossing.clear();
    };
    // When it looks up what an emoji was set on, and in the stream itself.
    crossing.answers("/event/", "429 Too Many Requests", patience);
    let on = Annotation::new(EventId::parse(&message.0).unwrap(), "👍".to_owned());
    hers.send(ReactionEventContent::new(on)).await.unwrap();
    stops(bot).await;
    crossing.answers("/sync?", "429 Too Many Requests", patience);
    stops(Bot::start(&settings, &inbox).await).await;
    let bot = Bot::start(&settings, &inbox).await;
    say(&hers, "hej").await;
    eventually("both", || inbox.heard.lock().unwrap().len() == 2).await;
    bot.stop().await;
}
