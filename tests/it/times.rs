//! Finding a time: times that suit both, meetings that come again, and a row of them moved.

use insta::assert_snapshot;

use crate::support::{PROGRAMME, World};

/// Ada lives where the clocks show an hour less, and works in the afternoon.
const PEOPLE: &str = "id,name,role,account,locale,timezone,capacity
leader,Lotta Lind,leader,console:leader,sv,,
anna,Anna Ek,adept,console:anna,sv,,
ada,Ada Moore,mentor,console:ada,en,Europe/London,2
grace,Grace Hill,adept,console:grace,en,,
";

async fn pair() -> World {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    world.says("leader", "nytt mentorpar ada anna").await;
    world.says("leader", "starta program").await;
    world.until("2026-03-03 12:00").await;
    world.says("ada", "settings hours 13-16").await;
    world.transcript();
    world
}

#[tokio::test]
async fn times_that_suit_both_are_offered_and_one_of_them_is_booked() {
    let mut world = pair().await;
    world.says("anna", "föreslå tid").await;
    world.presses("anna", "Ja, fråga").await;
    world.presses("ada", "Thursday 5 March 2026, 14:00").await;
    world.says("anna", "mina träffar").await;
    assert_snapshot!(world.transcript(), @"
    anna: föreslå tid
    2026-03-03 12.00 → anna  De här tiderna borde passa både dig och Ada:
        – torsdag 5 mars 2026 kl. 15.00
        – fredag 6 mars 2026 kl. 15.00
        – måndag 9 mars 2026 kl. 15.00
        – tisdag 10 mars 2026 kl. 14.00
        Ska jag be Ada välja en av dem?
        [Ja, fråga] [Visa andra tider] [Nej]
    anna: [Ja, fråga]
    2026-03-03 12.00 → anna  Jag har bett Ada välja. Jag skriver till er båda när träffen är bokad.
    2026-03-03 12.00 → ada  Anna would like to book a meeting with you. I'll book the time that you choose.
        Which time suits you best?
        [Thursday 5 March 2026, 14:00] [Friday 6 March 2026, 14:00] [Monday 9 March 2026, 14:00] [Tuesday 10 March 2026, 13:00] [None of them]
    ada: [Thursday 5 March 2026, 14:00]
    2026-03-03 12.00 → ada  Meeting 1 with Anna is booked: Thursday 5 March 2026, 14:00.
    2026-03-03 12.00 → ada+anna  Ada has booked a meeting for the two of you: Thursday 5 March 2026, 15:00.
        Ada har bokat en träff för er: torsdag 5 mars 2026 kl. 15.00.
        <mentorskap-1.ics>
    anna: mina träffar
    2026-03-03 12.00 → anna  Dina träffar:
        – 1 torsdag 5 mars 2026 kl. 15.00 med Ada
    ");
}

#[tokio::test]
async fn whoever_is_offered_nothing_that_suits_sees_other_times() {
    let mut world = pair().await;
    world.says("anna", "föreslå tid").await;
    world.presses("anna", "Visa andra tider").await;
    world.presses("anna", "Ja, fråga").await;
    world.presses("ada", "None of them").await;
    world.presses("ada", "Yes, ask").await;
    world.presses("anna", "Ingen av dem").await;
    assert_snapshot!(world.transcript(), @"
    anna: föreslå tid
    2026-03-03 12.00 → anna  De här tiderna borde passa både dig och Ada:
        – torsdag 5 mars 2026 kl. 15.00
        – fredag 6 mars 2026 kl. 15.00
        – måndag 9 mars 2026 kl. 15.00
        – tisdag 10 mars 2026 kl. 14.00
        Ska jag be Ada välja en av dem?
        [Ja, fråga] [Visa andra tider] [Nej]
    anna: [Visa andra tider]
    2026-03-03 12.00 → anna  De här tiderna borde passa både dig och Ada:
        – torsdag 5 mars 2026 kl. 14.00
        – fredag 6 mars 2026 kl. 14.00
        – måndag 9 mars 2026 kl. 14.00
        – tisdag 10 mars 2026 kl. 15.00
        Ska jag be Ada välja en av dem?
        [Ja, fråga] [Visa andra tider] [Nej]
    anna: [Ja, fråga]
    2026-03-03 12.00 → anna  Jag har bett Ada välja. Jag skriver till er båda när träffen är bokad.
    2026-03-03 12.00 → ada  Anna would like to book a meeting with you. I'll book the time that you choose.
        Which time suits you best?
        [Thursday 5 March 2026, 13:00] [Friday 6 March 2026, 13:00] [Monday 9 March 2026, 13:00] [Tuesday 10 March 2026, 14:00] [None of them]
    ada: [None of them]
    2026-03-03 12.00 → ada  Thank you. I'll tell Anna that none of the times suits you.
    2026-03-03 12.00 → ada  These times should suit both you and Anna:
        – Thursday 5 March 2026, 15:00
        – Friday 6 March 2026, 15:00
        – Monday 9 March 2026, 15:00
        – Tuesday 10 March 2026, 15:00
        Shall I ask Anna to choose one?
        [Yes, ask] [Show other times] [No]
    2026-03-03 12.00 → anna  Ingen av tiderna passar Ada. Jag skriver till dig om Ada föreslår andra.
    ada: [Yes, ask]
    2026-03-03 12.00 → ada  I've asked Anna to choose. I'll tell you both when the meeting is booked.
    2026-03-03 12.00 → anna  Ada vill boka en träff med dig. Jag bokar den tid som du väljer.
        Vilken tid passar dig bäst?
        [torsdag 5 mars 2026 kl. 16.00] [fredag 6 mars 2026 kl. 16.00] [måndag 9 mars 2026 kl. 16.00] [tisdag 10 mars 2026 kl. 16.00] [Ingen av dem]
    anna: [Ingen av dem]
    2026-03-03 12.00 → anna  Tack. Jag säger till Ada att ingen av tiderna passar dig.
    2026-03-03 12.00 → anna  Nu har du sett ganska många tider. Fråga gärna Ada vad som passar. Om du vill föreslå en tid själv skriver du `föreslå tid torsdag kl. 13.30`
    2026-03-03 12.00 → ada  None of the times suits Anna. I'll write to you if Anna suggests others.
    ");
}

#[tokio::test]
async fn a_time_that_one_of_them_has_taken_is_not_offered_and_is_pointed_out() {
    let mut world = pair().await;
    world.says("leader", "nytt mentorpar ada grace").await;
    world.says("ada", "meeting book 5/3 13.00 @grace").await;
    world.presses("ada", "Yes, book it").await;
    world.transcript();
    world.says("anna", "föreslå tid").await;
    world.says("anna", "boka träff 5/3 14.30").await;
    world.says("ada", "meeting book 5/3 13.30 @anna").await;
    assert_snapshot!(world.transcript(), @"
    anna: föreslå tid
    2026-03-03 12.00 → anna  De här tiderna borde passa både dig och Ada:
        – torsdag 5 mars 2026 kl. 15.00
        – fredag 6 mars 2026 kl. 15.00
        – måndag 9 mars 2026 kl. 15.00
        – tisdag 10 mars 2026 kl. 14.00
        Ska jag be Ada välja en av dem?
        [Ja, fråga] [Visa andra tider] [Nej]
    anna: boka träff 5/3 14.30
    2026-03-03 12.00 → anna  Tänk på att Ada redan har en annan träff vid den tiden, torsdag 5 mars 2026 kl. 14.30.
    2026-03-03 12.00 → anna  Du och Ada ses torsdag 5 mars 2026 kl. 14.30.
        Ska jag boka det?
        [Ja, boka] [Nej]
    ada: meeting book 5/3 13.30 @anna
    2026-03-03 12.00 → ada  Please note that you already have a meeting with Grace around Thursday 5 March 2026, 13:30.
    2026-03-03 12.00 → ada  You and Anna are meeting on Thursday 5 March 2026, 13:30.
        Shall I book that?
        [Yes, book it] [No]
    ");
}

#[tokio::test]
async fn where_hours_never_meet_it_is_said() {
    let mut world = pair().await;
    world.says("anna", "inställningar tider 8.30-10").await;
    world.says("anna", "föreslå tid").await;
    assert_snapshot!(world.transcript(), @"
    anna: inställningar tider 8.30-10
    2026-03-03 12.00 → anna  Från och med nu skriver jag till dig mellan `08.30` och `10.00`. Jag svarar ändå direkt när du skriver till mig.
    anna: föreslå tid
    2026-03-03 12.00 → anna  Jag hittar ingen tid de närmaste fyra veckorna som passar både dig och Ada. Om du vill föreslå en tid själv skriver du `föreslå tid torsdag kl. 13.30`
    ");
}

#[tokio::test]
async fn meetings_come_again_until_a_day_and_not_on_those_on_which_the_programme_rests() {
    let mut world = pair().await;
    world.says("anna", "boka träff varannan torsdag kl 13 till 1 juni").await;
    world.presses("anna", "Ja, boka").await;
    world.says("anna", "boka träff var tredje fredag").await;
    world.says("anna", "10.00").await;
    world.says("anna", "boka träff varje måndag kl 9.15 3 gånger, Biblioteket").await;
    world.says("ada", "book a meeting every other Tuesday at 3 pm until yesterday").await;
    assert_snapshot!(world.transcript(), @"
    anna: boka träff varannan torsdag kl 13 till 1 juni
    2026-03-03 12.00 → anna  Jag har hoppat över de här dagarna, för då vilar programmet:
        – torsdag 14 maj 2026
    2026-03-03 12.00 → anna  Du och Ada ses 6 gånger:
        – torsdag 5 mars 2026 kl. 13.00
        – torsdag 19 mars 2026 kl. 13.00
        – torsdag 2 april 2026 kl. 13.00
        – torsdag 16 april 2026 kl. 13.00
        – torsdag 30 april 2026 kl. 13.00
        – torsdag 28 maj 2026 kl. 13.00
        Ska jag boka dem?
        [Ja, boka] [Nej]
    anna: [Ja, boka]
    2026-03-03 12.00 → anna  Träffarna med Ada är bokade:
        – torsdag 5 mars 2026 kl. 13.00
        – torsdag 19 mars 2026 kl. 13.00
        – torsdag 2 april 2026 kl. 13.00
        – torsdag 16 april 2026 kl. 13.00
        – torsdag 30 april 2026 kl. 13.00
        – torsdag 28 maj 2026 kl. 13.00
    2026-03-03 12.00 → ada+anna  Anna has booked meetings for the two of you:
        – Thursday 5 March 2026, 13:00
        – Thursday 19 March 2026, 13:00
        – Thursday 2 April 2026, 13:00
        – Thursday 16 April 2026, 13:00
        – Thursday 30 April 2026, 13:00
        – Thursday 28 May 2026, 13:00
        Anna har bokat träffar för er:
        – torsdag 5 mars 2026 kl. 13.00
        – torsdag 19 mars 2026 kl. 13.00
        – torsdag 2 april 2026 kl. 13.00
        – torsdag 16 april 2026 kl. 13.00
        – torsdag 30 april 2026 kl. 13.00
        – torsdag 28 maj 2026 kl. 13.00
        <mentorskap-1.ics>
        <mentorskap-2.ics>
        <mentorskap-3.ics>
        <mentorskap-4.ics>
        <mentorskap-5.ics>
        <mentorskap-6.ics>
    anna: boka träff var tredje fredag
    2026-03-03 12.00 → anna  Vilken tid fredag 6 mars 2026? Du kan till exempel skriva `13.30`.
    anna: 10.00
    2026-03-03 12.00 → anna  Jag har hoppat över de här dagarna, för då vilar programmet:
        – fredag 19 juni 2026
        – fredag 10 juli 2026
        – fredag 31 juli 2026
    2026-03-03 12.00 → anna  Du och Ada ses 7 gånger:
        – fredag 6 mars 2026 kl. 10.00
        – fredag 27 mars 2026 kl. 10.00
        – fredag 17 april 2026 kl. 10.00
        – fredag 8 maj 2026 kl. 10.00
        – fredag 29 maj 2026 kl. 10.00
        – fredag 21 augusti 2026 kl. 10.00
        – fredag 11 september 2026 kl. 10.00
        Ska jag boka dem?
        [Ja, boka] [Nej]
    anna: boka träff varje måndag kl 9.15 3 gånger, Biblioteket
    2026-03-03 12.00 → anna  Du och Ada ses 3 gånger:
        – måndag 9 mars 2026 kl. 09.15
        – måndag 16 mars 2026 kl. 09.15
        – måndag 23 mars 2026 kl. 09.15
        Plats: Biblioteket. Ska jag boka dem?
        [Ja, boka] [Nej]
    ada: book a meeting every other Tuesday at 3 pm until yesterday
    2026-03-03 12.00 → ada  I don't understand when the meetings should end. You can write, for example, `meeting book every other Thursday 13:30 until 1 June`
    ");
}

#[tokio::test]
async fn one_of_a_row_is_moved_or_all_that_follow() {
    let mut world = pair().await;
    world.says("anna", "boka träff varannan torsdag kl 13 4 gånger").await;
    world.presses("anna", "Ja, boka").await;
    world.transcript();
    world.says("anna", "flytta träff 1 fredag 6 mars 10.00").await;
    world.presses("anna", "Bara den här").await;
    world.says("anna", "flytta träff 2 fredag 20 mars 10.00").await;
    world.presses("anna", "Den här och de som kommer efter").await;
    world.says("anna", "mina träffar").await;
    // The last of them would be after the programme.
    world.says("anna", "flytta träff 2 10 september 10.00").await;
    world.presses("anna", "Den här och de som kommer efter").await;
    assert_snapshot!(world.transcript(), @"
    anna: flytta träff 1 fredag 6 mars 10.00
    2026-03-03 12.00 → anna  Din träff med Ada får en ny tid.
        – Från: torsdag 5 mars 2026 kl. 13.00
        – Till: fredag 6 mars 2026 kl. 10.00
        Efter den kommer 3 träffar till, samma veckodag och samma tid. Vilka ska jag flytta?
        [Bara den här] [Den här och de som kommer efter] [Ingen av dem]
    anna: [Bara den här]
    2026-03-03 12.00 → anna  Träff 1 med Ada är flyttad. Den nya tiden är fredag 6 mars 2026 kl. 10.00.
    2026-03-03 12.00 → ada+anna  Anna has moved your meeting.
        – From: Thursday 5 March 2026, 13:00
        – To: Friday 6 March 2026, 10:00
        Anna har flyttat er träff.
        – Från: torsdag 5 mars 2026 kl. 13.00
        – Till: fredag 6 mars 2026 kl. 10.00
        <mentorskap-1.ics>
    anna: flytta träff 2 fredag 20 mars 10.00
    2026-03-03 12.00 → anna  Din träff med Ada får en ny tid.
        – Från: torsdag 19 mars 2026 kl. 13.00
        – Till: fredag 20 mars 2026 kl. 10.00
        Efter den kommer 2 träffar till, samma veckodag och samma tid. Vilka ska jag flytta?
        [Bara den här] [Den här och de som kommer efter] [Ingen av dem]
    anna: [Den här och de som kommer efter]
    2026-03-03 12.00 → anna  Träffarna med Ada är flyttade:
        – fredag 20 mars 2026 kl. 10.00
        – fredag 3 april 2026 kl. 10.00
        – fredag 17 april 2026 kl. 10.00
    2026-03-03 12.00 → anna  Tänk på att programmet vilar:
        – fredag 3 april 2026
    2026-03-03 12.00 → ada+anna  Anna has moved your meetings. The new times:
        – Friday 20 March 2026, 10:00
        – Friday 3 April 2026, 10:00
        – Friday 17 April 2026, 10:00
        Anna har flyttat era träffar. De nya tiderna:
        – fredag 20 mars 2026 kl. 10.00
        – fredag 3 april 2026 kl. 10.00
        – fredag 17 april 2026 kl. 10.00
        <mentorskap-2.ics>
        <mentorskap-3.ics>
        <mentorskap-4.ics>
    anna: mina träffar
    2026-03-03 12.00 → anna  Dina träffar:
        – 1 fredag 6 mars 2026 kl. 10.00 med Ada
        – 2 fredag 20 mars 2026 kl. 10.00 med Ada
        – 3 fredag 3 april 2026 kl. 10.00 med Ada
        – 4 fredag 17 april 2026 kl. 10.00 med Ada
    anna: flytta träff 2 10 september 10.00
    2026-03-03 12.00 → anna  Din träff med Ada får en ny tid.
        – Från: fredag 20 mars 2026 kl. 10.00
        – Till: torsdag 10 september 2026 kl. 10.00
        Efter den kommer 2 träffar till, samma veckodag och samma tid. Vilka ska jag flytta?
        [Bara den här] [Den här och de som kommer efter] [Ingen av dem]
    anna: [Den här och de som kommer efter]
    2026-03-03 12.00 → anna  Det går inte att boka torsdag 8 oktober 2026 kl. 10.00, för programmets sista dag är torsdag 1 oktober 2026. Välj en tidigare tid.
    ");
}

#[tokio::test]
async fn a_small_hour_is_asked_about() {
    let mut world = pair().await;
    world.says("anna", "boka träff torsdag klockan 3").await;
    world.presses("anna", "torsdag 5 mars 2026 kl. 15.00").await;
    world.says("anna", "boka träff kl 3").await;
    world.says("anna", "på fredag").await;
    assert_snapshot!(world.transcript(), @"
    anna: boka träff torsdag klockan 3
    2026-03-03 12.00 → anna  Det kan betyda mer än en tid. Vilken menar du?  [torsdag 5 mars 2026 kl. 03.00] [torsdag 5 mars 2026 kl. 15.00]
    anna: [torsdag 5 mars 2026 kl. 15.00]
    2026-03-03 12.00 → anna  Du och Ada ses torsdag 5 mars 2026 kl. 15.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: boka träff kl 3
    2026-03-03 12.00 → anna  Jag behöver veta vilken dag också. Du kan till exempel skriva `boka träff torsdag kl. 13.30 Biblioteket`
    anna: på fredag
    2026-03-03 12.00 → anna  Det kan betyda mer än en tid. Vilken menar du?  [fredag 6 mars 2026 kl. 03.00] [fredag 6 mars 2026 kl. 15.00]
    ");
}

#[tokio::test]
async fn what_was_said_about_the_end_of_a_row_is_kept_while_its_time_is_asked_about() {
    let mut world = pair().await;
    world.says("anna", "boka träff varannan torsdag klockan 3 till 1 juni, Café Åsa").await;
    world.says("anna", "2").await;
    world.says("anna", "boka träff varannan torsdag sex gånger").await;
    world.says("anna", "13.00").await;
    for end in ["till jul", "tio gånger om", "0 gånger", "till och med 31 juni"] {
        world.says("anna", &format!("boka träff varje torsdag kl 13 {end}")).await;
    }
    world.says("anna", "boka träff varje lördag 2026-07-11 kl 13 till 1 augusti").await;
    assert_snapshot!(world.transcript(), @"
    anna: boka träff varannan torsdag klockan 3 till 1 juni, Café Åsa
    2026-03-03 12.00 → anna  Det kan betyda mer än en tid. Vilken menar du?  [torsdag 5 mars 2026 kl. 03.00] [torsdag 5 mars 2026 kl. 15.00]
    anna: 2
    2026-03-03 12.00 → anna  Jag har hoppat över de här dagarna, för då vilar programmet:
        – torsdag 14 maj 2026
    2026-03-03 12.00 → anna  Du och Ada ses 6 gånger:
        – torsdag 5 mars 2026 kl. 15.00
        – torsdag 19 mars 2026 kl. 15.00
        – torsdag 2 april 2026 kl. 15.00
        – torsdag 16 april 2026 kl. 15.00
        – torsdag 30 april 2026 kl. 15.00
        – torsdag 28 maj 2026 kl. 15.00
        Plats: Café Åsa. Ska jag boka dem?
        [Ja, boka] [Nej]
    anna: boka träff varannan torsdag sex gånger
    2026-03-03 12.00 → anna  Vilken tid torsdag 5 mars 2026? Du kan till exempel skriva `13.30`.
    anna: 13.00
    2026-03-03 12.00 → anna  Jag har hoppat över de här dagarna, för då vilar programmet:
        – torsdag 14 maj 2026
    2026-03-03 12.00 → anna  Du och Ada ses 6 gånger:
        – torsdag 5 mars 2026 kl. 13.00
        – torsdag 19 mars 2026 kl. 13.00
        – torsdag 2 april 2026 kl. 13.00
        – torsdag 16 april 2026 kl. 13.00
        – torsdag 30 april 2026 kl. 13.00
        – torsdag 28 maj 2026 kl. 13.00
        Ska jag boka dem?
        [Ja, boka] [Nej]
    anna: boka träff varje torsdag kl 13 till jul
    2026-03-03 12.00 → anna  Jag förstår inte hur länge träffarna ska återkomma. Du kan till exempel skriva `boka träff varannan torsdag kl. 13.30 till 1 juni`
    anna: boka träff varje torsdag kl 13 tio gånger om
    2026-03-03 12.00 → anna  Du och Ada ses 10 gånger:
        – torsdag 5 mars 2026 kl. 13.00
        – torsdag 12 mars 2026 kl. 13.00
        – torsdag 19 mars 2026 kl. 13.00
        – torsdag 26 mars 2026 kl. 13.00
        – torsdag 2 april 2026 kl. 13.00
        – torsdag 9 april 2026 kl. 13.00
        – torsdag 16 april 2026 kl. 13.00
        – torsdag 23 april 2026 kl. 13.00
        – torsdag 30 april 2026 kl. 13.00
        – torsdag 7 maj 2026 kl. 13.00
        Plats: om. Ska jag boka dem?
        [Ja, boka] [Nej]
    anna: boka träff varje torsdag kl 13 0 gånger
    2026-03-03 12.00 → anna  Jag förstår inte hur länge träffarna ska återkomma. Du kan till exempel skriva `boka träff varannan torsdag kl. 13.30 till 1 juni`
    anna: boka träff varje torsdag kl 13 till och med 31 juni
    2026-03-03 12.00 → anna  Jag förstår inte hur länge träffarna ska återkomma. Du kan till exempel skriva `boka träff varannan torsdag kl. 13.30 till 1 juni`
    anna: boka träff varje lördag 2026-07-11 kl 13 till 1 augusti
    2026-03-03 12.00 → anna  Jag har hoppat över de här dagarna, för då vilar programmet:
        – lördag 11 juli 2026
        – lördag 18 juli 2026
        – lördag 25 juli 2026
        – lördag 1 augusti 2026
    ");
}

#[tokio::test]
async fn a_time_that_was_offered_to_two_is_booked_once() {
    let mut world = pair().await;
    world.says("leader", "nytt mentorpar ada grace").await;
    for who in ["anna", "grace"] {
        world.says("ada", &format!("meeting propose @{who}")).await;
        world.presses("ada", "Yes, ask").await;
    }
    world.presses("anna", "torsdag 5 mars 2026 kl. 14.00").await;
    world.transcript();
    world.presses("grace", "Thursday 5 March 2026, 14:00").await;
    assert_snapshot!(world.transcript(), @"
    grace: [Thursday 5 March 2026, 14:00]
    2026-03-03 12.00 → grace  That time isn't free any longer: Thursday 5 March 2026, 14:00.
    2026-03-03 12.00 → grace  These times should suit both you and Ada:
        – Thursday 5 March 2026, 15:00
        – Friday 6 March 2026, 15:00
        – Monday 9 March 2026, 15:00
        – Tuesday 10 March 2026, 14:00
        Shall I ask Ada to choose one?
        [Yes, ask] [Show other times] [No]
    ");
}

#[tokio::test]
async fn times_that_have_passed_are_not_offered_and_not_everything_is_shown() {
    let mut world = pair().await;
    world.says("anna", "föreslå tid").await;
    world.until("2026-03-09 12:00").await;
    world.transcript();
    world.presses("anna", "Ja, fråga").await;
    world.until("2026-03-10 15:00").await;
    for _ in 0..3 {
        world.says("anna", "föreslå tid").await;
        world.presses("anna", "Visa andra tider").await;
        world.presses("anna", "Visa andra tider").await;
        world.presses("anna", "Visa andra tider").await;
    }
    let seen = world.transcript();
    assert!(!seen.contains("[torsdag 5 mars") && !seen.contains("[Thursday 5 March"), "{seen}");
    assert_eq!(seen.matches("Nu har du sett ganska många tider").count(), 3, "{seen}");
}
