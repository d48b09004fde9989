//! Changes: what one act does to the book, as the records it leaves behind.

use super::book::Book;
use super::id::Id;
use super::kind::Kind;
use super::order::collect_sorted;
use super::record::{Fields, Record};
use serde_json::Value;

/// What one act does: the records as they shall be. Nothing else ever changes the book.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// Whole records; the fields that differ from what the book holds are what is written.
    pub records: Vec<Record>,
}

/// The fields of one record that a change writes; `null` clears a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// The new values by field name.
    pub fields: Fields,
}

impl Change {
    /// A change that leaves this record behind.
    pub fn of(record: impl Into<Record>) -> Change {
        Change { records: vec![record.into()] }
    }

    /// The change that leaves these records behind as well.
    #[must_use]
    pub fn and(mut self, record: impl Into<Record>) -> Change {
        self.records.push(record.into());
        self
    }

    /// Splits the change into parts of at most so many records, in their order; none where there is no record.
    pub fn in_parts(self, most: usize) -> impl Iterator<Item = Change> {
        let mut records = self.records.into_iter();
        std::iter::from_fn(move || {
            let part: Vec<Record> = records.by_ref().take(most).collect();
            (!part.is_empty()).then_some(Change { records: part })
        })
    }

    /// Returns the change with these words on its touches: after those that stand there (R25).
    #[must_use]
    pub fn saying(mut self, words: &str) -> Change {
        for record in &mut self.records {
            if let Record::Touch(touch) = record {
                let before = touch.text.trim_end();
                touch.text = if before.is_empty() { words.to_string() } else { format!("{before}\n\n{words}") };
            }
        }
        self
    }

    /// What it writes into this book, record by record. Records that would stay as they are are left out.
    pub fn edits(&self, book: &Book) -> Vec<Edit> {
        let mut edits = Vec::with_capacity(self.records.len());
        for record in &self.records {
            let old = book.record(&record.kind(), record.id());
            let is_new = old.is_none();
            let old = old.map(|r| r.fields()).unwrap_or_default();
            let mut fields = difference(old, record.fields());
            // Who became another entry is shown as that one: what only follows them is not written.
            if let Some(written) = book.written_otherwise(&record.kind(), record.id()) {
                let written = written.fields();
                fields.retain(|name, value| written.get(name).unwrap_or(&Value::Null) != value);
            }
            if !fields.is_empty() || is_new {
                edits.push(Edit { kind: record.kind(), id: record.id(), fields });
            }
        }
        edits
    }
}

fn difference(old: Fields, new: Fields) -> Fields {
    let cleared = old.keys().filter(|name| !new.contains_key(*name)).map(|name| (name.clone(), Value::Null));
    let mut fields: Fields = collect_sorted(cleared);
    fields.extend(new.into_iter().filter(|(name, value)| old.get(name) != Some(value)));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};

    fn person(name: &str, title: &str) -> Person {
        let id = "p1".parse().unwrap();
        Person { id, name: Name::new(name).unwrap(), title: title.into(), ..Person::default() }
    }

    #[test]
    fn an_edit_writes_only_the_fields_that_differ() {
        let mut book = Book::default();
        book.put(person("Jim", "CFO").into());
        let edits = Change::of(person("Jim Ito", "")).edits(&book);
        assert_eq!(edits.len(), 1);
        assert_eq!(serde_json::to_string(&edits[0].fields).unwrap(), r#"{"name":"Jim Ito","title":null}"#);
        assert_eq!(Change::of(person("Jim", "CFO")).edits(&book), []);
    }
}
