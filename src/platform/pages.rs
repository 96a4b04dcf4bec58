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
        Block::Paragraph(spans) => packed(spans, piece, Block::Paragraph, fits),
        Block::List(points) if points.len() > 1 => {
            let halves = points.split_at(points.len() / 2);
            let half = |points: &[Vec<Span>]| pieces(&Block::List(points.to_vec()), piece, fits);
            [half(halves.0), half(halves.1)].concat()
        }
        Block::List(points) => {
            packed(&points.concat(), piece, |spans| Block::List(vec![spans]), fits)
        }
    }
}

/// The spans, cut where one is too long, in as few blocks as hold them.
fn packed(
    spans: &[Span],
    piece: usize,
    block: impl Fn(Vec<Span>) -> Block,
    fits: &impl Fn(&[Block]) -> bool,
) -> Vec<Block> {
    let mut blocks: Vec<Vec<Span>> = vec![Vec::new()];
    for span in spans {
        for (nth, part) in cut(span, piece).into_iter().enumerate() {
            let mut last = blocks.pop().unwrap_or_default();
            last.push(part);
            // Between two parts of one text there was a space, which went with the cut.
            if nth > 0 || last.len() > 1 && !fits(&[block(last.clone())]) {
                let next = last.pop();
                blocks.push(last);
                last = next.into_iter().collect();
            }
            blocks.push(last);
        }
    }
    blocks.into_iter().map(block).collect()
}

fn cut(span: &Span, piece: usize) -> Vec<Span> {
    let like = match span {
        Span::Text(_) => Span::Text,
        Span::Strong(_) => Span::Strong,
        Span::Code(_) => Span::Code,
        Span::Time { .. } => return vec![span.clone()],
    };
    let mut rest = span.text();
    let mut cuts = Vec::new();
    while rest.len() > piece {
        let end = rest.floor_char_boundary(piece);
        let end = rest[..end].rfind(char::is_whitespace).filter(|end| *end > 0).unwrap_or(end);
        cuts.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    cuts.push(rest);
    cuts.into_iter().map(|text| like(text.to_owned())).collect()
}
