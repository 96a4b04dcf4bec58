//! What a leader changes about the course of a pair: a rest, a longer time, an end, a new match.

use jiff::civil::Date;

use super::{
    Answers, Hearing, Held, Speaker,
    target::{Target, found},
};
use crate::{
    app::{App, AppError},
    domain::{
        agenda::Phase,
        command::CommandName,
        draft::Draft,
        ids::PairId,
        letter::Receiver,
        meeting::Half,
        message::{
            Code, Message, general::General, matching::MatchingSays, pair::PairSays,
            programme::ProgrammeSays,
        },
        notice::{Audience, Notice, Urgency},
        pair::Pair,
        person::first_name,
        programme::ProgrammeState,
        proposal::{Tie, TieKind},
    },
};

/// How many free mentors are suggested.
const SUGGESTED: usize = 3;

impl Hearing<'_> {
    /// Lets a pair rest until a day, on which it goes on by itself.
    pub(super) async fn rest_pair(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        until: Date,
    ) -> Result<Answers, AppError> {
        let pair = found!(self.begun_pair(held, number).await?);
        let zone = &held.outline.time_zone;
        if until <= self.local_now(zone).date() {
            return Ok(vec![PairSays::NotToCome { on: until }.into()]);
        }
        let ends_on = pair.last_day(&held.outline);
        if until > ends_on {
            return Ok(vec![PairSays::RestsTooLong { on: until, ends_on }.into()]);
        }
        let Ok(resume_at) = zone.to_timestamp(until.at(0, 0, 0, 0)) else {
            return Ok(vec![PairSays::NotToCome { on: until }.into()]);
        };
        let resting = Pair { resume_at: Some(resume_at), ..pair.paused(self.now) };
        self.work.put_pair(&resting, None).await?;
        self.work.settle_watched(pair.id, &[]).await?;
        self.remember_pair(speaker, held, &pair, CommandName::PairPause).await?;
        self.tell_pair(held, &pair, PairSays::RestsUntil { on: until }.into()).await?;
        Ok(vec![PairSays::Paused { number, on: until }.into()])
    }

    /// Gives a pair more time than its programme has.
    pub(super) async fn extend_pair(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        until: Date,
    ) -> Result<Answers, AppError> {
        let pair = found!(self.begun_pair(held, number).await?);
        let outline = &held.outline;
        let today = self.local_now(&outline.time_zone).date();
        if until < outline.ends_on() || until <= today {
            let ends_on = outline.ends_on();
            return Ok(vec![PairSays::NoExtension { on: until, ends_on }.into()]);
        }
        let extended = Pair { ends_on: Some(until), ..pair.clone() };
        self.work.put_pair(&extended, extended.acts_at(outline)).await?;
        self.app.plan_ahead(&mut self.work, held.row.id, self.now).await?;
        self.remember_pair(speaker, held, &pair, CommandName::PairExtend).await?;
        self.tell_pair(held, &pair, PairSays::ExtendedTo { on: until }.into()).await?;
        Ok(vec![PairSays::Extended { number, on: until }.into()])
    }

    /// Asks whether a pair is to be ended, or to be ended for a new match.
    pub(super) async fn ask_to_end(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        is_rematch: bool,
    ) -> Result<Answers, AppError> {
        let pair = found!(if is_rematch {
            self.begun_pair(held, number).await?
        } else {
            self.living_pair(held, number).await?
        });
        if held.row.state == ProgrammeState::Closed {
            let name = held.name(&self.locale);
            return Ok(vec![ProgrammeSays::NotRunning { name }.into()]);
        }
        if !held.row.state.has_begun() {
            return self.end_pair(speaker, pair.id, false).await;
        }
        let draft = Draft::EndPair { pair: pair.id, rematch: is_rematch };
        let draft = self.begin(speaker, &draft).await?;
        let (mentor, adept) = (pair.mentor.name, pair.adept.name);
        Ok(vec![if is_rematch {
            PairSays::RematchSure { draft, number, mentor, adept }.into()
        } else {
            PairSays::EndSure { draft, number, mentor, adept }.into()
        }])
    }

    /// Ends a pair, as was confirmed.
    pub(super) async fn end_pair(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
        is_rematch: bool,
    ) -> Result<Answers, AppError> {
        let pair = self.work.pair(pair).await?.filter(|pair| pair.ended_at.is_none());
        let Some(pair) = pair else { return Ok(vec![General::Outdated.into()]) };
        let held = found!(self.held_by_leader(speaker, pair.programme).await?);
        self.work.put_pair(&pair.ended(self.now), None).await?;
        self.app.plan_ahead(&mut self.work, held.row.id, self.now).await?;
        self.work.settle_pair(pair.id).await?;
        self.take_back_welcomes(&held, &pair).await?;
        let (number, mentor, adept) =
            (pair.number, pair.mentor.name.clone(), pair.adept.name.clone());
        if !held.row.state.has_begun() {
            // Nobody has been told that they would be a pair.
            self.remember_pair(speaker, &held, &pair, CommandName::PairEnd).await?;
            return Ok(vec![PairSays::TakenApart { mentor, adept }.into()]);
        }
        if !is_rematch {
            self.remember_pair(speaker, &held, &pair, CommandName::PairEnd).await?;
            let lines = Phase::Closing.questions(Half::Adept, &first_name(&mentor));
            let people = [pair.mentor.person, pair.adept.person];
            let both = self.app.locales_of(&mut self.work, &people).await?;
            let programme = match both.as_slice() {
                [common] => held.name(common),
                _ => held.name(&held.outline.locale),
            };
            let (mentor_first, adept_first) = (first_name(&mentor), first_name(&adept));
            let says =
                PairSays::Farewell { mentor: mentor_first, adept: adept_first, programme, lines };
            self.tell_pair(&held, &pair, says.into()).await?;
            return Ok(vec![PairSays::Ended { number, mentor, adept }.into()]);
        }
        self.remember_pair(speaker, &held, &pair, CommandName::PairRematch).await?;
        // Whose wish it was nobody learns, and nobody is put together with the same one again.
        let (one, other) = (pair.mentor.member, pair.adept.member);
        let tie = Tie { mentor: one, adept: other, kind: TieKind::Avoided };
        self.work.put_tie(held.row.id, tie).await?;
        for half in [Half::Mentor, Half::Adept] {
            self.tell_of_new_match(&held, &pair, half).await?;
        }
        let mut answers: Answers = vec![PairSays::Rematched { number, mentor, adept }.into()];
        answers.extend(self.suggest_mentors(&held, &pair).await?);
        Ok(answers)
    }

    /// Takes back what was to be said to the two, and hasn't been.
    async fn take_back_welcomes(&mut self, held: &Held, pair: &Pair) -> Result<(), AppError> {
        self.work.cancel_letters_to(pair.id, self.now).await?;
        for (letter, receiver, message) in self.work.waiting_welcomes(held.row.id).await? {
            let of = |half: Half| receiver == Receiver::Person(pair.seat(half).person);
            let is_theirs = if let Message::Pair(PairSays::WelcomeMentor { adept, .. }) = &message {
                of(Half::Mentor) && *adept == pair.adept.name
            } else if let Message::Pair(PairSays::WelcomeAdept { mentor, .. }) = &message {
                of(Half::Adept) && *mentor == pair.mentor.name
            } else {
                false
            };
            if is_theirs {
                self.work.cancel_letter(letter, self.now).await?;
            }
        }
        Ok(())
    }

    async fn tell_of_new_match(
        &mut self,
        held: &Held,
        pair: &Pair,
        half: Half,
    ) -> Result<(), AppError> {
        let seat = pair.seat(half);
        let person = self.work.person(seat.person).await?;
        let locale = person.map_or_else(|| held.outline.locale.clone(), |person| person.locale);
        let programme = held.name(self.app.words.choose(&locale));
        let (to, with) = (first_name(&seat.name), first_name(&pair.seat(half.other()).name));
        let says = match half {
            Half::Mentor => PairSays::NewMatchMentor { to, with, programme },
            Half::Adept => PairSays::NewMatchAdept { to, with, programme },
        };
        let notice = Notice::to_person(seat.person, says.into(), Urgency::InHours);
        self.tell(&notice, held).await
    }

    /// Up to three mentors who have room for an adept, the best first, with what speaks for them.
    async fn suggest_mentors(&mut self, held: &Held, pair: &Pair) -> Result<Answers, AppError> {
        let pool = App::pool(&mut self.work, held.row.id).await?;
        let adept = pair.adept.name.clone();
        let Some(handle) = pool.handle(pair.adept.member) else { return Ok(vec![]) };
        let criteria = &held.outline.matching;
        let scores = pool.cohort.scores(criteria);
        let mut free: Vec<_> = scores
            .into_iter()
            .filter(|(mentor, adept, _)| {
                let both = ((*mentor).to_owned(), (*adept).to_owned());
                let room = pool.cohort.mentors.iter().find(|one| one.id == *mentor);
                *adept == handle
                    && room.is_some_and(|one| one.capacity > 0)
                    && !pool.cohort.ties.avoided.contains(&both)
            })
            .map(|(mentor, _, score)| (mentor.to_owned(), score))
            .collect();
        free.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        free.truncate(SUGGESTED);
        if free.is_empty() {
            return Ok(vec![PairSays::NoCandidate { adept }.into()]);
        }
        let pairs = free.iter().map(|(mentor, _)| (mentor.clone(), handle.clone())).collect();
        let judged = pool.cohort.judged(criteria, &pairs);
        let verb = self.verb(CommandName::PairAdd);
        let mut lines: Vec<Message> = vec![];
        for (mentor, _) in &free {
            let name = pool.cohort.mentors.iter().find(|one| one.id == *mentor);
            let name = name.map(|one| one.name.clone()).unwrap_or_default();
            let found = judged.pairs.iter().find(|pair| pair.mentor == *mentor);
            let reasons = found.map(|pair| pair.reasons.as_slice()).unwrap_or_default();
            let reasons = MatchingSays::reasons(&held.outline.in_words(reasons, &self.locale));
            let pair = Code(format!("{verb} {mentor} {handle}"));
            lines.push(PairSays::Candidate { name, reasons, pair }.into());
        }
        Ok(vec![PairSays::Candidates { adept, lines }.into()])
    }

    async fn tell_pair(
        &mut self,
        held: &Held,
        pair: &Pair,
        message: Message,
    ) -> Result<(), AppError> {
        let to = Audience::Pair(pair.id);
        self.tell(&Notice { to, message, urgency: Urgency::InHours }, held).await
    }

    async fn remember_pair(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        pair: &Pair,
        command: CommandName,
    ) -> Result<(), AppError> {
        let both = [pair.mentor.person, pair.adept.person];
        self.remember_about(speaker, held.row.id, command, &both).await
    }

    /// The pair with that number, if the two know that they are one.
    async fn begun_pair(&mut self, held: &Held, number: i64) -> Result<Target<Pair>, AppError> {
        if held.row.state.has_begun() {
            return self.living_pair(held, number).await;
        }
        let end = self.usage(CommandName::PairEnd);
        Ok(Target::Answer(vec![PairSays::NotBegun { number, end }.into()]))
    }

    /// The pair with that number, unless it has ended.
    async fn living_pair(&mut self, held: &Held, number: i64) -> Result<Target<Pair>, AppError> {
        Ok(match self.numbered_pair(held, number).await? {
            Target::Found(pair) if pair.ended_at.is_some() => {
                Target::Answer(vec![PairSays::EndedBefore { number }.into()])
            }
            found @ (Target::Found(_) | Target::Answer(_)) => found,
        })
    }
}
