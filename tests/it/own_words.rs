//! What people say in their own words, and what is made of it.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn a_number_is_an_hour_where_the_hour_was_asked_for_last() {
    let mut world = World::asked().await;

    world.says("anna", "boka tisdag 10 mars").await;
    world.says("anna", "15").await;
    world.says("grace", "book 10 March").await;
    world.says("grace", "9.").await;

    assert_snapshot!(world.transcript(), @r"
    anna: boka tisdag 10 mars
    2026-03-02 12.00 → anna  Vilken tid tisdag 10 mars 2026? Du kan till exempel skriva `13.30`.
    anna: 15
    2026-03-02 12.00 → anna  Du och Bo ses tisdag 10 mars 2026 kl. 15.00.
        Ska jag boka det?
        [Ja, boka] [Nej]
    grace: book 10 March
    2026-03-02 12.00 → grace  What time on Tuesday 10 March 2026? You can write, for example, `13:30`.
    grace: 9.
    2026-03-02 12.00 → grace  You and Ada are meeting on Tuesday 10 March 2026, 09:00.
        Shall I book that?
        [Yes, book it] [No]
    ");
}

#[tokio::test]
async fn a_day_need_not_be_said_again_after_an_hour_that_there_is_not() {
    let mut world = World::asked().await;

    world.says("anna", "boka tisdag 10 mars").await;
    world.says("anna", "kl 25").await;
    world.says("anna", "25").await;
    world.says("anna", "15 Fika & Co").await;

    assert_snapshot!(world.transcript(), @r"
    anna: boka tisdag 10 mars
    2026-03-02 12.00 → anna  Vilken tid tisdag 10 mars 2026? Du kan till exempel skriva `13.30`.
    anna: kl 25
    2026-03-02 12.00 → anna  Den tiden finns inte: ”kl 25”. Skriv en tid mellan `00.00` och `23.59`.
    anna: 25
    2026-03-02 12.00 → anna  Den tiden finns inte: ”25:00”. Skriv en tid mellan `00.00` och `23.59`.
    anna: 15 Fika & Co
    2026-03-02 12.00 → anna  Du och Bo ses tisdag 10 mars 2026 kl. 15.00. Plats: Fika & Co.
        Ska jag boka det?
        [Ja, boka] [Nej]
    ");
}

#[tokio::test]
async fn a_number_answers_the_question_that_was_asked_since() {
    let mut world = World::asked().await;

    world.says("bo", "boka torsdag 19 mars").await;
    world.until("2026-03-09 12:00").await;
    world.transcript();
    world.says("bo", "2").await;

    assert_snapshot!(world.transcript(), @r"
    bo: 2
    2026-03-09 12.00 → bo  Det är okej. Jag frågar inte igen före måndag 16 mars 2026.
    ");
}

#[tokio::test]
async fn greetings_are_no_corrections_of_sentences() {
    let mut world = World::asked().await;

    world.says("anna", "vi kan inte ses").await;
    world.says("anna", "nja").await;
    world.says("grace", "It is raining").await;
    world.says("anna", "hjälpp").await;
    world.says("anna", "byt tidszon Mars/Olympus").await;
    world.says("anna", "byt tidszon Europe/Stokholm").await;

    assert_snapshot!(world.transcript(), @r"
    anna: vi kan inte ses
    2026-03-02 12.00 → anna  Det där förstod jag inte. Skriv `hjälp` för att se vad jag kan göra.
    anna: nja
    2026-03-02 12.00 → anna  Det där förstod jag inte. Skriv `hjälp` för att se vad jag kan göra.
    grace: It is raining
    2026-03-02 12.00 → grace  I didn't understand that. Write `help` to see what I can do.
    anna: hjälpp
    2026-03-02 12.00 → anna  Det där förstod jag inte. Menade du `hjälp`? Du kan också skriva `hjälp` för att se vad jag kan göra.
    anna: byt tidszon Mars/Olympus
    2026-03-02 12.00 → anna  Jag känner inte till tidszonen ”Mars/Olympus”. Du kan till exempel skriva `Europe/Stockholm`
    anna: byt tidszon Europe/Stokholm
    2026-03-02 12.00 → anna  Jag känner inte till tidszonen ”Europe/Stokholm”. Du kan till exempel skriva `Europe/Stockholm`
    ");
}

#[tokio::test]
async fn a_place_is_named_without_the_word_before_it() {
    let mut world = World::asked().await;

    world.says("anna", "boka på fredag kl 10 på Fika & Co").await;
    world.says("anna", "boka fredag kl 11 i rum B4").await;
    world.says("anna", "boka fredag kl 12 På Hörnet").await;
    world.says("grace", "book Friday at 10 at the library").await;
    world.says("grace", "book Friday at 11 in room B4").await;
    world.says("grace", "book Friday at 12, Inland Café").await;

    assert_snapshot!(world.transcript(), @r"
    anna: boka på fredag kl 10 på Fika & Co
    2026-03-02 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 10.00. Plats: Fika & Co.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: boka fredag kl 11 i rum B4
    2026-03-02 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 11.00. Plats: rum B4.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: boka fredag kl 12 På Hörnet
    2026-03-02 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 12.00. Plats: På Hörnet.
        Ska jag boka det?
        [Ja, boka] [Nej]
    grace: book Friday at 10 at the library
    2026-03-02 12.00 → grace  You and Ada are meeting on Friday 6 March 2026, 10:00. Place: the library.
        Shall I book that?
        [Yes, book it] [No]
    grace: book Friday at 11 in room B4
    2026-03-02 12.00 → grace  You and Ada are meeting on Friday 6 March 2026, 11:00. Place: room B4.
        Shall I book that?
        [Yes, book it] [No]
    grace: book Friday at 12, Inland Café
    2026-03-02 12.00 → grace  You and Ada are meeting on Friday 6 March 2026, 12:00. Place: Inland Café.
        Shall I book that?
        [Yes, book it] [No]
    ");
}

#[tokio::test]
async fn hours_are_told_as_people_tell_them() {
    let mut world = World::asked().await;

    world.says("anna", "boka fredag halv tre").await;
    world.says("anna", "boka fredag kvart över 3 Fika & Co").await;
    world.says("anna", "15").await;
    world.says("anna", "boka fredag kvart i tre på eftermiddagen").await;
    world.says("grace", "book Friday half past two").await;
    world.says("grace", "book Friday at quarter to three in the afternoon").await;
    world.says("grace", "book Friday a quarter past nine").await;
    world.says("anna", "boka igår kl 10").await;
    world.says("grace", "book yesterday").await;

    assert_snapshot!(world.transcript(), @"
    anna: boka fredag halv tre
    2026-03-02 12.00 → anna  Det kan betyda mer än en tid. Vilken menar du?  [fredag 6 mars 2026 kl. 02.30] [fredag 6 mars 2026 kl. 14.30]
    anna: boka fredag kvart över 3 Fika & Co
    2026-03-02 12.00 → anna  Det kan betyda mer än en tid. Vilken menar du?  [fredag 6 mars 2026 kl. 03.15] [fredag 6 mars 2026 kl. 15.15]
    anna: 15
    2026-03-02 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 15.15. Plats: Fika & Co.
        Ska jag boka det?
        [Ja, boka] [Nej]
    anna: boka fredag kvart i tre på eftermiddagen
    2026-03-02 12.00 → anna  Du och Bo ses fredag 6 mars 2026 kl. 14.45.
        Ska jag boka det?
        [Ja, boka] [Nej]
    grace: book Friday half past two
    2026-03-02 12.00 → grace  That can mean more than one time. Which one do you mean?  [Friday 6 March 2026, 02:30] [Friday 6 March 2026, 14:30]
    grace: book Friday at quarter to three in the afternoon
    2026-03-02 12.00 → grace  You and Ada are meeting on Friday 6 March 2026, 14:45.
        Shall I book that?
        [Yes, book it] [No]
    grace: book Friday a quarter past nine
    2026-03-02 12.00 → grace  You and Ada are meeting on Friday 6 March 2026, 09:15.
        Shall I book that?
        [Yes, book it] [No]
    anna: boka igår kl 10
    2026-03-02 12.00 → anna  Den tiden har redan varit: söndag 1 mars 2026 kl. 10.00. Skriv en senare tid.
    grace: book yesterday
    2026-03-02 12.00 → grace  That time has already passed: Sunday 1 March 2026, 00:00. Please write a time that is still to come.
    ");
}

#[tokio::test]
async fn thanks_are_met_with_a_kind_word() {
    let mut world = World::asked().await;

    world.says("anna", "tack!").await;
    world.says("grace", "Thanks so much").await;
    world.says("bo", "👍").await;

    assert_snapshot!(world.transcript(), @r"
    anna: tack!
    2026-03-02 12.00 → anna  Varsågod! Säg till om det är något mer.
    grace: Thanks so much
    2026-03-02 12.00 → grace  You're welcome! Just write if there is anything else.
    bo: 👍
    2026-03-02 12.00 → bo  Varsågod! Säg till om det är något mer.
    ");
}

#[tokio::test]
async fn whoever_wants_a_human_learns_who_leads() {
    let mut world = World::asked().await;

    world.says("anna", "programledare").await;
    world.says("bo", "jag behöver hjälp").await;
    world.says("grace", "I need help").await;

    assert_snapshot!(world.transcript(), @"
    anna: programledare
    2026-03-02 12.00 → anna  Vad gäller det? Lotta Lind läser ditt svar. Din mentor får inte veta det.
        Du kan också skriva med egna ord: `kontakta programledaren [TEXT]`
        [Jag vill prata med programledaren] [Jag vill ha en annan mentor] [Jag vill sluta] [Min mentor svarar inte]
    bo: jag behöver hjälp
    2026-03-02 12.00 → bo  Vad gäller det? Lotta Lind läser ditt svar. Din adept får inte veta det.
        Du kan också skriva med egna ord: `kontakta programledaren [TEXT]`
        [Jag vill prata med programledaren] [Jag vill ha en annan adept] [Jag vill sluta] [Min adept svarar inte]
    grace: I need help
    2026-03-02 12.00 → grace  What is it about? Lotta Lind will read your answer. Your mentor won't hear of it.
        You can also use your own words: `contact leader [TEXT]`
        [I'd like to talk to the programme leader] [I'd like another mentor] [I'd like to stop] [My mentor doesn't answer]
    ");
}
