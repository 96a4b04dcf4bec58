//! What needs a leader, and what the leader does about it.

use insta::assert_snapshot;

use crate::support::{PROGRAMME, World};

#[tokio::test]
async fn a_leader_gets_the_case_with_a_message_that_only_has_to_be_sent() {
    let mut world = World::started().await;
    world.says("grace", "pause until 2026-08-10").await;
    world.until("2026-03-22 12:00").await;
    world.transcript();

    world.until("2026-03-23 12:00").await;
    world.presses("leader", "Skriv").await;
    world.presses("leader", "Skicka").await;
    world.says("leader", "attention").await;
    world.presses("leader", "Klart").await;
    world.says("leader", "attention").await;

    assert_snapshot!(world.transcript(), @"
    2026-03-23 08.30 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-23 09.00 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och inget gult.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    leader: [Skriv]
    2026-03-23 12.00 → leader  Det här är meddelandet till Bo och Anna. De ser att det kommer från dig.
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-23 12.00 → leader  Meddelandet är på väg till Bo och Anna.
    2026-03-23 12.00 → anna+bo  Meddelande från Lotta, programledare:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
    leader: attention
    2026-03-23 12.00 → leader  En sak att följa upp i Nya ledare:
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
    2026-03-23 12.00 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    leader: [Klart]
    2026-03-23 12.00 → leader  Tack! Bo och Anna står inte längre på din lista. Om de inte har bokat någon träff frågar jag dem igen från och med måndag 13 april 2026.
    leader: attention
    2026-03-23 12.00 → leader  Det finns inget att följa upp i Nya ledare.
    ");

    // The leader is done, and the bot takes over when their next meeting is due.
    world.until("2026-04-10 12:00").await;
    assert_snapshot!(world.transcript(), @"");
    world.until("2026-04-14 08:00").await;
    assert_snapshot!(world.transcript(), @"
    2026-04-13 09.21 → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-04-13 10.47 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    ");
}

#[tokio::test]
async fn a_leader_sees_a_case_again_after_fourteen_days_unless_the_pair_has_booked() {
    let mut world = World::started().await;
    world.until("2026-03-23 12:00").await;
    world.transcript();

    // The newest case is Ada and Grace's, the one before it Bo and Anna's.
    world.presses("leader", "Påminn mig om 14 dagar").await;
    world.says("leader", "attention").await;
    world.presses("leader", "Påminn mig om 14 dagar").await;
    world.says("anna", "boka 25/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.until("2026-03-25 08:00").await;
    assert_snapshot!(world.transcript(), @"
    leader: [Påminn mig om 14 dagar]
    2026-03-23 12.00 → leader  Då påminner jag dig måndag 6 april 2026.
    leader: attention
    2026-03-23 12.00 → leader  En sak att följa upp i Nya ledare:
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
    2026-03-23 12.00 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    leader: [Påminn mig om 14 dagar]
    2026-03-23 12.00 → leader  Då påminner jag dig måndag 6 april 2026.
    anna: boka 25/3 13.00
    2026-03-23 12.00 → anna  Du och Bo ses onsdag 25 mars 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: [Ja, boka]
    2026-03-23 12.00 → anna  Träff 1 med Bo är bokad: onsdag 25 mars 2026 kl. 13.00.
    2026-03-23 12.00 → anna+bo  Anna har bokat en träff för er: onsdag 25 mars 2026 kl. 13.00.
        <mentorskap-1.ics>
    2026-03-24 13.00 → bo  I morgon ses du och Anna: onsdag 25 mars 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    2026-03-24 13.00 → anna  I morgon ses du och Bo: onsdag 25 mars 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    ");

    world.until("2026-04-08 12:00").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-25 12.00 → bo  Om en timme ses du och Anna: onsdag 25 mars 2026 kl. 13.00.
    2026-03-25 12.00 → anna  Om en timme ses du och Bo: onsdag 25 mars 2026 kl. 13.00.
    2026-03-25 15.01 → bo  Hej Bo! Du och Anna hade bokat en träff. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-25 16.59 → anna  Hej Anna! Du och Bo hade bokat en träff. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-30 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 3 gula saker.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft en träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-30 09.05 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-30 09.34 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-04-01 08.30 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Det var ett tag sedan jag hörde att ni träffades. Hur går det för er? Säg till om jag kan hjälpa er med något, eller om ni behöver göra en paus.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-02 08.34 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-04-02 08.39 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-04-07 08.30 → leader  Gult: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har inte svarat på om deras bokade träff onsdag 25 mars 2026 blev av. Jag har frågat tre gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag vill gärna veta hur det går för er och om er senaste träff blev av. Om den inte blev det är det helt okej. Skriv gärna några ord till mig, och säg till om jag kan hjälpa er.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-07 08.30 → leader  Rött: mentorpar 2, Ada Moore (mentor) och Grace Hill (adept). De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hello Ada and Grace, I see that your next meeting isn't booked yet. How are things going? Please tell me if I can help you find a time, or if something else makes it hard to meet.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-07 08.30 → leader  Att följa upp den här veckan i Nya ledare: 2 röda saker och 3 gula saker.
        – Rött, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats.
        – Gult: Jag har väntat på svar från Bo Berg sedan måndag 2 mars 2026. Jag får svar från Anna Ek.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft ingen träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff onsdag 25 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    ");
}

#[tokio::test]
async fn what_is_booked_meanwhile_starts_no_new_count_of_reminders() {
    let mut world = World::started().await;
    world.says("grace", "pause until 2026-08-10").await;
    world.says("anna", "boka 5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.until("2026-03-06 12:00").await;
    // Asked once. A second meeting comes and goes, and comes again.
    world.says("anna", "boka 20/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("anna", "avboka träff 2").await;
    world.presses("anna", "Ja, avboka").await;
    world.says("anna", "boka 24/4 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.transcript();

    world.until("2026-04-20 12:00").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-09 08.35 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni torsdag 5 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-09 09.16 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni torsdag 5 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-12 08.58 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni torsdag 5 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-12 09.51 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni torsdag 5 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-16 08.30 → leader  Gult: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har inte svarat på om deras bokade träff torsdag 5 mars 2026 blev av. Jag har frågat tre gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag vill gärna veta hur det går för er och om er senaste träff blev av. Om den inte blev det är det helt okej. Skriv gärna några ord till mig, och säg till om jag kan hjälpa er.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-16 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff torsdag 5 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-23 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 2 gula saker.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft en träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff torsdag 5 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-30 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 3 gula saker.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft en träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats. Nästa träff är bokad: fredag 24 april 2026 kl. 13.00.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff torsdag 5 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-04-01 08.30 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats. Nästa träff är bokad: fredag 24 april 2026 kl. 13.00.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Det var ett tag sedan jag hörde att ni träffades. Hur går det för er? Säg till om jag kan hjälpa er med något, eller om ni behöver göra en paus.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-07 08.30 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och 2 gula saker.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats. Nästa träff är bokad: fredag 24 april 2026 kl. 13.00.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft en träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff torsdag 5 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-04-13 09.00 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och 2 gula saker.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats. Nästa träff är bokad: fredag 24 april 2026 kl. 13.00.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft en träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff torsdag 5 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-04-20 09.00 → leader  Att följa upp den här veckan i Nya ledare: en röd sak och 3 gula saker.
        – Rött, mentorpar 1 (Bo Berg och Anna Ek): Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats. Nästa träff är bokad: fredag 24 april 2026 kl. 13.00.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft en träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): Adepten har inget mål än, och en fjärdedel av programmet har gått sedan de började måndag 2 mars 2026.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff torsdag 5 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    ");
    world.says("anna", "mina träffar").await;
    assert_snapshot!(world.transcript(), @"
    anna: mina träffar
    2026-04-20 12.00 → anna  Dina träffar:
        – 3 fredag 24 april 2026 kl. 13.00 med Bo
        – 2 fredag 20 mars 2026 med Bo: avbokad
        – 1 torsdag 5 mars 2026 med Bo: jag vet inte om den blev av
    ");
    // The leader is done: what is booked is followed up.
    world.presses("leader", "Klart").await;
    world.until("2026-04-27 12:00").await;
    assert_snapshot!(world.transcript(), @"
    leader: [Klart]
    2026-04-20 12.00 → leader  Tack! Bo och Anna står inte längre på din lista.
    2026-04-23 13.00 → bo  I morgon ses du och Anna: fredag 24 april 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    2026-04-23 13.00 → anna  I morgon ses du och Bo: fredag 24 april 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    2026-04-24 12.00 → bo  Om en timme ses du och Anna: fredag 24 april 2026 kl. 13.00.
    2026-04-24 12.00 → anna  Om en timme ses du och Bo: fredag 24 april 2026 kl. 13.00.
    2026-04-24 16.18 → bo  Hej Bo! Du och Anna hade bokat en träff. Träffades ni fredag 24 april 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-04-24 16.31 → anna  Hej Anna! Du och Bo hade bokat en träff. Träffades ni fredag 24 april 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-04-27 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 3 gula saker.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft en träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): Adepten har inget mål än, och en fjärdedel av programmet har gått sedan de började måndag 2 mars 2026.
        – Gult: Jag har väntat på svar från Bo Berg sedan torsdag 5 mars 2026. Jag får svar från Anna Ek.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    ");
}

/// A first day that is moved is another one, about which leaders hear when it is near.
#[tokio::test]
async fn a_programme_that_is_put_off_comes_up_again() {
    let mut world = World::new().await;
    world.until("2026-03-03 12:00").await;
    let later = PROGRAMME.replace("2026-03-02", "2026-04-13");
    world.sends("leader", "ledare.toml", later.as_bytes()).await;
    world.presses("leader", "Ja, spara").await;
    world.transcript();
    world.until("2026-03-04 12:00").await;
    world.says("leader", "följ upp").await;
    world.until("2026-04-13 12:00").await;
    assert_snapshot!(world.transcript(), @"
    leader: följ upp
    2026-03-04 12.00 → leader  Det finns inget att följa upp i Nya ledare.
    2026-04-10 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 13 april 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    ");
}
