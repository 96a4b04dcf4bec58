//! Everybody gets every message once, whenever the bot is killed, however many are at work, and
//! however often it is told the same.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use insta::assert_snapshot;
use mentorskap::{
    clock::Clock as _,
    domain::{account::PlatformName, inbound::Said},
};

use crate::support::{Fate, Pretend, World, typed};

#[tokio::test]
async fn many_letters_that_are_put_off_together_leave_together() {
    let (mut world, _pretend) = World::troubled().await;
    for number in 1..=20 {
        world
            .says("leader", &format!("people add Person{number} Ek adept console:p{number}"))
            .await;
    }
    let pretend = Pretend::new(world.stage.clock.clone());
    let mut app = world.another(&pretend).await;
    app.side_by_side = 8;
    world.says("leader", "announce Nu börjar vi.").await;
    world.says("leader", "skicka").await;

    // All at once, side by side: each asks the database how much its receiver has had. A courier that
    // finds another at the same letter ends its turn, and what it left goes in the next.
    world.stage.clock.turn_to(world.at("2026-03-03 16:00"));
    for _ in 0..3 {
        app.turn().await.unwrap();
    }

    assert_eq!(pretend.seen().lines().count(), 24);
}

#[tokio::test]
async fn two_couriers_never_take_one_letter_twice() {
    let (world, pretend) = World::troubled().await;
    let (mut one, mut other) = (world.another(&pretend).await, world.another(&pretend).await);
    (one.side_by_side, other.side_by_side) = (3, 3);
    for round in 0..8 {
        for who in ["anna", "bo", "grace", "ada", "leader"] {
            let inbound = world.inbound(&format!("t:{round}{who}"), who, typed("status"));
            one.respond(&inbound).await.unwrap();
        }
    }

    let (first, second) = tokio::join!(one.deliver_due(), other.deliver_due());
    first.unwrap();
    second.unwrap();
    // Whoever comes too late for a letter has done their turn, and the rest is for the next ones.
    for _ in 0..40 {
        if pretend.keys().len() >= 40 {
            break;
        }
        one.deliver_due().await.unwrap();
    }
    one.deliver_due().await.unwrap();

    let mut keys = pretend.keys();
    assert_eq!(keys.len(), 40);
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 40, "a letter was handed over twice");
}

#[tokio::test]
async fn what_is_delivered_twice_acts_once() {
    let (world, pretend) = World::troubled().await;
    let app = &world.stage.app;
    let pair = world.number("select id from pairs where number = 1").await;
    let press = world.inbound("c:1", "anna", Said::Press { token: format!("1:booked:{pair}") });

    let (first, second) = tokio::join!(app.respond(&press), app.respond(&press));
    first.unwrap();
    second.unwrap();
    app.respond(&press).await.unwrap();
    app.turn().await.unwrap();

    assert_snapshot!(pretend.seen(), @r"
    → anna  Vad bra! När ska du och Bo träffas?
    → anna+bo  Anna säger att er nästa träff är bokad.
    ");
    assert_eq!(world.number("select count(*) from meetings").await, 1);
}

#[tokio::test]
async fn what_could_not_be_stored_is_heard_again() {
    let (world, pretend) = World::troubled().await;
    let app = &world.stage.app;
    let inbound = world.inbound("c:2", "anna", typed("boka 5/3 13.00"));
    let rename = |from: &str, to: &str| {
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!("alter table {from} rename to {to}")))
            .execute(&world.raw)
    };

    rename("drafts", "drafts_away").await.unwrap();
    app.respond(&inbound).await.unwrap_err();
    rename("drafts_away", "drafts").await.unwrap();
    assert!(!app.store.has_heard(&inbound.key).await.unwrap());
    app.respond(&inbound).await.unwrap();
    app.turn().await.unwrap();

    assert_snapshot!(pretend.seen(), @r"
    → anna  Du och Bo ses torsdag 5 mars 2026 kl. 13.00.
    ");
}

#[tokio::test]
async fn a_process_that_is_killed_while_it_posts_shows_everything_once() {
    for fate in [Fate::Hangs, Fate::HangsAfterShowing] {
        let (mut world, pretend) = World::troubled().await;
        let inbound = world.inbound("c:3", "anna", typed("mina träffar"));
        world.stage.app.respond(&inbound).await.unwrap();
        pretend.then("anna", &[fate]);

        tokio::select! {
            _ = world.stage.app.turn() => panic!("it came back"),
            () = pretend.hangs.notified() => {}
        }
        world.stage.app = world.another(&pretend).await;
        let now = world.stage.clock.now();
        assert_eq!(world.stage.app.store.reclaim(now, true).await.unwrap(), 1, "{fate:?}");
        world.stage.app.turn().await.unwrap();

        assert_eq!(pretend.seen().lines().count(), 1, "{fate:?}");
    }
}

#[tokio::test]
async fn a_process_that_is_killed_at_any_await_says_everything_once() {
    let (mut world, pretend) = World::troubled().await;
    let mut kills = 0;
    for polls in 0.. {
        let inbound = world.inbound(&format!("k:{polls}"), "anna", typed("boka 5/3 13.00"));
        // Its connections end with a process, so each that is killed has its own.
        let app = world.another(&pretend).await;
        let heard = Killed::after(polls, app.respond(&inbound)).await;
        app.store.close().await;
        // The platform says it again, because it was never told that it was heard.
        world.stage.app.respond(&inbound).await.unwrap();

        let app = world.another(&pretend).await;
        let turned = Killed::after(polls, app.turn()).await;
        app.store.close().await;
        let now = world.stage.clock.now();
        world.stage.app.store.reclaim(now, true).await.unwrap();
        world.stage.app.turn().await.unwrap();

        let mut seen = pretend.seen();
        if seen.is_empty() {
            // What the dead process had told the server came through late: its lease has to end.
            world.pass(130).await;
            seen = pretend.seen();
        }
        assert_eq!(seen.lines().count(), 1, "killed after {polls} polls");
        if heard.is_some() && turned.is_some() {
            break;
        }
        kills += 1;
    }
    assert!(kills > 10, "only {kills} awaits were tried");
    world.transcript();
}

#[tokio::test]
async fn a_month_of_kills_looks_like_a_month_without() {
    let month = async |kills: bool| {
        let mut world = World::started().await;
        let pretend = Pretend::new(world.stage.clock.clone());
        world.stage.app.platforms.insert(PlatformName::Console, pretend.clone());
        let (mut polls, end) = (0, world.at("2026-03-24 12:00"));
        while let Some(due) =
            world.stage.app.store.next_due().await.unwrap().filter(|at| *at <= end)
        {
            world.stage.clock.turn_to(due);
            if kills {
                polls = (polls + 7) % 61;
                let app = world.another(&pretend).await;
                Killed::after(polls, app.turn()).await;
                app.store.close().await;
                world.stage.app.store.reclaim(due, true).await.unwrap();
            }
            world.until_now().await;
        }
        let seen = pretend.seen();
        let mut seen: Vec<_> = seen.lines().map(str::to_owned).collect();
        seen.sort();
        seen
    };

    let whole = month(false).await;
    assert_eq!(whole.len(), 16);
    assert_eq!(month(true).await, whole);
}

/// Something that ends in the middle of what it does.
struct Killed<F> {
    polls: usize,
    future: F,
}

impl<F: Future> Killed<Pin<Box<F>>> {
    fn after(polls: usize, future: F) -> Self {
        Self { polls, future: Box::pin(future) }
    }
}

impl<F: Future + Unpin> Future for Killed<F> {
    /// None if it was killed.
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(left) = self.polls.checked_sub(1) else { return Poll::Ready(None) };
        self.polls = left;
        Pin::new(&mut self.future).poll(context).map(Some)
    }
}
