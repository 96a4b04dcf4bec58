//! How long a text is, as the strictest count takes it. Discord's own counts differ: what it needs in
//! UTF-16 errs on the safe side.

/// How long a text is.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A text that is cut to that length.
pub(super) fn cut(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let mut length = 0;
    let is_within = |c: &char| {
        length += c.len_utf16();
        length < most
    };
    text.chars().take_while(is_within).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("anna", 4), "anna");
        assert_eq!(cut("annas", 4), "ann…");
        assert_eq!(cut("🎉🎉🎉", 5), "🎉🎉…");
    }
}
