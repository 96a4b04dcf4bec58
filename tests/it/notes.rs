//! What people note for themselves: seen by nobody else, and by nobody who reads the database.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn a_note_is_read_by_its_owner_alone() {
    let mut world = World::started().await;
    world.says("anna", "anteckningar").await;
    world.says("anna", "anteckna Fråga om Xyzzy nästa gång").await;
    world.says("anna", "anteckna Quux räcker").await;
    world.says("anna", "anteckningar").await;
    world.says("bo", "notes").await;
    world.says("bo", "note remove 1").await;
    world.says("anna", "ta bort anteckning 1").await;
    world.says("anna", "ta bort anteckning 1").await;
    world.says("anna", "anteckna Det tredje").await;
    world.says("anna", "mina anteckningar").await;
    world.says("leader", "anteckningar").await;
    assert_snapshot!(world.transcript(), @"
    anna: anteckningar
    2026-03-02 08.59 → anna  Du har inga anteckningar om träffarna med Bo än. Skriv `anteckna TEXT` för att anteckna något som bara du ser.
    anna: anteckna Fråga om Xyzzy nästa gång
    2026-03-02 08.59 → anna  Jag har sparat anteckning 1. Bara du kan läsa den, och den är krypterad hos mig. Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott. Skriv `anteckningar` för att se dina anteckningar.
    anna: anteckna Quux räcker
    2026-03-02 08.59 → anna  Jag har sparat anteckning 2. Bara du kan läsa den, och den är krypterad hos mig. Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott. Skriv `anteckningar` för att se dina anteckningar.
    anna: anteckningar
    2026-03-02 08.59 → anna  Dina 2 anteckningar om träffarna med Bo, som bara du ser:
        – 2 måndag 2 mars 2026: Quux räcker
        – 1 måndag 2 mars 2026: Fråga om Xyzzy nästa gång
        Skriv `ta bort anteckning N` för att radera en.
    bo: notes
    2026-03-02 08.59 → bo  Du har inga anteckningar om träffarna med Anna än. Skriv `anteckna TEXT` för att anteckna något som bara du ser.
    bo: note remove 1
    2026-03-02 08.59 → bo  Du har ingen anteckning med nummer 1. Skriv `anteckningar` för att se dem du har.
    anna: ta bort anteckning 1
    2026-03-02 08.59 → anna  Anteckning 1 är raderad.
    anna: ta bort anteckning 1
    2026-03-02 08.59 → anna  Du har ingen anteckning med nummer 1. Skriv `anteckningar` för att se dem du har.
    anna: anteckna Det tredje
    2026-03-02 08.59 → anna  Jag har sparat anteckning 3. Bara du kan läsa den, och den är krypterad hos mig. Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott. Skriv `anteckningar` för att se dina anteckningar.
    anna: mina anteckningar
    2026-03-02 08.59 → anna  Dina 2 anteckningar om träffarna med Bo, som bara du ser:
        – 3 måndag 2 mars 2026: Det tredje
        – 2 måndag 2 mars 2026: Quux räcker
        Skriv `ta bort anteckning N` för att radera en.
    leader: anteckningar
    2026-03-02 08.59 → leader  Det kan bara mentorer och adepter i ett mentorpar göra.
    ");
    for word in ["Xyzzy", "Quux", "Det tredje"] {
        assert!(!world.database.holds(word).await, "{word} can be read in the database");
    }
    assert!(world.database.holds("Anna Ek").await, "the search finds what is there");
}

/// A note isn't taken for an answer that others read.
#[tokio::test]
async fn a_note_is_a_note_also_while_something_is_asked() {
    let mut world = World::started().await;
    world.says("anna", "överenskommelse").await;
    world.presses("anna", "Lägg till något").await;
    world.says("anna", "anteckna Xyzzy").await;
    world.says("anna", "anteckna Quux @zorkmid").await;
    let shown = world.transcript();
    assert!(shown.contains("Jag har sparat anteckning 1"), "{shown}");
    assert!(shown.contains("Jag har inte sparat den än"), "{shown}");
    for word in ["Xyzzy", "Quux", "zorkmid"] {
        assert!(!world.database.holds(word).await, "{word} can be read in the database");
    }
}
