//! Meetings in a row: at the same time every week or every few weeks, booked and moved together.

use jiff::civil::DateTime;

use super::{
    Answers, Hearing, Speaker,
    presses::{appointment, unbookable},
    target::Own,
};
use crate::{
    app::AppError,
    domain::{
        booking::Unbookable,
        command::Repeat,
        ids::MeetingId,
        meeting::MOST_TO_COME,
        message::{Message, Which, general::General, meeting::MeetingSays},
        notice::Notice,
        person::first_name,
    },
};

impl Hearing<'_> {
    /// Echoes a row of meetings back. Days on which the programme rests are left out, and said.
    pub(super) async fn echo_row(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        first: DateTime,
        repeat: &Repeat,
        place: Option<String>,
    ) -> Result<Answers, AppError> {
        let to_come = own.meetings.iter().filter(|meeting| meeting.is_to_come(self.now)).count();
        // Where there is room for none, that is what is said of the first.
        let room = MOST_TO_COME.saturating_sub(to_come).max(1);
        let calendar = &own.held.outline.calendar;
        let days = repeat.days(first.date(), own.last_day(), room, calendar);
        let times: Vec<_> = days.on.iter().map(|day| day.to_datetime(first.time())).collect();
        let mut answers: Answers = vec![];
        if !days.left_out.is_empty() {
            let lines = days.left_out.iter().map(|on| MeetingSays::Day { on: *on }.into());
            answers.push(MeetingSays::LeftOut { lines: lines.collect() }.into());
        }
        answers.extend(match times.as_slice() {
            [] if !days.left_out.is_empty() => vec![],
            [] => vec![unbookable(&Unbookable::AfterTheEnd, first, own.last_day())],
            [at] => self.echo_booking(speaker, own, *at, place).await?,
            _ => self.echo_several(speaker, own, &times, place).await?,
        });
        Ok(answers)
    }

    /// Moves a meeting and those that follow it.
    pub(super) async fn move_with_followers(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
        at: DateTime,
        zone: &str,
    ) -> Result<Answers, AppError> {
        let Some((own, meeting)) = self.own_meeting(speaker, meeting).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(when) = appointment(at, zone) else { return Ok(vec![General::Outdated.into()]) };
        if !meeting.is_to_come(self.now) {
            return Ok(vec![MeetingSays::NotToCome { number: meeting.number }.into()]);
        }
        let moved = match own.situation(self.now).moved_with_followers(&meeting, &when) {
            Ok(moved) => moved,
            Err((why, at)) => return Ok(vec![unbookable(&why, at, own.last_day())]),
        };
        let (mine, of_programme) =
            (self.zone_of(speaker, Some(&own.held)).await?, own.held.outline.time_zone.clone());
        let (mut lines, mut theirs): (Vec<Message>, Vec<Message>) = (vec![], vec![]);
        let days = moved.iter().map(|meeting| meeting.when.day(&mine));
        let rests = days.filter(|day| own.held.outline.calendar.rests_on(*day));
        let rests: Vec<Message> = rests.map(|on| MeetingSays::Day { on }.into()).collect();
        let mut which = vec![];
        for meeting in moved {
            let line =
                |zone| meeting.when.moment_in(zone).map(|at| MeetingSays::Time { at }.into());
            lines.extend(line(&mine));
            theirs.extend(line(&of_programme));
            which.push(Which { pair: own.pair.id, number: meeting.number });
            // What comes next for the pair follows from what is stored by now.
            let Some(own) = self.own_of(speaker, own.pair.id).await? else { continue };
            self.settle(&own, meeting, &[]).await?;
        }
        let by = first_name(&own.pair.seat(own.half).name);
        let says = MeetingSays::PairMovedSeveral { by, lines: theirs, which };
        self.tell(&Notice::to_pair(own.pair.id, says.into()), &own.held).await?;
        let mut answers: Answers = vec![];
        if !self.is_told_here(&own).await? {
            answers.push(MeetingSays::MovedSeveral { with: own.with(), lines }.into());
        }
        if !rests.is_empty() {
            answers.push(MeetingSays::RestDays { lines: rests }.into());
        }
        Ok(answers)
    }
}
