//! What a pair's own words change about its meetings.

use jiff::{SignedDuration, Timestamp, civil};

use super::{
    asked::Asked,
    ids::MeetingId,
    meeting::{Appointment, Half, MOST_TO_COME, Meeting, MeetingState, Verdict},
    message::{Message, Which, meeting::MeetingSays},
    notice::Notice,
    nudge::what_is_next,
    pair::{Decision, NextMeeting, PATIENCE, PATIENCE_AFTER_MEETING, Pair},
    person::first_name,
    programme::Outline,
};

/// Why a meeting can't be booked or moved there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unbookable {
    /// It has passed.
    Past,
    /// The programme has ended by then.
    AfterTheEnd,
    /// There is already a meeting at that time.
    SameTime,
    /// There are as many to come as there may be.
    TooMany,
}

/// What is known about a pair when one of the two says something.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The pair.
    pub pair: &'a Pair,
    /// All of its meetings.
    pub meetings: &'a [Meeting],
    /// What its programme plans.
    pub outline: &'a Outline,
    /// The present moment.
    pub now: Timestamp,
}

impl Situation<'_> {
    /// Whether a meeting can be at that time; `moved` is the one that would be moved there.
    pub fn can_be_at(
        &self,
        when: &Appointment,
        moved: Option<MeetingId>,
    ) -> Result<(), Unbookable> {
        let others = || {
            let to_come = self.meetings.iter().filter(|meeting| meeting.is_to_come(self.now));
            to_come.filter(|meeting| moved.is_none() || meeting.id != moved)
        };
        let Some(begins) = when.instant() else { return Ok(()) };
        if begins <= self.now {
            Err(Unbookable::Past)
        } else if when.day(&self.outline.time_zone) > self.pair.last_day(self.outline) {
            Err(Unbookable::AfterTheEnd)
        } else if others().any(|meeting| meeting.when.instant() == Some(begins)) {
            Err(Unbookable::SameTime)
        } else if others().count() >= MOST_TO_COME {
            Err(Unbookable::TooMany)
        } else {
            Ok(())
        }
    }

    /// Books a meeting. What comes next for the pair is known only once the meeting has an id:
    /// see [`Situation::settled`]. A meeting whose time nobody had told gets this one.
    pub fn book(
        &self,
        by: Half,
        when: Appointment,
        place: Option<String>,
    ) -> (Meeting, Vec<Notice>) {
        let untimed = self.meetings.iter().find(|meeting| {
            meeting.is_booked() && matches!(meeting.when, Appointment::Sometime { .. })
        });
        let local = when.moment_in(&self.outline.time_zone);
        let told = place.clone();
        let meeting = match untimed {
            // To say once more that it is booked is no new meeting, and sets no count back.
            Some(untimed) if local.is_none() => untimed.clone(),
            Some(untimed) => Meeting { when, place, asked: Asked::Never, ..untimed.clone() },
            None => Meeting::booked(self.pair.id, self.meetings, when, place),
        };
        let by = first_name(&self.pair.seat(by).name);
        let which = self.which(&meeting);
        let says = match (local, told) {
            (Some(at), Some(place)) => MeetingSays::PairBookedPlace { by, at, place, which },
            (Some(at), None) => MeetingSays::PairBooked { by, at, which },
            (None, _) => MeetingSays::PairBookedSometime { by },
        };
        (meeting, vec![Notice::to_pair(self.pair.id, Message::Meeting(says))])
    }

    const fn which(&self, meeting: &Meeting) -> Which {
        Which { pair: self.pair.id, number: meeting.number }
    }

    /// Moves a meeting that is to come.
    pub fn moved(&self, by: Half, meeting: &Meeting, when: Appointment) -> (Meeting, Vec<Notice>) {
        let zone = &self.outline.time_zone;
        let by_name = first_name(&self.pair.seat(by).name);
        let which = self.which(meeting);
        let says = match (meeting.when.moment_in(zone), when.moment_in(zone)) {
            (Some(from), Some(at)) => MeetingSays::PairMoved { by: by_name, from, at, which },
            (None, Some(at)) => MeetingSays::PairBooked { by: by_name, at, which },
            (_, None) => MeetingSays::PairBookedSometime { by: by_name },
        };
        let moved = Meeting { when, asked: Asked::Never, ..meeting.clone() };
        (moved, vec![Notice::to_pair(self.pair.id, Message::Meeting(says))])
    }

    /// The meetings to come after this one at the same time of the same weekday: what people see as
    /// one row of meetings.
    pub fn followers(&self, of: &Meeting) -> Vec<&Meeting> {
        let Appointment::At { local, zone } = &of.when else { return vec![] };
        let follows = |meeting: &&Meeting| {
            let there = meeting.when.instant().map(|begins| zone.to_datetime(begins));
            meeting.is_to_come(self.now)
                && there.is_some_and(|there| {
                    there > *local
                        && there.time() == local.time()
                        && there.date().weekday() == local.date().weekday()
                })
        };
        self.meetings.iter().filter(follows).collect()
    }

    /// A meeting and those that follow it as they are when it is moved there: each moved by as many
    /// days, to the same time of day. Or the first time at which none can be, and why.
    pub fn moved_with_followers(
        &self,
        meeting: &Meeting,
        to: &Appointment,
    ) -> Result<Vec<Meeting>, (Unbookable, civil::DateTime)> {
        let (Appointment::At { local: from, zone: old }, Appointment::At { local: at, zone }) =
            (&meeting.when, to)
        else {
            return Ok(vec![]);
        };
        let by = from.date().until(at.date()).unwrap_or_default();
        let row: Vec<_> = std::iter::once(meeting).chain(self.followers(meeting)).collect();
        let is_elsewhere = |known: &&Meeting| row.iter().all(|moved| moved.id != known.id);
        let mut meetings: Vec<_> = self.meetings.iter().filter(is_elsewhere).cloned().collect();
        let mut moved = vec![];
        for one in row {
            let Some(begins) = one.when.instant() else { continue };
            let day = old.to_datetime(begins).date().saturating_add(by);
            let local = day.to_datetime(at.time());
            let when = Appointment::At { local, zone: zone.clone() };
            let situation = Situation { meetings: &meetings, ..*self };
            situation.can_be_at(&when, None).map_err(|why| (why, local))?;
            let there = Meeting { when, asked: Asked::Never, ..one.clone() };
            meetings.push(there.clone());
            moved.push(there);
        }
        moved.sort_by_key(|one| one.when.instant());
        Ok(moved)
    }

    /// Cancels a meeting that is to come.
    pub fn cancelled(&self, by: Half, meeting: &Meeting) -> (Meeting, Vec<Notice>) {
        let by_name = first_name(&self.pair.seat(by).name);
        let at = meeting.when.moment_in(&self.outline.time_zone);
        let says = match at {
            Some(at) => MeetingSays::PairCancelled { by: by_name, at, which: self.which(meeting) },
            None => MeetingSays::PairCancelledSometime { by: by_name },
        };
        let cancelled = Meeting { state: MeetingState::Cancelled, ..meeting.clone() };
        (cancelled, vec![Notice::to_pair(self.pair.id, Message::Meeting(says))])
    }

    /// The pair after its meetings have become these.
    pub fn settled(&self, meetings: &[Meeting]) -> Pair {
        let last = self.pair.last_day(self.outline);
        let next = what_is_next(meetings, self.outline, last, self.now);
        let next = match (self.pair.next, next) {
            // Somebody who cancels is not asked anew in the same breath.
            (_, NextMeeting::Open { due_at, asked: Asked::Never }) if due_at <= self.now => {
                NextMeeting::Open {
                    due_at: self.now + SignedDuration::from_hours(24),
                    asked: Asked::Never,
                }
            }
            (_, next) => next,
        };
        self.pair.with_next(next)
    }

    /// Takes note of what one of the two says about a meeting. The meeting is settled by the
    /// first who answers; what the other says later is kept, and changes the course only if it is
    /// that the meeting was held.
    pub fn verdict(&self, half: Half, meeting: &Meeting, verdict: Verdict) -> Decision {
        let judged = meeting.clone().with_verdict(half, verdict);
        let unchanged = Decision::becomes(self.pair, self.pair.next).storing(judged.clone());
        if judged.state == meeting.state {
            return match verdict {
                Verdict::Paused => Decision { pair: self.pair.paused(self.now), ..unchanged },
                Verdict::Held | Verdict::Rebooked | Verdict::NotHeld => unchanged,
            };
        }
        let mut meetings: Vec<_> = self.meetings.to_vec();
        for known in &mut meetings {
            if known.id == judged.id {
                *known = judged.clone();
            }
        }
        Decision { pair: self.settled(&meetings), ..unchanged }
    }

    /// They put off what they were asked: they are asked again, not before some days have passed,
    /// and the count of reminders stays as it is. None if nothing was asked.
    pub fn put_off(&self) -> Option<Decision> {
        let next = match self.pair.next {
            NextMeeting::Open { asked, .. } => {
                NextMeeting::Open { due_at: self.now + PATIENCE, asked }
            }
            NextMeeting::InQuestion { meeting, .. } => {
                NextMeeting::InQuestion { meeting, ask_at: self.now + PATIENCE_AFTER_MEETING }
            }
            NextMeeting::Booked { .. } | NextMeeting::WithLeader { .. } => return None,
        };
        Some(Decision::becomes(self.pair, next))
    }
}
