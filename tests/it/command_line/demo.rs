//! `demo`, as scripts play it.

use insta::assert_snapshot;

use super::{Desk, ours};

/// A few days of the main story.
const SCRIPT: &str = "\
# Two people, and time.
leader: nytt mentorpar bo anna
leader: starta program
+3h
anna: [Inte än]
until 2026-03-09 12:00
";

#[test]
fn a_script_gives_the_same_transcript_wherever_it_comes_from() {
    let desk = Desk::new();
    desk.put("script.txt", SCRIPT);
    let typed = desk.run_with(&["demo"], &[], SCRIPT).done();
    assert!(typed.contains("2026-03-09 09.32 → anna  Hej igen Anna!"), "{typed}");
    let kept = desk.run(&["demo", "--script", "script.txt"]).done();
    assert_eq!(kept, typed);
    assert_eq!(desk.run_with(&["demo"], &[], SCRIPT).done(), typed);
    assert_eq!(desk.run(&["demo", "--script", "script.txt"]).done(), typed);
    assert_eq!(desk.files(), ["script.txt"], "the demo leaves something behind");
}

#[test]
fn the_tour_shows_a_pair_that_is_nudged_answers_and_is_escalated_in_both_languages() {
    let toured = Desk::new().run_with(&["demo"], &[], "/tour\n").done();
    shows_everything("2026-03-02", &toured);
}

/// In the weeks when programmes are closed, around the turn of the year, on days of every name.
#[test]
fn the_tour_can_begin_on_any_day() {
    for start in ["2026-07-06", "2026-12-21", "2027-01-03", "2027-03-26", "2028-01-07"] {
        let toured = Desk::new().run_with(&["demo", "--start", start], &[], "/tour\n").done();
        assert!(toured.contains(start), "{toured}");
        shows_everything(start, &toured);
    }
}

#[test]
fn the_tour_can_begin_in_the_middle_and_be_played_again() {
    let toured = Desk::new().run_with(&["demo"], &[], "+3w\n/tour\n/tour\n").done();
    shows_everything("2026-03-02", &toured);
}

#[track_caller]
fn shows_everything(start: &str, toured: &str) {
    for shown in [
        "→ anna  Hej Anna! Det är dags att boka din första träff med Bo.",
        "→ grace  Hello Grace, it's time to book your first meeting with Ada.",
        "→ anna  Träff 1 med Bo är bokad: torsdag ",
        "→ bo  Tack! Vad bra att du och Anna har träffats.",
        "→ grace  Hello Grace, this is my last reminder",
        "mentorpar 2, Ada Moore (mentor) och Grace Hill (adept). De har ingen träff bokad.",
        "→ ada+grace  A message from Lotta, programme leader:",
        "→ grace  Meeting 1 with Ada is booked: ",
    ] {
        assert!(toured.contains(shown), "from {start} nobody sees {shown:?}:\n{toured}");
    }
}

#[test]
fn the_readme_shows_the_tour_as_it_is() {
    let readme = ours("README.md");
    let shown = readme.split("From the tour of the demo").nth(1).unwrap();
    let shown = shown.split("```").nth(1).unwrap();
    let toured = Desk::new().run_with(&["demo"], &[], "/tour\n").done();
    let mut rest = toured.as_str();
    for line in shown.lines().filter(|line| !line.is_empty() && *line != "…") {
        let found = rest.split_once(line);
        rest = found.unwrap_or_else(|| panic!("the tour has no {line:?} there:\n{toured}")).1;
    }
}

#[test]
fn a_line_that_means_nothing_ends_the_play_with_its_number() {
    let ran = Desk::new().run_with(&["demo"], &[], "/who\n\nhello\n/who\n");
    assert_eq!(ran.out.matches("bo – Bo Berg – mentor").count(), 1, "{}", ran.out);
    assert_snapshot!(ran.failed(1), @r"
    line 3: That isn't a line I know. Type `/help` to see what you can write.
    Type /help in the demo to see which lines there are.
    ");
}

#[test]
fn a_button_that_nobody_has_ends_the_play_with_its_number() {
    assert_snapshot!(refused("+1d\nanna: [Ja]\n"), @r#"line 2: anna has no button "Ja""#);
    assert_snapshot!(
        refused("until anna: [Ja]\n"),
        @r#"line 1: anna isn't shown a button "Ja" within 100 days"#
    );
    assert_snapshot!(
        refused("zoe: hej\n"),
        @"line 1: There is nobody called zoe in the demo. `/who` shows who there is."
    );
    assert_snapshot!(
        refused("until 2026-03-01 09:00\n"),
        @"line 1: Time doesn't go backwards here."
    );
}

/// The first line of what is wrong with that script.
#[track_caller]
fn refused(script: &str) -> String {
    let told = Desk::new().run_with(&["demo"], &[], script).failed(1);
    told.lines().next().unwrap().to_owned()
}

#[test]
fn the_demo_begins_when_the_player_says() {
    let played =
        Desk::new().run_with(&["demo", "--start", "2027-02-01"], &[], "leader: programstatus\n");
    let played = played.done();
    assert!(played.contains("2027-02-01 08.00 → leader  Nya ledare"), "{played}");
}

#[test]
fn the_player_is_spoken_to_in_their_language_and_the_cast_in_theirs() {
    let script = "/help\ngrace: help\n";
    let played = Desk::new().run_with(&["demo", "--locale", "sv"], &[], script).done();
    assert!(played.contains("låt tiden gå") && !played.contains("let time pass"), "{played}");
    assert!(played.contains("→ grace  "), "{played}");
    let english = Desk::new().run_with(&["demo"], &[], script).done();
    assert!(english.contains("let time pass"), "{english}");
    let of_the_cast = |played: &str| played.split("→ grace").nth(1).unwrap().to_owned();
    assert_eq!(of_the_cast(&played), of_the_cast(&english));
}
