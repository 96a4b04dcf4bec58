//! A meeting as calendars read it: an `.ics` file (RFC 5545). Its name in the calendar stays the same
//! however often it is moved, and a higher sequence replaces what came before.

use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

/// How long a meeting is taken to last, in minutes: the bot asks for no end.
pub const LENGTH: u16 = 60;

/// The sequence counts minutes from here, so that it grows without being stored. It lasts for longer
/// than a number of four bytes, in which some calendars keep it.
const EPOCH: Timestamp = Timestamp::constant(1_735_689_600, 0);

/// A meeting for the calendar.
#[derive(Debug, Clone, Copy)]
pub struct Appointment<'a> {
    /// Its name among all that there are, the same for as long as it is the same meeting.
    pub uid: &'a str,
    /// What the calendar calls it.
    pub title: &'a str,
    /// When it begins.
    pub begins: Timestamp,
    /// How long it is.
    pub minutes: u16,
    /// Where it is.
    pub place: Option<&'a str>,
    /// Whether it is taken out of the calendar.
    pub is_cancelled: bool,
    /// When this was written down.
    pub at: Timestamp,
}

impl Appointment<'_> {
    fn ends(&self) -> Timestamp {
        self.begins + SignedDuration::from_mins(i64::from(self.minutes))
    }
}

/// The text of the file.
pub fn write(appointment: &Appointment<'_>) -> String {
    let mut event = Event::new();
    event
        .uid(appointment.uid)
        .summary(appointment.title)
        .sequence(sequence(appointment.at))
        .add_property("DTSTAMP", utc(appointment.at))
        .add_property("DTSTART", utc(appointment.begins))
        .add_property("DTEND", utc(appointment.ends()));
    if let Some(place) = appointment.place {
        event.location(place);
    }
    let (method, status) = if appointment.is_cancelled {
        ("CANCEL", EventStatus::Cancelled)
    } else {
        ("PUBLISH", EventStatus::Confirmed)
    };
    event.status(status);
    let mut calendar = Calendar::new();
    calendar.append_property(("PRODID", "-//Mentorskap//Mentorskap//SV"));
    calendar.append_property(("METHOD", method));
    calendar.push(event.done());
    calendar.to_string()
}

fn sequence(at: Timestamp) -> u32 {
    u32::try_from(EPOCH.duration_until(at).as_mins()).unwrap_or(0)
}

/// Every calendar knows this clock, whatever zones it has heard of.
fn utc(at: Timestamp) -> String {
    TimeZone::UTC.to_datetime(at).strftime("%Y%m%dT%H%M%SZ").to_string()
}
