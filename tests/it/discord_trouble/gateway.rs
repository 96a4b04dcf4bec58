//! A connection that breaks, falls silent or talks nonsense, and tokens that are no good.

#![expect(clippy::disallowed_methods, reason = "the bot listens beside the test")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use jiff::Timestamp;
use mentorskap::{
    domain::{
        account::{Account, PlatformName},
        inbound::{Inbound, InboundKey},
    },
    platform::{
        Acquaintance, Deaf, Ear, Heard, KnownRoom, Platform as _, PlatformError,
        discord::{Discord, Settings},
    },
};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::{begun, uses};
use crate::support::{discord::Server, story::Told as _};

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_to_the_connection_what_is_said_is_heard_once() {
    let Some(mut play) = begun().await else { return };
    let close = |code: i64| json!({"do": "close", "code": code});
    let troubles = [
        json!({"do": "garbage"}),
        json!({"do": "reconnect"}),
        json!({"do": "invalid_session", "resumable": true}),
        json!({"do": "invalid_session", "resumable": false}),
        close(4000),
        close(4007),
        close(4009),
        close(1001),
        json!({"do": "cut"}),
    ];
    for trouble in &troubles {
        connected(&play.server).await;
        let asked = uses(&play, "anna", &play.channel, "mentor", &["status"], json!({})).await;
        let done = play.server.call("gateway", trouble.clone()).await;
        assert_eq!(done["connections"], 1, "{trouble}");
        let body = json!({"user": play.people["bo"], "text": "status"});
        let written = play.server.text("dm", body, "message").await;
        play.heard(&written).await;
        play.heard(&asked).await;
    }
    play.settle().await;
    let words = play.words("bo").await;
    let answers = words.iter().filter(|words| words.starts_with("This is how")).count();
    assert_eq!(answers, troubles.len(), "{words:?}");
    let state = play.server.call("gateway_state", json!({})).await;
    assert!(state["identifies"].as_i64().unwrap() <= 6, "{state}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_nobody_knows_is_counted_and_passed_over() {
    let Some(mut play) = begun().await else { return };
    play.server.call("gateway", json!({"do": "unknown"})).await;
    play.writes("bo", "status").await;
    assert_eq!(play.discord.unknown_events(), 1);
    let state = play.server.call("gateway_state", json!({})).await;
    assert_eq!(state["identifies"], 1, "{state}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_gives_no_sign_of_life_is_made_anew() {
    let Some((server, listening)) = listener(json!({"heartbeat_ms": 500}), |_| ()).await else {
        return;
    };
    connected(&server).await;
    server.call("gateway", json!({"do": "silence"})).await;
    for _ in 0..100 {
        let state = server.call("gateway_state", json!({})).await;
        if state["identifies"].as_i64().unwrap() + state["resumes"].as_i64().unwrap() >= 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let state = server.call("gateway_state", json!({})).await;
    assert!(
        state["identifies"].as_i64().unwrap() + state["resumes"].as_i64().unwrap() >= 2,
        "{state}"
    );
    assert!(!listening.is_finished());
    listening.abort();
    server.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_is_silent_for_too_long_is_given_up() {
    // Long before a sign of life would be missed.
    let soon = |settings: &mut Settings| settings.longest_silence = Duration::from_secs(1);
    let Some((server, listening)) = listener(json!({"heartbeat_ms": 60_000}), soon).await else {
        return;
    };
    connected(&server).await;
    let ended = tokio::time::timeout(Duration::from_secs(20), listening).await.unwrap();
    assert!(matches!(ended.unwrap(), Err(PlatformError::Broken(_))));
    server.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_ends_it_at_once_with_a_word() {
    let wrong = |settings: &mut Settings| settings.token.replace_range(..3, "AAA");
    let Some((server, listening)) = listener(json!({}), wrong).await else { return };
    let ended = listening.await.unwrap().unwrap_err();
    assert!(ended.to_string().contains("Reset Token"), "{ended}");
    let state = server.call("gateway_state", json!({})).await;
    assert_eq!(state["identifies"], 0, "{state}");
    server.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_revoked_ends_it_with_a_word_and_no_further_try() {
    let Some((server, listening)) = listener(json!({}), |_| ()).await else { return };
    connected(&server).await;
    server.call("fault", json!({"path": ".", "kind": "status", "status": 401})).await;
    server.call("gateway", json!({"do": "close", "code": 4004})).await;
    let ended = tokio::time::timeout(Duration::from_secs(10), listening).await.unwrap();
    let ended = ended.unwrap().unwrap_err();
    assert!(ended.to_string().contains("Reset Token"), "{ended}");
    let state = server.call("gateway_state", json!({})).await;
    assert_eq!(state["identifies"], 1, "{state}");
    server.end().await;
}

/// The bot alone, listening, with settings of its own.
async fn listener(
    options: Value,
    change: impl FnOnce(&mut Settings),
) -> Option<(Server, JoinHandle<Result<(), PlatformError>>)> {
    let server = Server::open(options).await?;
    let mut settings = server.settings();
    change(&mut settings);
    let discord = Discord::new(settings).unwrap();
    let listening = tokio::spawn(async move { discord.listen(&Nobody).await });
    Some((server, listening))
}

async fn connected(server: &Server) {
    for _ in 0..200 {
        if server.call("gateway_state", json!({})).await["connected"] == true {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it doesn't connect");
}

/// Hears everything, and acts on nothing.
struct Nobody;

#[async_trait]
impl Ear for Nobody {
    async fn hear(&self, _: Inbound) -> Result<Heard, Deaf> {
        Ok(Heard::Taken)
    }

    async fn rooms(&self, _: PlatformName) -> Result<Vec<KnownRoom>, Deaf> {
        Ok(vec![])
    }

    async fn has_heard(&self, _: &InboundKey) -> Result<bool, Deaf> {
        Ok(false)
    }

    async fn knows(&self, _: &Account, _: Option<Timestamp>) -> Result<Acquaintance, Deaf> {
        Ok(Acquaintance::Stranger)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_meanwhile_is_heard_however_often_discord_fails() {
    let Some(play) = begun().await else { return };
    let bo = play.people["bo"].clone();
    let mut said = String::new();
    let mut play = play
        .restart(async |server| {
            said = server.text("dm", json!({"user": bo, "text": "status"}), "message").await;
            let fault = json!({
                "method": "GET", "path": "/messages$", "kind": "garbage", "times": 5,
            });
            server.call("fault", fault).await;
        })
        .await;
    play.heard(&said).await;
    play.settle().await;
    let words = play.words("bo").await;
    assert_eq!(words.iter().filter(|words| words.starts_with("This is how")).count(), 1);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_being_heard_when_the_connection_ends_is_heard_to_the_end() {
    let Some(server) = Server::open(json!({})).await else { return };
    let user = server.text("user", json!({"name": "anna"}), "id").await;
    let ear = Arc::new(Slow::default());
    let discord = Discord::new(server.settings()).unwrap();
    let listening = tokio::spawn({
        let ear = ear.clone();
        async move { discord.listen(ear.as_ref()).await }
    });
    connected(&server).await;
    server.call("dm", json!({"user": user, "text": "status"})).await;
    for _ in 0..200 {
        if ear.begun.load(Ordering::Relaxed) > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    server.call("gateway", json!({"do": "close", "code": 4004})).await;
    let ended = tokio::time::timeout(Duration::from_secs(10), listening).await.unwrap();
    ended.unwrap().unwrap_err();
    let heard = (ear.begun.load(Ordering::Relaxed), ear.ended.load(Ordering::Relaxed));
    assert_eq!(heard, (1, 1));
    server.end().await;
}

/// Takes its time with everything.
#[derive(Default)]
struct Slow {
    begun: AtomicUsize,
    ended: AtomicUsize,
}

#[async_trait]
impl Ear for Slow {
    async fn hear(&self, _: Inbound) -> Result<Heard, Deaf> {
        self.begun.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(Duration::from_secs(1)).await;
        self.ended.fetch_add(1, Ordering::Relaxed);
        Ok(Heard::Taken)
    }

    async fn rooms(&self, _: PlatformName) -> Result<Vec<KnownRoom>, Deaf> {
        Ok(vec![])
    }

    async fn has_heard(&self, _: &InboundKey) -> Result<bool, Deaf> {
        Ok(false)
    }

    async fn knows(&self, _: &Account, _: Option<Timestamp>) -> Result<Acquaintance, Deaf> {
        Ok(Acquaintance::Stranger)
    }
}
