//! What is said about the people of a programme.

use super::{Code, Count, FileText, Line, Lines, Name, Words};

says! {
    /// About the people of a programme.
    PeopleSays "people"
    /// A list of people has been taken in.
    Imported { programme: Name, added: Count, changed: Count, waiting: Count };
    /// It has been taken in, and nobody was new.
    NothingNew { programme: Name };
    /// It has faults, and nothing was taken in.
    Faulty { file: Words, count: Count, lines: Lines };
    /// The leader should attach a file.
    AttachCsv { columns: Code };
    /// Somebody has been added.
    Added { name: Name, role: Line };
    /// They were there before.
    AlreadyThere { name: Name };
    /// Everybody.
    List { programme: Name, count: Count, lines: Lines };
    /// Nobody.
    Nobody { programme: Name };
    /// One of them, reachable.
    Item { id: Code, name: Name, role: Line };
    /// One of them who hasn't joined.
    ItemWaiting { id: Code, name: Name, role: Line };
    /// One of them, who leads by a role.
    ItemByRole { id: Code, name: Name, role: Name };
    /// A role whose holders lead.
    ItemRole { role: Name };
    /// A role.
    Mentor;
    /// A role.
    Adept;
    /// A role.
    Leader;
    /// Codes and letters for those who have not joined.
    Invitations { count: Count, file: FileText };
    /// Everybody has joined.
    NobodyToInvite { programme: Name };
    /// The subject of the letter that a leader sends.
    LetterSubject { programme: Name };
    /// The letter that a leader sends.
    Letter { name: Name, programme: Name, command: Code };

    /// The account belongs to the person now.
    Joined { name: Name, programme: Name };
    /// The account belonged to somebody in the same programme already.
    AlreadyJoined { programme: Name };
    /// The code is of no use.
    BadCode;
    /// Too many codes were tried.
    TooManyCodes;

    /// Somebody leads the programme now.
    LeaderAdded { name: Name, programme: Name };
    /// Whoever has a role leads the programme now.
    RoleAdded { role: Name, programme: Name };
    /// They lead it no longer.
    RoleRemoved { role: Name, programme: Name };
    /// They did before.
    RoleAlreadyThere { role: Name, programme: Name };
    /// Everybody on the server has that role.
    RoleOfEverybody;
    /// Somebody leads by a role alone, which has to be taken from them.
    LeadsByRole { name: Name, role: Name };
    /// Somebody leads it no longer.
    LeaderRemoved { name: Name, programme: Name };
    /// The last one stays.
    LastLeader { programme: Name };
    /// That account leads nothing here.
    NoSuchLeader { account: Code };
    /// That is no account.
    BadAccount { said: Words, example: Code };
    /// That is no role.
    BadRole { said: Words };
}
