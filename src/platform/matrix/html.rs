//! Documents as Matrix shows them: plain text, and HTML for whoever can.

use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::{
    document::{Block, Button, Document, Span},
    platform::Mention,
};

/// One message's text, both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) plain: String,
    pub(super) html: String,
}

/// Renders blocks and the buttons below them, after the names of those who are addressed.
pub(super) fn render(blocks: &[Block], buttons: &[Button], addressed: &[Mention]) -> Text {
    let words = Document { blocks: blocks.to_vec(), ..Document::default() };
    let mut plain = words.plain();
    let mut html: String = blocks.iter().map(block).collect();
    if !addressed.is_empty() {
        let names: Vec<_> = addressed.iter().map(|mention| mention.name.as_str()).collect();
        plain = format!("{}: {plain}", names.join(", "));
        let pills: Vec<_> = addressed.iter().map(pill).collect();
        html = format!("{}: {html}", pills.join(", "));
    }
    if let Some(choices) = choices(buttons) {
        if !plain.is_empty() {
            plain.push_str("\n\n");
        }
        plain.push_str(&choices.plain);
        html.push_str(&choices.html);
    }
    Text { plain, html }
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(spans) => format!("<p>{}</p>", line(spans)),
        Block::List(points) => {
            let points = points.iter().map(|spans| format!("<li>{}</li>", line(spans)));
            format!("<ul>{}</ul>", points.collect::<String>())
        }
    }
}

fn line(spans: &[Span]) -> String {
    let style = |span: &Span| {
        let text = encode_text(span.text()).replace('\n', "<br>");
        match span {
            Span::Text(_) | Span::Time { .. } => text,
            Span::Strong(_) => format!("<strong>{text}</strong>"),
            Span::Code(_) => format!("<code>{text}</code>"),
        }
    };
    spans.iter().map(style).collect()
}

/// A link that clients show as a person.
fn pill(mention: &Mention) -> String {
    let link = format!("https://matrix.to/#/{}", mention.address);
    format!(
        "<a href=\"{}\">{}</a>",
        encode_double_quoted_attribute(&link),
        encode_text(&mention.name)
    )
}

/// Matrix has no buttons: they stand as a numbered list, and their numbers are typed. Labels that
/// are numbers are typed as they stand; a list number beside them would be a second meaning, so
/// one such label keeps the whole row from being numbered.
fn choices(buttons: &[Button]) -> Option<Text> {
    if buttons.is_empty() {
        return None;
    }
    let labels = || buttons.iter().map(|button| button.label.as_str());
    if labels().any(starts_with_number) {
        let plain = labels().collect::<Vec<_>>().join(" · ");
        let html = format!("<p>{}</p>", encode_text(&plain));
        return Some(Text { plain, html });
    }
    let lines = labels().zip(1..).map(|(label, place)| format!("{place}. {label}"));
    let points = labels().map(|label| format!("<li>{}</li>", encode_text(label)));
    Some(Text {
        plain: lines.collect::<Vec<_>>().join("\n"),
        html: format!("<ol>{}</ol>", points.collect::<String>()),
    })
}

fn starts_with_number(label: &str) -> bool {
    let unsigned = label.trim_start_matches(['-', '−', '–', '+']);
    let number = unsigned.split_whitespace().next().unwrap_or_default();
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ids::PairId, press::Press};

    fn buttons(labels: &[&str]) -> Vec<Button> {
        let press = Press::Booked(PairId::new(1));
        labels.iter().map(|label| Button { label: (*label).to_owned(), press }).collect()
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Span::Text(text.to_owned())])
    }

    #[track_caller]
    fn check(text: &Text, plain: &str, html: &str) {
        assert_eq!((text.plain.as_str(), text.html.as_str()), (plain, html));
    }

    #[test]
    fn styles_become_tags_and_line_breaks_stay() {
        let spans =
            vec![Span::Text("Hej\n".into()), Span::Strong("Anna".into()), Span::Code("mål".into())];
        let list = Block::List(vec![vec![Span::Text("ett".into())]]);
        check(
            &render(&[Block::Paragraph(spans), list], &[], &[]),
            "Hej\nAnnamål\n\n– ett",
            "<p>Hej<br><strong>Anna</strong><code>mål</code></p><ul><li>ett</li></ul>",
        );
    }

    #[test]
    fn what_people_wrote_is_never_markup() {
        let evil = "<img src=x> & <script>";
        check(
            &render(&[paragraph(evil)], &buttons(&["<b>"]), &[]),
            "<img src=x> & <script>\n\n1. <b>",
            "<p>&lt;img src=x&gt; &amp; &lt;script&gt;</p><ol><li>&lt;b&gt;</li></ol>",
        );
    }

    #[test]
    fn buttons_are_a_numbered_list() {
        check(
            &render(&[paragraph("Hej")], &buttons(&["Vi har bokat", "Inte än"]), &[]),
            "Hej\n\n1. Vi har bokat\n2. Inte än",
            "<p>Hej</p><ol><li>Vi har bokat</li><li>Inte än</li></ol>",
        );
    }

    #[test]
    fn numbers_are_not_numbered() {
        check(
            &render(&[], &buttons(&["−2", "0", "+1", "10"]), &[]),
            "−2 · 0 · +1 · 10",
            "<p>−2 · 0 · +1 · 10</p>",
        );
    }

    #[test]
    fn nor_is_what_stands_beside_a_number() {
        check(
            &render(&[], &buttons(&["0", "3 eller fler", "Vill inte svara"]), &[]),
            "0 · 3 eller fler · Vill inte svara",
            "<p>0 · 3 eller fler · Vill inte svara</p>",
        );
    }

    #[test]
    fn people_are_addressed_by_name() {
        let anna = Mention { address: "@a\"nna:x.org".into(), name: "Anna <3".into() };
        let bo = Mention { address: "@bo:x.org".into(), name: "Bo".into() };
        check(
            &render(&[paragraph("Hej")], &[], &[anna, bo]),
            "Anna <3, Bo: Hej",
            "<a href=\"https://matrix.to/#/@a&quot;nna:x.org\">Anna &lt;3</a>, \
             <a href=\"https://matrix.to/#/@bo:x.org\">Bo</a>: <p>Hej</p>",
        );
    }
}
