//! Cutting a long letter into messages that fit.

use super::html::{self, Text};
use crate::{
    document::{Block, Document, Span},
    platform::Mention,
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
    let mut pages: Vec<Vec<Block>> = vec![Vec::new()];
    for block in document.blocks.iter().flat_map(pieces) {
        let mut page = pages.pop().unwrap_or_default();
        page.push(block);
        // Names and buttons are counted on every page, so that it doesn't matter on which they
        // end up.
        if page.len() > 1 && size(&html::render(&page, &document.buttons, addressed)) > ROOM {
            let next = page.pop();
            pages.push(page);
            page = next.into_iter().collect();
        }
        pages.push(page);
    }
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

/// The block, or several of its kind if it is too long by itself.
fn pieces(block: &Block) -> Vec<Block> {
    let text = html::render(std::slice::from_ref(block), &[], &[]);
    if size(&text) <= ROOM {
        return vec![block.clone()];
    }
    match block {
        Block::Paragraph(spans) => {
            spans.iter().flat_map(cut).map(|span| Block::Paragraph(vec![span])).collect()
        }
        Block::List(points) if points.len() > 1 => {
            let halves = points.split_at(points.len() / 2);
            let half = |points: &[Vec<Span>]| pieces(&Block::List(points.to_vec()));
            [half(halves.0), half(halves.1)].concat()
        }
        Block::List(points) => {
            let spans = points.iter().flatten().flat_map(cut);
            spans.map(|span| Block::List(vec![vec![span]])).collect()
        }
    }
}

fn cut(span: &Span) -> Vec<Span> {
    let mut rest = span.text();
    let mut cuts = Vec::new();
    while rest.len() > PIECE {
        let end = rest.floor_char_boundary(PIECE);
        let end = rest[..end].rfind(char::is_whitespace).filter(|end| *end > 0).unwrap_or(end);
        cuts.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    cuts.push(rest);
    let like = |text: &str| match span {
        Span::Text(_) => Span::Text(text.to_owned()),
        Span::Strong(_) => Span::Strong(text.to_owned()),
        Span::Code(_) => Span::Code(text.to_owned()),
    };
    cuts.into_iter().map(like).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Button,
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
