//! `simulate`, as people read it. What programs read is in `crate::simulate`.

use std::collections::BTreeMap;

use insta::assert_snapshot;

use super::{Desk, ours};

const PEOPLE: &str = "\
id,name,role,account,locale,capacity
leader,Lotta Lind,leader,,sv,
anna,Anna Ek,adept,,sv,
bo,Bo Berg,mentor,matrix:@bo:example.org,sv,1
";

#[test]
fn messages_are_counted_per_person_and_month() {
    let printed = simulated(&desk(), &[]);
    let (messages, counts) = printed.split_once("\n\n").unwrap();
    assert!(messages.starts_with("2026-09-07 "), "{messages}");
    assert_snapshot!(counts, @"
    Messages per person and month of the programme (unprompted in brackets):
      anna  1: 10 (8)  2: 6 (6)  3: 5 (5)
      bo  1: 10 (8)  2: 6 (6)  3: 5 (5)
      leader  1: 8 (0)  2: 8 (0)  3: 5 (0)
    ");
    // The counts are of what stands above them; what goes to the pair goes to both.
    let mut counted = BTreeMap::<&str, u32>::new();
    for line in messages.lines().filter(|line| line.contains(" → ")) {
        let to = line.split(" → ").nth(1).unwrap().split("  ").next().unwrap();
        let people = if to == "pair:1" { vec!["anna", "bo"] } else { vec![to] };
        for person in people {
            *counted.entry(person).or_default() += 1;
        }
    }
    for line in counts.lines().skip(1) {
        let mut cells = line.split("  ").filter(|cell| !cell.is_empty());
        let name = cells.next().unwrap();
        let months = cells.map(|month| {
            let count = month.split_whitespace().nth(1).unwrap();
            count.parse::<u32>().unwrap()
        });
        assert_eq!(counted.remove(name), Some(months.sum()), "{line}");
    }
    assert!(counted.is_empty(), "{counted:?} are not counted");
}

#[test]
fn the_file_that_the_readme_shows_is_right() {
    let readme = ours("README.md");
    let tables = readme.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let tables: Vec<_> = tables.filter(|table| !table.starts_with("# bot.toml")).collect();
    assert!(tables.concat().contains("[[gatherings]]"), "{tables:?}");
    let desk = Desk::new();
    desk.put("programme.toml", tables.concat()).put("people.csv", PEOPLE);
    let ran = desk.run(&["simulate", "programme.toml", "--people", "people.csv"]);
    assert!(ran.done().contains("Nätverkslunch"));
}

#[test]
fn a_simulation_can_begin_on_another_day() {
    let printed = simulated(&desk(), &["--start", "2027-02-01"]);
    assert!(printed.starts_with("2027-02-01 "), "{printed}");
}

#[test]
fn the_words_are_those_of_the_configuration() {
    let desk = desk();
    desk.put("bot.toml", "locales_dir = \"words\"\n");
    desk.put(
        "words/sv/ours.ftl",
        "nudge-book-first = Tjena { $to }!\n    .booked = Jepp\n    .not-yet = Nä\n",
    );
    let printed = simulated(&desk, &["--config", "bot.toml"]);
    assert!(printed.contains("→ anna  Tjena Anna!  [Jepp] [Nä]"), "{printed}");
    assert!(!simulated(&desk, &[]).contains("Tjena"));
}

#[test]
fn faults_are_told_with_file_line_and_cure() {
    let desk = desk();
    let arguments = ["simulate", "programme.toml", "--people", "people.csv"];
    desk.put("people.csv", PEOPLE.replace("adept", "adpt"));
    assert_snapshot!(desk.run(&arguments).failed(2), @r#"
    people.csv:3: role: "adpt" is not known here. Did you mean adept?
    1 to mend.
    "#);
    desk.put("programme.toml", "short_name = \"t\"\nname = \"T\"\nmonths = 3\nmeetings = 99\n");
    assert_snapshot!(desk.run(&arguments).failed(2), @r#"
    programme.toml:1: start: this is missing. Add it, as in start = "2026-09-07"
    programme.toml:4: meetings: 99 doesn't fit. Write a whole number from 1 to 60
    2 to mend.
    "#);
}

#[test]
fn a_file_that_is_not_utf8_is_told_with_a_cure() {
    let desk = desk();
    let arguments = ["simulate", "programme.toml", "--people", "people.csv"];
    let programme = "short_name = \"t\"\nname = \"Nya på jobbet\"\n";
    desk.put("programme.toml", super::latin_1(programme));
    assert_snapshot!(desk.run(&arguments).failed(2), @r#"
    programme.toml:2: this is not UTF-8 (it looks like Windows-1252 or Latin-1). Save the file as UTF-8; spreadsheets call it "CSV UTF-8"
    1 to mend.
    "#);
    desk.put("programme.toml", super::utf_16(programme));
    assert_snapshot!(desk.run(&arguments).failed(2), @r#"
    programme.toml:1: this is not UTF-8 (it looks like UTF-16). Save the file as UTF-8; spreadsheets call it "CSV UTF-8"
    1 to mend.
    "#);
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("programme.toml", ours("config/programmes/3-months.toml")).put("people.csv", PEOPLE);
    desk
}

#[track_caller]
fn simulated(desk: &Desk, rest: &[&str]) -> String {
    let arguments = ["simulate", "programme.toml", "--people", "people.csv"];
    desk.run(&[&arguments, rest].concat()).done()
}
