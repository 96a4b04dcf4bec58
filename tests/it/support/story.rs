//! One text that is told at the terminal and on the platforms, by the means of each.

use std::{collections::BTreeMap, time::Duration};

use jiff::Timestamp;
use mentorskap::l10n::{Arg, Phrase, Words};

use super::{PROGRAMME, World};

/// A leader; a pair of whom one speaks Swedish and one English; and a pair that never answers.
pub const PEOPLE: &str = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
anna,Anna Ek,adept,console:anna,sv
bo,Bo Berg,mentor,console:bo,en
grace,Grace Hill,adept,console:grace,en
ada,Ada Moore,mentor,console:ada,en
";

/// One pair and its leader.
pub const PAIR: &str = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
anna,Anna Ek,adept,console:anna,sv
bo,Bo Berg,mentor,console:bo,en
";

#[cfg(feature = "matrix")]
pub const NAMES: [&str; 5] = ["Lotta Lind", "Anna Ek", "Bo Berg", "Grace Hill", "Ada Moore"];

/// From the first pair to the leader who writes to one that is silent. `[…]` is pressed, by
/// whatever means there is; everything else is written.
const STORY: &str = "
leader: nytt mentorpar bo anna
leader: nytt mentorpar ada grace
leader: starta program
until 2026-03-02 12:00
anna: [Vi har bokat]
anna: torsdag kl 13, Café Åsa
anna: [Ja, boka]
bo: status
until 2026-03-06 12:00
bo: [Yes]
anna: ja
until 2026-03-23 12:00
leader: följ upp
leader: [Skriv]
leader: [Skicka]
";

/// The bot and its people on a platform, and a clock that is turned by hand.
pub trait Told {
    /// Time passes until then, in Stockholm.
    async fn until(&mut self, local: &str);
    /// Somebody says something to the bot, between the two.
    async fn says(&mut self, who: &str, text: &str);
    /// Somebody presses what says that.
    async fn presses(&mut self, who: &str, label: &str);
    /// What the bot has said to somebody so far, without what only the platform needs.
    async fn words(&mut self, who: &str) -> Vec<String>;
}

enum Step<'a> {
    Until(&'a str),
    Says(&'a str, &'a str),
    Presses(&'a str, &'a str),
}

fn steps(story: &str) -> impl Iterator<Item = (&str, Step<'_>)> {
    story.lines().filter(|line| !line.is_empty()).map(|line| {
        if let Some(then) = line.strip_prefix("until ") {
            return (line, Step::Until(then));
        }
        let (who, what) = line.split_once(": ").unwrap();
        let label = what.strip_prefix('[').and_then(|what| what.strip_suffix(']'));
        (line, label.map_or(Step::Says(who, what), |label| Step::Presses(who, label)))
    })
}

/// Tells the story there and at the terminal, and sees that everybody sees the same after each
/// line of it. After each line `between` happens.
pub async fn tell_as_at_the_terminal<T: Told>(told: &mut T, mut between: impl AsyncFnMut(&mut T)) {
    let mut world = World::with(PROGRAMME, PEOPLE).await;
    let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (line, step) in steps(STORY) {
        let shown = match step {
            Step::Until(then) => world.stage.pass_until(world.at(then)).await.unwrap(),
            Step::Says(who, text) => world.stage.says(who, text).await.unwrap(),
            Step::Presses(who, label) => world.stage.presses(who, label).await.unwrap(),
        };
        let before = expected.clone();
        for (who, words) in shown.iter().map(|shown| at_the_terminal(shown)) {
            for who in who {
                expected.entry(who).or_default().push(words.clone());
            }
        }
        match step {
            Step::Until(then) => told.until(then).await,
            Step::Says(who, text) => told.says(who, text).await,
            Step::Presses(who, label) => told.presses(who, label).await,
        }
        between(told).await;
        for (who, expected) in &expected {
            let mut seen = told.words(who).await;
            for _ in 0..150 {
                if seen.len() >= expected.len() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
                seen = told.words(who).await;
            }
            let from = before.get(who).map_or(0, Vec::len).min(seen.len());
            // What belongs to different rooms has no order between clients.
            let mut expected: Vec<_> =
                expected[from..].iter().map(|words| on_own_clocks(words, &seen)).collect();
            let mut seen = seen[from..].to_vec();
            seen.sort();
            expected.sort();
            assert_eq!(seen, expected, "what {who} saw after {line:?}");
        }
    }
    // The story is about something.
    assert!(expected["leader"].iter().any(|words| words.contains("Ada och Grace")));
    assert!(expected["grace"].iter().any(|words| words.contains("Lotta")));
}

/// What the terminal shows of one message: who sees it, and the words without the buttons.
fn at_the_terminal(shown: &str) -> (Vec<String>, String) {
    let (_, rest) = shown.split_once(" → ").unwrap();
    let (room, text) = rest.split_once("  ").unwrap();
    let mut text = text.trim_end();
    while let Some(before) = text.strip_suffix(']').and_then(|text| text.rfind('[')) {
        text = text[..before].trim_end();
    }
    let who = room.split('+').map(str::to_owned).collect();
    (who, one_line(&text.replace('`', "")))
}

/// The words with each time as Discord has it, of those that were seen there.
fn on_own_clocks(words: &str, seen: &[String]) -> String {
    let catalogue = Words::load(None).unwrap();
    let instants = seen.iter().flat_map(|words| words.split("<t:").skip(1));
    let seconds = instants.map(|rest| rest.split_once(":F>").unwrap().0.parse::<i64>().unwrap());
    let mut words = words.to_owned();
    for second in seconds {
        let at = Timestamp::from_second(second).unwrap();
        let at = Arg::Clock(at.in_tz("Europe/Stockholm").unwrap().datetime());
        let phrase = Phrase::new("moment-alone").with("at", at);
        for locale in catalogue.locales() {
            words = words.replace(&catalogue.text(locale, &phrase), &format!("<t:{second}:F>"));
        }
    }
    words
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
