//! What happens to pairs, as they and their leader see it.

use std::{collections::BTreeMap, sync::Arc};

use insta::assert_snapshot;
use mentorskap::{app::App, chance::Counting, l10n::Words, platform::Installation, store::Store};

use crate::support::{
    World,
    story::{Story, Told, at_the_terminal, tell_as_at_the_terminal},
};

#[tokio::test]
async fn nobody_is_written_to_before_the_programme_starts() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;
    world.transcript();

    world.until("2026-04-30 12:00").await;

    assert_snapshot!(world.transcript(), @"
    2026-03-03 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns ett mentorpar.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    ");
}

#[tokio::test]
async fn a_silent_pair_is_asked_three_times_and_then_the_leader_is_told() {
    let mut world = World::started().await;

    world.until("2026-05-29 12:00").await;

    assert_snapshot!(world.receivers(), @"
    2026-03-02 09.40 → ada
    2026-03-02 10.07 → grace
    2026-03-02 10.10 → bo
    2026-03-02 10.49 → anna
    2026-03-09 09.32 → anna
    2026-03-09 09.43 → bo
    2026-03-09 09.48 → ada
    2026-03-09 10.44 → grace
    2026-03-16 09.00 → leader
    2026-03-16 09.14 → ada
    2026-03-16 09.28 → bo
    2026-03-16 10.39 → grace
    2026-03-16 10.53 → anna
    2026-03-23 08.30 → leader
    2026-03-23 08.30 → leader
    2026-03-23 09.00 → leader
    2026-03-30 09.00 → leader
    2026-04-07 08.30 → leader
    2026-04-13 09.00 → leader
    2026-04-20 09.00 → leader
    2026-04-27 09.00 → leader
    2026-05-04 09.00 → leader
    2026-05-11 09.00 → leader
    2026-05-18 09.00 → leader
    2026-05-25 09.00 → leader
    ");
}

#[tokio::test]
async fn a_pair_is_welcomed_introduced_and_nudged_each_in_their_own_language() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add ada grace").await;
    world.says("leader", "programme start").await;

    world.until("2026-03-02 12:00").await;

    assert_snapshot!(world.transcript(), @r"
    leader: pair add bo anna
    2026-03-02 08.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är nu mentorpar 1.
    leader: pair add ada grace
    2026-03-02 08.00 → leader  Ada Moore (mentor) och Grace Hill (adept) är nu mentorpar 2.
    leader: programme start
    2026-03-02 08.00 → leader  Nya ledare har startat. Mentorparen får ett välkomstmeddelande så snart det är en lämplig tid på dagen, tidigast programmets första dag.
        Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 2 mars 2026 kl. 09.00.
    2026-03-02 08.30 → bo  Hej Bo! Du är mentor för Anna Ek i Nya ledare.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-02 08.30 → anna  Hej Anna! Din mentor i Nya ledare är Bo Berg.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-02 08.30 → anna+bo  Välkomna, Bo och Anna! Här är er egen plats i Nya ledare. Bo är mentor och Anna är adept.
        Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Platsen är till för er två, och jag läser inte det ni skriver till varandra.
    2026-03-02 08.30 → ada  Hello Ada, you are the mentor of Grace Hill in New leaders.
        Begin by agreeing on how you'll work together: write `agreement` and I'll take you both through seven short steps. Then book your first three meetings.
        I remind you both to book meetings, and afterwards I ask whether you met. I show those answers to the programme leader, but I never ask what you talk about.
        Write `help` to see what I can do.
    2026-03-02 08.30 → grace  Hello Grace, your mentor in New leaders is Ada Moore.
        Begin by agreeing on how you'll work together: write `agreement` and I'll take you both through seven short steps. Then book your first three meetings.
        I remind you both to book meetings, and afterwards I ask whether you met. I show those answers to the programme leader, but I never ask what you talk about.
        Write `help` to see what I can do.
    2026-03-02 08.30 → ada+grace  Welcome, Ada and Grace! This is your own place in New leaders. Ada is the mentor and Grace is the adept.
        Here I tell you both when a meeting is booked, moved or cancelled. The place is for the two of you, and I don't read what you write to each other.
    2026-03-02 09.40 → ada  Hello Ada, it's time to book your first meeting with Grace. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-02 10.07 → grace  Hello Grace, it's time to book your first meeting with Ada. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-02 10.10 → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-02 10.49 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    ");
}

#[tokio::test]
async fn a_mentor_of_two_adepts_gets_one_merged_message() {
    let mut world = World::new().await;
    world.says("leader", "people add Cecilia Dal adept console:cecilia").await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add bo cecilia").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-02 08:59").await;
    world.transcript();

    world.until("2026-03-02 12:00").await;
    world.presses("bo", "Bokat med Cecilia").await;
    world.says("bo", "5/3 13.00").await;
    world.presses("bo", "Ja, boka").await;
    world.presses("bo", "Bokat med Anna").await;
    world.says("bo", "boka 6/3 13.00").await;
    world.says("bo", "1").await;
    world.says("bo", "1").await;
    world.says("bo", "mina träffar @anna").await;

    assert_snapshot!(world.transcript(), @"
    2026-03-02 09.58 → cecilia  Hej Cecilia! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-02 10.10 → bo  Hej Bo! Det är dags för nästa träff med Anna och Cecilia.
        Vem har du bokat en tid med? Om du inte har bokat med någon än behöver du inte svara.
        [Bokat med Anna] [Bokat med Cecilia]
    2026-03-02 10.49 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    bo: [Bokat med Cecilia]
    2026-03-02 12.00 → bo  Vad bra! När ska du och Cecilia träffas?
        Skriv dag och tid, till exempel `torsdag kl. 13.30`.
        [Jag säger det senare]
    2026-03-02 12.00 → bo+cecilia  Bo säger att er nästa träff är bokad.
    bo: 5/3 13.00
    2026-03-02 12.00 → bo  Du och Cecilia ses torsdag 5 mars 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    bo: [Ja, boka]
    2026-03-02 12.00 → bo  Träff 1 med Cecilia är bokad: torsdag 5 mars 2026 kl. 13.00.
    2026-03-02 12.00 → bo+cecilia  Bo har bokat en träff för er: torsdag 5 mars 2026 kl. 13.00.
        <mentorskap-1.ics>
    bo: [Bokat med Anna]
    2026-03-02 12.00 → bo  Vad bra! När ska du och Anna träffas?
        Skriv dag och tid, till exempel `torsdag kl. 13.30`.
        [Jag säger det senare]
    2026-03-02 12.00 → anna+bo  Bo säger att er nästa träff är bokad.
    bo: boka 6/3 13.00
    2026-03-02 12.00 → bo  Det finns flera som passar: Anna Ek och Cecilia Dal. Vilken menar du?  [Anna Ek] [Cecilia Dal]
    bo: 1
    2026-03-02 12.00 → bo  Du och Anna ses fredag 6 mars 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    bo: 1
    2026-03-02 12.00 → bo  Träff 1 med Anna är bokad: fredag 6 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Bo har bokat en träff för er: fredag 6 mars 2026 kl. 13.00.
        <mentorskap-1.ics>
    bo: mina träffar @anna
    2026-03-02 12.00 → bo  Dina träffar:
        – 1 fredag 6 mars 2026 kl. 13.00 med Anna
    ");
}

#[tokio::test]
async fn a_number_that_could_mean_two_questions_is_asked_about() {
    let mut world = World::new().await;
    world.says("leader", "people add Cecilia Dal adept console:cecilia").await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add bo cecilia").await;
    world.says("leader", "programme start").await;
    world.says("anna", "boka 4/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("cecilia", "boka 4/3 15.00").await;
    world.presses("cecilia", "Ja, boka").await;
    world.until("2026-03-06 12:00").await;
    world.transcript();

    world.says("bo", "1").await;
    world.says("bo", "2").await;
    world.says("bo", "nej").await;

    assert_snapshot!(world.transcript(), @"
    bo: 1
    2026-03-06 12.00 → bo  Flera frågor väntar på ditt svar. Vilken svarar du på?
        – Träffen onsdag 4 mars 2026 med Cecilia
        – Träffen onsdag 4 mars 2026 med Anna
        [Träffen onsdag 4 mars 2026 med Cecilia] [Träffen onsdag 4 mars 2026 med Anna]
    bo: 2
    2026-03-06 12.00 → bo  Tack! Vad bra att du och Anna har träffats. Boka gärna nästa träff redan nu.
    2026-03-06 12.00 → bo  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Anna ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    bo: nej
    2026-03-06 12.00 → bo  Tack för svaret. Har du och Cecilia bokat en ny tid?
        Om ni har det kan du skriva dag och tid direkt, till exempel `torsdag kl. 13.30`.
        [Vi har bokat] [Inte än]
    ");
}

/// The terminal, whose bot can end and begin again.
struct Terminal {
    world: World,
    seen: BTreeMap<String, Vec<String>>,
}

impl Terminal {
    fn note(&mut self, shown: &[String]) {
        for (who, words) in shown.iter().map(|shown| at_the_terminal(shown)) {
            for who in who {
                self.seen.entry(who).or_default().push(words.clone());
            }
        }
    }

    /// The bot's process ends and starts again; what people see on their terminals stays there.
    async fn restart(mut self) -> Self {
        let stage = &mut self.world.stage;
        stage.app.store.close().await;
        let store = Store::open(&self.world.database.url).await.unwrap();
        let chance = Arc::new(Counting::default());
        let installation = Installation::new("demo").unwrap();
        let words = Words::load(None).unwrap();
        let mut app = App::new(installation, store, stage.clock.clone(), chance, words);
        app.platforms = std::mem::take(&mut stage.app.platforms);
        app.side_by_side = 1;
        stage.app = app;
        self
    }
}

impl Told for Terminal {
    async fn until(&mut self, local: &str) {
        let then = self.world.at(local);
        let shown = self.world.stage.pass_until(then).await.unwrap();
        self.note(&shown);
    }

    async fn says(&mut self, who: &str, text: &str) {
        let shown = self.world.stage.says(who, text).await.unwrap();
        self.note(&shown);
    }

    async fn writes(&mut self, who: &str, text: &str) {
        self.says(who, text).await;
    }

    async fn presses(&mut self, who: &str, label: &str) {
        let shown = self.world.stage.presses(who, label).await.unwrap();
        self.note(&shown);
    }

    async fn words(&mut self, who: &str) -> Vec<String> {
        self.seen.get(who).cloned().unwrap_or_default()
    }
}

#[tokio::test]
async fn a_programme_is_the_same_with_a_restart_after_every_step() {
    tell_with_restarts(&Story::of_two_pairs()).await;
}

#[tokio::test]
async fn from_an_application_to_three_dates_with_a_restart_after_every_step() {
    tell_with_restarts(&Story::of_recruitment()).await;
}

async fn tell_with_restarts(story: &Story) {
    let world = World::with(&story.programme, story.people).await;
    let terminal = Terminal { world, seen: BTreeMap::new() };
    tell_as_at_the_terminal(story, terminal, Terminal::restart).await;
}
