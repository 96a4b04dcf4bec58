//! One-time codes: guessed, used twice, too old, somebody else's.

use insta::assert_snapshot;
use jiff::SignedDuration;
use mentorskap::clock::Clock as _;

use crate::support::World;

#[tokio::test]
async fn codes_can_be_guessed_five_times_an_hour() {
    let mut world = World::new().await;
    world.says("leader", "people add Eva Ek adept").await;
    let code = invited(&mut world).await;
    world.transcript();
    for _ in 0..5 {
        world.says("eva", "join AAAA-AAAA-AA").await;
    }
    world.says("eva", &format!("join {code}")).await;
    world.stage.clock.turn_to(world.stage.clock.now() + SignedDuration::from_mins(61));
    world.says("eva", &format!("join {}", code.to_lowercase())).await;

    let transcript = world.transcript().replace(&code, "CODE");
    assert_snapshot!(transcript.replace(&code.to_lowercase(), "code"), @r"
    eva: join AAAA-AAAA-AA
    2026-03-02 08.00 → eva  That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
    eva: join AAAA-AAAA-AA
    2026-03-02 08.00 → eva  That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
    eva: join AAAA-AAAA-AA
    2026-03-02 08.00 → eva  That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
    eva: join AAAA-AAAA-AA
    2026-03-02 08.00 → eva  That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
    eva: join AAAA-AAAA-AA
    2026-03-02 08.00 → eva  That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
    eva: join CODE
    2026-03-02 08.00 → eva  There have been too many attempts. Please wait a while and try again, or ask your programme leader for help.
    eva: join code
    2026-03-02 09.01 → eva  Välkommen, Eva! Nu är du med i Nya ledare. Skriv `hjälp` för att se vad jag kan göra.
    ");
}

#[tokio::test]
async fn a_code_works_once() {
    let mut world = World::new().await;
    world.says("leader", "people add Eva Ek adept").await;
    let old = invited(&mut world).await;
    let code = invited(&mut world).await;

    // A new code is made each time, and the earlier one is of no use.
    world.says("eva", &format!("join {old}")).await;
    world.says("eva", &format!("join {old}")).await;
    world.says("anna", &format!("join {old}")).await;
    world.says("eva", &format!("gå med {code}")).await;
    world.says("someone", &format!("join {code}")).await;
    world.says("eva", &format!("join {code}")).await;
    world.says("anna", "gå med").await;

    assert_snapshot!(world.transcript().replace(&old, "OLD").replace(&code, "CODE"), @r"
    eva: join OLD
    2026-03-02 08.00 → eva  Välkommen, Eva! Nu är du med i Nya ledare. Skriv `hjälp` för att se vad jag kan göra.
    eva: join OLD
    2026-03-02 08.00 → eva  Det här kontot är redan med i Nya ledare, så du behöver inte koden.
    anna: join OLD
    2026-03-02 08.00 → anna  Den koden fungerar inte. Kontrollera att du har skrivit den rätt, eller be din programledare om en ny.
    eva: gå med CODE
    2026-03-02 08.00 → eva  Den koden fungerar inte. Kontrollera att du har skrivit den rätt, eller be din programledare om en ny.
    someone: join CODE
    2026-03-02 08.00 → someone  That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
    eva: join CODE
    2026-03-02 08.00 → eva  Den koden fungerar inte. Kontrollera att du har skrivit den rätt, eller be din programledare om en ny.
    anna: gå med
    2026-03-02 08.00 → anna  Det saknas något. Skriv så här: `gå med KOD`
    ");
    assert_eq!(world.number("select count(*) from accounts where address = 'eva'").await, 1);
}

#[tokio::test]
async fn a_code_does_not_work_for_ever() {
    let mut world = World::new().await;
    world.says("leader", "people add Eva Ek adept").await;
    let late = invited(&mut world).await;
    world.stage.clock.turn_to(world.at("2026-04-02 08:00"));

    world.says("eva", &format!("join {late}")).await;

    assert!(world.transcript().contains("That code doesn't work."));
    assert_eq!(world.number("select count(*) from accounts where address = 'eva'").await, 0);
}

#[tokio::test]
async fn a_code_for_somebody_else_does_not_make_one_person_of_two() {
    let mut world = World::new().await;
    world.says("leader", "people add Eva Ek adept").await;
    let code = invited(&mut world).await;

    // Anna is an adept in the same programme already.
    world.says("anna", &format!("gå med {code}")).await;
    // So the code is still there for the one whose it is.
    world.says("eva", &format!("gå med {code}")).await;

    assert_snapshot!(world.transcript().replace(&code, "CODE"), @r"
    anna: gå med CODE
    2026-03-02 08.00 → anna  Det här kontot är redan med i Nya ledare, så du behöver inte koden.
    eva: gå med CODE
    2026-03-02 08.00 → eva  Välkommen, Eva! Nu är du med i Nya ledare. Skriv `hjälp` för att se vad jag kan göra.
    ");
}

/// The first code that the leader gets.
async fn invited(world: &mut World) -> String {
    world.transcript();
    world.says("leader", "people invite").await;
    let transcript = world.transcript();
    let (_, rest) = transcript.split_once("gå med ").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

#[tokio::test]
async fn a_code_is_good_only_while_nobody_has_come() {
    let mut world = World::started().await;
    world.sends("leader", "p.csv", b"id,name,role\nvic,Victor Lind,mentor\n").await;
    world.says("leader", "people invite").await;
    let letters = world.transcript();
    let code = letters.split("gå med ").nth(1).unwrap().split_whitespace().next().unwrap();
    // The account comes by another way.
    world
        .sends("leader", "p.csv", b"id,name,role,account\nvic,Victor Lind,mentor,console:vic\n")
        .await;
    world.says("vic", "status").await;
    world.transcript();

    world.says("eve", &format!("join {code}")).await;
    world.says("anna", &format!("join {code}")).await;
    assert_snapshot!(world.transcript().replace(code, "CODE"), @r"
    eve: join CODE
    2026-03-02 08.59 → eve  That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
    anna: join CODE
    2026-03-02 08.59 → anna  Den koden fungerar inte. Kontrollera att du har skrivit den rätt, eller be din programledare om en ny.
    ");
    assert_eq!(
        world
            .number(
                "select count(*) from accounts where person_id = (
        select id from people where name = 'Victor Lind')"
            )
            .await,
        1
    );
}

#[tokio::test]
async fn nobody_becomes_the_other_half_of_their_own_pair() {
    let mut world = World::started().await;
    world.says("leader", "people add Vera Lind mentor").await;
    world.says("leader", "people invite").await;
    let letters = world.transcript();
    let code = letters.split("gå med ").nth(1).unwrap().split_whitespace().next().unwrap();
    world.says("anna", &format!("join {code}")).await;
    assert_eq!(world.number("select count(*) from people where name = 'Vera Lind'").await, 1);
    // Another round of letters leaves the codes good that are on their way.
    world.says("leader", "people add Nils Lind mentor").await;
    world.says("leader", "people invite").await;
    world.transcript();
    world.says("vera", &format!("join {code}")).await;
    let seen = world.transcript();
    assert!(seen.contains("Välkommen, Vera!"), "{seen}");
}
