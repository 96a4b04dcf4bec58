//! The bot on the terminal, with a clock that is turned by hand: what the demo, a simulation and
//! the stories of the tests are played on.

use std::{path::Path, sync::Arc};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use crate::{
    app::{App, AppError, Unimportable},
    chance::Counting,
    clock::{Clock as _, HandTurned},
    document::{Block, Document, Span},
    domain::{
        account::{Account, PlatformName},
        inbound::{Inbound, InboundKey, Profile, Room, RoomKind, Said},
        matching::TooMany,
        press::Press,
        programme::Outline,
    },
    files::people::PersonRow,
    l10n::Words,
    platform::{
        Installation, Platform,
        console::{Console, Posted},
    },
    seal::Seal,
    store::{Store, StoreError},
};

/// The largest file that is read from the terminal, in bytes.
const MOST_BYTES: u64 = 5_000_000;

/// How long a button is waited for: longer than any pause of a programme's calendar.
const LONGEST_WAIT_DAYS: i64 = 100;

/// The bot on the terminal.
pub struct Stage {
    /// The bot.
    pub app: App,
    /// Its clock.
    pub clock: Arc<HandTurned>,
    /// Where the transcript's clock hangs.
    pub zone: TimeZone,
    console: Arc<Console>,
    said: u64,
    buttons: Vec<(String, String, Press)>,
    /// The files that people were sent so far, by name and with what is in them.
    pub files: Vec<(String, Vec<u8>)>,
}

/// The play can't go on.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The bot failed.
    #[error(transparent)]
    App(#[from] AppError),
    /// Nobody can press that.
    #[error("{who} has no button {label:?}")]
    NoButton {
        /// Who would press it.
        who: String,
        /// What it would say.
        label: String,
    },
    /// Nobody is shown that button for so long that it won't come.
    #[error("{who} isn't shown a button {label:?} within {LONGEST_WAIT_DAYS} days")]
    NotAsked {
        /// Who should have seen it.
        who: String,
        /// What it would say.
        label: String,
    },
    /// There are more people than are matched at once.
    #[error("the people can't be matched: {0}")]
    TooMany(#[from] TooMany),
    /// The programme can't be set up.
    #[error("the programme can't be set up: {0}")]
    Programme(#[from] Unimportable),
    /// The name can't be used.
    #[error(transparent)]
    Installation(#[from] crate::platform::BadInstallation),
}

/// What notes are sealed with in a play, whose database is gone with it.
const DEMO_KEY: [u8; 32] = [7; 32];

impl Stage {
    /// The bot with an empty database at `database`, and the clock at `start`.
    pub async fn open(
        database: &str,
        start: Timestamp,
        zone: TimeZone,
        words: Words,
    ) -> Result<Self, StageError> {
        let clock = Arc::new(HandTurned::at(start));
        let console = Arc::new(Console::default());
        let store = Store::open(database).await?;
        let installation = Installation::new("demo")?;
        let chance = Arc::new(Counting::default());
        let mut app = App::new(installation, store, clock.clone(), chance, words);
        let platform: Arc<dyn Platform> = console.clone();
        app.platforms.insert(PlatformName::Console, platform);
        // The same play gives the same transcript, to the byte.
        app.side_by_side = 1;
        app.seal = Some(Seal::of_bytes(DEMO_KEY));
        Ok(Self { app, clock, zone, console, said: 0, buttons: vec![], files: vec![] })
    }

    /// Sets up a programme with its people and pairs, and starts it.
    pub async fn rehearse(
        &mut self,
        outline: &Outline,
        file: &str,
        rows: &[PersonRow],
        pairs: &[(String, String)],
    ) -> Result<(), StageError> {
        self.app.rehearse(outline, file, rows, pairs).await?;
        self.turn().await?;
        Ok(())
    }

    /// Lets time pass until then: whatever becomes due is done when it is.
    pub async fn pass_until(&mut self, then: Timestamp) -> Result<Vec<String>, StageError> {
        let mut seen = self.turn().await?;
        while let Some(due) = self.app.store.next_due().await?.filter(|due| *due <= then) {
            // What is due already and doesn't move waits for somebody, not for time.
            let next = due.max(self.clock.now() + SignedDuration::from_secs(1));
            if next > then {
                break;
            }
            self.clock.turn_to(next);
            seen.extend(self.turn().await?);
        }
        self.clock.turn_to(then);
        seen.extend(self.turn().await?);
        Ok(seen)
    }

    /// Lets time pass until somebody is shown a button with that label that they don't see yet.
    /// What else is due at that moment is done as well.
    pub async fn pass_until_asked(
        &mut self,
        who: &str,
        label: &str,
    ) -> Result<Vec<String>, StageError> {
        let mut seen = self.turn().await?;
        let known = self.buttons.len();
        let latest = self.clock.now() + SignedDuration::from_hours(24 * LONGEST_WAIT_DAYS);
        while !self.buttons.iter().skip(known).any(|button| is_shown(button, who, label)) {
            let due = self.app.store.next_due().await?;
            let next = due.map(|due| due.max(self.clock.now() + SignedDuration::from_secs(1)));
            let Some(next) = next.filter(|next| *next <= latest) else {
                let (who, label) = (who.to_owned(), label.to_owned());
                return Err(StageError::NotAsked { who, label });
            };
            self.clock.turn_to(next);
            seen.extend(self.turn().await?);
        }
        Ok(seen)
    }

    /// Does what is due now, and says what everybody saw.
    pub async fn turn(&mut self) -> Result<Vec<String>, StageError> {
        self.app.turn().await?;
        let posted = self.console.read();
        let now = self.clock.now();
        for post in &posted {
            let files = post.document.attachments.iter();
            self.files.extend(files.map(|file| (file.name.clone(), file.bytes().to_vec())));
            for button in &post.document.buttons {
                self.buttons.push((post.room.clone(), button.label.clone(), button.press));
            }
        }
        Ok(posted.iter().map(|post| self.line(now, post)).collect())
    }

    /// Somebody types something in their direct conversation. A path of a list or of a programme
    /// file hands in that file.
    pub async fn says(&mut self, who: &str, text: &str) -> Result<Vec<String>, StageError> {
        let said =
            file_in(text).unwrap_or_else(|| Said::Text { text: text.to_owned(), reply_to: None });
        self.hear(who, who, RoomKind::Direct, said).await
    }

    /// Somebody types something to the bot where others listen.
    pub async fn says_in(
        &mut self,
        room: &str,
        who: &str,
        text: &str,
    ) -> Result<Vec<String>, StageError> {
        let said = Said::Text { text: text.to_owned(), reply_to: None };
        self.hear(room, who, RoomKind::Shared, said).await
    }

    /// Somebody presses the newest button with that label that they see.
    pub async fn presses(&mut self, who: &str, label: &str) -> Result<Vec<String>, StageError> {
        let newest = self.buttons.iter().rev().find(|button| is_shown(button, who, label));
        let Some((room, _, press)) = newest.cloned() else {
            return Err(StageError::NoButton { who: who.to_owned(), label: label.to_owned() });
        };
        let kind = if room.contains('+') { RoomKind::Shared } else { RoomKind::Direct };
        self.hear(&room, who, kind, Said::Press { token: press.token() }).await
    }

    /// A platform delivers what somebody said.
    pub async fn hear(
        &mut self,
        room: &str,
        who: &str,
        kind: RoomKind,
        said: Said,
    ) -> Result<Vec<String>, StageError> {
        self.said += 1;
        let inbound = Inbound {
            key: InboundKey(format!("console:{}", self.said)),
            from: Account { platform: PlatformName::Console, address: who.to_owned() },
            profile: Profile::default(),
            room: Room { platform: PlatformName::Console, address: room.to_owned(), kind },
            said,
            said_at: self.clock.now(),
            answers_to: None,
        };
        self.app.respond(&inbound).await?;
        self.turn().await
    }

    fn line(&self, now: Timestamp, post: &Posted) -> String {
        let at = self.zone.to_datetime(now).strftime("%Y-%m-%d %H.%M");
        let text = text(&post.document);
        format!("{at} → {}  {text}", post.room)
    }
}

/// Whether somebody sees a button, which stands in a room, and it says that.
fn is_shown((room, known, _): &(String, String, Press), who: &str, label: &str) -> bool {
    room.split('+').any(|one| one == who) && known.to_lowercase() == label.to_lowercase()
}

/// A message as the transcript shows it: the first line behind its receiver, the others indented,
/// the buttons at the end, files below.
pub fn text(document: &Document) -> String {
    let mut lines: Vec<String> = vec![];
    for block in &document.blocks {
        match block {
            Block::Paragraph(spans) => lines.extend(spelt(spans).lines().map(str::to_owned)),
            Block::List(points) => {
                lines.extend(points.iter().map(|spans| format!("– {}", spelt(spans))));
            }
        }
    }
    let buttons: Vec<_> =
        document.buttons.iter().map(|button| format!("[{}]", button.label)).collect();
    if !buttons.is_empty() {
        let buttons = buttons.join(" ");
        match lines.as_mut_slice() {
            [only] => {
                only.push_str("  ");
                only.push_str(&buttons);
            }
            _ => lines.push(buttons),
        }
    }
    for file in &document.attachments {
        lines.push(format!("<{}>", file.name));
        // What goes into a calendar is for no eyes, and a page is for a browser.
        if matches!(file.media_type.as_str(), "text/calendar" | "text/html") {
            continue;
        }
        let text = file.text().unwrap_or_default();
        lines.extend(text.lines().map(|line| format!("| {line}")));
    }
    lines.join("\n    ")
}

fn spelt(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Code(text) => format!("`{text}`"),
            Span::Text(_) | Span::Strong(_) | Span::Time { .. } => span.text().to_owned(),
        })
        .collect()
}

/// The file whose path stands in a line, if there is one.
pub(crate) fn file_in(text: &str) -> Option<Said> {
    let path = text.split_whitespace().find(|word| {
        let path = Path::new(word);
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        matches!(ending.to_lowercase().as_str(), "csv" | "ics" | "toml") && path.is_file()
    })?;
    let size = std::fs::metadata(path).map_or(u64::MAX, |file| file.len());
    if size > MOST_BYTES {
        return Some(Said::FileTooLarge);
    }
    let bytes = std::fs::read(path).ok()?;
    let name = Path::new(path).file_name()?.to_string_lossy().into_owned();
    let text = text.replace(path, "").trim().to_owned();
    Some(Said::File { name, bytes, text })
}
