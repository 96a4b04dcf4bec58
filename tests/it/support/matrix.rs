//! Real people with real Matrix clients, and the homeserver that they are on.

#![expect(
    clippy::disallowed_methods,
    reason = "real people run beside the bot, on a real clock, with names that no run had before"
)]

use std::{
    path::Path,
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use matrix_sdk::{
    Client, Room, RoomState,
    config::SyncSettings,
    encryption::EncryptionSettings,
    ruma::{
        RoomId,
        events::room::{
            member::StrippedRoomMemberEvent,
            message::{OriginalSyncRoomMessageEvent, RoomMessageEventContent},
        },
    },
};
use mentorskap::platform::matrix::{Login, Settings};
use tokio::task::JoinHandle;

pub use super::peers::{eventually, peer};
use super::story::as_on_the_terminal;

pub const PASSWORD: &str = "correct horse battery staple";

/// A homeserver's address, and the secret with which accounts are made there.
pub type Homeserver = (String, String);

/// The homeserver that the tests run against, or none and a word about it.
#[track_caller]
pub fn homeserver() -> Option<Homeserver> {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let _ = tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_test_writer()
        .try_init();
    peer("TEST_SYNAPSE_URL").zip(peer("TEST_SYNAPSE_SECRET"))
}

/// A name that no earlier run has used.
pub fn fresh(name: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let count = COUNT.fetch_add(1, Ordering::SeqCst);
    format!("{name}{}x{}x{count}", now.as_millis(), std::process::id())
}

pub async fn ask(request: matrix_sdk::reqwest::RequestBuilder) -> serde_json::Value {
    let text = request.send().await.unwrap().text().await.unwrap();
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}"))
}

/// Makes an account and returns its id.
pub async fn register(server: &Homeserver, name: &str) -> String {
    let answer = account(server, name, "notadmin").await;
    answer["user_id"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

pub async fn account((url, secret): &Homeserver, name: &str, kind: &str) -> serde_json::Value {
    let http = matrix_sdk::reqwest::Client::new();
    let address = format!("{url}/_synapse/admin/v1/register");
    let nonce = ask(http.get(&address)).await["nonce"].as_str().unwrap().to_owned();
    let script = "import hmac,sys;print(hmac.new(sys.argv[1].encode(),'\\0'.join(sys.argv[2:])\
                  .encode(),'sha1').hexdigest())";
    let mut mac = Command::new("python3");
    mac.args(["-c", script, secret, &nonce, name, PASSWORD, kind]);
    let mac = String::from_utf8(mac.output().unwrap().stdout).unwrap();
    let body = serde_json::json!({
        "nonce": nonce, "username": name, "password": PASSWORD, "admin": kind == "admin",
        "mac": mac.trim(), "displayname": display_name(name),
    });
    ask(http.post(&address).body(body.to_string())).await
}

/// What a person is called whose account has a number behind the name; bots choose none.
fn display_name(account: &str) -> String {
    match account.split(|c: char| c.is_ascii_digit()).next() {
        Some(name) if name != "bot" => as_on_the_terminal(name),
        Some(_) | None => account.to_owned(),
    }
}

pub fn settings(url: &str, user_id: &str, store_dir: &Path) -> Settings {
    Settings {
        homeserver: url.to_owned(),
        user_id: user_id.to_owned(),
        login: Login::Password(PASSWORD.to_owned()),
        store_dir: store_dir.to_owned(),
        recovery_key: Some("a passphrase for the test".to_owned()),
        device_name: "Mentorskap".to_owned(),
    }
}

/// A person with an encrypting client.
pub struct Person {
    pub client: Client,
    pub seen: Arc<Mutex<Vec<OriginalSyncRoomMessageEvent>>>,
    /// In which room each of them was.
    pub rooms: Arc<Mutex<Vec<String>>>,
    syncing: JoinHandle<()>,
    pub id: String,
    _store: tempfile::TempDir,
}

impl Person {
    pub async fn join(server: &Homeserver, name: &str) -> Self {
        Self::join_by(server, &server.0, name).await
    }

    /// Joins by way of another address.
    pub async fn join_by(server: &Homeserver, address: &str, name: &str) -> Self {
        Self::sign_in(address, register(server, &fresh(name)).await).await
    }

    /// Signs in to an account that there is already.
    pub async fn sign_in(address: &str, id: String) -> Self {
        let store = tempfile::tempdir().unwrap();
        let client = Client::builder()
            .homeserver_url(address)
            .respect_login_well_known(false)
            .sqlite_store(store.path(), None)
            .with_encryption_settings(EncryptionSettings {
                auto_enable_cross_signing: true,
                ..EncryptionSettings::default()
            })
            .build()
            .await
            .unwrap();
        client.matrix_auth().login_username(&id, PASSWORD).send().await.unwrap();
        client.encryption().wait_for_e2ee_initialization_tasks().await;
        let seen = Arc::new(Mutex::new(Vec::new()));
        let rooms = Arc::new(Mutex::new(Vec::new()));
        let shown = (seen.clone(), rooms.clone());
        client.add_event_handler(move |event: OriginalSyncRoomMessageEvent, room: Room| {
            let shown = shown.clone();
            async move {
                shown.1.lock().unwrap().push(room.room_id().to_string());
                shown.0.lock().unwrap().push(event);
            }
        });
        client.sync_once(SyncSettings::new()).await.unwrap();
        let syncing = client.clone();
        let syncing = tokio::spawn(async move {
            let _ = syncing.sync(SyncSettings::new()).await;
        });
        Self { client, seen, rooms, syncing, id, _store: store }
    }

    /// Accepts every invitation from now on, as soon as it comes.
    pub fn accept_all(&self) {
        self.client.add_event_handler(|event: StrippedRoomMemberEvent, room: Room| async move {
            if event.state_key == room.own_user_id() {
                // The handler must end before the next sync can bring what it waits for.
                tokio::spawn(async move {
                    while room.state() != RoomState::Joined && room.join().await.is_err() {
                        tokio::time::sleep(Duration::from_millis(200)).await;
                    }
                });
            }
        });
    }

    /// Accepts the invitation to a room.
    pub async fn accept(&self, room: &str) -> Room {
        let id = RoomId::parse(room).unwrap();
        eventually("an invitation", || {
            self.client.get_room(&id).is_some_and(|room| room.state() == RoomState::Invited)
        })
        .await;
        self.client.get_room(&id).unwrap().join().await.unwrap();
        eventually("encryption", || {
            self.client.get_room(&id).is_some_and(|room| room.encryption_state().is_encrypted())
        })
        .await;
        self.client.get_room(&id).unwrap()
    }

    pub fn bodies(&self) -> Vec<String> {
        let seen = self.seen.lock().unwrap();
        seen.iter().map(|event| event.content.body().to_owned()).collect()
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        self.syncing.abort();
    }
}

pub async fn say(room: &Room, text: &str) {
    room.send(RoomMessageEventContent::text_plain(text)).await.unwrap();
}

/// A homeserver of a test's own.
pub struct OwnSynapse {
    pub url: String,
    folder: tempfile::TempDir,
    python: String,
}

impl OwnSynapse {
    /// With the limits that Synapse has by itself.
    pub fn limited(secret: &str) -> Option<Self> {
        Self::start(secret, &["fast"])
    }

    /// Without limits, and with Synapse's own cache of sync answers.
    pub fn with_sync_cache(secret: &str) -> Option<Self> {
        Self::start(secret, &["fast", "norate", "synccache"])
    }

    /// With those of the settings in `tests/peers`, later ones above earlier ones.
    pub fn start(secret: &str, overlays: &[&str]) -> Option<Self> {
        let python = peer("TEST_SYNAPSE_PYTHON")?;
        let below = peer("TEST_PEERS_DIR")?;
        let folder = tempfile::tempdir_in(below).unwrap();
        let mut start = Command::new(&python);
        start.args(["tests/peers/synapse_ctl.py", "start", "--secret", secret]);
        for overlay in overlays {
            start.args(["--overlay", overlay]);
        }
        start.arg("--dir").arg(folder.path());
        if let Ok(template) = std::env::var("TEST_SYNAPSE_TEMPLATE") {
            start.args(["--template-db", &template]);
        }
        let answer = start.output().unwrap();
        let text = String::from_utf8_lossy(&answer.stdout);
        let json: serde_json::Value = serde_json::from_str(&text)
            .unwrap_or_else(|_| panic!("{text}{}", String::from_utf8_lossy(&answer.stderr)));
        let url = json["url"].as_str().unwrap().to_owned();
        Some(Self { url, folder, python })
    }
}

impl Drop for OwnSynapse {
    fn drop(&mut self) {
        let mut stop = Command::new(&self.python);
        stop.args(["tests/peers/synapse_ctl.py", "stop", "--kill", "--dir"]);
        let _ = stop.arg(self.folder.path()).output();
    }
}
