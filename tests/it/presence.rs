//! Somebody leaves where the programme takes place, and comes back.

use insta::assert_snapshot;
use mentorskap::platform::{Presence, Undeliverable};

use crate::support::{Fate, World};

#[tokio::test]
async fn leaders_hear_within_a_day_that_somebody_has_left() {
    let (mut world, pretend) = World::troubled().await;
    pretend.tells("anna", Presence::Gone);
    world.until("2026-03-04 09:00").await;
    assert_snapshot!(pretend.read(), @"
    → leader  Anna Ek har lämnat servern där jag kan skriva till folk, så jag når inte Anna Ek i Nya ledare.
        Kontakta Anna Ek på ett annat sätt, och fråga om det var meningen. Om Anna Ek kommer tillbaka märker jag det och berättar vad som har hänt under tiden.
        [Klart] [Påminn mig om 14 dagar]
    ");
    world.says("leader", "följ upp").await;
    assert_snapshot!(pretend.read(), @"
    → leader  En sak att följa upp i Nya ledare:
        – Rött: Anna Ek har lämnat servern där jag kan skriva till folk. Jag märkte det tisdag 3 mars 2026.
    → leader  Anna Ek har lämnat servern där jag kan skriva till folk, så jag når inte Anna Ek i Nya ledare.
        Kontakta Anna Ek på ett annat sätt, och fråga om det var meningen. Om Anna Ek kommer tillbaka märker jag det och berättar vad som har hänt under tiden.
        [Klart] [Påminn mig om 14 dagar]
    ");
}

#[tokio::test]
async fn whoever_comes_back_reads_once_what_they_have_missed() {
    let (mut world, pretend) = World::troubled().await;
    world.says("bo", "boka träff 5/3 13.00").await;
    world.says("bo", "ja").await;
    world.says("bo", "boka träff 19/3 13.00").await;
    world.says("bo", "ja").await;
    pretend.tells("anna", Presence::Gone);
    world.until("2026-03-09 12:00").await;
    pretend.read();
    pretend.tells("anna", Presence::Here);
    world.until("2026-03-11 12:00").await;
    assert_snapshot!(pretend.read(), @"
    → anna  Välkommen tillbaka! Nu är allt i gång igen. Här är det som hände under tiden och det som kommer:
        – En träff med Bo var bokad torsdag 5 mars 2026 kl. 13.00
        – Nästa träff med Bo: torsdag 19 mars 2026 kl. 13.00
    ");
    // Their leader has nothing to do about it any longer.
    world.says("leader", "följ upp").await;
    let seen = pretend.read();
    assert!(seen.contains("följa upp") && !seen.contains("lämnat servern"), "{seen}");
}

#[tokio::test]
async fn a_letter_that_does_not_arrive_has_it_asked_at_once() {
    let (mut world, pretend) = World::troubled().await;
    pretend.tells("anna", Presence::Gone);
    pretend.then("anna", &[Fate::Fails(Undeliverable::Closed)]);
    world.says("bo", "föreslå tid 5/3 13.00").await;
    let seen = pretend.read();
    assert!(seen.contains("Anna Ek har lämnat servern"), "{seen}");
    assert!(!seen.contains("kommer inte fram"), "{seen}");
}

#[tokio::test]
async fn what_cannot_be_told_accuses_nobody() {
    let (mut world, pretend) = World::troubled().await;
    for who in ["anna", "bo", "ada", "grace", "leader"] {
        pretend.tells(who, Presence::Unknown);
    }
    world.until("2026-03-05 12:00").await;
    assert!(!pretend.read().contains("lämnat servern"));
}
