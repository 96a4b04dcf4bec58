//! Commands and presses that come too late, twice, or from somebody else.

use serde_json::{Value, json};

use super::{
    answered, begun, count, direct, last, nobody_is_called_but, said, six, suggested, text, uses,
};
use crate::support::{
    PROGRAMME,
    discord::{DiscordPlay, buttons},
    story::{PEOPLE, Told as _, one_line},
};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_answered_after_a_quarter_of_an_hour_comes_as_a_direct_message() {
    let Some(play) = begun().await else { return };
    let interaction = uses(&play, "anna", &play.channel, "mentor", &["status"], json!({})).await;
    play.heard(&interaction).await;
    play.acknowledged(&interaction).await;
    play.server.call("advance", json!({"seconds": 1_000})).await;
    play.settle().await;
    let last = last(&play, "anna").await;
    assert!(text(&last).contains("Så här ser det ut"), "{last}");
    assert_eq!(last["channel"], direct(&play, "anna").await);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_discord_showed_as_failed_is_answered_all_the_same() {
    let Some(mut play) = begun().await else { return };
    play.until("2026-03-02 12:00").await;
    let (message, custom_id) = play.button("anna", "Vi har bokat").await;
    let hang = json!({"path": "/callback$", "kind": "hang", "seconds": 4});
    play.server.call("fault", hang).await;
    let pressed = play.press("anna", &message, &custom_id).await;
    let asked = uses(&play, "bo", &play.channel, "mentor", &["status"], json!({})).await;
    for interaction in [&pressed, &asked] {
        play.heard(interaction).await;
    }
    play.settle().await;
    for interaction in [&pressed, &asked] {
        let answer = play.server.call("interaction", json!({"interaction": interaction})).await;
        assert_eq!(answer["failed"], true, "{answer}");
    }
    let words = play.words("anna").await;
    assert!(words.iter().any(|words| words.contains("När")), "{words:?}");
    let last = last(&play, "bo").await;
    assert!(text(&last).contains("Anna Ek"), "{last}");
    assert_eq!(last["channel"], direct(&play, "bo").await);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledgement_that_is_lost_is_given_again_in_time() {
    let Some(play) = begun().await else { return };
    for fault in [
        json!({"path": "/callback$", "kind": "drop_before", "times": 1}),
        json!({"path": "/callback$", "kind": "drop_after", "times": 1}),
        json!({"path": "/callback$", "kind": "status", "status": 500, "times": 1}),
        json!({"path": "/callback$", "kind": "429", "retry_after": 0.3, "times": 1}),
        json!({"path": "/callback$", "kind": "429", "retry_after": 0.3, "times": 1, "global": true}),
    ] {
        let made = play.server.text("fault", fault.clone(), "fault").await;
        let asked = uses(&play, "anna", &play.channel, "mentor", &["status"], json!({})).await;
        let answer = answered(&play, &asked).await;
        assert_eq!(answer["failed"], false, "{fault}: {answer}");
        assert!(said(&answer).contains("Så här ser det ut"), "{fault}: {answer}");
        let hits = play.server.call("fault_hits", json!({"fault": made})).await;
        assert_eq!(hits["hits"], 1, "{fault}");
    }
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_that_have_to_wait_keep_no_command_from_its_answer() {
    let Some(play) = begun().await else { return };
    let fault = json!({
        "method": "POST", "path": "/messages$", "kind": "429", "retry_after": 8.0, "global": true,
        "times": 1,
    });
    play.server.call("fault", fault).await;
    let body = json!({"user": play.people["bo"], "text": "status"});
    let written = play.server.text("dm", body, "message").await;
    play.heard(&written).await;
    play.app.turn().await.unwrap();
    let asked = uses(&play, "anna", &play.channel, "mentor", &["status"], json!({})).await;
    play.heard(&asked).await;
    play.acknowledged(&asked).await;
    play.app.turn().await.unwrap();
    let answer = play.acknowledged(&asked).await;
    assert!(said(&answer).contains("Så här ser det ut"), "{answer}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_delivered_twice_acts_once() {
    let Some(mut play) = begun().await else { return };
    play.until("2026-03-02 12:00").await;
    let book = json!({"when": "2026-03-05 13:00"});
    let asked = uses(&play, "anna", &play.channel, "mentor", &["meeting", "book"], book).await;
    play.server.call("redeliver", json!({"interaction": asked})).await;
    let answer = answered(&play, &asked).await;
    play.server.call("redeliver", json!({"interaction": asked})).await;
    play.settle().await;
    let (_, custom_id) = buttons(&answer["messages"][0]).next().unwrap();
    let pressed = play.press("anna", &answer["messages"][0], &custom_id).await;
    for _ in 0..2 {
        play.server.call("redeliver", json!({"interaction": pressed})).await;
    }
    answered(&play, &pressed).await;
    play.settle().await;
    assert_eq!(count(&play, "select count(*) from meetings").await, 1);
    let answers = "select count(*) from outbox where reply_to like 'interaction:%'";
    // The leader's two commands at the beginning, and these two.
    assert_eq!(count(&play, answers).await, 4);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_announcement_says_what_was_written_and_calls_nobody_else() {
    let Some(mut play) = begun().await else { return };
    let rude =
        "@everyone <@1> **fet** [x](http://evil.example) # inte\n# rubrik\n  # indragen\n> c\n";
    let long = format!("{rude}{}", "Ordet är fritt. ".repeat(240));
    let channel = play.channel.clone();
    let opened = uses(&play, "leader", &channel, "lead", &["announce"], json!({})).await;
    let shown = play.acknowledged(&opened).await;
    assert_eq!(shown["modal"]["title"], "Write to everyone in the programme", "{shown}");
    let body = json!({
        "user": play.people["leader"], "interaction": opened, "values": {"words": long}, "again": true,
    });
    let filled_in = play.server.text("modal", body, "interaction").await;
    let answer = answered(&play, &filled_in).await;
    // Once more, after it was answered.
    let body = json!({"user": play.people["leader"], "interaction": opened, "again": true});
    play.server.call("modal", body).await;
    play.settle().await;
    let previews = count(&play, "select count(*) from drafts").await;
    assert_eq!(previews, 1);
    let preview = answer["messages"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(answer["ephemeral"], true, "{answer}");
    let (_, send) = buttons(&preview).next().unwrap_or_else(|| panic!("{answer}"));
    let before = play.server.seen(&play.people["anna"]).await.len();
    let pressed = play.press("leader", &preview, &send).await;
    answered(&play, &pressed).await;
    play.until("2026-03-03 12:00").await;
    let seen = play.server.seen(&play.people["anna"]).await.split_off(before);
    let letters: Vec<_> = seen.iter().filter(|one| !text(one).contains("Hej")).collect();
    assert!(letters.len() >= 2, "{seen:?}");
    let whole = letters.iter().map(|one| text(one)).collect::<Vec<_>>().join(" ");
    assert!(
        whole.contains(r"\@everyone \<\@1\> \*\*fet\*\* \[x\](http://evil.example)"),
        "{whole}"
    );
    assert!(whole.contains("\n\\# rubrik\n  \\# indragen\n\\> c"), "{whole}");
    assert_eq!(one_line(&whole).matches("Ordet är fritt.").count(), 240);
    nobody_is_called_but(&play, &letters, "anna");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_suggested_is_ones_own() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, PEOPLE).await else { return };
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "nytt mentorpar ada grace").await;
    play.says("leader", "starta program").await;
    let stranger = play.server.text("user", json!({"name": "nosy"}), "id").await;
    play.server.call("join", json!({"guild": play.guild, "user": stranger})).await;
    play.people.insert("nosy".to_owned(), stranger);
    for (who, path, focused, most) in [
        ("leader", &["pair", "show"], "pair", 2),
        ("leader", &["people", "list"], "programme", 1),
        ("anna", &["pair", "show"], "pair", 0),
        ("anna", &["people", "list"], "programme", 0),
        ("anna", &["outbox", "retry"], "message", 0),
        ("nosy", &["pair", "show"], "pair", 0),
        ("nosy", &["pair", "add"], "adept", 0),
        ("nosy", &["people", "list"], "programme", 0),
    ] {
        let choices = suggested(&play, who, "lead", path, focused).await;
        assert_eq!(choices.len(), most, "{who} {path:?}: {choices:?}");
    }
    let own = suggested(&play, "anna", "mentor", &["meeting", "list"], "with").await;
    assert!(own.iter().all(|choice| choice["name"].as_str().unwrap().contains("Bo")), "{own:?}");
    for (path, focused) in [(&["meeting", "cancel"], "meeting"), (&["meeting", "list"], "with")] {
        assert_eq!(suggested(&play, "nosy", "mentor", path, focused).await, [] as [Value; 0]);
    }
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_of_six_chooses_from_a_menu() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, &six()).await else { return };
    for adept in ["a1", "a2", "a3", "a4", "a5", "a6"] {
        play.says("leader", &format!("nytt mentorpar bo {adept}")).await;
    }
    play.says("leader", "starta program").await;
    play.until("2026-03-02 08:40").await;
    play.writes("bo", "boka träff torsdag kl 13").await;
    let asked = last(&play, "bo").await;
    let menu = asked["components"][0]["components"][0].clone();
    assert_eq!(
        (&menu["type"], menu["options"].as_array().map(Vec::len)),
        (&json!(3), Some(6)),
        "{asked}"
    );
    let third = menu["options"][2].clone();
    let body = json!({
        "user": play.people["bo"], "channel": asked["channel"], "message": asked["id"],
        "custom_id": menu["custom_id"], "values": [third["value"]],
    });
    let chosen = play.server.text("select", body, "interaction").await;
    play.heard(&chosen).await;
    play.settle().await;
    play.acknowledged(&chosen).await;
    let asked_again = play.server.seen(&play.people["bo"]).await;
    let asked = asked_again.iter().find(|one| one["id"] == asked["id"]).unwrap();
    let options = asked["components"][0]["components"][0]["options"].as_array().unwrap();
    let marked: Vec<_> = options.iter().filter(|option| option["default"] == true).collect();
    assert_eq!(marked.len(), 1);
    assert_eq!(marked[0]["label"], third["label"]);
    let next = last(&play, "bo").await;
    assert!(text(&next).contains("<t:1772712000:F>"), "{next}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_leader_adds_people_from_their_menu() {
    let Some(play) = begun().await else { return };
    let new = play.server.text("user", json!({"name": "**Eva** @everyone"}), "id").await;
    play.server.call("join", json!({"guild": play.guild, "user": new})).await;
    let menu = async |who: &str, name: &str| {
        let body = json!({
            "user": who, "channel": play.channel, "name": name, "target": new,
        });
        let asked = play.server.text("user_menu", body, "interaction").await;
        answered(&play, &asked).await
    };
    let anna = menu(&play.people["anna"], "Add as adept").await;
    assert!(said(&anna).contains("Det kan bara programledare göra"), "{anna}");
    let nobody = menu(&new, "Make programme leader").await;
    assert!(said(&nobody).contains("koden") || said(&nobody).contains("kod"), "{nobody}");
    let leader = menu(&play.people["leader"], "Add as adept").await;
    assert!(said(&leader).contains(r"\*\*Eva\*\* \@everyone"), "{leader}");
    for answer in [&anna, &nobody, &leader] {
        assert_eq!(answer["ephemeral"], true, "{answer}");
        assert_eq!(answer["messages"][0]["pings"], json!([]), "{answer}");
    }
    play.end().await;
}
