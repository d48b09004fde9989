//! What a source calls somebody: which part of the name, in which script and order, and what else stands there.

use super::card::{Habits, Source};
use super::chance::Chance;
use super::ink::{slip, without_dots, without_marks};
use super::names::Word;
use super::people::Human;
use super::places::CITIES;
use super::verdict::{Given, Said};

/// The name as the source writes it; what of it is there is told to `said`.
pub fn called(who: &Human, source: Source, old: bool, said: &mut Said, chance: &mut Chance) -> String {
    let habits = source.habits();
    if !who.given.native.is_empty() && !who.family.word.native.is_empty() && chance.percent(habits.native) {
        said.script = who.culture.script;
        return native(who, chance);
    }
    let family = family(who, old, said, chance);
    let given = given(who, &habits, source, said, chance);
    if said.families == (false, false) {
        return dressed(&given, who, &habits, chance);
    }
    let middle = middle(who, source, chance);
    let (given, family) = slipped(given, family, &habits, said, chance);
    let turned = who.culture.family_first && chance.percent(35);
    let name = match chance.percent(habits.comma) {
        true => format!("{family}, {given} {middle}"),
        false if turned || chance.percent(1) => format!("{family} {middle} {given}"),
        false => format!("{given} {middle} {family}"),
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = who.mark.map_or(name.clone(), |mark| format!("{name} {mark}"));
    let name = match chance.percent(habits.marks_left_out) {
        true if who.culture.phone.0 == "49" && chance.percent(50) => without_dots(&name),
        true => without_marks(&name),
        false => name,
    };
    dressed(&name, who, &habits, chance)
}

fn native(who: &Human, chance: &mut Chance) -> String {
    let (given, family) = (&who.given.native, &who.family.word.native);
    match who.culture.family_first {
        true if chance.percent(30) => format!("{family} {given}"),
        true => format!("{family}{given}"),
        false => format!("{given} {family}"),
    }
}

/// One of the ways to spell it; the passport's most of the time.
fn spelt(word: &Word, chance: &mut Chance) -> String {
    match word.spellings.is_empty() || chance.percent(72) {
        true => word.latin.clone(),
        false => chance.one(&word.spellings),
    }
}

fn family(who: &Human, old: bool, said: &mut Said, chance: &mut Chance) -> String {
    let now = spelt(&who.family.word, chance);
    said.family_exact = now == who.family.word.latin;
    let before = who.maiden.as_ref().map(|maiden| spelt(&maiden.word, chance));
    match (before, &who.second) {
        // Some keep the name, some bear both.
        (Some(before), _) if old => {
            said.families = (false, true);
            before
        }
        (Some(before), _) if chance.percent(8) => {
            said.families = (true, true);
            format!("{before}-{now}")
        }
        (_, Some(second)) if chance.percent(35) => format!("{now} {}", second.word.latin),
        _ => now,
    }
}

fn given(who: &Human, habits: &Habits, source: Source, said: &mut Said, chance: &mut Chance) -> String {
    let full = spelt(&who.given, chance);
    if full != who.given.latin {
        said.given = Given::Spelt;
    }
    if who.apart.is_some() || who.mark.is_some() {
        return full;
    }
    if let Some(taken) = who.taken.filter(|_| chance.percent(30)) {
        said.given = Given::Missing;
        return taken.to_string();
    }
    if chance.percent(habits.only_given) {
        said.families = (false, false);
    } else if chance.percent(habits.initial) {
        said.given = Given::Initial;
        return full.chars().take(1).chain(Some('.').filter(|_| source != Source::Mail)).collect();
    }
    if !who.given.nicks.is_empty() && chance.percent(habits.nick) {
        said.given = Given::Nick;
        return chance.one(&who.given.nicks);
    }
    full
}

fn middle(who: &Human, source: Source, chance: &mut Chance) -> String {
    let formal = !matches!(source, Source::Phone | Source::Hand);
    match &who.middle {
        Some(middle) if formal && chance.percent(14) => middle.latin.clone(),
        Some(middle) if formal && chance.percent(25) => middle.latin.chars().take(1).chain(Some('.')).collect(),
        _ => String::new(),
    }
}

fn slipped(given: String, family: String, habits: &Habits, said: &mut Said, chance: &mut Chance) -> (String, String) {
    if !chance.percent(habits.slip) {
        return (given, family);
    }
    if chance.percent(60) {
        said.family_exact = false;
        return (given, slip(&family, chance));
    }
    if matches!(said.given, Given::Full | Given::Spelt) {
        said.given = Given::Slipped;
    }
    (slip(&given, chance), family)
}

/// Titles, letters behind the name, notes within it, capitals.
fn dressed(name: &str, who: &Human, habits: &Habits, chance: &mut Chance) -> String {
    let mut name = name.to_string();
    if chance.percent(habits.title) {
        name = match chance.below(8) {
            0 | 1 => format!("Dr. {name}"),
            2 => format!("{} {name}", if who.woman { "Ms." } else { "Mr." }),
            3 => format!("Prof. {name}"),
            4 => format!("{name}, CPA"),
            5 => format!("{name}, MBA"),
            6 => format!("{name} PhD"),
            _ => format!("{name}, Esq."),
        };
    }
    if chance.percent(habits.remark) {
        let city = CITIES[who.home.city].0.split(',').next().unwrap_or_default();
        name = match chance.below(8) {
            0 => format!("({}) {name}", chance.one(&["CPA", "new", "gym", "old number"])),
            1 => format!("{name} - {}", chance.one(&["plumber", "insurance", "neighbor", "school"])),
            2 => format!("[{}] {name}", chance.one(&["SEM INTERESSE", "VIP", "CLIENT", "call back"])),
            3 => format!("- {name}"),
            4 => format!("{name} ({city})"),
            5 => format!("{name} {}", chance.one(&["🎾", "💇", "⭐", "🏠"])),
            6 => format!("*{name}"),
            _ => format!("{name} / {}", chance.one(&["work", "yoga", "BNI", "2nd"])),
        };
    }
    match chance.below(100) {
        0 | 1 => name.to_uppercase(),
        2..5 => name.to_lowercase(),
        _ => name,
    }
}
