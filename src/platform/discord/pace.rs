//! Not doing too much of something at once.

use std::{sync::Mutex, time::Duration};

use tokio::time::Instant;

use super::locked;

/// How many may be done at once, and how long one of them takes to come back.
const AT_ONCE: u32 = 10;
const ONE_EVERY: Duration = Duration::from_secs(6);

/// A few at once, then one every while. Discord names no number for new conversations; bots that
/// opened dozens at once were shut out.
#[derive(Default)]
pub(super) struct Pace(Mutex<Option<Instant>>);

impl Pace {
    /// Takes one, or says how long to wait for it.
    pub(super) fn take(&self) -> Result<(), Duration> {
        self.take_at(Instant::now())
    }

    fn take_at(&self, now: Instant) -> Result<(), Duration> {
        let mut free_at = locked(&self.0);
        // The moment at which all would be free again, were none taken any more.
        let begins = free_at.map_or(now, |at| at.max(now));
        let used = begins.duration_since(now);
        if let Some(wait) = (used + ONE_EVERY).checked_sub(ONE_EVERY * AT_ONCE)
            && !wait.is_zero()
        {
            return Err(wait);
        }
        *free_at = Some(begins + ONE_EVERY);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_at_once_and_then_one_every_while() {
        let (pace, mut now) = (Pace::default(), Instant::now());
        for _ in 0..AT_ONCE {
            pace.take_at(now).unwrap();
        }
        assert_eq!(pace.take_at(now), Err(ONE_EVERY));
        now += ONE_EVERY;
        pace.take_at(now).unwrap();
        assert_eq!(pace.take_at(now), Err(ONE_EVERY));
        now += ONE_EVERY * AT_ONCE * 2;
        for _ in 0..AT_ONCE {
            pace.take_at(now).unwrap();
        }
        pace.take_at(now).unwrap_err();
    }
}
