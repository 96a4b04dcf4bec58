//! What the tests are written in.

mod database;
pub mod holidays;
#[cfg(feature = "matrix")]
pub mod matrix;
#[cfg(feature = "matrix")]
pub mod nio;
#[cfg(feature = "matrix")]
pub mod play;
pub mod samples;
pub mod season;
pub mod world;

pub use database::Database;
pub use world::World;
