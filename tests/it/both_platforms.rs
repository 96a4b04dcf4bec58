//! Two who choose among applicants, one on Matrix and one on Discord, with real encrypting clients
//! on a real homeserver and a Discord as tests have it.

#![expect(clippy::disallowed_methods, reason = "the bot listens beside the test")]

use std::sync::Arc;

use mentorskap::{
    domain::account::PlatformName,
    platform::{Platform as _, matrix::Matrix},
};
use tempfile::TempDir;
use tokio::task::JoinHandle;

use crate::support::{
    PROGRAMME,
    clockwork::heard,
    discord::DiscordPlay,
    matrix::{eventually, fresh, homeserver, register, settings},
    play::Actor,
    story::Told as _,
};

const RECRUITMENT: &str = r#"
[recruitment]
privacy_notice = "Så gör vi"
[[recruitment.questions]]
key = "why"
kind = "text"
text = "Varför?"
[[recruitment.criteria]]
text = "Mål"
[[recruitment.criteria]]
text = "Tid"
"#;

/// Lotta leads on Matrix and Eva on Discord, where everybody else is as well.
struct Both {
    discord: DiscordPlay,
    matrix: Arc<Matrix>,
    lotta: Actor,
    room: String,
    listening: JoinHandle<()>,
    _store: TempDir,
}

impl Both {
    async fn begin() -> Option<Self> {
        let server = homeserver()?;
        let bot_id = register(&server, &fresh("bot")).await;
        let store = tempfile::tempdir().unwrap();
        let lotta = Actor::sdk(&server, "lotta").await;
        let matrix = Matrix::connect(settings(&server.0, &bot_id, store.path())).await.unwrap();
        let matrix = Arc::new(matrix);
        let leaders = format!(
            "id,name,role,account,locale\nlotta,Lotta Lind,leader,matrix:{},sv\n\
             eva,Eva Ek,leader,console:eva,sv\n",
            lotta.id()
        );
        let programme = format!("{PROGRAMME}{RECRUITMENT}");
        let beside = Some((PlatformName::Matrix, matrix.clone() as Arc<_>));
        let discord =
            DiscordPlay::open_beside(&programme, &leaders, &["dora", "cia"], beside).await?;
        let (listener, ear) = (matrix.clone(), discord.app.clone());
        let listening = tokio::spawn(async move { listener.listen(ear.as_ref()).await.unwrap() });
        lotta.knows_device_of(&bot_id).await;
        let room = lotta.open(&bot_id).await;
        Some(Self { discord, matrix, lotta, room, listening, _store: store })
    }

    /// Lotta says something on Matrix. Says what she is answered.
    async fn lotta_says(&self, text: &str) -> String {
        let before = self.lotta.messages().len();
        let id = self.lotta.say(&self.room, text).await;
        heard(&self.discord.app, &format!("matrix:{id}")).await;
        self.discord.settle().await;
        eventually("an answer", || self.lotta.messages().len() > before).await;
        let messages = self.lotta.messages();
        messages.iter().skip(before).map(|message| message.body.clone()).collect()
    }

    /// Eva says something on Discord. Says what she is answered.
    async fn eva_says(&mut self, text: &str) -> String {
        let before = self.eva_sees().await.len();
        self.discord.writes("eva", text).await;
        self.eva_sees().await.split_off(before).join("\n")
    }

    /// What the bot has said to Eva.
    async fn eva_sees(&self) -> Vec<String> {
        let seen = self.discord.server.seen(&self.discord.people["eva"]).await;
        let bots = seen.iter().filter(|one| one["author"] == *self.discord.server.bot_id);
        bots.map(|one| one["content"].as_str().unwrap_or_default().to_owned()).collect()
    }

    async fn applies(&mut self, who: &str) {
        self.discord.writes(who, "ansök till ledare").await;
        for label in ["Adept", "Ja, jag godkänner", "Behåll"] {
            self.discord.presses(who, label).await;
        }
        self.discord.writes(who, "För att lära mig mer").await;
        self.discord.presses(who, "Skicka ansökan").await;
    }

    async fn end(self) {
        self.matrix.shut_down().await;
        self.listening.await.unwrap();
        self.discord.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_on_two_platforms_never_see_each_others_points_early() {
    let Some(mut both) = Both::begin().await else { return };
    assert!(both.lotta_says("öppna ansökan").await.contains("Nu går det att ansöka"));
    both.applies("dora").await;
    both.applies("cia").await;

    // Eva is first with the one, and Lotta with the other.
    let own = both.eva_says("ansökningar poängsätt 1 4 3").await;
    assert!(own.contains("7 av 10 från Eva Ek"), "{own}");
    let own = both.lotta_says("ansökningar poängsätt 2 5 1").await;
    assert!(own.contains("6 av 10 från Lotta Lind"), "{own}");
    for said in [
        "ansökningar",
        "ansökningar visa 1",
        "ansökningar jämför 1 2",
        "händelselogg",
        "besked förhandsvisa",
    ] {
        let seen = both.lotta_says(said).await;
        assert!(!seen.contains("7 av 10") && !seen.contains("4 och 3"), "{said}: {seen}");
        let seen = both.eva_says(said).await;
        assert!(!seen.contains("6 av 10") && !seen.contains("5 och 1"), "{said}: {seen}");
    }
    let seen = both.lotta_says("ansökningar visa 1").await;
    assert!(
        seen.contains("en programledare har gett poäng, som du ser när du har gett dina"),
        "{seen}"
    );

    // Each sees the other's once their own are given, and can't change theirs any more.
    let seen = both.lotta_says("ansökningar poängsätt 1 2 2").await;
    assert!(
        seen.contains("7 av 10 från Eva Ek") && seen.contains("4 av 10 från Lotta Lind"),
        "{seen}"
    );
    let seen = both.eva_says("ansökningar poängsätt 2 1 1").await;
    assert!(seen.contains("6 av 10 från Lotta Lind"), "{seen}");
    let seen = both.eva_says("ansökningar poängsätt 1 1 1").await;
    assert!(seen.contains("7 av 10 från Eva Ek"), "they stand: {seen}");
    let seen = both.lotta_says("ansökningar visa 1").await;
    assert!(seen.contains("7 av 10 från Eva Ek"), "{seen}");
    both.end().await;
}
