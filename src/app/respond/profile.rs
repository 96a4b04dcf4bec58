//! What a platform tells of whoever speaks: it serves until somebody says better.

use super::Hearing;
use crate::{
    app::{App, AppError},
    domain::{
        inbound::{Inbound, RoomKind, Said},
        locale::Locale,
        person::Person,
    },
    l10n::DEFAULT,
    store::Work,
};

impl App {
    /// Somebody as they are known from now on. A name that was made of their account gives way to
    /// the one they have there, and a language that nobody has said to the one they read in there.
    pub(super) async fn acquaint(
        &self,
        work: &mut Work,
        mut person: Person,
        inbound: &Inbound,
    ) -> Result<Person, AppError> {
        if let Some(name) = &inbound.profile.name
            && person.name == inbound.from.name()
            && person.name != *name
        {
            person.name.clone_from(name);
            work.put_person(&person).await?;
        }
        if let Some(locale) = self.read_in(inbound)
            && person.locale != *locale
            && work.learn_locale(person.id, locale).await?
        {
            person.locale.clone_from(locale);
        }
        Ok(person)
    }

    /// The language in which whoever speaks uses the platform, if there is one of ours.
    fn read_in(&self, inbound: &Inbound) -> Option<&Locale> {
        self.words.known(inbound.profile.locale.as_ref()?)
    }

    /// The language of somebody of whom nothing is known: the one they write, or else the one they
    /// read in.
    pub(super) fn language_of_stranger(&self, inbound: &Inbound) -> Option<Locale> {
        self.written_in(inbound).or(self.read_in(inbound)).cloned()
    }

    /// The language in which a command of ours is what they say, if it is one in one language only.
    /// The commands of the default language stand in every guide: whoever writes one may as well
    /// read in another.
    fn written_in(&self, inbound: &Inbound) -> Option<&Locale> {
        match &inbound.said {
            Said::Text { text, .. } => {
                let written = self.words.language_of(text)?;
                let may_be_copied = written.as_str() == DEFAULT && self.read_in(inbound).is_some();
                (!may_be_copied).then_some(written)
            }
            Said::Command(_)
            | Said::File { .. }
            | Said::FileTooLarge
            | Said::Wordless
            | Said::Correction
            | Said::Press { .. }
            | Said::Reaction { .. }
            | Said::Unreadable
            | Said::Arrived { .. } => None,
        }
    }
}

impl Hearing<'_> {
    /// Whoever speaks becomes a person, under the name that they go by there.
    pub(super) async fn become_person(&mut self) -> Result<Option<Person>, AppError> {
        let account = self.inbound.from.clone();
        let locale = self.locale.clone();
        let id = self.work.add_person(&self.inbound.name(), &locale, None).await?;
        self.work.add_account(id, &account, self.now).await?;
        self.work.learn_place(&self.inbound.room, &account, Some(id)).await?;
        // Many read their apps in English and write another language: what they write is their word.
        if let Some(locale) = self.app.written_in(self.inbound) {
            self.work.choose_locale(id, locale).await?;
        }
        Ok(self.work.person(id).await?)
    }

    /// Notes the language of somebody of whom nothing else is known, where nobody else reads it.
    pub(super) async fn note_language(&mut self, locale: &Locale) -> Result<(), AppError> {
        if self.inbound.room.kind == RoomKind::Shared {
            return Ok(());
        }
        Ok(self.work.note_language(self.place, locale).await?)
    }
}
