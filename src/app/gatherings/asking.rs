//! Asks people whether they come, and reminds those who do.

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil, tz::TimeZone};

use super::{SHORTLY, details, facts, only_for};
use crate::{
    app::{App, AppError, promise::Under},
    domain::{
        gathering::{Before, Gathering, GatheringState, Reply, Step},
        ids::PersonId,
        letter::Receiver,
        message::gathering::GatheringSays as Says,
        moment::Moment,
        notice::{Notice, Urgency},
        person::Person,
        reminder::{decent, is_decent},
        sparing::Rank,
    },
    store::{NewLetter, Work},
};

/// How long before it begins nobody is asked any longer whether they come.
const TOO_CLOSE: SignedDuration = SignedDuration::from_hours(2);

/// A reminder a week before comes so long before at least.
const NEARLY_A_WEEK: SignedDuration = SignedDuration::from_hours(5 * 24);

/// Whether somebody is asked for the first time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    First,
    /// The first time, because a leader wants it now.
    Wanted,
    Again,
}

impl App {
    /// Invites everybody whom it is for.
    pub(super) async fn invite(
        &self,
        work: &mut Work,
        gathering: &mut Gathering,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let ask = match gathering.state {
            GatheringState::Planned { invite_at: Some(_) } => Ask::Wanted,
            GatheringState::Planned { invite_at: None }
            | GatheringState::Invited { .. }
            | GatheringState::Cancelled => Ask::First,
        };
        gathering.state = GatheringState::Invited { at: now };
        work.mirror_gathering(gathering.id, now).await?;
        let Some(begins) = gathering.plan.begins(&under.outline.time_zone) else { return Ok(()) };
        for person in self.audience_of(work, gathering).await? {
            self.ask(work, gathering, person, begins, ask, under, now).await?;
        }
        let at = Moment::of(begins, &under.outline.time_zone);
        let (title, mut lines) = (gathering.plan.titles.clone(), details(gathering, under.outline));
        lines.extend(only_for(gathering));
        let says = Says::Announced { gathering: gathering.id, title, at, lines };
        self.tell_channel(work, says, under, now).await
    }

    /// Asks somebody whether they come.
    #[expect(
        clippy::too_many_arguments,
        reason = "whom, about what, when and under which programme"
    )]
    pub(super) async fn ask(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        person: PersonId,
        begins: Timestamp,
        which: Ask,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        if which == Ask::Again && now + TOO_CLOSE > begins {
            return Ok(());
        }
        let Some(person) = work.person(person).await? else { return Ok(()) };
        if work.reply_of(gathering.id, person.id).await?.is_none() {
            // From now on they are known to be invited.
            work.put_reply(gathering.id, &Reply::silent(person.id, now)).await?;
        }
        let at = Moment::of(begins, person.zone_in(&under.outline.time_zone));
        let (gathering, title, lines) =
            (gathering.id, gathering.plan.titles.clone(), details(gathering, under.outline));
        let says = match which {
            Ask::First | Ask::Wanted => Says::Invite { gathering, title, at, lines },
            Ask::Again => Says::AskAgain { gathering, title, at, lines },
        };
        // What was planned shortly before can't wait for a day that has room, or for Monday.
        let hours = person.hours_in(&under.outline.time_zone);
        let opens = under.outline.calendar.next_open(now, &hours);
        let (urgency, from) = if opens.is_none_or(|opens| opens >= begins) {
            (Urgency::AtOnce, now)
        } else if now + SHORTLY > begins {
            (Urgency::InHours, now)
        } else if which == Ask::Wanted {
            (Urgency::InHours, Self::minute_of(&person, under, now))
        } else {
            (Urgency::Sparing(Rank::Gathering), now)
        };
        let notice = Notice::to_person(person.id, says.into(), urgency);
        self.promise(work, &notice, under, from, now).await
    }

    /// Reminds those who come, and asks those who haven't answered.
    pub(super) async fn remind_of_gathering(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        step: Step,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let zone = &under.outline.time_zone;
        let Some(begins) = gathering.plan.begins(zone).filter(|begins| *begins > now) else {
            return Ok(());
        };
        self.fill_places(work, gathering, under, now).await?;
        let replies = work.replies_to(gathering.id).await?;
        let asks = gathering.asks_again(step, zone, now);
        for person in self.audience_of(work, gathering).await? {
            let reply = replies.iter().find(|reply| reply.person == person);
            match (step, reply) {
                (Step::Remind(before), Some(reply)) if reply.has_place() => {
                    let Some(person) = work.person(person).await? else { continue };
                    self.remind_of_place(work, gathering, &person, (before, begins), under, now)
                        .await?;
                }
                // Whoever has joined meanwhile is invited like everybody before.
                (_, None) if gathering.takes_answers(zone, now) => {
                    self.ask(work, gathering, person, begins, Ask::First, under, now).await?;
                }
                (_, Some(reply)) if asks && reply.is_unsettled() => {
                    self.ask(work, gathering, person, begins, Ask::Again, under, now).await?;
                }
                (_, Some(_) | None) => {}
            }
        }
        Ok(())
    }

    /// Reminds somebody who comes, at a decent hour of theirs.
    async fn remind_of_place(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        person: &Person,
        (before, begins): (Before, Timestamp),
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let zone = person.zone_in(&under.outline.time_zone);
        let at = Moment::of(begins, zone);
        let (local, there) = (zone.to_datetime(now), zone.to_datetime(begins));
        let is_late = before == Before::Day && local.date() >= there.date();
        // A week before is no longer that where the bot was away, or the whole country.
        let is_late = is_late || (before == Before::Week && now + NEARLY_A_WEEK > begins);
        if is_late || (before == Before::Hour && !is_decent(local.time())) {
            return Ok(());
        }
        let (gathering, title, lines) =
            (gathering.id, gathering.plan.titles.clone(), facts(gathering, under.outline));
        let says = match before {
            Before::Week => Says::InAWeek { gathering, title, at, lines },
            Before::Day => Says::Tomorrow { gathering, title, at, lines },
            Before::Hour => Says::InAnHour { gathering, title, at, lines },
        };
        let (urgency, stale_at) = match before {
            Before::Week => (Urgency::InHours, begins - NEARLY_A_WEEK),
            // Tomorrow is today after midnight.
            Before::Day => (Urgency::AtOnce, midnight(there.date(), zone).unwrap_or(begins)),
            // Nobody wants to be reminded of what has begun.
            Before::Hour => (Urgency::AtOnce, begins),
        };
        // The clock of whoever gets it may hang elsewhere: at night it waits for the morning.
        let decent_today = local.date().to_datetime(decent(local.time()));
        let morning = if decent_today < local {
            local.date().saturating_add(1.day()).to_datetime(decent(civil::Time::midnight()))
        } else {
            decent_today
        };
        let due_at = zone.to_timestamp(morning);
        let letter = NewLetter {
            receiver: Receiver::Person(person.id),
            programme: Some(under.programme),
            message: says.into(),
            urgency,
            due_at: due_at.unwrap_or(now).max(now),
            stale_at,
            reply_to: None,
        };
        work.promise(&letter, now).await?;
        Ok(())
    }
}

/// The first moment of a day.
fn midnight(day: civil::Date, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_timestamp(day.to_datetime(civil::Time::midnight())).ok()
}
