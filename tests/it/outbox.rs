//! What leaders see and decide of what the bot sends.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn an_announcement_is_shown_first_and_the_ceiling_applies() {
    let mut world = World::asked().await;
    world.says("leader", "announce").await;
    world.says("leader", "meddela alla Programträff på tisdag.").await;
    world.says("leader", "skicka inte").await;
    world.says("leader", "meddela alla Programträff på onsdag.").await;
    world.says("leader", "skicka").await;
    world.until("2026-03-02 18:00").await;
    world.says("leader", "utkorg").await;
    assert_snapshot!(world.transcript(), @r"
    leader: announce
    2026-03-02 12.00 → leader  Det saknas något. Skriv så här: `meddela alla TEXT`
    leader: meddela alla Programträff på tisdag.
    2026-03-02 12.00 → leader  4 personer får det här meddelandet:
        Programträff på tisdag.
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: skicka inte
    2026-03-02 12.00 → leader  Okej, jag skickar det inte.
    leader: meddela alla Programträff på onsdag.
    2026-03-02 12.00 → leader  4 personer får det här meddelandet:
        Programträff på onsdag.
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: skicka
    2026-03-02 12.00 → leader  4 personer får meddelandet så snart det är en lämplig tid på dagen.
    leader: utkorg
    2026-03-02 18.00 → leader  Meddelanden i Nya ledare:
        – Skickade: 10
        – Väntar: 4
        Väntar eller är stoppade:
        – 21 Till Ada Moore, ett meddelande till alla: uppskjutet till tisdag 3 mars 2026 kl. 09.10, eftersom personen redan hade fått ett meddelande den dagen
        – 20 Till Grace Hill, ett meddelande till alla: uppskjutet till tisdag 3 mars 2026 kl. 09.37, eftersom personen redan hade fått ett meddelande den dagen
        – 19 Till Bo Berg, ett meddelande till alla: uppskjutet till tisdag 3 mars 2026 kl. 09.40, eftersom personen redan hade fått ett meddelande den dagen
        – 18 Till Anna Ek, ett meddelande till alla: uppskjutet till tisdag 3 mars 2026 kl. 10.19, eftersom personen redan hade fått ett meddelande den dagen
    ");

    // They were asked to book on Monday: one message a day.
    world.until("2026-03-03 18:00").await;
    assert_snapshot!(world.transcript(), @r"
    2026-03-03 09.10 → ada  A message from Lotta, programme leader of New leaders:
        Programträff på onsdag.
    2026-03-03 09.37 → grace  A message from Lotta, programme leader of New leaders:
        Programträff på onsdag.
    2026-03-03 09.40 → bo  Meddelande från Lotta, programledare för Nya ledare:
        Programträff på onsdag.
    2026-03-03 10.19 → anna  Meddelande från Lotta, programledare för Nya ledare:
        Programträff på onsdag.
    ");
}

#[tokio::test]
async fn the_outbox_is_listed_and_what_waits_can_be_taken_back() {
    let mut world = World::asked().await;
    world.says("leader", "people add Eva Ek adept").await;
    world.says("leader", "announce Hej!").await;
    world.says("leader", "skicka").await;
    world.transcript();
    let first = world.number("select min(id) from outbox where state = 'waiting'").await;

    world.says("leader", "outbox").await;
    world.says("leader", &format!("outbox cancel {first}")).await;
    world.says("leader", &format!("outbox cancel {first}")).await;
    world.says("leader", &format!("outbox retry {first}")).await;
    world.says("leader", "outbox retry 1").await;
    world.says("leader", "outbox cancel 99999").await;
    world.says("leader", "outbox cancel x").await;
    world.until("2026-03-31 18:00").await;
    world.says("leader", "outbox").await;
    assert_snapshot!(world.transcript(), @"
    leader: outbox
    2026-03-02 12.00 → leader  Meddelanden i Nya ledare:
        – Skickade: 10
        – Väntar: 4
        Väntar eller är stoppade:
        – 19 Till Ada Moore, ett meddelande till alla: planerat till måndag 2 mars 2026 kl. 12.40
        – 18 Till Grace Hill, ett meddelande till alla: planerat till måndag 2 mars 2026 kl. 13.07
        – 17 Till Bo Berg, ett meddelande till alla: planerat till måndag 2 mars 2026 kl. 13.10
        – 16 Till Anna Ek, ett meddelande till alla: planerat till måndag 2 mars 2026 kl. 13.49
    leader: outbox cancel 16
    2026-03-02 12.00 → leader  Meddelande 16 skickas inte.
    leader: outbox cancel 16
    2026-03-02 12.00 → leader  Meddelande 16 går inte att ändra längre.
    leader: outbox retry 16
    2026-03-02 12.00 → leader  Meddelande 16 går inte att ändra längre.
    leader: outbox retry 1
    2026-03-02 12.00 → leader  Det finns inget meddelande med nummer 1. Skriv `utkorg` för att se numren.
    leader: outbox cancel 99999
    2026-03-02 12.00 → leader  Det finns inget meddelande med nummer 99999. Skriv `utkorg` för att se numren.
    leader: outbox cancel x
    2026-03-02 12.00 → leader  Det saknas något. Skriv så här: `ta tillbaka N`
    2026-03-03 09.10 → ada  A message from Lotta, programme leader of New leaders:
        Hej!
    2026-03-03 09.37 → grace  A message from Lotta, programme leader of New leaders:
        Hej!
    2026-03-03 09.40 → bo  Meddelande från Lotta, programledare för Nya ledare:
        Hej!
    2026-03-09 09.32 → anna  Hej igen Anna! Jag känner inte till någon bokad tid för dig och Bo än.
        Har ni hittat en tid för nästa träff?
        [Vi har bokat] [Inte än]
    2026-03-09 09.43 → bo  Hej igen Bo! Jag känner inte till någon bokad tid för dig och Anna än.
        Har ni hittat en tid för nästa träff?
        [Vi har bokat] [Inte än]
    2026-03-09 09.48 → ada  Hello again, Ada. I don't know of a booked time for you and Grace yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-09 10.44 → grace  Hello again, Grace. I don't know of a booked time for you and Ada yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-16 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 2 gula saker.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem två gånger.
        – Gult, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem två gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-16 09.14 → ada  Hello Ada, this is my last reminder about your next meeting with Grace. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-16 09.28 → bo  Hej Bo! Det här är min sista påminnelse om nästa träff med Anna. Om den inte blir bokad berättar jag det för programledaren, som kan hjälpa er att hitta en tid.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-16 10.39 → grace  Hello Grace, this is my last reminder about your next meeting with Ada. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-16 10.53 → anna  Hej Anna! Det här är min sista påminnelse om nästa träff med Bo. Om den inte blir bokad berättar jag det för programledaren, som kan hjälpa er att hitta en tid.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-23 08.30 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-23 08.30 → leader  Rött: mentorpar 2, Ada Moore (mentor) och Grace Hill (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hello Ada and Grace, I see that your next meeting isn't booked yet. How are things going? Please tell me if I can help you find a time, or if something else makes it hard to meet.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-23 09.00 → leader  Att följa upp den här veckan i Nya ledare: 2 röda saker och inget gult.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-30 09.00 → leader  Att följa upp den här veckan i Nya ledare: 2 röda saker och inget gult.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    leader: outbox
    2026-03-31 18.00 → leader  26 meddelanden har skickats i Nya ledare. Inget väntar.
    ");
}
