//! Check-ins as leaders open, close and read them.

use super::{
    Answers, Hearing, Held, Speaker,
    check_in_lines::{cell_line, occasion_line, part_line, result_question},
    target::found,
};
use crate::{
    app::{
        AppError,
        check_ins::{Cause, SPLITS, Unopened},
    },
    domain::{
        checkin::{Names, Occasion, Round, Scale},
        command::CommandName,
        draft::Draft,
        ids::{ProgrammeId, RoundId},
        message::{
            Code, Message, checkin::CheckInSays as Says, count, general::General,
            programme::ProgrammeSays,
        },
        programme::ProgrammeState,
    },
    store,
};

impl Hearing<'_> {
    /// A leader opens a round.
    pub(super) async fn open_check_in(&mut self, held: &Held) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        if held.row.state != ProgrammeState::Running {
            return Ok(vec![ProgrammeSays::NotRunning { name: programme }.into()]);
        }
        let under = held.under();
        let zone = &held.outline.time_zone;
        let until = |round: &Round| round.open_through(zone);
        Ok(vec![
            match self
                .app
                .open_round(&mut self.work, Occasion::CheckIn, Cause::Leader, under, self.now)
                .await?
            {
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
                Err(Unopened::TooSoon(last)) => {
                    Says::TooSoon { number: last.number, on: last.next_from(zone) }
                }
                Err(Unopened::Nobody) => Says::NobodyToAsk { programme },
                Err(Unopened::NoKey) => Says::NeedsKey,
            }
            .into(),
        ])
    }

    /// A leader wants to close the one that is open before its time.
    pub(super) async fn ask_to_close_check_in(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let rounds = self.work.rounds_of(held.row.id).await?;
        let Some(round) = rounds.iter().find(|round| !round.is_closed) else {
            return Ok(vec![Says::NoneOpen { open: self.usage(CommandName::CheckInOpen) }.into()]);
        };
        let asked = self.work.asked_in(round.id).await?;
        let draft = self.begin(speaker, &Draft::CloseRound { round: round.id }).await?;
        Ok(vec![
            Says::CloseSure {
                draft,
                number: round.number,
                until: round.open_through(&held.outline.time_zone),
                done: count(asked.iter().filter(|asked| asked.is_done).count()),
                count: count(asked.len()),
            }
            .into(),
        ])
    }

    /// Closes it.
    pub(super) async fn close_check_in(
        &mut self,
        speaker: &Speaker,
        round: RoundId,
    ) -> Result<Answers, AppError> {
        let round = self.work.round(round).await?.filter(|round| !round.is_closed);
        let Some(round) = round else { return Ok(vec![General::Outdated.into()]) };
        let held = found!(self.held_by_leader(speaker, round.programme).await?);
        let under = held.under();
        if !self.app.close_round(&mut self.work, &round, under, self.now).await? {
            return Ok(vec![Says::NeedsKey.into()]);
        }
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
        let on = if round.is_closed { round.closed_on(zone) } else { round.open_through(zone) };
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
        let mut lines: Vec<Message> = occasion_line(round.occasion).into_iter().collect();
        for (nth, shown) in self.work.results_of(round.id).await? {
            let Some(question) = round.questions.get(nth) else { continue };
            let scale = question.scale();
            // These are for the report, which tells what they are made of.
            if matches!(scale, Scale::Feeling | Scale::GetOn) {
                continue;
            }
            let question = Box::new(result_question(question, since));
            let cell = Box::new(cell_line(scale, shown.all, round.threshold));
            lines.push(Says::Result { question, cell }.into());
            for (split, groups) in SPLITS.iter().zip(&shown.splits) {
                // A split into one group says nothing more than the whole.
                let groups = groups.iter().filter(|groups| groups.len() > 1);
                for (group, cell) in groups.flatten() {
                    let part = Box::new(part_line(*split, group, &gatherings));
                    let cell = Box::new(cell_line(scale, *cell, round.threshold));
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
            let question = Box::new(result_question(question, since));
            if said.is_empty() {
                let threshold = i64::from(round.threshold);
                let cell = match round.names {
                    Names::Shown => Says::NothingSaid,
                    Names::Anonymous => Says::TooFew { threshold },
                };
                let cell = Box::new(cell.into());
                lines.push(Says::Result { question, cell }.into());
                continue;
            }
            lines.push(Says::Heard { question }.into());
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
