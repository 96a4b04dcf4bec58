//! What is asked for the evaluation: at the start, at halftime, at the close, and afterwards.

use super::{Asks, Occasion, Question, Topic};
use crate::domain::{locale::Translations, role::Role};

/// How many things can be ticked at most.
pub const MOST_GAINS: usize = 8;

/// The longest of them, in characters: what a button has room for.
pub const LONGEST_GAIN: usize = 70;

/// After how many months people are asked whether they are still in touch, unless a programme says
/// otherwise.
const USUAL_FOLLOW_UP: u8 = 3;

/// What a programme asks for its evaluation. Nobody sees who answered what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Whether adepts are asked at the start, at halftime and at the close how close they are to what
    /// they want to achieve.
    pub has_baseline: bool,
    /// How many months after the last day it is asked whether people are still in touch. 0: never.
    pub follow_up_months: u8,
    /// What people may have gained.
    pub gains: Vec<Translations>,
    /// What is asked at the close, in order.
    pub questions: Vec<Question>,
}

impl Default for Evaluation {
    fn default() -> Self {
        Self {
            has_baseline: true,
            follow_up_months: USUAL_FOLLOW_UP,
            gains: vec![],
            questions: Topic::CLOSING.map(|topic| Question::library(topic, None)).to_vec(),
        }
    }
}

impl Evaluation {
    /// What is asked then: nothing, if the occasion isn't one of these.
    pub fn questions_at(&self, occasion: Occasion) -> Vec<Question> {
        let baseline = Question::library(Topic::Baseline, Some(Role::Adept));
        let baseline = self.has_baseline.then_some(baseline).into_iter();
        let ask = |topic| Question::library(topic, None);
        match occasion {
            Occasion::CheckIn => vec![],
            Occasion::Start => baseline.collect(),
            Occasion::Halftime => baseline.chain([Topic::SoFar, Topic::Support].map(ask)).collect(),
            Occasion::Close => {
                let closing = self.questions.iter().flat_map(|question| match question.asks {
                    Asks::Library(Topic::Gains) => self.gains(question.role),
                    Asks::Library(_) | Asks::Own { .. } | Asks::Gain { .. } => {
                        vec![question.clone()]
                    }
                });
                baseline.chain(closing).collect()
            }
            Occasion::FollowUp => vec![ask(Topic::InTouch)],
        }
    }

    fn gains(&self, role: Option<Role>) -> Vec<Question> {
        let gain = |(nth, words): (usize, &Translations)| Question {
            key: format!("gain-{nth}"),
            role,
            asks: Asks::Gain { words: words.clone() },
        };
        (1..).zip(&self.gains).map(gain).collect()
    }
}
