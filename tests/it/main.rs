//! The bot from the outside: a real database, people at a terminal or in real clients, and a
//! clock that we turn by hand.

#![expect(clippy::unwrap_used, reason = "a broken test setup should stop the test")]

mod languages;
#[cfg(feature = "matrix")]
mod matrix_adapter;
mod stories;
mod support;
