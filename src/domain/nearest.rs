//! What somebody probably meant.

/// The candidate that `said` is most likely a slip for. None if all are too far off to be a help.
pub fn nearest<'c>(said: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    let said = said.trim().to_lowercase();
    // A third of the letters may be wrong: enough for a slip, too little for another word.
    let limit = (said.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&said, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised() {
        check("strat", Some("start"));
    }

    #[test]
    fn capitals_are_no_slip() {
        check("MONTHS", Some("months"));
    }

    #[test]
    fn the_nearest_of_several_wins() {
        check("stark", Some("start"));
    }

    #[test]
    fn another_word_is_not_guessed() {
        check("price", None);
        check("", None);
    }

    #[track_caller]
    fn check(said: &str, expected: Option<&str>) {
        assert_eq!(nearest(said, ["state", "start", "months"]).as_deref(), expected);
    }
}
