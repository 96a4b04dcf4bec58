//! Presses and commands. Discord waits three seconds for a word about each, and shows a failure
//! otherwise; so the word is given when what was said is stored, or before that if storing takes
//! too long.

use std::{future::Future, pin::pin, time::Duration};

use serde_json::{Value, json};
use serenity::{
    http::{LightMethod, Route},
    model::{
        application::{ComponentInteraction, ComponentInteractionDataKind},
        channel::MessageFlags,
        id::GuildId,
    },
};
use tracing::debug;

use super::{
    Discord, components,
    hear::{account, room, said_at},
    ids::Awaited,
    rest::{Failure, with_body},
};
use crate::{
    domain::inbound::{Inbound, InboundKey, MessageRef, RoomKind, Said},
    platform::Heard,
};

/// How long storing may take before Discord is told to wait.
const IN_TIME: Duration = Duration::from_millis(1_800);

/// The kinds of answers, by Discord's numbers.
const LATER_BELOW: u8 = 5;
const LATER_HERE: u8 = 6;
const NOW_HERE: u8 = 7;

/// The word that Discord waits for.
pub(super) struct Word {
    kind: u8,
    data: Option<Value>,
}

impl Word {
    /// The answer comes below, as a message that says so.
    pub(super) fn later_below(is_private: bool) -> Self {
        let data = is_private.then(|| json!({"flags": MessageFlags::EPHEMERAL.bits()}));
        Self { kind: LATER_BELOW, data }
    }

    /// What was pressed stays as it is for now.
    const fn later_here() -> Self {
        Self { kind: LATER_HERE, data: None }
    }

    fn body(&self) -> Value {
        match &self.data {
            Some(data) => json!({"type": self.kind, "data": data}),
            None => json!({"type": self.kind}),
        }
    }
}

impl Discord {
    /// Somebody pressed something.
    pub(super) async fn pressed<H: Future<Output = Heard>>(
        &self,
        press: &ComponentInteraction,
        hear: impl FnOnce(Inbound) -> H,
    ) {
        let token = match &press.data.kind {
            ComponentInteractionDataKind::StringSelect { values } => values.first().cloned(),
            _ => None,
        };
        let token = token.unwrap_or_else(|| press.data.custom_id.clone());
        let awaited = Awaited { id: press.id, token: press.token.clone() };
        let is_private = press.message.flags.is_some_and(is_ephemeral);
        let kind = if is_private { RoomKind::Aside } else { kind(press.guild_id) };
        let inbound = Inbound {
            key: key(&awaited),
            from: account(press.user.id),
            room: room(press.channel_id, kind),
            said: Said::Press { token: token.clone() },
            said_at: said_at(awaited.id.get()),
            answers_to: match kind {
                RoomKind::Direct => None,
                RoomKind::Shared => Some(MessageRef(press.message.id.to_string())),
                // What only one person saw gives way to the answer.
                RoomKind::Aside => Some(awaited.reference()),
            },
        };
        let chosen = |heard| match heard {
            Heard::Taken if !is_private => {
                let rows = components::with_chosen(&press.message.components, &token);
                Word { kind: NOW_HERE, data: Some(json!({"components": rows})) }
            }
            Heard::Taken | Heard::Refused | Heard::Before => Word::later_here(),
        };
        self.acknowledge(&awaited, hear(inbound), chosen, &Word::later_here()).await;
    }

    /// Gives Discord the word that it waits for: what follows from `hearing`, or that it takes
    /// longer.
    pub(super) async fn acknowledge(
        &self,
        awaited: &Awaited,
        hearing: impl Future<Output = Heard>,
        word: impl FnOnce(Heard) -> Word,
        late: &Word,
    ) {
        // Whoever answers waits for the end of this.
        let _turn = self.acknowledging.take(&awaited.id.to_string()).await;
        let mut hearing = pin!(hearing);
        let word = match tokio::time::timeout(IN_TIME, &mut hearing).await {
            Ok(heard) => word(heard),
            Err(_) => {
                self.give(awaited, late).await;
                hearing.await;
                return;
            }
        };
        self.give(awaited, &word).await;
    }

    pub(super) async fn give(&self, awaited: &Awaited, word: &Word) {
        if let Err(failure) = self.try_give(awaited, word).await {
            // What was said is stored or will be; only the mark is missing.
            debug!(discord.code = failure.code(), "an interaction could not be acknowledged");
        }
    }

    async fn try_give(&self, awaited: &Awaited, word: &Word) -> Result<(), Failure> {
        let route =
            Route::InteractionResponse { interaction_id: awaited.id, token: &awaited.token };
        self.rest.tell(with_body(route, LightMethod::Post, &word.body())?).await
    }
}

/// The name of an event: an interaction has an id of its own, also when it is delivered again.
fn key(awaited: &Awaited) -> InboundKey {
    InboundKey(format!("discord:{}", awaited.id))
}

const fn kind(server: Option<GuildId>) -> RoomKind {
    if server.is_some() { RoomKind::Shared } else { RoomKind::Direct }
}

fn is_ephemeral(flags: MessageFlags) -> bool {
    flags.contains(MessageFlags::EPHEMERAL)
}
