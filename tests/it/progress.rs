//! How far a programme has come, in words and in a picture.

use std::fs;

use insta::assert_snapshot;
use mentorskap::{
    domain::progress::{Month, Progress, Stand},
    files::chart::{ChartWords, png},
};
use resvg::tiny_skia::{ColorU8, Pixmap};

use crate::support::World;

#[tokio::test]
async fn a_leader_sees_what_was_held_against_the_plan_in_words_and_in_a_picture() {
    let mut world = World::started().await;
    world.says("anna", "vi har träffats").await;
    world.presses("anna", "Bra").await;
    world.says("grace", "pause until 1 May").await;
    world.until("2026-04-07 12:00").await;
    world.transcript();
    world.says("leader", "programme status").await;
    assert_snapshot!(world.transcript(), @"
    leader: programme status
    2026-04-07 12.00 → leader  Nya ledare: pågår
        – Från måndag 2 mars 2026 till torsdag 1 oktober 2026
        – Mentorer: 2
        – Adepter: 2
        – Har inte gått med än: 0
        – Mentorpar: 2, med bokad träff: 0
        – Träffar som har varit: 1 av 16
        – Att följa upp: 3
        För att se vad som väntar på dig skriver du `följ upp`
    2026-04-07 12.00 → leader  Träffar som har blivit av i Nya ledare sedan starten:
        – onsdag 1 april 2026: 1 av 4 enligt planen
        – tisdag 7 april 2026: 1 av 5 enligt planen
        Mentorparen:
        – Ingen träff är bokad: 1
        – Har paus: 1
        <mentorskap.png>
    ");
    let (name, bytes) = world.stage.files.last().unwrap();
    assert_eq!(name, "mentorskap.png");
    let picture = Pixmap::decode_png(bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (900, 1160));
}

#[tokio::test]
async fn before_the_start_there_is_nothing_to_show() {
    let mut world = World::new().await;
    world.says("leader", "programme status").await;
    let seen = world.transcript();
    assert!(seen.contains("Nya ledare: inte startat") && !seen.contains("png"), "{seen}");
}

#[test]
fn the_picture_shows_the_numbers() {
    let picture = |held: [i64; 3], stands: [i64; 5]| {
        let bytes = png(&progress(held, stands), &words()).unwrap();
        if let Some(folder) = std::env::var_os("TEST_PICTURES") {
            let name = format!("{held:?}-{stands:?}.png");
            fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
        Pixmap::decode_png(&bytes).unwrap()
    };
    let some = picture([4, 9, 13], [7, 3, 1, 2, 0]);
    let none = picture([0, 0, 0], [0, 0, 0, 0, 0]);
    // The more there is to show, the more of the picture is in the colour of what was held.
    let blue = |picture: &Pixmap| {
        let held = ColorU8::from_rgba(0x1b, 0x5e, 0x9e, 255);
        picture.pixels().iter().filter(|pixel| pixel.demultiply() == held).count()
    };
    assert!(blue(&some) > 5 * blue(&none), "{} {}", blue(&some), blue(&none));
    let more = picture([4, 9, 13], [7, 7, 1, 2, 0]);
    assert!(blue(&more) > blue(&some));
    // Letters are there: a font that isn't found leaves nothing.
    let dark = |picture: &Pixmap| {
        let ink = ColorU8::from_rgba(0x22, 0x22, 0x22, 255);
        picture.pixels().iter().filter(|pixel| pixel.demultiply() == ink).count()
    };
    assert!(dark(&none) > 4_000, "{}", dark(&none));
}

fn progress(held: [i64; 3], stands: [i64; 5]) -> Progress {
    let ends = ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31"];
    let planned = [8, 14, 19, 24, 28, 32];
    let months = ends.iter().zip(planned).enumerate().map(|(nth, (until, planned))| Month {
        until: until.parse().unwrap(),
        planned,
        held: held.get(nth).copied(),
    });
    Progress {
        as_of: "2026-05-20".parse().unwrap(),
        planned: 17,
        months: months.collect(),
        stands: Stand::ALL.into_iter().zip(stands).collect(),
    }
}

fn words() -> ChartWords {
    let stands =
        ["Nästa träff är bokad", "Ingen träff är bokad", "Att följa upp", "Har paus", "Avslutade"];
    ChartWords {
        meetings: "Träffar".to_owned(),
        planned: "Planerade för hela programmet".to_owned(),
        held: "Har blivit av hittills".to_owned(),
        pairs: "Mentorpar".to_owned(),
        stands: stands.map(str::to_owned).to_vec(),
    }
}
