//! What an adept wants to reach: set, shared, scored, and seen by nobody whom the adept doesn't show it.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn an_adept_sets_goals_and_says_how_far_they_came() {
    let mut world = World::started().await;
    for said in [
        "mina mål",
        "nytt mål Hålla en presentation för ledningen",
        "nytt mål Lära känna fler i branschen",
        "vikta mål 1 3",
        "vikta mål 1 4",
        "nytt delmål 1 Öva med Bo",
        "delmål klart 1 1",
        "delmål klart 1 2",
        "ändra mål 2 Lära känna tre personer i branschen",
        "dela mål 1",
        "mina mål",
        "bedöm mål 1 +1",
        "bedöm mål 2",
        "-2",
        "mina mål",
        "ta bort mål 2",
        "nytt mål Tredje",
        "bedöm mål 2 1",
        "bedöm mål 1 7",
    ] {
        world.says("anna", said).await;
    }
    assert_snapshot!(world.transcript(), @"
    anna: mina mål
    2026-03-02 08.59 → anna  Du har inte satt något mål än. Skriv `nytt mål TEXT` när du vill sätta ett. Det är bra att lära känna varandra först.
    anna: nytt mål Hålla en presentation för ledningen
    2026-03-02 08.59 → anna  Bra, det är mål 1. Bara du ser det. Skriv `dela mål 1` om Bo också ska se det.  [Gör målet tydligare]
    anna: nytt mål Lära känna fler i branschen
    2026-03-02 08.59 → anna  Bra, det är mål 2. Bara du ser det. Skriv `dela mål 2` om Bo också ska se det.  [Gör målet tydligare]
    anna: vikta mål 1 3
    2026-03-02 08.59 → anna  Mål 1 väger nu 3. Det räknas när målen läggs samman.
    anna: vikta mål 1 4
    2026-03-02 08.59 → anna  Ett mål kan väga 1, 2 eller 3. Skriv till exempel `vikta mål 1 3`
    anna: nytt delmål 1 Öva med Bo
    2026-03-02 08.59 → anna  Delmål 1 till mål 1 är sparat. Skriv `delmål klart 1 1` när du har nått det.
    anna: delmål klart 1 1
    2026-03-02 08.59 → anna  Bra jobbat! Delmål 1 till mål 1 är klart: Öva med Bo
    anna: delmål klart 1 2
    2026-03-02 08.59 → anna  Mål 1 har inget delmål 2. Skriv `mina mål` för att se dem.
    anna: ändra mål 2 Lära känna tre personer i branschen
    2026-03-02 08.59 → anna  Mål 2 är nu: Lära känna tre personer i branschen
    anna: dela mål 1
    2026-03-02 08.59 → anna  Nu ser Bo mål 1. Skriv `dela mål 1` en gång till om du vill sluta dela det.
    anna: mina mål
    2026-03-02 08.59 → anna  Dina mål:
        – 1 Hålla en presentation för ledningen (vikt 3, Bo ser det)
        – 1, delmål 1: Öva med Bo – klart
        – 2 Lära känna tre personer i branschen (vikt 1, bara du ser det)
    anna: bedöm mål 1 +1
    2026-03-02 08.59 → anna  Tack! Mål 1, halvtid: +1 längre än väntat.
    anna: bedöm mål 2
    2026-03-02 08.59 → anna  Hur långt kom du med målet ”Lära känna tre personer i branschen”?  [−2 mycket kortare än väntat] [−1 kortare än väntat] [0 så långt som väntat] [+1 längre än väntat] [+2 mycket längre än väntat]
    anna: -2
    2026-03-02 08.59 → anna  Tack! Mål 2, halvtid: −2 mycket kortare än väntat.
    2026-03-02 08.59 → anna  Alla mål tillsammans, halvtid: 52,9. 50 betyder att det gick som väntat.
    anna: mina mål
    2026-03-02 08.59 → anna  Dina mål:
        – 1 Hålla en presentation för ledningen (vikt 3, Bo ser det)
        – 1, delmål 1: Öva med Bo – klart
        – 1, halvtid: +1 längre än väntat
        – 2 Lära känna tre personer i branschen (vikt 1, bara du ser det)
        – 2, halvtid: −2 mycket kortare än väntat
        – Alla mål tillsammans, halvtid: 52,9. 50 betyder att det gick som väntat.
    anna: ta bort mål 2
    2026-03-02 08.59 → anna  Mål 2 är raderat.
    anna: nytt mål Tredje
    2026-03-02 08.59 → anna  Bra, det är mål 3. Bara du ser det. Skriv `dela mål 3` om Bo också ska se det.  [Gör målet tydligare]
    anna: bedöm mål 2 1
    2026-03-02 08.59 → anna  Det finns inget mål med nummer 2. Skriv `mina mål` för att se dem som finns.
    anna: bedöm mål 1 7
    2026-03-02 08.59 → anna  Det saknas något. Skriv så här: `bedöm mål N [−2 till +2]`
    ");
}

#[tokio::test]
async fn goals_are_seen_by_those_whom_the_adept_shows_them() {
    let mut world = World::started().await;
    world.says("anna", "nytt mål Xyzzy").await;
    world.says("anna", "nytt mål Quux").await;
    world.transcript();
    world.says("bo", "mina mål").await;
    world.says("anna", "dela mål 2").await;
    world.says("bo", "mina mål").await;
    world.says("bo", "ta bort mål 2").await;
    world.says("leader", "visa mentorpar 1").await;
    world.says("anna", "dela mål 2").await;
    world.says("bo", "mina mål").await;
    world.says("grace", "my goals").await;
    let shown = world.transcript();
    assert!(!shown.contains("Xyzzy"), "{shown}");
    assert_snapshot!(shown, @"
    bo: mina mål
    2026-03-02 08.59 → bo  Anna har inte delat något mål med dig än.
    anna: dela mål 2
    2026-03-02 08.59 → anna  Nu ser Bo mål 2. Skriv `dela mål 2` en gång till om du vill sluta dela det.
    bo: mina mål
    2026-03-02 08.59 → bo  Mål som Anna delar med dig:
        – 2 Quux (vikt 1)
    bo: ta bort mål 2
    2026-03-02 08.59 → bo  Det är bara Anna som kan ändra sina mål. Skriv `mina mål` för att se dem som Anna delar med dig.
    leader: visa mentorpar 1
    2026-03-02 08.59 → leader  Mentorpar 1: Bo Berg (mentor) och Anna Ek (adept)
        – Nu: ingen träff är bokad
        – Träffar som har varit: 0 av 8
    2026-03-02 08.59 → leader  Mentorpar 1 har inte kommit igång helt än: överenskommelsen är inte klar, och de har planerat 0 av 3 träffar.
    2026-03-02 08.59 → leader  Mål: 2, delade med mentorn: 1, bedömda: 0.
    anna: dela mål 2
    2026-03-02 08.59 → anna  Nu ser bara du mål 2. Bo ser det inte längre.
    bo: mina mål
    2026-03-02 08.59 → bo  Anna har inte delat något mål med dig än.
    grace: my goals
    2026-03-02 08.59 → grace  You haven't set a goal yet. Write `goal add TEXT` when you want to. It is good to get to know each other first.
    ");
    world.says("anna", &format!("nytt mål {}", "å".repeat(10_000))).await;
    assert!(world.transcript().contains("högst 500 tecken"), "it isn't refused");
    world.says("anna", "radera mina uppgifter").await;
    world.presses("anna", "Radera allt").await;
    world.until("2026-03-02 10:00").await;
    for word in ["Xyzzy", "Quux"] {
        assert!(!world.database.holds(word).await, "{word} is still there");
    }
}

/// A button of somebody else's goal does nothing.
#[tokio::test]
async fn help_makes_a_goal_clearer() {
    let mut world = World::started().await;
    world.says("anna", "nytt mål Våga mer").await;
    world.presses("anna", "Gör målet tydligare").await;
    let shown = world.transcript();
    assert!(shown.contains("Mätbart: hur märker du att du är framme?"), "{shown}");
    for token in ["1:goal-help:1", "1:score:1:2"] {
        let said = world.forges("bo", token).await;
        assert!(!said.join("\n").contains("Våga mer"), "{said:?}");
    }
    let scored = "select count(*) from goals where halftime is not null or close is not null";
    assert_eq!(world.number(scored).await, 0);
}
