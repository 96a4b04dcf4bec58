//! The bot's main job on Discord, and the same at the terminal, from one text.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{
    PROGRAMME,
    discord::{DiscordPlay, buttons},
    story::{PAIR, PEOPLE, Story, Told as _, tell_as_at_the_terminal},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_is_the_same_on_discord_and_at_the_terminal() {
    let Some(play) = DiscordPlay::open(PROGRAMME, PEOPLE).await else { return };
    let story = Story::of_two_pairs();
    tell_as_at_the_terminal(&story, play, async |play| play).await.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_an_application_to_three_dates_with_a_restart_after_every_step() {
    let story = Story::of_recruitment();
    let open = DiscordPlay::open_with(&story.programme, story.people, story.others);
    let Some(play) = open.await else { return };
    let again = async |play: DiscordPlay| play.restart(async |_| ()).await;
    tell_as_at_the_terminal(&story, play, again).await.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_when_the_gateway_is_cut_again_and_again() {
    let Some(play) = DiscordPlay::open(PROGRAMME, PEOPLE).await else { return };
    let mut cuts = 0;
    let play = tell_as_at_the_terminal(&Story::of_two_pairs(), play, async |play: DiscordPlay| {
        // Before what was said has been answered, and once more at once.
        for _ in 0..2 {
            play.server.call("gateway", json!({"do": "cut"})).await;
            cuts += 1;
        }
        play
    })
    .await;
    assert!(cuts >= 20, "{cuts}");
    let state = play.server.call("gateway_state", json!({})).await;
    let times = |what: &str| state[what].as_i64().unwrap();
    assert!(times("resumes") + times("identifies") > 10, "{state}");
    assert!(times("resumes") > 5, "{state}");
    play.end().await;
}

/// One pair that has just been asked to book, and its leader.
async fn asked() -> Option<DiscordPlay> {
    let mut play = DiscordPlay::open(PROGRAMME, PAIR).await?;
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 12:00").await;
    Some(play)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_the_bot_is_down_is_answered_once() {
    let Some(play) = asked().await else { return };
    let (anna, bo) = (play.people["anna"].clone(), play.people["bo"].clone());
    let thread: String =
        sqlx::query_scalar("select address from places where kind = 'shared' and state = 'open'")
            .fetch_one(&play.raw)
            .await
            .unwrap();
    let mut said = vec![];
    let mut play = play
        .restart(async |server| {
            for (who, text) in [(&anna, "hjälp"), (&bo, "status"), (&anna, "mina träffar")] {
                let body = json!({"user": who, "text": text});
                said.push(server.text("dm", body, "message").await);
            }
            // In the pair's thread they talk to each other, and once to the bot.
            for text in ["Hej Bo!".to_owned(), format!("<@{}> status", server.bot_id)] {
                let body = json!({"user": anna, "channel": thread, "text": text});
                let id = server.text("say", body, "message").await;
                if text.starts_with('<') {
                    said.push(id);
                }
            }
        })
        .await;
    for id in &said {
        play.heard(id).await;
    }
    play.settle().await;
    let anna = play.words("anna").await;
    assert_eq!(anna.iter().filter(|words| words.contains("inställningar")).count(), 1, "{anna:?}");
    assert_eq!(anna.iter().filter(|words| words.contains("inga träffar")).count(), 1, "{anna:?}");
    let before = (anna.len(), play.words("bo").await.len());
    // Nothing is answered again when it starts once more.
    let mut play = play.restart(async |_| ()).await;
    play.writes("bo", "status").await;
    assert_eq!(
        (play.words("anna").await.len(), play.words("bo").await.len()),
        (before.0, before.1 + 1)
    );
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_chosen_stands_out_and_can_still_be_changed() {
    let Some(mut play) = asked().await else { return };
    play.presses("anna", "Vi har bokat").await;
    let (message, custom_id) = play.button("anna", "Vi har bokat").await;
    assert_eq!(styles(&message), [("Vi har bokat".to_owned(), 3), ("Inte än".to_owned(), 2)]);
    // After a restart it can be pressed as before.
    let mut play = play.restart(async |_| ()).await;
    let interaction = play.press("anna", &message, &custom_id).await;
    play.heard(&interaction).await;
    play.settle().await;
    let words = play.words("anna").await;
    assert!(words.iter().filter(|words| words.contains("När")).count() >= 1, "{words:?}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_presses_change_nothing_and_two_are_one() {
    let Some(mut play) = asked().await else { return };
    let (message, custom_id) = play.button("anna", "Vi har bokat").await;
    for forged in ["1:booked:99", "2:booked:1", "1:case-done:1", "x"] {
        let before = play.words("anna").await.len();
        let body = json!({
            "user": play.people["anna"], "channel": message["channel"], "message": message["id"],
            "custom_id": forged, "force": true,
        });
        let interaction = play.server.text("press", body, "interaction").await;
        play.heard(&interaction).await;
        play.settle().await;
        play.acknowledged(&interaction).await;
        assert_eq!(play.words("anna").await.len(), before + 1, "{forged} is answered");
    }
    let meetings: i64 =
        sqlx::query_scalar("select count(*) from meetings").fetch_one(&play.raw).await.unwrap();
    assert_eq!(meetings, 0);
    let (message, _) = play.button("anna", "Vi har bokat").await;
    assert_eq!(styles(&message), [("Vi har bokat".to_owned(), 1), ("Inte än".to_owned(), 2)]);
    // The same press twice is one.
    let interaction = play.press("anna", &message, &custom_id).await;
    let again = play.press("anna", &message, &custom_id).await;
    play.heard(&interaction).await;
    play.heard(&again).await;
    play.settle().await;
    let meetings: i64 =
        sqlx::query_scalar("select count(*) from meetings").fetch_one(&play.raw).await.unwrap();
    assert_eq!(meetings, 1);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_no_letters_is_asked_in_the_pairs_thread() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    play.server.call("close_dms", json!({"user": play.people["anna"]})).await;
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 12:00").await;
    let words = play.words("anna").await;
    assert!(words.iter().any(|words| words.contains("Hej Anna!")), "{words:?}");
    let words = play.words("leader").await;
    assert!(words.iter().any(|words| words.contains("Jag når inte Anna Ek")), "{words:?}");
    // What she asks is still answered, for her eyes only.
    play.says("anna", "status").await;
    assert!(play.words("anna").await.last().unwrap().contains("Bo"));
    play.presses("anna", "Vi har bokat").await;
    play.end().await;
}

fn styles(message: &Value) -> Vec<(String, i64)> {
    let rows = message["components"].as_array().unwrap().iter();
    let components = rows.flat_map(|row| row["components"].as_array().unwrap());
    let labels = buttons(message).map(|(label, _)| label);
    labels.zip(components).map(|(label, one)| (label, one["style"].as_i64().unwrap())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_brought_to_it_says_what_it_lacks_one_thing_at_a_time() {
    let Some(play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    let server = &play.server;
    let owner = server.text("user", json!({"name": "värd"}), "id").await;
    let body = json!({
        "name": "Ny", "owner": owner, "members": [owner], "bot": false,
        "bot_permissions": ["view_channel", "send_messages"],
    });
    let made = server.call("guild", body).await;
    let (guild, channel) = (made["id"].clone(), made["channel"].as_str().unwrap().to_owned());
    let may = |what: &[&str]| {
        server.call("bot_permissions", json!({"guild": guild, "permissions": what}))
    };
    let said = async || {
        let seen = server.seen(&owner).await;
        let here = seen.iter().filter(|message| {
            message["channel"] == *channel && message["author"] == *server.bot_id
        });
        here.map(|message| message["content"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let says = async |many: usize, what: &str| {
        for _ in 0..100 {
            play.settle().await;
            if said().await.len() == many {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let said = said().await;
        assert_eq!(said.len(), many, "{said:?}");
        assert!(said[many - 1].contains(what), "{said:?}");
    };
    server.call("everyone_permissions", json!({"guild": guild, "permissions": []})).await;
    server.call("bot_join", json!({"guild": guild})).await;
    says(1, "Create Private Threads").await;
    may(&["view_channel", "send_messages", "create_private_threads"]).await;
    says(2, "Send Messages in Threads").await;
    let almost =
        ["view_channel", "send_messages", "create_private_threads", "send_messages_in_threads"];
    may(&almost).await;
    says(3, "Read Message History").await;
    may(&[almost.as_slice(), &["read_message_history"]].concat()).await;
    says(4, "programme create").await;
    // It was on the first one before, and has nothing to say there.
    let words = server.call("messages", json!({"channel": play.channel})).await;
    let bots = words["messages"].as_array().or(words.as_array()).unwrap().iter();
    assert_eq!(bots.filter(|message| message["author"] == *server.bot_id).count(), 0);
    // After it was put out and brought back, it introduces itself anew.
    server.call("bot_leave", json!({"guild": guild})).await;
    server.call("bot_join", json!({"guild": guild})).await;
    says(5, "programme create").await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_is_made_in_the_direct_conversation_wherever_it_was_begun() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    play.says("leader", "skapa program").await;
    let words = play.words("leader").await;
    assert!(words.iter().any(|words| words.contains("direktmeddelande")), "{words:?}");
    play.presses("leader", "3 månader").await;
    play.writes("leader", "Vårens chefer").await;
    play.writes("leader", "2026-04-01").await;
    play.presses("leader", "svenska").await;
    let seen = play.server.seen(&play.people["leader"]).await;
    let file = seen.iter().rev().find_map(|message| message["attachments"][0]["name"].as_str());
    let kind = file.and_then(|name| name.rsplit_once('.')).map(|(_, kind)| kind);
    assert_eq!(kind, Some("toml"), "{seen:#?}");
    play.end().await;
}
