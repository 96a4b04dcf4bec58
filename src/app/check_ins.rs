//! Check-ins: rounds open, remind and close when their time has come.

mod closing;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil};
use tracing::error;

pub(super) use closing::{SPLITS, Split};

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        checkin::{Asks, Names, Question, Respondent, Round, RoundStep, Scale, Topic},
        command::CommandName,
        ids::{PersonId, ProgrammeId, RoundId},
        message::{Code, Message, checkin::CheckInSays as Says, count},
        notice::{Notice, Urgency},
        pair::Pair,
        person::Member,
        programme::{Outline, ProgrammeState},
        role::Role,
        sparing::Rank,
    },
    store::Work,
};

/// For how many days a round may have to wait for the end of a rest.
const LONGEST_REST: usize = 60;

/// When a round opens on its day.
const MORNING: civil::Time = civil::time(9, 0, 0, 0);

/// A programme in which there is nobody who could be asked, or what else keeps a round from opening.
pub(super) enum Unopened {
    /// Another is open.
    Open(Round),
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

    /// Stores when the next round of a programme opens by itself: none does while it doesn't run.
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
        let on = outline.checkins.next_on(outline.starts_on, after);
        // In a week of rest nobody would get it: it waits for the first day on which they do.
        let on = on.and_then(|on| {
            on.series(1.day()).take(LONGEST_REST).find(|day| !outline.calendar.rests_on(*day))
        });
        let at = on.and_then(|on| zone.to_timestamp(on.to_datetime(MORNING)).ok());
        let at = at.filter(|_| row.state == ProgrammeState::Running);
        Ok(work.put_check_in(programme, at).await?)
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
        self.plan_check_ins(work, programme, now + SignedDuration::from_mins(1)).await?;
        if row.state != ProgrammeState::Running {
            return Ok(());
        }
        match self.open_round(work, Under::of(&row, &outline), now).await? {
            Ok(_) | Err(Unopened::Open(_) | Unopened::Nobody) => {}
            Err(Unopened::NoKey) => {
                error!(
                    programme.id = programme.get(),
                    "an anonymous check-in needs notes_key_file in the configuration"
                );
            }
        }
        Ok(())
    }

    /// Opens a round for everybody who takes part.
    pub(super) async fn open_round(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<Result<(Round, usize), Unopened>, AppError> {
        let checkins = &under.outline.checkins;
        let rounds = work.rounds_of(under.programme).await?;
        if let Some(open) = rounds.iter().find(|round| !round.is_closed) {
            return Ok(Err(Unopened::Open(open.clone())));
        }
        if checkins.names == Names::Anonymous && self.seal.is_none() {
            return Ok(Err(Unopened::NoKey));
        }
        let people = Self::people_to_ask(work, under).await?;
        if people.is_empty() {
            return Ok(Err(Unopened::Nobody));
        }
        let days = SignedDuration::from_hours(24 * i64::from(checkins.open_days));
        let mut round = Round {
            id: RoundId::new(0),
            programme: under.programme,
            number: 0,
            opened_at: now,
            closes_at: now + days,
            is_closed: false,
            names: checkins.names,
            threshold: checkins.threshold,
            questions: checkins.questions.clone(),
        };
        // What they are in is fixed now: who changes a list later changes no result.
        let groups = self.groups(work, &people, under, now).await?;
        let asked = people.into_iter().map(|(person, role)| {
            let groups = groups.get(&person).cloned().unwrap_or_default();
            Respondent { person, role, groups, is_done: false }
        });
        let asked: Vec<_> = asked.collect();
        let next = round.next_step(now);
        round.id = work.open_round(&round, &asked, next).await?;
        let Some(round) = work.round(round.id).await? else { return Ok(Err(Unopened::Nobody)) };
        for one in &asked {
            self.ask_round(work, &round, one, Intro::First, under, now).await?;
        }
        Ok(Ok((round, asked.len())))
    }

    /// Everybody who can be asked something, each once.
    async fn people_to_ask(
        work: &mut Work,
        under: Under<'_>,
    ) -> Result<BTreeMap<PersonId, Role>, AppError> {
        let checkins = &under.outline.checkins;
        let members = work.members(under.programme).await?;
        // A leader who answered would know one of the answers that make up a mean.
        let may_answer = |member: &Member| {
            let leads = |one: &Member| one.person == member.person && one.role == Role::Leader;
            checkins.names == Names::Shown || !members.iter().any(leads)
        };
        let mut people = BTreeMap::<PersonId, Role>::new();
        for member in &members {
            let is_here = member.has_joined && member.paused_since.is_none();
            if member.role != Role::Leader && is_here && may_answer(member) {
                // Whoever is both is asked once, as an adept.
                let role = people.entry(member.person).or_insert(member.role);
                *role = (*role).max(member.role);
            }
        }
        // Words alone are no beginning of a conversation.
        people.retain(|_, role| {
            let mut theirs = checkins.questions.iter().filter(|question| question.is_for(*role));
            theirs.any(|question| question.scale() != Scale::Words)
        });
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
        match step {
            // All clocks stand still while the programme rests, this one too.
            _ if matches!(row.state, ProgrammeState::Paused { .. }) => {
                let day = SignedDuration::from_hours(24);
                return Ok(work.prolong_round(id, round.closes_at + day, now + day).await?);
            }
            RoundStep::Close => {
                if !self.close_round(work, &round, under, now).await? {
                    let again = Some((RoundStep::Close, now + UNTIL_MENDED));
                    work.plan_round(id, again).await?;
                }
                return Ok(());
            }
            RoundStep::Remind | RoundStep::LastCall if row.state == ProgrammeState::Running => {
                let members = work.members(round.programme).await?;
                let rests = |person: PersonId| {
                    let mut theirs = members.iter().filter(|member| member.person == person);
                    theirs.any(|member| member.paused_since.is_some())
                };
                for asked in work.asked_in(id).await? {
                    if !asked.is_done && !rests(asked.person) {
                        self.ask_round(work, &round, &asked, Intro::Again, under, now).await?;
                    }
                }
            }
            RoundStep::Remind | RoundStep::LastCall => {}
        }
        Ok(work.plan_round(id, round.next_step(now)).await?)
    }

    /// Asks somebody the first question that they haven't answered.
    async fn ask_round(
        &self,
        work: &mut Work,
        round: &Round,
        asked: &Respondent,
        intro: Intro,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let answered = work.answered_by(round.id, asked.person).await?;
        let Some(nth) = round.next_for(asked.role, &answered) else { return Ok(()) };
        let Some(person) = work.person(asked.person).await? else { return Ok(()) };
        let locale = self.words.choose(&person.locale).clone();
        let zone = under.outline.time_zone.clone();
        let until = person.zone_in(&zone).to_datetime(round.closes_at).date();
        let programme = under.outline.names.get(&locale).to_owned();
        let intro = match intro {
            Intro::First => {
                Says::Intro { programme, count: count(round.asks(asked.role).len()), until }
            }
            Intro::Again => Says::IntroAgain { programme, until },
        };
        let since = self.since(work, round, under.outline).await?;
        // Words wait for a conversation: the question before them, or a command, begins it.
        let says = ask(round, nth, asked.role, intro.into(), since, None).unwrap_or_else(|| {
            let programme = under.outline.names.get(&locale).to_owned();
            let verb = self.words.of_command(&locale, CommandName::CheckIn, "verb");
            Says::WordsLeft { programme, until, checkin: Code(verb) }.into()
        });
        let notice = Notice::to_person(asked.person, says, Urgency::Sparing(Rank::CheckIn));
        self.promise(work, &notice, under, now, now).await
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
                days.push(outline.time_zone.to_datetime(round.closes_at).date());
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

/// How a round begins for somebody.
#[derive(Clone, Copy)]
enum Intro {
    First,
    Again,
}

/// A question as somebody with that role is asked it.
pub(super) fn question_line(question: &Question, role: Role, since: civil::Date) -> Message {
    match &question.asks {
        Asks::Own { words, .. } => Says::Own { words: words.clone() },
        Asks::Library(topic) => match topic {
            Topic::Trust => Says::Trust,
            Topic::Use if role == Role::Mentor => Says::UseMentor,
            Topic::Use => Says::UseAdept,
            Topic::Met => Says::Met { since },
            Topic::Direction => Says::Direction,
            Topic::Support => Says::Support,
            Topic::Open => Says::Open,
        },
    }
    .into()
}

/// Asks a question. None if there is no such question, or if it wants words and no conversation waits
/// for them.
pub(super) fn ask(
    round: &Round,
    nth: usize,
    role: Role,
    intro: Message,
    since: civil::Date,
    draft: Option<crate::domain::ids::DraftId>,
) -> Option<Message> {
    let question = round.questions.get(nth)?;
    let sees = match round.names {
        Names::Shown => Says::SeenByLeaders,
        Names::Anonymous => Says::SeenByNobody { threshold: i64::from(round.threshold) },
    };
    let (intro, sees) = (Box::new(intro), Box::new(sees.into()));
    let line = Box::new(question_line(question, role, since));
    let (round, nth) = (round.id, count(nth));
    Some(match question.scale() {
        Scale::Agree => Says::AskAgree { round, nth, intro, question: line, sees }.into(),
        Scale::Times => Says::AskTimes { round, nth, intro, question: line, sees }.into(),
        Scale::Words => {
            let draft = draft?;
            Says::AskWords { round, nth, draft, intro, question: line, sees }.into()
        }
    })
}
