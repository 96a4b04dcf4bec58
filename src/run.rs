//! Starts the bot, keeps it going, and ends it in order. The only place that starts tasks.

mod platforms;
mod terminal;

use std::{io::IsTerminal as _, path::Path, pin::pin, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tokio::{task::JoinSet, time::Instant};
use tracing::{error, info, warn};
use tracing_subscriber::{EnvFilter, Layer as _, filter::filter_fn, layer::SubscriberExt as _};

use crate::{
    app::{App, AppError},
    chance::{Chance as _, SystemChance},
    cli::{Failure, wait_for},
    clock::{Clock as _, SystemClock},
    config::{self, Config},
    feed::{self, Reach},
    l10n::Words,
    platform::{Ear, Installation, Platform, PlatformError},
    seal::Seal,
    store::{Claim, Store},
};

/// How long the bot sleeps at most, should nothing be due: whatever another process stores is
/// seen by then.
const LONGEST_SLEEP: Duration = Duration::from_secs(15);

/// How often it is looked whether a calendar is due. Whoever gives an address waits so long for what
/// comes of it.
const BETWEEN_CALENDARS: Duration = Duration::from_secs(5);

/// How long a broken platform is left alone, at first and at most.
const REST: Duration = Duration::from_secs(2);
const LONGEST_REST: Duration = Duration::from_mins(2);

/// The bot, on the platforms that the configuration names, until it is told to stop.
pub fn run(path: Option<&Path>) -> Result<(), Failure> {
    let config = config::load(path, std::env::vars()).map_err(|faults| Failure::Call {
        cure: format!("{} to mend before the bot can start.", faults.len()),
        what: faults.iter().map(ToString::to_string).collect(),
    })?;
    log();
    wait_for(start(config))
}

/// Writes what happens to standard error: what this program says of itself, and nothing that its
/// libraries say. Those print ids, keys and whole messages, some even as warnings.
fn log() {
    let wanted = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let ours = filter_fn(|event| event.target().starts_with("mentorskap"));
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .with_filter(ours);
    let subscriber = tracing_subscriber::registry().with(wanted).with(lines);
    // A second subscriber in one process is refused: then the first one goes on.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

async fn start(config: Config) -> Result<(), Failure> {
    let words = Words::load(config.locales_dir.as_deref())
        .map_err(|error| Failure::words(&error, "Mend the file, or take it out of locales_dir."))?;
    let address = config.database.reveal();
    let store = Store::open(address).await.map_err(|error| Failure::store(&error))?;
    let claim = store.claim(address).await.map_err(|error| Failure::store(&error))?;
    let mut app = build(&config, store, words).await?;
    let platforms = platforms::connect(&config, &app).await?;
    for platform in &platforms {
        app.platforms.insert(platform.name(), platform.clone());
    }
    let app = Arc::new(app);
    // Nobody else is at work: what was on its way when the last process ended is ours.
    app.store.reclaim(app.clock.now(), true).await.map_err(|error| Failure::store(&error))?;
    let ended = keep_going(&app, &platforms, claim).await;
    app.store.close().await;
    ended
}

async fn build(config: &Config, store: Store, words: Words) -> Result<App, Failure> {
    let proposed = match &config.installation {
        Some(name) => name.as_str().to_owned(),
        None => SystemChance.code(5).to_lowercase(),
    };
    let kept = store.installation(&proposed, SystemClock.now()).await;
    let kept = kept.map_err(|error| Failure::store(&error))?;
    if config.installation.is_some() && kept != proposed {
        warn!(
            "the database keeps another installation name than the configuration; its own is used"
        );
    }
    let installation = Installation::new(&kept).map_err(|error| {
        Failure::work(format!("the database keeps a wrong name: {error}"), "Restore a backup.")
    })?;
    let mut app =
        App::new(installation, store, Arc::new(SystemClock), Arc::new(SystemChance), words);
    app.organisers.clone_from(&config.leaders);
    // It was looked at when the configuration was read.
    app.seal = config.notes_key.as_ref().and_then(|key| Seal::new(key.reveal()).ok());
    app.reader = feed::reader(Reach::Internet);
    Ok(app)
}

/// Listens, ticks and delivers until somebody says stop or a platform can't go on.
async fn keep_going(
    app: &Arc<App>,
    platforms: &[Arc<dyn Platform>],
    claim: Claim,
) -> Result<(), Failure> {
    let mut tasks = JoinSet::new();
    for platform in platforms {
        tasks.spawn(listen(app.clone(), platform.clone()));
    }
    tasks.spawn(turn_for_ever(app.clone()));
    tasks.spawn(read_for_ever(app.clone()));
    tasks.spawn(hold(claim));
    info!(platforms = platforms.len(), "ready");
    let ended = tokio::select! {
        () = told_to_stop() => Ok(()),
        Some(ended) = tasks.join_next() => match ended {
            Ok(ended) => ended,
            Err(error) => Err(Failure::work(error, "Start the bot again.")),
        },
    };
    info!("stopping");
    for platform in platforms {
        platform.shut_down().await;
    }
    // What is under way gets a moment to end; what doesn't is taken up at the next start.
    let rest = async { while tasks.join_next().await.is_some() {} };
    let _ = tokio::time::timeout(Duration::from_millis(200), rest).await;
    tasks.shutdown().await;
    ended
}

async fn listen(app: Arc<App>, platform: Arc<dyn Platform>) -> Result<(), Failure> {
    let mut rest = REST;
    loop {
        let ear: &dyn Ear = app.as_ref();
        let begun = Instant::now();
        match platform.listen(ear).await {
            Ok(()) => return Ok(()),
            Err(error @ PlatformError::Setup { .. }) => return Err(Failure::work(error, "")),
            Err(PlatformError::Broken(error)) => {
                // What ended it may be quoted from the server, words and all: it isn't logged.
                drop(error);
                error!(platform = %platform.name(), "the connection ended; it is tried again");
                rest = rest_after(begun.elapsed(), rest);
                tokio::time::sleep(rest).await;
                rest *= 2;
            }
        }
    }
}

/// How long a platform is left alone after a connection that lasted so long, if it would be its turn
/// to rest like that. One that went well for a while broke for another reason than those before.
fn rest_after(lasted: Duration, rest: Duration) -> Duration {
    if lasted > LONGEST_REST { REST } else { rest.min(LONGEST_REST) }
}

/// Holds the database for this process. A claim that was lost may be another process's by now.
async fn hold(mut claim: Claim) -> Result<(), Failure> {
    loop {
        tokio::time::sleep(LONGEST_SLEEP).await;
        if claim.check().await.is_err() {
            return Err(Failure::work(
                "The connection that kept the database for this bot is lost.",
                "Start the bot again.",
            ));
        }
    }
}

/// Does what is due, and keeps couriers on their way, until the next thing is due or something is
/// promised. Each courier is by itself: one that waits for its platform keeps no other waiting.
async fn turn_for_ever(app: Arc<App>) -> Result<(), Failure> {
    let mut couriers = JoinSet::new();
    loop {
        let ticked = app.tick().await;
        while couriers.len() < usize::from(app.side_by_side) {
            let app = app.clone();
            couriers.spawn(async move { app.carry().await });
        }
        let next = app.store.next_due().await.map_err(AppError::from);
        let wait = match ticked.and(next) {
            Ok(next) => until(next, app.clock.now()),
            Err(error) => {
                error!(%error, "what is due could not be done; it is tried again");
                REST
            }
        };
        let mut asleep = pin!(tokio::time::timeout(wait, app.wake.notified()));
        loop {
            tokio::select! {
                _ = &mut asleep => break,
                Some(back) = couriers.join_next() => match back {
                    Ok(Ok(0)) => {}
                    Ok(Ok(_)) => break,
                    Ok(Err(error)) => {
                        error!(%error, "a letter could not be carried; it is tried again");
                        tokio::time::sleep(REST).await;
                        break;
                    }
                    Err(error) => return Err(Failure::work(error, "Start the bot again.")),
                },
            }
        }
    }
}

/// Reads people's own calendars as they are due: beside everything else, since others may take their
/// time to answer.
async fn read_for_ever(app: Arc<App>) -> Result<(), Failure> {
    loop {
        match app.read_own_calendar().await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(BETWEEN_CALENDARS).await,
            Err(error) => {
                error!(%error, "a calendar could not be read; it is tried again");
                tokio::time::sleep(LONGEST_REST).await;
            }
        }
    }
}

/// How long to sleep until then.
fn until(next: Option<Timestamp>, now: Timestamp) -> Duration {
    let wait = next.map_or(SignedDuration::MAX, |next| now.duration_until(next));
    let wait = wait.max(SignedDuration::from_millis(50));
    Duration::try_from(wait).unwrap_or(LONGEST_SLEEP).min(LONGEST_SLEEP)
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupted = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
        }
        Err(error) => {
            warn!(%error, "only Ctrl-C ends the bot here");
            let _ = interrupted.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rests_grow_until_a_connection_has_lasted() {
        let (short, long) = (Duration::from_secs(1), LONGEST_REST + Duration::from_secs(1));
        let mut rest = REST;
        for seconds in [2, 4, 8, 16, 32, 64, 120, 120] {
            rest = rest_after(short, rest);
            assert_eq!(rest, Duration::from_secs(seconds));
            rest *= 2;
        }
        assert_eq!(rest_after(LONGEST_REST, rest), LONGEST_REST);
        assert_eq!(rest_after(long, rest), REST);
    }
}
