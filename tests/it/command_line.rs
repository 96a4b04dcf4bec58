//! The command line from the outside: what the program is given, what it prints on which of the
//! two outputs, and the status that it ends with.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use insta::assert_snapshot;
use tempfile::TempDir;

mod check;
mod demo;
mod import;
mod matching;
mod report;
mod simulate;

/// What came of running the program.
pub struct Ran {
    status: i32,
    out: String,
    err: String,
}

/// A folder of our own to run the program in.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// Puts a file there that nobody else can read.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        self
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program there, with nothing on standard input.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[], "")
    }

    /// Runs the program there. Nothing of our own environment reaches it but where programs are.
    fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)], input: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mentorskap"))
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Whoever ends before it has read everything closes the pipe, and may.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let ended = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let ran = Ran {
            status: ended.status.code().unwrap(),
            out: text(ended.stdout),
            err: text(ended.stderr),
        };
        assert!(
            !ran.err.contains("panicked") && !ran.err.contains("stack backtrace"),
            "{}",
            ran.err
        );
        ran
    }

    /// The names of all files there, in order.
    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Ran {
    /// What it printed, for those who expect it to have done its work.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// What went wrong, for those who expect that status.
    #[track_caller]
    fn failed(self, status: i32) -> String {
        assert_eq!(self.status, status, "{}\n{}", self.out, self.err);
        self.err
    }
}

/// A text as older programs save it. It may hold no other letters.
fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(letter).unwrap()).collect()
}

/// A text as some editors call Unicode.
fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A file of this checkout.
fn ours(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(path).unwrap()
}

// --- Wrong calls, and what needs no files ---------------------------------------------------------

#[test]
fn a_wrong_call_ends_with_two_and_says_how_it_is_called() {
    let desk = Desk::new();
    for (arguments, told) in [
        (vec![], "Usage: mentorskap <COMMAND>"),
        (vec!["dmeo"], "demo"),
        (vec!["demo", "--strat", "2026-03-02"], "--start"),
        (vec!["demo", "--start", "yesterday"], "'yesterday' for '--start <DATE>'"),
        (vec!["simulate", "p.toml"], "--people <PEOPLE.csv>"),
        (vec!["simulate", "p.toml", "--people", "p.csv", "--format", "xml"], "text, json"),
        (vec!["import", "p.csv"], "--programme <NAME>"),
        (vec!["completions", "tcsh"], "bash"),
    ] {
        let ran = desk.run(&arguments);
        assert_eq!(ran.out, "", "{arguments:?}");
        let err = ran.failed(2);
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    assert!(desk.files().is_empty(), "{:?}", desk.files());
}

#[test]
fn files_that_are_not_there_are_told_by_name() {
    let desk = Desk::new();
    desk.put("p.toml", "");
    for (arguments, told) in [
        (
            vec!["demo", "--script", "none.txt"],
            "none.txt: No such file or directory (os error 2)\nCheck the path of the script.\n",
        ),
        (
            vec!["simulate", "none.toml", "--people", "p.csv"],
            "none.toml: No such file or directory (os error 2)\nCheck the path.\n",
        ),
        (
            vec!["import", "none.csv", "--programme", "p.toml"],
            "none.csv: No such file or directory (os error 2)\nCheck the path of the list.\n",
        ),
    ] {
        assert_eq!(desk.run(&arguments).failed(2), told, "{arguments:?}");
    }
    assert_eq!(desk.files(), ["p.toml"]);
}

#[test]
fn there_are_completions_for_shells() {
    let desk = Desk::new();
    for shell in ["bash", "fish", "zsh"] {
        let printed = desk.run(&["completions", shell]).done();
        for command in ["run", "demo", "check", "simulate", "import", "locales", "completions"] {
            assert!(printed.contains(command), "{shell} doesn't complete {command}");
        }
        assert!(printed.contains("skip-bad"), "{shell}");
    }
}

#[test]
fn the_bot_does_not_start_with_a_wrong_configuration() {
    let desk = Desk::new();
    desk.put("bot.toml", "databse = \"sqlite:a.db\"\n");
    assert_snapshot!(desk.run(&["run", "--config", "bot.toml"]).failed(2), @r"
    bot.toml:1: databse: there is no such key. Did you mean database?
    1 to mend before the bot can start.
    ");
    desk.put("bot.toml", "database = \"sqlite:bot.db\"\n").put("bot.db", "garbage ".repeat(99));
    assert_snapshot!(desk.run(&["run", "--config", "bot.toml"]).failed(1), @r"
    the database sqlite:bot.db can't be opened: file is not a database
    The file is damaged or no database; restore a backup. Nothing was changed.
    ");
    desk.put("bot.toml", "locales_dir = \"words\"\n").put("words/en/a.ftl", "yess = Yes\n");
    assert_snapshot!(desk.run(&["run", "--config", "bot.toml"]).failed(2), @r"
    words/en/a.ftl:1: there is no message `yess`. Did you mean `yes`?
    Mend the file, or take it out of locales_dir.
    ");
}

/// Wherever a secret stands, and whatever else is wrong, nobody sees it.
#[test]
fn no_secret_is_ever_printed() {
    let desk = Desk::new();
    let file = "\
database = \"postgres://bot:hunter2@127.0.0.1:1/bot\"
notes_key = \"hunter2\"
discord.token = [\"hunter2\"]
[matrix]
homeserver = \"ftp://bot:hunter2@example.org\"
user_id = \"@bot:example.org\"
password = \"hunter2\"
password_file = \"none\"
recovery_key_file = \"key\"
";
    let fixed = "\
database = \"postgres://bot:hunter2@127.0.0.1:1/bot\"
[matrix]
homeserver = \"http://127.0.0.1:1\"
user_id = \"@bot:example.org\"
password = \"hunter2\"
";
    desk.put("bot.toml", file).put("fixed.toml", fixed).put("key", "hunter2\nhunter2\n");
    desk.put("p.csv", "id,name,role\nlotta,Lotta,leader\n");
    let environment = [("MENTORSKAP_NOTES_KEY", "hunter2"), ("MENTORSKAP_METRICS__LISTEN", "x")];
    for arguments in [
        vec!["check", "--config", "bot.toml"],
        vec!["run", "--config", "bot.toml"],
        vec!["import", "p.csv", "--programme", "p", "--config", "bot.toml"],
        vec!["check", "--config", "fixed.toml"],
        vec!["run", "--config", "fixed.toml"],
        vec!["import", "p.csv", "--programme", "p", "--config", "fixed.toml"],
    ] {
        let environment = if arguments.contains(&"bot.toml") { &environment[..] } else { &[] };
        let ran = desk.run_with(&arguments, environment, "");
        assert_ne!(ran.status, 0, "{arguments:?}");
        let printed = format!("{}{}", ran.out, ran.err);
        assert!(!printed.contains("hunter2"), "{arguments:?}: {printed}");
        assert!(printed.lines().count() >= 2, "{arguments:?}: {printed}");
    }
}
