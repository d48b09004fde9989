//! The rules of the style sheets.

use crate::source::{Fault, Source, line_at};
use std::collections::BTreeSet;

const LAYERS: &str = "@layer reset, base, layout, components, views, utilities;";

pub fn colours(file: &Source) -> Vec<Fault> {
    if !file.is_of("style/", &["css"]) || file.path == "style/tokens.css" {
        return vec![];
    }
    let says = "only style/tokens.css names a colour";
    let mut faults = file.find(&file.bare, &["oklch(", "oklab(", "rgb(", "rgba(", "hsl(", "light-dark("], says);
    for (at, line) in file.bare.lines().enumerate() {
        for value in line.split(';').filter_map(|part| part.rsplit_once(": ").map(|(_, value)| value)) {
            let words = value.split(|letter: char| letter.is_whitespace() || ",()".contains(letter));
            let is_hex = |word: &str| {
                word.starts_with('#') && word.len() > 3 && word[1..].chars().all(|letter| letter.is_ascii_hexdigit())
            };
            let named =
                words.into_iter().find(|word| is_hex(word) || ["white", "black", "red", "gray", "grey"].contains(word));
            faults.extend(named.map(|word| file.fault(at + 1, &format!("`{word}`: {says}"))));
        }
    }
    faults
}

pub fn layer(file: &Source) -> Vec<Fault> {
    if !file.is_of("style/", &["css"]) {
        return vec![];
    }
    let is_first = file.path == "style/tokens.css";
    if is_first && !file.text.starts_with(LAYERS) {
        return vec![file.fault(1, &format!("the first line is {LAYERS}"))];
    }
    let body = file.bare.replacen(if is_first { LAYERS } else { "" }, "", 1);
    let wanted = match file.path.trim_start_matches("style/").split(['/', '.']).next().unwrap_or("") {
        "tokens" | "base" => "base",
        "print" => "utilities",
        other => other,
    };
    let heads = top_level(&body);
    let is_right = heads.len() == 1 && heads[0].1 == format!("@layer {wanted}");
    if is_right {
        return vec![];
    }
    let line = heads
        .iter()
        .find(|(_, head)| *head != format!("@layer {wanted}"))
        .or(heads.get(1))
        .map_or(1, |(at, _)| line_at(&body, *at));
    vec![file.fault(line, &format!("a sheet here is exactly one block: @layer {wanted} {{ … }}"))]
}

pub fn force(file: &Source) -> Vec<Fault> {
    if !file.is_of("style/", &["css"]) || file.path == "style/tokens.css" {
        return vec![];
    }
    let mut faults = vec![];
    if !["style/print.css", "style/reset.css"].contains(&file.path.as_str()) {
        faults = file.find(&file.bare, &["!important"], "layers decide who wins");
    }
    for (at, line) in file.bare.lines().enumerate() {
        let selector = line.split('{').next().filter(|_| line.contains('{') || line.trim_end().ends_with(','));
        let names_id = |part: &str| {
            part.match_indices('#').any(|(at, _)| part[at + 1..].starts_with(|letter: char| letter.is_alphabetic()))
        };
        if selector.is_some_and(names_id) {
            faults.push(file.fault(at + 1, "an id in a selector: use a class or an attribute"));
        }
    }
    faults
}

/// Every custom property some sheet gives a value.
pub fn tokens(files: &[Source]) -> BTreeSet<String> {
    let sheets = files.iter().filter(|file| file.is_of("style/", &["css"]));
    sheets
        .flat_map(|file| properties(&file.bare))
        .filter(|(_, name, is_use)| !is_use && !name.is_empty())
        .map(|(_, name, _)| name)
        .collect()
}

/// Set by the app on an element, as a number it computed.
const COMPUTED: [&str; 9] = ["--v", "--n", "--part", "--bone", "--stack", "--row", "--tree", "--icon", "--avatar"];

pub fn unknown(file: &Source, known: &BTreeSet<String>) -> Vec<Fault> {
    if !file.is_of("style/", &["css"]) {
        return vec![];
    }
    let is_unknown = |name: &str| !known.contains(name) && !COMPUTED.contains(&name);
    let used = properties(&file.bare).into_iter().filter(|(_, name, is_use)| *is_use && is_unknown(name));
    used.map(|(at, name, _)| file.fault(line_at(&file.bare, at), &format!("`{name}` has a value nowhere"))).collect()
}

/// Where a custom property stands, its name, and whether it is read there (with nothing to fall back on).
fn properties(css: &str) -> Vec<(usize, String, bool)> {
    let mut found = vec![];
    for (at, _) in css.match_indices("--") {
        let name: String =
            css[at..].chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
        let after = css[at + name.len()..].chars().next();
        if css[..at].ends_with("var(") {
            found.push((at, name, after == Some(')')));
        } else if after == Some(':') && css[..at].ends_with([' ', '{', '\n', ';']) {
            found.push((at, name, false));
        }
    }
    found.retain(|(at, _, is_use)| *is_use || !css[..*at].ends_with("var("));
    found
}

/// Where each block that stands in no other begins, and what stands before its brace.
fn top_level(css: &str) -> Vec<(usize, String)> {
    let (mut heads, mut depth, mut from) = (vec![], 0, 0);
    for (at, letter) in css.char_indices() {
        match letter {
            '{' => {
                if depth == 0 {
                    let head = &css[from..at];
                    heads.push((from + head.len() - head.trim_start().len(), head.trim().to_owned()));
                }
                depth += 1;
            }
            '}' => {
                depth -= 1;
                from = at + 1;
            }
            _ => {}
        }
    }
    if !css[from..].trim().is_empty() {
        heads.push((from, css[from..].trim().to_owned()));
    }
    heads
}

/// Every class some sheet speaks of.
pub fn classes(files: &[Source]) -> BTreeSet<String> {
    let sheets = files.iter().filter(|file| file.is_of("style/", &["css"]));
    let parts = sheets.flat_map(|file| file.bare.split('.').skip(1));
    parts.map(name_at).filter(|name| name.starts_with(|letter: char| letter.is_ascii_lowercase())).collect()
}

/// A class a view writes that no sheet speaks of: a slip of the pen, or a rule that was never written.
pub fn unstyled(file: &Source, known: &BTreeSet<String>) -> Vec<Fault> {
    if !file.is_rust_of("src/app") {
        return vec![];
    }
    let mut faults = vec![];
    for (at, line) in file.bare.lines().enumerate() {
        let listed = line.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let toggled = line.split(" class:").skip(1).map(name_at);
        let written = listed.flat_map(str::split_whitespace).map(str::to_owned).chain(toggled);
        let loose = written.filter(|name| !name.is_empty() && !name.contains(['{', '}']) && !known.contains(name));
        faults.extend(loose.map(|name| file.fault(at + 1, &format!("class `{name}`: no sheet speaks of it"))));
    }
    faults
}

fn name_at(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect()
}
