//! What the tests are written in.

mod database;
pub mod holidays;
pub mod samples;
mod world;

pub use world::World;
