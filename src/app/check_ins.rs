//! Check-ins: rounds open, remind and close when their time has come.

mod asking;
mod closing;
mod counted;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil};
use tracing::error;

use asking::Intro;
pub(super) use asking::{Asking, ask, ask_more, question_line};
pub(super) use closing::{SPLITS, Split};

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        checkin::{Asks, Names, Occasion, Respondent, Round, RoundStep, Scale, Topic, next_round},
        ids::{PersonId, ProgrammeId, RoundId},
        pair::Pair,
        programme::{Outline, ProgrammeState},
        role::Role,
    },
    store::{ProgrammeRow, Work},
};

/// When a round opens on its day.
const MORNING: civil::Time = civil::time(9, 0, 0, 0);

/// A programme in which there is nobody who could be asked, or what else keeps a round from opening.
pub(super) enum Unopened {
    /// Another is open.
    Open(Round),
    /// It would be anonymous, and another has just closed.
    TooSoon(Round),
    /// Nobody has joined.
    Nobody,
    /// It would be anonymous, and there is no key to seal the answers with.
    NoKey,
}

impl App {
    /// Does what is due about check-ins.
    pub(super) async fn check_in(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let programmes = work.programmes_to_check_in(now).await?;
        let rounds = work.rounds_due(now).await?;
        drop(work);
        each_due!(
            self,
            "the opening of a check-in",
            programmes,
            |work, id| self.open_due(&mut work, id, now),
            work.put_check_in(id, Some(now + UNTIL_MENDED)),
        );
        each_due!(
            self,
            "a check-in",
            rounds,
            |work, (id, step)| self.take_round_step(&mut work, id, step, now),
            work.put_off_round(id, now + UNTIL_MENDED),
        );
        Ok(())
    }

    /// Stores when the next round of a programme opens by itself: while it doesn't run, only the one
    /// that comes after its end does.
    pub(super) async fn plan_check_ins(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else { return Ok(()) };
        let zone = &outline.time_zone;
        let today = zone.to_datetime(now).date();
        // What should open today does.
        let after = if zone.to_datetime(now).time() > MORNING {
            today
        } else {
            today.saturating_sub(1.day())
        };
        let next = Self::next_round(work, &row, &outline, after).await?;
        let at = next.and_then(|(_, on)| zone.to_timestamp(on.to_datetime(MORNING)).ok());
        Ok(work.put_check_in(programme, at).await?)
    }

    /// The next round after that day.
    async fn next_round(
        work: &mut Work,
        row: &ProgrammeRow,
        outline: &Outline,
        after: civil::Date,
    ) -> Result<Option<(Occasion, civil::Date)>, AppError> {
        let rounds = work.rounds_of(row.id).await?;
        let had: Vec<_> = rounds.iter().map(|round| round.occasion).collect();
        let last = Self::last_day(work, row.id, outline).await?;
        Ok(next_round(outline, row.state, &had, after, last))
    }

    async fn open_due(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else {
            return Ok(work.put_check_in(programme, None).await?);
        };
        let today = outline.time_zone.to_datetime(now).date();
        let yesterday = today.saturating_sub(1.day());
        let due = Self::next_round(work, &row, &outline, yesterday).await?;
        let due = due.filter(|(_, on)| *on <= today);
        if let Some((occasion, _)) = due {
            match self
                .open_round(work, occasion, Cause::Time, Under::of(&row, &outline), now)
                .await?
            {
                // It can't be asked beside another, but soon after it.
                Err(Unopened::Open(open)) if occasion != Occasion::CheckIn => {
                    let after = open.closes_at.max(now) + SignedDuration::from_mins(1);
                    return Ok(work.put_check_in(programme, Some(after)).await?);
                }
                Err(Unopened::Open(other) | Unopened::TooSoon(other)) => {
                    self.tell_left_out(work, &other, Under::of(&row, &outline), now).await?;
                }
                Ok(_) | Err(Unopened::Nobody) => {}
                Err(Unopened::NoKey) => {
                    error!(
                        programme.id = programme.get(),
                        "an anonymous check-in needs notes_key_file in the configuration"
                    );
                }
            }
        }
        self.plan_check_ins(work, programme, now + SignedDuration::from_mins(1)).await
    }

    /// Opens a round for everybody who takes part, by itself or for a leader.
    pub(super) async fn open_round(
        &self,
        work: &mut Work,
        occasion: Occasion,
        cause: Cause,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<Result<(Round, usize), Unopened>, AppError> {
        let checkins = &under.outline.checkins;
        let rounds = work.rounds_of(under.programme).await?;
        if let Some(open) = rounds.iter().find(|round| !round.is_closed) {
            return Ok(Err(Unopened::Open(open.clone())));
        }
        let names = occasion.names(checkins);
        if names == Names::Anonymous && self.seal.is_none() {
            return Ok(Err(Unopened::NoKey));
        }
        let near = |round: &&Round| round.occasion == occasion && round.is_near(names, now);
        if let Some(last) = rounds.iter().find(near) {
            return Ok(Err(Unopened::TooSoon(last.clone())));
        }
        // Today is the first of its days, and the last one is whole.
        let zone = &under.outline.time_zone;
        let days = i64::from(occasion.open_days(checkins));
        let closes_on = zone.to_datetime(now).date().saturating_add(days.days());
        let closes_at = zone.to_timestamp(closes_on.to_datetime(civil::Time::midnight()));
        let closes_at = closes_at.unwrap_or(now + SignedDuration::from_hours(24 * days));
        let mut round = Round {
            id: RoundId::new(0),
            programme: under.programme,
            number: 0,
            occasion,
            opened_at: now,
            closes_at,
            is_closed: false,
            names,
            threshold: checkins.threshold,
            questions: occasion.questions(under.outline),
        };
        let people = Self::people_to_ask(work, &round).await?;
        if people.is_empty() {
            return Ok(Err(Unopened::Nobody));
        }
        if let Some(last) = Self::leave_out_what_was_asked(work, &mut round, &people, now).await? {
            return Ok(Err(Unopened::TooSoon(last)));
        }
        // What they are in is fixed now: who changes a list later changes no result.
        let groups = self.groups(work, &people, under, now).await?;
        let asked = people.into_iter().map(|(person, role)| {
            let groups = groups.get(&person).cloned().unwrap_or_default();
            Respondent { person, role, groups, is_done: false }
        });
        let asked: Vec<_> = asked.collect();
        let next = round.next_step(under.outline, now);
        round.id = work.open_round(&round, &asked, next).await?;
        let Some(round) = work.round(round.id).await? else { return Ok(Err(Unopened::Nobody)) };
        if let Some(before) = rounds.first() {
            // A number that is typed now is no answer to what was asked then.
            work.close_questions_in(before.id).await?;
        }
        for one in &asked {
            self.ask_round(work, &round, one, Intro::First(cause), under, now).await?;
        }
        Ok(Ok((round, asked.len())))
    }

    /// Everybody in a pair who can be asked something, each once.
    async fn people_to_ask(
        work: &mut Work,
        round: &Round,
    ) -> Result<BTreeMap<PersonId, Role>, AppError> {
        let members = work.members(round.programme).await?;
        let pairs = work.pairs_of_programme(round.programme).await?;
        let paired: BTreeSet<_> = pairs
            .iter()
            .filter(|pair| pair.ended_at.is_none())
            .flat_map(|pair| [pair.mentor.person, pair.adept.person])
            .collect();
        let leaders: BTreeSet<_> = members
            .iter()
            .filter(|member| member.role == Role::Leader)
            .map(|member| member.person)
            .collect();
        // A leader who answered would know one of the answers that make up a mean.
        let may_answer =
            |person: PersonId| round.names == Names::Shown || !leaders.contains(&person);
        let mut people = BTreeMap::<PersonId, Role>::new();
        for member in members {
            let is_here = member.has_joined && member.paused_since.is_none();
            let is_meant = member.role != Role::Leader && paired.contains(&member.person);
            if is_meant && is_here && may_answer(member.person) {
                // Whoever is both is asked once, as an adept.
                let role = people.entry(member.person).or_insert(member.role);
                *role = (*role).max(member.role);
            }
        }
        // Words alone are no beginning of a conversation.
        let is_number = |nth: &usize| {
            let question = round.questions.get(*nth);
            question.is_some_and(|question| question.scale() != Scale::Words)
        };
        people.retain(|_, role| round.asks(*role).iter().any(is_number));
        Ok(people)
    }

    async fn take_round_step(
        &self,
        work: &mut Work,
        id: RoundId,
        step: RoundStep,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(round) = work.round(id).await? else { return Ok(()) };
        if !work.rounds_due(now).await?.contains(&(id, step)) {
            // A leader was quicker.
            return Ok(());
        }
        let Some((row, outline)) = self.programme(work, round.programme).await? else {
            return Ok(work.plan_round(id, None).await?);
        };
        let under = Under::of(&row, &outline);
        let zone = &outline.time_zone;
        match step {
            // All clocks stand still while the programme rests, this one too.
            _ if matches!(row.state, ProgrammeState::Paused { .. }) => {
                let day = SignedDuration::from_hours(24);
                let closes = zone.to_datetime(round.closes_at).saturating_add(1.day());
                let closes_at = zone.to_timestamp(closes).unwrap_or(round.closes_at + day);
                return Ok(work.prolong_round(id, closes_at, now + day).await?);
            }
            RoundStep::Close => {
                if !self.close_round(work, &round, under, now).await? {
                    let again = Some((RoundStep::Close, now + UNTIL_MENDED));
                    work.plan_round(id, again).await?;
                }
                return Ok(());
            }
            RoundStep::Remind | RoundStep::LastCall
                if row.state == ProgrammeState::Running || round.occasion == Occasion::FollowUp =>
            {
                let members = work.members(round.programme).await?;
                let rests = |person: PersonId| {
                    let mut theirs = members.iter().filter(|member| member.person == person);
                    theirs.any(|member| member.paused_since.is_some())
                };
                for asked in work.asked_in(id).await? {
                    let hasnt_heard = Self::waits_for(work, asked.person, id).await?;
                    if !asked.is_done && !hasnt_heard && !rests(asked.person) {
                        self.ask_round(work, &round, &asked, Intro::Again, under, now).await?;
                    }
                }
            }
            RoundStep::Remind | RoundStep::LastCall => {}
        }
        Ok(work.plan_round(id, round.next_step(&outline, now)).await?)
    }

    /// Since when it is asked how often people have met: the round before, or the first day.
    pub(super) async fn since(
        &self,
        work: &mut Work,
        round: &Round,
        outline: &Outline,
    ) -> Result<civil::Date, AppError> {
        let rounds = work.rounds_of(round.programme).await?;
        let before = rounds.iter().find(|one| one.number < round.number);
        let since = before.map(|one| outline.time_zone.to_datetime(one.opened_at).date());
        Ok(since.unwrap_or(outline.starts_on))
    }

    /// The days on which rounds closed in which the two of a pair told different numbers of meetings.
    pub(super) async fn told_differently(
        &self,
        work: &mut Work,
        pair: &Pair,
        outline: &Outline,
    ) -> Result<Vec<civil::Date>, AppError> {
        let mut days = vec![];
        // Whoever has several is asked once, and may have thought of any of them.
        let others = work.pairs_of_person(pair.mentor.person).await?;
        let here = others.iter().filter(|other| other.programme == pair.programme);
        if here.count() > 1 {
            return Ok(days);
        }
        let since = pair.began_at.unwrap_or(Timestamp::MAX);
        let rounds = work.rounds_of(pair.programme).await?;
        for round in rounds.into_iter().filter(|round| round.opened_at >= since) {
            let counts = round
                .questions
                .iter()
                .position(|question| matches!(question.asks, Asks::Library(Topic::Met)));
            let Some(nth) = counts.filter(|_| round.is_closed) else { continue };
            let mentor = work.answer_of(round.id, pair.mentor.person, nth).await?;
            let adept = work.answer_of(round.id, pair.adept.person, nth).await?;
            if mentor.zip(adept).is_some_and(|(mentor, adept)| mentor != adept) {
                days.push(round.closed_on(&outline.time_zone));
            }
        }
        Ok(days)
    }

    /// Whether somebody is still asked a question.
    pub(super) async fn is_check_in_asked(
        &self,
        work: &mut Work,
        person: PersonId,
        round: RoundId,
        nth: i64,
    ) -> Result<bool, AppError> {
        let Some(round) = work.round(round).await? else { return Ok(false) };
        let answered = work.answered_by(round.id, person).await?;
        let is_answered = usize::try_from(nth).is_ok_and(|nth| answered.contains(&nth));
        Ok(round.is_open(self.clock.now()) && !is_answered)
    }
}

/// Why a round opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// Its time has come.
    Time,
    /// A leader wants it.
    Leader,
}
