//! Booking several meetings at once: all of them are echoed back, and booked together or not at all.

use jiff::{civil::DateTime, tz::TimeZone};

use super::{
    Answers, Hearing, Speaker,
    presses::{appointment, unbookable},
    target::Own,
};
use crate::{
    app::AppError,
    domain::{
        draft::Draft,
        ids::PairId,
        meeting::{Appointment, Meeting},
        message::{Message, Which, general::General, meeting::MeetingSays},
        notice::Notice,
        person::first_name,
    },
};

impl Hearing<'_> {
    pub(super) async fn echo_several(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        times: &[DateTime],
        place: Option<String>,
    ) -> Result<Answers, AppError> {
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let lines = match self.bookable(own, times, &zone) {
            Ok(lines) => lines,
            Err(refusal) => return Ok(vec![*refusal]),
        };
        let draft = Draft::BookSeveral {
            pair: own.pair.id,
            times: times.to_vec(),
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            place: place.clone(),
        };
        let draft = self.begin(speaker, &draft).await?;
        let with = own.with();
        let count = i64::try_from(times.len()).unwrap_or(i64::MAX);
        let mut answers: Answers = vec![];
        for at in times {
            let when = Appointment::At { local: *at, zone: zone.clone() };
            if let Some(at) = when.moment_in(&zone) {
                answers.extend(self.clashes(speaker, own, at).await?);
            }
        }
        answers.push(match place {
            Some(place) => {
                MeetingSays::EchoSeveralPlace { draft, with, count, lines, place }.into()
            }
            None => MeetingSays::EchoSeveral { draft, with, count, lines }.into(),
        });
        Ok(answers)
    }

    /// A line for each time, or what is said about the first at which no meeting can be.
    fn bookable(
        &self,
        own: &Own,
        times: &[DateTime],
        zone: &TimeZone,
    ) -> Result<Vec<Message>, Box<Message>> {
        let mut meetings = own.meetings.clone();
        let mut lines = vec![];
        for at in times {
            let when = Appointment::At { local: *at, zone: zone.clone() };
            let Some(moment) = when.moment_in(zone) else {
                return Err(Box::new(MeetingSays::TooFar { at: *at }.into()));
            };
            let situation = crate::domain::booking::Situation {
                pair: &own.pair,
                meetings: &meetings,
                outline: &own.held.outline,
                now: self.now,
            };
            situation
                .can_be_at(&when, None)
                .map_err(|why| Box::new(unbookable(&why, moment.local, own.last_day())))?;
            meetings.push(Meeting::booked(own.pair.id, &meetings, when, None));
            lines.push(MeetingSays::Time { at: moment }.into());
        }
        Ok(lines)
    }

    pub(super) async fn confirm_several(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
        times: &[DateTime],
        zone: &str,
        place: Option<String>,
    ) -> Result<Answers, AppError> {
        let Some(own) = self.own_of(speaker, pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(clock) = TimeZone::get(zone).ok() else {
            return Ok(vec![General::Outdated.into()]);
        };
        if let Err(refusal) = self.bookable(&own, times, &clock) {
            return Ok(vec![*refusal]);
        }
        let (mut lines, mut which): (Vec<Message>, Vec<Which>) = (vec![], vec![]);
        for at in times {
            let Some(when) = appointment(*at, zone) else { continue };
            lines.extend(
                when.moment_in(&own.held.outline.time_zone)
                    .map(|at| Message::from(MeetingSays::Time { at })),
            );
            let Some(own) = self.own_of(speaker, pair).await? else { continue };
            let (meeting, _) = own.situation(self.now).book(own.half, when, place.clone());
            which.push(Which { pair: own.pair.id, number: meeting.number });
            self.settle(&own, meeting, &[]).await?;
        }
        let by = first_name(&own.pair.seat(own.half).name);
        let says = match place {
            Some(place) => {
                MeetingSays::PairBookedSeveralPlace { by, lines: lines.clone(), place, which }
            }
            None => MeetingSays::PairBookedSeveral { by, lines: lines.clone(), which },
        };
        self.tell(&Notice::to_pair(own.pair.id, says.into()), &own.held).await?;
        if self.is_told_here(&own).await? {
            return Ok(vec![]);
        }
        Ok(vec![MeetingSays::BookedSeveral { with: own.with(), lines }.into()])
    }
}
