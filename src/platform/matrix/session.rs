//! One login, kept: session, device and keys belong together, on disk.

use std::{
    convert::Infallible,
    fs::{File, TryLockError},
    future::pending,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use matrix_sdk::{
    Client, ClientBuildError, SessionMeta, SessionTokens,
    authentication::matrix::MatrixSession,
    config::SyncSettings,
    encryption::{
        BackupDownloadStrategy, EncryptionSettings,
        recovery::{RecoveryError, RecoveryState},
        secret_storage::SecretStorageError,
    },
    ruma::{DeviceId, OwnedDeviceId, OwnedUserId, UserId},
    store::RoomLoadSettings,
};
use matrix_sdk::{
    config::RequestConfig, cross_process_lock::CrossProcessLockConfig, store::StateStoreDataKey,
};
use serde::{Deserialize, Serialize};
use tokio::time::sleep;
use tracing::{error, info, warn};

use super::{
    Login, Settings,
    refusal::{self, Meaning},
};
use crate::platform::PlatformError;

/// How long a secret storage that could not be opened is left alone.
const TRUST_AGAIN: Duration = Duration::from_mins(10);

/// What is kept of the login.
#[derive(Serialize, Deserialize)]
struct Kept {
    user_id: OwnedUserId,
    device_id: OwnedDeviceId,
    /// None until the first login has succeeded.
    access_token: Option<String>,
}

/// A session in use.
pub(super) struct Opened {
    pub(super) client: Client,
    /// The claim on the folder.
    pub(super) claim: File,
    /// The recovery key, if it could not be tried yet.
    pub(super) untried: Option<String>,
}

/// Logs in or takes up the session.
pub(super) async fn open(settings: &Settings) -> Result<Opened, PlatformError> {
    let user_id = UserId::parse(&settings.user_id).map_err(|_| {
        setup(format!(
            "{:?} is no Matrix id. Write matrix.user_id as in @mentor:example.org.",
            settings.user_id
        ))
    })?;
    let folder = &settings.store_dir;
    let claim = claim(folder)?;
    let kept = read(folder)?;
    if let Some(other) = kept.as_ref().map(|kept| &kept.user_id).filter(|id| **id != user_id) {
        return Err(setup(format!(
            "The folder {} belongs to {other}. Give {user_id} a folder of its own in \
             matrix.store_dir.",
            folder.display()
        )));
    }
    let client = build(settings).await?;
    match kept {
        Some(Kept { device_id, access_token: Some(access_token), .. }) => {
            restore(&client, user_id, device_id, access_token, settings).await?;
            check_session(&client).await?;
        }
        begun => {
            // The device's name is kept before it exists: whoever is killed between the login
            // and the note of it comes back as the same device, to which the keys belong.
            let device_id = begun.map_or_else(DeviceId::new, |kept| kept.device_id);
            log_in(&client, user_id, device_id, settings).await?;
        }
    }
    client.encryption().wait_for_e2ee_initialization_tasks().await;
    let untried = trust(&client, settings.recovery_key.clone()).await?;
    first_sync(&client).await?;
    warn_if_unverified(&client).await;
    Ok(Opened { client, claim, untried })
}

async fn build(settings: &Settings) -> Result<Client, PlatformError> {
    let builder = Client::builder();
    let homeserver = settings.homeserver.trim();
    let builder = if homeserver.starts_with("http://") || homeserver.starts_with("https://") {
        builder.homeserver_url(homeserver)
    } else {
        builder.server_name_or_homeserver_url(homeserver)
    };
    let builder = builder
        // The answer to a login may name another address, which would count until the next start
        // and no longer. The one in the configuration counts always.
        .respect_login_well_known(false)
        .sqlite_store(&settings.store_dir, None)
        .cross_process_store_config(CrossProcessLockConfig::SingleProcess)
        .request_config(RequestConfig::short_retry())
        .with_encryption_settings(EncryptionSettings {
            auto_enable_cross_signing: true,
            backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
            auto_enable_backups: true,
        });
    builder.build().await.map_err(|error| {
        let ClientBuildError::SqliteStore(error) = error else { return no_server(settings) };
        setup(format!(
            "The Matrix store in {} can't be opened ({error}). If another version made it, move \
             the folder away; the bot then logs in anew.",
            settings.store_dir.display()
        ))
    })
}

async fn log_in(
    client: &Client,
    user_id: OwnedUserId,
    device_id: OwnedDeviceId,
    settings: &Settings,
) -> Result<(), PlatformError> {
    let folder = &settings.store_dir;
    match &settings.login {
        Login::Password(password) => {
            let begun =
                Kept { user_id: user_id.clone(), device_id: device_id.clone(), access_token: None };
            write(folder, &begun)?;
            let login = client.matrix_auth().login_username(user_id.as_str(), password);
            let login = login
                .device_id(device_id.as_str())
                .initial_device_display_name(&settings.device_name);
            let session = login.send().await.map_err(|error| login_error(error, settings))?;
            info!(matrix.device = %session.device_id, "logged in to Matrix");
            let access_token = Some(session.access_token);
            write(folder, &Kept { user_id: session.user_id, device_id, access_token })
        }
        Login::Token(token) => {
            let device_id = device_of(settings, &user_id, token).await?;
            restore(client, user_id.clone(), device_id.clone(), token.clone(), settings).await?;
            write(folder, &Kept { user_id, device_id, access_token: Some(token.clone()) })
        }
    }
}

/// A token doesn't say for which device it is; the homeserver knows. It is asked by a client
/// without a memory, since keys that were stored under a wrong name could not be used.
async fn device_of(
    settings: &Settings,
    user_id: &UserId,
    token: &str,
) -> Result<OwnedDeviceId, PlatformError> {
    let builder = Client::builder().server_name_or_homeserver_url(settings.homeserver.trim());
    let builder = builder.request_config(RequestConfig::short_retry());
    let asking = builder.build().await.map_err(|_| no_server(settings))?;
    restore(&asking, user_id.to_owned(), DeviceId::new(), token.to_owned(), settings).await?;
    let answer = asking.whoami().await;
    let answer = answer.map_err(|error| {
        if !matches!(refusal::meaning(&error), Meaning::LoggedOut | Meaning::Forbidden) {
            return login_error(error.into(), settings);
        }
        setup(
            "The homeserver refuses the access token. Put a valid one into \
             matrix.access_token_file."
                .to_owned(),
        )
    })?;
    if answer.user_id != user_id {
        return Err(setup(format!(
            "The Matrix access token belongs to {}, and matrix.user_id says {user_id}. Correct \
             one of them.",
            answer.user_id
        )));
    }
    answer.device_id.ok_or_else(|| {
        setup("The Matrix access token belongs to no device. Log in with a password.".to_owned())
    })
}

async fn restore(
    client: &Client,
    user_id: OwnedUserId,
    device_id: OwnedDeviceId,
    access_token: String,
    settings: &Settings,
) -> Result<(), PlatformError> {
    let session = MatrixSession {
        meta: SessionMeta { user_id, device_id },
        tokens: SessionTokens { access_token, refresh_token: None },
    };
    let auth = client.matrix_auth();
    auth.restore_session(session, RoomLoadSettings::default()).await.map_err(|error| {
        setup(format!(
            "The Matrix store in {} doesn't fit its session ({error}). Move the folder away; the \
             bot then logs in anew.",
            settings.store_dir.display()
        ))
    })
}

/// Says at once that a session was ended elsewhere. Any other trouble may pass while listening.
async fn check_session(client: &Client) -> Result<(), PlatformError> {
    match client.whoami().await {
        Err(error) if refusal::meaning(&error) == Meaning::LoggedOut => Err(logged_out()),
        Err(_) => {
            warn!("the Matrix homeserver does not answer yet");
            Ok(())
        }
        Ok(_) => Ok(()),
    }
}

/// The session was ended by somebody else.
pub(super) fn logged_out() -> PlatformError {
    setup(
        "The homeserver has ended the bot's session. Move the folder in matrix.store_dir away, so \
         that the bot logs in anew; if it uses an access token, get a new one first."
            .to_owned(),
    )
}

/// Gives the device the account's own signature, which people's clients look for. A trouble that
/// may pass doesn't keep the bot from its work: then the key is handed back, to be tried later.
async fn trust(client: &Client, key: Option<String>) -> Result<Option<String>, PlatformError> {
    let Some(key) = key else { return Ok(None) };
    let recovery = client.encryption().recovery();
    let opened = match recovery.state() {
        RecoveryState::Incomplete => recovery.recover(&key).await.map(|()| "opened"),
        RecoveryState::Disabled => recovery.enable().with_passphrase(&key).await.map(|_| "made"),
        RecoveryState::Enabled => Ok("open already"),
        RecoveryState::Unknown => {
            warn!("the Matrix secret storage isn't known yet; it is tried again later");
            return Ok(Some(key));
        }
    };
    match opened {
        Ok(how) => {
            info!(matrix.recovery = how, "Matrix secret storage is in use");
            Ok(None)
        }
        Err(RecoveryError::SecretStorage(SecretStorageError::SecretStorageKey(_))) => Err(setup(
            "The Matrix recovery key doesn't open the account's secret storage. Correct \
             matrix.recovery_key_file, or leave it out."
                .to_owned(),
        )),
        // What went wrong may quote the homeserver's answer, so it isn't logged.
        Err(_) => {
            warn!("the Matrix secret storage could not be opened; it is tried again later");
            Ok(Some(key))
        }
    }
}

/// Tries that again from time to time, if it has to be.
pub(super) async fn trust_later(client: &Client, mut key: Option<String>) -> Infallible {
    while key.is_some() {
        sleep(TRUST_AGAIN).await;
        match trust(client, key.take()).await {
            Ok(left) => key = left,
            // The bot has done without until now; the next start says it in full.
            Err(error) => error!(%error, "the bot's Matrix device stays unverified"),
        }
    }
    pending().await
}

async fn warn_if_unverified(client: &Client) {
    let own = client.encryption().get_own_device().await;
    if !own.is_ok_and(|device| device.is_some_and(|device| device.is_cross_signed_by_owner())) {
        warn!("the bot's Matrix device is not verified; some clients will warn people about it");
    }
}

/// Learns which rooms there are, so that letters can be posted before anybody has spoken. What
/// was said in them is read when the bot starts to listen.
async fn first_sync(client: &Client) -> Result<(), PlatformError> {
    let known = client.state_store().get_kv_data(StateStoreDataKey::SyncToken).await;
    if matches!(known, Ok(Some(_))) {
        return Ok(());
    }
    let settings = SyncSettings::new().timeout(Duration::ZERO);
    let synced = client.sync_once(settings).await;
    synced.map(|_| ()).map_err(|error| PlatformError::Broken(Box::new(error)))
}

fn login_error(error: matrix_sdk::Error, settings: &Settings) -> PlatformError {
    match refusal::meaning_of(&error) {
        Meaning::Forbidden | Meaning::LoggedOut | Meaning::Refused => setup(format!(
            "The homeserver refuses the login of {}. Check matrix.user_id and its password or \
             token.",
            settings.user_id
        )),
        Meaning::Wait(wait) => setup(format!(
            "The homeserver allows no more logins for {} s. Wait that long before the next start.",
            wait.as_secs() + 1
        )),
        Meaning::Unclear => match refusal::http(&error) {
            Some(_) => no_server(settings),
            None => PlatformError::Broken(Box::new(error)),
        },
    }
}

fn no_server(settings: &Settings) -> PlatformError {
    setup(format!(
        "No Matrix homeserver answers at {}. Check matrix.homeserver and the network.",
        settings.homeserver
    ))
}

pub(super) fn setup(what: String) -> PlatformError {
    PlatformError::Setup { what }
}

/// Takes the folder for this process.
fn claim(folder: &Path) -> Result<File, PlatformError> {
    let failed = |error: io::Error| unusable(folder, &error);
    std::fs::create_dir_all(folder).map_err(failed)?;
    protect(folder, 0o700).map_err(failed)?;
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join("lock"));
    let lock = lock.map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(setup(format!(
            "Another process uses the folder {}. Stop it, or give each bot a folder of its own in \
             matrix.store_dir.",
            folder.display()
        ))),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

fn unusable(folder: &Path, error: &io::Error) -> PlatformError {
    setup(format!(
        "The folder {} can't be used ({error}). Check matrix.store_dir and who owns it.",
        folder.display()
    ))
}

fn file(folder: &Path) -> PathBuf {
    folder.join("session.json")
}

fn read(folder: &Path) -> Result<Option<Kept>, PlatformError> {
    let text = match std::fs::read_to_string(file(folder)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unusable(folder, &error)),
    };
    serde_json::from_str(&text).map(Some).map_err(|_| {
        setup(format!(
            "{} is damaged. Move the folder away; the bot then logs in anew.",
            file(folder).display()
        ))
    })
}

/// Replaces the file as a whole: half a session would be none.
fn write(folder: &Path, kept: &Kept) -> Result<(), PlatformError> {
    let save = || {
        let new = folder.join("session.new");
        let text = serde_json::to_string(kept)?;
        File::create(&new)?;
        protect(&new, 0o600)?;
        std::fs::write(&new, text)?;
        File::open(&new)?.sync_all()?;
        std::fs::rename(new, file(folder))
    };
    save().map_err(|error| unusable(folder, &error))
}

/// Keeps other users of the machine out.
fn protect(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
    }
    #[cfg(not(unix))]
    {
        let _ = (path, mode);
        Ok(())
    }
}
