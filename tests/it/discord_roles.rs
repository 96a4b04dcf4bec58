//! Leaders by a role on a server.

use serde_json::json;

use crate::{
    discord_trouble::{answered, begun, said, uses},
    support::{discord::DiscordPlay, story::Told as _},
};

/// What the bot answers when somebody uses a command of leaders.
async fn leads(play: &DiscordPlay, who: &str, path: &[&str], options: serde_json::Value) -> String {
    let asked = uses(play, who, &play.channel, "lead", path, options).await;
    said(&answered(play, &asked).await)
}

/// A role with that name, and whoever is given it.
async fn role(play: &DiscordPlay, name: &str, who: &str) -> String {
    let body = json!({"guild": play.guild, "name": name});
    let role = play.server.text("role", body, "id").await;
    let given = json!({"guild": play.guild, "user": play.people[who], "role": role});
    play.server.call("give_role", given).await;
    role
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_role_leads_for_as_long_as_they_have_it() {
    let Some(mut play) = begun().await else { return };
    let role = role(&play, "Mentorsledning", "bo").await;
    let refused = leads(&play, "bo", &["pair", "list"], json!({})).await;
    assert!(refused.contains("programme leader"), "{refused}");

    let added = leads(&play, "leader", &["leader", "add"], json!({"who": role})).await;
    assert!(added.contains("Alla som har rollen Mentorsledning leder nu"), "{added}");
    let again = leads(&play, "leader", &["leader", "add"], json!({"who": role})).await;
    assert!(again.contains("leder redan"), "{again}");
    // In a direct conversation Discord doesn't tell who has which role; it is asked.
    play.says("bo", "pair list").await;
    let words = play.words("bo").await;
    assert!(words.iter().any(|words| words.contains("Bo Berg and Anna Ek")), "{words:?}");
    let listed = leads(&play, "leader", &["people", "list"], json!({})).await;
    assert!(listed.contains("Bo Berg, programledare genom rollen Mentorsledning"), "{listed}");
    assert!(listed.contains("Alla med rollen Mentorsledning"), "{listed}");
    // Whoever has no such role leads nothing.
    let refused = leads(&play, "anna", &["pair", "list"], json!({})).await;
    assert!(refused.contains("programledare"), "{refused}");
    // They would lead again at once.
    let named = leads(&play, "leader", &["leader", "remove"], json!({"who": play.people["bo"]}));
    let named = named.await;
    assert!(named.contains("genom rollen Mentorsledning"), "{named}");

    let taken = json!({"guild": play.guild, "user": play.people["bo"], "role": role});
    play.server.call("take_role", taken).await;
    let refused = leads(&play, "bo", &["pair", "list"], json!({})).await;
    assert!(refused.contains("programme leader"), "{refused}");
    let still = leads(&play, "bo", &["people", "list"], json!({})).await;
    assert!(!still.contains("Mentorsledning"), "{still}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_leads_no_longer_takes_its_leaders_with_it() {
    let Some(play) = begun().await else { return };
    // Whoever is on the server, and nobody to the bot.
    let role = role(&play, "Ledning", "leader").await;
    for who in ["anna", "bo"] {
        let body = json!({"guild": play.guild, "user": play.people[who], "role": role});
        play.server.call("give_role", body).await;
    }
    leads(&play, "leader", &["leader", "add"], json!({"who": role})).await;
    let listed = leads(&play, "anna", &["pair", "list"], json!({})).await;
    assert!(listed.contains("Bo Berg och Anna Ek"), "{listed}");
    leads(&play, "bo", &["pair", "list"], json!({})).await;
    let named = json!({"who": play.people["bo"]});
    let named = leads(&play, "leader", &["leader", "add"], named).await;
    assert!(named.contains("Bo Berg leder nu"), "{named}");
    let removed = leads(&play, "leader", &["leader", "remove"], json!({"who": role})).await;
    assert!(removed.contains("Rollen Ledning leder inte längre"), "{removed}");
    let refused = leads(&play, "anna", &["pair", "list"], json!({})).await;
    assert!(!refused.contains("Bo Berg och Anna Ek"), "{refused}");
    // The ones who were named stay.
    let listed = leads(&play, "leader", &["people", "list"], json!({})).await;
    assert!(listed.contains("Lotta Lind, programledare"), "{listed}");
    assert!(listed.contains("Bo Berg, programledare"), "{listed}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_on_the_server_is_no_role_of_leaders() {
    let Some(play) = begun().await else { return };
    let answer = leads(&play, "leader", &["leader", "add"], json!({"who": play.guild})).await;
    assert!(answer.contains("Den rollen har alla på servern"), "{answer}");
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_the_server_is_missed_within_a_day_and_welcomed_when_they_are_back() {
    let Some(mut play) = begun().await else { return };
    let anna = json!({"guild": play.guild, "user": play.people["anna"]});
    play.server.call("leave", anna.clone()).await;
    play.until("2026-03-04 12:00").await;
    let words = play.words("leader").await;
    let told = words.iter().filter(|words| words.contains("Anna Ek har lämnat servern")).count();
    assert_eq!(told, 1, "{words:?}");
    play.server.call("join", anna).await;
    play.until("2026-03-06 12:00").await;
    let words = play.words("anna").await;
    assert!(words.iter().any(|words| words.contains("Välkommen tillbaka")), "{words:?}");
    play.end().await;
}
