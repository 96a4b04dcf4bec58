//! `import`: people, and the programme they are in.

use insta::assert_snapshot;

use super::Desk;

const PROGRAMME: &str = "\
short_name = \"trainees\"
name = { sv = \"Traineer\", en = \"Trainees\" }
start = \"2026-09-07\"
months = 3
meetings = 5
";

const PEOPLE: &str = "\
id,name,role,account,contact,locale,capacity
lotta,Lotta Lind,leader,matrix:@lotta:example.org,,sv,
bo,Bo Berg,mentor,matrix:@bo:example.org,,sv,1
anna,Åsa Ek,adept,,anna@example.org,en,
";

/// Two rows of which each has a fault.
const FAULTY: &str = "\
id,name,role,account,contact,locale,capacity
lotta,Lotta Lind,leader,matrix:@lotta:example.org,,sv,
bo,Bo Berg,mentr,matrix:@bo:example.org,,sv,1
anna,Åsa Ek,adept,lotta,anna@example.org,en,
";

#[test]
fn a_list_is_taken_into_a_new_programme_and_again_into_a_known_one() {
    let desk = desk(PEOPLE);
    assert_snapshot!(
        imported(&desk, &["programme.toml"]).done(),
        @"3 added, 0 changed, 0 left out; 1 in the programme have not joined yet."
    );
    assert_snapshot!(
        imported(&desk, &["programme.toml"]).done(),
        @"0 added, 0 changed, 0 left out; 1 in the programme have not joined yet."
    );
    desk.put("people.csv", PEOPLE.replace("Bo Berg", "Bo Bergman"));
    assert_snapshot!(
        imported(&desk, &["trainees"]).done(),
        @"0 added, 1 changed, 0 left out; 1 in the programme have not joined yet."
    );
}

#[test]
fn bad_rows_are_named_by_line_and_column_and_nothing_is_imported() {
    let desk = desk(FAULTY);
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @r#"
    people.csv:3: role: "mentr" is not known here. Did you mean mentor?
    people.csv:4: account: an account starts with its platform, as in matrix:@anna:example.org. Copy the account from the person's profile
    2 to mend; nothing was changed.
    "#);
    assert!(!desk.files().contains(&"mentorskap.db".to_owned()), "{:?}", desk.files());
    // The programme isn't there either.
    desk.put("people.csv", PEOPLE);
    assert_snapshot!(imported(&desk, &["trainees"]).failed(2), @r#"
    there is no programme "trainees"
    Give the path of its file instead, or make it in chat with `programme create`.
    "#);
}

#[test]
fn bad_rows_are_left_out_for_those_who_ask() {
    let desk = desk(FAULTY);
    assert_snapshot!(imported(&desk, &["programme.toml", "--skip-bad"]).done(), @r#"
    left out: people.csv:3: role: "mentr" is not known here. Did you mean mentor?
    left out: people.csv:4: account: an account starts with its platform, as in matrix:@anna:example.org. Copy the account from the person's profile
    1 added, 0 changed, 2 left out; 0 in the programme have not joined yet.
    "#);
    desk.put("people.csv", PEOPLE);
    assert_snapshot!(
        imported(&desk, &["trainees"]).done(),
        @"2 added, 0 changed, 0 left out; 1 in the programme have not joined yet."
    );
}

#[test]
fn a_programme_that_is_known_is_not_changed_behind_its_leaders() {
    let desk = desk(PEOPLE);
    imported(&desk, &["programme.toml"]).done();
    desk.put("people.csv", PEOPLE.replace("Bo Berg", "Bo Bergman"));
    desk.put(
        "programme.toml",
        PROGRAMME.replace("meetings = 5", "meetings = 6\nlanguage = \"en\""),
    );
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @r#"
    programme.toml: the programme "trainees" is there already, and its file says something else:
      in the database: meetings = 5
      in the database: language = "sv"
      in this file:    meetings = 6
      in this file:    language = "en"
    Nothing was changed. To import into the programme as it is, write --programme trainees; to change it, its leader sends the file to the bot and sees first what would change. If it is another programme, give it another short_name.
    "#);
    // Nobody was taken in, and the programme is as it was.
    desk.put("programme.toml", PROGRAMME);
    assert_snapshot!(
        imported(&desk, &["programme.toml"]).done(),
        @"0 added, 1 changed, 0 left out; 1 in the programme have not joined yet."
    );
}

#[test]
fn a_programme_file_that_only_reads_otherwise_is_the_same() {
    let desk = desk(PEOPLE);
    imported(&desk, &["programme.toml"]).done();
    let same = PROGRAMME.replace("months = 3\n", "") + "# For those who begin.\nmonths = 3\n";
    desk.put("programme.toml", same);
    imported(&desk, &["programme.toml"]).done();
}

#[test]
fn a_programme_file_with_faults_is_told() {
    let desk = desk(PEOPLE);
    desk.put("programme.toml", PROGRAMME.replace("months = 3", "month = 3"));
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @r"
    programme.toml:1: months: this is missing. Add it, as in months = 7
    programme.toml:4: month: there is no such key. Did you mean months?
    2 to mend; nothing was changed.
    ");
}

#[test]
fn a_file_that_is_not_utf8_is_told_with_a_cure() {
    let desk = desk(PEOPLE);
    desk.put("programme.toml", super::latin_1(&PROGRAMME.replace("Traineer", "Trainéer")));
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @r#"
    programme.toml:2: this is not UTF-8 (it looks like Windows-1252 or Latin-1). Save the file as UTF-8; spreadsheets call it "CSV UTF-8"
    1 to mend; nothing was changed.
    "#);
    desk.put("programme.toml", super::utf_16(PROGRAMME));
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @r#"
    programme.toml:1: this is not UTF-8 (it looks like UTF-16). Save the file as UTF-8; spreadsheets call it "CSV UTF-8"
    1 to mend; nothing was changed.
    "#);
    desk.put("programme.toml", PROGRAMME).put("people.csv", super::latin_1(PEOPLE));
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @r#"
    people.csv:4: this is not UTF-8 (it looks like Windows-1252 or Latin-1). Save the file as UTF-8; spreadsheets call it "CSV UTF-8"
    1 to mend; nothing was changed.
    "#);
}

fn desk(people: &str) -> Desk {
    let desk = Desk::new();
    desk.put("programme.toml", PROGRAMME).put("people.csv", people);
    desk
}

fn imported(desk: &Desk, rest: &[&str]) -> super::Ran {
    desk.run(&[&["import", "people.csv", "--programme"], rest].concat())
}

/// What has no column `id` is applications, where people can apply.
#[test]
fn applications_come_in_by_the_same_command() {
    let desk = desk(
        "Timestamp;Namn;Roll;E-post;Notice;Varför?\n\
         1;Anna Ek;adept;anna@example.org;ja;Mod\n\
         2;Bo Berg;chef;;ja;Lust\n",
    );
    let asked = "[recruitment]\nprivacy_notice = \"Så gör vi\"\n[[recruitment.questions]]\n\
                 key = \"why\"\nkind = \"text\"\ntext = \"Varför?\"\n";
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @"
    people.csv:1: timestamp: there is no such column. Take it out
    people.csv:1: namn: there is no such column. Did you mean name?
    people.csv:1: roll: there is no such column. Did you mean role?
    people.csv:1: e-post: there is no such column. Take it out
    people.csv:1: notice: there is no such column. Take it out
    people.csv:1: varför?: there is no such column. Take it out
    people.csv:1: id: there is no such column. Add it to the first line; id, name and role are needed
    people.csv:1: name: there is no such column. Add it to the first line; id, name and role are needed
    people.csv:1: role: there is no such column. Add it to the first line; id, name and role are needed
    9 to mend; nothing was changed.
    ");
    desk.put("programme.toml", format!("{PROGRAMME}{asked}"));
    assert_snapshot!(imported(&desk, &["programme.toml"]).failed(2), @r#"
    people.csv:3: role: "chef" is not known here. Write one of mentor, adept
    1 to mend; nothing was changed.
    "#);
    assert!(!desk.files().contains(&"mentorskap.db".to_owned()), "{:?}", desk.files());
    assert_snapshot!(imported(&desk, &["programme.toml", "--skip-bad"]).done(), @r#"
    left out: people.csv:3: role: "chef" is not known here. Write one of mentor, adept
    not kept, for it belongs to no question: Timestamp
    Applications: 1 added, 0 known before, 1 left out.
    "#);
    assert_snapshot!(imported(&desk, &["trainees", "--skip-bad"]).done(), @r#"
    left out: people.csv:3: role: "chef" is not known here. Write one of mentor, adept
    not kept, for it belongs to no question: Timestamp
    Applications: 0 added, 1 known before, 1 left out.
    "#);
}
