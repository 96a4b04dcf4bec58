//! People's own notes, opened for nobody but their owner.

use std::fmt::Write as _;

use super::{App, AppError};
use crate::{
    domain::{
        meeting::Half,
        message::{
            Message,
            note::{NoteSays, Opened},
        },
        note::Note,
    },
    store::Work,
};

impl App {
    /// What a note says. None if the bot's key doesn't open it.
    fn open_note(&self, note: &Note) -> Option<String> {
        let whose = Note::whose(note.owner, note.pair, note.number);
        self.seal.as_ref()?.open(&note.words, &whose).ok()
    }

    /// A letter with what the notes say that it names, for whoever it goes to. None if it names
    /// none: what is stored of a letter never has their words.
    pub(super) async fn with_notes(
        &self,
        work: &mut Work,
        message: &Message,
    ) -> Result<Option<Message>, AppError> {
        let named = message.notes();
        if named.is_empty() {
            return Ok(None);
        }
        let (mut opened, mut notes) = (Opened::new(), vec![]);
        for id in named {
            // It may have been erased since.
            let Some(note) = work.note(id).await? else { continue };
            opened.extend(self.open_note(&note).map(|words| (id, words)));
            notes.push(note);
        }
        let mut message = message.clone();
        message.put_notes(&opened);
        if let Message::Note(NoteSays::ListFile { file, .. } | NoteSays::All { file, .. }) =
            &mut message
        {
            file.text = as_text(work, notes, &opened).await?;
        }
        Ok(Some(message))
    }
}

/// Notes as a text file has them, the oldest first.
async fn as_text(
    work: &mut Work,
    mut notes: Vec<Note>,
    opened: &Opened,
) -> Result<String, AppError> {
    notes.sort_by_key(|note| note.id);
    let mut text = String::new();
    for note in notes {
        let pair = work.pair(note.pair).await?;
        let other = pair.and_then(|pair| {
            let halves = [Half::Mentor, Half::Adept];
            let own = halves.into_iter().find(|half| pair.seat(*half).member == note.owner)?;
            Some(pair.seat(own.other()).name.clone())
        });
        let other = other.unwrap_or_default();
        let on = note.made_at.strftime("%Y-%m-%d");
        let words = opened.get(&note.id).map_or("…", String::as_str);
        let _ = writeln!(text, "{other} · {} · {on}\n{words}\n", note.number);
    }
    Ok(text)
}
