//! What the tests are written in.

mod database;
#[cfg(feature = "matrix")]
pub mod matrix;
#[cfg(feature = "matrix")]
pub mod nio;
#[cfg(feature = "matrix")]
pub mod play;
pub mod world;

#[cfg(feature = "matrix")]
pub use database::Database;
pub use world::World;
