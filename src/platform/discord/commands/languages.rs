//! Languages as Discord names them.

use crate::domain::locale::Locale;

/// The languages that Discord has, by its own tags.
const KNOWN: [&str; 32] = [
    "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "hi", "hr",
    "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr",
    "uk", "vi", "zh-CN", "zh-TW",
];

/// Discord's tags for a language of ours: none if Discord doesn't have it, and several where it
/// tells regions apart and we don't.
pub fn tags(locale: &Locale) -> Vec<&'static str> {
    let ours = match locale.as_str() {
        // Discord has one Norwegian.
        "nb" | "nn" | "nb-no" | "nn-no" => "no",
        tag => tag,
    };
    if let Some(same) = KNOWN.into_iter().find(|tag| tag.eq_ignore_ascii_case(ours)) {
        return vec![same];
    }
    let is_of = |tag: &&str| tag.split('-').next() == Some(ours);
    KNOWN.into_iter().filter(is_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_stands_for_its_regions() {
        check("sv", &["sv-SE"]);
        check("sv-SE", &["sv-SE"]);
        check("en", &["en-GB", "en-US"]);
        check("en-GB", &["en-GB"]);
        check("nb", &["no"]);
        check("fi", &["fi"]);
        check("is", &[]);
        check("sv-FI", &[]);
    }

    #[track_caller]
    fn check(tag: &str, expected: &[&str]) {
        assert_eq!(tags(&Locale::new(tag)), expected);
    }
}
