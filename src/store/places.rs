//! Where the bot and people talk.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{Store, StoreError, Work, row::Row};
use crate::domain::{
    account::{Account, PlatformName},
    ids::{PairId, PersonId, PlaceId},
    inbound::{Aside, Room, RoomKind},
    locale::Locale,
};

/// Somewhere that the bot and people talk, or ought to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which place.
    pub id: PlaceId,
    /// On which platform.
    pub platform: PlatformName,
    /// The platform's own id of it, once it is open.
    pub address: Option<String>,
    /// The account at the other end of a direct conversation.
    pub account: Option<String>,
    /// Whose direct conversation it is.
    pub person: Option<PersonId>,
    /// Whose own place it is.
    pub pair: Option<PairId>,
    /// The language of whoever speaks there, of whom nothing else is known.
    pub locale: Option<Locale>,
    /// Whether it can be spoken in.
    pub state: PlaceState,
}

/// Whether a place can be spoken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceState {
    /// It has to be opened first.
    Wanted,
    /// It can.
    Open,
    /// It is no longer there.
    Gone,
}

impl PlaceState {
    const ALL: [Self; 3] = [Self::Wanted, Self::Open, Self::Gone];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Open => "open",
            Self::Gone => "gone",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

macro_rules! select_places {
    ($which:literal) => {
        concat!(
            "select id, platform, address, account, person_id, pair_id, locale, state from places ",
            $which
        )
    };
}

impl Work {
    /// The place with this id.
    pub async fn place(&mut self, id: PlaceId) -> Result<Option<Place>, StoreError> {
        let row = sqlx::query(select_places!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(place).transpose()
    }

    /// The place that a platform calls so.
    pub async fn place_at(
        &mut self,
        platform: PlatformName,
        address: &str,
    ) -> Result<Option<Place>, StoreError> {
        let row = sqlx::query(select_places!("where platform = $1 and address = $2"))
            .bind(platform.as_str())
            .bind(address)
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(place).transpose()
    }

    /// The direct conversation with an account, open or wanted. It is wanted from now on if there
    /// was none.
    pub async fn direct_place(
        &mut self,
        account: &Account,
        person: Option<PersonId>,
    ) -> Result<Place, StoreError> {
        let found = sqlx::query(select_places!(
            "where platform = $1 and account = $2 and kind = 'direct' and state <> 'gone'"
        ))
        .bind(account.platform.as_str())
        .bind(&account.address)
        .fetch_optional(&mut *self.tx)
        .await?;
        if let Some(row) = found {
            return place(&row);
        }
        let row = sqlx::query(
            "insert into places (platform, kind, account, person_id, state)
             values ($1, 'direct', $2, $3, 'wanted')
             returning id, platform, address, account, person_id, pair_id, locale, state",
        )
        .bind(account.platform.as_str())
        .bind(&account.address)
        .bind(person.map(PersonId::get))
        .fetch_one(&mut *self.tx)
        .await?;
        place(&row)
    }

    /// A pair's own place, open or wanted. It is wanted from now on if there was none.
    pub async fn pair_place(
        &mut self,
        pair: PairId,
        platform: PlatformName,
    ) -> Result<Place, StoreError> {
        let found = sqlx::query(select_places!(
            "where pair_id = $1 and platform = $2 and kind = 'shared' and state <> 'gone'
             order by id limit 1"
        ))
        .bind(pair.get())
        .bind(platform.as_str())
        .fetch_optional(&mut *self.tx)
        .await?;
        if let Some(row) = found {
            return place(&row);
        }
        let row = sqlx::query(
            "insert into places (platform, kind, pair_id, state) values ($1, 'shared', $2, 'wanted')
             returning id, platform, address, account, person_id, pair_id, locale, state",
        )
        .bind(platform.as_str())
        .bind(pair.get())
        .fetch_one(&mut *self.tx)
        .await?;
        place(&row)
    }

    /// Learns where somebody speaks to the bot. A direct conversation that the person opened is
    /// taken for the one that the bot wanted.
    pub async fn learn_place(
        &mut self,
        room: &Room,
        account: &Account,
        person: Option<PersonId>,
    ) -> Result<PlaceId, StoreError> {
        if room.kind == RoomKind::Aside {
            return self.learn_aside(room, account, person).await;
        }
        if let Some(known) = self.place_at(room.platform, &room.address).await? {
            if known.state != PlaceState::Open {
                self.put_place(known.id, Some(&room.address), PlaceState::Open).await?;
            }
            return Ok(known.id);
        }
        match room.kind {
            RoomKind::Direct => {
                let direct = self.direct_place(account, person).await?;
                // The latest conversation that a person opened is the one they read.
                self.put_place(direct.id, Some(&room.address), PlaceState::Open).await?;
                Ok(direct.id)
            }
            RoomKind::Shared | RoomKind::Aside => {
                let id = sqlx::query_scalar(
                    "insert into places (platform, kind, address, state)
                     values ($1, 'shared', $2, 'open') returning id",
                )
                .bind(room.platform.as_str())
                .bind(&room.address)
                .fetch_one(&mut *self.tx)
                .await?;
                Ok(PlaceId::new(id))
            }
        }
    }

    /// Learns where somebody speaks to the bot in the midst of others: in a pair's own place it is
    /// about that pair.
    async fn learn_aside(
        &mut self,
        room: &Room,
        account: &Account,
        person: Option<PersonId>,
    ) -> Result<PlaceId, StoreError> {
        let around = self.place_at(room.platform, &room.address).await?;
        let pair = around.and_then(|place| place.pair);
        let aside = Aside { room: room.address.clone(), person: account.address.clone() };
        let id: i64 = sqlx::query_scalar(
            "insert into places (platform, kind, address, account, person_id, pair_id, state)
             values ($1, 'aside', $2, $3, $4, $5, 'open')
             on conflict (platform, address) do update
                set person_id = $4, pair_id = $5, state = 'open'
             returning id",
        )
        .bind(room.platform.as_str())
        .bind(aside.address())
        .bind(&account.address)
        .bind(person.map(PersonId::get))
        .bind(pair.map(PairId::get))
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(PlaceId::new(id))
    }

    /// Stores the language of whoever speaks in a place, of whom nothing else is known.
    pub async fn note_language(&mut self, id: PlaceId, locale: &Locale) -> Result<(), StoreError> {
        sqlx::query("update places set locale = $2 where id = $1")
            .bind(id.get())
            .bind(locale.as_str())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Stores whether a place can be spoken in, and where it is.
    pub async fn put_place(
        &mut self,
        id: PlaceId,
        address: Option<&str>,
        state: PlaceState,
    ) -> Result<(), StoreError> {
        sqlx::query("update places set address = coalesce($2, address), state = $3 where id = $1")
            .bind(id.get())
            .bind(address)
            .bind(state.as_str())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The open places of a platform that others than one person may see or that are a direct
    /// conversation, with when somebody last spoke there. The most recent comes first.
    pub async fn rooms(
        &self,
        platform: PlatformName,
    ) -> Result<Vec<(String, RoomKind, Option<Timestamp>)>, StoreError> {
        let rows = sqlx::query(
            "select id, address, kind, spoke_at from places
              where platform = $1 and state = 'open' and kind <> 'aside'
              order by coalesce(spoke_at, 0) desc, id",
        )
        .bind(platform.as_str())
        .fetch_all(&self.pool)
        .await?;
        let room = |row: &AnyRow| {
            let row = Row::of("places", row)?;
            let kind = row.known("kind", kind_named)?;
            Ok((row.text("address")?, kind, row.maybe_at("spoke_at")?))
        };
        rows.iter().map(room).collect()
    }
}

fn kind_named(name: &str) -> Option<RoomKind> {
    match name {
        "direct" => Some(RoomKind::Direct),
        "shared" => Some(RoomKind::Shared),
        "aside" => Some(RoomKind::Aside),
        _ => None,
    }
}

fn place(row: &AnyRow) -> Result<Place, StoreError> {
    let row = Row::of("places", row)?;
    Ok(Place {
        id: PlaceId::new(row.id()),
        platform: row.known("platform", |name| name.parse().ok())?,
        address: row.maybe_text("address")?,
        account: row.maybe_text("account")?,
        person: row.maybe_number("person_id")?.map(PersonId::new),
        pair: row.maybe_number("pair_id")?.map(PairId::new),
        locale: row.maybe_text("locale")?.map(|tag| Locale::new(&tag)),
        state: row.known("state", PlaceState::named)?,
    })
}
