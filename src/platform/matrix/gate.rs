//! Waiting as long as the homeserver asks for.

use std::{
    future::Future,
    sync::{Mutex, PoisonError},
};

use tokio::time::Instant;

use crate::platform::PostError;

/// Closes when the homeserver asks for patience: limits count for the whole account, so another
/// room would only be refused as well, and some homeservers count the refused attempts too.
#[derive(Default)]
pub(super) struct Gate(Mutex<Option<Instant>>);

impl Gate {
    /// Tries the work, unless it is too early for it.
    pub(super) async fn pass<T>(
        &self,
        work: impl Future<Output = Result<T, PostError>>,
    ) -> Result<T, PostError> {
        self.check()?;
        let done = work.await;
        if let Err(PostError::Busy(wait) | PostError::Halfway(wait)) = &done {
            let opens_at = Instant::now() + *wait;
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(opens_at);
        }
        done
    }

    /// Turns back whoever comes too early.
    pub(super) fn check(&self) -> Result<(), PostError> {
        let opens_at = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = opens_at.map(|at| at.saturating_duration_since(Instant::now()));
        wait.filter(|wait| !wait.is_zero()).map_or(Ok(()), |wait| Err(PostError::Busy(wait)))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn whoever_comes_too_early_is_turned_back_without_an_attempt() {
        let gate = Gate::default();
        let refused = async { Err::<(), _>(PostError::Busy(Duration::from_hours(1))) };
        gate.pass(refused).await.unwrap_err();
        let never = async { panic!("the homeserver was asked again") };
        let answer: Result<(), _> = gate.pass(never).await;
        assert!(matches!(answer, Err(PostError::Busy(wait)) if wait > Duration::from_mins(59)));
    }

    #[tokio::test]
    async fn other_failures_leave_it_open() {
        let gate = Gate::default();
        let broken = async { Err::<(), _>(PostError::Interrupted("gone".into())) };
        gate.pass(broken).await.unwrap_err();
        gate.pass(async { Ok(()) }).await.unwrap();
    }
}
