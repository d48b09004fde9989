//! Notes of varied words, so that a generated book is compressed like a real one.

use super::words;
use crate::domain::sample::chance::Chance;

/// A note of a meeting, one to three sentences, sometimes none.
pub fn note(chance: &mut Chance) -> String {
    if chance.percent(12) {
        return String::new();
    }
    let mut text = format!("{} {}.", chance.of(words::OPENINGS), chance.of(words::TOPICS));
    if chance.percent(45) {
        text = format!("{} {} and {}.", chance.of(words::OPENINGS), chance.of(words::TOPICS), chance.of(words::TOPICS));
    }
    if chance.percent(55) {
        text = format!("{text} {}", chance.of(words::CLOSINGS));
    }
    text
}

/// Words of thanks.
pub fn thanks(chance: &mut Chance) -> String {
    let text = chance.of(words::THANKS).to_string();
    if chance.percent(25) { format!("{text} {}", chance.of(words::NEWS)) } else { text }
}

/// News for a source.
pub fn news(chance: &mut Chance) -> String {
    chance.of(words::NEWS).into()
}

/// One of these, so many times in a hundred; else nothing.
pub fn maybe(chance: &mut Chance, percent: u64, list: &[&'static str]) -> String {
    if chance.percent(percent) { chance.of(list).into() } else { String::new() }
}
