//! Who is still there. Where a platform doesn't tell by itself that somebody has left, it is asked once
//! a day, and when a letter doesn't arrive.

use jiff::{SignedDuration, Timestamp};

use super::{App, AppError, breaks::welcome_back, promise::Under};
use crate::{
    domain::{
        account::Account,
        attention::{Level, Matter},
        ids::PersonId,
        letter::Receiver,
        notice::{Notice, Urgency},
        programme::ProgrammeState,
        role::Role,
    },
    platform::Presence,
    store::{Envelope, News, Work},
};

/// How often it is asked about somebody.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// How long it waits after a platform couldn't tell.
const UNTIL_TOLD: SignedDuration = SignedDuration::from_hours(1);

/// How many are asked about before the next letter leaves: asking takes a while.
const AT_ONCE: i64 = 5;

impl App {
    /// Asks about some of those about whom it is time to.
    pub(super) async fn look_for_people(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.accounts_to_look_for(now, AT_ONCE).await?;
        drop(work);
        for (person, account) in due {
            // It may take a while, so nothing is being stored meanwhile.
            let mut presence = self.presence_at(&account).await;
            if presence == Presence::Gone {
                // Whoever can be written to elsewhere isn't gone.
                presence = self.presence_of(person).await?;
            }
            let again = match presence {
                Presence::Here | Presence::Gone => Some(now + EVERY),
                Presence::Unknown => Some(now + UNTIL_TOLD),
                Presence::NeverTold => None,
            };
            let mut work = self.store.begin().await?;
            work.look_for_again(&account, again).await?;
            match presence {
                Presence::Here => self.has_come_back(&mut work, person, now).await?,
                Presence::Gone => self.has_left(&mut work, person, now).await?,
                Presence::Unknown | Presence::NeverTold => {}
            }
            work.save().await?;
            if presence == Presence::Unknown {
                // Whatever keeps the platform from telling keeps it from the others as well.
                break;
            }
        }
        Ok(())
    }

    /// Lets the leaders of whoever was in a pair know that they have left.
    async fn has_left(
        &self,
        work: &mut Work,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let pairs = work.pairs_of_person(person).await?;
        let mut told = vec![];
        for pair in pairs {
            let Some((row, outline)) = self.programme(work, pair.programme).await? else {
                continue;
            };
            let goes_on =
                matches!(row.state, ProgrammeState::Running | ProgrammeState::Paused { .. });
            if !goes_on || told.contains(&row.id) {
                continue;
            }
            told.push(row.id);
            let matter = Matter::Left { person };
            let (case, news) = work.watch_case(row.id, matter, Level::Red, now).await?;
            if news == News::New {
                self.tell_leaders(work, case, Under::of(&row, &outline), now).await?;
            }
        }
        Ok(())
    }

    /// Settles that somebody had left, and tells them what they have missed, in one message.
    async fn has_come_back(
        &self,
        work: &mut Work,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(since) = work.settle_left(person).await? else { return Ok(()) };
        let parts = work.parts_of(person).await?;
        // Whoever takes a break reads it all when that is over.
        let part = parts.iter().find(|part| part.role != Role::Leader);
        let Some(part) = part.filter(|part| part.paused_since.is_none()) else { return Ok(()) };
        let Some((row, outline)) = self.programme(work, part.programme).await? else {
            return Ok(());
        };
        let lines = self.missed(work, person, since, now).await?;
        let notice = Notice::to_person(person, welcome_back(lines), Urgency::InHours);
        self.promise(work, &notice, Under::of(&row, &outline), now, now).await
    }

    /// What the platform of an account tells about it.
    async fn presence_at(&self, account: &Account) -> Presence {
        match self.platforms.get(&account.platform) {
            Some(platform) => platform.presence(&account.address).await,
            None => Presence::NeverTold,
        }
    }

    /// What the platforms tell of somebody: they are gone if they are so everywhere.
    async fn presence_of(&self, person: PersonId) -> Result<Presence, AppError> {
        let accounts = self.store.look().await?.accounts_of(person).await?;
        let mut found = Presence::Unknown;
        for account in accounts {
            match self.presence_at(&account).await {
                Presence::Gone => found = Presence::Gone,
                elsewhere @ (Presence::Here | Presence::Unknown | Presence::NeverTold) => {
                    return Ok(elsewhere);
                }
            }
        }
        Ok(found)
    }

    /// Whether somebody to whom a letter didn't arrive has left.
    pub(super) async fn receiver_is(&self, envelope: &Envelope) -> Result<Presence, AppError> {
        match envelope.receiver {
            Receiver::Person(person) | Receiver::Among(_, person) => self.presence_of(person).await,
            Receiver::Pair(_) | Receiver::Place(_) => Ok(Presence::Unknown),
        }
    }

    /// Lets the leaders know that somebody can't be written to. Of a pair it is both: whoever is
    /// still in their room could be written to there.
    pub(super) async fn note_unreachable(
        &self,
        work: &mut Work,
        envelope: &Envelope,
        receiver: Presence,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(programme) = envelope.programme else { return Ok(()) };
        let Some((row, outline)) = self.programme(work, programme).await? else {
            return Ok(());
        };
        let people = match envelope.receiver {
            Receiver::Person(person) | Receiver::Among(_, person) => vec![person],
            Receiver::Pair(pair) => match work.pair(pair).await? {
                Some(pair) => vec![pair.mentor.person, pair.adept.person],
                None => vec![],
            },
            Receiver::Place(_) => vec![],
        };
        for person in people {
            work.look_for_soon(person, now).await?;
            let (case, news) = if receiver == Presence::Gone {
                work.watch_case(programme, Matter::Left { person }, Level::Red, now).await?
            } else {
                work.open_case(programme, Matter::Unreachable { person }, Level::Red, now).await?
            };
            if news == News::New {
                self.tell_leaders(work, case, Under::of(&row, &outline), now).await?;
            }
        }
        Ok(())
    }
}
