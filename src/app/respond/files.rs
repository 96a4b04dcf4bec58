//! Files that leaders hand in: lists of people, and programme files.

use super::{Answers, Hearing, Held, Speaker, general::hash, target::found};
use crate::{
    app::{App, AppError, faults::fault_line},
    domain::{
        command::{CommandName, Spoken},
        draft::Draft,
        gathering::Planned,
        ids::ProgrammeId,
        message::{
            Code, Message, gathering::GatheringSays, general::General, people::PeopleSays,
            programme::ProgrammeSays, selection::SelectionSays,
        },
        permission::Standing,
        programme::{Outline, ProgrammeState},
    },
    files::{
        Fault,
        applications::{self, Applications},
        programme,
    },
};

/// How many faults, and how many changed lines, are shown.
const SHOWN: usize = 12;

impl Hearing<'_> {
    /// A file, with the words beside it. Which kind it is its name tells.
    pub(super) async fn hear_file(
        &mut self,
        speaker: &Speaker,
        name: &str,
        bytes: &[u8],
        text: &str,
    ) -> Result<Answers, AppError> {
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        match ending.as_str() {
            "csv" | "tsv" | "txt" => self.hear_list(speaker, name, bytes, text).await,
            "toml" => self.hear_programme(speaker, name, bytes).await,
            "ics" => self.hear_calendar(speaker, bytes).await,
            _ => {
                let name = name.chars().take(60).collect();
                Ok(vec![General::UnknownFile { name }.into()])
            }
        }
    }

    async fn hear_list(
        &mut self,
        speaker: &Speaker,
        name: &str,
        bytes: &[u8],
        text: &str,
    ) -> Result<Answers, AppError> {
        let spoken = self.app.lexicon.vocabulary.recognise(text).ok();
        let addressed = spoken.filter(|spoken| spoken.name == CommandName::PeopleImport);
        let spoken = addressed.unwrap_or_else(|| Spoken {
            name: CommandName::PeopleImport,
            rest: String::new(),
            about: None,
            programme: text.trim().strip_prefix('#').map(str::to_owned),
        });
        let held = found!(self.led_programme(speaker, &spoken).await?);
        if let Some(recruitment) = &held.outline.recruitment
            && !applications::is_list_of_people(bytes)
        {
            let list = applications::read(name, bytes, recruitment, &held.outline.locale);
            return self.hear_applications(speaker, &held, name, list).await;
        }
        let by = Some(speaker.parts.as_slice());
        let list = App::read_list(&mut self.work, held.under(), (name, bytes), by).await?;
        if !list.faults.is_empty() {
            return Ok(vec![faulty_list(name, &list.faults)]);
        }
        self.remember_about(speaker, held.row.id, CommandName::PeopleImport, &[]).await?;
        let app = self.app;
        let imported =
            app.take_in(&mut self.work, held.row.id, &held.outline, &list.rows, self.now).await?;
        let programme = held.name(&self.locale);
        Ok(vec![if imported.added + imported.changed == 0 {
            PeopleSays::NothingNew { programme }.into()
        } else {
            PeopleSays::Imported {
                programme,
                added: imported.added,
                changed: imported.changed,
                waiting: imported.waiting,
            }
            .into()
        }])
    }

    /// Applications from elsewhere: all of them, once every row is right.
    async fn hear_applications(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        name: &str,
        list: Applications,
    ) -> Result<Answers, AppError> {
        let (app, programme) = (self.app, held.row.id);
        let by = Some(speaker.parts.as_slice());
        let list = App::settled(&mut self.work, programme, name, list, by).await?;
        if !list.faults.is_empty() {
            return Ok(vec![faulty_list(name, &list.faults)]);
        }
        self.remember_about(speaker, programme, CommandName::PeopleImport, &[]).await?;
        let applied = app.take_applications(&mut self.work, programme, &held.outline, list).await?;
        let programme = held.name(&self.locale);
        let list = self.usage(CommandName::ApplicationsList);
        let (added, known) = (applied.added, applied.known);
        let mut answers: Answers =
            vec![SelectionSays::Imported { programme, added, known, list }.into()];
        if !applied.ignored.is_empty() {
            answers.push(SelectionSays::ImportIgnored { columns: applied.ignored }.into());
        }
        Ok(answers)
    }

    async fn hear_programme(
        &mut self,
        speaker: &Speaker,
        name: &str,
        bytes: &[u8],
    ) -> Result<Answers, AppError> {
        if !self.may_create(speaker) {
            return Ok(vec![General::LeadersOnly.into()]);
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}'),
            Err(_) => return Ok(vec![ProgrammeSays::NotUtf8.into()]),
        };
        let outline = match programme::read(name, text) {
            Ok(outline) => outline,
            Err(faults) => return Ok(vec![faulty_programme(name, &faults)]),
        };
        let Some(known) = self.work.programme_named(outline.slug.as_str()).await? else {
            return self.store_programme(speaker, &outline, text).await;
        };
        if speaker.standing(Some(known.id)) != Standing::Leader {
            let slug = Code(outline.slug.as_str().to_owned());
            return Ok(vec![ProgrammeSays::SlugTaken { slug }.into()]);
        }
        let name = outline.names.get(&self.locale).to_owned();
        let changes = difference(&known.file, text);
        if changes.is_empty() {
            return Ok(vec![ProgrammeSays::SameFile { name }.into()]);
        }
        let held = self.held(known.id).await?.map(|held| held.outline);
        if held.as_ref().is_some_and(|held| times_stand(known.state, held, &outline)) {
            return Ok(vec![ProgrammeSays::TimesStand { name }.into()]);
        }
        let had = held.as_ref().and_then(|held| held.recruitment.clone());
        if let (Some(had), Some(has)) = (had, &outline.recruitment)
            && had.changes_notice_silently(has)
            && !self.work.applicants(known.id).await?.is_empty()
        {
            return Ok(vec![ProgrammeSays::NoticeNeedsVersion.into()]);
        }
        let gone = self.gone(known.id, held.as_deref(), &outline).await?;
        let instead_of = Some(hash(&known.file));
        let draft = Draft::File { programme: known.id, text: text.to_owned(), instead_of };
        let draft = self.begin(speaker, &draft).await?;
        let count = i64::try_from(changes.len()).unwrap_or(i64::MAX);
        let left = changes.len().saturating_sub(SHOWN);
        let mut lines: Vec<_> = changes.into_iter().take(SHOWN).collect();
        if left > 0 {
            let count = i64::try_from(left).unwrap_or(i64::MAX);
            lines.push(ProgrammeSays::LinesMore { count }.into());
        }
        lines.extend(gone);
        Ok(vec![ProgrammeSays::Difference { draft, name, count, lines }.into()])
    }

    /// The group sessions to come that a changed file has no longer, and that it calls off.
    async fn gone(
        &mut self,
        programme: ProgrammeId,
        had: Option<&Outline>,
        has: &Outline,
    ) -> Result<Vec<Message>, AppError> {
        let Some(had) = had else { return Ok(vec![]) };
        let mut gone = vec![];
        for one in self.work.gatherings_of(programme).await? {
            let is_of = |planned: &Planned| one.key.as_ref() == Some(&planned.key);
            let is_gone = had.gatherings.iter().any(is_of) && !has.gatherings.iter().any(is_of);
            if is_gone && one.is_to_come(&had.time_zone, self.now) {
                let (number, title) = (one.number, one.plan.titles);
                gone.push(GatheringSays::WouldEnd { number, title }.into());
            }
        }
        Ok(gone)
    }

    /// Puts a changed programme file into effect.
    pub(super) async fn confirm_file(
        &mut self,
        speaker: &Speaker,
        programme: ProgrammeId,
        text: &str,
        instead_of: Option<String>,
    ) -> Result<Answers, AppError> {
        if speaker.standing(Some(programme)) != Standing::Leader {
            return Ok(vec![General::NotYours.into()]);
        }
        let row = self.work.programme(programme).await?;
        let is_as_shown =
            row.is_some_and(|row| instead_of.is_none_or(|was| was == hash(&row.file)));
        if !is_as_shown {
            // It has changed since, and the difference that was shown is another one by now.
            return Ok(vec![General::Outdated.into()]);
        }
        let before = self.held(programme).await?;
        if let (Some(before), Ok(outline)) = (&before, programme::read("", text))
            && times_stand(before.row.state, &before.outline, &outline)
        {
            // It was over in the meantime.
            return Ok(vec![ProgrammeSays::TimesStand { name: before.name(&self.locale) }.into()]);
        }
        let before = before.map(|held| held.outline);
        self.work.put_file(programme, text).await?;
        let Some(held) = self.held(programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        // Everything that waits for its round waits for the rounds of the new file.
        for pair in self.work.pairs_of_programme(programme).await? {
            let acts_at = pair.acts_at(&held.outline);
            let acts_at = acts_at.filter(|_| held.row.state != ProgrammeState::Closed);
            self.work.put_pair(&pair, acts_at).await?;
        }
        let planned = before.as_ref().map(|before| before.gatherings.clone()).unwrap_or_default();
        self.app.take_in_gatherings(&mut self.work, programme, &planned, self.now).await?;
        self.app.plan_ahead(&mut self.work, programme, self.now).await?;
        if before.is_some_and(|before| before.starts_on != held.outline.starts_on) {
            self.app.move_beginning(&mut self.work, held.under(), self.now).await?;
        }
        self.work.look_at_preparation(programme, Some(self.now)).await?;
        if !held.outline.is_over(held.outline.time_zone.to_datetime(self.now).date()) {
            self.work.put_prolonged(programme, self.now).await?;
        }
        Ok(vec![ProgrammeSays::Changed { name: held.name(&self.locale) }.into()])
    }
}

/// Whether a changed file would change when a programme was that is over: people have been told when their
/// data is erased, and hold their certificates.
fn times_stand(state: ProgrammeState, before: &Outline, after: &Outline) -> bool {
    let times = |outline: &Outline| (outline.starts_on, outline.ends_on(), outline.keep_months);
    state == ProgrammeState::Closed && times(before) != times(after)
}

fn faulty_list(file: &str, faults: &[Fault]) -> Message {
    let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
    let lines = faults.iter().take(SHOWN).map(fault_line).collect();
    PeopleSays::Faulty { file: file.to_owned(), count, lines }.into()
}

fn faulty_programme(file: &str, faults: &[Fault]) -> Message {
    let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
    let lines = faults.iter().take(SHOWN).map(fault_line).collect();
    ProgrammeSays::Faulty { file: file.to_owned(), count, lines }.into()
}

/// The lines that go and those that come, without the comments.
fn difference(old: &str, new: &str) -> Vec<Message> {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
    };
    let (old, new) = (lines(old), lines(new));
    let gone = old.iter().filter(|line| !new.contains(line));
    let come = new.iter().filter(|line| !old.contains(line));
    gone.map(|line| ProgrammeSays::LineGone { line: Code(line.clone()) })
        .chain(come.map(|line| ProgrammeSays::LineNew { line: Code(line.clone()) }))
        .map(Message::from)
        .collect()
}
