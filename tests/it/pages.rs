//! The pages and papers that the bot makes, as a browser and a printer see them.

use std::{path::Path, process::Command};

use mentorskap::{
    clock::Clock as _,
    domain::{ids::ProgrammeId, locale::Locale},
};
use serde_json::Value;

use crate::{
    evaluation::looked_back_on,
    support::{World, peers::peer},
};

/// The report in that language.
async fn page(world: &World, language: &str) -> String {
    let app = &world.stage.app;
    let mut work = app.store.look().await.unwrap();
    let now = world.stage.clock.now();
    let report = app.report(&mut work, ProgrammeId::new(1), now).await.unwrap().unwrap();
    let files = app.report_files(&report, &[], &Locale::new(language));
    files.into_iter().find(|file| file.name.ends_with("html")).unwrap().text
}

/// What a browser finds in a page.
fn judged(folder: &Path, python: &str, chromium: &str, name: &str, page: &str) -> Value {
    let path = folder.join(name);
    std::fs::write(&path, page).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peers/page_check.py");
    let mut command = Command::new(python);
    command.arg(script).arg(&path).args(["--chromium", chromium]);
    if let Ok(shots) = std::env::var("TEST_SHOTS") {
        command.args(["--shots", &shots]);
    }
    let ran = command.output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    serde_json::from_slice(&ran.stdout).unwrap()
}

#[tokio::test]
async fn the_report_reads_well_in_a_browser() {
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let Some(chromium) = peer("TEST_CHROMIUM") else { return };
    let world = looked_back_on().await;
    let folder = tempfile::tempdir().unwrap();
    for language in ["sv", "en"] {
        let page = page(&world, language).await;
        let name = format!("report-{language}.html");
        let found = judged(folder.path(), &python, &chromium, &name, &page);
        // Nothing in the console, nothing asked of anybody, nothing to be moved sideways, and axe-core
        // finds nothing at all.
        let nothing = serde_json::json!({"console": [], "requests": [], "faults": [], "wider": 0});
        assert_eq!(found, nothing, "{language}");
    }
    // What it would find is found: pale letters, a picture from elsewhere, no language.
    let bad = "<!DOCTYPE html><title>x</title><p style='color:#ddd;background:#fff'>pale</p>\
               <img src='http://127.0.0.1:9/x.png'><script>console.log('said')</script>";
    let found = judged(folder.path(), &python, &chromium, "bad.html", bad);
    let ids: Vec<_> = found["faults"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    for id in ["color-contrast", "image-alt", "html-has-lang"] {
        assert!(ids.iter().any(|one| **one == id), "{id} is not among {ids:?}");
    }
    assert!(!found["requests"].as_array().unwrap().is_empty(), "{found}");
    assert!(!found["console"].as_array().unwrap().is_empty(), "{found}");
}

/// What is dark on a page that a printer draws, in parts of a thousand.
fn ink(picture: &[u8]) -> usize {
    // A PGM has a head of three words, and then a byte for each point.
    let mut at = 0;
    for _ in 0..4 {
        at += picture[at..].iter().position(u8::is_ascii_whitespace).unwrap() + 1;
    }
    let points = &picture[at..];
    points.iter().filter(|point| **point < 128).count() * 1000 / points.len()
}

#[tokio::test]
async fn a_certificate_is_a_page_that_can_be_printed_and_read_aloud() {
    let Some(pdftoppm) = peer("TEST_PDFTOPPM") else { return };
    let mut world = looked_back_on().await;
    for (who, label) in [("a1", "Yes, include the numbers"), ("m1", "Nej, bara namn och datum")] {
        world.presses(who, label).await;
    }
    world.transcript();
    let folder = tempfile::tempdir().unwrap();
    for (name, language, words) in [
        (
            "certificate.pdf",
            "en",
            ["Certificate", "Ali 1", "One meeting has been held.", "Lotta Lind"],
        ),
        ("intyg.pdf", "sv", ["Intyg", "Mia 1", "har varit mentor", "Lotta Lind"]),
    ] {
        let pdf = &world.stage.files.iter().find(|(file, _)| file == name).unwrap().1;
        let path = folder.path().join(name);
        std::fs::write(&path, pdf).unwrap();
        if let Ok(shots) = std::env::var("TEST_SHOTS") {
            std::fs::copy(&path, Path::new(&shots).join(name)).unwrap();
        }
        // It is tagged, and says in which language it is.
        let held = String::from_utf8_lossy(pdf);
        for mark in ["/Marked true", &format!("/Lang({language})"), "/StructTreeRoot"] {
            assert!(held.contains(mark) || held.contains(&mark.replace('(', " (")), "{mark}");
        }
        let drawn = Command::new(&pdftoppm)
            .args(["-gray", "-r", "60"])
            .arg(&path)
            .arg(folder.path().join("page"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&drawn.stderr);
        assert!(drawn.status.success() && said.is_empty(), "{said}");
        let picture = std::fs::read(folder.path().join("page-1.pgm")).unwrap();
        let dark = ink(&picture);
        assert!((3..100).contains(&dark), "{dark} of a thousand points are dark");
        // A second page would be an empty one.
        assert!(!folder.path().join("page-2.pgm").exists());
        let text = Path::new(&pdftoppm).with_file_name("pdftotext");
        let read = Command::new(text).arg(&path).arg("-").output().unwrap();
        let read = String::from_utf8(read.stdout).unwrap();
        for words in words {
            assert!(read.contains(words), "{words:?} isn't in {read}");
        }
    }
}
