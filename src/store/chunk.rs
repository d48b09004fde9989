//! A chunk: a partial book in the text in which it lies on the shelf.

use super::form::{self, Limits, Read};
use super::json;
use super::pages::Pages;
use super::seal::{seal, seal_deflated, unseal, unseal_deflated};
use super::shelf::Place;
use super::unreadable::Unreadable;

/// The largest JSON text, in bytes, that is kept in one journal entry; anything larger is staged.
pub const ENTRY_MAX: usize = 200_000;
/// The largest JSON text, in bytes, of one staged part, about a fifth of it when deflated: a fold takes in a
/// few.
const PART_MAX: usize = 80_000;

/// The largest JSON text, in bytes, that is written as one segment or part. A record that a file can hold fits: 64 fields of
/// 20,000 characters, six bytes each where they are escaped, are 7.7 MB.
pub const SEGMENT_MAX: usize = 8 << 20;
/// The value that keeps a partial book at a place: plain in the journal, deflated elsewhere.
pub fn encode(place: Place, pages: &Pages) -> String {
    let text = form::compact(pages);
    if matches!(place, Place::Journal(_)) { seal(&text) } else { seal_deflated(&text) }
}

/// The partial book in the value of a place.
///
/// # Errors
/// [`Unreadable`] when the value is damaged, or not of this version.
pub fn decode(place: Place, value: &str) -> Result<Read, Unreadable> {
    match place {
        Place::Journal(_) => form::read(unseal(value)?, Limits::KEPT),
        _ => form::read(&unseal_deflated(value)?, Limits::KEPT),
    }
}

/// Checks that an opening reads this value, at this place, as these pages: the key names the place, and [`decode`] gives
/// all of them and nothing else.
///
/// # Errors
/// [`Unreadable`] when it does not.
pub fn check(place: Place, value: &str, pages: &Pages) -> Result<(), Unreadable> {
    let read = decode(place, value)?;
    let is_found = Place::of(&place.key()) == Some(place);
    if is_found && read.whole && read.pages == *pages { Ok(()) } else { Err(Unreadable::Damaged) }
}

/// Cuts a partial book into parts of which each fits one staged value.
pub fn parts(pages: &Pages) -> Vec<Pages> {
    parts_up_to(pages, PART_MAX)
}

/// Cuts a partial book into parts of at most so many bytes of JSON; a record that is larger is a part of its own.
pub fn parts_up_to(pages: &Pages, bytes_max: usize) -> Vec<Pages> {
    let mut parts = Vec::new();
    let mut part = Pages::of_book(pages.book);
    let mut size = 0;
    for (kind, id, page) in pages.iter() {
        let length = page.text_length();
        if size > 0 && size + length > bytes_max {
            parts.push(std::mem::replace(&mut part, Pages::of_book(pages.book)));
            size = 0;
        }
        size += length;
        part.put(kind, id, page.clone());
    }
    parts.push(part);
    parts
}

/// What an import tells of itself for as long as it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Came {
    /// The file of another program it brought in; empty for a backup.
    pub file: String,
    /// What became of the rows of that file.
    pub rows: Rows,
}

/// How many rows of a file came to what; together they are all rows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rows {
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

impl Rows {
    /// The numbers, each under the word by which it is kept.
    fn fields(&mut self) -> [(&'static str, &mut usize); 5] {
        let Rows { new, completed, same, left_out, refused } = self;
        [("new", new), ("completed", completed), ("same", same), ("left_out", left_out), ("refused", refused)]
    }
}

/// The value of the mark that so many parts make a whole import, with what it tells of itself.
pub fn mark(parts: usize, came: &Came) -> String {
    let mut text = format!("{{\"parts\":{parts},\"file\":");
    json::quote(&mut text, &came.file);
    let mut rows = came.rows;
    for (name, count) in rows.fields().into_iter().filter(|(_, count)| **count > 0) {
        text.push_str(&format!(",\"{name}\":{count}"));
    }
    text.push('}');
    seal(&text)
}

/// What the import of this mark tells of itself; nothing where the mark cannot be read.
pub fn marked(mark: &str) -> Came {
    let value = unseal(mark).ok().and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    let Some(value) = value else { return Came::default() };
    let mut rows = Rows::default();
    for (name, count) in rows.fields() {
        *count = value.get(name).and_then(|count| usize::try_from(count.as_u64()?).ok()).unwrap_or_default();
    }
    Came { file: value.get("file").and_then(|file| file.as_str()).unwrap_or_default().to_string(), rows }
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
    use crate::store::page::Page;

    #[test]
    fn a_value_is_good_only_where_an_opening_reads_the_very_pages_from_it() {
        let stamp = |text: &str| Stamp::parse(text).unwrap();
        let at = stamp("1795253400000-0-k3f9a2mq7x");
        let book = |name: &str, at: &str| {
            let mut pages = Pages::default();
            let id = Id::parse("p1").unwrap();
            let text = format!("{{\"id\":\"p1\",\"name\":\"{name}\",\"_at\":\"{at}\"}}");
            pages.put("person", id, Page::Kept(text.into()));
            pages
        };
        let jim = book("Jim", "1795253400000-0-k3f9a2mq7x");
        for place in [Place::Journal(at), Place::Segment(at), Place::Import(at, 0), Place::Receipt(at)] {
            assert_eq!(check(place, &encode(place, &jim), &jim), Ok(()));
            assert_eq!(check(place, &encode(place, &book("Ann", "")), &jim), Err(Unreadable::Damaged), "another book");
            assert_eq!(check(place, "", &jim), Err(Unreadable::Empty));
            let late = book("Jim", "7258118400000-0-k3f9a2mq7x");
            assert_eq!(check(place, &encode(place, &late), &late), Err(Unreadable::BadStamp), "no opening reads it");
        }
        let nowhere = Place::Journal(Stamp { millis: 1, ..at });
        assert_eq!(check(nowhere, &encode(nowhere, &jim), &jim), Err(Unreadable::Damaged), "its key names no place");
    }

    #[test]
    fn a_mark_tells_again_what_an_import_told_and_a_damaged_or_older_one_tells_less() {
        let rows = Rows { new: 3, completed: 1, same: 0, left_out: 2, refused: 70_000 };
        for came in [Came { file: "my \u{1f642} \"cards\".vcf".into(), rows }, Came::default()] {
            assert_eq!(marked(&mark(2, &came)), came);
        }
        let old = Came { file: "a.csv".into(), rows: Rows::default() };
        assert_eq!(marked(&seal("{\"parts\":1,\"file\":\"a.csv\"}")), old);
        assert_eq!(marked("junk"), Came::default());
    }
}
