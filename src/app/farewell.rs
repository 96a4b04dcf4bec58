//! A programme ends: everybody who stayed to the end is thanked, leaders get the report, and from then
//! on the time runs after which everything is erased.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil, civil::Date};

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        command::CommandName,
        farewell::{Figures, last_days},
        ids::{PersonId, ProgrammeId},
        message::{Code, farewell::FarewellSays as Says},
        notice::{Notice, Urgency},
        pair::Pair,
        person::{Member, first_name},
        programme::{Outline, ProgrammeState},
        role::Role,
    },
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
        let today = outline.time_zone.to_datetime(now).date();
        let next = Self::next_last_day(work, Under::of(&row, &outline), today).await?;
        // Where nobody is left it still has an end.
        let next = next.unwrap_or_else(|| outline.ends_on()).tomorrow().ok();
        let next =
            next.and_then(|day| outline.time_zone.to_timestamp(day.to_datetime(MORNING)).ok());
        let next = next.filter(|_| row.state.has_begun());
        work.put_end(programme, next).await?;
        self.tell_erased_on(work, Under::of(&row, &outline), now).await
    }

    /// The next last day that is to come, or of somebody who hasn't been thanked.
    async fn next_last_day(
        work: &mut Work,
        under: Under<'_>,
        today: Date,
    ) -> Result<Option<Date>, AppError> {
        let thanked = work.thanked(under.programme).await?;
        let pairs = work.pairs_of_programme(under.programme).await?;
        let last = last_days(&pairs, under.outline);
        let members = work.members(under.programme).await?;
        let waiting = members.iter().filter(|one| one.has_joined && !thanked.contains_key(&one.id));
        let unthanked = waiting.filter_map(|one| last.get(&one.id));
        let to_come = last.values().filter(|day| **day >= today);
        Ok(unthanked.chain(to_come).min().copied())
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
        let last = Self::last_day(work, id, &outline).await?;
        self.thank_all(work, last, under, now).await?;
        if Self::next_last_day(work, under, today).await?.is_none() && outline.is_over(today) {
            // The last report has what people are answering still.
            let open = work.rounds_of(id).await?.into_iter().find(|round| !round.is_closed);
            if let Some(open) = open {
                let after = open.closes_at.max(now) + SignedDuration::from_mins(1);
                return Ok(work.put_end(id, Some(after)).await?);
            }
            self.close_programme(work, last, under, now).await?;
        }
        self.plan_ahead(work, id, now).await
    }

    /// Ends it for all, although its last day is to come: for each pair that was yesterday. Says whether it
    /// could: a round that can't be closed for want of a key keeps it open.
    pub(super) async fn end_early(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        for round in work.rounds_of(under.programme).await? {
            if !round.is_closed && !self.close_round(work, &round, under, now).await? {
                return Ok(false);
            }
        }
        for mut gathering in work.gatherings_of(under.programme).await? {
            if gathering.is_to_come(&under.outline.time_zone, now) {
                self.call_off(work, &mut gathering, under, now).await?;
            }
        }
        let yesterday = under.outline.time_zone.to_datetime(now).date().saturating_sub(1.day());
        let has_been = yesterday >= under.outline.starts_on;
        let last = yesterday.max(under.outline.starts_on);
        for pair in work.pairs_of_programme(under.programme).await? {
            if pair.ended_at.is_some() {
                continue;
            }
            if !has_been {
                work.cancel_letters_to(pair.id, now).await?;
                work.put_pair(&pair.ended(now), None).await?;
            } else if pair.last_day(under.outline) > last {
                work.put_pair(&Pair { ends_on: Some(last), ..pair }, None).await?;
            }
        }
        if has_been {
            self.thank_all(work, last, under, now).await?;
        } else {
            self.call_programme_off(work, last, under, now).await?;
        }
        self.close_programme(work, last, under, now).await?;
        self.plan_ahead(work, under.programme, now).await?;
        Ok(true)
    }

    /// Tells everybody who has joined that it isn't held: before its second day nobody has done anything to
    /// be thanked for.
    async fn call_programme_off(
        &self,
        work: &mut Work,
        last: Date,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        for (welcome, ..) in work.waiting_welcomes(under.programme).await? {
            work.cancel_letter(welcome, now).await?;
        }
        let erased_on = erased_after(last, under.outline);
        let members = work.members(under.programme).await?;
        let people = members.iter().filter(|one| one.has_joined && one.role != Role::Leader);
        let people = people.map(|member| member.person).collect();
        let says = |programme, mine| Says::NotHeld { programme, erased_on, mine };
        self.tell_of_data(work, &people, says, under, now).await
    }

    /// Thanks everybody for whom it is over, once. For all of them that is after `all_over`.
    async fn thank_all(
        &self,
        work: &mut Work,
        all_over: Date,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let today = under.outline.time_zone.to_datetime(now).date();
        let thanked = work.thanked(under.programme).await?;
        let pairs = work.pairs_of_programme(under.programme).await?;
        let last = last_days(&pairs, under.outline);
        let figures = Self::all_figures(work, under.programme).await?;
        let erased_on = erased_after(all_over, under.outline);
        for member in work.members(under.programme).await? {
            let is_over = last.get(&member.id).is_some_and(|last| *last < today);
            if is_over && member.has_joined && !thanked.contains_key(&member.id) {
                let figures = figures.get(&member.id).copied().unwrap_or_default();
                self.thank(work, &member, figures, erased_on, under, now).await?;
                work.put_thanked(member.id, erased_on, now).await?;
            }
        }
        Ok(())
    }

    /// It is over for all: leaders get the report, and no clock of it runs any longer.
    async fn close_programme(
        &self,
        work: &mut Work,
        last: Date,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        work.close_programme(under.programme, last).await?;
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

    /// The last day of a programme's last pair: some may have been given more time. Once it is over it is the
    /// day that it was over with, whatever its file says then.
    pub(super) async fn last_day(
        work: &mut Work,
        programme: ProgrammeId,
        outline: &Outline,
    ) -> Result<civil::Date, AppError> {
        if let Some(last) = work.programme(programme).await?.and_then(|row| row.last_on) {
            return Ok(last);
        }
        let given = work.last_day_given(programme).await?;
        Ok(given.map_or(outline.ends_on(), |given| given.max(outline.ends_on())))
    }

    /// When everything about those who took part is erased.
    pub(super) async fn erased_on(work: &mut Work, under: Under<'_>) -> Result<Date, AppError> {
        Ok(erased_after(Self::last_day(work, under.programme, under.outline).await?, under.outline))
    }

    /// Tells whoever has been thanked that their data is erased on another day than they were told, if it
    /// is.
    async fn tell_erased_on(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let erased_on = Self::erased_on(work, under).await?;
        let mut thanked = work.thanked(under.programme).await?;
        thanked.retain(|_, told| *told != erased_on);
        let mut people = BTreeSet::new();
        for member in work.members(under.programme).await? {
            if thanked.contains_key(&member.id) {
                work.put_thanked(member.id, erased_on, now).await?;
                people.insert(member.person);
            }
        }
        let says = |programme, mine| Says::ErasedOtherwise { programme, erased_on, mine };
        self.tell_of_data(work, &people, says, under, now).await
    }

    /// Tells each of them, in their language, something with the programme's name and how they see their
    /// data.
    async fn tell_of_data(
        &self,
        work: &mut Work,
        people: &BTreeSet<PersonId>,
        says: impl Fn(String, Code) -> Says,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        for person in people {
            let Some(person) = work.person(*person).await? else { continue };
            let locale = self.words.choose(&person.locale);
            let programme = under.outline.names.get(locale).to_owned();
            let mine = Code(self.words.of_command(locale, CommandName::MyData, "verb"));
            let notice =
                Notice::to_person(person.id, says(programme, mine).into(), Urgency::InHours);
            self.promise(work, &notice, under, Self::minute_of(&person, under, now), now).await?;
        }
        Ok(())
    }

    /// Thanks somebody, with the numbers that may be on their certificate.
    async fn thank(
        &self,
        work: &mut Work,
        member: &Member,
        figures: Figures,
        erased_on: Date,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(person) = work.person(member.person).await? else { return Ok(()) };
        let locale = self.words.choose(&person.locale).clone();
        let Figures { met, gatherings } = figures;
        let says = Says::ThankYou {
            member: member.id,
            name: first_name(&member.name),
            programme: under.outline.names.get(&locale).to_owned(),
            met,
            gatherings,
            erased_on,
            mine: Code(self.words.of_command(&locale, CommandName::MyData, "verb")),
        };
        let notice = Notice::to_person(member.person, says.into(), Urgency::InHours);
        let minute = Self::minute_of(&person, under, now);
        self.promise(work, &notice, under, minute, now).await
    }
}

/// When everything about those who took part is erased, if that was the last day for all of them.
fn erased_after(last: Date, outline: &Outline) -> Date {
    let kept = i32::from(outline.keep_months).months();
    last.saturating_add(kept).saturating_add(1.day())
}
