//! Notes of varied words, so that a generated book is compressed like a real one.

use super::{names, words};
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
    if chance.percent(45) {
        text = format!("{text} {}", detail(chance));
    }
    text
}

/// Something that was said once only: a name, a number, a day.
fn detail(chance: &mut Chance) -> String {
    let ((given, family), number) = (names::person(chance), chance.between(2, 90));
    match chance.below(6) {
        0 => format!("{given} {family} was there too."),
        1 => format!("{number} of them are still open."),
        2 => format!("Knows {given} from {}.", names::place(chance)),
        3 => format!("It will cost about {number}00, they say."),
        4 => format!("Back on {} the {}.", chance.of(words::DAYS), chance.between(4, 28)),
        _ => format!("{given} does {} there now.", chance.of(words::TOPICS)),
    }
}

/// Words of thanks.
pub fn thanks(chance: &mut Chance) -> String {
    let text = chance.of(words::THANKS).to_string();
    match chance.below(5) {
        0 => format!("{text} {}", chance.of(words::NEWS)),
        1..3 => format!("{text} We spoke of {}.", chance.of(words::TOPICS)),
        _ => text,
    }
}

/// News for a source.
pub fn news(chance: &mut Chance) -> String {
    let text = chance.of(words::NEWS);
    if chance.percent(50) { format!("{text} {}", detail(chance)) } else { text.into() }
}

/// One of these, so many times in a hundred; else nothing.
pub fn maybe(chance: &mut Chance, percent: u64, list: &[&'static str]) -> String {
    if chance.percent(percent) { chance.of(list).into() } else { String::new() }
}
