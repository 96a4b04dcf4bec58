//! What leaders decide about applications.

use super::{
    Answers, Hearing, Held, Speaker,
    selection::{named, numbered, state, waiting},
    target::{Target, found},
};
use crate::{
    app::AppError,
    domain::{
        application::{Application, Decision, Undecidable},
        command::CommandName,
        draft::Draft,
        ids::ApplicationId,
        message::{Code, Message, general::General, selection::SelectionSays as Says},
        proposal::{Proposal, TieKind},
    },
};

/// What has come of deciding about one application.
enum Came {
    /// This is said.
    To(Message),
    /// The applicant was told something else.
    Against(Application),
}

impl Hearing<'_> {
    /// Decides the same about one application or several. What a letter has said already is changed
    /// only by itself, and once it is confirmed.
    pub(super) async fn decide_applications(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        numbers: &[i64],
        decision: Decision,
    ) -> Result<Answers, AppError> {
        let mut all = self.work.applications_to(held.row.id).await?;
        if let [number] = numbers {
            return match self.decide_one(speaker, held, *number, decision, &mut all).await? {
                Came::To(says) => Ok(vec![says]),
                Came::Against(told) => {
                    self.offer_to_redecide(speaker, held, &told, decision, &all).await
                }
            };
        }
        let mut lines = vec![];
        for number in numbers {
            lines.push(match self.decide_one(speaker, held, *number, decision, &mut all).await? {
                Came::To(says) => says,
                Came::Against(told) => {
                    let (number, name, _) = named(&told);
                    let state = Box::new(told_state(&told, &all).into());
                    let verb = self.verb(deciding(decision));
                    let decide = Code(format!("{verb} {number}"));
                    Says::AlreadyTold { number, name, state, decide }.into()
                }
            });
        }
        Ok(vec![Says::DecidedSeveral { lines }.into()])
    }

    async fn decide_one(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        decision: Decision,
        all: &mut Vec<Application>,
    ) -> Result<Came, AppError> {
        let application = match numbered(all, number, speaker) {
            Target::Found(application) => application.clone(),
            Target::Answer(answers) => {
                let says = answers.into_iter().next().unwrap_or(General::Outdated.into());
                return Ok(Came::To(says));
            }
        };
        if let Some(refusal) = self.lacks_consent(held, &application, decision) {
            return Ok(Came::To(refusal));
        }
        if let Ok(decided) = application.decide(decision, self.now) {
            let says = self.store_decision(speaker, held, &application, &decided, all).await?;
            return Ok(Came::To(says));
        }
        if self.is_relied_on(held, &application).await?
            || !self.take_letter_back(&application).await?
        {
            return Ok(Came::Against(application));
        }
        // Nobody has heard of it, so it is as if it had never been written.
        self.take_out(held, &application).await?;
        // If a letter before that one has arrived, that it is contradicted was confirmed then.
        let decided = application.untell().decide_anew(decision, self.now);
        let says = self.store_decision(speaker, held, &application, &decided, all).await?;
        if application.told().is_some_and(|told| told.decision == Decision::Accepted) {
            self.move_up(&application, held).await?;
            *all = self.work.applications_to(held.row.id).await?;
        }
        Ok(Came::To(says))
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

    /// Keeps what was decided, in `all` as well.
    async fn store_decision(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        before: &Application,
        decided: &Application,
        all: &mut [Application],
    ) -> Result<Message, AppError> {
        let known = Box::new(state(before, all).into());
        self.work.put_application(decided).await?;
        if decided.untold().is_none() {
            // They know it already, and everything is as it was then.
            self.act_as_told(decided, held).await?;
        } else {
            self.work.wake_preparation(held.row.id, self.now).await?;
        }
        if let Some(one) = all.iter_mut().find(|one| one.id == decided.id) {
            one.clone_from(decided);
        }
        let decision = decided.decided.map(|decided| decided.decision);
        if let Some(decision) = decision {
            let about = [decided.person];
            self.remember_about(speaker, held.row.id, deciding(decision), &about).await?;
        }
        let (number, name, _) = named(decided);
        let state = Box::new(state(decided, all).into());
        let is_new = before.decided.is_none_or(|known| Some(known.decision) == decision);
        Ok(if is_new {
            Says::Decided { number, name, state }.into()
        } else {
            Says::DecidedAnew { number, name, before: known, state }.into()
        })
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
        let Some(known) = application.decided else {
            return Ok(vec![General::Outdated.into()]);
        };
        if self.is_relied_on(held, application).await? {
            return Ok(vec![Says::TakesPart { number, name }.into()]);
        }
        let before = known.decision;
        let draft = Draft::Redecide { application: application.id, before, decision };
        let draft = self.begin(speaker, &draft).await?;
        let others = waiting(all, application.role).filter(|one| one.id != application.id);
        let others = i64::try_from(others.count()).unwrap_or(i64::MAX);
        // Whoever is put on the waiting list comes last.
        let then = Box::new(Says::state(Some(decision), true, others.saturating_add(1)).into());
        let leaves = application.told().is_some_and(|told| told.decision == Decision::Accepted);
        let waiting = if leaves { others } else { 0 };
        let before = Box::new(told_state(application, all).into());
        Ok(vec![Says::RedecideSure { draft, number, name, before, then, waiting }.into()])
    }

    /// Decides otherwise than the letter said. Whoever was taken in takes part no longer.
    pub(super) async fn redecide(
        &mut self,
        speaker: &Speaker,
        application: ApplicationId,
        (before, decision): (Decision, Decision),
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
        // Somebody else may have been quicker.
        let is_as_shown = application.decided.is_some_and(|known| known.decision == before);
        let Err(Undecidable::Told(_)) = application.decide(decision, self.now) else {
            return Ok(vec![General::Outdated.into()]);
        };
        if !is_as_shown {
            return Ok(vec![General::Outdated.into()]);
        }
        self.take_out(&held, &application).await?;
        self.take_letter_back(&application).await?;
        self.drop_unsent_letters(&application).await?;
        let mut all = self.work.applications_to(held.row.id).await?;
        let decided = application.decide_anew(decision, self.now);
        let says = self.store_decision(speaker, &held, &application, &decided, &mut all).await?;
        Ok(vec![says])
    }

    /// Takes somebody out of the programme who was taken in by their letter.
    async fn take_out(&mut self, held: &Held, application: &Application) -> Result<(), AppError> {
        if application.told().is_none_or(|told| told.decision != Decision::Accepted) {
            return Ok(());
        }
        for member in self.work.members(held.row.id).await? {
            if member.person == application.person && Some(member.role) == application.role {
                self.work.remove_member(member.id).await?;
            }
        }
        Ok(())
    }

    /// Whether the applicant was taken in and somebody else knows: they are in a pair, have been in
    /// one, or were asked with somebody, whose answer is remembered.
    async fn is_relied_on(
        &mut self,
        held: &Held,
        application: &Application,
    ) -> Result<bool, AppError> {
        if application.told().is_none_or(|told| told.decision != Decision::Accepted) {
            return Ok(false);
        }
        let members = self.work.members(held.row.id).await?;
        let is_theirs = |member| {
            members.iter().any(|one| {
                one.id == member
                    && one.person == application.person
                    && Some(one.role) == application.role
            })
        };
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        let proposals = self.work.proposals(held.row.id).await?;
        let ties = self.work.ties(held.row.id).await?;
        let was_asked = |one: &Proposal| {
            !one.is_draft() && (is_theirs(one.mentor.member) || is_theirs(one.adept.member))
        };
        Ok(pairs.iter().any(|pair| is_theirs(pair.mentor.member) || is_theirs(pair.adept.member))
            || proposals.iter().any(was_asked)
            || ties.iter().any(|tie| {
                tie.kind == TieKind::Avoided && (is_theirs(tie.mentor) || is_theirs(tie.adept))
            }))
    }
}

/// How it stands with an application as the applicant knows it.
fn told_state(application: &Application, all: &[Application]) -> Says {
    let told = application.told().map(|told| told.decision);
    if application.untold().is_none() || told.is_none() {
        return state(application, all);
    }
    let place = waiting(all, application.role).count().saturating_add(1);
    Says::state(told, true, i64::try_from(place).unwrap_or(i64::MAX))
}

/// The command that decides so.
const fn deciding(decision: Decision) -> CommandName {
    match decision {
        Decision::Accepted => CommandName::ApplicationsAccept,
        Decision::Waiting => CommandName::ApplicationsWaitlist,
        Decision::Declined => CommandName::ApplicationsDecline,
    }
}
