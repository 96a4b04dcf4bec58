//! People, accounts, roles and programmes, as commands name them.

use super::{Command, LONGEST_NAME, LeadCommand, Lexicon, Misread, Spoken, read::one_word};
use crate::domain::{leading::Leading, when::normalise};

/// Two names. Whole ones need a word between them, single words don't.
pub(super) fn two_names(rest: &str, lexicon: &Lexicon) -> Result<(String, String), Misread> {
    let is_joiner = |word: &&str| lexicon.joiners.contains(&normalise(word));
    let words: Vec<_> = rest.split_whitespace().collect();
    let names: Vec<_> = words.split(is_joiner).filter(|name| !name.is_empty()).collect();
    match names.as_slice() {
        [[one, other]] => Ok(((*one).to_owned(), (*other).to_owned())),
        [one, other] => Ok((one.join(" "), other.join(" "))),
        [] | [[_]] => Err(Misread::Incomplete),
        _ => Err(Misread::TooMuch),
    }
}

/// A programme by its short name, with or without the mark before it.
pub(super) fn programme(spoken: &Spoken) -> Result<Option<String>, Misread> {
    // "I want to apply as a mentor" names none.
    if spoken.rest.is_empty() || spoken.rest.contains(char::is_whitespace) {
        return Ok(spoken.programme.clone());
    }
    let word = one_word(&spoken.rest)?.trim_start_matches('#');
    if spoken.programme.is_some() { Err(Misread::TooMuch) } else { Ok(Some(word.to_owned())) }
}

/// An account or a role, and perhaps what it is called.
pub(super) fn leading(rest: &str) -> Result<(Leading, Option<String>), Misread> {
    let (who, name) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    if who.is_empty() {
        return Err(Misread::Incomplete);
    }
    let name = name.trim();
    if name.chars().count() > LONGEST_NAME {
        return Err(Misread::TooLong { most: LONGEST_NAME });
    }
    let who = who.parse().map_err(Misread::BadAccount)?;
    Ok((who, (!name.is_empty()).then(|| name.to_owned())))
}

/// A name of one word or more, a role, and perhaps an account.
pub(super) fn person(rest: &str, lexicon: &Lexicon) -> Result<Command, Misread> {
    // "Eva Ek, mentor" is what many write.
    let words = rest.split_whitespace().map(|word| word.trim_end_matches(','));
    let mut words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let account = match words.last() {
        Some(last) if last.contains(':') => Some(last.parse().map_err(Misread::BadAccount)?),
        _ => None,
    };
    if account.is_some() {
        words.pop();
    }
    let (Some(last), true) = (words.pop(), !words.is_empty()) else {
        return Err(Misread::Incomplete);
    };
    let said = normalise(last);
    let mut roles = lexicon.roles.iter();
    let role = roles.find(|(_, words)| words.iter().any(|word| normalise(word) == said));
    let role = role.map(|(role, _)| *role).ok_or_else(|| Misread::BadRole(last.to_owned()))?;
    if words.len() > 1
        && words.last().is_some_and(|word| lexicon.role_markers.iter().any(|marker| marker == word))
    {
        words.pop();
    }
    let name = words.join(" ").trim_end_matches(',').to_owned();
    if name.chars().count() > LONGEST_NAME {
        return Err(Misread::TooLong { most: LONGEST_NAME });
    }
    Ok(LeadCommand::PeopleAdd { name, role, account }.into())
}
