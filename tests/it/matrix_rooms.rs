//! Rooms that are no longer what they were: the bot put out of one, a person gone from one, one
//! that was given up for another.

use std::{collections::BTreeMap, time::Duration};

use matrix_sdk::{
    Room,
    ruma::{UserId, api::client::room::create_room, events::room::member::MembershipState},
};

use crate::{
    matrix_stories::asked,
    support::{
        matrix::{ask, eventually, homeserver},
        play::{Actor, Play},
        story::{PAIR, Told as _},
        world::PROGRAMME,
    },
};

/// Somebody's own view of their conversation with the bot.
async fn conversation(play: &Play, who: &str) -> Room {
    let Actor::Sdk(person) = &play.people[who] else { panic!("{who} has another client") };
    let id = play.direct(who).await.unwrap();
    person.client.joined_rooms().into_iter().find(|room| *room.room_id() == *id).unwrap()
}

/// Waits until somebody has read a message with those words, and says in which room.
async fn read(play: &Play, who: &str, words: &str) -> String {
    let found = || play.people[who].messages().into_iter().find(|seen| seen.body.contains(words));
    eventually("the letter", || found().is_some()).await;
    found().unwrap().room
}

/// As the program does: the bot listens, and the news of what happened to a room comes in time.
async fn a_moment() {
    tokio::time::sleep(Duration::from_secs(2)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_was_put_out_of_a_conversation_opens_another() {
    let Some(server) = homeserver() else { return };
    let mut people = BTreeMap::new();
    for name in ["leader", "anna", "bo"] {
        people.insert(name.to_owned(), Actor::sdk(&server, name).await);
    }
    let mut play = Play::open(&server, PROGRAMME, PAIR, people).await;
    // In a room of this kind the bot is nobody special.
    let Actor::Sdk(leader) = &play.people["leader"] else { panic!("the SDK's client") };
    let mut request = create_room::v3::Request::new();
    request.invite = vec![UserId::parse(&play.bot_id).unwrap()];
    request.is_direct = true;
    let old = leader.client.create_room(request).await.unwrap();
    let id = old.room_id().to_string();
    let said = play.people["leader"].say(&id, "nytt mentorpar bo anna").await;
    play.heard(&said).await;
    play.settle().await;
    assert_eq!(play.direct("leader").await, Some(id.clone()));
    play.says("leader", "starta program").await;
    play.until("2026-03-02 12:00").await;

    old.kick_user(&UserId::parse(&play.bot_id).unwrap(), None).await.unwrap();
    a_moment().await;
    play.until("2026-03-23 12:00").await;
    let new = read(&play, "leader", "har ingen träff bokad").await;
    assert_ne!(new, id);
    assert_eq!(play.direct("leader").await, Some(new));
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_private_is_not_said_where_somebody_else_has_come_in() {
    let Some(server) = homeserver() else { return };
    let mut people = BTreeMap::new();
    for name in ["leader", "anna", "bo"] {
        people.insert(name.to_owned(), Actor::sdk(&server, name).await);
    }
    let mut play = Play::open(&server, PROGRAMME, PAIR, people).await;
    let Actor::Sdk(leader) = &play.people["leader"] else { panic!("the SDK's client") };
    let old = leader.client.create_dm(&UserId::parse(&play.bot_id).unwrap()).await.unwrap();
    eventually("encryption", || old.encryption_state().is_encrypted()).await;
    let id = old.room_id().to_string();
    let said = play.people["leader"].say(&id, "nytt mentorpar bo anna").await;
    play.heard(&said).await;
    play.settle().await;
    play.says("leader", "starta program").await;
    let Actor::Sdk(bo) = &play.people["bo"] else { panic!("the SDK's client") };
    old.invite_user_by_id(&UserId::parse(&bo.id).unwrap()).await.unwrap();
    eventually("Bo", || bo.client.get_room(old.room_id()).is_some()).await;
    a_moment().await;

    play.until("2026-03-23 12:00").await;
    let new = read(&play, "leader", "har ingen träff bokad").await;
    assert_ne!(new, id);
    let overheard = play.people["bo"].messages();
    assert!(overheard.iter().all(|seen| !seen.body.contains("har ingen träff bokad")));
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_that_was_given_up_for_another_is_written_to_no_more() {
    let Some(mut play) = asked(PAIR).await else { return };
    let Some((url, _)) = homeserver() else { return };
    let old = conversation(&play, "leader").await;
    let Actor::Sdk(leader) = &play.people["leader"] else { panic!("the SDK's client") };
    let upgrade = matrix_sdk::reqwest::Client::new()
        .post(format!("{url}/_matrix/client/v3/rooms/{}/upgrade", old.room_id()))
        .bearer_auth(leader.client.access_token().unwrap())
        .body(r#"{"new_version": "10"}"#);
    assert!(ask(upgrade).await["replacement_room"].is_string());
    a_moment().await;
    play.until("2026-03-23 12:00").await;
    let new = read(&play, "leader", "har ingen träff bokad").await;
    assert_ne!(new, old.room_id().as_str());
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leader_hears_of_somebody_who_has_left_the_conversation() {
    let Some(mut play) = asked(PAIR).await else { return };
    let his = conversation(&play, "bo").await;
    his.leave().await.unwrap();
    a_moment().await;
    play.until("2026-03-09 12:00").await;
    read(&play, "leader", "Jag når inte Bo Berg").await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_to_a_pair_of_whom_one_has_left_reaches_the_other() {
    let Some(mut play) = asked(PAIR).await else { return };
    let id = play.room_of_pair(1).await;
    let Actor::Sdk(bo) = &play.people["bo"] else { panic!("the SDK's client") };
    let his = bo.client.joined_rooms().into_iter().find(|room| *room.room_id() == *id).unwrap();
    his.leave().await.unwrap();
    a_moment().await;
    let member = his.get_member(&UserId::parse(&bo.id).unwrap()).await.unwrap().unwrap();
    assert_eq!(*member.membership(), MembershipState::Leave);
    play.people["anna"].say(&id, "!mentor status").await;
    play.until("2026-03-02 13:00").await;
    let last = play.people["anna"].say(&id, "!mentor status").await;
    play.heard(&last).await;
    play.settle().await;
    eventually("her status", || {
        play.people["anna"]
            .messages()
            .iter()
            .any(|seen| seen.room == id && seen.body.contains("Bo"))
    })
    .await;
    play.end().await;
}
