//! What was said, into what is meant. Files and folders are looked at as well: that one is missing
//! should come out before the start and not in the middle of it.

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use crate::{
    domain::account::Account,
    files::{Fault, Problem, SetupProblem, account},
    seal::Seal,
};

use super::{
    Config, DiscordConfig, Installation, MatrixConfig, MatrixLogin, Secret,
    layers::{Layers, Place, Said},
};

/// What came of looking.
pub(super) struct Examined {
    /// The configuration, if nothing it needs is missing.
    pub config: Option<Config>,
    /// What keeps the bot from starting.
    pub faults: Vec<Fault>,
    /// What doesn't, and should be changed all the same.
    pub cautions: Vec<Fault>,
    /// What was said, for faults that only come out elsewhere.
    pub layers: Layers,
}

/// Looks at everything, so that all faults come at once.
pub(super) fn examine(layers: Layers) -> Examined {
    let mut examiner = Examiner { layers, cautions: Vec::new() };
    let config = examiner.config();
    let faults = std::mem::take(&mut examiner.layers.faults);
    Examined { config, faults, cautions: examiner.cautions, layers: examiner.layers }
}

struct Examiner {
    layers: Layers,
    cautions: Vec<Fault>,
}

impl Examiner {
    fn config(&mut self) -> Option<Config> {
        let database = self.database();
        let locales_dir = self.parse("locales_dir", folder);
        let discord = self.discord();
        let matrix = self.matrix();
        let installation = self.parse("installation", |said| {
            let bad = || SetupProblem::BadInstallation { said: said.text.clone() };
            Installation::new(&said.text).map_err(|_| bad())
        });
        let notes_key = self.notes_key();
        let metrics = self.parse("metrics.listen", |said| {
            let bad = |_| SetupProblem::BadAddress { said: said.text.clone() };
            said.text.parse::<SocketAddr>().map_err(bad)
        });
        let leaders = self.leaders();
        Some(Config {
            database: database?,
            locales_dir,
            discord,
            matrix,
            installation,
            notes_key,
            metrics,
            leaders,
        })
    }

    /// What `parse` makes of what stands at `key`, if anything does.
    fn parse<T, P: Into<Problem>>(
        &mut self,
        key: &str,
        parse: impl FnOnce(&Said) -> Result<T, P>,
    ) -> Option<T> {
        let said = self.layers.said.get(key)?;
        let parsed = parse(said).map_err(|problem| said.place.fault(problem));
        parsed.map_err(|fault| self.layers.faults.push(fault)).ok()
    }

    /// What stands at one of `keys` and has to, because its platform was spoken of.
    fn require(&mut self, platform: &Place, keys: &[&str], example: &'static str) {
        if !keys.iter().any(|key| self.layers.said.contains_key(key)) {
            let name = keys.last().copied().unwrap_or_default();
            self.layers.faults.push(platform.fault_of(name, Problem::Missing { example }));
        }
    }

    fn database(&mut self) -> Option<Secret> {
        let url = self.secret("database", "database_file")?;
        let key =
            if self.layers.said.contains_key("database") { "database" } else { "database_file" };
        self.parse(key, |_| check_database(url.reveal()).map(|()| url.clone()))
    }

    fn notes_key(&mut self) -> Option<Secret> {
        let secret = self.secret("notes_key", "notes_key_file")?;
        let key =
            if self.layers.said.contains_key("notes_key") { "notes_key" } else { "notes_key_file" };
        let bad = |_| SetupProblem::BadKey;
        self.parse(key, |_| Seal::new(secret.reveal()).map(|_| secret.clone()).map_err(bad))
    }

    fn discord(&mut self) -> Option<DiscordConfig> {
        let place = self.layers.mentioned("discord.")?.clone();
        let keys = ["discord.token", "discord.token_file"];
        self.require(&place, &keys, "token_file = \"discord_token.secret\" in [discord]");
        let token = self.secret("discord.token", "discord.token_file");
        let proxy = self.parse("discord.proxy", |said| url(said, "http://127.0.0.1:3000"));
        Some(DiscordConfig { token: token?, proxy })
    }

    fn matrix(&mut self) -> Option<MatrixConfig> {
        let place = self.layers.mentioned("matrix.")?.clone();
        for (keys, example) in [
            (
                ["matrix.homeserver"].as_slice(),
                "homeserver = \"https://matrix.example.org\" in [matrix]",
            ),
            (&["matrix.user_id"], "user_id = \"@mentorskap:example.org\" in [matrix]"),
            (
                &[
                    "matrix.access_token",
                    "matrix.access_token_file",
                    "matrix.password",
                    "matrix.password_file",
                ],
                "password_file = \"matrix_password.secret\" in [matrix], or access_token_file",
            ),
        ] {
            self.require(&place, keys, example);
        }
        let homeserver =
            self.parse("matrix.homeserver", |said| url(said, "https://matrix.example.org"));
        let user_id = self.parse("matrix.user_id", |said| {
            let bad = |_| SetupProblem::BadUserId { said: said.text.clone() };
            format!("matrix:{}", said.text).parse::<Account>().map_err(bad)
        });
        let password = self.secret("matrix.password", "matrix.password_file");
        let token = self.secret("matrix.access_token", "matrix.access_token_file");
        let login = password.map(MatrixLogin::Password).or(token.map(MatrixLogin::Token));
        let store_dir = self.parse("matrix.store_dir", |said| {
            let path = said.path();
            check_writable(&path).map(|()| path)
        });
        let recovery_key = self.secret("matrix.recovery_key", "matrix.recovery_key_file");
        let device_name =
            self.parse("matrix.device_name", |said| Ok::<_, Problem>(said.text.clone()));
        Some(MatrixConfig {
            homeserver: homeserver?,
            user_id: user_id?.address,
            login: login?,
            store_dir: store_dir?,
            recovery_key,
            device_name: device_name?,
        })
    }

    fn leaders(&mut self) -> Vec<Account> {
        let mut leaders = Vec::new();
        for said in &self.layers.leaders {
            match account(&said.text) {
                Ok(leader) if leaders.contains(&leader) => {}
                Ok(leader) => leaders.push(leader),
                Err(problem) => self.layers.faults.push(said.place.fault(problem)),
            }
        }
        leaders
    }

    /// A secret, from where it stands or from the file that is named there.
    fn secret(&mut self, key: &str, file_key: &str) -> Option<Secret> {
        if let Some(said) = self.layers.said.get(key) {
            // The URL of a database is a secret only if somebody's name and password are in it.
            let is_secret = key != "database" || said.text.contains('@');
            if let Some(path) = said.place.path().filter(|path| is_secret && is_open_to_all(path)) {
                let what = SetupProblem::OpenToAll { path: path.to_owned() };
                self.cautions.push(said.place.fault(what));
            }
            return Some(Secret::new(said.text.as_str()));
        }
        let said = self.layers.said.get(file_key)?;
        let path = said.path();
        let read = fs::read_to_string(&path)
            .map_err(|error| SetupProblem::Unreadable { path: path.clone(), why: error.kind() });
        let secret = read.and_then(|text| match text.trim() {
            "" => Err(SetupProblem::EmptyFile { path: path.clone() }),
            text => Ok(Secret::new(text)),
        });
        if is_open_to_all(&path) {
            self.cautions.push(said.place.fault(SetupProblem::OpenToAll { path }));
        }
        secret.map_err(|problem| self.layers.faults.push(said.place.fault(problem))).ok()
    }
}

fn folder(said: &Said) -> Result<PathBuf, SetupProblem> {
    let path = said.path();
    if path.is_dir() { Ok(path) } else { Err(SetupProblem::NoFolder { path }) }
}

/// A URL of the web, as far as can be told without asking for it.
fn url(said: &Said, example: &'static str) -> Result<String, SetupProblem> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| said.text.strip_prefix(scheme));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let begins_well = host.starts_with(|first: char| first.is_alphanumeric() || first == '[');
    if begins_well && !said.text.contains(char::is_whitespace) {
        Ok(said.text.clone())
    } else {
        Err(SetupProblem::BadUrl { example })
    }
}

fn check_database(url: &str) -> Result<(), SetupProblem> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(());
    }
    let file = url.strip_prefix("sqlite:").ok_or(SetupProblem::BadDatabase)?;
    let file = file.strip_prefix("//").unwrap_or(file);
    let file = file.split('?').next().unwrap_or_default();
    if file.is_empty() {
        return Err(SetupProblem::BadDatabase);
    }
    match Path::new(file).parent().filter(|folder| *folder != Path::new("")) {
        Some(folder) if !folder.is_dir() => Err(SetupProblem::NoFolder { path: folder.to_owned() }),
        _ => Ok(()),
    }
}

/// Whether a folder can be written into or made. The only sure way to know is to try; what is
/// tried with is gone at once.
fn check_writable(folder: &Path) -> Result<(), SetupProblem> {
    let not_writable =
        |folder: &Path, why| SetupProblem::NotWritable { path: folder.to_owned(), why };
    let mut there = folder;
    while !there.exists() {
        match there.parent() {
            Some(above) if above != Path::new("") => there = above,
            _ => there = Path::new("."),
        }
    }
    if !there.is_dir() {
        return Err(not_writable(there, io::ErrorKind::NotADirectory));
    }
    let probe = there.join(".mentorskap-check");
    let made = fs::File::create(&probe).and_then(|_| fs::remove_file(&probe));
    made.map_err(|error| not_writable(there, error.kind()))
}

#[cfg(unix)]
fn is_open_to_all(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o004 != 0)
}

/// Elsewhere permissions are not ours to understand.
#[cfg(not(unix))]
const fn is_open_to_all(_: &Path) -> bool {
    false
}
