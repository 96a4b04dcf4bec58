//! A way to a server on which some requests fare otherwise than they would.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

/// What becomes of a request instead.
#[derive(Clone)]
enum Instead {
    /// It gets this answer, and the server never sees it.
    Answer(String),
    /// The server sees it, and its answer gets lost.
    Lost,
}

type Rules = Mutex<Vec<(&'static str, Instead)>>;

/// A way to a server.
pub struct Crossing {
    pub url: String,
    /// What is in the address of a request, and what becomes of it.
    rules: Arc<Rules>,
    /// How many met with one.
    crossed: Arc<Mutex<usize>>,
}

impl Crossing {
    pub fn on(url: &str) -> Self {
        let upstream = url.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (rules, crossed) = (Arc::<Rules>::default(), Arc::<Mutex<_>>::default());
        let (these, count) = (rules.clone(), crossed.clone());
        std::thread::spawn(move || {
            for person in listener.incoming() {
                let (upstream, rules, count) = (upstream.clone(), these.clone(), count.clone());
                std::thread::spawn(move || {
                    relay(&mut person.unwrap(), &upstream, &rules, &count);
                });
            }
        });
        Self { url, rules, crossed }
    }

    /// Requests to such an address get this answer.
    pub fn answers(&self, at: &'static str, status: &str, body: &str) {
        let answer = format!(
            "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.rules.lock().unwrap().push((at, Instead::Answer(answer)));
    }

    /// The answers to such requests get lost.
    pub fn loses(&self, at: &'static str) {
        self.rules.lock().unwrap().push((at, Instead::Lost));
    }

    /// From now on everything fares as it would.
    pub fn clear(&self) {
        self.rules.lock().unwrap().clear();
        *self.crossed.lock().unwrap() = 0;
    }

    pub fn crossed(&self) -> usize {
        *self.crossed.lock().unwrap()
    }
}

fn relay(
    person: &mut TcpStream,
    upstream: &str,
    rules: &Rules,
    count: &Mutex<usize>,
) -> Option<()> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        person.read_exact(&mut byte).ok()?;
        request.push(byte[0]);
    }
    let head = String::from_utf8(request).ok()?;
    let length = head.to_lowercase().lines().find_map(|line| {
        line.strip_prefix("content-length:").and_then(|length| length.trim().parse().ok())
    });
    let mut body = vec![0; length.unwrap_or(0)];
    person.read_exact(&mut body).ok()?;
    let address = head.lines().next()?;
    let found = rules.lock().unwrap().iter().find(|(at, _)| address.contains(at)).cloned();
    if found.is_some() {
        *count.lock().unwrap() += 1;
    }
    if let Some((_, Instead::Answer(answer))) = &found {
        person.write_all(answer.as_bytes()).ok()?;
        return Some(());
    }
    let mut server = TcpStream::connect(upstream).ok()?;
    let head = head.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    server.write_all(head.as_bytes()).ok()?;
    server.write_all(&body).ok()?;
    if found.is_some() {
        return std::io::copy(&mut server, &mut std::io::sink()).ok().map(|_| ());
    }
    std::io::copy(&mut server, person).ok().map(|_| ())
}
