//! What happens to pairs, as they and their leader see it.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn nobody_is_written_to_before_the_programme_starts() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;
    world.transcript();

    world.until("2026-04-30 12:00").await;

    assert_snapshot!(world.transcript(), @"");
}

#[tokio::test]
async fn a_silent_pair_is_asked_three_times_and_then_the_leader_is_told() {
    let mut world = World::started().await;

    world.until("2026-05-29 12:00").await;

    assert_snapshot!(world.receivers(), @r"
    2026-03-02 09.40 → ada
    2026-03-02 10.07 → grace
    2026-03-02 10.10 → bo
    2026-03-02 10.49 → anna
    2026-03-09 09.32 → anna
    2026-03-09 09.43 → bo
    2026-03-09 09.48 → ada
    2026-03-09 10.44 → grace
    2026-03-16 09.14 → ada
    2026-03-16 09.28 → bo
    2026-03-16 10.39 → grace
    2026-03-16 10.53 → anna
    2026-03-23 09.00 → leader
    2026-03-23 09.00 → leader
    ");
}

#[tokio::test]
async fn a_pair_is_welcomed_introduced_and_nudged_each_in_their_own_language() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add ada grace").await;
    world.says("leader", "programme start").await;

    world.until("2026-03-02 12:00").await;

    assert_snapshot!(world.transcript(), @r"
    leader: pair add bo anna
    2026-03-02 08.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är nu mentorpar 1.
    leader: pair add ada grace
    2026-03-02 08.00 → leader  Ada Moore (mentor) och Grace Hill (adept) är nu mentorpar 2.
    leader: programme start
    2026-03-02 08.00 → leader  Nya ledare har startat. Mentorparen får nu ett välkomstmeddelande.
        Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 2 mars 2026 kl. 09.00.
    2026-03-02 08.30 → bo  Hej Bo! Du är mentor för Anna Ek i Nya ledare.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Programledaren ser de svaren, men inte vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-02 08.30 → grace  Hello Grace, your mentor in New leaders is Ada Moore.
        I remind you both to book meetings, and afterwards I ask whether you met. The programme leader sees those answers, but not what you talk about.
        Write `help` to see what I can do.
    2026-03-02 08.30 → ada+grace  Welcome, Ada and Grace! This is your own place in Nya ledare. Ada is the mentor and Grace is the adept.
        Here I tell you both when a meeting is booked, moved or cancelled. What you write to each other stays between you: I don't keep it, and I don't show it to anyone.
    2026-03-02 08.30 → ada  Hello Ada, you are the mentor of Grace Hill in New leaders.
        I remind you both to book meetings, and afterwards I ask whether you met. The programme leader sees those answers, but not what you talk about.
        Write `help` to see what I can do.
    2026-03-02 08.30 → anna  Hej Anna! Din mentor i Nya ledare är Bo Berg.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Programledaren ser de svaren, men inte vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-02 08.30 → anna+bo  Välkomna, Bo och Anna! Här är er egen plats i Nya ledare. Bo är mentor och Anna är adept.
        Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Det ni skriver till varandra stannar mellan er: jag sparar det inte och visar det inte för någon.
    2026-03-02 09.40 → ada  Hello Ada, it's time to book your first meeting with Grace. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-02 10.07 → grace  Hello Grace, it's time to book your first meeting with Ada. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-02 10.10 → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-02 10.49 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    ");
}

#[tokio::test]
async fn a_meeting_held_by_the_word_of_one_sets_the_next_one_due_by_the_interval() {
    let mut world = World::started().await;
    world.says("leader", "programme pause").await;
    world.says("leader", "programme resume").await;
    world.until("2026-03-02 12:00").await;
    world.says("anna", "boka 4/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("grace", "book 4/3 14:00").await;
    world.presses("grace", "Yes, book it").await;
    world.transcript();

    // Both are asked, and the word of one is enough: nobody is reminded.
    world.until("2026-03-05 12:00").await;
    world.says("bo", "ja").await;
    world.says("ada", "1").await;
    assert_snapshot!(world.transcript(), @r"
    2026-03-04 16.04 → bo  Hej Bo! Du och Anna hade bokat en träff. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-04 16.34 → anna  Hej Anna! Du och Bo hade bokat en träff. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-04 16.44 → ada  Hello Ada, you and Grace had a meeting booked. Did you meet on Wednesday 4 March 2026?
        The programme leader sees your answer and your name.
        [Yes] [Not yet, but we've booked a time] [No] [We've paused]
    2026-03-04 16.44 → grace  Hello Grace, you and Ada had a meeting booked. Did you meet on Wednesday 4 March 2026?
        The programme leader sees your answer and your name.
        [Yes] [Not yet, but we've booked a time] [No] [We've paused]
    bo: ja
    2026-03-05 12.00 → bo  Tack! Vad bra att du och Anna har träffats. Boka gärna nästa träff redan nu.
    ada: 1
    2026-03-05 12.00 → ada  Thank you, I'm glad that you and Grace met. This is a good moment to book your next meeting.
    ");

    // The first third is denser: the next meeting is due after half the normal interval.
    world.until("2026-03-24 12:00").await;
    assert_snapshot!(world.receivers(), @r"
    2026-03-23 09.46 → anna
    2026-03-23 10.13 → ada
    2026-03-23 10.17 → grace
    2026-03-23 10.28 → bo
    ");
}

#[tokio::test]
async fn a_meeting_that_was_not_held_is_followed_by_the_question_for_a_new_time() {
    let mut world = World::started().await;
    world.says("anna", "boka 4/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.until("2026-03-05 12:00").await;
    world.transcript();

    world.presses("anna", "Nej").await;
    world.says("anna", "fredag kl 10").await;
    world.presses("anna", "Ja, boka").await;
    world.says("anna", "mina träffar").await;

    assert_snapshot!(world.transcript(), @r"
    anna: [Nej]
    2026-03-05 12.00 → anna  Tack för svaret. Har du och Bo bokat en ny tid?
        Om ni har det kan du skriva dag och tid direkt, till exempel `torsdag kl. 13.30`.
        [Vi har bokat] [Inte än]
    anna: fredag kl 10
    2026-03-05 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 10.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: [Ja, boka]
    2026-03-05 12.00 → anna+bo  Anna har bokat en träff för er: fredag 6 mars 2026 kl. 10.00.
    2026-03-05 12.00 → anna  Träff 2 med Bo är bokad: fredag 6 mars 2026 kl. 10.00.
    anna: mina träffar
    2026-03-05 12.00 → anna  Dina träffar:
        – 2 fredag 6 mars 2026 kl. 10.00 med Bo
        – 1 onsdag 4 mars 2026 med Bo: blev inte av
    ");
}

#[tokio::test]
async fn two_who_never_say_whether_they_met_are_asked_three_times_and_then_the_leader_is_told() {
    let mut world = World::started().await;
    world.says("anna", "boka 4/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("grace", "pause until 2026-08-10").await;
    world.transcript();

    world.until("2026-04-01 12:00").await;

    assert_snapshot!(world.transcript(), @r"
    2026-03-04 16.04 → bo  Hej Bo! Du och Anna hade bokat en träff. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-04 16.34 → anna  Hej Anna! Du och Bo hade bokat en träff. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-09 09.00 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-09 09.53 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-10 15.07 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-10 16.40 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-13 15.00 → leader  Mentorpar 1, Bo Berg (mentor) och Anna Ek (adept), har inte svarat på om deras bokade träff blev av. Det gäller onsdag 4 mars 2026.
        Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag vill gärna veta hur det går för er och om er senaste träff blev av. Om den inte blev det är det helt okej. Skriv gärna några ord till mig, och säg till om jag kan hjälpa er.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    ");
}

#[tokio::test]
async fn a_break_stops_the_clocks_and_nothing_fires_late() {
    let mut world = World::started().await;
    world.says("grace", "pause until 2026-08-10").await;
    world.until("2026-03-02 12:00").await;
    world.transcript();

    world.says("anna", "pausa till 23/4").await;
    world.until("2026-04-22 23:59").await;
    // Anna asked for the break, and Bo, who waits for her, hears nothing either.
    assert_snapshot!(world.transcript(), @r"
    anna: pausa till 23/4
    2026-03-02 12.00 → anna  Du har paus till torsdag 23 april 2026. Om du vill börja igen tidigare skriver du `fortsätt`
    ");

    // It ends by itself. The reminder comes as many days later as the break was long.
    world.until("2026-05-13 12:00").await;
    assert_snapshot!(world.receivers(), @r"
    2026-04-23 08.30 → anna
    2026-05-04 09.42 → anna
    2026-05-04 10.40 → bo
    2026-05-11 09.06 → anna
    2026-05-11 10.16 → bo
    ");

    world.says("anna", "pausa").await;
    world.until("2026-06-12 12:00").await;
    world.says("anna", "fortsätt").await;
    world.until("2026-07-01 12:00").await;
    assert_snapshot!(world.transcript(), @r"
    anna: pausa
    2026-05-13 12.00 → anna  Du har paus. När du vill börja igen skriver du `fortsätt`
    anna: fortsätt
    2026-06-12 12.00 → anna  Välkommen tillbaka! Nu är allt i gång igen.
    2026-06-15 09.00 → leader  Mentorpar 1, Bo Berg (mentor) och Anna Ek (adept), har ingen träff bokad.
        Det har varit dags att boka sedan fredag 22 maj 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
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
    2026-03-09 12.00 → leader  Programmet Nya ledare är pausat. Jag påminner ingen om något förrän du skriver `återuppta program [#PROGRAM]`
    leader: programme resume
    2026-05-04 08.00 → leader  Programmet Nya ledare pågår igen. Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 4 maj 2026 kl. 09.00.
    ");

    // One reminder is left, a week after the second question; then it is the leader's turn.
    world.until("2026-05-22 12:00").await;
    assert_snapshot!(world.receivers(), @r"
    2026-05-11 09.06 → anna
    2026-05-11 09.30 → ada
    2026-05-11 10.16 → bo
    2026-05-11 10.49 → grace
    2026-05-18 09.00 → leader
    2026-05-18 09.00 → leader
    ");
}

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

    assert_snapshot!(world.transcript(), @r"
    2026-03-23 09.00 → leader  Mentorpar 1, Bo Berg (mentor) och Anna Ek (adept), har ingen träff bokad.
        Det har varit dags att boka sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    leader: [Skriv]
    2026-03-23 12.00 → leader  Det här är meddelandet till Bo och Anna. De ser att det kommer från dig.
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-23 12.00 → anna+bo  Meddelande från Lotta, programledare:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
    2026-03-23 12.00 → leader  Meddelandet är på väg till Bo och Anna.
    leader: attention
    2026-03-23 12.00 → leader  En sak att följa upp i Nya ledare:
        – 1 Bo Berg och Anna Ek: ingen träff bokad, dags sedan måndag 2 mars 2026
    2026-03-23 12.00 → leader  Mentorpar 1, Bo Berg (mentor) och Anna Ek (adept), har ingen träff bokad.
        Det har varit dags att boka sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    leader: [Klart]
    2026-03-23 12.00 → leader  Tack! Bo och Anna står inte längre på din lista.
    leader: attention
    2026-03-23 12.00 → leader  Det finns inget att följa upp i Nya ledare.
    ");

    // Closed is closed: the pair is with its leader, and nobody is asked again.
    world.until("2026-05-22 12:00").await;
    assert_snapshot!(world.transcript(), @"");
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
    assert_snapshot!(world.transcript(), @r"
    leader: [Påminn mig om 14 dagar]
    2026-03-23 12.00 → leader  Då påminner jag dig måndag 6 april 2026.
    leader: attention
    2026-03-23 12.00 → leader  En sak att följa upp i Nya ledare:
        – 1 Bo Berg och Anna Ek: ingen träff bokad, dags sedan måndag 2 mars 2026
    2026-03-23 12.00 → leader  Mentorpar 1, Bo Berg (mentor) och Anna Ek (adept), har ingen träff bokad.
        Det har varit dags att boka sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
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
    2026-03-23 12.00 → anna+bo  Anna har bokat en träff för er: onsdag 25 mars 2026 kl. 13.00.
    2026-03-23 12.00 → anna  Träff 1 med Bo är bokad: onsdag 25 mars 2026 kl. 13.00.
    ");

    world.until("2026-04-08 12:00").await;
    assert_snapshot!(world.transcript(), @r"
    2026-03-25 15.01 → bo  Hej Bo! Du och Anna hade bokat en träff. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-25 16.59 → anna  Hej Anna! Du och Bo hade bokat en träff. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-30 09.05 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-30 09.34 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-31 16.01 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-31 16.09 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni onsdag 25 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-04-07 08.30 → leader  Mentorpar 1, Bo Berg (mentor) och Anna Ek (adept), har inte svarat på om deras bokade träff blev av. Det gäller onsdag 25 mars 2026.
        Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag vill gärna veta hur det går för er och om er senaste träff blev av. Om den inte blev det är det helt okej. Skriv gärna några ord till mig, och säg till om jag kan hjälpa er.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-04-07 08.30 → leader  Mentorpar 2, Ada Moore (mentor) och Grace Hill (adept), har ingen träff bokad.
        Det har varit dags att boka sedan måndag 2 mars 2026. Jag har frågat dem 3 gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hello Ada and Grace, I see that your next meeting isn't booked yet. How are things going? Please tell me if I can help you find a time, or if something else makes it hard to meet.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    ");
}

#[tokio::test]
async fn a_mentor_of_two_adepts_gets_one_merged_message() {
    let mut world = World::new().await;
    world.says("leader", "people add Cecilia Dal adept console:cecilia").await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add bo cecilia").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-02 08:59").await;
    world.transcript();

    world.until("2026-03-02 12:00").await;
    world.presses("bo", "Bokat med Cecilia").await;
    world.says("bo", "5/3 13.00").await;
    world.presses("bo", "Ja, boka").await;
    world.presses("bo", "Bokat med Anna").await;
    world.says("bo", "boka 6/3 13.00").await;
    world.says("bo", "1").await;
    world.says("bo", "1").await;
    world.says("bo", "mina träffar @anna").await;

    assert_snapshot!(world.transcript(), @r"
    2026-03-02 09.58 → cecilia  Hej Cecilia! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-02 10.10 → bo  Hej Bo! Det är dags för nästa träff med Anna och Cecilia.
        Vem har du bokat en tid med? Om du inte har bokat med någon än behöver du inte svara.
        [Bokat med Anna] [Bokat med Cecilia]
    2026-03-02 10.49 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    bo: [Bokat med Cecilia]
    2026-03-02 12.00 → bo  Vad bra! När ska du och Cecilia träffas?
        Skriv dag och tid, till exempel `torsdag kl. 13.30`.
        [Jag säger det senare]
    2026-03-02 12.00 → bo+cecilia  Bo säger att er nästa träff är bokad.
    bo: 5/3 13.00
    2026-03-02 12.00 → bo  Du och Cecilia ses torsdag 5 mars 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    bo: [Ja, boka]
    2026-03-02 12.00 → bo+cecilia  Bo har bokat en träff för er: torsdag 5 mars 2026 kl. 13.00.
    2026-03-02 12.00 → bo  Träff 1 med Cecilia är bokad: torsdag 5 mars 2026 kl. 13.00.
    bo: [Bokat med Anna]
    2026-03-02 12.00 → anna+bo  Bo säger att er nästa träff är bokad.
    2026-03-02 12.00 → bo  Vad bra! När ska du och Anna träffas?
        Skriv dag och tid, till exempel `torsdag kl. 13.30`.
        [Jag säger det senare]
    bo: boka 6/3 13.00
    2026-03-02 12.00 → bo  Det finns flera som passar: Anna Ek och Cecilia Dal. Vilken menar du?  [Anna Ek] [Cecilia Dal]
    bo: 1
    2026-03-02 12.00 → bo  Du och Anna ses fredag 6 mars 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    bo: 1
    2026-03-02 12.00 → bo  Träff 1 med Anna är bokad: fredag 6 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Bo har bokat en träff för er: fredag 6 mars 2026 kl. 13.00.
    bo: mina träffar @anna
    2026-03-02 12.00 → bo  Dina träffar:
        – 1 fredag 6 mars 2026 kl. 13.00 med Anna
    ");
}

#[tokio::test]
async fn a_number_that_could_mean_two_questions_is_asked_about() {
    let mut world = World::new().await;
    world.says("leader", "people add Cecilia Dal adept console:cecilia").await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add bo cecilia").await;
    world.says("leader", "programme start").await;
    world.says("anna", "boka 4/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("cecilia", "boka 4/3 15.00").await;
    world.presses("cecilia", "Ja, boka").await;
    world.until("2026-03-06 12:00").await;
    world.transcript();

    world.says("bo", "1").await;
    world.says("bo", "2").await;
    world.says("bo", "nej").await;

    assert_snapshot!(world.transcript(), @r"
    bo: 1
    2026-03-06 12.00 → bo  Flera frågor väntar på ditt svar. Vilken svarar du på?
        – Träffen onsdag 4 mars 2026 med Cecilia
        – Träffen onsdag 4 mars 2026 med Anna
        [Träffen onsdag 4 mars 2026 med Cecilia] [Träffen onsdag 4 mars 2026 med Anna]
    bo: 2
    2026-03-06 12.00 → bo  Tack! Vad bra att du och Anna har träffats. Boka gärna nästa träff redan nu.
    bo: nej
    2026-03-06 12.00 → bo  Tack för svaret. Har du och Cecilia bokat en ny tid?
        Om ni har det kan du skriva dag och tid direkt, till exempel `torsdag kl. 13.30`.
        [Vi har bokat] [Inte än]
    ");
}
