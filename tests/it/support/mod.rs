//! What the tests are written in.

mod database;
pub mod holidays;
pub mod samples;
pub mod season;
mod world;

pub use database::Database;
pub use world::World;
