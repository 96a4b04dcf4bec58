//! What is said about somebody's own notes.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Code, Count, FileText, Lines, Message, Name, Words};
use crate::domain::ids::NoteId;

says! {
    /// About somebody's own notes. A letter names a note, and what it says is put in when it leaves.
    NoteSays "note"
    /// It is kept.
    Kept { number: Count, list: Code };
    /// The bot has no key to seal it with.
    NoKey;
    /// Somebody is in several pairs, and has to say about which one.
    NameWhom { commands: Lines };
    /// One of the commands that say it.
    NameItem { command: Code };
    /// They have as many as there may be.
    TooMany { most: Count, remove: Code };
    /// Their notes, the newest first.
    List { with: Name, count: Count, lines: Lines, remove: Code };
    /// The newest of their notes; the file has all of them.
    ListFile { with: Name, count: Count, lines: Lines, remove: Code, notes: Vec<NoteId>, file: FileText };
    /// All of their notes, as part of what is kept about them.
    All { notes: Vec<NoteId>, file: FileText };
    /// There are none.
    Nothing { with: Name, add: Code };
    /// A note, as it is stored in a letter.
    Item { note: NoteId, number: Count, on: civil::Date };
    /// The same with what it says.
    ItemOpen { number: Count, on: civil::Date, words: Words };
    /// The same where the key doesn't open it.
    ItemShut { number: Count, on: civil::Date };
    /// The last one about the other, before they meet: as it is stored in a letter.
    Last { note: NoteId, on: civil::Date };
    /// The same with what it says.
    LastOpen { on: civil::Date, words: Words };
    /// The same where the key doesn't open it.
    LastShut { on: civil::Date };
    /// It is gone.
    Removed { number: Count };
    /// There is no such note.
    NoSuch { number: Count, list: Code };
}

/// What the notes say that could be opened.
pub type Opened = BTreeMap<NoteId, String>;

impl NoteSays {
    /// The notes that it names.
    pub(super) fn notes(&self) -> Vec<NoteId> {
        match self {
            Self::Item { note, .. } | Self::Last { note, .. } => vec![*note],
            Self::List { lines, .. } => lines.iter().flat_map(Message::notes).collect(),
            Self::ListFile { notes, .. } | Self::All { notes, .. } => notes.clone(),
            Self::Kept { .. }
            | Self::NoKey
            | Self::NameWhom { .. }
            | Self::NameItem { .. }
            | Self::TooMany { .. }
            | Self::Nothing { .. }
            | Self::ItemOpen { .. }
            | Self::ItemShut { .. }
            | Self::LastOpen { .. }
            | Self::LastShut { .. }
            | Self::Removed { .. }
            | Self::NoSuch { .. } => vec![],
        }
    }

    /// The same with what the notes say in it.
    pub(super) fn with_notes(&mut self, opened: &Opened) {
        match self {
            Self::Item { note, number, on } => {
                let (number, on) = (*number, *on);
                *self = match opened.get(note) {
                    Some(words) => Self::ItemOpen { number, on, words: words.clone() },
                    None => Self::ItemShut { number, on },
                };
            }
            Self::Last { note, on } => {
                let on = *on;
                *self = match opened.get(note) {
                    Some(words) => Self::LastOpen { on, words: words.clone() },
                    None => Self::LastShut { on },
                };
            }
            Self::List { lines, .. } | Self::ListFile { lines, .. } => {
                for line in lines {
                    line.put_notes(opened);
                }
            }
            Self::Kept { .. }
            | Self::NoKey
            | Self::NameWhom { .. }
            | Self::NameItem { .. }
            | Self::TooMany { .. }
            | Self::All { .. }
            | Self::Nothing { .. }
            | Self::ItemOpen { .. }
            | Self::ItemShut { .. }
            | Self::LastOpen { .. }
            | Self::LastShut { .. }
            | Self::Removed { .. }
            | Self::NoSuch { .. } => {}
        }
    }
}
