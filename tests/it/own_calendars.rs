//! Somebody lets the bot know when they are busy: by a file, or by an address that it reads.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use insta::assert_snapshot;
use mentorskap::{
    domain::{
        inbound::{RoomKind, Said},
        own_calendar::Unread,
    },
    feed::Reader,
};

use crate::support::World;

/// What is at every address.
struct There(Mutex<Result<String, Unread>>);

#[async_trait]
impl Reader for There {
    async fn fetch(&self, address: &str) -> Result<String, Unread> {
        assert_eq!(address, "https://example.org/anna.ics");
        self.0.lock().unwrap().clone()
    }
}

impl There {
    fn is(&self, what: Result<&str, Unread>) {
        *self.0.lock().unwrap() = what.map(calendar);
    }
}

/// Busy all Thursday afternoon, each week.
const THURSDAYS: &str = "DTSTART;TZID=Europe/Stockholm:20260105T120000\r\nDURATION:PT5H\r\n\
                         RRULE:FREQ=WEEKLY;BYDAY=TH\r\nSUMMARY:Samtal med läkaren\r\n";

fn calendar(event: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n")
}

async fn with_reader() -> (World, Arc<There>) {
    let mut world = World::asked().await;
    let there = Arc::new(There(Mutex::new(Ok(calendar(THURSDAYS)))));
    world.stage.app.reader = Some(there.clone());
    (world, there)
}

/// What the bot does beside everything else.
async fn reads(world: &mut World) {
    while world.stage.app.read_own_calendar().await.unwrap() {}
    world.until_now().await;
}

#[tokio::test]
async fn an_address_is_read_and_what_it_says_is_left_out_of_suggestions() {
    let (mut world, _) = with_reader().await;
    world.says("anna", "inställningar kalender").await;
    world.says("anna", "inställningar kalender https://example.org/anna.ics").await;
    reads(&mut world).await;
    world.says("anna", "inställningar kalender").await;
    world.says("bo", "föreslå tid").await;
    world.says("anna", "inställningar kalender av").await;
    world.says("anna", "inställningar kalender").await;
    assert_snapshot!(world.transcript(), @"
    anna: inställningar kalender
    2026-03-02 12.00 → anna  Jag kan titta i din kalender när du och din mentor eller adept vill hitta en tid. Jag sparar bara när du är upptagen, aldrig vad du gör eller med vem, och bara jag ser det.
        Skicka en kalenderfil (.ics) till mig här, eller ge mig kalenderns hemliga adress: `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kan läsa din kalender: du har 13 upptagna tider de kommande veckorna. Från och med nu hoppar jag över dem när jag föreslår tider. Jag läser den igen flera gånger om dagen.
    anna: inställningar kalender
    2026-03-02 12.00 → anna  Jag känner till 13 upptagna tider de kommande veckorna. Jag läste din kalender måndag 2 mars 2026. För att ändra det skriver du `inställningar kalender [ADRESS]`, eller `inställningar kalender av` så glömmer jag den.
    bo: föreslå tid
    2026-03-02 12.00 → bo  De här tiderna borde passa både dig och Anna:
        – onsdag 4 mars 2026 kl. 13.00
        – torsdag 5 mars 2026 kl. 10.00
        – fredag 6 mars 2026 kl. 15.00
        – måndag 9 mars 2026 kl. 09.00
        Ska jag be Anna välja en av dem?
        [Ja, fråga] [Visa andra tider] [Nej]
    anna: inställningar kalender av
    2026-03-02 12.00 → anna  Jag har glömt din kalender och allt jag visste från den.
    anna: inställningar kalender
    2026-03-02 12.00 → anna  Jag kan titta i din kalender när du och din mentor eller adept vill hitta en tid. Jag sparar bara när du är upptagen, aldrig vad du gör eller med vem, och bara jag ser det.
        Skicka en kalenderfil (.ics) till mig här, eller ge mig kalenderns hemliga adress: `inställningar kalender [ADRESS]`
    ");
}

#[tokio::test]
async fn what_cannot_be_read_is_said_with_why_and_once() {
    let (mut world, there) = with_reader().await;
    world.says("anna", "inställningar kalender min@kalender.se").await;
    for why in [
        Unread::Private,
        Unread::Silent,
        Unread::TooLong,
        Unread::Refused { status: 404 },
        Unread::NoCalendar,
        Unread::NoHost,
        Unread::NoAddress,
    ] {
        there.is(Err(why));
        world.says("anna", "inställningar kalender https://example.org/anna.ics").await;
        reads(&mut world).await;
    }
    world.until("2026-03-06 12:00").await;
    reads(&mut world).await;
    there.is(Ok(THURSDAYS));
    world.until("2026-03-07 12:00").await;
    reads(&mut world).await;
    assert_snapshot!(world.transcript(), @"
    anna: inställningar kalender min@kalender.se
    2026-03-02 12.00 → anna  Jag behöver en adress som börjar med https:// eller webcal://. I de flesta kalendrar heter den hemlig adress eller adress i iCal-format. Skriv `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Adressen ligger i ett privat nätverk, och där tittar jag inte. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Den svarade inte i tid. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Den är för stor: jag läser högst fem megabyte. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Den svarade med felet 404. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Det är inte en kalender i iCal-format. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Jag nådde inget på den adressen. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`
    anna: inställningar kalender https://example.org/anna.ics
    2026-03-02 12.00 → anna  Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
    2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Det är inte en adress som jag kan läsa. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`
    2026-03-07 12.00 → anna  Jag kan läsa din kalender: du har 13 upptagna tider de kommande veckorna. Från och med nu hoppar jag över dem när jag föreslår tider. Jag läser den igen flera gånger om dagen.
    ");
}

#[tokio::test]
async fn one_that_cannot_be_read_any_longer_is_said_after_three_days() {
    let (mut world, there) = with_reader().await;
    world.says("anna", "inställningar kalender https://example.org/anna.ics").await;
    reads(&mut world).await;
    there.is(Err(Unread::Silent));
    world.transcript();
    for day in 3..=7 {
        for hour in [0, 6, 12, 18] {
            world.until(&format!("2026-03-{day:02} {hour:02}:30")).await;
            reads(&mut world).await;
        }
    }
    let seen = world.transcript();
    assert_eq!(
        seen.matches("Jag har inte kunnat läsa din kalender på tre dagar").count(),
        1,
        "{seen}"
    );
    world.says("bo", "föreslå tid").await;
    let seen = world.transcript();
    assert!(seen.contains("torsdag 12 mars 2026 kl. "), "{seen}");
    for hour in 12..17 {
        assert!(
            !seen.contains(&format!("torsdag 12 mars 2026 kl. {hour}")),
            "it is still known: {seen}"
        );
    }
}

#[tokio::test]
async fn a_file_does_as_well() {
    let mut world = World::asked().await;
    let file = |text: &str| Said::File {
        name: "anna.ics".to_owned(),
        bytes: text.as_bytes().to_vec(),
        text: String::new(),
    };
    let seen = world.stage.hear("anna", "anna", RoomKind::Direct, file(&calendar(THURSDAYS))).await;
    assert_snapshot!(seen.unwrap().join("\n"), @"2026-03-02 12.00 → anna  Tack. Jag har sparat 13 upptagna tider från din fil, och inget annat. Skicka en ny fil när något ändras.");
    let seen = world.stage.hear("anna", "anna", RoomKind::Direct, file("hej")).await;
    assert_snapshot!(seen.unwrap().join("\n"), @"2026-03-02 12.00 → anna  Jag kunde inte läsa din kalender. Det är inte en kalender i iCal-format. För att prova en annan adress skriver du `inställningar kalender [ADRESS]`");
    world.transcript();
    world.says("bo", "föreslå tid").await;
    assert_snapshot!(world.transcript(), @"
    bo: föreslå tid
    2026-03-02 12.00 → bo  De här tiderna borde passa både dig och Anna:
        – onsdag 4 mars 2026 kl. 13.00
        – torsdag 5 mars 2026 kl. 10.00
        – fredag 6 mars 2026 kl. 15.00
        – måndag 9 mars 2026 kl. 09.00
        Ska jag be Anna välja en av dem?
        [Ja, fråga] [Visa andra tider] [Nej]
    ");
}

#[tokio::test]
async fn nobody_else_sees_what_is_in_it_and_it_goes_with_its_owner() {
    let (mut world, _) = with_reader().await;
    world.says("anna", "inställningar kalender https://example.org/anna.ics").await;
    reads(&mut world).await;
    for (who, command) in [
        ("leader", "visa mentorpar 1"),
        ("bo", "status"),
        ("leader", "utkorg"),
        ("anna", "mina uppgifter"),
    ] {
        world.says(who, command).await;
    }
    let seen = world.transcript();
    assert!(!seen.contains("läkaren"), "not even its owner: it isn't kept\n{seen}");
    assert_eq!(seen.matches("example.org/anna.ics").count(), 1, "but for what they typed\n{seen}");
    world.pass(7 * 3600).await;
    assert!(
        world.stage.app.read_own_calendar().await.unwrap(),
        "it is read as long as they are here"
    );
    world.says("anna", "radera mina uppgifter").await;
    world.says("anna", "ja").await;
    world.pass(7 * 3600).await;
    assert!(!world.stage.app.read_own_calendar().await.unwrap());
}
