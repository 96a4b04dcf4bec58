//! Group sessions as leaders see them: who comes, who came, and what everybody gets to read
//! afterwards.

use jiff::Timestamp;

use super::{Answers, Hearing, Held, gathering_plans::runs, target::found};
use crate::{
    app::{
        AppError,
        gatherings::{details, only_for},
    },
    domain::{
        command::CommandName,
        gathering::{Answer, CameBy, Gathering, GatheringState, Reply, Step},
        ids::PersonId,
        message::{Code, Message, count, gathering::GatheringSays as Says},
        notice::{Notice, Urgency},
        person::Member,
        sparing::Rank,
    },
};

/// How long the code is that is shown at a group session: it is good for a day, and few tries are.
const CODE_LENGTH: usize = 6;

impl Hearing<'_> {
    /// Shows one, and who comes.
    pub(super) async fn show_gathering(
        &mut self,
        held: &Held,
        number: i64,
    ) -> Result<Answers, AppError> {
        let gathering = found!(self.gathering_numbered(held, number).await?);
        let outline = &held.outline;
        let mut lines = details(&gathering, outline);
        lines.extend(only_for(&gathering));
        let replies = self.work.replies_to(gathering.id).await?;
        let members = self.work.members(held.row.id).await?;
        if let GatheringState::Invited { .. } = gathering.state {
            let audience = self.app.audience_of(&mut self.work, &gathering).await?;
            lines.extend(who(&members, &audience, &replies));
        } else {
            lines.push(self.invited_line(&gathering, held));
        }
        if let Some(words) = gathering.material.clone() {
            let title = gathering.plan.titles.clone();
            lines.push(Says::Material { title, words }.into());
        }
        let came = names_of(&members, replies.iter().filter(|reply| reply.came.is_some()));
        if !came.is_empty() {
            lines.push(Says::CameNames { names: came }.into());
        }
        let (title, edit) =
            (gathering.plan.titles.clone(), self.for_gathering(CommandName::GatheringEdit, number));
        let when = Box::new(when_line(&gathering, held));
        Ok(vec![Says::Show { number, title, when, lines, edit }.into()])
    }

    /// All of a programme, for a leader.
    pub(super) async fn list_for_leader(&mut self, held: &Held) -> Result<Message, AppError> {
        let programme = held.name(&self.locale);
        let create = self.usage(CommandName::GatheringCreate);
        let mut all = self.work.gatherings_of(held.row.id).await?;
        if all.is_empty() {
            return Ok(Says::LeaderListEmpty { programme, create }.into());
        }
        all.sort_by_key(|one| (one.plan.starts.is_none(), one.plan.starts, one.plan.week));
        let mut lines = vec![];
        for gathering in &all {
            let counts = match gathering.state {
                GatheringState::Cancelled => Says::Off.into(),
                GatheringState::Planned { .. } => self.invited_line(gathering, held),
                GatheringState::Invited { .. } => self.counts(gathering, held).await?,
            };
            lines.push(
                Says::LeaderItem {
                    number: gathering.number,
                    title: gathering.plan.titles.clone(),
                    when: Box::new(when_line(gathering, held)),
                    counts: Box::new(counts),
                }
                .into(),
            );
        }
        Ok(Says::LeaderList { programme, lines, create }.into())
    }

    /// Shows the code for those who are there, or notes who was.
    pub(super) async fn gathering_attendance(
        &mut self,
        held: &Held,
        number: i64,
        names: Option<&str>,
    ) -> Result<Answers, AppError> {
        let mut gathering = found!(self.gathering_numbered(held, number).await?);
        let title = gathering.plan.titles.clone();
        let members = self.work.members(held.row.id).await?;
        let Some(names) = names else {
            let code = match &gathering.code {
                Some(code) => code.clone(),
                None => self.app.chance.code(CODE_LENGTH),
            };
            if gathering.code.is_none() {
                gathering.code = Some(code.clone());
                let (outline, state) = (&held.outline, held.row.state);
                let work = &mut self.work;
                self.app.plan_gathering(work, &gathering, outline, state, self.now).await?;
            }
            let replies = self.work.replies_to(gathering.id).await?;
            let came = names_of(&members, replies.iter().filter(|reply| reply.came.is_some()));
            let line =
                if came.is_empty() { Says::CameNobody } else { Says::CameNames { names: came } };
            let here = self.app.words.of_command(&self.locale, CommandName::GatheringHere, "verb");
            let note = self.for_gathering(CommandName::GatheringAttendance, number);
            let (code, here) = (Code(code.clone()), Code(format!("{here} {code}")));
            let lines = vec![line.into()];
            return Ok(vec![Says::Attendance { title, code, here, note, lines }.into()]);
        };
        if !has_begun(&gathering, held, self.now) {
            return Ok(vec![Says::NotYet { title }.into()]);
        }
        let mut there: Vec<PersonId> = vec![];
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            match Self::person_called(&members, name) {
                Ok(member) if !there.contains(&member.person) => there.push(member.person),
                Ok(_) => {}
                Err(answer) => return Ok(vec![*answer]),
            }
        }
        let replies = self.work.replies_to(gathering.id).await?;
        for person in there {
            let known = replies.iter().find(|reply| reply.person == person).copied();
            let known = known.unwrap_or_else(|| Reply::silent(person, self.now));
            let came = known.came.or(Some(CameBy::Leader));
            self.work.put_reply(gathering.id, &Reply { came, ..known }).await?;
        }
        let replies = self.work.replies_to(gathering.id).await?;
        let names = names_of(&members, replies.iter().filter(|reply| reply.came.is_some()));
        Ok(vec![Says::AttendanceNoted { title, names }.into()])
    }

    /// Sends everybody whom it was for something to read.
    pub(super) async fn send_material(
        &mut self,
        held: &Held,
        number: i64,
        words: String,
    ) -> Result<Answers, AppError> {
        let mut gathering = found!(self.gathering_numbered(held, number).await?);
        let title = gathering.plan.titles.clone();
        if !has_begun(&gathering, held, self.now) {
            return Ok(vec![Says::NotYet { title }.into()]);
        }
        let everybody = self.app.audience_of(&mut self.work, &gathering).await?;
        for person in &everybody {
            let says = Says::Material { title: title.clone(), words: words.clone() };
            let urgency = Urgency::Sparing(Rank::Material);
            self.tell(&Notice::to_person(*person, says.into(), urgency), held).await?;
        }
        gathering.material = Some(words);
        let (outline, state) = (&held.outline, held.row.state);
        self.app.plan_gathering(&mut self.work, &gathering, outline, state, self.now).await?;
        Ok(vec![Says::MaterialSent { title, count: count(everybody.len()) }.into()])
    }

    /// How many come, and how many don't or haven't said.
    async fn counts(&mut self, gathering: &Gathering, held: &Held) -> Result<Message, AppError> {
        let replies = self.work.replies_to(gathering.id).await?;
        let came = replies.iter().filter(|reply| reply.came.is_some()).count();
        if came > 0 && !gathering.is_to_come(&held.outline.time_zone, self.now) {
            return Ok(Says::Came { count: count(came) }.into());
        }
        let audience = self.app.audience_of(&mut self.work, gathering).await?;
        let said = |answer: Answer| {
            count(
                replies.iter().filter(|reply| reply.answer == Some(answer) && !reply.waits).count(),
            )
        };
        let waiting = count(replies.iter().filter(|reply| reply.waits).count());
        let has_said = |person: &&PersonId| {
            replies.iter().any(|reply| reply.person == **person && reply.answer.is_some())
        };
        let silent = count(audience.iter().filter(|person| !has_said(person)).count());
        let (yes, no, maybe) = (said(Answer::Yes), said(Answer::No), said(Answer::Maybe));
        Ok(if waiting > 0 {
            Says::CountsWaiting { yes, waiting, no, maybe, silent }.into()
        } else {
            Says::Counts { yes, no, maybe, silent }.into()
        })
    }

    /// When people will be invited.
    fn invited_line(&self, gathering: &Gathering, held: &Held) -> Message {
        let next = gathering.next_step(&held.outline, self.now);
        let on = next.filter(|(step, _)| *step == Step::Invite);
        match (gathering.state, on) {
            (GatheringState::Cancelled, _) => Says::Off,
            (_, Some((_, at))) if runs(held) => {
                Says::InvitedOn { on: held.outline.time_zone.to_datetime(at).date() }
            }
            (_, Some(_) | None) => Says::NotInvited,
        }
        .into()
    }
}

/// Whether it has begun, and wasn't called off.
fn has_begun(gathering: &Gathering, held: &Held, now: Timestamp) -> bool {
    let begins = gathering.plan.begins(&held.outline.time_zone);
    gathering.state != GatheringState::Cancelled && begins.is_some_and(|begins| begins <= now)
}

/// When it is, or in which week it is wanted.
fn when_line(gathering: &Gathering, held: &Held) -> Message {
    match (gathering.plan.moment(&held.outline.time_zone), gathering.plan.week) {
        (Some(at), _) => Says::At { at },
        (None, Some(week)) => {
            let on = held.outline.first_day_of_week(week);
            Says::NoTimeWeek { week: i64::from(week), on }
        }
        (None, None) => Says::NoTime,
    }
    .into()
}

/// Who comes, who waits, who doesn't and who hasn't said.
fn who(members: &[Member], audience: &[PersonId], replies: &[Reply]) -> Vec<Message> {
    let names = |people: Vec<PersonId>| -> Vec<String> {
        people.into_iter().filter_map(|person| name_of(members, person)).collect()
    };
    let with = |fits: &dyn Fn(&Reply) -> bool| {
        names(replies.iter().filter(|reply| fits(reply)).map(|reply| reply.person).collect())
    };
    let silent = audience.iter().copied().filter(|person| {
        !replies.iter().any(|reply| reply.person == *person && reply.answer.is_some())
    });
    let silent = names(silent.collect());
    let yes = with(&|reply| reply.has_place());
    let queue = with(&|reply| reply.waits);
    let maybe = with(&|reply| reply.answer == Some(Answer::Maybe));
    let no = with(&|reply| reply.answer == Some(Answer::No));
    let lines = [
        (!yes.is_empty()).then_some(Says::Yes { names: yes }),
        (!queue.is_empty()).then_some(Says::Queue { names: queue }),
        (!maybe.is_empty()).then_some(Says::Maybes { names: maybe }),
        (!no.is_empty()).then_some(Says::Noes { names: no }),
        (!silent.is_empty()).then_some(Says::Silent { names: silent }),
    ];
    lines.into_iter().flatten().map(Message::from).collect()
}

/// What those are called of whom something is known, in order.
fn names_of<'r>(members: &[Member], replies: impl Iterator<Item = &'r Reply>) -> Vec<String> {
    let mut names: Vec<_> = replies.filter_map(|reply| name_of(members, reply.person)).collect();
    names.sort();
    names
}

fn name_of(members: &[Member], person: PersonId) -> Option<String> {
    members.iter().find(|member| member.person == person).map(|member| member.name.clone())
}
