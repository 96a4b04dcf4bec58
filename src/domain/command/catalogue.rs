//! Everything that can be asked for, in words of every language: what a platform that shows people
//! their commands has to know of them.

use std::collections::BTreeMap;

use super::{CommandName, Parameter, Pointed};
use crate::domain::{locale::Locale, permission::Audience, role::Role};

/// The same words in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// In the default language, which stands in for all that are missing.
    pub base: String,
    /// In the others.
    pub others: BTreeMap<Locale, String>,
}

/// What something is called, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The word for it, in small letters and without blanks.
    pub name: Wording,
    /// What it is, beginning with a capital.
    pub what: Wording,
}

/// All commands, by whom they are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// What commands begin with.
    pub roots: Vec<Root>,
    /// What can be asked for by pointing at somebody, and how that is put.
    pub pointed: Vec<(Pointed, Wording)>,
    /// The roles that can be chosen.
    pub roles: Vec<(Role, Wording)>,
    /// The languages that can be chosen, each by its own name for itself.
    pub languages: Vec<(Locale, String)>,
}

/// What the commands for some people begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Whom they are for.
    pub audience: Audience,
    /// The word that they begin with.
    pub entry: Entry,
    /// The commands and the groups of commands, in the order in which help shows them.
    pub branches: Vec<Branch>,
}

/// What can follow the first word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Branch {
    /// A command.
    Leaf(Leaf),
    /// Commands that are about the same thing.
    Group {
        /// The last part of its key in the locale files.
        key: &'static str,
        /// The word that they have in common.
        entry: Entry,
        /// The commands.
        leaves: Vec<Leaf>,
    },
}

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Which command.
    pub command: CommandName,
    /// The last word of it.
    pub entry: Entry,
    /// What it takes, in the order in which people type it.
    pub parameters: Vec<(Parameter, Entry)>,
}

impl Wording {
    /// The words in that language, without its region if need be.
    pub fn get(&self, locale: &Locale) -> &str {
        let tag = locale.as_str();
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        let known = [tag, language].into_iter().find_map(|tag| self.others.get(&Locale::new(tag)));
        known.map_or(&self.base, |words| words)
    }
}

impl Catalogue {
    /// The command that is reached by these words of the default language.
    pub fn find(&self, path: &[&str]) -> Option<&Leaf> {
        let (root, path) = path.split_first()?;
        let root = self.roots.iter().find(|known| known.entry.name.base == *root)?;
        root.branches.iter().find_map(|branch| match (branch, path) {
            (Branch::Leaf(leaf), [name]) => (leaf.entry.name.base == *name).then_some(leaf),
            (Branch::Group { entry, leaves, .. }, [group, name]) if entry.name.base == *group => {
                leaves.iter().find(|leaf| leaf.entry.name.base == *name)
            }
            (Branch::Leaf(_) | Branch::Group { .. }, _) => None,
        })
    }

    /// A command, wherever it stands.
    pub fn leaf(&self, command: CommandName) -> Option<&Leaf> {
        let mut branches = self.roots.iter().flat_map(|root| &root.branches);
        branches.find_map(|branch| match branch {
            Branch::Leaf(leaf) => (leaf.command == command).then_some(leaf),
            Branch::Group { leaves, .. } => leaves.iter().find(|leaf| leaf.command == command),
        })
    }
}

impl Leaf {
    /// The parameter that is called so in the default language.
    pub fn parameter(&self, name: &str) -> Option<Parameter> {
        let mut known = self.parameters.iter();
        known.find(|(_, entry)| entry.name.base == name).map(|(parameter, _)| *parameter)
    }
}
