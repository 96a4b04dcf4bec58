use std::fs;

use jiff::civil::{date, time};
use tempfile::TempDir;

use super::*;
use crate::document::Span;

fn file(language: &str, source: &str) -> LocaleFile {
    let path = format!("{language}/tests.ftl");
    LocaleFile { language: language.to_owned(), path, source: source.to_owned() }
}

/// The words that come with the bot, and these messages.
fn words(en: &str, sv: &str) -> Words {
    let mut files = embedded();
    files.extend([file("en", en), file("sv", sv)]);
    Words::of(&files, &[]).unwrap()
}

/// What `arg` looks like in Swedish and in English.
#[track_caller]
fn check_arg(arg: Arg, sv: &str, en: &str) {
    let words = words("said = { $it }", "said = { $it }");
    let phrase = Phrase::new("said").with("it", arg);
    assert_eq!(words.text(&Locale::new("sv"), &phrase), sv);
    assert_eq!(words.text(&Locale::new("en"), &phrase), en);
}

/// What `source` looks like in English if `$it` is `arg`.
#[track_caller]
fn check_text(source: &str, arg: Arg, expected: &str) {
    let words = words(&format!("said = {source}"), "");
    let phrase = Phrase::new("said").with("it", arg);
    assert_eq!(words.text(&Locale::new("en"), &phrase), expected);
}

#[track_caller]
fn check_choice(wanted: &str, chosen: &str) {
    let words = Words::load(None).unwrap();
    assert_eq!(words.choose(&Locale::new(wanted)).as_str(), chosen);
}

#[test]
fn the_files_that_come_along_are_without_flaws() {
    let flaws: Vec<_> = check(&embedded()).iter().map(ToString::to_string).collect();
    assert_eq!(flaws, Vec::<String>::new());
}

#[test]
fn the_messages_of_the_engine_itself_are_there() {
    let files = embedded();
    let (entries, _): (Vec<_>, Vec<_>) = files.iter().map(LocaleFile::entries).unzip();
    let keys: Vec<_> = entries.into_iter().flatten().map(|entry| entry.key).collect();
    for key in OWN_KEYS {
        assert!(keys.iter().any(|found| found == key), "{key}");
    }
}

#[test]
fn words_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Words::load(None).unwrap());
}

#[test]
fn a_known_language_is_spoken() {
    check_choice("sv", "sv");
    check_choice("EN", "en");
}

#[test]
fn a_region_falls_back_to_its_language() {
    check_choice("sv-FI", "sv");
    check_choice("en_US", "en");
}

#[test]
fn an_unknown_language_falls_back_to_the_default() {
    check_choice("tlh", "en");
    check_choice("", "en");
    check_choice("å-ä", "en");
}

#[test]
fn days_are_written_out() {
    check_arg(Arg::Day(date(2026, 3, 3)), "tisdag 3 mars 2026", "Tuesday 3 March 2026");
    check_arg(Arg::ShortDay(date(2026, 10, 25)), "25 oktober", "25 October");
}

#[test]
fn times_have_two_digits_each() {
    check_arg(Arg::Time(time(9, 5, 0, 0)), "kl. 09.05", "09:05");
}

#[test]
fn moments_have_day_and_time() {
    check_arg(
        Arg::Clock(date(2026, 3, 3).at(13, 30, 0, 0)),
        "tisdag 3 mars 2026 kl. 13.30",
        "Tuesday 3 March 2026, 13:30",
    );
}

#[test]
fn hours_have_an_en_dash() {
    let hours = Arg::Hours(time(13, 0, 0, 0), time(14, 30, 0, 0));
    check_arg(hours, "kl. 13.00–14.30", "13:00–14:30");
}

#[test]
fn stamps_are_short() {
    let stamp = Arg::Stamp(date(2026, 3, 2).at(9, 0, 0, 0));
    check_arg(stamp, "2026-03-02 09.00", "2026-03-02 09:00");
}

#[test]
fn numbers_are_grouped() {
    check_arg(Arg::Number(1_234_567), "1\u{a0}234\u{a0}567", "1,234,567");
    check_arg(Arg::Number(-3), "−3", "-3");
}

#[test]
fn decimals_are_kept() {
    check_arg(Arg::Decimal { digits: 34, places: 1 }, "3,4", "3.4");
    check_arg(Arg::Decimal { digits: 400, places: 2 }, "4,00", "4.00");
    check_arg(Arg::Decimal { digits: -5, places: 1 }, "−0,5", "-0.5");
    check_arg(Arg::Decimal { digits: 1234, places: 0 }, "1\u{a0}234", "1,234");
}

#[test]
fn lists_end_with_and() {
    let names = ["Åsa", "Bo", "Carl **C**"].map(str::to_owned).to_vec();
    check_arg(Arg::List(names), "Åsa, Bo och Carl **C**", "Åsa, Bo and Carl **C**");
}

#[test]
fn other_messages_are_said_in_the_same_language() {
    let words =
        words("said = So: { $it }\nhi = **Hi** { $it }", "said = Så: { $it }\nhi = Hej { $it }");
    let hi = Phrase::new("hi").with("it", Arg::Number(1000));
    let both = Phrase::new("said").with("it", Arg::Phrases(vec![hi.clone(), hi.clone()]));
    let said = |tag, phrase: &Phrase| words.text(&Locale::new(tag), phrase);
    assert_eq!(said("sv", &Phrase::new("said").with("it", hi.into())), "Så: Hej 1\u{a0}000");
    assert_eq!(said("sv", &both), "Så: Hej 1\u{a0}000 och Hej 1\u{a0}000");
    assert_eq!(said("en", &both), "So: Hi 1,000 and Hi 1,000");
}

#[test]
fn sentences_follow_one_another_without_and() {
    let words = words("said = { $it } Bye.\nhi = Hi.", "");
    let hi = Arg::Phrases(vec![Phrase::new("hi"), Phrase::new("hi")]);
    let said = words.text(&Locale::new("en"), &Phrase::new("said").with("it", hi));
    assert_eq!(said, "Hi. Hi. Bye.");
}

#[test]
fn phrases_alone_are_a_list() {
    let words = words("said =\n    Now:\n\n    { $it }\nhi = Hi { $it }", "");
    let hi = Phrase::new("hi").with("it", Arg::Text("**Bo**\nAk".into()));
    let said = Phrase::new("said").with("it", Arg::Phrases(vec![hi.clone(), hi]));
    let point = vec![Span::Text("Hi **Bo** Ak".to_owned())];
    assert_eq!(
        words.blocks(&Locale::new("en"), &said),
        [
            Block::Paragraph(vec![Span::Text("Now:".to_owned())]),
            Block::List(vec![point.clone(), point]),
        ]
    );
}

#[test]
fn a_number_selects_a_plural() {
    let source = "{ $it ->\n    [0] none\n    [one] { $it } day\n   *[other] { $it } days\n }";
    check_text(source, Arg::Number(0), "none");
    check_text(source, Arg::Number(1), "1 day");
    check_text(source, Arg::Number(1200), "1,200 days");
    check_text(source, Arg::Decimal { digits: 10, places: 1 }, "1.0 days");
}

#[test]
fn a_word_selects_a_variant() {
    let source = "{ $it ->\n    [mentor] yes\n   *[other] no\n }";
    check_text(source, Arg::Word("mentor".into()), "yes");
    check_text(source, Arg::Text("mentor".into()), "no");
}

#[test]
fn peoples_words_are_never_placeholders() {
    check_text("{ $it }", Arg::Text("{ $it } \u{10ff02}x".into()), "{ $it } x");
}

#[test]
fn what_is_missing_is_said_in_the_default_language() {
    let words = words("a = A { $n }\n    .yes = Yes", "a = { $m }");
    let a = Phrase::new("a").with("n", Arg::Number(1000));
    assert_eq!(words.text(&Locale::new("sv"), &a), "A 1,000");
    assert_eq!(words.label(&Locale::new("sv"), "a", "yes", &[]), "Yes");
}

#[test]
fn what_is_missing_everywhere_is_said_in_a_neutral_sentence() {
    let (words, sv) = (words("a = { $n }", ""), Locale::new("sv"));
    let neutral = "Det här meddelandet går inte att visa just nu.";
    assert_eq!(words.text(&sv, &Phrase::new("a")), neutral);
    assert_eq!(words.text(&sv, &Phrase::new("b")), neutral);
    assert_eq!(words.label(&sv, "a", "yes", &[]), "…");
    let nothing = Words::of(&[], &[]).unwrap();
    assert_eq!(nothing.text(&sv, &Phrase::new("a")), "This message can't be shown right now.");
}

#[test]
fn a_list_of_words_is_split() {
    let words = words("book = book | plan a meeting |", "");
    assert_eq!(words.list(&Locale::new("en"), "book"), ["book", "plan a meeting"]);
}

#[test]
fn a_list_that_is_missing_is_empty() {
    assert_eq!(words("", "").list(&Locale::new("en"), "book"), Vec::<String>::new());
}

#[test]
fn an_installation_puts_a_message_differently() {
    let folder = overrides("fi", "time = klo { $clock }");
    let refused = Words::load(Some(folder.path())).err().unwrap().to_string();
    assert!(refused.contains("is missing in `fi`"), "{refused}");

    let folder = overrides("en", "time = at { $clock }\nconventions = en-US");
    let words = Words::load(Some(folder.path())).unwrap();
    let moment = Arg::Clock(date(2026, 3, 3).at(13, 30, 0, 0));
    let said = Phrase::new("moment").with("day", moment).with("time", Arg::Word("now".into()));
    let said = words.text(&Locale::new("en"), &said);
    assert_eq!(said, "Tuesday March 3, 2026, at 13:30, now");
}

#[test]
fn a_broken_override_is_named_with_its_line() {
    let folder = overrides("en", "time = { $clock }\nday = { $date");
    let refused = Words::load(Some(folder.path())).err().unwrap().to_string();
    let refused = refused.replace(&folder.path().display().to_string(), "<overrides>");
    assert_eq!(
        refused,
        "<overrides>/en/ours.ftl:2: Expected a token starting with \"}\". Write it as in the locale files that come with the bot"
    );
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let refused = Words::load(Some(Path::new("/nowhere/at/all"))).err().unwrap();
    assert_eq!(refused.to_string(), "/nowhere/at/all cannot be read");
}

fn overrides(language: &str, source: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join(language)).unwrap();
    fs::write(folder.path().join(language).join("ours.ftl"), source).unwrap();
    folder
}
