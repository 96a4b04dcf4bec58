//! How a programme ends: thanks, certificates, staying in touch, the last report, and when data goes.

use insta::assert_snapshot;

use crate::{
    evaluation::{evaluated, with},
    support::{World, without_files},
};

/// The last day is Monday 1 June; everybody is thanked the morning after.
async fn over() -> World {
    let mut world = evaluated(3).await;
    for nth in 1..=3 {
        let adept = format!("a{nth}");
        world.says(&adept, "book 5/3 13.00").await;
        world.until(&format!("2026-03-0{} 15:00", 4 + nth)).await;
        world.says(&adept, "met").await;
    }
    world.until("2026-06-01 20:00").await;
    world.transcript();
    world
}

#[tokio::test]
async fn everybody_is_thanked_and_decides_what_is_on_the_certificate() {
    let mut world = over().await;
    world.says("a1", "certificate").await;
    world.until("2026-06-03 12:00").await;
    let seen = world.transcript();
    assert_snapshot!(without_files(&with("leader", &seen)), @"
    2026-06-02 08.30 → leader  Enkät 3 i Nya ledare har stängt. 0 av 6 svarade. Skriv `enkät resultat 3` för att se resultatet.
    2026-06-02 09.00 → leader  Nya ledare är slut. 6 deltagare får ett tack och kan hämta sina intyg. Här är slutrapporten. Skriv `rapport` för att få den igen. Uppgifterna om deltagarna raderas onsdag 2 juni 2027.
        <ledare-2026-06-02.html>
    ");
    assert_snapshot!(with("a1", &seen), @"
    a1: certificate
    2026-06-01 20.00 → a1  You'll get your certificate when New leaders is over for you, after Monday 1 June 2026.
    2026-06-02 09.59 → a1  Thank you, Ali! New leaders is over now. You have had one meeting.
        Your data is erased on Wednesday 2 June 2027. Write `my data` if you'd like to see or save it before then.
        You'll get a certificate. Should it say how many meetings you have had?
        [Yes, include the numbers] [No, just name and dates]
    ");
    world.presses("a1", "Yes, include the numbers").await;
    world.presses("a1", "Yes").await;
    world.presses("m1", "Nej, bara namn och datum").await;
    world.presses("m1", "Ja").await;
    world.says("a1", "certificate").await;
    world.presses("a1", "No, just name and dates").await;
    assert_snapshot!(world.transcript(), @"
    a1: [Yes, include the numbers]
    2026-06-03 12.00 → a1  Here's your certificate. Write `certificate` if you'd like it again.
        <certificate.pdf>
    2026-06-03 12.00 → a1  Would you like to stay in touch with Mia? I'll only say so if you both say yes.  [Yes] [No] [Rather not say]
    a1: [Yes]
    2026-06-03 12.00 → a1  Thank you! I'll tell you both if Mia would like to as well. Otherwise I'll say nothing.
    m1: [Nej, bara namn och datum]
    2026-06-03 12.00 → m1  Här är ditt intyg. Skriv `intyg` om du vill ha det en gång till.
        <intyg.pdf>
    2026-06-03 12.00 → m1  Vill du fortsätta hålla kontakten med Ali? Jag berättar det bara om ni båda svarar ja.  [Ja] [Nej] [Vill inte svara]
    m1: [Ja]
    2026-06-03 12.00 → m1  Du och Ali vill båda hålla kontakten. Vad roligt! Bestäm gärna nu hur ni når varandra, för jag påminner er inte längre.
    2026-06-03 12.00 → a1  You and Mia would both like to stay in touch. How nice! Do agree now on how to reach each other, because I won't remind you any longer.
    a1: certificate
    2026-06-03 12.00 → a1  Here you can get your certificate for New leaders. Shall it say that you have had one meeting?  [Yes, include the numbers] [No, just name and dates]
    a1: [No, just name and dates]
    2026-06-03 12.00 → a1  Here's your certificate. Write `certificate` if you'd like it again.
        <certificate.pdf>
    ");
    // Nothing else is asked of them until the follow-up.
    world.until("2026-08-20 12:00").await;
    assert_eq!(world.transcript(), "");
    let state = "select count(*) from programmes where state = 'closed' and end_at is null";
    assert_eq!(world.number(state).await, 1);
}

/// Whoever says no, or nothing, is told of to nobody.
#[tokio::test]
async fn only_two_who_both_want_to_learn_it_of_one_another() {
    let mut world = over().await;
    world.until("2026-06-03 12:00").await;
    for who in ["m2", "m3"] {
        world.presses(who, "Nej, bara namn och datum").await;
        world.presses(who, "Ja").await;
    }
    world.presses("a2", "No, just name and dates").await;
    world.transcript();
    world.presses("a2", "Rather not say").await;
    assert_snapshot!(world.transcript(), @"
    a2: [Rather not say]
    2026-06-03 12.00 → a2  Thank you for your answer. It stays between us, and Mia won't learn what you said.
    ");
    // They may think better of it.
    world.presses("a2", "Yes").await;
    assert_snapshot!(world.transcript(), @"
    a2: [Yes]
    2026-06-03 12.00 → a2  You and Mia would both like to stay in touch. How nice! Do agree now on how to reach each other, because I won't remind you any longer.
    2026-06-03 12.00 → m2  Du och Ali vill båda hålla kontakten. Vad roligt! Bestäm gärna nu hur ni når varandra, för jag påminner er inte längre.
    ");
    // Nobody answers for somebody else.
    world.forges("a1", "1:touch:3:yes").await;
    assert_snapshot!(world.transcript(), @"
    a1: <1:touch:3:yes>
    2026-06-03 12.00 → a1  That question is for someone else, so you can't answer it.
    ");
    assert_eq!(world.number("select count(*) from pairs where adept_touch = 'yes'").await, 1);
}

#[tokio::test]
async fn a_pair_with_more_time_ends_later_and_the_programme_with_it() {
    let mut world = evaluated(2).await;
    world.until("2026-03-04 12:00").await;
    world.says("leader", "pair extend 2 2026-06-30").await;
    world.says("leader", "pair end 1").await;
    world.presses("leader", "Ja, avsluta").await;
    world.until("2026-06-29 12:00").await;
    let thanked = "select count(*) from members where thanked_at is not null";
    assert_eq!(world.number(thanked).await, 0);
    world.transcript();
    world.says("a1", "certificate").await;
    world.says("a2", "certificate").await;
    assert_snapshot!(world.transcript(), @"
    a1: certificate
    2026-06-29 12.00 → a1  I have no certificate for you in New leaders, because you have no mentor pair there that is still going or went on to the end. Do write to the programme leader if you need one.
    a2: certificate
    2026-06-29 12.00 → a2  You'll get your certificate when New leaders is over for you, after Tuesday 30 June 2026.
    ");
    world.until("2026-07-02 12:00").await;
    // Whose pair had ended isn't thanked for what they haven't had.
    assert_eq!(world.number(thanked).await, 2);
    assert_eq!(world.number("select count(*) from programmes where state = 'closed'").await, 1);
}

#[tokio::test]
async fn a_leader_may_end_it_before_its_time() {
    let mut world = evaluated(1).await;
    world.until("2026-03-12 12:00").await;
    world.transcript();
    world.says("leader", "avsluta program").await;
    world.presses("leader", "Ja, avsluta").await;
    world.until("2026-03-13 12:00").await;
    world.presses("a1", "No, just name and dates").await;
    for said in [
        "avsluta program",
        "starta program",
        "öppna enkät",
        "skapa programträff Efterfest, 1 april kl 17",
        "program status",
    ] {
        world.says("leader", said).await;
    }
    let longer = "short_name = \"ledare\"\nname = { sv = \"Nya ledare\" }\nstart = \"2026-03-02\"\n\
                  months = 9\nmeetings = 5\n";
    world.sends("leader", "ledare.toml", longer.as_bytes()).await;
    world.says("a1", "status").await;
    world.says("a1", "we met").await;
    assert_snapshot!(without_files(&world.transcript()), @"
    leader: avsluta program
    2026-03-12 12.00 → leader  Nya ledare ska egentligen pågå till och med måndag 1 juni 2026. Om jag avslutar det nu får alla som är med i ett mentorpar nu ett tack och kan hämta sitt intyg, och ett mentorpar får inga fler påminnelser. Programträffar som återstår ställs in. Frågor som inte är ställda, till exempel de till utvärderingen, ställs inte. Det går inte att ångra.
        Ska jag avsluta programmet?
        [Ja, avsluta] [Nej]
    leader: [Ja, avsluta]
    2026-03-12 12.00 → leader  Nya ledare är avslutat. Alla som var med i ett mentorpar får höra det, och du får slutrapporten.
    2026-03-12 12.00 → leader  Nya ledare är slut. 2 deltagare får ett tack och kan hämta sina intyg. Här är slutrapporten. Skriv `rapport` för att få den igen. Uppgifterna om deltagarna raderas fredag 12 mars 2027.
        <ledare-2026-03-12.html>
    2026-03-12 12.28 → a1  Thank you, Ali! New leaders is over now. I have no meetings on record for you.
        Your data is erased on Friday 12 March 2027. Write `my data` if you'd like to see or save it before then.
        You'll get a certificate. Should it say how many meetings you have had?
        [Yes, include the numbers] [No, just name and dates]
    2026-03-12 13.21 → m1  Tack, Mia! Nu är Nya ledare slut. Jag har inga träffar antecknade för dig.
        Dina uppgifter raderas fredag 12 mars 2027. Skriv `mina uppgifter` om du vill se eller spara dem innan dess.
        Du får ett intyg. Ska det stå hur många träffar du har haft?
        [Ja, ta med siffrorna] [Nej, bara namn och datum]
    a1: [No, just name and dates]
    2026-03-13 12.00 → a1  Here's your certificate. Write `certificate` if you'd like it again.
        <certificate.pdf>
    2026-03-13 12.00 → a1  Would you like to stay in touch with Mia? I'll only say so if you both say yes.  [Yes] [No] [Rather not say]
    leader: avsluta program
    2026-03-13 12.00 → leader  Nya ledare är redan slut.
    leader: starta program
    2026-03-13 12.00 → leader  Programmet Nya ledare pågår inte just nu, så det går inte att göra.
    leader: öppna enkät
    2026-03-13 12.00 → leader  Nya ledare är redan slut.
    leader: skapa programträff Efterfest, 1 april kl 17
    2026-03-13 12.00 → leader  Nya ledare är redan slut.
    leader: program status
    2026-03-13 12.00 → leader  Nya ledare: avslutat
        – Från måndag 2 mars 2026 till onsdag 11 mars 2026
        – Mentorer: 1
        – Adepter: 1
        – Har inte gått med än: 0
        – Mentorpar: 1, med bokad träff: 0
        – Träffar som har varit: 0 av 5
        – Att följa upp: 1
        För att se vad som väntar på dig skriver du `följ upp`
    2026-03-13 12.00 → leader  Nya ledare är slut, så första dagen, längden och hur länge uppgifter sparas går inte att ändra längre: deltagarna har fått besked om när deras uppgifter raderas. Skapa ett nytt program om det ska fortsätta.
    a1: status
    2026-03-13 12.00 → a1  This is how things stand:
        – New leaders is over. Its last day was Wednesday 11 March 2026.
        – Mia 1 in New leaders
        – Meetings held: 0 of 5
    a1: we met
    2026-03-13 12.00 → a1  New leaders is over. Its last day was Wednesday 11 March 2026.
    ");
    // No clock runs on.
    world.until("2026-05-20 12:00").await;
    assert_eq!(world.transcript(), "");
}

/// What was to come is called off, and the log has what was done, not what was asked.
#[tokio::test]
async fn with_the_programme_its_group_sessions_end() {
    let mut world = evaluated(1).await;
    world.until("2026-03-04 12:00").await;
    world.says("leader", "skapa programträff Lunch, torsdag 19 mars kl 12").await;
    world.presses("leader", "Ja").await;
    world.until("2026-03-05 12:00").await;
    world.presses("m1", "Jag kommer").await;
    world.says("leader", "avsluta program").await;
    world.presses("leader", "Nej").await;
    world.says("leader", "avsluta program").await;
    world.transcript();
    world.presses("leader", "Ja, avsluta").await;
    world.until("2026-03-06 12:00").await;
    let seen = world.transcript();
    assert!(seen.contains("Lunch torsdag 19 mars 2026 kl. 12.00 är inställd"), "{seen}");
    world.says("leader", "logg").await;
    assert_snapshot!(world.transcript(), @"
    leader: logg
    2026-03-06 12.00 → leader  Det här har programledare gjort och tittat på i Nya ledare den senaste tiden:
        – torsdag 5 mars 2026 kl. 12.00: Lotta Lind avslutade programmet
        – onsdag 4 mars 2026 kl. 12.00: Lotta Lind planerade en programträff
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind startade programmet
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Ali 1)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Mia 1)
    ");
}

/// On its first day it can be called off: nobody has done anything yet to be thanked for.
#[tokio::test]
async fn what_has_hardly_begun_is_not_held() {
    let mut world = evaluated(1).await;
    world.says("leader", "avsluta program").await;
    world.presses("leader", "Ja, avsluta").await;
    world.until("2026-03-03 12:00").await;
    world.says("a1", "certificate").await;
    world.says("leader", "nytt mentorpar m1 a1").await;
    assert_snapshot!(without_files(&world.transcript()), @"
    leader: avsluta program
    2026-03-02 08.00 → leader  Nya ledare ska egentligen pågå till och med måndag 1 juni 2026. Om jag avslutar det nu får alla som är med i ett mentorpar nu ett tack och kan hämta sitt intyg, och ett mentorpar får inga fler påminnelser. Programträffar som återstår ställs in. Frågor som inte är ställda, till exempel de till utvärderingen, ställs inte. Det går inte att ångra.
        Ska jag avsluta programmet?
        [Ja, avsluta] [Nej]
    leader: [Ja, avsluta]
    2026-03-02 08.00 → leader  Nya ledare är avslutat. Alla som var med i ett mentorpar får höra det, och du får slutrapporten.
    2026-03-02 08.30 → leader  Nya ledare är slut. Ingen var kvar att tacka. Här är slutrapporten. Skriv `rapport` för att få den igen. Uppgifterna om deltagarna raderas onsdag 3 mars 2027.
        <ledare-2026-03-02.html>
    2026-03-02 09.40 → a1  New leaders won't take place. Your data is erased on Wednesday 3 March 2027. Write `my data` if you'd like to see or save it before then.
    2026-03-02 10.19 → m1  Nya ledare blir inte av. Dina uppgifter raderas onsdag 3 mars 2027. Skriv `mina uppgifter` om du vill se eller spara dem innan dess.
    a1: certificate
    2026-03-03 12.00 → a1  I have no certificate for you in New leaders, because you have no mentor pair there that is still going or went on to the end. Do write to the programme leader if you need one.
    leader: nytt mentorpar m1 a1
    2026-03-03 12.00 → leader  Nya ledare är redan slut.
    ");
}

/// What was confirmed when the programme was over already comes to nothing.
#[tokio::test]
async fn what_waits_for_a_yes_is_over_with_the_programme() {
    let mut world = evaluated(1).await;
    world.until("2026-03-12 12:00").await;
    let shorter = "short_name = \"ledare\"\nname = { sv = \"Nya ledare\" }\nstart = \"2026-03-02\"\n\
                   months = 3\nmeetings = 5\nkeep_months = 1\n";
    world.sends("leader", "ledare.toml", shorter.as_bytes()).await;
    world.says("leader", "skapa programträff Efterfest, 1 april kl 17").await;
    world.says("leader", "avsluta program").await;
    world.presses("leader", "Ja, avsluta").await;
    world.transcript();
    world.presses("leader", "Ja, spara").await;
    world.presses("leader", "Ja").await;
    assert_snapshot!(with("leader", &world.transcript()), @"
    leader: [Ja, spara]
    2026-03-12 12.00 → leader  Nya ledare är slut, så första dagen, längden och hur länge uppgifter sparas går inte att ändra längre: deltagarna har fått besked om när deras uppgifter raderas. Skapa ett nytt program om det ska fortsätta.
    leader: [Ja]
    2026-03-12 12.00 → leader  Nya ledare är redan slut.
    ");
    assert_eq!(world.number("select count(*) from gatherings").await, 0);
}

/// Whoever has been told when their data is erased is told if that changes.
#[tokio::test]
async fn another_day_of_erasure_is_told() {
    let mut world = evaluated(2).await;
    world.until("2026-03-04 12:00").await;
    world.says("leader", "pair extend 2 2026-06-30").await;
    world.until("2026-06-03 12:00").await;
    world.says("leader", "pair extend 2 2026-07-15").await;
    world.transcript();
    world.until("2026-06-05 12:00").await;
    assert_snapshot!(world.transcript(), @"
    2026-06-03 12.24 → a1  New leaders ends on another day than was planned, so the day on which your data is erased is now Friday 16 July 2027. Write `my data` if you'd like to see or save it before then.
    2026-06-03 13.05 → m1  Nya ledare slutar en annan dag än det var tänkt, så dina uppgifter raderas nu i stället fredag 16 juli 2027. Skriv `mina uppgifter` om du vill se eller spara dem innan dess.
    ");
}

/// A programme that rests doesn't end meanwhile.
#[tokio::test]
async fn a_rest_at_the_end_puts_off_the_end() {
    let mut world = evaluated(1).await;
    world.until("2026-05-10 12:00").await;
    world.says("leader", "pausa program").await;
    world.until("2026-06-20 12:00").await;
    let closed = "select count(*) from programmes where state = 'closed'";
    assert_eq!(world.number(closed).await, 0);
    world.says("leader", "återuppta program").await;
    world.until("2026-06-22 12:00").await;
    assert_eq!(world.number(closed).await, 1);
    world.transcript();
}

/// What the other has answered doesn't stand in what somebody gets to read about themselves, nor that
/// there is an answer.
#[tokio::test]
async fn ones_own_data_does_not_tell_what_the_other_said() {
    let mut world = over().await;
    world.until("2026-06-03 12:00").await;
    world.presses("a2", "No, just name and dates").await;
    world.presses("a2", "Yes").await;
    world.presses("m2", "Nej, bara namn och datum").await;
    let mut told = vec![];
    for answer in [None, Some("Vill inte svara"), Some("Nej")] {
        if let Some(answer) = answer {
            world.presses("m2", answer).await;
        }
        world.says("a2", "my data").await;
        let data = world.stage.files.iter().rfind(|(name, _)| name.ends_with("json")).unwrap();
        let data: serde_json::Value = serde_json::from_slice(&data.1).unwrap();
        let pair = data["pairs"][0].clone();
        assert_eq!(pair["adept_touch"], "yes");
        told.push(pair);
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
    world.transcript();
}

/// People are thanked on their day, and the last report waits for what they are answering still.
#[tokio::test]
async fn the_last_report_waits_for_the_last_answers() {
    let mut world = evaluated(3).await;
    world.until("2026-05-18 12:00").await;
    // While this is open the questions of the close wait.
    world.says("leader", "öppna enkät").await;
    world.until("2026-06-02 12:00").await;
    let closed = "select count(*) from programmes where state = 'closed'";
    assert_eq!(world.number("select count(*) from members where thanked_at is not null").await, 6);
    assert_eq!(world.number(closed).await, 0);
    let open = "select count(*) from rounds where occasion = 'close' and closed_at is null";
    assert_eq!(world.number(open).await, 1);
    world.until("2026-06-11 12:00").await;
    assert_eq!((world.number(open).await, world.number(closed).await), (0, 1));
    let seen = world.transcript();
    let over = seen.find("Nya ledare är slut. 6 deltagare").unwrap();
    assert!(seen.find("Enkät 4 i Nya ledare har stängt").unwrap() < over, "{seen}");
}
