//! What people can ask of what is kept about them, and what they can see of what leaders did.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use mentorskap::store;
use sqlx::Row as _;

use crate::support::{Database, PROGRAMME, World, without_files};

/// A list in which much is said about Anna, under words that stand nowhere else.
const MARKED: &str = "id,name,role,account,locale,capacity,contact,city,wants,never_with
leader,Lotta Lind,leader,console:leader,sv,,,,,
eva,Eva Ek,leader,console:eva,en,,,,,
anna-q,Anna Quux,adept,console:anna,sv,,quux@example.org,Xyzzyville,grubblande,
bo,Bo Berg,mentor,console:bo,sv,2,,,,anna-q
cia,Cia Carlsson,adept,console:cia,sv,,,,,
";

/// Anna and Bo are a pair that has met, agreed and been written to.
async fn met() -> World {
    let mut world = World::with(PROGRAMME, &MARKED.replace("sv,2,,,,anna-q", "sv,2,,,,")).await;
    for command in ["nytt mentorpar bo anna-q", "starta program"] {
        world.says("leader", command).await;
    }
    world.until("2026-03-02 10:00").await;
    world.says("anna", "boka träff torsdag kl. 13 Quuxgatan 3").await;
    world.says("anna", "ja").await;
    world.says("anna", "överenskommelse").await;
    world.presses("anna", "Lägg till något").await;
    world.says("anna", "Vi dricker xyzzyte").await;
    world.until("2026-03-05 16:00").await;
    world.presses("anna", "Ja").await;
    world.says("leader", "visa mentorpar 1").await;
    world.says("leader", "lista deltagare").await;
    world.until("2026-03-06 10:00").await;
    world.transcript();
    world
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is all that is kept")]
async fn everything_that_is_kept_can_be_seen() {
    let mut world = met().await;
    world.says("anna", "mina uppgifter").await;
    let shown = world.transcript();
    let (readable, for_programs) = shown.split_once("<mentorskap.json>").unwrap();
    assert_snapshot!(readable, @"
    anna: mina uppgifter
    2026-03-06 10.00 → anna  Här är allt som jag har sparat om dig, för dig att läsa. Det som andra har sagt i förtroende är inte med.
        Filen är din. Skicka den inte vidare om du inte vill att någon annan ska läsa den.
        <mentorskap.txt>
        | # Allt som Mentorskap har sparat om Anna Quux, fredag 6 mars 2026 kl. 10.00
        | 
        | ## Dina konton
        | 
        | console:anna
        | 
        | ## Dina inställningar
        | 
        | Dina inställningar:
        | 
        | – Språk: svenska. För att ändra det skriver du byt språk SPRÅK
        | – Tidszon: Europe/Stockholm. För att ändra den skriver du byt tidszon TIDSZON
        | – Jag skriver till dig mellan 08.30 och 17.00. För att ändra det skriver du ändra tider FRÅN–TILL
        | – Påminnelser om bokade träffar: en dag och en timme före. För att ändra det skriver du inställningar påminnelser
        | – Din egen kalender, så att jag vet när du är upptagen: skriv inställningar kalender [ADRESS]
        | 
        | ## Din plats i Nya ledare: adept
        | 
        | I listan: anna-q
        | 
        | Kontakt: quux@example.org
        | 
        | Ort: Xyzzyville
        | 
        | Vill ha mer av: grubblande
        | 
        | ## Ditt mentorpar med Bo Berg i Nya ledare
        | 
        | 1 torsdag 5 mars 2026 med Bo: blev av
        | 
        | Överenskommelsen, version 1:
        | 
        | varför ni ses: Vi dricker xyzzyte
        | 
        | hur ofta ni ses
        | 
        | era roller
        | 
        | tiderna
        | 
        | det som stannar mellan er
        | 
        | vad andra får veta
        | 
        | att se tillbaka
        | 
        | ## Det som programledare har gjort och tittat på som rör dig
        | 
        | torsdag 5 mars 2026 kl. 16.00: Lotta Lind såg alla i programmet
        | 
        | torsdag 5 mars 2026 kl. 16.00: Lotta Lind såg ett mentorpar och dess träffar (Anna Quux)
        | 
        | måndag 2 mars 2026 kl. 08.00: Lotta Lind startade programmet
        | 
        | måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Anna Quux)
        | 
        | ## Det som boten har skrivit till dig, det senaste först
        | 
        | torsdag 5 mars 2026 kl. 16.00
        | 
        | Hur kändes träffen?
        | 
        | Programledaren ser ditt svar och ditt namn. Bo ser det inte.
        | 
        | torsdag 5 mars 2026 kl. 16.00
        | 
        | Tack! Vad bra att du och Bo har träffats. Boka gärna nästa träff redan nu.
        | 
        | torsdag 5 mars 2026 kl. 15.38
        | 
        | Hej Anna! Du och Bo hade bokat en träff. Träffades ni torsdag 5 mars 2026?
        | 
        | Programledaren ser ditt svar och ditt namn.
        | 
        | torsdag 5 mars 2026 kl. 12.00
        | 
        | Om en timme ses du och Bo: torsdag 5 mars 2026 kl. 13.00. Plats: Quuxgatan 3.
        | 
        | onsdag 4 mars 2026 kl. 13.00
        | 
        | I morgon ses du och Bo: torsdag 5 mars 2026 kl. 13.00. Plats: Quuxgatan 3.
        | 
        | – Vad har lett er dit ni är i dag?
        | – När trivs ni som bäst?
        | – Vad hoppas ni på, var och en av er?
        | 
        | måndag 2 mars 2026 kl. 10.00
        | 
        | Steg 2 av 7: hur ofta ni ses
        | 
        | Ni siktar på 8 träffar under programmets 7 månader, oftast i början, och bokar minst tre på en gång. Ni bestämmer själva hur långa träffarna är, var ni ses och hur ni hör av er däremellan.
        | 
        | Håller du med om det?
        | 
        | måndag 2 mars 2026 kl. 10.00
        | 
        | Det står i överenskommelsen nu, och Bo får veta det.
        | 
        | måndag 2 mars 2026 kl. 10.00
        | 
        | Vad vill du lägga till om varför ni ses? Skriv det här. Bo ser det och får ta ställning till det.
        | 
        | måndag 2 mars 2026 kl. 10.00
        | 
        | Steg 1 av 7: varför ni ses
        | 
        | Adeptens mål styr vad ni arbetar med. Ni börjar med att lära känna varandra, och målen får växa fram efter de första träffarna.
        | 
        | Håller du med om det?
        | 
        | måndag 2 mars 2026 kl. 10.00
        | 
        | Träff 1 med Bo är bokad: torsdag 5 mars 2026 kl. 13.00.
        | 
        | måndag 2 mars 2026 kl. 10.00
        | 
        | Anna har bokat en träff för er: torsdag 5 mars 2026 kl. 13.00. Plats: Quuxgatan 3.
        | 
        | måndag 2 mars 2026 kl. 10.00
        | 
        | Du och Bo ses torsdag 5 mars 2026 kl. 13.00. Plats: Quuxgatan 3.
        | 
        | Ska jag boka det?
        | 
        | måndag 2 mars 2026 kl. 08.30
        | 
        | Välkomna, Bo och Anna! Här är er egen plats i Nya ledare. Bo är mentor och Anna är adept.
        | 
        | – Anna vill ha mer av: grubblande
        | 
        | Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Platsen är till för er två, och jag läser inte det ni skriver till varandra.
        | 
        | måndag 2 mars 2026 kl. 08.30
        | 
        | Hej Anna! Din mentor i Nya ledare är Bo Berg.
        | 
        | Börja med att komma överens om hur ni vill ha det: skriv överenskommelse, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.
        | 
        | Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.
        | 
        | Skriv hjälp för att se vad jag kan göra.
        | 
        | Allt som rör tekniken, till exempel när ett meddelande skickades och med vilken nyckel, står i den andra filen.
    2026-03-06 10.00 → anna  Det här är samma uppgifter i ett format för datorprogram. Vill du få dem raderade skriver du `radera mina uppgifter`.
    ");
    let json = for_programs.lines().filter_map(|line| line.trim_start().strip_prefix('|'));
    let json: serde_json::Value = serde_json::from_str(&json.collect::<String>()).unwrap();
    let tables: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_snapshot!(tables.join(" "), @"accounts acts agreements drafts meetings members outbox pairs people places");
    assert_snapshot!(json["members"][0], @r#"{"by_role":null,"capacity":1,"city":"Xyzzyville","contact":"quux@example.org","erased_at":null,"fixed_with":null,"handle":"anna-q","id":3,"languages":null,"manager":null,"never_with":null,"offers":null,"organisation":null,"pause_at":null,"paused_since":null,"person_id":3,"programme_id":1,"resume_at":null,"role":"adept","thanked_at":null,"told_erased_on":null,"wants":"grubblande"}"#);
    assert_snapshot!(json["meetings"][0], @r#"{"adept_says":"held","asked":1,"asked_at":"2026-03-05T14:00:00Z","begins_at":"2026-03-05T12:00:00Z","id":1,"local":"2026-03-05T13:00:00","mentor_says":null,"number":1,"pair_id":1,"place":"Quuxgatan 3","since_at":null,"state":"held","zone":"Europe/Stockholm"}"#);
    let words = json.to_string();
    assert!(words.contains("Quuxgatan 3") && words.contains("xyzzyte"), "{words}");
}

#[tokio::test]
async fn and_others_are_not_seen_in_it() {
    let mut world = World::with(PROGRAMME, MARKED).await;
    world.says("leader", "undvik bo anna-q").await;
    world.transcript();
    world.says("anna", "mina uppgifter").await;
    let shown = world.transcript();
    assert!(shown.contains("quux@example.org"), "{shown}");
    assert!(!shown.contains("avoided") && !shown.contains("Bo Berg"), "{shown}");
    world.says("bo", "mina uppgifter").await;
    let shown = world.transcript();
    assert!(!shown.contains("quux@example.org") && !shown.contains("Xyzzyville"), "{shown}");
}

/// What applicants have told their leaders is theirs, though it was shown to the leaders.
#[tokio::test]
async fn nor_is_what_applicants_have_said() {
    let mut world = World::with(&format!("{PROGRAMME}{RECRUITMENT}"), MARKED).await;
    world.says("leader", "öppna ansökan").await;
    world.says("dora", "ansök till ledare").await;
    for label in ["Adept", "Ja, jag godkänner", "Behåll"] {
        world.presses("dora", label).await;
    }
    world.says("dora", "Zymurgi").await;
    world.presses("dora", "Skicka ansökan").await;
    world.says("leader", "ansökningar visa 1").await;
    assert!(world.transcript().contains("– 1. Varför? – Zymurgi"));
    world.says("leader", "mina uppgifter").await;
    assert!(!world.transcript().contains("Zymurgi"), "it is Dora's");
    world.says("dora", "mina uppgifter").await;
    let shown = world.transcript();
    assert!(shown.contains("Zymurgi") && shown.contains("Lotta Lind"), "{shown}");
}

#[tokio::test]
async fn what_is_erased_is_gone_and_the_other_of_the_pair_is_told_gently() {
    let mut world = met().await;
    world.says("anna", "radera mina uppgifter").await;
    world.presses("anna", "Radera allt").await;
    world.says("leader", "lista mentorpar").await;
    world.says("leader", "lista deltagare").await;
    world.says("leader", "utkorg").await;
    world.says("leader", "händelselogg").await;
    world.says("bo", "status").await;
    world.until("2026-03-09 12:00").await;
    assert_snapshot!(without_files(&world.transcript()), @"
    anna: radera mina uppgifter
    2026-03-06 10.00 → anna  Det här händer om jag raderar allt som jag har sparat om dig:
        – du och Bo är inte längre ett mentorpar i Nya ledare, och Bo får veta att du har slutat men inte varför
        Det går inte att ångra. Ska jag göra det?
        [Radera allt] [Nej, behåll det]
    anna: [Radera allt]
    2026-03-06 10.00 → anna  Nu är allt som jag hade sparat om dig raderat. Hur många träffar som har varit räknas fortfarande, men utan namn. Det som redan står här i chatten kan bara du eller chattjänsten ta bort.
    2026-03-06 10.00 → bo  Den du var i mentorpar med i Nya ledare deltar inte längre. Du behöver inte göra något. Programledaren hör av sig om hur det blir för dig.
    2026-03-06 10.00 → leader  Mentorpar 1 i Nya ledare är avslutat, för en av de två har bett mig radera sina uppgifter. Hör gärna av dig till den som är kvar, som har fått veta att du gör det.
    2026-03-06 10.00 → eva  Mentor pair 1 in Nya ledare has ended, because one of the two has asked me to erase their details. Please get in touch with the one who is left; they have been told that you will.
    leader: lista mentorpar
    2026-03-06 10.00 → leader  Ett mentorpar i Nya ledare:
        – 1 Bo Berg och (raderad): avslutat
    leader: lista deltagare
    2026-03-06 10.00 → leader  4 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `eva` Eva Ek, programledare
        – `bo` Bo Berg, mentor
        – `cia` Cia Carlsson, adept
    leader: utkorg
    2026-03-06 10.00 → leader  3 meddelanden har skickats i Nya ledare. Inget väntar.
    leader: händelselogg
    2026-03-06 10.00 → leader  Det här har programledare gjort och tittat på i Nya ledare den senaste tiden:
        – fredag 6 mars 2026 kl. 10.00: Lotta Lind såg vilka meddelanden som väntade eller inte var skickade
        – fredag 6 mars 2026 kl. 10.00: Lotta Lind såg alla i programmet
        – fredag 6 mars 2026 kl. 10.00: Lotta Lind såg alla mentorpar
        – torsdag 5 mars 2026 kl. 16.00: Lotta Lind såg alla i programmet
        – torsdag 5 mars 2026 kl. 16.00: Lotta Lind såg ett mentorpar och dess träffar (Bo Berg)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind startade programmet
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Bo Berg)
    bo: status
    2026-03-06 10.00 → bo  Så här ser det ut:
        – Du har ingen mentor eller adept i Nya ledare än. Jag skriver till dig när du har fått en.
    ");
    let held = "select count(*) from meetings where state = 'held'";
    assert_eq!(world.number(held).await, 1, "it is still counted");
    for word in ["Anna", "quux", "Quux", "xyzzy", "Xyzzy", "anna", "grubblande"] {
        assert!(!world.database.holds(word).await, "{word} is still there");
    }
    assert!(world.database.holds("Lotta Lind").await, "the search finds what is there");
    // Whoever comes back is somebody new.
    world.says("anna", "hej").await;
    world.says("anna", "mina uppgifter").await;
    assert_snapshot!(world.transcript(), @r"
    anna: hej
    2026-03-09 12.00 → anna  Hej! Jag hjälper mentorer och adepter i mentorskapsprogram att träffas regelbundet.
        Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    anna: mina uppgifter
    2026-03-09 12.00 → anna  Jag vet inte vem du är och har inget sparat om dig, mer än adressen hit. Den glömmer jag när det har varit tyst här i ett dygn.
    ");
}

#[tokio::test]
async fn who_keeps_it_keeps_everything() {
    let mut world = met().await;
    world.says("anna", "radera mina uppgifter").await;
    world.presses("anna", "Nej, behåll det").await;
    world.says("anna", "status").await;
    assert_snapshot!(world.transcript(), @r"
    anna: radera mina uppgifter
    2026-03-06 10.00 → anna  Det här händer om jag raderar allt som jag har sparat om dig:
        – du och Bo är inte längre ett mentorpar i Nya ledare, och Bo får veta att du har slutat men inte varför
        Det går inte att ångra. Ska jag göra det?
        [Radera allt] [Nej, behåll det]
    anna: [Nej, behåll det]
    2026-03-06 10.00 → anna  Okej, jag har inte ändrat något.
    anna: status
    2026-03-06 10.00 → anna  Så här ser det ut:
        – Bo Berg i Nya ledare
        – Er nästa träff är inte bokad. För att boka den skriver du `boka träff NÄR [VAR]`
        – Träffar som har varit: 1 av 8
    ");
}

#[tokio::test]
async fn a_programme_keeps_a_leader() {
    let mut world = World::started().await;
    world.says("leader", "delete my data").await;
    world.says("leader", "lägg till programledare console:eva").await;
    world.says("leader", "delete my data").await;
    world.presses("leader", "Radera allt").await;
    world.says("leader", "lista mentorpar").await;
    assert_snapshot!(world.transcript(), @r"
    leader: delete my data
    2026-03-02 08.59 → leader  Du leder Nya ledare ensam, och då skulle ingen kunna hjälpa dem som är med. Lägg till en programledare till först: `lägg till programledare KONTO`
    leader: lägg till programledare console:eva
    2026-03-02 08.59 → leader  Eva leder nu Nya ledare.
    leader: delete my data
    2026-03-02 08.59 → leader  Det här händer om jag raderar allt som jag har sparat om dig:
        – du leder inte längre Nya ledare
        Det går inte att ångra. Ska jag göra det?
        [Radera allt] [Nej, behåll det]
    leader: [Radera allt]
    2026-03-02 08.59 → leader  Nu är allt som jag hade sparat om dig raderat. Hur många träffar som har varit räknas fortfarande, men utan namn. Det som redan står här i chatten kan bara du eller chattjänsten ta bort.
    leader: lista mentorpar
    2026-03-02 08.59 → leader  Du är inte med i något mentorskapsprogram här än. Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    ");
}

#[tokio::test]
async fn what_leaders_do_is_seen_by_leaders_and_by_nobody_else() {
    let mut world = World::started().await;
    world.says("leader", "händelselogg").await;
    world.says("leader", "visa mentorpar 1").await;
    world.says("leader", "visa mentorpar 99").await;
    world.says("leader", "lista deltagare").await;
    world.says("leader", "meddela alla Hej!").await;
    world.presses("leader", "Skicka inte").await;
    world.transcript();
    world.says("leader", "händelselogg").await;
    world.says("anna", "händelselogg").await;
    assert_snapshot!(world.transcript(), @"
    leader: händelselogg
    2026-03-02 08.59 → leader  Det här har programledare gjort och tittat på i Nya ledare den senaste tiden:
        – måndag 2 mars 2026 kl. 08.59: Lotta Lind såg alla i programmet
        – måndag 2 mars 2026 kl. 08.59: Lotta Lind såg ett mentorpar och dess träffar (Anna Ek)
        – måndag 2 mars 2026 kl. 08.59: Lotta Lind såg ett mentorpar och dess träffar (Bo Berg)
        – måndag 2 mars 2026 kl. 08.59: Lotta Lind såg vad programledare har gjort och tittat på
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind startade programmet
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Grace Hill)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Ada Moore)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Anna Ek)
        – måndag 2 mars 2026 kl. 08.00: Lotta Lind satte ihop ett mentorpar (Bo Berg)
    anna: händelselogg
    2026-03-02 08.59 → anna  Det kan bara programledare göra.
    ");
}

/// Long after a programme its people are erased, and its numbers stay.
#[tokio::test]
async fn who_took_part_is_erased_when_the_programme_ended_long_ago() {
    let mut world = met().await;
    world.says("leader", "pausa program").await;
    world.until("2027-10-01 12:00").await;
    assert!(world.database.holds("Quux").await, "it is kept until then");
    world.until("2027-10-03 12:00").await;
    world.until("2027-10-05 12:00").await;
    for word in ["Quux", "Xyzzy", "Cia", "xyzzy"] {
        assert!(!world.database.holds(word).await, "{word} is still there");
    }
    assert!(world.database.holds("Lotta Lind").await, "leaders stay");
    assert_eq!(world.number("select count(*) from meetings where state = 'held'").await, 1);
}

/// Every column of the database is among those of which it is known what they hold.
#[tokio::test]
async fn of_every_column_it_is_known_what_it_holds() {
    let database = Database::fresh().await;
    let store = store::Store::open(&database.url).await.unwrap();
    let raw = sqlx::AnyPool::connect(&database.url).await.unwrap();
    let columns = if database.url.starts_with("sqlite") {
        "select m.name as name, p.name as part from sqlite_master as m
           join pragma_table_info(m.name) as p where m.type = 'table'"
    } else {
        "select table_name::text as name, column_name::text as part
           from information_schema.columns where table_schema = 'public'"
    };
    let rows = sqlx::query(columns).fetch_all(&raw).await.unwrap();
    let there: BTreeSet<(String, String)> =
        rows.iter().map(|row| (row.get("name"), row.get("part"))).collect();
    let is_ours = |name: &str| name != "_sqlx_migrations" && !name.starts_with("sqlite_");
    let there: BTreeSet<_> =
        there.iter().filter(|(name, _)| is_ours(name)).map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(there, store::columns().collect());
    store.close().await;
}

const RECRUITMENT: &str = "[recruitment]\nprivacy_notice = \"Så gör vi\"\n\
                           [[recruitment.questions]]\nkey = \"why\"\nkind = \"text\"\n\
                           text = \"Varför?\"\n";

/// Somebody has applied, under a name that they don't go by in the chat.
async fn applies(world: &mut World, who: &str, role: &str, name: &str) {
    world.says(who, "ansök").await;
    for label in [role, "Ja, jag godkänner"] {
        world.presses(who, label).await;
    }
    world.says(who, name).await;
    world.says(who, "Zymurgi").await;
    world.presses(who, "Skicka ansökan").await;
}

/// Everybody who has applied has a letter, and takes part.
async fn accepted(people: &[(&str, &str, &str)]) -> World {
    let mut world = World::with(&format!("{PROGRAMME}{RECRUITMENT}"), MARKED).await;
    world.says("leader", "öppna ansökan").await;
    for (number, (who, role, name)) in (1..).zip(people) {
        applies(&mut world, who, role, name).await;
        world.says("leader", &format!("ansökningar anta {number}")).await;
    }
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 12:00").await;
    world.transcript();
    world
}

/// In the place of the two, the other one listens.
#[tokio::test]
async fn what_is_kept_about_one_is_not_shown_where_the_other_listens() {
    let mut world = met().await;
    for said in ["mina uppgifter", "radera mina uppgifter", "status", "lista deltagare"] {
        world.says_in("anna+bo", "anna", said).await;
        let shown = world.transcript();
        assert!(shown.contains("direktmeddelande"), "{shown}");
        assert!(!shown.contains("Quux"), "{shown}");
    }
    world.says_in("anna+bo", "anna", "mina träffar").await;
    let shown = world.transcript();
    assert!(shown.contains("5 mars"), "{shown}");
}

/// Nobody learns from the files what the letter has yet to tell.
#[tokio::test]
async fn nobody_reads_a_decision_before_the_letter() {
    let mut world = World::with(&format!("{PROGRAMME}{RECRUITMENT}"), MARKED).await;
    world.says("leader", "öppna ansökan").await;
    applies(&mut world, "dora", "Adept", "Dora Oskarsson").await;
    world.says("leader", "ansökningar avslå 1").await;
    world.transcript();
    world.says("dora", "mina uppgifter").await;
    let shown = world.transcript();
    assert!(!shown.contains("avslog") && !shown.contains("declined"), "{shown}");
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-02 12:00").await;
    world.says("leader", "ansökningar avslå 1").await;
    world.transcript();
    world.says("dora", "mina uppgifter").await;
    let shown = world.transcript();
    assert!(shown.contains("\"declined\""), "{shown}");
    assert_eq!(shown.matches("avslog en ansökan").count(), 1, "they know now");
    assert!(shown.contains("inte erbjuda dig en plats"), "the letter is theirs: {shown}");
}

/// What was asked about somebody comes to nothing when they are gone, and who was asked hears so.
#[tokio::test]
async fn whoever_was_asked_about_somebody_who_is_gone_hears_so() {
    let mut world =
        accepted(&[("ada", "Mentor", "Ada Öst"), ("dora", "Adept", "Dora Oskarsson")]).await;
    world.says("leader", "matchning lås ada dora").await;
    world.says("leader", "matchning föreslå").await;
    world.says("leader", "matchning skicka ut").await;
    world.presses("leader", "Skicka").await;
    world.until("2026-03-03 12:00").await;
    world.presses("ada", "Ja, gärna").await;
    world.transcript();
    world.says("dora", "radera mina uppgifter").await;
    world.presses("dora", "Radera allt").await;
    world.until("2026-03-05 12:00").await;
    assert_snapshot!(world.transcript(), @"
    dora: radera mina uppgifter
    2026-03-03 12.00 → dora  Ska jag radera allt som jag har sparat om dig? Det går inte att ångra.  [Radera allt] [Nej, behåll det]
    dora: [Radera allt]
    2026-03-03 12.00 → dora  Nu är allt som jag hade sparat om dig raderat. Hur många träffar som har varit räknas fortfarande, men utan namn. Det som redan står här i chatten kan bara du eller chattjänsten ta bort.
    2026-03-03 12.00 → leader  En person i Nya ledare deltar inte längre och har bett mig radera sina uppgifter.
    2026-03-03 12.00 → eva  Somebody in Nya ledare is no longer taking part and has asked me to erase their details.
    2026-03-03 12.00 → ada  Den som jag föreslog för dig i Nya ledare är inte med längre. Du behöver inte göra något. Jag skriver om det blir ett nytt förslag.
    2026-03-03 12.00 → leader  En plats i Nya ledare har blivit ledig (ansökan 2). Ingen står på reservlistan för den.
    2026-03-03 12.00 → eva  A place in Nya ledare has become free (application 2). Nobody is on the waiting list for that place.
    ");
    for word in ["Dora", "dora", "Oskarsson"] {
        assert!(!world.database.holds(word).await, "{word} is still there");
    }
    // Nothing holds back whoever is left.
    world.says("ada", "dra tillbaka ansökan").await;
    world.presses("ada", "Dra tillbaka").await;
    let shown = world.transcript();
    assert!(shown.contains("raderat"), "{shown}");
}

/// Whoever was in a pair that has ended can take their application back.
#[tokio::test]
async fn after_a_pair_has_ended_an_application_can_be_withdrawn() {
    let mut world =
        accepted(&[("ada", "Mentor", "Ada Öst"), ("dora", "Adept", "Dora Oskarsson")]).await;
    world.says("leader", "nytt mentorpar ada dora").await;
    assert_eq!(world.number("select count(*) from pairs").await, 1);
    world.says("dora", "radera mina uppgifter").await;
    world.presses("dora", "Radera allt").await;
    world.transcript();
    world.says("ada", "dra tillbaka ansökan").await;
    world.presses("ada", "Dra tillbaka").await;
    let shown = world.transcript();
    assert!(shown.contains("raderat"), "{shown}");
    assert!(!world.database.holds("Ada Öst").await);
}

/// What has yet to be said to others reaches them, whatever somebody is called who is gone.
#[tokio::test]
async fn others_miss_nothing_when_somebody_is_gone() {
    let mut world = World::with(&format!("{PROGRAMME}{RECRUITMENT}"), MARKED).await;
    world.says("leader", "öppna ansökan").await;
    for (who, role, name) in [("ada", "Mentor", "Anna Quuxson"), ("dora", "Adept", "Nya ledare")] {
        applies(&mut world, who, role, name).await;
    }
    for number in [1, 2] {
        world.says("leader", &format!("ansökningar anta {number}")).await;
    }
    world.says("leader", "besked skicka").await;
    world.presses("leader", "Skicka").await;
    // Their letters wait for the morning. Meanwhile two are gone whose names stand in them.
    for who in ["dora", "anna"] {
        world.says(who, "radera mina uppgifter").await;
        world.presses(who, "Radera allt").await;
    }
    world.transcript();
    world.until("2026-03-02 12:00").await;
    let shown = world.transcript();
    assert!(shown.contains("Hej Anna! Vad roligt"), "{shown}");
}

/// Long after the end nobody who has only applied is left either, nobody is told anything, and who
/// has applied elsewhere since keeps that.
#[tokio::test]
async fn applicants_are_erased_with_the_programme() {
    let mut world = World::with(&format!("{PROGRAMME}{RECRUITMENT}"), MARKED).await;
    world.says("leader", "öppna ansökan").await;
    applies(&mut world, "dora", "Adept", "Dora Oskarsson").await;
    world.says("ulrika-x", "ansök").await;
    world.until("2027-10-01 12:00").await;
    assert!(world.database.holds("Oskarsson").await, "it is kept until then");
    world.transcript();
    world.until("2027-10-05 12:00").await;
    for word in ["Oskarsson", "Zymurgi", "ulrika-x"] {
        assert!(!world.database.holds(word).await, "{word} is still there");
    }
    assert_eq!(world.transcript(), "");
}
