//! The view: typed records read from stored records. What cannot be read stays kept, unseen.

use super::change_count::ChangeCount;
use super::partial_book::PartialBook;
use super::stored_record::{StampedFields, StoredRecord, is_trashed};
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::record::Record;

/// The book that these pages show; `change_count` counts its changes since the last backup.
pub fn book(partial_book: &PartialBook, change_count: &ChangeCount) -> Book {
    let mut book = Book::default();
    book.put_all(|book| {
        for (kind, id, stored) in partial_book.iter() {
            show(book, kind, id, Some(stored));
        }
    });
    book.changes_since_backup = change_count.count();
    book
}

/// Puts what a page says into the book, or takes the record out where the page says nothing readable.
pub fn show(book: &mut Book, kind: &str, id: Id, stored: Option<&StoredRecord>) {
    let kind_of = Kind::of_word(kind);
    match stored.and_then(|stored| record(kind, &kind_of, id, stored)) {
        Some(record) => book.put(record),
        None => book.remove(&kind_of, id),
    }
}

/// The record a page shows; `None` when it is erased, of a kind without a type, or says nothing.
pub fn record(kind: &str, kind_of: &Kind, id: Id, stored: &StoredRecord) -> Option<Record> {
    let StoredRecord::Kept(text) = stored else { return None };
    let mut record = Record::read(kind_of, id, text).or_else(|| Record::read(kind_of, id, &mended(kind, id, text)))?;
    if record.is_trashed() && !is_trashed(kind, text) {
        record.set_trashed(false);
    }
    Some(record)
}

/// The page without what no reader of JSON takes: halves of surrogate pairs become the replacement character, and
/// fields that are still unreadable go. Only what is shown is mended, never what is kept.
fn mended(kind: &str, id: Id, text: &str) -> String {
    let mut fields = StampedFields::of(kind, text);
    for field in fields.0.values_mut() {
        if field.value.contains("\\ud") {
            field.value = whole_pairs(&field.value).into();
        }
    }
    fields.0.retain(|_, field| serde_json::from_str::<serde_json::Value>(&field.value).is_ok());
    fields.text(kind, id)
}

fn whole_pairs(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let length = if escape.starts_with("\\u") { 6 } else { 2 };
        let (one, after) = escape.split_at_checked(length).unwrap_or((escape, ""));
        let is = |text: &str, ranges: &[&str]| ranges.iter().any(|range| text.starts_with(range));
        let high = ["\\ud8", "\\ud9", "\\uda", "\\udb"];
        let low = ["\\udc", "\\udd", "\\ude", "\\udf"];
        if is(one, &high) && is(after, &low) {
            let (pair, after) = escape.split_at_checked(12).unwrap_or((escape, ""));
            out.push_str(pair);
            rest = after;
            continue;
        }
        out.push_str(if is(one, &high) || is(one, &low) { "\\ufffd" } else { one });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::json::Scan;
    use crate::store::stored_record::FieldScratch;

    fn seen(json: &str) -> Option<Record> {
        let (id, stored) =
            StoredRecord::read(&mut Scan::new(json), "person", 64, &mut FieldScratch::default()).unwrap();
        record("person", &Kind::Person, id, &stored)
    }

    fn name(record: Option<Record>) -> String {
        match record {
            Some(Record::Person(person)) => person.name.as_str().to_string(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_later_edit_brings_a_trashed_record_back() {
        let (early, late) = ("1795253400000-0-k3f9a2mq7x", "1795253400001-0-k3f9a2mq7x");
        let trashed = |at: &str| seen(&format!(r#"{{"id":"p1","name":"Jim","trashed":true,"_at":{at}}}"#)).unwrap();
        assert!(trashed(&format!("\"{early}\"")).is_trashed());
        assert!(trashed(&format!(r#"{{"*":"{early}","trashed":"{late}"}}"#)).is_trashed());
        assert!(!trashed(&format!(r#"{{"*":"{late}","trashed":"{early}"}}"#)).is_trashed());
        assert!(!trashed(&format!(r#"{{"*":"{early}","tags.gone":"{late}"}}"#)).is_trashed());
    }

    #[test]
    fn half_a_surrogate_pair_or_an_absurd_number_costs_one_character_or_one_field() {
        assert_eq!(name(seen(r#"{"id":"p1","name":"Jim \ud83d!"}"#)), "Jim \u{fffd}!");
        assert_eq!(name(seen(r#"{"id":"p1","name":"Jim \ud83d\ude42 \udc00"}"#)), "Jim 🙂 \u{fffd}");
        assert_eq!(name(seen(r#"{"id":"p1","name":"Jim","rating":1e999,"x":"\ud800"}"#)), "Jim");
    }
}
