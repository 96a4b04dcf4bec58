//! What is said about goals.

use super::{Code, Count, Line, Lines, Name, Tenths, Words};
use crate::domain::{goal::Score, ids::GoalId, press::Press};

says! {
    /// About what an adept wants to reach.
    GoalSays "goal"
    /// It is kept, and help is offered.
    Kept { goal: GoalId, number: Count, with: Name, share: Code } [help => Press::GoalHelp(*goal)];
    /// Five questions that make a goal clearer.
    Help { number: Count, words: Words, edit: Code };
    /// They have as many as there may be.
    TooMany { most: Count, remove: Code };
    /// There are none yet.
    Nothing { add: Code };
    /// An adept's own goals.
    List { lines: Lines };
    /// The goals that an adept shares, for the mentor.
    ListShared { with: Name, lines: Lines };
    /// The adept shares none.
    NoneShared { with: Name };
    /// A goal, as the mentor sees it.
    Item { number: Count, words: Words, weight: Count };
    /// A goal that only the adept sees.
    ItemOwn { number: Count, words: Words, weight: Count };
    /// A goal that the mentor sees too.
    ItemShared { number: Count, words: Words, weight: Count, with: Name };
    /// A step on the way to it.
    ItemStep { number: Count, step: Count, words: Words };
    /// The same, reached.
    ItemStepDone { number: Count, step: Count, words: Words };
    /// How far it came.
    ItemScore { number: Count, stage: Line, score: Line };
    /// How far all of them came.
    Attainment { stage: Line, score: Tenths };
    /// One of the adept's goals, before a meeting.
    BriefOwn { number: Count, words: Words };
    /// The same, with the step that comes next.
    BriefOwnStep { number: Count, words: Words, step: Words };
    /// A goal that the adept shares, for the mentor before a meeting.
    BriefShared { with: Name, words: Words };
    /// Suggests a first goal, before a meeting.
    SetFirst { add: Code };
    /// Asks for the next step of goals of which nothing has been heard for long, before a meeting.
    Revisit { step: Code };
    /// Suggests to score the goals at halftime, before a meeting.
    ScoreHalftime { rate: Code };
    /// Suggests to score the goals when the end is near, before a meeting.
    ScoreClose { rate: Code };
    /// It says something else.
    Reworded { number: Count, words: Words };
    /// It counts that much.
    Weighed { number: Count, weight: Count };
    /// There is no such weight.
    NoSuchWeight { example: Code };
    /// A step is added.
    StepAdded { number: Count, step: Count, done: Code };
    /// There are as many as there may be.
    TooManySteps { most: Count };
    /// There is no such step.
    NoSuchStep { number: Count, step: Count, list: Code };
    /// A step is reached.
    StepDone { number: Count, step: Count, words: Words };
    /// The mentor sees the goal from now on.
    Shared { number: Count, with: Name, share: Code };
    /// The mentor sees it no longer.
    Unshared { number: Count, with: Name };
    /// Asks how far it came.
    AskScore { goal: GoalId, words: Words } + score_buttons(*goal);
    /// It is scored.
    Scored { number: Count, stage: Line, score: Line };
    /// It is gone.
    Removed { number: Count };
    /// There is no such goal.
    NoSuch { number: Count, list: Code };
    /// Somebody else's goals.
    AdeptsOnly { with: Name, list: Code };
    /// Numbers for leaders, who see no words.
    Numbers { count: Count, shared: Count, scored: Count };
    /// How far it came: much less than expected.
    MuchLess;
    /// Less.
    Less;
    /// As expected.
    AsExpected;
    /// More.
    More;
    /// Much more.
    MuchMore;
    /// In the middle of the programme.
    AtHalftime;
    /// At its end.
    AtClose;
}

impl GoalSays {
    /// What a score is called.
    pub const fn score(score: Score) -> Self {
        match score.get() {
            ..=-2 => Self::MuchLess,
            -1 => Self::Less,
            0 => Self::AsExpected,
            1 => Self::More,
            2.. => Self::MuchMore,
        }
    }
}

/// A button for each score.
fn score_buttons(goal: GoalId) -> Vec<super::Offer> {
    let label =
        |score| super::Label::Words(super::Value::Message(Box::new(GoalSays::score(score).into())));
    let button = |score| super::Offer { label: label(score), press: Press::Score(goal, score) };
    Score::ALL.into_iter().map(button).collect()
}
