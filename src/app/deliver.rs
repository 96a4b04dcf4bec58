//! Takes promises out of the outbox and keeps them.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use tracing::{debug, warn};

use super::{
    App, AppError,
    address::Addressed,
    promise::{Under, seed},
};
use crate::{
    domain::{
        attention::Matter,
        ids::PersonId,
        letter::{Fate, Reason, Receiver},
        message::{Message, nudge::Nudge},
        notice::Urgency,
        nudge::still_asked,
        programme::Outline,
        sparing::{Ceiling, Full},
    },
    platform::{DeliveryKey, Found, Letter, Platform, PostError, Undeliverable},
    store::{Envelope, PlaceState, Work},
};

/// How long one attempt may take before somebody else may try. A platform must remember a
/// delivery key for longer than this.
const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// How many letters are handed over side by side, unless something else is asked for.
pub(super) const SIDE_BY_SIDE: u8 = 8;

/// How often a room that is gone is replaced before the letter is given up.
const MOST_ROOMS: i64 = 4;

/// What is to be done with a letter before it is handed to a platform.
enum Verdict {
    Go { message: Message },
    Wait { until: Timestamp, reason: Reason },
    Drop { reason: Reason },
}

impl App {
    /// Delivers everything that is due.
    pub async fn deliver_due(&self) -> Result<(), AppError> {
        loop {
            let now = self.clock.now();
            self.store.reclaim(now, false).await?;
            let taken = self.store.take_due(now, now + LEASE, self.side_by_side.into()).await?;
            if taken.is_empty() {
                return Ok(());
            }
            for delivered in join_all(taken.into_iter().map(|letter| self.deliver(letter))).await {
                delivered?;
            }
        }
    }

    async fn deliver(&self, envelope: Envelope) -> Result<(), AppError> {
        let envelope = &envelope;
        let now = self.clock.now();
        match self.judge(envelope, now).await? {
            Verdict::Wait { until, reason } => {
                Ok(self.store.put_back(envelope.id, until, reason).await?)
            }
            Verdict::Drop { reason } => {
                Ok(self.store.settle(envelope.id, Fate::Expired, reason, now).await?)
            }
            Verdict::Go { message } => self.hand_over(envelope, &message, now).await,
        }
    }

    /// Whether a letter is still worth sending, and whether it may leave now. What was handed to
    /// a platform once is not judged again: it may have arrived.
    async fn judge(&self, envelope: &Envelope, now: Timestamp) -> Result<Verdict, AppError> {
        let go = |message: &Message| Verdict::Go { message: message.clone() };
        if envelope.first_try_at.is_some() {
            return Ok(go(&envelope.message));
        }
        if now > envelope.stale_at {
            return Ok(Verdict::Drop { reason: Reason::Stale });
        }
        let mut work = self.store.look().await?;
        let mut message = envelope.message.clone();
        if let Message::Nudge(nudge) = &envelope.message {
            match self.still_asked(&mut work, nudge).await? {
                Some(nudge) => message = Message::Nudge(nudge),
                None => return Ok(Verdict::Drop { reason: Reason::Overtaken }),
            }
        }
        let Some(programme) = envelope.programme else { return Ok(go(&message)) };
        let Some((_, outline)) = self.programme(&mut work, programme).await? else {
            return Ok(Verdict::Drop { reason: Reason::Overtaken });
        };
        let person = match envelope.receiver {
            Receiver::Person(person) => person,
            Receiver::Pair(pair) => match work.pair(pair).await? {
                Some(pair) => pair.adept.person,
                None => return Ok(Verdict::Drop { reason: Reason::Overtaken }),
            },
            Receiver::Place(_) => return Ok(go(&message)),
        };
        match self.opening(&mut work, envelope, person, &outline, now).await? {
            None => Ok(go(&message)),
            Some((until, reason)) if until > envelope.stale_at => Ok(Verdict::Drop { reason }),
            Some((until, reason)) => Ok(Verdict::Wait { until, reason }),
        }
    }

    async fn still_asked(&self, work: &mut Work, nudge: &Nudge) -> Result<Option<Nudge>, AppError> {
        let mut pairs = vec![];
        for id in nudge.about_pairs() {
            pairs.extend(work.pair(id).await?);
        }
        if let Some(meeting) = nudge.about_meeting()
            && let Some(meeting) = work.meeting(meeting).await?
        {
            pairs.extend(work.pair(meeting.pair).await?);
        }
        Ok(still_asked(nudge, &pairs))
    }

    /// When the letter may leave, if that isn't now, and what keeps it until then.
    async fn opening(
        &self,
        work: &mut Work,
        envelope: &Envelope,
        person: PersonId,
        outline: &Outline,
        now: Timestamp,
    ) -> Result<Option<(Timestamp, Reason)>, AppError> {
        if envelope.urgency <= Urgency::AtOnce {
            return Ok(None);
        }
        // Whoever takes a break is left in peace until they are back.
        if let Some(programme) = envelope.programme
            && let Some(back) = work.break_of(person, programme).await?
        {
            return Ok(Some((back.unwrap_or(Timestamp::MAX), Reason::Paused)));
        }
        let Some(person) = work.person(person).await? else { return Ok(None) };
        let hours = person.hours_in(&outline.time_zone);
        let is_sparing = matches!(envelope.urgency, Urgency::Sparing(_));
        if !outline.calendar.is_open(now, &hours) {
            let until = if is_sparing {
                outline.calendar.slot(now, &hours, seed(person.id, now))
            } else {
                outline.calendar.next_open(now, &hours)
            };
            return Ok(Some((until.unwrap_or(Timestamp::MAX), Reason::Closed)));
        }
        if !is_sparing {
            return Ok(None);
        }
        let zone = person.zone_in(&outline.time_zone);
        let since = now - SignedDuration::from_hours(24 * 40);
        let sent = work.unprompted_to(person.id, since).await?;
        let sent: Vec<_> = sent.into_iter().map(|at| zone.to_datetime(at).date()).collect();
        let today = zone.to_datetime(now).date();
        let ceiling = Ceiling::default();
        let Err(full) = ceiling.room(&sent, today, outline.starts_on) else { return Ok(None) };
        let reason = match full {
            Full::Day => Reason::DayFull,
            Full::Week => Reason::WeekFull,
            Full::Month => Reason::MonthFull,
        };
        let next = ceiling.next_day_with_room(&sent, today, outline.starts_on);
        let next = next.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        // All who were put off are not written to in the same minute either.
        let until = next.and_then(|day| outline.calendar.slot(day, &hours, seed(person.id, day)));
        Ok(Some((until.unwrap_or(Timestamp::MAX), reason)))
    }

    async fn hand_over(
        &self,
        envelope: &Envelope,
        message: &Message,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let addressed = {
            let mut work = self.store.begin().await?;
            let addressed = self.address(&mut work, envelope).await?;
            if *message != envelope.message {
                // What has become pointless is left out, so that the row tells what was said.
                work.rewrite(envelope.id, message, envelope.stale_at).await?;
            }
            work.save().await?;
            addressed
        };
        let Some(addressed) = addressed else {
            let tomorrow = now + SignedDuration::from_hours(24);
            return if tomorrow > envelope.stale_at {
                Ok(self.store.settle(envelope.id, Fate::Refused, Reason::NoAccount, now).await?)
            } else {
                Ok(self.store.put_back(envelope.id, tomorrow, Reason::NoAccount).await?)
            };
        };
        let Some(platform) = self.platforms.get(&addressed.place.platform) else {
            return self.try_later(envelope, Reason::NoPlatform, now).await;
        };
        let room = match self.open(platform.as_ref(), &addressed).await {
            Ok(room) => room,
            Err(error) => return self.failed(envelope, &addressed, &error, now).await,
        };
        let mut work = self.store.begin().await?;
        if addressed.place.state != PlaceState::Open {
            work.put_place(addressed.place.id, Some(&room), PlaceState::Open).await?;
        }
        work.save().await?;

        let document = match &envelope.document {
            Some(kept) => serde_json::from_str(kept).ok(),
            None => None,
        };
        let document = document.unwrap_or_else(|| self.put(message, &addressed.locales));
        let kept = serde_json::json!(document).to_string();
        self.store.begin_try(envelope.id, addressed.place.id, &kept, now).await?;
        debug!(stage = "sending", outbox.id = envelope.id.get(), "a letter is handed over");
        let asks = !document.buttons.is_empty();
        let letter = Letter {
            key: DeliveryKey::of_row(&self.installation, envelope.id.get()),
            room,
            mentions: addressed.mentions.clone(),
            reply_to: envelope.reply_to.clone(),
            document,
        };
        let posted = match self.looked_up(platform.as_ref(), envelope, &letter, now).await {
            Some(found) => found,
            None => platform.post(&letter).await.map(Found::Yes),
        };
        match posted {
            Ok(Found::Yes(message)) => {
                self.store.mark_sent(envelope.id, &message, asks, now).await?;
                debug!(stage = "sent", outbox.id = envelope.id.get(), "a letter has arrived");
                Ok(())
            }
            Ok(Found::No | Found::Unknown) => {
                warn!(outbox.id = envelope.id.get(), "it can't be told whether a letter arrived");
                Ok(self.store.settle(envelope.id, Fate::Unsure, Reason::Unsure, now).await?)
            }
            Err(error) => self.failed(envelope, &addressed, &error, now).await,
        }
    }

    /// Looks for a letter that may have arrived so long ago that the platform would no longer
    /// recognise it. None if there is no need, or if it is not there and must be posted.
    async fn looked_up(
        &self,
        platform: &dyn Platform,
        envelope: &Envelope,
        letter: &Letter,
        now: Timestamp,
    ) -> Option<Result<Found, PostError>> {
        let age = envelope.first_try_at?.duration_until(now);
        let memory = SignedDuration::try_from(platform.memory()).unwrap_or(SignedDuration::MAX);
        if age < memory {
            return None;
        }
        match platform.find(letter).await {
            Ok(Found::No) => None,
            found => Some(found),
        }
    }

    /// What to do about a letter that a platform did not take.
    async fn failed(
        &self,
        envelope: &Envelope,
        addressed: &Addressed,
        error: &PostError,
        now: Timestamp,
    ) -> Result<(), AppError> {
        match error {
            PostError::Busy(wait) => {
                let wait = SignedDuration::try_from(*wait).unwrap_or(LEASE);
                if now + wait > envelope.stale_at {
                    return self.too_late(envelope, Reason::Busy, now).await;
                }
                Ok(self.store.put_back(envelope.id, now + wait, Reason::Busy).await?)
            }
            PostError::Interrupted(_) => {
                // What the platform said about it may quote the letter, so it isn't logged.
                let attempts = envelope.attempts;
                warn!(outbox.id = envelope.id.get(), attempts, "a letter is tried again");
                self.try_later(envelope, Reason::Broken, now).await
            }
            PostError::Undeliverable(Undeliverable::Gone) if envelope.attempts < MOST_ROOMS => {
                let mut work = self.store.begin().await?;
                work.put_place(addressed.place.id, None, PlaceState::Gone).await?;
                work.save().await?;
                Ok(self.store.put_back(envelope.id, now, Reason::Gone).await?)
            }
            PostError::Undeliverable(why) => {
                let reason = match why {
                    Undeliverable::Closed => Reason::Unwilling,
                    Undeliverable::Gone => Reason::Gone,
                    Undeliverable::Refused => Reason::Refused,
                };
                warn!(outbox.id = envelope.id.get(), %why, "a letter can't be delivered");
                self.store.settle(envelope.id, Fate::Refused, reason, now).await?;
                if *why != Undeliverable::Refused {
                    self.note_unreachable(envelope, now).await?;
                }
                Ok(())
            }
        }
    }

    /// Tries again after a while that doubles, until the letter would be too late.
    async fn try_later(
        &self,
        envelope: &Envelope,
        reason: Reason,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let doublings = u32::try_from(envelope.attempts.clamp(0, 9)).unwrap_or(9);
        let wait = SignedDuration::from_secs(i64::from(1_u32 << doublings).min(600));
        if now + wait > envelope.stale_at {
            return self.too_late(envelope, reason, now).await;
        }
        Ok(self.store.put_back(envelope.id, now + wait, reason).await?)
    }

    /// The next try would come when the letter is stale.
    async fn too_late(
        &self,
        envelope: &Envelope,
        reason: Reason,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let fate = if envelope.first_try_at.is_some() { Fate::GivenUp } else { Fate::Expired };
        Ok(self.store.settle(envelope.id, fate, reason, now).await?)
    }

    /// Lets the leaders know that somebody can't be written to. Of a pair it is both: whoever is
    /// still in their room could be written to there.
    async fn note_unreachable(&self, envelope: &Envelope, now: Timestamp) -> Result<(), AppError> {
        let Some(programme) = envelope.programme else { return Ok(()) };
        let mut work = self.store.begin().await?;
        let Some((row, outline)) = self.programme(&mut work, programme).await? else {
            return Ok(());
        };
        let people = match envelope.receiver {
            Receiver::Person(person) => vec![person],
            Receiver::Pair(pair) => match work.pair(pair).await? {
                Some(pair) => vec![pair.mentor.person, pair.adept.person],
                None => vec![],
            },
            Receiver::Place(_) => vec![],
        };
        for person in people {
            let matter = Matter::Unreachable { person };
            let (case, is_new) = work.open_case(programme, matter, now).await?;
            if is_new {
                self.tell_leaders(&mut work, case, Under::of(&row, &outline), now).await?;
            }
        }
        Ok(work.save().await?)
    }
}
