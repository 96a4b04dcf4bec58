//! Permissions that are taken away, threads that are gone, and who is on which server.

use serde_json::json;

use super::{
    answered, begun, book, count, direct, last, last_in, permit, said, shown, text, thread_of,
    threads, uses,
};
use crate::support::{
    PROGRAMME,
    discord::DiscordPlay,
    story::{PAIR, PEOPLE, Told as _},
};

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
    for trouble in ["delete", "lock", "archive and lock", "stranger", "instead"] {
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
                if trouble == "instead" {
                    let body = json!({"thread": thread, "user": play.people["bo"]});
                    play.server.call("remove_member", body).await;
                }
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
        assert!(text(&booked).contains(&shown("2026-03-05 13:00")), "{trouble}: {booked}");
        let seen = play.server.seen(&other).await;
        assert!(
            !seen.iter().any(|one| text(one).contains(&shown("2026-03-05 13:00"))),
            "{trouble}"
        );
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
    assert!(text(&last_in(&play, &thread).await).contains(&shown("2026-03-05 13:00")));
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
    // Its commands are still there, and answered.
    let asked = uses(&play, "anna", &play.channel, "mentor", &["status"], json!({})).await;
    assert!(said(&answered(&play, &asked).await).contains("Bo Berg"));
    play.server.call("bot_join", json!({"guild": play.guild})).await;
    play.until("2026-03-10 12:00").await;
    assert!(text(&last(&play, "anna").await).contains("boka"));
    play.writes("anna", "boka träff torsdag kl 13").await;
    play.presses("anna", "Ja, boka").await;
    let threads = threads(&play).await;
    let booked = last_in(&play, threads.last().unwrap()["id"].as_str().unwrap()).await;
    assert!(text(&booked).contains(&shown("2026-03-12 13:00")), "{booked}");
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
    assert!(seen.iter().any(|words| words.contains(&shown("2026-03-05 13:00"))), "{seen:?}");
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
        let own: Vec<_> = seen.iter().filter(|one| one["author"] == *play.server.bot_id).collect();
        assert!(own.len() >= 2);
        for message in own {
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

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_in_which_the_two_may_only_read_gets_no_thread() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, PAIR).await else { return };
    let silent = json!({"id": play.guild, "type": "role", "deny": ["send_messages_in_threads"]});
    let bot = json!({
        "id": play.server.bot_id, "type": "member", "allow": ["send_messages_in_threads"],
    });
    let body = json!({"guild": play.guild, "name": "mentor-info", "overwrites": [silent, bot]});
    play.server.call("channel", body).await;
    play.says("leader", "nytt mentorpar bo anna").await;
    play.says("leader", "starta program").await;
    play.until("2026-03-02 08:40").await;
    let threads = threads(&play).await;
    let parents: Vec<_> = threads.iter().map(|thread| thread["parent"].clone()).collect();
    assert_eq!(parents, [json!(play.channel)], "{threads:?}");
    play.end().await;
}
