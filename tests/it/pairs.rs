//! How leaders make pairs and see how it stands with them.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn pairs_are_listed_shown_and_reminded() {
    let mut world = World::asked().await;
    world.says("grace", "book 5/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.says("anna", "vi har träffats").await;
    world.says("leader", "pair list").await;
    world.says("leader", "pair show 1").await;
    world.says("leader", "pair remind 1").await;
    world.says("leader", "pair remind 2").await;
    world.says("leader", "program status").await;
    assert_snapshot!(world.transcript(), @"
    grace: book 5/3 13:00
    2026-03-02 12.00 → grace  You and Ada are meeting on Thursday 5 March 2026, 13:00.
        Shall I book that?
        [Yes, book it] [No]
    grace: [Yes, book it]
    2026-03-02 12.00 → grace  Meeting 1 with Ada is booked: Thursday 5 March 2026, 13:00.
    2026-03-02 12.00 → ada+grace  Grace has booked a meeting for the two of you: Thursday 5 March 2026, 13:00.
        <mentorskap-1.ics>
    anna: vi har träffats
    2026-03-02 12.00 → anna  Tack! Vad bra att du och Bo har träffats. Boka gärna nästa träff redan nu.
    2026-03-02 12.00 → anna  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    leader: pair list
    2026-03-02 12.00 → leader  2 mentorpar i Nya ledare:
        – 1 Bo Berg och Anna Ek: ingen träff är bokad. Inte helt igång: överenskommelsen är inte klar, och de har planerat 1 av 3 träffar
        – 2 Ada Moore och Grace Hill: nästa träff torsdag 5 mars 2026 kl. 13.00. Inte helt igång: överenskommelsen är inte klar, och de har planerat 1 av 3 träffar
    leader: pair show 1
    2026-03-02 12.00 → leader  Mentorpar 1: Bo Berg (mentor) och Anna Ek (adept)
        – Nu: ingen träff är bokad
        – Träffar som har varit: 1 av 8
        – 1 måndag 2 mars 2026 med Bo och Anna: blev av
    2026-03-02 12.00 → leader  Mentorpar 1 har inte kommit igång helt än: överenskommelsen är inte klar, och de har planerat 1 av 3 träffar.
    leader: pair remind 1
    2026-03-02 12.00 → leader  Mentorpar 1 får en fråga om nästa träff så snart det är en lämplig tid på dagen.
    2026-03-02 12.00 → bo  Hej Bo! Det är dags för nästa träff med Anna.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-02 12.00 → anna  Hej Anna! Det är dags för nästa träff med Bo.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    leader: pair remind 2
    2026-03-02 12.00 → leader  Det finns inget att påminna mentorpar 2 om: nästa träff torsdag 5 mars 2026 kl. 13.00.
    leader: program status
    2026-03-02 12.00 → leader  Nya ledare: pågår
        – Från måndag 2 mars 2026 till torsdag 1 oktober 2026
        – Mentorer: 2
        – Adepter: 2
        – Har inte gått med än: 0
        – Mentorpar: 2, med bokad träff: 1
        – Träffar som har varit: 1 av 16
        – Att följa upp: 0
        Inget väntar på dig. Du kan alltid kontrollera det med `följ upp`
    2026-03-02 12.00 → leader  Träffar som har blivit av i Nya ledare sedan starten:
        – måndag 2 mars 2026: 1 av 0 enligt planen
        Mentorparen:
        – Nästa träff är bokad: 1
        – Ingen träff är bokad: 1
        <mentorskap.png>
    ");
}

#[tokio::test]
async fn what_goes_wrong_when_pairs_are_made_is_said() {
    let mut world = World::new().await;
    for typed in [
        "pair list",
        "pair add anna",
        "pair add anna bo",
        "nytt mentorpar bo anna",
        "pair add bo bo",
        "pair add ada anna",
        "pair add ada and grace",
        "pair add ada cesar",
        "pair add adda grace",
        "pair show 3",
        "pair show 1",
        "programme resume",
        "programme start",
        "programme start",
    ] {
        world.says("leader", typed).await;
    }
    assert_snapshot!(world.transcript(), @r"
    leader: pair list
    2026-03-02 08.00 → leader  Det finns inga mentorpar i Nya ledare än.
    leader: pair add anna
    2026-03-02 08.00 → leader  Det saknas något. Skriv så här: `nytt mentorpar MENTOR ADEPT`
    leader: pair add anna bo
    2026-03-02 08.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är nu mentorpar 1.
    leader: nytt mentorpar bo anna
    2026-03-02 08.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är redan mentorpar 1.
    leader: pair add bo bo
    2026-03-02 08.00 → leader  Bo Berg är inte adept i programmet. Skriv mentorn först och sedan adepten, eller lägg till Bo Berg som adept.
    leader: pair add ada anna
    2026-03-02 08.00 → leader  Anna Ek har redan en mentor, i mentorpar 1. Välj en annan adept.
    leader: pair add ada and grace
    2026-03-02 08.00 → leader  Ada Moore (mentor) och Grace Hill (adept) är nu mentorpar 2.
    leader: pair add ada cesar
    2026-03-02 08.00 → leader  Jag hittar ingen som heter ”cesar”. Kontrollera namnet och skriv det igen.
    leader: pair add adda grace
    2026-03-02 08.00 → leader  Jag hittar ingen som heter ”adda”. Menade du ada?
    leader: pair show 3
    2026-03-02 08.00 → leader  Det finns inget mentorpar med nummer 3. Skriv `lista mentorpar` för att se numren.
    leader: pair show 1
    2026-03-02 08.00 → leader  Mentorpar 1: Bo Berg (mentor) och Anna Ek (adept)
        – Nu: programmet har inte startat
        – Träffar som har varit: 0 av 8
    leader: programme resume
    2026-03-02 08.00 → leader  Programmet Nya ledare är inte pausat.
    leader: programme start
    2026-03-02 08.00 → leader  Nya ledare har startat. Mentorparen får ett välkomstmeddelande så snart det är en lämplig tid på dagen, tidigast programmets första dag.
        Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 2 mars 2026 kl. 09.00.
    leader: programme start
    2026-03-02 08.00 → leader  Programmet Nya ledare pågår redan.
    ");
    world.until("2026-03-02 12:00").await;
}

#[tokio::test]
async fn a_pair_that_is_made_in_a_break_of_the_programme_begins_with_it() {
    let mut world = World::started().await;
    world.says("leader", "people add Eva Ek adept console:eva").await;
    world.says("leader", "people add Ove Alm mentor console:ove").await;
    world.says("leader", "programme pause").await;
    world.says("leader", "pair add ove eva").await;
    world.until("2026-03-05 12:00").await;
    world.says("leader", "programme resume").await;
    world.transcript();
    world.until("2026-03-10 12:00").await;
    let seen = world.receivers();
    assert!(seen.contains("→ eva") && seen.contains("→ ove"), "{seen}");
}
