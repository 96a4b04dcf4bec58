//! Cutting a long letter into messages that fit.

use super::html::{self, Text};
use crate::{
    document::{Block, Document},
    platform::{Mention, pages::pages},
};

/// How many bytes one message may take as JSON. An event holds 65,536 with everything around it,
/// and encryption makes four bytes out of three.
const ROOM: usize = 40_000;

/// How many bytes of a paragraph stay together when it is too long by itself. The text stands in
/// a message twice, and escapes may make it six times as long.
const PIECE: usize = 3_000;

/// The messages that a document becomes, in order: at least one. Names stand in the first one and
/// buttons below the last.
pub(super) fn parts(document: &Document, addressed: &[Mention]) -> Vec<Text> {
    // Names and buttons are counted on every page, so that it doesn't matter on which they end up.
    let fits = |page: &[Block]| size(&html::render(page, &document.buttons, addressed)) <= ROOM;
    let pages = pages(&document.blocks, PIECE, fits);
    let last = pages.len() - 1;
    let page = |(at, blocks): (usize, &Vec<Block>)| {
        let buttons = if at == last { document.buttons.as_slice() } else { &[] };
        html::render(blocks, buttons, if at == 0 { addressed } else { &[] })
    };
    pages.iter().enumerate().map(page).collect()
}

fn size(text: &Text) -> usize {
    let json = |text: &str| serde_json::to_string(text).map_or(usize::MAX, |json| json.len());
    json(&text.plain).saturating_add(json(&text.html))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Button, Span},
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
        vec![Mention { address: "@anna:example.org".into(), name: "Anna".into() }]
    }

    #[test]
    fn a_short_letter_is_one_message() {
        assert_eq!(parts(&letter(&["Hej".into()]), &[]).len(), 1);
    }

    #[test]
    fn an_empty_one_is_still_one() {
        assert_eq!(parts(&Document::default(), &[]).len(), 1);
    }

    #[test]
    fn a_long_one_is_cut_between_paragraphs() {
        let paragraphs: Vec<_> = ('a'..='h').map(|c| c.to_string().repeat(9_000)).collect();
        let parts = parts(&letter(&paragraphs), &anna());
        assert_eq!(parts.len(), 4);
        let all: Vec<_> = parts.iter().map(|part| part.plain.as_str()).collect();
        let whole = format!("Anna: {}\n\n1. Ja", paragraphs.join("\n\n"));
        assert_eq!(all.join("\n\n"), whole);
    }

    #[test]
    fn names_come_first_and_buttons_last() {
        let paragraphs: Vec<_> = ('a'..='h').map(|c| c.to_string().repeat(9_000)).collect();
        let parts = parts(&letter(&paragraphs), &anna());
        let having = |word: &str| parts.iter().map(|p| p.plain.contains(word)).collect::<Vec<_>>();
        assert_eq!(having("Anna: "), [true, false, false, false]);
        assert_eq!(having("1. Ja"), [false, false, false, true]);
    }

    #[test]
    fn a_paragraph_too_long_by_itself_is_cut_between_words() {
        let long = "ord & ".repeat(10_000);
        let parts = parts(&letter(std::slice::from_ref(&long)), &[]);
        assert!(parts.iter().all(|part| size(part) <= ROOM));
        let words: Vec<_> = parts.iter().flat_map(|part| part.plain.split_whitespace()).collect();
        assert_eq!(words.len(), long.split_whitespace().count() + 2);
    }

    #[test]
    fn a_long_list_is_cut_between_points() {
        let point = |n: usize| vec![Span::Strong(n.to_string()), Span::Text("ord ".repeat(100))];
        let list = Block::List((0..500).map(point).collect());
        let document = Document { blocks: vec![list], ..Document::default() };
        let parts = parts(&document, &[]);
        assert!(parts.len() > 1 && parts.iter().all(|part| size(part) <= ROOM));
        let points = parts.iter().map(|part| part.html.matches("<li><strong>").count());
        assert_eq!(points.sum::<usize>(), 500);
    }

    #[test]
    fn letters_of_several_bytes_are_not_cut_apart() {
        let parts = parts(&letter(&["å".repeat(40_000)]), &[]);
        let count = parts.iter().map(|part| part.plain.matches('å').count()).sum::<usize>();
        assert_eq!(count, 40_000);
    }
}
