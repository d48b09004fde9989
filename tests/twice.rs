//! How well people who are written twice are found, in a crowd whose true pairs are known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "bench/crowd.rs"]
mod crowd;
#[path = "bench/quality.rs"]
mod quality;

use quality::Quality;

#[test]
fn b9_of_those_proposed_98_in_100_are_one_person_and_90_in_100_are_proposed() {
    let all: Vec<Quality> = [1, 2, 3].map(|seed| Quality::of(&crowd::crowd(2_000, seed))).into();
    let sum = |of: fn(&Quality) -> usize| all.iter().map(of).sum();
    let misses: Vec<String> = all.iter().flat_map(|one| one.misses.clone()).collect();
    let (true_pairs, proposed) = (sum(|one| one.true_pairs), sum(|one| one.proposed));
    let quality = Quality { true_pairs, proposed, right: sum(|one| one.right), misses };
    assert!(quality.true_pairs > 600, "{quality:?}");
    assert!(quality.precision() >= 0.98 && quality.recall() >= 0.90, "{}", quality.misses.join("\n"));
}
