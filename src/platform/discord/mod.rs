//! Discord.

pub mod commands;
