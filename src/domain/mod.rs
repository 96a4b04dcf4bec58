//! What the bot decides. Pure: no I/O, no clock, no randomness of its own, no `async`.

pub mod account;
pub mod ids;
pub mod inbound;
pub mod locale;
pub mod meeting;
pub mod press;
