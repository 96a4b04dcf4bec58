//! Commands about programmes as such.

use jiff::{ToSpan as _, civil::Date};

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::{App, AppError, preparation::LEFT_ALONE},
    domain::{
        attention::Matter,
        command::CommandName,
        draft::{Creation, Draft},
        ids::DraftId,
        inbound::RoomKind,
        locale::{Locale, Translations},
        message::{
            Code, FileText, Message, general::General, programme::ProgrammeSays,
            settings::SettingsSays,
        },
        moment::Moment,
        person::first_name,
        programme::{Outline, ProgrammeState, Slug},
        role::Role,
        when::{self, normalise},
    },
    files,
    store::{MemberRow, NewMember},
};

/// The longest name of a programme, in characters.
const LONGEST_NAME: usize = 80;

impl Hearing<'_> {
    pub(super) async fn list_programmes(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let mut lines = vec![];
        for part in speaker.parts.iter().filter(|part| part.role == Role::Leader) {
            let Some(held) = self.held(part.programme).await? else { continue };
            lines.push(
                ProgrammeSays::Item {
                    name: held.name(&self.locale),
                    slug: Code(held.row.slug.clone()),
                    state: Box::new(state_line(held.row.state, &held.outline)),
                }
                .into(),
            );
        }
        if lines.is_empty() {
            let create = self.usage(CommandName::ProgrammeCreate);
            return Ok(vec![ProgrammeSays::NoProgrammes { create }.into()]);
        }
        Ok(vec![ProgrammeSays::List { lines }.into()])
    }

    /// Asks for what a programme needs. The name is written, which can't be done aside from others:
    /// there it goes on in the direct conversation.
    pub(super) async fn create_programme(
        &mut self,
        speaker: &Speaker,
    ) -> Result<Answers, AppError> {
        let is_aside = self.inbound.room.kind == RoomKind::Aside;
        let here = self.place;
        if is_aside {
            let person = Some(speaker.person.id);
            self.place = self.work.direct_place(&self.inbound.from, person).await?.id;
        }
        let draft = self.begin(speaker, &Draft::Create(Creation::default())).await?;
        let ask = ProgrammeSays::AskLength { draft }.into();
        if !is_aside {
            return Ok(vec![ask]);
        }
        self.answer(ask, None).await?;
        self.place = here;
        Ok(vec![General::WrittenDirectly.into()])
    }

    /// A choice among those that are offered on the way to a new programme.
    pub(super) async fn choose_while_creating(
        &mut self,
        speaker: &Speaker,
        id: DraftId,
        creation: Creation,
        nth: u8,
    ) -> Result<Answers, AppError> {
        let creation = if creation.months.is_none() {
            let template = files::programme::TEMPLATES.get(usize::from(nth));
            let Some((months, _)) = template else { return Ok(vec![General::Outdated.into()]) };
            Creation { months: Some(*months), ..creation }
        } else if creation.starts_on.is_some() {
            let Some(locale) = self.app.words.locales().nth(usize::from(nth)).cloned() else {
                return Ok(vec![General::Outdated.into()]);
            };
            Creation { locale: Some(locale), ..creation }
        } else {
            return Ok(vec![General::Outdated.into()]);
        };
        self.ask_on(speaker, id, creation).await
    }

    /// Words on the way to a new programme.
    pub(super) async fn go_on_creating(
        &mut self,
        speaker: &Speaker,
        id: DraftId,
        creation: Creation,
        said: &str,
    ) -> Result<Answers, AppError> {
        if creation.name.is_none() {
            let is_sane = !said.is_empty() && said.chars().count() <= LONGEST_NAME;
            let Some(slug) = slug_of(said).filter(|_| is_sane && !said.contains('\n')) else {
                return Ok(vec![ProgrammeSays::BadName.into()]);
            };
            if self.work.programme_named(slug.as_str()).await?.is_some() {
                let slug = Code(slug.as_str().to_owned());
                return Ok(vec![ProgrammeSays::SlugTaken { slug }.into()]);
            }
            let creation = Creation { name: Some(said.to_owned()), ..creation };
            return self.ask_on(speaker, id, creation).await;
        }
        let zone = self.zone_of(speaker, None).await?;
        let now = self.local_now(&zone);
        let read = when::read_date(said, &self.app.lexicon.times, now);
        let Ok((starts_on, rest)) = read else { return Ok(vec![ask_start(now.date())]) };
        if !rest.is_empty() || starts_on < now.date() {
            return Ok(vec![ask_start(now.date())]);
        }
        self.ask_on(speaker, id, Creation { starts_on: Some(starts_on), ..creation }).await
    }

    /// The next question, or the programme if there is none left.
    async fn ask_on(
        &mut self,
        speaker: &Speaker,
        id: DraftId,
        creation: Creation,
    ) -> Result<Answers, AppError> {
        if !self.may_create(speaker) {
            // They could when they began.
            self.work.end_draft(id, self.now).await?;
            return Ok(vec![General::LeadersOnly.into()]);
        }
        self.work.put_draft(id, &Draft::Create(creation.clone())).await?;
        let Creation { months, name, starts_on, locale } = creation;
        let Some(months) = months else {
            return Ok(vec![ProgrammeSays::AskLength { draft: id }.into()]);
        };
        let Some(name) = name else {
            return Ok(vec![ProgrammeSays::AskName { months: i64::from(months) }.into()]);
        };
        let Some(starts_on) = starts_on else {
            let zone = self.zone_of(speaker, None).await?;
            return Ok(vec![ask_start(self.local_now(&zone).date())]);
        };
        let Some(locale) = locale else {
            let languages = self.app.words.locales().map(|locale| {
                General::Plain {
                    words: self.app.words.line(locale, &SettingsSays::Language.into()),
                }
                .into()
            });
            let languages = languages.collect();
            return Ok(vec![ProgrammeSays::AskLanguage { draft: id, languages }.into()]);
        };
        self.work.end_draft(id, self.now).await?;
        self.make_programme(speaker, months, &name, starts_on, locale).await
    }

    async fn make_programme(
        &mut self,
        speaker: &Speaker,
        months: u8,
        name: &str,
        starts_on: Date,
        locale: Locale,
    ) -> Result<Answers, AppError> {
        let template = files::programme::TEMPLATES.iter().find(|(length, _)| *length == months);
        let outline = template.and_then(|(_, text)| files::programme::read("template", text).ok());
        let (Some(outline), Some(slug)) = (outline, slug_of(name)) else {
            return Ok(vec![ProgrammeSays::BadName.into()]);
        };
        let names = Translations::new([(locale.clone(), name.to_owned())].into());
        let Some(names) = names else { return Ok(vec![ProgrammeSays::BadName.into()]) };
        let outline = Outline { slug, names, purpose: None, starts_on, locale, ..outline };
        let text = files::programme::write(&outline);
        self.store_programme(speaker, &outline, &text).await
    }

    /// Stores a new programme whose leader is whoever made it.
    pub(super) async fn store_programme(
        &mut self,
        speaker: &Speaker,
        outline: &Outline,
        text: &str,
    ) -> Result<Answers, AppError> {
        let slug = outline.slug.as_str();
        if self.work.programme_named(slug).await?.is_some() {
            return Ok(vec![ProgrammeSays::SlugTaken { slug: Code(slug.to_owned()) }.into()]);
        }
        let id = self.work.add_programme(slug, text, self.now + LEFT_ALONE).await?;
        self.app.take_in_gatherings(&mut self.work, id, &[], self.now).await?;
        let handle = normalise(&first_name(&speaker.person.name));
        let handle: String = handle.chars().filter(char::is_ascii_alphanumeric).collect();
        self.work
            .add_member(&NewMember {
                programme: id,
                person: speaker.person.id,
                role: Role::Leader,
                handle: if handle.is_empty() { "leader".to_owned() } else { handle },
                row: MemberRow { capacity: 1, ..MemberRow::default() },
            })
            .await?;
        let name = outline.names.get(&self.locale).to_owned();
        let file = FileText { name: format!("{slug}.toml"), text: text.to_owned() };
        Ok(vec![
            ProgrammeSays::Created {
                name,
                slug: Code(slug.to_owned()),
                import: self.usage(CommandName::PeopleImport),
                pair: self.usage(CommandName::PairAdd),
                start: self.usage(CommandName::ProgrammeStart),
                file,
            }
            .into(),
        ])
    }

    pub(super) fn show_programme(&self, held: &Held) -> Answers {
        let file =
            FileText { name: format!("{}.toml", held.row.slug), text: held.row.file.clone() };
        vec![ProgrammeSays::Show { name: held.name(&self.locale), file }.into()]
    }

    pub(super) async fn start_programme(&mut self, held: &Held) -> Result<Answers, AppError> {
        let name = held.name(&self.locale);
        match held.row.state {
            ProgrammeState::Running => {
                return Ok(vec![ProgrammeSays::AlreadyRunning { name }.into()]);
            }
            ProgrammeState::Paused { .. } => return self.resume_programme(held).await,
            ProgrammeState::Closed => return Ok(vec![ProgrammeSays::NotRunning { name }.into()]),
            ProgrammeState::Draft => {}
        }
        let mut pairs = self.work.pairs_of_programme(held.row.id).await?;
        pairs.retain(|pair| pair.ended_at.is_none());
        if pairs.is_empty() {
            let pair = self.usage(CommandName::PairAdd);
            return Ok(vec![ProgrammeSays::NoPairsYet { name, pair }.into()]);
        }
        self.work.put_state(held.row.id, ProgrammeState::Running, self.now).await?;
        self.app.plan_gatherings(&mut self.work, held.row.id, self.now).await?;
        self.app.plan_ahead(&mut self.work, held.row.id, self.now).await?;
        self.work.settle_in(held.row.id, Matter::NotStarted).await?;
        for pair in &pairs {
            self.app.begin_pair(&mut self.work, held.under(), pair, self.now).await?;
        }
        let next_round = self.next_round(held);
        let members = self.work.members(held.row.id).await?;
        let missing = members.iter().filter(|member| {
            !member.has_joined
                && pairs
                    .iter()
                    .any(|pair| pair.mentor.member == member.id || pair.adept.member == member.id)
        });
        let missing: Vec<_> = missing.map(|member| member.name.clone()).collect();
        Ok(vec![if missing.is_empty() {
            ProgrammeSays::Started { name, next_round }.into()
        } else {
            let invite = self.usage(CommandName::PeopleInvite);
            ProgrammeSays::StartedWithout { name, next_round, missing, invite }.into()
        }])
    }

    /// When the next round is, on the programme's clock.
    fn next_round(&self, held: &Held) -> Moment {
        let zone = &held.outline.time_zone;
        let starts = zone.to_timestamp(held.outline.starts_on.at(0, 0, 0, 0)).ok();
        let from = starts.unwrap_or(self.now).max(self.now);
        let round = held.outline.nudges.next_after(from);
        round.map_or_else(
            || Moment::of(from, zone),
            |round| Moment { local: round.local, instant: round.at },
        )
    }

    pub(super) async fn pause_programme(&mut self, held: &Held) -> Result<Answers, AppError> {
        let name = held.name(&self.locale);
        if !App::is_running(held.row.state) {
            return Ok(vec![ProgrammeSays::NotRunning { name }.into()]);
        }
        let paused = ProgrammeState::Paused { since: self.now };
        self.work.put_state(held.row.id, paused, self.now).await?;
        self.app.plan_gatherings(&mut self.work, held.row.id, self.now).await?;
        self.app.plan_ahead(&mut self.work, held.row.id, self.now).await?;
        for pair in self.work.pairs_of_programme(held.row.id).await? {
            if pair.ended_at.is_none() {
                self.work.put_pair(&pair.stopped(self.now), None).await?;
            }
        }
        let resume = self.usage(CommandName::ProgrammeResume);
        Ok(vec![ProgrammeSays::Paused { name, resume }.into()])
    }

    pub(super) async fn resume_programme(&mut self, held: &Held) -> Result<Answers, AppError> {
        let name = held.name(&self.locale);
        let ProgrammeState::Paused { .. } = held.row.state else {
            return Ok(vec![ProgrammeSays::NotPaused { name }.into()]);
        };
        self.work.put_state(held.row.id, ProgrammeState::Running, self.now).await?;
        self.app.plan_gatherings(&mut self.work, held.row.id, self.now).await?;
        self.app.plan_ahead(&mut self.work, held.row.id, self.now).await?;
        for pair in self.work.pairs_of_programme(held.row.id).await? {
            if pair.ended_at.is_none() {
                self.app.set_pair_going(&mut self.work, &pair, self.now).await?;
            }
        }
        let next_round = self.next_round(held);
        Ok(vec![ProgrammeSays::Resumed { name, next_round }.into()])
    }
}

/// Asks for the first day.
fn ask_start(today: Date) -> Message {
    // A day to come, so that the example works as it stands.
    let example = Code(today.saturating_add(14.days()).to_string());
    ProgrammeSays::AskStart { example }.into()
}

/// Whether a programme runs, in words.
pub(super) fn state_line(state: ProgrammeState, outline: &Outline) -> Message {
    match state {
        ProgrammeState::Draft => ProgrammeSays::StateDraft,
        ProgrammeState::Running => ProgrammeSays::StateRunning,
        ProgrammeState::Paused { since } => {
            ProgrammeSays::StatePaused { since: outline.time_zone.to_datetime(since).date() }
        }
        ProgrammeState::Closed => ProgrammeSays::StateClosed,
    }
    .into()
}

/// The name that is typed after #, made of a programme's name.
fn slug_of(name: &str) -> Option<Slug> {
    let mut slug = String::new();
    for letter in normalise(name).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug: String = slug.chars().take(40).collect();
    slug.trim_matches('-').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_made_of_the_name() {
        check("Nya ledare 2026", Some("nya-ledare-2026"));
        check("  Åsas & Örjans!  ", Some("asas-orjans"));
        check("李", None);
    }

    #[track_caller]
    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(slug_of(name).as_ref().map(Slug::as_str), expected);
    }
}
