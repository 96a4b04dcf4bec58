//! What is said when somebody looks back on the co-operation.

use super::{Count, Name, Words, note::Opened};
use crate::domain::{
    ids::{DraftId, NoteId},
    press::Press,
};

says! {
    /// About looking back.
    ReflectionSays "reflection"
    /// Asks what the two want to do more of, less of or start doing.
    AskCooperation { draft: DraftId, with: Name } [skip => Press::Discard(*draft)];
    /// Asks a mentor what they have learnt themselves.
    AskLearning { draft: DraftId } [skip => Press::Discard(*draft)];
    /// The answer is kept; asks whether the other is to see it.
    AskShare { draft: DraftId, with: Name, number: Count } [
        share => Press::Confirm(*draft), keep => Press::Discard(*draft),
    ];
    /// The other will see it.
    Shared { with: Name };
    /// Nobody else will.
    KeptToOneself;
    /// They'd rather not answer.
    Skipped;
    /// Passes an answer on, as it is stored in a letter.
    Told { note: NoteId, by: Name };
    /// The same with what it says.
    ToldOpen { by: Name, words: Words };
    /// The same where it has been erased in the meantime.
    ToldShut { by: Name };
}

impl ReflectionSays {
    /// The notes that it names.
    pub(super) fn notes(&self) -> Vec<NoteId> {
        match self {
            Self::Told { note, .. } => vec![*note],
            Self::AskCooperation { .. }
            | Self::AskLearning { .. }
            | Self::AskShare { .. }
            | Self::Shared { .. }
            | Self::KeptToOneself
            | Self::Skipped
            | Self::ToldOpen { .. }
            | Self::ToldShut { .. } => vec![],
        }
    }

    /// The same with what the notes say in it.
    pub(super) fn with_notes(&mut self, opened: &Opened) {
        let Self::Told { note, by } = self else { return };
        *self = match opened.get(note) {
            Some(words) => Self::ToldOpen { by: by.clone(), words: words.clone() },
            None => Self::ToldShut { by: by.clone() },
        };
    }
}
