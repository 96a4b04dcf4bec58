//! What counts in the matching as a programme's file has it, in its table `[matching]`.

use crate::domain::matching::{Criteria, SameOrganisation};

use super::{Table, words};

const ORGANISATIONS: [(&str, SameOrganisation); 2] =
    [("allowed", SameOrganisation::Allowed), ("barred", SameOrganisation::Barred)];

/// The most points for one thing.
const MOST_POINTS: i64 = 1000;

/// The criteria; what isn't mentioned stays as it is by default.
pub(super) fn read(table: &mut Table<'_>) -> Criteria {
    let mut criteria = Criteria::default();
    for (key, points) in
        [("wants_offers", &mut criteria.wants_offers), ("same_city", &mut criteria.same_city)]
    {
        let said = table.item(key).and_then(|item| item.number(0..=MOST_POINTS));
        *points = said.unwrap_or(*points);
    }
    let said = table.item("same_organisation");
    let said = said.and_then(|item| item.parse(|said| words::word(said, &ORGANISATIONS)));
    criteria.same_organisation = said.unwrap_or(criteria.same_organisation);
    criteria
}

/// The table, with a comment for each key.
pub(super) fn write(criteria: &Criteria) -> String {
    let mut organisations = ORGANISATIONS.iter();
    let organisation = organisations.find(|(_, same)| *same == criteria.same_organisation);
    format!(
        "\
# What counts when mentors and adepts are put together: the more points, the better. As many as
# can be get somebody before points count. Who has no language in common is never put together, if
# both name what they speak; and no adept with their line manager.
[matching]
# Points for each thing that the adept wants more of and the mentor offers (0-1000).
wants_offers = {wants_offers}
# Points for living in the same place (0-1000).
same_city = {same_city}
# Whether the two may work at the same organisation: \"allowed\" or \"barred\".
same_organisation = {organisation:?}
",
        wants_offers = criteria.wants_offers,
        same_city = criteria.same_city,
        organisation = organisation.map_or("", |(name, _)| name),
    )
}
