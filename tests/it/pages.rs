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
