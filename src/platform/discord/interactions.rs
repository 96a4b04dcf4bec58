//! Presses and commands. Discord waits three seconds for a word about each, and shows a failure
//! otherwise; so the word is given when what was said is stored, or before that if storing takes
//! too long.

use std::{future::Future, pin::pin, time::Duration};

use serde_json::{Value, json};
use serenity::{
    builder::CreateInteractionResponse,
    http::{LightMethod, Route},
    model::{
        application::{
            CommandInteraction, ComponentInteraction, ComponentInteractionDataKind,
            ModalInteraction,
        },
        channel::MessageFlags,
        guild::Member,
        id::{ChannelId, UserId},
        user::User,
    },
};
use tokio::time::{sleep, timeout};
use tracing::{debug, warn};

use super::{
    Discord,
    commands::{self, Asked},
    components,
    hear::{account, profile, room, said_at},
    ids::Awaited,
    rest::{Failure, with_body},
};
use crate::{
    domain::{
        inbound::{Inbound, InboundKey, MessageRef, Profile, RoomKind, Said},
        locale::Locale,
    },
    platform::{Ear, Heard},
};

/// How long storing may take before Discord is told to wait.
const IN_TIME: Duration = Duration::from_millis(1_800);

/// How long Discord waits for a word, and how soon one that was lost on its way is given again.
const WAITS_FOR: Duration = Duration::from_secs(3);
const SOON: Duration = Duration::from_millis(200);

/// The kinds of words, by Discord's numbers.
const LATER_BELOW: u8 = 5;
const LATER_HERE: u8 = 6;
const NOW_HERE: u8 = 7;

/// The word that Discord waits for.
struct Word {
    kind: u8,
    data: Option<Value>,
}

impl Word {
    /// The answer comes below, as a message that says so.
    fn later_below(kind: RoomKind) -> Self {
        let is_private = kind == RoomKind::Aside;
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

/// Who uses a command, where, and what Discord waits for an answer to.
struct Asking {
    awaited: Awaited,
    person: UserId,
    profile: Profile,
    channel: ChannelId,
    /// Whatever is asked on a server is between the person and the bot.
    kind: RoomKind,
}

impl Asking {
    fn of(
        awaited: Awaited,
        (person, member, locale): (&User, Option<&Member>, &str),
        channel: ChannelId,
    ) -> Self {
        let kind = if member.is_some() { RoomKind::Aside } else { RoomKind::Direct };
        let profile = profile(person, member.and_then(|member| member.nick.as_ref()), Some(locale));
        Self { awaited, person: person.id, profile, channel, kind }
    }

    fn inbound(&self, said: Said) -> Inbound {
        Inbound {
            key: key(&self.awaited),
            from: account(self.person),
            profile: self.profile.clone(),
            room: room(self.channel, self.kind),
            said,
            said_at: said_at(self.awaited.id.get()),
            answers_to: Some(self.awaited.reference()),
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
        let chosen = if let ComponentInteractionDataKind::StringSelect { values } = &press.data.kind
        {
            values.first().cloned()
        } else {
            None
        };
        let token = chosen.unwrap_or_else(|| press.data.custom_id.clone());
        self.note_member(press.member.as_ref());
        let awaited = Awaited { id: press.id, token: press.token.clone() };
        let is_private =
            press.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL));
        let kind = match press.guild_id {
            Some(_) if is_private => RoomKind::Aside,
            Some(_) => RoomKind::Shared,
            None => RoomKind::Direct,
        };
        let inbound = Inbound {
            key: key(&awaited),
            from: account(press.user.id),
            profile: {
                let nick = press.member.as_ref().and_then(|member| member.nick.as_ref());
                profile(&press.user, nick, Some(&press.locale))
            },
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
        self.acknowledge(&awaited, hear(inbound), chosen, Word::later_here()).await;
    }

    /// Somebody used a command.
    pub(super) async fn commanded<H: Future<Output = Heard>>(
        &self,
        command: &CommandInteraction,
        hear: impl Fn(Inbound) -> H,
    ) {
        self.note_member(command.member.as_deref());
        let awaited = Awaited { id: command.id, token: command.token.clone() };
        let asking = Asking::of(
            awaited,
            (&command.user, command.member.as_deref(), &command.locale),
            command.channel_id,
        );
        let settings = &self.settings;
        match commands::read(
            &command.data,
            command.guild_id,
            &settings.catalogue,
            &settings.lexicon,
        ) {
            Ok(Asked::Command(spoken)) => {
                let hearing = hear(asking.inbound(Said::Command(spoken)));
                self.answer_later(&asking, hearing).await;
            }
            Ok(Asked::File { file, text }) => {
                // Fetching may take longer than Discord waits.
                let hearing = async {
                    let said = self.file(&file, &text).await;
                    hear(asking.inbound(said)).await
                };
                self.answer_later(&asking, hearing).await;
            }
            Ok(Asked::Words(given)) => {
                // What somebody has chosen for Discord itself is a first guess.
                let locale = Locale::new(&command.locale);
                if let Some(modal) = commands::modal(&given, &settings.catalogue, &locale) {
                    let body = json!(CreateInteractionResponse::Modal(modal));
                    self.give(&asking.awaited, body).await;
                }
            }
            Err(_) => self.outdated(&asking, hear).await,
        }
    }

    /// Somebody sent a dialogue that a command had opened.
    pub(super) async fn filled_in<H: Future<Output = Heard>>(
        &self,
        modal: &ModalInteraction,
        hear: impl Fn(Inbound) -> H,
    ) {
        self.note_member(modal.member.as_ref());
        let awaited = Awaited { id: modal.id, token: modal.token.clone() };
        let asking = Asking::of(
            awaited,
            (&modal.user, modal.member.as_ref(), &modal.locale),
            modal.channel_id,
        );
        match commands::read_modal(&modal.data, &self.settings.lexicon) {
            Ok(spoken) => {
                let hearing = hear(asking.inbound(Said::Command(spoken)));
                self.answer_later(&asking, hearing).await;
            }
            Err(_) => self.outdated(&asking, hear).await,
        }
    }

    /// Somebody is typing a part of a command.
    pub(super) async fn typing(&self, command: &CommandInteraction, ear: &dyn Ear) {
        let awaited = Awaited { id: command.id, token: command.token.clone() };
        let asking = Asking::of(
            awaited,
            (&command.user, command.member.as_deref(), &command.locale),
            command.channel_id,
        );
        let (from, room) = (account(asking.person), room(asking.channel, asking.kind));
        let sought = commands::sought(&command.data, &self.settings.catalogue, from, room);
        let Some(sought) = sought else { return };
        // Without an answer Discord shows that there is none, which is better than a late one.
        if let Ok(Ok(found)) = timeout(IN_TIME, ear.suggest(&sought)).await {
            let answer = commands::answer(sought.kind, &found);
            self.give(&asking.awaited, json!(CreateInteractionResponse::Autocomplete(answer)))
                .await;
        }
    }

    /// A command of another version of the bot. It is answered as a button would be that is no
    /// longer of use.
    async fn outdated<H: Future<Output = Heard>>(
        &self,
        asking: &Asking,
        hear: impl Fn(Inbound) -> H,
    ) {
        // Which one it is came from outside, and may hold anything.
        warn!("Discord still offers a command that there isn't");
        let hearing = hear(asking.inbound(Said::Press { token: String::new() }));
        self.answer_later(asking, hearing).await;
    }

    async fn answer_later(&self, asking: &Asking, hearing: impl Future<Output = Heard>) {
        let below = |_| Word::later_below(asking.kind);
        self.acknowledge(&asking.awaited, hearing, below, Word::later_below(asking.kind)).await;
    }

    /// Gives Discord the word that it waits for: what follows from `hearing`, or that it takes
    /// longer.
    async fn acknowledge(
        &self,
        awaited: &Awaited,
        hearing: impl Future<Output = Heard>,
        word: impl FnOnce(Heard) -> Word,
        late: Word,
    ) {
        // Whoever answers waits for the end of this.
        let turn = self.acknowledging.take(&awaited.id.to_string()).await;
        let mut hearing = pin!(hearing);
        if let Ok(heard) = timeout(IN_TIME, &mut hearing).await {
            self.give(awaited, word(heard).body()).await;
            return;
        }
        self.give(awaited, late.body()).await;
        drop(turn);
        hearing.await;
    }

    /// Gives the word, and gives it again if it was lost: a second one is refused, which does no
    /// harm, and without any the person is shown a failure.
    async fn give(&self, awaited: &Awaited, body: Value) {
        let giving = async {
            loop {
                match self.try_give(awaited, &body).await {
                    Err(Failure::Early(wait)) => sleep(wait).await,
                    Err(Failure::Unclear(_)) => sleep(SOON).await,
                    given => break given,
                }
            }
        };
        match timeout(WAITS_FOR, giving).await {
            Ok(Ok(())) => {}
            // What was said is stored or will be; only the mark is missing.
            Ok(Err(failure)) => {
                debug!(discord.code = failure.code(), "an interaction could not be acknowledged");
            }
            Err(_) => debug!("an interaction could not be acknowledged in time"),
        }
    }

    async fn try_give(&self, awaited: &Awaited, body: &Value) -> Result<(), Failure> {
        let route =
            Route::InteractionResponse { interaction_id: awaited.id, token: &awaited.token };
        self.rest.tell(with_body(route, LightMethod::Post, body)?).await
    }
}

/// The name of an event: an interaction has an id of its own, also when it is delivered again.
fn key(awaited: &Awaited) -> InboundKey {
    InboundKey(format!("discord:{}", awaited.id))
}
