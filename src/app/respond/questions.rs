//! The questions of an application: how they are put, and what follows from a reply.

use super::{Answers, Hearing, Held, Speaker, applications::Applying, people::role_line};
use crate::{
    app::AppError,
    domain::{
        application::{
            Application, ApplicationState, NoAnswer, Outcome, Question, QuestionKind, Recruitment,
            Reply, Situation, Step,
        },
        command::CommandName,
        draft::Draft,
        ids::{ApplicationId, DraftId, PlaceId},
        inbound::RoomKind,
        letter::Receiver,
        message::{Code, Message, application::ApplicationSays as Says, count, general::General},
        notice::Notice,
        role::Role,
        when::normalise,
    },
    store::NewLetter,
};

impl Hearing<'_> {
    /// Asks what stands at a step, where nobody else listens.
    pub(super) async fn ask(
        &mut self,
        speaker: &Speaker,
        applying: &Applying,
        step: Step,
        chosen: Vec<usize>,
    ) -> Result<Answers, AppError> {
        let is_private = self.inbound.room.kind == RoomKind::Direct;
        let place = if is_private {
            self.place
        } else {
            let account = self.inbound.from.clone();
            self.work.direct_place(&account, Some(speaker.person.id)).await?.id
        };
        let application = applying.application.id;
        self.work.end_applying(speaker.person.id, self.now).await?;
        let draft = Draft::Apply { application, step: step.clone(), chosen: chosen.clone() };
        let draft = self.work.add_draft(speaker.person.id, place, &draft, self.now).await?;
        let question = if step == Step::Consent {
            let leaders = self.leaders_of(&applying.held).await?;
            let (programme, number) =
                (applying.held.name(&self.locale), applying.application.number);
            Says::AskConsent { draft, programme, leaders, number }.into()
        } else {
            self.question(speaker, applying, &step, &chosen, draft)
        };
        if is_private {
            return Ok(vec![question]);
        }
        self.say_in(place, question).await?;
        Ok(vec![Says::InDirect.into()])
    }

    /// Says something in a place, which no leader sees in the outbox.
    pub(super) async fn say_in(
        &mut self,
        place: PlaceId,
        message: Message,
    ) -> Result<(), AppError> {
        let notice = Notice::answer(place, message);
        let letter = NewLetter {
            receiver: Receiver::Place(place),
            programme: None,
            message: notice.message,
            urgency: notice.urgency,
            due_at: self.now,
            stale_at: self.now + notice.urgency.stale_after(),
            reply_to: None,
        };
        self.work.promise(&letter, self.now).await?;
        Ok(())
    }

    /// How a step is put.
    fn question(
        &self,
        speaker: &Speaker,
        applying: &Applying,
        step: &Step,
        chosen: &[usize],
        draft: DraftId,
    ) -> Message {
        let Applying { application, held, recruitment } = applying;
        let programme = held.name(&self.locale);
        match step {
            Step::Role => match &held.outline.purpose {
                Some(purpose) => {
                    let purpose = purpose.get(&self.locale).to_owned();
                    Says::AskRoleFor { draft, programme, purpose }.into()
                }
                None => Says::AskRole { draft, programme }.into(),
            },
            Step::Notice => {
                let words = recruitment.notice.get(&self.locale).to_owned();
                let version = recruitment.notice_version.clone();
                Says::AskNotice { draft, programme, words, version }.into()
            }
            Step::Name => {
                let known = application.name.clone();
                let known = known.unwrap_or_else(|| speaker.person.name.clone());
                Says::AskName { draft, known }.into()
            }
            Step::Question(key) => {
                let role = application.role.unwrap_or(Role::Adept);
                let question = recruitment.question(key);
                let place = recruitment.place(key, role);
                match question.zip(place) {
                    Some((question, place)) => self.put(question, place, chosen, draft),
                    // The file has changed since.
                    None => self.summary(applying, draft),
                }
            }
            Step::Summary | Step::Consent => self.summary(applying, draft),
        }
    }

    fn put(
        &self,
        question: &Question,
        (number, of): (usize, usize),
        chosen: &[usize],
        draft: DraftId,
    ) -> Message {
        let (number, of) = (count(number), count(of));
        let words = question.words.get(&self.locale).to_owned();
        let optional = question.is_optional;
        let options = question.options().iter();
        let options: Vec<_> = options.map(|option| option.get(&self.locale).to_owned()).collect();
        let marked = || {
            let chosen = chosen.iter().filter_map(|nth| options.get(*nth));
            chosen.cloned().collect::<Vec<_>>()
        };
        match &question.kind {
            QuestionKind::Choice(_) => {
                Says::AskChoice { draft, number, of, words, options, optional }
            }
            QuestionKind::Choices(_) if chosen.is_empty() => {
                Says::AskChoices { draft, number, of, words, options, optional }
            }
            QuestionKind::Choices(_) => {
                let chosen = marked();
                Says::AskMore { draft, number, of, words, options, chosen }
            }
            QuestionKind::Text => Says::AskText { draft, number, of, words, optional },
            QuestionKind::Number { least, most } => {
                Says::AskNumber { draft, number, of, words, least: *least, most: *most, optional }
            }
            QuestionKind::Topics => Says::AskTopics { draft, number, of, words, optional },
        }
        .into()
    }

    fn summary(&self, applying: &Applying, draft: DraftId) -> Message {
        let Applying { application, held, recruitment } = applying;
        let programme = held.name(&self.locale);
        let chosen = application.role.unwrap_or(Role::Adept);
        let role = Box::new(role_line(chosen));
        let name = application.name.clone().unwrap_or_default();
        let lines = self.answers_in(application, held, recruitment);
        match application.state {
            ApplicationState::Begun => Says::Summary { draft, programme, role, name, lines }.into(),
            ApplicationState::Sent { .. } => {
                let withdraw = Code(self.verb(CommandName::Withdraw));
                Says::SummarySent { programme, role, name, lines, withdraw }.into()
            }
        }
    }

    /// The questions of an application with what was answered.
    pub(super) fn answers_in(
        &self,
        application: &Application,
        held: &Held,
        recruitment: &Recruitment,
    ) -> Vec<Message> {
        let kept = &held.outline.locale;
        let chosen = application.role.unwrap_or(Role::Adept);
        let line = |(number, question): (i64, &Question)| -> Message {
            let given = application.answers.get(&question.key);
            let answer =
                given.map(|given| question.shown(given, kept, &self.locale)).unwrap_or_default();
            let question = question.words.get(&self.locale).to_owned();
            if answer.is_empty() {
                Says::SummarySkipped { number, question }.into()
            } else {
                Says::SummaryItem { number, question, answer }.into()
            }
        };
        (1..).zip(recruitment.questions_for(chosen)).map(line).collect()
    }

    /// What an applicant has done with a question of their application.
    pub(super) async fn reply(
        &mut self,
        speaker: &Speaker,
        draft: DraftId,
        (application, step, chosen): (ApplicationId, &Step, &[usize]),
        reply: &Reply<'_>,
    ) -> Result<Answers, AppError> {
        self.work.end_draft(draft, self.now).await?;
        self.close_questions_of(draft).await?;
        let application = self.work.application(application).await?;
        let Some(application) = application.filter(|one| one.person == speaker.person.id) else {
            return Ok(vec![General::Outdated.into()]);
        };
        let held = self.held(application.programme).await?;
        let Some((held, recruitment)) =
            held.and_then(|held| Some((held.clone(), held.outline.recruitment.clone()?)))
        else {
            return Ok(vec![General::Outdated.into()]);
        };
        if !self.is_open(&held) {
            return Ok(vec![Says::NotOpen { programme: held.name(&self.locale) }.into()]);
        }
        let situation = Situation {
            application: &application,
            step,
            chosen,
            kept: &held.outline.locale,
            name: &speaker.person.name,
            role: match reply {
                Reply::Words(said) => self.role_called(said),
                Reply::Option(_) | Reply::On | Reply::Back => None,
            },
        };
        let outcome = recruitment.reply(&situation, reply);
        let mut applying = Applying { application, held, recruitment };
        match outcome {
            Ok(Outcome::Outdated) => Ok(vec![General::Outdated.into()]),
            Ok(Outcome::Asked(step, chosen)) => self.ask(speaker, &applying, step, chosen).await,
            Ok(Outcome::Sent) => self.send_application(speaker, applying).await,
            Ok(Outcome::Answered(answered)) => {
                self.work.put_application(&answered).await?;
                applying.application = *answered;
                let mut answers = self.changed(&applying, step);
                let next = applying.recruitment.next(&applying.application);
                if next == Step::Consent {
                    self.want_consent(&applying.held, &applying.application).await?;
                }
                answers.extend(self.ask(speaker, &applying, next, vec![]).await?);
                Ok(answers)
            }
            Err(why) => {
                let mut answers = vec![no_answer(why)];
                answers.extend(self.ask(speaker, &applying, step.clone(), chosen.to_vec()).await?);
                Ok(answers)
            }
        }
    }

    /// Says that an answer is changed which was sent before.
    fn changed(&self, applying: &Applying, step: &Step) -> Answers {
        let (ApplicationState::Sent { .. }, Step::Question(key)) =
            (applying.application.state, step)
        else {
            return vec![];
        };
        let question = applying.recruitment.question(key);
        let question = question.map(|question| question.words.get(&self.locale).to_owned());
        question.map(|question| Says::Changed { question }.into()).into_iter().collect()
    }

    async fn send_application(
        &mut self,
        speaker: &Speaker,
        mut applying: Applying,
    ) -> Result<Answers, AppError> {
        // What the file asks for by now, and nobody has answered yet.
        let next = applying.recruitment.next(&applying.application);
        if next != Step::Summary {
            return self.ask(speaker, &applying, next, vec![]).await;
        }
        if applying.application.state == ApplicationState::Begun {
            applying.application.state = ApplicationState::Sent { at: self.now };
            self.work.put_application(&applying.application).await?;
        }
        let Applying { application, held, recruitment } = applying;
        let apply = self.apply_to(&held);
        let changes = recruitment.closes_on.map(|on| Says::UntilThen { on, apply }.into());
        let hears = recruitment.result_on.map(|on| Says::HearsBy { on }.into());
        let withdraw = Says::CanWithdraw { withdraw: Code(self.verb(CommandName::Withdraw)) };
        let lines = changes.into_iter().chain(hears).chain([withdraw.into()]).collect();
        let (programme, number) = (held.name(&self.locale), application.number);
        Ok(vec![Says::Receipt { programme, number, lines }.into()])
    }

    fn role_called(&self, said: &str) -> Option<Role> {
        let said = normalise(said);
        let mut roles = self.app.lexicon.roles.iter();
        let called = |words: &Vec<String>| words.iter().any(|word| normalise(word) == said);
        let found = roles.find(|(role, words)| *role != Role::Leader && called(words));
        found.map(|(role, _)| *role)
    }
}

fn no_answer(why: NoAnswer) -> Message {
    match why {
        NoAnswer::NotAmongThem => Says::NotAmongThem.into(),
        NoAnswer::NoNumber { least, most } => Says::NoNumber { least, most }.into(),
        NoAnswer::TooLong { most } => General::TooLong { most: count(most) }.into(),
        NoAnswer::TooMany { most } => Says::TooMany { most: count(most) }.into(),
        NoAnswer::Nothing => Says::Nothing.into(),
    }
}
