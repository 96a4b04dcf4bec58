//! Every language says the same, and says it well; and what it says is what the code asks for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{DateTime, date};
use mentorskap::{
    domain::{
        command::{Branch, CommandName, Field, ParameterKind, Pointed, read},
        locale::Locale,
        message::{Label, Message, Value},
        permission::Audience,
        role::Role,
        when::{TimeList, normalise},
    },
    l10n::{Entry, OWN_KEYS, Part, Phrase, Words, check, embedded, kebab, key},
};

use crate::support::samples::samples;

/// Keys that the code asks for by name, besides those of messages, commands, times and roles.
const ASKED_BY_NAME: [&str; 21] = [
    "words-and",
    "words-as",
    "words-at",
    "words-human",
    "words-thanks",
    "words-from",
    "words-every",
    "words-every-second",
    "words-every-third",
    "words-every-fourth",
    "words-times",
    "words-off",
    "words-everybody",
    "gathering-edits",
    "example-time",
    "language-names",
    "yes",
    "no",
    "moment-alone",
    "day-alone",
    "time-alone",
];

/// When the examples are typed: a Monday, so that no weekday has passed.
const NOW: DateTime = date(2026, 3, 2).at(9, 0, 0, 0);

#[test]
fn every_language_says_the_same_and_says_it_well() {
    let flaws: Vec<_> = check(&embedded()).iter().map(ToString::to_string).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

#[test]
fn every_message_has_words_for_all_it_shows_and_for_its_buttons() {
    let mut wrong = vec![];
    for (language, entries) in languages() {
        for (_, _, message) in samples() {
            let key = key(&message);
            let Some(entry) = entries.get(&key) else {
                wrong.push(format!("{language}: there is no {key}"));
                continue;
            };
            let Some(text) = &entry.text else {
                wrong.push(format!("{language}: {key} has no text"));
                continue;
            };
            let known = names(&message.values());
            for unknown in variables(text, &entries).difference(&known) {
                wrong.push(format!("{language}: {key} never gets ${unknown}"));
            }
            let labels = labels(&message);
            let wanted: BTreeSet<_> = labels.keys().collect();
            let there: BTreeSet<_> = entry.attributes.keys().collect();
            if wanted != there {
                wrong.push(format!("{language}: {key} has {there:?} and needs {wanted:?}"));
            }
            for (label, known) in &labels {
                let Some(part) = entry.attributes.get(label) else { continue };
                for unknown in variables(part, &entries).difference(known) {
                    wrong.push(format!("{language}: {key}.{label} never gets ${unknown}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_words_are_kept_that_nothing_asks_for() {
    let mut asked: BTreeSet<String> = samples().map(|(_, _, message)| key(&message)).collect();
    asked.extend(OWN_KEYS.iter().chain(&ASKED_BY_NAME).map(|key| (*key).to_owned()));
    asked.extend(CommandName::ALL.iter().map(|name| format!("command-{}", name.key())));
    asked.extend(TimeList::ALL.iter().map(|list| format!("times-{}", list.key())));
    asked.extend(Field::ALL.iter().map(|field| format!("words-field-{}", field.key())));
    asked.extend(Role::ALL.iter().map(|role| format!("role-{}", role.as_str())));
    asked.extend(asked_by_menus());
    for (language, entries) in languages() {
        let referred: BTreeSet<_> = entries.values().flat_map(parts).flat_map(references).collect();
        let unused: Vec<_> = entries
            .keys()
            .filter(|key| !asked.contains(*key) && !referred.contains(*key))
            .filter(|key| !is_said_by_the_demo(key))
            .collect();
        assert!(unused.is_empty(), "{language}: {unused:?}");
        let missing: Vec<_> = asked.iter().filter(|key| !entries.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

/// The keys of what commands in a menu are put together from.
fn asked_by_menus() -> BTreeSet<String> {
    let roots = Audience::ALL.map(|audience| format!("root-{}", audience.key()));
    let pointed = Pointed::ALL.map(|pointed| format!("pointed-{}", pointed.key()));
    let parameters = ParameterKind::ALL.iter().map(|kind| format!("parameter-{}", kind.key()));
    let catalogue = words().catalogue();
    let branches = catalogue.roots.iter().flat_map(|root| &root.branches);
    let groups = branches.filter_map(|branch| match branch {
        Branch::Group { key, .. } => Some(format!("group-{key}")),
        Branch::Leaf(_) => None,
    });
    let keys = roots.into_iter().chain(pointed).chain(parameters).chain(groups);
    keys.map(|key| format!("slash-{key}")).collect()
}

/// Whether the demo says it: it names its words where it says them.
fn is_said_by_the_demo(key: &str) -> bool {
    const DEMO: [&str; 2] =
        [include_str!("../../src/cli/demo.rs"), include_str!("../../src/cli/demo/line.rs")];
    key.starts_with("demo-") && DEMO.iter().any(|source| source.contains(&format!("\"{key}\"")))
}

// --- What people type ------------------------------------------------------------------------------

#[test]
fn no_words_stand_for_two_commands() {
    let lexicon = words().lexicon();
    assert_eq!(lexicon.vocabulary.conflicts(), []);
}

#[test]
fn every_command_is_understood_as_it_is_explained() {
    each_command(|locale, name| {
        let usage = words().of_command(locale, name, "usage");
        let spoken = words().lexicon().vocabulary.recognise(&usage);
        let spoken = spoken.unwrap_or_else(|_| panic!("{locale}: {usage}"));
        assert_eq!(spoken.name, name, "{locale}: {usage}");
        let rest = spoken.rest.chars().next();
        let is_placeholder = rest.is_none_or(|first| first.is_uppercase() || first == '[');
        assert!(is_placeholder, "{locale}: what is {:?} in {usage}?", spoken.rest);
    });
}

#[test]
fn every_command_is_understood_as_the_bot_itself_puts_it() {
    each_command(|locale, name| {
        let verb = words().of_command(locale, name, "verb");
        let spoken = words().lexicon().vocabulary.recognise(&verb).unwrap();
        assert_eq!((spoken.name, spoken.rest.as_str()), (name, ""), "{locale}: {verb}");
        let phrases = words().list(locale, &format!("command-{}", name.key()));
        assert_eq!(phrases.first().map(|phrase| normalise(phrase)), Some(normalise(&verb)));
    });
}

#[test]
fn every_example_works_as_it_stands() {
    each_command(|locale, name| {
        let example = words().of_command(locale, name, "example");
        let lexicon = words().lexicon();
        let spoken = lexicon.vocabulary.recognise(&example);
        let spoken = spoken.unwrap_or_else(|_| panic!("{locale}: {example}"));
        assert_eq!(spoken.name, name, "{locale}: {example}");
        if let Err(misread) = read(&spoken, &lexicon, NOW) {
            panic!("{locale}: {example}: {misread:?}");
        }
    });
}

/// All phrases, of every language: none hides behind another that is recognised first.
#[test]
fn every_phrase_means_its_command() {
    let lexicon = words().lexicon();
    each_command(|locale, name| {
        for phrase in words().list(locale, &format!("command-{}", name.key())) {
            let spoken = lexicon.vocabulary.recognise(&phrase);
            let spoken = spoken.unwrap_or_else(|_| panic!("{locale}: {phrase}"));
            assert_eq!((spoken.name, spoken.rest.as_str()), (name, ""), "{locale}: {phrase}");
        }
    });
}

fn each_command(check: impl Fn(&Locale, CommandName)) {
    for locale in words().locales() {
        for name in CommandName::ALL {
            check(locale, *name);
        }
    }
}

// --- What people see -------------------------------------------------------------------------------

#[test]
fn no_message_shows_what_is_behind_it() {
    for locale in words().locales() {
        let unsayable = words().text(locale, &Phrase::new("unsayable"));
        for (_, _, message) in samples() {
            let document = words().say(locale, &message);
            let key = key(&message);
            let labels = document.buttons.iter().map(|button| button.label.clone());
            for shown in labels.chain([document.plain(), words().line(locale, &message)]) {
                let here = format!("{locale}: {key}: {shown:?}");
                assert!(!shown.trim().is_empty(), "{here} is empty");
                for sign in ["{", "}", "$", "…", "\u{2068}", "\u{2069}", key.as_str()] {
                    assert!(!shown.contains(sign), "{here} shows {sign}");
                }
                assert!(!shown.contains(&unsayable), "{here} can't be said");
                assert!(!shown.chars().any(is_private), "{here} shows a mark of ours");
            }
        }
    }
}

/// What every language leaves out, no language can say: a value that nobody shows is a value too
/// much, unless it is only for the buttons.
#[test]
fn every_value_is_shown_somewhere() {
    let languages = languages();
    for (_, _, message) in samples() {
        let entry = &languages["en"][&key(&message)];
        let text = variables(entry.text.as_ref().unwrap(), &languages["en"]);
        let unshown: Vec<_> = names(&message.values()).difference(&text).cloned().collect();
        let offered = message.offers().len();
        assert!(unshown.is_empty() || offered > 0, "{} never shows {unshown:?}", key(&message));
    }
}

/// The characters that Unicode leaves to us, which mark people's own words while they are set.
fn is_private(c: char) -> bool {
    matches!(u32::from(c), 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff)
}

// --- Reading the files -----------------------------------------------------------------------------

thread_local! {
    static WORDS: &'static Words = Box::leak(Box::new(Words::load(None).unwrap()));
}

fn words() -> &'static Words {
    WORDS.with(|words| *words)
}

type Entries = BTreeMap<String, Entry>;

/// What the files say, by language and key.
fn languages() -> BTreeMap<String, Entries> {
    let mut languages = BTreeMap::<String, Entries>::new();
    for file in embedded() {
        let (entries, flaws) = file.entries();
        assert!(flaws.is_empty(), "{flaws:?}");
        let known = languages.entry(file.language.clone()).or_default();
        known.extend(entries.into_iter().map(|entry| (entry.key.clone(), entry)));
    }
    assert!(languages.len() >= 2);
    languages
}

fn parts(entry: &Entry) -> impl Iterator<Item = &Part> {
    entry.text.iter().chain(entry.attributes.values())
}

fn references(part: &Part) -> impl Iterator<Item = String> {
    part.contents.references.iter().map(|(key, _)| key.clone())
}

/// The variables of a text, those of what it refers to included.
fn variables(part: &Part, entries: &Entries) -> BTreeSet<String> {
    let mut variables = part.contents.variables.clone();
    for key in references(part) {
        let texts = entries.get(&key).into_iter().filter_map(|entry| entry.text.as_ref());
        variables.extend(texts.flat_map(|text| text.contents.variables.clone()));
    }
    variables
}

/// The names of the values that can be shown, as the files spell them.
fn names(values: &[(&'static str, Value)]) -> BTreeSet<String> {
    let is_shown = |value: &Value| !matches!(value, Value::Hidden | Value::File(_));
    values.iter().filter(|(_, value)| is_shown(value)).map(|(name, _)| kebab(name)).collect()
}

/// The attributes that label a message's buttons, and what each of them may name.
fn labels(message: &Message) -> BTreeMap<String, BTreeSet<String>> {
    let labels = message.offers().into_iter().filter_map(|offer| match offer.label {
        Label::Attribute(name, values) => Some((kebab(name), names(&values))),
        Label::Words(_) => None,
    });
    labels.collect()
}
