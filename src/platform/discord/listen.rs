//! Hearing everything at least once.

use std::{pin::pin, sync::atomic::Ordering, time::Duration};

use futures_util::{FutureExt as _, StreamExt as _, future::BoxFuture, stream::FuturesUnordered};
use serde::Deserialize;
use serenity::{
    Client,
    all::ShardId,
    client::{ClientBuilder, Context, RawEventHandler},
    gateway::{GatewayError, ShardManager},
    http::{HttpBuilder, Route},
    model::{
        application::Interaction,
        channel::Message,
        event::Event,
        gateway::GatewayIntents,
        id::{ApplicationId, GuildId, UserId},
    },
};
use tokio::{
    sync::{mpsc, watch},
    time::{Instant, interval, timeout},
};
use tracing::{info, warn};

use super::{
    Discord, Me,
    commands::Registered,
    hear,
    insist::{SHORTEST_PAUSE, insist, rest},
    pulse::Pulse,
    rest::Failure,
};
use crate::{
    domain::inbound::{Inbound, RoomKind},
    platform::{Ear, Heard, PlatformError, turns::Turns},
};

/// What the bot wants to hear. None of it needs Discord's permission; what others say to each other
/// comes without its words.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::GUILD_MESSAGE_REACTIONS)
    .union(GatewayIntents::DIRECT_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGE_REACTIONS);

/// How often it is looked whether the connection lives.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// How often it is noted how far everything was heard.
const NOTE_EVERY: Duration = Duration::from_mins(1);

/// How many events are taken in hand at once.
const AT_ONCE: usize = 100;

/// How long what is under way gets when the bot stops, or the connection ends.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Hears until told to stop.
pub(super) async fn listen(
    discord: &Discord,
    ear: &dyn Ear,
    stop: watch::Receiver<bool>,
) -> Result<(), PlatformError> {
    let connecting = async {
        let me = discord.identify().await?;
        let (client, events) = discord.connect().await?;
        Ok((me, client, events))
    };
    let (me, client, events) = tokio::select! {
        () = stopped(stop.clone()) => return Ok(()),
        connected = connecting => connected?,
    };
    let manager = client.shard_manager.clone();
    let listener = Listener { discord, ear, me, turns: Turns::default() };
    let ended = listener.run(client, events, stop).await;
    // The connection lives on in tasks of serenity's own, until it is told to end.
    let _ = timeout(LAST_WORDS, manager.shutdown_all()).await;
    ended
}

pub(super) struct Listener<'a> {
    pub(super) discord: &'a Discord,
    pub(super) ear: &'a dyn Ear,
    me: Me,
    /// What one person says is heard in the order in which it came.
    turns: Turns,
}

impl Discord {
    /// Learns who the bot is, which tells whether the token is good.
    async fn identify(&self) -> Result<Me, PlatformError> {
        #[derive(Deserialize)]
        struct User {
            id: UserId,
        }
        #[derive(Deserialize)]
        struct Application {
            id: ApplicationId,
        }
        let user: User = self.rest.get(Route::UserMe).await.map_err(broken)?;
        let route = Route::Oauth2ApplicationCurrent;
        let application: Application = self.rest.get(route).await.map_err(broken)?;
        let me = Me { user: user.id, application: application.id };
        Ok(*self.me.get_or_init(|| me))
    }

    async fn connect(&self) -> Result<(Client, mpsc::UnboundedReceiver<Event>), PlatformError> {
        #[derive(Deserialize)]
        struct Gateway {
            url: String,
        }
        // serenity would go to Discord's usual address if it could not ask for this one.
        let gateway: Gateway = self.rest.get(Route::Gateway).await.map_err(broken)?;
        let (sender, events) = mpsc::unbounded_channel();
        let mut http = HttpBuilder::new(&self.settings.token).ratelimiter_disabled(true);
        if let Some(proxy) = &self.settings.proxy {
            http = http.proxy(proxy);
        }
        let client = ClientBuilder::new_with_http(http.build(), INTENTS);
        let client = client.raw_event_handler(Hand(sender)).await.map_err(ended)?;
        *client.ws_url.lock().await = gateway.url;
        Ok((client, events))
    }
}

/// Hands on whatever comes. serenity starts a task for each event, so that one may overtake another.
struct Hand(mpsc::UnboundedSender<Event>);

#[serenity::async_trait]
impl RawEventHandler for Hand {
    async fn raw_event(&self, _: Context, event: Event) {
        // Nobody listens any more when the bot stops.
        let _ = self.0.send(event);
    }
}

impl<'a> Listener<'a> {
    async fn run(
        &'a self,
        mut client: Client,
        mut events: mpsc::UnboundedReceiver<Event>,
        stop: watch::Receiver<bool>,
    ) -> Result<(), PlatformError> {
        let manager = client.shard_manager.clone();
        let mut connection = pin!(client.start());
        let mut work: FuturesUnordered<BoxFuture<'a, ()>> = FuturesUnordered::new();
        let mut pulse = Pulse::new(self.discord.settings.longest_silence);
        let mut look = interval(LOOK_EVERY);
        let mut waiting = vec![];
        // Before what was said meanwhile is being read, nothing is known of how far all was heard.
        let (mut reads, mut noted) = (false, None::<Instant>);
        let end = loop {
            tokio::select! {
                () = stopped(stop.clone()) => break Ok(()),
                end = &mut connection => break Err(end.map_or_else(ended, |()| silent())),
                come = events.recv_many(&mut waiting, AT_ONCE) => {
                    if come == 0 {
                        break Err(silent());
                    }
                    pulse.beat();
                    // What comes in a burst, as after a break, is put in order again.
                    waiting.sort_by_key(made);
                    reads |= waiting.iter().any(|event| matches!(event, Event::Ready(_)));
                    work.extend(waiting.drain(..).filter_map(|event| self.take_in(event)));
                }
                _ = work.next(), if !work.is_empty() => {}
                _ = look.tick() => {
                    if pulse.is_silent(latency(&manager).await, Instant::now()) {
                        warn!("Discord has been silent for too long; connecting anew");
                        break Err(silent());
                    }
                    let is_time = noted.is_none_or(|noted| noted.elapsed() >= NOTE_EVERY);
                    if reads && is_time && work.is_empty() {
                        noted = Some(Instant::now());
                        work.push(self.note_heard(pulse.since()).boxed());
                    }
                }
            }
        };
        // However it ended, what is being heard was said.
        let _ = timeout(LAST_WORDS, async { while work.next().await.is_some() {} }).await;
        end
    }

    /// What is to be done about an event.
    #[expect(clippy::wildcard_enum_match_arm, reason = "Discord has scores of them")]
    fn take_in(&'a self, event: Event) -> Option<BoxFuture<'a, ()>> {
        let me = self.me;
        match event {
            Event::Ready(_) => {
                info!("connected to Discord");
                let work = async { tokio::join!(self.register(), self.catch_up()) };
                Some(work.map(|_| ()).boxed())
            }
            Event::MessageCreate(event) => {
                let message = event.message;
                let kind = match message.guild_id {
                    Some(_) => RoomKind::Shared,
                    None => RoomKind::Direct,
                };
                Some(async move { self.hear_message(&message, kind).await }.boxed())
            }
            Event::MessageUpdate(event) => {
                let inbound = hear::correction(me, &event)?;
                Some(self.hear_in_turn(inbound).boxed())
            }
            Event::ReactionAdd(event) => {
                let inbound = hear::reaction(me, &event.reaction)?;
                Some(self.hear_in_turn(inbound).boxed())
            }
            Event::GuildCreate(event) => {
                let inbound = self.discord.arrived(me, &event.guild)?;
                Some(self.hear_in_turn(inbound).boxed())
            }
            Event::GuildDelete(event) => {
                // One that is only out of reach comes back by itself.
                if !event.guild.unavailable {
                    self.discord.servers.left(event.guild.id);
                }
                None
            }
            Event::GuildRoleUpdate(event) => self.look_again(event.role.guild_id),
            Event::ChannelUpdate(event) => self.look_again(event.channel.guild_id),
            Event::InteractionCreate(event) => Some(self.interact(event.interaction).boxed()),
            Event::Unknown(_) => {
                self.discord.unknown.fetch_add(1, Ordering::Relaxed);
                warn!("Discord sent an event that this version doesn't know");
                None
            }
            _ => None,
        }
    }

    /// Something has changed on a server. It matters where the bot still waits for something.
    fn look_again(&'a self, server: GuildId) -> Option<BoxFuture<'a, ()>> {
        let look = async move {
            if let Some(inbound) = self.discord.changed(self.me, server).await {
                self.hear_in_turn(inbound).await;
            }
        };
        self.discord.servers.is_waiting(server).then(|| look.boxed())
    }

    async fn interact(&'a self, interaction: Interaction) {
        let hear = |inbound| self.hear(inbound);
        match interaction {
            Interaction::Component(press) => self.discord.pressed(&press, hear).await,
            Interaction::Command(command) => self.discord.commanded(&command, hear).await,
            Interaction::Modal(modal) => self.discord.filled_in(&modal, hear).await,
            Interaction::Autocomplete(typed) => self.discord.typing(&typed, self.ear).await,
            // Discord asks whether anybody is there only over HTTP.
            Interaction::Ping(_) | _ => {}
        }
    }

    pub(super) async fn hear_message(&self, message: &Message, kind: RoomKind) {
        let _turn = self.turns.take(&message.author.id.to_string()).await;
        for inbound in self.discord.said_in(self.me, message, kind).await {
            self.hear(inbound).await;
        }
    }

    async fn hear_in_turn(&self, inbound: Inbound) {
        let _turn = self.turns.take(&inbound.from.address).await;
        self.hear(inbound).await;
    }

    /// Offers it until it is taken.
    async fn hear(&self, inbound: Inbound) -> Heard {
        let mut pause = SHORTEST_PAUSE;
        loop {
            match self.ear.hear(inbound.clone()).await {
                Ok(heard) => return heard,
                Err(error) => {
                    warn!(inbound.key = %inbound.key.0, %error, "what was said will be said again");
                    rest(&mut pause).await;
                }
            }
        }
    }

    /// Tells Discord which commands there are, if it knows others.
    async fn register(&self) {
        let known = insist(|| self.discord.register(self.me)).await;
        match known {
            Some(Registered::Before) => {}
            Some(Registered::Now) => info!("Discord has the bot's commands"),
            None => warn!("Discord doesn't take the bot's commands; people have to write them"),
        }
    }
}

/// In which order events belong: by the id of what was said. Those without one come first.
#[expect(clippy::wildcard_enum_match_arm, reason = "Discord has scores of them")]
fn made(event: &Event) -> u64 {
    match event {
        Event::MessageCreate(event) => event.message.id.get(),
        Event::MessageUpdate(event) => event.id.get(),
        Event::InteractionCreate(event) => event.interaction.id().get(),
        _ => 0,
    }
}

/// How long the last answer to a sign of life took.
async fn latency(manager: &ShardManager) -> Option<Duration> {
    let runners = manager.runners.lock().await;
    runners.get(&ShardId(0)).and_then(|runner| runner.latency)
}

/// Comes back when the bot is to stop.
async fn stopped(mut stop: watch::Receiver<bool>) {
    // A sender that is gone can't take its word back.
    let _ = stop.wait_for(|stop| *stop).await;
}

fn broken(failure: Failure) -> PlatformError {
    if failure.is_unauthorised() {
        return refused();
    }
    PlatformError::Broken(match failure {
        Failure::Unclear(error) => error,
        Failure::Early(wait) => format!("Discord asks to wait {} s", wait.as_secs()).into(),
        Failure::Refused { status, code } => format!("Discord answers {status} ({code})").into(),
    })
}

fn refused() -> PlatformError {
    PlatformError::Setup {
        what: "Discord refuses the bot's token. Make a new one in the developer portal (your \
               application, Bot, Reset Token) and put it where [discord] says."
            .to_owned(),
    }
}

fn ended(error: serenity::Error) -> PlatformError {
    let is_refused = matches!(
        error,
        serenity::Error::Gateway(
            GatewayError::InvalidAuthentication | GatewayError::NoAuthentication
        )
    );
    if is_refused { refused() } else { PlatformError::Broken(Box::new(error)) }
}

fn silent() -> PlatformError {
    PlatformError::Broken("the connection to Discord ended".into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use serenity::model::event::{MessageUpdateEvent, ResumedEvent};

    use super::*;

    #[test]
    fn what_overtook_something_is_put_behind_it() {
        let said = |id: u64| {
            let said = json!({"id": id.to_string(), "channel_id": "1"});
            Event::MessageUpdate(serde_json::from_value::<MessageUpdateEvent>(said).unwrap())
        };
        let resumed = serde_json::from_value::<ResumedEvent>(json!({})).unwrap();
        let mut events = [said(3), said(1), Event::Resumed(resumed), said(2)];
        events.sort_by_key(made);
        assert_eq!(events.iter().map(made).collect::<Vec<_>>(), [0, 1, 2, 3]);
    }
}
