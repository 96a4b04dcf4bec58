//! How applicants come to take part: taken in as they have described themselves, or moved up from the
//! waiting list.

use super::{Hearing, Held, selection::waiting};
use crate::{
    app::{AppError, people::free_handle},
    domain::{
        application::{Application, Decision, Given},
        command::CommandName,
        message::selection::SelectionSays as Says,
        notice::Notice,
        programme::ProgrammeState,
    },
    store::{MemberRow, NewMember},
};

impl Hearing<'_> {
    /// An applicant takes part from now on, as they have described themselves.
    pub(super) async fn take_in(
        &mut self,
        application: &Application,
        held: &Held,
    ) -> Result<(), AppError> {
        let (Some(role), Some(name)) = (application.role, application.name.clone()) else {
            return Ok(());
        };
        let members = self.work.members(held.row.id).await?;
        let same = members.iter().find(|member| member.person == application.person);
        if same.is_some_and(|member| member.role == role) {
            return Ok(());
        }
        let taken: Vec<_> = members.iter().map(|member| member.handle.as_str()).collect();
        let handle = same.map_or_else(|| free_handle(&name, &taken), |one| one.handle.clone());
        // Whoever takes part elsewhere too is called there as before.
        if self.work.parts_of(application.person).await?.is_empty()
            && let Some(mut person) = self.work.person(application.person).await?
        {
            person.name = name;
            self.work.put_person(&person).await?;
        }
        let (programme, person) = (held.row.id, application.person);
        let row = described(application);
        self.work.add_member(&NewMember { programme, person, role, handle, row }).await?;
        Ok(())
    }

    /// A place has become free: whoever waits first gets it, and the leaders hear of it.
    pub(super) async fn move_up(
        &mut self,
        left: &Application,
        held: &Held,
    ) -> Result<(), AppError> {
        let today = held.outline.time_zone.to_datetime(self.now).date();
        let is_over = held.row.state == ProgrammeState::Closed || held.outline.is_over(today);
        let decided = left.decided.map(|decided| decided.decision);
        let had = [decided, left.told().map(|told| told.decision)];
        if is_over || !had.contains(&Some(Decision::Accepted)) {
            return Ok(());
        }
        let all = self.work.applications_to(held.row.id).await?;
        let programme = held.outline.names.get(&held.outline.locale).to_owned();
        let name = |one: &Application| one.name.clone().unwrap_or_default();
        let recruitment = held.outline.recruitment.as_ref();
        let may_move = |one: &&Application| {
            one.id != left.id && !recruitment.is_some_and(|asked| asked.lacks_consent(one))
        };
        let next = waiting(&all, left.role).find(may_move).cloned();
        let says = match next {
            None => Says::PlaceFree { programme, left: left.number },
            Some(found) => {
                let next = found.clone();
                // A place on the waiting list that they haven't heard of is none they had.
                let next = if self.take_letter_back(&next).await? { next.untell() } else { next };
                let Ok(accepted) = next.decide(Decision::Accepted, self.now) else {
                    return Ok(());
                };
                self.work.put_application(&accepted).await?;
                let (left, promoted) = (left.number, name(&next));
                // Whoever waits for the first letter of all hears with the others.
                let has_heard = found.told().is_some();
                let can_be_reached = !self.work.accounts_of(next.person).await?.is_empty();
                if accepted.untold().is_none() {
                    // They were told so before, and it holds again.
                    self.act_as_told(&accepted, held).await?;
                    Says::Promoted { programme, left, promoted }
                } else if has_heard && can_be_reached {
                    Box::pin(self.send_letter(&accepted, &all, held)).await?;
                    Says::Promoted { programme, left, promoted }
                } else {
                    // They hear with all others, or get their letter by hand.
                    self.work.wake_preparation(held.row.id, self.now).await?;
                    let send = self.usage(CommandName::LettersSend);
                    Says::PromotedUntold { programme, left, promoted, send }
                }
            }
        };
        self.tell(&Notice::to_leaders(held.row.id, says.into()), held).await
    }
}

/// What the list of people would say of an applicant: the answers that have a column of their own.
fn described(application: &Application) -> MemberRow {
    let given = |key: &str| application.answers.get(key);
    let text = |key: &str| match given(key)? {
        Given::Words(words) => Some(words.clone()),
        Given::Chosen(chosen) => chosen.first().cloned(),
        Given::Number(number) => Some(number.to_string()),
        Given::Topics(topics) => Some(topics.join("|")),
        Given::Skipped => None,
    };
    let list = |key: &str| match given(key)? {
        Given::Chosen(words) | Given::Topics(words) => Some(words.join("|")),
        Given::Words(words) => Some(words.clone()),
        Given::Number(_) | Given::Skipped => None,
    };
    let capacity = match given("capacity") {
        Some(Given::Number(number)) => (*number).clamp(0, 50),
        _ => 1,
    };
    MemberRow {
        capacity,
        contact: text("contact").or_else(|| application.contact.clone()),
        manager: text("manager"),
        organisation: text("organisation"),
        city: text("city"),
        languages: list("languages"),
        wants: list("wants"),
        offers: list("offers"),
        never_with: None,
        fixed_with: None,
    }
}
