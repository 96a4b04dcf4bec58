//! Breaks of people, of programmes and of the whole country: clocks stop, and nothing fires late.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn a_break_stops_the_clocks_and_nothing_fires_late() {
    let mut world = World::started().await;
    world.says("grace", "pause until 2026-08-10").await;
    world.until("2026-03-02 12:00").await;
    world.transcript();

    world.says("anna", "pausa till 23/4").await;
    world.until("2026-04-22 23:59").await;
    // Anna asked for the break, and Bo, who waits for her, hears nothing either.
    assert_snapshot!(world.transcript(), @"
    anna: pausa till 23/4
    2026-03-02 12.00 → anna  Du har paus till torsdag 23 april 2026. Om du vill börja igen tidigare skriver du `fortsätt`
    2026-03-02 12.00 → bo  Mentorskapet med Anna vilar just nu. Du behöver inte göra något, och jag säger till när det går vidare.
    ");

    // It ends by itself. The reminder comes as many days later as the break was long.
    world.until("2026-05-13 12:00").await;
    assert_snapshot!(world.receivers(), @"
    2026-04-23 08.30 → bo
    2026-04-23 08.30 → anna
    2026-05-04 09.00 → leader
    2026-05-04 09.42 → anna
    2026-05-04 10.40 → bo
    2026-05-11 09.00 → leader
    2026-05-11 09.06 → anna
    2026-05-11 10.16 → bo
    ");

    world.says("anna", "pausa").await;
    world.until("2026-06-12 12:00").await;
    world.says("anna", "fortsätt").await;
    world.until("2026-07-01 12:00").await;
    assert_snapshot!(world.transcript(), @"
    anna: pausa
    2026-05-13 12.00 → anna  Du har paus. När du vill börja igen skriver du `fortsätt`
    2026-05-13 12.00 → bo  Mentorskapet med Anna vilar just nu. Du behöver inte göra något, och jag säger till när det går vidare.
    2026-05-18 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-05-25 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-06-01 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-06-08 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    anna: fortsätt
    2026-06-12 12.00 → anna  Välkommen tillbaka! Nu är allt i gång igen.
    2026-06-12 12.00 → bo  Mentorskapet med Anna är i gång igen.
    2026-06-15 08.30 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-06-15 09.00 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och en gul sak.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-06-22 09.00 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och en gul sak.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-06-29 09.00 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och en gul sak.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    ");
}

#[tokio::test]
async fn a_paused_programme_is_silent_and_goes_on_where_it_was() {
    let mut world = World::started().await;
    world.until("2026-03-09 12:00").await;
    world.transcript();

    world.says("leader", "programme pause").await;
    world.until("2026-05-04 08:00").await;
    world.says("leader", "programme resume").await;
    assert_snapshot!(world.transcript(), @r"
    leader: programme pause
    2026-03-09 12.00 → leader  Programmet Nya ledare är pausat. Jag påminner ingen om något förrän du skriver `återuppta program`
    leader: programme resume
    2026-05-04 08.00 → leader  Programmet Nya ledare pågår igen. Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 4 maj 2026 kl. 09.00.
    ");

    // One reminder is left, a week after the second question; then it is the leader's turn.
    world.until("2026-05-22 12:00").await;
    assert_snapshot!(world.receivers(), @"
    2026-05-11 09.00 → leader
    2026-05-11 09.06 → anna
    2026-05-11 09.30 → ada
    2026-05-11 10.16 → bo
    2026-05-11 10.49 → grace
    2026-05-18 08.30 → leader
    2026-05-18 08.30 → leader
    2026-05-18 09.00 → leader
    ");
}

#[tokio::test]
async fn in_july_nobody_is_asked_and_no_leader_told_of_what_nobody_was_asked() {
    let mut world = World::started().await;
    world.says("grace", "we met").await;
    world.says("anna", "boka 3/7 13.00").await;
    world.presses("anna", "Ja, boka").await;
    for day in ["1 April", "1 May", "1 June"] {
        world.says("grace", &format!("book {day} 13:00")).await;
        world.presses("grace", "Yes, book it").await;
    }
    for day in ["2026-04-02", "2026-05-04", "2026-06-02"] {
        world.until(&format!("{day} 08:00")).await;
        world.says("grace", "we met").await;
    }
    world.until("2026-07-03 17:00").await;
    world.transcript();

    world.until("2026-08-28 12:00").await;

    assert_snapshot!(world.receivers(), @"
    2026-08-03 08.30 → leader
    2026-08-03 08.46 → grace
    2026-08-03 08.54 → ada
    2026-08-03 09.56 → bo
    2026-08-03 09.56 → anna
    2026-08-06 09.33 → anna
    2026-08-06 10.16 → bo
    2026-08-10 08.30 → leader
    2026-08-10 09.00 → leader
    2026-08-10 09.12 → ada
    2026-08-10 10.13 → grace
    2026-08-17 09.00 → leader
    2026-08-17 09.48 → grace
    2026-08-17 10.27 → ada
    2026-08-24 09.00 → leader
    2026-08-24 09.00 → leader
    ");
}

#[tokio::test]
async fn a_break_can_be_planned_and_dropped_again() {
    let mut world = World::started().await;
    world.says("grace", "pause until 2026-08-10").await;
    world.until("2026-03-02 12:00").await;
    world.transcript();

    world.says("anna", "pausa från 10/3 till 9/3").await;
    world.says("anna", "pausa från 4/3 till 13/4").await;
    world.says("bo", "pausa 1/4 – 9/4").await;
    world.says("bo", "fortsätt").await;
    world.says("bo", "fortsätt").await;
    world.says("leader", "announce Vi ses i april.").await;
    world.says("leader", "skicka").await;
    assert_snapshot!(world.transcript(), @r"
    anna: pausa från 10/3 till 9/3
    2026-03-02 12.00 → anna  Du har paus från tisdag 10 mars 2026 till tisdag 9 mars 2027. Om det ändrar sig skriver du `fortsätt`
    anna: pausa från 4/3 till 13/4
    2026-03-02 12.00 → anna  Du har paus från onsdag 4 mars 2026 till måndag 13 april 2026. Om det ändrar sig skriver du `fortsätt`
    bo: pausa 1/4 – 9/4
    2026-03-02 12.00 → bo  Du har paus från onsdag 1 april 2026 till torsdag 9 april 2026. Om det ändrar sig skriver du `fortsätt`
    bo: fortsätt
    2026-03-02 12.00 → bo  Då blir det ingen paus. Allt fortsätter som vanligt.
    bo: fortsätt
    2026-03-02 12.00 → bo  Du har ingen paus just nu.
    leader: announce Vi ses i april.
    2026-03-02 12.00 → leader  4 personer får det här meddelandet:
        Vi ses i april.
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: skicka
    2026-03-02 12.00 → leader  4 personer får meddelandet så snart det är en lämplig tid på dagen.
    ");

    // Nothing of a pair that stands still; what the leader said in the break has become stale.
    world.until("2026-04-12 23:59").await;
    world.says("leader", "announce Välkommen tillbaka.").await;
    world.says("leader", "skicka").await;
    world.until("2026-04-13 16:00").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-02 12.40 → ada  A message from Lotta, programme leader of New leaders:
        Vi ses i april.
    2026-03-03 09.40 → bo  Meddelande från Lotta, programledare för Nya ledare:
        Vi ses i april.
    2026-03-03 10.19 → anna  Meddelande från Lotta, programledare för Nya ledare:
        Vi ses i april.
    2026-03-04 08.30 → bo  Mentorskapet med Anna vilar just nu. Du behöver inte göra något, och jag säger till när det går vidare.
    leader: announce Välkommen tillbaka.
    2026-04-12 23.59 → leader  4 personer får det här meddelandet:
        Välkommen tillbaka.
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: skicka
    2026-04-12 23.59 → leader  4 personer får meddelandet så snart det är en lämplig tid på dagen.
    2026-04-13 08.30 → bo  Mentorskapet med Anna är i gång igen.
    2026-04-13 08.30 → anna  Välkommen tillbaka! Nu är allt i gång igen. Här är det som hände under tiden och det som kommer:
        – Lotta till alla: Välkommen tillbaka.
    2026-04-13 09.20 → ada  A message from Lotta, programme leader of New leaders:
        Välkommen tillbaka.
    2026-04-13 09.36 → bo  Meddelande från Lotta, programledare för Nya ledare:
        Välkommen tillbaka.
    ");
}
