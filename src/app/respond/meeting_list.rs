//! Meetings as lists show them.

use super::{Hearing, Speaker, target::Own};
use crate::{
    app::AppError,
    domain::{
        command::CommandName,
        meeting::{Meeting, MeetingState},
        message::{Message, meeting::MeetingSays},
    },
};

/// How many meetings that are over a list shows.
const SHOWN: usize = 5;

impl Hearing<'_> {
    pub(super) async fn list_meetings(
        &mut self,
        speaker: &Speaker,
        own: &Own,
    ) -> Result<Message, AppError> {
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let lines = meeting_lines(&own.meetings, &own.with(), &zone, self.now);
        Ok(if lines.is_empty() { self.no_meetings() } else { MeetingSays::List { lines }.into() })
    }

    pub(super) fn no_meetings(&self) -> Message {
        MeetingSays::NoMeetings { command: self.usage(CommandName::MeetingBook) }.into()
    }
}

/// Meetings as lines: those to come, then the latest that are over.
pub(super) fn meeting_lines(
    meetings: &[Meeting],
    with: &str,
    zone: &jiff::tz::TimeZone,
    now: jiff::Timestamp,
) -> Vec<Message> {
    let (to_come, over): (Vec<_>, Vec<_>) =
        meetings.iter().partition(|meeting| meeting.is_to_come(now));
    let mut to_come = to_come;
    // What has no time yet comes last.
    let day = |meeting: &&Meeting| (meeting.when.instant().is_none(), meeting.when.instant());
    to_come.sort_by_key(day);
    let over = over.into_iter().rev().take(SHOWN);
    let line = |meeting: &Meeting| {
        let number = meeting.number;
        let with = with.to_owned();
        let on = meeting.when.day(zone);
        match (meeting.state, meeting.when.moment_in(zone), &meeting.place) {
            // It has been, or the leader knows that nobody says whether it was.
            (MeetingState::Unanswered, ..) => MeetingSays::ItemUnanswered { number, with, on },
            (MeetingState::Booked, Some(_), _) if !meeting.is_to_come(now) => {
                MeetingSays::ItemUnanswered { number, with, on }
            }
            (MeetingState::Booked, Some(at), Some(place)) => {
                MeetingSays::ItemPlace { number, with, at, place: place.clone() }
            }
            (MeetingState::Booked, Some(at), None) => MeetingSays::Item { number, with, at },
            (MeetingState::Booked, None, _) => MeetingSays::ItemSometime { number, with },
            (MeetingState::Held, ..) => MeetingSays::ItemHeld { number, with, on },
            (MeetingState::NotHeld, ..) => MeetingSays::ItemNotHeld { number, with, on },
            (MeetingState::Cancelled, ..) => MeetingSays::ItemCancelled { number, with, on },
        }
        .into()
    };
    to_come.into_iter().chain(over).map(line).collect()
}
