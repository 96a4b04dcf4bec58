//! `check`, which says what is wrong before anything starts and changes nothing, and
//! `locales check`.

use std::fs;

use insta::assert_snapshot;
use sqlx::{AnyConnection, Connection as _, Executor as _};

use super::{Desk, ours};

#[cfg(feature = "matrix")]
#[test]
fn a_good_configuration_is_called_so() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["check"]).done(), @"No file was named, and the configuration without one is right. To check a file, write --config FILE.");
    desk.put("password", "hunter2").put("bot.toml", MATRIX);
    assert_snapshot!(desk.run(&["check", "--config", "bot.toml"]).done(), @"
    The configuration bot.toml is right.
    Without notes_key_file nobody can keep notes, and no anonymous check-in and no evaluation can be held. `openssl rand -base64 32` makes a key.
    ");
    assert_eq!(desk.files(), ["bot.toml", "password"], "something was made");
    let key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    desk.put("key", key).put("bot.toml", format!("notes_key_file = \"key\"\n{MATRIX}"));
    assert_snapshot!(desk.run(&["check", "--config", "bot.toml"]).done(), @"The configuration bot.toml is right.");
}

#[cfg(feature = "matrix")]
const MATRIX: &str = "\
[matrix]
homeserver = \"https://matrix.example.org\"
user_id = \"@bot:example.org\"
password_file = \"password\"
";

#[cfg(feature = "matrix")]
#[test]
fn every_fault_is_told_with_file_line_and_cure() {
    let desk = Desk::new();
    desk.put(
        "bot.toml",
        "databse = \"sqlite:a.db\"\nlocales_dir = \"none\"\n[matrix]\nuser_id = \"bot\"\n\
         [[leaders]]\naccount = \"lotta\"\n",
    );
    assert_snapshot!(checked(&desk, 2), @r#"
    bot.toml:1: databse: there is no such key. Did you mean database?
    bot.toml:2: locales_dir: there is no folder none. Make it, or correct the path
    bot.toml:4: matrix.homeserver: this is missing. Add it, as in homeserver = "https://matrix.example.org" in [matrix]
    bot.toml:4: matrix.password_file: this is missing. Add it, as in password_file = "matrix_password.secret" in [matrix], or access_token_file
    bot.toml:4: matrix.user_id: "bot" is no Matrix user. Write it as in @mentorskap:example.org
    bot.toml:6: leaders.account: an account starts with its platform, as in matrix:@anna:example.org. Copy the account from the person's profile
    6 to mend before the bot can start.
    "#);
}

#[test]
#[cfg(not(feature = "discord"))]
fn a_platform_that_was_not_built_is_refused_where_it_stands() {
    let desk = Desk::new();
    desk.put("bot.toml", "[discord]\nproxy = \"http://127.0.0.1:3000\"\ntoken = \"hunter2\"\n");
    assert_snapshot!(checked(&desk, 2), @r"
    bot.toml:2: discord: this build of Mentorskap has no discord. Build it with `--features discord`, or take the table out
    1 to mend before the bot can start.
    ");
}

#[test]
fn a_configuration_that_is_not_there_is_told() {
    assert_snapshot!(checked(&Desk::new(), 2), @r"
    bot.toml: this file can't be read (it isn't there). Correct the path, or let the bot's user read it
    1 to mend before the bot can start.
    ");
}

#[test]
fn the_environment_is_looked_at_as_well() {
    let desk = Desk::new();
    let ran = desk.run_with(&["check"], &[("MENTORSKAP_DATABSE", "sqlite:a.db")], "");
    assert_snapshot!(ran.failed(2), @r"
    environment: MENTORSKAP_DATABSE: there is no such setting. Did you mean MENTORSKAP_DATABASE?
    1 to mend before the bot can start.
    ");
}

/// What keeps nobody from starting the bot is a warning, and no reason to say that it can't start.
#[cfg(all(unix, feature = "matrix"))]
#[test]
fn what_the_bot_can_live_with_is_a_warning() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    desk.put("password", "hunter2").put("words/en/ours.ftl", "yes = Yes!!\n");
    desk.put("bot.toml", format!("locales_dir = \"words\"\n{MATRIX}"));
    fs::set_permissions(desk.path("password"), fs::Permissions::from_mode(0o644)).unwrap();
    let ran = desk.run(&["check", "--config", "bot.toml"]);
    assert!(ran.out.starts_with("The configuration bot.toml is right."), "{}", ran.out);
    assert_snapshot!(ran.failed(0), @r"
    warning: bot.toml:5: matrix.password_file: every user of this machine can read password. Forbid it: chmod 600
    warning: words/en/ours.ftl:1: `yes`: one exclamation mark is enough
    ");
}

#[test]
fn words_of_ones_own_are_looked_at() {
    let desk = Desk::new();
    desk.put("bot.toml", "locales_dir = \"words\"\n");
    let words = "unsayble = Well.\nnudge-book-first = Hi { $whom }!\n    .booked = Yes\n";
    desk.put("words/en/ours.ftl", words);
    let told = "\
words/en/ours.ftl:1: there is no message `unsayble`. Did you mean `unsayable`?
words/en/ours.ftl:2: `nudge-book-first` knows no variable `$whom`. It knows `$to`, `$with`
words/en/ours.ftl:2: `nudge-book-first` needs these labels: .booked, .not-yet. Write just those
";
    assert_eq!(checked(&desk, 2), format!("{told}3 to mend before the bot can start.\n"));
    assert_eq!(desk.run(&["locales", "check", "words"]).failed(2), format!("{told}3 to mend.\n"));
}

#[test]
fn the_words_that_come_with_the_bot_are_right() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["locales", "check"]).done(), @"The locale files are right.");
    desk.put("words/en/ours.ftl", "yes = Yes, please\n");
    assert_snapshot!(
        desk.run(&["locales", "check", "words"]).done(),
        @"The locale files are right."
    );
}

#[test]
fn a_folder_without_words_is_told() {
    let desk = Desk::new();
    desk.put("words/ours.ftl", "yes = Yes");
    assert_snapshot!(desk.run(&["locales", "check", "words"]).failed(2), @r"
    words has no locale files
    They lie in folders named after their language, such as sv/ours.ftl.
    ");
    assert_snapshot!(desk.run(&["locales", "check", "none"]).failed(2), @r"
    none can't be read: No such file or directory (os error 2)
    Check the path of the directory.
    ");
}

// --- The database ----------------------------------------------------------------------------------

#[test]
fn a_file_that_is_no_database_is_told_and_left() {
    let desk = Desk::new();
    desk.put("broken.db", "garbage ".repeat(500));
    assert_snapshot!(looked_at(&desk), @r"
    bot.toml:2: database: the database sqlite:broken.db can't be opened: file is not a database. The file is damaged or no database; restore a backup. Nothing was changed.
    1 to mend before the bot can start.
    ");
}

#[tokio::test]
async fn a_database_that_the_bot_made_is_right_and_left_as_it_is() {
    let desk = made_by_the_bot();
    let files = desk.put("bot.toml", "").files();
    assert_eq!(looked_at(&desk), "");
    assert_eq!(desk.files(), files);
    // As it is while the bot runs, with a log beside it.
    let mut bot = opened(&desk).await;
    bot.execute("insert into installation (name, made_at) values ('ment1', 0)").await.unwrap();
    assert_eq!(looked_at(&desk), "");
    bot.close().await.unwrap();
}

#[tokio::test]
async fn a_damaged_database_is_told_and_left() {
    let desk = made_by_the_bot();
    let mut bytes = fs::read(desk.path("broken.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[4096..middle].fill(0xa5);
    desk.put("broken.db", bytes);
    let told = looked_at(&desk);
    assert!(told.contains("estore a backup. Nothing was changed."), "{told}");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_told_and_left() {
    let newer = "insert into _sqlx_migrations
                        (version, description, success, checksum, execution_time)
                 select 9999, 'from the future', success, checksum, 0 from _sqlx_migrations
                  where version = 1";
    assert_snapshot!(after(newer).await, @r"
    bot.toml:2: database: the database sqlite:broken.db was made by a newer version of Mentorskap. Use that version, or a backup from before the upgrade. Nothing was changed.
    1 to mend before the bot can start.
    ");
}

#[tokio::test]
async fn a_database_whose_schema_was_made_otherwise_is_told_and_left() {
    let changed = "update _sqlx_migrations set checksum = x'00' where version = 1";
    assert_snapshot!(after(changed).await, @r"
    bot.toml:2: database: the schema of the database sqlite:broken.db can't be brought up to date: migration 1 was previously applied but has been modified. Nothing was changed. Restore a backup if this stays so.
    1 to mend before the bot can start.
    ");
}

#[tokio::test]
async fn a_database_of_an_older_version_is_right_and_left_as_it_is() {
    assert_eq!(after("delete from _sqlx_migrations where version > 1").await, "");
}

#[tokio::test]
async fn a_database_that_is_locked_is_told_and_left() {
    let desk = made_by_the_bot();
    desk.put("bot.toml", "# Ours.\ndatabase = \"sqlite:broken.db\"\n");
    let before = fs::read(desk.path("broken.db")).unwrap();
    // From here on we may not read the file ourselves: that would end the lock of our process.
    let mut other = opened(&desk).await;
    other.execute("pragma locking_mode = exclusive; begin exclusive").await.unwrap();
    let told = checked(&desk, 2);
    assert!(fs::read(desk.path("broken.db")).unwrap() == before, "something was changed");
    assert_snapshot!(told, @r"
    bot.toml:2: database: the database sqlite:broken.db can't be opened: database is locked. Another program has locked it; close that and try again. Nothing was changed.
    1 to mend before the bot can start.
    ");
}

#[test]
fn a_server_that_does_not_answer_is_told_without_its_password() {
    let desk = Desk::new();
    desk.put("bot.toml", "database = \"postgres://bot:hunter2@127.0.0.1:1/bot\"\n");
    let told = checked(&desk, 2);
    assert!(
        told.starts_with(
            "bot.toml:1: database: the database postgres://bot@127.0.0.1:1/bot can't be opened: "
        ),
        "{told}"
    );
    assert!(told.contains("Check that the address is right and the server runs."), "{told}");
}

/// A database as an import leaves it, for those who break it.
fn made_by_the_bot() -> Desk {
    let desk = Desk::new();
    let database = [("MENTORSKAP_DATABASE", "sqlite:broken.db")];
    desk.put("programme.toml", ours("config/demo/programme.toml"));
    desk.put("people.csv", ours("config/demo/people.csv"));
    let arguments = ["import", "people.csv", "--programme", "programme.toml"];
    desk.run_with(&arguments, &database, "").done();
    desk
}

async fn opened(desk: &Desk) -> AnyConnection {
    sqlx::any::install_default_drivers();
    let address = format!("sqlite:{}", desk.path("broken.db").display());
    AnyConnection::connect(&address).await.unwrap()
}

/// What is told of a database in which somebody has done that.
async fn after(statement: &'static str) -> String {
    let desk = made_by_the_bot();
    let mut other = opened(&desk).await;
    other.execute(statement).await.unwrap();
    other.close().await.unwrap();
    looked_at(&desk)
}

/// What is told of the database, which stays as it is to the byte.
#[track_caller]
fn looked_at(desk: &Desk) -> String {
    desk.put("bot.toml", "# Ours.\ndatabase = \"sqlite:broken.db\"\n");
    let contents = || {
        let read = |name: String| (name.clone(), fs::read(desk.path(&name)).unwrap());
        // The index of a log holds nothing but who reads where.
        let kept = |name: &String| !name.ends_with("-shm");
        desk.files().into_iter().filter(kept).map(read).collect::<Vec<_>>()
    };
    let before = contents();
    let ran = desk.run(&["check", "--config", "bot.toml"]);
    assert!(before == contents(), "something was changed: {:?}", desk.files());
    ran.err
}

/// What `check` tells of the configuration.
#[track_caller]
fn checked(desk: &Desk, status: i32) -> String {
    let told = desk.run(&["check", "--config", "bot.toml"]).failed(status);
    assert!(!told.contains("hunter2"), "{told}");
    told
}
