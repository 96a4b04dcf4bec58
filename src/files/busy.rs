//! When somebody is busy, from their own calendar as other programs write it (RFC 5545). Nothing else
//! of it is looked at: not what things are called, nor with whom they are.

use std::{cell::Cell, collections::HashSet};

use chrono::{NaiveDateTime, TimeZone as _};
use icalendar::parser::{Component, Property, read_calendar, unfold};
use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use rrule::{Frequency, RRule, Tz, Unvalidated};

use crate::domain::availability::Busy;

/// The longest calendar that is read, in bytes. Those of very busy people have two or three million.
pub const LONGEST: usize = 5_000_000;

/// How many times are kept at most. More would be an hour each, day and night.
const MOST: usize = 2_000;

/// How many components may be within each other. Real ones have three.
const DEEPEST: usize = 6;

/// How many rules are counted out in one calendar, and for how many times of a day each.
const MOST_RULES: usize = 300;
const MOST_A_DAY: usize = 6;

/// How often something may come again within the time that is looked at.
const MOST_REPEATS: u16 = 400;

/// It is no calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no calendar")]
pub struct NoCalendar;

/// When the owner of a calendar is busy between two moments, in order. `zone` is their own clock, for
/// times that name none.
pub fn read(
    text: &str,
    zone: &TimeZone,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Busy>, NoCalendar> {
    if text.len() > LONGEST || !text.contains("BEGIN:VCALENDAR") {
        return Err(NoCalendar);
    }
    let unfolded = unfold(text);
    // The parser goes into what it finds, and must not go too far.
    if is_too_deep(&unfolded) {
        return Err(NoCalendar);
    }
    let calendar = read_calendar(&unfolded).map_err(|_| NoCalendar)?;
    let window = Busy { from, until };
    let reading = Reading { zone, window, rules: Cell::new(0) };
    // What was moved away from its usual time isn't there as well.
    let moved: HashSet<_> =
        calendar.components.iter().filter_map(|one| reading.moved(one)).collect();
    let mut busy: Vec<Busy> = vec![];
    for component in &calendar.components {
        let times = match component.name.as_str() {
            "VEVENT" => reading.event(component, &moved),
            "VFREEBUSY" => reading.free_busy(component),
            _ => vec![],
        };
        busy.extend(times.into_iter().filter(|time| time.from < time.until));
        busy.retain(|time| time.overlaps(window));
        if busy.len() > MOST {
            return Err(NoCalendar);
        }
    }
    busy.sort_unstable();
    busy.dedup();
    Ok(busy)
}

/// Whether components lie so deep within each other that no program wrote them.
fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.lines().any(|line| {
        let starts =
            |with: &str| line.get(..with.len()).is_some_and(|line| line.eq_ignore_ascii_case(with));
        if starts("BEGIN:") {
            depth += 1;
        } else if starts("END:") {
            depth = depth.saturating_sub(1);
        }
        depth > DEEPEST
    })
}

struct Reading<'a> {
    zone: &'a TimeZone,
    window: Busy,
    /// How many rules were counted out so far.
    rules: Cell<usize>,
}

/// When something begins: on a day, or at a time on the clock of a place.
struct Start {
    at: DateTime,
    zone: TimeZone,
    is_day: bool,
}

impl Start {
    fn instant(&self, at: DateTime) -> Option<Timestamp> {
        self.zone.to_ambiguous_timestamp(at).compatible().ok()
    }
}

impl Reading<'_> {
    /// The name and the usual time of something that is at another time this once.
    fn moved(&self, component: &Component<'_>) -> Option<(String, Timestamp)> {
        let usual = self.start(component.find_prop("RECURRENCE-ID")?)?;
        let name = component.find_prop("UID")?.val.as_str().to_owned();
        Some((name, usual.instant(usual.at)?))
    }

    fn event(&self, event: &Component<'_>, moved: &HashSet<(String, Timestamp)>) -> Vec<Busy> {
        let says = |name: &str, value: &str| {
            let said = event.find_prop(name).map(|property| property.val.as_str());
            said.is_some_and(|said| said.eq_ignore_ascii_case(value))
        };
        let is_free = says("STATUS", "CANCELLED")
            || says("TRANSP", "TRANSPARENT")
            || says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
        let start = event.find_prop("DTSTART").and_then(|property| self.start(property));
        let Some(start) = start.filter(|_| !is_free) else { return vec![] };
        let Some(lasts) = self.length(event, &start) else { return vec![] };
        let name = event.find_prop("UID").map(|property| property.val.as_str()).unwrap_or_default();
        let is_single = event.find_prop("RECURRENCE-ID").is_some();
        let begins = self.repeated(event, &start, lasts).into_iter().filter_map(|at| {
            let from = start.instant(at)?;
            let is_elsewhere = moved.contains(&(name.to_owned(), from));
            (is_single || !is_elsewhere).then_some((at, from))
        });
        let busy = begins.filter_map(|(at, from)| {
            // Days are as long as the clock makes them.
            let until = if start.is_day {
                start.instant(at.checked_add(lasts).ok()?)?
            } else {
                from.checked_add(lasts).ok()?
            };
            Some(Busy { from, until })
        });
        busy.collect()
    }

    /// How long it lasts.
    fn length(&self, event: &Component<'_>, start: &Start) -> Option<SignedDuration> {
        let end = event.find_prop("DTEND").and_then(|property| self.start(property));
        if let Some(end) = end {
            let (from, until) = (start.instant(start.at)?, end.instant(end.at)?);
            return Some(if start.is_day {
                start.at.duration_until(end.at)
            } else {
                from.duration_until(until)
            });
        }
        if let Some(said) = event.find_prop("DURATION") {
            let span: Span = said.val.as_str().parse().ok()?;
            return span.to_duration(start.at).ok();
        }
        let day = SignedDuration::from_hours(24);
        Some(if start.is_day { day } else { SignedDuration::ZERO })
    }

    /// All times at which it begins near the window, on its own clock.
    fn repeated(
        &self,
        event: &Component<'_>,
        start: &Start,
        lasts: SignedDuration,
    ) -> Vec<DateTime> {
        let all = |name: &str| {
            let of_name = event.properties.iter().filter(|property| property.name.as_str() == name);
            let dates = of_name.flat_map(|list| self.dates(list, start));
            dates.collect::<Vec<_>>()
        };
        let mut begins = match event.find_prop("RRULE") {
            Some(rule) => self.by_rule(rule.val.as_str(), start, lasts),
            None => vec![start.at],
        };
        begins.extend(all("RDATE"));
        let left_out: HashSet<_> = all("EXDATE").into_iter().collect();
        begins.retain(|at| !left_out.contains(at));
        begins
    }

    /// The times that a rule gives. The rule is read on the civil calendar, as if all clocks were
    /// UTC; which instants those are the zone tells. What comes more often than daily, or can't be
    /// read, is taken as what it says of its first time: rules can be made that nobody can count out.
    fn by_rule(&self, rule: &str, start: &Start, lasts: SignedDuration) -> Vec<DateTime> {
        let first = vec![start.at];
        if self.rules.replace(self.rules.get() + 1) >= MOST_RULES {
            return first;
        }
        let Ok(rule) = on_civil_clock(rule, start).parse::<RRule<Unvalidated>>() else {
            return first;
        };
        let times_a_day = rule.get_by_hour().len().max(1)
            * rule.get_by_minute().len().max(1)
            * rule.get_by_second().len().max(1);
        if rule.get_freq() > Frequency::Daily || times_a_day > MOST_A_DAY {
            return first;
        }
        let local = |at: Timestamp| start.zone.to_datetime(at);
        let edges = (
            local(self.window.from.saturating_sub(lasts).unwrap_or(self.window.from)),
            local(self.window.until),
        );
        let begins = near(start.at, &rule, edges.0);
        let (Some(begins), Some(after), Some(before)) =
            (civil(begins), civil(edges.0), civil(edges.1))
        else {
            return first;
        };
        let Ok(set) = rule.build(begins) else { return first };
        let found = set.after(after).before(before).limit().all(MOST_REPEATS);
        found.dates.iter().filter_map(|at| jiffed(at.naive_utc())).collect()
    }

    /// The dates of a list, on the clock of what they belong to.
    fn dates(&self, list: &Property<'_>, start: &Start) -> Vec<DateTime> {
        let zone = zone_of(list);
        let one = |said: &str| {
            // A period begins with its date.
            let date = self.moment(said.split('/').next()?, zone.as_ref())?;
            let instant = date.instant(date.at)?;
            Some(if date.is_day { date.at } else { start.zone.to_datetime(instant) })
        };
        list.val.as_str().split(',').filter_map(one).collect()
    }

    fn free_busy(&self, component: &Component<'_>) -> Vec<Busy> {
        let periods = component.properties.iter().filter(|property| {
            let is_free = property.params.iter().any(|param| {
                param.key.as_str().eq_ignore_ascii_case("FBTYPE")
                    && param
                        .val
                        .as_ref()
                        .is_some_and(|val| val.as_str().eq_ignore_ascii_case("FREE"))
            });
            property.name.as_str() == "FREEBUSY" && !is_free
        });
        let periods = periods.flat_map(|property| property.val.as_str().split(','));
        let read = |period: &str| {
            let (from, end) = period.split_once('/')?;
            let from = self.moment(from, None)?;
            let from = from.instant(from.at)?;
            let until = match self.moment(end, None) {
                Some(end) => end.instant(end.at)?,
                None => from.checked_add(end.parse::<Span>().ok()?).ok()?,
            };
            Some(Busy { from, until })
        };
        periods.filter_map(read).collect()
    }

    fn start(&self, property: &Property<'_>) -> Option<Start> {
        self.moment(property.val.as_str(), zone_of(property).as_ref())
    }

    /// 20260303, 20260303T133000 or 20260303T123000Z.
    fn moment(&self, said: &str, zone: Option<&TimeZone>) -> Option<Start> {
        let zone = zone.unwrap_or(self.zone).clone();
        if let Ok(day) = Date::strptime("%Y%m%d", said) {
            return Some(Start { at: day.to_datetime(Time::midnight()), zone, is_day: true });
        }
        let (said, zone) = match said.strip_suffix(['Z', 'z']) {
            Some(said) => (said, TimeZone::UTC),
            None => (said, zone),
        };
        let at = DateTime::strptime("%Y%m%dT%H%M%S", said).ok()?;
        Some(Start { at, zone, is_day: false })
    }
}

/// The zone that a property names. None if it names none, or one that only its author knows.
fn zone_of(property: &Property<'_>) -> Option<TimeZone> {
    let named =
        property.params.iter().find(|param| param.key.as_str().eq_ignore_ascii_case("TZID"));
    TimeZone::get(named?.val.as_ref()?.as_str().trim_matches('"')).ok()
}

/// Where to begin counting: at the last time before `edge` that lies a whole number of intervals after
/// the beginning. What began years ago would be counted day by day. A rule that counts its times has to
/// be, and one of months or years has few.
fn near(begins: DateTime, rule: &RRule<Unvalidated>, edge: DateTime) -> DateTime {
    let days = match rule.get_freq() {
        Frequency::Daily => 1,
        Frequency::Weekly => 7,
        Frequency::Yearly
        | Frequency::Monthly
        | Frequency::Hourly
        | Frequency::Minutely
        | Frequency::Secondly => return begins,
    };
    if rule.get_count().is_some() || !rule.get_by_set_pos().is_empty() {
        return begins;
    }
    let step = i64::from(rule.get_interval().max(1)) * days;
    let passed = begins.duration_until(edge).as_hours() / 24;
    // One step earlier, so that the week in which the edge lies is counted from its beginning.
    let steps = (passed / step - 1).max(0);
    begins.saturating_add(SignedDuration::from_hours(24 * steps * step))
}

/// A rule whose end is on the same clock as its beginning: "until" names an instant.
fn on_civil_clock(rule: &str, start: &Start) -> String {
    let part = |part: &str| {
        let Some(end) = part.strip_prefix("UNTIL=") else { return part.to_owned() };
        let until = if let Ok(day) = Date::strptime("%Y%m%d", end) {
            Some(day.to_datetime(Time::constant(23, 59, 59, 0)))
        } else {
            let at = DateTime::strptime("%Y%m%dT%H%M%S", end.trim_end_matches(['Z', 'z'])).ok();
            let is_instant = end.ends_with(['Z', 'z']);
            at.and_then(|at| {
                if !is_instant {
                    return Some(at);
                }
                let at = TimeZone::UTC.to_timestamp(at).ok()?;
                Some(start.zone.to_datetime(at))
            })
        };
        until.map_or_else(
            || part.to_owned(),
            |at| format!("UNTIL={}", at.strftime("%Y%m%dT%H%M%SZ")),
        )
    };
    rule.split(';').map(part).collect::<Vec<_>>().join(";")
}

fn civil(at: DateTime) -> Option<chrono::DateTime<Tz>> {
    let at = at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    let at = NaiveDateTime::parse_from_str(&at, "%Y-%m-%dT%H:%M:%S").ok()?;
    Some(Tz::UTC.from_utc_datetime(&at))
}

fn jiffed(at: NaiveDateTime) -> Option<DateTime> {
    at.format("%Y-%m-%dT%H:%M:%S").to_string().parse().ok()
}

/// The time that is looked at from now on: somewhat longer than times are looked for.
pub fn window(now: Timestamp) -> (Timestamp, Timestamp) {
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    (now - days(1), now + days(90))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_busy_on_its_own_clock_or_on_the_owners() {
        check("DTSTART:20260303T123000Z\nDTEND:20260303T133000Z", &["03-03T13:30–03-03T14:30"]);
        check("DTSTART:20260303T133000\nDURATION:PT45M", &["03-03T13:30–03-03T14:15"]);
        check(
            "DTSTART;TZID=Europe/London:20260303T123000\nDTEND;TZID=Europe/London:20260303T130000",
            &["03-03T13:30–03-03T14:00"],
        );
        // A name that only its program knows: taken for the owner's own.
        check(
            "DTSTART;TZID=\"W. Europe Standard Time\":20260303T133000\nDURATION:PT1H",
            &["03-03T13:30–03-03T14:30"],
        );
        check(
            "DTSTART;VALUE=DATE:20260303\nDTEND;VALUE=DATE:20260305",
            &["03-03T00:00–03-05T00:00"],
        );
        check("DTSTART;VALUE=DATE:20260329", &["03-29T00:00–03-30T00:00"]);
    }

    #[test]
    fn what_is_free_cancelled_over_or_far_away_is_left_out() {
        let at = "DTSTART:20260303T123000Z\nDURATION:PT1H";
        check(&format!("{at}\nTRANSP:TRANSPARENT"), &[]);
        check(&format!("{at}\nSTATUS:CANCELLED"), &[]);
        check(&format!("{at}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"), &[]);
        check("DTSTART:20260203T123000Z\nDURATION:PT1H", &[]);
        check("DTSTART:20261203T123000Z\nDURATION:PT1H", &[]);
        check("DTSTART:20260303T123000Z", &[]);
    }

    #[test]
    fn what_comes_again_does_so_on_its_own_clock_over_a_change_of_it() {
        check(
            "DTSTART;TZID=Europe/Stockholm:20250107T130000\nDURATION:PT1H\n\
             RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260415T110000Z\n\
             EXDATE;TZID=Europe/Stockholm:20260317T130000",
            &["03-03T13:00–03-03T14:00", "03-31T13:00–03-31T14:00", "04-14T13:00–04-14T14:00"],
        );
        check(
            "DTSTART:20260302T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nRDATE:20260306T080000",
            &["03-02T08:00–03-02T09:00", "03-03T08:00–03-03T09:00", "03-06T08:00–03-06T09:00"],
        );
        // Nobody is busy every second.
        check(
            "DTSTART:20260302T080000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY",
            &["03-02T08:00–03-02T09:00"],
        );
        check(
            "DTSTART:20260302T080000\nDURATION:PT1H\nRRULE:FREQ=NEVER",
            &["03-02T08:00–03-02T09:00"],
        );
    }

    #[test]
    fn what_began_long_ago_is_counted_from_nearby() {
        let last_thursday = ["03-05T08:00–03-05T09:00"];
        check(
            "DTSTART:19700108T080000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260310T000000Z",
            &last_thursday,
        );
        check(
            "DTSTART:20100107T080000\nDURATION:PT1H\n\
             RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;UNTIL=20260322T000000Z",
            &["03-02T08:00–03-02T09:00", "03-05T08:00–03-05T09:00"],
        );
        // Rules that nobody can count out are taken by their first time.
        for rule in [
            "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2,3,4",
            "FREQ=HOURLY",
            "FREQ=YEARLY;BYSECOND=0,1,2,3,4,5,6,7,8,9",
        ] {
            check(
                &format!("DTSTART:20260303T080000\nDURATION:PT1H\nRRULE:{rule}"),
                &["03-03T08:00–03-03T09:00"],
            );
        }
    }

    #[test]
    fn what_was_moved_is_at_its_new_time_alone() {
        let text = calendar(
            "BEGIN:VEVENT\nUID:1\nDTSTART:20260303T080000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2\n\
             END:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20260310T080000\n\
             DTSTART:20260311T100000\nDURATION:PT1H\nEND:VEVENT",
        );
        assert_eq!(shown(&text), ["03-03T08:00–03-03T09:00", "03-11T10:00–03-11T11:00"]);
    }

    #[test]
    fn a_list_of_busy_times_is_read_too() {
        let text = calendar(
            "BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=BUSY:20260303T120000Z/PT1H,20260304T120000Z/20260304T123000Z\n\
             FREEBUSY;FBTYPE=FREE:20260305T120000Z/PT1H\nEND:VFREEBUSY",
        );
        assert_eq!(shown(&text), ["03-03T13:00–03-03T14:00", "03-04T13:00–03-04T13:30"]);
    }

    #[test]
    fn what_is_no_calendar_or_an_attack_is_refused() {
        let window = window(at("2026-03-02T08:00"));
        let refused = |text: &str| read(text, &zone(), window) == Err(NoCalendar);
        assert!(refused(""));
        assert!(refused("<html>Sign in</html>"));
        assert!(refused(&format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(100_000))));
        assert!(refused(&calendar(&"X:y\n".repeat(LONGEST / 4))));
        let many =
            "BEGIN:VEVENT\nDTSTART:20260303T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
        let many: String =
            (0..100).map(|nth| many.replace("T08", &format!("T{:02}", nth % 24))).collect();
        assert!(refused(&calendar(&many)));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            failure_persistence: None, ..proptest::prelude::ProptestConfig::default()
        })]

        #[test]
        fn no_text_is_too_strange(
            lines in proptest::collection::vec(
                "(BEGIN|END):V(EVENT|CALENDAR|FREEBUSY)|(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)(;TZID=[A-Za-z/]{0,12}|;VALUE=DATE)?:[0-9TZ]{0,17}|RRULE:(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY))?(;(COUNT|INTERVAL|BYDAY|BYMONTH|UNTIL|BYSETPOS)=[0-9A-Z,-]{0,17}){0,3}|DURATION:[-+PTDHMSW0-9]{0,9}|\\PC{0,20}",
                0..30,
            ),
        ) {
            let text = calendar(&format!("BEGIN:VEVENT\n{}\nEND:VEVENT", lines.join("\n")));
            let _ = read(&text, &zone(), window(at("2026-03-02T08:00")));
        }
    }

    fn calendar(lines: &str) -> String {
        let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}\nEND:VCALENDAR\n");
        text.replace('\n', "\r\n")
    }

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Stockholm").unwrap()
    }

    fn at(local: &str) -> Timestamp {
        zone().to_timestamp(local.parse().unwrap()).unwrap()
    }

    fn shown(text: &str) -> Vec<String> {
        let busy = read(text, &zone(), window(at("2026-03-02T08:00"))).unwrap();
        let moment = |at| zone().to_datetime(at).strftime("%m-%dT%H:%M").to_string();
        busy.iter().map(|busy| format!("{}–{}", moment(busy.from), moment(busy.until))).collect()
    }

    #[track_caller]
    fn check(event: &str, expected: &[&str]) {
        assert_eq!(
            shown(&calendar(&format!("BEGIN:VEVENT\n{event}\nEND:VEVENT"))),
            expected,
            "{event}"
        );
    }
}
