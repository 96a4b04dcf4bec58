//! People on two platforms at once, with real encrypting clients on a real homeserver and a Discord as
//! tests have it: two who choose among applicants, and a group session that fills up.

#![expect(clippy::disallowed_methods, reason = "the bot listens beside the test")]

use std::{collections::BTreeMap, sync::Arc};

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

/// Two on Matrix, each in a conversation with the bot, and everybody else on Discord.
struct Both {
    discord: DiscordPlay,
    matrix: Arc<Matrix>,
    there: BTreeMap<&'static str, (Actor, String)>,
    listening: JoinHandle<()>,
    _store: TempDir,
}

impl Both {
    /// Those of the list whose account begins with "matrix:" are there, and `others` on Discord with
    /// nobody knowing them.
    async fn begin(
        programme: &str,
        list: &str,
        on_matrix: &[&'static str],
        others: &[&str],
    ) -> Option<Self> {
        let server = homeserver()?;
        let bot_id = register(&server, &fresh("bot")).await;
        let store = tempfile::tempdir().unwrap();
        let (mut actors, mut list) = (vec![], list.to_owned());
        for name in on_matrix {
            let actor = Actor::sdk(&server, name).await;
            list = list.replace(&format!("matrix:{name}"), &format!("matrix:{}", actor.id()));
            actors.push((*name, actor));
        }
        let matrix = Matrix::connect(settings(&server.0, &bot_id, store.path())).await.unwrap();
        let matrix = Arc::new(matrix);
        let beside = Some((PlatformName::Matrix, matrix.clone() as Arc<_>));
        let discord = DiscordPlay::open_beside(programme, &list, others, beside).await?;
        let (listener, ear) = (matrix.clone(), discord.app.clone());
        let listening = tokio::spawn(async move { listener.listen(ear.as_ref()).await.unwrap() });
        let mut there = BTreeMap::new();
        for (name, actor) in actors {
            actor.knows_device_of(&bot_id).await;
            let room = actor.open(&bot_id).await;
            there.insert(name, (actor, room));
        }
        Some(Self { discord, matrix, there, listening, _store: store })
    }

    /// Somebody says something on Matrix. Says what they are answered.
    async fn said_on_matrix(&self, who: &str, text: &str) -> String {
        let (actor, room) = &self.there[who];
        let before = actor.messages().len();
        let id = actor.say(room, text).await;
        heard(&self.discord.app, &format!("matrix:{id}")).await;
        self.discord.settle().await;
        eventually("an answer", || actor.messages().len() > before).await;
        let messages = actor.messages();
        messages.iter().skip(before).map(|message| message.body.clone()).collect()
    }

    /// Lotta says something on Matrix. Says what she is answered.
    async fn lotta_says(&self, text: &str) -> String {
        self.said_on_matrix("lotta", text).await
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
    let programme = format!("{PROGRAMME}{RECRUITMENT}");
    let leaders = "id,name,role,account,locale\nlotta,Lotta Lind,leader,matrix:lotta,sv\n\
                   eva,Eva Ek,leader,console:eva,sv\n";
    let begun = Both::begin(&programme, leaders, &["lotta"], &["dora", "cia"]).await;
    let Some(mut both) = begun else { return };
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

/// Five people, three places, two platforms and one list.
const FIVE: &str = "id,name,role,account,locale,capacity
lotta,Lotta Lind,leader,matrix:lotta,sv,
anna,Anna Ek,adept,matrix:anna,sv,
bo,Bo Berg,mentor,console:bo,sv,2
grace,Grace Hill,adept,console:grace,en,
ada,Ada Moore,mentor,console:ada,en,
eva,Eva Lund,adept,console:eva,sv,
";

#[tokio::test(flavor = "multi_thread")]
async fn five_people_on_two_platforms_want_three_places() {
    let begun = Both::begin(PROGRAMME, FIVE, &["lotta", "anna"], &[]).await;
    let Some(mut both) = begun else { return };
    for said in ["pair add bo anna", "pair add ada grace", "pair add bo eva", "programme start"] {
        both.lotta_says(said).await;
    }
    both.discord.until("2026-03-10 08:00").await;
    let shown = both.lotta_says("skapa programträff Lunch / Lunch, torsdag 26 mars kl 12").await;
    assert!(shown.contains("5 personer blir inbjudna nu"), "{shown}");
    both.lotta_says("1").await;
    both.lotta_says("ändra programträff 1 platser 3").await;
    both.discord.until("2026-03-13 17:00").await;

    let anna = both.said_on_matrix("anna", "Jag kommer").await;
    assert!(anna.contains("Välkommen till Lunch torsdag 26 mars"), "{anna}");
    let expected = [
        ("bo", "Jag kommer", "Välkommen till Lunch"),
        ("grace", "I'll come", "See you at Lunch"),
        ("ada", "I'll come", "you're number 1 on the waiting list"),
        ("eva", "Jag kommer", "du står i kö som nummer 2"),
    ];
    for (who, label, answer) in expected {
        both.discord.presses(who, label).await;
        let seen = both.discord.words(who).await;
        assert!(seen.last().unwrap().contains(answer), "{who}: {seen:#?}");
    }
    let list = both.lotta_says("visa programträff 1").await;
    assert!(list.contains("Kommer: Anna Ek, Bo Berg och Grace Hill"), "{list}");
    assert!(list.contains("I kö: Ada Moore och Eva Lund"), "{list}");

    both.lotta_says("flytta programträff 1 fredag 27 mars kl 12").await;
    both.lotta_says("1").await;
    both.discord.until("2026-03-16 12:00").await;
    for who in ["bo", "grace", "ada", "eva"] {
        let seen = both.discord.words(who).await;
        let told = seen.iter().filter(|one| one.contains("<t:1774609200:F>"));
        assert_eq!(told.count(), 1, "{who}: {seen:#?}");
    }
    // One drops out, on the one platform, and who has waited longest moves up on the other.
    let gone = both.said_on_matrix("anna", "jag kommer inte").await;
    assert!(gone.contains("att du inte kommer till Lunch"), "{gone}");
    both.discord.until("2026-03-17 12:00").await;
    let seen = both.discord.words("ada").await;
    assert!(seen.iter().any(|one| one.contains("There's a place for you at Lunch")), "{seen:#?}");
    let list = both.lotta_says("visa programträff 1").await;
    assert!(list.contains("Kommer: Bo Berg, Grace Hill och Ada Moore"), "{list}");
    assert!(list.contains("I kö: Eva Lund"), "{list}");
    assert!(list.contains("Kommer inte: Anna Ek"), "{list}");
    both.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_is_answered_by_number_and_by_tap_and_never_by_an_emoji() {
    let quiet = PROGRAMME.replace("\"0 9 * * MON\"", "\"0 9 1 1 *\"");
    let begun = Both::begin(&quiet, FIVE, &["lotta", "anna"], &[]).await;
    let Some(mut both) = begun else { return };
    for said in ["pair add bo anna", "programme start"] {
        both.lotta_says(said).await;
    }
    both.discord.until("2026-03-03 12:00").await;
    assert!(both.lotta_says("öppna enkät").await.contains("2 personer får den"));
    both.discord.until("2026-03-04 17:00").await;

    // An emoji on a message isn't encrypted: what it would say isn't taken.
    let (anna, _) = &both.there["anna"];
    let asks = |body: &str| body.contains("viktigt för mig");
    eventually("the question", || anna.messages().iter().any(|one| asks(&one.body))).await;
    let asked = anna.messages();
    let asked = asked.iter().rev().find(|one| asks(&one.body)).unwrap();
    let before = anna.messages().len();
    let reaction = anna.react(&asked.room, &asked.id, "4\u{fe0f}\u{20e3}").await;
    heard(&both.discord.app, &format!("matrix:{reaction}")).await;
    both.discord.settle().await;
    eventually("an answer", || anna.messages().len() > before).await;
    let last = anna.messages().pop().unwrap().body;
    assert!(last.contains("inte krypterade"), "{last}");

    for number in ["4", "5", "3", "4"] {
        let next = both.said_on_matrix("anna", number).await;
        assert!(next.contains("Fråga"), "{number}: {next}");
    }
    let words = both.said_on_matrix("anna", "3").await;
    assert!(words.contains("Finns det något som programledaren bör veta?"), "{words}");
    let done = both.said_on_matrix("anna", "Lokalen är kall.").await;
    assert!(done.contains("Tack för dina svar!"), "{done}");

    for label in ["4", "5 stämmer helt", "3 eller fler", "2", "3", "Hoppa över"] {
        both.discord.presses("bo", label).await;
    }
    let seen = both.discord.words("bo").await;
    assert!(seen.last().unwrap().contains("Tack för dina svar!"), "{seen:#?}");

    assert!(both.lotta_says("stäng enkät").await.contains("2 av 2 är klara"));
    assert!(both.lotta_says("1").await.contains("Enkät 1 är stängd"));
    let results = both.lotta_says("enkät resultat").await;
    assert!(results.contains("2 av 2 svarade"), "{results}");
    assert!(results.contains("färre än 5 svar"), "{results}");
    assert!(results.contains("Anna Ek: ”Lokalen är kall.”"), "{results}");
    both.end().await;
}
