//! What a person can ask of what is kept about them: to see it, and to have it erased.

use std::fmt::Write as _;

use super::{
    Answers, Hearing, Speaker, goals::goal_lines, meeting_list::meeting_lines, people::role_line,
    selection::state,
};
use crate::{
    app::{AppError, matching::list},
    document::Document,
    domain::{
        command::CommandName,
        draft::Draft,
        meeting::Half,
        message::{
            Code, FileText, Message, agreement::AgreementSays, note::NoteSays,
            rights::RightsSays as Says,
        },
        moment::Moment,
        pair::Pair,
        person::{Member, first_name},
        role::Role,
    },
};

/// How many of the bot's messages stand in what somebody gets to read. The other file has all.
const LETTERS: usize = 500;

impl Hearing<'_> {
    /// Everything that is kept about whoever asks: a file to read, and one for programs.
    pub(super) async fn my_data(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let text = self.readable(speaker).await?;
        let everything = self.work.everything_about(speaker.person.id).await?;
        let file = |ending: &str, text| FileText { name: format!("mentorskap.{ending}"), text };
        let json = format!("{everything:#}\n");
        let mut answers: Answers = vec![
            Says::MyData { file: file("txt", text) }.into(),
            Says::MyDataForPrograms { file: file("json", json) }.into(),
        ];
        let notes = self.work.notes_of(speaker.person.id).await?;
        let notes: Vec<_> = notes.into_iter().map(|note| note.id).collect();
        if !notes.is_empty() {
            let name = format!("{}.txt", self.verb(CommandName::NoteList));
            let file = FileText { name, text: String::new() };
            answers.push(NoteSays::All { notes, file }.into());
        }
        Ok(answers)
    }

    /// What is kept about somebody, in words.
    async fn readable(&mut self, speaker: &Speaker) -> Result<String, AppError> {
        let zone = self.zone_of(speaker, None).await?;
        let name = speaker.person.name.clone();
        let mut parts: Vec<(Message, Vec<Message>)> = vec![];
        parts.push((Says::Title { name, at: Moment::of(self.now, &zone) }.into(), vec![]));
        let accounts = self.work.accounts_of(speaker.person.id).await?;
        let account = |account: &crate::domain::account::Account| {
            Says::Account { account: Code(account.to_string()) }.into()
        };
        parts.push((Says::HeadAccounts.into(), accounts.iter().map(account).collect()));
        parts.push((Says::HeadSettings.into(), self.show_settings(speaker).await?));
        for part in &speaker.parts {
            parts.extend(self.about_part(part).await?);
        }
        for application in self.work.applications_of(speaker.person.id).await? {
            let Some(held) = self.held(application.programme).await? else { continue };
            let programme = held.name(&self.locale);
            let mut summary = match &held.outline.recruitment {
                Some(recruitment) => self.answers_in(&application, &held, recruitment),
                None => vec![],
            };
            let version = application.notice.clone();
            summary.extend(version.map(|version| Says::AcceptedNotice { version }.into()));
            // What is decided since isn't theirs to know yet.
            if application.told().is_some() && application.untold().is_none() {
                let all = self.work.applications_to(held.row.id).await?;
                let state = Box::new(state(&application, &all).into());
                summary.push(Says::Decision { state }.into());
            }
            parts.push((Says::HeadApplication { programme }.into(), summary));
        }
        for pair in self.work.all_pairs_of_person(speaker.person.id).await? {
            parts.extend(self.about_pair(speaker, &pair).await?);
        }
        let acts = self.work.acts_about(speaker.person.id).await?;
        let mut lines = vec![];
        for act in &acts {
            if let Some(held) = self.held(act.programme).await? {
                lines.push(self.act_line(act, &held));
            }
        }
        if !lines.is_empty() {
            parts.push((Says::HeadActs.into(), lines));
        }
        let letters = self.work.letters_to(speaker.person.id).await?;
        let letters = letters.into_iter().rev().filter_map(|(at, document)| {
            let words = serde_json::from_str::<Document>(&document).ok()?.plain();
            Some(Says::Letter { at: Moment::of(at, &zone), words }.into())
        });
        parts.push((Says::HeadLetters.into(), letters.take(LETTERS).collect()));
        let said_last = self.app.words.say(&self.locale, &Says::Rest.into()).plain();
        let mut text = String::new();
        for (nth, (head, lines)) in parts.into_iter().enumerate() {
            let said = |message: &Message| self.app.words.say(&self.locale, message).plain();
            let level = if nth == 0 { "#" } else { "##" };
            let _ = writeln!(text, "{level} {}\n", said(&head));
            for line in &lines {
                let _ = writeln!(text, "{}\n", said(line));
            }
        }
        let _ = writeln!(text, "{said_last}");
        Ok(text)
    }

    /// Somebody's part in a programme, as the list of people has it.
    async fn about_part(
        &mut self,
        part: &Member,
    ) -> Result<Option<(Message, Vec<Message>)>, AppError> {
        let Some(held) = self.held(part.programme).await? else { return Ok(None) };
        let row = self.work.member_row(part.id).await?.unwrap_or_default();
        let programme = held.name(&self.locale);
        let title = Says::HeadPart { programme, role: Box::new(role_line(part.role)) };
        let several = |words: Option<String>| {
            Some(list(words.as_deref()).join(", ")).filter(|words| !words.is_empty())
        };
        let capacity = (part.role == Role::Mentor).then_some(row.capacity);
        let lines = [
            Some(Says::Handle { words: part.handle.clone() }),
            row.contact.map(|words| Says::Contact { words }),
            row.manager.map(|words| Says::Manager { words }),
            row.organisation.map(|words| Says::Organisation { words }),
            row.city.map(|words| Says::City { words }),
            several(row.languages).map(|words| Says::Languages { words }),
            several(row.wants).map(|words| Says::Wants { words }),
            several(row.offers).map(|words| Says::Offers { words }),
            capacity.map(|count| Says::Capacity { count }),
        ];
        Ok(Some((title.into(), lines.into_iter().flatten().map(Message::from).collect())))
    }

    /// A pair of somebody's: its meetings and its agreement.
    async fn about_pair(
        &mut self,
        speaker: &Speaker,
        pair: &Pair,
    ) -> Result<Option<(Message, Vec<Message>)>, AppError> {
        let Some(own) = self.own(speaker, pair.clone()).await? else { return Ok(None) };
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let with = own.pair.seat(own.half.other()).name.clone();
        let programme = own.held.name(&self.locale);
        let mut lines = meeting_lines(&own.meetings, &first_name(&with), &zone, self.now);
        if own.half == Half::Adept {
            let goals = self.work.goals_of(own.member()).await?;
            lines.extend(goal_lines(&goals, &first_name(&with)));
        }
        if let Some(agreement) = self.work.agreement_of(pair.id).await? {
            lines.push(Says::HeadAgreement { version: agreement.version }.into());
            for clause in &agreement.clauses {
                let topic = Box::new(AgreementSays::topic(clause.topic).into());
                lines.push(match clause.words.clone() {
                    Some(words) => AgreementSays::ShowOwn { topic, words }.into(),
                    None => AgreementSays::ShowTopic { topic }.into(),
                });
            }
        }
        Ok(Some((Says::HeadPair { with, programme }.into(), lines)))
    }

    /// Asks before everything about somebody is erased, and says what follows.
    pub(super) async fn offer_erasure(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        if let Some(refusal) = self.leads_alone(speaker).await? {
            return Ok(vec![refusal]);
        }
        let mut lines: Vec<Message> = vec![];
        for pair in self.work.pairs_of_person(speaker.person.id).await? {
            if let Some(own) = self.own(speaker, pair).await? {
                let programme = own.held.name(&self.locale);
                lines.push(Says::EndsPair { with: own.with(), programme }.into());
            }
        }
        for part in speaker.parts.iter().filter(|part| part.role == Role::Leader) {
            if let Some(held) = self.held(part.programme).await? {
                lines.push(Says::EndsLeading { programme: held.name(&self.locale) }.into());
            }
        }
        for application in self.work.applications_of(speaker.person.id).await? {
            let is_in = speaker.parts.iter().any(|part| part.programme == application.programme);
            if let Some(held) = self.held(application.programme).await?.filter(|_| !is_in) {
                lines.push(Says::EndsApplication { programme: held.name(&self.locale) }.into());
            }
        }
        let draft = self.begin(speaker, &Draft::Erase).await?;
        Ok(vec![if lines.is_empty() {
            Says::EraseSure { draft }.into()
        } else {
            Says::EraseSureWith { draft, lines }.into()
        }])
    }

    /// What is said to somebody without whom a programme would have no leader, or who would lead it
    /// again as soon as they spoke.
    async fn leads_alone(&mut self, speaker: &Speaker) -> Result<Option<Message>, AppError> {
        for part in speaker.parts.iter().filter(|part| part.role == Role::Leader) {
            let Some(held) = self.held(part.programme).await? else { continue };
            let programme = held.name(&self.locale);
            if part.by_role.is_some() {
                return Ok(Some(Says::LeadsByRole { programme }.into()));
            }
            let members = self.work.members(part.programme).await?;
            if members.iter().filter(|member| member.role == Role::Leader).count() == 1 {
                let add = self.usage(CommandName::LeaderAdd);
                return Ok(Some(Says::LeadsAlone { programme, add }.into()));
            }
        }
        Ok(None)
    }

    /// Erases everything about somebody.
    pub(super) async fn erase_speaker(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        if let Some(refusal) = self.leads_alone(speaker).await? {
            return Ok(vec![refusal]);
        }
        self.leave(speaker, None).await?;
        Ok(vec![Says::Erased.into()])
    }

    /// What a stranger is told who asks the same.
    pub(super) fn nothing_kept() -> Answers {
        vec![Says::NothingKept.into()]
    }
}
