//! Importing: a partial book from elsewhere, staged in parts that count only once they all lie there.

use super::{BackupImport, NotSaved, Store};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::stamp::Stamp;
use crate::store::chunk::{ImportSummary, marked};
use crate::store::key_value::{KeyValueStore, StorageKey};
use crate::store::partial_book::PartialBook;

/// How many records go into one part of what is brought in at once.
const PART: usize = 1_000;

/// What became of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// Everything in it was in the book already, or ours is later; nothing was written.
    Nothing,
    /// It is in the book. The stamp names its receipt, where it left one.
    Done(Stamp),
}

impl<S: KeyValueStore> Store<S> {
    /// Joins a partial book from a file into the book, all of it in one task; [`BackupImport`] does it in turns.
    /// `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing of it is in the book, nor will be. [`NotSaved::WouldFill`] when more than four fifths
    /// of the room would be used.
    pub fn import(&mut self, book: &mut Book, incoming: PartialBook, now: u64) -> Result<Imported, NotSaved> {
        let mut import = BackupImport::of(self.partial_book(), incoming, now);
        while import.look(self.partial_book(), usize::MAX) {}
        let mut staged = self.begin_import(&mut import, now)?;
        while self.stage_import(&mut import, &mut staged, now)? > 0 {}
        let done = self.complete(&mut staged, now)?;
        while self.take_part(book, &mut staged) {}
        Ok(import.outcome(done))
    }

    /// Makes a change in the book that brings in what stands in a `file` of another program. Other than
    /// [`Store::act`] it leaves a receipt, so that it can be taken back for a month. `now` is in milliseconds since 1970.
    /// A change too large for one task goes through [`Store::begin`].
    ///
    /// # Errors
    /// As [`Store::import`].
    pub fn bring(&mut self, book: &mut Book, change: Change, file: &str, now: u64) -> Result<Imported, NotSaved> {
        let mut staged = self.begin(Some(file), now)?;
        for part in change.in_parts(PART) {
            self.stage_part(book, &mut staged, &part, now)?;
        }
        let imported = self.complete(&mut staged, now)?;
        while self.take_part(book, &mut staged) {}
        Ok(imported)
    }

    /// The imports that can be taken back and were not, the latest first.
    pub fn receipts(&self) -> Vec<Stamp> {
        let keys = self.storage.keys().unwrap_or_default();
        let storage_keys = StorageKey::all_of(&keys);
        let is_receipt = |storage_key: &StorageKey| match storage_key {
            StorageKey::Receipt(stamp) if storage_keys.contains(&StorageKey::Complete(*stamp)) => Some(*stamp),
            _ => None,
        };
        let is_open = |stamp: &Stamp| !self.taken_back.contains_key(stamp);
        storage_keys.iter().rev().filter_map(is_receipt).filter(is_open).collect()
    }

    /// What this import tells of itself: the file of another program that it brought in, and what became of its rows.
    pub fn told_of(&self, import: Stamp) -> ImportSummary {
        let mark = self.storage.get(&StorageKey::Complete(import).key()).ok().flatten();
        mark.map(|mark| marked(&mark)).unwrap_or_default()
    }

    /// Removes the receipts of imports taken back a while ago; never in one task with the write that took them back.
    pub(super) fn drop_taken_back(&mut self, now: u64) {
        for (import, _) in self.taken_back.iter().filter(|(_, when)| **when < now) {
            let storage_key = StorageKey::Receipt(*import);
            // Where it stays, it goes within the month; and what goes on purpose is not looked for again.
            let _ = self.storage.remove(&storage_key.key());
            self.own.retain(|own| own.storage_key != storage_key);
        }
    }
}
