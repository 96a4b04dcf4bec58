//! What leaders have: programmes, the people in them, pairs and letters.

use std::{collections::HashMap, sync::Arc};

use super::{Seeking, label};
use crate::{
    app::{
        AppError,
        respond::{about, role_line},
    },
    domain::{
        command::CommandName,
        letter::{Fate, Receiver},
        message::general::General,
        pair::Pair,
        permission::Audience,
        person::Member,
        programme::Outline,
        role::Role,
    },
    platform::{MOST_SUGGESTIONS, Suggestion},
    store::{ProgrammeRow, Unsent},
};

/// How many letters are looked at, those first that need a leader most.
const LETTERS: i64 = 200;

impl Seeking<'_> {
    /// The programmes that the command can be about.
    pub(super) async fn programmes(&mut self) -> Result<Vec<Suggestion>, AppError> {
        if self.sought.command == CommandName::Apply {
            return self.open_programmes().await;
        }
        let leads = Audience::of(self.sought.command).leads();
        let shown = self.programmes_where(|part| (part.role == Role::Leader) == leads).await?;
        let shown = shown.into_iter().map(|(row, outline)| Suggestion {
            label: outline.names.get(&self.locale).to_owned(),
            value: row.slug,
        });
        Ok(shown.collect())
    }

    /// The programmes to which people can apply.
    async fn open_programmes(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let mut open = vec![];
        for row in self.work.programmes().await? {
            let outline = self.app.outline(&row)?;
            let today = outline.time_zone.to_datetime(self.now).date();
            let takes = outline.recruitment.as_ref().is_some_and(|one| one.takes(today));
            if takes && row.recruits_since.is_some() {
                let label = outline.names.get(&self.locale).to_owned();
                open.push(Suggestion { label, value: row.slug });
            }
        }
        Ok(open)
    }

    /// Who can still be paired, of those in that role.
    pub(super) async fn unpaired(&mut self, role: Role) -> Result<Vec<Suggestion>, AppError> {
        let called = self.app.words.line(&self.locale, &role_line(role));
        let mut found = vec![];
        for (row, title) in self.led().await? {
            let pairs = self.work.pairs_of_programme(row.id).await?;
            let mut taken = HashMap::new();
            for pair in pairs.iter().filter(|pair| pair.ended_at.is_none()) {
                for seat in [&pair.mentor, &pair.adept] {
                    *taken.entry(seat.member).or_insert(0) += 1;
                }
            }
            let has_room = |member: &Member| {
                let most = if role == Role::Mentor { member.capacity } else { 1 };
                taken.get(&member.id).is_none_or(|pairs| *pairs < most)
            };
            let members = self.work.members(row.id).await?.into_iter();
            let members = members.filter(|member| member.role == role && has_room(member));
            found.extend(members.map(|member| Suggestion {
                label: label(&[&member.name, &called, &title]),
                value: member.handle,
            }));
        }
        Ok(found)
    }

    /// The pairs that have not ended.
    pub(super) async fn pairs(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let mut found = vec![];
        for (row, title) in self.led().await? {
            let pairs = self.work.pairs_of_programme(row.id).await?.into_iter();
            found.extend(pairs.filter(|pair| pair.ended_at.is_none()).map(|pair| {
                let number = pair.number.to_string();
                let both = self.both(&pair);
                Suggestion { label: label(&[&number, &both, &title]), value: number }
            }));
        }
        Ok(found)
    }

    /// The applications that were sent, with the names of the applicants.
    pub(super) async fn applications(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let mut found = vec![];
        for (row, title) in self.led().await? {
            let applications = self.work.applications_to(row.id).await?.into_iter();
            found.extend(applications.map(|application| {
                let number = application.number.to_string();
                let name = application.name.unwrap_or_default();
                Suggestion { label: label(&[&number, &name, &title]), value: number }
            }));
        }
        Ok(found)
    }

    /// The check-ins of the programmes that they lead, the latest first.
    pub(super) async fn rounds(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let mut found = vec![];
        for (row, title) in self.led().await? {
            for round in self.work.rounds_of(row.id).await? {
                let zone = self.zone().await?;
                let on = self.day(zone.to_datetime(round.opened_at).date());
                let number = round.number.to_string();
                found.push(Suggestion { label: label(&[&number, &on, &title]), value: number });
            }
        }
        Ok(found)
    }

    /// Letters that did not arrive or wait, by what is typed of their numbers.
    pub(super) async fn letters(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let typed = self.sought.typed.trim().to_owned();
        let mut found = vec![];
        for (row, _) in self.led().await? {
            let letters = self.work.unsent(row.id, LETTERS).await?.into_iter();
            found.extend(letters.filter(|letter| {
                letter.fate != Fate::Sending && letter.id.get().to_string().starts_with(&typed)
            }));
        }
        let mut shown = vec![];
        for letter in found.into_iter().take(MOST_SUGGESTIONS) {
            let number = letter.id.get().to_string();
            let to = self.receiver(&letter).await?;
            let about = self.app.words.line(&self.locale, &about(&letter.message));
            shown.push(Suggestion { label: label(&[&number, &to, &about]), value: number });
        }
        Ok(shown)
    }

    async fn receiver(&mut self, letter: &Unsent) -> Result<String, AppError> {
        let name = match letter.receiver {
            Receiver::Person(person) | Receiver::Among(_, person) => {
                self.work.person(person).await?.map(|person| person.name)
            }
            Receiver::Pair(pair) => {
                let pair = self.work.pair(pair).await?;
                pair.map(|pair| self.both(&pair))
            }
            Receiver::Place(_) => None,
        };
        Ok(name.unwrap_or_default())
    }

    /// The names of the two, as the language joins them.
    fn both(&self, pair: &Pair) -> String {
        let (mentor, adept) = (pair.mentor.name.clone(), pair.adept.name.clone());
        self.app.words.line(&self.locale, &General::AboutPair { mentor, adept }.into())
    }

    /// The programmes that they lead, or the one of these that they have chosen. Each with its name,
    /// if it has to be told from others.
    async fn led(&mut self) -> Result<Vec<(ProgrammeRow, String)>, AppError> {
        let mut led = self.programmes_where(|part| part.role == Role::Leader).await?;
        if let Some(slug) = &self.sought.programme {
            led.retain(|(row, _)| row.slug.eq_ignore_ascii_case(slug.trim_start_matches('#')));
        }
        let are_several = led.len() > 1;
        let named = led.into_iter().map(|(row, outline)| {
            let title = are_several.then(|| outline.names.get(&self.locale).to_owned());
            (row, title.unwrap_or_default())
        });
        Ok(named.collect())
    }

    pub(super) async fn programmes_where(
        &mut self,
        is_meant: impl Fn(&Member) -> bool,
    ) -> Result<Vec<(ProgrammeRow, Arc<Outline>)>, AppError> {
        let mut ids: Vec<_> =
            self.parts.iter().filter(|part| is_meant(part)).map(|part| part.programme).collect();
        ids.sort();
        ids.dedup();
        let mut found = vec![];
        for id in ids {
            found.extend(self.app.programme(&mut self.work, id).await?);
        }
        Ok(found)
    }
}
