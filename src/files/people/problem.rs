//! What can be wrong with the rows and columns of a list of people.

use crate::files::problem::did_you_mean;

use super::MOST_ROWS;

/// What is wrong with a row or a column, and with it what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowProblem {
    /// There is nothing in the file.
    #[error("the file is empty. Begin with a line of column names: id,name,role")]
    NoHeader,
    /// A column that has to be there isn't.
    #[error("there is no such column. Add it to the first line; id, name and role are needed")]
    MissingColumn,
    /// There is no such column.
    #[error("there is no such column. {}", did_you_mean(.nearest.as_ref(), "Take it out"))]
    UnknownColumn {
        /// The column that was probably meant.
        nearest: Option<String>,
    },
    /// Two columns have one name.
    #[error("this column is there twice. Take one of the two out")]
    DoubledColumn,
    /// A row goes on after the last column.
    #[error(
        "there is more in this row than there are columns. If a cell holds the character that \
         separates cells, put the cell in quotation marks"
    )]
    BeyondColumns,
    /// A quotation mark opens and never closes, and all that follows is inside it.
    #[error("a quotation mark opens in this row and never closes. Close it, or take it out")]
    UnclosedQuote,
    /// There are more rows than are looked at.
    #[error("there are more than {MOST_ROWS} rows. Divide the file")]
    TooManyRows,
    /// The id has other characters than ids have.
    #[error(
        "{said:?} is no id. Write up to {most} letters, digits, points, _ and -",
        most = super::row::ID_LENGTH
    )]
    BadId {
        /// What was written.
        said: String,
    },
    /// The same person stands in the same role a second time.
    #[error(
        "this person has this role in line {line} already. Take one of the rows out, or give \
         it another id"
    )]
    DoubledRow {
        /// Where the first one is.
        line: usize,
    },
    /// Two rows of one person disagree.
    #[error(
        "line {line} says something else about the same person. Make the two alike, or give \
         one another id"
    )]
    DiffersFromRow {
        /// Where the other one is.
        line: usize,
    },
    /// Two people have one account.
    #[error(
        "{id} in line {line} has the same account. Give both rows the same id if they are one \
         person; otherwise correct one of the accounts"
    )]
    AccountTaken {
        /// Whose it is.
        id: String,
        /// Where that was said.
        line: usize,
    },
    /// The account is somebody's whom the bot knows under another id.
    #[error(
        "this account belongs to somebody else in the programme or in another one. Correct it, or \
         give the row the id under which that person is listed"
    )]
    AccountOfAnother,
    /// The account is that of somebody in programmes that others lead.
    #[error(
        "the bot knows this account from elsewhere. Leave the cell empty: with a code from \
         `people invite` its owner joins by themselves"
    )]
    AccountElsewhere,
    /// The person speaks from another account.
    #[error(
        "this person writes to the bot from another account, which a list can't change. Leave the \
         cell empty"
    )]
    OtherAccount,
    /// Nobody in the file has this id.
    #[error(
        "{id:?} is nobody's id in this file. {}",
        did_you_mean(.nearest.as_ref(), "Write an id from the column id, and several with | \
         between them")
    )]
    UnknownPerson {
        /// What was written.
        id: String,
        /// The id that was probably meant.
        nearest: Option<String>,
    },
    /// Somebody is named in their own row.
    #[error("this is the person's own id. Write another person's")]
    Oneself,
    /// Two people shall and shall never be together.
    #[error("{id} is barred by never_with. Take one of the two out")]
    FixedAndNever {
        /// The other person.
        id: String,
    },
    /// Of two people who shall be together, none is mentor or none is adept.
    #[error(
        "a mentor and an adept are wanted, and with {id} that isn't so. Correct the id or one \
         of the roles"
    )]
    FixedAlike {
        /// The other person.
        id: String,
    },
    /// An adept shall have several mentors.
    #[error("{mentors} mentors are fixed for this adept, who can have one. Take the others out")]
    FixedTwice {
        /// How many are.
        mentors: usize,
    },
    /// An adept's line manager shall be their mentor.
    #[error("the adept's line manager is never their mentor. Take {id} out here or as manager")]
    FixedManager {
        /// The other person.
        id: String,
    },
    /// Somebody who takes nobody shall take one.
    #[error("{id} has a capacity of 0. Raise it, or take the id out")]
    FixedWithoutRoom {
        /// Who takes nobody.
        id: String,
    },
    /// A mentor shall take more adepts than they have room for.
    #[error(
        "this mentor has {fixed} fixed adepts and a capacity of {capacity}. Raise it, or fix fewer"
    )]
    FixedBeyondCapacity {
        /// How many the mentor shall take.
        fixed: usize,
        /// How many the mentor has room for.
        capacity: u8,
    },
    /// A column that applications need isn't there.
    #[error(
        "there is no such column. Add it to the first line; an application needs name, role, \
         notice, and each question that can't be passed over"
    )]
    MissingHeading,
    /// Somebody hasn't accepted what the organiser does with what they write.
    #[error(
        "nobody is taken in who hasn't accepted the privacy notice. Take the row out, or let them \
         apply in the chat"
    )]
    NotAccepted,
    /// It is no guardian's name.
    #[error("this names no guardian. Write who consents, or let the adept apply in the chat")]
    NoGuardian,
    /// The person has begun an application themselves.
    #[error(
        "this person has begun an application in the chat. Take the row out and let them send it"
    )]
    HasBegun,
    /// Two rows are about one person.
    #[error("line {line} is an application of the same person. Take one of the two out")]
    AppliedTwice {
        /// Where the first one is.
        line: usize,
    },
    /// The person has said something else themselves.
    #[error(
        "this person has applied already and has answered something else. What they said \
         themselves stands. Take the row out, or ask them to change their application"
    )]
    Contradicts,
    /// The person takes part already.
    #[error("this person takes part in the programme already. Take the row out")]
    TakesPart,
    /// Where adepts are minors, a guardian's consent is recorded first.
    #[error(
        "adepts are minors in this programme, and a guardian's consent is recorded before anything \
         else. Let the adept apply in the chat, or import a file of applications with a column \
         guardian"
    )]
    MinorOnAList,
    /// Not all faults are told.
    #[error("{left_out} more faults are not listed. Correct these first")]
    MoreFaults {
        /// How many are not.
        left_out: usize,
    },
}
