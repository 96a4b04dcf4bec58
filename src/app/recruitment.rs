//! The days of a recruitment: who has begun to apply is reminded before the last one, the leaders
//! hear when it has passed, and what nobody sends isn't kept for ever.

use jiff::Timestamp;

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        application::{Application, Due, Recruitment},
        command::CommandName,
        ids::ProgrammeId,
        locale::Locale,
        message::{Code, application::ApplicationSays as Says},
        notice::{Notice, Urgency},
        programme::ProgrammeState,
    },
    store::Work,
};

impl App {
    /// Looks after those who have begun to apply, once a day in each programme that recruits.
    pub(super) async fn recruit(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.programmes_to_recruit(now).await?;
        drop(work);
        each_due!(
            self,
            "the recruitment of a programme",
            due,
            |work, id| self.recruit_now(&mut work, id, now),
            work.look_at_recruitment(id, Some(now + UNTIL_MENDED)),
        );
        Ok(())
    }

    async fn recruit_now(
        &self,
        work: &mut Work,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let next_at = self.recruit_in(work, id, now).await?;
        Ok(work.look_at_recruitment(id, next_at).await?)
    }

    /// The same in one programme. Says when to look again, if there is anything left to look after.
    async fn recruit_in(
        &self,
        work: &mut Work,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, AppError> {
        let Some((row, outline)) = self.programme(work, id).await? else { return Ok(None) };
        let Some(recruitment) = &outline.recruitment else { return Ok(None) };
        let zone = &outline.time_zone;
        let today = zone.to_datetime(now).date();
        let tomorrow =
            today.tomorrow().ok().and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        if matches!(row.state, ProgrammeState::Paused { .. }) {
            return Ok(tomorrow);
        }
        let members = work.members(id).await?;
        let under = Under::of(&row, &outline);
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
        if !is_open && left == 0 {
            return Ok(None);
        }
        Ok(tomorrow)
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
