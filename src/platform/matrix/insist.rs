//! Trying again: until the ear takes it, until the homeserver answers, or until the bot stops.

use std::{future::Future, time::Duration};

use matrix_sdk::Error;
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};
use tracing::warn;

use super::{
    listen::Listener,
    refusal::{self, Meaning},
    session,
};
use crate::{
    domain::inbound::{Inbound, InboundKey},
    platform::PlatformError,
};

pub(super) const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// How often something is tried whose failure is not the homeserver's, and how long one try for a
/// file may take.
const TRIES: u32 = 5;
const LONGEST_TRY: Duration = Duration::from_mins(1);

/// Why listening ended.
pub(super) enum Halt {
    /// It was asked to.
    Stopped,
    /// It can't go on.
    Failed(PlatformError),
}

impl Listener<'_> {
    /// Offers it until it is taken.
    pub(super) async fn tell(&mut self, inbound: Inbound) -> Result<(), Halt> {
        let mut pause = SHORTEST_PAUSE;
        while let Err(error) = self.ear.hear(inbound.clone()).await {
            warn!(inbound.key = %inbound.key.0, %error, "what was said will be said again");
            self.rest(&mut pause).await?;
        }
        Ok(())
    }

    pub(super) async fn has_heard(&mut self, key: &InboundKey) -> Result<bool, Halt> {
        let mut pause = SHORTEST_PAUSE;
        loop {
            match self.ear.has_heard(key).await {
                Ok(heard) => return Ok(heard),
                Err(error) => {
                    warn!(inbound.key = %key.0, %error, "the inbox can't be read yet");
                    self.rest(&mut pause).await?;
                }
            }
        }
    }

    /// Asks a few times. None if nothing comes of it: what one person attached, or where it lies,
    /// must not keep the others waiting.
    pub(super) async fn try_for<T, F: Future<Output = Result<T, Error>>>(
        &mut self,
        ask: impl Fn() -> F,
    ) -> Result<Option<T>, Halt> {
        let mut pause = SHORTEST_PAUSE;
        for _ in 0..TRIES {
            let answer = tokio::select! {
                () = stopped(self.stop.clone()) => return Err(Halt::Stopped),
                answer = timeout(LONGEST_TRY, ask()) => answer,
            };
            match answer {
                Ok(Ok(answer)) => return Ok(Some(answer)),
                Ok(Err(error)) if is_final(&error) || refusal::http(&error).is_none() => break,
                Ok(Err(_)) | Err(_) => self.rest(&mut pause).await?,
            }
        }
        Ok(None)
    }

    /// Asks the homeserver until it answers. None if it refuses for good, or if the SDK itself
    /// can't make anything of the answer.
    pub(super) async fn insist<T, F: Future<Output = Result<T, Error>>>(
        &mut self,
        ask: impl Fn() -> F,
    ) -> Result<Option<T>, Halt> {
        let mut pause = SHORTEST_PAUSE;
        let mut inside = 0;
        loop {
            // The SDK waits as well when the homeserver asks for it, before it gives up.
            let answer = tokio::select! {
                () = stopped(self.stop.clone()) => return Err(Halt::Stopped),
                answer = ask() => answer,
            };
            match answer {
                Ok(answer) => return Ok(Some(answer)),
                Err(error) if is_final(&error) => return Ok(None),
                Err(error) => {
                    inside += u32::from(refusal::http(&error).is_none());
                    if inside == TRIES {
                        return Ok(None);
                    }
                    self.after(&error, &mut pause, "reading").await?;
                }
            }
        }
    }

    /// Waits after a failure, unless it is one that waiting doesn't help.
    pub(super) async fn after(
        &mut self,
        error: &Error,
        pause: &mut Duration,
        what: &'static str,
    ) -> Result<(), Halt> {
        let meaning = refusal::meaning_of(error);
        if meaning == Meaning::LoggedOut {
            return Err(Halt::Failed(session::logged_out()));
        }
        *pause = pause_after(meaning, *pause);
        let (error, seconds) = (refusal::brief(error), pause.as_secs());
        warn!(error, matrix.what = what, seconds, "Matrix failed; trying again");
        self.rest(pause).await
    }

    async fn rest(&mut self, pause: &mut Duration) -> Result<(), Halt> {
        tokio::select! {
            () = stopped(self.stop.clone()) => return Err(Halt::Stopped),
            () = sleep(*pause) => {}
        }
        *pause = (*pause * 2).min(LONGEST_PAUSE);
        Ok(())
    }
}

/// How long to wait. A homeserver that asks for patience is taken at its word: some count what
/// comes too early, and ask for more.
fn pause_after(meaning: Meaning, pause: Duration) -> Duration {
    if let Meaning::Wait(wait) = meaning { wait.max(pause) } else { pause }
}

/// Comes back when the bot is to stop.
pub(super) async fn stopped(mut stop: watch::Receiver<bool>) {
    // A sender that is gone can't take its word back.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Whether asking again is of no use: the room or the event is gone.
fn is_final(error: &Error) -> bool {
    match refusal::meaning_of(error) {
        Meaning::Forbidden | Meaning::Refused => true,
        Meaning::Unclear => refusal::is_not_found(error),
        Meaning::Wait(_) | Meaning::LoggedOut => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(meaning: Meaning, pause: u64, expected: u64) {
        let pause = pause_after(meaning, Duration::from_secs(pause));
        assert_eq!(pause, Duration::from_secs(expected));
    }

    #[test]
    fn a_homeserver_is_given_the_time_that_it_asks_for() {
        check(Meaning::Wait(Duration::from_secs(330)), 1, 330);
        check(Meaning::Wait(Duration::from_hours(5)), 60, 18_000);
    }

    #[test]
    fn and_never_less_than_after_an_earlier_failure() {
        check(Meaning::Wait(Duration::from_secs(1)), 16, 16);
        check(Meaning::Unclear, 16, 16);
    }
}
