//! What is said about the faults of a file that somebody handed in. Where a fault is,
//! [`ProgrammeSays::FaultAt`](super::programme::ProgrammeSays::FaultAt) says around it.

use super::{Code, Count, Line, Name, Words};

says! {
    /// What is wrong at one place of a file, and the cure.
    FaultSays "fault"
    /// The line breaks the rules of the format.
    NotToml;
    /// The file was saved in another encoding.
    NotUtf8;
    /// The file is longer than any honest one.
    TooLarge { kilobytes: Count };
    /// There are more faults than are listed.
    MoreFaults { count: Count };

    /// There is no such setting.
    UnknownKey;
    /// There is no such column.
    UnknownColumn;
    /// There is no setting or column of that name, but there is a similar one.
    NameMeant { nearest: Code };
    /// Something that has to be there isn't.
    Missing { example: Code };
    /// It is there and there is nothing in it.
    Empty;

    /// It should be words.
    WantedText;
    /// It should be a number without a fraction.
    WantedWholeNumber;
    /// It should be a number with one.
    WantedFraction;
    /// It should be `true` or `false`.
    WantedYesOrNo;
    /// It should be a date or a time.
    WantedDateOrTime;
    /// It should be several values.
    WantedList;
    /// It should be settings of its own.
    WantedTable { example: Code };

    /// A number is too small or too large, or is none at all.
    OutOfRange { said: Words, least: Count, most: Count };
    /// A text is too long.
    TooLong { length: Count, most: Count };
    /// A text has to be one line, of characters that can be seen.
    NotOneLine;
    /// The word is none of those that are known.
    UnknownWord { said: Words, choices: Code };
    /// What was written isn't known, but something similar is.
    WordMeant { said: Words, nearest: Code };
    /// It can't be typed as the name of a programme.
    BadSlug { said: Words };
    /// The text is no link.
    BadLink { said: Words };
    /// It is no date.
    BadDate { said: Words };
    /// It is no day of a year.
    BadMonthDay { said: Words };
    /// The last day to answer comes after the group session.
    TooLateToAnswer { said: Words };
    /// It is no time of day.
    BadTime { said: Words };
    /// There is no such time zone.
    BadZone { said: Words };
    /// It is no tag of a language.
    BadLocale { said: Words };
    /// What should come second comes first.
    EndsBeforeItBegins;
    /// People would hear before all have applied.
    ResultBeforeClose;
    /// Two anonymous check-ins would come too close to one another.
    WeeksTooClose { least: Count };
    /// The same name is given twice.
    SaidTwice { said: String };
    /// There are more than are read.
    TooMany { most: Count };
    /// What fills in a column is asked for in a way that doesn't suit it.
    WrongKind { kinds: Code };
    /// The application has no such question.
    NoSuchQuestion { said: Words };
    /// Only one role is asked this question.
    AskedOfOneRole;
    /// The calendar leaves no day to write on.
    NeverOpen;
    /// The date is further away than calendars reach.
    BeyondCalendar;

    /// An account doesn't begin with its platform.
    AccountShape { example: Code };
    /// There is no such platform.
    AccountPlatform { said: Words, platforms: Vec<Name> };
    /// The platform has no such accounts.
    AccountAddress { said: Words, platform: Name, example: Code };

    /// A time of rounds has more or fewer than five parts.
    CronParts { found: Count, example: Code };
    /// It names both a day of the month and a weekday.
    CronTwoKindsOfDay { example: Code };
    /// No year has such a day.
    CronNever;
    /// A part of it can't be read.
    CronUnreadable { part: Line, said: Words };
    /// A part of it is too small or too large.
    CronOutOfRange { part: Line, number: Count, least: Count, most: Count };
    /// A range in it ends before it begins.
    CronBackwards { part: Line, said: Words };
    /// It doesn't say where its steps end.
    CronEndlessStep { part: Line, said: Words };
    /// Its steps go nowhere.
    CronIdleStep { part: Line, said: Words };
    /// Its first part.
    CronMinute;
    /// Its second part.
    CronHour;
    /// Its third part.
    CronDay;
    /// Its fourth part.
    CronMonth;
    /// Its fifth part.
    CronWeekday;

    /// There is nothing in the list of people.
    NoHeader { example: Code };
    /// A column that has to be there isn't.
    MissingColumn { example: Code };
    /// Two columns have one name.
    DoubledColumn;
    /// A row goes on after the last column.
    BeyondColumns;
    /// A quotation mark opens and never closes.
    UnclosedQuote;
    /// There are more rows than are looked at.
    TooManyRows { most: Count };
    /// The id has other characters than ids have.
    BadId { said: Words };
    /// The same person stands in the same role a second time.
    DoubledRow { line: Count };
    /// Two rows of one person disagree.
    DiffersFromRow { line: Count };
    /// Two people have one account.
    AccountTaken { id: Code, line: Count };
    /// The account is somebody else's.
    AccountOfAnother;
    /// The account is that of somebody in programmes that others lead.
    AccountElsewhere;
    /// The person speaks from another account.
    OtherAccount;
    /// A column that applications need isn't there.
    MissingHeading;
    /// Somebody hasn't accepted the notice.
    NotAccepted;
    /// It is no guardian's name.
    NoGuardian;
    /// The person has begun an application themselves.
    HasBegun;
    /// Two rows are about one person.
    AppliedTwice { line: Count };
    /// The applicant has said something else themselves.
    Contradicts;
    /// The person takes part already.
    TakesPart;
    /// Where adepts are minors, a guardian's consent is recorded first.
    MinorOnAList;
    /// Nobody in the file has this id.
    UnknownPerson { said: Words };
    /// Somebody is named in their own row.
    Oneself;
    /// Two people shall and shall never be together.
    FixedAndNever { id: Code };
    /// Of two people who shall be together, none is mentor or none is adept.
    FixedAlike { id: Code };
    /// An adept shall have several mentors.
    FixedTwice { mentors: Count };
    /// An adept's line manager shall be their mentor.
    FixedManager { id: Code };
    /// Somebody who takes nobody shall take one.
    FixedWithoutRoom { id: Code };
    /// A mentor shall take more adepts than they have room for.
    FixedBeyondCapacity { fixed: Count, capacity: Count };

    /// How the bot is set up is at fault, and not the file.
    OfSetup;
}
