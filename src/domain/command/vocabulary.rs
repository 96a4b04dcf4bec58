//! Which words stand for which command, in all languages at once.

use std::collections::BTreeMap;

use strsim::osa_distance;

use super::CommandName;
use crate::domain::when::normalise;

/// The words for every command, in every language that the bot speaks.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    phrases: BTreeMap<Vec<String>, CommandName>,
    shown: Vec<Shown>,
}

/// A phrase as it stands in the locale files.
#[derive(Debug, Clone)]
struct Shown {
    phrase: String,
    name: CommandName,
    /// Whether the bot itself says it so.
    is_first: bool,
}

/// A command that was recognised, and what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Which command.
    pub name: CommandName,
    /// What follows, as it was typed.
    pub rest: String,
    /// Whom it is about: the last word, if that begins with @.
    pub about: Option<String>,
    /// In which programme: the last word, if that begins with #.
    pub programme: Option<String>,
}

impl Spoken {
    /// The command as somebody could have typed it, by the words that stand for it.
    pub fn typed(&self, verb: &str) -> String {
        let about = self.about.as_ref().map(|name| format!("@{name}"));
        let programme = self.programme.as_ref().map(|slug| format!("#{slug}"));
        let parts = [Some(verb.to_owned()), Some(self.rest.clone()), about, programme];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// What was typed is no command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What was meant, perhaps: as people type it.
    pub nearest: Option<String>,
}

/// How many words are looked at when a command is recognised. None has more.
const LONGEST: usize = 5;

impl Vocabulary {
    /// Adds the words for a command. The first of them is the one that is suggested.
    pub fn add(&mut self, name: CommandName, phrases: &[String]) {
        for (nth, phrase) in phrases.iter().enumerate() {
            let words: Vec<_> = words(phrase).map(|(_, word)| word).collect();
            if !words.is_empty() {
                let phrase = phrase.trim().to_owned();
                self.shown.push(Shown { phrase, name, is_first: nth == 0 });
                self.phrases.entry(words).or_insert(name);
            }
        }
    }

    /// Phrases that stand for two commands: a fault of the locale files.
    pub fn conflicts(&self) -> Vec<(&str, CommandName, CommandName)> {
        let taken = self.shown.iter().filter_map(|Shown { phrase, name, .. }| {
            let words: Vec<_> = words(phrase).map(|(_, word)| word).collect();
            let first = *self.phrases.get(&words)?;
            (first != *name).then_some((phrase.as_str(), first, *name))
        });
        taken.collect()
    }

    /// Recognises a command by the longest phrase that `text` begins with.
    pub fn recognise(&self, text: &str) -> Result<Spoken, Unknown> {
        let (text, about, programme) = without_address(text.trim());
        let heard: Vec<_> = words(text).take(LONGEST + 1).collect();
        for length in (1..=heard.len().min(LONGEST)).rev() {
            let phrase: Vec<_> = heard[..length].iter().map(|(_, word)| word.clone()).collect();
            if let Some(name) = self.phrases.get(&phrase) {
                let rest = heard.get(length).map_or("", |(at, _)| &text[*at..]);
                return Ok(Spoken { name: *name, rest: rest.trim().to_owned(), about, programme });
            }
        }
        Err(Unknown { nearest: self.nearest(&heard) })
    }

    /// The phrase that differs least from the beginning of what was heard. None if even that one
    /// differs so much that suggesting it would be a riddle. Greetings, which stand among the
    /// words for help, are nothing that somebody means to type.
    fn nearest(&self, heard: &[(usize, String)]) -> Option<String> {
        let meant = self.shown.iter().filter(|one| one.is_first || one.name != CommandName::Help);
        let candidates = meant.filter_map(|Shown { phrase, .. }| {
            let known: Vec<_> = words(phrase).map(|(_, word)| word).collect();
            let said: Vec<_> =
                heard.iter().take(known.len()).map(|(_, word)| word.as_str()).collect();
            let (known, said) = (known.join(" "), said.join(" "));
            if said.chars().count() > 60 {
                return None;
            }
            let distance = osa_distance(&known, &said);
            // One wrong letter makes another word of a short one, the more so if it is the first.
            let allowed = match known.chars().count() {
                0..=3 => 0,
                4..=5 => usize::from(known.chars().next() == said.chars().next()),
                longer => longer.div_euclid(5),
            };
            (distance <= allowed).then_some((distance, phrase))
        });
        let nearest = candidates
            .min_by_key(|(distance, phrase)| (*distance, std::cmp::Reverse(phrase.len())));
        nearest.map(|(_, phrase)| phrase.clone())
    }
}

/// The words of a text with where each begins, normalised, without the marks around them.
fn words(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut from = 0;
    text.split_whitespace().filter_map(move |word| {
        let at = from + text[from..].find(word)?;
        from = at + word.len();
        let plain = normalise(word);
        let plain = plain.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        (!plain.is_empty()).then_some((at, plain))
    })
}

/// Takes `@NAME` and `#PROGRAMME` off the end, in either order.
fn without_address(text: &str) -> (&str, Option<String>, Option<String>) {
    let (mut text, mut about, mut programme) = (text, None, None);
    while let Some((rest, last)) = text.rsplit_once(char::is_whitespace) {
        let slot = match last.chars().next() {
            Some('@') if last.len() > 1 && about.is_none() && !last.contains(':') => &mut about,
            Some('#') if last.len() > 1 && programme.is_none() => &mut programme,
            _ => break,
        };
        *slot = Some(last[1..].to_owned());
        text = rest.trim_end();
    }
    (text, about, programme)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        let add = |vocabulary: &mut Vocabulary, name, phrases: &[&str]| {
            let phrases: Vec<_> = phrases.iter().map(|&phrase| phrase.to_owned()).collect();
            vocabulary.add(name, &phrases);
        };
        add(&mut vocabulary, CommandName::MeetingBook, &["boka träff", "meeting book", "boka"]);
        add(&mut vocabulary, CommandName::MeetingList, &["mina träffar", "meeting list"]);
        add(&mut vocabulary, CommandName::Help, &["hjälp", "hej", "hi"]);
        vocabulary
    }

    #[test]
    fn the_longest_phrase_wins_and_the_rest_keeps_its_spelling() {
        check(
            "Boka träff Torsdag kl 13, Café Åsa",
            CommandName::MeetingBook,
            "Torsdag kl 13, Café Åsa",
        );
        check("boka  TRAFF 3/3", CommandName::MeetingBook, "3/3");
        check("boka 3/3", CommandName::MeetingBook, "3/3");
        check("hjälp!", CommandName::Help, "");
    }

    #[test]
    fn a_command_says_whom_it_is_about() {
        let spoken = vocabulary().recognise("boka träff 3/3 kl 13 @anna #ledare").unwrap();
        assert_eq!(spoken.rest, "3/3 kl 13");
        assert_eq!(spoken.about.as_deref(), Some("anna"));
        assert_eq!(spoken.programme.as_deref(), Some("ledare"));
    }

    #[test]
    fn an_account_is_not_taken_for_an_addressee() {
        let spoken = vocabulary().recognise("hjälp @anna:example.org").unwrap();
        assert_eq!((spoken.rest.as_str(), spoken.about), ("@anna:example.org", None));
    }

    #[test]
    fn unknown_words_get_the_nearest_right_ones() {
        nearest("bokka träff 3/3", Some("boka träff"));
        nearest("hjälpp", Some("hjälp"));
        nearest("bokka 3/3", Some("boka"));
        nearest("koka", None);
        nearest("hejj", None);
        nearest("vi kan inte ses", None);
        nearest("vad är klockan?", None);
        nearest("💥", None);
        nearest("", None);
    }

    #[track_caller]
    fn check(text: &str, name: CommandName, rest: &str) {
        let spoken = vocabulary().recognise(text).unwrap();
        assert_eq!((spoken.name, spoken.rest.as_str()), (name, rest));
    }

    #[track_caller]
    fn nearest(text: &str, expected: Option<&str>) {
        assert_eq!(vocabulary().recognise(text).unwrap_err().nearest.as_deref(), expected);
    }
}
