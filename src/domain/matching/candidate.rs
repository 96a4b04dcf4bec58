//! Somebody who is to be matched, as far as it matters there.

use std::collections::BTreeMap;

use crate::domain::when::normalise;

/// A mentor or an adept who is to be matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidate {
    /// What the programme's list of people calls them. Whoever is mentor and adept has the same id
    /// as both, and is never matched with themselves.
    pub id: String,
    /// What people call them.
    pub name: String,
    /// How a row that names them as line manager may put it besides id and name: an address.
    pub contact: Option<String>,
    /// Their line manager, who is never their mentor.
    pub manager: Option<String>,
    /// How many adepts a mentor takes. Of an adept it says nothing.
    pub capacity: usize,
    /// Where they work.
    pub organisation: Option<String>,
    /// Where they live.
    pub city: Option<String>,
    /// What they speak. Nothing sets no condition.
    pub languages: Vec<String>,
    /// What an adept wants more of.
    pub wants: Vec<String>,
    /// What a mentor offers.
    pub offers: Vec<String>,
    /// What they have answered when they applied, by the questions' keys.
    pub answers: BTreeMap<String, Vec<String>>,
    /// The ids of those with whom they are never matched.
    pub never_with: Vec<String>,
    /// The ids of those with whom they are in any case.
    pub fixed_with: Vec<String>,
}

/// What a row may call somebody whom it names as line manager, each so that it can be compared with
/// what is written there once that is normalised too.
pub fn called(id: &str, name: &str, contact: Option<&str>) -> Vec<String> {
    [Some(id), Some(name), contact].into_iter().flatten().map(normalise).collect()
}
