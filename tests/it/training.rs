//! What people read before they begin, at its pace.

use insta::assert_snapshot;

use crate::support::{PEOPLE, PROGRAMME, World};

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that there is to read")]
async fn everybody_reads_one_text_at_a_time() {
    let mut world = World::new().await;
    world.says("leader", "utbildning").await;
    world.presses("leader", "Börja skicka").await;
    world.until("2026-03-03 12:00").await;
    world.presses("anna", "Klart").await;
    world.says("grace", "done").await;
    world.presses("bo", "Klart").await;
    world.says("leader", "utbildning").await;
    assert_snapshot!(world.transcript(), @"
    leader: utbildning
    2026-03-02 08.00 → leader  Det här kan alla få läsa inför Nya ledare, en text var tredje dag:
        – Förtroende, för alla
        – Att leda ett program, för programledare
        – Att lyssna, för mentorer
        – Frågor som utmanar, för mentorer
        – Att sätta mål, för adepter
        – Den första träffen, för alla
        – När det inte fungerar, för alla
        Ska jag börja skicka texterna?
        [Börja skicka] [Inte än]
    leader: [Börja skicka]
    2026-03-02 08.00 → leader  Nu får alla i Nya ledare en text i taget. Den som går med senare börjar från början.
    2026-03-02 09.10 → ada  Text 1 of 5 before New leaders: trust
        What a mentor and an adept say to each other stays between them, during the programme and afterwards, even what seems harmless. Ask before you pass anything on. The exception is when somebody is in danger or the law requires it, and it is fair to say so at the very first meeting.
        To think about: what do you need to hear yourself before you dare to talk about something difficult?
        [Done]
    2026-03-02 09.24 → leader  Text 1 av 4 inför Nya ledare: förtroende
        Det som en mentor och en adept säger till varandra stannar mellan dem, både under programmet och efteråt, också det som känns ofarligt. Fråga innan du berättar något vidare. Undantaget är om någon är i fara eller om lagen kräver det, och det säger man till varandra redan första gången.
        Att fundera på: vad behöver du själv höra för att våga berätta om något svårt?
        [Klart]
    2026-03-02 09.37 → grace  Text 1 of 4 before New leaders: trust
        What a mentor and an adept say to each other stays between them, during the programme and afterwards, even what seems harmless. Ask before you pass anything on. The exception is when somebody is in danger or the law requires it, and it is fair to say so at the very first meeting.
        To think about: what do you need to hear yourself before you dare to talk about something difficult?
        [Done]
    2026-03-02 09.40 → bo  Text 1 av 5 inför Nya ledare: förtroende
        Det som en mentor och en adept säger till varandra stannar mellan dem, både under programmet och efteråt, också det som känns ofarligt. Fråga innan du berättar något vidare. Undantaget är om någon är i fara eller om lagen kräver det, och det säger man till varandra redan första gången.
        Att fundera på: vad behöver du själv höra för att våga berätta om något svårt?
        [Klart]
    2026-03-02 10.19 → anna  Text 1 av 4 inför Nya ledare: förtroende
        Det som en mentor och en adept säger till varandra stannar mellan dem, både under programmet och efteråt, också det som känns ofarligt. Fråga innan du berättar något vidare. Undantaget är om någon är i fara eller om lagen kräver det, och det säger man till varandra redan första gången.
        Att fundera på: vad behöver du själv höra för att våga berätta om något svårt?
        [Klart]
    2026-03-03 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    anna: [Klart]
    2026-03-03 12.00 → anna  Tack! Jag har antecknat att du är klar med den.
    grace: done
    2026-03-03 12.00 → grace  Thank you! I've noted that you're done with it.
    bo: [Klart]
    2026-03-03 12.00 → bo  Tack! Jag har antecknat att du är klar med den.
    leader: utbildning
    2026-03-03 12.00 → leader  Så här långt har alla kommit inför Nya ledare:
        – Förtroende, för alla: 5 har fått texten, 3 är klara
        – Att leda ett program, för programledare: ingen har fått texten än
        – Att lyssna, för mentorer: ingen har fått texten än
        – Frågor som utmanar, för mentorer: ingen har fått texten än
        – Att sätta mål, för adepter: ingen har fått texten än
        – Den första träffen, för alla: ingen har fått texten än
        – När det inte fungerar, för alla: ingen har fått texten än
        Vem som har läst vad visar jag inte.
    ");
    world.until("2026-03-31 12:00").await;
    world.presses("anna", "Klart").await;
    world.says("leader", "training").await;
    assert_snapshot!(world.transcript(), @"
    2026-03-05 09.14 → grace  Text 2 of 4 before New leaders: setting goals
        The goals are yours. Begin with what bothers you or what draws you, and write it down so that you'll notice when you get there. One or two goals go a long way. They may change when you have learnt something along the way; that isn't failing.
        To think about: what would you like to be able to do in six months that you can't do today?
        [Done]
    2026-03-05 09.34 → bo  Text 2 av 5 inför Nya ledare: att lyssna
        Det mesta av mentorskap är att lyssna. Vänta tills den andra har tänkt klart, också när det blir tyst. Säg med egna ord vad du har hört och hör efter om du har förstått rätt. Ett råd kan nästan alltid vänta till nästa gång, och då behövs det kanske inte.
        Att fundera på: när lyssnade någon på dig så att du själv kom på svaret?
        [Klart]
    2026-03-05 10.04 → anna  Text 2 av 4 inför Nya ledare: att sätta mål
        Målen är dina. Börja med det som skaver eller lockar, och skriv ned det så att du märker när du är framme. Ett eller två mål räcker långt. De får ändras när du har lärt dig något på vägen; det är inte att misslyckas.
        Att fundera på: vad vill du kunna om ett halvår som du inte kan i dag?
        [Klart]
    2026-03-05 10.14 → ada  Text 2 of 5 before New leaders: listening
        Most of mentoring is listening. Wait until the other person has finished thinking, even when it goes quiet. Say in your own words what you heard, and check that you understood. Advice can nearly always wait until next time, and by then it may not be needed.
        To think about: when did somebody listen to you so well that you found the answer yourself?
        [Done]
    2026-03-05 10.23 → leader  Text 2 av 4 inför Nya ledare: att leda ett program
        De flesta mentorpar klarar sig själva, och några behöver att någon frågar. Hör av dig till dem som det har blivit tyst kring innan de hör av sig till dig, helst med ett samtal. Fråga hur de har det och inte vad de pratar om. Den som vill byta ska slippa förklara sig.
        Att fundera på: vad får någon att våga säga till just dig att det inte fungerar?
        [Klart]
    2026-03-09 08.55 → leader  Text 3 av 4 inför Nya ledare: den första träffen
        Den första träffen är till för att lära känna varandra. Prata om vägen hit, om det ni tycker om och om vad ni hoppas på. Målen kan vänta; de blir bättre när ni vet vem ni gör det här med. Bestäm innan ni skiljs åt när ni ses igen.
        Att fundera på: vad vill du att den andra ska veta om dig efter den första timmen?
        [Klart]
    2026-03-09 09.00 → bo  Text 3 av 5 inför Nya ledare: frågor som utmanar
        En bra fråga är kort och går inte att besvara med ja eller nej: vad har du provat, vad är det värsta som kan hända, vad skulle du säga till en vän som hade det så. ”Varför” låter lätt som en anklagelse; säg hellre ”hur kom det sig”. Och säg vänligt ifrån när du tror att adepten gör det för lätt för sig.
        Att fundera på: vilken fråga önskar du att någon hade ställt till dig för tio år sedan?
        [Klart]
    2026-03-09 09.25 → grace  Text 3 of 4 before New leaders: the first meeting
        The first meeting is for getting to know each other. Talk about how you came to be here, what you enjoy and what you hope for. Goals can wait; they turn out better once you know who you are doing this with. Before you part, decide when you'll meet again.
        To think about: what would you like the other person to know about you after the first hour?
        [Done]
    2026-03-09 09.53 → anna  Text 3 av 4 inför Nya ledare: den första träffen
        Den första träffen är till för att lära känna varandra. Prata om vägen hit, om det ni tycker om och om vad ni hoppas på. Målen kan vänta; de blir bättre när ni vet vem ni gör det här med. Bestäm innan ni skiljs åt när ni ses igen.
        Att fundera på: vad vill du att den andra ska veta om dig efter den första timmen?
        [Klart]
    2026-03-09 10.12 → ada  Text 3 of 5 before New leaders: questions that challenge
        A good question is short and can't be answered with yes or no: what have you tried, what is the worst that could happen, what would you say to a friend in your place. “Why” easily sounds like an accusation; “how did that come about” doesn't. And say so, kindly, when you think your adept is letting themselves off too lightly.
        To think about: which question do you wish somebody had asked you ten years ago?
        [Done]
    2026-03-12 08.34 → bo  Text 4 av 5 inför Nya ledare: den första träffen
        Den första träffen är till för att lära känna varandra. Prata om vägen hit, om det ni tycker om och om vad ni hoppas på. Målen kan vänta; de blir bättre när ni vet vem ni gör det här med. Bestäm innan ni skiljs åt när ni ses igen.
        Att fundera på: vad vill du att den andra ska veta om dig efter den första timmen?
        [Klart]
    2026-03-12 08.57 → ada  Text 4 of 5 before New leaders: the first meeting
        The first meeting is for getting to know each other. Talk about how you came to be here, what you enjoy and what you hope for. Goals can wait; they turn out better once you know who you are doing this with. Before you part, decide when you'll meet again.
        To think about: what would you like the other person to know about you after the first hour?
        [Done]
    2026-03-12 09.00 → anna  Text 4 av 4 inför Nya ledare: när det inte fungerar
        Ibland stämmer det inte mellan en mentor och en adept, och det är ingens fel. Säg det tidigt: att träffarna blir färre, att ni vill olika saker, att det känns stelt. Ofta räcker det att prata om hur ni har det. Annars finns programledaren, som kan lyssna, föreslå något eller hitta någon annan.
        Att fundera på: vad skulle vara det första tecknet på att något inte fungerar?
        [Klart]
    2026-03-12 09.04 → grace  Text 4 of 4 before New leaders: when it doesn't work
        Sometimes a mentor and an adept don't suit each other, and it is nobody's fault. Say so early: that the meetings are petering out, that you want different things, that it feels stiff. Often it's enough to talk about how the two of you are getting on. If not, there is the programme leader, who can listen, suggest something or find somebody else.
        To think about: what would be the first sign that something isn't working?
        [Done]
    2026-03-12 10.17 → leader  Text 4 av 4 inför Nya ledare: när det inte fungerar
        Ibland stämmer det inte mellan en mentor och en adept, och det är ingens fel. Säg det tidigt: att träffarna blir färre, att ni vill olika saker, att det känns stelt. Ofta räcker det att prata om hur ni har det. Annars finns programledaren, som kan lyssna, föreslå något eller hitta någon annan.
        Att fundera på: vad skulle vara det första tecknet på att något inte fungerar?
        [Klart]
    2026-03-16 08.39 → ada  Text 5 of 5 before New leaders: when it doesn't work
        Sometimes a mentor and an adept don't suit each other, and it is nobody's fault. Say so early: that the meetings are petering out, that you want different things, that it feels stiff. Often it's enough to talk about how the two of you are getting on. If not, there is the programme leader, who can listen, suggest something or find somebody else.
        To think about: what would be the first sign that something isn't working?
        [Done]
    2026-03-16 10.28 → bo  Text 5 av 5 inför Nya ledare: när det inte fungerar
        Ibland stämmer det inte mellan en mentor och en adept, och det är ingens fel. Säg det tidigt: att träffarna blir färre, att ni vill olika saker, att det känns stelt. Ofta räcker det att prata om hur ni har det. Annars finns programledaren, som kan lyssna, föreslå något eller hitta någon annan.
        Att fundera på: vad skulle vara det första tecknet på att något inte fungerar?
        [Klart]
    anna: [Klart]
    2026-03-31 12.00 → anna  Tack! Jag har antecknat att du är klar med den.
    leader: training
    2026-03-31 12.00 → leader  Så här långt har alla kommit inför Nya ledare:
        – Förtroende, för alla: 5 har fått texten, 3 är klara
        – Att leda ett program, för programledare: 1 har fått texten, ingen är klar än
        – Att lyssna, för mentorer: 2 har fått texten, ingen är klar än
        – Frågor som utmanar, för mentorer: 2 har fått texten, ingen är klar än
        – Att sätta mål, för adepter: 2 har fått texten, ingen är klar än
        – Den första träffen, för alla: 5 har fått texten, ingen är klar än
        – När det inte fungerar, för alla: 5 har fått texten, en är klar
        Vem som har läst vad visar jag inte.
    ");
}

/// A text of one's own, with a link and something to think about.
const OWN: &str = r#"
[training]
every_days = 2
[[training.lessons]]
key = "handbook"
for = "adept"
text = { sv = "Läs vår handbok.", en = "Read our handbook." }
link = "https://example.org/handbook"
question = { sv = "Vad saknar du?", en = "What is missing?" }
[[training.lessons]]
key = "welcome"
for = "mentor"
text = { sv = "Kom på frukost.", en = "Come to breakfast." }
"#;

#[tokio::test]
async fn a_programme_has_texts_of_its_own() {
    let mut world = World::with(&format!("{PROGRAMME}{OWN}"), PEOPLE).await;
    world.says("leader", "utbildning").await;
    world.presses("leader", "Börja skicka").await;
    world.until("2026-03-03 12:00").await;
    world.presses("anna", "Klart").await;
    assert_snapshot!(world.transcript(), @"
    leader: utbildning
    2026-03-02 08.00 → leader  Det här kan alla få läsa inför Nya ledare, en text varannan dag:
        – `handbook`, för adepter
        – `welcome`, för mentorer
        Ska jag börja skicka texterna?
        [Börja skicka] [Inte än]
    leader: [Börja skicka]
    2026-03-02 08.00 → leader  Nu får alla i Nya ledare en text i taget. Den som går med senare börjar från början.
    2026-03-02 09.10 → ada  Text 1 of 1 before New leaders
        Come to breakfast.
        [Done]
    2026-03-02 09.37 → grace  Text 1 of 1 before New leaders
        Read our handbook.
        – Read more: https://example.org/handbook
        – To think about: What is missing?
        [Done]
    2026-03-02 09.40 → bo  Text 1 av 1 inför Nya ledare
        Kom på frukost.
        [Klart]
    2026-03-02 10.19 → anna  Text 1 av 1 inför Nya ledare
        Läs vår handbok.
        – Läs mer: https://example.org/handbook
        – Att fundera på: Vad saknar du?
        [Klart]
    2026-03-03 08.30 → leader  Nya ledare är inte startat. Första dagen är satt till måndag 2 mars 2026. Det finns inget mentorpar än.
        När mentorparen är klara skriver du `starta program`, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
        [Klart]
    anna: [Klart]
    2026-03-03 12.00 → anna  Tack! Nu är du klar med alla texterna.
    ");
}

#[tokio::test]
async fn it_begins_once_and_waits_while_the_programme_rests() {
    let mut world = World::new().await;
    world.says("leader", "utbildning").await;
    world.says("leader", "utbildning").await;
    world.presses("leader", "Inte än").await;
    world.says("leader", "utbildning").await;
    world.presses("leader", "Börja skicka").await;
    world.says("leader", "nytt mentorpar bo anna").await;
    world.says("leader", "starta program").await;
    world.says("leader", "pausa program").await;
    world.until("2026-03-20 12:00").await;
    let sent = "select count(*) from lessons";
    let before = world.number(sent).await;
    world.says("leader", "återuppta program").await;
    world.until("2026-03-23 12:00").await;
    assert!(world.number(sent).await > before, "it goes on");
    assert_eq!(before, 5, "those of the first moment");
}

#[tokio::test]
async fn nobody_reads_for_somebody_else() {
    let mut world = World::new().await;
    world.says("leader", "utbildning").await;
    world.presses("leader", "Börja skicka").await;
    world.until("2026-03-03 12:00").await;
    world.transcript();
    let anna = world.number(
        "select lessons.id from lessons join people on people.id = person_id
          where name = 'Anna Ek'",
    );
    let anna = anna.await;
    world.forges("bo", &format!("1:learnt:{anna}")).await;
    assert_eq!(world.number("select count(done_at) from lessons").await, 0);
    world.forges("anna", &format!("1:learnt:{anna}")).await;
    assert_eq!(world.number("select count(done_at) from lessons").await, 1);
}

/// Nothing leaves in the weeks of rest. Afterwards the texts come at their pace, and none is lost.
#[tokio::test]
async fn after_the_weeks_of_rest_the_texts_come_one_by_one() {
    let mut world = World::new().await;
    world.until("2026-07-06 08:00").await;
    world.says("leader", "utbildning").await;
    world.presses("leader", "Börja skicka").await;
    world.transcript();
    world.until("2026-08-31 12:00").await;
    let shown = world.transcript();
    let first = |line: &&str| line.contains("→ bo  Text ");
    let days: Vec<_> = shown.lines().filter(first).filter_map(|line| line.get(..10)).collect();
    assert_snapshot!(days.join(" "), @"2026-08-03 2026-08-06 2026-08-10 2026-08-13 2026-08-17");
}
