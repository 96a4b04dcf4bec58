//! Group sessions: planned, answered, moved, and who comes.

use insta::assert_snapshot;

use crate::support::{PEOPLE, PROGRAMME, World};

/// The programme and its people, and a third pair, so that five can want three places.
async fn world() -> World {
    let people = format!("{PEOPLE}eva,Eva Lund,adept,console:eva,sv,\n");
    let mut world = World::with(PROGRAMME, &people).await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add ada grace").await;
    world.says("leader", "pair add bo eva").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-10 08:00").await;
    world.transcript();
    world
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that is seen")]
async fn five_people_and_three_places() {
    let mut world = world().await;
    world.says("leader", "skapa programträff Lunch om nätverk / Networking lunch, torsdag 26 mars kl 12, Stora salen").await;
    world.presses("leader", "Ja").await;
    world.says("leader", "ändra programträff 1 platser 3").await;
    world.until("2026-03-13 17:00").await;
    world.presses("anna", "Jag kommer").await;
    world.presses("bo", "Jag kommer").await;
    world.says("grace", "I'll come").await;
    world.says("ada", "group session yes 1").await;
    world.says("eva", "jag kommer").await;
    world.says("leader", "visa programträff 1").await;
    world.says("leader", "flytta programträff 1 fredag 27 mars kl 12").await;
    world.presses("leader", "Ja, flytta").await;
    world.until("2026-03-16 17:00").await;
    world.presses("bo", "Jag kommer inte").await;
    world.until("2026-03-17 17:00").await;
    world.says("eva", "programträffar").await;
    world.says("leader", "programträffar").await;
    assert_snapshot!(world.transcript(), @"
    leader: skapa programträff Lunch om nätverk / Networking lunch, torsdag 26 mars kl 12, Stora salen
    2026-03-10 08.00 → leader  Lunch om nätverk: torsdag 26 mars 2026 kl. 12.00
        – Plats: Stora salen
        5 personer blir inbjudna nu.
        Ska jag göra så?
        [Ja] [Nej]
    leader: [Ja]
    2026-03-10 08.00 → leader  Lunch om nätverk torsdag 26 mars 2026 kl. 12.00 är planerad, och jag bjuder in 5 personer. Skriv `ändra programträff 1` för att ändra något.
    leader: ändra programträff 1 platser 3
    2026-03-10 08.00 → leader  Programträff 1, Lunch om nätverk, är nu så här:
        – torsdag 26 mars 2026 kl. 12.00
        – Plats: Stora salen
        – Plats för högst 3 personer.
    2026-03-10 08.37 → bo  Välkommen till Lunch om nätverk torsdag 26 mars 2026 kl. 12.00!
        – Plats: Stora salen
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-03-10 09.52 → ada  You're invited to Networking lunch on Thursday 26 March 2026, 12:00.
        – Where: Stora salen
        Will you come?
        [I'll come] [I won't come] [Maybe]
    2026-03-10 09.58 → eva  Välkommen till Lunch om nätverk torsdag 26 mars 2026 kl. 12.00!
        – Plats: Stora salen
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-03-10 10.10 → anna  Välkommen till Lunch om nätverk torsdag 26 mars 2026 kl. 12.00!
        – Plats: Stora salen
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-03-10 10.22 → grace  You're invited to Networking lunch on Thursday 26 March 2026, 12:00.
        – Where: Stora salen
        Will you come?
        [I'll come] [I won't come] [Maybe]
    anna: [Jag kommer]
    2026-03-13 17.00 → anna  Välkommen till Lunch om nätverk torsdag 26 mars 2026 kl. 12.00. Säg till om du får förhinder.
        <mentorskap-g1.ics>
    bo: [Jag kommer]
    2026-03-13 17.00 → bo  Välkommen till Lunch om nätverk torsdag 26 mars 2026 kl. 12.00. Säg till om du får förhinder.
        <mentorskap-g1.ics>
    grace: I'll come
    2026-03-13 17.00 → grace  See you at Networking lunch on Thursday 26 March 2026, 12:00. Please let me know if something comes up.
        <mentorskap-g1.ics>
    ada: group session yes 1
    2026-03-13 17.00 → ada  Networking lunch is full, so you're number 1 on the waiting list. If there's a place for you it's yours, and I'll tell you.
    eva: jag kommer
    2026-03-13 17.00 → eva  Det är fullt på Lunch om nätverk, så du står i kö som nummer 2. Om det blir en plats till dig får du den, och jag säger till.
    leader: visa programträff 1
    2026-03-13 17.00 → leader  Programträff 1: Lunch om nätverk, torsdag 26 mars 2026 kl. 12.00
        – Plats: Stora salen
        – Plats för högst 3 personer.
        – Kommer: Anna Ek, Bo Berg och Grace Hill
        – I kö: Ada Moore och Eva Lund
        Skriv `ändra programträff 1` för att ändra något.
    leader: flytta programträff 1 fredag 27 mars kl 12
    2026-03-13 17.00 → leader  Lunch om nätverk får en ny tid.
        – Från: torsdag 26 mars 2026 kl. 12.00
        – Till: fredag 27 mars 2026 kl. 12.00
        5 personer får veta det och får frågan igen.
        Ska jag flytta den?
        [Ja, flytta] [Nej]
    leader: [Ja, flytta]
    2026-03-13 17.00 → leader  Programträff 1, Lunch om nätverk, är nu så här:
        – fredag 27 mars 2026 kl. 12.00
        – Plats: Stora salen
        – Plats för högst 3 personer.
    2026-03-16 08.30 → anna  Lunch om nätverk har fått en ny tid.
        – Från: torsdag 26 mars 2026 kl. 12.00
        – Till: fredag 27 mars 2026 kl. 12.00
        – Plats: Stora salen
        – Plats för högst 3 personer.
        Kommer du då?
        [Jag kommer] [Jag kommer inte] [Kanske]
        <mentorskap-g1.ics>
    2026-03-16 08.30 → bo  Lunch om nätverk har fått en ny tid.
        – Från: torsdag 26 mars 2026 kl. 12.00
        – Till: fredag 27 mars 2026 kl. 12.00
        – Plats: Stora salen
        – Plats för högst 3 personer.
        Kommer du då?
        [Jag kommer] [Jag kommer inte] [Kanske]
        <mentorskap-g1.ics>
    2026-03-16 08.30 → grace  Networking lunch has a new time.
        – From: Thursday 26 March 2026, 12:00
        – To: Friday 27 March 2026, 12:00
        – Where: Stora salen
        – Room for 3 people at most.
        Will you come then?
        [I'll come] [I won't come] [Maybe]
        <mentorskap-g1.ics>
    2026-03-16 08.30 → ada  Networking lunch has a new time.
        – From: Thursday 26 March 2026, 12:00
        – To: Friday 27 March 2026, 12:00
        – Where: Stora salen
        – Room for 3 people at most.
        Will you come then?
        [I'll come] [I won't come] [Maybe]
        <mentorskap-g1.ics>
    2026-03-16 08.30 → eva  Lunch om nätverk har fått en ny tid.
        – Från: torsdag 26 mars 2026 kl. 12.00
        – Till: fredag 27 mars 2026 kl. 12.00
        – Plats: Stora salen
        – Plats för högst 3 personer.
        Kommer du då?
        [Jag kommer] [Jag kommer inte] [Kanske]
        <mentorskap-g1.ics>
    2026-03-16 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 3 gula saker.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem två gånger.
        – Gult, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem två gånger.
        – Gult, mentorpar 3 (Bo Berg och Eva Lund): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem två gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-16 09.14 → ada  Hello Ada, this is my last reminder about your next meeting with Grace. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-16 09.28 → bo  Hej Bo! Det här är min sista påminnelse om nästa träff med Anna och Eva. Om träffarna inte blir bokade berättar jag det för programledaren, som kan hjälpa er att hitta tider.
        Vem har du bokat en tid med?
        [Bokat med Anna] [Bokat med Eva]
    2026-03-16 10.39 → grace  Hello Grace, this is my last reminder about your next meeting with Ada. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-16 10.48 → eva  Hej Eva! Det här är min sista påminnelse om nästa träff med Bo. Om den inte blir bokad berättar jag det för programledaren, som kan hjälpa er att hitta en tid.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-16 10.53 → anna  Hej Anna! Det här är min sista påminnelse om nästa träff med Bo. Om den inte blir bokad berättar jag det för programledaren, som kan hjälpa er att hitta en tid.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    bo: [Jag kommer inte]
    2026-03-16 17.00 → bo  Tack för svaret. Jag har antecknat att du inte kommer till Lunch om nätverk.
    2026-03-17 08.30 → ada  There's a place for you at Networking lunch on Friday 27 March 2026, 12:00. If you're coming, you needn't do anything.
        – Where: Stora salen
        [I can't come]
        <mentorskap-g1.ics>
    eva: programträffar
    2026-03-17 17.00 → eva  Kommande programträffar:
        – 1. Lunch om nätverk, fredag 27 mars 2026 kl. 12.00: du står i kö
        Skriv till exempel `jag kommer 2` eller `jag kommer inte 2`.
    leader: programträffar
    2026-03-17 17.00 → leader  Programträffar i Nya ledare:
        – 1. Lunch om nätverk, fredag 27 mars 2026 kl. 12.00: 3 kommer, 1 i kö, 0 kanske, 1 kommer inte, 0 har inte svarat
        Skriv `skapa programträff TITEL, NÄR [, VAR]` för att planera en till.
    ");
}

#[tokio::test]
async fn whoever_comes_is_reminded_and_whoever_is_silent_is_asked_twice_more() {
    let mut world = world().await;
    world
        .says("leader", "skapa programträff Halvtidsträff, torsdag 2 april kl 13, Stora salen")
        .await;
    world.presses("leader", "Nu").await;
    world.until("2026-03-13 17:00").await;
    world.presses("anna", "Jag kommer").await;
    world.presses("bo", "Kanske").await;
    world.presses("grace", "I won't come").await;
    world.transcript();
    world.until("2026-04-02 13:30").await;
    let seen = world.transcript();
    let told: Vec<_> = seen.lines().filter(|line| line.contains("Halvtidsträff")).collect();
    assert_snapshot!(told.join("\n"), @"
    2026-03-26 09.00 → anna  Om en vecka är det Halvtidsträff: torsdag 2 april 2026 kl. 13.00.
    2026-03-26 09.53 → bo  Jag vet inte än om du kommer till Halvtidsträff torsdag 2 april 2026 kl. 13.00.
    2026-03-26 10.13 → eva  Jag vet inte än om du kommer till Halvtidsträff torsdag 2 april 2026 kl. 13.00.
    2026-03-26 10.38 → ada  I don't know yet whether you'll come to Halvtidsträff on Thursday 2 April 2026, 13:00.
    2026-04-01 13.00 → anna  I morgon är det Halvtidsträff: torsdag 2 april 2026 kl. 13.00.
    2026-04-01 13.00 → bo  Jag vet inte än om du kommer till Halvtidsträff torsdag 2 april 2026 kl. 13.00.
    2026-04-01 13.00 → ada  I don't know yet whether you'll come to Halvtidsträff on Thursday 2 April 2026, 13:00.
    2026-04-01 13.00 → eva  Jag vet inte än om du kommer till Halvtidsträff torsdag 2 april 2026 kl. 13.00.
    2026-04-02 12.00 → anna  Om en timme börjar Halvtidsträff: torsdag 2 april 2026 kl. 13.00.
    ");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that is seen")]
async fn whoever_was_there_says_the_code_and_whoever_never_is_is_shown() {
    let mut world = world().await;
    for (number, day, now) in [(1, "26 mars", "Ja"), (2, "9 april", "Nu")] {
        let create = format!("skapa programträff Träff {number}, {day} kl 13");
        world.says("leader", &create).await;
        world.presses("leader", now).await;
    }
    world.says("leader", "närvaro 1").await;
    world.says("anna", "jag är här 222222").await;
    world.until("2026-03-26 13:10").await;
    world.transcript();
    world.says("leader", "närvaro 1").await;
    let seen = world.transcript();
    let code = seen.split("Träff 1: ").nth(1).map_or("", |rest| rest.split('.').next().unwrap());
    let code = code.trim_matches('`');
    world.says("anna", &format!("jag är här {}", code.to_lowercase())).await;
    world.says("anna", &format!("jag är här {code}")).await;
    world.says("leader", "närvaro 1 Bo, Grace Hill").await;
    world.says("leader", "närvaro 1 Sven").await;
    world.says("leader", "närvaro 2 Bo").await;
    world.until("2026-04-09 13:10").await;
    world.says("leader", "närvaro 2 Anna, Ada").await;
    world
        .says("leader", "programträff material 2 Bilderna finns på https://example.org/bilder")
        .await;
    world.until("2026-04-14 12:00").await;
    world.says("leader", "följ upp").await;
    assert_snapshot!(world.transcript(), @"
    anna: jag är här dzj633
    2026-03-26 13.10 → anna  Tack! Jag har antecknat att du är på Träff 1.
    anna: jag är här DZJ633
    2026-03-26 13.10 → anna  Tack! Jag har antecknat att du är på Träff 1.
    leader: närvaro 1 Bo, Grace Hill
    2026-03-26 13.10 → leader  Antecknat. På Träff 1 var Anna Ek, Bo Berg och Grace Hill.
    leader: närvaro 1 Sven
    2026-03-26 13.10 → leader  Jag hittar ingen som heter ”Sven”. Kontrollera namnet och skriv det igen.
    leader: närvaro 2 Bo
    2026-03-26 13.10 → leader  Det går först när Träff 2 har börjat.
    2026-03-30 09.00 → leader  Att följa upp den här veckan i Nya ledare: 3 röda saker och en gul sak.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 3 (Bo Berg och Eva Lund): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-04-02 09.04 → bo  Jag vet inte än om du kommer till Träff 2 torsdag 9 april 2026 kl. 13.00.
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-04-02 09.09 → anna  Jag vet inte än om du kommer till Träff 2 torsdag 9 april 2026 kl. 13.00.
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-04-02 09.10 → ada  I don't know yet whether you'll come to Träff 2 on Thursday 9 April 2026, 13:00.
        Will you come?
        [I'll come] [I won't come] [Maybe]
    2026-04-02 09.32 → eva  Jag vet inte än om du kommer till Träff 2 torsdag 9 april 2026 kl. 13.00.
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-04-02 10.07 → grace  I don't know yet whether you'll come to Träff 2 on Thursday 9 April 2026, 13:00.
        Will you come?
        [I'll come] [I won't come] [Maybe]
    2026-04-07 08.30 → leader  Att följa upp den här veckan i Nya ledare: 3 röda saker och en gul sak.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 3 (Bo Berg och Eva Lund): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-04-08 13.00 → anna  Jag vet inte än om du kommer till Träff 2 torsdag 9 april 2026 kl. 13.00.
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-04-08 13.00 → bo  Jag vet inte än om du kommer till Träff 2 torsdag 9 april 2026 kl. 13.00.
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-04-08 13.00 → grace  I don't know yet whether you'll come to Träff 2 on Thursday 9 April 2026, 13:00.
        Will you come?
        [I'll come] [I won't come] [Maybe]
    2026-04-08 13.00 → ada  I don't know yet whether you'll come to Träff 2 on Thursday 9 April 2026, 13:00.
        Will you come?
        [I'll come] [I won't come] [Maybe]
    2026-04-08 13.00 → eva  Jag vet inte än om du kommer till Träff 2 torsdag 9 april 2026 kl. 13.00.
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    leader: närvaro 2 Anna, Ada
    2026-04-09 13.10 → leader  Antecknat. På Träff 2 var Ada Moore och Anna Ek.
    leader: programträff material 2 Bilderna finns på https://example.org/bilder
    2026-04-09 13.10 → leader  5 personer får texten från Träff 2.
    2026-04-09 13.41 → ada  After Träff 2:
        Bilderna finns på https://example.org/bilder
    2026-04-09 13.51 → eva  Efter Träff 2:
        Bilderna finns på https://example.org/bilder
    2026-04-09 14.47 → grace  After Träff 2:
        Bilderna finns på https://example.org/bilder
    2026-04-09 14.48 → anna  Efter Träff 2:
        Bilderna finns på https://example.org/bilder
    2026-04-09 14.57 → bo  Efter Träff 2:
        Bilderna finns på https://example.org/bilder
    2026-04-13 09.00 → leader  Att följa upp den här veckan i Nya ledare: 3 röda saker och 2 gula saker.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 3 (Bo Berg och Eva Lund): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        – Gult: Eva Lund har inte varit på de två senaste programträffarna.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    leader: följ upp
    2026-04-14 12.00 → leader  5 saker att följa upp i Nya ledare, det viktigaste först:
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 3 (Bo Berg och Eva Lund): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        – Gult: Eva Lund har inte varit på de två senaste programträffarna.
    2026-04-14 12.00 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-14 12.00 → leader  Rött: mentorpar 2, Ada Moore (mentor) och Grace Hill (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hello Ada and Grace, I see that your next meeting isn't booked yet. How are things going? Please tell me if I can help you find a time, or if something else makes it hard to meet.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-14 12.00 → leader  Rött: mentorpar 3, Bo Berg (mentor) och Eva Lund (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Eva! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-14 12.00 → leader  Gult, i Nya ledare: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        Här är ett meddelande som du kan skicka:
        Hej Bo! Jag har inte hört något från dig på ett tag och undrar hur det är. Om det är mycket just nu kan vi göra en paus. Skriv gärna några ord till mig.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-14 12.00 → leader  Gult, i Nya ledare: Eva Lund har inte varit på de två senaste programträffarna.
        Här är ett meddelande som du kan skicka:
        Hej Eva! Vi har saknat dig på programträffarna. Är det något som gör det svårt att komma? Säg gärna till om vi kan göra det lättare.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    ");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that is seen")]
async fn what_is_wrong_is_said() {
    let mut world = world().await;
    for said in [
        "skapa programträff",
        "skapa programträff Lunch",
        "skapa programträff Lunch, i förrgår",
        "skapa programträff Lunch, 1 mars 2026 kl 12",
        "skapa programträff , torsdag kl 12",
        "skapa programträff <b>Lunch</b> *nu*, måndag 6 april kl 12",
    ] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Nu").await;
    for said in [
        "ändra programträff 1",
        "ändra programträff 1 färg blå",
        "ändra programträff 1 platser 0",
        "ändra programträff 1 platser många",
        "ändra programträff 1 svara senast 8 april",
        "ändra programträff 1 för lejon",
        "ändra programträff 1 längd 5000",
        "ändra programträff 1 om Vi äter",
        "ändra programträff 1 för adepter",
    ] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Ja").await;
    for said in ["visa programträff 7", "flytta programträff 1 kl 12", "programträffar #lerdare"]
    {
        world.says("leader", said).await;
    }
    world.says("anna", "jag kommer 3").await;
    world.says("bo", "jag kommer 1").await;
    world.says("bo", "visa programträff 1").await;
    world.says("anna", "jag är här ABCDEF").await;
    assert_snapshot!(world.transcript(), @"
    leader: skapa programträff
    2026-03-10 08.00 → leader  Det saknas något. Skriv så här: `skapa programträff TITEL, NÄR [, VAR]`
    leader: skapa programträff Lunch
    2026-03-10 08.00 → leader  Det saknas något. Skriv så här: `skapa programträff TITEL, NÄR [, VAR]`
    leader: skapa programträff Lunch, i förrgår
    2026-03-10 08.00 → leader  Jag förstod inte vilken tid du menar. Du kan till exempel skriva `skapa programträff Uppstartsträff, torsdag 12 mars kl. 13.00, Stora salen`
    leader: skapa programträff Lunch, 1 mars 2026 kl 12
    2026-03-10 08.00 → leader  Den tiden har redan varit: söndag 1 mars 2026 kl. 12.00. Skriv en senare tid.
    leader: skapa programträff , torsdag kl 12
    2026-03-10 08.00 → leader  Det saknas något. Skriv så här: `skapa programträff TITEL, NÄR [, VAR]`
    leader: skapa programträff <b>Lunch</b> *nu*, måndag 6 april kl 12
    2026-03-10 08.00 → leader  <b>Lunch</b> *nu*: måndag 6 april 2026 kl. 12.00
        – I programmets kalender är måndag 6 april 2026 en ledig dag.
        Den är för 5 personer. När ska jag bjuda in? Tre veckor före är måndag 16 mars 2026.
        [Tre veckor före] [Nu] [Inte alls]
    leader: [Nu]
    2026-03-10 08.00 → leader  <b>Lunch</b> *nu* måndag 6 april 2026 kl. 12.00 är planerad, och jag bjuder in 5 personer. Skriv `ändra programträff 1` för att ändra något.
    leader: ändra programträff 1
    2026-03-10 08.00 → leader  Vad vill du ändra på programträff 1? Skriv till exempel:
        – `ändra programträff 1 titel Uppstartsträff / Kickoff`
        – `ändra programträff 1 tid 12 mars kl. 13.00`
        – `ändra programträff 1 plats Stora salen`
        – `ändra programträff 1 om Vi lär känna varandra`
        – `ändra programträff 1 för mentorer`
        – `ändra programträff 1 platser 20`
        – `ändra programträff 1 svara senast 8 mars`
        – `ändra programträff 1 längd 90`
    leader: ändra programträff 1 färg blå
    2026-03-10 08.00 → leader  Vad vill du ändra på programträff 1? Skriv till exempel:
        – `ändra programträff 1 titel Uppstartsträff / Kickoff`
        – `ändra programträff 1 tid 12 mars kl. 13.00`
        – `ändra programträff 1 plats Stora salen`
        – `ändra programträff 1 om Vi lär känna varandra`
        – `ändra programträff 1 för mentorer`
        – `ändra programträff 1 platser 20`
        – `ändra programträff 1 svara senast 8 mars`
        – `ändra programträff 1 längd 90`
    leader: ändra programträff 1 platser 0
    2026-03-10 08.00 → leader  Skriv ett tal från 1 till 10 000.
    leader: ändra programträff 1 platser många
    2026-03-10 08.00 → leader  Det saknas något. Skriv så här: `ändra programträff N [VAD]`
    leader: ändra programträff 1 svara senast 8 april
    2026-03-10 08.00 → leader  Programträffen är före onsdag 8 april 2026. Välj samma dag eller en tidigare.
    leader: ändra programträff 1 för lejon
    2026-03-10 08.00 → leader  Jag känner inte till rollen ”lejon”. Skriv `mentor`, `adept` eller `programledare`.
    leader: ändra programträff 1 längd 5000
    2026-03-10 08.00 → leader  Skriv hur många minuter programträffen är, från 5 till 2 880.
    leader: ändra programträff 1 om Vi äter
    2026-03-10 08.00 → leader  Programträff 1, <b>Lunch</b> *nu*, är nu så här:
        – måndag 6 april 2026 kl. 12.00
        – Vi äter
    leader: ändra programträff 1 för adepter
    2026-03-10 08.00 → leader  <b>Lunch</b> *nu*: Den är för adepter. 2 inbjudna får veta att den inte längre är för dem.
        Ska jag göra så?
        [Ja] [Nej]
    leader: [Ja]
    2026-03-10 08.00 → leader  Programträff 1, <b>Lunch</b> *nu*, är nu så här:
        – måndag 6 april 2026 kl. 12.00
        – Vi äter
        – Den är för adepter.
    leader: visa programträff 7
    2026-03-10 08.00 → leader  Det finns ingen programträff med nummer 7. Skriv `programträffar` för att se vilka som finns.
    leader: flytta programträff 1 kl 12
    2026-03-10 08.00 → leader  Jag behöver veta vilken dag också. Du kan till exempel skriva `flytta programträff 2 torsdag 19 mars kl. 13.00`
    leader: programträffar #lerdare
    2026-03-10 08.00 → leader  Du är inte med i något program som heter `lerdare`. Utelämna # och namnet, så tar jag det som du är med i.
    anna: jag kommer 3
    2026-03-10 08.00 → anna  Det finns ingen programträff med nummer 3. Skriv `programträffar` för att se vilka som finns.
    bo: jag kommer 1
    2026-03-10 08.00 → bo  Det finns ingen programträff med nummer 1. Skriv `programträffar` för att se vilka som finns.
    bo: visa programträff 1
    2026-03-10 08.00 → bo  Det kan bara programledare göra.
    anna: jag är här ABCDEF
    2026-03-10 08.00 → anna  Den koden gäller ingen programträff just nu. Kontrollera koden, eller fråga programledaren.
    ");
}

#[tokio::test]
async fn a_row_is_planned_and_one_of_it_moved_and_one_called_off() {
    let mut world = world().await;
    world
        .says(
            "leader",
            "skapa programträff Bokcirkel, varannan torsdag kl 17 till 1 juni, Biblioteket",
        )
        .await;
    world.presses("leader", "Ja").await;
    world.says("leader", "flytta programträff 2 tisdag 7 april kl 17").await;
    world.presses("leader", "Ja, flytta").await;
    world.says("leader", "ställ in programträff 3").await;
    world.presses("leader", "Ja, ställ in").await;
    world.says("leader", "ändra programträff 3 plats Kaféet").await;
    world.says("leader", "programträffar").await;
    assert_snapshot!(world.transcript(), @"
    leader: skapa programträff Bokcirkel, varannan torsdag kl 17 till 1 juni, Biblioteket
    2026-03-10 08.00 → leader  Bokcirkel kommer igen:
        – torsdag 12 mars 2026 kl. 17.00
        – torsdag 26 mars 2026 kl. 17.00
        – torsdag 9 april 2026 kl. 17.00
        – torsdag 23 april 2026 kl. 17.00
        – torsdag 7 maj 2026 kl. 17.00
        – torsdag 21 maj 2026 kl. 17.00
        – Plats: Biblioteket
        5 personer blir inbjudna till var och en, tre veckor före eller nu om det är kortare tid kvar.
        Ska jag göra så?
        [Ja] [Nej]
    leader: [Ja]
    2026-03-10 08.00 → leader  Bokcirkel är planerad:
        – 1. Bokcirkel, torsdag 12 mars 2026 kl. 17.00: ingen är inbjuden än
        – 2. Bokcirkel, torsdag 26 mars 2026 kl. 17.00: ingen är inbjuden än
        – 3. Bokcirkel, torsdag 9 april 2026 kl. 17.00: ingen är inbjuden än
        – 4. Bokcirkel, torsdag 23 april 2026 kl. 17.00: ingen är inbjuden än
        – 5. Bokcirkel, torsdag 7 maj 2026 kl. 17.00: ingen är inbjuden än
        – 6. Bokcirkel, torsdag 21 maj 2026 kl. 17.00: ingen är inbjuden än
        Var och en kan ändras för sig, till exempel `ändra programträff 1`.
    leader: flytta programträff 2 tisdag 7 april kl 17
    2026-03-10 08.00 → leader  Bokcirkel får en ny tid.
        – Från: torsdag 26 mars 2026 kl. 17.00
        – Till: tisdag 7 april 2026 kl. 17.00
        5 personer får veta det och får frågan igen.
        Ska jag flytta den?
        [Ja, flytta] [Nej]
    leader: [Ja, flytta]
    2026-03-10 08.00 → leader  Programträff 2, Bokcirkel, är nu så här:
        – tisdag 7 april 2026 kl. 17.00
        – Plats: Biblioteket
    leader: ställ in programträff 3
    2026-03-10 08.00 → leader  Ingen är inbjuden till Bokcirkel än.
        Ska jag ställa in den?
        [Ja, ställ in] [Nej]
    leader: [Ja, ställ in]
    2026-03-10 08.00 → leader  Programträff 3, Bokcirkel, är inställd.
    leader: ändra programträff 3 plats Kaféet
    2026-03-10 08.00 → leader  Programträff 3 har varit eller är inställd, så den går inte att ändra.
    leader: programträffar
    2026-03-10 08.00 → leader  Programträffar i Nya ledare:
        – 1. Bokcirkel, torsdag 12 mars 2026 kl. 17.00: 0 kommer, 0 kanske, 0 kommer inte, 5 har inte svarat
        – 2. Bokcirkel, tisdag 7 april 2026 kl. 17.00: 0 kommer, 0 kanske, 0 kommer inte, 5 har inte svarat
        – 3. Bokcirkel, torsdag 9 april 2026 kl. 17.00: inställd
        – 4. Bokcirkel, torsdag 23 april 2026 kl. 17.00: inbjudan går ut torsdag 2 april 2026
        – 5. Bokcirkel, torsdag 7 maj 2026 kl. 17.00: inbjudan går ut torsdag 16 april 2026
        – 6. Bokcirkel, torsdag 21 maj 2026 kl. 17.00: inbjudan går ut torsdag 30 april 2026
        Skriv `skapa programträff TITEL, NÄR [, VAR]` för att planera en till.
    ");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that is seen")]
async fn a_file_plans_them_and_what_is_changed_in_chat_stays() {
    let with = |gatherings: &str| {
        let zone = "nudges = \"0 9 1 1 *\"";
        format!("{}\n{gatherings}", PROGRAMME.replace("nudges = \"0 9 * * MON\"", zone))
    };
    let kickoff = |more: &str| {
        format!(
            "[[gatherings]]\nkey = \"kickoff\"\ntitle = {{ sv = \"Uppstart\", en = \"Kickoff\" }}\n\
             starts = \"2026-03-26 13.00\"\nminutes = 90\n{more}\n\
             [[gatherings]]\nkey = \"halftime\"\ntitle = \"Halvtid\"\nweek = 10\n"
        )
    };
    let mut world = World::with(&with(&kickoff("")), PEOPLE).await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-06 12:00").await;
    world.transcript();
    world.says("leader", "flytta programträff 1 fredag 27 mars kl 13").await;
    world.presses("leader", "Ja, flytta").await;
    world.until("2026-03-09 12:00").await;
    let changed = with(&kickoff("place = \"Stora salen\""));
    world.sends("leader", "p.toml", changed.as_bytes()).await;
    world.presses("leader", "Ja, spara").await;
    world.until("2026-03-10 12:00").await;
    world.says("leader", "programträffar").await;
    world.sends("leader", "p.toml", with("").as_bytes()).await;
    world.presses("leader", "Ja, spara").await;
    world.until("2026-03-11 12:00").await;
    world.says("leader", "programträffar").await;
    assert_snapshot!(world.transcript(), @r#"
    leader: flytta programträff 1 fredag 27 mars kl 13
    2026-03-06 12.00 → leader  Uppstart får en ny tid.
        – Från: torsdag 26 mars 2026 kl. 13.00
        – Till: fredag 27 mars 2026 kl. 13.00
        4 personer får veta det och får frågan igen.
        Ska jag flytta den?
        [Ja, flytta] [Nej]
    leader: [Ja, flytta]
    2026-03-06 12.00 → leader  Programträff 1, Uppstart, är nu så här:
        – fredag 27 mars 2026 kl. 13.00
        – Slutar fredag 27 mars 2026 kl. 14.30
    2026-03-06 12.00 → anna  Uppstart har fått en ny tid.
        – Från: torsdag 26 mars 2026 kl. 13.00
        – Till: fredag 27 mars 2026 kl. 13.00
        – Slutar fredag 27 mars 2026 kl. 14.30
        Kommer du då?
        [Jag kommer] [Jag kommer inte] [Kanske]
        <mentorskap-g1.ics>
    2026-03-06 12.00 → bo  Uppstart har fått en ny tid.
        – Från: torsdag 26 mars 2026 kl. 13.00
        – Till: fredag 27 mars 2026 kl. 13.00
        – Slutar fredag 27 mars 2026 kl. 14.30
        Kommer du då?
        [Jag kommer] [Jag kommer inte] [Kanske]
        <mentorskap-g1.ics>
    2026-03-06 12.00 → grace  Kickoff has a new time.
        – From: Thursday 26 March 2026, 13:00
        – To: Friday 27 March 2026, 13:00
        – Ends Friday 27 March 2026, 14:30
        Will you come then?
        [I'll come] [I won't come] [Maybe]
        <mentorskap-g1.ics>
    2026-03-06 12.00 → ada  Kickoff has a new time.
        – From: Thursday 26 March 2026, 13:00
        – To: Friday 27 March 2026, 13:00
        – Ends Friday 27 March 2026, 14:30
        Will you come then?
        [I'll come] [I won't come] [Maybe]
        <mentorskap-g1.ics>
    2026-03-09 12.00 → leader  Den här raden ändras i Nya ledare:
        – Läggs till: `place = "Stora salen"`
        Ska jag spara det?
        [Ja, spara] [Nej]
    leader: [Ja, spara]
    2026-03-09 12.00 → leader  Sparat. Nya ledare följer nu den nya filen.
    2026-03-09 12.00 → anna  Uppstart fredag 27 mars 2026 kl. 13.00 har ändrats. Så här är det nu:
        – Plats: Stora salen
        – Slutar fredag 27 mars 2026 kl. 14.30
        <mentorskap-g1.ics>
    2026-03-09 12.00 → bo  Uppstart fredag 27 mars 2026 kl. 13.00 har ändrats. Så här är det nu:
        – Plats: Stora salen
        – Slutar fredag 27 mars 2026 kl. 14.30
        <mentorskap-g1.ics>
    2026-03-09 12.00 → grace  Kickoff on Friday 27 March 2026, 13:00 has changed. This is how it is now:
        – Where: Stora salen
        – Ends Friday 27 March 2026, 14:30
        <mentorskap-g1.ics>
    2026-03-09 12.00 → ada  Kickoff on Friday 27 March 2026, 13:00 has changed. This is how it is now:
        – Where: Stora salen
        – Ends Friday 27 March 2026, 14:30
        <mentorskap-g1.ics>
    leader: programträffar
    2026-03-10 12.00 → leader  Programträffar i Nya ledare:
        – 1. Uppstart, fredag 27 mars 2026 kl. 13.00: 0 kommer, 0 kanske, 0 kommer inte, 4 har inte svarat
        – 2. Halvtid, ingen tid än, men tänkt till programmets vecka 10, som börjar måndag 4 maj 2026: ingen är inbjuden än
        Skriv `skapa programträff TITEL, NÄR [, VAR]` för att planera en till.
    2026-03-10 12.00 → leader  De här 10 raderna ändras i Nya ledare:
        – Tas bort: `[[gatherings]]`
        – Tas bort: `key = "kickoff"`
        – Tas bort: `title = { sv = "Uppstart", en = "Kickoff" }`
        – Tas bort: `starts = "2026-03-26 13.00"`
        – Tas bort: `minutes = 90`
        – Tas bort: `place = "Stora salen"`
        – Tas bort: `[[gatherings]]`
        – Tas bort: `key = "halftime"`
        – Tas bort: `title = "Halvtid"`
        – Tas bort: `week = 10`
        – Programträff 1, Uppstart, ställs in.
        – Programträff 2, Halvtid, ställs in.
        Ska jag spara det?
        [Ja, spara] [Nej]
    leader: [Ja, spara]
    2026-03-10 12.00 → leader  Sparat. Nya ledare följer nu den nya filen.
    2026-03-10 12.00 → anna  Uppstart fredag 27 mars 2026 kl. 13.00 är inställd.
        <mentorskap-g1.ics>
    2026-03-10 12.00 → bo  Uppstart fredag 27 mars 2026 kl. 13.00 är inställd.
        <mentorskap-g1.ics>
    2026-03-10 12.00 → grace  Kickoff on Friday 27 March 2026, 13:00 has been cancelled.
        <mentorskap-g1.ics>
    2026-03-10 12.00 → ada  Kickoff on Friday 27 March 2026, 13:00 has been cancelled.
        <mentorskap-g1.ics>
    leader: programträffar
    2026-03-11 12.00 → leader  Programträffar i Nya ledare:
        – 1. Uppstart, fredag 27 mars 2026 kl. 13.00: inställd
        – 2. Halvtid, ingen tid än, men tänkt till programmets vecka 10, som börjar måndag 4 maj 2026: inställd
        Skriv `skapa programträff TITEL, NÄR [, VAR]` för att planera en till.
    "#);
}

#[tokio::test]
async fn nobody_hears_of_them_before_the_start_nor_in_a_pause() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "skapa programträff Lunch, 12 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.until("2026-03-03 12:00").await;
    world.says("leader", "starta program").await;
    world.until("2026-03-04 17:00").await;
    world.presses("anna", "Jag kommer").await;
    world.says("leader", "pausa program").await;
    world.until("2026-03-11 12:30").await;
    world.says("leader", "återuppta program").await;
    world.until("2026-03-12 11:30").await;
    let seen = world.transcript();
    let told: Vec<_> = seen.lines().filter(|line| line.contains("Lunch")).collect();
    assert_snapshot!(told.join("\n"), @"
    leader: skapa programträff Lunch, 12 mars kl 12
    2026-03-02 08.00 → leader  Lunch: torsdag 12 mars 2026 kl. 12.00
    2026-03-02 08.00 → leader  Lunch torsdag 12 mars 2026 kl. 12.00 är planerad. Jag bjuder inte in någon förrän programmet har startat: `starta program`
    2026-03-03 12.07 → bo  Välkommen till Lunch torsdag 12 mars 2026 kl. 12.00!
    2026-03-03 13.38 → ada  You're invited to Lunch on Thursday 12 March 2026, 12:00.
    2026-03-03 13.43 → anna  Välkommen till Lunch torsdag 12 mars 2026 kl. 12.00!
    2026-03-03 13.56 → grace  You're invited to Lunch on Thursday 12 March 2026, 12:00.
    2026-03-04 17.00 → anna  Välkommen till Lunch torsdag 12 mars 2026 kl. 12.00. Säg till om du får förhinder.
    2026-03-12 11.00 → anna  Om en timme börjar Lunch: torsdag 12 mars 2026 kl. 12.00.  [Jag kan inte komma]
    ");
}

#[tokio::test]
async fn a_leader_says_in_a_room_where_they_are_announced() {
    let mut world = world().await;
    world.says("leader", "program kanal").await;
    world.says_in("torget", "anna", "program kanal").await;
    world.says_in("torget", "leader", "program kanal").await;
    world.says("leader", "skapa programträff Lunch / Lunch together, 19 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.until("2026-03-10 17:00").await;
    world.says("leader", "ändra programträff 1 för adepter").await;
    world.presses("leader", "Ja").await;
    world.says("leader", "ställ in programträff 1").await;
    world.presses("leader", "Ja, ställ in").await;
    world.until("2026-03-11 08:31").await;
    world.says("leader", "program kanal av").await;
    assert_snapshot!(world.transcript(), @"
    leader: program kanal
    2026-03-10 08.00 → leader  Skriv `program kanal [av]` i den kanal eller det rum där jag ska berätta om programträffarna.
    anna@torget: program kanal
    2026-03-10 08.00 → torget  That's best done between you and me. Please write it to me in a direct message.
        Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
    leader@torget: program kanal
    2026-03-10 08.00 → torget  Här berättar jag om programträffarna i Nya ledare.
        This is where I'll announce the group sessions of Nya ledare.
    leader: skapa programträff Lunch / Lunch together, 19 mars kl 12
    2026-03-10 08.00 → leader  Lunch: torsdag 19 mars 2026 kl. 12.00
        5 personer blir inbjudna nu.
        Ska jag göra så?
        [Ja] [Nej]
    leader: [Ja]
    2026-03-10 08.00 → leader  Lunch torsdag 19 mars 2026 kl. 12.00 är planerad, och jag bjuder in 5 personer. Skriv `ändra programträff 1` för att ändra något.
    2026-03-10 08.00 → torget  Lunch: torsdag 19 mars 2026 kl. 12.00
        Du som är inbjuden får frågan direkt av mig. Du kan också skriva till mig att du kommer.
        Lunch together: Thursday 19 March 2026, 12:00
        If you're invited, I'll ask you directly. You can also write to me that you'll come.
    2026-03-10 08.37 → bo  Välkommen till Lunch torsdag 19 mars 2026 kl. 12.00!
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-03-10 09.52 → ada  You're invited to Lunch together on Thursday 19 March 2026, 12:00.
        Will you come?
        [I'll come] [I won't come] [Maybe]
    2026-03-10 09.58 → eva  Välkommen till Lunch torsdag 19 mars 2026 kl. 12.00!
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-03-10 10.10 → anna  Välkommen till Lunch torsdag 19 mars 2026 kl. 12.00!
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-03-10 10.22 → grace  You're invited to Lunch together on Thursday 19 March 2026, 12:00.
        Will you come?
        [I'll come] [I won't come] [Maybe]
    leader: ändra programträff 1 för adepter
    2026-03-10 17.00 → leader  Lunch: Den är för adepter. 2 inbjudna får veta att den inte längre är för dem.
        Ska jag göra så?
        [Ja] [Nej]
    leader: [Ja]
    2026-03-10 17.00 → leader  Programträff 1, Lunch, är nu så här:
        – torsdag 19 mars 2026 kl. 12.00
        – Den är för adepter.
    leader: ställ in programträff 1
    2026-03-10 17.00 → leader  3 personer får veta att Lunch är inställd.
        Ska jag ställa in den?
        [Ja, ställ in] [Nej]
    leader: [Ja, ställ in]
    2026-03-10 17.00 → leader  Programträff 1, Lunch, är inställd.
    2026-03-10 17.00 → torget  Lunch torsdag 19 mars 2026 kl. 12.00 är inställd.
        Lunch together on Thursday 19 March 2026, 12:00 has been cancelled.
    2026-03-11 08.30 → bo  Lunch torsdag 19 mars 2026 kl. 12.00 är inte längre för dig, så du behöver inte komma.
    2026-03-11 08.30 → ada  Lunch together on Thursday 19 March 2026, 12:00 is no longer for you, so you needn't come.
    2026-03-11 08.30 → anna  Lunch torsdag 19 mars 2026 kl. 12.00 är inställd.
        <mentorskap-g1.ics>
    2026-03-11 08.30 → grace  Lunch together on Thursday 19 March 2026, 12:00 has been cancelled.
        <mentorskap-g1.ics>
    2026-03-11 08.30 → eva  Lunch torsdag 19 mars 2026 kl. 12.00 är inställd.
        <mentorskap-g1.ics>
    leader: program kanal av
    2026-03-11 08.31 → leader  Jag berättar inte längre om programträffarna i Nya ledare i någon kanal. Alla får fortfarande frågan direkt.
    ");
}

/// Whoever hasn't got their invitation yet needn't hear that there is nothing to come to.
#[tokio::test]
async fn what_nobody_has_heard_of_is_taken_back_in_silence() {
    let mut world = world().await;
    world.says("leader", "skapa programträff Lunch, 19 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.until("2026-03-10 09:00").await;
    let seen = world.transcript();
    let asked = ["anna", "bo", "ada", "grace", "eva"].map(|name| {
        seen.lines().any(|line| line.contains(&format!("→ {name}")) && line.contains("Lunch"))
    });
    assert!(asked.contains(&true) && asked.contains(&false), "{seen}");
    world.says("leader", "ställ in programträff 1").await;
    world.presses("leader", "Ja, ställ in").await;
    world.until("2026-03-11 17:00").await;
    let seen = world.transcript();
    let told = seen.lines().filter(|line| line.contains("→") && line.contains("Lunch"));
    let told = told.filter(|line| line.contains("inställd") || line.contains("cancelled"));
    let asked = asked.iter().filter(|asked| **asked).count();
    assert_eq!(told.filter(|line| !line.contains("→ leader")).count(), asked, "{seen}");
}

/// What somebody has answered is theirs: they see it among what is kept, and it goes with them, and
/// their place goes to whoever waits.
#[tokio::test]
async fn answers_are_kept_shown_and_erased() {
    let mut world = world().await;
    world.says("leader", "skapa programträff Lunch, 26 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.says("leader", "ändra programträff 1 platser 1").await;
    world.until("2026-03-13 17:00").await;
    world.presses("anna", "Jag kommer").await;
    world.presses("eva", "Jag kommer").await;
    world.says("anna", "mina uppgifter").await;
    let seen = world.transcript();
    assert!(seen.contains("replies"), "{seen}");
    world.says("anna", "radera mina uppgifter").await;
    world.presses("anna", "Radera allt").await;
    world.until("2026-03-17 12:00").await;
    let own = "select count(*) from replies where person_id = (select person_id from members
                where handle = 'eva') and waits = 0";
    let of_erased = "select count(*) from replies where person_id not in (select id from people)";
    assert_eq!(world.number(of_erased).await, 0);
    assert_eq!(world.number("select count(*) from replies where answer is not null").await, 1);
    assert_eq!(world.number(own).await, 1, "the place went to the one who waited");
}

/// A time may have an end, and a title a second language. A day after the last one is said to be that.
#[tokio::test]
async fn an_end_and_a_language_are_heard() {
    let mut world = world().await;
    world
        .says(
            "leader",
            "skapa programträff Lunch / Lunch together, torsdag 19 mars 12.00–13.30, Salen",
        )
        .await;
    world.presses("leader", "Ja").await;
    world.says("leader", "ändra programträff 1 titel Middag").await;
    world.says("leader", "flytta programträff 1 fredag 20 mars kl 17-18").await;
    world.presses("leader", "Ja, flytta").await;
    world.says("leader", "skapa programträff Efteråt, 1 mars kl 12").await;
    assert_snapshot!(world.transcript(), @"
    leader: skapa programträff Lunch / Lunch together, torsdag 19 mars 12.00–13.30, Salen
    2026-03-10 08.00 → leader  Lunch: torsdag 19 mars 2026 kl. 12.00
        – Plats: Salen
        – Slutar torsdag 19 mars 2026 kl. 13.30
        5 personer blir inbjudna nu.
        Ska jag göra så?
        [Ja] [Nej]
    leader: [Ja]
    2026-03-10 08.00 → leader  Lunch torsdag 19 mars 2026 kl. 12.00 är planerad, och jag bjuder in 5 personer. Skriv `ändra programträff 1` för att ändra något.
    leader: ändra programträff 1 titel Middag
    2026-03-10 08.00 → leader  Programträff 1, Middag, är nu så här:
        – torsdag 19 mars 2026 kl. 12.00
        – Plats: Salen
        – Slutar torsdag 19 mars 2026 kl. 13.30
        – Nu står det likadant på alla språk. Skriv `ändra programträff 1` om du vill se hur du anger flera.
    leader: flytta programträff 1 fredag 20 mars kl 17-18
    2026-03-10 08.00 → leader  Middag får en ny tid.
        – Från: torsdag 19 mars 2026 kl. 12.00
        – Till: fredag 20 mars 2026 kl. 17.00
        5 personer får veta det och får frågan igen.
        Ska jag flytta den?
        [Ja, flytta] [Nej]
    leader: [Ja, flytta]
    2026-03-10 08.00 → leader  Programträff 1, Middag, är nu så här:
        – fredag 20 mars 2026 kl. 17.00
        – Plats: Salen
    leader: skapa programträff Efteråt, 1 mars kl 12
    2026-03-10 08.00 → leader  Efteråt: måndag 1 mars 2027 kl. 12.00
        – Det är efter programmets sista dag, torsdag 1 oktober 2026.
        Den är för 5 personer. När ska jag bjuda in? Tre veckor före är måndag 8 februari 2027.
        [Tre veckor före] [Nu] [Inte alls]
    ");
}

/// Whoever it wasn't for any longer is asked again when it is for everybody.
#[tokio::test]
async fn whom_it_is_for_can_be_changed_back() {
    let mut world = world().await;
    world.says("leader", "skapa programträff Lunch / Lunch together, torsdag 26 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.until("2026-03-10 17:00").await;
    world.presses("bo", "Jag kommer").await;
    world.transcript();
    world.says("leader", "ändra programträff 1 för adepter").await;
    world.presses("leader", "Ja").await;
    world.until("2026-03-11 08:31").await;
    world.says("leader", "ändra programträff 1 för alla").await;
    world.until("2026-03-12 17:00").await;
    world.says("leader", "visa programträff 1").await;
    assert_snapshot!(world.transcript(), @"
    leader: ändra programträff 1 för adepter
    2026-03-10 17.00 → leader  Lunch: Den är för adepter. 2 inbjudna får veta att den inte längre är för dem.
        Ska jag göra så?
        [Ja] [Nej]
    leader: [Ja]
    2026-03-10 17.00 → leader  Programträff 1, Lunch, är nu så här:
        – torsdag 26 mars 2026 kl. 12.00
        – Den är för adepter.
    2026-03-11 08.30 → ada  Lunch together on Thursday 26 March 2026, 12:00 is no longer for you, so you needn't come.
    2026-03-11 08.30 → bo  Lunch torsdag 26 mars 2026 kl. 12.00 är inte längre för dig, så du behöver inte komma.
    leader: ändra programträff 1 för alla
    2026-03-11 08.31 → leader  Programträff 1, Lunch, är nu så här:
        – torsdag 26 mars 2026 kl. 12.00
    2026-03-11 08.35 → bo  Välkommen till Lunch torsdag 26 mars 2026 kl. 12.00!
        Kommer du?
        [Jag kommer] [Jag kommer inte] [Kanske]
    2026-03-11 08.58 → ada  You're invited to Lunch together on Thursday 26 March 2026, 12:00.
        Will you come?
        [I'll come] [I won't come] [Maybe]
    leader: visa programträff 1
    2026-03-12 17.00 → leader  Programträff 1: Lunch, torsdag 26 mars 2026 kl. 12.00
        – Har inte svarat: Anna Ek, Bo Berg, Grace Hill, Ada Moore och Eva Lund
        Skriv `ändra programträff 1` för att ändra något.
    ");
}

/// The last day to answer is a Sunday: whoever hasn't is asked on the last weekday before it or not at
/// all.
#[tokio::test]
async fn nobody_is_asked_when_it_is_too_late_to_answer() {
    let mut world = world().await;
    world.says("leader", "skapa programträff Lunch / Lunch together, torsdag 26 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.says("leader", "ändra programträff 1 svara senast 15 mars").await;
    world.until("2026-03-12 17:00").await;
    world.transcript();
    world.until("2026-03-26 17:00").await;
    let seen = world.transcript();
    let asked = seen.lines().filter(|line| line.contains("Lunch"));
    let asked: Vec<_> = asked.filter(|line| !line.contains("leader")).collect();
    assert!(asked.iter().all(|line| *line < "2026-03-16"), "{asked:#?}");
}

/// Whoever hasn't got the invitation yet gets it with the new time, and hears of no old one.
#[tokio::test]
async fn what_nobody_has_heard_of_is_not_said_to_be_moved() {
    let mut world = world().await;
    world.says("leader", "skapa programträff Lunch / Lunch together, torsdag 26 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.says("leader", "flytta programträff 1 fredag 27 mars kl 12").await;
    world.presses("leader", "Ja, flytta").await;
    world.transcript();
    world.until("2026-03-11 17:00").await;
    let seen = world.transcript();
    let asked = seen.lines().filter(|line| line.contains("Lunch")).collect::<Vec<_>>();
    assert_eq!(asked.len(), 5, "{asked:#?}");
    assert!(
        asked.iter().all(|line| line.contains("27 ma") || line.contains("27 Ma")),
        "{asked:#?}"
    );
}

/// A plain yes means what was asked last, although the button there says something else.
#[tokio::test]
async fn a_yes_means_the_last_question() {
    let mut world = world().await;
    world.says("leader", "skapa programträff Lunch, torsdag 19 mars kl 12").await;
    world.says("leader", "meddela alla Hej!").await;
    world.says("leader", "ja").await;
    assert_eq!(world.number("select count(*) from gatherings").await, 0);
    let told =
        "select count(*) from outbox where message like '%Hej!%' and programme_id is not null";
    assert!(world.number(told).await > 0, "{}", world.transcript());
}

/// What a changed file leaves out is called off, and said to be before.
#[tokio::test]
async fn a_file_that_leaves_one_out_says_so() {
    let more =
        "[[gatherings]]\nkey = \"lunch\"\ntitle = \"Lunch\"\nstarts = \"2026-04-10 12.00\"\n";
    let mut world = World::with(&format!("{PROGRAMME}\n{more}"), PEOPLE).await;
    world.sends("leader", "ledare.toml", PROGRAMME.as_bytes()).await;
    let seen = world.transcript();
    assert!(seen.contains("Programträff 1, Lunch, ställs in."), "{seen}");
}
