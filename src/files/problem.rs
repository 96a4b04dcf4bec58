//! What can be wrong with a file. A closed list of data, and no sentences: a leader who sent the
//! file through chat reads it in a language of their own. The sentences here are those of the
//! command line, and each ends with the cure.

use crate::domain::{account::BadAccount, rounds::BadCron};

use super::{Encoding, Kind, SetupProblem, people::RowProblem};

/// What is wrong at one place of a file, and with it what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file breaks the rules of the format. The words are the parser's, in English.
    #[error(
        "this is not TOML ({why}). Write one key a line, as in months = 7, and texts in straight \
         quotation marks"
    )]
    NotToml {
        /// What the parser says.
        why: String,
    },
    /// The bytes are no UTF-8.
    #[error(
        "this is not UTF-8 ({probably}). Save the file as UTF-8; spreadsheets call it \"CSV UTF-8\""
    )]
    NotUtf8 {
        /// What they seem to be.
        probably: Encoding,
    },
    /// The file is longer than any honest one.
    #[error(
        "the file is larger than {most_bytes} bytes. Divide it, or leave out what isn't needed"
    )]
    TooLarge {
        /// How long it may be.
        most_bytes: usize,
    },
    /// There is no such key.
    #[error("there is no such key. {}", did_you_mean(.nearest.as_ref(), "Take it out"))]
    UnknownKey {
        /// The key that was probably meant.
        nearest: Option<String>,
    },
    /// Something that has to be there isn't.
    #[error("this is missing. Add it, as in {example}")]
    Missing {
        /// How it could look.
        example: &'static str,
    },
    /// It is there and there is nothing in it.
    #[error("there is nothing here. Write something, or take the line out")]
    Empty,
    /// The value is of another kind.
    #[error("{wanted} is wanted here, and this is {got}. {}", wanted.cure())]
    WrongType {
        /// What it should be.
        wanted: Kind,
        /// What it is.
        got: Kind,
    },
    /// A number is too small or too large, or is none at all.
    #[error("{said} doesn't fit. Write a whole number from {least} to {most}")]
    OutOfRange {
        /// What was written.
        said: String,
        /// The smallest that fits.
        least: i64,
        /// The largest that fits.
        most: i64,
    },
    /// A text is too long.
    #[error("this is {length} characters long. Shorten it to {most}")]
    TooLong {
        /// How long it is, in characters.
        length: usize,
        /// How long it may be.
        most: usize,
    },
    /// A text that has to be one line is several, or holds characters that can't be seen.
    #[error("there is a line break or an invisible character in it. Write it as one line")]
    NotOneLine,
    /// The word is none of those that are known.
    #[error(
        "{said:?} is not known here. {}",
        did_you_mean(.nearest.as_ref(), &format!("Write one of {choices}"))
    )]
    UnknownWord {
        /// What was written.
        said: String,
        /// What was probably meant.
        nearest: Option<String>,
        /// All that are known, separated by commas.
        choices: String,
    },
    /// The name of a programme isn't one that can be typed after `#`.
    #[error(
        "{said:?} can't be typed as a name. Write up to 40 of a–z, 0–9 and -, as in trainees-2026"
    )]
    BadSlug {
        /// What was written.
        said: String,
    },
    /// The text is no link.
    #[error("{said} is no link. Write the whole address, as in https://example.org/handbook")]
    BadLink {
        /// What was written.
        said: String,
    },
    /// The text is no date.
    #[error("{said:?} is no date. Write it as year-month-day, as in 2026-09-07")]
    BadDate {
        /// What was written.
        said: String,
    },
    /// The last day to answer lies behind the day on which it is.
    #[error("{said} comes after it. Write a day before it begins")]
    TooLateToAnswer {
        /// What was written.
        said: String,
    },
    /// The text is no day of a year.
    #[error("{said:?} is no day of the year. Write it as month-day, as in 12-23")]
    BadMonthDay {
        /// What was written.
        said: String,
    },
    /// The text is no time of day in whole minutes.
    #[error("{said:?} is no time of day. Write it as in 08.30")]
    BadTime {
        /// What was written.
        said: String,
    },
    /// What should come second comes first.
    #[error("this ends before it begins. Swap from and until, or correct one of them")]
    EndsBeforeItBegins,
    /// A check-in wouldn't be over before the next, or two anonymous ones could be compared.
    #[error(
        "some weeks are fewer than {least} apart. Spread them out, or have fewer open_days: each has \
         to be over before the next, and anonymous ones two weeks before"
    )]
    WeeksTooClose {
        /// How many weeks lie between two at least.
        least: i64,
    },
    /// People would hear before all have applied.
    #[error("the result comes before the last day to apply. Correct one of the two")]
    ResultBeforeClose,
    /// The same name is given twice.
    #[error("{said:?} is there already. Give this one another name, or take it out")]
    SaidTwice {
        /// The name.
        said: String,
    },
    /// There are more than are read.
    #[error("there are more than {most}. Take some out")]
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// What fills in a column is asked for in a way that doesn't suit it.
    #[error("what is asked for under this name has to be one of {kinds}. Change kind, or the name")]
    WrongKind {
        /// The kinds that suit.
        kinds: String,
    },
    /// The application has no such question.
    #[error(
        "there is no question {said:?}. {}",
        did_you_mean(.nearest.as_ref(), "Write the key of one under [recruitment]")
    )]
    NoSuchQuestion {
        /// What was written.
        said: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// Answers are to be compared to a question that only one role is asked.
    #[error(
        "only one role is asked this, and so no answer can be in common. Take for out of the \
         question, or take this out"
    )]
    AskedOfOneRole,
    /// The calendar leaves no day of the programme on which anything could be sent.
    #[error("no day of the programme is left to write on. Take something out of the calendar")]
    NeverOpen,
    /// The programme would never end in the calendar that we can reckon with.
    #[error("this is beyond the calendar. Write a date nearer to today")]
    BeyondCalendar,
    /// There is no such time zone.
    #[error(
        "{said:?} is no time zone. {}",
        did_you_mean(.nearest.as_ref(), "Write a name of the IANA database, as in Europe/Stockholm")
    )]
    BadZone {
        /// What was written.
        said: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// The text is no tag of a language.
    #[error("{said:?} is no language. Write its tag, as in sv or en")]
    BadLocale {
        /// What was written.
        said: String,
    },
    /// The text is no account on a chat platform.
    #[error("{0}. Copy the account from the person's profile")]
    BadAccount(BadAccount),
    /// The text is no cron expression.
    #[error("{0}. Write minute, hour, day, month and weekday, as in 0 9 * * MON")]
    BadCron(BadCron),
    /// Something about the rows and columns of a list of people.
    #[error(transparent)]
    Row(#[from] RowProblem),
    /// Something about how the bot is set up. Only who runs the server ever sees it.
    #[error(transparent)]
    Setup(#[from] SetupProblem),
}

/// A question, if there is something to ask for.
pub(super) fn did_you_mean(nearest: Option<&String>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |nearest| format!("Did you mean {nearest}?"))
}
