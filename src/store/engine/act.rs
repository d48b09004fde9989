//! Acting: one change is saved, read back, and only then joined into memory and shown.

use super::{Chunk, NotSaved, OwnWrite, Store};
use crate::domain::book::Book;
use crate::domain::change::{Change, Edit};
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::order::collect_sorted;
use crate::domain::stamp::Stamp;
use crate::domain::undo::Undo;
use crate::store::checksum::{add_checksum, checksum};
use crate::store::chunk::{ENTRY_MAX, ImportSummary, PART_MAX, check, encode, mark, parts_up_to};
use crate::store::form;
use crate::store::json::{STRING_MAX, Scan, quote};
use crate::store::key_value::{KeyValueStore, StorageError, StorageKey, units};
use crate::store::partial_book::PartialBook;
use crate::store::stored_record::{StampedField, StampedFields, StoredRecord};
use crate::store::unreadable::Unreadable;
use std::collections::BTreeMap;

impl<S: KeyValueStore> Store<S> {
    /// Saves a change, then makes it in the book, and returns what takes it back. A change that changes nothing writes
    /// nothing. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`]: then neither the book nor what is kept is other than before.
    pub fn act(&mut self, book: &mut Book, change: Change, now: u64) -> Result<Undo, NotSaved> {
        let edits = change.edits(book);
        let undo = Undo::of(&edits, book);
        if edits.is_empty() {
            return Ok(undo);
        }
        let stamp = self.tick(now);
        let entry = self.entry_of(edits, stamp)?;
        if !entry.is_empty() {
            self.save(&entry, stamp, now)?;
            self.take(book, entry);
        }
        Ok(undo)
    }

    /// The entry of these edits. What was erased is not written again, by an undo either.
    pub(super) fn entry_of(&self, edits: Vec<Edit>, stamp: Stamp) -> Result<PartialBook, NotSaved> {
        let mut entry = self.entry();
        for edit in edits {
            if matches!(self.partial_book.get(&canonical(edit.kind.word()), edit.id), Some(StoredRecord::Erased(_))) {
                continue;
            }
            let (kind, id, stored) = self.page_of(edit, stamp)?;
            entry.put(&kind, id, stored);
        }
        Ok(entry)
    }

    /// Erases records for good: their ids and this moment are all that stays, and no import brings them back. Their
    /// strings leave the storage by [`Store::fold_erased`], and a [`Store::clear`] a minute later or at the next opening.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing was erased.
    pub fn erase(&mut self, book: &mut Book, records: &[(Kind, Id)], now: u64) -> Result<(), NotSaved> {
        let stamp = self.tick(now);
        let mut entry = self.entry();
        for (kind, id) in records {
            entry.put(&canonical(kind.word()), *id, StoredRecord::Erased(stamp));
        }
        if !entry.is_empty() {
            self.save(&entry, stamp, now)?;
            self.take(book, entry);
        }
        Ok(())
    }

    /// An entry with nothing in it yet. The first ever written names the book after its session.
    pub(super) fn entry(&self) -> PartialBook {
        PartialBook::of_book(self.partial_book.book.or_else(|| Id::parse(self.session.as_str()).ok()))
    }

    /// Saves a partial book under this stamp: in one journal entry, or in parts if it is large. All of it or nothing.
    pub(super) fn save(&mut self, partial_book: &PartialBook, stamp: Stamp, now: u64) -> Result<(), NotSaved> {
        if self.is_blocked {
            return Ok(());
        }
        let text = form::compact(partial_book);
        if text.len() <= ENTRY_MAX {
            return self.write(StorageKey::Journal(stamp), &add_checksum(&text), Some(partial_book), now);
        }
        drop(text);
        self.save_in_parts(partial_book, stamp, now)
    }

    /// Saves a partial book in parts.
    fn save_in_parts(&mut self, partial_book: &PartialBook, stamp: Stamp, now: u64) -> Result<(), NotSaved> {
        let parts = parts_up_to(partial_book, PART_MAX);
        let values = (0..).zip(&parts).map(|(n, part)| {
            let storage_key = StorageKey::Import(stamp, n);
            (storage_key, encode(storage_key, part), part)
        });
        self.stage(values.collect(), &mark(parts.len(), &ImportSummary::default()), stamp, now)
    }

    /// Writes these values, each read back, then the mark that makes the parts among them count. All of it or nothing.
    pub(super) fn stage(
        &mut self,
        values: Vec<(StorageKey, String, &PartialBook)>,
        mark: &str,
        stamp: Stamp,
        now: u64,
    ) -> Result<(), NotSaved> {
        let mut storage_keys: Vec<StorageKey> = values.iter().map(|(storage_key, ..)| *storage_key).collect();
        let mut outcome = Ok(());
        for (storage_key, value, partial_book) in values {
            outcome = outcome.and_then(|()| self.write(storage_key, &value, Some(partial_book), now));
        }
        storage_keys.push(StorageKey::Complete(stamp));
        outcome = outcome.and_then(|()| self.write(StorageKey::Complete(stamp), mark, None, now));
        if outcome.is_err() {
            // The mark first: a part without it counts for nothing.
            for storage_key in storage_keys.into_iter().rev() {
                self.forget(storage_key);
            }
        }
        outcome
    }

    /// Writes one value, reads it back and, where it holds `partial_book`, checks that the next opening will find them in
    /// it. When the store is full the reserve is given up for it.
    pub(super) fn write(
        &mut self,
        storage_key: StorageKey,
        value: &str,
        partial_book: Option<&PartialBook>,
        now: u64,
    ) -> Result<(), NotSaved> {
        match self.write_within_quota(storage_key, value, partial_book, now) {
            Err(NotSaved::Full) if self.storage.remove(&StorageKey::Reserve.key()).is_ok() => {
                self.write_within_quota(storage_key, value, partial_book, now)
            }
            outcome => outcome,
        }
    }

    /// Writes as [`Store::write`] does, without touching the reserve.
    pub(super) fn write_within_quota(
        &mut self,
        storage_key: StorageKey,
        value: &str,
        partial_book: Option<&PartialBook>,
        now: u64,
    ) -> Result<(), NotSaved> {
        let key = storage_key.key();
        self.storage.set(&key, value).map_err(|why| match why {
            StorageError::Full => NotSaved::Full,
            why => NotSaved::Storage(why),
        })?;
        if !matches!(self.storage.get(&key), Ok(Some(there)) if there == value) {
            self.forget(storage_key);
            return Err(NotSaved::Lost);
        }
        if let Some(Err(why)) = partial_book.map(|partial_book| check(storage_key, value, partial_book)) {
            self.forget(storage_key);
            return Err(NotSaved::Unreadable(why));
        }
        self.own.push(OwnWrite { storage_key, sum: checksum(value.as_bytes()), written: now });
        if storage_key.is_chunk() {
            let units = units(&key) + units(value);
            self.chunks.insert(storage_key, Chunk { units, whole: true, folded: false, stale: false });
        }
        Ok(())
    }

    /// Takes away what was not acknowledged. If even that fails, the worst is a change that comes back unasked.
    pub(super) fn forget(&mut self, storage_key: StorageKey) {
        let _ = self.storage.remove(&storage_key.key());
        self.own.retain(|own| own.storage_key != storage_key);
        self.chunks.remove(&storage_key);
    }

    /// The page that an edit writes.
    fn page_of(&self, edit: Edit, stamp: Stamp) -> Result<(String, Id, StoredRecord), NotSaved> {
        let kind = canonical(edit.kind.word());
        let mut fields = StampedFields::default();
        let mut put = |name: Box<str>, value: Box<str>| fields.put(name, StampedField { stamp, value });
        for (name, value) in edit.fields {
            if kind == "person" && name == "tags" {
                for (name, value) in self.tag_fields(edit.id, &value) {
                    put(name, value);
                }
                continue;
            }
            put(canonical(&name).into(), checked(&value.to_string())?);
        }
        if fields.0.is_empty() {
            // A new record of which nothing is known yet must still say that it is there.
            fields.put("trashed".into(), StampedField { stamp, value: "false".into() });
        }
        let text = fields.text(&kind, edit.id);
        Ok((kind, edit.id, StoredRecord::Kept(text.into())))
    }

    /// The tags put on and taken off by a new list of tags.
    fn tag_fields(&self, id: Id, list: &serde_json::Value) -> BTreeMap<Box<str>, Box<str>> {
        let given = list.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut names: Vec<Box<str>> = Vec::new();
        for tag in given.iter().filter_map(|tag| tag.as_str()) {
            names.push(format!("tags.{}", canonical(tag)).into());
        }
        let there = match self.partial_book.get("person", id) {
            Some(StoredRecord::Kept(text)) => StampedFields::of("person", text),
            _ => StampedFields::default(),
        };
        let is_on = |field: Option<&StampedField>| field.is_some_and(|field| &*field.value != "null");
        let tags = there.0.iter().filter(|(name, field)| name.starts_with("tags.") && is_on(Some(field)));
        let gone = tags.map(|(name, _)| name).filter(|name| !names.contains(name));
        let mut fields: BTreeMap<Box<str>, Box<str>> = collect_sorted(gone.map(|name| (name.clone(), "null".into())));
        fields.extend(names.into_iter().filter(|name| !is_on(there.0.get(name))).map(|name| (name, "true".into())));
        fields
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
