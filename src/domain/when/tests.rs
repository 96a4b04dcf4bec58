use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

/// A Tuesday in week 10, after lunch.
const NOW: DateTime = DateTime::constant(2026, 3, 3, 14, 0, 0, 0);

#[test]
fn a_weekday_is_the_one_that_comes() {
    check("torsdag kl 13", "2026-03-05T13:00");
    check("Thursday at 1 pm", "2026-03-05T13:00");
    check("på måndag 13.30", "2026-03-09T13:30");
    check("tisdag 15", "2026-03-03T15:00");
    check("tisdag 13.30", "2026-03-10T13:30");
    check("tisdag 14.00", "2026-03-10T14:00");
    check("den här torsdagen kl 13", "2026-03-05T13:00");
    check("nu på torsdag kl 13", "2026-03-05T13:00");
}

#[test]
fn halves_and_quarters_are_told_from_a_full_hour() {
    check("torsdag halv tre på eftermiddagen", "2026-03-05T14:30");
    check("torsdag halv 15", "2026-03-05T14:30");
    check("torsdag halv ett", "2026-03-05T12:30");
    check("torsdag kvart i tolv", "2026-03-05T11:45");
    check("torsdag kvart över 9", "2026-03-05T09:15");
    check("Thursday at half past two pm", "2026-03-05T14:30");
    check("Thursday at a quarter to ten", "2026-03-05T09:45");
    check("Thursday quarter past 14", "2026-03-05T14:15");
    refuse("halv tre", no_day("02:30"));
    refuse("halv 30 torsdag", WhenError::NoSuchTime { said: "halv 30".to_owned() });
    refuse("torsdag halv", WhenError::NoTimeOfDay { on: date("2026-03-05") });
}

#[test]
fn yesterday_has_been() {
    refuse("i går kl 10", WhenError::Past { at: moment("2026-03-02T10:00") });
    refuse("yesterday", WhenError::Past { at: moment("2026-03-02T00:00") });
}

#[test]
fn next_is_ambiguous_where_this_week_may_be_meant() {
    refuse(
        "nästa torsdag kl 13",
        WhenError::Ambiguous {
            options: vec![moment("2026-03-05T13:00"), moment("2026-03-12T13:00")],
        },
    );
    refuse(
        "next Sunday",
        WhenError::WhichDay { options: vec![date("2026-03-08"), date("2026-03-15")] },
    );
    check("nästa måndag kl 13", "2026-03-09T13:00");
    check("next Tuesday 15:00", "2026-03-10T15:00");
}

#[test]
fn a_week_has_a_number() {
    check("torsdag v. 11 kl 13", "2026-03-12T13:00");
    check("v11 torsdag 13.30", "2026-03-12T13:30");
    check("V.11, torsdag, kl.13", "2026-03-12T13:00");
    check("Thursday week 11 at 13", "2026-03-12T13:00");
    check("torsdag i vecka 10 kl 13", "2026-03-05T13:00");
    check("torsdag v 9 kl 13", "2027-03-04T13:00");
    check("v. 11 2027 torsdag kl 13", "2027-03-18T13:00");
    check("fredag v 53 kl 13", "2027-01-01T13:00");
    refuse("måndag v. 10 kl 13", WhenError::Past { at: moment("2026-03-02T13:00") });
    refuse("måndag v. 54 kl 13", no_date("måndag v. 54"));
    refuse("måndag v. 0 kl 13", no_date("måndag v. 0"));
    refuse("fredag v 53 2027 kl 13", no_date("fredag v 53 2027"));
    refuse("v. 11 kl 13", no_day("13:00"));
    refuse("v. 11", WhenError::NotATime);
}

#[test]
fn week_53_is_there_in_some_years_only() {
    let in_2027 = moment("2027-03-03T14:00");
    let error = read("måndag v. 53 kl 13", &WORDS, in_2027).unwrap_err();
    assert_eq!(error, no_date("måndag v. 53"));
    let new_year = moment("2027-01-01T08:00");
    let heard = read("söndag v. 53 kl 13", &WORDS, new_year).unwrap();
    assert_eq!(heard.at, moment("2027-01-03T13:00"));
}

#[test]
fn a_week_is_counted_from_this_one() {
    check("torsdag nästa vecka kl 13", "2026-03-12T13:00");
    check("next week Monday 9am", "2026-03-09T09:00");
    check("fredag den här veckan kl 9", "2026-03-06T09:00");
    check("om 2 veckor kl 10", "2026-03-17T10:00");
    check("om en vecka kl 10", "2026-03-10T10:00");
    check("torsdag om 2 veckor kl 10", "2026-03-19T10:00");
    refuse(
        "måndag om en vecka kl 10",
        WhenError::Ambiguous {
            options: vec![moment("2026-03-09T10:00"), moment("2026-03-16T10:00")],
        },
    );
}

#[test]
fn days_are_counted_from_today() {
    check("idag 15", "2026-03-03T15:00");
    check("tomorrow 9am", "2026-03-04T09:00");
    check("imorgon 13.30", "2026-03-04T13:30");
    check("i morgon bitti kl 8", "2026-03-04T08:00");
    check("i övermorgon kl 8", "2026-03-05T08:00");
    check("the day after tomorrow at 8", "2026-03-05T08:00");
    check("om 3 dagar kl 10", "2026-03-06T10:00");
    check("in 3 days, 10:00", "2026-03-06T10:00");
    refuse("idag kl 13", WhenError::Past { at: moment("2026-03-03T13:00") });
    refuse("in 999 days 10:00", WhenError::TooFar { at: moment("2028-11-26T10:00") });
}

#[test]
fn the_day_stands_before_the_month() {
    check("3/4 13.30", "2026-04-03T13:30");
    check("4/3 kl 9", "2026-03-04T09:00");
    check("3/3 2027 kl 9", "2027-03-03T09:00");
    check("3/3-27 kl 9", "2027-03-03T09:00");
    check("3/3/2027 9:00", "2027-03-03T09:00");
    check("3.4.2026 kl 9", "2026-04-03T09:00");
    check("12/3 13", "2026-03-12T13:00");
    check("torsdag 12/3 13", "2026-03-12T13:00");
    check("3/4 2030", "2026-04-03T20:30");
    check("3/4 1330", "2026-04-03T13:30");
    refuse("3/4 2027", no_time("2027-04-03"));
    refuse("3/4 2025", WhenError::Past { at: moment("2025-04-03T00:00") });
    refuse("3/4 2031", WhenError::TooFar { at: moment("2031-04-03T00:00") });
    refuse("3/4 2030 kl 9", WhenError::TooFar { at: moment("2030-04-03T09:00") });
    refuse("3/13 kl 9", no_date("3/13"));
    refuse("3/4/5 kl 9", WhenError::NotATime);
}

#[test]
fn a_date_without_a_year_is_the_next() {
    check("3/3 15.00", "2026-03-03T15:00");
    check("3/3 13.30", "2027-03-03T13:30");
    check("2 mars kl 13", "2027-03-02T13:00");
}

#[test]
fn iso_dates_are_read() {
    check("2026-03-04 13:30", "2026-03-04T13:30");
    check("2026-03-04T13:30", "2026-03-04T13:30");
    check("2026-03-04T13:30:15", "2026-03-04T13:30");
    check("20260304T1330", "2026-03-04T13:30");
    check("20260304 kl 9", "2026-03-04T09:00");
    check("2026–03–04 kl 9", "2026-03-04T09:00");
    refuse("20260304", no_time("2026-03-04"));
    refuse("2026-03-04", no_time("2026-03-04"));
    refuse("2026-03-04T13:30Z", no_time("2026-03-04"));
    refuse("2026-13-01 kl 9", no_date("2026-13-01"));
    refuse("2026-03-03 13:30", WhenError::Past { at: moment("2026-03-03T13:30") });
    refuse("2020-01-01", WhenError::Past { at: moment("2020-01-01T00:00") });
    refuse("70123456 kl 9", WhenError::NotATime);
}

#[test]
fn months_have_names() {
    check("3 april kl 13", "2026-04-03T13:00");
    check("den 4 mars 2026 13.30", "2026-03-04T13:30");
    check("4:e mars 9", "2026-03-04T09:00");
    check("4. mars 9", "2026-03-04T09:00");
    check("March 4 at 1:30 pm", "2026-03-04T13:30");
    check("March 4th, 2026, 1:30pm", "2026-03-04T13:30");
    check("4th of March 9am", "2026-03-04T09:00");
    check("on the 4th of March at 9", "2026-03-04T09:00");
    check("den 12:e kl 9", "2026-03-12T09:00");
    check("den 2 kl 9", "2026-04-02T09:00");
    check("on Thursday the 12th at 9", "2026-03-12T09:00");
    check("tisdag 3 mars 2026 kl. 15.30", "2026-03-03T15:30");
    check("tisdag den 10 mars kl. 15.30", "2026-03-10T15:30");
    refuse("30 februari kl 13", no_date("30 februari"));
    refuse("31/4 13.30", no_date("31/4"));
    refuse("den 32:a kl 9", no_date("den 32:a"));
    refuse("onsdag 12 mars kl 9", no_date("onsdag 12 mars"));
    refuse("12 mars v. 12 kl 9", no_date("12 mars v. 12"));
    refuse("3 mars", no_time("2026-03-03"));
    refuse("3 mars 1999", WhenError::Past { at: moment("1999-03-03T00:00") });
    refuse("3 mars 2029 kl 9", WhenError::TooFar { at: moment("2029-03-03T09:00") });
}

#[test]
fn times_are_written_in_many_ways() {
    for (said, time) in [
        ("13.30", "13:30"),
        ("13:30", "13:30"),
        ("1330", "13:30"),
        ("0030", "00:30"),
        ("kl. 13", "13:00"),
        ("kl.13.30", "13:30"),
        ("kl 930", "09:30"),
        ("klockan 13", "13:00"),
        ("13", "13:00"),
        ("0", "00:00"),
        ("9am", "09:00"),
        ("9 a.m.", "09:00"),
        ("9.30 pm", "21:30"),
        ("9:30 P.M.", "21:30"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("at noon", "12:00"),
        ("9 o'clock", "09:00"),
        ("3 o’clock pm", "15:00"),
        ("kl 7 på kvällen", "19:00"),
        ("kväll kl 7", "19:00"),
        ("evening at 7", "19:00"),
        ("em 2.30", "14:30"),
        ("kväll 19.30", "19:30"),
    ] {
        check(&format!("torsdag {said}"), &format!("2026-03-05T{time}"));
    }
    check("ikväll kl 7", "2026-03-03T19:00");
    check("i kväll 19.30", "2026-03-03T19:30");
    check("tonight at 7", "2026-03-03T19:00");
    refuse("torsdag 25.00", no_such_time("25.00"));
    refuse("torsdag 13.75", no_such_time("13.75"));
    refuse("torsdag kl 24", no_such_time("kl 24"));
    refuse("torsdag 13 am", no_such_time("13 am"));
    refuse("torsdag 24", no_time("2026-03-05"));
    refuse("torsdag 13.5", no_time("2026-03-05"));
    refuse("torsdag kväll", no_time("2026-03-05"));
}

#[test]
fn a_small_hour_may_be_before_noon_or_after_it() {
    let either =
        |options: [&str; 2]| WhenError::Ambiguous { options: options.map(moment).to_vec() };
    for said in ["klockan 3", "kl 3", "at 3", "3 o'clock", "3.00", "3:00"] {
        let options = ["2026-03-05T03:00", "2026-03-05T15:00"];
        refuse(&format!("torsdag {said}"), either(options));
    }
    refuse("torsdag halv tre", either(["2026-03-05T02:30", "2026-03-05T14:30"]));
    refuse("torsdag 3–4.30", either(["2026-03-05T03:00", "2026-03-05T15:00"]));
    refuse("torsdag kl 7", either(["2026-03-05T07:00", "2026-03-05T19:00"]));
    let days = ["2026-03-05T03:00", "2026-03-05T15:00", "2026-03-12T03:00", "2026-03-12T15:00"];
    let days = WhenError::Ambiguous { options: days.map(moment).to_vec() };
    refuse("nästa torsdag kl 3", days);
    // What has been isn't asked about, and nobody who writes two digits is.
    check("idag kl 3", "2026-03-03T15:00");
    check("torsdag 03.00", "2026-03-05T03:00");
    check("torsdag kl 03", "2026-03-05T03:00");
    check("torsdag kl 8", "2026-03-05T08:00");
    check_range("torsdag 1–14", "01:00", "14:00");
    refuse("igår kl 3", WhenError::Past { at: moment("2026-03-02T15:00") });
}

#[test]
fn the_time_may_stand_first() {
    check("13.30 på torsdag", "2026-03-05T13:30");
    check("kl 13 torsdag", "2026-03-05T13:00");
    check("1330 3/4", "2026-04-03T13:30");
    check("9am tomorrow", "2026-03-04T09:00");
    check("kl 13 4 mars", "2026-03-04T13:00");
    refuse("kl 13", no_day("13:00"));
    refuse("13.30 Café Åsa", no_day("13:30"));
    refuse("13", WhenError::NotATime);
    refuse("13 torsdag", WhenError::NotATime);
}

#[test]
fn feasts_have_names() {
    check("skärtorsdag kl 13", "2026-04-02T13:00");
    check("på långfredagen kl. 10", "2026-04-03T10:00");
    check("annandag påsk 13.30", "2026-04-06T13:30");
    check("on Easter Monday at 13:30", "2026-04-06T13:30");
    check("midsommarafton 9.30", "2026-06-19T09:30");
    check("alla helgons dag kl 12", "2026-10-31T12:00");
    check("New Year’s Eve 9am", "2026-12-31T09:00");
    check("May Day at noon", "2026-05-01T12:00");
    check("4 May at noon", "2026-05-04T12:00");
    check("trettondedag jul kl 13", "2027-01-06T13:00");
    check("Easter Monday 2027 1pm", "2027-03-29T13:00");
    check_date("till midsommardagen", "2026-06-20", "");
    refuse("julafton", no_time("2026-12-24"));
}

#[test]
fn a_range_has_an_end() {
    check_range("torsdag 13.00–14.30", "13:00", "14:30");
    check_range("torsdag 13-14.30", "13:00", "14:30");
    check_range("torsdag kl 13 - 14", "13:00", "14:00");
    check_range("torsdag 13-14", "13:00", "14:00");
    check_range("torsdag från kl 13 till kl 14.30", "13:00", "14:30");
    check_range("13-14.30 torsdag", "13:00", "14:30");
    check_range("Thursday 1-2.30 pm", "13:00", "14:30");
    check_range("Thursday 11–1 pm", "11:00", "13:00");
    check_range("Thursday 11 am to 1", "11:00", "13:00");
    check_range("Thursday 1 pm–2:30", "13:00", "14:30");
    check_range("torsdag kväll 7–9", "19:00", "21:00");
    check_range("Thursday from 11 to noon", "11:00", "12:00");
    refuse("torsdag 14.30–13.00", no_such_time("14.30–13.00"));
    refuse("13-14 torsdag", WhenError::NotATime);
}

#[test]
fn the_rest_is_left_as_it_was_typed() {
    check_rest("torsdag kl 13 på Café Åsa", "på Café Åsa");
    check_rest("torsdag kl 13, Café Åsa ", "Café Åsa");
    check_rest("torsdag 13.30 3 trappor upp", "3 trappor upp");
    check_rest("torsdag 13.30–15 Café 3/4", "Café 3/4");
    check_rest("tomorrow 9am at the library", "at the library");
    check_rest("tomorrow 9am to be decided", "to be decided");
    check_rest("torsdag 9 (zoom)", "(zoom)");
    check_rest("torsdag kl. 13. Vi ses på måndag", "Vi ses på måndag");
    check_rest("torsdag\n13.30\n\u{1f600} här", "\u{1f600} här");
}

#[test]
fn the_rest_is_known_where_the_time_has_to_be_asked_about() {
    let rest = |text| after(text, &WORDS, NOW);
    assert_eq!(rest("nästa torsdag kl 13, Café Åsa"), "Café Åsa");
    assert_eq!(rest("torsdag på Café Åsa"), "på Café Åsa");
    assert_eq!(rest("Café Åsa"), "Café Åsa");
}

#[test]
fn what_is_far_ahead_is_not_asked_about() {
    refuse("måndag om 200 veckor kl 9", WhenError::TooFar { at: moment("2029-12-31T09:00") });
}

#[test]
fn other_texts_are_no_times() {
    for text in [
        "",
        "   ",
        "hej",
        "på",
        "den",
        "kl",
        "am I late?",
        "kväll",
        "the library",
        "99999999999999999999",
        "/",
        "3/",
        "1/2timme",
        "٣/٣ ١٣",
        "\u{301}\u{301}",
        "\u{202e}gadsrot",
        "v.11-12",
    ] {
        refuse(text, WhenError::NotATime);
    }
}

#[test]
fn a_pause_ends_on_a_day() {
    check_date("till 3 april", "2026-04-03", "");
    check_date("till den 3 april 2027", "2027-04-03", "");
    check_date("until next week Monday, please", "2026-03-09", "please");
    check_date("3/4 2030x", "2026-04-03", "2030x");
    check_date("2026-03-04", "2026-03-04", "");
    check_date("till och med fredag", "2026-03-06", "");
    check_date("t.o.m. fredag", "2026-03-06", "");
    check_date("tisdag", "2026-03-10", "");
    check_date("3/3", "2026-03-03", "");
    check_date("om 3 veckor", "2026-03-24", "");
    check_date("v. 11 måndag 13.30", "2026-03-09", "13.30");
    let read = |text| read_date(text, &WORDS, NOW);
    assert_eq!(read("13.30"), Err(WhenError::NotATime));
    assert_eq!(read("3/4 2030"), Err(WhenError::TooFar { at: moment("2030-04-03T00:00") }));
    assert_eq!(read("2/3 2026"), Err(WhenError::Past { at: moment("2026-03-02T00:00") }));
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in "\\PC*", now in any_moment()) {
        let _ = read(&text, &WORDS, now);
        let _ = read_date(&text, &WORDS, now);
    }

    #[test]
    fn no_heap_of_words_is_too_strange(
        parts in prop::collection::vec(part(), 0..14),
        now in any_moment(),
    ) {
        let text = parts.concat();
        if let Ok(heard) = read(&text, &WORDS, now) {
            prop_assert!(heard.at > now);
            prop_assert!(text.ends_with(&heard.rest) || text.trim_end().ends_with(&heard.rest));
        }
        let _ = read_date(&text, &WORDS, now);
    }

    #[test]
    fn every_moment_that_is_written_is_read_again(minutes in 1_i64..1_050_000) {
        use jiff::ToSpan;
        let at = NOW.checked_add(minutes.minutes()).unwrap();
        let [swedish, english] = [(DAGAR, MÅNADER), (DAYS, MONTHS)].map(|(days, months)| {
            let day = days[usize::try_from(at.weekday().to_monday_zero_offset()).unwrap()];
            let month = months[usize::try_from(at.month()).unwrap() - 1];
            format!("{day} {} {month} {}", at.day(), at.year())
        });
        for text in [
            at.strftime("%Y-%m-%d %H:%M").to_string(),
            at.strftime("%Y%m%dT%H%M").to_string(),
            at.strftime("%-d/%-m %Y %H.%M").to_string(),
            at.strftime("%A v. %V %G kl %H.%M").to_string(),
            format!("{swedish} kl. {}", at.strftime("%H.%M")),
            format!("{english}, {}", at.strftime("%H:%M")),
            format!("{english} at {}", at.strftime("%-I:%M %p")),
        ] {
            let heard = read(&format!("{text}, Café Åsa"), &WORDS, NOW);
            let expected = Heard { at, until: None, rest: "Café Åsa".to_owned() };
            prop_assert_eq!(heard, Ok(expected), "{}", text);
        }
    }
}

const DAGAR: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MÅNADER: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Pieces that times are made of, so that chance makes times and what is nearly one.
fn part() -> impl Strategy<Value = String> {
    let pieces = [
        " ", " ", " ", " ", ".", ":", "/", "-", "–", ",", "torsdag", "nästa", "next", "v", "week",
        "kl", "at", "den", "the", "mars", "May", "på", "on", "till", "om", "in", "dagar", "weeks",
        "imorgon", "tonight", "pm", "a.m.", "noon", "en", "e", "th", "T", "Café", "\u{308}",
    ];
    prop_oneof![
        prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        (0_u32..60).prop_map(|number| number.to_string()),
        (0_u32..100_000_000).prop_map(|number| number.to_string()),
        any::<char>().prop_map(String::from),
    ]
}

/// Any moment of the calendar, its first and last years too.
fn any_moment() -> impl Strategy<Value = DateTime> {
    let year = prop_oneof![Just(-9999_i16), Just(9998), Just(9999), 1900_i16..2200];
    (year, 1_i8..=12, 1_i8..=28, 0_i8..24)
        .prop_map(|(year, month, day, hour)| DateTime::constant(year, month, day, hour, 0, 0, 0))
}

/// The words of the locale files.
static WORDS: LazyLock<TimeWords> = LazyLock::new(|| {
    let mut words = TimeWords::default();
    for file in [
        include_str!("../../../locales/sv/times.ftl"),
        include_str!("../../../locales/en/times.ftl"),
    ] {
        for list in TimeList::ALL {
            let start = format!("times-{} = ", list.key());
            let line = file.lines().find_map(|line| line.strip_prefix(&start));
            words.add(*list, line.unwrap_or_else(|| panic!("{start} is missing")));
        }
    }
    words
});

fn moment(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn no_date(said: &str) -> WhenError {
    WhenError::NoSuchDate { said: said.to_owned() }
}

fn no_such_time(said: &str) -> WhenError {
    WhenError::NoSuchTime { said: said.to_owned() }
}

fn no_time(on: &str) -> WhenError {
    WhenError::NoTimeOfDay { on: date(on) }
}

fn no_day(at: &str) -> WhenError {
    WhenError::NoDay { at: at.parse().unwrap() }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let expected = Heard { at: moment(expected), until: None, rest: String::new() };
    assert_eq!(read(text, &WORDS, NOW), Ok(expected), "{text}");
}

#[track_caller]
fn check_range(text: &str, start: &str, end: &str) {
    let at = moment(&format!("2026-03-05T{start}"));
    let expected = Heard { at, until: Some(end.parse().unwrap()), rest: String::new() };
    assert_eq!(read(text, &WORDS, NOW), Ok(expected), "{text}");
}

#[track_caller]
fn check_rest(text: &str, expected: &str) {
    let heard = read(text, &WORDS, NOW).map(|heard| heard.rest);
    assert_eq!(heard, Ok(expected.to_owned()), "{text}");
}

#[track_caller]
fn check_date(text: &str, expected: &str, rest: &str) {
    assert_eq!(read_date(text, &WORDS, NOW), Ok((date(expected), rest.to_owned())), "{text}");
}

#[track_caller]
fn refuse(text: &str, expected: WhenError) {
    assert_eq!(read(text, &WORDS, NOW), Err(expected), "{text}");
}
