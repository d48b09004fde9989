//! What comments and pages point to is there: the rows of the practice, and files.

use crate::source::{Fault, Source, tree};
use std::path::{Component, Path, PathBuf};

/// A row cited in a comment stands in `docs/practice.md`.
pub fn of_rows(file: &Source) -> Vec<Fault> {
    if !["src/", "tests/", "examples/", "style/"].iter().any(|room| file.is_of(room, &["rs", "js", "css"])) {
        return vec![];
    }
    let mut faults = vec![];
    for (at, (line, bare)) in file.text.lines().zip(file.bare.lines()).enumerate() {
        let written: Vec<&str> = ids(bare).collect();
        let cited = ids(line).filter(|id| !written.contains(id) && !is_row(id));
        faults.extend(cited.map(|id| file.fault(at + 1, &format!("`{id}`: docs/practice.md has no such row"))));
    }
    faults
}

/// The words of a line that look like the id of a row: `R40`, `B1`.
fn ids(line: &str) -> impl Iterator<Item = &str> {
    let is_id = |word: &&str| {
        let number = word.strip_prefix(['R', 'B']);
        number.is_some_and(|n| (1..=3).contains(&n.len()) && n.bytes().all(|digit| digit.is_ascii_digit()))
    };
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(is_id)
}

fn is_row(id: &str) -> bool {
    let practice = tree().iter().find(|file| file.path == "docs/practice.md").expect("docs/practice.md is there");
    practice.text.lines().any(|line| line.starts_with(&format!("| {id} |")))
}

/// A file or folder that a page names in code exists, and so does the page a link leads to.
pub fn of_files(file: &Source) -> Vec<Fault> {
    if !file.is_of("", &["md"]) {
        return vec![];
    }
    let mut faults = vec![];
    for (at, line) in file.text.lines().enumerate() {
        let named = line.split('`').skip(1).step_by(2).filter(|path| is_path(path)).map(PathBuf::from);
        for path in named.chain(links(file, line)) {
            if !Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).exists() {
                faults.push(file.fault(at + 1, &format!("`{}` is not there", path.display())));
            }
        }
    }
    faults
}

fn is_path(text: &str) -> bool {
    const ROOMS: [&str; 7] = ["src/", "tests/", "examples/", "style/", "docs/", ".ci/", ".github/"];
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    ROOMS.iter().any(|room| text.starts_with(room)) && text.chars().all(is_plain)
}

/// Where the links of a line lead inside the tree, seen from its root.
fn links<'a>(file: &Source, line: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
    let folder = Path::new(&file.path).parent().map(Path::to_path_buf).unwrap_or_default();
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    let inside = targets.filter(|target| !target.is_empty() && !target.contains(':'));
    inside.map(move |target| {
        let mut path = PathBuf::new();
        for part in folder.join(target).components() {
            match part {
                Component::ParentDir => drop(path.pop()),
                part => path.push(part),
            }
        }
        path
    })
}
