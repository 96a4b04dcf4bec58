//! Group sessions as those see them who take part: when they are, whether one comes, and that one is
//! there.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        command::{CommandName, Spoken},
        gathering::{Answer, CameBy, Closed, Gathering, GatheringState, Reply, answered},
        ids::GatheringId,
        message::{
            Code, count, gathering::GatheringSays as Says, general::General, people::PeopleSays,
        },
        moment::Moment,
        role::Role,
    },
};

/// How long before it begins, and after it has ended, the code is taken.
const CODE_BEFORE: SignedDuration = SignedDuration::from_hours(1);
const CODE_AFTER: SignedDuration = SignedDuration::from_hours(12);

/// How many wrong codes somebody may say, those for joining among them.
const CODE_TRIES: i64 = 5;

/// A group session of a programme in which somebody takes part.
pub(super) struct Theirs {
    pub gathering: Gathering,
    pub held: Held,
}

impl Theirs {
    fn zone(&self) -> &TimeZone {
        &self.held.outline.time_zone
    }
}

impl Hearing<'_> {
    /// The group sessions to come that somebody is invited to, and all of those that they lead.
    pub(super) async fn list_gatherings(
        &mut self,
        speaker: &Speaker,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let mut answers = vec![];
        for part in &speaker.parts {
            if part.role == Role::Leader
                && let Some(held) = self.held(part.programme).await?
                && programme.is_none_or(|slug| held.row.slug == slug.to_lowercase())
            {
                answers.push(self.list_for_leader(&held).await?);
            }
        }
        let mut all = self.gatherings_for(speaker, programme).await?;
        let now = self.now;
        all.retain(|one| one.gathering.is_open(one.zone(), now));
        if all.is_empty() {
            if answers.is_empty() {
                answers.push(Says::ListEmpty.into());
            }
            return Ok(answers);
        }
        let several = all.iter().any(|one| one.held.row.id != all[0].held.row.id);
        all.sort_by_key(|one| one.gathering.plan.begins(one.zone()));
        let mut lines = vec![];
        for one in &all {
            let replies = self.work.replies_to(one.gathering.id).await?;
            let reply = replies.iter().find(|reply| reply.person == speaker.person.id);
            let Some(at) = one.gathering.plan.begins(one.zone()) else { continue };
            let zone = self.zone_of(speaker, Some(&one.held)).await?;
            let (number, title, at, own) = (
                one.gathering.number,
                one.gathering.plan.titles.clone(),
                Moment::of(at, &zone),
                Box::new(own_line(reply).into()),
            );
            lines.push(if several {
                let programme = one.held.name(&self.locale);
                Says::ItemIn { programme, number, title, at, own }.into()
            } else {
                Says::Item { number, title, at, own }.into()
            });
        }
        answers.push(Says::List { lines }.into());
        Ok(answers)
    }

    /// Somebody says by its number whether they come, or where only one can be meant.
    pub(super) async fn answer_gathering(
        &mut self,
        speaker: &Speaker,
        number: Option<i64>,
        answer: Answer,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let mut all = self.gatherings_for(speaker, programme).await?;
        let now = self.now;
        if let Some(number) = number {
            all.retain(|one| one.gathering.number == number);
            if all.is_empty() {
                let list = self.usage(CommandName::GatheringList);
                return Ok(vec![Says::NoSuchGathering { number, list }.into()]);
            }
        } else {
            all.retain(|one| one.gathering.is_open(one.zone(), now));
        }
        match all.as_slice() {
            [] => Ok(vec![Says::NothingToAnswer.into()]),
            [one] => self.take_answer(speaker, one, answer).await,
            several => {
                let names = several.iter().map(|one| self.named(one)).collect();
                let suffixes = several
                    .iter()
                    .map(|one| format!("{} #{}", one.gathering.number, one.held.row.slug));
                let name = match answer {
                    Answer::Yes => CommandName::GatheringYes,
                    Answer::No => CommandName::GatheringNo,
                    Answer::Maybe => CommandName::GatheringMaybe,
                };
                let spoken = Spoken { name, rest: String::new(), about: None, programme: None };
                self.which(speaker, &spoken, suffixes.collect(), names).await
            }
        }
    }

    /// Somebody says so with a button.
    pub(super) async fn attend(
        &mut self,
        speaker: &Speaker,
        id: GatheringId,
        answer: Answer,
    ) -> Result<Answers, AppError> {
        let Some(gathering) = self.work.gathering(id).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(held) = self.held(gathering.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let one = Theirs { gathering, held };
        let roles = roles(speaker, &one.gathering);
        if !one.gathering.plan.is_for(&roles) {
            let is_there = roles.iter().any(|role| *role != Role::Leader);
            let says = if is_there { Says::NotForYou.into() } else { General::NotYours.into() };
            return Ok(vec![says]);
        }
        self.take_answer(speaker, &one, answer).await
    }

    async fn take_answer(
        &mut self,
        speaker: &Speaker,
        one: &Theirs,
        answer: Answer,
    ) -> Result<Answers, AppError> {
        let (gathering, zone) = (&one.gathering, one.zone().clone());
        let title = gathering.plan.titles.clone();
        let replies = self.work.replies_to(gathering.id).await?;
        let person = speaker.person.id;
        let reply = match answered(gathering, &replies, person, answer, &zone, self.now) {
            Ok(reply) => reply,
            Err(Closed::Cancelled) => return Ok(vec![Says::IsOff { title }.into()]),
            Err(Closed::Begun) => return Ok(vec![Says::Begun { title }.into()]),
            Err(Closed::NotYet) => return Ok(vec![Says::NothingToAnswer.into()]),
            Err(Closed::TooLate(on)) => {
                let contact = self.usage(CommandName::ContactLeader);
                return Ok(vec![Says::TooLate { title, on, contact }.into()]);
            }
        };
        self.work.put_reply(gathering.id, &reply).await?;
        let under = one.held.under();
        self.app.fill_places(&mut self.work, gathering, under, self.now).await?;
        Ok(vec![match answer {
            Answer::No => Says::NotComing { title }.into(),
            Answer::Maybe => Says::Perhaps { title }.into(),
            Answer::Yes if reply.waits => {
                let mut line = self.work.replies_to(gathering.id).await?;
                line.retain(|other| other.waits);
                let ahead = line.iter().take_while(|other| other.person != person).count();
                Says::Waiting { title, place: count(ahead) + 1 }.into()
            }
            Answer::Yes => {
                let mine = self.zone_of(speaker, Some(&one.held)).await?;
                let Some(begins) = gathering.plan.begins(&zone) else {
                    return Ok(vec![General::Outdated.into()]);
                };
                let at = Moment::of(begins, &mine);
                Says::Coming { gathering: gathering.id, title, at }.into()
            }
        }])
    }

    /// Somebody says the code that is shown where they are.
    pub(super) async fn is_here(
        &mut self,
        speaker: &Speaker,
        code: &str,
    ) -> Result<Answers, AppError> {
        let account = self.inbound.from.clone();
        if self.work.failed_codes(&account, self.now).await? >= CODE_TRIES {
            return Ok(vec![PeopleSays::TooManyCodes.into()]);
        }
        let said = code.trim().to_uppercase();
        let now = self.now;
        for one in self.gatherings_for(speaker, None).await? {
            let fits = one.gathering.code.as_deref() == Some(said.as_str());
            if !fits || !takes_code(&one.gathering, one.zone(), now) {
                continue;
            }
            let person = speaker.person.id;
            let replies = self.work.replies_to(one.gathering.id).await?;
            let known = replies.iter().find(|reply| reply.person == person).copied();
            let known = known.unwrap_or_else(|| Reply::silent(person, now));
            let came = known.came.or(Some(CameBy::Code));
            self.work.put_reply(one.gathering.id, &Reply { came, ..known }).await?;
            return Ok(vec![Says::Here { title: one.gathering.plan.titles }.into()]);
        }
        self.work.note_failed_code(&account, now).await?;
        Ok(vec![Says::NoSuchCode.into()])
    }

    /// The group sessions of whatever somebody takes part in that are for them and not called off.
    async fn gatherings_for(
        &mut self,
        speaker: &Speaker,
        programme: Option<&str>,
    ) -> Result<Vec<Theirs>, AppError> {
        let mut found = vec![];
        let mut seen = vec![];
        for part in &speaker.parts {
            if part.role == Role::Leader || seen.contains(&part.programme) {
                continue;
            }
            seen.push(part.programme);
            let Some(held) = self.held(part.programme).await? else { continue };
            if programme.is_some_and(|slug| held.row.slug != slug.to_lowercase()) {
                continue;
            }
            for gathering in self.work.gatherings_of(part.programme).await? {
                let is_known = !matches!(gathering.state, GatheringState::Planned { .. });
                if is_known && is_invited(speaker, &gathering) {
                    found.push(Theirs { gathering, held: held.clone() });
                }
            }
        }
        Ok(found)
    }

    /// What one is called among several.
    fn named(&self, one: &Theirs) -> String {
        let (number, title) = (one.gathering.number, one.gathering.plan.titles.get(&self.locale));
        format!("{number}. {title}")
    }

    /// What to type to do something to a group session.
    pub(super) fn for_gathering(&self, name: CommandName, number: i64) -> Code {
        let verb = self.app.words.of_command(&self.locale, name, "verb");
        Code(format!("{verb} {number}"))
    }
}

/// The roles of somebody in the programme of a group session.
fn roles(speaker: &Speaker, gathering: &Gathering) -> Vec<Role> {
    let there = speaker.parts.iter().filter(|part| part.programme == gathering.programme);
    there.map(|part| part.role).collect()
}

fn is_invited(speaker: &Speaker, gathering: &Gathering) -> bool {
    gathering.plan.is_for(&roles(speaker, gathering))
}

/// Whether those who are there can say so now.
fn takes_code(gathering: &Gathering, zone: &TimeZone, now: Timestamp) -> bool {
    let times = gathering.plan.begins(zone).zip(gathering.plan.ends(zone));
    gathering.state != GatheringState::Cancelled
        && times
            .is_some_and(|(begins, ends)| begins - CODE_BEFORE <= now && now <= ends + CODE_AFTER)
}

/// What somebody has said, for a list.
fn own_line(reply: Option<&Reply>) -> Says {
    match reply.map(|reply| (reply.answer, reply.waits)) {
        Some((Some(Answer::Yes), true)) => Says::OwnWaiting,
        Some((Some(Answer::Yes), false)) => Says::OwnYes,
        Some((Some(Answer::No), _)) => Says::OwnNo,
        Some((Some(Answer::Maybe), _)) => Says::OwnMaybe,
        Some((None, _)) | None => Says::OwnNone,
    }
}
