//! What the two say who were asked whether they want to be a pair.

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::{AppError, matching::list},
    domain::{
        command::CommandName,
        draft::Draft,
        ids::{DraftId, ProposalId},
        locale::Locale,
        meeting::Half,
        message::{Message, general::General, matching::MatchingSays},
        notice::{Notice, Urgency},
        person::first_name,
        proposal::{Answer, Proposal, ProposalState, Tie, TieKind},
        role::Role,
    },
};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 1_000;

impl Hearing<'_> {
    pub(super) async fn answer_proposal(
        &mut self,
        speaker: &Speaker,
        id: ProposalId,
        answer: Answer,
    ) -> Result<Answers, AppError> {
        let Some(proposal) = self.work.proposal(id).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(half) = proposal.half_of(speaker.person.id) else {
            return Ok(vec![General::NotYours.into()]);
        };
        let Some(held) = self.held(proposal.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        match answer {
            Answer::More => self.tell_more(&proposal, half).await,
            Answer::Yes => match proposal.agreed(half) {
                Some(agreed) => self.agree(&held, &agreed, half).await,
                None if proposal.state == ProposalState::Agreed => {
                    Ok(vec![self.settled(&held, &proposal, half).into()])
                }
                None => Ok(vec![General::Outdated.into()]),
            },
            Answer::No => match proposal.declined(half) {
                Some(declined) => self.decline(speaker, &held, &declined, half).await,
                None => Ok(vec![General::Outdated.into()]),
            },
        }
    }

    /// What the other has told of themselves, and the question again.
    async fn tell_more(&mut self, proposal: &Proposal, half: Half) -> Result<Answers, AppError> {
        if !proposal.is_asked() {
            return Ok(vec![General::Outdated.into()]);
        }
        let other = proposal.seat(half.other());
        let row = self.work.member_row(other.member).await?.unwrap_or_default();
        let mut lines: Vec<Message> = vec![];
        let (offers, wants) = (list(row.offers.as_deref()), list(row.wants.as_deref()));
        if half == Half::Adept && !offers.is_empty() {
            lines.push(MatchingSays::TellOffers { topics: offers }.into());
        }
        if half == Half::Mentor && !wants.is_empty() {
            lines.push(MatchingSays::TellWants { topics: wants }.into());
        }
        lines.extend(row.city.map(|city| MatchingSays::TellCity { city }.into()));
        let languages = list(row.languages.as_deref());
        if !languages.is_empty() {
            lines.push(MatchingSays::TellLanguages { languages }.into());
        }
        if lines.is_empty() {
            lines.push(MatchingSays::TellNothing.into());
        }
        let with = first_name(&other.name);
        Ok(vec![MatchingSays::More { proposal: proposal.id, with, lines }.into()])
    }

    async fn agree(
        &mut self,
        held: &Held,
        agreed: &Proposal,
        half: Half,
    ) -> Result<Answers, AppError> {
        self.work.put_proposal(agreed).await?;
        let other = agreed.seat(half.other());
        if agreed.state != ProposalState::Agreed {
            return Ok(vec![MatchingSays::Waiting { with: first_name(&other.name) }.into()]);
        }
        let (mentor, adept) = (agreed.mentor.member, agreed.adept.member);
        let members = self.work.members(held.row.id).await?;
        let member = |id| members.iter().find(|member| member.id == id);
        let is_taken = match (member(mentor), member(adept)) {
            (Some(mentor), Some(adept)) => self.is_taken(held, mentor, adept).await?.is_some(),
            _ => true,
        };
        if is_taken {
            // A leader has found somebody else in the meantime.
            let state = ProposalState::Withdrawn;
            self.close_proposal(held, &Proposal { state, ..agreed.clone() }).await?;
            self.tell_not_matched(held, agreed, half.other()).await?;
            let locale = self.locale.clone();
            return Ok(vec![self.not_matched(held, agreed, half, &locale).await?.into()]);
        }
        self.make_pair(held, mentor, adept).await?;
        let to_other = self.settled(held, agreed, half.other());
        let notice = Notice::to_person(other.person, to_other.into(), Urgency::InHours);
        self.tell(&notice, held).await?;
        let all = self.work.proposals(held.row.id).await?;
        if !all.iter().any(Proposal::is_asked) {
            let programme = held.outline.names.get(&held.outline.locale).to_owned();
            let show = self.usage(CommandName::MatchShow);
            let says = MatchingSays::AllAnswered { programme, show };
            self.tell(&Notice::to_leaders(held.row.id, says.into()), held).await?;
        }
        Ok(vec![self.settled(held, agreed, half).into()])
    }

    /// What one of two hears who are a pair now.
    fn settled(&self, held: &Held, proposal: &Proposal, half: Half) -> MatchingSays {
        let with = first_name(&proposal.seat(half.other()).name);
        let starts_on = held.outline.starts_on;
        let today = held.outline.time_zone.to_datetime(self.now).date();
        if held.row.state.has_begun() && starts_on <= today {
            MatchingSays::Settled { with }
        } else {
            MatchingSays::SettledUntil { with, starts_on }
        }
    }

    async fn decline(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        declined: &Proposal,
        half: Half,
    ) -> Result<Answers, AppError> {
        self.close_proposal(held, declined).await?;
        self.tell_not_matched(held, declined, half.other()).await?;
        let says = MatchingSays::Declined {
            name: declined.seat(half).name.clone(),
            with: declined.seat(half.other()).name.clone(),
            programme: held.outline.names.get(&held.outline.locale).to_owned(),
            propose: self.usage(CommandName::MatchPropose),
        };
        self.tell_leaders_but(held, declined, &says.into()).await?;
        let draft = self.begin(speaker, &Draft::Reason { proposal: declined.id }).await?;
        Ok(vec![MatchingSays::DeclinedWhy { draft }.into()])
    }

    /// Passes on why somebody has declined.
    pub(super) async fn take_reason(
        &mut self,
        speaker: &Speaker,
        draft: DraftId,
        proposal: ProposalId,
        words: &str,
    ) -> Result<Answers, AppError> {
        if words.chars().nth(LONGEST_REASON).is_some() {
            let most = i64::try_from(LONGEST_REASON).unwrap_or(i64::MAX);
            return Ok(vec![General::TooLong { most }.into()]);
        }
        self.work.end_draft(draft, self.now).await?;
        let Some(proposal) = self.work.proposal(proposal).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(half) = proposal.half_of(speaker.person.id) else {
            return Ok(vec![General::NotYours.into()]);
        };
        let Some(held) = self.held(proposal.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let says = MatchingSays::DeclinedBecause {
            name: proposal.seat(half).name.clone(),
            with: proposal.seat(half.other()).name.clone(),
            words: words.to_owned(),
        };
        self.tell_leaders_but(&held, &proposal, &says.into()).await?;
        Ok(vec![MatchingSays::ReasonPassedOn.into()])
    }

    /// Tells those who lead the programme, but for the two whom it is about: a leader may be one of
    /// them, and nobody is to learn from the bot that it was the other who didn't want to.
    async fn tell_leaders_but(
        &mut self,
        held: &Held,
        proposal: &Proposal,
        message: &Message,
    ) -> Result<(), AppError> {
        for member in self.work.members(held.row.id).await? {
            if member.role == Role::Leader && proposal.half_of(member.person).is_none() {
                let notice = Notice::to_person(member.person, message.clone(), Urgency::InHours);
                self.tell(&notice, held).await?;
            }
        }
        Ok(())
    }

    /// Stores that two come to nothing, and that they aren't put together again.
    pub(super) async fn close_proposal(
        &mut self,
        held: &Held,
        proposal: &Proposal,
    ) -> Result<(), AppError> {
        self.work.put_proposal(proposal).await?;
        let (mentor, adept) = (proposal.mentor.member, proposal.adept.member);
        let tie = Tie { mentor, adept, kind: TieKind::Avoided };
        Ok(self.work.put_tie(held.row.id, tie).await?)
    }

    /// Takes back the question to one of the two, if it hasn't been sent. Says whether it was.
    pub(super) async fn take_back(
        &mut self,
        proposal: &Proposal,
        half: Half,
    ) -> Result<bool, AppError> {
        for (letter, message) in self.work.waiting_for(proposal.seat(half).person).await? {
            let Message::Matching(
                MatchingSays::AskMentor { proposal: id, .. }
                | MatchingSays::AskAdept { proposal: id, .. },
            ) = message
            else {
                continue;
            };
            if id == proposal.id && self.work.cancel_letter(letter, self.now).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Tells one of the two neutrally that it came to nothing, unless they never heard of it.
    pub(super) async fn tell_not_matched(
        &mut self,
        held: &Held,
        proposal: &Proposal,
        half: Half,
    ) -> Result<(), AppError> {
        if self.take_back(proposal, half).await? {
            return Ok(());
        }
        let seat = proposal.seat(half);
        let person = self.work.person(seat.person).await?;
        let locale = person.map_or_else(|| held.outline.locale.clone(), |one| one.locale);
        let says = self.not_matched(held, proposal, half, &locale).await?;
        self.tell(&Notice::to_person(seat.person, says.into(), Urgency::InHours), held).await
    }

    /// What one of the two hears when it came to nothing.
    pub(super) async fn not_matched(
        &mut self,
        held: &Held,
        proposal: &Proposal,
        half: Half,
        locale: &Locale,
    ) -> Result<MatchingSays, AppError> {
        let member = proposal.seat(half).member;
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        let mut alive = pairs.iter().filter(|pair| pair.ended_at.is_none());
        let (with, programme) = (proposal.seat(half.other()).name.clone(), held.name(locale));
        Ok(if alive.any(|pair| pair.seat(half).member == member) {
            MatchingSays::NotMatchedNow { with, programme }
        } else {
            MatchingSays::NotMatched { with, programme }
        })
    }
}
