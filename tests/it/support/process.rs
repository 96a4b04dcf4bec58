//! The released program, killed from outside when its log says how far it has come.

use std::{
    fmt,
    io::{BufRead as _, BufReader},
    os::unix::process::ExitStatusExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// What the program logs on the way from something that is due to something that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Due,
    Decided,
    Sending,
    Sent,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Due => "due",
            Self::Decided => "decided",
            Self::Sending => "sending",
            Self::Sent => "sent",
        })
    }
}

/// When to kill.
#[derive(Clone, Copy, Debug)]
pub struct Aim {
    pub stage: Stage,
    /// How many lines of that stage are let pass.
    pub passing: usize,
    /// How long after the line. What follows a line takes its time, and each moment of it is one
    /// in which a machine may lose its power.
    pub after: Duration,
}

/// One process of the program.
pub struct Process {
    child: Arc<Mutex<Child>>,
    log: Arc<Mutex<Log>>,
}

#[derive(Default)]
struct Log {
    lines: Vec<String>,
    aim: Option<Aim>,
    /// The line at which it was killed.
    struck: Option<String>,
    ended: bool,
}

impl Process {
    pub fn start(binary: &str, config: &Path, aim: Option<Aim>) -> Self {
        let mut child = Command::new(binary)
            .arg("run")
            .arg("--config")
            .arg(config)
            .current_dir(config.parent().unwrap())
            .env("RUST_LOG", "mentorskap=debug")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let child = Arc::new(Mutex::new(child));
        let log = Arc::new(Mutex::new(Log { aim, ..Log::default() }));
        let (target, into) = (child.clone(), log.clone());
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let strike = into.lock().unwrap().take(&line);
                if let Some(aim) = strike {
                    thread::sleep(aim.after);
                    target.lock().unwrap().kill().unwrap();
                }
            }
            into.lock().unwrap().ended = true;
        });
        Self { child, log }
    }

    /// Kills at the next such moment from now on.
    pub fn aim(&self, aim: Aim) {
        self.log.lock().unwrap().aim = Some(aim);
    }

    pub fn has_ended(&self) -> bool {
        self.log.lock().unwrap().ended
    }

    /// Waits until it was killed at the stage that was aimed at.
    pub async fn killed(&self, aim: Aim) {
        for _ in 0..900 {
            if self.has_ended() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert!(self.has_ended(), "{aim:?} did not come:\n{}", self.tail());
        let status = self.child.lock().unwrap().wait().unwrap();
        assert_eq!(status.signal(), Some(9), "it ended by itself:\n{}", self.tail());
        let struck = self.log.lock().unwrap().struck.clone();
        let struck = struck.unwrap_or_else(|| panic!("not at a stage:\n{}", self.tail()));
        assert!(struck.contains(&format!("stage=\"{}\"", aim.stage)), "{struck}");
    }

    /// The end of what it logged.
    pub fn tail(&self) -> String {
        let log = self.log.lock().unwrap();
        log.lines[log.lines.len().saturating_sub(30)..].join("\n")
    }
}

impl Log {
    /// Keeps a line. Says whether it is the one that was waited for.
    fn take(&mut self, line: &str) -> Option<Aim> {
        self.lines.push(line.to_owned());
        let aim = self.aim.as_mut()?;
        if !line.contains(&format!("stage=\"{}\"", aim.stage)) {
            return None;
        }
        if aim.passing > 0 {
            aim.passing -= 1;
            return None;
        }
        self.struck = Some(line.to_owned());
        self.aim.take()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Ok(mut child) = self.child.lock() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
