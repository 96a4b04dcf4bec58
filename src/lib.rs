//! Mentorskap.

#![recursion_limit = "256"]

pub mod document;
pub mod domain;
pub mod platform;
