//! Acting: one change is saved, read back, and only then joined into memory and shown.

use super::{Chunk, Keep, NotSaved, Own};
use crate::domain::book::Book;
use crate::domain::change::{Change, Edit};
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::order::gathered;
use crate::domain::stamp::Stamp;
use crate::store::chunk::{Came, ENTRY_MAX, check, encode, mark, parts};
use crate::store::form;
use crate::store::json::{STRING_MAX, Scan, quote};
use crate::store::page::{Line, Lines, Page};
use crate::store::pages::Pages;
use crate::store::seal::{checksum, seal};
use crate::store::shelf::{Place, Shelf, ShelfError, units};
use crate::store::unreadable::Unreadable;
use std::collections::BTreeMap;

impl<S: Shelf> Keep<S> {
    /// Saves a change, then makes it in the book. A change that changes nothing writes nothing. `now` is in
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`]: then neither the book nor what is kept is other than before.
    pub fn act(&mut self, book: &mut Book, change: Change, now: u64) -> Result<(), NotSaved> {
        let edits = change.edits(book);
        if edits.is_empty() {
            return Ok(());
        }
        let stamp = self.tick(now);
        let entry = self.entry_of(edits, stamp)?;
        if !entry.is_empty() {
            self.save(&entry, stamp, now)?;
            self.take(book, entry);
        }
        Ok(())
    }

    /// The entry of these edits. What was erased is not written again, by an undo either.
    pub(super) fn entry_of(&self, edits: Vec<Edit>, stamp: Stamp) -> Result<Pages, NotSaved> {
        let mut entry = self.entry();
        for edit in edits {
            if matches!(self.pages.get(&canonical(edit.kind.word()), edit.id), Some(Page::Erased(_))) {
                continue;
            }
            let (kind, id, page) = self.page_of(edit, stamp)?;
            entry.put(&kind, id, page);
        }
        Ok(entry)
    }

    /// Erases records for good: their ids and this moment are all that stays, and no import brings them back. Their
    /// strings leave the shelf by [`Keep::fold_erased`], and a [`Keep::clear`] a minute later or at the next opening.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing was erased.
    pub fn erase(&mut self, book: &mut Book, records: &[(Kind, Id)], now: u64) -> Result<(), NotSaved> {
        let stamp = self.tick(now);
        let mut entry = self.entry();
        for (kind, id) in records {
            entry.put(&canonical(kind.word()), *id, Page::Erased(stamp));
        }
        if !entry.is_empty() {
            self.save(&entry, stamp, now)?;
            self.take(book, entry);
        }
        Ok(())
    }

    /// An entry with nothing in it yet. The first ever written names the book after its session.
    pub(super) fn entry(&self) -> Pages {
        Pages::of_book(self.pages.book.or_else(|| Id::parse(self.session.as_str()).ok()))
    }

    /// Saves a partial book under this stamp: in one journal entry, or in parts if it is large. All of it or nothing.
    pub(super) fn save(&mut self, pages: &Pages, stamp: Stamp, now: u64) -> Result<(), NotSaved> {
        if self.is_blocked {
            return Ok(());
        }
        let text = form::compact(pages);
        if text.len() <= ENTRY_MAX {
            return self.write(Place::Journal(stamp), &seal(&text), Some(pages), now);
        }
        drop(text);
        self.save_in_parts(pages, stamp, now)
    }

    /// Saves a partial book in parts.
    fn save_in_parts(&mut self, pages: &Pages, stamp: Stamp, now: u64) -> Result<(), NotSaved> {
        let parts = parts(pages);
        let values = (0..).zip(&parts).map(|(n, part)| {
            let place = Place::Import(stamp, n);
            (place, encode(place, part), part)
        });
        self.stage(values.collect(), &mark(parts.len(), &Came::default()), stamp, now)
    }

    /// Writes these values, each read back, then the mark that makes the parts among them count. All of it or nothing.
    pub(super) fn stage(
        &mut self,
        values: Vec<(Place, String, &Pages)>,
        mark: &str,
        stamp: Stamp,
        now: u64,
    ) -> Result<(), NotSaved> {
        let mut places: Vec<Place> = values.iter().map(|(place, ..)| *place).collect();
        let mut outcome = Ok(());
        for (place, value, pages) in values {
            outcome = outcome.and_then(|()| self.write(place, &value, Some(pages), now));
        }
        places.push(Place::Complete(stamp));
        outcome = outcome.and_then(|()| self.write(Place::Complete(stamp), mark, None, now));
        if outcome.is_err() {
            // The mark first: a part without it counts for nothing.
            for place in places.into_iter().rev() {
                self.forget(place);
            }
        }
        outcome
    }

    /// Writes one value, reads it back and, where it holds `pages`, checks that the next opening will find them in it.
    /// When the store is full the reserve is given up for it.
    pub(super) fn write(&mut self, place: Place, value: &str, pages: Option<&Pages>, now: u64) -> Result<(), NotSaved> {
        match self.write_in_free_room(place, value, pages, now) {
            Err(NotSaved::Full) if self.shelf.remove(&Place::Reserve.key()).is_ok() => {
                self.write_in_free_room(place, value, pages, now)
            }
            outcome => outcome,
        }
    }

    /// Writes as [`Keep::write`] does, without touching the reserve.
    pub(super) fn write_in_free_room(
        &mut self,
        place: Place,
        value: &str,
        pages: Option<&Pages>,
        now: u64,
    ) -> Result<(), NotSaved> {
        let key = place.key();
        self.shelf.set(&key, value).map_err(|why| match why {
            ShelfError::Full => NotSaved::Full,
            why => NotSaved::Storage(why),
        })?;
        if !matches!(self.shelf.get(&key), Ok(Some(there)) if there == value) {
            self.forget(place);
            return Err(NotSaved::Lost);
        }
        if let Some(Err(why)) = pages.map(|pages| check(place, value, pages)) {
            self.forget(place);
            return Err(NotSaved::Unreadable(why));
        }
        self.own.push(Own { place, sum: checksum(value.as_bytes()), written: now });
        if place.is_chunk() {
            let units = units(&key) + units(value);
            self.chunks.insert(place, Chunk { units, whole: true, folded: false, stale: false });
        }
        Ok(())
    }

    /// Takes away what was not acknowledged. If even that fails, the worst is a change that comes back unasked.
    pub(super) fn forget(&mut self, place: Place) {
        let _ = self.shelf.remove(&place.key());
        self.own.retain(|own| own.place != place);
        self.chunks.remove(&place);
    }

    /// The page that an edit writes.
    fn page_of(&self, edit: Edit, stamp: Stamp) -> Result<(String, Id, Page), NotSaved> {
        let kind = canonical(edit.kind.word());
        let mut lines = Lines::default();
        let mut put = |name: Box<str>, value: Box<str>| lines.put(name, Line { stamp, value });
        for (name, value) in edit.fields {
            if kind == "person" && name == "tags" {
                for (name, value) in self.tag_lines(edit.id, &value) {
                    put(name, value);
                }
                continue;
            }
            put(canonical(&name).into(), checked(&value.to_string())?);
        }
        if lines.0.is_empty() {
            // A new record of which nothing is known yet must still say that it is there.
            lines.put("trashed".into(), Line { stamp, value: "false".into() });
        }
        let text = lines.text(&kind, edit.id);
        Ok((kind, edit.id, Page::Kept(text.into())))
    }

    /// The tags put on and taken off by a new list of tags.
    fn tag_lines(&self, id: Id, list: &serde_json::Value) -> BTreeMap<Box<str>, Box<str>> {
        let given = list.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut names: Vec<Box<str>> = Vec::new();
        for tag in given.iter().filter_map(|tag| tag.as_str()) {
            names.push(format!("tags.{}", canonical(tag)).into());
        }
        let there = match self.pages.get("person", id) {
            Some(Page::Kept(text)) => Lines::of("person", text),
            _ => Lines::default(),
        };
        let is_on = |line: Option<&Line>| line.is_some_and(|line| &*line.value != "null");
        let tags = there.0.iter().filter(|(name, line)| name.starts_with("tags.") && is_on(Some(line)));
        let gone = tags.map(|(name, _)| name).filter(|name| !names.contains(name));
        let mut lines: BTreeMap<Box<str>, Box<str>> = gathered(gone.map(|name| (name.clone(), "null".into())));
        lines.extend(names.into_iter().filter(|name| !is_on(there.0.get(name))).map(|name| (name, "true".into())));
        lines
    }
}

/// The canonical text of a name or a tag, without quotes.
fn canonical(text: &str) -> String {
    let mut out = String::new();
    quote(&mut out, text);
    out.pop();
    out.split_off(1)
}

/// The canonical text of a value, if it is within the limits of a backup.
fn checked(value: &str) -> Result<Box<str>, NotSaved> {
    let mut text = String::new();
    match Scan::with_strings_up_to(STRING_MAX, value).value(&mut text) {
        Err(Unreadable::TooLong) => Err(NotSaved::TooLong),
        Err(_) => Err(NotSaved::Lost),
        Ok(()) => Ok(text.into()),
    }
}
