//! A leader's commands about pairs.

use super::{
    Answers, Hearing, Held, Speaker,
    general::count_held,
    meeting_list::meeting_lines,
    target::{Target, found},
};
use crate::{
    app::AppError,
    domain::{
        command::CommandName,
        ids::MemberId,
        meeting::{Half, Meeting},
        message::{Message, general::General, pair::PairSays},
        nudge::remind,
        pair::{DATES_AT_START, Lack, NextMeeting, Pair},
        person::{Member, first_name},
        programme::ProgrammeState,
        proposal::{Proposal, ProposalState},
        role::Role,
    },
};

impl Hearing<'_> {
    pub(super) async fn add_pair(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        mentor: &str,
        adept: &str,
    ) -> Result<Answers, AppError> {
        let members = self.work.members(held.row.id).await?;
        let (mentor, adept) = match Self::mentor_and_adept(&members, mentor, adept) {
            Ok(both) => both,
            Err(refusal) => return Ok(vec![*refusal]),
        };
        if let Some(refusal) = self.is_taken(held, &mentor, &adept).await? {
            return Ok(vec![refusal]);
        }
        let Some(pair) = self.make_pair(held, mentor.id, adept.id).await? else {
            return Ok(vec![]);
        };
        let both = [mentor.person, adept.person];
        self.remember_about(speaker, held.row.id, CommandName::PairAdd, &both).await?;
        let mut answers: Answers = vec![
            PairSays::Added {
                number: pair.number,
                mentor: mentor.name.clone(),
                adept: adept.name.clone(),
            }
            .into(),
        ];
        for member in [mentor, adept].into_iter().filter(|member| !member.has_joined) {
            answers.push(PairSays::NotJoined { name: member.name }.into());
        }
        Ok(answers)
    }

    /// The mentor and the adept who are named; "A B" is a pair whichever of them comes first.
    pub(super) fn mentor_and_adept(
        members: &[Member],
        one: &str,
        other: &str,
    ) -> Result<(Member, Member), Box<Message>> {
        let mentors: Vec<_> = of_role(members, Role::Mentor);
        let adepts: Vec<_> = of_role(members, Role::Adept);
        let named = (Self::person_called(&mentors, one), Self::person_called(&adepts, other));
        let swapped = (Self::person_called(&mentors, other), Self::person_called(&adepts, one));
        let (mentor, adept) = match (named, swapped) {
            ((Ok(mentor), Ok(adept)), _) | (_, (Ok(mentor), Ok(adept))) => {
                (mentor.clone(), adept.clone())
            }
            ((Err(refusal), _), _) => {
                return Err(match Self::person_called(members, one) {
                    Ok(known) => Box::new(PairSays::NoMentor { name: known.name.clone() }.into()),
                    Err(_) => refusal,
                });
            }
            ((_, Err(refusal)), _) => {
                return Err(match Self::person_called(members, other) {
                    Ok(known) => Box::new(PairSays::NoAdept { name: known.name.clone() }.into()),
                    Err(_) => refusal,
                });
            }
        };
        if mentor.person == adept.person {
            return Err(Box::new(PairSays::NoAdept { name: adept.name }.into()));
        }
        Ok((mentor, adept))
    }

    /// What is said if the two are a pair.
    pub(super) async fn are_together(
        &mut self,
        held: &Held,
        mentor: &Member,
        adept: &Member,
    ) -> Result<Option<Message>, AppError> {
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        let mut alive = pairs.iter().filter(|pair| pair.ended_at.is_none());
        let both = |pair: &&Pair| pair.mentor.member == mentor.id && pair.adept.member == adept.id;
        Ok(alive.find(both).map(|pair| {
            let (mentor, adept) = (mentor.name.clone(), adept.name.clone());
            PairSays::AlreadyThere { number: pair.number, mentor, adept }.into()
        }))
    }

    /// What is said if the two are a pair, or if one of them has no room.
    pub(super) async fn is_taken(
        &mut self,
        held: &Held,
        mentor: &Member,
        adept: &Member,
    ) -> Result<Option<Message>, AppError> {
        if let Some(refusal) = self.are_together(held, mentor, adept).await? {
            return Ok(Some(refusal));
        }
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        let mut alive = pairs.iter().filter(|pair| pair.ended_at.is_none());
        if let Some(taken) = alive.clone().find(|pair| pair.adept.member == adept.id) {
            let says = PairSays::AdeptTaken { adept: adept.name.clone(), number: taken.number };
            return Ok(Some(says.into()));
        }
        let count = alive.by_ref().filter(|pair| pair.mentor.member == mentor.id).count();
        let is_full = i64::try_from(count).unwrap_or(i64::MAX) >= mentor.capacity;
        let (name, capacity) = (mentor.name.clone(), mentor.capacity);
        Ok(is_full.then(|| PairSays::MentorFull { name, capacity }.into()))
    }

    /// Makes two a pair, and begins it if the programme runs.
    pub(super) async fn make_pair(
        &mut self,
        held: &Held,
        mentor: MemberId,
        adept: MemberId,
    ) -> Result<Option<Pair>, AppError> {
        let id = self.work.add_pair(held.row.id, mentor, adept, self.now).await?;
        // What the adept has shown to one mentor isn't shown to the next.
        self.work.unshare_goals(adept).await?;
        let Some(pair) = self.work.pair(id).await? else { return Ok(None) };
        for open in self.work.proposals(held.row.id).await? {
            if !open.is_asked() || open.mentor.member != mentor || open.adept.member != adept {
                continue;
            }
            // They needn't say whether they want to be what they are.
            let settled = Proposal { state: ProposalState::Agreed, ..open };
            self.work.put_proposal(&settled).await?;
            for half in [Half::Mentor, Half::Adept] {
                self.take_back(&settled, half).await?;
            }
        }
        if held.row.state.has_begun() {
            self.app.begin_pair(&mut self.work, held.under(), &pair, self.now).await?;
        }
        Ok(Some(pair))
    }

    pub(super) async fn list_pairs(&mut self, held: &Held) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        if pairs.is_empty() {
            return Ok(vec![PairSays::NoPairs { programme }.into()]);
        }
        let mut lines = vec![];
        for pair in &pairs {
            let state = Box::new(self.state_of(held, pair).await?);
            let (number, mentor, adept) =
                (pair.number, pair.mentor.name.clone(), pair.adept.name.clone());
            let meetings = self.work.meetings_of(pair.id).await?;
            let says = match self.lacks(held, pair, &meetings).await? {
                Some(lacks) => {
                    let lacks = Box::new(lacks);
                    PairSays::ItemNotOnTrack { number, mentor, adept, state, lacks }
                }
                None => PairSays::Item { number, mentor, adept, state },
            };
            lines.push(says.into());
        }
        let count = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
        Ok(vec![PairSays::List { programme, count, lines }.into()])
    }

    pub(super) async fn show_pair(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        number: i64,
    ) -> Result<Answers, AppError> {
        let pair = found!(self.numbered_pair(held, number).await?);
        let meetings = self.work.meetings_of(pair.id).await?;
        let state = Box::new(self.state_of(held, &pair).await?);
        let (mentor, adept) = (pair.mentor.name.clone(), pair.adept.name.clone());
        let wanted = i64::from(held.outline.meetings);
        let track = self.lacks(held, &pair, &meetings).await?.map(|lacks| {
            let says = PairSays::NotOnTrack { number, lacks: Box::new(lacks) };
            says.into()
        });
        let goals = self.goals_in_numbers(pair.adept.member).await?;
        let felt = self.felt_in(speaker, &pair).await?;
        let track = track.into_iter().chain(goals).chain(felt);
        if meetings.is_empty() {
            let says = PairSays::ShowEmpty { number, mentor, adept, state, wanted };
            return Ok(std::iter::once(says.into()).chain(track).collect());
        }
        let held_count = count_held(&meetings);
        let both = General::AboutPair { mentor: first_name(&mentor), adept: first_name(&adept) };
        let with = self.app.words.line(&self.locale, &both.into());
        // Where they meet is between the two.
        let meetings: Vec<_> =
            meetings.into_iter().map(|meeting| Meeting { place: None, ..meeting }).collect();
        let lines = meeting_lines(&meetings, &with, &held.outline.time_zone, self.now);
        let says = PairSays::Show { number, mentor, adept, state, held: held_count, wanted, lines };
        Ok(std::iter::once(says.into()).chain(track).collect())
    }

    /// What a pair lacks for a good start, if it lacks anything.
    async fn lacks(
        &mut self,
        held: &Held,
        pair: &Pair,
        meetings: &[Meeting],
    ) -> Result<Option<Message>, AppError> {
        if held.row.state != ProgrammeState::Running {
            return Ok(None);
        }
        let agreement = self.work.agreement_of(pair.id).await?;
        let count = |dates: usize| i64::try_from(dates).unwrap_or(i64::MAX);
        let wanted = count(DATES_AT_START);
        let says = pair.lacks(agreement.as_ref(), meetings).map(|lack| match lack {
            Lack::Agreement => PairSays::LacksAgreement,
            Lack::Dates { dates } => PairSays::LacksDates { dates: count(dates), wanted },
            Lack::Both { dates } => PairSays::LacksBoth { dates: count(dates), wanted },
        });
        Ok(says.map(Message::from))
    }

    pub(super) async fn remind_pair(
        &mut self,
        held: &Held,
        number: i64,
    ) -> Result<Answers, AppError> {
        let pair = found!(self.numbered_pair(held, number).await?);
        let meetings = self.work.meetings_of(pair.id).await?;
        let Some(decision) = remind(&pair, &meetings, self.now) else {
            let state = Box::new(self.state_of(held, &pair).await?);
            return Ok(vec![PairSays::NothingToRemind { number, state }.into()]);
        };
        self.app.keep(&mut self.work, &decision, held.under(), self.now).await?;
        Ok(vec![PairSays::Reminded { number }.into()])
    }

    pub(super) async fn numbered_pair(
        &mut self,
        held: &Held,
        number: i64,
    ) -> Result<Target<Pair>, AppError> {
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        let pair = pairs.into_iter().find(|pair| pair.number == number);
        Ok(pair.map_or_else(
            || Target::Answer(vec![PairSays::NoSuchPair { number }.into()]),
            Target::Found,
        ))
    }

    /// How it stands with a pair, in a few words.
    async fn state_of(&mut self, held: &Held, pair: &Pair) -> Result<Message, AppError> {
        let zone = &held.outline.time_zone;
        let day = |at| zone.to_datetime(at).date();
        if pair.ended_at.is_some() {
            return Ok(PairSays::StateEnded.into());
        }
        if held.row.state == ProgrammeState::Draft {
            return Ok(PairSays::StateNotStarted.into());
        }
        if let Some(since) = pair.stopped_since {
            return Ok(PairSays::StatePaused { since: day(since) }.into());
        }
        Ok(match pair.next {
            NextMeeting::Open { asked, .. } => match asked.last_at() {
                Some(at) => PairSays::StateAsked { times: asked.times(), on: day(at) },
                None => PairSays::StateOpen,
            },
            NextMeeting::Booked { meeting, .. } => {
                let meeting = self.work.meeting(meeting).await?;
                match meeting.and_then(|meeting| meeting.when.moment_in(zone)) {
                    Some(at) => PairSays::StateBooked { at },
                    None => PairSays::StateBookedSometime,
                }
            }
            NextMeeting::InQuestion { meeting, .. } => {
                let meeting = self.work.meeting(meeting).await?;
                let on = meeting.map(|meeting| meeting.when.day(zone));
                PairSays::StateInQuestion { on: on.unwrap_or_else(|| day(self.now)) }
            }
            NextMeeting::WithLeader { since } => PairSays::StateWithLeader { since: day(since) },
        }
        .into())
    }
}

fn of_role(members: &[Member], role: Role) -> Vec<Member> {
    members.iter().filter(|member| member.role == role).cloned().collect()
}
