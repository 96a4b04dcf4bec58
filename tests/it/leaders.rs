//! Leaders have a chat window and no server: programmes and their leaders.

use insta::assert_snapshot;
use mentorskap::domain::account::{Account, PlatformName};

use crate::support::{PROGRAMME, World, without_files};

#[tokio::test]
async fn a_programme_is_made_in_a_few_questions() {
    let mut world = World::empty().await;
    let boss = Account { platform: PlatformName::Console, address: "boss".to_owned() };
    world.stage.app.organisers.push(boss);

    world.says("boss", "programme list").await;
    world.says("boss", "skapa program").await;
    world.says("boss", "7 months").await;
    world.says("boss", "Chefer 2026").await;
    world.says("boss", "yesterday").await;
    world.says("boss", "2026-01-01").await;
    world.says("boss", "9 mars").await;
    world.says("boss", "svenska").await;
    assert_snapshot!(without_files(&world.transcript()), @r"
    boss: programme list
    2026-03-02 08.00 → boss  You don't lead any programme yet. To make one, write `programme create`
    boss: skapa program
    2026-03-02 08.00 → boss  How long will the programme last? You can change everything in it later.  [3 months] [7 months] [9 months] [12 months]
    boss: 7 months
    2026-03-02 08.00 → boss  7 months, then. What is the programme called?
    boss: Chefer 2026
    2026-03-02 08.00 → boss  On which day does it start? You can write, for example, `2026-03-16`
    boss: yesterday
    2026-03-02 08.00 → boss  On which day does it start? You can write, for example, `2026-03-16`
    boss: 2026-01-01
    2026-03-02 08.00 → boss  On which day does it start? You can write, for example, `2026-03-16`
    boss: 9 mars
    2026-03-02 08.00 → boss  Which language do most people in it speak? Everyone can choose another one for themselves.  [English] [svenska]
    boss: svenska
    2026-03-02 08.00 → boss  Chefer 2026 is ready, with the short name `chefer-2026`. Its file is attached. If you want to change something, change it in the file and send it back to me.
        These are the next steps:
        – Add the people: `people import`
        – Make the mentor pairs: `pair add MENTOR ADEPT`
        – Start the programme: `programme start`
        <chefer-2026.toml>
    ");

    world.says("boss", "people add Bo Berg mentor console:bo").await;
    world.says("boss", "people add Anna Ek adept console:anna").await;
    world.says("boss", "pair add Bo Berg and Anna Ek").await;
    world.says("boss", "programme start").await;
    world.says("boss", "programme list").await;
    world.until("2026-03-09 12:00").await;
    assert_snapshot!(world.transcript(), @"
    boss: people add Bo Berg mentor console:bo
    2026-03-02 08.00 → boss  Bo Berg has been added to the programme as mentor.
    boss: people add Anna Ek adept console:anna
    2026-03-02 08.00 → boss  Anna Ek has been added to the programme as adept.
    boss: pair add Bo Berg and Anna Ek
    2026-03-02 08.00 → boss  Bo Berg (mentor) and Anna Ek (adept) are now mentor pair 1.
    boss: programme start
    2026-03-02 08.00 → boss  Chefer 2026 has started. The mentor pairs will get their welcome at the next suitable time of day, from the programme's first day on.
        The next time I look for meetings to book is Monday 9 March 2026, 09:00.
    boss: programme list
    2026-03-02 08.00 → boss  Your programmes:
        – Chefer 2026 `chefer-2026`: running
    2026-03-02 08.30 → boss  Kickoff is wanted in week 1 of the programme, which begins on Monday 9 March 2026, and has no time yet.
        When should it be? Write, for example, `group session move 1 Thursday 13:00`. I'll invite those it is for three weeks before.
    2026-03-09 08.30 → bo  Hej Bo! Du är mentor för Anna Ek i Chefer 2026.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-09 08.30 → anna  Hej Anna! Din mentor i Chefer 2026 är Bo Berg.
        Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        Skriv `hjälp` för att se vad jag kan göra.
    2026-03-09 08.30 → anna+bo  Välkomna, Bo och Anna! Här är er egen plats i Chefer 2026. Bo är mentor och Anna är adept.
        Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Platsen är till för er två, och jag läser inte det ni skriver till varandra.
    2026-03-09 09.32 → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-09 09.43 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    ");
}

#[tokio::test]
async fn the_templates_file_can_be_sent_back_as_it_is() {
    let mut world = World::empty().await;
    let boss = Account { platform: PlatformName::Console, address: "boss".to_owned() };
    world.stage.app.organisers.push(boss);
    for (months, name) in
        [("3 months", "A"), ("7 months", "B"), ("9 months", "C"), ("12 months", "D")]
    {
        for said in ["programme create", months, name, "2026-03-09", "English"] {
            world.transcript();
            world.says("boss", said).await;
        }
        let transcript = world.transcript();
        let file: Vec<_> = transcript
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix('|'))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect();
        assert!(file.len() > 5, "{transcript}");
        world.sends("boss", "file.toml", file.join("\n").as_bytes()).await;
        let answer = world.transcript();
        assert!(answer.contains("nothing changes in"), "{answer}");
    }
}

#[tokio::test]
async fn a_changed_file_is_shown_as_a_difference_before_it_takes_effect() {
    let mut world = World::asked().await;
    let changed = PROGRAMME.replace("\"0 9 * * MON\"", "\"0 10 * * WED\"").replace("= 8", "= 9");

    world.sends("leader", "ledare.toml", changed.as_bytes()).await;
    world.says("leader", "nej").await;
    world.sends("leader", "ledare.toml", changed.as_bytes()).await;
    world.says("leader", "ja").await;
    world.sends("leader", "ledare.toml", changed.as_bytes()).await;
    world.says("leader", "programme show").await;
    assert_snapshot!(world.transcript(), @r#"
    2026-03-02 12.00 → leader  De här 4 raderna ändras i Nya ledare:
        – Tas bort: `meetings = 8`
        – Tas bort: `nudges = "0 9 * * MON"`
        – Läggs till: `meetings = 9`
        – Läggs till: `nudges = "0 10 * * WED"`
        Ska jag spara det?
        [Ja, spara] [Nej]
    leader: nej
    2026-03-02 12.00 → leader  Okej, jag har inte ändrat något.
    2026-03-02 12.00 → leader  De här 4 raderna ändras i Nya ledare:
        – Tas bort: `meetings = 8`
        – Tas bort: `nudges = "0 9 * * MON"`
        – Läggs till: `meetings = 9`
        – Läggs till: `nudges = "0 10 * * WED"`
        Ska jag spara det?
        [Ja, spara] [Nej]
    leader: ja
    2026-03-02 12.00 → leader  Sparat. Nya ledare följer nu den nya filen.
    2026-03-02 12.00 → leader  Filen är likadan som förut, så inget ändras i Nya ledare.
    leader: programme show
    2026-03-02 12.00 → leader  Här är filen till Nya ledare. Om du vill ändra något gör du det i filen och skickar den tillbaka till mig.
        <ledare.toml>
        | 
        | short_name = "ledare"
        | name = { sv = "Nya ledare", en = "New leaders" }
        | start = "2026-03-02"
        | months = 7
        | meetings = 9
        | time_zone = "Europe/Stockholm"
        | language = "sv"
        | nudges = "0 10 * * WED"
    "#);

    // The rounds are those of the new file.
    world.until("2026-03-11 17:00").await;
    assert_snapshot!(world.receivers(), @r"
    2026-03-11 10.04 → bo
    2026-03-11 10.27 → ada
    2026-03-11 10.30 → anna
    2026-03-11 10.34 → grace
    ");
}

#[tokio::test]
async fn leaders_are_added_and_removed_but_never_the_last() {
    let mut world = World::asked().await;
    for typed in [
        "leader remove console:leader",
        "leader add console:lisa",
        "leader add console:lisa",
        "leader add lisa",
        "leader add telegram:lisa",
        "leader remove console:nobody",
    ] {
        world.says("leader", typed).await;
    }
    world.says("lisa", "pair list").await;
    world.says("lisa", "leader remove console:leader").await;
    world.says("leader", "pair list").await;
    world.says("lisa", "leader remove console:lisa").await;
    assert_snapshot!(world.transcript(), @r"
    leader: leader remove console:leader
    2026-03-02 12.00 → leader  Nya ledare måste ha minst en programledare. Lägg först till en till.
    leader: leader add console:lisa
    2026-03-02 12.00 → leader  Lisa leder nu Nya ledare.
    leader: leader add console:lisa
    2026-03-02 12.00 → leader  Lisa är redan med i programmet.
    leader: leader add lisa
    2026-03-02 12.00 → leader  Jag förstod inte ”lisa” som ett konto. Skriv så här: `matrix:@anna:example.org`
    leader: leader add telegram:lisa
    2026-03-02 12.00 → leader  Jag förstod inte ”telegram:lisa” som ett konto. Skriv så här: `matrix:@anna:example.org`
    leader: leader remove console:nobody
    2026-03-02 12.00 → leader  `console:nobody` är inte programledare här.
    lisa: pair list
    2026-03-02 12.00 → lisa  2 mentorpar i Nya ledare:
        – 1 Bo Berg och Anna Ek: ingen träff är bokad; jag har frågat en gång, måndag 2 mars 2026. Inte helt igång: överenskommelsen är inte klar, och de har planerat 0 av 3 träffar
        – 2 Ada Moore och Grace Hill: ingen träff är bokad; jag har frågat en gång, måndag 2 mars 2026. Inte helt igång: överenskommelsen är inte klar, och de har planerat 0 av 3 träffar
    lisa: leader remove console:leader
    2026-03-02 12.00 → lisa  Lotta Lind leder inte längre Nya ledare.
    leader: pair list
    2026-03-02 12.00 → leader  Du är inte med i något mentorskapsprogram här än. Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    lisa: leader remove console:lisa
    2026-03-02 12.00 → lisa  Nya ledare måste ha minst en programledare. Lägg först till en till.
    ");
}

#[tokio::test]
async fn a_programme_may_be_called_like_a_command() {
    let mut world = World::asked().await;
    world.says("leader", "programme create").await;
    world.presses("leader", "3 månader").await;
    world.says("leader", "hjälp").await;
    world.transcript();
    world.says("leader", "Status för nya chefer").await;
    world.says("leader", "1").await;
    assert_snapshot!(without_files(&world.transcript()), @r"
    leader: Status för nya chefer
    2026-03-02 12.00 → leader  Vilken dag börjar det? Du kan till exempel skriva `2026-03-16`
    leader: 1
    2026-03-02 12.00 → leader  Vilken dag börjar det? Du kan till exempel skriva `2026-03-16`
    ");
}

#[tokio::test]
async fn a_first_day_that_is_moved_moves_the_welcomes() {
    let later = PROGRAMME.replace("2026-03-02", "2026-09-07");
    let people = "id,name,role,account,locale\nleader,Lotta Lind,leader,console:leader,sv\n\
                  anna,Anna Ek,adept,console:anna,sv\nbo,Bo Berg,mentor,console:bo,sv\n";
    let mut world = World::with(&later, people).await;
    world.says("leader", "pair add bo anna").await;
    world.says("leader", "programme start").await;
    world.until("2026-03-05 12:00").await;
    world.transcript();

    world.sends("leader", "p.toml", later.replace("2026-09-07", "2026-03-06").as_bytes()).await;
    world.says("leader", "ja").await;
    world.transcript();
    world.until("2026-03-06 12:00").await;
    assert_snapshot!(world.receivers(), @r"
    2026-03-06 08.30 → bo
    2026-03-06 08.30 → anna
    2026-03-06 08.30 → anna+bo
    ");
    world.until("2026-09-08 12:00").await;
    let welcomes = "select count(*) from outbox where state = 'sent' and kind like 'pair.Welcome%'";
    assert_eq!(world.number(welcomes).await, 2);
}

#[tokio::test]
async fn a_list_that_fits_several_programmes_is_kept_until_one_is_chosen() {
    let mut world = World::asked().await;
    let other = PROGRAMME.replace("ledare", "andra");
    world.sends("leader", "andra.toml", other.as_bytes()).await;
    world.transcript();
    world.sends("leader", "folk.csv", b"id,name,role\neva,Eva Ek,adept\n").await;
    world.says("leader", "2").await;
    world.says("leader", "people list #andra").await;
    assert_snapshot!(world.transcript(), @r"
    2026-03-02 12.00 → leader  Det finns flera som passar: Nya ledare och Nya andra. Vilken menar du?  [Nya ledare] [Nya andra]
    leader: 2
    2026-03-02 12.00 → leader  Listan är inläst i Nya andra.
        – Nya: 1
        – Ändrade: 0
        – Har inte gått med än: 1
    leader: people list #andra
    2026-03-02 12.00 → leader  2 personer i Nya andra:
        – `lotta` Lotta Lind, programledare
        – `eva` Eva Ek, adept (har inte gått med än)
    ");
}

#[tokio::test]
async fn a_difference_that_was_shown_before_another_change_is_not_put_into_effect() {
    let mut world = World::asked().await;
    world.sends("leader", "a.toml", PROGRAMME.replace("months = 7", "months = 9").as_bytes()).await;
    let first = world.number("select max(id) from drafts").await;
    world
        .sends(
            "leader",
            "b.toml",
            format!("{PROGRAMME}nudges = \"0 9 * * TUE\"\n")
                .replacen("nudges = \"0 9 * * MON\"\n", "", 1)
                .as_bytes(),
        )
        .await;
    world.says("leader", "ja").await;
    let seen = world.forges("leader", &format!("1:confirm:{first}")).await;
    assert!(seen[0].contains("gäller inte längre"), "{seen:?}");
}

#[tokio::test]
async fn whoever_the_configuration_names_may_make_programmes_whatever_else_they_are() {
    let mut world = World::asked().await;
    let anna = Account { platform: PlatformName::Console, address: "anna".to_owned() };
    world.stage.app.organisers.push(anna);
    world.says("anna", "programme create").await;
    let seen = world.transcript();
    assert!(seen.contains("[3 månader]"), "{seen}");
    // Whoever loses the right in between makes none.
    world.stage.app.organisers.clear();
    world.says("anna", "3").await;
    assert_snapshot!(world.transcript(), @r"
    anna: 3
    2026-03-02 12.00 → anna  Det kan bara programledare göra.
    ");
}
