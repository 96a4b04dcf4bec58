use std::fs;

use tempfile::TempDir;

use super::*;

/// A key for private notes.
const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

#[test]
fn the_default_runs_as_it_is() {
    let config = load(None, [].into_iter()).unwrap();
    assert_eq!(config.database.reveal(), "sqlite:mentorskap.db");
    assert_eq!((config.discord, config.matrix, config.leaders), (None, None, vec![]));
}

/// Whoever copies the default and takes the marks away gets what the keys are called.
#[test]
fn every_key_that_the_default_explains_exists() {
    let text = include_str!("../../config/default.toml");
    let keys = text.lines().map(|line| match line.strip_prefix("# ") {
        Some(rest) if rest.contains(" = ") || rest.starts_with("[[") => rest,
        Some(_) | None => line,
    });
    let folder = folder();
    let path = write(&folder, &keys.collect::<Vec<_>>().join("\n"));
    let told = told(&all(Some(&path)), &folder);
    assert!(!told.contains("no such key") && !told.contains("not TOML"), "{told}");
}

#[test]
fn a_whole_configuration_is_read() {
    let folder = folder();
    secret(&folder, "password", "hunter2\n");
    let path = write(
        &folder,
        "database = \"postgres://bot:passw0rd@localhost/bot\"\n\
         installation = \"ment1\"\n\
         [matrix]\n\
         homeserver = \"https://matrix.example.org\"\n\
         user_id = \"@bot:example.org\"\n\
         password_file = \"password\"\n\
         store_dir = \"store\"\n\
         [discord]\n\
         token = \"t0ken\"\n\
         proxy = \"http://127.0.0.1:3000\"\n\
         [metrics]\n\
         listen = \"127.0.0.1:9464\"\n\
         [[leaders]]\n\
         account = \"matrix:@lotta:example.org\"\n",
    );
    let config = load(Some(&path), [].into_iter()).unwrap();
    let expected = Config {
        database: Secret::new("postgres://bot:passw0rd@localhost/bot"),
        locales_dir: None,
        discord: Some(DiscordConfig {
            token: Secret::new("t0ken"),
            proxy: Some("http://127.0.0.1:3000".to_owned()),
        }),
        matrix: Some(MatrixConfig {
            homeserver: "https://matrix.example.org".to_owned(),
            user_id: "@bot:example.org".to_owned(),
            login: MatrixLogin::Password(Secret::new("hunter2")),
            store_dir: folder.path().join("store"),
            recovery_key: None,
            device_name: "Mentorskap".to_owned(),
        }),
        installation: Installation::new("ment1").ok(),
        notes_key: None,
        metrics: Some("127.0.0.1:9464".parse().unwrap()),
        leaders: vec!["matrix:@lotta:example.org".parse().unwrap()],
    };
    assert_eq!(config, expected);
    let shown = format!("{config:?}");
    assert!(
        !["hunter2", "t0ken", "passw0rd"].iter().any(|secret| shown.contains(secret)),
        "{shown}"
    );
}

#[test]
fn the_environment_is_above_the_file() {
    let folder = folder();
    let path = write(&folder, "database = \"sqlite:a.db\"\n[discord]\ntoken_file = \"none\"\n");
    let env = [
        ("MENTORSKAP_DATABASE", "sqlite:b.db"),
        ("MENTORSKAP_DISCORD__TOKEN", "from outside"),
        ("MENTORSKAP_LEADERS", "console:anna, console:bo"),
        ("MENTORSKAP_DISCORD__PROXY", ""),
        ("PATH", "/bin"),
    ];
    let config = load(Some(&path), variables(&env)).unwrap();
    assert_eq!(config.database.reveal(), "sqlite:b.db");
    assert_eq!(config.discord.unwrap().token.reveal(), "from outside");
    assert_eq!(config.leaders.len(), 2);
}

#[test]
fn a_secret_in_a_file_is_above_one_that_stands_below_it() {
    let folder = folder();
    secret(&folder, "token", "from a file");
    let path = write(&folder, "discord.token = \"written down\"");
    let file = folder.path().join("token").display().to_string();
    let env = [("MENTORSKAP_DISCORD__TOKEN_FILE", file.as_str())];
    let config = load(Some(&path), variables(&env)).unwrap();
    assert_eq!(config.discord.unwrap().token.reveal(), "from a file");
}

#[test]
fn an_unknown_variable_is_refused() {
    check_env(
        "MENTORSKAP_MATRIX__HOMESERVR",
        "environment: MENTORSKAP_MATRIX__HOMESERVR: there is no such setting. Did you mean MENTORSKAP_MATRIX__HOMESERVER?",
    );
    check_env(
        "MENTORSKAP_PORT",
        "environment: MENTORSKAP_PORT: there is no such setting. Take the variable out",
    );
}

#[test]
fn an_unknown_key_is_refused() {
    check_file("databse = \"x\"", "1: databse: there is no such key. Did you mean database?");
    check_file(
        "[matrix]\nhome = \"x\"\n",
        "\
2: matrix.home: there is no such key. Take it out",
    );
}

#[test]
fn a_database_is_sqlite_or_postgres() {
    let told = "this names no database that is known here. Write sqlite:FILE or postgres://user:password@host/database";
    check_file("database = \"mysql://root:pw@host\"", &format!("1: database: {told}"));
    check_file("database = \"sqlite:\"", &format!("1: database: {told}"));
    check_file("database = \"sqlite::memory:\"", "");
    check_file(
        "database = \"sqlite:///nowhere/at/all.db\"",
        "1: database: there is no folder /nowhere/at. Make it, or correct the path",
    );
}

#[test]
fn an_empty_value_is_a_fault() {
    check_file(
        "database = \"\"",
        "1: database: there is nothing here. Write something, or take the line out",
    );
}

#[test]
fn a_folder_of_locales_is_there() {
    check_file(
        "locales_dir = \"none\"",
        "1: locales_dir: there is no folder HERE/none. Make it, or correct the path",
    );
}

#[test]
fn an_installation_is_short() {
    let told = |said| {
        format!(
            "1: installation: {said:?} doesn't fit. Write one to five of a–z and 0–9, as in ment1"
        )
    };
    check_file("installation = \"sixsix\"", &told("sixsix"));
    check_file("installation = \"Ment\"", &told("Ment"));
    check_file("installation = \"ment1\"", "");
}

#[test]
fn metrics_have_an_address() {
    check_file(
        "metrics.listen = \"9464\"",
        "1: metrics.listen: \"9464\" is no address. Write an IP address and a port, as in 127.0.0.1:9464",
    );
}

#[test]
fn leaders_have_accounts() {
    check_file(
        "[[leaders]]\naccount = \"lotta\"",
        "2: leaders.account: an account starts with its platform, as in matrix:@anna:example.org. Copy the account from the person's profile",
    );
    check_file(
        "[[leaders]]",
        "1: leaders.account: this is missing. Add it, as in account = \"matrix:@lotta:example.org\"",
    );
}

#[test]
fn a_platform_that_is_mentioned_is_told_whole() {
    check_file(
        "discord.proxy = \"http://localhost:3000\"",
        "1: discord.token_file: this is missing. Add it, as in token_file = \"discord_token.secret\" in [discord]",
    );
    check_file("[matrix]\nuser_id = \"bot\"", "\
2: matrix.homeserver: this is missing. Add it, as in homeserver = \"https://matrix.example.org\" in [matrix]
2: matrix.password_file: this is missing. Add it, as in password_file = \"matrix_password.secret\" in [matrix], or access_token_file
2: matrix.user_id: \"bot\" is no Matrix user. Write it as in @mentorskap:example.org");
}

#[test]
fn urls_are_of_the_web() {
    let told = "this is no URL. Write it as in";
    check_file(
        "discord = { token = \"t\", proxy = \"localhost:3000\" }",
        &format!("1: discord.proxy: {told} http://127.0.0.1:3000"),
    );
    check_matrix(
        "homeserver = \"example.org\"",
        &format!("2: matrix.homeserver: {told} https://matrix.example.org"),
    );
    check_matrix(
        "homeserver = \"https://\"",
        &format!("2: matrix.homeserver: {told} https://matrix.example.org"),
    );
    check_matrix("homeserver = \"http://[::1]:8008\"", "");
}

#[test]
fn a_store_is_a_folder_that_can_be_written() {
    check_matrix(
        "homeserver = \"https://example.org\"\nstore_dir = \"config.toml\"",
        "3: matrix.store_dir: the bot can't write into HERE/config.toml (not a directory). Let the bot's user write there",
    );
    check_matrix("homeserver = \"https://example.org\"\nstore_dir = \"new/and/deep\"", "");
}

#[test]
fn a_secret_is_given_once() {
    check_file(
        &format!("notes_key = {KEY:?}\nnotes_key_file = \"none\""),
        "2: notes_key_file: notes_key is given as well. Take one of the two out",
    );
}

#[test]
fn a_key_is_one() {
    check_file(
        "notes_key = \"hunter2\"",
        "1: notes_key: this is no key. Make one with: openssl rand -base64 32",
    );
}

#[test]
fn a_token_stands_in_the_place_of_a_password() {
    let folder = folder();
    secret(&folder, "token", "syt_hunter2\n");
    let others =
        "homeserver = \"https://example.org\"\nuser_id = \"@bot:example.org\"\nstore_dir = \"s\"";
    let login = |key: &str, env: &[(&str, &str)]| {
        let path = write(&folder, &format!("[matrix]\n{others}\n{key}\n"));
        load(Some(&path), variables(env)).unwrap().matrix.unwrap().login
    };
    let token = MatrixLogin::Token(Secret::new("syt_hunter2"));
    assert_eq!(login("access_token_file = \"token\"", &[]), token);
    assert_eq!(login("access_token = \"syt_hunter2\"", &[]), token);
    // What is above hides what is below, whichever of the two it is.
    let env = [("MENTORSKAP_MATRIX__ACCESS_TOKEN", "syt_hunter2")];
    assert_eq!(login("password_file = \"none\"", &env), token);
    let env = [("MENTORSKAP_MATRIX__PASSWORD", "p")];
    let password = MatrixLogin::Password(Secret::new("p"));
    assert_eq!(login("access_token_file = \"token\"", &env), password);
    assert!(!format!("{token:?}").contains("hunter2"));
}

#[test]
fn a_password_and_a_token_are_one_too_many() {
    check_matrix(
        "homeserver = \"https://example.org\"\naccess_token_file = \"none\"",
        "\
5: matrix.password: matrix.access_token_file is given as well. Take one of the two out
3: matrix.access_token_file: HERE/none can't be read (it isn't there). Correct the path, or let the bot's user read it",
    );
}

#[test]
fn a_file_that_is_missing_is_found() {
    check_file(
        "notes_key_file = \"none\"",
        "1: notes_key_file: HERE/none can't be read (it isn't there). Correct the path, or let the bot's user read it",
    );
}

#[test]
fn a_file_that_is_empty_is_found() {
    let folder = folder();
    secret(&folder, "empty", " \n");
    check_in(
        &folder,
        "notes_key_file = \"empty\"",
        "1: notes_key_file: HERE/empty is empty. Write the secret into it, on one line",
    );
}

#[cfg(unix)]
#[test]
fn a_secret_that_all_can_read_is_a_caution_and_no_hindrance() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    secret(&folder, "open", KEY);
    fs::set_permissions(folder.path().join("open"), fs::Permissions::from_mode(0o644)).unwrap();
    let text = "notes_key_file = \"open\"";
    check_in(
        &folder,
        text,
        "1: notes_key_file: every user of this machine can read HERE/open. Forbid it: chmod 600",
    );
    let config = load(Some(&write(&folder, text)), [].into_iter()).unwrap();
    assert_eq!(config.notes_key, Some(Secret::new(KEY)));
}

#[cfg(unix)]
#[test]
fn a_file_with_a_secret_in_it_that_all_can_read_is_a_caution() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    for (text, is_told) in [
        (format!("notes_key = {KEY:?}").as_str(), true),
        ("database = \"postgres://bot:pw@localhost/bot\"", true),
        ("database = \"sqlite:a.db\"", false),
    ] {
        let path = write(&folder, text);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let checked = check(Some(&path), [].into_iter());
        assert_eq!(checked.faults, [], "{text}");
        assert_eq!(checked.cautions.len(), usize::from(is_told), "{text}");
    }
}

#[test]
fn a_configuration_that_is_missing_is_a_fault() {
    let faults = load(Some(Path::new("none.toml")), [].into_iter()).unwrap_err();
    assert_eq!(
        faults[0].to_string(),
        "none.toml: this file can't be read (it isn't there). Correct the path, or let the bot's user read it"
    );
}

#[test]
fn no_fault_tells_a_secret() {
    for text in [
        "discord.token = [\"hunter2\"]",
        "discord.token = hunter2",
        "database = \"hunter2\"",
        "matrix.password = \"hunter2\"\nmatrix.password_file = \"none\"",
        "matrix.password = \"hunter2\"\nmatrix.access_token = \"hunter2\"",
        "matrix.homeserver = \"ftp://bot:hunter2@example.org\"",
    ] {
        let folder = folder();
        let told = told(&all(Some(&write(&folder, text))), &folder);
        assert!(!told.is_empty() && !told.contains("hunter2"), "{told}");
    }
}

/// Faults and cautions.
fn all(path: Option<&Path>) -> Vec<Fault> {
    let checked = check(path, [].into_iter());
    [checked.faults, checked.cautions].concat()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn write(folder: &TempDir, text: &str) -> PathBuf {
    secret(folder, "config.toml", text);
    folder.path().join("config.toml")
}

/// A file that nobody else can read.
fn secret(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }
}

fn variables(env: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
    env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
}

fn told(faults: &[Fault], folder: &TempDir) -> String {
    let file = format!("{}:", folder.path().join("config.toml").display());
    let here = folder.path().display().to_string();
    let lines = faults.iter().map(|fault| {
        let line = fault.to_string();
        line.strip_prefix(&file).unwrap_or(&line).replace(&here, "HERE")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check_env(name: &str, expected: &str) {
    let faults = check(None, variables(&[(name, "x")])).faults;
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
}

#[track_caller]
fn check_in(folder: &TempDir, text: &str, expected: &str) {
    let path = write(folder, text);
    assert_eq!(told(&all(Some(&path)), folder), expected);
}

#[track_caller]
fn check_file(text: &str, expected: &str) {
    check_in(&folder(), text, expected);
}

/// Some keys of Matrix, beside the others that it needs.
#[track_caller]
fn check_matrix(keys: &str, expected: &str) {
    let others = "user_id = \"@bot:example.org\"\npassword = \"p\"";
    let store = if keys.contains("store_dir") { "" } else { "store_dir = \"store\"" };
    check_file(&format!("[matrix]\n{keys}\n{others}\n{store}\n"), expected);
}
