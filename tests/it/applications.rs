//! Applying to a programme in a conversation: every kind of question, leaving and coming back,
//! changes until the last day, and taking it back.

use insta::assert_snapshot;

use crate::support::{PROGRAMME, World};

/// What the organiser asks for.
const RECRUITMENT: &str = r#"
purpose = { sv = "Du får en mentor som har lett andra i många år.", en = "You get a mentor who has led others for many years." }
[recruitment]
closes = "2026-03-20"
result = "2026-03-27"
privacy_notice = { sv = "Bara programledarna ser dina svar. Vi raderar dem efter ett år.", en = "Only the programme leaders see your answers. We erase them after a year." }
privacy_version = "2026-1"
[[recruitment.questions]]
key = "field"
kind = "choice"
text = { sv = "Var arbetar du?", en = "Where do you work?" }
options = [{ sv = "Skola", en = "School" }, { sv = "Vård", en = "Care" }]
[[recruitment.questions]]
key = "languages"
kind = "choices"
text = { sv = "Vilka språk talar du?", en = "Which languages do you speak?" }
options = [{ sv = "svenska", en = "Swedish" }, { sv = "engelska", en = "English" }, { sv = "arabiska", en = "Arabic" }]
[[recruitment.questions]]
key = "wants"
for = "adept"
kind = "topics"
text = { sv = "Vad vill du ha mer av?", en = "What would you like more of?" }
[[recruitment.questions]]
key = "capacity"
for = "mentor"
kind = "number"
least = 1
most = 3
text = { sv = "Hur många adepter kan du ta emot?", en = "How many adepts can you take?" }
[[recruitment.questions]]
key = "offers"
for = "mentor"
kind = "topics"
text = { sv = "Vad kan du bidra med?", en = "What can you offer?" }
[[recruitment.questions]]
key = "why"
kind = "text"
optional = "yes"
text = { sv = "Varför vill du vara med?", en = "Why would you like to take part?" }
"#;

const LEADER: &str = "id,name,role,account,locale\nleader,Lotta Lind,leader,console:leader,sv\n";

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is a whole conversation")]
async fn an_adept_applies_one_question_at_a_time() {
    let mut world = recruiting().await;
    world.says("anna", "hej").await;
    world.says("anna", "ansök till ledare").await;
    world.presses("anna", "Adept").await;
    world.presses("anna", "Ja, jag godkänner").await;
    world.says("anna", "Anna  Ek").await;
    world.says("anna", "teknik").await;
    world.says("anna", "vård").await;
    world.presses("anna", "svenska").await;
    world.presses("anna", "engelska").await;
    world.presses("anna", "svenska").await;
    world.presses("anna", "Det var allt").await;
    world.says("anna", "träffar, att leda andra").await;
    world.presses("anna", "Tillbaka").await;
    world.says("anna", "nätverk, att leda andra").await;
    world.presses("anna", "Hoppa över").await;
    world.says("anna", "ändra 1").await;
    world.presses("anna", "Skola").await;
    world.presses("anna", "Skicka ansökan").await;
    assert_snapshot!(world.transcript(), @r"
    anna: hej
    2026-03-02 08.00 → anna  Hej! Jag hjälper mentorer och adepter i mentorskapsprogram att träffas regelbundet.
        Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    2026-03-02 08.00 → anna  Här kan du ansöka:
        – Nya ledare: skriv `ansök till ledare`
    anna: ansök till ledare
    2026-03-02 08.00 → anna  Vad roligt att du vill ansöka till Nya ledare!
        Du får en mentor som har lett andra i många år.
        Jag ställer en fråga i taget. Du kan sluta när du vill och komma tillbaka. Jag sparar det du har svarat.
        Vad vill du vara i programmet?
        [Adept] [Mentor]
    anna: [Adept]
    2026-03-02 08.00 → anna  Innan vi går vidare: så här hanterar arrangören av Nya ledare det du skriver (version 2026-1):
        Bara programledarna ser dina svar. Vi raderar dem efter ett år.
        De som leder programmet ser ditt namn och dina svar. Den som du föreslås bli mentorpar med får se vad du vill ha mer av eller kan bidra med, var du bor och vilka språk du talar.
        Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott. Svaren används aldrig i lönesamtal eller rekrytering.
        Godkänner du det?
        [Ja, jag godkänner] [Nej, sluta här] [Tillbaka]
    anna: [Ja, jag godkänner]
    2026-03-02 08.00 → anna  Vad heter du? Skriv namnet så som din mentor eller adept ska se det, eller behåll Anna.  [Behåll] [Tillbaka]
    anna: Anna  Ek
    2026-03-02 08.00 → anna  Fråga 1 av 4
        Var arbetar du?
        [Skola] [Vård] [Tillbaka]
    anna: teknik
    2026-03-02 08.00 → anna  Det är inget av svaren. Tryck på ett av dem, eller skriv det eller dess nummer.
    2026-03-02 08.00 → anna  Fråga 1 av 4
        Var arbetar du?
        [Skola] [Vård] [Tillbaka]
    anna: vård
    2026-03-02 08.00 → anna  Fråga 2 av 4
        Vilka språk talar du?
        Du kan välja flera. Tryck på ett i taget, eller skriv numren med komma mellan.
        [svenska] [engelska] [arabiska] [Tillbaka]
    anna: [svenska]
    2026-03-02 08.00 → anna  Fråga 2 av 4
        Vilka språk talar du?
        Valt hittills: svenska. Tryck på ett igen för att ta bort det.
        [svenska] [engelska] [arabiska] [Det var allt] [Tillbaka]
    anna: [engelska]
    2026-03-02 08.00 → anna  Fråga 2 av 4
        Vilka språk talar du?
        Valt hittills: svenska och engelska. Tryck på ett igen för att ta bort det.
        [svenska] [engelska] [arabiska] [Det var allt] [Tillbaka]
    anna: [svenska]
    2026-03-02 08.00 → anna  Fråga 2 av 4
        Vilka språk talar du?
        Valt hittills: engelska. Tryck på ett igen för att ta bort det.
        [svenska] [engelska] [arabiska] [Det var allt] [Tillbaka]
    anna: [Det var allt]
    2026-03-02 08.00 → anna  Fråga 3 av 4
        Vad vill du ha mer av?
        Skriv några ord för varje, med komma mellan, till exempel: leda andra, ett större nätverk.
        [Tillbaka]
    anna: träffar, att leda andra
    2026-03-02 08.00 → anna  Fråga 4 av 4
        Varför vill du vara med?
        Skriv ditt svar här.
        [Hoppa över] [Tillbaka]
    anna: [Tillbaka]
    2026-03-02 08.00 → anna  Fråga 3 av 4
        Vad vill du ha mer av?
        Skriv några ord för varje, med komma mellan, till exempel: leda andra, ett större nätverk.
        [Tillbaka]
    anna: nätverk, att leda andra
    2026-03-02 08.00 → anna  Fråga 4 av 4
        Varför vill du vara med?
        Skriv ditt svar här.
        [Hoppa över] [Tillbaka]
    anna: [Hoppa över]
    2026-03-02 08.00 → anna  Det här är din ansökan till Nya ledare, Anna Ek, som adept:
        – 1. Var arbetar du? – Vård
        – 2. Vilka språk talar du? – engelska
        – 3. Vad vill du ha mer av? – nätverk och att leda andra
        – 4. Varför vill du vara med? – inget svar
        Stämmer allt? Skriv till exempel `ändra 2` om du vill ändra svar 2.
        [Skicka ansökan] [Tillbaka]
    anna: ändra 1
    2026-03-02 08.00 → anna  Fråga 1 av 4
        Var arbetar du?
        [Skola] [Vård] [Tillbaka]
    anna: [Skola]
    2026-03-02 08.00 → anna  Det här är din ansökan till Nya ledare, Anna Ek, som adept:
        – 1. Var arbetar du? – Skola
        – 2. Vilka språk talar du? – engelska
        – 3. Vad vill du ha mer av? – nätverk och att leda andra
        – 4. Varför vill du vara med? – inget svar
        Stämmer allt? Skriv till exempel `ändra 2` om du vill ändra svar 2.
        [Skicka ansökan] [Tillbaka]
    anna: [Skicka ansökan]
    2026-03-02 08.00 → anna  Tack! Din ansökan till Nya ledare har kommit fram. Den har nummer 1.
        – Du kan ändra dina svar till och med fredag 20 mars 2026: skriv `ansök till ledare`
        – Du får besked senast fredag 27 mars 2026
        – Skriv `dra tillbaka ansökan` om du vill dra tillbaka den
    ");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is a whole conversation")]
async fn a_mentor_leaves_and_comes_back_changes_and_takes_it_back() {
    let mut world = recruiting().await;
    world.says("ada", "apply").await;
    world.presses("ada", "As a mentor").await;
    world.presses("ada", "Yes, I accept it").await;
    world.presses("ada", "Keep it").await;
    world.presses("ada", "School").await;
    world.says("ada", "2, 3").await;
    world.says("ada", "4").await;
    world.says("ada", "three").await;
    world.until("2026-03-05 12:00").await;
    world.says("ada", "apply").await;
    world.says("ada", "2").await;
    world.says("ada", "networks").await;
    world.says("ada", "Because somebody did it for me. Help others as you were helped.").await;
    world.presses("ada", "Send the application").await;
    world.says("ada", "apply").await;
    world.says("ada", "change 9").await;
    world.says("ada", "3").await;
    world.says("ada", "3").await;
    world.says("ada", "thanks").await;
    world.says("ada", "withdraw").await;
    world.presses("ada", "Keep it").await;
    world.says("ada", "withdraw").await;
    world.says("ada", "yes").await;
    world.says("ada", "withdraw").await;
    assert_snapshot!(world.transcript(), @r"
    ada: apply
    2026-03-02 08.00 → ada  It's good that you want to apply to New leaders.
        You get a mentor who has led others for many years.
        I'll ask one question at a time. You can stop whenever you like and come back: I keep what you have answered.
        How would you like to take part?
        [As an adept] [As a mentor]
    ada: [As a mentor]
    2026-03-02 08.00 → ada  Before we go on, this is how the organiser of New leaders handles what you write (version 2026-1):
        Only the programme leaders see your answers. We erase them after a year.
        Those who lead the programme see your name and your answers. Whoever is suggested as your mentor or adept sees what you want more of or can offer, where you live and what you speak.
        Please don't write other people's names, and nothing about health, religion, politics or crime. Your answers are never used in salary reviews or hiring.
        Do you accept this?
        [Yes, I accept it] [No, stop here] [Back]
    ada: [Yes, I accept it]
    2026-03-02 08.00 → ada  What is your name? Write it as you want your mentor or adept to see it, or keep Ada.  [Keep it] [Back]
    ada: [Keep it]
    2026-03-02 08.00 → ada  Question 1 of 5
        Where do you work?
        [School] [Care] [Back]
    ada: [School]
    2026-03-02 08.00 → ada  Question 2 of 5
        Which languages do you speak?
        You can choose several. Press one after the other, or write their numbers with commas between them.
        [Swedish] [English] [Arabic] [Back]
    ada: 2, 3
    2026-03-02 08.00 → ada  Question 3 of 5
        How many adepts can you take?
        Write a number from 1 to 3.
        [Back]
    ada: 4
    2026-03-02 08.00 → ada  I need a whole number from 1 to 3 there.
    2026-03-02 08.00 → ada  Question 3 of 5
        How many adepts can you take?
        Write a number from 1 to 3.
        [Back]
    ada: three
    2026-03-02 08.00 → ada  I need a whole number from 1 to 3 there.
    2026-03-02 08.00 → ada  Question 3 of 5
        How many adepts can you take?
        Write a number from 1 to 3.
        [Back]
    ada: apply
    2026-03-05 12.00 → ada  Question 3 of 5
        How many adepts can you take?
        Write a number from 1 to 3.
        [Back]
    ada: 2
    2026-03-05 12.00 → ada  Question 4 of 5
        What can you offer?
        Write a few words for each, with commas between them, for example: leading others, a wider network.
        [Back]
    ada: networks
    2026-03-05 12.00 → ada  Question 5 of 5
        Why would you like to take part?
        Write your answer here.
        [Skip] [Back]
    ada: Because somebody did it for me. Help others as you were helped.
    2026-03-05 12.00 → ada  This is your application to New leaders, Ada, as mentor:
        – 1. Where do you work? – School
        – 2. Which languages do you speak? – English and Arabic
        – 3. How many adepts can you take? – 2
        – 4. What can you offer? – networks
        – 5. Why would you like to take part? – Because somebody did it for me. Help others as you were helped.
        Is everything right? To change answer 2, for example, write `change 2`.
        [Send the application] [Back]
    ada: [Send the application]
    2026-03-05 12.00 → ada  Thank you! Your application to New leaders has arrived. It has number 1.
        – You can change your answers until Friday 20 March 2026: write `apply ledare`
        – You will hear from us by Friday 27 March 2026
        – To take it back, write `withdraw`
    ada: apply
    2026-03-05 12.00 → ada  You have sent this application to New leaders, Ada, as mentor:
        – 1. Where do you work? – School
        – 2. Which languages do you speak? – English and Arabic
        – 3. How many adepts can you take? – 2
        – 4. What can you offer? – networks
        – 5. Why would you like to take part? – Because somebody did it for me. Help others as you were helped.
        To change answer 2, for example, write `change 2`. To take the application back, write `withdraw`.
    ada: change 9
    2026-03-05 12.00 → ada  That isn't one of the answers. Please press one of them, or write it or its number.
    2026-03-05 12.00 → ada  You have sent this application to New leaders, Ada, as mentor:
        – 1. Where do you work? – School
        – 2. Which languages do you speak? – English and Arabic
        – 3. How many adepts can you take? – 2
        – 4. What can you offer? – networks
        – 5. Why would you like to take part? – Because somebody did it for me. Help others as you were helped.
        To change answer 2, for example, write `change 2`. To take the application back, write `withdraw`.
    ada: 3
    2026-03-05 12.00 → ada  Question 3 of 5
        How many adepts can you take?
        Write a number from 1 to 3.
        [Back]
    ada: 3
    2026-03-05 12.00 → ada  I've changed your answer to “How many adepts can you take?”.
    2026-03-05 12.00 → ada  You have sent this application to New leaders, Ada, as mentor:
        – 1. Where do you work? – School
        – 2. Which languages do you speak? – English and Arabic
        – 3. How many adepts can you take? – 3
        – 4. What can you offer? – networks
        – 5. Why would you like to take part? – Because somebody did it for me. Help others as you were helped.
        To change answer 2, for example, write `change 2`. To take the application back, write `withdraw`.
    ada: thanks
    2026-03-05 12.00 → ada  You're welcome! Just write if there is anything else.
    ada: withdraw
    2026-03-05 12.00 → ada  Do you want to take back your application to New leaders? Then I erase all your answers, and that can't be undone.  [Take it back] [Keep it]
    ada: [Keep it]
    2026-03-05 12.00 → ada  All right, I haven't changed anything.
    ada: withdraw
    2026-03-05 12.00 → ada  Do you want to take back your application to New leaders? Then I erase all your answers, and that can't be undone.  [Take it back] [Keep it]
    ada: yes
    2026-03-05 12.00 → ada  Your application to New leaders is withdrawn, and everything that you had answered is erased.
    ada: withdraw
    2026-03-05 12.00 → ada  You have no application here that could be taken back.
    ");
}

#[tokio::test]
async fn whoever_refuses_the_notice_leaves_nothing() {
    let mut world = recruiting().await;
    world.says("ada", "apply").await;
    world.presses("ada", "As an adept").await;
    world.presses("ada", "No, stop here").await;
    assert_snapshot!(world.transcript().lines().last().unwrap(), @"2026-03-02 08.00 → ada  That's fine. I haven't kept anything of what you wrote. You are welcome back if you change your mind.");
    let known = "select (select count(*) from applications) + (select count(*) from drafts)
                      + (select count(*) from people) + (select count(*) from accounts)";
    assert_eq!(world.number(known).await, 2, "the leader and their account");
}

#[tokio::test]
async fn what_is_half_done_at_the_close_is_neither_sent_nor_lost() {
    let mut world = recruiting().await;
    world.says("ada", "apply").await;
    world.presses("ada", "As an adept").await;
    world.transcript();
    world.says("leader", "stäng ansökan").await;
    world.says("leader", "stäng ansökan").await;
    world.presses("ada", "Yes, I accept it").await;
    world.says("ada", "apply").await;
    world.says("leader", "öppna ansökan").await;
    world.says("ada", "apply").await;
    world.until("2026-03-21 00:00").await;
    world.presses("ada", "Yes, I accept it").await;
    world.says("leader", "öppna ansökan").await;
    assert_snapshot!(world.transcript(), @"
    leader: stäng ansökan
    2026-03-02 08.00 → leader  Nu går det inte längre att ansöka till Nya ledare. Ingen ansökan har kommit in.
    leader: stäng ansökan
    2026-03-02 08.00 → leader  Ansökan till Nya ledare är redan stängd.
    ada: [Yes, I accept it]
    2026-03-02 08.00 → ada  You can't apply to New leaders at the moment, so I haven't changed anything. If that surprises you, please ask whoever leads the programme.
    ada: apply
    2026-03-02 08.00 → ada  You can't apply to New leaders at the moment, so I haven't changed anything. If that surprises you, please ask whoever leads the programme.
    leader: öppna ansökan
    2026-03-02 08.00 → leader  Nu går det att ansöka till Nya ledare. Nedan är en inbjudan som du kan lägga där de som ska ansöka ser den. Skriv `stäng ansökan` för att stänga ansökan.
    2026-03-02 08.00 → leader  Nu kan du ansöka till Nya ledare, som mentor eller adept. Sista dagen är fredag 20 mars 2026.
        Du får en mentor som har lett andra i många år.
        Skriv `ansök till ledare` till mig i ett direktmeddelande, så ställer jag några frågor.
    ada: apply
    2026-03-02 08.00 → ada  Before we go on, this is how the organiser of New leaders handles what you write (version 2026-1):
        Only the programme leaders see your answers. We erase them after a year.
        Those who lead the programme see your name and your answers. Whoever is suggested as your mentor or adept sees what you want more of or can offer, where you live and what you speak.
        Please don't write other people's names, and nothing about health, religion, politics or crime. Your answers are never used in salary reviews or hiring.
        Do you accept this?
        [Yes, I accept it] [No, stop here] [Back]
    2026-03-17 08.30 → ada  You've begun an application to New leaders and haven't sent it. The last day is Friday 20 March 2026. Write `apply ledare` if you'd like to go on. If you don't, what you've answered is erased on Sunday 31 May 2026.
    ada: [Yes, I accept it]
    2026-03-21 00.00 → ada  That question no longer applies. Either it has been answered or something has changed.
    leader: öppna ansökan
    2026-03-21 00.00 → leader  Sista ansökningsdagen var fredag 20 mars 2026. Skriv `visa program` för att få programmets fil, ändra `closes` i den och skicka tillbaka den till mig.
    ");
}

#[tokio::test]
async fn a_leader_opens_what_can_be_opened() {
    let mut world = World::with(PROGRAMME, LEADER).await;
    world.says("leader", "öppna ansökan").await;
    world.says("ada", "apply").await;
    world.says("ada", "withdraw").await;
    assert_snapshot!(world.transcript(), @r"
    leader: öppna ansökan
    2026-03-02 08.00 → leader  Programmets fil säger inte än vad de sökande ska få för frågor. Skriv `visa program` för att få filen, fyll i delen `[recruitment]` och skicka tillbaka den till mig.
    ada: apply
    2026-03-02 08.00 → ada  There is no programme that you can apply to here at the moment. If you have been told otherwise, please ask whoever leads the programme.
    ada: withdraw
    2026-03-02 08.00 → ada  You have no application here that could be taken back.
    ");
}

#[tokio::test]
async fn whoever_applies_where_others_listen_is_written_to_in_private() {
    let mut world = recruiting().await;
    world.says_in("lobby", "ada", "I want to apply as a mentor").await;
    world.says("ada", "2").await;
    world.says("ada", "yes").await;
    world.says("ada", "2").await;
    world.says("ada", "Ada").await;
    world.says("ada", "1").await;
    world.says("ada", "apply").await;
    world.says("ada", "apply").await;
    world.says("ada", "settings").await;
    world.says_in("lobby", "ada", "apply elsewhere").await;
    assert_snapshot!(world.transcript(), @r"
    ada@lobby: I want to apply as a mentor
    2026-03-02 08.00 → ada  It's good that you want to apply to New leaders.
        You get a mentor who has led others for many years.
        I'll ask one question at a time. You can stop whenever you like and come back: I keep what you have answered.
        How would you like to take part?
        [As an adept] [As a mentor]
    2026-03-02 08.00 → lobby  I've written to you in a direct message, where nobody else can read it.
        Jag har skrivit till dig i ett direktmeddelande, där ingen annan läser.
    ada: 2
    2026-03-02 08.00 → ada  Before we go on, this is how the organiser of New leaders handles what you write (version 2026-1):
        Only the programme leaders see your answers. We erase them after a year.
        Those who lead the programme see your name and your answers. Whoever is suggested as your mentor or adept sees what you want more of or can offer, where you live and what you speak.
        Please don't write other people's names, and nothing about health, religion, politics or crime. Your answers are never used in salary reviews or hiring.
        Do you accept this?
        [Yes, I accept it] [No, stop here] [Back]
    ada: yes
    2026-03-02 08.00 → ada  What is your name? Write it as you want your mentor or adept to see it, or keep Ada.  [Keep it] [Back]
    ada: 2
    2026-03-02 08.00 → ada  Before we go on, this is how the organiser of New leaders handles what you write (version 2026-1):
        Only the programme leaders see your answers. We erase them after a year.
        Those who lead the programme see your name and your answers. Whoever is suggested as your mentor or adept sees what you want more of or can offer, where you live and what you speak.
        Please don't write other people's names, and nothing about health, religion, politics or crime. Your answers are never used in salary reviews or hiring.
        Do you accept this?
        [Yes, I accept it] [No, stop here] [Back]
    ada: Ada
    2026-03-02 08.00 → ada  That isn't one of the answers. Please press one of them, or write it or its number.
    2026-03-02 08.00 → ada  Before we go on, this is how the organiser of New leaders handles what you write (version 2026-1):
        Only the programme leaders see your answers. We erase them after a year.
        Those who lead the programme see your name and your answers. Whoever is suggested as your mentor or adept sees what you want more of or can offer, where you live and what you speak.
        Please don't write other people's names, and nothing about health, religion, politics or crime. Your answers are never used in salary reviews or hiring.
        Do you accept this?
        [Yes, I accept it] [No, stop here] [Back]
    ada: 1
    2026-03-02 08.00 → ada  What is your name? Write it as you want your mentor or adept to see it, or keep Ada.  [Keep it] [Back]
    ada: apply
    2026-03-02 08.00 → ada  What is your name? Write it as you want your mentor or adept to see it, or keep Ada.  [Keep it] [Back]
    ada: apply
    2026-03-02 08.00 → ada  What is your name? Write it as you want your mentor or adept to see it, or keep Ada.  [Keep it] [Back]
    ada: settings
    2026-03-02 08.00 → ada  You aren't in a mentorship programme here yet. If you have a code from a programme leader, write `join CODE` to me in a direct message, never in a channel.
    ada@lobby: apply elsewhere
    2026-03-02 08.00 → lobby  Which programme do you mean?
        – New leaders: write `apply ledare`
        Vilket program menar du?
        – New leaders: skriv `apply ledare`
    ");
}

/// The programme takes applications, and nobody is in it but its leader.
async fn recruiting() -> World {
    let mut world = World::with(&format!("{PROGRAMME}{RECRUITMENT}"), LEADER).await;
    world.says("leader", "öppna ansökan").await;
    world.transcript();
    world
}

/// Where the adepts are minors, a guardian's consent comes before everything else.
#[tokio::test]
async fn a_minor_is_asked_nothing_before_a_guardian_consents() {
    let minors = RECRUITMENT.replace(
        "[recruitment]\n",
        "worries_contact = \"Lotta Lind, 070-174 06 35\"\n[recruitment]\nadepts_are_minors = \"yes\"\n",
    );
    let mut world = World::with(&format!("{PROGRAMME}{minors}"), LEADER).await;
    world.says("leader", "öppna ansökan").await;
    world.transcript();
    world.says("anna", "ansök till ledare").await;
    world.presses("anna", "Adept").await;
    world.says("anna", "Anna Ek").await;
    world.says("leader", "ansökningar").await;
    world.says("leader", "ansökningar samtycke 2 Ulla Ek").await;
    world.says("leader", "ansökningar samtycke 1 Ulla Ek").await;
    world.until("2026-03-02 12:00").await;
    world.says("anna", "ansök").await;
    assert_snapshot!(world.transcript(), @"
    anna: ansök till ledare
    2026-03-02 08.00 → anna  Vad roligt att du vill ansöka till Nya ledare!
        Du får en mentor som har lett andra i många år.
        Jag ställer en fråga i taget. Du kan sluta när du vill och komma tillbaka. Jag sparar det du har svarat.
        Vad vill du vara i programmet?
        [Adept] [Mentor]
    anna: [Adept]
    2026-03-02 08.00 → anna  Adepterna i Nya ledare är under 18 år. Därför behöver en vårdnadshavare säga ja innan jag frågar dig något mer.
        Be en vårdnadshavare att höra av sig till Lotta Lind och säga att det gäller ansökan nummer 1. Jag skriver till dig när det är klart.
        [Tillbaka]
    anna: Anna Ek
    2026-03-02 08.00 → anna  Adepterna i Nya ledare är under 18 år. Därför behöver en vårdnadshavare säga ja innan jag frågar dig något mer.
        Be en vårdnadshavare att höra av sig till Lotta Lind och säga att det gäller ansökan nummer 1. Jag skriver till dig när det är klart.
        [Tillbaka]
    leader: ansökningar
    2026-03-02 08.00 → leader  Ingen ansökan till Nya ledare har kommit in än.
    2026-03-02 08.00 → leader  Jag väntar på en vårdnadshavares samtycke till ansökan nummer 1 (Anna). När en vårdnadshavare har sagt ja skriver du `ansökningar samtycke N NAMN`
    leader: ansökningar samtycke 2 Ulla Ek
    2026-03-02 08.00 → leader  Det finns ingen ansökan med nummer 2. Skriv `ansökningar lista` för att se numren.
    leader: ansökningar samtycke 1 Ulla Ek
    2026-03-02 08.00 → leader  Det är antecknat att vårdnadshavaren Ulla Ek säger ja till ansökan 1.
    2026-03-02 08.30 → anna  Nu är det klart med din vårdnadshavare. Skriv `ansök till ledare` så fortsätter vi med din ansökan till Nya ledare.
    anna: ansök
    2026-03-02 12.00 → anna  Innan vi går vidare: så här hanterar arrangören av Nya ledare det du skriver (version 2026-1):
        Bara programledarna ser dina svar. Vi raderar dem efter ett år.
        De som leder programmet ser ditt namn och dina svar. Den som du föreslås bli mentorpar med får se vad du vill ha mer av eller kan bidra med, var du bor och vilka språk du talar.
        Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott. Svaren används aldrig i lönesamtal eller rekrytering.
        Godkänner du det?
        [Ja, jag godkänner] [Nej, sluta här] [Tillbaka]
    ");
    world.says("leader", "hjälp").await;
    assert!(world.transcript().contains("vända dig till Lotta Lind, 070-174 06 35"));
    // A mentor is asked at once.
    world.says("bo", "ansök").await;
    world.presses("bo", "Mentor").await;
    assert!(world.transcript().contains("Godkänner du det?"));
}

#[tokio::test]
async fn where_nobody_is_a_minor_no_consent_is_recorded() {
    let mut world = recruiting().await;
    world.says("leader", "ansökningar samtycke 1 Ulla Ek").await;
    assert_snapshot!(world.transcript(), @"
    leader: ansökningar samtycke 1 Ulla Ek
    2026-03-02 08.00 → leader  Adepterna i Nya ledare är inte minderåriga enligt programmets fil, så det behövs inget samtycke. Ändra `adepts_are_minors` i filen om det är fel.
    ");
}

/// A list of people doesn't get round a guardian's consent.
#[tokio::test]
async fn a_minor_becomes_no_adept_by_a_list() {
    let minors = RECRUITMENT.replace(
        "[recruitment]\n",
        "worries_contact = \"Lotta Lind, 070-174 06 35\"\n[recruitment]\nadepts_are_minors = \"yes\"\n",
    );
    let mut world = World::with(&format!("{PROGRAMME}{minors}"), LEADER).await;
    world.says("leader", "öppna ansökan").await;
    world.says("anna", "ansök").await;
    world.presses("anna", "Adept").await;
    world.transcript();
    let list =
        "id,name,role,account\nanna,Anna Ek,adept,console:anna\nm1,Bo Berg,mentor,console:bo\n";
    world.sends("leader", "personer.csv", list.as_bytes()).await;
    world.says("leader", "lägg till person Anna Ek som adept console:anna").await;
    world.says("leader", "lägg till person Cia Carlsson som adept").await;
    world.says("leader", "lägg till person Bo Berg som mentor").await;
    world.says("leader", "ansökningar samtycke 1 Ulla Ek").await;
    world.says("leader", "lägg till person Anna Ek som adept console:anna").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-02 08.00 → leader  Det finns ett fel i personer.csv, så jag har inte lagt till någon.
        – Rad 2, `role`: Adepterna i det här programmet är minderåriga, så en vårdnadshavare måste säga ja först. Låt adepten ansöka här i chatten, eller läs in en fil med ansökningar och en kolumn `guardian`.
        Rätta filen och skicka den igen.
    leader: lägg till person Anna Ek som adept console:anna
    2026-03-02 08.00 → leader  Adepterna i det här programmet är minderåriga, så en vårdnadshavare måste säga ja först. Låt adepten ansöka här i chatten, eller läs in en fil med ansökningar och en kolumn `guardian`.
    leader: lägg till person Cia Carlsson som adept
    2026-03-02 08.00 → leader  Adepterna i det här programmet är minderåriga, så en vårdnadshavare måste säga ja först. Låt adepten ansöka här i chatten, eller läs in en fil med ansökningar och en kolumn `guardian`.
    leader: lägg till person Bo Berg som mentor
    2026-03-02 08.00 → leader  Bo Berg är nu med i programmet som mentor.
    leader: ansökningar samtycke 1 Ulla Ek
    2026-03-02 08.00 → leader  Det är antecknat att vårdnadshavaren Ulla Ek säger ja till ansökan 1.
    leader: lägg till person Anna Ek som adept console:anna
    2026-03-02 08.00 → leader  Anna Ek är nu med i programmet som adept.
    ");
}

/// Who has begun is reminded once, the leaders hear when the last day has passed, and what nobody
/// sends is erased.
#[tokio::test]
async fn the_last_day_is_told() {
    let mut world = recruiting().await;
    for (who, name) in [("anna", "Anna Ek"), ("cia", "Cia Carlsson")] {
        world.says(who, "ansök").await;
        world.presses(who, "Adept").await;
        world.presses(who, "Ja, jag godkänner").await;
        world.says(who, name).await;
    }
    world.transcript();
    world.until("2026-03-21 12:00").await;
    world.says("anna", "ansök").await;
    world.says("leader", "öppna ansökan").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-17 08.30 → anna  Du har börjat på en ansökan till Nya ledare men inte skickat den. Sista dagen är fredag 20 mars 2026. Skriv `ansök till ledare` om du vill fortsätta. Gör du inte det raderar jag söndag 31 maj 2026 det du har svarat.
    2026-03-17 08.30 → cia  Du har börjat på en ansökan till Nya ledare men inte skickat den. Sista dagen är fredag 20 mars 2026. Skriv `ansök till ledare` om du vill fortsätta. Gör du inte det raderar jag söndag 31 maj 2026 det du har svarat.
    anna: ansök
    2026-03-21 12.00 → anna  Det går inte att ansöka till Nya ledare just nu, så jag har inte ändrat något. Fråga den som leder programmet om det förvånar dig.
    leader: öppna ansökan
    2026-03-21 12.00 → leader  Sista ansökningsdagen var fredag 20 mars 2026. Skriv `visa program` för att få programmets fil, ändra `closes` i den och skicka tillbaka den till mig.
    ");
    assert!(world.database.holds("Anna Ek").await, "it is kept for a while");
    world.until("2026-03-23 12:00").await;
    assert_snapshot!(world.transcript(), @"2026-03-23 08.30 → leader  Sista dagen att ansöka till Nya ledare har passerat. Ingen ansökan har kommit in.");
    world.until("2026-06-01 12:00").await;
    for word in ["Anna", "anna", "Carlsson"] {
        assert!(!world.database.holds(word).await, "{word} is still there");
    }
}

/// What a web form exported, with somebody who has applied in the chat as well.
const EXPORT: &str = "\
Timestamp,Name,Role,Account,E-mail,Notice,Where do you work?,Which languages do you speak?,What would you like more of?,Hur många adepter kan du ta emot?,Vad kan du bidra med?
2026-03-01 12:00,Anna Ek,Som adept,console:anna,,Ja,School,svenska,mod,,
2026-03-01 12:30,Bo Berg,mentor,,bo@example.org,Ja,vård,\"svenska, engelska\",,2,\"att leda, nätverk\"
";

#[tokio::test]
async fn applications_come_in_from_a_web_form() {
    let mut world = recruiting().await;
    world.sends("leader", "form.csv", EXPORT.as_bytes()).await;
    world.sends("leader", "form.csv", EXPORT.as_bytes()).await;
    world.says("leader", "ansökningar").await;
    world.says("leader", "ansökningar visa 2").await;
    world.says("anna", "ansök").await;
    world.says("leader", "ansökningar anta 2").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.says("leader", "ansökningar visa 2").await;
    world.says("leader", "deltagare").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-02 08.00 → leader  Ansökningarna till Nya ledare är inlästa: 2 nya, 0 som redan fanns. Skriv `ansökningar lista` för att se dem.
    2026-03-02 08.00 → leader  De här kolumnerna hör inte till någon fråga, så jag har inte sparat det som står i dem: Timestamp.
    2026-03-02 08.00 → leader  Ansökningarna till Nya ledare är inlästa: 0 nya, 2 som redan fanns. Skriv `ansökningar lista` för att se dem.
    2026-03-02 08.00 → leader  De här kolumnerna hör inte till någon fråga, så jag har inte sparat det som står i dem: Timestamp.
    leader: ansökningar
    2026-03-02 08.00 → leader  2 ansökningar till Nya ledare:
        – 1 Anna Ek (adept): inte avgjord; inga poäng än
        – 2 Bo Berg (mentor): inte avgjord; inga poäng än
    leader: ansökningar visa 2
    2026-03-02 08.00 → leader  Ansökan 2: Bo Berg, som mentor
        – 1. Var arbetar du? – Vård
        – 2. Vilka språk talar du? – svenska och engelska
        – 3. Hur många adepter kan du ta emot? – 2
        – 4. Vad kan du bidra med? – att leda och nätverk
        – 5. Varför vill du vara med? – inget svar
        Beslut: inte avgjord. Poäng: inga poäng än.
    anna: ansök
    2026-03-02 08.00 → anna  Du har skickat den här ansökan till Nya ledare, Anna Ek, som adept:
        – 1. Var arbetar du? – Skola
        – 2. Vilka språk talar du? – svenska
        – 3. Vad vill du ha mer av? – mod
        – 4. Varför vill du vara med? – inget svar
        Skriv till exempel `ändra 2` om du vill ändra svar 2. Skriv `dra tillbaka ansökan` om du vill dra tillbaka ansökan.
    leader: ansökningar anta 2
    2026-03-02 08.00 → leader  Ansökan 2, Bo Berg: antagen, har inte fått besked.
    leader: besked skicka
    2026-03-02 08.00 → leader  Jag ska skicka beskeden från Nya ledare: antagna: 1, på reservlistan: 0, inte antagna: 0.
        Ska jag skicka dem?
        [Skicka] [Skicka inte]
    leader: [Skicka]
    2026-03-02 08.00 → leader  En sökande har inget konto här, så jag kan inte skriva till hen. Brevet finns i filen. Skicka det själv, till exempel med e-post. Skriv `ansökningar visa` och numret för att se det igen.
        <ledare.txt>
        | Bo Berg <bo@example.org>
        | 
        | Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    leader: ansökningar visa 2
    2026-03-02 08.00 → leader  Ansökan 2: Bo Berg, som mentor
        – 1. Var arbetar du? – Vård
        – 2. Vilka språk talar du? – svenska och engelska
        – 3. Hur många adepter kan du ta emot? – 2
        – 4. Vad kan du bidra med? – att leda och nätverk
        – 5. Varför vill du vara med? – inget svar
        Beslut: antagen. Poäng: inga poäng än.
    2026-03-02 08.00 → leader  Bo Berg (bo@example.org) har inget konto här, så det här beskedet skickas utanför chatten:
        Hej Bo! Vad roligt att få berätta att du har fått en plats i Nya ledare, som mentor. Programmet börjar måndag 2 mars 2026. Jag skriver igen när det är klart vem som blir din mentor eller adept.
    leader: deltagare
    2026-03-02 08.00 → leader  2 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `bo` Bo Berg, mentor (har inte gått med än)
    ");
}

#[tokio::test]
async fn what_a_file_says_otherwise_than_the_applicant_is_not_taken_in() {
    let mut world = recruiting().await;
    world.says("anna", "ansök").await;
    for label in ["Adept", "Ja, jag godkänner"] {
        world.presses("anna", label).await;
    }
    world.says("anna", "Anna Ek").await;
    world.presses("anna", "Vård").await;
    world.sends("leader", "form.csv", EXPORT.as_bytes()).await;
    assert!(world.transcript().contains("har börjat på en ansökan här i chatten"));
    world.presses("anna", "svenska").await;
    world.presses("anna", "Det var allt").await;
    world.says("anna", "mod").await;
    world.presses("anna", "Hoppa över").await;
    world.presses("anna", "Skicka ansökan").await;
    world.says("leader", "lägg till deltagare Cia Carlsson, mentor console:cia").await;
    world.transcript();
    let export = format!(
        "{EXPORT}2026-03-01 13:00,Cia Carlsson,mentor,console:cia,,Ja,Care,svenska,,1,mod\n\
         2026-03-01 14:00,Liv Li,mentor,,,Nej,Care,svenska,,1,mod\n"
    );
    world.sends("leader", "form.csv", export.as_bytes()).await;
    world
        .sends(
            "leader",
            "form.csv",
            export.replace("Liv Li,mentor,,,Nej", "Liv Li,mentor,,,Ja").as_bytes(),
        )
        .await;
    world.says("leader", "ansökningar").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-02 08.00 → leader  Det finns 3 fel i form.csv, så jag har inte lagt till någon.
        – Rad 2, `field`: Personen har redan ansökt och svarat något annat. Det som personen själv har sagt gäller. Ta bort raden, eller be personen att ändra sin ansökan.
        – Rad 4, `account`: Personen är redan med i programmet. Ta bort raden.
        – Rad 5, `notice`: Personen har inte godkänt hur ni hanterar uppgifterna. Ta bort raden, eller be personen att ansöka här i chatten.
        Rätta filen och skicka den igen.
    2026-03-02 08.00 → leader  Det finns 2 fel i form.csv, så jag har inte lagt till någon.
        – Rad 2, `field`: Personen har redan ansökt och svarat något annat. Det som personen själv har sagt gäller. Ta bort raden, eller be personen att ändra sin ansökan.
        – Rad 4, `account`: Personen är redan med i programmet. Ta bort raden.
        Rätta filen och skicka den igen.
    leader: ansökningar
    2026-03-02 08.00 → leader  En ansökan till Nya ledare:
        – 1 Anna Ek (adept): inte avgjord; inga poäng än
    ");
}

/// A number answers what was asked last, and not what somebody looked at before.
#[tokio::test]
async fn a_number_belongs_to_the_newest_question() {
    let mut world = recruiting().await;
    world.sends("leader", "form.csv", EXPORT.as_bytes()).await;
    world.says("leader", "lägg till deltagare Måns Öst, mentor console:mans").await;
    world.says("leader", "ansökningar anta 1").await;
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 12:00").await;
    world.says("anna", "ansök").await;
    world.says("leader", "matchning föreslå").await;
    world.says("leader", "matchning skicka ut").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-03 12:00").await;
    world.transcript();
    world.says("anna", "7").await;
    world.says("anna", "1").await;
    let shown = world.transcript();
    assert!(!shown.contains("Fråga 1 av"), "{shown}");
    assert!(shown.contains("Jag skriver till dig när Måns också har svarat"), "{shown}");
}

/// Whoever has applied can see how it stands with it, and may answer a question with a number.
#[tokio::test]
async fn how_it_stands_with_an_application_can_be_asked() {
    let mut world = recruiting().await;
    world.says("bo", "ansök").await;
    for label in ["Mentor", "Ja, jag godkänner", "Behåll", "Vård", "svenska", "Det var allt"] {
        world.presses("bo", label).await;
    }
    world.says("bo", "status").await;
    world.says("bo", "2").await;
    world.says("bo", "070").await;
    world.says("bo", "1984").await;
    world.presses("bo", "Skicka ansökan").await;
    world.transcript();
    world.says("bo", "status").await;
    world.until("2026-03-21 12:00").await;
    world.says("bo", "ansök").await;
    assert_snapshot!(world.transcript(), @"
    bo: status
    2026-03-02 08.00 → bo  Din ansökan till Nya ledare har kommit fram.
        – Du får besked senast fredag 27 mars 2026
        – Skriv `dra tillbaka ansökan` om du vill dra tillbaka den
    bo: ansök
    2026-03-21 12.00 → bo  Din ansökan till Nya ledare har kommit fram.
        – Du får besked senast fredag 27 mars 2026
        – Skriv `dra tillbaka ansökan` om du vill dra tillbaka den
    ");
}

/// Those who have accepted the notice see it again when it says something else.
#[tokio::test]
async fn a_changed_notice_has_another_version() {
    let mut world = recruiting().await;
    world.sends("leader", "form.csv", EXPORT.as_bytes()).await;
    world.transcript();
    let file = format!("{PROGRAMME}{RECRUITMENT}");
    let changed = file.replace("Vi raderar dem efter ett år.", "Vi raderar dem efter två år.");
    world.sends("leader", "ledare.toml", changed.as_bytes()).await;
    let shown = world.transcript();
    assert!(shown.contains("samma `privacy_version` som förut"), "{shown}");
    let renewed = changed.replace("2026-1", "2026-2");
    world.sends("leader", "ledare.toml", renewed.as_bytes()).await;
    let shown = world.transcript();
    assert!(shown.contains("[Spara]") || shown.contains("Ska jag"), "{shown}");
}
