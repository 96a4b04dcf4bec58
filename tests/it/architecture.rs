//! Holds the walls of the house: who may import whom, where SQL stands, how long a file may be.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// What each part may import of this crate. Whoever is not named here may not be in `src`.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("document", &["document", "domain"]),
    ("files", &["files", "domain"]),
    ("feed", &["feed", "files", "domain"]),
    ("store", &["store", "domain"]),
    ("l10n", &["l10n", "document", "domain"]),
    ("config", &["config", "domain", "files", "platform", "seal"]),
    ("platform", &["platform", "document", "domain"]),
    ("clock", &["clock"]),
    ("chance", &["chance"]),
    ("seal", &["seal", "domain"]),
    (
        "app",
        &[
            "app", "chance", "clock", "document", "domain", "feed", "files", "l10n", "platform",
            "seal", "store",
        ],
    ),
];

/// They wire everything up and may import all of it.
const FREE: &[&str] = &["cli", "run", "main", "lib", "build"];

/// What the domain may import from elsewhere.
const PURE: &[&str] =
    &["std", "jiff", "serde", "thiserror", "cron", "chrono", "strsim", "lapjv", "sha2"];

/// How many lines a file has at most, its tests aside.
const LONGEST: usize = 400;

#[test]
fn each_part_imports_only_what_it_may() {
    let mut wrong = vec![];
    for file in sources() {
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(part, _)| *part == file.part()) else {
            continue;
        };
        for import in file.imports.iter().filter(|import| import[0] == "crate") {
            if import.len() > 1 && !allowed.contains(&import[1].as_str()) {
                wrong.push(format!("{} imports {}", file.path.display(), import.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_part_stands_in_the_table() {
    for file in sources() {
        let part = file.part();
        let known = MAY_IMPORT.iter().any(|(known, _)| *known == part);
        assert!(known || FREE.contains(&part), "{} is in no part", file.path.display());
    }
}

#[test]
fn the_domain_imports_nothing_that_acts() {
    for file in sources().iter().filter(|file| file.part() == "domain") {
        for import in &file.imports {
            let root = import[0].as_str();
            let is_pure = root == "crate" || PURE.contains(&root);
            assert!(is_pure, "{} imports {}", file.path.display(), import.join("::"));
        }
        assert!(!file.text.contains("async fn"), "{} has an async fn", file.path.display());
    }
}

#[test]
fn no_platform_knows_another() {
    let platforms = platforms();
    assert!(platforms.contains("console"), "{platforms:?}");
    for file in sources() {
        let own = match file.module.as_slice() {
            [_, platform, own, ..] if platform == "platform" => Some(own),
            _ => None,
        };
        if FREE.contains(&file.part()) {
            continue;
        }
        for import in &file.imports {
            let [_, platform, name, ..] = import.as_slice() else { continue };
            let is_foreign =
                platform == "platform" && platforms.contains(name) && Some(name) != own;
            assert!(!is_foreign, "{} imports {}", file.path.display(), import.join("::"));
        }
    }
}

#[test]
fn the_configuration_knows_of_platforms_only_how_a_copy_is_called() {
    for file in sources().iter().filter(|file| file.part() == "config") {
        for import in file
            .imports
            .iter()
            .filter(|import| import.get(1).is_some_and(|part| part == "platform"))
        {
            let name = import.get(2).map(String::as_str);
            let is_known = matches!(name, Some("Installation" | "BadInstallation"));
            assert!(is_known, "{} imports {}", file.path.display(), import.join("::"));
        }
    }
}

#[test]
fn sql_stands_in_the_store_only() {
    for file in sources().iter().filter(|file| file.part() != "store") {
        assert!(!file.text.contains("sqlx"), "{} speaks of sqlx", file.path.display());
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let long = sources().into_iter().filter(|file| file.text.lines().count() > LONGEST);
    let long: Vec<_> = long
        .map(|file| format!("{}: {}", file.path.display(), file.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn no_module_is_called_after_nothing() {
    const EMPTY: [&str; 6] = ["utils", "helpers", "common", "manager", "service", "handler"];
    for file in sources() {
        let name = file.module.last().map(String::as_str).unwrap_or_default();
        assert!(!EMPTY.contains(&name), "{}", file.path.display());
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    let sqlite = migrations("sqlite", "integer primary key autoincrement");
    let postgres = migrations("postgres", "bigint generated by default as identity primary key");
    assert!(!sqlite.is_empty());
    assert_eq!(sqlite.keys().collect::<Vec<_>>(), postgres.keys().collect::<Vec<_>>());
    for (name, text) in &sqlite {
        assert!(
            *text == postgres[name],
            "{name} differs in more than how ids are made and bytes are called"
        );
    }
}

/// The migrations of a database by name, with its own way of making ids taken out.
fn migrations(database: &str, id: &str) -> BTreeMap<String, String> {
    let folder = root().join("migrations").join(database);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap().replace(id, "ID");
            (name, text.replace("    bytea,", "    blob,"))
        })
        .collect()
}

fn platforms() -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("src/platform")).unwrap();
    let folders = entries.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    folders.map(|folder| folder.file_name().into_string().unwrap()).collect()
}

// --- Reading the sources ---------------------------------------------------------------------------

/// A source file without its tests and its comments.
struct Source {
    path: PathBuf,
    /// Its module, from `crate` on.
    module: Vec<String>,
    text: String,
    /// What it names outside itself, from `crate` or the name of another crate on.
    imports: BTreeSet<Vec<String>>,
}

impl Source {
    /// The part of the house that it belongs to.
    fn part(&self) -> &str {
        self.module.get(1).map_or("lib", String::as_str)
    }

    fn read(path: &Path) -> Self {
        let relative = path.strip_prefix(root().join("src")).unwrap();
        let mut module = vec!["crate".to_owned()];
        module.extend(relative.iter().map(|part| part.to_str().unwrap().to_owned()));
        let name = module.pop().unwrap();
        match name.trim_end_matches(".rs") {
            "mod" | "lib" => {}
            name => module.push(name.to_owned()),
        }
        let whole = fs::read_to_string(path).unwrap();
        let source = whole.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
        let imports = imports(&source, &module);
        Self { path: relative.to_owned(), module, text: source, imports }
    }
}

/// Every file below `src` that is not a file of tests.
fn sources() -> Vec<Source> {
    let mut found = vec![];
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && path.file_name().is_some_and(|name| name != "tests.rs")
            {
                found.push(Source::read(&path));
            }
        }
    }
    assert!(found.len() > 50, "only {} sources were found", found.len());
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a source imports by `use`, and what it names in full on the spot.
fn imports(source: &str, module: &[String]) -> BTreeSet<Vec<String>> {
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |code, line| code + line + "\n");
    let own: Vec<_> = code
        .split("mod ")
        .skip(1)
        .filter_map(|rest| rest.split([';', ' ']).next())
        .map(str::to_owned)
        .collect();
    let mut found = BTreeSet::new();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    for (at, _) in code.match_indices("crate::") {
        if !code[..at].ends_with(|c| is_word(c) || c == '$') {
            let path: String = code[at..].chars().take_while(|c| is_word(*c)).collect();
            found.insert(absolute(&path, module));
        }
    }
    for (at, _) in code.match_indices("use ") {
        let before = code[..at].rsplit('\n').next().unwrap().trim();
        if matches!(before, "" | "pub" | "pub(super)" | "pub(crate)") {
            let tree = code[at + 4..].split(';').next().unwrap();
            found.extend(branches(tree).into_iter().map(|path| absolute(&path, module)));
        }
    }
    // A module of the file's own needs no import to be named.
    found.retain(|path| path.len() > 1 || path[0] != "crate");
    found.retain(|path| path[0] == "crate" || !own.contains(&path[0]));
    found
}

/// The paths that a tree of imports stands for: `a::{b, c::d}` for `a::b` and `a::c::d`.
fn branches(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((stem, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap().trim();
        return if path.is_empty() { vec![] } else { vec![path.to_owned()] };
    };
    let inside = rest.trim_end().strip_suffix('}').unwrap();
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    let paths = parts.iter().flat_map(|part| branches(part));
    paths.map(|path| format!("{}{path}", stem.trim())).collect()
}

/// A path from `crate` on, whatever it starts with.
fn absolute(path: &str, module: &[String]) -> Vec<String> {
    let parts: Vec<_> = path
        .split("::")
        .map(|part| part.trim_start_matches('$').to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    let ups = parts.iter().take_while(|part| *part == "super").count();
    if ups > 0 {
        let above = &module[..module.len().saturating_sub(ups).max(1)];
        return above.iter().chain(&parts[ups..]).cloned().collect();
    }
    if parts.first().is_some_and(|first| first == "self") {
        return module.iter().chain(&parts[1..]).cloned().collect();
    }
    parts
}

#[test]
fn imports_are_read_as_rust_reads_them() {
    check(
        "use crate::{\n    a::{b, c as d},\n    e,\n};",
        &["crate::a::b", "crate::a::c", "crate::e"],
    );
    check("use super::{x, super::y};", &["crate::p::x", "crate::y"]);
    check("pub use self::own::Z;", &["crate::p::q::own::Z"]);
    check("fn f() { let _ = crate::far::Away; }", &["crate::far::Away"]);
    check("mod own;\nuse own::Z;\nuse std::fmt;", &["std::fmt"]);
    check("// use crate::nothing;", &[]);
}

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let module = ["crate", "p", "q"].map(str::to_owned);
    let found: BTreeSet<_> = imports(source, &module).iter().map(|path| path.join("::")).collect();
    assert_eq!(found, expected.iter().map(|path| (*path).to_owned()).collect());
}
