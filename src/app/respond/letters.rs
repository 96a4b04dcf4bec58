//! The letters that tell applicants what was decided, and who moves up from the waiting list.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    Answers, Hearing, Held, Speaker, people::role_line, selection::waiting, target::found,
};
use crate::{
    app::{AppError, people::free_handle},
    domain::{
        application::{Application, Decided, Decision, Given},
        attention::Matter,
        draft::Draft,
        ids::{ApplicationId, ProgrammeId},
        locale::Locale,
        message::{FileText, Message, general::General, selection::SelectionSays as Says},
        notice::{Notice, Urgency},
        nudge::first_name,
        programme::ProgrammeState,
        role::Role,
    },
    store::{MemberRow, NewMember},
};

/// Those who have a letter coming, by what it says.
#[derive(Default)]
struct Coming {
    untold: Vec<Application>,
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
    async fn coming(&mut self, held: &Held) -> Result<Coming, AppError> {
        let all = self.work.applications_to(held.row.id).await?;
        let open = all.iter().filter(|one| one.decided.is_none()).count();
        let untold = all.iter().filter(|one| one.untold().is_some()).cloned().collect();
        Ok(Coming { untold, open: i64::try_from(open).unwrap_or(i64::MAX), all })
    }

    /// What the letters will say, each in every language in which somebody gets it.
    pub(super) async fn preview_letters(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let coming = self.coming(held).await?;
        let programme = held.name(&self.locale);
        if coming.untold.is_empty() {
            return Ok(vec![Says::NoLetters { programme }.into()]);
        }
        let mut letters = BTreeMap::<(Decision, Locale), (i64, Application)>::new();
        for application in &coming.untold {
            if application.person == speaker.person.id {
                continue;
            }
            let Some(decision) = application.untold() else { continue };
            let locale = self.locale_of(application, held).await?;
            let letter = letters.entry((decision, locale));
            letter.or_insert_with(|| (0, application.clone())).0 += 1;
        }
        let mut lines = vec![];
        for ((_, locale), (count, application)) in letters {
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
        Ok(vec![says.into()])
    }

    /// Asks once more before they are sent.
    pub(super) async fn offer_letters(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let coming = self.coming(held).await?;
        let programme = held.name(&self.locale);
        if coming.untold.is_empty() {
            return Ok(vec![Says::NoLetters { programme }.into()]);
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
        let coming = self.coming(&held).await?;
        if coming.letters() != seen {
            // Another leader has decided something since: it is shown before it is sent.
            let mut answers = vec![General::Outdated.into()];
            answers.extend(self.preview_letters(speaker, &held).await?);
            return Ok(answers);
        }
        let mut by_hand = vec![];
        for application in &coming.untold {
            let accounts = self.work.accounts_of(application.person).await?;
            if accounts.is_empty() {
                by_hand.push(self.letter_by_hand(application, &coming.all, &held).await?);
                self.told(application, &held).await?;
            } else {
                self.send_letter(application, &coming.all, &held).await?;
            }
        }
        if coming.open == 0 {
            self.work.close_cases_in(held.row.id, Matter::LettersDue).await?;
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
        let is_told = application.decided.is_some() && !application.is_untold();
        if !is_told || !self.work.accounts_of(application.person).await?.is_empty() {
            return Ok(None);
        }
        let locale = self.locale_of(application, held).await?;
        let letter = self.letter(application, all, held, &locale);
        let words = self.app.words.line(&locale, &letter);
        let letter = Box::new(General::Plain { words }.into());
        let name = application.name.clone().unwrap_or_default();
        Ok(Some(Says::HandedLetter { name, letter }.into()))
    }

    /// Tells one applicant, and takes them into the programme if they are accepted.
    async fn send_letter(
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
        let Some(decided) = application.decided else { return Ok(()) };
        let told = Decided { told_at: Some(self.now), ..decided };
        let told = Application { decided: Some(told), ..application.clone() };
        self.work.put_application(&told).await?;
        match decided.decision {
            Decision::Accepted => self.take_in(&told, held).await?,
            Decision::Waiting => {}
            Decision::Declined => {
                let zone = &held.outline.time_zone;
                let midnight = erased_on(held, self.now).at(0, 0, 0, 0);
                let at = zone.to_timestamp(midnight).unwrap_or(self.now);
                self.work.erase_later(told.id, Some(at)).await?;
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
        match application.decided.map(|decided| decided.decision) {
            Some(Decision::Accepted) => {
                let role = Box::new(role_line(application.role.unwrap_or(Role::Adept)));
                let starts_on = held.outline.starts_on;
                Says::LetterAccepted { to, programme, role, starts_on }
            }
            Some(Decision::Waiting) => {
                let mut waiting = waiting(all, application.role);
                let place = waiting.position(|one| one.id == application.id);
                let place = place.map_or(1, |nth| nth + 1);
                let place = i64::try_from(place).unwrap_or(i64::MAX);
                Says::LetterWaiting { to, programme, place }
            }
            Some(Decision::Declined) | None => {
                let told_at = application.decided.and_then(|decided| decided.told_at);
                let erased_on = erased_on(held, told_at.unwrap_or(self.now));
                Says::LetterDeclined { to, programme, erased_on }
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

    /// An applicant takes part from now on, as they have described themselves.
    async fn take_in(&mut self, application: &Application, held: &Held) -> Result<(), AppError> {
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
        if is_over || left.decided.is_none_or(|decided| decided.decision != Decision::Accepted) {
            return Ok(());
        }
        let all = self.work.applications_to(held.row.id).await?;
        let programme = held.outline.names.get(&held.outline.locale).to_owned();
        let name = |one: &Application| one.name.clone().unwrap_or_default();
        let next = waiting(&all, left.role).find(|one| one.id != left.id).cloned();
        let says = match next {
            None => Says::PlaceFree { programme, left: left.number },
            Some(next) => {
                let Ok(accepted) = next.decide(Decision::Accepted, self.now) else {
                    return Ok(());
                };
                self.work.put_application(&accepted).await?;
                // Whoever waits for the letters of all others hears with them.
                // Whoever has no account gets theirs by hand, with the next ones.
                let can_be_reached = !self.work.accounts_of(next.person).await?.is_empty();
                if can_be_reached && next.decided.is_some_and(|known| known.told_at.is_some()) {
                    self.send_letter(&accepted, &all, held).await?;
                }
                Says::Promoted { programme, left: left.number, promoted: name(&next) }
            }
        };
        self.tell(&Notice::to_leaders(held.row.id, says.into()), held).await
    }
}

/// The day on which the data of those is erased who were declined then.
fn erased_on(held: &Held, told_at: Timestamp) -> Date {
    let days = held.outline.recruitment.as_ref().map_or(90, |one| one.keep_declined_days);
    let at = told_at + SignedDuration::from_hours(24 * i64::from(days));
    held.outline.time_zone.to_datetime(at).date()
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
