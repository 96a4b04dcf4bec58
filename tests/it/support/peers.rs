//! What runs beside the tests.

#![expect(clippy::print_stderr, reason = "whoever runs the tests is told what was left out")]

#[cfg(feature = "matrix")]
use std::time::Duration;

/// What `tests/run` says about a peer. Where the peers are to be, a missing one is a failure.
#[track_caller]
pub fn peer(variable: &str) -> Option<String> {
    let found = std::env::var(variable).ok().filter(|found| !found.is_empty());
    if found.is_none() {
        let promised = std::env::var("TEST_PEERS").is_ok_and(|peers| peers == "1")
            || std::env::var("CI").is_ok_and(|ci| !ci.is_empty());
        assert!(!promised, "{variable} is missing, and the peers are to be there");
        eprintln!("left out: needs {variable}, which tests/run sets");
    }
    found
}

#[cfg(feature = "matrix")]
#[track_caller]
pub fn eventually<'a>(
    what: &'a str,
    is_so: impl Fn() -> bool + 'a,
) -> impl Future<Output = ()> + 'a {
    let caller = std::panic::Location::caller();
    async move {
        for _ in 0..450 {
            if is_so() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{what} did not come ({caller})");
    }
}
