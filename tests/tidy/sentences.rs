//! How a doc comment begins: with a verb, or with a noun that says what the thing is; not with a question.

use crate::source::{Fault, Source};

/// How many comments of a part of the tree still begin with “What”. The numbers only go down.
pub const KNOWN: &[(&str, usize)] = &[
    ("examples/", 3),
    ("src/", 8),
    ("src/app", 66),
    ("src/app/views", 97),
    ("src/domain/", 201),
    ("src/draw/", 1),
    ("src/exchange/", 176),
    ("src/message/", 236),
    ("src/rules/", 14),
    ("src/store/", 34),
    ("tests/", 44),
];

/// Finds a doc comment that says it is “the same” as another, and not which or how it differs.
pub fn the_same(file: &Source) -> Vec<Fault> {
    let found = beginnings(file).into_iter().filter(|(_, said)| begins_with(said, "The same"));
    found.map(|(line, _)| file.fault(line, "“The same” as what? Name it, and say how this one differs")).collect()
}

/// Returns what is wrong with the counts: one that is higher than known, or lower.
pub fn whats(files: &[Source], known: &[(&str, usize)]) -> Vec<String> {
    let is_what = |(_, said): &(usize, &str)| begins_with(said, "What");
    let in_file = |file: &Source| beginnings(file).into_iter().filter(is_what).count();
    let room = |path: &str| {
        known
            .iter()
            .map(|(room, _)| *room)
            .filter(|room| path.starts_with(room))
            .max_by_key(|room| room.len())
            .map(str::to_owned)
    };
    let mut faults = vec![];
    for (name, most) in known {
        let here = files.iter().filter(|file| room(&file.path).as_deref() == Some(name)).map(in_file).sum::<usize>();
        if here != *most {
            faults.push(format!(
                "{name}: {here} doc comments begin with “What”, {most} are known; begin with a verb or a noun, and lower \
                 the number in tests/tidy/sentences.rs"
            ));
        }
    }
    let outside = files.iter().filter(|file| room(&file.path).is_none() && in_file(file) > 0);
    faults.extend(outside.map(|file| format!("{}: a doc comment begins with “What”", file.path)));
    faults
}

fn begins_with(said: &str, start: &str) -> bool {
    said.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The first line of each doc comment, with its number.
fn beginnings(file: &Source) -> Vec<(usize, &str)> {
    if !file.is_rust_of("") {
        return vec![];
    }
    let lines: Vec<&str> = file.text.lines().collect();
    let is_first = |at: usize| mark(lines[at]).is_some() && (at == 0 || mark(lines[at - 1]) != mark(lines[at]));
    let firsts = (0..lines.len()).filter(|at| is_first(*at));
    firsts.map(|at| (at + 1, lines[at].trim_start()[3..].trim_start())).collect()
}

/// Returns how a line of documentation begins; `None` for another line.
fn mark(line: &str) -> Option<&'static str> {
    ["///", "//!"].into_iter().find(|mark| line.trim_start().starts_with(mark))
}

#[test]
fn only_the_first_line_of_a_comment_is_a_beginning() {
    let text = "//! A.\n//! What more.\nfn f() {}\n    /// What it is.\nfn g() {}\n/// Whatever.\n/// The same.\n";
    let file = Source::new("src/a.rs", text);
    assert_eq!(beginnings(&file), [(1, "A."), (4, "What it is."), (6, "Whatever.")]);
    assert_eq!(whats(&[file], &[("src/", 1)]), Vec::<String>::new());
}
