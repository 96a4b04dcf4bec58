//! What somebody notes for themselves.

use super::{Answers, Hearing, Speaker, target::Own};
use crate::{
    app::AppError,
    domain::{
        command::CommandName,
        ids::NoteId,
        message::{Code, FileText, Message, note::NoteSays as Says},
        note::{MOST_NOTES, Note},
    },
};

/// How many are shown at once. A file has the others.
const SHOWN: usize = 10;

impl Hearing<'_> {
    pub(super) async fn keep_note(&mut self, own: &Own, words: &str) -> Result<Answers, AppError> {
        let Some(seal) = &self.app.seal else { return Ok(vec![Says::NoKey.into()]) };
        let (owner, pair) = (own.member(), own.pair.id);
        if self.work.notes_about(owner, pair).await?.len() >= MOST_NOTES {
            let remove = self.usage(CommandName::NoteRemove);
            let most = i64::try_from(MOST_NOTES).unwrap_or(i64::MAX);
            return Ok(vec![Says::TooMany { most, remove }.into()]);
        }
        let number = self.work.next_note(owner, pair).await?;
        let whose = Note::whose(owner, pair, number);
        let Ok(sealed) = seal.seal(words, &whose, self.app.chance.nonce()) else {
            return Ok(vec![Says::NoKey.into()]);
        };
        self.work.add_note((owner, pair, number), &sealed, self.now).await?;
        let list = self.usage(CommandName::NoteList);
        Ok(vec![Says::Kept { number, list }.into()])
    }

    pub(super) async fn list_notes(
        &mut self,
        speaker: &Speaker,
        own: &Own,
    ) -> Result<Answers, AppError> {
        let notes = self.work.notes_about(own.member(), own.pair.id).await?;
        let with = own.with();
        if notes.is_empty() {
            let add = self.usage(CommandName::Note);
            return Ok(vec![Says::Nothing { with, add }.into()]);
        }
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let line = |note: &Note| -> Message {
            let on = zone.to_datetime(note.made_at).date();
            Says::Item { note: note.id, number: note.number, on }.into()
        };
        let lines = notes.iter().take(SHOWN).map(line).collect();
        let count = i64::try_from(notes.len()).unwrap_or(i64::MAX);
        let remove = self.usage(CommandName::NoteRemove);
        if notes.len() <= SHOWN {
            return Ok(vec![Says::List { with, count, lines, remove }.into()]);
        }
        let name = format!("{}.txt", self.verb(CommandName::NoteList)).replace(' ', "-");
        let file = FileText { name, text: String::new() };
        let notes: Vec<NoteId> = notes.iter().map(|note| note.id).collect();
        Ok(vec![Says::ListFile { with, count, lines, remove, notes, file }.into()])
    }

    pub(super) async fn remove_note(
        &mut self,
        own: &Own,
        number: i64,
    ) -> Result<Answers, AppError> {
        let notes = self.work.notes_about(own.member(), own.pair.id).await?;
        let Some(note) = notes.iter().find(|note| note.number == number) else {
            let list = self.usage(CommandName::NoteList);
            return Ok(vec![Says::NoSuch { number, list }.into()]);
        };
        self.work.remove_note(note.id).await?;
        Ok(vec![Says::Removed { number }.into()])
    }

    /// Asks about whom a note is, without keeping its words anywhere.
    pub(super) fn name_whom(&self, suffixes: &[String]) -> Answers {
        let verb = self.verb(CommandName::Note);
        let line =
            |suffix: &String| Says::NameItem { command: Code(format!("{verb} … {suffix}")) }.into();
        vec![Says::NameWhom { commands: suffixes.iter().map(line).collect() }.into()]
    }
}
