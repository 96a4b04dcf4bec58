//! `match`, as people and as programs read it.

use std::{fmt::Write as _, process::Command};

use insta::assert_snapshot;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};

use super::Desk;
use crate::support::peers::peer;

const PEOPLE: &str = "\
id,name,role,capacity,organisation,city,languages,wants,offers,manager,never_with
bo,Bo Berg,mentor,1,Verket,Umeå,svenska|engelska,,ledarskap|nätverk,,
ada,Ada Moore,mentor,2,Byrån,Lund,English|svenska,,presentationer,,
eva,Eva Ek,mentor,0,,,,,ledarskap,,
anna,Anna Ek,adept,,Verket,Umeå,svenska,Ledarskap|Nätverk,,,
grace,Grace Hill,adept,,Kontoret,Lund,engelska|svenska,presentationer,,Bo Berg,
li,Li Wei,adept,,Byrån,,kinesiska,ledarskap,,,
";

#[test]
fn pairs_are_told_with_what_speaks_for_them() {
    let desk = Desk::new();
    desk.put("people.csv", PEOPLE);
    assert_snapshot!(matched(&desk, &["--locale", "en"]), @r"
    Bo Berg (bo) – Anna Ek (anna): 23
      The mentor offers what the adept wants more of: Ledarskap and Nätverk.
      Both live in Umeå.
      Both speak svenska.
    Ada Moore (ada) – Grace Hill (grace): 13
      The mentor offers what the adept wants more of: presentationer.
      Both live in Lund.
      Both speak svenska.
    2 pairs, 36 points.
    Unmatched mentor: Eva Ek (eva). Takes no adepts this time.
    Unmatched adept: Li Wei (li). None of the 2 mentors is possible. No language in common: 2.
    ");
    assert_snapshot!(matched(&desk, &["--locale", "sv"]), @r"
    Bo Berg (bo) – Anna Ek (anna): 23
      Mentorn kan bidra med det som adepten vill ha mer av: Ledarskap och Nätverk.
      Båda bor i Umeå.
      Båda talar svenska.
    Ada Moore (ada) – Grace Hill (grace): 13
      Mentorn kan bidra med det som adepten vill ha mer av: presentationer.
      Båda bor i Lund.
      Båda talar svenska.
    2 pairs, 36 points.
    Unmatched mentor: Eva Ek (eva). Tar inte emot någon adept den här gången.
    Unmatched adept: Li Wei (li). Ingen av de 2 mentorerna är möjlig. Utan gemensamt språk: 2.
    ");
}

#[test]
fn programs_read_json() {
    let desk = Desk::new();
    desk.put("people.csv", PEOPLE);
    assert_snapshot!(matched(&desk, &["--format", "json", "--scores"]), @r#"{"pairs":[{"mentor":"bo","adept":"anna","score":23,"reasons":["The mentor offers what the adept wants more of: Ledarskap and Nätverk.","Both live in Umeå.","Both speak svenska."]},{"mentor":"ada","adept":"grace","score":13,"reasons":["The mentor offers what the adept wants more of: presentationer.","Both live in Lund.","Both speak svenska."]}],"unmatched":[{"id":"eva","role":"mentor","reason":"Takes no adepts this time."},{"id":"li","role":"adept","reason":"None of the 2 mentors is possible. No language in common: 2."}],"total":36,"scores":[["bo","anna",23],["ada","anna",0],["ada","grace",13]]}"#);
}

#[test]
fn a_programme_says_what_counts_and_in_which_language() {
    let desk = Desk::new();
    let programme = "short_name = \"t\"\nname = \"T\"\nstart = 2026-09-07\nmonths = 3\n\
         meetings = 5\n[matching]\nwants_offers = 0\nsame_city = 7\nsame_organisation = \"barred\"\n";
    desk.put("people.csv", PEOPLE).put("programme.toml", programme);
    assert_snapshot!(matched(&desk, &["--programme", "programme.toml"]), @r"
    Ada Moore (ada) – Anna Ek (anna): 0
      Båda talar svenska.
    Ada Moore (ada) – Grace Hill (grace): 7
      Båda bor i Lund.
      Båda talar svenska.
    2 pairs, 7 points.
    Unmatched mentor: Bo Berg (bo). Ingen av de 3 adepterna är möjlig. Uteslutna i förväg: 1. På samma arbetsplats: 1. Utan gemensamt språk: 1.
    Unmatched mentor: Eva Ek (eva). Tar inte emot någon adept den här gången.
    Unmatched adept: Li Wei (li). Ingen av de 2 mentorerna är möjlig. På samma arbetsplats: 1. Utan gemensamt språk: 1.
    ");
}

#[test]
fn a_list_with_faults_is_not_matched() {
    let desk = Desk::new();
    desk.put(
        "people.csv",
        "id,name,role,capacity,manager,fixed_with\n\
        bo,Bo,mentor,0,,\nada,Ada,mentor,1,,\nanna,Anna,adept,,Ada,bo|ada\n",
    );
    assert_snapshot!(desk.run(&["match", "--people", "people.csv"]).failed(2), @r"
    people.csv:4: fixed_with: bo has a capacity of 0. Raise it, or take the id out
    people.csv:4: fixed_with: the adept's line manager is never their mentor. Take ada out here or as manager
    people.csv:4: fixed_with: 2 mentors are fixed for this adept, who can have one. Take the others out
    3 to mend.
    ");
}

#[test]
fn a_list_that_is_not_there_is_told() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["match", "--people", "people.csv"]).failed(2), @r"
    people.csv: No such file or directory (os error 2)
    Check the path.
    ");
}

/// Two hundred cohorts, each solved a second time by a program that is not ours.
#[test]
fn another_solver_finds_nothing_better() {
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let desk = Desk::new();
    for seed in 0..220 {
        let list = format!("{seed}.csv");
        desk.put(&list, random_list(&mut StdRng::seed_from_u64(seed)));
        let number = seed.to_string();
        let arguments =
            ["match", "--people", &list, "--scores", "--format", "json", "--seed", &number];
        desk.put(&format!("{seed}.json"), desk.run(&arguments).done());
    }
    let checked = Command::new(python)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peers/matching_check.py"))
        .arg(desk.path("."))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&checked.stdout);
    assert_eq!(told, "220 cohorts, 0 faults\n", "{}", String::from_utf8_lossy(&checked.stderr));
}

/// A list of 1 to 60 mentors and as many adepts or others, with everything that can be in it.
fn random_list(lots: &mut StdRng) -> String {
    let (mentors, adepts) = (lots.random_range(1..=60), lots.random_range(1..=60));
    let topics = ["ledarskap", "nätverk", "svenska", "ekonomi", "teknik", "juridik", "vård"];
    let languages = ["svenska", "engelska", "arabiska", "finska"];
    let some = |lots: &mut StdRng, words: &[&str], most: usize| {
        let count = lots.random_range(0..=most);
        words.sample(lots, count).copied().collect::<Vec<_>>().join("|")
    };
    let cities = ["", "Umeå", "Lund", "Kiruna"];
    let mut capacities: Vec<_> = (0..mentors).map(|_| lots.random_range(0..=3_usize)).collect();
    let never: Vec<Vec<usize>> =
        (0..adepts).map(|_| (0..mentors).filter(|_| lots.random_bool(0.15)).collect()).collect();
    // Every tenth adept is fixed with a mentor who has room and isn't ruled out.
    let mut room = capacities.clone();
    let fixed: Vec<Option<usize>> = (0..adepts)
        .map(|adept| {
            let mentor = lots.random_range(0..mentors);
            let may = lots.random_bool(0.1) && room[mentor] > 0 && !never[adept].contains(&mentor);
            may.then(|| room[mentor] -= 1).map(|()| mentor)
        })
        .collect();
    let mut list =
        "id,name,role,capacity,city,languages,wants,offers,never_with,fixed_with\n".to_owned();
    for (mentor, capacity) in capacities.drain(..).enumerate() {
        let (city, languages) = (cities.choose(lots).unwrap(), some(lots, &languages, 2));
        let offers = some(lots, &topics, 4);
        writeln!(list, "m{mentor},M,mentor,{capacity},{city},{languages},,{offers},,").unwrap();
    }
    for adept in 0..adepts {
        let (city, languages) = (cities.choose(lots).unwrap(), some(lots, &languages, 2));
        let wants = some(lots, &topics, 3);
        let never: Vec<_> = never[adept].iter().map(|mentor| format!("m{mentor}")).collect();
        let fixed = fixed[adept].map(|mentor| format!("m{mentor}")).unwrap_or_default();
        let never = never.join("|");
        writeln!(list, "a{adept},A,adept,,{city},{languages},{wants},,{never},{fixed}").unwrap();
    }
    list
}

#[track_caller]
fn matched(desk: &Desk, rest: &[&str]) -> String {
    desk.run(&[&["match", "--people", "people.csv"], rest].concat()).done()
}
