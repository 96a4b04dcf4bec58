use mentorskap::{
    document::{Block, Span},
    domain::press::Press,
    platform::{Platform, console::Console},
};

use super::{Peer, Seen, Trouble, keeps_the_contract};

struct AtTheTerminal {
    console: Console,
    posted: std::sync::Mutex<Vec<Shown>>,
}

/// A message: in which room, how it looks, and what its buttons mean.
type Shown = (String, Seen, Vec<(String, Press)>);

impl Peer for AtTheTerminal {
    fn platform(&self) -> &dyn Platform {
        &self.console
    }

    fn people(&self) -> [String; 2] {
        ["anna".to_owned(), "bo".to_owned()]
    }

    async fn enter(&self, _: &str) {}

    async fn seen(&self, room: &str) -> Vec<Seen> {
        let mut all = self.posted.lock().unwrap();
        for post in self.console.read() {
            let presses = post.document.buttons.iter();
            let presses: Vec<_> =
                presses.map(|button| (button.label.clone(), button.press)).collect();
            let is_plain = |span: &Span| matches!(span, Span::Text(_));
            let is_formatted = post.document.blocks.iter().any(|block| match block {
                Block::Paragraph(spans) => !spans.iter().all(is_plain),
                Block::List(_) => true,
            });
            let seen = Seen {
                id: post.message.0,
                words: post.document.plain(),
                is_formatted,
                calls: vec![],
                choices: presses.iter().map(|(label, _)| label.clone()).collect(),
            };
            all.push((post.room, seen, presses));
        }
        let here = all.iter().filter(|(where_, ..)| where_ == room);
        here.map(|(_, seen, _)| seen.clone()).collect()
    }

    async fn press(&self, _: &str, seen: &Seen, label: &str) -> String {
        let all = self.posted.lock().unwrap();
        let (.., presses) = all.iter().find(|(_, known, _)| known.id == seen.id).unwrap();
        let (_, press) = presses.iter().find(|(known, _)| known == label).unwrap();
        press.token()
    }

    /// Nothing ever happens at a terminal.
    async fn meets(&self, _: Trouble<'_>) -> bool {
        false
    }

    async fn recovers(&self) {}
}

#[tokio::test]
async fn the_terminal_keeps_the_contract() {
    let peer = AtTheTerminal { console: Console::default(), posted: std::sync::Mutex::default() };
    keeps_the_contract(&peer, 0).await;
}
