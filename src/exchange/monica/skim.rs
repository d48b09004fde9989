//! Where the contacts stand in an export, found a piece at a time: a whole account is too much JSON for one task.

use std::ops::Range;

/// How deep a contact lies: `{"account": {"data": [{"type": "contact", "values": [{…}]}]}}`.
const CONTACT: usize = 6;
/// How deep a list of them lies, with its type and its values.
const LIST: usize = 4;

/// A look through an export that knows only where texts, objects and lists begin and end.
#[derive(Debug, Default)]
pub struct Skim {
    /// How many bytes lie behind.
    pub at: usize,
    /// Where each contact stands in the text.
    pub found: Vec<Range<usize>>,
    /// The brackets that are open.
    open: Vec<u8>,
    /// The name before the value at each depth.
    names: Vec<Vec<u8>>,
    in_text: bool,
    is_escaped: bool,
    /// The text read last.
    last: Vec<u8>,
    /// Where the value at the depth of a contact began, and those of the list that is open.
    begun: usize,
    values: Vec<Range<usize>>,
    is_of_contacts: bool,
    is_broken: bool,
}

/// The longest text whose words matter.
const NAME_MAX: usize = 32;

impl Skim {
    /// Looks through so many more bytes.
    pub fn step(&mut self, bytes: &[u8], many: usize) {
        let end = self.at.saturating_add(many).min(bytes.len());
        for (at, byte) in (self.at..end).zip(bytes.get(self.at..end).unwrap_or_default()) {
            if self.in_text {
                self.text(*byte);
            } else {
                self.sign(at, *byte);
            }
        }
        self.at = end;
    }

    /// Whether every bracket that opened has closed.
    pub fn is_whole(&self) -> bool {
        !self.is_broken && self.open.is_empty() && !self.in_text
    }

    fn text(&mut self, byte: u8) {
        match byte {
            _ if std::mem::take(&mut self.is_escaped) => {}
            b'\\' => self.is_escaped = true,
            b'"' => self.in_text = false,
            _ if self.last.len() < NAME_MAX => self.last.push(byte),
            _ => {}
        }
    }

    fn sign(&mut self, at: usize, byte: u8) {
        match byte {
            b'"' => {
                self.in_text = true;
                self.last.clear();
            }
            b':' => {
                let depth = self.open.len();
                self.names.resize_with(depth.max(self.names.len()), Vec::new);
                if let Some(name) = depth.checked_sub(1).and_then(|at| self.names.get_mut(at)) {
                    name.clone_from(&self.last);
                }
            }
            b'{' | b'[' => {
                self.open.push(byte);
                if self.open.len() == CONTACT {
                    self.begun = at;
                }
            }
            b',' => self.end_of_value(),
            b'}' | b']' => self.close(at, byte),
            _ => {}
        }
    }

    /// A value of the list that is open ends: it may have been its type.
    fn end_of_value(&mut self) {
        if self.open.len() == LIST && self.is_named(LIST, b"type") {
            self.is_of_contacts = self.last == b"contact";
        }
    }

    fn close(&mut self, at: usize, byte: u8) {
        self.end_of_value();
        match self.open.len() {
            CONTACT if byte == b'}' && self.is_among_values() => self.values.push(self.begun..at + 1),
            LIST => {
                let values = std::mem::take(&mut self.values);
                if std::mem::take(&mut self.is_of_contacts) {
                    self.found.extend(values);
                }
            }
            _ => {}
        }
        let fits = self.open.pop() == Some(if byte == b'}' { b'{' } else { b'[' });
        self.is_broken |= !fits;
    }

    fn is_among_values(&self) -> bool {
        self.is_named(1, b"account") && self.is_named(2, b"data") && self.is_named(LIST, b"values")
    }

    fn is_named(&self, depth: usize, name: &[u8]) -> bool {
        self.names.get(depth - 1).is_some_and(|there| there == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contacts found, in pieces of any size.
    fn check(text: &str, expected: Option<&[&str]>) {
        for many in [1, 7, 1_000] {
            let mut skim = Skim::default();
            while skim.at < text.len() {
                skim.step(text.as_bytes(), many);
            }
            let found: Vec<&str> = skim.found.iter().map(|place| &text[place.clone()]).collect();
            assert_eq!(skim.is_whole().then_some(found.as_slice()), expected, "{text} by {many}");
        }
    }

    fn export(lists: &str) -> String {
        format!("{{\"version\":\"1\",\"account\":{{\"uuid\":\"a\",\"data\":[{lists}],\"properties\":{{}}}}}}")
    }

    #[test]
    fn the_contacts_of_an_account_are_found_wherever_the_type_of_their_list_stands() {
        let one = r#"{"uuid":"c1","note":"a \"}]\\","data":[{"type":"note","values":[{"x":1}]}]}"#;
        let (before, after) = (
            format!(r#"{{"count":1,"type":"contact","values":[{one}]}}"#),
            format!(r#"{{"values":[{one}],"type":"contact"}}"#),
        );
        check(&export(&before), Some(&[one]));
        check(&export(&after), Some(&[one]));
        check(&export(&format!(r#"{{"type":"relationship","values":[{one}]}},{before}"#)), Some(&[one]));
        check(&export(""), Some(&[]));
        check(&format!("{{\"other\":{{\"data\":[{before}]}}}}"), Some(&[]));
    }

    #[test]
    fn an_export_cut_short_is_not_whole() {
        let whole = export(r#"{"type":"contact","values":[{"uuid":"c1"}]}"#);
        for end in [whole.len() - 1, whole.len() / 2] {
            check(&whole[..end], None);
        }
        check("{\"a\":]", None);
    }
}
