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
        – 1 × Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
        – 1 × Hej Anna! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
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
        – 1 × Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
        – 1 × Hej Anna! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
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
    2026-03-02 12.00 → leader  Anna Ek har redan fått besked (ansökan 1: antagen). Prata med Anna Ek innan du ändrar det.
        Om du ändrar beslutet till ”inte antagen” får Anna Ek ett nytt besked nästa gång du skickar besked. Då går platsen till den första på reservlistan.
        Vill du ändra?
        [Ändra] [Låt det vara]
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
    2026-03-02 12.00 → leader  En plats i Nya ledare har blivit ledig (ansökan 1). Cia Carlsson får den från reservlistan, och får veta det nu.
    2026-03-02 12.00 → eva  A place in Nya ledare has become free (application 1). Cia Carlsson gets it from the waiting list, and hears of it now.
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

/// What a letter has said is changed only when it is meant, and the next letter tells.
#[tokio::test]
async fn a_decision_is_changed_after_its_letter_once_it_is_confirmed() {
    let mut world = applied().await;
    for said in ["anta 1", "avslå 4", "ansökningar reserv 3", "besked skicka"] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 12:00").await;
    world.transcript();
    world.says("leader", "ansökningar anta 4").await;
    world.presses("leader", "Låt det vara").await;
    world.says("leader", "ansökningar anta 4").await;
    world.presses("leader", "Ändra").await;
    world.says("leader", "ansökningar avslå 1").await;
    world.presses("leader", "Ändra").await;
    world.says("leader", "lista deltagare").await;
    world.says("leader", "ansökningar reserv 1 2 3 1 9").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 14:00").await;
    world.says("leader", "ansökningar lista").await;
    world.says("leader", "händelselogg").await;
    assert_snapshot!(world.transcript(), @"
    leader: ansökningar anta 4
    2026-03-02 12.00 → leader  Dora Quux har redan fått besked (ansökan 4: inte antagen). Prata med Dora Quux innan du ändrar det.
        Om du ändrar beslutet till ”antagen” får Dora Quux ett nytt besked nästa gång du skickar besked.
        Vill du ändra?
        [Ändra] [Låt det vara]
    leader: [Låt det vara]
    2026-03-02 12.00 → leader  Okej, jag har inte ändrat något.
    leader: ansökningar anta 4
    2026-03-02 12.00 → leader  Dora Quux har redan fått besked (ansökan 4: inte antagen). Prata med Dora Quux innan du ändrar det.
        Om du ändrar beslutet till ”antagen” får Dora Quux ett nytt besked nästa gång du skickar besked.
        Vill du ändra?
        [Ändra] [Låt det vara]
    leader: [Ändra]
    2026-03-02 12.00 → leader  Ansökan 4, Dora Quux: antagen, har inte fått besked. Förut var det: inte antagen.
    leader: ansökningar avslå 1
    2026-03-02 12.00 → leader  Anna Ek har redan fått besked (ansökan 1: antagen). Prata med Anna Ek innan du ändrar det.
        Om du ändrar beslutet till ”inte antagen” får Anna Ek ett nytt besked nästa gång du skickar besked. Då går platsen till den första på reservlistan.
        Vill du ändra?
        [Ändra] [Låt det vara]
    leader: [Ändra]
    2026-03-02 12.00 → leader  Ansökan 1, Anna Ek: inte antagen, har inte fått besked. Förut var det: antagen.
    leader: lista deltagare
    2026-03-02 12.00 → leader  2 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
    leader: ansökningar reserv 1 2 3 1 9
    2026-03-02 12.00 → leader  – Anna Ek har redan fått besked (ansökan 1: antagen), så jag har inte ändrat något. Skriv `ansökningar reserv 1` om du vill ändra beslutet.
        – Ansökan 2, Bo Berg: reservplats 1, har inte fått besked.
        – Ansökan 3, Cia Carlsson: reservplats 1.
        – Det finns ingen ansökan med nummer 9. Skriv `ansökningar lista` för att se numren.
    leader: besked skicka
    2026-03-02 12.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 1, på reservlistan: 1, inte antagna: 1.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 12.00 → leader  3 besked är på väg. De kommer fram vid nästa lämpliga tid på dagen.
    2026-03-02 12.00 → anna  Hej Anna! Tidigare fick du veta att du hade en plats i Nya ledare. Den gäller tyvärr inte längre. Det är inget omdöme om dig. Den som leder programmet kan berätta mer. Allt du skrev raderar jag onsdag 1 april 2026.
    2026-03-02 12.00 → bo  Hej Bo! Tack för din ansökan till Nya ledare. Du har fått reservplats 1. Jag skriver direkt om det blir en plats ledig.
    2026-03-02 12.00 → dora  Hello Dora, we're glad to tell you that you have a place in New leaders, as adept. The programme starts on Monday 2 March 2026. I'll write to you again when it's clear who your mentor or adept will be.
    2026-03-02 12.00 → cia  Hej Cia! Vad roligt att få berätta att du har fått en plats i Nya ledare, som adept. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-02 12.00 → leader  En plats i Nya ledare har blivit ledig (ansökan 1). Cia Carlsson får den från reservlistan, och får veta det nu.
    2026-03-02 12.00 → eva  A place in Nya ledare has become free (application 1). Cia Carlsson gets it from the waiting list, and hears of it now.
    leader: ansökningar lista
    2026-03-02 14.00 → leader  4 ansökningar till Nya ledare:
        – 1 Anna Ek (adept): inte antagen; inga poäng än
        – 2 Bo Berg (mentor): reservplats 1; inga poäng än
        – 3 Cia Carlsson (adept): antagen; inga poäng än
        – 4 Dora Quux (adept): antagen; inga poäng än
    leader: händelselogg
    2026-03-02 14.00 → leader  Det här har programledare gjort och tittat på i Nya ledare den senaste tiden:
        – måndag 2 mars 2026 kl. 14.00: Lotta Lind såg alla ansökningar
        – måndag 2 mars 2026 kl. 12.00: Lotta Lind skickade beskeden till de sökande
        – måndag 2 mars 2026 kl. 12.00: Lotta Lind gav en sökande en reservplats (Cia Carlsson)
        – måndag 2 mars 2026 kl. 12.00: Lotta Lind gav en sökande en reservplats (Bo)
        – måndag 2 mars 2026 kl. 12.00: Lotta Lind såg alla i programmet
        – måndag 2 mars 2026 kl. 12.00: Lotta Lind avslog en ansökan (Anna Ek)
        – måndag 2 mars 2026 kl. 12.00: Lotta Lind antog en sökande (Dora Quux)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind skickade beskeden till de sökande
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind gav en sökande en reservplats (Cia Carlsson)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind avslog en ansökan (Dora Quux)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind antog en sökande (Anna Ek)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind öppnade ansökan
    ");
    // Nobody who takes part after all is erased because of the first letter.
    world.until("2026-04-02 12:00").await;
    assert_eq!(world.number("select count(*) from applications where number = 4").await, 1);
    assert_eq!(world.number("select count(*) from applications where number = 1").await, 0);
}

/// A letter that hasn't left is taken back, and one that somebody has had needn't be sent twice.
#[tokio::test]
async fn nobody_gets_two_letters_that_contradict_each_other() {
    let mut world = applied().await;
    world.until("2026-03-02 20:00").await;
    world.says("leader", "anta 1, 2").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.transcript();
    world.says("leader", "avslå 1").await;
    world.says("leader", "lista deltagare").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-03 12:00").await;
    world.says("leader", "avslå 2").await;
    world.presses("leader", "Ändra").await;
    world.says("leader", "lista deltagare").await;
    world.says("leader", "anta 2").await;
    world.says("leader", "besked skicka").await;
    world.says("leader", "lista deltagare").await;
    assert_snapshot!(world.transcript(), @"
    leader: avslå 1
    2026-03-02 20.00 → leader  Ansökan 1, Anna Ek: inte antagen, har inte fått besked. Förut var det: antagen.
    leader: lista deltagare
    2026-03-02 20.00 → leader  3 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
        – `bo` Bo Berg, mentor
    leader: besked skicka
    2026-03-02 20.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 0, på reservlistan: 0, inte antagna: 1.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 20.00 → leader  Ett besked är på väg. Det kommer fram vid nästa lämpliga tid på dagen.
    2026-03-03 08.30 → bo  Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-03 08.30 → leader  En plats i Nya ledare har blivit ledig (ansökan 1). Ingen står på reservlistan för den.
    2026-03-03 08.30 → eva  A place in Nya ledare has become free (application 1). Nobody is on the waiting list for that place.
    2026-03-03 08.30 → anna  Hej Anna! Tack för din ansökan till Nya ledare. Den här gången kunde vi inte erbjuda dig en plats. Det är inget omdöme om dig. Allt du skrev raderar jag onsdag 1 april 2026.
    2026-03-03 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    2026-03-03 08.30 → eva  New leaders hasn't been started. Its first day is set to Monday 2 March 2026. There are no pairs yet.
        When the pairs are ready, write `programme start` and I'll welcome everybody. If it is to begin on another day, change `start` in the programme's file.
        [Done]
    leader: avslå 2
    2026-03-03 12.00 → leader  Bo Berg har redan fått besked (ansökan 2: antagen). Prata med Bo Berg innan du ändrar det.
        Om du ändrar beslutet till ”inte antagen” får Bo Berg ett nytt besked nästa gång du skickar besked.
        Vill du ändra?
        [Ändra] [Låt det vara]
    leader: [Ändra]
    2026-03-03 12.00 → leader  Ansökan 2, Bo Berg: inte antagen, har inte fått besked. Förut var det: antagen.
    leader: lista deltagare
    2026-03-03 12.00 → leader  2 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
    leader: anta 2
    2026-03-03 12.00 → leader  Ansökan 2, Bo Berg: antagen. Förut var det: inte antagen, har inte fått besked.
    leader: besked skicka
    2026-03-03 12.00 → leader  Ingen som har ansökt till Nya ledare väntar på besked. Bestäm först med `ansökningar anta`, `ansökningar reserv` och `ansökningar avslå`.
    leader: lista deltagare
    2026-03-03 12.00 → leader  3 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
        – `bo` Bo Berg, mentor
    ");
}

/// Letters that haven't left are taken back whatever they say, and the place passes on.
#[tokio::test]
async fn a_night_of_second_thoughts_leaves_one_letter_each() {
    let mut world = applied().await;
    for said in ["anta 1", "ansökningar reserv 3, 4", "besked skicka"] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 20:00").await;
    world.transcript();
    // The place of 1 goes to 3, who is declined before she hears, so that 4 gets it.
    world.says("leader", "ansökningar reserv 1").await;
    world.presses("leader", "Ändra").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.says("leader", "avslå 3").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-03 12:00").await;
    world.says("leader", "ansökningar lista").await;
    world.says("leader", "lista deltagare").await;
    assert_snapshot!(world.transcript(), @"
    leader: ansökningar reserv 1
    2026-03-02 20.00 → leader  Anna Ek har redan fått besked (ansökan 1: antagen). Prata med Anna Ek innan du ändrar det.
        Om du ändrar beslutet till ”reservplats 3” får Anna Ek ett nytt besked nästa gång du skickar besked. Då går platsen till den första på reservlistan.
        Vill du ändra?
        [Ändra] [Låt det vara]
    leader: [Ändra]
    2026-03-02 20.00 → leader  Ansökan 1, Anna Ek: reservplats 3, har inte fått besked. Förut var det: antagen.
    leader: besked skicka
    2026-03-02 20.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 0, på reservlistan: 1, inte antagna: 0.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 20.00 → leader  Ett besked är på väg. Det kommer fram vid nästa lämpliga tid på dagen.
    leader: avslå 3
    2026-03-02 20.00 → leader  Ansökan 3, Cia Carlsson: inte antagen, har inte fått besked. Förut var det: antagen.
    leader: besked skicka
    2026-03-02 20.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 0, på reservlistan: 0, inte antagna: 1.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 20.00 → leader  Ett besked är på väg. Det kommer fram vid nästa lämpliga tid på dagen.
    2026-03-03 08.30 → anna  Hej Anna! Tidigare fick du veta att du hade en plats i Nya ledare. Den gäller tyvärr inte längre, men du står på reservlistan. Jag skriver direkt om det blir en plats ledig. Den som leder programmet kan berätta mer.
    2026-03-03 08.30 → leader  En plats i Nya ledare har blivit ledig (ansökan 1). Cia Carlsson får den från reservlistan, och får veta det nu.
    2026-03-03 08.30 → eva  A place in Nya ledare has become free (application 1). Cia Carlsson gets it from the waiting list, and hears of it now.
    2026-03-03 08.30 → dora  Hello Dora, we're glad to tell you that you have a place in New leaders, as adept. The programme starts on Monday 2 March 2026. I'll write to you again when it's clear who your mentor or adept will be.
    2026-03-03 08.30 → leader  En plats i Nya ledare har blivit ledig (ansökan 3). Dora Quux får den från reservlistan, och får veta det nu.
    2026-03-03 08.30 → eva  A place in Nya ledare has become free (application 3). Dora Quux gets it from the waiting list, and hears of it now.
    2026-03-03 08.30 → cia  Hej Cia! Tack för din ansökan till Nya ledare. Den här gången kunde vi inte erbjuda dig en plats. Det är inget omdöme om dig. Allt du skrev raderar jag onsdag 1 april 2026.
    2026-03-03 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    2026-03-03 08.30 → eva  New leaders hasn't been started. Its first day is set to Monday 2 March 2026. There are no pairs yet.
        When the pairs are ready, write `programme start` and I'll welcome everybody. If it is to begin on another day, change `start` in the programme's file.
        [Done]
    leader: ansökningar lista
    2026-03-03 12.00 → leader  4 ansökningar till Nya ledare:
        – 1 Anna Ek (adept): reservplats 1; inga poäng än
        – 2 Bo Berg (mentor): inte avgjord; inga poäng än
        – 3 Cia Carlsson (adept): inte antagen; inga poäng än
        – 4 Dora Quux (adept): antagen; inga poäng än
    leader: lista deltagare
    2026-03-03 12.00 → leader  3 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
        – `dora` Dora Quux, adept
    ");
}

#[tokio::test]
async fn whoever_is_asked_to_be_in_a_pair_is_not_taken_out() {
    let mut world = applied().await;
    for said in ["anta 1, 2", "besked skicka"] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 12:00").await;
    world.says("leader", "ansökningar avslå 1").await;
    world.says("leader", "ansökningar anta 3").await;
    world.transcript();
    world.says("leader", "matchning föreslå").await;
    world.says("leader", "matchning skicka ut").await;
    world.presses("leader", "Skicka").await;
    world.presses("leader", "Ändra").await;
    world.says("leader", "ansökningar avslå 1").await;
    assert_snapshot!(world.transcript(), @"
    leader: matchning föreslå
    2026-03-02 12.00 → leader  Mitt förslag för Nya ledare är ett mentorpar. Bara ni som leder programmet ser det.
        – Bo Berg och Anna Ek. Mentorn kan bidra med det som adepten vill ha mer av: att leda.
        Skriv `matchning undvik MENTOR ADEPT` om två inte passar ihop. Skriv `matchning skicka ut` när allt stämmer.
    2026-03-02 12.00 → leader  En person är antagen men har inte fått besked. Skicka beskeden med `besked skicka` och be sedan om ett nytt förslag.
    leader: matchning skicka ut
    2026-03-02 12.00 → leader  Jag ska skicka en fråga till de två i ett mentorpar i Nya ledare. Var och en får ett eget meddelande, där det står varför de passar ihop.
        Ska jag skicka ut det?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 12.00 → leader  Ett mentorpar får frågan vid nästa lämpliga tid på dagen. Skriv `matchning visa` för att se vad de svarar.
    2026-03-02 12.00 → bo  Hej Bo! Vi föreslår att du blir mentor för Anna Ek i Nya ledare.
        – Anna vill ha mer av något som du kan bidra med: att leda.
        Vill du det?
        [Ja, gärna] [Nej, inte den här gången] [Berätta mer]
    2026-03-02 12.00 → anna  Hej Anna! Vi föreslår Bo Berg som din mentor i Nya ledare.
        – Bo kan bidra med något som du vill ha mer av: att leda.
        Vill du det?
        [Ja, gärna] [Nej, inte den här gången] [Berätta mer]
    leader: [Ändra]
    2026-03-02 12.00 → leader  Anna Ek (ansökan 1) är eller har varit med i ett mentorpar, eller har fått frågan om ett. Därför går det inte att ändra beslutet. Prata med Anna Ek. Om Anna Ek vill sluta går det att skriva `radera mina uppgifter` till mig.
    leader: ansökningar avslå 1
    2026-03-02 12.00 → leader  Anna Ek (ansökan 1) är eller har varit med i ett mentorpar, eller har fått frågan om ett. Därför går det inte att ändra beslutet. Prata med Anna Ek. Om Anna Ek vill sluta går det att skriva `radera mina uppgifter` till mig.
    ");
}

/// The day on which applicants expect to hear doesn't pass in silence.
#[tokio::test]
async fn leaders_hear_on_the_day_of_the_result() {
    let mut world = applied().await;
    for said in ["anta 1", "ansökningar reserv 3", "besked skicka"] {
        world.says("leader", said).await;
    }
    world.presses("leader", "Skicka").await;
    world.says("leader", "stäng ansökan").await;
    world.says("leader", "anta 2").await;
    world.until("2026-03-26 12:00").await;
    world.transcript();
    world.until("2026-03-30 12:00").await;
    world.says("leader", "att följa upp").await;
    world.presses("eva", "Done").await;
    world.until("2026-03-31 12:00").await;
    world.says("leader", "avslå 4").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.says("leader", "att följa upp").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-27 08.30 → leader  De som har ansökt till Nya ledare ska få besked senast fredag 27 mars 2026. En ansökan är inte avgjord, och ett besked är inte skickat.
        Skriv `ansökningar lista` för att se ansökningarna och `besked skicka` när besluten är klara.
        [Klart] [Påminn mig om 14 dagar]
    2026-03-27 08.30 → eva  Those who applied to New leaders are to hear by Friday 27 March 2026. One application is undecided, and one letter hasn't been sent.
        Write `applications list` to see the applications, and `letters send` when you have decided.
        [Done] [Remind me in 14 days]
    leader: att följa upp
    2026-03-30 12.00 → leader  2 saker att följa upp i Nya ledare, det viktigaste först:
        – Programmet är inte startat: första dagen är måndag 2 mars 2026
        – Besked till de sökande: senast fredag 27 mars 2026
    2026-03-30 12.00 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    2026-03-30 12.00 → leader  De som har ansökt till Nya ledare ska få besked senast fredag 27 mars 2026. En ansökan är inte avgjord, och ett besked är inte skickat.
        Skriv `ansökningar lista` för att se ansökningarna och `besked skicka` när besluten är klara.
        [Klart] [Påminn mig om 14 dagar]
    eva: [Done]
    2026-03-30 12.00 → eva  Thank you. That is no longer on your list for New leaders.
    leader: avslå 4
    2026-03-31 12.00 → leader  Ansökan 4, Dora Quux: inte antagen, har inte fått besked.
    leader: besked skicka
    2026-03-31 12.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 1, på reservlistan: 0, inte antagna: 1.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-31 12.00 → leader  2 besked är på väg. De kommer fram vid nästa lämpliga tid på dagen.
    2026-03-31 12.00 → bo  Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    2026-03-31 12.00 → dora  Hello Dora, thank you for your application to New leaders. This time we couldn't offer you a place. It is no reflection on your abilities. On Thursday 30 April 2026 I'll erase everything you wrote.
    leader: att följa upp
    2026-03-31 12.00 → leader  En sak att följa upp i Nya ledare:
        – Programmet är inte startat: första dagen är måndag 2 mars 2026
    2026-03-31 12.00 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
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
async fn a_long_log_is_a_file() {
    let mut world = applied().await;
    world.says("leader", "ansökningar visa 1").await;
    for _ in 0..20 {
        world.says("leader", "ansökningar lista").await;
    }
    world.transcript();
    world.says("eva", "audit").await;
    let shown = world.transcript();
    assert!(shown.contains("<ledare-audit.txt>"), "{shown}");
    // It was opened, one application was read, and all were seen: the message has the last of it.
    assert_eq!(shown.matches("looked at all applications").count(), 40, "{shown}");
    assert_eq!(shown.matches("read an application (Anna)").count(), 1, "{shown}");
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
