//! Words in Discord's markup.

use std::fmt::Write as _;

use jiff::Timestamp;

use crate::document::{Block, Span};

/// The blocks, with an empty line between them.
pub(super) fn render(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(spans) => line(spans),
        Block::List(points) => {
            let points = points.iter().map(|spans| format!("- {}", line(spans).replace('\n', " ")));
            points.collect::<Vec<_>>().join("\n")
        }
    }
}

fn line(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in spans {
        match span {
            Span::Text(text) => escape(text, &mut out),
            Span::Strong(text) if text.trim().is_empty() => out.push_str(text),
            Span::Strong(text) => {
                out.push_str("**");
                escape(text, &mut out);
                out.push_str("**");
            }
            Span::Code(text) => code(text, &mut out),
            Span::Time { instant, .. } => time(*instant, &mut out),
        }
    }
    out
}

/// Something to type as it stands. Nothing can be escaped in there, so a text with the mark itself
/// stands between two of them.
fn code(text: &str, out: &mut String) {
    let text = text.replace(['\n', '\r'], " ");
    // Writing into a string can't fail.
    let _ = if text.contains('`') {
        write!(out, "`` {} ``", text.replace("``", "` `"))
    } else {
        write!(out, "`{text}`")
    };
}

/// A time that Discord shows on each reader's own clock and in their own language, as a weekday, a
/// day, a month, a year and a time.
fn time(instant: Timestamp, out: &mut String) {
    // Writing into a string can't fail.
    let _ = write!(out, "<t:{}:F>", instant.as_second());
}

/// What people wrote, so that it is shown as they wrote it: nobody is notified, nothing becomes
/// large, bold or a link under another name. An address of a page stays as it is, because it would
/// lead elsewhere with marks in it.
fn escape(text: &str, out: &mut String) {
    for word in text.split_inclusive(char::is_whitespace) {
        // Space in front makes no difference to Discord.
        let line = out.rsplit('\n').next().unwrap_or_default();
        let begins_line = line.trim().is_empty();
        if is_link(word) {
            out.push_str(word);
            continue;
        }
        if begins_line && is_line_mark(word.trim_end()) {
            // A digit can't be escaped; the mark behind it can.
            let (digits, mark) = word
                .split_at(word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len());
            out.push_str(digits);
            out.push('\\');
            out.push_str(mark);
            continue;
        }
        let mut before = None;
        for c in word.chars() {
            let is_mark = matches!(c, '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '[' | ']')
                || (c == '@' && before.is_none_or(|c: char| !c.is_alphanumeric()))
                || (c == '#' && begins_line && before.is_none());
            if is_mark {
                out.push('\\');
            }
            out.push(c);
            before = Some(c);
        }
    }
}

/// What makes a heading, a quotation, a list or small print of a line that begins with it.
fn is_line_mark(word: &str) -> bool {
    let is_number = |word: &str| {
        let digits = word.trim_end_matches(['.', ')']);
        digits.len() + 1 == word.len()
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(word, "-" | "+" | "-#") || is_number(word)
}

fn is_link(word: &str) -> bool {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(char::is_alphanumeric)
            && !rest.trim_end().contains(['<', '>', '[', ']', '(', ')', '\\', '`', '|', '@'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let paragraph = Block::Paragraph(vec![Span::Text(text.to_owned())]);
        assert_eq!(render(&[paragraph]), expected);
    }

    #[test]
    fn what_people_wrote_is_never_markup() {
        check(
            "**fet** _kursiv_ ~~struken~~ ||dold||",
            r"\*\*fet\*\* \_kursiv\_ \~\~struken\~\~ \|\|dold\|\|",
        );
        check("`kod` \\*", r"\`kod\` \\\*");
        check("[här](https://ond.se)", r"\[här\](https://ond.se)");
        check("# rubrik\n## två", "\\# rubrik\n\\## två");
        check("  # rubrik\n \t- punkt", "  \\# rubrik\n \t\\- punkt");
        check("> citat", r"\> citat");
        check("- punkt\n1. ett\n12) tolv\n-# litet", "\\- punkt\n1\\. ett\n12\\) tolv\n\\-# litet");
        check("den 3. mars", "den 3. mars");
    }

    #[test]
    fn nobody_is_called_by_it() {
        check("@everyone och @here", r"\@everyone och \@here");
        check(
            "<@123456789012345678> <#1> <t:1:F> </a:1>",
            r"\<\@123456789012345678\> \<#1\> \<t:1:F\> \</a:1\>",
        );
        check("anna@example.org", "anna@example.org");
    }

    #[test]
    fn links_lead_where_they_did() {
        check("Se https://example.org/a_b_c?d=*e* nu", "Se https://example.org/a_b_c?d=*e* nu");
        check("https://a.se/](<@1>", r"https://a.se/\](\<\@1\>");
    }

    #[test]
    fn our_own_styles_are() {
        let spans = vec![
            Span::Text("Hej ".into()),
            Span::Strong("An*na".into()),
            Span::Text(": ".into()),
            Span::Code("boka `x`".into()),
            Span::Time { words: "i går".into(), instant: Timestamp::constant(1_772_541_000, 0) },
        ];
        let list =
            Block::List(vec![vec![Span::Text("ett\ntvå".into())], vec![Span::Code("b".into())]]);
        assert_eq!(
            render(&[Block::Paragraph(spans), list]),
            "Hej **An\\*na**: `` boka `x` ``<t:1772541000:F>\n\n- ett två\n- `b`"
        );
    }
}
