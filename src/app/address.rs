//! Where a letter goes, and in which languages it is put there.

use super::{App, AppError};
use crate::{
    document::Document,
    domain::{
        account::Account,
        ids::{PersonId, PlaceId},
        letter::Receiver,
        locale::Locale,
        message::Message,
        pair::Seat,
    },
    platform::{DeliveryKey, Mention, PlaceWanted, Platform, PostError},
    store::{Envelope, Place, PlaceState, Work},
};

/// Where a letter goes, and how it is to be put there.
pub(super) struct Addressed {
    pub place: Place,
    pub locales: Vec<Locale>,
    /// Who is called by name.
    pub mentions: Vec<Mention>,
    /// Who belongs there.
    pub members: Vec<Mention>,
    pub readers: Option<Vec<String>>,
}

impl App {
    /// Where a letter goes, and in which languages. None if nobody there has an account.
    pub(super) async fn address(
        &self,
        work: &mut Work,
        envelope: &Envelope,
    ) -> Result<Option<Addressed>, AppError> {
        match envelope.receiver {
            Receiver::Place(id) => {
                let Some(place) = work.place(id).await? else { return Ok(None) };
                if let (PlaceState::Gone, None, Some(pair)) =
                    (place.state, &place.account, place.pair)
                {
                    // What was asked in a pair's place that is gone is answered in the next one.
                    let envelope = Envelope { receiver: Receiver::Pair(pair), ..envelope.clone() };
                    let next = Box::pin(self.address(work, &envelope)).await?;
                    return Ok(next.map(|next| Addressed { mentions: vec![], ..next }));
                }
                if let (PlaceState::Gone, Some(address)) = (place.state, &place.account) {
                    // What was asked of one person is answered between the two.
                    let account = Account { platform: place.platform, address: address.clone() };
                    let place = work.direct_place(&account, place.person).await?;
                    let envelope =
                        Envelope { receiver: Receiver::Place(place.id), ..envelope.clone() };
                    return Box::pin(self.address(work, &envelope)).await;
                }
                let locales = match (place.person, place.pair) {
                    (Some(person), _) => self.locales_of(work, &[person]).await?,
                    (None, Some(pair)) => match work.pair(pair).await? {
                        Some(pair) => {
                            let both = [pair.mentor.person, pair.adept.person];
                            self.locales_of(work, &both).await?
                        }
                        None => vec![],
                    },
                    (None, None) => match self.locales_of_channel(work, place.id).await? {
                        locales if !locales.is_empty() => locales,
                        _ => self.locales_of_stranger(&place),
                    },
                };
                let readers = Self::readers_of(work, &place).await?;
                Ok(Some(Addressed { place, locales, mentions: vec![], members: vec![], readers }))
            }
            Receiver::Person(id) => {
                let accounts = work.accounts_of(id).await?;
                let usable = accounts.iter().find(|one| self.platforms.contains_key(&one.platform));
                let Some(account) = usable.or(accounts.first()) else { return Ok(None) };
                let place = work.direct_place(account, Some(id)).await?;
                let name = work.person(id).await?.map(|person| person.name).unwrap_or_default();
                let members = vec![Mention { address: account.address.clone(), name }];
                let locales = self.locales_of(work, &[id]).await?;
                let readers = Self::readers_of(work, &place).await?;
                let mentions = members.clone();
                Ok(Some(Addressed { place, locales, mentions, members, readers }))
            }
            Receiver::Pair(id) | Receiver::Among(id, _) => {
                let Some(pair) = work.pair(id).await? else { return Ok(None) };
                let mentor = work.accounts_of(pair.mentor.person).await?;
                let adept = work.accounts_of(pair.adept.person).await?;
                let common = mentor.iter().find_map(|one| {
                    let other = adept.iter().find(|other| other.platform == one.platform)?;
                    Some((one.clone(), other.clone()))
                });
                let Some((mentor, adept)) = common else { return Ok(None) };
                let place = work.pair_place(id, mentor.platform).await?;
                let both = [(pair.mentor, mentor), (pair.adept, adept)];
                let called = both.iter().filter(|(seat, _)| match envelope.receiver {
                    Receiver::Among(_, person) => seat.person == person,
                    Receiver::Pair(_) | Receiver::Person(_) | Receiver::Place(_) => true,
                });
                let called: Vec<_> = called.collect();
                let people: Vec<_> = called.iter().map(|(seat, _)| seat.person).collect();
                let locales = self.locales_of(work, &people).await?;
                let mention = |(seat, account): &(Seat, Account)| Mention {
                    address: account.address.clone(),
                    name: seat.name.clone(),
                };
                let mentions = called.into_iter().map(mention).collect();
                let members = both.iter().map(mention).collect();
                let readers = Self::readers_of(work, &place).await?;
                Ok(Some(Addressed { place, locales, mentions, members, readers }))
            }
        }
    }

    /// The languages of the programmes whose group sessions are announced in a place.
    async fn locales_of_channel(
        &self,
        work: &mut Work,
        place: PlaceId,
    ) -> Result<Vec<Locale>, AppError> {
        let mut locales = vec![];
        for programme in work.programmes_announced_in(place).await? {
            let Some((_, outline)) = self.programme(work, programme).await? else { continue };
            for locale in std::iter::once(&outline.locale).chain(outline.names.locales()) {
                let locale = self.words.choose(locale).clone();
                if !locales.contains(&locale) {
                    locales.push(locale);
                }
            }
        }
        Ok(locales)
    }

    /// What is spoken by those in a place of whom nothing is known.
    fn locales_of_stranger(&self, place: &Place) -> Vec<Locale> {
        match &place.locale {
            Some(locale) => vec![self.words.choose(locale).clone()],
            // Nobody knows what a stranger speaks.
            None => self.words.locales().cloned().collect(),
        }
    }

    /// Who may read what is said in a place: the one at the other end, or all accounts of the two
    /// whose own it is. None if it is nobody's own.
    async fn readers_of(work: &mut Work, place: &Place) -> Result<Option<Vec<String>>, AppError> {
        if let Some(account) = &place.account {
            return Ok(Some(vec![account.clone()]));
        }
        let Some(pair) = place.pair else { return Ok(None) };
        let Some(pair) = work.pair(pair).await? else { return Ok(None) };
        let mut accounts = work.accounts_of(pair.mentor.person).await?;
        accounts.extend(work.accounts_of(pair.adept.person).await?);
        Ok(Some(accounts.into_iter().map(|account| account.address).collect()))
    }

    pub(super) async fn locales_of(
        &self,
        work: &mut Work,
        people: &[PersonId],
    ) -> Result<Vec<Locale>, AppError> {
        let mut locales = vec![];
        for person in people {
            if let Some(person) = work.person(*person).await? {
                let locale = self.words.choose(&person.locale).clone();
                if !locales.contains(&locale) {
                    locales.push(locale);
                }
            }
        }
        Ok(locales)
    }

    /// The room to speak in, opened if need be.
    pub(super) async fn open(
        &self,
        platform: &dyn Platform,
        addressed: &Addressed,
    ) -> Result<String, PostError> {
        if let (PlaceState::Open, Some(address)) = (addressed.place.state, &addressed.place.address)
        {
            return Ok(address.clone());
        }
        let names = addressed.members.iter().map(|mention| mention.name.clone());
        let is_shared = addressed.place.account.is_none();
        let wanted = PlaceWanted {
            key: DeliveryKey::of_place(&self.installation, addressed.place.id.get()),
            members: match &addressed.place.account {
                Some(account) => vec![account.clone()],
                None => addressed.members.iter().map(|member| member.address.clone()).collect(),
            },
            title: is_shared.then(|| names.collect::<Vec<_>>().join(" + ")),
        };
        platform.open(&wanted).await
    }

    /// What a message says in those languages, one below the other.
    pub(super) fn put(&self, message: &Message, locales: &[Locale]) -> Document {
        let mut all = locales.iter().map(|locale| self.words.say(locale, message));
        let Some(first) = all.next() else {
            return self.words.say(&Locale::new(crate::l10n::DEFAULT), message);
        };
        all.fold(first, |mut document, other| {
            document.blocks.extend(other.blocks);
            document
        })
    }
}
