//! Trying again: until Discord answers, or a few times.

use std::{future::Future, time::Duration};

use tokio::time::sleep;
use tracing::warn;

use super::rest::Failure;

/// The pauses between two tries.
pub(super) const SHORTEST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// How often a file is asked for that doesn't come.
const TRIES: u32 = 5;

/// Asks until Discord answers. None if it refuses.
pub(super) async fn insist<T, F: Future<Output = Result<T, Failure>>>(
    ask: impl Fn() -> F,
) -> Option<T> {
    let mut pause = SHORTEST_PAUSE;
    loop {
        match ask().await {
            Ok(answer) => return Some(answer),
            Err(failure) => {
                let wait = pause_after(&failure, &mut pause)?;
                warn!(seconds = wait.as_secs(), "Discord failed; trying again");
                sleep(wait).await;
            }
        }
    }
}

/// Asks a few times. None if it is refused, or doesn't come: what one person attached must not keep
/// the others waiting.
pub(super) async fn try_for<T, F: Future<Output = Result<T, Failure>>>(
    ask: impl Fn() -> F,
) -> Option<T> {
    let mut pause = SHORTEST_PAUSE;
    for _ in 1..TRIES {
        match ask().await {
            Ok(answer) => return Some(answer),
            Err(failure) => sleep(pause_after(&failure, &mut pause)?).await,
        }
    }
    ask().await.ok()
}

/// Waits longer each time.
pub(super) async fn rest(pause: &mut Duration) {
    sleep(longer(pause)).await;
}

/// How long to wait after a failure. None if asking again is of no use.
fn pause_after(failure: &Failure, pause: &mut Duration) -> Option<Duration> {
    match failure {
        Failure::Refused { .. } => None,
        Failure::Early(wait) => Some((*wait).min(LONGEST_PAUSE)),
        Failure::Unclear(_) => Some(longer(pause)),
    }
}

fn longer(pause: &mut Duration) -> Duration {
    let now = *pause;
    *pause = (now * 2).min(LONGEST_PAUSE);
    now
}

#[cfg(test)]
mod tests {
    use reqwest::StatusCode;

    use super::*;

    #[test]
    fn pauses_grow_where_discord_fails() {
        let (mut pause, unclear) = (SHORTEST_PAUSE, Failure::Unclear("it failed".into()));
        for millis in [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000] {
            let expected = Some(Duration::from_millis(millis));
            assert_eq!(pause_after(&unclear, &mut pause), expected);
        }
    }

    #[test]
    fn where_it_asks_for_patience_it_says_how_much() {
        let mut pause = SHORTEST_PAUSE;
        for (asked, expected) in [(5, 5), (600, 60)] {
            let early = Failure::Early(Duration::from_secs(asked));
            assert_eq!(pause_after(&early, &mut pause), Some(Duration::from_secs(expected)));
        }
        assert_eq!(pause, SHORTEST_PAUSE);
    }

    #[test]
    fn what_is_refused_is_not_asked_for_again() {
        let refused = Failure::Refused { status: StatusCode::FORBIDDEN, code: 50_001 };
        assert_eq!(pause_after(&refused, &mut SHORTEST_PAUSE.clone()), None);
    }
}
