//! How one installation of the bot is set up.
//!
//! The embedded `config/default.toml` documents every key. A file may lie above it, and the
//! environment above both. Everything that can be found wrong before a start is found here, at once
//! and with its place.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use crate::{
    domain::account::Account,
    files::{Fault, SetupProblem, decode},
    platform::Installation,
};

mod examine;
mod layers;
mod secret;

pub use secret::Secret;

use layers::Layers;

/// How the bot is set up. Its `Debug` form shows no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The URL of the database, which may hold a password.
    pub database: Secret,
    /// A folder with Fluent files that replace single messages.
    pub locales_dir: Option<PathBuf>,
    /// How to reach Discord, if it is used.
    pub discord: Option<DiscordConfig>,
    /// How to reach Matrix, if it is used.
    pub matrix: Option<MatrixConfig>,
    /// Tells our deliveries from those of others. None if it is for the store to make one up.
    pub installation: Option<Installation>,
    /// What private notes are encrypted with.
    pub notes_key: Option<Secret>,
    /// Where the bot tells how it is.
    pub metrics: Option<SocketAddr>,
    /// Who may set up programmes.
    pub leaders: Vec<Account>,
}

/// How to reach Discord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscordConfig {
    /// The bot's token.
    pub token: Secret,
    /// The URL of a proxy that limits rates in our stead.
    pub proxy: Option<String>,
}

/// How to reach Matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixConfig {
    /// The URL of the homeserver.
    pub homeserver: String,
    /// The bot's own account, such as `@mentorskap:example.org`.
    pub user_id: String,
    /// What proves that it is the bot.
    pub login: MatrixLogin,
    /// Where session and keys are kept. It need not be there yet.
    pub store_dir: PathBuf,
    /// Opens the backup of the bot's keys.
    pub recovery_key: Option<Secret>,
    /// What the bot's session is called.
    pub device_name: String,
}

/// What proves on Matrix that it is the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatrixLogin {
    /// The account's password.
    Password(Secret),
    /// An access token, made for a device that nothing else uses.
    Token(Secret),
}

/// Reads the configuration from the file at `path`, if there is one, and from the variables in
/// `env`. Fails with everything that would keep the bot from starting.
pub fn load(
    path: Option<&Path>,
    env: impl Iterator<Item = (String, String)>,
) -> Result<Config, Vec<Fault>> {
    let examined = examine(path, env);
    match examined.config {
        Some(config) if examined.faults.is_empty() => Ok(config),
        _ => Err(examined.faults),
    }
}

/// What came of looking at a configuration before anything starts.
#[derive(Debug)]
pub struct Checked {
    /// The configuration, if nothing that it needs is missing.
    pub config: Option<Config>,
    /// Everything that [`load`] would fail with.
    pub faults: Vec<Fault>,
    /// What the bot can live with but shouldn't: secrets that all users of the machine can read.
    pub cautions: Vec<Fault>,
    layers: Layers,
}

/// Looks at the configuration as [`load`] does, and says more than what keeps it from being used.
pub fn check(path: Option<&Path>, env: impl Iterator<Item = (String, String)>) -> Checked {
    let examine::Examined { config, faults, cautions, layers } = examine(path, env);
    Checked { config, faults, cautions, layers }
}

impl Checked {
    /// The platforms that are asked for and that this build doesn't have. What is said of them is
    /// read all the same, so that its faults are told too.
    pub fn not_built(&self) -> Vec<Fault> {
        let platforms =
            [("discord", cfg!(feature = "discord")), ("matrix", cfg!(feature = "matrix"))];
        let missing = platforms.into_iter().filter(|(_, is_built)| !is_built);
        let faults = missing.filter_map(|(platform, _)| {
            let place = self.layers.mentioned(&format!("{platform}."))?;
            Some(place.fault_of(platform, SetupProblem::NotBuilt { platform }))
        });
        faults.collect()
    }

    /// A fault of a key or a table that only came out when it was used, at its place.
    pub fn fault(&self, name: &str, what: SetupProblem) -> Fault {
        match self.layers.mentioned(name) {
            Some(place) => place.fault_of(name, what),
            None => Fault {
                file: layers::DEFAULT_FILE.to_owned(),
                line: None,
                name: Some(name.to_owned()),
                what: what.into(),
            },
        }
    }
}

fn examine(path: Option<&Path>, env: impl Iterator<Item = (String, String)>) -> examine::Examined {
    let mut layers = Layers::by_default();
    if let Some(path) = path {
        put_file(&mut layers, path);
    }
    layers.put_environment(env);
    examine::examine(layers)
}

fn put_file(layers: &mut Layers, path: &Path) {
    let fault = |line, what| Fault { file: path.display().to_string(), line, name: None, what };
    match fs::read(path) {
        Err(error) => {
            let what = SetupProblem::UnreadableItself { why: error.kind() };
            layers.faults.push(fault(None, what.into()));
        }
        Ok(bytes) => match decode(&bytes) {
            Err((line, what)) => layers.faults.push(fault(Some(line), what)),
            Ok(text) => layers.put_file(path, text),
        },
    }
}

#[cfg(test)]
mod tests;
