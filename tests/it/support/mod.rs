//! What the tests are written in.

#[cfg(any(feature = "discord", feature = "matrix"))]
pub mod attack;
#[cfg(any(feature = "discord", feature = "matrix"))]
pub mod clockwork;
#[cfg(feature = "matrix")]
pub mod crossing;
mod database;
#[cfg(feature = "discord")]
pub mod discord;
pub mod holidays;
#[cfg(feature = "matrix")]
pub mod matrix;
#[cfg(feature = "matrix")]
pub mod nio;
pub mod peers;
#[cfg(feature = "matrix")]
pub mod play;
pub mod pretend;
#[cfg(any(feature = "discord", feature = "matrix"))]
pub mod process;
pub mod samples;
pub mod season;
#[cfg(feature = "matrix")]
pub mod siege;
pub mod story;
#[cfg(feature = "matrix")]
pub mod witness;
pub mod world;

pub use database::Database;
pub use pretend::{Fate, Memory, Pretend};
pub use world::{PEOPLE, PROGRAMME, World, typed, without_files};
