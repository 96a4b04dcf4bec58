//! What is said about what a pair agrees on.

use jiff::civil;

use super::{Code, Count, Line, Lines, Name, Words};
use crate::domain::{
    agreement::Topic,
    ids::{AgreementId, DraftId},
    press::Press,
};

says! {
    /// About what a pair agrees on.
    AgreementSays "agreement"
    /// The first step: what they meet for.
    Purpose { agreement: AgreementId, with: Name }
        [agree => Press::Agree(*agreement, Topic::Purpose), amend => Press::Amend(*agreement, Topic::Purpose)];
    /// The second: when, how long, and what there is between the meetings.
    Extent { agreement: AgreementId, with: Name, meetings: Count, months: Count }
        [agree => Press::Agree(*agreement, Topic::Extent), amend => Press::Amend(*agreement, Topic::Extent)];
    /// The third, for the mentor: who does what.
    RolesMentor { agreement: AgreementId, with: Name }
        [agree => Press::Agree(*agreement, Topic::Roles), amend => Press::Amend(*agreement, Topic::Roles)];
    /// The third, for the adept.
    RolesAdept { agreement: AgreementId, with: Name }
        [agree => Press::Agree(*agreement, Topic::Roles), amend => Press::Amend(*agreement, Topic::Roles)];
    /// The fourth: preparing, and keeping booked times.
    Times { agreement: AgreementId, with: Name }
        [agree => Press::Agree(*agreement, Topic::Times), amend => Press::Amend(*agreement, Topic::Times)];
    /// The fifth: what stays between them.
    Confidentiality { agreement: AgreementId, with: Name }
        [agree => Press::Agree(*agreement, Topic::Confidentiality), amend => Press::Amend(*agreement, Topic::Confidentiality)];
    /// The sixth: what the organiser may hear.
    Telling { agreement: AgreementId, with: Name }
        [agree => Press::Agree(*agreement, Topic::Telling), amend => Press::Amend(*agreement, Topic::Telling)];
    /// The last: looking back together, and the end.
    End { agreement: AgreementId, with: Name, ends_on: civil::Date }
        [agree => Press::Agree(*agreement, Topic::End), amend => Press::Amend(*agreement, Topic::End)];
    /// What they have added to a step in their own words.
    Own { words: Words };

    /// Asks for what they want to add.
    AskAddition { draft: DraftId, topic: Line, with: Name } [leave => Press::Discard(*draft)];
    /// The addition is kept.
    Added { with: Name };
    /// Tells the other of an addition.
    AddedByOther { with: Name, topic: Line, words: Words, agreement: Code };
    /// One of them has confirmed all steps, and the other hasn't.
    Waiting { with: Name };
    /// Tells the other that it is their turn.
    YourTurn { with: Name, agreement: Code };
    /// Both have confirmed all of it.
    Agreed { mentor: Name, adept: Name, version: Count };
    /// What they have agreed on.
    Show { agreement: AgreementId, with: Name, version: Count, on: civil::Date, lines: Lines }
        [reopen => Press::Reopen(*agreement)];
    /// A step of it, to which nothing was added.
    ShowStep { topic: Line, text: Line };
    /// A step with what was added.
    ShowStepOwn { topic: Line, text: Line, words: Words };
    /// What a step says.
    TextPurpose;
    /// What a step says.
    TextExtent { meetings: Count, months: Count };
    /// What a step says to the mentor.
    TextRolesMentor { with: Name };
    /// What a step says to the adept.
    TextRolesAdept { with: Name };
    /// What a step says.
    TextTimes;
    /// What a step says.
    TextConfidentiality;
    /// What a step says.
    TextTelling;
    /// What a step says.
    TextEnd { ends_on: civil::Date };
    /// What a step is about, where nothing was added.
    ShowTopic { topic: Line };
    /// What a step is about, with what was added.
    ShowOwn { topic: Line, words: Words };
    /// Tells the other that it is open again.
    Reopened { with: Name, agreement: Code };

    /// What a step is about.
    TopicPurpose;
    /// What a step is about.
    TopicExtent;
    /// What a step is about.
    TopicRoles;
    /// What a step is about.
    TopicTimes;
    /// What a step is about.
    TopicConfidentiality;
    /// What a step is about.
    TopicTelling;
    /// What a step is about.
    TopicEnd;
}

impl AgreementSays {
    /// What a step is about, in a few words.
    pub const fn topic(topic: Topic) -> Self {
        match topic {
            Topic::Purpose => Self::TopicPurpose,
            Topic::Extent => Self::TopicExtent,
            Topic::Roles => Self::TopicRoles,
            Topic::Times => Self::TopicTimes,
            Topic::Confidentiality => Self::TopicConfidentiality,
            Topic::Telling => Self::TopicTelling,
            Topic::End => Self::TopicEnd,
        }
    }
}
