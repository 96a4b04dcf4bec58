//! What leaders decide about applications.

use super::{
    Answers, Hearing, Held, Speaker,
    selection::{named, numbered, state, waiting},
    target::found,
};
use crate::{
    app::AppError,
    domain::{
        application::{Application, Decision, Undecidable},
        command::CommandName,
        draft::Draft,
        ids::ApplicationId,
        message::{Message, general::General, selection::SelectionSays as Says},
        proposal::Proposal,
    },
};

impl Hearing<'_> {
    /// Decides the same about one application or several.
    pub(super) async fn decide_applications(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        numbers: &[i64],
        decision: Decision,
    ) -> Result<Answers, AppError> {
        if let [number] = numbers {
            return self.decide_application(speaker, held, *number, decision, true).await;
        }
        let mut lines = vec![];
        for number in numbers {
            lines.extend(self.decide_application(speaker, held, *number, decision, false).await?);
        }
        Ok(vec![Says::DecidedSeveral { lines }.into()])
    }

    /// Decides about one application. What its letter says already is changed only once it is
    /// confirmed, which is offered where it `is_alone`.
    async fn decide_application(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        decision: Decision,
        is_alone: bool,
    ) -> Result<Answers, AppError> {
        let all = self.work.applications_to(held.row.id).await?;
        let application = found!(numbered(&all, number, speaker)).clone();
        if let Some(refusal) = self.lacks_consent(held, &application, decision) {
            return Ok(vec![refusal]);
        }
        let decided = match application.decide(decision, self.now) {
            Ok(decided) => decided,
            Err(Undecidable::Told(_)) if is_alone => {
                return self.offer_to_redecide(speaker, held, &application, decision, &all).await;
            }
            Err(Undecidable::Told(_)) => {
                let (number, name, _) = named(&application);
                let state = Box::new(state(&application, &all).into());
                return Ok(vec![Says::AlreadyTold { number, name, state }.into()]);
            }
        };
        self.store_decision(speaker, held, &application, &decided, all).await
    }

    /// An adept who is a minor isn't accepted before a guardian consents.
    fn lacks_consent(
        &self,
        held: &Held,
        application: &Application,
        decision: Decision,
    ) -> Option<Message> {
        let recruitment = held.outline.recruitment.as_ref()?;
        if decision != Decision::Accepted || !recruitment.lacks_consent(application) {
            return None;
        }
        let record = self.usage(CommandName::ApplicationsConsent);
        let numbers = vec![application.number.to_string()];
        Some(Says::ConsentAwaited { numbers, record }.into())
    }

    async fn store_decision(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        before: &Application,
        decided: &Application,
        mut all: Vec<Application>,
    ) -> Result<Answers, AppError> {
        let known = Box::new(state(before, &all).into());
        self.work.put_application(decided).await?;
        if let Some(one) = all.iter_mut().find(|one| one.id == decided.id) {
            one.clone_from(decided);
        }
        let decision = decided.decided.map(|decided| decided.decision);
        let command = match decision {
            Some(Decision::Accepted) => CommandName::ApplicationsAccept,
            Some(Decision::Waiting) => CommandName::ApplicationsWaitlist,
            Some(Decision::Declined) | None => CommandName::ApplicationsDecline,
        };
        self.remember_about(speaker, held.row.id, command, &[decided.person]).await?;
        let (number, name, _) = named(decided);
        let state = Box::new(state(decided, &all).into());
        let is_new = before.decided.is_none_or(|known| Some(known.decision) == decision);
        Ok(vec![if is_new {
            Says::Decided { number, name, state }.into()
        } else {
            Says::DecidedAnew { number, name, before: known, state }.into()
        }])
    }

    /// Asks whether something else is to be decided than the letter has said.
    async fn offer_to_redecide(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        application: &Application,
        decision: Decision,
        all: &[Application],
    ) -> Result<Answers, AppError> {
        let (number, name, _) = named(application);
        if self.is_relied_on(held, application).await? {
            return Ok(vec![Says::TakesPart { number, name }.into()]);
        }
        let draft = Draft::Redecide { application: application.id, decision };
        let draft = self.begin(speaker, &draft).await?;
        let before = Box::new(state(application, all).into());
        // Whoever is put on the waiting list comes last.
        let last = i64::try_from(waiting(all, application.role).count()).unwrap_or(i64::MAX);
        let then = Box::new(Says::state(Some(decision), true, last.saturating_add(1)).into());
        Ok(vec![Says::RedecideSure { draft, number, name, before, then }.into()])
    }

    /// Decides otherwise than the letter said. Whoever was taken in takes part no longer.
    pub(super) async fn redecide(
        &mut self,
        speaker: &Speaker,
        application: ApplicationId,
        decision: Decision,
    ) -> Result<Answers, AppError> {
        let Some(application) = self.work.application(application).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let held = found!(self.held_by_leader(speaker, application.programme).await?);
        let (number, name, _) = named(&application);
        if self.is_relied_on(&held, &application).await? {
            return Ok(vec![Says::TakesPart { number, name }.into()]);
        }
        if let Some(refusal) = self.lacks_consent(&held, &application, decision) {
            return Ok(vec![refusal]);
        }
        let Err(Undecidable::Told(told)) = application.decide(decision, self.now) else {
            // Somebody was quicker.
            return Ok(vec![General::Outdated.into()]);
        };
        if told == Decision::Accepted {
            for member in self.work.members(held.row.id).await? {
                if member.person == application.person && Some(member.role) == application.role {
                    self.work.remove_member(member.id).await?;
                }
            }
        }
        self.work.erase_later(application.id, None).await?;
        let all = self.work.applications_to(held.row.id).await?;
        let decided = application.decide_anew(decision, self.now);
        let answers = self.store_decision(speaker, &held, &application, &decided, all).await?;
        self.move_up(&application, &held).await?;
        Ok(answers)
    }

    /// Whether the applicant was taken in and somebody else knows: they are in a pair, have been in
    /// one, or were asked with somebody.
    async fn is_relied_on(
        &mut self,
        held: &Held,
        application: &Application,
    ) -> Result<bool, AppError> {
        let person = application.person;
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        let proposals = self.work.proposals(held.row.id).await?;
        let is_in = |one: &Proposal| one.half_of(person).is_some();
        Ok(pairs.iter().any(|pair| pair.half_of(person).is_some())
            || proposals.iter().any(|one| one.is_asked() && is_in(one)))
    }
}
