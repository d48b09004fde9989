//! A `match` that names duties names all of them, so that the compiler finds what a new duty lacks.

use crate::source::{Fault, Source, line_at};

/// Finds each arm that takes every duty not named, in a `match` whose other arms name duties; also where the duty is a
/// part of a tuple or stands in `Some(…)`. An arm with a guard takes nothing from the others.
pub fn of_duties(file: &Source) -> Vec<Fault> {
    if !file.is_rust_of("") {
        return vec![];
    }
    let starts = file.code.match_indices("match ").filter(|(at, _)| !file.code[..*at].ends_with(is_of_a_word));
    starts.flat_map(|(at, _)| of_match(file, at)).collect()
}

fn of_match(file: &Source, start: usize) -> Vec<Fault> {
    let Some(open) = end_of(&file.code, start, |rest| rest.starts_with('{')) else { return vec![] };
    let arms: Vec<(usize, Vec<Leaf>)> =
        arms(&file.code, open + 1).into_iter().map(|(at, pattern)| (at, leaves(pattern))).collect();
    let named: Vec<&str> =
        arms.iter().flat_map(|(_, leaves)| leaves).filter(|leaf| leaf.is_duty).map(Leaf::place).collect();
    let takes_all = |leaf: &Leaf| !leaf.is_duty && named.iter().any(|place| place.starts_with(leaf.place()));
    let faulty = arms.iter().filter(|(_, leaves)| leaves.iter().any(takes_all));
    faulty
        .map(|(at, _)| file.fault(line_at(&file.code, *at), "name every duty: a new one would pass here unseen"))
        .collect()
}

/// The patterns of a `match` without guards, each with where it begins; arms that have a guard are left out.
fn arms(code: &str, mut at: usize) -> Vec<(usize, &str)> {
    let mut found = vec![];
    while let Some(arrow) = end_of(code, at, |rest| rest.starts_with("=>") || rest.starts_with('}')) {
        if code[arrow..].starts_with('}') {
            break;
        }
        let pattern = code[at..arrow].trim_start_matches([',', ' ', '\n']);
        if !pattern.contains(" if ") {
            found.push((arrow - pattern.len(), pattern.trim()));
        }
        let body = arrow + 2 + code[arrow + 2..].len() - code[arrow + 2..].trim_start().len();
        let is_block = code[body..].starts_with('{');
        let end = if is_block { close_of(code, body) } else { end_of(code, body, |rest| rest.starts_with([',', '}'])) };
        let Some(end) = end else { break };
        at = end + usize::from(is_block || code[end..].starts_with(','));
    }
    found
}

/// A duty, or what takes any, and where in the pattern it stands.
struct Leaf {
    place: String,
    is_duty: bool,
}

impl Leaf {
    fn place(&self) -> &str {
        &self.place
    }
}

fn leaves(pattern: &str) -> Vec<Leaf> {
    let mut found = vec![];
    parts(pattern, '|').into_iter().for_each(|one| look(one, "/", &mut found));
    found
}

fn look(pattern: &str, place: &str, found: &mut Vec<Leaf>) {
    let pattern = pattern.trim().trim_start_matches('&').trim_start_matches("ref ").trim();
    let pattern = pattern.split_once('@').map_or(pattern, |(_, bound)| bound.trim());
    if let Some((name, inner)) = pattern.split_once('(').filter(|_| pattern.ends_with(')')) {
        for (n, part) in parts(&inner[..inner.len() - 1], ',').into_iter().enumerate() {
            parts(part, '|').into_iter().for_each(|one| look(one, &format!("{place}{name}.{n}/"), found));
        }
        return;
    }
    let is_binding = pattern.chars().all(is_of_a_word) && !pattern.starts_with(|first: char| first.is_uppercase());
    let is_duty = pattern.contains("Duty::");
    if is_duty || is_binding && !pattern.is_empty() {
        found.push(Leaf { place: place.to_owned(), is_duty });
    }
}

/// The parts between the marks that stand in no bracket.
fn parts(text: &str, mark: char) -> Vec<&str> {
    let (mut found, mut from) = (vec![], 0);
    while let Some(end) = end_of(text, from, |rest| rest.starts_with(mark)) {
        found.push(&text[from..end]);
        from = end + mark.len_utf8();
    }
    found.push(&text[from..]);
    found
}

/// Where the first thing stands from `at` on that `is` what is looked for, brackets passed over; `None` when there is none.
fn end_of(code: &str, at: usize, is: impl Fn(&str) -> bool) -> Option<usize> {
    let mut next = at;
    while let Some(letter) = code[next..].chars().next() {
        if is(&code[next..]) {
            return Some(next);
        }
        next = if "([{".contains(letter) { close_of(code, next)? + 1 } else { next + letter.len_utf8() };
    }
    None
}

/// Where the bracket closes that opens at `at`.
fn close_of(code: &str, at: usize) -> Option<usize> {
    let mut depth = 0;
    for (far, letter) in code[at..].char_indices() {
        depth += i32::from("([{".contains(letter)) - i32::from(")]}".contains(letter));
        if depth == 0 {
            return Some(at + far);
        }
    }
    None
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
