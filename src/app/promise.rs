//! Turns notices into letters: one for each receiver, due at an hour that suits them.

use jiff::Timestamp;

use super::{App, AppError};
use crate::{
    domain::{
        attention::{Level, Matter},
        ids::{PairId, PersonId, ProgrammeId},
        letter::Receiver,
        meeting::Appointment,
        message::{Message, pair::PairSays},
        notice::{Audience, Notice, Urgency},
        pair::{Concern, Decision, Pair},
        person::Person,
        programme::Outline,
        role::Role,
    },
    store::{NewLetter, News, ProgrammeRow, Work},
};

/// The programme that a promise belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Under<'a> {
    /// Which programme.
    pub programme: ProgrammeId,
    /// What it plans.
    pub outline: &'a Outline,
}

impl<'a> Under<'a> {
    pub fn of(row: &ProgrammeRow, outline: &'a Outline) -> Self {
        Self { programme: row.id, outline }
    }
}

impl App {
    /// Keeps what a rule decided about a pair: its state, its meetings, and what follows.
    pub(super) async fn keep(
        &self,
        work: &mut Work,
        decision: &Decision,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        for meeting in &decision.meetings {
            work.put_meeting(meeting).await?;
        }
        let act_at = decision.pair.acts_at(under.outline);
        work.put_pair(&decision.pair, act_at).await?;
        for notice in &decision.notices {
            self.promise(work, notice, under, now, now).await?;
        }
        if let Some(concern) = decision.concern {
            self.raise(work, &decision.pair, concern, under, now).await?;
        } else if decision.pair.has_done_its_part() {
            work.settle_open(decision.pair.id).await?;
        }
        Ok(())
    }

    /// Promises to say something, not before `not_before`.
    pub(super) async fn promise(
        &self,
        work: &mut Work,
        notice: &Notice,
        under: Under<'_>,
        not_before: Timestamp,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let message = &notice.message;
        match notice.to {
            Audience::Person(person) => {
                self.promise_person(work, person, notice, under, not_before, now).await
            }
            Audience::Leaders(programme) => {
                let members = work.members(programme).await?;
                for leader in members.iter().filter(|member| member.role == Role::Leader) {
                    self.promise_person(work, leader.person, notice, under, not_before, now)
                        .await?;
                }
                Ok(())
            }
            Audience::Pair(pair) => {
                self.promise_pair(work, pair, notice, under, not_before, now).await
            }
            Audience::Place(place) => {
                let letter = NewLetter {
                    receiver: Receiver::Place(place),
                    programme: None,
                    message: message.clone(),
                    urgency: notice.urgency,
                    due_at: now,
                    stale_at: now + notice.urgency.stale_after(),
                    reply_to: None,
                };
                work.promise(&letter, now).await?;
                Ok(())
            }
        }
    }

    /// Promises a pair something in its own place, or to each of the two if they have no platform
    /// in common.
    async fn promise_pair(
        &self,
        work: &mut Work,
        pair: PairId,
        notice: &Notice,
        under: Under<'_>,
        not_before: Timestamp,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(both) = work.pair(pair).await? else { return Ok(()) };
        let mentor = work.accounts_of(both.mentor.person).await?;
        let adept = work.accounts_of(both.adept.person).await?;
        let is_apart = !mentor.is_empty()
            && !adept.is_empty()
            && !mentor.iter().any(|one| adept.iter().any(|other| one.platform == other.platform));
        if is_apart {
            let message = put_apart(&notice.message);
            let notice = &Notice { message, ..notice.clone() };
            for person in [both.mentor.person, both.adept.person] {
                self.promise_person(work, person, notice, under, not_before, now).await?;
            }
            return Ok(());
        }
        let due_at = if notice.urgency <= Urgency::AtOnce {
            not_before
        } else {
            self.slot(work, both.adept.person, notice, under, not_before).await?
        };
        let letter = NewLetter {
            receiver: Receiver::Pair(pair),
            programme: Some(under.programme),
            message: notice.message.clone(),
            urgency: notice.urgency,
            due_at,
            stale_at: not_before.max(due_at) + notice.urgency.stale_after(),
            reply_to: None,
        };
        work.promise(&letter, now).await?;
        Ok(())
    }

    async fn promise_person(
        &self,
        work: &mut Work,
        person: PersonId,
        notice: &Notice,
        under: Under<'_>,
        not_before: Timestamp,
        now: Timestamp,
    ) -> Result<(), AppError> {
        // A mentor of several adepts gets one merged message.
        if let Message::Nudge(nudge) = &notice.message {
            for (id, waiting) in work.waiting_for(person).await? {
                if let Message::Nudge(waiting) = &waiting
                    && let Some(merged) = waiting.absorb(nudge)
                {
                    let stale_at = not_before + notice.urgency.stale_after();
                    return Ok(work.rewrite(id, &Message::Nudge(merged), stale_at).await?);
                }
            }
        }
        let due_at = self.slot(work, person, notice, under, not_before).await?;
        let letter = NewLetter {
            receiver: Receiver::Person(person),
            programme: Some(under.programme),
            message: notice.message.clone(),
            urgency: notice.urgency,
            due_at,
            // The days on which nothing may be sent don't make it stale.
            stale_at: due_at.max(not_before) + notice.urgency.stale_after(),
            reply_to: None,
        };
        work.promise(&letter, now).await?;
        Ok(())
    }

    /// The minute at which somebody hears what many are told at the same time because somebody wants it.
    pub(super) fn minute_of(person: &Person, under: Under<'_>, now: Timestamp) -> Timestamp {
        let hours = person.hours_in(&under.outline.time_zone);
        let minute = under.outline.calendar.slot(now, &hours, seed(person.id, now));
        minute.unwrap_or(now)
    }

    /// When a notice may reach a person: at once, or at their minute of the next open hours.
    pub(super) async fn slot(
        &self,
        work: &mut Work,
        person: PersonId,
        notice: &Notice,
        under: Under<'_>,
        not_before: Timestamp,
    ) -> Result<Timestamp, AppError> {
        if notice.urgency <= Urgency::AtOnce {
            return Ok(not_before);
        }
        let Some(person) = work.person(person).await? else { return Ok(not_before) };
        let hours = person.hours_in(&under.outline.time_zone);
        let calendar = &under.outline.calendar;
        let slot = match notice.urgency {
            Urgency::Sparing(_) => calendar.slot(not_before, &hours, seed(person.id, not_before)),
            Urgency::Answer | Urgency::AtOnce | Urgency::InHours => {
                calendar.next_open(not_before, &hours)
            }
        };
        Ok(slot.unwrap_or(not_before))
    }

    /// Opens a case and tells the leaders of it, with a message that is ready to be sent.
    async fn raise(
        &self,
        work: &mut Work,
        pair: &Pair,
        concern: Concern,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let (matter, since) = match concern {
            Concern::NotBooked { due_at } => (Matter::NotBooked { pair: pair.id }, due_at),
            Concern::NoAnswer { meeting } => {
                let since = work.meeting(meeting).await?.map(|known| match known.when {
                    Appointment::Sometime { since } => since,
                    when @ Appointment::At { .. } => when.instant().unwrap_or(now),
                });
                (Matter::NoAnswer { pair: pair.id, meeting }, since.unwrap_or(now))
            }
        };
        let (case, news) = work.open_case(under.programme, matter, Level::Yellow, since).await?;
        // They have been asked and reminded, so it is the leader's turn. What was only yellow until
        // now, nobody has told them of.
        let is_told = news == News::Known
            && work.case(case).await?.is_some_and(|known| known.level == Level::Red);
        if is_told { Ok(()) } else { self.tell_leaders(work, case, under, now).await }
    }
}

/// The same for everything that is promised to one person for one day, so that what is merged
/// stays where it was, and another minute on another day.
pub(super) fn seed(person: PersonId, at: Timestamp) -> u64 {
    let day = at.as_second().div_euclid(24 * 60 * 60);
    person.get().cast_unsigned().wrapping_mul(1_000_003).wrapping_add(day.cast_unsigned())
}

/// What is said of the pair's own place makes no sense to two who have none.
fn put_apart(message: &Message) -> Message {
    if let Message::Pair(PairSays::Introduction { mentor, adept, programme }) = message.clone() {
        return PairSays::Apart { mentor, adept, programme }.into();
    }
    if let Message::Pair(PairSays::IntroductionTold { mentor, adept, programme, lines }) =
        message.clone()
    {
        return PairSays::ApartTold { mentor, adept, programme, lines }.into();
    }
    message.clone()
}
