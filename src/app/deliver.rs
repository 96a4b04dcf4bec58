//! Takes promises out of the outbox and keeps them.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use tracing::{debug, error, warn};

use super::{App, AppError, address::Addressed, departure::Verdict};
use crate::{
    document::Document,
    domain::{
        account::Account,
        ids::OutboxId,
        letter::{Fate, Reason, Receiver},
        message::Message,
        press::Press,
    },
    platform::{DeliveryKey, Found, Letter, Platform, PostError, Tried, Undeliverable},
    store::{Envelope, NewLetter, PlaceState, Work},
};

/// How long one attempt may take before somebody else may try. A platform must remember a
/// delivery key for longer than this.
const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// How many letters are handed over side by side, unless something else is asked for.
pub(super) const SIDE_BY_SIDE: u8 = 8;

/// How many letters one courier carries in a turn.
const AT_A_TURN: usize = 8;

/// How long a platform can have a letter wait at most: longer than any letter is worth sending.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24 * 60);

/// How often a room that is gone is replaced before the letter is given up.
const MOST_ROOMS: i64 = 4;

/// A letter in its receiver's language.
struct Rendered {
    document: Document,
    /// What is stored of it for another try.
    kept: String,
    /// Whether there is something in it that isn't stored.
    is_sealed: bool,
    /// Whether there are files in it that are forgotten once it has arrived.
    has_files: bool,
}

impl App {
    /// Delivers everything that is due, some letters side by side: one that takes long holds up
    /// those to the same receiver only.
    pub async fn deliver_due(&self) -> Result<(), AppError> {
        let couriers = join_all((0..self.side_by_side).map(|_| self.carry())).await;
        couriers.into_iter().try_for_each(|carried| carried.map(|_| ()))
    }

    /// Takes one letter after the other, until none is due that may be taken, and says how many. After
    /// some it comes back all the same: whoever has many letters waiting shall not keep the one
    /// courier that is left from everybody else.
    pub async fn carry(&self) -> Result<usize, AppError> {
        for carried in 0..AT_A_TURN {
            let now = self.clock.now();
            self.store.reclaim(now, false).await?;
            let taken = self.store.take_due(now, now + LEASE, 1).await?;
            let Some(letter) = taken.into_iter().next() else { return Ok(carried) };
            self.deliver_or_refuse(letter).await?;
        }
        Ok(AT_A_TURN)
    }

    /// What stands in the way of one letter, and will tomorrow too, keeps no other one waiting.
    async fn deliver_or_refuse(&self, envelope: Envelope) -> Result<(), AppError> {
        let id = envelope.id;
        match self.deliver(envelope).await {
            Err(error) if error.is_lasting() => {
                error!(outbox.id = id.get(), "a letter can't be put together");
                self.settle(id, Fate::Refused, Reason::Unreadable, self.clock.now()).await
            }
            delivered => delivered,
        }
    }

    async fn deliver(&self, envelope: Envelope) -> Result<(), AppError> {
        let envelope = &envelope;
        let now = self.clock.now();
        match self.judge(envelope, now).await? {
            Verdict::Wait { until, reason } => {
                Ok(self.store.put_back(envelope.id, until, reason).await?)
            }
            Verdict::Drop { reason } => self.expire(envelope, reason, now).await,
            Verdict::Go { message } => self.hand_over(envelope, &message, now).await,
        }
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
                self.settle(envelope.id, Fate::Refused, Reason::NoAccount, now).await
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

        let Rendered { document, kept, is_sealed, has_files } =
            self.render(envelope, message, &addressed, now).await?;
        self.store.begin_try(envelope.id, addressed.place.id, &kept, now).await?;
        debug!(stage = "sending", outbox.id = envelope.id.get(), "a letter is handed over");
        let asks = !document.buttons.is_empty();
        let letter = Letter {
            key: DeliveryKey::of_row(&self.installation, envelope.id.get()),
            room,
            readers: addressed.readers.clone().filter(|_| !message.is_for_anybody()),
            mentions: addressed.mentions.clone(),
            reply_to: envelope.reply_to.clone(),
            answers_further: envelope.answers_further,
            document,
        };
        let posted = match envelope.first_try_at {
            Some(first) if is_forgotten(platform.as_ref(), first, now) => {
                let others = self.store.posted_in(addressed.place.id).await?;
                platform.find(&letter, &Tried { since: first, others }).await
            }
            Some(_) | None => platform.post(&letter).await.map(Found::Yes),
        };
        match posted {
            Ok(Found::Yes(posted)) => {
                let mut work = self.store.begin().await?;
                work.mark_sent(envelope.id, &posted, asks, now).await?;
                if let (Message::Nudge(_), Receiver::Person(person)) = (message, envelope.receiver)
                {
                    // From now on their silence is one.
                    work.look_at_pairs_of(person).await?;
                }
                if has_files {
                    let left = if is_sealed {
                        self.put(message, &addressed.locales)
                    } else {
                        letter.document
                    };
                    let left = Document { attachments: vec![], ..left };
                    let left = serde_json::json!(left).to_string();
                    work.forget_files(envelope.id, &message.without_file(), &left).await?;
                }
                work.save().await?;
                debug!(stage = "sent", outbox.id = envelope.id.get(), "a letter has arrived");
                Ok(())
            }
            // It never arrived, and so long ago that whether it is worth sending is asked anew.
            Ok(Found::No) => {
                Ok(self.store.put_back_unsent(envelope.id, now, Reason::Broken).await?)
            }
            Ok(Found::Unknown) => {
                warn!(outbox.id = envelope.id.get(), "it can't be told whether a letter arrived");
                self.settle(envelope.id, Fate::Unsure, Reason::Unsure, now).await
            }
            Err(error) => self.failed(envelope, &addressed, &error, now).await,
        }
    }

    /// How a letter is put: as it was at the first try, if there was one.
    async fn render(
        &self,
        envelope: &Envelope,
        message: &Message,
        addressed: &Addressed,
        now: Timestamp,
    ) -> Result<Rendered, AppError> {
        let document = match &envelope.document {
            Some(kept) => serde_json::from_str(kept).ok(),
            None => None,
        };
        let document = document.unwrap_or_else(|| self.put(message, &addressed.locales));
        let kept = serde_json::json!(document).to_string();
        // Words that only their owner may read are put in now, and not stored.
        let mut work = self.store.look().await?;
        let opened = match self.with_notes(&mut work, message).await? {
            Some(opened) => Some(opened),
            None => self.with_ticked(&mut work, message).await?,
        };
        let is_sealed = opened.is_some();
        let mut document = opened.map_or(document, |opened| self.put(&opened, &addressed.locales));
        let has_files = !document.attachments.is_empty();
        let entries = self.appointments(&mut work, message, &addressed.locales, now).await?;
        document.attachments.extend(entries);
        document.attachments.extend(self.picture(message, &addressed.locales));
        Ok(Rendered { document, kept, is_sealed, has_files })
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
                let due = now + SignedDuration::try_from(*wait).unwrap_or(LEASE).min(LONGEST_WAIT);
                if due > envelope.stale_at {
                    return self.too_late(envelope, Reason::Busy, now).await;
                }
                // What was tried before may have arrived then; of the rest nothing has left.
                let put_back = match envelope.first_try_at {
                    Some(_) => self.store.put_back(envelope.id, due, Reason::Busy).await,
                    None => self.store.put_back_unsent(envelope.id, due, Reason::Busy).await,
                };
                Ok(put_back?)
            }
            PostError::Halfway(wait) => {
                let due = now + SignedDuration::try_from(*wait).unwrap_or(LEASE).min(LONGEST_WAIT);
                Ok(self.store.put_back(envelope.id, due, Reason::Busy).await?)
            }
            PostError::Interrupted(_) => {
                // What the platform said about it may quote the letter, so it isn't logged.
                let attempts = envelope.attempts;
                warn!(outbox.id = envelope.id.get(), attempts, "a letter is tried again");
                self.try_later(envelope, Reason::Broken, now).await
            }
            PostError::Undeliverable(Undeliverable::Gone)
                if envelope.rooms_gone + 1 < MOST_ROOMS =>
            {
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
                let receiver = self.receiver_is(envelope).await?;
                let mut work = self.store.begin().await?;
                work.settle(envelope.id, Fate::Refused, reason, now).await?;
                if *why == Undeliverable::Closed {
                    self.ask_among_the_two(&mut work, envelope, now).await?;
                }
                if *why != Undeliverable::Refused {
                    self.note_unreachable(&mut work, envelope, receiver, now).await?;
                }
                Ok(work.save().await?)
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
        let doublings = u32::try_from((envelope.failures + 1).clamp(0, 9)).unwrap_or(9);
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
        if envelope.first_try_at.is_some() {
            return self.settle(envelope.id, Fate::GivenUp, reason, now).await;
        }
        self.expire(envelope, reason, now).await
    }

    /// It isn't worth sending any longer. A text that everybody reads is sent anew instead.
    async fn expire(
        &self,
        envelope: &Envelope,
        reason: Reason,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut work = self.store.begin().await?;
        work.settle(envelope.id, Fate::Expired, reason, now).await?;
        for offer in envelope.message.offers() {
            if let Press::Learnt(lesson) = offer.press {
                work.forget_lesson(lesson).await?;
            }
        }
        Ok(work.save().await?)
    }

    /// What is asked of a pair is asked in the pair's own place, where one of them takes no letters
    /// and both are on one platform.
    async fn ask_among_the_two(
        &self,
        work: &mut Work,
        envelope: &Envelope,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let (Message::Nudge(nudge), Receiver::Person(person)) =
            (&envelope.message, envelope.receiver)
        else {
            return Ok(());
        };
        let Some(pair) = nudge.pair() else { return Ok(()) };
        let Some(both) = work.pair(pair).await? else { return Ok(()) };
        let mentor = work.accounts_of(both.mentor.person).await?;
        let adept = work.accounts_of(both.adept.person).await?;
        let is_shared = |one: &Account| adept.iter().any(|other| other.platform == one.platform);
        if mentor.iter().any(is_shared) {
            let letter = NewLetter {
                receiver: Receiver::Among(pair, person),
                programme: envelope.programme,
                message: envelope.message.clone(),
                urgency: envelope.urgency,
                due_at: now,
                stale_at: envelope.stale_at,
                reply_to: None,
            };
            work.promise(&letter, now).await?;
        }
        Ok(())
    }

    async fn settle(
        &self,
        id: OutboxId,
        fate: Fate,
        reason: Reason,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut work = self.store.begin().await?;
        work.settle(id, fate, reason, now).await?;
        Ok(work.save().await?)
    }
}

/// Whether a letter may have arrived so long ago that the platform would no longer recognise it, so
/// that it has to be looked for.
fn is_forgotten(platform: &dyn Platform, first_try_at: Timestamp, now: Timestamp) -> bool {
    let memory = SignedDuration::try_from(platform.memory()).unwrap_or(SignedDuration::MAX);
    first_try_at.duration_until(now) >= memory
}
