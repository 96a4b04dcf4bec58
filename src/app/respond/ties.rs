//! What leaders decide about two people: that they stay together, that they don't, that they may.

use super::{Answers, Hearing, Held, Speaker, target::found};
use crate::{
    app::{App, AppError, matching::Pool},
    domain::{
        command::CommandName,
        draft::Draft,
        ids::{MemberId, ProposalId},
        matching::Bar,
        meeting::Half,
        message::{Message, general::General, matching::MatchingSays, pair::PairSays},
        person::Member,
        proposal::{Proposal, ProposalState, Tie, TieKind},
        role::Role,
    },
};

impl Hearing<'_> {
    /// Locks two together, keeps them apart or allows them, and puts everybody together anew.
    pub(super) async fn tie(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        (one, other): (&str, &str),
        kind: TieKind,
    ) -> Result<Answers, AppError> {
        let pool = App::pool(&mut self.work, held.row.id).await?;
        let (mentor, adept) = match Self::mentor_and_adept(&pool.members, one, other) {
            Ok(both) => both,
            Err(refusal) => return Ok(vec![*refusal]),
        };
        let is_theirs = |proposal: &&Proposal| {
            proposal.mentor.member == mentor.id && proposal.adept.member == adept.id
        };
        let asked = pool.proposals.iter().filter(|one| one.is_asked());
        if kind == TieKind::Locked
            && let Some(refusal) = self.lock_refusal(held, &pool, &mentor, &adept).await?
        {
            return Ok(vec![refusal]);
        }
        if kind == TieKind::Avoided
            && let Some(refusal) = self.are_together(held, &mentor, &adept).await?
        {
            return Ok(vec![refusal]);
        }
        if let (TieKind::Avoided, Some(asked)) = (kind, asked.clone().find(is_theirs)) {
            // Both would hear of it, so it isn't done by a slip.
            let draft = self.begin(speaker, &Draft::KeepApart { proposal: asked.id }).await?;
            let (mentor, adept) = (mentor.name, adept.name);
            return Ok(vec![MatchingSays::AvoidSure { draft, mentor, adept }.into()]);
        }
        if kind == TieKind::Locked {
            self.work.unlock_adept(adept.id).await?;
        }
        let tie = Tie { mentor: mentor.id, adept: adept.id, kind };
        self.work.put_tie(held.row.id, tie).await?;
        let despite = match kind {
            TieKind::Locked => despite(held, &pool, &mentor, &adept),
            TieKind::Avoided | TieKind::Allowed => None,
        };
        let command = match kind {
            TieKind::Locked => CommandName::MatchLock,
            TieKind::Avoided => CommandName::MatchAvoid,
            TieKind::Allowed => CommandName::MatchAllow,
        };
        let both = [mentor.person, adept.person];
        self.remember_about(speaker, held.row.id, command, &both).await?;
        let (mentor, adept) = (mentor.name, adept.name);
        let mut answers: Answers = vec![match kind {
            TieKind::Locked => MatchingSays::Locked { mentor, adept }.into(),
            TieKind::Avoided => MatchingSays::Avoided { mentor, adept }.into(),
            TieKind::Allowed => MatchingSays::Allowed { mentor, adept }.into(),
        }];
        answers.extend(despite);
        answers.extend(self.propose_matches(held).await?);
        Ok(answers)
    }

    /// Why two can't be locked together, if they can't.
    async fn lock_refusal(
        &mut self,
        held: &Held,
        pool: &Pool,
        mentor: &Member,
        adept: &Member,
    ) -> Result<Option<Message>, AppError> {
        if let Some(refusal) = self.is_taken(held, mentor, adept).await? {
            return Ok(Some(refusal));
        }
        let asked = pool.proposals.iter().filter(|one| one.is_asked());
        if asked.clone().any(|one| one.adept.member == adept.id) {
            return Ok(Some(MatchingSays::AlreadyAsked { name: adept.name.clone() }.into()));
        }
        let others = pool.cohort.ties.fixed.iter();
        let others = others.filter(|(one, other)| *one == mentor.handle && *other != adept.handle);
        let candidate = pool.cohort.mentors.iter().find(|one| one.id == mentor.handle);
        let room = candidate.map_or(0, |candidate| candidate.capacity);
        if others.count() >= room {
            let says =
                PairSays::MentorFull { name: mentor.name.clone(), capacity: mentor.capacity };
            return Ok(Some(says.into()));
        }
        Ok(pool.cohort.rules_out(&mentor.handle, &adept.handle).then(|| {
            let (mentor, adept) = (mentor.name.clone(), adept.name.clone());
            MatchingSays::RuledOut { mentor, adept }.into()
        }))
    }

    /// Exchanges two mentors, or two adepts, of those that are put together.
    pub(super) async fn swap(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        one: &str,
        other: &str,
    ) -> Result<Answers, AppError> {
        let pool = App::pool(&mut self.work, held.row.id).await?;
        let find = |role| {
            let members: Vec<_> =
                pool.members.iter().filter(|member| member.role == role).cloned().collect();
            let found = |name| Self::person_called(&members, name).ok().cloned();
            Some((found(one)?, found(other)?))
        };
        let (half, (one, other)) = match (find(Role::Adept), find(Role::Mentor)) {
            (Some(adepts), _) => (Half::Adept, adepts),
            (None, Some(mentors)) => (Half::Mentor, mentors),
            (None, None) => {
                let names = [one, other].map(|name| Self::person_called(&pool.members, name));
                let [first, second] = match names {
                    [Ok(first), Ok(second)] => [first.name.clone(), second.name.clone()],
                    [Err(refusal), _] | [_, Err(refusal)] => return Ok(vec![*refusal]),
                };
                return Ok(vec![MatchingSays::CannotSwap { first, second }.into()]);
            }
        };
        let drafts = pool.proposals.iter().filter(|draft| draft.is_draft());
        let partners = |member: MemberId| {
            let theirs = drafts.clone().filter(move |draft| draft.seat(half).member == member);
            theirs.map(|draft| draft.seat(half.other()).member).collect::<Vec<_>>()
        };
        let (ones, others) = (partners(one.id), partners(other.id));
        let is_clear = one.id != other.id && ones.len() < 2 && others.len() < 2;
        if !is_clear || (ones.is_empty() && others.is_empty()) {
            let says = MatchingSays::CannotSwap { first: one.name, second: other.name };
            return Ok(vec![says.into()]);
        }
        let new = ones.iter().map(|partner| (other.id, *partner));
        let new = new.chain(others.iter().map(|partner| (one.id, *partner)));
        let new: Vec<_> = new
            .map(|(own, partner)| match half {
                Half::Mentor => (own, partner),
                Half::Adept => (partner, own),
            })
            .collect();
        let mut notes = vec![];
        for (mentor, adept) in &new {
            let member = |id| pool.members.iter().find(|member| member.id == id);
            let (Some(mentor), Some(adept)) = (member(*mentor), member(*adept)) else { continue };
            if pool.cohort.rules_out(&mentor.handle, &adept.handle) {
                let (mentor, adept) = (mentor.name.clone(), adept.name.clone());
                return Ok(vec![MatchingSays::RuledOut { mentor, adept }.into()]);
            }
            notes.extend(despite(held, &pool, mentor, adept));
        }
        let both = [one.person, other.person];
        self.remember_about(speaker, held.row.id, CommandName::MatchSwap, &both).await?;
        for (_, adept) in &new {
            self.work.unlock_adept(*adept).await?;
        }
        if half == Half::Adept {
            self.work.unlock_adept(one.id).await?;
            self.work.unlock_adept(other.id).await?;
        }
        for (mentor, adept) in new {
            let tie = Tie { mentor, adept, kind: TieKind::Locked };
            self.work.put_tie(held.row.id, tie).await?;
        }
        let mut answers: Answers =
            vec![MatchingSays::Swapped { first: one.name, second: other.name }.into()];
        answers.extend(notes);
        answers.extend(self.propose_matches(held).await?);
        Ok(answers)
    }

    /// Keeps two apart about whom the two were asked, and tells both.
    pub(super) async fn keep_apart(
        &mut self,
        speaker: &Speaker,
        proposal: ProposalId,
    ) -> Result<Answers, AppError> {
        let asked = self.work.proposal(proposal).await?.filter(Proposal::is_asked);
        let Some(asked) = asked else { return Ok(vec![General::Outdated.into()]) };
        let held = found!(self.held_by_leader(speaker, asked.programme).await?);
        let withdrawn = Proposal { state: ProposalState::Withdrawn, ..asked.clone() };
        self.close_proposal(&held, &withdrawn).await?;
        for half in [Half::Mentor, Half::Adept] {
            self.tell_not_matched(&held, &asked, half).await?;
        }
        let both = [asked.mentor.person, asked.adept.person];
        self.remember_about(speaker, held.row.id, CommandName::MatchAvoid, &both).await?;
        let (mentor, adept) = (asked.mentor.name, asked.adept.name);
        let mut answers: Answers = vec![MatchingSays::Avoided { mentor, adept }.into()];
        answers.extend(self.propose_matches(&held).await?);
        Ok(answers)
    }
}

/// What a leader should know who puts two together all the same.
fn despite(held: &Held, pool: &Pool, mentor: &Member, adept: &Member) -> Option<Message> {
    let handles = (mentor.handle.clone(), adept.handle.clone());
    let bar = pool.cohort.between(&held.outline.matching, &mentor.handle, &adept.handle);
    let (mentor, adept) = (mentor.name.clone(), adept.name.clone());
    if pool.cohort.ties.avoided.contains(&handles) {
        return Some(MatchingSays::DespiteApart { mentor, adept }.into());
    }
    let says = match bar? {
        Bar::Organisation => MatchingSays::DespiteOrganisation { mentor, adept },
        Bar::Language => MatchingSays::DespiteLanguage { mentor, adept },
        // That is refused.
        Bar::RuledOut | Bar::Oneself => return None,
    };
    Some(says.into())
}
