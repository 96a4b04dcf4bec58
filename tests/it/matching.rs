//! Who becomes a pair: proposed to the leader, changed, sent out, and answered by the two.

use std::fmt::Write as _;

use insta::assert_snapshot;

use crate::support::{PROGRAMME, World};

/// Two mentors and three adepts. Anna wants what Bo offers, Grace speaks no Swedish.
const PEOPLE: &str = "\
id,name,role,account,locale,capacity,city,languages,wants,offers
leader,Lotta Lind,leader,console:leader,sv,,,,,
bo,Bo Berg,mentor,console:bo,sv,1,Umeå,svenska,,ledarskap|nätverk
ada,Ada Moore,mentor,console:ada,en,1,Lund,English|svenska,,presentationer
anna,Anna Ek,adept,console:anna,sv,,Umeå,svenska,Ledarskap,
grace,Grace Hill,adept,console:grace,en,,Lund,English,presentationer,
li,Li Wei,adept,console:li,en,,,English,networking,
";

#[tokio::test]
async fn a_leader_sees_a_proposal_before_anybody_else_does() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    world.says("leader", "matchning visa").await;
    world.says("leader", "matchning föreslå").await;
    world.says("leader", "matchning visa").await;
    world.until("2026-03-03 12:00").await;
    assert_snapshot!(world.transcript(), @"
    leader: matchning visa
    2026-03-02 08.00 → leader  Det finns inget förslag än. Skriv `matchning föreslå` så gör jag ett.
    leader: matchning föreslå
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Mentorn kan bidra med det som adepten vill ha mer av: Ledarskap. Båda bor i Umeå. Båda talar svenska.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: matchning visa
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Mentorn kan bidra med det som adepten vill ha mer av: Ledarskap. Båda bor i Umeå. Båda talar svenska.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    2026-03-03 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    ");
}

#[tokio::test]
async fn two_who_both_agree_are_a_pair() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    world.says("leader", "matchning föreslå").await;
    world.says("leader", "matchning skicka ut").await;
    world.transcript();
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 10:00").await;
    world.presses("bo", "Berätta mer").await;
    world.presses("bo", "Ja, gärna").await;
    world.says("leader", "matchning visa").await;
    world.says("anna", "ja").await;
    world.says("grace", "2").await;
    world.says("grace", "I know Ada already, and we'd only talk about work.").await;
    world.until("2026-03-02 12:00").await;
    world.says("leader", "matchning visa").await;
    world.says("leader", "matchning föreslå").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-02 13:00").await;
    assert_snapshot!(world.transcript(), @r"
    leader: [Skicka]
    2026-03-02 08.00 → leader  2 mentorpar får frågan vid nästa lämpliga tid på dagen. Skriv `matchning visa` för att se vad de svarar.
    2026-03-02 08.30 → bo  Hej Bo! Vi föreslår att du blir mentor för Anna Ek i Nya ledare.
        – Anna vill ha mer av något som du kan bidra med: Ledarskap.
        – Ni bor båda i Umeå.
        – Ni talar båda svenska.
        Vill du det?
        [Ja, gärna] [Nej, inte den här gången] [Berätta mer]
    2026-03-02 08.30 → anna  Hej Anna! Vi föreslår Bo Berg som din mentor i Nya ledare.
        – Bo kan bidra med något som du vill ha mer av: Ledarskap.
        – Ni bor båda i Umeå.
        – Ni talar båda svenska.
        Vill du det?
        [Ja, gärna] [Nej, inte den här gången] [Berätta mer]
    2026-03-02 08.30 → ada  Hello Ada, we suggest that you become the mentor of Grace Hill in New leaders.
        – Grace wants more of something you can offer: presentationer.
        – You both live in Lund.
        – You both speak English.
        Would you like that?
        [Yes, I'd like that] [No, not this time] [Tell me more]
    2026-03-02 08.30 → grace  Hello Grace, we suggest Ada Moore as your mentor in New leaders.
        – Ada offers something you want more of: presentationer.
        – You both live in Lund.
        – You both speak English.
        Would you like that?
        [Yes, I'd like that] [No, not this time] [Tell me more]
    bo: [Berätta mer]
    2026-03-02 10.00 → bo  Det här vet jag om Anna:
        – Vill ha mer av: Ledarskap
        – Bor i Umeå
        – Talar svenska
        Vill du att ni blir ett mentorpar?
        [Ja, gärna] [Nej, inte den här gången]
    bo: [Ja, gärna]
    2026-03-02 10.00 → bo  Tack! Jag skriver till dig när Anna också har svarat.
    leader: matchning visa
    2026-03-02 10.00 → leader  2 mentorpar har fått frågan i Nya ledare:
        – Bo Berg och Anna Ek: Bo Berg har sagt ja, den andra har inte svarat
        – Ada Moore och Grace Hill: frågan gick ut måndag 2 mars 2026, ingen av dem har svarat
    anna: ja
    2026-03-02 10.00 → anna  Då är det klart: du och Bo är ett mentorpar. Jag presenterar er för varandra när programmet börjar måndag 2 mars 2026.
    2026-03-02 10.00 → bo  Då är det klart: du och Anna är ett mentorpar. Jag presenterar er för varandra när programmet börjar måndag 2 mars 2026.
    grace: 2
    2026-03-02 10.00 → grace  Thank you for telling me. The other person only learns that it came to nothing.
        Would you like to say why? Write it here. Only those who lead the programme see it.
        [Rather not say]
    2026-03-02 10.00 → ada  You and Grace Hill won't be a mentor pair in New leaders after all. That has nothing to do with you as a person. The programme leader is looking for somebody else for you.
    2026-03-02 10.00 → leader  Grace Hill har tackat nej till att bli mentorpar med Ada Moore i Nya ledare. Båda kan matchas på nytt, och Ada Moore får bara veta att det inte blev av.
        Skriv `matchning föreslå` när du vill ha ett nytt förslag.
    grace: I know Ada already, and we'd only talk about work.
    2026-03-02 10.00 → grace  Thank you, I've passed that on to the programme leader.
    2026-03-02 10.00 → leader  Grace Hill berättar varför det inte blir något mentorpar med Ada Moore. Bara ni som leder programmet ser det här:
        I know Ada already, and we'd only talk about work.
    leader: matchning visa
    2026-03-02 12.00 → leader  2 mentorpar har fått frågan i Nya ledare:
        – Bo Berg och Anna Ek: båda har sagt ja
        – Ada Moore och Grace Hill: Grace Hill har sagt nej
    leader: matchning föreslå
    2026-03-02 12.00 → leader  Mitt förslag för Nya ledare är ett mentorpar. Bara ni som leder programmet ser det.
        – Ada Moore och Li Wei. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 12.00 → leader  En person har ingen mentor eller adept:
        – Grace Hill (adept). Den enda mentorn är inte möjlig. Uteslutna i förväg: 1.
    leader: programme start
    2026-03-02 12.00 → leader  Nya ledare har startat. Mentorparen får ett välkomstmeddelande så snart det är en lämplig tid på dagen, tidigast programmets första dag.
        Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 9 mars 2026 kl. 09.00.
    2026-03-02 12.00 → bo  Hej Bo! Du är mentor för Anna Ek i Nya ledare.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-02 12.00 → anna  Hej Anna! Din mentor i Nya ledare är Bo Berg.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-02 12.00 → anna+bo  Välkomna, Bo och Anna! Här är er egen plats i Nya ledare. Bo är mentor och Anna är adept.
        – Anna vill ha mer av: Ledarskap
        – Bo kan bidra med: ledarskap och nätverk
        Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Platsen är till för er två, och jag läser inte det ni skriver till varandra.
    ");
}

#[tokio::test]
async fn a_leader_locks_avoids_and_allows() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    for said in [
        "match propose",
        "match avoid bo anna",
        "match allow anna bo",
        "match lock bo grace",
        "match lock bo li",
        "match lock ada li",
        "match lock ada zoe",
        "match lock bo ada",
        "match lock",
    ] {
        world.says("leader", said).await;
    }
    assert_snapshot!(world.transcript(), @"
    leader: match propose
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Mentorn kan bidra med det som adepten vill ha mer av: Ledarskap. Båda bor i Umeå. Båda talar svenska.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: match avoid bo anna
    2026-03-02 08.00 → leader  Bo Berg och Anna Ek sätts inte ihop.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är ett mentorpar. Bara ni som leder programmet ser det.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  3 personer har ingen mentor eller adept:
        – Bo Berg (mentor). Ingen av de 3 adepterna är möjlig. Uteslutna i förväg: 1. Utan gemensamt språk: 2.
        – Anna Ek (adept). En mentor hade varit möjlig, men har ingen plats kvar.
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: match allow anna bo
    2026-03-02 08.00 → leader  Bo Berg och Anna Ek är varken låsta eller spärrade längre.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Mentorn kan bidra med det som adepten vill ha mer av: Ledarskap. Båda bor i Umeå. Båda talar svenska.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: match lock bo grace
    2026-03-02 08.00 → leader  Bo Berg och Grace Hill är låsta som mentorpar.
    2026-03-02 08.00 → leader  Tänk på att Bo Berg och Grace Hill inte har något gemensamt språk i listan.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Grace Hill. Det var bestämt i förväg.
        – Ada Moore och Li Wei. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Anna Ek (adept). 2 mentorer hade varit möjliga, men har ingen plats kvar.
    leader: match lock bo li
    2026-03-02 08.00 → leader  Bo Berg kan ha en adept och har redan en. Välj en annan mentor, eller skicka listan med deltagare igen med ett högre tal i kolumnen `capacity`.
    leader: match lock ada li
    2026-03-02 08.00 → leader  Ada Moore och Li Wei är låsta som mentorpar.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Grace Hill. Det var bestämt i förväg.
        – Ada Moore och Li Wei. Det var bestämt i förväg. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Anna Ek (adept). 2 mentorer hade varit möjliga, men har ingen plats kvar.
    leader: match lock ada zoe
    2026-03-02 08.00 → leader  Jag hittar ingen som heter ”zoe”. Kontrollera namnet och skriv det igen.
    leader: match lock bo ada
    2026-03-02 08.00 → leader  Ada Moore är inte adept i programmet. Skriv mentorn först och sedan adepten, eller lägg till Ada Moore som adept.
    leader: match lock
    2026-03-02 08.00 → leader  Det saknas något. Skriv så här: `matchning lås MENTOR ADEPT`
    ");
}

#[tokio::test]
async fn two_change_places() {
    let mut world = World::with(
        PROGRAMME,
        &PEOPLE.replace("English,presentationer", "English|svenska,presentationer"),
    )
    .await;
    for said in [
        "match swap anna grace",
        "match propose",
        "match swap anna grace",
        "match swap Bo Berg and Ada Moore",
        "match swap anna li",
        "match swap anna bo",
        "match swap anna anna",
    ] {
        world.says("leader", said).await;
    }
    assert_snapshot!(world.transcript(), @"
    leader: match swap anna grace
    2026-03-02 08.00 → leader  Jag kan inte låta Anna Ek och Grace Hill byta plats. Ange två mentorer eller två adepter ur förslaget som har en var, eller använd `matchning lås` i stället.
    leader: match propose
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Mentorn kan bidra med det som adepten vill ha mer av: Ledarskap. Båda bor i Umeå. Båda talar svenska.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English och svenska.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: match swap anna grace
    2026-03-02 08.00 → leader  Anna Ek och Grace Hill har bytt plats.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Grace Hill. Det var bestämt i förväg. Båda talar svenska.
        – Ada Moore och Anna Ek. Det var bestämt i förväg. Båda talar svenska.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: match swap Bo Berg and Ada Moore
    2026-03-02 08.00 → leader  Bo Berg och Ada Moore har bytt plats.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Det var bestämt i förväg. Mentorn kan bidra med det som adepten vill ha mer av: Ledarskap. Båda bor i Umeå. Båda talar svenska.
        – Ada Moore och Grace Hill. Det var bestämt i förväg. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English och svenska.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: match swap anna li
    2026-03-02 08.00 → leader  Anna Ek och Li Wei har bytt plats.
    2026-03-02 08.00 → leader  Tänk på att Bo Berg och Li Wei inte har något gemensamt språk i listan.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Li Wei. Det var bestämt i förväg.
        – Ada Moore och Grace Hill. Det var bestämt i förväg. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English och svenska.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Anna Ek (adept). 2 mentorer hade varit möjliga, men har ingen plats kvar.
    leader: match swap anna bo
    2026-03-02 08.00 → leader  Jag kan inte låta Anna Ek och Bo Berg byta plats. Ange två mentorer eller två adepter ur förslaget som har en var, eller använd `matchning lås` i stället.
    leader: match swap anna anna
    2026-03-02 08.00 → leader  Jag kan inte låta Anna Ek och Anna Ek byta plats. Ange två mentorer eller två adepter ur förslaget som har en var, eller använd `matchning lås` i stället.
    ");
}

#[tokio::test]
async fn what_another_leader_has_changed_is_not_sent_unseen() {
    let two = format!("{PEOPLE}lisa,Lisa Lund,leader,console:lisa,sv,,,,,\n");
    let mut world = World::with(PROGRAMME, &two).await;
    world.says("leader", "match propose").await;
    world.says("leader", "match publish").await;
    world.says("lisa", "match avoid bo anna").await;
    world.transcript();
    world.presses("leader", "Skicka").await;
    world.says("leader", "match publish").await;
    world.says("lisa", "match publish").await;
    world.presses("lisa", "Skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 09:00").await;
    assert_snapshot!(world.transcript(), @r"
    leader: [Skicka]
    2026-03-02 08.00 → leader  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är ett mentorpar. Bara ni som leder programmet ser det.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  3 personer har ingen mentor eller adept:
        – Bo Berg (mentor). Ingen av de 3 adepterna är möjlig. Uteslutna i förväg: 1. Utan gemensamt språk: 2.
        – Anna Ek (adept). En mentor hade varit möjlig, men har ingen plats kvar.
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    leader: match publish
    2026-03-02 08.00 → leader  Jag ska skicka en fråga till de två i ett mentorpar i Nya ledare. Var och en får ett eget meddelande, där det står varför de passar ihop.
        Ska jag skicka ut det?
        [Skicka] [Skicka inte]
    lisa: match publish
    2026-03-02 08.00 → lisa  Jag ska skicka en fråga till de två i ett mentorpar i Nya ledare. Var och en får ett eget meddelande, där det står varför de passar ihop.
        Ska jag skicka ut det?
        [Skicka] [Skicka inte]
    lisa: [Skicka]
    2026-03-02 08.00 → lisa  Ett mentorpar får frågan vid nästa lämpliga tid på dagen. Skriv `matchning visa` för att se vad de svarar.
    leader: [Skicka]
    2026-03-02 08.00 → leader  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    2026-03-02 08.00 → leader  Ett mentorpar har fått frågan i Nya ledare:
        – Ada Moore och Grace Hill: frågan gick ut måndag 2 mars 2026, ingen av dem har svarat
    2026-03-02 08.30 → ada  Hello Ada, we suggest that you become the mentor of Grace Hill in New leaders.
        – Grace wants more of something you can offer: presentationer.
        – You both live in Lund.
        – You both speak English.
        Would you like that?
        [Yes, I'd like that] [No, not this time] [Tell me more]
    2026-03-02 08.30 → grace  Hello Grace, we suggest Ada Moore as your mentor in New leaders.
        – Ada offers something you want more of: presentationer.
        – You both live in Lund.
        – You both speak English.
        Would you like that?
        [Yes, I'd like that] [No, not this time] [Tell me more]
    ");
}

#[tokio::test]
async fn nobody_feasible_is_told_with_the_reason_and_nobodys_veto() {
    let people = "id,name,role,account,capacity,never_with\n\
        leader,Lotta Lind,leader,console:leader,,\n\
        bo,Bo Berg,mentor,console:bo,1,anna\nada,Ada Moore,mentor,console:ada,0,\n\
        anna,Anna Ek,adept,console:anna,,\n";
    let mut world = World::with(PROGRAMME, people).await;
    for said in ["match propose", "match publish", "match lock bo anna", "match lock ada anna"] {
        world.says("leader", said).await;
    }
    assert_snapshot!(world.transcript(), @r"
    leader: match propose
    2026-03-02 08.00 → leader  Jag kan inte sätta ihop några i Nya ledare. Nedan står varför, för var och en.
    2026-03-02 08.00 → leader  3 personer har ingen mentor eller adept:
        – Bo Berg (mentor). Den enda adepten är inte möjlig. Uteslutna i förväg: 1.
        – Ada Moore (mentor). Tar inte emot någon adept den här gången.
        – Anna Ek (adept). Den enda mentorn är inte möjlig. Uteslutna i förväg: 1.
    leader: match publish
    2026-03-02 08.00 → leader  Det finns inget förslag än. Skriv `matchning föreslå` så gör jag ett.
    leader: match lock bo anna
    2026-03-02 08.00 → leader  Bo Berg och Anna Ek kan inte sättas ihop. Det har uteslutits i förväg.
    leader: match lock ada anna
    2026-03-02 08.00 → leader  Ada Moore tar inte emot några adepter just nu. Välj en annan mentor, eller skicka listan med deltagare igen med ett högre tal i kolumnen `capacity`.
    ");
}

/// What a button says can be typed without its comma, in either language, or only its first words.
#[tokio::test]
async fn answers_are_typed_as_people_type() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    world.says("leader", "match propose").await;
    world.says("leader", "match publish").await;
    world.says("leader", "Send!").await;
    world.until("2026-03-02 09:00").await;
    world.transcript();
    world.says("bo", "berätta").await;
    world.says("bo", "ja gärna").await;
    world.says("anna", "yes I'd like that").await;
    let shown = world.transcript();
    assert!(shown.contains("Jag skriver till dig när Anna också har svarat"), "{shown}");
    assert!(shown.contains("Då är det klart"), "{shown}");
}

/// Two whom a leader makes a pair while they are asked needn't answer, and aren't told otherwise.
#[tokio::test]
async fn a_pair_that_a_leader_makes_meanwhile_stays_one() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    for said in ["match propose", "match publish"] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 09:00").await;
    world.says("leader", "pair add bo anna").await;
    world.transcript();
    world.presses("bo", "Ja, gärna").await;
    world.says("leader", "match avoid bo anna").await;
    world.says("leader", "match show").await;
    assert_snapshot!(world.transcript(), @"
    bo: [Ja, gärna]
    2026-03-02 09.00 → bo  Då är det klart: du och Anna är ett mentorpar. Jag presenterar er för varandra när programmet börjar måndag 2 mars 2026.
    leader: match avoid bo anna
    2026-03-02 09.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är redan mentorpar 1.
    leader: match show
    2026-03-02 09.00 → leader  2 mentorpar har fått frågan i Nya ledare:
        – Bo Berg och Anna Ek: båda har sagt ja
        – Ada Moore och Grace Hill: frågan gick ut måndag 2 mars 2026, ingen av dem har svarat
    ");
}

/// A plain yes or no that could be meant for several is asked about.
#[tokio::test]
async fn no_is_not_taken_for_one_of_two() {
    let people = PEOPLE.replace("mentor,console:bo,sv,1", "mentor,console:bo,sv,2");
    let more = format!("{people}eva,Eva Ek,adept,console:eva,sv,1,,,,\n");
    let mut world = World::with(PROGRAMME, &more).await;
    for said in ["match lock bo anna", "match lock bo eva", "match publish"] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 09:00").await;
    world.transcript();
    world.says("bo", "nej").await;
    assert_snapshot!(world.transcript(), @"
    bo: nej
    2026-03-02 09.00 → bo  Flera frågor väntar på ditt svar. Vilken svarar du på?
        – Om att bli mentorpar med Eva Ek
        – Om att bli mentorpar med Anna Ek
        [Om att bli mentorpar med Eva Ek] [Om att bli mentorpar med Anna Ek]
    ");
}

/// Two people of one first name are told apart by their ids.
#[tokio::test]
async fn nobody_is_taken_for_a_namesake() {
    let more = format!("{PEOPLE}anna2,Anna Alm,adept,console:alm,sv,1,,,,\n");
    let mut world = World::with(PROGRAMME, &more).await;
    let transcript = {
        world.says("leader", "pair add bo Anna").await;
        world.says("leader", "match lock Bo Anna Alm").await;
        world.says("leader", "match lock Bo och Anna Alm").await;
        world.transcript()
    };
    assert_snapshot!(transcript, @"
    leader: pair add bo Anna
    2026-03-02 08.00 → leader  Flera heter ”Anna”, så jag har inte gjort något. De har id:t anna och anna2. Skriv det id som du menar.
    leader: match lock Bo Anna Alm
    2026-03-02 08.00 → leader  Jag förstod inte allt som stod där. Skriv så här: `matchning lås MENTOR ADEPT`
    leader: match lock Bo och Anna Alm
    2026-03-02 08.00 → leader  Bo Berg och Anna Alm är låsta som mentorpar.
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är 2 mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Alm. Det var bestämt i förväg.
        – Ada Moore och Grace Hill. Mentorn kan bidra med det som adepten vill ha mer av: presentationer. Båda bor i Lund. Båda talar English.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  2 personer har ingen mentor eller adept:
        – Anna Ek (adept). 2 mentorer hade varit möjliga, men har ingen plats kvar.
        – Li Wei (adept). En mentor hade varit möjlig, men har ingen plats kvar.
    ");
}

#[tokio::test]
async fn whoever_found_somebody_else_meanwhile_makes_no_second_pair() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    world.says("leader", "match propose").await;
    world.says("leader", "match publish").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 09:00").await;
    world.presses("bo", "Ja, gärna").await;
    world.transcript();
    world.says("leader", "pair add ada anna").await;
    world.presses("anna", "Ja, gärna").await;
    world.presses("bo", "Nej, inte den här gången").await;
    world.says("leader", "match avoid ada grace").await;
    world.presses("leader", "Låt det vara").await;
    world.says("leader", "match avoid ada grace").await;
    world.presses("leader", "Dra tillbaka").await;
    world.presses("grace", "Yes, I'd like that").await;
    world.until("2026-03-02 10:00").await;
    assert_snapshot!(world.transcript(), @"
    leader: pair add ada anna
    2026-03-02 09.00 → leader  Ada Moore (mentor) och Anna Ek (adept) är nu mentorpar 1.
    anna: [Ja, gärna]
    2026-03-02 09.00 → anna  Det blev inget mentorpar av dig och Bo Berg i Nya ledare. Det säger inget om dig som person.
    2026-03-02 09.00 → bo  Det blev inget mentorpar av dig och Anna Ek i Nya ledare. Det säger inget om dig som person. Programledaren söker någon annan åt dig.
    bo: [Nej, inte den här gången]
    2026-03-02 09.00 → bo  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    leader: match avoid ada grace
    2026-03-02 09.00 → leader  Ada Moore och Grace Hill har redan fått frågan om att bli mentorpar. Om de inte ska sättas ihop får båda veta att det inte blir av.
        Ska jag dra tillbaka frågan?
        [Dra tillbaka] [Låt det vara]
    leader: [Låt det vara]
    2026-03-02 09.00 → leader  Okej, jag har inte ändrat något.
    leader: match avoid ada grace
    2026-03-02 09.00 → leader  Ada Moore och Grace Hill har redan fått frågan om att bli mentorpar. Om de inte ska sättas ihop får båda veta att det inte blir av.
        Ska jag dra tillbaka frågan?
        [Dra tillbaka] [Låt det vara]
    leader: [Dra tillbaka]
    2026-03-02 09.00 → leader  Ada Moore och Grace Hill sätts inte ihop.
    2026-03-02 09.00 → leader  Jag kan inte sätta ihop några i Nya ledare. Nedan står varför, för var och en.
    2026-03-02 09.00 → leader  3 personer har ingen mentor eller adept:
        – Bo Berg (mentor). Ingen av de 2 adepterna är möjlig. Utan gemensamt språk: 2.
        – Grace Hill (adept). Den enda mentorn är inte möjlig. Utan gemensamt språk: 1.
        – Li Wei (adept). Den enda mentorn är inte möjlig. Utan gemensamt språk: 1.
    2026-03-02 09.00 → ada  You and Grace Hill won't be a mentor pair in New leaders after all. That has nothing to do with you as a person.
    2026-03-02 09.00 → grace  You and Ada Moore won't be a mentor pair in New leaders after all. That has nothing to do with you as a person. The programme leader is looking for somebody else for you.
    grace: [Yes, I'd like that]
    2026-03-02 09.00 → grace  That question no longer applies. Either it has been answered or something has changed.
    ");
}

#[tokio::test]
async fn a_long_proposal_is_a_file() {
    let mut people =
        String::from("id,name,role,account\nleader,Lotta Lind,leader,console:leader\n");
    for number in 0..30 {
        writeln!(people, "m{number},Mentor {number},mentor,").unwrap();
        writeln!(people, "a{number},Adept {number},adept,").unwrap();
    }
    let mut world = World::with(PROGRAMME, &people).await;
    world.says("leader", "match propose").await;
    let transcript = world.transcript();
    assert!(transcript.contains("30 mentorpar"), "{transcript}");
    assert!(transcript.contains("<ledare.txt>"), "{transcript}");
    assert_eq!(transcript.matches(" och Adept ").count(), 30, "{transcript}");
    world.says("leader", "match publish").await;
    world.presses("leader", "Skicka").await;
    let transcript = world.transcript();
    assert!(transcript.contains("Adept 0, Adept 1,"), "{transcript}");
}

/// The two leaders read the same answer, each in their own language, and nobody else does.
#[tokio::test]
async fn the_same_answer_to_a_question_of_the_application_brings_two_together() {
    const ASKED: &str = r#"
[[matching.answers]]
question = "field"
points = 5
[recruitment]
privacy_notice = "Så gör vi"
[[recruitment.questions]]
key = "field"
kind = "choice"
text = { sv = "Vilket område?", en = "Which field?" }
options = [{ sv = "Vård", en = "Health care" }, { sv = "Skola", en = "Schools" }]
"#;
    let leaders = "id,name,role,account,locale\n\
                   leader,Lotta Lind,leader,console:leader,sv\neva,Eva Ek,leader,console:eva,en\n";
    let mut world = World::with(&format!("{PROGRAMME}{ASKED}"), leaders).await;
    world.says("leader", "öppna ansökan").await;
    for (number, (who, role, answer)) in (1..).zip([
        ("ada", "Mentor", "Vård"),
        ("bo", "Mentor", "Skola"),
        ("cia", "Adept", "schools"),
    ]) {
        world.says(who, "ansök").await;
        for label in [role, "Ja, jag godkänner", "Behåll"] {
            world.presses(who, label).await;
        }
        world.says(who, answer).await;
        world.presses(who, "Skicka ansökan").await;
        world.says("leader", &format!("ansökningar anta {number}")).await;
    }
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.transcript();
    world.says("leader", "matchning föreslå").await;
    world.says("eva", "match show").await;
    world.says("leader", "matchning skicka ut").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-03 12:00").await;
    assert_snapshot!(world.transcript(), @"
    leader: matchning föreslå
    2026-03-02 08.00 → leader  Mitt förslag för Nya ledare är ett mentorpar. Bara ni som leder programmet ser det.
        – Bo och Cia. Samma svar på frågan ”Vilket område?”: Skola.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 08.00 → leader  En person har ingen mentor eller adept:
        – Ada (mentor). En adept hade varit möjlig, men har en annan mentor nu.
    eva: match show
    2026-03-02 08.00 → eva  My proposal for New leaders is one mentor pair. Only programme leaders see it.
        – Bo and Cia. The same answer to “Which field?”: Schools.
        If two don't suit each other, write `match avoid MENTOR ADEPT`. When everything is right, write `match publish`.
    2026-03-02 08.00 → eva  One person is without a mentor or an adept:
        – Ada (mentor). One adept would have been possible, and has another mentor now.
    leader: matchning skicka ut
    2026-03-02 08.00 → leader  Jag ska skicka en fråga till de två i ett mentorpar i Nya ledare. Var och en får ett eget meddelande, där det står varför de passar ihop.
        Ska jag skicka ut det?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 08.00 → leader  Ett mentorpar får frågan vid nästa lämpliga tid på dagen. Skriv `matchning visa` för att se vad de svarar.
    2026-03-02 08.30 → ada  Hej Ada! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-02 08.30 → bo  Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-02 08.30 → cia  Hej Cia! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-02 08.30 → bo  Hej Bo! Vi föreslår att du blir mentor för Cia i Nya ledare.
        – Programledaren tror att ni kan ha glädje av varandra.
        Vill du det?
        [Ja, gärna] [Nej, inte den här gången] [Berätta mer]
    2026-03-02 08.30 → cia  Hej Cia! Vi föreslår Bo som din mentor i Nya ledare.
        – Programledaren tror att ni kan ha glädje av varandra.
        Vill du det?
        [Ja, gärna] [Nej, inte den här gången] [Berätta mer]
    2026-03-03 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    2026-03-03 08.30 → eva  New leaders hasn't been started. Its first day is set to Monday 2 March 2026. There are no pairs yet.
        When the pairs are ready, write `programme start` and I'll welcome everybody. If it is to begin on another day, change `start` in the programme's file.
        [Done]
    ");
}

/// Who doesn't answer is reminded once, and then the leaders hear.
#[tokio::test]
async fn what_is_not_answered_is_asked_once_more() {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    world.says("leader", "matchning föreslå").await;
    world.says("leader", "matchning skicka ut").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-03 12:00").await;
    for who in ["ada", "grace"] {
        world.presses(who, "Yes, I'd like that").await;
    }
    world.presses("bo", "Ja, gärna").await;
    world.until("2026-03-05 12:00").await;
    world.transcript();
    world.until("2026-03-20 12:00").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-06 08.30 → anna  Hej Anna! Jag har frågat om du vill ha Bo Berg som din mentor i Nya ledare, och du har inte svarat än. Det är helt i sin ordning att tacka nej.
        Vill du det?
        [Ja, gärna] [Nej, inte den här gången] [Berätta mer]
    2026-03-09 08.30 → leader  Frågan till Bo Berg och Anna Ek i Nya ledare har inte fått svar, trots att jag har påmint. Jag väntar på svar från Anna Ek. Hör gärna av dig, eller skriv `matchning undvik MENTOR ADEPT` för att ta tillbaka förslaget.
    ");
    world.presses("anna", "Ja, gärna").await;
    assert!(world.transcript().contains("är ett mentorpar"));
}

/// A leader may put two together all the same, and is told what speaks against it.
#[tokio::test]
async fn a_leader_is_told_what_a_lock_overrides() {
    let barred = format!("{PROGRAMME}[matching]\nsame_organisation = \"barred\"\n");
    let people = "id,name,role,account,locale,capacity,organisation,languages
leader,Lotta Lind,leader,console:leader,sv,,,
bo,Bo Berg,mentor,console:bo,sv,1,Verket,svenska
ada,Ada Moore,mentor,console:ada,en,1,,English
anna,Anna Ek,adept,console:anna,sv,,Verket,svenska
grace,Grace Hill,adept,console:grace,en,,,svenska
";
    let mut world = World::with(&barred, people).await;
    for (said, note) in [
        ("matchning lås bo anna", "är på samma arbetsplats"),
        ("matchning lås ada grace", "inte har något gemensamt språk"),
        ("matchning undvik bo grace", "sätts inte ihop"),
        ("matchning byt anna grace", "har varit spärrade för varandra"),
    ] {
        world.says("leader", said).await;
        let shown = world.transcript();
        assert!(shown.contains(note), "{said}: {shown}");
    }
}
