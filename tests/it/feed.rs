//! Calendars are fetched over real connections, from servers that misbehave.

#![expect(
    clippy::disallowed_methods,
    reason = "the servers run beside the test, and on a real clock"
)]

use std::time::{Duration, Instant};

use mentorskap::{
    domain::own_calendar::Unread,
    feed::{Reach, reader},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// What a server does to whoever asks.
#[derive(Clone, Copy)]
enum Manner {
    /// Says this.
    Says(&'static str),
    /// Sends so many bytes, one megabyte after the other, without saying how many.
    Pours(usize),
    /// Says that it will send so many.
    Boasts(usize),
    /// Takes the request and never answers.
    Hangs,
    /// Sends a byte now and then, for ever.
    Drips,
}

async fn server(manner: Manner) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, manner));
        }
    });
    format!("http://{address}/a.ics")
}

async fn answer(mut stream: TcpStream, manner: Manner) {
    let mut request = [0; 4096];
    let _ = stream.read(&mut request).await;
    let begin = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    match manner {
        Manner::Says(text) => {
            let _ = stream.write_all(text.as_bytes()).await;
        }
        Manner::Pours(bytes) => {
            let _ = stream.write_all(begin.as_bytes()).await;
            let megabyte = vec![b'x'; 1_000_000];
            for _ in 0..bytes / megabyte.len() {
                if stream.write_all(&megabyte).await.is_err() {
                    break;
                }
            }
        }
        Manner::Boasts(bytes) => {
            let said = format!("HTTP/1.1 200 OK\r\nContent-Length: {bytes}\r\n\r\nx");
            let _ = stream.write_all(said.as_bytes()).await;
        }
        Manner::Hangs => std::future::pending().await,
        Manner::Drips => {
            let _ = stream.write_all(begin.as_bytes()).await;
            while stream.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    }
    let _ = stream.shutdown().await;
}

async fn fetched(manner: Manner) -> Result<String, Unread> {
    reader(Reach::Anywhere).unwrap().fetch(&server(manner).await).await
}

#[tokio::test]
async fn what_a_server_says_is_read() {
    let said = fetched(Manner::Says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nBEG")).await;
    assert_eq!(said, Ok("BEG".to_owned()));
    let gone = fetched(Manner::Says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")).await;
    assert_eq!(gone, Err(Unread::Refused { status: 404 }));
}

#[tokio::test]
async fn fifty_megabytes_are_not_taken_in() {
    let began = Instant::now();
    assert_eq!(fetched(Manner::Pours(50_000_000)).await, Err(Unread::TooLong));
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    // What it says of itself is not believed, neither way.
    assert_eq!(fetched(Manner::Boasts(50_000_000)).await, Err(Unread::Silent));
}

#[tokio::test]
async fn a_server_that_hangs_is_left_after_seconds() {
    let began = Instant::now();
    let (hangs, drips) = tokio::join!(fetched(Manner::Hangs), fetched(Manner::Drips));
    assert_eq!((hangs, drips), (Err(Unread::Silent), Err(Unread::Silent)));
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

#[tokio::test]
async fn nothing_inside_is_asked_not_even_by_way_of_another_address() {
    let feed = reader(Reach::Internet).unwrap();
    let inside = server(Manner::Says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nBEG")).await;
    assert_eq!(feed.fetch(&inside.replace("http", "https")).await, Err(Unread::Private));
    assert_eq!(feed.fetch(&inside).await, Err(Unread::Private));
    // A name is looked at once it is known where it leads.
    assert_eq!(feed.fetch("https://localhost/a.ics").await, Err(Unread::Private));
    assert_eq!(feed.fetch("webcal://localhost:8080/a.ics").await, Err(Unread::Private));
    assert_eq!(feed.fetch("https://[::1]/a.ics").await, Err(Unread::Private));
    assert_eq!(feed.fetch("http://example.org/a.ics").await, Err(Unread::NoAddress));
    assert_eq!(feed.fetch("https://").await, Err(Unread::NoAddress));
}

#[tokio::test]
async fn whoever_leads_from_one_address_to_the_next_is_not_followed_for_long() {
    let lost = "HTTP/1.1 302 Found\r\nLocation: /a.ics\r\nContent-Length: 0\r\n\r\n";
    let began = Instant::now();
    assert!(fetched(Manner::Says(lost)).await.is_err());
    assert!(began.elapsed() < Duration::from_secs(5));
}
