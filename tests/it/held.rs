//! Whether they met: who is asked, what they say, and what follows.

use insta::assert_snapshot;

use crate::support::World;

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
    assert_snapshot!(world.transcript(), @"
    2026-03-03 13.00 → bo  I morgon ses du och Anna: onsdag 4 mars 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    2026-03-03 13.00 → anna  I morgon ses du och Bo: onsdag 4 mars 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    2026-03-03 14.00 → ada  You and Grace meet tomorrow: Wednesday 4 March 2026, 14:00.
        – What has brought each of you to where you are today?
        – When are you at your best?
        – What does each of you hope for?
    2026-03-03 14.00 → grace  You and Ada meet tomorrow: Wednesday 4 March 2026, 14:00.
        – What has brought each of you to where you are today?
        – When are you at your best?
        – What does each of you hope for?
    2026-03-04 12.00 → bo  Om en timme ses du och Anna: onsdag 4 mars 2026 kl. 13.00.
    2026-03-04 12.00 → anna  Om en timme ses du och Bo: onsdag 4 mars 2026 kl. 13.00.
    2026-03-04 13.00 → ada  You and Grace meet in an hour: Wednesday 4 March 2026, 14:00.
    2026-03-04 13.00 → grace  You and Ada meet in an hour: Wednesday 4 March 2026, 14:00.
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
    2026-03-05 12.00 → bo  Hur kändes träffen?
        Programledaren ser ditt svar och ditt namn. Anna ser det inte.
        [Mycket bra] [Bra] [Okej] [Inte så bra] [Vill inte svara]
    ada: 1
    2026-03-05 12.00 → ada  Thank you, I'm glad that you and Grace met. This is a good moment to book your next meeting.
    2026-03-05 12.00 → ada  How did the meeting feel?
        The programme leader sees your answer and your name. Grace doesn't.
        [Very good] [Good] [Okay] [Not so good] [Rather not say]
    ");

    // The first third is denser: the next meeting is due after half the normal interval.
    world.until("2026-03-24 12:00").await;
    assert_snapshot!(world.receivers(), @"
    2026-03-23 09.00 → leader
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

    assert_snapshot!(world.transcript(), @"
    anna: [Nej]
    2026-03-05 12.00 → anna  Tack för svaret. Har du och Bo bokat en ny tid?
        Om ni har det kan du skriva dag och tid direkt, till exempel `torsdag kl. 13.30`.
        [Vi har bokat] [Inte än]
    anna: fredag kl 10
    2026-03-05 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 10.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: [Ja, boka]
    2026-03-05 12.00 → anna  Träff 2 med Bo är bokad: fredag 6 mars 2026 kl. 10.00.
    2026-03-05 12.00 → anna+bo  Anna har bokat en träff för er: fredag 6 mars 2026 kl. 10.00.
        <mentorskap-2.ics>
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

    assert_snapshot!(world.transcript(), @"
    2026-03-03 13.00 → bo  I morgon ses du och Anna: onsdag 4 mars 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    2026-03-03 13.00 → anna  I morgon ses du och Bo: onsdag 4 mars 2026 kl. 13.00.
        – Vad har lett er dit ni är i dag?
        – När trivs ni som bäst?
        – Vad hoppas ni på, var och en av er?
    2026-03-04 12.00 → bo  Om en timme ses du och Anna: onsdag 4 mars 2026 kl. 13.00.
    2026-03-04 12.00 → anna  Om en timme ses du och Bo: onsdag 4 mars 2026 kl. 13.00.
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
    2026-03-12 08.58 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-12 09.51 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni onsdag 4 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-16 08.30 → leader  Gult: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). De har inte svarat på om deras bokade träff onsdag 4 mars 2026 blev av. Jag har frågat tre gånger.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Jag vill gärna veta hur det går för er och om er senaste träff blev av. Om den inte blev det är det helt okej. Skriv gärna några ord till mig, och säg till om jag kan hjälpa er.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    2026-03-16 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff onsdag 4 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-23 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 2 gula saker.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft ingen träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff onsdag 4 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-30 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och 3 gula saker.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De började måndag 2 mars 2026 och har bokat eller haft ingen träff. Det brukar gå bättre när 3 träffar är bokade från början.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats.
        – Gult, mentorpar 1 (Bo Berg och Anna Ek): De har inte svarat på om deras bokade träff onsdag 4 mars 2026 blev av. Jag har frågat tre gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-04-01 08.30 → leader  Rött: mentorpar 1, Bo Berg (mentor) och Anna Ek (adept). Sedan måndag 2 mars 2026 har ingen av dem sagt att de har träffats.
        Här är ett meddelande som du kan skicka till dem:
        Hej Bo och Anna! Det var ett tag sedan jag hörde att ni träffades. Hur går det för er? Säg till om jag kan hjälpa er med något, eller om ni behöver göra en paus.
        [Skriv] [Klart] [Påminn mig om 14 dagar]
    ");
}

#[tokio::test]
async fn they_can_say_that_they_met_without_having_booked() {
    let mut world = World::asked().await;

    world.says("grace", "we met").await;
    world.says("ada", "we've met").await;
    world.says("ada", "my meetings").await;

    assert_snapshot!(world.transcript(), @"
    grace: we met
    2026-03-02 12.00 → grace  Thank you, I'm glad that you and Ada met. This is a good moment to book your next meeting.
    2026-03-02 12.00 → grace  How did the meeting feel?
        The programme leader sees your answer and your name. Ada doesn't.
        [Very good] [Good] [Okay] [Not so good] [Rather not say]
    ada: we've met
    2026-03-02 12.00 → ada  Thank you, I'm glad that you and Grace met. This is a good moment to book your next meeting.
    2026-03-02 12.00 → ada  How did the meeting feel?
        The programme leader sees your answer and your name. Grace doesn't.
        [Very good] [Good] [Okay] [Not so good] [Rather not say]
    ada: my meetings
    2026-03-02 12.00 → ada  Your meetings:
        – 1 Monday 2 March 2026, with Grace: it took place
    ");
}

#[tokio::test]
async fn they_did_not_meet_but_have_a_new_time() {
    let mut world = World::asked().await;
    world.says("grace", "book 4/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.until("2026-03-05 12:00").await;
    world.transcript();

    world.presses("grace", "Not yet, but we've booked a time").await;
    world.says("grace", "Monday 10:00").await;
    world.presses("grace", "Yes, book it").await;
    world.says("ada", "my meetings").await;

    assert_snapshot!(world.transcript(), @"
    grace: [Not yet, but we've booked a time]
    2026-03-05 12.00 → grace  Thank you for telling me. When are you and Ada going to meet?
        Write the day and the time, for example `Thursday 13:30`.
        [I'll tell you later]
    2026-03-05 12.00 → ada+grace  Grace says that your next meeting is booked.
    grace: Monday 10:00
    2026-03-05 12.00 → grace  You and Ada are meeting on Monday 9 March 2026, 10:00.
        Shall I book that?
        [Yes, book it] [No]
    grace: [Yes, book it]
    2026-03-05 12.00 → grace  Meeting 2 with Ada is booked: Monday 9 March 2026, 10:00.
    2026-03-05 12.00 → ada+grace  Grace has booked a meeting for the two of you: Monday 9 March 2026, 10:00.
        <mentorskap-2.ics>
    ada: my meetings
    2026-03-05 12.00 → ada  Your meetings:
        – 2 Monday 9 March 2026, 10:00, with Grace
        – 1 Wednesday 4 March 2026, with Grace: it didn't take place
    ");
}

#[tokio::test]
async fn they_did_not_meet_because_they_take_a_break() {
    let mut world = World::asked().await;
    world.says("grace", "book 4/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.says("anna", "pausa").await;
    world.until("2026-03-05 12:00").await;
    world.transcript();

    world.presses("grace", "We've paused").await;
    world.until("2026-05-29 12:00").await;

    assert_snapshot!(world.transcript(), @r"
    grace: [We've paused]
    2026-03-05 12.00 → grace  Then I'll leave you both in peace. When you want to start again, either of you can write `resume`
    ");
}

#[tokio::test]
async fn a_break_of_one_pair_leaves_the_mentors_other_pair_alone() {
    let mut world = World::started().await;
    world.says("leader", "people add Eva Ek adept console:eva").await;
    let more = "id,name,role,account,capacity\nada,Ada Moore,mentor,,2\n";
    world.sends("leader", "folk.csv", more.as_bytes()).await;
    world.says("leader", "pair add ada eva").await;
    world.says("grace", "book 5/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.until("2026-03-06 12:00").await;
    world.transcript();

    world.presses("ada", "We've paused").await;
    let stopped = "select count(*) from pairs where stopped_since is not null";
    assert_eq!(world.number(stopped).await, 1);
    // A break of the programme in between doesn't end theirs.
    world.says("leader", "programme pause").await;
    world.says("leader", "programme resume").await;
    assert_eq!(world.number(stopped).await, 1);
    world.says("grace", "resume").await;
    assert_eq!(world.number(stopped).await, 0);
}

#[tokio::test]
async fn an_old_button_says_nothing_about_a_meeting_to_come() {
    let mut world = World::asked().await;
    world.presses("anna", "Vi har bokat").await;
    world.says("anna", "5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    let meeting = world.number("select id from meetings").await;
    world.transcript();
    world.forges("anna", &format!("1:met:{meeting}:held")).await;
    let held = "select count(*) from meetings where state = 'held'";
    assert_eq!(world.number(held).await, 0);
}
