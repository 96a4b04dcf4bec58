//! Questions that the two might talk about, each in a line.

use super::{Lines, Name};

says! {
    /// What the two might talk about.
    AgendaSays "agenda"
    /// A card for the next meeting.
    Card { with: Name, lines: Lines };
    /// At the first meeting: where they come from.
    Story;
    /// At the first meeting: when they do well.
    AtYourBest;
    /// At the first meeting: what they hope for.
    Hopes;
    /// To the adept: what they want.
    Wish;
    /// To the adept: why they want it.
    Because;
    /// To the adept: how to begin.
    FirstStep;
    /// To the mentor: what the adept wants.
    AskWish { with: Name };
    /// To the mentor: why the adept wants it.
    AskBecause { with: Name };
    /// To the mentor: what the adept has tried.
    AskTried { with: Name };
    /// To the adept: what has happened since.
    Since;
    /// To the adept: what came of it.
    Learnt;
    /// To the adept: what comes next.
    NextStep;
    /// To the mentor: what the adept doesn't do.
    AskAvoids { with: Name };
    /// To the mentor: what speaks for it.
    AskEvidence;
    /// To the mentor: the smallest step.
    AskSmallest { with: Name };
    /// To the adept: what is hardest.
    Hardest;
    /// To the adept: who else could help.
    WhoElse;
    /// To the mentor: what the adept would tell others.
    AskAdvice { with: Name };
    /// To the mentor: how else it could be seen.
    AskOtherwise { with: Name };
    /// To the mentor: what they take with them.
    OwnLearning;
    /// At halftime: how they work together.
    MoreAndLess;
    /// At halftime: their agreement.
    StillAgreed;
    /// At halftime: the goals.
    HowFar;
    /// At the end: what it has given.
    Given;
    /// At the end: how it goes on.
    GoOn;
    /// At the end: whether they stay in touch.
    StayInTouch;
}
