//! What the two of a pair agree on: step by step, each for themselves.

use super::{
    Answers, Hearing, Speaker,
    target::{Own, Target, found},
};
use crate::{
    app::AppError,
    domain::{
        agreement::{Agreement, Clause, LONGEST_ADDITION, Topic},
        command::CommandName,
        draft::Draft,
        ids::{AgreementId, DraftId},
        meeting::Half,
        message::{Code, Message, agreement::AgreementSays as Says, general::General},
        notice::{Notice, Urgency},
        person::first_name,
    },
};

impl Hearing<'_> {
    /// Goes on with the agreement, or shows it once it is agreed.
    pub(super) async fn show_agreement(&mut self, own: &Own) -> Result<Answers, AppError> {
        if let Some(agreement) = self.work.agreement_of(own.pair.id).await? {
            return Ok(Self::next_step(own, &agreement));
        }
        let id = self.work.add_agreement(own.pair.id, &Clause::all(), self.now).await?;
        let Some(agreement) = self.work.agreement(id).await? else {
            return Ok(vec![General::Broken.into()]);
        };
        Ok(Self::next_step(own, &agreement))
    }

    /// What one of the two has to confirm next, or what they have agreed on.
    fn next_step(own: &Own, agreement: &Agreement) -> Answers {
        let with = own.with();
        let Some(clause) = agreement.next(own.half) else {
            let Some(agreed_at) = agreement.agreed_at else {
                return vec![Says::Waiting { with }.into()];
            };
            let line = |clause: &Clause| {
                let topic = Box::new(Says::topic(clause.topic).into());
                let text = Box::new(text(own, clause.topic).into());
                match clause.words.clone() {
                    Some(words) => Says::ShowStepOwn { topic, text, words }.into(),
                    None => Says::ShowStep { topic, text }.into(),
                }
            };
            let on = own.held.outline.time_zone.to_datetime(agreed_at).date();
            let lines = agreement.clauses.iter().map(line).collect();
            let (id, version) = (agreement.id, agreement.version);
            return vec![Says::Show { agreement: id, with, version, on, lines }.into()];
        };
        let (agreement, outline) = (agreement.id, &own.held.outline);
        let step: Message = match (clause.topic, own.half) {
            (Topic::Purpose, _) => Says::Purpose { agreement, with },
            (Topic::Extent, _) => {
                let (meetings, months) = (i64::from(outline.meetings), i64::from(outline.months));
                Says::Extent { agreement, with, meetings, months }
            }
            (Topic::Roles, Half::Mentor) => Says::RolesMentor { agreement, with },
            (Topic::Roles, Half::Adept) => Says::RolesAdept { agreement, with },
            (Topic::Times, _) => Says::Times { agreement, with },
            (Topic::Confidentiality, _) => Says::Confidentiality { agreement, with },
            (Topic::Telling, _) => Says::Telling { agreement, with },
            (Topic::End, _) => Says::End { agreement, with, ends_on: outline.ends_on() },
        }
        .into();
        let words = clause.words.clone().map(|words| Says::Own { words }.into());
        words.into_iter().chain([step]).collect()
    }

    /// The agreement with that id, and the pair of the speaker's whose it is. A button of an older
    /// version means nothing any longer.
    async fn own_agreement(
        &mut self,
        speaker: &Speaker,
        id: AgreementId,
    ) -> Result<Target<(Own, Agreement)>, AppError> {
        let outdated = || Target::Answer(vec![General::Outdated.into()]);
        let Some(agreement) = self.work.agreement(id).await? else { return Ok(outdated()) };
        let newest = self.work.agreement_of(agreement.pair).await?;
        let Some(pair) = self.work.pair(agreement.pair).await? else { return Ok(outdated()) };
        let has_ended = pair.ended_at.is_some();
        let Some(own) = self.own(speaker, pair).await? else {
            return Ok(Target::Answer(vec![General::NotYours.into()]));
        };
        if has_ended || newest.is_none_or(|newest| newest.id != id) {
            return Ok(outdated());
        }
        Ok(Target::Found((own, agreement)))
    }

    pub(super) async fn agree_to(
        &mut self,
        speaker: &Speaker,
        agreement: AgreementId,
        topic: Topic,
    ) -> Result<Answers, AppError> {
        let (own, before) = found!(self.own_agreement(speaker, agreement).await?);
        let agreement = before.confirmed(own.half, topic, self.now);
        if agreement == before {
            return Ok(Self::next_step(&own, &agreement));
        }
        self.work.put_agreement(&agreement).await?;
        if agreement.next(own.half).is_some() {
            return Ok(Self::next_step(&own, &agreement));
        }
        let (mentor, adept) = (first_name(&own.pair.mentor.name), first_name(&own.pair.adept.name));
        if agreement.agreed_at.is_some() {
            let says = Says::Agreed { mentor, adept, version: agreement.version };
            self.tell(&Notice::to_pair(own.pair.id, says.clone().into()), &own.held).await?;
            return Ok(vec![says.into()]);
        }
        let me = first_name(&speaker.person.name);
        let says = Says::YourTurn { with: me, agreement: self.agreement_command(&own).await? };
        self.tell_other(&own, says.into()).await?;
        Ok(vec![Says::Waiting { with: own.with() }.into()])
    }

    pub(super) async fn ask_addition(
        &mut self,
        speaker: &Speaker,
        agreement: AgreementId,
        topic: Topic,
    ) -> Result<Answers, AppError> {
        let (own, agreement) = found!(self.own_agreement(speaker, agreement).await?);
        if agreement.agreed_at.is_some() {
            return Ok(vec![General::Outdated.into()]);
        }
        let draft = Draft::Amend { agreement: agreement.id, topic };
        let draft = self.begin(speaker, &draft).await?;
        let topic = Box::new(Says::topic(topic).into());
        Ok(vec![Says::AskAddition { draft, topic, with: own.with() }.into()])
    }

    pub(super) async fn amend_agreement(
        &mut self,
        speaker: &Speaker,
        draft: DraftId,
        (agreement, topic): (AgreementId, Topic),
        words: &str,
    ) -> Result<Answers, AppError> {
        if words.chars().nth(LONGEST_ADDITION).is_some() {
            let most = i64::try_from(LONGEST_ADDITION).unwrap_or(i64::MAX);
            return Ok(vec![General::TooLong { most }.into()]);
        }
        self.work.end_draft(draft, self.now).await?;
        let (own, agreement) = found!(self.own_agreement(speaker, agreement).await?);
        let Some(amended) = agreement.amended(own.half, topic, words) else {
            return Ok(vec![General::Outdated.into()]);
        };
        self.work.put_agreement(&amended).await?;
        let says = Says::AddedByOther {
            with: first_name(&speaker.person.name),
            topic: Box::new(Says::topic(topic).into()),
            words: words.to_owned(),
            agreement: self.agreement_command(&own).await?,
        };
        self.tell_other(&own, says.into()).await?;
        let mut answers: Answers = vec![Says::Added { with: own.with() }.into()];
        answers.extend(Self::next_step(&own, &amended));
        Ok(answers)
    }

    pub(super) async fn reopen_agreement(
        &mut self,
        speaker: &Speaker,
        agreement: AgreementId,
    ) -> Result<Answers, AppError> {
        let (own, agreement) = found!(self.own_agreement(speaker, agreement).await?);
        if agreement.agreed_at.is_none() {
            return Ok(Self::next_step(&own, &agreement));
        }
        let id = self.work.add_agreement(own.pair.id, &agreement.reopened(), self.now).await?;
        let Some(anew) = self.work.agreement(id).await? else {
            return Ok(vec![General::Broken.into()]);
        };
        let me = first_name(&speaker.person.name);
        let says = Says::Reopened { with: me, agreement: self.agreement_command(&own).await? };
        self.tell_other(&own, says.into()).await?;
        Ok(Self::next_step(&own, &anew))
    }

    /// Tells the other of the two, because of what this one did.
    async fn tell_other(&mut self, own: &Own, message: Message) -> Result<(), AppError> {
        let other = own.pair.seat(own.half.other()).person;
        self.tell(&Notice::to_person(other, message, Urgency::InHours), &own.held).await
    }

    /// What the other of the two types to see the agreement.
    async fn agreement_command(&mut self, own: &Own) -> Result<Code, AppError> {
        let other = own.pair.seat(own.half.other()).person;
        let locale = self.work.person(other).await?.map(|person| person.locale);
        let locale = locale.unwrap_or_else(|| own.held.outline.locale.clone());
        Ok(Code(self.app.words.of_command(&locale, CommandName::Agreement, "usage")))
    }
}

/// What a step says to one of the two.
fn text(own: &Own, topic: Topic) -> Says {
    let outline = &own.held.outline;
    match (topic, own.half) {
        (Topic::Purpose, _) => Says::TextPurpose,
        (Topic::Extent, _) => Says::TextExtent {
            meetings: i64::from(outline.meetings),
            months: i64::from(outline.months),
        },
        (Topic::Roles, Half::Mentor) => Says::TextRolesMentor { with: own.with() },
        (Topic::Roles, Half::Adept) => Says::TextRolesAdept { with: own.with() },
        (Topic::Times, _) => Says::TextTimes,
        (Topic::Confidentiality, _) => Says::TextConfidentiality,
        (Topic::Telling, _) => Says::TextTelling,
        (Topic::End, _) => Says::TextEnd { ends_on: outline.ends_on() },
    }
}
