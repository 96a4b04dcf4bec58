//! What a mentor or an adept notes for themselves about their meetings. Nobody else reads it, and
//! what is stored of it is sealed.

use jiff::Timestamp;

use super::ids::{MemberId, NoteId, PairId};

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 2_000;

/// How many notes somebody can keep about one pair.
pub const MOST_NOTES: usize = 500;

/// Sealed words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The name of the key that opens them. It tells nothing of the key itself.
    pub key: String,
    /// The nonce, then the words.
    pub bytes: Vec<u8>,
}

/// Somebody's note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which one.
    pub id: NoteId,
    /// The part in the programme of whoever wrote it, who alone reads it.
    pub owner: MemberId,
    /// About which pair.
    pub pair: PairId,
    /// What its owner calls it: counted from one within the pair, never used again.
    pub number: i64,
    /// When it was made.
    pub made_at: Timestamp,
    /// What it says.
    pub words: Sealed,
}

impl Note {
    /// Names the place where its words belong, so that they open nowhere else.
    pub fn whose(owner: MemberId, pair: PairId, number: i64) -> String {
        format!("note {} {} {number}", owner.get(), pair.get())
    }
}
