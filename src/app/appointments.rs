//! The file that goes into people's own calendars, with what tells them that a meeting is booked, moved
//! or cancelled. It is made when the letter leaves, of what is true then.

use jiff::Timestamp;

use super::{App, AppError};
use crate::{
    document::{Attachment, Content},
    domain::{
        gathering::GatheringState,
        ids::GatheringId,
        locale::Locale,
        meeting::MeetingState,
        message::{Message, Which, gathering::GatheringSays, meeting::MeetingSays},
        person::first_name,
    },
    files::appointment::{Appointment, LENGTH, write},
    store::Work,
};

impl App {
    /// The files for calendars, one for each meeting that the message is about and whose time is known.
    pub(super) async fn appointments(
        &self,
        work: &mut Work,
        message: &Message,
        locales: &[Locale],
        now: Timestamp,
    ) -> Result<Vec<Attachment>, AppError> {
        let Some(locale) = locales.first() else { return Ok(vec![]) };
        if let Message::Gathering(says) = message
            && let Some(gathering) = says.for_calendar()
        {
            return Ok(self
                .gathering_entry(work, gathering, locale, now)
                .await?
                .into_iter()
                .collect());
        }
        let Message::Meeting(says) = message else { return Ok(vec![]) };
        let mut files = vec![];
        for which in says.for_calendars() {
            files.extend(self.appointment(work, which, locale, now).await?);
        }
        Ok(files)
    }

    async fn appointment(
        &self,
        work: &mut Work,
        which: Which,
        locale: &Locale,
        now: Timestamp,
    ) -> Result<Option<Attachment>, AppError> {
        let Some(pair) = work.pair(which.pair).await? else { return Ok(None) };
        let meetings = work.meetings_of(pair.id).await?;
        let meeting = meetings.into_iter().find(|meeting| meeting.number == which.number);
        let Some((meeting, begins)) =
            meeting.and_then(|meeting| Some((meeting.clone(), meeting.when.instant()?)))
        else {
            return Ok(None);
        };
        let mentor = first_name(&pair.mentor.name);
        let title = MeetingSays::CalendarTitle { mentor, adept: first_name(&pair.adept.name) };
        let (pair, number) = (pair.id, meeting.number);
        let text = write(&Appointment {
            uid: &format!("{}-{}-{number}@mentorskap", self.installation.as_str(), pair.get()),
            title: &self.words.line(locale, &title.into()),
            begins,
            minutes: LENGTH,
            place: meeting.place.as_deref(),
            is_cancelled: meeting.state == MeetingState::Cancelled,
            at: now,
        });
        Ok(Some(entry(format!("mentorskap-{number}.ics"), text)))
    }

    /// The file for a group session.
    async fn gathering_entry(
        &self,
        work: &mut Work,
        id: GatheringId,
        locale: &Locale,
        now: Timestamp,
    ) -> Result<Option<Attachment>, AppError> {
        let Some(gathering) = work.gathering(id).await? else { return Ok(None) };
        let Some((_, outline)) = self.programme(work, gathering.programme).await? else {
            return Ok(None);
        };
        let Some(begins) = gathering.plan.begins(&outline.time_zone) else { return Ok(None) };
        let title = GatheringSays::CalendarTitle {
            title: gathering.plan.titles.clone(),
            programme: outline.names.get(locale).to_owned(),
        };
        let text = write(&Appointment {
            uid: &format!("{}-g{}@mentorskap", self.installation.as_str(), id.get()),
            title: &self.words.line(locale, &title.into()),
            begins,
            minutes: gathering.plan.minutes,
            place: gathering.plan.place.as_deref(),
            is_cancelled: gathering.state == GatheringState::Cancelled,
            at: now,
        });
        Ok(Some(entry(format!("mentorskap-g{}.ics", gathering.number), text)))
    }
}

fn entry(name: String, text: String) -> Attachment {
    let content = Content::Text(text);
    Attachment { name, media_type: "text/calendar".to_owned(), content }
}
