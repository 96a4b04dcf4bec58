//! Choosing among applications: reading, judging without seeing the others, deciding, and the
//! letters, which go together.

use insta::assert_snapshot;

use crate::support::{PROGRAMME, World};

const RECRUITMENT: &str = r#"
[recruitment]
result = "2026-03-27"
privacy_notice = { sv = "Bara programledarna ser dina svar.", en = "Only the programme leaders see your answers." }
keep_declined_days = 30
[[recruitment.questions]]
key = "wants"
for = "adept"
kind = "topics"
text = { sv = "Vad vill du ha mer av?", en = "What would you like more of?" }
[[recruitment.questions]]
key = "offers"
for = "mentor"
kind = "topics"
text = { sv = "Vad kan du bidra med?", en = "What can you offer?" }
[[recruitment.criteria]]
text = { sv = "Egna mål", en = "Goals of their own" }
[[recruitment.criteria]]
text = { sv = "Tid", en = "Time" }
most = 3
"#;

const LEADERS: &str = "id,name,role,account,locale
leader,Lotta Lind,leader,console:leader,sv
eva,Eva Ek,leader,console:eva,en
";

#[tokio::test]
async fn two_leaders_judge_without_seeing_each_other() {
    let mut world = applied().await;
    world.says("leader", "ansökningar lista").await;
    world.says("leader", "ansökningar visa 1").await;
    world.says("leader", "ansökningar poängsätt 1 4 3").await;
    world.says("eva", "applications list").await;
    world.says("eva", "applications show 1").await;
    world.says("eva", "applications score 1 2").await;
    world.says("eva", "applications score 1 2 4").await;
    world.says("eva", "applications score 1 2, 1").await;
    world
        .says("leader", "ansökningar anteckna 1 Vi har talat i telefon. Hon vet vad hon vill.")
        .await;
    world.says("eva", "applications show 1").await;
    world.says("leader", "ansökningar visa 9").await;
    world.says("eva", "apply").await;
    for label in ["As an adept", "Yes, I accept it", "Keep it"] {
        world.presses("eva", label).await;
    }
    world.says("eva", "courage").await;
    world.presses("eva", "Send the application").await;
    world.says("eva", "applications accept 5").await;
    assert_snapshot!(world.transcript(), @r"
    leader: ansökningar lista
    2026-03-02 08.00 → leader  4 ansökningar till Nya ledare:
        – 1 Anna Ek (adept): inte avgjord; inga poäng än
        – 2 Bo Berg (mentor): inte avgjord; inga poäng än
        – 3 Cia Carlsson (adept): inte avgjord; inga poäng än
        – 4 Dora Quux (adept): inte avgjord; inga poäng än
    leader: ansökningar visa 1
    2026-03-02 08.00 → leader  Ansökan 1: Anna Ek, som adept
        – 1. Vad vill du ha mer av? – nätverk och att leda
        Beslut: inte avgjord. Poäng: inga poäng än.
    leader: ansökningar poängsätt 1 4 3
    2026-03-02 08.00 → leader  Dina poäng för ansökan 1, Anna Ek, är sparade. Poäng: 7 av 8 från Lotta Lind (4 och 3).
    eva: applications list
    2026-03-02 08.00 → eva  4 applications to New leaders:
        – 1 Anna Ek (adept): not decided; one leader has given points, which you see once you have given yours
        – 2 Bo Berg (mentor): not decided; no points yet
        – 3 Cia Carlsson (adept): not decided; no points yet
        – 4 Dora Quux (adept): not decided; no points yet
    eva: applications show 1
    2026-03-02 08.00 → eva  Application 1: Anna Ek, as adept
        – 1. What would you like more of? – nätverk and att leda
        Decision: not decided. Points: one leader has given points, which you see once you have given yours.
    eva: applications score 1 2
    2026-03-02 08.00 → eva  Please give one number for each of these, from 1 to the number that stands there:
        – Goals of their own: 5
        – Time: 3
        For example: `applications score 1 5 3`
    eva: applications score 1 2 4
    2026-03-02 08.00 → eva  Please give one number for each of these, from 1 to the number that stands there:
        – Goals of their own: 5
        – Time: 3
        For example: `applications score 1 5 3`
    eva: applications score 1 2, 1
    2026-03-02 08.00 → eva  Your points for application 1, Anna Ek, are kept. Points: 7 of 8 from Lotta Lind (4 and 3) and 3 of 8 from Eva Ek (2 and 1).
    leader: ansökningar anteckna 1 Vi har talat i telefon. Hon vet vad hon vill.
    2026-03-02 08.00 → leader  Din anteckning om ansökan 1, Anna Ek, är sparad.
    eva: applications show 1
    2026-03-02 08.00 → eva  Application 1: Anna Ek, as adept
        – 1. What would you like more of? – nätverk and att leda
        Decision: not decided. Points: 7 of 8 from Lotta Lind (4 and 3) and 3 of 8 from Eva Ek (2 and 1).
    2026-03-02 08.00 → eva  Your notes, which only programme leaders see:
        – Lotta Lind, Monday 2 March 2026: Vi har talat i telefon. Hon vet vad hon vill.
    leader: ansökningar visa 9
    2026-03-02 08.00 → leader  Det finns ingen ansökan med nummer 9. Skriv `ansökningar lista` för att se numren.
    eva: apply
    2026-03-02 08.00 → eva  It's good that you want to apply to New leaders. I'll ask one question at a time. You can stop whenever you like and come back: I keep what you have answered.
        How would you like to take part?
        [As an adept] [As a mentor]
    eva: [As an adept]
    2026-03-02 08.00 → eva  Before we go on, this is how the organiser of New leaders handles what you write (version 1):
        Only the programme leaders see your answers.
        Those who lead the programme see your name and your answers. Whoever is suggested as your mentor or adept sees what you want more of or can offer, where you live and what you speak.
        Please don't write other people's names, and nothing about health, religion, politics or crime. Your answers are never used in salary reviews or hiring.
        Do you accept this?
        [Yes, I accept it] [No, stop here] [Back]
    eva: [Yes, I accept it]
    2026-03-02 08.00 → eva  What is your name? Write it as you want your mentor or adept to see it, or keep Eva Ek.  [Keep it] [Back]
    eva: [Keep it]
    2026-03-02 08.00 → eva  Question 1 of 1
        What would you like more of?
        Write a few words for each, with commas between them, for example: leading others, a wider network.
        [Back]
    eva: courage
    2026-03-02 08.00 → eva  This is your application to New leaders, Eva Ek, as adept:
        – 1. What would you like more of? – courage
        Is everything right? To change answer 2, for example, write `change 2`.
        [Send the application] [Back]
    eva: [Send the application]
    2026-03-02 08.00 → eva  Thank you! Your application to New leaders has arrived. It has number 5.
        – You will hear from us by Friday 27 March 2026
        – To take it back, write `withdraw`
    eva: applications accept 5
    2026-03-02 08.00 → eva  That is your own application. Please ask somebody else who leads the programme to look at it.
    ");
}

#[tokio::test]
async fn letters_are_previewed_and_sent_together_in_each_applicants_language() {
    let mut world = applied().await;
    world.says("leader", "besked förhandsvisa").await;
    world.says("leader", "ansökningar anta 1").await;
    world.says("eva", "applications decline 1").await;
    world.says("leader", "anta 1").await;
    world.says("leader", "ansökningar anta 2").await;
    world.says("leader", "ansökningar reserv 3").await;
    world.says("leader", "ansökningar avslå 4").await;
    world.says("leader", "besked förhandsvisa").await;
    world.says("leader", "besked skicka").await;
    world.says("eva", "applications waitlist 4").await;
    world.presses("leader", "Skicka").await;
    world.says("leader", "ansökningar avslå 4").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 12:00").await;
    world.says("leader", "ansökningar avslå 1").await;
    world.says("leader", "ansökningar lista").await;
    world.says("leader", "lista deltagare").await;
    world.says("leader", "matchning föreslå").await;
    assert_snapshot!(world.transcript(), @"
    leader: besked förhandsvisa
    2026-03-02 08.00 → leader  Ingen som har ansökt till Nya ledare väntar på besked. Bestäm först med `ansökningar anta`, `ansökningar reserv` och `ansökningar avslå`.
    leader: ansökningar anta 1
    2026-03-02 08.00 → leader  Ansökan 1, Anna Ek: antagen, har inte fått besked.
    eva: applications decline 1
    2026-03-02 08.00 → eva  Application 1, Anna Ek: declined, not told yet. Before, it was: accepted, not told yet.
    leader: anta 1
    2026-03-02 08.00 → leader  Ansökan 1, Anna Ek: antagen, har inte fått besked. Förut var det: inte antagen, har inte fått besked.
    leader: ansökningar anta 2
    2026-03-02 08.00 → leader  Ansökan 2, Bo Berg: antagen, har inte fått besked.
    leader: ansökningar reserv 3
    2026-03-02 08.00 → leader  Ansökan 3, Cia Carlsson: reservplats 1, har inte fått besked.
    leader: ansökningar avslå 4
    2026-03-02 08.00 → leader  Ansökan 4, Dora Quux: inte antagen, har inte fått besked.
    leader: besked förhandsvisa
    2026-03-02 08.00 → leader  Besked från Nya ledare: antagna: 2, på reservlistan: 1, inte antagna: 1. Alla ansökningar är avgjorda.
        – 2 × Hej Anna! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
        – 1 × Hej Cia! Tack för din ansökan till Nya ledare. Du har fått reservplats 1. Jag skriver direkt om det blir en plats ledig.
        – 1 × Hello Dora, thank you for your application to New leaders. This time we couldn't offer you a place. It is no reflection on your abilities. On Wednesday 1 April 2026 I'll erase everything you wrote.
        Skriv `besked skicka` för att skicka dem.
    leader: besked skicka
    2026-03-02 08.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 2, på reservlistan: 1, inte antagna: 1.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    eva: applications waitlist 4
    2026-03-02 08.00 → eva  Application 4, Dora Quux: number 2 on the waiting list, not told yet. Before, it was: declined, not told yet.
    leader: [Skicka]
    2026-03-02 08.00 → leader  Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.
    2026-03-02 08.00 → leader  Besked från Nya ledare: antagna: 2, på reservlistan: 2, inte antagna: 0. Alla ansökningar är avgjorda.
        – 2 × Hej Anna! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
        – 1 × Hello Dora, thank you for your application to New leaders. You are number 2 on the waiting list. If a place opens, I'll write to you at once.
        – 1 × Hej Cia! Tack för din ansökan till Nya ledare. Du har fått reservplats 1. Jag skriver direkt om det blir en plats ledig.
        Skriv `besked skicka` för att skicka dem.
    leader: ansökningar avslå 4
    2026-03-02 08.00 → leader  Ansökan 4, Dora Quux: inte antagen, har inte fått besked. Förut var det: reservplats 2, har inte fått besked.
    leader: besked skicka
    2026-03-02 08.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 2, på reservlistan: 1, inte antagna: 1.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 08.00 → leader  4 besked är på väg. De kommer fram vid nästa lämpliga tid på dagen.
    2026-03-02 08.30 → anna  Hej Anna! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-02 08.30 → bo  Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-02 08.30 → cia  Hej Cia! Tack för din ansökan till Nya ledare. Du har fått reservplats 1. Jag skriver direkt om det blir en plats ledig.
    2026-03-02 08.30 → dora  Hello Dora, thank you for your application to New leaders. This time we couldn't offer you a place. It is no reflection on your abilities. On Wednesday 1 April 2026 I'll erase everything you wrote.
    leader: ansökningar avslå 1
    2026-03-02 12.00 → leader  Anna Ek har redan fått besked (ansökan 1: antagen), så jag har inte ändrat något. Prata med Anna Ek först.
    leader: ansökningar lista
    2026-03-02 12.00 → leader  4 ansökningar till Nya ledare:
        – 1 Anna Ek (adept): antagen; inga poäng än
        – 2 Bo Berg (mentor): antagen; inga poäng än
        – 3 Cia Carlsson (adept): reservplats 1; inga poäng än
        – 4 Dora Quux (adept): inte antagen; inga poäng än
    leader: lista deltagare
    2026-03-02 12.00 → leader  4 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
        – `anna` Anna Ek, adept
        – `bo` Bo Berg, mentor
    leader: matchning föreslå
    2026-03-02 12.00 → leader  Mitt förslag för Nya ledare är ett mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Mentorn kan bidra med det som adepten vill ha mer av: att leda.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    ");
}

#[tokio::test]
async fn a_free_place_goes_to_whoever_waits_first() {
    let mut world = applied().await;
    for said in ["anta 1", "ansökningar reserv 4", "ansökningar reserv 3", "besked skicka"] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 12:00").await;
    world.transcript();
    world.says("leader", "anta 1").await;
    world.says("anna", "dra tillbaka ansökan").await;
    world.presses("anna", "Dra tillbaka").await;
    world.until("2026-03-02 13:00").await;
    world.says("leader", "ansökningar lista").await;
    world.says("leader", "lista deltagare").await;
    assert_snapshot!(world.transcript(), @"
    leader: anta 1
    2026-03-02 12.00 → leader  Ansökan 1, Anna Ek: antagen.
    anna: dra tillbaka ansökan
    2026-03-02 12.00 → anna  Vill du dra tillbaka din ansökan till Nya ledare? Då raderar jag alla dina svar, och det går inte att ångra.  [Dra tillbaka] [Behåll]
    anna: [Dra tillbaka]
    2026-03-02 12.00 → anna  Din ansökan till Nya ledare är tillbakadragen, och allt du hade svarat är raderat.
    2026-03-02 12.00 → cia  Hej Cia! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-02 12.00 → leader  Ansökan 1 till Nya ledare har dragits tillbaka. Cia Carlsson får platsen från reservlistan.
    2026-03-02 12.00 → eva  Application 1 to Nya ledare has been withdrawn. Cia Carlsson moves up from the waiting list.
    leader: ansökningar lista
    2026-03-02 13.00 → leader  3 ansökningar till Nya ledare:
        – 2 Bo Berg (mentor): inte avgjord; inga poäng än
        – 3 Cia Carlsson (adept): antagen; inga poäng än
        – 4 Dora Quux (adept): reservplats 1; inga poäng än
    leader: lista deltagare
    2026-03-02 13.00 → leader  3 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
        – `cia` Cia Carlsson, adept
    ");
}

/// What a declined applicant has written is gone when their letter says so, from the file and from
/// the log beside it.
#[tokio::test]
async fn what_the_declined_have_written_is_erased_when_their_time_is_up() {
    let mut world = applied().await;
    world.says("leader", "ansökningar anteckna 4 Zymurgi i telefon").await;
    world.says("leader", "ansökningar avslå 4").await;
    world.says("leader", "ansökningar visa 1").await;
    world.says("eva", "applications show 4").await;
    world.says("eva", "applications show 1").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-31 23:59").await;
    let known = "select (select count(*) from people where name = 'Dora Quux')
                      + (select count(*) from applications where number = 4)";
    assert!(world.number(known).await > 0, "it is kept until then");
    assert!(world.database.holds("xyzzy").await, "it is kept until then");
    world.until("2026-04-01 00:01").await;
    assert_eq!(world.number(known).await, 0);
    for word in ["Quux", "xyzzy", "Zymurgi", "dora"] {
        assert!(!world.database.holds(word).await, "{word} is still there");
    }
    assert!(world.database.holds("Lotta Lind").await, "the search finds what is there");
    // Nor is it in what those can have handed out who once read it.
    for who in ["leader", "eva"] {
        world.transcript();
        world.says(who, "my data").await;
        let handed_out = world.transcript();
        assert!(handed_out.contains("<mentorskap.json>"), "{handed_out}");
        for word in ["Quux", "xyzzy", "Zymurgi"] {
            assert!(!handed_out.contains(word), "{word} is in what {who} has");
        }
    }
}

/// Anna, Bo, Cia and Dora have applied.
async fn applied() -> World {
    let mut world = World::with(&format!("{PROGRAMME}{RECRUITMENT}"), LEADERS).await;
    world.says("leader", "öppna ansökan").await;
    for (who, role, name, words) in [
        ("anna", "Adept", "Anna Ek", "nätverk, att leda"),
        ("bo", "Mentor", "Bo Berg", "att leda"),
        ("cia", "Adept", "Cia Carlsson", "mod"),
    ] {
        world.says(who, "ansök").await;
        world.presses(who, role).await;
        world.presses(who, "Ja, jag godkänner").await;
        world.says(who, name).await;
        world.says(who, words).await;
        world.presses(who, "Skicka ansökan").await;
    }
    world.says("dora", "apply").await;
    world.presses("dora", "As an adept").await;
    world.presses("dora", "Yes, I accept it").await;
    world.says("dora", "Dora Quux").await;
    world.says("dora", "xyzzy").await;
    world.presses("dora", "Send the application").await;
    world.transcript();
    world
}

#[tokio::test]
async fn applications_are_compared_question_by_question() {
    let mut world = applied().await;
    world.says("eva", "applications score 1 4 2").await;
    world.transcript();
    world.says("leader", "ansökningar jämför 1 3 2").await;
    world.says("eva", "compare applications 1, 4").await;
    world.says("leader", "ansökningar jämför 1").await;
    world.says("leader", "ansökningar jämför 1 9").await;
    assert_snapshot!(world.transcript(), @"
    leader: ansökningar jämför 1 3 2
    2026-03-02 08.00 → leader  Ansökningarna bredvid varandra:
        – 1 Anna Ek (adept): inte avgjord; en programledare har gett poäng, som du ser när du har gett dina
        – 3 Cia Carlsson (adept): inte avgjord; inga poäng än
        – 2 Bo Berg (mentor): inte avgjord; inga poäng än
    2026-03-02 08.00 → leader  Så här har de svarat:
        – Vad vill du ha mer av? Anna Ek: nätverk och att leda. Cia Carlsson: mod.
        – Vad kan du bidra med? Bo Berg: att leda.
    eva: compare applications 1, 4
    2026-03-02 08.00 → eva  The applications beside each other:
        – 1 Anna Ek (adept): not decided; 6 of 8 from Eva Ek (4 and 2)
        – 4 Dora Quux (adept): not decided; no points yet
    2026-03-02 08.00 → eva  This is what they've answered:
        – What would you like more of? Anna Ek: nätverk and att leda. Dora Quux: xyzzy.
    leader: ansökningar jämför 1
    2026-03-02 08.00 → leader  Skriv numren på två till 6 ansökningar, till exempel `ansökningar jämför 3 4`
    leader: ansökningar jämför 1 9
    2026-03-02 08.00 → leader  Det finns ingen ansökan med nummer 9. Skriv `ansökningar lista` för att se numren.
    ");
}
