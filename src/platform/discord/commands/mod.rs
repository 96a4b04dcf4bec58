//! Commands as Discord offers them, `/mentor …` and `/lead …`: all from the [`Catalogue`], so that
//! a command that the bot learns is there by itself. Nothing in here talks to Discord.
//!
//! - [`registered`] is what Discord is told that there is, and [`is_same`] whether it knows that.
//! - [`read`] makes of what somebody has put together what they would have typed. Longer words
//!   are asked for in a dialogue of their own: [`modal`], and [`read_modal`] for what they wrote.
//! - [`sought`] and [`answer`] are for what is suggested while somebody is typing.
//!
//! [`Catalogue`]: crate::domain::command::Catalogue

mod asked;
mod form;
mod languages;
mod registered;
mod same;
mod suggested;

pub use asked::{Asked, Unregistered, modal, read, read_modal};
pub use languages::language;
pub use registered::registered;
pub use same::is_same;
pub use suggested::{answer, sought};
