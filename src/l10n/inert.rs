//! People's own words on their way through a message. They pass through the same string as the
//! words of the locale files, so marks that nobody can type keep the two apart.

use jiff::Timestamp;

/// Before somebody's own words.
pub const TEXT: char = '\u{10ff00}';
/// Before something to type.
pub const CODE: char = '\u{10ff01}';
/// Before the first of several phrases.
pub const MANY: char = '\u{10ff02}';
/// Between two of several phrases.
pub const NEXT: char = '\u{10ff03}';
/// After the last of several phrases, before the same in one sentence.
pub const INLINE: char = '\u{10ff04}';
/// Before a number that is not yet written as the language writes it.
pub const NUMBER: char = '\u{10ff05}';
/// Before a time, and between its words and the instant.
pub const TIME: char = '\u{10ff06}';
/// After any of these.
pub const END: char = '\u{10ff07}';

/// Whether `c` is one of the marks.
pub const fn is_mark(c: char) -> bool {
    matches!(c, TEXT..=END)
}

/// Somebody's own words, between marks.
pub fn text(words: &str) -> String {
    format!("{TEXT}{}{END}", clean(words))
}

/// Something to type, between marks.
pub fn code(words: &str) -> String {
    format!("{CODE}{}{END}", clean(words).replace('\n', " "))
}

/// A time between marks: its words, and the instant in seconds since 1970.
pub fn time(words: &str, instant: Timestamp) -> String {
    format!("{TIME}{words}{NEXT}{}{END}", instant.as_second())
}

/// Several phrases between marks: one by one, and as they stand in a sentence.
pub fn many(phrases: &[String], inline: &str) -> String {
    let next = NEXT.to_string();
    format!("{MANY}{}{INLINE}{inline}{END}", phrases.join(&next))
}

/// Takes away what would change the words around them: control characters, marks of ours, and
/// those of Unicode's that turn the direction of a line until they are closed. Marks that only
/// say the direction of one letter stay, since Arabic and Hebrew need them.
pub fn clean(words: &str) -> String {
    let lines = words.replace("\r\n", "\n");
    let kept = lines.chars().filter_map(|c| match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_control() || is_mark(c) => None,
        c => Some(c),
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, cleaned: &str) {
        assert_eq!(clean(words), cleaned);
    }

    #[test]
    fn ordinary_words_stay() {
        check("**Åsa** `x` @everyone { $name } 👩‍💻", "**Åsa** `x` @everyone { $name } 👩‍💻");
    }

    #[test]
    fn line_breaks_become_one_kind() {
        check("a\r\nb\rc\u{2028}d\ne\tf", "a\nb\nc\nd\ne f");
    }

    #[test]
    fn control_characters_go() {
        check("a\0b\u{1b}[31mc\u{7f}", "ab[31mc");
    }

    #[test]
    fn nobody_turns_the_line_around() {
        check("a\u{202e}b\u{2066}c\u{2069}", "abc");
    }

    #[test]
    fn nobody_types_our_marks() {
        check("a\u{10ff00}b\u{10ff07}c\u{10ff08}", "abc\u{10ff08}");
    }
}
