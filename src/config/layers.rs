//! Who said what: the embedded default, the file above it, the environment above both.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::files::{Fault, Item, Problem, SetupProblem, Table, nearest, read_table};

/// Every key there is, by its whole name. Those of a secret also exist with `_file`.
const KEYS: [&str; 20] = [
    "database",
    "database_file",
    "locales_dir",
    "installation",
    "notes_key",
    "notes_key_file",
    "discord.token",
    "discord.token_file",
    "discord.proxy",
    "matrix.homeserver",
    "matrix.user_id",
    "matrix.password",
    "matrix.password_file",
    "matrix.access_token",
    "matrix.access_token_file",
    "matrix.store_dir",
    "matrix.device_name",
    "matrix.recovery_key",
    "matrix.recovery_key_file",
    "metrics.listen",
];
const SECTIONS: [&str; 3] = ["discord", "matrix", "metrics"];
const LEADERS: &str = "leaders";
const PREFIX: &str = "MENTORSKAP_";
const ENVIRONMENT: &str = "environment";
pub(super) const DEFAULT_FILE: &str = "config/default.toml";
const DEFAULT: &str = include_str!("../../config/default.toml");

/// What was said, and where.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub text: String,
    pub place: Place,
}

/// Where something was said.
#[derive(Debug, Clone)]
pub(super) struct Place {
    file: String,
    line: Option<usize>,
    name: String,
    /// Where relative paths begin.
    folder: PathBuf,
    /// Whether it is only the default.
    pub is_default: bool,
}

impl Place {
    /// The file that it is in, if it is one that people made.
    pub fn path(&self) -> Option<&Path> {
        (self.line.is_some() && !self.is_default).then_some(Path::new(&self.file))
    }

    pub fn fault(&self, what: impl Into<Problem>) -> Fault {
        self.fault_of(&self.name, what)
    }

    /// A fault of another key, which should have been at the same place.
    pub fn fault_of(&self, name: &str, what: impl Into<Problem>) -> Fault {
        let (file, name) = (self.file.clone(), Some(name.to_owned()));
        Fault { file, line: self.line, name, what: what.into() }
    }
}

impl Said {
    /// The path that was meant.
    pub fn path(&self) -> PathBuf {
        self.place.folder.join(&self.text)
    }
}

/// What counts in the end.
#[derive(Debug, Default)]
pub(super) struct Layers {
    pub said: BTreeMap<&'static str, Said>,
    pub leaders: Vec<Said>,
    pub faults: Vec<Fault>,
}

impl Layers {
    /// The embedded default alone.
    pub fn by_default() -> Self {
        let mut layers = Self::default();
        layers.put_toml(DEFAULT_FILE, DEFAULT, Path::new(""), true);
        layers
    }

    /// Lays a file above what is there.
    pub fn put_file(&mut self, file: &Path, text: &str) {
        let folder = file.parent().unwrap_or(Path::new(""));
        self.put_toml(&file.display().to_string(), text, folder, false);
    }

    fn put_toml(&mut self, file: &str, text: &str, folder: &Path, is_default: bool) {
        let place = |item: &Item<'_>| {
            let (file, folder) = (file.to_owned(), folder.to_owned());
            Place { file, line: Some(item.line), name: item.name.clone(), folder, is_default }
        };
        let said = |item: Item<'_>| {
            let text = item.text()?.trim().to_owned();
            if text.is_empty() {
                item.fault(Problem::Empty);
                return None;
            }
            Some(Said { text, place: place(&item) })
        };
        let ((layer, leaders), faults) = read_table(file, text, |table| {
            let mut layer = BTreeMap::new();
            take_keys(table, "", &mut layer, said);
            for section in SECTIONS {
                let prefix = format!("{section}.");
                table.table(section, |table| take_keys(table, &prefix, &mut layer, said));
            }
            let leaders =
                table.item(LEADERS).and_then(|item| item.list(|leader| leader.table(account)?));
            let leaders = leaders.map(|leaders| leaders.into_iter().filter_map(said).collect());
            (layer, leaders)
        });
        self.faults.extend(faults);
        self.put(layer, leaders);
    }

    /// Lays the environment above what is there. Of its variables only those with our prefix count.
    pub fn put_environment(&mut self, variables: impl Iterator<Item = (String, String)>) {
        let ours = variables.filter(|(name, _)| name.starts_with(PREFIX));
        let ours: BTreeMap<String, String> = ours.collect();
        let mut layer = BTreeMap::new();
        let mut leaders = None;
        for (name, value) in ours {
            let place = Place {
                file: ENVIRONMENT.to_owned(),
                line: None,
                name: name.clone(),
                folder: PathBuf::new(),
                is_default: false,
            };
            let said = |text: &str| Said { text: text.trim().to_owned(), place: place.clone() };
            let key = KEYS.into_iter().chain([LEADERS]).find(|key| variable(key) == name);
            match key {
                None => {
                    let names: Vec<_> = KEYS.into_iter().chain([LEADERS]).map(variable).collect();
                    let nearest = nearest(&name, names.iter().map(String::as_str));
                    self.faults.push(place.fault(SetupProblem::UnknownVariable { nearest }));
                }
                // Compose files and the like pass on empty what nobody has set.
                Some(_) if value.trim().is_empty() => {}
                Some(LEADERS) => leaders = Some(value.split(',').map(said).collect()),
                Some(key) => {
                    layer.insert(key, said(&value));
                }
            }
        }
        self.put(layer, leaders);
    }

    /// Where something whose key begins so was first spoken of, apart from the default.
    pub fn mentioned(&self, prefix: &str) -> Option<&Place> {
        let places = self.said.iter().filter(|(key, _)| key.starts_with(prefix));
        let places = places.map(|(_, said)| &said.place).filter(|place| !place.is_default);
        places.min_by_key(|place| place.line)
    }

    fn put(&mut self, layer: BTreeMap<&'static str, Said>, leaders: Option<Vec<Said>>) {
        for (key, said) in &layer {
            // A secret and its file are one setting: what is above hides either below.
            let rivals: Vec<_> = rivals(key).collect();
            let given = rivals.iter().find(|rival| **rival < *key && layer.contains_key(*rival));
            if let Some(other) = given {
                self.faults.push(said.place.fault(SetupProblem::GivenTwice { other }));
            }
            for rival in rivals {
                self.said.remove(rival);
            }
        }
        self.said.extend(layer);
        if let Some(leaders) = leaders {
            self.leaders = leaders;
        }
    }
}

/// The accounts in `[[leaders]]`.
fn account<'s>(table: &mut Table<'s>) -> Option<Item<'s>> {
    table.require("account", "account = \"matrix:@lotta:example.org\"")
}

fn take_keys<'s>(
    table: &mut Table<'s>,
    prefix: &str,
    layer: &mut BTreeMap<&'static str, Said>,
    said: impl Fn(Item<'s>) -> Option<Said>,
) {
    for key in KEYS {
        let name = key.strip_prefix(prefix).filter(|name| !name.contains('.'));
        if let Some(said) = name.and_then(|name| table.item(name)).and_then(&said) {
            layer.insert(key, said);
        }
    }
}

/// The other ways of saying the same: a secret and the file that it is in are one, and so are the
/// two things that prove on Matrix that it is the bot.
fn rivals(key: &str) -> impl Iterator<Item = &'static str> {
    let setting = |key: &str| match key.strip_suffix("_file").unwrap_or(key) {
        "matrix.password" | "matrix.access_token" => "matrix.password".to_owned(),
        own => own.to_owned(),
    };
    let own = (key.to_owned(), setting(key));
    KEYS.into_iter().filter(move |other| *other != own.0 && setting(other) == own.1)
}

/// The environment variable for `key`.
pub(super) fn variable(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "__").to_uppercase())
}
