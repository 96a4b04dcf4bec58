//! Meetings of pairs.

use jiff::{Timestamp, civil::DateTime};
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    asked::Asked,
    ids::{MeetingId, PairId},
    meeting::{Appointment, Meeting, MeetingState, Verdict},
};

macro_rules! select_meetings {
    ($which:literal) => {
        concat!(
            "select id, pair_id, number, local, zone, since_at, place, state, asked, asked_at,
                    mentor_says, adept_says
               from meetings ",
            $which
        )
    };
}

impl Work {
    /// All meetings of a pair, in the order of their numbers.
    pub async fn meetings_of(&mut self, pair: PairId) -> Result<Vec<Meeting>, StoreError> {
        let rows = sqlx::query(select_meetings!("where pair_id = $1 order by number"))
            .bind(pair.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(meeting).collect()
    }

    /// The meeting with this id.
    pub async fn meeting(&mut self, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
        let row = sqlx::query(select_meetings!("where id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(meeting).transpose()
    }

    /// Stores a meeting, and says which id it has.
    pub async fn put_meeting(&mut self, meeting: &Meeting) -> Result<MeetingId, StoreError> {
        let (local, zone, since_at) = match &meeting.when {
            Appointment::At { local, zone } => {
                (Some(local.to_string()), zone.iana_name().map(str::to_owned), None)
            }
            Appointment::Sometime { since } => (None, None, Some(since.as_millisecond())),
        };
        let begins_at = meeting.when.instant().map(Timestamp::as_millisecond);
        let statement = if meeting.id.is_some() {
            "update meetings set local = $4, zone = $5, begins_at = $6, since_at = $7, place = $8,
                    state = $9, mentor_says = $10, adept_says = $11, asked = $12, asked_at = $13
              where id = $1 and pair_id = $2 and number = $3 returning id"
        } else {
            "insert into meetings (pair_id, number, local, zone, begins_at, since_at, place, state,
                                   mentor_says, adept_says, asked, asked_at)
             select $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 where $1 = 0 returning id"
        };
        let id: i64 = sqlx::query_scalar(statement)
            .bind(meeting.id.map_or(0, MeetingId::get))
            .bind(meeting.pair.get())
            .bind(meeting.number)
            .bind(local)
            .bind(zone)
            .bind(begins_at)
            .bind(since_at)
            .bind(&meeting.place)
            .bind(meeting.state.as_str())
            .bind(meeting.mentor_says.map(Verdict::as_str))
            .bind(meeting.adept_says.map(Verdict::as_str))
            .bind(meeting.asked.times())
            .bind(meeting.asked.last_at().map(Timestamp::as_millisecond))
            .fetch_one(&mut *self.tx)
            .await?;
        Ok(MeetingId::new(id))
    }
}

pub(super) fn meeting(row: &AnyRow) -> Result<Meeting, StoreError> {
    let row = Row::of("meetings", row)?;
    let when = match (row.maybe_text("local")?, row.maybe_zone("zone")?, row.maybe_at("since_at")?)
    {
        (Some(local), Some(zone), None) => Appointment::At {
            local: local.parse::<DateTime>().map_err(|why| row.wrong(why))?,
            zone,
        },
        (None, None, Some(since)) => Appointment::Sometime { since },
        _ => return Err(row.wrong("it has half a time")),
    };
    let says = |column| -> Result<Option<Verdict>, StoreError> {
        row.maybe_text(column)?
            .map(|name| {
                Verdict::named(&name).ok_or_else(|| row.wrong(format!("{column} is {name:?}")))
            })
            .transpose()
    };
    Ok(Meeting {
        id: Some(MeetingId::new(row.id())),
        pair: PairId::new(row.number("pair_id")?),
        number: row.number("number")?,
        when,
        place: row.maybe_text("place")?,
        state: row.known("state", MeetingState::named)?,
        asked: row.maybe_asked("asked", "asked_at")?.unwrap_or(Asked::Never),
        mentor_says: says("mentor_says")?,
        adept_says: says("adept_says")?,
    })
}
