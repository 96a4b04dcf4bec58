use proptest::prelude::*;

use super::*;
use crate::{domain::role::Role, files::Encoding};

const HEADER: &str = "id,name,role,account,capacity,never_with,fixed_with\n";

#[test]
fn every_column_is_read() {
    let text = "id,name,role,account,contact,manager,locale,timezone,capacity,organisation,city,\
                languages,wants,offers,never_with,fixed_with\n\
                m1,Åsa Berg,mentor,matrix:@asa:example.org,070-1,b9,sv,Europe/Stockholm,2,Verket,\
                Umeå,svenska|English,,ledarskap | nätverk,,\n";
    let row = PersonRow {
        line: 2,
        id: "m1".to_owned(),
        name: "Åsa Berg".to_owned(),
        role: Role::Mentor,
        account: Some("matrix:@asa:example.org".parse().unwrap()),
        contact: Some("070-1".to_owned()),
        manager: Some("b9".to_owned()),
        locale: Some(crate::domain::locale::Locale::new("sv")),
        time_zone: jiff::tz::TimeZone::get("Europe/Stockholm").ok(),
        capacity: 2,
        organisation: Some("Verket".to_owned()),
        city: Some("Umeå".to_owned()),
        languages: vec!["svenska".to_owned(), "English".to_owned()],
        wants: vec![],
        offers: vec!["ledarskap".to_owned(), "nätverk".to_owned()],
        never_with: vec![],
        fixed_with: vec![],
    };
    assert_eq!(read("p.csv", text.as_bytes()), People { rows: vec![row], faults: vec![] });
}

#[test]
fn three_columns_are_enough() {
    let people = read("p.csv", b"id,name,role\na1,Anna,adept\n");
    assert_eq!(people.faults, []);
    assert_eq!((people.rows[0].capacity, people.rows[0].account.clone()), (1, None));
}

#[test]
fn columns_stand_in_any_order() {
    check_names("role,Name,ID\nadept,Anna,a1\n", &["Anna"]);
}

#[test]
fn semicolons_and_tabs_separate_as_well() {
    check_names("id;name;role\na1;Berg, Anna;adept\n", &["Berg, Anna"]);
    check_names("id\tname\trole\na1\tAnna\tadept\n", &["Anna"]);
}

#[test]
fn a_separator_may_be_named_in_the_first_line() {
    check_names("sep=;\nid;name;role\na1;Anna;adept\n", &["Anna"]);
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    check_names("\u{FEFF}id;name;role\r\na1;Anna;adept\r\n", &["Anna"]);
}

#[test]
fn names_in_several_lines_are_one() {
    check_names("id,name,role\na1,\"Anna\nBerg\",adept\n", &["Anna Berg"]);
}

#[test]
fn formulas_are_text() {
    check_names("id,name,role\na1,=1+1,adept\n", &["=1+1"]);
}

#[test]
fn empty_rows_and_columns_are_passed_over() {
    check_names("id,name,role,,\n\na1,Anna,adept,,\n,,,,\n ,,\na2,Bo,adept,,\n", &["Anna", "Bo"]);
}

#[test]
fn roles_have_swedish_and_english_names() {
    let people = read("p.csv", b"id,name,role\n1,A,Mentor\n2,B,mentee\n3,C,programledare\n");
    let roles: Vec<_> = people.rows.iter().map(|row| row.role).collect();
    assert_eq!(roles, [Role::Mentor, Role::Adept, Role::Leader]);
}

#[test]
fn lines_are_counted_over_line_breaks_in_cells_and_empty_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["id,name,role", "", "a1,\"Anna", "Berg\",adept", "", "", "a2,Bo,boss", ""];
        let people = read("p.csv", text.join(end).as_bytes());
        assert_eq!(people.rows[0].line, 3, "{end:?}");
        assert_eq!(people.faults[0].line, Some(7), "{end:?}");
    }
}

#[test]
fn an_empty_file_is_a_fault() {
    check_text("", &["1: the file is empty. Begin with a line of column names: id,name,role"]);
}

#[test]
fn needed_columns_are_named() {
    let told = "there is no such column. Add it to the first line; id, name and role are needed";
    check_text(
        "id,namn\n",
        &[
            "1: namn: there is no such column. Did you mean name?",
            &format!("1: name: {told}"),
            &format!("1: role: {told}"),
        ],
    );
}

#[test]
fn a_column_stands_once() {
    check_text(
        "id,name,role,Role\n",
        &["1: role: this column is there twice. Take one of the two out"],
    );
}

#[test]
fn a_row_ends_with_its_columns() {
    check_text(
        "id,name,role\na1,Berg, Anna,adept\n",
        &[
            "2: there is more in this row than there are columns. If a cell holds the character that \
         separates cells, put the cell in quotation marks",
            "2: role: \"Anna\" is not known here. Write one of mentor, adept, leader, mentee, programledare",
        ],
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_found() {
    check_text(
        "id,name,role\na1,Anna,adept\na2,\"Bo,adept\na3,Cy,adept\n",
        &["3: a quotation mark opens in this row and never closes. Close it, or take it out"],
    );
}

#[test]
fn a_doubled_quotation_mark_closes_nothing() {
    check_names("id,name,role\na1,\"Bo \"\"B\"\" Berg\",adept\n", &["Bo \"B\" Berg"]);
    check(
        "a1,\"Bo \"\"B,adept",
        &["2: a quotation mark opens in this row and never closes. Close it, or take it out"],
    );
}

#[test]
fn a_row_that_goes_on_after_its_columns_is_left_out() {
    check_names("id,name,role\na1,Anna,adept,x\n", &[]);
}

#[test]
fn the_first_three_cells_have_to_be_filled_in() {
    let told = "there is nothing here. Write something, or take the line out";
    check(
        ",,\"\",,2",
        &[&format!("2: id: {told}"), &format!("2: name: {told}"), &format!("2: role: {told}")],
    );
}

#[test]
fn an_id_is_short_and_plain() {
    check(
        "a b,Anna,adept",
        &["2: id: \"a b\" is no id. Write up to 40 letters, digits, points, _ and -"],
    );
    check("å.1_-,Anna,adept", &[]);
}

#[test]
fn a_slip_in_a_role_is_recognised() {
    check("a1,Anna,adpet", &["2: role: \"adpet\" is not known here. Did you mean adept?"]);
}

#[test]
fn an_account_has_its_platform() {
    check(
        "a1,Anna,adept,@anna:example.org",
        &[
            "2: account: there is no platform \"@anna\"; there are console, discord and matrix. Copy \
         the account from the person's profile",
        ],
    );
}

#[test]
fn a_capacity_is_0_to_50() {
    let told =
        |said: &str| format!("2: capacity: {said} doesn't fit. Write a whole number from 0 to 50");
    check("m1,Mo,mentor,,51", &[&told("51")]);
    check("m1,Mo,mentor,,-1", &[&told("-1")]);
    check("m1,Mo,mentor,,two", &[&told("two")]);
    check("m1,Mo,mentor,,50", &[]);
}

#[test]
fn all_that_is_wrong_with_a_row_is_told() {
    check(
        "a 1,Anna,boss,irc:a,99",
        &[
            "2: id: \"a 1\" is no id. Write up to 40 letters, digits, points, _ and -",
            "2: role: \"boss\" is not known here. Write one of mentor, adept, leader, mentee, \
         programledare",
            "2: account: there is no platform \"irc\"; there are console, discord and matrix. Copy \
         the account from the person's profile",
            "2: capacity: 99 doesn't fit. Write a whole number from 0 to 50",
        ],
    );
}

#[test]
fn a_cell_has_its_limit() {
    check(&format!("a1,{},adept", "å".repeat(MOST_CHARACTERS)), &[]);
    check(
        &format!("a1,{},adept", "å".repeat(MOST_CHARACTERS + 1)),
        &["2: name: this is 2001 characters long. Shorten it to 2000"],
    );
}

#[test]
fn one_person_may_have_two_roles() {
    check("a1,Anna,adept,console:anna\na1,Anna,mentor", &[]);
}

#[test]
fn one_person_has_a_role_once() {
    check(
        "a1,Anna,adept\na1,Anna,mentee",
        &[
            "3: id: this person has this role in line 2 already. Take one of the rows out, or give it \
         another id",
        ],
    );
}

#[test]
fn a_doubled_row_is_not_told_to_agree_as_well() {
    check(
        "a1,Anna,adept\na1,Bo,adept",
        &["3: id: this person has this role in line 2 already. Take one of the rows out, or \
             give it another id"],
    );
}

#[test]
fn only_the_first_unknown_ids_are_guessed_at() {
    let unknown: Vec<_> = (0..30).map(|number| format!("adept{number}x")).collect();
    let rows = format!("adept1,Anna,adept,,,,\nm1,Mo,mentor,,,{}", unknown.join("|"));
    let people = read("p.csv", format!("{HEADER}{rows}").as_bytes());
    let is_guess = |fault: &&Fault| {
        matches!(fault.what, Problem::Row(RowProblem::UnknownPerson { nearest: Some(_), .. }))
    };
    assert_eq!((people.faults.len(), people.faults.iter().filter(is_guess).count()), (30, 20));
}

#[test]
fn the_rows_of_one_person_agree() {
    let told = "line 2 says something else about the same person. Make the two alike, or give one \
                another id";
    check("a1,Anna,adept\na1,Anne,mentor", &[&format!("3: name: {told}")]);
    check(
        "a1,Anna,adept,console:anna\na1,Anna,mentor,console:anne",
        &[&format!("3: account: {told}")],
    );
}

#[test]
fn an_account_is_one_persons() {
    check(
        "a1,Anna,adept,console:anna\na2,Bo,adept,console:anna",
        &["3: account: a1 in line 2 has the same account. Give both rows the same id if they are \
         one person; otherwise correct one of the accounts"],
    );
}

#[test]
fn whoever_is_named_stands_in_the_file() {
    check(
        "adept1,Anna,adept,,,adept22,\nadept2,Bo,adept,,,,",
        &["2: never_with: \"adept22\" is nobody's id in this file. Did you mean adept2?"],
    );
    check(
        "a1,Anna,adept,,,,mentor",
        &[
            "2: fixed_with: \"mentor\" is nobody's id in this file. Write an id from the column id, \
         and several with | between them",
        ],
    );
}

#[test]
fn somebody_with_another_fault_is_still_somebody() {
    check(
        "m1,Mo,mentro\na1,Anna,adept,,,,m1",
        &["2: role: \"mentro\" is not known here. Did you mean mentor?"],
    );
}

#[test]
fn nobody_is_with_themselves() {
    check(
        "a1,Anna,adept,,,a1,a1",
        &[
            "2: never_with: this is the person's own id. Write another person's",
            "2: fixed_with: this is the person's own id. Write another person's",
        ],
    );
}

#[test]
fn fixed_and_never_exclude_each_other() {
    let told = |line, id| {
        format!("{line}: fixed_with: {id} is barred by never_with. Take one of the two out")
    };
    check("m1,Mo,mentor,,,a1,a1\na1,Anna,adept", &[&told(2, "a1")]);
    check("m1,Mo,mentor,,,a1,\na1,Anna,adept,,,,m1", &[&told(3, "m1")]);
}

#[test]
fn a_fixed_pair_is_a_mentor_and_an_adept() {
    let told = |line, id| {
        format!(
            "{line}: fixed_with: a mentor and an adept are wanted, and with {id} that isn't so. \
             Correct the id or one of the roles"
        )
    };
    check("a1,Anna,adept,,,,a2\na2,Bo,adept", &[&told(2, "a2")]);
    check("l1,Lo,leader,,,,a2\na2,Bo,adept", &[&told(2, "a2")]);
    check("a1,Anna,adept,,,,a2\na2,Bo,adept\na2,Bo,mentor", &[]);
}

#[test]
fn whoever_takes_nobody_is_fixed_with_nobody() {
    let told =
        |line| format!("{line}: fixed_with: m1 has a capacity of 0. Raise it, or take the id out");
    check("m1,Mo,mentor,,0,,a1\na1,Anna,adept", &[&told(2)]);
    check("m1,Mo,mentor,,0\na1,Anna,adept,,,,m1", &[&told(3)]);
}

#[test]
fn a_mentor_is_fixed_with_no_more_than_there_is_room_for() {
    check(
        "m1,Mo,mentor,,1,,a1\na1,Anna,adept\na2,Bo,adept,,,,m1",
        &[
            "2: capacity: this mentor has 2 fixed adepts and a capacity of 1. Raise it, or fix fewer",
        ],
    );
    check("m1,Mo,mentor,,2,,a1|a2\na1,Anna,adept,,,,m1\na2,Bo,adept", &[]);
}

#[test]
fn an_adept_is_fixed_with_one_mentor() {
    check(
        "m1,Mo,mentor,,,,a1\na1,Anna,adept,,,,m2\nm2,My,mentor",
        &[
            "3: fixed_with: 2 mentors are fixed for this adept, who can have one. Take the others out",
        ],
    );
    check("m1,Mo,mentor,,,,a1\na1,Anna,adept,,,,m1", &[]);
}

#[test]
fn a_line_manager_is_not_fixed_as_mentor() {
    for manager in ["m1", "MO Berg", "mo@example.org"] {
        let list = format!(
            "id,name,role,contact,manager,fixed_with\nm1,Mo Berg,mentor,mo@example.org,,\n\
             a1,Anna,adept,,{manager},m1\n"
        );
        let faults = read("p.csv", list.as_bytes()).faults;
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        let expected = "p.csv:3: fixed_with: the adept's line manager is never their mentor. Take \
                        m1 out here or as manager";
        assert_eq!(told, [expected]);
    }
}

#[test]
fn a_row_with_a_fault_is_left_out_and_the_others_are_not() {
    check_names("id,name,role\na1,Anna,adept\na2,Bo,boss\na3,Cy,adept\n", &["Anna", "Cy"]);
}

#[test]
fn other_encodings_are_recognised() {
    check_encoding(b"id,name,role\na1,\xC5sa,adept", 2, Encoding::Windows1252);
    let utf16: Vec<_> = "id,name\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_encoding(&[&[0xFF, 0xFE], utf16.as_slice()].concat(), 1, Encoding::Utf16);
}

#[test]
fn a_huge_file_is_not_looked_at() {
    let people = read("p.csv", &vec![b'a'; MOST_BYTES + 1]);
    assert_eq!(people.faults[0].what, Problem::TooLarge { most_bytes: MOST_BYTES });
}

#[test]
fn rows_have_their_limit() {
    let rows: Vec<_> = (0..=MOST_ROWS).map(|number| format!("{number},A,adept")).collect();
    let people = read("p.csv", format!("id,name,role\n{}", rows.join("\n")).as_bytes());
    assert_eq!(people.rows.len(), MOST_ROWS);
    assert_eq!(
        people.faults[0].to_string(),
        "p.csv:20002: there are more than 20000 rows. Divide the file"
    );
}

#[test]
fn faults_have_their_limit() {
    let rows: Vec<_> = (0..1500).map(|number| format!("{number},A,boss")).collect();
    let people = read("p.csv", format!("id,name,role\n{}", rows.join("\n")).as_bytes());
    assert_eq!((people.rows.len(), people.faults.len()), (0, MOST_FAULTS + 1));
    assert_eq!(people.faults[MOST_FAULTS].what, RowProblem::MoreFaults { left_out: 500 }.into());
}

proptest! {
    #[test]
    fn whatever_is_read_a_row_is_right_or_told(text in "(id,name,role\n)?([a-c1-3|,;\"\n =]{0,12}(mentor|adept)?[,\n\r]){0,12}") {
        let people = read("p.csv", text.as_bytes());
        let lines = 1 + text.matches(['\r', '\n']).count();
        for fault in &people.faults {
            prop_assert!((1..=lines).contains(&fault.line.unwrap()), "{}", fault);
        }
        for row in &people.rows {
            prop_assert!(people.faults.iter().all(|fault| fault.line != Some(row.line)));
        }
    }

    #[test]
    fn bytes_of_any_kind_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let people = read("p.csv", &bytes);
        prop_assert!(!people.faults.is_empty());
    }
}

#[track_caller]
fn check_encoding(bytes: &[u8], line: usize, probably: Encoding) {
    let people = read("p.csv", bytes);
    let what = Problem::NotUtf8 { probably };
    let fault = Fault { file: "p.csv".to_owned(), line: Some(line), name: None, what };
    assert_eq!(people, People { rows: vec![], faults: vec![fault] });
}

#[track_caller]
fn check_names(text: &str, expected: &[&str]) {
    let people = read("p.csv", text.as_bytes());
    let names: Vec<_> = people.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, expected, "{:?}", people.faults);
}

/// Rows below the usual header, and what is told of them.
#[track_caller]
fn check(rows: &str, expected: &[&str]) {
    check_text(&format!("{HEADER}{rows}\n"), expected);
}

#[track_caller]
fn check_text(text: &str, expected: &[&str]) {
    let people = read("p.csv", text.as_bytes());
    let told: Vec<_> = people.faults.iter().map(ToString::to_string).collect();
    let expected: Vec<_> = expected.iter().map(|line| format!("p.csv:{line}")).collect();
    assert_eq!(told, expected);
}
