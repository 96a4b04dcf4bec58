//! What the tests are written in.

mod database;
mod world;

pub use world::{PEOPLE, PROGRAMME, World};
