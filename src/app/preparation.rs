//! The days before a programme begins: who has begun to apply is reminded before the last one, the
//! leaders hear when it has passed, when applicants expect their letters and when the first day is
//! near, and what nobody sends isn't kept for ever.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        application::{Application, Due, Recruitment},
        attention::{Case, Level, Matter},
        command::CommandName,
        ids::ProgrammeId,
        locale::Locale,
        message::{Code, Message, application::ApplicationSays as Says, attention::AttentionSays},
        notice::{Notice, Urgency},
        programme::ProgrammeState,
        role::Role,
    },
    store::{ProgrammeRow, Work},
};

/// How long a new programme is left alone: its leaders are about to set it up.
pub(super) const LEFT_ALONE: SignedDuration = SignedDuration::from_hours(24);

impl App {
    /// Looks after what comes before the first day, once a day in each programme that prepares.
    pub(super) async fn prepare(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.programmes_to_prepare(now).await?;
        drop(work);
        each_due!(
            self,
            "the preparation of a programme",
            due,
            |work, id| self.prepare_now(&mut work, id, now),
            work.look_at_preparation(id, Some(now + UNTIL_MENDED)),
        );
        Ok(())
    }

    async fn prepare_now(
        &self,
        work: &mut Work,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let next_at = self.prepare_in(work, id, now).await?;
        Ok(work.look_at_preparation(id, next_at).await?)
    }

    /// The same in one programme. Says when to look again, if there is anything left to look after.
    async fn prepare_in(
        &self,
        work: &mut Work,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, AppError> {
        let Some((row, outline)) = self.programme(work, id).await? else { return Ok(None) };
        let zone = &outline.time_zone;
        let today = zone.to_datetime(now).date();
        let tomorrow =
            today.tomorrow().ok().and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        if matches!(row.state, ProgrammeState::Paused { .. }) {
            return Ok(tomorrow);
        }
        let under = Under::of(&row, &outline);
        let is_over = row.state == ProgrammeState::Closed || outline.is_over(today);
        let waits_for_start = row.state == ProgrammeState::Draft && !is_over;
        let is_only_an_idea =
            work.members(id).await?.iter().all(|member| member.role == Role::Leader);
        let start_due = outline.start_due(today).filter(|_| waits_for_start && !is_only_an_idea);
        self.bring_up(work, Matter::NotStarted, start_due, under, now).await?;
        let waits_for_applicants = match &outline.recruitment {
            Some(recruitment) => {
                self.look_after_applicants(work, recruitment, &row, under, now).await?
            }
            None => false,
        };
        Ok(tomorrow.filter(|_| waits_for_start || waits_for_applicants))
    }

    /// Tells leaders that applicants expect to hear, if they don't all have a letter.
    async fn look_at_letters(
        &self,
        work: &mut Work,
        due_on: Option<Date>,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        let sent = work.applications_to(under.programme).await?;
        let is_waited_for = sent.iter().any(|one| one.decided.is_none() || one.untold().is_some());
        let due_on = due_on.filter(|_| is_waited_for);
        self.bring_up(work, Matter::LettersDue, due_on, under, now).await?;
        Ok(is_waited_for)
    }

    /// Tells leaders of a matter of their whole programme that has been due since a day, once. One
    /// that isn't due, or about another day than before, has settled itself.
    async fn bring_up(
        &self,
        work: &mut Work,
        matter: Matter,
        since: Option<Date>,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(since) = since else {
            return Ok(work.settle_in(under.programme, matter).await?);
        };
        let since = under.outline.time_zone.to_timestamp(since.at(0, 0, 0, 0)).unwrap_or(now);
        if !work.is_known(under.programme, matter, since).await? {
            work.settle_in(under.programme, matter).await?;
            let (case, _) = work.open_case(under.programme, matter, Level::Yellow, since).await?;
            self.tell_leaders(work, case, under, now).await?;
        }
        Ok(())
    }

    /// What is said about a case of the days before a programme begins.
    pub(super) async fn preparation_message(
        &self,
        work: &mut Work,
        case: &Case,
        under: Under<'_>,
        locale: &Locale,
    ) -> Result<Option<Message>, AppError> {
        let outline = under.outline;
        let programme = outline.names.get(locale).to_owned();
        let command = |name| Code(self.words.of_command(locale, name, "verb"));
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let (on, matter) = (outline.time_zone.to_datetime(case.since).date(), case.matter);
        let case = case.id;
        Ok(match matter {
            Matter::LettersDue => {
                let all = work.applications_to(under.programme).await?;
                let open = count(all.iter().filter(|one| one.decided.is_none()).count());
                let untold = count(all.iter().filter(|one| one.untold().is_some()).count());
                let list = command(CommandName::ApplicationsList);
                let send = command(CommandName::LettersSend);
                let says =
                    AttentionSays::LettersDue { case, programme, on, open, untold, list, send };
                Some(says.into())
            }
            Matter::NotStarted => {
                let pairs = work.pairs_of_programme(under.programme).await?;
                let pairs = count(pairs.iter().filter(|pair| pair.ended_at.is_none()).count());
                let start = command(CommandName::ProgrammeStart);
                let on = outline.starts_on;
                Some(AttentionSays::NotStarted { case, programme, on, pairs, start }.into())
            }
            Matter::NotBooked { .. }
            | Matter::FewDates { .. }
            | Matter::NoMeeting { .. }
            | Matter::NoAnswer { .. }
            | Matter::FactsDiffer { .. }
            | Matter::NoGoal { .. }
            | Matter::Silent { .. }
            | Matter::BadFit { .. }
            | Matter::Help { .. }
            | Matter::Unreachable { .. }
            | Matter::Left { .. }
            | Matter::NeverComes { .. }
            | Matter::LowMarks { .. } => None,
        })
    }

    /// Looks after those who have applied or begun to. Says whether there is anything left to look
    /// after.
    async fn look_after_applicants(
        &self,
        work: &mut Work,
        recruitment: &Recruitment,
        row: &ProgrammeRow,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        let id = under.programme;
        let today = under.outline.time_zone.to_datetime(now).date();
        let members = work.members(id).await?;
        let mut is_open = row.recruits_since.is_some();
        if is_open && !recruitment.takes(today) {
            self.close(work, recruitment, under, now).await?;
            is_open = false;
        }
        let mut left = 0_usize;
        for begun in work.applications_begun(id).await? {
            match recruitment.due(&begun, is_open, today, now) {
                Some(Due::Erase) => {
                    self.erase_application(work, &begun, now).await?;
                    continue;
                }
                // Whoever takes part by now has nothing to send.
                Some(Due::Remind) if members.iter().all(|one| one.person != begun.person) => {
                    self.remind(work, &begun, recruitment, under, now).await?;
                }
                Some(Due::Remind) | None => {}
            }
            left += 1;
        }
        let waits_for_letters =
            self.look_at_letters(work, recruitment.result_due(today), under, now).await?;
        Ok(is_open || left > 0 || waits_for_letters)
    }

    /// Nobody can apply any longer, and the leaders hear of it.
    async fn close(
        &self,
        work: &mut Work,
        recruitment: &Recruitment,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        work.put_recruiting(under.programme, None).await?;
        let sent = work.applications_to(under.programme).await?;
        let programme = under.outline.names.get(&under.outline.locale).to_owned();
        let count = i64::try_from(sent.len()).unwrap_or(i64::MAX);
        let list =
            self.words.of_command(&under.outline.locale, CommandName::ApplicationsList, "verb");
        let says = match recruitment.result_on {
            Some(result_on) => {
                Says::LastDayPassedUntil { programme, count, result_on, list: Code(list) }
            }
            None => Says::LastDayPassed { programme, count, list: Code(list) },
        };
        let notice = Notice::to_leaders(under.programme, says.into());
        self.promise(work, &notice, under, now, now).await
    }

    /// Reminds somebody once of what they have begun.
    async fn remind(
        &self,
        work: &mut Work,
        begun: &Application,
        recruitment: &Recruitment,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(on) = recruitment.closes_on else { return Ok(()) };
        let erased_at = recruitment.erased_at(begun);
        let erased_on = under.outline.time_zone.to_datetime(erased_at).date();
        let reminded = Application { reminded_at: Some(now), ..begun.clone() };
        work.put_application(&reminded).await?;
        let locale = work.person(begun.person).await?.map(|person| person.locale);
        let locale = locale.unwrap_or_else(|| under.outline.locale.clone());
        let locale = self.words.choose(&locale);
        let programme = under.outline.names.get(locale).to_owned();
        let apply = self.apply_to(locale, under.outline.slug.as_str());
        let application = begun.id;
        let says = Says::LastDayNear { application, programme, on, apply, erased_on };
        let notice = Notice::to_person(begun.person, says.into(), Urgency::InHours);
        self.promise(work, &notice, under, now, now).await
    }
}

impl App {
    /// What to type to apply to the programme with that short name.
    pub(super) fn apply_to(&self, locale: &Locale, slug: &str) -> Code {
        let verb = self.words.list(locale, &format!("command-{}", CommandName::Apply.key()));
        Code(format!("{} {slug}", verb.into_iter().next().unwrap_or_default()))
    }
}
