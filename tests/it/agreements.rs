//! What the two of a pair agree on at the start, each going through it alone.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn both_go_through_the_seven_steps() {
    let mut world = World::started().await;
    world.says("anna", "överenskommelse").await;
    for _ in 0..4 {
        world.presses("anna", "Jag håller med").await;
    }
    world.presses("anna", "Jag lovar").await;
    world.says("anna", "ja").await;
    world.says("anna", "7 steg är nog").await;
    world.presses("anna", "Jag håller med").await;
    world.says("anna", "överenskommelse").await;
    world.until("2026-03-02 10:00").await;
    assert_snapshot!(world.transcript(), @"
    anna: överenskommelse
    2026-03-02 08.59 → anna  Steg 1 av 7: varför ni ses
        Adeptens mål styr vad ni arbetar med. Ni börjar med att lära känna varandra, och målen får växa fram efter de första träffarna.
        Håller du med om det?
        [Jag håller med] [Lägg till något]
    anna: [Jag håller med]
    2026-03-02 08.59 → anna  Steg 2 av 7: hur ofta ni ses
        Ni siktar på 8 träffar under programmets 7 månader, oftast i början, och bokar minst tre på en gång. Ni bestämmer själva hur långa träffarna är, var ni ses och hur ni hör av er däremellan.
        Håller du med om det?
        [Jag håller med] [Lägg till något]
    anna: [Jag håller med]
    2026-03-02 08.59 → anna  Steg 3 av 7: era roller
        Du driver: väljer vad ni ska prata om och gör ditt arbete mellan träffarna. Bo lyssnar, frågar, utmanar och delar med sig, men bestämmer inget åt dig. Ni får båda lära er något.
        Håller du med om det?
        [Jag håller med] [Lägg till något]
    anna: [Jag håller med]
    2026-03-02 08.59 → anna  Steg 4 av 7: tider
        Ni förbereder er, kommer i tid och håller det som är bokat. Den som får förhinder säger till så snart det går och föreslår en ny tid.
        Håller du med om det?
        [Jag håller med] [Lägg till något]
    anna: [Jag håller med]
    2026-03-02 08.59 → anna  Steg 5 av 7: det som stannar mellan er
        Det ni säger stannar mellan er, både under programmet och efter. Undantaget är om någon är i fara, eller om lagen kräver det. Det här är ett löfte till varandra, inte tystnadsplikt enligt lag.
        Lovar du det?
        [Jag lovar] [Lägg till något]
    anna: [Jag lovar]
    2026-03-02 08.59 → anna  Steg 6 av 7: vad andra får veta
        Programledaren får veta att ni har träffats, och hur det fungerar om någon av er själv berättar det. Vad ni pratar om får ingen veta. Jag läser inte det ni skriver till varandra.
        Håller du med om det?
        [Jag håller med] [Lägg till något]
    anna: ja
    2026-03-02 08.59 → anna  Steg 7 av 7: att se tillbaka
        Halvvägs pratar ni om hur samarbetet går, och ni får ändra överenskommelsen när ni vill. Programmet slutar torsdag 1 oktober 2026. Då berättar ni för varandra vad det har gett, och bestämmer själva om ni vill höras igen.
        Håller du med om det?
        [Jag håller med] [Lägg till något]
    anna: 7 steg är nog
    2026-03-02 08.59 → anna  Det där förstod jag inte. Skriv `hjälp` för att se vad jag kan göra.
    anna: [Jag håller med]
    2026-03-02 08.59 → anna  Tack! Du har gått igenom allt. Jag skriver till er båda när Bo också är klar.
    2026-03-02 08.59 → bo  Anna har gått igenom er överenskommelse. Nu är det din tur: skriv `överenskommelse`
    anna: överenskommelse
    2026-03-02 08.59 → anna  Tack! Du har gått igenom allt. Jag skriver till er båda när Bo också är klar.
    2026-03-02 09.40 → ada  Hello Ada, it's time to book your first meeting with Grace. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
        Have you booked a time?
        [We've booked] [Not yet]
    ");

    world.says("bo", "vår överenskommelse").await;
    for _ in 0..4 {
        world.presses("bo", "Jag håller med").await;
    }
    world.presses("bo", "Jag lovar").await;
    world.presses("bo", "Jag håller med").await;
    world.transcript();
    world.presses("bo", "Jag håller med").await;
    world.says("anna", "överenskommelse").await;
    world.says_in("anna+bo", "bo", "överenskommelse").await;
    assert_snapshot!(world.transcript(), @"
    bo: [Jag håller med]
    2026-03-02 10.00 → bo  Nu är ni överens, Bo och Anna. Överenskommelsen gäller tills ni ändrar den.
    2026-03-02 10.00 → anna+bo  Nu är ni överens, Bo och Anna. Överenskommelsen gäller tills ni ändrar den.
    anna: överenskommelse
    2026-03-02 10.00 → anna  Du och Bo kom överens måndag 2 mars 2026 (version 1):
        – varför ni ses: Adeptens mål styr vad ni arbetar med. Ni börjar med att lära känna varandra, och målen får växa fram efter de första träffarna.
        – hur ofta ni ses: Ni siktar på 8 träffar under programmets 7 månader, oftast i början, och bokar minst tre på en gång. Ni bestämmer själva hur långa träffarna är, var ni ses och hur ni hör av er däremellan.
        – era roller: Du driver: väljer vad ni ska prata om och gör ditt arbete mellan träffarna. Bo lyssnar, frågar, utmanar och delar med sig, men bestämmer inget åt dig. Ni får båda lära er något.
        – tiderna: Ni förbereder er, kommer i tid och håller det som är bokat. Den som får förhinder säger till så snart det går och föreslår en ny tid.
        – det som stannar mellan er: Det ni säger stannar mellan er, både under programmet och efter. Undantaget är om någon är i fara, eller om lagen kräver det. Det här är ett löfte till varandra, inte tystnadsplikt enligt lag.
        – vad andra får veta: Programledaren får veta att ni har träffats, och hur det fungerar om någon av er själv berättar det. Vad ni pratar om får ingen veta. Jag läser inte det ni skriver till varandra.
        – att se tillbaka: Halvvägs pratar ni om hur samarbetet går, och ni får ändra överenskommelsen när ni vill. Programmet slutar torsdag 1 oktober 2026. Då berättar ni för varandra vad det har gett, och bestämmer själva om ni vill höras igen.
        Vill ni ändra något öppnar du den igen. Då går ni båda igenom den en gång till.
        [Öppna igen]
    bo@anna+bo: överenskommelse
    2026-03-02 10.00 → anna+bo  Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
    ");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is a whole conversation")]
async fn what_one_adds_the_other_confirms_and_either_may_reopen_it() {
    let mut world = World::started().await;
    world.until("2026-03-02 10:00").await;
    for who in ["ada", "grace"] {
        world.says(who, "agreement").await;
        for step in 1..=7 {
            if who == "grace" && step == 2 {
                world.transcript();
                world.presses(who, "Add something").await;
                world.says(who, "An hour every other Thursday, on line.").await;
                continue;
            }
            world.presses(who, if step == 5 { "I promise" } else { "I agree" }).await;
        }
    }
    world.says("ada", "agreement").await;
    world.presses("ada", "I agree").await;
    world.says("ada", "agreement").await;
    world.says("grace", "agreement").await;
    world.presses("grace", "Open it again").await;
    world.presses("ada", "Open it again").await;
    world.until("2026-03-03 10:00").await;
    assert_snapshot!(world.transcript(), @"
    grace: [Add something]
    2026-03-02 10.00 → grace  What would you like to add about how often you meet? Write it here. Ada will see it and say what they think.  [Nothing after all]
    grace: An hour every other Thursday, on line.
    2026-03-02 10.00 → grace  It's in the agreement now, and I'll let Ada know.
    2026-03-02 10.00 → grace  Step 3 of 7: your roles
        You set the agenda: you choose what to talk about, and do the work between the meetings. Ada listens, asks, challenges and shares, and doesn't make decisions for you. Both of you get to learn something.
        Do you agree?
        [I agree] [Add something]
    2026-03-02 10.00 → ada  Grace has added something to your agreement, about how often you meet:
        An hour every other Thursday, on line.
        Write `agreement` to say what you think.
    grace: [I agree]
    2026-03-02 10.00 → grace  Step 4 of 7: times
        You prepare, come on time and keep what is booked. Whoever can't come says so as soon as they can and suggests another time.
        Do you agree?
        [I agree] [Add something]
    grace: [I agree]
    2026-03-02 10.00 → grace  Step 5 of 7: in confidence
        What you say stays between you, during the programme and after it. The exceptions are when somebody is in danger, and what the law requires. This is a promise to each other, not a legal duty.
        Do you promise that?
        [I promise] [Add something]
    grace: [I promise]
    2026-03-02 10.00 → grace  Step 6 of 7: what others hear
        The programme leader hears that you have met, and how it is working if one of you tells them. Nobody hears what you talk about. I don't read what you write to each other.
        Do you agree?
        [I agree] [Add something]
    grace: [I agree]
    2026-03-02 10.00 → grace  Step 7 of 7: looking back
        Halfway through you talk about how it's going, and you may change this agreement whenever you like. The programme ends on Thursday 1 October 2026. Then you tell each other what you got out of it, and decide for yourselves whether to stay in touch.
        Do you agree?
        [I agree] [Add something]
    grace: [I agree]
    2026-03-02 10.00 → grace  Thank you! You have gone through all of it. I'll write to you both when Ada has too.
    2026-03-02 10.00 → ada  Grace has gone through your agreement. Now it's your turn: write `agreement`
    ada: agreement
    2026-03-02 10.00 → ada  This is what you have added to the next step:
        An hour every other Thursday, on line.
    2026-03-02 10.00 → ada  Step 2 of 7: how often you meet
        You aim for 8 meetings in the 7 months of the programme, most often at the start, and book at least three at once. How long they are, where you meet and how you keep in touch in between is up to you.
        Do you agree?
        [I agree] [Add something]
    ada: [I agree]
    2026-03-02 10.00 → ada  You agree now, Ada and Grace. The agreement stands until you change it.
    2026-03-02 10.00 → ada+grace  You agree now, Ada and Grace. The agreement stands until you change it.
    ada: agreement
    2026-03-02 10.00 → ada  You and Grace agreed on Monday 2 March 2026 (version 1):
        – why you meet: The adept's goals steer what you work on. You begin by getting to know each other, and the goals may grow out of the first meetings.
        – how often you meet: You aim for 8 meetings in the 7 months of the programme, most often at the start, and book at least three at once. How long they are, where you meet and how you keep in touch in between is up to you. You've added: An hour every other Thursday, on line.
        – your roles: Grace sets the agenda: chooses what to talk about, and does the work between the meetings. You listen, ask, challenge and share, and don't make decisions for Grace. Both of you get to learn something.
        – your times: You prepare, come on time and keep what is booked. Whoever can't come says so as soon as they can and suggests another time.
        – what stays between you: What you say stays between you, during the programme and after it. The exceptions are when somebody is in danger, and what the law requires. This is a promise to each other, not a legal duty.
        – what others hear: The programme leader hears that you have met, and how it is working if one of you tells them. Nobody hears what you talk about. I don't read what you write to each other.
        – looking back: Halfway through you talk about how it's going, and you may change this agreement whenever you like. The programme ends on Thursday 1 October 2026. Then you tell each other what you got out of it, and decide for yourselves whether to stay in touch.
        If you want to change something, open it again. Then both of you go through it once more.
        [Open it again]
    grace: agreement
    2026-03-02 10.00 → grace  You and Ada agreed on Monday 2 March 2026 (version 1):
        – why you meet: The adept's goals steer what you work on. You begin by getting to know each other, and the goals may grow out of the first meetings.
        – how often you meet: You aim for 8 meetings in the 7 months of the programme, most often at the start, and book at least three at once. How long they are, where you meet and how you keep in touch in between is up to you. You've added: An hour every other Thursday, on line.
        – your roles: You set the agenda: you choose what to talk about, and do the work between the meetings. Ada listens, asks, challenges and shares, and doesn't make decisions for you. Both of you get to learn something.
        – your times: You prepare, come on time and keep what is booked. Whoever can't come says so as soon as they can and suggests another time.
        – what stays between you: What you say stays between you, during the programme and after it. The exceptions are when somebody is in danger, and what the law requires. This is a promise to each other, not a legal duty.
        – what others hear: The programme leader hears that you have met, and how it is working if one of you tells them. Nobody hears what you talk about. I don't read what you write to each other.
        – looking back: Halfway through you talk about how it's going, and you may change this agreement whenever you like. The programme ends on Thursday 1 October 2026. Then you tell each other what you got out of it, and decide for yourselves whether to stay in touch.
        If you want to change something, open it again. Then both of you go through it once more.
        [Open it again]
    grace: [Open it again]
    2026-03-02 10.00 → grace  Step 1 of 7: why you meet
        The adept's goals steer what you work on. You begin by getting to know each other, and the goals may grow out of the first meetings.
        Do you agree?
        [I agree] [Add something]
    2026-03-02 10.00 → ada  Grace would like to change something in your agreement, so it is open again. Write `agreement` to go through it.
    ada: [Open it again]
    2026-03-02 10.00 → ada  That question no longer applies. Either it has been answered or something has changed.
    2026-03-02 10.07 → grace  Hello Grace, it's time to book your first meeting with Ada. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.
        Have you booked a time?
        [We've booked] [Not yet]
    2026-03-02 10.10 → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-02 10.49 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    ");
}
