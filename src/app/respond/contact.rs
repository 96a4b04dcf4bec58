//! A word to the leaders, in confidence.

use jiff::{Timestamp, ToSpan, civil::Time};

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        attention::Wish,
        calendar::PersonalHours,
        command::{CommandName, Spoken},
        ids::MemberId,
        message::{Code, contact::ContactSays as Says, general::General},
        person::Member,
        programme::Outline,
        role::Role,
    },
    store::Plea,
};

impl Hearing<'_> {
    /// Passes a word on to the leaders, or asks what it is about.
    pub(super) async fn contact_leader(
        &mut self,
        speaker: &Speaker,
        words: Option<&str>,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let mut parts = vec![];
        for part in speaker.parts.iter().filter(|part| part.role != Role::Leader) {
            let Some(held) = self.held(part.programme).await? else { continue };
            let is_meant = programme.is_none_or(|slug| held.row.slug.eq_ignore_ascii_case(slug));
            let is_there =
                parts.iter().any(|(_, known): &(Member, Held)| known.row.id == held.row.id);
            if is_meant && !is_there {
                parts.push((part.clone(), held));
            }
        }
        if parts.len() > 1 {
            let suffixes = parts.iter().map(|(_, held)| format!("#{}", held.row.slug)).collect();
            let names = parts.iter().map(|(_, held)| held.name(&self.locale)).collect();
            let spoken = Spoken {
                name: CommandName::ContactLeader,
                rest: words.unwrap_or_default().to_owned(),
                about: None,
                programme: None,
            };
            return self.which(speaker, &spoken, suffixes, names).await;
        }
        let Some((part, held)) = parts.pop() else { return Ok(vec![General::PairsOnly.into()]) };
        if let Some(words) = words {
            return self.plead(&part, &held, Wish::Words, Some(words)).await;
        }
        let command = self.usage(CommandName::ContactLeader);
        let leaders = self.leaders_who_hear(&part).await?;
        if leaders.is_empty() {
            return Ok(vec![self.nobody(&held)]);
        }
        let member = part.id;
        Ok(vec![match part.role {
            Role::Mentor => Says::AskMentor { member, leaders, command }.into(),
            Role::Adept | Role::Leader => Says::AskAdept { member, leaders, command }.into(),
        }])
    }

    /// What somebody wants of the leaders, by a button.
    pub(super) async fn wish(
        &mut self,
        speaker: &Speaker,
        member: MemberId,
        wish: Wish,
    ) -> Result<Answers, AppError> {
        let part = speaker.parts.iter().find(|part| part.id == member).cloned();
        let Some(part) = part else { return Ok(vec![General::NotYours.into()]) };
        let Some(held) = self.held(part.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        self.plead(&part, &held, wish, None).await
    }

    /// Opens a case for somebody who asks for a leader, and promises an answer.
    async fn plead(
        &mut self,
        part: &Member,
        held: &Held,
        wish: Wish,
        words: Option<&str>,
    ) -> Result<Answers, AppError> {
        let leaders = self.leaders_who_hear(part).await?;
        let Some(leader) = leaders.first().cloned() else {
            return Ok(vec![self.nobody(held)]);
        };
        let answer_by = promised(&held.outline, self.now);
        let plea = Plea { words: words.map(str::to_owned), answer_by };
        let who = (part.person, wish);
        // Whoever presses twice has asked once; words are never the same.
        let known = match words {
            None => self.work.living_plea(held.row.id, who).await?,
            Some(_) => None,
        };
        let answer_by = if let Some(known) = known {
            known.answer_by
        } else {
            let case = self.work.open_plea(held.row.id, who, &plea, self.now).await?;
            self.app.tell_leaders(&mut self.work, case, held.under(), self.now).await?;
            answer_by
        };
        // Whoever is missed may be so for longer than anybody knew.
        self.work.look_at_pairs_of(part.person).await?;
        let by = held.outline.time_zone.to_datetime(answer_by).date();
        let others = leaders.into_iter().skip(1).collect::<Vec<_>>();
        Ok(vec![if others.is_empty() {
            Says::PassedOn { leader, by }.into()
        } else {
            Says::PassedOnToAll { leader, others, by }.into()
        }])
    }

    /// What the leaders are called who hear what somebody says in confidence: not the one with whom
    /// they are in a pair.
    pub(super) async fn leaders_who_hear(
        &mut self,
        part: &Member,
    ) -> Result<Vec<String>, AppError> {
        let pairs = self.work.all_pairs_of_person(part.person).await?;
        let members = self.work.members(part.programme).await?;
        let hears = |member: &&Member| {
            member.role == Role::Leader
                && member.person != part.person
                && !pairs.iter().any(|pair| {
                    pair.programme == part.programme && pair.half_of(member.person).is_some()
                })
        };
        Ok(members.iter().filter(hears).map(|member| member.name.clone()).collect())
    }

    pub(super) fn nobody(&self, held: &Held) -> crate::domain::message::Message {
        let programme = held.name(&self.locale);
        match held.outline.worries_contact.clone() {
            Some(contact) => Says::NobodyBut { programme, contact }.into(),
            None => Says::Nobody { programme, help: Code(self.verb(CommandName::Help)) }.into(),
        }
    }
}

/// By when leaders answer: the end of the last of so many days on which they can be expected to work.
pub(super) fn promised(outline: &Outline, now: Timestamp) -> Timestamp {
    let zone = &outline.time_zone;
    let anybody = PersonalHours::anytime(zone.clone());
    let today = zone.to_datetime(now).date();
    let days = today.series(1.day()).skip(1).take(366);
    let mut open = days.filter(|day| outline.calendar.day_closed_because(*day, &anybody).is_none());
    let nth = usize::from(outline.reply_within_days.max(1)) - 1;
    let day = open.nth(nth).unwrap_or(today);
    let until = outline.calendar.hours_for(&anybody).until();
    // Midnight is the end of the day, not its beginning.
    let day = if until == Time::midnight() { day.tomorrow().unwrap_or(day) } else { day };
    zone.to_timestamp(day.to_datetime(until)).unwrap_or(now)
}
