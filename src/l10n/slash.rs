//! The words for commands that are chosen from a menu, in every language at once.

use std::collections::BTreeMap;

use super::{DEFAULT, Entry as Message, Flaw, Phrase, Words};
use crate::domain::{
    command::{
        Branch, Catalogue, CommandName, Entry, Leaf, Parameter, ParameterKind, Pointed, Root,
        Wording,
    },
    locale::Locale,
    permission::Audience,
    role::Role,
};

impl Words {
    /// Everything that can be asked for, as a platform shows it.
    pub fn catalogue(&self) -> Catalogue {
        let role = |role: Role| {
            let key = format!("people-{}", role.as_str());
            (role, self.wording(|locale| self.title(locale, &key)))
        };
        let language = |locale: &Locale| {
            let names = self.list(locale, "language-names");
            let name = names.into_iter().next().unwrap_or_else(|| locale.to_string());
            (locale.clone(), name)
        };
        Catalogue {
            roots: Audience::ALL.into_iter().map(|audience| self.root(audience)).collect(),
            pointed: Pointed::ALL
                .into_iter()
                .map(|pointed| {
                    let key = format!("slash-pointed-{}", pointed.key());
                    (pointed, self.wording(|locale| self.title(locale, &key)))
                })
                .collect(),
            roles: Role::ALL.into_iter().map(role).collect(),
            languages: self.locales().map(language).collect(),
        }
    }

    fn root(&self, audience: Audience) -> Root {
        let mut branches: Vec<Branch> = vec![];
        let names = CommandName::ALL.iter().copied();
        for command in names.filter(|command| Audience::of(*command) == audience) {
            let leaf = self.leaf(command);
            let default = Locale::new(DEFAULT);
            if self.path(&default, command).0.is_none() {
                branches.push(Branch::Leaf(leaf));
                continue;
            }
            let key = group(command);
            let known = branches.iter_mut().find_map(|branch| match branch {
                Branch::Group { key: known, leaves, .. } if *known == key => Some(leaves),
                Branch::Group { .. } | Branch::Leaf(_) => None,
            });
            match known {
                Some(leaves) => leaves.push(leaf),
                None => branches.push(self.group(key, leaf)),
            }
        }
        let entry = self.entry(&format!("slash-root-{}", audience.key()));
        Root { audience, entry, branches }
    }

    fn group(&self, key: &'static str, first: Leaf) -> Branch {
        let description = format!("slash-group-{key}");
        let entry = Entry {
            name: self.wording(|locale| {
                let (group, own) = self.path(locale, first.command);
                group.unwrap_or(own)
            }),
            what: self.wording(|locale| self.title(locale, &description)),
        };
        Branch::Group { key, entry, leaves: vec![first] }
    }

    fn leaf(&self, command: CommandName) -> Leaf {
        let parameter = |parameter: &Parameter| (*parameter, self.parameter(parameter.kind));
        Leaf {
            command,
            entry: Entry {
                name: self.wording(|locale| self.path(locale, command).1),
                what: self.wording(|locale| capitalised(&self.of_command(locale, command, "what"))),
            },
            parameters: command.parameters().iter().map(parameter).collect(),
        }
    }

    fn parameter(&self, kind: ParameterKind) -> Entry {
        self.entry(&format!("slash-parameter-{}", kind.key()))
    }

    /// A message whose attribute `what` describes it.
    fn entry(&self, key: &str) -> Entry {
        Entry {
            name: self.wording(|locale| self.text(locale, &Phrase::new(key.to_owned()))),
            what: self.wording(|locale| capitalised(&self.label(locale, key, "what", &[]))),
        }
    }

    /// The words of a command in a menu: that of its group, if it has one, and its own.
    fn path(&self, locale: &Locale, command: CommandName) -> (Option<String>, String) {
        let words = self.of_command(locale, command, "slash");
        match words.split_once(' ') {
            Some((group, own)) => (Some(group.to_owned()), own.to_owned()),
            None => (None, words),
        }
    }

    fn title(&self, locale: &Locale, key: &str) -> String {
        capitalised(&self.text(locale, &Phrase::new(key.to_owned())))
    }

    fn wording(&self, say: impl Fn(&Locale) -> String) -> Wording {
        let base = Locale::new(DEFAULT);
        let others = self.locales().filter(|locale| **locale != base);
        let others: BTreeMap<_, _> = others.map(|locale| (locale.clone(), say(locale))).collect();
        Wording { base: say(&base), others }
    }
}

/// What a command is about, by its key.
fn group(command: CommandName) -> &'static str {
    let key = command.key();
    key.split('-').next().unwrap_or(key)
}

impl Message {
    /// What no menu could show, if it is something that menus are made of. Chats are strict about
    /// the words of commands.
    pub(super) fn misshapen(&self) -> Option<Flaw> {
        let (part, most) = if self.key.starts_with("command-") {
            (self.attributes.get("slash")?, 2)
        } else if ["slash-root-", "slash-parameter-"].iter().any(|of| self.key.starts_with(of)) {
            (self.text.as_ref()?, 1)
        } else {
            return None;
        };
        let names: Vec<_> = part.words.as_deref().unwrap_or_default().split(' ').collect();
        if names.len() <= most && names.iter().copied().all(is_name) {
            return None;
        }
        let what = format!("`{}` can't be shown in a menu", self.key);
        let cure = if most == 1 {
            "Write one word in small letters, with hyphens if need be and 32 characters at most"
        } else {
            "Write one word or two in small letters, each with hyphens if need be and 32 characters at most"
        };
        Some(self.fault_at(part, what, cure))
    }
}

fn is_name(word: &str) -> bool {
    let is_plain =
        |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || matches!(c, '-' | '_' | '\'');
    (1..=32).contains(&word.chars().count()) && word.chars().all(is_plain)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
