//! The evaluation report: what a programme has come to, for those who answer for it.
//!
//! It counts what happened, and of what people answered it has what was decided to show when a round
//! closed, and nothing else: however many reports are made, and whenever, together they tell no more
//! than the results of the rounds do. Its JSON is for programs to read. The headings under which
//! people read it follow the areas of EMCC's standard for mentoring programmes (ISMCP).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{
    checkin::{Asks, Occasion, Question, Round, Scale, Topic},
    disclosure::{Cell, Disclosed},
    locale::Translations,
    progress::Progress,
    role::Role,
};

/// What a programme has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What people type to name the programme.
    pub programme: String,
    /// What it is called.
    pub names: Translations,
    /// The day on which the report was made.
    pub as_of: Date,
    /// How it stands with the programme.
    pub state: ReportState,
    /// What it is for, and how long it lasts.
    pub purpose: Purpose,
    /// What people have read and where they have met.
    pub training: Training,
    /// Who takes part, and with whom.
    pub matching: Matching,
    /// What it has come to.
    pub measurement: Measurement,
    /// What protects those who take part.
    pub ethics: Ethics,
    /// How they were looked after.
    pub administration: Administration,
}

/// How it stands with a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// It hasn't begun.
    Draft,
    /// It is under way.
    Running,
    /// It rests.
    Paused,
    /// It is over.
    Final,
}

/// What a programme is for, and how long it lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Purpose {
    /// Why there is a programme.
    pub purpose: Option<Translations>,
    /// For whom it is.
    pub target_group: Option<String>,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day.
    pub ends_on: Date,
    /// How many meetings a pair should have.
    pub meetings: u8,
}

/// What people have read and where they have met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Training {
    /// What they were given to read.
    pub lessons: Vec<LessonRead>,
    /// The group sessions that have begun.
    pub gatherings: Vec<Attended>,
}

/// Something to read, and by how many it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LessonRead {
    /// What the file calls it.
    pub lesson: String,
    /// How many were given it.
    pub given: i64,
    /// How many say that they have read it.
    pub read: i64,
}

/// A group session, and who came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attended {
    /// What it is called.
    pub titles: Translations,
    /// Its day.
    pub on: Date,
    /// How many said that they would come.
    pub said_yes: i64,
    /// How many were there. None if nobody has noted that.
    pub came: Option<i64>,
}

/// Who takes part, and with whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matching {
    /// How many have applied as mentors.
    pub mentors_applied: i64,
    /// How many have applied as adepts.
    pub adepts_applied: i64,
    /// How many of all applicants were accepted.
    pub accepted: i64,
    /// How many mentors take part.
    pub mentors: i64,
    /// How many adepts do.
    pub adepts: i64,
    /// How many pairs there have been.
    pub pairs: i64,
    /// How many of them have ended before their time.
    pub ended_early: i64,
    /// How many who were proposed to one another have both said yes.
    pub agreed: i64,
    /// In how many proposals one has said no.
    pub declined: i64,
    /// How the two get on, by round.
    pub fit: Vec<Counted>,
}

/// A figure of a round that nobody was asked for by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The number of the round with which it was counted.
    pub round: i64,
    /// When that closed.
    pub on: Date,
    /// What the round was held for.
    pub occasion: Occasion,
    /// From how many answers on it shows.
    pub threshold: u8,
    /// What it came to.
    pub figure: Figure,
}

/// What a programme has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measurement {
    /// Meetings against the plan. None if it hasn't begun.
    pub progress: Option<Progress>,
    /// How many adepts have set a goal.
    pub adepts_with_goals: i64,
    /// How far adepts came with their goals, as T-scores.
    pub goals: Vec<Counted>,
    /// How meetings felt, from 1 to 4.
    pub felt: Vec<Counted>,
    /// The rounds that have closed.
    pub rounds: Vec<RoundResult>,
    /// What people have said to be quoted, in an order drawn by lot.
    pub quotes: Vec<String>,
}

/// What a round came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundResult {
    /// What leaders call it.
    pub number: i64,
    /// What it was held for.
    pub occasion: Occasion,
    /// From how many answers on a figure shows.
    pub threshold: u8,
    /// When it closed.
    pub on: Date,
    /// How many were asked.
    pub asked: i64,
    /// How many have answered.
    pub answered: i64,
    /// What they were asked.
    pub questions: Vec<Answered>,
}

/// What was answered to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// What the file calls it.
    pub question: String,
    /// The question itself, where it isn't one that comes with the bot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Translations>,
    /// Who was asked. None for everybody.
    pub role: Option<Role>,
    /// How it was answered.
    pub scale: Scale,
    /// What all answered.
    pub all: Figure,
    /// What mentors answered. None if that isn't told apart.
    pub mentors: Option<Figure>,
    /// What adepts answered. None if that isn't told apart.
    pub adepts: Option<Figure>,
}

/// What answers come to, if it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A mean.
    Mean {
        /// How many answers there are.
        answers: i64,
        /// The mean in tenths, as leaders see it in the results.
        tenths: i64,
    },
    /// How many of a hundred say yes.
    Share {
        /// How many answers there are.
        answers: i64,
        /// The part of those who say yes.
        percent: i64,
    },
    /// There are too few answers, or all are alike. Which of the two isn't said: it would tell what
    /// each one answered.
    Hidden,
}

/// What protects those who take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ethics {
    /// How many pairs have agreed on how they work together, and on confidentiality.
    pub agreements: i64,
    /// From how many answers on results show.
    pub threshold: u8,
    /// The version of the privacy notice that applicants accept.
    pub notice: Option<String>,
    /// How many people's data was erased.
    pub erased: i64,
}

/// How people were looked after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Administration {
    /// What leaders were shown, by what it was about.
    pub cases: Vec<Cases>,
    /// Within how many days leaders promise to answer.
    pub reply_within_days: u8,
    /// How many messages have arrived.
    pub sent: i64,
    /// How many could not be delivered.
    pub undelivered: i64,
    /// When everything about those who took part is erased.
    pub erased_on: Date,
}

/// What leaders were shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cases {
    /// What it was about.
    pub concern: Concern,
    /// How often it came up, and how often of these it is dealt with. None where it came up so seldom
    /// that somebody who trusted a leader with it could be guessed at.
    pub counts: Option<(i64, i64)>,
}

/// What a case is about, without telling more of anybody than has to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// Meetings that aren't booked or held, or of which nothing is known.
    Meetings,
    /// Goals that aren't set.
    Goals,
    /// Somebody asked for help, doesn't get on, or has low marks.
    Wellbeing,
    /// Somebody doesn't answer, doesn't come, or has left.
    Contact,
    /// The programme itself: letters, its start.
    Programme,
}

impl Report {
    /// Whether anybody takes part.
    pub const fn is_about_anybody(&self) -> bool {
        self.matching.mentors + self.matching.adepts > 0
    }
}

impl Concern {
    /// In the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Meetings, Self::Goals, Self::Wellbeing, Self::Contact, Self::Programme];

    /// What a case of that kind is about, as the database spells kinds. None for one that isn't known.
    pub fn of_kind(kind: &str) -> Option<Self> {
        Some(match kind {
            "not_booked" | "few_dates" | "no_meeting" | "no_answer" | "facts_differ" => {
                Self::Meetings
            }
            "no_goal" => Self::Goals,
            "help" | "bad_fit" | "low_marks" => Self::Wellbeing,
            "silent" | "unreachable" | "left" | "never_comes" => Self::Contact,
            "letters_due" | "not_started" => Self::Programme,
            _ => return None,
        })
    }
}

impl Figure {
    /// What may be shown of a cell.
    pub fn of(cell: Cell, scale: Scale) -> Self {
        let Cell::Shown { count: answers, .. } = cell else { return Self::Hidden };
        let figure = if scale.is_share() {
            cell.percent().map(|percent| Self::Share { answers, percent })
        } else {
            cell.tenths().map(|tenths| Self::Mean { answers, tenths })
        };
        figure.unwrap_or(Self::Hidden)
    }
}

impl Answered {
    /// What shows of a question. None if it isn't one that people answer with a number.
    pub fn of(question: &Question, shown: &Disclosed, by_role: usize) -> Option<Self> {
        let scale = question.scale();
        if !scale.is_asked() || scale == Scale::Words {
            return None;
        }
        let groups = shown.splits.get(by_role).and_then(Option::as_ref);
        // A split into one group says nothing more than the whole.
        let groups = groups.filter(|groups| groups.len() > 1);
        let part = |role: Role| {
            groups.and_then(|groups| groups.get(role.as_str())).map(|cell| Figure::of(*cell, scale))
        };
        let words = match &question.asks {
            Asks::Own { words, .. } | Asks::Gain { words } => Some(words.clone()),
            Asks::Library(_) => None,
        };
        Some(Self {
            question: question.key.clone(),
            words,
            role: question.role,
            scale,
            all: Figure::of(shown.all, scale),
            mentors: part(Role::Mentor),
            adepts: part(Role::Adept),
        })
    }
}

impl Counted {
    /// What was counted in each round for a question that nobody is asked, the earliest first.
    pub fn each(rounds: &[(Round, Date, BTreeMap<usize, Disclosed>)], scale: Scale) -> Vec<Self> {
        let counted = rounds.iter().filter_map(|(round, on, shown)| {
            let nth = round.questions.iter().position(|question| question.scale() == scale)?;
            Some(Self {
                round: round.number,
                on: *on,
                occasion: round.occasion,
                threshold: round.threshold,
                figure: Figure::of(shown.get(&nth)?.all, scale),
            })
        });
        counted.collect()
    }
}

impl RoundResult {
    /// Whether it was one of the check-ins.
    pub fn is_check_in(&self) -> bool {
        self.occasion == Occasion::CheckIn
    }

    /// What was answered to one of the questions that come with the bot.
    pub fn answer_to(&self, topic: Topic) -> Option<&Answered> {
        self.questions.iter().find(|one| one.words.is_none() && one.question == topic.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_what_the_results_show() {
        let cell = Cell::Shown { count: 11, sum: 17 };
        assert_eq!(Figure::of(cell, Scale::Agree), Figure::Mean { answers: 11, tenths: 15 });
        let cell = Cell::Shown { count: 7, sum: 5 };
        assert_eq!(Figure::of(cell, Scale::YesNo), Figure::Share { answers: 7, percent: 71 });
    }

    /// Which of the two it is would tell what everybody answered.
    #[test]
    fn what_is_hidden_says_not_why() {
        assert_eq!(Figure::of(Cell::TooFew, Scale::Agree), Figure::Hidden);
        assert_eq!(Figure::of(Cell::Alike, Scale::Agree), Figure::Hidden);
    }

    #[test]
    fn every_kind_of_case_is_about_something() {
        for kind in [
            "not_booked",
            "few_dates",
            "no_meeting",
            "no_answer",
            "facts_differ",
            "no_goal",
            "silent",
            "bad_fit",
            "help",
            "unreachable",
            "left",
            "never_comes",
            "low_marks",
            "letters_due",
            "not_started",
        ] {
            assert!(Concern::of_kind(kind).is_some(), "{kind}");
        }
    }
}
