//! Group sessions on Discord: announced in a channel, and shown in the server's own calendar.

use serde_json::{Value, json};

use crate::{
    discord_trouble::{answered, begun, said, uses},
    support::{discord::DiscordPlay, story::Told as _},
};

/// What the bot answers when the leader uses a command there.
async fn leads(play: &DiscordPlay, path: &[&str], options: Value) -> String {
    let menu = if path[0] == "programme" { "lead" } else { "arrange" };
    let asked = uses(play, "leader", &play.channel, menu, path, options).await;
    said(&answered(play, &asked).await)
}

/// What the server's own calendar shows: the name and the time of each event.
async fn calendar(play: &DiscordPlay) -> Vec<(String, String, String)> {
    let events = play.server.call("events", json!({"guild": play.guild})).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let shown = |event: &Value| {
        let place = &event["entity_metadata"]["location"];
        (text(&event["name"]), text(&event["scheduled_start_time"]), text(place))
    };
    events["events"].as_array().unwrap().iter().map(shown).collect()
}

/// What was said in the channel, for everybody to read.
async fn announced(play: &DiscordPlay) -> Vec<String> {
    let seen = play.server.seen(&play.people["anna"]).await;
    let there = seen.iter().filter(|message| {
        message["channel"] == *play.channel
            && message["author"] == *play.server.bot_id
            && message["ephemeral"] == false
    });
    for message in there.clone() {
        assert_eq!(message["pings"], json!([]), "nobody is called there: {message}");
    }
    there.map(|message| message["content"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_session_is_announced_in_the_channel_and_stands_in_the_calendar() {
    let Some(mut play) = begun().await else { return };
    let set = leads(&play, &["programme", "channel"], json!({})).await;
    assert!(set.contains("Här berättar jag om programträffarna"), "{set}");
    let options = json!({
        "title": "Uppstartsträff / Kickoff", "when": "12 mars kl 13", "where": "Stora salen",
    });
    let preview = leads(&play, &["group-session", "create"], options).await;
    assert!(preview.contains("Plats: Stora salen"), "{preview}");
    play.presses("leader", "Ja").await;
    play.until("2026-03-09 12:00").await;
    assert_eq!(
        calendar(&play).await,
        [(
            "Uppstartsträff".to_owned(),
            "2026-03-12T12:00:00Z".to_owned(),
            "Stora salen".to_owned()
        )]
    );
    // Everybody reads it there, in both languages, and is asked in private.
    let there = announced(&play).await;
    assert_eq!(there.len(), 1, "{there:#?}");
    assert!(there[0].contains("Uppstartsträff:") && there[0].contains("Kickoff:"), "{there:#?}");
    play.presses("anna", "Jag kommer").await;

    let moved = leads(
        &play,
        &["group-session", "move"],
        json!({"group-session": 1, "when": "13 mars kl 14"}),
    );
    assert!(moved.await.contains("får en ny tid"));
    play.presses("leader", "Ja, flytta").await;
    play.until("2026-03-10 12:00").await;
    let shown = calendar(&play).await;
    assert_eq!(shown.len(), 1, "it is moved there, not added: {shown:?}");
    assert_eq!(shown[0].1, "2026-03-13T13:00:00Z");
    assert_eq!(announced(&play).await.len(), 2);

    let off = leads(&play, &["group-session", "cancel"], json!({"group-session": 1})).await;
    assert!(off.contains("Ska jag ställa in den?"), "{off}");
    play.presses("leader", "Ja, ställ in").await;
    play.until("2026-03-10 13:00").await;
    assert_eq!(calendar(&play).await, []);
    assert!(announced(&play).await[2].contains("inställd"));
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_bot_may_not_make_events_people_are_invited_all_the_same() {
    let Some(mut play) = begun().await else { return };
    play.server.call("make_events", json!({"allowed": false})).await;
    leads(&play, &["programme", "channel"], json!({})).await;
    let options = json!({"title": "Lunch", "when": "12 mars kl 13"});
    leads(&play, &["group-session", "create"], options).await;
    play.presses("leader", "Ja").await;
    play.until("2026-03-09 12:00").await;
    assert_eq!(calendar(&play).await, []);
    assert_eq!(announced(&play).await.len(), 1);
    play.presses("anna", "Jag kommer").await;
    play.end().await;
}
