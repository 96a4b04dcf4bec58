//! How people come into a programme and choose how they are written to.

use insta::assert_snapshot;
use mentorskap::domain::account::{Account, PlatformName};

use crate::support::{PEOPLE, PROGRAMME, World, without_files};

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is one story, and most of it is its transcript")]
async fn people_come_as_a_list_one_by_one_and_by_code() {
    let mut world = World::new().await;

    world.says("leader", "people import").await;
    let list = format!("{PEOPLE}eva,Eva Ek,adept,,sv,\nöl,Östen Öl,mentor,,en,2\n");
    world.sends("leader", "folk.csv", list.as_bytes()).await;
    let list = list.replace("öl,Ö", "osten,Ö");
    world.sends("leader", "folk.csv", list.as_bytes()).await;
    world.sends("leader", "folk.csv", list.as_bytes()).await;
    world.sends("leader", "folk.csv", list.replace("Eva Ek", "Eva Ekman").as_bytes()).await;
    world.says("leader", "people add Åsa Berg, mentor").await;
    world.says("leader", "people add Åsa Berg chef").await;
    world.says("leader", "people add Åsa Ek adept console:asa").await;
    world.says("leader", "people list").await;
    assert_snapshot!(world.transcript(), @r"
    leader: people import
    2026-03-02 08.00 → leader  Bifoga listan som en CSV-fil. På första raden måste kolumnerna `id,name,role` finnas. De andra är frivilliga, till exempel `account`, `contact`, `locale` och `capacity`.
    2026-03-02 08.00 → leader  Listan är inläst i Nya ledare.
        – Nya: 2
        – Ändrade: 0
        – Har inte gått med än: 2
    2026-03-02 08.00 → leader  Listan är inläst i Nya ledare.
        – Nya: 1
        – Ändrade: 0
        – Har inte gått med än: 3
    2026-03-02 08.00 → leader  Alla i listan är redan med i Nya ledare, och inget har ändrats.
    2026-03-02 08.00 → leader  Listan är inläst i Nya ledare.
        – Nya: 0
        – Ändrade: 1
        – Har inte gått med än: 3
    leader: people add Åsa Berg, mentor
    2026-03-02 08.00 → leader  Åsa Berg är nu med i programmet som mentor.
    leader: people add Åsa Berg chef
    2026-03-02 08.00 → leader  Jag känner inte till rollen ”chef”. Skriv `mentor`, `adept` eller `programledare`.
    leader: people add Åsa Ek adept console:asa
    2026-03-02 08.00 → leader  Åsa Ek är nu med i programmet som adept.
    leader: people list
    2026-03-02 08.00 → leader  10 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `anna` Anna Ek, adept
        – `bo` Bo Berg, mentor
        – `grace` Grace Hill, adept
        – `ada` Ada Moore, mentor
        – `eva` Eva Ekman, adept (har inte gått med än)
        – `öl` Östen Öl, mentor (har inte gått med än)
        – `osten` Östen Öl, mentor (har inte gått med än)
        – `asa` Åsa Berg, mentor (har inte gått med än)
        – `asa2` Åsa Ek, adept
    ");

    world.says("leader", "people invite").await;
    let letters = world.transcript();
    assert_snapshot!(letters, @r"
    leader: people invite
    2026-03-02 08.00 → leader  4 personer har inte gått med än. Den bifogade filen innehåller en kod och ett färdigt brev till var och en. Varje kod är personlig.
        <ledare-bjud-in-deltagare.txt>
        | Eva Ekman <–>
        | Välkommen till Nya ledare
        | 
        | Hej Eva!
        | 
        | Välkommen till Nya ledare! För att komma i gång öppnar du ett direktmeddelande till mentorskapsboten i vår chatt och skriver:
        | 
        | gå med DZJ6333333
        | 
        | Koden är bara din och fungerar en gång. Ge den inte till någon annan, och skriv den aldrig i en kanal. Om den inte fungerar svarar du på det här mejlet, så hjälper jag dig.
        | 
        | Vänliga hälsningar
        | 
        | din programledare
        | 
        | ----
        | 
        | Östen Öl <–>
        | Welcome to New leaders
        | 
        | Hello Östen,
        | 
        | Welcome to New leaders! To get started, open a direct message to the mentorship bot in our chat and write:
        | 
        | join U8U6333333
        | 
        | The code is yours alone and works once. Please don't pass it on, and never write it in a channel. If it doesn't work, reply to this e-mail and I'll help you.
        | 
        | Kind regards,
        | 
        | your programme leader
        | 
        | ----
        | 
        | Östen Öl <–>
        | Welcome to New leaders
        | 
        | Hello Östen,
        | 
        | Welcome to New leaders! To get started, open a direct message to the mentorship bot in our chat and write:
        | 
        | join AG47333333
        | 
        | The code is yours alone and works once. Please don't pass it on, and never write it in a channel. If it doesn't work, reply to this e-mail and I'll help you.
        | 
        | Kind regards,
        | 
        | your programme leader
        | 
        | ----
        | 
        | Åsa Berg <–>
        | Välkommen till Nya ledare
        | 
        | Hej Åsa!
        | 
        | Välkommen till Nya ledare! För att komma i gång öppnar du ett direktmeddelande till mentorskapsboten i vår chatt och skriver:
        | 
        | gå med RQC7333333
        | 
        | Koden är bara din och fungerar en gång. Ge den inte till någon annan, och skriv den aldrig i en kanal. Om den inte fungerar svarar du på det här mejlet, så hjälper jag dig.
        | 
        | Vänliga hälsningar
        | 
        | din programledare
        | 
        | ----
        | 
    ");
    let code = letters.split("join ").nth(1).unwrap().split_whitespace().next().unwrap();
    world.says("osten", &format!("join {code}")).await;
    world.says("osten", "status").await;
    world.says("leader", "people invite").await;
    let seen = world.transcript().replace(code, "CODE");
    assert_snapshot!(without_files(&seen), @r"
    osten: join CODE
    2026-03-02 08.00 → osten  Welcome, Östen! You have joined New leaders. Write `help` to see what I can do.
    osten: status
    2026-03-02 08.00 → osten  This is how things stand:
        – You don't have a mentor or an adept in New leaders yet. I'll write to you when you do.
    leader: people invite
    2026-03-02 08.00 → leader  3 personer har inte gått med än. Den bifogade filen innehåller en kod och ett färdigt brev till var och en. Varje kod är personlig.
        <ledare-bjud-in-deltagare.txt>
    ");
}

#[tokio::test]
async fn everybody_chooses_language_zone_and_hours() {
    let mut world = World::asked().await;
    for typed in [
        "settings",
        "settings language Swedish",
        "inställningar språk english",
        "settings language Klingon",
        "settings timezone Europe/London",
        "settings timezone london",
        "settings hours 10:00–12:00",
        "settings hours 12-10",
        "settings hours now",
        "settings",
    ] {
        world.says("grace", typed).await;
    }
    assert_snapshot!(world.transcript(), @"
    grace: settings
    2026-03-02 12.00 → grace  Your settings:
        – Language: English. To change it, write `settings language LANGUAGE`
        – Time zone: Europe/Stockholm. To change it, write `settings timezone ZONE`
        – I write to you between `08.30` and `17.00`. To change that, write `settings hours FROM–UNTIL`
        – Reminders of booked meetings: a day and an hour before. To change that, write `settings reminders`
        – Your own calendar, so that I know when you're busy: write `settings calendar [ADDRESS]`
    grace: settings language Swedish
    2026-03-02 12.00 → grace  Från och med nu skriver jag till dig på svenska.
    grace: inställningar språk english
    2026-03-02 12.00 → grace  From now on I'll write to you in English.
    grace: settings language Klingon
    2026-03-02 12.00 → grace  I don't speak “Klingon”. I speak English and svenska.
    grace: settings timezone Europe/London
    2026-03-02 12.00 → grace  Your time zone is now Europe/London. It's Monday 2 March 2026, 11:00 there.
    grace: settings timezone london
    2026-03-02 12.00 → grace  Your time zone is now Europe/London. It's Monday 2 March 2026, 11:00 there.
    grace: settings hours 10:00–12:00
    2026-03-02 12.00 → grace  From now on I'll write to you between `10.00` and `12.00`. I still answer straight away when you write to me.
    grace: settings hours 12-10
    2026-03-02 12.00 → grace  I couldn't read that as a start and an end. First write when I may start and then a later time at which I stop, for example `settings hours 09:00–16:00`
    grace: settings hours now
    2026-03-02 12.00 → grace  I couldn't read that as a start and an end. First write when I may start and then a later time at which I stop, for example `settings hours 09:00–16:00`
    grace: settings
    2026-03-02 12.00 → grace  Your settings:
        – Language: English. To change it, write `settings language LANGUAGE`
        – Time zone: Europe/London. To change it, write `settings timezone ZONE`
        – I write to you between `10.00` and `12.00`. To change that, write `settings hours FROM–UNTIL`
        – Reminders of booked meetings: a day and an hour before. To change that, write `settings reminders`
        – Your own calendar, so that I know when you're busy: write `settings calendar [ADDRESS]`
    ");

    // The next reminder comes in those hours, on that clock: in Stockholm it is an hour later.
    world.until("2026-03-09 17:00").await;
    let grace = world.receivers();
    assert!(grace.contains("2026-03-09 12.44 → grace"), "{grace}");
}

#[tokio::test]
async fn a_list_corrects_an_account_that_nobody_has_spoken_from_and_no_other() {
    let mut world = World::started().await;
    let list = |rows: &str| format!("id,name,role,account\n{rows}");
    world.says("anna", "status").await;
    world.transcript();

    // Anna has spoken: whoever had a second account of hers could act as her.
    let second = list("anna,Anna Ek,adept,console:eve\n");
    world.sends("leader", "people.csv", second.as_bytes()).await;
    world.says("eve", "status").await;
    let taken = list("grace,Grace Hill,adept,console:anna\n");
    world.sends("leader", "people.csv", taken.as_bytes()).await;
    // Grace has never been heard from.
    let corrected = list("grace,Grace Hill,adept,console:hill\n");
    world.sends("leader", "people.csv", corrected.as_bytes()).await;
    world.says("grace", "status").await;
    world.says("hill", "status").await;
    let again = list("grace,Grace Hill,adept,console:grace\n");
    world.sends("leader", "people.csv", again.as_bytes()).await;

    assert_snapshot!(world.transcript(), @r"
    2026-03-02 08.59 → leader  Det finns ett fel i people.csv, så jag har inte lagt till någon.
        – Rad 2, `account`: Personen skriver redan till mig från ett annat konto, och det kan en lista inte ändra. Lämna cellen tom.
        Rätta filen och skicka den igen.
    eve: status
    2026-03-02 08.59 → eve  You aren't in a mentorship programme here yet. If you have a code from a programme leader, write `join CODE` to me in a direct message, never in a channel.
        Du är inte med i något mentorskapsprogram här än. Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    2026-03-02 08.59 → leader  Det finns ett fel i people.csv, så jag har inte lagt till någon.
        – Rad 2, `account`: Kontot tillhör någon annan. Rätta det, eller ge raden det id som personen redan står med.
        Rätta filen och skicka den igen.
    2026-03-02 08.59 → leader  Listan är inläst i Nya ledare.
        – Nya: 0
        – Ändrade: 1
        – Har inte gått med än: 0
    grace: status
    2026-03-02 08.59 → grace  You aren't in a mentorship programme here yet. If you have a code from a programme leader, write `join CODE` to me in a direct message, never in a channel.
        Du är inte med i något mentorskapsprogram här än. Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    hill: status
    2026-03-02 08.59 → hill  This is how things stand:
        – Ada Moore in New leaders
        – Your next meeting isn't booked. To book it, write `meeting book WHEN [WHERE]`
        – Meetings held: 0 of 8
    2026-03-02 08.59 → leader  Det finns ett fel i people.csv, så jag har inte lagt till någon.
        – Rad 2, `account`: Personen skriver redan till mig från ett annat konto, och det kan en lista inte ändra. Lämna cellen tom.
        Rätta filen och skicka den igen.
    ");
}

#[tokio::test]
async fn a_leader_learns_nothing_of_people_in_programmes_of_others() {
    let mut world = World::asked().await;
    let boss = Account { platform: PlatformName::Console, address: "boss".to_owned() };
    world.stage.app.organisers.push(boss);
    world.says("boss", "help").await;
    world.sends("boss", "a.toml", PROGRAMME.replace("ledare", "andra").as_bytes()).await;
    world.transcript();

    world.says("boss", "people add Somebody adept console:anna").await;
    world.sends("boss", "p.csv", b"id,name,role,account\nx,Somebody,adept,console:bo\n").await;
    world.says("boss", "people list").await;
    assert_snapshot!(world.transcript(), @r"
    boss: people add Somebody adept console:anna
    2026-03-02 12.00 → boss  That account belongs to someone who already writes to me outside this programme, so I can't add it. Please add the person without an account and send a code with `people invite`. Then the person can join by themselves.
    2026-03-02 12.00 → boss  There is a fault in p.csv, so I haven't added anyone.
        – Line 2, `account`: That account belongs to someone who already writes to me outside this programme, so I can't add it. Please add the person without an account and send a code with `people invite`. Then the person can join by themselves.
        Please correct the file and send it again.
    boss: people list
    2026-03-02 12.00 → boss  One person in New leaders:
        – `boss` Boss, programme leader
    ");
}
