//! What stands in the evaluation report.

use jiff::civil;

use super::{Count, FileText, Line, Lines, Name, Tenths, Words};
use crate::domain::locale::Translations;

says! {
    /// About the evaluation report.
    ReportSays "report"
    /// The report in the conversation, with the page that goes along.
    Chat { title: Line, about: Line, purpose: Lines, training: Lines, matching: Lines, measurement: Lines, ethics: Lines, administration: Lines, file: FileText };
    /// The report for spreadsheets.
    Table { file: FileText };
    /// The report for programs.
    Data { file: FileText };
    /// What stands above it all.
    Title { names: Translations };
    /// It was made on that day.
    AsOf { on: civil::Date };
    /// It was made before the programme began.
    BeforeStart { on: civil::Date };
    /// It was made while the programme rests.
    Resting { on: civil::Date };
    /// It was made on that day, and the programme is over.
    Final { on: civil::Date };
    /// What stands above a table, where there are no tables.
    Caption { words: Line };
    /// A row of a table, where there are no tables.
    Row { label: Line, cells: Lines };
    /// A cell of it.
    Cell { column: Line, value: Line };
    /// What somebody has said.
    Quote { words: Words };

    /// The first of six headings.
    HeadPurpose;
    /// The second.
    HeadTraining;
    /// The third.
    HeadMatching;
    /// The fourth.
    HeadMeasurement;
    /// The fifth.
    HeadEthics;
    /// The sixth.
    HeadAdministration;

    /// Why there is a programme.
    Purpose { words: Translations };
    /// For whom it is.
    TargetGroup { words: Words };
    /// From when to when.
    Period { starts_on: civil::Date, ends_on: civil::Date };
    /// How many meetings are planned for each pair.
    MeetingsPlanned { count: Count };

    /// Above what people have read.
    CaptionLessons;
    /// Nothing was given to be read.
    NoLessons;
    /// A text.
    ColumnText;
    /// How many were given it.
    ColumnGiven;
    /// How many have read it.
    ColumnRead;
    /// Above the group sessions.
    CaptionGatherings;
    /// There were none.
    NoGatherings;
    /// A group session.
    ColumnGathering;
    /// Its day.
    ColumnDay;
    /// How many said that they would come.
    ColumnSaidYes;
    /// How many came.
    ColumnCame;
    /// What a group session is called.
    GatheringTitle { titles: Translations };
    /// Nobody has noted who came.
    NotNoted;

    /// How many have applied.
    Applied { mentors: Count, adepts: Count, accepted: Count };
    /// How many take part.
    TakePart { mentors: Count, adepts: Count };
    /// How many pairs there have been.
    Pairs { count: Count };
    /// How many of them have ended early.
    EndedEarly { count: Count };
    /// How many have said yes or no to one another.
    Proposals { agreed: Count, declined: Count };
    /// Above how the two get on.
    CaptionFit;

    /// A round.
    ColumnRound;
    /// A check-in, by its number.
    RowCheckIn { number: Count, on: civil::Date };
    /// The round of the start.
    RowStart { on: civil::Date };
    /// The round of halftime.
    RowHalftime { on: civil::Date };
    /// The round of the close.
    RowClose { on: civil::Date };
    /// The round some months later.
    RowFollowUp { on: civil::Date };
    /// Above how many have answered.
    CaptionResponse;
    /// No round has closed yet.
    NoRounds;
    /// How many were asked.
    ColumnAsked;
    /// How many have answered.
    ColumnAnswered;
    /// The part of them.
    ColumnRate;
    /// How many meetings were held of those that were planned.
    MeetingsHeld { held: Count, planned: Count };
    /// Nothing has begun yet.
    NotBegun;
    /// Above the meetings.
    CaptionMeetings;
    /// Until when they are counted.
    ColumnUntil;
    /// How many were held.
    ColumnHeld;
    /// How many were planned.
    ColumnPlanned;
    /// A month that is to come.
    ToCome;
    /// What the picture of the meetings shows.
    AboutMeetings;
    /// How many adepts have set a goal.
    AdeptsWithGoals { count: Count, of: Count };
    /// What a T-score is.
    AboutGoals;
    /// Above the goals.
    CaptionGoals;
    /// The mean of T-scores.
    ColumnScore;
    /// Above how close adepts are to what they want.
    CaptionBaseline;
    /// A mean.
    ColumnMean;
    /// The part of those who say so.
    ColumnShare;
    /// Above the check-ins over time.
    CaptionCheckIns;
    /// What the picture of the check-ins shows.
    AboutCheckIns;
    /// Above what was asked at halftime.
    CaptionHalftime;
    /// Above what was asked at the close.
    CaptionClose;
    /// Above what was asked some months later.
    CaptionFollowUp;
    /// A question.
    ColumnQuestion;
    /// What all have answered.
    ColumnAll;
    /// What mentors have answered.
    ColumnMentors;
    /// What adepts have answered.
    ColumnAdepts;
    /// Above how meetings felt.
    CaptionFelt;
    /// Above what people have said to be quoted.
    CaptionQuotes;
    /// Nobody is quoted.
    NoQuotes { threshold: Count };
    /// A mean, with the number of answers.
    Mean { mean: Tenths, count: Count };
    /// The part of those who say yes, with the number of answers.
    Share { percent: Count, count: Count };
    /// It isn't shown.
    Hidden { threshold: Count };
    /// A number that is small.
    Few { threshold: Count };
    /// A number.
    Number { count: Count };
    /// A part of a hundred.
    Percent { percent: Count };
    /// There is nothing to count.
    None;
    /// A day.
    Day { on: civil::Date };

    /// How many pairs have agreed on how they work together.
    Agreements { count: Count, of: Count };
    /// What is anonymous.
    Anonymity { threshold: Count };
    /// What answers are never used for.
    NeverUsed;
    /// Which version of the privacy notice applicants accept.
    Notice { version: Words };
    /// How many people's data was erased.
    Erased { count: Count };

    /// Above what leaders were shown.
    CaptionCases;
    /// Nothing has come up.
    NoCases;
    /// What it was about.
    ColumnConcern;
    /// How often it came up.
    ColumnRaised;
    /// How often it is dealt with.
    ColumnHandled;
    /// Meetings.
    ConcernMeetings;
    /// Goals.
    ConcernGoals;
    /// How people are.
    ConcernWellbeing;
    /// Whether people are there.
    ConcernContact;
    /// The programme itself.
    ConcernProgramme;
    /// Within how many days leaders promise to answer.
    ReplyWithin { days: Count };
    /// How many messages have arrived.
    Letters { sent: Count, undelivered: Count };
    /// When everything about those who took part is erased.
    ErasedOn { on: civil::Date };
    /// The end of the page.
    MadeBy;
    /// In the table for spreadsheets: under which heading something stands.
    ColumnArea;
    /// In the table for spreadsheets: in which table it stands.
    ColumnTable;
    /// In the table for spreadsheets: in which row.
    ColumnRow;
    /// In the table for spreadsheets: in which column.
    ColumnColumn;
    /// In the table for spreadsheets: what it says.
    ColumnValue;
    /// What parts columns in this language's spreadsheets.
    Delimiter;
    /// It can't be made before somebody takes part.
    NothingYet { programme: Name };
}
