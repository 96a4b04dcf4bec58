//! The little markup of the locale files: an empty line starts a paragraph, a dash a point of a
//! list; `**` makes text stand out, a backtick shows what to type.

use std::str::Chars;

use jiff::Timestamp;

use super::inert::{CODE, END, INLINE, MANY, NEXT, TEXT, TIME, is_mark};
use crate::document::{Block, Span};

/// A part of a message.
#[derive(Debug, Clone)]
enum Piece {
    /// Words of the locale files, with their markup.
    Ours(String),
    /// Somebody's own words.
    Inert(String),
    /// Something to type.
    Code(String),
    /// A time, and which instant it is.
    Time { words: String, instant: Timestamp },
    /// Several phrases.
    Many { points: Vec<Vec<Piece>>, inline: Vec<Piece> },
}

/// A line of a message.
enum Line {
    Empty,
    Running(Vec<Piece>),
    Points(Vec<Vec<Piece>>),
}

/// The blocks that `source` describes.
pub fn blocks(source: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut paragraph = Vec::new();
    let mut points = Vec::new();
    for line in lines(pieces(source)) {
        match line.into() {
            Line::Empty => end_paragraph(&mut paragraph, &mut blocks),
            Line::Running(line) => {
                end_list(&mut points, &mut blocks);
                paragraph.push(line);
            }
            Line::Points(more) => {
                end_paragraph(&mut paragraph, &mut blocks);
                points.extend(more.into_iter().map(|point| spans(on_one_line(point))));
            }
        }
    }
    end_paragraph(&mut paragraph, &mut blocks);
    end_list(&mut points, &mut blocks);
    blocks
}

/// The words that `source` describes, on one line and without any style.
pub fn plain(source: &str) -> String {
    spans(on_one_line(pieces(source))).iter().map(Span::text).collect()
}

fn end_paragraph(lines: &mut Vec<Vec<Piece>>, blocks: &mut Vec<Block>) {
    let pieces = match &lines[..] {
        [] => return,
        // Whoever writes several lines sees them again, unless they stand in a sentence of ours.
        [line] if matches!(line[..], [Piece::Inert(_)]) => line.clone(),
        lines => lines.join(&Piece::Ours("\n".to_owned())).into_iter().map(Piece::flat).collect(),
    };
    lines.clear();
    blocks.push(Block::Paragraph(spans(pieces)));
}

fn end_list(points: &mut Vec<Vec<Span>>, blocks: &mut Vec<Block>) {
    points.retain(|point| !point.is_empty());
    if !points.is_empty() {
        blocks.push(Block::List(std::mem::take(points)));
    }
}

impl Piece {
    /// Without line breaks in people's own words.
    fn flat(self) -> Self {
        match self {
            Self::Inert(text) => Self::Inert(text.replace('\n', " ")),
            Self::Ours(_) | Self::Code(_) | Self::Time { .. } | Self::Many { .. } => self,
        }
    }
}

impl From<Vec<Piece>> for Line {
    fn from(mut line: Vec<Piece>) -> Self {
        trim(&mut line);
        let dash = take_dash(&mut line);
        trim(&mut line);
        match &mut line[..] {
            [] => Self::Empty,
            [Piece::Many { points, .. }] => Self::Points(std::mem::take(points)),
            _ if dash => Self::Points(vec![line]),
            _ => Self::Running(line),
        }
    }
}

/// Takes away the dash of a point, if there is one.
fn take_dash(line: &mut [Piece]) -> bool {
    let Some(Piece::Ours(text)) = line.first_mut() else { return false };
    let Some(rest) = text.strip_prefix("- ").or_else(|| text.strip_prefix("– ")) else {
        return false;
    };
    *text = rest.to_owned();
    true
}

/// Takes away the blanks around a line, and what is empty.
fn trim(line: &mut Vec<Piece>) {
    if let Some(Piece::Ours(text)) = line.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Piece::Ours(text)) = line.last_mut() {
        text.truncate(text.trim_end().len());
    }
    line.retain(|piece| match piece {
        Piece::Ours(text) | Piece::Inert(text) | Piece::Code(text) => !text.is_empty(),
        Piece::Time { .. } | Piece::Many { .. } => true,
    });
}

/// Where each piece ends is marked, so only ours can break a line.
fn lines(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    for piece in pieces {
        let Piece::Ours(text) = piece else {
            line.push(piece);
            continue;
        };
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                lines.push(std::mem::take(&mut line));
            }
            line.push(Piece::Ours(part.to_owned()));
        }
    }
    lines.push(line);
    lines
}

/// The same as one line, without the dashes of points.
fn on_one_line(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined = Vec::new();
    for mut line in lines(in_a_sentence(pieces)) {
        trim(&mut line);
        take_dash(&mut line);
        if !joined.is_empty() && !line.is_empty() {
            joined.push(Piece::Ours(" ".to_owned()));
        }
        joined.extend(line.into_iter().map(Piece::flat));
    }
    joined
}

/// The same with several phrases as one.
fn in_a_sentence(pieces: Vec<Piece>) -> Vec<Piece> {
    let one = |piece| match piece {
        Piece::Many { inline, .. } => in_a_sentence(inline),
        Piece::Ours(_) | Piece::Inert(_) | Piece::Code(_) | Piece::Time { .. } => vec![piece],
    };
    pieces.into_iter().flat_map(one).collect()
}

/// Reads the marks that [`inert`](super::inert) put in.
fn pieces(source: &str) -> Vec<Piece> {
    read(&mut source.chars(), &[]).0
}

/// Reads as far as one of `stops`, and says which.
fn read(chars: &mut Chars<'_>, stops: &[char]) -> (Vec<Piece>, Option<char>) {
    let mut pieces = Vec::new();
    let mut ours = String::new();
    while let Some(c) = chars.next() {
        if !is_mark(c) {
            ours.push(c);
            continue;
        }
        if !ours.is_empty() {
            pieces.push(Piece::Ours(std::mem::take(&mut ours)));
        }
        let words = |chars: &mut Chars<'_>| {
            chars.take_while(|c| *c != END).filter(|c| !is_mark(*c)).collect()
        };
        match c {
            c if stops.contains(&c) => return (pieces, Some(c)),
            TEXT => pieces.push(Piece::Inert(words(chars))),
            CODE => pieces.push(Piece::Code(words(chars))),
            TIME => pieces.push(time(chars)),
            MANY => pieces.push(many(chars)),
            _ => {}
        }
    }
    if !ours.is_empty() {
        pieces.push(Piece::Ours(ours));
    }
    (pieces, None)
}

fn time(chars: &mut Chars<'_>) -> Piece {
    let (words, stop) = read(chars, &[NEXT, END]);
    let words = spans(words).iter().map(Span::text).collect();
    let seconds = if stop == Some(NEXT) { read(chars, &[END]).0 } else { Vec::new() };
    let instant = match &seconds[..] {
        [Piece::Ours(seconds)] => seconds.parse().ok().and_then(|s| Timestamp::from_second(s).ok()),
        _ => None,
    };
    match instant {
        Some(instant) => Piece::Time { words, instant },
        None => Piece::Inert(words),
    }
}

fn many(chars: &mut Chars<'_>) -> Piece {
    let mut points = Vec::new();
    loop {
        let (point, stop) = read(chars, &[NEXT, INLINE]);
        points.push(point);
        if stop != Some(NEXT) {
            break;
        }
    }
    points.retain(|point| !point.is_empty());
    Piece::Many { points, inline: read(chars, &[END]).0 }
}

/// What spans are made of.
enum Atom {
    /// Words, whosever they are.
    Words(String),
    /// Something to type.
    Code(String),
    /// A time, and which instant it is.
    Time { words: String, instant: Timestamp },
    /// `**`
    Strong,
    /// A backtick.
    Tick,
}

fn spans(pieces: Vec<Piece>) -> Vec<Span> {
    let mut atoms = Vec::new();
    for piece in in_a_sentence(pieces) {
        match piece {
            Piece::Ours(text) => atoms_of(&text, &mut atoms),
            Piece::Inert(text) => atoms.push(Atom::Words(text)),
            Piece::Code(text) => atoms.push(Atom::Code(text)),
            Piece::Time { words, instant } => atoms.push(Atom::Time { words, instant }),
            Piece::Many { .. } => {}
        }
    }
    let mut spans = Vec::new();
    styled(&atoms, Span::Text, &mut spans);
    spans
}

fn atoms_of(text: &str, atoms: &mut Vec<Atom>) {
    for (at, part) in text.split("**").enumerate() {
        if at > 0 {
            atoms.push(Atom::Strong);
        }
        for (at, part) in part.split('`').enumerate() {
            if at > 0 {
                atoms.push(Atom::Tick);
            }
            if !part.is_empty() {
                atoms.push(Atom::Words(part.to_owned()));
            }
        }
    }
}

/// Adds `atoms` in `style`. A mark without its counterpart is an ordinary character.
fn styled(mut atoms: &[Atom], style: fn(String) -> Span, spans: &mut Vec<Span>) {
    while let [first, rest @ ..] = atoms {
        atoms = rest;
        let end = match first {
            Atom::Strong => rest.iter().position(|atom| matches!(atom, Atom::Strong)),
            Atom::Tick => rest.iter().position(|atom| matches!(atom, Atom::Tick)),
            Atom::Words(_) | Atom::Code(_) | Atom::Time { .. } => None,
        };
        let Some((inside, [_, after @ ..])) = end.and_then(|end| rest.split_at_checked(end)) else {
            match first {
                Atom::Code(code) => push(Span::Code(code.clone()), spans),
                Atom::Time { words, instant } => {
                    push(Span::Time { words: words.clone(), instant: *instant }, spans);
                }
                Atom::Words(_) | Atom::Strong | Atom::Tick => {
                    push(style(first.typed().to_owned()), spans);
                }
            }
            continue;
        };
        atoms = after;
        match first {
            Atom::Strong => styled(inside, Span::Strong, spans),
            Atom::Tick | Atom::Words(_) | Atom::Code(_) | Atom::Time { .. } => {
                push(Span::Code(inside.iter().map(Atom::typed).collect()), spans);
            }
        }
    }
}

impl Atom {
    /// As it stands in the source.
    fn typed(&self) -> &str {
        match self {
            Self::Words(text) | Self::Code(text) | Self::Time { words: text, .. } => text,
            Self::Strong => "**",
            Self::Tick => "`",
        }
    }
}

/// Adds `span`, to the last one if they look the same.
fn push(span: Span, spans: &mut Vec<Span>) {
    match (spans.last_mut(), span) {
        (Some(Span::Text(last)), Span::Text(more))
        | (Some(Span::Strong(last)), Span::Strong(more)) => last.push_str(&more),
        (_, span) if span.text().is_empty() => {}
        (_, span) => spans.push(span),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::inert::{code, many, text, time},
        *,
    };

    /// Blocks as a few lines: `¶` a paragraph, `-` a point, `*strong*`, `[code]`.
    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let line = |spans: &[Span]| {
            let spans = spans.iter().map(|span| match span {
                Span::Text(text) => text.clone(),
                Span::Strong(text) => format!("*{text}*"),
                Span::Code(text) => format!("[{text}]"),
                Span::Time { words, instant } => format!("<{words}={}>", instant.as_second()),
            });
            spans.collect::<String>()
        };
        let blocks = blocks(source);
        let shown = blocks.iter().flat_map(|block| match block {
            Block::Paragraph(spans) => vec![format!("¶ {}", line(spans))],
            Block::List(points) => points.iter().map(|p| format!("- {}", line(p))).collect(),
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[track_caller]
    fn check_plain(source: &str, expected: &str) {
        assert_eq!(plain(source), expected);
    }

    #[test]
    fn an_empty_line_starts_a_paragraph() {
        check("One\ntwo\n\n\nthree ", &["¶ One\ntwo", "¶ three"]);
    }

    #[test]
    fn nothing_is_no_block() {
        check(" \n\n", &[]);
        check(&text(""), &[]);
        check(&many(&[], ""), &[]);
    }

    #[test]
    fn a_dash_starts_a_point() {
        check("Do:\n- this\n– that\nThen stop.", &["¶ Do:", "- this", "- that", "¶ Then stop."]);
    }

    #[test]
    fn points_with_space_between_are_one_list() {
        assert_eq!(blocks("- this\n\n- that").len(), 1);
    }

    #[test]
    fn a_dash_inside_a_line_is_a_dash() {
        check("13 - 14, -5", &["¶ 13 - 14, -5"]);
    }

    #[test]
    fn marks_set_a_style() {
        check("**Say** `mål **1**` **now `x`**", &["¶ *Say* [mål **1**] *now *[x]"]);
    }

    #[test]
    fn a_mark_without_its_counterpart_is_a_character() {
        check("2 ** 3 ` 4", &["¶ 2 ** 3 ` 4"]);
    }

    #[test]
    fn peoples_words_are_not_markup() {
        let source = format!("{} says {}", text("**Bo**"), text("`x` - @everyone"));
        check(&source, &["¶ **Bo** says `x` - @everyone"]);
        check(&text("- a"), &["¶ - a"]);
    }

    #[test]
    fn peoples_words_take_the_style_around_them() {
        check(&format!("**{}** is in", text("a**b")), &["¶ *a**b* is in"]);
        check(&format!("`note {}`", text("a`b")), &["¶ [note a`b]"]);
    }

    #[test]
    fn peoples_line_breaks_stay_where_nothing_else_stands() {
        check(&format!("Bo:\n\n{}\n\nBye", text("a\n\n- b")), &["¶ Bo:", "¶ a\n\n- b", "¶ Bye"]);
        check(&format!("Bo: {}", text("a\n- b")), &["¶ Bo: a - b"]);
        check(&format!("- {}", text("a\nb")), &["- a b"]);
    }

    #[test]
    fn what_to_type_is_code() {
        check(&format!("Type {}.", code("nytt `mål`")), &["¶ Type [nytt `mål`]."]);
        check(&format!("Type `{}`.", code("x")), &["¶ Type [x]."]);
    }

    #[test]
    fn a_time_is_words_and_an_instant() {
        let at = |words: &str| time(words, Timestamp::constant(1_772_541_000, 0));
        check(
            &format!("See you {}.", at("**3 March**, 13:30")),
            &["¶ See you <3 March, 13:30=1772541000>."],
        );
        check(&format!("- {}", at("now")), &["- <now=1772541000>"]);
        check(&format!("**At {}!**", at("now")), &["¶ *At *<now=1772541000>*!*"]);
        check_plain(&format!("At {}!", at("13:30")), "At 13:30!");
        check_plain(&many(&[at("a"), at("b")], &format!("{} and {}", at("a"), at("b"))), "a and b");
    }

    #[test]
    fn phrases_alone_on_a_line_are_points() {
        let phrases = many(&["**a**".into(), String::new(), text("b\n- c")], "a and b");
        check(&format!("Now:\n{phrases}"), &["¶ Now:", "- *a*", "- b - c"]);
        check(&format!("- first\n- {phrases}"), &["- first", "- *a*", "- b - c"]);
    }

    #[test]
    fn a_point_says_something() {
        check(&many(&[text(""), "b".into()], ""), &["- b"]);
    }

    #[test]
    fn a_point_is_one_line() {
        check(&many(&["a\n\n- b".into()], ""), &["- a b"]);
    }

    #[test]
    fn phrases_in_a_sentence_follow_one_another() {
        let inner = many(&["x".into(), "y".into()], "x and y");
        check(&format!("Now {inner}."), &["¶ Now x and y."]);
        check(&many(&[inner.clone(), "z".into()], ""), &["- x and y", "- z"]);
        check(&format!("So {}", many(&["x".into()], &inner)), &["¶ So x and y"]);
    }

    #[test]
    fn a_line_of_plain_text_has_no_style() {
        check_plain("**Do** `this`\n\n- a\n- b", "Do this a b");
        check_plain(&many(&["a".into(), "b".into()], "a and b"), "a and b");
        check_plain(&text("a\nb"), "a b");
    }

    proptest! {
        #[test]
        fn whatever_people_write_is_shown_as_they_wrote_it(words in "[^\\p{C}\\p{Zl}\\p{Zp}]{1,40}|([ -~\n]|\\*\\*){1,40}") {
            let one_line = words.replace('\n', " ");
            let said = blocks(&format!("Hi {}.", text(&words)));
            prop_assert_eq!(said, [Block::Paragraph(vec![Span::Text(format!("Hi {one_line}."))])]);
            prop_assert_eq!(blocks(&text(&words)), [Block::Paragraph(vec![Span::Text(words)])]);
        }

        #[test]
        fn our_marks_are_never_shown(source in "([-*` \na]|[\u{10ff00}-\u{10ff07}]){0,40}") {
            prop_assert!(!plain(&source).contains(is_mark));
            let spans = blocks(&source).into_iter().flat_map(|block| match block {
                Block::Paragraph(spans) => vec![spans],
                Block::List(points) => points,
            });
            prop_assert!(!spans.flatten().any(|span| span.text().contains(is_mark)));
        }
    }
}
