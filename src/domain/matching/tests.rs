use proptest::prelude::*;

use super::*;
use crate::domain::role::Role;

#[test]
fn what_the_mentor_offers_comes_first() {
    let mentors = [
        Candidate { city: Some("Lund".into()), ..mentor("m1", &["budget"]) },
        Candidate { city: Some("Umeå".into()), ..mentor("m2", &["Ledarskap", "budget"]) },
    ];
    let adepts = [Candidate { city: Some("Lund".into()), ..adept("a1", &["ledarskap"]) }];
    check(&cohort(mentors, adepts), &["m2 a1 10"], &["m1 mentor OthersCameFirst { possible: 1 }"]);
}

#[test]
fn reasons_are_in_the_adepts_words() {
    let mentors = [Candidate {
        city: Some("malmö".into()),
        languages: list(&["svenska", "arabiska"]),
        ..mentor("m1", &["LEDARSKAP", "budget"])
    }];
    let adepts = [Candidate {
        city: Some("Malmö".into()),
        languages: list(&["Arabiska"]),
        ..adept("a1", &["Ledarskap", "ledarskap"])
    }];
    let outcome = cohort(mentors, adepts).matched(&Criteria::default(), 1).unwrap();
    let reasons = [
        Reason::Offers(list(&["Ledarskap"])),
        Reason::City("Malmö".to_owned()),
        Reason::Languages(list(&["Arabiska"])),
    ];
    assert_eq!(outcome.pairs.first().map(|pair| &*pair.reasons), Some(&reasons[..]));
}

#[test]
fn the_same_answers_count_as_the_file_says() {
    let answering = |candidate, answers: &[&str]| {
        let answers = [("field".to_owned(), list(answers))].into();
        Candidate { answers, ..candidate }
    };
    let cohort = cohort(
        [answering(mentor("m1", &[]), &["Vård"]), answering(mentor("m2", &[]), &["Skola", "it"])],
        [answering(adept("a1", &[]), &["IT", "Skola", "Bygg"])],
    );
    let field = SameAnswer { question: "field".to_owned(), points: 4 };
    let criteria = Criteria { answers: vec![field], ..Criteria::default() };
    let outcome = cohort.matched(&criteria, 1).unwrap();
    let reason = Reason::Answers { question: "field".to_owned(), answers: list(&["IT", "Skola"]) };
    let pair = outcome.pairs.first().unwrap();
    assert_eq!((&*pair.mentor, pair.score, &*pair.reasons), ("m2", 8, &[reason][..]));
}

#[test]
fn everybody_who_can_be_matched_is_before_the_score_counts() {
    // a1 suits m1 so well that a2, who can be with nobody else, would be left over.
    let mentors = [mentor("m1", &["x", "y", "z"]), mentor("m2", &[])];
    let adepts = [
        adept("a1", &["x", "y", "z"]),
        Candidate { never_with: list(&["m2"]), ..adept("a2", &[]) },
    ];
    check(&cohort(mentors, adepts), &["m1 a2 0", "m2 a1 0"], &[]);
}

#[test]
fn a_mentor_takes_as_many_as_they_have_room_for() {
    let mentors = [Candidate { capacity: 2, ..mentor("m1", &["x"]) }, mentor("m2", &[])];
    let adepts = [adept("a1", &["x"]), adept("a2", &["x"]), adept("a3", &[])];
    check(&cohort(mentors, adepts), &["m1 a1 10", "m1 a2 10", "m2 a3 0"], &[]);
}

#[test]
fn a_mentor_without_room_takes_nobody() {
    let mentors = [Candidate { capacity: 0, ..mentor("m1", &["x"]) }];
    check(
        &cohort(mentors, [adept("a1", &["x"])]),
        &[],
        &["m1 mentor NoRoom", "a1 adept NobodyThere"],
    );
}

#[test]
fn never_counts_by_whoever_says_it() {
    let mentors = [Candidate { never_with: list(&["a1"]), ..mentor("m1", &[]) }, mentor("m2", &[])];
    let adepts = [Candidate { never_with: list(&["m2"]), ..adept("a1", &[]) }];
    check(
        &cohort(mentors, adepts),
        &[],
        &[
            "m1 mentor AllBarred { of: 1, bars: {RuledOut: 1} }",
            "m2 mentor AllBarred { of: 1, bars: {RuledOut: 1} }",
            "a1 adept AllBarred { of: 2, bars: {RuledOut: 2} }",
        ],
    );
}

#[test]
fn a_line_manager_is_no_mentor_however_they_are_named() {
    for manager in ["m1", "bo  BERG", "BO@example.org"] {
        let boss = Candidate {
            name: "Bo Berg".to_owned(),
            contact: Some("bo@example.org".into()),
            ..mentor("m1", &["x"])
        };
        let adepts = [Candidate { manager: Some(manager.into()), ..adept("a1", &["x"]) }];
        check(
            &cohort([boss, mentor("m2", &[])], adepts),
            &["m2 a1 0"],
            &["m1 mentor AllBarred { of: 1, bars: {RuledOut: 1} }"],
        );
    }
}

#[test]
fn a_language_in_common_is_a_condition_where_both_name_any() {
    let mentors = [Candidate { languages: list(&["svenska"]), ..mentor("m1", &[]) }];
    let adepts = [
        Candidate { languages: list(&["engelska"]), ..adept("a1", &[]) },
        Candidate { languages: list(&["Svenska", "engelska"]), ..adept("a2", &[]) },
    ];
    let left = ["a1 adept AllBarred { of: 1, bars: {Language: 1} }"];
    check(&cohort(mentors.clone(), adepts.clone()), &["m1 a2 0"], &left);
    check(&cohort(mentors, [adept("a3", &[])]), &["m1 a3 0"], &[]);
}

#[test]
fn one_organisation_is_no_hindrance_unless_the_programme_says_so() {
    let at = |candidate| Candidate { organisation: Some("Region Skåne".into()), ..candidate };
    let cohort = cohort([at(mentor("m1", &[]))], [at(adept("a1", &[]))]);
    check(&cohort, &["m1 a1 0"], &[]);
    let barred = Criteria { same_organisation: SameOrganisation::Barred, ..Criteria::default() };
    let outcome = cohort.matched(&barred, 1).unwrap();
    assert!(outcome.pairs.is_empty(), "{outcome:?}");
    let allowed = BTreeSet::from([("m1".to_owned(), "a1".to_owned())]);
    let ties = Ties { allowed, ..Ties::default() };
    let outcome = Cohort { ties, ..cohort }.matched(&barred, 1).unwrap();
    assert_eq!(outcome.pairs.len(), 1, "a leader allows these two");
}

#[test]
fn nobody_is_matched_with_themselves() {
    check(
        &cohort([mentor("anna", &[])], [adept("anna", &[])]),
        &[],
        &["anna mentor NobodyThere", "anna adept NobodyThere"],
    );
}

#[test]
fn those_who_are_fixed_are_a_pair_whatever_the_rest_says() {
    let mentors = [
        Candidate { languages: list(&["sv"]), ..mentor("m1", &["x"]) },
        Candidate { fixed_with: list(&["a2"]), ..mentor("m2", &[]) },
    ];
    let adepts = [
        Candidate { fixed_with: list(&["m1"]), languages: list(&["en"]), ..adept("a1", &[]) },
        adept("a2", &["x"]),
        adept("a3", &["x"]),
    ];
    let left = ["a3 adept OthersCameFirst { possible: 2 }"];
    check(&cohort(mentors, adepts), &["m1 a1 0", "m2 a2 0"], &left);
}

#[test]
fn a_veto_stands_above_what_is_fixed_and_a_leader_above_the_list() {
    let mentors = [
        Candidate { fixed_with: list(&["a1"]), ..mentor("m1", &[]) },
        Candidate { never_with: list(&["a2"]), ..mentor("m2", &[]) },
    ];
    let mut cohort = cohort(mentors, [adept("a1", &[]), adept("a2", &[])]);
    cohort.ties.fixed.insert(("m2".to_owned(), "a2".to_owned()));
    check(
        &cohort,
        &["m1 a1 0"],
        &["m2 mentor OthersCameFirst { possible: 1 }", "a2 adept OthersCameFirst { possible: 1 }"],
    );
    cohort.ties = Ties::default();
    cohort.ties.avoided.insert(("m1".to_owned(), "a1".to_owned()));
    check(&cohort, &["m1 a2 0", "m2 a1 0"], &[]);
    cohort.ties = Ties::default();
    cohort.ties.fixed.insert(("m2".to_owned(), "a1".to_owned()));
    check(&cohort, &["m1 a2 0", "m2 a1 0"], &[]);
}

#[test]
fn leaders_lock_and_avoid() {
    let mentors = [mentor("m1", &["x"]), mentor("m2", &[])];
    let mut cohort = cohort(mentors, [adept("a1", &["x"]), adept("a2", &[])]);
    cohort.ties.avoided.insert(("m1".to_owned(), "a1".to_owned()));
    check(&cohort, &["m1 a2 0", "m2 a1 0"], &[]);
    cohort.ties = Ties::default();
    cohort.ties.fixed.insert(("m2".to_owned(), "a1".to_owned()));
    check(&cohort, &["m1 a2 0", "m2 a1 0"], &[]);
}

#[test]
fn nobody_at_all_makes_nothing() {
    check(&Cohort::default(), &[], &[]);
}

#[test]
fn more_people_than_fit_are_refused_in_words() {
    let adepts = (0..=MOST_PLACES).map(|number| adept(&format!("a{number}"), &[]));
    let cohort =
        Cohort { mentors: vec![mentor("m1", &[])], adepts: adepts.collect(), ..Cohort::default() };
    let refused = cohort.matched(&Criteria::default(), 1).unwrap_err();
    assert_eq!(refused, TooMany { places: MOST_PLACES + 1 });
}

#[test]
fn the_seed_breaks_ties_and_the_order_of_the_list_does_not() {
    let mentors: Vec<_> = (0..8).map(|number| mentor(&format!("m{number}"), &[])).collect();
    let adepts: Vec<_> = (0..8).map(|number| adept(&format!("a{number}"), &[])).collect();
    let pairs = |cohort: &Cohort, seed| {
        let outcome = cohort.matched(&Criteria::default(), seed).unwrap();
        outcome.pairs.into_iter().map(|pair| (pair.mentor, pair.adept)).collect::<BTreeSet<_>>()
    };
    let there = cohort(mentors.clone(), adepts.clone());
    let turned = cohort(mentors.into_iter().rev(), adepts.into_iter().rev());
    assert_eq!(pairs(&there, 7), pairs(&turned, 7));
    assert!((1..20).any(|seed| pairs(&there, seed) != pairs(&there, 0)));
}

proptest! {
    /// Held against every way that there is to put few people together.
    #[test]
    fn no_other_matching_is_better(cohort in small_cohorts()) {
        let criteria = Criteria::default();
        let outcome = cohort.matched(&criteria, 1).unwrap();
        let scores = cohort.scores(&criteria);
        for pair in &outcome.pairs {
            let known = (&*pair.mentor, &*pair.adept, pair.score);
            prop_assert!(scores.contains(&known), "{known:?} isn't allowed");
        }
        let count = u64::try_from(outcome.pairs.len()).unwrap();
        prop_assert_eq!((count, outcome.total()), tried(&cohort, &scores, 0));
    }
}

/// The most pairs, and the highest total of so many, from this adept on.
fn tried(cohort: &Cohort, scores: &[(&str, &str, u32)], from: usize) -> (u64, u64) {
    let Some(adept) = cohort.adepts.get(from) else { return (0, 0) };
    let mut best = tried(cohort, scores, from + 1);
    for (mentor, _, score) in scores.iter().filter(|(_, id, _)| *id == adept.id) {
        let mut rest = cohort.clone();
        let with = rest.mentors.iter_mut().find(|one| one.id == *mentor).unwrap();
        if with.capacity > 0 {
            with.capacity -= 1;
            let (count, total) = tried(&rest, scores, from + 1);
            best = best.max((count + 1, total + u64::from(*score)));
        }
    }
    best
}

fn small_cohorts() -> impl Strategy<Value = Cohort> {
    let topics = || prop::collection::vec(prop::sample::select(vec!["x", "y", "z"]), 0..3);
    let mentors = prop::collection::vec((0_usize..3, topics()), 0..5);
    let adepts = prop::collection::vec((topics(), prop::collection::vec(0_usize..5, 0..3)), 0..5);
    (mentors, adepts).prop_map(|(mentors, adepts)| {
        let mentors = mentors.into_iter().enumerate().map(|(number, (capacity, offers))| {
            Candidate { capacity, ..mentor(&format!("m{number}"), &offers) }
        });
        let adepts = adepts.into_iter().enumerate().map(|(number, (wants, never))| Candidate {
            never_with: never.iter().map(|mentor| format!("m{mentor}")).collect(),
            ..adept(&format!("a{number}"), &wants)
        });
        cohort(mentors, adepts)
    })
}

#[track_caller]
fn check(cohort: &Cohort, pairs: &[&str], left: &[&str]) {
    let outcome = cohort.matched(&Criteria::default(), 1).unwrap();
    let put = |pair: &Match| format!("{} {} {}", pair.mentor, pair.adept, pair.score);
    assert_eq!(outcome.pairs.iter().map(put).collect::<Vec<_>>(), pairs);
    let put = |one: &Unmatched| {
        let role = if one.role == Role::Mentor { "mentor" } else { "adept" };
        format!("{} {role} {:?}", one.id, one.why)
    };
    assert_eq!(outcome.unmatched.iter().map(put).collect::<Vec<_>>(), left);
}

fn cohort(
    mentors: impl IntoIterator<Item = Candidate>,
    adepts: impl IntoIterator<Item = Candidate>,
) -> Cohort {
    let (mentors, adepts) = (mentors.into_iter().collect(), adepts.into_iter().collect());
    Cohort { mentors, adepts, ties: Ties::default() }
}

fn mentor(id: &str, offers: &[&str]) -> Candidate {
    Candidate { id: id.to_owned(), capacity: 1, offers: list(offers), ..Candidate::default() }
}

fn adept(id: &str, wants: &[&str]) -> Candidate {
    Candidate { id: id.to_owned(), wants: list(wants), ..Candidate::default() }
}

fn list(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
