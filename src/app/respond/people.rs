//! A leader's commands about the people of a programme.

use std::fmt::Write as _;

use jiff::SignedDuration;

use super::{Answers, Hearing, Held, Speaker, general::hash};
use crate::{
    app::{App, AppError},
    domain::{
        account::Account,
        command::CommandName,
        leading::LeaderRole,
        message::{Code, FileText, Message, fault::FaultSays, people::PeopleSays},
        person::Member,
        role::Role,
    },
    files::people::{COLUMNS, NEEDED},
};

/// How long a code is of use.
const CODE_LIFE: SignedDuration = SignedDuration::from_hours(24 * 30);

/// How many letters a code has: with 31 to choose from, more than anybody tries.
const CODE_LENGTH: usize = 10;

impl Hearing<'_> {
    pub(super) fn attach_list() -> Answers {
        let needed: Vec<_> = COLUMNS.iter().take(NEEDED).copied().collect();
        vec![PeopleSays::AttachCsv { columns: Code(needed.join(",")) }.into()]
    }

    pub(super) async fn add_to_people(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        name: &str,
        role: Role,
        account: Option<&Account>,
    ) -> Result<Answers, AppError> {
        let app = self.app;
        if let Some(account) = account
            && App::is_out_of_reach(&mut self.work, account, Some(&speaker.parts)).await?
        {
            return Ok(vec![FaultSays::AccountElsewhere.into()]);
        }
        let owner = match account {
            Some(account) => self.work.person_of(account).await?.map(|owner| owner.id),
            None => None,
        };
        if App::lacks_guardian(&mut self.work, held.under(), role, owner).await? {
            return Ok(vec![FaultSays::MinorOnAList.into()]);
        }
        let who = (name, role, account);
        let added = app.add_one(&mut self.work, held.row.id, &held.outline, who, self.now).await?;
        let name = name.to_owned();
        if let Some(person) = added {
            let command = CommandName::PeopleAdd;
            self.remember_about(speaker, held.row.id, command, &[person]).await?;
        }
        Ok(vec![match added {
            Some(_) => PeopleSays::Added { name, role: Box::new(role_line(role)) }.into(),
            None => PeopleSays::AlreadyThere { name }.into(),
        }])
    }

    pub(super) async fn list_people(&mut self, held: &Held) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let members = self.work.members(held.row.id).await?;
        if members.is_empty() {
            return Ok(vec![PeopleSays::Nobody { programme }.into()]);
        }
        let roles = self.work.leader_roles(held.row.id).await?;
        let line = |member: &Member| {
            let id = Code(member.handle.clone());
            let name = member.name.clone();
            let by_role = roles.iter().find(|role| member.by_role == Some(role.id));
            if let Some(role) = by_role {
                return PeopleSays::ItemByRole { id, name, role: role.name.clone() }.into();
            }
            let role = Box::new(role_line(member.role));
            if member.has_joined {
                PeopleSays::Item { id, name, role }.into()
            } else {
                PeopleSays::ItemWaiting { id, name, role }.into()
            }
        };
        let role_line = |role: &LeaderRole| PeopleSays::ItemRole { role: role.name.clone() }.into();
        let lines = members.iter().map(line).chain(roles.iter().map(role_line)).collect();
        let count = i64::try_from(members.len()).unwrap_or(i64::MAX);
        Ok(vec![PeopleSays::List { programme, count, lines }.into()])
    }

    /// Makes a code for everybody who hasn't joined, and a letter that the leader can send.
    pub(super) async fn invite(&mut self, held: &Held) -> Result<Answers, AppError> {
        let members = self.work.members(held.row.id).await?;
        let mut invited = vec![];
        let mut text = String::new();
        for member in members.iter().filter(|member| !member.has_joined) {
            // Somebody in two roles gets one code.
            if invited.contains(&member.person) {
                continue;
            }
            invited.push(member.person);
            let code = self.app.chance.code(CODE_LENGTH);
            self.work.add_invitation(member.person, &hash(&code), self.now + CODE_LIFE).await?;
            let Some(person) = self.work.person(member.person).await? else { continue };
            let contact = self.work.member_row(member.id).await?.and_then(|row| row.contact);
            let locale = self.app.words.choose(&person.locale).clone();
            let programme = held.name(&locale);
            let verb = self.app.words.list(&locale, "command-join");
            let verb = verb.first().cloned().unwrap_or_default();
            let subject = PeopleSays::LetterSubject { programme: programme.clone() };
            let letter = PeopleSays::Letter {
                name: crate::domain::person::first_name(&member.name),
                programme,
                command: Code(format!("{verb} {code}")),
            };
            let _ = write!(
                text,
                "{} <{}>\n{}\n\n{}\n\n----\n\n",
                member.name,
                contact.unwrap_or_else(|| "–".to_owned()),
                self.app.words.line(&locale, &subject.into()),
                self.app.words.say(&locale, &letter.into()).plain(),
            );
        }
        if invited.is_empty() {
            let programme = held.name(&self.locale);
            return Ok(vec![PeopleSays::NobodyToInvite { programme }.into()]);
        }
        let count = i64::try_from(invited.len()).unwrap_or(i64::MAX);
        let name = format!("{}-{}.txt", held.row.slug, self.verb(CommandName::PeopleInvite));
        let name = name.replace(' ', "-");
        Ok(vec![PeopleSays::Invitations { count, file: FileText { name, text } }.into()])
    }
}

/// What a role is called.
pub(in crate::app) fn role_line(role: Role) -> Message {
    match role {
        Role::Mentor => PeopleSays::Mentor,
        Role::Adept => PeopleSays::Adept,
        Role::Leader => PeopleSays::Leader,
    }
    .into()
}
