//! Holds `docs/practice.md` and `docs/rules.md` to the code: every row and every duty is there, and each test they name exists.
//!
//! The pages are the only place where rows and duties are matched with tests; this file reads them.

#![allow(clippy::expect_used, reason = "a test may stop")]

use kith::rules::duty::Duty;
use std::fs;
use std::path::{Path, PathBuf};

/// A row of a page: its id, and the tests it names.
type Row = (String, Vec<String>);

#[test]
fn every_row_of_the_practice_stands_once_and_in_order() {
    let expected: Vec<String> = (1..=71).map(|n| format!("R{n}")).chain((1..=15).map(|n| format!("B{n}"))).collect();
    let ids: Vec<String> = rows(&page("practice.md")).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, expected, "docs/practice.md has other rows than R1 to R71 and B1 to B15, in this order");
}

#[test]
fn every_row_names_a_test_that_exists() {
    let page = page("practice.md");
    let named: Vec<Row> = [rows(&page), bad_input(&page), other_tests(&page)].concat();
    assert!(named.len() > 150, "only {} rows were read", named.len());
    check(&named, "docs/practice.md");
}

#[test]
fn other_tests_belong_to_a_row() {
    let page = page("practice.md");
    let ids: Vec<String> = rows(&page).into_iter().map(|(id, _)| id).collect();
    for (id, _) in other_tests(&page) {
        assert!(ids.contains(&id), "docs/practice.md lists other tests of {id}, and there is no such row");
    }
}

#[test]
fn every_duty_names_a_test_that_exists() {
    let duties = duties(&page("rules.md"));
    let named: Vec<&str> = duties.iter().map(|(duty, _)| duty.as_str()).collect();
    let raised: Vec<&str> = Duty::ALL.iter().map(|duty| duty.name()).collect();
    assert_eq!(named, raised, "docs/rules.md and the rules know different duties");
    check(&duties, "docs/rules.md");
}

/// Stops at a row that names no test, or one that is not there.
fn check(rows: &[Row], page: &str) {
    let sources = texts(&["src", "tests"], "rs");
    let specs = texts(&["tests/browser"], "js");
    let stories = texts(&["tests/stories"], "txt");
    for (row, tests) in rows {
        assert!(!tests.is_empty(), "{page}: {row} names no test");
        for test in tests {
            let is_there = match test.split_once(':') {
                Some(("app", title)) => specs.iter().any(|text| text.contains(&format!("test(\"{title}\""))),
                Some((_, story)) => stories.iter().any(|text| text.contains(&format!("= {story}"))),
                None => sources.iter().any(|text| text.contains(&format!("fn {test}("))),
            };
            assert!(is_there, "{page}: {row} names {test}, and there is no such test");
        }
    }
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join("docs").join(name)).expect("the page can be read")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the practice: table lines that begin with an id, the tests in their last cell.
fn rows(page: &str) -> Vec<Row> {
    let is_id = |text: &str| text.strip_prefix(['R', 'B']).is_some_and(|n| n.parse::<u32>().is_ok());
    table(page).filter(|(first, _)| is_id(first)).collect()
}

/// What bad input is listed, with its tests.
fn bad_input(page: &str) -> Vec<Row> {
    let from = page.split("\n## Bad input").nth(1).expect("the page has a part on bad input");
    let part = from.split("\n## ").next().unwrap_or_default();
    table(part).filter(|(first, _)| !first.starts_with("---") && first != "Input").collect()
}

/// The duties: table lines that begin with a name in code, the tests in their last cell.
fn duties(page: &str) -> Vec<Row> {
    let part = page.split("\n## The duties").nth(1).expect("the page has a part on duties");
    let part = part.split("\n## ").next().unwrap_or_default();
    table(part)
        .filter_map(|(first, tests)| Some((first.strip_prefix('`')?.strip_suffix('`')?.to_owned(), tests)))
        .collect()
}

/// The tests listed under a row's heading.
fn other_tests(page: &str) -> Vec<Row> {
    let parts = page.split("\n### ").skip(1);
    let tests = |part: &str| part.lines().filter(|line| line.starts_with("- ")).flat_map(in_code).collect();
    parts.map(|part| (part.lines().next().unwrap_or_default().to_owned(), tests(part))).collect()
}

/// The lines of all tables: the first cell, and what is set as code in the last one.
fn table(page: &str) -> impl Iterator<Item = Row> {
    page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
        Some(((*cells.first()?).to_owned(), in_code(cells.last()?)))
    })
}

/// What stands between backticks.
fn in_code(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn texts(folders: &[&str], extension: &str) -> Vec<String> {
    let mut files = Vec::new();
    for folder in folders {
        walk(&root().join(folder), extension, &mut files);
    }
    files.iter().map(|file| fs::read_to_string(file).expect("a source file can be read")).collect()
}

fn walk(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true if path.ends_with("node_modules") => {}
            true => walk(&path, extension, files),
            false if path.extension().is_some_and(|e| e == extension) => files.push(path),
            false => {}
        }
    }
}
