//! What mentors and adepts have: meetings, and each other.

use super::{Seeking, label};
use crate::{
    app::{AppError, respond::is_called},
    domain::{
        command::CommandName,
        goal::Goal,
        meeting::{Meeting, MeetingState},
        pair::{Pair, Seat},
        person::first_name,
    },
    platform::Suggestion,
};

impl Seeking<'_> {
    /// Their meetings, those that the command can be about, in the order in which they are.
    pub(super) async fn meetings(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let zone = self.zone().await?;
        let has_begun = self.sought.command == CommandName::MeetingMet;
        let mut found = vec![];
        for (pair, other) in self.own_pairs().await? {
            let with = first_name(&other.name);
            for meeting in self.work.meetings_of(pair.id).await? {
                let is_meant =
                    if has_begun { self.has_begun(&meeting) } else { meeting.is_to_come(self.now) };
                if is_meant {
                    let number = meeting.number.to_string();
                    let at = meeting.when.moment_in(&zone).map(|at| self.moment(at.local));
                    let label = label(&[&number, at.as_deref().unwrap_or_default(), &with]);
                    found.push((meeting.when.instant(), Suggestion { label, value: number }));
                }
            }
        }
        found.sort_by_key(|(at, _)| *at);
        Ok(found.into_iter().map(|(_, suggestion)| suggestion).collect())
    }

    /// An adept's own goals.
    pub(super) async fn goals(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let goals = self.work.all_goals_of(self.person.id).await?;
        let suggestion = |goal: Goal| {
            let number = goal.number.to_string();
            Suggestion { label: label(&[&number, &goal.words]), value: number }
        };
        Ok(goals.into_iter().map(suggestion).collect())
    }

    /// Their own notes, by number and day: what they say is seen by nobody who looks over a shoulder.
    pub(super) async fn notes(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let zone = self.zone().await?;
        let mut found = vec![];
        for (pair, other) in self.own_pairs().await? {
            let half = pair.half_of(self.person.id);
            let Some(owner) = half.map(|half| pair.seat(half).member) else { continue };
            for note in self.work.notes_about(owner, pair.id).await? {
                let number = note.number.to_string();
                let on = self.day(zone.to_datetime(note.made_at).date());
                let label = label(&[&number, &on, &first_name(&other.name)]);
                found.push(Suggestion { label, value: number });
            }
        }
        Ok(found)
    }

    /// Whether a meeting has begun, and nobody has said yet whether it was held.
    fn has_begun(&self, meeting: &Meeting) -> bool {
        let is_open = matches!(meeting.state, MeetingState::Booked | MeetingState::Unanswered);
        is_open && meeting.when.instant().is_none_or(|begins| begins <= self.now)
    }

    /// Those with whom they are a pair, and where, if that isn't in one programme.
    pub(super) async fn others(&mut self) -> Result<Vec<Suggestion>, AppError> {
        let pairs = self.own_pairs().await?;
        let first = pairs.first().map(|(pair, _)| pair.programme);
        let are_in_several = pairs.iter().any(|(pair, _)| Some(pair.programme) != first);
        let mut found = vec![];
        for (pair, other) in pairs {
            let Some(handle) = self.handle_of(&other).await? else { continue };
            let programme = self.app.programme(&mut self.work, pair.programme).await?;
            let programme = programme
                .filter(|_| are_in_several)
                .map(|(_, outline)| outline.names.get(&self.locale).to_owned());
            let label = label(&[&other.name, programme.as_deref().unwrap_or_default()]);
            found.push(Suggestion { label, value: handle });
        }
        Ok(found)
    }

    async fn handle_of(&mut self, seat: &Seat) -> Result<Option<String>, AppError> {
        let parts = self.work.parts_of(seat.person).await?;
        Ok(parts.into_iter().find(|part| part.id == seat.member).map(|part| part.handle))
    }

    /// Their pairs, each with the other of the two: that of the room where they speak, if it is
    /// one's, and those with whomever they have chosen.
    async fn own_pairs(&mut self) -> Result<Vec<(Pair, Seat)>, AppError> {
        let room = &self.sought.room;
        let place = self.work.place_at(room.platform, &room.address).await?;
        let here = place.and_then(|place| place.pair);
        let mut pairs = vec![];
        for pair in self.work.pairs_of_person(self.person.id).await? {
            let Some(half) = pair.half_of(self.person.id) else { continue };
            if here.is_some_and(|here| here != pair.id) {
                continue;
            }
            let other = pair.seat(half.other()).clone();
            if let Some(name) = &self.sought.with {
                let parts = self.work.parts_of(other.person).await?;
                let part = parts.iter().find(|part| part.id == other.member);
                if !part.is_some_and(|part| is_called(part, name)) {
                    continue;
                }
            }
            pairs.push((pair, other));
        }
        Ok(pairs)
    }
}
