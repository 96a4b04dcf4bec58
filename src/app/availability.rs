//! What somebody has taken already, as far as the bot knows.

use super::{App, AppError};
use crate::{
    domain::{
        availability::{Availability, Busy},
        calendar::PersonalHours,
        ids::PersonId,
        programme::Outline,
    },
    store::Work,
};

impl App {
    /// When somebody can be met: in their hours, and not while they meet somebody else.
    pub(super) async fn availability(
        &self,
        work: &mut Work,
        person: PersonId,
        outline: &Outline,
    ) -> Result<Availability, AppError> {
        let known = work.person(person).await?;
        let hours = known.map_or_else(
            || PersonalHours::anytime(outline.time_zone.clone()),
            |person| person.hours_in(&outline.time_zone),
        );
        let mut busy = vec![];
        for pair in work.pairs_of_person(person).await? {
            let booked = work.meetings_of(pair.id).await?;
            let booked = booked.iter().filter(|meeting| meeting.is_booked());
            busy.extend(booked.filter_map(|meeting| meeting.when.instant()).map(Busy::meeting));
        }
        if let Some(calendar) = work.own_calendar(person).await? {
            busy.extend(calendar.busy);
        }
        Ok(Availability { hours, busy })
    }
}
