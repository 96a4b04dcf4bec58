//! Cutting a long text into pages, between paragraphs where that is possible.

use crate::document::{Block, Span};

/// The pages that `blocks` become: at least one. A block that doesn't fit on a page by itself is
/// cut where words end, into pieces of at most so many bytes.
pub(super) fn pages(
    blocks: &[Block],
    piece: usize,
    fits: impl Fn(&[Block]) -> bool,
) -> Vec<Vec<Block>> {
    let mut pages: Vec<Vec<Block>> = vec![Vec::new()];
    for block in blocks.iter().flat_map(|block| pieces(block, piece, &fits)) {
        let mut page = pages.pop().unwrap_or_default();
        page.push(block);
        if page.len() > 1 && !fits(&page) {
            let next = page.pop();
            pages.push(page);
            page = next.into_iter().collect();
        }
        pages.push(page);
    }
    pages
}

/// The block, or several of its kind if it is too long by itself.
fn pieces(block: &Block, piece: usize, fits: &impl Fn(&[Block]) -> bool) -> Vec<Block> {
    if fits(std::slice::from_ref(block)) {
        return vec![block.clone()];
    }
    match block {
        Block::Paragraph(spans) => {
            let spans = spans.iter().flat_map(|span| cut(span, piece));
            spans.map(|span| Block::Paragraph(vec![span])).collect()
        }
        Block::List(points) if points.len() > 1 => {
            let halves = points.split_at(points.len() / 2);
            let half = |points: &[Vec<Span>]| pieces(&Block::List(points.to_vec()), piece, fits);
            [half(halves.0), half(halves.1)].concat()
        }
        Block::List(points) => {
            let spans = points.iter().flatten().flat_map(|span| cut(span, piece));
            spans.map(|span| Block::List(vec![vec![span]])).collect()
        }
    }
}

fn cut(span: &Span, piece: usize) -> Vec<Span> {
    let mut rest = span.text();
    let mut cuts = Vec::new();
    while rest.len() > piece {
        let end = rest.floor_char_boundary(piece);
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
