//! `report`: what a programme has come to, as files.

use insta::assert_snapshot;

use super::Desk;

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put(
        "programme.toml",
        "short_name = \"trainees\"\nname = { sv = \"Traineer\", en = \"Trainees\" }\n\
         start = \"2026-09-07\"\nmonths = 3\nmeetings = 5\n",
    );
    desk.put("people.csv", "id,name,role\nlotta,Lotta Lind,leader\nbo,Bo Berg,mentor\n");
    desk.run(&["import", "people.csv", "--programme", "programme.toml"]).done();
    desk
}

fn read(desk: &Desk, name: &str) -> String {
    std::fs::read_to_string(desk.path(name)).unwrap()
}

#[test]
fn it_is_written_to_a_folder_that_is_made() {
    let desk = desk();
    let told =
        desk.run(&["report", "--programme", "trainees", "--out", "out", "--locale", "en"]).done();
    let names: Vec<_> = told.lines().map(|line| line.rsplit_once('.').unwrap().1).collect();
    assert_eq!(names, ["html", "csv", "md", "json"]);
    let markdown = read(&desk, told.lines().nth(2).unwrap());
    assert!(markdown.starts_with("# Evaluation of Trainees\n"), "{markdown}");
    // In the programme's own language if none is named.
    let told = desk.run(&["report", "--programme", "trainees", "--out", "out"]).done();
    let markdown = read(&desk, told.lines().nth(2).unwrap());
    assert!(markdown.starts_with("# Utvärdering av Traineer\n"), "{markdown}");
}

#[test]
fn what_is_wrong_with_the_call_is_said() {
    let desk = desk();
    assert_snapshot!(desk.run(&["report", "--programme", "trainee"]).failed(2), @r#"
    there is no programme "trainee" with people in it
    `programme list` in chat shows their short names.
    "#);
    assert_snapshot!(
        desk.run(&["report", "--programme", "trainees", "--locale", "fi"]).failed(2),
        @"
    there is no language fi
    There are: en, sv.
    "
    );
    desk.put("taken", "a file");
    assert_snapshot!(
        desk.run(&["report", "--programme", "trainees", "--out", "taken"]).failed(1),
        @"
    taken: File exists (os error 17)
    Give a folder that may be written to, with --out.
    "
    );
}
