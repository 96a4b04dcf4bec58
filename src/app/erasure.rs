//! Somebody is erased: their pairs end, the other of each and the leaders are told no more than
//! they need, and nothing that names them stays.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use tracing::error;

use super::{App, AppError, matching::list, promise::Under};
use crate::{
    domain::{
        act,
        application::Application,
        ids::{PersonId, ProgrammeId},
        locale::Locale,
        matching::called,
        message::rights::RightsSays,
        notice::{Notice, Urgency},
        pair::Pair,
        person::{Member, first_name},
        role::Role,
        when::normalise,
    },
    store::{Mentioned, Work},
};

/// How long a conversation is kept with somebody that the bot doesn't know.
const STRANGERS: SignedDuration = SignedDuration::from_hours(24);

impl App {
    /// Erases everything about a person, because they want it, and tells those whom it concerns.
    pub(super) async fn erase(
        &self,
        work: &mut Work,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let parts = work.parts_of(person).await?;
        let alive = work.pairs_of_person(person).await?;
        let applied = work.applications_of(person).await?;
        let programmes: BTreeSet<_> = parts
            .iter()
            .map(|part| part.programme)
            .chain(applied.iter().map(|application| application.programme))
            .collect();
        for programme in &programmes {
            self.erase_mentions(work, person, *programme).await?;
        }
        self.erase_from(work, person, None, now).await?;
        for part in parts.iter().filter(|part| part.role != Role::Leader) {
            self.tell_of_leaving(work, part, &alive, now).await?;
        }
        Ok(())
    }

    /// Erases what somebody has to do with one programme, and all of them if they have to do with
    /// no other. Nobody is told.
    pub(super) async fn erase_in(
        &self,
        work: &mut Work,
        person: PersonId,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        self.erase_mentions(work, person, programme).await?;
        self.erase_from(work, person, Some(programme), now).await
    }

    /// Erases an application whose time is up. Who takes part all the same keeps their part.
    pub(super) async fn erase_application(
        &self,
        work: &mut Work,
        application: &Application,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let (person, programme) = (application.person, application.programme);
        let parts = work.parts_of(person).await?;
        if parts.iter().any(|part| part.programme == programme) {
            return Ok(work.erase_application(application).await?);
        }
        self.erase_in(work, person, programme, now).await
    }

    /// Takes what names somebody out of what others have been told in a programme.
    async fn erase_mentions(
        &self,
        work: &mut Work,
        person: PersonId,
        programme: ProgrammeId,
    ) -> Result<(), AppError> {
        let Some(known) = work.person(person).await? else { return Ok(()) };
        let applied = work.applications_of(person).await?;
        let applied = applied.into_iter().filter(|one| one.programme == programme);
        let mut names: Vec<_> = applied.filter_map(|one| one.name).collect();
        names.push(known.name);
        names.sort_unstable();
        names.dedup();
        names.retain(|name| !name.trim().is_empty());
        let mut first_names: Vec<_> = names.iter().map(|name| first_name(name)).collect();
        first_names.retain(|first| !names.contains(first));
        let pairs = work.all_pairs_of_person(person).await?;
        let partner = |pair: &Pair| Some(pair.seat(pair.half_of(person)?.other()).person);
        let partners = pairs.iter().filter(|pair| pair.programme == programme).filter_map(partner);
        let mut partners: Vec<_> = partners.collect();
        for proposal in work.proposals(programme).await? {
            let half = proposal.half_of(person);
            partners.extend(half.map(|half| proposal.seat(half.other()).person));
        }
        let instead = self.erased_name(work, Some(programme)).await?;
        let mentioned = Mentioned { person, names, first_names, partners, instead };
        work.erase_shown(programme, person).await?;
        Ok(work.erase_mentions(programme, &mentioned).await?)
    }

    /// Ends their pairs, and erases what somebody has to do with one programme, or with all.
    async fn erase_from(
        &self,
        work: &mut Work,
        person: PersonId,
        programme: Option<ProgrammeId>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let is_meant = |one: ProgrammeId| programme.is_none_or(|programme| programme == one);
        for pair in work.pairs_of_person(person).await? {
            if is_meant(pair.programme) {
                work.put_pair(&pair.ended(now), None).await?;
            }
        }
        let parts = work.parts_of(person).await?;
        for part in parts.iter().filter(|part| is_meant(part.programme)) {
            Self::erase_handle(work, part).await?;
        }
        let instead = self.erased_name(work, parts.first().map(|part| part.programme)).await?;
        work.erase(person, programme, &instead, now).await?;
        // Whoever waited for the place that they had has it now.
        for part in parts.iter().filter(|part| is_meant(part.programme)) {
            let Some((row, outline)) = self.programme(work, part.programme).await? else {
                continue;
            };
            for gathering in work.gatherings_of(part.programme).await? {
                self.fill_places(work, &gathering, Under::of(&row, &outline), now).await?;
            }
        }
        Ok(())
    }

    /// What somebody is called who was erased.
    async fn erased_name(
        &self,
        work: &mut Work,
        programme: Option<ProgrammeId>,
    ) -> Result<String, AppError> {
        let outline = match programme {
            // Nobody waits for their erasure because a file can't be read.
            Some(id) => match self.programme(work, id).await {
                Ok(found) => found.map(|(_, outline)| outline),
                Err(error) if error.is_lasting() => None,
                Err(error) => return Err(error),
            },
            None => None,
        };
        let locale = outline
            .map_or_else(|| Locale::new(crate::l10n::DEFAULT), |outline| outline.locale.clone());
        Ok(self.words.line(&locale, &RightsSays::SomebodyErased.into()))
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
        let (row, outline) = match self.programme(work, part.programme).await {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(()),
            Err(error) if error.is_lasting() => return Ok(()),
            Err(error) => return Err(error),
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
        let contact = work.member_row(part.id).await?.and_then(|row| row.contact);
        let called = called(&part.handle, &part.name, contact.as_deref());
        for (id, row) in work.member_rows(part.programme).await? {
            let is_meant = |manager: &String| called.contains(&normalise(manager));
            let mut changed = row.clone();
            changed.never_with = without(&row.never_with);
            changed.fixed_with = without(&row.fixed_with);
            changed.manager = row.manager.clone().filter(|manager| !is_meant(manager));
            if changed != row {
                work.put_member(id, &changed).await?;
            }
        }
        Ok(())
    }

    /// Erases what has been kept long enough: conversations with strangers, what leaders did, and
    /// everybody who took part in a programme that ended long ago.
    pub(super) async fn forget(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let unerased = work.programmes_not_erased().await?;
        drop(work);
        for id in unerased {
            match self.forget_participants(id, now).await {
                // Its leaders are told elsewhere that its file can't be read.
                Err(error) if error.is_lasting() => {
                    error!(programme.id = id.get(), "its people can't be erased");
                }
                done => done?,
            }
        }
        let mut work = self.store.begin().await?;
        work.forget_strangers(now - STRANGERS).await?;
        work.forget_acts(now - act::KEPT).await?;
        work.forget_drafts(now).await?;
        Ok(work.save().await?)
    }

    /// Erases those who took part in a programme, if it ended long ago.
    async fn forget_participants(&self, id: ProgrammeId, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let Some((row, outline)) = self.programme(&mut work, id).await? else { return Ok(()) };
        let erased_on = Self::erased_on(&mut work, Under::of(&row, &outline)).await?;
        drop(work);
        if outline.time_zone.to_datetime(now).date() < erased_on {
            return Ok(());
        }
        let mut work = self.store.begin().await?;
        // Everything that was said there goes, so that no name has to be looked for.
        work.erase_said_in(row.id).await?;
        let members = work.members(row.id).await?;
        let leads = |person: PersonId| {
            members.iter().any(|part| part.person == person && part.role == Role::Leader)
        };
        let taking_part = members.iter().map(|member| member.person);
        let mut people: BTreeSet<_> = taking_part.collect();
        people.extend(work.applicants(row.id).await?);
        for person in people.into_iter().filter(|person| !leads(*person)) {
            self.erase_from(&mut work, person, Some(row.id), now).await?;
        }
        // Whoever leads it goes on being known, and what they wrote for themselves in it goes too.
        work.erase_own_words(row.id).await?;
        work.put_erased(row.id, now).await?;
        Ok(work.save().await?)
    }
}
