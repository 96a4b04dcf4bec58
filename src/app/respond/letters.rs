//! The letters that tell applicants what was decided, and who moves up from the waiting list.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    Answers, Hearing, Held, Speaker, people::role_line, selection::waiting, target::found,
};
use crate::{
    app::AppError,
    domain::{
        application::{Application, Decision},
        attention::Matter,
        command::CommandName,
        draft::Draft,
        ids::{ApplicationId, ProgrammeId},
        locale::Locale,
        message::{FileText, Message, general::General, selection::SelectionSays as Says},
        notice::{Notice, Urgency},
        person::first_name,
        role::Role,
    },
};

/// Those who have a letter coming, by what it says.
#[derive(Default)]
struct Coming {
    untold: Vec<Application>,
    /// The numbers of those that wait for a guardian's consent first.
    unconsented: Vec<String>,
    /// How many are still to be decided about.
    open: i64,
    all: Vec<Application>,
}

impl Coming {
    fn count(&self, decision: Decision) -> i64 {
        let with = self.untold.iter().filter(|one| one.untold() == Some(decision));
        i64::try_from(with.count()).unwrap_or(i64::MAX)
    }

    fn letters(&self) -> Vec<(ApplicationId, Decision)> {
        self.untold.iter().filter_map(|one| Some((one.id, one.untold()?))).collect()
    }
}

impl Hearing<'_> {
    async fn coming(&mut self, speaker: &Speaker, held: &Held) -> Result<Coming, AppError> {
        let all = self.work.applications_to(held.row.id).await?;
        // What was decided about a leader's own application is for the others to tell.
        let others = all.iter().filter(|one| one.person != speaker.person.id);
        let open = others.clone().filter(|one| one.decided.is_none()).count();
        let mut untold: Vec<_> = others.filter(|one| one.untold().is_some()).cloned().collect();
        // The file may ask for a guardian's consent only since it was decided.
        let recruitment = held.outline.recruitment.as_ref();
        let lacks_consent = |one: &Application| {
            one.untold() == Some(Decision::Accepted)
                && recruitment.is_some_and(|recruitment| recruitment.lacks_consent(one))
        };
        let unconsented = untold.iter().filter(|one| lacks_consent(one));
        let unconsented = unconsented.map(|one| one.number.to_string()).collect();
        untold.retain(|one| !lacks_consent(one));
        Ok(Coming { untold, unconsented, open: i64::try_from(open).unwrap_or(i64::MAX), all })
    }

    /// What the letters will say, each in every language in which somebody gets it.
    pub(super) async fn preview_letters(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let coming = self.coming(speaker, held).await?;
        let programme = held.name(&self.locale);
        if coming.untold.is_empty() {
            return Ok(self.no_letters(programme, coming));
        }
        // What a letter says depends on these, the name aside.
        let mut letters = BTreeMap::<
            (Decision, Option<Decision>, Option<Role>, Locale),
            (i64, Application),
        >::new();
        for application in &coming.untold {
            let Some(decision) = application.untold() else { continue };
            let locale = self.locale_of(application, held).await?;
            let told = application.told().map(|told| told.decision);
            let letter = letters.entry((decision, told, application.role, locale));
            letter.or_insert_with(|| (0, application.clone())).0 += 1;
        }
        let mut lines = vec![];
        for ((.., locale), (count, application)) in letters {
            let letter = self.letter(&application, &coming.all, held, &locale);
            let letter = self.app.words.line(&locale, &letter);
            let letter = Box::new(General::Plain { words: letter }.into());
            lines.push(Says::PreviewItem { count, letter }.into());
        }
        let says = Says::Preview {
            programme,
            accepted: coming.count(Decision::Accepted),
            waiting: coming.count(Decision::Waiting),
            declined: coming.count(Decision::Declined),
            open: coming.open,
            lines,
        };
        let mut answers: Answers = vec![says.into()];
        answers.extend(self.unconsented(coming));
        Ok(answers)
    }

    fn no_letters(&self, programme: String, coming: Coming) -> Answers {
        let mut answers: Answers = vec![Says::NoLetters { programme }.into()];
        answers.extend(self.unconsented(coming));
        answers
    }

    /// Those who are accepted and can't be told before a guardian consents.
    fn unconsented(&self, coming: Coming) -> Option<Message> {
        let numbers = coming.unconsented;
        let record = self.usage(CommandName::ApplicationsConsent);
        (!numbers.is_empty()).then(|| Says::ConsentAwaited { numbers, record }.into())
    }

    /// Asks once more before they are sent.
    pub(super) async fn offer_letters(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let coming = self.coming(speaker, held).await?;
        let programme = held.name(&self.locale);
        if coming.untold.is_empty() {
            return Ok(self.no_letters(programme, coming));
        }
        let draft = Draft::Letters { programme: held.row.id, letters: coming.letters() };
        let draft = self.begin(speaker, &draft).await?;
        let says = Says::SendSure {
            draft,
            programme,
            accepted: coming.count(Decision::Accepted),
            waiting: coming.count(Decision::Waiting),
            declined: coming.count(Decision::Declined),
        };
        Ok(vec![says.into()])
    }

    /// Sends everybody their letter, all together.
    pub(super) async fn send_letters(
        &mut self,
        speaker: &Speaker,
        programme: ProgrammeId,
        seen: &[(ApplicationId, Decision)],
    ) -> Result<Answers, AppError> {
        let held = found!(self.held_by_leader(speaker, programme).await?);
        let coming = self.coming(speaker, &held).await?;
        if coming.letters() != seen {
            // Another leader has decided something since: it is shown before it is sent.
            let mut answers = vec![General::Outdated.into()];
            answers.extend(self.preview_letters(speaker, &held).await?);
            return Ok(answers);
        }
        let (mut by_hand, mut left) = (vec![], vec![]);
        for application in &coming.untold {
            left.extend(leaves_a_place(application).then_some(application));
            let accounts = self.work.accounts_of(application.person).await?;
            if accounts.is_empty() {
                by_hand.push(self.letter_by_hand(application, &coming.all, &held).await?);
                self.told(application, &held).await?;
            } else {
                self.send_letter(application, &coming.all, &held).await?;
            }
        }
        // Once everybody has their letter: it may go to somebody who has just got theirs.
        for application in left {
            self.move_up(application, &held).await?;
        }
        if coming.open == 0 {
            self.work.settle_in(held.row.id, Matter::LettersDue).await?;
        }
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let mut answers: Answers = vec![];
        if by_hand.len() < seen.len() {
            answers.push(Says::Sent { count: count(seen.len() - by_hand.len()) }.into());
        }
        if !by_hand.is_empty() {
            let name = format!("{}.txt", held.row.slug);
            let file = FileText { name, text: by_hand.join("\n") };
            answers.push(Says::ByHand { count: count(by_hand.len()), file }.into());
        }
        Ok(answers)
    }

    /// The letter to somebody who has no account, with how leaders reach them.
    async fn letter_by_hand(
        &mut self,
        application: &Application,
        all: &[Application],
        held: &Held,
    ) -> Result<String, AppError> {
        let locale = self.locale_of(application, held).await?;
        let letter = self.letter(application, all, held, &locale);
        let letter = self.app.words.say(&locale, &letter).plain();
        let name = application.name.clone().unwrap_or_default();
        let contact = application.contact.as_ref().map(|words| format!(" <{words}>"));
        Ok(format!("{name}{}\n\n{letter}\n", contact.unwrap_or_default()))
    }

    /// The letter that somebody without an account was told by hand, for leaders who need it again.
    pub(super) async fn handed_letter(
        &mut self,
        application: &Application,
        all: &[Application],
        held: &Held,
    ) -> Result<Option<Message>, AppError> {
        let has_heard = application.decided.is_some() && application.untold().is_none();
        if !has_heard || !self.work.accounts_of(application.person).await?.is_empty() {
            return Ok(None);
        }
        let locale = self.locale_of(application, held).await?;
        let letter = self.letter(application, all, held, &locale);
        let words = self.app.words.line(&locale, &letter);
        let letter = Box::new(General::Plain { words }.into());
        let name = application.name.clone().unwrap_or_default();
        let name = match &application.contact {
            Some(contact) => format!("{name} ({contact})"),
            None => name,
        };
        Ok(Some(Says::HandedLetter { name, letter }.into()))
    }

    /// Tells one applicant, and takes them into the programme if they are accepted.
    pub(super) async fn send_letter(
        &mut self,
        application: &Application,
        all: &[Application],
        held: &Held,
    ) -> Result<(), AppError> {
        let locale = self.locale_of(application, held).await?;
        let letter = self.letter(application, all, held, &locale);
        let notice = Notice::to_person(application.person, letter, Urgency::InHours);
        self.tell(&notice, held).await?;
        self.told(application, held).await
    }

    /// Stores that an applicant is told, and takes them into the programme if they are accepted.
    async fn told(&mut self, application: &Application, held: &Held) -> Result<(), AppError> {
        let told = application.tell(self.now);
        self.work.put_application(&told).await?;
        self.act_as_told(&told, held).await
    }

    /// Does what follows from what an applicant knows.
    pub(super) async fn act_as_told(
        &mut self,
        told: &Application,
        held: &Held,
    ) -> Result<(), AppError> {
        let Some(heard) = told.told() else { return Ok(()) };
        match heard.decision {
            Decision::Accepted => self.take_in(told, held).await?,
            Decision::Waiting => {}
            Decision::Declined => {
                let zone = &held.outline.time_zone;
                let midnight = erased_on(held, heard.at).at(0, 0, 0, 0);
                let at = zone.to_timestamp(midnight).unwrap_or(self.now);
                self.work.erase_later(told.id, at).await?;
            }
        }
        Ok(())
    }

    /// Takes back what an applicant was to hear of a decision. Says whether any of it was on its way
    /// and hadn't left.
    pub(super) async fn take_letter_back(
        &mut self,
        application: &Application,
    ) -> Result<bool, AppError> {
        let (person, programme) = (application.person, application.programme);
        let mut was_waiting = false;
        for (letter, message) in self.work.waiting_in(person, programme).await? {
            if is_letter(&message) {
                was_waiting |= self.work.cancel_letter(letter, self.now).await?;
            }
        }
        Ok(was_waiting)
    }

    /// Sees to it that nobody tries again to deliver what holds no longer.
    pub(super) async fn drop_unsent_letters(
        &mut self,
        application: &Application,
    ) -> Result<(), AppError> {
        let (person, programme) = (application.person, application.programme);
        for letter in self.work.unsent_to(person, programme).await? {
            if is_letter(&letter.message) {
                self.work.cancel_letter(letter.id, self.now).await?;
            }
        }
        Ok(())
    }

    fn letter(
        &self,
        application: &Application,
        all: &[Application],
        held: &Held,
        locale: &Locale,
    ) -> Message {
        let to = first_name(application.name.as_deref().unwrap_or_default());
        let programme = held.name(locale);
        let had_a_place = leaves_a_place(application);
        match application.decided.map(|decided| decided.decision) {
            Some(Decision::Accepted) => {
                let role = Box::new(role_line(application.role.unwrap_or(Role::Adept)));
                let starts_on = held.outline.starts_on;
                Says::LetterAccepted { to, programme, role, starts_on }
            }
            Some(Decision::Waiting) if had_a_place => {
                Says::LetterRetractedWaiting { to, programme }
            }
            Some(Decision::Waiting) => {
                let mut waiting = waiting(all, application.role);
                let place = waiting.position(|one| one.id == application.id);
                let place = place.map_or(1, |nth| nth + 1);
                let place = i64::try_from(place).unwrap_or(i64::MAX);
                Says::LetterWaiting { to, programme, place }
            }
            Some(Decision::Declined) | None => {
                let heard = application.told().filter(|told| told.decision == Decision::Declined);
                let erased_on = erased_on(held, heard.map_or(self.now, |told| told.at));
                if had_a_place {
                    Says::LetterRetracted { to, programme, erased_on }
                } else {
                    Says::LetterDeclined { to, programme, erased_on }
                }
            }
        }
        .into()
    }

    async fn locale_of(
        &mut self,
        application: &Application,
        held: &Held,
    ) -> Result<Locale, AppError> {
        let person = self.work.person(application.person).await?;
        let locale = person.map_or_else(|| held.outline.locale.clone(), |person| person.locale);
        Ok(self.app.words.choose(&locale).clone())
    }
}

/// Whether an applicant was told that they take part, and doesn't any longer.
fn leaves_a_place(application: &Application) -> bool {
    let told = application.told().map(|told| told.decision);
    told == Some(Decision::Accepted) && application.untold().is_some()
}

/// Whether a message tells an applicant what was decided.
const fn is_letter(message: &Message) -> bool {
    matches!(
        message,
        Message::Selection(
            Says::LetterAccepted { .. }
                | Says::LetterWaiting { .. }
                | Says::LetterDeclined { .. }
                | Says::LetterRetracted { .. }
                | Says::LetterRetractedWaiting { .. }
        )
    )
}

/// The day on which the data of those is erased who were declined then.
fn erased_on(held: &Held, told_at: Timestamp) -> Date {
    let days = held.outline.recruitment.as_ref().map_or(90, |one| one.keep_declined_days);
    let at = told_at + SignedDuration::from_hours(24 * i64::from(days));
    held.outline.time_zone.to_datetime(at).date()
}
