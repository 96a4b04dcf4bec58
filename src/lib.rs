//! Mentorskap.

#![recursion_limit = "256"]

pub mod app;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod config;
pub mod document;
pub mod domain;
pub mod files;
pub mod l10n;
pub mod platform;
pub mod run;
pub mod store;
