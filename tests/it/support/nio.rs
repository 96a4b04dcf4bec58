//! People whose client is built on another library than the bot.

use std::{
    collections::HashMap,
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use serde_json::Value;

use super::matrix::{Homeserver, PASSWORD, eventually, fresh, register};

/// A person with an encrypting client of matrix-nio's.
pub struct Nio {
    pub id: String,
    process: Child,
    commands: Mutex<ChildStdin>,
    heard: Arc<Mutex<Heard>>,
    count: AtomicU64,
    _store: tempfile::TempDir,
}

#[derive(Default)]
struct Heard {
    answers: HashMap<u64, Value>,
    events: Vec<Value>,
}

/// A message that a person sees.
#[derive(Clone, Debug)]
pub struct Message {
    pub room: String,
    pub id: String,
    pub sender: String,
    pub body: String,
}

impl Nio {
    /// Signs in to a new account. Accepts every invitation, if that is wanted.
    pub async fn join(python: &str, server: &Homeserver, name: &str, auto_join: bool) -> Self {
        let id = register(server, &fresh(name)).await;
        let store = tempfile::tempdir().unwrap();
        let mut process = Command::new(python)
            .arg("tests/peers/nio_client.py")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let heard = Arc::new(Mutex::new(Heard::default()));
        let (lines, into) = (process.stdout.take().unwrap(), heard.clone());
        std::thread::spawn(move || {
            for line in BufReader::new(lines).lines() {
                let line: Value = serde_json::from_str(&line.unwrap()).unwrap();
                let mut heard = into.lock().unwrap();
                if let Some(number) = line["n"].as_u64() {
                    heard.answers.insert(number, line);
                } else {
                    heard.events.push(line);
                }
            }
        });
        let commands = Mutex::new(process.stdin.take().unwrap());
        let folder = store.path().to_owned();
        let nio = Self { id, process, commands, heard, count: AtomicU64::new(1), _store: store };
        nio.call(serde_json::json!({
            "do": "login", "homeserver": server.0, "user": nio.id, "password": PASSWORD,
            "store": folder, "auto_join": auto_join,
        }))
        .await;
        nio
    }

    /// Does something, and returns what the client answers to it.
    pub async fn call(&self, mut command: Value) -> Value {
        let number = self.count.fetch_add(1, Ordering::SeqCst);
        command["n"] = number.into();
        writeln!(self.commands.lock().unwrap(), "{command}").unwrap();
        eventually("an answer of the other client", || {
            self.heard.lock().unwrap().answers.contains_key(&number)
        })
        .await;
        let answer = self.heard.lock().unwrap().answers.remove(&number).unwrap();
        assert_eq!(answer["ok"], true, "{command}: {answer}");
        answer
    }

    /// The messages of others that could be read, in order.
    pub fn messages(&self) -> Vec<Message> {
        let heard = self.heard.lock().unwrap();
        let others = heard.events.iter().filter(|event| {
            event["event"] == "message" && event["own"] != true && event["edits"].is_null()
        });
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        others
            .map(|event| Message {
                room: text(&event["room"]),
                id: text(&event["id"]),
                sender: text(&event["sender"]),
                body: text(&event["body"]),
            })
            .collect()
    }

    /// Whether a message, or a file, has come and could be read.
    pub fn has_read(&self, id: &str) -> bool {
        let heard = self.heard.lock().unwrap();
        let read = |event: &Value| event["event"] == "message" || event["event"] == "file";
        heard.events.iter().any(|event| read(event) && event["id"] == *id)
    }

    /// How many messages were never readable.
    pub fn undecryptable(&self) -> usize {
        let heard = self.heard.lock().unwrap();
        let late = |id: &Value| heard.events.iter().any(|e| e["late"] == true && e["id"] == *id);
        let failed = heard.events.iter().filter(|event| event["event"] == "undecryptable");
        failed.filter(|event| !late(&event["id"])).count()
    }
}

impl Drop for Nio {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
