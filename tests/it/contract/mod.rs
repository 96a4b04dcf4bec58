//! What every platform keeps, tried on each over its real peer: the terminal, a Discord and a
//! homeserver, with a client on the other side.

mod console;
#[cfg(feature = "discord")]
mod discord;
#[cfg(feature = "matrix")]
mod matrix;

use std::time::Duration;

use jiff::Timestamp;
use mentorskap::{
    document::{Block, Button, Document, Span},
    domain::{ids::PairId, inbound::MessageRef, press::Press},
    platform::{
        DeliveryKey, Found, Installation, Letter, Mention, PlaceWanted, Platform, PostError, Tried,
        Undeliverable,
    },
};

/// A message as somebody has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub id: String,
    /// The words as they are shown, without names in front and what may be pressed below.
    pub words: String,
    /// Whether anything in it is bold, large, a link under another name, or the like.
    pub is_formatted: bool,
    /// Who is notified by it, by the platform's own ids.
    pub calls: Vec<String>,
    /// What may be pressed.
    pub choices: Vec<String>,
}

/// What can happen to a platform.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(any(feature = "discord", feature = "matrix")),
    expect(dead_code, reason = "nothing ever happens at a terminal")
)]
pub enum Trouble<'a> {
    /// It asks for patience.
    AsksForPatience,
    /// What is posted arrives, and its word about that gets lost.
    LosesItsAnswers,
    /// The person can't be written to.
    KeepsFromWriting,
    /// The room is taken away.
    TakesAway(&'a str),
}

/// A platform with its peer, and two people on it.
pub trait Peer {
    fn platform(&self) -> &dyn Platform;
    /// Anna and Bo, by the platform's own ids.
    fn people(&self) -> [String; 2];
    /// Both, as far as they were asked into a room, come in.
    async fn enter(&self, room: &str);
    /// What the bot has said in a room, as Anna has it.
    async fn seen(&self, room: &str) -> Vec<Seen>;
    /// Anna presses what says that. Gives the token, or the number, that the bot hears.
    async fn press(&self, room: &str, seen: &Seen, label: &str) -> String;
    /// Something happens. False where it can't.
    async fn meets(&self, trouble: Trouble<'_>) -> bool;
    /// Whatever had happened is over.
    async fn recovers(&self);
}

const HOSTILE: &str = "**fet** _lutad_ ~~struken~~ `kod` ||dold|| # rubrik\n# rubrik\n> citat\n\
                       - punkt\n1. ett\n[här](https://ond.example) <b>x</b> <@123456789012345678> \
                       @everyone @room <t:1:F> \\* &amp;";

fn document(paragraphs: &[&str], labels: &[&str]) -> Document {
    let button = |(number, label): (i64, &&str)| Button {
        label: (*label).to_owned(),
        press: Press::Booked(PairId::new(number)),
    };
    let paragraph = |text: &&str| Block::Paragraph(vec![Span::Text((*text).to_owned())]);
    Document {
        blocks: paragraphs.iter().map(paragraph).collect(),
        buttons: (1..).zip(labels).map(button).collect(),
        ..Document::default()
    }
}

/// The suite. `first` begins the numbers of its letters, so that no two runs share one.
async fn keeps_the_contract(peer: &impl Peer, first: i64) {
    let suite = Suite { peer, first, people: peer.people() };
    let room = suite.open(1, 1).await;
    suite.arrives_once(&room).await;
    suite.offers_answers(&room).await;
    suite.is_shown_as_it_was_written(&room).await;
    suite.is_cut_between_paragraphs(&room).await;
    let pairs = suite.open(2, 2).await;
    suite.calls_whom_it_is_for(&pairs).await;
    suite.comes_back_when_asked_to_wait(&room).await;
    suite.arrives_once_over_a_lost_connection(&room).await;
    suite.says_who_is_closed(&room).await;
    suite.says_what_is_gone(&pairs).await;
}

struct Suite<'a, P> {
    peer: &'a P,
    first: i64,
    people: [String; 2],
}

impl<P: Peer> Suite<'_, P> {
    fn letter(&self, number: i64, room: &str, document: Document) -> Letter {
        let key = DeliveryKey::of_row(&Installation::new("test").unwrap(), self.first + number);
        let room = room.to_owned();
        Letter {
            key,
            room,
            readers: None,
            mentions: vec![],
            reply_to: None,
            answers_further: false,
            document,
        }
    }

    fn wanted(&self, number: i64, people: usize) -> PlaceWanted {
        PlaceWanted {
            key: DeliveryKey::of_place(&Installation::new("test").unwrap(), self.first + number),
            members: self.people[..people].to_vec(),
            title: (people > 1).then(|| "Anna + Bo".to_owned()),
        }
    }

    /// A place that is asked for twice is one.
    async fn open(&self, number: i64, people: usize) -> String {
        let wanted = self.wanted(number, people);
        let open = async || loop {
            match self.peer.platform().open(&wanted).await {
                Ok(room) => return room,
                Err(PostError::Busy(wait)) => tokio::time::sleep(wait).await,
                Err(error) => panic!("{error}"),
            }
        };
        let room = open().await;
        if people == 1 {
            assert_eq!(open().await, room);
        }
        self.peer.enter(&room).await;
        room
    }

    async fn post(&self, letter: &Letter) -> MessageRef {
        loop {
            match self.peer.platform().post(letter).await {
                Ok(message) => return message,
                Err(PostError::Busy(wait)) => tokio::time::sleep(wait).await,
                Err(error) => panic!("{error}"),
            }
        }
    }

    /// What has come since then, as soon as there are so many.
    async fn come(&self, room: &str, before: usize, many: usize) -> Vec<Seen> {
        for _ in 0..300 {
            let seen = self.peer.seen(room).await;
            if seen.len() >= before + many {
                return seen[before..].to_vec();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{:?}", self.peer.seen(room).await);
    }

    async fn count(&self, room: &str) -> usize {
        self.peer.seen(room).await.len()
    }

    async fn arrives_once(&self, room: &str) {
        let before = self.count(room).await;
        let letter = self.letter(10, room, document(&["Hej Anna", "Hur går det?"], &[]));
        let message = self.post(&letter).await;
        assert_eq!(self.post(&letter).await, message);
        let last = self.letter(11, room, document(&["Sist"], &[]));
        self.post(&last).await;
        let seen = self.come(room, before, 2).await;
        let words: Vec<_> = seen.iter().map(|seen| seen.words.as_str()).collect();
        assert_eq!(words, ["Hej Anna\n\nHur går det?", "Sist"]);
        assert_eq!(seen[0].calls, [""; 0]);
        // What was posted is found, and what wasn't isn't.
        let tried = Tried { since: Timestamp::UNIX_EPOCH, others: vec![] };
        let find = async |letter| self.peer.platform().find(letter, &tried).await.unwrap();
        assert_eq!(find(&letter).await, Found::Yes(message));
        let never = self.letter(12, room, document(&["Aldrig"], &[]));
        assert_eq!(find(&never).await, Found::No);
    }

    async fn offers_answers(&self, room: &str) {
        let before = self.count(room).await;
        let labels = ["Vi har bokat", "Inte än"];
        self.post(&self.letter(20, room, document(&["Har ni bokat?"], &labels))).await;
        let seen = self.come(room, before, 1).await;
        assert_eq!(seen[0].choices, labels);
        let heard = self.peer.press(room, &seen[0], "Inte än").await;
        assert!(["2", "1:booked:2"].contains(&heard.as_str()), "{heard}");
        // So many are offered, too, that they don't stand beside each other.
        let names = ["Ada", "Bo", "Eva", "Grace", "Olle", "Per", "Siv"];
        self.post(&self.letter(21, room, document(&["Vilken?"], &names))).await;
        let seen = self.come(room, before, 2).await;
        assert_eq!(seen[1].choices, names);
        let heard = self.peer.press(room, &seen[1], "Per").await;
        assert!(["6", "1:booked:6"].contains(&heard.as_str()), "{heard}");
    }

    async fn is_shown_as_it_was_written(&self, room: &str) {
        let before = self.count(room).await;
        let link = "Vi ses på https://video.example/a_b_c?d=*e*#f_g.";
        self.post(&self.letter(30, room, document(&[HOSTILE, link], &[]))).await;
        let seen = self.come(room, before, 1).await;
        assert_eq!(seen[0].words, format!("{HOSTILE}\n\n{link}"));
        assert!(!seen[0].is_formatted, "{seen:?}");
        assert_eq!(seen[0].calls, [""; 0]);
    }

    async fn is_cut_between_paragraphs(&self, room: &str) {
        let before = self.count(room).await;
        let paragraphs: Vec<_> = ('a'..='z').map(|c| format!("{c} ").repeat(900)).collect();
        let paragraphs: Vec<_> = paragraphs.iter().map(|text| text.trim_end()).collect();
        let message = self.post(&self.letter(40, room, document(&paragraphs, &["Ja"]))).await;
        let mut seen = vec![];
        for _ in 0..300 {
            seen = self.peer.seen(room).await[before..].to_vec();
            if seen.last().is_some_and(|last| !last.choices.is_empty()) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let words: Vec<_> = seen.iter().map(|seen| seen.words.as_str()).collect();
        assert_eq!(words.join("\n\n"), paragraphs.join("\n\n"));
        let last = seen.last().unwrap();
        assert_eq!((&last.id, last.choices.as_slice()), (&message.0, ["Ja".to_owned()].as_slice()));
    }

    async fn calls_whom_it_is_for(&self, room: &str) {
        let before = self.count(room).await;
        let [anna, bo] = &self.people;
        let called = vec![Mention { address: anna.clone(), name: "Anna Ek".to_owned() }];
        let both = Some(vec![anna.clone(), bo.clone()]);
        let letter = self.letter(50, room, document(&["Hej Anna, och @everyone"], &[]));
        let letter = Letter { mentions: called, readers: both, ..letter };
        self.post(&letter).await;
        let seen = self.come(room, before, 1).await;
        assert_eq!(seen[0].words, "Hej Anna, och @everyone");
        assert!(seen[0].calls.is_empty() || seen[0].calls == [anna.clone()], "{seen:?}");
        assert_eq!(seen[0].calls.is_empty(), room.contains('+'), "only the terminal calls nobody");
    }

    async fn comes_back_when_asked_to_wait(&self, room: &str) {
        if !self.peer.meets(Trouble::AsksForPatience).await {
            return;
        }
        let before = self.count(room).await;
        let letter = self.letter(60, room, document(&["Med tålamod"], &[]));
        let began = tokio::time::Instant::now();
        let refused = self.peer.platform().post(&letter).await;
        assert!(matches!(refused, Err(PostError::Busy(_))), "{refused:?}");
        assert!(began.elapsed() < Duration::from_secs(2), "it waited by itself");
        self.peer.recovers().await;
        self.post(&letter).await;
        assert_eq!(self.come(room, before, 1).await[0].words, "Med tålamod");
    }

    async fn arrives_once_over_a_lost_connection(&self, room: &str) {
        if !self.peer.meets(Trouble::LosesItsAnswers).await {
            return;
        }
        let before = self.count(room).await;
        let letter = self.letter(70, room, document(&["Över en bruten lina"], &[]));
        let lost = self.peer.platform().post(&letter).await;
        assert!(matches!(lost, Err(PostError::Interrupted(_))), "{lost:?}");
        self.peer.recovers().await;
        self.post(&letter).await;
        self.post(&self.letter(71, room, document(&["Efteråt"], &[]))).await;
        let seen = self.come(room, before, 2).await;
        let words: Vec<_> = seen.iter().map(|seen| seen.words.as_str()).collect();
        assert_eq!(words, ["Över en bruten lina", "Efteråt"]);
    }

    async fn says_who_is_closed(&self, room: &str) {
        if !self.peer.meets(Trouble::KeepsFromWriting).await {
            return;
        }
        let refused = match self.peer.platform().open(&self.wanted(80, 1)).await {
            Ok(room) => {
                let letter = self.letter(80, &room, document(&["Når du mig?"], &[]));
                self.peer.platform().post(&letter).await.map(|message| message.0)
            }
            Err(error) => Err(error),
        };
        let is_closed = matches!(refused, Err(PostError::Undeliverable(Undeliverable::Closed)));
        assert!(is_closed, "{refused:?}");
        self.peer.recovers().await;
        self.post(&self.letter(81, room, document(&["Nu når jag dig"], &[]))).await;
    }

    async fn says_what_is_gone(&self, room: &str) {
        if !self.peer.meets(Trouble::TakesAway(room)).await {
            return;
        }
        let letter = self.letter(90, room, document(&["Finns du?"], &[]));
        let gone = self.peer.platform().post(&letter).await;
        let is_gone = matches!(gone, Err(PostError::Undeliverable(Undeliverable::Gone)));
        assert!(is_gone, "{gone:?}");
    }
}
