//! A leader's commands about who becomes a pair.

use std::collections::BTreeSet;

use super::{Answers, Hearing, Held, Speaker, people::role_line, target::found};
use crate::{
    app::{App, AppError, matching::Pool},
    domain::{
        application::Decision,
        command::CommandName,
        draft::Draft,
        ids::{ProgrammeId, ProposalId},
        matching::{MOST_PLACES, Match, Outcome},
        meeting::Half,
        message::{FileText, Message, count, general::General, matching::MatchingSays},
        notice::{Notice, Urgency},
        person::first_name,
        proposal::{PATIENCE, Proposal, ProposalState},
        role::Role,
    },
};

/// How many pairs are shown in a message; more are easier to read in a file.
const MOST_SHOWN: usize = 25;

impl Hearing<'_> {
    /// The same as [`Self::propose_matches`], with who can't be in it yet.
    pub(super) async fn begin_matching(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let mut answers = self.propose_matches(held).await?;
        let applied = self.work.applications_to(held.row.id).await?;
        let others = applied.iter().filter(|one| one.person != speaker.person.id);
        let waiting = others.filter(|one| one.untold() == Some(Decision::Accepted));
        let count = count(waiting.count());
        if count > 0 {
            let send = self.usage(CommandName::LettersSend);
            answers.push(MatchingSays::LettersFirst { count, send }.into());
        }
        Ok(answers)
    }

    /// Puts everybody together anew who can be, and shows it.
    pub(super) async fn propose_matches(&mut self, held: &Held) -> Result<Answers, AppError> {
        let pool = App::pool(&mut self.work, held.row.id).await?;
        self.solve(held, &pool).await
    }

    /// Solves, stores and shows.
    async fn solve(&mut self, held: &Held, pool: &Pool) -> Result<Answers, AppError> {
        // Where several are equally good, the same is chosen each time.
        let outcome = match pool.cohort.matched(&held.outline.matching, SEED) {
            Ok(outcome) => outcome,
            Err(many) => {
                let says =
                    MatchingSays::TooMany { places: count(many.places), most: count(MOST_PLACES) };
                return Ok(vec![says.into()]);
            }
        };
        let ids = |pair: &Match| {
            let mentor = pool.member(Role::Mentor, &pair.mentor)?;
            Some((mentor.id, pool.member(Role::Adept, &pair.adept)?.id))
        };
        let pairs: Vec<_> = outcome.pairs.iter().filter_map(ids).collect();
        self.work.put_drafted(held.row.id, &pairs, self.now).await?;
        Ok(self.shown(held, pool, &outcome))
    }

    /// Who is put together, and what those who were asked have answered.
    pub(super) async fn show_matches(&mut self, held: &Held) -> Result<Answers, AppError> {
        let pool = App::pool(&mut self.work, held.row.id).await?;
        let drafted = pool.drafted();
        let asked = self.asked(held, &pool);
        let mut answers = if !pool.is_fresh() {
            self.solve(held, &pool).await?
        } else if drafted.is_empty() && !asked.is_empty() {
            vec![]
        } else if drafted.is_empty() {
            vec![
                MatchingSays::NothingToPublish { propose: self.usage(CommandName::MatchPropose) }
                    .into(),
            ]
        } else {
            let outcome = pool.cohort.judged(&held.outline.matching, &drafted);
            self.shown(held, &pool, &outcome)
        };
        answers.extend(asked);
        Ok(answers)
    }

    fn shown(&self, held: &Held, pool: &Pool, outcome: &Outcome) -> Answers {
        let programme = held.name(&self.locale);
        let name = |role, handle: &str| {
            pool.member(role, handle)
                .map_or_else(|| handle.to_owned(), |member| member.name.clone())
        };
        let left: Vec<Message> = outcome
            .unmatched
            .iter()
            .map(|left| {
                let why = Box::new(MatchingSays::why(left.role, &left.why).into());
                let role = Box::new(role_line(left.role));
                MatchingSays::LeftItem { name: name(left.role, &left.id), role, why }.into()
            })
            .collect();
        if outcome.pairs.is_empty() && left.is_empty() {
            return vec![MatchingSays::NobodyToMatch { programme }.into()];
        }
        let lines: Vec<Message> = outcome
            .pairs
            .iter()
            .map(|pair| {
                let (mentor, adept) =
                    (name(Role::Mentor, &pair.mentor), name(Role::Adept, &pair.adept));
                let reasons =
                    MatchingSays::reasons(&held.outline.in_words(&pair.reasons, &self.locale));
                MatchingSays::Item { mentor, adept, reasons }.into()
            })
            .collect();
        let avoid = self.usage(CommandName::MatchAvoid);
        let publish = self.usage(CommandName::MatchPublish);
        let total = count(lines.len());
        let mut answers: Answers = vec![if lines.is_empty() {
            MatchingSays::NothingPossible { programme }.into()
        } else if lines.len().max(left.len()) > MOST_SHOWN {
            let file = self.file(held, &lines, &left);
            MatchingSays::ProposedFile { programme, count: total, avoid, publish, file }.into()
        } else {
            MatchingSays::Proposed { programme, count: total, lines, avoid, publish }.into()
        }];
        if !left.is_empty() {
            let total = count(left.len());
            let lines = left.into_iter().take(MOST_SHOWN).collect();
            answers.push(MatchingSays::LeftOver { count: total, lines }.into());
        }
        answers
    }

    /// All pairs and all who are left over, a line each.
    fn file(&self, held: &Held, pairs: &[Message], left: &[Message]) -> FileText {
        let lines = pairs.iter().chain(left);
        let lines: Vec<_> = lines.map(|line| self.app.words.line(&self.locale, line)).collect();
        FileText { name: format!("{}.txt", held.row.slug), text: lines.join("\n") + "\n" }
    }

    /// What those who were asked have answered.
    fn asked(&self, held: &Held, pool: &Pool) -> Answers {
        let zone = &held.outline.time_zone;
        let state = |proposal: &Proposal| {
            let name = |half| proposal.seat(half).name.clone();
            Some(match proposal.state {
                ProposalState::Draft => return None,
                ProposalState::Asked { since, agreed: None } => {
                    MatchingSays::StateWaiting { since: zone.to_datetime(since).date() }
                }
                ProposalState::Asked { agreed: Some(half), .. } => {
                    MatchingSays::StateOneAgreed { name: name(half) }
                }
                ProposalState::Agreed => MatchingSays::StateAgreed,
                ProposalState::Declined { by } => MatchingSays::StateDeclined { name: name(by) },
                ProposalState::Withdrawn => MatchingSays::StateWithdrawn,
            })
        };
        let line = |proposal: &Proposal| {
            let state = Box::new(state(proposal)?.into());
            let (mentor, adept) = (proposal.mentor.name.clone(), proposal.adept.name.clone());
            Some(Message::from(MatchingSays::AskedItem { mentor, adept, state }))
        };
        let lines: Vec<_> = pool.proposals.iter().filter_map(line).collect();
        if lines.is_empty() {
            return vec![];
        }
        let (programme, count) = (held.name(&self.locale), count(lines.len()));
        vec![MatchingSays::Asked { programme, count, lines }.into()]
    }

    /// Asks the leader once more before anybody hears.
    pub(super) async fn preview_matches(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let pool = App::pool(&mut self.work, held.row.id).await?;
        if !pool.is_fresh() {
            // What can't be any longer isn't offered: a new proposal takes its place.
            return self.solve(held, &pool).await;
        }
        let proposals = drafts_in(&pool);
        if proposals.is_empty() {
            let propose = self.usage(CommandName::MatchPropose);
            return Ok(vec![MatchingSays::NothingToPublish { propose }.into()]);
        }
        let count = count(proposals.len());
        let draft = Draft::Publish { programme: held.row.id, proposals };
        let draft = self.begin(speaker, &draft).await?;
        let programme = held.name(&self.locale);
        Ok(vec![MatchingSays::PublishSure { draft, programme, count }.into()])
    }

    /// Asks everybody who is put together.
    pub(super) async fn publish_matches(
        &mut self,
        speaker: &Speaker,
        programme: ProgrammeId,
        seen: &[ProposalId],
    ) -> Result<Answers, AppError> {
        let held = found!(self.held_to_change(speaker, programme).await?);
        let pool = App::pool(&mut self.work, programme).await?;
        // What the leader has not seen, because somebody else has changed it since, isn't sent.
        if drafts_in(&pool) != seen || !pool.is_fresh() {
            let mut answers = vec![General::Outdated.into()];
            answers.extend(self.show_matches(&held).await?);
            return Ok(answers);
        }
        let outcome = pool.cohort.judged(&held.outline.matching, &pool.drafted());
        let mut waiting = BTreeSet::new();
        let drafts = pool.proposals.iter().filter(|draft| draft.is_draft());
        for draft in drafts {
            let asked = ProposalState::Asked { since: self.now, agreed: None };
            self.work.put_proposal(&Proposal { state: asked, ..draft.clone() }).await?;
            self.work.remind_later(draft.id, Some(self.now + PATIENCE), None).await?;
            let handles = pool.handle(draft.mentor.member).zip(pool.handle(draft.adept.member));
            let found = outcome.pairs.iter().find(|pair| {
                handles.as_ref().is_some_and(|(m, a)| pair.mentor == *m && pair.adept == *a)
            });
            let reasons = found.map(|pair| pair.reasons.as_slice()).unwrap_or_default();
            for half in [Half::Mentor, Half::Adept] {
                let seat = draft.seat(half);
                let with = draft.seat(half.other()).name.clone();
                let person = self.work.person(seat.person).await?;
                let locale = person.map_or_else(|| held.outline.locale.clone(), |one| one.locale);
                let programme = held.name(&locale);
                let to = first_name(&seat.name);
                let reasons = MatchingSays::reasons_for(half, &first_name(&with), reasons);
                let proposal = draft.id;
                let says = match half {
                    Half::Mentor => {
                        MatchingSays::AskMentor { proposal, to, adept: with, programme, reasons }
                    }
                    Half::Adept => {
                        MatchingSays::AskAdept { proposal, to, mentor: with, programme, reasons }
                    }
                };
                let notice = Notice::to_person(seat.person, says.into(), Urgency::InHours);
                self.tell(&notice, &held).await?;
                let member = pool.members.iter().find(|member| member.id == seat.member);
                waiting.extend(member.filter(|one| !one.has_joined).map(|one| one.name.clone()));
            }
        }
        let mut answers: Answers =
            vec![MatchingSays::Published { count: count(seen.len()) }.into()];
        if !waiting.is_empty() {
            answers.push(MatchingSays::NotJoined { names: waiting.into_iter().collect() }.into());
        }
        Ok(answers)
    }
}

/// The seed that decides where several matchings are equally good.
const SEED: u64 = 1;

/// The proposals that only leaders see so far.
fn drafts_in(pool: &Pool) -> Vec<ProposalId> {
    let drafts = pool.proposals.iter().filter(|one| one.is_draft());
    drafts.map(|draft| draft.id).collect()
}
