//! What applicants are asked, and what of their words is an answer.

use serde::{Deserialize, Serialize};

use crate::domain::{
    locale::{Locale, Translations},
    role::Role,
    when::normalise,
};

/// The longest answer in somebody's own words, in characters.
pub const LONGEST_ANSWER: usize = 1_000;
/// The most things that somebody names in one answer.
pub const MOST_TOPICS: usize = 10;
/// The longest of these, in characters.
pub const LONGEST_TOPIC: usize = 60;

/// Something that applicants are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What answers are kept under. If it is a column of the list of people, the answer fills in
    /// that column.
    pub key: String,
    /// In which role people are asked; none for all.
    pub role: Option<Role>,
    /// The words.
    pub words: Translations,
    /// What can be answered.
    pub kind: QuestionKind,
    /// Whether it can be passed over.
    pub is_optional: bool,
}

/// What can be answered to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKind {
    /// One of these.
    Choice(Vec<Translations>),
    /// Some of these.
    Choices(Vec<Translations>),
    /// Own words.
    Text,
    /// A whole number.
    Number {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// Things in own words, such as what somebody wants more of.
    Topics,
}

/// An answer. Its JSON is a stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// Options, by their words in the programme's language.
    Chosen(Vec<String>),
    /// Own words.
    Words(String),
    /// A number.
    Number(i64),
    /// Several things in own words.
    Topics(Vec<String>),
    /// The question was passed over.
    Skipped,
}

/// What was said is no answer to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// It is none of the options.
    NotAmongThem,
    /// It is no number from the smallest to the largest.
    NoNumber {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// It has more characters than are kept.
    TooLong {
        /// How many are.
        most: usize,
    },
    /// It names more things than are kept.
    TooMany {
        /// How many are.
        most: usize,
    },
    /// There is nothing in it.
    Nothing,
}

impl Question {
    /// Whether people are asked it who apply in that role.
    pub fn is_for(&self, role: Role) -> bool {
        self.role.is_none_or(|wanted| wanted == role)
    }

    /// Whether two answers to it can be the same, so that they can be compared.
    pub const fn is_comparable(&self) -> bool {
        match self.kind {
            QuestionKind::Choice(_) | QuestionKind::Choices(_) | QuestionKind::Topics => true,
            QuestionKind::Text | QuestionKind::Number { .. } => false,
        }
    }

    /// The options, if it has any.
    pub fn options(&self) -> &[Translations] {
        match &self.kind {
            QuestionKind::Choice(options) | QuestionKind::Choices(options) => options,
            QuestionKind::Text | QuestionKind::Number { .. } | QuestionKind::Topics => &[],
        }
    }

    /// The answer that some words are. Options are kept in the language `kept` whatever language
    /// they were named in.
    pub fn answer(&self, said: &str, kept: &Locale) -> Result<Given, NoAnswer> {
        let said = said.trim();
        if said.is_empty() {
            return Err(NoAnswer::Nothing);
        }
        match &self.kind {
            QuestionKind::Choice(options) => {
                let nth = option_called(options, said).ok_or(NoAnswer::NotAmongThem)?;
                self.chosen(&[nth], kept)
            }
            QuestionKind::Choices(_) => self.chosen(&self.named(said)?, kept),
            QuestionKind::Text => {
                if said.chars().nth(LONGEST_ANSWER).is_some() {
                    return Err(NoAnswer::TooLong { most: LONGEST_ANSWER });
                }
                Ok(Given::Words(said.to_owned()))
            }
            QuestionKind::Number { least, most } => {
                let number = said.parse().ok().filter(|number| (*least..=*most).contains(number));
                let wrong = NoAnswer::NoNumber { least: *least, most: *most };
                number.map(Given::Number).ok_or(wrong)
            }
            QuestionKind::Topics => topics(said).map(Given::Topics),
        }
    }

    /// The options that some words name, counted from zero.
    pub fn named(&self, said: &str) -> Result<Vec<usize>, NoAnswer> {
        let named = said.split([',', ';', '|', '\n']).map(str::trim);
        let named = named.filter(|part| !part.is_empty());
        let chosen: Option<_> = named.map(|part| option_called(self.options(), part)).collect();
        chosen.ok_or(NoAnswer::NotAmongThem)
    }

    /// The options that an answer consists of, counted from zero, as far as the file still offers
    /// them.
    pub fn options_in(&self, given: &Given, kept: &Locale) -> Vec<usize> {
        let Given::Chosen(chosen) = given else { return vec![] };
        let is_chosen = |option: &Translations| chosen.iter().any(|one| one == option.get(kept));
        let options = self.options().iter().enumerate();
        options.filter(|(_, option)| is_chosen(option)).map(|(nth, _)| nth).collect()
    }

    /// The answer that consists of some of the options, counted from zero.
    pub fn chosen(&self, nths: &[usize], kept: &Locale) -> Result<Given, NoAnswer> {
        let options = self.options().iter().enumerate();
        let chosen = options.filter(|(nth, _)| nths.contains(nth));
        let chosen: Vec<_> = chosen.map(|(_, option)| option.get(kept).to_owned()).collect();
        if chosen.is_empty() { Err(NoAnswer::Nothing) } else { Ok(Given::Chosen(chosen)) }
    }

    /// An answer as somebody reads it. Nothing, if the question was passed over.
    pub fn shown(&self, given: &Given, kept: &Locale, locale: &Locale) -> Vec<String> {
        match given {
            Given::Chosen(chosen) => {
                let put = |words: &String| {
                    // What the file offers no longer is shown as it was.
                    let mut options = self.options().iter();
                    let option = options.find(|option| option.get(kept) == words);
                    option.map_or_else(|| words.clone(), |option| option.get(locale).to_owned())
                };
                chosen.iter().map(put).collect()
            }
            Given::Words(words) => vec![words.clone()],
            Given::Number(number) => vec![number.to_string()],
            Given::Topics(topics) => topics.clone(),
            Given::Skipped => vec![],
        }
    }
}

/// The place of an option that is named by its number from one, or by its words in any language.
fn option_called(options: &[Translations], said: &str) -> Option<usize> {
    let number = said.trim_end_matches(['.', ')']).parse::<usize>().ok();
    let number = number.and_then(|number| number.checked_sub(1));
    let by_number = number.filter(|nth| *nth < options.len());
    let said = normalise(said);
    let is_called = |option: &Translations| {
        option.locales().any(|locale| normalise(option.get(locale)) == said)
    };
    options.iter().position(is_called).or(by_number)
}

/// Things with commas, semicolons or lines between them, each once.
fn topics(said: &str) -> Result<Vec<String>, NoAnswer> {
    let mut topics: Vec<String> = vec![];
    // The bar separates topics where they are kept.
    for part in said.split([',', ';', '\n', '|']).map(str::trim).filter(|part| !part.is_empty()) {
        if part.chars().nth(LONGEST_TOPIC).is_some() {
            return Err(NoAnswer::TooLong { most: LONGEST_TOPIC });
        }
        if !topics.iter().any(|known| normalise(known) == normalise(part)) {
            topics.push(part.to_owned());
        }
    }
    match topics.len() {
        0 => Err(NoAnswer::Nothing),
        number if number > MOST_TOPICS => Err(NoAnswer::TooMany { most: MOST_TOPICS }),
        _ => Ok(topics),
    }
}
