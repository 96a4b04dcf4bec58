//! What could be chosen while somebody puts a command together. Nothing is stored here, and nothing
//! shown that the command itself wouldn't show: what is chosen is judged anew when it is sent.

mod gatherings;
mod led;
mod own;
mod times;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::{App, AppError};
use crate::{
    domain::{
        command::ParameterKind,
        locale::Locale,
        permission::{Permission, Standing, permission},
        person::{Member, Person},
        role::Role,
        when::normalise,
    },
    l10n::{Arg, Phrase},
    platform::{MOST_SUGGESTIONS, Sought, Suggestion},
    store::Work,
};

/// Somebody who is putting a command together, and what is known of them.
struct Seeking<'a> {
    app: &'a App,
    work: Work,
    sought: &'a Sought,
    now: Timestamp,
    locale: Locale,
    person: Person,
    parts: Vec<Member>,
}

impl App {
    /// What could be chosen. Nothing for strangers, and nothing for a command that they may not
    /// give.
    pub(super) async fn suggestions(&self, sought: &Sought) -> Result<Vec<Suggestion>, AppError> {
        let mut work = self.store.look().await?;
        let Some(person) = work.person_of(&sought.account).await? else { return Ok(vec![]) };
        let parts = work.parts_of(person.id).await?;
        let locale = self.words.choose(&person.locale).clone();
        let now = self.clock.now();
        let mut seeking = Seeking { app: self, work, sought, now, locale, person, parts };
        if !seeking.may_ask() {
            return Ok(vec![]);
        }
        let mut found = seeking.suggest().await?;
        found.truncate(MOST_SUGGESTIONS);
        Ok(found)
    }
}

impl Seeking<'_> {
    async fn suggest(&mut self) -> Result<Vec<Suggestion>, AppError> {
        Ok(match self.sought.kind {
            ParameterKind::When => {
                let now = self.local_now().await?;
                self.moments(now)
            }
            ParameterKind::From | ParameterKind::Until => {
                let now = self.local_now().await?;
                self.days(now)
            }
            ParameterKind::HoursFrom | ParameterKind::HoursUntil => self.matching(self.hours()),
            ParameterKind::Zone => {
                let own = self.zone().await?;
                self.matching(times::zones(&own))
            }
            ParameterKind::MeetingNumber => {
                let meetings = self.meetings().await?;
                self.matching(meetings)
            }
            ParameterKind::GoalNumber => {
                let goals = self.goals().await?;
                self.matching(goals)
            }
            ParameterKind::NoteNumber => {
                let notes = self.notes().await?;
                self.matching(notes)
            }
            ParameterKind::With => {
                let others = self.others().await?;
                self.matching(others)
            }
            ParameterKind::Mentor => {
                let mentors = self.unpaired(Role::Mentor).await?;
                self.matching(mentors)
            }
            ParameterKind::Adept => {
                let adepts = self.unpaired(Role::Adept).await?;
                self.matching(adepts)
            }
            ParameterKind::One | ParameterKind::Other => {
                let mut both = self.unpaired(Role::Mentor).await?;
                both.extend(self.unpaired(Role::Adept).await?);
                self.matching(both)
            }
            ParameterKind::PairNumber => {
                let pairs = self.pairs().await?;
                self.matching(pairs)
            }
            ParameterKind::ApplicationNumber => {
                let applications = self.applications().await?;
                self.matching(applications)
            }
            ParameterKind::GatheringNumber => {
                let gatherings = self.gatherings().await?;
                self.matching(gatherings)
            }
            ParameterKind::RoundNumber => {
                let rounds = self.rounds().await?;
                self.matching(rounds)
            }
            ParameterKind::LetterNumber => self.letters().await?,
            ParameterKind::Programme => {
                let programmes = self.programmes().await?;
                self.matching(programmes)
            }
            // Only they themselves know, or there are so few that they are all shown anyway.
            ParameterKind::Address
            | ParameterKind::Code
            | ParameterKind::Where
            | ParameterKind::Language
            | ParameterKind::PersonName
            | ParameterKind::Role
            | ParameterKind::Account
            | ParameterKind::Leader
            | ParameterKind::Numbers
            | ParameterKind::Title
            | ParameterKind::Change
            | ParameterKind::Names
            | ParameterKind::Points
            | ParameterKind::StepNumber
            | ParameterKind::Weight
            | ParameterKind::Score
            | ParameterKind::ListFile
            | ParameterKind::ProgrammeFile
            | ParameterKind::Words => vec![],
        })
    }

    /// Whether the command is one that they may give at all.
    fn may_ask(&self) -> bool {
        let is_organiser = self.app.organisers.contains(&self.sought.account);
        let organises = is_organiser.then_some(Standing::Organiser);
        let parts = self.parts.iter().map(|part| match part.role {
            Role::Leader => Standing::Leader,
            Role::Mentor | Role::Adept => Standing::Participant,
        });
        let may = |standing| permission(self.sought.command, standing) == Permission::Granted;
        parts.chain(organises).any(may)
    }

    /// Those in which all that was typed occurs, whatever is said before what and with which
    /// accents. What is typed as it stands in the command comes first.
    fn matching(&self, mut suggestions: Vec<Suggestion>) -> Vec<Suggestion> {
        let typed = normalise(&self.sought.typed);
        let typed: Vec<_> = typed.split_whitespace().collect();
        suggestions.retain(|suggestion| {
            let shown = normalise(&format!("{} {}", suggestion.label, suggestion.value));
            typed.iter().all(|word| shown.contains(word))
        });
        suggestions.sort_by_key(|suggestion| suggestion.value != self.sought.typed.trim());
        suggestions
    }

    /// Where their clock hangs: their own, or that of a programme in which they take part.
    async fn zone(&mut self) -> Result<TimeZone, AppError> {
        if let Some(zone) = &self.person.zone {
            return Ok(zone.clone());
        }
        let takes_part = self.parts.iter().find(|part| part.role != Role::Leader);
        let Some(part) = takes_part.or(self.parts.first()) else { return Ok(TimeZone::UTC) };
        let programme = self.app.programme(&mut self.work, part.programme).await?;
        Ok(programme.map_or(TimeZone::UTC, |(_, outline)| outline.time_zone.clone()))
    }

    async fn local_now(&mut self) -> Result<DateTime, AppError> {
        Ok(self.zone().await?.to_datetime(self.now))
    }

    /// A day in their language.
    fn day(&self, on: jiff::civil::Date) -> String {
        let phrase = Phrase::new("day-alone").with("on", Arg::Day(on));
        self.app.words.text(&self.locale, &phrase)
    }

    /// A moment in their language.
    fn moment(&self, at: DateTime) -> String {
        let phrase = Phrase::new("moment-alone").with("at", Arg::Clock(at));
        self.app.words.text(&self.locale, &phrase)
    }
}

/// The parts of a label, those that there are.
fn label(parts: &[&str]) -> String {
    let parts = parts.iter().copied().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
