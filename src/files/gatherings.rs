//! Group sessions as a programme's file has them, in its tables `[[gatherings]]`.

use std::fmt::Write as _;

use jiff::{ToSpan as _, civil::DateTime};

use crate::domain::{
    calendar::SendingCalendar,
    gathering::{
        Before, LONGEST_ABOUT, LONGEST_TITLE, MOST_GATHERINGS, MOST_MINUTES, Plan, Planned,
        USUAL_MINUTES,
    },
    locale::Locale,
    meeting::LONGEST_PLACE,
    programme::Slug,
};

use super::{
    Item, Problem, Table,
    programme::{in_every_language, quoted, translations},
    words,
};

/// How long before people are reminded.
pub(super) fn reminders(item: &Item<'_>) -> Option<Vec<Before>> {
    let known = Before::ALL.map(|before| (before.as_str(), before));
    let mut all = item.list(|item| item.parse(|said| words::word(said, &known)))?;
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// What is planned. One that comes again is several from here on, so that each can be moved.
pub(super) fn read(
    item: &Item<'_>,
    locale: &Locale,
    calendar: &SendingCalendar,
) -> Option<Vec<Planned>> {
    let mut all: Vec<Planned> = vec![];
    item.list(|item| {
        for planned in item.table(|table| several(table, locale, calendar))?? {
            if all.iter().any(|known| known.key == planned.key) {
                item.fault(Problem::SaidTwice { said: planned.key });
                return None;
            }
            all.push(planned);
        }
        Some(())
    })?;
    let fit = all.len() <= MOST_GATHERINGS;
    if !fit {
        item.fault(Problem::TooMany { most: MOST_GATHERINGS });
    }
    fit.then_some(all)
}

/// One group session, or those that it comes again as.
fn several(
    table: &mut Table<'_>,
    locale: &Locale,
    calendar: &SendingCalendar,
) -> Option<Vec<Planned>> {
    let key = table.require("key", "key = \"kickoff\"").and_then(|item| {
        item.parse(|said| {
            let slug = said.parse::<Slug>();
            slug.map_err(|_| Problem::BadSlug { said: said.to_owned() })
        })
    });
    let titles = table.require("title", "title = { sv = \"Uppstartsträff\", en = \"Kickoff\" }");
    let titles = titles.and_then(|item| translations(&item, locale, LONGEST_TITLE));
    let starts = table.item("starts").map_or(Some(None), |item| item.parse(starts).map(Some));
    let week = table.item("week").map_or(Some(None), |item| item.number(1..=104).map(Some));
    let minutes = table.item("minutes");
    let minutes =
        minutes.map_or(Some(USUAL_MINUTES), |item| item.number(5..=i64::from(MOST_MINUTES)));
    let place = table.item("place").map_or(Some(None), |item| {
        item.parse(|said| words::sentence(said, LONGEST_PLACE)).map(Some)
    });
    let about = table
        .item("about")
        .map_or(Some(None), |item| translations(&item, locale, LONGEST_ABOUT).map(Some));
    let role = table.item("for");
    let role = role.map_or(Some(None), |item| item.parse(|said| words::word(said, &words::ROLES)));
    let capacity =
        table.item("capacity").map_or(Some(None), |item| item.number(1..=10_000).map(Some));
    let answer_by = table.item("answer_by").map_or(Some(None), |item| {
        let by = item.parse(words::date)?;
        let is_late = starts.flatten().is_some_and(|starts| by > starts.date());
        if is_late {
            item.fault(Problem::TooLateToAnswer { said: by.to_string() });
        }
        (!is_late).then_some(Some(by))
    });
    let every = table.item("every_weeks").map_or(Some(None), |item| item.number(1..=8).map(Some));
    let times = table.item("times").map_or(Some(1), |item| item.number(1..=50));
    let key = key?.as_str().to_owned();
    let plan = Plan {
        titles: titles?,
        starts: starts?,
        week: week?,
        minutes: minutes?,
        place: place?,
        about: about?,
        role: role?,
        capacity: capacity?,
        answer_by: answer_by?,
    };
    Some(again(&key, &plan, every?, times?, calendar))
}

/// The same every so many weeks, as often as that, but for days on which the programme rests.
fn again(
    key: &str,
    plan: &Plan,
    every_weeks: Option<i64>,
    times: usize,
    calendar: &SendingCalendar,
) -> Vec<Planned> {
    let (Some(starts), Some(weeks)) = (plan.starts, every_weeks) else {
        return vec![Planned { key: key.to_owned(), plan: plan.clone() }];
    };
    let others = (1..).map_while(|nth: i64| starts.checked_add((nth * weeks).weeks()).ok());
    let others = others.filter(|at| !calendar.rests_on(at.date()));
    let all = std::iter::once(starts).chain(others).take(times);
    let one = |(nth, at): (usize, DateTime)| {
        let ahead = plan.answer_by.and_then(|by| by.until(starts.date()).ok());
        let answer_by = ahead.and_then(|ahead| at.date().checked_sub(ahead).ok());
        let key = if nth == 1 { key.to_owned() } else { format!("{key}-{nth}") };
        Planned { key, plan: Plan { starts: Some(at), answer_by, ..plan.clone() } }
    };
    (1..).zip(all).map(one).collect()
}

/// A day and a time, as in 2026-09-10 13.00.
fn starts(said: &str) -> Result<DateTime, Problem> {
    let (day, time) = said.trim().split_once([' ', 'T']).unwrap_or((said, ""));
    let day = words::date(day)?;
    if !(1970..=9000).contains(&day.year()) {
        return Err(Problem::BeyondCalendar);
    }
    Ok(day.to_datetime(words::time(time.trim())?))
}

/// The list, as it stands in the file.
pub(super) fn write_reminders(reminders: &[Before]) -> String {
    let names: Vec<_> = reminders.iter().map(|before| format!("{:?}", before.as_str())).collect();
    format!("[{}]", names.join(", "))
}

/// The tables, with what each key means.
pub(super) fn write(gatherings: &[Planned]) -> String {
    let mut written = "\
# Group sessions, at which all mentors and adepts meet. key: a short name that stays the same. starts:
# when it begins, as in \"2026-09-10 13.00\". Once one has a time people are invited, three weeks before
# it. Until then week says in which week of the programme you want it, and you are asked for a time; you
# can also set it in chat. minutes: how long it is. place: where, or a link. about: what it is about.
# for: \"all\", \"adept\" or \"mentor\". capacity: for how many there is room. answer_by: the last day to say
# that one comes. every_weeks and times: it comes again.
"
    .to_owned();
    if gatherings.is_empty() {
        written.push_str(
            "\
# [[gatherings]]
# key = \"kickoff\"
# title = { sv = \"Uppstartsträff\", en = \"Kickoff\" }
# starts = \"2026-09-10 13.00\"
",
        );
    }
    for (nth, Planned { key, plan }) in gatherings.iter().enumerate() {
        let line = |key: &str, value: Option<String>| {
            value.map_or_else(String::new, |value| format!("{key} = {value}\n"))
        };
        let starts = plan.starts.map(|at| {
            let (day, hour, minute) = (at.date(), at.hour(), at.minute());
            format!("\"{day} {hour:02}.{minute:02}\"")
        });
        let role = words::ROLES.iter().find(|(_, role)| *role == plan.role && role.is_some());
        let minutes = Some(plan.minutes).filter(|minutes| *minutes != USUAL_MINUTES);
        let _ = write!(
            written,
            "{}[[gatherings]]\nkey = {}\ntitle = {}\n{}{}{}{}{}{}{}{}",
            if nth == 0 { "" } else { "\n" },
            quoted(key),
            in_every_language(&plan.titles),
            line("starts", starts),
            line("week", plan.week.map(|week| week.to_string())),
            line("minutes", minutes.map(|minutes| minutes.to_string())),
            line("place", plan.place.as_deref().map(quoted)),
            line("about", plan.about.as_ref().map(in_every_language)),
            line("for", role.map(|(name, _)| quoted(name))),
            line("capacity", plan.capacity.map(|most| most.to_string())),
            line("answer_by", plan.answer_by.map(|by| format!("\"{by}\""))),
        );
    }
    written
}

#[cfg(test)]
mod tests {
    use crate::files::programme;

    const SMALL: &str = "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\n\
                         meetings = 5\n";

    #[test]
    fn a_group_session_has_a_key_and_a_title() {
        check("key = \"kickoff\"\ntitle = \"Uppstart\"", "");
        check("title = \"Uppstart\"", "gatherings.key: this is missing");
        check("key = \"kickoff\"", "gatherings.title: this is missing");
        check("key = \"a b\"\ntitle = \"U\"", "gatherings.key: \"a b\" can't be typed");
    }

    #[test]
    fn its_time_is_a_day_and_a_time() {
        check("key = \"k\"\ntitle = \"U\"\nstarts = \"2026-09-10 13.00\"", "");
        check("key = \"k\"\ntitle = \"U\"\nstarts = \"2026-09-10\"", "\"\" is no time");
        check("key = \"k\"\ntitle = \"U\"\nstarts = \"torsdag 13\"", "\"torsdag\" is no date");
        check(
            "key = \"k\"\ntitle = \"U\"\nstarts = \"2026-09-10 13.00\"\nanswer_by = \"2026-09-11\"",
            "gatherings.answer_by: 2026-09-11 comes after it",
        );
    }

    #[test]
    fn there_is_room_for_one_at_least() {
        check("key = \"k\"\ntitle = \"U\"\ncapacity = 0", "gatherings.capacity: 0 doesn't fit");
        check("key = \"k\"\ntitle = \"U\"\nminutes = 0", "gatherings.minutes: 0 doesn't fit");
        check("key = \"k\"\ntitle = \"U\"\nfor = \"leader\"", "\"leader\" is not known here");
    }

    #[test]
    fn what_comes_again_is_several_and_leaves_out_days_of_rest() {
        let file = format!(
            "{SMALL}[[gatherings]]\nkey = \"circle\"\ntitle = \"Cirkel\"\n\
             starts = \"2026-12-10 17.00\"\nanswer_by = \"2026-12-08\"\nevery_weeks = 1\ntimes = 3\n"
        );
        let outline = programme::read("t.toml", &file).unwrap();
        let shown = |one: &super::Planned| {
            let (starts, by) = (one.plan.starts.unwrap(), one.plan.answer_by.unwrap());
            format!("{} {starts} {by}", one.key)
        };
        // 24 and 31 December and 7 January are days of rest or come after one.
        assert_eq!(
            outline.gatherings.iter().map(shown).collect::<Vec<_>>(),
            [
                "circle 2026-12-10T17:00:00 2026-12-08",
                "circle-2 2026-12-17T17:00:00 2026-12-15",
                "circle-3 2027-01-07T17:00:00 2027-01-05",
            ]
        );
        let again = programme::read("t.toml", &programme::write(&outline)).unwrap();
        assert_eq!(again, outline);
    }

    #[track_caller]
    fn check(table: &str, expected: &str) {
        let read = programme::read("t.toml", &format!("{SMALL}[[gatherings]]\n{table}\n"));
        let faults = read.err().unwrap_or_default();
        let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(told.contains(expected) && told.is_empty() == expected.is_empty(), "{told}");
    }
}
