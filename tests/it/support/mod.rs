//! What the tests are written in.

mod database;
mod pretend;
mod world;

pub use pretend::{Fate, Memory, Pretend};
pub use world::{PEOPLE, PROGRAMME, World, typed, without_files};
