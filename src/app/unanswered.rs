//! Proposals that haven't been answered: those who were asked are reminded once, and then their
//! leaders hear.

use jiff::Timestamp;

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        command::CommandName,
        ids::ProposalId,
        meeting::Half,
        message::{Code, Offer, matching::MatchingSays},
        notice::{Notice, Urgency},
        person::first_name,
        press::Press,
        programme::ProgrammeState,
        proposal::{PATIENCE, Proposal, THEN_LEADERS},
        role::Role,
    },
    store::Work,
};

impl App {
    /// Looks after the proposals that haven't been answered.
    pub(super) async fn remind_of_proposals(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.proposals_to_remind(now).await?;
        drop(work);
        each_due!(
            self,
            "a proposal",
            due,
            |work, (id, is_reminded)| self.remind_of(&mut work, id, is_reminded, now),
            work.remind_later(id, Some(now + UNTIL_MENDED), is_reminded.then_some(now)),
        );
        Ok(())
    }

    async fn remind_of(
        &self,
        work: &mut Work,
        id: ProposalId,
        is_reminded: bool,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(proposal) = work.proposal(id).await?.filter(Proposal::is_asked) else {
            return Ok(work.remind_later(id, None, None).await?);
        };
        let Some((row, outline)) = self.programme(work, proposal.programme).await? else {
            return Ok(work.remind_later(id, None, None).await?);
        };
        let is_paused = matches!(row.state, ProgrammeState::Paused { .. });
        if is_paused || self.is_on_its_way(work, &proposal).await? {
            // Patience begins when the question is there, or goes on.
            let reminded_at = is_reminded.then_some(now);
            return Ok(work.remind_later(id, Some(now + PATIENCE), reminded_at).await?);
        }
        let next_at = (!is_reminded).then_some(now + THEN_LEADERS);
        work.remind_later(id, next_at, Some(now)).await?;
        let under = Under::of(&row, &outline);
        if is_reminded {
            return self.tell_unanswered(work, &proposal, under, now).await;
        }
        for half in proposal.silent() {
            let seat = proposal.seat(half);
            let locale = work.person(seat.person).await?.map(|person| person.locale);
            let locale = locale.unwrap_or_else(|| outline.locale.clone());
            let programme = outline.names.get(self.words.choose(&locale)).to_owned();
            let (to, with) = (first_name(&seat.name), proposal.seat(half.other()).name.clone());
            let proposal = proposal.id;
            let says = match half {
                Half::Mentor => {
                    MatchingSays::AskMentorAgain { proposal, to, adept: with, programme }
                }
                Half::Adept => {
                    MatchingSays::AskAdeptAgain { proposal, to, mentor: with, programme }
                }
            };
            let notice = Notice::to_person(seat.person, says.into(), Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
        }
        Ok(())
    }

    /// Whether the question hasn't reached somebody who hasn't answered it.
    async fn is_on_its_way(&self, work: &mut Work, proposal: &Proposal) -> Result<bool, AppError> {
        let asks =
            |offer: &Offer| matches!(offer.press, Press::Proposal(id, _) if id == proposal.id);
        for half in proposal.silent() {
            for (_, message) in work.waiting_for(proposal.seat(half).person).await? {
                if message.offers().iter().any(asks) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    async fn tell_unanswered(
        &self,
        work: &mut Work,
        proposal: &Proposal,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let locale = &under.outline.locale;
        let says = MatchingSays::Unanswered {
            mentor: proposal.mentor.name.clone(),
            adept: proposal.adept.name.clone(),
            programme: under.outline.names.get(locale).to_owned(),
            names: proposal.silent().map(|half| proposal.seat(half).name.clone()).collect(),
            avoid: Code(self.words.of_command(locale, CommandName::MatchAvoid, "usage")),
        };
        // A leader may be one of the two, and isn't to learn from the bot what the other does.
        for leader in work.members(under.programme).await? {
            if leader.role == Role::Leader && proposal.half_of(leader.person).is_none() {
                let message = says.clone().into();
                let notice = Notice::to_person(leader.person, message, Urgency::InHours);
                self.promise(work, &notice, under, now, now).await?;
            }
        }
        Ok(())
    }
}
