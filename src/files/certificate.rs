//! The certificate that people get when their programme is over: one page, a PDF that can be read
//! aloud. It is checked against PDF/UA as it is written.

use std::num::NonZeroU16;

use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{Path, PathBuilder, Point},
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, Stroke},
    tagging::{Artifact, ContentTag, SpanTag, Tag, TagGroup, TagTree},
    text::{Font, TextDirection},
};
use ttf_parser::Face;

const FONT: &[u8] = include_bytes!("fonts/DejaVuSans.ttf");

/// A4, in points.
const PAGE: (f32, f32) = (595.0, 842.0);
/// What stays free at the sides.
const MARGIN: f32 = 72.0;

/// Each line's size, and how far it is from the one above.
const HEADING: (f32, f32) = (30.0, 170.0);
const NAME: (f32, f32) = (24.0, 70.0);
const TEXT: (f32, f32) = (13.0, 28.0);
/// The smallest letters to which a long name is made.
const SMALLEST: f32 = 10.0;

/// What stands on a certificate, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateWords {
    /// The tag of the language that it is in.
    pub language: String,
    /// What it is.
    pub heading: String,
    /// Whose it is.
    pub name: String,
    /// What for, one sentence a line.
    pub lines: Vec<String>,
    /// Who gives it.
    pub signed: Vec<String>,
}

/// The certificate can't be drawn.
#[derive(Debug, thiserror::Error)]
pub enum Undrawable {
    /// There is a letter in it that no font of ours has.
    #[error("there is no letter for {0:?}")]
    Letter(char),
    /// The page has no room, or the PDF would break a rule.
    #[error("the certificate can't be drawn: {0}")]
    Broken(String),
}

/// The certificate as a PDF. The same words give the same bytes.
pub fn pdf(words: &CertificateWords) -> Result<Vec<u8>, Undrawable> {
    let broken = |why: &str| Undrawable::Broken(why.to_owned());
    let face = Face::parse(FONT, 0).map_err(|why| broken(&why.to_string()))?;
    let font = Font::new(FONT.to_vec().into(), 0).ok_or_else(|| broken("the font"))?;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|why| broken(&format!("{why:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let title = format!("{} – {}", words.heading, words.name);
    let metadata = Metadata::new().title(title).language(words.language.clone());
    document.set_metadata(metadata);

    let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| broken("the page"))?;
    let mut page = document.start_page_with(size);
    let mut surface = page.surface();
    let mut tree = TagTree::new().with_lang(Some(words.language.clone()));
    let mut y = 0.0;
    let mut write = |tag: TagGroup, text: &str, (size, below): (f32, f32)| {
        let mut group = tag;
        let size = fitting(&face, text, size)?;
        for (nth, line) in wrapped(&face, text, size)?.into_iter().enumerate() {
            y += if nth == 0 { below } else { size * 1.4 };
            let left = (PAGE.0 - width(&face, &line, size)?) / 2.0;
            let piece = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            surface.set_fill(Some(Fill {
                paint: rgb::Color::new(0x22, 0x22, 0x22).into(),
                ..Fill::default()
            }));
            let (at, font) = (Point::from_xy(left, y), font.clone());
            surface.draw_text(at, font, size, &line, false, TextDirection::Auto);
            surface.end_tagged();
            group.push(piece);
        }
        tree.push(group);
        Ok::<_, Undrawable>(())
    };
    let heading = Tag::Hn(NonZeroU16::MIN, Some(words.heading.clone()));
    write(TagGroup::new(heading), &words.heading, HEADING)?;
    // What turns the direction of letters has no place in a name.
    let is_turn =
        |letter: &char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name: String = words.name.chars().filter(|letter| !is_turn(letter)).collect();
    write(TagGroup::new(Tag::P), &name, NAME)?;
    // What somebody is called is written as it is or not at all; elsewhere a letter may be missing.
    let known = |line: &String| -> String {
        line.chars().filter(|letter| face.glyph_index(*letter).is_some()).collect()
    };
    for (nth, line) in words.lines.iter().map(known).enumerate() {
        let below = if nth == 0 { 50.0 } else { TEXT.1 };
        write(TagGroup::new(Tag::P), &line, (TEXT.0, below))?;
    }
    for (nth, line) in words.signed.iter().map(known).enumerate() {
        let below = if nth == 0 { 110.0 } else { TEXT.1 };
        write(TagGroup::new(Tag::P), &line, (TEXT.0, below))?;
    }
    if y > PAGE.1 - MARGIN {
        return Err(broken("there is more to say than the page has room for"));
    }
    // A frame is for the eye alone.
    let _ = surface.start_tagged(ContentTag::Artifact(Artifact::default()));
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: rgb::Color::new(0x1b, 0x5e, 0x9e).into(),
        width: 2.0,
        ..Stroke::default()
    }));
    if let Some(frame) = frame() {
        surface.draw_path(&frame);
    }
    surface.end_tagged();
    surface.finish();
    page.finish();
    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(words.heading.clone(), top));
    document.set_outline(outline);
    document.finish().map_err(|why| broken(&format!("{why:?}")))
}

fn frame() -> Option<Path> {
    let mut frame = PathBuilder::new();
    let edge = MARGIN / 2.0;
    frame.move_to(edge, edge);
    frame.line_to(PAGE.0 - edge, edge);
    frame.line_to(PAGE.0 - edge, PAGE.1 - edge);
    frame.line_to(edge, PAGE.1 - edge);
    frame.close();
    frame.finish()
}

/// How wide some words are, in points.
fn width(face: &Face<'_>, text: &str, size: f32) -> Result<f32, Undrawable> {
    let mut units = 0_u32;
    for letter in text.chars() {
        let glyph = face.glyph_index(letter).ok_or(Undrawable::Letter(letter))?;
        units += u32::from(face.glyph_hor_advance(glyph).unwrap_or_default());
    }
    #[expect(clippy::cast_precision_loss, reason = "a line is no mile long")]
    Ok(units as f32 / f32::from(face.units_per_em()) * size)
}

/// The size at which the longest word of a text fits, at most `size`.
fn fitting(face: &Face<'_>, text: &str, size: f32) -> Result<f32, Undrawable> {
    let room = PAGE.0 - 2.0 * MARGIN;
    let mut fitting = size;
    for word in text.split_whitespace() {
        let wide = width(face, word, size)?;
        if wide > room {
            fitting = fitting.min(size * room / wide);
        }
    }
    Ok(fitting.max(SMALLEST))
}

/// The same words in lines that fit between the margins.
fn wrapped(face: &Face<'_>, text: &str, size: f32) -> Result<Vec<String>, Undrawable> {
    let room = PAGE.0 - 2.0 * MARGIN;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(last) = lines.last_mut() else { continue };
        let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if last.is_empty() || width(face, &longer, size)? <= room {
            *last = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_give_the_same_bytes() {
        let drawn = pdf(&words("Åsa Öst")).unwrap();
        assert!(drawn.starts_with(b"%PDF-1."));
        assert_eq!(pdf(&words("Åsa Öst")).unwrap(), drawn);
    }

    #[test]
    fn names_of_many_alphabets_can_be_written() {
        for name in
            ["Łukasz Żółć", "Олена Шевченко", "Γιώργος Παπαδόπουλος", "فاطمة الزهراء", "שרה כהן"]
        {
            pdf(&words(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
        }
        let chinese = pdf(&words("李雷"));
        assert!(matches!(chinese, Err(Undrawable::Letter('李'))), "{chinese:?}");
        // A programme may be called what it likes.
        let lines = vec!["Nya ledare 🚀 李".to_owned()];
        pdf(&CertificateWords { lines, ..words("Åsa Öst") }).unwrap();
    }

    #[test]
    fn a_long_name_fits_the_page() {
        let face = Face::parse(FONT, 0).unwrap();
        let name = "Wolfeschlegelsteinhausenbergerdorff ".repeat(3);
        let size = fitting(&face, &name, NAME.0).unwrap();
        for line in wrapped(&face, &name, size).unwrap() {
            assert!(width(&face, &line, size).unwrap() <= PAGE.0 - 2.0 * MARGIN, "{line}");
        }
        pdf(&words(&name)).unwrap();
    }

    fn words(name: &str) -> CertificateWords {
        CertificateWords {
            language: "sv".to_owned(),
            heading: "Intyg".to_owned(),
            name: name.to_owned(),
            lines: vec!["har varit adept i mentorprogrammet Nya ledare.".to_owned()],
            signed: vec!["Lotta Lind, programledare".to_owned()],
        }
    }
}
