//! Looking back at halftime: the pair on the co-operation, and a mentor on themselves. Nobody sees an
//! answer but whoever gave it and those with whom they share it.

use insta::assert_snapshot;

use crate::support::World;

/// Halftime is 16 June: the programme goes from 2 March to 1 October.
async fn at_halftime() -> World {
    let mut world = World::started().await;
    for day in ["2026-03-10 16:00", "2026-04-14 16:00"] {
        world.until(day).await;
        world.says("bo", "vi har träffats").await;
        world.presses("bo", "Bra").await;
        world.presses("bo", "Det fungerar bra").await;
    }
    world.says("anna", "mina träffar").await;
    world.until("2026-06-23 16:00").await;
    world.transcript();
    world
}

#[tokio::test]
async fn at_halftime_both_look_back_and_share_what_they_want_to() {
    let mut world = at_halftime().await;
    world.says("bo", "vi har träffats").await;
    world.presses("bo", "Bra").await;
    world.says("bo", "Boka fler träffar, och prata mindre om mig").await;
    world.presses("bo", "Ja, dela det").await;
    world.says("bo", "Att lyssna längre innan jag svarar").await;
    world.presses("bo", "Nej, behåll det för mig själv").await;
    world.says("bo", "anteckningar").await;
    world.until("2026-06-24 12:00").await;
    assert_snapshot!(world.transcript(), @"
    bo: vi har träffats
    2026-06-23 16.00 → bo  Tack! Vad bra att du och Anna har träffats. Boka gärna nästa träff redan nu.
    2026-06-23 16.00 → bo  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Anna ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    bo: [Bra]
    2026-06-23 16.00 → bo  Tack för svaret.
    2026-06-23 16.00 → bo  Nu har halva programmet gått.
        Vad vill du och Anna göra mer av, mindre av eller börja med? Skriv ditt svar här. Bara du ser det, om du inte väljer att dela det med Anna.
        [Inte nu]
    bo: Boka fler träffar, och prata mindre om mig
    2026-06-23 16.00 → bo  Tack. Jag har sparat ditt svar som anteckning 1, och den kan bara du läsa.
        Vill du dela svaret med Anna?
        [Ja, dela det] [Nej, behåll det för mig själv]
    bo: [Ja, dela det]
    2026-06-23 16.00 → bo  Jag skickar ditt svar till Anna. Prata gärna om det nästa gång ni ses.
    2026-06-23 16.00 → bo  En fråga om dig själv: vad har du lärt dig av att vara mentor?
        Skriv ditt svar här. Bara du ser det, om du inte väljer att dela det.
        [Inte nu]
    2026-06-23 16.00 → anna  Bo har blickat tillbaka på era träffar och vill dela det här med dig:
        Boka fler träffar, och prata mindre om mig
    bo: Att lyssna längre innan jag svarar
    2026-06-23 16.00 → bo  Tack. Jag har sparat ditt svar som anteckning 2, och den kan bara du läsa.
        Vill du dela svaret med Anna?
        [Ja, dela det] [Nej, behåll det för mig själv]
    bo: [Nej, behåll det för mig själv]
    2026-06-23 16.00 → bo  Okej. Det finns bland dina anteckningar, och bara du kan läsa det.
    bo: anteckningar
    2026-06-23 16.00 → bo  Dina 2 anteckningar om träffarna med Anna, som bara du ser:
        – 2 tisdag 23 juni 2026: Att lyssna längre innan jag svarar
        – 1 tisdag 23 juni 2026: Boka fler träffar, och prata mindre om mig
        Skriv `ta bort anteckning N` för att radera en.
    2026-06-23 16.47 → anna  Hej Anna! Bo säger att ni träffades tisdag 23 juni 2026. Stämmer det?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Nej]
    ");
}

#[tokio::test]
async fn whoever_would_rather_not_is_not_asked_again_and_commands_stay_commands() {
    let mut world = at_halftime().await;
    world.says("anna", "vi har träffats").await;
    world.presses("anna", "Bra").await;
    world.says("anna", "status").await;
    world.says("anna", "boka träff 25/6 13.00").await;
    world.presses("anna", "Inte nu").await;
    world.says("anna", "Mer tid").await;
    world.until("2026-06-30 16:00").await;
    world.says("anna", "vi har träffats").await;
    world.presses("anna", "Bra").await;
    assert_snapshot!(world.transcript(), @"
    anna: vi har träffats
    2026-06-23 16.00 → anna  Tack! Vad bra att du och Bo har träffats. Boka gärna nästa träff redan nu.
    2026-06-23 16.00 → anna  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    anna: [Bra]
    2026-06-23 16.00 → anna  Tack för svaret.
    2026-06-23 16.00 → anna  Nu har halva programmet gått.
        Vad vill du och Bo göra mer av, mindre av eller börja med? Skriv ditt svar här. Bara du ser det, om du inte väljer att dela det med Bo.
        [Inte nu]
    anna: status
    2026-06-23 16.00 → anna  Så här ser det ut:
        – Bo Berg i Nya ledare
        – Er nästa träff är inte bokad. För att boka den skriver du `boka träff NÄR [VAR]`
        – Träffar som har varit: 3 av 8
    anna: boka träff 25/6 13.00
    2026-06-23 16.00 → anna  Du och Bo ses torsdag 25 juni 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: [Inte nu]
    2026-06-23 16.00 → anna  Okej.
    anna: Mer tid
    2026-06-23 16.00 → anna  Det där förstod jag inte. Skriv `hjälp` för att se vad jag kan göra.
    2026-06-23 16.36 → bo  Hej Bo! Anna säger att ni träffades tisdag 23 juni 2026. Stämmer det?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Nej]
    2026-06-29 09.00 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och 3 gula saker.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): Adepten har inget mål än, och en fjärdedel av programmet har gått sedan de började måndag 2 mars 2026.
        – Gult, mentorpar 2 (Ada Moore och Grace Hill): Adepten har inget mål än, och en fjärdedel av programmet har gått sedan de började måndag 2 mars 2026.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 4 maj 2026. Jag får svar från Anna Ek.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    anna: vi har träffats
    2026-06-30 16.00 → anna  Tack! Vad bra att du och Bo har träffats. Boka gärna nästa träff redan nu.
    2026-06-30 16.00 → anna  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    anna: [Bra]
    2026-06-30 16.00 → anna  Tack för svaret.
    ");
}

#[tokio::test]
async fn a_leader_sees_nothing_of_it() {
    let mut world = at_halftime().await;
    world.says("anna", "vi har träffats").await;
    world.presses("anna", "Bra").await;
    world.says("anna", "Fika oftare").await;
    world.presses("anna", "Ja, dela det").await;
    assert!(world.transcript().contains("→ bo"));
    for command in ["visa mentorpar 1", "följ upp", "utkorg", "händelselogg", "program status"] {
        world.says("leader", command).await;
    }
    let seen = world.transcript();
    assert!(!seen.to_lowercase().contains("fika"), "{seen}");
}
