//! Which programme, pair, person or meeting is meant.

use super::{Answers, Hearing, Held, Speaker};
use crate::{
    app::AppError,
    domain::{
        booking::Situation,
        command::{CommandName, Spoken},
        draft::{Draft, HeldFile},
        ids::{MemberId, PairId, ProgrammeId},
        inbound::Said,
        meeting::{Half, Meeting},
        message::{Message, farewell::FarewellSays, general::General, meeting::MeetingSays},
        pair::Pair,
        permission::Standing,
        person::{Member, first_name},
        programme::ProgrammeState,
        role::Role,
        when::normalise,
    },
};

/// What is meant, or what has to be said instead of acting.
pub enum Target<T> {
    /// This.
    Found(T),
    /// It can't be told, or isn't there.
    Answer(Answers),
}

/// The pair of whoever speaks, and everything that is known of it.
pub struct Own {
    pub pair: Pair,
    pub half: Half,
    pub meetings: Vec<Meeting>,
    pub held: Held,
}

impl Own {
    /// What the other of the two is called.
    pub fn with(&self) -> String {
        first_name(&self.pair.seat(self.half.other()).name)
    }

    /// Its last day.
    pub fn last_day(&self) -> jiff::civil::Date {
        self.pair.last_day(&self.held.outline)
    }

    /// The part in the programme of whoever it is the own pair of.
    pub const fn member(&self) -> MemberId {
        self.pair.seat(self.half).member
    }

    pub fn situation(&self, now: jiff::Timestamp) -> Situation<'_> {
        Situation { pair: &self.pair, meetings: &self.meetings, outline: &self.held.outline, now }
    }
}

macro_rules! found {
    ($target:expr) => {
        match $target {
            crate::app::respond::target::Target::Found(found) => found,
            crate::app::respond::target::Target::Answer(answers) => return Ok(answers),
        }
    };
}
pub(super) use found;

impl Hearing<'_> {
    /// The programme with that id, if whoever speaks leads it.
    pub(super) async fn held_by_leader(
        &mut self,
        speaker: &Speaker,
        id: ProgrammeId,
    ) -> Result<Target<Held>, AppError> {
        if speaker.standing(Some(id)) != Standing::Leader {
            return Ok(Target::Answer(vec![General::NotYours.into()]));
        }
        Ok(match self.held(id).await? {
            Some(held) => Target::Found(held),
            None => Target::Answer(vec![General::Outdated.into()]),
        })
    }

    /// The same, unless it is over: then nothing of it is changed any longer.
    pub(super) async fn held_to_change(
        &mut self,
        speaker: &Speaker,
        id: ProgrammeId,
    ) -> Result<Target<Held>, AppError> {
        Ok(match self.held_by_leader(speaker, id).await? {
            Target::Found(held) if held.row.state == ProgrammeState::Closed => {
                let programme = held.name(&self.locale);
                Target::Answer(vec![FarewellSays::ClosedBefore { programme }.into()])
            }
            found @ (Target::Found(_) | Target::Answer(_)) => found,
        })
    }

    /// The programme with that id, and what its file means.
    pub(super) async fn held(&mut self, id: ProgrammeId) -> Result<Option<Held>, AppError> {
        let held = self.app.programme(&mut self.work, id).await?;
        Ok(held.map(|(row, outline)| Held { row, outline }))
    }

    /// A pair of the speaker's own that goes on.
    pub(super) async fn own_of(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
    ) -> Result<Option<Own>, AppError> {
        let pair = self.work.pair(pair).await?.filter(|pair| pair.ended_at.is_none());
        match pair {
            Some(pair) => self.own(speaker, pair).await,
            None => Ok(None),
        }
    }

    /// The pair that is meant by whoever is in it.
    pub(super) async fn own_pair(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
    ) -> Result<Target<Own>, AppError> {
        let mut pairs = self.work.pairs_of_person(speaker.person.id).await?;
        if let Some(place) = self.work.place(self.place).await?
            && let Some(here) = place.pair
        {
            pairs.retain(|pair| pair.id == here);
        }
        if let Some(slug) = &spoken.programme {
            let programme = self.work.programme_named(&slug.to_lowercase()).await?;
            pairs.retain(|pair| programme.as_ref().is_some_and(|row| row.id == pair.programme));
        }
        if let Some(name) = &spoken.about {
            let mut named = vec![];
            for pair in pairs {
                let members = self.work.members(pair.programme).await?;
                let other = pair.half_of(speaker.person.id).map(|half| pair.seat(half.other()));
                if other.is_some_and(|seat| {
                    let member = members.iter().find(|member| member.id == seat.member);
                    member.is_some_and(|member| is_called(member, name))
                }) {
                    named.push(pair);
                }
            }
            pairs = named;
            if pairs.is_empty() && spoken.name == CommandName::Note {
                // What was taken for a name may be the end of the note.
                let handles = self.own_handles(speaker).await?;
                return Ok(Target::Answer(self.name_whom(&handles)));
            }
            if pairs.is_empty() {
                let says = General::NoSuchPerson { name: name.clone() };
                return Ok(Target::Answer(vec![says.into()]));
            }
        }
        match pairs.len() {
            0 => self.no_pair(speaker).await.map(Target::Answer),
            1 => {
                let pair = pairs.swap_remove(0);
                match self.own(speaker, pair).await? {
                    Some(own) => Ok(Target::Found(own)),
                    None => Ok(Target::Answer(vec![General::NotYours.into()])),
                }
            }
            _ => {
                let mut names = vec![];
                let mut handles = vec![];
                for pair in &pairs {
                    let members = self.work.members(pair.programme).await?;
                    let Some(half) = pair.half_of(speaker.person.id) else { continue };
                    let seat = pair.seat(half.other());
                    let handle = members.iter().find(|member| member.id == seat.member);
                    names.push(seat.name.clone());
                    handles.push(handle.map_or_else(String::new, |member| member.handle.clone()));
                }
                let suffixes = handles.iter().map(|handle| format!("@{handle}"));
                let suffixes = suffixes.collect::<Vec<_>>();
                self.which(speaker, spoken, suffixes, names).await.map(Target::Answer)
            }
        }
    }

    /// Everything about a pair of the speaker's. None if they aren't in it.
    pub(super) async fn own(
        &mut self,
        speaker: &Speaker,
        pair: Pair,
    ) -> Result<Option<Own>, AppError> {
        let Some(half) = pair.half_of(speaker.person.id) else { return Ok(None) };
        let Some(held) = self.held(pair.programme).await? else { return Ok(None) };
        let meetings = self.work.meetings_of(pair.id).await?;
        Ok(Some(Own { pair, half, meetings, held }))
    }

    async fn no_pair(&mut self, speaker: &Speaker) -> Result<Answers, AppError> {
        let part = speaker.parts.iter().find(|part| part.role != Role::Leader);
        let Some(part) = part else { return Ok(vec![General::PairsOnly.into()]) };
        let Some(held) = self.held(part.programme).await? else {
            return Ok(vec![General::PairsOnly.into()]);
        };
        Ok(vec![General::StatusUnpaired { programme: held.name(&self.locale) }.into()])
    }

    /// Asks which one is meant. The command is said again with a suffix that tells.
    pub(super) async fn which(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
        suffixes: Vec<String>,
        names: Vec<String>,
    ) -> Result<Answers, AppError> {
        if spoken.name == CommandName::Note {
            return Ok(self.name_whom(&suffixes));
        }
        let verb = self.app.words.of_command(&self.locale, spoken.name, "verb");
        let said = spoken.typed(&verb);
        let commands = suffixes.iter().map(|suffix| format!("{said} {suffix}")).collect();
        let file = match &self.inbound.said {
            Said::File { name, bytes, .. } => String::from_utf8(bytes.clone())
                .ok()
                .filter(|text| !text.contains('\0'))
                .map(|text| HeldFile { name: name.clone(), text }),
            Said::Text { .. }
            | Said::Command(_)
            | Said::FileTooLarge
            | Said::Wordless
            | Said::Correction
            | Said::Press { .. }
            | Said::Reaction { .. }
            | Said::Unreadable
            | Said::Arrived { .. } => None,
        };
        let draft = self.begin(speaker, &Draft::Which { commands, file }).await?;
        Ok(vec![General::WhichOne { draft, names }.into()])
    }

    /// How the others are named with whom somebody is in a pair: `@anna`.
    async fn own_handles(&mut self, speaker: &Speaker) -> Result<Vec<String>, AppError> {
        let mut handles = vec![];
        for pair in self.work.pairs_of_person(speaker.person.id).await? {
            let members = self.work.members(pair.programme).await?;
            let other = pair.half_of(speaker.person.id).map(|half| pair.seat(half.other()).member);
            let member = members.into_iter().find(|member| Some(member.id) == other);
            handles.extend(member.map(|member| format!("@{}", member.handle)));
        }
        Ok(handles)
    }

    /// The meeting with that number, or the only one that it can be.
    pub(super) fn meeting_numbered(own: &Own, number: i64) -> Target<Meeting> {
        match own.meetings.iter().find(|meeting| meeting.number == number) {
            Some(meeting) => Target::Found(meeting.clone()),
            None => Target::Answer(vec![MeetingSays::NoSuchMeeting { number }.into()]),
        }
    }

    /// The person of a programme that is called so.
    pub(super) fn person_called<'m>(
        members: &'m [Member],
        name: &str,
    ) -> Result<&'m Member, Box<Message>> {
        let typed = name.trim_start_matches('@');
        let said = normalise(typed);
        // "anna" is an id; "Anna" is somebody's name first.
        if let Some(member) = members.iter().find(|member| member.handle == typed) {
            return Ok(member);
        }
        let with = |called: fn(&Member) -> String| {
            members.iter().filter(|member| normalise(&called(member)) == said).collect::<Vec<_>>()
        };
        let mut fitting = with(|member| member.name.clone());
        if fitting.is_empty() {
            fitting = with(|member| first_name(&member.name));
        }
        if fitting.is_empty() {
            fitting = with(|member| member.handle.clone());
        }
        if let Some(first) = fitting.first() {
            if fitting.iter().all(|one| one.person == first.person) {
                return Ok(first);
            }
            let ids = fitting.iter().map(|one| one.handle.clone()).collect();
            return Err(Box::new(General::SeveralPeople { name: typed.to_owned(), ids }.into()));
        }
        let nearest = members
            .iter()
            .map(|member| (strsim::osa_distance(&normalise(&member.handle), &said), member))
            .filter(|(distance, _)| *distance <= 2)
            .min_by_key(|(distance, _)| *distance);
        let name = name.chars().take(60).collect();
        Err(Box::new(match nearest {
            Some((_, member)) => {
                General::NoSuchPersonBut { name, nearest: member.handle.clone() }.into()
            }
            None => General::NoSuchPerson { name }.into(),
        }))
    }
}

/// Whether somebody is called so: by the id in the list of people, by their whole name or by the
/// first of it.
pub fn is_called(member: &Member, name: &str) -> bool {
    let said = normalise(name.trim_start_matches('@'));
    [member.handle.as_str(), member.name.as_str(), &first_name(&member.name)]
        .into_iter()
        .any(|known| normalise(known) == said)
}
