//! What is said to those who want a word with their leaders.

use jiff::civil;

use super::{Code, Name, Words};
use crate::domain::{attention::Wish, ids::MemberId, press::Press};

says! {
    /// About a word to the leaders.
    ContactSays "contact"
    /// Asks an adept what it is about.
    AskAdept { member: MemberId, leaders: Vec<Name>, command: Code } [
        talk => Press::Wish(*member, Wish::Talk),
        rematch => Press::Wish(*member, Wish::Rematch),
        stop => Press::Wish(*member, Wish::Stop),
        silent => Press::Wish(*member, Wish::Silent),
    ];
    /// Asks a mentor what it is about.
    AskMentor { member: MemberId, leaders: Vec<Name>, command: Code } [
        talk => Press::Wish(*member, Wish::Talk),
        rematch => Press::Wish(*member, Wish::Rematch),
        stop => Press::Wish(*member, Wish::Stop),
        silent => Press::Wish(*member, Wish::Silent),
    ];
    /// It is passed on to the one leader.
    PassedOn { leader: Name, by: civil::Date };
    /// It is passed on to one leader, and the others can read it.
    PassedOnToAll { leader: Name, others: Vec<Name>, by: civil::Date };
    /// Nobody leads who may hear it, but there is somebody for worries.
    NobodyBut { programme: Name, contact: Words };
    /// Nobody leads who may hear it.
    Nobody { programme: Name, help: Code };
}
