//! What people read before they begin.

use super::{Code, Count, Line, Lines, Name, Words};
use crate::domain::{
    ids::{DraftId, LessonId},
    press::Press,
};

says! {
    /// About what people read before they begin.
    TrainingSays "training"
    /// About the first meeting.
    FirstMeeting { lesson: LessonId, programme: Name, number: Count, of: Count }
        [done => Press::Learnt(*lesson)];
    /// About listening.
    Listening { lesson: LessonId, programme: Name, number: Count, of: Count }
        [done => Press::Learnt(*lesson)];
    /// About questions that challenge.
    Questions { lesson: LessonId, programme: Name, number: Count, of: Count }
        [done => Press::Learnt(*lesson)];
    /// About setting goals.
    Goals { lesson: LessonId, programme: Name, number: Count, of: Count }
        [done => Press::Learnt(*lesson)];
    /// About confidentiality.
    Confidentiality { lesson: LessonId, programme: Name, number: Count, of: Count }
        [done => Press::Learnt(*lesson)];
    /// About what to do when it doesn't work.
    Difficulties { lesson: LessonId, programme: Name, number: Count, of: Count }
        [done => Press::Learnt(*lesson)];
    /// About leading a programme.
    Leading { lesson: LessonId, programme: Name, number: Count, of: Count }
        [done => Press::Learnt(*lesson)];
    /// Something of the programme's own.
    Own { lesson: LessonId, programme: Name, number: Count, of: Count, words: Words }
        [done => Press::Learnt(*lesson)];
    /// The same, with more to read or something to think about.
    OwnMore { lesson: LessonId, programme: Name, number: Count, of: Count, words: Words, lines: Lines }
        [done => Press::Learnt(*lesson)];
    /// Where there is more.
    Link { link: Words };
    /// What to think about.
    Question { words: Words };
    /// They have read it, and more comes.
    Done;
    /// They have read everything.
    AllDone;

    /// What there is to read, for a leader who can let it begin.
    ShowBefore { draft: DraftId, programme: Name, every: Count, lines: Lines }
        [begin => Press::Confirm(*draft), later => Press::Discard(*draft)];
    /// What there is to read, and how far people have come.
    Show { programme: Name, lines: Lines };
    /// There is nothing to read.
    Nothing { programme: Name, show: Code };
    /// It has begun.
    Begun { programme: Name };
    /// Something to read.
    Item { what: Line, audience: Line };
    /// Something to read, and how many have.
    ItemCounted { what: Line, audience: Line, sent: Count, done: Count };
    /// What it is about.
    TitleFirstMeeting;
    /// What it is about.
    TitleListening;
    /// What it is about.
    TitleQuestions;
    /// What it is about.
    TitleGoals;
    /// What it is about.
    TitleConfidentiality;
    /// What it is about.
    TitleDifficulties;
    /// What it is about.
    TitleLeading;
    /// What it is about, as the file calls it.
    TitleOwn { key: Code };
    /// For whom it is.
    ForAll;
    /// For whom it is.
    ForMentors;
    /// For whom it is.
    ForAdepts;
    /// For whom it is.
    ForLeaders;
}
