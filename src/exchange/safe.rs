//! What is safe to hand to other programs: names of files, and cells of a table.

use std::borrow::Cow;

/// The longest name of a file we write.
const FILE_NAME_MAX: usize = 60;

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
        fn any_text_gives_a_plain_file_name(text in "\\PC{0,120}") {
            let name = file_name(&text);
            prop_assert!((1..=60).contains(&name.len()));
            prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)));
        }
    }
}
