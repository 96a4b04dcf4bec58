//! Somebody is erased: their pairs end, the other of each and the leaders are told no more than
//! they need, and nothing that names them stays.

use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::{App, AppError, matching::list, promise::Under};
use crate::{
    domain::{
        act,
        ids::{PersonId, ProgrammeId},
        locale::Locale,
        message::rights::RightsSays,
        notice::{Notice, Urgency},
        nudge::first_name,
        pair::Pair,
        person::Member,
        role::Role,
    },
    store::Work,
};

/// How long a conversation is kept with somebody that the bot doesn't know.
const STRANGERS: SignedDuration = SignedDuration::from_hours(24);

impl App {
    /// Erases everything about a person.
    pub(super) async fn erase(
        &self,
        work: &mut Work,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(known) = work.person(person).await? else { return Ok(()) };
        let parts = work.parts_of(person).await?;
        let alive = work.pairs_of_person(person).await?;
        for pair in &alive {
            work.put_pair(&pair.ended(now), None).await?;
        }
        let all = work.all_pairs_of_person(person).await?;
        let partner = |pair: &Pair| Some(pair.seat(pair.half_of(person)?.other()).person);
        let partners: Vec<_> = all.iter().filter_map(partner).collect();
        let first = first_name(&known.name);
        work.erase_mentions(person, (&known.name, &first), &partners).await?;
        for part in &parts {
            Self::erase_handle(work, part).await?;
        }
        let programme = parts.first().map(|part| part.programme);
        let outline = match programme {
            Some(id) => self.programme(work, id).await?.map(|(_, outline)| outline),
            None => None,
        };
        let locale = outline
            .map_or_else(|| Locale::new(crate::l10n::DEFAULT), |outline| outline.locale.clone());
        let instead = self.words.line(&locale, &RightsSays::SomebodyErased.into());
        work.erase(person, &instead, now).await?;
        for part in parts.iter().filter(|part| part.role != Role::Leader) {
            self.tell_of_leaving(work, part, &alive, now).await?;
        }
        Ok(())
    }

    /// Tells the other of each pair, and the leaders, that somebody takes part no longer: not who
    /// it was, and not why.
    async fn tell_of_leaving(
        &self,
        work: &mut Work,
        part: &Member,
        alive: &[Pair],
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, part.programme).await? else {
            return Ok(());
        };
        let under = Under::of(&row, &outline);
        let theirs: Vec<_> = alive
            .iter()
            .filter(|pair| [pair.mentor.member, pair.adept.member].contains(&part.id))
            .collect();
        let name = outline.names.get(&outline.locale).to_owned();
        for pair in &theirs {
            let Some(half) = pair.half_of(part.person) else { continue };
            let other = pair.seat(half.other()).person;
            let locale = work.person(other).await?.map(|person| person.locale);
            let locale = locale.unwrap_or_else(|| outline.locale.clone());
            let programme = outline.names.get(&locale).to_owned();
            let says = RightsSays::PartnerGone { programme };
            let notice = Notice::to_person(other, says.into(), Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
            let says = RightsSays::PairEnded { number: pair.number, programme: name.clone() };
            self.promise(work, &Notice::to_leaders(row.id, says.into()), under, now, now).await?;
        }
        if theirs.is_empty() {
            let says = RightsSays::SomebodyGone { programme: name };
            self.promise(work, &Notice::to_leaders(row.id, says.into()), under, now, now).await?;
        }
        Ok(())
    }

    /// Takes somebody's id out of what the list of people says about others.
    async fn erase_handle(work: &mut Work, part: &Member) -> Result<(), AppError> {
        let without = |words: &Option<String>| {
            let others: Vec<_> = list(words.as_deref())
                .into_iter()
                .filter(|handle| !handle.eq_ignore_ascii_case(&part.handle))
                .collect();
            Some(others.join("|")).filter(|words| !words.is_empty())
        };
        for (id, row) in work.member_rows(part.programme).await? {
            let mut changed = row.clone();
            changed.never_with = without(&row.never_with);
            changed.fixed_with = without(&row.fixed_with);
            changed.manager = row.manager.clone().filter(|handle| *handle != part.handle);
            let is_named = |words: &Option<String>, now: &Option<String>| {
                list(words.as_deref()).len() != list(now.as_deref()).len()
            };
            if is_named(&row.never_with, &changed.never_with)
                || is_named(&row.fixed_with, &changed.fixed_with)
                || row.manager != changed.manager
            {
                work.put_member(id, &changed).await?;
            }
        }
        Ok(())
    }

    /// Erases what has been kept long enough: conversations with strangers, what leaders did, and
    /// everybody who took part in a programme that ended long ago.
    pub(super) async fn forget(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.begin().await?;
        work.forget_strangers(now - STRANGERS).await?;
        work.forget_acts(now - act::KEPT).await?;
        let unerased = work.programmes_not_erased().await?;
        work.save().await?;
        for id in unerased {
            match self.forget_participants(id, now).await {
                // Its leaders are told elsewhere that its file can't be read.
                Err(error) if error.is_lasting() => {}
                done => done?,
            }
        }
        Ok(())
    }

    /// Erases those who took part in a programme, if it ended long ago.
    async fn forget_participants(&self, id: ProgrammeId, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let Some((row, outline)) = self.programme(&mut work, id).await? else { return Ok(()) };
        drop(work);
        let today = outline.time_zone.to_datetime(now).date();
        let kept = i32::from(outline.keep_months).months();
        if outline.ends_on().checked_add(kept).is_ok_and(|kept_until| today <= kept_until) {
            return Ok(());
        }
        let mut work = self.store.begin().await?;
        for part in work.members(row.id).await? {
            if part.role != Role::Leader && self.is_over_for(&mut work, &part, now).await? {
                self.erase(&mut work, part.person, now).await?;
            }
        }
        work.put_erased(row.id, now).await?;
        Ok(work.save().await?)
    }

    /// Whether somebody takes part in nothing that isn't over as well, and leads nothing.
    async fn is_over_for(
        &self,
        work: &mut Work,
        part: &Member,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        for other in work.parts_of(part.person).await? {
            if other.role == Role::Leader {
                return Ok(false);
            }
            if let Some((_, outline)) = self.programme(work, other.programme).await?
                && outline.time_zone.to_datetime(now).date() <= outline.ends_on()
            {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
