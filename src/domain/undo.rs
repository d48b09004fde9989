//! Undo: what takes an act back, field by field, whatever was written since.

use super::book::Book;
use super::change::{Change, Edit};
use super::id::Id;
use super::kind::Kind;
use super::order::collect_sorted;
use super::record::{Fields, Record};
use serde_json::Value;

/// The values that stood where an act wrote. Undoing writes them again, as a new act; nothing is removed from history.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Undo {
    before: Vec<Before>,
}

#[derive(Debug, Clone, PartialEq)]
struct Before {
    kind: Kind,
    id: Id,
    /// `None` when the record was not there: undoing puts it in the trash.
    fields: Option<Fields>,
}

impl Undo {
    /// What takes these edits back, when they are made in this book.
    pub fn of(edits: &[Edit], book: &Book) -> Undo {
        let before = |edit: &Edit| {
            let old = book.written(&edit.kind, edit.id).map(|record| record.fields());
            let fields = old.map(|old| {
                let value = |name: &String| (name.clone(), old.get(name).cloned().unwrap_or(Value::Null));
                collect_sorted(edit.fields.keys().map(value))
            });
            Before { kind: edit.kind.clone(), id: edit.id, fields }
        };
        Undo { before: edits.iter().map(before).collect() }
    }

    /// Takes more of the same act back; no record is in both.
    pub fn and(&mut self, more: Undo) {
        self.before.extend(more.before);
    }

    /// How many records it puts back.
    pub fn len(&self) -> usize {
        self.before.len()
    }

    /// Whether there is nothing to put back.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    /// Splits the undo into parts of at most so many records; no record is in two.
    pub fn in_parts(&self, most: usize) -> impl Iterator<Item = Undo> {
        self.before.chunks(most.max(1)).map(|part| Undo { before: part.to_vec() })
    }

    /// The act that takes it back: only the fields it had written, so what was written elsewhere since then stays.
    pub fn change(&self, book: &Book) -> Change {
        let mut records = Vec::with_capacity(self.before.len());
        for before in &self.before {
            let Some(mut record) = book.record(&before.kind, before.id) else { continue };
            match &before.fields {
                None => record.set_trashed(true),
                Some(old) => {
                    let mut fields = record.fields();
                    fields.extend(old.iter().map(|(name, value)| (name.clone(), value.clone())));
                    // A cleared field rests; leaving it out is how a typed record says so.
                    fields.retain(|_, value| !value.is_null());
                    let json = Value::Object(fields).to_string();
                    if let Some(back) = Record::read(&before.kind, before.id, &json) {
                        record = back;
                    }
                }
            }
            records.push(record);
        }
        Change { records }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};

    fn person(name: &str, title: &str, note: &str) -> Person {
        let (id, name) = ("p1".parse().unwrap(), Name::new(name).unwrap());
        Person { id, name, title: title.into(), note: note.into(), ..Person::default() }
    }

    fn act(book: &mut Book, record: impl Into<Record>) -> Undo {
        let change = Change::of(record);
        let undo = Undo::of(&change.edits(book), book);
        change.records.into_iter().for_each(|r| book.put(r));
        undo
    }

    #[test]
    fn undo_puts_back_the_fields_it_wrote_and_leaves_the_others() {
        let mut book = Book::default();
        act(&mut book, person("Jim", "", "old"));
        let undo = act(&mut book, person("Jim", "CFO", "old"));
        act(&mut book, person("Jim", "CFO", "written elsewhere"));
        assert_eq!(undo.change(&book).records, [person("Jim", "", "written elsewhere").into()]);
    }

    #[test]
    fn undoing_a_new_record_puts_it_in_the_trash_and_undoing_that_brings_it_back() {
        let mut book = Book::default();
        let undo = act(&mut book, person("Jim", "", ""));
        let change = undo.change(&book);
        assert!(change.records[0].is_trashed());
        let again = act(&mut book, change.records[0].clone_person());
        assert_eq!(again.change(&book).records, [person("Jim", "", "").into()]);
    }

    fn put(book: &mut Book, change: Change) {
        change.records.into_iter().for_each(|r| book.put(r));
    }

    #[test]
    fn a_field_that_was_filled_is_empty_again_and_one_that_was_cleared_is_filled() {
        for (before, after) in
            [(person("Jim", "", "old"), person("Jim", "CFO", "")), (person("Jim", "CFO", ""), person("Jim", "", "new"))]
        {
            let mut book = Book::default();
            act(&mut book, before.clone());
            let undo = act(&mut book, after);
            let change = undo.change(&book);
            put(&mut book, change);
            assert_eq!(book.person(before.id), Some(&before));
        }
    }

    #[test]
    fn many_steps_go_back_in_turn_and_forward_again_to_the_same_book() {
        let mut book = Book::default();
        let steps =
            [person("Jim", "", ""), person("Jim", "CFO", ""), person("James", "CFO", "n"), person("James", "", "")];
        let undos: Vec<Undo> = steps.iter().map(|step| act(&mut book, step.clone())).collect();
        let mut redos = Vec::new();
        for (undo, expected) in undos.iter().rev().zip(steps.iter().rev().skip(1)) {
            let change = undo.change(&book);
            redos.push(Undo::of(&change.edits(&book), &book));
            put(&mut book, change);
            assert_eq!(book.person(expected.id), Some(expected));
        }
        for (redo, expected) in redos.iter().rev().zip(&steps[1..]) {
            let change = redo.change(&book);
            put(&mut book, change);
            assert_eq!(book.person(expected.id), Some(expected));
        }
    }

    #[test]
    fn what_was_erased_since_is_passed_over_and_the_rest_goes_back() {
        let mut book = Book::default();
        let other = Person { id: "p2".parse().unwrap(), ..person("Ann", "", "") };
        let change = Change::of(person("Jim", "", "")).and(other.clone());
        let undo = Undo::of(&change.edits(&book), &book);
        put(&mut book, change);
        book.remove(&Kind::Person, Id::parse("p1").unwrap());
        let back = undo.change(&book);
        assert_eq!(back.records, [Person { trashed: true, ..other }.into()]);
    }

    #[test]
    fn undoing_twice_is_undoing_once() {
        let mut book = Book::default();
        act(&mut book, person("Jim", "", "old"));
        let undo = act(&mut book, person("Jim", "CFO", "new"));
        let change = undo.change(&book);
        put(&mut book, change);
        assert_eq!(undo.change(&book).edits(&book), [], "there is nothing left to write");
        assert_eq!(Undo::default().change(&book), Change::default());
    }

    impl Record {
        fn clone_person(&self) -> Person {
            let Record::Person(person) = self else { panic!("not a person") };
            person.clone()
        }
    }
}
