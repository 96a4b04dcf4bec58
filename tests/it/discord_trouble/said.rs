//! What is said, and where: in the pair's thread, among others, with a file or without words.

use serde_json::{Value, json};

use super::{
    answered, begun, count, direct, eventually, last, last_in, moderator, said, says_in, shown,
    six, text, thread_of, threads, uses,
};
use crate::support::{PROGRAMME, discord::DiscordPlay, story::Told as _};

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
    for (code, expected) in [("AAAA-AAAA-AA", "doesn't work"), (code, "Welcome, Eva")] {
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
    assert!(text(&last_in(&play, &second).await).contains(&shown("2026-03-04 13:00")));
    // What is for the two is said where the two are.
    play.until("2026-03-02 12:00").await;
    play.presses("anna", "Vi har bokat").await;
    play.says("anna", "torsdag kl 13").await;
    play.presses("anna", "Ja, boka").await;
    let threads = threads(&play).await;
    assert_eq!(threads.len(), 2, "{threads:?}");
    let booked = last_in(&play, threads[1]["id"].as_str().unwrap()).await;
    assert!(text(&booked).contains(&shown("2026-03-05 13:00")), "{booked}");
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
    // It is asked for again if need be.
    let fault = json!({"path": "^/attachments/", "kind": "status", "status": 503, "times": 1});
    play.server.call("fault", fault).await;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_question_to_one_of_the_two_is_answered_by_nobody_else() {
    let Some(mut play) = begun().await else { return };
    moderator(&mut play).await;
    let anna = play.people["anna"].clone();
    play.server.call("close_dms", json!({"user": anna})).await;
    play.until("2026-03-02 12:00").await;
    let (question, custom_id) = play.button("anna", "Vi har bokat").await;
    let thread = question["channel"].as_str().unwrap().to_owned();
    let pressed = play.press("mod", &question, &custom_id).await;
    assert_eq!(answered(&play, &pressed).await["ack"], "deferred_update");
    let told = last_in(&play, &thread).await;
    assert!(text(&told).contains("KOD"), "{told}");
    let pressed = play.press("anna", &question, &custom_id).await;
    assert_eq!(answered(&play, &pressed).await["ack"], "update");
    // It is asked in the thread, and heard there in a reply.
    let all = play.server.call("messages", json!({"channel": thread})).await;
    let mut all = all.as_array().unwrap().iter();
    let asked = all.rfind(|one| text(one).contains("När ska du")).unwrap()["id"].clone();
    says_in(&play, "anna", &thread, "torsdag kl 13").await;
    let body = json!({
        "user": anna, "channel": thread, "text": "torsdag kl 13", "reply_to": asked,
    });
    let replied = play.server.text("say", body, "message").await;
    play.heard(&replied).await;
    play.settle().await;
    let confirm = last_in(&play, &thread).await;
    assert!(text(&confirm).contains(&shown("2026-03-05 13:00")), "{confirm}");
    assert_eq!(confirm["reply_to"], replied);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_does_not_come_takes_no_other_with_it() {
    let Some(play) = begun().await else { return };
    // The file server also asks for patience at times.
    let patience = json!({"path": "a.csv", "kind": "429", "retry_after": 0.5, "times": 1});
    play.server.call("fault", patience).await;
    play.server.call("fault", json!({"path": "b.csv", "kind": "drop_before"})).await;
    let list = |who: &str| format!("id,name,role\n{who},{who} Ek,adept\n");
    let files = json!([
        {"name": "a.csv", "text": list("Eva")},
        {"name": "b.csv", "text": list("Siv")},
        {"name": "c.csv", "text": list("Ida")},
    ]);
    let body = json!({"user": play.people["leader"], "files": files});
    let sent = play.server.text("dm", body, "message").await;
    play.heard(&format!("{sent}:2")).await;
    play.settle().await;
    let direct = direct(&play, "leader").await;
    let all = play.server.call("messages", json!({"channel": direct})).await;
    let all: Vec<_> = all.as_array().unwrap().iter().map(text).collect();
    let times = |what: &str| all.iter().filter(|words| words.contains(what)).count();
    assert_eq!((times("Nya: 1"), times("Skicka")), (2, 1), "{all:#?}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_shown_below_an_answer() {
    let Some(play) = begun().await else { return };
    let no_previews = 1 << 2;
    for channel in [direct(&play, "bo").await, play.channel.clone()] {
        let asked = uses(&play, "bo", &channel, "mentor", &["status"], json!({})).await;
        let answer = answered(&play, &asked).await;
        let flags = answer["messages"][0]["flags"].as_i64().unwrap();
        assert_eq!(flags & no_previews, no_previews, "{answer}");
        assert_eq!(answer["ephemeral"], channel == play.channel, "{answer}");
    }
    play.end().await;
}
