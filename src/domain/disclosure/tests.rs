//! What shows and what doesn't, and an attacker who adds and subtracts whatever is shown.

use proptest::prelude::*;

use super::*;
use crate::domain::{
    checkin::{Question, Topic},
    report::{Answered, Figure},
};

fn given(value: i64, groups: &[&str]) -> Given {
    Given { value, groups: groups.iter().map(|group| (*group).to_owned()).collect() }
}

/// So many of a group, answering 1, 2, 1, 2 and so on.
fn many(count: i64, groups: &[&str]) -> Vec<Given> {
    (0..count).map(|nth| given(1 + nth % 2, groups)).collect()
}

#[test]
fn four_are_too_few_and_five_are_not() {
    assert_eq!(disclose(&many(4, &[]), 0, 5).all, Cell::TooFew);
    assert_eq!(disclose(&many(5, &[]), 0, 5).all, Cell::Shown { count: 5, sum: 7 });
    assert_eq!(disclose(&[], 0, 5).all, Cell::TooFew);
    // Nobody can choose fewer than three.
    assert_eq!(disclose(&many(2, &[]), 0, 1).all, Cell::TooFew);
}

#[test]
fn what_all_say_is_not_told() {
    let alike: Vec<_> = (0..9).map(|_| given(4, &["a"])).collect();
    assert_eq!(disclose(&alike, 1, 5), Disclosed { all: Cell::Alike, splits: vec![None] });
}

#[test]
fn a_split_shows_only_if_all_of_its_groups_do() {
    let both = |few: i64| [many(6, &["mentor"]), many(few, &["adept"])].concat();
    let shown = disclose(&both(5), 1, 5).splits.remove(0).unwrap();
    assert_eq!(shown["adept"], Cell::Shown { count: 5, sum: 7 });
    assert_eq!(disclose(&both(4), 1, 5).splits, [None]);
    // Where one group is of one mind, the other would tell it.
    let mut alike = many(6, &["mentor"]);
    alike.extend((0..6).map(|_| given(5, &["adept"])));
    assert_eq!(disclose(&alike, 1, 5).splits, [None]);
}

#[test]
fn a_later_split_does_not_show_if_the_earlier_and_it_together_leave_too_few() {
    // Six mentors at A; five adepts at A and one at B. Taken from all at A, the mentors leave five,
    // but taken from all adepts, those at A leave one.
    let answers =
        [many(6, &["mentor", "A"]), many(5, &["adept", "A"]), many(1, &["adept", "B"])].concat();
    let shown = disclose(&answers, 2, 3);
    assert!(shown.splits[0].is_some() && shown.splits[1].is_none(), "{shown:?}");
}

#[test]
fn what_is_ticked_together_shows_together() {
    let both = [many(5, &["mentor"]), many(5, &["adept"])].concat();
    let none: Vec<_> = both.iter().map(|one| Given { value: 0, ..one.clone() }).collect();
    let mut shown = [disclose(&both, 1, 5), disclose(&both, 1, 5)];
    let before = shown.clone();
    together(shown.iter_mut().collect());
    assert_eq!(shown, before);
    let mut shown = [disclose(&both, 1, 5), disclose(&none, 1, 5)];
    together(shown.iter_mut().collect());
    assert_eq!(shown[0], Disclosed { all: Cell::TooFew, splits: vec![None] });
    assert_eq!(shown[0], shown[1]);
}

#[test]
fn means_are_rounded_to_tenths() {
    assert_eq!(Cell::Shown { count: 3, sum: 10 }.tenths(), Some(33));
    assert_eq!(Cell::Shown { count: 6, sum: 10 }.tenths(), Some(17));
    assert_eq!(Cell::TooFew.tenths(), None);
}

/// Everything that is shown: which of the people it is about, for somebody who knows their groups.
fn seen(answers: &[Given], shown: &Disclosed) -> Vec<Vec<i64>> {
    let of = |is_in: &dyn Fn(&Given) -> bool| -> Vec<i64> {
        answers.iter().map(|given| i64::from(is_in(given))).collect()
    };
    let mut seen = vec![];
    if is_shown(shown.all) {
        seen.push(of(&|_| true));
    }
    for (split, groups) in shown.splits.iter().enumerate() {
        for (group, cell) in groups.iter().flatten() {
            if is_shown(*cell) {
                seen.push(of(&|given| given.groups[split] == *group));
            }
        }
    }
    // And all that a report says of the same answers: however many are made, it is this.
    let question = Question::library(Topic::Trust, None);
    let report = Answered::of(&question, shown, 0);
    let figures = report.map(|it| (it.all, it.mentors, it.adepts));
    if let Some((all, mentors, adepts)) = figures {
        let is_told = |figure: Option<Figure>| matches!(figure, Some(Figure::Mean { .. }));
        if is_told(Some(all)) {
            seen.push(of(&|_| true));
        }
        for (figure, role) in [(mentors, "mentor"), (adepts, "adept")] {
            if is_told(figure) {
                seen.push(of(&|given| given.groups[0] == role));
            }
        }
    }
    seen
}

/// Adds and subtracts up to three of what is shown, in every way, and looks whether that singles out
/// fewer than so many people, or people who all said the same.
fn attack(answers: &[Given], threshold: usize) -> Result<(), String> {
    let splits = answers.first().map_or(0, |given| given.groups.len());
    let shown = disclose(answers, splits, u8::try_from(threshold).unwrap());
    let seen = seen(answers, &shown);
    let signs: Vec<(i64, i64, i64)> =
        (0..27).map(|nth| (nth % 3 - 1, nth / 3 % 3 - 1, nth / 9 - 1)).collect();
    for (nth, one) in seen.iter().enumerate() {
        for (mth, two) in seen.iter().enumerate().skip(nth) {
            for three in seen.iter().skip(mth) {
                for (a, b, c) in &signs {
                    let left: Vec<i64> = (0..answers.len())
                        .map(|who| a * one[who] + b * two[who] + c * three[who])
                        .collect();
                    if left.iter().any(|times| !(0..=1).contains(times)) {
                        continue;
                    }
                    let alone: Vec<_> = answers
                        .iter()
                        .zip(&left)
                        .filter(|(_, times)| **times == 1)
                        .map(|(given, _)| given.value)
                        .collect();
                    if !alone.is_empty() && alone.len() < threshold {
                        return Err(format!("{} are singled out of {answers:?}", alone.len()));
                    }
                    if !alone.is_empty() && alone.iter().all(|value| *value == alone[0]) {
                        return Err(format!("what {} said is known: {answers:?}", alone.len()));
                    }
                }
            }
        }
    }
    Ok(())
}

/// A small programme: roles, organisations and who was at a gathering, with answers.
fn programmes() -> impl Strategy<Value = Vec<Given>> {
    let person =
        (1_i64..6, 0_usize..2, 0_usize..3, 0_usize..2).prop_map(|(value, role, org, was)| {
            given(
                value,
                &[["mentor", "adept"][role], ["A", "B", "C"][org], ["there", "elsewhere"][was]],
            )
        });
    prop::collection::vec(person, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn no_three_results_single_anybody_out(answers in programmes(), threshold in 3_usize..7) {
        if let Err(why) = attack(&answers, threshold) {
            prop_assert!(false, "{}", why);
        }
    }
}

/// How many small programmes are tried: more where somebody has the time.
fn cases() -> u32 {
    if std::env::var_os("TEST_LONG").is_some() { 20_000 } else { 10_000 }
}

/// The attacker finds what a careless rule would tell: each group for itself, whatever else shows.
#[test]
fn the_attacker_would_find_a_difference() {
    let answers = [many(6, &["mentor"]), many(2, &["adept"])].concat();
    let careless = Disclosed {
        all: Cell::Shown { count: 8, sum: 12 },
        splits: vec![Some([("mentor".to_owned(), Cell::Shown { count: 6, sum: 9 })].into())],
    };
    let seen = seen(&answers, &careless);
    let left: Vec<_> = seen[0].iter().zip(&seen[1]).map(|(all, some)| all - some).collect();
    assert_eq!(left.iter().sum::<i64>(), 2);
    assert!(disclose(&answers, 1, 5).splits[0].is_none());
}
