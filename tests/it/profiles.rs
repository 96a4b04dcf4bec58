//! What a platform tells of whoever speaks: their name and their language.

use mentorskap::domain::{
    account::{Account, PlatformName},
    inbound::{Inbound, Profile, Said},
    locale::Locale,
};

use crate::support::{World, typed};

fn shown(name: Option<&str>, locale: Option<&str>) -> Profile {
    Profile { name: name.map(str::to_owned), locale: locale.map(Locale::new) }
}

/// What the bot says to `who` when they say that.
async fn says(world: &mut World, key: &str, who: &str, said: Said, profile: Profile) -> String {
    let inbound = Inbound { profile, ..world.inbound(key, who, said) };
    world.stage.app.respond(&inbound).await.unwrap();
    world.stage.turn().await.unwrap().join("\n")
}

fn account(address: &str) -> Account {
    Account { platform: PlatformName::Console, address: address.to_owned() }
}

#[tokio::test]
async fn whoever_makes_a_programme_has_the_name_and_the_language_that_they_have_there() {
    let mut world = World::asked().await;
    world.stage.app.organisers.push(account("157"));
    let profile = shown(Some("Lena Ahl"), Some("sv-SE"));
    let seen = says(&mut world, "1", "157", typed("programme create"), profile).await;
    assert!(seen.contains("Hur länge"), "{seen}");
    assert_eq!(world.number("select count(*) from people where name = 'Lena Ahl'").await, 1);
}

#[tokio::test]
async fn a_name_made_of_an_account_gives_way_and_one_that_was_given_stays() {
    let mut world = World::asked().await;
    world.says("leader", "lägg till programledare console:157").await;
    let profile = || shown(Some("Lena Ahl"), None);
    says(&mut world, "1", "157", typed("status"), profile()).await;
    says(&mut world, "2", "anna", typed("status"), profile()).await;
    world.transcript();
    world.says("leader", "deltagare").await;
    let seen = world.transcript();
    assert!(seen.contains("Lena Ahl, programledare"), "{seen}");
    assert!(seen.contains("Anna Ek"), "{seen}");
}

#[tokio::test]
async fn nobody_is_spoken_to_in_another_language_than_the_one_that_was_said_to_be_theirs() {
    let mut world = World::asked().await;
    world.says("leader", "lägg till deltagare Ada Moore, adept console:ada").await;
    let english = || shown(None, Some("en-GB"));
    // The programme's language serves until the platform tells another.
    world.says("ada", "status").await;
    let seen = says(&mut world, "1", "ada", typed("settings"), english()).await;
    assert!(seen.contains("Your settings"), "{seen}");
    // In none of ours there is nothing to be said.
    let finnish = shown(None, Some("fi"));
    let seen = says(&mut world, "2", "ada", typed("settings"), finnish).await;
    assert!(seen.contains("Your settings"), "{seen}");
    world.says("ada", "byt språk svenska").await;
    let seen = says(&mut world, "3", "ada", typed("settings"), english()).await;
    assert!(seen.contains("Dina inställningar"), "{seen}");
}

#[tokio::test]
async fn a_stranger_is_answered_in_the_language_that_they_read_or_write() {
    let mut world = World::asked().await;
    let nothing = Profile::default;
    let both = says(&mut world, "1", "x", typed("xyzzy"), nothing()).await;
    let swedish = says(&mut world, "2", "y", typed("hjälp"), nothing()).await;
    // Many read their apps in English, and copy English commands from a guide.
    let also = says(&mut world, "3", "z", typed("hjälp"), shown(None, Some("en-GB"))).await;
    let copied = says(&mut world, "4", "w", typed("help"), shown(None, Some("sv-SE"))).await;
    let english = says(&mut world, "5", "v", typed("xyzzy"), shown(None, Some("en-GB"))).await;
    let is_in = |seen: &str| (seen.contains("gå med"), seen.contains("join"));
    assert_eq!(is_in(&both), (true, true), "{both}");
    for swedish in [swedish, also, copied] {
        assert_eq!(is_in(&swedish), (true, false), "{swedish}");
    }
    assert_eq!(is_in(&english), (false, true), "{english}");
}
