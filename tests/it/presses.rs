//! Buttons that were never there, are gone, were pressed before or are somebody else's.

use insta::assert_snapshot;
use mentorskap::domain::inbound::{MessageRef, Said};

use crate::support::World;

#[tokio::test]
async fn forged_and_old_tokens_are_refused() {
    let mut world = World::asked().await;
    let before = world.counts().await;
    for token in [
        "",
        "1",
        "1:booked",
        "1:booked:x",
        "2:booked:1",
        "1:booked:01",
        "1:met:1:maybe",
        "💥",
        "1:booked:999",
        "1:not-yet:999",
        "1:met:999:held",
        "1:confirm:999",
        "1:discard:999",
        "1:choose:999:0",
        "1:case-write:999",
        "1:case-done:999",
        "1:case-later:999",
        "1:booked:-1",
        "1:confirm:9223372036854775807",
        "1:confirm:9223372036854775808",
    ] {
        let seen = world.forges("grace", token).await;
        assert_eq!(seen.len(), 1, "{token}");
        assert!(seen[0].contains("That question no longer applies"), "{token}: {seen:?}");
    }
    assert_eq!(world.counts().await, before);
}

#[tokio::test]
async fn a_button_of_somebody_else_does_nothing() {
    let mut world = World::asked().await;
    world.says("anna", "boka 5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.says("anna", "boka 6/3 13.00").await;
    let pair = world.number("select min(id) from pairs").await;
    let meeting = world.number("select id from meetings").await;
    let draft = world.number("select max(id) from drafts").await;
    let before = world.counts().await;
    for who in ["grace", "bo", "leader", "nobody"] {
        for token in [format!("1:confirm:{draft}"), format!("1:discard:{draft}")] {
            assert_eq!(world.forges(who, &token).await.len(), 1, "{who} {token}");
        }
    }
    for token in [
        format!("1:booked:{pair}"),
        format!("1:not-yet:{pair}"),
        format!("1:met:{meeting}:held"),
        format!("1:met:{meeting}:paused"),
    ] {
        let seen = world.forges("grace", &token).await;
        assert!(seen[0].contains("That question is for someone else"), "{token}: {seen:?}");
    }
    assert_eq!(world.counts().await, before);
    world.transcript();

    // Nobody else even sees such a button, and it is still there for the one whose it is.
    world.cannot_press("grace", "Ja, boka").await;
    world.presses("anna", "Ja, boka").await;
    assert_snapshot!(world.transcript(), @"
    anna: [Ja, boka]
    2026-03-02 12.00 → anna  Träff 2 med Bo är bokad: fredag 6 mars 2026 kl. 13.00.
    2026-03-02 12.00 → anna+bo  Anna har bokat en träff för er: fredag 6 mars 2026 kl. 13.00.
        <mentorskap-2.ics>
    ");
}

#[tokio::test]
async fn a_button_that_is_pressed_again_says_so() {
    let mut world = World::asked().await;
    world.presses("anna", "Vi har bokat").await;
    world.says("anna", "5/3 13.00").await;
    world.presses("anna", "Ja, boka").await;
    world.transcript();

    world.presses("anna", "Ja, boka").await;
    world.presses("anna", "Nej").await;
    world.presses("anna", "Vi har bokat").await;
    world.presses("anna", "Inte än").await;
    world.presses("bo", "Vi har bokat").await;

    assert_snapshot!(world.transcript(), @r"
    anna: [Ja, boka]
    2026-03-02 12.00 → anna  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    anna: [Nej]
    2026-03-02 12.00 → anna  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    anna: [Vi har bokat]
    2026-03-02 12.00 → anna  Er nästa träff är redan bokad: torsdag 5 mars 2026 kl. 13.00.
    anna: [Inte än]
    2026-03-02 12.00 → anna  Er nästa träff är redan bokad: torsdag 5 mars 2026 kl. 13.00.
    bo: [Vi har bokat]
    2026-03-02 12.00 → bo  Er nästa träff är redan bokad: torsdag 5 mars 2026 kl. 13.00.
    ");
    assert_eq!(world.number("select count(*) from meetings").await, 1);
}

#[tokio::test]
async fn reactions_and_what_cannot_be_read() {
    let mut world = World::asked().await;
    let asked = posted(&world, "anna").await;
    let react = |to: &str, symbol: &str| Said::Reaction {
        to: MessageRef(to.to_owned()),
        symbol: symbol.to_owned(),
    };
    world.transcript();
    // People also react for each other: what is no answer is passed over.
    for (who, to, symbol) in [
        ("anna", "message-nowhere", "👍"),
        ("anna", asked.as_str(), "🎉"),
        ("anna", asked.as_str(), "9️⃣"),
        ("bo", asked.as_str(), "1️⃣"),
        ("nobody", asked.as_str(), "1️⃣"),
    ] {
        world.hears(who, react(to, symbol)).await;
    }
    world.hears("anna", react(&asked, "2️⃣")).await;
    world.hears("grace", Said::Unreadable).await;
    assert_snapshot!(world.transcript(), @r"
    2026-03-02 12.00 → nobody  You aren't in a mentorship programme here yet. If you have a code from a programme leader, write `join CODE` to me in a direct message, never in a channel.
        Du är inte med i något mentorskapsprogram här än. Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    2026-03-02 12.00 → anna  Det är okej. Jag frågar inte igen före måndag 9 mars 2026.
    2026-03-02 12.00 → grace  I couldn't read your last message, because not all of it has reached me. Please send it again.
    ");
}

#[tokio::test]
async fn thumbs_mean_yes_and_no_whatever_the_order_of_the_buttons() {
    let mut world = World::asked().await;
    let react =
        |to: String, symbol: &str| Said::Reaction { to: MessageRef(to), symbol: symbol.to_owned() };
    world.says("anna", "boka 5/3 13.00").await;
    let echo = posted(&world, "anna").await;
    world.hears("anna", react(echo, "👍")).await;
    world.until("2026-03-06 12:00").await;
    world.transcript();

    // "No" is the third button there, and "Not yet, but we've booked" the second.
    let question = posted(&world, "anna").await;
    world.hears("anna", react(question, "👎")).await;
    // What has several answers, none of them yes or no, has no thumb.
    world.says("anna", "byt språk").await;
    world.says("leader", "programme create").await;
    let lengths = posted(&world, "leader").await;
    world.hears("leader", react(lengths, "👎")).await;
    assert_snapshot!(world.transcript(), @r"
    2026-03-06 12.00 → anna  Tack för svaret. Har du och Bo bokat en ny tid?
        Om ni har det kan du skriva dag och tid direkt, till exempel `torsdag kl. 13.30`.
        [Vi har bokat] [Inte än]
    anna: byt språk
    2026-03-06 12.00 → anna  Det saknas något. Skriv så här: `byt språk SPRÅK`
    leader: programme create
    2026-03-06 12.00 → leader  Hur länge ska programmet pågå? Du kan ändra allt i det senare.  [3 månader] [7 månader] [9 månader] [12 månader]
    ");
}

/// The id of the newest question in somebody's direct conversation.
async fn posted(world: &World, who: &str) -> String {
    let query = "select posted_as from outbox join places on places.id = posted_to
                  where question = 'open' and account = $1 order by outbox.id desc limit 1";
    sqlx::query_scalar(query).bind(who).fetch_one(&world.raw).await.unwrap()
}
