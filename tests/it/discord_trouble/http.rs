//! Answers that are lost, late or nonsense: nothing is lost or doubled.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{answered, begun, count, direct, last, said, text, threads, uses};
use crate::support::{
    PROGRAMME,
    discord::DiscordPlay,
    story::{PAIR, Told as _},
};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_whatever_is_answered() {
    let kinds = [
        json!({"kind": "garbage"}),
        json!({"kind": "status", "status": 500}),
        json!({"kind": "status", "status": 401}),
        json!({"kind": "drop_before"}),
        json!({"kind": "drop_after"}),
        json!({"kind": "429", "retry_after": 0.5}),
        json!({"kind": "429", "retry_after": 0.5, "global": true}),
    ];
    join_all(kinds.into_iter().map(begin_in_spite_of)).await;
}

/// A programme begins while everything that is asked goes wrong once.
async fn begin_in_spite_of(kind: Value) {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    for (method, path) in [
        ("POST", "/messages$"),
        ("POST", "/users/@me/channels$"),
        ("POST", "/threads$"),
        ("PUT", "/thread-members/"),
        ("PATCH", "/webhooks/"),
        ("GET", "/users/@me/guilds"),
    ] {
        let mut fault = kind.clone();
        fault["method"] = json!(method);
        fault["path"] = json!(path);
        fault["times"] = json!(1);
        play.server.call("fault", fault).await;
    }
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 12:00").await;
    assert_eq!(threads(&play).await.len(), 1, "{kind}");
    let posted = play.server.call("posted", json!({})).await;
    let posted = posted.as_array().unwrap().iter();
    let mut said: Vec<_> =
        posted.map(|one| (one["channel"].to_string(), one["content"].to_string())).collect();
    said.sort();
    let all = said.len();
    said.dedup();
    assert_eq!(said.len(), all, "{kind}: {said:?}");
    // Two answers, two welcomes, the thread's, and two questions.
    assert_eq!(all, 7, "{kind}: {said:?}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_has_to_wait_keeps_no_other_waiting() {
    let Some(play) = begun().await else { return };
    let fault = json!({"method": "PATCH", "path": "/webhooks/", "kind": "429", "retry_after": 8.0,
                       "times": 1});
    play.server.call("fault", fault).await;
    let mut asked = vec![];
    for who in ["anna", "bo"] {
        let one = uses(&play, who, &play.channel, "mentor", &["status"], json!({})).await;
        play.heard(&one).await;
        play.acknowledged(&one).await;
        play.app.turn().await.unwrap();
        asked.push(one);
    }
    assert!(said(&play.acknowledged(&asked[1]).await).contains("Anna Ek"));
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_answer_comes_whole_and_in_order() {
    let Some(mut play) = begun().await else { return };
    let people = (0..200).map(|n| format!("p{n:03},Person {n:03} {},adept\n", "x".repeat(40)));
    let list = format!("id,name,role\n{}", people.collect::<String>());
    let bytes = list.as_bytes();
    play.app.import("ledare", "q.csv", bytes, false).await.unwrap();
    // In the midst of it Discord asks for patience, and an answer is lost.
    for fault in [
        json!({"method": "POST", "path": "/webhooks/", "kind": "429", "retry_after": 0.5}),
        json!({"method": "POST", "path": "/webhooks/", "kind": "drop_before"}),
        json!({"method": "PATCH", "path": "/webhooks/", "kind": "garbage"}),
    ] {
        let mut fault = fault;
        fault["times"] = json!(1);
        play.server.call("fault", fault).await;
    }
    let asked = uses(&play, "leader", &play.channel, "lead", &["people", "list"], json!({})).await;
    let answer = answered(&play, &asked).await;
    let messages = answer["messages"].as_array().unwrap();
    assert!(messages.len() >= 5);
    for message in messages {
        assert_eq!(message["ephemeral"], true);
    }
    play.writes("leader", "lista deltagare").await;
    let direct = direct(&play, "leader").await;
    let all = play.server.call("messages", json!({"channel": direct})).await;
    let written = all.as_array().unwrap().iter().map(text).collect::<String>();
    for words in [said(&answer), written] {
        let names: Vec<_> = (0..200).map(|n| format!("Person {n:03}")).collect();
        let at: Vec<_> = names.iter().map(|name| words.find(name).unwrap()).collect();
        assert!(at.is_sorted());
        assert!(names.iter().all(|name| words.matches(name).count() == 1));
    }
    let long = "ord ".repeat(499);
    play.writes("anna", &long).await;
    assert!(text(&last(&play, "anna").await).chars().count() < 500);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_looked_for_again_where_discord_fails_at_it() {
    let Some(mut play) = begun().await else { return };
    let fault = json!({"method": "POST", "path": "/messages$", "kind": "drop_after", "times": 1});
    play.server.call("fault", fault).await;
    let body = json!({"user": play.people["anna"], "text": "status"});
    let asked = play.server.text("dm", body, "message").await;
    play.heard(&asked).await;
    play.app.turn().await.unwrap();
    // What was begun before was begun an hour earlier, and Discord doesn't remember it.
    let earlier = "update outbox set first_try_at = first_try_at - 3600000
                   where first_try_at is not null and state = 'waiting'";
    assert_eq!(sqlx::query(earlier).execute(&play.raw).await.unwrap().rows_affected(), 1);
    play.server.call("forget_nonces", json!({})).await;
    let fault = json!({
        "method": "GET", "path": "/messages$", "kind": "status", "status": 503, "times": 1,
    });
    let made = play.server.text("fault", fault, "fault").await;
    play.until("2026-03-02 09:30").await;
    assert_eq!(play.server.call("fault_hits", json!({"fault": made})).await["hits"], 1);
    let unsure = count(&play, "select count(*) from outbox where state = 'unsure'").await;
    assert_eq!(unsure, 0);
    let words = play.words("anna").await;
    let answers = words.iter().filter(|words| words.starts_with("Så här ser det ut")).count();
    assert_eq!(answers, 1, "{words:?}");
    play.end().await;
}
