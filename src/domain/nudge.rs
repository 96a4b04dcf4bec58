//! What the passing of time makes of a pair: it is asked to book, asked whether it met, reminded
//! twice of either, and then its leader hears of it.

#[cfg(test)]
mod tests;

use jiff::{SignedDuration, Timestamp, ToSpan, civil, tz::TimeZone};

use super::{
    asked::Asked,
    calendar::PersonalHours,
    ids::PairId,
    meeting::{Appointment, Half, Meeting, MeetingState},
    message::{Message, nudge::Nudge},
    notice::{Notice, Urgency},
    pair::{Concern, Decision, NextMeeting, PATIENCE_AFTER_MEETING, Pair},
    person::first_name,
    programme::Outline,
    sparing::Rank,
};

/// Decides what is due for `pair`. `meetings` are all of its meetings. None if nothing is due.
pub fn nudge(
    pair: &Pair,
    meetings: &[Meeting],
    outline: &Outline,
    now: Timestamp,
) -> Option<Decision> {
    if pair.acts_at(outline).is_none_or(|at| at > now) {
        return None;
    }
    match pair.next {
        NextMeeting::Open { due_at, asked } => {
            Some(ask_to_book((pair, meetings), outline, due_at, asked, now))
        }
        NextMeeting::Booked { meeting, .. } | NextMeeting::InQuestion { meeting, .. } => {
            let meeting = meetings.iter().find(|known| known.id == Some(meeting))?;
            Some(ask_whether_met(pair, meeting, outline, now))
        }
        NextMeeting::WithLeader { .. } => None,
    }
}

const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// Asks at once, because a leader wishes it. None if there is nothing to ask for, or if they were
/// asked within the last hour.
pub fn remind(pair: &Pair, meetings: &[Meeting], now: Timestamp) -> Option<Decision> {
    if pair.stopped_since.is_some() || pair.ended_at.is_some() {
        return None;
    }
    let (due_at, asked) = match pair.next {
        NextMeeting::Open { due_at, asked } => (due_at.min(now), asked),
        NextMeeting::WithLeader { .. } => (now, Asked::Never),
        NextMeeting::Booked { .. } | NextMeeting::InQuestion { .. } => return None,
    };
    // Twice in an hour is a nuisance, whoever wishes it.
    if asked.last_at().is_some_and(|last| last.duration_until(now) < AN_HOUR) {
        return None;
    }
    // The leader's wish is no reminder of the bot's own: the count of those stays.
    let asked_now = match asked {
        Asked::Never | Asked::Once { .. } => Asked::Once { at: now },
        Asked::Reminded { .. } => Asked::Reminded { at: now },
        Asked::RemindedTwice { .. } => Asked::RemindedTwice { at: now },
    };
    let notices = book_questions(pair, meetings, Asked::Never, Urgency::InHours);
    Some(Decision::becomes(pair, NextMeeting::Open { due_at, asked: asked_now }).saying(notices))
}

/// When what is decided on now is heard at the earliest. The time that people have for an answer
/// is counted from there: over a weekend or in July nobody is reminded of what they weren't asked.
fn heard_at(outline: &Outline, now: Timestamp) -> Timestamp {
    let anybody = PersonalHours::anytime(outline.time_zone.clone());
    outline.calendar.next_open(now, &anybody).unwrap_or(now)
}

fn ask_to_book(
    (pair, meetings): (&Pair, &[Meeting]),
    outline: &Outline,
    due_at: Timestamp,
    asked: Asked,
    now: Timestamp,
) -> Decision {
    match asked.again(heard_at(outline, now)) {
        Some(again) => Decision::becomes(pair, NextMeeting::Open { due_at, asked: again })
            .saying(book_questions(pair, meetings, asked, Urgency::Sparing(Rank::Booking))),
        None => Decision {
            concern: Some(Concern::NotBooked { due_at }),
            ..Decision::becomes(pair, NextMeeting::WithLeader { since: now })
        },
    }
}

/// The question to each of the two, as it is put after having been asked so often.
fn book_questions(
    pair: &Pair,
    meetings: &[Meeting],
    asked: Asked,
    urgency: Urgency,
) -> Vec<Notice> {
    let is_first = meetings.is_empty();
    let id = pair.id;
    let question = |half: Half| {
        let to = first_name(&pair.seat(half).name);
        let with = first_name(&pair.seat(half.other()).name);
        let nudge = match asked {
            Asked::Never if is_first => Nudge::BookFirst { to, pair: id, with },
            Asked::Never => Nudge::BookNext { to, pair: id, with },
            Asked::Once { .. } => Nudge::BookAgain { to, pair: id, with },
            Asked::Reminded { .. } | Asked::RemindedTwice { .. } => {
                Nudge::BookLast { to, pair: id, with }
            }
        };
        Notice::to_person(pair.seat(half).person, Message::Nudge(nudge), urgency)
    };
    vec![question(Half::Mentor), question(Half::Adept)]
}

fn ask_whether_met(pair: &Pair, meeting: &Meeting, outline: &Outline, now: Timestamp) -> Decision {
    let Some(id) = meeting.id else {
        // A meeting that was read from the store has an id; without one there is none to ask for.
        return Decision::becomes(pair, NextMeeting::Open { due_at: now, asked: Asked::Never });
    };
    let heard_at = heard_at(outline, now);
    let Some(asked) = meeting.asked.again(heard_at) else {
        return Decision {
            concern: Some(Concern::NoAnswer { meeting: id }),
            ..Decision::becomes(pair, NextMeeting::WithLeader { since: now })
        }
        .storing(Meeting { state: MeetingState::Unanswered, ..meeting.clone() });
    };
    let is_first = meeting.asked == Asked::Never;
    let question = |half: Half| {
        let to = first_name(&pair.seat(half).name);
        let with = first_name(&pair.seat(half.other()).name);
        let day = meeting.when.day(&outline.time_zone);
        let is_timed = meeting.when.instant().is_some();
        let nudge = match (is_timed, is_first) {
            (true, true) => Nudge::DidMeet { to, pair: pair.id, meeting: id, with, on: day },
            (true, false) => Nudge::DidMeetAgain { to, pair: pair.id, meeting: id, with, on: day },
            (false, true) => Nudge::HaveMet { to, pair: pair.id, meeting: id, with, since: day },
            (false, false) => {
                Nudge::HaveMetAgain { to, pair: pair.id, meeting: id, with, since: day }
            }
        };
        let urgency = Urgency::Sparing(Rank::DidYouMeet);
        Notice::to_person(pair.seat(half).person, Message::Nudge(nudge), urgency)
    };
    // Whoever has answered is asked nothing more.
    let silent =
        [Half::Mentor, Half::Adept].into_iter().filter(|half| meeting.verdict_of(*half).is_none());
    let next = NextMeeting::InQuestion { meeting: id, ask_at: heard_at + PATIENCE_AFTER_MEETING };
    Decision::becomes(pair, next)
        .storing(Meeting { asked, ..meeting.clone() })
        .saying(silent.map(question))
}

/// Asks the other of the two about a meeting that `half` says was held, before anybody was asked about
/// it. None if they have said something, or take a break.
pub fn ask_the_other(
    pair: &Pair,
    meeting: &Meeting,
    half: Half,
    zone: &TimeZone,
) -> Option<Notice> {
    let other = half.other();
    let is_unasked = meeting.asked == Asked::Never && meeting.verdict_of(other).is_none();
    if pair.stopped_since.is_some() || !is_unasked {
        return None;
    }
    let nudge = Nudge::MetToo {
        to: first_name(&pair.seat(other).name),
        pair: pair.id,
        meeting: meeting.id?,
        with: first_name(&pair.seat(half).name),
        on: meeting.when.day(zone),
    };
    let urgency = Urgency::Sparing(Rank::DidYouMeet);
    Some(Notice::to_person(pair.seat(other).person, Message::Nudge(nudge), urgency))
}

/// The state after a meeting is settled, booked or cancelled: the one that is asked about
/// earliest, or the next one that is due. `last` is the last day of the pair.
pub fn what_is_next(
    meetings: &[Meeting],
    outline: &Outline,
    last: civil::Date,
    now: Timestamp,
) -> NextMeeting {
    let booked = meetings.iter().filter_map(|meeting| asked_about(meeting, outline, last, now));
    if let Some((_, earliest)) = booked.min_by_key(|(ask_at, _)| *ask_at) {
        return earliest;
    }
    let zone = &outline.time_zone;
    let last_held = meetings
        .iter()
        .filter(|meeting| meeting.state == MeetingState::Held)
        .map(|meeting| meeting.when.day(zone))
        .max();
    let due_at = last_held.and_then(|day| {
        let due_on = day.saturating_add(i64::from(outline.interval(day)).days());
        zone.to_timestamp(due_on.at(0, 0, 0, 0)).ok()
    });
    NextMeeting::Open { due_at: due_at.unwrap_or(now), asked: Asked::Never }
}

/// When the two are asked about this meeting next, and how it stands with them until then. None if
/// there is nothing to ask about it.
fn asked_about(
    meeting: &Meeting,
    outline: &Outline,
    last: civil::Date,
    now: Timestamp,
) -> Option<(Timestamp, NextMeeting)> {
    let id = meeting.id.filter(|_| meeting.is_booked())?;
    if let Some(last) = meeting.asked.last_at() {
        let ask_at = last + PATIENCE_AFTER_MEETING;
        return Some((ask_at, NextMeeting::InQuestion { meeting: id, ask_at }));
    }
    let ask_at = match meeting.when {
        Appointment::At { .. } => meeting.asked_at()?,
        // Nobody told when: they are asked once it should have been, and not long after the
        // time of the two is over.
        Appointment::Sometime { since } => {
            let zone = &outline.time_zone;
            let due_at = since + interval_after(outline, zone.to_datetime(now).date());
            let over = zone.to_timestamp(last.at(0, 0, 0, 0)).unwrap_or(due_at);
            due_at.min(over.max(since + A_DAY))
        }
    };
    Some((ask_at, NextMeeting::Booked { meeting: id, ask_at }))
}

/// The state of a pair with whose matter its leader is done: what is booked is followed up, and
/// otherwise their next meeting is due when it would be had they met today.
pub fn leader_is_done(
    pair: &Pair,
    meetings: &[Meeting],
    outline: &Outline,
    now: Timestamp,
) -> Option<Pair> {
    let NextMeeting::WithLeader { .. } = pair.next else { return None };
    let next = match what_is_next(meetings, outline, pair.last_day(outline), now) {
        NextMeeting::Open { due_at, asked } => {
            let today = outline.time_zone.to_datetime(now).date();
            NextMeeting::Open { due_at: due_at.max(now + interval_after(outline, today)), asked }
        }
        next @ (NextMeeting::Booked { .. }
        | NextMeeting::InQuestion { .. }
        | NextMeeting::WithLeader { .. }) => next,
    };
    Some(pair.with_next(next))
}

fn interval_after(outline: &Outline, day: civil::Date) -> SignedDuration {
    SignedDuration::from_hours(i64::from(outline.interval(day)) * 24)
}

/// The pairs that are so, with the names that belong to them.
fn those_that(
    are_so: impl Fn(PairId) -> bool,
    pairs: &[PairId],
    names: &[String],
) -> (Vec<PairId>, Vec<String>) {
    let both = pairs.iter().zip(names).filter(|(pair, _)| are_so(**pair));
    both.map(|(pair, name)| (*pair, name.clone())).unzip()
}

/// Whether a question that waits in the outbox is still worth asking. `pairs` are the pairs that
/// it is about, and `meeting` is the meeting as it is now; `half` is the one of the two who is asked.
/// Pairs that have booked meanwhile are left out of it.
pub fn still_asked(
    question: &Nudge,
    pairs: &[Pair],
    meeting: Option<&Meeting>,
    half: Option<Half>,
) -> Option<Nudge> {
    let goes_on = |pair: &Pair| pair.stopped_since.is_none() && pair.ended_at.is_none();
    // The word of one is believed, and the other is asked for theirs all the same.
    let is_unsaid = meeting.zip(half).is_some_and(|(meeting, half)| {
        meeting.state == MeetingState::Held && meeting.verdict_of(half).is_none()
    });
    let in_question = |id| {
        pairs.iter().any(|pair| {
            let is_asked =
                matches!(pair.next, NextMeeting::InQuestion { meeting, .. } if meeting == id);
            goes_on(pair) && (is_asked || is_unsaid)
        })
    };
    let open = |id| {
        pairs.iter().any(|pair| {
            pair.id == id
                && goes_on(pair)
                // Asked for another meeting, which isn't due yet, they are not.
                && matches!(pair.next, NextMeeting::Open { asked, .. } if asked != Asked::Never)
        })
    };
    match question {
        Nudge::BookFirst { pair, .. }
        | Nudge::BookNext { pair, .. }
        | Nudge::BookAgain { pair, .. }
        | Nudge::BookLast { pair, .. } => open(*pair).then(|| question.clone()),
        Nudge::BookSeveral { to, pairs: asked, with } => {
            let (asked, with) = those_that(open, asked, with);
            match (asked.as_slice(), with.as_slice()) {
                ([], _) | (_, []) => None,
                ([pair], [with]) => {
                    Some(Nudge::BookNext { to: to.clone(), pair: *pair, with: with.clone() })
                }
                _ => Some(Nudge::BookSeveral { to: to.clone(), pairs: asked, with }),
            }
        }
        Nudge::BookSeveralLast { to, pairs: asked, with } => {
            let (asked, with) = those_that(open, asked, with);
            match (asked.as_slice(), with.as_slice()) {
                ([], _) | (_, []) => None,
                ([pair], [with]) => {
                    Some(Nudge::BookLast { to: to.clone(), pair: *pair, with: with.clone() })
                }
                _ => Some(Nudge::BookSeveralLast { to: to.clone(), pairs: asked, with }),
            }
        }
        Nudge::DidMeet { meeting: id, on, .. } | Nudge::DidMeetAgain { meeting: id, on, .. } => {
            let is_that_day = |when: &Appointment| matches!(when, Appointment::At { local, .. } if local.date() == *on);
            (in_question(*id) && meeting.is_some_and(|meeting| is_that_day(&meeting.when)))
                .then(|| question.clone())
        }
        Nudge::MetToo { .. } => (is_unsaid && pairs.iter().any(goes_on)).then(|| question.clone()),
        // As soon as the meeting has a time, another question is asked about it.
        Nudge::HaveMet { meeting: id, .. } | Nudge::HaveMetAgain { meeting: id, .. } => {
            let is_untimed = |when: &Appointment| matches!(when, Appointment::Sometime { .. });
            (in_question(*id) && meeting.is_some_and(|meeting| is_untimed(&meeting.when)))
                .then(|| question.clone())
        }
    }
}
