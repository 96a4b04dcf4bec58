use jiff::civil::date;

use super::*;
use crate::domain::locale::Locale;

#[test]
fn an_option_is_named_by_its_words_in_any_language_or_by_its_number() {
    for said in ["Vård", "care", " CARE ", "2", "2."] {
        check(&choice(), said, Ok(Given::Chosen(vec!["Vård".to_owned()])));
    }
    for said in ["3", "0", "-1", "teknik"] {
        check(&choice(), said, Err(NoAnswer::NotAmongThem));
    }
}

#[test]
fn several_options_are_kept_once_and_in_their_order() {
    let both = Ok(Given::Chosen(vec!["Skola".to_owned(), "Vård".to_owned()]));
    let several = Question { kind: QuestionKind::Choices(options()), ..choice() };
    for said in ["2, 1", "care;school", "1\n2\n1", "vård|skola"] {
        check(&several, said, both.clone());
    }
    check(&several, "1, 7", Err(NoAnswer::NotAmongThem));
}

#[test]
fn numbers_have_their_limits() {
    let number = Question { kind: QuestionKind::Number { least: 0, most: 3 }, ..choice() };
    check(&number, "3", Ok(Given::Number(3)));
    for said in ["4", "-1", "tre", "1.5", "99999999999999999999"] {
        check(&number, said, Err(NoAnswer::NoNumber { least: 0, most: 3 }));
    }
}

#[test]
fn things_are_separated_by_commas() {
    let topics = Question { kind: QuestionKind::Topics, ..choice() };
    let two = vec!["att leda".to_owned(), "nätverk".to_owned()];
    check(&topics, "att leda, nätverk, Att Leda", Ok(Given::Topics(two.clone())));
    check(&topics, "att leda|nätverk", Ok(Given::Topics(two)));
    check(&topics, ", ,", Err(NoAnswer::Nothing));
    check(&topics, &"a".repeat(61), Err(NoAnswer::TooLong { most: 60 }));
    let many: Vec<_> = (0..11).map(|number| number.to_string()).collect();
    check(&topics, &many.join(","), Err(NoAnswer::TooMany { most: 10 }));
}

#[test]
fn own_words_have_an_end() {
    let text = Question { kind: QuestionKind::Text, ..choice() };
    check(&text, &"å".repeat(1_000), Ok(Given::Words("å".repeat(1_000))));
    check(&text, &"å".repeat(1_001), Err(NoAnswer::TooLong { most: 1_000 }));
    check(&text, "  ", Err(NoAnswer::Nothing));
}

#[test]
fn an_answer_is_shown_in_the_language_of_whoever_reads_it() {
    let given = Given::Chosen(vec!["Vård".to_owned(), "Bortglömt".to_owned()]);
    let shown = choice().shown(&given, &sv(), &Locale::new("en"));
    assert_eq!(shown, ["Care", "Bortglömt"]);
}

#[test]
fn what_is_missing_is_asked_in_order_and_a_new_notice_again() {
    let recruitment = recruitment();
    let mut application = begun();
    let mut asked = vec![];
    loop {
        let step = recruitment.next(&application);
        asked.push(step.clone());
        match step {
            Step::Role => application.role = Some(Role::Adept),
            Step::Consent => panic!("nobody is a minor"),
            Step::Notice => application.notice = Some("2".to_owned()),
            Step::Name => application.name = Some("Anna".to_owned()),
            Step::Question(key) => {
                application.answers.insert(key, Given::Skipped);
            }
            Step::Summary => break,
        }
    }
    let question = |key: &str| Step::Question(key.to_owned());
    let all = [Step::Role, Step::Notice, Step::Name, question("field"), question("wants")];
    assert_eq!(asked, [&all[..], &[Step::Summary]].concat());
    assert_eq!(recruitment.before(&question("field"), &application), Some(Step::Name));
    assert_eq!(recruitment.before(&Step::Summary, &application), Some(question("wants")));
    assert_eq!(recruitment.before(&Step::Role, &application), None);
    assert_eq!(recruitment.place("wants", Role::Adept), Some((2, 2)));
    application.notice = Some("1".to_owned());
    assert_eq!(recruitment.next(&application), Step::Notice);
}

#[test]
fn leaders_change_their_minds_until_the_applicant_is_told() {
    let now = Timestamp::UNIX_EPOCH;
    let decided = |decision, told: Option<Timestamp>| Application {
        decided: Some(Decided {
            decision,
            at: now,
            told: told.map(|at| Told { decision, at, before: None }),
        }),
        ..begun()
    };
    for before in
        [begun(), decided(Decision::Declined, None), decided(Decision::Waiting, Some(now))]
    {
        let accepted = before.decide(Decision::Accepted, now).unwrap();
        assert_eq!(accepted.untold(), Some(Decision::Accepted));
    }
    for known in [Decision::Accepted, Decision::Declined] {
        let told = decided(known, Some(now));
        assert_eq!(told.decide(Decision::Waiting, now), Err(Undecidable::Told(known)));
        assert_eq!(told.decide(known, now), Ok(told.clone()), "nobody is told twice");
        let anew = told.decide_anew(Decision::Waiting, now);
        assert_eq!(anew.untold(), Some(Decision::Waiting));
        assert_eq!(anew.decide(known, now), Ok(told.clone()), "they know that already");
        assert_eq!(anew.tell(now).untell().told(), told.told(), "the letter is taken back");
    }
}

#[test]
fn whoever_has_begun_is_reminded_near_the_last_day_and_forgotten_in_the_end() {
    let zone = jiff::tz::TimeZone::UTC;
    let asked =
        Recruitment { closes_on: Some(date(2026, 3, 20)), keep_declined_days: 30, ..recruitment() };
    let at = |day: Date| zone.to_timestamp(day.at(12, 0, 0, 0)).unwrap();
    let begun = Application { begun_at: at(date(2026, 3, 2)), ..begun() };
    let check = |application: &Application, is_open, day, expected| {
        assert_eq!(asked.due(application, is_open, day, at(day)), expected, "{day}");
    };
    check(&begun, true, date(2026, 3, 16), None);
    check(&begun, true, date(2026, 3, 17), Some(Due::Remind));
    check(&begun, false, date(2026, 3, 17), None);
    let reminded = Application { reminded_at: Some(begun.begun_at), ..begun.clone() };
    check(&reminded, true, date(2026, 3, 18), None);
    check(&reminded, false, date(2026, 3, 31), None);
    check(&reminded, false, date(2026, 4, 1), Some(Due::Erase));
    let minors = Recruitment { needs_consent: true, ..asked.clone() };
    let minor = Application { role: Some(Role::Adept), ..begun };
    let day = date(2026, 3, 17);
    assert_eq!(minors.due(&minor, true, day, at(day)), None, "they can't go on");
}

#[test]
fn before_a_minor_is_asked_anything_a_guardian_consents() {
    let asked = Recruitment { needs_consent: true, ..recruitment() };
    let adept = Application { role: Some(Role::Adept), ..begun() };
    assert_eq!(asked.next(&begun()), Step::Role);
    assert_eq!(asked.next(&adept), Step::Consent);
    let mentor = Application { role: Some(Role::Mentor), ..begun() };
    assert_eq!(asked.next(&mentor), Step::Notice);
    let consent = Consent { guardian: "Ulla Ek".to_owned(), at: Timestamp::UNIX_EPOCH };
    let adept = Application { consent: Some(consent), ..adept };
    assert_eq!(asked.next(&adept), Step::Notice);
    assert_eq!(recruitment().next(&Application { consent: None, ..adept }), Step::Notice);
}

#[test]
fn what_was_sent_keeps_its_role() {
    let asked = recruitment();
    let sent = Application {
        role: Some(Role::Adept),
        state: ApplicationState::Sent { at: Timestamp::UNIX_EPOCH },
        ..begun()
    };
    let reply = |step: &Step, reply| {
        let (kept, name, role) = (&sv(), "", None);
        let to = Situation { application: &sent, step, chosen: &[], kept, name, role };
        asked.reply(&to, &reply).unwrap()
    };
    assert_eq!(reply(&Step::Role, Reply::Option(1)), Outcome::Outdated);
    let field = Step::Question("field".to_owned());
    assert_eq!(reply(&field, Reply::Back), Outcome::Asked(Step::Summary, vec![]));
}

/// What was chosen isn't lost by words, nor by going back to it.
#[test]
fn several_options_are_chosen_by_presses_and_words_together() {
    let several = Question { kind: QuestionKind::Choices(options()), ..choice() };
    let wants = Question { key: "wants".to_owned(), ..choice() };
    let asked = Recruitment { questions: vec![several, wants], ..recruitment() };
    let begun = Application { role: Some(Role::Adept), ..begun() };
    let reply = |application: &Application, key: &str, chosen: &[usize], reply| {
        let (kept, name, role) = (&sv(), "", None);
        let step = &Step::Question(key.to_owned());
        asked.reply(&Situation { application, step, chosen, kept, name, role }, &reply)
    };
    let answered = reply(&begun, "field", &[1], Reply::Words("school")).unwrap();
    let Outcome::Answered(answered) = answered else { panic!("it is no answer") };
    let both = Given::Chosen(vec!["Skola".to_owned(), "Vård".to_owned()]);
    assert_eq!(answered.answers.get("field"), Some(&both));
    let again = Outcome::Asked(Step::Question("field".to_owned()), vec![0, 1]);
    assert_eq!(reply(&answered, "wants", &[], Reply::Back), Ok(again));
    assert_eq!(reply(&begun, "field", &[1], Reply::Words("7")), Err(NoAnswer::NotAmongThem));
    let Ok(Outcome::Answered(anew)) = reply(&answered, "field", &[0, 1], Reply::Words("care"))
    else {
        panic!("it is no answer")
    };
    assert_eq!(anew.answers.get("field"), Some(&Given::Chosen(vec!["Vård".to_owned()])));
}

#[track_caller]
fn check(question: &Question, said: &str, expected: impl Into<Result<Given, NoAnswer>>) {
    assert_eq!(question.answer(said, &sv()), expected.into(), "{said:?}");
}

fn recruitment() -> Recruitment {
    let for_role = |key: &str, role| Question { key: key.to_owned(), role, ..choice() };
    Recruitment {
        closes_on: None,
        result_on: None,
        notice: words("Så gör vi", "What we do"),
        notice_version: "2".to_owned(),
        questions: vec![
            for_role("field", None),
            for_role("offers", Some(Role::Mentor)),
            for_role("wants", Some(Role::Adept)),
        ],
        criteria: vec![],
        keep_declined_days: 90,
        needs_consent: false,
    }
}

fn begun() -> Application {
    Application {
        id: ApplicationId::new(1),
        programme: ProgrammeId::new(1),
        person: PersonId::new(1),
        number: 1,
        role: None,
        name: None,
        contact: None,
        consent: None,
        notice: None,
        answers: BTreeMap::new(),
        begun_at: Timestamp::UNIX_EPOCH,
        reminded_at: None,
        state: ApplicationState::Begun,
        decided: None,
    }
}

fn choice() -> Question {
    Question {
        key: "field".to_owned(),
        role: None,
        words: words("Var arbetar du?", "Where do you work?"),
        kind: QuestionKind::Choice(options()),
        is_optional: false,
    }
}

fn options() -> Vec<Translations> {
    vec![words("Skola", "School"), words("Vård", "Care")]
}

fn words(swedish: &str, english: &str) -> Translations {
    let words = [(sv(), swedish.to_owned()), (Locale::new("en"), english.to_owned())];
    Translations::new(words.into()).unwrap()
}

fn sv() -> Locale {
    Locale::new("sv")
}
