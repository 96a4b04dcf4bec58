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
#[cfg(any(feature = "discord", feature = "matrix"))]
pub const PAIR: &str = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
anna,Anna Ek,adept,console:anna,sv
bo,Bo Berg,mentor,console:bo,en
";

#[cfg(feature = "matrix")]
pub const NAMES: [&str; 5] = ["Lotta Lind", "Anna Ek", "Bo Berg", "Grace Hill", "Ada Moore"];

/// A programme, who is known in it, and what happens.
pub struct Story {
    pub programme: String,
    pub people: &'static str,
    /// Who takes part without being known.
    #[cfg(feature = "discord")]
    pub others: &'static [&'static str],
    lines: &'static str,
    /// What somebody must have read in the end, so that the story is about something.
    ends: [(&'static str, &'static str); 2],
}

impl Story {
    /// From the first pair to the leader who writes to one that is silent.
    pub fn of_two_pairs() -> Self {
        Self {
            programme: PROGRAMME.to_owned(),
            people: PEOPLE,
            #[cfg(feature = "discord")]
            others: &[],
            lines: TWO_PAIRS,
            ends: [("leader", "att det inte fungerar bra med Anna Ek"), ("anna", "Lotta")],
        }
    }

    /// From the first application to three booked dates, in both languages.
    pub fn of_recruitment() -> Self {
        Self {
            programme: format!("{PROGRAMME}{RECRUITMENT}"),
            people: LEADER,
            #[cfg(feature = "discord")]
            others: &["anna", "bo"],
            lines: RECRUITED,
            ends: [("leader", "nästa träff"), ("bo", "you and Anna are a mentor pair")],
        }
    }
}

/// Who leads a programme that nobody is in yet.
const LEADER: &str = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
";

const RECRUITMENT: &str = r#"
[recruitment]
privacy_notice = { sv = "Bara programledarna ser svaren.", en = "Only the leaders see it." }
[[recruitment.questions]]
key = "wants"
for = "adept"
kind = "topics"
text = { sv = "Vad vill du ha mer av?", en = "What would you like more of?" }
[[recruitment.questions]]
key = "offers"
for = "mentor"
kind = "topics"
text = { sv = "Vad kan du bidra med?", en = "What can you offer?" }
"#;

// In what follows `[…]` is pressed, by whatever means there is; everything else is said, and what
// stands behind `>` is written in the person's own conversation with the bot.

const RECRUITED: &str = "
leader: öppna ansökan
anna> ansök till ledare
anna: [Adept]
anna: [Ja, jag godkänner]
anna> Anna Ek
anna> ledarskap, nätverk
anna: [Skicka ansökan]
bo> apply ledare
bo: [As a mentor]
bo: [Yes, I accept it]
bo> Bo Berg
bo> ledarskap
bo: [Send the application]
leader: stäng ansökan
leader: ansökningar anta 1
leader: ansökningar anta 2
leader: besked skicka
leader: [Skicka]
until 2026-03-02 14:00
leader: matchning föreslå
leader: matchning skicka ut
leader: [Skicka]
until 2026-03-03 12:00
anna: [Ja, gärna]
bo: [Yes, I'd like that]
leader: starta program
until 2026-03-04 12:00
anna: överenskommelse
anna: [Jag håller med]
anna: [Jag håller med]
anna: [Jag håller med]
anna: [Jag håller med]
anna: [Jag lovar]
anna: [Jag håller med]
anna: [Jag håller med]
bo: agreement
bo: [I agree]
bo: [I agree]
bo: [I agree]
bo: [I agree]
bo: [I promise]
bo: [I agree]
bo: [I agree]
anna> boka träff fredag kl 13
anna: [Ja, boka]
bo> book meeting 20 March 10:00
bo: [Yes, book it]
anna> boka träff 2026-04-10 kl 13
anna: [Ja, boka]
leader: visa mentorpar 1
anna> föreslå tid
anna: [Ja, fråga]
bo: [None of them]
anna> boka träff varannan tisdag kl 3 3 gånger
anna: [tisdag 10 mars 2026 kl. 15.00]
anna: [Ja, boka]
leader: programstatus
";

const TWO_PAIRS: &str = "
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
anna: [Bra]
anna: [Det fungerar bra]
bo: [Good]
bo: [It isn't working well]
until 2026-03-23 12:00
leader: följ upp
leader: [Skriv]
leader: [Skicka]
anna: samtalsämne
anna> kontakta programledaren
anna: [Jag vill ha en annan mentor]
leader: ny matchning 1
leader: [Ja, gör det]
until 2026-03-24 12:00
";

/// The bot and its people on a platform, and a clock that is turned by hand.
pub trait Told {
    /// Time passes until then, in Stockholm.
    async fn until(&mut self, local: &str);
    /// Somebody says something to the bot, by the means of the platform.
    async fn says(&mut self, who: &str, text: &str);
    /// Somebody writes something in their own conversation with the bot.
    async fn writes(&mut self, who: &str, text: &str);
    /// Somebody presses what says that.
    async fn presses(&mut self, who: &str, label: &str);
    /// What the bot has said to somebody so far, without what only the platform needs.
    async fn words(&mut self, who: &str) -> Vec<String>;
}

enum Step<'a> {
    Until(&'a str),
    Says(&'a str, &'a str),
    Writes(&'a str, &'a str),
    Presses(&'a str, &'a str),
}

fn steps(story: &str) -> impl Iterator<Item = (&str, Step<'_>)> {
    story.lines().filter(|line| !line.is_empty()).map(|line| {
        if let Some(then) = line.strip_prefix("until ") {
            return (line, Step::Until(then));
        }
        if let Some((who, text)) = line.split_once("> ") {
            return (line, Step::Writes(who, text));
        }
        let (who, what) = line.split_once(": ").unwrap();
        let label = what.strip_prefix('[').and_then(|what| what.strip_suffix(']'));
        (line, label.map_or(Step::Says(who, what), |label| Step::Presses(who, label)))
    })
}

/// Tells the story there and at the terminal, and sees that everybody sees the same after each
/// line of it. After each line `between` happens.
pub async fn tell_as_at_the_terminal<T: Told>(
    story: &Story,
    mut told: T,
    mut between: impl AsyncFnMut(T) -> T,
) -> T {
    let mut world = World::with(&story.programme, story.people).await;
    let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (line, step) in steps(story.lines) {
        let shown = match step {
            Step::Until(then) => world.stage.pass_until(world.at(then)).await.unwrap(),
            Step::Says(who, text) | Step::Writes(who, text) => {
                world.stage.says(who, text).await.unwrap()
            }
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
            Step::Writes(who, text) => told.writes(who, text).await,
            Step::Presses(who, label) => told.presses(who, label).await,
        }
        told = between(told).await;
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
    for (who, what) in story.ends {
        assert!(expected[who].iter().any(|words| words.contains(what)), "{who}: {expected:#?}");
    }
    told
}

/// What the terminal shows of one message: who sees it, and the words without the buttons.
pub fn at_the_terminal(shown: &str) -> (Vec<String>, String) {
    let (_, rest) = shown.split_once(" → ").unwrap();
    let (room, text) = rest.split_once("  ").unwrap();
    // A file isn't among the words.
    let text = text.lines().filter(|line| !line.trim_start().starts_with("<mentorskap"));
    let text = text.collect::<Vec<_>>().join("\n");
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

/// What the bot calls somebody at the terminal whom it doesn't know.
#[cfg(any(feature = "discord", feature = "matrix"))]
pub fn as_on_the_terminal(name: &str) -> String {
    use mentorskap::domain::account::{Account, PlatformName};
    Account { platform: PlatformName::Console, address: name.to_owned() }.name()
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
