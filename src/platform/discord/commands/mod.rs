//! Commands as Discord offers them, `/mentor …` and `/lead …`: all from the [`Catalogue`], so that
//! a command that the bot learns is there by itself.
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

use serde_json::Value;
use serenity::http::{LightMethod, Request, Route};

use super::{
    Discord, Me,
    rest::{Failure, with_body},
};

pub use asked::{Asked, Unregistered, modal, read, read_modal};
pub use registered::registered;
pub use same::is_same;
pub use suggested::{answer, sought};

/// Whether Discord knew the commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Registered {
    /// It did.
    Before,
    /// It does now.
    Now,
}

impl Discord {
    /// Tells Discord which commands there are, if it knows others: it counts how often it is told,
    /// and lets people see the old ones for a while.
    pub(super) async fn register(&self, me: Me) -> Result<Registered, Failure> {
        let route = Route::Commands { application_id: me.application };
        let with_languages = vec![("with_localizations", "true".to_owned())];
        let asking = Request::new(route, LightMethod::Get).params(Some(with_languages));
        let known: Vec<Value> = self.rest.ask(asking).await?;
        let ours = registered(&self.settings.catalogue);
        if is_same(&known, &ours) {
            return Ok(Registered::Before);
        }
        self.rest.tell(with_body(route, LightMethod::Put, &ours)?).await?;
        Ok(Registered::Now)
    }
}
