//! Applying, in a conversation with the bot: one question at a time, left and taken up again at
//! will, changed until the last day, taken back and erased.

use std::collections::BTreeSet;

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        application::{Application, ApplicationState, Recruitment},
        command::CommandName,
        draft::Draft,
        ids::{ApplicationId, PersonId, ProgrammeId},
        inbound::RoomKind,
        meeting::Half,
        message::{
            Code, Message, application::ApplicationSays as Says, general::General,
            rights::RightsSays,
        },
        notice::{Notice, Urgency},
        permission::Standing,
        person::Member,
        role::Role,
    },
};

/// An application and the programme that it is to.
pub(super) struct Applying {
    pub application: Application,
    pub held: Held,
    pub recruitment: Recruitment,
}

impl Hearing<'_> {
    /// Somebody wants to apply, or to go on with it, or to see what they have sent. Whoever isn't
    /// known becomes so when there is something to apply for, and not before.
    pub(super) async fn apply(
        &mut self,
        speaker: Option<&Speaker>,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let mut open = self.open_programmes().await?;
        let begun = match speaker {
            Some(speaker) => self.work.applications_of(speaker.person.id).await?,
            None => vec![],
        };
        let is_named =
            |held: &Held| programme.is_some_and(|slug| held.row.slug.eq_ignore_ascii_case(slug));
        // Whoever has begun goes on with that.
        let is_begun = |held: &Held| begun.iter().any(|one| one.programme == held.row.id);
        if open.iter().any(is_named) {
            open.retain(is_named);
        } else if programme.is_some() && !open.is_empty() {
            let lines = self.open_lines(&open);
            return Ok(vec![Says::WhichProgramme { lines }.into()]);
        } else if open.iter().any(is_begun) {
            open.retain(is_begun);
        }
        if open.len() > 1 {
            let lines = self.open_lines(&open);
            return Ok(vec![Says::WhichProgramme { lines }.into()]);
        }
        let Some(held) = open.pop() else {
            let own = match begun.as_slice() {
                [own] => self.held(own.programme).await?,
                _ => None,
            };
            return match own.zip(speaker) {
                Some((held, speaker)) => {
                    let sent = begun.first().and_then(|own| self.standing_of(own, &held));
                    let says = sent.unwrap_or_else(|| {
                        Says::NotOpen { programme: held.name(&self.locale) }.into()
                    });
                    self.privately(speaker, says).await
                }
                None => Ok(vec![Says::NoneOpen.into()]),
            };
        };
        let speaker = match speaker {
            Some(speaker) => speaker.clone(),
            None => match self.become_person().await? {
                Some(person) => Speaker { person, parts: vec![] },
                None => return Ok(vec![General::Broken.into()]),
            },
        };
        let takes_part = |part: &Member| part.programme == held.row.id && part.role != Role::Leader;
        if speaker.parts.iter().any(takes_part) {
            let says = Says::TakesPart { programme: held.name(&self.locale) };
            return self.privately(&speaker, says.into()).await;
        }
        let known = begun.into_iter().find(|one| one.programme == held.row.id);
        let application = match known {
            Some(known) => known,
            None => self.work.begin_application(held.row.id, speaker.person.id, self.now).await?,
        };
        let Some(recruitment) = held.outline.recruitment.clone() else {
            return Ok(vec![Says::NotOpen { programme: held.name(&self.locale) }.into()]);
        };
        let applying = Applying { application, held, recruitment };
        let step = applying.recruitment.next(&applying.application);
        self.ask(&speaker, &applying, step, vec![]).await
    }

    /// How it stands with everything that somebody has applied for.
    pub(super) async fn standings(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let mut standings = vec![];
        for own in self.work.applications_of(speaker.person.id).await? {
            if let Some(held) = self.held(own.programme).await? {
                standings.extend(self.standing_of(&own, &held));
            }
        }
        Ok(standings)
    }

    /// How it stands with an application for whoever has made it: begun, or with the leaders. None
    /// once they have been told.
    fn standing_of(&self, own: &Application, held: &Held) -> Option<Message> {
        let programme = held.name(&self.locale);
        match own.state {
            ApplicationState::Begun if self.is_open(held) => {
                Some(Says::OnlyBegun { programme, apply: self.apply_to(held) }.into())
            }
            ApplicationState::Sent { .. } if own.told().is_none() => {
                let recruitment = held.outline.recruitment.as_ref();
                let hears = recruitment.and_then(|one| one.result_on);
                let hears = hears.map(|on| Says::HearsBy { on }.into());
                let withdraw = Code(self.verb(CommandName::Withdraw));
                let lines = hears.into_iter().chain([Says::CanWithdraw { withdraw }.into()]);
                Some(Says::WithLeaders { programme, lines: lines.collect() }.into())
            }
            ApplicationState::Begun | ApplicationState::Sent { .. } => None,
        }
    }

    /// Says something to whoever speaks that is nobody else's business.
    async fn privately(
        &mut self,
        speaker: &Speaker,
        message: Message,
    ) -> Result<Answers, AppError> {
        if self.inbound.room.kind != RoomKind::Shared {
            return Ok(vec![message]);
        }
        let account = self.inbound.from.clone();
        let place = self.work.direct_place(&account, Some(speaker.person.id)).await?.id;
        self.say_in(place, message).await?;
        Ok(vec![Says::InDirect.into()])
    }

    /// The programmes to which people can apply now.
    async fn open_programmes(&mut self) -> Result<Vec<Held>, AppError> {
        let mut open = vec![];
        for row in self.work.programmes().await? {
            open.extend(self.held(row.id).await?.filter(|held| self.is_open(held)));
        }
        Ok(open)
    }

    fn open_lines(&self, open: &[Held]) -> Vec<Message> {
        let line = |held: &Held| {
            let programme = held.name(&self.locale);
            Says::OpenItem { programme, apply: self.apply_to(held) }.into()
        };
        open.iter().map(line).collect()
    }

    /// What is said to strangers of the programmes to which they can apply.
    pub(super) async fn invitations(&mut self) -> Result<Answers, AppError> {
        let open = self.open_programmes().await?;
        let lines = self.open_lines(&open);
        Ok(if lines.is_empty() { vec![] } else { vec![Says::CanApply { lines }.into()] })
    }

    /// Whether people can apply to a programme now.
    pub(super) fn is_open(&self, held: &Held) -> bool {
        let recruitment = held.outline.recruitment.as_ref();
        held.row.recruits_since.is_some()
            && recruitment.is_some_and(|recruitment| self.takes(held, recruitment))
    }

    /// Somebody wants to take an application back, and is asked once more.
    pub(super) async fn withdraw_application(
        &mut self,
        speaker: Option<&Speaker>,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let Some(speaker) = speaker else { return Ok(vec![Says::NothingToWithdraw.into()]) };
        let mut own = vec![];
        for application in self.work.applications_of(speaker.person.id).await? {
            let Some(held) = self.held(application.programme).await? else { continue };
            if programme.is_none_or(|slug| held.row.slug.eq_ignore_ascii_case(slug)) {
                own.push((application.id, held));
            }
        }
        if own.len() > 1 {
            let lines = own.iter().map(|(_, held)| {
                let verb = self.verb(CommandName::Withdraw);
                let apply = Code(format!("{verb} {}", held.row.slug));
                Says::OpenItem { programme: held.name(&self.locale), apply }.into()
            });
            return Ok(vec![Says::WhichProgramme { lines: lines.collect() }.into()]);
        }
        let Some((application, held)) = own.pop() else {
            return Ok(vec![Says::NothingToWithdraw.into()]);
        };
        if self.is_in_pair(speaker, &held).await? {
            return Ok(vec![Says::InPair { programme: held.name(&self.locale) }.into()]);
        }
        let draft = self.begin(speaker, &Draft::Withdraw { application }).await?;
        Ok(vec![Says::WithdrawSure { draft, programme: held.name(&self.locale) }.into()])
    }

    /// Erases an application.
    pub(super) async fn erase_application(
        &mut self,
        speaker: &Speaker,
        application: ApplicationId,
        says: impl FnOnce(String) -> Says,
    ) -> Result<Answers, AppError> {
        let application = self.work.application(application).await?;
        let Some(application) = application.filter(|one| one.person == speaker.person.id) else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(held) = self.held(application.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        if self.is_in_pair(speaker, &held).await? {
            return Ok(vec![Says::InPair { programme: held.name(&self.locale) }.into()]);
        }
        if speaker.standing(Some(held.row.id)) == Standing::Leader {
            // Whoever leads the programme goes on doing so.
            self.work.erase_application(&application).await?;
            self.move_up(&application, &held).await?;
        } else {
            self.leave(speaker, Some(held.row.id)).await?;
        }
        Ok(vec![says(held.name(&self.locale)).into()])
    }

    /// Erases what somebody has to do with one programme, or everything about them, and tells those
    /// whom it concerns.
    pub(super) async fn leave(
        &mut self,
        speaker: &Speaker,
        only: Option<ProgrammeId>,
    ) -> Result<(), AppError> {
        let person = speaker.person.id;
        let applied = self.work.applications_of(person).await?;
        let parts = speaker.parts.iter().map(|part| part.programme);
        let mut programmes: BTreeSet<_> = parts.collect();
        programmes.extend(applied.iter().map(|application| application.programme));
        programmes.retain(|programme| only.is_none_or(|only| only == *programme));
        let pairs = self.work.all_pairs_of_person(person).await?;
        let (mut asked, mut left) = (vec![], vec![]);
        for programme in programmes {
            let Some(held) = self.held(programme).await? else { continue };
            let others = self.leave_proposals(speaker, &held).await?;
            asked.extend(others.into_iter().map(|other| (held.clone(), other)));
            // Whoever has been in a pair leaves no place that somebody else could take now.
            if pairs.iter().all(|pair| pair.programme != programme) {
                let application = applied.iter().find(|one| one.programme == programme);
                left.extend(application.map(|application| (held, application)));
            }
        }
        match only {
            Some(programme) => {
                self.app.erase_in(&mut self.work, person, programme, self.now).await?;
            }
            None => self.app.erase(&mut self.work, person, self.now).await?,
        }
        for (held, other) in asked {
            self.tell_proposal_gone(&held, other).await?;
        }
        for (held, application) in left {
            self.move_up(application, &held).await?;
        }
        Ok(())
    }

    /// Whether somebody is in a pair of that programme that hasn't ended.
    async fn is_in_pair(&mut self, speaker: &Speaker, held: &Held) -> Result<bool, AppError> {
        let pairs = self.work.pairs_of_person(speaker.person.id).await?;
        Ok(pairs.iter().any(|pair| pair.programme == held.row.id))
    }

    /// Takes back the questions that others were to be asked about somebody who leaves. Says who was
    /// asked already.
    async fn leave_proposals(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Vec<PersonId>, AppError> {
        let mut asked = vec![];
        for proposal in self.work.proposals(held.row.id).await? {
            let half = proposal.half_of(speaker.person.id).filter(|_| proposal.is_asked());
            let Some(half) = half.map(Half::other) else { continue };
            if !self.take_back(&proposal, half).await? {
                asked.push(proposal.seat(half).person);
            }
        }
        Ok(asked)
    }

    /// Tells somebody who was asked that it came to nothing, and not about whom.
    async fn tell_proposal_gone(&mut self, held: &Held, other: PersonId) -> Result<(), AppError> {
        let locale = self.work.person(other).await?.map(|person| person.locale);
        let locale = locale.unwrap_or_else(|| held.outline.locale.clone());
        let says = RightsSays::ProposalGone { programme: held.name(&locale) };
        self.tell(&Notice::to_person(other, says.into(), Urgency::InHours), held).await
    }
}
