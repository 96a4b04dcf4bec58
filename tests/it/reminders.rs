//! Before a meeting: what is booked stands in people's own calendars, and each is reminded as they wish,
//! with their own last note, the goals and something to talk about.

use std::{fs, process::Command};

use insta::assert_snapshot;

use crate::support::{World, peers::peer};

/// A calendar that isn't ours takes in what is booked, moved and cancelled, each in its place.
#[tokio::test]
async fn what_is_booked_moved_and_cancelled_is_so_in_a_calendar() {
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let mut world = World::started().await;
    world
        .says(
            "anna",
            "boka träff 5/3 13.00, Café Åsa; \"hörnet\", Långa gatan 12, 3 tr, porten till vänster",
        )
        .await;
    world.presses("anna", "Ja, boka").await;
    world.says("anna", "boka träff 19/3 14.30").await;
    world.presses("anna", "Ja, boka").await;
    world.until("2026-03-03 09:00").await;
    world.says("bo", "flytta träff 1 6/3 15.30").await;
    world.presses("bo", "Ja, flytta").await;
    world.until("2026-03-04 09:00").await;
    world.says("anna", "avboka träff 1").await;
    world.presses("anna", "Ja, avboka").await;
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> =
        world.stage.files.iter().filter(|(name, _)| name.contains(".ics")).collect();
    for (nth, (name, text)) in (1..).zip(files) {
        fs::write(folder.path().join(format!("{nth}-{name}")), text).unwrap();
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peers/calendar_check.py");
    let checked = Command::new(python).arg(script).arg(folder.path()).output().unwrap();
    let told = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    assert_snapshot!(told, @r#"
    1-mentorskap-1.ics: 2026-03-05 12:00–13:00 UTC Mentorskap: Bo och Anna (Café Åsa; "hörnet", Långa gatan 12, 3 tr, porten till vänster)
    2-mentorskap-2.ics: 2026-03-05 12:00–13:00 UTC Mentorskap: Bo och Anna (Café Åsa; "hörnet", Långa gatan 12, 3 tr, porten till vänster); 2026-03-19 13:30–14:30 UTC Mentorskap: Bo och Anna ()
    3-mentorskap-1.ics: 2026-03-06 14:30–15:30 UTC Mentorskap: Bo och Anna (Café Åsa; "hörnet", Långa gatan 12, 3 tr, porten till vänster); 2026-03-19 13:30–14:30 UTC Mentorskap: Bo och Anna ()
    4-mentorskap-1.ics: 2026-03-19 13:30–14:30 UTC Mentorskap: Bo och Anna ()
    "#);
}

#[tokio::test]
async fn each_is_reminded_as_they_wish_with_what_is_their_own() {
    let mut world = World::started().await;
    world.says("anna", "vi har träffats").await;
    world.says("anna", "anteckna Fråga om styrgruppen").await;
    world.says("anna", "boka träff 12/3 13.00, Café Åsa").await;
    world.presses("anna", "Ja, boka").await;
    world.until("2026-03-10 12:00").await;
    world.says("bo", "inställningar påminnelser").await;
    world.presses("bo", "En dag före").await;
    world.transcript();
    world.until("2026-03-12 12:30").await;
    world.says("anna", "nytt mål Hålla en presentation för ledningen").await;
    world.says("anna", "nytt delmål 1 Öva med Bo").await;
    world.says("anna", "dela mål 1").await;
    world.says("anna", "samtalsämne").await;
    world.says("bo", "samtalsämne").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-11 13.00 → bo  I morgon ses du och Anna: torsdag 12 mars 2026 kl. 13.00. Plats: Café Åsa.
        – Fråga vad Anna vill ha uppnått när programmet är slut.
        – Fråga varför det är viktigt för Anna just nu.
        – Fråga vad Anna redan har provat, innan du ger råd.
    2026-03-11 13.00 → anna  I morgon ses du och Bo: torsdag 12 mars 2026 kl. 13.00. Plats: Café Åsa.
        – Din senaste anteckning, måndag 2 mars 2026: Fråga om styrgruppen
        – Har du tänkt på vad du vill uppnå? Skriv `nytt mål` och ditt mål. Bara du ser det, om du inte delar det.
        – Vad vill du kunna, eller ha gjort, när programmet är slut?
        – Varför är det viktigt för dig just nu?
        – Vad vore ett bra första steg?
    2026-03-12 12.00 → anna  Om en timme ses du och Bo: torsdag 12 mars 2026 kl. 13.00. Plats: Café Åsa.
    anna: nytt mål Hålla en presentation för ledningen
    2026-03-12 12.30 → anna  Bra, det är mål 1. Bara du ser det. Skriv `dela mål 1` om Bo också ska se det.  [Gör målet tydligare]
    anna: nytt delmål 1 Öva med Bo
    2026-03-12 12.30 → anna  Delmål 1 till mål 1 är sparat. Skriv `delmål klart 1 1` när du har nått det.
    anna: dela mål 1
    2026-03-12 12.30 → anna  Nu ser Bo mål 1. Skriv `dela mål 1` en gång till om du vill sluta dela det.
    anna: samtalsämne
    2026-03-12 12.30 → anna  Till din nästa träff med Bo:
        – Din senaste anteckning, måndag 2 mars 2026: Fråga om styrgruppen
        – Ditt mål 1: Hålla en presentation för ledningen. Nästa delmål: Öva med Bo
        – Vad vill du kunna, eller ha gjort, när programmet är slut?
        – Varför är det viktigt för dig just nu?
        – Vad vore ett bra första steg?
    bo: samtalsämne
    2026-03-12 12.30 → bo  Till din nästa träff med Anna:
        – Anna vill uppnå: Hålla en presentation för ledningen
        – Fråga vad Anna vill ha uppnått när programmet är slut.
        – Fråga varför det är viktigt för Anna just nu.
        – Fråga vad Anna redan har provat, innan du ger råd.
    ");
}

/// A paused pair is reminded of nothing, and nothing comes late.
#[tokio::test]
async fn whoever_takes_a_break_is_not_reminded() {
    let mut world = World::started().await;
    world.says("anna", "boka träff 5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("bo", "pausa till 9/3").await;
    world.transcript();
    world.until("2026-03-08 12:00").await;
    let seen = world.transcript();
    assert!(!seen.contains("ses du och"), "{seen}");
}
