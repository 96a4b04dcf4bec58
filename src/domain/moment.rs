//! Times that are told to people.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A time on somebody's clock, and which instant that is: where a platform can, it shows everybody
/// their own clock instead.
///
/// Its JSON is a stored format. Both are kept, since the rules of zones change: what was said stays
/// as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// On the wall clock.
    pub local: civil::DateTime,
    /// The instant.
    pub instant: Timestamp,
}

impl Moment {
    /// `instant` on the clock of `zone`.
    pub fn of(instant: Timestamp, zone: &TimeZone) -> Self {
        Self { local: zone.to_datetime(instant), instant }
    }
}
