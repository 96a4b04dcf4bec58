//! What is asked for the evaluation of a programme: at its start, at halftime, at the close and some
//! months later. Nobody is told who answered what.

use insta::assert_snapshot;

use crate::support::{World, without_files};

/// Three months with those questions, and so many pairs: `m1` to `m9` and `a1` to `a9`.
pub async fn evaluated(pairs: usize) -> World {
    let programme = r#"
short_name = "ledare"
name = { sv = "Nya ledare", en = "New leaders" }
purpose = { sv = "Fler ska våga leda.", en = "More people should dare to lead." }
start = "2026-03-02"
months = 3
meetings = 5
time_zone = "Europe/Stockholm"
language = "sv"
nudges = "0 9 1 1 *"
[checkins]
threshold = 3
[evaluation]
gains = [
    { sv = "Mod", en = "Courage" },
    { sv = "Nya kontakter", en = "New contacts" },
    { sv = "Kunskap", en = "Knowledge" },
]
"#;
    let mut people = "id,name,role,account,locale,capacity,organisation\n\
                      leader,Lotta Lind,leader,console:leader,sv,,\n"
        .to_owned();
    for nth in 1..=pairs {
        people.extend([
            format!("m{nth},Mia {nth},mentor,console:m{nth},sv,1,Kommunen\n"),
            format!("a{nth},Ali {nth},adept,console:a{nth},en,,\n"),
        ]);
    }
    let mut world = World::with(programme, &people).await;
    for nth in 1..=pairs {
        world.says("leader", &format!("pair add m{nth} a{nth}")).await;
    }
    world.says("leader", "programme start").await;
    world.transcript();
    world
}

/// What one person and the bot said to each other.
pub fn with(who: &str, seen: &str) -> String {
    let mut lines = vec![];
    let mut is_theirs = false;
    for line in seen.lines() {
        if !line.starts_with("    ") {
            is_theirs =
                line.starts_with(&format!("{who}:")) || line.contains(&format!(" → {who}  "));
        }
        if is_theirs {
            lines.push(line);
        }
    }
    lines.join("\n")
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that is seen")]
async fn a_programme_is_looked_back_on_at_four_times() {
    let mut world = evaluated(3).await;
    // Only adepts have goals, so only they are asked at the start.
    world.until("2026-03-04 12:00").await;
    for (who, near) in [("a1", "1"), ("a2", "2"), ("a3", "2")] {
        world.says(who, near).await;
    }
    let seen = world.transcript();
    assert!(!seen.contains("→ m1  Snart"), "{seen}");
    assert_snapshot!(with("a1", &seen), @"
    2026-03-02 08.30 → a1  Hello Ali, your mentor in New leaders is Mia 1.
        Begin by agreeing on how you'll work together: write `agreement` and I'll take you both through seven short steps. Then book your first three meetings.
        I remind you both to book meetings, and afterwards I ask whether you met. I show those answers to the programme leader, but I never ask what you talk about.
        Write `help` to see what I can do.
    2026-03-02 10.10 → a1  You're getting started in New leaders. Here is a question about where you stand today, so that we can see what difference the mentoring makes. You can answer until the end of Sunday 8 March 2026.
        How close are you to what you want to achieve?
        The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least 3 have answered.
        [1 far away] [2] [3] [4] [5 nearly there] [Rather not say]
    2026-03-04 10.04 → a1  You have questions left about New leaders. You can answer until the end of Sunday 8 March 2026.
        How close are you to what you want to achieve?
        The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least 3 have answered.
        [1 far away] [2] [3] [4] [5 nearly there] [Rather not say]
    a1: 1
    2026-03-04 12.00 → a1  Thank you for your answers! Until the end of Sunday 8 March 2026 you can change them: write `checkin`.
    ");
    world.until("2026-03-10 12:00").await;
    world.transcript();
    world.says("leader", "enkät resultat").await;
    assert_snapshot!(world.transcript(), @"
    leader: enkät resultat
    2026-03-10 12.00 → leader  Enkät 1 i Nya ledare stängde söndag 8 mars 2026. 3 av 3 svarade.
        – Enkäten gjordes i början av programmet.
        – Hur nära är du det du vill uppnå? – 1,7 i genomsnitt (3 svar)
    ");

    world.until("2026-04-20 12:00").await;
    world.transcript();
    for nth in 1..=3 {
        for said in ["3", "4", "5"] {
            world.says(&format!("a{nth}"), said).await;
        }
    }
    assert_snapshot!(with("a1", &world.transcript()), @"
    a1: 3
    2026-04-20 12.00 → a1  Question 2 of 3
        How satisfied are you with the mentoring so far?
        The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least 3 have answered.
        [1 not at all satisfied] [2] [3] [4] [5 very satisfied] [Rather not say]
    a1: 4
    2026-04-20 12.00 → a1  Question 3 of 3
        I get the support I need from the programme.
        The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least 3 have answered.
        [1 not true at all] [2] [3] [4] [5 completely true] [Rather not say]
    a1: 5
    2026-04-20 12.00 → a1  Thank you for your answers! Until the end of Sunday 26 April 2026 you can change them: write `checkin`.
    ");

    world.until("2026-05-20 12:00").await;
    world.transcript();
    world.says("a1", "5").await;
    world.says("a1", "4").await;
    world.says("a1", "10").await;
    world.presses("a1", "Courage").await;
    world.presses("a1", "Knowledge").await;
    world.presses("a1", "Courage").await;
    world.says("a1", "courage").await;
    world.presses("a1", "Done").await;
    world.says("a1", "More time.").await;
    world.says("a1", "I found my way in.").await;
    assert_snapshot!(with("a1", &world.transcript()), @"
    a1: 5
    2026-05-20 12.00 → a1  Question 2 of 6
        How satisfied are you with the mentoring as a whole?
        The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least 3 have answered.
        [1 not at all satisfied] [2] [3] [4] [5 very satisfied] [Rather not say]
    a1: 4
    2026-05-20 12.00 → a1  Question 3 of 6
        How likely are you to recommend the programme to somebody you know? Answer from 0, not at all likely, to 10, very likely.
        The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least 3 have answered.
        [0] [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [Rather not say]
    a1: 10
    2026-05-20 12.00 → a1  Question 4 of 6
        What have you gained from the mentoring? Choose all that apply, one at a time, and then Done.
        The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least 3 have answered.
        [Courage] [New contacts] [Knowledge] [Done] [Rather not say]
    a1: [Courage]
    2026-05-20 12.00 → a1  You've chosen:
        – Courage
        Choose more, or the same again to leave it out. Choose Done when you're finished.
        [Courage] [New contacts] [Knowledge] [Done] [Rather not say]
    a1: [Knowledge]
    2026-05-20 12.00 → a1  You've chosen:
        – Courage
        – Knowledge
        Choose more, or the same again to leave it out. Choose Done when you're finished.
        [Courage] [New contacts] [Knowledge] [Done] [Rather not say]
    a1: [Courage]
    2026-05-20 12.00 → a1  You've chosen:
        – Knowledge
        Choose more, or the same again to leave it out. Choose Done when you're finished.
        [Courage] [New contacts] [Knowledge] [Done] [Rather not say]
    a1: courage
    2026-05-20 12.00 → a1  You've chosen:
        – Courage
        – Knowledge
        Choose more, or the same again to leave it out. Choose Done when you're finished.
        [Courage] [New contacts] [Knowledge] [Done] [Rather not say]
    a1: [Done]
    2026-05-20 12.00 → a1  Question 5 of 6
        What should we change for next time? Write your answer here.
        What you write is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. The programme leader gets to read it only if at least 3 have written something. Please don't write anyone else's name, nor anything about health, religion, politics or crime.
        [Skip this]
    a1: More time.
    2026-05-20 12.00 → a1  Question 6 of 6
        Would you like to say something about the mentoring that we may quote in the evaluation? Write your answer here.
        What you write here may be quoted in the evaluation, without your name, if at least 3 have written something. Until the check-in closes it is locked: nobody reads it, but you can change it. Please don't write anyone else's name, nor anything about health, religion, politics or crime.
        [Skip this]
    a1: I found my way in.
    2026-05-20 12.00 → a1  Thank you for your answers! Until the end of Monday 1 June 2026 you can change them: write `checkin`.
    ");
    for (who, said) in [
        ("a2", ["4", "5", "8"].as_slice()),
        ("a3", &["4", "3", "7"]),
        ("m1", &["4", "9"]),
        ("m2", &["5", "9"]),
    ] {
        for said in said {
            world.says(who, said).await;
        }
        let (contacts, done) = if who.starts_with('m') {
            ("Nya kontakter", "Klart")
        } else {
            ("New contacts", "Done")
        };
        world.presses(who, contacts).await;
        if who == "m2" {
            // They change their mind twice.
            world.presses(who, contacts).await;
            world.presses(who, contacts).await;
        }
        world.presses(who, done).await;
        world.says(who, "Mer tid").await;
        world.says(who, "Det var fint att ses").await;
    }
    world.until("2026-06-03 12:00").await;
    world.transcript();
    world.says("leader", "enkät resultat").await;
    assert_snapshot!(world.transcript(), @"
    leader: enkät resultat
    2026-06-03 12.00 → leader  Enkät 3 i Nya ledare stängde måndag 1 juni 2026. 5 av 6 svarade.
        – Enkäten gjordes i slutet av programmet.
        – Hur nära är du det du vill uppnå? – 4,3 i genomsnitt (3 svar)
        – Hur nöjd är du med mentorskapet som helhet? – 4,2 i genomsnitt (5 svar)
        – Hur troligt är det att du skulle rekommendera programmet till någon du känner? – 8,6 i genomsnitt (5 svar)
        – Mod – 20 % (5 svar)
        – Nya kontakter – 80 % (5 svar)
        – Kunskap – 20 % (5 svar)
        – Hur långt adepterna kom med sina mål, som T-poäng: 50 är så långt som väntat – visas inte: färre än 3 svar, eller så svarade alla lika
        – Vad kan vi göra bättre nästa gång?
        – ”Mer tid”
        – ”Mer tid”
        – ”Mer tid”
        – ”Mer tid”
        – ”More time.”
        – Vill du säga något om mentorskapet som vi får citera i utvärderingen?
        – ”Det var fint att ses”
        – ”I found my way in.”
        – ”Det var fint att ses”
        – ”Det var fint att ses”
        – ”Det var fint att ses”
    ");

    world.until("2026-09-03 12:00").await;
    for who in ["a1", "a2", "m1", "m2"] {
        world.presses(who, if who.starts_with('m') { "Ja" } else { "Yes" }).await;
    }
    world.presses("a3", "No").await;
    assert_snapshot!(with("m1", &world.transcript()), @"
    2026-09-01 10.44 → m1  Hej igen! Det är ett tag sedan Nya ledare slutade. Här kommer en sista fråga. Du kan svara till och med måndag 14 september 2026.
        Har ni fortfarande kontakt?
        Svaret sparas utan ditt namn. Tills enkäten stänger är svaret låst: ingen läser det, men du kan ändra det. Resultat visas bara om minst 3 har svarat.
        [Ja] [Nej] [Vill inte svara]
    2026-09-03 10.54 → m1  Du har frågor kvar om Nya ledare. Du kan svara till och med måndag 14 september 2026.
        Har ni fortfarande kontakt?
        Svaret sparas utan ditt namn. Tills enkäten stänger är svaret låst: ingen läser det, men du kan ändra det. Resultat visas bara om minst 3 har svarat.
        [Ja] [Nej] [Vill inte svara]
    m1: [Ja]
    2026-09-03 12.00 → m1  Tack för dina svar! Till och med måndag 14 september 2026 kan du ändra dem: skriv `enkät`.
    ");
    world.until("2026-09-20 12:00").await;
    world.transcript();
    world.says("leader", "enkät resultat").await;
    assert_snapshot!(world.transcript(), @"
    leader: enkät resultat
    2026-09-20 12.00 → leader  Enkät 4 i Nya ledare stängde måndag 14 september 2026. 5 av 6 svarade.
        – Enkäten gjordes några månader efter programmet.
        – Har ni fortfarande kontakt? – 80 % (5 svar)
    ");
}

/// The programme with everything asked and answered, on the day after its close.
pub async fn looked_back_on() -> World {
    let mut world = evaluated(3).await;
    world.until("2026-03-04 12:00").await;
    for (who, near) in [("a1", "1"), ("a2", "2"), ("a3", "2")] {
        world.says(who, near).await;
    }
    for nth in 1..=3 {
        let adept = format!("a{nth}");
        world.says(&adept, "book 5/3 13.00").await;
        world.until(&format!("2026-03-0{} 15:00", 4 + nth)).await;
        world.says(&adept, "met").await;
        world.says(&adept, ["very good", "good", "good"][nth - 1]).await;
        world
            .says(
                &adept,
                ["it's working well", "we're getting to know each other", "it isn't working well"]
                    [nth - 1],
            )
            .await;
        world.says(&adept, "new goal To lead a meeting").await;
    }
    world.until("2026-04-20 12:00").await;
    for nth in 1..=3 {
        for said in ["3", "4", "5"] {
            world.says(&format!("a{nth}"), said).await;
        }
    }
    world.until("2026-05-20 12:00").await;
    for (who, marks) in [
        ("a1", ["5", "4", "10"].as_slice()),
        ("a2", &["4", "5", "8"]),
        ("a3", &["4", "3", "7"]),
        ("m1", &["4", "9"]),
        ("m2", &["5", "9"]),
        ("m3", &["5", "10"]),
    ] {
        for mark in marks {
            world.says(who, mark).await;
        }
        let is_mentor = who.starts_with('m');
        world.presses(who, if is_mentor { "Nya kontakter" } else { "New contacts" }).await;
        world.presses(who, if is_mentor { "Klart" } else { "Done" }).await;
        world.says(who, "Mer tid").await;
        world.says(who, &format!("<b>Jag & {who}</b> fick mod")).await;
    }
    world.until("2026-06-03 12:00").await;
    world.transcript();
    world
}

/// The file with that ending that was sent last.
fn file(world: &World, ending: &str) -> String {
    let found = world.stage.files.iter().rfind(|(name, _)| name.ends_with(ending));
    String::from_utf8(found.unwrap().1.clone()).unwrap()
}

#[tokio::test]
async fn the_report_is_told_in_the_conversation() {
    let mut world = looked_back_on().await;
    world.says("leader", "rapport").await;
    assert_snapshot!(without_files(&world.transcript()), @"
    leader: rapport
    2026-06-03 12.00 → leader  Utvärdering av Nya ledare
        Slutrapport, onsdag 3 juni 2026. Sidan som följer med har samma innehåll med tabeller och diagram.
        Syfte
        – Fler ska våga leda.
        – Programmet sträcker sig från måndag 2 mars 2026 till måndag 1 juni 2026.
        – 5 träffar är planerade för varje mentorpar.
        Utbildning och introduktion
        – Inga texter att läsa före start har skickats ut.
        – Ingen programträff har hållits än.
        Urval och matchning
        – 3 mentorer och 3 adepter är med.
        – 3 mentorpar har bildats.
        – Inget av dem har slutat i förtid.
        – Andel som tycker att det fungerar bra eller håller på att lära känna varandra
        – Halvtid, söndag 26 april 2026 – Andel: 67 % (3 svar)
        – Slutet, måndag 1 juni 2026 – färre än 3 svar, eller alla svarade lika
        Mätning och uppföljning
        – 3 träffar har hållits. Planerade hittills: 15.
        – Träffar mot planen
        – onsdag 1 april 2026 – Hållna: 3 och Planerade: 8
        – fredag 1 maj 2026 – Hållna: 3 och Planerade: 11
        – måndag 1 juni 2026 – Hållna: 3 och Planerade: 15
        – Svarsfrekvens
        – Början, söndag 8 mars 2026 – Fick den: 3, Svarade: 3 och Andel: 100 %
        – Halvtid, söndag 26 april 2026 – Fick den: 6, Svarade: 3 och Andel: 50 %
        – Slutet, måndag 1 juni 2026 – Fick den: 6, Svarade: 6 och Andel: 100 %
        – 3 av 3 adepter har satt mål.
        – Adepterna har själva bedömt hur långt de kom, från mycket kortare än väntat till mycket längre. Bedömningarna räknas om till T-poäng, där 50 betyder att allt gick som väntat (Goal Attainment Scaling, Kiresuk och Sherman 1968).
        – Måluppfyllelse
        – Halvtid, söndag 26 april 2026 – färre än 3 svar, eller alla svarade lika
        – Slutet, måndag 1 juni 2026 – färre än 3 svar, eller alla svarade lika
        – Hur nära är du det du vill uppnå? Adepterna, från 1 långt ifrån till 5 nästan framme
        – Början, söndag 8 mars 2026 – Genomsnitt: 1,7 (3 svar)
        – Halvtid, söndag 26 april 2026 – färre än 3 svar, eller alla svarade lika
        – Slutet, måndag 1 juni 2026 – Genomsnitt: 4,3 (3 svar)
        – Enkäten vid halvtid
        – Hur nöjd är du med mentorskapet så här långt? – färre än 3 svar, eller alla svarade lika
        – Jag får det stöd jag behöver från programmet. – färre än 3 svar, eller alla svarade lika
        – Enkäten i slutet
        – Hur nöjd är du med mentorskapet som helhet? – Alla: 4,3 (6 svar), Mentorer: 4,7 (3 svar) och Adepter: 4,0 (3 svar)
        – Hur troligt är det att du skulle rekommendera programmet till någon du känner? – Alla: 8,8 (6 svar), Mentorer: 9,3 (3 svar) och Adepter: 8,3 (3 svar)
        – Mod – färre än 3 svar, eller alla svarade lika
        – Nya kontakter – färre än 3 svar, eller alla svarade lika
        – Kunskap – färre än 3 svar, eller alla svarade lika
        – Hur träffarna kändes, från 1 inte så bra till 4 mycket bra
        – Halvtid, söndag 26 april 2026 – Genomsnitt: 3,3 (3 svar)
        – Slutet, måndag 1 juni 2026 – färre än 3 svar, eller alla svarade lika
        – Med deltagarnas egna ord
        – ”<b>Jag & a2</b> fick mod”
        – ”<b>Jag & a1</b> fick mod”
        – ”<b>Jag & a3</b> fick mod”
        – ”<b>Jag & m3</b> fick mod”
        – ”<b>Jag & m2</b> fick mod”
        – ”<b>Jag & m1</b> fick mod”
        Etik
        – Inget av 3 mentorpar har gjort klart sin överenskommelse.
        – Resultat visas bara om minst 3 har svarat och inte alla svarade lika, och bara så att ingen kan räkna ut vad någon annan svarade. Citat visas utan namn och bara om den som skrev har sagt ja till det.
        – Svaren används aldrig i lönesamtal eller rekrytering. Mentorskap läser inte det som mentorer och adepter skriver till varandra.
        Administration och stöd
        – Det som programledarna har fått följa upp
        – Träffar som inte bokades eller inte blev av – Antal: 6 och Avslutade: 6
        – Någon bad om hjälp, trivdes inte eller svarade lågt – Antal: färre än 3 och Avslutade: färre än 3
        – Den som ber om hjälp lovas svar inom 2 dagar.
        – 66 meddelanden har kommit fram och inget har misslyckats.
        – Alla uppgifter om deltagarna raderas onsdag 2 juni 2027.
        <ledare-2026-06-03.html>
    2026-06-03 12.00 → leader  Här är rapporten för kalkylprogram.
        <ledare-2026-06-03.csv>
    2026-06-03 12.00 → leader  Här är rapporten för andra program, som JSON.
        <ledare-2026-06-03.json>
    ");
}

#[tokio::test]
async fn the_report_is_a_table_and_data() {
    let mut world = looked_back_on().await;
    world.says("leader", "rapport").await;
    assert_snapshot!("table", file(&world, "csv"));
    assert_snapshot!("data", file(&world, "json"));
    assert_snapshot!("page", file(&world, "html"));
    // Nobody is named in it.
    let all = [file(&world, "html"), file(&world, "csv"), file(&world, "json")].concat();
    for name in ["Mia", "Ali", "Lotta"] {
        assert!(!all.contains(name), "{name} is named");
    }
    // What people wrote is words and no markup.
    assert!(file(&world, "html").contains("&lt;b&gt;Jag &amp; m1&lt;/b&gt; fick mod"));
    // On the same day it is the same.
    let before = file(&world, "html");
    world.pass(60 * 60 * 5).await;
    world.says("leader", "rapport").await;
    assert_eq!(file(&world, "html"), before);
}

/// What the JSON of a report made now says of the rounds that had closed by halftime.
async fn early_figures(world: &mut World) -> Vec<serde_json::Value> {
    world.says("leader", "rapport").await;
    let report: serde_json::Value = serde_json::from_str(&file(world, "json")).unwrap();
    let measured = &report["measurement"];
    let lists =
        [&measured["rounds"], &measured["felt"], &measured["goals"], &report["matching"]["fit"]];
    let early = |list: &&serde_json::Value| {
        let until = |one: &&serde_json::Value| one["on"].as_str().unwrap() < "2026-05-01";
        list.as_array().unwrap().iter().filter(until).cloned().collect::<Vec<_>>()
    };
    lists.iter().flat_map(early).collect()
}

/// What people say and do later changes nothing that was shown: otherwise two reports, taken from one
/// another, would tell what one of them has said in between.
#[tokio::test]
async fn a_later_report_says_the_same_of_what_has_closed() {
    let mut world = looked_back_on().await;
    let before = early_figures(&mut world).await;
    assert_eq!(before.len(), 5, "{before:#?}");
    // One of them takes back how the meeting felt, and scores the goal.
    world.forges("a1", "1:felt:1:not-so-good").await;
    world.forges("a1", "1:fits:1:not-well").await;
    world.says("a1", "rate goal 1 2").await;
    let changed = "select count(*) from impressions where feeling = 'not-so-good'";
    assert_eq!(world.number(changed).await, 1);
    assert_eq!(world.number("select count(*) from goals where close = 2").await, 1);
    assert_eq!(early_figures(&mut world).await, before);
    // Nor does it tell more when one of them is gone.
    world.says("a2", "delete my data").await;
    world.presses("a2", "Erase everything").await;
    assert_eq!(early_figures(&mut world).await, before);
}

/// In the middle of a month the plan is that of the day, in the table as in the sentence above it.
#[tokio::test]
async fn the_month_that_is_not_over_is_compared_with_its_plan_so_far() {
    let mut world = evaluated(3).await;
    world.until("2026-03-18 12:00").await;
    world.transcript();
    world.says("leader", "rapport").await;
    let seen = without_files(&world.transcript());
    let line = |part: &str| seen.lines().find(|line| line.contains(part)).unwrap().to_owned();
    let planned = line("Planerade hittills: ");
    let planned = planned.split("hittills: ").nth(1).unwrap().trim_end_matches('.').to_owned();
    let row = line("– onsdag 18 mars 2026 –");
    assert!(row.ends_with(&format!("Planerade: {planned}")), "{planned}: {row}");
}

/// What has been ticked is stored nowhere but sealed among the answers, although the message shows it.
#[tokio::test]
async fn what_is_ticked_stands_in_no_message() {
    let mut world = evaluated(3).await;
    world.until("2026-05-20 12:00").await;
    for _ in 0..3 {
        let seen = with("a1", &world.transcript());
        if seen.contains("[Courage]") {
            break;
        }
        world.says("a1", "checkin").await;
        world.presses("a1", "Rather not say").await;
    }
    world.presses("a1", "Courage").await;
    assert!(world.transcript().contains("– Courage"));
    let told = "select count(*) from outbox where kind = 'checkin.AskMoreGains'";
    let silent = "select count(*) from outbox where kind = 'checkin.AskMoreGains'
                     and message like '%\"chosen\":[]%' and document not like '%nothing yet%'";
    let (told, silent) = (world.number(told).await, world.number(silent).await);
    assert!(told > 0 && told == silent, "{told} {silent}");
}

/// What a check-in has asked just before isn't asked at halftime, where it could be compared.
#[tokio::test]
async fn halftime_leaves_out_what_was_just_asked() {
    let asked =
        "select count(*) from rounds where occasion = 'halftime' and questions like '%support%'";
    let mut world = evaluated(3).await;
    world.until("2026-04-20 12:00").await;
    assert_eq!(world.number(asked).await, 1);

    let mut world = evaluated(3).await;
    world.until("2026-04-10 12:00").await;
    world.says("leader", "öppna enkät").await;
    world.says("leader", "stäng enkät").await;
    world.presses("leader", "Ja, stäng").await;
    world.until("2026-04-20 12:00").await;
    assert_eq!(world.number(asked).await, 0);
    let halftime = "select count(*) from rounds where occasion = 'halftime'";
    assert_eq!(world.number(halftime).await, 1);
}
