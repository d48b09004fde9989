//! Who may know whom.

use crate::source::{Fault, Source, line_at};

/// A room of the library and the rooms it may import.
const ROOMS: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("rules", &["domain"]),
    ("message", &["domain", "rules"]),
    ("store", &["domain"]),
    ("exchange", &["domain", "store", "rules", "message", "draw"]),
    ("draw", &["domain"]),
    ("route", &["domain"]),
];

/// The files of the app that touch the browser's storage, time, chance, files, worker and printer.
const EDGES: [&str; 7] = ["local_storage", "clock", "random", "file", "worker", "print", "browser_events"];

pub fn of_rooms(file: &Source) -> Vec<Fault> {
    let Some((room, allowed)) = room_of(file) else { return vec![] };
    let is_other = |name: &str| {
        name != room && !allowed.contains(&name) && (name == "app" || ROOMS.iter().any(|(other, _)| *other == name))
    };
    let depth = file.path.matches('/').count();
    let mut faults = vec![];
    for (line, path) in paths(&file.code) {
        let supers = path.iter().take_while(|part| *part == "super").count();
        let named = match path[0].as_str() {
            "crate" | "kith" => path.get(1),
            "super" if supers >= depth => path.get(supers),
            _ => None,
        };
        if let Some(other) = named.filter(|name| is_other(name)) {
            faults.push(file.fault(line, &format!("{room} may not know {other}; it may know {allowed:?}")));
        }
    }
    faults
}

pub fn of_route(file: &Source) -> Vec<Fault> {
    if room_of(file).is_none_or(|(room, _)| room != "route") {
        return vec![];
    }
    let reaches = |path: &[String]| {
        path[0] == "crate"
            && path.get(1).is_some_and(|room| room == "domain")
            && path.get(2).is_none_or(|part| !["id", "kind"].contains(&part.as_str()))
    };
    let found = paths(file.own_code()).into_iter().filter(|(_, path)| reaches(path));
    found
        .map(|(line, path)| {
            file.fault(line, &format!("{}: of the domain, an address knows ids and kinds", path.join("::")))
        })
        .collect()
}

pub fn browser(file: &Source) -> Vec<Fault> {
    if room_of(file).is_none() && file.path != "src/lib.rs" {
        return vec![];
    }
    let words = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_storage", "gloo"];
    file.find_words(&file.code, &words, "the library knows no browser")
}

pub fn of_views(file: &Source) -> Vec<Fault> {
    if !file.is_rust_of("src/app/views") {
        return vec![];
    }
    let is_closed = |path: &[String]| {
        let last_super = path.iter().take_while(|part| *part == "super").count();
        match path[0].as_str() {
            "kith" => path.get(1).is_some_and(|room| ["store", "exchange"].contains(&room.as_str())),
            "crate" => path.get(2).is_some_and(|part| EDGES.contains(&part.as_str())),
            "super" if last_super > 1 => path.get(last_super).is_some_and(|part| EDGES.contains(&part.as_str())),
            _ => false,
        }
    };
    let found = paths(&file.code).into_iter().filter(|(_, path)| is_closed(path));
    found.map(|(line, path)| file.fault(line, &format!("{}: a view asks app::state for it", path.join("::")))).collect()
}

pub fn of_ui(file: &Source) -> Vec<Fault> {
    if !file.is_rust_of("src/app/ui") {
        return vec![];
    }
    let is_closed = |path: &[String]| match path[0].as_str() {
        "kith" => true,
        "crate" => path.get(2).is_none_or(|part| part != "ui"),
        _ => false,
    };
    let found = paths(&file.code).into_iter().filter(|(_, path)| is_closed(path));
    found
        .map(|(line, path)| file.fault(line, &format!("{}: a widget knows no domain and no state", path.join("::"))))
        .collect()
}

fn room_of(file: &Source) -> Option<(&'static str, &'static [&'static str])> {
    let inside = file.path.strip_prefix("src/").filter(|_| file.is_rust_of("src/"))?;
    let name = inside.split('/').next()?.trim_end_matches(".rs");
    ROOMS.into_iter().find(|(room, _)| *room == name)
}

/// Every path that begins at `crate`, `kith`, `super` or `self`, with braces opened: `crate::{a::B, c}` is two.
pub fn paths(code: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = vec![];
    for start in ["crate", "kith", "super", "self"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            let is_whole = before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != ':');
            if is_whole && code[at + start.len()..].starts_with("::") {
                follow(code, at, &[], &mut found);
            }
        }
    }
    found
}

/// Reads one path from `at`, and each branch where it opens a brace; returns where it ended.
fn follow(code: &str, mut at: usize, stem: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
    let (line, mut path) = (line_at(code, at), stem.to_vec());
    loop {
        let word: String = code[at..].chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        at += word.len();
        if !word.is_empty() {
            path.push(word);
        }
        if !code[at..].starts_with("::") {
            break;
        }
        at += 2;
        if code[at..].starts_with('{') {
            return branches(code, at + 1, &path, found);
        }
        if code[at..].starts_with(|letter: char| !letter.is_alphanumeric() && letter != '_') {
            break;
        }
    }
    found.push((line, path));
    at
}

fn branches(code: &str, mut at: usize, stem: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
    loop {
        match code[at..].chars().next() {
            None => return at,
            Some('}') => return at + 1,
            Some(letter) if letter.is_alphanumeric() || letter == '_' => at = follow(code, at, stem, found),
            Some(letter) => at += letter.len_utf8(),
        }
    }
}

#[test]
fn a_path_with_braces_is_many() {
    let joined: Vec<String> = paths("use crate::{a::{B, c::D}, e};\nfn f() { super::g::h(); mycrate::x(); }")
        .into_iter()
        .map(|(line, path)| format!("{line} {}", path.join("::")))
        .collect();
    assert_eq!(joined, ["1 crate::a::B", "1 crate::a::c::D", "1 crate::e", "2 super::g::h"]);
}
