//! A programme ends: everybody who stayed to the end is thanked, leaders get the report, and from then
//! on the time runs after which everything is erased.

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil, civil::Date};

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    document::{Attachment, Content},
    domain::{
        command::CommandName,
        farewell::{Certificate, Figures, WithFigures, last_day},
        ids::ProgrammeId,
        locale::Locale,
        meeting::MeetingState,
        message::{Code, Message, farewell::FarewellSays as Says},
        notice::{Notice, Urgency},
        pair::Pair,
        person::{Member, first_name},
        programme::ProgrammeState,
        role::Role,
    },
    files::certificate::{CertificateWords, Undrawable, pdf},
    store::Work,
};

/// When people are thanked, on the day after the last.
const MORNING: civil::Time = civil::time(9, 0, 0, 0);

impl App {
    /// Ends what is over.
    pub(super) async fn end(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.programmes_to_end(now).await?;
        drop(work);
        each_due!(
            self,
            "the end of a programme",
            due,
            |work, id| self.end_in(&mut work, id, now),
            work.put_end(id, Some(now + UNTIL_MENDED)),
        );
        Ok(())
    }

    /// Stores when it is looked at whether a programme is over for anybody, and when its next check-in
    /// opens.
    pub(super) async fn plan_ahead(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        self.plan_check_ins(work, programme, now).await?;
        let Some((row, outline)) = self.programme(work, programme).await? else { return Ok(()) };
        let next = Self::next_last_day(work, Under::of(&row, &outline)).await?;
        let next = next.and_then(|last| {
            let morning = last.tomorrow().ok()?.to_datetime(MORNING);
            outline.time_zone.to_timestamp(morning).ok()
        });
        let next = next.filter(|_| row.state.has_begun());
        Ok(work.put_end(programme, next).await?)
    }

    /// The next last day of somebody who hasn't been thanked.
    async fn next_last_day(work: &mut Work, under: Under<'_>) -> Result<Option<Date>, AppError> {
        let thanked = work.thanked(under.programme).await?;
        let pairs = work.pairs_of_programme(under.programme).await?;
        let members = work.members(under.programme).await?;
        let waiting = members.iter().filter(|one| !thanked.contains(&one.id));
        Ok(waiting.filter_map(|one| last_day(one.id, &pairs, under.outline)).min())
    }

    async fn end_in(
        &self,
        work: &mut Work,
        id: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, id).await? else {
            return Ok(work.put_end(id, None).await?);
        };
        match row.state {
            ProgrammeState::Running => {}
            // All clocks stand still, this one too.
            ProgrammeState::Paused { .. } => {
                return Ok(work.put_end(id, Some(now + SignedDuration::from_hours(24))).await?);
            }
            ProgrammeState::Draft | ProgrammeState::Closed => {
                return Ok(work.put_end(id, None).await?);
            }
        }
        let under = Under::of(&row, &outline);
        let today = outline.time_zone.to_datetime(now).date();
        self.thank_all(work, under, now).await?;
        if Self::next_last_day(work, under).await?.is_none() && outline.is_over(today) {
            self.close_programme(work, under, now).await?;
        }
        self.plan_ahead(work, id, now).await
    }

    /// Ends it for all, although its last day is to come: for each pair that was yesterday.
    pub(super) async fn end_early(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let yesterday = under.outline.time_zone.to_datetime(now).date().saturating_sub(1.day());
        for pair in work.pairs_of_programme(under.programme).await? {
            if pair.ended_at.is_none() && pair.last_day(under.outline) > yesterday {
                work.put_pair(&Pair { ends_on: Some(yesterday), ..pair }, None).await?;
            }
        }
        self.thank_all(work, under, now).await?;
        self.close_programme(work, under, now).await?;
        self.plan_ahead(work, under.programme, now).await
    }

    /// Thanks everybody for whom it is over, once.
    async fn thank_all(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let today = under.outline.time_zone.to_datetime(now).date();
        let thanked = work.thanked(under.programme).await?;
        let pairs = work.pairs_of_programme(under.programme).await?;
        for member in work.members(under.programme).await? {
            let last = last_day(member.id, &pairs, under.outline);
            if last.is_some_and(|last| last < today) && !thanked.contains(&member.id) {
                self.thank(work, &member, under, now).await?;
                work.put_thanked(member.id, now).await?;
            }
        }
        Ok(())
    }

    /// It is over for all: leaders get the report, and no clock of it runs any longer.
    async fn close_programme(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        work.put_state(under.programme, ProgrammeState::Closed, now).await?;
        self.plan_gatherings(work, under.programme, now).await?;
        for pair in work.pairs_of_programme(under.programme).await? {
            work.put_pair(&pair, None).await?;
            work.look_at(pair.id, None).await?;
        }
        let erased_on = Self::erased_on(work, under).await?;
        let count = i64::try_from(work.thanked(under.programme).await?.len()).unwrap_or(i64::MAX);
        let report = self.report(work, under.programme, now).await?;
        let Some(report) = report else { return Ok(()) };
        let members = work.members(under.programme).await?;
        for leader in members.iter().filter(|member| member.role == Role::Leader) {
            let locale = &self.locale_of_leader(work, leader, under).await?;
            let lessons = &under.outline.training.lessons;
            let Some(file) = self.report_files(&report, lessons, locale).into_iter().next() else {
                continue;
            };
            let says = Says::Over {
                programme: under.outline.names.get(locale).to_owned(),
                count,
                erased_on,
                report: Code(self.words.of_command(locale, CommandName::Report, "verb")),
                file,
            };
            let notice = Notice::to_person(leader.person, says.into(), Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
        }
        Ok(())
    }

    /// When everything about those who took part is erased.
    pub(super) async fn erased_on(work: &mut Work, under: Under<'_>) -> Result<Date, AppError> {
        let last = Self::last_day(work, under.programme, under.outline).await?;
        let kept = i32::from(under.outline.keep_months).months();
        Ok(last.saturating_add(kept).saturating_add(1.day()))
    }

    /// Thanks somebody, with the numbers that may be on their certificate.
    async fn thank(
        &self,
        work: &mut Work,
        member: &Member,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(person) = work.person(member.person).await? else { return Ok(()) };
        let locale = self.words.choose(&person.locale).clone();
        let Figures { met, gatherings } = Self::figures(work, member).await?;
        let says = Says::ThankYou {
            member: member.id,
            name: first_name(&member.name),
            programme: under.outline.names.get(&locale).to_owned(),
            met,
            gatherings,
            erased_on: Self::erased_on(work, under).await?,
            mine: Code(self.words.of_command(&locale, CommandName::MyData, "verb")),
        };
        let notice = Notice::to_person(member.person, says.into(), Urgency::InHours);
        self.promise(work, &notice, under, now, now).await
    }

    /// What somebody has done, in numbers.
    pub(super) async fn figures(work: &mut Work, member: &Member) -> Result<Figures, AppError> {
        let mut met = 0;
        for pair in work.all_pairs_of_person(member.person).await? {
            if [pair.mentor.member, pair.adept.member].contains(&member.id) {
                let meetings = work.meetings_of(pair.id).await?;
                let held = meetings.iter().filter(|one| one.state == MeetingState::Held);
                met += i64::try_from(held.count()).unwrap_or(i64::MAX);
            }
        }
        let mut gatherings = 0;
        for gathering in work.gatherings_of(member.programme).await? {
            let reply = work.reply_of(gathering.id, member.person).await?;
            gatherings += i64::from(reply.is_some_and(|reply| reply.came.is_some()));
        }
        Ok(Figures { met, gatherings })
    }

    /// What somebody's certificate says. None if it isn't over for them.
    pub(super) async fn certificate(
        &self,
        work: &mut Work,
        member: &Member,
        wish: WithFigures,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<Option<Certificate>, AppError> {
        let pairs = work.pairs_of_programme(under.programme).await?;
        let made_on = under.outline.time_zone.to_datetime(now).date();
        let ends_on = last_day(member.id, &pairs, under.outline);
        let Some(ends_on) = ends_on.filter(|last| *last < made_on) else { return Ok(None) };
        let members = work.members(under.programme).await?;
        let leaders = members.into_iter().filter(|one| one.role == Role::Leader);
        let figures = match wish {
            WithFigures::Yes => Some(Self::figures(work, member).await?),
            WithFigures::No => None,
        };
        Ok(Some(Certificate {
            name: member.name.clone(),
            role: member.role,
            programme: under.outline.names.clone(),
            starts_on: under.outline.starts_on,
            ends_on,
            figures,
            leaders: leaders.map(|one| one.name).collect(),
            made_on,
        }))
    }

    /// The certificate as a file in that language.
    pub(super) fn certificate_file(
        &self,
        it: &Certificate,
        locale: &Locale,
    ) -> Result<Attachment, Undrawable> {
        let line = |says: Says| self.words.line(locale, &Message::from(says));
        let programme = it.programme.get(locale).to_owned();
        let part = match it.role {
            Role::Adept => Says::PaperAdept { programme },
            Role::Mentor | Role::Leader => Says::PaperMentor { programme },
        };
        let (starts_on, ends_on) = (it.starts_on, it.ends_on);
        let mut lines = vec![line(part), line(Says::PaperPeriod { starts_on, ends_on })];
        if let Some(Figures { met, gatherings }) = it.figures {
            lines.push(line(Says::PaperMet { count: met }));
            if gatherings > 0 {
                lines.push(line(Says::PaperGatherings { count: gatherings }));
            }
        }
        let mut signed = vec![line(Says::PaperDay { on: it.made_on })];
        signed.extend(it.leaders.iter().map(|name| line(Says::PaperLeader { name: name.clone() })));
        let words = CertificateWords {
            language: locale.as_str().to_owned(),
            heading: line(Says::PaperHeading),
            name: it.name.clone(),
            lines,
            signed,
        };
        Ok(Attachment {
            name: format!("{}.pdf", line(Says::PaperFile)),
            media_type: "application/pdf".to_owned(),
            content: Content::Bytes(pdf(&words)?),
        })
    }
}
