//! The messages that a letter becomes.

use serenity::builder::CreateActionRow;

use super::{components, length::length, markdown};
use crate::{
    document::{Attachment, Block, Document},
    platform::{Mention, pages::pages},
};

/// How long a message may be.
const ROOM: usize = 2_000;

/// How many bytes of a paragraph stay together when it is too long by itself. Marks may make it
/// twice as long.
const PIECE: usize = 900;

/// One message of a letter.
pub(super) struct Part<'a> {
    /// What it says, in Discord's markup.
    pub content: String,
    /// What may be pressed below.
    pub rows: Vec<CreateActionRow>,
    /// A file that goes along.
    pub file: Option<&'a Attachment>,
    /// Whether the people addressed are notified by this one.
    pub calls: bool,
}

/// The messages, in order: at least one. Names stand in the first one and buttons below the last
/// that has words, with the first file; each further file has a message of its own.
pub(super) fn parts<'a>(document: &'a Document, addressed: &[Mention]) -> Vec<Part<'a>> {
    let names = names(addressed);
    // Names are counted on every page, so that it doesn't matter on which they end up.
    let fits = |page: &[Block]| length(&names) + length(&markdown::render(page)) <= ROOM;
    let pages = pages(&document.blocks, PIECE, fits);
    let last = pages.len() - 1;
    let mut files = document.attachments.iter();
    let page = |(at, blocks): (usize, &Vec<Block>)| {
        let words = markdown::render(blocks);
        Part {
            content: if at == 0 { format!("{names}{words}") } else { words },
            rows: if at == last { components::rows(&document.buttons) } else { vec![] },
            file: None,
            calls: at == 0,
        }
    };
    let mut parts: Vec<_> = pages.iter().enumerate().map(page).collect();
    if let Some(part) = parts.last_mut() {
        part.file = files.next();
    }
    parts.extend(files.map(|file| Part {
        content: String::new(),
        rows: vec![],
        file: Some(file),
        calls: false,
    }));
    parts
}

/// How many of the parts come before the one with the buttons.
pub(super) fn before_buttons(parts: &[Part<'_>]) -> usize {
    parts.iter().rposition(|part| !part.content.is_empty()).unwrap_or(0)
}

fn names(addressed: &[Mention]) -> String {
    if addressed.is_empty() {
        return String::new();
    }
    let names = addressed.iter().map(|mention| format!("<@{}>", mention.address));
    format!("{}\n", names.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Button, Content, Span},
        domain::{ids::PairId, press::Press},
    };

    fn letter(paragraphs: &[String]) -> Document {
        let paragraph = |text: &String| Block::Paragraph(vec![Span::Text(text.clone())]);
        let button = Button { label: "Ja".into(), press: Press::Booked(PairId::new(1)) };
        Document {
            blocks: paragraphs.iter().map(paragraph).collect(),
            buttons: vec![button],
            ..Document::default()
        }
    }

    fn anna() -> Vec<Mention> {
        vec![Mention { address: "1234".into(), name: "Anna".into() }]
    }

    #[test]
    fn a_short_letter_is_one_message_with_the_name_in_front() {
        let document = letter(&["Hej".into()]);
        let parts = parts(&document, &anna());
        assert_eq!(parts.len(), 1);
        assert_eq!((parts[0].content.as_str(), parts[0].rows.len()), ("<@1234>\nHej", 1));
    }

    #[test]
    fn a_long_one_is_cut_between_paragraphs() {
        let paragraphs: Vec<_> = ('a'..='e').map(|c| c.to_string().repeat(900)).collect();
        let document = letter(&paragraphs);
        let parts = parts(&document, &anna());
        let all: Vec<_> = parts.iter().map(|part| part.content.as_str()).collect();
        assert_eq!(all.join("\n\n"), format!("<@1234>\n{}", paragraphs.join("\n\n")));
        let rows: Vec<_> = parts.iter().map(|part| part.rows.len()).collect();
        assert_eq!(rows, [0, 0, 1]);
    }

    #[test]
    fn no_message_is_too_long() {
        for words in ["***** ".repeat(2_000), "å".repeat(4_001), "💥💥 ".repeat(1_500)] {
            let document = letter(&[words]);
            for part in parts(&document, &anna()) {
                assert!(length(&part.content) <= ROOM, "{}", length(&part.content));
                assert!(!part.content.trim().is_empty());
            }
        }
    }

    #[test]
    fn files_go_along() {
        let file = |name: &str| Attachment {
            name: name.into(),
            media_type: "text/csv".into(),
            content: Content::Text("a".into()),
        };
        let attachments = vec![file("a.csv"), file("b.csv")];
        let document = Document { attachments, ..letter(&["Hej".into()]) };
        let parts = parts(&document, &[]);
        let files: Vec<_> =
            parts.iter().map(|part| part.file.map(|file| file.name.as_str())).collect();
        assert_eq!(files, [Some("a.csv"), Some("b.csv")]);
        assert_eq!(before_buttons(&parts), 0);
    }
}
