//! Human beings, and what they are in which programme.

use jiff::{Timestamp, tz::TimeZone};

use super::{
    calendar::{Hours, PersonalHours},
    ids::{LeaderRoleId, MemberId, PersonId, ProgrammeId},
    locale::Locale,
    reminder::Reminding,
    role::Role,
    when::normalise,
};

/// Somebody, whatever their accounts and roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub id: PersonId,
    /// What they are called.
    pub name: String,
    /// The language they are spoken to in.
    pub locale: Locale,
    /// Where their clock hangs, if not where the programme's does.
    pub zone: Option<TimeZone>,
    /// When they want to be written to, if they said so.
    pub hours: Option<Hours>,
    /// Which reminders of their meetings they want.
    pub reminders: Reminding,
}

/// What somebody is in one programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Which part.
    pub id: MemberId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// Who it is.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Their id in the programme's list of people.
    pub handle: String,
    /// What they are.
    pub role: Role,
    /// How many adepts a mentor can take.
    pub capacity: i64,
    /// Since when they are taking a break.
    pub paused_since: Option<Timestamp>,
    /// When a break begins that they have planned.
    pub pause_at: Option<Timestamp>,
    /// When they come back by themselves.
    pub resume_at: Option<Timestamp>,
    /// By which role they lead, if they weren't named as a leader.
    pub by_role: Option<LeaderRoleId>,
    /// Whether an account of theirs is known.
    pub has_joined: bool,
}

impl Person {
    /// Where and when they can be reached, in a programme whose clock hangs in `zone`.
    pub fn hours_in(&self, zone: &TimeZone) -> PersonalHours {
        PersonalHours { hours: self.hours, ..PersonalHours::anytime(self.zone_in(zone).clone()) }
    }

    /// Where their clock hangs, in a programme whose own hangs in `zone`.
    pub fn zone_in<'a>(&'a self, zone: &'a TimeZone) -> &'a TimeZone {
        self.zone.as_ref().unwrap_or(zone)
    }
}

/// What a person is called to their face.
pub fn first_name(name: &str) -> String {
    let is_title = |word: &&str| TITLES.contains(&normalise(word.trim_end_matches('.')).as_str());
    let first = name.split_whitespace().find(|word| !is_title(word));
    first.or_else(|| name.split_whitespace().next()).unwrap_or(name).to_owned()
}

/// What may stand before somebody's name in the languages that people here have, and is no name
/// itself. A name stands for a person in every language, so these don't stand in the locale files.
const TITLES: [&str; 12] =
    ["dr", "prof", "professor", "docent", "mr", "mrs", "ms", "miss", "sir", "rev", "herr", "fru"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_called_by_a_title() {
        for (name, called) in [
            ("Anna Ek", "Anna"),
            ("Dr Anna Ek", "Anna"),
            ("Prof. Dr. Bo Berg", "Bo"),
            ("Fru", "Fru"),
            ("", ""),
        ] {
            assert_eq!(first_name(name), called, "{name:?}");
        }
    }
}
