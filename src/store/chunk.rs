//! A chunk: a partial book in the text in which it lies in storage.

use super::checksum::{add_checksum, deflate_and_add_checksum, verify, verify_and_inflate};
use super::form::{self, Limits, Read};
use super::json;
use super::key_value::StorageKey;
use super::partial_book::PartialBook;
use super::unreadable::Unreadable;

/// The largest JSON text, in bytes, that is kept in one journal entry; anything larger is staged.
pub const ENTRY_MAX: usize = 200_000;
/// The largest JSON text, in bytes, of one staged part, about a fifth of it when deflated: a fold takes in a
/// few.
pub const PART_MAX: usize = 80_000;
/// The largest JSON text, in bytes, that is written as one segment or part. A record that a file can hold fits: 64 fields of
/// 20,000 characters, six bytes each where they are escaped, are 7.7 MB.
pub const SEGMENT_MAX: usize = 8 << 20;

/// The value that keeps a partial book at a place: plain in the journal, deflated elsewhere.
pub fn encode(storage_key: StorageKey, partial_book: &PartialBook) -> String {
    let text = form::compact(partial_book);
    if matches!(storage_key, StorageKey::Journal(_)) { add_checksum(&text) } else { deflate_and_add_checksum(&text) }
}

/// The partial book in the value of a place.
///
/// # Errors
/// [`Unreadable`] when the value is damaged, or not of this version.
pub fn decode(storage_key: StorageKey, value: &str) -> Result<Read, Unreadable> {
    match storage_key {
        StorageKey::Journal(_) => form::read(verify(value)?, Limits::KEPT),
        _ => form::read(&verify_and_inflate(value)?, Limits::KEPT),
    }
}

/// Checks that an opening reads this value, at this place, as these pages: the key names the place, and [`decode`] gives
/// all of them and nothing else.
///
/// # Errors
/// [`Unreadable`] when it does not.
pub fn check(storage_key: StorageKey, value: &str, partial_book: &PartialBook) -> Result<(), Unreadable> {
    let read = decode(storage_key, value)?;
    let is_found = StorageKey::of(&storage_key.key()) == Some(storage_key);
    if is_found && read.whole && read.partial_book == *partial_book { Ok(()) } else { Err(Unreadable::Damaged) }
}

/// Cuts a partial book into parts of at most so many bytes of JSON; a record that is larger is a part of its own.
pub fn parts_up_to(partial_book: &PartialBook, bytes_max: usize) -> Vec<PartialBook> {
    let mut parts = Vec::new();
    let mut part = PartialBook::of_book(partial_book.book);
    let mut size = 0;
    for (kind, id, stored) in partial_book.iter() {
        let length = stored.text_length();
        if size > 0 && size + length > bytes_max {
            parts.push(std::mem::replace(&mut part, PartialBook::of_book(partial_book.book)));
            size = 0;
        }
        size += length;
        part.put(kind, id, stored.clone());
    }
    parts.push(part);
    parts
}

/// What an import tells of itself for as long as it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportSummary {
    /// The file of another program it brought in; empty for a backup.
    pub file: String,
    /// What became of the rows of that file.
    pub rows: ImportedRows,
}

/// How many rows of a file came to what; together they are all rows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportedRows {
    /// Those who are new.
    pub new: usize,
    /// Those who were here, and of whom the file knew something new.
    pub completed: usize,
    /// Those of whom it knew nothing new.
    pub same: usize,
    /// Those whose row was not ticked.
    pub left_out: usize,
    /// What could not be read.
    pub refused: usize,
}

impl ImportedRows {
    /// The numbers, each under the word by which it is kept.
    fn fields(&mut self) -> [(&'static str, &mut usize); 5] {
        let ImportedRows { new, completed, same, left_out, refused } = self;
        [("new", new), ("completed", completed), ("same", same), ("left_out", left_out), ("refused", refused)]
    }
}

/// The value of the mark that so many parts make a whole import, with what it tells of itself.
pub fn mark(parts: usize, came: &ImportSummary) -> String {
    let mut text = format!("{{\"parts\":{parts},\"file\":");
    json::quote(&mut text, &came.file);
    let mut rows = came.rows;
    for (name, count) in rows.fields().into_iter().filter(|(_, count)| **count > 0) {
        text.push_str(&format!(",\"{name}\":{count}"));
    }
    text.push('}');
    add_checksum(&text)
}

/// What the import of this mark tells of itself; nothing where the mark cannot be read.
pub fn marked(mark: &str) -> ImportSummary {
    let value = verify(mark).ok().and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    let Some(value) = value else { return ImportSummary::default() };
    let mut rows = ImportedRows::default();
    for (name, count) in rows.fields() {
        *count = value.get(name).and_then(|count| usize::try_from(count.as_u64()?).ok()).unwrap_or_default();
    }
    ImportSummary { file: value.get("file").and_then(|file| file.as_str()).unwrap_or_default().to_string(), rows }
}

/// The filler that keeps so many units of room free.
pub fn filler(units: usize) -> String {
    let mut text = String::with_capacity(units);
    json::quote(&mut text, "room kept free, so that work can go on when the store is full");
    while text.len() < units {
        text.push(' ');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::stamp::Stamp;
    use crate::store::stored_record::StoredRecord;

    #[test]
    fn a_value_is_good_only_where_an_opening_reads_the_very_pages_from_it() {
        let stamp = |text: &str| Stamp::parse(text).unwrap();
        let at = stamp("1795253400000-0-k3f9a2mq7x");
        let book = |name: &str, at: &str| {
            let mut partial_book = PartialBook::default();
            let id = Id::parse("p1").unwrap();
            let text = format!("{{\"id\":\"p1\",\"name\":\"{name}\",\"_at\":\"{at}\"}}");
            partial_book.put("person", id, StoredRecord::Kept(text.into()));
            partial_book
        };
        let jim = book("Jim", "1795253400000-0-k3f9a2mq7x");
        for storage_key in
            [StorageKey::Journal(at), StorageKey::Segment(at), StorageKey::Import(at, 0), StorageKey::Receipt(at)]
        {
            assert_eq!(check(storage_key, &encode(storage_key, &jim), &jim), Ok(()));
            assert_eq!(
                check(storage_key, &encode(storage_key, &book("Ann", "")), &jim),
                Err(Unreadable::Damaged),
                "another book"
            );
            assert_eq!(check(storage_key, "", &jim), Err(Unreadable::Empty));
            let late = book("Jim", "7258118400000-0-k3f9a2mq7x");
            assert_eq!(
                check(storage_key, &encode(storage_key, &late), &late),
                Err(Unreadable::BadStamp),
                "no opening reads it"
            );
        }
        let nowhere = StorageKey::Journal(Stamp { millis: 1, ..at });
        assert_eq!(check(nowhere, &encode(nowhere, &jim), &jim), Err(Unreadable::Damaged), "its key names no place");
    }

    #[test]
    fn a_mark_tells_again_what_an_import_told_and_a_damaged_or_older_one_tells_less() {
        let rows = ImportedRows { new: 3, completed: 1, same: 0, left_out: 2, refused: 70_000 };
        for came in [ImportSummary { file: "my \u{1f642} \"cards\".vcf".into(), rows }, ImportSummary::default()] {
            assert_eq!(marked(&mark(2, &came)), came);
        }
        let old = ImportSummary { file: "a.csv".into(), rows: ImportedRows::default() };
        assert_eq!(marked(&add_checksum("{\"parts\":1,\"file\":\"a.csv\"}")), old);
        assert_eq!(marked("junk"), ImportSummary::default());
    }
}
