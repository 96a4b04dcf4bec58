//! What the bot decides. Pure: no I/O, no clock, no randomness of its own, no `async`.

pub mod account;
pub mod asked;
pub mod attention;
pub mod booking;
pub mod calendar;
pub mod command;
pub mod draft;
pub mod ids;
pub mod inbound;
pub mod letter;
pub mod locale;
pub mod meeting;
pub mod message;
pub mod moment;
pub(crate) mod nearest;
pub mod notice;
pub mod nudge;
pub mod pair;
pub mod permission;
pub mod person;
pub mod press;
pub mod programme;
pub mod role;
pub mod rounds;
pub mod sparing;
pub mod when;
