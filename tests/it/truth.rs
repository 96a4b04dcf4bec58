//! That what people are told is so.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn whoever_did_not_book_learns_that_it_is_booked_and_when() {
    let mut world = World::asked().await;
    world.says("bo", "boka fredag kl 10").await;
    world.presses("bo", "Ja, boka").await;
    world.transcript();

    world.presses("anna", "Vi har bokat").await;
    world.presses("anna", "Inte än").await;
    world.says("ada", "1").await;
    world.presses("grace", "Not yet").await;

    assert_snapshot!(world.transcript(), @r"
    anna: [Vi har bokat]
    2026-03-02 12.00 → anna  Er nästa träff är redan bokad: fredag 6 mars 2026 kl. 10.00.
    anna: [Inte än]
    2026-03-02 12.00 → anna  Er nästa träff är redan bokad: fredag 6 mars 2026 kl. 10.00.
    ada: 1
    2026-03-02 12.00 → ada  Great! When are you and Grace going to meet?
        Write the day and the time, for example `Thursday 13:30`.
        [I'll tell you later]
    2026-03-02 12.00 → ada+grace  Ada says that your next meeting is booked.
    grace: [Not yet]
    2026-03-02 12.00 → grace  Your next meeting is already booked, but I don't know the time.
    ");
}

#[tokio::test]
async fn a_programme_that_its_leader_has_paused_is_not_ones_own_break() {
    let mut world = World::asked().await;
    world.says("leader", "programme pause").await;
    world.transcript();

    world.says("anna", "status").await;
    world.says("anna", "fortsätt").await;
    world.says("grace", "pause").await;
    world.says("grace", "status").await;
    world.says("grace", "resume").await;
    world.says("leader", "programme resume").await;
    world.says("grace", "pause").await;
    world.says("grace", "status").await;
    world.says("ada", "status").await;

    assert_snapshot!(world.transcript(), @"
    anna: status
    2026-03-02 12.00 → anna  Så här ser det ut:
        – Bo Berg i Nya ledare
        – Programledaren har pausat Nya ledare, så jag påminner er inte just nu.
        – Träffar som har varit: 0 av 8
    anna: fortsätt
    2026-03-02 12.00 → anna  Programledaren har pausat Nya ledare, så jag påminner dig inte just nu. När programmet är i gång igen fortsätter allt av sig självt.
    grace: pause
    2026-03-02 12.00 → grace  You're on a break. When you want to start again, write `resume`
    grace: status
    2026-03-02 12.00 → grace  This is how things stand:
        – Ada Moore in New leaders
        – You're on a break. To start again, write `resume`
        – Meetings held: 0 of 8
    grace: resume
    2026-03-02 12.00 → grace  The programme leader has paused New leaders, so I'm not reminding you at the moment. Everything goes on by itself once the programme is running again.
    leader: programme resume
    2026-03-02 12.00 → leader  Programmet Nya ledare pågår igen. Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 9 mars 2026 kl. 09.00.
    grace: pause
    2026-03-02 12.00 → grace  You're on a break. When you want to start again, write `resume`
    2026-03-02 12.00 → ada  Your mentoring with Grace is resting for now. You needn't do anything, and I'll tell you when it goes on.
    grace: status
    2026-03-02 12.00 → grace  This is how things stand:
        – Ada Moore in New leaders
        – You're on a break. To start again, write `resume`
        – Meetings held: 0 of 8
    ada: status
    2026-03-02 12.00 → ada  This is how things stand:
        – Grace Hill in New leaders
        – Your mentor pair is paused, so I'm not reminding you at the moment.
        – Meetings held: 0 of 8
    ");
}

#[tokio::test]
async fn a_pair_whose_programme_has_not_begun_is_not_paused() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;

    world.says("leader", "pair list").await;
    world.says("leader", "pair show 1").await;
    world.says("leader", "pair remind 1").await;

    assert_snapshot!(world.transcript(), @r"
    leader: pair add bo anna
    2026-03-02 08.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är nu mentorpar 1.
    leader: pair list
    2026-03-02 08.00 → leader  Ett mentorpar i Nya ledare:
        – 1 Bo Berg och Anna Ek: programmet har inte startat
    leader: pair show 1
    2026-03-02 08.00 → leader  Mentorpar 1: Bo Berg (mentor) och Anna Ek (adept)
        – Nu: programmet har inte startat
        – Träffar som har varit: 0 av 8
    leader: pair remind 1
    2026-03-02 08.00 → leader  Det finns inget att påminna mentorpar 1 om: programmet har inte startat.
    ");
}

#[tokio::test]
async fn what_waits_for_the_morning_is_not_on_its_way() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;
    world.transcript();

    world.says("leader", "programme start").await;
    world.until("2026-03-02 22:00").await;
    world.transcript();
    world.says("leader", "pair remind 1").await;
    world.says("leader", "announce Vi ses.").await;
    world.presses("leader", "Skicka").await;

    assert_snapshot!(world.transcript(), @r"
    leader: pair remind 1
    2026-03-02 22.00 → leader  Mentorpar 1 får en fråga om nästa träff så snart det är en lämplig tid på dagen.
    leader: announce Vi ses.
    2026-03-02 22.00 → leader  4 personer får det här meddelandet:
        Vi ses.
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 22.00 → leader  4 personer får meddelandet så snart det är en lämplig tid på dagen.
    ");
}

#[tokio::test]
async fn no_meeting_is_made_up_of_one_that_is_to_come() {
    let mut world = World::asked().await;
    world.says("anna", "boka fredag kl 10").await;
    world.presses("anna", "Ja, boka").await;
    world.says("grace", "book Friday at 10").await;
    world.presses("grace", "Yes, book it").await;
    world.transcript();

    world.says("anna", "vi har träffats").await;
    world.presses("anna", "Nej").await;
    world.says("anna", "mina träffar").await;
    world.says("grace", "we met").await;
    world.says("grace", "yes").await;
    world.says("grace", "my meetings").await;

    assert_snapshot!(world.transcript(), @"
    anna: vi har träffats
    2026-03-02 12.00 → anna  Du och Bo har en träff som inte har varit än: fredag 6 mars 2026 kl. 10.00.
        Ska jag anteckna att ni träffades i dag?
        [Ja, i dag] [Nej]
    anna: [Nej]
    2026-03-02 12.00 → anna  Okej, jag har inte ändrat något.
    anna: mina träffar
    2026-03-02 12.00 → anna  Dina träffar:
        – 1 fredag 6 mars 2026 kl. 10.00 med Bo
    grace: we met
    2026-03-02 12.00 → grace  You and Ada have a meeting that is still to come: Friday 6 March 2026, 10:00.
        Shall I note that you met today?
        [Yes, today] [No]
    grace: yes
    2026-03-02 12.00 → grace  Thank you, I'm glad that you and Ada met. Your next meeting is on Friday 6 March 2026, 10:00.
    2026-03-02 12.00 → grace  How did the meeting feel?
        The programme leader sees your answer and your name. Ada doesn't.
        [Very good] [Good] [Okay] [Not so good] [Rather not say]
    grace: my meetings
    2026-03-02 12.00 → grace  Your meetings:
        – 1 Friday 6 March 2026, 10:00, with Ada
        – 2 Monday 2 March 2026, with Ada: it took place
    ");
}

#[tokio::test]
async fn whoever_waits_for_the_other_to_join_is_written_to() {
    let mut world = World::with(crate::support::PROGRAMME, WAITING).await;

    world.says("leader", "pair add bo anna").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-02 08:45").await;
    world.says("bo", "join ABCD-2345").await;

    assert_snapshot!(crate::support::without_files(&world.transcript()), @r"
    leader: pair add bo anna
    2026-03-02 08.00 → leader  Bo Berg (mentor) och Anna Ek (adept) är nu mentorpar 1.
    2026-03-02 08.00 → leader  Anna Ek har inte gått med än. Jag börjar skriva till hen när det är gjort.
    leader: programme start
    2026-03-02 08.00 → leader  Nya ledare har startat. Mentorparen får ett välkomstmeddelande så snart det är en lämplig tid på dagen, tidigast programmets första dag.
        De här personerna har inte gått med än, så jag når dem inte: Anna Ek. För att få inbjudningar som du kan skicka till dem skriver du `bjud in deltagare`
        Nästa gång jag ser efter vilka träffar som behöver bokas är måndag 2 mars 2026 kl. 09.00.
    2026-03-02 08.30 → bo  Hej Bo! Du är mentor för Anna Ek i Nya ledare.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    bo: join ABCD-2345
    2026-03-02 08.45 → bo  Den koden fungerar inte. Kontrollera att du har skrivit den rätt, eller be din programledare om en ny.
    ");
}

/// An adept who hasn't joined.
const WAITING: &str = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
anna,Anna Ek,adept,,sv
bo,Bo Berg,mentor,console:bo,sv
";

#[tokio::test]
async fn what_is_done_in_the_place_of_the_two_is_told_there_once() {
    let mut world = World::asked().await;

    world.says_in("ada+grace", "grace", "book 5/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.says_in("ada+grace", "ada", "move meeting 6 March 10:00").await;
    world.presses("ada", "Yes, move it").await;
    world.says_in("ada+grace", "ada", "cancel meeting 1").await;
    world.presses("ada", "Yes, cancel it").await;

    assert_snapshot!(world.transcript(), @"
    grace@ada+grace: book 5/3 13:00
    2026-03-02 12.00 → ada+grace  You and Ada are meeting on Thursday 5 March 2026, 13:00.
        Shall I book that?
        [Yes, book it] [No]
    grace: [Yes, book it]
    2026-03-02 12.00 → ada+grace  Grace has booked a meeting for the two of you: Thursday 5 March 2026, 13:00.
        <mentorskap-1.ics>
    ada@ada+grace: move meeting 6 March 10:00
    2026-03-02 12.00 → ada+grace  Your meeting with Grace moves to a new time.
        – From: Thursday 5 March 2026, 13:00
        – To: Friday 6 March 2026, 10:00
        Shall I move it?
        [Yes, move it] [No]
    ada: [Yes, move it]
    2026-03-02 12.00 → ada+grace  Ada has moved your meeting.
        – From: Thursday 5 March 2026, 13:00
        – To: Friday 6 March 2026, 10:00
        <mentorskap-1.ics>
    ada@ada+grace: cancel meeting 1
    2026-03-02 12.00 → ada+grace  Shall I cancel your meeting with Grace on Friday 6 March 2026, 10:00?  [Yes, cancel it] [No, keep it]
    ada: [Yes, cancel it]
    2026-03-02 12.00 → ada+grace  Ada has cancelled your meeting on Friday 6 March 2026, 10:00.
        <mentorskap-1.ics>
    ");
}

#[tokio::test]
async fn meetings_to_come_are_listed_by_day() {
    let mut world = World::asked().await;
    for day in ["20 mars", "6 mars", "13 mars"] {
        world.says("anna", &format!("boka {day} 10.00")).await;
        world.presses("anna", "Ja, boka").await;
    }
    world.says("grace", "1").await;
    world.says("grace", "book 13 March 10:00").await;
    world.presses("grace", "Yes, book it").await;
    world.transcript();

    world.says("anna", "mina träffar").await;
    world.says("grace", "my meetings").await;

    assert_snapshot!(world.transcript(), @r"
    anna: mina träffar
    2026-03-02 12.00 → anna  Dina träffar:
        – 2 fredag 6 mars 2026 kl. 10.00 med Bo
        – 3 fredag 13 mars 2026 kl. 10.00 med Bo
        – 1 fredag 20 mars 2026 kl. 10.00 med Bo
    grace: my meetings
    2026-03-02 12.00 → grace  Your meetings:
        – 1 Friday 13 March 2026, 10:00, with Ada
    ");
}
