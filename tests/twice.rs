//! How well people who are written twice are found, in a crowd whose true pairs are known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "bench/crowd.rs"]
mod crowd;
#[path = "bench/quality.rs"]
mod quality;

use quality::Quality;

#[test]
fn b9_of_those_proposed_98_in_100_are_one_person_and_90_in_100_are_proposed() {
    for seed in [1, 2, 3] {
        let crowd = crowd::crowd(1_500, seed);
        let quality = Quality::of(&crowd);
        assert!(quality.true_pairs > 150, "{quality:?}");
        assert!(quality.precision() >= 0.98 && quality.recall() >= 0.90, "{quality:?}\n{}", quality.misses.join("\n"));
    }
}
