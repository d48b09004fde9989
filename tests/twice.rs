//! How well people who are written twice are found, in a crowd whose true pairs are known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "bench/quality.rs"]
mod quality;
#[path = "bench/town.rs"]
mod town;

use quality::Quality;

#[test]
fn b9_of_those_proposed_98_in_100_are_one_person_and_90_in_100_are_proposed() {
    let all = [3, 4, 5].map(|seed| Quality::of(&town::crowd(5_000, seed)));
    let mut sum = Quality::default();
    for one in all {
        sum.told += one.told;
        sum.proposed += one.proposed;
        sum.right += one.right;
        sum.misses.extend(one.misses);
    }
    assert!(sum.told > 1_000, "{} pairs", sum.told);
    let (precision, recall) = (sum.precision(), sum.recall());
    assert!(precision >= 0.98 && recall >= 0.90, "{precision} {recall}\n{}", sum.misses.join("\n"));
}

#[test]
fn a_crowd_is_the_same_for_a_seed_and_another_for_another() {
    let [one, again, other] = [1, 1, 2].map(|seed| town::crowd(300, seed));
    assert!(one.people == again.people && one.pairs == again.pairs);
    assert!(one.people != other.people);
    assert_eq!(one.people.len(), 300);
}
