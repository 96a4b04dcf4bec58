//! Whether the locale files say the same in every language, and say it so that it can be shown.
//! Fluent itself is content with much less: it shows a key or a variable's name where words are
//! missing.

use std::collections::{BTreeMap, BTreeSet};

use super::{DEFAULT, Entry, Flaw, LocaleFile, Part, catalogue::Catalogue, flaw::did_you_mean};

/// What is wrong with `files`, which should be all there are in every language.
pub fn check(files: &[LocaleFile]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let catalogue = Catalogue::read(files, &mut flaws);
    catalogue.inspect(|_| true, &mut flaws);
    for language in catalogue.languages.keys() {
        catalogue.compare(language, &mut flaws);
    }
    sorted(flaws)
}

/// What is wrong with `overrides`, which replace single messages of `originals`, or add a whole
/// language to them.
pub fn check_overrides(overrides: &[LocaleFile], originals: &[LocaleFile]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let known = Catalogue::read(originals, &mut Vec::new());
    let ours = Catalogue::read(overrides, &mut flaws);
    let mut merged = known.clone();
    for (language, entries) in &ours.languages {
        merged.languages.entry(language.clone()).or_default().extend(entries.clone());
    }
    let paths: BTreeSet<_> = overrides.iter().map(|file| file.path.as_str()).collect();
    merged.inspect(|entry| paths.contains(entry.path.as_str()), &mut flaws);
    for (language, entries) in &ours.languages {
        let Some(originals) = known.languages.get(language) else {
            merged.compare(language, &mut flaws);
            continue;
        };
        for entry in entries.values() {
            match originals.get(&entry.key) {
                Some(original) => {
                    let known = Side { catalogue: &known, language, entry: original };
                    let ours = Side { catalogue: &merged, language, entry };
                    ours.stands_for(&known, Parity::AtMost, &mut flaws);
                }
                // Nobody but the file itself asks for a term.
                None if entry.key.starts_with('-') => {}
                None => {
                    let what = format!("there is no message `{}`", entry.key);
                    let keys = originals.keys().map(String::as_str);
                    let cure = did_you_mean(&entry.key, keys, "Take it out");
                    flaws.push(entry.fault(what, &cure));
                }
            }
        }
    }
    sorted(flaws)
}

impl Catalogue {
    /// Whether `language` says what the default language says.
    fn compare(&self, language: &str, flaws: &mut Vec<Flaw>) {
        let nothing = BTreeMap::new();
        let reference = self.languages.get(DEFAULT).unwrap_or(&nothing);
        let entries = self.languages.get(language).unwrap_or(&nothing);
        for (key, original) in reference.iter().filter(|(key, _)| !key.starts_with('-')) {
            let Some(entry) = entries.get(key) else {
                let what = format!("`{key}` is missing in `{language}`");
                flaws.push(original.fault(what, "Translate it there"));
                continue;
            };
            let original = Side { catalogue: self, language: DEFAULT, entry: original };
            let side = Side { catalogue: self, language, entry };
            side.stands_for(&original, Parity::Same, flaws);
        }
        for (key, entry) in entries.iter().filter(|(key, _)| !key.starts_with('-')) {
            if !reference.contains_key(key) {
                let what = format!("there is no `{key}` in `{DEFAULT}`");
                let keys = reference.keys().map(String::as_str);
                flaws.push(entry.fault(what, &did_you_mean(key, keys, "Take it out")));
            }
        }
    }
}

fn sorted(mut flaws: Vec<Flaw>) -> Vec<Flaw> {
    flaws.sort_by(|a, b| (&a.path, a.line, &a.what).cmp(&(&b.path, b.line, &b.what)));
    flaws.dedup();
    flaws
}

/// How the variables of two texts have to agree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parity {
    /// Those who wrote a message for several languages use the same.
    Same,
    /// Those who replace one may say less.
    AtMost,
}

/// An entry, and what it may take in.
struct Side<'a> {
    catalogue: &'a Catalogue,
    language: &'a str,
    entry: &'a Entry,
}

impl Side<'_> {
    /// Whether this can stand wherever `original` stands.
    fn stands_for(&self, original: &Side<'_>, parity: Parity, flaws: &mut Vec<Flaw>) {
        let Entry { key, text, attributes, .. } = self.entry;
        if let (Some(part), Some(other)) = (text, &original.entry.text) {
            self.agree(part, original, other, parity, flaws);
        }
        if !attributes.keys().eq(original.entry.attributes.keys()) {
            let needed: Vec<_> =
                original.entry.attributes.keys().map(|name| format!(".{name}")).collect();
            let needed = if needed.is_empty() { "none".to_owned() } else { needed.join(", ") };
            let what = format!("`{key}` needs these labels: {needed}");
            flaws.push(self.entry.fault(what, "Write just those"));
        }
        for (name, part) in attributes {
            if let Some(other) = original.entry.attributes.get(name) {
                self.agree(part, original, other, parity, flaws);
            }
        }
    }

    fn agree(
        &self,
        part: &Part,
        original: &Side<'_>,
        other: &Part,
        parity: Parity,
        flaws: &mut Vec<Flaw>,
    ) {
        let key = &self.entry.key;
        let ours = self.catalogue.variables(self.language, part);
        let theirs = original.catalogue.variables(original.language, other);
        for variable in ours.difference(&theirs) {
            let what = format!("`{key}` knows no variable `${variable}`");
            let cure = match theirs.iter().copied().collect::<Vec<_>>().as_slice() {
                [] => "Take it out".to_owned(),
                known => {
                    let known = known.iter().map(|name| format!("`${name}`"));
                    format!("It knows {}", known.collect::<Vec<_>>().join(", "))
                }
            };
            flaws.push(self.entry.fault_at(part, what, &cure));
        }
        if parity == Parity::Same {
            for variable in theirs.difference(&ours) {
                let what = format!("`{key}` doesn't use `${variable}`");
                let cure = format!("Put {{ ${variable} }} where it belongs");
                flaws.push(self.entry.fault_at(part, what, &cure));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Kind, *};

    fn file(language: &str, source: &str) -> LocaleFile {
        let (language, path) = (language.to_owned(), format!("{language}/a.ftl"));
        LocaleFile { language, path, source: source.to_owned() }
    }

    fn shown(flaws: &[Flaw]) -> Vec<String> {
        let shown = |flaw: &Flaw| format!("{}:{}: {}", flaw.path, flaw.line, flaw.what);
        flaws.iter().map(shown).collect()
    }

    #[track_caller]
    fn check_one(en: &str, expected: &[&str]) {
        assert_eq!(shown(&check(&[file("en", en)])), expected);
    }

    #[track_caller]
    fn check_two(en: &str, sv: &str, expected: &[&str]) {
        assert_eq!(shown(&check(&[file("en", en), file("sv", sv)])), expected);
    }

    const ORIGINAL: &str = "noted = Noted.\nasked = { $name } asks\n    .yes = Yes\n-bot = Bot\n";

    #[track_caller]
    fn check_override(language: &str, source: &str, expected: &[&str]) {
        let flaws = check_overrides(&[file(language, source)], &[file("en", ORIGINAL)]);
        assert_eq!(shown(&flaws), expected);
    }

    #[test]
    fn the_same_in_two_languages_is_fine() {
        check_two(
            "a = { $n } { -bot }\n    .yes = Yes\n-bot = Bot",
            "-robot = Robot\na = { -robot }: { $n ->\n    [one] en\n   *[other] { $n }\n  }\n    .yes = Ja",
            &[],
        );
    }

    #[test]
    fn a_key_is_in_every_language() {
        check_two("a = A\nb = B", "a = A", &["en/a.ftl:2: `b` is missing in `sv`"]);
        check_two("a = A", "a = A\n\nb = B", &["sv/a.ftl:3: there is no `b` in `en`"]);
    }

    #[test]
    fn labels_are_the_same() {
        check_two("a = A\n    .yes = Y", "a = A", &["sv/a.ftl:1: `a` needs these labels: .yes"]);
        check_two("a = A", "a = A\n    .yes = Y", &["sv/a.ftl:1: `a` needs these labels: none"]);
    }

    #[test]
    fn variables_are_the_same() {
        check_two(
            "a = { $n }",
            "a = { $m }",
            &["sv/a.ftl:1: `a` doesn't use `$n`", "sv/a.ftl:1: `a` knows no variable `$m`"],
        );
    }

    #[test]
    fn a_label_has_its_own_variables() {
        check_two(
            "a = { $n }\n    .yes = Y",
            "a = { $n }\n    .yes = { $n }",
            &["sv/a.ftl:2: `a` knows no variable `$n`"],
        );
    }

    #[test]
    fn variables_may_come_by_way_of_another_message() {
        check_two("a = { $n }\nb = { $n }", "a = { $n }\nb = { a }", &[]);
    }

    #[test]
    fn every_syntax_error_is_named_with_its_line() {
        check_one(
            "a = { $n\nb = B\nc",
            &[
                "en/a.ftl:1: Expected a token starting with \"}\"",
                "en/a.ftl:3: Expected a token starting with \"=\"",
            ],
        );
    }

    #[test]
    fn a_star_at_the_start_of_a_line_is_explained() {
        check_one(
            "a =\n    Well,\n    **A**",
            &["en/a.ftl:3: a line cannot start with `*`: put { \"\" } before it"],
        );
        check_one(
            "a =\n    **A**",
            &["en/a.ftl:2: a line cannot start with `*`: put { \"\" } before it"],
        );
    }

    #[test]
    fn a_key_is_there_once() {
        check_one("a = A\na = B", &["en/a.ftl:2: `a` stands in en/a.ftl:1 already"]);
    }

    #[test]
    fn every_text_says_something() {
        check_one(
            "a = { \"\" }\nb =\n    .yes = Y",
            &["en/a.ftl:1: `a` says nothing", "en/a.ftl:2: `b` has no text"],
        );
    }

    #[test]
    fn what_is_referred_to_is_there() {
        check_one(
            "a = { b } { -c } { d.e }\nd = D",
            &[
                "en/a.ftl:1: there is no `-c`",
                "en/a.ftl:1: there is no `b`",
                "en/a.ftl:1: there is no `d.e`",
            ],
        );
    }

    #[test]
    fn nothing_stands_inside_itself() {
        check_one(
            "a = { b }\nb = { a }",
            &["en/a.ftl:1: `a` stands inside itself", "en/a.ftl:2: `b` stands inside itself"],
        );
    }

    #[test]
    fn a_term_has_no_variables() {
        check_one("-a = { $n }", &["en/a.ftl:1: the term `-a` cannot have variables"]);
    }

    #[test]
    fn there_are_no_functions() {
        check_one("a = { NUMBER($n) }", &["en/a.ftl:1: there is no function NUMBER"]);
    }

    #[test]
    fn a_folder_is_a_language() {
        assert_eq!(
            shown(&check(&[file("old stuff", "a = A")])),
            ["old stuff/a.ftl:1: `old stuff` is no language",]
        );
    }

    #[test]
    fn conventions_are_a_tag() {
        check_one("conventions = British", &[]);
        check_one(
            "conventions = as in Britain",
            &["en/a.ftl:1: `conventions` is a language and a region, such as en-GB"],
        );
    }

    #[test]
    fn words_of_a_menu_are_words() {
        let refused = |key: &str| format!("en/a.ftl:{key}` can't be shown in a menu");
        check_one("command-a = a\n    .slash = meeting call-off\nslash-root-a = don't", &[]);
        for slash in ["Meeting", "meeting call off", "meeting.", "{ $n }", &"å".repeat(33)] {
            check_one(
                &format!("command-a = a\n    .slash = {slash}"),
                &[&refused("2: `command-a")],
            );
        }
        check_one("slash-parameter-a = two words", &[&refused("1: `slash-parameter-a")]);
    }

    #[test]
    fn our_own_marks_are_reserved() {
        check_one(
            "a = A\nb = \u{10ff00}",
            &["en/a.ftl:2: a character that is reserved for marks of ours"],
        );
    }

    #[test]
    fn style_is_a_flaw_of_another_kind() {
        let flaws = check(&[file("en", "a = A!!")]);
        assert_eq!(shown(&flaws), ["en/a.ftl:1: `a`: one exclamation mark is enough"]);
        assert_eq!(flaws[0].kind, Kind::Style);
    }

    #[test]
    fn a_message_can_be_put_differently() {
        check_override("en", "noted = Cheers!\nasked = Well\n    .yes = Yes", &[]);
        check_override("en", "-bot = Robot\n-we = We\nnoted = { -we } and { -bot }", &[]);
    }

    #[test]
    fn an_override_replaces_something() {
        check_override("en", "notted = Cheers!", &["en/a.ftl:1: there is no message `notted`"]);
    }

    #[test]
    fn an_override_knows_the_variables_of_what_it_replaces() {
        check_override(
            "en",
            "noted = { $name }",
            &["en/a.ftl:1: `noted` knows no variable `$name`"],
        );
        check_override(
            "en",
            "noted = { asked }",
            &["en/a.ftl:1: `noted` knows no variable `$name`"],
        );
    }

    #[test]
    fn what_is_wrong_ends_with_what_to_do() {
        check_cure("notted = Cheers!", "there is no message `notted`. Did you mean `noted`?");
        check_cure("price = Cheers!", "there is no message `price`. Take it out");
        check_cure("noted = { $name }", "`noted` knows no variable `$name`. Take it out");
        check_cure(
            "asked = { $nam }\n    .yes = Yes",
            "`asked` knows no variable `$nam`. It knows `$name`",
        );
        check_cure("asked = Well", "`asked` needs these labels: .yes. Write just those");
    }

    #[track_caller]
    fn check_cure(source: &str, expected: &str) {
        let flaws = check_overrides(&[file("en", source)], &[file("en", ORIGINAL)]);
        let told: Vec<_> = flaws.iter().map(ToString::to_string).collect();
        assert_eq!(told, [format!("en/a.ftl:1: {expected}")]);
    }

    #[test]
    fn an_override_keeps_text_and_labels() {
        check_override("en", "asked =\n    .yes = Yes", &["en/a.ftl:1: `asked` has no text"]);
        check_override("en", "asked = Well", &["en/a.ftl:1: `asked` needs these labels: .yes"]);
    }

    #[test]
    fn a_new_language_is_whole() {
        check_override("fi", "noted = Selvä.", &["en/a.ftl:2: `asked` is missing in `fi`"]);
        check_override("fi", "noted = Selvä.\nasked = { $name }\n    .yes = Joo", &[]);
    }

    #[test]
    fn the_originals_are_not_judged_with_an_override() {
        let originals = [file("en", "a = { b }\nc = C!!")];
        assert_eq!(
            check_overrides(&[LocaleFile { path: "x".into(), ..file("en", "c = D") }], &originals),
            []
        );
    }
}
