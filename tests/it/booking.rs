//! How a pair books, moves and cancels its meetings, and answers when it is asked.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn a_question_is_answered_by_label_a_time_is_echoed_and_the_pair_is_told() {
    let mut world = World::asked().await;

    world.says("anna", "vi har bokat").await;
    world.says("anna", "torsdag kl 13").await;
    world.says("anna", "ja, boka").await;

    assert_snapshot!(world.transcript(), @"
    anna: vi har bokat
    2026-03-02 12.00 → anna  Vad bra! När ska du och Bo träffas?
        Skriv dag och tid, till exempel `torsdag kl. 13.30`.
        [Jag säger det senare]
    2026-03-02 12.00 → anna+bo  Anna säger att er nästa träff är bokad.
    anna: torsdag kl 13
    2026-03-02 12.00 → anna  Du och Bo ses torsdag 5 mars 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: ja, boka
    2026-03-02 12.00 → anna  Träff 1 med Bo är bokad: torsdag 5 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Anna har bokat en träff för er: torsdag 5 mars 2026 kl. 13.00.
        <mentorskap-1.ics>
    ");
}

#[tokio::test]
async fn the_same_in_english_by_number_and_with_a_place() {
    let mut world = World::asked().await;

    world.says("grace", "1").await;
    world.says("grace", "Thursday 1pm, The library").await;
    world.says("grace", "1.").await;

    assert_snapshot!(world.transcript(), @"
    grace: 1
    2026-03-02 12.00 → grace  Great! When are you and Ada going to meet?
        Write the day and the time, for example `Thursday 13:30`.
        [I'll tell you later]
    2026-03-02 12.00 → ada+grace  Grace says that your next meeting is booked.
    grace: Thursday 1pm, The library
    2026-03-02 12.00 → grace  You and Ada are meeting on Thursday 5 March 2026, 13:00. Place: The library.
        Shall I book that?
        [Yes, book it] [No]
    grace: 1.
    2026-03-02 12.00 → grace  Meeting 1 with Ada is booked: Thursday 5 March 2026, 13:00.
    2026-03-02 12.00 → ada+grace  Grace has booked a meeting for the two of you: Thursday 5 March 2026, 13:00. Place: The library.
        <mentorskap-1.ics>
    ");
}

#[tokio::test]
async fn a_sentence_books_as_well_as_a_button() {
    let mut world = World::asked().await;

    world.says("bo", "Boka träff 3/3 13.30, Café Åsa").await;
    world.presses("bo", "Ja, boka").await;
    world.says("ada", "book a meeting tomorrow 9am").await;
    world.presses("ada", "Yes, book it").await;

    assert_snapshot!(world.transcript(), @"
    bo: Boka träff 3/3 13.30, Café Åsa
    2026-03-02 12.00 → bo  Du och Anna ses tisdag 3 mars 2026 kl. 13.30. Plats: Café Åsa.
        Ska jag boka det?
        [Ja, boka] [Nej]
    bo: [Ja, boka]
    2026-03-02 12.00 → bo  Träff 1 med Anna är bokad: tisdag 3 mars 2026 kl. 13.30.
    2026-03-02 12.00 → anna+bo  Bo har bokat en träff för er: tisdag 3 mars 2026 kl. 13.30. Plats: Café Åsa.
        <mentorskap-1.ics>
    ada: book a meeting tomorrow 9am
    2026-03-02 12.00 → ada  You and Grace are meeting on Tuesday 3 March 2026, 09:00.
        Shall I book that?
        [Yes, book it] [No]
    ada: [Yes, book it]
    2026-03-02 12.00 → ada  Meeting 1 with Grace is booked: Tuesday 3 March 2026, 09:00.
    2026-03-02 12.00 → ada+grace  Ada has booked a meeting for the two of you: Tuesday 3 March 2026, 09:00.
        <mentorskap-1.ics>
    ");
}

#[tokio::test]
async fn a_label_is_pressed_by_whoever_sees_it_and_the_time_can_be_told_later() {
    let mut world = World::asked().await;

    world.presses("bo", "Vi har bokat").await;
    world.presses("bo", "Jag säger det senare").await;
    world.says("bo", "status").await;
    // Nobody told when, so they are asked once half an interval has passed.
    world.until("2026-03-20 12:00").await;

    assert_snapshot!(world.transcript(), @"
    bo: [Vi har bokat]
    2026-03-02 12.00 → bo  Vad bra! När ska du och Anna träffas?
        Skriv dag och tid, till exempel `torsdag kl. 13.30`.
        [Jag säger det senare]
    2026-03-02 12.00 → anna+bo  Bo säger att er nästa träff är bokad.
    bo: [Jag säger det senare]
    2026-03-02 12.00 → bo  Det går bra. När du vet tiden skriver du `boka träff NÄR [VAR]`
    bo: status
    2026-03-02 12.00 → bo  Så här ser det ut:
        – Anna Ek i Nya ledare
        – Er nästa träff är bokad, men jag vet inte tiden.
        – Träffar som har varit: 0 av 8
    2026-03-09 09.48 → ada  Hello again, Ada. I don't know of a booked time for you and Grace yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-09 10.44 → grace  Hello again, Grace. I don't know of a booked time for you and Ada yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-16 09.00 → leader  Att följa upp den här veckan i Nya ledare: inget rött och en gul sak.
        – Gult, mentorpar 2 (Ada Moore och Grace Hill): De har ingen träff bokad. Det har varit dags sedan måndag 2 mars 2026. Jag har frågat dem två gånger.
        Skriv `följ upp` för att se allt, med färdiga meddelanden.
    2026-03-16 09.14 → ada  Hello Ada, this is my last reminder about your next meeting with Grace. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-16 10.39 → grace  Hello Grace, this is my last reminder about your next meeting with Ada. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-17 13.13 → anna  Hej Anna! Du och Bo hade bokat en träff, men jag vet inte när den skulle vara. Har ni träffats sedan måndag 2 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-17 13.52 → bo  Hej Bo! Du och Anna hade bokat en träff, men jag vet inte när den skulle vara. Har ni träffats sedan måndag 2 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    ");
}

#[tokio::test]
async fn no_leaves_everything_as_it_was() {
    let mut world = World::asked().await;

    world.says("anna", "boka fredag 10.00").await;
    world.says("anna", "nej").await;
    world.says("anna", "mina träffar").await;

    assert_snapshot!(world.transcript(), @r"
    anna: boka fredag 10.00
    2026-03-02 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 10.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: nej
    2026-03-02 12.00 → anna  Okej, jag har inte ändrat något.
    anna: mina träffar
    2026-03-02 12.00 → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    ");
}

#[tokio::test]
async fn a_meeting_is_moved_once_that_is_confirmed() {
    let mut world = World::asked().await;
    world.says("grace", "book 5/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.transcript();

    world.says("ada", "meeting move 1 6 March 10:00").await;
    world.presses("ada", "Yes, move it").await;
    world.says("grace", "my meetings").await;

    assert_snapshot!(world.transcript(), @"
    ada: meeting move 1 6 March 10:00
    2026-03-02 12.00 → ada  Your meeting with Grace moves to a new time.
        – From: Thursday 5 March 2026, 13:00
        – To: Friday 6 March 2026, 10:00
        Shall I move it?
        [Yes, move it] [No]
    ada: [Yes, move it]
    2026-03-02 12.00 → ada  Meeting 1 with Grace has been moved. The new time is Friday 6 March 2026, 10:00.
    2026-03-02 12.00 → ada+grace  Ada has moved your meeting.
        – From: Thursday 5 March 2026, 13:00
        – To: Friday 6 March 2026, 10:00
        <mentorskap-1.ics>
    grace: my meetings
    2026-03-02 12.00 → grace  Your meetings:
        – 1 Friday 6 March 2026, 10:00, with Ada
    ");
}

#[tokio::test]
async fn a_meeting_is_cancelled_once_that_is_confirmed_and_nobody_is_asked_about_it() {
    let mut world = World::asked().await;
    world.says("anna", "boka 5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.transcript();

    world.says("bo", "avboka träff").await;
    world.presses("bo", "Ja, avboka").await;
    world.says("bo", "avboka 1").await;
    assert_snapshot!(world.transcript(), @"
    bo: avboka träff
    2026-03-02 12.00 → bo  Ska jag avboka din träff med Anna torsdag 5 mars 2026 kl. 13.00?  [Ja, avboka] [Nej, behåll den]
    bo: [Ja, avboka]
    2026-03-02 12.00 → bo  Jag har avbokat din träff med Anna torsdag 5 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Bo har avbokat er träff torsdag 5 mars 2026 kl. 13.00.
        <mentorskap-1.ics>
    bo: avboka 1
    2026-03-02 12.00 → bo  Träff 1 går inte att ändra längre, för den har redan varit eller är avbokad. Skriv `mina träffar` för att se de träffar som kommer.
    ");

    world.says("grace", "pause until 2026-08-10").await;
    world.transcript();
    world.until("2026-03-09 12:00").await;
    assert_snapshot!(world.receivers(), @r"
    2026-03-09 09.32 → anna
    2026-03-09 09.43 → bo
    ");
}

#[tokio::test]
async fn a_proposal_is_booked_when_the_other_accepts() {
    let mut world = World::asked().await;

    world.says("anna", "föreslå tid torsdag kl 13").await;
    world.presses("bo", "Ja, det passar").await;

    assert_snapshot!(world.transcript(), @"
    anna: föreslå tid torsdag kl 13
    2026-03-02 12.00 → anna  Ditt förslag är på väg till Bo: torsdag 5 mars 2026 kl. 13.00. Jag skriver till dig när Bo har svarat.
    2026-03-02 12.00 → bo  Anna föreslår att ni ses torsdag 5 mars 2026 kl. 13.00. Om du svarar ja bokar jag träffen.
        Passar det dig?
        [Ja, det passar] [Nej, det passar inte]
    bo: [Ja, det passar]
    2026-03-02 12.00 → bo  Träff 1 med Anna är bokad: torsdag 5 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Bo har bokat en träff för er: torsdag 5 mars 2026 kl. 13.00.
        <mentorskap-1.ics>
    ");
}

#[tokio::test]
async fn a_proposal_that_does_not_suit_is_passed_back() {
    let mut world = World::asked().await;

    world.says("ada", "propose Thursday 13:00 The library").await;
    world.says("grace", "no, it doesn't").await;

    assert_snapshot!(world.transcript(), @r"
    ada: propose Thursday 13:00 The library
    2026-03-02 12.00 → ada  Your suggestion is on its way to Grace: Thursday 5 March 2026, 13:00. I'll tell you when Grace has answered.
    2026-03-02 12.00 → grace  Ada suggests that you meet on Thursday 5 March 2026, 13:00. Place: The library. If you say yes, I'll book it.
        Does that suit you?
        [Yes, that suits me] [No, it doesn't]
    grace: no, it doesn't
    2026-03-02 12.00 → grace  Thank you. I'll tell Ada that the time doesn't suit you.
    2026-03-02 12.00 → ada  Grace can't meet on Thursday 5 March 2026, 13:00. You're welcome to suggest another time.
    ");
}

#[tokio::test]
async fn both_hear_of_a_proposal_in_their_own_language_and_on_their_own_clock() {
    let mut world = World::with(crate::support::PROGRAMME, MIXED).await;
    world.says("leader", "pair add bo grace").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-02 18:00").await;
    world.transcript();

    world.says("grace", "propose Thursday 13:00").await;
    world.presses("bo", "Ja, det passar").await;

    assert_snapshot!(world.transcript(), @"
    grace: propose Thursday 13:00
    2026-03-02 18.00 → grace  Your suggestion is on its way to Bo: Thursday 5 March 2026, 13:00. I'll tell you when Bo has answered.
    2026-03-02 18.00 → bo  Grace föreslår att ni ses torsdag 5 mars 2026 kl. 14.00. Om du svarar ja bokar jag träffen.
        Passar det dig?
        [Ja, det passar] [Nej, det passar inte]
    bo: [Ja, det passar]
    2026-03-02 18.00 → bo  Träff 1 med Grace är bokad: torsdag 5 mars 2026 kl. 14.00.
    2026-03-02 18.00 → bo+grace  Bo har bokat en träff för er: torsdag 5 mars 2026 kl. 14.00.
        Bo has booked a meeting for the two of you: Thursday 5 March 2026, 14:00.
        <mentorskap-1.ics>
    ");
}

/// A mentor in Stockholm and an adept in London.
const MIXED: &str = "id,name,role,account,locale,timezone
leader,Lotta Lind,leader,console:leader,sv,
bo,Bo Berg,mentor,console:bo,sv,
grace,Grace Hill,adept,console:grace,en,Europe/London
";

#[tokio::test]
async fn not_yet_is_an_answer_and_puts_the_question_off() {
    let mut world = World::asked().await;

    world.presses("anna", "Inte än").await;
    world.says("grace", "later").await;
    assert_snapshot!(world.transcript(), @r"
    anna: [Inte än]
    2026-03-02 12.00 → anna  Det är okej. Jag frågar inte igen före måndag 9 mars 2026.
    grace: later
    2026-03-02 12.00 → grace  That's fine. I won't ask again before Monday 9 March 2026.
    ");

    // The round of the 9th comes after the days of rest.
    world.until("2026-03-09 12:00").await;
    assert_snapshot!(world.receivers(), @r"
    2026-03-09 09.32 → anna
    2026-03-09 09.43 → bo
    2026-03-09 09.48 → ada
    2026-03-09 10.44 → grace
    ");
}

#[tokio::test]
async fn an_ambiguous_day_is_asked_about_and_an_hour_that_the_clock_skips_is_echoed_as_it_will_be()
{
    let mut world = World::asked().await;

    world.says("anna", "boka nästa torsdag kl 13").await;
    world.says("anna", "2").await;
    world.says("anna", "ja").await;
    world.says("grace", "book 29 March 02:30").await;

    assert_snapshot!(world.transcript(), @"
    anna: boka nästa torsdag kl 13
    2026-03-02 12.00 → anna  Det kan betyda mer än en tid. Vilken menar du?  [torsdag 5 mars 2026 kl. 13.00] [torsdag 12 mars 2026 kl. 13.00]
    anna: 2
    2026-03-02 12.00 → anna  Du och Bo ses torsdag 12 mars 2026 kl. 13.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: ja
    2026-03-02 12.00 → anna  Träff 1 med Bo är bokad: torsdag 12 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Anna har bokat en träff för er: torsdag 12 mars 2026 kl. 13.00.
        <mentorskap-1.ics>
    grace: book 29 March 02:30
    2026-03-02 12.00 → grace  You and Ada are meeting on Sunday 29 March 2026, 03:30.
        Shall I book that?
        [Yes, book it] [No]
    ");
}

#[tokio::test]
async fn what_is_said_in_the_room_of_the_two_is_answered_there() {
    let mut world = World::asked().await;

    world.says_in("ada+grace", "grace", "book 5/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.says_in("ada+grace", "ada", "status").await;
    world.says_in("ada+grace", "ada", "my meetings").await;

    assert_snapshot!(world.transcript(), @"
    grace@ada+grace: book 5/3 13:00
    2026-03-02 12.00 → ada+grace  You and Ada are meeting on Thursday 5 March 2026, 13:00.
        Shall I book that?
        [Yes, book it] [No]
    grace: [Yes, book it]
    2026-03-02 12.00 → ada+grace  Grace has booked a meeting for the two of you: Thursday 5 March 2026, 13:00.
        <mentorskap-1.ics>
    ada@ada+grace: status
    2026-03-02 12.00 → ada+grace  That's best done between you and me. Please write it to me in a direct message.
    ada@ada+grace: my meetings
    2026-03-02 12.00 → ada+grace  Your meetings:
        – 1 Thursday 5 March 2026, 13:00, with Grace
    ");
}

#[tokio::test]
async fn three_dates_at_once_and_the_question_comes_after_the_first() {
    let mut world = World::asked().await;

    for (day, number) in [("5/3", 1), ("19/3", 2), ("2/4", 3)] {
        world.says("grace", &format!("book {day} 13:00")).await;
        world.presses("grace", "Yes, book it").await;
        assert!(world.transcript().contains(&format!("Meeting {number} with Ada is booked")));
    }
    world.says("grace", "meeting cancel").await;
    world.says("anna", "pausa").await;
    world.until("2026-03-06 12:00").await;
    world.presses("ada", "Yes").await;
    world.says("grace", "status").await;

    assert_snapshot!(world.transcript(), @"
    grace: meeting cancel
    2026-03-02 12.00 → grace  Your meetings:
        – 1 Thursday 5 March 2026, 13:00, with Ada
        – 2 Thursday 19 March 2026, 13:00, with Ada
        – 3 Thursday 2 April 2026, 13:00, with Ada
    2026-03-02 12.00 → grace  Something is missing. Write it like this: `meeting cancel [N]`
    anna: pausa
    2026-03-02 12.00 → anna  Du har paus. När du vill börja igen skriver du `fortsätt`
    2026-03-02 12.00 → bo  Mentorskapet med Anna vilar just nu. Du behöver inte göra något, och jag säger till när det går vidare.
    2026-03-04 13.00 → ada  You and Grace meet tomorrow: Thursday 5 March 2026, 13:00.
        – What has brought each of you to where you are today?
        – When are you at your best?
        – What does each of you hope for?
    2026-03-04 13.00 → grace  You and Ada meet tomorrow: Thursday 5 March 2026, 13:00.
        – What has brought each of you to where you are today?
        – When are you at your best?
        – What does each of you hope for?
    2026-03-05 12.00 → ada  You and Grace meet in an hour: Thursday 5 March 2026, 13:00.
    2026-03-05 12.00 → grace  You and Ada meet in an hour: Thursday 5 March 2026, 13:00.
    2026-03-05 15.25 → ada  Hello Ada, you and Grace had a meeting booked. Did you meet on Thursday 5 March 2026?
        The programme leader sees your answer and your name.
        [Yes] [Not yet, but we've booked a time] [No] [We've paused]
    2026-03-05 16.54 → grace  Hello Grace, you and Ada had a meeting booked. Did you meet on Thursday 5 March 2026?
        The programme leader sees your answer and your name.
        [Yes] [Not yet, but we've booked a time] [No] [We've paused]
    ada: [Yes]
    2026-03-06 12.00 → ada  Thank you, I'm glad that you and Grace met. Your next meeting is on Thursday 19 March 2026, 13:00.
    2026-03-06 12.00 → ada  How did the meeting feel?
        The programme leader sees your answer and your name. Grace doesn't.
        [Very good] [Good] [Okay] [Not so good] [Rather not say]
    grace: status
    2026-03-06 12.00 → grace  This is how things stand:
        – Ada Moore in New leaders
        – Next meeting: Thursday 19 March 2026, 13:00
        – Meetings held: 1 of 8
    ");
}

#[tokio::test]
async fn a_time_that_was_not_understood_waits_for_a_time_and_for_nothing_else() {
    let mut world = World::asked().await;
    world.says("anna", "boka träff hos mig").await;
    world.says("anna", "statuss").await;
    world.says("anna", "2").await;
    world.says("anna", "torsdag kl 13").await;
    world.says("anna", "Nej").await;
    world.says("anna", "boka träff hos mig").await;
    world.says("anna", "status").await;
    world.says("anna", "torsdag kl 13").await;

    assert_snapshot!(world.transcript(), @r"
    anna: boka träff hos mig
    2026-03-02 12.00 → anna  Jag förstod inte vilken tid du menar. Du kan till exempel skriva `boka träff torsdag kl. 13.30 Biblioteket`
    anna: statuss
    2026-03-02 12.00 → anna  Det där förstod jag inte. Menade du `status`? Du kan också skriva `hjälp` för att se vad jag kan göra.
    anna: 2
    2026-03-02 12.00 → anna  Det är okej. Jag frågar inte igen före måndag 9 mars 2026.
    anna: torsdag kl 13
    2026-03-02 12.00 → anna  Du och Bo ses torsdag 5 mars 2026 kl. 13.00. Plats: hos mig.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: Nej
    2026-03-02 12.00 → anna  Okej, jag har inte ändrat något.
    anna: boka träff hos mig
    2026-03-02 12.00 → anna  Jag förstod inte vilken tid du menar. Du kan till exempel skriva `boka träff torsdag kl. 13.30 Biblioteket`
    anna: status
    2026-03-02 12.00 → anna  Så här ser det ut:
        – Bo Berg i Nya ledare
        – Er nästa träff är inte bokad. För att boka den skriver du `boka träff NÄR [VAR]`
        – Träffar som har varit: 0 av 8
    anna: torsdag kl 13
    2026-03-02 12.00 → anna  Det där förstod jag inte. Skriv `hjälp` för att se vad jag kan göra.
    ");
}

#[tokio::test]
async fn tomorrow_is_counted_from_when_it_was_written() {
    let mut world = World::asked().await;
    let mut inbound = world.inbound("t:1", "anna", crate::support::typed("boka imorgon kl 15"));
    inbound.said_at = world.at("2026-03-02 11:00");
    world.until("2026-03-03 09:00").await;
    world.transcript();
    world.stage.app.respond(&inbound).await.unwrap();
    world.until_now().await;
    assert_snapshot!(world.transcript(), @r"
    2026-03-03 09.00 → anna  Du och Bo ses tisdag 3 mars 2026 kl. 15.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    ");
}

#[tokio::test]
async fn every_question_can_be_put_off() {
    let mut world = World::asked().await;
    world.says("anna", "senare").await;
    world.says("anna", "boka 5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("anna", "senare").await;
    world.until("2026-03-06 12:00").await;
    world.transcript();
    world.says("anna", "senare").await;
    world.until("2026-03-12 12:00").await;
    assert_snapshot!(world.transcript(), @r"
    anna: senare
    2026-03-06 12.00 → anna  Det är okej. Jag frågar inte igen före måndag 9 mars 2026.
    2026-03-09 09.48 → ada  Hello again, Ada. I don't know of a booked time for you and Grace yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-09 10.44 → grace  Hello again, Grace. I don't know of a booked time for you and Ada yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-09 12.32 → anna  Hej igen Anna! Jag vill gärna veta hur det gick för dig och Bo. Träffades ni torsdag 5 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    2026-03-09 12.43 → bo  Hej igen Bo! Jag vill gärna veta hur det gick för dig och Anna. Träffades ni torsdag 5 mars 2026?
        Programledaren ser ditt svar och ditt namn.
        [Ja] [Inte än, men vi har bokat] [Nej] [Vi har pausat]
    ");
}

#[tokio::test]
async fn a_meeting_is_moved_as_people_say_it() {
    let mut world = World::asked().await;
    world.says("anna", "boka 5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("anna", "boka 12/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.transcript();
    world.says("anna", "flytta träff 1 till fredag 6 mars 10.30").await;
    world.says("anna", "ja").await;
    world.says("anna", "flytta träff måndag kl 11").await;
    world.says("anna", "avboka träff 2").await;
    world.says("anna", "ja").await;
    world.says("anna", "flytta träff måndag kl 11").await;
    assert_snapshot!(world.transcript(), @"
    anna: flytta träff 1 till fredag 6 mars 10.30
    2026-03-02 12.00 → anna  Din träff med Bo får en ny tid.
        – Från: torsdag 5 mars 2026 kl. 13.00
        – Till: fredag 6 mars 2026 kl. 10.30
        Efter den kommer en träff till, samma veckodag och samma tid. Vilka ska jag flytta?
        [Bara den här] [Den här och de som kommer efter] [Ingen av dem]
    anna: ja
    2026-03-02 12.00 → anna  Det där förstod jag inte. Skriv `hjälp` för att se vad jag kan göra.
    anna: flytta träff måndag kl 11
    2026-03-02 12.00 → anna  Dina träffar:
        – 1 torsdag 5 mars 2026 kl. 13.00 med Bo
        – 2 torsdag 12 mars 2026 kl. 13.00 med Bo
    2026-03-02 12.00 → anna  Det saknas något. Skriv så här: `flytta träff [N] NÄR`
    anna: avboka träff 2
    2026-03-02 12.00 → anna  Ska jag avboka din träff med Bo torsdag 12 mars 2026 kl. 13.00?  [Ja, avboka] [Nej, behåll den]
    anna: ja
    2026-03-02 12.00 → anna  Jag har avbokat din träff med Bo torsdag 12 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Anna har avbokat er träff torsdag 12 mars 2026 kl. 13.00.
        <mentorskap-2.ics>
    anna: flytta träff måndag kl 11
    2026-03-02 12.00 → anna  Din träff med Bo får en ny tid.
        – Från: torsdag 5 mars 2026 kl. 13.00
        – Till: måndag 9 mars 2026 kl. 11.00
        Ska jag flytta den?
        [Ja, flytta] [Nej]
    ");
}

/// A day is no place: several times are booked together, and what can't be read isn't guessed.
#[tokio::test]
async fn several_times_are_booked_together_or_not_at_all() {
    let mut world = World::started().await;
    world.transcript();
    world.says("anna", "boka träff 20 april kl 10, 4 maj kl 10 och 18 maj kl 10, Café Åsa").await;
    world.presses("anna", "Ja, boka").await;
    world.says("bo", "boka träff 5 maj kl 10 och 4 maj kl 10").await;
    world.says("bo", "mina träffar").await;
    assert_snapshot!(world.transcript(), @"
    anna: boka träff 20 april kl 10, 4 maj kl 10 och 18 maj kl 10, Café Åsa
    2026-03-02 08.59 → anna  Du och Bo ses 3 gånger:
        – måndag 20 april 2026 kl. 10.00
        – måndag 4 maj 2026 kl. 10.00
        – måndag 18 maj 2026 kl. 10.00
        Plats: Café Åsa. Ska jag boka dem?
        [Ja, boka] [Nej]
    anna: [Ja, boka]
    2026-03-02 08.59 → anna  Träffarna med Bo är bokade:
        – måndag 20 april 2026 kl. 10.00
        – måndag 4 maj 2026 kl. 10.00
        – måndag 18 maj 2026 kl. 10.00
    2026-03-02 08.59 → anna+bo  Anna har bokat träffar för er:
        – måndag 20 april 2026 kl. 10.00
        – måndag 4 maj 2026 kl. 10.00
        – måndag 18 maj 2026 kl. 10.00
        Plats: Café Åsa.
        <mentorskap-1.ics>
        <mentorskap-2.ics>
        <mentorskap-3.ics>
    bo: boka träff 5 maj kl 10 och 4 maj kl 10
    2026-03-02 08.59 → bo  Ni har redan en träff måndag 4 maj 2026 kl. 10.00. Välj en annan tid.
    bo: mina träffar
    2026-03-02 08.59 → bo  Dina träffar:
        – 1 måndag 20 april 2026 kl. 10.00 med Anna, plats: Café Åsa
        – 2 måndag 4 maj 2026 kl. 10.00 med Anna, plats: Café Åsa
        – 3 måndag 18 maj 2026 kl. 10.00 med Anna, plats: Café Åsa
    ");
    for said in ["boka träff 20 april kl 10 och 4 maj", "book 20 April 10:00 and on Monday 4 May"]
    {
        world.says("anna", said).await;
        let shown = world.transcript();
        assert!(shown.contains("Jag förstod inte alla tider"), "{shown}");
    }
    for said in ["boka träff 21 april kl 10 Storgatan 4, plan 2", "boka träff 21 april kl 10 rum 5"]
    {
        world.says("anna", said).await;
        let shown = world.transcript();
        assert!(shown.contains("Plats: "), "{shown}");
    }
}

/// Whoever has gone on to something else doesn't mean the old question with a plain yes.
#[tokio::test]
async fn a_plain_yes_is_not_about_what_was_left_behind() {
    let mut world = World::started().await;
    world.says("anna", "boka träff fredag kl. 13").await;
    world.until("2026-03-02 09:10").await;
    world.says("anna", "mina mål").await;
    world.until("2026-03-02 09:20").await;
    world.says("anna", "ja").await;
    assert_eq!(world.number("select count(*) from meetings").await, 0);
    world.presses("anna", "Ja, boka").await;
    assert_eq!(world.number("select count(*) from meetings").await, 1, "the button still is");
}
