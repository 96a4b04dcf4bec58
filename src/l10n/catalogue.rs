//! All entries of the locale files side by side, and what can be seen in one language alone.

use std::collections::{BTreeMap, BTreeSet};

use unic_langid::LanguageIdentifier;

use super::{
    CONVENTIONS, Entry, Flaw, LocaleFile, Part,
    flaw::{NO_LANGUAGE, did_you_mean},
};

/// The entries of every language, by their keys.
#[derive(Clone, Default)]
pub struct Catalogue {
    /// The languages by their tags.
    pub languages: BTreeMap<String, BTreeMap<String, Entry>>,
}

impl Catalogue {
    /// What `files` have to say. What can't be read of them is added to `flaws`.
    pub fn read(files: &[LocaleFile], flaws: &mut Vec<Flaw>) -> Self {
        let mut catalogue = Self::default();
        for file in files {
            if file.language.parse::<LanguageIdentifier>().is_err() {
                let what = format!("`{}` is no language", file.language);
                flaws.push(file.fault(1, what, NO_LANGUAGE));
                continue;
            }
            let (entries, unreadable) = file.entries();
            flaws.extend(unreadable);
            let language = catalogue.languages.entry(file.language.clone()).or_default();
            for entry in entries {
                if let Some(first) = language.get(&entry.key) {
                    let Entry { key, path, line, .. } = first;
                    let what = format!("`{key}` stands in {path}:{line} already");
                    flaws.push(entry.fault(what, "Take one of the two out"));
                } else {
                    language.insert(entry.key.clone(), entry);
                }
            }
        }
        catalogue
    }

    /// What can be seen by looking at one language at a time, and at the entries `of` interest.
    pub fn inspect(&self, of: impl Fn(&Entry) -> bool, flaws: &mut Vec<Flaw>) {
        for (language, entries) in &self.languages {
            for entry in entries.values().filter(|entry| of(entry)) {
                entry.inspect(flaws);
                for part in entry.parts() {
                    for (key, attribute) in &part.contents.references {
                        if self.part(language, key, attribute.as_deref()).is_none() {
                            let attribute = attribute.as_ref().map(|name| format!(".{name}"));
                            let name = format!("{key}{}", attribute.unwrap_or_default());
                            let keys = entries.keys().map(String::as_str);
                            let cure = did_you_mean(&name, keys, "Take it out");
                            flaws.push(entry.fault_at(
                                part,
                                format!("there is no `{name}`"),
                                &cure,
                            ));
                        }
                    }
                    if self.reaches(language, part).iter().any(|reached| same(reached, part)) {
                        let what = format!("`{}` stands inside itself", entry.key);
                        flaws.push(entry.fault_at(part, what, "Take that reference out"));
                    }
                }
            }
        }
    }

    /// The text that a reference means.
    fn part(&self, language: &str, key: &str, attribute: Option<&str>) -> Option<&Part> {
        let entry = self.languages.get(language)?.get(key)?;
        match attribute {
            None => entry.text.as_ref(),
            Some(attribute) => entry.attributes.get(attribute),
        }
    }

    /// The parts that `part` takes in, by way of others too.
    fn reaches<'c>(&'c self, language: &str, part: &'c Part) -> Vec<&'c Part> {
        let mut reached: Vec<&Part> = Vec::new();
        let mut ahead = vec![part];
        while let Some(part) = ahead.pop() {
            for (key, attribute) in &part.contents.references {
                if let Some(next) = self.part(language, key, attribute.as_deref())
                    && !reached.iter().any(|part| same(part, next))
                {
                    reached.push(next);
                    ahead.push(next);
                }
            }
        }
        reached
    }

    /// The variables of `part` and of what it takes in.
    pub fn variables<'c>(&'c self, language: &str, part: &'c Part) -> BTreeSet<&'c str> {
        let parts = self.reaches(language, part).into_iter().chain([part]);
        parts.flat_map(|part| &part.contents.variables).map(String::as_str).collect()
    }
}

fn same(one: &Part, other: &Part) -> bool {
    std::ptr::eq(one, other)
}

impl Entry {
    fn parts(&self) -> impl Iterator<Item = &Part> {
        self.text.iter().chain(self.attributes.values())
    }

    /// What is wrong with it by itself.
    fn inspect(&self, flaws: &mut Vec<Flaw>) {
        let key = &self.key;
        if self.text.is_none() {
            let what = format!("`{key}` has no text");
            flaws.push(self.fault(what, "Write it behind the ="));
        }
        for part in self.parts() {
            let contents = &part.contents;
            if !contents.says {
                let what = format!("`{key}` says nothing");
                flaws.push(self.fault_at(part, what, "Write something, or take it out"));
            }
            if let Some(function) = contents.functions.first() {
                let what = format!("there is no function {function}");
                let cure = "Write the variable alone, as in { $name }";
                flaws.push(self.fault_at(part, what, cure));
            }
            // Fluent shows the variable's name there, and no error.
            if key.starts_with('-') && !contents.variables.is_empty() {
                let what = format!("the term `{key}` cannot have variables");
                flaws.push(self.fault_at(part, what, "Take them out"));
            }
            for complaint in &part.complaints {
                let what = format!("`{key}`: {complaint}");
                flaws.push(self.complaint(part, what));
            }
        }
        flaws.extend(self.misshapen());
        let words = self.text.as_ref().and_then(|text| text.words.as_deref());
        if key == CONVENTIONS && words.is_none_or(|tag| tag.parse::<LanguageIdentifier>().is_err())
        {
            let what = format!("`{key}` is a language and a region, such as en-GB");
            flaws.push(self.fault(what, ""));
        }
    }
}
