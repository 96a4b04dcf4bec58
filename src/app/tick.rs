//! Work that the passing of time causes.

use jiff::{SignedDuration, Timestamp};
use tracing::{debug, error};

use super::{
    App, AppError,
    breaks::welcome_back,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        attention::{Case, CaseState},
        ids::{PairId, PersonId},
        message::pair::PairSays,
        notice::{Audience, Notice, Urgency},
        nudge::nudge,
        pair::Pair,
        person::Member,
        programme::ProgrammeState,
        risk::Pause,
    },
    store::Work,
};

/// How many pairs are decided about in one transaction: enough to be quick, few enough not to
/// keep others waiting.
const BATCH: i64 = 100;

impl App {
    /// Does what has become due. What can't be read is set aside, and keeps nothing else waiting.
    pub async fn tick(&self) -> Result<(), AppError> {
        let now = self.clock.now();
        let mut work = self.store.look().await?;
        let (leaving, back) =
            (work.members_to_pause(now).await?, work.members_to_resume(now).await?);
        let (cases, rested) = (work.cases_to_wake(now).await?, work.pairs_to_resume(now).await?);
        drop(work);
        each_due!(
            self,
            "the beginning of a break",
            &leaving,
            |work, member| self.send_away(&mut work, member, now),
            work.plan_pause(member.id, now + UNTIL_MENDED, member.resume_at),
        );
        each_due!(
            self,
            "a break",
            &back,
            |work, member| self.bring_back(&mut work, member, now),
            work.put_pause(member.id, member.paused_since, Some(now + UNTIL_MENDED)),
        );
        each_due!(
            self,
            "a rest",
            &rested,
            |work, pair| self.end_rest(&mut work, *pair, now),
            work.put_off_rest(*pair, now + UNTIL_MENDED),
        );
        each_due!(
            self,
            "a case",
            &cases,
            |work, case| self.wake(&mut work, case, now),
            work.put_case(case.id, CaseState::Later { wake_at: now + UNTIL_MENDED }),
        );
        while self.decide_batch(now).await? {}
        self.remind_of_meetings(now).await?;
        self.check_in(now).await?;
        self.gather(now).await?;
        self.mirror(now).await?;
        self.look_for_people(now).await?;
        self.watch(now).await?;
        self.train(now).await?;
        self.prepare(now).await?;
        self.end(now).await?;
        self.remind_of_proposals(now).await?;
        self.erase_declined(now).await?;
        self.forget(now).await?;
        Ok(self.store.wipe().await?)
    }

    /// Erases those who were declined when their time is up, as their letter has told them.
    async fn erase_declined(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.applications_to_erase(now).await?;
        drop(work);
        each_due!(
            self,
            "the end of an application",
            &due,
            |work, application| self.erase_application(&mut work, application, now),
            work.erase_later(application.id, now + UNTIL_MENDED),
        );
        Ok(())
    }

    /// Decides about some of the pairs that are due. Says whether there may be more.
    async fn decide_batch(&self, now: Timestamp) -> Result<bool, AppError> {
        let mut work = self.store.begin().await?;
        let due = work.due_pairs(now, BATCH).await?;
        let mut decided = Ok(());
        for pair in &due {
            debug!(stage = "due", pair.id = pair.get(), "a pair is due");
            decided = self.decide(&mut work, *pair, now).await;
            if decided.is_err() {
                break;
            }
        }
        match decided {
            Ok(()) => work.save().await?,
            Err(error) if error.is_lasting() => {
                drop(work);
                self.decide_one_by_one(&due, now).await?;
            }
            Err(error) => return Err(error),
        }
        if !due.is_empty() {
            debug!(stage = "decided", pairs = due.len(), "pairs are decided about");
        }
        Ok(i64::try_from(due.len()).unwrap_or(BATCH) == BATCH)
    }

    /// The same where one of the pairs can't be decided about: that one is left alone for a while.
    async fn decide_one_by_one(&self, due: &[PairId], now: Timestamp) -> Result<(), AppError> {
        for pair in due {
            let mut work = self.store.begin().await?;
            match self.decide(&mut work, *pair, now).await {
                Ok(()) => work.save().await?,
                Err(error) if error.is_lasting() => {
                    drop(work);
                    error!(pair.id = pair.get(), "a pair can't be decided about");
                    let mut work = self.store.begin().await?;
                    work.set_aside(*pair, now + UNTIL_MENDED).await?;
                    work.save().await?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    async fn decide(&self, work: &mut Work, pair: PairId, now: Timestamp) -> Result<(), AppError> {
        let Some(pair) = work.pair(pair).await? else { return Ok(()) };
        let Some((row, outline)) = self.programme(work, pair.programme).await? else {
            return Ok(());
        };
        if row.state == ProgrammeState::Closed {
            return Ok(work.put_pair(&pair, None).await?);
        }
        let meetings = work.meetings_of(pair.id).await?;
        match nudge(&pair, &meetings, &outline, now) {
            Some(decision) => self.keep(work, &decision, Under::of(&row, &outline), now).await,
            // It was due by an older file of its programme: by the present one it is due later.
            None => Ok(work.put_pair(&pair, pair.acts_at(&outline).filter(|at| *at > now)).await?),
        }
    }

    /// Begins a break that was planned for now. Nothing is said about it: they know.
    async fn send_away(
        &self,
        work: &mut Work,
        member: &Member,
        now: Timestamp,
    ) -> Result<(), AppError> {
        work.put_pause(member.id, Some(now), member.resume_at).await?;
        for pair in work.pairs_of_person(member.person).await? {
            if pair.programme == member.programme {
                self.let_rest(work, &pair, member.person, now).await?;
            }
        }
        Ok(())
    }

    /// Ends a break that lasts until now, and says so once to each person.
    async fn bring_back(
        &self,
        work: &mut Work,
        member: &Member,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let parts = work.parts_of(member.person).await?;
        let is_back = |part: &Member| part.resume_at.is_some_and(|at| at <= now);
        let since = parts.iter().filter_map(|part| part.paused_since).min();
        work.put_pause(member.id, None, None).await?;
        self.set_going(work, member.person, now).await?;
        if parts.iter().any(|part| part.id > member.id && is_back(part)) {
            // The last of their parts that comes back tells of it.
            return Ok(());
        }
        let Some((row, outline)) = self.programme(work, member.programme).await? else {
            return Ok(());
        };
        let lines = self.missed(work, member.person, since.unwrap_or(now), now).await?;
        let notice = Notice::to_person(member.person, welcome_back(lines), Urgency::InHours);
        self.promise(work, &notice, Under::of(&row, &outline), now, now).await
    }

    /// Ends a rest of two together, and tells both.
    async fn end_rest(
        &self,
        work: &mut Work,
        pair: PairId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(pair) = work.pair(pair).await? else { return Ok(()) };
        work.put_pair(&pair.unpaused(), None).await?;
        let Some(pair) = work.pair(pair.id).await? else { return Ok(()) };
        self.set_pair_going(work, &pair, now).await?;
        // The programme or one of the two may be resting still.
        if work.pair(pair.id).await?.is_none_or(|pair| pair.stopped_since.is_some()) {
            return Ok(());
        }
        let Some((row, outline)) = self.programme(work, pair.programme).await? else {
            return Ok(());
        };
        let message = PairSays::GoesOnTogether.into();
        let notice = Notice { to: Audience::Pair(pair.id), message, urgency: Urgency::InHours };
        self.promise(work, &notice, Under::of(&row, &outline), now, now).await
    }

    /// Shows leaders again what they wanted to see later.
    async fn wake(&self, work: &mut Work, case: &Case, now: Timestamp) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, case.programme).await? else {
            return Ok(work.put_case(case.id, CaseState::Open).await?);
        };
        if matches!(row.state, ProgrammeState::Paused { .. }) {
            // All clocks stand still, this one too.
            let wake_at = now + SignedDuration::from_hours(24);
            return Ok(work.put_case(case.id, CaseState::Later { wake_at }).await?);
        }
        work.put_case(case.id, CaseState::Open).await?;
        self.tell_leaders(work, case.id, Under::of(&row, &outline), now).await
    }

    /// Sets those clocks of a person's pairs going that nothing else keeps still.
    pub(super) async fn set_going(
        &self,
        work: &mut Work,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        for pair in work.pairs_of_person(person).await? {
            self.set_pair_going(work, &pair, now).await?;
            let goes = work.pair(pair.id).await?.is_some_and(|pair| pair.stopped_since.is_none());
            if pair.stopped_since.is_some() && goes {
                let says = |with| PairSays::GoesOn { with };
                self.tell_partner(work, &pair, person, says, now).await?;
            }
        }
        Ok(())
    }

    /// Sets a pair's clocks going, unless its programme or one of the two keeps them still.
    pub(super) async fn set_pair_going(
        &self,
        work: &mut Work,
        pair: &Pair,
        now: Timestamp,
    ) -> Result<(), AppError> {
        if work.is_held_back(pair.id).await? {
            return Ok(());
        }
        let Some((_, outline)) = self.programme(work, pair.programme).await? else {
            return Ok(());
        };
        let going = pair.going(now);
        if let Some(from) = pair.stopped_since {
            work.add_pause(pair.id, Pause { from, until: now }).await?;
        }
        Ok(work.put_pair(&going, going.acts_at(&outline)).await?)
    }

    /// Whether a programme runs.
    pub(super) const fn is_running(state: ProgrammeState) -> bool {
        matches!(state, ProgrammeState::Running)
    }
}
