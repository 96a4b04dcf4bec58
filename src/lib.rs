//! Mentorskap runs mentorship programmes where people already talk.
//!
//! A programme leader pairs mentors and adepts. The bot opens a place for each pair, asks the two
//! to book their next meeting, asks afterwards whether they met, and after two reminders tells the
//! leader, with a message ready to send. It writes to each person in their own language, at hours
//! when they want to be written to.
//!
//! # How it flows
//!
//! What sets the bot going is what people say, and that time passes. From either a rule without
//! side effects makes a decision. A decision is stored whole in one transaction: the new state,
//! and every letter that follows from it. Delivery comes afterwards: it asks only whether a letter
//! is still wanted and may leave now.
//!
//! ```text
//!  a person says something                 a moment has come
//!        │ platform: Inbound                     │ store: pairs that are due
//!        ▼                                       ▼
//!  app::respond ───────▶ domain: a rule ◀─────── app::tick
//!        │                     │
//!        │ the answer          │ Decision: state, meetings, notices
//!        ▼                     ▼
//!  store: one transaction with the event's key, the new state and a letter for each receiver
//!        │ outbox
//!        ▼
//!  app::deliver ─▶ l10n: the words ─▶ Document ─▶ platform: post(Letter { key, … })
//!        │
//!        ▼
//!  sent, waiting again, or ended with a reason that a leader can read
//! ```
//!
//! - **Answers go through the outbox too**, stored with the decision that they report and ahead of
//!   everything else that waits. A bot that is killed between acting and answering would otherwise
//!   stay silent for ever: the event is known by then, and isn't acted on again.
//! - **In, once**: the event's own key is stored in the transaction that acts on it. A platform
//!   may deliver the same event as often as it likes.
//! - **Out, once**: a letter is marked as being sent before the network is touched, and its key is
//!   what the platform itself recognises repetitions by. Where an attempt is older than the
//!   platform's memory the letter is looked for first; where that doesn't tell either, the letter
//!   ends as unsure, for a leader to see, rather than twice with a person.
//! - **Words last**: a letter is put into words when it is first delivered, in the language that
//!   the receiver has then, and those words are kept for a repetition.
//! - **Nothing is silent**: every letter ends in a state with a reason.
//!
//! # The map
//!
//! | module | what it is | of ours it knows |
//! |---|---|---|
//! | [`domain`] | what a programme is, and what follows when: pure rules | nothing |
//! | [`document`] | words with emphasis, lists and buttons, before any platform's markup | `domain::press` |
//! | [`store`] | the only SQL, one set for SQLite and PostgreSQL | `domain` |
//! | [`files`] | programme files and lists of people, with the line and the cure of each fault; calendars and pictures | `domain` |
//! | [`feed`] | reads people's own calendars from the internet, and nothing inside | `domain`, `files` |
//! | [`l10n`] | messages into words, through the Fluent files in `locales/` | `domain`, `document` |
//! | [`platform`] | what a chat platform has to do, and a folder for each, which never knows another | `domain`, `document` |
//! | [`clock`], [`chance`] | the only readers of the time, and the only drawers of lots | nothing |
//! | [`seal`] | seals what only its owner may read | domain |
//! | [`app`] | load, decide, store, deliver; no rules of its own | all of the above, of `platform` the trait |
//! | [`config`] | how one installation is set up | `domain`, `files`, `platform`'s names |
//! | [`cli`], [`run`] | the command line and the demo; starting, keeping going, stopping | everything |
//!
//! A feature has one name everywhere: `domain/pair.rs`, `store/pairs.rs`, `app/respond/pairs.rs`,
//! `locales/sv/pair.ftl`.
//!
//! # Where to begin
//!
//! 1. Play the demo and type `/tour`.
//! 2. [`domain::nudge`]: what the passing of time makes of a pair. It is what the bot is for.
//! 3. [`app`]: `tick` calls that rule, `respond` hears people, `deliver` keeps the promises.
//! 4. [`platform::Platform`] and `platform/console`, the smallest platform there is.
//! 5. `tests/it`: stories, with what people saw as the transcript.

#![recursion_limit = "256"]

pub mod app;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod config;
pub mod document;
pub mod domain;
pub mod feed;
pub mod files;
pub mod l10n;
pub mod platform;
pub mod run;
pub mod seal;
pub mod store;
