//! What reads badly, as far as a rule can tell.

use fluent_syntax::ast::{Expression, Pattern, PatternElement};
use icu::properties::{CodePointSetData, props};

/// Words that we don't use, by language, and what we write instead.
const UNWANTED: [(&str, &[&str], &str); 2] = [
    (
        "sv",
        &["par", "paret", "parets", "paren", "parens"],
        "a couple in love: write mentorpar, ni två",
    ),
    ("sv", &["mentee", "menteen", "menteer", "mentees"], "not Swedish: write adept"),
];

/// What reads badly in `pattern`, one sentence each.
pub fn complaints(language: &str, pattern: &Pattern<&str>) -> Vec<String> {
    let mut texts = Vec::new();
    collect(pattern, &mut texts);
    let any = |find: &dyn Fn(&str) -> bool| texts.iter().any(|text| find(text));

    let mut complaints = Vec::new();
    // Several words for the same, as people type them: what we understand is not what we write.
    if any(&|text| text.contains('|')) {
        return complaints;
    }
    for (_, words, instead) in UNWANTED.iter().filter(|(of, ..)| *of == language) {
        for word in *words {
            if any(&|text| has_word(text, word)) {
                complaints.push(format!("`{word}` is {instead}"));
            }
        }
    }
    if any(&|text| text.contains("!!")) {
        complaints.push("one exclamation mark is enough".to_owned());
    }
    if most(pattern, &emoji) > 1 {
        complaints.push("one emoji is enough".to_owned());
    }
    let has_points = any(&|text| text.starts_with("- ") || text.starts_with("– "));
    if !has_points && most(pattern, &|text| text.matches('?').count()) > 1 {
        complaints.push("one question at a time".to_owned());
    }
    for mark in ["**", "`"] {
        if !is_closed(pattern, mark) {
            complaints.push(format!("a {mark} is not closed"));
        }
    }
    complaints
}

/// All text in `pattern`, line by line.
fn collect<'s>(pattern: &Pattern<&'s str>, texts: &mut Vec<&'s str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => texts.extend(value.lines()),
            PatternElement::Placeable { expression } => {
                for variant in variants(expression) {
                    collect(variant, texts);
                }
            }
        }
    }
}

fn variants<'a, 's>(
    expression: &'a Expression<&'s str>,
) -> impl Iterator<Item = &'a Pattern<&'s str>> {
    let variants = match expression {
        Expression::Select { variants, .. } => &variants[..],
        Expression::Inline(_) => &[],
    };
    variants.iter().map(|variant| &variant.value)
}

/// The most that `count` can come to, since one variant at a time is shown.
fn most(pattern: &Pattern<&str>, count: &dyn Fn(&str) -> usize) -> usize {
    let counts = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => count(value),
        PatternElement::Placeable { expression } => {
            variants(expression).map(|variant| most(variant, count)).max().unwrap_or(0)
        }
    });
    counts.sum()
}

/// Whether each `mark` has its counterpart, in every variant by itself.
fn is_closed(pattern: &Pattern<&str>, mark: &str) -> bool {
    let mut marks = 0;
    let variants_are = pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => {
            marks += value.matches(mark).count();
            true
        }
        PatternElement::Placeable { expression } => {
            variants(expression).all(|variant| is_closed(variant, mark))
        }
    });
    variants_are && marks % 2 == 0
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|found| found.to_lowercase() == word)
}

/// How many emoji there are, those that are made of several as one.
fn emoji(text: &str) -> usize {
    let set = CodePointSetData::new::<props::EmojiPresentation>();
    let tones = CodePointSetData::new::<props::EmojiModifier>();
    let mut count = 0;
    let mut before = None;
    for c in text.chars() {
        let is_shown = |c| set.contains(c) && !tones.contains(c);
        // A character that is ordinary by itself becomes an emoji by the selector after it.
        let is_selected = c == '\u{fe0f}' && !before.is_some_and(is_shown);
        if (is_shown(c) || is_selected) && before != Some('\u{200d}') {
            count += 1;
        }
        before = Some(c);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[&str]) {
        let source = format!("key = {text}\n");
        let resource = fluent_syntax::parser::parse(source.as_str()).unwrap();
        let fluent_syntax::ast::Entry::Message(message) = &resource.body[0] else { panic!() };
        assert_eq!(complaints(language, message.value.as_ref().unwrap()), expected);
    }

    #[test]
    fn plain_words_are_fine() {
        check("sv", "Hej! Hur gick **träffen** i ert mentorpar? 🙂", &[]);
    }

    #[test]
    fn a_couple_is_a_mentorpar_in_swedish() {
        let instead = "`paret` is a couple in love: write mentorpar, ni två";
        check("sv", "Paret har inte bokat.", &[instead]);
        check("en", "That is on a par.", &[]);
        check("sv", "par | mentorpar", &[]);
    }

    #[test]
    fn a_mentee_is_an_adept_in_swedish() {
        check("sv", "Din mentee väntar.", &["`mentee` is not Swedish: write adept"]);
    }

    #[test]
    fn nobody_shouts() {
        check("en", "Great!!", &["one exclamation mark is enough"]);
    }

    #[test]
    fn one_emoji_is_enough() {
        check("en", "Good 🎉 luck 🍀", &["one emoji is enough"]);
        check("en", "👩🏽‍💻", &[]);
        check("en", "⌚\u{fe0f}", &[]);
        check("en", "❤\u{fe0f} 🎉", &["one emoji is enough"]);
        check("en", "{ $n ->\n  [one] 🎉\n *[other] 🍀\n }", &[]);
    }

    #[test]
    fn one_question_at_a_time() {
        check("en", "How are you? And your goal?", &["one question at a time"]);
        check("en", "Talk about:\n    - Who are you?\n    - What do you want?", &[]);
        check("en", "{ $n ->\n  [one] Well?\n *[other] So?\n }", &[]);
    }

    #[test]
    fn marks_come_in_twos() {
        check("en", "Type **this", &["a ** is not closed"]);
        check("en", "Type `this", &["a ` is not closed"]);
        check("en", "Type { $n ->\n  [one] `a\n *[other] b`\n }", &["a ` is not closed"]);
    }
}
