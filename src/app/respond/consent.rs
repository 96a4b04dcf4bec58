//! Where the adepts are minors: a guardian's consent, which a leader records before anything is
//! asked.

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        application::{Application, ApplicationState, Consent},
        command::CommandName,
        message::{application::ApplicationSays, selection::SelectionSays as Says},
        notice::{Notice, Urgency},
        person::Member,
        role::Role,
    },
};

impl Hearing<'_> {
    /// Who leads a programme, for somebody who is to turn to them.
    pub(super) async fn leaders_of(&mut self, held: &Held) -> Result<Vec<String>, AppError> {
        let members = self.work.members(held.row.id).await?;
        let rows = self.work.member_rows(held.row.id).await?;
        let leaders = members.into_iter().filter(|member| member.role == Role::Leader);
        let called = |leader: Member| {
            let contact = rows.get(&leader.id).and_then(|row| row.contact.clone());
            contact.map_or(leader.name.clone(), |contact| format!("{} ({contact})", leader.name))
        };
        Ok(leaders.map(called).collect())
    }

    /// Tells leaders that a guardian's consent is waited for.
    pub(super) async fn want_consent(
        &mut self,
        held: &Held,
        application: &Application,
    ) -> Result<(), AppError> {
        let programme = held.outline.names.get(&held.outline.locale).to_owned();
        let record = self.usage(CommandName::ApplicationsConsent);
        let number = application.number;
        let person = self.work.person(application.person).await?;
        let name = person.map_or_else(String::new, |person| person.name);
        let application = application.id;
        let says = ApplicationSays::ConsentWanted { application, name, programme, number, record };
        self.tell(&Notice::to_leaders(held.row.id, says.into()), held).await
    }

    /// Records that a guardian consents, and lets the applicant go on.
    pub(super) async fn record_consent(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
        guardian: String,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let recruitment = held.outline.recruitment.as_ref();
        let Some(recruitment) = recruitment.filter(|recruitment| recruitment.needs_consent) else {
            return Ok(vec![Says::ConsentNotNeeded { programme }.into()]);
        };
        let begun = self.work.applications_begun(held.row.id).await?;
        let sent = self.work.applications_to(held.row.id).await?;
        let mut all = begun.into_iter().chain(sent);
        let application = all.find(|one| one.number == number && one.role == Some(Role::Adept));
        let Some(application) = application else {
            return Ok(vec![Says::NoSuchApplication { number }.into()]);
        };
        if application.person == speaker.person.id {
            return Ok(vec![Says::OwnApplication.into()]);
        }
        let was_waited_for =
            recruitment.lacks_consent(&application) && application.state == ApplicationState::Begun;
        let consent = Consent { guardian: guardian.clone(), at: self.now };
        let application = Application { consent: Some(consent), ..application };
        self.work.put_application(&application).await?;
        if was_waited_for {
            let locale = self.work.person(application.person).await?.map(|person| person.locale);
            let locale = locale.unwrap_or_else(|| held.outline.locale.clone());
            let programme = held.name(&locale);
            let apply = self.app.apply_to(&locale, &held.row.slug);
            let says = ApplicationSays::ConsentGiven { programme, apply };
            let notice = Notice::to_person(application.person, says.into(), Urgency::InHours);
            self.tell(&notice, held).await?;
        }
        Ok(vec![Says::ConsentRecorded { number, guardian }.into()])
    }

    /// What is added to a list of applications where a guardian's consent is waited for.
    pub(super) async fn awaited_consents(&mut self, held: &Held) -> Result<Answers, AppError> {
        let Some(recruitment) = &held.outline.recruitment else { return Ok(vec![]) };
        let mut all = self.work.applications_begun(held.row.id).await?;
        all.extend(self.work.applications_to(held.row.id).await?);
        let mut numbers = vec![];
        for one in all.iter().filter(|one| recruitment.lacks_consent(one)) {
            let person = self.work.person(one.person).await?;
            let name = person.map_or_else(String::new, |person| person.name);
            numbers.push(format!("{} ({name})", one.number));
        }
        if numbers.is_empty() {
            return Ok(vec![]);
        }
        let record = self.usage(CommandName::ApplicationsConsent);
        Ok(vec![Says::ConsentAwaited { numbers, record }.into()])
    }
}
