//! Breaks: the other of the two hears that it rests, and not why, and whoever comes back hears in one
//! message what they have missed.

use jiff::Timestamp;

use super::{App, AppError, promise::Under};
use crate::{
    domain::{
        ids::PersonId,
        letter::{Fate, Reason},
        meeting::Meeting,
        message::{
            Message, meeting::MeetingSays, pair::PairSays, programme::ProgrammeSays,
            settings::SettingsSays,
        },
        moment::Moment,
        notice::{Notice, Urgency},
        pair::Pair,
        person::first_name,
    },
    store::Work,
};

impl App {
    /// Stops the clocks of a pair because one of the two takes a break, and tells the other.
    pub(super) async fn let_rest(
        &self,
        work: &mut Work,
        pair: &Pair,
        away: PersonId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        work.put_pair(&pair.stopped(now), None).await?;
        work.settle_watched(pair.id, &[]).await?;
        if pair.stopped_since.is_some() {
            return Ok(());
        }
        self.tell_partner(work, pair, away, |with| PairSays::Rests { with }, now).await
    }

    /// Tells the other of the two something about the pair.
    pub(super) async fn tell_partner(
        &self,
        work: &mut Work,
        pair: &Pair,
        person: PersonId,
        says: impl FnOnce(String) -> PairSays,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(half) = pair.half_of(person) else { return Ok(()) };
        let Some((row, outline)) = self.programme(work, pair.programme).await? else {
            return Ok(());
        };
        let says = says(first_name(&pair.seat(half).name));
        let to = pair.seat(half.other()).person;
        let notice = Notice::to_person(to, says.into(), Urgency::InHours);
        self.promise(work, &notice, Under::of(&row, &outline), now, now).await
    }

    /// What somebody has missed in a break, a line for each thing: meetings that should have been, the
    /// next one, and what was told to all, which isn't sent by itself any longer.
    pub(super) async fn missed(
        &self,
        work: &mut Work,
        person: PersonId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<Vec<Message>, AppError> {
        let mut lines: Vec<Message> = vec![];
        let zone = work.person(person).await?.and_then(|person| person.zone);
        for pair in work.pairs_of_person(person).await? {
            let Some((_, outline)) = self.programme(work, pair.programme).await? else { continue };
            let Some(half) = pair.half_of(person) else { continue };
            let with = first_name(&pair.seat(half.other()).name);
            let zone = zone.clone().unwrap_or_else(|| outline.time_zone.clone());
            let mut booked: Vec<_> = work
                .meetings_of(pair.id)
                .await?
                .into_iter()
                .filter(Meeting::is_booked)
                .filter_map(|meeting| meeting.when.instant())
                .collect();
            booked.sort_unstable();
            for at in booked.iter().filter(|at| **at > since && **at <= now) {
                let at = Moment::of(*at, &zone);
                lines.push(MeetingSays::MissedMeeting { with: with.clone(), at }.into());
            }
            if let Some(at) = booked.iter().find(|at| **at > now) {
                let at = Moment::of(*at, &zone);
                lines.push(MeetingSays::ComingMeeting { with, at }.into());
            }
        }
        for (letter, message) in work.waiting_for(person).await? {
            if let Message::Programme(ProgrammeSays::Announcement { leader, words, .. }) = message {
                lines.push(ProgrammeSays::ToldToAll { leader, words }.into());
                work.settle(letter, Fate::Expired, Reason::Overtaken, now).await?;
            }
        }
        Ok(lines)
    }
}

/// What is said to somebody who comes back.
pub(super) fn welcome_back(lines: Vec<Message>) -> Message {
    if lines.is_empty() {
        SettingsSays::Resumed.into()
    } else {
        SettingsSays::ResumedMissed { lines }.into()
    }
}
