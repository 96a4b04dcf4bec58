//! The course of a pair: a rest, more time, an end, a new match, and a break of one of the two. Nobody
//! is blamed, and whose wish it was nobody learns.

use insta::assert_snapshot;

use crate::support::{PROGRAMME, World};

/// Ada is a mentor who has room for one more.
const WITH_ROOM: &str = "id,name,role,account,locale,capacity
leader,Lotta Lind,leader,console:leader,sv,
anna,Anna Ek,adept,console:anna,sv,
bo,Bo Berg,mentor,console:bo,sv,1
ada,Ada Moore,mentor,console:ada,en,2
grace,Grace Hill,adept,console:grace,en,
";

async fn with_room() -> World {
    let mut world = World::with(PROGRAMME, WITH_ROOM).await;
    world.says("leader", "nytt mentorpar bo anna").await;
    world.says("leader", "nytt mentorpar ada grace").await;
    world.says("leader", "starta program").await;
    world.until("2026-03-03 08:00").await;
    world.transcript();
    world
}

#[tokio::test]
async fn a_new_match_blames_nobody_and_both_hear_what_comes_next() {
    let mut world = with_room().await;
    world.says("leader", "ny matchning 1").await;
    world.presses("leader", "Ja, gör det").await;
    world.until("2026-03-03 12:00").await;
    world.says("anna", "status").await;
    world.says("leader", "lås bo anna").await;
    world.says("leader", "nytt mentorpar ada anna").await;
    world.says("leader", "ny matchning 1").await;
    assert_snapshot!(world.transcript(), @"
    leader: ny matchning 1
    2026-03-03 08.00 → leader  Jag avslutar mentorpar 1, Bo Berg och Anna Ek, och skriver till var och en att det blir en ny matchning. Ingen får veta vem som bad om det. Jag föreslår inte de två för varandra igen.
        Ska jag göra det?
        [Ja, gör det] [Nej]
    leader: [Ja, gör det]
    2026-03-03 08.00 → leader  Mentorpar 1, Bo Berg och Anna Ek, är avslutat. Båda får veta att det blir en ny matchning.
    2026-03-03 08.00 → leader  Mentorer som har plats för Anna Ek:
        – Ada Moore: Inget särskilt förenar dem, och inget talar emot. För att göra dem till mentorpar skriver du `nytt mentorpar ada anna`
    2026-03-03 08.30 → bo  Hej Bo! Anna ska få en ny mentor i Nya ledare. Det betyder inte att någon av er har gjort fel. Det ni har pratat om stannar mellan er. Tack för tiden du har gett! Jag skriver till dig om det finns en ny adept åt dig.
    2026-03-03 08.30 → anna  Hej Anna! Du ska få en ny mentor i Nya ledare i stället för Bo. Det betyder inte att någon av er har gjort fel. Det ni har pratat om stannar mellan er. Jag skriver till dig när du har fått en ny mentor.
    anna: status
    2026-03-03 12.00 → anna  Så här ser det ut:
        – Du har ingen mentor eller adept i Nya ledare än. Jag skriver till dig när du har fått en.
    leader: lås bo anna
    2026-03-03 12.00 → leader  Bo Berg och Anna Ek är låsta som mentorpar.
    2026-03-03 12.00 → leader  Tänk på att Bo Berg och Anna Ek har varit spärrade för varandra. Nu är de låsta i stället.
    2026-03-03 12.00 → leader  Mitt förslag för Nya ledare är ett mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Det var bestämt i förväg.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-03 12.00 → leader  En person har ingen mentor eller adept:
        – Ada Moore (mentor). En adept hade varit möjlig, men har en annan mentor nu.
    leader: nytt mentorpar ada anna
    2026-03-03 12.00 → leader  Ada Moore (mentor) och Anna Ek (adept) är nu mentorpar 3.
    2026-03-03 12.00 → ada  Hello Ada, you are the mentor of Anna Ek in New leaders.
        Begin by agreeing on how you'll work together: write `agreement` and I'll take you both through seven short steps. Then book your first three meetings.
        I remind you both to book meetings, and afterwards I ask whether you met. I show those answers to the programme leader, but I never ask what you talk about.
        Write `help` to see what I can do.
    2026-03-03 12.00 → anna  Hej Anna! Din mentor i Nya ledare är Ada Moore.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-03 12.00 → ada+anna  Welcome, Ada and Anna! This is your own place in Nya ledare. Ada is the mentor and Anna is the adept.
        Here I tell you both when a meeting is booked, moved or cancelled. The place is for the two of you, and I don't read what you write to each other.
        Välkomna, Ada och Anna! Här är er egen plats i Nya ledare. Ada är mentor och Anna är adept.
        Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Platsen är till för er två, och jag läser inte det ni skriver till varandra.
    leader: ny matchning 1
    2026-03-03 12.00 → leader  Mentorpar 1 är redan avslutat.
    ");
}

#[tokio::test]
async fn a_pair_is_ended_with_a_talk_about_what_it_gave() {
    let mut world = with_room().await;
    world.says("leader", "avsluta mentorpar 1").await;
    world.presses("leader", "Nej").await;
    world.says("leader", "avsluta mentorpar 1").await;
    world.presses("leader", "Ja, avsluta").await;
    world.until("2026-03-30 12:00").await;
    world.says("leader", "visa mentorpar 1").await;
    let seen = world.transcript();
    let to_them = |line: &&str| line.contains("→ anna ") || line.contains("→ bo ");
    assert_eq!(seen.lines().find(to_them), None, "they are asked though they have ended");
    assert_snapshot!(seen.lines().take(22).collect::<Vec<_>>().join("\n"), @"
    leader: avsluta mentorpar 1
    2026-03-03 08.00 → leader  Jag avslutar mentorpar 1, Bo Berg och Anna Ek, och tackar dem på deras egen plats.
        Ska jag avsluta det?
        [Ja, avsluta] [Nej]
    leader: [Nej]
    2026-03-03 08.00 → leader  Okej, jag har inte ändrat något.
    leader: avsluta mentorpar 1
    2026-03-03 08.00 → leader  Jag avslutar mentorpar 1, Bo Berg och Anna Ek, och tackar dem på deras egen plats.
        Ska jag avsluta det?
        [Ja, avsluta] [Nej]
    leader: [Ja, avsluta]
    2026-03-03 08.00 → leader  Mentorpar 1, Bo Berg och Anna Ek, är avslutat. Jag har tackat dem.
    2026-03-03 08.30 → anna+bo  Hej Bo och Anna! Nu är er tid som mentorpar i Nya ledare slut. Tack för den tid ni har gett varandra!
        Ses gärna en sista gång. Det här kan ni prata om:
        – Vad har mentorskapet gett er?
        – Hur går ni vidare, var och en för sig?
        – Vill ni hålla kontakten, och i så fall hur?
        Det ni har sagt till varandra stannar mellan er, även efteråt.
    2026-03-09 09.48 → grace  Hello again, Grace. I don't know of a booked time for you and Ada yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-09 10.44 → ada  Hello again, Ada. I don't know of a booked time for you and Grace yet.
    ");
}

/// Before the programme has started the two don't know that they are to be a pair.
#[tokio::test]
async fn who_does_not_know_of_a_pair_hears_nothing_of_its_end() {
    let mut world = World::with(PROGRAMME, WITH_ROOM).await;
    world.says("leader", "nytt mentorpar bo anna").await;
    world.says("leader", "nytt mentorpar ada grace").await;
    world.says("leader", "ny matchning 1").await;
    world.says("leader", "pausa mentorpar 1 20 april").await;
    world.says("leader", "avsluta mentorpar 1").await;
    world.says("leader", "starta program").await;
    // The welcome waits for the morning, and by then there is another mentor.
    world.says("leader", "ny matchning 2").await;
    world.presses("leader", "Ja, gör det").await;
    world.until("2026-03-04 12:00").await;
    assert_snapshot!(world.transcript(), @"
    leader: nytt mentorpar bo anna
    2026-03-02 08.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är nu mentorpar 1.
    leader: nytt mentorpar ada grace
    2026-03-02 08.00 → leader  Ada Moore (mentor) och Grace Hill (adept) är nu mentorpar 2.
    leader: ny matchning 1
    2026-03-02 08.00 → leader  Programmet är inte startat, så mentorpar 1 vet inget än. Om de inte ska vara ett mentorpar skriver du `avsluta mentorpar N`
    leader: pausa mentorpar 1 20 april
    2026-03-02 08.00 → leader  Programmet är inte startat, så mentorpar 1 vet inget än. Om de inte ska vara ett mentorpar skriver du `avsluta mentorpar N`
    leader: avsluta mentorpar 1
    2026-03-02 08.00 → leader  Bo Berg och Anna Ek är inte längre ett mentorpar. De har inte fått veta något, eftersom programmet inte är startat.
    leader: starta program
    2026-03-02 08.00 → leader  Nya ledare har startat. Mentorparen får ett välkomstmeddelande så snart det är en lämplig tid på dagen, tidigast programmets första dag.
        Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 2 mars 2026 kl. 09.00.
    leader: ny matchning 2
    2026-03-02 08.00 → leader  Jag avslutar mentorpar 2, Ada Moore och Grace Hill, och skriver till var och en att det blir en ny matchning. Ingen får veta vem som bad om det. Jag föreslår inte de två för varandra igen.
        Ska jag göra det?
        [Ja, gör det] [Nej]
    leader: [Ja, gör det]
    2026-03-02 08.00 → leader  Mentorpar 2, Ada Moore och Grace Hill, är avslutat. Båda får veta att det blir en ny matchning.
    2026-03-02 08.00 → leader  Mentorer som har plats för Grace Hill:
        – Bo Berg: Inget särskilt förenar dem, och inget talar emot. För att göra dem till mentorpar skriver du `nytt mentorpar bo grace`
    2026-03-02 08.30 → ada  Hello Ada, Grace will be getting a new mentor in New leaders. It doesn't mean that either of you has done anything wrong. What you have talked about stays between the two of you. Thank you for the time you have given! I'll write if there is a new adept for you.
    2026-03-02 08.30 → grace  Hello Grace, you'll be getting a new mentor in New leaders instead of Ada. It doesn't mean that either of you has done anything wrong. What you have talked about stays between the two of you. I'll write when you have a new mentor.
    ");
}

#[tokio::test]
async fn a_pair_rests_until_a_day_and_goes_on_by_itself() {
    let mut world = with_room().await;
    world.says("leader", "pausa mentorpar 1 1 mars").await;
    world.says("leader", "pausa mentorpar 1 20 april").await;
    world.until("2026-04-20 12:00").await;
    let seen = world.transcript();
    let of_them = |line: &&str| {
        line.contains("→ anna") || line.contains("→ bo ") || line.contains("mentorpar 1")
    };
    assert_snapshot!(seen.lines().filter(of_them).collect::<Vec<_>>().join("\n"), @"
    leader: pausa mentorpar 1 1 mars
    leader: pausa mentorpar 1 20 april
    2026-03-03 08.30 → anna+bo  Ert mentorskap vilar till måndag 20 april 2026. Fram till dess frågar jag inget, och sedan går det vidare av sig självt.
    2026-04-20 08.30 → anna+bo  Nu är ert mentorskap i gång igen.
    ");
}

#[tokio::test]
async fn a_pair_that_is_given_more_time_can_book_after_the_end_of_the_programme() {
    let mut world = with_room().await;
    world.says("anna", "boka träff 2026-12-01 13.00").await;
    world.says("leader", "förläng mentorpar 1 2026-05-01").await;
    world.says("leader", "förläng mentorpar 1 2026-12-20").await;
    world.until("2026-03-03 09:00").await;
    world.says("anna", "boka träff 2026-12-01 13.00").await;
    world.presses("anna", "Ja, boka").await;
    assert_snapshot!(world.transcript(), @"
    anna: boka träff 2026-12-01 13.00
    2026-03-03 08.00 → anna  Det går inte att boka tisdag 1 december 2026 kl. 13.00, för programmets sista dag är torsdag 1 oktober 2026. Välj en tidigare tid.
    leader: förläng mentorpar 1 2026-05-01
    2026-03-03 08.00 → leader  En förlängning till fredag 1 maj 2026 ger inte mer tid. Programmets sista dag är torsdag 1 oktober 2026. Välj en senare dag, som inte redan har varit.
    leader: förläng mentorpar 1 2026-12-20
    2026-03-03 08.00 → leader  Mentorpar 1 har nu tid till och med söndag 20 december 2026. Jag har sagt det till båda.
    2026-03-03 08.30 → anna+bo  Ni har fått mer tid: er sista dag är nu söndag 20 december 2026.
    anna: boka träff 2026-12-01 13.00
    2026-03-03 09.00 → anna  Du och Bo ses tisdag 1 december 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: [Ja, boka]
    2026-03-03 09.00 → anna  Träff 1 med Bo är bokad: tisdag 1 december 2026 kl. 13.00.
    2026-03-03 09.00 → anna+bo  Anna har bokat en träff för er: tisdag 1 december 2026 kl. 13.00.
        <mentorskap-1.ics>
    ");
}

/// The other hears that it rests, and whoever comes back hears what they have missed.
#[tokio::test]
async fn a_break_of_one_is_told_to_the_other_without_a_reason() {
    let mut world = with_room().await;
    world.says("anna", "boka träff 10/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("bo", "boka träff 24/3 13.00").await;
    world.presses("bo", "Ja, boka").await;
    world.transcript();
    world.says("anna", "pausa till 16/3").await;
    world.until("2026-03-06 12:00").await;
    world.says("leader", "meddela alla Vi ses på torsdag!").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-16 12:00").await;
    let seen = world.transcript();
    let kept: Vec<_> = seen.lines().filter(|line| !line.contains("→ leader")).collect();
    assert_snapshot!(kept.join("\n"), @"
    anna: pausa till 16/3
    2026-03-03 08.00 → anna  Du har paus till måndag 16 mars 2026. Om du vill börja igen tidigare skriver du `fortsätt`
    2026-03-03 08.30 → bo  Mentorskapet med Anna vilar just nu. Du behöver inte göra något, och jag säger till när det går vidare.
    leader: meddela alla Vi ses på torsdag!
        Vi ses på torsdag!
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-06 12.48 → bo  Meddelande från Lotta, programledare för Nya ledare:
        Vi ses på torsdag!
    2026-03-06 13.12 → ada  A message from Lotta, programme leader of New leaders:
        Vi ses på torsdag!
    2026-03-06 13.51 → grace  A message from Lotta, programme leader of New leaders:
        Vi ses på torsdag!
    2026-03-09 09.48 → grace  Hello again, Grace. I don't know of a booked time for you and Ada yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-09 10.44 → ada  Hello again, Ada. I don't know of a booked time for you and Grace yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-16 08.30 → bo  Mentorskapet med Anna är i gång igen.
    2026-03-16 08.30 → anna  Välkommen tillbaka! Nu är allt i gång igen. Här är det som hände under tiden och det som kommer:
        – En träff med Bo var bokad tisdag 10 mars 2026 kl. 13.00
        – Nästa träff med Bo: tisdag 24 mars 2026 kl. 13.00
        – Lotta till alla: Vi ses på torsdag!
    2026-03-16 08.45 → anna  Hej Anna! Du och Bo hade bokat en träff. Träffades ni tisdag 10 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
        – Gult, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem två gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-16 09.07 → bo  Hej Bo! Du och Anna hade bokat en träff. Träffades ni tisdag 10 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-16 09.14 → grace  Hello Grace, this is my last reminder about your next meeting with Ada. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-16 10.39 → ada  Hello Ada, this is my last reminder about your next meeting with Grace. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    ");
}
