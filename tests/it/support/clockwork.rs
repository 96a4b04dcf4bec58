//! The bot without its platform, and its clock.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use mentorskap::{
    app::App,
    chance::Counting,
    clock::{Clock, HandTurned},
    domain::inbound::InboundKey,
    l10n::Words,
    platform::Installation,
    store::Store,
};

/// When the stories begin: on Monday 2 March 2026 at eight in Stockholm.
pub fn beginning() -> Arc<HandTurned> {
    Arc::new(HandTurned::at(moment("2026-03-02T08:00")))
}

/// A moment in Stockholm.
pub fn moment(local: &str) -> Timestamp {
    let zone = TimeZone::get("Europe/Stockholm").unwrap();
    zone.to_timestamp(local.parse::<DateTime>().unwrap()).unwrap()
}

/// The bot without a platform.
pub async fn app_on(database: &str, clock: Arc<dyn Clock>) -> App {
    let store = Store::open(database).await.unwrap();
    let words = Words::load(None).unwrap();
    let name = Installation::new("demo").unwrap();
    App::new(name, store, clock, Arc::new(Counting::default()), words)
}

/// Time passes until then: whatever becomes due is done when it is.
pub async fn pass_until(app: &App, clock: &HandTurned, then: Timestamp) {
    settle(app, clock).await;
    while let Some(due) = app.store.next_due().await.unwrap().filter(|due| *due <= then) {
        let next = due.max(clock.now() + SignedDuration::from_secs(1));
        if next > then {
            break;
        }
        clock.turn_to(next);
        settle(app, clock).await;
    }
    clock.turn_to(then);
    settle(app, clock).await;
}

/// Does what is due, and waits as long as the platform asks for.
pub async fn settle(app: &App, clock: &HandTurned) {
    // One turn carries so many letters to a person, and no more.
    app.turn().await.unwrap();
    for _ in 0..100 {
        let next = app.turn().await.unwrap();
        let now = clock.now();
        let soon = |due: &Timestamp| *due > now && *due <= now + SignedDuration::from_secs(10);
        let Some(due) = next.filter(soon) else { return };
        let wait = Duration::try_from(now.duration_until(due)).unwrap();
        tokio::time::sleep(wait).await;
        clock.turn_to(due);
    }
    panic!("what is due is put off again and again");
}

/// The bot has taken in what was said.
pub async fn heard(app: &App, key: &str) {
    let key = InboundKey(key.to_owned());
    for _ in 0..450 {
        if app.store.has_heard(&key).await.unwrap() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the bot has not heard {}", key.0);
}
