//! The files of the tree, as a rule reads them: whole, without comments, and without comments and strings.

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

const SKIPPED: [&str; 9] =
    [".git", "target", "dist", ".tools", "node_modules", "test-results", "report", "fixtures", "proptest-regressions"];
const READ: [&str; 14] =
    ["rs", "js", "mjs", "css", "html", "md", "toml", "json", "svg", "yml", "yaml", "sh", "webmanifest", ""];

/// One thing wrong, in one line of one file.
pub struct Fault {
    path: String,
    line: usize,
    says: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.says)
    }
}

/// A file. `bare` is its text without comments, `code` without string contents too; both keep every line where it was.
pub struct Source {
    pub path: String,
    pub text: String,
    pub bare: String,
    pub code: String,
}

/// Every file of the house, read once.
pub fn tree() -> &'static [Source] {
    static TREE: OnceLock<Vec<Source>> = OnceLock::new();
    TREE.get_or_init(|| {
        let mut files = vec![];
        walk(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
        assert!(files.len() > 20, "the tree was not found");
        files
    })
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<Source>) {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    for name in names.iter().filter(|name| !SKIPPED.contains(&name.as_str())) {
        let (path, shown) = (folder.join(name), format!("{prefix}{name}"));
        let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
        if path.is_dir() {
            walk(&path, &format!("{shown}/"), files);
            continue;
        }
        let is_read = READ.contains(&kind) && !name.ends_with("-lock.json") && name != "Cargo.lock";
        if let Some(text) = is_read.then(|| fs::read_to_string(&path).ok()).flatten() {
            files.push(Source::new(&shown, &text));
        }
    }
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let (bare, code) =
            if path.ends_with(".css") { (without_css_comments(text), String::new()) } else { without_comments(text) };
        Self { path: path.to_owned(), text: text.to_owned(), bare, code }
    }

    pub fn is_of(&self, start: &str, kinds: &[&str]) -> bool {
        self.path.starts_with(start) && kinds.iter().any(|kind| self.path.ends_with(&format!(".{kind}")))
    }

    pub fn is_rust_of(&self, start: &str) -> bool {
        self.is_of(start, &["rs"])
    }

    pub fn fault(&self, line: usize, says: &str) -> Fault {
        Fault { path: self.path.clone(), line, says: says.to_owned() }
    }

    /// A fault for each line of `view` in which one of `parts` stands.
    pub fn find(&self, view: &str, parts: &[&str], says: &str) -> Vec<Fault> {
        let lines = view.lines().enumerate();
        lines
            .flat_map(|(at, line)| parts.iter().filter(move |part| line.contains(**part)).map(move |part| (at, part)))
            .map(|(at, part)| self.fault(at + 1, &format!("`{part}`: {says}")))
            .collect()
    }

    /// As `find`, where the part must not be the end or the beginning of a longer word.
    pub fn find_words(&self, view: &str, parts: &[&str], says: &str) -> Vec<Fault> {
        let stands = |line: &str, part: &str| {
            line.match_indices(part).any(|(at, _)| {
                is_edge(line[..at].chars().next_back()) && is_edge(line[at + part.len()..].chars().next())
            })
        };
        let mut faults = vec![];
        for (at, line) in view.lines().enumerate() {
            faults.extend(
                parts
                    .iter()
                    .filter(|part| stands(line, part))
                    .map(|part| self.fault(at + 1, &format!("`{part}`: {says}"))),
            );
        }
        faults
    }

    /// The lines of code: without comments, blank lines and tests.
    pub fn size(&self) -> usize {
        self.own_code().lines().filter(|line| !line.trim().is_empty()).count()
    }

    /// The code without the module of tests at its end.
    pub fn own_code(&self) -> &str {
        if self.path.ends_with("/tests.rs") {
            return "";
        }
        let tests = self.code.match_indices("#[cfg(test)]").find(|(at, mark)| {
            let after = self.code[at + mark.len()..].trim_start();
            after.starts_with("mod ") && after.lines().next().is_some_and(|line| line.trim_end().ends_with('{'))
        });
        tests.map_or(&self.code, |(at, _)| &self.code[..at])
    }

    pub fn identifiers(&self) -> Vec<(usize, String)> {
        let mut found = vec![];
        for (at, line) in self.code.lines().enumerate() {
            let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            found.extend(words.filter(|word| !word.is_empty()).map(|word| (at + 1, word.to_owned())));
        }
        found
    }
}

/// `BookManager` and `book_manager` are both `book`, `manager`.
pub fn words_of(identifier: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in identifier.chars() {
        if letter == '_' || letter.is_uppercase() {
            words.push(String::new());
        }
        if letter != '_' {
            words.last_mut().unwrap().extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

pub fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn is_edge(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
}

fn without_css_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut kept = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (comment, rest) = part.split_once("*/").unwrap_or((part, ""));
        kept.extend(comment.chars().filter(|letter| *letter == '\n'));
        kept.push_str(rest);
    }
    kept
}

#[derive(Clone, Copy, PartialEq)]
enum Within {
    Code,
    Line,
    Block(usize),
    Quote(char),
    Raw(usize),
}

/// The text without comments, and without comments and the contents of strings.
fn without_comments(text: &str) -> (String, String) {
    let letters: Vec<char> = text.chars().collect();
    let (mut bare, mut code) = (String::new(), String::new());
    let (mut within, mut at) = (Within::Code, 0);
    while at < letters.len() {
        let (next, taken) = step(within, &letters[at..], bare.chars().next_back());
        let part: String = letters[at..at + taken].iter().collect();
        let is_string = |state: Within| matches!(state, Within::Quote(_) | Within::Raw(_));
        let is_comment = |state: Within| matches!(state, Within::Line | Within::Block(_));
        if part == "\n" {
            bare.push('\n');
            code.push('\n');
        } else if !is_comment(within) && !is_comment(next) {
            bare.push_str(&part);
            if !(is_string(within) && is_string(next)) {
                code.push_str(&part);
            }
        }
        (within, at) = (next, at + taken);
    }
    (bare, code)
}

/// What comes next, and how many letters it takes.
fn step(within: Within, rest: &[char], before: Option<char>) -> (Within, usize) {
    let ahead = |words: &str| rest.iter().take(words.chars().count()).copied().eq(words.chars());
    match within {
        Within::Line => (if rest[0] == '\n' { Within::Code } else { within }, 1),
        Within::Block(depth) if ahead("*/") => (if depth == 1 { Within::Code } else { Within::Block(depth - 1) }, 2),
        Within::Block(depth) if ahead("/*") => (Within::Block(depth + 1), 2),
        Within::Quote(_) if rest[0] == '\\' && rest.get(1).is_some_and(|next| *next != '\n') => {
            (within, 2.min(rest.len()))
        }
        Within::Quote(mark) if rest[0] == mark => (Within::Code, 1),
        Within::Raw(hashes)
            if rest[0] == '"' && rest[1..].iter().take(hashes).filter(|hash| **hash == '#').count() == hashes =>
        {
            (Within::Code, 1 + hashes)
        }
        Within::Code => begin(rest, ahead("//"), ahead("/*"), before),
        _ => (within, 1),
    }
}

fn begin(rest: &[char], is_line: bool, is_block: bool, before: Option<char>) -> (Within, usize) {
    let hashes = rest.iter().skip(1).take_while(|letter| **letter == '#').count();
    let is_raw = rest[0] == 'r' && is_edge(before) && rest.get(1 + hashes) == Some(&'"');
    let is_letter = rest[0] == '\'' && (rest.get(1) == Some(&'\\') || rest.get(2) == Some(&'\''));
    match rest[0] {
        _ if is_line => (Within::Line, 2),
        _ if is_block => (Within::Block(1), 2),
        '"' => (Within::Quote('"'), 1),
        _ if is_raw => (Within::Raw(hashes), 2 + hashes),
        _ if is_letter => (Within::Quote('\''), 1),
        _ => (Within::Code, 1),
    }
}

#[test]
fn comments_and_strings_are_told_from_code() {
    let (bare, code) =
        without_comments("let a = \"// no\"; // yes\nlet b = 'x'; /* off\n */ r#\"raw \" // \"#; &'a str");
    assert_eq!(bare, "let a = \"// no\"; \nlet b = 'x'; \n r#\"raw \" // \"#; &'a str");
    assert_eq!(code, "let a = \"\"; \nlet b = ''; \n r#\"\"#; &'a str");
}
