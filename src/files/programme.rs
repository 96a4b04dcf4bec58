//! A programme's file: what leaders get from the bot, change, and send back.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date, tz::TimeZone};

use crate::domain::{
    calendar::{PersonalHours, SendingCalendar},
    checkin::CheckIns,
    gathering::Before,
    locale::{Locale, Translations},
    matching::Criteria,
    programme::{Outline, Slug},
    rounds::Rounds,
    training::Training,
};

use super::{
    Fault, Item, Problem, Table, calendar, checkins, evaluation, gatherings, matching, read_table,
    recruitment, training, words,
};

/// The largest file that is looked at, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

/// What a programme can begin as: its months, and a file to be changed.
pub const TEMPLATES: [(u8, &str); 4] = [
    (3, include_str!("../../config/programmes/3-months.toml")),
    (7, include_str!("../../config/programmes/7-months.toml")),
    (9, include_str!("../../config/programmes/9-months.toml")),
    (12, include_str!("../../config/programmes/12-months.toml")),
];

const NAME_LENGTH: usize = 100;
const PURPOSE_LENGTH: usize = 1000;
const TARGET_GROUP_LENGTH: usize = 300;
const DEFAULT_ZONE: &str = "Europe/Stockholm";
const DEFAULT_LOCALE: &str = "sv";
const DEFAULT_NUDGES: &str = "0 9 * * MON";
const DEFAULT_REPLY_WITHIN_DAYS: u8 = 2;
const DEFAULT_KEEP_MONTHS: u8 = 12;

/// Reads a programme's file. `file` is what it is called in faults.
pub fn read(file: &str, text: &str) -> Result<Outline, Vec<Fault>> {
    if text.len() > MOST_BYTES {
        let what = Problem::TooLarge { most_bytes: MOST_BYTES };
        return Err(vec![Fault { file: file.to_owned(), line: Some(1), name: None, what }]);
    }
    let (outline, faults) = read_table(file, text, outline);
    match outline {
        Some(outline) if faults.is_empty() => Ok(outline),
        _ => Err(faults),
    }
}

/// Every key is read before any is missed, so that all faults come at once.
fn outline(table: &mut Table<'_>) -> Option<Outline> {
    let slug = table.require("short_name", "short_name = \"trainees-2026\"");
    let slug = slug.and_then(|item| item.parse(slug_of));
    let locale =
        or_default(table.item("language"), words::locale, || Locale::new(DEFAULT_LOCALE).into());
    let said_in = locale.clone().unwrap_or_else(|| Locale::new(DEFAULT_LOCALE));
    let names = table.require("name", "name = { sv = \"Traineer\", en = \"Trainees\" }");
    let names = names.and_then(|item| translations(&item, &said_in, NAME_LENGTH));
    let purpose = table.item("purpose");
    let purpose = purpose.and_then(|item| translations(&item, &said_in, PURPOSE_LENGTH));
    let target_group = table.item("target_group");
    let target_group =
        target_group.and_then(|item| item.parse(|said| words::sentence(said, TARGET_GROUP_LENGTH)));
    let start = table.require("start", "start = \"2026-09-07\"");
    let starts_on = start.as_ref().and_then(start_of);
    let months = table.require("months", "months = 7").and_then(|item| item.number(1..=24));
    let meetings = table.require("meetings", "meetings = 8").and_then(|item| item.number(1..=60));
    let time_zone =
        or_default(table.item("time_zone"), words::zone, || TimeZone::get(DEFAULT_ZONE).ok());
    let zone = time_zone.clone().unwrap_or(TimeZone::UTC);
    let rounds = |said: &str| Rounds::parse(said, zone.clone()).map_err(Problem::BadCron);
    let nudges = or_default(table.item("nudges"), rounds, || rounds(DEFAULT_NUDGES).ok());
    let reply = table.item("reply_within_days");
    let reply_within_days =
        reply.map_or(Some(DEFAULT_REPLY_WITHIN_DAYS), |item| item.number(1..=14));
    let worries = table.item("worries_contact");
    let has_contact = worries.is_some();
    let worries_contact = worries.map_or(Some(None), |item| {
        item.parse(|said| words::sentence(said, TARGET_GROUP_LENGTH)).map(Some)
    });
    let keep = table.item("keep_months");
    let keep_months = keep.map_or(Some(DEFAULT_KEEP_MONTHS), |item| item.number(1..=60));
    let said = table.item("calendar");
    let calendar = match &said {
        Some(item) => item.table(calendar::read),
        None => Some(SendingCalendar::default()),
    };
    let training = match table.item("training") {
        Some(item) => item.table(|table| training::read(table, &said_in))?,
        None => Some(Training::default()),
    };
    let recruitment = match table.item("recruitment") {
        Some(item) => item.table(|table| recruitment::read(table, &said_in))?.map(Some),
        None => Some(None),
    };
    let has_minors = recruitment.iter().flatten().any(|one| one.needs_consent);
    if has_minors && !has_contact {
        table.require("worries_contact", "worries_contact = \"Lotta Lind, 070-174 06 35\"");
    }
    let asked = recruitment.as_ref().map(|one| one.as_ref().map_or(&[][..], |one| &one.questions));
    let matching = match table.item("matching") {
        Some(item) => item.table(|table| matching::read(table, asked)),
        None => Some(Criteria::default()),
    };
    let checkins = match table.item("checkins") {
        Some(item) => item.table(|table| checkins::read(table, &said_in))?,
        None => Some(CheckIns::default()),
    };
    let evaluation = match table.item("evaluation") {
        Some(item) => item.table(|table| evaluation::read(table, &said_in))?.map(Some),
        None => Some(None),
    };
    let reminders = table.item("gathering_reminders");
    let gathering_reminders =
        reminders.map_or_else(|| Some(Before::ALL.to_vec()), |item| gatherings::reminders(&item));
    let rests = calendar.clone().unwrap_or_default();
    let gatherings = match table.item("gatherings") {
        Some(item) => gatherings::read(&item, &said_in, &rests),
        None => Some(vec![]),
    };
    let outline = Outline {
        slug: slug?,
        names: names?,
        purpose,
        target_group,
        starts_on: starts_on?,
        months: months?,
        meetings: meetings?,
        time_zone: time_zone?,
        locale: locale?,
        calendar: calendar?,
        nudges: nudges?,
        reply_within_days: reply_within_days?,
        worries_contact: worries_contact.filter(|_| has_contact || !has_minors)?,
        keep_months: keep_months?,
        training: training?,
        matching: matching?,
        recruitment: recruitment?,
        gatherings: gatherings?,
        gathering_reminders: gathering_reminders?,
        checkins: checkins?,
        evaluation: evaluation?,
    };
    if !is_ever_open(&outline) {
        said.or(start)?.fault(Problem::NeverOpen);
    }
    Some(outline)
}

/// Whether the calendar leaves a day on which something can be sent.
fn is_ever_open(outline: &Outline) -> bool {
    let person = PersonalHours::anytime(outline.time_zone.clone());
    let days = outline.starts_on.series(1.day());
    days.take_while(|day| !outline.is_over(*day))
        .any(|day| outline.calendar.day_closed_because(day, &person).is_none())
}

fn or_default<T>(
    item: Option<Item<'_>>,
    parse: impl FnOnce(&str) -> Result<T, Problem>,
    default: impl FnOnce() -> Option<T>,
) -> Option<T> {
    item.map_or_else(default, |item| item.parse(parse))
}

fn slug_of(said: &str) -> Result<Slug, Problem> {
    said.parse().map_err(|_| Problem::BadSlug { said: said.to_owned() })
}

/// A start that leaves room in the calendar for the longest programme and what comes after it.
fn start_of(item: &Item<'_>) -> Option<Date> {
    item.parse(words::date).filter(|date| {
        let is_near = (1970..=9000).contains(&date.year());
        if !is_near {
            item.fault(Problem::BeyondCalendar);
        }
        is_near
    })
}

/// The same words in several languages, or words in the programme's own.
pub(super) fn translations(item: &Item<'_>, locale: &Locale, most: usize) -> Option<Translations> {
    let words = if item.is_table() {
        let words: Option<BTreeMap<_, _>> = item.table(|table| {
            let all = table.all().into_iter().map(|(tag, item)| {
                let tag = words::locale(tag).map_err(|problem| item.fault(problem)).ok();
                let words = item.parse(|said| words::sentence(said, most));
                Some((tag?, words?))
            });
            all.collect::<Vec<_>>().into_iter().collect()
        })?;
        words?
    } else {
        BTreeMap::from([(locale.clone(), item.parse(|said| words::sentence(said, most))?)])
    };
    let translations = Translations::new(words);
    if translations.is_none() {
        item.fault(Problem::Empty);
    }
    translations
}

/// The lines, without comments, that only the file of `known` has, and those that only that of
/// `new` has. None, if they mean the same.
pub fn difference(known: &Outline, new: &Outline) -> Option<(Vec<String>, Vec<String>)> {
    let lines = |outline: &Outline| -> Vec<String> {
        let file = write(outline);
        let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(str::to_owned).collect()
    };
    let (known, new) = (lines(known), lines(new));
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|line| !those.contains(line)).cloned().collect()
    };
    (known != new).then(|| (only(&known, &new), only(&new, &known)))
}

/// The file that says `outline`, with every key explained. Read again, it says the same.
pub fn write(outline: &Outline) -> String {
    let purpose = outline.purpose.as_ref().map(in_every_language);
    let target_group = outline.target_group.as_deref().map(quoted);
    // A key without a value stays in the file as a comment, to be found when it is wanted.
    let or_example = |key: &str, value: Option<String>, example: &str| match value {
        Some(value) => format!("{key} = {value}"),
        None => format!("# {key} = {example}"),
    };
    format!(
        "\
# A mentorship programme. Change what you like and send the file back: it is checked, and what
# would change is shown before it does. Lines that begin with # are comments.

# The programme's short name, which people type after #: a-z, 0-9 and -.
short_name = {slug}
# What the programme is called, by language.
name = {names}
# Why there is a programme, for those who think of applying.
{purpose}
# For whom it is.
{target_group}

# The first day, as year-month-day, and how many months the programme lasts (1-24).
start = \"{start}\"
months = {months}
# How many meetings a pair should have in that time (1-60). From this the bot reckons when the next
# one is due; in the first third twice as often.
meetings = {meetings}

# The programme's time zone, by its name, such as Europe/Stockholm.
time_zone = {zone}
# The language of people who haven't chosen one.
language = {locale}
# When the bot asks pairs that have no next meeting to book one: minute, hour, day, month and weekday.
nudges = {nudges}
# Within how many days you promise to answer those who ask for help (1-14).
reply_within_days = {reply}
# Whom people can turn to who are worried about somebody; they are named each time somebody asks
# for help. Where the adepts are minors there has to be somebody.
{worries}
# How many months after the last day everything about those who took part is erased (1-60).
keep_months = {keep}
# How long before a group session people are reminded of it: \"week\", \"day\", \"hour\", or none of
# them: [].
gathering_reminders = {gathering_reminders}

{calendar}
{matching}
{recruitment}
{training}
{checkins}
{evaluation}
{gatherings}",
        slug = quoted(outline.slug.as_str()),
        names = in_every_language(&outline.names),
        purpose = or_example("purpose", purpose, "{ sv = \"…\", en = \"…\" }"),
        target_group = or_example("target_group", target_group, "\"…\""),
        start = outline.starts_on,
        months = outline.months,
        meetings = outline.meetings,
        zone = quoted(outline.time_zone.iana_name().unwrap_or(DEFAULT_ZONE)),
        locale = quoted(outline.locale.as_str()),
        nudges = quoted(outline.nudges.expression()),
        reply = outline.reply_within_days,
        worries = or_example(
            "worries_contact",
            outline.worries_contact.as_deref().map(quoted),
            "\"…\"",
        ),
        keep = outline.keep_months,
        calendar = calendar::write(&outline.calendar),
        matching = matching::write(&outline.matching),
        recruitment = recruitment::write(outline.recruitment.as_ref()),
        training = training::write(&outline.training),
        checkins = checkins::write(&outline.checkins),
        evaluation = evaluation::write(outline.evaluation.as_ref()),
        gatherings = gatherings::write(&outline.gatherings),
        gathering_reminders = gatherings::write_reminders(&outline.gathering_reminders),
    )
}

pub(super) fn in_every_language(words: &Translations) -> String {
    let words = words.locales().map(|locale| format!("{locale} = {}", quoted(words.get(locale))));
    format!("{{ {} }}", words.collect::<Vec<_>>().join(", "))
}

pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{
        application::{Criterion, Question, QuestionKind, Recruitment},
        calendar::{ClosedSpan, DateSpan, Hours, MonthDay, Observance},
        checkin::{self, Asks, Evaluation, Names, Scale},
        gathering::{Plan, Planned},
        matching::{SameAnswer, SameOrganisation},
        role::Role,
        training::{Lesson, Material, Topic},
    };

    const SMALL: &str =
        "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\nmeetings = 5\n";

    #[test]
    fn five_keys_make_a_programme() {
        let outline = read("p.toml", SMALL).unwrap();
        assert_eq!(outline.names.get(&Locale::new("sv")), "T");
        assert_eq!(outline.starts_on, date(2026, 9, 7));
        assert_eq!(outline.time_zone.iana_name(), Some("Europe/Stockholm"));
        assert_eq!(outline.calendar, SendingCalendar::default());
        assert_eq!(outline.reply_within_days, 2);
        assert_eq!(outline.keep_months, 12);
    }

    #[test]
    fn the_templates_are_what_would_be_written_for_them() {
        for ((months, text), meetings) in TEMPLATES.into_iter().zip([5, 8, 10, 13]) {
            let outline = read("template", text).unwrap();
            assert_eq!((outline.months, outline.meetings), (months, meetings));
            assert_eq!(write(&outline), text);
        }
    }

    #[test]
    fn an_empty_file_lacks_five_keys() {
        check(
            "",
            &[
                "1: short_name: this is missing. Add it, as in short_name = \"trainees-2026\"",
                "1: name: this is missing. Add it, as in name = { sv = \"Traineer\", en = \"Trainees\" }",
                "1: start: this is missing. Add it, as in start = \"2026-09-07\"",
                "1: months: this is missing. Add it, as in months = 7",
                "1: meetings: this is missing. Add it, as in meetings = 8",
            ],
        );
    }

    #[test]
    fn a_short_name_can_be_typed() {
        check_line(
            "short_name = \"Trainees 2026\"",
            "short_name: \"Trainees 2026\" can't be typed as a name. Write up to 40 of a–z, 0–9 \
             and -, as in trainees-2026",
        );
    }

    #[test]
    fn a_name_is_one_line_and_not_too_long() {
        check_line(
            "name = { sv = \"a\\nb\" }",
            "name.sv: there is a line break or an invisible character in it. Write it as one line",
        );
        check_line(
            "name = \" \"",
            "name: there is nothing here. Write something, or take the line out",
        );
        check_line(
            "name = {}",
            "name: there is nothing here. Write something, or take the line out",
        );
        check_line(
            &format!("name = {:?}", "å".repeat(101)),
            "name: this is 101 characters long. Shorten it to 100",
        );
    }

    #[test]
    fn a_language_is_a_tag() {
        let told =
            |key| format!("{key}: \"svenska\" is no language. Write its tag, as in sv or en");
        check_line("name = { svenska = \"T\" }", &told("name.svenska"));
        check_line("language = \"svenska\"", &told("language"));
    }

    #[test]
    fn a_start_is_a_date_of_our_age() {
        check_line(
            "start = \"7/9 2026\"",
            "start: \"7/9 2026\" is no date. Write it as year-month-day, as in 2026-09-07",
        );
        check_line(
            "start = \"9999-09-07\"",
            "start: this is beyond the calendar. Write a date nearer to today",
        );
    }

    #[test]
    fn a_programme_lasts_one_to_24_months() {
        check_line("months = 25", "months: 25 doesn't fit. Write a whole number from 1 to 24");
        check_line("months = 0", "months: 0 doesn't fit. Write a whole number from 1 to 24");
        check_line("months = 24", "");
    }

    #[test]
    fn it_has_one_to_60_meetings() {
        check_line("meetings = 61", "meetings: 61 doesn't fit. Write a whole number from 1 to 60");
        check_line("meetings = 60", "");
    }

    #[test]
    fn a_zone_is_a_name() {
        check_line(
            "time_zone = \"Stockholm\"",
            "time_zone: \"Stockholm\" is no time zone. Did you mean Europe/Stockholm?",
        );
    }

    #[test]
    fn rounds_are_a_cron_expression() {
        check_line(
            "nudges = \"0 9 * *\"",
            "nudges: 4 fields instead of five: minute, hour, day of the month, month, weekday; \
             there are no seconds and no year. Write minute, hour, day, month and weekday, as in \
             0 9 * * MON",
        );
    }

    #[test]
    fn a_weekday_has_three_letters() {
        check_calendar(
            "weekdays = [\"mon\", \"tus\"]",
            "weekdays: \"tus\" is not known here. Did you mean tue?",
        );
        check_calendar(
            "weekdays = []",
            "weekdays: there is nothing here. Write something, or take the line out",
        );
    }

    #[test]
    fn hours_begin_before_they_end() {
        let told = "this ends before it begins. Swap from and until, or correct one of them";
        check_calendar("from = \"18.00\"", &format!("from: {told}"));
        check_calendar("until = \"08.00\"", &format!("until: {told}"));
        check_calendar(
            "from = \"half nine\"",
            "from: \"half nine\" is no time of day. Write it as in 08.30",
        );
        check_calendar("from = 10:00:00", "");
    }

    #[test]
    fn the_end_of_the_day_is_written_as_such() {
        let text = format!("{SMALL}[calendar]\nuntil = \"00.00\"\n");
        let written = write(&read("p.toml", &text).unwrap());
        assert!(written.contains("until = \"24.00\""), "{written}");
    }

    #[test]
    fn a_day_is_closed_or_open() {
        check_calendar(
            "red_days = \"clsed\"",
            "red_days: \"clsed\" is not known here. Did you mean closed?",
        );
        check_calendar(
            "bridge_days = \"no\"",
            "bridge_days: \"no\" is not known here. Write one of closed, open",
        );
    }

    #[test]
    fn a_week_has_a_number() {
        check_calendar(
            "closed_weeks = [28, 54]",
            "closed_weeks: 54 doesn't fit. Write a whole number from 1 to 53",
        );
    }

    #[test]
    fn a_calendar_that_is_never_open_is_a_fault() {
        check(
            &format!(
                "{SMALL}[calendar]\nclosed_every_year = [{{ from = \"01-01\", until = \"12-31\" }}]"
            ),
            &["6: calendar: no day of the programme is left to write on. Take something out of \
                 the calendar"],
        );
    }

    #[test]
    fn a_vacation_has_a_beginning_and_an_end() {
        check_calendar(
            "vacations = [{ from = \"2026-10-26\" }]",
            "vacations.until: this is missing. Add it, as in until = \"2026-10-30\"",
        );
        check_calendar(
            "vacations = [{ from = \"2026-10-26\", until = \"2026-10-25\" }]",
            "vacations: this ends before it begins. Swap from and until, or correct one of them",
        );
    }

    #[test]
    fn a_huge_file_is_not_looked_at() {
        let faults = read("p.toml", &"#".repeat(MOST_BYTES + 1)).unwrap_err();
        assert_eq!(faults[0].what, Problem::TooLarge { most_bytes: MOST_BYTES });
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(outline in outlines()) {
            prop_assume!(is_ever_open(&outline));
            prop_assert_eq!(read("p.toml", &write(&outline)), Ok(outline));
        }

        #[test]
        fn nothing_is_read_without_a_fault_or_an_outline(text in "[a-z= \\[\\]{}\"'0-9\n.,#-]{0,200}") {
            if let Err(faults) = read("p.toml", &text) {
                prop_assert!(!faults.is_empty());
            }
        }
    }

    fn outlines() -> impl Strategy<Value = Outline> {
        let zones = ["Europe/Stockholm", "America/New_York", "Asia/Kolkata", "UTC"];
        let crons = ["0 9 * * MON", "30 8 1 * *", "*/15 9-16 * * 1-5"];
        let days = (date(2020, 1, 1), 0..5000i32);
        (
            (
                "[a-z0-9-]{1,40}",
                said(),
                prop::option::of(said()),
                prop::option::of("[a-zåäö\"\\\\]{1,20}"),
            ),
            (days.1, 1..=24u8, 1..=60u8, 1..=14u8, 1..=60u8),
            (prop::sample::select(zones.to_vec()), prop::sample::select(crons.to_vec())),
            (
                calendars(),
                criteria(),
                prop::option::of(recruitments()),
                trainings(),
                gatherings(),
                (checkins(), prop::option::of(evaluations())),
            ),
        )
            .prop_map(
                move |(
                    (slug, names, purpose, target_group),
                    (day, months, meetings, reply, keep_months),
                    (zone, cron),
                    (
                        calendar,
                        matching,
                        recruitment,
                        training,
                        (gatherings, reminders),
                        (checkins, evaluation),
                    ),
                )| {
                    let time_zone = TimeZone::get(zone).unwrap();
                    let asked = recruitment.iter().flat_map(|one: &Recruitment| &one.questions);
                    let asked = asked.filter(|one| one.role.is_none());
                    let asked = asked.filter(|one| one.is_comparable());
                    let answers = asked.zip(1..);
                    let answers = answers
                        .map(|(one, points)| SameAnswer { question: one.key.clone(), points });
                    let matching = Criteria { answers: answers.collect(), ..matching };
                    Outline {
                        slug: slug.parse().unwrap(),
                        names,
                        purpose,
                        target_group,
                        starts_on: days.0.saturating_add(jiff::Span::new().days(day)),
                        months,
                        meetings,
                        nudges: Rounds::parse(cron, time_zone.clone()).unwrap(),
                        time_zone,
                        locale: Locale::new("en"),
                        calendar,
                        reply_within_days: reply,
                        worries_contact: Some("Lotta Lind".to_owned()),
                        keep_months,
                        training,
                        matching,
                        recruitment,
                        gatherings,
                        gathering_reminders: reminders,
                        checkins,
                        evaluation,
                    }
                },
            )
    }

    /// Words in one language or several.
    fn said() -> impl Strategy<Value = Translations> {
        prop::collection::btree_map(
            prop::sample::select(vec!["sv", "en", "fi", "pt-br"]).prop_map(Locale::new),
            "[\\PC&&[^ ]]([\\PC]{0,30}[\\PC&&[^ ]])?".prop_filter("trimmed", |text| {
                // What a template leaves open isn't said.
                let is_open = matches!(text.as_str(), "…" | "...");
                !is_open && text.trim() == text && !text.chars().any(char::is_control)
            }),
            1..4,
        )
        .prop_map(|words| Translations::new(words).unwrap())
    }

    fn checkins() -> impl Strategy<Value = CheckIns> {
        let own = (said(), prop::sample::select(vec![Scale::Agree, Scale::Times]), prop::bool::ANY);
        let own = prop::option::of(own);
        let weeks = prop::sample::subsequence(vec![2_u16, 9, 16, 23], 0..=4);
        (weeks, 2_u8..=30, prop::bool::ANY, 3_u8..=50, own).prop_map(
            |(weeks, open_days, is_shown, threshold, own)| {
                let names = if is_shown { Names::Shown } else { Names::Anonymous };
                let mut questions = CheckIns::default().questions;
                questions.extend(own.map(|(words, scale, is_for_adepts)| checkin::Question {
                    key: "own".to_owned(),
                    role: is_for_adepts.then_some(Role::Adept),
                    asks: Asks::Own { words, scale },
                }));
                questions.sort_by_key(|question| question.scale() == Scale::Words);
                CheckIns { weeks, open_days, names, threshold, questions }
            },
        )
    }

    fn evaluations() -> impl Strategy<Value = Evaluation> {
        (prop::bool::ANY, 0_u8..=12, prop::collection::vec(said(), 0..=8)).prop_map(
            |(has_baseline, follow_up_months, gains)| {
                let standard = Evaluation::default();
                Evaluation { has_baseline, follow_up_months, gains, ..standard }
            },
        )
    }

    fn gatherings() -> impl Strategy<Value = (Vec<Planned>, Vec<Before>)> {
        let roles = vec![None, Some(Role::Mentor), Some(Role::Adept)];
        let plan = (
            said(),
            prop::option::of((0_i32..5000, 0_i8..24, 0_i8..60)),
            (prop::option::of(1_u16..105), 5_u16..2880, prop::option::of(1_u16..10_000)),
            prop::option::of("[a-zåäö\"\\\\]{1,20}"),
            prop::option::of(said()),
            prop::sample::select(roles),
            prop::option::of(0_i64..20),
        );
        let plan = plan.prop_map(
            |(titles, starts, (week, minutes, capacity), place, about, role, ahead)| {
                let day = |days| date(2020, 1, 1).saturating_add(jiff::Span::new().days(days));
                let starts = starts.map(|(days, hour, minute)| day(days).at(hour, minute, 0, 0));
                let before = |ahead: i64| Some(starts?.date().saturating_sub(ahead.days()));
                let answer_by = ahead.and_then(before);
                Plan { titles, starts, week, minutes, place, about, role, capacity, answer_by }
            },
        );
        let keyed = |plans: Vec<Plan>| {
            let keyed = (1..).zip(plans);
            keyed.map(|(nth, plan)| Planned { key: format!("g-{nth}"), plan }).collect()
        };
        let reminders = prop::sample::subsequence(Before::ALL.to_vec(), 0..=3);
        (prop::collection::vec(plan, 0..4).prop_map(keyed), reminders)
    }

    fn trainings() -> impl Strategy<Value = Training> {
        let role = || prop::sample::select(vec![None, Some(Role::Mentor), Some(Role::Leader)]);
        let own = (role(), said(), prop::option::of(said()), prop::bool::ANY).prop_map(
            |(role, words, question, has_link)| Lesson {
                key: String::new(),
                role,
                material: Material::Own {
                    words,
                    link: has_link.then(|| "https://example.org/handbook".to_owned()),
                    question,
                },
            },
        );
        let known =
            (role(), prop::sample::select(Topic::ALL.to_vec())).prop_map(|(role, topic)| Lesson {
                key: topic.as_str().to_owned(),
                role,
                material: Material::Library(topic),
            });
        let lessons = (prop::option::of(known), prop::collection::vec(own, 0..4));
        (1..=30u8, lessons).prop_map(|(every_days, (known, own))| {
            let own = own.into_iter().enumerate();
            let own = own.map(|(nth, lesson)| Lesson { key: format!("own-{nth}"), ..lesson });
            Training { every_days, lessons: known.into_iter().chain(own).collect() }
        })
    }

    fn recruitments() -> impl Strategy<Value = Recruitment> {
        let days = || prop::option::of(0..50i32);
        let role = vec![None, Some(Role::Mentor), Some(Role::Adept)];
        let question = (0..7usize, prop::sample::select(role), said(), options(), prop::bool::ANY);
        let questions = prop::collection::vec(question, 0..5);
        let criteria = prop::collection::vec((said(), 2..=10u8), 0..3);
        let rest = (questions, criteria, 30..=730u16);
        (days(), days(), said(), "[a-z0-9]{1,5}", rest).prop_map(
            |(closes, result, notice, notice_version, rest)| {
                let (questions, criteria, keep_declined_days) = rest;
                let criteria = criteria.into_iter().map(|(words, most)| Criterion { words, most });
                let day = |days| date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
                let questions = questions.into_iter().enumerate();
                Recruitment {
                    closes_on: closes.map(day),
                    result_on: result.map(|days| day(days + 50)),
                    notice,
                    notice_version,
                    criteria: criteria.collect(),
                    keep_declined_days,
                    needs_consent: keep_declined_days % 2 == 0,
                    questions: questions
                        .map(|(number, (kind, role, words, options, is_optional))| Question {
                            key: format!("q-{number}"),
                            role,
                            words,
                            kind: match kind {
                                0 => QuestionKind::Choice(options),
                                1 => QuestionKind::Choices(options),
                                2 => QuestionKind::Text,
                                3 => QuestionKind::Topics,
                                kind => QuestionKind::Number {
                                    least: -5,
                                    most: i64::try_from(kind).unwrap(),
                                },
                            },
                            is_optional,
                        })
                        .collect(),
                }
            },
        )
    }

    fn options() -> impl Strategy<Value = Vec<Translations>> {
        prop::collection::vec(said(), 1..4)
    }

    fn criteria() -> impl Strategy<Value = Criteria> {
        let organisations = vec![SameOrganisation::Allowed, SameOrganisation::Barred];
        (0..=1000u16, 0..=1000u16, prop::sample::select(organisations)).prop_map(
            |(wants_offers, same_city, same_organisation)| Criteria {
                wants_offers,
                same_city,
                same_organisation,
                answers: vec![],
            },
        )
    }

    fn calendars() -> impl Strategy<Value = SendingCalendar> {
        let observance = || {
            prop::bool::ANY
                .prop_map(|closed| if closed { Observance::Observed } else { Observance::Ignored })
        };
        let vacations = prop::collection::vec((0..1000i32, 0..30i32), 0..3);
        let times = (0..1439i16).prop_flat_map(|from| (Just(from), from + 1..=1440i16));
        (
            (1..128u8, times, vacations, prop::bool::ANY),
            (observance(), observance(), observance(), observance()),
            (prop::collection::vec(1..=53i8, 0..5), 0..=600i64),
        )
            .prop_map(
                |((weekdays, (from, until), vacations, christmas), kept, (weeks, spread))| {
                    let time = |minutes: i16| {
                        let minutes = minutes % 1440;
                        let part = |number: i16| i8::try_from(number).unwrap();
                        jiff::civil::time(part(minutes / 60), part(minutes % 60), 0, 0)
                    };
                    let day = |days| date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
                    let once = vacations.into_iter().map(|(first, length)| {
                        ClosedSpan::Once(DateSpan::new(day(first), day(first + length)).unwrap())
                    });
                    let summer = ClosedSpan::EveryYear {
                        first: MonthDay::new(2, 29).unwrap(),
                        last: MonthDay::new(3, 1).unwrap(),
                    };
                    let yearly =
                        if christmas { vec![ClosedSpan::CHRISTMAS, summer] } else { vec![] };
                    let monday_first = jiff::civil::Weekday::Monday.cycle_forward().take(7);
                    SendingCalendar {
                        weekdays: monday_first
                            .enumerate()
                            .filter(|(place, _)| weekdays & (1 << place) != 0)
                            .map(|(_, day)| day)
                            .collect(),
                        hours: Hours::new(time(from), time(until)).unwrap(),
                        red_days: kept.0,
                        free_eves: kept.1,
                        half_day_eves: kept.2,
                        bridge_days: kept.3,
                        closed_weeks: weeks,
                        closed_spans: yearly.into_iter().chain(once).collect(),
                        spread: jiff::SignedDuration::from_mins(spread),
                    }
                },
            )
    }

    /// One line of the calendar, and what is told of it.
    #[track_caller]
    fn check_calendar(line: &str, expected: &str) {
        let expected =
            if expected.is_empty() { vec![] } else { vec![format!("7: calendar.{expected}")] };
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        check(&format!("{SMALL}[calendar]\n{line}\n"), &expected);
    }

    /// One line in the place of that of the same key, and what is told of it.
    #[track_caller]
    fn check_line(line: &str, expected: &str) {
        let key = line.split(' ').next().unwrap();
        let others = SMALL.lines().filter(|other| other.split(' ').next() != Some(key));
        let text: Vec<_> = std::iter::once(line).chain(others).collect();
        let expected = if expected.is_empty() { vec![] } else { vec![format!("1: {expected}")] };
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        check(&text.join("\n"), &expected);
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let faults = read("p.toml", text).err().unwrap_or_default();
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        let expected: Vec<_> = expected.iter().map(|line| format!("p.toml:{line}")).collect();
        assert_eq!(told, expected);
    }
}
