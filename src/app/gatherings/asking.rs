//! Asks people whether they come, and reminds those who do.

use jiff::{SignedDuration, Timestamp};

use super::{SHORTLY, details, only_for};
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

/// Whether somebody is asked for the first time.
#[derive(Clone, Copy)]
enum Ask {
    First,
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
        gathering.state = GatheringState::Invited { at: now };
        work.mirror_gathering(gathering.id, now).await?;
        let Some(begins) = gathering.plan.begins(&under.outline.time_zone) else { return Ok(()) };
        for person in self.audience_of(work, gathering).await? {
            self.ask(work, gathering, person, begins, Ask::First, under, now).await?;
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
    async fn ask(
        &self,
        work: &mut Work,
        gathering: &Gathering,
        person: PersonId,
        begins: Timestamp,
        which: Ask,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        if now + TOO_CLOSE > begins {
            return Ok(());
        }
        let Some(person) = work.person(person).await? else { return Ok(()) };
        let at = Moment::of(begins, person.zone_in(&under.outline.time_zone));
        let (gathering, title, lines) =
            (gathering.id, gathering.plan.titles.clone(), details(gathering, under.outline));
        let says = match which {
            Ask::First => Says::Invite { gathering, title, at, lines },
            Ask::Again => Says::AskAgain { gathering, title, at, lines },
        };
        // What was planned shortly before can't wait for a day that has room.
        let urgency = if now + SHORTLY > begins {
            Urgency::InHours
        } else {
            Urgency::Sparing(Rank::Gathering)
        };
        let notice = Notice::to_person(person.id, says.into(), urgency);
        self.promise(work, &notice, under, now, now).await
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
                (_, reply) if asks && reply.is_none_or(Reply::is_unsettled) => {
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
        if is_late || (before == Before::Hour && !is_decent(local.time())) {
            return Ok(());
        }
        let (gathering, title, lines) =
            (gathering.id, gathering.plan.titles.clone(), details(gathering, under.outline));
        let says = match before {
            Before::Week => Says::InAWeek { gathering, title, at, lines },
            Before::Day => Says::Tomorrow { gathering, title, at, lines },
            Before::Hour => Says::InAnHour { gathering, title, at, lines },
        };
        if before == Before::Week {
            let notice = Notice::to_person(person.id, says.into(), Urgency::InHours);
            return self.promise(work, &notice, under, now, now).await;
        }
        // The clock of whoever gets it may hang elsewhere: at night it waits for the morning.
        let due_at = zone.to_timestamp(local.date().to_datetime(decent(local.time())));
        let letter = NewLetter {
            receiver: Receiver::Person(person.id),
            programme: Some(under.programme),
            message: says.into(),
            urgency: Urgency::AtOnce,
            due_at: due_at.unwrap_or(now).max(now),
            // Nobody wants to be reminded of what has begun.
            stale_at: begins,
            reply_to: None,
        };
        work.promise(&letter, now).await?;
        Ok(())
    }
}
