//! How long a programme is, and what its days and names are.

use jiff::civil::date;

use super::*;

#[test]
fn short_names_are_small_letters_digits_and_dashes() {
    check_slug("trainees-2026", true);
    check_slug("3", true);
    check_slug("", false);
    check_slug("Trainees", false);
    check_slug("två", false);
    check_slug("a b", false);
    check_slug(&"a".repeat(40), true);
    check_slug(&"a".repeat(41), false);
}

#[test]
fn a_programme_ends_the_day_before_its_day_of_the_month_comes_again() {
    check_end(date(2026, 9, 7), 3, date(2026, 12, 6));
    check_end(date(2026, 3, 1), 12, date(2027, 2, 28));
}

#[test]
fn a_programme_that_begins_late_in_a_month_ends_within_a_shorter_one() {
    check_end(date(2026, 11, 30), 3, date(2027, 2, 27));
}

#[test]
fn the_last_day_belongs_to_the_programme() {
    let outline = outline(3, 5);
    assert!(!outline.is_over(date(2026, 12, 6)));
    assert!(outline.is_over(date(2026, 12, 7)));
}

#[test]
fn weeks_are_counted_from_the_first_day() {
    check_week(date(2026, 9, 6), None);
    check_week(date(2026, 9, 7), Some(1));
    check_week(date(2026, 9, 13), Some(1));
    check_week(date(2026, 9, 14), Some(2));
    check_week(date(2026, 12, 6), Some(13));
    check_week(date(2026, 12, 7), None);
}

#[test]
fn three_months_and_five_meetings_are_one_in_24_days() {
    check_interval(3, 5, 12, 24);
}

#[test]
fn seven_months_and_eight_meetings_are_one_in_35_days() {
    check_interval(7, 8, 17, 35);
}

#[test]
fn nine_months_and_ten_meetings_are_one_in_36_days() {
    check_interval(9, 10, 18, 36);
}

/// 365 days, of which weeks 28 to 31 are 28.
#[test]
fn the_weeks_of_rest_do_not_count() {
    check_interval(12, 13, 17, 34);
}

#[test]
fn more_meetings_than_days_are_one_a_day() {
    check_interval(1, 60, 1, 1);
}

#[test]
fn the_first_third_ends_after_a_third_of_the_days() {
    // 91 days: day 31 is the last of which less than a third has gone before.
    assert_eq!(outline(3, 5).interval(date(2026, 10, 7)), 12);
    assert_eq!(outline(3, 5).interval(date(2026, 10, 8)), 24);
}

#[test]
fn before_the_start_it_is_as_at_the_start() {
    assert_eq!(outline(3, 5).interval(date(2026, 8, 1)), 12);
}

#[test]
fn a_pair_that_keeps_the_interval_comes_to_the_meetings_that_were_wanted() {
    for (months, meetings) in [(3, 5), (7, 8), (9, 10), (12, 13)] {
        let outline = outline(months, meetings);
        let next = |day: &Date| {
            let day = day.saturating_add(i32::from(outline.interval(*day)).days());
            (!outline.is_over(day)).then_some(day)
        };
        let held = std::iter::successors(next(&outline.starts_on), next).count();
        // The days of rest don't count in the interval, and a pair may meet on them: one more.
        let wanted = usize::from(meetings);
        assert!((wanted..=wanted + 1).contains(&held), "{held} of {meetings}");
    }
}

#[test]
fn states_are_stored_and_read_alike() {
    let since = Timestamp::UNIX_EPOCH;
    for (state, since) in [
        (ProgrammeState::Draft, None),
        (ProgrammeState::Running, None),
        (ProgrammeState::Paused { since }, Some(since)),
        (ProgrammeState::Closed, None),
    ] {
        assert_eq!(ProgrammeState::parse(state.as_str(), since), Some(state));
    }
}

#[test]
fn a_pause_has_a_beginning_and_nothing_else_has() {
    assert_eq!(ProgrammeState::parse("paused", None), None);
    assert_eq!(ProgrammeState::parse("running", Some(Timestamp::UNIX_EPOCH)), None);
    assert_eq!(ProgrammeState::parse("asleep", None), None);
}

#[track_caller]
fn check_slug(text: &str, good: bool) {
    assert_eq!(text.parse::<Slug>().is_ok(), good, "{text:?}");
}

#[track_caller]
fn check_end(starts_on: Date, months: u8, ends_on: Date) {
    assert_eq!(Outline { starts_on, ..outline(months, 1) }.ends_on(), ends_on);
}

#[track_caller]
fn check_week(on: Date, week: Option<u16>) {
    assert_eq!(outline(3, 5).week_of(on), week);
}

#[track_caller]
fn check_interval(months: u8, meetings: u8, first_third: u16, later: u16) {
    let outline = outline(months, meetings);
    let intervals = (outline.interval(outline.starts_on), outline.interval(outline.ends_on()));
    assert_eq!(intervals, (first_third, later));
}

/// A programme that lasts so long, with so many meetings.
pub fn outline(months: u8, meetings: u8) -> Outline {
    let zone = TimeZone::get("Europe/Stockholm").unwrap();
    let names = [(Locale::new("en"), "Trainees".to_owned())].into();
    Outline {
        slug: "trainees".parse().unwrap(),
        names: Translations::new(names).unwrap(),
        purpose: None,
        target_group: None,
        starts_on: date(2026, 9, 7),
        months,
        meetings,
        time_zone: zone.clone(),
        locale: Locale::new("en"),
        calendar: SendingCalendar::default(),
        nudges: Rounds::parse("0 9 * * MON", zone).unwrap(),
        reply_within_days: 2,
        worries_contact: None,
        keep_months: 12,
        training: Training::default(),
        matching: Criteria::default(),
        recruitment: None,
        gatherings: vec![],
        gathering_reminders: Before::ALL.to_vec(),
        checkins: CheckIns::default(),
        evaluation: None,
    }
}
