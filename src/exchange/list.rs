//! A list as people paste it: a line each, a name with an e-mail or a number beside it, and no names of columns.

use super::contacts::{Draft, REASON, Reading, Refused};
use super::day::{Order, read_by};
use crate::domain::draft::is_email;
use crate::domain::fold::digits;
use crate::domain::person::ReachKind;

/// What parts the pieces of a line.
const MARKS: &[char] = &[',', ';', '\t', '|', '<', '>'];
/// So many digits are a number to call, and no more than so many.
const NUMBER: std::ops::RangeInclusive<usize> = 6..=15;
/// So many lines tell whether a text is a list.
const LOOKED_AT: usize = 100;
/// A line longer than this is no entry of a list.
const LINE_MAX: usize = 300;

/// A list being read.
#[derive(Debug, Default)]
pub struct ListReader {
    at: usize,
    line: usize,
    filled: usize,
    reached: usize,
}

impl ListReader {
    /// How many bytes of the text lie behind.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Reads so many more lines of the text; whether there may be others.
    pub fn step(&mut self, text: &str, many: usize, reading: &mut Reading) -> bool {
        let rest = text.get(self.at..).unwrap_or_default();
        let mut taken = 0;
        for line in rest.split_inclusive('\n').take(many) {
            taken += 1;
            self.at += line.len();
            self.line += 1;
            self.take(line.trim_end_matches(['\r', '\n']), reading);
        }
        taken == many
    }

    fn take(&mut self, text: &str, reading: &mut Reading) {
        // A line that was handed back has its reason behind it.
        let text = text.split_once(REASON).map_or(text, |(text, _)| text);
        if text.trim().is_empty() {
            return;
        }
        let (draft, has_reach) = if text.len() > LINE_MAX { (Draft::default(), false) } else { entry(text) };
        self.filled += 1;
        self.reached += usize::from(has_reach);
        match draft.contact(self.line) {
            Ok(contact) => reading.contacts.push(contact),
            Err(why) => reading.refuse(Refused::new(self.line, text, why), text),
        }
    }

    /// Whether it was a list: more than half of its lines have an e-mail or a number; else it is a text.
    pub fn is_one(&self) -> bool {
        self.reached * 2 > self.filled
    }
}

/// Whether the first lines of a text are a list.
pub fn is_like(text: &str) -> bool {
    let mut reading = Reading::new();
    let mut lines = ListReader::default();
    lines.step(text, LOOKED_AT, &mut reading);
    lines.is_one()
}

/// What a line says, and whether there is an e-mail or a number in it.
fn entry(line: &str) -> (Draft, bool) {
    let mut draft = Draft::default();
    let mut words: Vec<&str> = Vec::new();
    let mut has_reach = false;
    for piece in bare(line).split(MARKS).map(|piece| piece.trim().trim_matches('"')) {
        for part in apart(piece) {
            let part = part.trim().trim_end_matches('(').trim_matches(':').trim();
            let plain = part.strip_prefix("mailto:").unwrap_or(part);
            match () {
                () if part.is_empty() => {}
                () if is_email(plain) => {
                    has_reach = true;
                    draft.reach(ReachKind::Email, "", plain, false);
                }
                () if is_number(part) => {
                    has_reach = true;
                    draft.reach(ReachKind::Phone, "", part, false);
                }
                () if part.starts_with("https://") || part.starts_with("http://") => {
                    draft.reach(ReachKind::Web, "", part, false);
                }
                () => words.push(part),
            }
        }
    }
    // `Ann, Lee, 555 0101` is a name in two columns; `Ann Lee, Acme` is not.
    let one_word = |text: &&str| !text.contains(' ');
    let split = words.len() > 1 && words.iter().take(2).all(one_word) && has_reach;
    let named = if split { 2 } else { 1 };
    draft.name = words.iter().take(named).copied().collect::<Vec<_>>().join(" ");
    for more in words.iter().skip(named) {
        draft.note("", more);
    }
    (draft, has_reach)
}

/// A line without the bullet or the number it begins with: `- Ann`, `* Ann`, `12. Ann`, `3) Ann`.
fn bare(line: &str) -> &str {
    let line = line.trim();
    let counted = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_counted = line.len() - counted.len() <= 4 && counted.len() < line.len();
    match counted.strip_prefix(". ").or_else(|| counted.strip_prefix(") ")) {
        Some(rest) if is_counted => rest,
        _ => line.trim_start_matches(['-', '*', '•', '–']).trim_start(),
    }
}

/// A piece in its parts: an e-mail among words stands alone, and so does the number at the end.
fn apart(piece: &str) -> Vec<&str> {
    let is_address = |word: &&str| is_email(word.trim_matches(|c: char| !c.is_alphanumeric()));
    if let Some(word) = piece.split_whitespace().find(is_address) {
        let (before, after) = piece.split_once(word).unwrap_or((piece, ""));
        return vec![before, word, after];
    }
    let starts = |c: char| c.is_ascii_digit() || c == '+' || c == '(';
    match piece.char_indices().find(|(at, c)| starts(*c) && is_number(piece.get(*at..).unwrap_or_default())) {
        Some((at, _)) => {
            let (before, number) = piece.split_at(at);
            vec![without_label(before), number]
        }
        None => vec![piece],
    }
}

/// What stands before a number, without the word that says that one follows.
fn without_label(text: &str) -> &str {
    const LABELS: [&str; 7] = ["tel", "phone", "mobile", "mob", "cell", "ph", "t"];
    let text = text.trim().trim_end_matches([':', '.', '-', '–']).trim_end();
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let low = last.to_lowercase();
    if LABELS.contains(&low.trim_end_matches(['.', ':'])) { before } else { text }
}

/// Whether a text is a number to call and nothing else.
pub fn is_number(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '.' | '/');
    NUMBER.contains(&digits(text).len()) && text.chars().all(fits) && !is_day(text)
}

/// Whether it is a day with a mark between its parts: `03/04/1980` has as many digits as a number.
fn is_day(text: &str) -> bool {
    let reads = |order| read_by(text.trim(), Some(order)).is_some();
    text.contains(['/', '.', '-']) && [Order::DayFirst, Order::MonthFirst].into_iter().any(reads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::contacts::NotContacts;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Reading, NotContacts> {
        let mut reading = Reading::new();
        let mut lines = ListReader::default();
        lines.step(text, usize::MAX, &mut reading);
        if lines.is_one() { Ok(reading) } else { Err(NotContacts::NoHeader) }
    }

    /// What a line comes to: `name | reach | note`.
    fn check(line: &str, expected: &str) {
        let reading = read(line).unwrap();
        let told: Vec<String> = reading
            .contacts
            .iter()
            .map(|one| {
                let reach: Vec<&str> = one.reach.iter().map(|reach| reach.value.as_str()).collect();
                format!("{} | {} | {}", one.name, reach.join(" "), one.note.replace('\n', " / "))
            })
            .collect();
        assert_eq!(told.join("\n"), expected, "{line}");
    }

    #[test]
    fn a_pasted_line_is_a_name_with_what_stands_beside_it() {
        check("Ann Lee, +44 20 7946 0101", "Ann Lee | +44 20 7946 0101 | ");
        check("- Ann Lee 555-010-12", "Ann Lee | 555-010-12 | ");
        check("12. Ann Lee tel: (202) 555 0101", "Ann Lee | (202) 555 0101 | ");
        check("Ann Lee <ann@lee.example>", "Ann Lee | ann@lee.example | ");
        check("Ann Lee ann@lee.example", "Ann Lee | ann@lee.example | ");
        check("Ann\tLee\tann@lee.example\t555 01 01 23", "Ann Lee | ann@lee.example 555 01 01 23 | ");
        check(
            "Ann Lee; Acme; ann@lee.example; https://lee.example",
            "Ann Lee | ann@lee.example https://lee.example | Acme",
        );
        check("田中 太郎, 03-1234-5678", "田中 太郎 | 03-1234-5678 | ");
        check("ann@lee.example", "ann@lee.example | ann@lee.example | ");
    }

    #[test]
    fn a_line_without_an_address_is_kept_in_a_list_and_a_letter_is_no_list() {
        check("Ann Lee, 555-01012\n\nBob\nCy, cy@x.example", "Ann Lee | 555-01012 | \nBob |  | \nCy | cy@x.example | ");
        for text in
            ["Dear Ann,\nthank you for the evening.\nCall me: 555-0101-23\n", "1,2,3\n4,5,6\n", "Bob\nAnn\n", ""]
        {
            assert_eq!(read(text), Err(NotContacts::NoHeader), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_line_of_any_text_is_a_contact_or_refused(text in "(\\PC{0,30}\n){0,6}", at in "[a-z]{1,5}@[a-z]{1,5}") {
            let text = format!("{text}{at}\n{at}\n{at}\n{at}\n{at}\n{at}\n{at}\n");
            let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
            if let Ok(reading) = read(&text) {
                prop_assert_eq!(reading.contacts.len() + reading.refused.len(), lines);
            }
        }
    }
}
