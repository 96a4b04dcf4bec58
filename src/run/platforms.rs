//! The platforms that the configuration names.

use std::sync::Arc;

use tracing::info;

use super::terminal::Terminal;
use crate::{
    app::App,
    cli::Failure,
    config::{Config, DiscordConfig, MatrixConfig},
    platform::Platform,
};

/// Connects to every platform that the configuration names.
pub(super) async fn connect(config: &Config, app: &App) -> Result<Vec<Arc<dyn Platform>>, Failure> {
    // Two providers of cryptography are in the tree; one has to be chosen before any is used.
    #[cfg(any(feature = "discord", feature = "matrix"))]
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let mut platforms: Vec<Arc<dyn Platform>> = vec![];
    if let Some(config) = &config.discord {
        platforms.push(discord(config, app)?);
    }
    if let Some(config) = &config.matrix {
        platforms.push(matrix(config).await?);
    }
    if platforms.is_empty() {
        info!("no platform is configured: everybody sits at this terminal");
        platforms.push(Arc::new(Terminal::default()));
    }
    Ok(platforms)
}

#[cfg(feature = "discord")]
fn discord(config: &DiscordConfig, app: &App) -> Result<Arc<dyn Platform>, Failure> {
    use crate::platform::discord::{Discord, Settings};

    let settings = Settings {
        token: config.token.reveal().to_owned(),
        proxy: config.proxy.clone(),
        catalogue: app.words.catalogue(),
        lexicon: app.lexicon.clone(),
        longest_silence: Settings::LONGEST_SILENCE,
    };
    let discord = Discord::new(settings).map_err(|error| Failure::work(error, ""))?;
    Ok(Arc::new(discord))
}

#[cfg(not(feature = "discord"))]
fn discord(_: &DiscordConfig, _: &App) -> Result<Arc<dyn Platform>, Failure> {
    Err(not_built("discord"))
}

#[cfg(feature = "matrix")]
async fn matrix(config: &MatrixConfig) -> Result<Arc<dyn Platform>, Failure> {
    use crate::{
        config::MatrixLogin,
        platform::matrix::{Login, Matrix, Settings},
    };

    let login = match &config.login {
        MatrixLogin::Password(password) => Login::Password(password.reveal().to_owned()),
        MatrixLogin::Token(token) => Login::Token(token.reveal().to_owned()),
    };
    let settings = Settings {
        homeserver: config.homeserver.clone(),
        user_id: config.user_id.clone(),
        login,
        store_dir: config.store_dir.clone(),
        recovery_key: config.recovery_key.as_ref().map(|key| key.reveal().to_owned()),
        device_name: config.device_name.clone(),
    };
    let matrix = Matrix::connect(settings).await.map_err(|error| Failure::work(error, ""))?;
    Ok(Arc::new(matrix))
}

#[cfg(not(feature = "matrix"))]
#[expect(clippy::unused_async, reason = "it takes the place of the one that waits")]
async fn matrix(_: &MatrixConfig) -> Result<Arc<dyn Platform>, Failure> {
    Err(not_built("matrix"))
}

#[cfg(not(all(feature = "discord", feature = "matrix")))]
fn not_built(platform: &str) -> Failure {
    Failure::call(
        format!("This build of Mentorskap has no {platform}."),
        &format!(
            "Build it with `--features {platform}`, or remove [{platform}] from the configuration."
        ),
    )
}
