//! Words in a chosen language, before any platform's markup.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::press::Press;

/// What is shown, and what may be pressed below it.
///
/// It is stored with the first attempt to deliver it, so that a retry shows the same: its JSON is
/// a stored format.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The text, from top to bottom.
    pub blocks: Vec<Block>,
    /// The buttons, from left to right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button>,
    /// How the buttons may be pressed where there are none.
    #[serde(default)]
    pub answering: Answering,
    /// Files that go along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Running text. A line break inside a span is kept.
    Paragraph(Vec<Span>),
    /// Points below one another.
    List(Vec<Vec<Span>>),
}

/// A run of text in one style. People's own words are in here as they wrote them: whoever writes
/// markup escapes every span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Ordinary text.
    Text(String),
    /// Text that stands out.
    Strong(String),
    /// Something to type as it stands.
    Code(String),
    /// A time in words. Where a platform shows everybody their own clock, the instant is shown
    /// instead.
    Time {
        /// The words.
        words: String,
        /// The instant.
        instant: Timestamp,
    },
}

/// Something to press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What pressing it means.
    pub press: Press,
}

/// Who may see which answer somebody chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answering {
    /// Nothing speaks against a reaction, which no platform encrypts.
    #[default]
    Openly,
    /// Only by what stays between the person and the bot.
    Privately,
}

/// A file made by the bot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name, with an ending.
    pub name: String,
    /// Its media type, such as `text/csv`.
    pub media_type: String,
    /// What is in it.
    #[serde(flatten)]
    pub content: Content,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Text.
    Text(String),
    /// Anything else.
    Bytes(Vec<u8>),
}

impl Attachment {
    /// What is in it, as it is sent.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
        }
    }

    /// What can be read of it.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Bytes(_) => None,
        }
    }
}

impl Span {
    /// The text without its style.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Strong(text)
            | Self::Code(text)
            | Self::Time { words: text, .. } => text,
        }
    }
}

impl Document {
    /// The text without any style: paragraphs with an empty line between them, points with a
    /// dash before them. Buttons and attachments aren't in it.
    pub fn plain(&self) -> String {
        let line = |spans: &[Span]| spans.iter().map(Span::text).collect::<String>();
        let blocks = self.blocks.iter().map(|block| match block {
            Block::Paragraph(spans) => line(spans),
            Block::List(points) => {
                let points = points.iter().map(|spans| format!("– {}", line(spans)));
                points.collect::<Vec<_>>().join("\n")
            }
        });
        blocks.collect::<Vec<_>>().join("\n\n")
    }
}
