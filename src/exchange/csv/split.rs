//! Cuts a table into its rows before anything is read, so that a quotation mark that never closes costs its own row only.
//!
//! The rules are those of the crate `csv`: a quotation mark opens a cell at its very beginning, two in a row are one,
//! and whatever follows a closed one belongs to the cell.

use crate::exchange::safe::unguarded;

/// One row: its text with the end of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SplitRow<'a> {
    /// The line on which it begins, 1 for the first.
    pub line: usize,
    /// The text.
    pub text: &'a str,
    /// Whether every quotation mark in it closes.
    pub is_whole: bool,
}

/// Where the next row of a text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowSplitter {
    at: usize,
    line: usize,
}

impl RowSplitter {
    /// At the first row of a text.
    pub fn new() -> RowSplitter {
        RowSplitter { at: 0, line: 1 }
    }

    /// How many bytes of the text lie behind.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next row of this text, with empty lines left out.
    ///
    /// Linear: a row that never closes is looked at to the end of the text, but after that every mark that could open
    /// another stands beside one that stops the search at once.
    pub fn next<'a>(&mut self, text: &'a str, delimiter: u8) -> Option<SplitRow<'a>> {
        while let Some(rest) = text.get(self.at..).filter(|rest| !rest.is_empty()) {
            let (length, is_whole) = match row_end(rest.as_bytes(), delimiter) {
                Some(length) => (length, true),
                None => (line_end(rest.as_bytes()), false),
            };
            let (part, line) = (rest.get(..length).unwrap_or(rest), self.line);
            self.line += breaks(part.as_bytes());
            self.at += part.len();
            if !part.trim_end_matches(['\r', '\n']).is_empty() {
                return Some(SplitRow { line, text: part, is_whole });
            }
        }
        None
    }
}

/// All rows of a text.
pub fn split(text: &str, delimiter: u8) -> Vec<SplitRow<'_>> {
    let mut rows = RowSplitter::new();
    std::iter::from_fn(|| rows.next(text, delimiter)).collect()
}

/// The cells of one row, as the crate sees them. A quotation mark that never closes is one of the text, so that the cells
/// behind it keep their columns.
pub fn cells(row: &str, delimiter: u8) -> Vec<String> {
    let mut rest = row.strip_suffix('\n').unwrap_or(row);
    rest = rest.strip_suffix('\r').unwrap_or(rest);
    let mark = char::from(delimiter);
    let mut cells = Vec::new();
    loop {
        let (inside, after) = quoted(rest).unwrap_or((String::new(), rest));
        let Some((plain, next)) = after.split_once(mark) else {
            cells.push(inside + after);
            return cells;
        };
        cells.push(inside + plain);
        rest = next;
    }
}

/// What stands between the quotation marks at the start of a text, and what follows them.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut inside = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        inside.push_str(before);
        match after.strip_prefix('"') {
            None => return Some((inside, after)),
            Some(more) => {
                inside.push('"');
                rest = more;
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SplitState {
    Start,
    Plain,
    /// Inside quotation marks; whether the line on which they opened is still the same.
    Quoted {
        same_line: bool,
    },
}

/// How long the row at the start of `bytes` is; `None` where a quotation mark opens and never closes: at the end of
/// the text, or where, on a later line, one stands that can only open another cell.
fn row_end(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let mut state = SplitState::Start;
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        let next = bytes.get(at + 1).copied();
        at += 1;
        state = match state {
            SplitState::Quoted { .. } if byte == b'"' && next == Some(b'"') => {
                at += 1;
                state
            }
            SplitState::Quoted { same_line } if byte == b'"' => {
                let closes = same_line || next.is_none_or(|next| next == delimiter || next == b'\r' || next == b'\n');
                if !closes {
                    return None;
                }
                SplitState::Plain
            }
            SplitState::Quoted { same_line } => {
                SplitState::Quoted { same_line: same_line && byte != b'\n' && byte != b'\r' }
            }
            SplitState::Start if byte == b'"' => SplitState::Quoted { same_line: true },
            _ if byte == b'\r' && next == Some(b'\n') => return Some(at + 1),
            _ if byte == b'\n' || byte == b'\r' => return Some(at),
            _ if byte == delimiter => SplitState::Start,
            _ => SplitState::Plain,
        };
    }
    if matches!(state, SplitState::Quoted { .. }) { None } else { Some(at) }
}

fn line_end(bytes: &[u8]) -> usize {
    bytes.iter().position(|b| *b == b'\n').map_or(bytes.len(), |at| at + 1)
}

/// How many lines end in these bytes: at `\n`, `\r\n` or a lone `\r`.
fn breaks(bytes: &[u8]) -> usize {
    let alone = |pair: &&[u8]| pair.first() == Some(&b'\r') && pair.get(1) != Some(&b'\n');
    let last = usize::from(bytes.last() == Some(&b'\r'));
    bytes.iter().filter(|b| **b == b'\n').count() + bytes.windows(2).filter(alone).count() + last
}

/// A cell as it was meant: no blanks around it, no guard before it.
pub fn plain(cell: &str) -> &str {
    unguarded(cell.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The rows as `line:text`, those that never close with a `!`.
    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = split(text, b',')
            .iter()
            .map(|part| format!("{}{}:{}", part.line, if part.is_whole { "" } else { "!" }, part.text.trim_end()))
            .collect();
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn rows_end_with_their_line_unless_a_cell_is_open() {
        for (text, rows) in [
            ("a,b\nc,d\n", &["1:a,b", "2:c,d"][..]),
            ("a\r\n\r\nb", &["1:a", "3:b"]),
            ("a\rb\r", &["1:a", "2:b"]),
            ("\"a\nb\",c\nd", &["1:\"a\nb\",c", "3:d"]),
            ("\"a \"\"b\"\"\",c\nd", &["1:\"a \"\"b\"\"\",c", "2:d"]),
            ("12\" pipe,c\nd", &["1:12\" pipe,c", "2:d"]),
            ("\"12\" pipe\",c\nd", &["1:\"12\" pipe\",c", "2:d"]),
            ("a,\"b\nc,d\ne,f", &["1!:a,\"b", "2:c,d", "3:e,f"]),
            ("a,\"b\n\"c\",\"d\"\ne", &["1!:a,\"b", "2:\"c\",\"d\"", "3:e"]),
            ("", &[]),
        ] {
            check(text, rows);
        }
    }

    #[test]
    fn a_quotation_mark_that_never_closes_costs_no_cell_its_column() {
        for (row, expected) in [
            ("Bo,\"Acme, 555-0102,x\n", &["Bo", "\"Acme", " 555-0102", "x"][..]),
            ("\"Lee, Ann\",\"Acme,x\r\n", &["Lee, Ann", "\"Acme", "x"]),
            ("\"a \"\"b\"\"\",c", &["a \"b\"", "c"]),
            ("", &[""]),
        ] {
            assert_eq!(cells(row, b','), expected, "{row:?}");
        }
    }

    proptest! {
        #[test]
        fn the_rows_are_the_text(text in "[a\",;\\r\\n é]{0,60}") {
            let rows: String = split(&text, b',').iter().map(|part| part.text).collect();
            let bare = |text: &str| text.replace(['\r', '\n'], "");
            prop_assert_eq!(bare(&rows), bare(&text));
        }

        #[test]
        fn the_crate_sees_the_same_cells(text in "[a\",\\r\\n]{0,40}") {
            for part in split(&text, b',').into_iter().filter(|part| part.is_whole) {
                let seen = super::super::records(part.text, b',').next();
                let seen: Vec<String> = seen.iter().flatten().map(str::to_string).collect();
                prop_assert_eq!(cells(part.text, b','), seen, "{:?}", part.text);
            }
        }

        #[test]
        fn the_crate_sees_the_same_rows(text in "[a\",\\r\\n]{0,40}") {
            let parts: Vec<SplitRow> = split(&text, b',').into_iter().filter(|part| part.is_whole).collect();
            let whole: String = parts.iter().map(|part| part.text).collect();
            prop_assert_eq!(super::super::records(&whole, b',').count(), parts.len());
        }
    }
}
