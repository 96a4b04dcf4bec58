//! What the bot does: load state, ask the domain, store the answer, deliver what was promised.

mod address;
mod applying;
mod appointments;
mod availability;
mod breaks;
mod cases;
mod certificate;
mod check_ins;
mod deliver;
mod departure;
mod due;
mod erasure;
mod farewell;
mod faults;
mod gatherings;
mod importing;
mod kickoff;
mod matching;
mod notes;
mod own_calendars;
mod people;
mod pictures;
mod preparation;
mod presence;
mod programmes;
mod promise;
mod reminders;
mod report;
mod respond;
mod roles;
mod suggest;
mod tick;
mod training;
mod unanswered;
mod watch;

use std::{
    collections::HashMap,
    error::Error,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use tracing::error;

pub use applying::Applied;
pub use importing::{Imported, Unimportable};
pub use programmes::Unreadable;

use crate::{
    chance::Chance,
    clock::Clock,
    domain::{
        account::{Account, PlatformName},
        command::Lexicon,
        ids::ProgrammeId,
        inbound::{Inbound, InboundKey},
        programme::Outline,
    },
    feed::Reader,
    l10n::Words,
    platform::{
        Acquaintance, Deaf, Ear, Heard, Installation, KnownRoom, Platform, Sought, Suggestion,
    },
    seal::Seal,
    store::{Store, StoreError},
};

/// How long somebody whom nobody knows may have the bot with them without saying a code.
const TIME_TO_JOIN: SignedDuration = SignedDuration::from_hours(24);

/// Everything the bot needs in order to act.
pub struct App {
    /// Which copy of the bot this is.
    pub installation: Installation,
    /// Where state lives.
    pub store: Store,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where codes come from.
    pub chance: Arc<dyn Chance>,
    /// What people's own notes are sealed with, if the configuration has a key.
    pub seal: Option<Seal>,
    /// Where people's own calendars are read, if they are.
    pub reader: Option<Arc<dyn Reader>>,
    /// How things are put.
    pub words: Words,
    /// What is understood.
    pub lexicon: Lexicon,
    /// Where it speaks.
    pub platforms: HashMap<PlatformName, Arc<dyn Platform>>,
    /// How many letters are handed over at the same time. One where the order in which different
    /// receivers get theirs must be the same every time, as on the terminal.
    pub side_by_side: u8,
    /// Who may make programmes.
    pub organisers: Vec<Account>,
    /// Wakes whoever delivers, because something has been promised.
    pub wake: Arc<tokio::sync::Notify>,
    /// What programme files mean, so that they needn't be read again for every question.
    outlines: Mutex<HashMap<ProgrammeId, (String, Arc<Outline>)>>,
}

/// The bot can't act.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The stored file of a programme can't be read.
    #[error(transparent)]
    Programme(#[from] Unreadable),
}

impl AppError {
    /// Whether it will be so again next time: what is stored can't be read, or breaks a rule.
    pub fn is_lasting(&self) -> bool {
        match self {
            Self::Programme(_) => true,
            Self::Store(error) => error.is_lasting(),
        }
    }
}

impl App {
    /// The bot with these parts, speaking on no platform yet.
    pub fn new(
        installation: Installation,
        store: Store,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        words: Words,
    ) -> Self {
        let lexicon = words.lexicon();
        Self {
            installation,
            store,
            clock,
            chance,
            seal: None,
            reader: None,
            words,
            lexicon,
            platforms: HashMap::new(),
            side_by_side: deliver::SIDE_BY_SIDE,
            organisers: vec![],
            wake: Arc::default(),
            outlines: Mutex::default(),
        }
    }

    /// Does what has become due, and delivers it. Says when something is due next.
    pub async fn turn(&self) -> Result<Option<Timestamp>, AppError> {
        let ticked = self.tick().await;
        // What is promised already goes out whatever stands in the way of new decisions.
        self.deliver_due().await?;
        ticked?;
        Ok(self.store.next_due().await?)
    }
}

#[async_trait]
impl Ear for App {
    async fn hear(&self, inbound: Inbound) -> Result<Heard, Deaf> {
        let heard = match self.respond(&inbound).await {
            Err(error) if error.is_lasting() => {
                error!(inbound.key = %inbound.key.0, "what was said can't be acted on");
                self.apologise(&inbound).await.map(|()| Heard::Refused)
            }
            heard => heard,
        };
        self.wake.notify_one();
        heard.map_err(|error| Deaf(Box::new(error)))
    }

    async fn rooms(&self, platform: PlatformName) -> Result<Vec<KnownRoom>, Deaf> {
        let rooms = self.store.rooms(platform).await.map_err(deaf)?;
        let known = |(address, kind, heard_at)| KnownRoom { address, kind, heard_at };
        Ok(rooms.into_iter().map(known).collect())
    }

    async fn heard_up_to(&self, platform: PlatformName) -> Result<Option<Timestamp>, Deaf> {
        self.store.heard_up_to(platform).await.map_err(deaf)
    }

    async fn note_heard(&self, platform: PlatformName, ago: Duration) -> Result<(), Deaf> {
        let at = self.clock.now() - SignedDuration::try_from(ago).unwrap_or_default();
        self.store.note_heard_up_to(platform, at).await.map_err(deaf)
    }

    async fn has_heard(&self, key: &InboundKey) -> Result<bool, Deaf> {
        self.store.has_heard(key).await.map_err(deaf)
    }

    async fn knows(
        &self,
        account: &Account,
        since: Option<Timestamp>,
    ) -> Result<Acquaintance, Deaf> {
        if self.organisers.contains(account) || self.store.knows(account).await.map_err(deaf)? {
            return Ok(Acquaintance::Known);
        }
        // Whoever was sent a code, or wants to apply, does so from an account that nobody knows yet.
        // A day is enough for that, also for whoever has to wait after too many wrong codes.
        let now = self.clock.now();
        let is_expected = match since {
            Some(since) => now <= since + TIME_TO_JOIN,
            None => self.store.expects_strangers(now).await.map_err(deaf)?,
        };
        Ok(if is_expected { Acquaintance::Expected } else { Acquaintance::Stranger })
    }

    async fn suggest(&self, sought: &Sought) -> Result<Vec<Suggestion>, Deaf> {
        self.suggestions(sought).await.map_err(deaf)
    }
}

fn deaf(error: impl Error + Send + Sync + 'static) -> Deaf {
    Deaf(Box::new(error))
}
