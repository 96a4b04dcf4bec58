//! Whatever people type, press or send: each gets a clear answer in their language, and nothing is
//! lost, duplicated or shown to the wrong person.

use insta::assert_snapshot;
use mentorskap::domain::inbound::{RoomKind, Said};

use crate::support::{PROGRAMME, World, typed};

/// Where `World::counts` counts what has been begun.
const DRAFTS: usize = 8;

#[tokio::test]
async fn whatever_is_typed_gets_one_answer_and_changes_nothing() {
    let texts = [
        "",
        " ",
        "?",
        "\0",
        "💥",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "مرحبا، كيف الحال؟",
        "你好，今天见面吗",
        "Z̸̡͓a̷l̶g̴o̸",
        "\u{202e}txet",
        "<b>hej</b><script>alert(1)</script>",
        "**hej** _du_ `kod`",
        "@everyone",
        "<@1234>",
        "@room",
        "#ledare",
        "@anna",
        "0",
        "-1",
        "99",
        "１",
        "1e3",
        "boka",
        "boka 💥",
        "flytta träff 999999999999999999999 imorgon kl 13",
        "avboka 7",
        "'; drop table people; --",
        "{ $name } { -brand }",
        "%s %n {0}",
        "/start",
        "!mentor help me",
        "settings hours 25–99",
        "settings timezone Mars/Olympus",
        "inställningar språk klingonska",
        "pausa till i förrgår",
        "people add",
        "join",
        "gå med",
    ];
    let long = ["å".repeat(19_999), "💥".repeat(50_000), "boka ".repeat(30_000), "1".repeat(500)];
    let mut world = World::asked().await;
    let before = world.counts().await;
    for who in ["anna", "grace", "leader", "nobody"] {
        for text in texts.iter().map(ToString::to_string).chain(long.clone()) {
            world.transcript();
            world.says(who, &text).await;
            let seen = world.receivers();
            assert!(
                seen.ends_with(&format!("→ {who}")) && seen.lines().count() == 1,
                "{who} types {text:.40} and there is: {seen}"
            );
        }
    }
    // A command whose time was not understood waits for a time. Nothing else may be left of it.
    let mut after = world.counts().await;
    after[DRAFTS] = before[DRAFTS];
    assert_eq!(after, before);
}

#[tokio::test]
async fn words_of_ones_own_are_shown_as_they_were_typed() {
    let mut world = World::asked().await;
    world
        .says("anna", "boka 5/3 13.00 **Café** <b>@everyone</b> `x` { $at } [Ja] \u{202e}abc")
        .await;
    world.presses("anna", "Ja, boka").await;
    world.says("leader", "meddela alla <b>Hej</b> @everyone\n- **ett** `två`\n# tre").await;
    assert_snapshot!(world.transcript().replace('\u{202e}', ""), @"
    anna: boka 5/3 13.00 **Café** <b>@everyone</b> `x` { $at } [Ja] abc
    2026-03-02 12.00 → anna  Du och Bo ses torsdag 5 mars 2026 kl. 13.00. Plats: **Café** <b>@everyone</b> `x` { $at } [Ja] abc.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: [Ja, boka]
    2026-03-02 12.00 → anna  Träff 1 med Bo är bokad: torsdag 5 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Anna har bokat en träff för er: torsdag 5 mars 2026 kl. 13.00. Plats: **Café** <b>@everyone</b> `x` { $at } [Ja] abc.
        <mentorskap-1.ics>
    leader: meddela alla <b>Hej</b> @everyone
    - **ett** `två`
    # tre
    2026-03-02 12.00 → leader  4 personer får det här meddelandet:
        <b>Hej</b> @everyone
        - **ett** `två`
        # tre
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    ");
}

#[tokio::test]
async fn invisible_characters_that_no_database_takes_do_no_harm() {
    let mut world = World::asked().await;
    world.says("anna", "boka 5/3 13.00 Café\0 Åsa").await;
    world.says("leader", "people add Eva\0 Ek adept").await;
    world.says("leader", "announce Hej\0 på er").await;
    world.sends("leader", "p\0.csv", b"id,name,role\neva,Ev\0a Ek,adept\n").await;
    world.sends("leader", "p.toml", format!("{PROGRAMME}# \0\n").as_bytes()).await;
    assert_snapshot!(world.transcript().replace('\0', "<NUL>"), @r"
    anna: boka 5/3 13.00 Café<NUL> Åsa
    2026-03-02 12.00 → anna  Du och Bo ses torsdag 5 mars 2026 kl. 13.00. Plats: Café Åsa.
        Ska jag boka det?
        [Ja, boka] [Nej]
    leader: people add Eva<NUL> Ek adept
    2026-03-02 12.00 → leader  Eva Ek är nu med i programmet som adept.
    leader: announce Hej<NUL> på er
    2026-03-02 12.00 → leader  4 personer får det här meddelandet:
        Hej på er
        Ska jag skicka det?
        [Skicka] [Skicka inte]
    2026-03-02 12.00 → leader  Det finns ett fel i p.csv, så jag har inte lagt till någon.
        – Rad 1: Filen är inte sparad som UTF-8. Spara den igen som UTF-8. I ett kalkylprogram heter det ofta ”CSV UTF-8”.
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i p.toml, så jag har inte ändrat något.
        – Rad 10: Raden följer inte formatet TOML. Kontrollera den här raden och raden ovanför: texter ska stå inom raka citattecken, varje parentes ska ha ett slut, det ska finnas ett `=`, och samma namn får bara stå en gång.
        Rätta filen och skicka den igen.
    ");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "help shows every command")]
async fn in_a_room_that_is_none_of_ours_nothing_of_a_pair_is_told() {
    let mut world = World::asked().await;
    world.says("grace", "book 5/3 13:00").await;
    world.presses("grace", "Yes, book it").await;
    world.transcript();

    world.says_in("hall", "grace", "my meetings").await;
    world.says_in("hall", "grace", "book 6/3 13:00").await;
    world.says_in("hall", "grace", "help").await;
    world.says_in("hall", "leader", "attention").await;
    world.says_in("hall", "nobody", "hello").await;
    // Somebody who got into the room of two others.
    world.says_in("ada+grace", "anna", "mina träffar").await;
    world.says_in("ada+grace", "bo", "boka 6/3 13.00").await;

    assert_snapshot!(world.transcript(), @"
    grace@hall: my meetings
    2026-03-02 12.00 → hall  That's best done between you and me. Please write it to me in a direct message.
        Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
    grace@hall: book 6/3 13:00
    2026-03-02 12.00 → hall  That's best done between you and me. Please write it to me in a direct message.
        Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
    grace@hall: help
    2026-03-02 12.00 → hall  Here is what I can help you with:
        – `help` – see what I can do
        – `status` – see your mentor or adept and your next meeting
        – `join CODE` – use the code from your programme leader
        – `apply [PROGRAMME]` – apply to a programme, or go on with your application
        – `withdraw [PROGRAMME]` – take your application back
        – `contact leader [TEXT]` – have a confidential word with your leader
        – `agreement` – go through your agreement with your mentor or adept, or see it
        – `meeting book WHEN [WHERE]` – book a meeting
        – `meeting propose [WHEN] [WHERE]` – find a time that suits you both
        – `meeting list` – see your meetings
        – `meeting move [N] WHEN` – move a meeting to another time
        – `meeting cancel [N]` – cancel a meeting
        – `meeting met [N]` – tell me that you have met
        – `topic` – get something to talk about at your next meeting
        – `goal add TEXT` – set a goal
        – `goal list` – see the goals
        – `goal edit N TEXT` – change a goal
        – `goal weigh N WEIGHT` – say how much a goal counts, from 1 to 3
        – `goal step N TEXT` – add a step on the way to a goal
        – `goal step done N STEP` – say that you have reached a step
        – `goal share N` – let your mentor see a goal, or stop
        – `goal rate N [−2 to +2]` – say how far you came with a goal
        – `goal remove N` – erase a goal
        – `note TEXT` – note something that only you see
        – `notes` – see your notes
        – `note remove N` – erase a note
        – `group sessions` – see the group sessions and what you've answered
        – `group session yes [N]` – say that you'll come to a group session
        – `group session no [N]` – say that you can't come to a group session
        – `group session maybe [N]` – say that you may come to a group session
        – `I'm here CODE` – be noted at a group session by the code that's shown there
        – `checkin` – answer the check-in that's open, or change your answers
        – `certificate` – get your certificate when the programme is over
        – `later` – put a question off
        – `pause [from DATE] [until DATE]` – take a break from reminders
        – `resume` – end the break
        – `settings` – see how and when I write to you
        – `settings language LANGUAGE` – change the language
        – `settings timezone ZONE` – change the time zone
        – `settings hours FROM–UNTIL` – choose between which hours I write to you
        – `settings reminders` – choose when you are reminded of booked meetings
        – `settings calendar [ADDRESS]` – let me see when you are busy
        – `my data` – get everything that I keep about you
        – `delete my data` – erase everything that I keep about you
        You can write in English or Swedish.
        Det här kan jag hjälpa dig med:
        – `hjälp` – see what I can do
        – `status` – see your mentor or adept and your next meeting
        – `gå med KOD` – use the code from your programme leader
        – `ansök till [PROGRAM]` – apply to a programme, or go on with your application
        – `dra tillbaka ansökan [PROGRAM]` – take your application back
        – `kontakta programledaren [TEXT]` – have a confidential word with your leader
        – `överenskommelse` – go through your agreement with your mentor or adept, or see it
        – `boka träff NÄR [VAR]` – book a meeting
        – `föreslå tid [NÄR] [VAR]` – find a time that suits you both
        – `mina träffar` – see your meetings
        – `flytta träff [N] NÄR` – move a meeting to another time
        – `avboka träff [N]` – cancel a meeting
        – `vi har träffats [N]` – tell me that you have met
        – `samtalsämne` – get something to talk about at your next meeting
        – `nytt mål TEXT` – set a goal
        – `mina mål` – see the goals
        – `ändra mål N TEXT` – change a goal
        – `vikta mål N VIKT` – say how much a goal counts, from 1 to 3
        – `nytt delmål N TEXT` – add a step on the way to a goal
        – `delmål klart N DELMÅL` – say that you have reached a step
        – `dela mål N` – let your mentor see a goal, or stop
        – `bedöm mål N [−2 till +2]` – say how far you came with a goal
        – `ta bort mål N` – erase a goal
        – `anteckna TEXT` – note something that only you see
        – `anteckningar` – see your notes
        – `ta bort anteckning N` – erase a note
        – `programträffar` – see the group sessions and what you've answered
        – `jag kommer [N]` – say that you'll come to a group session
        – `jag kommer inte [N]` – say that you can't come to a group session
        – `kanske [N]` – say that you may come to a group session
        – `jag är här KOD` – be noted at a group session by the code that's shown there
        – `enkät` – answer the check-in that's open, or change your answers
        – `intyg` – get your certificate when the programme is over
        – `senare` – put a question off
        – `pausa [från DATUM] [till DATUM]` – take a break from reminders
        – `fortsätt` – end the break
        – `inställningar` – see how and when I write to you
        – `byt språk SPRÅK` – change the language
        – `byt tidszon TIDSZON` – change the time zone
        – `ändra tider FRÅN–TILL` – choose between which hours I write to you
        – `inställningar påminnelser` – choose when you are reminded of booked meetings
        – `inställningar kalender [ADRESS]` – let me see when you are busy
        – `mina uppgifter` – get everything that I keep about you
        – `radera mina uppgifter` – erase everything that I keep about you
        Du kan skriva på svenska eller engelska.
    leader@hall: attention
    2026-03-02 12.00 → hall  That's best done between you and me. Please write it to me in a direct message.
        Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
    nobody@hall: hello
    2026-03-02 12.00 → hall  Hello! I help mentors and adepts in mentorship programmes to meet regularly.
        If you have a code from a programme leader, write `join CODE` to me in a direct message, never in a channel.
        Hej! Jag hjälper mentorer och adepter i mentorskapsprogram att träffas regelbundet.
        Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    anna@ada+grace: mina träffar
    2026-03-02 12.00 → ada+grace  That's best done between you and me. Please write it to me in a direct message.
    bo@ada+grace: boka 6/3 13.00
    2026-03-02 12.00 → ada+grace  That's best done between you and me. Please write it to me in a direct message.
    ");
}

#[tokio::test]
async fn days_and_times_that_are_not_there_or_over() {
    let mut world = World::asked().await;
    for when in [
        "30/2 13.00",
        "2026-04-31 13.00",
        "5/3 25.00",
        "5/3 12.60",
        "2025-01-01 13.00",
        "2 mars kl 9",
        "2031-01-01 13.00",
        "24/12 13.00",
        "5/3",
        "kl 13",
        "snart",
        "v. 54 måndag 13.00",
    ] {
        world.says("anna", &format!("boka {when}")).await;
    }
    for when in
        ["30 Feb 13:00", "5/3 25:00", "yesterday 13:00", "Thursday", "13:00", "24 Dec 13:00"]
    {
        world.says("grace", &format!("book {when}")).await;
    }
    assert_snapshot!(world.transcript(), @r"
    anna: boka 30/2 13.00
    2026-03-02 12.00 → anna  Den dagen finns inte: ”30/2”. Du kan till exempel skriva `3 mars` eller `torsdag v. 11`.
    anna: boka 2026-04-31 13.00
    2026-03-02 12.00 → anna  Den dagen finns inte: ”2026-04-31”. Du kan till exempel skriva `3 mars` eller `torsdag v. 11`.
    anna: boka 5/3 25.00
    2026-03-02 12.00 → anna  Den tiden finns inte: ”25.00”. Skriv en tid mellan `00.00` och `23.59`.
    anna: boka 5/3 12.60
    2026-03-02 12.00 → anna  Den tiden finns inte: ”12.60”. Skriv en tid mellan `00.00` och `23.59`.
    anna: boka 2025-01-01 13.00
    2026-03-02 12.00 → anna  Den tiden har redan varit: onsdag 1 januari 2025 kl. 13.00. Skriv en senare tid.
    anna: boka 2 mars kl 9
    2026-03-02 12.00 → anna  Det går inte att boka tisdag 2 mars 2027 kl. 09.00, för programmets sista dag är torsdag 1 oktober 2026. Välj en tidigare tid.
    anna: boka 2031-01-01 13.00
    2026-03-02 12.00 → anna  Det är för långt fram i tiden: onsdag 1 januari 2031 kl. 13.00. Kontrollera datumet och skriv det igen.
    anna: boka 24/12 13.00
    2026-03-02 12.00 → anna  Det går inte att boka torsdag 24 december 2026 kl. 13.00, för programmets sista dag är torsdag 1 oktober 2026. Välj en tidigare tid.
    anna: boka 5/3
    2026-03-02 12.00 → anna  Vilken tid torsdag 5 mars 2026? Du kan till exempel skriva `13.30`.
    anna: boka kl 13
    2026-03-02 12.00 → anna  Jag behöver veta vilken dag också. Du kan till exempel skriva `boka träff torsdag kl. 13.30 Biblioteket`
    anna: boka snart
    2026-03-02 12.00 → anna  Jag förstod inte vilken tid du menar. Du kan till exempel skriva `boka träff torsdag kl. 13.30 Biblioteket`
    anna: boka v. 54 måndag 13.00
    2026-03-02 12.00 → anna  Den dagen finns inte: ”v. 54 måndag”. Du kan till exempel skriva `3 mars` eller `torsdag v. 11`.
    grace: book 30 Feb 13:00
    2026-03-02 12.00 → grace  There is no such day: “30 Feb”. You can write, for example, `3 March` or `Thursday week 11`.
    grace: book 5/3 25:00
    2026-03-02 12.00 → grace  There is no such time: “25:00”. Write a time between `00:00` and `23:59`.
    grace: book yesterday 13:00
    2026-03-02 12.00 → grace  That time has already passed: Sunday 1 March 2026, 13:00. Please write a time that is still to come.
    grace: book Thursday
    2026-03-02 12.00 → grace  What time on Thursday 5 March 2026? You can write, for example, `13:30`.
    grace: book 13:00
    2026-03-02 12.00 → grace  I need the day as well. You can write, for example, `meeting book Thursday 13:30 The library`
    grace: book 24 Dec 13:00
    2026-03-02 12.00 → grace  I can't book Thursday 24 December 2026, 13:00, because the last day of the programme is Thursday 1 October 2026. Please choose an earlier time.
    ");
    // What was begun waits for a time; nothing waits to be booked.
    let booking = "select count(*) from drafts where draft like '%\"kind\":\"book\"%'";
    assert_eq!(world.number(booking).await, 0);
}

#[tokio::test]
async fn what_is_sent_where_others_listen_is_asked_for_in_private() {
    let mut world = World::asked().await;
    world.says("leader", "people add Eva Ek adept").await;
    world.says("leader", "people invite").await;
    let letters = world.transcript();
    let code = letters.split("gå med ").nth(1).unwrap().split_whitespace().next().unwrap();
    let in_hall = |who: &str, said: Said| {
        let mut inbound = world.inbound(&format!("hall:{who}:{said:?}"), who, said);
        inbound.room.address = "hall".to_owned();
        inbound.room.kind = RoomKind::Shared;
        inbound
    };
    let bytes = b"id,name,role\nx,,adept\n".to_vec();
    let list = Said::File { name: "folk.csv".to_owned(), bytes, text: String::new() };
    for inbound in [
        in_hall("leader", list),
        in_hall("eva", typed(&format!("join {code}"))),
        in_hall("anna", Said::Press { token: "1:booked:1".to_owned() }),
        in_hall("anna", typed("1")),
    ] {
        world.stage.app.respond(&inbound).await.unwrap();
    }
    world.until_now().await;
    let seen = world.transcript();
    let asked = "That's best done between you and me";
    assert_eq!(seen.matches(asked).count(), 4, "{seen}");
    assert_eq!(seen.matches('→').count(), 4, "{seen}");
    assert_eq!(world.number("select count(*) from meetings").await, 0);
}
