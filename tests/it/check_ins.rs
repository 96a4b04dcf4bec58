//! Check-ins: asked, answered one question at a time, closed, and what shows afterwards.

use insta::assert_snapshot;
use mentorskap::seal::Seal;

use crate::{
    evaluation::with,
    support::{PEOPLE, PROGRAMME, World},
};

/// A programme without rounds of its own, with so many pairs: `m1` to `m9` and `a1` to `a9`.
async fn world(checkins: &str, pairs: usize) -> World {
    let programme = PROGRAMME.replace("\"0 9 * * MON\"", "\"0 9 1 1 *\"");
    let mut people = "id,name,role,account,locale,capacity,organisation\n\
                      leader,Lotta Lind,leader,console:leader,sv,,\n"
        .to_owned();
    for nth in 1..=pairs {
        let (mentor, adept) = (
            format!("m{nth},Mia {nth},mentor,console:m{nth},sv,1,Kommunen\n"),
            format!("a{nth},Ali {nth},adept,console:a{nth},en,,\n"),
        );
        people.extend([mentor, adept]);
    }
    let mut world = World::with(&format!("{programme}\n{checkins}"), &people).await;
    for nth in 1..=pairs {
        world.says("leader", &format!("pair add m{nth} a{nth}")).await;
    }
    world.says("leader", "programme start").await;
    world.until("2026-03-06 12:00").await;
    world.transcript();
    world
}

/// Somebody answers everything: the numbers, as they are typed, and no words.
async fn answers(world: &mut World, who: &str, numbers: &[&str]) {
    for number in numbers {
        world.says(who, number).await;
    }
    world.says(who, "1").await;
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that is seen")]
async fn one_question_at_a_time_and_an_answer_can_be_changed() {
    let mut world = world("", 1).await;
    world.says("leader", "öppna enkät").await;
    world.says("leader", "öppna enkät").await;
    world.until("2026-03-09 12:00").await;
    world.says("m1", "4").await;
    world.presses("m1", "Vill inte svara").await;
    world.says("m1", "7").await;
    world.says("m1", "2").await;
    world.says("m1", "3").await;
    world.says("m1", "5").await;
    world.says("m1", "Det vore bra med ett rum att ses i.").await;
    world.says("m1", "enkät").await;
    world.says("m1", "1").await;
    world.says("m1", "5").await;
    world.says("leader", "enkät resultat").await;
    world.until("2026-03-16 12:00").await;
    world.says("leader", "enkät resultat").await;
    world.says("m1", "enkät").await;
    world.says("leader", "stäng enkät").await;
    assert_snapshot!(world.transcript(), @"
    leader: öppna enkät
    2026-03-06 12.00 → leader  Enkät 1 är öppen till och med söndag 15 mars 2026. 2 personer får den, och påminns högst två gånger var. Ni programledare ser med namn vad någon har skrivit och vems svar som är låga.
    leader: öppna enkät
    2026-03-06 12.00 → leader  Enkät 1 är redan öppen, till och med söndag 15 mars 2026.
    2026-03-06 12.48 → a1  How are things going in New leaders? Here are 6 short questions, one at a time. You can answer until the end of Sunday 15 March 2026.
        I can talk about what matters to me when we meet.
        The programme leader sees your answer and your name. Your mentor/adept doesn't. Answers are never used for pay or recruitment.
        [1 not true at all] [2] [3] [4] [5 completely true] [Rather not say]
    2026-03-06 13.14 → m1  Hur går det i Nya ledare? Här kommer 6 korta frågor, en i taget. Du kan svara till och med söndag 15 mars 2026.
        Jag kan prata om det som är viktigt för mig när vi ses.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [1 stämmer inte alls] [2] [3] [4] [5 stämmer helt] [Vill inte svara]
    2026-03-09 08.35 → a1  You have questions left about New leaders. You can answer until the end of Sunday 15 March 2026.
        I can talk about what matters to me when we meet.
        The programme leader sees your answer and your name. Your mentor/adept doesn't. Answers are never used for pay or recruitment.
        [1 not true at all] [2] [3] [4] [5 completely true] [Rather not say]
    2026-03-09 09.16 → m1  Du har frågor kvar om Nya ledare. Du kan svara till och med söndag 15 mars 2026.
        Jag kan prata om det som är viktigt för mig när vi ses.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [1 stämmer inte alls] [2] [3] [4] [5 stämmer helt] [Vill inte svara]
    m1: 4
    2026-03-09 12.00 → m1  Fråga 2 av 6
        Jag märker att träffarna hjälper min adept att komma vidare.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [1 stämmer inte alls] [2] [3] [4] [5 stämmer helt] [Vill inte svara]
    m1: [Vill inte svara]
    2026-03-09 12.00 → m1  Fråga 3 av 6
        Hur många gånger har ni träffats sedan måndag 2 mars 2026?
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [0] [1] [2] [3 eller fler] [Vill inte svara]
    m1: 7
    2026-03-09 12.00 → m1  Det är inte ett av svaren. Du kan välja mellan:
        – 0
        – 1
        – 2
        – 3 eller fler
        – Vill inte svara
    m1: 2
    2026-03-09 12.00 → m1  Fråga 4 av 6
        Jag vet vad vi ska prata om nästa gång.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [1 stämmer inte alls] [2] [3] [4] [5 stämmer helt] [Vill inte svara]
    m1: 3
    2026-03-09 12.00 → m1  Fråga 5 av 6
        Jag får det stöd jag behöver från programmet.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [1 stämmer inte alls] [2] [3] [4] [5 stämmer helt] [Vill inte svara]
    m1: 5
    2026-03-09 12.00 → m1  Fråga 6 av 6
        Finns det något som programledaren bör veta? Skriv svaret här.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering. Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott.
        [Hoppa över]
    m1: Det vore bra med ett rum att ses i.
    2026-03-09 12.00 → m1  Tack för dina svar! Till och med söndag 15 mars 2026 kan du ändra dem: skriv `enkät`.
    m1: enkät
    2026-03-09 12.00 → m1  Du har svarat på alla 6 frågorna. Vilket svar vill du ändra? Det går till och med söndag 15 mars 2026.
        – 1. Jag kan prata om det som är viktigt för mig när vi ses.
        – 2. Jag märker att träffarna hjälper min adept att komma vidare.
        – 3. Hur många gånger har ni träffats sedan måndag 2 mars 2026?
        – 4. Jag vet vad vi ska prata om nästa gång.
        – 5. Jag får det stöd jag behöver från programmet.
        – 6. Finns det något som programledaren bör veta?
        [1] [2] [3] [4] [5] [6]
    m1: 1
    2026-03-09 12.00 → m1  Fråga 1 av 6
        Jag kan prata om det som är viktigt för mig när vi ses.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [1 stämmer inte alls] [2] [3] [4] [5 stämmer helt] [Vill inte svara]
    m1: 5
    2026-03-09 12.00 → m1  Tack för dina svar! Till och med söndag 15 mars 2026 kan du ändra dem: skriv `enkät`.
    leader: enkät resultat
    2026-03-09 12.00 → leader  Enkät 1 är öppen till och med söndag 15 mars 2026. 1 av 2 är klara. Resultatet kommer när den har stängt.
    2026-03-13 08.58 → a1  You have questions left about New leaders. You can answer until the end of Sunday 15 March 2026.
        I can talk about what matters to me when we meet.
        The programme leader sees your answer and your name. Your mentor/adept doesn't. Answers are never used for pay or recruitment.
        [1 not true at all] [2] [3] [4] [5 completely true] [Rather not say]
    2026-03-16 08.30 → leader  Enkät 1 i Nya ledare har stängt. 1 av 2 svarade. Skriv `enkät resultat 1` för att se resultatet.
    2026-03-16 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 1 (Mia 1 och Ali 1): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har inte frågat dem än.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    leader: enkät resultat
    2026-03-16 12.00 → leader  Enkät 1 i Nya ledare stängde söndag 15 mars 2026. 1 av 2 svarade.
        – Jag kan prata om det som är viktigt för mig när vi ses. – visas inte: färre än 5 svar, eller så svarade alla lika
        – Träffarna hjälper adepten att nå sina mål. – visas inte: färre än 5 svar, eller så svarade alla lika
        – Hur många gånger har ni träffats sedan måndag 2 mars 2026? – visas inte: färre än 5 svar, eller så svarade alla lika
        – Jag vet vad vi ska prata om nästa gång. – visas inte: färre än 5 svar, eller så svarade alla lika
        – Jag får det stöd jag behöver från programmet. – visas inte: färre än 5 svar, eller så svarade alla lika
        – Finns det något som programledaren bör veta?
        – Mia 1: ”Det vore bra med ett rum att ses i.”
    m1: enkät
    2026-03-16 12.00 → m1  Enkäten stängde söndag 15 mars 2026, så svar går inte att lämna eller ändra längre.
    leader: stäng enkät
    2026-03-16 12.00 → leader  Ingen enkät är öppen. Skriv `öppna enkät` för att öppna en.
    ");
}

#[tokio::test]
async fn whoever_has_not_answered_is_reminded_twice_and_then_left_in_peace() {
    let mut world = world("", 1).await;
    world.says("leader", "öppna enkät").await;
    world.until("2026-03-09 12:00").await;
    answers(&mut world, "m1", &["4", "4", "1", "4", "4"]).await;
    world.until("2026-04-09 12:00").await;
    let seen = world.transcript();
    let told = seen.lines().filter(|line| {
        ["How are things going", "questions left", "Hur går det", "frågor kvar"]
            .iter()
            .any(|said| line.contains(said))
    });
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @"
    2026-03-06 12.48 → a1  How are things going in New leaders? Here are 6 short questions, one at a time. You can answer until the end of Sunday 15 March 2026.
    2026-03-06 13.14 → m1  Hur går det i Nya ledare? Här kommer 6 korta frågor, en i taget. Du kan svara till och med söndag 15 mars 2026.
    2026-03-09 08.35 → a1  You have questions left about New leaders. You can answer until the end of Sunday 15 March 2026.
    2026-03-09 09.16 → m1  Du har frågor kvar om Nya ledare. Du kan svara till och med söndag 15 mars 2026.
    2026-03-13 08.58 → a1  You have questions left about New leaders. You can answer until the end of Sunday 15 March 2026.
        Hej Mia och Ali! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
    ");
}

/// Each tells how often they have met, and leaders are shown where that differs.
#[tokio::test]
async fn the_two_tell_different_numbers_of_meetings() {
    let mut world = world("[checkins]\nweeks = [2, 3]\nopen_days = 3\n", 2).await;
    for then in ["2026-03-09 15:00", "2026-03-16 15:00"] {
        world.until(then).await;
        for (who, times) in [("m1", "2"), ("a1", "1"), ("m2", "3"), ("a2", "3")] {
            answers(&mut world, who, &["4", "4", times, "4", "4"]).await;
        }
    }
    world.until("2026-03-20 12:00").await;
    world.transcript();
    world.says("leader", "följ upp").await;
    let seen = world.transcript();
    let told: Vec<_> = seen.lines().filter(|line| line.contains("De minns")).collect();
    assert_snapshot!(told.join("\n"), @"
        – Rött, mentorpar 1 (Mia 1 och Ali 1): De minns olika hur många gånger de har träffats, i enkäten som stängde onsdag 11 mars 2026. Fråga båda.
    2026-03-20 12.00 → leader  Rött: mentorpar 1, Mia 1 (mentor) och Ali 1 (adept). De minns olika hur många gånger de har träffats, i enkäten som stängde onsdag 11 mars 2026. Fråga båda.
    ");
}

#[tokio::test]
async fn rounds_open_by_themselves_in_their_weeks() {
    let mut world = world("[checkins]\nweeks = [2, 5]\nopen_days = 5\n", 1).await;
    world.until("2026-04-10 12:00").await;
    let rounds = "select count(*) from rounds where closed_at is not null";
    assert_eq!(world.number(rounds).await, 2);
    assert_eq!(world.number("select count(*) from programmes where checkin_at is null").await, 1);
    let seen = world.transcript();
    assert_eq!(seen.matches("Enkät 1 i Nya ledare har stängt").count(), 1, "{seen}");
    assert_eq!(seen.matches("Enkät 2 i Nya ledare har stängt").count(), 1, "{seen}");
}

const ANONYMOUS: &str = "[checkins]\nnames = \"anonymous\"\nthreshold = 3\n";

#[tokio::test]
async fn an_anonymous_round_needs_a_key() {
    let mut world = world(ANONYMOUS, 1).await;
    world.stage.app.seal = None;
    world.says("leader", "öppna enkät").await;
    assert_snapshot!(world.transcript(), @"
    leader: öppna enkät
    2026-03-06 12.00 → leader  Den här enkäten ska vara anonym, och då måste svaren kunna låsas. Den som sköter boten behöver lägga in en nyckel, `notes_key_file`, i inställningarna.
    ");
}

/// Whether the database holds those bytes anywhere.
async fn holds(world: &World, bytes: &[u8]) -> bool {
    let shown = bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    world.database.holds_bytes(bytes, &shown).await
}

/// What leaders see of an anonymous round, and what is left of it in the database.
#[tokio::test]
async fn nothing_is_left_that_tells_whose_an_answer_was() {
    let mut world = world(ANONYMOUS, 4).await;
    world.stage.app.seal = Some(Seal::of_bytes([7; 32]));
    world.says("leader", "öppna enkät").await;
    world.until("2026-03-09 12:00").await;
    world.transcript();
    for (nth, trust) in (1..=4).zip(["3", "4", "5", "4"]) {
        let (mentor, adept) = (format!("m{nth}"), format!("a{nth}"));
        for number in [trust, "4", "1", "3", "5"] {
            world.says(&mentor, number).await;
        }
        world.says(&mentor, &format!("Ljuset är svagt, säger nummer {nth}.")).await;
        answers(&mut world, &adept, &["2", trust, "1", "3", "4"]).await;
    }
    // Before it closes nobody reads anything in the database.
    let words = "select count(*) from round_answers where words is not null or value is not null";
    assert_eq!(world.number(words).await, 0);
    assert_eq!(world.number("select count(*) from round_answers").await, 48);
    let sealed: Vec<Vec<u8>> =
        sqlx::query_scalar("select sealed from round_answers").fetch_all(&world.raw).await.unwrap();
    assert!(holds(&world, &sealed[0]).await, "the search finds what is there");
    world.transcript();
    world.says("leader", "stäng enkät").await;
    world.presses("leader", "Ja, stäng").await;
    world.says("leader", "enkät resultat").await;
    assert_snapshot!(world.transcript(), @"
    leader: stäng enkät
    2026-03-09 12.00 → leader  Enkät 1 ska vara öppen till och med söndag 15 mars 2026, och 8 av 8 är klara. Om jag stänger den nu kan ingen svara eller ändra sina svar längre, och ingen får fler påminnelser om den. Det går inte att ångra.
        Ska jag stänga den?
        [Ja, stäng] [Nej]
    leader: [Ja, stäng]
    2026-03-09 12.00 → leader  Enkät 1 är stängd. Skriv `enkät resultat 1` för att se resultatet.
    2026-03-09 12.00 → leader  Enkät 1 i Nya ledare har stängt. 8 av 8 svarade. Skriv `enkät resultat 1` för att se resultatet.
    leader: enkät resultat
    2026-03-09 12.00 → leader  Enkät 1 i Nya ledare stängde måndag 9 mars 2026. 8 av 8 svarade.
        – Jag kan prata om det som är viktigt för mig när vi ses. – 3,0 i genomsnitt (8 svar)
        – Träffarna hjälper adepten att nå sina mål. – 4,0 i genomsnitt (8 svar)
        – Hur många gånger har ni träffats sedan måndag 2 mars 2026? – visas inte: färre än 3 svar, eller så svarade alla lika
        – Jag vet vad vi ska prata om nästa gång. – visas inte: färre än 3 svar, eller så svarade alla lika
        – Jag får det stöd jag behöver från programmet. – 4,5 i genomsnitt (8 svar)
        – Finns det något som programledaren bör veta?
        – ”Ljuset är svagt, säger nummer 1.”
        – ”Ljuset är svagt, säger nummer 3.”
        – ”Ljuset är svagt, säger nummer 2.”
        – ”Ljuset är svagt, säger nummer 4.”
    ");

    assert_eq!(world.number("select count(*) from round_answers").await, 0);
    assert_eq!(world.number("select count(*) from voices").await, 4);
    // What was said stands nowhere but among the voices and in what the leader was shown.
    let elsewhere = "select count(*) from outbox
                      where message like '%Ljuset%' and kind <> 'checkin.Results'";
    assert_eq!(world.number(elsewhere).await, 0);
    assert_eq!(world.number("select count(*) from drafts where draft like '%Ljuset%'").await, 0);
    // Nor is what was held left in the files, the log among them, or in a dump.
    world.pass(60).await;
    for bytes in sealed.iter().step_by(7) {
        assert!(!holds(&world, bytes).await, "an answer is still there");
    }
    // Who has answered stands apart, in the order in which they were asked, and says no more.
    let done = "select count(*) from round_people where is_done = 1";
    assert_eq!(world.number(done).await, 8);
    // The order in which the voices stand is drawn by lot, and all came in one transaction.
    let voices: Vec<(i64, String)> = sqlx::query_as("select id, words from voices order by id")
        .fetch_all(&world.raw)
        .await
        .unwrap();
    assert!(voices.iter().all(|(id, _)| *id > 1_000_000), "{voices:?}");
    // PostgreSQL also keeps which transaction wrote a row: one wrote them all, and nothing about a
    // person.
    if world.database.is_postgres() {
        let writers = "select count(distinct xmin::text) from voices";
        assert_eq!(world.number(writers).await, 1);
        let linked = "select count(*) from voices where xmin::text in (
                        select xmin::text from round_people
                        union all select xmin::text from people
                         where id in (select person_id from round_people)
                        union all select xmin::text from drafts
                         where person_id in (select person_id from round_people))";
        assert_eq!(world.number(linked).await, 0);
        let physical = "select count(*) from (select id, lag(id) over (order by ctid) as before
                          from voices) as rows where before > id";
        assert_eq!(world.number(physical).await, 0, "they lie in the order drawn by lot");
    }
}

#[tokio::test]
async fn everybody_rather_not_say_and_an_answer_after_the_close() {
    let mut world = world(ANONYMOUS, 2).await;
    world.stage.app.seal = Some(Seal::of_bytes([7; 32]));
    world.says("leader", "öppna enkät").await;
    world.until("2026-03-09 12:00").await;
    for who in ["m1", "a1", "m2", "a2"] {
        let unsaid = if who.starts_with('m') { "Vill inte svara" } else { "Rather not say" };
        for _ in 0..5 {
            world.presses(who, unsaid).await;
        }
    }
    world.transcript();
    world.says("leader", "stäng enkät").await;
    world.presses("leader", "Ja, stäng").await;
    world.says("leader", "enkät resultat 1").await;
    world.says("leader", "enkät resultat 7").await;
    world.presses("m1", "Hoppa över").await;
    let id = world.number("select max(id) from rounds").await;
    world.forges("leader", &format!("1:rate:{id}:0.5")).await;
    assert_snapshot!(world.transcript(), @"
    leader: stäng enkät
    2026-03-09 12.00 → leader  Enkät 1 ska vara öppen till och med söndag 15 mars 2026, och 0 av 4 är klara. Om jag stänger den nu kan ingen svara eller ändra sina svar längre, och ingen får fler påminnelser om den. Det går inte att ångra.
        Ska jag stänga den?
        [Ja, stäng] [Nej]
    leader: [Ja, stäng]
    2026-03-09 12.00 → leader  Enkät 1 är stängd. Skriv `enkät resultat 1` för att se resultatet.
    2026-03-09 12.00 → leader  Enkät 1 i Nya ledare har stängt. 4 av 4 svarade. Skriv `enkät resultat 1` för att se resultatet.
    leader: enkät resultat 1
    2026-03-09 12.00 → leader  Enkät 1 i Nya ledare stängde måndag 9 mars 2026. 4 av 4 svarade.
        – Jag kan prata om det som är viktigt för mig när vi ses. – visas inte: färre än 3 svar, eller så svarade alla lika
        – Träffarna hjälper adepten att nå sina mål. – visas inte: färre än 3 svar, eller så svarade alla lika
        – Hur många gånger har ni träffats sedan måndag 2 mars 2026? – visas inte: färre än 3 svar, eller så svarade alla lika
        – Jag vet vad vi ska prata om nästa gång. – visas inte: färre än 3 svar, eller så svarade alla lika
        – Jag får det stöd jag behöver från programmet. – visas inte: färre än 3 svar, eller så svarade alla lika
        – Finns det något som programledaren bör veta? – färre än 3 svar, så resultatet visas inte
    leader: enkät resultat 7
    2026-03-09 12.00 → leader  Det finns ingen enkät med nummer 7.
    m1: [Hoppa över]
    2026-03-09 12.00 → m1  Enkäten stängde måndag 9 mars 2026, så svar går inte att lämna eller ändra längre.
    leader: <1:rate:1:0.5>
    2026-03-09 12.00 → leader  Den frågan är till någon annan, så du kan inte svara på den.
    ");
}

/// Of two anonymous rounds right after one another it could be worked out what somebody said who was
/// asked in one of them only.
#[tokio::test]
async fn between_two_anonymous_rounds_there_is_rest() {
    let mut world = world(ANONYMOUS, 2).await;
    world.stage.app.seal = Some(Seal::of_bytes([7; 32]));
    world.says("leader", "öppna enkät").await;
    world.until("2026-03-09 12:00").await;
    world.says("leader", "stäng enkät").await;
    world.presses("leader", "Ja, stäng").await;
    world.transcript();
    world.says("leader", "öppna enkät").await;
    world.until("2026-03-24 12:00").await;
    world.transcript();
    world.says("leader", "öppna enkät").await;
    assert_snapshot!(with("leader", &world.transcript()), @"
    leader: öppna enkät
    2026-03-24 12.00 → leader  Enkät 2 är öppen till och med torsdag 2 april 2026. 4 personer får den, och påminns högst två gånger var. Ingen ser vem som har svarat vad, och resultat visas från 3 svar.
    ");
}

/// Nor does it help to have leaders see names in the one and not in the other.
#[tokio::test]
async fn with_names_there_is_the_same_rest() {
    let mut world = world(ANONYMOUS, 2).await;
    world.stage.app.seal = Some(Seal::of_bytes([7; 32]));
    world.says("leader", "öppna enkät").await;
    world.until("2026-03-09 12:00").await;
    world.says("leader", "stäng enkät").await;
    world.presses("leader", "Ja, stäng").await;
    world.says("leader", "visa program").await;
    let file =
        world.stage.app.store.look().await.unwrap().programmes().await.unwrap()[0].file.clone();
    let shown = file.replace("names = \"anonymous\"", "names = \"shown\"");
    world.sends("leader", "ledare.toml", shown.as_bytes()).await;
    world.presses("leader", "Ja, spara").await;
    world.transcript();
    world.says("leader", "öppna enkät").await;
    assert_snapshot!(with("leader", &world.transcript()), @"
    leader: öppna enkät
    2026-03-09 12.00 → leader  Enkät 1 stängde nyss. Om en anonym enkät kommer tätt inpå en annan går det att räkna ut vad någon svarade som bara fick den ena. Nästa kan öppnas tisdag 24 mars 2026.
    ");
}

#[tokio::test]
async fn low_answers_are_shown_to_leaders_and_to_nobody_else() {
    let mut world = world("[checkins]\nweeks = [2, 3]\nopen_days = 3\n", 2).await;
    for (then, trust) in [("2026-03-09 15:00", "2"), ("2026-03-16 15:00", "1")] {
        world.until(then).await;
        for (who, first) in [("m1", "5"), ("a1", trust), ("m2", trust), ("a2", trust)] {
            answers(&mut world, who, &[first, "4", "1", "4", "4"]).await;
        }
    }
    world.until("2026-03-20 12:00").await;
    world.transcript();
    world.says("leader", "följ upp").await;
    assert_snapshot!(world.transcript(), @"
    leader: följ upp
    2026-03-20 12.00 → leader  5 saker att följa upp i Nya ledare, det viktigaste först:
        – Rött: Mia 2 har svarat lågt i de två senaste enkäterna, eller mycket lägre än förra gången.
        – Rött: Ali 2 har svarat lågt i de två senaste enkäterna, eller mycket lägre än förra gången.
        – Gult, mentorpar 1 (Mia 1 och Ali 1): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har inte frågat dem än.
        – Gult, mentorpar 2 (Mia 2 och Ali 2): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har inte frågat dem än.
        – Gult: Ali 1 har svarat lågt i de två senaste enkäterna, eller mycket lägre än förra gången.
    2026-03-20 12.00 → leader  Rött, i Nya ledare: Mia 2 har svarat lågt i de två senaste enkäterna, eller mycket lägre än förra gången.
        Här är ett meddelande som du kan skicka:
        Hej Mia! Tack för att du svarade på enkäten. Jag undrar hur du har det i mentorskapet. Är det något som jag kan hjälpa till med?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-20 12.00 → leader  Rött, i Nya ledare: Ali 2 har svarat lågt i de två senaste enkäterna, eller mycket lägre än förra gången.
        Här är ett meddelande som du kan skicka:
        Hello Ali, thank you for answering the check-in. I wonder how the mentorship is going for you. Is there anything I can help with?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-20 12.00 → leader  Gult: mentorpar 1, Mia 1 (mentor) och Ali 1 (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har inte frågat dem än.
        Här är ett meddelande som du kan skicka till dem:
        Hej Mia och Ali! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-20 12.00 → leader  Gult: mentorpar 2, Mia 2 (mentor) och Ali 2 (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har inte frågat dem än.
        Här är ett meddelande som du kan skicka till dem:
        Hej Mia och Ali! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-20 12.00 → leader  Gult, i Nya ledare: Ali 1 har svarat lågt i de två senaste enkäterna, eller mycket lägre än förra gången.
        Här är ett meddelande som du kan skicka:
        Hello Ali, thank you for answering the check-in. I wonder how the mentorship is going for you. Is there anything I can help with?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    ");
}

/// A question is about nobody's room but one's own, and only those who are asked answer it.
#[tokio::test]
async fn nobody_answers_for_somebody_else_or_where_others_listen() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "programme start").await;
    world.says("leader", "öppna enkät").await;
    let id = world.number("select max(id) from rounds").await;
    world.transcript();
    for token in ["0.4", "0.9", "9.1", "5.3", "-1.2"] {
        world.forges("anna", &format!("1:rate:{id}:{token}")).await;
    }
    world.forges("leader", &format!("1:rate:{id}:0.4")).await;
    world.says_in("anna+bo", "anna", "enkät").await;
    assert_snapshot!(world.transcript(), @"
    anna: <1:rate:1:0.4>
    2026-03-02 08.00 → anna  Fråga 2 av 6
        Träffarna hjälper mig att nå mina mål.
        Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
        [1 stämmer inte alls] [2] [3] [4] [5 stämmer helt] [Vill inte svara]
    anna: <1:rate:1:0.9>
    2026-03-02 08.00 → anna  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    anna: <1:rate:1:9.1>
    2026-03-02 08.00 → anna  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    anna: <1:rate:1:5.3>
    2026-03-02 08.00 → anna  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    anna: <1:rate:1:-1.2>
    2026-03-02 08.00 → anna  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    leader: <1:rate:1:0.4>
    2026-03-02 08.00 → leader  Den frågan är till någon annan, så du kan inte svara på den.
    anna@anna+bo: enkät
    2026-03-02 08.00 → anna+bo  That's best done between you and me. Please write it to me in a direct message.
        Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
    ");
}
