//! Every language says the same, and says it well.

use mentorskap::l10n::{check, embedded};

#[test]
fn every_language_says_the_same_and_says_it_well() {
    let flaws: Vec<_> = check(&embedded()).iter().map(ToString::to_string).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}
