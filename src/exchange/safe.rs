//! What is safe to hand to the browser: links it may follow, and names of files it may write.

use std::borrow::Cow;

/// The longest name of a file we write.
const FILE_NAME_MAX: usize = 60;

/// An address that may stand in a link. Whatever does not become one is shown as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The link in a text: `https`, `http`, `mailto`, `tel` and `sms` only; a bare `www.` gets `https://`.
    ///
    /// Control and invisible characters go first, because browsers skip some of them while they look for the scheme:
    /// `java\nscript:` would run (WHATWG URL, "remove all ASCII tab or newline from input").
    pub fn new(text: &str) -> Option<Link> {
        let plain: String = text.chars().filter(|c| !is_hidden(*c)).collect();
        let plain = plain.trim();
        if plain.len() > 2000 || plain.contains(char::is_whitespace) {
            return None;
        }
        let www = plain.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
        if www && plain.get(4..).is_some_and(|host| host.contains('.')) {
            return Some(Link(format!("https://{plain}")));
        }
        let (scheme, rest) = plain.split_once(':')?;
        let scheme = scheme.to_ascii_lowercase();
        let said = match scheme.as_str() {
            "https" | "http" => rest.strip_prefix("//").is_some_and(|host| host.starts_with(char::is_alphanumeric)),
            "mailto" | "tel" | "sms" => !rest.is_empty() && !rest.starts_with('/'),
            _ => false,
        };
        said.then(|| Link(format!("{scheme}:{rest}")))
    }

    /// The address, for `href`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name for a file that every system takes: letters, digits, `.`, `_` and `-`, at most 60. Anything else becomes
/// `-`, and a name of which nothing is left is `file`.
pub fn file_name(wanted: &str) -> String {
    let mut name = String::new();
    for c in wanted.chars() {
        let fits = c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        match (fits, name.ends_with('-')) {
            (true, _) => name.push(c),
            (false, false) => name.push('-'),
            (false, true) => {}
        }
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if (1..=8).contains(&ending.len()) => (stem, format!(".{ending}")),
        _ => (name.as_str(), String::new()),
    };
    let stem: String = stem.trim_matches(['-', '.']).chars().take(FILE_NAME_MAX - ending.len()).collect();
    if stem.is_empty() { format!("file{ending}") } else { format!("{stem}{ending}") }
}

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a cell has to be guarded: it begins as a formula does, or as a guarded cell does, so that the guard comes off again.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// A cell that no spreadsheet takes for a formula: where it begins like one, behind a `'`.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// A cell without the `'` with which we and other programs guard a spreadsheet against formulas.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Control characters, and those that are not seen or turn the direction of what is.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Link::new(text).map(|link| link.to_string()).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn only_five_schemes_become_links() {
        for (text, link) in [
            ("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d")),
            (" HTTP://example.org ", Some("http://example.org")),
            ("www.example.org/x", Some("https://www.example.org/x")),
            ("WWW.Example.org", Some("https://WWW.Example.org")),
            ("mailto:fred@acme.example", Some("mailto:fred@acme.example")),
            ("tel:+15550101", Some("tel:+15550101")),
            ("sms:+15550101", Some("sms:+15550101")),
            ("htt\u{0}ps://example.org", Some("https://example.org")),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("\u{1}javascript:alert(1)", None),
            ("JaVaScRiPt:alert(1)", None),
            ("data:text/html,<script>", None),
            ("vbscript:x", None),
            ("file:///etc/passwd", None),
            ("blob:https://example.org/1", None),
            ("//example.org", None),
            ("https:example.org", None),
            ("https://", None),
            ("https:// example.org", None),
            ("mailto:", None),
            ("www.", None),
            ("example.org", None),
            ("", None),
        ] {
            check(text, link);
        }
    }

    #[test]
    fn a_file_name_is_plain_and_short() {
        for (wanted, name) in [
            ("kith-2026-11-21.json", "kith-2026-11-21.json"),
            ("../../etc/passwd", "etc-passwd"),
            ("Élise & Fils.vcf", "lise-Fils.vcf"),
            ("", "file"),
            ("???.csv", "file.csv"),
            ("..", "file"),
            (&format!("{}.json", "x".repeat(99)), &format!("{}.json", "x".repeat(55))),
        ] {
            assert_eq!(file_name(wanted), name, "{wanted}");
        }
    }

    #[test]
    fn a_cell_is_guarded_only_where_a_spreadsheet_would_count() {
        for (cell, safe) in [
            ("+1 555 0101", "'+1 555 0101"),
            ("=1+1", "'=1+1"),
            ("- Renata", "'- Renata"),
            ("@jim", "'@jim"),
            ("'=1+1", "''=1+1"),
            ("Jim=Ann", "Jim=Ann"),
            ("'tis", "'tis"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), safe);
            assert_eq!(unguarded(safe), cell);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_as_a_formula_and_each_comes_back(cell in "['=+@\\-\t\r]{0,3}\\PC{0,9}") {
            let safe = guarded(&cell);
            prop_assert!(!safe.starts_with(FORMULA));
            prop_assert_eq!(unguarded(&safe), cell.as_str());
        }

        #[test]
        fn no_text_becomes_a_link_that_runs(text in "\\PC{0,40}|[jJ]ava[\\x00-\\x20]{0,2}script:.{0,9}") {
            if let Some(link) = Link::new(&text) {
                let scheme = link.as_str().split(':').next().unwrap_or_default().to_string();
                prop_assert!(["https", "http", "mailto", "tel", "sms"].contains(&scheme.as_str()));
                prop_assert!(!link.as_str().contains(char::is_control));
            }
        }

        #[test]
        fn any_text_gives_a_plain_file_name(text in "\\PC{0,120}") {
            let name = file_name(&text);
            prop_assert!((1..=60).contains(&name.len()));
            prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)));
        }
    }
}
