//! One type name has one meaning in the whole tree: a search for it finds one thing.

use crate::source::{Source, line_at};
use std::collections::BTreeMap;

/// Every name that types of two files bear, with where they stand.
pub fn twice(files: &[Source]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.is_rust_of("src/") && !file.path.contains("/tests/")) {
        let mut here: Vec<(&str, usize)> = types(file.own_code());
        here.sort();
        here.dedup_by_key(|(name, _)| *name);
        for (name, line) in here {
            places.entry(name).or_default().push(format!("{}:{line}", file.path));
        }
    }
    let shared = places.into_iter().filter(|(_, places)| places.len() > 1);
    shared.map(|(name, places)| format!("`{name}` is several types: {}", places.join(", "))).collect()
}

/// The types that code defines, with their lines: those of a module, and public ones that a macro declares. A type of a
/// trait or of a function is no name of the tree.
fn types(code: &str) -> Vec<(&str, usize)> {
    let mut found = vec![];
    for line in code.lines() {
        let at = line.as_ptr() as usize - code.as_ptr() as usize;
        let bare = line.trim_start();
        let (is_public, rest) = after_visibility(bare);
        if !is_public && bare.len() != line.len() {
            continue;
        }
        let rest = ["struct ", "enum ", "trait ", "type ", "union "].iter().find_map(|word| rest.strip_prefix(word));
        let name =
            rest.map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap());
        found.extend(name.filter(|name| !name.is_empty()).map(|name| (name, line_at(code, at))));
    }
    found
}

/// Whether a line begins with `pub` or `pub(…)`, and what follows.
fn after_visibility(line: &str) -> (bool, &str) {
    let Some(rest) = line.strip_prefix("pub") else { return (false, line) };
    match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => (true, rest.trim_start()),
        None => (rest.starts_with(' '), rest.trim_start()),
    }
}

#[test]
fn types_are_found_where_a_module_or_a_macro_defines_them() {
    let code = "pub struct A;\nimpl B for A {\n    type Item = u8;\n}\nduties! {\n    pub enum C {\n    }\n}\ntype D = u8;\n\
        macro_rules! e { () => {\n        pub struct $name;\n        pub(crate) struct F;\n    } }\n";
    let names: Vec<&str> = types(code).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["A", "C", "D", "F"]);
}
