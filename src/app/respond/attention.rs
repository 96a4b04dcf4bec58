//! What a leader does about a case.

use super::{
    Answers, Hearing, Held, Speaker,
    target::{Target, found},
};
use crate::{
    app::{AppError, cases::Words, promise::Under},
    domain::{
        attention::{Case, CaseState, LATER, Matter},
        draft::Draft,
        ids::{CaseId, PairId},
        message::{Message, attention::AttentionSays, general::General, pair::PairSays},
        notice::{Notice, Urgency},
        nudge::leader_is_done,
        pair::NextMeeting,
        person::first_name,
    },
};

/// How many cases are shown whole at a time.
const AT_ONCE: usize = 5;

impl Hearing<'_> {
    pub(super) async fn attention(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let cases = self.cases_for(speaker, held).await?;
        let under = Under::of(&held.row, &held.outline);
        let mut lines: Vec<Message> = vec![];
        for case in &cases {
            lines.extend(self.app.case_line(&mut self.work, case, under, Words::Shown).await?);
        }
        if lines.is_empty() {
            return Ok(vec![AttentionSays::AllWell { programme }.into()]);
        }
        let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let shown = i64::try_from(AT_ONCE).unwrap_or(i64::MAX);
        let mut answers: Answers = vec![if count > shown {
            AttentionSays::ListMore { programme, count, lines, shown }.into()
        } else {
            AttentionSays::List { programme, count, lines }.into()
        }];
        // The worst ones come with their buttons; once these are dealt with, the next ones do.
        for case in cases.iter().take(AT_ONCE) {
            let locale = self.locale.clone();
            answers.extend(self.app.case_message(&mut self.work, case, under, &locale).await?);
        }
        Ok(answers)
    }

    /// The open cases of a programme that a leader may know of, the worst first.
    pub(super) async fn cases_for(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Vec<Case>, AppError> {
        let mut cases = vec![];
        for case in self.work.open_cases(held.row.id).await? {
            if !self.app.is_kept_from(&mut self.work, &case, speaker.person.id).await? {
                cases.push(case);
            }
        }
        Ok(cases)
    }

    /// The case, if whoever speaks leads its programme.
    async fn led_case(
        &mut self,
        speaker: &Speaker,
        id: CaseId,
    ) -> Result<Target<(Case, Held)>, AppError> {
        let Some(case) = self.work.case(id).await? else {
            return Ok(Target::Answer(vec![General::Outdated.into()]));
        };
        let held = match self.held_by_leader(speaker, case.programme).await? {
            Target::Found(held) => held,
            Target::Answer(answers) => return Ok(Target::Answer(answers)),
        };
        if self.app.is_kept_from(&mut self.work, &case, speaker.person.id).await? {
            return Ok(Target::Answer(vec![General::NotYours.into()]));
        }
        if matches!(case.state, CaseState::Closed | CaseState::Settled) {
            return Ok(Target::Answer(vec![AttentionSays::ClosedBefore.into()]));
        }
        self.remember_about_case(speaker, &held, case.matter).await?;
        Ok(Target::Found((case, held)))
    }

    pub(super) async fn case_write(
        &mut self,
        speaker: &Speaker,
        id: CaseId,
    ) -> Result<Answers, AppError> {
        let (case, held) = found!(self.led_case(speaker, id).await?);
        let app = self.app;
        let words = app.ready_words(&mut self.work, &case, held.under()).await?;
        let Some(words) = words else { return Ok(vec![General::Outdated.into()]) };
        if let Some(person) = case.matter.person() {
            let Some(person) = self.work.person(person).await? else {
                return Ok(vec![General::Outdated.into()]);
            };
            let draft = Draft::WriteTo { case: case.id, words: words.clone() };
            let draft = self.begin(speaker, &draft).await?;
            let name = person.name;
            return Ok(vec![AttentionSays::ReadyPerson { draft, name, words }.into()]);
        }
        let pair = match case.matter.pair() {
            Some(pair) => self.work.pair(pair).await?,
            None => None,
        };
        let Some(pair) = pair else { return Ok(vec![General::Outdated.into()]) };
        let draft = Draft::Write { pair: pair.id, words: words.clone() };
        let draft = self.begin(speaker, &draft).await?;
        let (mentor, adept) = (first_name(&pair.mentor.name), first_name(&pair.adept.name));
        Ok(vec![AttentionSays::Ready { draft, mentor, adept, words }.into()])
    }

    pub(super) async fn case_done(
        &mut self,
        speaker: &Speaker,
        id: CaseId,
    ) -> Result<Answers, AppError> {
        let (case, held) = found!(self.led_case(speaker, id).await?);
        self.work.put_case(case.id, CaseState::Closed).await?;
        if let Some(person) = case.matter.person() {
            let name = self.work.person(person).await?.map(|person| person.name);
            return Ok(vec![AttentionSays::ClosedPerson { name: name.unwrap_or_default() }.into()]);
        }
        if matches!(case.matter, Matter::LettersDue | Matter::NotStarted) {
            let programme = held.name(&self.locale);
            return Ok(vec![AttentionSays::ClosedProgramme { programme }.into()]);
        }
        let pair = match case.matter.pair() {
            Some(pair) => self.work.pair(pair).await?,
            None => None,
        };
        let Some(pair) = pair else { return Ok(vec![General::Outdated.into()]) };
        // The bot takes over again: a pair that nobody follows up would be forgotten.
        let meetings = self.work.meetings_of(pair.id).await?;
        let (mentor, adept) = (first_name(&pair.mentor.name), first_name(&pair.adept.name));
        let Some(pair) = leader_is_done(&pair, &meetings, &held.outline, self.now) else {
            return Ok(vec![AttentionSays::Closed { mentor, adept }.into()]);
        };
        let acts_at = pair.acts_at(&held.outline);
        self.work.put_pair(&pair, acts_at).await?;
        Ok(vec![match (pair.next, acts_at) {
            (NextMeeting::Open { .. }, Some(at)) => {
                let zone = self.zone_of(speaker, Some(&held)).await?;
                let on = zone.to_datetime(at).date();
                AttentionSays::ClosedUntil { mentor, adept, on }.into()
            }
            _ => AttentionSays::Closed { mentor, adept }.into(),
        }])
    }

    pub(super) async fn case_later(
        &mut self,
        speaker: &Speaker,
        id: CaseId,
    ) -> Result<Answers, AppError> {
        let (case, held) = found!(self.led_case(speaker, id).await?);
        let wake_at = self.now + LATER;
        self.work.put_case(case.id, CaseState::Later { wake_at }).await?;
        let zone = self.zone_of(speaker, Some(&held)).await?;
        Ok(vec![AttentionSays::Later { on: zone.to_datetime(wake_at).date() }.into()])
    }

    /// Sends a leader's words to a pair.
    pub(super) async fn confirm_writing(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
        words: String,
    ) -> Result<Answers, AppError> {
        let Some(pair) = self.work.pair(pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let held = found!(self.held_by_leader(speaker, pair.programme).await?);
        let leader = first_name(&speaker.person.name);
        let says = PairSays::FromLeader { leader, words };
        self.tell(&Notice::to_pair(pair.id, says.into()), &held).await?;
        let (mentor, adept) = (first_name(&pair.mentor.name), first_name(&pair.adept.name));
        Ok(vec![AttentionSays::Sent { mentor, adept }.into()])
    }

    /// Sends a leader's words to the one whom a case is about.
    pub(super) async fn confirm_writing_to(
        &mut self,
        speaker: &Speaker,
        case: CaseId,
        words: String,
    ) -> Result<Answers, AppError> {
        let (case, held) = found!(self.led_case(speaker, case).await?);
        let person = match case.matter.person() {
            Some(person) => self.work.person(person).await?,
            None => None,
        };
        let Some(person) = person else { return Ok(vec![General::Outdated.into()]) };
        let leader = first_name(&speaker.person.name);
        let says = PairSays::FromLeader { leader, words };
        self.tell(&Notice::to_person(person.id, says.into(), Urgency::AtOnce), &held).await?;
        // That is the answer that was promised.
        self.work.remind_of_plea(case.id, None).await?;
        Ok(vec![AttentionSays::SentPerson { name: person.name }.into()])
    }
}
