//! How leaders learn which pairs need them: from what the two say, from what they don't, and from those
//! who ask for a word. What is said in confidence stays there.

use insta::assert_snapshot;

use crate::support::{PROGRAMME, World};

/// Lotta leads, and so does Bo, who is Anna's mentor as well.
const LED_BY_A_MENTOR: &str = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
anna,Anna Ek,adept,console:anna,sv
bo,Bo Berg,mentor,console:bo,sv
bo,Bo Berg,leader,console:bo,sv
";

#[tokio::test]
async fn after_a_meeting_it_is_asked_how_it_felt_and_how_it_is_working_out() {
    let mut world = World::started().await;
    world.says("anna", "vi har träffats").await;
    world.presses("anna", "Bra").await;
    world.presses("anna", "Det fungerar inte bra").await;
    world.says("leader", "visa mentorpar 1").await;
    assert_snapshot!(world.transcript(), @"
    anna: vi har träffats
    2026-03-02 08.59 → anna  Tack! Vad bra att du och Bo har träffats. Boka gärna nästa träff redan nu.
    2026-03-02 08.59 → anna  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    anna: [Bra]
    2026-03-02 08.59 → anna  Hur fungerar det med Bo som mentor?
        Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        [Det fungerar bra] [Vi håller på att lära känna varandra] [Det fungerar inte bra] [Jag vill prata med programledaren]
    anna: [Det fungerar inte bra]
    2026-03-02 08.59 → anna  Tack för att du säger det. Programledaren får veta det och kan höra av sig till dig. Bo får inte veta det. Om du vill säga mer skriver du `kontakta programledaren [TEXT]`
    2026-03-02 08.59 → leader  Rött, i Nya ledare: Anna Ek svarade måndag 2 mars 2026 att det inte fungerar bra med Bo Berg. Det är sagt i förtroende: Bo Berg vet inte om det.
        Här är ett meddelande som du kan skicka:
        Hej Anna! Tack för att du sa hur det känns. Jag vill gärna höra mer, och vi hittar en lösning tillsammans. När passar det att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    leader: visa mentorpar 1
    2026-03-02 08.59 → leader  Mentorpar 1: Bo Berg (mentor) och Anna Ek (adept)
        – Nu: ingen träff är bokad
        – Träffar som har varit: 1 av 8
        – 1 måndag 2 mars 2026 med Bo och Anna: blev av
    2026-03-02 08.59 → leader  Mentorpar 1 har inte kommit igång helt än: överenskommelsen är inte klar, och de har planerat 1 av 3 träffar.
    2026-03-02 08.59 → leader  Anna Ek svarade efter den senaste träffen: bra. Om hur det fungerar: det fungerar inte bra.
    ");
}

#[tokio::test]
async fn what_somebody_says_of_their_mentor_is_kept_from_a_leader_who_is_that_mentor() {
    let mut world = World::with(PROGRAMME, LED_BY_A_MENTOR).await;
    world.says("leader", "nytt mentorpar bo anna").await;
    world.says("leader", "starta program").await;
    world.until("2026-03-03 08:00").await;
    world.transcript();
    world.says("anna", "vi har träffats").await;
    world.presses("anna", "Inte så bra").await;
    world.presses("anna", "Det fungerar inte bra").await;
    world.says("anna", "kontakta programledaren Jag är rädd att såra honom").await;
    world.says("bo", "följ upp").await;
    world.says("bo", "visa mentorpar 1").await;
    let case = world.number("select max(id) from cases").await;
    world.forges("bo", &format!("1:case-write:{case}")).await;
    assert_snapshot!(world.transcript(), @"
    anna: vi har träffats
    2026-03-03 08.00 → anna  Tack! Vad bra att du och Bo har träffats. Boka gärna nästa träff redan nu.
    2026-03-03 08.00 → anna  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    anna: [Inte så bra]
    2026-03-03 08.00 → anna  Hur fungerar det med Bo som mentor?
        Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        [Det fungerar bra] [Vi håller på att lära känna varandra] [Det fungerar inte bra] [Jag vill prata med programledaren]
    anna: [Det fungerar inte bra]
    2026-03-03 08.00 → anna  Tack för att du säger det. Programledaren får veta det och kan höra av sig till dig. Bo får inte veta det. Om du vill säga mer skriver du `kontakta programledaren [TEXT]`
    anna: kontakta programledaren Jag är rädd att såra honom
    2026-03-03 08.00 → anna  Tack för att du säger till. Lotta Lind får veta det nu och svarar dig senast torsdag 5 mars 2026. Ingen annan får veta det.
    bo: följ upp
    2026-03-03 08.00 → bo  Det finns inget att följa upp i Nya ledare.
    bo: visa mentorpar 1
    2026-03-03 08.00 → bo  Mentorpar 1: Bo Berg (mentor) och Anna Ek (adept)
        – Nu: ingen träff är bokad
        – Träffar som har varit: 1 av 8
        – 1 tisdag 3 mars 2026 med Bo och Anna: blev av
    2026-03-03 08.00 → bo  Mentorpar 1 har inte kommit igång helt än: överenskommelsen är inte klar, och de har planerat 1 av 3 träffar.
    bo: <1:case-write:2>
    2026-03-03 08.00 → bo  Den frågan är till någon annan, så du kan inte svara på den.
    ");
    world.until("2026-03-10 12:00").await;
    let heard = world.transcript();
    let told_bo = |line: &&str| line.contains("→ bo ") && line.contains("Anna Ek säger");
    assert_eq!(heard.lines().find(told_bo), None);
}

#[tokio::test]
async fn a_word_to_the_leader_is_answered_by_a_day_and_the_leader_is_reminded_of_it() {
    let mut world = World::started().await;
    world.says("anna", "kontakta programledaren").await;
    world.presses("anna", "Jag vill ha en annan mentor").await;
    world.says("bo", "prata med programledaren").await;
    world.says("bo", "kontakta programledaren Vi ses för sällan").await;
    world.says_in("anna+bo", "anna", "kontakta programledaren Bo är sen").await;
    world.until("2026-03-05 12:00").await;
    world.says("leader", "följ upp").await;
    world.presses("leader", "Skriv").await;
    world.presses("leader", "Skicka").await;
    world.presses("leader", "Klart").await;
    assert_snapshot!(world.transcript(), @"
    anna: kontakta programledaren
    2026-03-02 08.59 → anna  Vad gäller det? Lotta Lind läser ditt svar. Din mentor får inte veta det.
        Du kan också skriva med egna ord: `kontakta programledaren [TEXT]`
        [Jag vill prata med programledaren] [Jag vill ha en annan mentor] [Jag vill sluta] [Min mentor svarar inte]
    anna: [Jag vill ha en annan mentor]
    2026-03-02 08.59 → anna  Tack för att du säger till. Lotta Lind får veta det nu och svarar dig senast onsdag 4 mars 2026. Ingen annan får veta det.
    2026-03-02 08.59 → leader  Ett förtroligt meddelande i Nya ledare. Anna Ek önskar en ny matchning.
        Jag har lovat svar senast onsdag 4 mars 2026. Det här är sagt i förtroende, så berätta det inte vidare.
        Här är ett meddelande som du kan skicka:
        Hej Anna! Tack för att du hörde av dig. När passar det dig att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    bo: prata med programledaren
    2026-03-02 08.59 → bo  Vad gäller det? Lotta Lind läser ditt svar. Din adept får inte veta det.
        Du kan också skriva med egna ord: `kontakta programledaren [TEXT]`
        [Jag vill prata med programledaren] [Jag vill ha en annan adept] [Jag vill sluta] [Min adept svarar inte]
    bo: kontakta programledaren Vi ses för sällan
    2026-03-02 08.59 → bo  Tack för att du säger till. Lotta Lind får veta det nu och svarar dig senast onsdag 4 mars 2026. Ingen annan får veta det.
    2026-03-02 08.59 → leader  Ett förtroligt meddelande i Nya ledare. Bo Berg har skrivit till dig:
        Vi ses för sällan
        Jag har lovat svar senast onsdag 4 mars 2026. Det här är sagt i förtroende, så berätta det inte vidare.
        Här är ett meddelande som du kan skicka:
        Hej Bo! Tack för att du hörde av dig. När passar det dig att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    anna@anna+bo: kontakta programledaren Bo är sen
    2026-03-02 08.59 → anna+bo  Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
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
    2026-03-05 08.30 → leader  Någon i Nya ledare väntar på svar. Anna Ek önskar en ny matchning.
        Jag lovade svar senast onsdag 4 mars 2026. Det här är sagt i förtroende, så berätta det inte vidare.
        Här är ett meddelande som du kan skicka:
        Hej Anna! Tack för att du hörde av dig. När passar det dig att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-05 08.30 → leader  Någon i Nya ledare väntar på svar. Bo Berg har skrivit till dig:
        Vi ses för sällan
        Jag lovade svar senast onsdag 4 mars 2026. Det här är sagt i förtroende, så berätta det inte vidare.
        Här är ett meddelande som du kan skicka:
        Hej Bo! Tack för att du hörde av dig. När passar det dig att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    leader: följ upp
    2026-03-05 12.00 → leader  2 saker att följa upp i Nya ledare, det viktigaste först:
        – Rött: Anna Ek önskar en ny matchning.
        – Rött: Bo Berg har skrivit till dig: Vi ses för sällan
    2026-03-05 12.00 → leader  Någon i Nya ledare väntar på svar. Anna Ek önskar en ny matchning.
        Jag lovade svar senast onsdag 4 mars 2026. Det här är sagt i förtroende, så berätta det inte vidare.
        Här är ett meddelande som du kan skicka:
        Hej Anna! Tack för att du hörde av dig. När passar det dig att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-05 12.00 → leader  Någon i Nya ledare väntar på svar. Bo Berg har skrivit till dig:
        Vi ses för sällan
        Jag lovade svar senast onsdag 4 mars 2026. Det här är sagt i förtroende, så berätta det inte vidare.
        Här är ett meddelande som du kan skicka:
        Hej Bo! Tack för att du hörde av dig. När passar det dig att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    leader: [Skriv]
    2026-03-05 12.00 → leader  Det här är meddelandet till Bo Berg. Bara Bo Berg ser det, och att det kommer från dig.
        Hej Bo! Tack för att du hörde av dig. När passar det dig att prata?
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-05 12.00 → leader  Meddelandet är på väg till Bo Berg.
    2026-03-05 12.00 → bo  Meddelande från Lotta, programledare:
        Hej Bo! Tack för att du hörde av dig. När passar det dig att prata?
    leader: [Klart]
    2026-03-05 12.00 → leader  Tack! Bo Berg står inte längre på din lista.
    ");
}

/// A leader who is silent as a mentor doesn't learn that the adept has said so.
#[tokio::test]
async fn a_leader_does_not_hear_that_somebody_misses_their_answers() {
    let mut world = World::with(PROGRAMME, LED_BY_A_MENTOR).await;
    world.says("leader", "nytt mentorpar bo anna").await;
    world.says("leader", "starta program").await;
    for on in ["2026-03-10 12:00", "2026-03-17 12:00"] {
        world.until(on).await;
        world.says("anna", "status").await;
    }
    world.says("anna", "kontakta programledaren").await;
    world.presses("anna", "Min mentor svarar inte").await;
    world.presses("anna", "Min mentor svarar inte").await;
    world.until("2026-03-23 18:00").await;
    let seen = world.transcript();
    let heard = |who: &str, what: &str| {
        let to = format!("→ {who} ");
        seen.split("\n20").filter(|said| said.contains(&to) && said.contains(what)).count()
    };
    assert_eq!(heard("leader", "får inte heller svar"), 2, "{seen}");
    assert_eq!(
        heard("leader", "Ett förtroligt meddelande"),
        1,
        "whoever presses twice asks once: {seen}"
    );
    assert_eq!(heard("bo", "får inte heller svar"), 0, "{seen}");
}

/// Anna answers, and Bo doesn't.
#[tokio::test]
async fn whoever_is_silent_is_yellow_and_red_once_the_other_says_so() {
    let mut world = World::started().await;
    for on in ["2026-03-10 12:00", "2026-03-17 12:00", "2026-03-23 12:00"] {
        world.until(on).await;
        world.says("anna", "status").await;
    }
    world.transcript();
    world.says("leader", "följ upp").await;
    world.says("anna", "kontakta programledaren").await;
    world.presses("anna", "Min mentor svarar inte").await;
    assert_snapshot!(world.transcript(), @"
    leader: följ upp
    2026-03-23 12.00 → leader  3 saker att följa upp i Nya ledare, det viktigaste först:
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
    2026-03-23 12.00 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-23 12.00 → leader  Rött: mentorpar 2, Ada Moore (mentor) och Grace Hill (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hello Ada and Grace, I see that your next meeting isn't booked yet. How are things going? Please tell me if I can help you find a time, or if something else makes it hard to meet.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-23 12.00 → leader  Gult, i Nya ledare: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        Här är ett meddelande som du kan skicka:
        Hej Bo! Jag har inte hört något från dig på ett tag och undrar hur det är. Om det är mycket just nu kan vi göra en paus. Skriv gärna några ord till mig.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    anna: kontakta programledaren
    2026-03-23 12.00 → anna  Vad gäller det? Lotta Lind läser ditt svar. Din mentor får inte veta det.
        Du kan också skriva med egna ord: `kontakta programledaren [TEXT]`
        [Jag vill prata med programledaren] [Jag vill ha en annan mentor] [Jag vill sluta] [Min mentor svarar inte]
    anna: [Min mentor svarar inte]
    2026-03-23 12.00 → anna  Tack för att du säger till. Lotta Lind får veta det nu och svarar dig senast onsdag 25 mars 2026. Ingen annan får veta det.
    2026-03-23 12.00 → leader  Ett förtroligt meddelande i Nya ledare. Anna Ek sa måndag 23 mars 2026 att den andra i mentorparet inte svarar.
        Jag har lovat svar senast onsdag 25 mars 2026. Det här är sagt i förtroende, så berätta det inte vidare.
        Här är ett meddelande som du kan skicka:
        Hej Anna! Tack för att du hörde av dig. När passar det dig att prata?
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-23 12.00 → leader  Rött, i Nya ledare: Bo Berg har inte svarat mig sedan måndag 2 mars 2026, och Anna Ek får inte heller svar. Det sa Anna Ek i förtroende.
        Här är ett meddelande som du kan skicka:
        Hej Bo! Jag har inte hört något från dig på ett tag och undrar hur det är. Om det är mycket just nu kan vi göra en paus. Skriv gärna några ord till mig.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    ");
    world.says("bo", "hej").await;
    world.until("2026-03-23 18:00").await;
    world.transcript();
    world.says("leader", "följ upp").await;
    let seen = world.transcript();
    assert!(!seen.contains("Bo Berg har inte svarat mig"), "{seen}");
}
