//! Everybody gets every message once and in order, whatever the platform does.

use std::time::Duration;

use insta::assert_snapshot;
use mentorskap::{clock::Clock as _, domain::account::PlatformName, platform::Undeliverable};

use crate::support::{Fate, Memory, Pretend, World, typed};

#[tokio::test]
async fn a_busy_platform_gets_the_time_that_it_asks_for() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::Busy(90)]);

    world.says("anna", "mina träffar").await;
    world.pass(89).await;
    assert_snapshot!(pretend.seen(), @"");
    world.pass(1).await;
    assert_snapshot!(pretend.seen(), @r"
    → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    ");
}

#[tokio::test]
async fn what_was_shown_before_the_line_broke_is_not_shown_again() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::LosesTheAnswer]);

    world.says("anna", "mina träffar").await;
    world.pass(600).await;

    assert_snapshot!(pretend.seen(), @r"
    → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    ");
    assert_eq!(pretend.keys().len(), 2);
}

#[tokio::test]
async fn a_broken_line_is_tried_less_and_less_often() {
    let (mut world, pretend) = World::troubled().await;
    let start = world.stage.clock.now();
    pretend.then("anna", &[Fate::LosesTheLetter; 12]);

    world.says("anna", "mina träffar").await;
    world.pass(4000).await;

    assert_eq!(
        pretend.tries("anna", start),
        [0, 2, 6, 14, 30, 62, 126, 254, 510, 1022, 1534, 2046, 2558]
    );
    assert_snapshot!(pretend.seen(), @r"
    → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    ");
}

#[tokio::test]
async fn what_can_never_be_handed_over_is_given_up_with_a_reason() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna+bo", &[Fate::LosesTheLetter; 1000]);

    world.says("anna", "boka 5/3 13.00").await;
    world.says("anna", "ja").await;
    world.pass(3 * 24 * 3600).await;
    pretend.seen();
    world.says("leader", "outbox").await;

    assert_snapshot!(pretend.read(), @"
    → leader  Meddelanden i Nya ledare:
        – Skickade: 14
        – Väntar: 0
        Väntar eller är stoppade:
        – 15 Till Bo Berg och Anna Ek, om att boka en träff: stoppat, eftersom jag inte nådde chattjänsten trots flera försök
    ");
    assert_eq!(world.number("select count(*) from outbox where state = 'given_up'").await, 1);
}

#[tokio::test]
async fn whoever_takes_no_messages_is_asked_in_the_pairs_own_place_and_shown_to_the_leader() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::Fails(Undeliverable::Closed)]);

    world.says("leader", "pair remind 1").await;
    assert_snapshot!(pretend.seen(), @r"
    → leader  Mentorpar 1 får en fråga om nästa träff så snart det är en lämplig tid på dagen.
    → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    → anna+bo  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    → leader  Jag når inte Anna Ek i Nya ledare: mina meddelanden kommer inte fram.
    ");
    assert_eq!(world.number("select count(*) from outbox where reason = 'unwilling'").await, 1);
    assert_eq!(world.number("select count(*) from cases where kind = 'unreachable'").await, 1);
}

#[tokio::test]
async fn a_room_that_is_gone_is_replaced() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::Fails(Undeliverable::Gone)]);

    world.says("leader", "pair remind 1").await;

    assert_snapshot!(pretend.seen(), @r"
    → leader  Mentorpar 1 får en fråga om nästa träff så snart det är en lämplig tid på dagen.
    → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    → anna, room 1  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    ");
}

#[tokio::test]
async fn rooms_that_are_gone_again_and_again_are_not_replaced_for_ever() {
    let (mut world, pretend) = World::troubled().await;
    let gone = [Fate::Fails(Undeliverable::Gone)];
    pretend.then("anna", &gone);
    for room in 1..=5 {
        pretend.then(&format!("anna, room {room}"), &gone);
    }

    world.says("leader", "pair remind 1").await;

    assert_snapshot!(pretend.seen(), @r"
    → leader  Mentorpar 1 får en fråga om nästa träff så snart det är en lämplig tid på dagen.
    → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    → leader  Jag når inte Anna Ek i Nya ledare: mina meddelanden kommer inte fram.
    ");
    assert_eq!(world.number("select count(*) from outbox where reason = 'gone'").await, 1);
}

#[tokio::test]
async fn words_that_the_platform_refuses_are_not_tried_again() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::Fails(Undeliverable::Refused)]);

    world.says("leader", "pair remind 1").await;
    world.pass(3600).await;

    assert_snapshot!(pretend.seen(), @r"
    → leader  Mentorpar 1 får en fråga om nästa träff så snart det är en lämplig tid på dagen.
    → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    ");
    assert_eq!(world.number("select count(*) from outbox where reason = 'refused'").await, 1);
    assert_eq!(world.number("select count(*) from cases").await, 0);
}

#[tokio::test]
async fn beyond_the_platforms_memory_a_letter_is_looked_for_and_found() {
    let (mut world, pretend) = World::troubled().await;
    pretend.forgets_after(Duration::from_secs(1), Memory::Looks);
    pretend.then("anna", &[Fate::LosesTheAnswer]);

    world.says("anna", "mina träffar").await;
    world.pass(60).await;

    assert_eq!(pretend.keys().len(), 1, "it was posted again");
    assert_snapshot!(pretend.seen(), @r"
    → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    ");
}

#[tokio::test]
async fn beyond_the_platforms_memory_a_letter_that_is_not_there_is_posted_again() {
    let (mut world, pretend) = World::troubled().await;
    pretend.forgets_after(Duration::from_secs(1), Memory::Looks);
    pretend.then("anna", &[Fate::LosesTheLetter]);

    world.says("anna", "mina träffar").await;
    world.pass(60).await;

    assert_eq!(pretend.keys().len(), 2);
    assert_snapshot!(pretend.seen(), @r"
    → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    ");
}

#[tokio::test]
async fn what_cannot_be_told_is_left_to_the_leader() {
    let (mut world, pretend) = World::troubled().await;
    pretend.forgets_after(Duration::from_secs(1), Memory::CannotTell);
    pretend.then("anna", &[Fate::LosesTheAnswer]);

    world.says("leader", "pair remind 1").await;
    world.pass(60).await;
    pretend.seen();
    world.says("leader", "utkorg").await;
    let unsure = world.number("select id from outbox where state = 'unsure'").await;
    world.says("leader", &format!("outbox cancel {unsure}")).await;

    assert_snapshot!(pretend.read().replace(&format!("{unsure}"), "N"), @r"
    → leader  Meddelanden i Nya ledare:
        – Skickade: 11
        – Väntar: 0
        Väntar eller är stoppade:
        – N Till Anna Ek, om att boka en träff: stoppat, eftersom jag inte vet om det kom fram
    → leader  Meddelande N skickas inte.
    ");
}

#[tokio::test]
async fn a_letter_that_cannot_even_be_looked_for_is_tried_again() {
    let (mut world, pretend) = World::troubled().await;
    pretend.forgets_after(Duration::from_secs(1), Memory::Away);
    pretend.then("anna", &[Fate::LosesTheAnswer]);

    world.says("anna", "mina träffar").await;
    world.pass(20).await;
    pretend.forgets_after(Duration::from_secs(1), Memory::Looks);
    world.pass(600).await;

    assert_eq!(pretend.keys().len(), 1);
    assert_snapshot!(pretend.seen(), @r"
    → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    ");
}

#[tokio::test]
async fn answers_keep_their_order_when_the_first_has_to_wait() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::Busy(30)]);

    world.says("anna", "mina träffar").await;
    world.says("anna", "status").await;
    world.says("bo", "status").await;
    assert_snapshot!(pretend.seen(), @"→ bo  Så här ser det ut:");

    world.pass(30).await;
    assert_snapshot!(pretend.seen(), @r"
    → anna  Du har inga träffar än. För att boka en skriver du `boka träff NÄR [VAR]`
    → anna  Så här ser det ut:
    ");
}

#[tokio::test]
async fn answers_go_before_rounds() {
    let mut world = World::started().await;
    let pretend = Pretend::new(world.stage.clock.clone());
    world.until("2026-03-02 09:00").await;
    world.stage.app.platforms.insert(PlatformName::Console, pretend.clone());

    // Everything has become due when somebody asks something.
    world.stage.clock.turn_to(world.at("2026-03-02 12:00"));
    world.says("grace", "status").await;

    assert_snapshot!(pretend.seen(), @r"
    → grace  This is how things stand:
    → ada  Hello Ada, it's time to book your first meeting with Grace. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
    → grace  Hello Grace, it's time to book your first meeting with Ada. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
    → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
    ");
}

#[tokio::test]
async fn after_a_week_away_nobody_gets_what_is_stale_and_everybody_what_is_due() {
    let mut world = World::started().await;
    world.until("2026-03-02 09:30").await;
    world.transcript();

    world.stage.clock.turn_to(world.at("2026-03-10 12:00"));
    world.until("2026-03-13 12:00").await;

    assert_snapshot!(world.transcript(), @r"
    2026-03-10 12.00 → ada  Hello again, Ada. I don't know of a booked time for you and Grace yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-10 12.00 → grace  Hello again, Grace. I don't know of a booked time for you and Ada yet.
        Have you found a time for your next meeting?
        [We've booked] [Not yet]
    2026-03-10 12.00 → bo  Hej igen Bo! Jag känner inte till någon bokad tid för dig och Anna än.
        Har ni hittat en tid för nästa träff?
        [Vi har bokat] [Inte än]
    2026-03-10 12.00 → anna  Hej igen Anna! Jag känner inte till någon bokad tid för dig och Bo än.
        Har ni hittat en tid för nästa träff?
        [Vi har bokat] [Inte än]
    ");
}

#[tokio::test]
async fn a_platform_that_asks_for_more_patience_than_a_letter_has_does_not_get_it_late() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::Busy(48 * 3600)]);

    world.says("anna", "mina träffar").await;
    world.pass(72 * 3600).await;

    assert!(!pretend.seen().contains("träffar"));
    assert_eq!(world.number("select count(*) from outbox where reason = 'busy'").await, 1);
}

#[tokio::test]
async fn what_a_busy_platform_did_not_take_is_judged_anew() {
    let (mut world, pretend) = World::troubled().await;
    world.until("2026-03-09 08:59").await;
    // The reminders are due on Monday, and the platform wants to be left alone until Wednesday.
    for who in ["anna", "bo", "ada", "grace"] {
        pretend.then(who, &[Fate::Busy(2 * 24 * 60 * 60)]);
    }
    world.until("2026-03-10 12:00").await;
    world.says("anna", "boka 12/3 13.00").await;
    pretend.seen();
    world.says("anna", "ja").await;
    world.until("2026-03-12 12:00").await;

    // Anna and Bo have booked meanwhile, so that they are reminded of nothing.
    let seen = pretend.seen();
    assert!(!seen.contains("→ bo  Hej igen"), "{seen}");
    assert_eq!(seen.matches("Hello again").count(), 2, "{seen}");
}

#[tokio::test]
async fn nothing_is_called_due_that_has_to_wait_for_something_else() {
    let (mut world, pretend) = World::troubled().await;
    pretend.then("anna", &[Fate::LosesTheLetter; 3]);
    world.says("leader", "announce Hej.").await;
    world.says("leader", "skicka").await;
    world.until("2026-03-03 12:00").await;
    let now = world.stage.clock.now();
    // An answer that was tried goes before the rest, which is older and due as well.
    world.says("leader", "pair remind 1").await;
    world.says("anna", "status").await;

    let next = world.stage.app.turn().await.unwrap().unwrap();

    assert!(next > now, "{next} is not after {now}");
}

#[tokio::test]
async fn files_with_codes_are_forgotten_once_they_have_arrived() {
    let mut world = World::started().await;
    world.says("leader", "people add Eva Ek adept").await;
    world.says("leader", "people invite").await;
    let letters = world.transcript();
    let code = letters.split("gå med ").nth(1).unwrap().split_whitespace().next().unwrap();
    assert!(code.len() > 5, "{letters}");

    let kept: Vec<(String, Option<String>)> =
        sqlx::query_as("select message, document from outbox").fetch_all(&world.raw).await.unwrap();

    assert!(!kept.is_empty());
    for (message, document) in kept {
        assert!(!message.contains(code) && !document.is_some_and(|kept| kept.contains(code)));
    }
}

#[tokio::test]
async fn whoever_has_many_letters_waiting_keeps_nobody_else_waiting() {
    let (world, pretend) = World::troubled().await;
    let mut app = world.another(&pretend).await;
    app.side_by_side = 8;
    for number in 0..200 {
        let inbound = world.inbound(&format!("f:{number}"), "anna", typed("status"));
        app.respond(&inbound).await.unwrap();
    }
    app.turn().await.unwrap();
    let inbound = world.inbound("b:1", "bo", typed("status"));
    app.respond(&inbound).await.unwrap();
    app.turn().await.unwrap();

    let seen = pretend.seen();
    assert_eq!(seen.matches("→ bo").count(), 1, "{seen}");
    assert!(seen.matches("→ anna").count() < 100);
    for _ in 0..100 {
        app.turn().await.unwrap();
    }
    let rest = pretend.seen().matches("→ anna").count();
    assert_eq!(seen.matches("→ anna").count() + rest, 200);
}
