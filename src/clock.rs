//! The only place that reads the wall clock.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Where the present moment comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// The machine's own clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        #[expect(clippy::disallowed_methods, reason = "this is the clock everyone else asks")]
        Timestamp::now()
    }
}

/// A clock that is turned by hand: in the demo by the player, in a simulation by what is due.
#[derive(Debug)]
pub struct HandTurned(AtomicI64);

impl HandTurned {
    /// A clock that stands at that moment.
    pub fn at(moment: Timestamp) -> Self {
        Self(AtomicI64::new(moment.as_millisecond()))
    }

    /// Turns it forward to that moment. A clock is never turned back.
    pub fn turn_to(&self, moment: Timestamp) {
        self.0.fetch_max(moment.as_millisecond(), Ordering::SeqCst);
    }
}

impl Clock for HandTurned {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
    }
}
