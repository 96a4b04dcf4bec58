//! Noticing that the connection is dead though nobody has said so.

use std::time::Duration;

use tokio::time::Instant;

/// How long the connection may usually be silent. Discord asks for a sign of life every 41 seconds,
/// and answers it.
pub(super) const LONGEST_SILENCE: Duration = Duration::from_mins(3);

/// Whether the connection lives.
pub(super) struct Pulse {
    longest_silence: Duration,
    last: Instant,
    latency: Option<Duration>,
}

impl Pulse {
    /// The connection has just been made, and may be silent for so long.
    pub(super) fn new(longest_silence: Duration) -> Self {
        Self { longest_silence, last: Instant::now(), latency: None }
    }

    /// Something has come.
    pub(super) fn beat(&mut self) {
        self.last = Instant::now();
    }

    /// How long ago something came last.
    pub(super) fn since(&self) -> Duration {
        self.last.elapsed()
    }

    /// Whether nothing has come for too long, neither an event nor an answer to a sign of life: each
    /// of those takes its own time, to the nanosecond.
    pub(super) fn is_silent(&mut self, latency: Option<Duration>, now: Instant) -> bool {
        if latency != self.latency {
            self.latency = latency;
            self.last = now;
        }
        now.duration_since(self.last) > self.longest_silence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_of_life_is_enough() {
        let mut pulse = Pulse::new(LONGEST_SILENCE);
        let mut now = pulse.last;
        for nanosecond in 0..10 {
            now += LONGEST_SILENCE;
            assert!(!pulse.is_silent(Some(Duration::from_nanos(nanosecond)), now));
        }
    }

    #[test]
    fn without_any_it_is_silent_after_a_while() {
        let mut pulse = Pulse::new(LONGEST_SILENCE);
        let begun = pulse.last;
        assert!(!pulse.is_silent(None, begun + LONGEST_SILENCE));
        assert!(pulse.is_silent(None, begun + LONGEST_SILENCE + Duration::from_secs(1)));
        pulse.beat();
        assert!(!pulse.is_silent(None, Instant::now()));
    }
}
