//! Check-ins as people answer them, one question at a time, and as leaders open and read them.

use jiff::civil;

use super::{
    Answers, Hearing, Held, Speaker,
    target::{Target, found},
};
use crate::{
    app::{
        AppError,
        check_ins::{Asking, ask, ask_more, question_line},
    },
    domain::{
        checkin::{LONGEST_ANSWER, Question, Reply, Respondent, Round, Scale},
        command::CommandName,
        draft::Draft,
        ids::{DraftId, RoundId},
        inbound::RoomKind,
        message::{Message, checkin::CheckInSays as Says, count, general::General},
        press::Press,
        role::Role,
    },
};

impl Hearing<'_> {
    /// The check-in that is open to somebody: the next question, or which answer they want to change.
    pub(super) async fn check_in(
        &mut self,
        speaker: &Speaker,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let (mut last, mut answered_all) = (None, None);
        for round in self.work.rounds_for(speaker.person.id).await? {
            let Some(held) = self.held(round.programme).await? else { continue };
            if programme.is_some_and(|slug| held.row.slug != slug.to_lowercase()) {
                continue;
            }
            if !round.is_open(self.now) {
                last = last.or(Some((round, held)));
                continue;
            }
            let Some(asked) = self.asked_of(speaker, &round).await? else { continue };
            let answered = self.work.answered_by(round.id, speaker.person.id).await?;
            if round.next_for(asked.role, &answered).is_some() {
                return self.go_on_with_check_in(speaker, &round, &held, asked).await;
            }
            answered_all = answered_all.or(Some((round, held, asked)));
        }
        if let Some((round, held, asked)) = answered_all {
            return self.which_to_change(speaker, &round, &held, asked).await;
        }
        let Some((round, held)) = last else { return Ok(vec![Says::NoneNow.into()]) };
        let zone = self.zone_of(speaker, Some(&held)).await?;
        Ok(vec![Says::Closed { on: round.closed_on(&zone) }.into()])
    }

    /// Somebody answers a question with a button.
    pub(super) async fn take_check_in(
        &mut self,
        speaker: &Speaker,
        round: RoundId,
        nth: i64,
        reply: Reply,
    ) -> Result<Answers, AppError> {
        let (round, asked, held) = found!(self.open_to(speaker, round).await?);
        let place = usize::try_from(nth)
            .ok()
            .filter(|place| round.takes(*place, &reply) && round.asks(asked.role).contains(place));
        let Some(place) = place else { return Ok(vec![General::Outdated.into()]) };
        // What is written from now on answers nothing that was asked before.
        self.work.end_voices(speaker.person.id, self.now).await?;
        for place in round.together(place) {
            let Some(answer) = self.app.held(&round, speaker.person.id, place, &reply) else {
                return Ok(vec![Says::NeedsKey.into()]);
            };
            self.work.hold_answer(round.id, &answer).await?;
        }
        self.go_on_with_check_in(speaker, &round, &held, asked).await
    }

    /// Somebody ticks something that they have gained, or ticks it no longer, and may tick more.
    pub(super) async fn tick_gain(
        &mut self,
        speaker: &Speaker,
        round: RoundId,
        nth: i64,
        at: i64,
    ) -> Result<Answers, AppError> {
        let (round, asked, _) = found!(self.open_to(speaker, round).await?);
        let person = speaker.person.id;
        let place =
            usize::try_from(nth).ok().filter(|place| asks_gains(&round, asked.role, *place));
        let Some(place) = place else { return Ok(vec![General::Outdated.into()]) };
        let things = round.together(place).len();
        let ticked = self.app.ticked(&mut self.work, &round, person, place).await?;
        let mut ticked = ticked.unwrap_or_else(|| vec![false; things]);
        match usize::try_from(at).ok().and_then(|at| ticked.get_mut(at)) {
            Some(one) => *one = !*one,
            None => return Ok(vec![General::Outdated.into()]),
        }
        let is_held = self.hold_ticked(speaker, &round, place, &ticked).await?;
        let more = ask_more(&round, place, person);
        Ok(vec![if is_held { more } else { Says::NeedsKey.into() }])
    }

    /// A round that is open to somebody, with what they are asked as, where nobody else listens.
    async fn open_to(
        &mut self,
        speaker: &Speaker,
        round: RoundId,
    ) -> Result<Target<(Round, Respondent, Held)>, AppError> {
        let refuse = |says: General| Ok(Target::Answer(vec![says.into()]));
        if self.inbound.room.kind == RoomKind::Shared {
            return refuse(General::InPrivate);
        }
        let Some(round) = self.work.round(round).await? else { return refuse(General::Outdated) };
        let Some(asked) = self.asked_of(speaker, &round).await? else {
            return refuse(General::NotYours);
        };
        let Some(held) = self.held(round.programme).await? else {
            return refuse(General::Outdated);
        };
        if !round.is_open(self.now) {
            let on = self.closes_on(speaker, &round, &held).await?;
            return Ok(Target::Answer(vec![Says::Closed { on }.into()]));
        }
        Ok(Target::Found((round, asked, held)))
    }

    /// Somebody has ticked all that they have gained, which may be nothing.
    pub(super) async fn take_gains(
        &mut self,
        speaker: &Speaker,
        round: RoundId,
        nth: i64,
    ) -> Result<Answers, AppError> {
        let (round, asked, held) = found!(self.open_to(speaker, round).await?);
        let place =
            usize::try_from(nth).ok().filter(|place| asks_gains(&round, asked.role, *place));
        let Some(place) = place else { return Ok(vec![General::Outdated.into()]) };
        let person = speaker.person.id;
        let ticked = self.app.ticked(&mut self.work, &round, person, place).await?;
        let ticked = ticked.unwrap_or_else(|| vec![false; round.together(place).len()]);
        if !self.hold_ticked(speaker, &round, place, &ticked).await? {
            return Ok(vec![Says::NeedsKey.into()]);
        }
        self.go_on_with_check_in(speaker, &round, &held, asked).await
    }

    /// Holds what is ticked, one after another. Says whether it could.
    async fn hold_ticked(
        &mut self,
        speaker: &Speaker,
        round: &Round,
        place: usize,
        ticked: &[bool],
    ) -> Result<bool, AppError> {
        self.work.end_voices(speaker.person.id, self.now).await?;
        for (place, is_ticked) in round.together(place).zip(ticked) {
            let reply = Reply::Value(i64::from(*is_ticked));
            let Some(answer) = self.app.held(round, speaker.person.id, place, &reply) else {
                return Ok(false);
            };
            self.work.hold_answer(round.id, &answer).await?;
        }
        Ok(true)
    }

    /// Somebody answers in their own words.
    pub(super) async fn take_voice(
        &mut self,
        speaker: &Speaker,
        draft: DraftId,
        (round, nth): (RoundId, i64),
        words: &str,
    ) -> Result<Answers, AppError> {
        if words.chars().count() > LONGEST_ANSWER {
            return Ok(vec![General::TooLong { most: count(LONGEST_ANSWER) }.into()]);
        }
        self.work.end_draft(draft, self.now).await?;
        self.close_questions_with(Press::Rate(round, nth, None)).await?;
        self.take_check_in(speaker, round, nth, Reply::Words(words.to_owned())).await
    }

    /// Somebody wants to answer a question again.
    pub(super) async fn ask_check_in_again(
        &mut self,
        speaker: &Speaker,
        round: RoundId,
        nth: i64,
    ) -> Result<Answers, AppError> {
        let Some(round) = self.work.round(round).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let (asked, held) =
            (self.asked_of(speaker, &round).await?, self.held(round.programme).await?);
        let (Some(asked), Some(held)) = (asked, held) else {
            return Ok(vec![General::NotYours.into()]);
        };
        if !round.is_open(self.now) {
            return self.check_in(speaker, Some(&held.row.slug)).await;
        }
        let asks = round.asks(asked.role);
        let place = usize::try_from(nth).ok().and_then(|nth| asks.get(nth).copied());
        let Some(place) = place else { return Ok(vec![General::Outdated.into()]) };
        self.ask_question(speaker, &round, &held, asked, place).await
    }

    /// The next question, or thanks.
    async fn go_on_with_check_in(
        &mut self,
        speaker: &Speaker,
        round: &Round,
        held: &Held,
        asked: Respondent,
    ) -> Result<Answers, AppError> {
        let answered = self.work.answered_by(round.id, speaker.person.id).await?;
        if let Some(place) = round.next_for(asked.role, &answered) {
            return self.ask_question(speaker, round, held, asked, place).await;
        }
        self.work.finish_round(round.id, speaker.person.id).await?;
        let until = self.closes_on(speaker, round, held).await?;
        let change = self.usage(CommandName::CheckIn);
        Ok(vec![Says::Done { until, change }.into()])
    }

    async fn ask_question(
        &mut self,
        speaker: &Speaker,
        round: &Round,
        held: &Held,
        asked: Respondent,
        place: usize,
    ) -> Result<Answers, AppError> {
        let asks = round.asks(asked.role);
        let number = asks.iter().position(|one| *one == place).unwrap_or_default() + 1;
        let intro = Says::Place { number: count(number), of: count(asks.len()) };
        let is_words =
            round.questions.get(place).is_some_and(|question| question.scale() == Scale::Words);
        let draft = if is_words {
            self.work.end_voices(speaker.person.id, self.now).await?;
            let draft = Draft::Voice { round: round.id, nth: count(place) };
            Some(self.begin(speaker, &draft).await?)
        } else {
            None
        };
        let since = self.app.since(&mut self.work, round, &held.outline).await?;
        let says =
            ask(round, place, Asking { role: asked.role, intro: intro.into(), since, draft });
        Ok(vec![says.unwrap_or_else(|| General::Outdated.into())])
    }

    async fn which_to_change(
        &mut self,
        speaker: &Speaker,
        round: &Round,
        held: &Held,
        asked: Respondent,
    ) -> Result<Answers, AppError> {
        let until = self.closes_on(speaker, round, held).await?;
        let since = self.app.since(&mut self.work, round, &held.outline).await?;
        let asks = round.asks(asked.role);
        let line = |(number, place): (i64, &usize)| -> Option<Message> {
            let question = round.questions.get(*place)?;
            let question = Box::new(question_line(question, asked.role, since));
            Some(Says::Item { number, question }.into())
        };
        let lines: Vec<_> = (1..).zip(&asks).filter_map(line).collect();
        let count = count(lines.len());
        Ok(vec![Says::WhichToChange { round: round.id, until, count, lines }.into()])
    }

    async fn closes_on(
        &mut self,
        speaker: &Speaker,
        round: &Round,
        held: &Held,
    ) -> Result<civil::Date, AppError> {
        let zone = self.zone_of(speaker, Some(held)).await?;
        let is_open = round.is_open(self.now);
        Ok(if is_open { round.open_through(&zone) } else { round.closed_on(&zone) })
    }

    async fn asked_of(
        &mut self,
        speaker: &Speaker,
        round: &Round,
    ) -> Result<Option<Respondent>, AppError> {
        Ok(self.work.respondent(round.id, speaker.person.id).await?)
    }
}

/// Whether somebody with that role ticks what they have gained at that place.
fn asks_gains(round: &Round, role: Role, place: usize) -> bool {
    round.questions.get(place).is_some_and(Question::is_gain) && round.asks(role).contains(&place)
}
