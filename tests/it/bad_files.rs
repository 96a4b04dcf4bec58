//! Files that are not what they should be: each fault is named, and nothing is taken in.

use insta::assert_snapshot;
use mentorskap::domain::inbound::Said;

use crate::support::{PROGRAMME, World};

#[tokio::test]
async fn a_list_from_a_spreadsheet_in_latin_1_is_read_or_refused_and_never_garbled() {
    let mut world = World::asked().await;
    let latin = b"id;name;role\r\nasa;\xc5sa \xd6berg;adept\r\n";
    world.sends("leader", "folk.csv", latin).await;
    world.sends("leader", "folk.csv", b"id,name,role\nx,,adept\ny,Ylva,boss\n").await;
    world.sends("leader", "folk.csv", b"").await;
    world.sends("leader", "folk.csv", &[0xff, 0xd8, 0xff, 0xe0, 0, 16]).await;
    world.sends("anna", "folk.csv", b"id,name,role\nz,Zed,adept\n").await;
    world.sends("nobody", "folk.csv", b"id,name,role\nz,Zed,adept\n").await;
    world.sends("leader", "bild.png", &[137, 80, 78, 71]).await;
    world.hears("leader", Said::FileTooLarge).await;
    world.says("leader", "people list").await;

    assert_snapshot!(world.transcript(), @r"
    2026-03-02 12.00 → leader  Det finns ett fel i folk.csv, så jag har inte lagt till någon.
        – Rad 2: Filen är inte sparad som UTF-8. Spara den igen som UTF-8. I ett kalkylprogram heter det ofta ”CSV UTF-8”.
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns 2 fel i folk.csv, så jag har inte lagt till någon.
        – Rad 2, `name`: Här är det tomt. Fyll i något, eller ta bort raden.
        – Rad 3, `role`: Jag känner inte till ”boss”. Välj ett av de här orden: `mentor, adept, leader, mentee, programledare`
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i folk.csv, så jag har inte lagt till någon.
        – Rad 1: Filen är tom. Börja med en rad med kolumnernas namn: `id,name,role`
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i folk.csv, så jag har inte lagt till någon.
        – Rad 1: Filen är inte sparad som UTF-8. Spara den igen som UTF-8. I ett kalkylprogram heter det ofta ”CSV UTF-8”.
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → anna  Det kan bara programledare göra.
    2026-03-02 12.00 → nobody  You aren't in a mentorship programme here yet. If you have a code from a programme leader, write `join CODE` to me in a direct message, never in a channel.
        Du är inte med i något mentorskapsprogram här än. Om du har fått en kod av en programledare skriver du `gå med KOD` till mig i ett direktmeddelande, aldrig i en kanal.
    2026-03-02 12.00 → leader  Jag vet inte vad jag ska göra med bild.png. Jag kan använda listor med deltagare (CSV) och programfiler (TOML).
    2026-03-02 12.00 → leader  Filen är för stor. Den får vara högst 5 MB.
    leader: people list
    2026-03-02 12.00 → leader  5 personer i Nya ledare:
        – `leader` Lotta Lind, programledare
        – `anna` Anna Ek, adept
        – `bo` Bo Berg, mentor
        – `grace` Grace Hill, adept
        – `ada` Ada Moore, mentor
    ");
}

#[tokio::test]
async fn a_programme_file_with_an_impossible_round_is_refused_with_line_and_cure() {
    let mut world = World::asked().await;
    for nudges in ["0 9 31 2 *", "99 9 * * MON", "hello", "0 9 * *", "0 9 1 * MON", "*/0 9 * * MON"]
    {
        let file = PROGRAMME.replace("0 9 * * MON", nudges);
        world.sends("leader", "ledare.toml", file.as_bytes()).await;
    }
    world.sends("leader", "ledare.toml", PROGRAMME.replace("months", "moths").as_bytes()).await;
    world.sends("leader", "ledare.toml", b"name = { sv = ").await;
    world.sends("leader", "ledare.toml", b"name = \"\xc5\"").await;
    world.sends("anna", "ledare.toml", PROGRAMME.as_bytes()).await;

    assert_snapshot!(world.transcript(), @r"
    2026-03-02 12.00 → leader  Det finns ett fel i ledare.toml, så jag har inte ändrat något.
        – Rad 9, `nudges`: Den dagen finns inte i något år. Skriv en annan dag eller månad.
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i ledare.toml, så jag har inte ändrat något.
        – Rad 9, `nudges`: 99 går inte att använda som minut. Skriv ett tal från 0 till 59.
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i ledare.toml, så jag har inte ändrat något.
        – Rad 9, `nudges`: Det ska vara fem delar, och här är en. Skriv minut, timme, dag i månaden, månad och veckodag, till exempel `0 9 * * MON`
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i ledare.toml, så jag har inte ändrat något.
        – Rad 9, `nudges`: Det ska vara fem delar, och här är 4. Skriv minut, timme, dag i månaden, månad och veckodag, till exempel `0 9 * * MON`
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i ledare.toml, så jag har inte ändrat något.
        – Rad 9, `nudges`: Välj antingen dag i månaden eller veckodag och skriv `*` för den andra, till exempel `0 9 * * MON`
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i ledare.toml, så jag har inte ändrat något.
        – Rad 9, `nudges`: Steget i ”*/0” för minut är 0 eller för stort. Skriv ett annat tal efter `/`.
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns 2 fel i ledare.toml, så jag har inte ändrat något.
        – Rad 1, `months`: Det här saknas. Lägg till det, till exempel så här: `months = 7`
        – Rad 5, `moths`: Det namnet finns inte. Menade du `months`?
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Det finns ett fel i ledare.toml, så jag har inte ändrat något.
        – Rad 1: Raden följer inte formatet TOML. Kontrollera den här raden och raden ovanför: texter ska stå inom raka citattecken, varje parentes ska ha ett slut, det ska finnas ett `=`, och samma namn får bara stå en gång.
        Rätta filen och skicka den igen.
    2026-03-02 12.00 → leader  Den här filen är inte sparad som UTF-8. Spara den som UTF-8 i din textredigerare och skicka den igen.
    2026-03-02 12.00 → anna  Det kan bara programledare göra.
    ");
    assert_eq!(world.number("select count(*) from drafts").await, 0);
}
