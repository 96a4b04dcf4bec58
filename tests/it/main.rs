//! The bot from the outside: a real database, people at a terminal or in real clients, and a
//! clock that we turn by hand.

// The futures of the Matrix SDK are too deep for the ordinary limit.
#![recursion_limit = "256"]
#![expect(clippy::unwrap_used, reason = "a broken test setup should stop the test")]

mod agreements;
mod applications;
mod architecture;
mod attention;
mod bad_files;
mod bad_input;
mod booking;
#[cfg(all(feature = "discord", feature = "matrix"))]
mod both_platforms;
mod breaks;
mod calendar;
mod check_ins;
mod command_line;
mod contract;
mod courses;
mod delivery;
#[cfg(feature = "discord")]
mod discord_commands;
#[cfg(feature = "discord")]
mod discord_gatherings;
#[cfg(feature = "discord")]
mod discord_kills;
#[cfg(all(feature = "discord", feature = "matrix"))]
mod discord_outage;
#[cfg(feature = "discord")]
mod discord_roles;
#[cfg(feature = "discord")]
mod discord_stories;
#[cfg(feature = "discord")]
mod discord_trouble;
mod evaluation;
mod farewell;
#[cfg(feature = "calendars")]
mod feed;
mod formats;
mod gatherings;
mod goals;
mod held;
mod joining;
mod kills;
mod languages;
mod leaders;
mod liveness;
mod matching;
#[cfg(feature = "matrix")]
mod matrix_adapter;
#[cfg(feature = "matrix")]
mod matrix_kills;
#[cfg(feature = "matrix")]
mod matrix_rooms;
#[cfg(feature = "matrix")]
mod matrix_said;
#[cfg(feature = "matrix")]
mod matrix_stories;
#[cfg(feature = "matrix")]
mod matrix_trouble;
mod notes;
mod outbox;
mod own_calendars;
mod own_words;
mod pages;
mod pairs;
mod people;
mod permissions;
mod presence;
mod presses;
mod profiles;
mod progress;
mod reflections;
mod reminders;
mod rights;
mod seasons;
mod selection;
mod simulate;
mod slash;
mod sparing;
mod store;
mod stories;
mod suggestions;
mod support;
mod times;
mod training;
mod truth;
