//! Check-ins as people answer them, one question at a time, and as leaders open and read them.

use jiff::civil;

use super::{
    Answers, Hearing, Held, Speaker,
    check_in_lines::{cell_line, part_line, result_question},
};
use crate::{
    app::{
        AppError,
        check_ins::{SPLITS, Unopened, ask, question_line},
    },
    domain::{
        checkin::{LONGEST_ANSWER, Names, Reply, Respondent, Round, Scale},
        command::CommandName,
        draft::Draft,
        ids::{DraftId, ProgrammeId, RoundId},
        inbound::RoomKind,
        message::{Code, Message, checkin::CheckInSays as Says, count, general::General},
        press::Press,
    },
    store,
};

impl Hearing<'_> {
    /// The check-in that is open to somebody: the next question, or which answer they want to change.
    pub(super) async fn check_in(
        &mut self,
        speaker: &Speaker,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let mut last = None;
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
            return self.which_to_change(speaker, &round, &held, asked).await;
        }
        let Some((round, held)) = last else { return Ok(vec![Says::NoneNow.into()]) };
        let zone = self.zone_of(speaker, Some(&held)).await?;
        Ok(vec![Says::Closed { on: zone.to_datetime(round.closes_at).date() }.into()])
    }

    /// Somebody answers a question with a button.
    pub(super) async fn take_check_in(
        &mut self,
        speaker: &Speaker,
        round: RoundId,
        nth: i64,
        reply: Reply,
    ) -> Result<Answers, AppError> {
        if self.inbound.room.kind == RoomKind::Shared {
            return Ok(vec![General::InPrivate.into()]);
        }
        let Some(round) = self.work.round(round).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(asked) = self.asked_of(speaker, &round).await? else {
            return Ok(vec![General::NotYours.into()]);
        };
        let Some(held) = self.held(round.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        if !round.is_open(self.now) {
            let zone = self.zone_of(speaker, Some(&held)).await?;
            return Ok(vec![Says::Closed { on: zone.to_datetime(round.closes_at).date() }.into()]);
        }
        let place = usize::try_from(nth)
            .ok()
            .filter(|place| round.takes(*place, &reply) && round.asks(asked.role).contains(place));
        let Some(place) = place else { return Ok(vec![General::Outdated.into()]) };
        let Some(answer) = self.app.held(&round, speaker.person.id, place, &reply) else {
            return Ok(vec![Says::NeedsKey.into()]);
        };
        // What is written from now on answers nothing that was asked before.
        self.work.end_voices(speaker.person.id, self.now).await?;
        self.work.hold_answer(round.id, &answer).await?;
        self.go_on_with_check_in(speaker, &round, &held, asked).await
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
        let says = ask(round, place, asked.role, intro.into(), since, draft);
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
        Ok(zone.to_datetime(round.closes_at).date())
    }

    async fn asked_of(
        &mut self,
        speaker: &Speaker,
        round: &Round,
    ) -> Result<Option<Respondent>, AppError> {
        Ok(self.work.respondent(round.id, speaker.person.id).await?)
    }

    /// A leader opens a round.
    pub(super) async fn open_check_in(&mut self, held: &Held) -> Result<Answers, AppError> {
        let under = held.under();
        let zone = &held.outline.time_zone;
        let until = |round: &Round| zone.to_datetime(round.closes_at).date();
        Ok(vec![
            match self.app.open_round(&mut self.work, under, self.now).await? {
                Ok((round, people)) => {
                    let names = match round.names {
                        Names::Shown => Says::NamesShown,
                        Names::Anonymous => {
                            Says::NamesHidden { threshold: i64::from(round.threshold) }
                        }
                    };
                    Says::Opened {
                        number: round.number,
                        count: count(people),
                        until: until(&round),
                        names: Box::new(names.into()),
                    }
                }
                Err(Unopened::Open(round)) => {
                    Says::AlreadyOpen { number: round.number, until: until(&round) }
                }
                Err(Unopened::Nobody) => Says::NobodyToAsk { programme: held.name(&self.locale) },
                Err(Unopened::NoKey) => Says::NeedsKey,
            }
            .into(),
        ])
    }

    /// A leader closes it before its time.
    pub(super) async fn close_check_in(&mut self, held: &Held) -> Result<Answers, AppError> {
        let rounds = self.work.rounds_of(held.row.id).await?;
        let Some(round) = rounds.iter().find(|round| !round.is_closed) else {
            return Ok(vec![Says::NoneOpen { open: self.usage(CommandName::CheckInOpen) }.into()]);
        };
        let under = held.under();
        self.app.close_round(&mut self.work, round, under, self.now).await?;
        let verb = self.app.words.of_command(&self.locale, CommandName::CheckInResults, "verb");
        let results = Code(format!("{verb} {}", round.number));
        Ok(vec![Says::ClosedNow { number: round.number, results }.into()])
    }

    /// What a leader may see of a round: all of it that will ever show, once it has closed.
    pub(super) async fn check_in_results(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: Option<i64>,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let rounds = self.work.rounds_of(held.row.id).await?;
        let found = match number {
            Some(number) => rounds.iter().find(|round| round.number == number),
            None => rounds.iter().find(|round| round.is_closed).or(rounds.first()),
        };
        let Some(round) = found else {
            let open = self.usage(CommandName::CheckInOpen);
            return Ok(vec![match number {
                Some(number) if !rounds.is_empty() => Says::NoSuchRound { number }.into(),
                Some(_) | None => Says::NoResults { programme, open }.into(),
            }]);
        };
        let zone = &held.outline.time_zone;
        let on = zone.to_datetime(round.closes_at).date();
        if !round.is_closed {
            let asked = self.work.asked_in(round.id).await?;
            let done = count(asked.iter().filter(|asked| asked.is_done).count());
            let number = round.number;
            let count = count(asked.len());
            return Ok(vec![Says::ResultsLater { number, until: on, done, count }.into()]);
        }
        let (asked, answered) = self.work.response_to(round.id).await?;
        let lines = self.result_lines(speaker, round, held).await?;
        let number = round.number;
        Ok(vec![Says::Results { programme, number, on, answered, asked, lines }.into()])
    }

    async fn result_lines(
        &mut self,
        speaker: &Speaker,
        round: &Round,
        held: &Held,
    ) -> Result<Vec<Message>, AppError> {
        let since = self.app.since(&mut self.work, round, &held.outline).await?;
        let gatherings = self.work.gatherings_of(held.row.id).await?;
        let mut lines: Vec<Message> = vec![];
        for (nth, shown) in self.work.results_of(round.id).await? {
            let Some(question) = round.questions.get(nth) else { continue };
            let question = Box::new(result_question(question, since));
            let cell = Box::new(cell_line(shown.all, round.threshold));
            lines.push(Says::Result { question, cell }.into());
            for (split, groups) in SPLITS.iter().zip(&shown.splits) {
                // A split into one group says nothing more than the whole.
                let groups = groups.iter().filter(|groups| groups.len() > 1);
                for (group, cell) in groups.flatten() {
                    let part = Box::new(part_line(*split, group, &gatherings));
                    let cell = Box::new(cell_line(*cell, round.threshold));
                    lines.push(Says::Part { part, cell }.into());
                }
            }
        }
        let voices = self.voices(speaker, round, held.row.id).await?;
        for (nth, question) in round.questions.iter().enumerate() {
            if question.scale() != Scale::Words {
                continue;
            }
            let said: Vec<_> = voices.iter().filter(|(place, _)| *place == nth).collect();
            if said.is_empty() {
                let question = Box::new(result_question(question, since));
                let threshold = i64::from(round.threshold);
                let cell = match round.names {
                    Names::Shown => Says::NothingSaid,
                    Names::Anonymous => Says::TooFew { threshold },
                };
                let cell = Box::new(cell.into());
                lines.push(Says::Result { question, cell }.into());
            }
            lines.extend(said.into_iter().map(|(_, line)| line.clone()));
        }
        Ok(lines)
    }

    /// What people have said in their own words, with their names where leaders see these. A leader
    /// who is in a pair with somebody doesn't read what they have said: it was promised to them.
    async fn voices(
        &mut self,
        speaker: &Speaker,
        round: &Round,
        programme: ProgrammeId,
    ) -> Result<Vec<(usize, Message)>, AppError> {
        if round.names == Names::Anonymous {
            let voices = self.work.voices_of(round.id).await?;
            let line = |(nth, words): (usize, String)| (nth, Says::Voice { words }.into());
            return Ok(voices.into_iter().map(line).collect());
        }
        let members = self.work.members(programme).await?;
        let pairs = self.work.all_pairs_of_person(speaker.person.id).await?;
        let mut voices = vec![];
        for answer in self.work.answers_to(round.id).await? {
            if pairs.iter().any(|pair| pair.half_of(answer.person).is_some()) {
                continue;
            }
            if let store::Held::Open { words: Some(words), .. } = answer.held {
                let name = members.iter().find(|member| member.person == answer.person);
                let name = name.map(|member| member.name.clone()).unwrap_or_default();
                voices.push((answer.question, Says::VoiceOf { name, words }.into()));
            }
        }
        Ok(voices)
    }
}
