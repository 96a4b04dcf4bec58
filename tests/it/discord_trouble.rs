//! What people and Discord do to the bot that no story tells: too late, twice, in the wrong place, in
//! the wrong hands, broken.

#![expect(clippy::disallowed_methods, reason = "the bot listens beside the test")]

use std::time::Duration;

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

use crate::support::{
    PROGRAMME,
    discord::{DiscordPlay, Server, buttons},
    story::{PAIR, PEOPLE, Told as _, one_line},
};

// --- Commands and presses --------------------------------------------------------------------------

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
    let sent = play.server.text("modal", body, "interaction").await;
    let answer = answered(&play, &sent).await;
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
    assert!(text(&next).contains("5 mars"), "{next}");
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

// --- Where it is said ------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn a_command_on_a_server_is_between_the_asker_and_the_bot() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, &six()).await else { return };
    play.says("leader", "nytt mentorpar bo a1").await;
    play.says("leader", "nytt mentorpar bo a2").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 08:40").await;
    let with_eva = thread_of(&play, "Eva").await;
    let direct = direct(&play, "bo").await;
    for (channel, is_private) in [(&direct, false), (&play.channel, true), (&with_eva, true)] {
        let asked = uses(&play, "bo", channel, "mentor", &["status"], json!({})).await;
        let answer = answered(&play, &asked).await;
        assert_eq!(answer["ephemeral"], is_private, "{answer}");
        assert_eq!(answer["messages"][0]["pings"], json!([]));
        assert!(said(&answer).contains("Eva Ek"), "{answer}");
    }
    // In their thread it needn't be said who is meant.
    let book = json!({"when": "2026-03-05 13:00"});
    let asked = uses(&play, "bo", &with_eva, "mentor", &["meeting", "book"], book.clone()).await;
    assert!(said(&answered(&play, &asked).await).contains("Du och Eva ses"));
    let asked = uses(&play, "bo", &play.channel, "mentor", &["meeting", "book"], book).await;
    assert!(said(&answered(&play, &asked).await).contains("Vilken menar du?"));
    for who in ["a1", "a2", "leader"] {
        let seen = play.server.seen(&play.people[who]).await;
        assert!(!seen.iter().any(|one| text(one).contains("Du och Eva ses")), "{who}");
    }
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_and_leaders_of_other_programmes_learn_nothing() {
    let Some(mut play) = begun().await else { return };
    let other = PROGRAMME.replace("ledare", "andra").replace("Nya", "Andra");
    let (_, outline) = play.app.add_programme("q.toml", &other).await.unwrap();
    for name in ["olle", "nosy"] {
        let id = play.server.text("user", json!({"name": name}), "id").await;
        play.server.call("join", json!({"guild": play.guild, "user": id})).await;
        play.people.insert(name.to_owned(), id);
    }
    let list = format!(
        "id,name,role,account,locale\nolle,Olle Ek,leader,discord:{},sv\n",
        play.people["olle"]
    );
    play.app.import(outline.slug.as_str(), "q.csv", list.as_bytes(), false).await.unwrap();
    let ours = json!({"programme": "ledare"});
    for who in ["olle", "nosy"] {
        for path in [&["people", "list"], &["pair", "list"], &["outbox", "list"]] {
            let asked = uses(&play, who, &play.channel, "lead", path, ours.clone()).await;
            let answer = answered(&play, &asked).await;
            assert_eq!(answer["ephemeral"], true);
            let said = said(&answer);
            assert!(
                !said.contains("Anna") && !said.contains("Nya ledare"),
                "{who} {path:?}: {said}"
            );
        }
    }
    play.writes("leader", "lägg till deltagare Eva Ek, adept").await;
    play.writes("leader", "bjud in deltagare").await;
    let invited = last(&play, "leader").await;
    let letter = invited["attachments"][0]["text"].as_str().unwrap();
    let code = letter.split("gå med ").nth(1).unwrap().split_whitespace().next().unwrap();
    for (code, expected) in [("AAAA-AAAA-AA", "fungerar inte"), (code, "Välkommen, Eva")] {
        let code = json!({"code": code});
        let asked = uses(&play, "nosy", &play.channel, "mentor", &["join"], code).await;
        let answer = answered(&play, &asked).await;
        assert_eq!(answer["ephemeral"], true);
        assert!(said(&answer).contains(expected), "{answer}");
    }
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_addressed_to_the_bot_is_heard() {
    let Some(play) = begun().await else { return };
    let thread = thread_of(&play, "Anna").await;
    let before = count(&play, "select count(*) from inbox").await;
    for (who, channel) in [("anna", &thread), ("bo", &thread), ("leader", &play.channel)] {
        says_in(&play, who, channel, "status").await;
        says_in(&play, who, channel, "@everyone <@1> status").await;
    }
    let called = format!("<@{}> mina träffar", play.server.bot_id);
    let asked = says_in(&play, "anna", &thread, &called).await;
    play.heard(&asked).await;
    play.settle().await;
    assert_eq!(count(&play, "select count(*) from inbox").await, before + 1);
    let answer = last_in(&play, &thread).await;
    assert!(text(&answer).contains("inga träffar"), "{answer}");
    assert_eq!((&answer["reply_to"], &answer["pings"]), (&json!(asked), &json!([])));
    // Others could read it: it is said in private.
    let channel = play.channel.clone();
    let asked = says_in(&play, "bo", &channel, &called).await;
    play.heard(&asked).await;
    play.settle().await;
    let answer = last_in(&play, &channel).await;
    assert!(text(&answer).contains("between you and me"), "{answer}");
    assert_eq!(answer["reply_to"], asked);
    // A reply to the bot calls it.
    let to = last_in(&play, &thread).await["id"].clone();
    let body = json!({
        "user": play.people["bo"], "channel": thread, "text": "my meetings", "reply_to": to,
    });
    let asked = play.server.text("say", body, "message").await;
    play.heard(&asked).await;
    play.settle().await;
    assert_eq!(last_in(&play, &thread).await["reply_to"], asked);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moderator_who_calls_the_bot_in_a_pairs_thread_is_told_and_the_pair_gets_another() {
    let Some(mut play) = begun().await else { return };
    let thread = thread_of(&play, "Anna").await;
    moderator(&mut play).await;
    let called = format!("<@{}> status", play.server.bot_id);
    let asked = says_in(&play, "mod", &thread, &called).await;
    play.heard(&asked).await;
    play.settle().await;
    let answer = last_in(&play, &thread).await;
    assert!(text(&answer).contains("kod"), "{answer}");
    // What one of the two asks there is answered where nobody else is.
    let called = format!("<@{}> boka träff onsdag kl 13", play.server.bot_id);
    let asked = says_in(&play, "anna", &thread, &called).await;
    play.heard(&asked).await;
    play.settle().await;
    let second = threads(&play).await[1]["id"].as_str().unwrap().to_owned();
    assert!(text(&last_in(&play, &second).await).contains("4 mars"));
    // What is for the two is said where the two are.
    play.until("2026-03-02 12:00").await;
    play.presses("anna", "Vi har bokat").await;
    play.says("anna", "torsdag kl 13").await;
    play.presses("anna", "Ja, boka").await;
    let threads = threads(&play).await;
    assert_eq!(threads.len(), 2, "{threads:?}");
    let booked = last_in(&play, threads[1]["id"].as_str().unwrap()).await;
    assert!(text(&booked).contains("5 mars"), "{booked}");
    let members = threads[1]["members"].as_array().unwrap();
    assert_eq!(members.len(), 3, "{threads:?}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn emoji_edits_and_what_has_no_words_are_understood_or_answered() {
    let Some(mut play) = begun().await else { return };
    play.until("2026-03-02 12:00").await;
    let (question, _) = play.button("anna", "Vi har bokat").await;
    let reaction = json!({
        "channel": question["channel"], "message": question["id"], "user": play.people["anna"],
        "emoji": "👍",
    });
    play.server.call("react", reaction).await;
    play.heard(&format!("{}:{}:👍", question["id"].as_str().unwrap(), play.people["anna"])).await;
    play.settle().await;
    let words = play.words("anna").await;
    assert!(words.iter().any(|words| words.contains("När ska du")), "{words:?}");
    let body = json!({"user": play.people["bo"], "text": "statu"});
    let said = play.server.call("dm", body).await;
    play.heard(said["message"].as_str().unwrap()).await;
    play.settle().await;
    let edit = json!({"channel": said["channel"], "message": said["message"], "text": "status"});
    play.server.call("edit", edit).await;
    eventually(&mut play, "bo", "I can't follow").await;
    let files = json!([{"name": "a.png", "text": "x"}]);
    let picture = json!({"user": play.people["bo"], "text": "", "files": files});
    let picture = play.server.text("dm", picture, "message").await;
    play.heard(&picture).await;
    play.settle().await;
    assert!(text(&last(&play, "bo").await).contains("only understand text"));
    let thread = thread_of(&play, "Bo").await;
    let bare = says_in(&play, "bo", &thread, &format!("<@{}>", play.server.bot_id)).await;
    play.heard(&bare).await;
    play.settle().await;
    assert_eq!(last_in(&play, &thread).await["reply_to"], bare);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_read_from_a_message_and_from_a_command() {
    let Some(mut play) = begun().await else { return };
    let list = "id,name,role\neva,Eva Ek,adept\n";
    let body = json!({
        "user": play.people["leader"], "text": "", "files": [{"name": "folk.csv", "text": list}],
    });
    let said_ = play.server.text("dm", body, "message").await;
    play.heard(&said_).await;
    play.settle().await;
    assert!(text(&last(&play, "leader").await).contains("Nya: 1"));
    let import = async |file: &Value| {
        let body = json!({
            "user": play.people["leader"], "channel": play.channel, "name": "lead",
            "path": ["people", "import"], "files": {"file": file},
        });
        let asked = play.server.text("slash", body, "interaction").await;
        said(&answered(&play, &asked).await)
    };
    let list = "id,name,role\nsiv,**Siv** @everyone,adept\n";
    let said = import(&json!({"name": "folk.csv", "text": list})).await;
    assert!(said.contains("Nya: 1"), "{said}");
    let large = json!({"name": "folk.csv", "text": "x".repeat(6 << 20)});
    let said = import(&large).await;
    assert!(said.contains("för stor"), "{said}");
    let said = import(&json!({"name": "bild.png", "text": "x"})).await;
    assert!(said.contains("bild.png"), "{said}");
    let body = json!({"user": play.people["leader"], "files": [large]});
    let said = play.server.text("dm", body, "message").await;
    play.heard(&said).await;
    play.settle().await;
    assert!(text(&last(&play, "leader").await).contains("för stor"));
    play.writes("leader", "lista deltagare").await;
    let listed = last(&play, "leader").await;
    assert!(text(&listed).contains(r"\*\*Siv\*\* \@everyone"), "{listed}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sent_a_file_that_does_not_come_is_told() {
    let Some(play) = begun().await else { return };
    play.server.call("fault", json!({"path": "^/attachments/", "kind": "drop_before"})).await;
    let file = json!({"name": "folk.csv", "text": "id,name,role\neva,Eva Ek,adept\n"});
    let body = json!({"user": play.people["leader"], "files": [file]});
    let said_ = play.server.text("dm", body, "message").await;
    let body = json!({
        "user": play.people["leader"], "channel": play.channel, "name": "lead",
        "path": ["people", "import"], "files": {"file": file},
    });
    let asked = play.server.text("slash", body, "interaction").await;
    play.heard(&said_).await;
    play.settle().await;
    let answer = answered(&play, &asked).await;
    let written = last(&play, "leader").await;
    for words in [said(&answer).as_str(), text(&written)] {
        assert!(words.contains("Skicka"), "{words}");
    }
    play.end().await;
}

// --- Permissions, and who is where -----------------------------------------------------------------

/// What the bot is invited with.
const USUAL: [&str; 8] = [
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "create_private_threads",
    "read_message_history",
    "attach_files",
    "embed_links",
    "add_reactions",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_thread_that_is_gone_is_opened_anew() {
    for trouble in ["delete", "lock", "archive and lock", "stranger"] {
        let Some(mut play) = begun().await else { return };
        let other = play.server.text("user", json!({"name": "other"}), "id").await;
        play.server.call("join", json!({"guild": play.guild, "user": other})).await;
        let thread = thread_of(&play, "Anna").await;
        let lock = |archived: bool| json!({"thread": thread, "locked": true, "archived": archived});
        match trouble {
            "delete" => play.server.call("delete_channel", json!({"channel": thread})).await,
            "lock" => play.server.call("archive", lock(false)).await,
            "archive and lock" => play.server.call("archive", lock(true)).await,
            _ => {
                let body = json!({"thread": thread, "user": other});
                play.server.call("add_member", body).await
            }
        };
        book(&mut play).await;
        let threads = threads(&play).await;
        let (new, members) = {
            let new = threads.last().unwrap();
            (new["id"].as_str().unwrap(), new["members"].as_array().unwrap())
        };
        assert_ne!(new, thread, "{trouble}");
        assert_eq!(members.len(), 3, "{trouble}: {threads:?}");
        let booked = last_in(&play, new).await;
        assert!(text(&booked).contains("5 mars"), "{trouble}: {booked}");
        let seen = play.server.seen(&other).await;
        assert!(!seen.iter().any(|one| text(one).contains("5 mars")), "{trouble}");
        play.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archived_thread_is_written_in_all_the_same() {
    let Some(mut play) = begun().await else { return };
    let thread = thread_of(&play, "Anna").await;
    play.server.call("archive", json!({"thread": thread})).await;
    book(&mut play).await;
    assert_eq!(threads(&play).await.len(), 1);
    assert!(text(&last_in(&play, &thread).await).contains("5 mars"));
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_permission_a_pair_has_no_letters_and_the_leader_hears_of_it_once() {
    for lacks in ["send_messages_in_threads", "create_private_threads"] {
        let Some(mut play) = begun().await else { return };
        let less: Vec<_> = USUAL.into_iter().filter(|one| *one != lacks).collect();
        permit(&play, &less).await;
        if lacks == "create_private_threads" {
            let thread = thread_of(&play, "Anna").await;
            play.server.call("delete_channel", json!({"channel": thread})).await;
        }
        book(&mut play).await;
        play.until("2026-03-03 12:00").await;
        let words = play.words("leader").await;
        let told: Vec<_> = words.iter().filter(|words| words.contains("når inte")).collect();
        assert_eq!(told.len(), 2, "{lacks}: {words:?}");
        // What concerns one alone still comes.
        assert!(play.words("anna").await.iter().any(|words| words.contains("bokad")), "{lacks}");
        permit(&play, &USUAL).await;
        play.writes("anna", "avboka träff").await;
        play.presses("anna", "Ja, avboka").await;
        let threads = threads(&play).await;
        let last = last_in(&play, threads.last().unwrap()["id"].as_str().unwrap()).await;
        assert!(text(&last).contains("avbokat"), "{lacks}: {last}");
        play.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_is_put_out_and_let_in_again_goes_on() {
    let Some(mut play) = begun().await else { return };
    play.server.call("bot_leave", json!({"guild": play.guild})).await;
    play.until("2026-03-02 12:00").await;
    let refused = count(&play, "select count(*) from outbox where state = 'refused'").await;
    assert!(refused >= 2);
    play.server.call("bot_join", json!({"guild": play.guild})).await;
    play.until("2026-03-10 12:00").await;
    assert!(text(&last(&play, "anna").await).contains("boka"));
    play.writes("anna", "boka träff torsdag kl 13").await;
    play.presses("anna", "Ja, boka").await;
    let threads = threads(&play).await;
    let booked = last_in(&play, threads.last().unwrap()["id"].as_str().unwrap()).await;
    assert!(text(&booked).contains("12 mars"), "{booked}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_left_the_server_and_came_back_sees_the_pairs_letters_again() {
    let Some(mut play) = begun().await else { return };
    let anna = play.people["anna"].clone();
    play.server.call("leave", json!({"guild": play.guild, "user": anna})).await;
    play.until("2026-03-02 12:00").await;
    assert!(play.words("leader").await.iter().any(|words| words.contains("når inte Anna Ek")));
    play.server.call("join", json!({"guild": play.guild, "user": anna})).await;
    play.writes("bo", "boka träff torsdag kl 13").await;
    play.presses("bo", "Yes, book it").await;
    let seen = play.words("anna").await;
    assert!(seen.iter().any(|words| words.contains("5 mars")), "{seen:?}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_opens_their_messages_again_is_written_to_there() {
    let Some(mut play) = begun().await else { return };
    let anna = play.people["anna"].clone();
    play.server.call("close_dms", json!({"user": anna})).await;
    play.until("2026-03-02 12:00").await;
    let thread = thread_of(&play, "Anna").await;
    let asked = last_in(&play, &thread).await;
    assert!(text(&asked).contains("Hej Anna!"), "{asked}");
    assert_eq!(asked["pings"], json!([anna]));
    play.server.call("open_dms", json!({"user": anna})).await;
    play.until("2026-03-10 12:00").await;
    let asked = last(&play, "anna").await;
    assert_eq!(asked["channel"], direct(&play, "anna").await);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_pair_has_its_thread_on_the_server_where_both_are() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, PEOPLE).await else { return };
    let owner = play.server.text("user", json!({"name": "other"}), "id").await;
    let both = [&play.people["grace"], &play.people["ada"]];
    let body = json!({"name": "Elsewhere", "owner": owner, "members": both, "bot": true});
    let other = play.server.text("guild", body, "id").await;
    play.server.call("leave", json!({"guild": play.guild, "user": both[0]})).await;
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "nytt mentorpar ada grace").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 08:40").await;
    let mut threads = threads(&play).await;
    threads.sort_by_key(|thread| thread["name"].as_str().unwrap().to_owned());
    let guilds: Vec<_> = threads.iter().map(|thread| thread["guild"].clone()).collect();
    assert_eq!(guilds, [json!(other), json!(play.guild)], "{threads:?}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_places_are_shown_as_they_are_written() {
    let list = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
anna,@everyone **Ek**,adept,console:anna,sv
bo,# Bo <@1> [x](http://evil.example),mentor,console:bo,sv
";
    let Some(mut play) = DiscordPlay::open(PROGRAMME, list).await else { return };
    play.writes("leader", "nytt mentorpar bo anna").await;
    play.writes("leader", "starta program").await;
    play.until("2026-03-02 12:00").await;
    play.writes("anna", "boka träff torsdag kl 13, **Rum** @here <@1>").await;
    play.presses("anna", "Ja, boka").await;
    for who in ["anna", "bo", "leader"] {
        let seen = play.server.seen(&play.people[who]).await;
        let bots: Vec<_> = seen.iter().filter(|one| one["author"] == *play.server.bot_id).collect();
        assert!(bots.len() >= 2);
        for message in bots {
            let both = [&play.people["anna"], &play.people["bo"]];
            for called in message["pings"].as_array().unwrap() {
                assert!(both.iter().any(|one| *called == **one), "{message}");
            }
            let shown = text(message).replace(r"\*", "").replace(r"\@", "").replace(r"\<", "");
            let shown = shown.replace(r"\]", "");
            let markup = ["@everyone", "@here", "**Ek", "**Rum", "<@1>", "\n# ", "](http"];
            for markup in markup {
                assert!(!shown.contains(markup), "{markup}: {message}");
            }
        }
    }
    let thread = &threads(&play).await[0];
    assert!(text(&last_in(&play, thread["id"].as_str().unwrap()).await).contains("Rum"));
    play.end().await;
}

// --- The gateway -----------------------------------------------------------------------------------

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
    let mut said = vec![];
    for trouble in &troubles {
        connected(&play.server).await;
        let asked = uses(&play, "anna", &play.channel, "mentor", &["status"], json!({})).await;
        let done = play.server.call("gateway", trouble.clone()).await;
        assert_eq!(done["connections"], 1, "{trouble}");
        let body = json!({"user": play.people["bo"], "text": "status"});
        let written = play.server.text("dm", body, "message").await;
        play.heard(&written).await;
        said.push((trouble, asked));
    }
    play.settle().await;
    let words = play.words("bo").await;
    let answers = words.iter().filter(|words| words.starts_with("This is how")).count();
    assert_eq!(answers, troubles.len(), "{words:?}");
    let state = play.server.call("gateway_state", json!({})).await;
    assert!(state["identifies"].as_i64().unwrap() <= 6, "{state}");
    println!("{state} {}", said.len());
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
async fn a_connection_that_falls_silent_is_made_anew() {
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

// --- HTTP ------------------------------------------------------------------------------------------

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
    for kind in kinds {
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
        let posted = posted.as_array().unwrap();
        let mut said: Vec<_> = posted
            .iter()
            .map(|one| (one["channel"].to_string(), one["content"].to_string()))
            .collect();
        said.sort();
        let all = said.len();
        said.dedup();
        assert_eq!(said.len(), all, "{kind}: {posted:?}");
        // Two answers, two welcomes, the thread's, and two questions.
        assert_eq!(all, 7, "{kind}: {posted:?}");
        play.end().await;
    }
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
        let at: Vec<_> = (0..200).map(|n| words.find(&format!("Person {n:03}")).unwrap()).collect();
        assert!(at.is_sorted());
    }
    let long = "ord ".repeat(499);
    play.writes("anna", &long).await;
    assert!(text(&last(&play, "anna").await).chars().count() < 500);
    play.end().await;
}

// --- What the tests are written in -----------------------------------------------------------------

/// One pair that has had its welcome, and its leader.
async fn begun() -> Option<DiscordPlay> {
    let mut play = DiscordPlay::open(PROGRAMME, PAIR).await?;
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 08:40").await;
    Some(play)
}

/// A mentor and six adepts.
fn six() -> String {
    let names = ["Eva", "Siv", "Åsa", "Ida", "Pia", "Kim"].into_iter().zip(1..);
    let adepts = names.map(|(name, n)| format!("a{n},{name} Ek,adept,console:a{n},sv,\n"));
    let head = "id,name,role,account,locale,capacity\nleader,Lotta Lind,leader,console:leader,sv,\n\
                bo,Bo Berg,mentor,console:bo,sv,6\n";
    format!("{head}{}", adepts.collect::<String>())
}

/// Somebody uses a command. Says which interaction it is.
async fn uses(
    play: &DiscordPlay,
    who: &str,
    channel: &str,
    name: &str,
    path: &[&str],
    options: Value,
) -> String {
    let body = json!({
        "user": play.people[who], "channel": channel, "name": name, "path": path,
        "options": options,
    });
    play.server.text("slash", body, "interaction").await
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

/// What came of it.
async fn answered(play: &DiscordPlay, interaction: &str) -> Value {
    play.heard(interaction).await;
    play.settle().await;
    play.acknowledged(interaction).await
}

async fn suggested(
    play: &DiscordPlay,
    who: &str,
    name: &str,
    path: &[&str],
    focused: &str,
) -> Vec<Value> {
    let body = json!({
        "user": play.people[who], "channel": play.channel, "name": name, "path": path,
        "options": {focused: ""}, "focused": focused,
    });
    let answer = play.server.call("autocomplete", body).await;
    assert_eq!(answer["failed"], false, "{answer}");
    answer["choices"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

/// The words of an answer.
fn said(answer: &Value) -> String {
    let messages = answer["messages"].as_array().unwrap_or_else(|| panic!("{answer}"));
    messages.iter().map(text).collect::<Vec<_>>().join("\n")
}

fn text(message: &Value) -> &str {
    message["content"].as_str().unwrap_or_else(|| panic!("{message}"))
}

/// What somebody saw last that the bot said.
async fn last(play: &DiscordPlay, who: &str) -> Value {
    let seen = play.server.seen(&play.people[who]).await;
    let said =
        |message: &&Value| message["author"] == *play.server.bot_id && !text(message).is_empty();
    seen.iter().rfind(said).unwrap_or_else(|| panic!("{who} saw nothing")).clone()
}

/// The conversation of the bot with somebody.
async fn direct(play: &DiscordPlay, who: &str) -> String {
    let query = "select address from places where kind = 'direct' and account = $1";
    let found = sqlx::query_scalar(query).bind(play.people[who].clone());
    found.fetch_one(&play.raw).await.unwrap()
}

/// The two book a meeting on Thursday, and are told.
async fn book(play: &mut DiscordPlay) {
    play.writes("anna", "boka träff torsdag kl 13").await;
    play.presses("anna", "Ja, boka").await;
}

async fn permit(play: &DiscordPlay, permissions: &[&str]) {
    let body = json!({"guild": play.guild, "permissions": permissions});
    play.server.call("bot_permissions", body).await;
    // What everybody may do would give it back.
    let body = json!({"guild": play.guild, "permissions": ["view_channel", "send_messages"]});
    play.server.call("everyone_permissions", body).await;
}

/// All threads, in the order in which they were opened.
async fn threads(play: &DiscordPlay) -> Vec<Value> {
    play.server.call("threads", json!({})).await.as_array().unwrap().clone()
}

/// The thread of a pair, by a name of one of them.
async fn thread_of(play: &DiscordPlay, name: &str) -> String {
    let threads = threads(play).await;
    let is_theirs = |thread: &&Value| thread["name"].as_str().unwrap().contains(name);
    threads.iter().find(is_theirs).unwrap()["id"].as_str().unwrap().to_owned()
}

/// Somebody else who may read and write in a pair's thread.
async fn moderator(play: &mut DiscordPlay) {
    let id = play.server.text("user", json!({"name": "mod"}), "id").await;
    play.server.call("join", json!({"guild": play.guild, "user": id})).await;
    let body = json!({"guild": play.guild, "name": "Moderator", "permissions": [
        "view_channel", "manage_threads", "send_messages_in_threads", "read_message_history",
    ]});
    let role = play.server.text("role", body, "id").await;
    let body = json!({"guild": play.guild, "user": id, "role": role});
    play.server.call("give_role", body).await;
    play.people.insert("mod".to_owned(), id);
}

async fn says_in(play: &DiscordPlay, who: &str, channel: &str, text: &str) -> String {
    let body = json!({"user": play.people[who], "channel": channel, "text": text});
    play.server.text("say", body, "message").await
}

/// What the bot said last in a channel.
async fn last_in(play: &DiscordPlay, channel: &str) -> Value {
    let all = play.server.call("messages", json!({"channel": channel})).await;
    let said =
        |message: &&Value| message["author"] == *play.server.bot_id && !text(message).is_empty();
    all.as_array().unwrap().iter().rfind(said).unwrap_or_else(|| panic!("{all}")).clone()
}

/// Somebody is told that, sooner or later.
async fn eventually(play: &mut DiscordPlay, who: &str, what: &str) {
    for _ in 0..100 {
        play.settle().await;
        if play.words(who).await.iter().any(|words| words.contains(what)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{who} is not told {what:?}: {:?}", play.words(who).await);
}

async fn count(play: &DiscordPlay, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(&play.raw).await.unwrap()
}

fn nobody_is_called_but(play: &DiscordPlay, messages: &[&Value], who: &str) {
    for message in messages {
        for called in message["pings"].as_array().unwrap() {
            assert_eq!(*called, play.people[who], "{message}");
        }
    }
}
